//! The compiler: a syntax tree to [`Code`].
//!
//! Pure: it knows no heap. It keeps CPython's order of evaluation and what stays on the evaluation stack meanwhile,
//! because those references are visible through sys.getrefcount; where versions differ it reads the profile.
//! Mirrors CPython's Python/compile.c, Python/codegen.c and Python/flowgraph.c.

use std::rc::Rc;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::profile::Profile;
use crate::python::code::{Code, CodeKind, Constant, Op, Position, SyntaxWarning};
use crate::python::parse::{self, LineIndex};
use crate::python::symbols::{ScopeId, Scopes, SymbolError};

pub use crate::python::parse::{SyntaxError, SyntaxErrorKind};

mod assemble;
mod assign;
mod borrow;
mod calls;
mod comprehensions;
mod constants;
mod control;
mod definitions;
mod display;
mod displays;
mod effect;
mod expressions;
mod fold;
mod imports;
mod layout;
mod names;
mod pattern;
mod statements;
mod strings;
mod try_star;
mod try_with;
mod unit;
mod unused;
mod verify;
mod warnings;

#[cfg(test)]
mod tests;

pub use effect::{Way, is_jump, stack_effect};
pub use verify::verify;

use constants::ConstantPool;
use unit::Unit;

type Result<T = ()> = std::result::Result<T, SyntaxError>;

/// State of the compilation of one unit: a module, an input at the prompt, an expression.
struct Compiler<'a> {
    source: &'a str,
    lines: &'a LineIndex,
    filename: Rc<str>,
    profile: &'a Profile,
    scopes: Scopes,
    constants: ConstantPool,
    /// The code object being compiled.
    unit: Unit<'a>,
    /// Those around it, the outermost first.
    outer: Vec<Unit<'a>>,
    /// Annotations stay text (`from __future__ import annotations`).
    string_annotations: bool,
    /// How many imports from `__future__` may still come.
    n_future_imports: usize,
    /// What it warned of so far.
    warnings: Vec<SyntaxWarning>,
}

/// Compiles a program.
pub fn compile_module(source: &str, filename: &str, profile: &Profile) -> Result<Rc<Code>> {
    let lines = LineIndex::new(source);
    let module = parse::parse_module(source, &lines, profile)?;
    let scopes =
        Scopes::of_module(&module, profile).map_err(|error| symbol_error(source, &lines, error))?;
    let mut compiler = Compiler::new(
        source,
        &lines,
        filename,
        profile,
        scopes,
        CodeKind::Module,
        1,
    );
    compiler.module(&module.body)?;
    compiler.finish()
}

/// Compiles what was typed at the prompt: one [`Code`] for each line of simple statements and each compound statement,
/// each a unit of its own. Line numbers are those of `source`.
pub fn compile_interactive(
    source: &str,
    filename: &str,
    profile: &Profile,
) -> Result<Vec<Rc<Code>>> {
    let lines = LineIndex::new(source);
    let module = parse::parse_module(source, &lines, profile)?;
    let mut rest: &[Stmt] = &module.body;
    let mut codes = Vec::new();
    while let Some(first) = rest.first() {
        let mut n = 1;
        while n < rest.len() && share_line(&lines, &rest[n - 1], &rest[n]) {
            n += 1;
        }
        let (input, later) = rest.split_at(n);
        rest = later;
        let scopes = Scopes::of_statements(input, profile)
            .map_err(|error| symbol_error(source, &lines, error))?;
        let (line, _) = lines.line_and_column(first.start());
        let mut compiler = Compiler::new(
            source,
            &lines,
            filename,
            profile,
            scopes,
            CodeKind::Interactive,
            line,
        );
        compiler.interactive(input)?;
        codes.push(compiler.finish()?);
    }
    Ok(codes)
}

