//! Built-in functions about attributes and classes: getattr, isinstance, vars, dir and their kind.
//! Mirrors CPython's Python/bltinmodule.c and Objects/abstract.c.

use super::value::{self};
use super::{args, sort};
use crate::heap::{Owned, Payload, Ref};
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Unwind, Vm};

pub(super) fn isinstance(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "isinstance", 2, 2)?;
    let found = is_instance(vm, given[0], given[1])?;
    Ok(vm.bool(found))
}

/// isinstance(object, classes), tuples of classes within one another included.
pub fn is_instance(vm: &mut Vm, object: Ref, classes: Ref) -> PyResult<bool> {
    if vm.heap.class_of(object) == classes {
        return Ok(true);
    }
    any_class(vm, object, classes, "__instancecheck__", |vm, class| {
        let text = vm.heap.profile.texts.isinstance_classes;
        check_class(vm, class, "isinstance", text)?;
        is_plain_instance(vm, object, class)
    })
}

/// What type's own `__instancecheck__` says.
pub(super) fn is_plain_instance(vm: &mut Vm, object: Ref, class: Ref) -> PyResult<bool> {
    Ok(vm.heap.is_instance(object, class) || claims_class(vm, object, class)?)
}

/// Whether that is so of one of the classes: those of tuples and unions are asked in order, and a class with that method
/// of its own answers itself.
fn any_class(
    vm: &mut Vm,
    subject: Ref,
    classes: Ref,
    method: &str,
    mut is_so: impl FnMut(&mut Vm, Ref) -> PyResult<bool>,
) -> PyResult<bool> {
    let mut left = vec![classes];
    while let Some(class) = left.pop() {
        if let Some(more) = vm.heap.tuple(class) {
            left.extend(more.iter().rev());
            continue;
        }
        if let Some(members) = super::union::members(vm, class) {
            left.extend(members.into_iter().rev());
            continue;
        }
        let answer = match value::is_python_instance(&vm.heap, class)
            && super::overrides(vm, class, method)
        {
            true => vm.call_special(class, method, &[subject])?,
            false => None,
        };
        let is_found = match answer {
            Some(answer) => {
                let truth = vm.truth(answer.get());
                vm.release(answer);
                truth?
            }
            None => is_so(vm, class)?,
        };
        if is_found {
            return Ok(true);
        }
    }
    Ok(false)
}

fn check_class(vm: &mut Vm, class: Ref, function: &str, text: &str) -> PyResult<()> {
    if vm.heap.type_body_opt(class).is_some() {
        return Ok(());
    }
    match super::generic_alias::is_alias(vm, class) {
        true => vm.type_error(format!(
            "{function}() argument 2 cannot be a parameterized generic"
        )),
        false => vm.type_error(text),
    }
}

/// `object.__class__` says another class than the real one (a weakref.proxy does).
fn claims_class(vm: &mut Vm, object: Ref, class: Ref) -> PyResult<bool> {
    let is_proxy =
        matches!(vm.heap.payload_of(object), Some(Payload::WeakRef(body)) if body.is_proxy);
    let defines_class =
        value::is_python_instance(&vm.heap, object) && super::overrides(vm, object, "__class__");
    if !is_proxy && !defines_class {
        return Ok(false);
    }
    let Some(claimed) = super::attribute_or_none(vm, object, "__class__")? else {
        return Ok(false);
    };
    let is_class = vm.heap.type_body_opt(claimed.get()).is_some();
    let found = is_class && vm.heap.is_subclass(claimed.get(), class);
    vm.release(claimed);
    Ok(found)
}

pub(super) fn issubclass(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "issubclass", 2, 2)?;
    let found = is_subclass(vm, given[0], given[1])?;
    Ok(vm.bool(found))
}

fn is_subclass(vm: &mut Vm, class: Ref, classes: Ref) -> PyResult<bool> {
    any_class(vm, class, classes, "__subclasscheck__", |vm, base| {
        if vm.heap.type_body_opt(class).is_none() {
            return vm.type_error("issubclass() arg 1 must be a class");
        }
        let text = vm.heap.profile.texts.issubclass_classes;
        check_class(vm, base, "issubclass", text)?;
        Ok(vm.heap.is_subclass(class, base))
    })
}

/// An attribute's name: a str, interned.
fn attribute_name(vm: &mut Vm, name: Ref, function: &str) -> PyResult {
    match value::text(&vm.heap, name) {
        Some(text) => Ok(vm.heap.intern(&text)),
        None => {
            let class = vm.heap.class_name(name);
            let message = fill(vm.heap.profile.texts.attribute_name, &[function, &class]);
            vm.type_error(message)
        }
    }
}

