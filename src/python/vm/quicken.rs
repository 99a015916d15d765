//! Quickening: the commonest sequences of instructions run as one.
//!
//! In: finished code. Out: the same instructions, where the first of such a sequence is replaced by one that does the work
//! of all. The others stay: what jumps among them finds them, and a quick instruction whose operands are not of the kind
//! that it is for gives way to the instruction that it replaced. Invariant: nothing that a program or a trace can see
//! differs, since no count of an observed object, no line and no eval breaker falls within such a sequence.
//! Mirrors the superinstructions and specialized instructions of CPython's Python/specialize.c.

use super::Vm;
use crate::heap::payload::{CodeObject, Iterator};
use crate::heap::{Owned, Payload, Ref};
use crate::python::code::{BinaryOperator, Code, Comparison, Instruction, Op, Quick};

// Bits of `Quick::detail`, above the operator.
const FIRST_IS_CONSTANT: u8 = 0x20;
const SECOND_IS_CONSTANT: u8 = 0x40;
const JUMPS_IF_TRUE: u8 = 0x80;
const OPERATOR: u8 = 0x1f;

/// What a conditional jump does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Jumps {
    Yes,
    No,
    /// The quick instruction does not fit.
    GivesWay,
}

/// The instructions of the code, quickened.
pub(super) fn quicken(code: &Code) -> Vec<Quick> {
    let original = &code.instructions;
    let quick = |(at, &plain): (usize, &Instruction)| {
        quickened(&original[at..]).unwrap_or_else(|| Quick::plain(plain))
    };
    original.iter().enumerate().map(quick).collect()
}

/// What the first of these instructions becomes.
fn quickened(instructions: &[Instruction]) -> Option<Quick> {
    match *instructions {
        [first, second, binary, ..]
            if is_load(first) && is_load(second) && binary.op == Op::Binary =>
        {
            loads(Op::LoadLoadBinary, first, second, binary)
        }
        [first, second, compare, jump, ..]
            if is_load(first) && is_load(second) && compare.op == Op::Compare =>
        {
            jumping(
                loads(Op::LoadLoadCompareJump, first, second, compare)?,
                jump,
            )
        }
        [compare, jump, ..] if compare.op == Op::Compare => {
            let quick = Quick {
                op: Op::CompareJump,
                detail: compare.arg as u8,
                ..Quick::plain(compare)
            };
            jumping(quick, jump)
        }
        [load, binary, ..] if is_load(load) && binary.op == Op::Binary => {
            loads(Op::LoadBinary, load, load, binary)
        }
        [next, store, ..] if next.op == Op::ForIter && store.op == Op::StoreFast => Some(Quick {
            op: Op::ForRangeStore,
            ..Quick::plain(store)
        }),
        [load, append, ..] if load.op == Op::LoadFast && append.op == Op::ListAppend => {
            Some(Quick {
                op: Op::LoadListAppend,
                operands: [u8::try_from(append.arg).ok()?, 0],
                ..Quick::plain(load)
            })
        }
        _ => None,
    }
}

fn is_load(instruction: Instruction) -> bool {
    matches!(
        instruction.op,
        Op::LoadFast | Op::LoadFastBorrow | Op::LoadConst
    )
}

/// One that loads two operands for an operator. None: their numbers are too large.
fn loads(op: Op, first: Instruction, second: Instruction, operator: Instruction) -> Option<Quick> {
    let constant = |load: Instruction, bit| if load.op == Op::LoadConst { bit } else { 0 };
    Some(Quick {
        op,
        detail: operator.arg as u8
            | constant(first, FIRST_IS_CONSTANT)
            | constant(second, SECOND_IS_CONSTANT),
        operands: [
            u8::try_from(first.arg).ok()?,
            u8::try_from(second.arg).ok()?,
        ],
        arg: first.arg,
    })
}

/// The same, and it jumps. None: the other instruction is no conditional jump.
fn jumping(quick: Quick, jump: Instruction) -> Option<Quick> {
    let condition = match jump.op {
        Op::PopJumpIfFalse => 0,
        Op::PopJumpIfTrue => JUMPS_IF_TRUE,
        _ => return None,
    };
    Some(Quick {
        detail: quick.detail | condition,
        arg: jump.arg,
        ..quick
    })
}

/// The value of `left operator right` where it is an int of 64 bits.
#[inline]
pub(super) fn int_arithmetic(operator: BinaryOperator, left: i64, right: i64) -> Option<i64> {
    match operator {
        BinaryOperator::Add => left.checked_add(right),
        BinaryOperator::Sub => left.checked_sub(right),
        BinaryOperator::Mul => left.checked_mul(right),
        BinaryOperator::And => Some(left & right),
        BinaryOperator::Or => Some(left | right),
        BinaryOperator::FloorDiv if right > 0 => Some(left.div_euclid(right)),
        BinaryOperator::Mod if right > 0 => Some(left.rem_euclid(right)),
        _ => None,
    }
}

#[inline]
pub(super) fn int_comparison(operator: Comparison, left: i64, right: i64) -> bool {
    match operator {
        Comparison::Lt => left < right,
        Comparison::Le => left <= right,
        Comparison::Eq => left == right,
        Comparison::Ne => left != right,
        Comparison::Gt => left > right,
        Comparison::Ge => left >= right,
    }
}

