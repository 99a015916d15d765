//! The cycle collector: CPython's passes under CPython's names.
//!
//! In: a generation of the heap's lists. Out: the objects of it that no reference from outside reaches are finalized
//! and freed, the others stand in the next older generation, and gc.garbage holds what could not be freed. The driver
//! is [`collect`]; each pass stands in a file of its own kind and says what holds before and after.
//! Mirrors gc_collect_main of CPython's Python/gc.c (3.13, generational) and, where profiles say so, older and newer
//! ones. Knows no Python syntax, no clock and no drawing; Python code runs only through the heap's [`Host`].

pub mod finalize;
pub mod mark_sweep;
pub mod reachability;
pub mod resurrection;
pub mod weakrefs;

use crate::heap::gc_list::debug;
use crate::heap::{GcInfo, Head, Heap, Host, ListId, Ref};
use crate::profile::{ResurrectionCount, TriggerPoint, WeakrefClearing};
use crate::trace::event::{Event, GcList, Pass, Trigger};

use self::reachability::Noticed;

/// When a full collection frees more than one slot in so many, the free slots are put in order.
const SORTING_SHARE: usize = 4;

/// What a collection found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    pub collected: u32,
    pub uncollectable: u32,
    /// How many objects it looked at.
    pub candidates: u32,
}

impl Collected {
    /// What gc.collect() returns.
    pub fn total(self) -> u32 {
        self.collected + self.uncollectable
    }
}

/// Collects a generation (0, 1 or 2) and all younger ones, with gc.callbacks before and after. Does nothing while
/// another collection runs, as when a finalizer calls gc.collect().
pub fn collect<H: Host + ?Sized>(host: &mut H, generation: u8, trigger: Trigger) -> Collected {
    if host.heap().gc.collecting {
        return Collected::default();
    }
    if let Some(found) = host.collect_otherwise() {
        begin_anew(host.heap(), generation);
        return found;
    }
    host.heap().gc.collecting = true;
    let mut info = GcInfo {
        generation,
        collected: 0,
        uncollectable: 0,
        candidates: 0,
    };
    host.call_gc_callbacks("start", info);
    let found = collect_main(host, generation, trigger);
    info.collected = found.collected;
    info.uncollectable = found.uncollectable;
    info.candidates = found.candidates;
    host.call_gc_callbacks("stop", info);
    host.heap().gc.collecting = false;
    found
}

/// The counts of what was collected begin at 0 again, as after any collection.
fn begin_anew(heap: &mut Heap, generation: u8) {
    let generation = usize::from(generation);
    heap.gc.counts[..=generation].fill(0);
    if let Some(older) = heap.gc.counts.get_mut(generation + 1) {
        *older += 1;
    }
}

/// Runs the automatic collection that is due, if one is: the oldest generation whose count exceeds its threshold.
pub fn collect_due<H: Host + ?Sized>(host: &mut H) {
    let heap = host.heap();
    if !heap.gc.due {
        return;
    }
    heap.gc.due = false;
    let newer = std::mem::take(&mut heap.gc.allocations_since_due);
    if heap.gc.collecting || !heap.gc.enabled {
        heap.gc.counts[0] += newer;
        return;
    }
    if let Some(generation) = generation_over_threshold(heap) {
        let sees_all = heap.profile.trigger_point == TriggerPoint::EvalBreaker;
        if !sees_all {
            heap.set_newborn_aside();
        }
        collect(host, generation, Trigger::Threshold);
        let heap = host.heap();
        if !sees_all {
            heap.list_merge(ListId::Newborn, ListId::Generation0);
        }
    }
    host.heap().gc.counts[0] += newer;
}

/// The oldest generation whose count exceeds its threshold. The oldest of all only when what survived generation 1
/// since its last collection is at least a quarter of what survived that: so the work stays linear.
fn generation_over_threshold(heap: &Heap) -> Option<u8> {
    let gc = &heap.gc;
    (0..=2u8).rev().find(|&generation| {
        let i = usize::from(generation);
        i64::from(gc.counts[i]) > i64::from(gc.thresholds[i])
            && (generation < 2 || gc.long_lived_pending >= gc.long_lived_total / 4)
    })
}

