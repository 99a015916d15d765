//! What events tell of large containers: every object at its place, and how many values there are.

use gcscope::python::vm::session::{Options, Session};
use gcscope::trace::event::*;
use gcscope::trace::playback::State;
use proptest::prelude::*;

/// One change of the list `a` or the dict `d`, as a statement.
#[derive(Clone, Debug)]
enum Change {
    Append(u32, bool),
    Extend(usize),
    Insert(u32),
    Replace(u32, bool),
    Pop,
    PopAt(u32),
    Cut(u32, u32),
    Key(u32, bool),
    Unkey(u32),
}

impl Change {
    fn statement(&self) -> String {
        let item = |is_object: &bool| if *is_object { "[]" } else { "7" };
        match self {
            Change::Append(n, object) => {
                format!("for i in range({n}): a.append({})", item(object))
            }
            Change::Extend(n) => format!("a += [[], *range({n}), 'x', []]"),
            Change::Insert(at) => format!("a.insert({at}, [])"),
            Change::Replace(at, object) => {
                format!("if a: a[{at} % len(a)] = {}", item(object))
            }
            Change::Pop => "if a: a.pop()".to_owned(),
            Change::PopAt(at) => format!("if a: a.pop({at} % len(a))"),
            Change::Cut(from, n) => format!("del a[{from}:{}]", from + n),
            Change::Key(key, object) => format!("d[{key}] = {}", item(object)),
            Change::Unkey(key) => format!("d.pop({key}, None)"),
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0u32..700;
    prop_oneof![
        (1u32..40, any::<bool>()).prop_map(|(n, object)| Change::Append(n, object)),
        (0usize..300).prop_map(Change::Extend),
        at().prop_map(Change::Insert),
        (at(), any::<bool>()).prop_map(|(at, object)| Change::Replace(at, object)),
        Just(Change::Pop),
        at().prop_map(Change::PopAt),
        (at(), 0u32..200).prop_map(|(from, n)| Change::Cut(from, n)),
        (0u32..40, any::<bool>()).prop_map(|(key, object)| Change::Key(key, object)),
        (0u32..40).prop_map(Change::Unkey),
    ]
}

/// The program's last words: the list's length and where its objects stand, then the dict's likewise.
const TOLD: &str = "
print(len(a), [i for i, x in enumerate(a) if type(x) is list])
print(len(d), [k for k, x in d.items() if type(x) is list])
";

/// The same from the events' state at the end.
fn shown(state: &State, name: &str) -> String {
    let names = state.references(Owner::Frame(FrameId::MODULE));
    let named = names.into_iter().flat_map(|names| names.iter());
    let object = named
        .filter(|edge| matches!(&edge.label, Label::Name(it) if &**it == name))
        .find_map(|edge| match edge.target {
            Target::Object(object) => Some(object),
            Target::Value { .. } => None,
        });
    let references = state
        .references(Owner::Object(object.expect("the name refers to an object")))
        .expect("it is there");
    let n: u32 = references
        .iter()
        .map(|edge| match edge.label {
            Label::More(n) => n,
            _ => 1,
        })
        .sum();
    let places: Vec<String> = references
        .objects()
        .filter_map(|(index, ..)| references.label(index))
        .map(|label| match label {
            Label::Index(at) => at.to_string(),
            Label::Key(key) => key.to_string(),
            other => panic!("a list or dict calls nothing {other:?}"),
        })
        .collect();
    format!("{n} [{}]\n", places.join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn events_tell_where_every_object_of_a_large_container_stands(
        changes in prop::collection::vec(change(), 1..14)
    ) {
        let statements: Vec<String> = changes.iter().map(Change::statement).collect();
        let source = format!("a, d = list(range(300)), {{k: k for k in range(1000, 1300)}}\n{}\n{TOLD}", statements.join("\n"));
        let mut session = Session::new(Options { record: Some(usize::MAX), ..Options::default() });
        session.run_program(&source);
        let mut state = State::default();
        let mut printed = String::new();
        for event in session.events() {
            state.apply(event);
            if let Event::Printed { text, .. } = event {
                printed += text;
            }
        }
        prop_assert_eq!(printed, shown(&state, "a") + &shown(&state, "d"), "{}", source);
    }
}

#[test]
fn a_list_of_a_million_ints_is_told_in_few_words() {
    let mut session = Session::new(Options {
        record: Some(usize::MAX),
        ..Options::default()
    });
    session.run_program("a = [i for i in range(1_000_000)]\na.append([])\n");
    let n_edges: usize = session
        .events()
        .iter()
        .map(|event| match event {
            Event::EdgesChanged { inserted, .. } => inserted.len(),
            _ => 0,
        })
        .sum();
    assert!(n_edges < 1000, "{n_edges} references were told");
}
