//! Plain calls: those that most programs make most of the time, without keyword arguments.
//!
//! In: a callable and arguments on the evaluation stack. Out: a running frame or a native's result, with the same
//! references and counts as the general way of [`super::call`] has, or the answer that the call is not one of these.
//! Mirrors what CPython's Python/specialize.c makes of CALL.

use std::rc::Rc;

use super::call::{Handover, MAX_BUFFERED};
use super::frame::{Frame, OnReturn};
use super::packed::Packed;
use super::{Args, PyResult, Vm};
use crate::heap::payload::BuiltinKind;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::CallArguments;
use crate::profile::packed_calls::Packing;
use crate::trace::event::FrameId;

/// How a plain call went.
pub(super) enum Plainly {
    /// A frame was entered.
    Entered,
    Value(Owned),
    /// It is no plain call; nothing has happened.
    No,
}

impl Vm {
    /// Calls the function with the `n` arguments on the stack from `first` on.
    #[inline]
    pub(super) fn call_plainly(
        &mut self,
        function: Ref,
        bottom: usize,
        first: usize,
        n: usize,
    ) -> PyResult<Plainly> {
        match self.heap.payload_of(function) {
            Some(Payload::Function(body)) => {
                let (code, globals) = (body.code, body.globals);
                if body.closure.is_some() || !self.takes_plainly(code, n) {
                    return Ok(Plainly::No);
                }
                let base = self.hand_over(self.handover(), first, n);
                self.enter_function(function, code, globals, bottom, base)?;
                Ok(Plainly::Entered)
            }
            Some(Payload::Builtin(_)) => self.call_builtin_plainly(function, first, n),
            Some(Payload::Type(_)) => self.call_class_plainly(function, bottom, first, n),
            _ => Ok(Plainly::No),
        }
    }

    /// Whether the code needs no more than a place for each of `n` arguments.
    #[inline]
    fn takes_plainly(&self, code: Ref, n: usize) -> bool {
        match self.heap.payload(code) {
            Payload::Code(code) => code.n_plain_args == Some(n as u32),
            _ => false,
        }
    }

    /// The arguments become the first slots of a frame, just as they stand.
    #[inline]
    pub(super) fn hand_over(&mut self, handover: Handover, first: usize, n: usize) -> usize {
        if handover == Handover::Moved {
            return first;
        }
        let base = self.stack.len();
        for index in first..first + n {
            self.push_copy(index);
        }
        base
    }

    /// The arguments stand at `base`: enters the function's frame.
    #[inline(always)]
    pub(super) fn enter_function(
        &mut self,
        function: Ref,
        code_ref: Ref,
        globals: Ref,
        bottom: usize,
        base: usize,
    ) -> PyResult<()> {
        let frame = self.prepare_frame(function, code_ref, globals, bottom, base);
        self.enter_prepared_frame(frame)
    }

    /// A frame for the function's code, and places on the stack for its locals.
    #[inline(always)]
    fn prepare_frame(
        &mut self,
        function: Ref,
        code_ref: Ref,
        globals: Ref,
        bottom: usize,
        base: usize,
    ) -> Box<Frame> {
        let mut frame = self.spare_frame();
        if let Payload::Code(code) = self.heap.payload(code_ref)
            && !Rc::ptr_eq(&frame.code, code)
        {
            frame.code = code.clone();
        }
        let top = base + frame.n_slots();
        while self.stack.len() < top {
            self.stack.push(None);
        }
        self.heap.incref(code_ref);
        frame.code_ref = Some(code_ref);
        frame.globals = globals;
        frame.builtins = self.builtins_dict;
        frame.function = Some(function);
        frame.locals = None;
        frame.bottom = bottom as u32;
        frame.base = base as u32;
        frame.next = 0;
        frame.on_return = OnReturn::Push;
        frame.packed = Packed::NOTHING;
        frame.object = None;
        frame.generator = None;
        frame.id = FrameId::MODULE;
        frame
    }

    /// Call, where a plain function is called and nothing else is to be done on the way. False: nothing has happened.
    #[inline(never)]
    pub(super) fn call_quickly(&mut self, n: usize) -> bool {
        let callable = self.stack.len() - n - 1;
        self.enter_quickly(callable, callable, n)
    }

    /// CallMethod, likewise.
    #[inline(never)]
    pub(super) fn call_method_quickly(&mut self, n: usize) -> bool {
        let bottom = self.stack.len() - n - 2;
        if self.stack[bottom].is_none() {
            return self.enter_quickly(bottom, bottom + 1, n);
        }
        self.enter_quickly(bottom, bottom, n + 1)
    }

    #[inline(always)]
    fn enter_quickly(&mut self, bottom: usize, callable: usize, n: usize) -> bool {
        let Some(function) = self.stack[callable].map(Ref::unmarked) else {
            return false;
        };
        let Some(Payload::Function(body)) = self.heap.payload_of(function) else {
            return false;
        };
        let (code, globals) = (body.code, body.globals);
        let is_plain = body.closure.is_none() && self.takes_plainly(code, n);
        if !is_plain || self.is_call_watched() {
            return false;
        }
        let frame = self.prepare_frame(function, code, globals, bottom, callable + 1);
        self.depth += 1;
        let caller = std::mem::replace(&mut self.frame, frame);
        self.callers.push(caller);
        true
    }

