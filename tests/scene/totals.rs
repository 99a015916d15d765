//! How much of the heap is told to be the program's.

use gcscope::profile::{PROFILES, Profile};
use gcscope::python::vm::session::{Options, Session};
use gcscope::trace::event::Event;

fn recording(profile: &'static Profile) -> Session {
    Session::new(Options {
        profile,
        record: Some(usize::MAX),
        ..Options::default()
    })
}

/// The bytes and objects of the program, as they were told from that event on.
fn told_since(session: &Session, first: usize) -> Vec<(u64, u64)> {
    let told = session.events()[first..].iter();
    told.filter_map(|event| match event {
        Event::HeapMeasured {
            own_bytes,
            own_objects,
            ..
        } => Some((*own_bytes, *own_objects)),
        _ => None,
    })
    .collect()
}

fn told_by(session: &mut Session, statement: &str) -> Vec<(u64, u64)> {
    let first = session.events().len();
    session.run_prompt(statement);
    told_since(session, first)
}

#[test]
fn code_that_runs_once_is_not_the_programs() {
    for profile in PROFILES {
        let mut session = recording(profile);
        told_by(&mut session, "a = []");
        let before = told_by(&mut session, "a").last().copied();
        for told in told_by(&mut session, "if a: a.append(a)") {
            assert_eq!(Some(told), before, "{:?}", profile.version);
        }
    }
}

#[test]
fn what_the_program_makes_is_the_programs() {
    for profile in PROFILES {
        let mut session = recording(profile);
        let told = told_by(&mut session, "a = []; b = a");
        assert_eq!(told.len(), 3, "two statements and the end");
        let (bytes, objects) = told[0];
        assert_eq!(told[1].1, objects + 1, "{:?}", profile.version);
        assert!(told[1].0 > bytes, "{:?}", profile.version);
        assert_eq!(told[2], told[1], "{:?}", profile.version);
    }
}

#[test]
fn an_error_that_keeps_its_frame_makes_code_the_programs() {
    let mut session = recording(Profile::latest_stable());
    session.run_prompt("a = []");
    let before = told_by(&mut session, "a").last().copied();
    let after = told_by(&mut session, "a.missing").last().copied();
    assert!(
        after > before,
        "sys.last_value holds a traceback and a frame"
    );
}
