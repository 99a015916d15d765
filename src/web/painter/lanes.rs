//! Lanes, namespaces' frames and what stands for very many objects: dots and cells.

use std::f64::consts::TAU;
use std::rc::Rc;

use super::pen::{Align, Dash, Font};
use super::theme::Colour;
use super::{Detail, Frame, LEAST, by_style};
use crate::scene::plan::TITLE;
use crate::scene::shape::{
    Accent, Activity, Cell, Condition, Dot, Group, Lane, LaneKind, Point, Rect, Stub, Tag,
};

/// Letters of a title are at most so many times as high as its strip; and where nothing else stands in the lane.
const LARGEST_TITLE: f64 = 1.6;
const ALONE: f64 = 1.1;

impl Frame<'_, '_> {
    pub(super) fn lanes(&mut self, lanes: &[Lane]) {
        for lane in lanes {
            if lane.opacity > 0.0 && self.sees(&lane.rect) {
                self.lane(lane);
            }
        }
    }

    fn lane(&mut self, lane: &Lane) {
        let theme = self.theme;
        let is_active = lane.activity == Activity::Collecting;
        let is_tray = lane.kind == LaneKind::Tray;
        self.pen.set_alpha(lane.opacity);
        let rect = self.pen.snapped(&lane.rect);
        self.pen.set_fill(self.ground(lane));
        let (line, width) = match (is_tray, is_active) {
            (true, _) => (theme.vermillion, 1.0),
            (false, true) => (theme.blue, 1.5),
            (false, false) => (theme.lane_line, 1.0),
        };
        self.pen.set_stroke(line, width);
        self.pen
            .set_dash(if is_tray { Dash::Dashed } else { Dash::Solid });
        self.pen.begin();
        self.pen.round_rect(&self.pen.inset(&rect, width), 8.0);
        self.pen.fill();
        self.pen.stroke();
    }

    /// Above the arrows, which may cross them.
    pub(super) fn lane_titles(&mut self, lanes: &[Lane], per_cell: u32) {
        for lane in lanes {
            if lane.opacity > 0.0 && self.sees(&lane.rect) {
                self.pen.set_alpha(lane.opacity);
                self.lane_title(lane, per_cell);
            }
        }
    }

    pub(super) fn ground(&self, lane: &Lane) -> Colour {
        match (lane.kind, lane.activity) {
            (LaneKind::Tray, _) => self.theme.tray,
            (_, Activity::Collecting) => self.theme.active_lane,
            (_, Activity::Idle) => self.theme.lane,
        }
    }

    /// The title, and how many stand in the lane; a wedge before the title of one that is being collected.
    fn lane_title(&mut self, lane: &Lane, per_cell: u32) {
        let is_active = lane.activity == Activity::Collecting;
        // Below one that is a title alone stands the next.
        let is_alone = lane.rect.height < lane.title.height * LARGEST_TITLE;
        let largest = if is_alone { ALONE } else { LARGEST_TITLE };
        let scale = self.title_scale(&lane.title, largest);
        let half = Font::Title.size() * scale * 0.62;
        let middle = if is_alone {
            lane.title.center().y
        } else {
            lane.title.y + half.max(lane.title.height / 2.0)
        };
        let start = Point::new(lane.title.x + lane.title.height / 2.0, middle);
        let colour = match (is_active, lane.kind) {
            (_, LaneKind::Tray) => self.theme.vermillion,
            (true, _) => self.theme.blue,
            (false, _) => self.theme.quiet_text,
        };
        let mut title = self.words.lane(lane.kind, lane.is_decided).to_owned();
        if lane.n_objects > 0 {
            title.push_str(&format!(" · {}", grouped(lane.n_objects)));
        }
        if lane.n_objects > 0 && per_cell > 0 {
            let squares = self.words.per_cell.replace("{n}", &grouped(per_cell));
            title.push_str(&format!(" · {squares}"));
        }
        let x = start.x + if is_active { 12.0 } else { 0.0 };
        let room = (lane.title.right() - start.x - 6.0) / scale - (x - start.x);
        let title = self
            .texts
            .fit(&mut self.pen, &title.into(), Font::Title, room);
        if per_cell == 0 {
            // No arrow runs through its letters, and none of them hides the border.
            let width = self.texts.width(&mut self.pen, &title, Font::Title);
            let end = start.x + (x - start.x + width) * scale + 3.0;
            let top = lane.rect.y + 2.0_f64.max(2.0 * self.pen.pixel);
            let bottom = (middle + half).min(lane.rect.bottom() - 2.0);
            let left = start.x - 2.0;
            let patch = Rect::new(left, top, end - left, bottom - top);
            self.pen.set_fill(self.ground(lane));
            self.pen.fill_rect(&patch);
        }
        self.pen.set_fill(colour);
        self.pen.transform(scale, start);
        if is_active {
            self.wedge(start);
        }
        self.pen.text(&title, x, middle, Font::Title, Align::Start);
        self.pen.transform(1.0, Point::default());
    }

