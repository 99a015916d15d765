//! Captions: what just happened, as a key of the locale files and what fills its gaps.
//!
//! It turns the step that ends at a position into one plain fact. The words stand in www/src/locales; a gap holds a
//! name, a count or a repr, never a word of a language. An object is called by its type and by the shortest expression that
//! reaches it (`list a`, `dict b['k']`), by its former name in brackets when none does (`list (a)`).
//! Invariant: every event has a caption; a step's is that of its weightiest event.

mod collecting;
mod references;

use std::collections::BTreeMap;

use serde::Serialize;

use super::cast::Cast;
use super::text;
use crate::trace::event::{Event, FrameId, Leaving, ObjectId, Owner, Stream};
use crate::trace::playback::{Object, State};

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    pub key: &'static str,
    pub args: BTreeMap<&'static str, Arg>,
    /// One more sentence, about what else came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<Box<Message>>,
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
            also: None,
        }
    }

    /// With one more sentence.
    pub fn and(mut self, more: Message) -> Message {
        self.also = Some(Box::new(more));
        self
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

/// What these events printed on that stream.
pub fn printed<'a>(stream: Stream, events: impl Iterator<Item = &'a Event>) -> Message {
    let pieces = events.filter_map(|event| match event {
        Event::Printed { stream: on, text } if *on == stream => Some(&**text),
        _ => None,
    });
    let text: String = pieces.collect();
    let key = match stream {
        Stream::Stdout => "caption.printed",
        Stream::Stderr => "caption.printed_error",
    };
    Message::new(key).text("text", &*text::shortened(text.trim_end(), MAX_TEXT))
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
        Event::HeapMeasured { .. } | Event::ObjectMet { .. } => 1,
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
    /// Whether a statement of the text has begun: what cannot be compiled has none.
    fn has_run(&self) -> bool {
        let module = self.after.frame(FrameId::MODULE);
        !self.after.has_details || module.is_some_and(|frame| frame.line > 0)
    }

    fn caption(&self, lead: &Event) -> Message {
        match lead {
            Event::UnitStarted { source: 0 } => Message::new("caption.unit_started"),
            Event::UnitStarted { .. } => Message::new("caption.prompt_started"),
            Event::UnitFinished { source, raised } => {
                Message::new(match (source, raised, self.has_run()) {
                    (0, false, _) => "caption.unit_finished",
                    (0, true, true) => "caption.unit_raised",
                    (0, true, false) => "caption.unit_not_understood",
                    (_, false, _) => "caption.prompt_finished",
                    (_, true, true) => "caption.prompt_raised",
                    (_, true, false) => "caption.prompt_not_understood",
                })
            }
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
        printed(stream, self.events.iter().copied())
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
            Event::ObjectMet { object, .. } => about("caption.met", object),
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
