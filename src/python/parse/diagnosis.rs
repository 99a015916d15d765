//! From what the parser crate finds wrong to what CPython says about it.
//!
//! The crate finds the token where CPython's parser fails; texts and ranges are CPython's.
//! Mirrors _PyPegen_set_syntax_error and the invalid_* rules of CPython's Grammar/python.gram.

use ruff_python_ast::token::{Token, TokenKind, Tokens};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType,
    UnsupportedSyntaxError, UnsupportedSyntaxErrorKind,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::profile::Profile;

use super::{LineIndex, SyntaxError, SyntaxErrorKind, UNEXPECTED_EOF};

/// A source that may have errors, and its tokens.
pub(super) struct Diagnosis<'a> {
    pub source: &'a str,
    pub lines: &'a LineIndex,
    pub tokens: &'a Tokens,
    pub profile: &'a Profile,
    /// It has to be one expression.
    pub is_expression: bool,
}

impl Diagnosis<'_> {
    /// What CPython reports for these errors.
    pub fn of(
        &self,
        errors: &[ParseError],
        unsupported: &[UnsupportedSyntaxError],
    ) -> Option<SyntaxError> {
        if let Some(error) = self.tab_error() {
            return Some(error);
        }
        let Some(first) = errors.first() else {
            let too_new = unsupported
                .iter()
                .find(|error| !is_named_by_compiler(&error.kind))?;
            let is_unpacking = matches!(
                too_new.kind,
                UnsupportedSyntaxErrorKind::UnpackingInComprehension(_)
            );
            let text = match is_unpacking {
                true => "iterable unpacking cannot be used in comprehension",
                false => "invalid syntax",
            };
            return Some(self.error(too_new.range, text));
        };
        if let Some(error) = self.lexical_error(errors) {
            return Some(error);
        }
        let error = self.of_grammar(first);
        if let Some(bracket) = self.open_bracket()
            && let Some(error) = self.never_closed(bracket, first, &error)
        {
            return Some(error);
        }
        Some(error)
    }

    pub fn error(&self, range: TextRange, message: impl Into<String>) -> SyntaxError {
        self.lines
            .error(self.source, range, SyntaxErrorKind::SyntaxError, message)
    }

    /// Whether this version explains errors at all, and names where they end (3.10).
    pub fn explains(&self) -> bool {
        self.profile.code.explains_syntax_errors
    }

    fn never_closed(
        &self,
        bracket: &Token,
        first: &ParseError,
        error: &SyntaxError,
    ) -> Option<SyntaxError> {
        let (line, _) = self.lines.line_and_column(bracket.start());
        let at_end = matches!(first.error, ParseErrorType::Lexical(LexicalErrorType::Eof));
        let (error_line, _) = self.lines.line_and_column(first.location.start());
        if !at_end && (!self.explains() || error_line.max(error.line) <= line) {
            return None;
        }
        if !self.explains() {
            let end = self.source.strip_suffix('\n').unwrap_or(self.source).len();
            let end = TextSize::try_from(end).unwrap_or_default();
            return Some(self.error(TextRange::empty(end), UNEXPECTED_EOF));
        }
        let text = format!("'{}' was never closed", &self.source[bracket.range()]);
        let mut error = self.error(TextRange::empty(bracket.start()), text);
        error.end_column = 0;
        Some(error)
    }

    fn of_grammar(&self, first: &ParseError) -> SyntaxError {
        let range = first.location;
        match &first.error {
            ParseErrorType::UnexpectedIndentation => {
                self.indentation_error(range, "unexpected indent")
            }
            ParseErrorType::InvalidAssignmentTarget => self.invalid_target(range),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                let name = self.kind_of(range);
                self.error(
                    range,
                    format!("cannot use assignment expressions with {name}"),
                )
            }
            ParseErrorType::InvalidDeleteTarget => {
                let name = self.kind_of(range);
                self.error(range, format!("cannot delete {name}"))
            }
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                self.invalid_augmented_target(range)
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => {
                self.error(range, "illegal target for annotation")
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                self.error(range, "Generator expression must be parenthesized")
            }
            ParseErrorType::PositionalAfterKeywordArgument => {
                self.after_argument(range, "positional argument follows keyword argument")
            }
            ParseErrorType::PositionalAfterKeywordUnpacking => self.after_argument(
                range,
                "positional argument follows keyword argument unpacking",
            ),
            ParseErrorType::InvalidArgumentUnpackingOrder => {
                let comma = self
                    .token_before(range.start())
                    .map_or(range, |token| token.range());
                let range = TextRange::new(comma.start(), range.end());
                self.error(
                    range,
                    "iterable argument unpacking follows keyword argument unpacking",
                )
            }
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                let text = match self.profile.code.says_parameter {
                    true => "parameter without a default follows parameter with a default",
                    false => "non-default argument follows default argument",
                };
                self.error(range, text)
            }
            ParseErrorType::ExpectedKeywordParam => {
                self.error(range, "named arguments must follow bare *")
            }
            ParseErrorType::ParamAfterVarKeywordParam if self.profile.code.explains_parameters => {
                self.error(range, "arguments cannot follow var-keyword argument")
            }
            ParseErrorType::EmptyImportNames
                if self.explains_imports() && self.is_newline(range) =>
            {
                let end = TextRange::empty(range.start());
                self.error(end, "Expected one or more names after 'import'")
            }
            ParseErrorType::UnparenthesizedTupleExpression => {
                let is_comma = |token: &&Token| {
                    token.kind() == TokenKind::Comma && token.start() >= range.start()
                };
                self.generic(
                    self.tokens
                        .iter()
                        .find(is_comma)
                        .map_or(range, |token| token.range()),
                )
            }
            ParseErrorType::FStringError(kind) => self.f_string_error(kind, range),
            ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
                self.f_string_error(kind, range)
            }
            ParseErrorType::OtherError(message) => self.other_error(message, range),
            ParseErrorType::ExpectedToken { expected, found } => {
                self.expected_token(*expected, *found, range)
            }
            ParseErrorType::ExpectedExpression => self.expected_expression(range),
            _ => self.stray(range),
        }
    }

    fn explains_imports(&self) -> bool {
        self.profile.code.explains_empty_imports
    }

    fn is_newline(&self, range: TextRange) -> bool {
        self.source[range].starts_with(['\n', '\r']) || self.source[range].is_empty()
    }

    fn indentation_error(&self, range: TextRange, message: &str) -> SyntaxError {
        let mut error = self.error(TextRange::empty(range.end()), message);
        error.kind = SyntaxErrorKind::IndentationError;
        error.column = error.column.saturating_sub(1);
        error.end_column = 0;
        error
    }

    /// "invalid syntax" at the token that stands there.
    pub fn generic(&self, range: TextRange) -> SyntaxError {
        let counts = |token: &&Token| {
            let is_trivia = matches!(
                token.kind(),
                TokenKind::Comment
                    | TokenKind::NonLogicalNewline
                    | TokenKind::Indent
                    | TokenKind::Dedent
            );
            token.end() > range.start() && !is_trivia
        };
        match self.tokens.iter().find(counts) {
            Some(token) if token.kind() == TokenKind::Newline => {
                self.error(TextRange::at(token.start(), 1.into()), "invalid syntax")
            }
            Some(token) => self.error(token.range(), "invalid syntax"),
            None => self.error(range, "invalid syntax"),
        }
    }

    /// The argument's error stands at the token that follows it.
    fn after_argument(&self, range: TextRange, message: &str) -> SyntaxError {
        let next = self
            .tokens
            .iter()
            .find(|token| token.start() >= range.end());
        self.error(next.map_or(range, |token| token.range()), message)
    }

    pub fn token_before(&self, offset: TextSize) -> Option<&Token> {
        self.tokens
            .iter()
            .rev()
            .find(|token| token.end() <= offset && !is_trivia(token.kind()))
    }

    pub fn token_after(&self, offset: TextSize) -> Option<&Token> {
        self.tokens
            .iter()
            .find(|token| token.start() >= offset && !is_trivia(token.kind()))
    }

    fn f_string_error(&self, kind: &InterpolatedStringErrorType, range: TextRange) -> SyntaxError {
        let at = TextRange::empty(range.start());
        if !self.profile.code.tokenizes_f_strings {
            return self.old_f_string_error(kind, range);
        }
        match kind {
            InterpolatedStringErrorType::UnclosedLbrace => {
                let found = self.token_after(range.start()).map(Token::kind);
                if !matches!(
                    found,
                    Some(TokenKind::FStringEnd | TokenKind::FStringMiddle) | None
                ) {
                    return self.stray(range);
                }
                self.error(at, "f-string: expecting '}'")
            }
            InterpolatedStringErrorType::SingleRbrace => {
                self.error(at, "f-string: single '}' is not allowed")
            }
            InterpolatedStringErrorType::InvalidConversionFlag => {
                let flag = &self.source[range];
                if !flag.chars().all(|c| c.is_alphanumeric() || c == '_') {
                    return self.error(range, "f-string: missing conversion character");
                }
                let text = format!(
                    "f-string: invalid conversion character '{flag}': expected 's', 'r', or 'a'"
                );
                self.error(range, text)
            }
            InterpolatedStringErrorType::LambdaWithoutParentheses => self.error(
                range,
                "f-string: lambda expressions are not allowed without parentheses",
            ),
            _ => self.error(at, "f-string: expecting '}'"),
        }
    }
}

