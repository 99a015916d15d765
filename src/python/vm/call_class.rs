//! Calls of classes: `__new__`, then `__init__`.
//! Mirrors type_call of CPython's Objects/typeobject.c and CALL_ALLOC_AND_ENTER_INIT of Python/bytecodes.c.

use super::call::{Called, Handover, Operands};
use super::frame::OnReturn;
use super::packed::Packed;
use super::{PyResult, Vm};
use crate::heap::{Owned, Payload, Ref, types};

impl Vm {
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
            is_packed: false,
        };
        let floor = self.callers.len();
        let result = match self.make_instance(class, operands) {
            Ok(called) => self.called_value(called, floor),
            Err(unwind) => Err(unwind),
        };
        self.drop_to(bottom);
        result
    }

    pub(super) fn call_class(&mut self, class: Ref, operands: Operands) -> PyResult<Called> {
        let metaclass = self.heap.class_of(class);
        if metaclass != types::TYPE
            && let Some(call) = self.lookup(metaclass, self.names.call)
            && matches!(self.heap.payload_of(call), Some(Payload::Function(_)))
        {
            let packed = self.packed_for(&operands);
            self.count_packed(packed);
            let called = self.call_through_tuple(call, class, operands.bottom, &operands);
            return self.keep_packed(packed, called);
        }
        let is_type_of = class == types::TYPE && operands.n == 1;
        let packed = if self.packs_arguments(class, &operands) {
            let packed = self.packed_for(&operands);
            if self.heap.is_subclass(class, types::BASE_EXCEPTION) {
                // The tuple becomes the exception's own `args`.
                packed.without_tuple()
            } else {
                packed
            }
        } else {
            Packed::NOTHING
        };
        if is_type_of {
            // type(x) is answered before anything else is made.
            self.count_packed(packed);
            self.uncount_packed(packed);
            return self.make_instance(class, operands);
        }
        self.count_packed(packed);
        let called = self.make_instance(class, operands);
        self.keep_packed(packed, called)
    }

    /// The tuple and the dict that a call makes of these arguments for a callee that wants them so.
    pub(super) fn packed_for(&self, operands: &Operands) -> Packed {
        if operands.is_packed {
            return Packed::NOTHING;
        }
        let n_keywords = operands.names.len();
        Packed::arguments(operands.n - n_keywords, n_keywords)
    }

    /// What was made for a call lives as long as the frame that it entered, or is gone.
    pub(super) fn keep_packed(
        &mut self,
        packed: Packed,
        called: PyResult<Called>,
    ) -> PyResult<Called> {
        match called {
            Ok(Called::Entered) => self.frame.packed = self.frame.packed.with(packed),
            _ => self.uncount_packed(packed),
        }
        called
    }

    /// Whether a call of the class packs the positional arguments into a tuple.
    fn packs_arguments(&mut self, class: Ref, operands: &Operands) -> bool {
        if operands.n == 0 || operands.is_packed {
            return false;
        }
        let profile = self.heap.profile;
        if self.heap.type_body(class).is_heap_type {
            return !(profile.specializes_class_calls
                && self.frame.was_warm()
                && self.is_simple_class_call(class, operands));
        }
        if class == types::TYPE && operands.n == 3 {
            return true;
        }
        if class == types::STR && operands.n == 1 && profile.specializes_str_calls {
            return !self.frame.was_warm();
        }
        !profile.unpacked_class_calls.contains(&class)
    }

    /// Whether an instruction of its own can make the instance and enter its `__init__`.
    fn is_simple_class_call(&mut self, class: Ref, operands: &Operands) -> bool {
        let makes_plain = match self.lookup(class, self.names.new) {
            Some(new) => Some(new) == self.object_new,
            None => true,
        };
        let Some(init) = self.lookup(class, self.names.init) else {
            return false;
        };
        let Some(Payload::Function(body)) = self.heap.payload_of(init) else {
            return false;
        };
        let Payload::Code(loaded) = self.heap.payload(body.code) else {
            return false;
        };
        let code = &loaded.code;
        makes_plain
            && self.heap.class_of(class) == types::TYPE
            && operands.names.is_empty()
            && code.n_args as usize == operands.n + 1
            && code.n_keyword_only == 0
            && !code.has_varargs
            && !code.has_varkeywords
            && self.heap.type_body(class).instances_have_dict
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
            Some(Payload::StaticMethod(body)) => body.function,
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
            self.frame.on_return = OnReturn::Init(operands.bottom as u32);
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
        let result = if self.is_method_descriptor(init) {
            // tp_init itself.
            let all: Vec<Ref> = [receiver].into_iter().chain(positional).collect();
            self.call(init, &all, &keywords)
        } else {
            let bound = self.bind(init, receiver, class)?;
            let result = self.call(bound.get(), &positional, &keywords);
            self.release(bound);
            result
        };
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
