//! tuple: making, methods, hash. Mirrors Objects/tupleobject.c.

use super::sequence;
use super::{args, value};
use crate::heap::payload::Base;
use crate::heap::{Owned, Ref, lookup, types};
use crate::python::vm::{Args, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::TUPLE, new);
    vm.add_method(types::TUPLE, "index", index);
    vm.add_method(types::TUPLE, "count", super::list::count);
    vm.add_method(types::TUPLE, "__getnewargs__", |vm, args| {
        let items = sequence::items(vm, args.positional[0]).to_vec();
        let items = value::counted(&mut vm.heap, &items);
        let copy = vm.heap.new_tuple(items).into_counted();
        Ok(vm.heap.new_tuple(vec![copy]))
    });
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::TUPLE)?;
    if class == types::TUPLE {
        args::no_keywords(vm, &args, "tuple")?;
    }
    args::check_count(vm, "tuple", args.positional.len(), 0, 1)?;
    let made = match args.positional.first() {
        None => vm.heap.empty_tuple(),
        Some(&iterable) => from_iterable(vm, iterable)?,
    };
    if class == types::TUPLE {
        return Ok(made);
    }
    let items = sequence::items(vm, made.get()).to_vec();
    let items = value::counted(&mut vm.heap, &items);
    vm.release(made);
    Ok(value::new_derived(
        vm,
        class,
        Base::Tuple(items.into_iter().collect()),
    ))
}

/// tuple(iterable): the object itself when it is an exact tuple.
pub fn from_iterable(vm: &mut Vm, iterable: Ref) -> PyResult {
    if vm.heap.class_of(iterable) == types::TUPLE {
        return Ok(vm.heap.new_ref(iterable));
    }
    let is_list = vm.heap.class_of(iterable) == types::LIST;
    let expected = expected_length(vm, iterable);
    let items = value::into_counted(vm.collect_iterable(iterable)?);
    let is_resized = !is_list && items.len() != expected;
    if is_resized && !items.is_empty() && vm.heap.profile.tuples_begin_with_a_guess {
        vm.heap.bypass_free_list();
    }
    // That of a list is made of its items, and so is one that has to be resized in the end.
    Ok(if is_list || is_resized {
        vm.heap.new_tuple(items)
    } else {
        vm.heap.new_filled_tuple(items)
    })
}

/// The length that tuple(iterable) begins with.
fn expected_length(vm: &mut Vm, iterable: Ref) -> usize {
    const GUESS: usize = 10;
    match super::len(vm, iterable) {
        Ok(Some(n)) => n,
        _ => super::iterators::hint(vm, iterable).unwrap_or(GUESS),
    }
}

fn index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (tuple, rest) = args::receiver_and(vm, &args, "tuple.index", 1, 3)?;
    let n = sequence::items(vm, tuple).len();
    let (start, end, _) = super::str::bounds(vm, &rest[1..], n)?;
    match sequence::find_item(vm, tuple, rest[0], start, end)? {
        Some(at) => Ok(vm.heap.new_int(at as i64)),
        None => vm.value_error("tuple.index(x): x not in tuple"),
    }
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The xxHash-like mix of the items' hashes that CPython uses since 3.8.
pub fn hash(vm: &mut Vm, tuple: Ref) -> PyResult<i64> {
    let items = sequence::items(vm, tuple).to_vec();
    vm.enter_recursion("")?;
    let mut accumulator = PRIME_5;
    for &item in &items {
        let lane = match vm.hash(item) {
            Ok(hash) => hash as u64,
            Err(error) => {
                vm.leave_recursion();
                return Err(error);
            }
        };
        accumulator = accumulator
            .wrapping_add(lane.wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1);
    }
    vm.leave_recursion();
    accumulator = accumulator.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    Ok(lookup::no_error(if accumulator == u64::MAX {
        1_546_275_796
    } else {
        accumulator as i64
    }))
}

/// A tuple of these, whose references become its.
pub fn of(vm: &mut Vm, items: Vec<Owned>) -> Owned {
    vm.heap.new_tuple(value::into_counted(items))
}
