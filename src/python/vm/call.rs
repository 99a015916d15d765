//! Calls: from operands on the evaluation stack to a running frame, or to a native's result.
//!
//! Invariant: whatever a call is made from stays on the stack, and so alive, until the call is over; how many references
//! the callee's locals add is the version's (`CallArguments`). Mirrors CPython's Objects/call.c, the CALL family of
//! Python/bytecodes.c, Objects/classobject.c (method_vectorcall) and type_call of Objects/typeobject.c.

use std::rc::Rc;

use super::packed::Packed;
use super::{Args, PyResult, Vm};
use crate::heap::payload::{BuiltinKind, CodeObject, NativeId};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::CallArguments;
use crate::profile::packed_calls::Packing;

/// How a call went.
pub(crate) enum Called {
    /// It is over.
    Value(Owned),
    /// A frame was entered; its result comes later.
    Entered,
}

/// Whether the operands may become the callee's locals, or are copied into them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handover {
    Copied,
    Moved,
}

/// The operands of a call on the stack: everything from `bottom` on goes when it is over; the `n` arguments stand on top,
/// from `first` on, the last of them named by `names`.
pub(crate) struct Operands {
    pub bottom: usize,
    pub first: usize,
    pub n: usize,
    pub names: Vec<Ref>,
    pub handover: Handover,
    /// They stand in a tuple and a dict already (`f(*args, **keywords)`): the call makes none.
    pub is_packed: bool,
}

pub(super) const MAX_BUFFERED: usize = 8;

impl Vm {
    /// callable(*positional, **keywords).
    pub fn call(&mut self, callable: Ref, positional: &[Ref], keywords: &[(Ref, Ref)]) -> PyResult {
        if let Some(Payload::Builtin(body)) = self.heap.payload_of(callable)
            && (body.owner.is_none() || body.kind != BuiltinKind::Function)
        {
            // Native code calls native code with the references that it has.
            let native = body.native;
            let receiver = positional.first().copied();
            if !self.suits_receiver(body, receiver) {
                return self.refuse_receiver(callable, receiver);
            }
            let result = self.call_native(
                native,
                Args {
                    positional,
                    keywords,
                },
            );
            self.after_allocation();
            return result;
        }
        let bottom = self.stack.len();
        self.heap.incref(callable);
        self.stack.push(Some(callable));
        let values = keywords.iter().map(|&(_, value)| value);
        for argument in positional.iter().copied().chain(values) {
            self.heap.incref(argument);
            self.stack.push(Some(argument));
        }
        let operands = Operands {
            bottom,
            first: bottom + 1,
            n: positional.len() + keywords.len(),
            names: keywords.iter().map(|&(name, _)| name).collect(),
            handover: Handover::Moved,
            is_packed: false,
        };
        self.call_and_run(callable, operands)
    }

    /// As a call from native code: runs the frame that was entered, until it returns.
    pub(super) fn call_and_run(&mut self, callable: Ref, operands: Operands) -> PyResult {
        let bottom = operands.bottom;
        let floor = self.callers.len();
        let called = self.call_operands(callable, operands);
        self.after_allocation();
        match called {
            Ok(Called::Entered) => {
                let result = self.run(floor);
                self.drop_to(bottom);
                result
            }
            Ok(Called::Value(value)) => {
                self.drop_to(bottom);
                Ok(value)
            }
            Err(unwind) => {
                self.drop_to(bottom);
                Err(unwind)
            }
        }
    }

    pub(crate) fn handover(&self) -> Handover {
        match self.heap.profile.call_arguments {
            CallArguments::Copied => Handover::Copied,
            CallArguments::Moved => Handover::Moved,
        }
    }

    /// Calls what is callable, with operands on the stack.
    pub(crate) fn call_operands(&mut self, callable: Ref, operands: Operands) -> PyResult<Called> {
        match self.heap.payload_of(callable) {
            Some(Payload::Function(_)) => self.call_function(callable, operands),
            Some(Payload::Builtin(body)) => {
                let (native, owner) = (body.native, body.owner);
                let receiver = owner.filter(|_| body.kind == BuiltinKind::Function);
                let n_positional = operands.n - operands.names.len();
                let first = (n_positional > 0).then(|| self.argument(&operands, 0));
                if !self.suits_receiver(body, first) {
                    return self.refuse_receiver(callable, first);
                }
                let packed = self.packed_for_builtin(callable, &operands);
                self.count_packed(packed);
                let result = self.call_builtin(native, receiver, &operands);
                self.uncount_packed(packed);
                result.map(Called::Value)
            }
            Some(Payload::BoundMethod(body)) => {
                let (function, receiver) = (body.function, body.receiver);
                self.call_bound_method(callable, function, receiver, operands)
            }
            Some(Payload::Type(_)) => self.call_class(callable, operands),
            Some(Payload::StaticMethod(body)) if self.heap.profile.static_methods_are_callable => {
                self.call_operands(body.function, operands)
            }
            _ => self.call_object(callable, operands),
        }
    }

