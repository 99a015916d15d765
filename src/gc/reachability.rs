//! The heart of the collector: which objects of a list are reachable from outside of it.
//!
//! Mirrors update_refs, subtract_refs, move_unreachable, untrack_tuples and untrack_dicts of CPython's Python/gc.c.

use crate::heap::traverse::traverse_with_class;
use crate::heap::{Body, Head, Heap, ListId, Payload, Ref};
use crate::trace::event::{Event, ObjectId, Pass};

/// What the passes noticed on their way, so that later ones need not look at every object again.
#[derive(Default)]
pub struct Noticed {
    /// How many objects took part.
    pub n_candidates: u32,
    pub n_unreachable: u32,
    /// Tuples and dicts that were reached, in the order in which they stand afterwards: those may be untracked.
    pub tuples_and_dicts: Vec<Ref>,
    /// Some of them could have a finalizer.
    pub any_finalizable: bool,
}

/// Before: all objects that might be unreachable stand in `base`, no flag of a collection is set.
/// After: `base` holds what is reachable from outside of it, flags cleared; `unreachable` (empty before) the others,
/// with COLLECTING set and gc_refs 0. Both in CPython's order: survivors in the order in which they were discovered.
pub fn deduce_unreachable(heap: &mut Heap, base: ListId, unreachable: ListId) -> Noticed {
    debug_assert!(
        heap.list_is_empty(unreachable),
        "the list of the unreachable was left in use"
    );
    let mut noticed = Noticed {
        n_candidates: update_refs(heap, base),
        ..Noticed::default()
    };
    subtract_refs(heap, base, &mut noticed);
    move_unreachable(heap, base, unreachable, &mut noticed);
    noticed
}

/// Whether every tracked object stands in that list: then the first two passes, whose order nobody can see, walk the
/// tables from start to end instead of following the list through memory.
fn is_whole_heap(heap: &Heap, list: ListId) -> bool {
    list == ListId::Generation2
        && !heap.recorder.is_detailed()
        && [
            ListId::Generation0,
            ListId::Generation1,
            ListId::Permanent,
            ListId::Newborn,
        ]
        .into_iter()
        .all(|other| heap.list_is_empty(other))
}

/// Copies every object's count into its gc_refs and marks it as taking part. Returns how many there are.
pub fn update_refs(heap: &mut Heap, containers: ListId) -> u32 {
    heap.emit(Event::PassStarted {
        pass: Pass::UpdateRefs,
    });
    let mut n = 0;
    if is_whole_heap(heap, containers) {
        for (head, &refcnt) in heap.heads.iter_mut().zip(&heap.refcnts) {
            if head.has(Head::TRACKED) {
                copy_count(head, refcnt);
                n += 1;
            }
        }
        return n;
    }
    let sentinel = containers.sentinel();
    let mut at = heap.links[sentinel as usize].next;
    while at != sentinel {
        n += 1;
        let gc_refs = heap.refcnts[at as usize];
        copy_count(&mut heap.heads[at as usize], gc_refs);
        let next = heap.links[at as usize].next;
        if heap.recorder.is_detailed()
            && let Some(object) = heap.recorder.id_of(Ref::container(at))
        {
            heap.emit(Event::GcRefsCopied { object, gc_refs });
        }
        at = next;
    }
    n
}

#[inline]
fn copy_count(head: &mut Head, refcnt: u32) {
    let kept = head.gc_bits & Head::LASTING;
    head.gc_bits = (refcnt << Head::GC_REFS_SHIFT) | kept | Head::COLLECTING;
}