/// The passes, in order.
fn collect_main<H: Host + ?Sized>(host: &mut H, generation: u8, trigger: Trigger) -> Collected {
    begin(host, generation, trigger);
    merge_younger(host.heap(), generation);
    let young = ListId::generation(generation);
    let old = older(generation);

    let noticed = reachability::deduce_unreachable(host.heap(), young, ListId::Unreachable);
    let n_untracked = reachability::untrack_tuples(host.heap(), &noticed);
    promote(host.heap(), generation, &noticed, n_untracked);
    announce_unreachable(host.heap());

    finalize::move_legacy_finalizers(host.heap());
    debug_each(host, debug::COLLECTABLE, "collectable", ListId::Unreachable);
    let called_back = weakrefs::handle_weakrefs(host, old);
    let collected =
        called_back.n_died + finalize_and_delete(host, generation, &noticed, called_back.n_called);
    let uncollectable = finalize::handle_legacy_finalizers(host, old);
    if generation == 2 {
        host.heap().clear_free_lists();
        if is_much(host.heap(), collected) {
            host.heap().sort_free_slots();
        }
    }
    end(
        host,
        generation,
        Collected {
            collected,
            uncollectable,
            candidates: noticed.n_candidates,
        },
    )
}

fn begin<H: Host + ?Sized>(host: &mut H, generation: u8, trigger: Trigger) {
    if host.heap().gc.debug & debug::STATS != 0 {
        write_generation_sizes(host, generation);
    }
    let heap = host.heap();
    let counts = heap.gc_counts();
    let thresholds = heap.told_thresholds();
    heap.emit(Event::CollectionStarted {
        generation,
        trigger,
        counts,
        thresholds,
    });
    begin_anew(heap, generation);
}

/// Younger generations join the one that is collected, youngest first.
fn merge_younger(heap: &mut Heap, generation: u8) {
    heap.emit(Event::PassStarted {
        pass: Pass::MergeYounger,
    });
    let into = ListId::generation(generation);
    for younger in 0..generation {
        let from = ListId::generation(younger);
        if !heap.list_is_empty(from) {
            heap.list_merge(from, into);
            heap.emit(Event::GenerationMerged {
                from: shown(from),
                into: shown(into),
            });
        }
    }
}

/// Survivors join the next older generation; after a full collection they stay, and dicts of atoms are untracked.
fn promote(heap: &mut Heap, generation: u8, noticed: &Noticed, n_untracked: u32) {
    heap.emit(Event::PassStarted {
        pass: Pass::Promote,
    });
    let n_survivors = noticed.n_candidates - noticed.n_unreachable - n_untracked;
    if generation < 2 {
        let (young, old) = (ListId::generation(generation), older(generation));
        if generation == 1 {
            heap.gc.long_lived_pending += n_survivors;
        }
        if !heap.list_is_empty(young) {
            heap.list_merge(young, old);
            heap.emit(Event::ListMoved {
                from: shown(young),
                into: shown(old),
            });
        }
        return;
    }
    let n_dicts_untracked = if heap.profile.untracks_dicts {
        reachability::untrack_dicts(heap, noticed)
    } else {
        0
    };
    heap.gc.long_lived_pending = 0;
    heap.gc.long_lived_total = n_survivors - n_dicts_untracked;
}

fn announce_unreachable(heap: &mut Heap) {
    if heap.recorder.is_detailed() {
        let objects = heap
            .list_iter(ListId::Unreachable)
            .filter_map(|object| heap.recorder.id_of(object))
            .collect();
        heap.emit(Event::UnreachableFound { objects });
    }
}

/// Calls the finalizers; what came back to life through them joins the old generation, the rest is cleared and dies.
/// Returns how many that were.
fn finalize_and_delete<H: Host + ?Sized>(
    host: &mut H,
    generation: u8,
    noticed: &Noticed,
    n_called_back: u32,
) -> u32 {
    let old = older(generation);
    let n_finalized = finalize::finalize_garbage(host, noticed.any_finalizable);
    let heap = host.heap();
    heap.emit(Event::PassStarted {
        pass: Pass::HandleResurrected,
    });
    let found = if n_finalized + n_called_back == 0 {
        // No code of the program has seen the unreachable, so none of them can have come back. (CPython looks all
        // the same.)
        heap.list_merge(ListId::Unreachable, ListId::FinalUnreachable);
        noticed.n_unreachable - heap.list_len(ListId::Finalizers) as u32
    } else {
        match heap.profile.resurrection_count {
            ResurrectionCount::NoneIfAny => resurrection::keep_all_if_any(heap, old),
            ResurrectionCount::StillUnreachable => {
                resurrection::handle_resurrected_objects(heap, old)
            }
        }
    };
    if heap.profile.weakref_clearing == WeakrefClearing::WithoutCallbackAfterFinalizers {
        weakrefs::clear_weakrefs(host);
    }
    let heap = host.heap();
    let is_whole_heap = generation == 2
        && [ListId::Permanent, ListId::Finalizers, ListId::Newborn]
            .into_iter()
            .all(|list| heap.list_is_empty(list));
    let order_is_lost = is_whole_heap && is_much(heap, found);
    finalize::delete_garbage(host, old, order_is_lost);
    found
}

