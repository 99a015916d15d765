//! Captions: what just happened, as a key of the locale files and what fills its gaps.
//!
//! It turns the step that ends at a position into one plain fact. The words stand in www/src/locales; a gap holds a
//! name, a count or a repr, never a word of a language. An object is called by its type and by the shortest expression that
//! reaches it (`list a`, `dict b['k']`), by its former name in brackets when none does (`list (a)`).
//! Invariant: every event has a caption; a step's is that of its weightiest event.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cast::{Cast, Role, is_dunder};
use super::text;
use crate::trace::event::{
    Edge, Event, FrameId, GcList, Label, Leaving, ObjectId, Owner, Pass, Stream, Target, Trigger,
};
use crate::trace::playback::{Object, State};

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    pub key: &'static str,
    pub args: BTreeMap<&'static str, Arg>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    Number(u64),
    Text(String),
}

impl Message {
    pub fn new(key: &'static str) -> Message {
        Message {
            key,
            args: BTreeMap::new(),
        }
    }

    pub fn number(mut self, name: &'static str, value: u32) -> Message {
        self.args.insert(name, Arg::Number(u64::from(value)));
        self
    }

    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Message {
        self.args.insert(name, Arg::Text(value.into()));
        self
    }
}

/// Longer output is cut in a caption.
const MAX_TEXT: usize = 60;

/// The step whose events are given, less the quiet ones: `before` is the state before its first event, `after` that at its end.
pub fn caption(before: &State, step: &[&Event], after: &State, cast: &Cast) -> Message {
    let Some(lead) = step.iter().max_by_key(|event| weight(event)) else {
        return Message::new("caption.start");
    };
    Step {
        before,
        events: step,
        after,
        cast,
    }
    .caption(lead)
}

/// Of several events of one step, the heaviest is told; of equals the last.
fn weight(event: &Event) -> u32 {
    match event {
        Event::ObjectCreated { .. } | Event::FrameEntered { .. } => 9,
        Event::DeallocStarted { .. } => 7,
        Event::EdgesChanged { .. } => 6,
        Event::CountChanged { .. } => 4,
        Event::Tracked { .. }
        | Event::Untracked { .. }
        | Event::Moved { .. }
        | Event::Freed { .. } => 3,
        Event::UnitStarted { .. } | Event::Described { .. } | Event::ObjectResized { .. } => 2,
        Event::HeapMeasured { .. } => 1,
        Event::WeakrefCreated { .. } => 10,
        Event::DetailResumed => 11,
        _ => 8,
    }
}

struct Step<'a> {
    before: &'a State,
    events: &'a [&'a Event],
    after: &'a State,
    cast: &'a Cast,
}

