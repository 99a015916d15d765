//! open(): which objects a mode asks for.

use super::binary::{new_buffered, new_raw};
use super::store::Access;
use super::text::{Newline, new_text};
use super::{native, os_error, path_text};
use crate::heap::{Owned, Ref};
use crate::python::builtins::{args, value};
use crate::python::vm::{Args, PyResult, Vm};

struct Mode {
    access: Access,
    binary: bool,
}

const NAMES: [&str; 8] = [
    "file",
    "mode",
    "buffering",
    "encoding",
    "errors",
    "newline",
    "closefd",
    "opener",
];

/// open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None).
pub fn open(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [path, mode, buffering, encoding, _errors, newline, _, _] =
        args::named(vm, &args, "open", NAMES, 1, 8)?;
    let path = path.unwrap_or(Ref::NONE);
    let mode_text = match mode {
        Some(mode) => match value::text(&vm.heap, mode) {
            Some(text) => text.to_string(),
            None => {
                let class = vm.heap.class_name(mode);
                return vm.type_error(format!("open() argument 'mode' must be str, not {class}"));
            }
        },
        None => "r".to_owned(),
    };
    let parsed = parse_mode(vm, &mode_text)?;
    let is_given = |argument: Option<Ref>| argument.is_some_and(|argument| argument != Ref::NONE);
    if parsed.binary && is_given(encoding) {
        return vm.value_error("binary mode doesn't take an encoding argument");
    }
    if parsed.binary && is_given(newline) {
        return vm.value_error("binary mode doesn't take a newline argument");
    }
    let buffering = match buffering {
        Some(buffering) => value::ssize(vm, buffering)?,
        None => -1,
    };
    if buffering == 0 && !parsed.binary {
        return vm.value_error("can't have unbuffered text I/O");
    }
    let raw = open_raw(vm, path, parsed.access)?;
    if buffering == 0 {
        return Ok(raw);
    }
    let buffered = new_buffered(vm, raw, parsed.access);
    if parsed.binary {
        return Ok(buffered);
    }
    let encoding = match encoding.filter(|&encoding| encoding != Ref::NONE) {
        Some(encoding) => vm.heap.new_ref(encoding),
        None => {
            let name = vm.heap.profile.files.default_encoding;
            vm.heap.intern(name)
        }
    };
    let newline = if is_given(newline) {
        Newline::Untranslated
    } else {
        Newline::Universal
    };
    let file = new_text(
        vm,
        buffered,
        parsed.access,
        encoding,
        newline,
        buffering == 1,
    );
    let shown = match mode {
        Some(mode) => vm.heap.new_ref(mode),
        None => vm.heap.intern("r"),
    };
    set_in_dict(vm, file.get(), "mode", shown.get());
    vm.release(shown);
    Ok(file)
}

fn open_raw(vm: &mut Vm, path: Ref, access: Access) -> PyResult {
    let Some(text) = path_text(vm, path)? else {
        if value::int(&vm.heap, path).is_some() {
            return os_error(vm, super::store::Errno::BadDescriptor, None);
        }
        let class = vm.heap.class_name(path);
        return vm.type_error(format!(
            "expected str, bytes or os.PathLike object, not {class}"
        ));
    };
    if text.contains('\0') {
        return vm.value_error("embedded null byte");
    }
    provide_program(vm, &text);
    match vm.builtin_state.files.open(&text, access) {
        Ok(descriptor) => Ok(new_raw(vm, descriptor, access, path)),
        Err(errno) => os_error(vm, errno, Some(path)),
    }
}

/// The program itself is a file, too.
pub fn provide_program(vm: &mut Vm, path: &str) {
    if vm.builtin_state.files.is_file(path) {
        return;
    }
    if let Some(source) = vm.source_of(path) {
        vm.builtin_state.files.put(path, source.as_bytes());
    }
}

fn parse_mode(vm: &mut Vm, text: &str) -> PyResult<Mode> {
    let has = |wanted: char| text.contains(wanted);
    let is_known = text.chars().all(|c| "axrwbt+U".contains(c))
        && text
            .chars()
            .enumerate()
            .all(|(at, c)| !text.chars().skip(at + 1).any(|other| other == c));
    if !is_known || has('U') {
        return vm.value_error(format!("invalid mode: '{text}'"));
    }
    if has('t') && has('b') {
        return vm.value_error("can't have text and binary mode at once");
    }
    let n_kinds = ['x', 'r', 'w', 'a'].into_iter().filter(|&c| has(c)).count();
    if n_kinds != 1 {
        return vm.value_error(if n_kinds == 0 {
            "Must have exactly one of create/read/write/append mode and at most one plus"
        } else {
            "must have exactly one of create/read/write/append mode"
        });
    }
    let access = Access {
        read: has('r') || has('+'),
        write: !has('r') || has('+'),
        append: has('a'),
        truncate: has('w'),
        create: !has('r'),
        exclusive: has('x'),
    };
    Ok(Mode {
        access,
        binary: has('b'),
    })
}

/// Binds a name in the file's own dict, which is made for it.
pub fn set_in_dict(vm: &mut Vm, file: Ref, name: &str, value: Ref) {
    let known = vm.attributes(file).and_then(|attributes| attributes.dict);
    let dict = match known {
        Some(dict) => dict,
        None => {
            let dict: Owned = vm.heap.new_dict();
            let dict = dict.into_counted();
            if let Some(attributes) = vm.attributes_mut(file) {
                attributes.dict = Some(dict);
            }
            dict
        }
    };
    native::bind_ref(vm, dict, name, value);
}
