//! The merge sort behind list.sort, comparison by comparison: a `__lt__` that prints shows each of them.
//!
//! In: entries. Out: the same entries, sorted; after a comparison that failed, as far as it came. Mirrors binarysort,
//! count_run, the gallops and the merges of Objects/listobject.c; Objects/listsort.txt explains them.

use super::timsort_merge::{Ending, Merge, MergeHigh, MergeLow};
use crate::heap::Ref;
use crate::profile::SortRules;
use crate::python::code::Comparison;
use crate::python::vm::{PyResult, Vm};

/// Runs are extended to at most this length.
const MAX_MIN_RUN: usize = 64;
/// A run that gives so many entries in a row is galloped through.
pub(super) const MIN_GALLOP: usize = 7;

/// An item and what it is sorted by.
#[derive(Clone, Copy)]
pub struct Entry {
    pub item: Ref,
    pub key: Ref,
}

struct Run {
    start: usize,
    length: usize,
    /// Depth of the merge with the next run in a tree of merges; known once that run is.
    power: u32,
}

pub(super) struct Sorter<'a> {
    pub(super) entries: &'a mut [Entry],
    rules: &'static SortRules,
    /// Runs that wait to be merged, in the order of their places.
    pending: Vec<Run>,
    pub(super) min_gallop: usize,
}

/// How far a merge has come: what is left of the two runs.
pub(super) struct Left {
    pub(super) a: usize,
    pub(super) b: usize,
}

pub fn sort(vm: &mut Vm, entries: &mut [Entry]) -> PyResult<()> {
    let n = entries.len();
    if n < 2 {
        return Ok(());
    }
    let rules = vm.heap.profile.sort;
    let mut min_runs = MinRuns::new(n, rules.varies_min_run);
    let mut sorter = Sorter {
        entries,
        rules,
        pending: Vec::new(),
        min_gallop: MIN_GALLOP,
    };
    let mut start = 0;
    while start < n {
        let mut length = sorter.count_run(vm, start)?;
        let wanted = min_runs.next().min(n - start);
        if length < wanted {
            binary_insertion(vm, &mut sorter.entries[start..start + wanted], length)?;
            length = wanted;
        }
        if rules.merges_by_power {
            sorter.merge_by_power(vm, length)?;
        }
        sorter.pending.push(Run {
            start,
            length,
            power: 0,
        });
        if !rules.merges_by_power {
            sorter.merge_by_length(vm)?;
        }
        start += length;
    }
    sorter.merge_all(vm)
}

/// The lengths that short runs are extended to.
struct MinRuns {
    n: usize,
    /// Of the list's length so many bits are more than a run has.
    shift: u32,
    varies: bool,
    rest: usize,
}

impl MinRuns {
    fn new(n: usize, varies: bool) -> MinRuns {
        let mut shift = 0;
        while n >> shift >= MAX_MIN_RUN {
            shift += 1;
        }
        MinRuns {
            n,
            shift,
            varies,
            rest: 0,
        }
    }

    fn next(&mut self) -> usize {
        let mask = (1 << self.shift) - 1;
        if !self.varies {
            return (self.n >> self.shift) + usize::from(self.n & mask != 0);
        }
        self.rest += self.n;
        let length = self.rest >> self.shift;
        self.rest &= mask;
        length
    }
}

pub(super) fn less(vm: &mut Vm, a: Ref, b: Ref) -> PyResult<bool> {
    let result = vm.compare(Comparison::Lt, a, b)?;
    let less = match result.get() {
        Ref::TRUE => true,
        Ref::FALSE => false,
        other => vm.truth(other)?,
    };
    vm.release(result);
    Ok(less)
}

/// Inserts the entries from `sorted` on into the sorted ones before them.
fn binary_insertion(vm: &mut Vm, entries: &mut [Entry], sorted: usize) -> PyResult<()> {
    for next in sorted..entries.len() {
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = (low + high) / 2;
            if less(vm, entries[next].key, entries[middle].key)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        entries[low..=next].rotate_right(1);
    }
    Ok(())
}

