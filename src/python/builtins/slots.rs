//! Special methods of the built-in types as attributes: `list.__len__`, `super().__setitem__(…)`, `(1).__add__(2)`.
//!
//! Each calls the native operation of its slot. Mirrors slotdefs of Objects/typeobject.c.

use super::Next;
use super::args;
use crate::heap::{Owned, Ref, types};
use crate::python::code::{BinaryOperator as B, Comparison as C, UnaryOperator as U};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const COMPARISONS: &[(&str, NativeFn)] = &[
    ("__lt__", |vm, args| compare(vm, args, C::Lt)),
    ("__le__", |vm, args| compare(vm, args, C::Le)),
    ("__eq__", |vm, args| compare(vm, args, C::Eq)),
    ("__ne__", |vm, args| compare(vm, args, C::Ne)),
    ("__gt__", |vm, args| compare(vm, args, C::Gt)),
    ("__ge__", |vm, args| compare(vm, args, C::Ge)),
];
const REPR: &[(&str, NativeFn)] = &[("__repr__", repr)];
const STR: &[(&str, NativeFn)] = &[("__str__", str), ("__format__", format)];
const FORMAT: &[(&str, NativeFn)] = &[("__format__", format)];
const HASH: &[(&str, NativeFn)] = &[("__hash__", hash)];
const LEN: &[(&str, NativeFn)] = &[("__len__", len)];
const ITER: &[(&str, NativeFn)] = &[("__iter__", iter)];
const NEXT: &[(&str, NativeFn)] = &[("__iter__", iter), ("__next__", next)];
const CONTAINS: &[(&str, NativeFn)] = &[("__contains__", contains)];
const GET: &[(&str, NativeFn)] = &[("__getitem__", get_item)];
const SET_DELETE: &[(&str, NativeFn)] = &[("__setitem__", set_item), ("__delitem__", delete_item)];
const BOOL: &[(&str, NativeFn)] = &[("__bool__", truth)];
const CONCAT: &[(&str, NativeFn)] = &[
    ("__add__", |vm, args| sequence_binary(vm, args, B::Add)),
    ("__mul__", |vm, args| sequence_binary(vm, args, B::Mul)),
    ("__rmul__", |vm, args| sequence_binary(vm, args, B::Mul)),
];
const INPLACE_LIST: &[(&str, NativeFn)] = &[
    ("__iadd__", |vm, args| inplace(vm, args, B::Add)),
    ("__imul__", |vm, args| inplace(vm, args, B::Mul)),
];
const PERCENT: &[(&str, NativeFn)] = &[
    ("__mod__", |vm, args| binary(vm, args, B::Mod)),
    ("__rmod__", |vm, args| reflected(vm, args, B::Mod)),
];
const SET_OPERATORS: &[(&str, NativeFn)] = &[
    ("__or__", |vm, args| binary(vm, args, B::Or)),
    ("__and__", |vm, args| binary(vm, args, B::And)),
    ("__sub__", |vm, args| binary(vm, args, B::Sub)),
    ("__xor__", |vm, args| binary(vm, args, B::Xor)),
    ("__ror__", |vm, args| reflected(vm, args, B::Or)),
    ("__rand__", |vm, args| reflected(vm, args, B::And)),
    ("__rsub__", |vm, args| reflected(vm, args, B::Sub)),
    ("__rxor__", |vm, args| reflected(vm, args, B::Xor)),
];
const INPLACE_SET: &[(&str, NativeFn)] = &[
    ("__ior__", |vm, args| inplace(vm, args, B::Or)),
    ("__iand__", |vm, args| inplace(vm, args, B::And)),
    ("__isub__", |vm, args| inplace(vm, args, B::Sub)),
    ("__ixor__", |vm, args| inplace(vm, args, B::Xor)),
];
const DICT_OPERATORS: &[(&str, NativeFn)] = &[
    ("__or__", |vm, args| binary(vm, args, B::Or)),
    ("__ror__", |vm, args| reflected(vm, args, B::Or)),
    ("__ior__", |vm, args| inplace(vm, args, B::Or)),
];
const ARITHMETIC: &[(&str, NativeFn)] = &[
    ("__add__", |vm, args| binary(vm, args, B::Add)),
    ("__radd__", |vm, args| reflected(vm, args, B::Add)),
    ("__sub__", |vm, args| binary(vm, args, B::Sub)),
    ("__rsub__", |vm, args| reflected(vm, args, B::Sub)),
    ("__mul__", |vm, args| binary(vm, args, B::Mul)),
    ("__rmul__", |vm, args| reflected(vm, args, B::Mul)),
    ("__truediv__", |vm, args| binary(vm, args, B::TrueDiv)),
    ("__rtruediv__", |vm, args| reflected(vm, args, B::TrueDiv)),
    ("__floordiv__", |vm, args| binary(vm, args, B::FloorDiv)),
    ("__rfloordiv__", |vm, args| reflected(vm, args, B::FloorDiv)),
    ("__mod__", |vm, args| binary(vm, args, B::Mod)),
    ("__rmod__", |vm, args| reflected(vm, args, B::Mod)),
    ("__pow__", |vm, args| binary(vm, args, B::Pow)),
    ("__rpow__", |vm, args| reflected(vm, args, B::Pow)),
    ("__divmod__", divmod),
    ("__neg__", |vm, args| unary(vm, args, U::Negative)),
    ("__pos__", |vm, args| unary(vm, args, U::Positive)),
    ("__abs__", absolute),
];
const COMPLEX: &[(&str, NativeFn)] = &[
    ("__add__", |vm, args| binary(vm, args, B::Add)),
    ("__radd__", |vm, args| reflected(vm, args, B::Add)),
    ("__sub__", |vm, args| binary(vm, args, B::Sub)),
    ("__rsub__", |vm, args| reflected(vm, args, B::Sub)),
    ("__mul__", |vm, args| binary(vm, args, B::Mul)),
    ("__rmul__", |vm, args| reflected(vm, args, B::Mul)),
    ("__truediv__", |vm, args| binary(vm, args, B::TrueDiv)),
    ("__rtruediv__", |vm, args| reflected(vm, args, B::TrueDiv)),
    ("__pow__", |vm, args| binary(vm, args, B::Pow)),
    ("__rpow__", |vm, args| reflected(vm, args, B::Pow)),
    ("__neg__", |vm, args| unary(vm, args, U::Negative)),
    ("__pos__", |vm, args| unary(vm, args, U::Positive)),
];
const BITS: &[(&str, NativeFn)] = &[
    ("__and__", |vm, args| binary(vm, args, B::And)),
    ("__rand__", |vm, args| reflected(vm, args, B::And)),
    ("__or__", |vm, args| binary(vm, args, B::Or)),
    ("__ror__", |vm, args| reflected(vm, args, B::Or)),
    ("__xor__", |vm, args| binary(vm, args, B::Xor)),
    ("__rxor__", |vm, args| reflected(vm, args, B::Xor)),
    ("__lshift__", |vm, args| binary(vm, args, B::LShift)),
    ("__rlshift__", |vm, args| reflected(vm, args, B::LShift)),
    ("__rshift__", |vm, args| binary(vm, args, B::RShift)),
    ("__rrshift__", |vm, args| reflected(vm, args, B::RShift)),
    ("__invert__", |vm, args| unary(vm, args, U::Invert)),
];

