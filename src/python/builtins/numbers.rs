//! Arithmetic of int, bool and float. Mirrors Objects/longobject.c and Objects/floatobject.c.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Pow, Signed, ToPrimitive, Zero};

use super::complex;
use super::value::{self, Int, Number};
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::Texts;
use crate::python::code::{BinaryOperator as Op, UnaryOperator};
use crate::python::vm::{PyResult, Vm};

/// Results beyond this many bits end the program as if memory were used up.
const MAX_BITS: u64 = 1 << 31;

/// left op right for two numbers; none for anything else.
pub fn binary(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let (Some(a), Some(b)) = (
        value::number(&vm.heap, left),
        value::number(&vm.heap, right),
    ) else {
        return complex::binary(vm, op, left, right);
    };
    if op == Op::Pow
        && let Some(value) = complex::power_of_negative(vm, &a, &b)?
    {
        return Ok(Some(value));
    }
    let result = match (a, b) {
        (Number::Int(a), Number::Int(b)) => {
            if let (Some(a), Some(b)) = (as_bool(vm, left), as_bool(vm, right))
                && let Some(value) = bool_logic(op, a, b)
            {
                return Ok(Some(vm.bool(value)));
            }
            int_binary(vm, op, a, b)?
        }
        (a, b) => {
            let (a, b) = (float_operand(vm, a)?, float_operand(vm, b)?);
            float_binary(vm, op, a, b)?
        }
    };
    Ok(match result {
        Some(Number::Int(value)) => Some(value.into_object(&mut vm.heap)),
        Some(Number::Float(value)) => Some(vm.heap.new_float(value)),
        None => None,
    })
}

fn as_bool(vm: &Vm, object: Ref) -> Option<bool> {
    match object {
        Ref::TRUE => Some(true),
        Ref::FALSE => Some(false),
        _ => {
            debug_assert!(vm.heap.class_of(object) != types::BOOL);
            None
        }
    }
}

fn bool_logic(op: Op, a: bool, b: bool) -> Option<bool> {
    match op {
        Op::And => Some(a & b),
        Op::Or => Some(a | b),
        Op::Xor => Some(a ^ b),
        _ => None,
    }
}

fn float_operand(vm: &mut Vm, number: Number) -> PyResult<f64> {
    match number {
        Number::Float(value) => Ok(value),
        Number::Int(value) => int_to_float(vm, &value),
    }
}

/// OverflowError beyond the range of floats.
pub fn int_to_float(vm: &mut Vm, value: &Int) -> PyResult<f64> {
    let float = value.to_f64();
    if float.is_finite() {
        Ok(float)
    } else {
        vm.raise(types::OVERFLOW_ERROR, "int too large to convert to float")
    }
}

fn divided_by_zero<T>(vm: &mut Vm, message: fn(&Texts) -> &'static str) -> PyResult<T> {
    let message = message(vm.heap.profile.texts);
    vm.raise(types::ZERO_DIVISION_ERROR, message)
}

fn int_binary(vm: &mut Vm, op: Op, a: Int, b: Int) -> PyResult<Option<Number>> {
    if let (&Int::Small(a), &Int::Small(b)) = (&a, &b)
        && let Some(value) = small_binary(op, a, b)
    {
        return Ok(Some(Number::Int(Int::Small(value))));
    }
    match op {
        Op::TrueDiv => return true_division(vm, a, b).map(|value| Some(Number::Float(value))),
        Op::FloorDiv if b.is_zero() => {
            return divided_by_zero(vm, |texts| texts.int_floor_division_by_zero);
        }
        Op::Mod if b.is_zero() => return divided_by_zero(vm, |texts| texts.int_modulo_by_zero),
        Op::Pow => return power(vm, a, b).map(Some),
        Op::LShift | Op::RShift => {
            return shift(vm, op, a, b).map(|value| Some(Number::Int(value)));
        }
        Op::MatMul => return Ok(None),
        _ => {}
    }
    let (a, b) = (a.into_big(), b.into_big());
    let value = match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => {
            check_bits(vm, a.bits() + b.bits())?;
            a * b
        }
        Op::FloorDiv => a.div_floor(&b),
        Op::Mod => a.mod_floor(&b),
        Op::And => a & b,
        Op::Or => a | b,
        Op::Xor => a ^ b,
        _ => return Ok(None),
    };
    Ok(Some(Number::Int(Int::from(value))))
}

