//! Calls whose arguments are unpacked: `f(*args, **kwargs)`.
//! Mirrors CALL_FUNCTION_EX of CPython's Python/bytecodes.c.

use super::call::{Called, Handover, Operands};
use super::eval::Flow;
use super::packed::Packed;
use super::{PyResult, Vm};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;

impl Vm {
    pub(super) fn call_ex(&mut self, has_mapping: bool) -> PyResult<Flow> {
        let extra = usize::from(has_mapping);
        let bottom = self.stack.len() - 2 - extra;
        let callable = self.peek(2 + extra);
        if self.heap.profile.call_ex_keeps_sequence {
            let sequence = self.heap.new_ref(self.peek(1 + extra)).into_counted();
            self.stack.insert(bottom, Some(sequence));
        }
        self.positional_as_tuple(1 + extra, callable)?;
        let tuple = self.peek(1 + extra);
        let positional: Vec<Ref> = self.heap.tuple(tuple).map_or(Vec::new(), <[Ref]>::to_vec);
        let mut names = Vec::new();
        let mut values = Vec::new();
        if has_mapping {
            self.mapping_as_dict(callable)?;
            let mapping = self.peek(1);
            for (key, value) in self
                .heap
                .dict(mapping)
                .map_or(Vec::new(), |d| d.iter().collect())
            {
                names.push(key);
                values.push(value);
            }
        }
        if names.iter().any(|&name| self.heap.as_str(name).is_none()) {
            let name = self.keywords_owner(callable)?;
            return self.type_error(format!("{name}keywords must be strings"));
        }
        let n = positional.len() + values.len();
        let is_python = matches!(self.heap.payload_of(callable), Some(Payload::Function(_)));
        let keeps_tuple = self.heap.profile.call_ex_keeps_tuple;
        // Up to 3.11 a mapping's values are copied to pass them on, and copied again into the callee's locals.
        let handover = if keeps_tuple && !names.is_empty() {
            Handover::Copied
        } else {
            Handover::Moved
        };
        let first = self.stack.len();
        for &value in positional.iter().chain(&values) {
            if is_python {
                self.heap.incref(value);
                self.stack.push(Some(value));
            } else {
                self.stack.push(Some(value.marked_borrowed()));
            }
        }
        let mut operands = Operands {
            bottom,
            first,
            n,
            names,
            handover,
            is_packed: true,
        };
        if !is_python {
            return self.finish_call(callable, operands);
        }
        // The names of keywords stand in a tuple, which the call keeps until it is over, or until they are bound.
        let packed = Packed::names(operands.names.len());
        self.count_packed(packed);
        if keeps_tuple {
            let flow = self.finish_call(callable, operands);
            if flow.is_ok() {
                self.frame.packed = self.frame.packed.with(packed);
            } else {
                self.uncount_packed(packed);
            }
            return flow;
        }
        let gone = self.take_call_ex_operands(bottom, &mut operands);
        let flow = self.finish_call(callable, operands);
        self.uncount_packed(packed);
        for entry in gone.into_iter().flatten() {
            self.close(entry);
        }
        flow
    }

    /// The arguments move into the callee's frame: tuple and mapping go once they are bound, before it runs.
    fn take_call_ex_operands(
        &mut self,
        bottom: usize,
        operands: &mut Operands,
    ) -> Vec<Option<Ref>> {
        let gone = self.stack.drain(bottom + 1..operands.first).collect();
        operands.first = bottom + 1;
        gone
    }

    fn positional_as_tuple(&mut self, depth: usize, callable: Ref) -> PyResult<()> {
        let iterable = self.peek(depth);
        if matches!(self.heap.payload_of(iterable), Some(Payload::Tuple(_))) {
            return Ok(());
        }
        if self.heap.class_of(iterable) == types::LIST {
            // As it stands: no iterator.
            let items = self.heap.list(iterable).unwrap_or(&[]).to_vec();
            for &item in &items {
                self.heap.incref(item);
            }
            let tuple = self.heap.new_tuple(items);
            let at = self.stack.len() - depth;
            if let Some(old) = self.stack[at].replace(tuple.into_counted()) {
                self.close(old);
            }
            return Ok(());
        }
        let items = match self.iter(iterable) {
            Ok(iterator) => {
                let items = self.collect_iterable(iterator.get())?;
                self.release(iterator);
                items
            }
            Err(super::Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::TYPE_ERROR)
                    && !self.is_meant_to_be_iterated(iterable) =>
            {
                self.release(error);
                let name = self.heap.class_name(iterable);
                let function = self.callable_text(callable)?;
                let text = self.heap.profile.texts.starred_argument;
                return self.type_error(fill(text, &[&function, &name]));
            }
            Err(other) => return Err(other),
        };
        let tuple = self
            .heap
            .new_tuple(items.into_iter().map(Owned::into_counted).collect());
        let at = self.stack.len() - depth;
        let old = self.stack[at].replace(tuple.into_counted());
        if let Some(old) = old {
            self.close(old);
        }
        Ok(())
    }

    fn mapping_as_dict(&mut self, callable: Ref) -> PyResult<()> {
        let mapping = self.peek(1);
        if matches!(self.heap.payload_of(mapping), Some(Payload::Dict(_))) {
            return Ok(());
        }
        let dict = self.heap.new_dict();
        self.merge_mapping(dict.get(), mapping, Some(callable))?;
        self.replace_top(dict);
        Ok(())
    }

    /// As the instruction Call, for natives that got their operands otherwise.
    pub(crate) fn called_value(&mut self, called: Called, floor: usize) -> PyResult {
        match called {
            Called::Value(value) => Ok(value),
            Called::Entered => self.run(floor),
        }
    }
}
