//! The loop: one instruction after the other, over all frames from a floor on.
//!
//! Invariant: an instruction leaves its operands on the stack while Python code may run, so that they stay alive and
//! counted. Mirrors _PyEval_EvalFrameDefault of CPython's Python/ceval.c with Python/bytecodes.c.

use std::rc::Rc;

use super::call::{Called, Operands};
use super::call_plain::Plainly;
use super::frame::OnReturn;
use super::quicken::Jumps;
use super::{PyResult, Vm};
use crate::heap::payload::BuiltinKind;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::code::Op;
use crate::trace::event::Leaving;

/// What the loop does after an instruction.
pub(super) enum Flow {
    /// The next instruction of the same frame.
    Next,
    /// Another frame is the running one, or the same one elsewhere.
    Switch,
    /// The frame at the floor is done.
    Done(Owned),
    /// The steps of this slice are used up. The running frame goes on where it stands.
    Paused,
}

impl Vm {
    /// Runs until as many frames wait as `floor` says; the result is that of the frame just above.
    pub(crate) fn run(&mut self, floor: usize) -> PyResult {
        loop {
            if let Some(result) = self.run_slice(floor) {
                return result;
            }
        }
    }

    /// The same, but none where a pause is due before that: whoever asked for pauses calls it again.
    pub(super) fn run_slice(&mut self, floor: usize) -> Option<PyResult> {
        self.n_runs += 1;
        let result = loop {
            match self.run_frame(floor) {
                Ok(Flow::Done(value)) => break Some(Ok(value)),
                Ok(Flow::Paused) => break None,
                Ok(Flow::Next | Flow::Switch) => {}
                Err(unwind) => {
                    if let Err(unwind) = self.unwind(unwind, floor) {
                        break Some(Err(unwind));
                    }
                }
            }
        };
        self.n_runs -= 1;
        result
    }

    /// Whether to pause here. Under a native call nothing can: its own state stands on our stack.
    #[inline]
    fn is_pause_due(&self) -> bool {
        self.steps >= self.pause_at && self.n_runs == 1
    }

