//! Composition: from a stage to the shapes of one picture.
//!
//! It turns the state, the placement and the accents at a position into lanes, tags, cards, arrows; or dots and
//! squares where there are too many cards. Invariant: it reads nothing but its arguments, in the order of ids, so the
//! same stage gives the same scene.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::accents::Accents;
use super::arrows;
use super::cast::{Cast, Role};
use super::namespaces;
use super::placement::{Place, Placement, Stage};
use super::plan::{DOT_RADIUS, MARGIN, Plan, Room, Scale, TITLE};
use super::shape::{
    Accent, Activity, Badge, Card, Cell, Dot, Lane, LaneKind, Mark, Mode, Prominence, Rect, Scene,
};
use super::text;
use crate::trace::event::ObjectId;
use crate::trace::playback::{Object, State};

/// Everything that a picture is made from.
#[derive(Clone, Copy)]
pub struct Composition<'a> {
    pub stage: &'a Stage,
    pub cast: &'a Cast,
    pub accents: &'a Accents,
    pub mode: Mode,
    /// Slots that each lane needs while the first text runs.
    pub room: Room,
}

impl Composition<'_> {
    pub fn compose(&self) -> Scene {
        let scale = Scale::of(self.stage.placement.n_placed());
        let plan = Plan::new(self.mode, scale, self.room);
        let mut scene = Scene {
            mode: self.mode,
            ..Scene::default()
        };
        scene.lanes = self.lanes(&plan);
        (scene.groups, scene.tags) = namespaces::tags(self.stage, self.cast, self.accents, &plan);
        match scale {
            Scale::Cards => scene.cards = self.cards(&plan),
            Scale::Dots => scene.dots = self.dots(&plan),
            Scale::Density => scene.cells = self.cells(&plan),
        }
        scene.arrows = match scale {
            Scale::Cards => arrows::between_cards(self, &plan, &scene.cards, &scene.tags),
            Scale::Dots => arrows::between_dots(self, &scene.dots, &scene.tags),
            Scale::Density => Vec::new(),
        };
        scene.bounds = bounds(&scene);
        scene
    }

    pub fn state(&self) -> &State {
        &self.stage.state
    }

    fn placement(&self) -> &Placement {
        &self.stage.placement
    }

    fn lanes(&self, plan: &Plan) -> Vec<Lane> {
        let slots = |lane: LaneKind| self.placement().lane(lane);
        let n_columns = LaneKind::ALL
            .iter()
            .map(|&lane| plan.columns_for(lane, slots(lane).end_peak()))
            .max();
        let is_shown = |lane: &LaneKind| match lane {
            LaneKind::Untracked | LaneKind::Permanent => slots(*lane).end_peak() > 0,
            _ => true,
        };
        let shown = LaneKind::ALL.into_iter().filter(is_shown);
        let lane = |kind| {
            let rect = plan.lane(kind, n_columns.unwrap_or(1));
            Lane {
                kind,
                rect,
                title: Rect {
                    height: TITLE,
                    ..rect
                },
                n_objects: slots(kind).n_taken(),
                activity: self.activity(kind),
                opacity: 1.0,
            }
        };
        shown.map(lane).collect()
    }

    /// The lane that is collected, the younger ones that join it, and the tray.
    fn activity(&self, lane: LaneKind) -> Activity {
        let Some(collection) = self.state().running_collection() else {
            return Activity::Idle;
        };
        let takes_part = match lane {
            LaneKind::Generation0 => true,
            LaneKind::Generation1 => collection.generation >= 1,
            LaneKind::Generation2 => collection.generation >= 2,
            LaneKind::Tray => true,
            LaneKind::Untracked | LaneKind::Permanent => false,
        };
        if takes_part {
            Activity::Collecting
        } else {
            Activity::Idle
        }
    }

    fn placed(&self) -> impl Iterator<Item = (ObjectId, Place, &Object)> {
        self.placement()
            .places()
            .filter_map(|(object, place)| Some((object, place, self.state().object(object)?)))
    }

    fn cards(&self, plan: &Plan) -> Vec<Card> {
        let mut cards: Vec<Card> = self
            .placed()
            .map(|(object, place, it)| self.card(object, it, place, plan))
            .collect();
        // What just came or moved is painted over what stood there.
        cards.sort_by_key(|card| (card.accent != Accent::None, card.object));
        cards
    }

    fn card(&self, object: ObjectId, it: &Object, place: Place, plan: &Plan) -> Card {
        let slot = plan.card(place.lane, place.slot);
        let prominence = match self.cast.role(object) {
            Role::Small => Prominence::Small,
            Role::Plain | Role::Hidden => Prominence::Plain,
        };
        let rect = if prominence == Prominence::Small {
            small(slot)
        } else {
            slot
        };
        let gc_refs = self.state().gc_refs(it);
        let metrics = &plan.metrics;
        let type_chars = metrics.type_chars
            - if prominence == Prominence::Small {
                2
            } else {
                0
            };
        let n_chars = if gc_refs.is_some() {
            metrics.short_text_chars
        } else {
            metrics.text_chars
        };
        let accent = |of: &BTreeMap<ObjectId, Accent>| of.get(&object).copied().unwrap_or_default();
        let badge = |value: u32, y: f64, accent: Accent| {
            let width = 20.0 + 6.0 * (value.to_string().len() as f64 - 1.0).min(3.0);
            let rect = Rect::new(rect.right() - width - 3.0, y, width, 16.0);
            Badge {
                value,
                rect,
                accent,
                pulse: 0.0,
                opacity: 1.0,
            }
        };
        Card {
            object,
            rect,
            lane: place.lane,
            prominence,
            type_name: text::shortened(text::type_name(it), type_chars),
            text: self.card_text(it, n_chars),
            count: badge(it.count, rect.y + 3.0, accent(&self.accents.counts)),
            gc_refs: gc_refs
                .map(|value| badge(value, rect.bottom() - 19.0, accent(&self.accents.gc_refs))),
            condition: it.condition,
            finalizer: it.finalizer,
            n_weakrefs: it.n_weakrefs,
            mark: self
                .state()
                .marked(it)
                .map(|marked| if marked { Mark::Marked } else { Mark::Unmarked }),
            handle: Rect::new(rect.right() - 7.0, rect.center().y - 7.0, 14.0, 14.0),
            accent: accent(&self.accents.cards),
            pulse: 0.0,
            opacity: 1.0,
            scale: 1.0,
        }
    }

    fn card_text(&self, it: &Object, n_chars: usize) -> Rc<str> {
        match (text::type_name(it), it.weak_target) {
            ("weakref", None) => Rc::from("→ None"),
            ("weakref", Some(target)) => {
                let type_name = self.state().object(target).map_or("?", |it| &it.type_name);
                text::shortened(&format!("→ {type_name}"), n_chars)
            }
            _ => text::repr(it, n_chars),
        }
    }

    fn dots(&self, plan: &Plan) -> Vec<Dot> {
        let dot = |(object, place, it): (ObjectId, Place, &Object)| Dot {
            object,
            center: plan.center(place.lane, place.slot),
            radius: DOT_RADIUS,
            condition: it.condition,
            accent: self.dot_accent(object),
            pulse: 0.0,
            opacity: 1.0,
        };
        self.placed().map(dot).collect()
    }

    /// A dot has no badges: what happens to them shows on the dot itself.
    fn dot_accent(&self, object: ObjectId) -> Accent {
        let accents = [
            &self.accents.cards,
            &self.accents.gc_refs,
            &self.accents.counts,
        ];
        accents
            .iter()
            .find_map(|of| of.get(&object).copied())
            .unwrap_or_default()
    }

    /// Squares of so many slots that there are at most about two thousand of them.
    fn cells(&self, plan: &Plan) -> Vec<Cell> {
        let n = self.placement().n_placed() as f64;
        let side = ((n / 2000.0).sqrt().ceil() as u32).max(2);
        let mut counts: BTreeMap<(LaneKind, u32, u32), u32> = BTreeMap::new();
        for (_, place) in self.placement().places() {
            let (column, row) = plan.grid(place.lane, place.slot);
            *counts
                .entry((place.lane, row / side, column / side))
                .or_default() += 1;
        }
        let (width, height) = plan.cell();
        let cell = |((lane, row, column), n_objects): ((LaneKind, u32, u32), u32)| {
            let band = plan.lane(lane, 1);
            let (x, y) = (
                f64::from(column * side) * width,
                f64::from(row * side) * height,
            );
            let rows = (band.height - TITLE - y).min(f64::from(side) * height);
            Cell {
                rect: Rect::new(
                    band.x + x,
                    band.y + TITLE + y,
                    f64::from(side) * width,
                    rows,
                ),
                n_objects,
                density: (f64::from(n_objects) / f64::from(side * side)).min(1.0),
                opacity: 1.0,
            }
        };
        counts.into_iter().map(cell).collect()
    }
}

/// A quieter, narrower card in the middle of the same slot; its badges need the whole height.
fn small(slot: Rect) -> Rect {
    let dx = slot.width * 0.07;
    Rect::new(slot.x + dx, slot.y, slot.width - 2.0 * dx, slot.height)
}

fn bounds(scene: &Scene) -> Rect {
    let lanes = scene.lanes.iter().map(|lane| lane.rect);
    let groups = scene.groups.iter().map(|group| group.rect);
    let origin = Rect::new(MARGIN, MARGIN, 0.0, 0.0);
    lanes
        .chain(groups)
        .fold(origin, |all, rect| all.union(&rect))
        .grown(MARGIN)
}