/// Within 64 bits; none when the result does not fit or the case is special.
#[inline]
pub fn small_binary(op: Op, a: i64, b: i64) -> Option<i64> {
    match op {
        Op::Add => a.checked_add(b),
        Op::Sub => a.checked_sub(b),
        Op::Mul => a.checked_mul(b),
        Op::FloorDiv if b != 0 => {
            let quotient = a.checked_div(b)?;
            Some(if a % b != 0 && (a < 0) != (b < 0) {
                quotient - 1
            } else {
                quotient
            })
        }
        Op::Mod if b != 0 => {
            let remainder = a.checked_rem(b)?;
            Some(if remainder != 0 && (remainder < 0) != (b < 0) {
                remainder + b
            } else {
                remainder
            })
        }
        Op::Pow if b >= 0 => a.checked_pow(u32::try_from(b).ok()?),
        Op::LShift if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(shifted)
        }
        Op::RShift if b >= 0 => Some(a >> b.min(63)),
        Op::And => Some(a & b),
        Op::Or => Some(a | b),
        Op::Xor => Some(a ^ b),
        _ => None,
    }
}

fn check_bits(vm: &mut Vm, bits: u64) -> PyResult<()> {
    if bits > MAX_BITS {
        vm.raise_without_message(types::MEMORY_ERROR)
    } else {
        Ok(())
    }
}

fn shift(vm: &mut Vm, op: Op, a: Int, b: Int) -> PyResult<Int> {
    if b.is_negative() {
        return vm.value_error("negative shift count");
    }
    if a.is_zero() {
        return Ok(a);
    }
    let Int::Small(count) = b else {
        if op == Op::RShift {
            return Ok(Int::Small(if a.is_negative() { -1 } else { 0 }));
        }
        return vm.raise(types::OVERFLOW_ERROR, "too many digits in integer");
    };
    let a = a.into_big();
    if op == Op::LShift {
        check_bits(vm, a.bits().saturating_add(count as u64))?;
        return Ok(Int::from(a << count as u64));
    }
    // Shifting a negative number right rounds down, as floor division by a power of two does.
    if count as u64 > a.bits() {
        return Ok(Int::Small(if a.is_negative() { -1 } else { 0 }));
    }
    Ok(Int::from(a >> count as u64))
}

fn power(vm: &mut Vm, a: Int, b: Int) -> PyResult<Number> {
    if b.is_negative() {
        let (a, b) = (int_to_float(vm, &a)?, int_to_float(vm, &b)?);
        return float_power(vm, a, b).map(Number::Float);
    }
    let a = a.into_big();
    let exponent = match b {
        Int::Small(exponent) => exponent as u64,
        // 0, 1 and −1 have powers of any size; of the exponent only its parity counts then.
        Int::Big(_) if a.magnitude().bits() <= 1 => 2 + u64::from(b.into_big().is_odd()),
        Int::Big(_) => u64::MAX,
    };
    if a.magnitude().bits() > 1 {
        check_bits(vm, a.bits().saturating_mul(exponent))?;
        return Ok(Number::Int(Int::from(Pow::pow(&a, exponent))));
    }
    let reduced = if exponent > 1 {
        2 + exponent % 2
    } else {
        exponent
    };
    Ok(Number::Int(Int::from(Pow::pow(&a, reduced))))
}

/// pow(a, b, modulus).
pub fn power_modulo(vm: &mut Vm, a: Ref, b: Ref, modulus: Ref) -> PyResult<Option<Owned>> {
    let heap = &vm.heap;
    let all = (
        value::number(heap, a),
        value::number(heap, b),
        value::number(heap, modulus),
    );
    let (Some(a), Some(b), Some(modulus)) = all else {
        return complex::power_modulo(vm, [a, b, modulus]);
    };
    let (Number::Int(a), Number::Int(b), Number::Int(modulus)) = (a, b, modulus) else {
        return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    };
    if modulus.is_zero() {
        return vm.value_error("pow() 3rd argument cannot be 0");
    }
    let (a, b, modulus) = (a.into_big(), b.into_big(), modulus.into_big());
    let magnitude = modulus.abs();
    let (base, exponent) = if b.is_negative() {
        let Some(inverse) = a.mod_floor(&magnitude).modinv(&magnitude) else {
            return vm.value_error("base is not invertible for the given modulus");
        };
        (inverse, -b)
    } else {
        (a.mod_floor(&magnitude), b)
    };
    let result = base.modpow(&exponent, &magnitude).mod_floor(&modulus);
    Ok(Some(vm.heap.new_bigint(result)))
}

