//! Composition: from a stage to the shapes of one picture.
//!
//! It turns the state, the placement and the accents at a position into lanes, tags, cards, arrows; or dots and
//! squares where there are too many cards. Invariant: it reads nothing but its arguments, in the order of ids, so the
//! same stage gives the same scene.

use std::collections::BTreeMap;

use super::accents::Accents;
use super::arrows;
use super::cast::{Cast, Role};
use super::namespaces;
use super::placement::{Place, Placement, Stage};
use super::plan::{DOT_RADIUS, Demand, MARGIN, Plan, Scale};
use super::shape::{
    Accent, Activity, Badge, Card, Cell, Dot, Lane, LaneKind, Mark, Mode, Point, Prominence, Rect,
    Scene, Stub,
};
use super::text;
use super::types::TypeFilter;
use crate::trace::event::{ObjectId, Pass};
use crate::trace::playback::{Object, State};

/// Everything that a picture is made from.
#[derive(Clone, Copy)]
pub struct Composition<'a> {
    pub stage: &'a Stage,
    pub cast: &'a Cast,
    pub accents: &'a Accents,
    pub mode: Mode,
    /// By the stretches of the trace; those that are not there yet need what they will.
    pub demands: &'a [Demand],
    pub arrangement: Arrangement<'a>,
    pub filter: &'a TypeFilter,
}

/// Which objects stand where.
#[derive(Clone, Copy, Debug)]
pub enum Arrangement<'a> {
    /// In their lanes, but for those that were put elsewhere by hand.
    Lanes(Option<&'a BTreeMap<ObjectId, Point>>),
    /// Each in a place of its own.
    Free(&'a BTreeMap<ObjectId, Point>),
    /// The same for a few of the objects; the others are not shown.
    Few(&'a BTreeMap<ObjectId, Point>, &'a [Stub]),
}

impl<'a> Arrangement<'a> {
    /// Where not all objects are shown: those that are.
    fn only(&self) -> Option<&'a BTreeMap<ObjectId, Point>> {
        match self {
            Arrangement::Few(places, _) => Some(places),
            Arrangement::Lanes(_) | Arrangement::Free(_) => None,
        }
    }

    /// Where they stand in no lane.
    fn free(&self) -> Option<&'a BTreeMap<ObjectId, Point>> {
        match self {
            Arrangement::Free(places) | Arrangement::Few(places, _) => Some(places),
            Arrangement::Lanes(_) => None,
        }
    }
}

/// What the cards in these places take.
fn around(places: &BTreeMap<ObjectId, Point>, plan: &Plan) -> Rect {
    let cards = places.values().map(|&center| plan.card_at(center));
    cards
        .reduce(|all, card| all.union(&card))
        .unwrap_or_default()
}

