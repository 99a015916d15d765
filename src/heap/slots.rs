//! Slots of the heap's table: taken for new objects, and used again; and the bytes that are accounted for.

use super::addresses::size_class;
use super::{BLOCK_ALIGNMENT, Body, Head, Link, fill};
use super::{Heap, Owned, Payload, Ref, types};
use super::{free_lists, gc_list};

impl Heap {
    /// Makes a container. A class written in Python is counted by its instances. References in the payload become the
    /// object's. Objects of the collector's kind are counted as allocations, but not tracked yet: see [`Heap::track`].
    pub fn alloc(&mut self, class: Ref, payload: Payload) -> Owned {
        let is_gc = match &payload {
            Payload::Type(body) => self.is_gc_type(body),
            _ => self.type_body(class).instances_are_gc,
        };
        let block = u64::from(self.basic_size(class, &payload));
        let size = block + self.array_size(&payload);
        self.incref_class(class);
        let kind = match &payload {
            // Up to 3.10 the call has counted its frame.
            Payload::Frame(_) if self.profile.free_lists.frames > 0 => {
                free_lists::FreeListKind::Kept
            }
            _ => free_lists::FreeListKind::of(class, &payload),
        };
        let new = self.place(class, block, size, || payload);
        if is_gc {
            self.count_allocation(kind);
        }
        if self.recorder.is_detailed() {
            self.record_created(new, size);
        }
        Owned::from_counted(new)
    }

    /// Puts what `make` gives into a free slot.
    #[inline(always)]
    pub(super) fn place(
        &mut self,
        class: Ref,
        block: u64,
        size: u64,
        make: impl FnOnce() -> Payload,
    ) -> Ref {
        let index = self.take_slot(block);
        self.refcnts[index as usize] = 1;
        self.heads[index as usize] = Head::default();
        let body = &mut self.bodies[index as usize];
        body.class = class;
        fill(&mut body.payload, make);
        self.account_alloc(size);
        Ref::container(index)
    }

    fn incref_class(&mut self, class: Ref) {
        if self
            .type_body_opt(class)
            .is_some_and(|body| body.is_heap_type)
        {
            self.incref(class);
        }
    }

    #[inline]
    fn take_slot(&mut self, block: u64) -> u32 {
        let class = size_class(block);
        if self.free_slots.len() <= class {
            self.free_slots.resize(class + 1, 0);
        }
        let free = self.free_slots[class];
        if free != 0 {
            if let Payload::Free { next, .. } = self.bodies[free as usize].payload {
                self.free_slots[class] = next;
            }
            return free;
        }
        let address = self.addresses.fresh(block);
        self.push_slot(address)
    }

    pub(super) fn push_slot(&mut self, address: u32) -> u32 {
        let index = self.heads.len();
        if index == self.heads.capacity() {
            // An eighth more at a time: doubling would cost a large heap more than its objects do.
            let more = (index / 8).max(1024);
            self.refcnts.reserve_exact(more);
            self.heads.reserve_exact(more);
            self.links.reserve_exact(more);
            self.bodies.reserve_exact(more);
        }
        self.refcnts.push(0);
        self.heads.push(Head::default());
        self.links.push(Link::default());
        self.bodies.push(Body {
            class: types::OBJECT,
            address,
            payload: Payload::Object,
        });
        index as u32
    }

    /// Gives the slot of a dead object back. Its payload holds no references any more.
    pub(crate) fn free_slot(&mut self, reference: Ref, size: u64, block: u64) {
        self.account_free(size);
        if self.recorder.is_detailed() {
            self.record_freed(reference);
        }
        debug_assert!(
            !self.heads[reference.index()].has(Head::TRACKED),
            "{reference:?} is freed while it stands in a list"
        );
        self.heads[reference.index()] = Head::default();
        self.put_slot(reference, size_class(block));
    }

    /// The slot joins those that the next object of its size class takes.
    pub(super) fn put_slot(&mut self, reference: Ref, class: usize) {
        if let Some(own) = self.own.get_mut(reference.index()) {
            *own = false;
        }
        let next = self.free_slots[class];
        fill(&mut self.bodies[reference.index()].payload, || {
            Payload::Free {
                next,
                size_class: class as u8,
            }
        });
        self.free_slots[class] = reference.index() as u32;
    }

    /// Puts the free slots in order of memory, so that what is made next stands side by side. CPython's allocator comes to
    /// the same when whole pools fall empty. Worth its walk through the table after many objects have died.
    pub(crate) fn sort_free_slots(&mut self) {
        self.sort_free_atoms();
        self.free_slots.fill(0);
        for index in (gc_list::N_SENTINELS as usize..self.bodies.len()).rev() {
            if let Payload::Free { next, size_class } = &mut self.bodies[index].payload {
                *next = self.free_slots[usize::from(*size_class)];
                self.free_slots[usize::from(*size_class)] = index as u32;
            }
        }
    }

    #[inline]
    pub(crate) fn account_alloc(&mut self, size: u64) {
        self.bytes += size;
        self.block_bytes += size.next_multiple_of(BLOCK_ALIGNMENT);
        self.n_objects += 1;
        if self.bytes > self.max_bytes {
            self.exhausted = true;
        }
    }

    #[inline]
    pub(crate) fn account_free(&mut self, size: u64) {
        self.bytes -= size;
        self.block_bytes -= size.next_multiple_of(BLOCK_ALIGNMENT);
        self.n_objects -= 1;
    }

    /// An object's own size changed (a list's array of items grew, a dict's table).
    pub fn account_resize(&mut self, reference: Ref, before: u64, after: u64) {
        self.bytes = self.bytes - before + after;
        self.block_bytes = self.block_bytes - before.next_multiple_of(BLOCK_ALIGNMENT)
            + after.next_multiple_of(BLOCK_ALIGNMENT);
        if self.bytes > self.max_bytes {
            self.exhausted = true;
        }
        if before != after && self.recorder.is_detailed() {
            self.record_resized(reference, after);
        }
    }
}
