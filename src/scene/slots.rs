//! Slots: numbered places in a row, of which some are taken.
//!
//! Invariant: what is taken stays where it is, until the row is closed up; `holes` are exactly the free slots before
//! `end`. A newcomer goes to the end, so that the row reads in the order of arrival, unless that would make the row much
//! longer than its fullest moment asked for: then it fills the first hole.

use imbl::OrdSet;

/// A row of fewer slots than this grows without filling holes.
const MIN_ROOM: u32 = 8;
/// No more than such a part of what it held is hardly anything.
const NEARLY_EMPTY: u32 = 8;

#[derive(Clone, Debug, Default)]
pub struct Slots {
    holes: OrdSet<u32>,
    end: u32,
    n_taken_peak: u32,
    end_peak: u32,
    end_peak_ever: u32,
}

impl Slots {
    /// After the last taken slot, or in the first hole where the row has grown long enough.
    pub fn take(&mut self) -> u32 {
        if self.end < self.room() || self.holes.is_empty() {
            self.take_end()
        } else {
            self.take_first()
        }
    }

    /// The first free slot.
    pub fn take_first(&mut self) -> u32 {
        let Some(&slot) = self.holes.get_min() else {
            return self.take_end();
        };
        self.holes.remove(&slot);
        self.note_peak();
        slot
    }

    fn take_end(&mut self) -> u32 {
        let slot = self.end;
        self.end += 1;
        self.note_peak();
        slot
    }

    pub fn release(&mut self, slot: u32) {
        if slot >= self.end {
            return;
        }
        self.holes.insert(slot);
        while self.end > 0 && self.holes.contains(&(self.end - 1)) {
            self.end -= 1;
            self.holes.remove(&self.end);
        }
    }

    pub fn n_taken(&self) -> u32 {
        self.end - self.holes.len() as u32
    }

    /// One more than the last taken slot.
    pub fn end(&self) -> u32 {
        self.end
    }

    /// The greatest `end` so far, since the row was closed up.
    pub fn end_peak(&self) -> u32 {
        self.end_peak
    }

    /// The greatest `end` so far.
    pub fn end_peak_ever(&self) -> u32 {
        self.end_peak_ever
    }

    /// Whether hardly anything is left of what there was.
    pub fn is_nearly_empty(&self) -> bool {
        self.n_taken() * NEARLY_EMPTY <= self.end_peak
    }

    /// What is taken are now the first slots, and the row grows as a new one does.
    pub fn close_up(&mut self) {
        let n_taken = self.n_taken();
        *self = Slots {
            end: n_taken,
            n_taken_peak: n_taken,
            end_peak: n_taken,
            end_peak_ever: self.end_peak_ever,
            ..Slots::default()
        };
    }

    fn room(&self) -> u32 {
        self.n_taken_peak.next_power_of_two().max(MIN_ROOM)
    }

    fn note_peak(&mut self) {
        self.n_taken_peak = self.n_taken_peak.max(self.n_taken());
        self.end_peak = self.end_peak.max(self.end);
        self.end_peak_ever = self.end_peak_ever.max(self.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_stands_after_the_last() {
        let mut slots = Slots::default();
        assert_eq!([slots.take(), slots.take(), slots.take()], [0, 1, 2]);
        slots.release(0);
        assert_eq!(slots.take(), 3, "in the order of arrival");
        slots.release(3);
        slots.release(2);
        assert_eq!((slots.end(), slots.n_taken()), (2, 1));
        assert_eq!(slots.take_first(), 0);
    }

    #[test]
    fn a_queue_does_not_wander_off() {
        let mut slots = Slots::default();
        let mut queue = std::collections::VecDeque::new();
        for _ in 0..1000 {
            queue.push_back(slots.take());
            if queue.len() > 3 {
                slots.release(queue.pop_front().expect("it has four"));
            }
        }
        assert!(slots.end_peak() <= 8, "{}", slots.end_peak());
    }
    #[test]
    fn a_row_of_which_little_is_left_is_closed_up() {
        let mut slots = Slots::default();
        for _ in 0..100 {
            slots.take();
        }
        for slot in 0..88 {
            slots.release(slot);
            assert_eq!(slots.is_nearly_empty(), slot == 87, "{slot}");
        }
        slots.close_up();
        assert_eq!(
            (slots.end(), slots.n_taken(), slots.end_peak()),
            (12, 12, 12)
        );
        assert_eq!(slots.end_peak_ever(), 100);
        assert!(!slots.is_nearly_empty());
        assert_eq!(slots.take(), 12);
    }
}
