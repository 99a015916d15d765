//! The heap: all objects of a program, and their reference counts.
//!
//! In: requests of the interpreter (make this object, one more reference, one fewer). Out: objects that live exactly
//! as long as CPython's would, an event for everything that happens (when recording), and work for the cascade
//! ([`dealloc`]) when a count reaches 0.
//!
//! Invariants: an object's count is the number of references that exist to it (see [`validate`]). This module alone
//! writes counts. A container is in at most one of the collector's lists. Nothing here knows Python's syntax or runs
//! Python code: whoever drives a cascade or a collection lends a [`Host`] for that.
//!
//! Layout: containers stand in parallel tables (counts, the collector's bits, its links, bodies), so that a pass reads
//! no more than it needs and can walk one object's references while it writes another's gc_refs; ints and other atoms
//! stand in tables of their own.
//! Mirrors CPython's Include/object.h, Objects/object.c, Objects/obmalloc.c.

pub mod addresses;
mod arrays;
pub mod atoms;
mod buffers;
pub mod build;
mod bulk;
pub mod dealloc;
pub mod dict;
mod edges;
pub mod free_lists;
pub mod gc_list;
pub mod lists;
pub mod lookup;
mod meeting;
pub mod pages;
mod parts;
pub mod payload;
mod record;
pub mod reference;
mod referents;
mod retell;
pub mod set;
mod share;
mod shared_keys;
pub mod sizes;
mod slots;
mod subclasses;
pub mod traverse;
pub mod types;
pub mod validate;
pub mod weakref;

use crate::gc::Collected;
use std::hash::Hasher;
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;
use thin_vec::ThinVec;

use self::addresses::Addresses;
pub use self::addresses::size_class;
use self::atoms::{Atoms, IMMORTAL};
pub use self::gc_list::{Generations, ListId};
pub use self::payload::Payload;
pub use self::reference::{Owned, Ref, Table};
pub use self::share::Share;
use crate::profile::Profile;
use crate::trace::recorder::{Changed, Recorder};

/// The allocator hands out blocks of a multiple of so many bytes.
const BLOCK_ALIGNMENT: u64 = 16;

/// Ints from here to the profile's `small_int_max` are made once.
pub const SMALL_INT_MIN: i64 = -5;

/// The collector's bits of a container: four bytes, so that the passes over a large heap stay in the cache.
#[derive(Clone, Copy, Default)]
pub struct Head {
    /// Flags in the low bits, gc_refs above them; gc_refs means something only while COLLECTING is set.
    pub gc_bits: u32,
}

/// Neighbours in the collector's list the object stands in; meaningless when untracked.
#[derive(Clone, Copy, Default)]
pub struct Link {
    pub prev: u32,
    pub next: u32,
}

impl Head {
    /// In one of the collector's lists.
    pub const TRACKED: u32 = 1;
    /// Belongs to the generation that is being collected.
    pub const COLLECTING: u32 = 2;
    /// Stands in the list of the tentatively unreachable; or is garbage about to be freed, and stands in none.
    pub const UNREACHABLE: u32 = 4;
    /// Its finalizer has been called.
    pub const FINALIZED: u32 = 8;
    /// Weak references to it exist.
    pub const WEAKLY_REFERENCED: u32 = 16;
    /// A list without room has an array nevertheless, of no length, since its array was shrunk to that.
    pub const EMPTIED_ARRAY: u32 = 32;
    /// Those that a collection leaves as they are.
    pub const LASTING: u32 =
        Self::TRACKED | Self::FINALIZED | Self::WEAKLY_REFERENCED | Self::EMPTIED_ARRAY;
    pub const GC_REFS_SHIFT: u32 = 6;

    #[inline]
    pub fn has(&self, flag: u32) -> bool {
        self.gc_bits & flag != 0
    }

    #[inline]
    pub fn set(&mut self, flag: u32, on: bool) {
        if on {
            self.gc_bits |= flag
        } else {
            self.gc_bits &= !flag
        }
    }

    /// A count beyond 2^26 begins at 0 again, before and after: the difference is the number of references from outside
    /// all the same.
    #[inline]
    pub fn gc_refs(&self) -> u32 {
        self.gc_bits >> Self::GC_REFS_SHIFT
    }

    #[inline]
    pub fn take_gc_ref(&mut self) {
        self.gc_bits = self.gc_bits.wrapping_sub(1 << Self::GC_REFS_SHIFT);
    }
}

/// What the object is: class, address, contents.
pub struct Body {
    pub class: Ref,
    /// In units of 16 bytes above the heap's base, of the memory block (the collector's header comes first in it).
    pub address: u32,
    pub payload: Payload,
}

