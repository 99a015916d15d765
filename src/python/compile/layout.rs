//! The basic blocks of a code, in the order and with the gaps that CPython's optimizer leaves.
//!
//! CPython follows normal flow from the entry when it looks for loads that may borrow; a block that its optimizer
//! emptied (dead code after a raise in a handler, a jump that became redundant) ends that walk, so that all that comes
//! after keeps owning its references. Programs see this in sys.getrefcount.
//! Mirrors remove_unreachable, inline_small_or_no_lineno_blocks, jump_thread, push_cold_blocks_to_end and
//! remove_redundant_jumps in CPython's Python/flowgraph.c (3.14).

use std::ops::Range;

use crate::python::code::{Code, Op};

use super::effect::{ends_flow, is_jump};
use super::unit::Quirks;

/// CPython copies a block that leaves the function to where it is jumped to, if it has no more instructions.
const MAX_COPY_SIZE: usize = 4;

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GoesOn {
    /// With a jump, conditional or not, to that block.
    Jumps(usize),
    /// With a copy of that block, which leaves the function.
    Copied(usize),
    /// With the next block: no jump, or one that became redundant.
    Falls,
    /// By return or raise.
    Leaves,
}

#[derive(Debug)]
struct Block {
    range: Range<usize>,
    goes_on: GoesOn,
    /// Ends with an instruction that never goes on to the next block.
    ends_flow: bool,
    /// What CPython has left of it.
    n_instructions: usize,
    /// Reached without an exception.
    is_warm: bool,
    /// Reached only by way of an exception: CPython puts it at the end.
    is_cold: bool,
}

#[derive(Debug)]
pub(super) struct Layout {
    blocks: Vec<Block>,
    /// The walk ends at a block without instructions, instead of going on behind it.
    stops_at_gaps: bool,
}

impl Layout {
    pub fn of(code: &Code, quirks: &[Quirks], stops_at_gaps: bool) -> Layout {
        let mut layout = Layout {
            blocks: split(code, quirks),
            stops_at_gaps,
        };
        layout.find_jumps(code, quirks);
        layout.find_warm_and_cold(code);
        layout.drop_redundant_jumps();
        layout
    }

    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    pub fn range(&self, block: usize) -> Range<usize> {
        self.blocks[block].range.clone()
    }

    pub fn goes_on(&self, block: usize) -> GoesOn {
        self.blocks[block].goes_on
    }

    /// The block that an instruction begins, marks before it aside.
    pub fn at(&self, start: usize) -> usize {
        self.blocks
            .partition_point(|block| block.range.end <= start)
    }

    /// Where the block's last instruction jumps, if CPython's walk goes on there.
    pub fn jump_target(&self, block: usize) -> Option<usize> {
        match self.blocks[block].goes_on {
            GoesOn::Jumps(target) => self.reached(target),
            _ => None,
        }
    }

    /// The block after this one, if this one goes on there and CPython's walk does.
    pub fn falls_into(&self, block: usize) -> Option<usize> {
        let this = &self.blocks[block];
        if this.ends_flow && this.goes_on != GoesOn::Falls {
            return None;
        }
        self.reached(self.after(block)?)
    }

    /// Where the walk is that comes to a block.
    fn reached(&self, block: usize) -> Option<usize> {
        match self.stops_at_gaps {
            true => Some(block).filter(|block| self.blocks[*block].n_instructions > 0),
            false => self.nonempty(Some(block)),
        }
    }

    /// The next block of CPython's order.
    fn after(&self, block: usize) -> Option<usize> {
        (block + 1..self.blocks.len()).find(|next| !self.blocks[*next].is_cold)
    }

    /// The block itself or the first one after it that has instructions left.
    fn nonempty(&self, block: Option<usize>) -> Option<usize> {
        let mut block = block?;
        while self.blocks[block].n_instructions == 0 {
            block = self.after(block)?;
        }
        Some(block)
    }

    /// Follows jumps to jumps, and finds the exits that are copied.
    fn find_jumps(&mut self, code: &Code, quirks: &[Quirks]) {
        for i in 0..self.blocks.len() {
            let Some(last) = self.blocks[i].range.clone().last() else {
                continue;
            };
            let op = code.instructions[last].op;
            if !is_jump(op) {
                continue;
            }
            let mut target = self.at(code.instructions[last].arg as usize);
            let is_unconditional = ends_flow(op);
            for _ in 0..self.blocks.len() {
                match self.lone_jump(code, quirks, target, is_unconditional) {
                    Some(next) if next != target && !matches!(op, Op::ForIter | Op::Send) => {
                        target = next
                    }
                    _ => break,
                }
            }
            let exit = &self.blocks[target];
            let is_copied = is_unconditional
                && exit.goes_on == GoesOn::Leaves
                && exit.n_instructions <= MAX_COPY_SIZE;
            self.blocks[i].goes_on = if is_copied {
                GoesOn::Copied(target)
            } else {
                GoesOn::Jumps(target)
            };
        }
    }

