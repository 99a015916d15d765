//! What every exception has: its arguments, its traceback, and the exceptions it came from. Mirrors BaseException_getset of
//! Objects/exceptions.c.

use super::exceptions::{body, body_mut};
use super::{args, tuple};
use crate::heap::payload::Exception;
use crate::heap::{Payload, Ref, types};
use crate::python::vm::{Args, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    let class = types::BASE_EXCEPTION;
    vm.add_method(class, "with_traceback", with_traceback);
    vm.add_getter(class, "args", get_args, Some(set_args));
    vm.add_getter(
        class,
        "__traceback__",
        |vm, args| part(vm, args, |body| body.traceback),
        Some(|vm, args| set_traceback(vm, args.positional[0], args.positional[1])),
    );
    vm.add_getter(
        class,
        "__context__",
        |vm, args| part(vm, args, |body| body.context),
        Some(|vm, args| {
            check_exception(vm, args.positional[1], "context")?;
            set_part(vm, &args, |body| &mut body.context)
        }),
    );
    vm.add_getter(
        class,
        "__cause__",
        |vm, args| part(vm, args, |body| body.cause),
        Some(set_cause),
    );
    vm.add_getter(
        class,
        "__suppress_context__",
        |vm, args| {
            let suppress = body(vm, args.positional[0]).is_some_and(|body| body.suppress_context);
            Ok(vm.bool(suppress))
        },
        Some(set_suppress_context),
    );
}

pub(super) fn get_args(vm: &mut Vm, args: Args<'_>) -> PyResult {
    match body(vm, args.positional[0]).and_then(|body| body.args) {
        Some(arguments) => Ok(vm.heap.new_ref(arguments)),
        None => Ok(vm.heap.empty_tuple()),
    }
}

fn set_args(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let arguments = tuple::from_iterable(vm, args.positional[1])?.into_counted();
    let old = body_mut(vm, args.positional[0]).and_then(|body| body.args.replace(arguments));
    if let Some(old) = old {
        vm.release_ref(old);
    }
    Ok(vm.none())
}

fn part(vm: &mut Vm, args: Args<'_>, part: fn(&Exception) -> Option<Ref>) -> PyResult {
    let found = body(vm, args.positional[0]).and_then(part);
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn set_part(
    vm: &mut Vm,
    args: &Args<'_>,
    part: fn(&mut Exception) -> &mut Option<Ref>,
) -> PyResult {
    let value = Some(args.positional[1]).filter(|&value| value != Ref::NONE);
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    let old =
        body_mut(vm, args.positional[0]).and_then(|body| std::mem::replace(part(body), value));
    if let Some(old) = old {
        vm.release_ref(old);
    }
    Ok(vm.none())
}

fn check_exception(vm: &mut Vm, value: Ref, what: &str) -> PyResult<()> {
    if value == Ref::NONE || body(vm, value).is_some() {
        return Ok(());
    }
    vm.type_error(format!(
        "exception {what} must be None or derive from BaseException"
    ))
}

fn set_cause(vm: &mut Vm, args: Args<'_>) -> PyResult {
    check_exception(vm, args.positional[1], "cause")?;
    let done = set_part(vm, &args, |body| &mut body.cause)?;
    if let Some(body) = body_mut(vm, args.positional[0]) {
        body.suppress_context = true;
    }
    Ok(done)
}

fn set_suppress_context(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let suppress = args.positional[1];
    if ![Ref::TRUE, Ref::FALSE].contains(&suppress) {
        return vm.type_error("attribute value type must be bool");
    }
    if let Some(body) = body_mut(vm, args.positional[0]) {
        body.suppress_context = suppress == Ref::TRUE;
    }
    Ok(vm.none())
}

fn set_traceback(vm: &mut Vm, exception: Ref, traceback: Ref) -> PyResult {
    let is_traceback = matches!(vm.heap.payload_of(traceback), Some(Payload::Traceback(_)));
    if !is_traceback && traceback != Ref::NONE {
        return vm.type_error("__traceback__ must be a traceback or None");
    }
    let args = Args {
        positional: &[exception, traceback],
        keywords: &[],
    };
    set_part(vm, &args, |body| &mut body.traceback)
}

fn with_traceback(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (exception, traceback) = args::receiver_and_one(vm, &args, "BaseException.with_traceback")?;
    let done = set_traceback(vm, exception, traceback)?;
    vm.release(done);
    Ok(vm.heap.new_ref(exception))
}
