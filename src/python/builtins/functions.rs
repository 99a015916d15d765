//! The functions of the builtins module, as far as they need no look at frames. Mirrors Python/bltinmodule.c.

use super::value::{self, Int, Number};
use super::{args, exceptions, int, numbers, output, sort, text};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::code::{BinaryOperator, Comparison};
use crate::python::vm::{Args, NativeFn, PyResult, Unwind, Vm};

/// Types that have a name in the builtins module, beside the exceptions.
const NAMED_TYPES: [Ref; 25] = [
    types::OBJECT,
    types::TYPE,
    types::INT,
    types::BOOL,
    types::FLOAT,
    types::STR,
    types::BYTES,
    types::LIST,
    types::TUPLE,
    types::DICT,
    types::SET,
    types::FROZENSET,
    types::RANGE,
    types::SLICE,
    types::PROPERTY,
    types::STATICMETHOD,
    types::CLASSMETHOD,
    types::SUPER,
    types::ENUMERATE,
    types::ZIP,
    types::MAP,
    types::FILTER,
    types::REVERSED,
    types::BASE_EXCEPTION,
    types::EXCEPTION,
];

pub fn install(vm: &mut Vm, module: Ref) {
    let functions: [(&str, NativeFn); 36] = [
        ("print", output::print),
        ("input", output::input),
        ("len", len),
        ("id", id),
        ("hash", hash),
        ("repr", repr),
        ("ascii", ascii),
        ("format", format),
        ("isinstance", isinstance),
        ("issubclass", issubclass),
        ("hasattr", hasattr),
        ("getattr", getattr),
        ("setattr", setattr),
        ("delattr", delattr),
        ("callable", callable),
        ("sum", sum),
        ("min", |vm, args| extreme(vm, args, "min", Comparison::Lt)),
        ("max", |vm, args| extreme(vm, args, "max", Comparison::Gt)),
        ("abs", abs),
        ("round", round),
        ("sorted", sort::sorted),
        ("any", |vm, args| any_or_all(vm, args, "any", true)),
        ("all", |vm, args| any_or_all(vm, args, "all", false)),
        ("iter", iter),
        ("next", next),
        ("hex", |vm, args| to_base(vm, args, "hex", 16)),
        ("oct", |vm, args| to_base(vm, args, "oct", 8)),
        ("bin", |vm, args| to_base(vm, args, "bin", 2)),
        ("chr", chr),
        ("ord", ord),
        ("divmod", divmod),
        ("pow", pow),
        ("vars", vars),
        ("dir", dir),
        ("aiter", not_async),
        ("anext", not_async),
    ];
    for (name, function) in functions {
        vm.add_function(module, name, function);
    }
    let mut named = NAMED_TYPES.to_vec();
    named.extend(
        types::builtin_types().filter(|&class| vm.heap.is_subclass(class, types::BASE_EXCEPTION)),
    );
    for class in named {
        let name = vm.heap.type_body(class).name.clone();
        bind(vm, module, &name, class);
    }
    let others = [
        ("None", Ref::NONE),
        ("True", Ref::TRUE),
        ("False", Ref::FALSE),
        ("NotImplemented", Ref::NOT_IMPLEMENTED),
        ("Ellipsis", Ref::ELLIPSIS),
        ("__debug__", Ref::TRUE),
        ("EnvironmentError", types::OS_ERROR),
        ("IOError", types::OS_ERROR),
    ];
    for (name, value) in others {
        bind(vm, module, name, value);
    }
}

/// Binds a name in a module's dict.
pub fn bind(vm: &mut Vm, dict: Ref, name: &str, value: Ref) {
    vm.heap.incref(value);
    if let Some(old) = vm.heap.dict_set_text(dict, name, value) {
        vm.release_ref(old);
    }
}

fn not_async(vm: &mut Vm, _: Args<'_>) -> PyResult {
    vm.raise(
        types::NOT_IMPLEMENTED_ERROR,
        "gcscope does not run asynchronous code",
    )
}

fn len(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "len")?;
    let length = vm.len(object)?;
    Ok(vm.heap.new_int(length as i64))
}