    /// Whether a call has more to do than to make a frame of its operands.
    #[inline(always)]
    fn is_call_watched(&self) -> bool {
        let heap = &self.heap;
        heap.gc.due
            || heap.exhausted
            || heap.recorder.is_detailed()
            || self.depth >= self.recursion_limit
            || heap.profile.free_lists.frames > 0
            || heap.profile.call_arguments != CallArguments::Moved
    }

    #[inline(never)]
    fn call_builtin_plainly(&mut self, function: Ref, first: usize, n: usize) -> PyResult<Plainly> {
        let Payload::Builtin(body) = self.heap.payload(function) else {
            return Ok(Plainly::No);
        };
        let native = body.native;
        let class = self.heap.class_of(function);
        let is_packed = self.packings[native.0 as usize] != Packing::None
            || class == types::WRAPPER_DESCRIPTOR
            || class == types::METHOD_WRAPPER;
        let receiver = body.owner.filter(|_| body.kind == BuiltinKind::Function);
        let shift = usize::from(receiver.is_some());
        if is_packed || n + shift > MAX_BUFFERED {
            return Ok(Plainly::No);
        }
        let given = self.stack[first..first + n].first().copied().flatten();
        if !self.suits_receiver(body, given.map(Ref::unmarked)) {
            return Ok(Plainly::No);
        }
        let mut buffer = [receiver.unwrap_or(Ref::NONE); MAX_BUFFERED];
        for (place, entry) in buffer[shift..]
            .iter_mut()
            .zip(&self.stack[first..first + n])
        {
            *place = entry.expect("arguments are values").unmarked();
        }
        let args = Args {
            positional: &buffer[..n + shift],
            keywords: &[],
        };
        self.call_native(native, args).map(Plainly::Value)
    }

    /// Makes an instance of a class of the program, where object makes it and an `__init__` of the program gets the
    /// arguments just as they stand.
    #[inline(never)]
    fn call_class_plainly(
        &mut self,
        class: Ref,
        bottom: usize,
        first: usize,
        n: usize,
    ) -> PyResult<Plainly> {
        if self.heap.class_of(class) != types::TYPE || class == types::TYPE {
            return Ok(Plainly::No);
        }
        let (new, init) = (self.names.new, self.names.init);
        let (new, Some(init)) = (self.lookup(class, new), self.lookup(class, init)) else {
            return Ok(Plainly::No);
        };
        let Some(Payload::Function(body)) = self.heap.payload_of(init) else {
            return Ok(Plainly::No);
        };
        let (code, globals) = (body.code, body.globals);
        let is_plain = (new.is_none() || new == self.object_new)
            && body.closure.is_none()
            && self.takes_plainly(code, n + 1)
            && self.heap.type_body(class).is_heap_type;
        if !is_plain {
            return Ok(Plainly::No);
        }
        let packed = self.packed_for_plain_class(class, n);
        self.count_packed(packed);
        match self.enter_init(class, init, [code, globals], bottom, first, n) {
            Ok(()) => {
                self.frame.packed = packed;
                Ok(Plainly::Entered)
            }
            Err(unwind) => {
                self.uncount_packed(packed);
                Err(unwind)
            }
        }
    }

    /// The tuple of arguments that the call of such a class makes: none where an instruction of its own makes the instance.
    fn packed_for_plain_class(&self, class: Ref, n: usize) -> Packed {
        let is_specialized = self.heap.profile.specializes_class_calls
            && n > 0
            && self.frame.was_warm()
            && self.heap.type_body(class).instances_have_dict;
        if is_specialized {
            return Packed::NOTHING;
        }
        Packed::arguments(n, 0)
    }

    /// Makes the instance, and enters the frame of its `__init__`.
    fn enter_init(
        &mut self,
        class: Ref,
        init: Ref,
        [code, globals]: [Ref; 2],
        bottom: usize,
        first: usize,
        n: usize,
    ) -> PyResult<()> {
        let instance = self.new_instance(class)?;
        let receiver = instance.get();
        self.push(instance);
        let above_instance = self.stack.len();
        let base = self.push_init_operands(init, receiver, first, n);
        self.enter_function(init, code, globals, above_instance, base)?;
        self.frame.on_return = OnReturn::Init(bottom as u32);
        Ok(())
    }

    /// What a call of `__init__` has on the stack: see [`Vm::call_through_tuple`]. Says where the arguments begin.
    pub(super) fn push_init_operands(
        &mut self,
        function: Ref,
        receiver: Ref,
        first: usize,
        n: usize,
    ) -> usize {
        for index in first..first + n {
            self.push_copy(index);
        }
        if self.heap.profile.init_is_bound {
            // The bound method and the tuple of its arguments.
            for _ in 0..2 {
                self.heap.incref(receiver);
                self.stack.push(Some(receiver));
            }
        }
        self.heap.incref(function);
        self.stack.push(Some(function));
        let base = self.stack.len();
        self.heap.incref(receiver);
        self.stack.push(Some(receiver));
        for index in first..first + n {
            self.push_copy(index);
        }
        base
    }
}
