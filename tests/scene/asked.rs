//! What a reader asks of a trace: some types alone, the next death, the program's own memory, what was drawn.

use std::rc::Rc;

use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::caption::{Arg, Message};
use gcscope::scene::player::Player;
use gcscope::scene::shape::Mode;
use gcscope::scene::types::TypeFilter;
use gcscope::trace::event::{Event, ObjectId};
use gcscope::trace::playback::Unit;
use gcscope::trace::playback::timeline::{ConsoleContent, MarkKind};

use super::views::{at_end, cards};

fn list_made(event: &Event) -> Option<ObjectId> {
    match event {
        Event::ObjectCreated {
            object, type_name, ..
        } if &**type_name == "list" => Some(*object),
        _ => None,
    }
}

#[test]
fn a_type_that_is_left_out_moves_nothing() {
    let mut player = at_end("a = [[], []]\nb = {'k': a}\n");
    let dict = cards(&player, "dict")[0].rect;
    player.set_filter(TypeFilter::without([Rc::from("list")]));
    assert_eq!(cards(&player, "list").len(), 0);
    assert_eq!(cards(&player, "dict")[0].rect, dict);
    assert!(
        player
            .scene()
            .arrows
            .iter()
            .all(|arrow| arrow.source.is_none())
    );
    let counts = player.filter().counts(player.stage());
    let told: Vec<_> = counts
        .iter()
        .map(|it| (&*it.type_name, it.count, it.is_shown))
        .collect();
    assert_eq!(told, [("list", 3, false), ("dict", 1, true)]);
    player.set_filter(TypeFilter::default());
    assert_eq!(cards(&player, "list").len(), 3);
}

#[test]
fn deaths_are_found_in_both_directions() {
    let player = at_end("a = []\nb = []\nn = 1\ndel a\nn = 2\ndel b\nn = 3\n");
    let timeline = player.timeline();
    let lists: Vec<ObjectId> = timeline.events().iter().filter_map(list_made).collect();
    let (a, b) = (lists[0], lists[1]);
    let dies = |object| timeline.next_death(Some(object), 0).expect("it dies");
    assert!(dies(a) < dies(b));
    assert_eq!(timeline.next_death(Some(a), dies(a)), None);
    assert_eq!(
        timeline.previous_death(Some(b), timeline.len()),
        Some(dies(b))
    );
    assert_eq!(timeline.previous_death(Some(b), dies(a)), None);
    assert_eq!(timeline.next_death(None, dies(a)), Some(dies(b)));
    let (of_a, any) = (Unit::Death(Some(a)), Unit::Death(None));
    assert_eq!(timeline.next(any, 0), dies(a));
    assert_eq!(timeline.next(any, dies(b)), dies(b), "none follows");
    assert_eq!(timeline.previous(any, timeline.len()), dies(b));
    assert_eq!(timeline.previous(of_a, dies(b)), dies(a));
    assert_eq!(timeline.previous(of_a, 1), 1, "none comes before");
}

#[test]
fn what_imports_bring_is_not_the_programs_own() {
    let player = at_end("import collections, weakref\na = []\nb = []\n");
    let history = player.timeline().history();
    let (first, last) = (history[0], history[history.len() - 1]);
    assert!(last.objects > first.objects + 100, "modules are objects");
    assert!(
        last.own_objects <= first.own_objects + 4,
        "{first:?} {last:?}"
    );
    assert!(history[2].own_bytes > history[1].own_bytes, "a list is own");
}

#[test]
fn an_object_that_comes_back_from_the_tray_is_told_so() {
    let mut player = at_end("import gc\na = []\nb = [a]\ndel a\ngc.collect()\n");
    let mut told = Vec::new();
    let events = player.timeline().events().to_vec();
    for (index, event) in events.iter().enumerate() {
        if matches!(
            event,
            Event::FoundReachable { .. } | Event::ReachedFrom { .. }
        ) {
            player.seek(index + 1);
            told.push(player.caption().key);
        }
    }
    told.truncate(3);
    assert_eq!(
        told,
        [
            "caption.found_reachable",
            "caption.reached_back",
            "caption.found_reached"
        ]
    );
}

#[test]
fn what_objgraph_draws_stands_in_the_console() {
    let player = at_end(
        "import objgraph\na = []\nobjgraph.show_refs([[a]])\nprint(a)\nobjgraph.show_refs([[] for i in range(3)], max_depth=0)\n",
    );
    let timeline = player.timeline();
    let drawn: Vec<_> = timeline
        .console(player.position())
        .iter()
        .filter_map(|it| match it.content {
            ConsoleContent::Drawn { nth, n_objects, .. } => Some((it.position, nth, n_objects)),
            _ => None,
        })
        .collect();
    let [(first, 0, 2), (second, 1, 3)] = drawn[..] else {
        panic!("{drawn:?}");
    };
    let n_drawings = [first - 1, first, second - 1, second].map(|at| timeline.n_drawings(at));
    assert_eq!(n_drawings, [0, 1, 1, 2]);
    let (dot, _) = timeline.drawing(0).expect("a graph was drawn");
    assert!(dot.starts_with("digraph ObjectGraph {"), "{dot}");
    assert_eq!(dot.matches(" -> ").count(), 1, "{dot}");
    assert_eq!(timeline.drawing(2), None);
}

