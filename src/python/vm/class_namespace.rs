//! What a new class gets into its dict, and what is called when it is done.
//! Mirrors type_new_set_attrs, type_new_set_names and type_new_init_subclass of CPython's Objects/typeobject.c.

use super::{PyResult, Unwind, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{Descriptor, DescriptorKind, Wrapper};
use crate::heap::{Payload, Ref, types};
use crate::python::builtins::{descriptors, object};

impl Vm {
    /// The names that the class's methods assign to `self` are the first that its instances share.
    pub(super) fn share_static_attributes(&mut self, class: Ref) {
        let name = self.names.static_attributes;
        let names = self
            .heap
            .type_body(class)
            .dict
            .and_then(|dict| self.heap.dict_get_name(dict, name))
            .and_then(|names| self.heap.tuple(names))
            .map_or(Vec::new(), <[Ref]>::to_vec);
        for name in names {
            let interned = self.heap.intern_object(name);
            self.share_key(class, interned.get());
            self.release(interned);
        }
    }

    pub(super) fn fill_type(&mut self, class: Ref, name: Ref, bases: Ref, base: Ref, dict: Ref) {
        let qualname = match self.heap.dict_delete_name(dict, self.names.qualname) {
            Some(qualname) => qualname,
            None => self.heap.new_ref(name).into_counted(),
        };
        if let Some(cell) = self.heap.dict_delete_name(dict, self.names.classcell) {
            self.fill_class_cell(cell, class);
            self.release_ref(cell);
        }
        if let Some(cell) = self.heap.dict_delete_name(dict, self.names.classdictcell) {
            // What computes the annotations reads the names in the class's own dict.
            self.fill_class_cell(cell, dict);
            self.release_ref(cell);
        }
        self.set_class_defaults(dict);
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
        let body = Box::new(Wrapper {
            function,
            dict: None,
        });
        let (class, payload) = if is_static {
            (types::STATICMETHOD, Payload::StaticMethod(body))
        } else {
            (types::CLASSMETHOD, Payload::ClassMethod(body))
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

    pub(super) fn add_descriptor(
        &mut self,
        class: Ref,
        kind_class: Ref,
        name: Ref,
        kind: DescriptorKind,
    ) {
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
    pub(super) fn add_getset(&mut self, class: Ref, name: Ref, kind: DescriptorKind) {
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
    pub(super) fn finish_class(&mut self, class: Ref, keywords: &[(Ref, Ref)]) -> PyResult<()> {
        let Some(dict) = self.heap.type_body(class).dict else {
            return Ok(());
        };
        let entries: Vec<(Ref, Ref)> = self
            .heap
            .dict(dict)
            .map_or(Vec::new(), |d| d.iter().collect());
        // A copy of the dict, while __set_name__ is called; then super(class, class).__init_subclass__.
        self.heap.count_temporary(FreeListKind::Dict);
        if self.heap.profile.super_packs_arguments {
            self.heap.count_temporary(FreeListKind::tuple(2));
        }
        for (name, value) in entries {
            let value_class = self.heap.class_of(value);
            if value_class == types::PROPERTY {
                self.name_property(value, name);
            }
            if self.is_builtin_class(value_class) {
                continue;
            }
            if let Some(method) = self.lookup(value_class, self.names.set_name) {
                let value = self.heap.new_ref(value);
                match self.call_method_of_class(method, value.get(), &[class, name]) {
                    Ok(result) => self.release(result),
                    Err(unwind) => return self.tell_of_set_name(unwind, class, name, value.get()),
                }
                self.release(value);
            }
        }
        self.init_subclass(class, keywords)
    }

    /// An error of `__set_name__` gets a note of where it was called, or becomes the cause of another that tells it.
    fn tell_of_set_name(
        &mut self,
        unwind: Unwind,
        class: Ref,
        name: Ref,
        value: Ref,
    ) -> PyResult<()> {
        let Unwind::Raised(error) = unwind else {
            return Err(unwind);
        };
        let text = format!(
            "Error calling __set_name__ on '{}' instance {} in '{}'",
            self.heap.class_name(value),
            self.repr(name)?,
            self.heap.type_body(class).name
        );
        if self.heap.profile.errors.set_name_adds_note {
            let note = self.heap.new_str(&text);
            let add_note = self.get_attribute_text(error.get(), "add_note")?;
            let done = self.call(add_note.get(), &[note.get()], &[])?;
            for value in [done, add_note, note] {
                self.release(value);
            }
            return Err(Unwind::Raised(error));
        }
        let outer = self.new_error(types::RUNTIME_ERROR, text);
        self.raise_from(outer, error)
    }

    fn name_property(&mut self, property: Ref, name: Ref) {
        if self.heap.profile.properties_have_names {
            // Class and name are passed in a tuple.
            self.heap.count_temporary(FreeListKind::tuple(2));
            descriptors::bind_to_name(self, property, name);
        }
    }

    fn init_subclass(&mut self, class: Ref, keywords: &[(Ref, Ref)]) -> PyResult<()> {
        let name = self.names.init_subclass;
        // That of object does nothing.
        let is_own = |entry: &&Ref| **entry != types::OBJECT;
        let found = self.heap.mro(class)[1..]
            .iter()
            .filter(is_own)
            .find_map(|&entry| {
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
            None if keywords.is_empty() => {
                // object's own, bound to the class.
                self.heap.count_temporary(FreeListKind::BuiltinFunction);
                Ok(())
            }
            None => object::refuse_init_subclass(self, class, "takes no keyword arguments"),
        }
    }
}
