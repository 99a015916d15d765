//! Lists: making them, and changes that give their arrays the room that CPython's would have.
//!
//! Mirrors Objects/listobject.c, above all list_resize. Invariant: what the heap counts as a list's size follows its
//! array's capacity.

use thin_vec::ThinVec;

use super::build::exact;
use super::free_lists::FreeListKind;
use super::payload::Base;
use super::{Head, Heap, Owned, Payload, Ref, types};
use crate::profile::ListGrowth;
use crate::trace::recorder::Changed;

/// How much room a list of `size` items takes when it grows to `size` from less.
fn list_capacity(growth: ListGrowth, size: usize) -> usize {
    match growth {
        ListGrowth::Classic if size == 0 => 0,
        ListGrowth::Classic => size + (size >> 3) + if size < 9 { 3 } else { 6 },
        ListGrowth::MultipleOfFour if size == 0 => 0,
        ListGrowth::MultipleOfFour => (size + (size >> 3) + 6) & !3,
    }
}

/// What becomes of a list's array when the list changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// list_resize: memory goes back where less than half is in use.
    Resized,
    /// The same, but where nothing is left there is no array either.
    ClearedWhenEmpty,
    /// It stays.
    Kept,
}

/// Which array a list gets that has none yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FirstArray {
    /// One that just fits, where the version makes such.
    Exact,
    /// One with a reserve, as for a list that grows.
    WithReserve,
}

impl Heap {
    /// A tracked list of these items, whose references become the list's; its array is just as long.
    pub fn new_list(&mut self, items: Vec<Ref>) -> Owned {
        self.new_list_of(exact(items))
    }

    /// As [`Heap::new_list`], with an array that is just as long already.
    pub fn new_list_of(&mut self, items: ThinVec<Ref>) -> Owned {
        let block = u64::from(self.list_block);
        let size = block + 8 * items.capacity() as u64;
        let new = self.place(types::LIST, block, size, || Payload::List(items));
        self.count_allocation(FreeListKind::List);
        if self.recorder.is_detailed() {
            self.record_created(new, size);
        }
        self.track(new);
        Owned::from_counted(new)
    }

    /// As [`Heap::new_list`], with room for so many items first, and more as appending makes it.
    pub fn new_grown_list(&mut self, items: Vec<Ref>, room: usize) -> Owned {
        let mut capacity = room;
        while capacity < items.len() {
            capacity = list_capacity(self.profile.lists.growth, capacity + 1);
        }
        let mut array = ThinVec::with_capacity(capacity);
        array.extend(items);
        let new = self.alloc(types::LIST, Payload::List(array));
        self.track(new.get());
        new
    }

