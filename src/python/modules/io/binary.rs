//! FileIO and the buffered files: bytes in and out.

use super::store::Access;
use super::{
    BufferedFile, FILE_IO, RawFile, access, check_open, descriptor, file_type, fill_common, flush,
    native, os_error, unsupported,
};
use crate::heap::{Owned, Ref, types};
use crate::python::builtins::{args, exceptions, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const METHODS: [(&str, NativeFn); 17] = [
    ("read", read),
    ("read1", read),
    ("readall", read),
    ("readline", |vm, args| {
        let (file, limit) = receiver_and_limit(vm, &args)?;
        check_readable(vm, file)?;
        let line = line(vm, file, limit)?;
        Ok(vm.heap.new_bytes(&line))
    }),
    ("readlines", |vm, args| {
        let (file, _) = receiver_and_limit(vm, &args)?;
        check_readable(vm, file)?;
        let mut lines = Vec::new();
        loop {
            let line = line(vm, file, None)?;
            if line.is_empty() {
                return Ok(vm.heap.new_list(lines));
            }
            lines.push(vm.heap.new_bytes(&line).into_counted());
        }
    }),
    ("__next__", |vm, args| {
        let file = args.positional[0];
        check_readable(vm, file)?;
        let line = line(vm, file, None)?;
        if line.is_empty() {
            return exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new());
        }
        Ok(vm.heap.new_bytes(&line))
    }),
    ("write", |vm, args| {
        let (file, data) = args::receiver_and_one(vm, &args, "write")?;
        let n = write_object(vm, file, data)?;
        Ok(vm.heap.new_int(n as i64))
    }),
    ("writelines", |vm, args| {
        let (file, lines) = args::receiver_and_one(vm, &args, "writelines")?;
        let lines = vm.collect_iterable(lines)?;
        for line in &lines {
            write_object(vm, file, line.get())?;
        }
        value::release_all(vm, lines);
        Ok(vm.none())
    }),
    ("seek", seek),
    ("tell", tell),
    ("truncate", truncate),
    ("flush", |vm, args| {
        let file = args.positional[0];
        check_flushable(vm, file)?;
        flush(vm, file)?;
        Ok(vm.none())
    }),
    ("fileno", fileno),
    ("readable", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.bool(access(vm, file).read))
    }),
    ("writable", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.bool(access(vm, file).write))
    }),
    ("seekable", |vm, args| {
        check_open(vm, args.positional[0])?;
        Ok(vm.bool(true))
    }),
    ("__repr__", repr),
];

pub fn raw_type(vm: &mut Vm) -> Ref {
    native::type_of(vm, FILE_IO, file_type("FileIO", 48), |vm, class| {
        fill_common(vm, class);
        native::add_methods(vm, class, &METHODS);
        vm.add_getter(class, "mode", |vm, args| mode(vm, args.positional[0]), None);
        vm.add_getter(class, "closefd", |vm, _| Ok(vm.bool(true)), None);
    })
}

pub fn buffered_type(vm: &mut Vm, access: Access) -> Ref {
    let (full_name, name) = match access {
        Access {
            read: true,
            write: true,
            ..
        } => ("_io.BufferedRandom", "BufferedRandom"),
        Access { read: true, .. } => ("_io.BufferedReader", "BufferedReader"),
        _ => ("_io.BufferedWriter", "BufferedWriter"),
    };
    native::type_of(vm, full_name, file_type(name, 152), |vm, class| {
        fill_common(vm, class);
        native::add_methods(vm, class, &METHODS);
        vm.add_getter(
            class,
            "raw",
            |vm, args| {
                let raw = native::body::<BufferedFile>(vm, args.positional[0]);
                let raw = raw.and_then(|body| body.raw).unwrap_or(Ref::NONE);
                Ok(vm.heap.new_ref(raw))
            },
            None,
        );
        vm.add_getter(class, "mode", |vm, args| mode(vm, args.positional[0]), None);
        vm.add_getter(
            class,
            "name",
            |vm, args| name_of(vm, args.positional[0]),
            None,
        );
    })
}

/// `name` of the raw file at the end of the chain.
pub fn name_of(vm: &mut Vm, file: Ref) -> PyResult {
    match super::raw_of(vm, file) {
        Some(raw) => vm.get_attribute_text(raw, "name"),
        None => vm.value_error("raw stream has been detached"),
    }
}

