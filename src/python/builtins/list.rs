//! list: methods, assignment to items and slices. Mirrors Objects/listobject.c.

use super::sequence::{self, Selection, Span};
use super::value;
use super::{args, dict, sort};
use crate::heap::lists::{FirstArray, Fit};
use crate::heap::payload::{Base, DictPart};
use crate::heap::{Heap, Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::LIST, new);
    let methods: [(&str, NativeFn); 14] = [
        ("__init__", init),
        ("append", append),
        ("extend", extend_method),
        ("insert", insert),
        ("remove", remove),
        ("pop", pop),
        ("clear", clear_method),
        ("index", index),
        ("count", count),
        ("sort", sort::sort_method),
        ("reverse", reverse),
        ("copy", copy),
        ("__reversed__", super::adaptors::reversed_list),
        ("__sizeof__", super::object::sizeof),
    ];
    for (name, method) in methods {
        vm.add_method(types::LIST, name, method);
    }
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, _) = args::class_and(vm, &args, types::LIST)?;
    Ok(if value::is_python_class(&vm.heap, class) {
        value::new_derived(vm, class, Base::List(Default::default()))
    } else {
        vm.heap.bypass_free_list();
        vm.heap.new_list(Vec::new())
    })
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    // A subclass may take keywords of its own in __new__; its instances ignore them here.
    if vm.heap.class_of(args.positional[0]) == types::LIST {
        args::no_keywords(vm, &args, "list")?;
    }
    args::check_count(vm, "list", args.positional.len() - 1, 0, 1)?;
    let list = args.positional[0];
    let old = take_items(vm, list);
    release_items(vm, old);
    if let Some(&iterable) = args.positional.get(1) {
        fill_from(vm, list, iterable)?;
    }
    Ok(vm.none())
}

/// list(iterable): up to 3.9 the array is made first, where the length is known beforehand.
pub fn fill_from(vm: &mut Vm, list: Ref, iterable: Ref) -> PyResult<()> {
    if !vm.heap.profile.lists.extends_to_even
        && let Some(n) = super::len(vm, iterable).unwrap_or(None)
    {
        vm.heap.list_set_capacity(list, n);
    }
    extend(vm, list, iterable)
}

/// All values of an iterable go to the list's end, each as soon as the iterable gives it.
pub fn extend(vm: &mut Vm, list: Ref, iterable: Ref) -> PyResult<()> {
    if extend_at_once(vm, list, iterable) {
        return Ok(());
    }
    let iterator = vm.iter(iterable)?;
    extend_by_iterator(vm, list, iterable, iterator)
}

/// The same without an iterator, if the iterable is exactly a collection from which the version takes all at once.
pub fn extend_at_once(vm: &mut Vm, list: Ref, iterable: Ref) -> bool {
    let (items, first) = if let Some(items) = items_of_sequence(&mut vm.heap, iterable) {
        (items, FirstArray::Exact)
    } else if vm.heap.profile.lists.extends_by_whole_collections
        && let Some(items) = items_of_collection(vm, iterable)
    {
        (items, FirstArray::WithReserve)
    } else {
        return false;
    };
    if items.is_empty() {
        return true;
    }
    vm.heap.list_make_room(list, items.len(), first);
    if let Some(array) = vm.heap.list_items_mut(list) {
        array.extend(items);
    }
    true
}

fn items_of_sequence(heap: &mut Heap, iterable: Ref) -> Option<Vec<Ref>> {
    if !matches!(heap.class_of(iterable), types::LIST | types::TUPLE) {
        return None;
    }
    let items = heap.list(iterable).or_else(|| heap.tuple(iterable))?;
    let items = items.to_vec();
    Some(value::counted(heap, &items))
}

/// What a set, a dict or a view of one would iterate over, counted.
fn items_of_collection(vm: &mut Vm, iterable: Ref) -> Option<Vec<Ref>> {
    let (dict, part) = match (vm.heap.class_of(iterable), vm.heap.payload_of(iterable)) {
        (types::SET | types::FROZENSET, Some(Payload::Set(set))) => {
            let items: Vec<Ref> = set.iter().map(|(_, item)| item).collect();
            return Some(value::counted(&mut vm.heap, &items));
        }
        (types::DICT, _) => (iterable, DictPart::Keys),
        (_, Some(Payload::View(view))) => (view.dict, view.part?),
        _ => return None,
    };
    let items = dict::part_of(vm, dict, part);
    Some(items.into_iter().map(Owned::into_counted).collect())
}

/// As [`extend`], for what is no list or tuple, and has given its iterator already.
pub fn extend_by_iterator(vm: &mut Vm, list: Ref, iterable: Ref, iterator: Owned) -> PyResult<()> {
    let hint = match super::len(vm, iterable) {
        Ok(Some(n)) => n,
        _ if value::is_python_instance(&vm.heap, iterable) => {
            super::iterators::ask_program_for_hint(vm, iterable)?.unwrap_or(8)
        }
        _ => super::iterators::ask_for_hint(vm, iterable).unwrap_or(8),
    };
    vm.heap.list_make_room(list, hint, FirstArray::Exact);
    while let Some(item) = vm.next(iterator.get())? {
        vm.heap.list_append_item(list, item.into_counted());
    }
    vm.release(iterator);
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    if vm.heap.profile.lists.gives_back_guessed_room && n < vm.heap.list_capacity(list) / 2 {
        vm.heap.list_edit_to_fit(list, Fit::Resized, |_| ());
    }
    Ok(())
}

