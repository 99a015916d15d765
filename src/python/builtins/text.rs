//! Texts by code points: classes of characters, positions, and the repr of a text.
//!
//! Mirrors Objects/unicodeobject.c and Objects/unicodectype.c as far as the standard library's tables reach.

/// str.isspace of one character.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// Shown as it is in a repr.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // escape_debug escapes what is not printable; at the start of a text it also escapes combining marks, which
    // Python prints.
    let mut probe = String::from("a");
    probe.push(c);
    probe.escape_debug().nth(1) == Some(c)
}

/// Value of a decimal digit of any script (the common ones).
pub fn decimal_value(c: char) -> Option<u8> {
    const ZEROS: [u32; 16] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
        0xe50, 0xed0, 0xff10,
    ];
    let code = c as u32;
    ZEROS
        .iter()
        .find(|&&zero| (zero..zero + 10).contains(&code))
        .map(|zero| (code - zero) as u8)
}

/// str.isdigit of one character: decimals, and digits in superscript and the like.
pub fn is_digit(c: char) -> bool {
    decimal_value(c).is_some()
        || matches!(c, '²' | '³' | '¹' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}' | '\u{2460}'..='\u{2468}')
}

pub fn is_titlecase(c: char) -> bool {
    matches!(c, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ')
}

pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_titlecase(c)
}

pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphanumeric())
}

/// Byte offset of the code point at that index; the end for larger ones.
pub fn offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(offset, _)| offset)
}

/// Index of the code point at that byte offset.
pub fn index_of_offset(text: &str, offset: usize) -> usize {
    text[..offset].chars().count()
}

/// The part between two indices of code points.
pub fn part(text: &str, start: usize, end: usize) -> &str {
    if start >= end {
        return "";
    }
    let from = offset(text, start);
    let to = from + offset(&text[from..], end - start);
    &text[from..to]
}

/// repr of a str.
pub fn repr(text: &str) -> String {
    quoted(text, false)
}

/// ascii() of a str.
pub fn ascii(text: &str) -> String {
    quoted(text, true)
}

fn quoted(text: &str, ascii: bool) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for c in text.chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            c if c == quote => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if is_printable(c) && (c.is_ascii() || !ascii) => quoted.push(c),
            c => quoted.push_str(&escape(c)),
        }
    }
    quoted.push(quote);
    quoted
}

/// \x.., \u.... or \U........
pub fn escape(c: char) -> String {
    match c as u32 {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// A text that was shown (a repr) with everything beyond ASCII escaped, as ascii() does.
pub fn escape_non_ascii(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            escaped.push_str(&escape(c));
        }
        escaped
    })
}

/// repr of bytes.
pub fn repr_bytes(bytes: &[u8]) -> String {
    quoted_bytes(bytes, false)
}

/// As [`repr_bytes`]; apostrophes may get a backslash where they need none.
pub fn quoted_bytes(bytes: &[u8], escapes_apostrophes: bool) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut quoted = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\\' => quoted.push_str("\\\\"),
            b'\t' => quoted.push_str("\\t"),
            b'\n' => quoted.push_str("\\n"),
            b'\r' => quoted.push_str("\\r"),
            b'\'' if escapes_apostrophes => quoted.push_str("\\'"),
            byte if char::from(byte) == quote => {
                quoted.push('\\');
                quoted.push(quote);
            }
            b' '..=b'~' => quoted.push(char::from(byte)),
            byte => quoted.push_str(&format!("\\x{byte:02x}")),
        }
    }
    quoted.push(quote);
    quoted
}
