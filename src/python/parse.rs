//! Parsing: source text to a syntax tree, or to the error that CPython gives for it.
//!
//! Thin over the parser crate. Invariant: what comes out nests no deeper than the compiler's recursion can stand.
//! Mirrors CPython's Parser (tokenizer, pegen, pegen_errors) in its messages.

use ruff_python_ast::{Mod, ModExpression, ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed};
use ruff_text_size::{TextRange, TextSize};

use crate::profile::Profile;

use super::code::Position;

mod complete;
mod diagnosis;
mod except_star;
mod expected;
mod guard;
mod lexical;
mod targets;

pub use complete::{Completeness, completeness};

use diagnosis::Diagnosis;

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

/// Up to 3.9, of a bracket that nobody closes.
const UNEXPECTED_EOF: &str = "unexpected EOF while parsing";

impl SyntaxError {
    /// The same error when the source is read from a file: its end is a line of its own there.
    pub fn in_file(self) -> SyntaxError {
        if self.message != UNEXPECTED_EOF {
            return self;
        }
        SyntaxError {
            line: self.line + 1,
            text: String::new(),
            ..self
        }
    }
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

    /// A range that ends behind a newline ends, for CPython, one column behind the line.
    fn within_lines(&self, source: &str, range: TextRange) -> TextRange {
        match source[range].ends_with('\n') && range.len() > TextSize::from(1) {
            true => TextRange::new(range.start(), range.end() - TextSize::from(1)),
            false => range,
        }
    }

    /// A syntax error of that text over that part of the source.
    pub fn error(
        &self,
        source: &str,
        range: TextRange,
        kind: SyntaxErrorKind,
        message: impl Into<String>,
    ) -> SyntaxError {
        let position = self.position(self.within_lines(source, range));
        let in_characters = |line: u32, column: u32| {
            let text = self.line(source, line);
            text.get(..column as usize)
                .map_or(column, |before| before.chars().count() as u32)
                + 1
        };
        let column = in_characters(position.line, position.column);
        let is_newline = &source[range] == "\n";
        let end = match is_newline {
            true => (position.line, column + 1),
            false => (
                position.end_line,
                in_characters(position.end_line, position.end_column),
            ),
        };
        SyntaxError {
            kind,
            message: message.into(),
            line: position.line,
            column,
            end_line: end.0,
            end_column: end.1,
            text: self.line(source, position.line).to_owned(),
        }
    }
}

/// A program's tree.
pub fn parse_module(
    source: &str,
    lines: &LineIndex,
    profile: &Profile,
) -> Result<ModModule, SyntaxError> {
    match parse(source, lines, profile, Mode::Module)?.into_syntax() {
        Mod::Module(module) => Ok(module),
        Mod::Expression(_) => unreachable!("the mode was Module"),
    }
}

/// The tree of an expression that is alone in its source.
pub fn parse_expression(
    source: &str,
    lines: &LineIndex,
    profile: &Profile,
) -> Result<ModExpression, SyntaxError> {
    match parse(source, lines, profile, Mode::Expression)?.into_syntax() {
        Mod::Expression(expression) => Ok(expression),
        Mod::Module(_) => unreachable!("the mode was Expression"),
    }
}

fn parse(
    source: &str,
    lines: &LineIndex,
    profile: &Profile,
    mode: Mode,
) -> Result<Parsed<Mod>, SyntaxError> {
    guard::check_depth(source, lines)?;
    let (major, minor) = profile.syntax;
    let options = ParseOptions::from(mode).with_target_version(PythonVersion { major, minor });
    let parsed = ruff_python_parser::parse_unchecked(source, options);
    let diagnosis = Diagnosis {
        source,
        lines,
        tokens: parsed.tokens(),
        profile,
        is_expression: mode == Mode::Expression,
    };
    match diagnosis.of(parsed.errors(), parsed.unsupported_syntax_errors()) {
        Some(error) => Err(error),
        None => Ok(parsed),
    }
}