fn mode_text(access: Access) -> &'static str {
    match access {
        Access {
            exclusive: true,
            read,
            ..
        } => {
            if read {
                "xb+"
            } else {
                "xb"
            }
        }
        Access {
            append: true, read, ..
        } => {
            if read {
                "ab+"
            } else {
                "ab"
            }
        }
        Access {
            read: true,
            write: true,
            ..
        } => "rb+",
        Access { read: true, .. } => "rb",
        _ => "wb",
    }
}

fn mode(vm: &mut Vm, file: Ref) -> PyResult {
    let mode = mode_text(access(vm, file));
    Ok(vm.heap.new_str(mode))
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let file = args.positional[0];
    let class = vm.heap.short_class_name(file);
    let is_raw = native::body::<RawFile>(vm, file).is_some();
    if is_raw && descriptor(vm, file).is_none() {
        return Ok(vm.heap.new_str("<_io.FileIO [closed]>"));
    }
    let name = name_of(vm, file)?;
    let shown = vm.repr(name.get());
    vm.release(name);
    let shown = shown?;
    let text = if is_raw {
        let mode = mode_text(access(vm, file));
        format!("<_io.FileIO name={shown} mode='{mode}' closefd=True>")
    } else {
        format!("<_io.{class} name={shown}>")
    };
    Ok(vm.heap.new_str(&text))
}

// ---- reading ----

/// The number of bytes or characters asked for; none for all.
pub fn receiver_and_limit(vm: &mut Vm, args: &Args<'_>) -> PyResult<(Ref, Option<usize>)> {
    let (file, rest) = args::receiver_and(vm, args, "read", 0, 1)?;
    let limit = match rest.first() {
        None | Some(&Ref::NONE) => None,
        Some(&limit) => match value::optional_index(vm, limit)? {
            Some(limit) => usize::try_from(limit.clamped()).ok(),
            None => {
                let class = vm.heap.class_name(limit);
                return vm.type_error(format!("argument should be integer or None, not '{class}'"));
            }
        },
    };
    Ok((file, limit))
}

fn check_readable(vm: &mut Vm, file: Ref) -> PyResult<()> {
    check_open(vm, file)?;
    if access(vm, file).read {
        return Ok(());
    }
    let is_raw = native::body::<RawFile>(vm, file).is_some();
    unsupported(
        vm,
        if is_raw {
            "File not open for reading"
        } else {
            "read"
        },
    )
}

fn check_flushable(vm: &mut Vm, file: Ref) -> PyResult<()> {
    if descriptor(vm, file).is_some() {
        return Ok(());
    }
    vm.value_error(match native::body::<BufferedFile>(vm, file) {
        Some(_) if access(vm, file).write => "flush of closed file",
        Some(_) => "I/O operation on closed file.",
        None => "I/O operation on closed file.",
    })
}

/// What stands from the position on, after what was written has been handed on.
pub fn rest(vm: &mut Vm, file: Ref) -> PyResult<Vec<u8>> {
    flush(vm, file)?;
    let descriptor = check_open(vm, file)?;
    match vm.builtin_state.files.rest(descriptor) {
        Ok(rest) => Ok(rest),
        Err(errno) => os_error(vm, errno, None),
    }
}

/// Goes on by that many bytes.
pub fn advance(vm: &mut Vm, file: Ref, n: usize) -> PyResult<()> {
    let descriptor = check_open(vm, file)?;
    let files = &mut vm.builtin_state.files;
    let moved = files
        .position(descriptor)
        .and_then(|position| files.seek(descriptor, position + n));
    match moved {
        Ok(()) => Ok(()),
        Err(errno) => os_error(vm, errno, None),
    }
}

fn read(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, limit) = receiver_and_limit(vm, &args)?;
    check_readable(vm, file)?;
    let mut rest = rest(vm, file)?;
    rest.truncate(limit.unwrap_or(usize::MAX));
    advance(vm, file, rest.len())?;
    Ok(vm.heap.new_bytes(&rest))
}

fn line(vm: &mut Vm, file: Ref, limit: Option<usize>) -> PyResult<Vec<u8>> {
    let mut rest = rest(vm, file)?;
    let end = rest
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(rest.len(), |at| at + 1);
    rest.truncate(end.min(limit.unwrap_or(usize::MAX)));
    advance(vm, file, rest.len())?;
    Ok(rest)
}

// ---- writing ----

