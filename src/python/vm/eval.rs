//! The loop: one instruction after the other, over all frames from a floor on.
//!
//! Invariant: an instruction leaves its operands on the stack while Python code may run, so that they stay alive and
//! counted. Mirrors _PyEval_EvalFrameDefault of CPython's Python/ceval.c with Python/bytecodes.c.

use super::call::{Called, Operands};
use super::frame::OnReturn;
use super::{PyResult, Stop, Unwind, Vm};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::TriggerPoint;
use crate::python::code::{BinaryOperator, Comparison, Op, UnaryOperator};
use crate::trace::event::Event;

/// Finalizers of a stopped program may run that many steps.
const STEPS_TO_END: u64 = 10_000;

/// What the loop does after an instruction.
pub(super) enum Flow {
    /// The next instruction of the same frame.
    Next,
    /// Another frame is the running one, or the same one elsewhere.
    Switch,
    /// The frame at the floor is done.
    Done(Owned),
}

impl Vm {
    /// Runs until as many frames wait as `floor` says; the result is that of the frame just above.
    pub(crate) fn run(&mut self, floor: usize) -> PyResult {
        self.n_runs += 1;
        let result = loop {
            match self.run_frame(floor) {
                Ok(Flow::Done(value)) => break Ok(value),
                Ok(_) => {}
                Err(unwind) => {
                    if let Err(unwind) = self.unwind(unwind, floor) {
                        break Err(unwind);
                    }
                }
            }
        };
        self.n_runs -= 1;
        result
    }

