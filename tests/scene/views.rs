//! Views beside the lanes, cards put elsewhere by hand, predictions, runs in slices and runs compared.

use std::cell::Cell;
use std::rc::Rc;

use gcscope::profile::Profile;
use gcscope::python::vm::Collector;
use gcscope::python::vm::session::{Options, Outcome, Session};
use gcscope::scene::hint::Hint;
use gcscope::scene::moves::Moves;
use gcscope::scene::player::{Player, View};
use gcscope::scene::predict::Kind;
use gcscope::scene::shape::{Card, Item, Mode, Point, Rect};
use gcscope::scene::types::TypeFilter;
use gcscope::trace::event::ObjectId;

fn options() -> Options {
    Options {
        record: Some(1_000_000),
        profile: Profile::latest_stable(),
        ..Options::default()
    }
}

pub fn at_end(source: &str) -> Player {
    compared(source, Collector::Generational)
}

fn compared(source: &str, collector: Collector) -> Player {
    let mut session = Session::new(Options {
        collector,
        ..options()
    });
    session.run_program(source);
    let mut player = Player::new(Mode::Wide);
    player.append(session.events().to_vec());
    player.seek(usize::MAX);
    player
}

pub fn cards<'a>(player: &'a Player, type_name: &'a str) -> Vec<&'a Card> {
    let cards = player.scene().cards.iter();
    cards.filter(|card| &*card.type_name == type_name).collect()
}

/// The `nth` list that was made.
fn list(player: &Player, nth: usize) -> ObjectId {
    let mut lists: Vec<ObjectId> = cards(player, "list").iter().map(|it| it.object).collect();
    lists.sort();
    lists[nth]
}

#[test]
fn no_two_cards_of_a_graph_overlap_and_the_same_program_gives_the_same_graph() {
    let source = "a = []\nfor i in range(150):\n    a = [a, [i]] if i % 3 else [[a], a]\n";
    let mut player = at_end(source);
    player.set_view(View::Graph);
    let cards = &player.scene().cards;
    assert!(cards.len() > 300, "{} cards", cards.len());
    for (index, card) in cards.iter().enumerate() {
        let other = cards[index + 1..]
            .iter()
            .find(|other| other.rect.overlaps(&card.rect));
        assert!(other.is_none(), "{card:?} lies on {other:?}");
    }
    let mut again = at_end(source);
    again.set_view(View::Graph);
    assert_eq!(again.scene(), player.scene());
}

#[test]
fn playing_moves_nothing_in_a_graph() {
    let mut player = at_end("a = []\nb = [a]\nc = [b, a]\ndel c\nd = {}\n");
    player.set_view(View::Graph);
    let at_last = player.scene().clone();
    for position in (0..player.timeline().len()).rev() {
        player.seek(position);
        assert_eq!(player.scene().bounds, at_last.bounds);
        for card in &player.scene().cards {
            let last = at_last.cards.iter().find(|it| it.object == card.object);
            assert!(
                last.is_none_or(|last| last.rect == card.rect),
                "{card:?} was {last:?}"
            );
        }
    }
}

#[test]
fn relations_stand_in_columns_by_distance_and_the_rest_is_counted() {
    let mut player =
        at_end("leaf = []\ntwig = [leaf]\nroot = [twig, leaf]\nmany = [[] for i in range(20)]\n");
    let [leaf, twig, root, many] = [0, 1, 2, 3].map(|nth| list(&player, nth));
    player.set_view(View::Referrers {
        object: leaf,
        depth: 3,
    });
    let x = |player: &Player, object| {
        let cards = &player.scene().cards;
        let card = cards.iter().find(|card| card.object == object);
        card.map(|card| card.rect.x)
    };
    assert!(x(&player, twig) < x(&player, leaf));
    assert_eq!(
        x(&player, root),
        x(&player, twig),
        "root holds the leaf itself, too"
    );
    assert_eq!(x(&player, many), None);
    player.set_view(View::Referents {
        object: many,
        depth: 3,
    });
    assert_eq!(player.scene().cards.len(), 7);
    let counted: Vec<u32> = player.scene().stubs.iter().map(|stub| stub.n).collect();
    assert_eq!(counted, [14]);
    player.set_view(View::Referents {
        object: root,
        depth: 0,
    });
    let counted: Vec<u32> = player.scene().stubs.iter().map(|stub| stub.n).collect();
    assert_eq!(counted, [2], "what is too deep is counted as well");
}

