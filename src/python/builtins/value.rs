//! Reading values out of objects: of exact built-in objects and of instances of subclasses alike.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use thin_vec::ThinVec;

use crate::heap::payload::{Attributes, Base, Derived};
use crate::heap::{Heap, Owned, Payload, Ref, types};
use crate::python::modules::weakref::proxied;
use crate::python::vm::{PyResult, Vm};

/// An int of any size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Big(BigInt),
}

impl Int {
    pub fn into_big(self) -> BigInt {
        match self {
            Int::Small(value) => BigInt::from(value),
            Int::Big(value) => value,
        }
    }

    /// The nearest float; infinite beyond the range.
    pub fn to_f64(&self) -> f64 {
        match self {
            Int::Small(value) => *value as f64,
            Int::Big(value) => value.to_f64().unwrap_or(f64::INFINITY),
        }
    }

    /// Clamped to 64 bits, as slices take indices.
    pub fn clamped(&self) -> i64 {
        match self {
            Int::Small(value) => *value,
            Int::Big(value) if value.sign() == num_bigint::Sign::Minus => i64::MIN,
            Int::Big(_) => i64::MAX,
        }
    }

    pub fn is_zero(&self) -> bool {
        *self == Int::Small(0)
    }

    pub fn is_negative(&self) -> bool {
        match self {
            Int::Small(value) => *value < 0,
            Int::Big(value) => value.sign() == num_bigint::Sign::Minus,
        }
    }

    pub fn into_object(self, heap: &mut Heap) -> Owned {
        match self {
            Int::Small(value) => heap.new_int(value),
            Int::Big(value) => heap.new_bigint(value),
        }
    }
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Int {
        match i64::try_from(&value) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(value),
        }
    }
}

/// A number: int, bool or float.
#[derive(Clone, Debug)]
pub enum Number {
    Int(Int),
    Float(f64),
}

/// The atom behind an instance of a subclass of int, float, str or bytes; any other object is itself.
#[inline]
pub fn plain(heap: &Heap, object: Ref) -> Ref {
    match heap.payload_of(object) {
        Some(Payload::Derived(body)) => match body.base {
            Base::Atom(atom) => atom,
            _ => object,
        },
        _ => object,
    }
}

/// Value of an int or bool.
#[inline]
pub fn int(heap: &Heap, object: Ref) -> Option<Int> {
    let object = plain(heap, object);
    match heap.as_small(object) {
        Some(small) => Some(Int::Small(small)),
        None => heap.as_bigint(object).map(Int::from),
    }
}

pub fn number(heap: &Heap, object: Ref) -> Option<Number> {
    let object = plain(heap, object);
    match heap.as_f64(object) {
        Some(value) => Some(Number::Float(value)),
        None => int(heap, object).map(Number::Int),
    }
}

/// Text of a str.
#[inline]
pub fn text(heap: &Heap, object: Ref) -> Option<Rc<str>> {
    heap.str_rc(plain(heap, object))
}

/// The bytes of a bytes-like object: bytes, bytearray, memoryview.
pub fn bytes(heap: &Heap, object: Ref) -> Option<Vec<u8>> {
    match heap.as_bytes(plain(heap, object)) {
        Some(bytes) => Some(bytes.to_vec()),
        None => super::bytearray::buffer(heap, object),
    }
}

/// Value of an int, or what `__index__` says; TypeError "'C' object cannot be interpreted as an integer".
pub fn index(vm: &mut Vm, object: Ref) -> PyResult<Int> {
    if let Some(value) = int(&vm.heap, object) {
        return Ok(value);
    }
    match optional_index(vm, object)? {
        Some(value) => Ok(value),
        None => {
            let class = vm.heap.class_name(object);
            vm.type_error(format!(
                "'{class}' object cannot be interpreted as an integer"
            ))
        }
    }
}

/// As [`index`]; none when the object has no `__index__`.
pub fn optional_index(vm: &mut Vm, object: Ref) -> PyResult<Option<Int>> {
    if let Some(value) = int(&vm.heap, object) {
        return Ok(Some(value));
    }
    if let Some(target) = proxied(vm, object)? {
        let value = optional_index(vm, target.get());
        vm.release(target);
        return value;
    }
    if !is_python_instance(&vm.heap, object) {
        return Ok(None);
    }
    let Some(result) = vm.call_special(object, "__index__", &[])? else {
        return Ok(None);
    };
    let value = int(&vm.heap, result.get());
    match value {
        Some(value) => {
            vm.release(result);
            Ok(Some(value))
        }
        None => {
            let class = vm.heap.class_name(result.get());
            vm.type_error(if vm.heap.profile.texts.results_name_class {
                let owner = vm.heap.class_name(object);
                format!("{owner}.__index__() must return an int, not {class}")
            } else {
                format!("__index__ returned non-int (type {class})")
            })
        }
    }
}

/// An index into a sequence of that length: OverflowError-free, as sequences take it; none when out of range.
pub fn position(index: &Int, length: usize) -> Option<usize> {
    let Int::Small(index) = *index else {
        return None;
    };
    let position = if index < 0 {
        index + length as i64
    } else {
        index
    };
    usize::try_from(position)
        .ok()
        .filter(|&position| position < length)
}

/// An int argument that must fit into CPython's ssize_t.
pub fn ssize(vm: &mut Vm, object: Ref) -> PyResult<i64> {
    match index(vm, object)? {
        Int::Small(value) => Ok(value),
        Int::Big(_) => vm.raise(
            types::OVERFLOW_ERROR,
            "Python int too large to convert to C ssize_t",
        ),
    }
}

/// The class was made by a class statement, so that it may have special methods of its own.
#[inline]
pub fn is_python_class(heap: &Heap, class: Ref) -> bool {
    heap.type_body(class).is_heap_type
}

#[inline]
pub fn is_python_instance(heap: &Heap, object: Ref) -> bool {
    object.is_container() && is_python_class(heap, heap.class_of(object))
}

/// Attributes of a new instance of that class: nothing set.
pub fn no_attributes(heap: &Heap, class: Ref) -> Attributes {
    let n_slots = heap.type_body(class).slot_names.len();
    let mut slots = ThinVec::with_capacity(n_slots);
    slots.resize(n_slots, None);
    Attributes {
        slots,
        ..Attributes::default()
    }
}

/// A new object of a subclass of a built-in type; tracked if the collector sees its kind.
pub fn new_derived(vm: &mut Vm, class: Ref, base: Base) -> Owned {
    let attributes = no_attributes(&vm.heap, class);
    let body = Derived { attributes, base };
    let new = vm.heap.alloc(class, Payload::Derived(Box::new(body)));
    if vm.heap.is_gc(new.get()) {
        vm.heap.track(new.get());
    }
    new
}

/// An atom of that class: itself for the exact built-in class, else wrapped into an instance of the subclass.
pub fn atom_of_class(vm: &mut Vm, class: Ref, atom: Owned) -> Owned {
    if is_python_class(&vm.heap, class) {
        new_derived(vm, class, Base::Atom(atom.into_counted()))
    } else {
        atom
    }
}

/// Releases all of them, first to last.
pub fn release_all(vm: &mut Vm, references: Vec<Owned>) {
    for reference in references {
        vm.release(reference);
    }
}

/// Makes counted references of borrowed ones.
pub fn counted(heap: &mut Heap, references: &[Ref]) -> Vec<Ref> {
    for &reference in references {
        heap.incref(reference);
    }
    references.to_vec()
}

/// Counted references out of owned ones.
pub fn into_counted(references: Vec<Owned>) -> Vec<Ref> {
    references.into_iter().map(Owned::into_counted).collect()
}
