//! The module gc: the program's view of the collector.
//!
//! Mirrors CPython's Modules/gcmodule.c.

use crate::gc;
use crate::heap::gc_list::{GenerationStats, debug};
use crate::heap::{Head, ListId, Owned, Ref};
use crate::profile::texts::fill;
use crate::python::builtins::args;
use crate::python::vm::{Args, PyResult, Vm};
use crate::trace::event::{Event, GcList, Trigger};

/// The module object.
/// How long a collection takes for each object that it looks at, as far as programs are told.
pub const SECONDS_OF_CANDIDATE: f64 = 1e-7;

pub fn create(vm: &mut Vm) -> PyResult {
    let module = vm.heap.new_module("gc");
    let m = module.get();
    vm.add_function(m, "enable", enable);
    vm.add_function(m, "disable", disable);
    vm.add_function(m, "isenabled", is_enabled);
    vm.add_function(m, "set_debug", set_debug);
    vm.add_function(m, "get_debug", get_debug);
    vm.add_function(m, "get_count", get_count);
    vm.add_function(m, "set_threshold", set_threshold);
    vm.add_function(m, "get_threshold", get_threshold);
    vm.add_function(m, "collect", collect);
    vm.add_function(m, "get_objects", get_objects);
    vm.add_function(m, "is_tracked", is_tracked);
    if vm.heap.profile.has_is_finalized {
        vm.add_function(m, "is_finalized", is_finalized);
    }
    vm.add_function(m, "get_referrers", get_referrers);
    vm.add_function(m, "get_referents", get_referents);
    let is_complete = vm.heap.profile.gc_is_complete;
    if is_complete {
        vm.add_function(m, "get_stats", get_stats);
        vm.add_function(m, "freeze", freeze);
        vm.add_function(m, "unfreeze", unfreeze);
        vm.add_function(m, "get_freeze_count", get_freeze_count);
    }
    let flags = [
        ("DEBUG_STATS", debug::STATS),
        ("DEBUG_COLLECTABLE", debug::COLLECTABLE),
        ("DEBUG_UNCOLLECTABLE", debug::UNCOLLECTABLE),
        ("DEBUG_SAVEALL", debug::SAVEALL),
        (
            "DEBUG_LEAK",
            debug::LEAK
                | if is_complete {
                    0
                } else {
                    debug::INSTANCES | debug::OBJECTS
                },
        ),
    ];
    for (name, value) in flags {
        let value = vm.heap.new_int(i64::from(value));
        set_name(vm, m, name, value);
    }
    let garbage = vm.heap.new_list(Vec::new());
    vm.heap.gc.garbage = Some(vm.heap.new_ref(garbage.get()).into_counted());
    set_name(vm, m, "garbage", garbage);
    if !is_complete {
        for (name, value) in [
            ("DEBUG_INSTANCES", debug::INSTANCES),
            ("DEBUG_OBJECTS", debug::OBJECTS),
        ] {
            let value = vm.heap.new_int(i64::from(value));
            set_name(vm, m, name, value);
        }
        return Ok(module);
    }
    let callbacks = vm.heap.new_list(Vec::new());
    vm.heap.gc.callbacks = Some(vm.heap.new_ref(callbacks.get()).into_counted());
    set_name(vm, m, "callbacks", callbacks);
    Ok(module)
}

fn set_name(vm: &mut Vm, module: Ref, name: &str, value: Owned) {
    if let Some(dict) = vm.heap.module_dict(module)
        && let Some(old) = vm.heap.dict_set_text(dict, name, value.into_counted())
    {
        vm.release_ref(old);
    }
}

fn enable(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.enable")?;
    vm.heap.set_gc_enabled(true);
    Ok(vm.none())
}

fn disable(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.disable")?;
    vm.heap.set_gc_enabled(false);
    Ok(vm.none())
}

fn is_enabled(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.isenabled")?;
    let enabled = vm.heap.gc.enabled;
    Ok(vm.bool(enabled))
}

/// An int argument within 32 bits, with CPython's complaint about others.
fn int_argument(vm: &mut Vm, value: Ref) -> PyResult<i32> {
    let Some(value) = vm.heap.as_small(value) else {
        let class = vm.heap.class_name(value);
        let text = fill(vm.heap.profile.texts.integer_required, &[&class]);
        return vm.type_error(text);
    };
    match i32::try_from(value) {
        Ok(value) => Ok(value),
        Err(_) => {
            let limit = if value > 0 {
                "greater than maximum"
            } else {
                "less than minimum"
            };
            vm.raise(
                crate::heap::types::OVERFLOW_ERROR,
                format!("signed integer is {limit}"),
            )
        }
    }
}

fn set_debug(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let flags = args::one(vm, &args, "gc.set_debug")?;
    vm.heap.gc.debug = int_argument(vm, flags)? as u32;
    Ok(vm.none())
}

fn get_debug(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.get_debug")?;
    let flags = i64::from(vm.heap.gc.debug as i32);
    Ok(vm.heap.new_int(flags))
}

fn tuple_of_counts(vm: &mut Vm, counts: [u32; 3]) -> Owned {
    let items = counts
        .into_iter()
        .map(|count| vm.heap.new_int(i64::from(count)).into_counted())
        .collect();
    vm.heap.new_tuple(items)
}

fn get_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.get_count")?;
    let counts = vm.heap.gc_counts();
    Ok(tuple_of_counts(vm, counts))
}

