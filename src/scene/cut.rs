//! What would free an object: the fewest references that would have to go.
//!
//! It turns the state at one position into smallest cuts between the object and what keeps objects alive: the names of
//! the running frames, and whatever outside of the picture holds some. It does so by Ford and Fulkerson's augmenting
//! paths with one unit for each reference. Invariant: without the references of an answer no path leads to the object, and
//! with fewer gone one does.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::answers::{Holding, all_holders, held_outside, holdings, roots};
use crate::trace::event::{Label, ObjectId, Owner};
use crate::trace::playback::State;

/// Nobody cuts more references than this by hand; and each costs a walk through the heap.
const MOST: usize = 16;

/// The fewest references without which nothing leads to the object, at most two choices: those nearest to the names, then
/// those nearest to the object. Empty where nothing leads to it now, where it takes too many, or where something outside
/// of the picture holds it itself. What no statement takes away is told only where there is no other choice.
pub fn what_would_free(state: &State, object: ObjectId) -> Vec<Vec<Holding>> {
    let mut outside: Vec<ObjectId> = held_outside(state).into_iter().collect();
    outside.sort_unstable();
    if outside.binary_search(&object).is_ok() {
        return Vec::new();
    }
    let mut roots = roots(state);
    roots.extend(outside.into_iter().map(Owner::Object));
    let mut flow = Flow {
        state,
        roots,
        used: FxHashMap::default(),
    };
    for _ in 0..=MOST {
        let reached = flow.reach(object);
        if !reached.contains_key(&Owner::Object(object)) {
            let leading = flow.leading_to(object);
            let far = flow.cut(&|owner| reached.contains_key(&owner));
            let near = flow.cut(&|owner| !leading.contains(&owner));
            return choices(far, near);
        }
        flow.augment(object, &reached);
    }
    Vec::new()
}

fn choices(far: Vec<Holding>, near: Vec<Holding>) -> Vec<Vec<Holding>> {
    let mut choices = vec![far, near];
    choices.dedup();
    choices.retain(|choice| !choice.is_empty());
    let can_go = |choice: &Vec<Holding>| {
        let mut labels = choice.iter().map(|it| &it.label);
        !labels.any(|label| matches!(label, Label::Part(_)))
    };
    if choices.iter().any(can_go) {
        choices.retain(can_go);
    }
    choices
}

/// How a walk came to a node: along a reference, or back along a used one.
type Came = Option<(Owner, u32, Owner)>;

struct Flow<'a> {
    state: &'a State,
    /// Where paths begin.
    roots: Vec<Owner>,
    /// References on the paths found so far: from where, by their targets.
    used: FxHashMap<Owner, Vec<(Owner, u32)>>,
}

impl Flow<'_> {
    fn is_used(&self, owner: Owner, index: u32, target: Owner) -> bool {
        let into = self.used.get(&target);
        into.is_some_and(|into| into.contains(&(owner, index)))
    }

    /// All that can be reached from the roots by unused references, and back along used ones.
    fn reach(&self, object: ObjectId) -> FxHashMap<Owner, Came> {
        let mut reached: FxHashMap<Owner, Came> = FxHashMap::default();
        let mut queue: VecDeque<Owner> = self.roots.clone().into();
        reached.extend(queue.iter().map(|&root| (root, None)));
        while let Some(owner) = queue.pop_front() {
            if owner == Owner::Object(object) {
                break;
            }
            for holding in holdings(self.state, owner) {
                let target = Owner::Object(holding.target);
                if !reached.contains_key(&target) && !self.is_used(owner, holding.index, target) {
                    reached.insert(target, Some((owner, holding.index, target)));
                    queue.push_back(target);
                }
            }
            for &(holder, index) in self.used.get(&owner).into_iter().flatten() {
                reached.entry(holder).or_insert_with(|| {
                    queue.push_back(holder);
                    Some((holder, index, owner))
                });
            }
        }
        reached
    }

    /// One more path: what it walks forwards is used, what it walks back no longer is.
    fn augment(&mut self, object: ObjectId, reached: &FxHashMap<Owner, Came>) {
        let mut at = Owner::Object(object);
        while let Some(&Some((holder, index, target))) = reached.get(&at) {
            let into = self.used.entry(target).or_default();
            if target == at {
                into.push((holder, index));
                at = holder;
            } else {
                into.retain(|&it| it != (holder, index));
                at = target;
            }
        }
    }

    /// All from which the object can still be reached: by unused references, or back along used ones.
    fn leading_to(&self, object: ObjectId) -> FxHashSet<Owner> {
        let holders = all_holders(self.state);
        let mut used_from: FxHashMap<Owner, Vec<Owner>> = FxHashMap::default();
        for (&target, from) in &self.used {
            for &(owner, _) in from {
                used_from.entry(owner).or_default().push(target);
            }
        }
        let mut leading = FxHashSet::from_iter([Owner::Object(object)]);
        let mut next = vec![object];
        while let Some(at) = next.pop() {
            let target = Owner::Object(at);
            let holdings = holders.get(&at).into_iter().flat_map(|it| &it.holdings);
            let unused = holdings.filter(|it| !self.is_used(it.owner, it.index, target));
            let back = used_from.get(&target).into_iter().flatten().copied();
            for owner in unused.map(|it| it.owner).chain(back) {
                if leading.insert(owner)
                    && let Owner::Object(holder) = owner
                {
                    next.push(holder);
                }
            }
        }
        leading
    }

    /// The used references from one side to the other.
    fn cut(&self, is_on_side_of_roots: &dyn Fn(Owner) -> bool) -> Vec<Holding> {
        let mut cut: Vec<Holding> = Vec::new();
        let into_others = self
            .used
            .iter()
            .filter(|(to, _)| !is_on_side_of_roots(**to));
        let crossing: FxHashSet<(Owner, u32)> = into_others
            .flat_map(|(_, from)| from.iter().copied())
            .filter(|(from, _)| is_on_side_of_roots(*from))
            .collect();
        let mut owners: Vec<Owner> = crossing.iter().map(|&(owner, _)| owner).collect();
        // Namespaces first, then objects in the order of creation: not the order of a table of hashes.
        owners.sort_unstable_by_key(|owner| (matches!(owner, Owner::Object(_)), *owner));
        owners.dedup();
        for owner in owners {
            cut.extend(
                holdings(self.state, owner)
                    .filter(|holding| crossing.contains(&(owner, holding.index))),
            );
        }
        cut
    }
}
