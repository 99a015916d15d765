//! The tutorial's block whose output depends on addresses: a depth-first search that prints sets in their own order.
//!
//! In: tests/tutorial/graph.py, the block as it stands. Every other block is a recorded program, tests/programs/tutorial__*;
//! this one cannot be, because real CPython prints its sets in one order here and in another there. What does not depend on
//! addresses is held here on every version; that the order is the one that addresses give is the recorded program
//! tutorial__3_08_graph_order.

use gcscope::profile::PROFILES;
use gcscope::python::vm::session::{Options, Session};

const BLOCK: &str = include_str!("tutorial/graph.py");

/// The members of a printed set of graphs, sorted.
fn members(line: &str) -> Vec<String> {
    let inner = line
        .strip_prefix("{Graph ")
        .and_then(|line| line.strip_suffix('}'))
        .unwrap_or_else(|| panic!("no set of graphs: {line:?}"));
    let mut members: Vec<String> = inner.split(", Graph ").map(str::to_owned).collect();
    members.sort();
    members
}

#[test]
fn the_search_parts_reached_from_unreached() {
    for profile in PROFILES {
        let mut session = Session::new(Options {
            profile,
            filename: "graph.py".to_owned(),
            ..Options::default()
        });
        let outcome = session.run_program(BLOCK);
        session.finish();
        let output = session.take_output();
        assert_eq!(outcome.status(), 0, "{}: {}", profile.name, output.stderr);
        let lines: Vec<&str> = output.stdout.lines().collect();
        assert_eq!(lines.len(), 2, "{}", profile.name);
        assert_eq!(
            members(lines[0]),
            [
                "A nodes ['B', 'C']",
                "B nodes ['A', 'E']",
                "C nodes ['E']",
                "E nodes []"
            ],
            "{}",
            profile.name
        );
        assert_eq!(
            members(lines[1]),
            ["D nodes ['F']", "F nodes ['D']"],
            "{}",
            profile.name
        );
    }
}
