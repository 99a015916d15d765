//! str: making and searching, splitting and joining. Changes of case and the tests of characters stand in `str_case`,
//! formatting in `str_format` and `percent`. Mirrors Objects/unicodeobject.c.

use super::str_changes::{expandtabs, justify, maketrans, remove_end, translate};
use super::str_changes::{join, replace, strip, zfill};
use super::str_parts::{count, find, has_end, split};
use super::str_parts::{partition, splitlines};
use std::rc::Rc;

use super::args;
use super::value;
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::STR, new);
    let methods: [(&str, NativeFn); 29] = [
        ("count", count),
        ("find", |vm, args| find(vm, args, "find", Side::Left)),
        ("rfind", |vm, args| find(vm, args, "rfind", Side::Right)),
        ("index", |vm, args| find(vm, args, "index", Side::Left)),
        ("rindex", |vm, args| find(vm, args, "rindex", Side::Right)),
        ("startswith", |vm, args| has_end(vm, args, "startswith")),
        ("endswith", |vm, args| has_end(vm, args, "endswith")),
        ("strip", |vm, args| strip(vm, args, "strip")),
        ("lstrip", |vm, args| strip(vm, args, "lstrip")),
        ("rstrip", |vm, args| strip(vm, args, "rstrip")),
        ("split", |vm, args| split(vm, args, Side::Left)),
        ("rsplit", |vm, args| split(vm, args, Side::Right)),
        ("splitlines", splitlines),
        ("partition", |vm, args| partition(vm, args, Side::Left)),
        ("rpartition", |vm, args| partition(vm, args, Side::Right)),
        ("replace", replace),
        ("join", join),
        ("removeprefix", |vm, args| remove_end(vm, args, Side::Left)),
        ("removesuffix", |vm, args| remove_end(vm, args, Side::Right)),
        ("center", |vm, args| justify(vm, args, "center")),
        ("ljust", |vm, args| justify(vm, args, "ljust")),
        ("rjust", |vm, args| justify(vm, args, "rjust")),
        ("zfill", zfill),
        ("expandtabs", expandtabs),
        ("encode", encode),
        ("translate", translate),
        ("format", super::str_format::format),
        ("format_map", super::str_format::format_map),
        ("__getnewargs__", |vm, args| {
            let text = own_text(vm, &args, "str.__getnewargs__")?.1;
            let copy = vm.heap.new_str(&text).into_counted();
            Ok(vm.heap.new_tuple(vec![copy]))
        }),
    ];
    for (name, method) in methods {
        vm.add_method(types::STR, name, method);
    }
    vm.add_class_method(types::STR, "maketrans", maketrans);
    super::str_case::install(vm);
}

/// From which end a method works.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::STR)?;
    let made = match (args.positional, args.keywords) {
        ([], []) => vm.heap.new_str(""),
        (&[argument], []) => to_str(vm, argument)?,
        _ => decode_arguments(vm, &args)?,
    };
    Ok(value::atom_of_class(vm, class, made))
}

/// str(object): the object itself when it is an exact str.
pub fn to_str(vm: &mut Vm, object: Ref) -> PyResult {
    if vm.heap.class_of(object) == types::STR {
        return Ok(vm.heap.new_ref(object));
    }
    let text = vm.str(object)?;
    Ok(vm.heap.new_str(&text))
}

fn decode_arguments(vm: &mut Vm, args: &Args<'_>) -> PyResult {
    if args.positional.len() > 3 {
        let given = args.positional.len().to_string();
        let message = fill(vm.heap.profile.texts.str_too_many, &[&given]);
        return vm.type_error(message);
    }
    let [object, encoding, errors] =
        args::named(vm, args, "str", ["object", "encoding", "errors"], 0, 3)?;
    let Some(object) = object else {
        return Ok(vm.heap.new_str(""));
    };
    if encoding.is_none() && args.positional.len() < 2 && args.keywords.len() < 2 {
        return to_str(vm, object);
    }
    let Some(bytes) = value::bytes(&vm.heap, object) else {
        if value::text(&vm.heap, object).is_some() {
            return vm.type_error("decoding str is not supported");
        }
        let class = vm.heap.class_name(object);
        return vm.type_error(format!(
            "decoding to str: need a bytes-like object, {class} found"
        ));
    };
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "str", "'encoding' ")?,
        None => Rc::from("utf-8"),
    };
    let errors = match errors {
        Some(errors) => args::text(vm, errors, "str", "'errors' ")?,
        None => Rc::from("strict"),
    };
    super::bytes::decode(vm, &bytes, &encoding, &errors)
}

/// Receiver and its text, for a method.
pub fn own_text(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<(Ref, Rc<str>)> {
    let receiver = args.positional.first().copied().unwrap_or(Ref::NONE);
    match value::text(&vm.heap, receiver) {
        Some(text) => Ok((receiver, text)),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

/// The text as a str: the receiver itself when nothing changed and it is an exact str.
pub fn same_or_new(vm: &mut Vm, receiver: Ref, before: &str, after: &str) -> Owned {
    if before.len() == after.len() && vm.heap.class_of(receiver) == types::STR && before == after {
        return vm.heap.new_ref(receiver);
    }
    vm.heap.new_str(after)
}

/// start and end arguments, as slices take them, in code points.
pub fn bounds(vm: &mut Vm, rest: &[Ref], length: usize) -> PyResult<(usize, usize, bool)> {
    let mut found = [0, length as i64];
    for (slot, &argument) in found.iter_mut().zip(rest) {
        if argument != Ref::NONE {
            *slot = match value::optional_index(vm, argument)? {
                Some(index) => index.clamped(),
                None => {
                    let message = vm.heap.profile.texts.slice_index;
                    return vm.type_error(message);
                }
            };
        }
    }
    let adjust = |index: i64| {
        if index < 0 {
            (index + length as i64).max(0)
        } else {
            index
        }
    };
    let start = adjust(found[0]);
    let end = adjust(found[1]).min(length as i64);
    let is_empty_beyond = start > end;
    Ok((
        (start.min(length as i64)) as usize,
        end.max(start.min(length as i64)) as usize,
        is_empty_beyond,
    ))
}

fn encode(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.encode")?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [encoding, errors] = args::named(vm, &rest, "encode", ["encoding", "errors"], 0, 2)?;
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "encode", "'encoding' ")?,
        None => Rc::from("utf-8"),
    };
    let errors = match errors {
        Some(errors) => args::text(vm, errors, "encode", "'errors' ")?,
        None => Rc::from("strict"),
    };
    let bytes = super::bytes::encode(vm, receiver, &own, &encoding, &errors)?;
    Ok(vm.heap.new_bytes(&bytes))
}
