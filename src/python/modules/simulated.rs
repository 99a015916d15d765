//! `_gcscope`: what the library modules written in Python ask of the simulated machine: its memory, its clock, counts at
//! addresses. Same program, same answers.

use super::native;
use crate::heap::Ref;
use crate::heap::payload::NativeKind;
use crate::python::builtins::{args, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};
use crate::trace::event::Event;

const FUNCTIONS: [(&str, NativeFn); 17] = [
    ("heap_bytes", heap_bytes),
    ("block_bytes", block_bytes),
    ("peak_bytes", peak_bytes),
    ("limit_bytes", limit_bytes),
    ("nanoseconds", nanoseconds),
    ("advance", advance),
    ("count_at", count_at),
    ("object_at", object_at),
    ("is_atom", is_atom),
    ("dict_slots", dict_slots),
    ("draw", draw),
    ("as_native", as_native),
    ("enter_repr", enter_repr),
    ("leave_repr", leave_repr),
    ("source_line", source_line),
    ("format_exception", |vm, args| {
        let error = args::one(vm, &args, "format_exception")?;
        let text = vm.format_uncaught(error);
        Ok(vm.heap.new_str(&text))
    }),
    ("words_of_text", super::random::words_of_text),
];

/// Number of slots of a dict's table.
fn dict_slots(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = args::one(vm, &args, "dict_slots")?;
    let log2_size = vm.heap.dict(dict).map_or(0, |body| body.log2_size());
    let n = if log2_size == 0 { 0 } else { 1i64 << log2_size };
    Ok(vm.heap.new_int(n))
}

/// Shows a graph, given in the language of Graphviz.
fn draw(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dot = args::one(vm, &args, "draw")?;
    if let Some(dot) = value::text(&vm.heap, dot) {
        vm.heap.emit(Event::GraphDrawn { dot });
    }
    Ok(vm.none())
}

/// Gives the instances of a class written here the size that they have where CPython writes the class in C, with nothing
/// but the collector's header before them, and makes the collector visit them as CPython's class does.
fn as_native(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "as_native", 2, 2)?;
    let size = value::ssize(vm, given[1])?;
    let Some(body) = vm.heap.type_body_opt(given[0]) else {
        return vm.type_error("as_native() wants a class");
    };
    let kind = match &*body.name {
        "defaultdict" => NativeKind::DefaultDict,
        "OrderedDict" => NativeKind::OrderedDict,
        "partial" => NativeKind::Partial,
        "SimpleNamespace" => NativeKind::SimpleNamespace,
        _ => return vm.value_error("as_native() does not know the class"),
    };
    let full_name = vm.full_class_name(given[0]);
    let body = vm.heap.type_body_mut(given[0]);
    body.full_name = Some(full_name.into());
    body.native_kind = Some(kind);
    body.basic_size = size as u32;
    (body.dict_is_before, body.weakrefs_are_before) = (false, false);
    body.shared_keys = None;
    if !vm.heap.is_gc(given[0]) {
        vm.heap.untrack(given[0]);
    }
    Ok(vm.none())
}

/// Whether a container's repr may begin: it is not being made already.
fn enter_repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "enter_repr")?;
    let running = &mut vm.builtin_state.repr_running;
    let enters = !running.contains(&object);
    if enters {
        running.push(object);
    }
    Ok(vm.bool(enters))
}

fn leave_repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "leave_repr")?;
    let running = &mut vm.builtin_state.repr_running;
    running.retain(|&other| other != object);
    Ok(vm.none())
}

/// A line of the program's source, or an empty str.
fn source_line(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "source_line", 2, 2)?;
    let line = value::ssize(vm, given[1])?;
    let line = value::text(&vm.heap, given[0])
        .and_then(|filename| vm.source_line(&filename, u32::try_from(line).ok()?))
        .unwrap_or_default()
        .to_owned();
    Ok(vm.heap.new_str(&line))
}

/// How long one step of the program takes, in nanoseconds.
const STEP: u64 = 100;

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, _) = native::new_module(vm, "_gcscope", &FUNCTIONS);
    for (name, function) in super::io::FUNCTIONS {
        vm.add_function(module.get(), name, function);
    }
    Ok(module)
}

fn heap_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "heap_bytes")?;
    vm.heap.settle_buffers();
    let bytes = vm.heap.bytes;
    vm.builtin_state.peak_bytes = vm.builtin_state.peak_bytes.max(bytes);
    Ok(vm.heap.new_int(bytes as i64))
}

/// What the objects take of the machine's memory.
fn block_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "block_bytes")?;
    vm.heap.settle_buffers();
    let bytes = vm.heap.block_bytes;
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
