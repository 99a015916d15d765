//! int: making, reading, writing, methods. Mirrors Objects/longobject.c.

use num_bigint::{BigInt, Sign};
use num_traits::{Num, ToPrimitive, Zero};

use super::value::{self, Int};
use super::{args, numbers, text};
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Vm};

/// Longest decimal text that is converted, either way.
const MAX_DIGITS: usize = 4300;

pub fn install(vm: &mut Vm) {
    vm.add_new(types::INT, new);
    vm.add_new(types::BOOL, new_bool);
    let methods: [(&str, crate::python::vm::NativeFn); 12] = [
        ("bit_length", bit_length),
        ("bit_count", bit_count),
        ("conjugate", conjugate),
        ("to_bytes", to_bytes),
        ("as_integer_ratio", as_integer_ratio),
        ("is_integer", is_integer),
        ("__int__", conjugate),
        ("__index__", conjugate),
        ("__trunc__", conjugate),
        ("__float__", to_float),
        ("__round__", round),
        ("__getnewargs__", getnewargs),
    ];
    for (name, method) in methods {
        vm.add_method(types::INT, name, method);
    }
    vm.add_class_method(types::INT, "from_bytes", from_bytes);
    vm.add_getter(types::INT, "real", conjugate, None);
    vm.add_getter(types::INT, "numerator", conjugate, None);
    vm.add_getter(types::INT, "imag", |vm, _| Ok(vm.heap.new_int(0)), None);
    vm.add_getter(
        types::INT,
        "denominator",
        |vm, _| Ok(vm.heap.new_int(1)),
        None,
    );
}

/// Decimal text; ValueError beyond the limit of digits.
pub fn to_text(vm: &mut Vm, value: &Int) -> PyResult<String> {
    match value {
        Int::Small(value) => Ok(value.to_string()),
        Int::Big(value) => {
            // A decimal digit takes more than 3.3 bits: longer ones need no conversion to be refused.
            let text = if value.bits() as f64 / 3.33 > (MAX_DIGITS + 10) as f64 {
                String::new()
            } else {
                value.to_string()
            };
            if text.is_empty() || text.trim_start_matches('-').len() > MAX_DIGITS {
                let message = fill(vm.heap.profile.texts.int_digits, &[""]);
                return vm.value_error(message);
            }
            Ok(text)
        }
    }
}

/// Digits in base 2, 8 or 16 with the prefix: bin(), oct(), hex().
pub fn to_base(value: &Int, base: u32) -> String {
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let (sign, digits) = digits(value, base);
    format!("{sign}{prefix}{digits}")
}

/// Sign and digits.
pub fn digits(value: &Int, base: u32) -> (&'static str, String) {
    let big = value.clone().into_big();
    let sign = if big.sign() == Sign::Minus { "-" } else { "" };
    (sign, big.magnitude().to_str_radix(base))
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::INT)?;
    if let (&[argument], []) = (args.positional, args.keywords) {
        let made = from_object(vm, argument)?;
        return Ok(value::atom_of_class(vm, class, made));
    }
    let [argument, base] = int_arguments(vm, &args)?;
    let made = match (argument, base) {
        (None, None) => vm.heap.new_int(0),
        (Some(argument), None) => from_object(vm, argument)?,
        (None, Some(_)) => return vm.type_error("int() missing string argument"),
        (Some(argument), Some(base)) => from_text_argument(vm, argument, base)?,
    };
    Ok(value::atom_of_class(vm, class, made))
}

fn int_arguments(vm: &mut Vm, args: &Args<'_>) -> PyResult<[Option<Ref>; 2]> {
    if args.positional.len() > 2 {
        let given = args.positional.len() + args.keywords.len();
        let text = vm.heap.profile.texts.int_too_many;
        return vm.type_error(fill(text, &[&given.to_string()]));
    }
    let mut found = [
        args.positional.first().copied(),
        args.positional.get(1).copied(),
    ];
    for &(keyword, value) in args.keywords {
        let name = vm.heap.str_rc(keyword).unwrap_or_default();
        if &*name != "base" {
            return args::unknown_keyword(vm, "int", &name);
        }
        found[1] = Some(value);
    }
    Ok(found)
}

