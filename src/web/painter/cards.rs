//! Cards: objects with their type, a short repr and small marks; their badges are painted by [`super::badges`].
//!
//! Cards that do not overlap are painted together, part by part and style by style. One that lies on another begins
//! a new layer, so that nothing of the card below shows through.

use std::rc::Rc;

use super::pen::{Align, Dash, Font};
use super::theme::Colour;
use super::{Detail, Frame, by_style};
use crate::scene::shape::{
    Accent, Card, Condition, Finalizer, Item, LaneKind, Mark, Point, Prominence, Rect,
};

const RADIUS: f64 = 7.0;
/// From a card's border to its text.
const PADDING: f64 = 8.0;
/// Between a text and a badge beside it.
const CLEARANCE: f64 = 3.0;
/// Where the middles of two lines are, as parts of the height.
const FIRST: f64 = 0.32;
const SECOND: f64 = 0.7;
/// A single line of a card is drawn at most so many times as large as beside others.
const LARGEST: f64 = 2.3;
/// One of two lines at most so many times.
const LARGER: f64 = 1.25;
/// Of the marks beside the second line, and from one to the next.
const MARK_RADIUS: f64 = 6.5;
const MARK_STEP: f64 = 2.0 * MARK_RADIUS + 2.0;

#[derive(Clone, Copy, PartialEq)]
struct Body {
    fill: Colour,
    line: Colour,
    width: f64,
    dash: Dash,
    opacity: f64,
}

impl Frame<'_, '_> {
    pub(super) fn cards(&mut self, cards: &[Card]) {
        let seen: Vec<&Card> = cards
            .iter()
            .filter(|card| card.opacity > 0.0 && card.scale > 0.0 && self.sees(&card.rect))
            .collect();
        if self.detail == Detail::Dots {
            return self.cards_as_dots(&seen);
        }
        for layer in layers(&seen) {
            match layer {
                [card] if card.scale != 1.0 => {
                    self.pen.transform(card.scale, card.rect.center());
                    self.layer(layer);
                    self.pen.transform(1.0, Point::default());
                }
                _ => self.layer(layer),
            }
        }
    }

    fn cards_as_dots(&mut self, cards: &[&Card]) {
        let style = |card: &Card| {
            let body = self.body(card);
            (body.line, body.fill, card.opacity)
        };
        let styled: Vec<_> = cards.iter().map(|card| (*card, style(card))).collect();
        by_style(
            styled.iter(),
            |(_, style)| *style,
            |(line, _, opacity), cards| {
                self.pen.set_alpha(opacity);
                self.pen.set_fill(line);
                self.pen.begin();
                for (card, _) in cards {
                    let radius = card.rect.height.min(card.rect.width) / 2.0 * card.scale;
                    self.pen.circle(card.rect.center(), radius);
                }
                self.pen.fill();
            },
        );
    }

    fn layer(&mut self, cards: &[&Card]) {
        self.rings(cards);
        let bodies: Vec<(&Card, Body)> =
            cards.iter().map(|card| (*card, self.body(card))).collect();
        by_style(
            bodies.iter(),
            |(_, body)| *body,
            |body, cards| self.bodies(body, cards),
        );
        self.crosses(cards);
        if self.detail >= Detail::Words {
            self.type_names(cards);
            self.reprs(cards);
        } else if self.detail == Detail::Names {
            self.large_type_names(cards);
        }
        self.counts(cards);
        self.gc_refs(cards);
        self.ticks(cards);
        if self.shows_signs() {
            for card in cards {
                self.marks(card);
                let corner = Point::new(card.rect.x + 1.0, card.rect.y + 1.0);
                self.pen.set_alpha(card.opacity);
                self.sign(card.accent, corner, card.pulse);
            }
        }
        self.pointed_at(cards);
    }

    fn body(&self, card: &Card) -> Body {
        let theme = self.theme;
        let fill = match (card.condition, card.prominence) {
            (Condition::Alive, Prominence::Plain) => theme.card,
            (Condition::Alive, Prominence::Small) => theme.small_card,
            _ => theme.doomed_card,
        };
        let (line, dash) = match card.condition {
            Condition::Alive => (theme.card_line, Dash::Solid),
            Condition::Tentative => (theme.vermillion, Dash::Dashed),
            Condition::Unreachable | Condition::Uncollectable | Condition::Dying => {
                (theme.vermillion, Dash::Solid)
            }
        };
        let is_accented = card.accent != Accent::None;
        Body {
            fill,
            line: if is_accented {
                theme.accent(card.accent)
            } else {
                line
            },
            width: if is_accented { 2.0 } else { 1.0 },
            dash,
            opacity: card.opacity,
        }
    }

