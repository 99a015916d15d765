//! Laws of the heap and its collector on random object graphs, against a naive oracle: plain reachability.

#![cfg(not(target_arch = "wasm32"))]

use gcscope::gc::{self, Collected};
use gcscope::heap::dealloc::release;
use gcscope::heap::{GcInfo, Heap, Host, ListId, Owned, Payload, Ref, types};
use gcscope::profile::{PROFILES, Profile, ResurrectionCount};
use gcscope::trace::event::Trigger;
use proptest::prelude::*;

/// A host without Python: finalizers resurrect what they are told to.
struct Bare {
    heap: Heap,
    resurrects: Vec<Ref>,
    saved: Vec<Owned>,
    n_finalized: usize,
}

impl Host for Bare {
    fn heap(&mut self) -> &mut Heap {
        &mut self.heap
    }
    fn call_finalizer(&mut self, object: Ref) {
        self.n_finalized += 1;
        if self.resurrects.contains(&object) {
            let saved = self.heap.new_ref(object);
            self.saved.push(saved);
        }
    }
    fn call_weakref_callback(&mut self, _weakref: Ref, _callback: Ref) {}
    fn call_gc_callbacks(&mut self, _phase: &'static str, _info: GcInfo) {}
    fn write_gc_debug(&mut self, _line: &str) {}
    fn debug_name(&mut self, _object: Ref) -> String {
        String::new()
    }
}

/// What a node of a random graph is made of.
#[derive(Clone, Copy, Debug)]
enum Kind {
    List,
    Dict,
    Set,
    Tuple,
    Instance,
    Finalizable,
    Cell,
}

#[derive(Clone, Debug)]
struct Graph {
    kinds: Vec<Kind>,
    edges: Vec<(usize, usize)>,
    /// Nodes that are held from outside.
    held: Vec<usize>,
    /// Finalizable nodes whose finalizer resurrects them.
    resurrecting: Vec<usize>,
    /// Nodes that survived a collection before the edges were drawn.
    n_old: usize,
    profile: usize,
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => Just(Kind::List),
        2 => Just(Kind::Dict),
        1 => Just(Kind::Set),
        1 => Just(Kind::Tuple),
        2 => Just(Kind::Instance),
        1 => Just(Kind::Finalizable),
        1 => Just(Kind::Cell),
    ]
}

fn graph() -> impl Strategy<Value = Graph> {
    (1usize..14).prop_flat_map(|n| {
        (
            prop::collection::vec(kind(), n),
            prop::collection::vec((0..n, 0..n), 0..3 * n),
            prop::collection::vec(0..n, 0..3),
            prop::collection::vec(0..n, 0..2),
            0..=n,
            0..PROFILES.len(),
        )
            .prop_map(|(kinds, edges, held, resurrecting, n_old, profile)| Graph {
                kinds,
                edges,
                held,
                resurrecting,
                n_old,
                profile,
            })
    })
}

fn class(host: &mut Bare, name: &str, has_finalizer: bool) -> Owned {
    let heap = &mut host.heap;
    let base = heap.new_ref(types::OBJECT).into_counted();
    let bases = heap.new_ref(types::OBJECT).into_counted();
    let bases = heap.new_tuple(vec![bases]).into_counted();
    let dict = heap.new_dict().into_counted();
    let body = gcscope::heap::payload::Type {
        name: name.into(),
        qualname: None,
        bases: Some(bases),
        base: Some(base),
        mro: None,
        dict: Some(dict),
        layout: gcscope::heap::payload::Layout::Object,
        is_heap_type: true,
        instances_are_gc: true,
        instances_have_dict: true,
        instances_have_weakrefs: true,
        is_base: true,
        slot_names: Vec::new(),
        has_finalizer,
        basic_size: 32,
        subclasses: Vec::new(),
        subclasses_dict: None,
        unseen: Vec::new(),
        n_instances_made: 0,
        has_items: false,
        dict_is_before: false,
        weakrefs_are_before: false,
        made_with_keys: false,
        native_kind: None,
        full_name: None,
        shared_keys: None,
    };
    let class = heap.alloc(types::TYPE, Payload::Type(Box::new(body)));
    heap.track(class.get());
    class
}

