//! Between instructions: a statement begins, a loop turns, a collection is due.
//!
//! It turns the count of steps into what is told of statements, and the eval breaker into collections and MemoryError.
//! Invariant: where nothing is to be told or done, a step costs a few comparisons. Mirrors the eval breaker of CPython's
//! Python/ceval_gil.c as far as the collector asks for it.

use super::{PyResult, Vm};
use crate::heap::types;
use crate::profile::TriggerPoint;
use crate::trace::event::{Event, FrameId};

impl Vm {
    /// Counts a statement where that is all there is to do.
    #[inline(always)]
    pub(super) fn is_unwatched_step(&mut self) -> bool {
        !self.heap.recorder.watches_statements() && self.is_unwatched_turn()
    }

    /// Counts a turn of a loop, likewise.
    #[inline(always)]
    pub(super) fn is_unwatched_turn(&mut self) -> bool {
        let is_unwatched = self.steps < self.pause_at
            && self.steps < self.watch.attend_at
            && !self.heap.exhausted
            && !self.heap.has_touched_buffers()
            && !self.validates;
        self.steps += u64::from(is_unwatched);
        is_unwatched
    }

    /// Begins a statement.
    #[inline(never)]
    pub(super) fn statement(&mut self) -> PyResult<()> {
        let step = self.steps;
        self.count_step()?;
        self.heap.settle_buffers();
        if self.heap.recorder.wants_statement(step) {
            self.tell_statement(step);
        }
        if let Some(next) = self.heap.recorder.await_statement() {
            self.watch.attend_at = self.watch.attend_at.min(next);
        }
        if self.validates {
            self.validate_now();
        }
        if self.heap.exhausted {
            return self.memory_error();
        }
        Ok(())
    }

    #[cold]
    fn tell_statement(&mut self, step: u64) {
        if self.is_shown(&self.frame) {
            self.take_up_details(step);
            let event = Event::StatementStarted {
                frame: self.told_frame(),
                line: self.frame.line(),
                step,
            };
            self.heap.emit(event);
            self.heap.tell_totals();
        }
        self.heap.recorder.took_statement(step);
    }

    /// Where the details are to begin, they do: not under a native call, which may be in the middle of something.
    fn take_up_details(&mut self, step: u64) {
        if self.n_runs == 1 && self.heap.recorder.takes_up_details(step) {
            self.heap.tell_again();
            if self.heap.recorder.is_detailed() {
                self.announce_stack();
            }
        }
    }

    /// The running frame, as events name it: once the details have ended there is no other than the module's.
    fn told_frame(&self) -> FrameId {
        if self.heap.recorder.is_detailed() {
            self.frame.id
        } else {
            FrameId::MODULE
        }
    }

    /// Ends a turn of a loop by the jump to that instruction.
    #[inline(never)]
    pub(super) fn turn(&mut self, target: u32) -> PyResult<()> {
        // An interrupt meets the jump itself.
        self.count_step()?;
        self.heap.settle_buffers();
        self.frame.next = target;
        self.eval_breaker()
    }

    #[cold]
    pub(crate) fn memory_error(&mut self) -> PyResult<()> {
        // Unwinding makes tracebacks and frames: they must not raise it again.
        self.heap.exhausted = false;
        if self.heap.bytes > self.heap.max_bytes {
            return self.raise_without_message(types::MEMORY_ERROR);
        }
        Ok(())
    }

    /// A look at the eval breaker: function entry, loop back edge.
    #[inline]
    pub(crate) fn eval_breaker(&mut self) -> PyResult<()> {
        if self.heap.gc.due {
            crate::gc::collect_due(self);
        }
        if self.heap.exhausted {
            return self.memory_error();
        }
        Ok(())
    }

    /// After an instruction that allocates: up to 3.11 a collection that is due runs inside the allocation.
    #[inline]
    pub(crate) fn after_allocation(&mut self) {
        if self.heap.gc.due && self.heap.profile.trigger_point == TriggerPoint::Allocation {
            crate::gc::collect_due(self);
        }
    }
}
