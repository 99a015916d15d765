//! Constant expressions: what the compiler computes so that the program need not.
//!
//! An expression folds exactly when CPython folds it, its limits on size included: `is` shows what was one constant.
//! Mirrors CPython's Python/ast_opt.c and, from 3.14 on, the same rules in Python/flowgraph.c.

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Operator, UnaryOp};

use crate::python::builtins::complex::{Operand, arithmetic};
use crate::python::code::{BinaryOperator, Constant};

use super::constants::ConstantPool;

/// Results with more bits are computed by the program.
const MAX_INT_BITS: u64 = 128;
const MAX_COLLECTION_SIZE: i64 = 256;
const MAX_STR_SIZE: i64 = 4096;
const MAX_TOTAL_ITEMS: usize = 1024;

impl ConstantPool {
    /// The expression's value, if it is a constant expression.
    pub fn fold(&mut self, expression: &Expr) -> Option<Rc<Constant>> {
        if self.n_unfolded > 0 && !is_literal(expression) {
            return self.fold_instructions(expression);
        }
        let constant = self.value_of(expression)?;
        let n = match expression {
            Expr::BytesLiteral(_) => self.rules.n_bytes_in_tree,
            Expr::StringLiteral(_) | Expr::NumberLiteral(_) => 1,
            Expr::Tuple(_) | Expr::UnaryOp(_) | Expr::BinOp(_) | Expr::Subscript(_) => {
                usize::from(self.rules.folds_in_tree)
            }
            _ => 0,
        };
        self.note_in_tree(&constant, n);
        Some(constant)
    }

    /// Where the tree is left alone, the optimizer of instructions still makes constants of tuples that are not empty.
    fn fold_instructions(&mut self, expression: &Expr) -> Option<Rc<Constant>> {
        let Expr::Tuple(node) = expression else {
            return None;
        };
        let items = self.fold_all(&node.elts)?;
        (!items.is_empty()).then(|| self.tuple_of_instructions(items))
    }

    fn value_of(&mut self, expression: &Expr) -> Option<Rc<Constant>> {
        let constant = match expression {
            Expr::NoneLiteral(_) => Constant::None,
            Expr::EllipsisLiteral(_) => Constant::Ellipsis,
            Expr::BooleanLiteral(node) => Constant::Bool(node.value),
            Expr::NumberLiteral(node) => return self.fold_number(&node.value),
            Expr::StringLiteral(node) => Constant::Str(node.value.to_str().into()),
            Expr::BytesLiteral(node) => Constant::Bytes(node.value.bytes().collect()),
            Expr::Name(node) if node.id == "__debug__" => Constant::Bool(true),
            Expr::Tuple(node) => return self.fold_tuple(&node.elts),
            Expr::UnaryOp(node) => {
                let operand = self.fold(&node.operand)?;
                return self.fold_unary(node.op, &operand);
            }
            Expr::BinOp(node) => {
                let right = self.fold(&node.right)?;
                let left = self.fold(&node.left)?;
                return self.fold_binary(&left, node.op, &right);
            }
            Expr::Subscript(node) if node.ctx == ast::ExprContext::Load => {
                let index = self.fold(&node.slice)?;
                let container = self.fold(&node.value)?;
                return self.fold_subscript(&container, &index);
            }
            _ => return None,
        };
        Some(self.intern(constant))
    }

    fn fold_number(&mut self, number: &ast::Number) -> Option<Rc<Constant>> {
        match number {
            ast::Number::Int(value) => {
                let value = match value.as_u64() {
                    Some(small) => BigInt::from(small),
                    None => parse_big(&value.to_string())?,
                };
                Some(self.int(value))
            }
            ast::Number::Float(value) => Some(self.intern(Constant::Float(*value))),
            ast::Number::Complex { real, imag } => {
                Some(self.intern(Constant::Complex(*real, *imag)))
            }
        }
    }

    /// A tuple of constants is a constant.
    pub fn fold_tuple(&mut self, items: &[Expr]) -> Option<Rc<Constant>> {
        let items = self.fold_all(items)?;
        Some(self.intern(Constant::Tuple(items)))
    }

