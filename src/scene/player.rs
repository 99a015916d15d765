//! The player: a program's trace, a cursor on it, and the picture there.
//!
//! It turns positions into scenes, captions and answers; it is what the page holds on to. Invariant: the scene is that
//! of the position, and the scene before is what was shown before the last seek.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde::Deserialize;

use super::accents::Accents;
use super::caption::{self, Message};
use super::cast::{Cast, Unit};
use super::compose::{Arrangement, Composition};
use super::gesture::{self, Gesture};
use super::graph::Graph;
use super::hint::{self, Hint};
use super::hit::{self, Hit};
use super::moves::{Layout, Moves};
use super::outcome;
use super::outline::{self, Moment};
use super::placement::Stage;
use super::plan::{Demand, MARGIN, MAX_PLANNED, Room, Scale};
use super::predict::{self, Prediction};
use super::relations::{Direction, relations};
use super::shape::{Mode, Point, Scene};
use super::tween;
use super::types::TypeFilter;
use crate::trace::event::{Event, ObjectId, Stream};
use crate::trace::playback::timeline::OpenStep;
use crate::trace::playback::{Cursor, Object, State, Timeline};

pub struct Player {
    timeline: Timeline,
    cast: Cast,
    cursor: Cursor<Stage>,
    mode: Mode,
    /// What room the stretches of the trace need, as far as they have been played; and for how many of them the columns
    /// are settled: once the text that begins one has run, they never change.
    demands: Vec<Demand>,
    n_settled: usize,
    scene: OnceCell<Scene>,
    before: Option<Scene>,
    view: View,
    filter: TypeFilter,
    moves: Moves,
    /// Places of the cards in the graph, found when somebody looks at it.
    graph: RefCell<Graph>,
    /// What has been recorded and is not yet part of the timeline.
    absorbing: Option<Absorbing>,
}

/// What the picture shows, and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum View {
    /// The collector's lists.
    #[default]
    Lanes,
    /// By who refers to whom.
    Graph,
    /// What holds an object, and what holds that.
    Referrers { object: ObjectId, depth: u32 },
    /// What an object holds, and what that holds.
    Referents { object: ObjectId, depth: u32 },
}

/// Where the plan is settled it is made anew for so many times the objects of one lane.
const MANY_MORE: u32 = 4;

/// A graph of more objects says nothing: the lanes are shown.
const MAX_GRAPH: usize = 1500;

/// So many events of a unit are played before it counts as taken in; what comes later, while the reader looks at the first.
const PLAYED_FIRST: usize = 16_384;

/// How far a unit's events have been taken in.
enum Absorbing {
    Casting {
        events: Vec<Event>,
        n_cast: usize,
        unit: Box<Unit>,
    },
    Appending {
        events: std::vec::IntoIter<Event>,
        open: OpenStep,
    },
    /// The beginning is played; the cursor stays where the reader is.
    Playing { n_left: usize },
}

impl Default for Player {
    fn default() -> Player {
        Player::new(Mode::Wide)
    }
}

impl Player {
    pub fn new(mode: Mode) -> Player {
        Player {
            timeline: Timeline::default(),
            cast: Cast::default(),
            cursor: Cursor::new(Stage::default()),
            mode,
            demands: Vec::new(),
            n_settled: 0,
            scene: OnceCell::new(),
            before: None,
            view: View::default(),
            filter: TypeFilter::default(),
            moves: Moves::default(),
            graph: RefCell::default(),
            absorbing: None,
        }
    }

    /// What one unit (a program, a statement at the prompt) recorded. The position stays.
    pub fn append(&mut self, unit: Vec<Event>) {
        self.begin_append(unit);
        while !self.absorb(usize::MAX) {}
        while !self.play_ahead(usize::MAX) {}
    }

    /// The same in pieces: begins, to be followed by calls of [`Player::absorb`].
    pub fn begin_append(&mut self, unit: Vec<Event>) {
        while !self.play_ahead(usize::MAX) {}
        self.absorbing = Some(Absorbing::Casting {
            events: unit,
            n_cast: 0,
            unit: Box::default(),
        });
    }