fn take_items(vm: &mut Vm, list: Ref) -> Vec<Ref> {
    if vm.heap.list_is_bare(list) {
        return Vec::new();
    }
    vm.heap.list_edit(list, std::mem::take)
}

/// Items that a list gave up are dropped last to first.
fn release_items(vm: &mut Vm, items: Vec<Ref>) {
    for item in items.into_iter().rev() {
        vm.release_ref(item);
    }
}

#[inline]
fn own_list(vm: &mut Vm, receiver: Ref, name: &str) -> PyResult<usize> {
    match vm.heap.list(receiver) {
        Some(items) => Ok(items.len()),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

fn append(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, item) = args::receiver_and_one(vm, &args, "list.append")?;
    own_list(vm, list, "list.append")?;
    vm.heap.incref(item);
    vm.heap.list_append_item(list, item);
    Ok(vm.none())
}

fn extend_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, iterable) = args::receiver_and_one(vm, &args, "list.extend")?;
    own_list(vm, list, "list.extend")?;
    extend(vm, list, iterable)?;
    Ok(vm.none())
}

fn insert(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, rest) = args::receiver_and(vm, &args, "list.insert", 2, 2)?;
    own_list(vm, list, "list.insert")?;
    let index = value::ssize(vm, rest[0])?;
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len) as i64;
    let at = if index < 0 {
        (index + n).max(0)
    } else {
        index.min(n)
    };
    let item = rest[1];
    vm.heap.incref(item);
    vm.heap
        .list_edit(list, |items| items.insert(at as usize, item));
    Ok(vm.none())
}

fn remove(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, wanted) = args::receiver_and_one(vm, &args, "list.remove")?;
    own_list(vm, list, "list.remove")?;
    match sequence::find_item(vm, list, wanted, 0, usize::MAX)? {
        Some(at) => {
            let item = vm.heap.list_edit(list, |items| items.remove(at));
            vm.release_ref(item);
            Ok(vm.none())
        }
        None => vm.value_error("list.remove(x): x not in list"),
    }
}

fn pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, rest) = args::receiver_and(vm, &args, "list.pop", 0, 1)?;
    own_list(vm, list, "list.pop")?;
    let index = match rest.first() {
        Some(&index) => value::ssize(vm, index)?,
        None => -1,
    };
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    if n == 0 {
        return vm.raise(types::INDEX_ERROR, "pop from empty list");
    }
    match value::position(&value::Int::Small(index), n) {
        Some(at) => {
            let item = remove_at(vm, list, at, n);
            Ok(Owned::from_counted(item))
        }
        None => vm.raise(types::INDEX_ERROR, "pop index out of range"),
    }
}

/// Takes one item out. The array shrinks only when it is more than half empty, so that popping at the end costs little.
fn remove_at(vm: &mut Vm, list: Ref, at: usize, n: usize) -> Ref {
    if n > 1
        && n > vm.heap.list_capacity(list) / 2
        && let Some(items) = vm.heap.list_items_from(list, at)
    {
        return items.remove(at);
    }
    let keeps_array = at == n - 1 && !vm.heap.profile.lists.pop_clears;
    let fit = if keeps_array {
        Fit::Resized
    } else {
        Fit::ClearedWhenEmpty
    };
    vm.heap
        .list_edit_to_fit(list, fit, |items| items.remove(at))
}

fn clear_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = args::receiver(vm, &args, "list.clear")?;
    own_list(vm, list, "list.clear")?;
    let items = take_items(vm, list);
    release_items(vm, items);
    Ok(vm.none())
}

fn index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, rest) = args::receiver_and(vm, &args, "list.index", 1, 3)?;
    let n = own_list(vm, list, "list.index")?;
    let (start, end, _) = super::str::bounds(vm, &rest[1..], n)?;
    match sequence::find_item(vm, list, rest[0], start, end)? {
        Some(at) => Ok(vm.heap.new_int(at as i64)),
        None => {
            let template = vm.heap.profile.texts.list_index_missing;
            let message = if template.contains('{') {
                fill(template, &[&vm.repr(rest[0])?])
            } else {
                template.to_owned()
            };
            vm.value_error(message)
        }
    }
}

/// list.count and tuple.count.
pub fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (list, wanted) = args::receiver_and_one(vm, &args, "list.count")?;
    let mut n = 0;
    let mut from = 0;
    while let Some(at) = sequence::find_item(vm, list, wanted, from, usize::MAX)? {
        n += 1;
        from = at + 1;
    }
    Ok(vm.heap.new_int(n))
}

fn reverse(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = args::receiver(vm, &args, "list.reverse")?;
    own_list(vm, list, "list.reverse")?;
    if let Some(items) = vm.heap.list_items_mut(list) {
        items.reverse();
    }
    Ok(vm.none())
}

