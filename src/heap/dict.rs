//! Dictionaries: entries in order of insertion, found through a hash table of positions.
//!
//! Holds references but owns no heap: the caller keeps the counts, computes hashes and decides equality. `log2_size`
//! and `usable` follow CPython's growth (Objects/dictobject.c), so that sizes and the moments of compaction agree.

use std::cell::Cell;
use std::rc::Rc;

use hashbrown::HashTable;

use super::Ref;
pub use super::shared_keys::SharedKeys;
use crate::profile::DictTables;

pub struct Entry {
    pub hash: i64,
    /// None: the entry was removed.
    pub key: Option<Ref>,
    pub value: Ref,
}

/// What a dict has to know about a new key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    Interned,
    Str,
    Other,
}

/// Below this number of entries a scan is as quick as a table.
const SCANNED: usize = 8;

pub struct Dict {
    entries: Vec<Entry>,
    /// Positions of live entries by hash; kept only beyond `SCANNED` entries.
    index: Option<HashTable<u32>>,
    n_used: u32,
    /// CPython's dk_log2_size: the table has that power of two of slots; 0 for a dict that never held anything.
    log2_size: u8,
    /// Whether every key ever inserted was an exact str.
    pub only_str_keys: bool,
    /// Whether a key that is no exact str was ever looked up in the table: up to 3.9 it is then one for all keys.
    asked_for_other: Cell<bool>,
    /// Changes with every insertion and removal, so that iterators notice.
    pub version: u32,
    /// The dict of an instance: its keys are its class's, and its own table holds values only.
    split: Option<Split>,
}

struct Split {
    keys: Rc<SharedKeys>,
    /// Length of the table of values when it was made.
    n_values: usize,
}

impl Default for Dict {
    fn default() -> Self {
        Dict {
            entries: Vec::new(),
            index: None,
            n_used: 0,
            log2_size: 0,
            only_str_keys: true,
            asked_for_other: Cell::new(false),
            version: 0,
            split: None,
        }
    }
}

/// What a probe says of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equality {
    Equal,
    Different,
    /// Only Python code can tell.
    AskPython,
}

/// What a look-up found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Probe {
    /// Position of the entry.
    Found(usize),
    Missing,
    /// Entries of the same hash whose equality only Python code can tell, in probing order.
    AskPython(Vec<usize>),
}

/// How many entries fit into a table of that size (CPython's USABLE_FRACTION).
pub fn usable_fraction(log2_size: u8) -> usize {
    ((1usize << log2_size) << 1) / 3
}

/// The least power of two that has `n` slots, at least 8 (CPython's calculate_log2_keysize).
fn log2_for(n: usize, tables: DictTables) -> u8 {
    let least = if tables.resize_to_sixteen && (1..8).contains(&n) {
        16
    } else {
        8
    };
    n.max(least).next_power_of_two().trailing_zeros() as u8
}

/// The table that a copy of a dict begins with. See [`Dict::table_of_copy`].
#[derive(Clone, Copy, Debug)]
pub struct CopiedTable {
    log2_size: u8,
    only_str_keys: bool,
    was_asked_for_other: bool,
}

impl Dict {
    /// An empty dict with room for `n` entries, as a literal of n items makes it.
    pub fn with_room_for(n: usize, tables: DictTables) -> Dict {
        let mut dict = Dict::default();
        if n > 5 {
            dict.log2_size = log2_for((n * 3).div_ceil(2), tables);
        }
        dict
    }

    pub fn len(&self) -> usize {
        self.n_used as usize
    }

    pub fn is_empty(&self) -> bool {
        self.n_used == 0
    }

    /// CPython's dk_log2_size: 0 while nothing was ever inserted.
    pub fn log2_size(&self) -> u8 {
        self.log2_size
    }

    /// Notes a look-up of a key that is no exact str, which turns a table for str keys into one for all keys. (Keys
    /// that are shared, and those of a dict that never held anything, stay as they are.)
    pub fn note_other_key(&self) {
        if self.log2_size != 0 && self.split.is_none() {
            self.asked_for_other.set(true);
        }
    }

    pub fn was_asked_for_other(&self) -> bool {
        self.asked_for_other.get()
    }

    /// What it shares with the other instances of its class, while it does.
    pub fn shared_keys(&self) -> Option<&Rc<SharedKeys>> {
        self.split.as_ref().map(|split| &split.keys)
    }

    /// Length of the table of values while its keys are shared.
    pub fn n_split_values(&self) -> Option<usize> {
        self.split.as_ref().map(|split| split.n_values)
    }

    /// Its keys are `keys` from now on: those that it has stand there.
    pub fn share(&mut self, keys: Rc<SharedKeys>) {
        self.log2_size = keys.log2_size();
        self.split = Some(Split {
            n_values: keys.n_values(),
            keys,
        });
    }

