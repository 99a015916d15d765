//! Iterators of the built-in types. Mirrors Objects/iterobject.c and the iterators at the ends of Objects/*object.c.

use super::{adaptors, enumerate, exceptions, tuple, value};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{DictPart, Iterator};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::vm::{NativeFn, PyResult, Vm};

use super::Next;

pub fn install(vm: &mut Vm) {
    let constructors: [(Ref, NativeFn); 5] = [
        (types::ENUMERATE, enumerate::new_enumerate),
        (types::ZIP, enumerate::new_zip),
        (types::MAP, adaptors::new_map),
        (types::FILTER, adaptors::new_filter),
        (types::REVERSED, adaptors::new_reversed),
    ];
    for (class, constructor) in constructors {
        vm.add_new(class, constructor);
    }
    let sized = [
        types::LIST_ITERATOR,
        types::LIST_REVERSEITERATOR,
        types::TUPLE_ITERATOR,
        types::RANGE_ITERATOR,
        types::DICT_KEYITERATOR,
        types::DICT_VALUEITERATOR,
        types::DICT_ITEMITERATOR,
        types::SET_ITERATOR,
    ];
    for class in sized {
        vm.add_method(class, "__length_hint__", |vm, args| {
            let left = left(vm, args.positional[0]);
            Ok(vm.heap.new_int(left as i64))
        });
    }
}

/// CPython's length hint of an iterator; none where there is none.
pub fn hint(vm: &Vm, iterator: Ref) -> Option<usize> {
    match vm.heap.payload_of(iterator) {
        Some(Payload::Iterator(body)) => match **body {
            Iterator::Sequence { .. }
            | Iterator::Reversed { .. }
            | Iterator::Range { .. }
            | Iterator::Dict { .. }
            | Iterator::Set { .. } => Some(left(vm, iterator)),
            _ => None,
        },
        _ => None,
    }
}

/// As [`hint`], by the iterator's method `__length_hint__`.
pub fn ask_for_hint(vm: &mut Vm, iterator: Ref) -> Option<usize> {
    let hint = hint(vm, iterator);
    if hint.is_some() {
        vm.heap.count_temporary(FreeListKind::BuiltinFunction);
    }
    hint
}

/// The hint of an object whose class is the program's: its `__len__`, else its `__length_hint__`. As PyObject_LengthHint.
pub fn ask_program_for_hint(vm: &mut Vm, object: Ref) -> PyResult<Option<usize>> {
    if super::overrides(vm, object, "__len__") {
        match vm.len(object) {
            Ok(n) => return Ok(Some(n)),
            Err(error) => exceptions::catch(vm, error, types::TYPE_ERROR)?,
        }
    }
    if !super::overrides(vm, object, "__length_hint__") {
        return Ok(ask_for_hint(vm, object));
    }
    let hint = match vm.call_special(object, "__length_hint__", &[]) {
        Ok(Some(hint)) => hint,
        Ok(None) => return Ok(None),
        Err(error) => return exceptions::catch(vm, error, types::TYPE_ERROR).map(|()| None),
    };
    let given = hint.get();
    if given == Ref::NOT_IMPLEMENTED {
        vm.release(hint);
        return Ok(None);
    }
    let names_class = vm.heap.profile.texts.results_name_class;
    let owner = vm.heap.class_name(object);
    let Some(n) = value::int(&vm.heap, given).map(|n| n.clamped()) else {
        let class = vm.heap.class_name(given);
        vm.release(hint);
        return vm.type_error(if names_class {
            format!("{owner}.__length_hint__() must return an int, not {class}")
        } else {
            format!("__length_hint__ must be an integer, not {class}")
        });
    };
    vm.release(hint);
    match usize::try_from(n) {
        Ok(n) => Ok(Some(n)),
        Err(_) if names_class => vm.value_error(format!(
            "{owner}.__length_hint__() must return a non-negative int"
        )),
        Err(_) => vm.value_error("__length_hint__() should return >= 0"),
    }
}

/// How many values are left, as far as it is known.
pub fn left(vm: &Vm, iterator: Ref) -> usize {
    let Some(Payload::Iterator(body)) = vm.heap.payload_of(iterator) else {
        return 0;
    };
    match **body {
        Iterator::Sequence {
            source: Some(source),
            index,
        } => super::sequence::items(vm, source)
            .len()
            .saturating_sub(index.max(0) as usize),
        Iterator::Reversed {
            source: Some(_),
            index,
        } => (index + 1).max(0) as usize,
        Iterator::Range { left, .. } => left as usize,
        Iterator::Dict {
            source: Some(source),
            expected,
            left,
            ..
        } => match vm.heap.dict(source) {
            Some(dict) if dict.len() == expected => left,
            _ => 0,
        },
        Iterator::Set {
            source: Some(source),
            position,
            ..
        } => vm.heap.set(source).map_or(0, |set| {
            let mut n = 0;
            let mut at = position;
            while let Some(next) = set.next_position(at) {
                n += 1;
                at = next + 1;
            }
            n
        }),
        _ => 0,
    }
}

