//! Tracebacks as text: what CPython prints for an uncaught exception.
//!
//! Mirrors CPython's Python/pythonrun.c (print_exception), Python/traceback.c and Lib/traceback.py.

use std::fmt::Write as _;
use std::rc::Rc;

use super::{PyResult, Unwind, Vm};
use crate::heap::{Payload, Ref, types};
use crate::python::code::Position;

/// A call that is shown more often is cut (TB_RECURSIVE_CUTOFF).
const MAX_REPEATED: usize = 3;

/// One entry of a traceback.
struct Entry {
    filename: Rc<str>,
    function: Rc<str>,
    line: u32,
    position: Position,
}

/// How an exception is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// By the interpreter's top level.
    Uncaught,
    /// "Exception ignored in …"
    Unraisable,
}

impl Vm {
    /// The whole text for an uncaught exception, chained ones first.
    pub(crate) fn format_uncaught(&mut self, error: Ref) -> String {
        self.format_chain(error, Style::Uncaught)
    }

    pub(crate) fn format_unraisable(&mut self, error: Ref) -> String {
        self.format_chain(error, Style::Unraisable)
    }

    fn format_chain(&mut self, error: Ref, style: Style) -> String {
        let mut chain = vec![(error, "")];
        if style == Style::Uncaught || self.heap.profile.errors.unraisable_chain {
            let mut at = error;
            while let Some(body) = self.exception(at) {
                let (next, why) = match (body.cause, body.context) {
                    (Some(cause), _) => (
                        cause,
                        "\nThe above exception was the direct cause of the following exception:\n\n",
                    ),
                    (None, Some(context)) if !body.suppress_context => (
                        context,
                        "\nDuring handling of the above exception, another exception occurred:\n\n",
                    ),
                    _ => break,
                };
                if chain.iter().any(|&(seen, _)| seen == next) {
                    break;
                }
                chain.push((next, why));
                at = next;
            }
        }
        let mut text = String::new();
        for i in (0..chain.len()).rev() {
            text.push_str(&self.format_one(chain[i].0, style));
            if i > 0 {
                text.push_str(chain[i - 1 + 1].1);
            }
        }
        text
    }