/// Builds the graph; every node is held by one reference in `nodes`.
struct Built {
    host: Bare,
    nodes: Vec<Ref>,
    classes: [Ref; 2],
}

fn build(graph: &Graph) -> Built {
    let profile: &'static Profile = PROFILES[graph.profile];
    let mut host = Bare {
        heap: Heap::new(profile),
        resurrects: Vec::new(),
        saved: Vec::new(),
        n_finalized: 0,
    };
    host.heap.gc.enabled = false;
    let classes = [
        class(&mut host, "A", false).into_counted(),
        class(&mut host, "F", true).into_counted(),
    ];
    let mut nodes = Vec::new();
    for (i, kind) in graph.kinds.iter().enumerate() {
        nodes.push(node(&mut host, *kind, classes));
        if i + 1 == graph.n_old {
            gc::collect(&mut host, 0, Trigger::Explicit);
        }
    }
    for &(from, to) in &graph.edges {
        connect(&mut host.heap, nodes[from], nodes[to]);
    }
    host.resurrects = graph
        .resurrecting
        .iter()
        .filter(|&&i| matches!(graph.kinds[i], Kind::Finalizable))
        .map(|&i| nodes[i])
        .collect();
    Built {
        host,
        nodes,
        classes,
    }
}

fn node(host: &mut Bare, kind: Kind, classes: [Ref; 2]) -> Ref {
    let heap = &mut host.heap;
    match kind {
        Kind::List => heap.new_list(Vec::new()).into_counted(),
        Kind::Dict => heap.new_dict().into_counted(),
        Kind::Set => heap.new_set(types::SET).into_counted(),
        Kind::Cell => heap.new_cell(None).into_counted(),
        Kind::Tuple => {
            // A tuple takes its one reference at birth: a list that can then be filled.
            let inner = heap.new_list(Vec::new()).into_counted();
            heap.new_tuple(vec![inner]).into_counted()
        }
        Kind::Instance | Kind::Finalizable => {
            let class = classes[usize::from(matches!(kind, Kind::Finalizable))];
            let new = heap.alloc(class, Payload::Instance(Box::default()));
            heap.track(new.get());
            new.into_counted()
        }
    }
}

fn connect(heap: &mut Heap, from: Ref, to: Ref) {
    heap.incref(to);
    match heap.payload(from) {
        Payload::List(_) => heap.list_append_item(from, to),
        Payload::Tuple(items) => {
            let inner = items[0];
            heap.list_append_item(inner, to);
        }
        Payload::Dict(dict) => {
            let n = dict.len() as i64;
            let key = heap.new_int(n).into_counted();
            heap.dict_insert(from, n, key, to);
        }
        Payload::Set(_) => {
            let hash = to.index() as i64;
            let is_there = heap
                .set(from)
                .is_some_and(|set| set.iter().any(|(_, member)| member == to));
            if is_there {
                assert!(!heap.decref(to), "the node is held by the test");
            } else {
                heap.set_insert(from, hash, to);
            }
        }
        Payload::Instance(attributes) => {
            let name = format!("x{}", attributes.inline.len());
            let name = heap.intern(&name).into_counted();
            if let Payload::Instance(attributes) = heap.payload_mut(from) {
                attributes.inline.push((name, to));
            }
        }
        Payload::Cell(_) => {
            let old = match heap.payload_mut(from) {
                Payload::Cell(contents) => contents.replace(to),
                _ => None,
            };
            if let Some(old) = old {
                assert!(!heap.decref(old), "the node is held by the test");
            }
        }
        _ => unreachable!("no such node is made"),
    }
}

/// Drops the test's own references but those of `held`; returns what is still held from outside.
fn let_go(built: &mut Built, held: &[usize]) -> Vec<Ref> {
    let mut outside = built.classes.to_vec();
    for (i, &node) in built.nodes.clone().iter().enumerate() {
        if held.contains(&i) {
            outside.push(node);
        } else {
            release(&mut built.host, node);
        }
    }
    outside
}

