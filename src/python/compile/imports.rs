//! Imports.
//!
//! Mirrors codegen_import, codegen_from_import in CPython's Python/codegen.c and Python/future.c.

use ruff_python_ast as ast;
use ruff_python_ast::Stmt;
use ruff_text_size::TextRange;

use crate::python::code::{Constant, Op};

use super::names::Use;
use super::{Compiler, Result};

const FUTURE_FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl<'a> Compiler<'a> {
    pub(super) fn import(&mut self, node: &'a ast::StmtImport) -> Result {
        for alias in &node.names {
            self.import_name(node.range, 0, None, &alias.name);
            let mut parts = alias.name.split('.');
            let first = parts.next().unwrap_or_default();
            match &alias.asname {
                None => self.name(node.range, first, Use::Store)?,
                Some(name) => {
                    let rest: Vec<&str> = parts.collect();
                    for (i, part) in rest.iter().enumerate() {
                        self.attribute(node.range, Op::ImportFrom, part);
                        if i + 1 < rest.len() {
                            self.op(node.range, Op::Swap, 2);
                            self.op(node.range, Op::PopTop, 0);
                        }
                    }
                    self.name(node.range, name, Use::Store)?;
                    if !rest.is_empty() {
                        self.op(node.range, Op::PopTop, 0);
                    }
                }
            }
        }
        Ok(())
    }

    fn import_name(&mut self, range: TextRange, level: u32, names: Option<&[&str]>, module: &str) {
        let level = self.constants.intern(Constant::Int(i64::from(level)));
        self.load(range, &level);
        match names {
            Some(names) => {
                let names = self.constants.names(names.iter().copied());
                self.load(range, &names);
            }
            None => self.load_none(range),
        }
        let index = self.unit.names.index(&module.into());
        self.op(range, Op::ImportName, index);
    }

    pub(super) fn import_from(&mut self, node: &'a ast::StmtImportFrom) -> Result {
        let module = node.module.as_ref().map_or("", |module| module.as_str());
        if module == "__future__" && node.level == 0 {
            return self.future(node);
        }
        let names: Vec<&str> = node.names.iter().map(|alias| alias.name.as_str()).collect();
        self.import_name(node.range, node.level, Some(&names), module);
        if names == ["*"] {
            self.op(node.range, Op::ImportStar, 0);
            return Ok(());
        }
        for alias in &node.names {
            self.attribute(node.range, Op::ImportFrom, &alias.name);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.name(node.range, bound, Use::Store)?;
        }
        self.op(node.range, Op::PopTop, 0);
        Ok(())
    }

    /// The imports from `__future__` at the beginning of a program take effect before it is compiled.
    pub(super) fn future_imports(&mut self, body: &'a [Stmt]) -> Result {
        let is_string = |statement: &Stmt| matches!(statement, Stmt::Expr(node) if node.value.is_string_literal_expr());
        let skipped = usize::from(body.first().is_some_and(is_string));
        for statement in &body[skipped..] {
            let Stmt::ImportFrom(node) = statement else {
                break;
            };
            if node.module.as_deref() != Some("__future__") || node.level != 0 {
                break;
            }
            self.n_future_imports += 1;
            self.string_annotations |= node.names.iter().any(|alias| &*alias.name == "annotations");
        }
        Ok(())
    }

    /// Differs from CPython: the name of the feature is not bound.
    fn future(&mut self, node: &'a ast::StmtImportFrom) -> Result {
        if self.n_future_imports == 0 || !self.outer.is_empty() {
            return self.error(
                node.range,
                "from __future__ imports must occur at the beginning of the file",
            );
        }
        self.n_future_imports -= 1;
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "braces" {
                return self.error(alias.range, "not a chance");
            }
            if !FUTURE_FEATURES.contains(&name) {
                return self.error(alias.range, format!("future feature {name} is not defined"));
            }
        }
        Ok(())
    }
}
