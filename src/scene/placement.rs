//! Placement: who stands where, folded over the events along with the state.
//!
//! It turns "created", "tracked", "moved" into slots of lanes, and names into slots of their namespace. A slot is a
//! number; [`super::plan`] says where on the plane it is. Invariants: no two objects share a slot; an object keeps its
//! slot until it changes lanes or is freed, or hardly anything is left of its lane; the placement at p follows from the
//! first p events.
//! A lane mirrors one of the collector's lists.

use std::rc::Rc;

use imbl::{OrdMap, Vector};

use super::cast::{Cast, Role, is_dunder};
use super::plan::{MAX_CARDS, MAX_PLANNED, Room};
use super::progress;
use super::shape::LaneKind;
use super::slots::Slots;
use crate::trace::event::{Edge, Event, FrameId, GcList, Label, ObjectId, Owner, Target};
use crate::trace::playback::{Condition, Fold, State};

/// The state with its layout: what the picture at one position is made from.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    pub state: State,
    pub placement: Placement,
    /// What the running pass of a collection has done so far.
    pub n_done: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Placement {
    places: OrdMap<ObjectId, Place>,
    lanes: [Slots; LaneKind::ALL.len()],
    names: OrdMap<FrameId, NameSlots>,
    /// Just created, and not yet known where it will stand: most are tracked before anything else happens.
    nascent: Option<ObjectId>,
    /// What room the lanes needed in each stretch of the trace before this one.
    past: Vector<Room>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub lane: LaneKind,
    pub slot: u32,
}

#[derive(Clone, Debug, Default)]
struct NameSlots {
    slots: Slots,
    taken: OrdMap<Rc<str>, u32>,
}

impl Fold for Stage {
    type Context = Cast;

    fn apply(&mut self, event: &Event, cast: &Cast) {
        self.n_done = progress::after(self.n_done, event, &self.state, cast);
        self.placement.before(event, &self.state, cast);
        self.state.apply(event);
    }
}

impl Placement {
    pub fn place(&self, object: ObjectId) -> Option<Place> {
        self.places.get(&object).copied()
    }

