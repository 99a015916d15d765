//! complex: making, arithmetic, texts. Mirrors Objects/complexobject.c.

use super::value::{self, Number};
use super::{args, float, numbers, text};
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::{ComplexRules, fill};
use crate::python::code::{BinaryOperator as Op, UnaryOperator};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// Powers with whole exponents up to this one are multiplied out.
const MAX_SMALL_EXPONENT: f64 = 100.0;

type Parts = (f64, f64);

/// An operand of complex arithmetic.
#[derive(Clone, Copy)]
pub enum Operand {
    Real(f64),
    Complex(f64, f64),
}

impl Operand {
    fn parts(self) -> Parts {
        match self {
            Operand::Real(value) => (value, 0.0),
            Operand::Complex(real, imag) => (real, imag),
        }
    }
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    DivisionByZero,
    ZeroToNegativePower,
    Overflow,
}

pub fn install(vm: &mut Vm) {
    vm.add_new(types::COMPLEX, new);
    let methods: [(&str, NativeFn); 3] = [
        ("conjugate", conjugate),
        ("__abs__", |vm, args| {
            let receiver = args::receiver(vm, &args, "complex.__abs__")?;
            let (real, imag) = own_parts(vm, receiver, "complex.__abs__")?;
            magnitude(vm, real, imag)
        }),
        ("__getnewargs__", |vm, args| {
            let receiver = args::receiver(vm, &args, "complex.__getnewargs__")?;
            let (real, imag) = own_parts(vm, receiver, "complex.__getnewargs__")?;
            let parts = [vm.heap.new_float(real), vm.heap.new_float(imag)];
            Ok(vm.heap.new_tuple(value::into_counted(parts.into())))
        }),
    ];
    for (name, method) in methods {
        vm.add_method(types::COMPLEX, name, method);
    }
    if rules(vm).converts_itself {
        vm.add_method(types::COMPLEX, "__complex__", |vm, args| {
            let receiver = args::receiver(vm, &args, "complex.__complex__")?;
            itself(vm, receiver, "complex.__complex__")
        });
    }
    if rules(vm).mixes_reals {
        vm.add_class_method(types::COMPLEX, "from_number", from_number);
    }
    vm.add_getter(types::COMPLEX, "real", real, None);
    vm.add_getter(types::COMPLEX, "imag", imag, None);
}

fn rules(vm: &Vm) -> &'static ComplexRules {
    &vm.heap.profile.texts.complex
}

/// Real and imaginary part of a complex or of an instance of a subclass.
fn parts(vm: &Vm, object: Ref) -> Option<Parts> {
    vm.heap.as_complex(value::plain(&vm.heap, object))
}

fn own_parts(vm: &mut Vm, receiver: Ref, name: &str) -> PyResult<Parts> {
    match parts(vm, receiver) {
        Some(parts) => Ok(parts),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

/// An exact complex of the receiver's value: the receiver if it is one.
fn itself(vm: &mut Vm, receiver: Ref, name: &str) -> PyResult {
    if vm.heap.class_of(receiver) == types::COMPLEX {
        return Ok(vm.heap.new_ref(receiver));
    }
    let (real, imag) = own_parts(vm, receiver, name)?;
    Ok(vm.heap.new_complex(real, imag))
}

// ---- texts ----

/// repr of a part: a float's without the ".0" of whole numbers.
pub fn part_repr(value: f64) -> String {
    let mut shown = float::repr(value);
    if shown.ends_with(".0") {
        shown.truncate(shown.len() - 2);
    }
    shown
}

pub fn repr(real: f64, imag: f64) -> String {
    let shown = part_repr(imag);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{shown}j");
    }
    let plus = if shown.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{shown}j)", part_repr(real))
}

/// A complex literal as complex() reads it: one part or both, perhaps in parentheses.
fn parse(text: &str) -> Option<Parts> {
    let text = text.trim_matches(text::is_space);
    let text = match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => inner.trim_matches(text::is_space),
        None => text,
    };
    let number = |text: &str| {
        let outer_space = text.chars().next().is_none_or(text::is_space)
            || text.chars().next_back().is_none_or(text::is_space);
        (!outer_space).then(|| float::parse(text))?
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some((number(text)?, 0.0));
    };
    let imaginary = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        _ => number(text),
    };
    // The second part begins at the last sign that belongs to no exponent.
    let split = body
        .char_indices()
        .filter(|&(at, c)| matches!(c, '+' | '-') && at > 0 && !body[..at].ends_with(['e', 'E']))
        .map(|(at, _)| at)
        .next_back();
    match split {
        Some(at) => Some((number(&body[..at])?, imaginary(&body[at..])?)),
        None => Some((0.0, imaginary(body)?)),
    }
}

