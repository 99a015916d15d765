//! range and slice: making, items, reprs. Mirrors Objects/rangeobject.c and Objects/sliceobject.c.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use super::sequence;
use super::value::{self, Int};
use super::{args, tuple};
use crate::heap::payload::{Iterator, Range};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::RANGE, new);
    vm.add_method(types::RANGE, "index", index);
    vm.add_method(types::RANGE, "count", count);
    vm.add_method(types::RANGE, "__reversed__", reversed);
    vm.add_getter(
        types::RANGE,
        "start",
        |vm, args| part(vm, args, |range| range.start),
        None,
    );
    vm.add_getter(
        types::RANGE,
        "stop",
        |vm, args| part(vm, args, |range| range.stop),
        None,
    );
    vm.add_getter(
        types::RANGE,
        "step",
        |vm, args| part(vm, args, |range| range.step),
        None,
    );
    vm.add_new(types::SLICE, new_slice);
    vm.add_method(types::SLICE, "indices", indices);
    vm.add_getter(
        types::SLICE,
        "start",
        |vm, args| slice_part(vm, args, 0),
        None,
    );
    vm.add_getter(
        types::SLICE,
        "stop",
        |vm, args| slice_part(vm, args, 1),
        None,
    );
    vm.add_getter(
        types::SLICE,
        "step",
        |vm, args| slice_part(vm, args, 2),
        None,
    );
}

fn body(vm: &Vm, range: Ref) -> Option<&Range> {
    match vm.heap.payload_of(range)? {
        Payload::Range(body) => Some(body),
        _ => None,
    }
}

fn big(vm: &Vm, object: Ref) -> BigInt {
    vm.heap.as_bigint(object).unwrap_or_default()
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, args) = args::class_and(vm, &args, types::RANGE)?;
    args::no_keywords(vm, &args, "range")?;
    if args.positional.is_empty() {
        let message =
            crate::profile::texts::fill(vm.heap.profile.texts.at_least_one_argument, &["range"]);
        return vm.type_error(message);
    }
    args::check_count(vm, "range", args.positional.len(), 1, 3)?;
    let mut parts = Vec::new();
    for &argument in args.positional {
        parts.push(value::index(vm, argument)?);
    }
    let (start, stop, step) = match parts.len() {
        1 => (Int::Small(0), parts.remove(0), Int::Small(1)),
        2 => (parts.remove(0), parts.remove(0), Int::Small(1)),
        _ => (parts.remove(0), parts.remove(0), parts.remove(0)),
    };
    if step.is_zero() {
        return vm.value_error("range() arg 3 must not be zero");
    }
    if vm.heap.profile.range_is_list {
        return make_list(vm, &start, &stop, &step);
    }
    Ok(make(vm, start, stop, step))
}

fn make(vm: &mut Vm, start: Int, stop: Int, step: Int) -> Owned {
    let length = length(&start, &stop, &step);
    let heap = &mut vm.heap;
    let body = Range {
        start: start.into_object(heap).into_counted(),
        stop: stop.into_object(heap).into_counted(),
        step: step.into_object(heap).into_counted(),
        length: length.into_object(heap).into_counted(),
    };
    heap.alloc(types::RANGE, Payload::Range(Box::new(body)))
}

/// What range() gave before it was a type.
fn make_list(vm: &mut Vm, start: &Int, stop: &Int, step: &Int) -> PyResult {
    let n = length(start, stop, step).clamped();
    let (start, step) = (start.clamped(), step.clamped());
    let list = vm.heap.new_list(Vec::new());
    for i in 0..n {
        let item = vm.heap.new_int(start.wrapping_add(i.wrapping_mul(step)));
        vm.heap.list_append_item(list.get(), item.into_counted());
        if vm.heap.exhausted {
            vm.release(list);
            vm.memory_error()?;
            return vm.raise_without_message(types::MEMORY_ERROR);
        }
    }
    Ok(list)
}

