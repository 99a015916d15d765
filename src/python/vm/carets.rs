//! The line of carets under a traceback's source line.
//!
//! In: the source line and the instruction's position. Out: `~~^~~` under the part that failed, or nothing when that says
//! no more than the line itself. Mirrors _extract_caret_anchors_from_line_segment and _should_show_carets of CPython's
//! Lib/traceback.py, and the same in Python/traceback.c up to 3.12.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::profile::CaretRules;
use crate::python::code::Position;

/// The carets for a source line, to stand under the line without its indentation.
pub(super) fn carets(line: &str, position: Position, rules: CaretRules) -> Option<String> {
    let start = position.column as usize;
    let trimmed_end = line.trim_end().len();
    let end = if position.end_line == position.line {
        position.end_column as usize
    } else {
        trimmed_end
    };
    let indent = line.len() - line.trim_start().len();
    if start >= end || end > line.len() || start < indent {
        return None;
    }
    let segment = line.get(start..end)?;
    let before = line.get(indent..start)?.chars().count();
    let n = segment.chars().count();
    let anchors = (position.end_line == position.line)
        .then(|| anchors(segment, rules))
        .flatten();
    let is_whole_line = start == indent && end >= trimmed_end;
    let shows = match rules {
        CaretRules::None => false,
        CaretRules::UnlessWholeLine => !is_whole_line || anchors.is_some(),
        CaretRules::UnlessPlainCall => {
            let covers = is_plain_call(line.trim(), start - indent, end - indent);
            !covers && (anchors.is_some() || !is_whole_line)
        }
    };
    if !shows {
        return None;
    }
    let marks: String = match anchors {
        Some((left, right)) => (0..n)
            .map(|i| if (left..right).contains(&i) { '^' } else { '~' })
            .collect(),
        None => "^".repeat(n),
    };
    Some(format!("{}{marks}", " ".repeat(before)))
}

/// The part of the segment that is the operator, the subscript's brackets or the call's parentheses, in characters.
fn anchors(segment: &str, rules: CaretRules) -> Option<(usize, usize)> {
    let parsed = ruff_python_parser::parse_expression(segment).ok()?;
    let offset = |at: ruff_text_size::TextSize| at.to_u32() as usize;
    let (left, right) = match &*parsed.syntax().body {
        Expr::BinOp(binary) => {
            let operator = segment.get(offset(binary.left.end())..offset(binary.right.start()))?;
            let shift = operator.len() - operator.trim_start().len();
            let mut left = offset(binary.left.end()) + shift;
            let mut right = left + 1;
            let second = operator.get(shift + 1..)?.chars().next();
            if second.is_some_and(|c| !c.is_whitespace()) {
                right += 1;
            }
            while segment
                .get(left..)?
                .starts_with(|c: char| c.is_whitespace() || c == ')' || c == '#')
            {
                left += 1;
                right += 1;
            }
            (left, right)
        }
        Expr::Subscript(subscript) => (offset(subscript.value.end()), segment.len()),
        Expr::Call(call) if rules == CaretRules::UnlessPlainCall => {
            (offset(call.func.end()), segment.len())
        }
        _ => return None,
    };
    let left = segment[left..]
        .find(|c: char| !c.is_whitespace())
        .map(|skip| left + skip)?;
    let in_chars = |at: usize| segment.get(..at).map(|text| text.chars().count());
    Some((in_chars(left)?, in_chars(right)?))
}

/// The line is nothing but a call (or an assignment or return of one) and the range is all of that call.
fn is_plain_call(line: &str, start: usize, end: usize) -> bool {
    let Ok(parsed) = ruff_python_parser::parse_module(line) else {
        return false;
    };
    let value = match parsed.syntax().body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if matches!(*call.func, Expr::Name(_)) => Some(call),
            _ => None,
        },
        Some(Stmt::Assign(statement)) => match &*statement.value {
            Expr::Call(call) => Some(call),
            _ => None,
        },
        _ => None,
    };
    value.is_some_and(|call| {
        let range = call.range();
        range.start().to_u32() as usize == start && range.end().to_u32() as usize == end
    })
}