fn set_threshold(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if args.positional.is_empty() {
        return vm.type_error(vm.heap.profile.texts.set_threshold_arguments);
    }
    let given = args::between(vm, &args, "gc.set_threshold", 1, 3)?;
    let mut thresholds = vm.heap.gc.thresholds;
    for (threshold, &value) in thresholds.iter_mut().zip(given) {
        *threshold = int_argument(vm, value)?;
    }
    vm.heap.set_gc_thresholds(thresholds);
    Ok(vm.none())
}

fn get_threshold(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.get_threshold")?;
    let items = vm
        .heap
        .gc
        .thresholds
        .map(|threshold| vm.heap.new_int(i64::from(threshold)).into_counted());
    Ok(vm.heap.new_tuple(items.to_vec()))
}

fn collect(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [generation] = args::named(vm, &args, "collect", ["generation"], 0, 1)?;
    let generation = match generation {
        Some(value) => int_argument(vm, value)?,
        None => 2,
    };
    if !(0..=2).contains(&generation) {
        return vm.value_error("invalid generation");
    }
    let found = gc::collect(vm, generation as u8, Trigger::Explicit);
    Ok(vm.heap.new_int(i64::from(found.total())))
}

/// A list of these objects, with a reference to each.
fn list_of(vm: &mut Vm, objects: Vec<Ref>) -> Owned {
    for &object in &objects {
        vm.heap.incref(object);
    }
    let list = vm.heap.new_list(Vec::new());
    for object in objects {
        vm.heap.list_append_item(list.get(), object);
    }
    list
}

fn get_objects(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [generation] = args::named(vm, &args, "get_objects", ["generation"], 0, 1)?;
    let lists = match generation.filter(|&value| value != Ref::NONE) {
        None => ListId::GENERATIONS.to_vec(),
        Some(value) => {
            let generation = int_argument(vm, value)?;
            // -1 is what CPython's argument is when nobody gives one.
            if generation == -1 {
                let objects = ListId::GENERATIONS
                    .into_iter()
                    .flat_map(|list| vm.heap.list_iter(list))
                    .collect();
                return Ok(list_of(vm, objects));
            }
            if generation < 0 {
                return vm.value_error("generation parameter cannot be negative");
            }
            if generation > 2 {
                return vm
                    .value_error("generation parameter must be less than the number of available generations (3)");
            }
            vec![ListId::generation(generation as u8)]
        }
    };
    let objects = lists
        .into_iter()
        .flat_map(|list| vm.heap.list_iter(list))
        .collect();
    Ok(list_of(vm, objects))
}

fn get_stats(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.get_stats")?;
    let list = vm.heap.new_list(Vec::new());
    for stats in vm.heap.gc.stats {
        let dict = stats_dict(vm, stats);
        vm.heap.list_append_item(list.get(), dict.into_counted());
    }
    Ok(list)
}

fn stats_dict(vm: &mut Vm, stats: GenerationStats) -> Owned {
    let dict = vm.heap.new_dict();
    let mut entries = vec![
        ("collections", stats.collections),
        ("collected", stats.collected),
        ("uncollectable", stats.uncollectable),
    ];
    if vm.heap.profile.stats_have_candidates {
        entries.push(("candidates", stats.candidates));
    }
    for (name, value) in entries {
        let value = vm.heap.new_int(value as i64).into_counted();
        if let Some(old) = vm.heap.dict_set_text(dict.get(), name, value) {
            vm.release_ref(old);
        }
    }
    if vm.heap.profile.stats_have_candidates {
        // The simulated collector takes no time.
        // Simulated: the clock counts the program's steps, and a collection is none.
        let looked_at = (stats.collections + stats.candidates) as f64;
        let duration = vm.heap.new_float(looked_at * SECONDS_OF_CANDIDATE);
        let duration = duration.into_counted();
        if let Some(old) = vm.heap.dict_set_text(dict.get(), "duration", duration) {
            vm.release_ref(old);
        }
    }
    dict
}

fn is_tracked(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "gc.is_tracked")?;
    let tracked = vm.heap.is_tracked(object);
    Ok(vm.bool(tracked))
}

fn is_finalized(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "gc.is_finalized")?;
    let finalized = object.is_container() && vm.heap.heads[object.index()].has(Head::FINALIZED);
    Ok(vm.bool(finalized))
}

fn get_referrers(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let wanted = args.positional;
    let objects = ListId::GENERATIONS
        .into_iter()
        .flat_map(|list| vm.heap.list_iter(list))
        .filter(|&object| {
            vm.heap
                .referents(object)
                .iter()
                .any(|referent| wanted.contains(referent))
        })
        .collect();
    Ok(list_of(vm, objects))
}

fn get_referents(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let objects = args
        .positional
        .iter()
        .flat_map(|&object| vm.heap.referents(object))
        .collect();
    Ok(list_of(vm, objects))
}

fn freeze(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.freeze")?;
    let shown = [
        GcList::Generation0,
        GcList::Generation1,
        GcList::Generation2,
    ];
    for (list, from) in ListId::GENERATIONS.into_iter().zip(shown) {
        vm.heap.list_merge(list, ListId::Permanent);
        vm.heap.emit(Event::ListMoved {
            from,
            into: GcList::Permanent,
        });
    }
    vm.heap.gc.counts = [0; 3];
    Ok(vm.none())
}

fn unfreeze(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.unfreeze")?;
    vm.heap.list_merge(ListId::Permanent, ListId::Generation2);
    vm.heap.emit(Event::ListMoved {
        from: GcList::Permanent,
        into: GcList::Generation2,
    });
    Ok(vm.none())
}

fn get_freeze_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "gc.get_freeze_count")?;
    let count = vm.heap.list_len(ListId::Permanent) as i64;
    Ok(vm.heap.new_int(count))
}