    /// Takes in about so many events of what was begun; true once it can be played. The position and the picture there stay
    /// as they are.
    pub fn absorb(&mut self, n_events: usize) -> bool {
        let Some(absorbing) = self.absorbing.take() else {
            return true;
        };
        self.absorbing = match absorbing {
            Absorbing::Casting {
                events,
                n_cast,
                mut unit,
            } => {
                let end = n_cast.saturating_add(n_events).min(events.len());
                self.cast.extend_by(&events[n_cast..end], &mut unit);
                Some(if end < events.len() {
                    Absorbing::Casting {
                        events,
                        n_cast: end,
                        unit,
                    }
                } else {
                    Absorbing::Appending {
                        events: events.into_iter(),
                        open: self.timeline.open(),
                    }
                })
            }
            Absorbing::Appending {
                mut events,
                mut open,
            } => {
                let piece = events.by_ref().take(n_events);
                let cast = &self.cast;
                self.timeline
                    .append_to(&mut open, piece, |event| cast.is_quiet(event));
                Some(if events.len() > 0 {
                    Absorbing::Appending { events, open }
                } else {
                    self.timeline.close(open);
                    Absorbing::Playing {
                        n_left: PLAYED_FIRST,
                    }
                })
            }
            Absorbing::Playing { n_left } => self.play_beginning(n_left, n_events),
        };
        self.absorbing.is_none()
    }

    fn play_beginning(&mut self, n_left: usize, n_events: usize) -> Option<Absorbing> {
        let n_events = n_events.min(n_left);
        let n_left = n_left - n_events;
        if !self.play_ahead(n_events) && n_left > 0 {
            return Some(Absorbing::Playing { n_left });
        }
        self.make_room_for(&needed(self.cursor.ahead()));
        self.moves.find(self.timeline.events(), &self.cast);
        self.outdate();
        None
    }

    /// Plays about so many events more, unseen; true once nothing is left. Playing it once makes the keyframes, without
    /// which going far is slow, and shows how much room it takes.
    pub fn play_ahead(&mut self, n_events: usize) -> bool {
        let is_done = self
            .cursor
            .play_ahead(self.timeline.events(), &self.cast, n_events);
        if is_done && !self.timeline.is_empty() {
            self.make_room_for(&needed(self.cursor.ahead()));
            self.n_settled = self.demands.len();
        }
        is_done
    }

    /// The lanes become larger, not smaller: each time the whole picture moves.
    fn make_room_for(&mut self, needed: &[Room]) {
        if self.demands.len() < needed.len() {
            self.demands.resize(needed.len(), Demand::default());
        }
        let before = self.demands.clone();
        for (stretch, (demand, needed)) in self.demands.iter_mut().zip(needed).enumerate() {
            let is_settled = stretch < self.n_settled;
            for (lane, &needed) in needed.iter().enumerate() {
                let planned = &mut demand.planned[lane];
                // Cards that come in great numbers could not be seen in the room that was made for few.
                if !is_settled || needed > MANY_MORE * (*planned).max(MAX_PLANNED) {
                    *planned = needed.max(*planned);
                }
                demand.grown[lane] = needed.max(demand.grown[lane]);
            }
        }
        if self.demands != before {
            self.outdate();
        }
    }

    /// The picture is made anew; the one that has been shown moves to it.
    fn outdate(&mut self) {
        if let Some(scene) = self.scene.take() {
            self.before = Some(scene);
        }
    }

    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How many events have happened.
    pub fn position(&self) -> usize {
        self.cursor.position()
    }

    pub fn state(&self) -> &State {
        &self.cursor.state().state
    }

    /// Whether lanes are shown in place of a graph that nobody could read.
    pub fn is_too_large_for_graph(&self) -> bool {
        self.view == View::Graph && self.stage().placement.n_placed() > MAX_GRAPH
    }

    pub fn stage(&self) -> &Stage {
        self.cursor.state()
    }

    /// Goes to a position; beyond the end is the end.
    pub fn seek(&mut self, position: usize) {
        self.outdate();
        self.cursor
            .seek(self.timeline.events(), &self.cast, position);
        self.make_room_for(&needed(self.stage()));
    }

    /// Cards and their wrapping for another size of canvas. Nothing moves from the old to the new: it is another
    /// picture.
    pub fn set_mode(&mut self, mode: Mode) {
        if self.mode != mode {
            self.mode = mode;
            self.scene.take();
            self.before = None;
        }
    }

    /// Another view of the same objects: they move from one to the other.
    pub fn set_view(&mut self, view: View) {
        if self.view != view {
            self.before = self.scene.take();
            self.view = view;
        }
    }

    pub fn view(&self) -> View {
        self.view
    }

    /// Leaves objects of some types out of the picture, or brings them back.
    pub fn set_filter(&mut self, filter: TypeFilter) {
        if self.filter != filter {
            self.before = self.scene.take();
            self.filter = filter;
        }
    }

