//! open() and what it gives: FileIO, buffered files, text files. The files are those of [`store`].
//!
//! Each kind is an object of its own, as in CPython, so that the collector sees the same chain: a text file holds a
//! buffered one, that a raw one. What is read is read at once; what is written waits in the buffered file. Mirrors
//! Modules/_io: _iomodule.c, iobase.c, fileio.c, bufferedio.c, textio.c.

mod binary;
mod open;
mod paths;
pub mod store;
mod text;

use std::any::Any;

pub use self::open::open;
pub use self::paths::FUNCTIONS;
use self::store::Errno;
use super::native;
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Ref, types};
use crate::python::builtins::{exceptions, value};
use crate::python::vm::host::Ignored;
use crate::python::vm::{Args, NativeFn, PyResult, Unwind, Vm};
use crate::trace::event::Label;

const FILE_IO: &str = "_io.FileIO";
const TEXT_FILE: &str = "_io.File";

/// FileIO: a descriptor.
struct RawFile {
    /// None once it is closed.
    descriptor: Option<i64>,
    access: store::Access,
    /// Its finalizer closes it: that is worth a warning.
    finalizing: bool,
}

/// BufferedReader, BufferedWriter, BufferedRandom.
struct BufferedFile {
    raw: Option<Ref>,
    /// Bytes that were written and the raw file does not have.
    pending: Vec<u8>,
    buffer_size: u32,
    finalizing: bool,
}

/// TextIOWrapper.
struct TextFile {
    buffer: Option<Ref>,
    raw: Option<Ref>,
    encoding: Ref,
    errors: Ref,
    /// The incremental encoder, the incremental decoder.
    codecs: [Option<Ref>; 2],
    newline: text::Newline,
    line_buffering: bool,
    finalizing: bool,
}

/// An incremental encoder or decoder: nothing but an object that the text file holds.
struct Codec {
    inner: Option<Ref>,
}

macro_rules! native {
    ($body:ty, $names:expr, $traverse:expr, $clear:expr, $size:expr) => {
        impl Native for $body {
            fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
                let references: fn(&$body) -> Vec<Option<Ref>> = $traverse;
                references(self).into_iter().flatten().for_each(visit);
            }
            fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
                let references: fn(&$body) -> Vec<Option<Ref>> = $traverse;
                let names: &[&str] = &$names;
                for (name, part) in names.iter().zip(references(self)) {
                    part.iter().for_each(|&it| tell(Label::part(name), it));
                }
            }
            fn clear(&mut self, dropped: &mut Vec<Ref>) {
                let references: fn(&mut $body) -> Vec<Option<Ref>> = $clear;
                dropped.extend(references(self).into_iter().flatten());
            }
            fn array_size(&self) -> u64 {
                let size: fn(&$body) -> u64 = $size;
                size(self)
            }
            fn as_any(&self) -> &dyn Any {
                self
            }
            fn as_any_mut(&mut self) -> &mut dyn Any {
                self
            }
        }
    };
}

native!(RawFile, [], |_| Vec::new(), |_| Vec::new(), |_| 0);
native!(
    BufferedFile,
    ["raw"],
    |body| vec![body.raw],
    |body| vec![body.raw.take()],
    |body| u64::from(body.buffer_size)
);
native!(
    TextFile,
    ["buffer", "encoding", "encoder", "decoder", "errors", "raw"],
    |body| vec![
        body.buffer,
        Some(body.encoding),
        body.codecs[0],
        body.codecs[1],
        Some(body.errors),
        body.raw
    ],
    |body| vec![
        body.buffer.take(),
        Some(std::mem::replace(&mut body.encoding, Ref::NONE)),
        body.codecs[0].take(),
        body.codecs[1].take(),
        Some(std::mem::replace(&mut body.errors, Ref::NONE)),
        body.raw.take()
    ],
    |_| 0
);
native!(
    Codec,
    ["inner"],
    |body| vec![body.inner],
    |body| vec![body.inner.take()],
    |_| 0
);

