//! What list, tuple, str, bytes and range have in common: items by index, slices, concatenation, repetition.
//!
//! Mirrors Objects/abstract.c, Objects/sliceobject.c and the sq_ and mp_ slots of the sequence types.

use std::rc::Rc;

use super::text;
use super::value::{self, Int};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{PyResult, Vm};

/// Longer sequences than this are refused as if memory were used up.
const MAX_LENGTH: u128 = 1 << 31;

/// A length that can be made, or MemoryError.
pub fn check_length(vm: &mut Vm, length: u128) -> PyResult<usize> {
    if length > MAX_LENGTH || length * 8 > u128::from(vm.heap.max_bytes) {
        return vm.raise_without_message(types::MEMORY_ERROR);
    }
    Ok(length as usize)
}

/// The items that a slice selects: `length` of them, from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub length: usize,
}

impl Span {
    /// What is left of the items when the slice goes.
    pub fn left_of<T: Copy>(&self, items: &[T]) -> Vec<T> {
        let mut stays = vec![true; items.len()];
        for at in self.indices() {
            stays[at] = false;
        }
        let left = items.iter().zip(stays).filter(|(_, stays)| *stays);
        left.map(|(item, _)| *item).collect()
    }

    pub fn indices(self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.length).map(move |n| (self.start + n as i64 * self.step) as usize)
    }
}

/// start, stop and step of a slice object.
pub fn slice_parts(vm: &Vm, object: Ref) -> Option<[Ref; 3]> {
    match vm.heap.payload_of(object)? {
        Payload::Slice(parts) => Some(**parts),
        _ => None,
    }
}

fn slice_index(vm: &mut Vm, part: Ref) -> PyResult<i64> {
    match value::optional_index(vm, part)? {
        Some(index) => Ok(index.clamped()),
        None => {
            let message = vm.heap.profile.texts.slice_index;
            vm.type_error(message)
        }
    }
}

/// What a slice means for a sequence of that length.
pub fn span(vm: &mut Vm, parts: [Ref; 3], length: usize) -> PyResult<Span> {
    let [start, stop, step] = parts;
    let length = length as i64;
    let step = match step {
        Ref::NONE => 1,
        step => match slice_index(vm, step)? {
            0 => return vm.value_error("slice step cannot be zero"),
            step => step.max(-i64::MAX),
        },
    };
    let (low, high) = if step > 0 {
        (0, length)
    } else {
        (-1, length - 1)
    };
    let bound = |vm: &mut Vm, part: Ref, default: i64| -> PyResult<i64> {
        if part == Ref::NONE {
            return Ok(default);
        }
        let index = slice_index(vm, part)?;
        let index = if index < 0 {
            index.saturating_add(length)
        } else {
            index
        };
        Ok(index.clamp(low, high))
    };
    let start = bound(vm, start, if step > 0 { low } else { high })?;
    let stop = bound(vm, stop, if step > 0 { high } else { low })?;
    let distance = if step > 0 { stop - start } else { start - stop };
    let n = if distance > 0 {
        (distance as u64 - 1) / step.unsigned_abs() + 1
    } else {
        0
    };
    Ok(Span {
        start,
        stop,
        step,
        length: n as usize,
    })
}

/// What an index says: one item, or a slice.
pub enum Selection {
    Item(Int),
    Slice([Ref; 3]),
}

/// TypeError "list indices must be integers or slices, not str" for anything else.
pub fn selection(vm: &mut Vm, index: Ref, kind: &str) -> PyResult<Selection> {
    if let Some(parts) = slice_parts(vm, index) {
        return Ok(Selection::Slice(parts));
    }
    match value::optional_index(vm, index)? {
        Some(Int::Big(_)) => vm.raise(
            types::INDEX_ERROR,
            "cannot fit 'int' into an index-sized integer",
        ),
        Some(index) => Ok(Selection::Item(index)),
        None => {
            let class = vm.heap.class_name(index);
            let message = if kind == "string" {
                fill(vm.heap.profile.texts.string_index, &[&class])
            } else {
                format!("{kind} indices must be integers or slices, not {class}")
            };
            vm.type_error(message)
        }
    }
}

/// For list, whose other methods need it too.
pub fn list_selection(vm: &mut Vm, index: Ref) -> PyResult<Selection> {
    selection(vm, index, "list")
}

