//! What would free an object, beside trying every set of references.

use std::collections::VecDeque;

use gcscope::scene::answers::Holding;
use gcscope::scene::cut::what_would_free;
use gcscope::trace::event::*;
use gcscope::trace::playback::State;
use proptest::prelude::*;

use crate::fixture::*;
use crate::views::at_end;

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
        let n_holders = graph.iter().filter(|it| it.1 == n).count();
        state.apply(&count(n, n_holders as u32));
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

/// Which reference of the graph it is.
fn place(graph: &Graph, holding: &Holding) -> usize {
    let holder = match holding.owner {
        Owner::Object(ObjectId(n)) => n,
        Owner::Frame(_) => 0,
    };
    let mut of_holder = (0..graph.len()).filter(|&i| graph[i].0 == holder);
    of_holder.nth(holding.index as usize).expect("it is there")
}

/// Whether a way leads to the holder that does not go through the object.
fn is_reachable_beside(graph: &Graph, holder: u32, object: u32) -> bool {
    let into: Vec<usize> = (0..graph.len()).filter(|&i| graph[i].1 == object).collect();
    holder == 0 || is_reachable(graph, &into, holder)
}

#[test]
fn the_nearest_reference_is_offered_beside_the_name() {
    let program = "class N: pass
root = N()
root.kids = [N(), N()]
root.kids[1].deep = {'k': N()}
";
    let player = at_end(program);
    let state = player.state();
    let mut objects = state.objects.iter().rev();
    let object = objects.find(|(_, it)| &*it.type_name == "N");
    let choices = what_would_free(state, *object.expect("there are some").0);
    let labels: Vec<&Label> = choices.iter().flatten().map(|it| &it.label).collect();
    assert_eq!(
        labels,
        [&Label::Name("root".into()), &Label::Key("'k'".into())]
    );
}

proptest! {
    #[test]
    fn the_fewest_references_cut_it_off(
        graph in proptest::collection::vec((0..=N_OBJECTS, 1..=N_OBJECTS), 0..10),
        object in 1..=N_OBJECTS,
    ) {
        let state = state(&graph);
        let choices = what_would_free(&state, ObjectId(object));
        let n_fewest = fewest(&graph, object);
        prop_assert_eq!(choices.is_empty(), n_fewest == 0);
        for cut in &choices {
            prop_assert_eq!(cut.len(), n_fewest);
            let without: Vec<usize> = cut.iter().map(|it| place(&graph, it)).collect();
            prop_assert!(!is_reachable(&graph, &without, object), "{:?} of {:?}", cut, graph);
        }
        // The last is the nearest to the object: a single reference is its own.
        if let Some([only]) = choices.last().map(Vec::as_slice) {
            let into = graph.iter().filter(|it| it.1 == object);
            let own = into.filter(|it| it.0 != object && is_reachable_beside(&graph, it.0, object));
            prop_assert!(own.count() > 1 || only.target == ObjectId(object), "{:?}", choices);
        }
    }
}
