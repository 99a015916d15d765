//! Making objects, and the everyday changes to lists, tuples, dicts and attributes that keep counts, sizes and tracking
//! right.

use std::rc::Rc;

use thin_vec::ThinVec;

use super::dict::Dict;
use super::payload::{Base, BoundMethod, Builtin, BuiltinKind, Module, NativeId};
use super::set::Set;
use super::{Heap, Owned, Payload, Ref, types};
use crate::profile::ListGrowth;

/// How much room a list of `size` items takes when it grows to `size` from less.
pub fn list_capacity(growth: ListGrowth, size: usize) -> usize {
    match growth {
        ListGrowth::Classic if size == 0 => 0,
        ListGrowth::Classic => size + (size >> 3) + if size < 9 { 3 } else { 6 },
        ListGrowth::MultipleOfFour if size == 0 => 0,
        ListGrowth::MultipleOfFour => (size + (size >> 3) + 6) & !3,
    }
}

fn exact(items: Vec<Ref>) -> ThinVec<Ref> {
    let mut exact = ThinVec::with_capacity(items.len());
    exact.extend(items);
    exact
}

impl Heap {
    /// A tracked list of these items, whose references become the list's; its array is just as long.
    pub fn new_list(&mut self, items: Vec<Ref>) -> Owned {
        let new = self.alloc(types::LIST, Payload::List(exact(items)));
        self.track(new.get());
        new
    }

    /// A tuple of these items, whose references become the tuple's: tracked as the version does at birth.
    pub fn new_tuple(&mut self, items: Vec<Ref>) -> Owned {
        if items.is_empty() {
            return self.empty_tuple();
        }
        // At birth an item's type decides, even of a tuple that is not tracked itself.
        let tracked =
            !self.profile.tuples_untracked_at_birth || items.iter().any(|&item| self.is_gc(item));
        let new = self.new_tuple_untracked(items);
        if tracked {
            self.track(new.get());
        }
        new
    }

    /// A tuple that the collector does not see (a constant of a code object, a type's mro).
    pub fn new_tuple_untracked(&mut self, items: Vec<Ref>) -> Owned {
        if items.is_empty() {
            return self.empty_tuple();
        }
        self.alloc(types::TUPLE, Payload::Tuple(exact(items)))
    }

    /// The one empty tuple.
    pub fn empty_tuple(&mut self) -> Owned {
        if let Some(empty) = self.singletons.empty_tuple {
            return self.new_ref(empty);
        }
        let empty = self.alloc(types::TUPLE, Payload::Tuple(ThinVec::new()));
        self.singletons.empty_tuple = Some(empty.get());
        self.make_permanent(empty.get());
        self.new_ref(empty.into_counted())
    }

    /// Whether the collector could come to track the object: CPython's _PyObject_GC_MAY_BE_TRACKED.
    pub fn may_be_tracked(&self, object: Ref) -> bool {
        match self.payload_of(object) {
            None => false,
            Some(Payload::Tuple(_)) => self.is_tracked(object),
            Some(_) => self.is_gc(object),
        }
    }

    /// An empty dict, tracked where dicts always are.
    pub fn new_dict(&mut self) -> Owned {
        self.new_dict_with(Dict::default())
    }

    /// An empty dict with room for n items, as a literal makes it.
    pub fn new_dict_for(&mut self, n: usize) -> Owned {
        self.new_dict_with(Dict::with_room_for(n))
    }

    fn new_dict_with(&mut self, dict: Dict) -> Owned {
        let new = self.alloc(types::DICT, Payload::Dict(Box::new(dict)));
        if self.profile.dicts_always_tracked {
            self.track(new.get());
        }
        new
    }

    /// An empty set or frozenset, tracked.
    pub fn new_set(&mut self, class: Ref) -> Owned {
        let new = self.alloc(class, Payload::Set(Box::default()));
        self.track(new.get());
        new
    }

    pub fn new_cell(&mut self, contents: Option<Ref>) -> Owned {
        let new = self.alloc(types::CELL, Payload::Cell(contents));
        self.track(new.get());
        new
    }

    /// Takes over both references.
    pub fn new_bound_method(&mut self, function: Ref, receiver: Ref) -> Owned {
        let new = self.alloc(
            types::METHOD,
            Payload::BoundMethod(Box::new(BoundMethod { function, receiver })),
        );
        self.track(new.get());
        new
    }

    /// A built-in function, or a method of a built-in type; takes over the reference to the owner.
    pub fn new_builtin(
        &mut self,
        native: NativeId,
        kind: BuiltinKind,
        name: &str,
        module: Option<&str>,
        owner: Option<Ref>,
    ) -> Owned {
        let class = match kind {
            BuiltinKind::Function | BuiltinKind::StaticMethod => types::BUILTIN_FUNCTION,
            BuiltinKind::MethodDescriptor => types::METHOD_DESCRIPTOR,
            BuiltinKind::ClassMethodDescriptor => types::CLASSMETHOD_DESCRIPTOR,
        };
        let body = Builtin {
            native,
            kind,
            name: Rc::from(name),
            module: module.map(Rc::from),
            owner,
        };
        let new = self.alloc(class, Payload::Builtin(Box::new(body)));
        self.track(new.get());
        new
    }

    /// A module with an empty dict.
    pub fn new_module(&mut self, name: &str) -> Owned {
        let dict = self.new_dict().into_counted();
        let new = self.alloc(
            types::MODULE,
            Payload::Module(Box::new(Module {
                name: Rc::from(name),
                dict,
            })),
        );
        self.track(new.get());
        new
    }

    // ---- lists and tuples ----

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

