//! Gestures as statements, captions as facts, answers as paths.

use gcscope::scene::answers::{holders, why_alive};
use gcscope::scene::caption::{Arg, Message};
use gcscope::scene::cut::what_would_free;
use gcscope::scene::gesture::{Created, Gesture, statement};
use gcscope::scene::player::Player;
use gcscope::scene::shape::Item;
use gcscope::trace::event::*;
use gcscope::trace::playback::State;

use crate::fixture::*;

fn item(n: u32) -> Item {
    Item::Object { object: object(n) }
}

fn tag(name: &str) -> Item {
    Item::Name {
        frame: FrameId::MODULE,
        name: name.into(),
    }
}

fn state(events: Vec<Event>) -> State {
    let mut player = player(events);
    player.seek(usize::MAX);
    player.state().clone()
}

fn said(state: &State, gesture: Gesture) -> String {
    match statement(state, &gesture) {
        Ok(statement) => statement,
        Err(message) => message.key.to_owned(),
    }
}

fn connect(from: Item, to: Item) -> Gesture {
    Gesture::Connect {
        from,
        to,
        weak: false,
    }
}

#[test]
fn a_new_object_takes_the_next_free_name() {
    let empty = State::default();
    assert_eq!(
        said(
            &empty,
            Gesture::Create {
                kind: Created::List
            }
        ),
        "a = []"
    );
    let used = state(ring_built());
    assert_eq!(
        said(
            &used,
            Gesture::Create {
                kind: Created::Dict
            }
        ),
        "c = {}"
    );
    assert_eq!(
        said(
            &used,
            Gesture::Create {
                kind: Created::Object
            }
        ),
        "class Node: pass\nc = Node()"
    );
    let mut with_gc = ring_built();
    with_gc.push(module_names(
        2,
        0,
        vec![value(Label::Name("gc".into()), "module", "gc")],
    ));
    assert_eq!(
        said(&used, Gesture::Collect { generation: 0 }),
        "import gc\ngc.collect(0)"
    );
    assert_eq!(
        said(&state(with_gc.clone()), Gesture::Collect { generation: 0 }),
        "gc.collect(0)"
    );
    assert_eq!(
        said(&used, Gesture::Automatic { on: false }),
        "import gc\ngc.disable()"
    );
    assert_eq!(
        said(&state(with_gc.clone()), Gesture::Automatic { on: true }),
        "gc.enable()"
    );
    let thresholds = [5, 2, u32::MAX];
    assert_eq!(
        said(&state(with_gc), Gesture::SetThreshold { thresholds }),
        "gc.set_threshold(5, 2, 2147483647)"
    );
}

#[test]
fn a_drag_is_what_the_types_can_do() {
    let mut events = ring_built();
    for (n, type_name, called) in [
        (2, "dict", "d"),
        (3, "set", "s"),
        (4, "Node", "n"),
        (5, "tuple", "t"),
    ] {
        events.extend([
            created(n, type_name),
            tracked(n),
            module_names(n, 0, vec![name(called, n)]),
        ]);
    }
    let state = state(events);
    assert_eq!(said(&state, connect(item(0), item(1))), "a.append(b)");
    assert_eq!(said(&state, connect(item(2), item(1))), "d['k'] = b");
    assert_eq!(said(&state, connect(item(3), item(4))), "s.add(n)");
    assert_eq!(
        said(&state, connect(item(3), item(0))),
        "refused.unhashable"
    );
    assert_eq!(said(&state, connect(item(4), item(0))), "n.x = a");
    assert_eq!(said(&state, connect(item(5), item(0))), "refused.immutable");
    assert_eq!(said(&state, connect(tag("a"), tag("b"))), "a = b");
    assert_eq!(said(&state, connect(tag("nobody"), item(0))), "nobody = a");
    let weak = |from, to| Gesture::Connect {
        from,
        to,
        weak: true,
    };
    assert_eq!(
        said(&state, weak(tag("w"), item(4))),
        "import weakref\nw = weakref.ref(n)"
    );
    assert_eq!(said(&state, weak(item(4), item(0))), "refused.no_weakref");
    assert_eq!(
        said(&state, weak(item(4), item(4))),
        "import weakref\nw = weakref.ref(n)"
    );
}