impl Diagnosis<'_> {
    /// As long as f-strings were parsed apart (up to 3.11), their errors stood behind the string.
    fn old_f_string_error(
        &self,
        kind: &InterpolatedStringErrorType,
        range: TextRange,
    ) -> SyntaxError {
        let text = match kind {
            InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed",
            InterpolatedStringErrorType::InvalidConversionFlag => {
                "f-string: invalid conversion character: expected 's', 'r', or 'a'"
            }
            _ => "f-string: expecting '}'",
        };
        self.error(self.behind_string(range), text)
    }

    /// The place right behind the string literal that holds the range.
    pub fn behind_string(&self, range: TextRange) -> TextRange {
        let is_end = |token: &&Token| {
            matches!(token.kind(), TokenKind::FStringEnd | TokenKind::String)
                && token.end() >= range.start()
        };
        let end = self
            .tokens
            .iter()
            .find(is_end)
            .map(Ranged::end)
            .unwrap_or_else(|| {
                let rest = &self.source[range.start().to_usize()..];
                range.start()
                    + TextSize::try_from(rest.find('\n').unwrap_or(rest.len())).unwrap_or_default()
            });
        TextRange::empty(end)
    }
}

pub(super) fn is_trivia(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline)
}

/// Constructs that no version has here: the compiler says so, whatever the version.
fn is_named_by_compiler(kind: &UnsupportedSyntaxErrorKind) -> bool {
    matches!(
        kind,
        UnsupportedSyntaxErrorKind::Match
            | UnsupportedSyntaxErrorKind::TypeParameterList
            | UnsupportedSyntaxErrorKind::TypeAliasStatement
            | UnsupportedSyntaxErrorKind::TypeParamDefault
            | UnsupportedSyntaxErrorKind::TemplateStrings
    )
}
