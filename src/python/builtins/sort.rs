//! list.sort and sorted(): a stable merge sort whose comparisons may run Python code and fail.
//!
//! The list is empty while it is sorted, as in CPython. Runs are found and extended by binary insertion as in
//! Objects/listsort.txt, without its galloping: the order of comparisons may differ from CPython's, the result cannot.

use super::args;
use super::value;
use crate::heap::{Owned, Ref, types};
use crate::python::code::Comparison;
use crate::python::vm::{Args, PyResult, Vm};

/// Runs shorter than this are extended by insertion.
const MIN_RUN: usize = 32;

pub fn sort_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((&list, rest)) = args.positional.split_first() else {
        return vm.type_error("unbound method list.sort() needs an argument");
    };
    if vm.heap.list(list).is_none() {
        return args::wrong_receiver(vm, "list.sort", list);
    }
    let rest = Args {
        positional: rest,
        keywords: args.keywords,
    };
    let [key, reverse] = args::named(vm, &rest, "sort", ["key", "reverse"], 0, 0)?;
    let reverse = match reverse {
        Some(reverse) => vm.truth(reverse)?,
        None => false,
    };
    sort(vm, list, key.filter(|&key| key != Ref::NONE), reverse)?;
    Ok(vm.none())
}

/// An item and what it is sorted by; both owned unless the item is its own key.
struct Entry {
    item: Ref,
    key: Ref,
}

/// Sorts the list in place.
pub fn sort(vm: &mut Vm, list: Ref, key: Option<Ref>, reverse: bool) -> PyResult<()> {
    let mut array = match vm.heap.list_items_mut(list) {
        Some(items) => std::mem::take(items),
        None => return Ok(()),
    };
    let (mut entries, mut result) = with_keys(vm, array.to_vec(), key);
    let has_keys = key.is_some() && result.is_ok();
    if result.is_ok() {
        // Equal items keep their order in a reversed sort too: reverse, sort, reverse.
        if reverse {
            entries.reverse();
        }
        result = sort_entries(vm, &mut entries);
        if reverse {
            entries.reverse();
        }
    }
    array.clear();
    array.extend(entries.iter().map(|entry| entry.item));
    // What the comparisons put into the list meanwhile goes; then it gets its own array back.
    let was_changed = vm.heap.list(list).is_some_and(|items| !items.is_empty());
    let added: Vec<Ref> = if was_changed {
        vm.heap.list_edit(list, std::mem::take)
    } else {
        Vec::new()
    };
    if let Some(slot) = vm.heap.list_items_mut(list) {
        *slot = array;
    }
    if has_keys {
        for entry in entries {
            vm.release_ref(entry.key);
        }
    }
    for item in added {
        vm.release_ref(item);
    }
    result?;
    if was_changed {
        return vm.value_error("list modified during sort");
    }
    Ok(())
}

/// Calls the key function for all items; on its failure the keys made so far are in the entries.
fn with_keys(vm: &mut Vm, items: Vec<Ref>, key: Option<Ref>) -> (Vec<Entry>, PyResult<()>) {
    let Some(function) = key else {
        let entries = items.into_iter().map(|item| Entry { item, key: item });
        return (entries.collect(), Ok(()));
    };
    let mut keys: Vec<Owned> = Vec::with_capacity(items.len());
    for &item in &items {
        match vm.call(function, &[item], &[]) {
            Ok(key) => keys.push(key),
            Err(error) => {
                value::release_all(vm, keys);
                let entries = items.into_iter().map(|item| Entry { item, key: item });
                return (entries.collect(), Err(error));
            }
        }
    }
    let entries = items.into_iter().zip(keys).map(|(item, key)| Entry {
        item,
        key: key.into_counted(),
    });
    (entries.collect(), Ok(()))
}

fn sort_entries(vm: &mut Vm, entries: &mut [Entry]) -> PyResult<()> {
    if is_all(vm, entries, |vm, key| vm.heap.as_i64(key).is_some()) {
        entries.sort_by_key(|entry| vm.heap.as_i64(entry.key));
        return Ok(());
    }
    if is_all(vm, entries, |vm, key| vm.heap.as_str(key).is_some()) {
        entries.sort_by(|a, b| vm.heap.as_str(a.key).cmp(&vm.heap.as_str(b.key)));
        return Ok(());
    }
    merge_sort(vm, entries)
}

