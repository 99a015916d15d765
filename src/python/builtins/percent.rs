//! The % operator of str. Mirrors PyUnicode_Format of Objects/unicodeobject.c.

use super::format::{self, Spec};
use super::value::{self, Int, Number};
use super::{int, numbers, text};
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::{Texts, fill};
use crate::python::vm::{PyResult, Vm};

/// The values behind the %, given out one after the other.
struct Values {
    /// A tuple's items, or the one value.
    all: Vec<Ref>,
    next: usize,
    /// What `%(name)s` looks names up in.
    mapping: Option<Ref>,
    /// The operand was no tuple.
    is_single: bool,
    /// What was looked up, kept until the end.
    held: Vec<Owned>,
}

struct Conversion {
    spec: Spec,
    left: bool,
    kind: char,
    /// Position of the %, and of the letter.
    start: usize,
    at: usize,
}

fn message(vm: &Vm, template: fn(&Texts) -> &'static str, parts: &[&str]) -> String {
    fill(template(vm.heap.profile.texts), parts)
}

pub fn percent_format(vm: &mut Vm, format: &str, operand: Ref) -> PyResult<String> {
    let tuple = vm.heap.tuple(operand).map(<[Ref]>::to_vec);
    let is_mapping = tuple.is_none()
        && value::text(&vm.heap, operand).is_none()
        && (vm.heap.dict(operand).is_some() || super::has_get_item(vm, operand));
    let mut values = Values {
        is_single: tuple.is_none(),
        all: tuple.unwrap_or_else(|| vec![operand]),
        next: 0,
        mapping: is_mapping.then_some(operand),
        held: Vec::new(),
    };
    let chars: Vec<char> = format.chars().collect();
    let mut shown = String::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at] != '%' {
            shown.push(chars[at]);
            at += 1;
            continue;
        }
        let (conversion, next) = parse(vm, &chars, at, &mut values)?;
        at = next;
        if conversion.kind == '%' {
            shown.push('%');
            continue;
        }
        let value = next_value(vm, &mut values)?;
        shown.push_str(&convert(vm, &conversion, value)?);
    }
    if values.next < values.all.len() && values.mapping.is_none() {
        let (required, given) = (values.next.to_string(), values.all.len().to_string());
        let text = message(vm, |texts| texts.percent_too_many, &[&required, &given]);
        return vm.type_error(text);
    }
    value::release_all(vm, values.held);
    Ok(shown)
}

fn next_value(vm: &mut Vm, values: &mut Values) -> PyResult<Ref> {
    match values.all.get(values.next) {
        Some(&value) => {
            values.next += 1;
            Ok(value)
        }
        None => {
            let given = values.all.len().to_string();
            let text = message(vm, |texts| texts.percent_too_few, &[&given]);
            vm.type_error(text)
        }
    }
}

