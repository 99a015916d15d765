//! Parsing: source text to a syntax tree, or to the error that CPython gives for it.
//!
//! Thin over the parser crate. Invariant: what comes out nests no deeper than the compiler's recursion can stand.
//! Mirrors CPython's Parser (tokenizer, pegen, pegen_errors) in its messages.

use ruff_python_ast::{ModExpression, ModModule};
use ruff_python_parser::{ParseError, Parsed};
use ruff_text_size::{TextRange, TextSize};

use super::code::Position;

/// Which exception a [`SyntaxError`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// Too deep for the compiler: a RecursionError.
    RecursionError,
}

impl SyntaxErrorKind {
    /// The name of the exception's class.
    pub fn name(self) -> &'static str {
        match self {
            SyntaxErrorKind::SyntaxError => "SyntaxError",
            SyntaxErrorKind::IndentationError => "IndentationError",
            SyntaxErrorKind::TabError => "TabError",
            SyntaxErrorKind::RecursionError => "RecursionError",
        }
    }
}

/// What CPython's SyntaxError object holds, for a source that does not compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    pub message: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters; 0 when CPython names no column.
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    /// The source line, with its newline where it has one.
    pub text: String,
}

/// Where the lines of a source begin.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    pub fn new(source: &str) -> Self {
        let mut starts = vec![0];
        let bytes = source.as_bytes();
        for (i, byte) in bytes.iter().enumerate() {
            let is_end = *byte == b'\n' || (*byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if is_end {
                starts.push(i as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// Line from 1 and column in bytes from 0.
    pub fn line_and_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = offset.to_u32();
        let line = self.starts.partition_point(|start| *start <= offset);
        (line as u32, offset - self.starts[line - 1])
    }

    pub fn position(&self, range: TextRange) -> Position {
        let (line, column) = self.line_and_column(range.start());
        let (end_line, end_column) = self.line_and_column(range.end());
        Position {
            line,
            end_line,
            column,
            end_column,
        }
    }

    /// The text of a line counted from 1, with its newline.
    pub fn line<'s>(&self, source: &'s str, line: u32) -> &'s str {
        let start = self
            .starts
            .get(line as usize - 1)
            .map_or(source.len(), |start| *start as usize);
        let end = self
            .starts
            .get(line as usize)
            .map_or(source.len(), |end| *end as usize);
        &source[start..end]
    }

    /// A syntax error of that text over that part of the source.
    pub fn error(
        &self,
        source: &str,
        range: TextRange,
        kind: SyntaxErrorKind,
        message: impl Into<String>,
    ) -> SyntaxError {
        let position = self.position(range);
        let in_characters = |line: u32, column: u32| {
            let text = self.line(source, line);
            text.get(..column as usize)
                .map_or(column, |before| before.chars().count() as u32)
                + 1
        };
        SyntaxError {
            kind,
            message: message.into(),
            line: position.line,
            column: in_characters(position.line, position.column),
            end_line: position.end_line,
            end_column: in_characters(position.end_line, position.end_column),
            text: self.line(source, position.line).to_owned(),
        }
    }
}

pub fn parse_module(source: &str, lines: &LineIndex) -> Result<Parsed<ModModule>, SyntaxError> {
    ruff_python_parser::parse_module(source).map_err(|error| translate(source, lines, &error))
}

pub fn parse_expression(
    source: &str,
    lines: &LineIndex,
) -> Result<Parsed<ModExpression>, SyntaxError> {
    ruff_python_parser::parse_expression(source).map_err(|error| translate(source, lines, &error))
}

fn translate(source: &str, lines: &LineIndex, error: &ParseError) -> SyntaxError {
    lines.error(
        source,
        error.location,
        SyntaxErrorKind::SyntaxError,
        "invalid syntax",
    )
}