    /// Items of a tuple, or of an instance of a subclass of tuple.
    #[inline]
    pub fn tuple(&self, object: Ref) -> Option<&[Ref]> {
        match self.payload_of(object)? {
            Payload::Tuple(items) => Some(items),
            Payload::Derived(body) => match &body.base {
                Base::Tuple(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// The list's array itself. Whoever changes its length calls [`Heap::list_resized`] with what it was before.
    pub fn list_items_mut(&mut self, list: Ref) -> Option<&mut ThinVec<Ref>> {
        match self.payload_mut(list) {
            Payload::List(items) => Some(items),
            Payload::Derived(body) => match &mut body.base {
                Base::List(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// list.append: the item's reference becomes the list's.
    ///
    /// # Panics
    /// When it is no list.
    pub fn list_append_item(&mut self, list: Ref, item: Ref) {
        let growth = self.profile.list_growth;
        let items = self
            .list_items_mut(list)
            .expect("list_append_item wants a list");
        let before = items.capacity();
        if items.len() == before {
            let capacity = list_capacity(growth, before + 1);
            items.reserve_exact(capacity - before);
        }
        items.push(item);
        let after = items.capacity();
        if before != after {
            let size = self.size_of(list);
            self.account_resize(list, size - 8 * (after - before) as u64, size);
        }
    }

    /// Changes a list as a whole: `edit` gets the items, and gives them back changed; the array is then made as long as
    /// CPython's list_resize would make it.
    pub fn list_edit<T>(&mut self, list: Ref, edit: impl FnOnce(&mut Vec<Ref>) -> T) -> T {
        let growth = self.profile.list_growth;
        let before = self.size_of(list);
        let items = self.list_items_mut(list).expect("list_edit wants a list");
        let capacity = items.capacity();
        let mut contents: Vec<Ref> = std::mem::take(items).into_iter().collect();
        let result = edit(&mut contents);
        let n = contents.len();
        let wanted = if n == 0 {
            0
        } else if n <= capacity && n >= capacity / 2 {
            capacity
        } else {
            resized_capacity(growth, n, contents.len().saturating_sub(capacity))
        };
        let mut array = ThinVec::with_capacity(wanted);
        array.extend(contents);
        *self.list_items_mut(list).expect("it was a list before") = array;
        let after = self.size_of(list);
        self.account_resize(list, before, after);
        result
    }

    // ---- dicts and sets ----

    #[inline]
    pub fn dict(&self, object: Ref) -> Option<&Dict> {
        match self.payload_of(object)? {
            Payload::Dict(dict) => Some(dict),
            Payload::Derived(body) => match &body.base {
                Base::Dict(dict) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn dict_mut(&mut self, object: Ref) -> Option<&mut Dict> {
        if !object.is_container() {
            return None;
        }
        match self.payload_mut(object) {
            Payload::Dict(dict) => Some(dict),
            Payload::Derived(body) => match &mut body.base {
                Base::Dict(dict) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    #[inline]
    pub fn set(&self, object: Ref) -> Option<&Set> {
        match self.payload_of(object)? {
            Payload::Set(set) => Some(set),
            Payload::Derived(body) => match &body.base {
                Base::Set(set) => Some(set),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn set_mut(&mut self, object: Ref) -> Option<&mut Set> {
        if !object.is_container() {
            return None;
        }
        match self.payload_mut(object) {
            Payload::Set(set) => Some(set),
            Payload::Derived(body) => match &mut body.base {
                Base::Set(set) => Some(set),
                _ => None,
            },
            _ => None,
        }
    }

    /// Adds a member that is not there yet, with its hash; the reference becomes the set's.
    pub fn set_insert(&mut self, set: Ref, hash: i64, member: Ref) {
        let before = self.size_of(set);
        self.set_mut(set)
            .expect("set_insert wants a set")
            .insert_new(hash, member);
        let after = self.size_of(set);
        if before != after {
            self.account_resize(set, before, after);
        }
    }

    /// Adds an entry whose key is not there yet; both references become the dict's. The dict is tracked from its first
    /// container on, where it was not before.
    pub fn dict_insert(&mut self, dict: Ref, hash: i64, key: Ref, value: Ref) {
        let key_is_str = self.as_str(key).is_some();
        let before = self.dict(dict).map_or(0, Dict::log2_size);
        let size = self.size_of(dict);
        let body = self.dict_mut(dict).expect("dict_insert wants a dict");
        let was_str = body.only_str_keys;
        body.insert_new(hash, key, value, key_is_str);
        let changed = body.log2_size() != before || body.only_str_keys != was_str;
        if changed {
            let after = self.size_of(dict);
            self.account_resize(dict, size, after);
        }
        self.maintain_tracking(dict, key, value);
    }

    /// A dict that is not tracked yet begins to be when it gets something that could be part of a cycle.
    pub fn maintain_tracking(&mut self, dict: Ref, key: Ref, value: Ref) {
        if !self.is_tracked(dict)
            && self.is_gc(dict)
            && (self.may_be_tracked(key) || self.may_be_tracked(value))
        {
            self.track(dict);
        }
    }

    /// Where the items of an exception, a module or an instance with a `__dict__` stand.
    pub fn module_dict(&self, module: Ref) -> Option<Ref> {
        match self.payload_of(module)? {
            Payload::Module(body) => Some(body.dict),
            _ => None,
        }
    }
}

/// list_resize: an array that must change gets this much room.
pub fn resized_capacity(growth: ListGrowth, n: usize, added: usize) -> usize {
    let wanted = list_capacity(growth, n);
    match growth {
        // Growth by more than the reserve: only as much as is needed, rounded up.
        ListGrowth::MultipleOfFour if added > wanted - n => (n + 3) & !3,
        _ => wanted,
    }
}