/// container[index] of list, tuple, str, bytes, range.
pub fn get_item(vm: &mut Vm, container: Ref, index: Ref) -> PyResult<Option<Owned>> {
    if let Some(items) = vm.heap.list(container) {
        if let Some(small) = vm.heap.as_i64(index)
            && let Some(position) = value::position(&Int::Small(small), items.len())
        {
            let item = items[position];
            return Ok(Some(vm.heap.new_ref(item)));
        }
        return match selection(vm, index, "list")? {
            Selection::Item(index) => list_item(vm, container, &index).map(Some),
            Selection::Slice(parts) => list_slice(vm, container, parts).map(Some),
        };
    }
    if vm.heap.tuple(container).is_some() {
        return tuple_item(vm, container, index).map(Some);
    }
    if let Some(text) = value::text(&vm.heap, container) {
        return text_item(vm, container, &text, index).map(Some);
    }
    if vm
        .heap
        .as_bytes(value::plain(&vm.heap, container))
        .is_some()
    {
        return bytes_item(vm, container, index).map(Some);
    }
    if matches!(vm.heap.payload_of(container), Some(Payload::Range(_))) {
        return match selection(vm, index, "range")? {
            Selection::Item(index) => super::range::item(vm, container, &index).map(Some),
            Selection::Slice(parts) => super::range::slice(vm, container, parts).map(Some),
        };
    }
    Ok(None)
}

/// container[start:stop:step] of a list, tuple or str.
pub fn slice_of(vm: &mut Vm, container: Ref, parts: [Ref; 3]) -> PyResult {
    if vm.heap.list(container).is_some() {
        return list_slice(vm, container, parts);
    }
    if vm.heap.tuple(container).is_some() {
        return tuple_slice(vm, container, parts);
    }
    let text = value::text(&vm.heap, container).unwrap_or_default();
    text_slice(vm, container, &text, parts)
}

fn list_slice(vm: &mut Vm, list: Ref, parts: [Ref; 3]) -> PyResult {
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    let span = span(vm, parts, n)?;
    let items = selected(vm.heap.list(list).unwrap_or(&[]), span);
    let items = value::counted(&mut vm.heap, &items);
    Ok(vm.heap.new_list(items))
}

fn tuple_slice(vm: &mut Vm, tuple: Ref, parts: [Ref; 3]) -> PyResult {
    let items = vm.heap.tuple(tuple).unwrap_or(&[]).to_vec();
    let span = span(vm, parts, items.len())?;
    if span.length == items.len() && span.step == 1 && vm.heap.class_of(tuple) == types::TUPLE {
        return Ok(vm.heap.new_ref(tuple));
    }
    let items = selected(&items, span);
    let items = value::counted(&mut vm.heap, &items);
    Ok(vm.heap.new_filled_tuple(items))
}

fn text_slice(vm: &mut Vm, string: Ref, own: &Rc<str>, parts: [Ref; 3]) -> PyResult {
    let span = span(vm, parts, own.chars().count())?;
    if span.step == 1 {
        let start = span.start as usize;
        let part = text::part(own, start, start + span.length);
        return Ok(super::str::same_or_new(vm, string, own, part));
    }
    let chars: Vec<char> = own.chars().collect();
    let part: String = span.indices().map(|index| chars[index]).collect();
    Ok(vm.heap.new_str(&part))
}

fn selected(items: &[Ref], span: Span) -> Vec<Ref> {
    span.indices()
        .filter_map(|index| items.get(index).copied())
        .collect()
}

fn list_item(vm: &mut Vm, list: Ref, index: &Int) -> PyResult {
    let items = vm.heap.list(list).unwrap_or(&[]);
    match value::position(index, items.len()) {
        Some(position) => {
            let item = items[position];
            Ok(vm.heap.new_ref(item))
        }
        None => vm.raise(types::INDEX_ERROR, "list index out of range"),
    }
}

fn tuple_item(vm: &mut Vm, tuple: Ref, index: Ref) -> PyResult {
    match selection(vm, index, "tuple")? {
        Selection::Item(index) => {
            let items = vm.heap.tuple(tuple).unwrap_or(&[]);
            match value::position(&index, items.len()) {
                Some(position) => {
                    let item = items[position];
                    Ok(vm.heap.new_ref(item))
                }
                None => vm.raise(types::INDEX_ERROR, "tuple index out of range"),
            }
        }
        Selection::Slice(parts) => tuple_slice(vm, tuple, parts),
    }
}

