//! dict and its views: methods, merging. Mirrors Objects/dictobject.c.

use super::{args, set, tuple, value};
use crate::heap::dict::Dict;
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{Base, DictPart, View};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::TrackedClones;
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::DICT, new);
    let methods: [(&str, NativeFn); 13] = [
        ("__init__", init),
        ("get", get),
        ("setdefault", setdefault),
        ("pop", pop),
        ("popitem", popitem),
        ("clear", clear),
        ("copy", copy_method),
        ("update", update_method),
        ("keys", |vm, args| {
            view(vm, args, "dict.keys", DictPart::Keys)
        }),
        ("values", |vm, args| {
            view(vm, args, "dict.values", DictPart::Values)
        }),
        ("items", |vm, args| {
            view(vm, args, "dict.items", DictPart::Items)
        }),
        ("__reversed__", super::adaptors::reversed_dict),
        ("__sizeof__", super::object::sizeof),
    ];
    for (name, method) in methods {
        vm.add_method(types::DICT, name, method);
    }
    vm.add_class_method(types::DICT, "fromkeys", fromkeys);
    for class in [types::DICT_KEYS, types::DICT_ITEMS] {
        vm.add_method(class, "isdisjoint", set::is_disjoint_method);
    }
    for class in [types::DICT_KEYS, types::DICT_VALUES, types::DICT_ITEMS] {
        vm.add_method(class, "__reversed__", super::adaptors::reversed_dict);
        vm.add_getter(class, "mapping", view_mapping, None);
    }
    let proxy: [(&str, NativeFn); 5] = [
        ("get", proxy_call),
        ("keys", proxy_keys),
        ("values", proxy_values),
        ("items", proxy_items),
        ("copy", proxy_copy),
    ];
    for (name, method) in proxy {
        vm.add_method(types::MAPPING_PROXY, name, method);
    }
    vm.add_new(types::MAPPING_PROXY, new_proxy);
}

/// mappingproxy(mapping): of dicts only.
fn new_proxy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, rest) = args::class_and(vm, &args, types::MAPPING_PROXY)?;
    let [mapping] = args::named(vm, &rest, "mappingproxy", ["mapping"], 1, 1)?;
    let mapping = mapping.unwrap_or(Ref::NONE);
    if vm.heap.dict(mapping).is_none() {
        let class = vm.heap.class_name(mapping);
        return vm.type_error(format!(
            "mappingproxy() argument must be a mapping, not {class}"
        ));
    }
    Ok(new_mapping_proxy(vm, mapping))
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, _) = args::class_and(vm, &args, types::DICT)?;
    let mut dict = Dict::default();
    if vm.heap.profile.dict_tables.new_has_table {
        dict.set_log2_size(3);
    }
    Ok(if value::is_python_class(&vm.heap, class) {
        value::new_derived(vm, class, Base::Dict(Box::new(dict)))
    } else {
        vm.heap.bypass_free_list();
        vm.heap.new_dict_with(dict)
    })
}

pub fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::check_count(vm, "dict", args.positional.len() - 1, 0, 1)?;
    update(
        vm,
        args.positional[0],
        args.positional.get(1).copied(),
        args.keywords,
    )?;
    Ok(vm.none())
}

fn update_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::check_count(vm, "update", args.positional.len() - 1, 0, 1)?;
    update(
        vm,
        args.positional[0],
        args.positional.get(1).copied(),
        args.keywords,
    )?;
    Ok(vm.none())
}

/// dict.update(source, **keywords).
pub fn update(
    vm: &mut Vm,
    dict: Ref,
    source: Option<Ref>,
    keywords: &[(Ref, Ref)],
) -> PyResult<()> {
    if let Some(source) = source {
        let is_plain = vm.heap.class_of(source) == types::DICT;
        if is_plain && vm.heap.profile.binds_special_methods {
            // Its method keys tells that it is a mapping.
            vm.heap.count_temporary(FreeListKind::BuiltinFunction);
        }
        if is_plain || is_mapping(vm, source)? {
            merge(vm, dict, source)?;
        } else {
            merge_pairs(vm, dict, source)?;
        }
    }
    for &(name, value) in keywords {
        vm.dict_set(dict, name, value)?;
    }
    Ok(())
}

fn is_mapping(vm: &mut Vm, object: Ref) -> PyResult<bool> {
    super::has_attribute(vm, object, "keys")
}

