//! The keys that the dicts of a class's instances share (PEP 412).
//!
//! A class and each dict that shares its keys hold the same object, so that the number of its owners is CPython's count of
//! references to the keys. Mirrors Objects/dictobject.c: make_keys_shared, insert_split_key, init_inline_values.

use std::cell::{Cell, RefCell};

use super::Ref;
use super::dict::usable_fraction;

/// CPython's SHARED_KEYS_MAX_SIZE.
const MAX_SHARED_KEYS: u32 = 30;
/// The table of 3.11 and later has room for all of them at once.
const LOG2_MAX_SHARED_KEYS: u8 = 6;

pub struct SharedKeys {
    /// Borrowed interned strings, in order of first assignment.
    names: RefCell<Vec<Ref>>,
    /// How many more names there can be; each new instance takes one, down to the last (3.11).
    room: Cell<u32>,
    log2_size: u8,
    /// A dict shares its keys only while it gets them in their order, and until it loses one (up to 3.10).
    pub in_order: bool,
}

impl SharedKeys {
    /// The keys of a class from 3.11 on.
    pub fn in_any_order() -> SharedKeys {
        SharedKeys {
            names: RefCell::default(),
            room: Cell::new(MAX_SHARED_KEYS),
            log2_size: LOG2_MAX_SHARED_KEYS,
            in_order: false,
        }
    }

    /// The keys of a class up to 3.10: these names in a table of that size.
    pub fn in_order(names: Vec<Ref>, log2_size: u8) -> SharedKeys {
        let room = usable_fraction(log2_size).saturating_sub(names.len());
        SharedKeys {
            names: RefCell::new(names),
            room: Cell::new(room as u32),
            log2_size,
            in_order: true,
        }
    }

    /// CPython's dk_log2_size.
    pub fn log2_size(&self) -> u8 {
        self.log2_size
    }

    /// How many names there are by now.
    pub fn n_names(&self) -> usize {
        self.names.borrow().len()
    }

    /// Length of the table of values that a dict needs now.
    pub fn n_values(&self) -> usize {
        self.names.borrow().len() + self.room.get() as usize
    }

    /// A new instance takes from the room for further names, so that late ones find none (3.11).
    pub fn count_instance(&self) {
        if !self.in_order && self.room.get() > 1 {
            self.room.set(self.room.get() - 1);
        }
    }

    /// Whether a dict that has `n_used` items can get this one, too, and still share its keys.
    pub fn admit(&self, name: Ref, n_used: usize) -> bool {
        let mut names = self.names.borrow_mut();
        match names.iter().position(|&known| known == name) {
            Some(position) => !self.in_order || position == n_used,
            None if self.room.get() == 0 || self.in_order && names.len() != n_used => false,
            None => {
                names.push(name);
                self.room.set(self.room.get() - 1);
                true
            }
        }
    }

    /// Where the name stands among those that are shared.
    pub fn position(&self, name: Ref) -> Option<usize> {
        self.names.borrow().iter().position(|&known| known == name)
    }
}