fn id(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "id")?;
    let address = vm.heap.address_of(object);
    Ok(vm.heap.new_int(address as i64))
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "hash")?;
    let hash = vm.hash(object)?;
    Ok(vm.heap.new_int(hash))
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "repr")?;
    let shown = vm.repr(object)?;
    Ok(vm.heap.new_str(&shown))
}

fn ascii(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "ascii")?;
    let shown = vm.repr(object)?;
    Ok(vm.heap.new_str(&text::escape_non_ascii(&shown)))
}

fn format(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "format", 1, 2)?;
    let spec = match given.get(1) {
        Some(&spec) => args::text(vm, spec, "format", "2 ")?,
        None => "".into(),
    };
    let shown = format_object(vm, given[0], &spec)?;
    Ok(vm.heap.new_str(&shown))
}

/// format(object, spec): `__format__` of the object's class.
pub fn format_object(vm: &mut Vm, object: Ref, spec: &str) -> PyResult<String> {
    if !value::is_python_instance(&vm.heap, object)
        && let Some(shown) = super::format_value(vm, object, spec)?
    {
        return Ok(shown);
    }
    let spec = vm.heap.new_str(spec);
    let shown = vm.call_special(object, "__format__", &[spec.get()]);
    vm.release(spec);
    let Some(shown) = shown? else {
        return vm.str(object);
    };
    match value::text(&vm.heap, shown.get()) {
        Some(text) => {
            vm.release(shown);
            Ok(text.to_string())
        }
        None => {
            let class = vm.heap.class_name(shown.get());
            vm.type_error(format!("__format__ must return a str, not {class}"))
        }
    }
}

fn isinstance(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "isinstance", 2, 2)?;
    let found = is_instance(vm, given[0], given[1])?;
    Ok(vm.bool(found))
}

/// isinstance(object, classes), tuples of classes within one another included.
pub fn is_instance(vm: &mut Vm, object: Ref, classes: Ref) -> PyResult<bool> {
    if vm.heap.class_of(object) == classes {
        return Ok(true);
    }
    let mut left = vec![classes];
    while let Some(class) = left.pop() {
        if let Some(more) = vm
            .heap
            .tuple(class)
            .filter(|_| vm.heap.type_body_opt(class).is_none())
        {
            left.extend(more.iter().rev());
            continue;
        }
        if value::is_python_instance(&vm.heap, class)
            && super::overrides(vm, class, "__instancecheck__")
            && let Some(result) = vm.call_special(class, "__instancecheck__", &[object])?
        {
            let truth = vm.truth(result.get());
            vm.release(result);
            if truth? {
                return Ok(true);
            }
            continue;
        }
        if vm.heap.type_body_opt(class).is_none() {
            let message = vm.heap.profile.texts.isinstance_classes;
            return vm.type_error(message);
        }
        if vm.heap.is_instance(object, class) || claims_class(vm, object, class)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `object.__class__` says another class than the real one (a weakref.proxy does).
fn claims_class(vm: &mut Vm, object: Ref, class: Ref) -> PyResult<bool> {
    let is_proxy =
        matches!(vm.heap.payload_of(object), Some(Payload::WeakRef(body)) if body.is_proxy);
    let defines_class =
        value::is_python_instance(&vm.heap, object) && super::overrides(vm, object, "__class__");
    if !is_proxy && !defines_class {
        return Ok(false);
    }
    let Some(claimed) = super::attribute_or_none(vm, object, "__class__")? else {
        return Ok(false);
    };
    let is_class = vm.heap.type_body_opt(claimed.get()).is_some();
    let found = is_class && vm.heap.is_subclass(claimed.get(), class);
    vm.release(claimed);
    Ok(found)
}

fn issubclass(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "issubclass", 2, 2)?;
    let found = is_subclass(vm, given[0], given[1])?;
    Ok(vm.bool(found))
}

fn is_subclass(vm: &mut Vm, class: Ref, classes: Ref) -> PyResult<bool> {
    let mut left = vec![classes];
    while let Some(base) = left.pop() {
        if let Some(more) = vm.heap.tuple(base) {
            left.extend(more.iter().rev());
            continue;
        }
        if value::is_python_instance(&vm.heap, base)
            && super::overrides(vm, base, "__subclasscheck__")
            && let Some(result) = vm.call_special(base, "__subclasscheck__", &[class])?
        {
            let truth = vm.truth(result.get());
            vm.release(result);
            if truth? {
                return Ok(true);
            }
            continue;
        }
        if vm.heap.type_body_opt(class).is_none() {
            return vm.type_error("issubclass() arg 1 must be a class");
        }
        if vm.heap.type_body_opt(base).is_none() {
            let message = vm.heap.profile.texts.issubclass_classes;
            return vm.type_error(message);
        }
        if vm.heap.is_subclass(class, base) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// An attribute's name: a str, interned.
fn attribute_name(vm: &mut Vm, name: Ref, function: &str) -> PyResult {
    match value::text(&vm.heap, name) {
        Some(text) => Ok(vm.heap.intern(&text)),
        None => {
            let class = vm.heap.class_name(name);
            let message = fill(vm.heap.profile.texts.attribute_name, &[function, &class]);
            vm.type_error(message)
        }
    }
}

fn hasattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "hasattr", 2, 2)?;
    let name = attribute_name(vm, given[1], "hasattr")?;
    let found = vm.get_attribute(given[0], name.get());
    vm.release(name);
    let has = match found {
        Ok(value) => {
            vm.release(value);
            true
        }
        Err(error) => {
            exceptions::catch(vm, error, types::ATTRIBUTE_ERROR)?;
            false
        }
    };
    Ok(vm.bool(has))
}

fn getattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "getattr", 2, 3)?;
    let name = attribute_name(vm, given[1], "getattr")?;
    let found = vm.get_attribute(given[0], name.get());
    vm.release(name);
    match (found, given.get(2)) {
        (Err(error), Some(&default)) => {
            exceptions::catch(vm, error, types::ATTRIBUTE_ERROR)?;
            Ok(vm.heap.new_ref(default))
        }
        (found, _) => found,
    }
}

