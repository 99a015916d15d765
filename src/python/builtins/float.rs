//! float: making, reading, writing, methods. Mirrors Objects/floatobject.c and Python/pystrtod.c.

use num_bigint::BigInt;

use super::value::{self, Int, Number};
use super::{args, numbers, text};
use crate::heap::{Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::FLOAT, new);
    let methods: [(&str, NativeFn); 10] = [
        ("is_integer", is_integer),
        ("as_integer_ratio", as_integer_ratio),
        ("hex", hex),
        ("conjugate", conjugate),
        ("__float__", conjugate),
        ("__int__", trunc),
        ("__trunc__", trunc),
        ("__floor__", floor),
        ("__ceil__", ceil),
        ("__round__", round),
    ];
    for (name, method) in methods {
        vm.add_method(types::FLOAT, name, method);
    }
    vm.add_class_method(types::FLOAT, "fromhex", fromhex);
    vm.add_getter(types::FLOAT, "real", conjugate, None);
    vm.add_getter(
        types::FLOAT,
        "imag",
        |vm, _| Ok(vm.heap.new_float(0.0)),
        None,
    );
}

/// repr: the shortest digits that give the same float, in CPython's form.
pub fn repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let (sign, digits, exponent) = shortest(value);
    let body = if (-4..16).contains(&exponent) {
        let mut plain = positional(&digits, exponent);
        if !plain.contains('.') {
            plain.push_str(".0");
        }
        plain
    } else {
        scientific(&digits, exponent, 'e')
    };
    format!("{sign}{body}")
}

/// Sign, significant digits and the decimal exponent of the first of them.
pub fn shortest(value: f64) -> (&'static str, String, i32) {
    split_exponent(&format!("{value:e}"))
}

/// As [`shortest`], rounded to that many digits.
pub fn rounded_digits(value: f64, n_digits: usize) -> (&'static str, String, i32) {
    split_exponent(&format!("{value:.*e}", n_digits.saturating_sub(1)))
}

fn split_exponent(text: &str) -> (&'static str, String, i32) {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = mantissa.chars().filter(|&c| c != '.').collect();
    (sign, digits, exponent.parse().unwrap_or(0))
}

/// Digits without an exponent.
pub fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let before = exponent as usize + 1;
    if digits.len() <= before {
        return format!("{digits}{}", "0".repeat(before - digits.len()));
    }
    format!("{}.{}", &digits[..before], &digits[before..])
}

/// Digits with an exponent of two digits or more.
pub fn scientific(digits: &str, exponent: i32, letter: char) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    let point = if digits.len() > 1 { "." } else { "" };
    format!(
        "{}{point}{}{letter}{sign}{:02}",
        &digits[..1],
        &digits[1..],
        exponent.abs()
    )
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::FLOAT)?;
    let given = args::between(vm, &args, "float", 0, 1)?;
    let made = match given.first() {
        None => vm.heap.new_float(0.0),
        Some(&argument) if vm.heap.class_of(argument) == types::FLOAT => vm.heap.new_ref(argument),
        Some(&argument) => {
            let value = from_object(vm, argument)?;
            vm.heap.new_float(value)
        }
    };
    Ok(value::atom_of_class(vm, class, made))
}

/// float(argument).
pub fn from_object(vm: &mut Vm, argument: Ref) -> PyResult<f64> {
    if value::is_python_instance(&vm.heap, argument)
        && let Some(result) = vm.call_special(argument, "__float__", &[])?
    {
        let value = vm.heap.as_f64(value::plain(&vm.heap, result.get()));
        return match value {
            Some(value) => {
                vm.release(result);
                Ok(value)
            }
            None => {
                let class = vm.heap.class_name(argument);
                let found = vm.heap.class_name(result.get());
                vm.type_error(format!(
                    "{class}.__float__ returned non-float (type {found})"
                ))
            }
        };
    }
    match value::number(&vm.heap, argument) {
        Some(Number::Float(value)) => return Ok(value),
        Some(Number::Int(value)) => return numbers::int_to_float(vm, &value),
        None => {}
    }
    let text = match value::text(&vm.heap, argument) {
        Some(text) => Some(text.to_string()),
        None => value::bytes(&vm.heap, argument)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    };
    if let Some(text) = text {
        return match parse(&text) {
            Some(value) => Ok(value),
            None => {
                let repr = vm.repr(argument)?;
                vm.value_error(format!("could not convert string to float: {repr}"))
            }
        };
    }
    if let Some(value) = value::optional_index(vm, argument)? {
        return numbers::int_to_float(vm, &value);
    }
    super::complex::refuse_conversion(vm, argument, "float")?;
    let class = vm.heap.class_name(argument);
    let message = fill(vm.heap.profile.texts.float_argument, &[&class]);
    vm.type_error(message)
}

/// A float literal as float() reads it.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim_matches(text::is_space);
    let bytes = text.as_bytes();
    let lower = text.to_ascii_lowercase();
    let (sign, name) = match lower.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    match name {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let is_digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    for (index, &byte) in bytes.iter().enumerate() {
        let fits = match byte {
            b'_' => index > 0 && is_digit(index - 1) && is_digit(index + 1),
            b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-' => true,
            _ => false,
        };
        if !fits {
            return None;
        }
    }
    let digits: String = text.chars().filter(|&c| c != '_').collect();
    digits.parse().ok()
}