impl Composition<'_> {
    pub fn compose(&self) -> Scene {
        let only = self.arrangement.only();
        let n_shown = only.map_or_else(|| self.placement().n_placed(), BTreeMap::len);
        let scale = Scale::of(n_shown);
        let demand = self.demands.get(self.placement().stretch());
        let mut plan = Plan::new(self.mode, n_shown, demand.copied().unwrap_or_default());
        if let (Scale::Cards, Some(places)) = (scale, self.arrangement.free()) {
            plan = plan.without_lanes(&around(places, &plan));
        }
        let mut scene = Scene {
            mode: self.mode,
            ..Scene::default()
        };
        match self.arrangement {
            Arrangement::Lanes(_) => scene.lanes = self.lanes(&plan),
            Arrangement::Free(_) => {}
            Arrangement::Few(_, stubs) => scene.stubs = stubs.to_vec(),
        }
        (scene.groups, scene.tags) =
            namespaces::tags(self.stage, self.cast, self.accents, &plan, only);
        match scale {
            Scale::Cards => scene.cards = self.cards(&plan),
            Scale::Dots => scene.dots = self.dots(&plan),
            Scale::Density => (scene.per_cell, scene.cells) = self.cells(&plan),
        }
        scene.arrows = match scale {
            Scale::Cards => arrows::between_cards(self, &plan, &scene.cards, &scene.tags),
            Scale::Dots => arrows::between_dots(self, &scene.dots, &scene.tags),
            Scale::Density => Vec::new(),
        };
        scene.bounds = bounds(&scene);
        if let Arrangement::Free(places) = self.arrangement {
            // What is not there yet, or no more, has its room all the same: nothing moves when it comes.
            scene.bounds = scene.bounds.union(&around(places, &plan).grown(MARGIN));
        }
        scene
    }

    pub fn state(&self) -> &State {
        &self.stage.state
    }

    /// The middle of a card that does not stand in its slot.
    pub fn own_place(&self, object: ObjectId) -> Option<Point> {
        let places = match self.arrangement {
            Arrangement::Lanes(places) => places?,
            Arrangement::Free(places) | Arrangement::Few(places, _) => places,
        };
        places.get(&object).copied()
    }

    fn placement(&self) -> &Placement {
        &self.stage.placement
    }

    fn lanes(&self, plan: &Plan) -> Vec<Lane> {
        let slots = |lane: LaneKind| self.placement().lane(lane);
        let n_columns = self.n_columns(plan);
        let is_shown = |lane: &LaneKind| match lane {
            LaneKind::Untracked | LaneKind::Permanent => slots(*lane).end_peak_ever() > 0,
            _ => true,
        };
        let shown = LaneKind::ALL.into_iter().filter(is_shown);
        let lane = |kind| {
            let rect = plan.lane(kind, n_columns);
            Lane {
                kind,
                rect,
                title: Rect {
                    height: plan.title(),
                    ..rect
                },
                n_objects: slots(kind).n_taken(),
                activity: self.activity(kind),
                is_decided: kind == LaneKind::Tray && self.is_decided(),
                opacity: 1.0,
            }
        };
        shown.map(lane).collect()
    }

    /// Of every lane: as many as the longest needs.
    fn n_columns(&self, plan: &Plan) -> u32 {
        let needed =
            |&lane: &LaneKind| plan.columns_for(lane, self.placement().lane(lane).end_peak());
        LaneKind::ALL.iter().map(needed).max().unwrap_or(1)
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

    /// Whether a collection runs that has found out what is unreachable.
    fn is_decided(&self) -> bool {
        let asks = |pass: &Pass| {
            use Pass::*;
            matches!(
                pass,
                MergeYounger | UpdateRefs | SubtractRefs | MoveUnreachable
            )
        };
        let running = self.state().running_collection();
        running.is_some_and(|it| !it.passes.iter().all(asks))
    }

    /// What is shown.
    fn placed(&self) -> impl Iterator<Item = (ObjectId, Place, &Object)> {
        let only = self.arrangement.only();
        self.placement()
            .places()
            .filter(move |(object, _)| only.is_none_or(|only| only.contains_key(object)))
            .filter_map(|(object, place)| Some((object, place, self.state().object(object)?)))
            .filter(|(_, _, it)| self.filter.shows(it))
    }

    fn cards(&self, plan: &Plan) -> Vec<Card> {
        let mut cards: Vec<Card> = self
            .placed()
            .map(|(object, place, it)| self.card(object, it, place, plan))
            .collect();
        // What just came or moved is painted over what stood there.
        cards.sort_by_key(|card| (card.accent != Accent::None, card.adrift, card.object));
        cards
    }

    fn card(&self, object: ObjectId, it: &Object, place: Place, plan: &Plan) -> Card {
        let own = self.own_place(object);
        let slot = match own {
            Some(center) => plan.card_at(center),
            None => plan.card(place.lane, place.slot),
        };
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
            adrift: own.is_some(),
            prominence,
            type_name: text::shortened(text::type_name(it), type_chars),
            text: text::value(self.state(), it, n_chars),
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

    fn dots(&self, plan: &Plan) -> Vec<Dot> {
        let dot = |(object, place, it): (ObjectId, Place, &Object)| Dot {
            object,
            center: self
                .own_place(object)
                .unwrap_or_else(|| plan.center(place.lane, place.slot)),
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

    /// Squares of so many slots, and how many slots that is.
    fn cells(&self, plan: &Plan) -> (u32, Vec<Cell>) {
        let side = plan.side();
        let mut counts: BTreeMap<(LaneKind, u32, u32), u32> = BTreeMap::new();
        let is_shown = |&(object, _): &(ObjectId, Place)| {
            let it = || self.state().object(object);
            self.filter.shows_all() || it().is_some_and(|it| self.filter.shows(it))
        };
        for (_, place) in self.placement().places().filter(is_shown) {
            let (column, row) = plan.grid(place.lane, place.slot);
            *counts
                .entry((place.lane, row / side, column / side))
                .or_default() += 1;
        }
        let cell = |((lane, row, column), n_objects)| Cell {
            rect: plan.square(lane, column, row),
            n_objects,
            density: (f64::from(n_objects) / f64::from(side * side)).min(1.0),
            opacity: 1.0,
        };
        (side * side, counts.into_iter().map(cell).collect())
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
    let cards = scene.cards.iter().map(|card| card.rect);
    let all = lanes
        .chain(groups)
        .chain(cards)
        .chain(scene.stubs.iter().map(|stub| stub.rect))
        .chain(scene.dots.iter().map(|dot| {
            let at = Rect::new(dot.center.x, dot.center.y, 0.0, 0.0);
            at.grown(dot.radius)
        }));
    let all = all.reduce(|all, rect| all.union(&rect));
    all.unwrap_or(Rect::new(MARGIN, MARGIN, 0.0, 0.0))
        .grown(MARGIN)
}
