//! The recorder: what the heap, the collector and the interpreter tell becomes events.
//!
//! While nothing is recorded it costs one test per change. Containers are shown by what they hold: whoever changes an
//! object's contents touches it first, and before the next event the recorder compares what it holds now with what
//! it held before and emits the difference. So no single change can be forgotten.
//! Objects that exist before the program begins have no events, and references to them appear as values, until they come
//! to hold an object of the program.

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
    /// Units, statements now and then, output, collections' begin and end, totals.
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

    #[inline]
    fn first(self) -> u32 {
        match self {
            Changed::From(first) | Changed::Only(first) => first,
        }
    }

    #[inline]
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

/// No object gets this number: there would be no memory for so many events.
const UNKNOWN: ObjectId = ObjectId(u32::MAX);

/// So many touched objects are looked through one by one.
const FEW_TOUCHED: usize = 8;

#[derive(Default)]
pub struct Recorder {
    detail: Detail,
    pub events: Vec<Event>,
    /// Detailed events of one text, or since the details began again.
    pub max_events: usize,
    /// How many events there may be before the details end.
    end_of_detail: usize,
    n_created: u32,
    /// The number of each live object, by its slot; [`UNKNOWN`] where there is none.
    ids: Vec<ObjectId>,
    /// What each owner held when it was last compared.
    held: FxHashMap<Owner, Contents>,
    /// Objects touched since the last event, in order, and which of their elements may be others.
    touched: Vec<(Ref, Changed)>,
    /// Where they stand among the touched, once they are many.
    touched_at: FxHashMap<Ref, usize>,
    /// The dict of the module's globals: its items are the module's names.
    pub globals: Option<Ref>,
    /// The repr of recently seen types, shared.
    texts: FxHashMap<Rc<str>, Rc<str>>,
    samples: Samples,
    /// The step of the program at which the details begin, where they do not at its start.
    details_from: Option<u64>,
}

/// Which statements are recorded once the details have ended: all at first, then ever fewer, so that a program of any
/// length is told from its beginning to its end by some ten thousands of them.
#[derive(Default)]
struct Samples {
    /// The program's step from which on the next statement is recorded.
    due_at: u64,
    n_taken: u64,
    /// The interpreter knows when the next one is due, and asks for none before.
    is_awaited: bool,
}

/// So many statements are recorded before the steps between two of them double.
const SAMPLES: u64 = 8192;

impl Samples {
    fn take(&mut self, step: u64) {
        self.due_at = step + (1 << (self.n_taken / SAMPLES).min(62));
        self.n_taken += 1;
    }
}

impl Recorder {
    /// Begins to record, to at most that many detailed events.
    pub fn start(&mut self, max_events: usize) {
        self.max_events = max_events;
        self.begin_again(max_events);
    }

    /// The details are to begin before the statement of that step.
    pub fn defer_details(&mut self, step: u64) {
        self.detail = Detail::Coarse;
        self.details_from = Some(step);
    }

    pub fn are_details_deferred(&self) -> bool {
        self.details_from.is_some()
    }

    /// Whether the details are to begin at that step; they are taken for begun then.
    pub fn takes_up_details(&mut self, step: u64) -> bool {
        let is_due = self.has_ended() && self.details_from.is_some_and(|from| step >= from);
        if is_due {
            self.details_from = None;
        }
        is_due
    }

    /// The details have ended, or were never begun.
    pub fn has_ended(&self) -> bool {
        matches!(self.detail, Detail::Coarse | Detail::Sparse)
    }

    /// From here on everything, up to so many events.
    pub fn begin_again(&mut self, max_events: usize) {
        self.detail = Detail::Full;
        self.end_of_detail = self.events.len().saturating_add(max_events);
    }

    /// Records nothing until [`Recorder::resume`].
    pub fn suspend(&mut self) -> Detail {
        std::mem::take(&mut self.detail)
    }

    pub fn resume(&mut self, detail: Detail) {
        self.detail = detail;
        // Nobody waited meanwhile.
        self.samples.is_awaited = false;
    }

    #[inline]
    pub fn is_on(&self) -> bool {
        self.detail != Detail::Off
    }

    /// Whether the interpreter has to ask before the next statement.
    #[inline]
    pub fn watches_statements(&self) -> bool {
        match self.detail {
            Detail::Full => true,
            Detail::Coarse | Detail::Sparse => !self.samples.is_awaited,
            Detail::Off => false,
        }
    }

    /// Whether the statement before which the program has made so many steps is to be recorded.
    pub fn wants_statement(&self, step: u64) -> bool {
        match self.detail {
            Detail::Full => true,
            Detail::Off => false,
            Detail::Coarse | Detail::Sparse => self.next_statement().is_some_and(|at| step >= at),
        }
    }

    /// The statement of that step is recorded, or nobody would see it.
    pub fn took_statement(&mut self, step: u64) {
        if self.has_ended() {
            self.samples.take(step);
        }
    }