fn from_text_argument(vm: &mut Vm, argument: Ref, base: Ref) -> PyResult {
    let base = value::index(vm, base)?.clamped();
    if !(base == 0 || (2..=36).contains(&base)) {
        return vm.value_error("int() base must be >= 2 and <= 36, or 0");
    }
    if let Some(text) = value::text(&vm.heap, argument) {
        return parse_object(vm, argument, &text, base as u32);
    }
    match value::bytes(&vm.heap, argument) {
        Some(bytes) => parse_object(vm, argument, &String::from_utf8_lossy(&bytes), base as u32),
        None => vm.type_error("int() can't convert non-string with explicit base"),
    }
}

/// int(argument).
pub fn from_object(vm: &mut Vm, argument: Ref) -> PyResult {
    if vm.heap.class_of(argument) == types::INT {
        return Ok(vm.heap.new_ref(argument));
    }
    if value::is_python_instance(&vm.heap, argument) {
        for name in ["__int__", "__index__", "__trunc__"] {
            if let Some(result) = vm.call_special(argument, name, &[])? {
                return exact_int(vm, result, name);
            }
        }
    }
    match value::number(&vm.heap, argument) {
        Some(value::Number::Int(value)) => return Ok(value.into_object(&mut vm.heap)),
        Some(value::Number::Float(value)) => {
            return numbers::whole(vm, value).map(|value| value.into_object(&mut vm.heap));
        }
        None => {}
    }
    if let Some(text) = value::text(&vm.heap, argument) {
        return parse_object(vm, argument, &text, 10);
    }
    if let Some(bytes) = value::bytes(&vm.heap, argument) {
        return parse_object(vm, argument, &String::from_utf8_lossy(&bytes), 10);
    }
    super::complex::refuse_conversion(vm, argument, "int")?;
    let class = vm.heap.class_name(argument);
    let message = fill(vm.heap.profile.texts.int_argument, &[&class]);
    vm.type_error(message)
}

/// What a special method returned, as an exact int.
fn exact_int(vm: &mut Vm, result: Owned, name: &str) -> PyResult {
    if vm.heap.class_of(result.get()) == types::INT {
        return Ok(result);
    }
    match value::int(&vm.heap, result.get()) {
        Some(value) => {
            vm.release(result);
            Ok(value.into_object(&mut vm.heap))
        }
        None => {
            let class = vm.heap.class_name(result.get());
            vm.type_error(format!("{name} returned non-int (type {class})"))
        }
    }
}

fn parse_object(vm: &mut Vm, object: Ref, text: &str, base: u32) -> PyResult {
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    if base == 10
        && n_digits > MAX_DIGITS
        && n_digits
            == text
                .trim()
                .trim_start_matches(['-', '+'])
                .replace('_', "")
                .len()
    {
        let found = format!(": value has {n_digits} digits");
        let message = fill(vm.heap.profile.texts.int_digits, &[&found]);
        return vm.value_error(message);
    }
    match parse(text, base) {
        Some(value) => Ok(value.into_object(&mut vm.heap)),
        None => {
            let repr = vm.repr(object)?;
            vm.value_error(format!(
                "invalid literal for int() with base {base}: {repr}"
            ))
        }
    }
}

/// An int literal as int() reads it: blanks around, a sign, single underscores between digits, a prefix that fits the base.
pub fn parse(text: &str, base: u32) -> Option<Int> {
    let text = text.trim_matches(text::is_space);
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (base, digits, prefixed) = without_prefix(digits, base)?;
    if digits.is_empty() || digits.ends_with('_') || digits.contains("__") {
        return None;
    }
    if digits.starts_with('_') && !prefixed {
        return None;
    }
    let plain: String = digits
        .chars()
        .filter(|&c| c != '_')
        .map(|c| text::decimal_value(c).map_or(c, |digit| char::from(b'0' + digit)))
        .collect();
    if !plain.chars().all(|c| c.is_digit(base)) {
        return None;
    }
    let value = match i64::from_str_radix(&plain, base) {
        Ok(small) => Int::Small(if negative { -small } else { small }),
        Err(_) => {
            let big = BigInt::from_str_radix(&plain, base).ok()?;
            Int::from(if negative { -big } else { big })
        }
    };
    Some(value)
}

