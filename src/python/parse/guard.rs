//! How deep a source nests, found before anything recurses over it.
//!
//! Invariant: what passes nests at most [`MAX_BRACKETS`] brackets and [`MAX_DEPTH`] operators in one expression.
//! Mirrors the limits of CPython's Parser/lexer and of its compiler's recursion; a scan of bytes, no tokenizer.

use ruff_text_size::{TextRange, TextSize};

use super::{LineIndex, SyntaxError, SyntaxErrorKind};

/// CPython's MAXLEVEL.
const MAX_BRACKETS: usize = 200;
/// CPython's MAXINDENT.
const MAX_INDENTS: usize = 100;
/// Operators, calls, attributes and keywords that may make one expression deeper.
const MAX_DEPTH: usize = 1000;

const DEEPENING_KEYWORDS: [&[u8]; 6] = [b"not", b"lambda", b"if", b"else", b"await", b"yield"];

/// Refuses a source that nests too deep.
pub(super) fn check_depth(source: &str, lines: &LineIndex) -> Result<(), SyntaxError> {
    let mut scan = Scan {
        bytes: source.as_bytes(),
        at: 0,
        depths: vec![0],
        indents: vec![0],
        at_line_start: true,
    };
    match scan.run() {
        Ok(()) => Ok(()),
        Err((kind, message)) => {
            let offset = TextSize::try_from(scan.at.min(source.len())).unwrap_or_default();
            Err(lines.error(source, TextRange::empty(offset), kind, message))
        }
    }
}

struct Scan<'s> {
    bytes: &'s [u8],
    at: usize,
    /// For each open bracket, and the outermost level, how many operators stand there since the last comma.
    depths: Vec<usize>,
    indents: Vec<usize>,
    at_line_start: bool,
}

type Refusal = (SyntaxErrorKind, &'static str);

impl Scan<'_> {
    fn run(&mut self) -> Result<(), Refusal> {
        while self.at < self.bytes.len() {
            if self.at_line_start && self.depths.len() == 1 {
                self.indentation()?;
            }
            self.step()?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Refusal> {
        let Some(&byte) = self.bytes.get(self.at) else {
            return Ok(());
        };
        match byte {
            b'#' => self.skip_while(|byte| byte != b'\n'),
            b'"' | b'\'' => self.string(byte)?,
            b'\n' | b'\r' => {
                self.at += 1;
                self.at_line_start = true;
                if self.depths.len() == 1 {
                    self.depths[0] = 0;
                }
            }
            b'(' | b'[' | b'{' => {
                self.deepen()?;
                self.depths.push(0);
                if self.depths.len() > MAX_BRACKETS {
                    return Err((SyntaxErrorKind::SyntaxError, "too many nested parentheses"));
                }
                self.at += 1;
            }
            b')' | b']' | b'}' => {
                if self.depths.len() > 1 {
                    self.depths.pop();
                }
                self.at += 1;
            }
            b',' | b';' => {
                self.reset();
                self.at += 1;
            }
            b'\\' => self.at += 2,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9' | 0x80.. => self.word()?,
            b' ' | b'\t' | b'\x0c' | b':' => self.at += 1,
            _ => {
                self.deepen()?;
                self.at += 1;
            }
        }
        Ok(())
    }

    fn reset(&mut self) {
        if let Some(depth) = self.depths.last_mut() {
            *depth = 0;
        }
    }

    fn deepen(&mut self) -> Result<(), Refusal> {
        if let Some(depth) = self.depths.last_mut() {
            *depth += 1;
        }
        if self.depths.iter().sum::<usize>() > MAX_DEPTH {
            return Err((
                SyntaxErrorKind::RecursionError,
                "maximum recursion depth exceeded during compilation",
            ));
        }
        Ok(())
    }

    fn word(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80);
        if DEEPENING_KEYWORDS.contains(&&self.bytes[start..self.at]) {
            self.deepen()?;
        }
        Ok(())
    }

    fn skip_while(&mut self, condition: impl Fn(u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|byte| condition(*byte)) {
            self.at += 1;
        }
    }

    /// Skips a string literal; the fields of an f-string count as the expressions that they are.
    fn string(&mut self, quote: u8) -> Result<(), Refusal> {
        let start = self.at;
        let is_letter = |i: &usize| self.bytes[*i].is_ascii_alphabetic();
        let prefix_start = (0..start)
            .rev()
            .take_while(is_letter)
            .last()
            .unwrap_or(start);
        let is_f_string = self.bytes[prefix_start..start]
            .iter()
            .any(|byte| matches!(byte, b'f' | b'F' | b't' | b'T'));
        let is_short = start - prefix_start <= 2;
        self.skip_string(quote);
        if is_f_string && is_short {
            self.check_fields(start)?;
        }
        Ok(())
    }

    /// Counts brackets and operators in the fields of the f-string from `start` to here.
    fn check_fields(&mut self, start: usize) -> Result<(), Refusal> {
        let (mut n_open, mut n_operators) = (0_usize, 0_usize);
        for byte in &self.bytes[start..self.at.min(self.bytes.len())] {
            match byte {
                b'{' | b'(' | b'[' => n_open += 1,
                b'}' | b')' | b']' => n_open = n_open.saturating_sub(1),
                b',' => n_operators = 0,
                _ if n_open == 0 => n_operators = 0,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9' | b':' | 0x80.. => {}
                _ => n_operators += 1,
            }
            if self.depths.len() + n_open > MAX_BRACKETS {
                return Err((SyntaxErrorKind::SyntaxError, "too many nested parentheses"));
            }
            if n_operators > MAX_DEPTH {
                return Err((
                    SyntaxErrorKind::RecursionError,
                    "maximum recursion depth exceeded during compilation",
                ));
            }
        }
        Ok(())
    }

    fn skip_string(&mut self, quote: u8) {
        let triple = [quote; 3];
        let is_triple = self.bytes[self.at..].starts_with(&triple);
        self.at += if is_triple { 3 } else { 1 };
        while let Some(&byte) = self.bytes.get(self.at) {
            if byte == b'\\' {
                self.at += 2;
            } else if is_triple && self.bytes[self.at..].starts_with(&triple) {
                self.at += 3;
                return;
            } else if !is_triple && byte == quote {
                self.at += 1;
                return;
            } else if !is_triple && byte == b'\n' {
                return;
            } else {
                self.at += 1;
            }
        }
    }

    /// Counts how many indented blocks are open at the start of a line.
    fn indentation(&mut self) -> Result<(), Refusal> {
        self.at_line_start = false;
        let start = self.at;
        self.skip_while(|byte| byte == b' ' || byte == b'\t' || byte == b'\x0c');
        if matches!(self.bytes.get(self.at), None | Some(b'\n' | b'\r' | b'#')) {
            return Ok(());
        }
        let mut column = 0;
        for byte in &self.bytes[start..self.at] {
            column = if *byte == b'\t' {
                (column / 8 + 1) * 8
            } else {
                column + 1
            };
        }
        while self.indents.last().is_some_and(|top| *top > column) {
            self.indents.pop();
        }
        if self.indents.last() != Some(&column) {
            self.indents.push(column);
        }
        if self.indents.len() > MAX_INDENTS {
            return Err((
                SyntaxErrorKind::IndentationError,
                "too many levels of indentation",
            ));
        }
        Ok(())
    }
}
