//! Errors at a token that does not continue what stands before it.
//!
//! Mirrors the invalid_* rules of CPython's Grammar/python.gram that look at the expressions around that token.

use ruff_python_ast::Expr;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::diagnosis::Diagnosis;
use super::except_star;
use super::{SyntaxError, SyntaxErrorKind};

/// How far an expression after the wrong token is looked for, in tokens.
const LOOK_AHEAD: usize = 64;

impl Diagnosis<'_> {
    pub(super) fn other_error(&self, message: &str, range: TextRange) -> SyntaxError {
        if let Some(what) = message.strip_prefix("Expected an indented block after ") {
            return self.expected_block(what, range);
        }
        if message.starts_with("Expected `except` or `finally`") {
            return self.expected_except(range);
        }
        if message.starts_with("Only single target") {
            return self.single_target(message, range);
        }
        match message {
            except_star::MIXED => self.mixed_except(range),
            except_star::NO_TYPES => self.no_exception_types(range),
            "Expected a parameter name" => self.assignment_in_call(range),
            "Only one '*' parameter allowed" if self.profile.code.explains_parameters => self
                .error(
                    TextRange::at(range.start(), 1.into()),
                    "* argument may appear only once",
                ),
            "Star import must be the only import" => {
                let next = self.token_after(range.start() + TextSize::from(1));
                self.generic(next.map_or(range, |token| token.range()))
            }
            _ => self.stray(range),
        }
    }

    /// "expected an indented block after 'if' statement on line 3"
    fn expected_block(&self, what: &str, range: TextRange) -> SyntaxError {
        let at_end = self.source[range.end().to_usize()..].trim().is_empty()
            && self.source[range].trim().is_empty();
        let newline = self.source[range].starts_with(['\n', '\r']);
        let range = match self.next_statement(range) {
            Some(token) if newline || range.is_empty() => token,
            _ => range,
        };
        let what = what.replace('`', "'");
        let (line, column) = self.header_of(range);
        let text = match self.explains() {
            true => format!("expected an indented block after {what} on line {line}"),
            false => "expected an indented block".to_owned(),
        };
        let mut error = self.error(range, text);
        error.kind = SyntaxErrorKind::IndentationError;
        if at_end {
            error = SyntaxError {
                line: column.0,
                column: column.1,
                end_line: column.0,
                end_column: 0,
                text: column.2,
                ..error
            };
        }
        error
    }

    fn next_statement(&self, range: TextRange) -> Option<TextRange> {
        let skipped = |kind| {
            matches!(
                kind,
                TokenKind::Newline
                    | TokenKind::NonLogicalNewline
                    | TokenKind::Comment
                    | TokenKind::Indent
                    | TokenKind::Dedent
                    | TokenKind::EndOfFile
            )
        };
        let mut tokens = self
            .tokens
            .iter()
            .filter(|token| token.start() >= range.start());
        tokens
            .find(|token| !skipped(token.kind()))
            .map(|token| token.range())
    }

    /// The line of the header before the place, and line, column and text of the source's last line's end.
    fn header_of(&self, range: TextRange) -> (u32, (u32, u32, String)) {
        let before: Vec<&Token> = self
            .tokens
            .iter()
            .filter(|token| token.end() <= range.start())
            .collect();
        let last = before
            .iter()
            .rposition(|token| token.kind() == TokenKind::Colon)
            .unwrap_or(0);
        let is_end = |token: &&&Token| {
            matches!(
                token.kind(),
                TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent
            )
        };
        let first = before[..last]
            .iter()
            .rposition(|token| is_end(&token))
            .map_or(0, |at| at + 1);
        let header = before[first..].iter().find(|token| {
            !matches!(
                token.kind(),
                TokenKind::NonLogicalNewline
                    | TokenKind::Comment
                    | TokenKind::Indent
                    | TokenKind::Dedent
            )
        });
        let line = header.map_or(1, |token| self.lines.line_and_column(token.start()).0);
        let end = TextSize::try_from(self.source.trim_end_matches(['\n', '\r']).len())
            .unwrap_or_default();
        let (end_line, _) = self.lines.line_and_column(end);
        let text = self.lines.line(self.source, end_line).to_owned();
        let column = text.trim_end_matches(['\n', '\r']).chars().count() as u32 + 1;
        (line, (end_line, column, text))
    }

    fn expected_except(&self, range: TextRange) -> SyntaxError {
        if !self.explains() {
            return self.generic(range);
        }
        let text = "expected 'except' or 'finally' block";
        if let Some(next) = self.next_statement(range) {
            return self.error(next, text);
        }
        let error = self.error(range, text);
        let (_, (line, column, text)) = self.header_of(range);
        SyntaxError {
            line,
            column,
            end_line: line,
            end_column: 0,
            text,
            ..error
        }
    }

    fn single_target(&self, message: &str, range: TextRange) -> SyntaxError {
        let kind = if message.contains("list") {
            "list"
        } else {
            "tuple"
        };
        let text = format!("only single target (not {kind}) can be annotated");
        if self.source[range].starts_with(['(', '[']) {
            return self.error(range, text);
        }
        let first = ruff_python_parser::parse_expression(&self.source[range]);
        let end = match first.as_ref().map(|parsed| parsed.expr()) {
            Ok(Expr::Tuple(tuple)) => tuple
                .elts
                .first()
                .map_or(range.end(), |first| range.start() + first.end()),
            _ => range.end(),
        };
        self.error(TextRange::new(range.start(), end), text)
    }

    /// `f(a.b=1)`, `f(None=1)`
    fn assignment_in_call(&self, range: TextRange) -> SyntaxError {
        let equal = self
            .token_after(range.end())
            .filter(|token| token.kind() == TokenKind::Equal);
        let whole = TextRange::new(
            range.start(),
            equal.map_or(range.end(), |token| token.end()),
        );
        match self.kind_of(range) {
            name @ ("None" | "True" | "False") => {
                self.error(whole, format!("cannot assign to {name}"))
            }
            _ => self.error(
                whole,
                "expression cannot contain assignment, perhaps you meant \"==\"?",
            ),
        }
    }

    pub(super) fn expected_token(
        &self,
        expected: TokenKind,
        found: TokenKind,
        range: TextRange,
    ) -> SyntaxError {
        let before = self.token_before(range.start()).map(Token::kind);
        match (expected, found) {
            (TokenKind::Colon, TokenKind::Rbrace) if self.explains() => {
                let end = self
                    .token_before(range.start())
                    .map_or(range.start(), |token| token.end());
                let mut error = self.error(
                    TextRange::empty(end - TextSize::from(1)),
                    "':' expected after dictionary key",
                );
                error.end_column = 0;
                error
            }
            (TokenKind::Colon, TokenKind::Newline) if self.explains() => {
                self.error(TextRange::at(range.start(), 1.into()), "expected ':'")
            }
            (TokenKind::Colon, _) if self.explains() && self.forces_colon(range, before) => {
                self.error(range, "expected ':'")
            }
            (TokenKind::In, _)
                if self.profile.code.explains_empty_imports
                    && self.open_bracket_at(range.start()).is_some() =>
            {
                self.error(range, "'in' expected after for-loop variables")
            }
            (
                TokenKind::Else,
                TokenKind::Newline | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Comma,
            ) if self.explains() => self.expected_else(range),
            (_, found) if is_augmented(found) => {
                let start = self.statement_start(range.start());
                let end = self
                    .token_before(range.start())
                    .map_or(range.start(), |token| token.end());
                self.invalid_augmented_target(TextRange::new(start, end))
            }
            _ => self.stray(range),
        }
    }

    /// Statements whose colon may not be missing, whatever else stands there.
    fn forces_colon(&self, range: TextRange, before: Option<TokenKind>) -> bool {
        let start = self.statement_start(range.start());
        let first = self.token_after(start).map(Token::kind);
        let bare = matches!(
            before,
            Some(TokenKind::Else | TokenKind::Try | TokenKind::Finally)
        );
        bare || first == Some(TokenKind::Def)
    }

    fn expected_else(&self, range: TextRange) -> SyntaxError {
        let end = self
            .token_before(range.start())
            .map_or(range.start(), |token| token.end());
        let is_if = |token: &&Token| token.kind() == TokenKind::If && token.end() <= end;
        let keyword = self.tokens.iter().rev().find(is_if);
        match keyword.and_then(|keyword| self.expression_before(keyword.start())) {
            Some(start) => self.error(
                TextRange::new(start.start(), end),
                "expected 'else' after 'if' expression",
            ),
            None => self.generic(range),
        }
    }

    pub(super) fn expected_expression(&self, range: TextRange) -> SyntaxError {
        let Some(before) = self.token_before(range.start()) else {
            return self.generic(range);
        };
        let text = &self.source[range];
        if self.explains()
            && before.kind() == TokenKind::Colon
            && matches!(text, "}" | ",")
            && self.in_dict(range)
        {
            return self.error(
                before.range(),
                "expression expected after dictionary key and ':'",
            );
        }
        if self.profile.code.tokenizes_f_strings
            && before.kind() == TokenKind::Less
            && text == ">"
            && before.end() == range.start()
        {
            let whole = TextRange::new(before.start(), range.end());
            return self.error(
                whole,
                "invalid syntax.  Maybe you meant '!=' instead of '<>'?",
            );
        }
        let at_string_end =
            self.token_after(range.start()).map(Token::kind) == Some(TokenKind::FStringEnd);
        if at_string_end && before.kind() == TokenKind::Lbrace {
            return self.error(TextRange::empty(range.start()), "f-string: expecting '}'");
        }
        let in_braces = matches!(text, "}" | "!" | ":" | "=") && before.kind() == TokenKind::Lbrace;
        let opens_field = in_braces
            && self.token_before(before.start()).is_some_and(|token| {
                matches!(
                    token.kind(),
                    TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::Rbrace
                )
            });
        if opens_field {
            return match self.profile.code.tokenizes_f_strings {
                true => self.error(
                    range,
                    format!("f-string: valid expression required before '{text}'"),
                ),
                false => self.error(
                    self.behind_string(range),
                    "f-string: empty expression not allowed",
                ),
            };
        }
        self.generic(range)
    }

    fn in_dict(&self, range: TextRange) -> bool {
        self.open_bracket_at(range.start())
            .is_some_and(|token| token.kind() == TokenKind::Lbrace)
    }

    /// The innermost bracket that is open at a place.
    fn open_bracket_at(&self, offset: TextSize) -> Option<&Token> {
        let mut open: Vec<&Token> = Vec::new();
        for token in self.tokens.iter().take_while(|token| token.end() <= offset) {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token),
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                    open.pop();
                }
                _ => {}
            }
        }
        open.pop()
    }

    fn statement_start(&self, offset: TextSize) -> TextSize {
        let ends = |token: &&Token| {
            let is_end = matches!(
                token.kind(),
                TokenKind::Newline | TokenKind::Semi | TokenKind::Indent | TokenKind::Dedent
            );
            is_end && token.end() <= offset
        };
        let last = self
            .tokens
            .iter()
            .rev()
            .find(ends)
            .map_or(TextSize::from(0), |token| token.end());
        self.token_after(last).map_or(last, |token| token.start())
    }

    /// A token that should not be there: perhaps a comma is missing, or parentheses, or `=` stands for `==`.
    pub(super) fn stray(&self, range: TextRange) -> SyntaxError {
        let is_not =
            |token: &&Token| token.kind() == TokenKind::Not && token.start() == range.start();
        if let Some(not) = self.tokens.iter().find(is_not) {
            let next = self
                .token_after(not.end())
                .map_or(range, |token| token.range());
            return self.generic(next);
        }
        let hint = self
            .old_print(range)
            .or_else(|| self.single_equal(range))
            .or_else(|| self.missing_comma(range));
        hint.unwrap_or_else(|| self.generic(range))
    }

    /// `print "hello"`
    fn old_print(&self, range: TextRange) -> Option<SyntaxError> {
        let name = self.token_before(range.start())?;
        let word = &self.source[name.range()];
        if !matches!(word, "print" | "exec") || self.statement_start(range.start()) != name.start()
        {
            return None;
        }
        let argument = self.expression_after(range.start())?;
        if self.explains() {
            let text =
                format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
            return Some(self.error(TextRange::new(name.start(), argument.end()), text));
        }
        let text = match word {
            "print" => format!(
                "Missing parentheses in call to 'print'. Did you mean print({})?",
                &self.source[argument]
            ),
            _ => format!("Missing parentheses in call to '{word}'"),
        };
        Some(self.error(TextRange::empty(argument.start()), text))
    }

    /// `if x = 1:`
    fn single_equal(&self, range: TextRange) -> Option<SyntaxError> {
        if !self.explains() || &self.source[range] != "=" {
            return None;
        }
        // No name could be bound there, so none is proposed.
        if self.is_expression && self.open_bracket_at(range.start()).is_none() {
            return None;
        }
        let left = self.expression_before(range.start())?;
        let right = self.expression_after(range.end())?;
        let name = self.kind_of(left);
        if name == "name" {
            let text = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Some(self.error(TextRange::new(left.start(), right.end()), text));
        }
        if matches!(
            name,
            "list" | "tuple" | "generator expression" | "True" | "None" | "False" | "comparison"
        ) {
            return None;
        }
        let text = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
        Some(self.error(left, text))
    }

    fn missing_comma(&self, range: TextRange) -> Option<SyntaxError> {
        if !self.explains() || self.open_bracket_at(range.start()).is_none() {
            return None;
        }
        let left = self.expression_before(range.start())?;
        let right = self.expression_after(range.start())?;
        let starts_string = self.source[right]
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .starts_with(['"', '\'']);
        if starts_string && self.kind_of(left) == "name" {
            return None;
        }
        let text = "invalid syntax. Perhaps you forgot a comma?";
        Some(self.error(TextRange::new(left.start(), right.end()), text))
    }

    /// The longest expression without `if … else` that ends right before the place.
    fn expression_before(&self, offset: TextSize) -> Option<TextRange> {
        let end = self.token_before(offset)?.end();
        let mut depth = 0;
        let mut starts = Vec::new();
        for token in self
            .tokens
            .iter()
            .rev()
            .skip_while(|token| token.end() > end)
        {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth == 0 => break,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth -= 1,
                TokenKind::Comma
                | TokenKind::Equal
                | TokenKind::Colon
                | TokenKind::Newline
                | TokenKind::Semi
                    if depth == 0 =>
                {
                    break;
                }
                TokenKind::FStringMiddle | TokenKind::FStringStart => break,
                _ => {}
            }
            if depth == 0 && !super::diagnosis::is_trivia(token.kind()) {
                starts.push(token.start());
            }
        }
        let candidates = starts
            .iter()
            .rev()
            .take(LOOK_AHEAD)
            .map(|start| TextRange::new(*start, end));
        candidates.into_iter().find(|candidate| {
            let parsed = ruff_python_parser::parse_expression(&self.source[*candidate]);
            parsed.is_ok_and(|parsed| {
                !matches!(
                    parsed.expr(),
                    Expr::If(_)
                        | Expr::Lambda(_)
                        | Expr::Starred(_)
                        | Expr::Yield(_)
                        | Expr::Named(_)
                )
            })
        })
    }

    /// The longest expression that begins at the place.
    fn expression_after(&self, offset: TextSize) -> Option<TextRange> {
        let first = self.token_after(offset)?;
        let mut depth = 0;
        let mut end = first.start();
        let rest = self
            .tokens
            .iter()
            .skip_while(|token| token.start() < first.start())
            .take(LOOK_AHEAD);
        for token in rest {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth == 0 => break,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth -= 1,
                TokenKind::Newline | TokenKind::Semi | TokenKind::EndOfFile => break,
                TokenKind::Comma | TokenKind::Colon | TokenKind::Equal
                    if depth == 0 && self.open_bracket_at(offset).is_some() =>
                {
                    break;
                }
                _ => {}
            }
            end = token.end();
        }
        self.expression_from(TextRange::new(first.start(), end))
    }
}

fn is_augmented(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::PlusEqual
            | TokenKind::MinusEqual
            | TokenKind::StarEqual
            | TokenKind::SlashEqual
            | TokenKind::DoubleSlashEqual
            | TokenKind::PercentEqual
            | TokenKind::AtEqual
            | TokenKind::AmperEqual
            | TokenKind::VbarEqual
            | TokenKind::CircumflexEqual
            | TokenKind::LeftShiftEqual
            | TokenKind::RightShiftEqual
            | TokenKind::DoubleStarEqual
    )
}