    fn bodies(&mut self, body: Body, cards: &[&(&Card, Body)]) {
        self.pen.set_alpha(body.opacity);
        self.pen.set_fill(body.fill);
        self.pen.set_stroke(body.line, body.width);
        self.pen.set_dash(body.dash);
        self.pen.begin();
        for (card, _) in cards {
            let rect = self.pen.snapped(&card.rect);
            self.pen
                .round_rect(&self.pen.inset(&rect, body.width), RADIUS);
        }
        self.pen.fill();
        self.pen.stroke();
        // What no finalizer could bring back has a second border.
        let is_double = |card: &Card| card.condition == Condition::Uncollectable;
        self.pen.begin();
        for (card, _) in cards.iter().filter(|(card, _)| is_double(card)) {
            self.pen.round_rect(&card.rect.grown(-3.5), RADIUS - 2.5);
        }
        self.pen.stroke();
    }

    /// While an accent is animated a ring goes out from the card; a finalizer rings twice.
    fn rings(&mut self, cards: &[&Card]) {
        self.pen.set_dash(Dash::Solid);
        for card in cards.iter().filter(|card| card.pulse > 0.0) {
            self.pen.set_stroke(self.theme.accent(card.accent), 2.0);
            let n_rings = if card.accent == Accent::Finalizing {
                2
            } else {
                1
            };
            for ring in 0..n_rings {
                let distance = 3.0 + 3.0 * card.pulse + 4.0 * f64::from(ring);
                self.pen.set_alpha(card.opacity * card.pulse * 0.75);
                self.pen.begin();
                self.pen
                    .round_rect(&card.rect.grown(distance), RADIUS + distance);
                self.pen.stroke();
            }
        }
    }

    /// A dying card is struck out, behind its words.
    fn crosses(&mut self, cards: &[&Card]) {
        self.pen.set_dash(Dash::Solid);
        for card in cards
            .iter()
            .filter(|card| card.condition == Condition::Dying)
        {
            let rect = card.rect.grown(-4.0);
            self.pen.set_alpha(card.opacity * 0.35);
            self.pen.set_stroke(self.theme.vermillion, 1.5);
            self.pen.begin();
            self.pen.move_to(rect.x, rect.y);
            self.pen.line_to(rect.right(), rect.bottom());
            self.pen.move_to(rect.x, rect.bottom());
            self.pen.line_to(rect.right(), rect.y);
            self.pen.stroke();
        }
    }

    fn type_names(&mut self, cards: &[&Card]) {
        for card in cards {
            let is_only_line = card.text.is_empty();
            let font = if card.prominence == Prominence::Small {
                Font::Title
            } else {
                Font::Strong
            };
            let part = if is_only_line { 0.5 } else { FIRST };
            let colour = if card.prominence == Prominence::Small {
                self.theme.quiet_text
            } else {
                self.theme.text
            };
            self.line(card, &card.type_name, part, font, colour);
        }
    }

    fn reprs(&mut self, cards: &[&Card]) {
        for card in cards.iter().filter(|card| !card.text.is_empty()) {
            self.line(card, &card.text, SECOND, Font::Body, self.theme.quiet_text);
        }
    }

    /// The type alone, as large as it has to be to be read.
    fn large_type_names(&mut self, cards: &[&Card]) {
        for card in cards {
            let scale = self.enlarged(Font::Strong, card, LARGEST);
            let at = Point::new(card.rect.x + PADDING / 2.0, card.rect.center().y);
            let badges = [Some(&card.count), card.gc_refs.as_ref()]
                .into_iter()
                .flatten();
            let end = badges
                .map(|badge| self.badge_rect(badge, card).x - CLEARANCE)
                .fold(card.rect.right(), f64::min);
            let (scale, text) = self.fitted(&card.type_name, end - at.x, scale);
            self.pen.set_alpha(card.opacity);
            self.pen.set_fill(self.theme.text);
            self.pen.scaled(scale, at, |pen| {
                pen.text(&text, at.x, at.y, Font::Strong, Align::Start)
            });
        }
    }

