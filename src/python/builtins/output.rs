//! print() and input(). Mirrors builtin_print of Python/bltinmodule.c.

use super::{args, exceptions, value};
use crate::heap::free_lists::FreeListKind;
use crate::heap::{Ref, types};
use crate::profile::PrintArguments;
use crate::python::modules::sys;
use crate::python::vm::{Args, PyResult, Vm};

/// A text stream passes on what it gathered when it is that many bytes.
const STREAM_CHUNK: usize = 8192;

/// What was written to standard output and not passed on yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pending {
    pieces: usize,
    bytes: usize,
}

pub fn print(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let options = Args {
        positional: &[],
        keywords: args.keywords,
    };
    let [separator, end, file, flush] =
        args::named(vm, &options, "print", ["sep", "end", "file", "flush"], 0, 0)?;
    let separator = option_text(vm, separator, "sep", " ")?;
    let end = option_text(vm, end, "end", "\n")?;
    let file = match file.filter(|&file| file != Ref::NONE) {
        Some(file) => vm.heap.new_ref(file),
        None => match stdout(vm) {
            Some(file) if file != Ref::NONE => vm.heap.new_ref(file),
            // Without a sys.stdout nothing is printed.
            Some(_) => return Ok(vm.none()),
            None => vm.none(),
        },
    };
    count_arguments(vm, args.positional.len());
    // Up to the first error each value is written on its own, so that what came before it is seen.
    for (index, &argument) in args.positional.iter().enumerate() {
        if index > 0 {
            write(vm, file.get(), &separator)?;
        }
        let shown = vm.str(argument)?;
        write(vm, file.get(), &shown)?;
    }
    write(vm, file.get(), &end)?;
    if let Some(flush) = flush
        && vm.truth(flush)?
        && let Some(method) = super::attribute_or_none(vm, file.get(), "flush")?
    {
        let done = vm.call(method.get(), &[], &[])?;
        vm.release(done);
        vm.release(method);
    }
    vm.release(file);
    Ok(vm.none())
}

fn option_text(
    vm: &mut Vm,
    option: Option<Ref>,
    name: &str,
    default: &str,
) -> PyResult<std::rc::Rc<str>> {
    match option.filter(|&option| option != Ref::NONE) {
        None => Ok(default.into()),
        Some(option) => match value::text(&vm.heap, option) {
            Some(text) => Ok(text),
            None => {
                let class = vm.heap.class_name(option);
                vm.type_error(format!("{name} must be None or a string, not {class}"))
            }
        },
    }
}

/// What print() makes for itself to get hold of its arguments.
fn count_arguments(vm: &mut Vm, n: usize) {
    let rule = vm.heap.profile.print_arguments;
    if rule == PrintArguments::InPlace {
        return;
    }
    if n > 0 {
        vm.heap.count_temporary(FreeListKind::tuple(n));
    }
    if rule == PrintArguments::PackedWithNames && !vm.builtin_state.print_has_names {
        vm.builtin_state.print_has_names = true;
        vm.heap.count_hidden(FreeListKind::tuple(4));
    }
}

/// sys.stdout as the program sees it now; none while there is no sys module.
fn stdout(vm: &Vm) -> Option<Ref> {
    let dict = vm.builtin_state.sys_dict?;
    vm.heap.dict_get_text(dict, "stdout")
}

/// file.write(text), directly where the file is one of our own.
pub fn write(vm: &mut Vm, file: Ref, text: &str) -> PyResult<()> {
    if text.is_empty() {
        return Ok(());
    }
    if file == Ref::NONE {
        count_write(vm, text.len());
        return vm.write_stdout(text);
    }
    match sys::stream(vm, file) {
        Some(sys::Stream::Stdout) => {
            count_write(vm, text.len());
            return vm.write_stdout(text);
        }
        Some(sys::Stream::Stderr) => return vm.write_stderr(text),
        Some(sys::Stream::Stdin) | None => {}
    }
    let method = vm.get_attribute_text(file, "write")?;
    let text = vm.heap.new_str(text);
    let result = vm.call(method.get(), &[text.get()], &[]);
    vm.release(text);
    vm.release(method);
    let result = result?;
    vm.release(result);
    Ok(())
}

/// What PyFile_WriteObject and the stream make: a method bound to the stream, and the list of what was written since the buffer was last emptied, from its second piece on.
fn count_write(vm: &mut Vm, n: usize) {
    vm.heap.count_temporary(FreeListKind::BuiltinFunction);
    let pending = &mut vm.builtin_state.pending;
    pending.pieces += 1;
    pending.bytes += n;
    let (pieces, is_full) = (pending.pieces, pending.bytes >= STREAM_CHUNK);
    if pieces == 2 {
        vm.heap.count_hidden(FreeListKind::List);
    }
    if is_full {
        flush_stdout(vm);
    }
}

/// The buffer of standard output is emptied.
pub fn flush_stdout(vm: &mut Vm) {
    let pending = std::mem::take(&mut vm.builtin_state.pending);
    if pending.pieces >= 2 {
        vm.heap.uncount_hidden(FreeListKind::List);
    }
}

/// There is nobody to type anything in.
pub fn input(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "input", 0, 1)?;
    if let Some(&prompt) = given.first() {
        let prompt = vm.str(prompt)?;
        vm.write_stdout(&prompt)?;
    }
    let message = vm.heap.new_str("EOF when reading a line");
    exceptions::raise_with(vm, types::EOF_ERROR, vec![message])
}
