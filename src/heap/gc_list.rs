//! The collector's lists: every tracked container stands in one, in CPython's order.
//!
//! Doubly linked through `prev` and `next`, with sentinels at the table's first slots, as the
//! PyGC_Head chains of CPython's Python/gc.c are. Here are the lists and the counts; the algorithm is in `crate::gc`.

use super::free_lists::{FreeListKind, FreeLists};
use super::{Head, Heap, Link, Ref, Share};
use crate::profile::TriggerPoint;
use crate::trace::event::Event;
use crate::trace::recorder::Detail;

/// The lists. A sentinel is the slot of the discriminant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum ListId {
    Generation0 = 1,
    Generation1,
    Generation2,
    Permanent,
    /// Of a running collection: what is tentatively, then finally, unreachable.
    Unreachable,
    /// Unreachable objects with legacy finalizers, and what they reach.
    Finalizers,
    /// What is still unreachable after the finalizers.
    FinalUnreachable,
    /// Objects allocated after the collection became due, which take no part in it (up to 3.11).
    Newborn,
    /// Objects whose finalizers have been called or were considered.
    Seen,
}

/// Slots below this are sentinels (0 is never used).
pub const N_SENTINELS: u32 = 10;

impl ListId {
    pub const GENERATIONS: [ListId; 3] = [
        ListId::Generation0,
        ListId::Generation1,
        ListId::Generation2,
    ];

    pub fn generation(number: u8) -> ListId {
        Self::GENERATIONS[usize::from(number)]
    }

    #[inline]
    pub fn sentinel(self) -> u32 {
        self as u32
    }
}

/// Flags of gc.set_debug.
pub mod debug {
    pub const STATS: u32 = 1;
    pub const COLLECTABLE: u32 = 2;
    pub const UNCOLLECTABLE: u32 = 4;
    /// 2.7 alone.
    pub const INSTANCES: u32 = 8;
    pub const OBJECTS: u32 = 16;
    pub const SAVEALL: u32 = 32;
    pub const LEAK: u32 = COLLECTABLE | UNCOLLECTABLE | SAVEALL;
}

/// gc.get_stats() of one generation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GenerationStats {
    pub collections: u64,
    pub collected: u64,
    pub uncollectable: u64,
    pub candidates: u64,
}

/// State of the collector between collections.
pub struct Generations {
    pub enabled: bool,
    /// gc.get_threshold().
    pub thresholds: [i32; 3],
    /// gc.get_count(): net allocations, collections of generation 0, of generation 1.
    pub counts: [u32; 3],
    pub stats: [GenerationStats; 3],
    pub debug: u32,
    /// Objects that survived a collection of generation 1 since the last full one.
    pub long_lived_pending: u32,
    /// Objects that survived the last full collection.
    pub long_lived_total: u32,
    /// A collection runs: no other begins.
    pub collecting: bool,
    /// The threshold was exceeded: a collection is due at the next safe point.
    pub due: bool,
    /// Up to 3.11: allocations counted since it became due belong to the time after the collection.
    pub allocations_since_due: u32,
    /// Up to 3.11: last object of generation 0 when it became due; younger ones take no part.
    pub last_before_due: u32,
    /// The list gc.garbage, owned.
    pub garbage: Option<Ref>,
    /// The list gc.callbacks, owned.
    pub callbacks: Option<Ref>,
}

/// What [`Heap::begin_setup`] sets aside.
#[must_use]
pub struct Setup {
    counts: [u32; 3],
    free_lists: FreeLists,
    was_collecting: bool,
    last_young: u32,
    detail: Detail,
    /// While recording: the slots that held an object at its beginning.
    live: Option<Vec<bool>>,
    /// At its beginning: all there was, and what was the interpreter's own.
    all: Share,
    own: Share,
}

impl Generations {
    pub fn new(thresholds: [i32; 3]) -> Generations {
        Generations {
            enabled: true,
            thresholds,
            counts: [0; 3],
            stats: [GenerationStats::default(); 3],
            debug: 0,
            long_lived_pending: 0,
            long_lived_total: 0,
            collecting: false,
            due: false,
            allocations_since_due: 0,
            last_before_due: 0,
            garbage: None,
            callbacks: None,
        }
    }
}

impl Heap {
    /// gc.get_threshold() as events tell it: what is below 0 never sets a collection off, as 0 does not.
    pub fn told_thresholds(&self) -> [u32; 3] {
        self.gc.thresholds.map(|threshold| threshold.max(0) as u32)
    }

