//! Playback and scene, against traces written by hand and traces of real programs.

mod fixture;
mod golden;
mod hand;
mod laws;
mod programs;
mod ring;
mod words;
