//! BaseExceptionGroup and ExceptionGroup (3.11): making, splitting, and what `except*` does with them.
//!
//! Their `message` and `exceptions` stand in the slots of the exception's built-in part. BaseExceptionGroup is a built-in
//! type, ExceptionGroup a class made of it and Exception. Mirrors BaseExceptionGroup_new, exceptiongroup_split_recursive and
//! _PyExc_PrepReraiseStar of CPython's Objects/exceptions.c.

use super::{args, exceptions, functions, tuple, value};
use crate::heap::payload::Layout;
use crate::heap::types::NativeType;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::modules::native;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// The two classes.
#[derive(Clone, Copy, Debug)]
pub struct Groups {
    pub base: Ref,
    /// ExceptionGroup, whose members are all Exceptions.
    pub plain: Ref,
}

pub const MEMBERS: &[&str] = &["message", "exceptions"];
const MESSAGE: usize = 0;
const EXCEPTIONS: usize = 1;

const BASE: NativeType = NativeType {
    base: types::BASE_EXCEPTION,
    layout: Layout::Exception,
    dict: true,
    base_type: true,
    ..NativeType::new("BaseExceptionGroup", 88)
};

/// Makes the classes, where the version has them.
pub fn install(vm: &mut Vm) -> PyResult<()> {
    if !vm.heap.profile.has_exception_groups {
        return Ok(());
    }
    let base = native::type_of(vm, "builtins.BaseExceptionGroup", BASE, fill);
    vm.builtin_state.groups = Some(Groups { base, plain: base });
    let plain = make_plain_class(vm, base)?;
    let groups = Groups {
        base,
        plain: plain.get(),
    };
    vm.builtin_state.groups = Some(groups);
    let base = vm.heap.new_ref(base);
    if let Some(dict) = vm.builtin_state.builtins_dict {
        native::bind(vm, dict, "BaseExceptionGroup", base);
        native::bind(vm, dict, "ExceptionGroup", plain);
    }
    Ok(())
}

fn make_plain_class(vm: &mut Vm, base: Ref) -> PyResult {
    let name = vm.heap.new_str("ExceptionGroup");
    let bases = value::counted(&mut vm.heap, &[base, types::EXCEPTION]);
    let bases = vm.heap.new_tuple(bases);
    let namespace = vm.heap.new_dict();
    let module = vm.heap.intern("builtins");
    native::bind(vm, namespace.get(), "__module__", module);
    let arguments = [name.get(), bases.get(), namespace.get()];
    let class = vm.call(types::TYPE, &arguments, &[])?;
    value::release_all(vm, vec![name, bases, namespace]);
    Ok(class)
}

fn fill(vm: &mut Vm, class: Ref) {
    vm.add_new(class, new);
    let getters: [(&str, NativeFn); 2] = [
        ("message", |vm, args| member(vm, args, MESSAGE)),
        ("exceptions", |vm, args| member(vm, args, EXCEPTIONS)),
    ];
    for (name, getter) in getters {
        vm.add_getter(class, name, getter, Some(read_only));
    }
    vm.add_method(class, "__str__", |vm, args| {
        let text = exceptions::str(vm, args.positional[0])?;
        Ok(vm.heap.new_str(&text))
    });
    vm.add_method(class, "__repr__", |vm, args| {
        let text = exceptions::repr(vm, args.positional[0])?;
        Ok(vm.heap.new_str(&text))
    });
    vm.add_method(class, "derive", derive);
    vm.add_method(class, "split", split_method);
    vm.add_method(class, "subgroup", subgroup_method);
}

