//! Weak references to the unreachable: cleared before anybody could use them to reach a half-dead object.
//!
//! Mirrors handle_weakrefs of CPython's Python/gc.c, and its two successors in 3.15.

use crate::heap::dealloc::release_owned;
use crate::heap::{Head, Heap, Host, ListId, Owned, Payload, Ref};
use crate::profile::WeakrefClearing;
use crate::trace::event::{Event, Pass};

/// What became of the callbacks.
#[derive(Clone, Copy, Default)]
pub struct CalledBack {
    pub n_called: u32,
    /// Weak references that died with their callback.
    pub n_died: u32,
}

/// Before: the unreachable stand in their list with COLLECTING set. After: no weak reference to any of them is left that
/// would be cleared at this point, and the callbacks of those weak references that are not garbage themselves have run.
pub fn handle_weakrefs<H: Host + ?Sized>(host: &mut H, old: ListId) -> CalledBack {
    let heap = host.heap();
    heap.emit(Event::PassStarted {
        pass: Pass::HandleWeakrefs,
    });
    let keeps_plain =
        heap.profile.weakref_clearing == WeakrefClearing::WithoutCallbackAfterFinalizers;
    if heap.weakrefs.is_empty() {
        return CalledBack::default();
    }
    let mut to_call: Vec<(Owned, Owned)> = Vec::new();
    for object in heap.list_iter(ListId::Unreachable).collect::<Vec<_>>() {
        if !keeps_plain && matches!(heap.payload(object), Payload::WeakRef(_)) {
            heap.detach_weakref(object);
        }
        for weakref in heap.weakrefs_of(object).to_vec() {
            if keeps_plain && heap.weakref_callback(weakref).is_none() {
                continue;
            }
            heap.detach_weakref(weakref);
            if let Some(callback) = heap.weakref_callback(weakref)
                && !heap.heads[weakref.index()].has(Head::COLLECTING)
            {
                to_call.push((heap.new_ref(weakref), heap.new_ref(callback)));
            }
        }
    }
    call_back(host, to_call, old)
}

fn call_back<H: Host + ?Sized>(
    host: &mut H,
    to_call: Vec<(Owned, Owned)>,
    old: ListId,
) -> CalledBack {
    let mut result = CalledBack {
        n_called: to_call.len() as u32,
        n_died: 0,
    };
    for (weakref, callback) in to_call {
        // It keeps its own reference to the callback, unlike one whose referent dies by its count.
        host.call_weakref_callback(weakref.get(), callback.get());
        release_owned(host, callback);
        if host.heap().refcount(weakref.get()) == 1 {
            result.n_died += 1;
        } else if host.heap().is_tracked(weakref.get()) {
            super::move_to(host.heap(), weakref.get(), old);
        }
        release_owned(host, weakref);
    }
    result
}

/// 3.15: after the finalizers, the weak references without callbacks to what is finally unreachable go as well.
pub fn clear_weakrefs<H: Host + ?Sized>(host: &mut H) {
    let heap: &mut Heap = host.heap();
    if heap.weakrefs.is_empty() {
        return;
    }
    for object in heap
        .list_iter(ListId::FinalUnreachable)
        .collect::<Vec<Ref>>()
    {
        for weakref in heap.weakrefs_of(object).to_vec() {
            heap.detach_weakref(weakref);
        }
        if matches!(heap.payload(object), Payload::WeakRef(_)) {
            heap.detach_weakref(object);
        }
    }
}