fn length(start: &Int, stop: &Int, step: &Int) -> Int {
    let (start, stop, step) = (
        start.clone().into_big(),
        stop.clone().into_big(),
        step.clone().into_big(),
    );
    let (distance, step) = if step.is_negative() {
        (start - stop, -step)
    } else {
        (stop - start, step)
    };
    if distance.is_positive() {
        Int::from((distance - 1) / step + 1)
    } else {
        Int::Small(0)
    }
}

pub fn len(vm: &mut Vm, range: Ref) -> PyResult<usize> {
    let length = body(vm, range).map_or(Ref::NONE, |body| body.length);
    match big(vm, length).to_i64() {
        Some(length) => Ok(length as usize),
        None => vm.raise(
            types::OVERFLOW_ERROR,
            "Python int too large to convert to C ssize_t",
        ),
    }
}

pub fn is_empty(vm: &Vm, range: Ref) -> bool {
    body(vm, range).is_none_or(|body| big(vm, body.length).is_zero())
}

/// start, step and length.
fn numbers(vm: &Vm, range: Ref) -> (BigInt, BigInt, BigInt) {
    match body(vm, range) {
        Some(body) => (
            big(vm, body.start),
            big(vm, body.step),
            big(vm, body.length),
        ),
        None => Default::default(),
    }
}

pub fn item(vm: &mut Vm, range: Ref, index: &Int) -> PyResult {
    let (start, step, length) = numbers(vm, range);
    let mut index = index.clone().into_big();
    if index.is_negative() {
        index += &length;
    }
    if index.is_negative() || index >= length {
        return vm.raise(types::INDEX_ERROR, "range object index out of range");
    }
    Ok(vm.heap.new_bigint(start + index * step))
}

pub fn slice(vm: &mut Vm, range: Ref, parts: [Ref; 3]) -> PyResult {
    let n = len(vm, range)?;
    let span = sequence::span(vm, parts, n)?;
    let (start, step, _) = numbers(vm, range);
    let first = Int::from(&start + &step * span.start);
    let last = Int::from(&start + &step * span.stop);
    Ok(make(vm, first, last, Int::from(step * span.step)))
}

pub fn contains(vm: &mut Vm, range: Ref, item: Ref) -> PyResult<bool> {
    if matches!(vm.heap.class_of(item), types::INT | types::BOOL) {
        return Ok(position(vm, range, item).is_some());
    }
    // Anything else is compared with each item, as in any sequence.
    let n = len(vm, range)?;
    for index in 0..n {
        let value = self::item(vm, range, &Int::Small(index as i64))?;
        let equal = vm.equal(value.get(), item);
        vm.release(value);
        if equal? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn position(vm: &Vm, range: Ref, item: Ref) -> Option<BigInt> {
    let (start, step, length) = numbers(vm, range);
    let distance = vm.heap.as_bigint(item)? - start;
    let (index, rest) = num_integer::Integer::div_rem(&distance, &step);
    (rest.is_zero() && !index.is_negative() && index < length).then_some(index)
}

fn index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (range, item) = args::receiver_and_one(vm, &args, "range.index")?;
    match position(vm, range, item) {
        Some(index) => Ok(vm.heap.new_bigint(index)),
        None => {
            let shown = vm.repr(item)?;
            {
                let text = fill(vm.heap.profile.texts.range_index_missing, &[&shown]);
                vm.value_error(text)
            }
        }
    }
}

fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (range, item) = args::receiver_and_one(vm, &args, "range.count")?;
    let found = contains(vm, range, item)?;
    Ok(vm.heap.new_int(i64::from(found)))
}