/// Takes one off the target's gc_refs for every reference that an object of the list holds. What is left is the number
/// of references from outside.
pub fn subtract_refs(heap: &mut Heap, containers: ListId, noticed: &mut Noticed) {
    heap.emit(Event::PassStarted {
        pass: Pass::SubtractRefs,
    });
    if heap.recorder.is_detailed() {
        subtract_refs_recorded(heap, containers);
        for object in heap.list_iter(containers) {
            noticed.any_finalizable |= may_be_finalizable(&heap.bodies[object.index()].payload);
        }
        return;
    }
    if is_whole_heap(heap, containers) {
        for at in 0..heap.bodies.len() {
            if heap.heads[at].has(Head::COLLECTING) {
                subtract_from_targets(heap, at, noticed);
            }
        }
        return;
    }
    let sentinel = containers.sentinel();
    let mut at = heap.links[sentinel as usize].next;
    while at != sentinel {
        subtract_from_targets(heap, at as usize, noticed);
        at = heap.links[at as usize].next;
    }
}

#[inline]
fn subtract_from_targets(heap: &mut Heap, at: usize, noticed: &mut Noticed) {
    let body = &heap.bodies[at];
    let heads = &mut heap.heads;
    noticed.any_finalizable |= may_be_finalizable(&body.payload);
    for_each_reference(body, &mut |target| {
        let head = &mut heads[target.index()];
        if head.has(Head::COLLECTING) {
            head.take_gc_ref();
        }
    });
}

#[inline]
fn may_be_finalizable(payload: &Payload) -> bool {
    matches!(
        payload,
        Payload::Instance(_)
            | Payload::Derived(_)
            | Payload::Generator(_)
            | Payload::Exception(_)
            | Payload::Native(_)
    )
}

/// The same, one event for each reference.
fn subtract_refs_recorded(heap: &mut Heap, containers: ListId) {
    for source in heap.list_iter(containers).collect::<Vec<_>>() {
        for target in referenced_containers(heap, source) {
            if !heap.heads[target.index()].has(Head::COLLECTING) {
                continue;
            }
            heap.heads[target.index()].take_gc_ref();
            let gc_refs = heap.heads[target.index()].gc_refs();
            if let (Some(object), Some(holder)) = ids(heap, target, source) {
                heap.emit(Event::GcRefsDecremented {
                    object,
                    holder,
                    gc_refs,
                });
            }
        }
    }
}

fn referenced_containers(heap: &Heap, source: Ref) -> Vec<Ref> {
    let mut targets = Vec::new();
    for_each_reference(&heap.bodies[source.index()], &mut |target| {
        targets.push(target)
    });
    targets
}

fn ids(heap: &Heap, target: Ref, holder: Ref) -> (Option<ObjectId>, Option<ObjectId>) {
    (heap.recorder.id_of(target), heap.recorder.id_of(holder))
}

/// Calls `visit` with every container that tp_traverse visits; a built-in class never takes part, so visiting it does
/// no harm.
#[inline]
fn for_each_reference(body: &Body, visit: &mut impl FnMut(Ref)) {
    let class = holds_class(&body.payload).then_some(body.class);
    traverse_with_class(&body.payload, class, &mut |target| {
        if target.is_container() {
            visit(target);
        }
    });
}

/// Payloads whose class can be one written in Python. (That of others is built in and takes no part.)
#[inline]
fn holds_class(payload: &Payload) -> bool {
    matches!(
        payload,
        Payload::Instance(_)
            | Payload::Derived(_)
            | Payload::Exception(_)
            | Payload::WeakRef(_)
            | Payload::Native(_)
    )
}