fn unreachable_by_search(heap: &Heap, outside: &[Ref]) -> Vec<Ref> {
    let mut roots: Vec<Ref> = types::builtin_types().collect();
    roots.extend(outside);
    let reached = heap.reachable_from(&roots);
    heap.containers()
        .filter(|&object| heap.is_tracked(object) && !reached[object.index()])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a plain mark-sweep from the roots finds unreachable is what the cycle collector finds unreachable.
    #[test]
    fn mark_sweep_and_cycle_collector_find_the_same(graph in graph()) {
        let mut built = build(&graph);
        let outside = let_go(&mut built, &graph.held);
        let host = &mut built.host;
        prop_assert_eq!(host.heap.validate_counts(&outside_with_saved(host, &outside)), Ok(()));

        let mut roots: Vec<Ref> = types::builtin_types().collect();
        roots.extend(&outside);
        roots.extend(host.saved.iter().map(Owned::get));
        let mut by_mark_sweep = gc::mark_sweep::mark_sweep(&mut host.heap, &roots).unmarked;
        by_mark_sweep.sort();

        for younger in 0..2u8 {
            host.heap.list_merge(ListId::generation(younger), ListId::Generation2);
        }
        gc::reachability::deduce_unreachable(&mut host.heap, ListId::Generation2, ListId::Unreachable);
        let mut by_collector: Vec<Ref> = host.heap.list_iter(ListId::Unreachable).collect();
        by_collector.sort();
        prop_assert_eq!(by_mark_sweep, by_collector);
    }

    /// A full collection frees exactly what cannot be reached and was not resurrected; counts and lists hold after it.
    #[test]
    fn a_full_collection_frees_exactly_the_unreachable(graph in graph()) {
        // Old finalizers have a law of their own.
        let profile = graph.profile.max(usize::from(PROFILES[0].legacy_finalizers));
        let graph = Graph { profile, ..graph };
        let mut built = build(&graph);
        let outside = let_go(&mut built, &graph.held);
        let host = &mut built.host;
        let n_saved_before = host.saved.len();
        let expected = unreachable_by_search(&host.heap, &outside_with_saved(host, &outside));
        let found = gc::collect(host, 2, Trigger::Explicit);
        host.heap.validate_lists().unwrap();
        let all_outside = outside_with_saved(host, &outside);
        prop_assert_eq!(host.heap.validate_counts(&all_outside), Ok(()));
        if host.saved.len() == n_saved_before {
            prop_assert_eq!(found.collected as usize, expected.len());
        } else if host.heap.profile.resurrection_count == ResurrectionCount::NoneIfAny {
            // One that came back keeps all of them alive until the next collection.
            prop_assert_eq!(found.collected, 0);
            gc::collect(host, 2, Trigger::Explicit);
        }
        prop_assert_eq!(unreachable_by_search(&host.heap, &all_outside), vec![]);
        // Nothing is finalized twice, and nothing is found again.
        let n_finalized = host.n_finalized;
        let again = gc::collect(host, 2, Trigger::Explicit);
        prop_assert_eq!(again, Collected { candidates: again.candidates, ..Collected::default() });
        prop_assert_eq!(host.n_finalized, n_finalized);
    }

    /// Where finalizers are of the old kind, a full collection frees what is unreachable, but for what they reach.
    #[test]
    fn old_finalizers_keep_what_they_reach(graph in graph()) {
        let old = PROFILES.iter().position(|profile| profile.legacy_finalizers);
        let graph = Graph { profile: old.expect("2.7 has a profile"), ..graph };
        let mut built = build(&graph);
        let outside = let_go(&mut built, &graph.held);
        let host = &mut built.host;
        let unreachable = unreachable_by_search(&host.heap, &outside_with_saved(host, &outside));
        let with_finalizer: Vec<Ref> = unreachable
            .iter()
            .copied()
            .filter(|&object| host.heap.has_finalizer(object))
            .collect();
        let kept = host.heap.reachable_from(&with_finalizer);
        gc::collect(host, 2, Trigger::Explicit);
        host.heap.validate_lists().unwrap();
        let all_outside = outside_with_saved(host, &outside);
        prop_assert_eq!(host.heap.validate_counts(&all_outside), Ok(()));
        let left = unreachable_by_search(&host.heap, &all_outside);
        prop_assert!(left.iter().all(|object| kept[object.index()]));
    }

    /// Much garbage dies at once where nobody watches, one by one where somebody does: the heap is the same afterwards, to
    /// the addresses that come next.
    #[test]
    fn garbage_dies_alike_seen_and_unseen(graph in graph()) {
        let graph = many_times(&graph);
        let [unseen, seen] = [false, true].map(|is_recorded| {
            let mut built = build(&graph);
            let outside = let_go(&mut built, &graph.held);
            if is_recorded {
                built.host.heap.recorder.start(usize::MAX);
            }
            let collected = gc::collect(&mut built.host, 2, Trigger::Explicit);
            let host = &mut built.host;
            host.heap.validate_lists().unwrap();
            let counts = host.heap.validate_counts(&outside_with_saved(host, &outside));
            let heap = &mut host.heap;
            let totals = (heap.bytes, heap.n_objects, heap.gc_counts());
            (collected, counts, totals, next_addresses(heap))
        });
        prop_assert_eq!(&unseen.1, &Ok(()));
        prop_assert_eq!(unseen, seen);
    }

    /// A collection of a young generation frees nothing that can be reached, and moves survivors one generation on.
    #[test]
    fn a_young_collection_frees_only_the_unreachable(graph in graph(), generation in 0u8..2) {
        let mut built = build(&graph);
        let outside = let_go(&mut built, &graph.held);
        let host = &mut built.host;
        let reached_before: Vec<Ref> = {
            let mut roots: Vec<Ref> = types::builtin_types().collect();
            roots.extend(outside_with_saved(host, &outside));
            let reached = host.heap.reachable_from(&roots);
            host.heap.containers().filter(|object| reached[object.index()]).collect()
        };
        let n_saved_before = host.saved.len();
        gc::collect(host, generation, Trigger::Explicit);
        let all_outside = outside_with_saved(host, &outside);
        prop_assert_eq!(host.heap.validate_counts(&all_outside), Ok(()));
        host.heap.validate_lists().unwrap();
        let alive: Vec<Ref> = host.heap.containers().collect();
        prop_assert!(reached_before.iter().all(|object| alive.contains(object)));
        // An object that its finalizer saves from the cascade is tracked anew, so it is young again.
        prop_assert!(host.heap.list_is_empty(ListId::Generation0) || host.saved.len() > n_saved_before);
    }
}