/// Compiles an expression, for eval(): the code returns its value.
pub fn compile_expression(source: &str, filename: &str, profile: &Profile) -> Result<Rc<Code>> {
    let trimmed = source.trim_start_matches([' ', '\t']);
    let lines = LineIndex::new(trimmed);
    let parsed = parse::parse_expression(trimmed, &lines, profile)?;
    let body = &*parsed.body;
    let scopes = Scopes::of_expression(body, profile)
        .map_err(|error| symbol_error(trimmed, &lines, error))?;
    let mut compiler = Compiler::new(
        trimmed,
        &lines,
        filename,
        profile,
        scopes,
        CodeKind::Module,
        1,
    );
    compiler.expression(body)?;
    compiler.op(body.range(), Op::Return, 0);
    compiler.finish()
}

/// Statements on one line, parted by semicolons, are one input.
fn share_line(lines: &LineIndex, before: &Stmt, after: &Stmt) -> bool {
    lines.line_and_column(before.end()).0 == lines.line_and_column(after.start()).0
}

fn symbol_error(source: &str, lines: &LineIndex, error: SymbolError) -> SyntaxError {
    lines.error(
        source,
        error.range,
        SyntaxErrorKind::SyntaxError,
        error.message,
    )
}

impl<'a> Compiler<'a> {
    fn new(
        source: &'a str,
        lines: &'a LineIndex,
        filename: &str,
        profile: &'a Profile,
        scopes: Scopes,
        kind: CodeKind,
        first_line: u32,
    ) -> Self {
        let root = scopes.root();
        let name: Rc<str> = "<module>".into();
        let unit = Unit::new(kind, name.clone(), name, first_line, root);
        let mut compiler = Compiler {
            source,
            lines,
            filename: filename.into(),
            profile,
            scopes,
            constants: ConstantPool::for_profile(profile),
            unit,
            outer: Vec::new(),
            string_annotations: false,
            n_future_imports: 0,
            warnings: Vec::new(),
        };
        compiler.find_cells(root);
        compiler.prologue();
        compiler
    }

    fn finish(mut self) -> Result<Rc<Code>> {
        let unit = std::mem::replace(
            &mut self.unit,
            Unit::new(CodeKind::Module, "".into(), "".into(), 0, ScopeId(0)),
        );
        let mut code = assemble::assemble(unit, self.filename, &mut self.constants, self.profile);
        code.warnings = self.warnings;
        code.in_tree = self.constants.take_in_tree();
        Ok(Rc::new(code))
    }

    fn module(&mut self, body: &'a [Stmt]) -> Result {
        self.future_imports(body)?;
        self.deferred_annotations(body, "__annotate__")?;
        let body = self.docstring(body);
        self.body(body)?;
        self.return_none();
        Ok(())
    }

    fn interactive(&mut self, body: &'a [Stmt]) -> Result {
        self.future_imports(body)?;
        self.body(body)?;
        self.return_none();
        Ok(())
    }

    fn position(&self, range: TextRange) -> Position {
        self.lines.position(range)
    }

    fn op(&mut self, range: TextRange, op: Op, arg: u32) {
        let position = self.position(range);
        self.unit.emit(position, op, arg);
    }

    fn load(&mut self, range: TextRange, constant: &Rc<Constant>) {
        let index = self.unit.constant(constant);
        self.op(range, Op::LoadConst, index);
    }

    fn load_none(&mut self, range: TextRange) {
        let none = self.constants.none();
        self.load(range, &none);
    }

    /// The end of a body: CPython gives it the position of what ran last.
    fn return_none(&mut self) {
        let position = self.unit.position;
        let none = self.constants.none();
        let index = self.unit.constant(&none);
        self.unit.emit(position, Op::LoadConst, index);
        self.unit.emit(position, Op::Return, 0);
    }

    fn error<T>(&self, range: TextRange, message: impl Into<String>) -> Result<T> {
        Err(self
            .lines
            .error(self.source, range, SyntaxErrorKind::SyntaxError, message))
    }

    fn body(&mut self, body: &'a [Stmt]) -> Result {
        body.iter()
            .try_for_each(|statement| self.statement(statement))
    }

    fn expressions(&mut self, expressions: &'a [Expr]) -> Result {
        expressions
            .iter()
            .try_for_each(|expression| self.expression(expression))
    }
}