/// Who drives a cascade or a collection: the interpreter, or a test.
///
/// Heap and collector call back into Python through this trait and in no other way.
pub trait Host {
    fn heap(&mut self) -> &mut Heap;
    /// Calls the object's `__del__`; an exception is reported and forgotten.
    fn call_finalizer(&mut self, object: Ref);
    /// Calls a weak reference's callback with the weak reference; an exception is reported and forgotten.
    fn call_weakref_callback(&mut self, weakref: Ref, callback: Ref);
    /// Calls each of gc.callbacks with that phase ("start" or "stop") and info.
    fn call_gc_callbacks(&mut self, phase: &'static str, info: GcInfo);
    /// Writes a line of the collector's debugging output to stderr.
    fn write_gc_debug(&mut self, line: &str);
    /// repr as the collector's debugging output shows an object: `<list 0x7f…>`.
    fn debug_name(&mut self, object: Ref) -> String;
    /// Where another collector than CPython's is to be shown, it runs and gives what it found.
    fn collect_otherwise(&mut self) -> Option<Collected> {
        None
    }
}

/// The dict that gc.callbacks get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GcInfo {
    pub generation: u8,
    pub collected: u32,
    pub uncollectable: u32,
    pub candidates: u32,
}

pub struct Heap {
    pub profile: &'static Profile,
    pub(crate) refcnts: Vec<u32>,
    pub heads: Vec<Head>,
    pub(crate) links: Vec<Link>,
    pub bodies: Vec<Body>,
    /// Heads of the lists of free slots, by size class; 0 ends them.
    free_slots: Vec<u32>,
    pub(crate) atoms: Atoms,
    interned: HashTable<u32>,
    addresses: Addresses,
    /// Weak references to each object that has any, newest first as CPython keeps them.
    pub(crate) weakrefs: FxHashMap<Ref, Vec<Ref>>,
    /// The collector's lists, thresholds and counts.
    pub gc: Generations,
    pub recorder: Recorder,
    /// Simulated bytes of all live objects.
    pub bytes: u64,
    /// What the allocator takes for them: each size rounded up to a multiple of 16.
    pub block_bytes: u64,
    /// Number of live objects, atoms included.
    pub n_objects: u64,
    /// What the interpreter made for itself: at its start, for imports, and to run the text that it is running.
    pub(crate) setup: Share,
    /// `bytes` may not exceed it: the interpreter ends the program with MemoryError then.
    pub max_bytes: u64,
    /// Raised by an allocation beyond `max_bytes`.
    pub exhausted: bool,
    pub(crate) free_lists: free_lists::FreeLists,
    singletons: Singletons,
    /// While recording: which slots hold what the interpreter made for itself.
    own: Vec<bool>,
    /// Bytes of the memory blocks of a list and of the empty tuple.
    list_block: u32,
    empty_tuple_block: u32,
    spare_arrays: arrays::SpareArrays,
    buffers: buffers::Buffers,
    /// The stack of the next cascade; empty.
    dying: Vec<dealloc::Dying>,
}

/// Objects of which there is one.
#[derive(Default)]
struct Singletons {
    empty_tuple: Option<Ref>,
    /// bytes of length 0, then those of length 1 by their byte, once they were asked for.
    short_bytes: Vec<Option<Ref>>,
}

impl Heap {
    pub fn new(profile: &'static Profile) -> Heap {
        let mut heap = Heap {
            profile,
            refcnts: Vec::new(),
            heads: Vec::new(),
            links: Vec::new(),
            bodies: Vec::new(),
            free_slots: Vec::new(),
            atoms: Atoms::default(),
            interned: HashTable::new(),
            addresses: Addresses::default(),
            weakrefs: FxHashMap::default(),
            gc: Generations::new(profile.thresholds),
            recorder: Recorder::default(),
            bytes: 0,
            block_bytes: 0,
            n_objects: 0,
            setup: Share::default(),
            max_bytes: u64::MAX,
            exhausted: false,
            free_lists: free_lists::FreeLists::new(&profile.free_lists),
            singletons: Singletons::default(),
            own: Vec::new(),
            list_block: 0,
            empty_tuple_block: 0,
            spare_arrays: arrays::SpareArrays::default(),
            buffers: buffers::Buffers::default(),
            dying: Vec::new(),
        };
        heap.make_sentinels();
        heap.make_atoms();
        heap.make_builtin_types();
        heap.list_block = heap.basic_size(types::LIST, &Payload::List(ThinVec::new()));
        heap.empty_tuple_block = heap.basic_size(types::TUPLE, &Payload::Tuple(ThinVec::new()));
        heap
    }

