//! Instructions that build, extend and unpack collections, and f-strings.
//!
//! Mirrors the BUILD, UNPACK and FORMAT instructions of CPython's Python/bytecodes.c.

use std::rc::Rc;

use thin_vec::ThinVec;

use super::{PyResult, Vm};
use crate::heap::lists::Fit;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::code::{Op, format_value};

impl Vm {
    pub(super) fn build(&mut self, op: Op, n: usize) -> PyResult<()> {
        let value = match op {
            Op::BuildList => {
                let items = self.pop_items(n);
                self.heap.new_list_of(items)
            }
            Op::BuildTuple => {
                let items = self.pop_items(n);
                self.heap.new_tuple_of(items)
            }
            Op::BuildSet => {
                let first = self.stack.len() - n;
                let set = self.heap.new_set(types::SET);
                for index in first..first + n {
                    let item = self.stack[index].expect("items are values").unmarked();
                    self.set_add(set.get(), item)?;
                }
                self.drop_to(first);
                set
            }
            Op::BuildMap => {
                let first = self.stack.len() - 2 * n;
                let dict = self.heap.new_dict_for(n);
                for pair in 0..n {
                    let key = self.stack[first + 2 * pair]
                        .expect("keys are values")
                        .unmarked();
                    let value = self.stack[first + 2 * pair + 1]
                        .expect("items are values")
                        .unmarked();
                    self.dict_set(dict.get(), key, value)?;
                }
                self.drop_to(first);
                dict
            }
            Op::BuildSlice => {
                let mut parts = self.pop_items(n);
                if n == 2 {
                    self.heap.incref(Ref::NONE);
                    parts.push(Ref::NONE);
                }
                let slice = self.heap.alloc(
                    types::SLICE,
                    Payload::Slice(Box::new([parts[0], parts[1], parts[2]])),
                );
                self.heap.track(slice.get());
                slice
            }
            _ => {
                let first = self.stack.len() - n;
                let text: String = self.stack[first..]
                    .iter()
                    .flatten()
                    .filter_map(|&part| self.heap.as_str(part.unmarked()))
                    .collect();
                self.drop_to(first);
                self.heap.new_str(&text)
            }
        };
        self.push(value);
        self.after_allocation();
        Ok(())
    }

    /// The n entries on top as counted references, the lowest first.
    #[inline]
    fn pop_items(&mut self, n: usize) -> ThinVec<Ref> {
        let first = self.stack.len() - n;
        let mut items = self.heap.new_array(n);
        for index in first..first + n {
            if let Some(entry) = self.stack[index] {
                items.push(self.own(entry).into_counted());
            }
        }
        self.stack.truncate(first);
        items
    }

    pub(super) fn add_to(&mut self, op: Op, n: usize) -> PyResult<()> {
        match op {
            Op::SetAdd => {
                let (set, item) = (self.peek(n + 1), self.peek(1));
                self.set_add(set, item)?;
                self.drop_top();
            }
            Op::MapAdd => {
                let (dict, key, value) = (self.peek(n + 2), self.peek(2), self.peek(1));
                self.dict_set(dict, key, value)?;
                self.drop_top();
                self.drop_top();
            }
            Op::ListExtend => {
                let (list, iterable) = (self.peek(n + 1), self.peek(1));
                self.extend_list(list, iterable)?;
                self.drop_top();
            }
            Op::SetUpdate => {
                let (set, iterable) = (self.peek(n + 1), self.peek(1));
                for item in self.collect_iterable(iterable)? {
                    self.set_add(set, item.get())?;
                    self.release(item);
                }
                self.drop_top();
            }
            Op::DictUpdate | Op::DictMerge => {
                let (dict, mapping) = (self.peek(n + 1), self.peek(1));
                let callable = (op == Op::DictMerge).then(|| self.peek(n + 3));
                self.merge_mapping(dict, mapping, callable)?;
                self.drop_top();
            }
            _ => {}
        }
        Ok(())
    }