// ---- making ----

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::COMPLEX)?;
    let [first, second] = args::named(vm, &args, "complex", ["real", "imag"], 0, 2)?;
    if let (Some(first), None) = (first, second)
        && vm.heap.class_of(first) == types::COMPLEX
        && class == types::COMPLEX
    {
        return Ok(vm.heap.new_ref(first));
    }
    let text = first.and_then(|first| value::text(&vm.heap, first));
    if let Some(text) = text {
        if second.is_some() {
            return vm.type_error(rules(vm).first_is_string);
        }
        let Some((real, imag)) = parse(&text) else {
            return vm.value_error("complex() arg is a malformed string");
        };
        return Ok(of_class(vm, class, real, imag));
    }
    if let Some(second) = second
        && value::text(&vm.heap, second).is_some()
    {
        return vm.type_error(rules(vm).second_is_string);
    }
    let (mut real, mut imag) = match first {
        Some(first) => convert(vm, first, |rules| rules.first_argument)?,
        None => (0.0, 0.0),
    };
    if let Some(second) = second {
        let (re, im) = convert(vm, second, |rules| rules.second_argument)?;
        real -= im;
        // What is real has no imaginary part to add to: the sign of a zero stays.
        let is_complex = first.is_some_and(|first| parts(vm, first).is_some());
        imag = if is_complex { imag + re } else { re };
    }
    Ok(of_class(vm, class, real, imag))
}

fn of_class(vm: &mut Vm, class: Ref, real: f64, imag: f64) -> Owned {
    let made = vm.heap.new_complex(real, imag);
    value::atom_of_class(vm, class, made)
}

/// The value of an argument: what `__complex__`, `__float__` or `__index__` says of it.
fn convert(
    vm: &mut Vm,
    object: Ref,
    refusal: fn(&ComplexRules) -> &'static str,
) -> PyResult<Parts> {
    if value::is_python_instance(&vm.heap, object)
        && let Some(result) = vm.call_special(object, "__complex__", &[])?
    {
        let found = parts(vm, result.get());
        let names = [vm.heap.class_name(object), vm.heap.class_name(result.get())];
        vm.release(result);
        return match found {
            Some(parts) => Ok(parts),
            None => {
                let message = fill(rules(vm).wrong_result, &[&names[0], &names[1]]);
                vm.type_error(message)
            }
        };
    }
    if let Some(parts) = parts(vm, object) {
        return Ok(parts);
    }
    let is_real = value::number(&vm.heap, object).is_some()
        || value::is_python_instance(&vm.heap, object)
            && (super::overrides(vm, object, "__float__")
                || super::overrides(vm, object, "__index__"));
    if is_real {
        return Ok((float::from_object(vm, object)?, 0.0));
    }
    let class = vm.heap.class_name(object);
    let message = fill(refusal(rules(vm)), &[&class]);
    vm.type_error(message)
}

fn from_number(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, argument) = args::receiver_and_one(vm, &args, "complex.from_number")?;
    let (real, imag) = convert(vm, argument, |_| "must be real number, not {}")?;
    Ok(of_class(vm, class, real, imag))
}

fn conjugate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "complex.conjugate")?;
    let (real, imag) = own_parts(vm, receiver, "complex.conjugate")?;
    Ok(vm.heap.new_complex(real, -imag))
}

fn real(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (real, _) = own_parts(vm, args.positional[0], "complex.real")?;
    Ok(vm.heap.new_float(real))
}

fn imag(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, imag) = own_parts(vm, args.positional[0], "complex.imag")?;
    Ok(vm.heap.new_float(imag))
}

// ---- arithmetic ----

