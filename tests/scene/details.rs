//! Where the details of a trace end, and where they begin again.

use std::collections::{BTreeMap, BTreeSet};

use gcscope::python::vm::session::{Options, Session};
use gcscope::trace::event::*;
use gcscope::trace::playback::State;

use crate::programs::{on_a_large_stack, programs};

const LONG: &str = "
import weakref
class Node:
    def __init__(self, up):
        self.up = up
        self.down = []
    def __del__(self):
        pass

def grow(node, depth):
    if depth:
        child = Node(node)
        node.down.append(child)
        grow(child, depth - 1)
    return depth

def counter():
    n = 0
    def count():
        nonlocal n
        n += 1
        return n
    return count

count = counter()
root = Node(None)
for turn in range(400):
    grow(root, 3)
    del root.down[1:]
    count()
pair = [root]
pair.append(pair)
seen = weakref.ref(root)
table = {'root': root, 'pair': (pair, (1, 2))}
lines = (line for line in pair)
next(lines)
";

fn recorded(source: &str, options: Options) -> Vec<Event> {
    let mut session = Session::new(Options {
        max_steps: 200_000,
        ..options
    });
    session.run_program(source);
    session.events().to_vec()
}

fn whole(source: &str) -> Vec<Event> {
    recorded(source, limited(usize::MAX))
}

fn limited(max_events: usize) -> Options {
    Options {
        record: Some(max_events),
        ..Options::default()
    }
}

/// The state before the first event that is wanted.
fn state_before(events: &[Event], is_wanted: impl Fn(&Event) -> bool) -> State {
    let mut state = State::default();
    for event in events.iter().take_while(|event| !is_wanted(event)) {
        state.apply(event);
    }
    state
}

fn at_the_end(events: &[Event]) -> State {
    state_before(events, |event| matches!(event, Event::UnitFinished { .. }))
}

fn address(state: &State, object: ObjectId) -> u64 {
    state.object(object).map_or(0, |it| it.id)
}

fn edges(state: &State, owner: Owner) -> Vec<String> {
    let target = |target: &Target| match target {
        Target::Object(object) => format!("{:x}", address(state, *object)),
        Target::Value { repr, .. } => repr.to_string(),
    };
    let references = state.references(owner).into_iter().flat_map(|it| it.iter());
    let all = references.map(|edge| format!("{:?} {}", edge.label, target(&edge.target)));
    all.collect()
}

/// Its count, the objects that it refers to, and how many positions it has: of many values the first alone are told one by
/// one, wherever the telling began.
/// What stands in `beside` is left out.
fn held(state: &State, object: ObjectId, beside: &BTreeSet<u64>) -> String {
    let it = state.object(object).expect("it is there");
    let weak_target = it.weak_target.map_or(0, |target| address(state, target));
    let targets = it.references.objects();
    let targets: Vec<_> = targets
        .map(|(.., target)| address(state, target))
        .filter(|address| !beside.contains(address))
        .collect();
    let n_positions: u32 = it
        .references
        .iter()
        .map(|edge| edge.label.positions())
        .sum();
    let count = it.count;
    format!("count {count}, weakly {weak_target:x}, {n_positions} positions, {targets:x?}")
}

/// All that a state says of the heap, by address: objects have other numbers where they were told afresh.
fn told(state: &State) -> BTreeMap<String, String> {
    let objects = state.objects.iter().map(|(id, it)| {
        let told = format!(
            "{} {} bytes, {:?} {:?} {:?}, of {}: {} {:?}",
            it.type_name,
            it.size,
            it.list,
            it.finalizer,
            it.text,
            it.n_weakrefs,
            held(state, *id, &BTreeSet::new()),
            edges(state, Owner::Object(*id)),
        );
        (format!("{:x}", it.id), told)
    });
    let frames = state.stack.iter().enumerate().map(|(depth, frame)| {
        let function = state.frame(*frame).map_or("", |it| &it.function);
        let mut names = edges(state, Owner::Frame(*frame));
        names.sort();
        (format!("frame {depth}"), format!("{function}: {names:?}"))
    });
    let lists = [
        GcList::Generation0,
        GcList::Generation1,
        GcList::Generation2,
        GcList::Permanent,
    ];
    let lists = lists.into_iter().map(|list| {
        let order: Vec<_> = state.list(list).map(|it| address(state, it)).collect();
        (format!("{list:?}"), format!("{order:x?}"))
    });
    objects.chain(frames).chain(lists).collect()
}

fn differences(expected: &State, found: &State) -> Vec<String> {
    let (expected, found) = (told(expected), told(found));
    let keys: std::collections::BTreeSet<_> = expected.keys().chain(found.keys()).collect();
    keys.into_iter()
        .filter(|key| expected.get(*key) != found.get(*key))
        .map(|key| {
            let (was, is) = (expected.get(key), found.get(key));
            format!("{key}\n  whole: {was:?}\n  again: {is:?}")
        })
        .collect()
}

