//! What match asks of a subject: is it a sequence, a mapping, an instance; which keys and attributes it has.
//!
//! Mirrors MATCH_SEQUENCE and its kind, match_keys and match_class of CPython's Python/ceval.c.

use std::rc::Rc;

use super::{PyResult, Unwind, Vm};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins;
use crate::python::builtins::{exceptions, memoryview, value};
use crate::python::code::Op;

impl Vm {
    /// Runs one of the instructions of a match statement.
    pub(super) fn match_instruction(&mut self, op: Op, arg: usize) -> PyResult<()> {
        let subject = self.peek(1);
        let value = match op {
            Op::GetLen => {
                let n = self.len(subject)?;
                self.heap.new_int(n as i64)
            }
            Op::MatchSequence => {
                let is_so = self.is_sequence(subject);
                self.bool(is_so)
            }
            Op::MatchMapping => {
                let is_so = self.is_mapping(subject);
                self.bool(is_so)
            }
            Op::MatchKeys => {
                let (subject, keys) = (self.peek(2), self.peek(1));
                self.match_keys(subject, keys)?
            }
            _ => {
                let (subject, class, names) = (self.peek(3), self.peek(2), self.peek(1));
                let found = self.match_class(subject, class, arg, names)?;
                for _ in 0..3 {
                    let used = self.pop();
                    self.release(used);
                }
                found.unwrap_or_else(|| self.none())
            }
        };
        self.push(value);
        Ok(())
    }

    /// Py_TPFLAGS_SEQUENCE: no text, no bytes.
    fn is_sequence(&self, object: Ref) -> bool {
        let heap = &self.heap;
        heap.list(object).is_some()
            || heap.tuple(object).is_some()
            || matches!(heap.payload_of(object), Some(Payload::Range(_)))
            || memoryview::bytes(heap, object).is_some()
            || &*heap.short_class_name(object) == "deque"
    }

    fn is_mapping(&self, object: Ref) -> bool {
        self.heap.dict(object).is_some()
            || matches!(self.heap.payload_of(object), Some(Payload::View(view)) if view.part.is_none())
    }

    /// A tuple of the keys' values; None when one is missing.
    fn match_keys(&mut self, subject: Ref, keys: Ref) -> PyResult {
        let keys = self.heap.tuple(keys).unwrap_or(&[]).to_vec();
        let mut values: Vec<Owned> = Vec::with_capacity(keys.len());
        for (at, &key) in keys.iter().enumerate() {
            for &earlier in &keys[..at] {
                if self.equal(earlier, key)? {
                    let shown = self.repr(key)?;
                    return self
                        .value_error(format!("mapping pattern checks duplicate key ({shown})"));
                }
            }
            match self.value_of_key(subject, key)? {
                Some(value) => values.push(value),
                None => {
                    value::release_all(self, values);
                    return Ok(self.none());
                }
            }
        }
        Ok(self.heap.new_tuple(value::into_counted(values)))
    }

    /// As the mapping's get() says: no `__missing__`.
    fn value_of_key(&mut self, subject: Ref, key: Ref) -> PyResult<Option<Owned>> {
        if self.heap.dict(subject).is_some() && !builtins::overrides(self, subject, "get") {
            return self.dict_get(subject, key);
        }
        let missing = self.heap.alloc(types::OBJECT, Payload::Object);
        let get = self.get_attribute_text(subject, "get")?;
        let value = self.call(get.get(), &[key, missing.get()], &[]);
        self.release(get);
        let value = value?;
        let is_missing = value.get() == missing.get();
        self.release(missing);
        if is_missing {
            self.release(value);
            return Ok(None);
        }
        Ok(Some(value))
    }