impl Vm {
    /// The int that a load would push.
    #[inline(always)]
    fn loaded_int(
        &self,
        loaded: &CodeObject,
        base: usize,
        operand: u8,
        is_constant: bool,
    ) -> Option<i64> {
        let value = if is_constant {
            loaded.constants[usize::from(operand)]
        } else {
            self.stack[base + usize::from(operand)]?.unmarked()
        };
        self.heap.as_i64(value)
    }

    #[inline(always)]
    fn loaded_ints(&self, loaded: &CodeObject, base: usize, quick: &Quick) -> Option<(i64, i64)> {
        let [first, second] = quick.operands;
        let is_constant = |bit| quick.detail & bit != 0;
        Some((
            self.loaded_int(loaded, base, first, is_constant(FIRST_IS_CONSTANT))?,
            self.loaded_int(loaded, base, second, is_constant(SECOND_IS_CONSTANT))?,
        ))
    }

    /// False: it gives way.
    #[inline(never)]
    pub(super) fn load_load_binary(
        &mut self,
        loaded: &CodeObject,
        base: usize,
        quick: &Quick,
    ) -> bool {
        let Some((left, right)) = self.loaded_ints(loaded, base, quick) else {
            return false;
        };
        let Some(value) = int_arithmetic(operator(quick), left, right) else {
            return false;
        };
        let value = self.heap.new_int(value);
        self.push(value);
        true
    }

    /// False: it gives way.
    #[inline(never)]
    pub(super) fn load_binary(&mut self, loaded: &CodeObject, base: usize, quick: &Quick) -> bool {
        let is_constant = quick.detail & SECOND_IS_CONSTANT != 0;
        let Some(right) = self.loaded_int(loaded, base, quick.operands[1], is_constant) else {
            return false;
        };
        let Some(left) = self.heap.as_i64(self.peek(1)) else {
            return false;
        };
        let Some(value) = int_arithmetic(operator(quick), left, right) else {
            return false;
        };
        let value = self.heap.new_int(value);
        self.replace_top(value);
        true
    }

    #[inline(never)]
    pub(super) fn load_load_compare_jump(
        &self,
        loaded: &CodeObject,
        base: usize,
        quick: &Quick,
    ) -> Jumps {
        match self.loaded_ints(loaded, base, quick) {
            Some((left, right)) => jumps(quick, left, right),
            None => Jumps::GivesWay,
        }
    }

    #[inline(never)]
    pub(super) fn compare_jump(&mut self, quick: &Quick) -> Jumps {
        match (
            self.heap.as_i64(self.peek(2)),
            self.heap.as_i64(self.peek(1)),
        ) {
            (Some(left), Some(right)) => {
                self.drop_top();
                self.drop_top();
                jumps(quick, left, right)
            }
            _ => Jumps::GivesWay,
        }
    }

    /// False: it gives way.
    #[inline(never)]
    pub(super) fn for_range_store(&mut self, slot: usize) -> bool {
        let Some(value) = self.next_of_range() else {
            return false;
        };
        let old = self.stack[slot].replace(value.into_counted());
        self.names_changed();
        if let Some(old) = old {
            self.close(old);
        }
        true
    }

    /// The next value of a range's iterator on top of the stack. None: something else, or exhausted.
    #[inline(always)]
    fn next_of_range(&mut self) -> Option<Owned> {
        let iterator = self.peek(1);
        if !iterator.is_container() || self.heap.gc.due {
            return None;
        }
        let Payload::Iterator(body) = self.heap.payload_mut(iterator) else {
            return None;
        };
        let Iterator::Range { next, step, left } = &mut **body else {
            return None;
        };
        let value = *next;
        *left = left.checked_sub(1)?;
        if *left > 0 {
            *next = value + *step;
        }
        Some(self.heap.new_int(value))
    }

    /// The first of the loads that a quick instruction stands for, when that gives way. False: the local is unbound.
    #[cold]
    pub(super) fn load_first(&mut self, loaded: &CodeObject, base: usize, at: usize) -> bool {
        let load = loaded.code.instructions[at];
        let operand = load.arg as usize;
        match load.op {
            Op::LoadConst => {
                self.load_constant_at(loaded, operand);
                true
            }
            Op::LoadFastBorrow => self.load_fast_borrow(base + operand),
            _ => self.load_fast(base + operand),
        }
    }

    /// False: the local is unbound.
    #[inline(never)]
    pub(super) fn load_list_append(&mut self, slot: usize, quick: &Quick) -> bool {
        let Some(item) = self.stack[slot].map(Ref::unmarked) else {
            return false;
        };
        self.heap.incref(item);
        let list = self.peek(usize::from(quick.operands[0]));
        self.heap.list_append_item(list, item);
        true
    }
}

fn operator(quick: &Quick) -> BinaryOperator {
    BinaryOperator::from_operand(u32::from(quick.detail & OPERATOR))
}

#[inline(always)]
fn jumps(quick: &Quick, left: i64, right: i64) -> Jumps {
    let comparison = Comparison::from_operand(u32::from(quick.detail & OPERATOR));
    let jumps_if = quick.detail & JUMPS_IF_TRUE != 0;
    if int_comparison(comparison, left, right) == jumps_if {
        Jumps::Yes
    } else {
        Jumps::No
    }
}
