//! The module gcscope: what only a simulator can do. CPython has no such module.

use crate::python::builtins::args;
use crate::python::vm::{Args, PyResult, Vm};

/// The module object.
pub fn create(vm: &mut Vm) -> PyResult {
    let module = vm.heap.new_module("gcscope");
    vm.add_function(module.get(), "mark_sweep", run_mark_sweep);
    Ok(module)
}

/// Runs the tutorials' collector over the heap, for comparison: marks from the roots, frees nothing, returns how many
/// objects it found unmarked.
fn run_mark_sweep(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "mark_sweep")?;
    let found = vm.mark_sweep();
    Ok(vm.heap.new_int(found.unmarked.len() as i64))
}