fn without_prefix(digits: &str, base: u32) -> Option<(u32, &str, bool)> {
    let lower = digits.get(..2).map(str::to_ascii_lowercase);
    let named = match lower.as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    match (base, named) {
        (0, Some(named)) => Some((named, &digits[2..], true)),
        (0, None) => {
            // As in source text: no leading zeros, except of zero itself.
            let is_octal_look =
                digits.starts_with('0') && digits.chars().any(|c| c != '0' && c != '_');
            (!is_octal_look).then_some((10, digits, false))
        }
        (_, Some(named)) if named == base => Some((base, &digits[2..], true)),
        _ => Some((base, digits, false)),
    }
}

fn new_bool(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, args) = args::class_and(vm, &args, types::BOOL)?;
    let given = args::between(vm, &args, "bool", 0, 1)?;
    let value = match given.first() {
        Some(&argument) => vm.truth(argument)?,
        None => false,
    };
    Ok(vm.bool(value))
}

fn own_value(vm: &mut Vm, receiver: Ref, name: &str) -> PyResult<Int> {
    match value::int(&vm.heap, receiver) {
        Some(value) => Ok(value),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

fn bit_length(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "int.bit_length")?;
    let value = own_value(vm, receiver, "int.bit_length")?;
    Ok(vm.heap.new_int(value.into_big().bits() as i64))
}

fn bit_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "int.bit_count")?;
    let value = own_value(vm, receiver, "int.bit_count")?.into_big();
    let count: u32 = value
        .magnitude()
        .iter_u64_digits()
        .map(u64::count_ones)
        .sum();
    Ok(vm.heap.new_int(i64::from(count)))
}

/// The number itself, as an exact int.
fn conjugate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "int.conjugate")?;
    if vm.heap.class_of(receiver) == types::INT {
        return Ok(vm.heap.new_ref(receiver));
    }
    let value = own_value(vm, receiver, "int.conjugate")?;
    Ok(value.into_object(&mut vm.heap))
}

fn is_integer(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::receiver(vm, &args, "int.is_integer")?;
    Ok(vm.bool(true))
}

fn as_integer_ratio(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let numerator = conjugate(vm, args)?.into_counted();
    let denominator = vm.heap.new_int(1).into_counted();
    Ok(vm.heap.new_tuple(vec![numerator, denominator]))
}

fn getnewargs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = conjugate(vm, args)?.into_counted();
    Ok(vm.heap.new_tuple(vec![value]))
}

fn to_float(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "int.__float__")?;
    let value = own_value(vm, receiver, "int.__float__")?;
    let float = numbers::int_to_float(vm, &value)?;
    Ok(vm.heap.new_float(float))
}

fn round(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, rest) = args::receiver_and(vm, &args, "int.__round__", 0, 1)?;
    let value = own_value(vm, receiver, "int.__round__")?;
    let digits = match rest.first() {
        None | Some(&Ref::NONE) => 0,
        Some(&digits) => value::index(vm, digits)?.clamped(),
    };
    Ok(rounded(value, digits).into_object(&mut vm.heap))
}

/// round(value, digits): half to even at the power of ten.
pub fn rounded(value: Int, digits: i64) -> Int {
    if digits >= 0 {
        return value;
    }
    let value = value.into_big();
    let drop = digits.unsigned_abs();
    // No int has so many digits: everything rounds to 0.
    if drop > value.bits() {
        return Int::Small(0);
    }
    let unit = num_traits::Pow::pow(&BigInt::from(10), drop);
    let (quotient, remainder) = num_integer::Integer::div_mod_floor(&value, &unit);
    let twice: BigInt = &remainder * 2;
    let up = match twice.cmp(&unit) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => num_integer::Integer::is_odd(&quotient),
        std::cmp::Ordering::Less => false,
    };
    Int::from((if up { quotient + 1 } else { quotient }) * unit)
}

