//! What stands where only a name, attribute or item can be assigned, and how CPython calls it.
//!
//! Mirrors _PyPegen_get_expr_name and the invalid_assignment and invalid_named_expression rules of CPython's parser.

use ruff_python_ast::Expr;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::SyntaxError;
use super::diagnosis::Diagnosis;

impl Diagnosis<'_> {
    /// What the expression at that place is called.
    pub(super) fn kind_of(&self, range: TextRange) -> &'static str {
        let text = self.source[range].trim();
        if text.starts_with('*') {
            return "starred";
        }
        match ruff_python_parser::parse_expression(&format!("({text})")) {
            Ok(parsed) => self.expression_name(parsed.expr()),
            Err(_) => "expression",
        }
    }

    fn expression_name(&self, expression: &Expr) -> &'static str {
        let operator = if self.explains() {
            "expression"
        } else {
            "operator"
        };
        match expression {
            Expr::Attribute(_) => "attribute",
            Expr::Subscript(_) => "subscript",
            Expr::Starred(_) => "starred",
            Expr::Name(_) => "name",
            Expr::List(_) => "list",
            Expr::Tuple(_) => "tuple",
            Expr::Lambda(_) => "lambda",
            Expr::Call(_) => "function call",
            Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => operator,
            Expr::Generator(_) => "generator expression",
            Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
            Expr::Await(_) => "await expression",
            Expr::ListComp(_) => "list comprehension",
            Expr::SetComp(_) => "set comprehension",
            Expr::DictComp(_) => "dict comprehension",
            Expr::Dict(_) => {
                if self.explains() {
                    "dict literal"
                } else {
                    "dict display"
                }
            }
            Expr::Set(_) => "set display",
            Expr::FString(_) => "f-string expression",
            Expr::TString(_) => "t-string expression",
            Expr::NoneLiteral(_) => "None",
            Expr::BooleanLiteral(node) if node.value => "True",
            Expr::BooleanLiteral(_) => "False",
            Expr::EllipsisLiteral(_) => "ellipsis",
            Expr::Compare(_) => "comparison",
            Expr::If(_) => "conditional expression",
            Expr::Named(_) => "named expression",
            _ => "literal",
        }
    }

    pub(super) fn invalid_target(&self, range: TextRange) -> SyntaxError {
        let name = self.kind_of(range);
        if name == "yield expression" && !self.is_parenthesized(range) {
            return self.error(range, "assignment to yield expression not possible");
        }
        let is_equality =
            self.explains() && self.is_whole_left_side(range) && self.may_be_equality(name, range);
        let hint = if is_equality {
            " here. Maybe you meant '==' instead of '='?"
        } else {
            ""
        };
        self.error(range, format!("cannot assign to {name}{hint}"))
    }

    fn is_parenthesized(&self, range: TextRange) -> bool {
        self.token_before(range.start())
            .is_some_and(|token| token.kind() == TokenKind::Lpar)
    }

    /// Whether the expression, brackets around it aside, is all that stands left of a last `=`.
    fn is_whole_left_side(&self, range: TextRange) -> bool {
        let mut before = range.start();
        while let Some(token) = self
            .token_before(before)
            .filter(|token| token.kind() == TokenKind::Lpar)
        {
            before = token.start();
        }
        if self
            .token_before(before)
            .is_some_and(|token| token.kind() == TokenKind::Comma)
        {
            return false;
        }
        let mut after = range.end();
        while let Some(token) = self
            .token_after(after)
            .filter(|token| token.kind() == TokenKind::Rpar)
        {
            after = token.end();
        }
        let Some(equal) = self
            .token_after(after)
            .filter(|token| token.kind() == TokenKind::Equal)
        else {
            return false;
        };
        let rest = self
            .tokens
            .iter()
            .skip_while(|token| token.start() < equal.end());
        let mut line =
            rest.take_while(|token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Semi));
        !line.any(|token| matches!(token.kind(), TokenKind::Equal | TokenKind::ColonEqual))
    }

    /// Whether the left side is of a kind that a comparison could begin with.
    fn may_be_equality(&self, name: &str, range: TextRange) -> bool {
        if self.is_parenthesized(range) {
            return true;
        }
        let text = self.source[range].trim_start();
        let is_logical = text.starts_with("not ") || self.is_bool_op(range);
        let excluded = [
            "None",
            "True",
            "False",
            "list",
            "tuple",
            "generator expression",
            "comparison",
            "conditional expression",
            "lambda",
        ];
        !excluded.contains(&name) && !is_logical
    }

    fn is_bool_op(&self, range: TextRange) -> bool {
        let parsed = ruff_python_parser::parse_expression(self.source[range].trim());
        parsed.is_ok_and(|parsed| matches!(parsed.expr(), Expr::BoolOp(_)))
    }

    pub(super) fn invalid_augmented_target(&self, range: TextRange) -> SyntaxError {
        let name = self.kind_of(range);
        self.error(
            range,
            format!("'{name}' is an illegal expression for augmented assignment"),
        )
    }

    /// The longest expression that begins at the start of the range and ends before `end`.
    pub(super) fn expression_from(&self, range: TextRange) -> Option<TextRange> {
        let ends = self.tokens.iter().filter(|token| {
            token.start() >= range.start()
                && token.end() <= range.end()
                && !super::diagnosis::is_trivia(token.kind())
        });
        let ends: Vec<_> = ends.map(|token| token.end()).collect();
        let candidates = ends
            .iter()
            .rev()
            .map(|end| TextRange::new(range.start(), *end));
        candidates.into_iter().find(|candidate| {
            !candidate.is_empty()
                && ruff_python_parser::parse_expression(&self.source[*candidate]).is_ok()
        })
    }
}