    /// gc.enable() or gc.disable().
    pub fn set_gc_enabled(&mut self, enabled: bool) {
        if std::mem::replace(&mut self.gc.enabled, enabled) != enabled {
            self.tell_configuration();
        }
    }

    /// gc.set_threshold().
    pub fn set_gc_thresholds(&mut self, thresholds: [i32; 3]) {
        if std::mem::replace(&mut self.gc.thresholds, thresholds) != thresholds {
            self.tell_configuration();
        }
    }

    fn tell_configuration(&mut self) {
        self.emit(Event::CollectorConfigured {
            enabled: self.gc.enabled,
            thresholds: self.told_thresholds(),
        });
    }

    /// Counts an allocation of the collector's kind, unless a free list served it; a collection may become due.
    #[inline]
    pub(crate) fn count_allocation(&mut self, kind: FreeListKind) {
        if self.free_lists.take(kind) {
            return;
        }
        if self.gc.due && self.profile.trigger_point == TriggerPoint::Allocation {
            self.gc.allocations_since_due += 1;
            return;
        }
        self.gc.counts[0] += 1;
        if i64::from(self.gc.counts[0]) > i64::from(self.gc.thresholds[0])
            && self.gc.thresholds[0] != 0
            && self.gc.enabled
            && !self.gc.collecting
            && !self.gc.due
        {
            self.gc.due = true;
            self.gc.allocations_since_due = 0;
            self.gc.last_before_due = self.links[ListId::Generation0.sentinel() as usize].prev;
        }
    }

    /// Counts a deallocation that no free list takes.
    #[inline]
    pub(crate) fn count_deallocation(&mut self) {
        if self.gc.due && self.gc.allocations_since_due > 0 {
            self.gc.allocations_since_due -= 1;
        } else if self.gc.counts[0] > 0 {
            self.gc.counts[0] -= 1;
        }
    }

    /// gc.get_count().
    pub fn gc_counts(&self) -> [u32; 3] {
        let [young, middle, old] = self.gc.counts;
        [
            young
                + if self.gc.due {
                    self.gc.allocations_since_due
                } else {
                    0
                },
            middle,
            old,
        ]
    }

    /// What the interpreter made at start has survived everything there was: it stands in the oldest generation, and the
    /// counts begin at 0.
    pub fn age_startup_objects(&mut self) {
        self.list_merge(ListId::Generation0, ListId::Generation2);
        self.gc.counts = [0; 3];
        self.gc.due = false;
        self.setup = self.share_of_all();
    }

    /// What the interpreter makes for itself from here to [`Heap::end_setup`] (built-in modules) was there before the
    /// program, as far as the program can see: no events, no counts, no collection.
    pub fn begin_setup(&mut self) -> Setup {
        let gc = &mut self.gc;
        Setup {
            counts: gc.counts,
            free_lists: self.free_lists.clone(),
            was_collecting: std::mem::replace(&mut gc.collecting, true),
            last_young: self.links[ListId::Generation0.sentinel() as usize].prev,
            live: self.recorder.is_on().then(|| self.live_slots()),
            detail: self.recorder.suspend(),
            all: self.share_of_all(),
            own: self.setup,
        }
    }

    /// See [`Heap::begin_setup`]: what was made since stands in the oldest generation.
    pub fn end_setup(&mut self, setup: Setup) {
        self.move_after(setup.last_young, ListId::Generation2);
        self.gc.counts = setup.counts;
        self.free_lists = setup.free_lists;
        self.gc.collecting = setup.was_collecting;
        self.recorder.resume(setup.detail);
        if let Some(live) = setup.live {
            self.own_since(&live);
        }
        // One within another is a part of it.
        self.setup = setup.own.plus(self.share_of_all().without(setup.all));
    }

    /// Up to 3.11, an automatic collection does not see the objects allocated after it became due: they wait in a list
    /// of their own while it runs. Later versions collect at the eval breaker and see all.
    pub fn set_newborn_aside(&mut self) {
        if self.profile.trigger_point == TriggerPoint::EvalBreaker {
            return;
        }
        self.move_after(self.gc.last_before_due, ListId::Newborn);
    }

    /// Moves what stands in generation 0 behind `last` to another list's end.
    fn move_after(&mut self, last: u32, list: ListId) {
        let first = self.links[last as usize].next;
        let young = ListId::Generation0.sentinel();
        if first == young {
            return;
        }
        let tail = self.links[young as usize].prev;
        self.links[last as usize].next = young;
        self.links[young as usize].prev = last;
        let into = list.sentinel();
        let end = self.links[into as usize].prev;
        self.link(end, first);
        self.link(tail, into);
    }

