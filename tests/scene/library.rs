//! Code that stands in no text of the program's: what it does is told, not how it runs.

use gcscope::python::vm::session::{Options, Session};
use gcscope::trace::event::*;

const PROGRAM: &str = "import weakref
class A: pass
known = weakref.WeakValueDictionary()
a = A()
known['k'] = a
exec('\\n' * 40 + 'b = [a]')
print(len(known))
def own(): return known['k']
own()
";

fn events() -> Vec<Event> {
    let mut session = Session::new(Options {
        record: Some(usize::MAX),
        ..Options::default()
    });
    session.run_program(PROGRAM);
    session.events().to_vec()
}

#[test]
fn statements_are_lines_of_the_program() {
    let lines: Vec<u32> = events()
        .iter()
        .filter_map(|event| match event {
            Event::StatementStarted { line, .. } => Some(*line),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 8]);
}

#[test]
fn frames_are_calls_of_the_program_s_functions() {
    let events = events();
    let entered: Vec<&str> = events
        .iter()
        .filter_map(|event| match event {
            Event::FrameEntered { function, .. } => Some(&**function),
            _ => None,
        })
        .collect();
    let left = |event: &&Event| matches!(event, Event::FrameLeft { .. });
    assert_eq!(entered, ["A", "own"]);
    assert_eq!(events.iter().filter(left).count(), 2);
}

#[test]
fn what_that_code_makes_is_told() {
    let events = events();
    let names = events.iter().flat_map(|event| match event {
        Event::EdgesChanged {
            owner: Owner::Frame(FrameId::MODULE),
            inserted,
            ..
        } => &inserted[..],
        _ => &[],
    });
    let is_b = |edge: &Edge| matches!(&edge.label, Label::Name(name) if &**name == "b");
    let made = names.filter(|edge| is_b(edge)).count();
    assert_eq!(made, 1);
    let weakrefs = events
        .iter()
        .filter(|event| matches!(event, Event::WeakrefCreated { .. }));
    assert!(weakrefs.count() >= 1);
}
