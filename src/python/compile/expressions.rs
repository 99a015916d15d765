//! Expressions: each leaves its value on top of the evaluation stack.
//!
//! Mirrors codegen_visit_expr and codegen_jump_if of CPython's Python/codegen.c.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_python_ast::{BoolOp, CmpOp, Expr, Operator};
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{BinaryOperator, Comparison, Constant, Op, UnaryOperator};

use super::displays::Display;
use super::fold::truth;
use super::names::Use;
use super::unit::Label;
use super::{Compiler, Result};

pub(super) fn binary_operator(op: Operator) -> u32 {
    let op = match op {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Sub,
        Operator::Mult => BinaryOperator::Mul,
        Operator::MatMult => BinaryOperator::MatMul,
        Operator::Div => BinaryOperator::TrueDiv,
        Operator::FloorDiv => BinaryOperator::FloorDiv,
        Operator::Mod => BinaryOperator::Mod,
        Operator::Pow => BinaryOperator::Pow,
        Operator::LShift => BinaryOperator::LShift,
        Operator::RShift => BinaryOperator::RShift,
        Operator::BitAnd => BinaryOperator::And,
        Operator::BitOr => BinaryOperator::Or,
        Operator::BitXor => BinaryOperator::Xor,
    };
    op as u32
}

fn comparison(op: CmpOp) -> (Op, u32) {
    match op {
        CmpOp::Lt => (Op::Compare, Comparison::Lt as u32),
        CmpOp::LtE => (Op::Compare, Comparison::Le as u32),
        CmpOp::Eq => (Op::Compare, Comparison::Eq as u32),
        CmpOp::NotEq => (Op::Compare, Comparison::Ne as u32),
        CmpOp::Gt => (Op::Compare, Comparison::Gt as u32),
        CmpOp::GtE => (Op::Compare, Comparison::Ge as u32),
        CmpOp::Is => (Op::Is, 0),
        CmpOp::IsNot => (Op::Is, 1),
        CmpOp::In => (Op::Contains, 0),
        CmpOp::NotIn => (Op::Contains, 1),
    }
}