    /// Runs the running frame until another one is.
    #[allow(clippy::too_many_lines)] // A flat match.
    fn run_frame(&mut self, floor: usize) -> PyResult<Flow> {
        let loaded = self.frame.code.clone();
        let instructions = loaded.code.instructions.as_slice();
        let base = self.frame.base;
        let mut at = self.frame.next as usize;
        loop {
            let instruction = instructions[at];
            let arg = instruction.arg as usize;
            at += 1;
            self.frame.next = at as u32;
            match instruction.op {
                Op::Nop => {}
                Op::Statement => self.statement()?,
                Op::PopTop => self.drop_top(),
                Op::Copy => {
                    let entry = self.stack[self.stack.len() - arg];
                    let entry = entry.map(|entry| self.duplicate(entry));
                    self.stack.push(entry);
                }
                Op::Swap => {
                    let top = self.stack.len() - 1;
                    self.stack.swap(top, top + 1 - arg);
                }
                Op::LoadConst => {
                    let constant = loaded.constants[arg];
                    self.heap.incref(constant);
                    self.stack.push(Some(constant));
                }
                Op::LoadFast => match self.stack[base + arg] {
                    Some(entry) => {
                        let entry = self.duplicate(entry);
                        self.stack.push(Some(entry));
                    }
                    None => return self.unbound_local(arg),
                },
                Op::LoadFastBorrow => match self.stack[base + arg] {
                    Some(entry) => self.stack.push(Some(entry.marked_borrowed())),
                    None => return self.unbound_local(arg),
                },
                Op::StoreFast => {
                    let entry = self.pop_entry();
                    let old = self.stack[base + arg].replace(entry);
                    self.names_changed();
                    if let Some(old) = old {
                        self.close(old);
                    }
                }
                Op::DeleteFast => match self.stack[base + arg].take() {
                    Some(old) => {
                        self.names_changed();
                        self.close(old);
                    }
                    None => return self.unbound_local(arg),
                },
                Op::LoadFastAndClear => {
                    let entry = self.stack[base + arg].take();
                    self.stack.push(entry);
                }
                Op::RestoreFast => {
                    let entry = self.stack.pop().flatten();
                    let old = std::mem::replace(&mut self.stack[base + arg], entry);
                    self.names_changed();
                    if let Some(old) = old {
                        self.close(old);
                    }
                }
                Op::LoadName => {
                    let value = self.load_name(loaded.names[arg])?;
                    self.push(value);
                }
                Op::StoreName => {
                    let value = self.pop();
                    self.store_name(loaded.names[arg], value)?;
                }
                Op::DeleteName => self.delete_name(loaded.names[arg])?,
                Op::LoadGlobal => {
                    let value = self.load_global(loaded.names[arg])?;
                    self.push(value);
                }
                Op::StoreGlobal => {
                    let value = self.pop().into_counted();
                    let old = self
                        .heap
                        .dict_set_name(self.frame.globals, loaded.names[arg], value);
                    if let Some(old) = old {
                        self.release_ref(old);
                    }
                }
                Op::DeleteGlobal => self.delete_global(loaded.names[arg])?,
                Op::MakeCell => self.make_cell(base + arg),
                Op::LoadClosure => {
                    let cell = self.stack[base + arg].expect("a cell slot holds its cell");
                    self.heap.incref(cell);
                    self.stack.push(Some(cell));
                }
                Op::LoadDeref => self.load_deref(arg)?,
                Op::StoreDeref => self.store_deref(arg),
                Op::DeleteDeref => self.delete_deref(arg)?,
                Op::LoadClassDeref => self.load_class_deref(arg)?,
                Op::LoadAttr => {
                    let object = self.peek(1);
                    let value = self.get_attribute(object, loaded.names[arg])?;
                    self.replace_top(value);
                }
                Op::StoreAttr => {
                    let (object, value) = (self.peek(1), self.peek(2));
                    self.set_attribute(object, loaded.names[arg], value)?;
                    let (object, value) = (self.pop_entry(), self.pop_entry());
                    self.close(value);
                    self.close(object);
                }
                Op::DeleteAttr => {
                    let object = self.peek(1);
                    self.delete_attribute(object, loaded.names[arg])?;
                    self.drop_top();
                }
                Op::LoadMethod => self.load_method(loaded.names[arg])?,
                Op::CallMethod => {
                    if let Flow::Switch = self.call_method(arg, Vec::new())? {
                        return Ok(Flow::Switch);
                    }
                }
                Op::Call => {
                    let bottom = self.stack.len() - arg - 1;
                    if let Flow::Switch = self.call_at(bottom, bottom, arg, Vec::new())? {
                        return Ok(Flow::Switch);
                    }
                }
                Op::CallKeywords | Op::CallMethodKeywords => {
                    let names = self.keyword_names();
                    let flow = if instruction.op == Op::CallMethodKeywords {
                        self.call_method(arg, names)?
                    } else {
                        let bottom = self.stack.len() - arg - 1;
                        self.call_at(bottom, bottom, arg, names)?
                    };
                    if let Flow::Switch = flow {
                        return Ok(Flow::Switch);
                    }
                }
                Op::CallEx => {
                    if let Flow::Switch = self.call_ex(arg == 1)? {
                        return Ok(Flow::Switch);
                    }
                }
                Op::Binary => self.binary_instruction(instruction.arg)?,
                Op::Inplace => self.inplace_instruction(instruction.arg)?,
                Op::Unary => {
                    let operand = self.peek(1);
                    let value = match UnaryOperator::from_operand(instruction.arg) {
                        UnaryOperator::Not => {
                            let truth = self.truth(operand)?;
                            self.bool(!truth)
                        }
                        operator => self.unary(operator, operand)?,
                    };
                    self.replace_top(value);
                }
                Op::Compare => self.compare_instruction(instruction.arg)?,
                Op::Is => {
                    let is = self.peek(2) == self.peek(1);
                    let value = self.bool(is != (arg == 1));
                    self.replace_two(value);
                }
                Op::Contains => {
                    let (item, container) = (self.peek(2), self.peek(1));
                    let found = self.contains(container, item)?;
                    let value = self.bool(found != (arg == 1));
                    self.replace_two(value);
                }
                Op::BinarySubscr => self.subscript_instruction()?,
                Op::StoreSubscr => {
                    let (value, container, index) = (self.peek(3), self.peek(2), self.peek(1));
                    self.set_item(container, index, value)?;
                    self.drop_three();
                }
                Op::DeleteSubscr => {
                    let (container, index) = (self.peek(2), self.peek(1));
                    self.delete_item(container, index)?;
                    self.drop_top();
                    self.drop_top();
                }
                Op::BuildList
                | Op::BuildTuple
                | Op::BuildSet
                | Op::BuildMap
                | Op::BuildSlice
                | Op::BuildString => {
                    self.build(instruction.op, arg)?;
                    self.after_allocation();
                }
                Op::ListAppend => {
                    let value = self.pop();
                    let list = self.peek(arg);
                    self.heap.list_append_item(list, value.into_counted());
                }
                Op::SetAdd
                | Op::MapAdd
                | Op::ListExtend
                | Op::SetUpdate
                | Op::DictUpdate
                | Op::DictMerge => {
                    self.add_to(instruction.op, arg)?;
                }
                Op::ListToTuple => {
                    let list = self.peek(1);
                    let tuple = self.tuple_of_list(list);
                    self.replace_top(tuple);
                }
                Op::UnpackSequence => self.unpack_sequence(arg)?,
                Op::UnpackEx => self.unpack_ex(arg & 0xffff, arg >> 16)?,
                Op::FormatValue => self.format_instruction(instruction.arg)?,
                Op::Jump => at = arg,
                Op::JumpBackward => {
                    at = arg;
                    self.frame.next = at as u32;
                    self.count_step()?;
                    self.eval_breaker()?;
                }
                Op::PopJumpIfFalse => {
                    if !self.pop_truth()? {
                        at = arg;
                    }
                }
                Op::PopJumpIfTrue => {
                    if self.pop_truth()? {
                        at = arg;
                    }
                }
                Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop => {
                    let top = self.peek(1);
                    if self.truth(top)? == (instruction.op == Op::JumpIfTrueOrPop) {
                        at = arg;
                    } else {
                        self.drop_top();
                    }
                }
                Op::GetIter => {
                    let iterable = self.peek(1);
                    let iterator = self.iter(iterable)?;
                    self.replace_top(iterator);
                    self.after_allocation();
                }
                Op::ForIter => {
                    let iterator = self.peek(1);
                    match self.next(iterator)? {
                        Some(value) => self.push(value),
                        None => {
                            self.drop_top();
                            at = arg;
                        }
                    }
                }
                Op::MakeFunction => {
                    self.make_function(&loaded, instruction.arg);
                    self.after_allocation();
                }
                Op::LoadBuildClass => {
                    let name = self.names.build_class;
                    match self.heap.dict_get_name(self.frame.builtins, name) {
                        Some(function) => {
                            self.heap.incref(function);
                            self.stack.push(Some(function));
                        }
                        None => {
                            return self.raise(types::NAME_ERROR, "__build_class__ not found");
                        }
                    }
                }
                Op::Return => return self.return_value(floor),
                Op::ReturnGenerator => {
                    let generator = self.make_generator();
                    self.push(generator);
                    return self.return_value(floor);
                }
                Op::Yield => return self.yield_value().map(Flow::Done),
                Op::GetYieldFromIter => {
                    let iterable = self.peek(1);
                    if !matches!(self.heap.payload_of(iterable), Some(Payload::Generator(_))) {
                        let iterator = self.iter(iterable)?;
                        self.replace_top(iterator);
                    }
                }
                Op::Send => match self.send_instruction()? {
                    Some(value) => return Ok(Flow::Done(value)),
                    None => at = arg,
                },
                Op::Raise => return self.raise_instruction(arg),
                Op::PushExcInfo => self.push_exc_info(),
                Op::CheckExcMatch => self.check_exc_match()?,
                Op::PopExcept => self.pop_except(),
                Op::Reraise => {
                    let exception = self.pop();
                    self.reraising = true;
                    return Err(Unwind::Raised(exception));
                }
                Op::LoadAssertionError => {
                    self.heap.incref(types::ASSERTION_ERROR);
                    self.stack.push(Some(types::ASSERTION_ERROR));
                }
                Op::BeforeWith => self.before_with()?,
                Op::WithExceptStart => self.with_except_start()?,
                Op::ImportName => self.import_name(loaded.names[arg])?,
                Op::ImportFrom => {
                    let module = self.peek(1);
                    let value = self.import_from(module, loaded.names[arg])?;
                    self.push(value);
                }
                Op::ImportStar => self.import_star()?,
                Op::PrintExpr => self.print_expression()?,
                Op::SetupAnnotations => self.setup_annotations()?,
            }
        }
    }