/// What all kinds of files have, called by their name.
const COMMON: [(&str, NativeFn); 6] = [
    ("__enter__", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.heap.new_ref(file))
    }),
    ("__exit__", |vm, args| {
        close(vm, args.positional[0])?;
        Ok(vm.none())
    }),
    ("__iter__", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.heap.new_ref(file))
    }),
    ("close", |vm, args| {
        close(vm, args.positional[0])?;
        Ok(vm.none())
    }),
    ("isatty", |vm, args| {
        check_open(vm, args.positional[0])?;
        Ok(vm.bool(false))
    }),
    ("__del__", finalize),
];

fn file_type(name: &'static str, size: u32) -> NativeType {
    NativeType {
        weakrefs: true,
        dict: true,
        ..NativeType::new(name, size)
    }
}

fn fill_common(vm: &mut Vm, class: Ref) {
    native::add_methods(vm, class, &COMMON);
    vm.add_getter(
        class,
        "closed",
        |vm, args| {
            let is_open = descriptor(vm, args.positional[0]).is_some();
            Ok(vm.bool(!is_open))
        },
        None,
    );
    let body = vm.heap.type_body_mut(class);
    body.has_finalizer = true;
}

/// OSError of that number, for a path if there is one.
fn os_error<T>(vm: &mut Vm, errno: Errno, path: Option<Ref>) -> PyResult<T> {
    let number = vm.heap.new_int(errno as i64);
    let text = vm.heap.new_str(errno.text());
    let mut arguments = vec![number.get(), text.get()];
    arguments.extend(path);
    let error = vm.call(types::OS_ERROR, &arguments, &[]);
    vm.release(number);
    vm.release(text);
    let error = error?;
    vm.raise_error(error)
}

/// io.UnsupportedOperation.
fn unsupported_type(vm: &mut Vm) -> Ref {
    let native = NativeType {
        base: types::OS_ERROR,
        layout: crate::heap::payload::Layout::Exception,
        base_type: true,
        dict: true,
        ..NativeType::new("UnsupportedOperation", 112)
    };
    native::type_of(vm, "io.UnsupportedOperation", native, |_, _| {})
}

fn unsupported<T>(vm: &mut Vm, message: &str) -> PyResult<T> {
    let class = unsupported_type(vm);
    vm.raise(class, message)
}

/// The raw file at the end of the chain.
fn raw_of(vm: &Vm, file: Ref) -> Option<Ref> {
    if let Some(body) = native::body::<TextFile>(vm, file) {
        return raw_of(vm, body.buffer?);
    }
    match native::body::<BufferedFile>(vm, file) {
        Some(body) => body.raw,
        None => Some(file),
    }
}

/// None once the file is closed.
fn descriptor(vm: &Vm, file: Ref) -> Option<i64> {
    let raw = raw_of(vm, file)?;
    native::body::<RawFile>(vm, raw)?.descriptor
}

fn check_open(vm: &mut Vm, file: Ref) -> PyResult<i64> {
    match descriptor(vm, file) {
        Some(descriptor) => Ok(descriptor),
        None => vm.value_error("I/O operation on closed file."),
    }
}

fn access(vm: &Vm, file: Ref) -> store::Access {
    raw_of(vm, file)
        .and_then(|raw| native::body::<RawFile>(vm, raw))
        .map(|body| body.access)
        .unwrap_or_default()
}

/// The buffered file itself, or the one behind a text file.
fn buffered_of(vm: &Vm, file: Ref) -> Option<Ref> {
    match native::body::<TextFile>(vm, file) {
        Some(body) => body.buffer,
        None => native::body::<BufferedFile>(vm, file).map(|_| file),
    }
}

/// Hands on what was written.
fn flush(vm: &mut Vm, file: Ref) -> PyResult<()> {
    let Some(buffered) = buffered_of(vm, file) else {
        return Ok(());
    };
    let Some(body) = native::body_mut::<BufferedFile>(vm, buffered) else {
        return Ok(());
    };
    let pending = std::mem::take(&mut body.pending);
    match descriptor(vm, buffered) {
        Some(descriptor) if !pending.is_empty() => {
            match vm.builtin_state.files.write(descriptor, &pending) {
                Ok(()) => Ok(()),
                Err(errno) => os_error(vm, errno, None),
            }
        }
        _ => Ok(()),
    }
}