fn member(vm: &mut Vm, args: Args<'_>, index: usize) -> PyResult {
    let found = exceptions::body(vm, args.positional[0])
        .and_then(|body| body.attributes.slots.get(index).copied().flatten());
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn read_only(vm: &mut Vm, _: Args<'_>) -> PyResult {
    vm.raise(types::ATTRIBUTE_ERROR, "readonly attribute")
}

/// Whether it is a group of exceptions.
pub fn is_group(vm: &Vm, object: Ref) -> bool {
    vm.builtin_state
        .groups
        .is_some_and(|groups| vm.heap.is_instance(object, groups.base))
}

/// The exceptions in a group, borrowed.
pub fn members_of(vm: &Vm, group: Ref) -> Vec<Ref> {
    exceptions::member(vm, group, "exceptions")
        .and_then(|items| vm.heap.tuple(items))
        .map_or(Vec::new(), <[Ref]>::to_vec)
}

/// `message (n sub-exceptions)`.
pub fn text(vm: &mut Vm, group: Ref) -> PyResult<String> {
    let n = members_of(vm, group).len();
    let message = match exceptions::member(vm, group, "message") {
        Some(message) => vm.str(message)?,
        None => String::new(),
    };
    let plural = if n == 1 { "" } else { "s" };
    Ok(format!("{message} ({n} sub-exception{plural})"))
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some(groups) = vm.builtin_state.groups else {
        return Ok(vm.none());
    };
    let (class, args) = args::class_and(vm, &args, groups.base)?;
    let [message, sequence] = *args.positional else {
        let n = args.positional.len();
        return vm.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)"
        ));
    };
    if value::text(&vm.heap, message).is_none() {
        let given = vm.heap.class_name(message);
        return vm.type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {given}"
        ));
    }
    let members = checked_members(vm, sequence)?;
    let class = match class_for(vm, class, members.get()) {
        Ok(class) => class,
        Err(unwind) => {
            vm.release(members);
            return Err(unwind);
        }
    };
    let arguments = value::counted(&mut vm.heap, args.positional);
    let made = exceptions::make(vm, class, arguments);
    exceptions::set_member(vm, made.get(), MESSAGE, message);
    exceptions::set_member(vm, made.get(), EXCEPTIONS, members.get());
    vm.release(members);
    Ok(made)
}

/// The second argument as a tuple of exceptions.
fn checked_members(vm: &mut Vm, sequence: Ref) -> PyResult {
    let is_sequence = vm.heap.list(sequence).is_some()
        || vm.heap.tuple(sequence).is_some()
        || vm.heap.dict(sequence).is_none() && {
            let class = vm.heap.class_of(sequence);
            let name = vm.names.getitem;
            vm.lookup(class, name).is_some()
        };
    if !is_sequence {
        return vm.type_error("second argument (exceptions) must be a sequence");
    }
    let members = tuple::from_iterable(vm, sequence)?;
    let items = vm.heap.tuple(members.get()).unwrap_or(&[]).to_vec();
    if items.is_empty() {
        vm.release(members);
        return vm.value_error("second argument (exceptions) must be a non-empty sequence");
    }
    for (i, item) in items.into_iter().enumerate() {
        if vm.exception(item).is_none() {
            vm.release(members);
            return vm.value_error(format!(
                "Item {i} of second argument (exceptions) is not an exception"
            ));
        }
    }
    Ok(members)
}

/// BaseExceptionGroup of Exceptions is an ExceptionGroup; what is an Exception holds nothing else.
fn class_for(vm: &mut Vm, class: Ref, members: Ref) -> PyResult<Ref> {
    let Some(groups) = vm.builtin_state.groups else {
        return Ok(class);
    };
    let members = vm.heap.tuple(members).unwrap_or(&[]);
    let are_exceptions = members
        .iter()
        .all(|&member| vm.heap.is_instance(member, types::EXCEPTION));
    if are_exceptions {
        return Ok(if class == groups.base {
            groups.plain
        } else {
            class
        });
    }
    if class == groups.plain {
        return vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    }
    if vm.heap.is_subclass(class, types::EXCEPTION) {
        let name = vm.heap.type_body(class).name.clone();
        return vm.type_error(format!("Cannot nest BaseExceptions in '{name}'"));
    }
    Ok(class)
}

/// BaseExceptionGroup(message, members).
fn make_group(vm: &mut Vm, message: Ref, members: Ref) -> PyResult {
    match vm.builtin_state.groups {
        Some(groups) => vm.call(groups.base, &[message, members], &[]),
        None => Ok(vm.none()),
    }
}

/// A group without a message.
fn make_nameless_group(vm: &mut Vm, members: Owned) -> PyResult {
    let message = vm.heap.new_str("");
    let group = make_group(vm, message.get(), members.get());
    vm.release(message);
    vm.release(members);
    group
}

fn derive(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (group, members) = args::receiver_and_one(vm, &args, "BaseExceptionGroup.derive")?;
    let message = exceptions::member(vm, group, "message").unwrap_or(Ref::NONE);
    make_group(vm, message, members)
}

// ---- splitting ----

/// Which exceptions are asked for.
#[derive(Clone, Copy)]
enum Matcher<'a> {
    /// Those of a class, or of a tuple of classes.
    Classes(Ref),
    /// Those for which a function says yes.
    Predicate(Ref),
    /// These very ones.
    Leaves(&'a [Ref]),
}

/// What matches, and what does not.
#[derive(Default)]
struct Split {
    matching: Option<Owned>,
    rest: Option<Owned>,
}

fn split_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (group, wanted) = args::receiver_and_one(vm, &args, "BaseExceptionGroup.split")?;
    let matcher = matcher(vm, wanted)?;
    let split = split(vm, group, matcher, true)?;
    let matching = split.matching.unwrap_or_else(|| vm.none());
    let rest = split.rest.unwrap_or_else(|| vm.none());
    Ok(tuple::of(vm, vec![matching, rest]))
}