#[test]
fn what_no_name_reaches_is_refused() {
    let mut events = ring_built();
    events.extend([module_names(0, 1, vec![]), count(0, 1)]);
    let through_b = state(events.clone());
    assert_eq!(
        said(&through_b, connect(item(0), item(1))),
        "b[0].append(b)"
    );
    assert_eq!(
        said(&through_b, Gesture::Delete { item: item(0) }),
        "del b[0]"
    );
    events.extend([module_names(0, 1, vec![]), count(1, 1)]);
    let garbage = state(events);
    assert_eq!(
        said(&garbage, connect(item(0), item(1))),
        "refused.unreachable"
    );
    assert_eq!(
        said(&garbage, Gesture::Delete { item: item(0) }),
        "refused.unreachable"
    );
    assert_eq!(
        said(&garbage, Gesture::Delete { item: item(9) }),
        "refused.gone"
    );
}

#[test]
fn delete_is_the_statement_of_the_holder() {
    let state = state(ring_built());
    assert_eq!(said(&state, Gesture::Delete { item: tag("a") }), "del a");
    let edge = |n, index| Gesture::Delete {
        item: Item::Edge {
            owner: Owner::Object(object(n)),
            index,
        },
    };
    assert_eq!(said(&state, edge(0, 0)), "del a[0]");
    assert_eq!(said(&state, edge(0, 7)), "refused.gone");
    // A tag that is shown in the past stands for no name at the end.
    let gone = Gesture::Delete { item: tag("gone") };
    assert_eq!(said(&state, gone), "refused.gone");
    assert_eq!(said(&state, connect(item(0), tag("gone"))), "refused.gone");
}

#[test]
fn holders_and_temporaries_add_up() {
    let state = state(ring_built());
    for n in [0, 1] {
        let holders = holders(&state, object(n));
        let count = state.object(object(n)).expect("it lives").count;
        assert_eq!(
            holders.holdings.len() as u32 + holders.temporaries,
            count,
            "{holders:?}"
        );
    }
    let path = why_alive(&state, object(1)).expect("b refers to it");
    assert_eq!(path.steps.len(), 1);
    // Two ways lead to it, the name b and a[0]: the names are what would have to go.
    let choices = what_would_free(&state, object(1));
    let labels = choices
        .iter()
        .map(|choice| choice.iter().map(|it| it.label.clone()).collect());
    let labels: Vec<Vec<Label>> = labels.collect();
    let names = ["a", "b"].map(|name| Label::Name(name.into()));
    let nearest = vec![names[1].clone(), Label::Index(0)];
    assert_eq!(labels, [names.to_vec(), nearest]);
}

#[test]
fn captions_say_the_fact() {
    let mut player = player(ring());
    let text = |message: &Message, name: &str| match message.args.get(name) {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Number(number)) => number.to_string(),
        None => panic!("{message:?} has no {name}"),
    };
    let at = |player: &mut Player, wanted: Event| {
        seek_to(player, |event| *event == wanted);
        player.caption()
    };
    let deleted = at(&mut player, count(0, 1));
    assert_eq!(deleted.key, "caption.name_deleted");
    let gaps = ["name", "type", "from", "to"].map(|gap| text(&deleted, gap));
    assert_eq!(gaps, ["a", "list", "2", "1"]);
    let visited = at(
        &mut player,
        Event::GcRefsDecremented {
            object: object(1),
            holder: object(0),
            gc_refs: 0,
        },
    );
    assert_eq!(visited.key, "caption.gc_refs_decremented");
    assert_eq!(
        ["holder", "object", "from", "to"].map(|gap| text(&visited, gap)),
        ["list (a)", "list (b)", "1", "0"]
    );
    player.seek(0);
    assert_eq!(player.caption().key, "caption.start");
}
