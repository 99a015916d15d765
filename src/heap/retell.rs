//! Telling afresh: where the details of a trace begin again, the heap as it stands becomes events.
//!
//! It turns every object that the program made into the events that lead to its present state. Invariant: what the
//! interpreter made for itself is told where it holds what the program made, as in a trace whose details never ended.

use rustc_hash::FxHashSet;

use super::{Head, Heap, ListId, Payload, Ref};
use crate::trace::event::{Event, GcList, ObjectId};
use crate::trace::recorder::Changed;

/// Lists that an object can stand in between two statements.
pub(super) const LISTS: [(ListId, GcList); 4] = [
    (ListId::Generation2, GcList::Generation2),
    (ListId::Generation1, GcList::Generation1),
    (ListId::Generation0, GcList::Generation0),
    (ListId::Permanent, GcList::Permanent),
];

impl Heap {
    /// Begins to record the program's objects, to at most that many detailed events for each text. What there is now is
    /// the interpreter's own.
    pub fn start_recording(&mut self, globals: Option<Ref>, max_events: usize) {
        self.recorder.globals = globals;
        self.own = self.live_slots();
        self.recorder.start(max_events);
    }

    /// Which slots hold an object.
    pub(super) fn live_slots(&self) -> Vec<bool> {
        let mut live = vec![false; self.bodies.len()];
        for object in self.containers() {
            live[object.index()] = true;
        }
        live
    }

    /// Nobody's program made it.
    pub(crate) fn set_own(&mut self, object: Ref) {
        if self.recorder.is_on() {
            let n_slots = self.own.len().max(object.index() + 1);
            self.own.resize(n_slots, false);
            self.own[object.index()] = true;
        }
    }

    /// What was made since these slots were the live ones is the interpreter's own.
    pub(super) fn own_since(&mut self, before: &[bool]) {
        let now = self.live_slots();
        self.own.resize(now.len(), false);
        for (index, own) in self.own.iter_mut().enumerate() {
            *own |= now[index] && !before.get(index).is_some_and(|&was_live| was_live);
        }
    }

    /// Where the details have ended: tells all that the program has made, and goes on in detail. Nothing happens where
    /// that would be many objects, and more than a quarter of the budget can tell.
    pub fn tell_again(&mut self) {
        if !self.recorder.has_ended() || self.recorder.are_details_deferred() {
            return;
        }
        let objects = self.objects_of_the_program();
        if objects.len() > MIN_TOLD.max(self.recorder.max_events / 4 / EVENTS_OF_ONE) {
            return;
        }
        self.recorder.begin_again(usize::MAX);
        self.emit(Event::DetailResumed);
        let told: Vec<_> = objects
            .into_iter()
            .map(|(object, list)| (object, list, self.recorder.number(object)))
            .collect();
        for &(object, list, id) in &told {
            self.tell_object(object, list, id);
        }
        self.meet_all();
        // What definitions hold for their own purposes is known as such before others are seen to hold it.
        for defines in [true, false] {
            for &(object, ..) in &told {
                if self.is_definition(object) == defines {
                    self.recorder.touch(object, Changed::ALL);
                }
            }
        }
        if let Some(globals) = self.recorder.globals {
            self.recorder.touch(globals, Changed::ALL);
        }
        self.flush_touched();
        self.recorder.begin_again(self.recorder.max_events);
    }

    /// In the order of the collector's lists, the oldest first; then what stands in none.
    fn objects_of_the_program(&self) -> Vec<(Ref, Option<GcList>)> {
        let unseen = self.unseen_objects();
        let is_made = |object: &Ref| !self.is_own(*object) && !unseen.contains(object);
        let tracked = LISTS.into_iter().flat_map(|(list, told)| {
            let objects = self.list_iter(list).filter(is_made);
            objects.map(move |object| (object, Some(told)))
        });
        let others = self
            .containers()
            .filter(|&object| !self.heads[object.index()].has(Head::TRACKED) && is_made(&object));
        tracked.chain(others.map(|object| (object, None))).collect()
    }

    /// What classes hold without the collector seeing it, and what that holds: nobody's program made it.
    fn unseen_objects(&self) -> FxHashSet<Ref> {
        let mut unseen: FxHashSet<Ref> = self.unseen_references().into_iter().collect();
        for object in self.unseen_references() {
            let entries = self.dict(object).into_iter().flat_map(|dict| dict.iter());
            unseen.extend(entries.map(|(_, weakref)| weakref));
        }
        unseen
    }

    pub(super) fn is_own(&self, object: Ref) -> bool {
        self.own.get(object.index()).is_some_and(|&own| own)
    }

    fn is_definition(&self, object: Ref) -> bool {
        matches!(
            self.payload(object),
            Payload::Type(_) | Payload::Function(_) | Payload::Code(_)
        )
    }

    fn tell_object(&mut self, reference: Ref, list: Option<GcList>, object: ObjectId) {
        let size = self.size_of(reference);
        self.tell_created(reference, object, size);
        let was_finalized = self.heads[reference.index()].has(Head::FINALIZED);
        if was_finalized && self.type_body(self.class_of(reference)).has_finalizer {
            self.emit(Event::FinalizerFinished { object });
        }
        if !self.is_immortal(reference) {
            let count = self.refcount(reference);
            self.emit(Event::CountChanged { object, count });
        }
        if let Some(list) = list {
            self.emit(Event::Moved { object, list });
        }
        if let Payload::WeakRef(body) = self.payload(reference)
            && let Some(target) = body.target
        {
            self.record_weakref_created(reference, target);
        }
    }
}

/// So many objects are told whatever the budget.
const MIN_TOLD: usize = 1000;

/// Events that tell one object: made, described, counted, placed, and what it holds.
const EVENTS_OF_ONE: usize = 5;