/// Goes through the list once. gc_refs above 0: reachable from outside, and so is everything it refers to. gc_refs 0:
/// moved to `unreachable` for the time being; it comes back, to the list's end, when something reachable refers to it.
/// Counts the unreachable, and notices what may be untracked among the others: a tuple of tuples only leaves when those
/// were looked at before, so their order matters.
pub fn move_unreachable(
    heap: &mut Heap,
    young: ListId,
    unreachable: ListId,
    noticed: &mut Noticed,
) {
    heap.emit(Event::PassStarted {
        pass: Pass::MoveUnreachable,
    });
    let is_recorded = heap.recorder.is_detailed();
    let sentinel = young.sentinel();
    let mut reached = Vec::new();
    let mut at = heap.links[sentinel as usize].next;
    while at != sentinel {
        let gc_refs = heap.heads[at as usize].gc_refs();
        if gc_refs == 0 {
            let next = heap.links[at as usize].next;
            heap.list_move(at, unreachable);
            heap.heads[at as usize].set(Head::UNREACHABLE, true);
            noticed.n_unreachable += 1;
            if is_recorded {
                record_moved_to_unreachable(heap, at);
            }
            at = next;
            continue;
        }
        if is_recorded {
            record_found_reachable(heap, at, gc_refs);
        }
        if let Payload::Tuple(_) | Payload::Dict(_) = heap.bodies[at as usize].payload {
            noticed.tuples_and_dicts.push(Ref::container(at));
        }
        visit_reachable(heap, at, &mut reached);
        for target in reached.drain(..) {
            if heap.heads[target as usize].has(Head::UNREACHABLE) {
                heap.heads[target as usize].set(Head::UNREACHABLE, false);
                heap.list_move(target, young);
                noticed.n_unreachable -= 1;
            }
            if is_recorded {
                record_reached(heap, target, at);
            }
        }
        heap.heads[at as usize].gc_bits &= Head::LASTING;
        at = heap.links[at as usize].next;
    }
}

/// Everything that the reachable object `at` refers to gets gc_refs of at least 1. Those that had 0 are reported.
#[inline]
fn visit_reachable(heap: &mut Heap, at: u32, reached: &mut Vec<u32>) {
    let heads = &mut heap.heads;
    for_each_reference(&heap.bodies[at as usize], &mut |target| {
        let head = &mut heads[target.index()];
        if head.has(Head::COLLECTING) && head.gc_refs() == 0 {
            head.gc_bits += 1 << Head::GC_REFS_SHIFT;
            reached.push(target.index() as u32);
        }
    });
}

fn record_moved_to_unreachable(heap: &mut Heap, at: u32) {
    if let Some(object) = heap.recorder.id_of(Ref::container(at)) {
        heap.emit(Event::MovedToUnreachable { object });
    }
}

fn record_found_reachable(heap: &mut Heap, at: u32, gc_refs: u32) {
    if let Some(object) = heap.recorder.id_of(Ref::container(at)) {
        heap.emit(Event::FoundReachable { object, gc_refs });
    }
}

fn record_reached(heap: &mut Heap, target: u32, holder: u32) {
    if let (Some(object), Some(holder)) = ids(heap, Ref::container(target), Ref::container(holder))
    {
        heap.emit(Event::ReachedFrom { object, holder });
    }
}

/// Tuples among the survivors whose items are all atoms or untracked leave the collector: they can be part of no cycle.
/// Returns how many left.
pub fn untrack_tuples(heap: &mut Heap, noticed: &Noticed) -> u32 {
    heap.emit(Event::PassStarted {
        pass: Pass::Untrack,
    });
    untrack_where(heap, noticed, |heap, object| match heap.payload(object) {
        Payload::Tuple(items) => !items.iter().any(|&item| heap.may_be_tracked(item)),
        _ => false,
    })
}

/// The same for dicts whose values are all atoms or untracked; a dict gets tracked again when that changes.
pub fn untrack_dicts(heap: &mut Heap, noticed: &Noticed) -> u32 {
    untrack_where(heap, noticed, |heap, object| match heap.payload(object) {
        Payload::Dict(dict) => !dict
            .iter()
            .any(|(key, value)| heap.may_be_tracked(key) || heap.may_be_tracked(value)),
        _ => false,
    })
}

fn untrack_where(
    heap: &mut Heap,
    noticed: &Noticed,
    is_harmless: impl Fn(&Heap, Ref) -> bool,
) -> u32 {
    let mut n = 0;
    for &object in &noticed.tuples_and_dicts {
        let head = &heap.heads[object.index()];
        let survives = head.has(Head::TRACKED) && !head.has(Head::COLLECTING);
        if survives && is_harmless(heap, object) {
            heap.untrack(object);
            n += 1;
        }
    }
    n
}
