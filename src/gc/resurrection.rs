//! After the finalizers: which of the unreachable came back to life?

use crate::heap::{Head, Heap, ListId, Ref};
use crate::trace::event::Event;

use super::reachability;

/// 3.9 on: looks again which objects are unreachable. Those that are not any more join the old generation; the others
/// stand in the final list. Returns how many those are.
pub fn handle_resurrected_objects(heap: &mut Heap, old: ListId) -> u32 {
    clear_collecting(heap, ListId::Unreachable);
    let noticed =
        reachability::deduce_unreachable(heap, ListId::Unreachable, ListId::FinalUnreachable);
    announce_resurrected(heap, ListId::Unreachable);
    heap.list_merge(ListId::Unreachable, old);
    noticed.n_unreachable
}

/// Up to 3.8: when any of the unreachable has a reference from outside now, all of them live on.
/// Returns how many die.
pub fn keep_all_if_any(heap: &mut Heap, old: ListId) -> u32 {
    clear_collecting(heap, ListId::Unreachable);
    reachability::update_refs(heap, ListId::Unreachable);
    reachability::subtract_refs(
        heap,
        ListId::Unreachable,
        &mut reachability::Noticed::default(),
    );
    let any_is_back = heap
        .list_iter(ListId::Unreachable)
        .any(|object| heap.heads[object.index()].gc_refs() > 0);
    if any_is_back {
        clear_collecting(heap, ListId::Unreachable);
        announce_resurrected(heap, ListId::Unreachable);
        heap.list_merge(ListId::Unreachable, old);
        return 0;
    }
    heap.list_merge(ListId::Unreachable, ListId::FinalUnreachable);
    heap.list_len(ListId::FinalUnreachable) as u32
}

fn clear_collecting(heap: &mut Heap, list: ListId) {
    let sentinel = list.sentinel();
    let mut at = heap.links[sentinel as usize].next;
    while at != sentinel {
        heap.heads[at as usize].set(Head::COLLECTING | Head::UNREACHABLE, false);
        at = heap.links[at as usize].next;
    }
}

fn announce_resurrected(heap: &mut Heap, list: ListId) {
    if !heap.recorder.is_detailed() || heap.list_is_empty(list) {
        return;
    }
    let back: Vec<Ref> = heap.list_iter(list).collect();
    let objects = back
        .into_iter()
        .filter_map(|object| heap.recorder.id_of(object))
        .collect();
    heap.emit(Event::Resurrected { objects });
}
