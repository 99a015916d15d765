//! The player: a program's trace, a cursor on it, and the picture there.
//!
//! It turns positions into scenes, captions and answers; it is what the page holds on to. Invariant: the scene is that
//! of the position, and the scene before is what was shown before the last seek.

use std::cell::OnceCell;

use super::accents::Accents;
use super::caption::{self, Message};
use super::cast::Cast;
use super::compose::Composition;
use super::gesture::{self, Gesture};
use super::hit::{self, Hit};
use super::placement::Stage;
use super::plan::Room;
use super::shape::{LaneKind, Mode, Point, Scene};
use super::tween;
use crate::trace::event::Event;
use crate::trace::playback::{Cursor, State, Timeline};

pub struct Player {
    timeline: Timeline,
    cast: Cast,
    cursor: Cursor<Stage>,
    mode: Mode,
    /// Slots that each lane needed while the first text ran: settled then, so that the plan never changes.
    room: Room,
    scene: OnceCell<Scene>,
    before: Option<Scene>,
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
            room: Room::default(),
            scene: OnceCell::new(),
            before: None,
        }
    }

    /// What one unit (a program, a statement at the prompt) recorded. The position stays.
    pub fn append(&mut self, unit: Vec<Event>) {
        self.cast.extend(&unit);
        let is_first = self.timeline.is_empty();
        self.timeline
            .append(unit, |event| self.cast.is_quiet(event));
        // Playing it once makes the keyframes, and shows how much room it takes.
        let position = self.cursor.position();
        self.cursor
            .seek(self.timeline.events(), &self.cast, self.timeline.len());
        if is_first {
            self.room = LaneKind::ALL.map(|lane| self.stage().placement.lane(lane).end_peak());
        }
        self.cursor
            .seek(self.timeline.events(), &self.cast, position);
        self.scene.take();
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

    pub fn stage(&self) -> &Stage {
        self.cursor.state()
    }

    /// Goes to a position; beyond the end is the end.
    pub fn seek(&mut self, position: usize) {
        self.before = self.scene.take();
        self.cursor
            .seek(self.timeline.events(), &self.cast, position);
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
        let mut cursor = self.cursor.clone();
        cursor.seek(self.timeline.events(), &self.cast, step.start);
        cursor.state().state.clone()
    }

    /// What the step that ends here did, in words.
    pub fn caption(&self) -> Message {
        let step = self.timeline.step_at(self.position());
        let before = self.state_before_step();
        let events = self.timeline.events()[step]
            .iter()
            .filter(|event| !self.cast.is_quiet(event));
        caption::caption(
            &before,
            &events.collect::<Vec<_>>(),
            self.state(),
            &self.cast,
        )
    }

    /// The Python statement that does what the hand did, or why there is none. It is about the heap at the position.
    pub fn statement(&self, gesture: &Gesture) -> Result<String, Message> {
        gesture::statement(self.state(), gesture)
    }

    fn compose(&self) -> Scene {
        let step = self.timeline.step_at(self.position());
        let before = self.state_before_step();
        let accents = Accents::of(&before, self.timeline.events(), step, self.state());
        let composition = Composition {
            stage: self.stage(),
            cast: &self.cast,
            accents: &accents,
            mode: self.mode,
            room: self.room,
        };
        composition.compose()
    }
}