fn setattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "setattr", 3, 3)?;
    let name = attribute_name(vm, given[1], "setattr")?;
    let set = vm.set_attribute(given[0], name.get(), given[2]);
    vm.release(name);
    set?;
    Ok(vm.none())
}

fn delattr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "delattr", 2, 2)?;
    let name = attribute_name(vm, given[1], "delattr")?;
    let deleted = vm.delete_attribute(given[0], name.get());
    vm.release(name);
    deleted?;
    Ok(vm.none())
}

fn callable(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "callable")?;
    let is_callable = is_callable(vm, object);
    Ok(vm.bool(is_callable))
}

pub fn is_callable(vm: &Vm, object: Ref) -> bool {
    match vm.heap.payload_of(object) {
        Some(
            Payload::Function(_)
            | Payload::Builtin(_)
            | Payload::BoundMethod(_)
            | Payload::Type(_)
            | Payload::StaticMethod(_),
        ) => true,
        Some(Payload::WeakRef(body)) => {
            !body.is_proxy || vm.heap.class_of(object) == types::CALLABLE_PROXY
        }
        _ => super::find_in_class(vm, vm.heap.class_of(object), "__call__").is_some(),
    }
}

/// sum(iterable, start). Ints and floats are added as CPython's quick paths do, floats with a running correction where the
/// version has one.
fn sum(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if args.positional.is_empty() {
        return vm.type_error("sum() takes at least 1 positional argument (0 given)");
    }
    let [iterable, start] = args::named(vm, &args, "sum", ["iterable", "start"], 1, 2)?;
    if let Some(start) = start {
        if value::text(&vm.heap, start).is_some() {
            return vm.type_error("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if value::bytes(&vm.heap, start).is_some() {
            return vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]");
        }
    }
    let iterator = vm.iter(iterable.unwrap_or(Ref::NONE))?;
    let mut total = match start {
        Some(start) => vm.heap.new_ref(start),
        None => vm.heap.new_int(0),
    };
    while let Some(item) = vm.next(iterator.get())? {
        if vm.heap.as_f64(total.get()).is_some() {
            let sum = sum_floats(vm, total, item, iterator.get())?;
            total = sum;
            continue;
        }
        let sum = vm.binary(BinaryOperator::Add, total.get(), item.get());
        vm.release(item);
        vm.release(total);
        total = sum?;
    }
    vm.release(iterator);
    Ok(total)
}