    /// Titles are read at a zoom at which cards are not: they grow against it, as far as the cards below leave room.
    fn title_scale(&self, title: &Rect, largest: f64) -> f64 {
        const SMALLEST: f64 = 10.0;
        let wanted = SMALLEST / (Font::Title.size() * self.zoom);
        wanted.clamp(1.0, largest * title.height / Font::Title.size())
    }

    fn wedge(&mut self, start: Point) {
        self.pen.begin();
        self.pen.polygon(&[
            Point::new(start.x, start.y - 4.5),
            Point::new(start.x + 7.5, start.y),
            Point::new(start.x, start.y + 4.5),
        ]);
        self.pen.fill();
    }

    pub(super) fn groups(&mut self, groups: &[Group], tags: &[Tag]) {
        for group in groups {
            if group.opacity > 0.0 && self.sees(&group.rect.grown(20.0)) {
                let first = tags.iter().find(|tag| tag.frame == group.frame);
                self.group(group, first);
            }
        }
    }

    /// A bar along the left of the tags, thick where the namespace is the running one, and the title.
    fn group(&mut self, group: &Group, first: Option<&Tag>) {
        let theme = self.theme;
        let colour = if group.running {
            theme.name_arrow
        } else {
            theme.quiet_text
        };
        self.pen.set_alpha(group.opacity);
        let title: Rc<str> = if group.function.is_empty() {
            self.words.module.into()
        } else {
            format!("{}()", group.function).into()
        };
        let wanted = self.title_scale(&group.title, LARGEST_TITLE);
        let size = Font::Title.size();
        if size * wanted * self.zoom < LEAST {
            return;
        }
        let middle = group.title.bottom() - (size * wanted * 0.62).max(TITLE / 2.0);
        // Tags that are drawn smaller than they are keep their points where they were.
        let aside = first.map_or(0.0, |tag| {
            tag.rect.width - self.no_larger_than_needed(&tag.rect).width
        });
        let mut x = group.title.x + aside;
        self.pen.set_fill(colour);
        if group.running && !group.function.is_empty() {
            self.wedge(Point::new(x, middle));
            x += 11.0;
        }
        // Nothing stands above the tags, but lanes stand beside them.
        let room = group.title.right() + group.title.height - x;
        let width = self.texts.width(&mut self.pen, &title, Font::Title);
        let scale = (room / width.max(1.0)).clamp(1.0, wanted);
        let title = if width > room {
            self.texts.fit(&mut self.pen, &title, Font::Title, room)
        } else {
            title
        };
        self.pen.scaled(scale, Point::new(x, middle), |pen| {
            pen.text(&title, x, middle, Font::Title, Align::Start);
        });
        if group.n_left_out > 0 && self.detail >= Detail::Names {
            self.calls_left_out(group);
        }
    }

    fn calls_left_out(&mut self, group: &Group) {
        let text = self
            .words
            .calls_left_out
            .replace("{n}", &group.n_left_out.to_string());
        let text = self
            .texts
            .fit(&mut self.pen, &text.into(), Font::Label, group.rect.width);
        self.pen.set_fill(self.theme.quiet_text);
        let middle = group.rect.bottom() + 8.0;
        self.pen
            .text(&text, group.rect.x, middle, Font::Label, Align::Start);
    }

