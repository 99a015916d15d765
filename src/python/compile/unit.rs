//! One code object in the making: instructions with labels instead of targets, and the stack depth at each point.
//!
//! Invariant: `depth` is the depth of the evaluation stack before the next instruction, if it can be reached.
//! Mirrors the compiler unit and the frame blocks of CPython's Python/compile.c and Python/codegen.c.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::python::code::{CodeKind, Constant, Instruction, Op, Position};
use crate::python::symbols::ScopeId;

use super::effect::{Way, stack_effect};

/// A place in the instructions that jumps and handlers name before it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

#[derive(Clone, Copy, Debug, Default)]
struct LabelState {
    index: Option<u32>,
    /// Depth of the stack at the label, once a jump to it was seen.
    depth: Option<u32>,
}

/// An operand before the frame's slots are laid out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operand {
    Value(u32),
    Target(Label),
    /// The i-th name in `cells`, then in `free`.
    Cell(u32),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    pub op: Op,
    pub operand: Operand,
    pub position: Position,
    pub handler: Option<Label>,
    pub quirks: Quirks,
    /// How much deeper CPython's stack is here.
    pub deeper: i32,
}

/// In which ways CPython's instructions differ around one of ours, for the analysis of borrowed locals.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quirks {
    /// CPython pushes a null after it, for the call to come.
    pub null_follows: bool,
    /// A statement's mark that stands for an instruction: CPython keeps a NOP for `pass` and `try`.
    pub kept_nop: bool,
    /// A jump out of a try or with statement: conditional jumps are not redirected through it.
    pub no_interrupt: bool,
    /// CPython gives it no line: a block of nothing else that ends in a jump is copied to where it is jumped to.
    pub no_location: bool,
}

/// Names in order of first use, each once.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    pub names: Vec<Rc<str>>,
    index: HashMap<Rc<str>, u32>,
}

impl NameTable {
    pub fn index(&mut self, name: &Rc<str>) -> u32 {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        let index = self.names.len() as u32;
        self.names.push(name.clone());
        self.index.insert(name.clone(), index);
        index
    }

    /// The name at that index.
    pub fn name(&self, index: u32) -> Rc<str> {
        self.names[index as usize].clone()
    }

    pub fn position(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }
}

/// What encloses the statement being compiled, and what leaving it early must undo.
#[derive(Clone, Copy, Debug)]
pub(super) enum BlockKind<'a> {
    WhileLoop,
    ForLoop,
    TryExcept,
    FinallyTry(&'a [ruff_python_ast::Stmt]),
    /// In the exceptional copy of a `finally`: previous exception and exception stand on the stack.
    FinallyEnd,
    With(Position),
    /// In an `except`; with the name that it binds.
    HandlerCleanup(Option<&'a ruff_python_ast::Identifier>),
    /// In the clauses of `except*`, which nothing may leave by a jump.
    StarHandlers,
    /// In one of them.
    StarCleanup,
    /// A value on the stack that a return drops.
    PopValue,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'a> {
    pub kind: BlockKind<'a>,
    /// Where `continue` goes, in a loop.
    pub start: Label,
    /// Where `break` goes, in a loop.
    pub exit: Label,
    /// The handler that protects what is around the block.
    pub outer_handler: Option<Label>,
}

#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub kind: CodeKind,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub first_line: u32,
    pub scope: ScopeId,
    /// Inlined comprehensions around the expression being compiled, the innermost last.
    pub inlined: Vec<ScopeId>,
    /// The class whose name mangles private names.
    pub private: Option<Rc<str>>,
    pub docstring: Option<Rc<str>>,
    pub n_args: u32,
    pub n_positional_only: u32,
    pub n_keyword_only: u32,
    pub has_varargs: bool,
    pub has_varkeywords: bool,
    pub is_generator: bool,
    pub varnames: NameTable,
    pub names: NameTable,
    pub cells: Vec<Rc<str>>,
    pub free: Vec<Rc<str>>,
    pub constants: Vec<Rc<Constant>>,
    constant_index: HashMap<*const Constant, u32>,
    pub instructions: Vec<Pending>,
    labels: Vec<LabelState>,
    pub depth: u32,
    /// How much deeper CPython's stack is at present; see [`crate::profile::StackRules`].
    pub deeper: i32,
    pub blocks: Vec<Block<'a>>,
    /// Where an exception goes that the next instruction raises.
    pub handler: Option<Label>,
    /// Of the last instruction.
    pub position: Position,
    /// Names that the methods of a class assign on self.
    pub static_attributes: BTreeSet<Rc<str>>,
}

