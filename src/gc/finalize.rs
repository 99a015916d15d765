//! Finalizers, and the end of the unreachable.
//!
//! Mirrors move_legacy_finalizers, finalize_garbage, handle_legacy_finalizers and delete_garbage of CPython's
//! Python/gc.c.

use crate::heap::dealloc::{release, release_owned};
use crate::heap::gc_list::debug;
use crate::heap::traverse::traverse;
use crate::heap::{Head, Heap, Host, ListId, Payload, Ref};
use crate::trace::event::{Event, Pass};

/// An object that may not be freed because nobody knows in which order finalizers of a cycle should run (before 3.4).
fn has_legacy_finalizer(heap: &Heap, object: Ref) -> bool {
    heap.profile.legacy_finalizers
        && matches!(
            heap.payload(object),
            Payload::Instance(_) | Payload::Derived(_)
        )
        && heap.type_body(heap.class_of(object)).has_finalizer
}

/// Sets aside the unreachable objects with legacy finalizers, and everything unreachable that they reach.
pub fn move_legacy_finalizers(heap: &mut Heap) {
    heap.emit(Event::PassStarted {
        pass: Pass::MoveLegacyFinalizers,
    });
    if !heap.profile.legacy_finalizers {
        return;
    }
    let first: Vec<Ref> = heap
        .list_iter(ListId::Unreachable)
        .filter(|&object| has_legacy_finalizer(heap, object))
        .collect();
    for object in first {
        set_aside(heap, object);
    }
    // The list grows at its end while this loop walks it.
    let mut at = heap.list_first(ListId::Finalizers);
    while let Some(index) = at {
        let mut reached = Vec::new();
        traverse(&heap.bodies[index as usize].payload, &mut |target| {
            if target.is_container() && heap.heads[target.index()].has(Head::COLLECTING) {
                reached.push(target);
            }
        });
        for target in reached {
            if heap.heads[target.index()].has(Head::COLLECTING) {
                set_aside(heap, target);
            }
        }
        let next = heap.links[index as usize].next;
        at = (next != ListId::Finalizers.sentinel()).then_some(next);
    }
}

fn set_aside(heap: &mut Heap, object: Ref) {
    heap.list_move(object.index() as u32, ListId::Finalizers);
    heap.heads[object.index()].set(Head::COLLECTING | Head::UNREACHABLE, false);
}

/// Calls `__del__` of every unreachable object that has one and was not finalized yet, in the list's order. Returns how
/// many were called.
pub fn finalize_garbage<H: Host + ?Sized>(host: &mut H, any_finalizable: bool) -> u32 {
    host.heap().emit(Event::PassStarted {
        pass: Pass::FinalizeGarbage,
    });
    if !any_finalizable {
        return 0;
    }
    let mut n_called = 0;
    while let Some(index) = host.heap().list_first(ListId::Unreachable) {
        let heap = host.heap();
        heap.list_move(index, ListId::Seen);
        let object = Ref::container(index);
        if heap.heads[index as usize].has(Head::FINALIZED) || !heap.has_finalizer(object) {
            continue;
        }
        heap.heads[index as usize].set(Head::FINALIZED, true);
        n_called += 1;
        let held = heap.new_ref(object);
        host.call_finalizer(object);
        release_owned(host, held);
    }
    host.heap().list_merge(ListId::Seen, ListId::Unreachable);
    n_called
}

/// Breaks the cycles: each object in turn gives up its references, and the counts do the rest. An object that lives on
/// all the same joins the old generation. With DEBUG_SAVEALL they go to gc.garbage instead. `order_is_lost`: what the
/// order could be known by afterwards, the free slots, will be put in order.
pub fn delete_garbage<H: Host + ?Sized>(host: &mut H, old: ListId, order_is_lost: bool) {
    let heap = host.heap();
    heap.emit(Event::PassStarted {
        pass: Pass::DeleteGarbage,
    });
    let saves_all = heap.gc.debug & debug::SAVEALL != 0;
    let garbage = heap.take_garbage(ListId::FinalUnreachable);
    if order_is_lost && !saves_all && heap.dies_unseen(&garbage) {
        heap.free_unseen(&garbage);
        return;
    }
    for object in garbage {
        if !host.heap().heads[object.index()].has(Head::UNREACHABLE) {
            // It died with one before it.
            continue;
        }
        if saves_all {
            append_to_garbage(host.heap(), object);
        } else {
            clear_object(host, object);
        }
        if host.heap().heads[object.index()].has(Head::UNREACHABLE) {
            // It is alive, and may die later.
            survive(host.heap(), object, old);
        }
    }
}

fn survive(heap: &mut Heap, object: Ref, old: ListId) {
    heap.heads[object.index()].set(Head::COLLECTING | Head::UNREACHABLE, false);
    heap.list_append(old, object.index() as u32);
    super::record_moved(heap, object, old);
}

/// tp_clear, with the object kept alive while its contents go.
fn clear_object<H: Host + ?Sized>(host: &mut H, object: Ref) {
    let heap = host.heap();
    if heap.recorder.is_detailed()
        && let Some(id) = heap.recorder.id_of(object)
    {
        heap.emit(Event::Cleared { object: id });
    }
    let held = heap.new_ref(object);
    let size = heap.size_of(object);
    if let Payload::List(items) = heap.payload_mut(object) {
        let mut items = std::mem::take(items);
        let array = 8 * items.capacity() as u64;
        heap.account_resize(object, size, size - array);
        while let Some(item) = items.pop() {
            release(host, item);
        }
        host.heap().keep_array(items);
    } else {
        let dropped = heap.clear(object);
        let size_without = heap.size_of(object);
        heap.account_resize(object, size, size_without);
        for reference in dropped {
            release(host, reference);
        }
    }
    release_owned(host, held);
}

/// Objects with legacy finalizers go to gc.garbage (with DEBUG_SAVEALL what they reach, too) and live on.
/// Returns how many objects could not be collected.
pub fn handle_legacy_finalizers<H: Host + ?Sized>(host: &mut H, old: ListId) -> u32 {
    let uncollectable = host.heap().list_len(ListId::Finalizers) as u32;
    super::debug_each(
        host,
        debug::UNCOLLECTABLE,
        "uncollectable",
        ListId::Finalizers,
    );
    let heap = host.heap();
    let saves_all = heap.gc.debug & debug::SAVEALL != 0;
    for object in heap.list_iter(ListId::Finalizers).collect::<Vec<_>>() {
        if saves_all || has_legacy_finalizer(heap, object) {
            append_to_garbage(heap, object);
            if let Some(id) = heap.recorder.id_of(object) {
                heap.emit(Event::Uncollectable { object: id });
            }
        }
        super::move_to(heap, object, old);
    }
    uncollectable
}

fn append_to_garbage(heap: &mut Heap, object: Ref) {
    if let Some(garbage) = heap.gc.garbage {
        heap.incref(object);
        heap.list_append_item(garbage, object);
    }
}
