//! Hints to somebody who makes a heap by hand.

use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::hint::Hint;
use gcscope::scene::player::Player;
use gcscope::scene::shape::Mode;

/// The hint after these statements at the prompt.
fn hint(statements: &[&str]) -> Option<Hint> {
    let mut session = Session::new(Options {
        record: Some(1_000_000),
        ..Options::default()
    });
    session.run_program("");
    for statement in statements {
        session.run_prompt(&format!("{statement}\n"));
    }
    let mut player = Player::new(Mode::Wide);
    player.append(session.events().to_vec());
    player.seek(usize::MAX);
    player.hint()
}

#[test]
fn they_lead_from_the_first_object_to_a_collection() {
    let statements = [
        ("a = []", Hint::Another),
        ("b = []", Hint::Connect),
        ("a.append(b)", Hint::Close),
        ("b.append(a)", Hint::Delete),
        ("del a", Hint::Delete),
        ("del b", Hint::Collect),
        ("import gc\ngc.collect()", Hint::Collected),
    ];
    for n in 1..=statements.len() {
        let run: Vec<&str> = statements[..n].iter().map(|it| it.0).collect();
        assert_eq!(hint(&run), Some(statements[n - 1].1), "{run:?}");
    }
}

#[test]
fn what_a_tuple_brings_along_is_no_connection() {
    assert_eq!(hint(&["a = ([],)"]), Some(Hint::Another));
    let made = ["a = []", "b = []", "c = set()", "d = ([],)"];
    assert_eq!(hint(&made), Some(Hint::Connect));
    assert_eq!(
        hint(&[&made[..], &["a.append(d)"]].concat()),
        Some(Hint::Close)
    );
    let closed = ["a.append(d)", "d[0].append(a)"];
    assert_eq!(hint(&[&made[..], &closed].concat()), Some(Hint::Delete));
}

#[test]
fn what_the_collector_gave_to_gc_garbage_waits_for_no_collection() {
    let statements = [
        "a = []",
        "a.append(a)",
        "import gc\ngc.set_debug(gc.DEBUG_SAVEALL)",
        "del a",
        "gc.collect()",
        "pass",
    ];
    assert_ne!(hint(&statements), Some(Hint::Collect));
}
