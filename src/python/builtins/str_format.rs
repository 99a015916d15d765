//! str.format: replacement fields with attributes, items, conversions and nested specs.
//!
//! Mirrors Objects/stringlib/unicode_format.h.

use super::args;
use super::{text, value};
use crate::heap::{Owned, Ref};
use crate::python::vm::{Args, PyResult, Vm};

/// How fields without a name are numbered; the two ways may not be mixed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

struct Formatter<'a> {
    positional: &'a [Ref],
    keywords: &'a [(Ref, Ref)],
    /// format_map's mapping.
    mapping: Option<Ref>,
    numbering: Numbering,
}

pub fn format(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, own) = super::str::own_text(vm, &args, "str.format")?;
    let mut formatter = Formatter {
        positional: &args.positional[1..],
        keywords: args.keywords,
        mapping: None,
        numbering: Numbering::Unknown,
    };
    let shown = formatter.format(vm, &own, 2)?;
    Ok(vm.heap.new_str(&shown))
}

pub fn format_map(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, own) = super::str::own_text(vm, &args, "str.format_map")?;
    let (_, mapping) = args::receiver_and_one(vm, &args, "str.format_map")?;
    let mut formatter = Formatter {
        positional: &[],
        keywords: &[],
        mapping: Some(mapping),
        numbering: Numbering::Unknown,
    };
    let shown = formatter.format(vm, &own, 2)?;
    Ok(vm.heap.new_str(&shown))
}