/// left op right; none for an operator that complex numbers do not have. With `mixes_reals` a real operand has no
/// imaginary part that would touch the other's sign of zero.
pub fn arithmetic(
    op: Op,
    left: Operand,
    right: Operand,
    mixes_reals: bool,
) -> Option<Result<Parts, Failure>> {
    use Operand::{Complex, Real};
    let mixed = match (op, left, right) {
        (Op::Add, Real(a), Complex(re, im)) | (Op::Add, Complex(re, im), Real(a)) => (re + a, im),
        (Op::Sub, Complex(re, im), Real(a)) => (re - a, im),
        (Op::Sub, Real(a), Complex(re, im)) => (a - re, -im),
        (Op::Mul, Real(a), Complex(re, im)) | (Op::Mul, Complex(re, im), Real(a)) => {
            (re * a, im * a)
        }
        (Op::TrueDiv, Complex(re, im), Real(a)) if a != 0.0 => (re / a, im / a),
        _ => return both_complex(op, left.parts(), right.parts()),
    };
    if mixes_reals {
        Some(Ok(mixed))
    } else {
        both_complex(op, left.parts(), right.parts())
    }
}

fn both_complex(op: Op, (a, b): Parts, (c, d): Parts) -> Option<Result<Parts, Failure>> {
    Some(match op {
        Op::Add => Ok((a + c, b + d)),
        Op::Sub => Ok((a - c, b - d)),
        Op::Mul => Ok((a * c - b * d, a * d + b * c)),
        Op::TrueDiv => quotient((a, b), (c, d)).ok_or(Failure::DivisionByZero),
        Op::Pow => power((a, b), (c, d)),
        _ => return None,
    })
}

/// Smith's division, which does not overflow early; none by zero.
fn quotient((a, b): Parts, (c, d): Parts) -> Option<Parts> {
    if c.abs() >= d.abs() {
        if c == 0.0 {
            return None;
        }
        let ratio = d / c;
        let denominator = c + d * ratio;
        return Some(((a + b * ratio) / denominator, (b - a * ratio) / denominator));
    }
    if d.abs() >= c.abs() {
        let ratio = c / d;
        let denominator = c * ratio + d;
        return Some(((a * ratio + b) / denominator, (b * ratio - a) / denominator));
    }
    Some((f64::NAN, f64::NAN))
}

fn power(base: Parts, exponent: Parts) -> Result<Parts, Failure> {
    let (real, imag) = exponent;
    let is_small = imag == 0.0 && real == real.floor() && real.abs() <= MAX_SMALL_EXPONENT;
    let result = if is_small && real > 0.0 {
        whole_power(base, real as u32)
    } else if is_small {
        quotient((1.0, 0.0), whole_power(base, (-real) as u32))
            .ok_or(Failure::ZeroToNegativePower)?
    } else {
        any_power(base, exponent)?
    };
    if result.0.is_infinite() || result.1.is_infinite() {
        return Err(Failure::Overflow);
    }
    Ok(result)
}

fn whole_power(base: Parts, exponent: u32) -> Parts {
    let product = |(a, b): Parts, (c, d): Parts| (a * c - b * d, a * d + b * c);
    let (mut result, mut square, mut mask) = ((1.0, 0.0), base, 1);
    while mask > 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = product(result, square);
        }
        mask <<= 1;
        square = product(square, square);
    }
    result
}

fn any_power((a, b): Parts, (c, d): Parts) -> Result<Parts, Failure> {
    if c == 0.0 && d == 0.0 {
        return Ok((1.0, 0.0));
    }
    if a == 0.0 && b == 0.0 {
        return if d != 0.0 || c < 0.0 {
            Err(Failure::ZeroToNegativePower)
        } else {
            Ok((0.0, 0.0))
        };
    }
    let magnitude = a.hypot(b);
    let angle = b.atan2(a);
    let (mut length, mut phase) = (magnitude.powf(c), angle * c);
    if d != 0.0 {
        length /= (angle * d).exp();
        phase += d * magnitude.ln();
    }
    Ok((length * phase.cos(), length * phase.sin()))
}

fn operand(vm: &mut Vm, object: Ref) -> PyResult<Option<Operand>> {
    if let Some((real, imag)) = parts(vm, object) {
        return Ok(Some(Operand::Complex(real, imag)));
    }
    Ok(match value::number(&vm.heap, object) {
        Some(Number::Float(value)) => Some(Operand::Real(value)),
        Some(Number::Int(value)) => Some(Operand::Real(numbers::int_to_float(vm, &value)?)),
        None => None,
    })
}

