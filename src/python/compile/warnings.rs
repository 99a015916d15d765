//! What the compiler warns of: `is` with a literal, an assertion about a tuple, a literal that is called.
//!
//! In: comparisons, assertions, calls, subscripts. Out: SyntaxWarnings, kept by the compiler in their order until the unit is done. Mirrors
//! check_compare, check_caller, check_subscripter, check_index and codegen_assert of CPython's Python/codegen.c.

use ruff_python_ast::{self as ast, CmpOp, Expr};
use ruff_text_size::Ranged;

use super::Compiler;
use crate::python::code::{Constant, SyntaxWarning};

impl<'a> Compiler<'a> {
    pub(super) fn warn_of_literals(&mut self, node: &'a ast::ExprCompare) {
        let mut left = self.literal_type(&node.left);
        for (op, comparator) in node.ops.iter().zip(&node.comparators) {
            let right = self.literal_type(comparator);
            let (is, instead) = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if let Some(name) = left.or(right).filter(|_| !is.is_empty()) {
                let what = if self.profile.errors.warnings_name_literal {
                    format!("'{name}' literal")
                } else {
                    "a literal".to_owned()
                };
                self.warn(
                    node.range(),
                    format!("\"{is}\" with {what}. Did you mean \"{instead}\"?"),
                );
                return;
            }
            left = right;
        }
    }

    pub(super) fn warn_of_true_assertion(&mut self, node: &'a ast::StmtAssert) {
        if matches!(&*node.test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(node.range, message.to_owned());
        }
    }

    /// A call of what is written there and is no function: a comma was forgotten, most of the time.
    pub(super) fn warn_of_callee(&mut self, callee: &'a Expr) {
        let is_warned_of = !matches!(callee, Expr::Lambda(_));
        if let Some(name) = self.evident_type(callee).filter(|_| is_warned_of) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(callee.range(), message);
        }
    }

    /// A subscript of what has none, or with an index that it does not take.
    pub(super) fn warn_of_subscript(&mut self, node: &'a ast::ExprSubscript) {
        let Some(name) = self.evident_type(&node.value) else {
            return;
        };
        let message = match name {
            "str" | "bytes" | "tuple" | "list" => {
                let index = self.evident_type(&node.slice);
                let Some(index) = index.filter(|index| !matches!(*index, "int" | "bool")) else {
                    return;
                };
                format!(
                    "{name} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                )
            }
            "dict" => return,
            _ => format!("'{name}' object is not subscriptable; perhaps you missed a comma?"),
        };
        self.warn(node.range, message);
    }

    /// The type that an expression has as it stands there.
    fn evident_type(&mut self, expression: &'a Expr) -> Option<&'static str> {
        Some(match expression {
            Expr::Tuple(_) => "tuple",
            Expr::List(_) | Expr::ListComp(_) => "list",
            Expr::Dict(_) | Expr::DictComp(_) => "dict",
            Expr::Set(_) | Expr::SetComp(_) => "set",
            Expr::Generator(_) => "generator",
            Expr::Lambda(_) => "function",
            Expr::FString(_) => "str",
            Expr::NoneLiteral(_) => "NoneType",
            Expr::BooleanLiteral(_) => "bool",
            Expr::EllipsisLiteral(_) => "ellipsis",
            _ => return self.literal_type(expression),
        })
    }

    fn warn(&mut self, range: ruff_text_size::TextRange, message: String) {
        let line = self.position(range).line;
        self.warnings.push(SyntaxWarning { line, message });
    }

    /// The type of a constant that may be equal to others; none for None, True, False, … and what is no constant. Up to
    /// 3.13 an expression of constants counts as one.
    fn literal_type(&mut self, expression: &Expr) -> Option<&'static str> {
        let is_computed = matches!(
            expression,
            Expr::UnaryOp(_) | Expr::BinOp(_) | Expr::Subscript(_)
        );
        if is_computed && self.profile.code.warns_before_folding {
            return None;
        }
        match &*self.constants.fold(expression)? {
            Constant::Int(_) | Constant::BigInt(_) => Some("int"),
            Constant::Float(_) => Some("float"),
            Constant::Complex(..) => Some("complex"),
            Constant::Str(_) => Some("str"),
            Constant::Bytes(_) => Some("bytes"),
            Constant::Tuple(_) => Some("tuple"),
            _ => None,
        }
    }
}