    fn extend_list(&mut self, list: Ref, iterable: Ref) -> PyResult<()> {
        if crate::python::builtins::list::extend_at_once(self, list, iterable) {
            return Ok(());
        }
        let iterator = match self.iter(iterable) {
            Ok(iterator) => iterator,
            Err(unwind) => return self.star_error(unwind, iterable),
        };
        crate::python::builtins::list::extend_by_iterator(self, list, iterable, iterator)
    }

    /// Whether its class says something of iteration, if only that there is none: then the errors are its own.
    pub(super) fn is_meant_to_be_iterated(&mut self, object: Ref) -> bool {
        let class = self.heap.class_of(object);
        [self.names.iter, self.names.getitem]
            .iter()
            .any(|&name| self.lookup(class, name).is_some())
    }

    /// `[*1]`: the error names the star.
    fn star_error(&mut self, unwind: super::Unwind, iterable: Ref) -> PyResult<()> {
        if self.is_meant_to_be_iterated(iterable) || !self.heap.profile.errors.displays_name_stars {
            return Err(unwind);
        }
        let name = self.heap.class_name(iterable);
        match unwind {
            super::Unwind::Raised(error)
                if self.heap.is_instance(error.get(), types::TYPE_ERROR) =>
            {
                self.release(error);
                self.type_error(format!("Value after * must be an iterable, not {name}"))
            }
            other => Err(other),
        }
    }

    /// `{**mapping}`, and `f(**mapping)` where a key may not come twice.
    pub(crate) fn merge_mapping(
        &mut self,
        dict: Ref,
        mapping: Ref,
        callable: Option<Ref>,
    ) -> PyResult<()> {
        if callable.is_none() && self.heap.dict(mapping).is_some() {
            return crate::python::builtins::dict::merge(self, dict, mapping);
        }
        let is_plain = matches!(self.heap.payload_of(mapping), Some(Payload::Dict(_)));
        let pairs: Vec<(Owned, Owned)> = if is_plain {
            let pairs: Vec<(Ref, Ref)> = self
                .heap
                .dict(mapping)
                .map_or(Vec::new(), |d| d.iter().collect());
            pairs
                .into_iter()
                .map(|(key, value)| (self.heap.new_ref(key), self.heap.new_ref(value)))
                .collect()
        } else {
            self.mapping_pairs(mapping, callable)?
        };
        for (key, value) in pairs {
            if let Some(callable) = callable
                && let Some(old) = self.dict_get(dict, key.get())?
            {
                self.release(old);
                let function = self.callable_text(callable)?;
                let key = self.str(key.get())?;
                return self.type_error(format!(
                    "{function} got multiple values for keyword argument '{key}'"
                ));
            }
            self.dict_set(dict, key.get(), value.get())?;
            self.release(key);
            self.release(value);
        }
        Ok(())
    }

    fn mapping_pairs(
        &mut self,
        mapping: Ref,
        callable: Option<Ref>,
    ) -> PyResult<Vec<(Owned, Owned)>> {
        let keys = match self.get_attribute_text(mapping, "keys") {
            Ok(method) => {
                let keys = self.call(method.get(), &[], &[])?;
                self.release(method);
                keys
            }
            Err(super::Unwind::Raised(error)) => {
                self.release(error);
                let name = self.heap.class_name(mapping);
                return match callable {
                    Some(callable) => {
                        let function = self.callable_text(callable)?;
                        let text = self.heap.profile.texts.double_starred_argument;
                        self.type_error(fill(text, &[&function, &name]))
                    }
                    None => self.type_error(format!("'{name}' object is not a mapping")),
                };
            }
            Err(stopped) => return Err(stopped),
        };
        let mut pairs = Vec::new();
        for key in self.collect_iterable(keys.get())? {
            let value = self.get_item(mapping, key.get())?;
            pairs.push((key, value));
        }
        self.release(keys);
        Ok(pairs)
    }

