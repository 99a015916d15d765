//! Programs run, played forwards and backwards, and reported on.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::bench::{RING, js, json as answer, named, run, session, stops};

fn column(rows: &Value, name: &str) -> Vec<Value> {
    rows.as_array()
        .expect("a table is an array")
        .iter()
        .map(|row| row[name].clone())
        .collect()
}

/// Where the pass that runs at a position is over: the next pass, or the end of the collection.
fn end_of_pass(session: &gcscope::web::session::Session, name: &str) -> usize {
    let mut at = 0;
    for stop in stops(session, "pass") {
        if at > 0 {
            return stop;
        }
        let mut probe = run(RING);
        probe.seek(stop as f64);
        if answer(probe.status())["collector"]["pass"] == json!(name) {
            at = stop;
        }
    }
    panic!("no pass {name}");
}

#[wasm_bindgen_test]
fn the_ring_is_found_and_freed() {
    let mut session = run(RING);
    assert_eq!(session.position(), 0);
    assert!(session.length() > 20, "{} events", session.length());

    session.seek(end_of_pass(&session, "update_refs") as f64);
    assert_eq!(column(&answer(session.table()), "gcRefs"), [1, 1]);

    session.seek(end_of_pass(&session, "subtract_refs") as f64);
    let rows = answer(session.table());
    assert_eq!(column(&rows, "typeName"), ["list", "list"]);
    assert_eq!(column(&rows, "gcRefs"), [0, 0]);
    assert_eq!(column(&rows, "count"), [1, 1]);

    session.seek(end_of_pass(&session, "move_unreachable") as f64);
    let lists = column(&answer(session.table()), "list");
    assert_eq!(lists, ["unreachable", "unreachable"]);

    session.seek(session.length() as f64);
    assert_eq!(answer(session.table()), json!([]));
    let status = answer(session.status());
    assert_eq!(
        status["console"],
        json!([{ "stream": "stdout", "text": "2\n" }])
    );
    assert_eq!(status["collector"]["collected"], 2);
    assert_eq!(status["collector"]["running"], false);
}

#[wasm_bindgen_test]
fn the_chart_keeps_the_peaks_of_the_programs_own_memory() {
    let session = run("a = [0] * 1000\ndel a\nimport collections\nb = 1\n");
    let own_bytes = |n_points| column(&answer(session.history(n_points)), "ownBytes");
    let all = own_bytes(1_000_000);
    let peak = all.iter().filter_map(Value::as_u64).max();
    assert!(peak > all.last().and_then(Value::as_u64));
    assert_eq!(own_bytes(1)[0].as_u64(), peak);
}

#[wasm_bindgen_test]
fn holders_and_temporaries_add_up() {
    let mut session = run("a = []\nb = [a, a]\na.append(b)\n");
    session.seek(session.length() as f64);
    for row in answer(session.table()).as_array().expect("an array") {
        let object = row["object"].as_u64().expect("a number") as u32;
        let it = answer(session.inspect(object));
        let n_holders = it["holders"].as_array().expect("an array").len() as u64;
        assert_eq!(
            it["count"].as_u64(),
            it["temporaries"].as_u64().map(|n| n + n_holders)
        );
        assert_eq!(it["holders"], row["holders"]);
    }
    let b = answer(session.inspect(named(&session, "b")));
    let path = &b["aliveBecause"];
    assert_eq!(path[0]["text"], "b");
    assert_eq!(path[0]["object"], named(&session, "b"));
    assert_eq!(path.as_array().map(Vec::len), Some(1));
    // Its own name is not all that keeps it alive: a leads to it, too.
    let choices = b["freedWithout"].as_array().expect("an array");
    let labels = |choice: &Value| -> Vec<Value> {
        let holders = choice.as_array().expect("an array");
        holders.iter().map(|it| it["label"].clone()).collect()
    };
    let labels: Vec<_> = choices.iter().map(labels).collect();
    assert_eq!(labels, [["a", "b"], ["b", "[0]"]]);
    assert_eq!(
        b["holders"],
        json!([
            { "owner": { "kind": "name", "frame": 0, "name": "b" }, "label": "b" },
            { "owner": { "kind": "object", "object": named(&session, "a") }, "label": "[0]" },
        ])
    );
}

#[wasm_bindgen_test]
fn back_goes_where_forward_came_from() {
    let session = run(RING);
    for unit in ["event", "statement", "pass", "collection"] {
        let forward = stops(&session, unit);
        let mut back = vec![session.length()];
        while back[back.len() - 1] > 0 {
            let at = back[back.len() - 1] as f64;
            back.push(session.previous(unit, Some(at)).expect("a unit"));
        }
        back.reverse();
        assert_eq!(back, forward, "{unit}");
    }
}