fn own_value(vm: &mut Vm, receiver: Ref, name: &str) -> PyResult<f64> {
    match vm.heap.as_f64(value::plain(&vm.heap, receiver)) {
        Some(value) => Ok(value),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

fn is_integer(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "float.is_integer")?;
    let value = own_value(vm, receiver, "float.is_integer")?;
    Ok(vm.bool(value.is_finite() && value.fract() == 0.0))
}

fn conjugate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "float.conjugate")?;
    if vm.heap.class_of(receiver) == types::FLOAT {
        return Ok(vm.heap.new_ref(receiver));
    }
    let value = own_value(vm, receiver, "float.conjugate")?;
    Ok(vm.heap.new_float(value))
}

fn whole(vm: &mut Vm, args: Args<'_>, name: &str, rounding: fn(f64) -> f64) -> PyResult {
    let receiver = args::receiver(vm, &args, name)?;
    let value = own_value(vm, receiver, name)?;
    let whole = numbers::whole(vm, rounding(value))?;
    Ok(whole.into_object(&mut vm.heap))
}

fn trunc(vm: &mut Vm, args: Args<'_>) -> PyResult {
    whole(vm, args, "float.__trunc__", f64::trunc)
}

fn floor(vm: &mut Vm, args: Args<'_>) -> PyResult {
    whole(vm, args, "float.__floor__", f64::floor)
}

fn ceil(vm: &mut Vm, args: Args<'_>) -> PyResult {
    whole(vm, args, "float.__ceil__", f64::ceil)
}

fn round(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, rest) = args::receiver_and(vm, &args, "float.__round__", 0, 1)?;
    let value = own_value(vm, receiver, "float.__round__")?;
    match rest.first() {
        None | Some(&Ref::NONE) => {
            let whole = numbers::whole(vm, value.round_ties_even())?;
            Ok(whole.into_object(&mut vm.heap))
        }
        Some(&digits) => {
            let digits = value::index(vm, digits)?.clamped();
            match rounded(value, digits) {
                Some(value) => Ok(vm.heap.new_float(value)),
                None => vm.raise(
                    types::OVERFLOW_ERROR,
                    "rounded value too large to represent",
                ),
            }
        }
    }
}

/// Rounded to that many decimal places, from the exact decimal value; none when it overflows.
fn rounded(value: f64, digits: i64) -> Option<f64> {
    if !value.is_finite() || digits > 323 {
        return Some(value);
    }
    if digits < -308 {
        return Some(0f64.copysign(value));
    }
    let result = if digits >= 0 {
        format!("{value:.*}", digits as usize)
            .parse()
            .unwrap_or(value)
    } else {
        // Places before the point: round the exact whole part, the rest only breaks ties.
        let unit = num_traits::Pow::pow(&BigInt::from(10), digits.unsigned_abs());
        let whole = numbers::truncated(value)?.into_big();
        let doubled: BigInt = &whole * 2;
        let (quotient, remainder) = num_integer::Integer::div_rem(&whole, &unit);
        let rest: BigInt = &doubled - &quotient * &unit * 2;
        let order = num_traits::Signed::abs(&rest).cmp(&unit);
        let beyond = order == std::cmp::Ordering::Greater
            || order == std::cmp::Ordering::Equal
                && (value.fract() != 0.0 || num_integer::Integer::is_odd(&quotient));
        let step = BigInt::from(i32::from(beyond) * if value < 0.0 { -1 } else { 1 });
        let _ = remainder;
        Int::from((quotient + step) * unit).to_f64().copysign(value)
    };
    result.is_finite().then_some(result)
}

fn as_integer_ratio(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "float.as_integer_ratio")?;
    let value = own_value(vm, receiver, "float.as_integer_ratio")?;
    if value.is_nan() {
        return vm.value_error("cannot convert NaN to integer ratio");
    }
    if value.is_infinite() {
        return vm.raise(
            types::OVERFLOW_ERROR,
            "cannot convert Infinity to integer ratio",
        );
    }
    let (mut numerator, mut exponent) = (value, 0u64);
    while numerator.fract() != 0.0 {
        numerator *= 2.0;
        exponent += 1;
    }
    let numerator = numbers::whole(vm, numerator)?.into_object(&mut vm.heap);
    let denominator = vm.heap.new_bigint(BigInt::from(1) << exponent);
    let pair = vec![numerator.into_counted(), denominator.into_counted()];
    Ok(vm.heap.new_tuple(pair))
}

fn hex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "float.hex")?;
    let value = own_value(vm, receiver, "float.hex")?;
    if !value.is_finite() {
        return Ok(vm.heap.new_str(&repr(value)));
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let mantissa = bits & ((1 << 52) - 1);
    let text = match (exponent, mantissa) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, mantissa) => format!("{sign}0x0.{mantissa:013x}p-1022"),
        _ => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent - 1023),
    };
    Ok(vm.heap.new_str(&text))
}

fn fromhex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, argument) = args::receiver_and_one(vm, &args, "float.fromhex")?;
    let text = args::text(vm, argument, "fromhex", "")?;
    match parse_hex(text.trim_matches(text::is_space)) {
        Some(value) => Ok(vm.heap.new_float(value)),
        None => vm.value_error("invalid hexadecimal floating-point string"),
    }
}

fn parse_hex(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let (negative, rest) = match lower.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    let value = match rest {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let rest = rest.strip_prefix("0x").unwrap_or(rest);
            let (mantissa, exponent) = rest.split_once('p').unwrap_or((rest, "0"));
            let exponent: i64 = exponent.parse().ok()?;
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let digits = format!("{whole}{fraction}");
            let mantissa = <BigInt as num_traits::Num>::from_str_radix(&digits, 16).ok()?;
            numbers::scale(
                Int::from(mantissa).to_f64(),
                exponent - 4 * fraction.len() as i64,
            )
        }
    };
    Some(if negative { -value } else { value })
}