/// So many copies of the graph that their garbage is much of the heap; what is held is held in the first alone.
fn many_times(graph: &Graph) -> Graph {
    const COPIES: usize = 16;
    let n = graph.kinds.len();
    let shifted = |by: usize| {
        graph
            .edges
            .iter()
            .map(move |&(from, to)| (from + by, to + by))
    };
    Graph {
        kinds: graph.kinds.repeat(COPIES),
        edges: (0..COPIES).flat_map(|copy| shifted(copy * n)).collect(),
        ..graph.clone()
    }
}

/// Where the next objects of several kinds come to stand.
fn next_addresses(heap: &mut Heap) -> Vec<u64> {
    let new: Vec<Owned> = (0..100)
        .flat_map(|n| {
            [
                heap.new_list(Vec::new()),
                heap.new_dict(),
                heap.new_int(100_000 + n),
                heap.new_set(types::SET),
            ]
        })
        .collect();
    new.iter()
        .map(|object| heap.address_of(object.get()))
        .collect()
}

/// What is held from outside: by the test, and by the finalizers that saved their object.
fn outside_with_saved(host: &Bare, outside: &[Ref]) -> Vec<Ref> {
    outside
        .iter()
        .copied()
        .chain(host.saved.iter().map(Owned::get))
        .collect()
}
