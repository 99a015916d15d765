//! Statements: each begins with a mark, and leaves the evaluation stack as it found it.
//!
//! Mirrors codegen_visit_stmt in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::python::code::{CodeKind, Op};

use super::{Compiler, Result};

impl<'a> Compiler<'a> {
    pub(super) fn statement(&mut self, statement: &'a Stmt) -> Result {
        self.mark(self.header(statement));
        if matches!(statement, Stmt::Pass(_) | Stmt::Try(_)) {
            self.unit.note(|quirks| quirks.kept_nop = true);
        }
        match statement {
            Stmt::FunctionDef(node) => self.function(node),
            Stmt::ClassDef(node) => self.class(node),
            Stmt::Return(node) => self.return_statement(node),
            Stmt::Delete(node) => node
                .targets
                .iter()
                .try_for_each(|target| self.delete(target)),
            Stmt::Assign(node) => self.assign(node),
            Stmt::AugAssign(node) => self.augmented_assign(node),
            Stmt::AnnAssign(node) => self.annotated_assign(node),
            Stmt::For(node) => self.for_loop(node),
            Stmt::While(node) => self.while_loop(node),
            Stmt::If(node) => self.if_statement(node),
            Stmt::With(node) => self.with_statement(node),
            Stmt::Raise(node) => self.raise(node),
            Stmt::Try(node) => self.try_statement(node),
            Stmt::Assert(node) => self.assert(node),
            Stmt::Import(node) => self.import(node),
            Stmt::ImportFrom(node) => self.import_from(node),
            Stmt::Expr(node) => self.expression_statement(node),
            Stmt::Break(node) => self.break_loop(node.range),
            Stmt::Continue(node) => self.continue_loop(node.range),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => Ok(()),
            Stmt::Match(node) => self.match_statement(node),
            Stmt::TypeAlias(node) => self.error(node.range, "type aliases are not supported"),
            Stmt::IpyEscapeCommand(node) => self.error(node.range, "invalid syntax"),
        }
    }

    /// The mark at the start of a statement.
    pub(super) fn mark(&mut self, range: TextRange) {
        self.op(range, Op::Statement, 0);
    }

    /// What a debugger would show as the statement: of a compound statement its first line's part.
    fn header(&self, statement: &Stmt) -> TextRange {
        let start = statement.start();
        let to = |end: TextSize| TextRange::new(start, end);
        match statement {
            Stmt::FunctionDef(node) => {
                let end = node
                    .returns
                    .as_ref()
                    .map_or(node.parameters.range.end(), |returns| returns.end());
                TextRange::new(self.definition_start(&node.decorator_list, node.range), end)
            }
            Stmt::ClassDef(node) => {
                let end = node
                    .arguments
                    .as_ref()
                    .map_or(node.name.range.end(), |arguments| arguments.range.end());
                TextRange::new(self.definition_start(&node.decorator_list, node.range), end)
            }
            Stmt::For(node) => to(node.iter.end()),
            Stmt::While(node) => to(node.test.end()),
            Stmt::If(node) => to(node.test.end()),
            Stmt::With(node) => to(node
                .items
                .last()
                .map_or(node.range.end(), |item| item.range.end())),
            Stmt::Try(_) => to(start + TextSize::from(3)),
            Stmt::Match(node) => to(node.subject.end()),
            _ => statement.range(),
        }
    }

    /// Where `def` or `class` stands after the decorators.
    pub(super) fn definition_start(
        &self,
        decorators: &[ast::Decorator],
        range: TextRange,
    ) -> TextSize {
        let Some(last) = decorators.last() else {
            return range.start();
        };
        let mut at = last.range.end().to_usize();
        let bytes = self.source.as_bytes();
        while at < bytes.len() {
            match bytes[at] {
                b'#' => {
                    at += self.source[at..]
                        .find('\n')
                        .unwrap_or(self.source.len() - at)
                }
                b'd' | b'c' | b'a' => break,
                _ => at += 1,
            }
        }
        TextSize::try_from(at).unwrap_or(range.start())
    }

