//! The camera, and what lies under a point of the canvas.

use gcscope::web::session::Session;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::bench::{json as answer, run, view};

const PROGRAM: &str = "a = []\nb = [a, a]\na.append(b)\nc = {'key': a}\n";

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().expect("a number")
}

fn boxes(session: &Session) -> Vec<Value> {
    let boxes = answer(session.boxes(None));
    boxes.as_array().expect("an array").clone()
}

fn at_the_end() -> Session {
    let mut session = run(PROGRAM);
    session.seek(session.length() as f64);
    session
}

#[wasm_bindgen_test]
fn everything_is_in_view() {
    let mut session = at_the_end();
    for (width, height) in [(640, 480), (390, 420), (1280, 800), (300, 900)] {
        view(&mut session, width, height, 2.0);
        for it in boxes(&session) {
            let (x, y) = (number(&it, "x"), number(&it, "y"));
            assert!(
                x >= 0.0 && x + number(&it, "width") <= f64::from(width),
                "{width}: {it}"
            );
            assert!(
                y >= 0.0 && y + number(&it, "height") <= f64::from(height),
                "{height}: {it}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn a_box_is_hit_in_its_middle() {
    let session = at_the_end();
    let boxes = boxes(&session);
    assert!(boxes.iter().any(|it| it["item"]["kind"] == "name"));
    assert!(boxes.iter().any(|it| it["item"]["kind"] == "edge"));
    for it in boxes {
        let (x, y) = (
            number(&it, "x") + number(&it, "width") / 2.0,
            number(&it, "y") + number(&it, "height") / 2.0,
        );
        let hit = answer(session.hit(x, y));
        assert_eq!(hit, it["item"], "at {x}, {y}");
    }
    assert_eq!(answer(session.hit(-500.0, -500.0))["kind"], "empty");
    assert_eq!(answer(session.hit(f64::NAN, 0.0))["kind"], "empty");
}

#[wasm_bindgen_test]
fn a_handle_is_at_the_right_border() {
    let session = at_the_end();
    let object = boxes(&session)
        .into_iter()
        .find(|it| it["item"]["kind"] == "object")
        .expect("there are objects");
    let x = number(&object, "x") + number(&object, "width");
    let y = number(&object, "y") + number(&object, "height") / 2.0;
    let hit = answer(session.hit(x, y));
    assert_eq!(
        (&hit["object"], &hit["handle"]),
        (&object["item"]["object"], &Value::Bool(true))
    );
}

#[wasm_bindgen_test]
fn zooming_keeps_the_point_under_the_pointer() {
    let mut session = at_the_end();
    let before = &boxes(&session)[0];
    let (x, y) = (number(before, "x"), number(before, "y"));
    session.zoom_at(1.7, x, y);
    let after = &boxes(&session)[0];
    assert!((number(after, "x") - x).abs() < 1e-6 && (number(after, "y") - y).abs() < 1e-6);
    assert!((number(after, "width") / number(before, "width") - 1.7).abs() < 1e-9);
    session.pan_by(30.0, -20.0);
    assert!((number(&boxes(&session)[0], "x") - x - 30.0).abs() < 1e-6);
    session.fit();
    assert_eq!(&boxes(&session)[0], before);
}

#[wasm_bindgen_test]
fn no_number_breaks_the_camera() {
    let mut session = at_the_end();
    let before = answer(session.view());
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        session.pan_by(odd, 0.0);
        session.zoom_at(odd, 10.0, 10.0);
        session.zoom_at(2.0, odd, 10.0);
    }
    session.zoom_at(0.0, 10.0, 10.0);
    session.zoom_at(-3.0, 10.0, 10.0);
    for name in ["x", "y", "zoom"] {
        assert!(number(&answer(session.view()), name).is_finite(), "{name}");
    }
    session.fit();
    assert_eq!(answer(session.view()), before);
}
