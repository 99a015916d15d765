//! Merging two runs that stand side by side, item by item, or by galloping where one run goes on winning.
//! Mirrors merge_lo and merge_hi of CPython's Objects/listobject.c.

use super::timsort::{Entry, Left, MIN_GALLOP, Sorter, gallop_left, gallop_right, less};
use crate::heap::Ref;
use crate::python::vm::{PyResult, Vm};

/// How a merge ended without failing.
pub(super) enum Ending {
    /// The run in place is used up; what is left of the other one goes to the gap.
    UsedUp,
    /// Of the run set aside one entry is left, and belongs at the end of the other's rest.
    OneLeft,
}

/// What merges from the left and from the right share. The runs are called as CPython calls them: `a` stands before `b`.
pub(super) trait Merge {
    const FROM_LEFT: bool;

    /// The next entries of the first run go where they belong.
    fn take_a(&mut self, entries: &mut [Entry], n: usize);
    fn take_b(&mut self, entries: &mut [Entry], n: usize);

    /// Whether the merge is over: the run in place is used up, or one entry of the run set aside is left.
    fn ending(&self) -> Option<Ending>;

    /// The keys of either run's next entries.
    fn next_keys(&self, entries: &[Entry]) -> (Ref, Ref);

    /// Many entries at once, as long as it pays.
    fn gallop(
        &mut self,
        vm: &mut Vm,
        sorter: &mut Sorter<'_>,
        min_gallop: &mut usize,
    ) -> PyResult<Option<Ending>>;

    fn run(&mut self, vm: &mut Vm, sorter: &mut Sorter<'_>) -> PyResult<Ending> {
        // Where the runs begin was found so that this one is known.
        match Self::FROM_LEFT {
            true => self.take_b(sorter.entries, 1),
            false => self.take_a(sorter.entries, 1),
        }
        if let Some(ending) = self.ending() {
            return Ok(ending);
        }
        let mut min_gallop = sorter.min_gallop;
        loop {
            if let Some(ending) = self.one_by_one(vm, sorter, min_gallop)? {
                return Ok(ending);
            }
            min_gallop += 1;
            if let Some(ending) = self.gallop(vm, sorter, &mut min_gallop)? {
                return Ok(ending);
            }
            min_gallop += 1;
            sorter.min_gallop = min_gallop;
        }
    }

    /// Until one of the runs wins so many times in a row.
    fn one_by_one(
        &mut self,
        vm: &mut Vm,
        sorter: &mut Sorter<'_>,
        min_gallop: usize,
    ) -> PyResult<Option<Ending>> {
        let (mut a_wins, mut b_wins) = (0, 0);
        while a_wins < min_gallop && b_wins < min_gallop {
            let (a, b) = self.next_keys(sorter.entries);
            if less(vm, b, a)? == Self::FROM_LEFT {
                self.take_b(sorter.entries, 1);
                (a_wins, b_wins) = (0, b_wins + 1);
            } else {
                self.take_a(sorter.entries, 1);
                (a_wins, b_wins) = (a_wins + 1, 0);
            }
            if let Some(ending) = self.ending() {
                return Ok(Some(ending));
            }
        }
        Ok(None)
    }
}

/// A merge from the left. Entries of the first run stand in `aside` from `a` on, of the second in place from `b` on.
pub(super) struct MergeLow {
    pub(super) aside: Vec<Entry>,
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) to: usize,
    pub(super) left: Left,
}

impl Merge for MergeLow {
    const FROM_LEFT: bool = true;

    fn take_a(&mut self, entries: &mut [Entry], n: usize) {
        entries[self.to..self.to + n].copy_from_slice(&self.aside[self.a..self.a + n]);
        self.to += n;
        self.a += n;
        self.left.a -= n;
    }

    fn take_b(&mut self, entries: &mut [Entry], n: usize) {
        entries.copy_within(self.b..self.b + n, self.to);
        self.to += n;
        self.b += n;
        self.left.b -= n;
    }

    fn ending(&self) -> Option<Ending> {
        match self.left {
            Left { b: 0, .. } | Left { a: 0, .. } => Some(Ending::UsedUp),
            Left { a: 1, .. } => Some(Ending::OneLeft),
            _ => None,
        }
    }