#[test]
fn relations_go_past_nothing_that_is_left_out() {
    let mut player = at_end("leaf = []\ntwig = {'k': leaf}\nroot = [twig, leaf]\n");
    let [leaf, root] = [0, 1].map(|nth| list(&player, nth));
    player.set_filter(TypeFilter::without(["dict".into()]));
    player.set_view(View::Referrers {
        object: leaf,
        depth: 3,
    });
    let shown = |player: &Player| -> Vec<ObjectId> {
        let mut shown: Vec<_> = player.scene().cards.iter().map(|it| it.object).collect();
        shown.sort();
        shown
    };
    assert_eq!(shown(&player), [leaf, root]);
    player.set_view(View::Referents {
        object: root,
        depth: 0,
    });
    let counted: Vec<u32> = player.scene().stubs.iter().map(|stub| stub.n).collect();
    assert_eq!(counted, [1], "the list alone");
}

#[test]
fn names_of_the_related_stand_one_below_the_other_wherever_they_stood() {
    let names: String = (0..100).map(|n| format!("n{n} = {n}\n")).collect();
    let mut player = at_end(&format!("{names}leaf = []\ntwig = [leaf]\n"));
    let tags = |player: &Player| -> Vec<(Rect, Rect)> {
        let tags = player.scene().tags.iter();
        let found = tags.filter(|tag| matches!(&*tag.name, "leaf" | "twig"));
        found.map(|tag| (tag.rect, tag.handle)).collect()
    };
    let in_lanes = tags(&player);
    let leaf = list(&player, 0);
    player.set_view(View::Referrers {
        object: leaf,
        depth: 2,
    });
    let related = tags(&player);
    assert_eq!(player.scene().tags.len(), 2);
    assert!(
        related[0].0.x > in_lanes[0].0.x,
        "it came from a column beside the first"
    );
    assert_eq!(related[0].0.x, related[1].0.x);
    assert!(related[0].0.bottom() < related[1].0.y);
    for (rect, handle) in related {
        assert_eq!(
            (handle.center().x, handle.center().y),
            (rect.right(), rect.center().y)
        );
    }
}

#[test]
fn a_card_put_elsewhere_is_known_again_in_an_edited_program() {
    let mut player = at_end("a = []\nb = [a]\n");
    let b = list(&player, 1);
    let before = cards(&player, "list")[1].rect;
    player.move_by(b, 50.0, 30.0);
    assert_eq!(cards(&player, "list")[1].rect.x, before.x + 50.0);
    assert!(cards(&player, "list")[1].adrift);
    let mut edited = at_end("def f(): pass\nn = 10\na = []\nb = [a]\nc = []\n");
    edited.set_moves(player.moves().clone());
    let moved = list(&edited, 1);
    let moved = edited.scene().cards.iter().find(|it| it.object == moved);
    assert_eq!(
        moved.map(|it| (it.rect.x, it.rect.y, it.adrift)),
        Some((before.x + 50.0, before.y + 30.0, true))
    );
    let kept = serde_json::to_string(&player.moves().kept()).expect("it is plain data");
    let kept = serde_json::from_str(&kept).expect("it is what was written");
    let mut next_visit = at_end("a = []\nb = [a]\n");
    next_visit.set_moves(Moves::of(kept));
    assert_eq!(next_visit.scene(), player.scene());
    edited.tidy();
    assert!(edited.scene().cards.iter().all(|card| !card.adrift));
    assert!(!edited.is_untidy());
}

#[test]
fn nobody_predicts_what_is_left_out_of_the_picture() {
    let source = "a = {'k': []}\ndel a\n";
    let mut player = at_end(source);
    player.seek(0);
    let dies = |player: &Player| {
        let line_of = |_, line: u32| source.lines().nth(line as usize - 1);
        player.prediction(line_of).map(|next| next.dies)
    };
    let mut both = dies(&player).expect("the second line deletes a name");
    both.sort();
    let each = ["list", "dict"].map(|left_out| {
        player.set_filter(TypeFilter::without([left_out.into()]));
        dies(&player).expect("it does so all the same")
    });
    assert_eq!(each.each_ref().map(Vec::len), [1, 1]);
    let mut each = each.concat();
    each.sort();
    assert_eq!(each, both);
}

