//! math: functions of floats, and a few of ints. Mirrors Modules/mathmodule.c.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Signed;

use super::native;
use crate::heap::{Ref, types};
use crate::python::builtins::value::{self, Int, Number};
use crate::python::builtins::{args, float, numbers};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const CONSTANTS: [(&str, f64); 5] = [
    ("pi", std::f64::consts::PI),
    ("e", std::f64::consts::E),
    ("tau", std::f64::consts::TAU),
    ("inf", f64::INFINITY),
    ("nan", f64::NAN),
];

/// Functions of one float; what has no value is a "math domain error", what is too large a "math range error".
const OF_ONE: [(&str, NativeFn); 17] = [
    ("sqrt", |vm, args| of_one(vm, args, "sqrt", f64::sqrt)),
    ("exp", |vm, args| of_one(vm, args, "exp", f64::exp)),
    ("sin", |vm, args| of_one(vm, args, "sin", f64::sin)),
    ("cos", |vm, args| of_one(vm, args, "cos", f64::cos)),
    ("tan", |vm, args| of_one(vm, args, "tan", f64::tan)),
    ("asin", |vm, args| of_one(vm, args, "asin", f64::asin)),
    ("acos", |vm, args| of_one(vm, args, "acos", f64::acos)),
    ("atan", |vm, args| of_one(vm, args, "atan", f64::atan)),
    ("sinh", |vm, args| of_one(vm, args, "sinh", f64::sinh)),
    ("cosh", |vm, args| of_one(vm, args, "cosh", f64::cosh)),
    ("tanh", |vm, args| of_one(vm, args, "tanh", f64::tanh)),
    ("fabs", |vm, args| of_one(vm, args, "fabs", f64::abs)),
    ("log2", |vm, args| of_one(vm, args, "log2", positive_log2)),
    ("log10", |vm, args| {
        of_one(vm, args, "log10", positive_log10)
    }),
    ("log1p", |vm, args| of_one(vm, args, "log1p", f64::ln_1p)),
    ("degrees", |vm, args| {
        of_one(vm, args, "degrees", f64::to_degrees)
    }),
    ("radians", |vm, args| {
        of_one(vm, args, "radians", f64::to_radians)
    }),
];

const OTHERS: [(&str, NativeFn); 20] = [
    ("log", log),
    ("pow", |vm, args| of_two(vm, args, "pow", f64::powf)),
    ("atan2", |vm, args| of_two(vm, args, "atan2", f64::atan2)),
    ("copysign", |vm, args| {
        of_two(vm, args, "copysign", f64::copysign)
    }),
    ("fmod", |vm, args| of_two(vm, args, "fmod", |a, b| a % b)),
    ("hypot", |vm, args| {
        let parts = floats(vm, args.positional)?;
        let length = parts.iter().fold(0.0, |sum: f64, part| sum.hypot(*part));
        Ok(vm.heap.new_float(length))
    }),
    ("floor", |vm, args| {
        rounded(vm, args, "floor", "__floor__", f64::floor)
    }),
    ("ceil", |vm, args| {
        rounded(vm, args, "ceil", "__ceil__", f64::ceil)
    }),
    ("trunc", |vm, args| {
        rounded(vm, args, "trunc", "__trunc__", f64::trunc)
    }),
    ("isnan", |vm, args| asked(vm, args, "isnan", f64::is_nan)),
    ("isinf", |vm, args| {
        asked(vm, args, "isinf", f64::is_infinite)
    }),
    ("isfinite", |vm, args| {
        asked(vm, args, "isfinite", f64::is_finite)
    }),
    ("isclose", isclose),
    ("gcd", |vm, args| folded(vm, args, 0, |a, b| a.gcd(b).abs())),
    ("lcm", |vm, args| folded(vm, args, 1, |a, b| a.lcm(b).abs())),
    ("factorial", factorial),
    ("isqrt", isqrt),
    ("comb", |vm, args| chosen(vm, args, "comb", true)),
    ("perm", |vm, args| chosen(vm, args, "perm", false)),
    ("fsum", |vm, args| {
        let items = args::one(vm, &args, "fsum")?;
        let items = vm.collect_iterable(items)?;
        let given: Vec<Ref> = items.iter().map(crate::heap::Owned::get).collect();
        let parts = floats(vm, &given);
        value::release_all(vm, items);
        let sum = exact_sum(&parts?);
        Ok(vm.heap.new_float(sum))
    }),
];

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "math", &OF_ONE);
    for (name, function) in OTHERS {
        vm.add_function(module.get(), name, function);
    }
    for (name, constant) in CONSTANTS {
        let constant = vm.heap.new_float(constant);
        native::bind(vm, dict, name, constant);
    }
    Ok(module)
}

