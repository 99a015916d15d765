//! str: case, and what kind of characters a text is made of.

use super::str::{own_text, same_or_new};
use super::{args, text};
use crate::heap::types;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    let methods: [(&str, NativeFn); 18] = [
        ("lower", |vm, args| {
            mapped(vm, args, "lower", &str::to_lowercase)
        }),
        ("upper", |vm, args| {
            mapped(vm, args, "upper", &str::to_uppercase)
        }),
        ("casefold", |vm, args| {
            mapped(vm, args, "casefold", &casefolded)
        }),
        ("capitalize", |vm, args| {
            mapped(vm, args, "capitalize", &capitalized)
        }),
        ("title", |vm, args| mapped(vm, args, "title", &titled)),
        ("swapcase", |vm, args| {
            mapped(vm, args, "swapcase", &swapped)
        }),
        ("isalpha", |vm, args| {
            all(vm, args, "isalpha", char::is_alphabetic)
        }),
        ("isalnum", |vm, args| {
            all(vm, args, "isalnum", |c| {
                c.is_alphanumeric() || text::is_digit(c)
            })
        }),
        ("isdecimal", |vm, args| {
            all(vm, args, "isdecimal", |c| text::decimal_value(c).is_some())
        }),
        ("isdigit", |vm, args| {
            all(vm, args, "isdigit", text::is_digit)
        }),
        ("isnumeric", |vm, args| {
            all(vm, args, "isnumeric", |c| {
                c.is_numeric() || text::is_digit(c)
            })
        }),
        ("isspace", |vm, args| {
            all(vm, args, "isspace", text::is_space)
        }),
        ("isprintable", |vm, args| {
            tested(vm, args, "isprintable", |text| {
                text.chars().all(text::is_printable)
            })
        }),
        ("isascii", |vm, args| {
            tested(vm, args, "isascii", str::is_ascii)
        }),
        ("isidentifier", |vm, args| {
            tested(vm, args, "isidentifier", text::is_identifier)
        }),
        ("islower", |vm, args| {
            tested(vm, args, "islower", |text| {
                text.chars().any(char::is_lowercase)
                    && !text
                        .chars()
                        .any(|c| c.is_uppercase() || text::is_titlecase(c))
            })
        }),
        ("isupper", |vm, args| {
            tested(vm, args, "isupper", |text| {
                text.chars().any(char::is_uppercase)
                    && !text
                        .chars()
                        .any(|c| c.is_lowercase() || text::is_titlecase(c))
            })
        }),
        ("istitle", |vm, args| tested(vm, args, "istitle", is_title)),
    ];
    for (name, method) in methods {
        vm.add_method(types::STR, name, method);
    }
}

fn mapped(vm: &mut Vm, args: Args<'_>, name: &str, map: &dyn Fn(&str) -> String) -> PyResult {
    let name = format!("str.{name}");
    let (receiver, own) = own_text(vm, &args, &name)?;
    args::receiver(vm, &args, &name)?;
    let changed = map(&own);
    // CPython makes a new object here even when nothing changes, except for one-character strings, which are cached.
    if own.len() == changed.len() && own.is_empty() {
        return Ok(same_or_new(vm, receiver, &own, &changed));
    }
    Ok(vm.heap.new_str(&changed))
}

fn tested(vm: &mut Vm, args: Args<'_>, name: &str, test: fn(&str) -> bool) -> PyResult {
    let name = format!("str.{name}");
    let (_, own) = own_text(vm, &args, &name)?;
    args::receiver(vm, &args, &name)?;
    Ok(vm.bool(test(&own)))
}

/// True for a text that is not empty and of such characters only.
fn all(vm: &mut Vm, args: Args<'_>, name: &str, test: fn(char) -> bool) -> PyResult {
    let name = format!("str.{name}");
    let (_, own) = own_text(vm, &args, &name)?;
    args::receiver(vm, &args, &name)?;
    Ok(vm.bool(!own.is_empty() && own.chars().all(test)))
}

fn casefolded(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            'ß' | 'ẞ' => vec!['s', 's'],
            'ς' => vec!['σ'],
            c => c.to_lowercase().collect(),
        })
        .collect()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(titlecase).collect();
    first + &chars.as_str().to_lowercase()
}

/// Title case of one character where it is one other than its upper case: two letters in one, Georgian letters, which begin
/// no word larger, and Greek letters with an iota below.
fn own_titlecase(c: char) -> Option<char> {
    match c {
        'Ǆ'..='ǆ' => Some('ǅ'),
        'Ǉ'..='ǉ' => Some('ǈ'),
        'Ǌ'..='ǌ' => Some('ǋ'),
        'Ǳ'..='ǳ' => Some('ǲ'),
        '\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}' => Some(c),
        '\u{1f80}'..='\u{1faf}' => char::from_u32(u32::from(c) | 8),
        '\u{1fb3}' | '\u{1fbc}' => Some('\u{1fbc}'),
        '\u{1fc3}' | '\u{1fcc}' => Some('\u{1fcc}'),
        '\u{1ff3}' | '\u{1ffc}' => Some('\u{1ffc}'),
        _ => None,
    }
}

/// Title case of one character: its upper case, of which only the first letter stays upper and an iota is written below.
fn titlecase(c: char) -> Vec<char> {
    if let Some(title) = own_titlecase(c) {
        return vec![title];
    }
    let upper: Vec<char> = c.to_uppercase().collect();
    match upper.split_first() {
        Some((&first, rest)) if c != 'ŉ' => std::iter::once(first)
            .chain(rest.iter().flat_map(|&c| match c {
                '\u{399}' => vec!['\u{345}'],
                c => c.to_lowercase().collect(),
            }))
            .collect(),
        _ => upper,
    }
}

fn titled(text: &str) -> String {
    let mut titled = String::new();
    let mut inside_word = false;
    for c in text.chars() {
        if inside_word {
            titled.extend(c.to_lowercase());
        } else {
            titled.extend(titlecase(c));
        }
        inside_word = text::is_cased(c);
    }
    titled
}

fn swapped(text: &str) -> String {
    let mut swapped = String::new();
    for c in text.chars() {
        if c.is_uppercase() {
            swapped.extend(c.to_lowercase());
        } else {
            swapped.extend(c.to_uppercase());
        }
    }
    swapped
}

fn is_title(text: &str) -> bool {
    let mut any = false;
    let mut inside_word = false;
    for c in text.chars() {
        let is_upper = c.is_uppercase() || text::is_titlecase(c);
        if is_upper && inside_word || c.is_lowercase() && !inside_word {
            return false;
        }
        inside_word = is_upper || c.is_lowercase();
        any |= inside_word;
    }
    any
}
