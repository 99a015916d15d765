//! Predictions: where a reader may guess what is about to die, and what does.
//!
//! It turns a trace into places before a `del` or a collection, each with the objects that are freed by it. Invariant:
//! an object counts as dying when its memory is given back before the statement, or the collection, is over; what a
//! finalizer brings back does not. It mirrors no part of CPython.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::cast::{Cast, Role};
use crate::trace::event::{Event, ObjectId};
use crate::trace::playback::Timeline;
use crate::trace::playback::timeline::{Mark, MarkKind};

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Prediction {
    /// Just before it.
    pub position: usize,
    /// Just after it.
    pub end: usize,
    pub kind: Kind,
    /// Drawn objects that exist before and not afterwards, in the order in which they die.
    pub dies: Vec<ObjectId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Del,
    Collection,
}

/// The first one after a position. `line_of` gives the text of a line of a source.
pub fn next<'a>(
    timeline: &Timeline,
    cast: &Cast,
    line_of: impl Fn(u32, u32) -> Option<&'a str>,
    from: usize,
) -> Option<Prediction> {
    let marks = timeline.marks();
    let later = &marks[marks.partition_point(|mark| mark.position <= from)..];
    let (mark, kind) = later.iter().find_map(|mark| {
        let is_del = |line: &str| line.trim_start().starts_with("del ");
        match (mark.kind, mark.line) {
            (MarkKind::Collection, _) => Some((mark, Kind::Collection)),
            (MarkKind::Statement, Some(line)) if line_of(mark.source, line).is_some_and(is_del) => {
                Some((mark, Kind::Del))
            }
            _ => None,
        }
    })?;
    let end = match kind {
        Kind::Collection => end_of_collection(timeline, mark),
        Kind::Del => end_of_statement(timeline, mark),
    };
    let dies = dying(&timeline.events()[mark.position..end], cast);
    Some(Prediction {
        position: mark.position,
        end,
        kind,
        dies,
    })
}

fn end_of_collection(timeline: &Timeline, mark: &Mark) -> usize {
    let spans = timeline.collections();
    let own = spans.iter().find(|span| span.position == mark.position);
    own.and_then(|span| span.end).unwrap_or(timeline.len())
}

/// Statements of finalizers that run meanwhile are part of it.
fn end_of_statement(timeline: &Timeline, mark: &Mark) -> usize {
    let events = timeline.events();
    let own = events[timeline.step_at(mark.position)]
        .iter()
        .rev()
        .find_map(|event| match event {
            Event::StatementStarted { frame, .. } => Some(*frame),
            _ => None,
        });
    let is_over = |event: &Event| match event {
        Event::StatementStarted { frame, .. } | Event::FrameLeft { frame, .. } => {
            Some(*frame) == own
        }
        Event::UnitFinished { .. } => true,
        _ => false,
    };
    let n_events = events[mark.position..].iter().position(is_over);
    n_events.map_or(timeline.len(), |n| {
        timeline
            .step_at(mark.position + n + 1)
            .start
            .max(mark.position)
    })
}

fn dying(events: &[Event], cast: &Cast) -> Vec<ObjectId> {
    let mut new = FxHashSet::default();
    let mut dying = Vec::new();
    for event in events {
        match event {
            Event::ObjectCreated { object, .. } => {
                new.insert(*object);
            }
            Event::Freed { object }
                if !new.contains(object) && cast.role(*object) != Role::Hidden =>
            {
                dying.push(*object);
            }
            _ => {}
        }
    }
    dying
}
