//! Calls: from operands on the evaluation stack to a running frame, or to a native's result.
//!
//! Invariant: whatever a call is made from stays on the stack, and so alive, until the call is over; how many references
//! the callee's locals add is the version's (`CallArguments`). Mirrors CPython's Objects/call.c, the CALL family of
//! Python/bytecodes.c, Objects/classobject.c (method_vectorcall) and type_call of Objects/typeobject.c.

use std::rc::Rc;

use super::frame::{Frame, OnReturn};
use super::{Args, PyResult, Vm};
use crate::heap::payload::{BuiltinKind, CodeObject, NativeId};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::CallArguments;
use crate::trace::event::FrameId;

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
}

const MAX_BUFFERED: usize = 8;

impl Vm {
    /// callable(*positional, **keywords).
    pub fn call(&mut self, callable: Ref, positional: &[Ref], keywords: &[(Ref, Ref)]) -> PyResult {
        if let Some(Payload::Builtin(body)) = self.heap.payload_of(callable)
            && (body.owner.is_none() || body.kind != BuiltinKind::Function)
        {
            // Native code calls native code with the references that it has.
            let native = body.native;
            return self.call_native(
                native,
                Args {
                    positional,
                    keywords,
                },
            );
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
        };
        self.call_and_run(callable, operands)
    }

    /// As a call from native code: runs the frame that was entered, until it returns.
    fn call_and_run(&mut self, callable: Ref, operands: Operands) -> PyResult {
        let bottom = operands.bottom;
        let floor = self.callers.len();
        match self.call_operands(callable, operands) {
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
                self.call_builtin(native, receiver, &operands)
                    .map(Called::Value)
            }
            Some(Payload::BoundMethod(body)) => {
                let (function, receiver) = (body.function, body.receiver);
                self.call_bound_method(callable, function, receiver, operands)
            }
            Some(Payload::Type(_)) => self.call_class(callable, operands),
            Some(&Payload::StaticMethod(function))
                if self.heap.profile.static_methods_are_callable =>
            {
                self.call_operands(function, operands)
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
        let code = &loaded.code;
        let is_simple = operands.names.is_empty()
            && operands.n == code.n_args as usize
            && code.n_keyword_only == 0
            && !code.has_varargs
            && !code.has_varkeywords;
        let base = if is_simple {
            self.hand_over(&operands)
        } else {
            self.bind_arguments(function, &loaded, &operands)?
        };
        self.stack.resize(base + code.slots.len(), None);
        if let Some(closure) = closure {
            self.fill_free_variables(closure, &loaded, base);
        }
        self.heap.incref(code_ref);
        let frame = Frame {
            code: loaded,
            code_ref: Some(code_ref),
            globals,
            builtins: self.builtins_dict,
            function: Some(function),
            locals: None,
            bottom: operands.bottom,
            base,
            next: 0,
            on_return: OnReturn::Push,
            object: None,
            generator: None,
            id: FrameId::MODULE,
        };
        self.enter_frame(frame)?;
        Ok(Called::Entered)
    }

    /// The arguments become the first slots of a frame, just as they stand.
    #[inline]
    fn hand_over(&mut self, operands: &Operands) -> usize {
        if operands.handover == Handover::Moved {
            return operands.first;
        }
        let base = self.stack.len();
        for index in operands.first..operands.first + operands.n {
            self.push_copy(index);
        }
        base
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
        }
    }

