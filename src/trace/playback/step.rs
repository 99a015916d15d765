//! Steps: which adjacent events are one visible change.
//!
//! A recorder writes several facts about one thing that a person sees as one: a new object, that it is tracked, what
//! it refers to. [`Grouping`] decides for each event whether it belongs to the step before it. Invariant: the decision
//! depends on earlier events alone, so that appending events never changes an earlier step. Where very much happens
//! without a landmark in between, later steps take in ever more changes: a pass over a million objects is a few hundred
//! steps, of which the first are single ones.

use std::cmp::Ordering;

use crate::trace::event::{Edge, Event, ObjectId, Owner, Target};

/// So many changes after a landmark are steps of their own; the k-th step after that holds about k ÷ SINGLE changes.
const SINGLE: u32 = 32;

#[derive(Clone, Debug, Default)]
pub struct Grouping {
    head: Head,
    /// The objects' counts by their numbers.
    counts: Vec<u32>,
    previous: Subject,
    /// Count changes that may still belong to the references just changed.
    n_counts_due: usize,
    /// Changes since the last landmark, and those in the step that is open.
    n_changes: u32,
    n_in_step: u32,
    /// The heap is told as it stands: one thing.
    is_retold: bool,
}

/// What the open change began with.
#[derive(Clone, Debug, Default)]
enum Head {
    #[default]
    Other,
    Unit,
    Created(ObjectId),
    Count {
        object: ObjectId,
        direction: Ordering,
    },
    Edges {
        owner: Owner,
        inserted: Vec<ObjectId>,
        n_removed: u32,
    },
    Frame(Owner),
    Dealloc(ObjectId),
}

/// What the previous event was about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Subject {
    #[default]
    Other,
    Object(ObjectId),
    Printed,
}

impl Grouping {
    /// Whether the event begins a step. To be asked for each event in turn.
    pub fn begins_step(&mut self, event: &Event) -> bool {
        let direction = self.count_direction(event);
        let same_change = self.continues_change(event, direction);
        self.is_retold = match event {
            Event::DetailResumed => true,
            _ => self.is_retold && !ends_retelling(event),
        };
        self.previous = subject(event);
        if same_change {
            return false;
        }
        self.head = head(event, direction);
        self.n_counts_due = match &self.head {
            Head::Edges {
                inserted,
                n_removed,
                ..
            } => inserted.len() + *n_removed as usize,
            _ => 0,
        };
        if is_landmark(event) {
            (self.n_changes, self.n_in_step) = (0, 0);
            return true;
        }
        self.n_changes += 1;
        if self.n_in_step > 0 && self.n_in_step < self.n_changes / SINGLE {
            self.n_in_step += 1;
            return false;
        }
        self.n_in_step = 1;
        true
    }

    /// Whether a count went up or down.
    fn count_direction(&mut self, event: &Event) -> Ordering {
        match event {
            Event::ObjectCreated { object, .. } => {
                self.set_count(*object, 1);
                Ordering::Equal
            }
            Event::ObjectMet { object, count, .. } => {
                self.set_count(*object, *count);
                Ordering::Equal
            }
            Event::CountChanged { object, count } => count.cmp(&self.set_count(*object, *count)),
            _ => Ordering::Equal,
        }
    }

    /// The count before; a new object has one.
    fn set_count(&mut self, object: ObjectId, count: u32) -> u32 {
        let index = object.0 as usize;
        if index >= self.counts.len() {
            self.counts.resize(index + 1, 1);
        }
        std::mem::replace(&mut self.counts[index], count)
    }

    fn continues_change(&mut self, event: &Event, direction: Ordering) -> bool {
        if self.is_retold && !ends_retelling(event) {
            return true;
        }
        match event {
            Event::HeapMeasured { .. }
            | Event::ObjectMet { .. }
            | Event::ObjectResized { .. }
            | Event::Described { .. } => true,
            Event::StatementStarted { .. } | Event::DetailResumed => {
                matches!(self.head, Head::Unit)
            }
            Event::Tracked { object } => {
                matches!(self.head, Head::Created(head) if head == *object)
            }
            Event::WeakrefCreated { weakref, .. } => {
                matches!(self.head, Head::Created(head) if head == *weakref)
            }
            Event::Moved { object, .. } => self.previous == Subject::Object(*object),
            Event::Untracked { object } | Event::Freed { object } => {
                matches!(self.head, Head::Dealloc(head) if head == *object)
                    && self.previous == Subject::Object(*object)
            }
            Event::Printed { .. } => self.previous == Subject::Printed,
            Event::CountChanged { object, .. } => self.count_belongs(*object, direction),
            Event::FrameLeft { frame, .. } => {
                matches!(self.head, Head::Edges { owner, .. } if owner == Owner::Frame(*frame))
            }
            Event::EdgesChanged {
                owner,
                inserted,
                removed,
                ..
            } => self.edges_belong(*owner, inserted, *removed),
            _ => false,
        }
    }

