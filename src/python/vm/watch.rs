//! What is looked after between two steps: budgets, interrupts, and telling how far the program is.
//!
//! It turns a count of steps into what is due at it: KeyboardInterrupt, an end that nothing can catch, or a report to
//! whoever runs the program. Invariant: it depends on the steps alone, so that the same interrupts give the same run,
//! also in the middle of a native call. Mirrors the signals' part of CPython's eval breaker (Python/ceval_gil.c).

use std::collections::VecDeque;

use super::{PyResult, Stop, Unwind, Vm};
use crate::heap::types;

/// Finalizers of a stopped program may run that many steps.
const STEPS_TO_END: u64 = 10_000;
/// The first steps of a text are reported one by one: whoever stops a short program wants to know where it stood.
const STEPS_REPORTED: u64 = 200;
/// Steps between two later reports: few enough that none takes long to come, so many that they cost nothing.
const STEPS_BETWEEN_REPORTS: u64 = 256;

/// Told how many steps the text has run so far.
pub type Report = Box<dyn FnMut(u64)>;

#[derive(Default)]
pub(crate) struct Watch {
    /// The step before which something may be due; 0 where that is not known.
    pub attend_at: u64,
    /// Steps before the text that runs.
    pub first_step: u64,
    /// Steps of the session before which it is interrupted, the next one first.
    interrupts: VecDeque<u64>,
    /// How often the text was interrupted.
    n_interrupted: u32,
    report_at: u64,
    pub report: Option<Report>,
}

impl Watch {
    /// A text begins: what was asked of the one before it is no longer due.
    pub fn begin(&mut self, steps: u64) {
        self.first_step = steps;
        self.interrupts.clear();
        self.n_interrupted = 0;
        self.report_at = steps;
        self.attend_at = 0;
    }

    /// Interrupts the text as soon as it has run so many steps.
    pub fn interrupt_after(&mut self, n_steps: u64) {
        let at = self.first_step.saturating_add(n_steps);
        let index = self.interrupts.partition_point(|&other| other <= at);
        self.interrupts.insert(index, at);
        self.attend_at = 0;
    }

    /// Which time of being interrupted is due, if one is.
    fn take_interrupt(&mut self, steps: u64) -> Option<u32> {
        if self.interrupts.front().is_none_or(|&at| at > steps) {
            return None;
        }
        self.interrupts.pop_front();
        self.n_interrupted += 1;
        Some(self.n_interrupted)
    }

    fn tell(&mut self, steps: u64) {
        let Some(report) = &mut self.report else {
            return;
        };
        if steps >= self.report_at {
            let n_steps = steps - self.first_step;
            let is_exact = n_steps < STEPS_REPORTED;
            self.report_at = steps + if is_exact { 1 } else { STEPS_BETWEEN_REPORTS };
            report(n_steps);
        }
    }
}

impl Vm {
    #[inline]
    pub(super) fn count_step(&mut self) -> PyResult<()> {
        if self.steps >= self.watch.attend_at {
            self.attend()?;
        }
        self.steps += 1;
        Ok(())
    }

    /// Does what is due before the next step.
    #[cold]
    fn attend(&mut self) -> PyResult<()> {
        self.watch.attend_at = 0;
        if let Some(stop) = self.stopped.take() {
            return Err(Unwind::Stopped(stop));
        }
        if self.steps >= self.max_steps {
            self.max_steps = self.max_steps.saturating_add(STEPS_TO_END);
            return Err(Unwind::Stopped(Stop::Steps(self.steps)));
        }
        match self.watch.take_interrupt(self.steps) {
            Some(1) => return self.raise_without_message(types::KEYBOARD_INTERRUPT),
            Some(_) => return Err(Unwind::Stopped(Stop::Asked)),
            None => self.watch.tell(self.steps),
        }
        let interrupt_at = self.watch.interrupts.front().copied();
        let report_at = self.watch.report.is_some().then_some(self.watch.report_at);
        let statement_at = self.heap.recorder.next_statement();
        self.watch.attend_at = [interrupt_at, report_at, statement_at]
            .into_iter()
            .flatten()
            .fold(self.max_steps, u64::min);
        Ok(())
    }
}