    pub fn filter(&self) -> &TypeFilter {
        &self.filter
    }

    /// How the cards are laid out; none where each place follows from the selected object.
    fn layout(&self) -> Option<Layout> {
        match self.view {
            View::Lanes => Some(Layout::Lanes),
            View::Graph if self.is_too_large_for_graph() => Some(Layout::Lanes),
            View::Graph => Some(Layout::Graph),
            View::Referrers { .. } | View::Referents { .. } => None,
        }
    }

    /// Puts a card elsewhere, where it stays.
    pub fn move_by(&mut self, object: ObjectId, dx: f64, dy: f64) {
        let Some(layout) = self.layout() else { return };
        let mut cards = self.scene().cards.iter();
        let Some(center) = cards
            .find(|card| card.object == object)
            .map(|card| card.rect.center())
        else {
            return;
        };
        let at = Point::new(center.x + dx, center.y + dy);
        let trace = (self.timeline.events(), &self.cast);
        self.moves.put((layout, self.mode), object, at, trace);
        self.scene.take();
        self.before = None;
    }

    /// Every card goes back to its place.
    pub fn tidy(&mut self) {
        self.before = self.scene.take();
        if let Some(layout) = self.layout() {
            self.moves.tidy(layout, self.mode);
        }
    }

    /// Whether a card stands where it was put by hand.
    pub fn is_untidy(&self) -> bool {
        let layout = self.layout();
        layout.is_some_and(|layout| self.moves.places(layout, self.mode).is_some())
    }

    /// Where cards were put; another program's player goes on with them.
    pub fn moves(&self) -> &Moves {
        &self.moves
    }

    pub fn set_moves(&mut self, moves: Moves) {
        self.moves = moves;
        self.moves.find(self.timeline.events(), &self.cast);
        self.scene.take();
    }

    /// The picture at the position.
    pub fn scene(&self) -> &Scene {
        self.scene.get_or_init(|| self.compose())
    }

    /// The picture between the one before the last seek (0) and the one at the position (1).
    pub fn between(&self, progress: f64) -> Scene {
        match &self.before {
            Some(before) => tween::interpolate(before, self.scene(), progress),
            None => self.scene().clone(),
        }
    }

    /// Whether the last seek changed anything in the picture.
    pub fn needs_animation(&self) -> bool {
        self.before
            .as_ref()
            .is_some_and(|before| before != self.scene())
    }

    /// The last seek is over: nothing moves until the next one.
    pub fn settle(&mut self) {
        self.before = None;
    }

    pub fn hit(&self, point: Point, slack: f64) -> Option<Hit> {
        hit::hit(self.scene(), point, slack)
    }

    /// The state before the first event of the step that ends here.
    pub fn state_before_step(&self) -> State {
        let step = self.timeline.step_at(self.position());
        self.stage_at(step.start).state
    }

    fn stage_at(&self, position: usize) -> Stage {
        let mut cursor = self.cursor.clone();
        cursor.seek(self.timeline.events(), &self.cast, position);
        cursor.state().clone()
    }

    /// What the step that ends here did, in words; at the end of a statement at the prompt, what that did.
    pub fn caption(&self) -> Message {
        match outcome::step(&self.timeline, &self.cast, self.position()) {
            Some(end) => {
                let then = self.caption_of(end, &self.stage_at(end).state);
                let now = self.caption_of(end, self.state());
                let is_same = now.key == then.key && outcome::lasts(now.key);
                let told = if is_same { now } else { then };
                self.with_all_printed(told)
            }
            None => self.caption_of(self.position(), self.state()),
        }
    }

    /// A statement prints in pieces.
    fn with_all_printed(&self, told: Message) -> Message {
        let stream = match told.key {
            "caption.printed" => Stream::Stdout,
            "caption.printed_error" => Stream::Stderr,
            _ => return told,
        };
        let events = &self.timeline.events()[..self.position()];
        let begins = |event: &Event| matches!(event, Event::UnitStarted { .. });
        let first = events.iter().rposition(begins).unwrap_or(0);
        caption::printed(stream, events[first..].iter())
    }

    fn caption_of(&self, end: usize, after: &State) -> Message {
        let step = self.timeline.step_at(end);
        let before = self.stage_at(step.start).state;
        let events = self.timeline.events()[step]
            .iter()
            .filter(|event| !self.cast.is_quiet(event));
        caption::caption(&before, &events.collect::<Vec<_>>(), after, &self.cast)
    }