fn subgroup_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (group, wanted) = args::receiver_and_one(vm, &args, "BaseExceptionGroup.subgroup")?;
    let matcher = matcher(vm, wanted)?;
    let split = split(vm, group, matcher, false)?;
    Ok(split.matching.unwrap_or_else(|| vm.none()))
}

fn matcher<'a>(vm: &mut Vm, wanted: Ref) -> PyResult<Matcher<'a>> {
    let is_class = |vm: &Vm, class: Ref| vm.heap.is_exception_class(class);
    let takes_callables = vm.heap.profile.groups_split_by_callables;
    let is_function = matches!(vm.heap.payload_of(wanted), Some(Payload::Function(_)));
    let is_callable = takes_callables
        && vm.heap.type_body_opt(wanted).is_none()
        && functions::is_callable(vm, wanted);
    if is_function || is_callable {
        return Ok(Matcher::Predicate(wanted));
    }
    let are_classes = vm
        .heap
        .tuple(wanted)
        .is_some_and(|classes| classes.iter().all(|&class| is_class(vm, class)));
    if are_classes || is_class(vm, wanted) {
        return Ok(Matcher::Classes(wanted));
    }
    vm.type_error(if takes_callables {
        "expected an exception type, a tuple of exception types, or a callable (other than a class)"
    } else {
        "expected a function, exception type or tuple of exception types"
    })
}

/// Whether the exception is of that class, or of one in the tuple of classes.
pub fn is_of_classes(vm: &Vm, exception: Ref, classes: Ref) -> bool {
    match vm.heap.tuple(classes) {
        Some(classes) => classes
            .iter()
            .any(|&class| is_of_classes(vm, exception, class)),
        None => vm.heap.is_instance(exception, classes),
    }
}

fn matches(vm: &mut Vm, exception: Ref, matcher: Matcher<'_>) -> PyResult<bool> {
    match matcher {
        Matcher::Classes(classes) => Ok(is_of_classes(vm, exception, classes)),
        Matcher::Predicate(function) => {
            let answer = vm.call(function, &[exception], &[])?;
            let truth = vm.truth(answer.get());
            vm.release(answer);
            truth
        }
        Matcher::Leaves(leaves) => Ok(!is_group(vm, exception) && leaves.contains(&exception)),
    }
}

fn split(vm: &mut Vm, exception: Ref, matcher: Matcher<'_>, wants_rest: bool) -> PyResult<Split> {
    if matches(vm, exception, matcher)? {
        return Ok(Split {
            matching: Some(vm.heap.new_ref(exception)),
            rest: None,
        });
    }
    if !is_group(vm, exception) {
        return Ok(Split {
            matching: None,
            rest: wants_rest.then(|| vm.heap.new_ref(exception)),
        });
    }
    vm.enter_recursion(" in exceptiongroup_split_recursive")?;
    let split = split_members(vm, exception, matcher, wants_rest);
    vm.leave_recursion();
    let (matching, rest) = split?;
    Ok(Split {
        matching: subset(vm, exception, matching)?,
        rest: subset(vm, exception, rest)?,
    })
}

fn split_members(
    vm: &mut Vm,
    group: Ref,
    matcher: Matcher<'_>,
    wants_rest: bool,
) -> PyResult<(Vec<Owned>, Vec<Owned>)> {
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members_of(vm, group) {
        let split = split(vm, member, matcher, wants_rest)?;
        matching.extend(split.matching);
        rest.extend(split.rest);
    }
    Ok((matching, rest))
}

/// What derive() makes of some of a group's exceptions, with the group's own traceback, cause, context and notes; none
/// where there are none.
fn subset(vm: &mut Vm, group: Ref, members: Vec<Owned>) -> PyResult<Option<Owned>> {
    if members.is_empty() {
        return Ok(None);
    }
    let members = vm.heap.new_list(value::into_counted(members));
    let method = vm.get_attribute_text(group, "derive")?;
    let derived = vm.call(method.get(), &[members.get()], &[]);
    vm.release(method);
    vm.release(members);
    let derived = derived?;
    if !is_group(vm, derived.get()) {
        vm.release(derived);
        return vm.type_error("derive must return an instance of BaseExceptionGroup");
    }
    copy_metadata(vm, group, derived.get())?;
    Ok(Some(derived))
}