    pub fn fold_all(&mut self, items: &[Expr]) -> Option<Vec<Rc<Constant>>> {
        items.iter().map(|item| self.fold(item)).collect()
    }

    /// What `for x in …` and `x in …` may use instead of a list or set that nobody else sees.
    pub fn fold_iterable(&mut self, expression: &Expr) -> Option<Rc<Constant>> {
        if self.n_unfolded > 0 {
            return self.fold(expression);
        }
        let constant = match expression {
            Expr::List(node) => self.fold_tuple(&node.elts)?,
            Expr::Set(node) => {
                let items = self.fold_all(&node.elts)?;
                self.frozen_set(items)
            }
            _ => return self.fold(expression),
        };
        self.note_in_tree(&constant, usize::from(self.rules.folds_in_tree));
        Some(constant)
    }

    pub fn frozen_set(&mut self, items: Vec<Rc<Constant>>) -> Rc<Constant> {
        let mut distinct: Vec<Rc<Constant>> = Vec::new();
        for item in items {
            if !distinct.iter().any(|known| equal(known, &item)) {
                distinct.push(item);
            }
        }
        self.intern(Constant::FrozenSet(distinct))
    }

    fn fold_unary(&mut self, op: UnaryOp, operand: &Constant) -> Option<Rc<Constant>> {
        if op == UnaryOp::Not {
            return Some(self.intern(Constant::Bool(!truth(operand))));
        }
        if let (Constant::Float(value), UnaryOp::USub | UnaryOp::UAdd) = (operand, op) {
            let value = if op == UnaryOp::USub { -*value } else { *value };
            return Some(self.intern(Constant::Float(value)));
        }
        if let (&Constant::Complex(real, imag), UnaryOp::USub | UnaryOp::UAdd) = (operand, op) {
            let sign = if op == UnaryOp::USub { -1.0 } else { 1.0 };
            return Some(self.intern(Constant::Complex(sign * real, sign * imag)));
        }
        let value = as_int(operand)?;
        Some(self.int(match op {
            UnaryOp::USub => -value,
            UnaryOp::Invert => -value - 1,
            _ => value,
        }))
    }

    fn fold_binary(
        &mut self,
        left: &Constant,
        op: Operator,
        right: &Constant,
    ) -> Option<Rc<Constant>> {
        if let (Some(left), Some(right)) = (as_int(left), as_int(right)) {
            return self.fold_ints(&left, op, &right);
        }
        if let (Some(left), Some(right)) = (as_float(left), as_float(right)) {
            return fold_floats(left, op, right).map(|value| self.intern(Constant::Float(value)));
        }
        if let Some(value) = self.fold_complex(left, op, right) {
            return Some(value);
        }
        let constant = match (left, op, right) {
            (Constant::Str(left), Operator::Add, Constant::Str(right)) => {
                Constant::Str(format!("{left}{right}").into())
            }
            (Constant::Bytes(left), Operator::Add, Constant::Bytes(right)) => {
                Constant::Bytes(left.iter().chain(right.iter()).copied().collect())
            }
            (Constant::Tuple(left), Operator::Add, Constant::Tuple(right)) => {
                Constant::Tuple(left.iter().chain(right).cloned().collect())
            }
            (sequence, Operator::Mult, Constant::Int(n))
            | (Constant::Int(n), Operator::Mult, sequence) => repeat(sequence, *n)?,
            _ => return None,
        };
        Some(self.intern(constant))
    }

    /// Two numbers, one of which is a complex.
    fn fold_complex(
        &mut self,
        left: &Constant,
        op: Operator,
        right: &Constant,
    ) -> Option<Rc<Constant>> {
        let op = match op {
            Operator::Add => BinaryOperator::Add,
            Operator::Sub => BinaryOperator::Sub,
            Operator::Mult => BinaryOperator::Mul,
            Operator::Div => BinaryOperator::TrueDiv,
            Operator::Pow => BinaryOperator::Pow,
            _ => return None,
        };
        let (left, right) = (as_operand(left)?, as_operand(right)?);
        let mixes_reals = self.mixes_reals;
        let (real, imag) = arithmetic(op, left, right, mixes_reals)?.ok()?;
        Some(self.intern(Constant::Complex(real, imag)))
    }

