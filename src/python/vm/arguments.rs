//! Binding of arguments to parameters where names, defaults or stars take part.
//!
//! Mirrors initialize_locals and its errors (too_many_positional, missing_arguments) of CPython's Python/ceval.c.

use std::rc::Rc;

use super::call::{Handover, Operands};
use super::{PyResult, Vm};
use crate::heap::payload::CodeObject;
use crate::heap::{Payload, Ref, types};
use crate::python::code::Code;

/// A frame's slots in the making: counted references, or marked ones.
type Slots = Vec<Option<Ref>>;

impl Vm {
    /// Binds the operands; the slots then stand on the stack from the returned position on.
    pub(crate) fn bind_arguments(
        &mut self,
        function: Ref,
        loaded: &Rc<CodeObject>,
        operands: &Operands,
    ) -> PyResult<usize> {
        let code = &loaded.code;
        let n_positional = operands.n - operands.names.len();
        let arguments = self.take_arguments(operands);
        let (positional, named) = arguments.split_at(n_positional);
        let mut slots: Slots = vec![None; code.slots.len()];
        let bound = self.bind_all(
            function,
            code,
            positional,
            named,
            &operands.names,
            &mut slots,
        );
        if let Err(unwind) = bound {
            for entry in slots.into_iter().flatten() {
                self.close(entry);
            }
            return Err(unwind);
        }
        let base = self.stack.len();
        self.stack.extend(slots);
        Ok(base)
    }

    /// The arguments as entries of their own.
    fn take_arguments(&mut self, operands: &Operands) -> Vec<Ref> {
        if operands.handover == Handover::Moved {
            return self
                .stack
                .split_off(operands.first)
                .into_iter()
                .flatten()
                .collect();
        }
        let range = operands.first..operands.first + operands.n;
        let entries: Vec<Ref> = self.stack[range].iter().flatten().copied().collect();
        entries
            .into_iter()
            .map(|entry| self.heap.new_ref(entry.unmarked()).into_counted())
            .collect()
    }

    fn bind_all(
        &mut self,
        function: Ref,
        code: &Code,
        positional: &[Ref],
        named: &[Ref],
        names: &[Ref],
        slots: &mut Slots,
    ) -> PyResult<()> {
        let n_args = code.n_args as usize;
        let n_direct = positional.len().min(n_args);
        for (slot, &argument) in slots.iter_mut().zip(&positional[..n_direct]) {
            *slot = Some(argument);
        }
        let n_named_parameters = n_args + code.n_keyword_only as usize;
        let rest = &positional[n_direct..];
        let mut keywords = None;
        if code.has_varkeywords {
            let dict = self.heap.new_dict().into_counted();
            slots[n_named_parameters + usize::from(code.has_varargs)] = Some(dict);
            keywords = Some(dict);
        }
        let mut problem = None;
        if code.has_varargs {
            let mut items = Vec::with_capacity(rest.len());
            for &entry in rest {
                items.push(self.own(entry).into_counted());
            }
            slots[n_named_parameters] = Some(self.heap.new_tuple(items).into_counted());
        } else if !rest.is_empty() {
            for &entry in rest {
                self.close(entry);
            }
            problem = Some(positional.len());
        }
        for (i, (&name, &value)) in names.iter().zip(named).enumerate() {
            if let Err(unwind) =
                self.bind_keyword(function, code, name, value, names, keywords, slots)
            {
                for &unbound in &named[i + 1..] {
                    self.close(unbound);
                }
                return Err(unwind);
            }
        }
        if let Some(given) = problem {
            return self.too_many_positional(function, code, given, slots);
        }
        self.fill_defaults(function, code, positional.len(), slots)?;
        self.fill_keyword_defaults(function, code, slots)
    }

    #[allow(clippy::too_many_arguments)] // All are the state of one binding.
    fn bind_keyword(
        &mut self,
        function: Ref,
        code: &Code,
        name: Ref,
        value: Ref,
        names: &[Ref],
        keywords: Option<Ref>,
        slots: &mut Slots,
    ) -> PyResult<()> {
        let Some(text) = self.heap.str_rc(name) else {
            self.close(value);
            return self.type_error("keywords must be strings");
        };
        let n_named = (code.n_args + code.n_keyword_only) as usize;
        let first = code.n_positional_only as usize;
        let found = code.slots[first..n_named]
            .iter()
            .position(|parameter| **parameter == *text)
            .map(|position| position + first);
        if let Some(position) = found {
            if slots[position].is_some() {
                self.close(value);
                let called = self.called_name(function);
                return self.type_error(format!(
                    "{called}() got multiple values for argument '{text}'"
                ));
            }
            slots[position] = Some(value);
            return Ok(());
        }
        if let Some(keywords) = keywords {
            let value = self.own(value).into_counted();
            if let Some(old) = self.heap.dict_set_name(keywords, name, value) {
                self.release_ref(old);
            }
            return Ok(());
        }
        self.close(value);
        self.unexpected_keyword(function, code, &text, names)
    }