/// Goes on adding while the items are floats or ints.
fn sum_floats(vm: &mut Vm, total: Owned, first: Owned, iterator: Ref) -> PyResult {
    let compensated = vm.heap.profile.sum_is_compensated;
    let mut sum = vm.heap.as_f64(total.get()).unwrap_or(0.0);
    let mut correction = 0.0;
    vm.release(total);
    let mut next = Some(first);
    while let Some(item) = next {
        let exact = matches!(vm.heap.class_of(item.get()), types::INT | types::FLOAT);
        let value = match value::number(&vm.heap, item.get()).filter(|_| exact) {
            Some(Number::Float(value)) => value,
            Some(Number::Int(value)) => numbers::int_to_float(vm, &value)?,
            None => {
                let so_far = vm.heap.new_float(sum + correction);
                let result = vm.binary(BinaryOperator::Add, so_far.get(), item.get());
                vm.release(so_far);
                vm.release(item);
                return result;
            }
        };
        vm.release(item);
        let new = sum + value;
        if compensated {
            correction += if sum.abs() >= value.abs() {
                (sum - new) + value
            } else {
                (value - new) + sum
            };
        }
        sum = new;
        next = vm.next(iterator)?;
    }
    let total = if correction.is_finite() {
        sum + correction
    } else {
        sum
    };
    Ok(vm.heap.new_float(total))
}

/// min() and max(): the first of the best by the key.
fn extreme(vm: &mut Vm, args: Args<'_>, name: &str, operator: Comparison) -> PyResult {
    if args.positional.is_empty() {
        let message = fill(vm.heap.profile.texts.at_least_one_argument, &[name]);
        return vm.type_error(message);
    }
    let options = Args {
        positional: &[],
        keywords: args.keywords,
    };
    let [key, default] = args::named(vm, &options, name, ["key", "default"], 0, 0)?;
    let key = key.filter(|&key| key != Ref::NONE);
    let several = args.positional.len() > 1;
    if several && default.is_some() {
        return vm.type_error(format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        ));
    }
    let source = if several {
        let all = value::counted(&mut vm.heap, args.positional);
        vm.heap.new_tuple(all)
    } else {
        vm.heap.new_ref(args.positional[0])
    };
    let iterator = vm.iter(source.get())?;
    vm.release(source);
    let mut best: Option<(Owned, Owned)> = None;
    while let Some(item) = vm.next(iterator.get())? {
        let rank = match key {
            Some(key) => vm.call(key, &[item.get()], &[])?,
            None => vm.heap.new_ref(item.get()),
        };
        best = match best {
            None => Some((item, rank)),
            Some((best_item, best_rank)) => {
                let better = vm.compare(operator, rank.get(), best_rank.get())?;
                let truth = vm.truth(better.get());
                vm.release(better);
                if truth? {
                    value::release_all(vm, vec![best_item, best_rank]);
                    Some((item, rank))
                } else {
                    value::release_all(vm, vec![item, rank]);
                    Some((best_item, best_rank))
                }
            }
        };
    }
    vm.release(iterator);
    match (best, default) {
        (Some((item, rank)), _) => {
            vm.release(rank);
            Ok(item)
        }
        (None, Some(default)) => Ok(vm.heap.new_ref(default)),
        (None, None) => {
            let message = fill(vm.heap.profile.texts.empty_min_max, &[name]);
            vm.value_error(message)
        }
    }
}

fn abs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let operand = args::one(vm, &args, "abs")?;
    if value::is_python_instance(&vm.heap, operand)
        && let Some(result) = vm.call_special(operand, "__abs__", &[])?
    {
        return Ok(result);
    }
    match numbers::absolute(vm, operand) {
        Some(result) => Ok(result),
        None => {
            let class = vm.heap.class_name(operand);
            vm.type_error(format!("bad operand type for abs(): '{class}'"))
        }
    }
}

fn round(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [number, digits] = args::named(vm, &args, "round", ["number", "ndigits"], 1, 2)?;
    let number = number.unwrap_or(Ref::NONE);
    let digits: Vec<Ref> = digits
        .into_iter()
        .filter(|&digits| digits != Ref::NONE)
        .collect();
    match vm.call_special(number, "__round__", &digits)? {
        Some(result) => Ok(result),
        None => {
            let class = vm.heap.class_name(number);
            vm.type_error(format!("type {class} doesn't define __round__ method"))
        }
    }
}

