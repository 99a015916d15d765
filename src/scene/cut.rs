//! What would free an object: the fewest references that would have to go.
//!
//! It turns the state at one position into a smallest cut between the names of the running frames and the object, by
//! Ford and Fulkerson's augmenting paths with one unit for each reference. Invariant: without the references of the
//! answer no path leads from a name to the object, and with fewer gone one does.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::answers::{Holding, holdings, roots};
use crate::trace::event::{ObjectId, Owner};
use crate::trace::playback::State;

/// Nobody cuts more references than this by hand; and each costs a walk through the heap.
const MOST: usize = 16;

/// The fewest references without which no name leads to the object, those nearest to the names where there is a
/// choice; empty where none leads to it now, or where it takes too many.
pub fn what_would_free(state: &State, object: ObjectId) -> Vec<Holding> {
    let mut flow = Flow {
        state,
        used: FxHashMap::default(),
    };
    for _ in 0..=MOST {
        let reached = flow.reach(object);
        if !reached.contains_key(&Owner::Object(object)) {
            return flow.cut(&reached);
        }
        flow.augment(object, &reached);
    }
    Vec::new()
}

/// How a walk came to a node: along a reference, or back along a used one.
type Came = Option<(Owner, u32, Owner)>;

struct Flow<'a> {
    state: &'a State,
    /// References on the paths found so far: from where, by their targets.
    used: FxHashMap<Owner, Vec<(Owner, u32)>>,
}

impl Flow<'_> {
    fn is_used(&self, owner: Owner, index: u32, target: Owner) -> bool {
        let into = self.used.get(&target);
        into.is_some_and(|into| into.contains(&(owner, index)))
    }

    /// All that can be reached from the names by unused references, and back along used ones.
    fn reach(&self, object: ObjectId) -> FxHashMap<Owner, Came> {
        let mut reached: FxHashMap<Owner, Came> = FxHashMap::default();
        let mut queue: VecDeque<Owner> = roots(self.state).into();
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

    /// The references from what was reached to what was not.
    fn cut(&self, reached: &FxHashMap<Owner, Came>) -> Vec<Holding> {
        let mut cut: Vec<Holding> = Vec::new();
        let into_unreached = self.used.iter().filter(|(to, _)| !reached.contains_key(to));
        let crossing: FxHashSet<(Owner, u32)> = into_unreached
            .flat_map(|(_, from)| from.iter().copied())
            .filter(|(from, _)| reached.contains_key(from))
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
