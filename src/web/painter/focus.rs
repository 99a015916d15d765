//! Focus: what is said about the one object that is pointed at: how many references lead to it and from it.
//!
//! The painter's arrows light up the references themselves; here the outgoing ones get a bead at their start, a holder
//! of several is given their number, and a small plate under the card sums them up.

use std::collections::{BTreeMap, BTreeSet};

use super::pen::{Align, Dash, Font};
use super::{Detail, Frame};
use crate::scene::route;
use crate::scene::shape::{Arrow, ArrowKind, Card, Item, Point, Rect, Scene};
use crate::trace::event::ObjectId;

const PLATE_HEIGHT: f64 = 14.0;
/// From the card's lower border.
const PLATE_GAP: f64 = 5.0;
const BEAD: f64 = 3.2;
const RING: f64 = 2.0;
/// Where on a path its holder's number stands.
const NEAR_START: f64 = 0.12;

impl Frame<'_, '_> {
    /// Of the object under the pointer, or else of the selected one.
    pub(super) fn focus(&mut self, scene: &Scene) {
        if self.detail < Detail::Words {
            return;
        }
        let mut looked_at = [self.hover, self.selected].into_iter().flatten();
        let object = looked_at.find_map(|item| match item {
            Item::Object { object } => Some(*object),
            _ => None,
        });
        let Some(object) = object else { return };
        let Some(card) = scene.cards.iter().find(|card| card.object == object) else {
            return;
        };
        let strong = scene.arrows.iter().filter(|it| it.kind != ArrowKind::Weak);
        let (inwards, outwards): (Vec<&Arrow>, Vec<&Arrow>) = strong
            .filter(|it| it.target == object || it.source == Some(object))
            .partition(|it| it.source != Some(object));
        let to_itself = outwards.iter().filter(|it| it.target == object).count();
        let joined: BTreeSet<ObjectId> = inwards
            .iter()
            .filter_map(|it| it.source)
            .chain(outwards.iter().map(|it| it.target))
            .filter(|&it| it != object)
            .collect();
        self.joined(scene.cards.iter().filter(|it| joined.contains(&it.object)));
        self.beads(&outwards);
        self.holders(&inwards);
        self.plate(card, (inwards.len() + to_itself, outwards.len()));
    }

    /// Around the cards at the other ends.
    fn joined<'c>(&mut self, cards: impl Iterator<Item = &'c Card>) {
        self.pen.set_alpha(0.8);
        self.pen.set_dash(Dash::Solid);
        self.pen.set_stroke(self.theme.selection, 1.5);
        self.pen.begin();
        for card in cards {
            self.pen.round_rect(&card.rect.grown(RING), 7.0 + RING);
        }
        self.pen.stroke();
    }

    fn beads(&mut self, arrows: &[&Arrow]) {
        self.pen.set_alpha(1.0);
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(self.theme.selection);
        self.pen.begin();
        for start in arrows.iter().filter_map(|arrow| arrow.path.first()) {
            self.pen.circle(*start, BEAD);
        }
        self.pen.fill();
    }

    /// A list that holds it twice is drawn with two arrows; how many they are is said as well.
    fn holders(&mut self, arrows: &[&Arrow]) {
        let mut of_holder: BTreeMap<ObjectId, Vec<&Arrow>> = BTreeMap::new();
        for arrow in arrows {
            if let Some(holder) = arrow.source {
                of_holder.entry(holder).or_default().push(arrow);
            }
        }
        self.pen.set_alpha(1.0);
        for several in of_holder.values().filter(|it| it.len() > 1) {
            let at = route::along(&several[0].path, NEAR_START);
            let text = format!("×{}", several.len()).into();
            let width = self.texts.width(&mut self.pen, &text, Font::Count);
            let colours = (self.theme.text, self.theme.paper);
            let text = (&*text, width);
            self.pen.text_on(text, at, Font::Count, colours);
        }
    }

    fn plate(&mut self, card: &Card, (n_in, n_out): (usize, usize)) {
        let text = self.words.references.replace("{in}", &n_in.to_string());
        let text = text.replace("{out}", &n_out.to_string()).into();
        let width = self.texts.width(&mut self.pen, &text, Font::Label) + 10.0;
        let rect = Rect::new(
            card.rect.right() - width,
            card.rect.bottom() + PLATE_GAP,
            width,
            PLATE_HEIGHT,
        );
        self.pen.set_alpha(1.0);
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(self.theme.paper);
        self.pen.set_stroke(self.theme.selection, 1.2);
        self.pen.begin();
        self.pen.round_rect(&rect, PLATE_HEIGHT / 2.0);
        self.pen.fill();
        self.pen.stroke();
        self.pen.set_fill(self.theme.text);
        let center: Point = rect.center();
        self.pen
            .text(&text, center.x, center.y, Font::Label, Align::Center);
    }
}
