//! try and with: the instructions of a body, its handlers, and which protects which.
//!
//! A handler begins with the exception on top of the stack. While it runs, the exception that was current before
//! stands on the stack below everything that the handler pushes.
//! Mirrors codegen_try_except, codegen_try_finally and codegen_with in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{Op, Position};

use super::names::Use;
use super::unit::{BlockKind, Label};
use super::{Compiler, Result};

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, node: &'a ast::StmtTry) -> Result {
        if node.finalbody.is_empty() {
            return self.try_except(node);
        }
        self.try_finally(node)
    }

    fn try_finally(&mut self, node: &'a ast::StmtTry) -> Result {
        let (handler, exit) = (self.unit.label(), self.unit.label());
        self.push_block(
            BlockKind::FinallyTry(&node.finalbody),
            handler,
            exit,
            node.range,
        )?;
        self.unit.protect(handler);
        if node.handlers.is_empty() {
            self.body(&node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.pop_block();
        self.body(&node.finalbody)?;
        let position = self.unit.position;
        self.unit.emit_jump(position, Op::Jump, exit);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        self.finally_handler(handler, &node.finalbody, node.range)?;
        self.unit.place(exit);
        Ok(())
    }

    /// The copy of a `finally` that runs when an exception passes.
    fn finally_handler(&mut self, handler: Label, body: &'a [Stmt], range: TextRange) -> Result {
        self.unit.place(handler);
        let cleanup = self.unit.label();
        self.push_block(BlockKind::FinallyEnd, handler, cleanup, range)?;
        self.unit.protect(cleanup);
        let position = self.unit.position;
        let deeper = self.profile.code.stack.finishing;
        self.unit.deepen(deeper);
        self.unit.emit(position, Op::PushExcInfo, 0);
        self.body(body)?;
        self.unit.rise(deeper);
        let position = self.unit.position;
        self.unit.emit(position, Op::Reraise, 0);
        self.pop_block();
        self.restore_and_reraise(cleanup, position);
        Ok(())
    }

    /// Where an exception goes that a handler itself raises: `previous exception --`.
    pub(super) fn restore_and_reraise(&mut self, cleanup: Label, position: Position) {
        self.unit.place(cleanup);
        self.unit.emit(position, Op::Swap, 2);
        self.unit.deepen_last(self.profile.code.stack.reraising);
        self.unit.emit(position, Op::PopExcept, 0);
        self.unit.emit(position, Op::Reraise, 0);
    }

    fn try_except(&mut self, node: &'a ast::StmtTry) -> Result {
        if node.is_star {
            return self.try_star_except(node);
        }
        let (handler, end) = (self.unit.label(), self.unit.label());
        let outer = self.tried(node, handler, end)?;
        let position = self.unit.position;
        let cleanup = self.unit.label();
        self.unit.protect(cleanup);
        self.unit.emit(position, Op::PushExcInfo, 0);
        let last = node.handlers.len().saturating_sub(1);
        for (i, ast::ExceptHandler::ExceptHandler(clause)) in node.handlers.iter().enumerate() {
            if clause.type_.is_none() && i < last {
                return self.error(clause.range, "default 'except:' must be last");
            }
            self.except_clause(clause, end, outer)?;
            self.unit.handler = Some(cleanup);
        }
        let position = self.unit.position;
        self.unit.emit(position, Op::Reraise, 0);
        self.unit.handler = outer;
        self.restore_and_reraise(cleanup, position);
        self.unit.place(end);
        Ok(())
    }

    /// What is tried, with `else` and the way to the end; the handler begins. Gives the handler around it all.
    pub(super) fn tried(
        &mut self,
        node: &'a ast::StmtTry,
        handler: Label,
        end: Label,
    ) -> Result<Option<Label>> {
        self.push_block(BlockKind::TryExcept, handler, end, node.range)?;
        self.unit.protect(handler);
        self.body(&node.body)?;
        self.pop_block();
        self.body(&node.orelse)?;
        let position = self.unit.position;
        self.unit.emit_jump(position, Op::Jump, end);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        self.unit.place(handler);
        Ok(self.unit.handler)
    }

    /// One `except`: `previous exception --` and on to the end, or to the next clause with both still there.
    fn except_clause(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        end: Label,
        outer: Option<Label>,
    ) -> Result {
        let next = self.unit.label();
        let deeper = self.profile.code.stack;
        if let Some(kind) = &clause.type_ {
            self.mark(TextRange::new(clause.range.start(), kind.end()));
            self.unit.deepen(deeper.matching);
            self.expression(kind)?;
            self.op(clause.range, Op::CheckExcMatch, 0);
            self.jump(clause.range, Op::PopJumpIfFalse, next);
            self.unit.rise(deeper.matching);
        } else {
            self.mark(TextRange::at(clause.range.start(), 6.into()));
        }
        let depth = self.unit.depth;
        let position = self.position(clause.range);
        let cleanup = self.unit.handler;
        self.unit.deepen(deeper.handling);
        match &clause.name {
            Some(name) => self.name(clause.range, name, Use::Store)?,
            None => self.unit.emit(position, Op::PopTop, 0),
        }
        let body_cleanup = self.unit.label();
        let block = BlockKind::HandlerCleanup(clause.name.as_ref());
        self.push_block(block, next, end, clause.range)?;
        if let Some(block) = self.unit.blocks.last_mut() {
            block.outer_handler = outer;
        }
        if clause.name.is_some() {
            self.unit.protect(body_cleanup);
        }
        self.body(&clause.body)?;
        self.pop_block();
        let position = self.unit.position;
        let first = self.unit.instructions.len();
        self.unit.emit(position, Op::PopExcept, 0);
        if let Some(name) = &clause.name {
            self.unbind(position, name);
        }
        self.unit.emit_jump(position, Op::Jump, end);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        for pending in &mut self.unit.instructions[first..] {
            pending.quirks.no_location = true;
        }
        self.unit.rise(deeper.handling);
        if let Some(name) = &clause.name {
            self.unit.handler = cleanup;
            self.unit.place(body_cleanup);
            self.unit.deepen(deeper.unbinding);
            self.unbind(position, name);
            self.unit.rise(deeper.unbinding);
            self.unit.emit(position, Op::Reraise, 0);
        }
        self.unit.depth = depth;
        self.unit.place(next);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, node: &'a ast::StmtWith) -> Result {
        if node.is_async {
            return self.error(node.range, "async with is not supported");
        }
        self.with_items(&node.items, &node.body, node.range)
    }

    fn with_items(
        &mut self,
        items: &'a [ast::WithItem],
        body: &'a [Stmt],
        range: TextRange,
    ) -> Result {
        let Some((item, inner)) = items.split_first() else {
            return self.body(body);
        };
        let position = self.position(self.marked_part(item.context_expr.range(), range));
        let (handler, exit) = (self.unit.label(), self.unit.label());
        self.expression(&item.context_expr)?;
        self.push_block(BlockKind::With(position), handler, exit, range)?;
        self.unit.emit(position, Op::BeforeWith, 0);
        self.unit.protect_below(handler, 1);
        let managed = self.profile.code.stack.managed;
        self.unit.deepen(managed);
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.unit.emit(position, Op::PopTop, 0),
        }
        self.with_items(inner, body, range)?;
        self.pop_block();
        self.call_exit(position);
        self.unit.rise(managed);
        self.unit.emit_jump(position, Op::Jump, exit);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        self.with_handler(handler, exit, position);
        self.unit.place(exit);
        Ok(())
    }

    /// `exit manager exception --`: the manager may swallow the exception.
    fn with_handler(&mut self, handler: Label, exit: Label, position: Position) {
        let outer = self.unit.handler;
        let (cleanup, suppress) = (self.unit.label(), self.unit.label());
        self.unit.place(handler);
        self.unit.protect(cleanup);
        let deeper = self.profile.code.stack.exiting;
        self.unit.deepen(deeper);
        self.unit.emit(position, Op::PushExcInfo, 0);
        self.unit.emit(position, Op::WithExceptStart, 0);
        self.unit.emit_jump(position, Op::PopJumpIfTrue, suppress);
        self.unit.emit(position, Op::Reraise, 0);
        self.unit.place(suppress);
        self.unit.emit(position, Op::PopTop, 0);
        self.unit.handler = outer;
        self.unit.emit(position, Op::PopExcept, 0);
        self.unit.emit(position, Op::PopTop, 0);
        self.unit.emit(position, Op::PopTop, 0);
        self.unit.emit_jump(position, Op::Jump, exit);
        self.unit.note(|quirks| quirks.no_interrupt = true);
        self.restore_and_reraise(cleanup, position);
        self.unit.rise(deeper);
    }
}