/// a / b of ints, rounded once.
fn true_division(vm: &mut Vm, a: Int, b: Int) -> PyResult<f64> {
    const EXACT: i64 = 1 << 53;
    if b.is_zero() {
        return vm.raise(types::ZERO_DIVISION_ERROR, "division by zero");
    }
    if let (&Int::Small(a), &Int::Small(b)) = (&a, &b)
        && (-EXACT..=EXACT).contains(&a)
        && (-EXACT..=EXACT).contains(&b)
    {
        return Ok(a as f64 / b as f64);
    }
    let (a, b) = (a.into_big(), b.into_big());
    let quotient = exact_quotient(&a, &b);
    if quotient.is_finite() {
        Ok(quotient)
    } else {
        vm.raise(
            types::OVERFLOW_ERROR,
            "integer division result too large for a float",
        )
    }
}

/// Quotient with 66 significant bits, the last one sticky, then rounded to a float.
fn exact_quotient(a: &BigInt, b: &BigInt) -> f64 {
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    if a.is_zero() {
        return 0.0;
    }
    let shift = 66 - (a.bits() as i64 - b.bits() as i64);
    let (scaled_a, scaled_b) = if shift >= 0 {
        (a << shift as u64, b)
    } else {
        (a, b << (-shift) as u64)
    };
    let (quotient, remainder) = scaled_a.div_rem(&scaled_b);
    let sticky = if remainder.is_zero() {
        quotient
    } else {
        quotient | BigInt::from(1)
    };
    // Below the normal range the rounding must happen where the subnormal's last bit is.
    let exponent = sticky.bits() as i64 - shift;
    let value = if exponent < -1021 {
        let drop = (sticky.bits() as i64 - (exponent + 1074)).max(0) as u64;
        subnormal(&sticky, drop)
    } else {
        let whole = sticky.to_f64().unwrap_or(f64::INFINITY);
        scale(whole, -shift)
    };
    if negative { -value } else { value }
}

fn subnormal(quotient: &BigInt, drop: u64) -> f64 {
    let kept: BigInt = quotient >> drop;
    let rest = quotient - (&kept << drop);
    let half = BigInt::from(1) << drop.saturating_sub(1);
    let up = match rest.cmp(&half) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => kept.is_odd(),
        std::cmp::Ordering::Less => false,
    };
    let rounded = if up { kept + 1 } else { kept };
    f64::from_bits(rounded.to_u64().unwrap_or(0))
}

/// value · 2^exponent.
pub fn scale(mut value: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 && value.is_finite() {
        value *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 && value != 0.0 {
        value *= 2f64.powi(-1000);
        exponent += 1000;
    }
    value * 2f64.powi(exponent.clamp(-1000, 1000) as i32)
}

fn float_binary(vm: &mut Vm, op: Op, a: f64, b: f64) -> PyResult<Option<Number>> {
    let value = match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        Op::TrueDiv if b == 0.0 => {
            return divided_by_zero(vm, |texts| texts.float_division_by_zero);
        }
        Op::TrueDiv => a / b,
        Op::FloorDiv if b == 0.0 => {
            return divided_by_zero(vm, |texts| texts.float_floor_division_by_zero);
        }
        Op::FloorDiv => float_divmod(a, b).0,
        Op::Mod if b == 0.0 => return divided_by_zero(vm, |texts| texts.float_modulo_by_zero),
        Op::Mod => float_divmod(a, b).1,
        Op::Pow => float_power(vm, a, b)?,
        _ => return Ok(None),
    };
    Ok(Some(Number::Float(value)))
}

/// Floor quotient and remainder with the divisor's sign.
fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder != 0.0 {
        if (b < 0.0) != (remainder < 0.0) {
            remainder += b;
            quotient -= 1.0;
        }
    } else {
        remainder = 0f64.copysign(b);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    } else {
        0f64.copysign(a / b)
    };
    (floor, remainder)
}

fn float_power(vm: &mut Vm, a: f64, b: f64) -> PyResult<f64> {
    if a == 0.0 && b < 0.0 {
        return divided_by_zero(vm, |texts| texts.zero_to_negative_power);
    }
    let value = a.powf(b);
    if value.is_infinite() && a.is_finite() && b.is_finite() {
        let args = [
            34.into_arg(vm),
            "Numerical result out of range".into_arg(vm),
        ];
        return super::exceptions::raise_with(vm, types::OVERFLOW_ERROR, args.into());
    }
    Ok(value)
}

