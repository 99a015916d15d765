//! Tags: the names of a namespace, each with the repr of its atom where it refers to one.

use super::pen::{Align, Dash, Font};
use super::{Detail, Frame, LEAST, LEGIBLE};
use crate::scene::shape::{Accent, Item, Point, Rect, Tag};

/// From a tag's border to its text.
const PADDING: f64 = 8.0;
/// A tag is drawn at most so many times as high as it is: then it fills its row.
const ROW: f64 = 26.5 / 22.0;
/// A name alone has letters of at most so many times the tag's height: without what hangs below the line they fit.
const LARGEST: f64 = 1.05;
const NAME_PART: f64 = 0.6;
/// Of the gap right of the tags, what a name may use.
const GAP: f64 = 16.0;
/// Of a tag's height, the length of its point.
const POINT: f64 = 0.32;
/// A tag's height, and in CSS pixels what one needs from far away; nearer by, a tag that is larger for a look from there
/// is drawn as large as it needs to be.
const HEIGHT: f64 = 22.0;
const FAR_HEIGHT: f64 = 20.0;
/// A value with less room is left out.
const LEAST_VALUE: f64 = 20.0;

impl Frame<'_, '_> {
    pub(super) fn tags(&mut self, tags: &[Tag]) {
        for tag in tags {
            if tag.opacity > 0.0 && self.sees(&tag.rect) {
                self.tag(tag);
            }
        }
    }

    /// A price tag: its point towards the object.
    fn tag(&mut self, tag: &Tag) {
        let theme = self.theme;
        let item = Item::Name {
            frame: tag.frame,
            name: tag.name.clone(),
        };
        let rect = self.tag_rect(tag);
        let rect = self.pen.snapped(&rect);
        let pointed_at = self.is_pointed_at(&item);
        self.pen.set_alpha(tag.opacity);
        self.pen.set_dash(Dash::Solid);
        let line = match tag.accent {
            Accent::None => theme.tag_line,
            accent => theme.accent(accent),
        };
        let width = if pointed_at || tag.accent != Accent::None {
            2.0
        } else {
            1.2
        };
        self.pen.set_fill(theme.tag);
        self.pen.set_stroke(line, width);
        self.outline(&self.pen.inset(&rect, width));
        self.pen.fill();
        self.pen.stroke();
        if self.selected == Some(&item) {
            self.pen.set_stroke(theme.selection, 2.0);
            self.outline(&rect.grown(3.0));
            self.pen.stroke();
        }
        if self.detail >= Detail::Words {
            self.tag_text(tag, &rect);
        } else {
            self.large_name(tag, &rect);
        }
        if self.shows_signs() {
            self.sign(
                tag.accent,
                Point::new(rect.x + 1.0, rect.y + 1.0),
                tag.pulse,
            );
        }
        if pointed_at {
            self.handle(&tag.handle);
        }
    }

    fn outline(&mut self, rect: &Rect) {
        let (middle, point) = (rect.center().y, rect.height * POINT);
        let radius = 4.0_f64.min(rect.height / 2.0);
        self.pen.begin();
        self.pen.move_to(rect.right(), middle);
        self.pen.line_to(rect.right() - point, rect.bottom());
        self.pen.line_to(rect.x + radius, rect.bottom());
        self.pen.line_to(rect.x, rect.bottom() - radius);
        self.pen.line_to(rect.x, rect.y + radius);
        self.pen.line_to(rect.x + radius, rect.y);
        self.pen.line_to(rect.right() - point, rect.y);
        self.pen.close();
    }

