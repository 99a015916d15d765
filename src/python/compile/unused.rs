//! Constants that no instruction loads, and that a code keeps all the same.
//!
//! Whoever counts the references to a number sees them. Mirrors remove_unused_consts of CPython's Python/flowgraph.c (3.14),
//! and the peephole optimizer of Python/peephole.c (3.8), which adds constants and takes none away.

use ruff_python_ast::Expr;

use super::Compiler;

impl<'a> Compiler<'a> {
    /// An expression is about to become one constant: where the instructions would have loaded its operands first, the
    /// code's first constant is the first of them.
    pub(super) fn keep_first_operand<'e>(
        &mut self,
        expressions: impl IntoIterator<Item = &'e Expr>,
    ) {
        if !self.profile.code.keeps_first_operand || !self.unit.constants.is_empty() {
            return;
        }
        let Some(operand) = expressions.into_iter().find_map(first_operand) else {
            return;
        };
        if let Some(constant) = self.constants.fold(operand) {
            self.unit.constant(&constant);
        }
    }

    /// Beside a starred item, the constants in a row would be one tuple.
    pub(super) fn keep_tuples_beside_starred(&mut self, items: &'a [Expr], pushed: u32) {
        if !self.profile.code.makes_tuples_beside_starred {
            return;
        }
        for (i, run) in items.split(Expr::is_starred_expr).enumerate() {
            if run.is_empty() || i == 0 && pushed > 0 {
                continue;
            }
            if let Some(constants) = self.constants.fold_all(run) {
                let tuple = self.constants.tuple_of_instructions(constants);
                self.unit.constant(&tuple);
            }
        }
    }
}

/// The literal of an expression that is loaded first.
fn first_operand(expression: &Expr) -> Option<&Expr> {
    match expression {
        Expr::Tuple(node) => node.elts.iter().find_map(first_operand),
        Expr::List(node) => node.elts.iter().find_map(first_operand),
        Expr::Set(node) => node.elts.iter().find_map(first_operand),
        Expr::UnaryOp(node) => first_operand(&node.operand),
        Expr::BinOp(node) => first_operand(&node.left).or_else(|| first_operand(&node.right)),
        Expr::Subscript(node) => first_operand(&node.value).or_else(|| first_operand(&node.slice)),
        _ if expression.is_literal_expr() => Some(expression),
        _ => None,
    }
}