/// A number, or * for the next value; none when there is neither.
fn size(vm: &mut Vm, chars: &[char], at: &mut usize, values: &mut Values) -> PyResult<Option<i64>> {
    if chars.get(*at) == Some(&'*') {
        *at += 1;
        let argument = values.next + 1;
        let value = next_value(vm, values)?;
        return match value::int(&vm.heap, value) {
            Some(size) => Ok(Some(size.clamped())),
            None => {
                let class = vm.heap.class_name(value);
                let text = message(
                    vm,
                    |texts| texts.percent_star,
                    &[&class, &argument.to_string()],
                );
                vm.type_error(text)
            }
        };
    }
    let digits: String = chars[*at..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    *at += digits.len();
    Ok(digits.parse().ok())
}

fn parse(
    vm: &mut Vm,
    chars: &[char],
    start: usize,
    values: &mut Values,
) -> PyResult<(Conversion, usize)> {
    let mut at = start + 1;
    if chars.get(at) == Some(&'(') {
        at = look_up_name(vm, chars, start, values)?;
    }
    let mut spec = format::parse(vm, "", "")?;
    let mut left = false;
    while let Some(flag @ ('-' | '+' | ' ' | '#' | '0')) = chars.get(at) {
        match flag {
            '-' => left = true,
            '+' => spec.sign = Some('+'),
            ' ' if spec.sign.is_none() => spec.sign = Some(' '),
            '#' => spec.alternate = true,
            '0' => spec.zero = true,
            _ => {}
        }
        at += 1;
    }
    if let Some(width) = size(vm, chars, &mut at, values)? {
        left |= width < 0;
        spec.width = super::sequence::check_length(vm, u128::from(width.unsigned_abs()))?;
    }
    if chars.get(at) == Some(&'.') {
        at += 1;
        let precision = size(vm, chars, &mut at, values)?.unwrap_or(0).max(0);
        spec.precision = Some(super::sequence::check_length(vm, precision as u128)?);
    }
    while matches!(chars.get(at), Some('h' | 'l' | 'L')) {
        at += 1;
    }
    let Some(&kind) = chars.get(at) else {
        let text = message(vm, |texts| texts.percent_incomplete, &[&start.to_string()]);
        return vm.value_error(text);
    };
    let conversion = Conversion {
        spec,
        left,
        kind,
        start,
        at,
    };
    Ok((conversion, at + 1))
}

/// %(name): the value of that name is the next one.
fn look_up_name(vm: &mut Vm, chars: &[char], start: usize, values: &mut Values) -> PyResult<usize> {
    let Some(mapping) = values.mapping else {
        let class = values.all.first().map(|&value| vm.heap.class_name(value));
        let class = if values.is_single {
            class.unwrap_or_default()
        } else {
            "tuple".into()
        };
        let text = message(vm, |texts| texts.percent_mapping, &[&class]);
        return vm.type_error(text);
    };
    let mut depth = 1;
    let mut at = start + 2;
    while depth > 0 && at < chars.len() {
        match chars[at] {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    if depth > 0 {
        let text = message(
            vm,
            |texts| texts.percent_incomplete_key,
            &[&start.to_string()],
        );
        return vm.value_error(text);
    }
    let name: String = chars[start + 2..at - 1].iter().collect();
    let name = vm.heap.new_str(&name);
    let found = vm.get_item(mapping, name.get());
    vm.release(name);
    let found = found?;
    values.all = vec![found.get()];
    values.next = 0;
    values.held.push(found);
    Ok(at)
}

fn convert(vm: &mut Vm, conversion: &Conversion, value: Ref) -> PyResult<String> {
    let body = match conversion.kind {
        's' => cut(vm.str(value)?, conversion),
        'r' => cut(vm.repr(value)?, conversion),
        'a' => cut(text::escape_non_ascii(&vm.repr(value)?), conversion),
        'c' => character(vm, value)?,
        'd' | 'i' | 'u' => {
            let number = integer(vm, conversion.kind, value, |texts| texts.percent_number)?;
            return number_text(vm, conversion, number, 'd');
        }
        'x' | 'X' | 'o' => {
            let number = integer(vm, conversion.kind, value, |texts| texts.percent_integer)?;
            return number_text(vm, conversion, number, conversion.kind);
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => return float_text(vm, conversion, value),
        kind => {
            let code = format!("{:x}", kind as u32);
            let at = conversion.at.to_string();
            let start = conversion.start.to_string();
            let parts = [&*kind.to_string(), &code, &at, &start];
            let text = message(vm, |texts| texts.percent_unsupported, &parts);
            return vm.value_error(text);
        }
    };
    Ok(aligned("", &body, conversion, false))
}

fn cut(text: String, conversion: &Conversion) -> String {
    match conversion.spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text,
    }
}

fn aligned(sign: &str, body: &str, conversion: &Conversion, zeros: bool) -> String {
    let n = sign.chars().count() + body.chars().count();
    let missing = conversion.spec.width.saturating_sub(n);
    if conversion.left {
        format!("{sign}{body}{}", " ".repeat(missing))
    } else if zeros {
        format!("{sign}{}{body}", "0".repeat(missing))
    } else {
        format!("{}{sign}{body}", " ".repeat(missing))
    }
}

fn character(vm: &mut Vm, value: Ref) -> PyResult<String> {
    if let Some(text) = value::text(&vm.heap, value) {
        let n = text.chars().count();
        if n == 1 {
            return Ok(text.to_string());
        }
        let message = message(vm, |texts| texts.percent_char_length, &[&n.to_string()]);
        return vm.type_error(message);
    }
    match value::optional_index(vm, value)? {
        Some(code) => match int::as_code_point(&code).and_then(char::from_u32) {
            Some(c) => Ok(c.to_string()),
            None => vm.raise(types::OVERFLOW_ERROR, "%c arg not in range(0x110000)"),
        },
        None => {
            let class = vm.heap.class_name(value);
            let message = message(vm, |texts| texts.percent_char, &[&class]);
            vm.type_error(message)
        }
    }
}

fn integer(
    vm: &mut Vm,
    kind: char,
    value: Ref,
    complaint: fn(&Texts) -> &'static str,
) -> PyResult<Int> {
    match value::number(&vm.heap, value) {
        Some(Number::Int(number)) => return Ok(number),
        Some(Number::Float(number)) if matches!(kind, 'd' | 'i' | 'u') => {
            return numbers::whole(vm, number);
        }
        _ => {}
    }
    if let Some(number) = value::optional_index(vm, value)? {
        return Ok(number);
    }
    let class = vm.heap.class_name(value);
    let message = message(vm, complaint, &[&kind.to_string(), &class]);
    vm.type_error(message)
}

fn number_text(vm: &mut Vm, conversion: &Conversion, number: Int, kind: char) -> PyResult<String> {
    let (prefix, digits) = match kind {
        'x' => ("0x", int::digits(&number, 16).1),
        'X' => ("0X", int::digits(&number, 16).1.to_uppercase()),
        'o' => ("0o", int::digits(&number, 8).1),
        _ => (
            "",
            int::to_text(vm, &number)?
                .trim_start_matches('-')
                .to_owned(),
        ),
    };
    let prefix = if conversion.spec.alternate {
        prefix
    } else {
        ""
    };
    let digits = match conversion.spec.precision {
        Some(precision) if digits.len() < precision => {
            format!("{}{digits}", "0".repeat(precision - digits.len()))
        }
        _ => digits,
    };
    let sign = match conversion.spec.sign {
        _ if number.is_negative() => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    };
    let zeros = conversion.spec.zero;
    Ok(aligned(
        &format!("{sign}{prefix}"),
        &digits,
        conversion,
        zeros,
    ))
}

fn float_text(vm: &mut Vm, conversion: &Conversion, value: Ref) -> PyResult<String> {
    let is_number = value::number(&vm.heap, value).is_some()
        || value::is_python_instance(&vm.heap, value) && super::overrides(vm, value, "__float__");
    if !is_number {
        super::complex::refuse_conversion(vm, value, "float")?;
        let class = vm.heap.class_name(value);
        let kind = conversion.kind.to_string();
        let message = message(vm, |texts| texts.percent_float, &[&class, &kind]);
        return vm.type_error(message);
    }
    let number = super::float::from_object(vm, value)?;
    let mut spec = conversion.spec.clone();
    spec.kind = Some(conversion.kind);
    let sign = match spec.sign {
        _ if number.is_sign_negative() && !number.is_nan() => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    };
    let body = format::float_text(number.abs(), &spec);
    let zeros = spec.zero && number.is_finite();
    Ok(aligned(sign, &body, conversion, zeros))
}
