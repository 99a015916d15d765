//! The timeline: a growing list of events with its marks and steps.
//!
//! It turns events into sorted positions: steps, statements, passes, collections, deaths, output, totals. A position
//! p means "p events have happened". Invariants: every mark lies at the end of a step; what has been appended never
//! changes.

use std::rc::Rc;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::step::Grouping;
use crate::trace::event::{Event, ObjectId, Stream, Trigger};

#[derive(Clone, Debug, Default)]
pub struct Timeline {
    events: Vec<Event>,
    grouping: Grouping,
    /// Ends of the steps, ascending. The last one is the end of the events.
    steps: Vec<usize>,
    marks: Vec<Mark>,
    statements: Vec<usize>,
    passes: Vec<usize>,
    collection_starts: Vec<usize>,
    collections: Vec<CollectionSpan>,
    console: Vec<ConsoleEntry>,
    /// Which entries of the console are graphs.
    drawings: Vec<usize>,
    history: Vec<Measurement>,
    /// Where texts were ended by an exception, and which.
    failures: Vec<(usize, u32)>,
    source: u32,
}

/// A step that more events may belong to.
#[derive(Clone, Copy, Debug)]
pub struct OpenStep {
    first_mark: usize,
    has_events: bool,
}

/// How far one step of the playback goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// One visible change.
    Event,
    Statement,
    Pass,
    Collection,
    /// The death of that object, or of any.
    Death(Option<ObjectId>),
    /// To the end, or back to the start.
    All,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    pub position: usize,
    pub kind: MarkKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    pub source: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    Source,
    Statement,
    Collection,
    Pass,
    Death,
    Finalizer,
    Exception,
}

/// Positions; none for what the trace does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lifetime {
    pub created: Option<usize>,
    pub dies: Option<usize>,
}

/// A collection from its first event to its last. The result is that of its end; none where the trace stops before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CollectionSpan {
    pub position: usize,
    pub end: Option<usize>,
    pub generation: u8,
    pub trigger: Trigger,
    pub collected: u32,
    pub uncollectable: u32,
    pub candidates: u32,
}

