//! Items and slices of arrays, and looping over them.
//! Mirrors array_subscr, array_ass_subscr and the iterator of CPython's Modules/arraymodule.c.

use super::array::{Array, Item, object, own};
use super::array::{checked, make};
use super::native;
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Ref, types};
use crate::python::builtins::sequence::{self, Selection};
use crate::python::builtins::value::{self};
use crate::python::builtins::{args, exceptions};
use crate::python::vm::{Args, PyResult, Vm};
use crate::trace::event::Label;
use std::any::Any;

fn out_of_range<T>(vm: &mut Vm, doing: &str) -> PyResult<T> {
    vm.raise(
        types::INDEX_ERROR,
        format!("array {doing}index out of range"),
    )
}

pub(super) fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, index) = args::receiver_and_one(vm, &args, "array.__getitem__")?;
    let n = own(vm, array).items.len();
    match sequence::selection(vm, index, "array")? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => {
                let item = own(vm, array).items[at];
                Ok(object(vm, item))
            }
            None => out_of_range(vm, ""),
        },
        Selection::Slice(parts) => {
            let span = sequence::span(vm, parts, n)?;
            let body = own(vm, array);
            let part = span.indices().map(|at| body.items[at]).collect();
            let kind = body.kind;
            Ok(make(vm, kind, part))
        }
    }
}

pub(super) fn set_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, given) = args::receiver_and(vm, &args, "array.__setitem__", 2, 2)?;
    let n = own(vm, array).items.len();
    match sequence::selection(vm, given[0], "array")? {
        Selection::Item(index) => {
            let Some(at) = value::position(&index, n) else {
                return out_of_range(vm, "assignment ");
            };
            let item = checked(vm, array, given[1])?;
            own(vm, array).items[at] = item;
        }
        Selection::Slice(parts) => {
            let Some(other) = native::body::<Array>(vm, given[1]) else {
                let class = vm.heap.class_name(given[1]);
                return vm.type_error(format!(
                    "can only assign array (not \"{class}\") to array slice"
                ));
            };
            let (kind, new) = (other.kind, other.items.clone());
            if kind != own(vm, array).kind {
                return vm.type_error("bad argument type for built-in operation");
            }
            let span = sequence::span(vm, parts, n)?;
            if span.step == 1 {
                let start = span.start.max(0) as usize;
                own(vm, array).replace(start..start + span.length, &new);
            } else if new.len() == span.length {
                for (at, item) in span.indices().zip(new) {
                    own(vm, array).items[at] = item;
                }
            } else {
                return vm.value_error(format!(
                    "attempt to assign array of size {} to extended slice of size {}",
                    new.len(),
                    span.length
                ));
            }
        }
    }
    Ok(vm.none())
}

pub(super) fn delete_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, index) = args::receiver_and_one(vm, &args, "array.__delitem__")?;
    let n = own(vm, array).items.len();
    match sequence::selection(vm, index, "array")? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => own(vm, array).replace(at..at + 1, &[]),
            None => return out_of_range(vm, "assignment "),
        },
        Selection::Slice(parts) => {
            let span = sequence::span(vm, parts, n)?;
            let body = own(vm, array);
            let kept: Vec<Item> = span.left_of(&body.items);
            body.replace(0..n, &kept);
        }
    }
    Ok(vm.none())
}

/// By index, as any sequence: CPython has a type of its own for it.
pub(super) fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let array = args::receiver(vm, &args, "array.__iter__")?;
    let native = NativeType::new("arrayiterator", 40);
    let class = native::type_of(vm, "array.arrayiterator", native, |vm, class| {
        vm.add_method(class, "__iter__", |vm, args| {
            Ok(vm.heap.new_ref(args.positional[0]))
        });
        vm.add_method(class, "__next__", next);
    });
    vm.heap.incref(array);
    let body = ArrayIterator {
        array: Some(array),
        at: 0,
    };
    Ok(native::new_object(vm, class, Box::new(body)))
}

struct ArrayIterator {
    array: Option<Ref>,
    at: usize,
}

impl Native for ArrayIterator {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.array.iter().for_each(|&it| visit(it));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.array
            .iter()
            .for_each(|&it| tell(Label::part("array"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.array.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let iterator = args.positional[0];
    let state: Option<&ArrayIterator> = native::body(vm, iterator);
    let found = state.and_then(|state| Some((state.array?, state.at)));
    let item = found.and_then(|(array, at)| {
        native::body::<Array>(vm, array).and_then(|body| body.items.get(at).copied())
    });
    let Some(state) = native::body_mut::<ArrayIterator>(vm, iterator) else {
        return Ok(vm.none());
    };
    match item {
        Some(item) => {
            state.at += 1;
            Ok(object(vm, item))
        }
        None => {
            if let Some(array) = state.array.take() {
                vm.release_ref(array);
            }
            exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new())
        }
    }
}