    /// Where a tag is drawn: higher, up to its neighbours, where its name could not be read otherwise, and as far into the
    /// gap before the lanes as the name needs.
    fn tag_rect(&mut self, tag: &Tag) -> Rect {
        let rect = self.no_larger_than_needed(&tag.rect);
        if self.detail >= Detail::Words {
            return rect;
        }
        let wanted = LEGIBLE * 1.3 / self.zoom / rect.height;
        let height = rect.height * wanted.clamp(1.0, ROW);
        let letters = self.texts.width(&mut self.pen, &tag.text, Font::Strong);
        let name = letters * LEAST / (Font::Strong.size() * self.zoom);
        let needed = PADDING / 2.0 + name + height * POINT;
        Rect {
            y: rect.center().y - height / 2.0,
            width: needed.clamp(rect.width, rect.width + GAP),
            height,
            ..rect
        }
    }

    /// Its point stays where it is.
    pub(super) fn no_larger_than_needed(&self, rect: &Rect) -> Rect {
        let height = (FAR_HEIGHT / self.zoom).max(HEIGHT);
        if height >= rect.height {
            return *rect;
        }
        let width = rect.width * height / rect.height;
        Rect {
            x: rect.right() - width,
            y: rect.center().y - height / 2.0,
            width,
            height,
        }
    }

    /// The name alone, as large as it has to be to be read, as far as the tag is high enough.
    fn large_name(&mut self, tag: &Tag, rect: &Rect) {
        let most = rect.height * LARGEST / Font::Strong.size();
        if LEAST / (Font::Strong.size() * self.zoom) > most {
            return;
        }
        let scale = (LEGIBLE / (Font::Strong.size() * self.zoom)).clamp(1.0, most.max(1.0));
        let at = Point::new(rect.x + PADDING / 2.0, rect.center().y);
        let end = rect.right() - rect.height * POINT;
        let (scale, name) = self.fitted(&tag.text, end - at.x, scale);
        self.pen.set_fill(self.theme.text);
        self.pen.scaled(scale, at, |pen| {
            pen.text(&name, at.x, at.y, Font::Strong, Align::Start);
        });
    }

    fn tag_text(&mut self, tag: &Tag, rect: &Rect) {
        let room = rect.width - 2.0 * PADDING;
        let middle = rect.center().y;
        let x = rect.x + PADDING;
        let Some(value) = &tag.value else {
            let name = self.texts.fit(&mut self.pen, &tag.text, Font::Strong, room);
            self.pen.set_fill(self.theme.text);
            return self.pen.text(&name, x, middle, Font::Strong, Align::Start);
        };
        let equals = format!("= {value}").into();
        let gap = 5.0;
        let wanted = self.texts.width(&mut self.pen, &equals, Font::Body);
        // The name gives way to the value down to the greater part of the room, and the value to the name where nothing
        // of it could be read.
        let mut name_room = (room - gap - wanted).max(room * NAME_PART);
        let name_wanted = self.texts.width(&mut self.pen, &tag.text, Font::Strong);
        let is_value_shown = room - gap - name_wanted.min(name_room) >= LEAST_VALUE.min(wanted);
        if !is_value_shown {
            name_room = room;
        }
        let name = self
            .texts
            .fit(&mut self.pen, &tag.text, Font::Strong, name_room);
        let name_width = self.texts.width(&mut self.pen, &name, Font::Strong);
        self.pen.set_fill(self.theme.text);
        self.pen.text(&name, x, middle, Font::Strong, Align::Start);
        if !is_value_shown {
            return;
        }
        let value_room = room - gap - name_width;
        let value = self
            .texts
            .fit(&mut self.pen, &equals, Font::Body, value_room);
        self.pen.set_fill(self.theme.quiet_text);
        self.pen.text(
            &value,
            x + name_width + gap,
            middle,
            Font::Body,
            Align::Start,
        );
    }

    /// Where a new reference is dragged from: a ring, shown while its owner is pointed at.
    pub(super) fn handle(&mut self, rect: &Rect) {
        let radius = (rect.width.min(rect.height) / 2.0).min(5.5);
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(self.theme.paper);
        self.pen.set_stroke(self.theme.selection, 2.0);
        self.pen.begin();
        self.pen.circle(rect.center(), radius);
        self.pen.fill();
        self.pen.stroke();
    }
}
