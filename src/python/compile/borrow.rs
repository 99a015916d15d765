//! Borrowed locals (3.14): which loads of locals put a borrowed reference on the evaluation stack.
//!
//! A load may borrow when the value is popped in its own basic block, before the local is overwritten, and is not
//! stored into a local. Loads in exception handlers and loads of locals that may be unbound never borrow. Two adjacent
//! loads on one line are one instruction in CPython and borrow both or neither; a load right after a store is part of
//! the store's instruction and never borrows.
//! Mirrors optimize_load_fast, insert_superinstructions and add_checks_for_loads_of_uninitialized_variables in
//! CPython's Python/flowgraph.c (3.14).

use std::ops::Range;

use crate::profile::CodeRules;
use crate::python::code::{Code, Instruction, Op};

use super::effect::{Way, ends_flow, is_jump, stack_effect};
use super::layout::{GoesOn, Layout};
use super::unit::Quirks;

/// Slots with an index from here on take no part in instructions that handle two locals at once.
const PAIRABLE_SLOTS: u32 = 16;
/// Locals with an index from here on are followed within a block only.
const FOLLOWED_LOCALS: u32 = 64;

/// What became of two instructions that CPython makes one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Single,
    /// The first of two loads: the next instruction that counts is its partner.
    LoadWith(usize),
    /// The second instruction of a pair that begins with a store.
    AfterStore,
}

/// What a loop has on the stack.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LoopedOver {
    Iterator,
    /// It may be the iterable itself, from the local it came from.
    Iterable,
}

impl LoopedOver {
    fn of(rules: &CodeRules) -> Self {
        if rules.loops_keep_iterable {
            LoopedOver::Iterable
        } else {
            LoopedOver::Iterator
        }
    }
}

/// A reference on the stack: the instruction that loaded it, and its local if it came from one.
#[derive(Clone, Copy, Default)]
struct Reference {
    instruction: Option<usize>,
    local: Option<u32>,
}

/// Turns LoadFast into LoadFastBorrow where that is safe.
pub(super) fn borrow_locals(code: &mut Code, quirks: &[Quirks], rules: &CodeRules) {
    let layout = Layout::of(code, quirks, rules.borrowing_stops_at_gaps);
    let checked = loads_of_unbound(code, &layout);
    let mut strong = vec![false; code.instructions.len()];
    let loops = LoopedOver::of(rules);
    let mut start_depth: Vec<Option<usize>> = vec![None; layout.len()];
    start_depth[0] = Some(0);
    let mut work = vec![0];
    let mut reached = Vec::new();
    while let Some(block) = work.pop() {
        reached.push(block);
        let depth = start_depth[block].unwrap_or(0);
        for (next, depth) in follow(code, &layout, block, depth, &checked, loops, &mut strong) {
            if start_depth[next].is_none() {
                start_depth[next] = Some(depth);
                work.push(next);
            }
        }
    }
    for block in reached {
        let pairs = pairs(code, layout.range(block), &checked, quirks);
        mark(code, layout.range(block), &pairs, &checked, &strong);
    }
}

/// Simulates a block; marks the loads that must own their reference; returns the blocks that come after, with the
/// depth of the stack there.
fn follow(
    code: &Code,
    layout: &Layout,
    block: usize,
    depth: usize,
    checked: &[bool],
    loops: LoopedOver,
    strong: &mut [bool],
) -> Vec<(usize, usize)> {
    let mut stack = vec![Reference::default(); depth];
    let mut next = Vec::new();
    for i in layout.range(block) {
        let instruction = code.instructions[i];
        if is_jump(instruction.op) && layout.goes_on(block) != GoesOn::Falls {
            let (pops, pushes) = stack_effect(instruction, Way::Jump);
            let depth = stack.len().saturating_sub(pops as usize) + pushes as usize;
            next.extend(layout.jump_target(block).map(|target| (target, depth)));
        }
        step(i, instruction, checked[i], loops, &mut stack, strong);
    }
    if let GoesOn::Copied(exit) = layout.goes_on(block) {
        next.push((exit, stack.len()));
        for i in layout.range(exit) {
            step(
                i,
                code.instructions[i],
                checked[i],
                loops,
                &mut stack,
                strong,
            );
        }
    }
    if let Some(after) = layout.falls_into(block) {
        let last = layout.range(block).last().map(|i| code.instructions[i].op);
        let keeps_value = matches!(last, Some(Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop));
        next.push((after, stack.len() - usize::from(keeps_value)));
    }
    for reference in stack {
        own(reference, strong);
    }
    next
}

