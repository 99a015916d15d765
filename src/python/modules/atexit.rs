//! atexit: functions to be called when the interpreter ends. Mirrors Modules/atexitmodule.c.

use super::native;
use crate::heap::Ref;
use crate::python::builtins::{args, value};
use crate::python::vm::host::Ignored;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const FUNCTIONS: [(&str, NativeFn); 5] = [
    ("register", register),
    ("unregister", unregister),
    ("_clear", clear),
    ("_ncallbacks", count),
    ("_run_exitfuncs", run),
];

/// Where the module keeps its list of (function, args, kwargs).
const LIST: &str = "_callbacks";

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "atexit", &FUNCTIONS);
    let callbacks = vm.heap.new_list(Vec::new());
    native::bind(vm, dict, LIST, callbacks);
    vm.builtin_state.exit_functions = vm.heap.dict_get_text(dict, LIST);
    Ok(module)
}

fn list(vm: &Vm) -> Ref {
    vm.builtin_state.exit_functions.unwrap_or(Ref::NONE)
}

fn register(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((&function, rest)) = args.positional.split_first() else {
        return vm.type_error("register() takes at least 1 argument (0 given)");
    };
    if !crate::python::builtins::functions::is_callable(vm, function) {
        return vm.type_error("the first argument must be callable");
    }
    let positional = value::counted(&mut vm.heap, rest);
    let positional = vm.heap.new_tuple(positional).into_counted();
    let keywords = vm.heap.new_dict().into_counted();
    for &(name, value) in args.keywords {
        vm.dict_set(keywords, name, value)?;
    }
    vm.heap.incref(function);
    let entry = vm.heap.new_tuple(vec![function, positional, keywords]);
    let callbacks = list(vm);
    vm.heap.list_append_item(callbacks, entry.into_counted());
    Ok(vm.heap.new_ref(function))
}

/// Calls them, the last registered first; an error is reported and the others still run.
fn run(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "atexit._run_exitfuncs")?;
    let callbacks = list(vm);
    loop {
        if vm.heap.list(callbacks).is_none_or(<[Ref]>::is_empty) {
            break;
        }
        let Some(entry) = vm.heap.list_edit(callbacks, Vec::pop) else {
            break;
        };
        let parts = vm.heap.tuple(entry).unwrap_or(&[]).to_vec();
        if let [function, positional, keywords] = parts[..] {
            let positional = vm.heap.tuple(positional).unwrap_or(&[]).to_vec();
            let keywords: Vec<(Ref, Ref)> = match vm.heap.dict(keywords) {
                Some(dict) => dict.iter().collect(),
                None => Vec::new(),
            };
            let result = vm.call(function, &positional, &keywords);
            vm.ignore(result, function, Ignored::ExitFunction);
        }
        vm.release_ref(entry);
    }
    Ok(vm.none())
}

fn unregister(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let function = args::one(vm, &args, "atexit.unregister")?;
    let callbacks = list(vm);
    let mut at = 0;
    while let Some(&entry) = vm.heap.list(callbacks).and_then(|all| all.get(at)) {
        let registered = vm.heap.tuple(entry).map_or(Ref::NONE, |parts| parts[0]);
        if vm.equal(registered, function)? {
            let gone = vm.heap.list_edit(callbacks, |all| all.remove(at));
            vm.release_ref(gone);
        } else {
            at += 1;
        }
    }
    Ok(vm.none())
}

fn clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "atexit._clear")?;
    let callbacks = list(vm);
    let gone = vm.heap.list_edit(callbacks, std::mem::take);
    for entry in gone {
        vm.release_ref(entry);
    }
    Ok(vm.none())
}

fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "atexit._ncallbacks")?;
    let n = vm.heap.list(list(vm)).map_or(0, <[Ref]>::len);
    Ok(vm.heap.new_int(n as i64))
}
