//! What an instruction takes from the evaluation stack and puts there.
//!
//! Mirrors the stack effects of CPython's Python/bytecodes.c for the instructions of [`crate::python::code`].

use crate::python::code::{Instruction, Op, format_value, make_function};

/// Which way an instruction goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Next,
    Jump,
}

/// How many values the instruction pops and pushes when it goes on that way. Instructions that reach below what they
/// pop (Copy, Swap, ListAppend …) count as popping and pushing back what they reach.
pub fn stack_effect(instruction: Instruction, way: Way) -> (u32, u32) {
    let n = instruction.arg;
    match instruction.op {
        Op::Nop | Op::Statement | Op::MakeCell | Op::SetupAnnotations | Op::ReturnGenerator => {
            (0, 0)
        }
        Op::DeleteFast | Op::DeleteName | Op::DeleteGlobal | Op::DeleteDeref => (0, 0),
        Op::Jump | Op::JumpBackward => (0, 0),
        Op::Copy => (n, n + 1),
        Op::Swap => (n, n),
        Op::LoadConst | Op::LoadFast | Op::LoadFastBorrow | Op::LoadFastAndClear => (0, 1),
        Op::LoadName
        | Op::LoadGlobal
        | Op::LoadClosure
        | Op::LoadDeref
        | Op::LoadClassDeref
        | Op::LoadClassOrGlobal => (0, 1),
        Op::LoadBuildClass | Op::LoadAssertionError => (0, 1),
        Op::PopTop
        | Op::StoreFast
        | Op::RestoreFast
        | Op::StoreName
        | Op::StoreGlobal
        | Op::StoreDeref => (1, 0),
        Op::LoadAttr
        | Op::Unary
        | Op::GetIter
        | Op::GetYieldFromIter
        | Op::ListToTuple
        | Op::Yield => (1, 1),
        Op::StoreAttr => (2, 0),
        Op::DeleteAttr
        | Op::PrintExpr
        | Op::ImportStar
        | Op::PopExcept
        | Op::Return
        | Op::Reraise => (1, 0),
        Op::LoadMethod | Op::LoadSuperMethod | Op::PushExcInfo | Op::ImportFrom => (1, 2),
        Op::BeforeWith => (1, 3),
        Op::CallExit => (5, 1),
        Op::Call => (n + 1, 1),
        Op::CallMethod | Op::CallKeywords => (n + 2, 1),
        Op::CallMethodKeywords => (n + 3, 1),
        Op::CallEx => (2 + n, 1),
        Op::Binary
        | Op::Inplace
        | Op::Compare
        | Op::Is
        | Op::Contains
        | Op::BinarySubscr
        | Op::ImportName => (2, 1),
        Op::BinarySlice => (3, 1),
        Op::StoreSubscr => (3, 0),
        Op::DeleteSubscr => (2, 0),
        Op::BuildList | Op::BuildTuple | Op::BuildSet | Op::BuildString | Op::BuildSlice => (n, 1),
        Op::BuildMap => (2 * n, 1),
        Op::ListAppend | Op::SetAdd | Op::ListExtend | Op::SetUpdate | Op::DictUpdate => (n + 1, n),
        Op::DictMerge => (n + 3, n + 2),
        Op::MapAdd => (n + 2, n),
        Op::UnpackSequence => (1, n),
        Op::UnpackEx => (1, (n & 0xffff) + 1 + (n >> 16)),
        Op::GetLen | Op::MatchSequence | Op::MatchMapping => (1, 2),
        Op::MatchKeys => (2, 3),
        Op::MatchClass => (3, 1),
        Op::FormatValue => (1 + u32::from(n & format_value::HAS_SPEC != 0), 1),
        Op::MakeFunction => ((n & make_function::MASK).count_ones(), 1),
        Op::PopJumpIfFalse | Op::PopJumpIfTrue => (1, 0),
        Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop => (1, u32::from(way == Way::Jump)),
        Op::ForIter => (1, if way == Way::Jump { 0 } else { 2 }),
        Op::Send => (2, if way == Way::Jump { 1 } else { 2 }),
        Op::Raise => (n, 0),
        Op::CheckExcMatch | Op::CheckEgMatch => (2, 2),
        Op::PrepReraiseStar => (2, 1),
        Op::WithExceptStart => (4, 5),
        Op::LoadLoadBinary
        | Op::LoadLoadCompareJump
        | Op::CompareJump
        | Op::LoadBinary
        | Op::ForRangeStore
        | Op::LoadListAppend => unreachable!("the compiler writes no quick instructions"),
    }
}

/// Whether the operand is the index of an instruction to go on at.
pub fn is_jump(op: Op) -> bool {
    matches!(
        op,
        Op::Jump
            | Op::JumpBackward
            | Op::PopJumpIfFalse
            | Op::PopJumpIfTrue
            | Op::JumpIfFalseOrPop
            | Op::JumpIfTrueOrPop
            | Op::ForIter
            | Op::Send
    )
}

/// Whether the instruction never goes on to the next one.
pub fn ends_flow(op: Op) -> bool {
    matches!(
        op,
        Op::Jump | Op::JumpBackward | Op::Return | Op::Raise | Op::Reraise
    )
}
