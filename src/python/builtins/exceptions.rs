//! Exceptions as objects: making, arguments, attributes, texts. Raising and unwinding are the interpreter's.
//!
//! What a class has beyond BaseException (`value`, `code`, `name`, `obj`, `errno` …) stands in the slots of the exception's
//! built-in part, in the order of [`members`]. Mirrors Objects/exceptions.c.

pub use super::exception_texts::{repr, str};
use super::{args, exception_parts, tuple, value};
use crate::heap::payload::{Base, Exception};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Unwind, Vm};

/// The attributes of a class that stand in slots. A class's own come with its base's, so that positions never clash.
pub fn members(vm: &Vm, class: Ref) -> &'static [&'static str] {
    const ALL: [(Ref, &[&str]); 9] = [
        (types::STOP_ITERATION, &["value"]),
        (types::SYSTEM_EXIT, &["code"]),
        (types::IMPORT_ERROR, &["msg", "name", "path", "name_from"]),
        (types::NAME_ERROR, &["name"]),
        (types::ATTRIBUTE_ERROR, &["name", "obj"]),
        (
            types::OS_ERROR,
            &["errno", "strerror", "filename", "filename2"],
        ),
        (
            types::SYNTAX_ERROR,
            &[
                "msg",
                "filename",
                "lineno",
                "offset",
                "text",
                "end_lineno",
                "end_offset",
            ],
        ),
        (types::UNICODE_DECODE_ERROR, UNICODE),
        (types::UNICODE_ENCODE_ERROR, UNICODE),
    ];
    if let Some(groups) = vm.builtin_state.groups
        && vm.heap.is_subclass(class, groups.base)
    {
        return super::exception_groups::MEMBERS;
    }
    ALL.iter()
        .find(|(base, _)| vm.heap.is_subclass(class, *base))
        .map_or(&[], |(_, names)| names)
}

const UNICODE: &[&str] = &["encoding", "object", "start", "end", "reason"];

pub fn install(vm: &mut Vm) {
    vm.add_new(types::BASE_EXCEPTION, new);
    vm.add_method(types::BASE_EXCEPTION, "__init__", init);
    let special: [(Ref, NativeFn); 9] = [
        (types::STOP_ITERATION, init_first),
        (types::SYSTEM_EXIT, init_system_exit),
        (types::IMPORT_ERROR, init_import_error),
        (types::NAME_ERROR, init_named),
        (types::ATTRIBUTE_ERROR, init_named),
        (types::OS_ERROR, init_os_error),
        (types::SYNTAX_ERROR, init_syntax_error),
        (types::UNICODE_DECODE_ERROR, init_members),
        (types::UNICODE_ENCODE_ERROR, init_members),
    ];
    for (class, init) in special {
        vm.add_method(class, "__init__", init);
        for (index, name) in members(vm, class).iter().enumerate() {
            let (getter, setter) = MEMBER_ACCESS[index];
            let is_there = vm.heap.profile.errors_name_their_cause
                || !matches!(class, types::NAME_ERROR | types::ATTRIBUTE_ERROR);
            let is_there =
                is_there && (*name != "name_from" || vm.heap.profile.errors.suggests_more);
            if is_there {
                vm.add_getter(class, name, getter, Some(setter));
            }
        }
    }
    let class = types::BASE_EXCEPTION;
    if vm.heap.profile.exceptions_have_notes {
        vm.add_method(class, "add_note", add_note);
    }
    vm.add_method(class, "__reduce__", reduce);
    exception_parts::install(vm);
}

/// The built-in part of an exception.
pub fn body(vm: &Vm, exception: Ref) -> Option<&Exception> {
    match vm.heap.payload_of(exception)? {
        Payload::Exception(body) => Some(body),
        Payload::Derived(derived) => match &derived.base {
            Base::Exception(body) => Some(body),
            _ => None,
        },
        _ => None,
    }
}

pub fn body_mut(vm: &mut Vm, exception: Ref) -> Option<&mut Exception> {
    if !exception.is_container() {
        return None;
    }
    match vm.heap.payload_mut(exception) {
        Payload::Exception(body) => Some(body),
        Payload::Derived(derived) => match &mut derived.base {
            Base::Exception(body) => Some(body),
            _ => None,
        },
        _ => None,
    }
}