    /// Looks up; `equal` compares with a candidate key of the same hash.
    pub fn find(&self, hash: i64, mut equal: impl FnMut(Ref) -> Equality) -> Probe {
        let mut ask = Vec::new();
        let mut found = None;
        let mut check = |position: usize| {
            let entry = &self.entries[position];
            match entry.key {
                Some(key) if entry.hash == hash => match equal(key) {
                    Equality::Equal => {
                        found = Some(position);
                        true
                    }
                    Equality::Different => false,
                    Equality::AskPython => {
                        ask.push(position);
                        false
                    }
                },
                _ => false,
            }
        };
        match &self.index {
            None => {
                for position in 0..self.entries.len() {
                    if check(position) {
                        break;
                    }
                }
            }
            Some(index) => {
                index.find(spread(hash), |&position| check(position as usize));
            }
        }
        match found {
            Some(position) if ask.is_empty() => Probe::Found(position),
            Some(position) => {
                ask.push(position);
                Probe::AskPython(ask)
            }
            None if ask.is_empty() => Probe::Missing,
            None => Probe::AskPython(ask),
        }
    }

    /// As [`Dict::find`], where no key's equality is Python's to tell.
    #[inline]
    pub fn position(&self, hash: i64, equal: impl Fn(Ref) -> bool) -> Option<usize> {
        let is_it = |entry: &Entry| entry.hash == hash && entry.key.is_some_and(&equal);
        match &self.index {
            None => self.entries.iter().position(is_it),
            Some(index) => index
                .find(spread(hash), |&at| is_it(&self.entries[at as usize]))
                .map(|&at| at as usize),
        }
    }

    /// The entry at a position that a probe or iteration gave.
    #[inline]
    pub fn entry(&self, position: usize) -> Option<(Ref, Ref)> {
        let entry = self.entries.get(position)?;
        entry.key.map(|key| (key, entry.value))
    }

    pub fn hash_at(&self, position: usize) -> i64 {
        self.entries[position].hash
    }

    /// Puts another value there and returns the old one.
    #[inline]
    pub fn replace_value(&mut self, position: usize, value: Ref) -> Ref {
        std::mem::replace(&mut self.entries[position].value, value)
    }

    /// Adds an entry whose key is not there yet. Both references become the dict's.
    pub fn insert_new(
        &mut self,
        hash: i64,
        key: Ref,
        value: Ref,
        kind: KeyKind,
        tables: DictTables,
    ) {
        let key_is_str = kind != KeyKind::Other;
        match &self.split {
            Some(split) if kind == KeyKind::Interned && split.keys.admit(key, self.len()) => {}
            Some(_) => {
                self.split = None;
                self.log2_size = log2_for(self.len() * 3, tables);
                self.compact();
            }
            None => self.make_room(key_is_str, tables),
        }
        self.only_str_keys &= key_is_str;
        self.version = self.version.wrapping_add(1);
        let position = self.entries.len();
        self.entries.push(Entry {
            hash,
            key: Some(key),
            value,
        });
        self.n_used += 1;
        if let Some(index) = &mut self.index {
            let entries = &self.entries;
            index.insert_unique(spread(hash), position as u32, |&p| {
                spread(entries[p as usize].hash)
            });
        } else if self.entries.len() > SCANNED {
            self.build_index();
        }
    }

    fn make_room(&mut self, key_is_str: bool, tables: DictTables) {
        if self.log2_size == 0 {
            self.log2_size = 3;
        } else if self.entries.len() >= usable_fraction(self.log2_size)
            || tables.of_str_keys && self.only_str_keys && !key_is_str && !self.entries.is_empty()
        {
            self.log2_size = log2_for(self.len() * 3, tables);
            self.compact();
        }
    }

    /// Takes an entry out; its key and value become the caller's.
    pub fn remove(&mut self, position: usize) -> (Ref, Ref) {
        let entry = &mut self.entries[position];
        let key = entry
            .key
            .take()
            .expect("a removed entry is not removed again");
        let (hash, value) = (entry.hash, entry.value);
        if let Some(index) = &mut self.index
            && let Ok(found) = index.find_entry(spread(hash), |&p| p as usize == position)
        {
            found.remove();
        }
        self.n_used -= 1;
        if self.split.as_ref().is_some_and(|split| split.keys.in_order) {
            self.split = None;
        }
        self.version = self.version.wrapping_add(1);
        (key, value)
    }

