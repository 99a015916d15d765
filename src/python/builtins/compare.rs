//! Comparisons of built-in objects: the tp_richcompare slots.
//!
//! Sequences and dicts compare their items through the interpreter, one level of Python's recursion deeper each time.

use std::cmp::Ordering;

use super::{set, value};
use crate::heap::payload::DictPart;
use crate::heap::{Owned, Payload, Ref};
use crate::python::code::Comparison as Op;
use crate::python::vm::{PyResult, Vm};

/// Whether an order satisfies the operator.
pub fn holds(op: Op, order: Ordering) -> bool {
    match op {
        Op::Lt => order == Ordering::Less,
        Op::Le => order != Ordering::Greater,
        Op::Eq => order == Ordering::Equal,
        Op::Ne => order != Ordering::Equal,
        Op::Gt => order == Ordering::Greater,
        Op::Ge => order != Ordering::Less,
    }
}

/// left op right; none where CPython's slot says NotImplemented.
pub fn compare(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    if let Some(result) = compare_atoms(vm, op, left, right) {
        return Ok(Some(vm.bool(result)));
    }
    let heap = &vm.heap;
    let is_equality = matches!(op, Op::Eq | Op::Ne);
    if heap.list(left).is_some() && heap.list(right).is_some()
        || heap.tuple(left).is_some() && heap.tuple(right).is_some()
    {
        return compare_sequences(vm, op, left, right).map(Some);
    }
    if heap.dict(left).is_some() && heap.dict(right).is_some() {
        if !is_equality {
            return Ok(None);
        }
        let equal = dicts_equal(vm, left, right)?;
        return Ok(Some(vm.bool(equal == (op == Op::Eq))));
    }
    if is_set_like(vm, left) && is_set_like(vm, right) {
        return compare_sets(vm, op, left, right).map(Some);
    }
    let (Some(a), Some(b)) = (heap.payload_of(left), heap.payload_of(right)) else {
        return Ok(None);
    };
    let equal = match (a, b) {
        (Payload::Range(_), Payload::Range(_)) if is_equality => {
            super::range::equal(vm, left, right)?
        }
        (Payload::Slice(a), Payload::Slice(b)) => {
            let (a, b) = (**a, **b);
            return compare_slices(vm, op, a, b).map(Some);
        }
        (Payload::BoundMethod(a), Payload::BoundMethod(b)) if is_equality => {
            a.function == b.function && a.receiver == b.receiver
        }
        (Payload::Builtin(a), Payload::Builtin(b)) if is_equality => {
            a.native == b.native && a.owner == b.owner && a.kind == b.kind && a.name == b.name
        }
        (Payload::WeakRef(a), Payload::WeakRef(b)) if is_equality && !a.is_proxy && !b.is_proxy => {
            match (a.target, b.target) {
                (Some(a), Some(b)) => return compare_targets(vm, op, a, b).map(Some),
                _ => left == right,
            }
        }
        (Payload::View(view), _) if view.part.is_none() => {
            let dict = view.dict;
            return vm.compare(op, dict, right).map(Some);
        }
        _ => return Ok(None),
    };
    Ok(Some(vm.bool(equal == (op == Op::Eq))))
}

/// Numbers, texts, bytes, and None with itself.
fn compare_atoms(vm: &Vm, op: Op, left: Ref, right: Ref) -> Option<bool> {
    let heap = &vm.heap;
    if let (Some(a), Some(b)) = (heap.as_i64(left), heap.as_i64(right)) {
        return Some(holds(op, a.cmp(&b)));
    }
    let (a, b) = (value::plain(heap, left), value::plain(heap, right));
    if a.is_container() || b.is_container() {
        return None;
    }
    if let (Some(a), Some(b)) = (heap.as_str(a), heap.as_str(b)) {
        return Some(holds(op, a.cmp(b)));
    }
    if let (Some(a), Some(b)) = (heap.as_bytes(a), heap.as_bytes(b)) {
        return Some(holds(op, a.cmp(b)));
    }
    if matches!(op, Op::Eq | Op::Ne)
        && let Some(equal) = heap.complex_equal(a, b)
    {
        return Some(equal == (op == Op::Eq));
    }
    if value::number(heap, a).is_none() || value::number(heap, b).is_none() {
        return None;
    }
    Some(match heap.compare_numbers(a, b) {
        Some(order) => holds(op, order),
        // With NaN everything but != is false.
        None => op == Op::Ne,
    })
}