    fn expression_statement(&mut self, node: &'a ast::StmtExpr) -> Result {
        if self.unit.kind == CodeKind::Interactive {
            self.expression(&node.value)?;
            self.op(node.range, Op::PrintExpr, 0);
            return Ok(());
        }
        let is_literal = matches!(
            &*node.value,
            Expr::StringLiteral(_)
                | Expr::BytesLiteral(_)
                | Expr::NumberLiteral(_)
                | Expr::BooleanLiteral(_)
                | Expr::NoneLiteral(_)
                | Expr::EllipsisLiteral(_)
        );
        if is_literal && self.constants.fold(&node.value).is_some() {
            self.unit.note(|quirks| quirks.kept_nop = true);
            return Ok(());
        }
        self.expression(&node.value)?;
        self.op(node.range, Op::PopTop, 0);
        Ok(())
    }

    fn raise(&mut self, node: &'a ast::StmtRaise) -> Result {
        let mut n = 0;
        for part in [&node.exc, &node.cause].into_iter().flatten() {
            self.expression(part)?;
            n += 1;
        }
        self.op(node.range, Op::Raise, n);
        Ok(())
    }

    fn assert(&mut self, node: &'a ast::StmtAssert) -> Result {
        self.warn_of_true_assertion(node);
        let end = self.unit.label();
        self.jump_if(&node.test, end, true)?;
        let range = node.test.range();
        // Up to 3.11 a comparison leaves its own position behind, anything else the statement's.
        let is_comparison =
            node.test.is_compare_expr() && !self.profile.code.marks_parts_of_expressions;
        let range = if is_comparison {
            range
        } else {
            self.marked_part(range, node.range)
        };
        self.op(range, Op::LoadAssertionError, 0);
        if let Some(message) = &node.msg {
            self.expression(message)?;
            let marked = if is_comparison { range } else { node.range };
            self.op(marked, Op::Call, 1);
        }
        self.op(range, Op::Raise, 1);
        self.unit.place(end);
        Ok(())
    }

    /// Takes the docstring off a body, if it begins with one, and binds `__doc__` in a module or class.
    pub(super) fn docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        self.set_up_annotations(body);
        let Some(Stmt::Expr(first)) = body.first() else {
            return body;
        };
        let Expr::StringLiteral(literal) = &*first.value else {
            return body;
        };
        let text = literal.value.to_str();
        let text = if self.profile.code.cleans_docstrings {
            clean_docstring(text)
        } else {
            text.to_owned()
        };
        self.unit.docstring = Some(text.as_str().into());
        if !self.is_function() {
            self.load_str(first.range, &text);
            let name = self.unit.names.index(&"__doc__".into());
            self.op(first.range, Op::StoreName, name);
        }
        &body[1..]
    }
}

/// A docstring without the indentation that all its lines but the first share.
fn clean_docstring(text: &str) -> String {
    let expanded: Vec<String> = text.split('\n').map(expand_tabs).collect();
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let margin = expanded[1..]
        .iter()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(indent)
        .min();
    let (first, rest) = expanded
        .split_first()
        .expect("split gives at least one part");
    let mut lines = vec![first.trim_start_matches(' ').to_owned()];
    for line in rest {
        let cut = margin.unwrap_or(0).min(indent(line));
        lines.push(line[cut..].to_owned());
    }
    lines.join("\n")
}

fn expand_tabs(line: &str) -> String {
    let mut expanded = String::new();
    let mut column = 0;
    for c in line.chars() {
        if c == '\t' {
            let n = 8 - column % 8;
            expanded.extend(std::iter::repeat_n(' ', n));
            column += n;
        } else {
            expanded.push(c);
            column += 1;
        }
    }
    expanded
}