    /// Runs the running frame and those that it calls, until a value leaves the floor. What an instruction does stands in
    /// functions of its own, so that the loop itself needs few registers.
    #[allow(clippy::too_many_lines)] // A flat match.
    fn run_frame(&mut self, floor: usize) -> PyResult<Flow> {
        let mut loaded = self.frame.code.clone();
        'frame: loop {
            if !Rc::ptr_eq(&loaded, &self.frame.code) {
                loaded = self.frame.code.clone();
            }
            let instructions = loaded.quick.as_slice();
            let base = self.frame.base();
            let mut at = self.frame.next as usize;
            let mut instruction = &instructions[at];
            loop {
                let arg = instruction.arg as usize;
                at += 1;
                self.frame.next = at as u32;
                match instruction.op {
                    Op::Nop => {}
                    Op::Statement => {
                        if !self.is_unwatched_step() {
                            if self.is_pause_due() {
                                self.frame.next = at as u32 - 1;
                                return Ok(Flow::Paused);
                            }
                            self.statement()?;
                        }
                    }
                    Op::PopTop => self.pop_top(),
                    Op::Copy => self.copy_entry(arg),
                    Op::Swap => self.swap_entries(arg),
                    Op::LoadConst => self.load_constant_at(&loaded, arg),
                    Op::LoadFast => {
                        if !self.load_fast(base + arg) {
                            return self.unbound_local(arg);
                        }
                    }
                    Op::LoadFastBorrow => {
                        if !self.load_fast_borrow(base + arg) {
                            return self.unbound_local(arg);
                        }
                    }
                    Op::StoreFast => self.store_fast(base + arg),
                    Op::DeleteFast => {
                        if !self.delete_fast(base + arg) {
                            return self.unbound_local(arg);
                        }
                    }
                    Op::LoadFastAndClear => self.load_fast_and_clear(base + arg),
                    Op::RestoreFast => self.restore_fast(base + arg),
                    Op::LoadName => self.load_name_instruction(&loaded, arg)?,
                    Op::StoreName => self.store_name(&loaded, arg)?,
                    Op::DeleteName => self.delete_name(loaded.names[arg])?,
                    Op::LoadGlobal => self.load_global_instruction(&loaded, arg)?,
                    Op::StoreGlobal => self.store_global(&loaded, arg),
                    Op::DeleteGlobal => self.delete_global(loaded.names[arg])?,
                    Op::MakeCell => self.make_cell(base + arg),
                    Op::LoadClosure => self.load_closure(base + arg),
                    Op::LoadDeref => self.load_deref(arg)?,
                    Op::StoreDeref => self.store_deref(arg),
                    Op::DeleteDeref => self.delete_deref(arg)?,
                    Op::LoadClassDeref => self.load_class_deref(arg)?,
                    Op::LoadClassOrGlobal => {
                        let value = self.load_class_or_global(&loaded, arg)?;
                        self.push_out_of_line(value);
                    }
                    Op::LoadAttr => self.load_attr(loaded.names[arg])?,
                    Op::StoreAttr => self.store_attr(loaded.names[arg])?,
                    Op::DeleteAttr => self.delete_attr(loaded.names[arg])?,
                    Op::LoadMethod => self.load_method(loaded.names[arg])?,
                    Op::LoadSuperMethod => self.load_super_method(loaded.names[arg])?,
                    Op::Call => {
                        if self.call_quickly(arg) || self.call_instruction(arg)? {
                            continue 'frame;
                        }
                    }
                    Op::CallMethod => {
                        if self.call_method_quickly(arg) || self.call_method_instruction(arg)? {
                            continue 'frame;
                        }
                    }
                    Op::CallKeywords | Op::CallMethodKeywords => {
                        if self.call_keywords(arg, instruction.op)? {
                            continue 'frame;
                        }
                    }
                    Op::CallEx => {
                        if let Flow::Switch = self.call_ex(arg == 1)? {
                            continue 'frame;
                        }
                    }
                    Op::Binary => self.binary_instruction(instruction.arg)?,
                    Op::Inplace => self.inplace_instruction(instruction.arg)?,
                    Op::Unary => self.unary_instruction(instruction.arg)?,
                    Op::Compare => self.compare_instruction(instruction.arg)?,
                    Op::Is => self.is_instruction(arg == 1),
                    Op::Contains => self.contains_instruction(arg == 1)?,
                    Op::BinarySubscr => self.subscript_instruction()?,
                    Op::BinarySlice => self.slice_instruction()?,
                    Op::StoreSubscr => self.store_subscr()?,
                    Op::DeleteSubscr => self.delete_subscr()?,
                    Op::BuildList
                    | Op::BuildTuple
                    | Op::BuildSet
                    | Op::BuildMap
                    | Op::BuildSlice
                    | Op::BuildString => self.build(instruction.op, arg)?,
                    Op::ListAppend => self.list_append(arg),
                    Op::SetAdd
                    | Op::MapAdd
                    | Op::ListExtend
                    | Op::SetUpdate
                    | Op::DictUpdate
                    | Op::DictMerge => self.add_to(instruction.op, arg)?,
                    Op::ListToTuple => self.list_to_tuple(),
                    Op::UnpackSequence => self.unpack_sequence(arg)?,
                    Op::UnpackEx => self.unpack_ex(arg & 0xffff, arg >> 16)?,
                    Op::GetLen
                    | Op::MatchSequence
                    | Op::MatchMapping
                    | Op::MatchKeys
                    | Op::MatchClass => self.match_instruction(instruction.op, arg)?,
                    Op::FormatValue => self.format_instruction(instruction.arg)?,
                    Op::Jump => at = arg,
                    Op::JumpBackward => {
                        if self.heap.gc.due || !self.is_unwatched_turn() {
                            self.turn(instruction.arg)?;
                            if self.is_pause_due() {
                                return Ok(Flow::Paused);
                            }
                        }
                        at = arg;
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
                    Op::JumpIfFalseOrPop => {
                        if self.jumps_or_pops(false)? {
                            at = arg;
                        }
                    }
                    Op::JumpIfTrueOrPop => {
                        if self.jumps_or_pops(true)? {
                            at = arg;
                        }
                    }
                    Op::GetIter => self.get_iter()?,
                    Op::ForIter => {
                        if !self.for_iter()? {
                            at = arg;
                        }
                    }
                    Op::MakeFunction => self.make_function(&loaded, instruction.arg),
                    Op::LoadBuildClass => self.load_build_class()?,
                    Op::Return => {
                        if self.return_to_caller(floor) {
                            continue 'frame;
                        }
                        match self.return_value(floor)? {
                            Flow::Switch => continue 'frame,
                            flow => return Ok(flow),
                        }
                    }
                    Op::ReturnGenerator => match self.return_generator(floor)? {
                        Flow::Switch => continue 'frame,
                        flow => return Ok(flow),
                    },
                    Op::Yield => return self.yield_value().map(Flow::Done),
                    Op::GetYieldFromIter => self.get_yield_from_iter()?,
                    Op::Send => match self.send_instruction()? {
                        Some(value) => return Ok(Flow::Done(value)),
                        None => at = arg,
                    },
                    Op::Raise => return self.raise_instruction(arg),
                    Op::PushExcInfo => self.push_exc_info(),
                    Op::CheckExcMatch => self.check_exc_match()?,
                    Op::CheckEgMatch => self.check_eg_match()?,
                    Op::PrepReraiseStar => self.prep_reraise_star()?,
                    Op::PopExcept => self.pop_except(),
                    Op::Reraise => return self.reraise(),
                    Op::LoadAssertionError => self.load_assertion_error(),
                    Op::BeforeWith => self.before_with()?,
                    Op::CallExit => {
                        if let Flow::Switch = self.call_exit()? {
                            continue 'frame;
                        }
                    }
                    Op::WithExceptStart => self.with_except_start()?,
                    Op::ImportName => self.import_name(loaded.names[arg])?,
                    Op::ImportFrom => self.import_from_instruction(loaded.names[arg])?,
                    Op::ImportStar => self.import_star()?,
                    Op::PrintExpr => self.print_expression()?,
                    Op::SetupAnnotations => self.setup_annotations()?,
                    Op::LoadLoadBinary => {
                        if self.load_load_binary(&loaded, base, instruction) {
                            at += 2;
                        } else if !self.load_first(&loaded, base, at - 1) {
                            return self.unbound_local(arg);
                        }
                    }
                    Op::LoadBinary => {
                        if self.load_binary(&loaded, base, instruction) {
                            at += 1;
                        } else if !self.load_first(&loaded, base, at - 1) {
                            return self.unbound_local(arg);
                        }
                    }
                    Op::LoadLoadCompareJump => {
                        match self.load_load_compare_jump(&loaded, base, instruction) {
                            Jumps::Yes => at = arg,
                            Jumps::No => at += 3,
                            Jumps::GivesWay => {
                                if !self.load_first(&loaded, base, at - 1) {
                                    return self
                                        .unbound_local(usize::from(instruction.operands[0]));
                                }
                            }
                        }
                    }
                    Op::CompareJump => match self.compare_jump(instruction) {
                        Jumps::Yes => at = arg,
                        Jumps::No => at += 1,
                        Jumps::GivesWay => {
                            self.compare_instruction(loaded.code.instructions[at - 1].arg)?
                        }
                    },
                    Op::ForRangeStore => {
                        if self.for_range_store(base + arg) {
                            at += 1;
                        } else if !self.for_iter()? {
                            at = loaded.code.instructions[at - 1].arg as usize;
                        }
                    }
                    Op::LoadListAppend => {
                        if !self.load_list_append(base + arg, instruction) {
                            return self.unbound_local(arg);
                        }
                        at += 1;
                    }
                }
                instruction = &instructions[at];
            }
        }
    }

