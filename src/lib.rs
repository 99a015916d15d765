//! gcscope: see how CPython manages memory.

pub mod gc;
pub mod heap;
pub mod profile;
pub mod python;
pub mod scene;
pub mod trace;
#[cfg(target_arch = "wasm32")]
pub mod web;