type Slots = &'static [&'static [(&'static str, NativeFn)]];

const TABLE: &[(Ref, Slots)] = &[
    (
        types::INT,
        &[REPR, FORMAT, HASH, COMPARISONS, BOOL, ARITHMETIC, BITS],
    ),
    (types::BOOL, &[REPR]),
    (
        types::FLOAT,
        &[REPR, FORMAT, HASH, COMPARISONS, BOOL, ARITHMETIC],
    ),
    (
        types::COMPLEX,
        &[REPR, FORMAT, HASH, COMPARISONS, BOOL, COMPLEX],
    ),
    (
        types::STR,
        &[
            REPR,
            STR,
            HASH,
            COMPARISONS,
            LEN,
            ITER,
            CONTAINS,
            GET,
            CONCAT,
            PERCENT,
        ],
    ),
    (
        types::BYTES,
        &[REPR, HASH, COMPARISONS, LEN, ITER, CONTAINS, GET, CONCAT],
    ),
    (types::NONE_TYPE, &[REPR, BOOL]),
    (
        types::LIST,
        &[
            REPR,
            COMPARISONS,
            LEN,
            ITER,
            CONTAINS,
            GET,
            SET_DELETE,
            CONCAT,
            INPLACE_LIST,
        ],
    ),
    (
        types::TUPLE,
        &[REPR, HASH, COMPARISONS, LEN, ITER, CONTAINS, GET, CONCAT],
    ),
    (
        types::DICT,
        &[REPR, COMPARISONS, LEN, ITER, CONTAINS, GET, SET_DELETE],
    ),
    (
        types::SET,
        &[
            REPR,
            COMPARISONS,
            LEN,
            ITER,
            CONTAINS,
            SET_OPERATORS,
            INPLACE_SET,
        ],
    ),
    (
        types::FROZENSET,
        &[REPR, HASH, COMPARISONS, LEN, ITER, CONTAINS, SET_OPERATORS],
    ),
    (
        types::RANGE,
        &[REPR, HASH, COMPARISONS, LEN, ITER, CONTAINS, GET, BOOL],
    ),
    (types::SLICE, &[REPR, COMPARISONS]),
    (
        types::DICT_KEYS,
        &[REPR, COMPARISONS, LEN, ITER, CONTAINS, SET_OPERATORS],
    ),
    (types::DICT_VALUES, &[REPR, LEN, ITER]),
    (
        types::DICT_ITEMS,
        &[REPR, COMPARISONS, LEN, ITER, CONTAINS, SET_OPERATORS],
    ),
    (
        types::MAPPING_PROXY,
        &[REPR, COMPARISONS, LEN, ITER, CONTAINS, GET],
    ),
    (types::LIST_ITERATOR, &[NEXT]),
    (types::LIST_REVERSEITERATOR, &[NEXT]),
    (types::TUPLE_ITERATOR, &[NEXT]),
    (types::STR_ITERATOR, &[NEXT]),
    (types::BYTES_ITERATOR, &[NEXT]),
    (types::RANGE_ITERATOR, &[NEXT]),
    (types::DICT_KEYITERATOR, &[NEXT]),
    (types::DICT_VALUEITERATOR, &[NEXT]),
    (types::DICT_ITEMITERATOR, &[NEXT]),
    (types::SET_ITERATOR, &[NEXT]),
    (types::ITERATOR, &[NEXT]),
    (types::CALLABLE_ITERATOR, &[NEXT]),
    (types::REVERSED, &[NEXT]),
    (types::ENUMERATE, &[NEXT]),
    (types::ZIP, &[NEXT]),
    (types::MAP, &[NEXT]),
    (types::FILTER, &[NEXT]),
    (types::BASE_EXCEPTION, &[REPR, &[("__str__", str)]]),
    (types::METHOD, &[REPR, HASH, COMPARISONS]),
    (types::FUNCTION, &[REPR]),
    (types::WEAKREF, &[REPR, HASH, COMPARISONS]),
];

pub fn install(vm: &mut Vm) {
    for (class, slots) in TABLE {
        for (name, function) in slots.iter().copied().flatten() {
            vm.add_method(*class, name, *function);
        }
    }
    if vm.heap.profile.dict_has_union {
        for (name, function) in DICT_OPERATORS {
            vm.add_method(types::DICT, name, *function);
        }
    }
    for class in [types::LIST, types::DICT, types::SET] {
        let dict = vm.heap.type_body(class).dict;
        if let Some(dict) = dict {
            let none = vm.none().into_counted();
            vm.heap.dict_set_text(dict, "__hash__", none);
        }
    }
}

fn or_not_implemented(vm: &mut Vm, result: Option<Owned>) -> PyResult {
    Ok(match result {
        Some(result) => result,
        None => vm.heap.new_ref(Ref::NOT_IMPLEMENTED),
    })
}

fn two(vm: &mut Vm, args: &Args<'_>) -> PyResult<(Ref, Ref)> {
    match *args.positional {
        [receiver, other] => Ok((receiver, other)),
        _ => {
            let given = args.positional.len().saturating_sub(1);
            vm.type_error(format!("expected 1 argument, got {given}"))
        }
    }
}

fn one(vm: &mut Vm, args: &Args<'_>) -> PyResult<Ref> {
    match *args.positional {
        [receiver] => Ok(receiver),
        _ => {
            let given = args.positional.len().saturating_sub(1);
            vm.type_error(format!("expected 0 arguments, got {given}"))
        }
    }
}

pub(super) fn compare(vm: &mut Vm, args: Args<'_>, operator: C) -> PyResult {
    let (left, right) = two(vm, &args)?;
    let result = super::compare(vm, operator, left, right)?;
    or_not_implemented(vm, result)
}

fn binary(vm: &mut Vm, args: Args<'_>, operator: B) -> PyResult {
    let (left, right) = two(vm, &args)?;
    let result = super::binary(vm, operator, left, right)?;
    or_not_implemented(vm, result)
}

fn reflected(vm: &mut Vm, args: Args<'_>, operator: B) -> PyResult {
    let (right, left) = two(vm, &args)?;
    let result = super::binary(vm, operator, left, right)?;
    or_not_implemented(vm, result)
}

/// + and * of sequences, which complain instead of giving NotImplemented.
fn sequence_binary(vm: &mut Vm, args: Args<'_>, operator: B) -> PyResult {
    let (left, right) = two(vm, &args)?;
    match super::binary(vm, operator, left, right)? {
        Some(result) => Ok(result),
        None => match super::operator_error(vm, operator, left, right) {
            Some(message) => vm.type_error(message),
            None => or_not_implemented(vm, None),
        },
    }
}

fn inplace(vm: &mut Vm, args: Args<'_>, operator: B) -> PyResult {
    let (left, right) = two(vm, &args)?;
    let result = super::inplace(vm, operator, left, right)?;
    or_not_implemented(vm, result)
}

fn unary(vm: &mut Vm, args: Args<'_>, operator: U) -> PyResult {
    let operand = one(vm, &args)?;
    let result = super::unary(vm, operator, operand)?;
    or_not_implemented(vm, result)
}

fn absolute(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let operand = one(vm, &args)?;
    let result = super::numbers::absolute(vm, operand);
    or_not_implemented(vm, result)
}

fn divmod(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (left, right) = two(vm, &args)?;
    let result = super::numbers::divmod(vm, left, right)?;
    or_not_implemented(vm, result)
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let shown = match super::repr(vm, object)? {
        Some(shown) => shown,
        None => super::object::default_repr(vm, object),
    };
    Ok(vm.heap.new_str(&shown))
}

fn str(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let shown = match super::str(vm, object)? {
        Some(shown) => shown,
        None => vm.repr(object)?,
    };
    Ok(vm.heap.new_str(&shown))
}

fn format(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (object, spec) = two(vm, &args)?;
    let spec = args::text(vm, spec, "__format__", "")?;
    match super::format_value(vm, object, &spec)? {
        Some(shown) => Ok(vm.heap.new_str(&shown)),
        None => super::object::format_plainly(vm, object, &spec),
    }
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let hash = match super::hash(vm, object)? {
        Some(hash) => hash,
        None => super::object::identity_hash(vm, object),
    };
    Ok(vm.heap.new_int(hash))
}

fn len(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let n = super::len(vm, object)?.unwrap_or(0);
    Ok(vm.heap.new_int(n as i64))
}

fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let iterator = super::iter(vm, object)?;
    or_not_implemented(vm, iterator)
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let iterator = one(vm, &args)?;
    match super::next(vm, iterator)? {
        Next::Value(value) => Ok(value),
        _ => super::exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new()),
    }
}

fn contains(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (container, item) = two(vm, &args)?;
    let found = super::contains(vm, container, item)?.unwrap_or(false);
    Ok(vm.bool(found))
}

fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (container, index) = two(vm, &args)?;
    let missing = vm.heap.dict(container).is_some()
        && super::value::is_python_instance(&vm.heap, container)
        && super::overrides(vm, container, "__missing__");
    let result = match super::get_item(vm, container, index) {
        Err(error) if missing => {
            super::exceptions::catch(vm, error, types::KEY_ERROR)?;
            vm.call_special(container, "__missing__", &[index])?
        }
        other => other?,
    };
    or_not_implemented(vm, result)
}

fn set_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    match *args.positional {
        [container, index, value] => {
            super::set_item(vm, container, index, value)?;
            Ok(vm.none())
        }
        _ => {
            let given = args.positional.len().saturating_sub(1);
            vm.type_error(format!("expected 2 arguments, got {given}"))
        }
    }
}

fn delete_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (container, index) = two(vm, &args)?;
    super::delete_item(vm, container, index)?;
    Ok(vm.none())
}

fn truth(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = one(vm, &args)?;
    let truth = super::truth(vm, object)?.unwrap_or(true);
    Ok(vm.bool(truth))
}