    /// Calls of list.append, len, isinstance and type have instructions of their own, which do not look at the eval
    /// breaker.
    #[cold]
    fn is_specialized_without_check(&self, function: Ref) -> bool {
        match self.heap.payload_of(function) {
            Some(Payload::Builtin(body)) => match &*body.name {
                "append" => {
                    body.kind == BuiltinKind::MethodDescriptor && body.owner == Some(types::LIST)
                }
                "len" | "isinstance" => body.module.as_deref() == Some("builtins"),
                _ => false,
            },
            _ => function == types::TYPE,
        }
    }

    // ---- calls ----

    /// Calls the callable at that position with the `n` arguments above it (of which the last are named).
    #[inline]
    pub(super) fn call_at(
        &mut self,
        bottom: usize,
        callable: usize,
        n: usize,
        names: Vec<Ref>,
    ) -> PyResult<Flow> {
        let function = self.stack[callable]
            .expect("a callable is called")
            .unmarked();
        if names.is_empty() {
            match self.call_plainly(function, bottom, callable + 1, n)? {
                Plainly::Entered => return self.entered(),
                Plainly::Value(value) => return self.returned(function, bottom, value),
                Plainly::No => {}
            }
        }
        let operands = Operands {
            bottom,
            first: callable + 1,
            n,
            names,
            handover: self.handover(),
            is_packed: false,
        };
        self.finish_call(function, operands)
    }

