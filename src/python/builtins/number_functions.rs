//! Built-in functions about numbers: sum, min, round, chr, pow and their kind.
//! Mirrors CPython's Python/bltinmodule.c.

use super::value::{self, Int, Number};
use super::{args, int, numbers};
use crate::heap::free_lists::FreeListKind;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::packed_calls::{Packing, packing};
use crate::profile::texts::fill;
use crate::python::code::{BinaryOperator, Comparison};
use crate::python::vm::{Args, PyResult, Vm};

/// sum(iterable, start). Ints and floats are added as CPython's quick paths do, floats with a running correction where the
/// version has one.
pub(super) fn sum(vm: &mut Vm, args: Args<'_>) -> PyResult {
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
pub(super) fn extreme(vm: &mut Vm, args: Args<'_>, name: &str, operator: Comparison) -> PyResult {
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
    let iterator = if several {
        if packing(vm.heap.profile.packed_calls, "builtins", name) != Packing::None {
            // An iterator over the tuple of arguments, which makes no difference once it is gone.
            vm.heap.count_temporary(FreeListKind::TupleIterator);
        }
        None
    } else {
        Some(vm.iter(args.positional[0])?)
    };
    let mut best: Option<(Owned, Owned)> = None;
    let mut rest = args.positional.iter();
    loop {
        let item = match &iterator {
            Some(iterator) => vm.next(iterator.get())?,
            None => rest.next().map(|&item| vm.heap.new_ref(item)),
        };
        let Some(item) = item else { break };
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
    if let Some(iterator) = iterator {
        vm.release(iterator);
    }
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

pub(super) fn abs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let operand = args::one(vm, &args, "abs")?;
    if value::is_python_instance(&vm.heap, operand)
        && let Some(result) = vm.call_special(operand, "__abs__", &[])?
    {
        return Ok(result);
    }
    if let Some(result) = super::complex::absolute(vm, operand)? {
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

pub(super) fn round(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [number, digits] = args::named(vm, &args, "round", ["number", "ndigits"], 1, 2)?;
    let number = number.unwrap_or(Ref::NONE);
    let digits: Vec<Ref> = digits
        .into_iter()
        .filter(|&digits| digits != Ref::NONE)
        .collect();
    if vm.heap.profile.binds_special_methods {
        vm.heap.count_temporary(FreeListKind::BuiltinFunction);
    }
    match vm.call_special(number, "__round__", &digits)? {
        Some(result) => Ok(result),
        None => {
            let class = vm.heap.class_name(number);
            vm.type_error(format!("type {class} doesn't define __round__ method"))
        }
    }
}

pub(super) fn to_base(vm: &mut Vm, args: Args<'_>, name: &str, base: u32) -> PyResult {
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

pub(super) fn chr(vm: &mut Vm, args: Args<'_>) -> PyResult {
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

pub(super) fn ord(vm: &mut Vm, args: Args<'_>) -> PyResult {
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

pub(super) fn divmod(vm: &mut Vm, args: Args<'_>) -> PyResult {
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

pub(super) fn pow(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [base, exponent, modulus] = args::named(vm, &args, "pow", ["base", "exp", "mod"], 2, 3)?;
    let (base, exponent) = (base.unwrap_or(Ref::NONE), exponent.unwrap_or(Ref::NONE));
    match modulus.filter(|&modulus| modulus != Ref::NONE) {
        None => vm.binary(BinaryOperator::Pow, base, exponent),
        Some(modulus) if is_proxy(vm, [base, exponent, modulus]) => {
            power_through_proxies(vm, [base, exponent, modulus])
        }
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

fn is_proxy(vm: &Vm, operands: [Ref; 3]) -> bool {
    operands.iter().any(|&operand| {
        matches!(vm.heap.payload_of(operand), Some(Payload::WeakRef(body)) if body.is_proxy)
    })
}

/// pow() of what proxies stand for.
fn power_through_proxies(vm: &mut Vm, operands: [Ref; 3]) -> PyResult {
    let mut targets = Vec::new();
    let mut failed = None;
    for operand in operands {
        match crate::python::modules::weakref::proxied(vm, operand) {
            Ok(Some(target)) => targets.push(target),
            Ok(None) => targets.push(vm.heap.new_ref(operand)),
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
    }
    let result = match failed {
        Some(error) => Err(error),
        None => {
            let given: Vec<Ref> = targets.iter().map(Owned::get).collect();
            let arguments = Args {
                positional: &given,
                keywords: &[],
            };
            pow(vm, arguments)
        }
    };
    value::release_all(vm, targets);
    result
}