    // ---- statements, steps, collections ----

    fn statement(&mut self) -> PyResult<()> {
        self.count_step()?;
        if self.heap.recorder.is_on() {
            let event = Event::StatementStarted {
                frame: self.frame.id,
                line: self.frame.line(),
            };
            self.heap.emit(event);
            let measured = Event::HeapMeasured {
                bytes: self.heap.bytes,
                objects: self.heap.n_objects,
                counts: self.heap.gc_counts(),
            };
            self.heap.emit(measured);
        }
        if self.validates {
            self.validate_now();
        }
        if self.heap.exhausted {
            return self.memory_error();
        }
        Ok(())
    }

    #[inline]
    fn count_step(&mut self) -> PyResult<()> {
        self.steps += 1;
        if self.steps > self.max_steps {
            self.max_steps = self.max_steps.saturating_add(STEPS_TO_END);
            return Err(Unwind::Stopped(Stop::Steps(self.steps - 1)));
        }
        Ok(())
    }

    #[cold]
    pub(crate) fn memory_error(&mut self) -> PyResult<()> {
        self.heap.exhausted = false;
        // Unwinding makes tracebacks and frames: they must not raise it again.
        if self.heap.bytes > self.heap.max_bytes {
            self.heap.exhausted = false;
            return self.raise_without_message(types::MEMORY_ERROR);
        }
        Ok(())
    }