/// Takes over all items of a mapping; later ones win.
pub fn merge(vm: &mut Vm, dict: Ref, source: Ref) -> PyResult<()> {
    let overrides_iteration = value::is_python_instance(&vm.heap, source)
        && (super::overrides(vm, source, "__iter__") || super::overrides(vm, source, "keys"));
    match vm.heap.payload_of(source) {
        Some(Payload::View(view)) if view.part.is_none() => {
            let proxied = view.dict;
            return merge_entries(vm, dict, proxied);
        }
        Some(_) if vm.heap.dict(source).is_some() && !overrides_iteration => {
            return merge_dict(vm, dict, source);
        }
        _ => {}
    }
    let method = vm.get_attribute_text(source, "keys")?;
    let keys = vm.call(method.get(), &[], &[]);
    vm.release(method);
    let keys = keys?;
    let iterator = vm.iter(keys.get());
    vm.release(keys);
    let iterator = iterator?;
    while let Some(key) = vm.next(iterator.get())? {
        let value = vm.get_item(source, key.get())?;
        vm.dict_set(dict, key.get(), value.get())?;
        vm.release(key);
        vm.release(value);
    }
    vm.release(iterator);
    Ok(())
}

/// All entries of a dict, whose table an empty dict takes over where it has no gaps.
fn merge_dict(vm: &mut Vm, dict: Ref, source: Ref) -> PyResult<()> {
    if dict == source {
        return Ok(());
    }
    let tables = vm.heap.profile.dict_tables;
    let Some(body) = vm.heap.dict(source) else {
        return Ok(());
    };
    let (n, only_str_keys) = (body.len(), body.only_str_keys);
    let cloned = body.table_of_merge(tables);
    let size = vm.heap.size_of(dict);
    let mut is_clone = false;
    if let Some(body) = vm.heap.dict_mut(dict) {
        match cloned {
            Some(table) if body.is_empty() => {
                body.take_all();
                body.begin_as_copy_of(&table);
                is_clone = true;
            }
            _ => body.reserve_for_merge(n, only_str_keys, tables),
        }
    }
    let reserved = vm.heap.size_of(dict);
    vm.heap.account_resize(dict, size, reserved);
    if is_clone && vm.heap.profile.tracked_clones == TrackedClones::CopiesAndMerges {
        track_like(vm, dict, source);
    }
    merge_entries(vm, dict, source)
}

fn merge_entries(vm: &mut Vm, dict: Ref, source: Ref) -> PyResult<()> {
    let mut position = 0;
    let n = vm.heap.dict(source).map_or(0, Dict::len);
    while let Some(body) = vm.heap.dict(source)
        && let Some(at) = body.next_position(position)
        && let Some((key, value)) = body.entry(at)
    {
        position = at + 1;
        let held = (vm.heap.new_ref(key), vm.heap.new_ref(value));
        let set = vm.dict_set(dict, key, value);
        vm.release(held.0);
        vm.release(held.1);
        set?;
        if vm.heap.dict(source).map_or(0, Dict::len) != n {
            return vm.raise(types::RUNTIME_ERROR, "dict mutated during update");
        }
    }
    Ok(())
}

/// A dict that takes over another's table is tracked where that one is, whatever it holds.
fn track_like(vm: &mut Vm, dict: Ref, source: Ref) {
    if vm.heap.is_tracked(source) && !vm.heap.is_tracked(dict) {
        vm.heap.track(dict);
    }
}

/// An iterable of pairs.
fn merge_pairs(vm: &mut Vm, dict: Ref, pairs: Ref) -> PyResult<()> {
    let iterator = vm.iter(pairs)?;
    let mut index = 0usize;
    while let Some(pair) = vm.next(iterator.get())? {
        let items = match vm.collect_iterable(pair.get()) {
            Ok(items) => items,
            Err(error) => {
                if super::is_iterable(vm, pair.get()) {
                    return Err(error);
                }
                let message = fill(
                    vm.heap.profile.texts.dict_update_element,
                    &[&index.to_string()],
                );
                return vm.type_error(message);
            }
        };
        let [key, value] = &items[..] else {
            return vm.value_error(format!(
                "dictionary update sequence element #{index} has length {}; 2 is required",
                items.len()
            ));
        };
        vm.dict_set(dict, key.get(), value.get())?;
        value::release_all(vm, items);
        vm.release(pair);
        index += 1;
    }
    vm.release(iterator);
    Ok(())
}

/// A new dict of the same items.
pub fn copy(vm: &mut Vm, dict: Ref) -> PyResult {
    let new = vm.heap.new_dict();
    if let Some(source) = vm.heap.dict(dict) {
        // A table that is mostly full is copied as it is, with its size.
        let entries: Vec<(i64, Ref, Ref)> = source.iter_hashed().collect();
        let table = source.table_of_copy(vm.heap.profile.dict_tables);
        let shared = source.shared_keys().filter(|_| !source.is_empty());
        let shared = shared.cloned();
        let is_clone = shared.is_some() || source.is_copied_with_table();
        let is_exact = vm.heap.class_of(dict) == types::DICT;
        if let Some(body) = vm.heap.dict_mut(new.get()) {
            match shared {
                Some(keys) => body.share(keys),
                None => body.begin_as_copy_of(&table),
            }
        }
        for (hash, key, value) in entries {
            vm.heap.incref(key);
            vm.heap.incref(value);
            vm.heap.dict_insert(new.get(), hash, key, value);
        }
        if is_clone && vm.heap.profile.tracked_clones.of_copy(is_exact) {
            track_like(vm, new.get(), dict);
        }
    }
    Ok(new)
}