fn any_or_all(vm: &mut Vm, args: Args<'_>, name: &str, stop_at: bool) -> PyResult {
    let iterable = args::one(vm, &args, name)?;
    let iterator = vm.iter(iterable)?;
    let mut result = !stop_at;
    while let Some(item) = vm.next(iterator.get())? {
        let truth = vm.truth(item.get());
        vm.release(item);
        if truth? == stop_at {
            result = stop_at;
            break;
        }
    }
    vm.release(iterator);
    Ok(vm.bool(result))
}

fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "iter", 1, 2)?;
    match *given {
        [function, sentinel] => {
            if !is_callable(vm, function) {
                return vm.type_error("iter(v, w): v must be callable");
            }
            Ok(super::iterators::new_callable(vm, function, sentinel))
        }
        _ => vm.iter(given[0]),
    }
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "next", 1, 2)?;
    // Generators, and iterators written in Python, raise a StopIteration of their own, with a value.
    let raises = matches!(vm.heap.payload_of(given[0]), Some(Payload::Generator(_)))
        || value::is_python_instance(&vm.heap, given[0])
            && super::find_in_class(vm, vm.heap.class_of(given[0]), "__next__").is_some();
    let result = if raises {
        vm.call_special(given[0], "__next__", &[])
    } else {
        vm.next(given[0])
    };
    let default = given.get(1).copied();
    match result {
        Ok(Some(value)) => Ok(value),
        Ok(None) => match default {
            Some(default) => Ok(vm.heap.new_ref(default)),
            None => exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new()),
        },
        Err(error) => match default {
            Some(default) => {
                exceptions::catch(vm, error, types::STOP_ITERATION)?;
                Ok(vm.heap.new_ref(default))
            }
            None => Err(error),
        },
    }
}

fn to_base(vm: &mut Vm, args: Args<'_>, name: &str, base: u32) -> PyResult {
    let number = args::one(vm, &args, name)?;
    let number = value::index(vm, number)?;
    Ok(vm.heap.new_str(&int::to_base(&number, base)))
}

/// An argument that CPython takes as a C int.
pub fn c_int(vm: &mut Vm, argument: Ref) -> PyResult<i64> {
    match value::optional_index(vm, argument)? {
        Some(Int::Small(value)) if i32::try_from(value).is_ok() => Ok(value),
        Some(_) => vm.raise(
            types::OVERFLOW_ERROR,
            "Python int too large to convert to C int",
        ),
        None => {
            let class = vm.heap.class_name(argument);
            let message = fill(vm.heap.profile.texts.integer_required, &[&class]);
            vm.type_error(message)
        }
    }
}

fn chr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let number = args::one(vm, &args, "chr")?;
    let code = c_int(vm, number)?;
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(c) => Ok(vm.heap.new_str(c.encode_utf8(&mut [0; 4]))),
        None if (0xd800..0xe000).contains(&code) => {
            vm.value_error("gcscope has no strings with surrogates")
        }
        None => vm.value_error("chr() arg not in range(0x110000)"),
    }
}

fn ord(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "ord")?;
    let (code, length) = if let Some(text) = value::text(&vm.heap, object) {
        (text.chars().next().map(u32::from), text.chars().count())
    } else if let Some(bytes) = value::bytes(&vm.heap, object) {
        (bytes.first().map(|&byte| u32::from(byte)), bytes.len())
    } else {
        let class = vm.heap.class_name(object);
        return vm.type_error(format!(
            "ord() expected string of length 1, but {class} found"
        ));
    };
    match code.filter(|_| length == 1) {
        Some(code) => Ok(vm.heap.new_int(i64::from(code))),
        None => vm.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        )),
    }
}

