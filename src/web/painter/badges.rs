//! Badges: the numbers on a card's corners. The reference count is round, gc_refs is a hexagon.
//!
//! At a zoom at which their numbers could not be read they are larger than their place, but stay on the card.

use std::rc::Rc;

use super::pen::{Align, Dash, Font};
use super::theme::Colour;
use super::{Detail, Frame, by_style};
use crate::scene::shape::{Accent, Badge, Card, Point, Rect};

impl Frame<'_, '_> {
    /// Reference counts: round badges.
    pub(super) fn counts(&mut self, cards: &[&Card]) {
        let styled = cards.iter().map(|card| (*card, &card.count));
        let style = |(_, badge): (&Card, &Badge)| (badge.accent, badge.opacity, badge.pulse);
        by_style(styled, style, |(accent, opacity, pulse), badges| {
            self.pen.set_alpha(opacity * badges[0].0.opacity);
            self.pen.set_dash(Dash::Solid);
            self.pen.set_fill(self.count_colour(accent));
            self.pen.set_stroke(self.theme.paper, 1.5);
            self.pen.begin();
            for (card, badge) in badges {
                let rect = self.badge_rect(badge, card).grown(2.0 * pulse);
                self.pen.round_rect(&rect, rect.height / 2.0);
            }
            self.pen.stroke();
            self.pen.fill();
            for (card, badge) in badges {
                self.number(badge, card, accent);
            }
        });
    }

    fn count_colour(&self, accent: Accent) -> Colour {
        match accent {
            Accent::None => self.theme.count,
            accent => self.theme.accent(accent),
        }
    }

    /// Where a badge is drawn: grown from its corner of the card, where its number could not be read otherwise.
    pub(super) fn badge_rect(&self, badge: &Badge, card: &Card) -> Rect {
        // Two of them share the height of the card, and lines of words need some of its width.
        let most = match (self.detail, card.gc_refs.is_some()) {
            (Detail::Names, true) => 1.2,
            (Detail::Names, false) => 1.8,
            (Detail::Words | Detail::Labels, _) => 1.2,
            (Detail::Dots | Detail::Shapes, _) => 1.0,
        };
        let scale = self.enlarged(Font::Count, card, most);
        if scale == 1.0 {
            return badge.rect;
        }
        let (width, height) = (badge.rect.width * scale, badge.rect.height * scale);
        // The larger it is, the nearer to the corner.
        let air = (card.rect.right() - badge.rect.right()) * (1.0 - (scale - 1.0) * 5.0).max(0.0);
        let is_upper = badge.rect.center().y < card.rect.center().y;
        let y = match is_upper {
            true => card.rect.y + air,
            false => card.rect.bottom() - air - height,
        };
        Rect::new(card.rect.right() - air - width, y, width, height)
    }

    /// The number in a badge, in small letters where it is long.
    fn number(&mut self, badge: &Badge, card: &Card, accent: Accent) {
        if self.detail < Detail::Names {
            return;
        }
        let rect = self.badge_rect(badge, card);
        let scale = rect.height / badge.rect.height;
        let text: Rc<str> = badge.value.to_string().into();
        let room = badge.rect.width - 3.0;
        let font = [Font::Count, Font::Label]
            .into_iter()
            .find(|&font| self.texts.width(&mut self.pen, &text, font) <= room);
        let text = match font {
            Some(_) => text,
            None => self.texts.fit(&mut self.pen, &text, Font::Label, room),
        };
        self.pen.set_fill(if accent == Accent::None {
            self.theme.on_count
        } else {
            self.theme.on_accent
        });
        let center = rect.center();
        let font = font.unwrap_or(Font::Label);
        self.pen.scaled(scale, center, |pen| {
            pen.text(&text, center.x, center.y, font, Align::Center);
        });
    }

    /// A wedge above a number that went up, below one that went down; over both badges, which stand close together.
    pub(super) fn ticks(&mut self, cards: &[&Card]) {
        if !self.shows_signs() {
            return;
        }
        for card in cards {
            for badge in [Some(&card.count), card.gc_refs.as_ref()] {
                let Some(badge) = badge else { continue };
                self.pen.set_alpha(card.opacity * badge.opacity);
                self.tick(badge, card);
            }
        }
    }

    fn tick(&mut self, badge: &Badge, card: &Card) {
        let rect = self.badge_rect(badge, card);
        let (base, tip) = match badge.accent {
            Accent::CountUp => (rect.y - 1.0, rect.y - 7.0),
            Accent::CountDown => (rect.bottom() + 1.0, rect.bottom() + 7.0),
            _ => return,
        };
        let x = rect.center().x;
        self.pen.set_fill(self.theme.accent(badge.accent));
        self.pen.set_stroke(self.theme.paper, 2.0);
        self.pen.set_dash(Dash::Solid);
        self.pen.begin();
        self.pen.polygon(&[
            Point::new(x - 4.5, base),
            Point::new(x + 4.5, base),
            Point::new(x, tip),
        ]);
        self.pen.stroke();
        self.pen.fill();
    }

    /// gc_refs: hexagons; filled with another colour at 0, where the collector's question begins.
    pub(super) fn gc_refs(&mut self, cards: &[&Card]) {
        for card in cards {
            let Some(badge) = &card.gc_refs else { continue };
            let colour = if badge.value == 0 {
                self.theme.vermillion
            } else {
                self.theme.blue
            };
            let rect = self.badge_rect(badge, card).grown(2.0 * badge.pulse);
            let (point, middle) = (rect.height * 0.3, rect.center().y);
            self.pen.set_alpha(card.opacity * badge.opacity);
            self.pen.set_dash(Dash::Solid);
            self.pen.set_fill(colour);
            self.pen.set_stroke(self.theme.paper, 1.5);
            self.pen.begin();
            self.pen.polygon(&[
                Point::new(rect.x, middle),
                Point::new(rect.x + point, rect.y),
                Point::new(rect.right() - point, rect.y),
                Point::new(rect.right(), middle),
                Point::new(rect.right() - point, rect.bottom()),
                Point::new(rect.x + point, rect.bottom()),
            ]);
            self.pen.stroke();
            self.pen.fill();
            self.number(badge, card, Accent::Visited);
        }
    }
}