    /// The callable as errors about its arguments name it: `__main__.f()`.
    pub(crate) fn callable_text(&mut self, callable: Ref) -> PyResult<String> {
        if !self.heap.profile.texts.methods_named_with_class {
            return Ok(self.short_callable_text(callable));
        }
        let qualname = match self.get_attribute(callable, self.names.qualname) {
            Ok(name) => name,
            Err(super::Unwind::Raised(error)) => {
                self.release(error);
                return self.str(callable);
            }
            Err(stopped) => return Err(stopped),
        };
        let text = self.str(qualname.get())?;
        self.release(qualname);
        let module = self.get_attribute(callable, self.names.module);
        let prefix = match module {
            Ok(module) => {
                let text = self.heap.as_str(module.get()).map(str::to_owned);
                self.release(module);
                text.filter(|text| text != "builtins")
                    .map(|text| format!("{text}."))
            }
            Err(super::Unwind::Raised(error)) => {
                self.release(error);
                None
            }
            Err(stopped) => return Err(stopped),
        };
        Ok(format!("{}{text}()", prefix.unwrap_or_default()))
    }

    /// What stands before "keywords must be strings".
    pub(super) fn keywords_owner(&self, callable: Ref) -> PyResult<String> {
        Ok(if self.heap.profile.texts.methods_named_with_class {
            String::new()
        } else {
            format!("{} ", self.short_callable_text(callable))
        })
    }

    /// What PyEval_GetFuncName and PyEval_GetFuncDesc say.
    fn short_callable_text(&self, callable: Ref) -> String {
        let function = match self.heap.payload_of(callable) {
            Some(Payload::BoundMethod(body)) => body.function,
            _ => callable,
        };
        match self.heap.payload_of(function) {
            Some(Payload::Function(body)) => {
                format!("{}()", self.heap.as_str(body.name).unwrap_or_default())
            }
            Some(Payload::Builtin(body)) => format!("{}()", body.name),
            _ => format!("{} object", self.heap.class_name(callable)),
        }
    }

    pub(super) fn tuple_of_list(&mut self, list: Ref) -> Owned {
        let items: Vec<Ref> = self.heap.list(list).map_or(Vec::new(), <[Ref]>::to_vec);
        for &item in &items {
            self.heap.incref(item);
        }
        self.heap.new_tuple(items)
    }

    // ---- unpacking ----

    pub(super) fn unpack_sequence(&mut self, n: usize) -> PyResult<()> {
        let sequence = self.peek(1);
        let exact = match self.heap.payload_of(sequence) {
            Some(Payload::Tuple(items) | Payload::List(items)) => Some(items.len()),
            _ => None,
        };
        if exact == Some(n) {
            let entry = self.pop_entry();
            for i in (0..n).rev() {
                let item = match self.heap.payload(sequence) {
                    Payload::Tuple(items) | Payload::List(items) => items[i],
                    _ => break,
                };
                self.heap.incref(item);
                self.stack.push(Some(item));
            }
            self.close(entry);
            return Ok(());
        }
        let items = self.unpack_items(sequence, n, exact)?;
        let entry = self.pop_entry();
        self.stack.extend(
            items
                .into_iter()
                .rev()
                .map(|item| Some(item.into_counted())),
        );
        self.close(entry);
        Ok(())
    }

    pub(super) fn unpack_ex(&mut self, before: usize, after: usize) -> PyResult<()> {
        let sequence = self.peek(1);
        let iterator = self.iter_to_unpack(sequence)?;
        let at_least = before + after;
        let mut items = Vec::new();
        while items.len() < before {
            match self.next(iterator.get())? {
                Some(item) => items.push(item),
                None => return self.too_few_to_unpack("at least ", at_least, items, iterator),
            }
        }
        // The rest is what a list makes of the iterator, which is asked for an iterator again.
        let middle = self.heap.new_list(Vec::new());
        crate::python::builtins::list::extend(self, middle.get(), iterator.get())?;
        let n = self.heap.list(middle.get()).map_or(0, <[Ref]>::len);
        if n < after {
            let rest = self.heap.list_edit(middle.get(), std::mem::take);
            items.extend(rest.into_iter().map(Owned::from_counted));
            self.release(middle);
            return self.too_few_to_unpack("at least ", at_least, items, iterator);
        }
        self.release(iterator);
        let tail = self
            .heap
            .list_edit_to_fit(middle.get(), Fit::Kept, |all| all.split_off(n - after));
        let tail: Vec<Owned> = tail.into_iter().map(Owned::from_counted).collect();
        let entry = self.pop_entry();
        self.stack
            .extend(tail.into_iter().rev().map(|item| Some(item.into_counted())));
        self.push(middle);
        self.stack.extend(
            items
                .into_iter()
                .rev()
                .map(|item| Some(item.into_counted())),
        );
        self.close(entry);
        Ok(())
    }