    fn unexpected_keyword(
        &mut self,
        function: Ref,
        code: &Code,
        text: &str,
        names: &[Ref],
    ) -> PyResult<()> {
        let called = self.called_name(function);
        let mut only: Vec<Rc<str>> = Vec::new();
        for parameter in &code.slots[..code.n_positional_only as usize] {
            let is_given = names
                .iter()
                .any(|&name| self.heap.as_str(name) == Some(parameter));
            if is_given {
                only.push(parameter.clone());
            }
        }
        if only.is_empty() {
            return self.type_error(format!(
                "{called}() got an unexpected keyword argument '{text}'"
            ));
        }
        self.type_error(format!(
            "{called}() got some positional-only arguments passed as keyword arguments: '{}'",
            only.join(", ")
        ))
    }

    fn fill_defaults(
        &mut self,
        function: Ref,
        code: &Code,
        n_given: usize,
        slots: &mut Slots,
    ) -> PyResult<()> {
        let n_args = code.n_args as usize;
        if n_given >= n_args {
            return Ok(());
        }
        let Payload::Function(body) = self.heap.payload(function) else {
            return Ok(());
        };
        let defaults: Vec<Ref> = body
            .defaults
            .and_then(|defaults| self.heap.tuple(defaults))
            .map_or(Vec::new(), <[Ref]>::to_vec);
        let n_required = n_args - defaults.len().min(n_args);
        let missing: Vec<Rc<str>> = (n_given..n_required)
            .filter(|&i| slots[i].is_none())
            .map(|i| code.slots[i].clone())
            .collect();
        if !missing.is_empty() {
            return self.missing_arguments(function, "positional", &missing);
        }
        for i in n_given.max(n_required)..n_args {
            if slots[i].is_none() {
                let value = defaults[i - n_required];
                self.heap.incref(value);
                slots[i] = Some(value);
            }
        }
        Ok(())
    }

    fn fill_keyword_defaults(
        &mut self,
        function: Ref,
        code: &Code,
        slots: &mut Slots,
    ) -> PyResult<()> {
        let n_args = code.n_args as usize;
        let mut missing = Vec::new();
        let keyword_only = slots.iter_mut().zip(&code.slots).skip(n_args);
        for (slot, name) in keyword_only.take(code.n_keyword_only as usize) {
            if slot.is_some() {
                continue;
            }
            let Payload::Function(body) = self.heap.payload(function) else {
                return Ok(());
            };
            let value = body
                .keyword_defaults
                .and_then(|dict| self.heap.dict_get_text(dict, name));
            match value {
                Some(value) => {
                    self.heap.incref(value);
                    *slot = Some(value);
                }
                None => missing.push(name.clone()),
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        self.missing_arguments(function, "keyword-only", &missing)
    }

    fn missing_arguments(
        &mut self,
        function: Ref,
        kind: &str,
        missing: &[Rc<str>],
    ) -> PyResult<()> {
        let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let called = self.called_name(function);
        let n = missing.len();
        let plural = if n == 1 { "" } else { "s" };
        self.type_error(format!(
            "{called}() missing {n} required {kind} argument{plural}: {list}"
        ))
    }

    fn too_many_positional(
        &mut self,
        function: Ref,
        code: &Code,
        n_given: usize,
        slots: &Slots,
    ) -> PyResult<()> {
        let n_args = code.n_args as usize;
        let Payload::Function(body) = self.heap.payload(function) else {
            return Ok(());
        };
        let n_defaults = body
            .defaults
            .and_then(|defaults| self.heap.tuple(defaults))
            .map_or(0, <[Ref]>::len);
        let (signature, is_plural) = if n_defaults > 0 {
            (format!("from {} to {n_args}", n_args - n_defaults), true)
        } else {
            (n_args.to_string(), n_args != 1)
        };
        let n_keyword_only = slots[n_args..n_args + code.n_keyword_only as usize]
            .iter()
            .flatten()
            .count();
        let also = match n_keyword_only {
            0 => String::new(),
            n => format!(
                " positional argument{} (and {n} keyword-only argument{})",
                if n_given == 1 { "" } else { "s" },
                if n == 1 { "" } else { "s" }
            ),
        };
        let was = if n_given == 1 && n_keyword_only == 0 {
            "was"
        } else {
            "were"
        };
        let called = self.called_name(function);
        self.raise(
            types::TYPE_ERROR,
            format!(
                "{called}() takes {signature} positional argument{} but {n_given}{also} {was} given",
                if is_plural { "s" } else { "" }
            ),
        )
    }

    /// The function's name in errors about its arguments.
    fn called_name(&self, function: Ref) -> Rc<str> {
        let Payload::Function(body) = self.heap.payload(function) else {
            return Rc::from("?");
        };
        let name = if self.heap.profile.errors.qualified_functions {
            body.qualname
        } else {
            body.name
        };
        self.heap.str_rc(name).unwrap_or_else(|| Rc::from("?"))
    }
}
