//! Methods of str that make another text: replace, join, justify, translate.
//! Mirrors CPython's Objects/unicodeobject.c and Objects/stringlib/transmogrify.h.

use super::str::{Side, own_text, same_or_new};
use super::value;
use super::{args, text};
use crate::heap::free_lists::FreeListKind;
use crate::heap::{Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Vm};

pub(super) fn strip(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, rest) = args::receiver_and(vm, &args, &format!("str.{name}"), 0, 1)?;
    let wanted = match rest.first() {
        None | Some(&Ref::NONE) => None,
        Some(&argument) => match value::text(&vm.heap, argument) {
            Some(wanted) => Some(wanted),
            None => return vm.type_error(format!("{name} arg must be None or str")),
        },
    };
    let goes = |c: char| match &wanted {
        Some(wanted) => wanted.contains(c),
        None => text::is_space(c),
    };
    let mut stripped = &*own;
    if name != "rstrip" {
        stripped = stripped.trim_start_matches(goes);
    }
    if name != "lstrip" {
        stripped = stripped.trim_end_matches(goes);
    }
    Ok(same_or_new(vm, receiver, &own, stripped))
}

pub(super) fn replace(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.replace")?;
    let rest = &args.positional[1..];
    if rest.len() < 2 {
        let given = rest.len().to_string();
        let message = fill(vm.heap.profile.texts.replace_too_few, &[&given]);
        return vm.type_error(message);
    }
    let arguments = Args {
        positional: rest,
        keywords: args.keywords,
    };
    let [old, new, limit] = args::named(vm, &arguments, "replace", ["old", "new", "count"], 2, 3)?;
    let old = args::text(vm, old.unwrap_or(Ref::NONE), "replace", "1 ")?;
    let new = args::text(vm, new.unwrap_or(Ref::NONE), "replace", "2 ")?;
    let limit = match limit {
        Some(limit) => value::index(vm, limit)?.clamped(),
        None => -1,
    };
    let replaced = if limit < 0 {
        own.replace(&*old, &new)
    } else {
        own.replacen(&*old, &new, limit as usize)
    };
    Ok(same_or_new(vm, receiver, &own, &replaced))
}

pub(super) fn join(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, separator) = own_text(vm, &args, "str.join")?;
    let (_, iterable) = args::receiver_and_one(vm, &args, "str.join")?;
    let is_sequence = vm.heap.list(iterable).is_some() || vm.heap.tuple(iterable).is_some();
    if !is_sequence {
        // Anything else is made a list first.
        vm.heap.count_hidden(FreeListKind::List);
    }
    let items = vm.collect_iterable(iterable);
    if !is_sequence {
        vm.heap.uncount_hidden(FreeListKind::List);
    }
    let items = match items {
        Ok(items) => items,
        Err(_) if !is_sequence && !super::is_iterable(vm, iterable) => {
            return vm.type_error("can only join an iterable");
        }
        Err(error) => return Err(error),
    };
    // One exact str alone is the result itself.
    if let [only] = &items[..]
        && vm.heap.class_of(only.get()) == types::STR
    {
        let only = vm.heap.new_ref(only.get());
        value::release_all(vm, items);
        return Ok(only);
    }
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        let Some(text) = value::text(&vm.heap, item.get()) else {
            let class = vm.heap.class_name(item.get());
            return vm.type_error(format!(
                "sequence item {index}: expected str instance, {class} found"
            ));
        };
        if index > 0 {
            joined.push_str(&separator);
        }
        joined.push_str(&text);
    }
    value::release_all(vm, items);
    Ok(vm.heap.new_str(&joined))
}

pub(super) fn remove_end(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
    let name = if side == Side::Left {
        "removeprefix"
    } else {
        "removesuffix"
    };
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, end) = args::receiver_and_one(vm, &args, &format!("str.{name}"))?;
    let end = args::text(vm, end, name, "")?;
    let rest = match side {
        Side::Left => own.strip_prefix(&*end),
        Side::Right => own.strip_suffix(&*end),
    };
    Ok(same_or_new(vm, receiver, &own, rest.unwrap_or(&own)))
}

pub(super) fn justify(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, rest) = args::receiver_and(vm, &args, &format!("str.{name}"), 1, 2)?;
    let width = value::ssize(vm, rest[0])?;
    let filling = match rest.get(1) {
        None => ' ',
        Some(&filling) => {
            let Some(text) = value::text(&vm.heap, filling) else {
                let class = vm.heap.class_name(filling);
                return vm.type_error(format!(
                    "The fill character must be a unicode character, not {class}"
                ));
            };
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => c,
                _ => {
                    return vm.type_error("The fill character must be exactly one character long");
                }
            }
        }
    };
    let n = own.chars().count() as i64;
    if n >= width {
        return Ok(same_or_new(vm, receiver, &own, &own));
    }
    let padding = super::sequence::check_length(vm, (width - n) as u128)?;
    let left = match name {
        "ljust" => 0,
        "rjust" => padding,
        _ => padding / 2 + (padding & width as usize & 1),
    };
    let padded = format!(
        "{}{own}{}",
        filling.to_string().repeat(left),
        filling.to_string().repeat(padding - left)
    );
    Ok(vm.heap.new_str(&padded))
}

