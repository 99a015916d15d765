//! The scene: from the state of the playback to positions and plain shapes.
//!
//! [`cast`] settles who is drawn, [`placement`] where each stands (folded over the events with the state), [`compose`]
//! makes one picture of it, [`tween`] the pictures between two. [`caption`] says what happened, [`outcome`] what a statement came to, [`answers`] why an
//! object lives, [`gesture`] which Python statement a drag stands for. [`player`] ties them to a cursor.
//! Invariants: a scene at a position is the same however one got there; nothing here names a browser, and nothing
//! reads the heap: the trace is all there is.

pub mod accents;
pub mod answers;
pub mod arrows;
pub mod caption;
pub mod cast;
pub mod compose;
pub mod cut;
mod forces;
pub mod gesture;
pub mod graph;
pub mod hint;
pub mod hit;
pub mod moves;
pub mod namespaces;
pub mod outcome;
pub mod outline;
pub mod placement;
pub mod plan;
pub mod player;
pub mod predict;
mod progress;
pub mod relations;
pub mod route;
pub mod shape;
pub mod slots;
pub mod space;
mod squares;
pub mod text;
pub mod tracks;
pub mod tween;
pub mod types;