/// An exception of that class, whose `__init__` has not run, with these arguments.
pub fn make(vm: &mut Vm, class: Ref, arguments: Vec<Ref>) -> Owned {
    let n_members = members(vm, class).len();
    let mut made = Exception::default();
    made.attributes.slots.resize(n_members, None);
    made.args = Some(vm.heap.new_tuple(arguments).into_counted());
    if value::is_python_class(&vm.heap, class) {
        return value::new_derived(vm, class, Base::Exception(Box::new(made)));
    }
    let new = vm.heap.alloc(class, Payload::Exception(Box::new(made)));
    vm.heap.track(new.get());
    new
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::BASE_EXCEPTION)?;
    let class = match args.positional {
        // OSError itself makes the subclass for the number of the error.
        [errno, _, ..] if class == types::OS_ERROR && args.positional.len() <= 5 => {
            vm.heap.as_i64(*errno).map_or(class, os_error_class)
        }
        _ => class,
    };
    let arguments = value::counted(&mut vm.heap, args.positional);
    Ok(make(vm, class, arguments))
}

/// Linux's numbers of errors that have a class of their own.
pub fn os_error_class(errno: i64) -> Ref {
    match errno {
        11 | 114 | 115 => types::BLOCKING_IO_ERROR,
        32 | 108 => types::BROKEN_PIPE_ERROR,
        10 => types::CHILD_PROCESS_ERROR,
        103 => types::CONNECTION_ABORTED_ERROR,
        111 => types::CONNECTION_REFUSED_ERROR,
        104 => types::CONNECTION_RESET_ERROR,
        17 => types::FILE_EXISTS_ERROR,
        2 => types::FILE_NOT_FOUND_ERROR,
        21 => types::IS_A_DIRECTORY_ERROR,
        20 => types::NOT_A_DIRECTORY_ERROR,
        4 => types::INTERRUPTED_ERROR,
        1 | 13 => types::PERMISSION_ERROR,
        3 => types::PROCESS_LOOKUP_ERROR,
        110 => types::TIMEOUT_ERROR,
        _ => types::OS_ERROR,
    }
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if !args.keywords.is_empty() {
        let class = vm.heap.class_name(args.positional[0]);
        return vm.type_error(format!("{class}() takes no keyword arguments"));
    }
    set_arguments(vm, args.positional[0], &args.positional[1..]);
    Ok(vm.none())
}

fn set_arguments(vm: &mut Vm, exception: Ref, arguments: &[Ref]) {
    let is_same = body(vm, exception)
        .and_then(|body| vm.heap.tuple(body.args?))
        .is_some_and(|old| old == arguments);
    if is_same {
        return;
    }
    let arguments = value::counted(&mut vm.heap, arguments);
    let arguments = vm.heap.new_tuple(arguments).into_counted();
    let old = body_mut(vm, exception).and_then(|body| body.args.replace(arguments));
    if let Some(old) = old {
        vm.release_ref(old);
    }
}

/// Puts a value into the member of that position.
pub fn set_member(vm: &mut Vm, exception: Ref, index: usize, value: Ref) {
    let n_members = body(vm, exception).map_or(0, |body| body.attributes.slots.len());
    if index >= n_members {
        // Its class has no such member: nobody would give the reference back.
        return;
    }
    vm.heap.incref(value);
    let old = body_mut(vm, exception).and_then(|body| {
        let slot = body.attributes.slots.get_mut(index)?;
        slot.replace(value)
    });
    if let Some(old) = old {
        vm.release_ref(old);
    }
}

/// As [`set_member`], by the attribute's name; nothing where the class has no such member.
pub fn set_member_named(vm: &mut Vm, exception: Ref, name: &str, value: Ref) {
    let class = vm.heap.class_of(exception);
    if let Some(index) = members(vm, class).iter().position(|member| *member == name) {
        set_member(vm, exception, index, value);
    }
}

/// The member's value; none when it is not set.
pub fn member(vm: &Vm, exception: Ref, name: &str) -> Option<Ref> {
    let index = members(vm, vm.heap.class_of(exception))
        .iter()
        .position(|member| *member == name)?;
    body(vm, exception)?.attributes.slots.get(index).copied()?
}