#[test]
fn nothing_is_known_where_the_details_have_ended() {
    let events = recorded(LONG, limited(2000));
    let ended = |event: &Event| matches!(event, Event::DetailEnded);
    let at = events.iter().position(ended).expect("they end");
    let mut state = State::default();
    events[..=at].iter().for_each(|event| state.apply(event));
    assert!(!state.has_details && state.objects.is_empty() && state.stack.len() == 1);
    assert!(state.running && state.totals.objects > 0);
}

#[test]
fn the_heap_at_the_end_is_told_as_if_the_details_had_never_ended() {
    let expected = at_the_end(&whole(LONG));
    for max_events in [500, 2000, 10_000] {
        let found = at_the_end(&recorded(LONG, limited(max_events)));
        assert!(found.has_details);
        assert_eq!(differences(&expected, &found), [""; 0]);
    }
}

/// Each program is run twice, which takes its time.
const STRIDE: usize = 5;

fn met(event: &Event) -> Option<u64> {
    match event {
        Event::ObjectMet { id, .. } => Some(*id),
        _ => None,
    }
}

#[test]
fn counts_and_references_of_recorded_programs_are_told_so_too() {
    on_a_large_stack(|| {
        let mut n_compared = 0;
        for (name, source) in programs().into_iter().step_by(STRIDE) {
            let run = |max_events| recorded(&source, limited(max_events));
            let runs = std::panic::catch_unwind(|| (run(usize::MAX), run(1000)));
            // Where the interpreter itself fails, its own tests say so.
            let Ok((whole, again)) = runs else {
                continue;
            };
            let (expected, found) = (at_the_end(&whole), at_the_end(&again));
            // What held an object of the program once is known from then on; told afresh, only what holds one now.
            let met: BTreeSet<u64> = whole.iter().filter_map(met).collect();
            let again: BTreeMap<u64, ObjectId> =
                found.objects.iter().map(|(id, it)| (it.id, *id)).collect();
            let made = expected
                .objects
                .iter()
                .filter(|(_, it)| !met.contains(&it.id));
            for (id, it) in made.filter(|_| found.has_details) {
                let held_again = again.get(&it.id).map(|id| held(&found, *id, &met));
                assert_eq!(
                    Some(held(&expected, *id, &met)),
                    held_again,
                    "{name}: {} {:x}",
                    it.type_name,
                    it.id
                );
                n_compared += 1;
            }
        }
        assert!(n_compared > 2000, "only {n_compared} objects were compared");
    });
}

#[test]
fn details_can_begin_at_any_statement_in_the_middle_of_calls_too() {
    let all = whole(LONG);
    let steps = all.iter().filter_map(|event| match event {
        Event::StatementStarted { step, .. } => Some(*step),
        _ => None,
    });
    let (mut n_in_calls, mut n_late) = (0, 0);
    for wanted in steps.skip(40).step_by(97) {
        let is_it = |event: &Event| matches!(event, Event::StatementStarted { step, .. } if *step == wanted);
        let expected = state_before(&all, is_it);
        let options = Options {
            details_from: wanted,
            ..limited(100_000)
        };
        let found = state_before(&recorded(LONG, options), is_it);
        // Not in a finalizer: the deallocation that calls it is in its middle.
        if !found.has_details {
            n_late += 1;
            continue;
        }
        assert_eq!(differences(&expected, &found), [""; 0], "at step {wanted}");
        n_in_calls += usize::from(found.stack.len() > 2);
    }
    assert!(
        n_in_calls > 50 && n_late < 20,
        "{n_in_calls} in calls, {n_late} late"
    );
}

#[test]
fn statements_get_fewer_but_reach_to_the_end() {
    let source = "n = 0\nwhile n < 300_000:\n    n += 1\n";
    let mut session = Session::new(limited(200_000));
    session.run_program(source);
    let steps: Vec<u64> = session
        .events()
        .iter()
        .filter_map(|event| match event {
            Event::StatementStarted { step, .. } => Some(*step),
            _ => None,
        })
        .collect();
    assert!(steps.is_sorted_by(|a, b| a < b));
    assert!(steps.len() < 150_000, "{} statements", steps.len());
    let gap = |pair: &[u64]| pair[1] - pair[0];
    let widest = steps.windows(2).map(gap).max();
    assert!(widest <= Some(256), "a gap of {widest:?} steps");
    assert!(
        steps.last() > Some(&899_000),
        "the last is {:?}",
        steps.last()
    );
}

#[test]
fn the_prompt_has_details_after_a_long_program() {
    let mut session = Session::new(limited(2000));
    session.run_program(LONG);
    session.run_prompt("own = [table]\n");
    let mut state = State::default();
    session.events().iter().for_each(|event| state.apply(event));
    let names = state
        .references(Owner::Frame(FrameId::MODULE))
        .expect("the module is there");
    let is_own = |edge: &&Edge| edge.label == Label::Name("own".into());
    let own = names.iter().find(is_own).map(|edge| &edge.target);
    assert!(matches!(own, Some(Target::Object(_))), "{own:?}");
}
