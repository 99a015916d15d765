//! The embedder's errors: each is an Error which names the option and says what it accepts.

use gcscope::web::session::Session;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::bench::{js, message, run};

fn refused(options: &Value) -> String {
    match Session::new(&js(options)) {
        Ok(_) => panic!("{options} was accepted"),
        Err(error) => message(error),
    }
}

#[wasm_bindgen_test]
fn options_are_checked() {
    let told = refused(&json!({ "python": "2.6" }));
    assert!(
        told.starts_with(
            "option python: \"2.6\" is not accepted; it takes one of \"2.7\", \"3.8\""
        ),
        "{told}"
    );
    let told = refused(&json!({ "maxSteps": 0 }));
    assert_eq!(
        told,
        "option maxSteps: 0 is not accepted; it takes a whole number from 1 to 9007199254740991"
    );
    let told = refused(&json!({ "maxHeap": "much" }));
    assert!(
        told.contains("option maxHeap: \"much\" is not accepted"),
        "{told}"
    );
    let told = refused(&json!({ "maxEvents": 1.5 }));
    assert!(
        told.contains("option maxEvents: 1.5 is not accepted"),
        "{told}"
    );
    let told = refused(&json!({ "verbose": true }));
    assert_eq!(
        told,
        "the options: there is no option verbose; there are python, collector, maxSteps, maxHeap, maxEvents"
    );
    assert!(refused(&json!("3.14")).contains("is not an object"));
    assert!(refused(&json!([])).contains("is not an object"));
}

#[wasm_bindgen_test]
fn no_options_are_the_defaults() {
    for nothing in [
        js(&json!({})),
        js(&json!(null)),
        wasm_bindgen::JsValue::UNDEFINED,
    ] {
        assert!(Session::new(&nothing).is_ok());
    }
}

#[wasm_bindgen_test]
fn arguments_are_checked() {
    let mut session = run("a = []\n");
    let told = session.next("mile", None).map_err(message);
    assert_eq!(
        told,
        Err("unit: \"mile\" is not one of \"event\", \"statement\", \"pass\", \"collection\", \"death\", \"end\"".to_owned())
    );
    assert!(
        session.previous("end", None).is_err(),
        "the way back has a start"
    );
    let told = session.inspect(4_000_000_000).map(drop).map_err(message);
    assert_eq!(
        told,
        Err("inspect: there is no object 4000000000 at position 0".to_owned())
    );
    let view = json!({ "width": 0, "height": 100, "ratio": 1, "dark": false, "reducedMotion": false, "locale": "en" });
    let told = session.set_view(&js(&view)).map_err(message);
    assert_eq!(
        told,
        Err("option width: 0 is not accepted; it takes a number from 1 to 32768".to_owned())
    );
    let told = session
        .gesture(js(&json!({ "kind": "juggle" })))
        .map(drop)
        .map_err(message);
    assert!(
        told.as_ref()
            .is_err_and(|told| told.starts_with("gesture: ")),
        "{told:?}"
    );
    assert!(session.set_hover(js(&json!({ "kind": "nobody" }))).is_err());
}

#[wasm_bindgen_test]
fn positions_beyond_the_trace_are_its_ends() {
    let mut session = run("a = []\n");
    for (position, expected) in [
        (1e300, session.length()),
        (-5.0, 0),
        (f64::NAN, 0),
        (f64::INFINITY, session.length()),
    ] {
        session.seek(position);
        assert_eq!(session.position(), expected, "{position}");
    }
}
