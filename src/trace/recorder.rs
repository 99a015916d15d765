//! The recorder: what the heap, the collector and the interpreter tell becomes events.
//!
//! While nothing is recorded it costs one test per change. Containers are shown by what they hold: whoever changes an
//! object's contents touches it first, and before the next event the recorder compares what it holds now with what
//! it held before and emits the difference. So no single change can be forgotten.
//! Objects that exist before the program begins have no events; references to them appear as values.

use std::collections::hash_map::Entry;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::event::{Edge, Event, FrameId, Label, ObjectId, Owner, Target};
use crate::heap::Ref;

/// How much is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: the heap runs at full speed.
    #[default]
    Off,
    /// Units and output: a loop without end must not fill the memory with its statements.
    Sparse,
    /// Units, statements, output, collections' begin and end, totals.
    Coarse,
    /// Everything.
    Full,
}

/// Which elements of a list or dict may be others than before; of anything else all that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    From(u32),
    Only(u32),
}

impl Changed {
    pub const ALL: Changed = Changed::From(0);

    fn first(self) -> u32 {
        match self {
            Changed::From(first) | Changed::Only(first) => first,
        }
    }

    fn and(self, other: Changed) -> Changed {
        if self == other {
            return self;
        }
        Changed::From(self.first().min(other.first()))
    }
}

/// What an owner holds, as it is told.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub edges: Vec<Edge>,
    /// How many elements of a container they stand for.
    pub n_elements: u32,
    /// How many of those are values that were told one by one.
    pub n_values: u32,
}

impl Contents {
    /// Where the references of the elements from `n` on begin; and what is told from there, up to that element.
    pub fn up_to(&self, n: u32) -> (usize, Contents) {
        let mut at = self.edges.len();
        let (mut n_elements, mut n_values) = (self.n_elements, self.n_values);
        while n_elements > n && at > 0 {
            at -= 1;
            n_elements -= elements(&self.edges[at]);
            n_values -= u32::from(is_told_value(&self.edges[at]));
        }
        let more = if n_elements < n {
            // Some of those that were only counted.
            let mut cut = self.edges[at].clone();
            cut.label = Label::More(n - n_elements);
            Some(cut)
        } else {
            let last = self.edges[..at].last();
            let last = last.filter(|edge| matches!(edge.label, Label::More(_)));
            at -= usize::from(last.is_some());
            last.cloned()
        };
        let start = Contents {
            edges: more.into_iter().collect(),
            n_elements: n,
            n_values,
        };
        (at, start)
    }

    /// The reference that tells of a list's element, by its index.
    pub fn of_element(&self, element: u32) -> Option<usize> {
        if self.edges.len() == self.n_elements as usize {
            return Some(element as usize).filter(|&at| at < self.edges.len());
        }
        let mut end = 0;
        self.edges.iter().position(|edge| {
            end += elements(edge);
            element < end
        })
    }
}

/// What moves to another position of its list is the same reference: whoever shows it counts the positions.
fn is_same(a: &Edge, b: &Edge) -> bool {
    let is_position = |edge: &Edge| matches!(edge.label, Label::Index(_));
    a.target == b.target && (a.label == b.label || is_position(a) && is_position(b))
}

/// Only elements of lists and dicts are asked.
fn elements(edge: &Edge) -> u32 {
    match edge.label {
        Label::More(n) => n,
        Label::KeyObject => 0,
        _ => 1,
    }
}