    fn iter_to_unpack(&mut self, sequence: Ref) -> PyResult {
        match self.iter(sequence) {
            Err(super::Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::TYPE_ERROR)
                    && !self.is_meant_to_be_iterated(sequence) =>
            {
                self.release(error);
                let name = self.heap.class_name(sequence);
                self.type_error(format!("cannot unpack non-iterable {name} object"))
            }
            result => result,
        }
    }

    fn too_few_to_unpack<T>(
        &mut self,
        at_least: &str,
        wanted: usize,
        items: Vec<Owned>,
        iterator: Owned,
    ) -> PyResult<T> {
        let n = items.len();
        self.release_all(items);
        self.release(iterator);
        self.value_error(format!(
            "not enough values to unpack (expected {at_least}{wanted}, got {n})"
        ))
    }

    /// The items of an iterable that must have just as many.
    fn unpack_items(
        &mut self,
        sequence: Ref,
        wanted: usize,
        length: Option<usize>,
    ) -> PyResult<Vec<Owned>> {
        let iterator = self.iter_to_unpack(sequence)?;
        let mut items = Vec::new();
        while items.len() < wanted {
            match self.next(iterator.get())? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        if items.len() < wanted {
            return self.too_few_to_unpack("", wanted, items, iterator);
        }
        if let Some(extra) = self.next(iterator.get())? {
            self.release(extra);
            self.release_all(items);
            self.release(iterator);
            let got = match length {
                Some(n) if self.heap.profile.errors.unpack_length => format!(", got {n}"),
                _ => String::new(),
            };
            return self.value_error(format!(
                "too many values to unpack (expected {wanted}{got})"
            ));
        }
        self.release(iterator);
        Ok(items)
    }

    // ---- f-strings ----

    pub(super) fn format_instruction(&mut self, operand: u32) -> PyResult<()> {
        let has_spec = operand & format_value::HAS_SPEC != 0;
        let value = self.peek(if has_spec { 2 } else { 1 });
        let spec: Rc<str> = match has_spec {
            true => self
                .heap
                .str_rc(self.peek(1))
                .unwrap_or_else(|| Rc::from("")),
            false => Rc::from(""),
        };
        let conversion = operand & format_value::CONVERSION_MASK;
        let shows_itself = !matches!(conversion, format_value::REPR | format_value::ASCII)
            && spec.is_empty()
            && self.heap.class_of(value) == types::STR;
        if shows_itself {
            if has_spec {
                self.drop_top();
            }
            return Ok(());
        }
        let text = match conversion {
            format_value::STR => {
                let text = self.str(value)?;
                self.format_text(text, &spec)?
            }
            format_value::REPR => {
                let text = self.repr(value)?;
                self.format_text(text, &spec)?
            }
            format_value::ASCII => {
                let text = ascii_only(&self.repr(value)?);
                self.format_text(text, &spec)?
            }
            _ => self.format(value, &spec)?,
        };
        if has_spec {
            self.drop_top();
        }
        let text = self.heap.new_str(&text);
        self.replace_top(text);
        Ok(())
    }

    fn format_text(&mut self, text: String, spec: &str) -> PyResult<String> {
        if spec.is_empty() {
            return Ok(text);
        }
        let text = self.heap.new_str(&text);
        let formatted = self.format(text.get(), spec)?;
        self.release(text);
        Ok(formatted)
    }
}

/// ascii(): what is not ASCII is escaped.
pub(crate) fn ascii_only(text: &str) -> String {
    let mut ascii = String::new();
    for c in text.chars() {
        match c as u32 {
            0..0x80 => ascii.push(c),
            code @ 0x80..0x100 => ascii.push_str(&format!("\\x{code:02x}")),
            code @ 0x100..0x10000 => ascii.push_str(&format!("\\u{code:04x}")),
            code => ascii.push_str(&format!("\\U{code:08x}")),
        }
    }
    ascii
}
