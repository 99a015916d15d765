//! Playback and scene, against traces written by hand and traces of real programs.

#![cfg(not(target_arch = "wasm32"))]

mod fixture;
mod golden;
mod hand;
mod laws;
mod programs;
mod ring;
mod words;