    #[inline(never)]
    pub(super) fn finish_call(&mut self, function: Ref, operands: Operands) -> PyResult<Flow> {
        let bottom = operands.bottom;
        match self.call_operands(function, operands)? {
            Called::Entered => self.entered(),
            Called::Value(value) => self.returned(function, bottom, value),
        }
    }

    /// A call entered a frame.
    #[inline]
    fn entered(&mut self) -> PyResult<Flow> {
        // Up to 3.10 it was an allocation, later it looks at the eval breaker.
        self.eval_breaker()?;
        Ok(Flow::Switch)
    }

    /// A call of that function is over already.
    #[inline]
    fn returned(&mut self, function: Ref, bottom: usize, value: Owned) -> PyResult<Flow> {
        self.after_allocation();
        let is_warm = self.frame.was_warm();
        let is_checked =
            !(self.heap.gc.due && is_warm && self.is_specialized_without_check(function));
        self.drop_to(bottom);
        self.push(value);
        self.release_abandoned();
        if is_checked {
            self.eval_breaker()?;
        }
        Ok(Flow::Next)
    }

    /// Call: whether another frame is the running one.
    #[inline(never)]
    fn call_instruction(&mut self, n: usize) -> PyResult<bool> {
        let bottom = self.stack.len() - n - 1;
        let flow = self.call_at(bottom, bottom, n, Vec::new())?;
        Ok(matches!(flow, Flow::Switch))
    }

    #[inline(never)]
    fn call_method_instruction(&mut self, n: usize) -> PyResult<bool> {
        let flow = self.call_method(n, Vec::new())?;
        Ok(matches!(flow, Flow::Switch))
    }

    #[inline(never)]
    fn call_keywords(&mut self, n: usize, op: Op) -> PyResult<bool> {
        let names = self.keyword_names();
        let flow = if op == Op::CallMethodKeywords {
            self.call_method(n, names)?
        } else {
            let bottom = self.stack.len() - n - 1;
            self.call_at(bottom, bottom, n, names)?
        };
        Ok(matches!(flow, Flow::Switch))
    }

    #[inline]
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

    /// Return, where the value is that of a call in a frame above the floor. False: it is another one.
    #[inline(never)]
    fn return_to_caller(&mut self, floor: usize) -> bool {
        if self.frame.on_return != OnReturn::Push || self.callers.len() == floor + 1 {
            return false;
        }
        let value = self.pop();
        self.leave_frame(Leaving::Returned);
        self.push(value);
        true
    }

    #[inline(never)]
    fn return_value(&mut self, floor: usize) -> PyResult<Flow> {
        let value = self.pop();
        self.deliver(value, floor, Leaving::Returned)
    }

    /// ReturnGenerator.
    #[inline(never)]
    fn return_generator(&mut self, floor: usize) -> PyResult<Flow> {
        let generator = self.make_generator();
        self.deliver(generator, floor, Leaving::SetAside)
    }

    /// Leaves the running frame with its result.
    #[inline]
    fn deliver(&mut self, value: Owned, floor: usize, how: Leaving) -> PyResult<Flow> {
        let is_floor = self.callers.len() == floor + 1;
        let value = match self.leave_frame(how) {
            OnReturn::Push => value,
            OnReturn::Init(bottom) => self.finish_init(value, bottom as usize)?,
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
}
