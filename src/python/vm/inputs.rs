//! The inputs that a text is to a prompt: one statement, or one line of simple statements, each.
//!
//! Mirrors how CPython's interactive tokenizer ends an input: a compound statement ends at an empty line.

const COMPOUND: [&str; 10] = [
    "if", "while", "for", "def", "class", "try", "with", "async", "@", "match",
];

/// Splits a text as if it were typed line by line. An empty line or a comment is an input of its own, too: an empty text.
pub(super) fn split_inputs(source: &str) -> Vec<String> {
    let lines: Vec<&str> = source.lines().collect();
    let mut inputs = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            inputs.push(String::new());
            at += 1;
            continue;
        }
        let mut end = end_of_simple(&lines, at);
        let mut ended_by_empty_line = false;
        if is_compound(line) && begins_block(&lines[at..end]) {
            end = end_of_block(&lines, at);
            // A prompt complains of a wrong line as soon as it is there.
            match first_wrong_line(&lines[at..end]) {
                Some(line) => end = at + line + 1,
                None => ended_by_empty_line = true,
            }
        }
        inputs.push(format!("{}\n", lines[at..end].join("\n")));
        at = end + usize::from(ended_by_empty_line);
    }
    inputs
}

/// Whether a prompt runs what was typed so far, lines that are joined by newlines, or waits for another: a block ends at
/// an empty line.
pub(super) fn is_complete_input(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_nothing = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let Some(first) = lines.iter().find(|line| !is_nothing(line)) else {
        return true;
    };
    let block_is_open = is_compound(first) && !lines[lines.len() - 1].trim().is_empty();
    !block_is_open && !is_cut_short(text)
}

/// Whether the text ends too early, as opposed to being wrong already.
fn is_cut_short(text: &str) -> bool {
    let Err(error) = ruff_python_parser::parse_module(text) else {
        return false;
    };
    let length = text.trim_end().len();
    let (start, end) = (
        error.location.start().to_usize(),
        error.location.end().to_usize(),
    );
    let may_go_on =
        text.contains("'''") || text.contains("\"\"\"") || text.trim_end().ends_with('\\');
    start >= length || end >= length && may_go_on
}

fn is_compound(line: &str) -> bool {
    let first = line
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '@'))
        .next()
        .unwrap_or_default();
    line.starts_with('@')
        || COMPOUND.contains(&first) && line.contains(':')
        || COMPOUND.contains(&first) && first != "match" && first != "async"
}

/// Whether a block can follow the line: it is no error already.
fn begins_block(header: &[&str]) -> bool {
    let header = header.join("\n");
    let bodies = [
        "",
        "\n    pass",
        "\n    pass\nfinally:\n    pass",
        "\ndef f(): pass",
        "\n    case _: pass",
    ];
    bodies
        .iter()
        .any(|body| ruff_python_parser::parse_module(&format!("{header}{body}\n")).is_ok())
}

/// The line of a block's first error, unless that is what is still missing at its end.
fn first_wrong_line(block: &[&str]) -> Option<usize> {
    let text = format!("{}\n", block.join("\n"));
    let error = ruff_python_parser::parse_module(&text).err()?;
    let at = error.location.start().to_usize();
    let line = text.get(..at)?.matches('\n').count();
    (line + 1 < block.len()).then_some(line)
}

fn end_of_block(lines: &[&str], start: usize) -> usize {
    (start + 1..lines.len())
        .find(|&i| lines[i].trim().is_empty() && is_complete(&lines[start..i]))
        .unwrap_or(lines.len())
}

/// A simple statement goes on while a bracket or a text is open.
fn end_of_simple(lines: &[&str], start: usize) -> usize {
    (start + 1..=lines.len())
        .find(|&end| is_complete(&lines[start..end]))
        .unwrap_or(start + 1)
}

/// Whether no bracket, text in triple quotes or continued line is open at the end.
fn is_complete(lines: &[&str]) -> bool {
    let mut depth = 0usize;
    let mut quotes: Option<&str> = None;
    for line in lines {
        let mut rest = *line;
        while let Some(c) = rest.chars().next() {
            if let Some(end) = quotes {
                let (skip, closes) = match (c, rest.starts_with(end)) {
                    ('\\', _) => (
                        1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                        false,
                    ),
                    (_, true) => (end.len(), true),
                    _ => (c.len_utf8(), false),
                };
                rest = &rest[skip..];
                if closes {
                    quotes = None;
                }
                continue;
            }
            let opened = ["\"\"\"", "'''", "\"", "'"]
                .into_iter()
                .find(|mark| rest.starts_with(mark));
            if let Some(mark) = opened {
                quotes = Some(mark);
                rest = &rest[mark.len()..];
                continue;
            }
            match c {
                '#' => break,
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            rest = &rest[c.len_utf8()..];
        }
        // A text in single quotes ends with its line at the latest.
        quotes = quotes.filter(|mark| mark.len() == 3);
    }
    let continues = lines.last().is_some_and(|line| line.ends_with('\\'));
    depth == 0 && quotes.is_none() && !continues
}
