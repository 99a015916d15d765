//! Playback and scene, against traces written by hand and traces of real programs.

mod fixture;
mod hand;
mod laws;
mod ring;
mod words;