    // ---- Python functions ----

    fn call_function(&mut self, function: Ref, operands: Operands) -> PyResult<Called> {
        let Payload::Function(body) = self.heap.payload(function) else {
            panic!("call_function wants a function");
        };
        let (code_ref, globals, closure) = (body.code, body.globals, body.closure);
        let Payload::Code(loaded) = self.heap.payload(code_ref) else {
            panic!("a function's code is a code object");
        };
        let loaded = loaded.clone();
        let is_plain = operands.names.is_empty() && loaded.n_plain_args == Some(operands.n as u32);
        let base = if is_plain {
            self.hand_over(operands.handover, operands.first, operands.n)
        } else {
            self.bind_arguments(function, &loaded, &operands)?
        };
        if let Some(closure) = closure {
            self.stack.resize(base + loaded.code.slots.len(), None);
            self.fill_free_variables(closure, &loaded, base);
        }
        self.enter_function(function, code_ref, globals, operands.bottom, base)?;
        Ok(Called::Entered)
    }

    /// Pushes a counted copy of the entry at that index.
    #[inline]
    pub(crate) fn push_copy(&mut self, index: usize) {
        let entry = self.stack[index].expect("arguments are values").unmarked();
        self.heap.incref(entry);
        self.stack.push(Some(entry));
    }

    fn fill_free_variables(&mut self, closure: Ref, loaded: &Rc<CodeObject>, base: usize) {
        let code = &loaded.code;
        let first = base + code.slots.len() - code.n_free as usize;
        for i in 0..code.n_free as usize {
            let cell = self
                .heap
                .tuple(closure)
                .and_then(|cells| cells.get(i).copied());
            if let Some(cell) = cell {
                self.heap.incref(cell);
            }
            self.stack[first + i] = cell;
        }
    }

    // ---- natives ----

    /// What a call of a native packs the arguments into.
    #[inline]
    fn packed_for_builtin(&self, callable: Ref, operands: &Operands) -> Packed {
        let Payload::Builtin(body) = self.heap.payload(callable) else {
            return Packed::NOTHING;
        };
        let packing = self.packings[body.native.0 as usize];
        let class = self.heap.class_of(callable);
        let is_slot = class == types::WRAPPER_DESCRIPTOR || class == types::METHOD_WRAPPER;
        if (packing == Packing::None && !is_slot) || operands.is_packed {
            return Packed::NOTHING;
        }
        let n_keywords = operands.names.len();
        let n = operands.n - n_keywords;
        if packing == Packing::NewOfRest {
            return Packed::arguments(n.saturating_sub(1), n_keywords);
        }
        if class == types::WRAPPER_DESCRIPTOR || packing == Packing::New {
            // The receiver, or the class, is taken off by copying the rest into another tuple.
            return Packed::arguments(n, n_keywords).with_rest(n.saturating_sub(1));
        }
        match packing {
            Packing::Positional => {
                // A method that was not bound finds its receiver among the operands.
                let n_receivers = usize::from(body.kind != BuiltinKind::Function);
                Packed::arguments(n.saturating_sub(n_receivers), 0)
            }
            _ if is_slot => Packed::arguments(n, n_keywords),
            _ => {
                let n_receivers = usize::from(body.kind != BuiltinKind::Function);
                Packed::arguments(n.saturating_sub(n_receivers), n_keywords)
            }
        }
    }

    fn call_builtin(
        &mut self,
        native: NativeId,
        receiver: Option<Ref>,
        operands: &Operands,
    ) -> PyResult {
        let n_keywords = operands.names.len();
        let n_positional = operands.n - n_keywords;
        let keywords: Vec<(Ref, Ref)> = operands
            .names
            .iter()
            .enumerate()
            .map(|(i, &name)| (name, self.argument(operands, n_positional + i)))
            .collect();
        let n = n_positional + usize::from(receiver.is_some());
        if n <= MAX_BUFFERED {
            let mut buffer = [Ref::NONE; MAX_BUFFERED];
            self.gather(operands, receiver, &mut buffer[..n]);
            let args = Args {
                positional: &buffer[..n],
                keywords: &keywords,
            };
            return self.call_native(native, args);
        }
        let mut buffer = vec![Ref::NONE; n];
        self.gather(operands, receiver, &mut buffer);
        let args = Args {
            positional: &buffer,
            keywords: &keywords,
        };
        self.call_native(native, args)
    }