    /// All that is drawn, in the order of creation.
    pub fn places(&self) -> impl Iterator<Item = (ObjectId, Place)> + '_ {
        self.places.iter().map(|(&object, &place)| (object, place))
    }

    pub fn n_placed(&self) -> usize {
        self.places.len()
    }

    pub fn lane(&self, lane: LaneKind) -> &Slots {
        &self.lanes[lane as usize]
    }

    /// The drawn names of a namespace with their slots, by name.
    pub fn names(&self, frame: FrameId) -> impl Iterator<Item = (&Rc<str>, u32)> + '_ {
        self.names
            .get(&frame)
            .into_iter()
            .flat_map(|names| names.taken.iter().map(|(name, &slot)| (name, slot)))
    }

    /// Slots that the drawn names of a namespace span.
    pub fn n_name_slots(&self, frame: FrameId) -> u32 {
        self.names.get(&frame).map_or(0, |names| names.slots.end())
    }

    /// Follows an event, given the state before it.
    fn before(&mut self, event: &Event, state: &State, cast: &Cast) {
        self.settle(event);
        match event {
            Event::ObjectCreated { object, .. } => {
                self.remove(*object);
                self.nascent = (cast.role(*object) != Role::Hidden).then_some(*object);
            }
            Event::ObjectMet { object, list, .. } => {
                let lane = list.map_or(LaneKind::Untracked, lane_of);
                self.move_to(*object, lane, cast);
            }
            Event::Tracked { object } => self.move_to(*object, LaneKind::Generation0, cast),
            Event::Untracked { object } if !is_dying(state, *object) => {
                self.move_to(*object, LaneKind::Untracked, cast);
            }
            Event::Moved { object, list } => self.move_to(*object, lane_of(*list), cast),
            Event::MovedToUnreachable { object } => self.move_to(*object, LaneKind::Tray, cast),
            Event::ReachedFrom { object, .. } if is_unreachable(state, *object) => {
                self.move_to(*object, lane_of(state.collected_list()), cast);
            }
            Event::GenerationMerged { from, into } | Event::ListMoved { from, into } => {
                for object in state.list(*from) {
                    self.move_to(object, lane_of(*into), cast);
                }
            }
            Event::Freed { object } => {
                self.remove(*object);
                self.close_up();
            }
            Event::DetailEnded | Event::DetailResumed => self.forget(),
            Event::EdgesChanged {
                owner: Owner::Frame(frame),
                at,
                removed,
                inserted,
            } => {
                self.names_changed(state, *frame, (*at, *removed), inserted, cast);
            }
            Event::FrameLeft { frame, .. } if *frame != FrameId::MODULE => {
                self.names.remove(frame);
            }
            _ => {}
        }
    }

    /// Nothing is known to stand anywhere, and what comes will need other room: a new stretch begins.
    fn forget(&mut self) {
        let mut past = std::mem::take(&mut self.past);
        past.push_back(self.room());
        *self = Placement {
            past,
            ..Placement::default()
        };
    }

    /// The number of the stretch: a new one begins where details end or begin again.
    pub fn stretch(&self) -> usize {
        self.past.len()
    }

    /// How many slots each lane has needed, stretch by stretch.
    pub fn rooms(&self) -> impl Iterator<Item = Room> + '_ {
        self.past.iter().copied().chain([self.room()])
    }

    /// The same for this stretch, so far.
    fn room(&self) -> Room {
        LaneKind::ALL.map(|lane| self.lane(lane).end_peak_ever())
    }

    /// A new object that is not tracked at once stands outside the lanes.
    fn settle(&mut self, event: &Event) {
        let Some(nascent) = self.nascent else { return };
        let may_still_be_tracked = match event {
            Event::Described { .. }
            | Event::ObjectMet { .. }
            | Event::ObjectResized { .. }
            | Event::HeapMeasured { .. }
            | Event::CountChanged { .. } => true,
            Event::EdgesChanged { inserted, .. } => !inserted
                .iter()
                .any(|edge| edge.target == Target::Object(nascent)),
            _ => false,
        };
        if may_still_be_tracked {
            return;
        }
        self.nascent = None;
        match event {
            Event::Tracked { object } | Event::Freed { object } if *object == nascent => {}
            _ => self.put(nascent, LaneKind::Untracked),
        }
    }

    fn move_to(&mut self, object: ObjectId, lane: LaneKind, cast: &Cast) {
        if cast.role(object) != Role::Hidden
            && self.place(object).is_none_or(|place| place.lane != lane)
        {
            self.remove(object);
            self.put(object, lane);
        }
    }

    fn put(&mut self, object: ObjectId, lane: LaneKind) {
        let slot = self.lanes[lane as usize].take();
        self.places.insert(object, Place { lane, slot });
    }

    fn remove(&mut self, object: ObjectId) {
        if let Some(place) = self.places.remove(&object) {
            self.lanes[place.lane as usize].release(place.slot);
        }
    }

    /// What a crowd has left behind comes together: else the few would stand where nobody finds them. The crowd itself is
    /// not seen one by one, and in the room that is planned for cards nothing moves.
    fn close_up(&mut self) {
        if self.n_placed() > MAX_CARDS {
            return;
        }
        for lane in LaneKind::ALL {
            let slots = self.lane(lane);
            let is_crowd = slots.end_peak() as usize > 2 * MAX_CARDS;
            let is_left = slots.end_peak() > MAX_PLANNED && slots.is_nearly_empty();
            if !is_crowd && !is_left {
                continue;
            }
            let mut left: Vec<(u32, ObjectId)> = self
                .places()
                .filter(|(_, place)| place.lane == lane)
                .map(|(object, place)| (place.slot, object))
                .collect();
            left.sort_unstable();
            for (slot, (_, object)) in (0..).zip(left) {
                self.places.insert(object, Place { lane, slot });
            }
            self.lanes[lane as usize].close_up();
        }
    }

    fn names_changed(
        &mut self,
        state: &State,
        frame: FrameId,
        (at, removed): (u32, u32),
        inserted: &[Edge],
        cast: &Cast,
    ) {
        let names = self.names.entry(frame).or_default();
        let before = state.references(Owner::Frame(frame));
        let gone = before
            .into_iter()
            .flat_map(|names| names.range(at as usize, removed as usize));
        let new: Vec<&Rc<str>> = inserted
            .iter()
            .filter_map(|edge| drawn_name(edge, cast))
            .collect();
        for name in gone.filter_map(|edge| drawn_name(edge, cast)) {
            // A name that only refers to something else now keeps its place.
            if !new.contains(&name)
                && let Some(slot) = names.taken.remove(name)
            {
                names.slots.release(slot);
            }
        }
        for name in new {
            if !names.taken.contains_key(name) {
                let slot = names.slots.take_first();
                names.taken.insert(name.clone(), slot);
            }
        }
    }
}

fn is_dying(state: &State, object: ObjectId) -> bool {
    state
        .object(object)
        .is_some_and(|it| it.count == 0 || it.condition == Condition::Dying)
}

fn is_unreachable(state: &State, object: ObjectId) -> bool {
    state
        .object(object)
        .is_some_and(|it| it.list == Some(GcList::Unreachable))
}

fn lane_of(list: GcList) -> LaneKind {
    match list {
        GcList::Generation0 => LaneKind::Generation0,
        GcList::Generation1 => LaneKind::Generation1,
        GcList::Generation2 => LaneKind::Generation2,
        GcList::Permanent => LaneKind::Permanent,
        GcList::Unreachable => LaneKind::Tray,
    }
}

/// The name of a reference that gets a tag. Imported modules and what the interpreter itself puts into a namespace get
/// none.
pub fn drawn_name<'a>(edge: &'a Edge, cast: &Cast) -> Option<&'a Rc<str>> {
    let Label::Name(name) = &edge.label else {
        return None;
    };
    let is_drawn = match &edge.target {
        Target::Object(object) => cast.role(*object) != Role::Hidden,
        Target::Value { type_name, .. } => !matches!(
            &**type_name,
            "module" | "type" | "builtin_function_or_method" | "function"
        ),
    };
    (is_drawn && !is_dunder(&edge.label)).then_some(name)
}
