//! Answers: why is an object alive, who holds each of its counts, how does a program reach it.
//!
//! It turns the state at one position into paths and lists of holders; it walks references breadth first, so that a
//! path is a shortest one, and among those the first in the order of names and references. What would free it is in
//! `cut`. Invariant: the holders and the temporaries of an object add up to its count.

use std::collections::VecDeque;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::trace::event::{FrameId, Label, ObjectId, Owner, Target};
use crate::trace::playback::State;

/// One reference: the `index`-th that `owner` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holding {
    pub owner: Owner,
    pub index: u32,
    pub label: Label,
    pub target: ObjectId,
}

/// A way from a name to an object: the first holding is the name's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Path {
    pub steps: Vec<Holding>,
}

/// All holders of one object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Holders {
    pub holdings: Vec<Holding>,
    /// Counts that no reference of the picture explains: of a module, or of the interpreter, be it for the moment.
    pub temporaries: u32,
}

/// Who holds whom, for all objects at once.
pub fn all_holders(state: &State) -> FxHashMap<ObjectId, Holders> {
    let mut holders: FxHashMap<ObjectId, Holders> = FxHashMap::default();
    for owner in owners(state) {
        for holding in holdings(state, owner) {
            holders
                .entry(holding.target)
                .or_default()
                .holdings
                .push(holding);
        }
    }
    for (&object, it) in &state.objects {
        let found = holders.entry(object).or_default();
        found.temporaries = it.count.saturating_sub(found.holdings.len() as u32);
    }
    holders
}

/// The objects that something outside of the picture holds: counts that no reference explains.
pub fn held_outside(state: &State) -> FxHashSet<ObjectId> {
    let mut left: FxHashMap<ObjectId, u32> = FxHashMap::default();
    left.extend(state.objects.iter().map(|(&object, it)| (object, it.count)));
    for owner in owners(state) {
        for (_, _, target) in state
            .references(owner)
            .into_iter()
            .flat_map(|it| it.objects())
        {
            if let Some(count) = left.get_mut(&target) {
                *count = count.saturating_sub(1);
            }
        }
    }
    let held = left.into_iter().filter(|&(_, count)| count > 0);
    held.map(|(object, _)| object).collect()
}

/// All that is reached from what something outside of the picture holds.
pub fn reached_from_outside(state: &State) -> FxHashSet<ObjectId> {
    let mut reached = held_outside(state);
    let mut next: Vec<ObjectId> = reached.iter().copied().collect();
    while let Some(object) = next.pop() {
        let references = state.references(Owner::Object(object));
        for (_, _, target) in references.into_iter().flat_map(|it| it.objects()) {
            if reached.insert(target) {
                next.push(target);
            }
        }
    }
    reached
}

/// Who holds these, in their order.
pub fn holders_of(state: &State, objects: &[ObjectId]) -> Vec<Holders> {
    let places: FxHashMap<ObjectId, usize> = objects.iter().copied().zip(0..).collect();
    let mut found = vec![Holders::default(); objects.len()];
    for owner in owners(state) {
        for holding in holdings(state, owner) {
            if let Some(&place) = places.get(&holding.target) {
                found[place].holdings.push(holding);
            }
        }
    }
    for (object, found) in objects.iter().zip(&mut found) {
        let count = state.object(*object).map_or(0, |it| it.count);
        found.temporaries = count.saturating_sub(found.holdings.len() as u32);
    }
    found
}

/// Who holds one object.
pub fn holders(state: &State, object: ObjectId) -> Holders {
    let mut found = Holders::default();
    for owner in owners(state) {
        found
            .holdings
            .extend(holdings(state, owner).filter(|holding| holding.target == object));
    }
    let count = state.object(object).map_or(0, |it| it.count);
    found.temporaries = count.saturating_sub(found.holdings.len() as u32);
    found
}

/// The namespaces first, then the objects in the order of creation.
fn owners(state: &State) -> impl Iterator<Item = Owner> + '_ {
    let frames = state.frames.keys().map(|&frame| Owner::Frame(frame));
    frames.chain(state.objects.keys().map(|&object| Owner::Object(object)))
}

