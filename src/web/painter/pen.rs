//! The pen: the canvas's context, with as few changes of its state as possible.
//!
//! It turns strokes and fills in the scene's units into calls of the 2-D context, remembering what is set already: a change
//! of a style costs the browser more than a rectangle. Invariant: nobody else touches the context while a pen holds it.

use web_sys::OffscreenCanvasRenderingContext2d;

use super::theme::Colour;
use crate::scene::shape::{Point, Rect};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// A card's first line; a tag's name.
    Strong,
    /// A card's second line, a tag's value.
    Body,
    /// Numbers in badges.
    Count,
    /// Beside arrows.
    Label,
    /// Of lanes and groups.
    Title,
}

const FAMILY: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", \
                      \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

impl Font {
    /// In scene units.
    pub fn size(self) -> f64 {
        match self {
            Font::Strong => 12.0,
            Font::Body | Font::Count | Font::Title => 11.0,
            Font::Label => 10.0,
        }
    }

    fn css(self) -> String {
        let weight = match self {
            Font::Strong | Font::Count | Font::Title => 600,
            Font::Body | Font::Label => 400,
        };
        format!("{weight} {}px {FAMILY}", self.size())
    }

    /// From a line's middle down to its baseline: half the height of a capital or a digit.
    pub fn baseline(self) -> f64 {
        self.size() * 0.36
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Center,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dash {
    Solid,
    /// Weak references.
    Dashed,
    /// What may be unreachable.
    Dotted,
}

pub struct Pen<'a> {
    context: &'a OffscreenCanvasRenderingContext2d,
    /// One device pixel in scene units.
    pub pixel: f64,
    offset: Point,
    fill: Colour,
    stroke: Colour,
    alpha: f64,
    line_width: f64,
    dash: Dash,
    font: Option<Font>,
    align: Option<Align>,
}

impl<'a> Pen<'a> {
    /// A pen for the scene's units: `scale` device pixels each, the scene's origin at `offset` (device pixels).
    pub fn new(
        context: &'a OffscreenCanvasRenderingContext2d,
        scale: f64,
        offset: Point,
    ) -> Pen<'a> {
        let mut pen = Pen {
            context,
            pixel: 1.0 / scale,
            offset,
            fill: "",
            stroke: "",
            alpha: 1.0,
            line_width: 0.0,
            dash: Dash::Solid,
            font: None,
            align: None,
        };
        context.set_global_alpha(1.0);
        context.set_line_cap("round");
        context.set_line_join("round");
        context.set_text_baseline("alphabetic");
        pen.set_dash(Dash::Dotted);
        pen.set_dash(Dash::Solid);
        pen.transform(1.0, Point::default());
        pen
    }

    /// From here on everything is drawn `scale` times as large around `still`.
    pub fn transform(&mut self, scale: f64, still: Point) {
        let s = scale / self.pixel;
        let (x, y) = (
            self.offset.x + still.x * (1.0 - scale) / self.pixel,
            self.offset.y + still.y * (1.0 - scale) / self.pixel,
        );
        self.context
            .set_transform(s, 0.0, 0.0, s, x, y)
            .expect("six numbers are a transformation");
    }

    /// Draws something larger than it is, around a point that stays; nothing else is transformed meanwhile.
    pub fn scaled(&mut self, scale: f64, still: Point, draw: impl FnOnce(&mut Self)) {
        if scale == 1.0 {
            return draw(self);
        }
        self.transform(scale, still);
        draw(self);
        self.transform(1.0, Point::default());
    }

    /// Everything in one colour, whatever was there.
    pub fn clear(&mut self, colour: Colour, width: f64, height: f64) {
        self.context
            .set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            .expect("six numbers are a transformation");
        self.set_alpha(1.0);
        self.set_fill(colour);
        self.context.fill_rect(0.0, 0.0, width, height);
        self.transform(1.0, Point::default());
    }

    pub fn set_fill(&mut self, colour: Colour) {
        if self.fill != colour {
            self.context.set_fill_style_str(colour);
            self.fill = colour;
        }
    }

    /// The width in scene units; never less than one device pixel.
    pub fn set_stroke(&mut self, colour: Colour, width: f64) {
        if self.stroke != colour {
            self.context.set_stroke_style_str(colour);
            self.stroke = colour;
        }
        let width = width.max(self.pixel);
        if self.line_width != width {
            self.context.set_line_width(width);
            self.line_width = width;
        }
    }

    pub fn set_alpha(&mut self, alpha: f64) {
        let alpha = alpha.clamp(0.0, 1.0);
        if self.alpha != alpha {
            self.context.set_global_alpha(alpha);
            self.alpha = alpha;
        }
    }

