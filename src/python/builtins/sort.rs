//! list.sort and sorted(): keys, and a list that is empty while its items are sorted. Mirrors list_sort_impl of
//! Objects/listobject.c.

use super::timsort::{self, Entry};
use super::{args, list, value};
use crate::heap::free_lists::FreeListKind;
use crate::heap::{Owned, Ref};
use crate::python::vm::{Args, PyResult, Vm};

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

/// Sorts the list in place.
pub fn sort(vm: &mut Vm, list: Ref, key: Option<Ref>, reverse: bool) -> PyResult<()> {
    let mut array = match vm.heap.list_items_mut(list) {
        Some(items) => std::mem::take(items),
        None => return Ok(()),
    };
    let (mut entries, mut result) = with_keys(vm, array.to_vec(), key);
    let has_order = result.is_ok();
    let has_keys = key.is_some() && has_order;
    if result.is_ok() {
        // Equal items keep their order in a reversed sort too: reverse, sort, reverse.
        if reverse {
            entries.reverse();
        }
        result = sort_entries(vm, &mut entries);
    }
    array.clear();
    array.extend(entries.iter().map(|entry| entry.item));
    if reverse && has_order {
        array.reverse();
    }
    if has_keys {
        for entry in entries {
            vm.release_ref(entry.key);
        }
    }
    // What comparisons and keys put into the list meanwhile goes; then it gets its own array back.
    let was_changed = vm.heap.list(list).is_some_and(|items| !items.is_empty());
    let added: Vec<Ref> = if was_changed {
        vm.heap.list_edit(list, std::mem::take)
    } else {
        Vec::new()
    };
    if let Some(slot) = vm.heap.list_items_mut(list) {
        *slot = array;
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
    timsort::sort(vm, entries)
}

fn is_all(vm: &Vm, entries: &[Entry], test: fn(&Vm, Ref) -> bool) -> bool {
    entries.iter().all(|entry| test(vm, entry.key))
}

/// sorted(iterable, key=None, reverse=False).
pub fn sorted(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::check_count(vm, "sorted", args.positional.len(), 1, 1)?;
    let list = vm.heap.new_list(Vec::new());
    list::extend(vm, list.get(), args.positional[0])?;
    // The list's method sort is what sorts it.
    vm.heap.count_temporary(FreeListKind::BuiltinFunction);
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