/// A tracked iterator of that class.
pub(super) fn new_iterator(vm: &mut Vm, class: Ref, body: Iterator) -> Owned {
    let new = vm.heap.alloc(class, Payload::Iterator(Box::new(body)));
    if vm.heap.is_gc(new.get()) {
        vm.heap.track(new.get());
    }
    new
}

/// An iterator over the object by index, from `__getitem__`.
pub fn new_sequence_iterator(vm: &mut Vm, class: Ref, source: Ref) -> Owned {
    vm.heap.incref(source);
    let body = Iterator::Sequence {
        source: Some(source),
        index: 0,
    };
    new_iterator(vm, class, body)
}

/// What a loop over an exact list or tuple walks with where it makes no iterator.
pub fn new_loop(vm: &mut Vm, source: Ref) -> Owned {
    vm.heap.incref(source);
    let body = Iterator::Loop { source, index: 0 };
    vm.heap
        .alloc(types::LIST_ITERATOR, Payload::Iterator(Box::new(body)))
}

/// iter(object) of the built-in types.
pub fn iter(vm: &mut Vm, object: Ref) -> Option<Owned> {
    let heap = &vm.heap;
    let class = match heap.payload_of(object) {
        Some(Payload::Iterator(_)) => return Some(vm.heap.new_ref(object)),
        Some(Payload::Range(_)) => return Some(super::range::iter(vm, object)),
        Some(Payload::View(view)) => {
            let (dict, part) = (view.dict, view.part.unwrap_or(DictPart::Keys));
            return Some(dict_iterator(vm, dict, part));
        }
        _ if heap.list(object).is_some() => types::LIST_ITERATOR,
        _ if heap.tuple(object).is_some() => types::TUPLE_ITERATOR,
        _ if heap.dict(object).is_some() => {
            return Some(dict_iterator(vm, object, DictPart::Keys));
        }
        _ if heap.set(object).is_some() => return Some(set_iterator(vm, object)),
        _ => {
            let atom = value::plain(heap, object);
            match () {
                () if heap.as_str(atom).is_some() => types::STR_ITERATOR,
                () if heap.as_bytes(atom).is_some() => types::BYTES_ITERATOR,
                () => return None,
            }
        }
    };
    Some(new_sequence_iterator(vm, class, object))
}

pub(super) fn dict_iterator(vm: &mut Vm, dict: Ref, part: DictPart) -> Owned {
    let class = match part {
        DictPart::Keys => types::DICT_KEYITERATOR,
        DictPart::Values => types::DICT_VALUEITERATOR,
        DictPart::Items => types::DICT_ITEMITERATOR,
    };
    vm.heap.incref(dict);
    let n = vm.heap.dict(dict).map_or(0, |dict| dict.len());
    let result = (part == DictPart::Items).then(|| enumerate::new_result(vm, 2).into_counted());
    let body = Iterator::Dict {
        source: Some(dict),
        position: 0,
        expected: n,
        left: n,
        part,
        result,
    };
    new_iterator(vm, class, body)
}

fn set_iterator(vm: &mut Vm, set: Ref) -> Owned {
    vm.heap.incref(set);
    let body = Iterator::Set {
        source: Some(set),
        position: 0,
        expected: vm.heap.set(set).map_or(0, |set| set.len()),
    };
    new_iterator(vm, types::SET_ITERATOR, body)
}

pub(super) fn body(vm: &mut Vm, iterator: Ref) -> Option<&mut Iterator> {
    if !matches!(vm.heap.payload_of(iterator), Some(Payload::Iterator(_))) {
        return None;
    }
    match &mut vm.heap.bodies[iterator.index()].payload {
        Payload::Iterator(body) => Some(body),
        _ => None,
    }
}

/// The iterator lets go of what it walks over.
pub(super) fn exhaust(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
    let source = match vm.heap.payload_mut(iterator) {
        Payload::Iterator(body) => match &mut **body {
            Iterator::Sequence { source, .. }
            | Iterator::Reversed { source, .. }
            | Iterator::Dict { source, .. }
            | Iterator::Set { source, .. } => source.take(),
            Iterator::Callable { function, .. } => function.take(),
            _ => None,
        },
        _ => None,
    };
    if let Some(source) = source {
        vm.release_ref(source);
    }
    Ok(Next::Exhausted)
}