impl Formatter<'_> {
    /// `depth`: how deep fields may still be nested in specs.
    fn format(&mut self, vm: &mut Vm, template: &str, depth: u32) -> PyResult<String> {
        if depth == 0 {
            return vm.value_error("Max string recursion exceeded");
        }
        let mut shown = String::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            shown.push_str(&rest[..at]);
            let brace = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            if rest.as_bytes().first() == Some(&brace) {
                shown.push(char::from(brace));
                rest = &rest[1..];
                continue;
            }
            if brace == b'}' {
                return vm.value_error("Single '}' encountered in format string");
            }
            if rest.is_empty() {
                return vm.value_error("Single '{' encountered in format string");
            }
            let Some(end) = end_of_field(rest) else {
                return vm.value_error("expected '}' before end of string");
            };
            shown.push_str(&self.field(vm, &rest[..end], depth)?);
            rest = &rest[end + 1..];
        }
        shown.push_str(rest);
        Ok(shown)
    }

    /// name[!conversion][:spec]
    fn field(&mut self, vm: &mut Vm, field: &str, depth: u32) -> PyResult<String> {
        let (name, conversion, spec) = split_field(vm, field)?;
        let object = self.look_up(vm, name)?;
        let spec = if spec.contains(['{', '}']) {
            self.format(vm, spec, depth - 1)?
        } else {
            spec.to_owned()
        };
        let shown = match conversion {
            None => super::functions::format_object(vm, object.get(), &spec),
            Some(conversion) => {
                let converted = match conversion {
                    's' => vm.str(object.get())?,
                    'r' => vm.repr(object.get())?,
                    'a' => text::escape_non_ascii(&vm.repr(object.get())?),
                    other => {
                        return vm.value_error(format!("Unknown conversion specifier {other}"));
                    }
                };
                let converted = vm.heap.new_str(&converted);
                let shown = super::functions::format_object(vm, converted.get(), &spec);
                vm.release(converted);
                shown
            }
        };
        vm.release(object);
        shown
    }

    /// first(.attribute | [item])*
    fn look_up(&mut self, vm: &mut Vm, name: &str) -> PyResult {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut rest) = name.split_at(end);
        let mut object = self.first(vm, first)?;
        while !rest.is_empty() {
            let next;
            if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                let (attribute, following) = after.split_at(end);
                if attribute.is_empty() {
                    return vm.value_error("Empty attribute in format string");
                }
                let attribute = vm.heap.intern(attribute);
                next = vm.get_attribute(object.get(), attribute.get());
                vm.release(attribute);
                rest = following;
            } else {
                let Some(after) = rest.strip_prefix('[') else {
                    return vm
                        .value_error("Only '.' or '[' may follow ']' in format field specifier");
                };
                let Some(end) = after.find(']') else {
                    return vm.value_error("Missing ']' in format string");
                };
                let item = &after[..end];
                if item.is_empty() {
                    return vm.value_error("Empty attribute in format string");
                }
                let key = match item.parse::<i64>() {
                    Ok(index) if item.bytes().all(|b| b.is_ascii_digit()) => vm.heap.new_int(index),
                    _ => vm.heap.new_str(item),
                };
                next = vm.get_item(object.get(), key.get());
                vm.release(key);
                rest = &after[end + 1..];
            }
            vm.release(object);
            object = next?;
        }
        Ok(object)
    }

    fn first(&mut self, vm: &mut Vm, name: &str) -> PyResult {
        let index = if name.is_empty() {
            let next = match self.numbering {
                Numbering::Manual => {
                    return vm.value_error(
                        "cannot switch from manual field specification to automatic field numbering",
                    );
                }
                Numbering::Automatic(next) => next,
                Numbering::Unknown => 0,
            };
            self.numbering = Numbering::Automatic(next + 1);
            Some(next)
        } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
            if matches!(self.numbering, Numbering::Automatic(_)) {
                return vm.value_error(
                    "cannot switch from automatic field numbering to manual field specification",
                );
            }
            self.numbering = Numbering::Manual;
            match name.parse() {
                Ok(index) => Some(index),
                Err(_) => return vm.value_error("Too many decimal digits in format string"),
            }
        } else {
            None
        };
        match (index, self.mapping) {
            (Some(_), Some(_)) => vm.value_error("Format string contains positional fields"),
            (Some(index), None) => match self.positional.get(index) {
                Some(&value) => Ok(vm.heap.new_ref(value)),
                None => vm.raise(
                    crate::heap::types::INDEX_ERROR,
                    format!("Replacement index {index} out of range for positional args tuple"),
                ),
            },
            (None, mapping) => self.named(vm, name, mapping),
        }
    }

    fn named(&mut self, vm: &mut Vm, name: &str, mapping: Option<Ref>) -> PyResult {
        let key: Owned = vm.heap.new_str(name);
        let found = match mapping {
            Some(mapping) => vm.get_item(mapping, key.get()),
            None => {
                let found = self
                    .keywords
                    .iter()
                    .find(|(keyword, _)| value::text(&vm.heap, *keyword).as_deref() == Some(name));
                match found {
                    Some(&(_, value)) => Ok(vm.heap.new_ref(value)),
                    None => super::exceptions::key_error(vm, key.get()),
                }
            }
        };
        vm.release(key);
        found
    }
}

/// Where the field ends: at the brace that closes it.
fn end_of_field(rest: &str) -> Option<usize> {
    let mut depth = 1;
    let mut in_item = false;
    for (at, c) in rest.char_indices() {
        match c {
            '[' if depth == 1 => in_item = true,
            ']' => in_item = false,
            '{' if !in_item => depth += 1,
            '}' if !in_item => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

fn split_field<'a>(vm: &mut Vm, field: &'a str) -> PyResult<(&'a str, Option<char>, &'a str)> {
    let mut in_item = false;
    let end = field.char_indices().find(|&(_, c)| {
        in_item = match c {
            '[' => true,
            ']' => false,
            _ => in_item,
        };
        !in_item && matches!(c, '!' | ':')
    });
    let Some((at, found)) = end else {
        return Ok((field, None, ""));
    };
    let (name, rest) = (&field[..at], &field[at + 1..]);
    if found == ':' {
        return Ok((name, None, rest));
    }
    let mut chars = rest.chars();
    let Some(conversion) = chars.next() else {
        return vm.value_error("unmatched '{' in format spec");
    };
    match chars.next() {
        None => Ok((name, Some(conversion), "")),
        Some(':') => Ok((name, Some(conversion), chars.as_str())),
        Some(_) => vm.value_error("expected ':' after conversion specifier"),
    }
}
