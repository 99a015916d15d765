//! Frames that are left: by returning, by an exception, and for a while by a generator that yields.

use gcscope::profile::PROFILES;
use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::caption::Arg;
use gcscope::scene::player::Player;
use gcscope::scene::shape::Mode;
use gcscope::trace::event::{Event, FrameId, Leaving};

use super::views::at_end;

fn events(program: &str, options: Options) -> Vec<Event> {
    let mut session = Session::new(Options {
        record: Some(usize::MAX),
        ..options
    });
    session.run_program(program);
    session.events().to_vec()
}

fn how_left(program: &str) -> Vec<Leaving> {
    let events = events(program, Options::default());
    let how = |event: &Event| match event {
        Event::FrameLeft { how, .. } => Some(*how),
        _ => None,
    };
    events.iter().filter_map(how).collect()
}

/// What keeps the module's frame object: the names are there all the same.
#[test]
fn the_module_keeps_its_names_whatever_keeps_its_frame() {
    for profile in PROFILES {
        for kept in [
            "raise ValueError('x')",
            "import sys; sys.exit()",
            "import sys; frame = sys._getframe()",
            "def fail(): raise KeyError(1)\nfail()",
        ] {
            let program = format!("a = []\n{kept}\n");
            let options = Options {
                profile,
                ..Options::default()
            };
            let mut player = Player::new(Mode::Wide);
            player.append(events(&program, options));
            player.seek(usize::MAX);
            let names: Vec<_> = player.scene().tags.iter().map(|it| &*it.name).collect();
            assert!(
                names.contains(&"a"),
                "{:?}: {kept}: {names:?}",
                profile.version
            );
            let is_left = |event: &Event| matches!(event, Event::FrameLeft { frame, .. } if *frame == FrameId::MODULE);
            assert!(!player.timeline().events().iter().any(is_left), "{kept}");
        }
    }
}

#[test]
fn it_is_told_how_a_call_ends() {
    use Leaving::{Returned, SetAside, Unwound};
    assert_eq!(how_left("def f(): pass\nf()\n"), [Returned]);
    let program =
        "def f(n):\n    if n: f(n - 1)\n    1 / 0\ntry: f(1)\nexcept ArithmeticError: pass\n";
    assert_eq!(how_left(program), [Unwound, Unwound]);
    let program = "def g():\n    yield 1\nfor n in g(): pass\n";
    assert_eq!(how_left(program), [SetAside, SetAside, Returned]);
    let program = "def g():\n    yield 1\ng = g()\nnext(g)\ng.close()\n";
    assert_eq!(how_left(program), [SetAside, SetAside, Unwound]);
    let program = "class C:\n    raise KeyError\n";
    assert_eq!(how_left(program), [Unwound]);
}

#[test]
fn a_generator_runs_on_and_is_set_aside_in_words() {
    let mut player = at_end("def g():\n    yield 1\nfor n in g(): pass\n");
    let mut told = Vec::new();
    for position in 1..=player.timeline().len() {
        player.seek(position);
        let message = player.caption();
        if matches!(message.args.get("function"), Some(Arg::Text(_)))
            && told.last() != Some(&message.key)
        {
            told.push(message.key);
        }
    }
    assert_eq!(
        told,
        [
            "caption.called",
            "caption.set_aside",
            "caption.resumed",
            "caption.line_in_function",
            "caption.set_aside",
            "caption.resumed",
            "caption.returned"
        ]
    );
}