    /// A tuple of the attributes that the pattern names, the first `n` by position; none when it does not fit.
    fn match_class(
        &mut self,
        subject: Ref,
        class: Ref,
        n: usize,
        names: Ref,
    ) -> PyResult<Option<Owned>> {
        if self.heap.type_body_opt(class).is_none() {
            let message = self.heap.profile.texts.pattern_is_no_class;
            return self.type_error(message);
        }
        if !builtins::attribute_functions::is_instance(self, subject, class)? {
            return Ok(None);
        }
        let mut attributes: Vec<Owned> = Vec::new();
        let mut seen: Vec<Rc<str>> = Vec::new();
        let mut wanted: Vec<Ref> = Vec::new();
        let mut match_args = None;
        if n > 0 {
            let found = builtins::attribute_or_none(self, class, "__match_args__")?;
            let matches_itself = found.is_none() && self.matches_itself(class);
            let positional = self.positional_names(class, found.as_ref(), matches_itself, n)?;
            if matches_itself {
                attributes.push(self.heap.new_ref(subject));
            } else {
                wanted.extend(positional);
            }
            match_args = found;
        }
        wanted.extend(self.heap.tuple(names).unwrap_or(&[]));
        let mut fits = true;
        for name in wanted {
            match self.match_attribute(subject, class, name, &mut seen)? {
                Some(value) => attributes.push(value),
                None => {
                    fits = false;
                    break;
                }
            }
        }
        value::release_all(self, match_args.into_iter().collect());
        if !fits {
            value::release_all(self, attributes);
            return Ok(None);
        }
        let attributes = value::into_counted(attributes);
        Ok(Some(self.heap.new_tuple(attributes)))
    }

    /// The first names of `__match_args__`, checked.
    fn positional_names(
        &mut self,
        class: Ref,
        match_args: Option<&Owned>,
        matches_itself: bool,
        n: usize,
    ) -> PyResult<Vec<Ref>> {
        let class_name = self.heap.type_body(class).name.clone();
        let names = match match_args {
            Some(found) => match self.heap.tuple(found.get()) {
                Some(names) => names.to_vec(),
                None => {
                    let found = self.heap.class_name(found.get());
                    return self.type_error(format!(
                        "{class_name}.__match_args__ must be a tuple (got {found})"
                    ));
                }
            },
            None => Vec::new(),
        };
        let allowed = if matches_itself { 1 } else { names.len() };
        if allowed < n {
            let plural = if allowed == 1 { "" } else { "s" };
            return self.type_error(format!(
                "{class_name}() accepts {allowed} positional sub-pattern{plural} ({n} given)"
            ));
        }
        let names: Vec<Ref> = names.into_iter().take(n).collect();
        for &name in &names {
            if self.heap.as_str(name).is_none() {
                let found = self.heap.class_name(name);
                return self.type_error(format!(
                    "__match_args__ elements must be strings (got {found})"
                ));
            }
        }
        Ok(names)
    }

    /// `int(x)` captures the int itself: _Py_TPFLAGS_MATCH_SELF.
    fn matches_itself(&self, class: Ref) -> bool {
        const CLASSES: [Ref; 10] = [
            types::BOOL,
            types::BYTES,
            types::DICT,
            types::FLOAT,
            types::FROZENSET,
            types::INT,
            types::LIST,
            types::SET,
            types::STR,
            types::TUPLE,
        ];
        CLASSES
            .iter()
            .any(|&known| self.heap.is_subclass(class, known))
            || self
                .heap
                .mro(class)
                .iter()
                .any(|&base| &*self.heap.type_body(base).name == "bytearray")
    }

    fn match_attribute(
        &mut self,
        subject: Ref,
        class: Ref,
        name: Ref,
        seen: &mut Vec<Rc<str>>,
    ) -> PyResult<Option<Owned>> {
        let text = self.heap.str_rc(name).unwrap_or_default();
        if seen.contains(&text) {
            let class = self.heap.type_body(class).name.clone();
            return self.type_error(format!(
                "{class}() got multiple sub-patterns for attribute '{text}'"
            ));
        }
        seen.push(text);
        match self.get_attribute(subject, name) {
            Ok(value) => Ok(Some(value)),
            Err(error @ Unwind::Raised(_)) => {
                exceptions::catch(self, error, types::ATTRIBUTE_ERROR).map(|()| None)
            }
            Err(stopped) => Err(stopped),
        }
    }
}