    /// A look at the eval breaker: function entry, loop back edge.
    #[inline]
    pub(crate) fn eval_breaker(&mut self) -> PyResult<()> {
        if self.heap.gc.due {
            crate::gc::collect_due(self);
        }
        if self.heap.exhausted {
            return self.memory_error();
        }
        Ok(())
    }

    /// After an instruction that allocates: up to 3.11 a collection that is due runs inside the allocation.
    #[inline]
    pub(crate) fn after_allocation(&mut self) {
        if self.heap.gc.due && self.heap.profile.trigger_point == TriggerPoint::Allocation {
            crate::gc::collect_due(self);
        }
    }

    /// After a native call, its operands gone.
    #[inline]
    fn after_native(&mut self) -> PyResult<()> {
        self.release_abandoned();
        self.eval_breaker()
    }

    // ---- calls ----

    /// Calls the callable at that position with the `n` arguments above it (of which the last are named).
    #[inline]
    fn call_at(
        &mut self,
        bottom: usize,
        callable: usize,
        n: usize,
        names: Vec<Ref>,
    ) -> PyResult<Flow> {
        let function = self.stack[callable]
            .expect("a callable is called")
            .unmarked();
        let operands = Operands {
            bottom,
            first: callable + 1,
            n,
            names,
            handover: self.handover(),
        };
        self.finish_call(function, operands)
    }

    pub(super) fn finish_call(&mut self, function: Ref, operands: Operands) -> PyResult<Flow> {
        let bottom = operands.bottom;
        match self.call_operands(function, operands)? {
            Called::Entered => {
                if self.heap.profile.trigger_point == TriggerPoint::EvalBreaker {
                    self.eval_breaker()?;
                }
                Ok(Flow::Switch)
            }
            Called::Value(value) => {
                self.after_allocation();
                self.drop_to(bottom);
                self.push(value);
                self.after_native()?;
                Ok(Flow::Next)
            }
        }
    }

    fn call_method(&mut self, n: usize, names: Vec<Ref>) -> PyResult<Flow> {
        let bottom = self.stack.len() - n - 2;
        if self.stack[bottom].is_none() {
            return self.call_at(bottom, bottom + 1, n, names);
        }
        self.call_at(bottom, bottom, n + 1, names)
    }

    /// Pops the constant tuple of keyword names.
    fn keyword_names(&mut self) -> Vec<Ref> {
        let tuple = self.pop_entry();
        let names = self
            .heap
            .tuple(tuple.unmarked())
            .map_or(Vec::new(), <[Ref]>::to_vec);
        self.close(tuple);
        names
    }

    fn return_value(&mut self, floor: usize) -> PyResult<Flow> {
        let value = self.pop();
        self.deliver(value, floor)
    }

    /// Leaves the running frame with its result.
    fn deliver(&mut self, value: Owned, floor: usize) -> PyResult<Flow> {
        let is_floor = self.callers.len() == floor + 1;
        let value = match self.leave_frame() {
            OnReturn::Push => value,
            OnReturn::Init(bottom) => self.finish_init(value, bottom)?,
            OnReturn::Generator => return Ok(Flow::Done(value)),
        };
        if is_floor {
            return Ok(Flow::Done(value));
        }
        self.push(value);
        Ok(Flow::Switch)
    }