fn get_member<const INDEX: usize>(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let found = body(vm, args.positional[0])
        .and_then(|body| body.attributes.slots.get(INDEX).copied().flatten());
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn assign_member<const INDEX: usize>(vm: &mut Vm, args: Args<'_>) -> PyResult {
    match args.positional[1..] {
        [value, ..] => set_member(vm, args.positional[0], INDEX, value),
        [] => delete_member(vm, args.positional[0], INDEX)?,
    }
    Ok(vm.none())
}

fn delete_member(vm: &mut Vm, exception: Ref, index: usize) -> PyResult<()> {
    let class = vm.heap.class_of(exception);
    if let Some(&("start" | "end")) = members(vm, class).get(index) {
        return vm.type_error("can't delete numeric/char attribute");
    }
    let old = body_mut(vm, exception).and_then(|body| {
        let slot = body.attributes.slots.get_mut(index)?;
        slot.take()
    });
    if let Some(old) = old {
        vm.release_ref(old);
    }
    Ok(())
}

const MEMBER_ACCESS: [(NativeFn, NativeFn); 7] = [
    (get_member::<0>, assign_member::<0>),
    (get_member::<1>, assign_member::<1>),
    (get_member::<2>, assign_member::<2>),
    (get_member::<3>, assign_member::<3>),
    (get_member::<4>, assign_member::<4>),
    (get_member::<5>, assign_member::<5>),
    (get_member::<6>, assign_member::<6>),
];

/// StopIteration: `value` is the first argument.
fn init_first(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init(vm, args)?;
    let first = args.positional.get(1).copied().unwrap_or(Ref::NONE);
    set_member(vm, args.positional[0], 0, first);
    Ok(done)
}

fn init_system_exit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init(vm, args)?;
    match args.positional[1..] {
        [] => {}
        [code] => set_member(vm, args.positional[0], 0, code),
        ref all => {
            let all = value::counted(&mut vm.heap, all);
            let all = vm.heap.new_tuple(all);
            set_member(vm, args.positional[0], 0, all.get());
            vm.release(all);
        }
    }
    Ok(done)
}

/// Takes the keyword arguments that are members of the class.
fn init_keywords(vm: &mut Vm, args: Args<'_>, base: Ref, allowed: &[&str]) -> PyResult {
    for &(keyword, value) in args.keywords {
        let name = vm.heap.str_rc(keyword).unwrap_or_default();
        if !allowed.contains(&&*name) {
            let class = vm.heap.type_body(base).name.clone();
            return args::unknown_keyword(vm, &class, &name);
        }
        set_member_named(vm, args.positional[0], &name, value);
    }
    set_arguments(vm, args.positional[0], &args.positional[1..]);
    Ok(vm.none())
}

fn init_import_error(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init_keywords(vm, args, types::IMPORT_ERROR, &["name", "path"])?;
    if let [message] = args.positional[1..] {
        set_member(vm, args.positional[0], 0, message);
    }
    Ok(done)
}

/// NameError and AttributeError.
fn init_named(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if !vm.heap.profile.errors_name_their_cause {
        return init(vm, args);
    }
    let is_name = vm.heap.is_instance(args.positional[0], types::NAME_ERROR);
    if is_name {
        init_keywords(vm, args, types::NAME_ERROR, &["name"])
    } else {
        init_keywords(vm, args, types::ATTRIBUTE_ERROR, &["name", "obj"])
    }
}

fn init_os_error(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init(vm, args)?;
    let exception = args.positional[0];
    let given = &args.positional[1..];
    if (2..=5).contains(&given.len()) {
        set_member(vm, exception, 0, given[0]);
        set_member(vm, exception, 1, given[1]);
        if let Some(&filename) = given.get(2) {
            set_member(vm, exception, 2, filename);
            // The file's name is an attribute, no argument.
            set_arguments(vm, exception, &given[..2]);
        }
        if let Some(&filename) = given.get(4) {
            set_member(vm, exception, 3, filename);
        }
    }
    Ok(done)
}

