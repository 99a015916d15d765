//! Control flow: if, loops, and leaving blocks early by return, break and continue.
//!
//! Mirrors codegen_if, codegen_for, codegen_while, codegen_return and codegen_unwind_fblock in CPython's
//! Python/codegen.c.

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{Op, Position};

use super::names::Use;
use super::unit::{Block, BlockKind};
use super::{Compiler, Result};

/// Whether a value on top of the stack must survive the unwinding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Kept,
    None,
}

/// How far the unwinding goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Loop,
    Function,
}

const LEAVES_STAR: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

impl<'a> Compiler<'a> {
    pub(super) fn if_statement(&mut self, node: &'a ast::StmtIf) -> Result {
        let end = self.unit.label();
        let mut next = self.unit.label();
        self.jump_if(&node.test, next, false)?;
        self.body(&node.body)?;
        for clause in &node.elif_else_clauses {
            let position = self.unit.position;
            self.unit.emit_jump(position, Op::Jump, end);
            self.unit.place(next);
            next = self.unit.label();
            if let Some(test) = &clause.test {
                self.mark(TextRange::new(clause.range.start(), test.end()));
                self.jump_if(test, next, false)?;
            }
            self.body(&clause.body)?;
        }
        self.unit.place(next);
        self.unit.place(end);
        Ok(())
    }