fn copy_metadata(vm: &mut Vm, from: Ref, to: Ref) -> PyResult<()> {
    let Some((traceback, context, cause)) =
        exceptions::body(vm, from).map(|body| (body.traceback, body.context, body.cause))
    else {
        return Ok(());
    };
    for part in [traceback, context, cause].into_iter().flatten() {
        vm.heap.incref(part);
    }
    if let Some(body) = exceptions::body_mut(vm, to) {
        let old = [
            std::mem::replace(&mut body.traceback, traceback),
            std::mem::replace(&mut body.context, context),
            std::mem::replace(&mut body.cause, cause),
        ];
        body.suppress_context = true;
        for part in old.into_iter().flatten() {
            vm.release_ref(part);
        }
    }
    let Some(notes) = super::attribute_or_none(vm, from, "__notes__")? else {
        return Ok(());
    };
    if let Some(items) = vm.heap.list(notes.get()) {
        let items = items.to_vec();
        let items = value::counted(&mut vm.heap, &items);
        let copy = vm.heap.new_list(items);
        let name = vm.heap.intern("__notes__");
        vm.set_attribute(to, name.get(), copy.get())?;
        vm.release(name);
        vm.release(copy);
    }
    vm.release(notes);
    Ok(())
}

// ---- except* ----

/// What an `except* classes` takes of an exception, and what it leaves.
pub fn match_star(
    vm: &mut Vm,
    exception: Ref,
    classes: Ref,
) -> PyResult<(Option<Owned>, Option<Owned>)> {
    if exception == Ref::NONE {
        return Ok((None, None));
    }
    if is_of_classes(vm, exception, classes) {
        if is_group(vm, exception) {
            return Ok((Some(vm.heap.new_ref(exception)), None));
        }
        let member = vm.heap.new_ref(exception).into_counted();
        let members = vm.heap.new_tuple(vec![member]);
        let group = make_nameless_group(vm, members)?;
        if vm.heap.profile.wrapping_groups_have_traceback {
            vm.add_traceback(group.get());
        }
        return Ok((Some(group), None));
    }
    if !is_group(vm, exception) {
        return Ok((None, Some(vm.heap.new_ref(exception))));
    }
    let method = vm.get_attribute_text(exception, "split")?;
    let pair = vm.call(method.get(), &[classes], &[]);
    vm.release(method);
    let pair = pair?;
    let Some(&[matching, rest, ..]) = vm.heap.tuple(pair.get()) else {
        let given = vm.heap.class_name(pair.get());
        let group = vm.heap.class_name(exception);
        vm.release(pair);
        return vm.type_error(format!("{group}.split must return a tuple, not {given}"));
    };
    let some = |vm: &mut Vm, part: Ref| (part != Ref::NONE).then(|| vm.heap.new_ref(part));
    let parts = (some(vm, matching), some(vm, rest));
    vm.release(pair);
    Ok(parts)
}

/// What is raised at the end of a `try` with `except*`: of `raised`, one for each clause and the rest.
pub fn to_reraise(vm: &mut Vm, original: Ref, raised: &[Ref]) -> PyResult<Option<Owned>> {
    if !is_group(vm, original) {
        // It was wrapped, and one clause at most ran.
        let first = raised.first().copied().filter(|&it| it != Ref::NONE);
        return Ok(first.map(|first| vm.heap.new_ref(first)));
    }
    let (mut new, mut old) = (Vec::new(), Vec::new());
    for &exception in raised.iter().filter(|&&it| it != Ref::NONE) {
        if is_part_of(vm, exception, original) {
            old.push(exception);
        } else {
            new.push(vm.heap.new_ref(exception));
        }
    }
    let kept = if old.is_empty() {
        None
    } else {
        let mut leaves = Vec::new();
        old.iter()
            .for_each(|&part| add_leaves(vm, part, &mut leaves));
        split(vm, original, Matcher::Leaves(&leaves), false)?.matching
    };
    if new.is_empty() {
        return Ok(kept);
    }
    new.extend(kept);
    if new.len() == 1 {
        return Ok(new.pop());
    }
    let members = vm.heap.new_list(value::into_counted(new));
    make_nameless_group(vm, members).map(Some)
}

/// Whether split() made the exception of that group, by what both share.
fn is_part_of(vm: &Vm, exception: Ref, original: Ref) -> bool {
    let (Some(a), Some(b)) = (
        exceptions::body(vm, exception),
        exceptions::body(vm, original),
    ) else {
        return false;
    };
    is_group(vm, exception)
        && a.traceback == b.traceback
        && a.cause == b.cause
        && a.context == b.context
}

fn add_leaves(vm: &Vm, exception: Ref, leaves: &mut Vec<Ref>) {
    let mut waiting = vec![exception];
    while let Some(next) = waiting.pop() {
        if is_group(vm, next) {
            waiting.extend(members_of(vm, next));
        } else {
            leaves.push(next);
        }
    }
}
