//! Signs: what just happened, told by a shape of its own in a small disc.
//!
//! Drawn from lines, not letters, so that they look the same whatever fonts there are.

use std::collections::BTreeMap;
use std::f64::consts::PI;

use super::pen::{Align, Dash, Font};
use super::{Frame, Guess};
use crate::scene::shape::{Accent, Card, Point};
use crate::trace::event::ObjectId;

/// Of the disc, in scene units.
pub const RADIUS: f64 = 7.0;

impl Frame<'_, '_> {
    /// A frame around each card about which something was said, and a sign for what.
    pub(super) fn guesses(&mut self, cards: &[Card], guesses: &BTreeMap<ObjectId, Guess>) {
        let said = cards
            .iter()
            .filter_map(|card| Some((card, *guesses.get(&card.object)?)));
        for (card, guess) in said {
            let (colour, sign, dash) = match guess {
                Guess::Dies => (self.theme.purple, Some(Accent::Dying), Dash::Dashed),
                Guess::Right => (self.theme.green, Some(Accent::Reached), Dash::Solid),
                Guess::Wrong => (self.theme.orange, Some(Accent::Cleared), Dash::Solid),
                Guess::Missed => (self.theme.vermillion, None, Dash::Dashed),
            };
            self.pen.set_alpha(card.opacity);
            self.pen.set_stroke(colour, 2.5);
            self.pen.set_dash(dash);
            self.pen.begin();
            self.pen.round_rect(&card.rect.grown(4.0), 10.0);
            self.pen.stroke();
            self.pen.set_dash(Dash::Solid);
            let center = Point::new(card.rect.center().x, card.rect.y - 4.0);
            self.pen.set_fill(colour);
            self.pen.set_stroke(self.theme.paper, 1.5);
            self.pen.begin();
            self.pen.circle(center, RADIUS * 1.35);
            self.pen.fill();
            self.pen.stroke();
            self.pen.set_fill(self.theme.on_accent);
            self.pen.set_stroke(self.theme.on_accent, 1.8);
            match sign {
                Some(sign) => self.glyph(sign, center, 1.35),
                None => self
                    .pen
                    .text("!", center.x, center.y, Font::Strong, Align::Center),
            }
        }
    }

    /// The accent's disc with its sign. `pulse` makes it larger for a moment.
    pub(super) fn sign(&mut self, accent: Accent, center: Point, pulse: f64) {
        if accent == Accent::None {
            return;
        }
        let radius = RADIUS * (1.0 + 0.25 * pulse);
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(self.theme.accent(accent));
        self.pen.set_stroke(self.theme.paper, 1.5);
        self.pen.begin();
        self.pen.circle(center, radius);
        self.pen.fill();
        self.pen.stroke();
        self.pen.set_stroke(self.theme.on_accent, 1.6);
        self.pen.set_fill(self.theme.on_accent);
        self.glyph(accent, center, radius / RADIUS);
    }

    fn glyph(&mut self, accent: Accent, center: Point, scale: f64) {
        let at = |x: f64, y: f64| Point::new(center.x + x * scale, center.y + y * scale);
        match accent {
            Accent::None => {}
            Accent::Added => self.lines(&[
                &[at(-3.4, 0.0), at(3.4, 0.0)],
                &[at(0.0, -3.4), at(0.0, 3.4)],
            ]),
            Accent::Changed => self.lines(&[
                &[at(-3.2, -1.5), at(3.2, -1.5)],
                &[at(-3.2, 1.5), at(3.2, 1.5)],
                &[at(-1.6, 3.4), at(1.6, -3.4)],
            ]),
            Accent::CountUp => self.solid(&[at(-3.6, 2.4), at(3.6, 2.4), at(0.0, -3.6)]),
            Accent::CountDown => self.solid(&[at(-3.6, -2.4), at(3.6, -2.4), at(0.0, 3.6)]),
            Accent::Visited => {
                self.solid(&[at(0.0, -3.9), at(3.9, 0.0), at(0.0, 3.9), at(-3.9, 0.0)])
            }
            Accent::Reached => self.lines(&[&[at(-3.3, 0.2), at(-1.0, 2.7), at(3.3, -2.5)]]),
            Accent::Unreached => {
                self.pen
                    .text("?", center.x, center.y, Font::Count, Align::Center);
            }
            Accent::Finalizing => self.bell(center, scale),
            Accent::Resurrected => self.return_arrow(center, scale),
            Accent::Cleared => self.lines(&[&[at(-2.9, 2.9), at(2.9, -2.9)]]),
            Accent::Dying => self.lines(&[
                &[at(-2.7, -2.7), at(2.7, 2.7)],
                &[at(-2.7, 2.7), at(2.7, -2.7)],
            ]),
        }
    }

    fn lines(&mut self, lines: &[&[Point]]) {
        self.pen.begin();
        for line in lines {
            for (index, point) in line.iter().enumerate() {
                if index == 0 {
                    self.pen.move_to(point.x, point.y);
                } else {
                    self.pen.line_to(point.x, point.y);
                }
            }
        }
        self.pen.stroke();
    }

    fn solid(&mut self, points: &[Point]) {
        self.pen.begin();
        self.pen.polygon(points);
        self.pen.fill();
    }

    /// A bell: in the fill colour that is set.
    pub(super) fn bell(&mut self, center: Point, scale: f64) {
        let at = |x: f64, y: f64| Point::new(center.x + x * scale, center.y + y * scale);
        self.pen.begin();
        self.pen.move_to(at(-2.6, 0.0).x, at(0.0, -0.9).y);
        self.pen.arc(at(0.0, -0.9), 2.6 * scale, PI, 2.0 * PI);
        for point in [at(2.6, 1.4), at(3.7, 2.5), at(-3.7, 2.5), at(-2.6, 1.4)] {
            self.pen.line_to(point.x, point.y);
        }
        self.pen.close();
        self.pen.circle(at(0.0, 3.4), 1.1 * scale);
        self.pen.fill();
    }

    /// Round about and up again.
    fn return_arrow(&mut self, center: Point, scale: f64) {
        let at = |x: f64, y: f64| Point::new(center.x + x * scale, center.y + y * scale);
        self.pen.begin();
        self.pen.move_to(at(2.9, 0.6).x, at(0.0, 0.6).y);
        self.pen.arc(at(0.0, 0.6), 2.9 * scale, 0.0, 1.4 * PI);
        self.pen.stroke();
        self.solid(&[at(-1.6, -4.4), at(2.2, -2.6), at(-1.2, -0.2)]);
    }
}
