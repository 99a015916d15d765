//! A cursor: the state at any position of a trace, with keyframes.
//!
//! It turns "go to p" into "take the nearest version before p and apply what is missing". What is folded over the
//! events is free ([`Fold`]): the state alone, or the state with its layout. Invariant: the version at p is the one
//! that applying the first p events to the start gives, whichever way the cursor came.

use super::state::State;
use crate::trace::event::Event;

/// Something that follows from the events so far. Cloning it must be cheap.
pub trait Fold: Clone {
    /// What is known beforehand about the events, and never changes for those that have been applied.
    type Context;
    fn apply(&mut self, event: &Event, context: &Self::Context);
}

/// Events between two keyframes kept for good: replaying as many stays within a frame's time.
const STRIDE: usize = 8192;
/// Events between two keyframes kept around the cursor, which make stepping back cheap.
const FINE_STRIDE: usize = 256;

#[derive(Clone, Debug)]
pub struct Cursor<F> {
    position: usize,
    current: F,
    /// The versions at 0, STRIDE, 2·STRIDE, … as far as the cursor has ever been.
    keyframes: Vec<F>,
    /// Versions at multiples of FINE_STRIDE between `fine_start` (a multiple of STRIDE) and the cursor's furthest
    /// point in that stretch.
    fine: Vec<F>,
    fine_start: usize,
    /// The version as far ahead as keyframes are known, and how many events that is.
    ahead: (F, usize),
}

impl<F: Fold> Cursor<F> {
    pub fn new(start: F) -> Cursor<F> {
        Cursor {
            position: 0,
            keyframes: vec![start.clone()],
            fine: vec![start.clone()],
            ahead: (start.clone(), 0),
            current: start,
            fine_start: 0,
        }
    }

    /// How many events have happened.
    pub fn position(&self) -> usize {
        self.position
    }

    pub fn state(&self) -> &F {
        &self.current
    }

    /// Goes to a position; beyond the end is the end.
    pub fn seek(&mut self, events: &[Event], context: &F::Context, position: usize) {
        let position = position.min(events.len());
        self.jump(position);
        while self.position < position {
            self.current.apply(&events[self.position], context);
            self.position += 1;
            self.keep(position);
        }
    }

    /// Makes the next keyframes, for so many events, while the cursor stays where it is: going there is quick then.
    /// Whether all are made.
    pub fn play_ahead(&mut self, events: &[Event], context: &F::Context, n_events: usize) -> bool {
        let furthest = self.keyframes.len() - 1;
        if self.ahead.1 < furthest * STRIDE {
            self.ahead = (self.keyframes[furthest].clone(), furthest * STRIDE);
        }
        let (version, position) = &mut self.ahead;
        let goal = position.saturating_add(n_events).min(events.len());
        while *position < goal {
            version.apply(&events[*position], context);
            *position += 1;
            if *position == self.keyframes.len() * STRIDE {
                self.keyframes.push(version.clone());
            }
        }
        *position == events.len()
    }

    /// The furthest version that [`Cursor::play_ahead`] came to.
    pub fn ahead(&self) -> &F {
        &self.ahead.0
    }

    /// To the nearest kept version at or before `position`, unless the current one is nearer.
    fn jump(&mut self, position: usize) {
        let coarse = (position / STRIDE).min(self.keyframes.len() - 1);
        let fine = position
            .checked_sub(self.fine_start)
            .map(|offset| (offset / FINE_STRIDE).min(self.fine.len() - 1));
        let fine_at = fine.map(|index| self.fine_start + index * FINE_STRIDE);
        if self.position <= position && self.position >= (coarse * STRIDE).max(fine_at.unwrap_or(0))
        {
            return;
        }
        match (fine, fine_at) {
            (Some(index), Some(at)) if at >= coarse * STRIDE => {
                self.current = self.fine[index].clone();
                self.position = at;
            }
            _ => {
                self.current = self.keyframes[coarse].clone();
                self.position = coarse * STRIDE;
                self.fine = vec![self.current.clone()];
                self.fine_start = self.position;
            }
        }
    }

    /// Close versions are kept in the stretch where the cursor will stand: elsewhere nobody steps.
    fn keep(&mut self, goal: usize) {
        if self.position.is_multiple_of(STRIDE) {
            if self.position / STRIDE == self.keyframes.len() {
                self.keyframes.push(self.current.clone());
            }
            self.fine = vec![self.current.clone()];
            self.fine_start = self.position;
        } else if goal / STRIDE == self.position / STRIDE
            && self.position == self.fine_start + self.fine.len() * FINE_STRIDE
        {
            self.fine.push(self.current.clone());
        }
    }
}

impl Fold for State {
    type Context = ();

    fn apply(&mut self, event: &Event, (): &()) {
        State::apply(self, event);
    }
}