pub fn next(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
    let Some(body) = body(vm, iterator) else {
        return Ok(Next::NotNative);
    };
    match body {
        Iterator::Range { next, step, left } => {
            if *left == 0 {
                return Ok(Next::Exhausted);
            }
            let value = *next;
            *next = next.wrapping_add(*step);
            *left -= 1;
            Ok(Next::Value(vm.heap.new_int(value)))
        }
        Iterator::Loop { source, index } => {
            let (source, at) = (*source, *index as usize);
            *index += 1;
            let item = super::sequence::items(vm, source).get(at).copied();
            Ok(match item {
                Some(item) => Next::Value(vm.heap.new_ref(item)),
                None => Next::Exhausted,
            })
        }
        Iterator::Sequence { source, index } => match *source {
            Some(source) => {
                let index = *index;
                next_of_sequence(vm, iterator, source, index)
            }
            None => Ok(Next::Exhausted),
        },
        Iterator::Reversed { source, index } => match *source {
            Some(source) => {
                let index = *index;
                next_reversed(vm, iterator, source, index)
            }
            None => Ok(Next::Exhausted),
        },
        Iterator::Dict { .. } => next_of_dict(vm, iterator),
        Iterator::Set { .. } => next_of_set(vm, iterator),
        Iterator::Enumerate { source, .. } => {
            let source = *source;
            enumerate::next_enumerated(vm, iterator, source)
        }
        Iterator::Zip { sources, result } => {
            let (sources, result) = (*sources, *result);
            enumerate::next_zipped(vm, sources, result)
        }
        Iterator::Map { function, sources } => {
            let (function, sources) = (*function, *sources);
            adaptors::next_mapped(vm, function, sources)
        }
        Iterator::Filter { function, source } => {
            let (function, source) = (*function, *source);
            adaptors::next_filtered(vm, function, source)
        }
        Iterator::Callable { function, sentinel } => match *function {
            Some(function) => {
                let sentinel = *sentinel;
                next_called(vm, iterator, function, sentinel)
            }
            None => Ok(Next::Exhausted),
        },
    }
}

fn step_to(vm: &mut Vm, iterator: Ref, to: i64) {
    if let Some(Iterator::Sequence { index, .. } | Iterator::Reversed { index, .. }) =
        body(vm, iterator)
    {
        *index = to;
    }
}

/// The item at that index: directly for built-in sequences, through `__getitem__` else.
fn next_of_sequence(vm: &mut Vm, iterator: Ref, source: Ref, index: i64) -> PyResult<Next> {
    let class = vm.heap.class_of(iterator);
    let item = match class {
        types::LIST_ITERATOR | types::TUPLE_ITERATOR => {
            let item = super::sequence::items(vm, source)
                .get(index as usize)
                .copied();
            item.map(|item| vm.heap.new_ref(item))
        }
        types::STR_ITERATOR => {
            // The index counts bytes here: each step is quick for any text.
            let found = vm.heap.as_str(value::plain(&vm.heap, source));
            let Some(c) = found.and_then(|text| text.get(index as usize..)?.chars().next()) else {
                return exhaust(vm, iterator);
            };
            step_to(vm, iterator, index + c.len_utf8() as i64);
            return Ok(Next::Value(vm.heap.new_str(c.encode_utf8(&mut [0; 4]))));
        }
        types::BYTES_ITERATOR => {
            let found = vm.heap.as_bytes(value::plain(&vm.heap, source));
            let byte = found.and_then(|bytes| bytes.get(index as usize).copied());
            byte.map(|byte| vm.heap.new_int(i64::from(byte)))
        }
        types::RANGE_ITERATOR => {
            let index = super::value::Int::Small(index);
            found_item(vm, |vm| super::range::item(vm, source, &index))?
        }
        _ => {
            let position = vm.heap.new_int(index);
            let found = found_item(vm, |vm| vm.get_item(source, position.get()));
            vm.release(position);
            found?
        }
    };
    match item {
        Some(item) => {
            step_to(vm, iterator, index + 1);
            Ok(Next::Value(item))
        }
        None => exhaust(vm, iterator),
    }
}

/// IndexError and StopIteration mean that there is no item.
fn found_item(vm: &mut Vm, get: impl FnOnce(&mut Vm) -> PyResult) -> PyResult<Option<Owned>> {
    match get(vm) {
        Ok(item) => Ok(Some(item)),
        Err(error) => match exceptions::catch(vm, error, types::INDEX_ERROR) {
            Ok(()) => Ok(None),
            Err(error) => exceptions::catch(vm, error, types::STOP_ITERATION).map(|()| None),
        },
    }
}