/// What is told at the end of each statement, with its gaps.
fn told_after(statements: &[&str]) -> Vec<String> {
    let mut session = Session::new(Options {
        record: Some(1_000_000),
        ..Options::default()
    });
    session.run_program("");
    let mut player = Player::new(Mode::Wide);
    let mut n_taken = 0;
    let mut told = |statement: &&str| {
        session.run_prompt(statement);
        let events = session.events();
        player.append(events[n_taken..].to_vec());
        n_taken = events.len();
        player.seek(usize::MAX);
        in_short(&player.caption())
    };
    statements.iter().map(&mut told).collect()
}

fn in_short(message: &Message) -> String {
    let gaps = message.args.values().map(|arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
    });
    let key = message.key.trim_start_matches("caption.").to_owned();
    let also = message.also.iter().map(|more| in_short(more));
    [key]
        .into_iter()
        .chain(gaps)
        .chain(also)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn at_the_end_of_a_statement_stands_what_it_did() {
    let told = told_after(&[
        "a = []\n",
        "b = {}\n",
        "a.append(b)\n",
        "a.append(a)\n",
        "del b\n",
        "a[0] = 5\n",
        "class Node: pass\nc = Node()\n",
        "len(a)\n",
        "import gc\ngc.disable()\n",
        "del a\n",
        "gc.collect()\n",
        "d = c\n",
        "c = 6\n",
        "d = None\n",
        "e = [1]\n",
        "e += [2]\n",
        "e.append([])\n",
        "e.pop() and 0\n",
        "s = {1, 2}\n",
        "s.discard(2)\n",
        "print([], e)\n",
        "1 / 0\n",
        "a = = 1\n",
        "pass\n",
    ]);
    let wanted = [
        "name_bound 1 a list",
        "name_bound 1 b dict",
        "reference_added 2 [0] dict b list a",
        "reference_to_itself 2 [1] list a",
        "name_deleted 2 b 1 dict",
        "value_added [0] list a 5 count_zero 1 dict (b)",
        "name_bound 1 c Node",
        "printed 2",
        "collector_disabled 2000",
        "name_deleted 2 a 1 list",
        "collection_finished 2 1",
        "name_bound 2 d Node",
        "name_value c 6 count_lowered 2 Node d 1",
        "name_value d None count_zero 1 Node (d)",
        "name_bound 1 e list",
        "value_added [1] list e 2",
        "reference_added 1 [2] list e[2] list e",
        "reference_left 1 [2] list list e",
        "name_bound 1 s set",
        "member_value_removed set s 2",
        "printed [] [1, 2]",
        "prompt_raised",
        "prompt_not_understood",
        "prompt_finished",
    ];
    assert_eq!(told, wanted);
}

#[test]
fn what_cannot_be_compiled_has_not_run() {
    let told = |program| in_short(&at_end(program).caption());
    assert_eq!(told("a = 1\nif a\n"), "unit_not_understood");
    assert_eq!(told("a = 1\nif a: b\n"), "unit_raised");
    assert_eq!(told("a = 1\n"), "unit_finished");
}

#[test]
fn an_exception_stands_until_the_program_goes_on_or_for_ever_where_it_ends_it() {
    let player = at_end("try:\n    [].x\nexcept AttributeError:\n    a = 1\nb = 2\n1 / 0\nc = 3\n");
    let timeline = player.timeline();
    let raised: Vec<usize> = timeline
        .marks()
        .iter()
        .filter(|mark| mark.kind == MarkKind::Exception)
        .map(|mark| mark.position)
        .collect();
    let line_at = |position: usize| timeline.failure(position)?.line;
    assert_eq!(line_at(raised[0]), Some(2));
    let end_of_line = |line: u32| {
        let mut marks = timeline.marks().iter();
        let mark = marks.find(|it| it.kind == MarkKind::Statement && it.line == Some(line));
        mark.expect("the line runs").position
    };
    assert_eq!(line_at(end_of_line(5)), None);
    assert_eq!(line_at(end_of_line(6)), None);
    assert_eq!(line_at(timeline.len()), Some(6));
    let player = at_end("a = 1\nif True\n    b = 2\n");
    let timeline = player.timeline();
    assert_eq!(
        timeline.failure(timeline.len()).and_then(|it| it.line),
        Some(2)
    );
}