    pub fn set_dash(&mut self, dash: Dash) {
        if self.dash == dash {
            return;
        }
        let lengths: &[f64] = match dash {
            Dash::Solid => &[],
            Dash::Dashed => &[6.0, 4.5],
            Dash::Dotted => &[2.0, 4.0],
        };
        let lengths: js_sys::Array = lengths
            .iter()
            .map(|&length| wasm_bindgen::JsValue::from_f64(length))
            .collect();
        self.context
            .set_line_dash(&lengths)
            .expect("lengths of dashes are numbers");
        self.dash = dash;
    }

    pub fn set_font(&mut self, font: Font) {
        if self.font != Some(font) {
            self.context.set_font(&font.css());
            self.font = Some(font);
        }
    }

    fn set_align(&mut self, align: Align) {
        if self.align != Some(align) {
            self.context.set_text_align(match align {
                Align::Start => "left",
                Align::Center => "center",
            });
            self.align = Some(align);
        }
    }

    // ---- paths ----

    pub fn begin(&self) {
        self.context.begin_path();
    }

    pub fn fill(&self) {
        self.context.fill();
    }

    pub fn stroke(&self) {
        self.context.stroke();
    }

    pub fn close(&self) {
        self.context.close_path();
    }

    pub fn move_to(&self, x: f64, y: f64) {
        self.context.move_to(x, y);
    }

    pub fn line_to(&self, x: f64, y: f64) {
        self.context.line_to(x, y);
    }

    pub fn round_rect(&self, rect: &Rect, radius: f64) {
        let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
        self.context
            .round_rect_with_f64(rect.x, rect.y, rect.width, rect.height, radius)
            .expect("a radius is not negative");
    }

    /// A whole circle, as a part of the path of its own.
    pub fn circle(&self, center: Point, radius: f64) {
        let radius = radius.max(0.0);
        self.move_to(center.x + radius, center.y);
        self.arc(center, radius, 0.0, std::f64::consts::TAU);
    }

    pub fn arc(&self, center: Point, radius: f64, from: f64, to: f64) {
        self.context
            .arc(center.x, center.y, radius.max(0.0), from, to)
            .expect("a radius is not negative");
    }

    pub fn polygon(&self, points: &[Point]) {
        for (index, point) in points.iter().enumerate() {
            if index == 0 {
                self.move_to(point.x, point.y);
            } else {
                self.line_to(point.x, point.y);
            }
        }
        self.close();
    }

    pub fn fill_rect(&self, rect: &Rect) {
        self.context
            .fill_rect(rect.x, rect.y, rect.width, rect.height);
    }

    // ---- text ----

    /// `middle` is the height of the line's middle.
    pub fn text(&mut self, text: &str, x: f64, middle: f64, font: Font, align: Align) {
        self.set_font(font);
        self.set_align(align);
        self.context
            .fill_text(text, x, middle + font.baseline())
            .expect("text at finite places can be drawn");
    }

    /// Text on a patch of its ground, so that the lines that it lies on do not run through its letters. `width` is the
    /// text's.
    pub fn text_on(
        &mut self,
        (text, width): (&str, f64),
        at: Point,
        font: Font,
        (colour, ground): (Colour, Colour),
    ) {
        let half = font.size() * 0.58;
        let patch = Rect::new(at.x - width / 2.0, at.y, width, 0.0);
        let patch = Rect {
            y: at.y - half,
            height: 2.0 * half,
            ..patch.grown(2.0)
        };
        self.set_fill(ground);
        self.fill_rect(&patch);
        self.set_fill(colour);
        self.text(text, at.x, at.y, font, Align::Center);
    }

    pub fn width_of(&mut self, text: &str, font: Font) -> f64 {
        self.set_font(font);
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    /// The same rectangle with its borders on device pixels, so that its lines are sharp.
    pub fn snapped(&self, rect: &Rect) -> Rect {
        let snap_x =
            |x: f64| ((x / self.pixel + self.offset.x).round() - self.offset.x) * self.pixel;
        let snap_y =
            |y: f64| ((y / self.pixel + self.offset.y).round() - self.offset.y) * self.pixel;
        let (left, top) = (snap_x(rect.x), snap_y(rect.y));
        Rect::new(
            left,
            top,
            snap_x(rect.right()) - left,
            snap_y(rect.bottom()) - top,
        )
    }

    /// A border of that width drawn on the inner side of a snapped rectangle covers whole device pixels.
    pub fn inset(&self, rect: &Rect, line_width: f64) -> Rect {
        let half = (line_width / self.pixel).round().max(1.0) * self.pixel / 2.0;
        rect.grown(-half)
    }
}
