//! Hints: what somebody who makes a heap by hand may do next.
//!
//! It turns a small heap made at the prompt into the name of one sentence; followed one after the other they lead from
//! the first object to a cycle that only the collector frees. Invariant: a hint speaks of what there is at the
//! position, and a program that was typed gets none. It mirrors no part of CPython.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answers;
use super::cast::{Cast, Role};
use super::relations;
use crate::trace::event::ObjectId;
use crate::trace::playback::timeline::MarkKind;
use crate::trace::playback::{State, Timeline};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// One object stands alone.
    Another,
    /// Several, and none refers to another.
    Connect,
    /// One refers to another, and not back.
    Close,
    /// A cycle, and names that lead to it.
    Delete,
    /// A cycle to which no name leads.
    Collect,
    /// The collector has just freed something.
    Collected,
}

/// More than these are not the first ones any more.
const MAX_OBJECTS: usize = 12;

pub fn next(timeline: &Timeline, cast: &Cast, state: &State) -> Option<Hint> {
    let is_typed = |source: u32, kind: MarkKind| source == 0 && kind == MarkKind::Statement;
    if timeline
        .marks()
        .iter()
        .any(|it| is_typed(it.source, it.kind))
    {
        return None;
    }
    if has_just_freed(timeline) {
        return Some(Hint::Collected);
    }
    let objects: Vec<ObjectId> = state
        .objects
        .iter()
        .filter(|(object, it)| cast.role(**object) == Role::Plain && it.count > 0)
        .map(|(&object, _)| object)
        .take(MAX_OBJECTS + 1)
        .collect();
    if objects.is_empty() || objects.len() > MAX_OBJECTS {
        return None;
    }
    let referents: BTreeMap<ObjectId, Vec<ObjectId>> = objects
        .iter()
        .map(|&object| (object, relations::referents(state, object)))
        .collect();
    let mut in_cycles = objects
        .iter()
        .filter(|&&object| reaches(object, object, &referents))
        .peekable();
    if in_cycles.peek().is_some() {
        let is_named = |object: &&ObjectId| answers::why_alive(state, **object).is_some();
        let all_named = in_cycles.all(|object| is_named(&object));
        return Some(if all_named {
            Hint::Delete
        } else {
            Hint::Collect
        });
    }
    Some(match objects.len() {
        1 => Hint::Another,
        _ if referents.values().all(Vec::is_empty) => Hint::Connect,
        _ => Hint::Close,
    })
}

/// In the last statement.
fn has_just_freed(timeline: &Timeline) -> bool {
    let mut sources = timeline.marks().iter();
    let last = sources
        .rfind(|it| it.kind == MarkKind::Source)
        .map_or(0, |it| it.position);
    let mut collections = timeline.collections().iter();
    collections.any(|it| it.position >= last && it.collected > 0)
}

/// Whether references lead from one to the other, by one step at least.
fn reaches(from: ObjectId, to: ObjectId, referents: &BTreeMap<ObjectId, Vec<ObjectId>>) -> bool {
    let mut seen = Vec::new();
    let mut next = vec![from];
    while let Some(object) = next.pop() {
        for &target in referents.get(&object).into_iter().flatten() {
            if target == to {
                return true;
            }
            if !seen.contains(&target) {
                seen.push(target);
                next.push(target);
            }
        }
    }
    false
}