fn is_told_value(edge: &Edge) -> bool {
    let is_element = matches!(edge.label, Label::Index(_) | Label::Key(_));
    is_element && matches!(edge.target, Target::Value { .. })
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
    held: FxHashMap<Owner, Contents>,
    /// Objects touched since the last event, in order.
    touched: Vec<Ref>,
    /// Which of their elements may be others.
    changed: FxHashMap<Ref, Changed>,
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

    /// Statements are among what is recorded.
    #[inline]
    pub fn wants_statements(&self) -> bool {
        matches!(self.detail, Detail::Coarse | Detail::Full)
    }

    #[inline]
    pub fn is_detailed(&self) -> bool {
        self.detail == Detail::Full
    }

    /// The object's contents are about to change, or those elements of them.
    pub fn touch(&mut self, object: Ref, elements: Changed) {
        match self.changed.entry(object) {
            Entry::Occupied(mut changed) => {
                let changed = changed.get_mut();
                *changed = changed.and(elements);
            }
            Entry::Vacant(new) => {
                new.insert(elements);
                self.touched.push(object);
            }
        }
    }

    /// The objects touched since the last call, to be compared now, and which of their elements.
    pub fn take_touched(&mut self) -> Vec<(Ref, Changed)> {
        let changed = std::mem::take(&mut self.changed);
        let touched = self.touched.drain(..);
        touched.map(|object| (object, changed[&object])).collect()
    }

    pub fn any_touched(&self) -> bool {
        !self.touched.is_empty()
    }

    /// Appends an event. Detailed ones are left out once the budget is used up.
    pub fn push(&mut self, event: Event) {
        if self.detail == Detail::Full && self.events.len() >= self.max_events {
            self.detail = Detail::Coarse;
            self.forget_details();
            self.events.push(Event::DetailEnded);
        }
        if matches!(event, Event::UnitStarted { .. }) && self.detail == Detail::Sparse {
            self.detail = Detail::Coarse;
        }
        if self.detail == Detail::Coarse && self.events.len() >= self.max_events.saturating_mul(2) {
            self.detail = Detail::Sparse;
        }
        match self.detail {
            Detail::Full => self.events.push(event),
            Detail::Coarse if is_coarse(&event) => self.events.push(event),
            Detail::Sparse if is_sparse(&event) => self.push_sparse(event),
            _ => {}
        }
    }

    /// Of single objects there will be no more events.
    fn forget_details(&mut self) {
        self.touched = Vec::new();
        self.changed = FxHashMap::default();
        self.ids = FxHashMap::default();
        self.held = FxHashMap::default();
    }

    /// What a stream says in a row becomes few events.
    fn push_sparse(&mut self, event: Event) {
        if let (
            Some(Event::Printed { stream, text }),
            Event::Printed {
                stream: same,
                text: more,
            },
        ) = (self.events.last_mut(), &event)
            && stream == same
            && text.len() < JOINED_OUTPUT
        {
            *text = Rc::from(format!("{text}{more}"));
            return;
        }
        // Of exceptions in a row the last one tells where the program stood.
        if let (Some(last @ Event::ExceptionRaised { .. }), Event::ExceptionRaised { .. }) =
            (self.events.last_mut(), &event)
        {
            *last = event;
            return;
        }
        self.events.push(event);
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

    /// What the owner held when it was last compared.
    pub fn held(&self, owner: Owner) -> Option<&Contents> {
        self.held.get(&owner)
    }

    /// Emits the difference between what the owner held and holds now: one stretch, between what is the same at both
    /// ends.
    pub fn compare(&mut self, owner: Owner, now: Contents) {
        self.compare_from(owner, 0, now);
    }

    /// As [`Recorder::compare`], where the references before `at` are what they were and `end` holds those from there on.
    pub fn compare_from(&mut self, owner: Owner, at: usize, end: Contents) {
        let held = self.held.entry(owner).or_default();
        let (before, now) = (&held.edges[at..], &end.edges);
        let same_start = before
            .iter()
            .zip(now)
            .take_while(|(a, b)| is_same(a, b))
            .count();
        let same_end = before[same_start..]
            .iter()
            .rev()
            .zip(now[same_start..].iter().rev())
            .take_while(|(a, b)| is_same(a, b))
            .count();
        let removed = before.len() - same_start - same_end;
        let inserted = now[same_start..now.len() - same_end].to_vec();
        if removed == 0 && inserted.is_empty() {
            return;
        }
        held.edges.truncate(at);
        held.edges.extend(end.edges);
        (held.n_elements, held.n_values) = (end.n_elements, end.n_values);
        let event = Event::EdgesChanged {
            owner,
            at: (at + same_start) as u32,
            removed: removed as u32,
            inserted,
        };
        self.push(event);
    }

    /// One reference of the owner is another one now.
    pub fn replace(&mut self, owner: Owner, at: usize, now: Edge) {
        let Some(held) = self.held.get_mut(&owner) else {
            return;
        };
        let before = &mut held.edges[at];
        if is_same(before, &now) {
            return;
        }
        held.n_values -= u32::from(is_told_value(before));
        held.n_values += u32::from(is_told_value(&now));
        *before = now.clone();
        self.push(Event::EdgesChanged {
            owner,
            at: at as u32,
            removed: 1,
            inserted: vec![now],
        });
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

/// Bytes of output that one event holds at least before the next one begins, where only output is recorded.
const JOINED_OUTPUT: usize = 1024;

fn is_sparse(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitStarted { .. }
            | Event::UnitFinished { .. }
            | Event::Printed { .. }
            | Event::ExceptionRaised { .. }
            | Event::ExceptionIgnored { .. }
    )
}

fn is_coarse(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitStarted { .. }
            | Event::UnitFinished { .. }
            | Event::StatementStarted { .. }
            | Event::Printed { .. }
            | Event::GraphDrawn { .. }
            | Event::ExceptionRaised { .. }
            | Event::ExceptionIgnored { .. }
            | Event::CollectionStarted { .. }
            | Event::CollectionFinished { .. }
            | Event::CollectorConfigured { .. }
            | Event::HeapMeasured { .. }
            | Event::DetailEnded
    )
}
