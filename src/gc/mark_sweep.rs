//! The tutorials' collector, for comparison: mark what a search from the roots reaches; the rest is garbage.
//!
//! It frees nothing and changes nothing. CPython does not work so: it has no list of roots, and finds the same objects
//! by subtracting the references that are held inside (see [`super::reachability`]). That both find the same is a law,
//! and tested.

use crate::heap::{Heap, Ref, traverse::traverse};
use crate::trace::event::Event;

/// What a mark-sweep collection would do with the collector's objects.
#[derive(Debug, Default)]
pub struct MarkSweep {
    pub n_marked: u32,
    /// Tracked objects that no root reaches, in order of their slots.
    pub unmarked: Vec<Ref>,
}

/// Marks from the roots, depth first, then sweeps over all objects.
pub fn mark_sweep(heap: &mut Heap, roots: &[Ref]) -> MarkSweep {
    heap.emit(Event::MarkSweepStarted);
    let marked = mark(heap, roots);
    sweep(heap, &marked)
}

fn mark(heap: &mut Heap, roots: &[Ref]) -> Vec<bool> {
    let mut marked = vec![false; heap.heads.len()];
    // What is still to be visited, and who refers to it; the last is next.
    let mut to_visit: Vec<(Ref, Option<Ref>)> = roots
        .iter()
        .rev()
        .filter(|root| root.is_container())
        .map(|&root| (root, None))
        .collect();
    while let Some((object, holder)) = to_visit.pop() {
        if std::mem::replace(&mut marked[object.index()], true) {
            continue;
        }
        record_marked(heap, object, holder);
        let from = to_visit.len();
        traverse(heap.payload(object), &mut |target| {
            if target.is_container() && !marked[target.index()] {
                to_visit.push((target, Some(object)));
            }
        });
        // tp_traverse of lists goes from the end; a reader expects the first item first, so it must be on top.
        if heap.list(object).is_none() && heap.tuple(object).is_none() {
            to_visit[from..].reverse();
        }
        let class = heap.class_of(object);
        if !marked[class.index()] {
            to_visit.push((class, Some(object)));
        }
    }
    marked
}

fn record_marked(heap: &mut Heap, object: Ref, holder: Option<Ref>) {
    if heap.recorder.is_detailed()
        && let Some(id) = heap.recorder.id_of(object)
    {
        let holder = holder.and_then(|holder| heap.recorder.id_of(holder));
        heap.emit(Event::Marked { object: id, holder });
    }
}

fn sweep(heap: &mut Heap, marked: &[bool]) -> MarkSweep {
    let mut result = MarkSweep::default();
    let all: Vec<Ref> = heap.containers().collect();
    for object in all {
        if marked[object.index()] {
            result.n_marked += 1;
        } else if heap.is_tracked(object) {
            result.unmarked.push(object);
            if let Some(id) = heap.recorder.id_of(object) {
                heap.emit(Event::FoundUnmarked { object: id });
            }
        }
    }
    let (marked, unmarked) = (result.n_marked, result.unmarked.len() as u32);
    heap.emit(Event::MarkSweepFinished { marked, unmarked });
    result
}
