//! What the built-in types and functions do.
//!
//! In: operands and arguments. Out: values, or exceptions with CPython's texts. The functions here are the native part
//! only: they look at payloads, of exact built-in objects and of instances of subclasses alike, and never at special methods
//! of classes written in Python; None says that the built-in types have no answer, and the interpreter goes on with
//! reflected operands or its TypeError. Mirrors CPython's Objects/*.c and Python/bltinmodule.c.

use crate::heap::{Owned, Ref};
use crate::python::code::{BinaryOperator, Comparison, UnaryOperator};
use crate::python::vm::{PyResult, Vm};

/// What the built-ins remember between calls.
#[derive(Default)]
pub struct State {
    /// Containers whose repr is being made, outermost first (CPython's Py_ReprEnter).
    pub repr_running: Vec<Ref>,
    /// The sys module's dict, once it was made.
    pub sys_dict: Option<Ref>,
}

/// Fills the dicts of the built-in types, and the builtins module's dict.
pub fn install(_vm: &mut Vm, _builtins_dict: Ref) {
    todo!()
}

/// left op right, natively.
pub fn binary(
    _vm: &mut Vm,
    _operator: BinaryOperator,
    _left: Ref,
    _right: Ref,
) -> PyResult<Option<Owned>> {
    todo!()
}

/// left op= right: what changes `left` itself. None: as [`binary`].
pub fn inplace(
    _vm: &mut Vm,
    _operator: BinaryOperator,
    _left: Ref,
    _right: Ref,
) -> PyResult<Option<Owned>> {
    todo!()
}

/// Not `not`, which is [`truth`].
pub fn unary(_vm: &mut Vm, _operator: UnaryOperator, _operand: Ref) -> PyResult<Option<Owned>> {
    todo!()
}

/// None where CPython's tp_richcompare gives NotImplemented.
pub fn compare(
    _vm: &mut Vm,
    _operator: Comparison,
    _left: Ref,
    _right: Ref,
) -> PyResult<Option<Owned>> {
    todo!()
}

/// item in container.
pub fn contains(_vm: &mut Vm, _container: Ref, _item: Ref) -> PyResult<Option<bool>> {
    todo!()
}

/// container[index]; a subclass of dict is asked for `__missing__` by the caller, who sees KeyError.
pub fn get_item(_vm: &mut Vm, _container: Ref, _index: Ref) -> PyResult<Option<Owned>> {
    todo!()
}

pub fn set_item(_vm: &mut Vm, _container: Ref, _index: Ref, _value: Ref) -> PyResult<Option<()>> {
    todo!()
}

pub fn delete_item(_vm: &mut Vm, _container: Ref, _index: Ref) -> PyResult<Option<()>> {
    todo!()
}

pub fn len(_vm: &mut Vm, _object: Ref) -> PyResult<Option<usize>> {
    todo!()
}

/// None: no built-in says, so it is true (or `__bool__` or `__len__` decide).
pub fn truth(_vm: &mut Vm, _object: Ref) -> PyResult<Option<bool>> {
    todo!()
}

/// TypeError for unhashable types; None: by identity.
pub fn hash(_vm: &mut Vm, _object: Ref) -> PyResult<Option<i64>> {
    todo!()
}

/// iter(object).
pub fn iter(_vm: &mut Vm, _object: Ref) -> PyResult<Option<Owned>> {
    todo!()
}

/// What next() gives.
pub enum Next {
    Value(Owned),
    Exhausted,
    /// It is no built-in iterator.
    NotNative,
}

/// next(iterator) of the built-in iterators; generators are the interpreter's.
pub fn next(_vm: &mut Vm, _iterator: Ref) -> PyResult<Next> {
    todo!()
}

/// None: `<C object at 0x…>`, which the caller writes.
pub fn repr(_vm: &mut Vm, _object: Ref) -> PyResult<Option<String>> {
    todo!()
}

/// None: str() is repr().
pub fn str(_vm: &mut Vm, _object: Ref) -> PyResult<Option<String>> {
    todo!()
}

/// format(value, spec) of the built-in types; None: `object.__format__`, which accepts an empty spec only.
pub fn format_value(_vm: &mut Vm, _value: Ref, _spec: &str) -> PyResult<Option<String>> {
    todo!()
}