fn write_object(vm: &mut Vm, file: Ref, data: Ref) -> PyResult<usize> {
    if descriptor(vm, file).is_none() {
        let is_raw = native::body::<RawFile>(vm, file).is_some();
        return vm.value_error(if is_raw {
            "I/O operation on closed file."
        } else {
            "write to closed file"
        });
    }
    let data = args::bytes_like(vm, data)?;
    if !access(vm, file).write {
        let is_raw = native::body::<RawFile>(vm, file).is_some();
        return unsupported(
            vm,
            if is_raw {
                "File not open for writing"
            } else {
                "write"
            },
        );
    }
    write(vm, file, &data)?;
    Ok(data.len())
}

/// Bytes for an open file: a buffered one keeps them until they are as many as its buffer takes.
pub fn write(vm: &mut Vm, file: Ref, data: &[u8]) -> PyResult<()> {
    let is_full = match super::buffered_of(vm, file) {
        Some(buffered) => match native::body_mut::<BufferedFile>(vm, buffered) {
            Some(body) => {
                body.pending.extend_from_slice(data);
                body.pending.len() > body.buffer_size as usize
            }
            None => false,
        },
        None => {
            let descriptor = check_open(vm, file)?;
            if let Err(errno) = vm.builtin_state.files.write(descriptor, data) {
                return os_error(vm, errno, None);
            }
            false
        }
    };
    if is_full { flush(vm, file) } else { Ok(()) }
}

// ---- positions ----

pub fn fileno(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let descriptor = check_open(vm, args.positional[0])?;
    Ok(vm.heap.new_int(descriptor))
}

pub fn tell(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let file = args.positional[0];
    let descriptor = check_open(vm, file)?;
    let n_pending = super::buffered_of(vm, file)
        .and_then(|buffered| native::body::<BufferedFile>(vm, buffered))
        .map_or(0, |body| body.pending.len());
    match vm.builtin_state.files.position(descriptor) {
        Ok(position) => Ok(vm.heap.new_int((position + n_pending) as i64)),
        Err(errno) => os_error(vm, errno, None),
    }
}

pub fn seek(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, given) = args::receiver_and(vm, &args, "seek", 1, 2)?;
    let descriptor = check_open(vm, file)?;
    flush(vm, file)?;
    let offset = value::ssize(vm, given[0])?;
    let whence = match given.get(1) {
        Some(&whence) => value::ssize(vm, whence)?,
        None => 0,
    };
    let files = &mut vm.builtin_state.files;
    let start = match whence {
        0 => Ok(0),
        1 => files.position(descriptor),
        2 => files.length(descriptor),
        _ => return vm.value_error(format!("whence value {whence} unsupported")),
    };
    let sought = start.and_then(|start| {
        let position =
            usize::try_from(start as i64 + offset).map_err(|_| super::store::Errno::Invalid)?;
        files.seek(descriptor, position)?;
        Ok(position)
    });
    match sought {
        Ok(position) => Ok(vm.heap.new_int(position as i64)),
        Err(errno) => os_error(vm, errno, None),
    }
}

pub fn truncate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, given) = args::receiver_and(vm, &args, "truncate", 0, 1)?;
    let descriptor = check_open(vm, file)?;
    flush(vm, file)?;
    let length = match given.first().filter(|&&length| length != Ref::NONE) {
        Some(&length) => value::ssize(vm, length)?.max(0) as usize,
        None => vm
            .builtin_state
            .files
            .position(descriptor)
            .unwrap_or_default(),
    };
    match vm.builtin_state.files.truncate(descriptor, length) {
        Ok(()) => Ok(vm.heap.new_int(length as i64)),
        Err(errno) => os_error(vm, errno, None),
    }
}

/// A raw file, with its `name` in its dict.
pub fn new_raw(vm: &mut Vm, descriptor: i64, access: Access, name: Ref) -> Owned {
    let class = raw_type(vm);
    let body = RawFile {
        descriptor: Some(descriptor),
        access,
        finalizing: false,
    };
    let file = native::new_object(vm, class, Box::new(body));
    super::open::set_in_dict(vm, file.get(), "name", name);
    file
}

/// A buffered file over a raw one, whose reference it takes over.
pub fn new_buffered(vm: &mut Vm, raw: Owned, access: Access) -> Owned {
    let class = buffered_type(vm, access);
    let body = BufferedFile {
        raw: Some(raw.into_counted()),
        pending: Vec::new(),
        buffer_size: vm.heap.profile.files.buffer_size,
        finalizing: false,
    };
    native::new_object(vm, class, Box::new(body))
}