    /// `__init__` returned: the instance is the value.
    fn finish_init(&mut self, value: Owned, bottom: usize) -> PyResult {
        if value.get() != Ref::NONE {
            let name = self.heap.class_name(value.get());
            self.release(value);
            return self.type_error(format!("__init__() should return None, not '{name}'"));
        }
        self.release(value);
        let instance = self.pop();
        self.drop_to(bottom);
        Ok(instance)
    }

    // ---- operands ----

    /// Puts a value in the top's place.
    #[inline]
    pub(super) fn replace_top(&mut self, value: Owned) {
        let entry = self.pop_entry();
        self.push(value);
        self.close(entry);
    }

    /// Puts a value in place of the two on top.
    #[inline]
    pub(super) fn replace_two(&mut self, value: Owned) {
        let (right, left) = (self.pop_entry(), self.pop_entry());
        self.push(value);
        self.close(left);
        self.close(right);
    }

    fn drop_three(&mut self) {
        let (top, middle, bottom) = (self.pop_entry(), self.pop_entry(), self.pop_entry());
        self.close(bottom);
        self.close(middle);
        self.close(top);
    }

    #[inline]
    fn names_changed(&mut self) {
        if self.heap.recorder.is_detailed() {
            self.record_names();
        }
    }

    #[inline]
    fn pop_truth(&mut self) -> PyResult<bool> {
        let top = self.peek(1);
        let truth = if top == Ref::TRUE {
            true
        } else if top == Ref::FALSE || top == Ref::NONE {
            false
        } else {
            self.truth(top)?
        };
        self.drop_top();
        Ok(truth)
    }

    #[inline]
    fn binary_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = BinaryOperator::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match self.int_arithmetic(operator, left, right) {
            Some(value) => value,
            None => self.binary(operator, left, right)?,
        };
        self.replace_two(value);
        Ok(())
    }

    #[inline]
    fn inplace_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = BinaryOperator::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match self.int_arithmetic(operator, left, right) {
            Some(value) => value,
            None => self.inplace(operator, left, right)?,
        };
        self.replace_two(value);
        Ok(())
    }

    /// The commonest operations on ints within 64 bits.
    #[inline]
    fn int_arithmetic(&mut self, operator: BinaryOperator, left: Ref, right: Ref) -> Option<Owned> {
        if !(left.is_int() && right.is_int()) {
            return None;
        }
        let (left, right) = (self.heap.as_i64(left)?, self.heap.as_i64(right)?);
        let value = match operator {
            BinaryOperator::Add => left.checked_add(right)?,
            BinaryOperator::Sub => left.checked_sub(right)?,
            BinaryOperator::Mul => left.checked_mul(right)?,
            BinaryOperator::And => left & right,
            BinaryOperator::Or => left | right,
            BinaryOperator::FloorDiv if right > 0 => left.div_euclid(right),
            BinaryOperator::Mod if right > 0 => left.rem_euclid(right),
            _ => return None,
        };
        Some(self.heap.new_int(value))
    }

    #[inline]
    fn compare_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = Comparison::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match (self.heap.as_i64(left), self.heap.as_i64(right)) {
            (Some(left), Some(right)) => {
                let truth = match operator {
                    Comparison::Lt => left < right,
                    Comparison::Le => left <= right,
                    Comparison::Eq => left == right,
                    Comparison::Ne => left != right,
                    Comparison::Gt => left > right,
                    Comparison::Ge => left >= right,
                };
                self.bool(truth)
            }
            _ => self.compare(operator, left, right)?,
        };
        self.replace_two(value);
        Ok(())
    }

    #[inline]
    fn subscript_instruction(&mut self) -> PyResult<()> {
        let (container, index) = (self.peek(2), self.peek(1));
        let value = match self.item_quickly(container, index) {
            Some(value) => self.heap.new_ref(value),
            None => self.get_item(container, index)?,
        };
        self.replace_two(value);
        Ok(())
    }

    /// list[int] and tuple[int] of exact lists and tuples.
    #[inline]
    fn item_quickly(&self, container: Ref, index: Ref) -> Option<Ref> {
        let index = usize::try_from(self.heap.as_i64(index)?).ok()?;
        match self.heap.payload_of(container)? {
            Payload::List(items) | Payload::Tuple(items) => items.get(index).copied(),
            _ => None,
        }
    }
}