    /// Position of the last live entry.
    pub fn last(&self) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.key.is_some())
    }

    /// Position of the first live entry at or after `from`.
    pub fn next_position(&self, from: usize) -> Option<usize> {
        (from..self.entries.len()).find(|&position| self.entries[position].key.is_some())
    }

    /// Makes room before all entries of another dict come in, as CPython's dict_merge does.
    pub fn reserve_for_merge(&mut self, n: usize, only_str_keys: bool, tables: DictTables) {
        if n > 0 && usable_fraction(self.log2_size) < n {
            self.log2_size = log2_for(((self.len() + n) * 3).div_ceil(2), tables);
            self.split = None;
            self.compact();
            // The new table is of the other's kind.
            if tables.of_str_keys {
                self.only_str_keys &= only_str_keys;
            }
        }
    }

    /// Whether an empty dict that gets all of this one's entries copies its table as it is.
    pub fn is_cloned_by_merge(&self) -> bool {
        self.split.is_none()
            && !self.is_empty()
            && self.len() == self.entries.len()
            && (self.log2_size == 3 || usable_fraction(self.log2_size - 1) < self.len())
    }

    /// dict.fromkeys of something with a known length makes the table before it goes on.
    pub fn resize_for(&mut self, n: usize, tables: DictTables) {
        self.log2_size = log2_for((n * 3).div_ceil(2), tables);
    }

    /// Whether a copy gets the same table: where it is well filled.
    pub fn is_copied_with_table(&self) -> bool {
        !self.is_empty() && self.len() >= self.entries.len() * 2 / 3
    }

    /// Makes an empty dict the table of a copy of that one: of the same kind where it is the same table.
    pub fn begin_as_copy_of(&mut self, source: &CopiedTable) {
        self.set_log2_size(source.log2_size);
        self.only_str_keys = source.only_str_keys;
        if source.was_asked_for_other {
            self.note_other_key();
        }
    }

    /// The table that a copy begins with.
    pub fn table_of_copy(&self, tables: DictTables) -> CopiedTable {
        let is_same = self.is_copied_with_table();
        CopiedTable {
            log2_size: self.log2_size_of_copy(tables),
            // Where tables are of two kinds, another table is of the same kind.
            only_str_keys: self.only_str_keys || !(is_same || tables.of_str_keys),
            was_asked_for_other: is_same && self.was_asked_for_other(),
        }
    }

    /// The table that an empty dict gets when this one is merged into it; none where its entries are inserted one by one.
    pub fn table_of_merge(&self, tables: DictTables) -> Option<CopiedTable> {
        self.is_cloned_by_merge().then_some(CopiedTable {
            log2_size: self.log2_size,
            only_str_keys: self.only_str_keys || !tables.of_str_keys,
            was_asked_for_other: false,
        })
    }

    /// CPython's dk_log2_size of a copy: the same table where it is well filled, else one for the entries.
    fn log2_size_of_copy(&self, tables: DictTables) -> u8 {
        if self.is_empty() {
            0
        } else if self.is_copied_with_table() {
            self.log2_size
        } else {
            log2_for((self.len() * 3).div_ceil(2), tables)
        }
    }

    /// Gives an empty dict a table of that size.
    pub fn set_log2_size(&mut self, log2_size: u8) {
        debug_assert!(
            self.entries.is_empty(),
            "only an empty dict gets a table beforehand"
        );
        self.log2_size = log2_size;
    }

    /// Live entries in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Ref, Ref)> + '_ {
        self.entries
            .iter()
            .filter_map(|entry| entry.key.map(|key| (key, entry.value)))
    }

    /// Live entries with their hashes.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, Ref, Ref)> + '_ {
        self.entries
            .iter()
            .filter_map(|entry| entry.key.map(|key| (entry.hash, key, entry.value)))
    }

    /// Empties it; what it held becomes the caller's, key before value.
    pub fn take_all(&mut self) -> Vec<(Ref, Ref)> {
        let entries = std::mem::take(&mut self.entries);
        self.index = None;
        self.n_used = 0;
        self.log2_size = 0;
        self.split = None;
        self.only_str_keys = true;
        self.asked_for_other.set(false);
        self.version = self.version.wrapping_add(1);
        entries
            .into_iter()
            .filter_map(|entry| entry.key.map(|key| (key, entry.value)))
            .collect()
    }

    fn compact(&mut self) {
        if self.n_used as usize != self.entries.len() {
            self.entries.retain(|entry| entry.key.is_some());
        }
        self.index = None;
        if self.entries.len() >= SCANNED {
            self.build_index();
        }
    }

    fn build_index(&mut self) {
        let entries = &self.entries;
        let mut index =
            HashTable::with_capacity(usable_fraction(self.log2_size).max(entries.len()));
        for (position, entry) in entries.iter().enumerate() {
            if entry.key.is_some() {
                index.insert_unique(spread(entry.hash), position as u32, |&p| {
                    spread(entries[p as usize].hash)
                });
            }
        }
        self.index = Some(index);
    }
}

/// Python's hash of an int is the int itself; the table wants its top bits to differ too.
fn spread(hash: i64) -> u64 {
    (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