fn copy_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = args::receiver(vm, &args, "dict.copy")?;
    copy(vm, dict)
}

fn get(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (dict, rest) = args::receiver_and(vm, &args, "dict.get", 1, 2)?;
    match vm.dict_get(dict, rest[0])? {
        Some(value) => Ok(value),
        None => {
            let default = rest.get(1).copied().unwrap_or(Ref::NONE);
            Ok(vm.heap.new_ref(default))
        }
    }
}

fn setdefault(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (dict, rest) = args::receiver_and(vm, &args, "dict.setdefault", 1, 2)?;
    if let Some(value) = vm.dict_get(dict, rest[0])? {
        return Ok(value);
    }
    let default = rest.get(1).copied().unwrap_or(Ref::NONE);
    vm.dict_set(dict, rest[0], default)?;
    Ok(vm.heap.new_ref(default))
}

fn pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (dict, rest) = args::receiver_and(vm, &args, "dict.pop", 1, 2)?;
    // An empty dict does not even ask for the key's hash.
    let is_empty = vm.heap.dict(dict).is_none_or(Dict::is_empty);
    let removed = if is_empty {
        None
    } else {
        vm.dict_remove(dict, rest[0])?
    };
    match (removed, rest.get(1)) {
        (Some(value), _) => Ok(value),
        (None, Some(&default)) => Ok(vm.heap.new_ref(default)),
        (None, None) => super::exceptions::key_error(vm, rest[0]),
    }
}

fn popitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = args::receiver(vm, &args, "dict.popitem")?;
    let removed = vm
        .heap
        .dict_mut(dict)
        .and_then(|body| body.last().map(|last| body.remove(last)));
    match removed {
        Some((key, value)) => Ok(vm.heap.new_filled_tuple(vec![key, value])),
        None => {
            let message = vm.heap.new_str("popitem(): dictionary is empty");
            let raised = super::exceptions::key_error(vm, message.get());
            vm.release(message);
            raised
        }
    }
}

fn clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = args::receiver(vm, &args, "dict.clear")?;
    let before = vm.heap.size_of(dict);
    let keeps_keys = vm.heap.profile.cleared_dicts_share_keys;
    let gone = vm.heap.dict_mut(dict).map(|body| {
        let keys = body.shared_keys().filter(|_| keeps_keys).cloned();
        let gone = body.take_all();
        if let Some(keys) = keys {
            body.share(keys);
        }
        gone
    });
    let after = vm.heap.size_of(dict);
    vm.heap.account_resize(dict, before, after);
    for (key, value) in gone.unwrap_or_default() {
        vm.release_ref(key);
        vm.release_ref(value);
    }
    Ok(vm.none())
}

fn fromkeys(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, rest) = args::receiver_and(vm, &args, "dict.fromkeys", 1, 2)?;
    let value = rest.get(1).copied().unwrap_or(Ref::NONE);
    let dict = vm.call(class, &[], &[])?;
    let is_plain = vm.heap.class_of(dict.get()) == types::DICT;
    if is_plain {
        resize_for_keys(vm, dict.get(), rest[0]);
    }
    let iterator = vm.iter(rest[0])?;
    while let Some(key) = vm.next(iterator.get())? {
        if is_plain {
            vm.dict_set(dict.get(), key.get(), value)?;
        } else {
            vm.set_item(dict.get(), key.get(), value)?;
        }
        vm.release(key);
    }
    vm.release(iterator);
    Ok(dict)
}

/// The keys of a dict or set are counted before they come.
fn resize_for_keys(vm: &mut Vm, dict: Ref, keys: Ref) {
    let n = match vm.heap.class_of(keys) {
        types::DICT => vm.heap.dict(keys).map(Dict::len),
        types::SET | types::FROZENSET => vm.heap.set(keys).map(|body| body.len()),
        _ => None,
    };
    let Some(n) = n else { return };
    let tables = vm.heap.profile.dict_tables;
    let before = vm.heap.size_of(dict);
    if let Some(body) = vm.heap.dict_mut(dict) {
        body.resize_for(n, tables);
    }
    let after = vm.heap.size_of(dict);
    vm.heap.account_resize(dict, before, after);
}

/// keys(), values(), items().
fn view(vm: &mut Vm, args: Args<'_>, name: &str, part: DictPart) -> PyResult {
    let dict = args::receiver(vm, &args, name)?;
    Ok(new_view(vm, dict, part))
}