/// left op right where one of them is a complex and the other a number; none for anything else.
pub fn binary(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    if parts(vm, left).is_none() && parts(vm, right).is_none() {
        return Ok(None);
    }
    let rules = rules(vm);
    match op {
        Op::FloorDiv if rules.refuses => {
            return vm.type_error("can't take floor of complex number.");
        }
        Op::Mod if rules.refuses && value::text(&vm.heap, left).is_none() => {
            return vm.type_error("can't mod complex numbers.");
        }
        _ => {}
    }
    let (Some(a), Some(b)) = (operand(vm, left)?, operand(vm, right)?) else {
        return Ok(None);
    };
    match arithmetic(op, a, b, rules.mixes_reals) {
        Some(result) => finished(vm, result).map(Some),
        None => Ok(None),
    }
}

fn finished(vm: &mut Vm, result: Result<Parts, Failure>) -> PyResult {
    let rules = rules(vm);
    match result {
        Ok((real, imag)) => Ok(vm.heap.new_complex(real, imag)),
        Err(Failure::DivisionByZero) => {
            vm.raise(types::ZERO_DIVISION_ERROR, rules.division_by_zero)
        }
        Err(Failure::ZeroToNegativePower) => {
            vm.raise(types::ZERO_DIVISION_ERROR, rules.zero_to_negative_power)
        }
        Err(Failure::Overflow) => vm.raise(types::OVERFLOW_ERROR, "complex exponentiation"),
    }
}

/// a ** b of reals whose result is complex: of a negative number to a fraction.
pub fn power_of_negative(vm: &mut Vm, a: &Number, b: &Number) -> PyResult<Option<Owned>> {
    let mut as_float = |number: &Number| match number {
        Number::Float(value) => Ok(*value),
        Number::Int(value) => numbers::int_to_float(vm, value),
    };
    let Number::Float(exponent) = *b else {
        return Ok(None);
    };
    if !exponent.is_finite() || exponent.fract() == 0.0 {
        return Ok(None);
    }
    let base = as_float(a)?;
    if !(base < 0.0 && base.is_finite()) {
        return Ok(None);
    }
    finished(vm, power((base, 0.0), (exponent, 0.0))).map(Some)
}

/// pow() with a modulus.
pub fn power_modulo(vm: &mut Vm, operands: [Ref; 3]) -> PyResult<Option<Owned>> {
    if operands.iter().any(|&operand| parts(vm, operand).is_some()) {
        return vm.value_error("complex modulo");
    }
    Ok(None)
}

pub fn divmod(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let is_complex = parts(vm, left).is_some() || parts(vm, right).is_some();
    if is_complex && rules(vm).refuses {
        return vm.type_error("can't take floor or mod of complex number.");
    }
    Ok(None)
}

/// int() and float() of a complex, which have texts of their own up to 3.9.
pub fn refuse_conversion(vm: &mut Vm, object: Ref, to: &str) -> PyResult<()> {
    if rules(vm).refuses && parts(vm, object).is_some() {
        return vm.type_error(format!("can't convert complex to {to}"));
    }
    Ok(())
}

pub fn unary(vm: &mut Vm, op: UnaryOperator, operand: Ref) -> Option<Owned> {
    let (real, imag) = parts(vm, operand)?;
    match op {
        UnaryOperator::Negative => Some(vm.heap.new_complex(-real, -imag)),
        UnaryOperator::Positive if vm.heap.class_of(operand) == types::COMPLEX => {
            Some(vm.heap.new_ref(operand))
        }
        UnaryOperator::Positive => Some(vm.heap.new_complex(real, imag)),
        _ => None,
    }
}

/// abs() of a complex; none for anything else.
pub fn absolute(vm: &mut Vm, operand: Ref) -> PyResult<Option<Owned>> {
    match parts(vm, operand) {
        Some((real, imag)) => magnitude(vm, real, imag).map(Some),
        None => Ok(None),
    }
}

fn magnitude(vm: &mut Vm, real: f64, imag: f64) -> PyResult {
    let length = real.hypot(imag);
    if length.is_infinite() && real.is_finite() && imag.is_finite() {
        return vm.raise(types::OVERFLOW_ERROR, "absolute value too large");
    }
    Ok(vm.heap.new_float(length))
}
