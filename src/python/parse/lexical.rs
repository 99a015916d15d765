//! The errors that CPython's tokenizer finds: brackets, strings, numbers, characters, indentation.
//!
//! CPython reports them before any error of grammar, wherever in the source they are.
//! Mirrors CPython's Parser/lexer and Parser/tokenizer in texts and columns.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::diagnosis::Diagnosis;
use super::{SyntaxError, SyntaxErrorKind};

impl Diagnosis<'_> {
    /// The first error of the tokenizer, if there is one.
    pub(super) fn lexical_error(&self, errors: &[ParseError]) -> Option<SyntaxError> {
        let of_parser = errors.iter().filter_map(|error| {
            let ParseErrorType::Lexical(kind) = &error.error else {
                return None;
            };
            Some((error.location.start(), self.of_kind(kind, error.location)?))
        });
        let explained = if self.explains() {
            self.tokens.len()
        } else {
            0
        };
        let numbers = self
            .tokens
            .windows(2)
            .take(explained)
            .filter_map(|pair| self.number(&pair[0], &pair[1]));
        let all = of_parser.chain(numbers).chain(self.unmatched_bracket());
        all.min_by_key(|(offset, _)| *offset)
            .map(|(_, error)| error)
    }

    fn of_kind(&self, kind: &LexicalErrorType, range: TextRange) -> Option<SyntaxError> {
        let at_start = TextRange::empty(range.start());
        let text = &self.source[range];
        match kind {
            LexicalErrorType::UnclosedStringError => Some(self.unterminated_string(range)),
            LexicalErrorType::IndentationError => {
                let (line, _) = self.lines.line_and_column(range.start());
                let mut error = self.error(
                    at_start,
                    "unindent does not match any outer indentation level",
                );
                error.kind = SyntaxErrorKind::IndentationError;
                error.column = error.text.trim_end_matches(['\n', '\r']).chars().count() as u32 + 1;
                error.end_column = 0;
                error.end_line = line;
                Some(error)
            }
            LexicalErrorType::UnrecognizedToken { tok } if !tok.is_ascii() => {
                let code = *tok as u32;
                Some(self.error(
                    at_start,
                    format!("invalid character '{tok}' (U+{code:04X})"),
                ))
            }
            LexicalErrorType::OtherError(message) if message.contains("Invalid decimal") => {
                let message = "leading zeros in decimal integer literals are not permitted; \
                               use an 0o prefix for octal integers";
                Some(self.error(TextRange::at(range.start(), 1.into()), message))
            }
            LexicalErrorType::OtherError(message) if message.contains("ParseIntError") => {
                Some(self.prefixed_number(range))
            }
            LexicalErrorType::LineContinuationError => Some(self.error(
                at_start,
                "unexpected character after line continuation character",
            )),
            LexicalErrorType::InvalidByteLiteral => {
                let message = "bytes can only contain ASCII literal characters";
                Some(self.error(self.token_around(range.start()), message))
            }
            LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace => Some(self.bad_escape(range.start())),
            LexicalErrorType::FStringError(InterpolatedStringErrorType::UnterminatedString)
            | LexicalErrorType::FStringError(
                InterpolatedStringErrorType::UnterminatedTripleQuotedString,
            ) => Some(self.unterminated_string(TextRange::new(
                self.f_string_start(range.start()),
                range.end(),
            ))),
            LexicalErrorType::OtherError(message) if !text.is_empty() => {
                Some(self.error(range, message.to_string()))
            }
            _ => None,
        }
    }

    fn unterminated_string(&self, range: TextRange) -> SyntaxError {
        let text = self.source[range].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_triple = text.starts_with("\"\"\"") || text.starts_with("'''");
        let is_f_string =
            self.source[range].starts_with(['f', 'F']) && self.profile.code.tokenizes_f_strings;
        let start = TextRange::empty(range.start());
        let last = if is_triple {
            self.source.trim_end_matches('\n').len()
        } else {
            range.start().to_usize()
        };
        let last = TextSize::try_from(last).unwrap_or_default();
        let (line, _) = self.lines.line_and_column(last);
        let kind = if is_f_string {
            "f-string literal"
        } else {
            "string literal"
        };
        let kind = if is_triple {
            format!("triple-quoted {kind}")
        } else {
            kind.to_owned()
        };
        if self.explains() {
            return self.error(
                start,
                format!("unterminated {kind} (detected at line {line})"),
            );
        }
        let message = match is_triple {
            true => "EOF while scanning triple-quoted string literal",
            false => "EOL while scanning string literal",
        };
        let line_end = self.source[range.start().to_usize()..]
            .find('\n')
            .unwrap_or(range.len().to_usize());
        self.error(
            TextRange::empty(range.start() + TextSize::try_from(line_end).unwrap_or_default()),
            message,
        )
    }

    fn f_string_start(&self, offset: TextSize) -> TextSize {
        let before = self
            .tokens
            .iter()
            .rev()
            .find(|token| token.kind() == TokenKind::FStringStart && token.start() <= offset);
        before.map_or(offset, |token| token.start())
    }

    fn token_around(&self, offset: TextSize) -> TextRange {
        let holds = |token: &&Token| token.start() <= offset && offset <= token.end();
        self.tokens
            .iter()
            .find(holds)
            .map_or(TextRange::empty(offset), |token| token.range())
    }

    fn prefixed_number(&self, range: TextRange) -> SyntaxError {
        let text = self.source[range].to_ascii_lowercase();
        let (name, valid): (_, fn(char) -> bool) = match text.get(..2) {
            Some("0b") => ("binary", |c| matches!(c, '0' | '1')),
            Some("0o") => ("octal", |c| c.is_digit(8)),
            _ => ("hexadecimal", |c| c.is_ascii_hexdigit()),
        };
        let next = self.source[range.end().to_usize()..].chars().next();
        let last = TextRange::empty(range.end() - TextSize::from(1));
        match next {
            Some(digit) if digit.is_ascii_digit() && !valid(digit) => {
                let at = TextRange::empty(range.end());
                self.error(at, format!("invalid digit '{digit}' in {name} literal"))
            }
            _ => self.error(last, format!("invalid {name} literal")),
        }
    }

    /// A name right behind a number: `1abc`, `1__0`.
    fn number(&self, first: &Token, second: &Token) -> Option<(TextSize, SyntaxError)> {
        let is_number = matches!(
            first.kind(),
            TokenKind::Int | TokenKind::Float | TokenKind::Complex
        );
        if !is_number || second.kind() != TokenKind::Name || first.end() != second.start() {
            return None;
        }
        let number = &self.source[first.range()];
        let after_underscore = self.source[second.range()].starts_with('_');
        let at = if after_underscore {
            second.start()
        } else {
            first.end() - TextSize::from(1)
        };
        let name = match number.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("0x") => "hexadecimal",
            Some("0o") => "octal",
            Some("0b") => "binary",
            _ if number.ends_with(['j', 'J']) => "imaginary",
            _ => "decimal",
        };
        Some((
            first.start(),
            self.error(TextRange::empty(at), format!("invalid {name} literal")),
        ))
    }

    /// A closing bracket that closes nothing, or the wrong one.
    fn unmatched_bracket(&self) -> Option<(TextSize, SyntaxError)> {
        let mut open: Vec<&Token> = Vec::new();
        for token in self.tokens {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token),
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                    let closing = &self.source[token.range()];
                    let at = TextRange::empty(token.start());
                    let Some(opening) = open.pop() else {
                        return Some((
                            token.start(),
                            self.error(at, format!("unmatched '{closing}'")),
                        ));
                    };
                    let bracket = &self.source[opening.range()];
                    if !matches!((bracket, closing), ("(", ")") | ("[", "]") | ("{", "}")) {
                        let text = format!(
                            "closing parenthesis '{closing}' does not match opening parenthesis '{bracket}'"
                        );
                        let line = |token: &Token| self.lines.line_and_column(token.start()).0;
                        let text = match line(opening) == line(token) {
                            true => text,
                            false => format!("{text} on line {}", line(opening)),
                        };
                        return Some((token.start(), self.error(at, text)));
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The innermost bracket that is open at the end of the source.
    pub(super) fn open_bracket(&self) -> Option<&Token> {
        let mut open: Vec<&Token> = Vec::new();
        for token in self.tokens {
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

    /// An escape sequence that does not decode.
    fn bad_escape(&self, offset: TextSize) -> SyntaxError {
        let token = self.string_before(offset);
        let body_start =
            token.start().to_usize() + self.source[token].find(['"', '\'']).map_or(0, |at| at + 1);
        let body = &self.source[body_start..token.end().to_usize()];
        let body_before = &body[..(offset.to_usize() - body_start).min(body.len())];
        let start = body_before.rfind('\\').unwrap_or(0);
        let kind = body[start..].chars().nth(1).unwrap_or('x');
        let place = match self.profile.code.tokenizes_f_strings {
            true => token,
            false => self.behind_string(token),
        };
        if kind == 'N' {
            return self.error(token, "\\N{…} escapes are not supported");
        }
        let digits = body[start + 2..]
            .chars()
            .take_while(char::is_ascii_hexdigit)
            .count();
        let (expected, shape) = match kind {
            'x' => (2, "\\xXX"),
            'u' => (4, "\\uXXXX"),
            _ => (8, "\\UXXXXXXXX"),
        };
        let end = start + 1 + digits.min(expected);
        let problem = match digits >= expected {
            true => "illegal Unicode character".to_owned(),
            false => format!("truncated {shape} escape"),
        };
        let text = format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {problem}"
        );
        self.error(place, text)
    }

    fn string_before(&self, offset: TextSize) -> TextRange {
        let is_string = |token: &&Token| {
            matches!(token.kind(), TokenKind::String | TokenKind::FStringMiddle)
                && token.start() <= offset
        };
        self.tokens
            .iter()
            .rev()
            .find(is_string)
            .map_or(TextRange::empty(offset), |token| token.range())
    }

    /// Tabs and spaces that mean different things to different readers.
    pub(super) fn tab_error(&self) -> Option<SyntaxError> {
        if !self.source.contains('\t') {
            return None;
        }
        let mut stack = vec![(0, 0)];
        let mut at_line_start = true;
        for token in self.tokens {
            match token.kind() {
                TokenKind::Newline => at_line_start = true,
                TokenKind::NonLogicalNewline
                | TokenKind::Comment
                | TokenKind::Indent
                | TokenKind::Dedent => {}
                _ if at_line_start => {
                    at_line_start = false;
                    let (line, _) = self.lines.line_and_column(token.start());
                    if !indent(&mut stack, self.lines.line(self.source, line)) {
                        let start = token.start()
                            - TextSize::from(self.lines.line_and_column(token.start()).1);
                        let text = "inconsistent use of tabs and spaces in indentation";
                        let mut error = self.error(TextRange::empty(start), text);
                        error.kind = SyntaxErrorKind::TabError;
                        if self.profile.errors.syntax_caret_at_indent {
                            error.column = error.text.trim_end().chars().count() as u32 + 1;
                        }
                        error.end_column = 0;
                        return Some(error);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

/// Takes a line's indentation in, once with tabs of eight columns and once of one; says whether both agree.
fn indent(stack: &mut Vec<(u32, u32)>, line: &str) -> bool {
    let (mut column, mut alternative) = (0, 0);
    for c in line
        .chars()
        .take_while(|c| matches!(c, ' ' | '\t' | '\x0c'))
    {
        match c {
            ' ' => (column, alternative) = (column + 1, alternative + 1),
            '\t' => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
            _ => (column, alternative) = (0, 0),
        }
    }
    let (top, top_alternative) = stack[stack.len() - 1];
    if column > top {
        stack.push((column, alternative));
        return alternative > top_alternative;
    }
    while stack.len() > 1 && stack[stack.len() - 1].0 > column {
        stack.pop();
    }
    let (top, top_alternative) = stack[stack.len() - 1];
    top != column || top_alternative == alternative
}
