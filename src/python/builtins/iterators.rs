//! Iterators of the built-in types, and enumerate, zip, map, filter, reversed.
//!
//! Mirrors Objects/iterobject.c, Objects/enumobject.c and the iterators at the ends of Objects/*object.c.

use super::{args, exceptions, tuple, value};
use crate::heap::payload::{DictPart, Iterator};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::code::BinaryOperator;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

use super::Next;

pub fn install(vm: &mut Vm) {
    let constructors: [(Ref, NativeFn); 5] = [
        (types::ENUMERATE, new_enumerate),
        (types::ZIP, new_zip),
        (types::MAP, new_map),
        (types::FILTER, new_filter),
        (types::REVERSED, new_reversed),
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
            position,
            ..
        } => vm.heap.dict(source).map_or(0, |dict| {
            let mut n = 0;
            let mut at = position;
            while let Some(next) = dict.next_position(at) {
                n += 1;
                at = next + 1;
            }
            n
        }),
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
fn new_iterator(vm: &mut Vm, class: Ref, body: Iterator) -> Owned {
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

fn dict_iterator(vm: &mut Vm, dict: Ref, part: DictPart) -> Owned {
    let class = match part {
        DictPart::Keys => types::DICT_KEYITERATOR,
        DictPart::Values => types::DICT_VALUEITERATOR,
        DictPart::Items => types::DICT_ITEMITERATOR,
    };
    vm.heap.incref(dict);
    let body = Iterator::Dict {
        source: Some(dict),
        position: 0,
        expected: vm.heap.dict(dict).map_or(0, |dict| dict.len()),
        part,
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

fn body(vm: &mut Vm, iterator: Ref) -> Option<&mut Iterator> {
    if !matches!(vm.heap.payload_of(iterator), Some(Payload::Iterator(_))) {
        return None;
    }
    match &mut vm.heap.bodies[iterator.index()].payload {
        Payload::Iterator(body) => Some(body),
        _ => None,
    }
}

/// The iterator lets go of what it walks over.
fn exhaust(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
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
            next_enumerated(vm, iterator, source)
        }
        Iterator::Zip { sources } => {
            let sources = *sources;
            next_zipped(vm, sources)
        }
        Iterator::Map { function, sources } => {
            let (function, sources) = (*function, *sources);
            next_mapped(vm, function, sources)
        }
        Iterator::Filter { function, source } => {
            let (function, source) = (*function, *source);
            next_filtered(vm, function, source)
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
        part,
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
    if let Some(Iterator::Dict { position, .. }) = body(vm, iterator) {
        *position = next + 1;
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

fn next_enumerated(vm: &mut Vm, iterator: Ref, source: Ref) -> PyResult<Next> {
    let Some(item) = vm.next(source)? else {
        return Ok(Next::Exhausted);
    };
    let one = vm.heap.new_int(1);
    let Some(&mut Iterator::Enumerate { index: number, .. }) = body(vm, iterator) else {
        return Ok(Next::NotNative);
    };
    let following = vm.binary(BinaryOperator::Add, number, one.get())?;
    vm.release(one);
    if let Some(Iterator::Enumerate { index, .. }) = body(vm, iterator) {
        *index = following.into_counted();
    }
    Ok(Next::Value(tuple::of(
        vm,
        vec![Owned::from_counted(number), item],
    )))
}

/// The next value of each source; none as soon as one is exhausted.
fn next_of_each(vm: &mut Vm, sources: Ref) -> PyResult<Option<Vec<Owned>>> {
    let sources = super::sequence::items(vm, sources).to_vec();
    let mut items = Vec::with_capacity(sources.len());
    for source in sources {
        match vm.next(source)? {
            Some(item) => items.push(item),
            None => {
                value::release_all(vm, items);
                return Ok(None);
            }
        }
    }
    Ok(Some(items))
}

fn next_zipped(vm: &mut Vm, sources: Ref) -> PyResult<Next> {
    // The last item of a strict zip's tuple is True.
    let all = super::sequence::items(vm, sources).to_vec();
    let is_strict = all.last() == Some(&Ref::TRUE);
    let n = all.len() - usize::from(is_strict);
    if n == 0 {
        return Ok(Next::Exhausted);
    }
    let mut items = Vec::with_capacity(n);
    for (index, &source) in all[..n].iter().enumerate() {
        match vm.next(source)? {
            Some(item) => items.push(item),
            None => {
                value::release_all(vm, items);
                if is_strict {
                    check_strict(vm, &all[..n], index)?;
                }
                return Ok(Next::Exhausted);
            }
        }
    }
    Ok(Next::Value(tuple::of(vm, items)))
}

/// zip(strict=True): when one source is exhausted, all must be.
fn check_strict(vm: &mut Vm, sources: &[Ref], exhausted: usize) -> PyResult<()> {
    let complain = |vm: &mut Vm, argument: usize, length: &str| {
        let before = if argument == 2 {
            "argument 1".to_owned()
        } else {
            format!("arguments 1-{}", argument - 1)
        };
        vm.value_error(format!(
            "zip() argument {argument} is {length} than {before}"
        ))
    };
    if exhausted > 0 {
        return complain(vm, exhausted + 1, "shorter");
    }
    for (index, &source) in sources.iter().enumerate().skip(1) {
        if let Some(item) = vm.next(source)? {
            vm.release(item);
            return complain(vm, index + 1, "longer");
        }
    }
    Ok(())
}

fn next_mapped(vm: &mut Vm, function: Ref, sources: Ref) -> PyResult<Next> {
    let Some(items) = next_of_each(vm, sources)? else {
        return Ok(Next::Exhausted);
    };
    let arguments: Vec<Ref> = items.iter().map(Owned::get).collect();
    let result = vm.call(function, &arguments, &[]);
    value::release_all(vm, items);
    result.map(Next::Value)
}

fn next_filtered(vm: &mut Vm, function: Ref, source: Ref) -> PyResult<Next> {
    while let Some(item) = vm.next(source)? {
        let is_kept = if function == Ref::NONE || function == types::BOOL {
            vm.truth(item.get())?
        } else {
            let result = vm.call(function, &[item.get()], &[])?;
            let truth = vm.truth(result.get());
            vm.release(result);
            truth?
        };
        if is_kept {
            return Ok(Next::Value(item));
        }
        vm.release(item);
    }
    Ok(Next::Exhausted)
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

fn new_enumerate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::ENUMERATE)?;
    if args.positional.is_empty() && args.keywords.is_empty() {
        let message = fill(vm.heap.profile.texts.enumerate_no_arguments, &[]);
        return vm.type_error(message);
    }
    let [source, start] = args::named(vm, &args, "enumerate", ["iterable", "start"], 1, 2)?;
    let index = match start {
        Some(start) => value::index(vm, start)?.into_object(&mut vm.heap),
        None => vm.heap.new_int(0),
    };
    let source = vm.iter(source.unwrap_or(Ref::NONE))?;
    let body = Iterator::Enumerate {
        source: source.into_counted(),
        index: index.into_counted(),
    };
    Ok(new_iterator(vm, class, body))
}

/// A tuple of an iterator of each argument.
fn iterators(vm: &mut Vm, sources: &[Ref], strict: bool) -> PyResult {
    let mut all = Vec::with_capacity(sources.len());
    for &source in sources {
        all.push(vm.iter(source)?);
    }
    if strict {
        all.push(vm.bool(true));
    }
    Ok(tuple::of(vm, all))
}

fn new_zip(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::ZIP)?;
    let mut strict = false;
    if class == types::ZIP && !args.keywords.is_empty() {
        if !vm.heap.profile.zip_has_strict {
            args::no_keywords(vm, &args, "zip")?;
        }
        let options = Args {
            positional: &[],
            keywords: args.keywords,
        };
        let [option] = args::named(vm, &options, "zip", ["strict"], 0, 0)?;
        if let Some(option) = option {
            strict = vm.truth(option)?;
        }
    }
    let sources = iterators(vm, args.positional, strict)?.into_counted();
    Ok(new_iterator(vm, class, Iterator::Zip { sources }))
}

fn new_map(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::MAP)?;
    args::no_keywords(vm, &args, "map")?;
    let [function, sources @ ..] = args.positional else {
        return vm.type_error("map() must have at least two arguments.");
    };
    if sources.is_empty() {
        return vm.type_error("map() must have at least two arguments.");
    }
    let sources = iterators(vm, sources, false)?.into_counted();
    vm.heap.incref(*function);
    let body = Iterator::Map {
        function: *function,
        sources,
    };
    Ok(new_iterator(vm, class, body))
}

fn new_filter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::FILTER)?;
    let given = args::between(vm, &args, "filter", 2, 2)?;
    let source = vm.iter(given[1])?.into_counted();
    vm.heap.incref(given[0]);
    let body = Iterator::Filter {
        function: given[0],
        source,
    };
    Ok(new_iterator(vm, class, body))
}

fn new_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::REVERSED)?;
    let given = args::between(vm, &args, "reversed", 1, 1)?;
    let source = given[0];
    if let Some(result) = vm.call_special(source, "__reversed__", &[])? {
        return Ok(result);
    }
    let is_python = value::is_python_instance(&vm.heap, source);
    let indexable = vm.heap.tuple(source).is_some()
        || value::text(&vm.heap, source).is_some()
        || value::bytes(&vm.heap, source).is_some()
        || is_python
            && super::overrides(vm, source, "__getitem__")
            && super::overrides(vm, source, "__len__");
    if !indexable {
        let found = vm.heap.class_name(source);
        return vm.type_error(format!("'{found}' object is not reversible"));
    }
    let n = vm.len(source)?;
    vm.heap.incref(source);
    let body = Iterator::Reversed {
        source: Some(source),
        index: n as i64 - 1,
    };
    Ok(new_iterator(vm, class, body))
}

pub fn reversed_list(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = args::receiver(vm, &args, "list.__reversed__")?;
    let index = vm.heap.list(list).map_or(0, <[Ref]>::len) as i64 - 1;
    vm.heap.incref(list);
    let body = Iterator::Reversed {
        source: Some(list),
        index,
    };
    Ok(new_iterator(vm, types::LIST_REVERSEITERATOR, body))
}

pub fn reversed_dict(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::receiver(vm, &args, "dict.__reversed__")?;
    let (dict, part) = match vm.heap.payload_of(object) {
        Some(Payload::View(view)) => (view.dict, view.part.unwrap_or(DictPart::Keys)),
        _ => (object, DictPart::Keys),
    };
    let class = match part {
        DictPart::Keys => types::DICT_KEYITERATOR,
        DictPart::Values => types::DICT_VALUEITERATOR,
        DictPart::Items => types::DICT_ITEMITERATOR,
    };
    let last = vm.heap.dict(dict).and_then(|dict| dict.last());
    vm.heap.incref(dict);
    let body = Iterator::Reversed {
        source: Some(dict),
        index: last.map_or(-1, |last| last as i64),
    };
    Ok(new_iterator(vm, class, body))
}