    fn fold_ints(&mut self, left: &BigInt, op: Operator, right: &BigInt) -> Option<Rc<Constant>> {
        let value = match op {
            Operator::Add => left + right,
            Operator::Sub => left - right,
            Operator::Mult => {
                let fits =
                    left.is_zero() || right.is_zero() || left.bits() + right.bits() <= MAX_INT_BITS;
                fits.then(|| left * right)?
            }
            Operator::FloorDiv if !right.is_zero() => left.div_floor(right),
            Operator::Mod if !right.is_zero() => left.mod_floor(right),
            Operator::Div if !right.is_zero() => {
                let value = true_divide(left, right)?;
                return Some(self.intern(Constant::Float(value)));
            }
            Operator::Pow => return self.fold_power(left, right),
            Operator::LShift => {
                let shift = right.to_u64().filter(|shift| *shift <= MAX_INT_BITS)?;
                let fits = left.is_zero() || left.bits() + shift <= MAX_INT_BITS;
                fits.then(|| left << shift)?
            }
            Operator::RShift => left >> right.to_u64()?,
            Operator::BitAnd => left & right,
            Operator::BitOr => left | right,
            Operator::BitXor => left ^ right,
            _ => return None,
        };
        Some(self.int(value))
    }

    fn fold_power(&mut self, base: &BigInt, exponent: &BigInt) -> Option<Rc<Constant>> {
        if exponent.is_negative() {
            let (base, exponent) = (base.to_f64()?, exponent.to_f64()?);
            let value = (base != 0.0).then(|| base.powf(exponent))?;
            return Some(self.intern(Constant::Float(value)));
        }
        let exponent = exponent.to_u32()?;
        let fits =
            base.is_zero() || exponent == 0 || base.bits() <= MAX_INT_BITS / u64::from(exponent);
        fits.then(|| self.int(base.pow(exponent)))
    }

    fn fold_subscript(&mut self, container: &Constant, index: &Constant) -> Option<Rc<Constant>> {
        let at = |n: usize| {
            let index = as_int(index)?.to_i64()?;
            let index = if index < 0 { index + n as i64 } else { index };
            usize::try_from(index).ok().filter(|index| *index < n)
        };
        let constant = match container {
            Constant::Tuple(items) => return Some(items[at(items.len())?].clone()),
            Constant::Bytes(bytes) => Constant::Int(i64::from(bytes[at(bytes.len())?])),
            Constant::Str(text) => {
                let character = text.chars().nth(at(text.chars().count())?)?;
                Constant::Str(character.to_string().into())
            }
            _ => return None,
        };
        Some(self.intern(constant))
    }
}

/// The value of a constant in a condition.
pub(super) fn truth(constant: &Constant) -> bool {
    match constant {
        Constant::None => false,
        Constant::Ellipsis | Constant::BigInt(_) | Constant::Slice(_) | Constant::Code(_) => true,
        Constant::Bool(value) => *value,
        Constant::Int(value) => *value != 0,
        Constant::Float(value) => *value != 0.0,
        Constant::Complex(real, imag) => *real != 0.0 || *imag != 0.0,
        Constant::Str(value) => !value.is_empty(),
        Constant::Bytes(value) => !value.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    }
}

/// Python's `==` for constants that can stand in a set.
pub(super) fn equal(left: &Constant, right: &Constant) -> bool {
    if let (Some(left), Some(right)) = (as_int(left), as_int(right)) {
        return left == right;
    }
    if let (Some(left), Some(right)) = (as_float(left), as_float(right)) {
        return left == right;
    }
    match (left, right) {
        (Constant::Complex(a, b), Constant::Complex(c, d)) => a == c && b == d,
        (Constant::Complex(real, imag), other) | (other, Constant::Complex(real, imag)) => {
            *imag == 0.0 && as_float(other) == Some(*real)
        }
        (Constant::Str(left), Constant::Str(right)) => left == right,
        (Constant::Bytes(left), Constant::Bytes(right)) => left == right,
        (Constant::None, Constant::None) | (Constant::Ellipsis, Constant::Ellipsis) => true,
        (Constant::Tuple(left), Constant::Tuple(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| equal(left, right))
        }
        _ => false,
    }
}

