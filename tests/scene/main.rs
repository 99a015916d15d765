//! Playback and scene, against traces written by hand and traces of real programs.

#![cfg(not(target_arch = "wasm32"))]

mod asked;
mod contents;
mod cut;
mod detail;
mod details;
mod fixture;
mod golden;
mod hand;
mod hints;
mod laws;
mod leaving;
mod library;
mod outside;
mod programs;
mod ring;
mod rows;
mod spelled;
mod totals;
mod views;
mod words;
