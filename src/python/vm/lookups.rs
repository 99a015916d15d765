//! The method cache: what a name means along a class's mro.
//!
//! In: class and name. Out: the borrowed attribute of the first class of the mro that has it. Any change of any class makes
//! the whole cache stale. Mirrors _PyType_Lookup of CPython's Objects/typeobject.c.

use super::Vm;
use crate::heap::{Payload, Ref};

const CACHE_SIZE: usize = 1024;

#[derive(Clone, Copy)]
struct CacheEntry {
    class: Ref,
    name: Ref,
    found: Option<Ref>,
    version: u32,
    /// Whether instances decide by themselves what the name means, for each [`Access`]; none: not asked yet.
    instance_decides: [Option<bool>; 2],
}

/// What is done with an attribute of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Load,
    Store,
}

/// Remembers what look-ups along the mro found. Any change of any class makes all of it stale.
pub(crate) struct LookupCache {
    entries: Vec<CacheEntry>,
    version: u32,
}

impl Default for LookupCache {
    fn default() -> Self {
        let empty = CacheEntry {
            class: Ref::NONE,
            name: Ref::NONE,
            found: None,
            version: 0,
            instance_decides: [None; 2],
        };
        LookupCache {
            entries: vec![empty; CACHE_SIZE],
            version: 1,
        }
    }
}

impl LookupCache {
    pub fn invalidate(&mut self) {
        self.version += 1;
    }

    /// The names that entries hold.
    pub fn names(&self) -> impl Iterator<Item = Ref> + '_ {
        self.entries
            .iter()
            .filter(|entry| entry.version > 0)
            .map(|entry| entry.name)
    }

    #[inline]
    fn slot(class: Ref, name: Ref) -> usize {
        (class.index().wrapping_mul(31) ^ name.index()) & (CACHE_SIZE - 1)
    }
}
impl Vm {
    /// The attribute of that name in the class or the first of its bases that has it, borrowed.
    #[inline]
    pub(crate) fn lookup(&mut self, class: Ref, name: Ref) -> Option<Ref> {
        let slot = LookupCache::slot(class, name);
        let entry = &self.lookups.entries[slot];
        if entry.class == class && entry.name == name && entry.version == self.lookups.version {
            return entry.found;
        }
        self.lookup_slowly(class, name, slot)
    }

    fn lookup_slowly(&mut self, class: Ref, name: Ref, slot: usize) -> Option<Ref> {
        let found = self.heap.mro(class).iter().find_map(|&entry| {
            let dict = self.heap.type_body_opt(entry)?.dict?;
            self.heap.dict_get_name(dict, name)
        });
        // The entry holds a reference to the name, as CPython's does: else the name could die, and another text take
        // its place.
        self.heap.incref(name);
        let old = std::mem::replace(
            &mut self.lookups.entries[slot],
            CacheEntry {
                class,
                name,
                found,
                version: self.lookups.version,
                instance_decides: [None; 2],
            },
        );
        if old.version > 0 {
            self.release_ref(old.name);
        }
        found
    }

    /// Whether an attribute of that name in an instance itself is what a load finds, or where a store goes: the class
    /// has no method of its own for it, and no data descriptor of that name.
    #[inline]
    pub(crate) fn instance_decides(&mut self, class: Ref, name: Ref, access: Access) -> bool {
        let entry = &self.lookups.entries[LookupCache::slot(class, name)];
        if entry.class == class
            && entry.name == name
            && entry.version == self.lookups.version
            && let Some(decides) = entry.instance_decides[access as usize]
        {
            return decides;
        }
        self.find_out_who_decides(class, name, access)
    }

    fn find_out_who_decides(&mut self, class: Ref, name: Ref, access: Access) -> bool {
        let method = match access {
            Access::Load => self.names.getattribute,
            Access::Store => self.names.setattr,
        };
        let method = self.lookup(class, method);
        let has_own_method = self.is_builtin_class(class)
            || method.is_some_and(|method| {
                !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)))
            });
        let found = self.lookup(class, name);
        let decides = !has_own_method
            && name != self.names.class
            && !found.is_some_and(|attribute| self.is_data_descriptor(attribute));
        // Asking about the descriptor's class can have taken the entry's place.
        let entry = &mut self.lookups.entries[LookupCache::slot(class, name)];
        if entry.class == class && entry.name == name {
            entry.instance_decides[access as usize] = Some(decides);
        }
        decides
    }
}