fn text_item(vm: &mut Vm, string: Ref, own: &Rc<str>, index: Ref) -> PyResult {
    let n = own.chars().count();
    match selection(vm, index, "string")? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(position) => Ok(vm.heap.new_str(text::part(own, position, position + 1))),
            None => vm.raise(types::INDEX_ERROR, "string index out of range"),
        },
        Selection::Slice(parts) => text_slice(vm, string, own, parts),
    }
}

fn bytes_item(vm: &mut Vm, object: Ref, index: Ref) -> PyResult {
    let own = value::bytes(&vm.heap, object).unwrap_or_default();
    match selection(vm, index, "byte")? {
        Selection::Item(index) => match value::position(&index, own.len()) {
            Some(position) => Ok(vm.heap.new_int(i64::from(own[position]))),
            None => vm.raise(types::INDEX_ERROR, "index out of range"),
        },
        Selection::Slice(parts) => {
            let span = span(vm, parts, own.len())?;
            if span.length == own.len()
                && span.step == 1
                && vm.heap.class_of(object) == types::BYTES
            {
                return Ok(vm.heap.new_ref(object));
            }
            let part: Vec<u8> = span.indices().map(|index| own[index]).collect();
            Ok(vm.heap.new_bytes(&part))
        }
    }
}

/// left + right of two sequences of one kind.
pub fn concat(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let heap = &mut vm.heap;
    if let (Some(a), Some(b)) = (
        heap.as_str(value::plain(heap, left)),
        heap.as_str(value::plain(heap, right)),
    ) {
        if b.is_empty() && heap.class_of(left) == types::STR {
            return Ok(Some(heap.new_ref(left)));
        }
        if a.is_empty() && heap.class_of(right) == types::STR {
            return Ok(Some(heap.new_ref(right)));
        }
        let mut joined = String::with_capacity(a.len() + b.len());
        joined.push_str(a);
        joined.push_str(b);
        return Ok(Some(heap.new_str(&joined)));
    }
    if let (Some(a), Some(b)) = (heap.list(left), heap.list(right)) {
        let items = [a, b].concat();
        let items = value::counted(heap, &items);
        return Ok(Some(heap.new_list(items)));
    }
    if let (Some(a), Some(b)) = (heap.tuple(left), heap.tuple(right)) {
        if b.is_empty() && heap.class_of(left) == types::TUPLE {
            return Ok(Some(heap.new_ref(left)));
        }
        if a.is_empty() && heap.class_of(right) == types::TUPLE {
            return Ok(Some(heap.new_ref(right)));
        }
        let items = [a, b].concat();
        let items = value::counted(heap, &items);
        return Ok(Some(heap.new_filled_tuple(items)));
    }
    if let (Some(a), Some(b)) = (value::bytes(heap, left), value::bytes(heap, right)) {
        return Ok(Some(heap.new_bytes(&[a, b].concat())));
    }
    Ok(None)
}

/// Whether + and * mean concatenation and repetition for the object.
fn is_sequence(vm: &Vm, object: Ref) -> bool {
    let heap = &vm.heap;
    heap.list(object).is_some() || heap.tuple(object).is_some() || {
        let plain = value::plain(heap, object);
        heap.as_str(plain).is_some() || heap.as_bytes(plain).is_some()
    }
}

/// sequence * count, either way round; none when neither operand is a sequence or the other is no int.
pub fn repeat(vm: &mut Vm, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let (sequence, count) = if is_sequence(vm, left) {
        (left, right)
    } else if is_sequence(vm, right) {
        (right, left)
    } else {
        return Ok(None);
    };
    let Some(count) = value::optional_index(vm, count)? else {
        return Ok(None);
    };
    let Int::Small(count) = count else {
        return vm.raise(
            types::OVERFLOW_ERROR,
            "cannot fit 'int' into an index-sized integer",
        );
    };
    repeated(vm, sequence, count.max(0)).map(Some)
}

