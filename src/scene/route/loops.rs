//! Loops: the ways of objects that hold themselves, over their own cards.

use super::{densified, rounded};
use crate::scene::shape::{Point, Rect};
use crate::scene::tracks::{Direction, Gutter, Run, gutter};

/// The way of a card in its slot to itself: up, along the gutter above, and down again.
pub(super) struct Loop {
    pub card: Rect,
    pub nth: u32,
    /// Half the height of the gutters is the second one.
    pub gap: (f64, f64),
}

impl Loop {
    pub fn left(&self) -> f64 {
        loop_ends(&self.card, self.nth).0
    }

    pub fn right(&self) -> f64 {
        loop_ends(&self.card, self.nth).1
    }

    fn middle(&self) -> f64 {
        self.card.y - self.gap.1
    }

    pub fn gutter(&self) -> Gutter {
        gutter(Direction::Horizontal, self.middle())
    }

    pub fn run(&self, net: usize) -> Run {
        Run {
            gutter: self.gutter(),
            from: self.left(),
            to: self.right(),
            // The nearest to the card, and those around it over it.
            pull: 2 - self.nth.min(3) as i32,
            room: (self.gap.1 - 3.0).max(1.0),
            net,
        }
    }

    pub fn path(&self, track: f64) -> Vec<Point> {
        loop_path(
            &self.card,
            (self.left(), self.right()),
            self.middle() + track,
        )
    }
}

/// A loop over the left of the top edge: an object that holds itself.
pub(super) fn self_loop(card: &Rect, nth: u32) -> Vec<Point> {
    let top = card.y - 13.0 - f64::from(nth.min(3)) * 4.0;
    loop_path(card, loop_ends(card, nth), top)
}

/// What comes from above ends in the middle, right of these.
fn loop_ends(card: &Rect, nth: u32) -> (f64, f64) {
    let spread = f64::from(nth.min(3)) * 7.0;
    (
        card.x + card.width * 0.17 - spread.min(12.0),
        card.x + card.width * 0.39 + spread,
    )
}

fn loop_path(card: &Rect, (left, right): (f64, f64), top: f64) -> Vec<Point> {
    let corners = [
        Point::new(left, card.y),
        Point::new(left, top),
        Point::new(right, top),
        Point::new(right, card.y),
    ];
    densified(&rounded(&corners))
}