fn next_reversed(vm: &mut Vm, iterator: Ref, source: Ref, index: i64) -> PyResult<Next> {
    if index < 0 {
        return exhaust(vm, iterator);
    }
    let item = if vm.heap.class_of(iterator) == types::LIST_REVERSEITERATOR {
        let item = super::sequence::items(vm, source)
            .get(index as usize)
            .copied();
        item.map(|item| vm.heap.new_ref(item))
    } else if let Some(dict) = vm.heap.dict(source) {
        let part = match vm.heap.class_of(iterator) {
            types::DICT_VALUEITERATOR => DictPart::Values,
            types::DICT_ITEMITERATOR => DictPart::Items,
            _ => DictPart::Keys,
        };
        let Some((key, value)) = (0..=index as usize)
            .rev()
            .find_map(|at| {
                let entry = dict.entry(at)?;
                Some((at, entry))
            })
            .map(|(at, entry)| {
                step_to(vm, iterator, at as i64 - 1);
                entry
            })
        else {
            return exhaust(vm, iterator);
        };
        return Ok(Next::Value(dict_part(vm, key, value, part)));
    } else {
        let position = vm.heap.new_int(index);
        let found = found_item(vm, |vm| vm.get_item(source, position.get()));
        vm.release(position);
        found?
    };
    match item {
        Some(item) => {
            step_to(vm, iterator, index - 1);
            Ok(Next::Value(item))
        }
        None => exhaust(vm, iterator),
    }
}

fn dict_part(vm: &mut Vm, key: Ref, value: Ref, part: DictPart) -> Owned {
    match part {
        DictPart::Keys => vm.heap.new_ref(key),
        DictPart::Values => vm.heap.new_ref(value),
        DictPart::Items => {
            let pair = vec![vm.heap.new_ref(key), vm.heap.new_ref(value)];
            tuple::of(vm, pair)
        }
    }
}

fn next_of_dict(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
    let Some(&mut Iterator::Dict {
        source: Some(source),
        position: at,
        expected: size,
        left,
        part,
        result,
    }) = body(vm, iterator)
    else {
        return Ok(Next::Exhausted);
    };
    let dict = vm.heap.dict(source);
    if dict.map_or(0, |dict| dict.len()) != size {
        // From now on it always fails.
        if let Some(Iterator::Dict { expected, .. }) = body(vm, iterator) {
            *expected = usize::MAX;
        }
        return vm.raise(
            types::RUNTIME_ERROR,
            "dictionary changed size during iteration",
        );
    }
    let found = dict.and_then(|dict| {
        let next = dict.next_position(at)?;
        dict.entry(next).map(|entry| (next, entry))
    });
    let Some((next, (key, value))) = found else {
        return exhaust(vm, iterator);
    };
    if left == 0 {
        let gone = exhaust(vm, iterator)?;
        debug_assert!(matches!(gone, Next::Exhausted));
        return vm.raise(
            types::RUNTIME_ERROR,
            "dictionary keys changed during iteration",
        );
    }
    if let Some(Iterator::Dict { position, left, .. }) = body(vm, iterator) {
        *position = next + 1;
        *left -= 1;
    }
    if let Some(result) = result {
        let pair = vec![vm.heap.new_ref(key), vm.heap.new_ref(value)];
        return Ok(Next::Value(enumerate::result_of(vm, result, pair)));
    }
    Ok(Next::Value(dict_part(vm, key, value, part)))
}

fn next_of_set(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
    let Some(&mut Iterator::Set {
        source: Some(source),
        position: at,
        expected: size,
    }) = body(vm, iterator)
    else {
        return Ok(Next::Exhausted);
    };
    let set = vm.heap.set(source);
    if set.map_or(0, |set| set.len()) != size {
        if let Some(Iterator::Set { expected, .. }) = body(vm, iterator) {
            *expected = usize::MAX;
        }
        return vm.raise(types::RUNTIME_ERROR, "Set changed size during iteration");
    }
    let found = set.and_then(|set| {
        let next = set.next_position(at)?;
        set.member(next).map(|(_, key)| (next, key))
    });
    let Some((next, key)) = found else {
        return exhaust(vm, iterator);
    };
    if let Some(Iterator::Set { position, .. }) = body(vm, iterator) {
        *position = next + 1;
    }
    Ok(Next::Value(vm.heap.new_ref(key)))
}

fn next_called(vm: &mut Vm, iterator: Ref, function: Ref, sentinel: Ref) -> PyResult<Next> {
    let result = match vm.call(function, &[], &[]) {
        Ok(result) => result,
        Err(error) => {
            exceptions::catch(vm, error, types::STOP_ITERATION)?;
            return exhaust(vm, iterator);
        }
    };
    if vm.equal(result.get(), sentinel)? {
        vm.release(result);
        return exhaust(vm, iterator);
    }
    Ok(Next::Value(result))
}

/// iter(callable, sentinel).
pub fn new_callable(vm: &mut Vm, function: Ref, sentinel: Ref) -> Owned {
    vm.heap.incref(function);
    vm.heap.incref(sentinel);
    let body = Iterator::Callable {
        function: Some(function),
        sentinel,
    };
    new_iterator(vm, types::CALLABLE_ITERATOR, body)
}