fn repeated(vm: &mut Vm, sequence: Ref, count: i64) -> PyResult {
    let is_exact = matches!(
        vm.heap.class_of(sequence),
        types::TUPLE | types::STR | types::BYTES
    );
    if count == 1 && is_exact {
        return Ok(vm.heap.new_ref(sequence));
    }
    if let Some(text) = value::text(&vm.heap, sequence) {
        check_length(vm, text.len() as u128 * count as u128)?;
        return Ok(vm.heap.new_str(&text.repeat(count as usize)));
    }
    if let Some(bytes) = value::bytes(&vm.heap, sequence) {
        check_length(vm, bytes.len() as u128 * count as u128)?;
        return Ok(vm.heap.new_bytes(&bytes.repeat(count as usize)));
    }
    let is_list = vm.heap.list(sequence).is_some();
    let items = vm.heap.list(sequence).or_else(|| vm.heap.tuple(sequence));
    let items = items.unwrap_or(&[]).to_vec();
    check_length(vm, items.len() as u128 * count as u128)?;
    let all = items.repeat(count as usize);
    let all = value::counted(&mut vm.heap, &all);
    Ok(if is_list {
        vm.heap.new_list(all)
    } else {
        vm.heap.new_filled_tuple(all)
    })
}

/// The message of a failed + or * of a sequence, when no operand's special method helped either.
pub fn operator_error(
    vm: &mut Vm,
    operator: crate::python::code::BinaryOperator,
    left: Ref,
    right: Ref,
) -> Option<String> {
    use crate::python::code::BinaryOperator as Op;
    match operator {
        Op::Add if is_sequence(vm, left) => {
            let base = |object| {
                let heap = &vm.heap;
                match () {
                    () if heap.list(object).is_some() => "list",
                    () if heap.tuple(object).is_some() => "tuple",
                    () if value::text(heap, object).is_some() => "str",
                    () => "bytes",
                }
            };
            let class = vm.heap.class_name(right);
            Some(match base(left) {
                "bytes" => format!("can't concat {class} to bytes"),
                base => format!("can only concatenate {base} (not \"{class}\") to {base}"),
            })
        }
        Op::Mul if is_sequence(vm, left) => Some(format!(
            "can't multiply sequence by non-int of type '{}'",
            vm.heap.class_name(right)
        )),
        Op::Mul if is_sequence(vm, right) => Some(format!(
            "can't multiply sequence by non-int of type '{}'",
            vm.heap.class_name(left)
        )),
        _ => None,
    }
}

/// item in container, for list, tuple, str, bytes, range.
pub fn contains(vm: &mut Vm, container: Ref, item: Ref) -> PyResult<Option<bool>> {
    if vm.heap.list(container).is_some() || vm.heap.tuple(container).is_some() {
        return Ok(Some(
            find_item(vm, container, item, 0, usize::MAX)?.is_some(),
        ));
    }
    if let Some(own) = value::text(&vm.heap, container) {
        let Some(wanted) = value::text(&vm.heap, item) else {
            let class = vm.heap.class_name(item);
            return vm.type_error(format!(
                "'in <string>' requires string as left operand, not {class}"
            ));
        };
        return Ok(Some(own.contains(&*wanted)));
    }
    if let Some(own) = value::bytes(&vm.heap, container) {
        return super::bytes::contains(vm, &own, item).map(Some);
    }
    if matches!(vm.heap.payload_of(container), Some(Payload::Range(_))) {
        return super::range::contains(vm, container, item).map(Some);
    }
    Ok(None)
}

/// Items of a list or tuple.
pub fn items(vm: &Vm, sequence: Ref) -> &[Ref] {
    vm.heap
        .list(sequence)
        .or_else(|| vm.heap.tuple(sequence))
        .unwrap_or(&[])
}

/// First position at which a list or tuple has an item that is or equals `wanted`. The comparison may run Python code
/// that changes the list.
pub fn find_item(
    vm: &mut Vm,
    sequence: Ref,
    wanted: Ref,
    from: usize,
    to: usize,
) -> PyResult<Option<usize>> {
    let mut position = from;
    while position < to
        && let Some(&item) = items(vm, sequence).get(position)
    {
        if item == wanted {
            return Ok(Some(position));
        }
        let held = vm.heap.new_ref(item);
        let equal = vm.equal(item, wanted);
        vm.release(held);
        if equal? {
            return Ok(Some(position));
        }
        position += 1;
    }
    Ok(None)
}