pub(super) fn hasattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "hasattr", 2, 2)?;
    let name = attribute_name(vm, given[1], "hasattr")?;
    let found = vm.get_attribute_or_none(given[0], name.get());
    vm.release(name);
    let has = match found? {
        Some(value) => {
            vm.release(value);
            true
        }
        None => false,
    };
    Ok(vm.bool(has))
}

pub(super) fn getattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "getattr", 2, 3)?;
    let name = attribute_name(vm, given[1], "getattr")?;
    let Some(&default) = given.get(2) else {
        let found = vm.get_attribute(given[0], name.get());
        vm.release(name);
        return found;
    };
    let found = vm.get_attribute_or_none(given[0], name.get());
    vm.release(name);
    Ok(match found? {
        Some(value) => value,
        None => vm.heap.new_ref(default),
    })
}

pub(super) fn setattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "setattr", 3, 3)?;
    let name = attribute_name(vm, given[1], "setattr")?;
    let set = vm.set_attribute(given[0], name.get(), given[2]);
    vm.release(name);
    set?;
    Ok(vm.none())
}

pub(super) fn delattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "delattr", 2, 2)?;
    let name = attribute_name(vm, given[1], "delattr")?;
    let deleted = vm.delete_attribute(given[0], name.get());
    vm.release(name);
    deleted?;
    Ok(vm.none())
}

/// locals() of the caller: a native call has no frame of its own.
fn caller_locals(vm: &mut Vm) -> PyResult {
    let name = vm.heap.intern("locals");
    let found = vm.builtin(name.get());
    vm.release(name);
    match found {
        Some(function) => vm.call(function, &[], &[]),
        None => Ok(vm.heap.new_dict()),
    }
}

pub(super) fn vars(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "vars", 0, 1)?;
    let Some(&object) = given.first() else {
        return caller_locals(vm);
    };
    match super::attribute_or_none(vm, object, "__dict__")? {
        Some(dict) => Ok(dict),
        None => vm.type_error("vars() argument must have __dict__ attribute"),
    }
}

pub(super) fn dir(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "dir", 0, 1)?;
    let names = match given.first() {
        None => {
            let locals = caller_locals(vm)?;
            let names = vm.collect_iterable(locals.get())?;
            vm.release(locals);
            names
        }
        Some(&object) => {
            if value::is_python_instance(&vm.heap, object)
                && super::overrides(vm, object, "__dir__")
                && let Some(names) = vm.call_special(object, "__dir__", &[])?
            {
                let all = vm.collect_iterable(names.get())?;
                vm.release(names);
                all
            } else {
                attribute_names(vm, object)?
            }
        }
    };
    let list = vm.heap.new_list(value::into_counted(names));
    sort::sort(vm, list.get(), None, false)?;
    Ok(list)
}

/// Names in the object's own dict and in its class and base classes (for a class: in its own mro).
pub(super) fn attribute_names(vm: &mut Vm, object: Ref) -> PyResult<Vec<Owned>> {
    let mut dicts = Vec::new();
    let is_class = vm.heap.type_body_opt(object).is_some();
    let class = if is_class {
        object
    } else {
        vm.heap.class_of(object)
    };
    let mut held = None;
    if !is_class && let Some(dict) = super::attribute_or_none(vm, object, "__dict__")? {
        dicts.push(dict.get());
        held = Some(dict);
    }
    let is_module = matches!(vm.heap.payload_of(object), Some(Payload::Module(_)));
    if !is_module {
        let mro = vm.heap.mro(class).to_vec();
        dicts.extend(
            mro.iter()
                .filter_map(|&class| vm.heap.type_body(class).dict),
        );
    }
    let mut names: Vec<std::rc::Rc<str>> = Vec::new();
    for dict in dicts {
        if let Some(body) = vm.heap.dict(dict) {
            names.extend(body.iter().filter_map(|(name, _)| vm.heap.str_rc(name)));
        }
    }
    if let Some(held) = held {
        vm.release(held);
    }
    names.sort();
    names.dedup();
    Ok(names.iter().map(|name| vm.heap.intern(name)).collect())
}

/// Whether an error is an exception of that class.
pub fn is_raised(vm: &Vm, error: &Unwind, class: Ref) -> bool {
    matches!(error, Unwind::Raised(exception) if vm.heap.is_instance(exception.get(), class))
}