impl<'a> Unit<'a> {
    pub fn new(
        kind: CodeKind,
        name: Rc<str>,
        qualname: Rc<str>,
        first_line: u32,
        scope: ScopeId,
    ) -> Self {
        Unit {
            kind,
            name,
            qualname,
            first_line,
            scope,
            inlined: Vec::new(),
            private: None,
            docstring: None,
            n_args: 0,
            n_positional_only: 0,
            n_keyword_only: 0,
            has_varargs: false,
            has_varkeywords: false,
            is_generator: false,
            varnames: NameTable::default(),
            names: NameTable::default(),
            cells: Vec::new(),
            free: Vec::new(),
            constants: Vec::new(),
            constant_index: HashMap::new(),
            instructions: Vec::new(),
            labels: Vec::new(),
            depth: 0,
            deeper: 0,
            blocks: Vec::new(),
            handler: None,
            position: Position::default(),
            static_attributes: BTreeSet::new(),
        }
    }

    pub fn emit(&mut self, position: Position, op: Op, arg: u32) {
        self.push(position, op, Operand::Value(arg));
    }

    pub fn emit_cell(&mut self, position: Position, op: Op, cell: u32) {
        self.push(position, op, Operand::Cell(cell));
    }

    pub fn emit_jump(&mut self, position: Position, op: Op, target: Label) {
        let (pops, pushes) = stack_effect(Instruction { op, arg: 0 }, Way::Jump);
        let depth = self.depth.saturating_sub(pops) + pushes;
        self.labels[target.0].depth.get_or_insert(depth);
        self.push(position, op, Operand::Target(target));
    }

    fn push(&mut self, position: Position, op: Op, operand: Operand) {
        let arg = if let Operand::Value(arg) = operand {
            arg
        } else {
            0
        };
        let (pops, pushes) = stack_effect(Instruction { op, arg }, Way::Next);
        self.depth = self.depth.saturating_sub(pops) + pushes;
        self.position = position;
        self.instructions.push(Pending {
            op,
            operand,
            position,
            handler: self.handler,
            quirks: Quirks::default(),
            deeper: self.deeper,
        });
    }

    /// CPython's stack is so much deeper at the last instruction alone.
    pub fn deepen_last(&mut self, by: i8) {
        if let Some(last) = self.instructions.last_mut() {
            last.deeper += i32::from(by);
        }
    }

    /// CPython's stack is so much deeper from here on.
    pub fn deepen(&mut self, by: i8) {
        self.deeper += i32::from(by);
    }

    /// The end of what [`Unit::deepen`] began.
    pub fn rise(&mut self, by: i8) {
        self.deeper -= i32::from(by);
    }

    /// Notes how CPython differs around the last instruction.
    pub fn note(&mut self, note: impl FnOnce(&mut Quirks)) {
        if let Some(last) = self.instructions.last_mut() {
            note(&mut last.quirks);
        }
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() - 1)
    }

    /// A label at the next instruction.
    pub fn label_here(&mut self) -> Label {
        let label = self.label();
        self.place(label);
        label
    }

    pub fn place(&mut self, label: Label) {
        let state = &mut self.labels[label.0];
        state.index = Some(self.instructions.len() as u32);
        match state.depth {
            Some(depth) => self.depth = depth,
            None => state.depth = Some(self.depth),
        }
    }

    /// Protects what follows: exceptions unwind to the present depth and go on at the label.
    pub fn protect(&mut self, handler: Label) {
        self.protect_below(handler, 0);
    }

    /// As `protect`, but the handler drops the topmost `n` values of the present stack too.
    pub fn protect_below(&mut self, handler: Label, n: u32) {
        self.labels[handler.0].depth = Some(self.depth.saturating_sub(n) + 1);
        self.handler = Some(handler);
    }

    /// The depth to which a handler unwinds the stack, without the exception.
    pub fn handler_depth(&self, handler: Label) -> u32 {
        self.labels[handler.0].depth.unwrap_or(1) - 1
    }

    /// The instruction that a label stands before.
    ///
    /// # Panics
    /// When the label was never placed.
    pub fn index_of(&self, label: Label) -> u32 {
        self.labels[label.0]
            .index
            .expect("every label that is used is placed")
    }

    pub fn constant(&mut self, constant: &Rc<Constant>) -> u32 {
        let next = self.constants.len() as u32;
        let index = *self
            .constant_index
            .entry(Rc::as_ptr(constant))
            .or_insert(next);
        if index == next {
            self.constants.push(constant.clone());
        }
        index
    }

    /// The captured name's place in cells and free variables.
    pub fn cell_index(&self, name: &str) -> Option<u32> {
        let find = |names: &[Rc<str>]| {
            names
                .iter()
                .position(|cell| &**cell == name)
                .map(|i| i as u32)
        };
        find(&self.cells).or_else(|| find(&self.free).map(|i| i + self.cells.len() as u32))
    }
}