#[test]
fn predictions_are_what_dies() {
    let source =
        "import gc\na = []\nb = [a]\na.append(b)\nc = [a]\ndel c\ndel a, b\ngc.collect()\n";
    let mut player = at_end(source);
    let lists = {
        player.seek(0);
        let mut found = Vec::new();
        for _ in 0..4 {
            let line_of = |_, line: u32| source.lines().nth(line as usize - 1);
            let Some(next) = player.prediction(line_of) else {
                break;
            };
            player.seek(next.position);
            found.push((next.kind, next.dies.len(), next.end > next.position));
        }
        found
    };
    assert_eq!(
        lists,
        [
            (Kind::Del, 1, true),
            (Kind::Del, 0, true),
            (Kind::Collection, 2, true)
        ]
    );
}

#[test]
fn without_a_collector_a_cycle_stays_and_mark_sweep_finds_what_the_collector_frees() {
    let source = "import gc\na = []\na.append(a)\ndel a\nn = gc.collect()\nprint(n)\n";
    let printed = |collector| {
        let mut session = Session::new(Options {
            collector,
            ..options()
        });
        session.run_program(source);
        session.output().stdout.clone()
    };
    assert_eq!(printed(Collector::Generational), "1\n");
    assert_eq!(printed(Collector::MarkSweep), "1\n");
    assert_eq!(printed(Collector::None), "0\n");
    let n_lists = |collector| cards(&compared(source, collector), "list").len();
    assert_eq!(n_lists(Collector::Generational), 0);
    assert_eq!(n_lists(Collector::MarkSweep), 1);
    assert_eq!(n_lists(Collector::None), 1);
}

#[test]
fn outlines_leave_the_statements_of_finalizers_out() {
    let source = "import gc\nclass A:\n    def __del__(self):\n        x = 1\na = A()\na.me = a\ndel a\ngc.collect()\nb = 2\n";
    let lines = |collector| {
        let outline = compared(source, collector).outline();
        outline.iter().map(|it| it.line).collect::<Vec<_>>()
    };
    assert_eq!(lines(Collector::Generational), lines(Collector::None));
}

#[test]
fn outlines_tell_what_mark_sweep_found() {
    let source = "import gc\na = []\na.append(a)\ndel a\ngc.collect()\nb = 2\n";
    let told = |collector| {
        let outline = compared(source, collector).outline();
        let told = outline.iter().map(|it| (it.n_sweeps, it.n_unmarked));
        told.collect::<Vec<_>>()
    };
    // Before each of the six statements, and at the end.
    let swept = [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 1), (1, 1)];
    assert_eq!(told(Collector::MarkSweep), swept);
    assert_eq!(told(Collector::Generational), [(0, 0); 7]);
}

#[test]
fn a_program_in_slices_leaves_the_same_trace() {
    let source = "def f(n):\n    return [f(n - 1), n] if n else []\nfor i in range(20):\n    x = f(i % 5)\nprint(len(x))\n";
    let mut whole = Session::new(options());
    whole.run_program(source);
    let mut sliced = Session::new(options());
    sliced.begin_program(source);
    let mut n_slices = 0;
    while sliced.proceed(7).is_none() {
        n_slices += 1;
    }
    assert!(n_slices > 10, "{n_slices} slices");
    assert_eq!(sliced.events(), whole.events());
    let mut player = Player::new(Mode::Wide);
    player.begin_append(sliced.events().to_vec());
    while !player.absorb(13) {}
    let mut at_once = Player::new(Mode::Wide);
    at_once.append(whole.events().to_vec());
    for position in [0, 40, usize::MAX] {
        player.seek(position);
        at_once.seek(position);
        assert_eq!(player.scene(), at_once.scene());
    }
    assert_eq!(player.timeline().marks(), at_once.timeline().marks());
}

#[test]
fn an_interrupt_is_a_keyboard_interrupt_and_the_second_cannot_be_caught() {
    let mut session = Session::new(options());
    session.begin_program(
        "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')\n",
    );
    assert_eq!(session.proceed(100), None);
    session.interrupt();
    assert_eq!(session.proceed(1000), Some(Outcome::Finished));
    assert_eq!(session.output().stdout, "caught\n");
    session.begin_program("def f():\n    while True: pass\nf()\n");
    assert_eq!(session.proceed(100), None);
    session.interrupt();
    assert_eq!(session.proceed(1000), Some(Outcome::Raised));
    let stderr = session.output().stderr.clone();
    assert!(
        stderr.contains("in f") && stderr.ends_with("KeyboardInterrupt\n"),
        "{stderr}"
    );
    session.begin_program(
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n",
    );
    assert_eq!(session.proceed(100), None);
    session.interrupt();
    assert_eq!(session.proceed(100), None);
    session.interrupt();
    assert!(matches!(session.proceed(100), Some(Outcome::Stopped(_))));
    session.validate().expect("the heap is sound");
}

