//! Whether what was typed at the prompt is a whole input, the beginning of one, or wrong.
//!
//! Mirrors CPython's Lib/codeop.py and the prompt's rule that a block ends with an empty line.

use ruff_python_ast::Stmt;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{LexicalErrorType, Mode, ParseErrorType, ParseOptions};
use ruff_text_size::Ranged;

use super::{LineIndex, guard};

/// What the prompt does next with the lines typed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Run it.
    Complete,
    /// Ask for another line.
    Incomplete,
    /// Report its error.
    Invalid,
}

/// Judges the lines typed at a prompt, joined by newlines.
///
/// ```
/// use gcscope::python::parse::{Completeness, completeness};
/// assert_eq!(completeness("x = 1"), Completeness::Complete);
/// assert_eq!(completeness("x = (1,"), Completeness::Incomplete);
/// assert_eq!(completeness("for i in x:\n    print(i)"), Completeness::Incomplete);
/// assert_eq!(completeness("for i in x:\n    print(i)\n"), Completeness::Complete);
/// assert_eq!(completeness("x = )"), Completeness::Invalid);
/// ```
pub fn completeness(source: &str) -> Completeness {
    if guard::check_depth(source, &LineIndex::new(source)).is_err() {
        return Completeness::Invalid;
    }
    if source.trim_end_matches(' ').ends_with("\\\n") || source.ends_with('\\') {
        return Completeness::Incomplete;
    }
    let parsed = ruff_python_parser::parse_unchecked(source, ParseOptions::from(Mode::Module));
    let ends_with_empty_line = source
        .rsplit('\n')
        .next()
        .is_some_and(|line| line.trim().is_empty());
    let Some(first) = parsed.errors().first() else {
        let module = parsed.try_into_module();
        let last = module
            .as_ref()
            .and_then(|module| module.syntax().body.last());
        return match last {
            Some(last) if is_compound(last) && !ends_with_empty_line => Completeness::Incomplete,
            _ => Completeness::Complete,
        };
    };
    let is_open = parsed.errors().iter().any(|error| match &error.error {
        ParseErrorType::Lexical(LexicalErrorType::Eof) => true,
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => {
            let text = source[error.location].trim_start_matches(|c: char| c.is_ascii_alphabetic());
            text.starts_with("\"\"\"") || text.starts_with("'''")
        }
        _ => false,
    });
    let at_end = source[first.location.start().to_usize()..]
        .trim()
        .is_empty();
    let closes_too_much = parsed
        .tokens()
        .iter()
        .any(|token| token.kind() == TokenKind::Unknown && token.end() < first.location.start());
    if is_open && (at_end || !is_grammar(&first.error)) && !closes_too_much {
        return Completeness::Incomplete;
    }
    let waits_for_block = match &first.error {
        ParseErrorType::OtherError(message) => {
            message.starts_with("Expected an indented block")
                || message.starts_with("Expected `except` or `finally`")
                || message.starts_with("Expected class, function definition")
        }
        _ => false,
    };
    if waits_for_block && at_end && !ends_with_empty_line {
        return Completeness::Incomplete;
    }
    Completeness::Invalid
}

fn is_grammar(error: &ParseErrorType) -> bool {
    !matches!(error, ParseErrorType::Lexical(_))
}

fn is_compound(statement: &Stmt) -> bool {
    matches!(
        statement,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::If(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::Try(_)
            | Stmt::With(_)
            | Stmt::Match(_)
    )
}
