//! The recorder: what the heap, the collector and the interpreter tell becomes events.
//!
//! While nothing is recorded it costs one test per change. Containers are shown by what they hold: whoever changes an
//! object's contents touches it first, and before the next event the recorder compares what it holds now with what
//! it held before and emits the difference. So no single change can be forgotten.
//! Objects that exist before the program begins have no events; references to them appear as values.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::event::{Edge, Event, FrameId, ObjectId, Owner};
use crate::heap::Ref;

/// How much is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: the heap runs at full speed.
    #[default]
    Off,
    /// Units, statements, output, collections' begin and end, totals.
    Coarse,
    /// Everything.
    Full,
}

#[derive(Default)]
pub struct Recorder {
    detail: Detail,
    pub events: Vec<Event>,
    /// Detailed events beyond this number end the detail.
    pub max_events: usize,
    n_created: u32,
    /// The number of each live object.
    ids: FxHashMap<Ref, ObjectId>,
    /// What each owner held when it was last compared.
    held: FxHashMap<Owner, Vec<Edge>>,
    /// Objects touched since the last event, in order.
    touched: Vec<Ref>,
    touched_set: FxHashSet<Ref>,
    /// The dict of the module's globals: its items are the module's names.
    pub globals: Option<Ref>,
    /// The repr of recently seen types, shared.
    texts: FxHashMap<Rc<str>, Rc<str>>,
}

impl Recorder {
    /// Begins to record, to at most that many detailed events.
    pub fn start(&mut self, max_events: usize) {
        self.detail = Detail::Full;
        self.max_events = max_events;
    }

    /// Records nothing until [`Recorder::resume`].
    pub fn suspend(&mut self) -> Detail {
        std::mem::take(&mut self.detail)
    }

    pub fn resume(&mut self, detail: Detail) {
        self.detail = detail;
    }

    #[inline]
    pub fn is_on(&self) -> bool {
        self.detail != Detail::Off
    }

    #[inline]
    pub fn is_detailed(&self) -> bool {
        self.detail == Detail::Full
    }

    /// The object's contents are about to change.
    pub fn touch(&mut self, object: Ref) {
        if self.touched_set.insert(object) {
            self.touched.push(object);
        }
    }

    /// The objects touched since the last call, to be compared now.
    pub fn take_touched(&mut self) -> Vec<Ref> {
        self.touched_set.clear();
        std::mem::take(&mut self.touched)
    }

    pub fn any_touched(&self) -> bool {
        !self.touched.is_empty()
    }

    /// Appends an event. Detailed ones are left out once the budget is used up.
    pub fn push(&mut self, event: Event) {
        if self.detail == Detail::Full && self.events.len() >= self.max_events {
            self.detail = Detail::Coarse;
            self.touched.clear();
            self.touched_set.clear();
            self.events.push(Event::DetailEnded);
        }
        if self.detail == Detail::Full || is_coarse(&event) {
            self.events.push(event);
        }
    }

    /// The object's number; none for what existed before the program began.
    #[inline]
    pub fn id_of(&self, object: Ref) -> Option<ObjectId> {
        self.ids.get(&object).copied()
    }

    /// Numbers a new object.
    pub fn number(&mut self, object: Ref) -> ObjectId {
        let id = ObjectId(self.n_created);
        self.n_created += 1;
        self.ids.insert(object, id);
        id
    }

    /// The object is gone: its slot may be another's soon.
    pub fn forget(&mut self, object: Ref) -> Option<ObjectId> {
        let id = self.ids.remove(&object)?;
        self.held.remove(&Owner::Object(id));
        Some(id)
    }

    pub fn forget_frame(&mut self, frame: FrameId) {
        self.held.remove(&Owner::Frame(frame));
    }

    /// Emits the difference between what the owner held and holds now: one stretch, between what is the same at both
    /// ends.
    pub fn compare(&mut self, owner: Owner, now: Vec<Edge>) {
        let before = self.held.get(&owner).map_or(&[][..], Vec::as_slice);
        let same_start = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
        let same_end = before[same_start..]
            .iter()
            .rev()
            .zip(now[same_start..].iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let removed = before.len() - same_start - same_end;
        let inserted = now[same_start..now.len() - same_end].to_vec();
        if removed == 0 && inserted.is_empty() {
            return;
        }
        self.held.insert(owner, now);
        let event = Event::EdgesChanged {
            owner,
            at: same_start as u32,
            removed: removed as u32,
            inserted,
        };
        self.push(event);
    }

    /// One copy of each text that is often repeated.
    pub fn shared(&mut self, text: &str) -> Rc<str> {
        if let Some(found) = self.texts.get(text) {
            return found.clone();
        }
        let new: Rc<str> = Rc::from(text);
        self.texts.insert(new.clone(), new.clone());
        new
    }
}

fn is_coarse(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitStarted { .. }
            | Event::UnitFinished { .. }
            | Event::StatementStarted { .. }
            | Event::Printed { .. }
            | Event::ExceptionRaised { .. }
            | Event::ExceptionIgnored { .. }
            | Event::CollectionStarted { .. }
            | Event::CollectionFinished { .. }
            | Event::HeapMeasured { .. }
            | Event::DetailEnded
    )
}
