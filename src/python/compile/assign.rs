//! Assignment in all its forms, and del.
//!
//! Mirrors codegen_visit_stmt's assignments, unpack_helper, codegen_augassign and codegen_annassign in CPython's
//! Python/codegen.c, and the removal of tuples that are packed only to be unpacked in Python/flowgraph.c.

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{CodeKind, Op};

use super::expressions::binary_operator;
use super::names::Use;
use super::{Compiler, Result};

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, node: &'a ast::StmtAssign) -> Result {
        if let [target] = &node.targets[..]
            && self.exchange(target, &node.value)?
        {
            return Ok(());
        }
        self.expression(&node.value)?;
        let (last, before) = node
            .targets
            .split_last()
            .expect("an assignment has a target");
        for target in before {
            self.op(node.range, Op::Copy, 1);
            self.store(target)?;
        }
        self.store(last)
    }

    /// `a, b = b, a` makes no tuple. Says whether the assignment was such a one.
    fn exchange(&mut self, target: &'a Expr, value: &'a Expr) -> Result<bool> {
        let (Some(targets), Expr::Tuple(value)) = (sequence(target), value) else {
            return Ok(false);
        };
        let n = targets.len();
        let is_starred = targets.iter().chain(&value.elts).any(Expr::is_starred_expr);
        if !(1..=3).contains(&n) || value.elts.len() != n || is_starred {
            return Ok(false);
        }
        let is_constant = self.constants.fold_tuple(&value.elts).is_some();
        if is_constant && !self.profile.code.unpacks_constants_by_swap {
            return Ok(false);
        }
        self.expressions(&value.elts)?;
        if self.can_reorder_stores(targets) {
            targets
                .iter()
                .rev()
                .try_for_each(|target| self.store(target))?;
            return Ok(true);
        }
        if n > 1 {
            self.op(target.range(), Op::Swap, n as u32);
        }
        targets.iter().try_for_each(|target| self.store(target))?;
        Ok(true)
    }

    /// Whether the values can be stored the last one first instead of being swapped.
    fn can_reorder_stores(&self, targets: &'a [Expr]) -> bool {
        let mut names = Vec::new();
        for target in targets {
            let Expr::Name(name) = target else {
                return false;
            };
            if names.contains(&&name.id) || !self.is_fast(&name.id) {
                return false;
            }
            names.push(&name.id);
        }
        let line = |target: &Expr| self.position(target.range()).line;
        self.profile.code.swaps_by_store_order
            && targets
                .iter()
                .all(|target| line(target) == line(&targets[0]))
    }

    /// Stores the value on top of the stack.
    pub(super) fn store(&mut self, target: &'a Expr) -> Result {
        let range = target.range();
        match target {
            Expr::Name(node) => self.name(range, &node.id, Use::Store),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                self.note_static_attribute(node);
                self.attribute(range, Op::StoreAttr, &node.attr);
                Ok(())
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.op(range, Op::StoreSubscr, 0);
                Ok(())
            }
            Expr::Starred(_) => self.error(
                range,
                "starred assignment target must be in a list or tuple",
            ),
            _ => match sequence(target) {
                Some(targets) => self.unpack(targets, range),
                None => self.error(range, "cannot assign to expression"),
            },
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], range: TextRange) -> Result {
        let mut starred = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.is_starred_expr());
        let n = targets.len();
        match (starred.next(), starred.next()) {
            (_, Some((_, second))) => {
                let _ = second;
                return self.error(range, "multiple starred expressions in assignment");
            }
            (Some((before, _)), None) => {
                let after = n - before - 1;
                if before >= 1 << 8 || after >= 1 << 16 {
                    return self.error(range, "too many expressions in star-unpacking assignment");
                }
                self.op(range, Op::UnpackEx, before as u32 | (after as u32) << 16);
            }
            _ => self.op(range, Op::UnpackSequence, n as u32),
        }
        for target in targets {
            match target {
                Expr::Starred(node) => self.store(&node.value)?,
                _ => self.store(target)?,
            }
        }
        Ok(())
    }

    /// `self.x = …` in a method: the class keeps the names.
    fn note_static_attribute(&mut self, node: &ast::ExprAttribute) {
        let is_self = matches!(&*node.value, Expr::Name(name) if name.id == "self");
        if !is_self || !self.profile.code.class_namespace_has_lines {
            return;
        }
        let name = node.attr.as_str().into();
        if self.unit.kind == CodeKind::Class {
            self.unit.static_attributes.insert(name);
        } else if let Some(class) = self
            .outer
            .iter_mut()
            .rev()
            .find(|unit| unit.kind == CodeKind::Class)
        {
            class.static_attributes.insert(name);
        }
    }

    pub(super) fn augmented_assign(&mut self, node: &'a ast::StmtAugAssign) -> Result {
        let range = node.target.range();
        let operator = binary_operator(node.op);
        match &*node.target {
            Expr::Name(target) => {
                self.name(range, &target.id, Use::Load)?;
                self.expression(&node.value)?;
                self.op(node.range, Op::Inplace, operator);
                self.name(range, &target.id, Use::Store)
            }
            Expr::Attribute(target) => {
                self.expression(&target.value)?;
                self.op(range, Op::Copy, 1);
                self.attribute(range, Op::LoadAttr, &target.attr);
                self.expression(&node.value)?;
                self.op(node.range, Op::Inplace, operator);
                self.op(range, Op::Swap, 2);
                self.attribute(range, Op::StoreAttr, &target.attr);
                Ok(())
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.expression(&target.slice)?;
                self.op(range, Op::Copy, 2);
                self.op(range, Op::Copy, 2);
                self.op(range, Op::BinarySubscr, 0);
                self.expression(&node.value)?;
                self.op(node.range, Op::Inplace, operator);
                self.op(range, Op::Swap, 3);
                self.op(range, Op::Swap, 2);
                self.op(range, Op::StoreSubscr, 0);
                Ok(())
            }
            _ => self.error(range, "illegal expression for augmented assignment"),
        }
    }

    pub(super) fn annotated_assign(&mut self, node: &'a ast::StmtAnnAssign) -> Result {
        if let Some(value) = &node.value {
            self.expression(value)?;
            self.store(&node.target)?;
        }
        let is_function = self.is_function();
        match &*node.target {
            Expr::Name(target) if node.simple && !is_function && !self.defers_annotations() => {
                let name = self.mangled(&target.id);
                self.annotation(&node.annotation)?;
                let namespace = self.unit.names.index(&"__annotations__".into());
                self.op(node.range, Op::LoadName, namespace);
                self.load_str(node.range, &name);
                self.op(node.range, Op::StoreSubscr, 0);
                return Ok(());
            }
            Expr::Attribute(target) if node.value.is_none() => self.evaluate(&target.value)?,
            Expr::Subscript(target) if node.value.is_none() => {
                self.evaluate(&target.value)?;
                self.evaluate(&target.slice)?;
            }
            _ => {}
        }
        if !node.simple && !is_function && !self.defers_annotations() {
            self.evaluate(&node.annotation)?;
        }
        Ok(())
    }

    fn evaluate(&mut self, expression: &'a Expr) -> Result {
        self.expression(expression)?;
        self.op(expression.range(), Op::PopTop, 0);
        Ok(())
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Result {
        let range = target.range();
        match target {
            Expr::Name(node) => self.name(range, &node.id, Use::Delete),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                self.attribute(range, Op::DeleteAttr, &node.attr);
                Ok(())
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.op(range, Op::DeleteSubscr, 0);
                Ok(())
            }
            _ => match sequence(target) {
                Some(targets) => targets.iter().try_for_each(|target| self.delete(target)),
                None => self.error(range, "cannot delete expression"),
            },
        }
    }

    pub(super) fn is_function(&self) -> bool {
        self.scopes.get(self.unit.scope).kind.is_function()
    }

    /// A module's or class's `__annotations__`, if anything in the body is annotated.
    pub(super) fn set_up_annotations(&mut self, body: &'a [Stmt]) {
        if !self.defers_annotations() && has_annotations(body) {
            let position = self.unit.position;
            self.unit.emit(position, Op::SetupAnnotations, 0);
        }
    }
}

/// The items of a tuple or list.
fn sequence(expression: &Expr) -> Option<&[Expr]> {
    match expression {
        Expr::Tuple(node) => Some(&node.elts),
        Expr::List(node) => Some(&node.elts),
        _ => None,
    }
}

/// Whether a body, blocks in it included, annotates a name.
pub(super) fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|statement| match statement {
        Stmt::AnnAssign(_) => true,
        Stmt::For(node) => has_annotations(&node.body) || has_annotations(&node.orelse),
        Stmt::While(node) => has_annotations(&node.body) || has_annotations(&node.orelse),
        Stmt::If(node) => {
            has_annotations(&node.body)
                || node
                    .elif_else_clauses
                    .iter()
                    .any(|clause| has_annotations(&clause.body))
        }
        Stmt::With(node) => has_annotations(&node.body),
        Stmt::Try(node) => {
            let in_handlers = node.handlers.iter().any(|handler| {
                let ast::ExceptHandler::ExceptHandler(handler) = handler;
                has_annotations(&handler.body)
            });
            in_handlers
                || has_annotations(&node.body)
                || has_annotations(&node.orelse)
                || has_annotations(&node.finalbody)
        }
        _ => false,
    })
}
