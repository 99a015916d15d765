//! Instructions: what those of them do that are too large for the loop, and have no module of their own.
//!
//! Each is a function that the loop calls ([`super::eval`]). An instruction leaves its operands on the stack while Python
//! code may run. Mirrors CPython's Python/bytecodes.c.

use super::eval::Flow;
use super::quicken::{int_arithmetic, int_comparison};
use super::{PyResult, Unwind, Vm};
use crate::heap::payload::CodeObject;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::code::{BinaryOperator, Comparison, Op, UnaryOperator};

impl Vm {
    // ---- the stack ----

    #[inline(never)]
    pub(super) fn pop_top(&mut self) {
        self.drop_top();
    }

    #[inline(never)]
    pub(super) fn copy_entry(&mut self, n: usize) {
        let entry = self.stack[self.stack.len() - n];
        let entry = entry.map(|entry| self.duplicate(entry));
        self.stack.push(entry);
    }

    #[inline(never)]
    pub(super) fn swap_entries(&mut self, n: usize) {
        let top = self.stack.len() - 1;
        self.stack.swap(top, top + 1 - n);
    }

    #[inline(never)]
    pub(super) fn push_out_of_line(&mut self, value: Owned) {
        self.push(value);
    }

    #[inline(never)]
    pub(super) fn load_constant_at(&mut self, loaded: &CodeObject, index: usize) {
        let mut constant = loaded.constants[index];
        if self.heap.profile.borrows_constants {
            constant = constant.marked_borrowed();
        } else {
            self.heap.incref(constant);
        }
        self.stack.push(Some(constant));
    }

    // ---- locals ----

    /// False: the local is unbound.
    #[inline(never)]
    pub(super) fn load_fast(&mut self, slot: usize) -> bool {
        let Some(entry) = self.stack[slot] else {
            return false;
        };
        let entry = self.duplicate(entry);
        self.stack.push(Some(entry));
        true
    }

    /// False: the local is unbound.
    #[inline(never)]
    pub(super) fn load_fast_borrow(&mut self, slot: usize) -> bool {
        let Some(entry) = self.stack[slot] else {
            return false;
        };
        self.stack.push(Some(entry.marked_borrowed()));
        true
    }

    #[inline(never)]
    pub(super) fn store_fast(&mut self, slot: usize) {
        let entry = self.pop_entry();
        let old = self.stack[slot].replace(entry);
        self.names_changed();
        if let Some(old) = old {
            self.close(old);
        }
    }

    /// False: the local is unbound.
    #[inline(never)]
    pub(super) fn delete_fast(&mut self, slot: usize) -> bool {
        let Some(old) = self.stack[slot].take() else {
            return false;
        };
        self.names_changed();
        self.close(old);
        true
    }

    #[inline(never)]
    pub(super) fn load_fast_and_clear(&mut self, slot: usize) {
        let entry = self.stack[slot].take();
        self.stack.push(entry);
    }

    #[inline(never)]
    pub(super) fn restore_fast(&mut self, slot: usize) {
        let entry = self.stack.pop().flatten();
        let old = std::mem::replace(&mut self.stack[slot], entry);
        self.names_changed();
        if let Some(old) = old {
            self.close(old);
        }
    }

    #[inline(never)]
    pub(super) fn load_closure(&mut self, slot: usize) {
        let cell = self.stack[slot].expect("a cell slot holds its cell");
        self.heap.incref(cell);
        self.stack.push(Some(cell));
    }

    // ---- names and attributes ----

