//! The source lines of a traceback's entry with their carets, from 3.13 on.
//!
//! In: the lines of the source and the instruction's position, which may span several of them. Out: the lines to show: the
//! first, the last, those around the operator, each with its carets, "...<n lines>..." for the others. Mirrors
//! format_frame_summary and _extract_caret_anchors_from_line_segment of CPython's Lib/traceback.py.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::python::code::Position;

/// Where in the segment the operator, the brackets or the parentheses stand: line and column in characters.
#[derive(Clone, Copy)]
struct Anchors {
    left: (usize, usize),
    right: (usize, usize),
}

/// What to print for an instruction: `source` begins with its first line.
pub(super) fn lines_with_carets<'a>(
    source: impl Iterator<Item = &'a str>,
    position: Position,
) -> Option<Vec<String>> {
    let n = (position.end_line.checked_sub(position.line)? + 1) as usize;
    let original: Vec<&str> = source.take(n).map(str::trim_end).collect();
    let (first, last) = (*original.first()?, *original.last()?);
    let lines = dedent(&original);
    let removed = first.chars().count() - lines[0].chars().count();
    let start = chars_before(first, position.column)?.saturating_sub(removed);
    let end = chars_before(last, position.end_column)?.saturating_sub(removed);
    let segment = segment(&lines, start, end)?;
    let anchors = anchors(&segment).map(|found| shifted(found, start));
    let shown = Shown {
        shows_carets: shows_carets(&lines, start, end, anchors.is_some()),
        lines,
        start,
        end,
        anchors,
    };
    let text = shown.text();
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    Some(dedent(&text))
}

fn chars_before(line: &str, column: u32) -> Option<usize> {
    let end = (column as usize).min(line.len());
    line.get(..end).map(|text| text.chars().count())
}

/// The lines without the whitespace that all of them begin with.
fn dedent(lines: &[&str]) -> Vec<String> {
    let indents = lines.iter().filter(|line| !line.trim().is_empty());
    let margin = indents
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    lines
        .iter()
        .map(|line| match line.trim() {
            "" => String::new(),
            _ => line.get(margin..).unwrap_or_default().to_owned(),
        })
        .collect()
}

/// The text from `start` of the first line to `end` of the last.
fn segment(lines: &[String], start: usize, end: usize) -> Option<String> {
    let mut cut: Vec<String> = lines.to_vec();
    let last = cut.last_mut()?;
    *last = last.chars().take(end).collect();
    cut[0] = cut[0].chars().skip(start).collect();
    Some(cut.join("\n"))
}

/// Columns of the segment's first line count from where the segment begins.
fn shifted(anchors: Anchors, start: usize) -> Anchors {
    let shift = |(line, column): (usize, usize)| (line, column + if line == 0 { start } else { 0 });
    Anchors {
        left: shift(anchors.left),
        right: shift(anchors.right),
    }
}

fn anchors(segment: &str) -> Option<Anchors> {
    const BEFORE: u32 = 2;
    let parsed = ruff_python_parser::parse_expression(&format!("(\n{segment}\n)")).ok()?;
    let lines: Vec<Vec<char>> = segment.split('\n').map(|l| l.chars().collect()).collect();
    let place = |at: TextSize| {
        let before = segment.get(..(at.to_u32().checked_sub(BEFORE)?) as usize)?;
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next()?.chars().count();
        Some((line, column))
    };
    match &*parsed.syntax().body {
        Expr::BinOp(binary) => {
            let left = search(&lines, place(binary.left.end())?, |c| {
                !c.is_whitespace() && c != ')'
            })?;
            let right = place(binary.right.start())?;
            let next = (left.0, left.1 + 1);
            let is_longer = next < right
                && lines[left.0]
                    .get(next.1)
                    .is_some_and(|&c| !c.is_whitespace() && c != '\\' && c != '#');
            let right = (left.0, next.1 + usize::from(is_longer));
            Some(Anchors { left, right })
        }
        Expr::Subscript(subscript) => Some(Anchors {
            left: search(&lines, place(subscript.value.end())?, |c| c == '[')?,
            right: place(subscript.range().end())?,
        }),
        Expr::Call(call) => Some(Anchors {
            left: search(&lines, place(call.func.end())?, |c| c == '(')?,
            right: place(call.range().end())?,
        }),
        _ => None,
    }
}