fn is_all(vm: &Vm, entries: &[Entry], test: fn(&Vm, Ref) -> bool) -> bool {
    entries.iter().all(|entry| test(vm, entry.key))
}

fn less(vm: &mut Vm, a: Ref, b: Ref) -> PyResult<bool> {
    let result = vm.compare(Comparison::Lt, a, b)?;
    let less = match result.get() {
        Ref::TRUE => true,
        Ref::FALSE => false,
        other => vm.truth(other)?,
    };
    vm.release(result);
    Ok(less)
}

fn merge_sort(vm: &mut Vm, entries: &mut [Entry]) -> PyResult<()> {
    let n = entries.len();
    let mut runs = Vec::new();
    let mut start = 0;
    while start < n {
        let end = next_run(vm, entries, start)?;
        let wanted = (start + MIN_RUN).min(n);
        insert_up_to(vm, entries, start, end, wanted)?;
        let end = end.max(wanted);
        runs.push((start, end));
        start = end;
    }
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(runs.len().div_ceil(2));
        for pair in runs.chunks(2) {
            match *pair {
                [(start, middle), (_, end)] => {
                    merge(vm, entries, start, middle, end)?;
                    merged.push((start, end));
                }
                [run] => merged.push(run),
                _ => {}
            }
        }
        runs = merged;
    }
    Ok(())
}

/// The end of the run that begins at `start`; a strictly descending one is turned round.
fn next_run(vm: &mut Vm, entries: &mut [Entry], start: usize) -> PyResult<usize> {
    let n = entries.len();
    let mut end = start + 1;
    if end == n {
        return Ok(end);
    }
    let descending = less(vm, entries[end].key, entries[start].key)?;
    end += 1;
    while end < n && less(vm, entries[end].key, entries[end - 1].key)? == descending {
        end += 1;
    }
    if descending {
        entries[start..end].reverse();
    }
    Ok(end)
}

/// Binary insertion of the entries from `sorted` to `end` into the sorted ones before them.
fn insert_up_to(
    vm: &mut Vm,
    entries: &mut [Entry],
    start: usize,
    sorted: usize,
    end: usize,
) -> PyResult<()> {
    for next in sorted..end {
        let (mut low, mut high) = (start, next);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(vm, entries[next].key, entries[middle].key)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        entries[low..=next].rotate_right(1);
    }
    Ok(())
}

fn merge(
    vm: &mut Vm,
    entries: &mut [Entry],
    start: usize,
    middle: usize,
    end: usize,
) -> PyResult<()> {
    // Which of the two runs gives the next entry is found out first, so that a failing comparison leaves all in place.
    let mut order = Vec::with_capacity(end - start);
    let (mut left, mut right) = (start, middle);
    while left < middle && right < end {
        if less(vm, entries[right].key, entries[left].key)? {
            order.push(right);
            right += 1;
        } else {
            order.push(left);
            left += 1;
        }
    }
    order.extend(left..middle);
    order.extend(right..end);
    let merged: Vec<Entry> = order
        .iter()
        .map(|&from| Entry {
            item: entries[from].item,
            key: entries[from].key,
        })
        .collect();
    for (slot, entry) in entries[start..end].iter_mut().zip(merged) {
        *slot = entry;
    }
    Ok(())
}

/// sorted(iterable, key=None, reverse=False).
pub fn sorted(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::check_count(vm, "sorted", args.positional.len(), 1, 1)?;
    let list = vm.call(types::LIST, args.positional, &[])?;
    let options = Args {
        positional: &[],
        keywords: args.keywords,
    };
    let [key, reverse] = args::named(vm, &options, "sort", ["key", "reverse"], 0, 0)?;
    let reverse = match reverse {
        Some(reverse) => vm.truth(reverse)?,
        None => false,
    };
    sort(vm, list.get(), key.filter(|&key| key != Ref::NONE), reverse)?;
    Ok(list)
}