    #[inline]
    pub(crate) fn argument(&self, operands: &Operands, i: usize) -> Ref {
        self.stack[operands.first + i]
            .expect("arguments are values")
            .unmarked()
    }

    #[inline]
    fn gather(&self, operands: &Operands, receiver: Option<Ref>, buffer: &mut [Ref]) {
        let shift = usize::from(receiver.is_some());
        if let Some(receiver) = receiver {
            buffer[0] = receiver;
        }
        for (i, place) in buffer[shift..].iter_mut().enumerate() {
            *place = self.argument(operands, i);
        }
    }

    // ---- bound methods and callable objects ----

    fn call_bound_method(
        &mut self,
        method: Ref,
        function: Ref,
        receiver: Ref,
        mut operands: Operands,
    ) -> PyResult<Called> {
        let place = operands.first - 1;
        let is_plain = operands.first > operands.bottom
            && self.stack[place].map(Ref::unmarked) == Some(method);
        if operands.handover == Handover::Moved && is_plain {
            // The method object gives way to its function and receiver.
            self.heap.incref(function);
            self.heap.incref(receiver);
            let entry = self.stack[place].replace(function);
            self.stack.insert(operands.first, Some(receiver));
            operands.n += 1;
            if let Some(entry) = entry {
                self.close(entry);
            }
            return self.call_operands(function, operands);
        }
        let prepended = self.prepend(receiver, &operands);
        self.call_operands(function, prepended)
    }

    /// The same operands with a receiver before them, above the old ones: nothing is counted where the arguments are
    /// copied into locals anyway, else the copies are.
    fn prepend(&mut self, receiver: Ref, operands: &Operands) -> Operands {
        let first = self.stack.len();
        let is_moved = operands.handover == Handover::Moved;
        if is_moved {
            self.heap.incref(receiver);
            self.stack.push(Some(receiver));
        } else {
            self.stack.push(Some(receiver.marked_borrowed()));
        }
        for index in operands.first..operands.first + operands.n {
            if is_moved {
                self.push_copy(index);
            } else {
                let entry = self.stack[index].expect("arguments are values");
                self.stack.push(Some(entry.marked_borrowed()));
            }
        }
        Operands {
            bottom: operands.bottom,
            first,
            n: operands.n + 1,
            names: operands.names.clone(),
            handover: operands.handover,
            is_packed: false,
        }
    }

    fn call_object(&mut self, callable: Ref, operands: Operands) -> PyResult<Called> {
        let class = self.heap.class_of(callable);
        match self.lookup(class, self.names.call) {
            Some(method) if matches!(self.heap.payload_of(method), Some(Payload::Function(_))) => {
                let packed = self.packed_for(&operands);
                self.count_packed(packed);
                let called = self.call_through_tuple(method, callable, operands.bottom, &operands);
                self.keep_packed(packed, called)
            }
            Some(method) if self.is_method_descriptor(method) => {
                // The type's tp_call itself, not its wrapper.
                let mut prepended = self.prepend(callable, &operands);
                prepended.is_packed = true;
                self.call_operands(method, prepended)
            }
            Some(method) => {
                let bound = self.bind(method, callable, class)?;
                self.stack.push(Some(bound.get()));
                let bound = bound.into_counted();
                let first = self.stack.len();
                for index in operands.first..operands.first + operands.n {
                    self.push_copy(index);
                }
                let operands = Operands { first, ..operands };
                self.call_operands(bound, operands)
            }
            None => {
                let name = self.heap.class_name(callable);
                self.type_error(format!("'{name}' object is not callable"))
            }
        }
    }

    pub(super) fn is_method_descriptor(&self, method: Ref) -> bool {
        matches!(
            self.heap.payload_of(method),
            Some(Payload::Builtin(body)) if body.kind == BuiltinKind::MethodDescriptor
        )
    }

    /// A special method written in Python is called by a slot of its class: CPython puts the arguments into a tuple
    /// first, so that each has one reference more.
    pub(crate) fn call_through_tuple(
        &mut self,
        function: Ref,
        receiver: Ref,
        bottom: usize,
        operands: &Operands,
    ) -> PyResult<Called> {
        let first = self.push_init_operands(function, receiver, operands.first, operands.n);
        let operands = Operands {
            bottom,
            first,
            n: operands.n + 1,
            names: operands.names.clone(),
            handover: Handover::Moved,
            is_packed: false,
        };
        // The dict of keywords is taken apart for the Python function.
        let names = Packed::names(operands.names.len());
        self.count_packed(names);
        let called = self.call_operands(function, operands);
        self.keep_packed(names, called)
    }
}