    /// "n more", dashed, with a dashed line from the card that has them.
    pub(super) fn stubs(&mut self, stubs: &[Stub]) {
        for stub in stubs.iter().filter(|stub| stub.opacity > 0.0) {
            self.pen.set_alpha(stub.opacity);
            self.pen.set_stroke(self.theme.arrow, 1.0);
            self.pen.set_dash(Dash::Dashed);
            self.pen.begin();
            self.pen.move_to(stub.line[0].x, stub.line[0].y);
            self.pen.line_to(stub.line[1].x, stub.line[1].y);
            self.pen.stroke();
            let rect = self.pen.snapped(&stub.rect);
            self.pen.set_fill(self.theme.lane);
            self.pen.begin();
            self.pen.round_rect(&rect, 6.0);
            self.pen.fill();
            self.pen.stroke();
            self.pen.set_dash(Dash::Solid);
            if self.detail >= Detail::Words {
                let text = self.words.more.replace("{n}", &stub.n.to_string());
                let room = stub.rect.width - 8.0;
                let text = self
                    .texts
                    .fit(&mut self.pen, &text.into(), Font::Body, room);
                let center = stub.rect.center();
                self.pen.set_fill(self.theme.quiet_text);
                self.pen
                    .text(&text, center.x, center.y, Font::Body, Align::Center);
            }
        }
    }

    pub(super) fn cells(&mut self, cells: &[Cell]) {
        self.pen.set_fill(self.theme.card_line);
        for cell in cells.iter().filter(|cell| cell.n_objects > 0) {
            if self.sees(&cell.rect) {
                // Even one object in a cell shall be seen.
                let strength = 0.15 + 0.6 * cell.density.clamp(0.0, 1.0);
                self.pen.set_alpha(cell.opacity * strength);
                // With a line of the ground between: squares are counted more easily than a wall.
                let line = self.pen.pixel.max(cell.rect.height * 0.06);
                let rect = Rect {
                    width: cell.rect.width - line,
                    height: cell.rect.height - line,
                    ..cell.rect
                };
                self.pen.fill_rect(&self.pen.snapped(&rect));
            }
        }
    }

    pub(super) fn dots(&mut self, dots: &[Dot]) {
        let seen = dots.iter().filter(|dot| {
            let size = 2.0 * dot.radius;
            let corner = (dot.center.x - dot.radius, dot.center.y - dot.radius);
            self.window
                .overlaps(&Rect::new(corner.0, corner.1, size, size))
        });
        let seen: Vec<&Dot> = seen.collect();
        let style = |dot: &Dot| (dot.accent, dot.condition, dot.opacity, dot.pulse);
        by_style(
            seen.into_iter(),
            style,
            |(accent, condition, opacity, pulse), dots| {
                self.dots_alike(accent, condition, opacity, pulse, dots);
            },
        );
    }

    /// Alive is filled; what may be unreachable is a ring; what dies is a cross.
    fn dots_alike(
        &mut self,
        accent: Accent,
        condition: Condition,
        opacity: f64,
        pulse: f64,
        dots: &[&Dot],
    ) {
        let colour = match (accent, condition) {
            (Accent::None, Condition::Alive) => self.theme.card_line,
            (Accent::None, _) => self.theme.vermillion,
            (accent, _) => self.theme.accent(accent),
        };
        self.pen.set_alpha(opacity);
        self.pen.set_fill(colour);
        self.pen.set_stroke(colour, 1.5);
        self.pen.set_dash(Dash::Solid);
        self.pen.begin();
        for dot in dots {
            let (center, radius) = (dot.center, dot.radius * (1.0 + 0.4 * pulse));
            if condition == Condition::Dying {
                let arm = radius * 0.8;
                self.pen.move_to(center.x - arm, center.y - arm);
                self.pen.line_to(center.x + arm, center.y + arm);
                self.pen.move_to(center.x - arm, center.y + arm);
                self.pen.line_to(center.x + arm, center.y - arm);
            } else {
                self.pen.move_to(center.x + radius, center.y);
                self.pen.arc(center, radius, 0.0, TAU);
            }
        }
        if condition == Condition::Alive {
            self.pen.fill();
        } else {
            self.pen.stroke();
        }
    }
}

/// By thousands, as both languages write it.
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