impl Step<'_> {
    fn caption(&self, lead: &Event) -> Message {
        match lead {
            Event::UnitStarted { source: 0 } => Message::new("caption.unit_started"),
            Event::UnitStarted { .. } => Message::new("caption.prompt_started"),
            Event::UnitFinished { source, raised } => Message::new(match (source, raised) {
                (0, false) => "caption.unit_finished",
                (0, true) => "caption.unit_raised",
                (_, false) => "caption.prompt_finished",
                (_, true) => "caption.prompt_raised",
            }),
            Event::StatementStarted { frame, line, .. } => self.statement(*frame, *line),
            Event::FrameEntered {
                frame,
                function,
                resumed,
                ..
            } => {
                let call = if *resumed {
                    "caption.resumed"
                } else {
                    "caption.called"
                };
                self.frame(call, "caption.class_body", *frame, function)
            }
            Event::FrameLeft { frame, how } => self.left(*frame, *how),
            Event::Printed { stream, .. } => self.printed(*stream),
            Event::ExceptionRaised {
                type_name,
                message,
                line,
            } if message.is_empty() => Message::new("caption.raised_bare")
                .text("type", &**type_name)
                .number("line", *line),
            Event::ExceptionRaised {
                type_name,
                message,
                line,
            } => {
                let message = text::shortened(message, MAX_TEXT);
                let raised = Message::new("caption.raised")
                    .text("type", &**type_name)
                    .number("line", *line);
                raised.text("message", &*message)
            }
            Event::ExceptionIgnored { text } => Message::new("caption.exception_ignored")
                .text("text", &*text::shortened(text, MAX_TEXT)),
            Event::HeapMeasured { bytes, objects, .. } => {
                let mut measured = Message::new("caption.measured");
                measured.args.insert("bytes", Arg::Number(*bytes));
                measured.args.insert("n", Arg::Number(*objects));
                measured
            }
            Event::DetailEnded => Message::new("caption.detail_ended"),
            Event::DetailResumed => Message::new("caption.detail_resumed"),
            Event::GraphDrawn { .. } => Message::new("caption.graph_drawn"),
            Event::EdgesChanged {
                owner,
                at,
                removed,
                inserted,
            } => match owner {
                Owner::Frame(frame) => self.names_changed(*frame, *at, *removed, inserted),
                Owner::Object(owner) => self.references_changed(*owner, *at, *removed, inserted),
            },
            _ => self.object_caption(lead),
        }
    }

    fn statement(&self, frame: FrameId, line: u32) -> Message {
        match self.after.frame(frame) {
            Some(it) if !it.function.is_empty() => {
                let key = self.frame(
                    "caption.line_in_function",
                    "caption.line_in_class",
                    frame,
                    &it.function,
                );
                key.number("line", line)
            }
            _ => Message::new("caption.line").number("line", line),
        }
    }

    fn left(&self, frame: FrameId, how: Leaving) -> Message {
        let of_call = match how {
            Leaving::Returned => "caption.returned",
            Leaving::SetAside => "caption.set_aside",
            Leaving::Unwound => "caption.unwound",
        };
        let of_class = match how {
            Leaving::Returned | Leaving::SetAside => "caption.class_body_done",
            Leaving::Unwound => "caption.class_body_unwound",
        };
        let function = self.before.frame(frame).map_or("", |it| &it.function);
        self.frame(of_call, of_class, frame, function)
    }

    fn frame(
        &self,
        call: &'static str,
        class_body: &'static str,
        frame: FrameId,
        function: &str,
    ) -> Message {
        let key = if self.cast.is_class_body(frame) {
            class_body
        } else {
            call
        };
        Message::new(key).text("function", function)
    }

    fn printed(&self, stream: Stream) -> Message {
        let pieces = self.events.iter().filter_map(|event| match event {
            Event::Printed { text, .. } => Some(&**text),
            _ => None,
        });
        let text: String = pieces.collect();
        let key = match stream {
            Stream::Stdout => "caption.printed",
            Stream::Stderr => "caption.printed_error",
        };
        Message::new(key).text("text", &*text::shortened(text.trim_end(), MAX_TEXT))
    }

    fn object_caption(&self, lead: &Event) -> Message {
        let about = |key: &'static str, object: &ObjectId| {
            Message::new(key).text("object", self.called(*object))
        };
        match lead {
            Event::ObjectCreated {
                object,
                type_name,
                has_finalizer,
                ..
            } => {
                let key = if *has_finalizer {
                    "caption.created_with_finalizer"
                } else {
                    "caption.created"
                };
                let count = self.after.object(*object).map_or(1, |it| it.count);
                Message::new(key)
                    .text("type", &**type_name)
                    .number("count", count)
            }
            Event::ObjectResized { object, .. } => about("caption.resized", object),
            Event::Described { object, text } => {
                about("caption.described", object).text("text", &*text::shortened(text, MAX_TEXT))
            }
            Event::Tracked { object } => about("caption.tracked", object),
            Event::Untracked { object } => about("caption.untracked", object),
            Event::CountChanged { object, count } => self.counted(*object, *count),
            Event::DeallocStarted { object } => self.dying(*object),
            Event::Freed { object } => about("caption.freed", object),
            Event::FinalizerStarted { object } => about("caption.finalizer_started", object),
            Event::FinalizerFinished { object } => about("caption.finalizer_finished", object),
            Event::WeakrefCreated { target, .. } => about("caption.weakref_created", target),
            Event::WeakrefCleared { target, .. } => about("caption.weakref_cleared", target),
            Event::WeakrefCallbackStarted { .. } => Message::new("caption.callback_started"),
            Event::WeakrefCallbackFinished { .. } => Message::new("caption.callback_finished"),
            _ => self.collection_caption(lead),
        }
    }

    /// Whether that held of the object before the step.
    fn was(&self, object: ObjectId, holds: impl Fn(&State, &Object) -> bool) -> bool {
        let it = self.before.object(object);
        it.is_some_and(|it| holds(self.before, it))
    }

    fn counted(&self, object: ObjectId, count: u32) -> Message {
        let from = self.before.object(object).map_or(1, |it| it.count);
        let key = match count {
            0 => "caption.count_zero",
            _ if count > from => "caption.count_increased",
            _ if count < from => "caption.count_decreased",
            _ => "caption.count_same",
        };
        let counted = Message::new(key).text("object", self.called(object));
        if count == 0 || count == from {
            counted.number("from", from)
        } else {
            counted.number("from", from).number("to", count)
        }
    }

    fn dying(&self, object: ObjectId) -> Message {
        let is_freed = self.after.object(object).is_none();
        let key = if is_freed {
            "caption.died"
        } else {
            "caption.dealloc_started"
        };
        Message::new(key).text("object", self.called(object))
    }

    /// The count of an object over the step: from, to.
    fn counts(&self, object: ObjectId) -> (u32, u32) {
        let to = self.after.object(object).map_or(0, |it| it.count);
        (self.before.object(object).map_or(to, |it| it.count), to)
    }

    fn names_changed(&self, frame: FrameId, at: u32, removed: u32, inserted: &[Edge]) -> Message {
        let references = self.before.references(Owner::Frame(frame));
        let gone = references
            .into_iter()
            .flat_map(|names| names.range(at as usize, removed as usize));
        let gone: Vec<&Edge> = gone.filter(|edge| !is_dunder(&edge.label)).collect();
        let new: Vec<&Edge> = inserted
            .iter()
            .filter(|edge| !is_dunder(&edge.label))
            .collect();
        match (&gone[..], &new[..]) {
            ([old], []) => self.name_deleted(old),
            ([_], [new]) => self.name_bound("caption.name_rebound", "caption.name_value", new),
            ([], [new]) => self.name_bound("caption.name_bound", "caption.name_value", new),
            ([], new) => Message::new("caption.names_added").number("n", new.len() as u32),
            (gone, []) => Message::new("caption.names_deleted").number("n", gone.len() as u32),
            _ => Message::new("caption.names_changed"),
        }
    }

    fn name_deleted(&self, old: &Edge) -> Message {
        match old.target {
            Target::Object(object) => {
                let (from, to) = self.counts(object);
                let deleted = Message::new(if from > to {
                    "caption.name_deleted"
                } else {
                    "caption.name_left"
                });
                let deleted = deleted
                    .text("name", bare(&old.label))
                    .text("type", self.type_name(object));
                if from > to {
                    deleted.number("from", from).number("to", to)
                } else {
                    deleted
                }
            }
            Target::Value { .. } => {
                Message::new("caption.name_value_deleted").text("name", bare(&old.label))
            }
        }
    }

    fn name_bound(&self, object_key: &'static str, value_key: &'static str, new: &Edge) -> Message {
        match &new.target {
            Target::Object(object) if self.type_name(*object) == "module" => {
                let module = self.after.object(*object).and_then(|it| it.text.clone());
                let bound = Message::new(value_key).text("name", bare(&new.label));
                bound.text(
                    "value",
                    format!("<module '{}'>", module.unwrap_or_default()),
                )
            }
            Target::Object(object) => {
                let (_, count) = self.counts(*object);
                let bound = Message::new(object_key).text("name", bare(&new.label));
                bound
                    .text("type", self.type_name(*object))
                    .number("count", count)
            }
            Target::Value {
                repr, type_name, ..
            } if &**type_name == "module" => {
                let bound = Message::new(value_key).text("name", bare(&new.label));
                bound.text("value", format!("<module '{repr}'>"))
            }
            Target::Value { repr, .. } => Message::new(value_key)
                .text("name", bare(&new.label))
                .text("value", &**repr),
        }
    }

    fn references_changed(
        &self,
        owner: ObjectId,
        at: u32,
        removed: u32,
        inserted: &[Edge],
    ) -> Message {
        let references = self.before.references(Owner::Object(owner));
        let gone: Vec<&Edge> = references
            .into_iter()
            .flat_map(|edges| edges.range(at as usize, removed as usize))
            .collect();
        let message = match (&gone[..], inserted) {
            ([], [new]) => self.reference_added("caption.reference_added", new, at, owner),
            (
                [
                    Edge {
                        target: Target::Object(_),
                        ..
                    },
                ],
                [new],
            ) => self.reference_added("caption.reference_replaced", new, at, owner),
            ([_], [new]) => self.reference_added("caption.reference_added", new, at, owner),
            ([old], []) => self.reference_removed(old, at, owner),
            ([], new) => Message::new("caption.references_added").number("n", new.len() as u32),
            (gone, []) => Message::new("caption.references_removed").number("n", gone.len() as u32),
            _ => Message::new("caption.references_changed"),
        };
        message.text("owner", self.called(owner))
    }

    fn reference_added(&self, key: &'static str, new: &Edge, at: u32, owner: ObjectId) -> Message {
        match &new.target {
            Target::Object(object) => {
                let (_, count) = self.counts(*object);
                // An object may come to hold itself: then both are called the same.
                let added = Message::new(if *object == owner {
                    "caption.reference_to_itself"
                } else {
                    key
                });
                let added = added.text("label", self.label(new, owner, at, self.after));
                let added = added.number("count", count);
                if *object == owner {
                    added
                } else {
                    added.text("object", self.called(*object))
                }
            }
            Target::Value { repr, .. } => {
                let label = self.label(new, owner, at, self.after);
                Message::new("caption.value_added")
                    .text("label", label)
                    .text("value", &**repr)
            }
        }
    }

    fn reference_removed(&self, old: &Edge, at: u32, owner: ObjectId) -> Message {
        let label = self.label(old, owner, at, self.before);
        match &old.target {
            Target::Object(object) => {
                let (from, to) = self.counts(*object);
                let removed = Message::new("caption.reference_removed").text("label", label);
                removed
                    .text("object", self.called(*object))
                    .number("from", from)
                    .number("to", to)
            }
            Target::Value { repr, .. } => Message::new("caption.value_removed")
                .text("label", label)
                .text("value", &**repr),
        }
    }

    fn label(&self, edge: &Edge, owner: ObjectId, at: u32, state: &State) -> String {
        let references = state.references(Owner::Object(owner));
        let now = references.and_then(|references| references.label(at as usize));
        text::label(&now.unwrap_or_else(|| edge.label.clone()))
    }

    fn collection_caption(&self, lead: &Event) -> Message {
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

    fn type_name(&self, object: ObjectId) -> String {
        let it = self
            .after
            .object(object)
            .or_else(|| self.before.object(object));
        it.map_or("?", text::type_name).to_owned()
    }

    fn called(&self, object: ObjectId) -> String {
        let state = if self.after.object(object).is_some() {
            self.after
        } else {
            self.before
        };
        text::called(state, object)
    }
}

fn bare(label: &Label) -> String {
    match label {
        Label::Name(name) => name.to_string(),
        _ => text::label(label),
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