/// Ranges are equal when they give the same numbers.
pub fn equal(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<bool> {
    let (a, b) = (numbers(vm, left), numbers(vm, right));
    let one = BigInt::from(1);
    Ok(a.2 == b.2 && (a.2.is_zero() || a.0 == b.0 && (a.2 == one || a.1 == b.1)))
}

/// Hash of (length, start, step) as far as they matter.
pub fn hash(vm: &mut Vm, range: Ref) -> PyResult<i64> {
    let (start, step, length) = numbers(vm, range);
    let is_short = length <= BigInt::from(1);
    let first = if length.is_zero() {
        vm.none()
    } else {
        vm.heap.new_bigint(start)
    };
    let step = if is_short {
        vm.none()
    } else {
        vm.heap.new_bigint(step)
    };
    let parts = vec![vm.heap.new_bigint(length), first, step];
    let parts = tuple::of(vm, parts);
    let hash = tuple::hash(vm, parts.get());
    vm.release(parts);
    hash
}

pub fn repr(vm: &mut Vm, range: Ref) -> PyResult<String> {
    let Some(body) = body(vm, range) else {
        return Ok(String::new());
    };
    let (start, stop, step) = (body.start, body.stop, body.step);
    let (start, stop) = (vm.repr(start)?, vm.repr(stop)?);
    Ok(match vm.repr(step)?.as_str() {
        "1" => format!("range({start}, {stop})"),
        step => format!("range({start}, {stop}, {step})"),
    })
}

fn part(vm: &mut Vm, args: Args<'_>, part: fn(&Range) -> Ref) -> PyResult {
    let found = body(vm, args.positional[0]).map_or(Ref::NONE, part);
    Ok(vm.heap.new_ref(found))
}

/// iter(range).
pub fn iter(vm: &mut Vm, range: Ref) -> Owned {
    let (start, step, length) = numbers(vm, range);
    walk(vm, range, start, step, length)
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = args::receiver(vm, &args, "range.__reversed__")?;
    let (start, step, length) = numbers(vm, range);
    let last = start + (&length - 1) * &step;
    Ok(walk(vm, range, last, -step, length))
}

fn walk(vm: &mut Vm, _range: Ref, start: BigInt, step: BigInt, length: BigInt) -> Owned {
    let end: BigInt = &start + &step * &length;
    let body = match (start.to_i64(), step.to_i64(), length.to_u64(), end.to_i64()) {
        (Some(next), Some(step), Some(left), Some(_)) => Iterator::Range { next, step, left },
        // Beyond 64 bits the iterator walks over a range that begins where it begins.
        _ => {
            let whole = make(vm, Int::from(start), Int::from(end), Int::from(step));
            Iterator::Sequence {
                source: Some(whole.into_counted()),
                index: 0,
            }
        }
    };
    vm.heap
        .alloc(types::RANGE_ITERATOR, Payload::Iterator(Box::new(body)))
}

fn new_slice(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, args) = args::class_and(vm, &args, types::SLICE)?;
    let given = args::between(vm, &args, "slice", 1, 3)?;
    let parts = match *given {
        [stop] => [Ref::NONE, stop, Ref::NONE],
        [start, stop] => [start, stop, Ref::NONE],
        [start, stop, step] => [start, stop, step],
        _ => [Ref::NONE; 3],
    };
    value::counted(&mut vm.heap, &parts);
    let new = vm.heap.alloc(types::SLICE, Payload::Slice(Box::new(parts)));
    vm.heap.track(new.get());
    Ok(new)
}

fn slice_part(vm: &mut Vm, args: Args<'_>, index: usize) -> PyResult {
    let parts = sequence::slice_parts(vm, args.positional[0]).unwrap_or([Ref::NONE; 3]);
    Ok(vm.heap.new_ref(parts[index]))
}

fn indices(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (slice, length) = args::receiver_and_one(vm, &args, "slice.indices")?;
    let length = value::index(vm, length)?.clamped();
    if length < 0 {
        return vm.value_error("length should not be negative");
    }
    let parts = sequence::slice_parts(vm, slice).unwrap_or([Ref::NONE; 3]);
    let span = sequence::span(vm, parts, length as usize)?;
    let numbers =
        [span.start, span.stop, span.step].map(|number| vm.heap.new_int(number).into_counted());
    Ok(vm.heap.new_tuple(numbers.to_vec()))
}