/// One thing in the console: there once `position` is reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConsoleEntry {
    pub position: usize,
    #[serde(flatten)]
    pub content: ConsoleContent,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ConsoleContent {
    Printed {
        stream: Stream,
        text: Rc<str>,
    },
    /// A graph, in the language of Graphviz: the nth that the trace has, of so many objects.
    Drawn {
        dot: Rc<str>,
        nth: usize,
        n_objects: usize,
    },
    /// A text given at the prompt; the session knows its words.
    Input {
        source: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measurement {
    pub position: usize,
    pub bytes: u64,
    pub objects: u64,
    /// Of these, without what the interpreter made for itself.
    pub own_bytes: u64,
    pub own_objects: u64,
}

impl Timeline {
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// More has happened. The first of these events begins a step; a quiet one, which changes nothing that a person
    /// would look at, never does.
    pub fn append(
        &mut self,
        events: impl IntoIterator<Item = Event>,
        is_quiet: impl Fn(&Event) -> bool,
    ) {
        let mut open = self.open();
        self.append_to(&mut open, events, is_quiet);
        self.close(open);
    }

    /// The same in pieces: begins, to be followed by any number of [`Timeline::append_to`] and by [`Timeline::close`].
    pub fn open(&self) -> OpenStep {
        OpenStep {
            first_mark: self.marks.len(),
            has_events: false,
        }
    }

    pub fn append_to(
        &mut self,
        open: &mut OpenStep,
        events: impl IntoIterator<Item = Event>,
        is_quiet: impl Fn(&Event) -> bool,
    ) {
        for event in events {
            let is_quiet = is_quiet(&event);
            let begins_step = !is_quiet && self.grouping.begins_step(&event);
            if open.has_events && begins_step {
                self.close_step(&mut open.first_mark);
            }
            open.has_events = true;
            self.events.push(event);
            if !is_quiet {
                self.note(self.events.len() - 1);
            }
        }
    }

    pub fn close(&mut self, mut open: OpenStep) {
        if open.has_events {
            self.close_step(&mut open.first_mark);
        }
    }

    /// Everything of the step lies at its end, so that going there shows the whole of it.
    fn close_step(&mut self, open_marks: &mut usize) {
        let end = self.events.len();
        let start = self.steps.last().copied().unwrap_or(0);
        self.steps.push(end);
        for mark in &mut self.marks[*open_marks..] {
            mark.position = end;
        }
        *open_marks = self.marks.len();
        for positions in [
            &mut self.statements,
            &mut self.passes,
            &mut self.collection_starts,
        ] {
            // Few of them are new, and those stand last.
            let known = positions.iter().rposition(|&position| position <= start);
            let open = known.map_or(0, |last| last + 1);
            positions.truncate(open + 1);
            if let Some(last) = positions.get_mut(open) {
                *last = end;
            }
        }
        for entry in self
            .console
            .iter_mut()
            .rev()
            .take_while(|entry| entry.position > start)
        {
            entry.position = end;
        }
        if let Some(span) = self.collections.last_mut() {
            span.position = if span.position > start {
                end
            } else {
                span.position
            };
            span.end = span.end.map(|at| if at > start { end } else { at });
        }
    }

    fn note(&mut self, index: usize) {
        let position = index + 1;
        match &self.events[index] {
            Event::UnitStarted { source } => {
                self.source = *source;
                if *source > 0 {
                    let content = ConsoleContent::Input { source: *source };
                    self.console.push(ConsoleEntry { position, content });
                }
                self.mark(MarkKind::Source, position, None, None);
            }
            Event::StatementStarted { line, .. } => {
                let line = *line;
                self.statements.push(position);
                self.mark(MarkKind::Statement, position, Some(line), None);
            }
            Event::Printed { stream, text } => {
                let content = ConsoleContent::Printed {
                    stream: *stream,
                    text: text.clone(),
                };
                self.console.push(ConsoleEntry { position, content });
            }
            Event::GraphDrawn { dot } => {
                let content = ConsoleContent::Drawn {
                    dot: dot.clone(),
                    nth: self.drawings.len(),
                    n_objects: n_objects(dot),
                };
                self.drawings.push(self.console.len());
                self.console.push(ConsoleEntry { position, content });
            }
            Event::ExceptionRaised { line, .. } => {
                let line = *line;
                self.mark(MarkKind::Exception, position, Some(line), None);
            }
            Event::UnitFinished {
                source,
                raised: true,
            } => self.failures.push((position, *source)),
            Event::DeallocStarted { object } => {
                let object = *object;
                self.mark(MarkKind::Death, position, None, Some(object));
            }
            Event::FinalizerStarted { object } => {
                let object = *object;
                self.mark(MarkKind::Finalizer, position, None, Some(object));
            }
            Event::PassStarted { .. } => {
                self.passes.push(position);
                self.mark(MarkKind::Pass, position, None, None);
            }
            &Event::HeapMeasured {
                bytes,
                objects,
                own_bytes,
                own_objects,
                ..
            } => {
                self.history.push(Measurement {
                    position,
                    bytes,
                    objects,
                    own_bytes,
                    own_objects,
                });
            }
            Event::CollectionStarted { .. } | Event::CollectionFinished { .. } => {
                self.note_collection(index)
            }
            _ => {}
        }
    }

    fn note_collection(&mut self, index: usize) {
        let position = index + 1;
        match self.events[index] {
            Event::CollectionStarted {
                generation,
                trigger,
                ..
            } => {
                self.collection_starts.push(position);
                self.collections.push(CollectionSpan {
                    position,
                    end: None,
                    generation,
                    trigger,
                    collected: 0,
                    uncollectable: 0,
                    candidates: 0,
                });
                self.mark(MarkKind::Collection, position, None, None);
            }
            Event::CollectionFinished {
                collected,
                uncollectable,
                candidates,
                ..
            } => {
                // The end of the last pass is a place to stop at, as its beginning is.
                self.passes.push(position);
                if let Some(span) = self.collections.last_mut() {
                    span.end = Some(position);
                    (span.collected, span.uncollectable, span.candidates) =
                        (collected, uncollectable, candidates);
                }
            }
            _ => {}
        }
    }

    fn mark(
        &mut self,
        kind: MarkKind,
        position: usize,
        line: Option<u32>,
        object: Option<ObjectId>,
    ) {
        self.marks.push(Mark {
            position,
            kind,
            line,
            source: self.source,
            object,
        });
    }

    /// In the order of their positions.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Where an exception was raised that stands at that position: it has just been, or it has ended its text.
    pub fn failure(&self, position: usize) -> Option<&Mark> {
        let so_far = &self.marks[..self.marks.partition_point(|mark| mark.position <= position)];
        let failures = &self.failures[..self.failures.partition_point(|&(at, _)| at <= position)];
        let is_raised = |mark: &&Mark| mark.kind == MarkKind::Exception;
        let raised = so_far.iter().rposition(|mark| is_raised(&mark))?;
        let goes_on = so_far[raised..]
            .iter()
            .any(|mark| mark.kind == MarkKind::Statement);
        if !goes_on {
            return so_far.get(raised);
        }
        let (_, source) = failures.last()?;
        so_far
            .iter()
            .filter(is_raised)
            .rfind(|mark| mark.source == *source)
    }

    /// The first mark of one of those kinds after a position.
    pub fn next_mark(&self, kinds: &[MarkKind], from: usize) -> Option<&Mark> {
        let later = &self.marks[self.marks.partition_point(|mark| mark.position <= from)..];
        later.iter().find(|mark| kinds.contains(&mark.kind))
    }

    /// Where an object dies next: that one, or else any.
    pub fn next_death(&self, object: Option<ObjectId>, from: usize) -> Option<usize> {
        let later = self.marks.partition_point(|mark| mark.position <= from);
        let mut later = self.marks[later..].iter();
        later
            .find(|mark| is_death(mark, object))
            .map(|it| it.position)
    }

    /// The same before a position.
    pub fn previous_death(&self, object: Option<ObjectId>, from: usize) -> Option<usize> {
        let earlier = self.marks.partition_point(|mark| mark.position < from);
        let mut earlier = self.marks[..earlier].iter();
        earlier
            .rfind(|mark| is_death(mark, object))
            .map(|it| it.position)
    }

    /// Where that object is made and where it begins to die, at the ends of the steps that show it.
    pub fn lifetime(&self, object: ObjectId) -> Lifetime {
        let is_creation = |event: &Event| matches!(event, Event::ObjectCreated { object: it, .. } if *it == object);
        let created = self.events.iter().position(is_creation);
        Lifetime {
            created: created.map(|index| self.next(Unit::Event, index)),
            dies: self.next_death(Some(object), 0),
        }
    }

    pub fn collections(&self) -> &[CollectionSpan] {
        &self.collections
    }

    /// The heap's totals over the program.
    pub fn history(&self) -> &[Measurement] {
        &self.history
    }

    /// The end of the step with the first statement before which at least so many steps of the program have run; the end of
    /// all where there is none.
    pub fn position_of_step(&self, n_steps: u64) -> usize {
        let is_wanted = |event: &Event| matches!(event, Event::StatementStarted { step, .. } if *step >= n_steps);
        let found = self.events.iter().position(is_wanted);
        found.map_or(self.len(), |index| self.next(Unit::Event, index))
    }

    /// What stands in the console at a position.
    pub fn console(&self, position: usize) -> &[ConsoleEntry] {
        &self.console[..self
            .console
            .partition_point(|entry| entry.position <= position)]
    }

    /// How many graphs were drawn up to a position.
    pub fn n_drawings(&self, position: usize) -> usize {
        let n_entries = self.console(position).len();
        self.drawings.partition_point(|&entry| entry < n_entries)
    }

    /// The nth graph of the trace, and of how many objects it is.
    pub fn drawing(&self, nth: usize) -> Option<(&Rc<str>, usize)> {
        match &self.console[*self.drawings.get(nth)?].content {
            ConsoleContent::Drawn { dot, n_objects, .. } => Some((dot, *n_objects)),
            _ => None,
        }
    }

    /// The step that ends at `position` (or that it lies within): from where, and to where.
    pub fn step_at(&self, position: usize) -> std::ops::Range<usize> {
        let position = position.min(self.len());
        let index = self.steps.partition_point(|&end| end < position);
        let start = if index == 0 { 0 } else { self.steps[index - 1] };
        start..position
    }

    fn stops(&self, unit: Unit) -> &[usize] {
        match unit {
            Unit::Event => &self.steps,
            Unit::Statement => &self.statements,
            Unit::Pass => &self.passes,
            Unit::Collection => &self.collection_starts,
            Unit::Death(_) | Unit::All => &[],
        }
    }

    /// The next stop after `from`. Where there is none: the end; `from` itself where a death was wanted.
    pub fn next(&self, unit: Unit, from: usize) -> usize {
        if let Unit::Death(object) = unit {
            return self.next_death(object, from).unwrap_or(from);
        }
        let stops = self.stops(unit);
        stops
            .get(stops.partition_point(|&stop| stop <= from))
            .copied()
            .unwrap_or(self.len())
    }

    /// The last stop before `from`. Where there is none: the start; `from` itself where a death was wanted.
    pub fn previous(&self, unit: Unit, from: usize) -> usize {
        if let Unit::Death(object) = unit {
            return self.previous_death(object, from).unwrap_or(from);
        }
        let stops = self.stops(unit);
        let n_before = stops.partition_point(|&stop| stop < from);
        n_before.checked_sub(1).map_or(0, |index| stops[index])
    }
}

/// Nodes of a graph that stand for objects: o and an address. Others count what was left out.
fn n_objects(dot: &str) -> usize {
    let object = |line: &'_ str| -> Option<u64> {
        let (node, _) = line.trim_start().strip_prefix('o')?.split_once("[label")?;
        node.parse().ok()
    };
    let objects: FxHashSet<u64> = dot.split('\n').filter_map(object).collect();
    objects.len()
}

fn is_death(mark: &Mark, object: Option<ObjectId>) -> bool {
    mark.kind == MarkKind::Death && (object.is_none() || mark.object == object)
}