    // ---- counts ----

    /// One more reference.
    #[inline(always)]
    pub fn incref(&mut self, reference: Ref) {
        let count = self.count_mut(reference);
        if *count != IMMORTAL {
            *count += 1;
            if self.recorder.is_detailed() && reference.is_container() {
                self.record_count(reference);
            }
        }
    }

    /// A counted reference of one's own.
    #[inline(always)]
    pub fn new_ref(&mut self, reference: Ref) -> Owned {
        self.incref(reference);
        Owned::from_counted(reference)
    }

    /// One reference fewer. Atoms are freed here when that was the last; for a container the caller must then run
    /// the cascade, which true asks for ([`dealloc::release`] does both).
    #[inline(always)]
    #[must_use]
    pub fn decref(&mut self, reference: Ref) -> bool {
        let count = self.count_mut(reference);
        if *count == IMMORTAL {
            return false;
        }
        debug_assert!(*count > 0, "{reference:?} has no reference to give back");
        *count -= 1;
        let is_dead = *count == 0;
        if self.recorder.is_detailed() && reference.is_container() {
            self.record_count(reference);
        }
        is_dead && (reference.is_container() || self.free_dead_atom(reference))
    }

    /// False: there is no cascade to run.
    fn free_dead_atom(&mut self, reference: Ref) -> bool {
        if reference.is_int() {
            self.free_int(reference.index() as u32);
        } else {
            self.free_atom(reference.index() as u32);
        }
        false
    }

    #[inline(always)]
    fn count_mut(&mut self, reference: Ref) -> &mut u32 {
        let index = reference.index();
        match reference.table() {
            Table::Containers => &mut self.refcnts[index],
            Table::Ints => &mut self.atoms.ints[index].refcnt,
            Table::Atoms => &mut self.atoms.atoms[index].refcnt,
        }
    }

    /// The count as sys.getrefcount would show it, without that call's own reference.
    pub fn refcount(&self, reference: Ref) -> u32 {
        let index = reference.index();
        let count = match reference.table() {
            Table::Containers => self.refcnts[index],
            Table::Ints => self.atoms.ints[index].refcnt,
            Table::Atoms => self.atoms.atoms[index].refcnt,
        };
        if count == IMMORTAL {
            self.profile.immortal_refcount.unwrap_or(count)
        } else {
            count
        }
    }

    /// Whether the interpreter keeps the container for ever: immortal, or with many references from nowhere.
    pub fn is_permanent(&self, container: Ref) -> bool {
        self.refcnts[container.index()] >= atoms::MANY / 2
    }

    /// The count never changes (PEP 683).
    pub fn is_immortal(&self, reference: Ref) -> bool {
        let index = reference.index();
        IMMORTAL
            == match reference.table() {
                Table::Containers => self.refcnts[index],
                Table::Ints => self.atoms.ints[index].refcnt,
                Table::Atoms => self.atoms.atoms[index].refcnt,
            }
    }

    // ---- objects ----

    /// The object's class.
    #[inline]
    pub fn class_of(&self, reference: Ref) -> Ref {
        match reference.table() {
            Table::Containers => self.bodies[reference.index()].class,
            Table::Ints => types::INT,
            Table::Atoms => types::of_atom(&self.atoms.atoms[reference.index()].value),
        }
    }

    /// Gives an instance another class; the caller keeps both classes' counts.
    pub fn set_class(&mut self, object: Ref, class: Ref) {
        self.bodies[object.index()].class = class;
    }

    /// Contents of a container.
    ///
    /// # Panics
    /// For atoms.
    #[inline]
    pub fn payload(&self, reference: Ref) -> &Payload {
        &self.bodies[reference.index()].payload
    }

    /// Contents of a container, to be changed. While recording, the change is found out before the next event.
    #[inline]
    pub fn payload_mut(&mut self, reference: Ref) -> &mut Payload {
        self.touch(reference, |_| Changed::ALL);
        &mut self.bodies[reference.index()].payload
    }

    /// id(): the address.
    pub fn address_of(&self, reference: Ref) -> u64 {
        let index = reference.index();
        let (units, header) = match reference.table() {
            Table::Containers => {
                let body = &self.bodies[index];
                (
                    body.address,
                    if self.is_gc(reference) {
                        u64::from(self.profile.sizes.gc_header)
                    } else {
                        0
                    },
                )
            }
            Table::Ints => (self.atoms.ints[index].address, 0),
            Table::Atoms => (self.atoms.atoms[index].address, 0),
        };
        addresses::to_address(units) + header
    }