    /// One line of a card, its middle at that part of the height; it ends before any badge or mark at that height. At a
    /// zoom at which it could hardly be read its letters are larger, and fewer.
    fn line(&mut self, card: &Card, text: &Rc<str>, part: f64, font: Font, colour: Colour) {
        let rect = self.pen.snapped(&card.rect);
        let middle = rect.y + rect.height * part;
        let x = rect.x + PADDING;
        let scale = self.enlarged(font, card, LARGER);
        let half = font.size() * scale * 0.45;
        let badges = [Some(&card.count), card.gc_refs.as_ref()];
        let badges = badges
            .into_iter()
            .flatten()
            .map(|badge| self.badge_rect(badge, card));
        let marks = self.marks_left(card).filter(|_| part == SECOND);
        let end = badges
            .filter(|badge| badge.y < middle + half && badge.bottom() > middle - half)
            .filter(|badge| badge.width > 0.0 && badge.right() > x)
            .map(|badge| badge.x - CLEARANCE)
            .chain(marks.map(|left| left - 1.0))
            .fold(rect.right() - PADDING + 3.0, f64::min);
        let fitted = self.texts.fit(&mut self.pen, text, font, (end - x) / scale);
        self.pen.set_alpha(card.opacity);
        self.pen.set_fill(colour);
        self.pen.scaled(scale, Point::new(x, middle), |pen| {
            pen.text(&fitted, x, middle, font, Align::Start)
        });
    }

    /// Beside the second line, from the right: finalizer, weak references, mark-sweep's opinion. Where there is no room
    /// for lines they hang from the lower border.
    fn marks(&mut self, card: &Card) {
        self.pen.set_alpha(card.opacity);
        self.pen.set_dash(Dash::Solid);
        let (mut center, step) = if self.detail >= Detail::Words {
            (self.last_mark(card), -MARK_STEP)
        } else {
            let hanging = Point::new(card.rect.x + 12.0, card.rect.bottom() + 3.0);
            (hanging, MARK_STEP)
        };
        if card.finalizer != Finalizer::None {
            self.finalizer(card.finalizer, center);
            center.x += step;
        }
        if card.n_weakrefs > 0 {
            self.weak_references(card.n_weakrefs, center);
            center.x += step;
        }
        if let Some(mark) = card.mark {
            self.mark(mark, center);
            center.x += step;
        }
        if card.adrift {
            self.lane_mark(card, center);
        }
    }

    /// The middle of the mark at the right end of the row: beside gc_refs, where there is such a badge.
    fn last_mark(&self, card: &Card) -> Point {
        let right = match &card.gc_refs {
            Some(badge) => self.badge_rect(badge, card).x - 2.0,
            None => card.rect.right() - 4.0,
        };
        Point::new(right - MARK_RADIUS, card.rect.bottom() - 11.0)
    }

    /// The left end of the marks; none where there are none.
    fn marks_left(&self, card: &Card) -> Option<f64> {
        let marks = [
            card.finalizer != Finalizer::None,
            card.n_weakrefs > 0,
            card.mark.is_some(),
            card.adrift,
        ];
        let n = marks.into_iter().filter(|&it| it).count();
        let last = self.last_mark(card).x - MARK_RADIUS;
        (n > 0).then(|| last - (n - 1) as f64 * MARK_STEP)
    }

    /// The lane in which it would stand, as a tab of the lane's colour.
    fn lane_mark(&mut self, card: &Card, center: Point) {
        let text = match card.lane {
            LaneKind::Generation0 => "0",
            LaneKind::Generation1 => "1",
            LaneKind::Generation2 => "2",
            LaneKind::Tray => "?",
            LaneKind::Untracked => "–",
            LaneKind::Permanent => "∞",
        };
        let (fill, line) = if card.lane == LaneKind::Tray {
            (self.theme.tray, self.theme.vermillion)
        } else {
            (self.theme.lane, self.theme.card_line)
        };
        let tab = Rect::new(center.x - MARK_RADIUS, center.y - MARK_RADIUS, 0.0, 0.0);
        let tab = Rect {
            width: 2.0 * MARK_RADIUS,
            height: 2.0 * MARK_RADIUS,
            ..tab
        };
        self.pen.set_fill(fill);
        self.pen.set_stroke(line, 1.2);
        self.pen.begin();
        self.pen.round_rect(&tab, 3.0);
        self.pen.fill();
        self.pen.stroke();
        self.pen.set_fill(self.theme.text);
        self.pen
            .text(text, center.x, center.y, Font::Label, Align::Center);
    }

