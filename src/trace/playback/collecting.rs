//! What the events of a collection change in the [`State`]: which list an object stands in, its gc_refs, its fate.
//!
//! Mirrors `gc_collect_main` of CPython's gc.c from the outside: the collector did the work, this only retells it.

use std::rc::Rc;

use super::state::{Collection, CollectionResult, Condition, LongLived, State};
use crate::trace::event::{Event, GcList, ObjectId};

impl State {
    /// The list that the running collection started from, where objects come back to from the unreachable one.
    pub fn collected_list(&self) -> GcList {
        match self
            .running_collection()
            .map_or(0, |collection| collection.generation)
        {
            0 => GcList::Generation0,
            1 => GcList::Generation1,
            _ => GcList::Generation2,
        }
    }

    pub(super) fn apply_collection(&mut self, event: &Event) {
        match event {
            Event::CollectionStarted { .. } => self.collection_started(event),
            Event::CollectionFinished { .. } => self.collection_finished(event),
            Event::CollectorConfigured {
                enabled,
                thresholds,
            } => {
                self.totals.disabled = !enabled;
                self.totals.thresholds = Some(*thresholds);
            }
            Event::PassStarted { pass } => {
                if let Some(collection) = &mut self.collection {
                    Rc::make_mut(collection).passes.push(*pass);
                }
            }
            Event::GenerationMerged { from, into } | Event::ListMoved { from, into } => {
                self.list_moved(*from, *into);
            }
            Event::GcRefsCopied { object, gc_refs } => {
                self.set_gc_refs(*object, *gc_refs, false);
            }
            Event::FoundReachable { object, gc_refs } => {
                let is_reached = self.object(*object).is_some_and(|it| self.is_reached(it));
                self.set_gc_refs(*object, *gc_refs, is_reached);
            }
            Event::GcRefsDecremented {
                object, gc_refs, ..
            } => {
                self.set_gc_refs(*object, *gc_refs, false);
            }
            Event::MovedToUnreachable { object } => {
                self.moved(*object, GcList::Unreachable);
            }
            Event::ReachedFrom { object, .. } => self.reached(*object),
            Event::Moved { object, list } => self.moved(*object, *list),
            Event::UnreachableFound { objects } => {
                for &object in objects {
                    self.change(object, |it| it.condition = Condition::Unreachable);
                }
            }
            Event::Resurrected { objects } => {
                for &object in objects {
                    self.change(object, |it| it.condition = Condition::Alive);
                }
            }
            Event::Uncollectable { object } => {
                self.change(*object, |it| it.condition = Condition::Uncollectable)
            }
            _ => {}
        }
    }

    fn collection_started(&mut self, event: &Event) {
        let Event::CollectionStarted {
            generation,
            trigger,
            counts,
            thresholds,
        } = *event
        else {
            return;
        };
        let number = self
            .collection
            .as_ref()
            .map_or(0, |collection| collection.number)
            + 1;
        self.totals.thresholds = Some(thresholds);
        self.totals.counts = counts;
        self.collection = Some(Rc::new(Collection {
            number,
            generation,
            trigger,
            counts,
            thresholds,
            passes: Vec::new(),
            result: None,
        }));
    }

    fn collection_finished(&mut self, event: &Event) {
        let Event::CollectionFinished {
            generation,
            collected,
            uncollectable,
            candidates,
            counts,
            long_lived_pending: pending,
            long_lived_total: total,
        } = *event
        else {
            return;
        };
        self.totals.counts = counts;
        self.totals.long_lived = Some(LongLived { pending, total });
        if let Some(stats) = self.totals.stats.get_mut(usize::from(generation)) {
            stats.collections += 1;
            stats.collected += collected;
            stats.uncollectable += uncollectable;
        }
        if let Some(collection) = &mut self.collection {
            Rc::make_mut(collection).result = Some(CollectionResult {
                collected,
                uncollectable,
                candidates,
            });
        }
    }

    fn list_moved(&mut self, from: GcList, into: GcList) {
        if from == GcList::Unreachable {
            for object in self.list(from).collect::<Vec<_>>() {
                self.change(object, survive);
            }
        }
        self.merge(from, into);
    }

    fn moved(&mut self, object: ObjectId, list: GcList) {
        self.place(object, Some(list));
        self.change(object, |it| match (list, it.condition) {
            (GcList::Unreachable, Condition::Alive) => it.condition = Condition::Tentative,
            (GcList::Unreachable, _) => {}
            _ => survive(it),
        });
    }

    /// visit_reachable: what was 0 becomes 1, which only says "reachable"; from the unreachable list it comes back to
    /// the end of the list that is collected.
    fn reached(&mut self, object: ObjectId) {
        if self
            .object(object)
            .is_some_and(|it| it.list == Some(GcList::Unreachable))
        {
            self.moved(object, self.collected_list());
        }
        if self
            .object(object)
            .is_some_and(|it| self.gc_refs(it) == Some(0))
        {
            self.set_gc_refs(object, 1, true);
        }
    }
}

fn survive(object: &mut super::state::Object) {
    if matches!(
        object.condition,
        Condition::Tentative | Condition::Unreachable
    ) {
        object.condition = Condition::Alive;
    }
}
