//! Making objects, and the everyday changes to lists, tuples, dicts and attributes that keep counts, sizes and tracking
//! right.

use std::rc::Rc;

use thin_vec::ThinVec;

use super::atoms::Atom;
use super::dict::{Dict, KeyKind};
use super::free_lists::FreeListKind;
use super::payload::{Attributes, Base, BoundMethod, Builtin, BuiltinKind, Module, NativeId};
use super::set::Set;
use super::{Heap, Owned, Payload, Ref, types};
use crate::trace::recorder::Changed;

/// Names with underscores that are no slots.
const METHODS_OF_TABLES: [&str; 27] = [
    "__new__",
    "__sizeof__",
    "__format__",
    "__dir__",
    "__reduce__",
    "__reduce_ex__",
    "__getstate__",
    "__setstate__",
    "__init_subclass__",
    "__subclasshook__",
    "__reversed__",
    "__class_getitem__",
    "__copy__",
    "__deepcopy__",
    "__getnewargs__",
    "__enter__",
    "__exit__",
    "__instancecheck__",
    "__subclasscheck__",
    "__subclasses__",
    "__prepare__",
    "__missing__",
    "__length_hint__",
    "__round__",
    "__floor__",
    "__ceil__",
    "__trunc__",
];

pub(super) fn exact(items: Vec<Ref>) -> ThinVec<Ref> {
    let mut exact = ThinVec::with_capacity(items.len());
    exact.extend(items);
    exact
}

impl Heap {
    /// An instance of a class of the program, not tracked yet.
    #[inline]
    pub(crate) fn new_instance(&mut self, class: Ref, attributes: Box<Attributes>) -> Owned {
        self.incref(class);
        let body = self.type_body(class);
        let is_gc = body.instances_are_gc;
        let block = u64::from(self.instance_size(body));
        let new = self.place(class, block, block, || Payload::Instance(attributes));
        if is_gc {
            self.count_allocation(FreeListKind::None);
        }
        if self.recorder.is_detailed() {
            self.record_created(new, block);
        }
        Owned::from_counted(new)
    }

    /// A tuple of these items, whose references become the tuple's: tracked as the version does at birth.
    pub fn new_tuple(&mut self, items: Vec<Ref>) -> Owned {
        self.new_tuple_of(exact(items))
    }

    /// As [`Heap::new_tuple`], with an array that is just as long already.
    pub fn new_tuple_of(&mut self, items: ThinVec<Ref>) -> Owned {
        if items.is_empty() {
            return self.empty_tuple();
        }
        // At birth an item's type decides, even of a tuple that is not tracked itself.
        let tracked = !self.profile.tuples_untracked_at_birth
            || items.iter().any(|&item| {
                matches!(self.payload_of(item), Some(Payload::Type(_))) || self.is_gc(item)
            });
        let new = self.alloc(types::TUPLE, Payload::Tuple(items));
        if tracked {
            self.track(new.get());
        }
        new
    }

    /// A tuple that is made first and filled afterwards: it is tracked whatever its items are.
    pub fn new_filled_tuple(&mut self, items: Vec<Ref>) -> Owned {
        let new = self.new_tuple_untracked(items);
        if !self.is_tracked(new.get()) && self.singletons.empty_tuple != Some(new.get()) {
            self.track(new.get());
        }
        new
    }

    /// A pair that C code hands out: filled afterwards up to 3.14.
    pub fn new_pair(&mut self, first: Ref, second: Ref) -> Owned {
        let pair = vec![first, second];
        if self.profile.pairs_are_made_of_items {
            self.new_tuple(pair)
        } else {
            self.new_filled_tuple(pair)
        }
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
        self.new_dict_with(Dict::with_room_for(n, self.profile.dict_tables))
    }

    /// A dict that was prepared without items.
    pub fn new_dict_with(&mut self, dict: Dict) -> Owned {
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
        let is_slot = owner.is_some_and(|owner| self.is_slot_method(name, owner));
        let class = match kind {
            BuiltinKind::Function if is_slot => types::METHOD_WRAPPER,
            BuiltinKind::Function | BuiltinKind::StaticMethod => types::BUILTIN_FUNCTION,
            BuiltinKind::MethodDescriptor if is_slot => types::WRAPPER_DESCRIPTOR,
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

    /// Whether CPython makes the method from a slot of the type struct (slotdefs of Objects/typeobject.c); what stands in
    /// a type's table of methods is a method like any other.
    fn is_slot_method(&self, name: &str, owner: Ref) -> bool {
        let class = match self.type_body_opt(owner) {
            Some(body) if !body.is_heap_type => owner,
            _ => self.class_of(owner),
        };
        let is = |base| self.is_subclass(class, base);
        match name {
            "__contains__" => !is(types::DICT) && !is(types::SET) && !is(types::FROZENSET),
            "__getitem__" => !is(types::DICT) && !is(types::LIST),
            _ => {
                name.starts_with("__") && name.ends_with("__") && !METHODS_OF_TABLES.contains(&name)
            }
        }
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

    // ---- tuples ----

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
        self.touch(object, |_| Changed::ALL);
        self.dict_untouched(object)
    }

    /// As [`Heap::dict_mut`], where all that is there stays, and in its order.
    fn dict_to_insert(&mut self, dict: Ref) -> Option<&mut Dict> {
        self.touch(dict, |heap| {
            // The order of shared keys is not that of insertion.
            let own_order = heap.dict(dict).filter(|body| body.shared_keys().is_none());
            Changed::From(own_order.map_or(0, Dict::len) as u32)
        });
        self.dict_untouched(dict)
    }

    /// For changes that the recorder was told of.
    fn dict_untouched(&mut self, dict: Ref) -> Option<&mut Dict> {
        match &mut self.bodies[dict.index()].payload {
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
        let kind = match self.atom(key) {
            Some(Atom::Str(text)) if text.interned => KeyKind::Interned,
            Some(Atom::Str(_)) => KeyKind::Str,
            _ => KeyKind::Other,
        };
        let tables = self.profile.dict_tables;
        let before = self.dict(dict).map_or(0, Dict::log2_size);
        let size = self.size_of(dict);
        let body = self.dict_to_insert(dict).expect("dict_insert wants a dict");
        let (was_str, was_split) = (body.only_str_keys, body.shared_keys().is_some());
        body.insert_new(hash, key, value, kind, tables);
        let changed = body.log2_size() != before
            || body.only_str_keys != was_str
            || body.shared_keys().is_some() != was_split;
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