    fn call_object(&mut self, callable: Ref, operands: Operands) -> PyResult<Called> {
        let class = self.heap.class_of(callable);
        match self.lookup(class, self.names.call) {
            Some(method) if matches!(self.heap.payload_of(method), Some(Payload::Function(_))) => {
                self.call_through_tuple(method, callable, operands.bottom, &operands)
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

    /// A special method written in Python is called by a slot of its class: CPython puts the arguments into a tuple
    /// first, so that each has one reference more.
    pub(crate) fn call_through_tuple(
        &mut self,
        function: Ref,
        receiver: Ref,
        bottom: usize,
        operands: &Operands,
    ) -> PyResult<Called> {
        for index in operands.first..operands.first + operands.n {
            self.push_copy(index);
        }
        self.heap.incref(function);
        self.stack.push(Some(function));
        let first = self.stack.len();
        self.heap.incref(receiver);
        self.stack.push(Some(receiver));
        for index in operands.first..operands.first + operands.n {
            self.push_copy(index);
        }
        let operands = Operands {
            bottom,
            first,
            n: operands.n + 1,
            names: operands.names.clone(),
            handover: Handover::Moved,
        };
        self.call_operands(function, operands)
    }

    // ---- classes ----

    /// type.__call__(class, *positional, **keywords).
    pub(super) fn instantiate(
        &mut self,
        class: Ref,
        positional: &[Ref],
        keywords: &[(Ref, Ref)],
    ) -> PyResult {
        let bottom = self.stack.len();
        let values = keywords.iter().map(|&(_, value)| value);
        for argument in positional.iter().copied().chain(values) {
            self.stack.push(Some(argument.marked_borrowed()));
        }
        let operands = Operands {
            bottom,
            first: bottom,
            n: positional.len() + keywords.len(),
            names: keywords.iter().map(|&(name, _)| name).collect(),
            handover: Handover::Moved,
        };
        let floor = self.callers.len();
        let result = match self.make_instance(class, operands) {
            Ok(called) => self.called_value(called, floor),
            Err(unwind) => Err(unwind),
        };
        self.drop_to(bottom);
        result
    }

    fn call_class(&mut self, class: Ref, operands: Operands) -> PyResult<Called> {
        let metaclass = self.heap.class_of(class);
        if metaclass != types::TYPE
            && let Some(call) = self.lookup(metaclass, self.names.call)
            && matches!(self.heap.payload_of(call), Some(Payload::Function(_)))
        {
            return self.call_through_tuple(call, class, operands.bottom, &operands);
        }
        self.make_instance(class, operands)
    }

    /// `__new__`, then `__init__`.
    fn make_instance(&mut self, class: Ref, operands: Operands) -> PyResult<Called> {
        if class == types::TYPE && operands.n == 1 && operands.names.is_empty() {
            let object = self.argument(&operands, 0);
            let class = self.class_attribute(object);
            return Ok(Called::Value(self.heap.new_ref(class)));
        }
        let new = self.lookup(class, self.names.new);
        let init = self.lookup(class, self.names.init);
        let instance = if new.is_none() || new == self.object_new {
            self.new_plain_instance(class, new, init, &operands)?
        } else {
            self.call_new(class, new.unwrap_or(class), &operands)?
        };
        if class != self.heap.class_of(instance.get())
            && !self.heap.is_instance(instance.get(), class)
        {
            return Ok(Called::Value(instance));
        }
        let init = self.lookup(self.heap.class_of(instance.get()), self.names.init);
        match init {
            Some(init) if Some(init) != self.object_init => {
                self.call_init(class, init, instance, operands)
            }
            _ => Ok(Called::Value(instance)),
        }
    }

    /// object.__new__, as a class without a `__new__` of its own has it.
    fn new_plain_instance(
        &mut self,
        class: Ref,
        new: Option<Ref>,
        init: Option<Ref>,
        operands: &Operands,
    ) -> PyResult {
        let has_init = init.is_some() && init != self.object_init;
        if operands.n > 0 && new == self.object_new && !has_init {
            let name = self.heap.type_body(class).name.clone();
            return self.type_error(format!("{name}() takes no arguments"));
        }
        self.new_instance(class)
    }

    /// A `__new__` that is not object's: a native, or one written in Python.
    fn call_new(&mut self, class: Ref, new: Ref, operands: &Operands) -> PyResult {
        let new = match self.heap.payload_of(new) {
            Some(&Payload::StaticMethod(function)) => function,
            _ => new,
        };
        let n_positional = operands.n - operands.names.len();
        let mut positional = vec![class];
        positional.extend((0..n_positional).map(|i| self.argument(operands, i)));
        let keywords: Vec<(Ref, Ref)> = operands
            .names
            .iter()
            .enumerate()
            .map(|(i, &name)| (name, self.argument(operands, n_positional + i)))
            .collect();
        let tuple = self.copies_of(operands);
        let result = self.call(new, &positional, &keywords);
        self.release_all(tuple);
        result
    }

    fn copies_of(&mut self, operands: &Operands) -> Vec<Owned> {
        (operands.first..operands.first + operands.n)
            .map(|index| {
                let entry = self.stack[index].expect("arguments are values");
                self.heap.new_ref(entry.unmarked())
            })
            .collect()
    }

    fn call_init(
        &mut self,
        class: Ref,
        init: Ref,
        instance: Owned,
        operands: Operands,
    ) -> PyResult<Called> {
        let receiver = instance.get();
        if matches!(self.heap.payload_of(init), Some(Payload::Function(_))) {
            self.push(instance);
            let bottom = self.stack.len();
            let called = self.call_through_tuple(init, receiver, bottom, &operands)?;
            self.frame.on_return = OnReturn::Init(operands.bottom);
            return Ok(called);
        }
        let n_positional = operands.n - operands.names.len();
        let positional: Vec<Ref> = (0..n_positional)
            .map(|i| self.argument(&operands, i))
            .collect();
        let keywords: Vec<(Ref, Ref)> = operands
            .names
            .iter()
            .enumerate()
            .map(|(i, &name)| (name, self.argument(&operands, n_positional + i)))
            .collect();
        let bound = self.bind(init, receiver, class)?;
        let result = self.call(bound.get(), &positional, &keywords);
        self.release(bound);
        match result {
            Ok(none) => {
                self.release(none);
                Ok(Called::Value(instance))
            }
            Err(unwind) => {
                self.release(instance);
                Err(unwind)
            }
        }
    }
}
