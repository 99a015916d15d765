//! What must hold of every [`Code`]: checked in tests, and the measure of its stack.
//!
//! Mirrors calculate_stackdepth in CPython's Python/flowgraph.c.

use crate::profile::StackRules;
use crate::python::code::{Code, CodeKind, Constant, Instruction, Op, make_function};

use super::effect::{Way, ends_flow, is_jump, stack_effect};

/// The depth of the stack before each instruction, on all paths; none where no path leads.
fn depths(code: &Code) -> Result<Vec<Option<u32>>, String> {
    let n = code.instructions.len();
    let mut depths: Vec<Option<u32>> = vec![None; n];
    let mut work = Vec::new();
    reach(&mut depths, &mut work, 0, 0)?;
    while let Some(i) = work.pop() {
        let depth = depths[i].unwrap_or(0);
        let instruction = code.instructions[i];
        if let Some(handler) = code
            .handlers
            .iter()
            .find(|h| (h.start..h.end).contains(&(i as u32)))
        {
            if depth < handler.depth {
                return Err(format!(
                    "{i}: depth {depth} is less than the handler's {}",
                    handler.depth
                ));
            }
            reach(
                &mut depths,
                &mut work,
                handler.target as usize,
                handler.depth + 1,
            )?;
        }
        if is_jump(instruction.op) {
            let depth = after(i, instruction, Way::Jump, depth)?;
            reach(&mut depths, &mut work, instruction.arg as usize, depth)?;
        }
        if !ends_flow(instruction.op) {
            let depth = after(i, instruction, Way::Next, depth)?;
            reach(&mut depths, &mut work, i + 1, depth)?;
        }
    }
    Ok(depths)
}

fn reach(
    depths: &mut [Option<u32>],
    work: &mut Vec<usize>,
    target: usize,
    depth: u32,
) -> Result<(), String> {
    match depths.get_mut(target) {
        None => Err(format!("goes on at {target}, beyond the last instruction")),
        Some(Some(known)) if *known != depth => Err(format!(
            "{target}: depth {known} on one path, {depth} on another"
        )),
        Some(Some(_)) => Ok(()),
        Some(unknown) => {
            *unknown = Some(depth);
            work.push(target);
            Ok(())
        }
    }
}

fn after(i: usize, instruction: Instruction, way: Way, depth: u32) -> Result<u32, String> {
    let (pops, pushes) = stack_effect(instruction, way);
    match depth.checked_sub(pops) {
        Some(rest) => Ok(rest + pushes),
        None => Err(format!("{i}: {:?} pops {pops} of {depth}", instruction.op)),
    }
}

/// The deepest that CPython's stack gets, which is so much deeper than ours at each instruction.
pub(super) fn stack_size(code: &Code, deeper: &[i32], rules: &StackRules) -> u32 {
    let deepest = |(i, depth): (usize, &Option<u32>)| {
        let depth = (*depth)?;
        if rules.returned_constants && returns_constant(code, i) {
            return None;
        }
        let (pops, pushes) = stack_effect(code.instructions[i], Way::Next);
        let depth = depth.max(depth.saturating_sub(pops) + pushes);
        Some(depth.saturating_add_signed(deeper[i]))
    };
    let least = match (code.is_generator, code.kind) {
        (false, _) => rules.least,
        (true, CodeKind::Comprehension) => rules.generator_expression,
        (true, _) => rules.generator,
    };
    // What is wrong with a code is for `verify` to say.
    let depths = depths(code).unwrap_or_default();
    let deepest = depths.iter().enumerate().filter_map(deepest);
    deepest.fold(least, u32::max)
}

/// Whether the instruction is one of the two that CPython has a single one for, RETURN_CONST.
fn returns_constant(code: &Code, i: usize) -> bool {
    let op = |i: usize| code.instructions.get(i).map(|it| it.op);
    let is_load = |i: usize| op(i) == Some(Op::LoadConst);
    match op(i) {
        Some(Op::LoadConst) => op(i + 1) == Some(Op::Return),
        Some(Op::Return) => i.checked_sub(1).is_some_and(is_load),
        _ => false,
    }
}

/// Checks a code and all codes in it: depths agree on all paths, nothing is popped that is not there, operands are in
/// range, handlers and positions fit.
pub fn verify(code: &Code) -> Result<(), String> {
    let context = |error: String| format!("{}: {error}", code.qualname);
    if code.positions.len() != code.instructions.len() {
        return Err(context(
            "positions and instructions differ in number".to_owned(),
        ));
    }
    depths(code).map_err(context)?;
    let n = code.instructions.len() as u32;
    for handler in &code.handlers {
        if handler.start >= handler.end || handler.end > n || handler.target >= n {
            return Err(context(format!("bad handler {handler:?}")));
        }
    }
    for (i, instruction) in code.instructions.iter().enumerate() {
        verify_operand(code, *instruction).map_err(|error| context(format!("{i}: {error}")))?;
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = &**constant {
            verify(inner)?;
        }
    }
    Ok(())
}

fn verify_operand(code: &Code, instruction: Instruction) -> Result<(), String> {
    let arg = instruction.arg as usize;
    let limit = match instruction.op {
        Op::LoadConst => code.constants.len(),
        Op::LoadFast
        | Op::LoadFastBorrow
        | Op::StoreFast
        | Op::DeleteFast
        | Op::LoadFastAndClear
        | Op::RestoreFast => code.n_locals as usize,
        Op::MakeCell
        | Op::LoadClosure
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref
        | Op::LoadClassDeref => {
            let is_cell = code.cell_slots.contains(&instruction.arg);
            let first_free = code.slots.len() - code.n_free as usize;
            if !is_cell && arg < first_free {
                return Err(format!("{:?} {arg} names no cell", instruction.op));
            }
            code.slots.len()
        }
        Op::LoadName
        | Op::StoreName
        | Op::DeleteName
        | Op::LoadGlobal
        | Op::LoadClassOrGlobal
        | Op::StoreGlobal
        | Op::DeleteGlobal
        | Op::LoadAttr
        | Op::StoreAttr
        | Op::DeleteAttr
        | Op::LoadMethod
        | Op::LoadSuperMethod
        | Op::ImportName
        | Op::ImportFrom => code.names.len(),
        Op::MakeFunction => {
            let constant = code.constants.get(arg >> make_function::SHIFT);
            if !matches!(
                constant.map(|constant| &**constant),
                Some(Constant::Code(_))
            ) {
                return Err(format!("MakeFunction {arg} names no code"));
            }
            return Ok(());
        }
        _ => return Ok(()),
    };
    if arg < limit {
        Ok(())
    } else {
        Err(format!(
            "operand of {:?} {arg} is not below {limit}",
            instruction.op
        ))
    }
}
