//! Sets: the open-addressing table of CPython's Objects/setobject.c, because the order in which a set shows its
//! members is the order of that table.
//!
//! Holds references but owns no heap: the caller keeps the counts, computes hashes and decides equality.

use super::Ref;
use super::dict::{Equality, Probe};

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// A table of this size costs nothing extra: it stands in the set object itself.
const SMALL_TABLE: usize = 8;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Empty,
    Removed,
    Member { hash: i64, key: Ref },
}

pub struct Set {
    table: Vec<Slot>,
    /// Members and removed slots.
    fill: usize,
    used: usize,
    /// Changes with every insertion and removal, so that iterators notice.
    pub version: u32,
    /// frozenset only: the hash, once computed.
    pub hash: Option<i64>,
    /// Where set.pop() goes on searching.
    finger: usize,
}

impl Default for Set {
    fn default() -> Self {
        Set {
            table: vec![Slot::Empty; SMALL_TABLE],
            fill: 0,
            used: 0,
            version: 0,
            hash: None,
            finger: 0,
        }
    }
}

/// The slots in the order in which a hash probes a table of `mask + 1` slots: runs of neighbours, then a jump.
struct Probing {
    perturb: u64,
    mask: usize,
    at: usize,
    left_in_run: usize,
    next: usize,
}

impl Probing {
    fn new(hash: i64, mask: usize) -> Probing {
        let mut probing = Probing {
            perturb: hash as u64,
            mask,
            at: (hash as u64 as usize) & mask,
            left_in_run: 0,
            next: 0,
        };
        probing.begin_run();
        probing
    }

    fn begin_run(&mut self) {
        self.next = self.at;
        self.left_in_run = if self.at + LINEAR_PROBES <= self.mask {
            LINEAR_PROBES + 1
        } else {
            1
        };
    }
}

impl Iterator for Probing {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left_in_run == 0 {
            self.perturb >>= PERTURB_SHIFT;
            self.at = (self
                .at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize))
                & self.mask;
            self.begin_run();
        }
        self.left_in_run -= 1;
        self.next += 1;
        Some(self.next - 1)
    }
}

impl Set {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Nothing was added since it was made or cleared.
    pub fn is_untouched(&self) -> bool {
        self.fill == 0
    }

    /// Number of slots of the table.
    pub fn table_size(&self) -> usize {
        self.table.len()
    }

    /// Whether the table stands in a block of its own.
    pub fn has_separate_table(&self) -> bool {
        self.table.len() > SMALL_TABLE
    }

    fn mask(&self) -> usize {
        self.table.len() - 1
    }

    /// Looks up; `equal` compares with a candidate of the same hash. Positions are slots of the table.
    pub fn find(&self, hash: i64, mut equal: impl FnMut(Ref) -> Equality) -> Probe {
        let mut ask = Vec::new();
        for position in Probing::new(hash, self.mask()) {
            match self.table[position] {
                Slot::Empty => break,
                Slot::Member { hash: other, key } if other == hash => match equal(key) {
                    Equality::Equal if ask.is_empty() => return Probe::Found(position),
                    Equality::Equal => {
                        ask.push(position);
                        break;
                    }
                    Equality::Different => {}
                    Equality::AskPython => ask.push(position),
                },
                _ => {}
            }
        }
        if ask.is_empty() {
            Probe::Missing
        } else {
            Probe::AskPython(ask)
        }
    }

    /// Adds a key that is not there yet. The reference becomes the set's.
    pub fn insert_new(&mut self, hash: i64, key: Ref) {
        // A removed slot is not used again until the table grows: CPython does not look back for one either.
        let free = Probing::new(hash, self.mask())
            .find(|&position| self.table[position] == Slot::Empty)
            .expect("a set's table always has an empty slot");
        self.fill += 1;
        self.table[free] = Slot::Member { hash, key };
        self.used += 1;
        self.version = self.version.wrapping_add(1);
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            });
        }
    }

    /// Makes room as CPython does before it adds all of another set.
    pub fn reserve_for_merge(&mut self, n: usize) {
        if (self.fill + n) * 5 >= self.mask() * 3 {
            self.resize((self.used + n) * 2);
        }
    }

    /// Takes in all of another set while this one is empty, as CPython's set_merge does: a table of the same size is
    /// copied as it is. The caller counts the references.
    pub fn merge_into_empty(&mut self, other: &Set) {
        self.reserve_for_merge(other.used);
        if self.table.len() == other.table.len() && other.fill == other.used {
            self.table.clone_from(&other.table);
            self.fill = other.fill;
            self.used = other.used;
            self.version = self.version.wrapping_add(1);
            return;
        }
        for (hash, key) in other.iter() {
            let free = Probing::new(hash, self.mask())
                .find(|&position| self.table[position] == Slot::Empty)
                .expect("room was made for all");
            self.table[free] = Slot::Member { hash, key };
            self.fill += 1;
            self.used += 1;
        }
        self.version = self.version.wrapping_add(1);
    }

    fn resize(&mut self, min_used: usize) {
        let mut size = SMALL_TABLE;
        while size <= min_used {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.table, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Member { hash, .. } = slot {
                let free = Probing::new(hash, size - 1)
                    .find(|&position| self.table[position] == Slot::Empty)
                    .expect("the new table has room");
                self.table[free] = slot;
            }
        }
    }

    /// Takes a member out; the reference becomes the caller's.
    pub fn remove(&mut self, position: usize) -> Ref {
        match std::mem::replace(&mut self.table[position], Slot::Removed) {
            Slot::Member { key, .. } => {
                self.used -= 1;
                self.version = self.version.wrapping_add(1);
                key
            }
            _ => panic!("no member stands at slot {position} of the set"),
        }
    }

    /// set.pop(): takes out some member, the next one from where the last pop ended.
    pub fn pop(&mut self) -> Option<Ref> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut position = self.finger & mask;
        while !matches!(self.table[position], Slot::Member { .. }) {
            position = (position + 1) & mask;
        }
        self.finger = position + 1;
        Some(self.remove(position))
    }

    /// Slot of the first member at or after `from`.
    pub fn next_position(&self, from: usize) -> Option<usize> {
        (from..self.table.len())
            .find(|&position| matches!(self.table[position], Slot::Member { .. }))
    }

    pub fn member(&self, position: usize) -> Option<(i64, Ref)> {
        match self.table.get(position) {
            Some(&Slot::Member { hash, key }) => Some((hash, key)),
            _ => None,
        }
    }

    /// Members in the table's order, with their hashes.
    pub fn iter(&self) -> impl Iterator<Item = (i64, Ref)> + '_ {
        self.table.iter().filter_map(|slot| match slot {
            Slot::Member { hash, key } => Some((*hash, *key)),
            _ => None,
        })
    }

    /// Empties it; the members become the caller's.
    pub fn take_all(&mut self) -> Vec<Ref> {
        let table = std::mem::replace(&mut self.table, vec![Slot::Empty; SMALL_TABLE]);
        self.fill = 0;
        self.used = 0;
        self.version = self.version.wrapping_add(1);
        table
            .into_iter()
            .filter_map(|slot| match slot {
                Slot::Member { key, .. } => Some(key),
                _ => None,
            })
            .collect()
    }
}