fn own(reference: Reference, strong: &mut [bool]) {
    if let Some(i) = reference.instruction {
        strong[i] = true;
    }
}

/// One instruction's effect on the abstract stack.
fn step(
    i: usize,
    instruction: Instruction,
    is_checked: bool,
    loops: LoopedOver,
    stack: &mut Vec<Reference>,
    strong: &mut [bool],
) {
    let made = Reference {
        instruction: Some(i),
        local: None,
    };
    let n = instruction.arg as usize;
    match instruction.op {
        Op::LoadFast => stack.push(Reference {
            instruction: Some(i),
            local: (!is_checked).then_some(instruction.arg),
        }),
        Op::LoadFastAndClear => {
            kill(instruction.arg, stack, strong);
            stack.push(made);
        }
        Op::StoreFast | Op::RestoreFast => {
            let stored = stack.pop().unwrap_or_default();
            kill(instruction.arg, stack, strong);
            own(stored, strong);
        }
        Op::Copy => {
            let copied = stack[stack.len() - n];
            stack.push(copied);
        }
        Op::Swap => {
            let top = stack.len() - 1;
            stack.swap(top, top + 1 - n);
        }
        Op::LoadMethod | Op::LoadSuperMethod => {
            let receiver = stack.pop().unwrap_or_default();
            stack.extend([made, receiver]);
        }
        Op::BeforeWith => {
            // The manager stays on the stack, above its __exit__, until that is called.
            let manager = stack.pop().unwrap_or_default();
            stack.extend([made, manager, made]);
        }
        Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop => {}
        Op::ImportFrom
        | Op::WithExceptStart
        | Op::ForIter
        | Op::GetLen
        | Op::MatchSequence
        | Op::MatchMapping
        | Op::MatchKeys => stack.push(made),
        Op::ListAppend
        | Op::SetAdd
        | Op::ListExtend
        | Op::SetUpdate
        | Op::DictUpdate
        | Op::DictMerge => {
            stack.pop();
        }
        Op::MapAdd => stack.truncate(stack.len() - 2),
        Op::GetYieldFromIter => {}
        Op::GetIter if loops == LoopedOver::Iterable => {}
        Op::CheckExcMatch | Op::Send => {
            stack.pop();
            stack.push(made);
        }
        _ => {
            let (pops, pushes) = stack_effect(instruction, Way::Next);
            stack.truncate(stack.len().saturating_sub(pops as usize));
            stack.extend((0..pushes).map(|_| made));
        }
    }
}

/// The local is about to change: what the stack holds of it must own its reference.
fn kill(local: u32, stack: &[Reference], strong: &mut [bool]) {
    for reference in stack
        .iter()
        .filter(|reference| reference.local == Some(local))
    {
        own(*reference, strong);
    }
}

/// Finds the instructions of a block that CPython makes one, first come first served.
fn pairs(code: &Code, range: Range<usize>, checked: &[bool], quirks: &[Quirks]) -> Vec<Pair> {
    let mut pairs = vec![Pair::Single; range.len()];
    let counts = |i: &usize| !matches!(code.instructions[*i].op, Op::Statement | Op::Nop);
    let listed: Vec<usize> = range.clone().filter(counts).collect();
    let mut k = 0;
    while k + 1 < listed.len() {
        let (i, j) = (listed[k], listed[k + 1]);
        let (first, second) = (code.instructions[i], code.instructions[j]);
        let is_load = |i: usize, op: Op| op == Op::LoadFast && !checked[i];
        let fits = first.arg < PAIRABLE_SLOTS
            && second.arg < PAIRABLE_SLOTS
            && code.positions[i].line == code.positions[j].line
            && !quirks[i].null_follows;
        let both_loads = is_load(i, first.op) && is_load(j, second.op);
        let after_store =
            first.op == Op::StoreFast && (is_load(j, second.op) || second.op == Op::StoreFast);
        if fits && both_loads {
            pairs[i - range.start] = Pair::LoadWith(j);
        } else if fits && after_store {
            pairs[j - range.start] = Pair::AfterStore;
        } else {
            k += 1;
            continue;
        }
        k += 2;
    }
    pairs
}

