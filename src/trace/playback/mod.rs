//! Playback: from the list of events to the state at any position.
//!
//! [`Timeline`] holds the events with their marks and steps, [`State`] is what is true after some of them, [`Cursor`]
//! goes from position to position. Invariant: the state at p follows from the first p events alone. Nothing here
//! mirrors CPython but the names; the collector that did the work is retold, not run again.

pub mod collecting;
pub mod cursor;
mod met;
pub mod references;
pub mod state;
pub mod step;
pub mod timeline;

pub use cursor::{Cursor, Fold};
pub use references::References;
pub use state::{Condition, Finalizer, GenerationStats, LongLived, Object, State};
pub use timeline::{Timeline, Unit};
