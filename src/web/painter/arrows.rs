//! Arrows: references with their heads, beads and labels, and the one that is being drawn.

use super::pen::{Dash, Font};
use super::signs::RADIUS;
use super::theme::Colour;
use super::{Detail, Frame, by_style};
use crate::scene::shape::{Accent, Arrow, ArrowKind, Item, Point, Rect, Scene};

/// Of a head, in scene units.
const HEAD: (f64, f64) = (8.0, 3.6);

#[derive(Clone, Copy, PartialEq)]
struct Style {
    kind: ArrowKind,
    accent: Accent,
    emphasis: Emphasis,
    opacity: f64,
    pulse: f64,
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Emphasis {
    /// One of very many, or something else is pointed at.
    Faded,
    Plain,
    /// What it connects is pointed at, or it is itself.
    Strong,
}

/// Up to so many arrows can be followed while one of them is looked at, or at all.
const FEW: usize = 8;
const MANY: usize = 24;
const VERY_MANY: usize = 250;
/// These would cover the dots that they connect.
const CROWDED: usize = 1000;

/// How far those step back that nobody looks at.
#[derive(Clone, Copy)]
struct Crowd {
    opacity: f64,
    with_names: bool,
}

impl Crowd {
    /// What has just changed is what the step is about.
    fn fades(self, arrow: &Arrow) -> bool {
        let takes_part = self.with_names || arrow.kind != ArrowKind::Name;
        self.opacity < 1.0 && takes_part && arrow.accent == Accent::None
    }
}

impl Frame<'_, '_> {
    pub(super) fn arrows(&mut self, arrows: &[Arrow]) {
        let seen: Vec<&Arrow> = arrows
            .iter()
            .filter(|arrow| arrow.opacity > 0.0 && arrow.path.len() > 1)
            .filter(|arrow| self.sees(&extent(&arrow.path)))
            .collect();
        let is_special =
            |style: &Style| style.accent != Accent::None || style.emphasis == Emphasis::Strong;
        let crowd = self.crowd(arrows);
        let styled: Vec<(&Arrow, Style)> = seen
            .iter()
            .map(|arrow| (*arrow, self.style(arrow, crowd)))
            .collect();
        // What changes or is pointed at lies above the rest.
        for special in [false, true] {
            let these = styled
                .iter()
                .filter(|(_, style)| is_special(style) == special);
            by_style(
                these,
                |(_, style)| *style,
                |style, alike| self.arrows_alike(style, alike),
            );
        }
    }

    fn style(&self, arrow: &Arrow, crowd: Crowd) -> Style {
        let emphasis = if self.is_emphasised(arrow) {
            Emphasis::Strong
        } else if crowd.fades(arrow) {
            Emphasis::Faded
        } else {
            Emphasis::Plain
        };
        Style {
            kind: arrow.kind,
            accent: arrow.accent,
            emphasis,
            opacity: match emphasis {
                Emphasis::Faded => arrow.opacity * crowd.opacity,
                Emphasis::Plain | Emphasis::Strong => arrow.opacity,
            },
            pulse: arrow.pulse,
        }
    }

    /// How much there is to tell apart, and whether somebody looks at a part of it.
    fn crowd(&self, arrows: &[Arrow]) -> Crowd {
        let n_names = arrows.iter().filter(|it| it.source.is_none()).count();
        let is_one_looked_at = || arrows.iter().any(|arrow| self.is_emphasised(arrow));
        if arrows.len() > FEW && is_one_looked_at() {
            return Crowd {
                opacity: 0.28,
                with_names: true,
            };
        }
        let n = n_names.max(arrows.len() - n_names);
        Crowd {
            opacity: match n {
                _ if n > CROWDED => 0.08,
                _ if n > VERY_MANY => 0.3,
                _ if n > MANY => 0.6,
                _ => 1.0,
            },
            with_names: n_names > MANY,
        }
    }

    /// Whether it is part of the way that is shown; or, without one, whether it is pointed at itself, or one of the two
    /// that it connects is.
    fn is_emphasised(&self, arrow: &Arrow) -> bool {
        if !self.way.is_empty() {
            return self.way.contains(&arrow.item);
        }
        [self.hover, self.selected].into_iter().flatten().any(|item| {
            *item == arrow.item
                || matches!(item, Item::Object { object } if arrow.target == *object || arrow.source == Some(*object))
        })
    }