/// Whether so many of the slots fall free that they are put in order afterwards.
fn is_much(heap: &Heap, n_collected: u32) -> bool {
    n_collected as usize > heap.bodies.len() / SORTING_SHARE
}

/// Where survivors of a collection go.
fn older(generation: u8) -> ListId {
    ListId::generation((generation + 1).min(2))
}

fn end<H: Host + ?Sized>(host: &mut H, generation: u8, found: Collected) -> Collected {
    if host.heap().gc.debug & debug::STATS != 0 {
        let Collected {
            collected,
            uncollectable,
            ..
        } = found;
        let n_unreachable = collected + uncollectable;
        let stop = if host.heap().profile.gc_is_complete {
            ""
        } else {
            "."
        };
        host.write_gc_debug(&format!(
            "gc: done, {n_unreachable} unreachable, {uncollectable} uncollectable, 0.0000s elapsed{stop}"
        ));
    }
    let heap = host.heap();
    let stats = &mut heap.gc.stats[usize::from(generation)];
    stats.collections += 1;
    stats.collected += u64::from(found.collected);
    stats.uncollectable += u64::from(found.uncollectable);
    stats.candidates += u64::from(found.candidates);
    let Collected {
        collected,
        uncollectable,
        candidates,
    } = found;
    let counts = heap.gc_counts();
    heap.emit(Event::CollectionFinished {
        generation,
        collected,
        uncollectable,
        candidates,
        counts,
        long_lived_pending: heap.gc.long_lived_pending,
        long_lived_total: heap.gc.long_lived_total,
    });
    found
}

fn write_generation_sizes<H: Host + ?Sized>(host: &mut H, generation: u8) {
    host.write_gc_debug(&format!("gc: collecting generation {generation}..."));
    let heap = host.heap();
    let [young, middle, old] = ListId::GENERATIONS.map(|list| heap.list_len(list));
    let is_complete = heap.profile.gc_is_complete;
    let permanent = heap.list_len(ListId::Permanent);
    host.write_gc_debug(&format!(
        "gc: objects in each generation: {young} {middle} {old}"
    ));
    if is_complete {
        host.write_gc_debug(&format!("gc: objects in permanent generation: {permanent}"));
    }
}

/// With that debug flag set, a line on stderr for each object of the list.
fn debug_each<H: Host + ?Sized>(host: &mut H, flag: u32, what: &str, list: ListId) {
    let flags = host.heap().gc.debug;
    // 2.7 shows only the kinds of objects that were asked for, too.
    let shows = host.heap().profile.gc_is_complete || flags & debug::OBJECTS != 0;
    if flags & flag == 0 || !shows {
        return;
    }
    let objects: Vec<Ref> = host.heap().list_iter(list).collect();
    for object in objects {
        let name = host.debug_name(object);
        host.write_gc_debug(&format!("gc: {what} {name}"));
    }
}

/// The list as events name it.
fn shown(list: ListId) -> GcList {
    match list {
        ListId::Generation0 => GcList::Generation0,
        ListId::Generation1 => GcList::Generation1,
        ListId::Generation2 => GcList::Generation2,
        ListId::Permanent => GcList::Permanent,
        _ => GcList::Unreachable,
    }
}

/// Moves an object to the end of one of the generations, telling the trace.
fn move_to(heap: &mut Heap, object: Ref, list: ListId) {
    heap.list_move(object.index() as u32, list);
    heap.heads[object.index()].set(Head::COLLECTING | Head::UNREACHABLE, false);
    record_moved(heap, object, list);
}

fn record_moved(heap: &mut Heap, object: Ref, list: ListId) {
    if heap.recorder.is_detailed()
        && let Some(id) = heap.recorder.id_of(object)
    {
        heap.emit(Event::Moved {
            object: id,
            list: shown(list),
        });
    }
}
