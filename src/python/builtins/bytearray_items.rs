//! Items and slices of bytearrays, and looping over them.
//! Mirrors bytearray_subscript, bytearray_ass_subscript and the iterator of CPython's Objects/bytearrayobject.c.

use super::bytearray::{body, len, make, replace};
use super::bytearray::{byte, collect, own};
use super::sequence::{Selection, Span};
use super::value::{self};
use super::{args, exceptions, sequence};
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Ref, types};
use crate::python::modules::native;
use crate::python::vm::{Args, PyResult, Vm};
use crate::trace::event::Label;
use std::any::Any;

/// bytearray_iterator.
struct ByteIterator {
    source: Option<Ref>,
    at: usize,
}

impl Native for ByteIterator {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.source.iter().for_each(|&source| visit(source));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.source
            .iter()
            .for_each(|&it| tell(Label::part("bytearray"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.source.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

pub(super) fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, index) = args::receiver_and_one(vm, &args, "bytearray.__getitem__")?;
    let n = len(vm, array);
    match sequence::selection(vm, index, "bytearray")? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => {
                let item = own(vm, array).bytes[at];
                Ok(vm.heap.new_int(i64::from(item)))
            }
            None => vm.raise(types::INDEX_ERROR, "bytearray index out of range"),
        },
        Selection::Slice(parts) => {
            let span = sequence::span(vm, parts, n)?;
            let part = picked(&own(vm, array).bytes, span);
            Ok(make(vm, &part))
        }
    }
}

pub fn picked(bytes: &[u8], span: Span) -> Vec<u8> {
    span.indices()
        .filter_map(|at| bytes.get(at).copied())
        .collect()
}

pub(super) fn set_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, given) = args::receiver_and(vm, &args, "bytearray.__setitem__", 2, 2)?;
    let n = len(vm, array);
    match sequence::selection(vm, given[0], "bytearray")? {
        Selection::Item(index) => {
            let Some(at) = value::position(&index, n) else {
                return vm.raise(types::INDEX_ERROR, "bytearray index out of range");
            };
            let item = byte(vm, given[1])?;
            own(vm, array).bytes[at] = item;
            Ok(vm.none())
        }
        Selection::Slice(parts) => {
            let new = match value::bytes(&vm.heap, given[1]) {
                Some(new) => new,
                None if value::int(&vm.heap, given[1]).is_some()
                    || value::text(&vm.heap, given[1]).is_some()
                    || !super::is_iterable(vm, given[1]) =>
                {
                    return vm.type_error(
                        "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
                    );
                }
                None => collect(vm, given[1])?,
            };
            let span = sequence::span(vm, parts, n)?;
            set_slice(vm, array, span, &new)
        }
    }
}

fn set_slice(vm: &mut Vm, array: Ref, span: Span, new: &[u8]) -> PyResult {
    if span.step == 1 {
        let start = span.start.max(0) as usize;
        return replace(vm, array, start..start + span.length, new);
    }
    if new.len() != span.length {
        return vm.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            new.len(),
            span.length
        ));
    }
    let body = own(vm, array);
    for (at, &byte) in span.indices().zip(new) {
        body.bytes[at] = byte;
    }
    Ok(vm.none())
}

pub(super) fn delete_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, index) = args::receiver_and_one(vm, &args, "bytearray.__delitem__")?;
    let n = len(vm, array);
    match sequence::selection(vm, index, "bytearray")? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => replace(vm, array, at..at + 1, &[]),
            None => vm.raise(types::INDEX_ERROR, "bytearray index out of range"),
        },
        Selection::Slice(parts) => {
            let span = sequence::span(vm, parts, n)?;
            let kept = span.left_of(&own(vm, array).bytes);
            replace(vm, array, 0..n, &kept)
        }
    }
}

pub(super) fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let array = args::receiver(vm, &args, "bytearray.__iter__")?;
    let native = NativeType::new("bytearray_iterator", 32);
    let class = native::type_of(vm, "builtins.bytearray_iterator", native, |vm, class| {
        vm.add_method(class, "__iter__", |vm, args| {
            Ok(vm.heap.new_ref(args.positional[0]))
        });
        vm.add_method(class, "__next__", next);
    });
    vm.heap.incref(array);
    let body = ByteIterator {
        source: Some(array),
        at: 0,
    };
    Ok(native::new_object(vm, class, Box::new(body)))
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let iterator = args.positional[0];
    let state: Option<&ByteIterator> = native::body(vm, iterator);
    let found = state.and_then(|state| Some((state.source?, state.at)));
    let item = found.and_then(|(source, at)| body(&vm.heap, source)?.bytes.get(at).copied());
    let Some(state) = native::body_mut::<ByteIterator>(vm, iterator) else {
        return Ok(vm.none());
    };
    match item {
        Some(item) => {
            state.at += 1;
            Ok(vm.heap.new_int(i64::from(item)))
        }
        None => {
            if let Some(source) = state.source.take() {
                vm.release_ref(source);
            }
            exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new())
        }
    }
}