    fn colour(&self, style: &Style) -> Colour {
        match (style.accent, style.kind) {
            (Accent::None, ArrowKind::Name) => self.theme.name_arrow,
            (Accent::None, ArrowKind::Strong) => self.theme.arrow,
            (Accent::None, ArrowKind::Weak) => self.theme.weak_arrow,
            (accent, _) => self.theme.accent(accent),
        }
    }

    fn arrows_alike(&mut self, style: Style, arrows: &[&(&Arrow, Style)]) {
        let colour = self.colour(&style);
        let is_thick = style.accent != Accent::None || style.emphasis == Emphasis::Strong;
        let width = match style.emphasis {
            _ if is_thick => 2.2,
            Emphasis::Faded => 1.1,
            Emphasis::Plain | Emphasis::Strong => 1.3,
        } + 1.6 * style.pulse;
        let is_weak = style.kind == ArrowKind::Weak;
        let has_heads = self.detail >= Detail::Shapes;
        self.pen.set_alpha(style.opacity);
        self.pen.set_stroke(colour, width);
        self.pen
            .set_dash(if is_weak { Dash::Dashed } else { Dash::Solid });
        let head = if has_heads {
            HEAD.0 * (0.8 + 0.2 * width / 1.3)
        } else {
            0.0
        };
        self.pen.begin();
        for (arrow, _) in arrows {
            // An open head is drawn by lines, which the shaft may reach.
            self.shaft(&arrow.path, if is_weak { 0.0 } else { head * 0.8 });
        }
        self.pen.stroke();
        if has_heads {
            self.heads(arrows, colour, head, is_weak);
        }
        if style.accent != Accent::None && self.shows_signs() {
            for (arrow, _) in arrows {
                self.sign(style.accent, sign_place(arrow), style.pulse);
            }
        }
    }

    fn heads(&mut self, arrows: &[&(&Arrow, Style)], colour: Colour, length: f64, is_weak: bool) {
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(colour);
        self.pen.begin();
        for (arrow, _) in arrows {
            let (tip, left, right) = head(&arrow.path, length);
            if is_weak {
                self.pen.move_to(left.x, left.y);
                self.pen.line_to(tip.x, tip.y);
                self.pen.line_to(right.x, right.y);
            } else {
                self.pen.polygon(&[tip, left, right]);
            }
        }
        if is_weak {
            self.pen.stroke();
        } else {
            self.pen.fill();
        }
    }

    /// The path without its last `shorter` units. Points in the midst of a straight stretch are left out: each costs a
    /// call into the browser.
    fn shaft(&self, path: &[Point], shorter: f64) {
        let tolerance = 0.15 / self.zoom;
        let (n_kept, end) = without_end(path, shorter);
        let mut last = path[0];
        self.pen.move_to(last.x, last.y);
        for index in 1..n_kept {
            let point = path[index];
            let next = if index + 1 < n_kept {
                path[index + 1]
            } else {
                end
            };
            if off_line(last, next, point) > tolerance {
                self.pen.line_to(point.x, point.y);
                last = point;
            }
        }
        self.pen.line_to(end.x, end.y);
    }

    /// Labels lie above everything that arrows cross.
    pub(super) fn labels(&mut self, scene: &Scene) {
        if self.detail < Detail::Words {
            return;
        }
        let arrows = &scene.arrows;
        let crowd = self.crowd(arrows);
        for arrow in arrows {
            let Some(label) = &arrow.label else { continue };
            let is_emphasised = self.is_emphasised(arrow);
            let is_covered = arrow.accent != Accent::None && !has_room_for_both(arrow);
            let is_free =
                label.free && self.detail >= Detail::Labels && !is_covered && !crowd.fades(arrow);
            let is_shown = is_emphasised || is_free;
            if !is_shown || arrow.opacity <= 0.0 || !self.sees(&label.rect) {
                continue;
            }
            let colour = if is_emphasised {
                self.theme.text
            } else {
                self.theme.quiet_text
            };
            let at = label.rect.center();
            let lane = scene.lanes.iter().find(|lane| lane.rect.contains(at));
            let ground = lane.map_or(self.theme.paper, |lane| self.ground(lane));
            let width = self.texts.width(&mut self.pen, &label.text, Font::Label);
            let text = (&*label.text, width);
            self.pen.set_alpha(arrow.opacity);
            self.pen.text_on(text, at, Font::Label, (colour, ground));
        }
    }

