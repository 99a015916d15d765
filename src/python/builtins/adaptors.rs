//! map, filter and reversed. Mirrors Objects/enumobject.c and the iterators of Python/bltinmodule.c.

use super::iterators::new_iterator;
use super::{Next, args, tuple, value};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{DictPart, Iterator};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::vm::{Args, PyResult, Vm};

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

pub(super) fn next_mapped(vm: &mut Vm, function: Ref, sources: Ref) -> PyResult<Next> {
    let Some(items) = next_of_each(vm, sources)? else {
        return Ok(Next::Exhausted);
    };
    let arguments: Vec<Ref> = items.iter().map(Owned::get).collect();
    let result = vm.call(function, &arguments, &[]);
    value::release_all(vm, items);
    result.map(Next::Value)
}

pub(super) fn next_filtered(vm: &mut Vm, function: Ref, source: Ref) -> PyResult<Next> {
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

/// A tuple of an iterator of each argument.
pub(super) fn iterators(vm: &mut Vm, sources: &[Ref], strict: bool) -> PyResult {
    let mut all = Vec::with_capacity(sources.len());
    for &source in sources {
        all.push(vm.iter(source)?);
    }
    if strict {
        all.push(vm.bool(true));
    }
    Ok(tuple::of(vm, all))
}

pub(super) fn new_map(vm: &mut Vm, args: Args<'_>) -> PyResult {
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

pub(super) fn new_filter(vm: &mut Vm, args: Args<'_>) -> PyResult {
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

pub(super) fn new_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::REVERSED)?;
    let given = args::between(vm, &args, "reversed", 1, 1)?;
    let source = given[0];
    if vm.is_refused(source, "__reversed__") {
        return refuse_to_reverse(vm, source);
    }
    if let Some(result) = vm.call_special(source, "__reversed__", &[])? {
        if !value::is_python_instance(&vm.heap, source) {
            // It was a method bound to the source.
            vm.heap.count_temporary(FreeListKind::BuiltinFunction);
        }
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
        return refuse_to_reverse(vm, source);
    }
    let n = vm.len(source)?;
    vm.heap.incref(source);
    let body = Iterator::Reversed {
        source: Some(source),
        index: n as i64 - 1,
    };
    Ok(new_iterator(vm, class, body))
}

fn refuse_to_reverse(vm: &mut Vm, source: Ref) -> PyResult {
    let found = vm.heap.class_name(source);
    vm.type_error(format!("'{found}' object is not reversible"))
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
