//! Exception groups as text: each exception in it with a traceback of its own, in a frame of signs.
//!
//! Mirrors TracebackException.format of CPython's Lib/traceback.py.

use std::fmt::Write as _;

use rustc_hash::FxHashSet;

use super::Vm;
use super::traceback::Style;
use crate::heap::Ref;
use crate::python::builtins::exception_groups;

/// As many exceptions of a group are shown (max_group_width).
const MAX_WIDTH: usize = 15;
/// Groups in groups are shown down to here (max_group_depth).
const MAX_DEPTH: usize = 10;

/// Where the text stands among groups.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    /// Groups around it; 0 outside of all.
    depth: usize,
    /// The innermost frame is not closed yet.
    is_open: bool,
    /// What is shown already, or will be as a member: it is not shown again as what another exception came from. Else
    /// members that came from their own group would show it again, and it them.
    pub(super) shown: FxHashSet<Ref>,
}

impl Nesting {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// The text, each of its lines behind a margin.
    pub(super) fn emit(&self, text: &str, margin: char, out: &mut String) {
        if self.depth == 0 {
            out.push_str(text);
            return;
        }
        for line in text.split_inclusive('\n') {
            let _ = write!(out, "{}{margin} {line}", self.indent());
        }
    }
}

impl Vm {
    /// A group with all that is in it.
    pub(super) fn format_group(
        &mut self,
        group: Ref,
        style: Style,
        nesting: &mut Nesting,
        out: &mut String,
    ) {
        if nesting.depth > MAX_DEPTH {
            let text = format!("... (max_group_depth is {MAX_DEPTH})\n");
            nesting.emit(&text, '|', out);
            return;
        }
        let is_outermost = nesting.depth == 0;
        if is_outermost {
            nesting.depth = 1;
        }
        let entries = self.format_traceback(group, style);
        if !entries.is_empty() {
            let margin = if is_outermost { '+' } else { '|' };
            let header = "Exception Group Traceback (most recent call last):\n";
            nesting.emit(header, margin, out);
            nesting.emit(&entries, '|', out);
        }
        self.format_last(group, style, nesting, out);
        self.format_members(group, style, nesting, out);
        if is_outermost {
            nesting.depth = 0;
        }
    }

    fn format_members(
        &mut self,
        group: Ref,
        style: Style,
        nesting: &mut Nesting,
        out: &mut String,
    ) {
        let members = exception_groups::members_of(self, group);
        let n_shown = members.len().min(MAX_WIDTH + 1);
        nesting.shown.extend(&members);
        nesting.is_open = false;
        for i in 0..n_shown {
            let is_last = i + 1 == n_shown;
            if is_last {
                // A group at the end closes the frame for all around it.
                nesting.is_open = true;
            }
            let title = if i < MAX_WIDTH {
                (i + 1).to_string()
            } else {
                "...".to_owned()
            };
            let corner = if i == 0 { "+-" } else { "  " };
            let indent = nesting.indent();
            let _ = writeln!(
                out,
                "{indent}{corner}+---------------- {title} ----------------"
            );
            nesting.depth += 1;
            if i < MAX_WIDTH {
                self.format_chain_in(members[i], style, nesting, out);
            } else {
                let n_more = members.len() - MAX_WIDTH;
                let plural = if n_more == 1 { "" } else { "s" };
                nesting.emit(&format!("and {n_more} more exception{plural}\n"), '|', out);
            }
            if is_last && nesting.is_open {
                let indent = nesting.indent();
                let _ = writeln!(out, "{indent}+------------------------------------");
                nesting.is_open = false;
            }
            nesting.depth -= 1;
        }
    }
}
