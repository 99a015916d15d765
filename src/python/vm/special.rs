//! The object protocol: truth, length, items, iteration, texts, hashes, as built-in slots or special methods have it.
//!
//! Mirrors CPython's Objects/abstract.c, Objects/object.c and the slot functions of Objects/typeobject.c.

use super::{PyResult, Unwind, Vm};
use crate::heap::dict::Probe;
use crate::heap::payload::Iterator as Iter;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::{self, Next};

impl Vm {
    /// The method of that name that a class written in Python has, for objects of such classes; builtin ones are none.
    fn python_method(&mut self, object: Ref, name: Ref) -> Option<Ref> {
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
            let value = self.call_method_of_class(method, object, &[])?;
            let result = value.get();
            let name = self.heap.class_name(result);
            self.release(value);
            return match result {
                Ref::TRUE => Ok(true),
                Ref::FALSE => Ok(false),
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

    pub fn get_item(&mut self, container: Ref, index: Ref) -> PyResult {
        if let Some(method) = self.python_method(container, self.names.getitem) {
            return self.call_method_of_class(method, container, &[index]);
        }
        match builtins::get_item(self, container, index) {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => {}
            Err(Unwind::Raised(error)) => {
                let is_missing = self.heap.is_instance(error.get(), types::KEY_ERROR)
                    && self.heap.dict(container).is_some();
                if is_missing
                    && let Some(method) = self.python_method(container, self.names.missing)
                {
                    self.release(error);
                    return self.call_method_of_class(method, container, &[index]);
                }
                return Err(Unwind::Raised(error));
            }
            Err(stopped) => return Err(stopped),
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
            None if self.is_builtin_class(class)
                && [
                    types::LIST,
                    types::DICT,
                    types::TUPLE,
                    types::SET,
                    types::FROZENSET,
                    types::TYPE,
                ]
                .contains(&class) =>
            {
                // `list[int]` in an annotation: the class itself stands for it.
                Ok(self.heap.new_ref(class))
            }
            None => {
                let name = self.heap.type_body(class).name.clone();
                self.type_error(format!("type '{name}' is not subscriptable"))
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
                self.type_error(format!("'{name}' object doesn't support item deletion"))
            }
        }
    }

    pub fn contains(&mut self, container: Ref, item: Ref) -> PyResult<bool> {
        if let Some(method) = self.python_method(container, self.names.contains) {
            let value = self.call_method_of_class(method, container, &[item])?;
            let truth = self.truth(value.get());
            self.release(value);
            return truth;
        }
        if self.python_method(container, self.names.iter).is_none()
            && let Some(found) = builtins::contains(self, container, item)?
        {
            return Ok(found);
        }
        let iterator = match self.iter(container) {
            Ok(iterator) => iterator,
            Err(Unwind::Raised(error)) if self.heap.is_instance(error.get(), types::TYPE_ERROR) => {
                self.release(error);
                let name = self.heap.class_name(container);
                let kind = if self.heap.profile.errors.contains_says_container {
                    "container or iterable"
                } else {
                    "iterable"
                };
                return self.type_error(format!(
                    "argument of type '{name}' is not {}",
                    match kind {
                        "iterable" => "iterable",
                        _ => "a container or iterable",
                    }
                ));
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
        if self.lookup(class, self.names.getitem).is_some() {
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
            return self.text_of(value, "__repr__");
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
            return self.text_of(value, "__str__");
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

    fn text_of(&mut self, value: Owned, method: &str) -> PyResult<String> {
        let text = self.str_value(value.get());
        let name = self.heap.class_name(value.get());
        self.release(value);
        match text {
            Some(text) => Ok(text),
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
            return self.text_of(text, "__format__");
        }
        let has_own_text = self.python_method(value, self.names.str).is_some()
            || self.python_method(value, self.names.repr).is_some();
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

    // ---- hashes, dicts, sets ----

    pub fn hash(&mut self, object: Ref) -> PyResult<i64> {
        if let Some(hash) = self.heap.hash_natively(object) {
            return Ok(hash);
        }
        if let Some(method) = self.python_method(object, self.names.hash) {
            if method == Ref::NONE {
                let name = self.heap.class_name(object);
                return self.type_error(format!("unhashable type: '{name}'"));
            }
            let value = self.call_method_of_class(method, object, &[])?;
            let hash = self.heap.as_bigint(value.get());
            let result = self.heap.hash_natively(value.get()).unwrap_or_default();
            self.release(value);
            return match hash {
                Some(value) => {
                    Ok(i64::try_from(&value).map_or(result, crate::heap::lookup::no_error))
                }
                None => self.type_error("__hash__ method should return an integer"),
            };
        }
        match builtins::hash(self, object)? {
            Some(hash) => Ok(hash),
            None => Ok(crate::heap::lookup::hash_of_address(
                self.heap.address_of(object),
            )),
        }
    }

    /// Finds a key's entry; Python's `__eq__` is asked where needed.
    fn dict_find(&mut self, dict: Ref, hash: i64, key: Ref) -> PyResult<Option<usize>> {
        match self.heap.dict_probe(dict, hash, key) {
            Probe::Found(position) => Ok(Some(position)),
            Probe::Missing => Ok(None),
            Probe::AskPython(candidates) => {
                for position in candidates {
                    let Some((candidate, _)) = self.heap.dict(dict).and_then(|d| d.entry(position))
                    else {
                        continue;
                    };
                    let candidate = self.heap.new_ref(candidate);
                    let equal = self.equal(candidate.get(), key);
                    self.release(candidate);
                    if equal? {
                        return Ok(Some(position));
                    }
                }
                Ok(None)
            }
        }
    }

    /// Hash of a dict's key; where the version says so, the error names the key's part.
    fn key_hash(&mut self, key: Ref) -> PyResult<i64> {
        match self.heap.hash_natively(key) {
            Some(hash) => Ok(hash),
            None => {
                let hash = self.hash(key);
                let template = self.heap.profile.texts.dict_key_unhashable;
                builtins::exceptions::name_unhashable(self, hash, key, template)
            }
        }
    }

    /// As [`Vm::key_hash`], of a set's element.
    fn element_hash(&mut self, key: Ref) -> PyResult<i64> {
        match self.heap.hash_natively(key) {
            Some(hash) => Ok(hash),
            None => {
                let hash = self.hash(key);
                let template = self.heap.profile.texts.set_element_unhashable;
                builtins::exceptions::name_unhashable(self, hash, key, template)
            }
        }
    }

    /// dict[key] for an exact or derived dict, without `__missing__`; Python's `__hash__` and `__eq__` are called where needed.
    pub fn dict_get(&mut self, dict: Ref, key: Ref) -> PyResult<Option<Owned>> {
        let hash = self.key_hash(key)?;
        let Some(position) = self.dict_find(dict, hash, key)? else {
            return Ok(None);
        };
        let value = self.heap.dict(dict).and_then(|d| d.entry(position));
        Ok(value.map(|(_, value)| self.heap.new_ref(value)))
    }

    pub fn dict_set(&mut self, dict: Ref, key: Ref, value: Ref) -> PyResult<()> {
        let hash = self.key_hash(key)?;
        let found = self.dict_find(dict, hash, key)?;
        self.heap.incref(value);
        match found {
            Some(position) => {
                let old = self
                    .heap
                    .dict_mut(dict)
                    .map(|body| body.replace_value(position, value));
                self.heap.maintain_tracking(dict, key, value);
                if let Some(old) = old {
                    self.release_ref(old);
                }
            }
            None => {
                self.heap.incref(key);
                self.heap.dict_insert(dict, hash, key, value);
            }
        }
        Ok(())
    }

    /// Removes the key and gives its value.
    pub fn dict_remove(&mut self, dict: Ref, key: Ref) -> PyResult<Option<Owned>> {
        let hash = self.key_hash(key)?;
        let Some(position) = self.dict_find(dict, hash, key)? else {
            return Ok(None);
        };
        let removed = self.heap.dict_mut(dict).map(|body| body.remove(position));
        Ok(removed.map(|(key, value)| {
            self.release_ref(key);
            Owned::from_counted(value)
        }))
    }

    fn set_find(&mut self, set: Ref, hash: i64, key: Ref) -> PyResult<Option<usize>> {
        let probe = match self.heap.set(set) {
            Some(body) => body.find(hash, |candidate| self.heap.equal_natively(candidate, key)),
            None => Probe::Missing,
        };
        match probe {
            Probe::Found(position) => Ok(Some(position)),
            Probe::Missing => Ok(None),
            Probe::AskPython(candidates) => {
                for position in candidates {
                    let Some((_, candidate)) = self.heap.set(set).and_then(|s| s.member(position))
                    else {
                        continue;
                    };
                    let candidate = self.heap.new_ref(candidate);
                    let equal = self.equal(candidate.get(), key);
                    self.release(candidate);
                    if equal? {
                        return Ok(Some(position));
                    }
                }
                Ok(None)
            }
        }
    }

    /// Adds to a set; false when it was there.
    pub fn set_add(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.element_hash(key)?;
        if self.set_find(set, hash, key)?.is_some() {
            return Ok(false);
        }
        self.heap.incref(key);
        self.heap.set_insert(set, hash, key);
        Ok(true)
    }

    pub fn set_contains(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.element_hash(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    pub fn set_discard(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.element_hash(key)?;
        let Some(position) = self.set_find(set, hash, key)? else {
            return Ok(false);
        };
        if let Some(key) = self.heap.set_mut(set).map(|body| body.remove(position)) {
            self.release_ref(key);
        }
        Ok(true)
    }
}
