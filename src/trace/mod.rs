//! The trace: what happened, as a list of events, and a cursor over it.

pub mod event;
pub mod playback;
pub mod recorder;