    /// Where a block leads that does nothing but jump, if CPython follows jumps through it.
    fn lone_jump(
        &self,
        code: &Code,
        quirks: &[Quirks],
        block: usize,
        is_unconditional: bool,
    ) -> Option<usize> {
        let mut counted = self.range(block).filter(|i| counts(code, quirks, *i) > 0);
        let first = counted.next()?;
        let last = code.instructions[self.range(block).end - 1];
        let is_jump = |op| matches!(op, Op::Jump | Op::JumpBackward);
        if is_unconditional && self.range(block).all(|i| quirks[i].no_location) && is_jump(last.op)
        {
            return Some(self.at(last.arg as usize));
        }
        let instruction = code.instructions[first];
        let is_followed = is_unconditional || !quirks[first].no_interrupt;
        (is_jump(instruction.op) && is_followed).then(|| self.at(instruction.arg as usize))
    }

    fn find_warm_and_cold(&mut self, code: &Code) {
        let mut work = vec![0];
        while let Some(i) = work.pop() {
            if !std::mem::replace(&mut self.blocks[i].is_warm, true) {
                work.extend(self.successors(i));
            }
        }
        loop {
            let is_reached = |block: &Block| block.is_warm || block.is_cold;
            let target_of = |handler: &crate::python::code::Handler| {
                let target = self.at(handler.target as usize);
                let range = handler.start as usize..handler.end as usize;
                let overlaps = |b: &Block| b.range.start < range.end && range.start < b.range.end;
                let is_live = self
                    .blocks
                    .iter()
                    .any(|block| is_reached(block) && overlaps(block));
                (is_live && !is_reached(&self.blocks[target])).then_some(target)
            };
            let mut work: Vec<usize> = code.handlers.iter().filter_map(target_of).collect();
            if work.is_empty() {
                break;
            }
            while let Some(i) = work.pop() {
                if !self.blocks[i].is_warm && !std::mem::replace(&mut self.blocks[i].is_cold, true)
                {
                    work.extend(self.successors(i));
                }
            }
        }
        for block in &mut self.blocks {
            if !block.is_warm && !block.is_cold {
                block.n_instructions = 0;
            }
        }
    }

    fn successors(&self, block: usize) -> impl Iterator<Item = usize> {
        let this = &self.blocks[block];
        let jump = match this.goes_on {
            GoesOn::Jumps(target) => Some(target),
            _ => None,
        };
        let next = (!this.ends_flow && block + 1 < self.blocks.len()).then_some(block + 1);
        jump.into_iter().chain(next)
    }

    /// Jumps to what follows anyway disappear; a block that was nothing else is then empty.
    fn drop_redundant_jumps(&mut self) {
        loop {
            let is_redundant = |i: &usize| {
                let block = &self.blocks[*i];
                let GoesOn::Jumps(target) = block.goes_on else {
                    return false;
                };
                let is_live = block.is_warm && block.ends_flow && block.n_instructions > 0;
                is_live && self.nonempty(Some(target)) == self.nonempty(self.after(*i))
            };
            let Some(i) = (0..self.blocks.len()).find(is_redundant) else {
                break;
            };
            self.blocks[i].goes_on = GoesOn::Falls;
            self.blocks[i].n_instructions -= 1;
        }
    }
}

/// How many instructions CPython has for one of ours.
fn counts(code: &Code, quirks: &[Quirks], i: usize) -> usize {
    match code.instructions[i].op {
        Op::Statement => usize::from(quirks[i].kept_nop),
        Op::Nop => 0,
        _ => 1 + usize::from(quirks[i].null_follows),
    }
}

fn split(code: &Code, quirks: &[Quirks]) -> Vec<Block> {
    let n = code.instructions.len();
    let mut is_start = vec![false; n + 1];
    is_start[0] = true;
    for (i, instruction) in code.instructions.iter().enumerate() {
        if is_jump(instruction.op) {
            is_start[instruction.arg as usize] = true;
        }
        is_start[i + 1] |= is_jump(instruction.op) || ends_flow(instruction.op);
    }
    for handler in &code.handlers {
        is_start[handler.target as usize] = true;
    }
    let mut starts: Vec<usize> = Vec::new();
    for start in (0..n).filter(|i| is_start[*i]) {
        let is_mark = |previous: &usize| (*previous..start).all(|i| counts(code, quirks, i) == 0);
        if !starts.last().is_some_and(is_mark) {
            starts.push(start);
        }
    }
    let block = |(k, start): (usize, &usize)| {
        let range = *start..starts.get(k + 1).copied().unwrap_or(n);
        let last = code.instructions[range.end - 1].op;
        let goes_on = match last {
            Op::Return | Op::Raise | Op::Reraise => GoesOn::Leaves,
            _ => GoesOn::Falls,
        };
        Block {
            n_instructions: range.clone().map(|i| counts(code, quirks, i)).sum(),
            range,
            goes_on,
            ends_flow: ends_flow(last),
            is_warm: false,
            is_cold: false,
        }
    };
    starts.iter().enumerate().map(block).collect()
}