    fn count_belongs(&mut self, object: ObjectId, direction: Ordering) -> bool {
        match &self.head {
            // The interpreter often takes or drops several references in a row: n.x = n takes three.
            Head::Count {
                object: head,
                direction: before,
            } if *head == object && *before == direction => true,

            Head::Created(head) if *head == object => true,
            Head::Edges {
                inserted,
                n_removed,
                ..
            } if self.n_counts_due > 0 => {
                let belongs = *n_removed > 0 || inserted.contains(&object);
                self.n_counts_due -= usize::from(belongs);
                belongs
            }
            Head::Frame(_) => true,
            _ => false,
        }
    }

    /// A reference is counted before it is stored: that count change and the new reference are one.
    fn edges_belong(&mut self, owner: Owner, inserted: &[Edge], removed: u32) -> bool {
        match self.head {
            Head::Created(head) => owner == Owner::Object(head),
            Head::Frame(head) => owner == head,
            Head::Count {
                object: counted, ..
            } if object_targets(inserted).any(|object| object == counted) => {
                self.head = Head::Edges {
                    owner,
                    inserted: object_targets(inserted).collect(),
                    n_removed: removed,
                };
                self.n_counts_due = inserted.len() + removed as usize - 1;
                true
            }
            _ => false,
        }
    }
}

fn object_targets(edges: &[Edge]) -> impl Iterator<Item = ObjectId> + '_ {
    edges.iter().filter_map(|edge| match edge.target {
        Target::Object(object) => Some(object),
        Target::Value { .. } => None,
    })
}

fn head(event: &Event, direction: Ordering) -> Head {
    match event {
        Event::UnitStarted { .. } => Head::Unit,
        Event::ObjectCreated { object, .. } => Head::Created(*object),
        Event::CountChanged { object, .. } => Head::Count {
            object: *object,
            direction,
        },
        Event::EdgesChanged {
            owner,
            inserted,
            removed,
            ..
        } => Head::Edges {
            owner: *owner,
            inserted: object_targets(inserted).collect(),
            n_removed: *removed,
        },
        Event::FrameEntered { frame, .. } => Head::Frame(Owner::Frame(*frame)),
        Event::DeallocStarted { object } => Head::Dealloc(*object),
        _ => Head::Other,
    }
}

fn subject(event: &Event) -> Subject {
    match event {
        Event::Printed { .. } => Subject::Printed,
        Event::DeallocStarted { object }
        | Event::Untracked { object }
        | Event::MovedToUnreachable { object }
        | Event::FoundReachable { object, .. }
        | Event::ReachedFrom { object, .. }
        | Event::Moved { object, .. } => Subject::Object(*object),
        _ => Subject::Other,
    }
}

/// Between two statements, or after the last one, the heap as it stands is told.
fn ends_retelling(event: &Event) -> bool {
    matches!(
        event,
        Event::StatementStarted { .. } | Event::UnitStarted { .. } | Event::UnitFinished { .. }
    )
}

/// What nobody wants to miss: always a step of its own, however much happens around it.
fn is_landmark(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitStarted { .. }
            | Event::UnitFinished { .. }
            | Event::StatementStarted { .. }
            | Event::FrameEntered { .. }
            | Event::Printed { .. }
            | Event::GraphDrawn { .. }
            | Event::ExceptionRaised { .. }
            | Event::ExceptionIgnored { .. }
            | Event::CollectionStarted { .. }
            | Event::CollectionFinished { .. }
            | Event::CollectorConfigured { .. }
            | Event::PassStarted { .. }
            | Event::UnreachableFound { .. }
            | Event::FinalizerStarted { .. }
            | Event::Resurrected { .. }
            | Event::MarkSweepStarted
            | Event::MarkSweepFinished { .. }
            | Event::DetailEnded
            | Event::DetailResumed
    )
}
