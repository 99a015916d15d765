//! Accents: what the step that ends at a position did, to which shape.
//!
//! It turns the few events of one step into marks on cards, badges and arrows. Invariant: they follow from the events
//! of that step and the state at its end alone, so that the picture at a position is always the same.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::shape::Accent;
use crate::trace::event::{Event, FrameId, GcList, Label, ObjectId, Owner, Pass};
use crate::trace::playback::State;

#[derive(Clone, Debug, Default)]
pub struct Accents {
    pub cards: BTreeMap<ObjectId, Accent>,
    pub counts: BTreeMap<ObjectId, Accent>,
    pub gc_refs: BTreeMap<ObjectId, Accent>,
    pub edges: BTreeMap<(Owner, u32), Accent>,
    pub names: BTreeMap<(FrameId, Rc<str>), Accent>,
    pub weak: BTreeMap<ObjectId, Accent>,
}

impl Accents {
    /// `before`: the state before the step's first event; `events`: all events, of which those of `step` happened;
    /// `after`: the state at its end.
    pub fn of(
        before: &State,
        events: &[Event],
        step: std::ops::Range<usize>,
        after: &State,
    ) -> Accents {
        let mut accents = Accents::default();
        let mut counts: BTreeMap<ObjectId, u32> = BTreeMap::new();
        for index in step {
            let event = &events[index];
            if let Event::CountChanged { object, count } = event {
                let old = counts.insert(*object, *count);
                let old = old
                    .or_else(|| before.object(*object).map(|it| it.count))
                    .unwrap_or(1);
                accents.counts.insert(
                    *object,
                    if *count >= old {
                        Accent::CountUp
                    } else {
                        Accent::CountDown
                    },
                );
            }
            accents.note(event, &events[..index], after);
        }
        accents
    }

    fn note(&mut self, event: &Event, earlier: &[Event], after: &State) {
        match event {
            Event::ObjectCreated { object, .. } => self.card(*object, Accent::Added),
            Event::EdgesChanged {
                owner,
                at,
                inserted,
                ..
            } => {
                for index in *at..at.saturating_add(inserted.len() as u32) {
                    self.edge(*owner, index, Accent::CountUp, after);
                }
            }
            Event::DeallocStarted { object } => self.card(*object, Accent::Dying),
            Event::FinalizerStarted { object } | Event::FinalizerFinished { object } => {
                self.card(*object, Accent::Finalizing);
            }
            Event::WeakrefCreated { weakref, .. } => {
                self.weak.insert(*weakref, Accent::Added);
            }
            Event::WeakrefCleared { weakref, target } => {
                self.card(*weakref, Accent::Changed);
                self.card(*target, Accent::Visited);
            }
            Event::WeakrefCallbackStarted { weakref } => self.card(*weakref, Accent::Finalizing),
            Event::Untracked { object } if after.object(*object).is_some_and(|it| it.count > 0) => {
                self.card(*object, Accent::Changed);
            }
            Event::GcRefsCopied { object, .. } => {
                self.gc_refs.insert(*object, Accent::Visited);
            }
            Event::GcRefsDecremented { object, holder, .. } => {
                self.gc_refs.insert(*object, Accent::CountDown);
                let nth = n_repeats(earlier, event);
                self.nth_edge(*holder, *object, nth, Accent::Visited, after);
            }
            Event::MovedToUnreachable { object } => self.card(*object, Accent::Unreached),
            Event::FoundReachable { object, .. } => self.card(*object, Accent::Reached),
            Event::ReachedFrom { object, holder } => {
                self.card(*object, Accent::Reached);
                self.nth_edge(*holder, *object, 0, Accent::Reached, after);
            }
            Event::Moved { object, list }
                if *list != GcList::Unreachable && after.pass() != Some(Pass::MoveUnreachable) =>
            {
                self.card(*object, Accent::Changed);
            }
            Event::UnreachableFound { objects } => self.cards(objects, Accent::Unreached),
            Event::Resurrected { objects } => self.cards(objects, Accent::Resurrected),
            Event::Cleared { object } => self.card(*object, Accent::Cleared),
            Event::Uncollectable { object } => self.card(*object, Accent::Unreached),
            Event::Marked { object, holder } => {
                self.card(*object, Accent::Reached);
                if let Some(holder) = holder {
                    self.nth_edge(*holder, *object, 0, Accent::Reached, after);
                }
            }
            Event::FoundUnmarked { object } => self.card(*object, Accent::Unreached),
            _ => {}
        }
    }

    fn cards(&mut self, objects: &[ObjectId], accent: Accent) {
        for &object in objects {
            self.card(object, accent);
        }
    }

    /// The weightier of two accents of one step wins.
    fn card(&mut self, object: ObjectId, accent: Accent) {
        let known = self.cards.entry(object).or_default();
        *known = (*known).max(accent);
    }

    fn edge(&mut self, owner: Owner, index: u32, accent: Accent, after: &State) {
        self.edges.insert((owner, index), accent);
        if let Owner::Frame(frame) = owner
            && let Some(edge) = after
                .references(owner)
                .and_then(|names| names.get(index as usize))
            && let Label::Name(name) = &edge.label
        {
            self.names.insert((frame, name.clone()), accent);
        }
    }

    /// The `nth` of the references from one object to another.
    fn nth_edge(
        &mut self,
        holder: ObjectId,
        object: ObjectId,
        nth: usize,
        accent: Accent,
        after: &State,
    ) {
        let Some(holder_object) = after.object(holder) else {
            return;
        };
        let mut parallel = holder_object
            .references
            .objects()
            .filter(|&(_, _, target)| target == object);
        if let Some((index, ..)) = parallel.nth(nth) {
            self.edges
                .insert((Owner::Object(holder), index as u32), accent);
        }
    }
}

/// How many events just before this one took off the same reference count for the same holder: `[x, x]` visits its
/// first reference, then its second.
fn n_repeats(earlier: &[Event], event: &Event) -> usize {
    let Event::GcRefsDecremented { object, holder, .. } = event else {
        return 0;
    };
    let of_holder = earlier.iter().rev().map_while(|it| match it {
        Event::GcRefsDecremented {
            object,
            holder: other,
            ..
        } if other == holder => Some(object),
        _ => None,
    });
    of_holder.filter(|&other| other == object).count()
}
