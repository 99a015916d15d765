//! str() and repr() of exceptions. Mirrors Objects/exceptions.c.

use super::exceptions::{arguments, body, member};
use super::value;
use crate::heap::{Ref, types};
use crate::python::vm::{PyResult, Vm};

/// `ValueError('x')`.
pub fn repr(vm: &mut Vm, exception: Ref) -> PyResult<String> {
    let class = vm.heap.class_name(exception);
    let shown = match arguments(vm, exception)[..] {
        [only] => format!("({})", vm.repr(only)?),
        _ => match body(vm, exception).and_then(|body| body.args) {
            Some(all) => vm.repr(all)?,
            None => "()".to_owned(),
        },
    };
    if vm.heap.profile.texts.import_errors_show_their_module
        && vm.heap.is_instance(exception, types::IMPORT_ERROR)
    {
        let shown = with_module(vm, exception, &shown)?;
        return Ok(format!("{class}{shown}"));
    }
    Ok(format!("{class}{shown}"))
}

/// `('x', name='y', path='z')`: the arguments of an ImportError with what was set besides.
fn with_module(vm: &mut Vm, exception: Ref, arguments: &str) -> PyResult<String> {
    let mut parts = Vec::new();
    let positional = arguments.strip_prefix('(').unwrap_or(arguments);
    let positional = positional.strip_suffix(')').unwrap_or(positional);
    if !positional.is_empty() {
        parts.push(positional.to_owned());
    }
    for name in ["name", "path"] {
        if let Some(value) = member(vm, exception, name) {
            parts.push(format!("{name}={}", vm.repr(value)?));
        }
    }
    Ok(format!("({})", parts.join(", ")))
}

pub fn str(vm: &mut Vm, exception: Ref) -> PyResult<String> {
    if let Some(special) = special_text(vm, exception)? {
        return Ok(special);
    }
    match arguments(vm, exception)[..] {
        [] => Ok(String::new()),
        [only] if vm.heap.is_instance(exception, types::KEY_ERROR) => vm.repr(only),
        [only] => vm.str(only),
        _ => match body(vm, exception).and_then(|body| body.args) {
            Some(all) => vm.repr(all),
            None => Ok(String::new()),
        },
    }
}

fn special_text(vm: &mut Vm, exception: Ref) -> PyResult<Option<String>> {
    if super::exception_groups::is_group(vm, exception) {
        return super::exception_groups::text(vm, exception).map(Some);
    }
    let class = vm.heap.class_of(exception);
    let is = |vm: &Vm, base| vm.heap.is_subclass(class, base);
    if is(vm, types::OS_ERROR) {
        let (Some(errno), Some(text)) = (
            member(vm, exception, "errno"),
            member(vm, exception, "strerror"),
        ) else {
            return Ok(None);
        };
        let mut shown = format!("[Errno {}] {}", vm.str(errno)?, vm.str(text)?);
        if let Some(filename) = member(vm, exception, "filename") {
            shown = format!("{shown}: {}", vm.repr(filename)?);
            if let Some(filename) = member(vm, exception, "filename2") {
                shown = format!("{shown} -> {}", vm.repr(filename)?);
            }
        }
        return Ok(Some(shown));
    }
    if is(vm, types::IMPORT_ERROR) {
        return match member(vm, exception, "msg") {
            Some(message) if vm.heap.as_str(message).is_some() => vm.str(message).map(Some),
            _ => Ok(None),
        };
    }
    if is(vm, types::SYNTAX_ERROR) {
        let Some(message) = member(vm, exception, "msg") else {
            return Ok(None);
        };
        let message = vm.str(message)?;
        let line = member(vm, exception, "lineno").and_then(|line| vm.heap.as_i64(line));
        let file = member(vm, exception, "filename").and_then(|file| value::text(&vm.heap, file));
        return Ok(Some(match (file, line) {
            (Some(file), Some(line)) => {
                let name = file.rsplit('/').next().unwrap_or(&file);
                format!("{message} ({name}, line {line})")
            }
            (None, Some(line)) => format!("{message} (line {line})"),
            (Some(file), None) => format!("{message} ({file})"),
            (None, None) => message,
        }));
    }
    if is(vm, types::UNICODE_DECODE_ERROR) || is(vm, types::UNICODE_ENCODE_ERROR) {
        return unicode_text(vm, exception).map(Some);
    }
    Ok(None)
}

fn unicode_text(vm: &mut Vm, exception: Ref) -> PyResult<String> {
    let get = |name| member(vm, exception, name);
    let (Some(encoding), Some(object), Some(start), Some(end), Some(reason)) = (
        get("encoding"),
        get("object"),
        get("start"),
        get("end"),
        get("reason"),
    ) else {
        return Ok(String::new());
    };
    let start = vm.heap.as_i64(start).unwrap_or(0);
    let end = vm.heap.as_i64(end).unwrap_or(0);
    let decoding = vm.heap.is_instance(exception, types::UNICODE_DECODE_ERROR);
    let verb = if decoding { "decode" } else { "encode" };
    let what = match (
        end - start,
        value::bytes(&vm.heap, object),
        value::text(&vm.heap, object),
    ) {
        (1, Some(bytes), _) => bytes
            .get(start as usize)
            .map(|byte| format!("byte 0x{byte:02x} in position {start}")),
        (1, _, Some(text)) => text
            .chars()
            .nth(start as usize)
            .map(|c| format!("character '{}' in position {start}", super::text::escape(c))),
        (_, Some(_), _) => Some(format!("bytes in position {start}-{}", end - 1)),
        _ => Some(format!("characters in position {start}-{}", end - 1)),
    };
    let (encoding, reason) = (vm.str(encoding)?, vm.str(reason)?);
    Ok(format!(
        "'{encoding}' codec can't {verb} {}: {reason}",
        what.unwrap_or_default()
    ))
}
