//! Tests that run in a browser, by `wasm-pack test --headless --chrome`: the wasm build and its face to JavaScript.

#![cfg(target_arch = "wasm32")]

mod bench;
mod colours;
mod errors;
mod painting;
mod playing;
mod pointing;

use std::hint::black_box;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn version_is_the_crates() {
    assert_eq!(gcscope::web::version(), env!("CARGO_PKG_VERSION"));
}

/// rustc gives a wasm module 1 MiB; with less than wasm-pack.toml's 8 MiB this array reaches below address 0 and traps.
#[wasm_bindgen_test]
fn stack_is_as_large_as_the_settings_say() {
    let mut on_the_stack = [0_u8; 6 << 20];
    for (index, byte) in on_the_stack.iter_mut().enumerate() {
        *byte = black_box(index as u8);
    }
    let sum: u64 = black_box(&on_the_stack)
        .iter()
        .copied()
        .map(u64::from)
        .sum();
    assert_eq!(sum, (6 << 20) / 256 * (255 * 256 / 2));
}
