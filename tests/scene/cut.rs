//! What would free an object, beside trying every set of references.

use std::collections::VecDeque;

use gcscope::scene::cut::what_would_free;
use gcscope::trace::event::*;
use gcscope::trace::playback::State;
use proptest::prelude::*;

use crate::fixture::*;

const N_OBJECTS: u32 = 5;

/// References as (holder, target); holder 0 is the module's namespace, the others are objects from 1 on.
type Graph = Vec<(u32, u32)>;

fn state(graph: &Graph) -> State {
    let mut state = State::default();
    let of = |holder| graph.iter().filter(move |it| it.0 == holder);
    for n in 1..=N_OBJECTS {
        state.apply(&created(n, "list"));
    }
    let names = of(0).map(|&(_, target)| name(&format!("n{target}"), target));
    state.apply(&module_names(0, 0, names.collect()));
    for n in 1..=N_OBJECTS {
        let items = of(n)
            .zip(0..)
            .map(|(&(_, target), i)| to_object(Label::Index(i), target));
        state.apply(&edges(n, 0, 0, items.collect()));
    }
    state
}

fn is_reachable(graph: &Graph, without: &[usize], object: u32) -> bool {
    let mut reached = vec![false; N_OBJECTS as usize + 1];
    let mut queue = VecDeque::from([0]);
    while let Some(holder) = queue.pop_front() {
        for (i, &(from, to)) in graph.iter().enumerate() {
            if from == holder && !without.contains(&i) && !reached[to as usize] {
                reached[to as usize] = true;
                queue.push_back(to);
            }
        }
    }
    reached[object as usize]
}

/// The fewest references whose removal cuts the object off, by trying all sets.
fn fewest(graph: &Graph, object: u32) -> usize {
    let sets = 0..1u32 << graph.len();
    let members = |set: u32| (0..graph.len()).filter(move |i| set >> i & 1 == 1);
    let cuts = sets.filter(|&set| {
        let without: Vec<usize> = members(set).collect();
        !is_reachable(graph, &without, object)
    });
    cuts.map(|set| set.count_ones() as usize)
        .min()
        .expect("without any reference nothing is reached")
}

proptest! {
    #[test]
    fn the_fewest_references_cut_it_off(
        graph in proptest::collection::vec((0..=N_OBJECTS, 1..=N_OBJECTS), 0..10),
        object in 1..=N_OBJECTS,
    ) {
        let state = state(&graph);
        let cut = what_would_free(&state, ObjectId(object));
        prop_assert_eq!(cut.len(), fewest(&graph, object));
        let mut without = vec![];
        for holding in &cut {
            let holder = match holding.owner {
                Owner::Object(ObjectId(n)) => n,
                Owner::Frame(_) => 0,
            };
            let mut of_holder = (0..graph.len()).filter(|&i| graph[i].0 == holder);
            without.push(of_holder.nth(holding.index as usize).expect("it is there"));
        }
        prop_assert!(!is_reachable(&graph, &without, object), "{:?} of {:?}", cut, graph);
    }
}
