//! `_gcscope`: what the library modules written in Python ask of the simulated machine: its memory, its clock, counts at
//! addresses. Same program, same answers.

use super::native;
use crate::heap::Ref;
use crate::python::builtins::{args, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const FUNCTIONS: [(&str, NativeFn); 9] = [
    ("heap_bytes", heap_bytes),
    ("peak_bytes", peak_bytes),
    ("limit_bytes", limit_bytes),
    ("nanoseconds", nanoseconds),
    ("advance", advance),
    ("count_at", count_at),
    ("object_at", object_at),
    ("is_atom", is_atom),
    ("words_of_text", super::random::words_of_text),
];

/// How long one step of the program takes, in nanoseconds.
const STEP: u64 = 100;

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, _) = native::new_module(vm, "_gcscope", &FUNCTIONS);
    Ok(module)
}

fn heap_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "heap_bytes")?;
    let bytes = vm.heap.bytes;
    vm.builtin_state.peak_bytes = vm.builtin_state.peak_bytes.max(bytes);
    Ok(vm.heap.new_int(bytes as i64))
}

/// The most that was seen when somebody asked.
fn peak_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let now = heap_bytes(vm, args)?;
    vm.release(now);
    let peak = vm.builtin_state.peak_bytes;
    Ok(vm.heap.new_int(peak as i64))
}

/// Sets the heap's limit; a negative one takes it away again.
fn limit_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let limit = args::one(vm, &args, "limit_bytes")?;
    let limit = value::ssize(vm, limit)?;
    let state = &mut vm.builtin_state;
    let own = *state.own_limit.get_or_insert(vm.heap.max_bytes);
    vm.heap.max_bytes = u64::try_from(limit).map_or(own, |limit| limit.min(own));
    Ok(vm.none())
}

/// The simulated clock: steps run, and what was slept.
fn nanoseconds(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "nanoseconds")?;
    vm.builtin_state.slept += STEP;
    let now = vm.steps * STEP + vm.builtin_state.slept;
    Ok(vm.heap.new_int(now as i64))
}

fn advance(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let by = args::one(vm, &args, "advance")?;
    let by = value::ssize(vm, by)?.max(0);
    vm.builtin_state.slept += by as u64;
    Ok(vm.none())
}

/// The object that lives at an address.
fn find(vm: &mut Vm, address: Ref) -> Option<Ref> {
    let address = value::int(&vm.heap, address)?.clamped() as u64;
    vm.heap.object_at(address)
}

/// The count that stands at an object's address, without any reference of the question's own.
fn count_at(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let address = args::one(vm, &args, "count_at")?;
    let count = find(vm, address).map_or(0, |object| vm.heap.refcount(object));
    Ok(vm.heap.new_int(i64::from(count)))
}

fn object_at(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let address = args::one(vm, &args, "object_at")?;
    let object = find(vm, address).unwrap_or(Ref::NONE);
    Ok(vm.heap.new_ref(object))
}

fn is_atom(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "is_atom")?;
    Ok(vm.bool(!object.is_container()))
}
