//! What functools.partial does in C: no frame shows it. Mirrors Modules/_functoolsmodule.c.

use super::native;
use crate::heap::{Owned, Ref};
use crate::python::builtins::{dict, functions, value};
use crate::python::vm::{Args, PyResult, Vm};

/// Puts the methods into the class, which the module's source has made.
pub fn fill(vm: &mut Vm, module_dict: Ref) {
    if let Some(class) = vm.heap.dict_get_text(module_dict, "partial") {
        vm.add_new(class, partial_new);
        native::add_methods(vm, class, &[("__call__", partial_call)]);
    }
}

/// partial(function, *args, **keywords); a partial of a partial is one of its function.
fn partial_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [class, function, rest @ ..] = args.positional else {
        return vm.type_error("type 'partial' takes at least one argument");
    };
    if !functions::is_callable(vm, *function) {
        return vm.type_error("the first argument must be callable");
    }
    let mut parts = None;
    if vm.heap.class_of(*function) == *class {
        parts = Some(taken_apart(vm, *function)?);
    }
    let made = vm.new_instance(*class)?;
    let mut function = vm.heap.new_ref(*function);
    let mut positional = Vec::new();
    let mut inner_keywords = None;
    if let Some((inner, inner_args, keywords)) = parts {
        vm.release(std::mem::replace(&mut function, inner));
        positional = vm.heap.tuple(inner_args.get()).unwrap_or(&[]).to_vec();
        positional = value::counted(&mut vm.heap, &positional);
        vm.release(inner_args);
        inner_keywords = Some(keywords);
    }
    positional.extend(value::counted(&mut vm.heap, rest));
    let positional = vm.heap.new_tuple(positional);
    let keywords = vm.heap.new_dict();
    if let Some(inner) = inner_keywords {
        dict::merge(vm, keywords.get(), inner.get())?;
        vm.release(inner);
    }
    for &(name, value) in args.keywords {
        vm.dict_set(keywords.get(), name, value)?;
    }
    set(vm, made.get(), "func", function)?;
    set(vm, made.get(), "args", positional)?;
    set(vm, made.get(), "keywords", keywords)?;
    Ok(made)
}

fn set(vm: &mut Vm, object: Ref, name: &str, value: Owned) -> PyResult<()> {
    let name = vm.heap.intern(name);
    let result = vm.set_attribute(object, name.get(), value.get());
    vm.release(name);
    vm.release(value);
    result
}

/// Function, tuple of arguments and dict of keywords of a partial.
fn taken_apart(vm: &mut Vm, partial: Ref) -> PyResult<(Owned, Owned, Owned)> {
    let function = vm.get_attribute_text(partial, "func")?;
    let positional = vm.get_attribute_text(partial, "args")?;
    let keywords = vm.get_attribute_text(partial, "keywords")?;
    Ok((function, positional, keywords))
}

fn partial_call(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (&receiver, rest) = args
        .positional
        .split_first()
        .expect("a method has a receiver");
    let (function, positional, keywords) = taken_apart(vm, receiver)?;
    let mut all = vm.heap.tuple(positional.get()).unwrap_or(&[]).to_vec();
    all.extend(rest);
    let mut named: Vec<(Ref, Ref)> = vm
        .heap
        .dict(keywords.get())
        .map_or(Vec::new(), |dict| dict.iter().collect());
    for &(name, value) in args.keywords {
        match named.iter_mut().find(|(known, _)| *known == name) {
            Some(known) => known.1 = value,
            None => named.push((name, value)),
        }
    }
    let result = vm.call(function.get(), &all, &named);
    vm.release(keywords);
    vm.release(positional);
    vm.release(function);
    result
}
