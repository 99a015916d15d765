//! Format specs: `format(value, ">10.2f")` of str, int and float. Mirrors Python/formatter_unicode.c.

use super::value::{self, Int, Number};
use super::{float, int, numbers};
use crate::heap::{Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{PyResult, Vm};

/// A parsed spec: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
#[derive(Clone, Debug)]
pub struct Spec {
    pub fill: char,
    /// '<', '>', '=' or '^'; none where the type decides.
    pub align: Option<char>,
    /// '-', '+' or ' '.
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

/// Reads a spec; `class` is the name of the value's class, for messages.
pub fn parse(vm: &mut Vm, text: &str, class: &str) -> PyResult<Spec> {
    let chars: Vec<char> = text.chars().collect();
    let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
    let mut spec = Spec {
        fill: ' ',
        align: None,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        zero: false,
        width: 0,
        grouping: None,
        precision: None,
        kind: None,
    };
    let mut at = 0;
    if chars.len() > 1 && is_align(chars[1]) {
        (spec.fill, spec.align) = (chars[0], Some(chars[1]));
        at = 2;
    } else if chars.first().copied().is_some_and(is_align) {
        spec.align = Some(chars[0]);
        at = 1;
    }
    let fill_given = at == 2;
    let peek = |at: usize| chars.get(at).copied();
    if let Some(sign @ ('+' | '-' | ' ')) = peek(at) {
        spec.sign = Some(sign);
        at += 1;
    }
    if peek(at) == Some('z') && vm.heap.profile.format_has_z {
        spec.no_negative_zero = true;
        at += 1;
    }
    if peek(at) == Some('#') {
        spec.alternate = true;
        at += 1;
    }
    if peek(at) == Some('0') && !fill_given {
        spec.zero = true;
        spec.fill = '0';
        // Strings were filled behind the sign too before 3.10, which they refuse.
        if spec.align.is_none() && (class != "str" || !vm.heap.profile.format_zero_fills_str) {
            spec.align = Some('=');
        }
        at += 1;
    }
    (spec.width, at) = number(vm, &chars, at)?.map_or((0, at), |found| found);
    while let Some(separator @ (',' | '_')) = peek(at) {
        match spec.grouping {
            None => spec.grouping = Some(separator),
            Some(other) if other == separator => {
                return vm.value_error(format!("Cannot specify '{separator}' with '{separator}'."));
            }
            Some(_) => return vm.value_error("Cannot specify both ',' and '_'."),
        }
        at += 1;
    }
    if peek(at) == Some('.') {
        match number(vm, &chars, at + 1)? {
            Some((precision, next)) => {
                spec.precision = Some(precision);
                at = next;
            }
            None => return vm.value_error("Format specifier missing precision"),
        }
    }
    match chars.len() - at {
        0 => {}
        1 => spec.kind = Some(chars[at]),
        _ => {
            let message = fill(vm.heap.profile.texts.invalid_format_spec, &[text, class]);
            return vm.value_error(message);
        }
    }
    check_grouping(vm, &spec)?;
    Ok(spec)
}

fn check_grouping(vm: &mut Vm, spec: &Spec) -> PyResult<()> {
    let (Some(separator), Some(kind)) = (spec.grouping, spec.kind) else {
        return Ok(());
    };
    let fits = match kind {
        'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => true,
        'b' | 'o' | 'x' | 'X' => separator == '_',
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        vm.value_error(format!("Cannot specify '{separator}' with '{kind}'."))
    }
}

/// Digits from `at` on, and where they end.
fn number(vm: &mut Vm, chars: &[char], at: usize) -> PyResult<Option<(usize, usize)>> {
    let digits: String = chars[at.min(chars.len())..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i64>() {
        Ok(value) if value <= i64::from(i32::MAX) => Ok(Some((value as usize, at + digits.len()))),
        _ => vm.value_error("Too many decimal digits in format string"),
    }
}

/// format(value, spec) of the built-in types; none: `object.__format__`.
pub fn format_value(vm: &mut Vm, object: Ref, spec: &str) -> PyResult<Option<String>> {
    if spec.is_empty() {
        return vm.str(object).map(Some);
    }
    if let Some(text) = value::text(&vm.heap, object) {
        let spec = parse(vm, spec, "str")?;
        return format_text(vm, &text, &spec).map(Some);
    }
    match value::number(&vm.heap, object) {
        Some(Number::Int(number)) => {
            let class = vm.heap.class_name(object);
            let spec = parse(vm, spec, &class)?;
            format_int(vm, number, &spec, &class).map(Some)
        }
        Some(Number::Float(number)) => {
            let class = vm.heap.class_name(object);
            let spec = parse(vm, spec, &class)?;
            format_float(vm, number, &spec, &class).map(Some)
        }
        None => match vm.heap.as_complex(value::plain(&vm.heap, object)) {
            Some(parts) => {
                let class = vm.heap.class_name(object);
                let spec = parse(vm, spec, &class)?;
                format_complex(vm, parts, &spec, &class).map(Some)
            }
            None => Ok(None),
        },
    }
}

fn unknown_code<T>(vm: &mut Vm, code: char, class: &str) -> PyResult<T> {
    let shown = if (' '..='~').contains(&code) {
        code.to_string()
    } else {
        format!("\\x{:x}", code as u32)
    };
    vm.value_error(format!(
        "Unknown format code '{shown}' for object of type '{class}'"
    ))
}

fn format_text(vm: &mut Vm, text: &str, spec: &Spec) -> PyResult<String> {
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return unknown_code(vm, kind, "str");
    }
    if spec.sign == Some(' ') && vm.heap.profile.format_names_space {
        return vm.value_error("Space not allowed in string format specifier");
    }
    if spec.sign.is_some() {
        return vm.value_error("Sign not allowed in string format specifier");
    }
    if spec.no_negative_zero {
        return vm.value_error("Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return vm.value_error("Alternate form (#) not allowed in string format specifier");
    }
    if spec.align == Some('=') {
        return vm.value_error("'=' alignment not allowed in string format specifier");
    }
    if let Some(separator) = spec.grouping {
        return vm.value_error(format!("Cannot specify '{separator}' with 's'."));
    }
    let shown: String = match spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    Ok(padded("", &shown, spec, '<'))
}

/// Sign and body, filled to the width.
fn padded(sign: &str, body: &str, spec: &Spec, default: char) -> String {
    let n = sign.chars().count() + body.chars().count();
    let missing = spec.width.saturating_sub(n);
    let filling = |n: usize| spec.fill.to_string().repeat(n);
    match spec.align.unwrap_or(default) {
        '<' => format!("{sign}{body}{}", filling(missing)),
        '^' => format!(
            "{}{sign}{body}{}",
            filling(missing / 2),
            filling(missing - missing / 2)
        ),
        '=' => format!("{sign}{}{body}", filling(missing)),
        _ => format!("{}{sign}{body}", filling(missing)),
    }
}

fn sign_text(negative: bool, spec: &Spec) -> &'static str {
    match spec.sign {
        _ if negative => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    }
}

/// Digits in groups; with zeros as filling the zeros are grouped too, up to the width that is left for the digits.
fn grouped(digits: &str, separator: char, size: usize, min_width: usize) -> String {
    let mut all: Vec<char> = digits.chars().collect();
    let length = |n: usize| n + n.saturating_sub(1) / size;
    while length(all.len()) < min_width {
        all.insert(0, '0');
    }
    let mut grouped = String::new();
    for (index, c) in all.iter().enumerate() {
        if index > 0 && (all.len() - index).is_multiple_of(size) {
            grouped.push(separator);
        }
        grouped.push(*c);
    }
    grouped
}

pub fn format_int(vm: &mut Vm, number: Int, spec: &Spec, class: &str) -> PyResult<String> {
    match spec.kind {
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let float = numbers::int_to_float(vm, &number)?;
            return format_float(vm, float, spec, class);
        }
        Some('c') => return format_char(vm, &number, spec),
        None | Some('d' | 'n' | 'b' | 'o' | 'x' | 'X') => {}
        Some(kind) => return unknown_code(vm, kind, class),
    }
    if spec.precision.is_some() {
        return vm.value_error("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        let message = vm.heap.profile.texts.format_z_of_int;
        return vm.value_error(message);
    }
    let negative = number.is_negative();
    let (prefix, digits) = match spec.kind {
        Some('b') => ("0b", int::digits(&number, 2).1),
        Some('o') => ("0o", int::digits(&number, 8).1),
        Some('x') => ("0x", int::digits(&number, 16).1),
        Some('X') => ("0X", int::digits(&number, 16).1.to_uppercase()),
        _ => {
            let shown = int::to_text(vm, &number)?;
            ("", shown.trim_start_matches('-').to_owned())
        }
    };
    let prefix = if spec.alternate { prefix } else { "" };
    let sign = format!("{}{prefix}", sign_text(negative, spec));
    let digits = match spec.grouping {
        Some(separator) => {
            let size = if matches!(spec.kind, Some('b' | 'o' | 'x' | 'X')) {
                4
            } else {
                3
            };
            grouped(&digits, separator, size, zero_width(spec, sign.len()))
        }
        None => digits,
    };
    Ok(padded(&sign, &digits, spec, '>'))
}

/// How wide the digits must be when zeros fill up to the width.
fn zero_width(spec: &Spec, taken: usize) -> usize {
    if spec.fill == '0' && spec.align == Some('=') {
        spec.width.saturating_sub(taken)
    } else {
        0
    }
}

fn format_char(vm: &mut Vm, number: &Int, spec: &Spec) -> PyResult<String> {
    if spec.sign.is_some() {
        return vm.value_error("Sign not allowed with integer format specifier 'c'");
    }
    if spec.alternate {
        return vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    match int::as_code_point(number).and_then(char::from_u32) {
        Some(c) => Ok(padded("", &c.to_string(), spec, '>')),
        None => vm.raise(types::OVERFLOW_ERROR, "%c arg not in range(0x110000)"),
    }
}

pub fn format_float(vm: &mut Vm, number: f64, spec: &Spec, class: &str) -> PyResult<String> {
    let (number, percent) = match spec.kind {
        Some('%') => (number * 100.0, "%"),
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') => (number, ""),
        Some(kind) => return unknown_code(vm, kind, class),
    };
    let body = float_text(number.abs(), spec);
    let is_zero = !body.chars().any(|c| ('1'..='9').contains(&c)) && number.is_finite();
    let negative =
        number.is_sign_negative() && !number.is_nan() && !(spec.no_negative_zero && is_zero);
    let sign = sign_text(negative, spec);
    let body = match spec.grouping {
        Some(separator) if number.is_finite() => {
            let end = body.find(['.', 'e', 'E']).unwrap_or(body.len());
            let (whole, rest) = body.split_at(end);
            let taken = sign.len() + rest.len() + percent.len();
            format!(
                "{}{rest}",
                grouped(whole, separator, 3, zero_width(spec, taken))
            )
        }
        _ => body,
    };
    Ok(padded(sign, &format!("{body}{percent}"), spec, '>'))
}

/// Real and imaginary part by the same spec, filled as one.
fn format_complex(
    vm: &mut Vm,
    (real, imag): (f64, f64),
    spec: &Spec,
    class: &str,
) -> PyResult<String> {
    if !matches!(
        spec.kind,
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    ) {
        return unknown_code(vm, spec.kind.unwrap_or(' '), class);
    }
    if spec.fill == '0' {
        return vm.value_error("Zero padding is not allowed in complex format specifier");
    }
    if spec.align == Some('=') {
        return vm.value_error("'=' alignment flag is not allowed in complex format specifier");
    }
    let like_repr = spec.kind.is_none();
    let part = Spec {
        width: 0,
        kind: Some(spec.kind.unwrap_or('g')),
        ..spec.clone()
    };
    let mut show = |number: f64, part: &Spec| {
        if like_repr && spec.precision.is_none() {
            let negative = number.is_sign_negative() && !number.is_nan();
            let shown = super::complex::part_repr(number.abs());
            return Ok(format!("{}{shown}", sign_text(negative, part)));
        }
        format_float(vm, number, part, class)
    };
    if like_repr && real == 0.0 && real.is_sign_positive() {
        let shown = show(imag, &part)?;
        return Ok(padded("", &format!("{shown}j"), spec, '>'));
    }
    let signed = Spec {
        sign: Some('+'),
        ..part.clone()
    };
    let shown = format!("{}{}j", show(real, &part)?, show(imag, &signed)?);
    let shown = if like_repr {
        format!("({shown})")
    } else {
        shown
    };
    Ok(padded("", &shown, spec, '>'))
}

/// The text of a number that is not negative.
pub fn float_text(number: f64, spec: &Spec) -> String {
    let upper = matches!(spec.kind, Some('E' | 'F' | 'G'));
    if !number.is_finite() {
        let name = if number.is_nan() { "nan" } else { "inf" };
        return if upper {
            name.to_uppercase()
        } else {
            name.to_owned()
        };
    }
    let letter = if upper { 'E' } else { 'e' };
    let precision = spec.precision.unwrap_or(6);
    match spec.kind {
        Some('e' | 'E') => {
            let (_, digits, exponent) = float::rounded_digits(number, precision + 1);
            let shown = float::scientific(&digits, exponent, letter);
            if spec.alternate && precision == 0 {
                shown.replacen(letter, &format!(".{letter}"), 1)
            } else {
                shown
            }
        }
        Some('f' | 'F' | '%') => {
            let shown = format!("{number:.precision$}");
            if spec.alternate && precision == 0 {
                shown + "."
            } else {
                shown
            }
        }
        Some('g' | 'G' | 'n') => general(number, precision.max(1), spec.alternate, letter, false),
        _ => match spec.precision {
            Some(precision) => general(number, precision.max(1), spec.alternate, letter, true),
            None => float::repr(number),
        },
    }
}

/// As %g: the shorter of the two forms, without zeros at the end. `like_repr`: at least one digit after the point.
fn general(
    number: f64,
    precision: usize,
    alternate: bool,
    letter: char,
    like_repr: bool,
) -> String {
    let (_, digits, exponent) = float::rounded_digits(number, precision);
    let limit = precision as i32 - i32::from(like_repr);
    let scientific = exponent < -4 || exponent >= limit;
    let kept = if alternate {
        digits.as_str()
    } else {
        let trimmed = digits.trim_end_matches('0');
        if trimmed.is_empty() { "0" } else { trimmed }
    };
    if scientific {
        return float::scientific(kept, exponent, letter);
    }
    let shown = float::positional(kept, exponent);
    match (shown.contains('.'), like_repr, alternate) {
        (false, true, _) => shown + ".0",
        (false, false, true) => shown + ".",
        _ => shown,
    }
}