    fn next_keys(&self, entries: &[Entry]) -> (Ref, Ref) {
        (self.aside[self.a].key, entries[self.b].key)
    }

    fn gallop(
        &mut self,
        vm: &mut Vm,
        sorter: &mut Sorter<'_>,
        min_gallop: &mut usize,
    ) -> PyResult<Option<Ending>> {
        loop {
            *min_gallop -= usize::from(*min_gallop > 1);
            sorter.min_gallop = *min_gallop;
            let key = sorter.entries[self.b].key;
            let a_wins = gallop_right(vm, key, &self.aside[self.a..self.a + self.left.a], 0)?;
            self.take_a(sorter.entries, a_wins);
            if a_wins > 0
                && let Some(ending) = self.ending()
            {
                return Ok(Some(ending));
            }
            self.take_b(sorter.entries, 1);
            if self.left.b == 0 {
                return Ok(Some(Ending::UsedUp));
            }
            let key = self.aside[self.a].key;
            let run = &sorter.entries[self.b..self.b + self.left.b];
            let b_wins = gallop_left(vm, key, run, 0)?;
            self.take_b(sorter.entries, b_wins);
            if self.left.b == 0 {
                return Ok(Some(Ending::UsedUp));
            }
            self.take_a(sorter.entries, 1);
            if self.left.a == 1 {
                return Ok(Some(Ending::OneLeft));
            }
            if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                return Ok(None);
            }
        }
    }
}

/// A merge from the right. Entries of the second run stand in `aside`, of the first in place from `start` on; between
/// what is left of the first and what was merged there is room for what is left of the second.
pub(super) struct MergeHigh {
    pub(super) aside: Vec<Entry>,
    pub(super) start: usize,
    pub(super) left: Left,
}

impl Merge for MergeHigh {
    const FROM_LEFT: bool = false;

    fn take_a(&mut self, entries: &mut [Entry], n: usize) {
        let end = self.start + self.left.a;
        entries.copy_within(end - n..end, end - n + self.left.b);
        self.left.a -= n;
    }

    fn take_b(&mut self, entries: &mut [Entry], n: usize) {
        let to = self.start + self.left.a + self.left.b - n;
        let from = self.left.b - n;
        entries[to..to + n].copy_from_slice(&self.aside[from..from + n]);
        self.left.b -= n;
    }

    fn ending(&self) -> Option<Ending> {
        match self.left {
            Left { a: 0, .. } | Left { b: 0, .. } => Some(Ending::UsedUp),
            Left { b: 1, .. } => Some(Ending::OneLeft),
            _ => None,
        }
    }

    fn next_keys(&self, entries: &[Entry]) -> (Ref, Ref) {
        let a = entries[self.start + self.left.a - 1].key;
        (a, self.aside[self.left.b - 1].key)
    }

    fn gallop(
        &mut self,
        vm: &mut Vm,
        sorter: &mut Sorter<'_>,
        min_gallop: &mut usize,
    ) -> PyResult<Option<Ending>> {
        loop {
            *min_gallop -= usize::from(*min_gallop > 1);
            sorter.min_gallop = *min_gallop;
            let n = self.left.a;
            let key = self.aside[self.left.b - 1].key;
            let run = &sorter.entries[self.start..self.start + n];
            let a_wins = n - gallop_right(vm, key, run, n - 1)?;
            self.take_a(sorter.entries, a_wins);
            if self.left.a == 0 {
                return Ok(Some(Ending::UsedUp));
            }
            self.take_b(sorter.entries, 1);
            if self.left.b == 1 {
                return Ok(Some(Ending::OneLeft));
            }
            let n = self.left.b;
            let key = sorter.entries[self.start + self.left.a - 1].key;
            let b_wins = n - gallop_left(vm, key, &self.aside[..n], n - 1)?;
            self.take_b(sorter.entries, b_wins);
            if b_wins > 0
                && let Some(ending) = self.ending()
            {
                return Ok(Some(ending));
            }
            self.take_a(sorter.entries, 1);
            if self.left.a == 0 {
                return Ok(Some(Ending::UsedUp));
            }
            if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                return Ok(None);
            }
        }
    }
}
