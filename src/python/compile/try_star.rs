//! `try` with `except*`: each clause takes its part of a group, and what is left or raised is raised together.
//!
//! While the clauses run the stack holds `previous original raised rest`: the exception as it came, a list of what each
//! clause raised, and what none took yet. Mirrors codegen_try_star_except in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::Op;

use super::names::Use;
use super::unit::{BlockKind, Label};
use super::{Compiler, Result};

/// CPython compares with None and jumps in one instruction (POP_JUMP_IF_NONE), and pushes nothing for it.
const COMPARED_UNPUSHED: i8 = -1;
/// Under the exception of a clause's body CPython keeps the place where it was raised.
const WHERE_RAISED: i8 = 1;

impl<'a> Compiler<'a> {
    pub(super) fn try_star_except(&mut self, node: &'a ast::StmtTry) -> Result {
        let (handler, end) = (self.unit.label(), self.unit.label());
        let outer = self.tried(node, handler, end)?;
        let position = self.unit.position;
        let cleanup = self.unit.label();
        self.push_block(BlockKind::StarHandlers, handler, end, node.range)?;
        self.unit.protect(cleanup);
        let reraising = self.profile.code.stack.reraising;
        self.unit.emit(position, Op::PushExcInfo, 0);
        self.unit.emit(position, Op::BuildList, 0);
        self.unit.emit(position, Op::Copy, 2);
        for ast::ExceptHandler::ExceptHandler(clause) in &node.handlers {
            self.star_clause(clause)?;
        }
        self.unit.blocks.pop();
        let position = self.unit.position;
        self.unit.emit(position, Op::ListAppend, 1);
        self.reraise_star(end, outer);
        self.restore_and_reraise(cleanup, position);
        self.unit.deepen_last(reraising);
        self.unit.place(end);
        Ok(())
    }

    /// `raised rest -- raised rest`
    fn star_clause(&mut self, clause: &'a ast::ExceptHandlerExceptHandler) -> Result {
        let (no_match, raised, next) = (self.unit.label(), self.unit.label(), self.unit.label());
        let around = self.unit.handler;
        if let Some(kind) = &clause.type_ {
            self.mark(TextRange::new(clause.range.start(), kind.end()));
            self.expression(kind)?;
        }
        self.op(clause.range, Op::CheckEgMatch, 0);
        self.op(clause.range, Op::Copy, 1);
        self.load_none(clause.range);
        self.unit.deepen_last(COMPARED_UNPUSHED);
        self.op(clause.range, Op::Is, 0);
        self.unit.deepen_last(COMPARED_UNPUSHED);
        self.jump(clause.range, Op::PopJumpIfTrue, no_match);
        match &clause.name {
            Some(name) => self.name(clause.range, name, Use::Store)?,
            None => self.op(clause.range, Op::PopTop, 0),
        }
        self.push_block(BlockKind::StarCleanup, next, next, clause.range)?;
        self.unit.protect(raised);
        self.body(&clause.body)?;
        self.pop_block();
        let position = self.unit.position;
        if let Some(name) = &clause.name {
            self.unbind(position, name);
        }
        self.unit.emit_jump(position, Op::Jump, next);
        self.unit.handler = around;
        self.unit.place(raised);
        self.unit.deepen(WHERE_RAISED);
        if let Some(name) = &clause.name {
            self.unbind(position, name);
        }
        self.unit.rise(WHERE_RAISED);
        self.unit.emit(position, Op::ListAppend, 2);
        self.unit.emit_jump(position, Op::Jump, next);
        self.unit.place(no_match);
        self.unit.emit(position, Op::PopTop, 0);
        self.unit.place(next);
        Ok(())
    }

    /// `previous original raised --`
    fn reraise_star(&mut self, end: Label, outer: Option<Label>) {
        let position = self.unit.position;
        let reraise = self.unit.label();
        self.unit.emit(position, Op::PrepReraiseStar, 0);
        self.unit.emit(position, Op::Copy, 1);
        let none = self.constants.none();
        let none = self.unit.constant(&none);
        self.unit.emit(position, Op::LoadConst, none);
        self.unit.deepen_last(COMPARED_UNPUSHED);
        self.unit.emit(position, Op::Is, 0);
        self.unit.deepen_last(COMPARED_UNPUSHED);
        self.unit.emit_jump(position, Op::PopJumpIfFalse, reraise);
        self.unit.handler = outer;
        self.unit.emit(position, Op::PopTop, 0);
        self.unit.emit(position, Op::PopExcept, 0);
        self.unit.emit_jump(position, Op::Jump, end);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        self.restore_and_reraise(reraise, position);
    }
}