    /// The next place after this one to guess what is about to die. Nobody guesses about what is left out of the picture.
    pub fn prediction<'a>(
        &self,
        line_of: impl Fn(u32, u32) -> Option<&'a str>,
    ) -> Option<Prediction> {
        let mut next = predict::next(&self.timeline, &self.cast, line_of, self.position())?;
        let until_then = self.timeline.events().get(self.position()..next.end)?;
        if !self.state().has_details || until_then.contains(&Event::DetailEnded) {
            // Nobody knows what dies there.
            return None;
        }
        if !self.filter.shows_all() && !next.dies.is_empty() {
            let there = self.stage_at(next.position);
            let is_shown = |it: &Object| self.filter.shows(it);
            next.dies
                .retain(|&object| there.state.object(object).is_some_and(is_shown));
        }
        Some(next)
    }

    /// What a heap made by hand invites to; none before its end.
    pub fn hint(&self) -> Option<Hint> {
        let is_at_end = self.position() == self.timeline.len();
        (is_at_end && self.state().has_details)
            .then(|| hint::next(&self.timeline, &self.cast, self.state()))
            .flatten()
    }

    /// The run told by its statements.
    pub fn outline(&self) -> Vec<Moment> {
        outline::outline(&self.timeline, &self.cast, self.cursor.clone())
    }

    /// The Python statement that does what the hand did, or why there is none. It is about the heap at the position.
    pub fn statement(&self, gesture: &Gesture) -> Result<String, Message> {
        if !self.state().has_details && gesture.is_about_objects() {
            return Err(Message::new("refused.details_ended"));
        }
        gesture::statement(self.state(), gesture)
    }

    fn compose(&self) -> Scene {
        let moved = |layout| self.moves.places(layout, self.mode);
        match (self.layout(), self.view) {
            (Some(Layout::Graph), _) => {
                let mut places = self.graph_places();
                places.extend(moved(Layout::Graph).into_iter().flatten());
                if Scale::of(self.stage().placement.n_placed()) != Scale::Cards {
                    places.values_mut().for_each(for_dots);
                }
                self.arranged(Arrangement::Free(&places))
            }
            (None, View::Referrers { object, depth }) => {
                self.related((object, Direction::Referrers, depth))
            }
            (None, View::Referents { object, depth }) => {
                self.related((object, Direction::Referents, depth))
            }
            _ => self.arranged(Arrangement::Lanes(moved(Layout::Lanes))),
        }
    }

    fn related(&self, which: (ObjectId, Direction, u32)) -> Scene {
        let metrics = super::plan::metrics(self.mode);
        let chosen = (&self.cast, &self.filter);
        let found = relations(self.state(), chosen, which, metrics);
        self.arranged(Arrangement::Few(&found.places, &found.stubs))
    }

    /// Finds the graph's places for what there is now, whatever view is shown: who is about to look at it need not wait
    /// for them.
    pub fn prepare_graph(&self) {
        if self.stage().placement.n_placed() <= MAX_GRAPH {
            self.graph_places();
        }
    }

    fn graph_places(&self) -> BTreeMap<ObjectId, Point> {
        let shown = self.stage().placement.places().map(|(object, _)| object);
        let trace = (self.timeline.events(), &self.cast);
        let mut graph = self.graph.borrow_mut();
        graph.extend(&shown.collect::<Vec<_>>(), self.state(), trace, self.mode);
        graph.places().clone()
    }

    fn arranged(&self, arrangement: Arrangement<'_>) -> Scene {
        let step = self.timeline.step_at(self.position());
        let before = self.state_before_step();
        let accents = Accents::of(&before, self.timeline.events(), step, self.state());
        let composition = Composition {
            stage: self.stage(),
            cast: &self.cast,
            accents: &accents,
            mode: self.mode,
            demands: &self.demands,
            arrangement,
            filter: &self.filter,
        };
        composition.compose()
    }
}

/// Dots stand closer together than cards.
fn for_dots(at: &mut Point) {
    const CLOSER: f64 = 0.25;
    const NAMES: f64 = 180.0;
    at.x = MARGIN + (at.x - MARGIN) * CLOSER + NAMES;
    at.y = MARGIN + (at.y - MARGIN) * CLOSER;
}

/// How much room each lane has needed up to that stage.
fn needed(stage: &Stage) -> Vec<Room> {
    stage.placement.rooms().collect()
}
