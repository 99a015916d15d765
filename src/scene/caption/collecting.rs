//! What collections and marking do, and how the collector is set.

use super::{Message, Step};
use crate::scene::cast::Role;
use crate::trace::event::{Event, GcList, ObjectId, Pass, Trigger};
use crate::trace::playback::{Object, State};

impl Step<'_> {
    pub(super) fn collection_caption(&self, lead: &Event) -> Message {
        let about = |key: &'static str, object: &ObjectId| {
            Message::new(key).text("object", self.called(*object))
        };
        match lead {
            Event::CollectionStarted {
                generation,
                trigger,
                counts,
                thresholds,
            } => started(*generation, *trigger, counts, thresholds),
            Event::PassStarted { pass } => Message::new(pass_key(*pass)),
            Event::GenerationMerged { from, into } => {
                let n = self.n_drawn(*from);
                let merged = Message::new("caption.generation_merged").number("n", n);
                merged
                    .number("from", generation_number(*from))
                    .number("to", generation_number(*into))
            }
            Event::ListMoved { from, into } => self.list_moved(*from, *into),
            Event::GcRefsCopied { object, gc_refs } => {
                about("caption.gc_refs_copied", object).number("n", *gc_refs)
            }
            Event::GcRefsDecremented {
                object,
                holder,
                gc_refs,
            } => {
                let key = if object == holder {
                    "caption.gc_refs_own"
                } else {
                    "caption.gc_refs_decremented"
                };
                let message = about(key, object)
                    .number("from", gc_refs.saturating_add(1))
                    .number("to", *gc_refs);
                if object == holder {
                    message
                } else {
                    message.text("holder", self.called(*holder))
                }
            }
            Event::MovedToUnreachable { object } => about("caption.moved_to_unreachable", object),
            Event::FoundReachable { object, gc_refs } => {
                let key = if self.was(*object, State::is_reached) {
                    "caption.found_reached"
                } else {
                    "caption.found_reachable"
                };
                about(key, object).number("n", *gc_refs)
            }
            Event::ReachedFrom { object, holder } => {
                let comes_back = |_: &State, it: &Object| it.list == Some(GcList::Unreachable);
                let key = if self.was(*object, comes_back) {
                    "caption.reached_back"
                } else {
                    "caption.reached_from"
                };
                about(key, object).text("holder", self.called(*holder))
            }
            Event::Moved { object, list } => match list {
                GcList::Unreachable => about("caption.moved_to_tray", object),
                GcList::Permanent => about("caption.moved_to_permanent", object),
                _ => about("caption.moved_to_generation", object)
                    .number("generation", generation_number(*list)),
            },
            Event::CollectorConfigured {
                enabled,
                thresholds,
            } => self.configured(*enabled, thresholds),
            Event::UnreachableFound { objects } => {
                Message::new("caption.unreachable_found").number("n", objects.len() as u32)
            }
            Event::Resurrected { objects } => {
                Message::new("caption.resurrected").number("n", objects.len() as u32)
            }
            Event::Cleared { object } => about("caption.cleared", object),
            Event::Uncollectable { object } => about("caption.uncollectable", object),
            Event::CollectionFinished {
                generation,
                collected,
                uncollectable: 0,
                ..
            } => {
                let finished = Message::new("caption.collection_finished").number("n", *collected);
                finished.number("generation", u32::from(*generation))
            }
            Event::CollectionFinished {
                generation,
                collected,
                uncollectable,
                ..
            } => {
                let finished = Message::new("caption.collection_finished_uncollectable")
                    .number("n", *collected);
                finished
                    .number("uncollectable", *uncollectable)
                    .number("generation", u32::from(*generation))
            }
            _ => self.mark_sweep_caption(lead),
        }
    }

    fn configured(&self, enabled: bool, thresholds: &[u32; 3]) -> Message {
        let [young, middle, old] = *thresholds;
        if enabled == self.before.totals.disabled {
            let key = if enabled {
                "caption.collector_enabled"
            } else {
                "caption.collector_disabled"
            };
            return Message::new(key).number("n", young);
        }
        Message::new("caption.thresholds_set")
            .number("young", young)
            .number("middle", middle)
            .number("old", old)
    }

    /// How many objects of a list have a card: what the picture shows moving.
    fn n_drawn(&self, list: GcList) -> u32 {
        self.before
            .list(list)
            .filter(|&object| self.cast.role(object) != Role::Hidden)
            .count() as u32
    }

    fn list_moved(&self, from: GcList, into: GcList) -> Message {
        let n = self.n_drawn(from);
        match (from, into) {
            (_, GcList::Permanent) => Message::new("caption.frozen").number("n", n),
            (GcList::Permanent, _) => Message::new("caption.unfrozen").number("n", n),
            _ => Message::new("caption.promoted")
                .number("n", n)
                .number("generation", generation_number(into)),
        }
    }

    fn mark_sweep_caption(&self, lead: &Event) -> Message {
        let about = |key: &'static str, object: &ObjectId| {
            Message::new(key).text("object", self.called(*object))
        };
        match lead {
            Event::MarkSweepStarted => Message::new("caption.mark_sweep_started"),
            Event::Marked {
                object,
                holder: None,
            } => about("caption.marked_from_root", object),
            Event::Marked {
                object,
                holder: Some(holder),
            } => about("caption.marked", object).text("holder", self.called(*holder)),
            Event::FoundUnmarked { object } => about("caption.found_unmarked", object),
            Event::MarkSweepFinished { marked, unmarked } => {
                Message::new("caption.mark_sweep_finished")
                    .number("marked", *marked)
                    .number("n", *unmarked)
            }
            _ => Message::new("caption.start"),
        }
    }
}

fn started(generation: u8, trigger: Trigger, counts: &[u32; 3], thresholds: &[u32; 3]) -> Message {
    let key = match trigger {
        Trigger::Explicit => "caption.collection_explicit",
        Trigger::Threshold => "caption.collection_threshold",
        Trigger::Shutdown => "caption.collection_shutdown",
    };
    let message = Message::new(key).number("generation", u32::from(generation));
    match trigger {
        Trigger::Threshold => message
            .number("count", counts[0])
            .number("threshold", thresholds[0]),
        Trigger::Explicit | Trigger::Shutdown => message,
    }
}

fn generation_number(list: GcList) -> u32 {
    match list {
        GcList::Generation0 => 0,
        GcList::Generation1 => 1,
        GcList::Generation2 | GcList::Permanent | GcList::Unreachable => 2,
    }
}

fn pass_key(pass: Pass) -> &'static str {
    match pass {
        Pass::MergeYounger => "caption.pass_merge_younger",
        Pass::UpdateRefs => "caption.pass_update_refs",
        Pass::SubtractRefs => "caption.pass_subtract_refs",
        Pass::MoveUnreachable => "caption.pass_move_unreachable",
        Pass::Untrack => "caption.pass_untrack",
        Pass::Promote => "caption.pass_promote",
        Pass::MoveLegacyFinalizers => "caption.pass_move_legacy_finalizers",
        Pass::HandleWeakrefs => "caption.pass_handle_weakrefs",
        Pass::FinalizeGarbage => "caption.pass_finalize_garbage",
        Pass::HandleResurrected => "caption.pass_handle_resurrected",
        Pass::DeleteGarbage => "caption.pass_delete_garbage",
    }
}
