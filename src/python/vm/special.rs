//! The object protocol: truth, length, items, iteration, texts, hashes, as built-in slots or special methods have it.
//!
//! Mirrors CPython's Objects/abstract.c, Objects/object.c and the slot functions of Objects/typeobject.c.

use super::{PyResult, Unwind, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::Iterator as Iter;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::{self, Next, generic_alias};

impl Vm {
    /// The method of that name that a class written in Python has, for objects of such classes; builtin ones are none.
    pub(super) fn python_method(&mut self, object: Ref, name: Ref) -> Option<Ref> {
        let class = self.heap.class_of(object);
        if self.is_builtin_class(class) {
            return None;
        }
        let method = self.lookup(class, name)?;
        match self.heap.payload_of(method) {
            Some(Payload::Builtin(_)) => None,
            _ => Some(method),
        }
    }

    /// Calls what was found in a class, bound to the receiver.
    pub(crate) fn call_method_of_class(
        &mut self,
        method: Ref,
        receiver: Ref,
        args: &[Ref],
    ) -> PyResult {
        match self.heap.payload_of(method) {
            Some(Payload::Function(_) | Payload::Builtin(_)) => {
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(receiver);
                all.extend_from_slice(args);
                self.call(method, &all, &[])
            }
            _ => {
                let class = self.heap.class_of(receiver);
                let bound = self.bind(method, receiver, class)?;
                let result = self.call(bound.get(), args, &[]);
                self.release(bound);
                result
            }
        }
    }

    /// The method of that name found in the object's class (not in the instance), as type slots are; None when there is none.
    pub fn call_special(
        &mut self,
        object: Ref,
        name: &str,
        args: &[Ref],
    ) -> PyResult<Option<Owned>> {
        let Some(name) = self.heap.find_interned(name) else {
            return Ok(None);
        };
        let class = self.heap.class_of(object);
        match self.lookup(class, name) {
            Some(method) => self.call_method_of_class(method, object, args).map(Some),
            None => Ok(None),
        }
    }

    /// Whether the object's class says by None that it has no such special method.
    pub fn is_refused(&mut self, object: Ref, name: &str) -> bool {
        let class = self.heap.class_of(object);
        let name = self.heap.find_interned(name);
        name.and_then(|name| self.lookup(class, name)) == Some(Ref::NONE)
    }

    // ---- truth and length ----

    pub fn truth(&mut self, object: Ref) -> PyResult<bool> {
        if object == Ref::TRUE {
            return Ok(true);
        }
        if object == Ref::FALSE || object == Ref::NONE {
            return Ok(false);
        }
        if let Some(value) = self.heap.as_i64(object) {
            return Ok(value != 0);
        }
        if let Some(method) = self.python_method(object, self.names.bool) {
            if method == Ref::NONE && self.heap.profile.texts.refused_truth_names_class {
                let class = self.heap.class_name(object);
                return self.type_error(format!("'{class}' cannot be interpreted as a boolean"));
            }
            let value = self.call_method_of_class(method, object, &[])?;
            let result = value.get();
            let name = self.heap.class_name(result);
            self.release(value);
            return match result {
                Ref::TRUE => Ok(true),
                Ref::FALSE => Ok(false),
                _ if self.heap.profile.texts.results_name_class => {
                    let owner = self.heap.class_name(object);
                    self.type_error(format!("{owner}.__bool__() must return a bool, not {name}"))
                }
                _ => self.type_error(format!("__bool__ should return bool, returned {name}")),
            };
        }
        if self.python_method(object, self.names.len).is_some() {
            return Ok(self.len(object)? != 0);
        }
        Ok(builtins::truth(self, object)?.unwrap_or(true))
    }

    pub fn len(&mut self, object: Ref) -> PyResult<usize> {
        if let Some(method) = self.python_method(object, self.names.len) {
            let value = self.call_method_of_class(method, object, &[])?;
            let length = self.heap.as_small(value.get());
            let name = self.heap.class_name(value.get());
            self.release(value);
            return match length {
                Some(length) if length >= 0 => Ok(length as usize),
                Some(_) => self.value_error("__len__() should return >= 0"),
                None => self.type_error(format!(
                    "'{name}' object cannot be interpreted as an integer"
                )),
            };
        }
        match builtins::len(self, object)? {
            Some(length) => Ok(length),
            None => {
                let name = self.heap.class_name(object);
                self.type_error(format!("object of type '{name}' has no len()"))
            }
        }
    }

    // ---- items ----

    /// What answers for a missing key of a dict of a class of its own.
    fn lookup_missing(&mut self, dict: Ref) -> Option<Ref> {
        let class = self.heap.class_of(dict);
        if class == types::DICT {
            return None;
        }
        self.lookup(class, self.names.missing)
    }

    pub fn get_item(&mut self, container: Ref, index: Ref) -> PyResult {
        if let Some(method) = self.python_method(container, self.names.getitem) {
            return self.call_method_of_class(method, container, &[index]);
        }
        if self.heap.dict(container).is_some()
            && let Some(method) = self.lookup_missing(container)
        {
            // No KeyError is made before `__missing__` is asked.
            if let Some(value) = self.dict_get(container, index)? {
                return Ok(value);
            }
            if matches!(self.heap.payload_of(method), Some(Payload::Builtin(_))) {
                self.heap.count_temporary(FreeListKind::BuiltinFunction);
            }
            return self.call_method_of_class(method, container, &[index]);
        }
        if let Some(value) = builtins::get_item(self, container, index)? {
            return Ok(value);
        }
        if self.heap.type_body_opt(container).is_some() {
            return self.class_item(container, index);
        }
        let name = self.heap.class_name(container);
        self.type_error(format!("'{name}' object is not subscriptable"))
    }

    /// `C[int]`: `__class_getitem__`.
    fn class_item(&mut self, class: Ref, index: Ref) -> PyResult {
        match self.lookup(class, self.names.class_getitem) {
            Some(_) => {
                let method = self.get_attribute(class, self.names.class_getitem)?;
                let result = self.call(method.get(), &[index], &[]);
                self.release(method);
                result
            }
            None => {
                if let Some(alias) = generic_alias::of_library(self, class, index)? {
                    return Ok(alias);
                }
                let name = self.heap.type_body(class).name.clone();
                self.type_error(if self.heap.profile.aliases_show_their_class {
                    format!("type '{name}' is not subscriptable")
                } else {
                    "'type' object is not subscriptable".to_owned()
                })
            }
        }
    }

    pub fn set_item(&mut self, container: Ref, index: Ref, value: Ref) -> PyResult<()> {
        if let Some(method) = self.python_method(container, self.names.setitem) {
            let result = self.call_method_of_class(method, container, &[index, value])?;
            self.release(result);
            return Ok(());
        }
        match builtins::set_item(self, container, index, value)? {
            Some(()) => Ok(()),
            None => {
                let name = self.heap.class_name(container);
                self.type_error(format!("'{name}' object does not support item assignment"))
            }
        }
    }

    pub fn delete_item(&mut self, container: Ref, index: Ref) -> PyResult<()> {
        if let Some(method) = self.python_method(container, self.names.delitem) {
            let result = self.call_method_of_class(method, container, &[index])?;
            self.release(result);
            return Ok(());
        }
        match builtins::delete_item(self, container, index)? {
            Some(()) => Ok(()),
            None => {
                let name = self.heap.class_name(container);
                // PySequence_DelItem has another text than PyObject_DelItem.
                let not =
                    if self.has_sequence_slots(container) && self.heap.as_bigint(index).is_some() {
                        "doesn't"
                    } else {
                        "does not"
                    };
                self.type_error(format!("'{name}' object {not} support item deletion"))
            }
        }
    }

    /// Whether the class has a table of the slots of sequences (tp_as_sequence), be they filled or not. Of those whose
    /// items cannot be deleted.
    fn has_sequence_slots(&self, object: Ref) -> bool {
        let class = self.heap.class_of(object);
        let is_sequence = [
            types::TUPLE,
            types::STR,
            types::BYTES,
            types::RANGE,
            types::SET,
            types::FROZENSET,
            types::DICT_KEYS,
            types::DICT_VALUES,
            types::DICT_ITEMS,
            types::MAPPING_PROXY,
        ]
        .contains(&class);
        is_sequence || self.heap.type_body(class).is_heap_type
    }

    pub fn contains(&mut self, container: Ref, item: Ref) -> PyResult<bool> {
        if let Some(method) = self.python_method(container, self.names.contains) {
            if method == Ref::NONE {
                let name = self.heap.class_name(container);
                return self.type_error(format!("'{name}' object is not a container"));
            }
            let value = self.call_method_of_class(method, container, &[item])?;
            let truth = self.truth(value.get());
            self.release(value);
            return truth;
        }
        if let Some(found) = builtins::contains(self, container, item)? {
            return Ok(found);
        }
        let iterator = match self.iter(container) {
            Ok(iterator) => iterator,
            Err(Unwind::Raised(error)) if self.heap.is_instance(error.get(), types::TYPE_ERROR) => {
                self.release(error);
                let name = self.heap.class_name(container);
                let wanted = if self.heap.profile.errors.contains_says_container {
                    "a container or iterable"
                } else {
                    "iterable"
                };
                return self.type_error(format!("argument of type '{name}' is not {wanted}"));
            }
            Err(other) => return Err(other),
        };
        let mut found = false;
        while !found && let Some(value) = self.next(iterator.get())? {
            let equal = self.equal(value.get(), item);
            self.release(value);
            found = equal?;
        }
        self.release(iterator);
        Ok(found)
    }

    // ---- iteration ----

    /// iter(object).
    pub fn iter(&mut self, object: Ref) -> PyResult {
        if let Some(method) = self.python_method(object, self.names.iter) {
            if method == Ref::NONE {
                return self.not_iterable(object);
            }
            let iterator = self.call_method_of_class(method, object, &[])?;
            let class = self.heap.class_of(iterator.get());
            let is_iterator = self.lookup(class, self.names.next).is_some()
                || matches!(
                    self.heap.payload_of(iterator.get()),
                    Some(Payload::Generator(_) | Payload::Iterator(_))
                );
            if !is_iterator {
                let name = self.heap.class_name(iterator.get());
                self.release(iterator);
                return self.type_error(format!("iter() returned non-iterator of type '{name}'"));
            }
            return Ok(iterator);
        }
        if matches!(self.heap.payload_of(object), Some(Payload::Generator(_))) {
            return Ok(self.heap.new_ref(object));
        }
        if let Some(iterator) = builtins::iter(self, object)? {
            return Ok(iterator);
        }
        let class = self.heap.class_of(object);
        if self.lookup(class, self.names.iter).is_some() {
            // A native type of a module.
            return match self.call_special(object, "__iter__", &[])? {
                Some(iterator) => Ok(iterator),
                None => self.not_iterable(object),
            };
        }
        // An alias takes any item, but has none.
        let is_sequence = self.lookup(class, self.names.getitem).is_some()
            && !builtins::generic_alias::is_alias(self, object);
        if is_sequence {
            self.heap.incref(object);
            let body = Iter::Sequence {
                source: Some(object),
                index: 0,
            };
            let iterator = self
                .heap
                .alloc(types::ITERATOR, Payload::Iterator(Box::new(body)));
            self.heap.track(iterator.get());
            return Ok(iterator);
        }
        self.not_iterable(object)
    }

    fn not_iterable<T>(&mut self, object: Ref) -> PyResult<T> {
        let name = self.heap.class_name(object);
        self.type_error(format!("'{name}' object is not iterable"))
    }

    /// The next value, or none when the iterator is exhausted.
    pub fn next(&mut self, iterator: Ref) -> PyResult<Option<Owned>> {
        match self.heap.payload_of(iterator) {
            Some(Payload::Generator(_)) => return self.resume_generator(iterator, Ref::NONE),
            Some(Payload::Iterator(_)) => {
                if let Some(next) = self.next_quickly(iterator) {
                    return Ok(next);
                }
            }
            _ => {}
        }
        if let Some(method) = self.python_method(iterator, self.names.next) {
            let result = self.call_method_of_class(method, iterator, &[]);
            return self.exhausted_by_stop_iteration(result);
        }
        match builtins::next(self, iterator)? {
            Next::Value(value) => Ok(Some(value)),
            Next::Exhausted => Ok(None),
            Next::NotNative => match self.call_special(iterator, "__next__", &[]) {
                Ok(Some(value)) => Ok(Some(value)),
                Ok(None) => {
                    let name = self.heap.class_name(iterator);
                    self.type_error(format!("'{name}' object is not an iterator"))
                }
                Err(unwind) => self.exhausted_by_stop_iteration(Err(unwind)),
            },
        }
    }

    /// Iterators over exact lists and tuples, and small ranges. None: not one of them.
    #[inline]
    fn next_quickly(&mut self, iterator: Ref) -> Option<Option<Owned>> {
        let Payload::Iterator(body) = self.heap.payload_mut(iterator) else {
            return None;
        };
        match &mut **body {
            Iter::Range { next, step, left } => {
                if *left == 0 {
                    return Some(None);
                }
                let value = *next;
                *left -= 1;
                if *left > 0 {
                    *next = value + *step;
                }
                Some(Some(self.heap.new_int(value)))
            }
            Iter::Sequence {
                source: Some(source),
                index,
            } => {
                let (source, at) = (*source, *index as usize);
                let item = match self.heap.payload_of(source)? {
                    Payload::List(items) | Payload::Tuple(items) => items.get(at).copied()?,
                    _ => return None,
                };
                if let Payload::Iterator(body) = self.heap.payload_mut(iterator)
                    && let Iter::Sequence { index, .. } = &mut **body
                {
                    *index += 1;
                }
                Some(Some(self.heap.new_ref(item)))
            }
            _ => None,
        }
    }

    fn exhausted_by_stop_iteration(&mut self, result: PyResult) -> PyResult<Option<Owned>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::STOP_ITERATION) =>
            {
                self.release(error);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// All values of an iterable, owned.
    pub fn collect_iterable(&mut self, iterable: Ref) -> PyResult<Vec<Owned>> {
        let exact: Option<Vec<Ref>> = match self.heap.payload_of(iterable) {
            Some(Payload::List(items) | Payload::Tuple(items)) => Some(items.to_vec()),
            _ => None,
        };
        if let Some(items) = exact {
            return Ok(items
                .into_iter()
                .map(|item| self.heap.new_ref(item))
                .collect());
        }
        let iterator = self.iter(iterable)?;
        let mut values = Vec::new();
        while let Some(value) = self.next(iterator.get())? {
            values.push(value);
        }
        self.release(iterator);
        Ok(values)
    }

    // ---- texts ----

    /// repr(object) as text.
    pub fn repr(&mut self, object: Ref) -> PyResult<String> {
        if let Some(method) = self.python_method(object, self.names.repr) {
            let value = self.call_method_of_class(method, object, &[])?;
            return self.text_of(value, object, "__repr__");
        }
        match builtins::repr(self, object)? {
            Some(text) => Ok(text),
            None => Ok(self.default_repr(object)),
        }
    }

    /// `<__main__.C object at 0x…>`
    pub(crate) fn default_repr(&self, object: Ref) -> String {
        let class = self.heap.class_of(object);
        let name = self.full_class_name(class);
        format!("<{name} object at {:#x}>", self.heap.address_of(object))
    }

    /// str(object) as text.
    pub fn str(&mut self, object: Ref) -> PyResult<String> {
        if let Some(text) = self.heap.as_str(object) {
            return Ok(text.to_owned());
        }
        if let Some(method) = self.python_method(object, self.names.str) {
            let value = self.call_method_of_class(method, object, &[])?;
            return self.text_of(value, object, "__str__");
        }
        if self.python_method(object, self.names.repr).is_some() {
            // object.__str__ is repr, unless a built-in base has a `__str__` of its own.
            let class = self.heap.class_of(object);
            if self.lookup(class, self.names.str).is_none()
                || self.heap.type_body(class).layout == crate::heap::payload::Layout::Object
            {
                return self.repr(object);
            }
        }
        match builtins::str(self, object)? {
            Some(text) => Ok(text),
            None => self.repr(object),
        }
    }

    fn text_of(&mut self, value: Owned, of: Ref, method: &str) -> PyResult<String> {
        let text = self.str_value(value.get());
        let name = self.heap.class_name(value.get());
        self.release(value);
        match text {
            Some(text) => Ok(text),
            None if self.heap.profile.texts.results_name_class => {
                let owner = self.heap.class_name(of);
                self.type_error(format!("{owner}.{method}() must return a str, not {name}"))
            }
            None if method == "__format__" => {
                self.type_error(format!("__format__ must return a str, not {name}"))
            }
            None => self.type_error(format!("{method} returned non-string (type {name})")),
        }
    }

    /// The text of a str or of an instance of a subclass of it.
    pub(crate) fn str_value(&self, object: Ref) -> Option<String> {
        if let Some(text) = self.heap.as_str(object) {
            return Some(text.to_owned());
        }
        match self.heap.payload_of(object)? {
            Payload::Derived(body) => match body.base {
                crate::heap::payload::Base::Atom(atom) => self.heap.as_str(atom).map(str::to_owned),
                _ => None,
            },
            _ => None,
        }
    }

    /// format(value, spec) as text.
    pub fn format(&mut self, value: Ref, spec: &str) -> PyResult<String> {
        if let Some(method) = self.python_method(value, self.names.format) {
            let spec = self.heap.new_str(spec);
            let text = self.call_method_of_class(method, value, &[spec.get()])?;
            self.release(spec);
            return self.text_of(text, value, "__format__");
        }
        let has_own_text = self.python_method(value, self.names.str).is_some()
            || self.python_method(value, self.names.repr).is_some();
        if !spec.is_empty() {
            // The value's method __format__ is asked.
            self.heap.count_temporary(FreeListKind::BuiltinFunction);
        }
        if !(spec.is_empty() && has_own_text)
            && let Some(text) = builtins::format_value(self, value, spec)?
        {
            return Ok(text);
        }
        if spec.is_empty() {
            return self.str(value);
        }
        let name = self.heap.class_name(value);
        self.type_error(format!(
            "unsupported format string passed to {name}.__format__"
        ))
    }
}