    /// The step before which no statement is wanted, and the interpreter does not ask; none where it always does.
    pub fn await_statement(&mut self) -> Option<u64> {
        self.samples.is_awaited = self.has_ended();
        self.next_statement()
    }

    /// The step from which on the next statement is wanted; none where that is no single one.
    pub fn next_statement(&self) -> Option<u64> {
        let sample = (self.detail == Detail::Coarse).then_some(self.samples.due_at);
        let details = self.details_from.filter(|_| self.has_ended());
        sample.into_iter().chain(details).min()
    }

    #[inline]
    pub fn is_detailed(&self) -> bool {
        self.detail == Detail::Full
    }

    /// The object's contents are about to change, or those elements of them.
    #[inline]
    pub fn touch(&mut self, object: Ref, elements: Changed) {
        if let Some((last, changed)) = self.touched.last_mut()
            && *last == object
        {
            *changed = changed.and(elements);
            return;
        }
        self.touch_another(object, elements);
    }

    fn touch_another(&mut self, object: Ref, elements: Changed) {
        match self.touched_at(object) {
            Some(at) => {
                let changed = &mut self.touched[at].1;
                *changed = changed.and(elements);
            }
            None => self.touched.push((object, elements)),
        }
    }

    /// Between two events few objects are touched: only of many it is remembered where they stand.
    fn touched_at(&mut self, object: Ref) -> Option<usize> {
        let n = self.touched.len();
        if n <= FEW_TOUCHED {
            return self.touched.iter().rposition(|&(it, _)| it == object);
        }
        for at in self.touched_at.len()..n {
            self.touched_at.insert(self.touched[at].0, at);
        }
        self.touched_at.get(&object).copied()
    }

    /// The objects touched since the last call, to be compared now, and which of their elements. To be given back to
    /// [`Recorder::reuse`].
    pub fn take_touched(&mut self) -> Vec<(Ref, Changed)> {
        self.touched_at.clear();
        std::mem::take(&mut self.touched)
    }

    /// The room of what was taken serves again.
    pub fn reuse(&mut self, mut taken: Vec<(Ref, Changed)>) {
        if self.touched.is_empty() {
            taken.clear();
            self.touched = taken;
        }
    }

    pub fn any_touched(&self) -> bool {
        !self.touched.is_empty()
    }

    /// Appends an event. Detailed ones are left out once the budget is used up.
    pub fn push(&mut self, event: Event) {
        if matches!(event, Event::UnitStarted { .. }) {
            self.begin_unit();
        }
        if self.detail == Detail::Full && self.events.len() >= self.end_of_detail {
            self.detail = Detail::Coarse;
            self.forget_details();
            self.samples = Samples::default();
            self.events.push(Event::DetailEnded);
        }
        let end_of_statements = self.end_of_detail.saturating_add(self.max_events);
        if self.detail == Detail::Coarse && self.events.len() >= end_of_statements {
            self.detail = Detail::Sparse;
        }
        match self.detail {
            Detail::Full => self.events.push(event),
            Detail::Coarse if is_coarse(&event) => self.events.push(event),
            Detail::Sparse if is_sparse(&event) => self.push_sparse(event),
            _ => {}
        }
    }

    /// Each text has a budget of its own.
    fn begin_unit(&mut self) {
        self.end_of_detail = self.events.len().saturating_add(self.max_events);
        if self.has_ended() {
            self.detail = Detail::Coarse;
            self.samples = Samples::default();
        }
    }

    /// Of single objects there will be no more events.
    fn forget_details(&mut self) {
        self.touched = Vec::new();
        self.touched_at = FxHashMap::default();
        self.ids = Vec::new();
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
        let index = object.container_index()?;
        let id = *self.ids.get(index as usize)?;
        (id != UNKNOWN).then_some(id)
    }

    /// Numbers a new object.
    pub fn number(&mut self, object: Ref) -> ObjectId {
        let id = ObjectId(self.n_created);
        self.n_created += 1;
        let index = object.index();
        if index >= self.ids.len() {
            self.ids.resize(index + 1, UNKNOWN);
        }
        self.ids[index] = id;
        id
    }

    /// The object is gone: its slot may be another's soon.
    pub fn forget(&mut self, object: Ref) -> Option<ObjectId> {
        let id = self.id_of(object)?;
        self.ids[object.index()] = UNKNOWN;
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

    /// What was told as a value with one of these ids is an object with a number from now on.
    pub fn retarget(&mut self, ids: &FxHashMap<u64, ObjectId>) {
        for held in self.held.values_mut() {
            for edge in &mut held.edges {
                let Some(object) = edge.target.becomes(ids) else {
                    continue;
                };
                held.n_values -= u32::from(is_told_value(edge));
                edge.target = Target::Object(object);
            }
        }
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
            | Event::DetailResumed
    )
}