pub fn new_view(vm: &mut Vm, dict: Ref, part: DictPart) -> Owned {
    let class = match part {
        DictPart::Keys => types::DICT_KEYS,
        DictPart::Values => types::DICT_VALUES,
        DictPart::Items => types::DICT_ITEMS,
    };
    vm.heap.incref(dict);
    let body = View {
        dict,
        part: Some(part),
    };
    let new = vm.heap.alloc(class, Payload::View(Box::new(body)));
    vm.heap.track(new.get());
    new
}

fn view_mapping(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = match vm.heap.payload_of(args.positional[0]) {
        Some(Payload::View(view)) => view.dict,
        _ => return Ok(vm.none()),
    };
    Ok(new_mapping_proxy(vm, dict))
}

/// mappingproxy(dict).
pub fn new_mapping_proxy(vm: &mut Vm, dict: Ref) -> Owned {
    vm.heap.incref(dict);
    let body = View { dict, part: None };
    let new = vm
        .heap
        .alloc(types::MAPPING_PROXY, Payload::View(Box::new(body)));
    vm.heap.track(new.get());
    new
}

/// All keys, values or items (as tuples) of a dict.
pub fn part_of(vm: &mut Vm, dict: Ref, part: DictPart) -> Vec<Owned> {
    let entries: Vec<(Ref, Ref)> = match vm.heap.dict(dict) {
        Some(body) => body.iter().collect(),
        None => Vec::new(),
    };
    entries
        .into_iter()
        .map(|(key, value)| match part {
            DictPart::Keys => vm.heap.new_ref(key),
            DictPart::Values => vm.heap.new_ref(value),
            DictPart::Items => {
                let pair = vec![vm.heap.new_ref(key), vm.heap.new_ref(value)];
                tuple::of(vm, pair)
            }
        })
        .collect()
}

/// dict[key], KeyError when it is not there.
pub fn get_item(vm: &mut Vm, dict: Ref, key: Ref) -> PyResult {
    match vm.dict_get(dict, key)? {
        Some(value) => Ok(value),
        None => super::exceptions::key_error(vm, key),
    }
}

pub fn delete_item(vm: &mut Vm, dict: Ref, key: Ref) -> PyResult<()> {
    match vm.dict_remove(dict, key)? {
        Some(value) => {
            vm.release(value);
            Ok(())
        }
        None => super::exceptions::key_error(vm, key),
    }
}

/// item in view.
pub fn view_contains(vm: &mut Vm, view: Ref, item: Ref) -> PyResult<Option<bool>> {
    let (dict, part) = match vm.heap.payload_of(view) {
        Some(Payload::View(body)) => (body.dict, body.part),
        _ => return Ok(None),
    };
    match part {
        None => vm.contains(dict, item).map(Some),
        Some(DictPart::Keys) => {
            let found = vm.dict_get(dict, item)?;
            let is_there = found.is_some();
            if let Some(value) = found {
                vm.release(value);
            }
            Ok(Some(is_there))
        }
        Some(DictPart::Values) => Ok(None),
        Some(DictPart::Items) => {
            let Some(&[key, value]) = vm.heap.tuple(item) else {
                return Ok(Some(false));
            };
            match vm.dict_get(dict, key)? {
                Some(found) => {
                    let equal = vm.equal(found.get(), value);
                    vm.release(found);
                    equal.map(Some)
                }
                None => Ok(Some(false)),
            }
        }
    }
}

/// left | right of two dicts.
pub fn union(vm: &mut Vm, left: Ref, right: Ref) -> PyResult {
    let new = copy(vm, left)?;
    merge(vm, new.get(), right)?;
    Ok(new)
}

fn proxied(vm: &mut Vm, args: &Args<'_>) -> PyResult<Ref> {
    let proxy = args.positional.first().copied().unwrap_or(Ref::NONE);
    match vm.heap.payload_of(proxy) {
        Some(Payload::View(view)) => Ok(view.dict),
        _ => args::wrong_receiver(vm, "mappingproxy.get", proxy),
    }
}

fn proxy_call(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = proxied(vm, &args)?;
    let method = vm.get_attribute_text(dict, "get")?;
    let result = vm.call(method.get(), &args.positional[1..], args.keywords);
    vm.release(method);
    result
}

fn proxy_keys(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = proxied(vm, &args)?;
    Ok(new_view(vm, dict, DictPart::Keys))
}

fn proxy_values(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = proxied(vm, &args)?;
    Ok(new_view(vm, dict, DictPart::Values))
}

fn proxy_items(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = proxied(vm, &args)?;
    Ok(new_view(vm, dict, DictPart::Items))
}

fn proxy_copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = proxied(vm, &args)?;
    copy(vm, dict)
}
