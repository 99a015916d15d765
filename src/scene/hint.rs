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
    /// One object with a name stands alone.
    Another,
    /// Several with names, and none leads to another.
    Connect,
    /// One refers to another, and not back.
    Close,
    /// A cycle, and names that lead to it.
    Delete,
    /// A cycle to which nothing leads any more.
    Collect,
    /// The collector has just freed something.
    Collected,
}

/// More than these are not the first ones any more.
const MAX_OBJECTS: usize = 8;

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
        let is_named = |object: ObjectId| answers::why_alive(state, object).is_some();
        let (named, others): (Vec<ObjectId>, Vec<ObjectId>) =
            in_cycles.copied().partition(|&object| is_named(object));
        let outside = answers::reached_from_outside(state);
        if others.iter().any(|object| !outside.contains(object)) {
            return Some(Hint::Collect);
        }
        // What a module holds, gc.garbage for one, waits for nothing.
        return (!named.is_empty()).then_some(Hint::Delete);
    }
    let named: Vec<ObjectId> = objects
        .into_iter()
        .filter(|&object| !answers::names_of(state, object).is_empty())
        .collect();
    // A tuple's own list is no reference that anybody made by connecting two objects.
    let leads_on = |&from: &ObjectId| {
        let mut others = named.iter().filter(|&&to| to != from);
        others.any(|&to| reaches(from, to, &referents))
    };
    let is_list = |object: &&ObjectId| {
        state
            .object(**object)
            .is_some_and(|it| &*it.type_name == "list")
    };
    let n_lists = named.iter().filter(is_list).count();
    match named.len() {
        0 => None,
        1 => Some(Hint::Another),
        _ if named.iter().any(leads_on) => Some(Hint::Close),
        // It speaks of lists.
        _ if n_lists >= 2 => Some(Hint::Connect),
        _ => None,
    }
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