    pub(super) fn while_loop(&mut self, node: &'a ast::StmtWhile) -> Result {
        let header = TextRange::new(node.range.start(), node.test.end());
        let (orelse, exit) = (self.unit.label(), self.unit.label());
        let test = self.unit.label_here();
        // The statement's mark was emitted just before; each further turn begins with a mark of its own.
        let next = self.unit.label();
        self.jump_if(&node.test, orelse, false)?;
        let again = if self.profile.code.tests_while_at_the_end {
            self.unit.label_here()
        } else {
            test
        };
        self.push_block(BlockKind::WhileLoop, next, exit, node.range)?;
        self.body(&node.body)?;
        self.pop_block();
        self.unit.place(next);
        self.mark(header);
        if self.profile.code.tests_while_at_the_end {
            self.jump_if(&node.test, orelse, false)?;
        }
        self.jump(header, Op::JumpBackward, again);
        self.unit.place(orelse);
        self.body(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    pub(super) fn for_loop(&mut self, node: &'a ast::StmtFor) -> Result {
        if node.is_async {
            return self.error(node.range, "async for is not supported");
        }
        let header = TextRange::new(node.range.start(), node.iter.end());
        let (end, exit, next) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.iterated(&node.iter)?;
        let marked = self.marked_part(node.iter.range(), node.range);
        self.op(marked, Op::GetIter, 0);
        let index = self.profile.code.stack.looped_over;
        self.unit.deepen(index);
        let start = self.unit.label_here();
        self.jump(marked, Op::ForIter, end);
        self.push_block(BlockKind::ForLoop, next, exit, node.range)?;
        self.store(&node.target)?;
        self.body(&node.body)?;
        self.pop_block();
        self.unit.place(next);
        self.mark(header);
        self.jump(node.iter.range(), Op::JumpBackward, start);
        self.unit.rise(index);
        self.unit.place(end);
        self.body(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    /// What a traceback marks when the part of the whole fails that the statement is about.
    pub(super) fn marked_part(&self, part: TextRange, whole: TextRange) -> TextRange {
        if self.profile.code.marks_parts_of_statements {
            part
        } else {
            whole
        }
    }

    pub(super) fn push_block(
        &mut self,
        kind: BlockKind<'a>,
        start: super::unit::Label,
        exit: super::unit::Label,
        range: TextRange,
    ) -> Result {
        if self.unit.blocks.len() as u32 >= self.profile.code.max_blocks {
            return self.error(range, "too many statically nested blocks");
        }
        let outer_handler = self.unit.handler;
        self.unit.blocks.push(Block {
            kind,
            start,
            exit,
            outer_handler,
        });
        Ok(())
    }

    /// Ends the innermost block; what follows is protected by what protected the block.
    pub(super) fn pop_block(&mut self) {
        if let Some(block) = self.unit.blocks.pop() {
            self.unit.handler = block.outer_handler;
        }
    }

    pub(super) fn return_statement(&mut self, node: &'a ast::StmtReturn) -> Result {
        if !self.is_function() {
            return self.error(node.range, "'return' outside function");
        }
        let constant = match &node.value {
            Some(value) => self.constants.fold(value),
            None => Some(self.constants.none()),
        };
        match (&node.value, &constant) {
            (Some(value), None) => {
                self.expression(value)?;
                self.unwind(Until::Function, Top::Kept, node.range, |this| {
                    this.op(node.range, Op::Return, 0);
                })
            }
            (value, _) => {
                self.keep_first_operand(value.as_deref());
                let range = value.as_ref().map_or(node.range, |value| value.range());
                self.unwind(Until::Function, Top::None, range, |this| {
                    if let Some(constant) = &constant {
                        this.load(range, constant);
                    }
                    this.op(node.range, Op::Return, 0);
                })
            }
        }
    }

    pub(super) fn break_loop(&mut self, range: TextRange) -> Result {
        let Some(target) = self.innermost_loop() else {
            return self.error(range, "'break' outside loop");
        };
        self.unwind(Until::Loop, Top::None, range, |this| {
            if let BlockKind::ForLoop = target.kind {
                this.op(range, Op::PopTop, 0);
            }
            this.jump(range, Op::Jump, target.exit);
        })
    }

    pub(super) fn continue_loop(&mut self, range: TextRange) -> Result {
        let Some(target) = self.innermost_loop() else {
            return self.error(range, "'continue' not properly in loop");
        };
        self.unwind(Until::Loop, Top::None, range, |this| {
            this.jump(range, Op::Jump, target.start)
        })
    }

    fn innermost_loop(&self) -> Option<Block<'a>> {
        let is_loop =
            |block: &&Block| matches!(block.kind, BlockKind::WhileLoop | BlockKind::ForLoop);
        self.unit.blocks.iter().rev().find(is_loop).copied()
    }

    /// Undoes the blocks from the innermost out, lets `leave` jump or return, and restores the state for the code
    /// that follows.
    fn unwind(
        &mut self,
        until: Until,
        top: Top,
        range: TextRange,
        leave: impl FnOnce(&mut Self),
    ) -> Result {
        let blocks = self.unit.blocks.clone();
        let (handler, depth) = (self.unit.handler, self.unit.depth);
        while let Some(block) = self.unit.blocks.last().copied() {
            let is_loop = matches!(block.kind, BlockKind::WhileLoop | BlockKind::ForLoop);
            if is_loop && until == Until::Loop {
                break;
            }
            self.unit.blocks.pop();
            self.unwind_block(block, top, range)?;
        }
        leave(self);
        self.unit.blocks = blocks;
        self.unit.handler = handler;
        self.unit.depth = if top == Top::Kept { depth - 1 } else { depth };
        Ok(())
    }

    fn unwind_block(&mut self, block: Block<'a>, top: Top, range: TextRange) -> Result {
        let position = self.position(range);
        let keep = |this: &mut Self| {
            if top == Top::Kept {
                this.unit.emit(position, Op::Swap, 2);
            }
        };
        match block.kind {
            BlockKind::WhileLoop | BlockKind::StarCleanup => {}
            BlockKind::StarHandlers => return self.error(range, LEAVES_STAR),
            BlockKind::ForLoop | BlockKind::PopValue => {
                keep(self);
                self.unit.emit(position, Op::PopTop, 0);
            }
            BlockKind::TryExcept => self.unit.handler = block.outer_handler,
            BlockKind::FinallyTry(body) => {
                self.unit.handler = block.outer_handler;
                if top == Top::Kept {
                    self.unit.blocks.push(Block {
                        kind: BlockKind::PopValue,
                        ..block
                    });
                }
                self.body(body)?;
                if top == Top::Kept {
                    self.unit.blocks.pop();
                }
            }
            BlockKind::FinallyEnd => {
                keep(self);
                self.unit.emit(position, Op::PopTop, 0);
                keep(self);
                self.unit.handler = block.outer_handler;
                self.unit.emit(position, Op::PopExcept, 0);
            }
            BlockKind::With(with_position) => {
                self.unit.handler = block.outer_handler;
                if top == Top::Kept {
                    self.unit.emit(position, Op::Swap, 3);
                    self.unit.emit(position, Op::Swap, 2);
                }
                self.call_exit(with_position);
            }
            BlockKind::HandlerCleanup(name) => {
                keep(self);
                self.unit.handler = block.outer_handler;
                self.unit.emit(position, Op::PopExcept, 0);
                if let Some(name) = name {
                    self.unbind(position, name);
                }
            }
        }
        Ok(())
    }

    /// The end of `except … as name`: the name is unbound, bound or not.
    pub(super) fn unbind(&mut self, position: Position, name: &str) {
        let none = self.constants.none();
        let none = self.unit.constant(&none);
        self.unit.emit(position, Op::LoadConst, none);
        self.name_at(position, name, Use::Store);
        self.name_at(position, name, Use::Delete);
    }

    /// `exit(None, None, None)`, its result dropped.
    pub(super) fn call_exit(&mut self, position: Position) {
        let none = self.constants.none();
        let none = self.unit.constant(&none);
        for _ in 0..3 {
            self.unit.emit(position, Op::LoadConst, none);
        }
        self.unit.emit(position, Op::CallExit, 0);
        self.unit.emit(position, Op::PopTop, 0);
    }
}