fn positive_log2(x: f64) -> f64 {
    if x > 0.0 { x.log2() } else { f64::NAN }
}

fn positive_log10(x: f64) -> f64 {
    if x > 0.0 { x.log10() } else { f64::NAN }
}

fn floats(vm: &mut Vm, objects: &[Ref]) -> PyResult<Vec<f64>> {
    objects.iter().map(|&object| real(vm, object)).collect()
}

fn real(vm: &mut Vm, object: Ref) -> PyResult<f64> {
    let is_real =
        value::number(&vm.heap, object).is_some() || value::is_python_instance(&vm.heap, object);
    if is_real {
        return float::from_object(vm, object);
    }
    let class = vm.heap.class_name(object);
    vm.type_error(format!("must be real number, not {class}"))
}

fn checked(vm: &mut Vm, result: f64, given: &[f64]) -> PyResult {
    let finite = given.iter().all(|x| x.is_finite());
    if result.is_nan() && !given.iter().any(|x| x.is_nan()) {
        return vm.value_error("math domain error");
    }
    if result.is_infinite() && finite {
        return vm.raise(types::OVERFLOW_ERROR, "math range error");
    }
    Ok(vm.heap.new_float(result))
}

fn of_one(vm: &mut Vm, args: Args<'_>, name: &str, function: fn(f64) -> f64) -> PyResult {
    let argument = args::one(vm, &args, &format!("math.{name}"))?;
    let x = real(vm, argument)?;
    let result = function(x);
    if result.is_nan() && !x.is_nan() && vm.heap.profile.texts.math_names_input {
        let message = wrong_input(vm, name, argument, x);
        return vm.value_error(message);
    }
    checked(vm, result, &[x])
}

/// What a function of one float expects, and what it got instead (3.14).
fn wrong_input(vm: &Vm, name: &str, argument: Ref, x: f64) -> String {
    let got = float::repr(x);
    match name {
        "sqrt" => format!("expected a nonnegative input, got {got}"),
        "log2" | "log10" if value::int(&vm.heap, argument).is_some() => {
            "expected a positive input".to_owned()
        }
        "log2" | "log10" => format!("expected a positive input, got {got}"),
        "acos" | "asin" => format!("expected a number in range from -1 up to 1, got {got}"),
        "log1p" => format!("expected argument value > -1, got {got}"),
        _ => format!("expected a finite input, got {got}"),
    }
}

fn of_two(vm: &mut Vm, args: Args<'_>, name: &str, function: fn(f64, f64) -> f64) -> PyResult {
    let given = args::between(vm, &args, name, 2, 2)?;
    let (a, b) = (real(vm, given[0])?, real(vm, given[1])?);
    checked(vm, function(a, b), &[a, b])
}

fn asked(vm: &mut Vm, args: Args<'_>, name: &str, question: fn(f64) -> bool) -> PyResult {
    let argument = args::one(vm, &args, &format!("math.{name}"))?;
    let x = real(vm, argument)?;
    Ok(vm.bool(question(x)))
}

fn rounded(
    vm: &mut Vm,
    args: Args<'_>,
    name: &str,
    special: &str,
    round: fn(f64) -> f64,
) -> PyResult {
    let argument = args::one(vm, &args, &format!("math.{name}"))?;
    if value::is_python_instance(&vm.heap, argument)
        && let Some(result) = vm.call_special(argument, special, &[])?
    {
        return Ok(result);
    }
    let whole = match value::number(&vm.heap, argument) {
        Some(Number::Int(whole)) => whole,
        _ => {
            let x = real(vm, argument)?;
            numbers::whole(vm, round(x))?
        }
    };
    Ok(whole.into_object(&mut vm.heap))
}