    /// Items of a list, or of an instance of a subclass of list.
    #[inline]
    pub fn list(&self, object: Ref) -> Option<&[Ref]> {
        match self.payload_of(object)? {
            Payload::List(items) => Some(items),
            Payload::Derived(body) => match &body.base {
                Base::List(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// The list's array itself. Whoever changes its length calls [`Heap::list_resized`] with what it was before.
    pub fn list_items_mut(&mut self, list: Ref) -> Option<&mut ThinVec<Ref>> {
        self.list_items_from(list, 0)
    }

    /// As [`Heap::list_items_mut`], where the items before `first` stay.
    #[inline]
    pub fn list_items_from(&mut self, list: Ref, first: usize) -> Option<&mut ThinVec<Ref>> {
        self.touch(list, |_| Changed::From(first as u32));
        self.list_items_untouched(list)
    }

    #[inline]
    fn list_items_to_append(&mut self, list: Ref) -> Option<&mut ThinVec<Ref>> {
        self.touch(list, |heap| {
            Changed::From(heap.list(list).map_or(0, <[Ref]>::len) as u32)
        });
        self.list_items_untouched(list)
    }

    /// Puts another item at that place of a list; the item's reference becomes the list's, the one before it the
    /// caller's. None where there is no such place.
    pub fn list_replace(&mut self, list: Ref, at: usize, item: Ref) -> Option<Ref> {
        self.touch(list, |_| Changed::Only(at as u32));
        let slot = self.list_items_untouched(list)?.get_mut(at)?;
        Some(std::mem::replace(slot, item))
    }

    /// For changes that the recorder was told of.
    #[inline]
    fn list_items_untouched(&mut self, list: Ref) -> Option<&mut ThinVec<Ref>> {
        match &mut self.bodies[list.index()].payload {
            Payload::List(items) => Some(items),
            Payload::Derived(body) => match &mut body.base {
                Base::List(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// How many items fit into the list's array.
    pub fn list_capacity(&self, list: Ref) -> usize {
        match self.payload(list) {
            Payload::List(items) => items.capacity(),
            Payload::Derived(body) => match &body.base {
                Base::List(items) => items.capacity(),
                _ => 0,
            },
            _ => 0,
        }
    }

    /// list.append: the item's reference becomes the list's.
    ///
    /// # Panics
    /// When it is no list.
    #[inline]
    pub fn list_append_item(&mut self, list: Ref, item: Ref) {
        let items = self
            .list_items_to_append(list)
            .expect("list_append_item wants a list");
        if items.len() < items.capacity() {
            items.push(item);
            return;
        }
        self.append_and_grow(list, item);
    }

    fn append_and_grow(&mut self, list: Ref, item: Ref) {
        let before = self.list(list).map_or(0, <[Ref]>::len);
        let capacity = list_capacity(self.profile.lists.growth, before + 1);
        let first = (before == 0).then(|| self.new_array(capacity));
        let items = self
            .list_items_from(list, before)
            .expect("it was a list before");
        match first {
            Some(array) => *items = array,
            None => items.reserve_exact(capacity - before),
        }
        items.push(item);
        let after = items.capacity();
        let size = self.size_of(list);
        self.account_resize(list, size - 8 * (after - before) as u64, size);
    }

    /// An empty array with room for so many items.
    #[inline]
    pub(crate) fn new_array(&mut self, capacity: usize) -> ThinVec<Ref> {
        self.spare_arrays.take(capacity)
    }

    /// An array that was emptied may become another list's.
    #[inline]
    pub(crate) fn keep_array(&mut self, array: ThinVec<Ref>) {
        self.spare_arrays.keep(array);
    }

    /// Changes a list as a whole: `edit` gets the items, and gives them back changed. A list that becomes empty loses its
    /// array; any other is made as long as CPython's list_resize would make it.
    pub fn list_edit<T>(&mut self, list: Ref, edit: impl FnOnce(&mut Vec<Ref>) -> T) -> T {
        self.list_edit_to_fit(list, Fit::ClearedWhenEmpty, edit)
    }

    /// As [`Heap::list_edit`], with another array afterwards.
    pub fn list_edit_to_fit<T>(
        &mut self,
        list: Ref,
        fit: Fit,
        edit: impl FnOnce(&mut Vec<Ref>) -> T,
    ) -> T {
        let before = self.size_of(list);
        let items = self.list_items_mut(list).expect("list_edit wants a list");
        let capacity = items.capacity();
        let mut contents: Vec<Ref> = std::mem::take(items).into_iter().collect();
        let n_before = contents.len();
        let result = edit(&mut contents);
        let n = contents.len();
        let wanted = match fit {
            Fit::Kept => capacity,
            Fit::ClearedWhenEmpty if n == 0 => 0,
            _ => self.fitting_capacity(capacity, n, n.saturating_sub(n_before)),
        };
        let mut array = ThinVec::with_capacity(wanted);
        array.extend(contents);
        *self.list_items_mut(list).expect("it was a list before") = array;
        let has_emptied_array = wanted == 0 && fit != Fit::ClearedWhenEmpty;
        self.heads[list.index()].set(Head::EMPTIED_ARRAY, has_emptied_array);
        let after = self.size_of(list);
        self.account_resize(list, before, after);
        result
    }

    /// Neither items nor an array.
    pub fn list_is_bare(&self, list: Ref) -> bool {
        self.list_capacity(list) == 0 && !self.heads[list.index()].has(Head::EMPTIED_ARRAY)
    }

    /// Gives the list room for `n` more items at once, or takes from it what is then far too much.
    pub fn list_make_room(&mut self, list: Ref, n: usize, first: FirstArray) {
        let Some(items) = self.list(list) else {
            return;
        };
        let (length, capacity) = (items.len(), self.list_capacity(list));
        let just_fits = first == FirstArray::Exact && self.profile.lists.extends_to_even;
        let wanted = if just_fits && self.list_is_bare(list) {
            (n + 1) & !1
        } else {
            self.fitting_capacity(capacity, length + n, n)
        };
        self.list_set_capacity(list, wanted);
    }

    /// Gives the list an array of that capacity; not less than it holds.
    pub fn list_set_capacity(&mut self, list: Ref, capacity: usize) {
        if self.list_capacity(list) == capacity {
            return;
        }
        let before = self.size_of(list);
        let Some(items) = self.list_items_mut(list) else {
            return;
        };
        let mut array = ThinVec::with_capacity(capacity.max(items.len()));
        array.extend(std::mem::take(items));
        *items = array;
        let after = self.size_of(list);
        self.account_resize(list, before, after);
    }

    /// list_resize: the capacity of an array of that capacity, when its list gets `n` items, `added` of them new.
    fn fitting_capacity(&self, capacity: usize, n: usize, added: usize) -> usize {
        let rules = &self.profile.lists;
        let is_used = n >= capacity / 2 || capacity <= rules.shrinks_above;
        if n <= capacity && is_used {
            return capacity;
        }
        let wanted = list_capacity(rules.growth, n);
        match rules.growth {
            // Growth by more than the reserve: only as much as is needed, rounded up.
            ListGrowth::MultipleOfFour if added > wanted - n => (n + 3) & !3,
            _ => wanted,
        }
    }
}
