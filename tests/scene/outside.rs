//! What a module or the interpreter holds is no garbage: the way to it is told, or at least that there is one.

use gcscope::profile::PROFILES;
use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::answers::{expression, reached_from_outside, why_alive};
use gcscope::scene::cut::what_would_free;
use gcscope::scene::gesture::{Gesture, statement};
use gcscope::scene::shape::Item;
use gcscope::trace::event::*;
use gcscope::trace::playback::State;

use super::programs::{on_a_large_stack, programs};
use super::views::at_end;

const VERSIONS: [&str; 3] = ["3.8", "3.12", "3.14"];

/// The events of a program and of one more statement at the prompt.
fn traced(program: &str, python: &str) -> Vec<Event> {
    let profile = PROFILES.iter().find(|it| it.name == python);
    let mut session = Session::new(Options {
        profile: profile.expect("the version is known"),
        record: Some(1_000_000),
        max_steps: 200_000,
        ..Options::default()
    });
    session.run_program(program);
    session.run_prompt("pass\n");
    session.events().to_vec()
}

fn at_end_of(program: &str, python: &str) -> State {
    let mut state = State::default();
    traced(program, python)
        .iter()
        .for_each(|it| state.apply(it));
    state
}

fn last_of(state: &State, type_name: &str) -> ObjectId {
    let mut of_type = state.objects.iter().rev();
    let found = of_type.find(|(_, it)| &*it.type_name == type_name);
    *found.expect("there is one").0
}

fn deleted(state: &State, object: ObjectId) -> Result<String, &'static str> {
    let item = Item::Object { object };
    statement(state, &Gesture::Delete { item }).map_err(|message| message.key)
}

#[test]
fn the_way_through_a_module_is_told() {
    let programs = [
        (
            "import gc\ngc.set_debug(gc.DEBUG_SAVEALL)\nclass P: pass\na = P()\na.me = a\ndel a\ngc.collect()\n",
            ["gc.garbage[0]", "del gc.garbage[0]"],
        ),
        (
            "import sys\nclass P: pass\nsys.keep = P()\n",
            ["sys.keep", "del sys.keep"],
        ),
        (
            "import collections\nclass P: pass\ncollections.extra = [P()]\n",
            ["collections.extra[0]", "del collections.extra[0]"],
        ),
        (
            "from gc import callbacks as called\nclass P: pass\ncalled.append(P())\n",
            ["called[0]", "del called[0]"],
        ),
    ];
    for python in VERSIONS {
        for (program, [reached, statement]) in programs {
            let state = at_end_of(program, python);
            let object = last_of(&state, "P");
            let found = expression(&state, object);
            assert_eq!(found.as_deref(), Some(reached), "{python}: {program}");
            assert_eq!(deleted(&state, object).as_deref(), Ok(statement));
            // The module stays whatever happens to its name.
            let choices = what_would_free(&state, object);
            let labels: Vec<Label> = choices.concat().into_iter().map(|it| it.label).collect();
            assert!(
                labels
                    .iter()
                    .all(|it| !matches!(it, Label::Name(_) | Label::Part(_))),
                "{labels:?}"
            );
            assert!(!labels.is_empty());
        }
    }
}

#[test]
fn what_a_library_keeps_for_itself_is_no_garbage() {
    let programs = [
        "import weakref\nclass P: pass\nclass O: pass\no = O()\nweakref.finalize(o, print, P())\n",
        "import gc\nclass P: pass\ndef called(phase, info, kept=P()): pass\ngc.callbacks.append(called)\ndel called\n",
        "import atexit\nclass P: pass\natexit.register(print, P())\n",
    ];
    for python in VERSIONS {
        for program in programs {
            let state = at_end_of(program, python);
            let object = last_of(&state, "P");
            assert_ne!(
                deleted(&state, object),
                Err("refused.unreachable"),
                "{python}: {program}"
            );
            let is_known = why_alive(&state, object).is_some();
            assert!(is_known || reached_from_outside(&state).contains(&object));
        }
    }
}

#[test]
fn where_no_name_leads_to_the_module_it_is_said_that_something_holds_it() {
    let program = "class P: pass\ndef keep():\n    import sys\n    sys.keep = [P()]\nkeep()\n";
    let state = at_end_of(program, "3.14");
    let object = last_of(&state, "P");
    assert_eq!(why_alive(&state, object), None);
    assert_eq!(deleted(&state, object), Err("refused.held_outside"));
    // Once there is a name, there is a way.
    let state = at_end_of(&format!("{program}import sys\n"), "3.14");
    assert_eq!(expression(&state, object).as_deref(), Some("sys.keep[0]"));
}

#[test]
fn what_nothing_holds_but_itself_is_garbage() {
    let player = at_end("a = []\nb = [a]\na.append(b)\ndel a, b\n");
    let state = player.state();
    let object = last_of(state, "list");
    assert_eq!(deleted(state, object), Err("refused.unreachable"));
    assert!(reached_from_outside(state).is_empty());
    assert!(what_would_free(state, object).is_empty());
}

#[test]
fn details_that_begin_again_tell_of_the_same_holders() {
    let program = "import sys\nclass P: pass\nsys.keep = P()\nfor i in range(3000): [i]\nx = 1\n";
    let mut session = Session::new(Options {
        record: Some(3000),
        ..Options::default()
    });
    session.run_program(program);
    session.run_prompt("pass\n");
    let mut state = State::default();
    session.events().iter().for_each(|it| state.apply(it));
    let resumed = |it: &Event| matches!(it, Event::DetailResumed);
    assert!(session.events().iter().any(resumed));
    let object = last_of(&state, "P");
    assert_eq!(expression(&state, object).as_deref(), Some("sys.keep"));
}

/// So many programs apart: a few hundred of all.
const STRIDE: usize = 5;

/// The collector finds nothing unreachable of which it is said that something else holds it.
#[test]
fn what_a_collection_finds_unreachable_is_held_by_nothing_outside() {
    on_a_large_stack(|| {
        let mut n_found = 0;
        for (name, source) in programs().into_iter().step_by(STRIDE) {
            let events = std::panic::catch_unwind(|| traced(&source, "3.14"));
            let mut state = State::default();
            for event in events.unwrap_or_default() {
                if let Event::UnreachableFound { objects } = &event {
                    let outside = reached_from_outside(&state);
                    let wrong: Vec<_> = objects.iter().filter(|it| outside.contains(it)).collect();
                    assert!(wrong.is_empty(), "{name}: {:?}", state.object(*wrong[0]));
                    n_found += objects.len();
                }
                state.apply(&event);
            }
        }
        assert!(n_found > 200, "{n_found}");
    });
}