fn divmod(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "divmod", 2, 2)?;
    let (a, b) = (given[0], given[1]);
    for (name, receiver, other) in [("__divmod__", a, b), ("__rdivmod__", b, a)] {
        if value::is_python_instance(&vm.heap, receiver)
            && let Some(result) = vm.call_special(receiver, name, &[other])?
        {
            if result.get() != Ref::NOT_IMPLEMENTED {
                return Ok(result);
            }
            vm.release(result);
        }
    }
    match numbers::divmod(vm, a, b)? {
        Some(result) => Ok(result),
        None => {
            let (a, b) = (vm.heap.class_name(a), vm.heap.class_name(b));
            vm.type_error(format!(
                "unsupported operand type(s) for divmod(): '{a}' and '{b}'"
            ))
        }
    }
}

fn pow(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [base, exponent, modulus] = args::named(vm, &args, "pow", ["base", "exp", "mod"], 2, 3)?;
    let (base, exponent) = (base.unwrap_or(Ref::NONE), exponent.unwrap_or(Ref::NONE));
    match modulus.filter(|&modulus| modulus != Ref::NONE) {
        None => vm.binary(BinaryOperator::Pow, base, exponent),
        Some(modulus) => match numbers::power_modulo(vm, base, exponent, modulus)? {
            Some(result) => Ok(result),
            None => {
                let names = [base, exponent, modulus].map(|operand| vm.heap.class_name(operand));
                vm.type_error(format!(
                    "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                    names[0], names[1], names[2]
                ))
            }
        },
    }
}

/// locals() of the caller: a native call has no frame of its own.
fn caller_locals(vm: &mut Vm) -> PyResult {
    let name = vm.heap.intern("locals");
    let found = vm.builtin(name.get());
    vm.release(name);
    match found {
        Some(function) => vm.call(function, &[], &[]),
        None => Ok(vm.heap.new_dict()),
    }
}

fn vars(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "vars", 0, 1)?;
    let Some(&object) = given.first() else {
        return caller_locals(vm);
    };
    match super::attribute_or_none(vm, object, "__dict__")? {
        Some(dict) => Ok(dict),
        None => vm.type_error("vars() argument must have __dict__ attribute"),
    }
}

fn dir(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "dir", 0, 1)?;
    let names = match given.first() {
        None => {
            let locals = caller_locals(vm)?;
            let names = vm.collect_iterable(locals.get())?;
            vm.release(locals);
            names
        }
        Some(&object) => {
            if value::is_python_instance(&vm.heap, object)
                && super::overrides(vm, object, "__dir__")
                && let Some(names) = vm.call_special(object, "__dir__", &[])?
            {
                let all = vm.collect_iterable(names.get())?;
                vm.release(names);
                all
            } else {
                attribute_names(vm, object)?
            }
        }
    };
    let list = vm.heap.new_list(value::into_counted(names));
    sort::sort(vm, list.get(), None, false)?;
    Ok(list)
}

/// Names in the object's own dict and in its class and base classes (for a class: in its own mro).
fn attribute_names(vm: &mut Vm, object: Ref) -> PyResult<Vec<Owned>> {
    let mut dicts = Vec::new();
    let is_class = vm.heap.type_body_opt(object).is_some();
    let class = if is_class {
        object
    } else {
        vm.heap.class_of(object)
    };
    let mut held = None;
    if !is_class && let Some(dict) = super::attribute_or_none(vm, object, "__dict__")? {
        dicts.push(dict.get());
        held = Some(dict);
    }
    let is_module = matches!(vm.heap.payload_of(object), Some(Payload::Module(_)));
    if !is_module {
        let mro = vm.heap.mro(class).to_vec();
        dicts.extend(
            mro.iter()
                .filter_map(|&class| vm.heap.type_body(class).dict),
        );
    }
    let mut names: Vec<std::rc::Rc<str>> = Vec::new();
    for dict in dicts {
        if let Some(body) = vm.heap.dict(dict) {
            names.extend(body.iter().filter_map(|(name, _)| vm.heap.str_rc(name)));
        }
    }
    if let Some(held) = held {
        vm.release(held);
    }
    names.sort();
    names.dedup();
    Ok(names.iter().map(|name| vm.heap.intern(name)).collect())
}

/// Whether an error is an exception of that class.
pub fn is_raised(vm: &Vm, error: &Unwind, class: Ref) -> bool {
    matches!(error, Unwind::Raised(exception) if vm.heap.is_instance(exception.get(), class))
}
