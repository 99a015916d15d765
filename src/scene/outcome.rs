//! Outcomes: what a statement at the prompt has done, told once it has run.
//!
//! It turns the end of a statement into the step of it that tells most. Invariant: a program's own end, and that of a
//! statement which an exception ended, are told as such.

use super::cast::Cast;
use crate::trace::event::{Event, FrameId, ObjectId, Owner};
use crate::trace::playback::Timeline;

/// Whoever made more happen than in so many steps is told how it ended.
const MAX_STEPS: usize = 200;

/// The end of the step that tells what the statement did that has just run to its end there.
pub fn step(timeline: &Timeline, cast: &Cast, position: usize) -> Option<usize> {
    let events = timeline.events();
    let last = timeline.step_at(position);
    let ends = |event: &Event| {
        matches!(
            event,
            Event::UnitFinished {
                source: 1..,
                raised: false
            }
        )
    };
    if !events[last.clone()].iter().any(ends) {
        return None;
    }
    let mut best = None;
    let mut end = last.start;
    for _ in 0..MAX_STEPS {
        let step = timeline.step_at(end);
        let told = events[step.clone()].iter().filter(|it| !cast.is_quiet(it));
        let weight = weight_of(&told.collect::<Vec<_>>());
        let most = best.map(|(weight, _)| weight);
        // Of names the last one is what the statement was for; of references the first, which others only follow.
        if weight > most || (weight == most && most == Some(REFERENCES)) {
            best = weight.map(|weight| (weight, end));
        }
        let begins = |event: &Event| matches!(event, Event::UnitStarted { .. });
        if step.start == 0 || events[step.clone()].iter().any(begins) {
            return best.map(|(_, end)| end);
        }
        end = step.start;
    }
    None
}

/// Whether that sentence tells a count that is still to be seen: while it worked, the interpreter may have added to it.
pub fn lasts(key: &str) -> bool {
    matches!(
        key,
        "caption.name_bound"
            | "caption.name_rebound"
            | "caption.reference_added"
            | "caption.reference_replaced"
            | "caption.reference_to_itself"
            | "caption.member_added"
    )
}

const REFERENCES: u32 = 2;

/// How well a step tells what the statement has done: what it filled with values as it made it, it made on the way.
fn weight_of(step: &[&Event]) -> Option<u32> {
    let makes = |owner: &ObjectId| {
        let is_it = |event: &&Event| matches!(event, Event::ObjectCreated { object, .. } if object == owner);
        step.iter().any(is_it)
    };
    let tells = step.iter().filter_map(|event| match event {
        Event::EdgesChanged {
            owner: Owner::Object(owner),
            ..
        } if makes(owner) => Some(0),
        _ => weight(event),
    });
    tells.max()
}

/// How well an event tells what a statement has done as a whole; none where it tells nothing of that.
fn weight(event: &Event) -> Option<u32> {
    match event {
        Event::CollectionFinished { .. }
        | Event::MarkSweepFinished { .. }
        | Event::CollectorConfigured { .. } => Some(4),
        Event::EdgesChanged {
            owner: Owner::Frame(FrameId::MODULE),
            ..
        } => Some(3),
        Event::EdgesChanged {
            owner: Owner::Object(_),
            ..
        } => Some(REFERENCES),
        Event::Printed { .. } => Some(1),
        _ => None,
    }
}