    fn format_one(&mut self, error: Ref, style: Style) -> String {
        let mut text = String::new();
        let entries = self.traceback_entries(error);
        if !entries.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
            self.format_entries(&entries, style, &mut text);
        }
        if self.heap.is_instance(error, types::SYNTAX_ERROR) {
            self.format_syntax_error(error, &mut text);
        }
        let last = self.exception_line(error, style);
        text.push_str(&last);
        text
    }

    fn traceback_entries(&self, error: Ref) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut at = self.exception(error).and_then(|body| body.traceback);
        while let Some(traceback) = at {
            let Some(Payload::Traceback(body)) = self.heap.payload_of(traceback) else {
                break;
            };
            if let Some(Payload::Frame(frame)) = self.heap.payload_of(body.frame)
                && let Some(Payload::Code(loaded)) = self.heap.payload_of(frame.code)
            {
                let code = &loaded.code;
                let position = code.positions.get(body.instruction as usize);
                entries.push(Entry {
                    filename: code.filename.clone(),
                    function: code.name.clone(),
                    line: body.line,
                    position: position.copied().unwrap_or_default(),
                });
            }
            at = body.next;
        }
        entries
    }

    fn format_entries(&self, entries: &[Entry], style: Style, text: &mut String) {
        let mut repeated = 0;
        for (i, entry) in entries.iter().enumerate() {
            let same = i > 0 && {
                let before = &entries[i - 1];
                before.filename == entry.filename
                    && before.line == entry.line
                    && before.function == entry.function
            };
            if !same {
                note_repetitions(repeated, text);
                repeated = 0;
            }
            repeated += 1;
            if repeated <= MAX_REPEATED {
                self.format_entry(entry, style, text);
            }
        }
        note_repetitions(repeated, text);
    }

    fn format_entry(&self, entry: &Entry, style: Style, text: &mut String) {
        let _ = writeln!(
            text,
            "  File \"{}\", line {}, in {}",
            entry.filename, entry.line, entry.function
        );
        let Some(source) = self.source_line(&entry.filename, entry.line) else {
            return;
        };
        let trimmed = source.trim();
        if trimmed.is_empty() {
            return;
        }
        let _ = writeln!(text, "    {trimmed}");
        let profile = self.heap.profile;
        let shows = match style {
            Style::Uncaught => profile.traceback_carets,
            Style::Unraisable => profile.errors.unraisable_carets,
        };
        if shows
            && entry.position.line == entry.line
            && let Some(carets) =
                super::carets::carets(source, entry.position, profile.errors.carets)
        {
            let _ = writeln!(text, "    {carets}");
        }
    }

    fn source_line(&self, filename: &str, line: u32) -> Option<&str> {
        let source = self.sources.get(filename)?;
        source.lines().nth(line.checked_sub(1)? as usize)
    }

    /// `ValueError: message`, with what is suggested for a misspelled name.
    fn exception_line(&mut self, error: Ref, style: Style) -> String {
        let class = self.heap.class_of(error);
        let name = self.full_class_name(class);
        let name = name.strip_prefix("__main__.").unwrap_or(&name).to_owned();
        let full =
            if self.is_builtin_class(class) || !self.heap.profile.errors.uncaught_names_module {
                name
            } else {
                self.full_class_name(class)
            };
        let message = if self.heap.is_instance(error, types::SYNTAX_ERROR) {
            self.syntax_error_message(error)
        } else {
            match self.str(error) {
                Ok(text) => text,
                Err(Unwind::Raised(other)) => {
                    self.release(other);
                    "<exception str() failed>".to_owned()
                }
                Err(Unwind::Stopped(_)) => String::new(),
            }
        };
        let hint = if style == Style::Uncaught || self.heap.profile.errors.unraisable_suggests {
            self.suggestion(error).unwrap_or_default()
        } else {
            String::new()
        };
        let mut text = if message.is_empty() && hint.is_empty() {
            format!("{full}\n")
        } else {
            format!("{full}: {message}{hint}\n")
        };
        for note in self.notes(error).unwrap_or_default() {
            let _ = writeln!(text, "{note}");
        }
        text
    }

    /// `__notes__`, line by line.
    fn notes(&mut self, error: Ref) -> PyResult<Vec<String>> {
        let Some(notes) = self.own_attribute(error, self.names.notes) else {
            return Ok(Vec::new());
        };
        let items: Vec<Ref> = self.heap.list(notes).map_or(Vec::new(), <[Ref]>::to_vec);
        items.into_iter().map(|note| self.str(note)).collect()
    }

    // ---- syntax errors ----

    fn syntax_error_message(&self, error: Ref) -> String {
        self.error_attribute(error, self.names.msg)
            .or_else(|| {
                let args = self.exception(error)?.args?;
                self.heap.tuple(args)?.first().copied()
            })
            .and_then(|text| self.heap.as_str(text))
            .unwrap_or_default()
            .to_owned()
    }

    fn format_syntax_error(&self, error: Ref, text: &mut String) {
        let attribute = |name| self.error_attribute(error, name);
        let number = |name| attribute(name).and_then(|value| self.heap.as_i64(value));
        let string = |name| attribute(name).and_then(|value| self.heap.as_str(value));
        let Some(line) = number(self.names.lineno) else {
            return;
        };
        let filename = string(self.names.filename).unwrap_or("<string>");
        let _ = writeln!(text, "  File \"{filename}\", line {line}");
        let Some(source) = string(self.names.text) else {
            return;
        };
        let source = source.trim_end_matches(['\n', '\r']);
        let stripped = source.trim_start_matches([' ', '\t', '\u{c}']);
        let shift = (source.chars().count() - stripped.chars().count()) as i64;
        let _ = writeln!(text, "    {}", stripped.trim_end());
        let Some(offset) = number(self.names.offset).filter(|&offset| offset >= 1) else {
            return;
        };
        let length = stripped.chars().count() as i64;
        let start = (offset - 1 - shift).min(length);
        if start < 0 {
            return;
        }
        let end = match (number(self.names.end_lineno), number(self.names.end_offset)) {
            (Some(end_line), Some(end)) if end_line == line && end > offset => {
                (end - 1 - shift).min(length.max(start + 1))
            }
            (Some(end_line), Some(_)) if end_line > line => length,
            _ => start + 1,
        };
        let n = if self.heap.profile.errors.syntax_error_ranges {
            (end - start).max(1) as usize
        } else {
            1
        };
        let blank: String = stripped
            .chars()
            .chain(std::iter::repeat(' '))
            .take(start as usize)
            .map(|c| if c.is_whitespace() { c } else { ' ' })
            .collect();
        let _ = writeln!(text, "    {blank}{}", "^".repeat(n));
    }
}

fn note_repetitions(repeated: usize, text: &mut String) {
    if repeated <= MAX_REPEATED {
        return;
    }
    let more = repeated - MAX_REPEATED;
    let plural = if more == 1 { "" } else { "s" };
    let _ = writeln!(text, "  [Previous line repeated {more} more time{plural}]");
}