fn as_int(constant: &Constant) -> Option<BigInt> {
    match constant {
        Constant::Bool(value) => Some(BigInt::from(u8::from(*value))),
        Constant::Int(value) => Some(BigInt::from(*value)),
        Constant::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

fn as_operand(constant: &Constant) -> Option<Operand> {
    match constant {
        Constant::Complex(real, imag) => Some(Operand::Complex(*real, *imag)),
        _ => as_float(constant).map(Operand::Real),
    }
}

fn as_float(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(value) => Some(*value),
        _ => as_int(constant)?.to_f64(),
    }
}

fn fold_floats(left: f64, op: Operator, right: f64) -> Option<f64> {
    match op {
        Operator::Add => Some(left + right),
        Operator::Sub => Some(left - right),
        Operator::Mult => Some(left * right),
        Operator::Div if right != 0.0 => Some(left / right),
        _ => None,
    }
}

/// True division as the program would do it, where both sides are exact as floats; otherwise the program does it.
fn true_divide(left: &BigInt, right: &BigInt) -> Option<f64> {
    const EXACT_BITS: u64 = 53;
    let exact = left.bits() <= EXACT_BITS && right.bits() <= EXACT_BITS;
    exact.then(|| Some(left.to_f64()? / right.to_f64()?))?
}

fn repeat(sequence: &Constant, n: i64) -> Option<Constant> {
    let times = |length: usize, most: i64| {
        let fits = length == 0 || (0..=most / length as i64).contains(&n);
        fits.then_some(n.max(0) as usize)
    };
    match sequence {
        Constant::Str(text) => {
            let n = times(text.chars().count(), MAX_STR_SIZE)?;
            Some(Constant::Str(
                text.repeat(if text.is_empty() { 0 } else { n }).into(),
            ))
        }
        Constant::Bytes(bytes) => {
            let n = times(bytes.len(), MAX_STR_SIZE)?;
            Some(Constant::Bytes(
                bytes.repeat(if bytes.is_empty() { 0 } else { n }).into(),
            ))
        }
        Constant::Tuple(items) => {
            let n = times(items.len(), MAX_COLLECTION_SIZE)?;
            let n_nested: usize = items.iter().map(|item| n_items(item)).sum();
            let fits = n == 0 || n_nested <= MAX_TOTAL_ITEMS / n;
            fits.then(|| {
                Constant::Tuple(
                    std::iter::repeat_n(items, if items.is_empty() { 0 } else { n })
                        .flatten()
                        .cloned()
                        .collect(),
                )
            })
        }
        _ => None,
    }
}

fn n_items(constant: &Constant) -> usize {
    match constant {
        Constant::Tuple(items) => 1 + items.iter().map(|item| n_items(item)).sum::<usize>(),
        _ => 1,
    }
}

/// An integer literal beyond 64 bits, with its prefix.
/// Whether the parser itself makes the constant.
fn is_literal(expression: &Expr) -> bool {
    !matches!(
        expression,
        Expr::Tuple(_) | Expr::UnaryOp(_) | Expr::BinOp(_) | Expr::Subscript(_)
    )
}

fn parse_big(literal: &str) -> Option<BigInt> {
    let digits: String = literal.chars().filter(|c| *c != '_').collect();
    let radix = match digits.get(..2) {
        Some("0x" | "0X") => 16,
        Some("0o" | "0O") => 8,
        Some("0b" | "0B") => 2,
        _ => return BigInt::parse_bytes(digits.as_bytes(), 10),
    };
    BigInt::parse_bytes(&digits.as_bytes()[2..], radix)
}