/// The first items that differ decide, else the lengths.
fn compare_sequences(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult {
    let lengths = |vm: &Vm| {
        (
            super::sequence::items(vm, left).len(),
            super::sequence::items(vm, right).len(),
        )
    };
    let (n_left, n_right) = lengths(vm);
    let is_list = vm.heap.list(left).is_some();
    if is_list && n_left != n_right && matches!(op, Op::Eq | Op::Ne) {
        return Ok(vm.bool(op == Op::Ne));
    }
    vm.enter_recursion(" in comparison")?;
    let result = compare_items(vm, op, left, right);
    vm.leave_recursion();
    match result? {
        Some(result) => Ok(result),
        None => {
            let (n_left, n_right) = lengths(vm);
            Ok(vm.bool(holds(op, n_left.cmp(&n_right))))
        }
    }
}

fn compare_items(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let mut position = 0;
    loop {
        let a = super::sequence::items(vm, left).get(position).copied();
        let b = super::sequence::items(vm, right).get(position).copied();
        let (Some(a), Some(b)) = (a, b) else {
            return Ok(None);
        };
        position += 1;
        if a == b {
            continue;
        }
        let held = (vm.heap.new_ref(a), vm.heap.new_ref(b));
        let decided = match vm.equal(a, b) {
            Ok(true) => None,
            Ok(false) => Some(match op {
                Op::Eq => Ok(vm.bool(false)),
                Op::Ne => Ok(vm.bool(true)),
                _ => vm.compare(op, a, b),
            }),
            Err(error) => Some(Err(error)),
        };
        vm.release(held.0);
        vm.release(held.1);
        if let Some(result) = decided {
            return result.map(Some);
        }
    }
}

fn compare_slices(vm: &mut Vm, op: Op, a: [Ref; 3], b: [Ref; 3]) -> PyResult {
    for (a, b) in a.into_iter().zip(b) {
        if a != b && !vm.equal(a, b)? {
            return vm.compare(op, a, b);
        }
    }
    Ok(vm.bool(holds(op, Ordering::Equal)))
}

fn compare_targets(vm: &mut Vm, op: Op, a: Ref, b: Ref) -> PyResult {
    let held = (vm.heap.new_ref(a), vm.heap.new_ref(b));
    let result = vm.compare(op, a, b);
    vm.release(held.0);
    vm.release(held.1);
    result
}

fn dicts_equal(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<bool> {
    let n = |vm: &Vm, dict| vm.heap.dict(dict).map_or(0, |dict| dict.len());
    if n(vm, left) != n(vm, right) {
        return Ok(false);
    }
    vm.enter_recursion(" in comparison")?;
    let result = entries_equal(vm, left, right);
    vm.leave_recursion();
    result
}

fn entries_equal(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<bool> {
    let mut position = 0;
    while let Some(body) = vm.heap.dict(left)
        && let Some(at) = body.next_position(position)
        && let Some((key, value)) = body.entry(at)
    {
        position = at + 1;
        let held = (vm.heap.new_ref(key), vm.heap.new_ref(value));
        let found = vm.dict_get(right, key);
        let equal = match found {
            Ok(Some(other)) => {
                let equal = vm.equal(value, other.get());
                vm.release(other);
                equal
            }
            Ok(None) => Ok(false),
            Err(error) => Err(error),
        };
        vm.release(held.0);
        vm.release(held.1);
        if !equal? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Sets, frozensets, and the keys and items views of dicts.
pub fn is_set_like(vm: &Vm, object: Ref) -> bool {
    vm.heap.set(object).is_some()
        || matches!(vm.heap.payload_of(object), Some(Payload::View(view))
            if matches!(view.part, Some(DictPart::Keys | DictPart::Items)))
}

fn compare_sets(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult {
    let n_left = super::len(vm, left)?.unwrap_or(0);
    let n_right = super::len(vm, right)?.unwrap_or(0);
    let result = match op {
        Op::Eq => n_left == n_right && set::is_subset(vm, left, right)?,
        Op::Ne => !(n_left == n_right && set::is_subset(vm, left, right)?),
        Op::Le => n_left <= n_right && set::is_subset(vm, left, right)?,
        Op::Lt => n_left < n_right && set::is_subset(vm, left, right)?,
        Op::Ge => n_left >= n_right && set::is_subset(vm, right, left)?,
        Op::Gt => n_left > n_right && set::is_subset(vm, right, left)?,
    };
    Ok(vm.bool(result))
}
