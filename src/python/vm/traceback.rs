//! Tracebacks as text: what CPython prints for an uncaught exception.
//!
//! Mirrors CPython's Python/pythonrun.c (print_exception), Python/traceback.c and Lib/traceback.py.

use std::fmt::Write as _;
use std::rc::Rc;

use super::traceback_groups::Nesting;
use super::{PyResult, Unwind, Vm};
use crate::heap::{Payload, Ref, types};
use crate::profile::CaretRules;
use crate::python::builtins::exception_groups;
use crate::python::code::{Code, Position};

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
pub(super) enum Style {
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
        let mut text = String::new();
        self.format_chain_in(error, style, &mut Nesting::default(), &mut text);
        text
    }

    /// An exception with those that it is chained to, the first of them first.
    pub(super) fn format_chain_in(
        &mut self,
        error: Ref,
        style: Style,
        nesting: &mut Nesting,
        out: &mut String,
    ) {
        let mut chain = vec![(error, "")];
        nesting.shown.insert(error);
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
                if !nesting.shown.insert(next) {
                    break;
                }
                chain.push((next, why));
                at = next;
            }
        }
        for &(error, why) in chain.iter().rev() {
            if self.shows_members(error, style) {
                self.format_group(error, style, nesting, out);
            } else {
                self.format_one(error, style, nesting, out);
            }
            nesting.emit(why, '|', out);
        }
    }

    /// Whether it is a group whose exceptions are shown, too.
    fn shows_members(&self, error: Ref, style: Style) -> bool {
        let is_told = style == Style::Uncaught || self.heap.profile.errors.unraisable_chain;
        is_told && exception_groups::is_group(self, error)
    }

    /// The lines of an exception's traceback, without its header.
    pub(super) fn format_traceback(&mut self, error: Ref, style: Style) -> String {
        let mut text = String::new();
        let entries = self.traceback_entries(error);
        self.format_entries(&entries, style, &mut text);
        text
    }

    fn format_one(&mut self, error: Ref, style: Style, nesting: &Nesting, out: &mut String) {
        let mut text = self.format_traceback(error, style);
        if !text.is_empty() {
            text.insert_str(0, "Traceback (most recent call last):\n");
        }
        if self.heap.is_instance(error, types::SYNTAX_ERROR) {
            self.format_syntax_error(error, &mut text);
        }
        nesting.emit(&text, '|', out);
        self.format_last(error, style, nesting, out);
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
        // Each input at the prompt is a file of its own (3.13).
        let filename = if entry.filename.starts_with("<stdin-") {
            "<stdin>"
        } else {
            &entry.filename
        };
        let _ = writeln!(
            text,
            "  File \"{filename}\", line {}, in {}",
            entry.line, entry.function
        );
        let Some(source) = self.source_line(&entry.filename, entry.line) else {
            return;
        };
        let trimmed = source.trim();
        if trimmed.is_empty() {
            return;
        }
        let profile = self.heap.profile;
        let shows = match style {
            Style::Uncaught => profile.traceback_carets,
            Style::Unraisable => profile.errors.unraisable_carets,
        };
        if shows
            && profile.errors.carets == CaretRules::UnlessPlainCall
            && entry.position.line == entry.line
            && let Some(source) = self.sources.get(&*entry.filename)
            && let Some(lines) = super::caret_lines::lines_with_carets(
                source.lines().skip(entry.line as usize - 1),
                entry.position,
            )
        {
            for line in lines {
                let _ = writeln!(text, "    {line}");
            }
            return;
        }
        let _ = writeln!(text, "    {trimmed}");
        if shows
            && entry.position.line == entry.line
            && let Some(carets) =
                super::carets::carets(source, entry.position, profile.errors.carets)
        {
            let _ = writeln!(text, "    {carets}");
        }
    }

    /// The text of the program's file of that name.
    pub(crate) fn source_of(&self, filename: &str) -> Option<Rc<str>> {
        self.sources.get(filename).map(|source| Rc::from(&**source))
    }

    pub(crate) fn source_line(&self, filename: &str, line: u32) -> Option<&str> {
        let source = self.sources.get(filename)?;
        source.lines().nth(line.checked_sub(1)? as usize)
    }

    /// What stands below a traceback: class, message and notes.
    pub(super) fn format_last(
        &mut self,
        error: Ref,
        style: Style,
        nesting: &Nesting,
        out: &mut String,
    ) {
        let last = self.exception_line(error, style);
        let first = match last.split_inclusive('\n').next() {
            Some(first) if self.heap.profile.errors.margins_are_for_first_lines => first.len(),
            _ => last.len(),
        };
        nesting.emit(&last[..first], '|', out);
        out.push_str(&last[first..]);
        if style == Style::Uncaught || self.heap.profile.errors.unraisable_chain {
            for note in self.notes(error).unwrap_or_default() {
                nesting.emit(&format!("{note}\n"), '|', out);
            }
        }
    }

    /// `ValueError: message`, with what is suggested for a misspelled name.
    fn exception_line(&mut self, error: Ref, style: Style) -> String {
        let class = self.heap.class_of(error);
        let full =
            if self.is_builtin_class(class) || !self.heap.profile.errors.uncaught_names_module {
                self.unambiguous_class_name(class)
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
        if message.is_empty() && hint.is_empty() {
            format!("{full}\n")
        } else {
            format!("{full}: {message}{hint}\n")
        }
    }

    /// `__notes__`, line by line.
    fn notes(&mut self, error: Ref) -> PyResult<Vec<String>> {
        let Some(notes) = self.own_attribute(error, self.names.notes) else {
            return Ok(Vec::new());
        };
        let items: Vec<Ref> = self.heap.list(notes).map_or(Vec::new(), <[Ref]>::to_vec);
        items.into_iter().map(|note| self.str(note)).collect()
    }

    // ---- syntax errors and warnings ----

    /// Prints what the compiler warned of, as the warnings module does.
    pub(super) fn show_syntax_warnings(&mut self, code: &Code) {
        let mut text = String::new();
        for warning in &code.warnings {
            let (file, line) = (&code.filename, warning.line);
            let _ = writeln!(text, "{file}:{line}: SyntaxWarning: {}", warning.message);
            let is_prompt = file.starts_with("<stdin");
            if let Some(source) = self.source_line(file, line).filter(|_| !is_prompt) {
                let _ = writeln!(text, "  {}", source.trim());
            }
        }
        if !text.is_empty() && self.write_stderr(&text).is_err() {
            self.release_abandoned();
        }
    }

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
        let errors = &self.heap.profile.errors;
        let stripped = if errors.syntax_text_keeps_tabs {
            source.trim_start_matches([' ', '\u{c}'])
        } else {
            source.trim_start_matches([' ', '\t', '\u{c}'])
        };
        let shift = (source.chars().count() - stripped.chars().count()) as i64;
        let _ = writeln!(text, "    {}", stripped.trim_end());
        let Some(offset) = number(self.names.offset).filter(|&offset| offset >= 1) else {
            return;
        };
        let length = stripped.chars().count() as i64;
        let mut start = offset - 1 - shift;
        if length > 0 || !errors.syntax_caret_keeps_on_line {
            start = start.min(length);
        }
        if start == -1 && errors.syntax_caret_at_indent {
            start = 0;
        }
        if start == length && length > 0 && errors.syntax_caret_keeps_on_line {
            start = length - 1;
        }
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
        let is_indentation = self.heap.is_instance(error, types::INDENTATION_ERROR);
        let n =
            if errors.syntax_error_ranges && (errors.indentation_error_ranges || !is_indentation) {
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
