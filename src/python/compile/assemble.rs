//! The last step: a unit's labelled instructions to a [`Code`].
//!
//! Lays out the frame's slots, replaces labels by indices, and makes the table of handlers.
//! Mirrors CPython's Python/assemble.c and the layout of localsplus in Objects/codeobject.c.

use std::rc::Rc;

use crate::profile::Profile;
use crate::python::code::{Code, Handler, Instruction};

use super::borrow::borrow_locals;
use super::constants::ConstantPool;
use super::unit::{Operand, Pending, Quirks, Unit};
use super::verify::stack_size;

/// Where the cells and free variables of a unit stand among the frame's slots.
struct Layout {
    slots: Vec<Rc<str>>,
    /// By index into cells, then free variables.
    cell_slots: Vec<u32>,
}

pub(super) fn assemble(
    unit: Unit,
    filename: Rc<str>,
    constants: &mut ConstantPool,
    profile: &Profile,
) -> Code {
    let layout = lay_out(&unit);
    let resolve = |pending: &Pending| {
        let arg = match pending.operand {
            Operand::Value(arg) => arg,
            Operand::Target(label) => unit.index_of(label),
            Operand::Cell(cell) => layout.cell_slots[cell as usize],
        };
        Instruction {
            op: pending.op,
            arg,
        }
    };
    let instructions: Vec<Instruction> = unit.instructions.iter().map(resolve).collect();
    let handlers = handlers(&unit);
    let quirks: Vec<Quirks> = unit
        .instructions
        .iter()
        .map(|pending| pending.quirks)
        .collect();
    let mut code = Code {
        kind: unit.kind,
        stack_size: 0,
        n_locals: unit.varnames.names.len() as u32,
        cell_slots: layout.cell_slots[..unit.cells.len()].to_vec(),
        n_free: unit.free.len() as u32,
        cells_last: Default::default(),
        slots: layout.slots,
        positions: unit
            .instructions
            .iter()
            .map(|pending| pending.position)
            .collect(),
        instructions,
        handlers,
        name: unit.name,
        qualname: unit.qualname,
        filename,
        first_line: unit.first_line,
        docstring: unit.docstring,
        n_args: unit.n_args,
        n_positional_only: unit.n_positional_only,
        n_keyword_only: unit.n_keyword_only,
        has_varargs: unit.has_varargs,
        has_varkeywords: unit.has_varkeywords,
        is_generator: unit.is_generator,
        names: unit.names.names,
        constants_tuple: constants.tuple_of_code(&unit.constants),
        constants: unit.constants,
        in_tree: Vec::new(),
        warnings: Vec::new(),
    };
    let deeper: Vec<i32> = unit
        .instructions
        .iter()
        .map(|pending| pending.deeper)
        .collect();
    code.stack_size = stack_size(&code, &deeper, &profile.code.stack);
    if profile.borrows_locals {
        borrow_locals(&mut code, &quirks, &profile.code);
    }
    code
}

fn lay_out(unit: &Unit) -> Layout {
    let mut slots = unit.varnames.names.clone();
    let mut cell_slots = Vec::new();
    for cell in &unit.cells {
        let slot = unit.varnames.position(cell).unwrap_or_else(|| {
            slots.push(cell.clone());
            slots.len() as u32 - 1
        });
        cell_slots.push(slot);
    }
    for free in &unit.free {
        cell_slots.push(slots.len() as u32);
        slots.push(free.clone());
    }
    Layout { slots, cell_slots }
}

/// One entry for each run of instructions with one handler.
fn handlers(unit: &Unit) -> Vec<Handler> {
    let mut handlers: Vec<Handler> = Vec::new();
    let mut open = None;
    for (i, pending) in unit.instructions.iter().enumerate() {
        let i = i as u32;
        match pending.handler {
            Some(label) if open == Some(label) => {
                if let Some(handler) = handlers.last_mut() {
                    handler.end = i + 1;
                }
            }
            Some(label) => handlers.push(Handler {
                start: i,
                end: i + 1,
                target: unit.index_of(label),
                depth: unit.handler_depth(label),
            }),
            None => {}
        }
        open = pending.handler;
    }
    handlers
}