#[wasm_bindgen_test]
fn the_state_at_a_position_does_not_depend_on_the_way_there() {
    let mut session = run(RING);
    let stops = stops(&session, "event");
    let mut ahead = Vec::new();
    for &stop in &stops {
        session.seek(stop as f64);
        ahead.push((answer(session.status()), answer(session.table())));
    }
    for (&stop, seen) in stops.iter().zip(&ahead).rev() {
        session.seek(stop as f64);
        assert_eq!((answer(session.status()), answer(session.table())), *seen);
    }
}

#[wasm_bindgen_test]
fn a_statement_runs_on_the_same_heap_and_echoes() {
    let mut session = run("a = [1, 2]\n");
    let first = session.length();
    let summary = answer(session.execute("a"));
    assert_eq!(summary["source"], 1);
    assert_eq!(summary["firstEvent"], first);
    assert_eq!(summary["endEvent"], session.length());
    assert_eq!(summary["raised"], false);
    session.seek(session.length() as f64);
    let console = answer(session.status())["console"].clone();
    assert_eq!(
        console,
        json!([{ "stream": "input", "text": "a" }, { "stream": "stdout", "text": "[1, 2]\n" }])
    );
}

#[wasm_bindgen_test]
fn an_error_of_the_program_is_told_on_stderr() {
    let mut session = run("");
    let summary = answer(session.run("x = 1\nnowhere\n"));
    assert_eq!(summary["raised"], true);
    session.seek(session.length() as f64);
    let console = answer(session.status())["console"].clone();
    assert_eq!(console[0]["stream"], "stderr");
    let text = console.to_string();
    assert!(
        text.contains("NameError: name 'nowhere' is not defined"),
        "{text}"
    );
    assert!(text.contains("line 2"), "{text}");
}

#[wasm_bindgen_test]
fn a_program_without_end_is_ended() {
    let mut session = session(&json!({ "maxSteps": 5000 }));
    let summary = answer(session.run("while True:\n    pass\n"));
    assert_eq!(summary["raised"], true);
    session.seek(session.length() as f64);
    let console = answer(session.status())["console"].to_string();
    assert!(console.contains("5000 steps"), "{console}");
}

#[wasm_bindgen_test]
fn a_program_that_wants_too_much_heap_is_ended() {
    let mut session = session(&json!({ "maxHeap": 1_000_000, "maxEvents": 1000 }));
    let summary = answer(session.run("a = []\nwhile True:\n    a.append([])\n"));
    assert_eq!(summary["raised"], true);
}

#[wasm_bindgen_test]
fn more_events_than_the_budget_are_not_recorded() {
    // Beyond the budget, and within twice the budget: from there on not even collections are recorded.
    let program = "import gc\nfor i in range(30):\n    a = [[]]\ngc.collect()\n";
    let length = |max_events: u32| {
        let mut session = session(&json!({ "maxEvents": max_events }));
        answer(session.run(program));
        assert!(
            !answer(session.collections())
                .as_array()
                .expect("an array")
                .is_empty()
        );
        session.length()
    };
    assert!(length(200) < length(100_000));
}

#[wasm_bindgen_test]
fn the_prompt_waits_for_the_end_of_a_block() {
    let session = run("");
    for complete in [
        "a = 1",
        "print(a)",
        "",
        "if a:\n    b\n",
        "def f():\n    return 1\n",
        "a = )",
    ] {
        assert!(session.is_complete(complete), "{complete:?}");
    }
    for open in [
        "if a:",
        "def f():\n    return 1",
        "a = [1,",
        "print('''x",
        "class A:\n    x = 1",
    ] {
        assert!(!session.is_complete(open), "{open:?}");
    }
}

#[wasm_bindgen_test]
fn a_gesture_is_a_statement_or_a_reason() {
    let mut session = run("");
    let made = answer(session.gesture(js(&json!({ "kind": "create", "type": "list" }))));
    let statement = made["statement"].as_str().expect("a statement").to_owned();
    answer(session.execute(&statement));
    session.seek(session.length() as f64);
    assert_eq!(column(&answer(session.table()), "typeName"), ["list"]);

    let mut ring = run("a = []\na.append(a)\ndel a\n");
    ring.seek(ring.length() as f64);
    let rows = answer(ring.table());
    let object = json!({ "kind": "object", "object": rows[0]["object"] });
    let refused = answer(ring.gesture(js(
        &json!({ "kind": "connect", "from": object, "to": object }),
    )));
    assert!(refused["refused"]["key"].is_string(), "{refused}");
}

#[wasm_bindgen_test]
fn every_version_runs() {
    for version in gcscope::web::session::Session::versions() {
        let mut session = session(&json!({ "python": version }));
        answer(session.run(RING));
        session.seek(session.length() as f64);
        assert_eq!(
            answer(session.status())["console"][0]["text"],
            "2\n",
            "{version}"
        );
    }
}