fn log(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "log", 1, 2)?;
    let mut logarithms = Vec::new();
    for &argument in given {
        let x = match value::int(&vm.heap, argument) {
            Some(Int::Big(big)) if big.is_positive() => {
                // Beyond the range of floats: the bits that are left out count by themselves.
                let shift = big.bits().saturating_sub(1000);
                let rest = Int::from(big >> shift).to_f64();
                logarithms.push(rest.ln() + shift as f64 * std::f64::consts::LN_2);
                continue;
            }
            _ => real(vm, argument)?,
        };
        if x <= 0.0 {
            let message = if vm.heap.profile.texts.math_names_input {
                wrong_input(vm, "log2", argument, x)
            } else {
                "math domain error".to_owned()
            };
            return vm.value_error(message);
        }
        logarithms.push(x.ln());
    }
    let result = match logarithms[..] {
        [_, 0.0] => {
            let message = vm.heap.profile.texts.float_division_by_zero;
            return vm.raise(types::ZERO_DIVISION_ERROR, message);
        }
        [x, base] => x / base,
        _ => logarithms[0],
    };
    Ok(vm.heap.new_float(result))
}

fn isclose(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let names = ["a", "b", "rel_tol", "abs_tol"];
    let [a, b, relative, absolute] = args::named(vm, &args, "isclose", names, 2, 2)?;
    let (a, b) = (
        real(vm, a.unwrap_or(Ref::NONE))?,
        real(vm, b.unwrap_or(Ref::NONE))?,
    );
    let relative = match relative {
        Some(relative) => real(vm, relative)?,
        None => 1e-9,
    };
    let absolute = match absolute {
        Some(absolute) => real(vm, absolute)?,
        None => 0.0,
    };
    let is_close = a == b
        || a.is_finite()
            && b.is_finite()
            && (a - b).abs() <= (relative * a.abs().max(b.abs())).max(absolute);
    Ok(vm.bool(is_close))
}

fn folded(
    vm: &mut Vm,
    args: Args<'_>,
    start: i64,
    fold: fn(&BigInt, &BigInt) -> BigInt,
) -> PyResult {
    let mut result = BigInt::from(start);
    for &argument in args.positional {
        let next = value::index(vm, argument)?.into_big();
        result = fold(&result, &next);
    }
    Ok(vm.heap.new_bigint(result))
}

/// The largest argument of factorial(), comb() and perm() that is not out of all bounds here.
const MAX_ARGUMENT: i64 = 100_000;

fn small_argument(vm: &mut Vm, argument: Ref, name: &str) -> PyResult<i64> {
    match value::index(vm, argument)? {
        Int::Small(n) if n < 0 => {
            vm.value_error(format!("{name}() not defined for negative values"))
        }
        Int::Small(n) if n <= MAX_ARGUMENT => Ok(n),
        _ => vm.raise(
            types::OVERFLOW_ERROR,
            format!("{name}() argument should not exceed {MAX_ARGUMENT}"),
        ),
    }
}

fn factorial(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let argument = args::one(vm, &args, "math.factorial")?;
    let n = small_argument(vm, argument, "factorial")?;
    let product = (2..=n).fold(BigInt::from(1), |product, factor| product * factor);
    Ok(vm.heap.new_bigint(product))
}

fn isqrt(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let argument = args::one(vm, &args, "math.isqrt")?;
    let n = value::index(vm, argument)?;
    if n.is_negative() {
        return vm.value_error("isqrt() argument must be nonnegative");
    }
    let root = n.into_big().sqrt();
    Ok(vm.heap.new_bigint(root))
}

fn chosen(vm: &mut Vm, args: Args<'_>, name: &str, any_order: bool) -> PyResult {
    let given = args::between(vm, &args, name, 1, 2)?;
    let n = small_argument(vm, given[0], name)?;
    let k = match given.get(1).filter(|&&k| k != Ref::NONE) {
        Some(&k) => small_argument(vm, k, name)?,
        None => n,
    };
    let mut product = BigInt::from(i64::from(k <= n));
    if k <= n {
        for step in 0..k {
            product *= n - step;
            if any_order {
                product /= step + 1;
            }
        }
    }
    Ok(vm.heap.new_bigint(product))
}

/// Shewchuk's sum: partial sums that do not overlap.
fn exact_sum(numbers: &[f64]) -> f64 {
    let mut partials: Vec<f64> = Vec::new();
    for &number in numbers {
        let mut x = number;
        let mut kept = Vec::new();
        for &partial in &partials {
            let (big, small) = if x.abs() < partial.abs() {
                (partial, x)
            } else {
                (x, partial)
            };
            let sum = big + small;
            let rest = small - (sum - big);
            if rest != 0.0 {
                kept.push(rest);
            }
            x = sum;
        }
        kept.push(x);
        partials = kept;
    }
    partials.iter().rev().sum()
}
