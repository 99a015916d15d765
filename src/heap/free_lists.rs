//! Free lists: types whose dead objects CPython keeps for the next allocation of the kind.
//!
//! Invariant: an object that a free list serves or takes neither raises nor lowers the collector's count; everything else
//! does both. A full collection empties the lists. Mirrors the free lists of Objects/listobject.c, tupleobject.c,
//! dictobject.c, methodobject.c, classobject.c, frameobject.c and, from 3.14 on, pycore_freelist.h.

use super::payload::{BuiltinKind, Iterator as Iter};
use super::{Heap, Payload, Ref, types};
use crate::profile::FreeListSizes;

/// Which free list an object belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeListKind {
    List,
    Dict,
    /// Of that length, 1 to 19.
    Tuple(u8),
    BoundMethod,
    BuiltinFunction,
    ListIterator,
    TupleIterator,
    Slice,
    Frame,
    /// Memory that stays with somebody else (the one frame that a code object keeps up to 3.10).
    Kept,
    /// No free list.
    None,
}

const N_TUPLE_LENGTHS: usize = 20;

/// How many dead objects of each kind are kept.
#[derive(Clone)]
pub struct FreeLists {
    sizes: &'static FreeListSizes,
    lists: u32,
    dicts: u32,
    tuples: [u32; N_TUPLE_LENGTHS],
    bound_methods: u32,
    builtin_functions: u32,
    list_iterators: u32,
    tuple_iterators: u32,
    slices: u32,
    frames: u32,
    /// The next allocation is made by the general allocator (tp_alloc), which knows no free lists.
    bypassed: bool,
}

impl FreeListKind {
    /// Where an object of a built-in type belongs.
    #[inline]
    pub fn of(class: Ref, payload: &Payload) -> FreeListKind {
        match payload {
            Payload::List(_) => FreeListKind::List,
            Payload::Dict(_) => FreeListKind::Dict,
            Payload::Tuple(items) => FreeListKind::tuple(items.len()),
            Payload::BoundMethod(_) => FreeListKind::BoundMethod,
            Payload::Builtin(body)
                if body.kind == BuiltinKind::Function && class != types::METHOD_WRAPPER =>
            {
                FreeListKind::BuiltinFunction
            }
            Payload::Iterator(body) => match **body {
                Iter::Sequence { .. } if class == types::LIST_ITERATOR => {
                    FreeListKind::ListIterator
                }
                Iter::Sequence { .. } if class == types::TUPLE_ITERATOR => {
                    FreeListKind::TupleIterator
                }
                Iter::Loop { .. } => FreeListKind::Kept,
                _ => FreeListKind::None,
            },
            Payload::Frame(_) => FreeListKind::Frame,
            Payload::Slice(_) => FreeListKind::Slice,
            _ => FreeListKind::None,
        }
    }

    /// The list of tuples of that length.
    pub fn tuple(length: usize) -> FreeListKind {
        if (1..N_TUPLE_LENGTHS).contains(&length) {
            FreeListKind::Tuple(length as u8)
        } else {
            FreeListKind::None
        }
    }
}

impl FreeLists {
    pub fn new(sizes: &'static FreeListSizes) -> FreeLists {
        FreeLists {
            sizes,
            lists: 0,
            dicts: 0,
            tuples: [0; N_TUPLE_LENGTHS],
            bound_methods: 0,
            builtin_functions: 0,
            list_iterators: 0,
            tuple_iterators: 0,
            slices: if sizes.keeps_slice { sizes.slices } else { 0 },
            frames: 0,
            bypassed: false,
        }
    }

    fn counter(&mut self, kind: FreeListKind) -> Option<(&mut u32, u32)> {
        let sizes = self.sizes;
        Some(match kind {
            FreeListKind::List => (&mut self.lists, sizes.lists),
            FreeListKind::Dict => (&mut self.dicts, sizes.dicts),
            FreeListKind::Tuple(length) => (&mut self.tuples[usize::from(length)], sizes.tuples),
            FreeListKind::BoundMethod => (&mut self.bound_methods, sizes.bound_methods),
            FreeListKind::BuiltinFunction => (&mut self.builtin_functions, sizes.builtin_functions),
            FreeListKind::ListIterator => (&mut self.list_iterators, sizes.list_iterators),
            FreeListKind::TupleIterator => (&mut self.tuple_iterators, sizes.tuple_iterators),
            FreeListKind::Slice => (&mut self.slices, sizes.slices),
            FreeListKind::Frame => (&mut self.frames, sizes.frames),
            FreeListKind::Kept | FreeListKind::None => return None,
        })
    }

    /// Whether a free list serves this allocation.
    #[inline]
    pub fn take(&mut self, kind: FreeListKind) -> bool {
        if std::mem::take(&mut self.bypassed) {
            return false;
        }
        match self.counter(kind) {
            Some((n, _)) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => kind == FreeListKind::Kept,
        }
    }

    /// Whether a free list takes this dead object.
    #[inline]
    pub fn put(&mut self, kind: FreeListKind) -> bool {
        match self.counter(kind) {
            Some((n, max)) if *n < max => {
                *n += 1;
                true
            }
            _ => kind == FreeListKind::Kept,
        }
    }

    /// Empties them; returns how many objects they held.
    fn clear(&mut self) -> u32 {
        let n = self.lists
            + self.dicts
            + self.tuples.iter().sum::<u32>()
            + self.bound_methods
            + self.builtin_functions
            + self.list_iterators
            + self.tuple_iterators
            + self.frames;
        let slices = self.slices;
        *self = FreeLists::new(self.sizes);
        if self.sizes.keeps_slice {
            self.slices = slices;
            return n;
        }
        n + slices
    }
}

impl Heap {
    /// A full collection empties the free lists: now their objects count as freed.
    pub fn clear_free_lists(&mut self) {
        for _ in 0..self.free_lists.clear() {
            self.count_deallocation();
        }
    }

    /// The next object is made as `list()` and `dict()` make theirs: no free list serves it, though one may take it when
    /// it dies.
    pub fn bypass_free_list(&mut self) {
        self.free_lists.bypassed = true;
    }

    /// An object that native code makes, and that no program can see, comes to be: only the counts tell of it.
    pub fn count_hidden(&mut self, kind: FreeListKind) {
        self.count_allocation(kind);
    }

    /// It goes.
    pub fn uncount_hidden(&mut self, kind: FreeListKind) {
        if !self.free_lists.put(kind) {
            self.count_deallocation();
        }
    }

    /// One that is gone before the native code returns.
    pub fn count_temporary(&mut self, kind: FreeListKind) {
        self.count_hidden(kind);
        self.uncount_hidden(kind);
    }
}