pub(super) fn zfill(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.zfill")?;
    let (_, width) = args::receiver_and_one(vm, &args, "str.zfill")?;
    let width = value::ssize(vm, width)?;
    let n = own.chars().count() as i64;
    if n >= width {
        return Ok(same_or_new(vm, receiver, &own, &own));
    }
    let zeros = "0".repeat(super::sequence::check_length(vm, (width - n) as u128)?);
    let filled = match own.chars().next() {
        Some(sign @ ('+' | '-')) => format!("{sign}{zeros}{}", &own[1..]),
        _ => format!("{zeros}{own}"),
    };
    Ok(vm.heap.new_str(&filled))
}

pub(super) fn expandtabs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, own) = own_text(vm, &args, "str.expandtabs")?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [size] = args::named(vm, &rest, "expandtabs", ["tabsize"], 0, 1)?;
    let size = match size {
        Some(size) => super::number_functions::c_int(vm, size)?,
        None => 8,
    };
    let mut expanded = String::new();
    let mut column = 0;
    for c in own.chars() {
        match c {
            '\t' if size > 0 => {
                let n = size - column % size;
                expanded.extend(std::iter::repeat_n(' ', n as usize));
                column += n;
            }
            '\t' => {}
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            c => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    Ok(vm.heap.new_str(&expanded))
}

pub(super) fn translate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.translate")?;
    let (_, table) = args::receiver_and_one(vm, &args, "str.translate")?;
    let mut translated = String::new();
    for c in own.chars() {
        let code = vm.heap.new_int(i64::from(c as u32));
        let found = vm.get_item(table, code.get());
        vm.release(code);
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                super::exceptions::catch(vm, error, types::LOOKUP_ERROR)?;
                translated.push(c);
                continue;
            }
        };
        if let Some(text) = value::text(&vm.heap, found.get()) {
            translated.push_str(&text);
        } else if let Some(code) = value::int(&vm.heap, found.get()) {
            let code = super::int::as_code_point(&code).and_then(char::from_u32);
            translated.extend(code);
        } else if found.get() != Ref::NONE {
            return vm.type_error("character mapping must return integer, None or str");
        }
        vm.release(found);
    }
    Ok(same_or_new(vm, receiver, &own, &translated))
}

pub(super) fn maketrans(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, rest) = args::receiver_and(vm, &args, "str.maketrans", 1, 3)?;
    let table = vm.heap.new_dict();
    if let &[mapping] = rest {
        let Some(pairs) = vm
            .heap
            .dict(mapping)
            .map(|dict| dict.iter().collect::<Vec<_>>())
        else {
            return vm.type_error("if you give only one argument to maketrans it must be a dict");
        };
        for (key, value) in pairs {
            let key = match value::text(&vm.heap, key) {
                Some(text) if text.chars().count() != 1 => {
                    let name = vm.heap.profile.texts.translate_table;
                    return vm.value_error(format!("string keys in {name} must be of length 1"));
                }
                Some(text) => {
                    let code = text.chars().next().map_or(0, |c| i64::from(c as u32));
                    vm.heap.new_int(code)
                }
                None => vm.heap.new_ref(key),
            };
            vm.dict_set(table.get(), key.get(), value)?;
            vm.release(key);
        }
        return Ok(table);
    }
    let from = args::text(vm, rest[0], "maketrans", "1 ")?;
    let to = args::text(vm, rest[1], "maketrans", "2 ")?;
    if from.chars().count() != to.chars().count() {
        return vm.value_error("the first two maketrans arguments must have equal length");
    }
    for (from, to) in from.chars().zip(to.chars()) {
        let key = vm.heap.new_int(i64::from(from as u32));
        let value = vm.heap.new_int(i64::from(to as u32));
        vm.dict_set(table.get(), key.get(), value.get())?;
        vm.release(key);
        vm.release(value);
    }
    if let Some(&gone) = rest.get(2) {
        for c in args::text(vm, gone, "maketrans", "3 ")?.chars() {
            let key = vm.heap.new_int(i64::from(c as u32));
            vm.dict_set(table.get(), key.get(), Ref::NONE)?;
            vm.release(key);
        }
    }
    Ok(table)
}