/// True: the first byte is the most significant.
fn big_endian(vm: &mut Vm, order: Option<Ref>) -> PyResult<bool> {
    let Some(order) = order else {
        return Ok(true);
    };
    match value::text(&vm.heap, order).as_deref() {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        _ => vm.value_error("byteorder must be either 'little' or 'big'"),
    }
}

fn to_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((&receiver, rest)) = args.positional.split_first() else {
        return vm.type_error("unbound method int.to_bytes() needs an argument");
    };
    let rest = Args {
        positional: rest,
        keywords: args.keywords,
    };
    let required = if vm.heap.profile.to_bytes_has_defaults {
        0
    } else {
        2
    };
    let [length, order, signed] = args::named(
        vm,
        &rest,
        "to_bytes",
        ["length", "byteorder", "signed"],
        required,
        2,
    )?;
    let value = own_value(vm, receiver, "int.to_bytes")?;
    let length = match length {
        Some(length) => value::ssize(vm, length)?,
        None => 1,
    };
    let big = big_endian(vm, order)?;
    let signed = match signed {
        Some(signed) => vm.truth(signed)?,
        None => false,
    };
    if length < 0 {
        return vm.value_error("length argument must be non-negative");
    }
    if value.is_negative() && !signed {
        return vm.raise(
            types::OVERFLOW_ERROR,
            "can't convert negative int to unsigned",
        );
    }
    match fixed_bytes(value.into_big(), length as usize, signed) {
        Some(mut bytes) => {
            if big {
                bytes.reverse();
            }
            Ok(vm.heap.new_bytes(&bytes))
        }
        None => vm.raise(types::OVERFLOW_ERROR, "int too big to convert"),
    }
}

/// Little-endian bytes of exactly that length; none when it does not fit.
fn fixed_bytes(value: BigInt, length: usize, signed: bool) -> Option<Vec<u8>> {
    if value.is_zero() {
        return Some(vec![0; length]);
    }
    let mut bytes = if signed {
        value.to_signed_bytes_le()
    } else {
        value.to_bytes_le().1
    };
    let filling = if value.sign() == Sign::Minus { 0xff } else { 0 };
    if bytes.len() > length {
        return None;
    }
    bytes.resize(length, filling);
    Some(bytes)
}

fn from_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((&class, rest)) = args.positional.split_first() else {
        return vm.type_error("unbound method int.from_bytes() needs an argument");
    };
    let rest = Args {
        positional: rest,
        keywords: args.keywords,
    };
    let required = if vm.heap.profile.to_bytes_has_defaults {
        1
    } else {
        2
    };
    let [source, order, signed] = args::named(
        vm,
        &rest,
        "from_bytes",
        ["bytes", "byteorder", "signed"],
        required,
        2,
    )?;
    let big = big_endian(vm, order)?;
    let signed = match signed {
        Some(signed) => vm.truth(signed)?,
        None => false,
    };
    let mut bytes = super::bytes::from_object(vm, source.unwrap_or(Ref::NONE))?;
    if big {
        bytes.reverse();
    }
    let value = if signed {
        BigInt::from_signed_bytes_le(&bytes)
    } else {
        BigInt::from_bytes_le(Sign::Plus, &bytes)
    };
    let made = vm.heap.new_bigint(value);
    if class == types::INT {
        return Ok(made);
    }
    let result = vm.call(class, &[made.get()], &[]);
    vm.release(made);
    result
}

/// The int as a 32-bit code point, for chr() and %c.
pub fn as_code_point(value: &Int) -> Option<u32> {
    match value {
        Int::Small(value) => u32::try_from(*value).ok().filter(|&code| code < 0x11_0000),
        Int::Big(value) => value.to_u32().filter(|&code| code < 0x11_0000),
    }
}