    /// From the item to the pointer.
    pub(super) fn band(&mut self, scene: &Scene, from: &Item, to: Point) {
        let Some(rect) = rect_of(scene, from) else {
            return;
        };
        if rect.contains(to) {
            return;
        }
        let start = border_towards(&rect, to);
        let path = [start, to];
        self.pen.set_alpha(1.0);
        self.pen.set_dash(Dash::Dashed);
        self.pen.set_stroke(self.theme.selection, 2.5);
        self.pen.begin();
        self.shaft(&path, HEAD.0);
        self.pen.stroke();
        self.pen.set_dash(Dash::Solid);
        self.pen.set_fill(self.theme.selection);
        let (tip, left, right) = head(&path, HEAD.0 * 1.4);
        self.pen.begin();
        self.pen.polygon(&[tip, left, right]);
        self.pen.circle(start, 3.5);
        self.pen.fill();
    }
}

/// A label stands in the middle, so a sign stands nearer to the start, as far as there is room for both.
fn sign_place(arrow: &Arrow) -> Point {
    along(
        &arrow.path,
        if has_room_for_both(arrow) { 0.25 } else { 0.5 },
    )
}

fn has_room_for_both(arrow: &Arrow) -> bool {
    let needed = arrow
        .label
        .as_ref()
        .map_or(0.0, |label| label.rect.width + 4.0 * RADIUS);
    length(&arrow.path) / 2.0 > needed
}

fn rect_of(scene: &Scene, item: &Item) -> Option<Rect> {
    match item {
        Item::Object { object } => scene
            .cards
            .iter()
            .find(|card| card.object == *object)
            .map(|card| card.rect),
        Item::Name { frame, name } => scene
            .tags
            .iter()
            .find(|tag| tag.frame == *frame && tag.name == *name)
            .map(|tag| tag.rect),
        Item::Edge { .. } | Item::Weak { .. } => None,
    }
}

/// Where the line from the rectangle's middle to a point outside crosses its border.
fn border_towards(rect: &Rect, to: Point) -> Point {
    let center = rect.center();
    let (dx, dy) = (to.x - center.x, to.y - center.y);
    let across = rect.width / 2.0 / dx.abs().max(1e-9);
    let down = rect.height / 2.0 / dy.abs().max(1e-9);
    let part = across.min(down).min(1.0);
    Point::new(center.x + dx * part, center.y + dy * part)
}

fn extent(path: &[Point]) -> Rect {
    let at = |point: &Point| Rect::new(point.x, point.y, 0.0, 0.0);
    let all = path.iter().map(at).reduce(|a, b| a.union(&b));
    all.unwrap_or_default().grown(HEAD.0)
}

fn distance(a: Point, b: Point) -> f64 {
    (b.x - a.x).hypot(b.y - a.y)
}

fn between(a: Point, b: Point, part: f64) -> Point {
    Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
}

/// How far a point lies from the line through two others.
fn off_line(a: Point, b: Point, point: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let cross = dx * (point.y - a.y) - dy * (point.x - a.x);
    cross.abs() / dx.hypot(dy).max(1e-9)
}

/// How many of the first points remain when the path loses `shorter` units at its end, and where it ends then.
fn without_end(path: &[Point], shorter: f64) -> (usize, Point) {
    let mut left = shorter;
    for index in (1..path.len()).rev() {
        let (a, b) = (path[index - 1], path[index]);
        let length = distance(a, b);
        if length > left {
            return (index, between(b, a, left / length));
        }
        left -= length;
    }
    (1, path[0])
}

fn length(path: &[Point]) -> f64 {
    path.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

/// The point at that part of the path's length.
fn along(path: &[Point], part: f64) -> Point {
    without_end(path, length(path) * (1.0 - part)).1
}

/// Tip, left and right corner of a head. It points the way in which the last stretch of the path goes.
fn head(path: &[Point], length: f64) -> (Point, Point, Point) {
    let tip = path[path.len() - 1];
    let back = without_end(path, length).1;
    let size = distance(back, tip).max(1e-9);
    let (dx, dy) = ((tip.x - back.x) / size, (tip.y - back.y) / size);
    let half = length * HEAD.1 / HEAD.0;
    let base = Point::new(tip.x - dx * length, tip.y - dy * length);
    (
        tip,
        Point::new(base.x - dy * half, base.y + dx * half),
        Point::new(base.x + dy * half, base.y - dx * half),
    )
}
