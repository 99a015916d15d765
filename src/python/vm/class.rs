//! Classes: the class statement, type(name, bases, dict).
//!
//! A class is the heap objects that CPython makes for it: the type, its dict, its mro and bases tuples, and descriptors
//! for `__dict__` and `__weakref__` where it brings them. Mirrors CPython's Objects/typeobject.c (type_new) and builtin___build_class__ of Python/bltinmodule.c.

use super::call::{Called, Operands};
use super::class_layout::Shape;
use super::{Args, PyResult, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{DescriptorKind, Type};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::{generic_alias, value};

impl Vm {
    // ---- `__build_class__` ----

    /// Runs a class statement: positional[0] is the body's function, [1] the name, the rest the bases.
    pub(crate) fn build_class(&mut self, args: Args<'_>) -> PyResult {
        let [function, name, bases @ ..] = args.positional else {
            return self.type_error("__build_class__: not enough arguments");
        };
        let (function, name) = (*function, *name);
        let replaced = generic_alias::resolve_bases(self, bases)?;
        let original = bases;
        let resolved: Vec<Ref> = match &replaced {
            Some(replaced) => self.heap.tuple(replaced.get()).unwrap_or(&[]).to_vec(),
            None => bases.to_vec(),
        };
        let bases = &resolved[..];
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
        if let Some(replaced) = replaced {
            self.release(replaced);
            if let Err(error) = self.note_original_bases(namespace.get(), original) {
                self.release(bases);
                self.release(namespace);
                self.release(cell);
                return Err(error);
            }
        }
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

    /// `__orig_bases__`: what the class statement named.
    fn note_original_bases(&mut self, namespace: Ref, bases: &[Ref]) -> PyResult<()> {
        let bases = value::counted(&mut self.heap, bases);
        let bases = self.heap.new_tuple(bases);
        let name = self.heap.intern("__orig_bases__");
        let noted = self.set_item(namespace, name.get(), bases.get());
        self.release(name);
        self.release(bases);
        noted
    }

    /// The `__class__` cell of the body, if type_new did not fill it already.
    pub(super) fn fill_class_cell(&mut self, cell: Ref, value: Ref) {
        if matches!(self.heap.payload(cell), Payload::Cell(None)) {
            self.heap.incref(value);
            if let Payload::Cell(contents) = self.heap.payload_mut(cell) {
                *contents = Some(value);
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
        let prepare = self.lookup(metaclass, self.names.prepare);
        if prepare
            .is_some_and(|found| !matches!(self.heap.payload_of(found), Some(Payload::Builtin(_))))
        {
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
            is_packed: false,
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
        let given = *bases;
        if self.heap.tuple(given).is_none() {
            let given = self.heap.class_name(given);
            return self.type_error(format!(
                "type.__new__() argument 2 must be tuple, not {given}"
            ));
        }
        if self.heap.dict(*namespace).is_none() {
            let wanted = self.heap.profile.texts.namespace_of_a_type;
            let given = self.heap.class_name(*namespace);
            return self.type_error(format!(
                "type.__new__() argument 3 must be {wanted}, not {given}"
            ));
        }
        let bases: Vec<Ref> = match self.heap.tuple(given) {
            Some(bases) if !bases.is_empty() => bases.to_vec(),
            _ => vec![types::OBJECT],
        };
        let namespace = *namespace;
        for &base in &bases {
            self.check_base(base)?;
        }
        let metaclass = self.winning_metaclass(Some(*metaclass), &bases)?;
        if metaclass != args.positional[0] && self.has_own_new(metaclass) {
            return self.new_by_metaclass(metaclass, rest, args.keywords);
        }
        let base = self.best_base(&bases)?;
        let slots = self.declared_slots(namespace, &text, base)?;
        let names = slots
            .as_ref()
            .map(|slots| slots.iter().map(Owned::get).collect());
        let class = self.make_type(metaclass, *name, (given, &bases), base, namespace, names);
        for slot in slots.into_iter().flatten() {
            self.release(slot);
        }
        let class = class?;
        self.finish_class(class.get(), args.keywords)?;
        Ok(class)
    }

    fn has_own_new(&mut self, metaclass: Ref) -> bool {
        self.lookup(metaclass, self.names.new) != self.lookup(types::TYPE, self.names.new)
    }

    /// The bases have a metaclass that the caller did not name: its `__new__` makes the class.
    fn new_by_metaclass(
        &mut self,
        metaclass: Ref,
        given: &[Ref],
        keywords: &[(Ref, Ref)],
    ) -> PyResult {
        let new = self.get_attribute(metaclass, self.names.new)?;
        let made = self.call(new.get(), &[&[metaclass], given].concat(), keywords);
        self.release(new);
        made
    }

    fn make_type(
        &mut self,
        metaclass: Ref,
        name: Ref,
        (given, bases): (Ref, &[Ref]),
        base: Ref,
        namespace: Ref,
        mut slots: Option<Vec<Ref>>,
    ) -> PyResult {
        let text = self.heap.str_rc(name).unwrap_or_default();
        if let Some(slots) = &mut slots {
            // type_new lays them out by name.
            slots.sort_by_key(|&slot| self.heap.str_rc(slot));
        }
        let parent = self.heap.type_body(base);
        let layout = parent.layout;
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
                adds_weakref = !parent_has_weakrefs && !self.heap.type_body(base).has_items;
            }
            Some(slots) => {
                for &slot in slots {
                    if slot == self.names.dict {
                        if parent_has_dict || adds_dict {
                            return self.type_error("__dict__ slot disallowed: we already got one");
                        }
                        adds_dict = true;
                    } else if slot == self.names.weakref {
                        if parent_has_weakrefs || adds_weakref {
                            return self.type_error(self.heap.profile.texts.weakref_slot);
                        }
                        adds_weakref = true;
                    } else {
                        self.check_slot_is_free(namespace, slot)?;
                        slot_names.push(slot);
                    }
                }
            }
        }
        let has_slots = slots.is_some();
        let own_slots: Vec<Ref> = slots
            .unwrap_or_default()
            .into_iter()
            .filter(|&slot| slot != self.names.dict && slot != self.names.weakref)
            .collect();
        let first_slot = slot_names.len() - own_slots.len();
        let instances_have_dict = parent_has_dict || adds_dict;
        let instances_have_weakrefs = parent_has_weakrefs || adds_weakref;
        let words = self.heap.profile.sizes.instance_words;
        let parent = self.heap.type_body(base);
        let shape = Shape::new(
            words,
            parent,
            own_slots.len(),
            instances_have_dict && !parent.instances_have_dict,
            instances_have_weakrefs && !parent.instances_have_weakrefs,
        );
        let has_items = parent.has_items;
        let shared_keys = shape.shared_keys(words, instances_have_dict);
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
            instances_have_weakrefs,
            is_base: true,
            slot_names: slot_names.clone(),
            has_finalizer: false,
            basic_size: shape.basic_size,
            has_items,
            dict_is_before: shape.dict_is_before,
            weakrefs_are_before: shape.weakrefs_are_before,
            subclasses: Vec::new(),
            subclasses_dict: None,
            unseen: Vec::new(),
            n_instances_made: 0,
            native_kind: None,
            full_name: None,
            made_with_keys: shared_keys.is_some(),
            shared_keys,
        };
        let bases_tuple = self.tuple_of_bases(given, bases);
        let dict = self.copy_namespace(namespace);
        let mut body = body;
        if has_slots {
            self.heap.count_temporary(FreeListKind::List);
            body.unseen.push(self.tuple_of_slots(&own_slots));
        }
        let class = self.heap.alloc(metaclass, Payload::Type(Box::new(body)));
        self.heap.track(class.get());
        self.fill_type(class.get(), name, bases_tuple, base, dict);
        if self.heap.profile.static_attributes_share_keys {
            self.share_static_attributes(class.get());
        }
        let mro_comes_first = self.heap.profile.mro_before_descriptors;
        if mro_comes_first {
            self.make_mro(class.get(), bases)?;
        }
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
        if !mro_comes_first {
            self.make_mro(class.get(), bases)?;
        }
        for &base in bases {
            self.heap.add_subclass(base, class.get());
        }
        self.lookups.invalidate();
        let del = self.names.del;
        let has_finalizer = self.lookup(class.get(), del).is_some();
        self.heap.type_body_mut(class.get()).has_finalizer = has_finalizer;
        Ok(class)
    }

    /// The bases as a tuple of the class's own: the one that was given, unless it is empty.
    fn tuple_of_bases(&mut self, given: Ref, bases: &[Ref]) -> Ref {
        if self
            .heap
            .tuple(given)
            .is_some_and(|given| !given.is_empty())
        {
            return self.heap.new_ref(given).into_counted();
        }
        for &entry in bases {
            self.heap.incref(entry);
        }
        let bases = self.heap.new_tuple_untracked(bases.to_vec());
        self.heap.track(bases.get());
        bases.into_counted()
    }

    /// The class's own dict, with what the body bound.
    fn copy_namespace(&mut self, namespace: Ref) -> Ref {
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
        dict
    }

    /// A slot's name means nothing else in the class.
    fn check_slot_is_free(&mut self, namespace: Ref, slot: Ref) -> PyResult<()> {
        if self.heap.dict_get_name(namespace, slot).is_none() {
            return Ok(());
        }
        let name = self.heap.as_str(slot).unwrap_or_default().to_owned();
        if matches!(&*name, "__qualname__" | "__classcell__") {
            return Ok(());
        }
        self.value_error(format!(
            "'{name}' in __slots__ conflicts with class variable"
        ))
    }

    /// The names of the slots, kept where only the class itself looks.
    fn tuple_of_slots(&mut self, names: &[Ref]) -> Ref {
        let detail = self.heap.recorder.suspend();
        for &name in names {
            self.heap.incref(name);
        }
        let slots = self.heap.new_tuple(names.to_vec()).into_counted();
        self.heap.recorder.resume(detail);
        slots
    }

    fn make_mro(&mut self, class: Ref, bases: &[Ref]) -> PyResult<()> {
        let mro = self.compute_mro(class, bases)?;
        for &entry in &mro {
            self.heap.incref(entry);
        }
        let mro = self.heap.new_tuple_untracked(mro);
        self.heap.track(mro.get());
        self.heap.type_body_mut(class).mro = Some(mro.into_counted());
        Ok(())
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
    pub(super) fn update_finalizers(&mut self, class: Ref) {
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

    /// `C`, where the program itself defines it.
    pub fn unambiguous_class_name(&self, class: Ref) -> String {
        let name = self.full_class_name(class);
        name.strip_prefix("__main__.").unwrap_or(&name).to_owned()
    }

    pub(crate) fn own_new_ref(&mut self, reference: Option<Ref>) -> Owned {
        self.heap.new_ref(reference.unwrap_or(Ref::NONE))
    }
}