/// Where the key belongs in a sorted run, left of entries equal to it: looked for from `hint` on in growing steps.
pub(super) fn gallop_left(vm: &mut Vm, key: Ref, run: &[Entry], hint: usize) -> PyResult<usize> {
    let (mut last, mut offset) = (0, 1);
    let (low, high) = if less(vm, run[hint].key, key)? {
        let most = run.len() - hint;
        while offset < most && less(vm, run[hint + offset].key, key)? {
            last = offset;
            offset = 2 * offset + 1;
        }
        (hint + last + 1, hint + offset.min(most))
    } else {
        let most = hint + 1;
        while offset < most && !less(vm, run[hint - offset].key, key)? {
            last = offset;
            offset = 2 * offset + 1;
        }
        (hint + 1 - offset.min(most), hint - last)
    };
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        if less(vm, run[middle].key, key)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// As [`gallop_left`], right of entries equal to the key.
pub(super) fn gallop_right(vm: &mut Vm, key: Ref, run: &[Entry], hint: usize) -> PyResult<usize> {
    let (mut last, mut offset) = (0, 1);
    let (low, high) = if less(vm, key, run[hint].key)? {
        let most = hint + 1;
        while offset < most && less(vm, key, run[hint - offset].key)? {
            last = offset;
            offset = 2 * offset + 1;
        }
        (hint + 1 - offset.min(most), hint - last)
    } else {
        let most = run.len() - hint;
        while offset < most && !less(vm, key, run[hint + offset].key)? {
            last = offset;
            offset = 2 * offset + 1;
        }
        (hint + last + 1, hint + offset.min(most))
    };
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        if less(vm, key, run[middle].key)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(high)
}

/// Depth at which the border between two neighbouring runs stands in a tree that halves the list.
fn power(start: usize, first: usize, second: usize, n: usize) -> u32 {
    // Twice the middles of both runs: the first bit in which the two, as fractions of the list, differ.
    let mut a = 2 * start + first;
    let mut b = a + first + second;
    let mut power = 1;
    loop {
        if a >= n {
            a -= n;
            b -= n;
        } else if b >= n {
            return power;
        }
        a *= 2;
        b *= 2;
        power += 1;
    }
}

impl Sorter<'_> {
    // ---- runs ----

    /// Length of the run that begins at `start`, which is ascending afterwards.
    fn count_run(&mut self, vm: &mut Vm, start: usize) -> PyResult<usize> {
        let run = &mut self.entries[start..];
        if run.len() == 1 {
            return Ok(1);
        }
        if self.rules.runs_take_equals {
            return run_with_equals(vm, run);
        }
        let descending = less(vm, run[1].key, run[0].key)?;
        let mut n = 2;
        while n < run.len() && less(vm, run[n].key, run[n - 1].key)? == descending {
            n += 1;
        }
        if descending {
            run[..n].reverse();
        }
        Ok(n)
    }

    // ---- which runs are merged ----

    /// Merges until each run is longer than the two after it together.
    fn merge_by_length(&mut self, vm: &mut Vm) -> PyResult<()> {
        while self.pending.len() > 1 {
            let mut at = self.pending.len() - 2;
            let length = |at: usize| self.pending[at].length;
            let is_unbalanced = at > 0 && length(at - 1) <= length(at) + length(at + 1)
                || at > 1 && length(at - 2) <= length(at - 1) + length(at);
            if is_unbalanced {
                if length(at - 1) < length(at + 1) {
                    at -= 1;
                }
            } else if length(at) > length(at + 1) {
                return Ok(());
            }
            self.merge_at(vm, at)?;
        }
        Ok(())
    }

    /// The next run has that length: the runs before the last one that stand deeper in the tree are merged.
    fn merge_by_power(&mut self, vm: &mut Vm, next: usize) -> PyResult<()> {
        let Some(last) = self.pending.last() else {
            return Ok(());
        };
        let power = power(last.start, last.length, next, self.entries.len());
        while let [.., before, _] = &self.pending[..]
            && before.power > power
        {
            self.merge_at(vm, self.pending.len() - 2)?;
        }
        if let Some(last) = self.pending.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    fn merge_all(&mut self, vm: &mut Vm) -> PyResult<()> {
        while self.pending.len() > 1 {
            let mut at = self.pending.len() - 2;
            if at > 0 && self.pending[at - 1].length < self.pending[at + 1].length {
                at -= 1;
            }
            self.merge_at(vm, at)?;
        }
        Ok(())
    }

    /// Merges a run with the next one.
    fn merge_at(&mut self, vm: &mut Vm, at: usize) -> PyResult<()> {
        let second = self.pending.remove(at + 1);
        let first = &mut self.pending[at];
        let (mut a, mut na) = (first.start, first.length);
        let (b, mut nb) = (second.start, second.length);
        first.length += second.length;
        // What stands before the second run's first entry, and behind the first run's last one, is in place.
        let skipped = gallop_right(vm, self.entries[b].key, &self.entries[a..a + na], 0)?;
        a += skipped;
        na -= skipped;
        if na == 0 {
            return Ok(());
        }
        let last = self.entries[a + na - 1].key;
        nb = gallop_left(vm, last, &self.entries[b..b + nb], nb - 1)?;
        if nb == 0 {
            return Ok(());
        }
        if na <= nb {
            self.merge_low(vm, a, Left { a: na, b: nb })
        } else {
            self.merge_high(vm, a, Left { a: na, b: nb })
        }
    }

    // ---- merging ----

    /// Merges from the left; the first run is set aside.
    fn merge_low(&mut self, vm: &mut Vm, start: usize, left: Left) -> PyResult<()> {
        let aside = self.entries[start..start + left.a].to_vec();
        let mut merge = MergeLow {
            a: 0,
            b: start + left.a,
            to: start,
            left,
            aside,
        };
        let ending = merge.run(vm, self);
        let (a, b, to) = (merge.a, merge.b, merge.to);
        let Left { a: na, b: nb } = merge.left;
        if matches!(ending, Ok(Ending::OneLeft)) {
            self.entries.copy_within(b..b + nb, to);
            self.entries[to + nb] = merge.aside[a];
        } else {
            self.entries[to..to + na].copy_from_slice(&merge.aside[a..a + na]);
        }
        ending.map(|_| ())
    }

    /// Merges from the right; the second run is set aside.
    fn merge_high(&mut self, vm: &mut Vm, start: usize, left: Left) -> PyResult<()> {
        let aside = self.entries[start + left.a..start + left.a + left.b].to_vec();
        let mut merge = MergeHigh { start, left, aside };
        let ending = merge.run(vm, self);
        let Left { a: na, b: nb } = merge.left;
        if matches!(ending, Ok(Ending::OneLeft)) {
            self.entries.copy_within(start..start + na, start + 1);
            self.entries[start] = merge.aside[0];
        } else {
            let to = start + na;
            self.entries[to..to + nb].copy_from_slice(&merge.aside[..nb]);
        }
        ending.map(|_| ())
    }
}

/// 3.13's runs: equal entries go on with a descending run as with an ascending one.
fn run_with_equals(vm: &mut Vm, run: &mut [Entry]) -> PyResult<usize> {
    let ascends = |vm: &mut Vm, run: &[Entry], mut n: usize| -> PyResult<usize> {
        while n < run.len() && !less(vm, run[n].key, run[n - 1].key)? {
            n += 1;
        }
        Ok(n)
    };
    let mut n = ascends(vm, run, 1)?;
    if n == run.len() {
        return Ok(n);
    }
    if n > 1 {
        if less(vm, run[0].key, run[n - 1].key)? {
            return Ok(n);
        }
        // All equal so far: turned round now, and back with the whole run.
        run[..n].reverse();
    }
    n += 1;
    let mut n_equal = 0;
    let turn_equals = |run: &mut [Entry], n: usize, n_equal: &mut usize| {
        if *n_equal > 0 {
            run[n - 1 - *n_equal..n].reverse();
            *n_equal = 0;
        }
    };
    while n < run.len() {
        if less(vm, run[n].key, run[n - 1].key)? {
            turn_equals(run, n, &mut n_equal);
        } else if less(vm, run[n - 1].key, run[n].key)? {
            break;
        } else {
            n_equal += 1;
        }
        n += 1;
    }
    turn_equals(run, n, &mut n_equal);
    run[..n].reverse();
    ascends(vm, run, n)
}
