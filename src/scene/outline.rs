//! Outlines: a run told by its statements, to be laid beside another run of the same program.
//!
//! It turns a trace into one moment for each statement outside of finalizers, with a sum of what the heap holds then.
//! Invariant: two moments have the same sum when as many objects of each type are drawn, with the same counts. It
//! mirrors no part of CPython.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use serde::Serialize;

use super::cast::{Cast, Role};
use super::placement::Stage;
use super::text;
use crate::trace::event::Event;
use crate::trace::playback::timeline::{ConsoleContent, MarkKind};
use crate::trace::playback::{Cursor, Timeline};

/// A longer run is compared by its beginning.
const MAX_MOMENTS: usize = 1000;

/// Just before a statement; the last one is the end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    pub position: usize,
    pub source: u32,
    pub line: Option<u32>,
    /// Drawn objects.
    pub n_objects: usize,
    /// Of their types and counts, as text: JavaScript's numbers are too short.
    pub sum: String,
    /// Of all that was printed so far.
    pub printed: String,
    /// Collections begun so far.
    pub n_collections: usize,
    /// What they freed so far.
    pub n_collected: u64,
    /// Mark-sweeps that are over.
    pub n_sweeps: usize,
    /// What the last of them found unmarked.
    pub n_unmarked: u32,
}

pub fn outline(timeline: &Timeline, cast: &Cast, mut cursor: Cursor<Stage>) -> Vec<Moment> {
    let within = finalizing(timeline.events());
    let sweeps = sweeps(timeline.events());
    let is_own = |position: usize| {
        let n = within.partition_point(|span| span.start < position);
        n == 0 || within[n - 1].end < position
    };
    let statements = timeline
        .marks()
        .iter()
        .filter(|mark| mark.kind == MarkKind::Statement && is_own(mark.position));
    let mut places: Vec<(usize, u32, Option<u32>)> = statements
        .take(MAX_MOMENTS)
        .map(|mark| (mark.position, mark.source, mark.line))
        .collect();
    let last_source = places.last().map_or(0, |&(_, source, _)| source);
    places.push((timeline.len(), last_source, None));
    let mut hasher = FxHasher::default();
    let mut n_printed = 0;
    let moment = |(position, source, line)| {
        let console = timeline.console(position);
        for entry in &console[n_printed..] {
            if let ConsoleContent::Printed { stream, text } = &entry.content {
                (*stream as u8, text).hash(&mut hasher);
            }
        }
        n_printed = console.len();
        cursor.seek(timeline.events(), cast, position);
        let spans = timeline.collections();
        let begun = &spans[..spans.partition_point(|span| span.position <= position)];
        let done = begun
            .iter()
            .filter(|span| span.end.is_some_and(|end| end <= position));
        let swept = &sweeps[..sweeps.partition_point(|&(end, _)| end <= position)];
        Moment {
            position,
            source,
            line,
            n_objects: cursor.state().placement.n_placed(),
            sum: sum(cursor.state(), cast),
            printed: format!("{:x}", hasher.finish()),
            n_collections: begun.len(),
            n_collected: done.map(|span| u64::from(span.collected)).sum(),
            n_sweeps: swept.len(),
            n_unmarked: swept.last().map_or(0, |&(_, unmarked)| unmarked),
        }
    };
    places.into_iter().map(moment).collect()
}

/// Where finalizers and callbacks run: their statements come whenever somebody frees something, so that they would put
/// the n-th statement of one run beside another one of the other.
fn finalizing(events: &[Event]) -> Vec<std::ops::Range<usize>> {
    let mut spans: Vec<std::ops::Range<usize>> = Vec::new();
    let mut depth = 0_i32;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::FinalizerStarted { .. } | Event::WeakrefCallbackStarted { .. } => {
                if depth == 0 {
                    spans.push(index..events.len());
                }
                depth += 1;
            }
            Event::FinalizerFinished { .. } | Event::WeakrefCallbackFinished { .. } => {
                depth -= 1;
                if depth == 0
                    && let Some(last) = spans.last_mut()
                {
                    last.end = index;
                }
            }
            _ => {}
        }
    }
    spans
}

/// After how many events each mark-sweep was over, and what it found unmarked.
fn sweeps(events: &[Event]) -> Vec<(usize, u32)> {
    let found = events.iter().enumerate();
    found
        .filter_map(|(index, event)| match event {
            Event::MarkSweepFinished { unmarked, .. } => Some((index + 1, *unmarked)),
            _ => None,
        })
        .collect()
}

fn sum(stage: &Stage, cast: &Cast) -> String {
    let drawn = stage
        .state
        .objects
        .iter()
        .filter(|(object, it)| cast.role(**object) == Role::Plain && it.count > 0);
    let mut each: Vec<(&str, u32)> = drawn
        .map(|(_, it)| (text::type_name(it), it.count))
        .collect();
    each.sort_unstable();
    let mut hasher = FxHasher::default();
    each.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}
