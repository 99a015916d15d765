//! The browser's face of gcscope: the functions and classes that JavaScript calls.
//!
//! It turns calls from the page into calls of the core, and the core's answers into JavaScript values. The only module that
//! names `wasm_bindgen`, `web_sys` or `js_sys`; whatever can fail returns `Result<_, JsError>`. It mirrors no part of CPython.

pub mod camera;
mod options;
pub mod painter;
mod picture;
mod report;
pub mod session;
pub mod words;

use wasm_bindgen::prelude::*;

/// Runs once when the module is instantiated: from here on a panic reaches the browser's console with its message and place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the crate, as in Cargo.toml.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