fn set_finalizing(vm: &mut Vm, file: Ref) {
    if let Some(body) = native::body_mut::<TextFile>(vm, file) {
        body.finalizing = true;
    } else if let Some(body) = native::body_mut::<BufferedFile>(vm, file) {
        body.finalizing = true;
    } else if let Some(body) = native::body_mut::<RawFile>(vm, file) {
        body.finalizing = true;
    }
}

fn is_finalizing(vm: &Vm, file: Ref) -> bool {
    native::body::<TextFile>(vm, file).is_some_and(|body| body.finalizing)
        || native::body::<BufferedFile>(vm, file).is_some_and(|body| body.finalizing)
        || native::body::<RawFile>(vm, file).is_some_and(|body| body.finalizing)
}

/// Closes the whole chain; nothing for a closed file.
fn close(vm: &mut Vm, file: Ref) -> PyResult<()> {
    if descriptor(vm, file).is_none() {
        return Ok(());
    }
    if is_finalizing(vm, file) {
        warn_unclosed(vm, file);
    }
    let flushed = flush(vm, file);
    if let Some(raw) = raw_of(vm, file)
        && let Some(body) = native::body_mut::<RawFile>(vm, raw)
        && let Some(descriptor) = body.descriptor.take()
    {
        vm.builtin_state.files.close(descriptor);
    }
    flushed
}

fn finalize(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let file = args.positional[0];
    if descriptor(vm, file).is_some() {
        set_finalizing(vm, file);
        close(vm, file)?;
    }
    Ok(vm.none())
}

/// ResourceWarning, which only a program that imported warnings can ask for: else it is filtered out.
fn warn_unclosed(vm: &mut Vm, file: Ref) {
    let Some(warn) = warn_function(vm) else {
        return;
    };
    let Ok(shown) = vm.repr(file) else {
        return;
    };
    let message = vm.heap.new_str(&format!("unclosed file {shown}"));
    let level = vm.heap.new_int(1);
    let arguments = [message.get(), types::RESOURCE_WARNING, level.get(), file];
    let result = vm.call(warn.get(), &arguments, &[]);
    // A filter that makes an error of it: CPython reports that and goes on. Its C code has no frames.
    if let Err(Unwind::Raised(error)) = &result {
        let traceback =
            exceptions::body_mut(vm, error.get()).and_then(|body| body.traceback.take());
        if let Some(traceback) = traceback {
            vm.release_ref(traceback);
        }
    }
    let raw = raw_of(vm, file).unwrap_or(file);
    vm.ignore(result, raw, Ignored::File);
    vm.release(message);
    vm.release(level);
    vm.release(warn);
}

fn warn_function(vm: &mut Vm) -> Option<crate::heap::Owned> {
    let modules = vm
        .heap
        .dict_get_text(vm.builtin_state.sys_dict?, "modules")?;
    let module = vm.heap.dict_get_text(modules, "warnings")?;
    let dict = vm.heap.module_dict(module)?;
    let function = vm.heap.dict_get_text(dict, "warn")?;
    Some(vm.heap.new_ref(function))
}

/// What a path argument says: a str, or bytes.
fn path_text(vm: &mut Vm, path: Ref) -> PyResult<Option<String>> {
    if let Some(text) = value::text(&vm.heap, path) {
        return Ok(Some(text.to_string()));
    }
    if let Some(bytes) = value::bytes(&vm.heap, path) {
        return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
    }
    match vm.call_special(path, "__fspath__", &[])? {
        Some(result) => {
            let text = value::text(&vm.heap, result.get());
            vm.release(result);
            Ok(text.map(|text| text.to_string()))
        }
        None => Ok(None),
    }
}
