//! Errors about `except*`.
//!
//! Mirrors invalid_try_stmt and invalid_except_stmt of CPython's Grammar/python.gram.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::SyntaxError;
use super::diagnosis::Diagnosis;

pub(super) const MIXED: &str = "Cannot have both 'except' and 'except*' on the same 'try'";
pub(super) const NO_TYPES: &str = "Expected one or more exception types";

impl Diagnosis<'_> {
    /// Of a clause that is of the other kind than the first one.
    pub(super) fn mixed_except(&self, clause: TextRange) -> SyntaxError {
        if let Some(star) = self.star_too_early() {
            return self.error(star, "invalid syntax");
        }
        let start = self
            .tokens
            .iter()
            .position(|token| token.start() >= clause.start());
        let mut range = clause;
        if let Some(start) = start {
            range = self.tokens[start].range();
            if let Some(next) = self.tokens.get(start + 1)
                && next.kind() == TokenKind::Star
            {
                range = TextRange::new(range.start(), next.end());
            }
        }
        let text = "cannot have both 'except' and 'except*' on the same 'try'";
        self.error(range, text)
    }

    /// Of `except*:`.
    pub(super) fn no_exception_types(&self, range: TextRange) -> SyntaxError {
        if let Some(star) = self.star_too_early() {
            return self.error(star, "invalid syntax");
        }
        let follows_star = self
            .token_before(range.start())
            .is_some_and(|token| token.kind() == TokenKind::Star);
        if !follows_star {
            return self.generic(range);
        }
        self.error(range, "expected one or more exception types")
    }

    /// The first `*` behind an `except`, where the version knows none (up to 3.10).
    fn star_too_early(&self) -> Option<TextRange> {
        if self.profile.has_exception_groups {
            return None;
        }
        let mut pairs = self.tokens.windows(2);
        let star = pairs.find(|pair| {
            pair[0].kind() == TokenKind::Except && pair[1].kind() == TokenKind::Star
        })?;
        Some(star[1].range())
    }
}
