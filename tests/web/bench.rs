//! What the tests share: sessions, answers as JSON, a canvas and its pixels.

use gcscope::web::session::Session;
use js_sys::{Function, Reflect, Uint8Array};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsError, JsValue};
use web_sys::OffscreenCanvasRenderingContext2d;

pub const RING: &str = "import gc
a = []
b = [a]
a.append(b)
del a
del b
print(gc.collect())
";

pub fn json(answer: Result<JsValue, JsError>) -> Value {
    let answer = answer.unwrap_or_else(|error| panic!("{}", message(error)));
    serde_wasm_bindgen::from_value(answer).expect("an answer is plain data")
}

pub fn js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).expect("it is JSON")
}

/// What an Error says.
pub fn message(error: JsError) -> String {
    let error = JsValue::from(error);
    assert!(
        error.is_instance_of::<js_sys::Error>(),
        "an Error, not a string"
    );
    let message = Reflect::get(&error, &"message".into());
    message
        .ok()
        .and_then(|message| message.as_string())
        .expect("an Error has a message")
}

pub fn session(options: &Value) -> Session {
    Session::new(&js(options)).unwrap_or_else(|error| panic!("{}", message(error)))
}

/// A session that has run the program, at its start.
pub fn run(program: &str) -> Session {
    let mut session = session(&serde_json::json!({}));
    view(&mut session, 640, 480, 1.0);
    json(session.run(program));
    session
}

pub fn view(session: &mut Session, width: u32, height: u32, ratio: f64) {
    let view = serde_json::json!({
        "width": width, "height": height, "ratio": ratio, "dark": false, "reducedMotion": false, "locale": "en",
    });
    if let Err(error) = session.set_view(&js(&view)) {
        panic!("{}", message(error));
    }
}

/// The number of the object that a name refers to, at the position.
pub fn named(session: &Session, name: &str) -> u32 {
    let rows = json(session.table());
    let rows = rows.as_array().expect("a table is an array").iter();
    let row = rows.clone().find(|row| row["names"][0] == name);
    row.and_then(|row| row["object"].as_u64())
        .expect("the name refers to an object") as u32
}

/// The positions at which a step of that unit ends, from the start on.
pub fn stops(session: &Session, unit: &str) -> Vec<usize> {
    let mut stops = vec![0];
    loop {
        let at = stops[stops.len() - 1];
        let next = session
            .next(unit, Some(at as f64))
            .unwrap_or_else(|error| panic!("{}", message(error)));
        if next <= at {
            return stops;
        }
        stops.push(next);
    }
}

/// A canvas of so many device pixels.
pub fn canvas(width: u32, height: u32) -> OffscreenCanvasRenderingContext2d {
    let make = Function::new_with_args(
        "width, height",
        "const canvas = new OffscreenCanvas(width, height);
         return canvas.getContext('2d', { willReadFrequently: true });",
    );
    make.call2(&JsValue::NULL, &width.into(), &height.into())
        .expect("a page has canvases")
        .unchecked_into()
}

/// Red, green, blue, alpha of each device pixel, row by row.
pub fn pixels(context: &OffscreenCanvasRenderingContext2d) -> Vec<u8> {
    let read = Function::new_with_args(
        "context",
        "const { width, height } = context.canvas;
         return context.getImageData(0, 0, width, height).data;",
    );
    let data = read
        .call1(&JsValue::NULL, context)
        .expect("the canvas is our own");
    Uint8Array::new(&data).to_vec()
}

pub fn painted(session: &mut Session, context: &OffscreenCanvasRenderingContext2d) -> Vec<u8> {
    session.paint(context, 1.0);
    pixels(context)
}
