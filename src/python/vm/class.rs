//! Classes: look-up along the mro, the class statement, type(name, bases, dict).
//!
//! A class is the heap objects that CPython makes for it: the type, its dict, its mro and bases tuples, and descriptors
//! for `__dict__` and `__weakref__` where it brings them. Mirrors CPython's Objects/typeobject.c (type_new, mro_internal,
//! pmerge, the method cache) and builtin___build_class__ of Python/bltinmodule.c.

use std::rc::Rc;

use super::call::{Called, Operands};
use super::{Args, PyResult, Vm};
use crate::heap::payload::{Descriptor, DescriptorKind, Layout, Type};
use crate::heap::{Owned, Payload, Ref, types};

const CACHE_SIZE: usize = 1024;

#[derive(Clone, Copy)]
struct CacheEntry {
    class: Ref,
    name: Ref,
    found: Option<Ref>,
    version: u32,
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
            },
        );
        if old.version > 0 {
            self.release_ref(old.name);
        }
        found
    }

    // ---- `__build_class__` ----

    /// Runs a class statement: positional[0] is the body's function, [1] the name, the rest the bases.
    pub(crate) fn build_class(&mut self, args: Args<'_>) -> PyResult {
        let [function, name, bases @ ..] = args.positional else {
            return self.type_error("__build_class__: not enough arguments");
        };
        let (function, name) = (*function, *name);
        let mut keywords: Vec<(Ref, Ref)> = Vec::new();
        let mut metaclass = None;
        for &(key, value) in args.keywords {
            if key == self.names.metaclass {
                metaclass = Some(value);
            } else {
                keywords.push((key, value));
            }
        }
        let metaclass = self.winning_metaclass(metaclass, bases)?;
        for &base in bases {
            self.heap.incref(base);
        }
        let bases = self.heap.new_tuple(bases.to_vec());
        let namespace = self.prepare_namespace(metaclass, name, bases.get(), &keywords)?;
        let cell = self.run_class_body(function, namespace.get())?;
        let positional = [name, bases.get(), namespace.get()];
        let class = self.call(metaclass, &positional, &keywords);
        self.release(bases);
        self.release(namespace);
        let class = class?;
        if cell.get().is_container() {
            self.fill_class_cell(cell.get(), class.get());
        }
        self.release(cell);
        Ok(class)
    }

    /// The `__class__` cell of the body, if type_new did not fill it already.
    fn fill_class_cell(&mut self, cell: Ref, class: Ref) {
        if matches!(self.heap.payload(cell), Payload::Cell(None)) {
            self.heap.incref(class);
            if let Payload::Cell(contents) = self.heap.payload_mut(cell) {
                *contents = Some(class);
            }
        }
    }

    fn prepare_namespace(
        &mut self,
        metaclass: Ref,
        name: Ref,
        bases: Ref,
        keywords: &[(Ref, Ref)],
    ) -> PyResult {
        if metaclass != types::TYPE && self.lookup(metaclass, self.names.prepare).is_some() {
            let prepare = self.get_attribute(metaclass, self.names.prepare)?;
            let namespace = self.call(prepare.get(), &[name, bases], keywords);
            self.release(prepare);
            return namespace;
        }
        Ok(self.heap.new_dict())
    }

    fn run_class_body(&mut self, function: Ref, namespace: Ref) -> PyResult {
        let bottom = self.stack.len();
        self.heap.incref(function);
        self.stack.push(Some(function));
        let operands = Operands {
            bottom,
            first: bottom + 1,
            n: 0,
            names: Vec::new(),
            handover: self.handover(),
        };
        let floor = self.callers.len();
        let called = self.call_operands(function, operands)?;
        if matches!(called, Called::Entered) {
            self.heap.incref(namespace);
            self.frame.locals = Some(namespace);
        }
        self.called_value(called, floor)
    }

    fn winning_metaclass(&mut self, given: Option<Ref>, bases: &[Ref]) -> PyResult<Ref> {
        let mut winner = match given {
            Some(given) if self.heap.type_body_opt(given).is_none() => return Ok(given),
            Some(given) => given,
            None => bases
                .first()
                .map_or(types::TYPE, |&base| self.heap.class_of(base)),
        };
        for &base in bases {
            let metaclass = self.heap.class_of(base);
            if self.heap.is_subclass(winner, metaclass) {
                continue;
            }
            if self.heap.is_subclass(metaclass, winner) {
                winner = metaclass;
                continue;
            }
            return self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            );
        }
        Ok(winner)
    }

    // ---- type.__new__ ----

    /// type(name, bases, dict): positional[0] is the metaclass.
    pub(crate) fn type_new(&mut self, args: Args<'_>) -> PyResult {
        let [metaclass, rest @ ..] = args.positional else {
            return self.type_error("type.__new__(): not enough arguments");
        };
        if let [object] = rest
            && *metaclass == types::TYPE
        {
            let class = self.class_attribute(*object);
            return Ok(self.heap.new_ref(class));
        }
        let [name, bases, namespace] = rest else {
            return self.type_error("type() takes 1 or 3 arguments");
        };
        let Some(text) = self.heap.str_rc(*name) else {
            let given = self.heap.class_name(*name);
            return self.type_error(format!(
                "type.__new__() argument 1 must be str, not {given}"
            ));
        };
        let bases: Vec<Ref> = match self.heap.tuple(*bases) {
            Some(bases) if !bases.is_empty() => bases.to_vec(),
            _ => vec![types::OBJECT],
        };
        let (namespace, metaclass) = (*namespace, *metaclass);
        for &base in &bases {
            self.check_base(base)?;
        }
        let base = self.best_base(&bases)?;
        let class = self.make_type(metaclass, text, *name, &bases, base, namespace)?;
        self.finish_class(class.get(), args.keywords)?;
        Ok(class)
    }

    fn check_base(&mut self, base: Ref) -> PyResult<()> {
        match self.heap.type_body_opt(base) {
            Some(body) if body.is_base => Ok(()),
            Some(body) => {
                let name = body.name.clone();
                self.type_error(format!("type '{name}' is not an acceptable base type"))
            }
            None => self.type_error("bases must be types"),
        }
    }

    /// The base whose layout the instances have.
    fn best_base(&mut self, bases: &[Ref]) -> PyResult<Ref> {
        let mut best = bases[0];
        for &base in &bases[1..] {
            let (a, b) = (self.solid_base(best), self.solid_base(base));
            if self.heap.is_subclass(a, b) {
                continue;
            }
            if self.heap.is_subclass(b, a) {
                best = base;
                continue;
            }
            return self.type_error("multiple bases have instance lay-out conflict");
        }
        Ok(best)
    }

    /// The nearest class that adds something to the layout of its base.
    fn solid_base(&self, class: Ref) -> Ref {
        let mut at = class;
        while let Some(base) = self.heap.type_body(at).base {
            let (body, parent) = (self.heap.type_body(at), self.heap.type_body(base));
            let adds_slots = body.slot_names.len() > parent.slot_names.len();
            if !body.is_heap_type && (body.layout != parent.layout || body.layout == Layout::Other)
                || adds_slots
            {
                return at;
            }
            at = base;
        }
        at
    }

    fn make_type(
        &mut self,
        metaclass: Ref,
        text: Rc<str>,
        name: Ref,
        bases: &[Ref],
        base: Ref,
        namespace: Ref,
    ) -> PyResult {
        let slots = self.declared_slots(namespace)?;
        let parent = self.heap.type_body(base);
        let (layout, basic_size) = (parent.layout, parent.basic_size);
        let mut slot_names = parent.slot_names.clone();
        let parent_has_dict = bases
            .iter()
            .any(|&b| self.heap.type_body(b).instances_have_dict);
        let parent_has_weakrefs = bases
            .iter()
            .any(|&b| self.heap.type_body(b).instances_have_weakrefs);
        let (mut adds_dict, mut adds_weakref) = (false, false);
        match &slots {
            None => {
                adds_dict = !parent_has_dict;
                adds_weakref = !parent_has_weakrefs
                    && (!matches!(layout, Layout::Tuple) && !self.is_variable_atom(base));
            }
            Some(slots) => {
                for &slot in slots {
                    if slot == self.names.dict {
                        adds_dict = true;
                    } else if slot == self.names.weakref {
                        adds_weakref = true;
                    } else {
                        slot_names.push(slot);
                    }
                }
            }
        }
        let own_slots: Vec<Ref> = slots
            .unwrap_or_default()
            .into_iter()
            .filter(|&slot| slot != self.names.dict && slot != self.names.weakref)
            .collect();
        let first_slot = slot_names.len() - own_slots.len();
        let instances_have_dict = parent_has_dict || adds_dict;
        let body = Type {
            name: text.clone(),
            qualname: None,
            bases: None,
            base: None,
            mro: None,
            dict: None,
            layout,
            is_heap_type: true,
            // Even with an empty `__slots__` (3.8 on).
            instances_are_gc: true,
            instances_have_dict,
            instances_have_weakrefs: parent_has_weakrefs || adds_weakref,
            is_base: true,
            slot_names: slot_names.clone(),
            has_finalizer: false,
            basic_size,
            subclasses: Vec::new(),
            n_instances_made: 0,
            shared_keys: Vec::new(),
            shared_keys_room: super::instance::initial_shared_keys_room(),
        };
        let class = self.heap.alloc(metaclass, Payload::Type(Box::new(body)));
        self.heap.track(class.get());
        self.fill_type(class.get(), name, bases, base, namespace);
        for (i, &slot) in own_slots.iter().enumerate() {
            let kind = DescriptorKind::Slot((first_slot + i) as u32);
            self.add_descriptor(class.get(), types::MEMBER_DESCRIPTOR, slot, kind);
        }
        let (dict_name, weakref_name) = (self.names.dict, self.names.weakref);
        if adds_dict {
            self.add_getset(class.get(), dict_name, DescriptorKind::Dict);
        }
        if adds_weakref {
            self.add_getset(class.get(), weakref_name, DescriptorKind::WeakRef);
        }
        let mro = self.compute_mro(class.get(), bases)?;
        for &entry in &mro {
            self.heap.incref(entry);
        }
        let mro = self.heap.new_tuple_untracked(mro);
        self.heap.track(mro.get());
        self.heap.type_body_mut(class.get()).mro = Some(mro.into_counted());
        for &base in bases {
            self.heap.type_body_mut(base).subclasses.push(class.get());
        }
        self.lookups.invalidate();
        let del = self.names.del;
        let has_finalizer = self.lookup(class.get(), del).is_some();
        self.heap.type_body_mut(class.get()).has_finalizer = has_finalizer;
        Ok(class)
    }

    /// int and bytes have no place for weak references in instances of their subclasses.
    fn is_variable_atom(&self, base: Ref) -> bool {
        self.heap.is_subclass(base, types::INT) || self.heap.is_subclass(base, types::BYTES)
    }

    /// Names in `__slots__`, or none when the namespace has no such thing.
    fn declared_slots(&mut self, namespace: Ref) -> PyResult<Option<Vec<Ref>>> {
        let Some(slots) = self.heap.dict_get_name(namespace, self.names.slots) else {
            return Ok(None);
        };
        if self.heap.as_str(slots).is_some() {
            return Ok(Some(vec![slots]));
        }
        let mut names = Vec::new();
        for item in self.collect_iterable(slots)? {
            let Some(text) = self.heap.str_rc(item.get()) else {
                let given = self.heap.class_name(item.get());
                return self.type_error(format!("__slots__ items must be strings, not '{given}'"));
            };
            // The descriptor will own the name.
            let name = self.heap.intern(&text);
            names.push(name.get());
            self.release(item);
            self.release(name);
        }
        Ok(Some(names))
    }

    fn fill_type(&mut self, class: Ref, name: Ref, bases: &[Ref], base: Ref, namespace: Ref) {
        let dict = self.heap.new_dict().into_counted();
        let entries: Vec<(Ref, Ref)> = self
            .heap
            .dict(namespace)
            .map_or(Vec::new(), |d| d.iter().collect());
        for (key, value) in entries {
            self.heap.incref(value);
            let old = self.heap.dict_set_name(dict, key, value);
            debug_assert!(old.is_none());
        }
        let qualname = match self.heap.dict_delete_name(dict, self.names.qualname) {
            Some(qualname) => qualname,
            None => self.heap.new_ref(name).into_counted(),
        };
        if let Some(cell) = self.heap.dict_delete_name(dict, self.names.classcell) {
            self.fill_class_cell(cell, class);
            self.release_ref(cell);
        }
        self.set_class_defaults(dict);
        for &entry in bases {
            self.heap.incref(entry);
        }
        let bases = self.heap.new_tuple_untracked(bases.to_vec());
        self.heap.track(bases.get());
        let bases = bases.into_counted();
        self.heap.incref(base);
        let body = self.heap.type_body_mut(class);
        body.dict = Some(dict);
        body.qualname = Some(qualname);
        body.bases = Some(bases);
        body.base = Some(base);
    }

    /// What type_new adds to a namespace: `__module__`, `__doc__`, `__hash__` beside an `__eq__`, and static and class
    /// methods for the special names that are.
    fn set_class_defaults(&mut self, dict: Ref) {
        let names = (
            self.names.module,
            self.names.doc,
            self.names.eq,
            self.names.hash,
        );
        if self.heap.dict_get_name(dict, names.0).is_none()
            && let Some(module) = self.heap.dict_get_name(self.frame.globals, self.names.name)
        {
            self.set_name_in(dict, names.0, module);
        }
        for (name, is_static) in [
            (self.names.new, true),
            (self.names.init_subclass, false),
            (self.names.class_getitem, false),
        ] {
            if let Some(function) = self.heap.dict_get_name(dict, name)
                && matches!(self.heap.payload_of(function), Some(Payload::Function(_)))
            {
                self.wrap_function(dict, name, function, is_static);
            }
        }
        if self.heap.dict_get_name(dict, names.1).is_none() {
            self.set_name_in(dict, names.1, Ref::NONE);
        }
        if self.heap.dict_get_name(dict, names.2).is_some()
            && self.heap.dict_get_name(dict, names.3).is_none()
        {
            self.set_name_in(dict, names.3, Ref::NONE);
        }
    }

    fn wrap_function(&mut self, dict: Ref, name: Ref, function: Ref, is_static: bool) {
        self.heap.incref(function);
        let (class, payload) = if is_static {
            (types::STATICMETHOD, Payload::StaticMethod(function))
        } else {
            (types::CLASSMETHOD, Payload::ClassMethod(function))
        };
        let wrapped = self.heap.alloc(class, payload);
        self.heap.track(wrapped.get());
        if let Some(old) = self.heap.dict_set_name(dict, name, wrapped.into_counted()) {
            self.release_ref(old);
        }
    }

    /// Binds a name in a dict to a value that stays the caller's.
    pub(crate) fn set_name_in(&mut self, dict: Ref, name: Ref, value: Ref) {
        self.heap.incref(value);
        if let Some(old) = self.heap.dict_set_name(dict, name, value) {
            self.release_ref(old);
        }
    }

    fn add_descriptor(&mut self, class: Ref, kind_class: Ref, name: Ref, kind: DescriptorKind) {
        self.heap.incref(class);
        self.heap.incref(name);
        let body = Descriptor { class, name, kind };
        let made = self
            .heap
            .alloc(kind_class, Payload::Descriptor(Box::new(body)));
        self.heap.track(made.get());
        let Some(dict) = self.heap.type_body(class).dict else {
            return;
        };
        if let Some(old) = self.heap.dict_set_name(dict, name, made.into_counted()) {
            self.release_ref(old);
        }
    }

    /// The descriptor of `__dict__` or `__weakref__`: the class's own, or the one that all classes share.
    fn add_getset(&mut self, class: Ref, name: Ref, kind: DescriptorKind) {
        if self.heap.profile.classes_own_getsets {
            return self.add_descriptor(class, types::GETSET_DESCRIPTOR, name, kind);
        }
        let known = self.shared_getsets.iter().find(|(other, _)| *other == name);
        let shared = match known {
            Some(&(_, shared)) => shared,
            None => self.make_shared_getset(name, kind),
        };
        if let Some(dict) = self.heap.type_body(class).dict {
            self.set_name_in(dict, name, shared);
        }
    }

    fn make_shared_getset(&mut self, name: Ref, kind: DescriptorKind) -> Ref {
        let setup = self.heap.begin_setup();
        self.heap.incref(types::OBJECT);
        self.heap.incref(name);
        let body = Descriptor {
            class: types::OBJECT,
            name,
            kind,
        };
        let made = self.heap.alloc(
            types::GETSET_DESCRIPTOR,
            Payload::Descriptor(Box::new(body)),
        );
        self.heap.track(made.get());
        self.heap.end_setup(setup);
        self.shared_getsets.push((name, made.get()));
        made.into_counted()
    }

    /// `__set_name__` of what stands in the class, then `__init_subclass__` of its parent.
    fn finish_class(&mut self, class: Ref, keywords: &[(Ref, Ref)]) -> PyResult<()> {
        let Some(dict) = self.heap.type_body(class).dict else {
            return Ok(());
        };
        let entries: Vec<(Ref, Ref)> = self
            .heap
            .dict(dict)
            .map_or(Vec::new(), |d| d.iter().collect());
        for (name, value) in entries {
            let value_class = self.heap.class_of(value);
            if self.is_builtin_class(value_class) {
                continue;
            }
            if let Some(method) = self.lookup(value_class, self.names.set_name) {
                let value = self.heap.new_ref(value);
                let result = self.call_method_of_class(method, value.get(), &[class, name])?;
                self.release(result);
                self.release(value);
            }
        }
        self.init_subclass(class, keywords)
    }

    fn init_subclass(&mut self, class: Ref, keywords: &[(Ref, Ref)]) -> PyResult<()> {
        let name = self.names.init_subclass;
        let found = self.heap.mro(class)[1..].iter().find_map(|&entry| {
            let dict = self.heap.type_body_opt(entry)?.dict?;
            self.heap.dict_get_name(dict, name)
        });
        match found {
            Some(method) => {
                let bound = self.bind(method, class, class)?;
                let result = self.call(bound.get(), &[], keywords)?;
                self.release(result);
                self.release(bound);
                Ok(())
            }
            None if keywords.is_empty() => Ok(()),
            None => {
                let text = self.heap.type_body(class).name.clone();
                self.type_error(format!(
                    "{text}.__init_subclass__() takes no keyword arguments"
                ))
            }
        }
    }

    // ---- mro ----

    /// C3: the class, then the merge of its bases' linearizations and of the bases themselves.
    fn compute_mro(&mut self, class: Ref, bases: &[Ref]) -> PyResult<Vec<Ref>> {
        let mut sequences: Vec<Vec<Ref>> = bases
            .iter()
            .map(|&base| self.heap.mro(base).to_vec())
            .collect();
        sequences.push(bases.to_vec());
        let mut mro = vec![class];
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(mro);
            }
            let next = sequences
                .iter()
                .map(|sequence| sequence[0])
                .find(|candidate| {
                    sequences
                        .iter()
                        .all(|other| !other[1..].contains(candidate))
                });
            let Some(next) = next else {
                let mut names: Vec<Rc<str>> = Vec::new();
                for sequence in &sequences {
                    let name = self.heap.type_body(sequence[0]).name.clone();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                return self.type_error(format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                    names.join(", ")
                ));
            };
            mro.push(next);
            for sequence in &mut sequences {
                if sequence[0] == next {
                    sequence.remove(0);
                }
            }
        }
    }

    // ---- changing a class ----

    /// C.name = value, or del C.name.
    pub(super) fn set_class_attribute(
        &mut self,
        class: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let body = self.heap.type_body(class);
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        if !body.is_heap_type {
            let class_name = body.name.clone();
            let message = if self.heap.profile.errors.immutable_types {
                format!("cannot set '{text}' attribute of immutable type '{class_name}'")
            } else {
                format!("can't set attributes of built-in/extension type '{class_name}'")
            };
            return self.type_error(message);
        }
        let Some(dict) = body.dict else {
            return Ok(());
        };
        let interned = self.heap.intern_object(name);
        self.lookups.invalidate();
        let result = self.set_in_dict(class, dict, interned.get(), value);
        self.release(interned);
        self.lookups.invalidate();
        if name == self.names.del {
            self.update_finalizers(class);
        }
        result
    }

    /// `__del__` came or went: the class and all below it.
    fn update_finalizers(&mut self, class: Ref) {
        let mut to_update = vec![class];
        while let Some(class) = to_update.pop() {
            let has_finalizer = self.lookup(class, self.names.del).is_some();
            let body = self.heap.type_body_mut(class);
            body.has_finalizer = has_finalizer;
            to_update.extend(body.subclasses.iter().copied());
        }
    }

    // ---- names ----

    /// type(object) as `__class__` gives it: a proxy shows its referent's.
    pub(crate) fn class_attribute(&mut self, object: Ref) -> Ref {
        self.heap.class_of(object)
    }

    /// `__main__.C`, or `int`.
    pub fn full_class_name(&self, class: Ref) -> String {
        let body = self.heap.type_body(class);
        let name = body
            .qualname
            .and_then(|name| self.heap.str_rc(name))
            .unwrap_or_else(|| body.name.clone());
        let module = body
            .dict
            .and_then(|dict| self.heap.dict_get_name(dict, self.names.module))
            .and_then(|module| self.heap.as_str(module));
        match module {
            Some(module) if module != "builtins" => format!("{module}.{name}"),
            _ => name.to_string(),
        }
    }

    pub(crate) fn own_new_ref(&mut self, reference: Option<Ref>) -> Owned {
        self.heap.new_ref(reference.unwrap_or(Ref::NONE))
    }
}