    #[inline]
    fn link(&mut self, before: u32, after: u32) {
        self.links[before as usize].next = after;
        self.links[after as usize].prev = before;
    }

    #[inline]
    pub fn is_tracked(&self, reference: Ref) -> bool {
        reference
            .container_index()
            .is_some_and(|index| self.heads[index as usize].has(Head::TRACKED))
    }

    /// The object joins generation 0, at its end.
    pub fn track(&mut self, reference: Ref) {
        let index = reference.index() as u32;
        debug_assert!(
            !self.heads[index as usize].has(Head::TRACKED),
            "{reference:?} is tracked already"
        );
        self.heads[index as usize].set(Head::TRACKED, true);
        self.list_append(ListId::Generation0, index);
        if self.recorder.is_detailed() {
            self.record_tracked(reference);
        }
    }

    /// The object leaves the list it stands in.
    pub fn untrack(&mut self, reference: Ref) {
        let index = reference.index();
        if !self.heads[index].has(Head::TRACKED) {
            return;
        }
        if self.gc.due && self.gc.last_before_due == index as u32 {
            self.gc.last_before_due = self.links[index].prev;
        }
        // What take_garbage took stands in no list any more: it is unreachable, but of no collection's lists.
        if !self.heads[index].has(Head::UNREACHABLE) || self.heads[index].has(Head::COLLECTING) {
            self.list_remove(index as u32);
        }
        self.heads[index].set(Head::TRACKED | Head::COLLECTING | Head::UNREACHABLE, false);
        if self.recorder.is_detailed() {
            self.record_untracked(reference);
        }
    }

    #[inline]
    pub fn list_append(&mut self, list: ListId, index: u32) {
        let sentinel = list.sentinel();
        let last = self.links[sentinel as usize].prev;
        self.link(last, index);
        self.link(index, sentinel);
    }

    #[inline]
    pub fn list_remove(&mut self, index: u32) {
        let Link { prev, next } = self.links[index as usize];
        self.link(prev, next);
    }

    /// Moves an object to another list's end.
    #[inline]
    pub fn list_move(&mut self, index: u32, to: ListId) {
        self.list_remove(index);
        self.list_append(to, index);
    }

    /// Moves all of a list to another's end.
    pub fn list_merge(&mut self, from: ListId, into: ListId) {
        let (from, into) = (from.sentinel(), into.sentinel());
        let first = self.links[from as usize].next;
        if first == from {
            return;
        }
        let last = self.links[from as usize].prev;
        let end = self.links[into as usize].prev;
        self.link(end, first);
        self.link(last, into);
        self.link(from, from);
    }

    /// Empties a list of garbage about to be freed. Its objects keep TRACKED and get UNREACHABLE until they die or join a
    /// list again: without neighbours, each can go at little cost.
    pub fn take_garbage(&mut self, list: ListId) -> Vec<Ref> {
        let objects: Vec<Ref> = self.list_iter(list).collect();
        for object in &objects {
            self.heads[object.index()].set(Head::UNREACHABLE, true);
            self.heads[object.index()].set(Head::COLLECTING, false);
        }
        let sentinel = list.sentinel();
        self.link(sentinel, sentinel);
        objects
    }

    /// Whether it is one of the objects that [`Heap::take_garbage`] took.
    #[inline]
    pub fn is_garbage(&self, reference: Ref) -> bool {
        const BITS: u32 = Head::UNREACHABLE | Head::COLLECTING;
        reference.is_container()
            && self.heads[reference.index()].gc_bits & BITS == Head::UNREACHABLE
    }

    pub fn list_is_empty(&self, list: ListId) -> bool {
        self.links[list.sentinel() as usize].next == list.sentinel()
    }

    /// First object of a list.
    #[inline]
    pub fn list_first(&self, list: ListId) -> Option<u32> {
        let first = self.links[list.sentinel() as usize].next;
        (first != list.sentinel()).then_some(first)
    }

    /// The objects of a list, first to last.
    pub fn list_iter(&self, list: ListId) -> impl Iterator<Item = Ref> + '_ {
        let sentinel = list.sentinel();
        let mut at = self.links[sentinel as usize].next;
        std::iter::from_fn(move || {
            if at == sentinel {
                return None;
            }
            let current = at;
            at = self.links[at as usize].next;
            Some(Ref::container(current))
        })
    }

    pub fn list_len(&self, list: ListId) -> usize {
        self.list_iter(list).count()
    }
}
