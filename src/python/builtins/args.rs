//! Arguments of native functions: how many, by which names, with CPython's complaints.

use super::value;
use crate::heap::{Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Vm};

/// Name in messages of a method given as "list.append".
fn shown<'a>(vm: &Vm, name: &'a str) -> &'a str {
    if vm.heap.profile.texts.methods_named_with_class {
        name
    } else {
        short(name)
    }
}

fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

pub fn no_keywords(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<()> {
    if args.keywords.is_empty() {
        return Ok(());
    }
    let name = shown(vm, name);
    vm.type_error(format!("{name}() takes no keyword arguments"))
}

/// A method without arguments: its receiver.
#[inline]
pub fn receiver(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<Ref> {
    match (args.positional, args.keywords) {
        (&[receiver], []) => Ok(receiver),
        _ => {
            no_keywords(vm, args, name)?;
            let given = args.positional.len().saturating_sub(1);
            let name = shown(vm, name);
            vm.type_error(format!("{name}() takes no arguments ({given} given)"))
        }
    }
}

/// A method with exactly one argument.
#[inline]
pub fn receiver_and_one(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<(Ref, Ref)> {
    match (args.positional, args.keywords) {
        (&[receiver, argument], []) => Ok((receiver, argument)),
        _ => {
            no_keywords(vm, args, name)?;
            let given = args.positional.len().saturating_sub(1);
            let name = shown(vm, name);
            vm.type_error(format!(
                "{name}() takes exactly one argument ({given} given)"
            ))
        }
    }
}

/// A method with `min` to `max` positional arguments.
#[inline]
pub fn receiver_and<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    name: &str,
    min: usize,
    max: usize,
) -> PyResult<(Ref, &'a [Ref])> {
    no_keywords(vm, args, name)?;
    let Some((&receiver, rest)) = args.positional.split_first() else {
        return vm.type_error(format!("{name}() needs an argument"));
    };
    check_count(vm, short(name), rest.len(), min, max)?;
    Ok((receiver, rest))
}

/// A function with exactly one argument.
#[inline]
pub fn one(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<Ref> {
    match (args.positional, args.keywords) {
        (&[argument], []) => Ok(argument),
        _ => {
            no_keywords(vm, args, name)?;
            let given = args.positional.len();
            let name = shown(vm, name);
            vm.type_error(format!(
                "{name}() takes exactly one argument ({given} given)"
            ))
        }
    }
}

/// A function without arguments.
pub fn none(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<()> {
    no_keywords(vm, args, name)?;
    if args.positional.is_empty() {
        return Ok(());
    }
    let given = args.positional.len();
    let name = shown(vm, name);
    vm.type_error(format!("{name}() takes no arguments ({given} given)"))
}

/// A function with `min` to `max` positional arguments.
#[inline]
pub fn between<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    name: &str,
    min: usize,
    max: usize,
) -> PyResult<&'a [Ref]> {
    no_keywords(vm, args, name)?;
    check_count(vm, short(name), args.positional.len(), min, max)?;
    Ok(args.positional)
}

#[inline]
pub fn check_count(vm: &mut Vm, name: &str, given: usize, min: usize, max: usize) -> PyResult<()> {
    if (min..=max).contains(&given) {
        return Ok(());
    }
    let (bound, quantity) = if given < min {
        (min, "at least ")
    } else {
        (max, "at most ")
    };
    let quantity = if min == max { "" } else { quantity };
    let plural = if bound == 1 { "" } else { "s" };
    vm.type_error(format!(
        "{name} expected {quantity}{bound} argument{plural}, got {given}"
    ))
}

/// Arguments of a function whose parameters have names; missing optional ones are none. `names[..required]` must be
/// given; `names[positional..]` only by name.
pub fn named<const N: usize>(
    vm: &mut Vm,
    args: &Args<'_>,
    name: &str,
    names: [&str; N],
    required: usize,
    positional: usize,
) -> PyResult<[Option<Ref>; N]> {
    let mut found = [None; N];
    let given = args.positional.len() + args.keywords.len();
    if args.positional.len() > positional {
        return too_many(vm, name, args.positional.len(), given, positional, N);
    }
    for (slot, &value) in found.iter_mut().zip(args.positional) {
        *slot = Some(value);
    }
    for &(keyword, value) in args.keywords {
        let text = vm.heap.str_rc(keyword).unwrap_or_default();
        let Some(index) = names.iter().position(|&known| *text == *known) else {
            return unknown_keyword(vm, name, &text);
        };
        if found[index].is_some() {
            return vm.type_error(format!(
                "argument for {name}() given by name ('{text}') and position ({})",
                index + 1
            ));
        }
        found[index] = Some(value);
    }
    if let Some(missing) = (0..required).find(|&index| found[index].is_none()) {
        return vm.type_error(format!(
            "{name}() missing required argument '{}' (pos {})",
            names[missing],
            missing + 1
        ));
    }
    Ok(found)
}

fn too_many<T>(
    vm: &mut Vm,
    name: &str,
    n_positional: usize,
    given: usize,
    positional: usize,
    all: usize,
) -> PyResult<T> {
    if positional == 0 {
        return vm.type_error(format!("{name}() takes no positional arguments"));
    }
    let plural = if positional == 1 { "" } else { "s" };
    if positional < all {
        return vm.type_error(format!(
            "{name}() takes at most {positional} positional argument{plural} ({n_positional} given)"
        ));
    }
    vm.type_error(format!(
        "{name}() takes at most {positional} argument{plural} ({given} given)"
    ))
}

pub fn unknown_keyword<T>(vm: &mut Vm, name: &str, keyword: &str) -> PyResult<T> {
    let message = fill(vm.heap.profile.texts.unknown_keyword, &[name, keyword]);
    vm.type_error(message)
}

/// A str argument.
pub fn text(vm: &mut Vm, argument: Ref, name: &str, position: &str) -> PyResult<std::rc::Rc<str>> {
    match super::value::text(&vm.heap, argument) {
        Some(text) => Ok(text),
        None => {
            let class = vm.heap.class_name(argument);
            vm.type_error(format!(
                "{name}() argument {position}must be str, not {class}"
            ))
        }
    }
}

/// The class in `positional[0]` of a `__new__`, checked to be `base` or a subclass, and the other arguments.
pub fn class_and<'a>(vm: &mut Vm, args: &Args<'a>, base: Ref) -> PyResult<(Ref, Args<'a>)> {
    let name = vm.heap.type_body(base).name.clone();
    let Some((&class, rest)) = args.positional.split_first() else {
        return vm.type_error(format!("{name}.__new__(): not enough arguments"));
    };
    if vm.heap.type_body_opt(class).is_none() {
        let found = vm.heap.class_name(class);
        return vm.type_error(format!(
            "{name}.__new__(X): X is not a type object ({found})"
        ));
    }
    if !vm.heap.is_subclass(class, base) {
        let other = vm.heap.type_body(class).name.clone();
        return vm.type_error(format!(
            "{name}.__new__({other}): {other} is not a subtype of {name}"
        ));
    }
    let rest = Args {
        positional: rest,
        keywords: args.keywords,
    };
    Ok((class, rest))
}

/// A value error's sibling: the class is no built-in of the expected kind (a method called on a wrong receiver).
pub fn wrong_receiver<T>(vm: &mut Vm, name: &str, receiver: Ref) -> PyResult<T> {
    let (class, method) = name.split_once('.').unwrap_or(("object", name));
    let found = vm.heap.class_name(receiver);
    vm.raise(
        types::TYPE_ERROR,
        format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{found}' object"),
    )
}

/// The bytes of an argument that has such.
pub fn bytes_like(vm: &mut Vm, given: Ref) -> PyResult<Vec<u8>> {
    match value::bytes(&vm.heap, given) {
        Some(bytes) => Ok(bytes),
        None => not_bytes_like(vm, given),
    }
}

pub fn not_bytes_like<T>(vm: &mut Vm, given: Ref) -> PyResult<T> {
    let class = vm.heap.class_name(given);
    vm.type_error(format!("a bytes-like object is required, not '{class}'"))
}