/// The first character from there on that fits; what follows a `#` or a backslash does not count.
fn search(
    lines: &[Vec<char>],
    from: (usize, usize),
    fits: impl Fn(char) -> bool,
) -> Option<(usize, usize)> {
    let (mut line, mut column) = from;
    loop {
        match lines.get(line)?.get(column) {
            Some(&c) if fits(c) => return Some((line, column)),
            Some('\\' | '#') | None => (line, column) = (line + 1, 0),
            Some(_) => column += 1,
        }
    }
}

/// Not under a call that is all of its statement, nor, without anchors, where they would cover all of the lines.
fn shows_carets(lines: &[String], start: usize, end: usize, has_anchors: bool) -> bool {
    let text = lines.join("\n");
    if let Ok(parsed) = ruff_python_parser::parse_module(&text) {
        let Some(statement) = parsed.syntax().body.first() else {
            return false;
        };
        let covered = byte_range(&text, lines, start, end);
        if plain_call(statement) == Some(covered) {
            return false;
        }
    }
    has_anchors
        || !lines[0].chars().take(start).all(char::is_whitespace)
        || lines
            .last()
            .is_some_and(|last| !last.chars().skip(end).all(char::is_whitespace))
}

fn byte_range(text: &str, lines: &[String], start: usize, end: usize) -> TextRange {
    let bytes = |line: &str, n: usize| line.chars().take(n).map(char::len_utf8).sum::<usize>();
    let last = lines.last().map_or("", String::as_str);
    let from = bytes(&lines[0], start);
    let to = (text.len() - last.len() + bytes(last, end)).max(from);
    TextRange::new(
        TextSize::try_from(from).unwrap_or_default(),
        TextSize::try_from(to).unwrap_or_default(),
    )
}

/// The call of `return f(…)` and of `x = f(…)`.
fn plain_call(statement: &Stmt) -> Option<TextRange> {
    match statement {
        Stmt::Return(statement) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if matches!(*call.func, Expr::Name(_)) => Some(call.range()),
            _ => None,
        },
        Stmt::Assign(statement) => match (&*statement.value, &statement.targets[..]) {
            (Expr::Call(call), [Expr::Name(_)]) => Some(call.range()),
            _ => None,
        },
        _ => None,
    }
}

struct Shown {
    lines: Vec<String>,
    start: usize,
    end: usize,
    anchors: Option<Anchors>,
    shows_carets: bool,
}

impl Shown {
    fn text(&self) -> Vec<String> {
        let mut significant = BTreeSet::from([0, self.lines.len() - 1]);
        for anchor in self.anchors.iter().flat_map(|a| [a.left.0, a.right.0]) {
            let last = (anchor + 1).min(self.lines.len() - 1);
            significant.extend(anchor.saturating_sub(1)..=last);
        }
        let mut text = Vec::new();
        let mut before = None;
        for line in significant {
            match line - before.unwrap_or(line) {
                2 => self.put_line(line - 1, &mut text),
                skipped @ 3.. => text.push(format!("...<{} lines>...", skipped - 1)),
                _ => {}
            }
            before = Some(line);
            self.put_line(line, &mut text);
        }
        text
    }

    fn put_line(&self, line: usize, text: &mut Vec<String>) {
        text.push(self.lines[line].clone());
        if !self.shows_carets {
            return;
        }
        let source = &self.lines[line];
        let indent = source.chars().take_while(|c| c.is_whitespace()).count();
        let n = if line == self.lines.len() - 1 {
            self.end
        } else {
            source.chars().count()
        };
        text.push(
            (0..n)
                .map(|column| self.mark(line, column, indent))
                .collect(),
        );
    }

    fn mark(&self, line: usize, column: usize, indent: usize) -> char {
        if column < indent || line == 0 && column < self.start {
            return ' ';
        }
        match self.anchors {
            Some(anchors) if (anchors.left..anchors.right).contains(&(line, column)) => '^',
            Some(_) => '~',
            None => '^',
        }
    }
}