fn init_syntax_error(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init(vm, args)?;
    let exception = args.positional[0];
    let Some(&message) = args.positional.get(1) else {
        return Ok(done);
    };
    set_member(vm, exception, 0, message);
    let Some(&details) = args.positional.get(2) else {
        return Ok(done);
    };
    let details = vm.collect_iterable(details)?;
    for (index, detail) in details.iter().take(6).enumerate() {
        set_member(vm, exception, index + 1, detail.get());
    }
    value::release_all(vm, details);
    Ok(done)
}

/// The Unicode errors: each member is an argument.
fn init_members(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let done = init(vm, args)?;
    let given = &args.positional[1..];
    if given.len() != UNICODE.len() {
        let n = given.len();
        return vm.type_error(format!("function takes exactly 5 arguments ({n} given)"));
    }
    for (index, &argument) in given.iter().enumerate() {
        set_member(vm, args.positional[0], index, argument);
    }
    Ok(done)
}

fn add_note(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (exception, note) = args::receiver_and_one(vm, &args, "BaseException.add_note")?;
    if value::text(&vm.heap, note).is_none() {
        let class = vm.heap.class_name(note);
        let text = fill(vm.heap.profile.texts.note_is_no_text, &[&class]);
        return vm.type_error(text);
    }
    let notes = match super::attribute_or_none(vm, exception, "__notes__")? {
        Some(notes) => notes,
        None => {
            let notes = vm.heap.new_list(Vec::new());
            let name = vm.heap.intern("__notes__");
            vm.set_attribute(exception, name.get(), notes.get())?;
            vm.release(name);
            notes
        }
    };
    if vm.heap.list(notes.get()).is_some() {
        vm.heap.incref(note);
        vm.heap.list_append_item(notes.get(), note);
    }
    vm.release(notes);
    Ok(vm.none())
}

fn reduce(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = vm.heap.class_of(args.positional[0]);
    let class = vm.heap.new_ref(class);
    let arguments = exception_parts::get_args(vm, args)?;
    Ok(tuple::of(vm, vec![class, arguments]))
}

pub(super) fn arguments(vm: &Vm, exception: Ref) -> Vec<Ref> {
    body(vm, exception)
        .and_then(|body| vm.heap.tuple(body.args?))
        .unwrap_or(&[])
        .to_vec()
}

/// Raises an exception of a built-in class with these arguments, its `__init__` done.
pub fn raise_with<T>(vm: &mut Vm, class: Ref, arguments: Vec<Owned>) -> PyResult<T> {
    let given: Vec<Ref> = arguments.iter().map(Owned::get).collect();
    let counted = value::counted(&mut vm.heap, &given);
    let error = vm.new_exception(class, counted);
    for (index, &value) in given.iter().enumerate() {
        set_member(vm, error.get(), index, value);
    }
    value::release_all(vm, arguments);
    vm.raise_error(error)
}

/// KeyError(key).
pub fn key_error<T>(vm: &mut Vm, key: Ref) -> PyResult<T> {
    let key = vm.heap.new_ref(key);
    raise_with(vm, types::KEY_ERROR, vec![key])
}

/// Forgets an exception of that class; anything else goes on.
pub fn catch(vm: &mut Vm, unwind: Unwind, class: Ref) -> Result<(), Unwind> {
    match unwind {
        Unwind::Raised(exception) if vm.heap.is_instance(exception.get(), class) => {
            vm.release(exception);
            Ok(())
        }
        other => Err(other),
    }
}

/// A TypeError about a key that cannot be hashed, in the words that name its use; an empty template leaves it alone.
pub fn name_unhashable(
    vm: &mut Vm,
    hash: PyResult<i64>,
    key: Ref,
    template: &str,
) -> PyResult<i64> {
    match hash {
        Err(Unwind::Raised(error))
            if !template.is_empty() && vm.heap.class_of(error.get()) == types::TYPE_ERROR =>
        {
            let own = str(vm, error.get())?;
            vm.release(error);
            let class = vm.unambiguous_class_name(vm.heap.class_of(key));
            vm.type_error(crate::profile::texts::fill(template, &[&class, &own]))
        }
        other => other,
    }
}