fn mark(code: &mut Code, range: Range<usize>, pairs: &[Pair], checked: &[bool], strong: &[bool]) {
    let mut partner: Option<(usize, usize)> = None;
    for i in range.clone() {
        if code.instructions[i].op != Op::LoadFast || checked[i] {
            continue;
        }
        let borrows = match (pairs[i - range.start], partner) {
            (Pair::AfterStore, _) => false,
            (_, Some((j, first))) if j == i => !strong[i] && !strong[first],
            (Pair::LoadWith(j), _) => {
                partner = Some((j, i));
                !strong[i] && !strong[j]
            }
            _ => !strong[i],
        };
        if borrows {
            code.instructions[i].op = Op::LoadFastBorrow;
        }
    }
}

/// The loads of locals that may be unbound there.
fn loads_of_unbound(code: &Code, blocks: &Layout) -> Vec<bool> {
    let mut checked = vec![false; code.instructions.len()];
    let n_params = code.n_args
        + code.n_keyword_only
        + u32::from(code.has_varargs)
        + u32::from(code.has_varkeywords);
    let below = |n: u32| {
        if n >= FOLLOWED_LOCALS {
            u64::MAX
        } else {
            (1 << n) - 1
        }
    };
    let mut unbound: Vec<u64> = vec![0; blocks.len()];
    unbound[0] = below(code.n_locals) & !below(n_params);
    let mut work: Vec<usize> = (0..blocks.len()).rev().collect();
    while let Some(block) = work.pop() {
        let mut later = unbound[block];
        for i in blocks.range(block) {
            let instruction = code.instructions[i];
            let handler = code
                .handlers
                .iter()
                .find(|h| (h.start..h.end).contains(&(i as u32)));
            let mut reach = |target: usize, mask: u64| {
                let target = blocks.at(target);
                if unbound[target] | mask != unbound[target] {
                    unbound[target] |= mask;
                    work.push(target);
                }
            };
            if let Some(handler) = handler {
                reach(handler.target as usize, later);
            }
            check_load(i, instruction, &mut later, &mut checked);
            if is_jump(instruction.op) {
                reach(instruction.arg as usize, later);
            }
            if i + 1 == blocks.range(block).end
                && i + 1 < code.instructions.len()
                && !ends_flow(instruction.op)
            {
                reach(i + 1, later);
            }
        }
    }
    check_far_locals(code, blocks, &mut checked);
    checked
}

/// `unbound` has a bit for each local that may be unbound before the instruction, and afterwards.
fn check_load(i: usize, instruction: Instruction, unbound: &mut u64, checked: &mut [bool]) {
    if instruction.arg >= FOLLOWED_LOCALS {
        return;
    }
    let bit = 1 << instruction.arg;
    match instruction.op {
        Op::DeleteFast | Op::LoadFastAndClear | Op::RestoreFast => *unbound |= bit,
        Op::StoreFast => *unbound &= !bit,
        Op::LoadFast => {
            checked[i] |= *unbound & bit != 0;
            *unbound &= !bit;
        }
        _ => {}
    }
}

/// Locals beyond the first 64 count as bound only after a load or store in the same block.
fn check_far_locals(code: &Code, blocks: &Layout, checked: &mut [bool]) {
    for block in 0..blocks.len() {
        let mut bound = std::collections::HashSet::new();
        for i in blocks.range(block) {
            let instruction = code.instructions[i];
            if instruction.arg < FOLLOWED_LOCALS {
                continue;
            }
            match instruction.op {
                Op::DeleteFast | Op::LoadFastAndClear | Op::RestoreFast => {
                    bound.remove(&instruction.arg);
                }
                Op::StoreFast => {
                    bound.insert(instruction.arg);
                }
                Op::LoadFast => checked[i] = bound.insert(instruction.arg),
                _ => {}
            }
        }
    }
}