impl<'a> Compiler<'a> {
    pub(super) fn expression(&mut self, expression: &'a Expr) -> Result {
        if let Some(constant) = self.constants.fold(expression) {
            self.keep_first_operand([expression]);
            self.load(expression.range(), &constant);
            return Ok(());
        }
        let range = expression.range();
        match expression {
            Expr::BoolOp(node) => self.bool_op(node),
            Expr::Named(node) => {
                let skips = u32::from(self.constants.rules.skips_walrus_in_tree);
                self.constants.n_unfolded += skips;
                self.expression(&node.value)?;
                self.constants.n_unfolded -= skips;
                self.op(range, Op::Copy, 1);
                self.store(&node.target)
            }
            Expr::BinOp(node) => self.binary_operation(node),
            Expr::UnaryOp(node) => {
                self.expression(&node.operand)?;
                let operator = match node.op {
                    ast::UnaryOp::Not => UnaryOperator::Not,
                    ast::UnaryOp::USub => UnaryOperator::Negative,
                    ast::UnaryOp::UAdd => UnaryOperator::Positive,
                    ast::UnaryOp::Invert => UnaryOperator::Invert,
                };
                self.op(range, Op::Unary, operator as u32);
                Ok(())
            }
            Expr::Lambda(node) => self.lambda(node),
            Expr::If(node) => self.conditional(node),
            Expr::Dict(node) => self.dict(node),
            Expr::Set(node) => self.display(&node.elts, Display::SET, range),
            Expr::List(node) => self.display(&node.elts, Display::LIST, range),
            Expr::Tuple(node) => self.display(&node.elts, Display::TUPLE, range),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression)
            }
            Expr::Yield(node) => {
                match &node.value {
                    Some(value) => self.expression(value)?,
                    None => self.load_none(range),
                }
                self.op(range, Op::Yield, 0);
                Ok(())
            }
            Expr::YieldFrom(node) => self.yield_from(node),
            Expr::Compare(node) => self.compare(node),
            Expr::Call(node) => self.call(node),
            Expr::FString(node) => self.f_string(node),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                self.attribute(range, Op::LoadAttr, &node.attr);
                Ok(())
            }
            Expr::Subscript(node) => {
                self.warn_of_subscript(node);
                self.expression(&node.value)?;
                if let Expr::Slice(slice) = &*node.slice
                    && self.is_sliced_at_once(slice)
                {
                    self.bounds(slice)?;
                    self.op(range, Op::BinarySlice, 0);
                    return Ok(());
                }
                self.expression(&node.slice)?;
                self.op(range, Op::BinarySubscr, 0);
                Ok(())
            }
            Expr::Slice(node) => self.slice(node),
            Expr::Starred(_) => self.error(range, "can't use starred expression here"),
            Expr::Name(node) => self.name(range, &node.id, Use::Load),
            Expr::Await(_) => self.error(range, "await is not supported"),
            Expr::TString(_) => self.error(range, "t-strings are not supported"),
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::IpyEscapeCommand(_) => self.error(range, "invalid syntax"),
        }
    }

    /// An instruction with an attribute's name.
    pub(super) fn attribute(&mut self, range: TextRange, op: Op, name: &str) {
        let name = self.mangled(name);
        let index = self.unit.names.index(&name);
        self.op(range, op, index);
    }

    fn bool_op(&mut self, node: &'a ast::ExprBoolOp) -> Result {
        let op = match node.op {
            BoolOp::And => Op::JumpIfFalseOrPop,
            BoolOp::Or => Op::JumpIfTrueOrPop,
        };
        let end = self.unit.label();
        let (last, before) = node.values.split_last().expect("and, or have two sides");
        for value in before {
            self.expression(value)?;
            self.jump(value.range(), op, end);
        }
        self.expression(last)?;
        self.unit.place(end);
        Ok(())
    }

    pub(super) fn jump(&mut self, range: TextRange, op: Op, target: Label) {
        let position = self.position(range);
        self.unit.emit_jump(position, op, target);
    }

    /// A long sum leans to the left: compiled with a loop, for it may have thousands of terms.
    fn binary_operation(&mut self, node: &'a ast::ExprBinOp) -> Result {
        let mut spine = vec![node];
        let mut left = &*node.left;
        while let Expr::BinOp(inner) = left {
            if self.constants.fold(left).is_some() {
                break;
            }
            spine.push(inner);
            left = &inner.left;
        }
        self.expression(left)?;
        for node in spine.into_iter().rev() {
            self.expression(&node.right)?;
            self.op(node.range, Op::Binary, binary_operator(node.op));
        }
        Ok(())
    }

    fn conditional(&mut self, node: &'a ast::ExprIf) -> Result {
        let (end, orelse) = (self.unit.label(), self.unit.label());
        self.jump_if(&node.test, orelse, false)?;
        self.expression(&node.body)?;
        self.jump(node.body.range(), Op::Jump, end);
        self.unit.place(orelse);
        self.expression(&node.orelse)?;
        self.unit.place(end);
        Ok(())
    }

    /// A slice of literals, which is a constant itself (3.14).
    fn constant_slice(&mut self, node: &'a ast::ExprSlice) -> Option<Rc<Constant>> {
        if !self.profile.code.slices_are_constants {
            return None;
        }
        let mut parts = Vec::new();
        for bound in [&node.lower, &node.upper, &node.step] {
            parts.push(match bound {
                None => self.constants.none(),
                Some(bound) if bound.is_literal_expr() => self.constants.fold(bound)?,
                Some(_) => return None,
            });
        }
        Some(self.constants.intern(Constant::Slice(parts)))
    }

    fn slice(&mut self, node: &'a ast::ExprSlice) -> Result {
        if let Some(constant) = self.constant_slice(node) {
            self.load(node.range, &constant);
            return Ok(());
        }
        self.bounds(node)?;
        if let Some(step) = &node.step {
            self.expression(step)?;
        }
        self.op(
            node.range,
            Op::BuildSlice,
            2 + u32::from(node.step.is_some()),
        );
        Ok(())
    }

    fn bounds(&mut self, node: &'a ast::ExprSlice) -> Result {
        for bound in [&node.lower, &node.upper] {
            match bound {
                Some(bound) => self.expression(bound)?,
                None => self.load_none(node.range),
            }
        }
        Ok(())
    }

    fn is_sliced_at_once(&mut self, node: &'a ast::ExprSlice) -> bool {
        self.profile.code.slices_in_one_instruction
            && node.step.is_none()
            && self.constant_slice(node).is_none()
    }

    fn yield_from(&mut self, node: &'a ast::ExprYieldFrom) -> Result {
        self.expression(&node.value)?;
        self.op(node.range, Op::GetYieldFromIter, 0);
        self.load_none(node.range);
        let end = self.unit.label();
        let send = self.unit.label_here();
        self.jump(node.range, Op::Send, end);
        self.unit.deepen_last(self.profile.code.stack.delegating);
        self.jump(node.range, Op::Jump, send);
        self.unit.place(end);
        Ok(())
    }

    /// A comparison's right side; a list or set that only `in` sees becomes a constant, or a tuple.
    fn comparator(&mut self, op: CmpOp, comparator: &'a Expr, is_last: bool) -> Result {
        if is_last && matches!(op, CmpOp::In | CmpOp::NotIn) {
            return self.iterated(comparator);
        }
        self.expression(comparator)
    }

    /// An expression that is only iterated over, or searched.
    pub(super) fn iterated(&mut self, expression: &'a Expr) -> Result {
        if let Some(constant) = self.constants.fold_iterable(expression) {
            self.keep_first_operand([expression]);
            self.load(expression.range(), &constant);
            return Ok(());
        }
        match expression {
            Expr::List(node)
                if self.constants.n_unfolded == 0
                    && !node.elts.iter().any(Expr::is_starred_expr) =>
            {
                self.display(&node.elts, Display::TUPLE, node.range)
            }
            _ => self.expression(expression),
        }
    }

    fn compare(&mut self, node: &'a ast::ExprCompare) -> Result {
        self.warn_of_literals(node);
        self.expression(&node.left)?;
        let n = node.ops.len();
        if n == 1 {
            self.comparator(node.ops[0], &node.comparators[0], true)?;
            let (op, arg) = comparison(node.ops[0]);
            self.op(node.range, op, arg);
            return Ok(());
        }
        let cleanup = self.unit.label();
        for i in 0..n - 1 {
            self.chained(node, i)?;
            self.jump(node.range, Op::JumpIfFalseOrPop, cleanup);
        }
        self.last_of_chain(node)?;
        let end = self.unit.label();
        self.jump(node.range, Op::Jump, end);
        self.unit.place(cleanup);
        self.op(node.range, Op::Swap, 2);
        self.op(node.range, Op::PopTop, 0);
        self.unit.place(end);
        Ok(())
    }

    /// One link of `a < b < c`: b stays on the stack below the result.
    fn chained(&mut self, node: &'a ast::ExprCompare, i: usize) -> Result {
        self.comparator(node.ops[i], &node.comparators[i], false)?;
        self.op(node.range, Op::Swap, 2);
        self.op(node.range, Op::Copy, 2);
        let (op, arg) = comparison(node.ops[i]);
        self.op(node.range, op, arg);
        Ok(())
    }

    fn last_of_chain(&mut self, node: &'a ast::ExprCompare) -> Result {
        let last = node.ops.len() - 1;
        self.comparator(node.ops[last], &node.comparators[last], true)?;
        let (op, arg) = comparison(node.ops[last]);
        self.op(node.range, op, arg);
        Ok(())
    }

    /// Jumps to `target` if the expression's truth is `condition`, else goes on.
    pub(super) fn jump_if(
        &mut self,
        expression: &'a Expr,
        target: Label,
        condition: bool,
    ) -> Result {
        let range = expression.range();
        if let Some(constant) = self.constants.fold(expression) {
            self.keep_first_operand([expression]);
            if truth(&constant) == condition {
                self.jump(range, Op::Jump, target);
            }
            return Ok(());
        }
        match expression {
            Expr::UnaryOp(node) if node.op == ast::UnaryOp::Not => {
                return self.jump_if(&node.operand, target, !condition);
            }
            Expr::BoolOp(node) => return self.jump_if_bool_op(node, target, condition),
            Expr::If(node) => return self.jump_if_conditional(node, target, condition),
            Expr::Compare(node) if node.ops.len() > 1 => {
                return self.jump_if_chain(node, target, condition);
            }
            _ => {}
        }
        self.expression(expression)?;
        let op = if condition {
            Op::PopJumpIfTrue
        } else {
            Op::PopJumpIfFalse
        };
        self.jump(range, op, target);
        Ok(())
    }

    fn jump_if_bool_op(
        &mut self,
        node: &'a ast::ExprBoolOp,
        target: Label,
        condition: bool,
    ) -> Result {
        let short = node.op == BoolOp::Or;
        let end = self.unit.label();
        let (last, before) = node.values.split_last().expect("and, or have two sides");
        for value in before {
            self.jump_if(value, if short == condition { target } else { end }, short)?;
        }
        self.jump_if(last, target, condition)?;
        self.unit.place(end);
        Ok(())
    }

    fn jump_if_conditional(
        &mut self,
        node: &'a ast::ExprIf,
        target: Label,
        condition: bool,
    ) -> Result {
        let (end, orelse) = (self.unit.label(), self.unit.label());
        self.jump_if(&node.test, orelse, false)?;
        self.jump_if(&node.body, target, condition)?;
        self.jump(node.range, Op::Jump, end);
        self.unit.place(orelse);
        self.jump_if(&node.orelse, target, condition)?;
        self.unit.place(end);
        Ok(())
    }

    fn jump_if_chain(
        &mut self,
        node: &'a ast::ExprCompare,
        target: Label,
        condition: bool,
    ) -> Result {
        self.warn_of_literals(node);
        self.expression(&node.left)?;
        let cleanup = self.unit.label();
        for i in 0..node.ops.len() - 1 {
            self.chained(node, i)?;
            self.jump(node.range, Op::PopJumpIfFalse, cleanup);
        }
        self.last_of_chain(node)?;
        let op = if condition {
            Op::PopJumpIfTrue
        } else {
            Op::PopJumpIfFalse
        };
        self.jump(node.range, op, target);
        let end = self.unit.label();
        self.jump(node.range, Op::Jump, end);
        self.unit.place(cleanup);
        self.op(node.range, Op::PopTop, 0);
        if !condition {
            self.jump(node.range, Op::Jump, target);
        }
        self.unit.place(end);
        Ok(())
    }

    pub(super) fn load_str(&mut self, range: TextRange, text: &str) {
        let constant: Rc<Constant> = self.constants.str(text);
        self.load(range, &constant);
    }
}
