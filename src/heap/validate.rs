//! The heap's invariants as code: run by tests after every statement and pass.

use rustc_hash::FxHashMap;

use super::atoms::{Atom, IMMORTAL};
use super::gc_list::{ListId, N_SENTINELS};
use super::{Head, Heap, Payload, Ref, Table, traverse};

impl Heap {
    /// Checks that every container's count is the number of references to it: those that objects hold, and `outside`,
    /// which the caller holds (names of frames, evaluation stacks, the interpreter itself).
    ///
    /// # Errors
    /// A sentence that names the first object whose count is wrong.
    pub fn validate_counts(&self, outside: &[Ref]) -> Result<(), String> {
        let mut expected: FxHashMap<Ref, u32> = FxHashMap::default();
        for &reference in outside {
            *expected.entry(reference.unmarked()).or_default() += 1;
        }
        for object in self.containers() {
            for reference in self.references_of(object) {
                *expected.entry(reference).or_default() += 1;
            }
        }
        for object in self.containers() {
            let count = self.refcnts[object.index()];
            let found = expected.get(&object).copied().unwrap_or(0);
            // The interpreter's permanent objects have many references from nowhere before 3.12.
            if count != IMMORTAL && count < super::atoms::MANY / 2 && count != found {
                return Err(format!(
                    "{object:?}, a {}, counts {count} references, but {found} exist",
                    self.class_name(object)
                ));
            }
        }
        self.validate_atom_counts(&expected)
    }

    fn validate_atom_counts(&self, expected: &FxHashMap<Ref, u32>) -> Result<(), String> {
        for (&reference, &found) in expected {
            let count = match reference.table() {
                Table::Containers => continue,
                Table::Ints => self.atoms.ints[reference.index()].refcnt,
                Table::Atoms => {
                    if matches!(self.atoms.atoms[reference.index()].value, Atom::Free { .. }) {
                        return Err(format!("{reference:?} is referred to, but free"));
                    }
                    self.atoms.atoms[reference.index()].refcnt
                }
            };
            if count != IMMORTAL && count < super::atoms::MANY / 2 && count != found {
                return Err(format!(
                    "{reference:?} counts {count} references, but {found} exist"
                ));
            }
        }
        Ok(())
    }

    /// Checks the collector's lists: linked both ways, each tracked object in one list, no flag of a collection left.
    ///
    /// # Errors
    /// A sentence that names the first list or object that is wrong.
    pub fn validate_lists(&self) -> Result<(), String> {
        let lists = [
            ListId::Generation0,
            ListId::Generation1,
            ListId::Generation2,
            ListId::Permanent,
        ];
        let mut n_listed = 0;
        for list in lists {
            let sentinel = list.sentinel();
            let mut previous = sentinel;
            let mut at = self.links[sentinel as usize].next;
            while at != sentinel {
                let (head, link) = (&self.heads[at as usize], &self.links[at as usize]);
                if link.prev != previous {
                    return Err(format!(
                        "{list:?}: #{at} has #{} before it, not #{previous}",
                        link.prev
                    ));
                }
                if !head.has(Head::TRACKED) || head.has(Head::COLLECTING | Head::UNREACHABLE) {
                    return Err(format!(
                        "{list:?}: #{at} has the flags {:#b}",
                        head.gc_bits & 31
                    ));
                }
                if matches!(self.bodies[at as usize].payload, Payload::Free { .. }) {
                    return Err(format!("{list:?}: #{at} is free"));
                }
                n_listed += 1;
                previous = at;
                at = link.next;
            }
        }
        let n_tracked = (N_SENTINELS as usize..self.heads.len())
            .filter(|&i| self.heads[i].has(Head::TRACKED))
            .count();
        if n_tracked == n_listed {
            Ok(())
        } else {
            Err(format!(
                "{n_tracked} objects are tracked, but the lists hold {n_listed}"
            ))
        }
    }

    /// Objects that are reachable from `roots`: a plain search, for comparison.
    pub fn reachable_from(&self, roots: &[Ref]) -> Vec<bool> {
        let mut seen = vec![false; self.heads.len()];
        let mut to_visit: Vec<Ref> = roots
            .iter()
            .copied()
            .filter(|root| root.is_container())
            .collect();
        while let Some(object) = to_visit.pop() {
            if std::mem::replace(&mut seen[object.index()], true) {
                continue;
            }
            traverse::traverse(self.payload(object), &mut |reference| {
                if reference.is_container() {
                    to_visit.push(reference);
                }
            });
            to_visit.push(self.class_of(object));
        }
        seen
    }
}