/// Values that become an argument of an exception.
pub trait IntoArg {
    fn into_arg(self, vm: &mut Vm) -> Owned;
}

impl IntoArg for i64 {
    fn into_arg(self, vm: &mut Vm) -> Owned {
        vm.heap.new_int(self)
    }
}

impl IntoArg for &str {
    fn into_arg(self, vm: &mut Vm) -> Owned {
        vm.heap.new_str(self)
    }
}

/// divmod(a, b) of numbers.
pub fn divmod(vm: &mut Vm, a: Ref, b: Ref) -> PyResult<Option<Owned>> {
    let (Some(x), Some(y)) = (value::number(&vm.heap, a), value::number(&vm.heap, b)) else {
        return complex::divmod(vm, a, b);
    };
    let (quotient, remainder) = if let (Number::Int(x), Number::Int(y)) = (&x, &y) {
        if y.is_zero() {
            return divided_by_zero(vm, |texts| texts.int_divmod_by_zero);
        }
        let (quotient, remainder) = x.clone().into_big().div_mod_floor(&y.clone().into_big());
        (vm.heap.new_bigint(quotient), vm.heap.new_bigint(remainder))
    } else {
        let (x, y) = (float_operand(vm, x)?, float_operand(vm, y)?);
        if y == 0.0 {
            return divided_by_zero(vm, |texts| texts.float_divmod_by_zero);
        }
        let (quotient, remainder) = float_divmod(x, y);
        (vm.heap.new_float(quotient), vm.heap.new_float(remainder))
    };
    let (quotient, remainder) = (quotient.into_counted(), remainder.into_counted());
    Ok(Some(vm.heap.new_pair(quotient, remainder)))
}

pub fn unary(vm: &mut Vm, op: UnaryOperator, operand: Ref) -> Option<Owned> {
    let number = value::number(&vm.heap, operand)?;
    Some(match (op, number) {
        (UnaryOperator::Negative, Number::Int(Int::Small(value))) => match value.checked_neg() {
            Some(negated) => vm.heap.new_int(negated),
            None => vm.heap.new_bigint(-BigInt::from(value)),
        },
        (UnaryOperator::Negative, Number::Int(Int::Big(value))) => vm.heap.new_bigint(-value),
        (UnaryOperator::Negative, Number::Float(value)) => vm.heap.new_float(-value),
        (UnaryOperator::Invert, Number::Int(Int::Small(value))) => vm.heap.new_int(!value),
        (UnaryOperator::Invert, Number::Int(Int::Big(value))) => vm.heap.new_bigint(-value - 1),
        (UnaryOperator::Positive, number) => same_number(vm, operand, number),
        _ => return None,
    })
}

/// The number as an exact int or float: the object itself if it is one.
fn same_number(vm: &mut Vm, operand: Ref, number: Number) -> Owned {
    match number {
        _ if matches!(vm.heap.class_of(operand), types::INT | types::FLOAT) => {
            vm.heap.new_ref(operand)
        }
        Number::Int(value) => value.into_object(&mut vm.heap),
        Number::Float(value) => vm.heap.new_float(value),
    }
}

pub fn absolute(vm: &mut Vm, operand: Ref) -> Option<Owned> {
    match value::number(&vm.heap, operand)? {
        Number::Float(value) => Some(vm.heap.new_float(value.abs())),
        Number::Int(value) if value.is_negative() => unary(vm, UnaryOperator::Negative, operand),
        number => Some(same_number(vm, operand, number)),
    }
}

/// The int of a float's whole part; none for infinities and NaN.
pub fn truncated(value: f64) -> Option<Int> {
    if value.is_finite() && value.abs() < 9e18 {
        return Some(Int::Small(value as i64));
    }
    BigInt::from_f64(value.trunc()).map(Int::from)
}

/// As [`truncated`], with CPython's errors.
pub fn whole(vm: &mut Vm, value: f64) -> PyResult<Int> {
    match truncated(value) {
        Some(whole) => Ok(whole),
        None if value.is_nan() => vm.value_error("cannot convert float NaN to integer"),
        None => vm.raise(
            types::OVERFLOW_ERROR,
            "cannot convert float infinity to integer",
        ),
    }
}