    /// The live object at an address; it is searched for, so this is slow.
    pub fn object_at(&self, address: u64) -> Option<Ref> {
        let at = |reference: &Ref| {
            self.refcount(*reference) > 0 && self.address_of(*reference) == address
        };
        let mut ints = self.atoms.ints.indices().map(Ref::int);
        let mut atoms = self.atoms.atoms.indices().map(Ref::atom);
        self.containers()
            .find(at)
            .or_else(|| atoms.find(at))
            .or_else(|| ints.find(at))
    }

    /// Whether the object is of the collector's kind (has its header), tracked or not.
    pub fn is_gc(&self, reference: Ref) -> bool {
        match self.payload_of(reference) {
            None => false,
            Some(Payload::Type(body)) => self.is_gc_type(body),
            Some(_) => self.type_body(self.class_of(reference)).instances_are_gc,
        }
    }

    /// Static types, those of C that are written in Python here among them, are nothing to the collector.
    pub(super) fn is_gc_type(&self, body: &payload::Type) -> bool {
        match body.native_kind {
            Some(kind) => self.is_heap_type_in_c(kind),
            None => body.is_heap_type || self.is_heap_type_of_module(body),
        }
    }

    /// Contents of a container; none for atoms.
    #[inline]
    pub fn payload_of(&self, reference: Ref) -> Option<&Payload> {
        if reference.is_container() {
            Some(&self.bodies[reference.index()].payload)
        } else {
            None
        }
    }

    /// All live containers, in order of their slots.
    pub fn containers(&self) -> impl Iterator<Item = Ref> + '_ {
        (gc_list::N_SENTINELS..self.bodies.len() as u32)
            .filter(|&index| !matches!(self.bodies[index as usize].payload, Payload::Free { .. }))
            .map(Ref::container)
    }

    fn make_sentinels(&mut self) {
        for _ in 0..gc_list::N_SENTINELS {
            let index = self.push_slot(0);
            self.links[index as usize].prev = index;
            self.links[index as usize].next = index;
        }
    }

    fn make_atoms(&mut self) {
        use atoms::Atom;
        let singletons = [
            Atom::None,
            Atom::Bool(false),
            Atom::Bool(true),
            Atom::NotImplemented,
            Atom::Ellipsis,
        ];
        for atom in singletons {
            let made = self.new_atom(atom).into_counted();
            self.make_permanent(made);
        }
        for value in SMALL_INT_MIN..=self.profile.small_int_max {
            let address = self.addresses.fresh(32);
            let index = self.atoms.ints.push(atoms::IntCell {
                refcnt: 1,
                address,
                value,
            });
            self.account_alloc(self.size_of_i64(value));
            self.make_permanent(Ref::int(index as u32));
        }
        let empty = self.intern("").into_counted();
        self.make_permanent(empty);
        for code in 0..256u32 {
            let text = char::from_u32(code).map(String::from).unwrap_or_default();
            let made = self.intern(&text).into_counted();
            self.make_permanent(made);
        }
    }

    /// An object that the interpreter itself keeps for ever: immortal where there is such a thing, else with many
    /// references.
    pub(crate) fn make_permanent(&mut self, reference: Ref) {
        let count = if self.profile.immortal_refcount.is_some() {
            IMMORTAL
        } else if self.is_static_value(reference) {
            self.profile.static_value_refcount
        } else {
            atoms::MANY
        };
        *self.count_mut(reference) = count;
    }
}

impl Heap {
    /// Values that 3.11 has in its own data: ints, strs, bytes and the empty tuple, but not None and its kind.
    fn is_static_value(&self, reference: Ref) -> bool {
        match reference.table() {
            Table::Ints => true,
            Table::Atoms => matches!(
                self.atoms.atoms[reference.index()].value,
                atoms::Atom::Str(_) | atoms::Atom::Bytes(_)
            ),
            Table::Containers => matches!(self.payload(reference), Payload::Tuple(_)),
        }
    }
}

/// Changes the payload of a slot without contents. It is made where nothing can go wrong any more, and so where it
/// belongs: what is copied right after it was written takes a modern processor long.
#[inline(always)]
fn fill(slot: &mut Payload, make: impl FnOnce() -> Payload) {
    debug_assert!(
        matches!(slot, Payload::Free { .. } | Payload::Object),
        "the slot has contents"
    );
    // There is nothing to drop.
    std::mem::forget(std::mem::replace(slot, make()));
}

/// The hash by which texts are found: of the same text always the same.
pub fn hash_text(text: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// A shared text, for names in events and messages.
pub type Text = Rc<str>;