    #[inline(never)]
    pub(super) fn load_name_instruction(
        &mut self,
        loaded: &CodeObject,
        index: usize,
    ) -> PyResult<()> {
        let is_module = self.frame.locals == Some(self.frame.globals);
        if is_module && let Some(value) = self.find_global(loaded, index) {
            self.heap.incref(value);
            self.stack.push(Some(value));
            return Ok(());
        }
        let value = self.load_name(loaded, index)?;
        self.push(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn load_global_instruction(
        &mut self,
        loaded: &CodeObject,
        index: usize,
    ) -> PyResult<()> {
        match self.find_global(loaded, index) {
            Some(value) => {
                self.heap.incref(value);
                self.stack.push(Some(value));
                Ok(())
            }
            None => self.name_error(loaded.names[index]),
        }
    }

    #[inline(never)]
    pub(super) fn load_attr(&mut self, name: Ref) -> PyResult<()> {
        let object = self.peek(1);
        let value = self.get_attribute(object, name)?;
        self.after_allocation();
        self.replace_top(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn store_attr(&mut self, name: Ref) -> PyResult<()> {
        let (object, value) = (self.peek(1), self.peek(2));
        self.set_attribute(object, name, value)?;
        self.after_allocation();
        let (object, value) = (self.pop_entry(), self.pop_entry());
        self.close(value);
        self.close(object);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn delete_attr(&mut self, name: Ref) -> PyResult<()> {
        let object = self.peek(1);
        self.delete_attribute(object, name)?;
        self.drop_top();
        Ok(())
    }

    #[inline(never)]
    pub(super) fn import_from_instruction(&mut self, name: Ref) -> PyResult<()> {
        let module = self.peek(1);
        let value = self.import_from(module, name)?;
        self.push(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn load_build_class(&mut self) -> PyResult<()> {
        let name = self.names.build_class;
        match self.heap.dict_get_name(self.frame.builtins, name) {
            Some(function) => {
                self.heap.incref(function);
                self.stack.push(Some(function));
                Ok(())
            }
            None => self.raise(types::NAME_ERROR, "__build_class__ not found"),
        }
    }

    #[inline(never)]
    pub(super) fn load_assertion_error(&mut self) {
        self.heap.incref(types::ASSERTION_ERROR);
        self.stack.push(Some(types::ASSERTION_ERROR));
    }

    #[inline(never)]
    pub(super) fn reraise(&mut self) -> PyResult<Flow> {
        let exception = self.pop();
        self.reraising = true;
        Err(Unwind::Raised(exception))
    }

    // ---- items ----

    #[inline(never)]
    pub(super) fn store_subscr(&mut self) -> PyResult<()> {
        let (value, container, index) = (self.peek(3), self.peek(2), self.peek(1));
        self.set_item(container, index, value)?;
        self.drop_three();
        Ok(())
    }

    #[inline(never)]
    pub(super) fn delete_subscr(&mut self) -> PyResult<()> {
        let (container, index) = (self.peek(2), self.peek(1));
        self.delete_item(container, index)?;
        self.drop_top();
        self.drop_top();
        Ok(())
    }

    #[inline(never)]
    pub(super) fn list_append(&mut self, depth: usize) {
        let value = self.pop();
        let list = self.peek(depth);
        self.heap.list_append_item(list, value.into_counted());
    }

    #[inline(never)]
    pub(super) fn list_to_tuple(&mut self) {
        let list = self.peek(1);
        let tuple = self.tuple_of_list(list);
        self.replace_top(tuple);
    }

    // ---- iteration ----

    #[inline(never)]
    pub(super) fn get_iter(&mut self) -> PyResult<()> {
        let iterable = self.peek(1);
        let is_looped_over = self.heap.profile.code.loops_keep_iterable
            && matches!(self.heap.class_of(iterable), types::LIST | types::TUPLE);
        let iterator = if is_looped_over {
            crate::python::builtins::iterators::new_loop(self, iterable)
        } else {
            self.iter(iterable)?
        };
        self.replace_top(iterator);
        self.after_allocation();
        Ok(())
    }

    /// False: the iterator was exhausted, and is gone.
    #[inline(never)]
    pub(super) fn for_iter(&mut self) -> PyResult<bool> {
        let iterator = self.peek(1);
        match self.next(iterator)? {
            Some(value) => {
                self.after_allocation();
                self.push(value);
                Ok(true)
            }
            None => {
                self.drop_top();
                Ok(false)
            }
        }
    }

    #[inline(never)]
    pub(super) fn get_yield_from_iter(&mut self) -> PyResult<()> {
        let iterable = self.peek(1);
        if !matches!(self.heap.payload_of(iterable), Some(Payload::Generator(_))) {
            let iterator = self.iter(iterable)?;
            self.replace_top(iterator);
        }
        Ok(())
    }

    // ---- operators ----

    #[inline(never)]
    pub(super) fn unary_instruction(&mut self, operand: u32) -> PyResult<()> {
        let top = self.peek(1);
        let value = match UnaryOperator::from_operand(operand) {
            UnaryOperator::Not => {
                let truth = self.truth(top)?;
                self.bool(!truth)
            }
            operator => self.unary(operator, top)?,
        };
        self.replace_top(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn is_instruction(&mut self, inverts: bool) {
        let is = self.peek(2) == self.peek(1);
        let value = self.bool(is != inverts);
        self.replace_two(value);
    }

    #[inline(never)]
    pub(super) fn contains_instruction(&mut self, inverts: bool) -> PyResult<()> {
        let (item, container) = (self.peek(2), self.peek(1));
        let found = self.contains(container, item)?;
        let value = self.bool(found != inverts);
        self.replace_two(value);
        Ok(())
    }

    /// Whether the top is as true as that, and stays; else it is gone.
    #[inline(never)]
    pub(super) fn jumps_or_pops(&mut self, truth: bool) -> PyResult<bool> {
        let top = self.peek(1);
        if self.truth(top)? == truth {
            return Ok(true);
        }
        self.drop_top();
        Ok(false)
    }

    // ---- operands ----

    /// Puts a value in the top's place.
    #[inline(always)]
    pub(super) fn replace_top(&mut self, value: Owned) {
        let entry = self.pop_entry();
        self.push(value);
        self.close(entry);
    }

    /// Puts a value in place of the two on top.
    #[inline(always)]
    pub(super) fn replace_two(&mut self, value: Owned) {
        let (right, left) = (self.pop_entry(), self.pop_entry());
        self.push(value);
        self.close(left);
        self.close(right);
    }

    pub(super) fn drop_three(&mut self) {
        let (top, middle, bottom) = (self.pop_entry(), self.pop_entry(), self.pop_entry());
        self.close(bottom);
        self.close(middle);
        self.close(top);
    }

    #[inline]
    pub(super) fn names_changed(&mut self) {
        if self.heap.recorder.is_detailed() {
            self.record_names();
        }
    }

    #[inline(never)]
    pub(super) fn pop_truth(&mut self) -> PyResult<bool> {
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

    #[inline(never)]
    pub(super) fn binary_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = BinaryOperator::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match self.int_arithmetic(operator, left, right) {
            Some(value) => value,
            None => {
                let value = self.binary(operator, left, right)?;
                self.after_allocation();
                value
            }
        };
        self.replace_two(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn inplace_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = BinaryOperator::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match self.int_arithmetic(operator, left, right) {
            Some(value) => value,
            None => {
                let value = self.inplace(operator, left, right)?;
                self.after_allocation();
                value
            }
        };
        self.replace_two(value);
        Ok(())
    }

    /// The commonest operations on ints within 64 bits.
    #[inline(always)]
    fn int_arithmetic(&mut self, operator: BinaryOperator, left: Ref, right: Ref) -> Option<Owned> {
        if !(left.is_int() && right.is_int()) {
            return None;
        }
        let (left, right) = (self.heap.as_i64(left)?, self.heap.as_i64(right)?);
        let value = int_arithmetic(operator, left, right)?;
        Some(self.heap.new_int(value))
    }

    #[inline(never)]
    pub(super) fn compare_instruction(&mut self, operand: u32) -> PyResult<()> {
        let operator = Comparison::from_operand(operand);
        let (left, right) = (self.peek(2), self.peek(1));
        let value = match (self.heap.as_i64(left), self.heap.as_i64(right)) {
            (Some(left), Some(right)) => {
                let truth = int_comparison(operator, left, right);
                self.bool(truth)
            }
            _ => self.compare(operator, left, right)?,
        };
        self.replace_two(value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn subscript_instruction(&mut self) -> PyResult<()> {
        let (container, index) = (self.peek(2), self.peek(1));
        let value = match self.item_quickly(container, index) {
            Some(value) => self.heap.new_ref(value),
            None => {
                let value = self.get_item(container, index)?;
                self.after_allocation();
                value
            }
        };
        self.replace_two(value);
        Ok(())
    }

    /// BinarySlice: only what slices itself in another way is given a slice object.
    #[inline(never)]
    pub(super) fn slice_instruction(&mut self) -> PyResult<()> {
        let (container, start, stop) = (self.peek(3), self.peek(2), self.peek(1));
        if !matches!(
            self.heap.class_of(container),
            types::LIST | types::TUPLE | types::STR
        ) {
            self.build(Op::BuildSlice, 2)?;
            return self.subscript_instruction();
        }
        let parts = [start, stop, Ref::NONE];
        let value = crate::python::builtins::sequence::slice_of(self, container, parts)?;
        self.after_allocation();
        self.drop_top();
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