#[test]
fn hints_lead_from_the_first_object_to_a_freed_cycle() {
    let mut session = Session::new(options());
    session.run_program("");
    let mut player = Player::new(Mode::Wide);
    let mut n_taken = 0;
    let mut hint_after = |statement: &str| {
        if !statement.is_empty() {
            session.run_prompt(statement);
        }
        let events = session.events();
        player.append(events[n_taken..].to_vec());
        n_taken = events.len();
        player.seek(usize::MAX);
        player.hint()
    };
    let hints: Vec<Option<Hint>> = [
        "",
        "a = []\n",
        "b = []\n",
        "a.append(b)\n",
        "b.append(a)\n",
        "del a\n",
        "del b\n",
        "import gc\n",
        "gc.collect(2)\n",
        "c = []\n",
    ]
    .map(&mut hint_after)
    .to_vec();
    use Hint::*;
    let wanted = [
        None,
        Some(Another),
        Some(Connect),
        Some(Close),
        Some(Delete),
        Some(Delete),
        Some(Collect),
        Some(Collect),
        Some(Collected),
        Some(Another),
    ];
    assert_eq!(hints, wanted);
}

#[test]
fn an_interrupt_reaches_into_a_native_call_and_the_same_steps_give_the_same_run() {
    let source =
        "class A:\n    def __del__(self):\n        while True: pass\na = A()\ndel a\nprint('on')\n";
    let run = || {
        let mut session = Session::new(options());
        let told = Rc::new(Cell::new(0));
        let seen = told.clone();
        session.set_report(Box::new(move |n_steps| seen.set(n_steps)));
        session.begin_program(source);
        session.interrupt_after(1000);
        assert_eq!(session.proceed(u64::MAX), Some(Outcome::Finished));
        session.validate().expect("the heap is sound");
        (session, told.get())
    };
    let (first, told) = run();
    assert!((700..=1010).contains(&told), "told {told} steps");
    assert_eq!(first.output().stdout, "on\n");
    let stderr = &first.output().stderr;
    let (begin, end) = ("Exception ignored", "KeyboardInterrupt");
    assert!(
        stderr.starts_with(begin) && stderr.trim_end().ends_with(end),
        "{stderr}"
    );
    let second = run().0;
    let differ = first
        .events()
        .iter()
        .zip(second.events())
        .find(|(a, b)| a != b);
    assert_eq!(differ, None);
}

#[test]
fn an_interrupt_that_comes_too_late_does_not_meet_the_next_text() {
    let mut session = Session::new(options());
    session.begin_program("x = 1\n");
    session.interrupt_after(1000);
    assert_eq!(session.proceed(u64::MAX), Some(Outcome::Finished));
    assert_eq!(
        session.run_prompt("for i in range(3000): pass\n\n"),
        Outcome::Finished
    );
}

#[test]
fn a_finger_beside_a_small_card_meets_the_card_and_not_an_arrow_farther_away() {
    let mut player = at_end("a = []\nb = [a]\na.append(b)\n");
    player.set_view(View::Graph);
    for card in cards(&player, "list") {
        let Rect { x, y, .. } = card.rect;
        let object = card.object;
        let beside = Point::new(x - 1.0, y - 1.0);
        // So far, in the picture's own units, a finger reaches where the whole is very small.
        let hit = player.hit(beside, 60.0).map(|hit| hit.item);
        assert_eq!(hit, Some(Item::Object { object }));
    }
}

#[test]
fn what_is_shown_moves_at_most_once_while_a_long_trace_is_made_ready() {
    let mut session = Session::new(options());
    // Nothing new for a long time, then more and more.
    session.run_program(
        "a = []\nfor i in range(9000):\n    b = i\nfor i in range(90):\n    a.append([i])\n",
    );
    let mut player = Player::new(Mode::Wide);
    player.begin_append(session.events().to_vec());
    while !player.absorb(5000) {}
    player.seek(200);
    let mut pictures = vec![player.scene().clone()];
    let mut n_pieces = 1;
    while !player.play_ahead(100) {
        n_pieces += 1;
        pictures.push(player.scene().clone());
    }
    pictures.push(player.scene().clone());
    pictures.dedup();
    assert!(n_pieces > 5, "{n_pieces} pieces");
    assert!(pictures.len() <= 2, "{} pictures", pictures.len());
}