    /// A bell: hollow before `__del__` runs, filled while it does, with a stroke through it ever after.
    fn finalizer(&mut self, finalizer: Finalizer, center: Point) {
        let purple = self.theme.purple;
        let is_running = finalizer == Finalizer::Running;
        self.disc(
            center,
            if is_running { purple } else { self.theme.card },
            purple,
            Dash::Solid,
        );
        self.pen.set_fill(if is_running {
            self.theme.on_accent
        } else {
            purple
        });
        self.bell(center, 0.95);
        if finalizer == Finalizer::Done {
            self.pen.set_stroke(purple, 1.5);
            self.pen.begin();
            self.pen.move_to(center.x - 4.5, center.y + 4.5);
            self.pen.line_to(center.x + 4.5, center.y - 4.5);
            self.pen.stroke();
        }
    }

    /// A dashed ring around their number.
    fn weak_references(&mut self, n: u32, center: Point) {
        self.disc(center, self.theme.card, self.theme.weak_arrow, Dash::Dotted);
        let text = if n > 9 {
            "9+".to_owned()
        } else {
            n.to_string()
        };
        self.pen.set_fill(self.theme.text);
        self.pen
            .text(&text, center.x, center.y, Font::Label, Align::Center);
    }

    /// Marked is a tick on a filled disc, unmarked an empty one with a stroke.
    fn mark(&mut self, mark: Mark, center: Point) {
        match mark {
            Mark::Marked => {
                let green = self.theme.green;
                self.disc(center, green, green, Dash::Solid);
                self.pen.set_stroke(self.theme.on_accent, 1.6);
                self.pen.begin();
                self.pen.move_to(center.x - 3.0, center.y + 0.2);
                self.pen.line_to(center.x - 0.9, center.y + 2.4);
                self.pen.line_to(center.x + 3.0, center.y - 2.4);
            }
            Mark::Unmarked => {
                self.disc(center, self.theme.card, self.theme.vermillion, Dash::Solid);
                self.pen.begin();
                self.pen.move_to(center.x - 3.0, center.y);
                self.pen.line_to(center.x + 3.0, center.y);
            }
        }
        self.pen.stroke();
    }

    fn disc(&mut self, center: Point, fill: Colour, line: Colour, dash: Dash) {
        self.pen.set_dash(dash);
        self.pen.set_fill(fill);
        self.pen.set_stroke(line, 1.3);
        self.pen.begin();
        self.pen.circle(center, MARK_RADIUS);
        self.pen.fill();
        self.pen.stroke();
        self.pen.set_dash(Dash::Solid);
    }

    /// The selection's frame, the hovered card's, and the handle from which a reference is dragged.
    fn pointed_at(&mut self, cards: &[&Card]) {
        for card in cards {
            let item = Item::Object {
                object: card.object,
            };
            if !self.is_pointed_at(&item) {
                continue;
            }
            let (distance, width) = if self.selected == Some(&item) {
                (3.5, 2.5)
            } else {
                (1.0, 1.5)
            };
            self.pen.set_alpha(1.0);
            self.pen.set_dash(Dash::Solid);
            self.pen.set_stroke(self.theme.selection, width);
            self.pen.begin();
            self.pen
                .round_rect(&card.rect.grown(distance), RADIUS + distance);
            self.pen.stroke();
            self.handle(&card.handle);
        }
    }
}

/// Runs of cards of which none lies on another; one that is scaled is a run of its own.
fn layers<'a, 'b>(cards: &'a [&'b Card]) -> Vec<&'a [&'b Card]> {
    let mut layers = Vec::new();
    let mut start = 0;
    for (index, card) in cards.iter().enumerate() {
        let layer = &cards[start..index];
        let lies_on_one = || layer.iter().any(|other| other.rect.overlaps(&card.rect));
        let is_alone = |card: &Card| card.scale != 1.0;
        if is_alone(card) || layer.last().is_some_and(|last| is_alone(last)) || lies_on_one() {
            if start < index {
                layers.push(layer);
            }
            start = index;
        }
    }
    if start < cards.len() {
        layers.push(&cards[start..]);
    }
    layers
}