pub(super) fn holdings(state: &State, owner: Owner) -> impl Iterator<Item = Holding> + '_ {
    let references = state.references(owner);
    references.into_iter().flat_map(move |references| {
        references
            .labelled_objects()
            .map(move |(index, label, target)| Holding {
                owner,
                index: index as u32,
                label,
                target,
            })
    })
}

/// The shortest path from a name, by strong references alone; none: garbage, unless it is [`reached_from_outside`].
pub fn why_alive(state: &State, object: ObjectId) -> Option<Path> {
    search(state, object, &|_, _, _| true)
}

/// A Python expression for the object, as short as there is, by what a program can write: names, indices, keys,
/// attributes.
pub fn expression(state: &State, object: ObjectId) -> Option<String> {
    let frame = state.current_frame();
    let path = search(state, object, &|owner, _, label| match owner {
        Owner::Frame(other) => other == frame || other == FrameId::MODULE,
        Owner::Object(_) => is_expressible(label),
    })?;
    path.steps.iter().try_fold(String::new(), extended)
}

fn is_expressible(label: &Label) -> bool {
    match label {
        Label::Name(_) | Label::Index(_) => true,
        // Only a repr that was not cut can be typed in again, and an address cannot.
        Label::Key(key) => !key.contains(['…', '<']),
        Label::Part(part) => &**part == "__dict__",
        Label::KeyObject | Label::Member | Label::More(_) => false,
    }
}

fn extended(text: String, step: &Holding) -> Option<String> {
    Some(match &step.label {
        Label::Name(name) if matches!(step.owner, Owner::Frame(_)) => name.to_string(),
        Label::Name(name) => format!("{text}.{name}"),
        Label::Index(index) => format!("{text}[{index}]"),
        Label::Key(key) => {
            let whole = format!("{text}[{key}]");
            super::gesture::attribute_of(&whole).unwrap_or(whole)
        }
        Label::Part(part) => format!("{text}.{part}"),
        _ => return None,
    })
}

/// Breadth first from the names of all running frames, the module's first.
fn search(
    state: &State,
    object: ObjectId,
    allowed: &dyn Fn(Owner, usize, &Label) -> bool,
) -> Option<Path> {
    let mut reached_by: FxHashMap<ObjectId, (Owner, usize)> = FxHashMap::default();
    let mut queue: VecDeque<Owner> = roots(state).into();
    while let Some(owner) = queue.pop_front() {
        let Some(references) = state.references(owner) else {
            continue;
        };
        for (index, edge, target) in references.objects() {
            if reached_by.contains_key(&target) || !allowed(owner, index, &edge.label) {
                continue;
            }
            reached_by.insert(target, (owner, index));
            if target == object {
                return Some(walk_back(state, object, &reached_by));
            }
            queue.push_back(Owner::Object(target));
        }
    }
    None
}

/// The namespaces of the running frames, the module's first, each once.
pub(super) fn roots(state: &State) -> Vec<Owner> {
    let mut seen = FxHashSet::default();
    let frames = state.stack.iter().copied();
    frames
        .filter(|&frame| seen.insert(frame))
        .map(Owner::Frame)
        .collect()
}

fn walk_back(
    state: &State,
    object: ObjectId,
    reached_by: &FxHashMap<ObjectId, (Owner, usize)>,
) -> Path {
    let mut steps = Vec::new();
    let mut target = object;
    while let Some(&(owner, index)) = reached_by.get(&target) {
        let label = state
            .references(owner)
            .and_then(|references| references.label(index));
        let label = label.unwrap_or_else(|| Label::part("…"));
        steps.push(Holding {
            owner,
            index: index as u32,
            label,
            target,
        });
        match owner {
            Owner::Object(holder) => target = holder,
            Owner::Frame(_) => break,
        }
    }
    steps.reverse();
    Path { steps }
}

/// All names of the running frames that refer to the object itself, the module's first.
pub fn names_of(state: &State, object: ObjectId) -> Vec<(FrameId, Rc<str>)> {
    let mut found = Vec::new();
    for &frame in &state.stack {
        let Some(names) = state.references(Owner::Frame(frame)) else {
            continue;
        };
        for edge in names.iter() {
            if let (Label::Name(name), Target::Object(target)) = (&edge.label, &edge.target)
                && *target == object
            {
                found.push((frame, name.clone()));
            }
        }
    }
    found
}