fn copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = args::receiver(vm, &args, "list.copy")?;
    own_list(vm, list, "list.copy")?;
    let items = vm.heap.list(list).unwrap_or(&[]).to_vec();
    let items = value::counted(&mut vm.heap, &items);
    Ok(vm.heap.new_list(items))
}

/// list[index] = value.
pub fn set_item(vm: &mut Vm, list: Ref, index: Ref, item: Ref) -> PyResult<()> {
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    match sequence::list_selection(vm, index)? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => {
                vm.heap.incref(item);
                if let Some(old) = vm.heap.list_replace(list, at, item) {
                    vm.release_ref(old);
                }
                Ok(())
            }
            None => vm.raise(types::INDEX_ERROR, "list assignment index out of range"),
        },
        Selection::Slice(parts) => set_slice(vm, list, parts, item),
    }
}

fn set_slice(vm: &mut Vm, list: Ref, parts: [Ref; 3], source: Ref) -> PyResult<()> {
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    let found = sequence::span(vm, parts, n)?;
    let values = match vm.collect_iterable(source) {
        Ok(values) => values,
        Err(_) if !super::is_iterable(vm, source) => {
            let message = if found.step == 1 && parts[2] == Ref::NONE {
                vm.heap.profile.texts.assign_iterable
            } else {
                "must assign iterable to extended slice"
            };
            return vm.type_error(message);
        }
        Err(error) => return Err(error),
    };
    // Making the values may have changed the list.
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    let found = if n == found.stop.max(0) as usize {
        found
    } else {
        sequence::span(vm, parts, n)?
    };
    if found.step == 1 {
        replace_range(vm, list, found, value::into_counted(values));
        return Ok(());
    }
    if values.len() != found.length {
        let given = values.len();
        value::release_all(vm, values);
        return vm.value_error(format!(
            "attempt to assign sequence of size {given} to extended slice of size {}",
            found.length
        ));
    }
    let mut old = Vec::new();
    if let Some(items) = vm.heap.list_items_mut(list) {
        for (at, value) in found.indices().zip(values) {
            old.push(std::mem::replace(&mut items[at], value.into_counted()));
        }
    }
    for item in old {
        vm.release_ref(item);
    }
    Ok(())
}

fn replace_range(vm: &mut Vm, list: Ref, span: Span, values: Vec<Ref>) {
    let start = span.start as usize;
    let end = start + span.length;
    let old: Vec<Ref> = vm
        .heap
        .list_edit(list, |items| items.splice(start..end, values).collect());
    release_items(vm, old);
}

/// del list[index].
pub fn delete_item(vm: &mut Vm, list: Ref, index: Ref) -> PyResult<()> {
    let n = vm.heap.list(list).map_or(0, <[Ref]>::len);
    match sequence::list_selection(vm, index)? {
        Selection::Item(index) => match value::position(&index, n) {
            Some(at) => {
                let fit = vm.heap.profile.lists.deleting_item;
                let item = vm
                    .heap
                    .list_edit_to_fit(list, fit, |items| items.remove(at));
                vm.release_ref(item);
                Ok(())
            }
            None => vm.raise(types::INDEX_ERROR, "list assignment index out of range"),
        },
        Selection::Slice(parts) => {
            let span = sequence::span(vm, parts, n)?;
            if span.step == 1 {
                replace_range(vm, list, span, Vec::new());
                return Ok(());
            }
            delete_positions(vm, list, span.indices().collect());
            Ok(())
        }
    }
}

/// del list[start:stop:step], where the step is not 1.
fn delete_positions(vm: &mut Vm, list: Ref, mut gone: Vec<usize>) {
    if gone.is_empty() {
        return;
    }
    gone.sort_unstable();
    let old: Vec<Ref> = vm.heap.list_edit_to_fit(list, Fit::Resized, |items| {
        let old = gone.iter().map(|&at| items[at]).collect();
        let mut at = 0;
        let mut next = gone.iter().copied().peekable();
        items.retain(|_| {
            let goes = next.next_if_eq(&at).is_some();
            at += 1;
            !goes
        });
        old
    });
    for item in old {
        vm.release_ref(item);
    }
}

/// list += iterable.
pub fn inplace_add(vm: &mut Vm, list: Ref, iterable: Ref) -> PyResult {
    extend(vm, list, iterable)?;
    Ok(vm.heap.new_ref(list))
}

/// list *= count; none when count is no int.
pub fn inplace_repeat(vm: &mut Vm, list: Ref, count: Ref) -> PyResult<Option<Owned>> {
    let Some(count) = value::optional_index(vm, count)? else {
        return Ok(None);
    };
    let count = count.clamped().max(0);
    let items = vm.heap.list(list).unwrap_or(&[]).to_vec();
    sequence::check_length(vm, items.len() as u128 * count as u128)?;
    if count == 0 {
        let old = take_items(vm, list);
        release_items(vm, old);
    } else {
        let more = items.repeat(count as usize - 1);
        let more = value::counted(&mut vm.heap, &more);
        vm.heap.list_edit(list, |all| all.extend(more));
    }
    Ok(Some(vm.heap.new_ref(list)))
}
