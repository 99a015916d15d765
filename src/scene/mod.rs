//! The scene: from the state of the playback to positions and plain shapes.

pub mod shape;
