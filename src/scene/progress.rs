//! How far the running pass of a collection has come, in things that the picture shows.
//!
//! It turns the events of a pass into one number: of references in `subtract_refs`, of weak references in
//! `handle_weakrefs`, of objects in all others. Invariant: what has no card of its own is not counted, though the
//! collector looks at it as well.

use super::cast::{Cast, Role};
use crate::trace::event::{Event, ObjectId, Pass};
use crate::trace::playback::State;

/// The number after that event, given the one before it and the state before it.
pub fn after(n: u32, event: &Event, state: &State, cast: &Cast) -> u32 {
    match (event, running_pass(state)) {
        (Event::PassStarted { .. } | Event::CollectionStarted { .. }, _) => 0,
        (_, Some(pass)) => n + done(pass, event, state, cast),
        (_, None) => n,
    }
}

fn running_pass(state: &State) -> Option<Pass> {
    state.running_collection()?.passes.last().copied()
}

fn done(pass: Pass, event: &Event, state: &State, cast: &Cast) -> u32 {
    let drawn = |object: &ObjectId| u32::from(cast.role(*object) != Role::Hidden);
    match (pass, event) {
        (
            Pass::MergeYounger | Pass::Promote,
            Event::GenerationMerged { from, .. } | Event::ListMoved { from, .. },
        ) => state.list(*from).map(|object| drawn(&object)).sum(),
        (Pass::UpdateRefs, Event::GcRefsCopied { object, .. })
        | (
            Pass::MoveUnreachable,
            Event::FoundReachable { object, .. } | Event::MovedToUnreachable { object },
        )
        | (Pass::Untrack, Event::Untracked { object })
        | (Pass::MoveLegacyFinalizers, Event::Moved { object, .. })
        | (Pass::HandleWeakrefs, Event::WeakrefCleared { target: object, .. })
        | (Pass::FinalizeGarbage, Event::FinalizerStarted { object })
        | (Pass::DeleteGarbage, Event::Freed { object }) => drawn(object),
        (Pass::SubtractRefs, Event::GcRefsDecremented { object, holder, .. }) => {
            drawn(object) * drawn(holder)
        }
        (Pass::HandleResurrected, Event::Resurrected { objects }) => {
            objects.iter().map(drawn).sum()
        }
        _ => 0,
    }
}
