//! Operators on objects of built-in types.
//! Mirrors the number slots of CPython's Objects/*.c, as Objects/abstract.c asks them.

use super::{complex, dict, list, numbers, percent, sequence, set, union, value};
use super::{is_of_module_type, module_special};
use crate::heap::{Owned, Ref};
use crate::python::code::{BinaryOperator as Op, Comparison, UnaryOperator};
use crate::python::modules::weakref::proxied;
use crate::python::vm::{PyResult, Vm};

/// As [`module_special`], for operators: NotImplemented is none.
fn module_operator(vm: &mut Vm, object: Ref, name: &str, other: Ref) -> PyResult<Option<Owned>> {
    match module_special(vm, object, name, &[other])? {
        Some(result) if result.get() == Ref::NOT_IMPLEMENTED => {
            vm.release(result);
            Ok(None)
        }
        result => Ok(result),
    }
}

/// What a proxy stands for, and what else does not.
struct Operands {
    left: Owned,
    right: Owned,
}

/// The operands with proxies replaced by what they stand for; none when neither is a proxy.
fn without_proxies(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<Option<Operands>> {
    let (a, b) = (proxied(vm, left)?, proxied(vm, right)?);
    if a.is_none() && b.is_none() {
        return Ok(None);
    }
    let left = a.unwrap_or_else(|| vm.heap.new_ref(left));
    let right = b.unwrap_or_else(|| vm.heap.new_ref(right));
    Ok(Some(Operands { left, right }))
}

impl Operands {
    fn release<T>(self, vm: &mut Vm, result: PyResult<T>) -> PyResult<Option<T>> {
        vm.release(self.left);
        vm.release(self.right);
        result.map(Some)
    }
}

const BINARY_NAMES: [&str; 13] = [
    "__add__",
    "__sub__",
    "__mul__",
    "__matmul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__lshift__",
    "__rshift__",
    "__and__",
    "__or__",
    "__xor__",
];

const REFLECTED_NAMES: [&str; 13] = [
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__rmatmul__",
    "__rtruediv__",
    "__rfloordiv__",
    "__rmod__",
    "__rpow__",
    "__rlshift__",
    "__rrshift__",
    "__rand__",
    "__ror__",
    "__rxor__",
];

/// left op right, natively.
pub fn binary(vm: &mut Vm, operator: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    if let (Some(a), Some(b)) = (vm.heap.as_i64(left), vm.heap.as_i64(right))
        && let Some(value) = numbers::small_binary(operator, a, b)
    {
        return Ok(Some(vm.heap.new_int(value)));
    }
    if let Some(value) = numbers::binary(vm, operator, left, right)? {
        return Ok(Some(value));
    }
    if let Some(operands) = without_proxies(vm, left, right)? {
        let result = vm.binary(operator, operands.left.get(), operands.right.get());
        return operands.release(vm, result);
    }
    if let Some(result) = module_operator(vm, left, BINARY_NAMES[operator as usize], right)? {
        return Ok(Some(result));
    }
    if let Some(result) = module_operator(vm, right, REFLECTED_NAMES[operator as usize], left)? {
        return Ok(Some(result));
    }
    match operator {
        Op::Add => sequence::concat(vm, left, right),
        Op::Mul => sequence::repeat(vm, left, right),
        Op::Mod => match value::text(&vm.heap, left) {
            // A text that is all of the result is the result.
            Some(format)
                if &*format == "%s" && vm.heap.class_of(right) == crate::heap::types::STR =>
            {
                Ok(Some(vm.heap.new_ref(right)))
            }
            Some(format) => {
                let shown = percent::percent_format(vm, &format, right)?;
                Ok(Some(vm.heap.new_str(&shown)))
            }
            None => Ok(None),
        },
        Op::Or
            if vm.heap.profile.dict_has_union
                && vm.heap.dict(left).is_some()
                && vm.heap.dict(right).is_some() =>
        {
            dict::union(vm, left, right).map(Some)
        }
        Op::Or if union::is_asked_for(vm, left, right) => Ok(union::union(vm, left, right)),
        Op::Or | Op::And | Op::Sub | Op::Xor => set::binary(vm, operator, left, right),
        _ => Ok(None),
    }
}

/// left op= right: what changes `left` itself. None: as [`binary`].
pub fn inplace(vm: &mut Vm, operator: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    if let Some(target) = proxied(vm, left)? {
        let result = vm.inplace(operator, target.get(), right);
        vm.release(target);
        return result.map(Some);
    }
    if is_of_module_type(vm, left) {
        let name = BINARY_NAMES[operator as usize].replacen("__", "__i", 1);
        return module_operator(vm, left, &name, right);
    }
    let heap = &vm.heap;
    match operator {
        Op::Add if heap.list(left).is_some() => list::inplace_add(vm, left, right).map(Some),
        Op::Mul if heap.list(left).is_some() => list::inplace_repeat(vm, left, right),
        Op::Or if heap.dict(left).is_some() && heap.profile.dict_has_union => {
            dict::update(vm, left, Some(right), &[])?;
            Ok(Some(vm.heap.new_ref(left)))
        }
        Op::Or | Op::And | Op::Sub | Op::Xor if heap.set(left).is_some() => {
            set::inplace(vm, operator, left, right)
        }
        _ => Ok(None),
    }
}

/// Not `not`, which is [`truth`].
pub fn unary(vm: &mut Vm, operator: UnaryOperator, operand: Ref) -> PyResult<Option<Owned>> {
    if let Some(target) = proxied(vm, operand)? {
        let result = vm.unary(operator, target.get());
        vm.release(target);
        return result.map(Some);
    }
    if let Some(value) = complex::unary(vm, operator, operand) {
        return Ok(Some(value));
    }
    Ok(numbers::unary(vm, operator, operand))
}

/// None where CPython's tp_richcompare gives NotImplemented.
pub fn compare(
    vm: &mut Vm,
    operator: Comparison,
    left: Ref,
    right: Ref,
) -> PyResult<Option<Owned>> {
    if let Some(operands) = without_proxies(vm, left, right)? {
        let result = vm.compare(operator, operands.left.get(), operands.right.get());
        return operands.release(vm, result);
    }
    let name = match operator {
        Comparison::Lt => "__lt__",
        Comparison::Le => "__le__",
        Comparison::Eq => "__eq__",
        Comparison::Ne => "__ne__",
        Comparison::Gt => "__gt__",
        Comparison::Ge => "__ge__",
    };
    if let Some(result) = module_operator(vm, left, name, right)? {
        return Ok(Some(result));
    }
    super::compare::compare(vm, operator, left, right)
}
