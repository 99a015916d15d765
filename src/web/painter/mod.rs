//! The painter: from a scene of plain shapes to the canvas.
//!
//! It turns one [`Scene`] and a [`Look`] into calls of the 2-D context, kind by kind and style by style. Invariants: the
//! same scene and look give the same pixels; no text leaves the shape it belongs to; whatever colour says, a sign or a
//! shape says as well. It mirrors no part of CPython.

mod arrows;
mod badges;
mod cards;
mod focus;
mod lanes;
mod pen;
mod signs;
mod tags;
mod text;
pub mod theme;

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;
use web_sys::OffscreenCanvasRenderingContext2d;

use self::pen::{Font, Pen};
use self::text::Texts;
use self::theme::Theme;
use super::camera::{Camera, Viewport};
use super::words::Words;
use crate::scene::shape::{Card, Item, Point, Rect, Scene};
use crate::trace::event::ObjectId;

/// Everything that decides the pixels, besides the scene.
#[derive(Debug)]
pub struct Look<'a> {
    pub camera: Camera,
    pub viewport: Viewport,
    pub theme: &'static Theme,
    pub words: &'static Words,
    pub hover: Option<&'a Item>,
    pub selected: Option<&'a Item>,
    /// References that are lit in place of those of the selected object.
    pub way: &'a [Item],
    pub band: Option<&'a Band>,
    pub guesses: &'a BTreeMap<ObjectId, Guess>,
}

/// What a reader says about an object before a `del` or a collection, and how right that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guess {
    /// It will die, says the reader.
    Dies,
    /// It was said to die, and does.
    Right,
    /// It was said to die, and lives.
    Wrong,
    /// Nobody said that it would die.
    Missed,
}

/// A reference that is being drawn: from an item to a point of the canvas in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub from: Item,
    pub to: Point,
}

/// How much of a shape can be told apart at a zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A card is a dot.
    Dots,
    /// Cards without words.
    Shapes,
    /// Cards with their types and numbers alone, which are larger than their places; tags with their names.
    Names,
    /// Cards with their words, arrows without theirs.
    Words,
    Labels,
}

impl Detail {
    pub fn at(zoom: f64) -> Detail {
        match zoom {
            ..0.2 => Detail::Dots,
            ..0.26 => Detail::Shapes,
            ..0.58 => Detail::Names,
            ..0.7 => Detail::Words,
            _ => Detail::Labels,
        }
    }
}

/// What all parts of one painting share.
struct Frame<'a, 'b> {
    pen: Pen<'a>,
    texts: &'b mut Texts,
    theme: &'static Theme,
    words: &'static Words,
    detail: Detail,
    zoom: f64,
    /// The part of the scene that is seen: nothing outside of it is drawn.
    window: Rect,
    hover: Option<&'b Item>,
    selected: Option<&'b Item>,
    way: &'b [Item],
}

#[derive(Default)]
pub struct Painter {
    texts: Texts,
    /// Texts were measured for this ratio; another one may come with another font.
    ratio: f64,
}

impl Painter {
    pub fn paint(
        &mut self,
        context: &OffscreenCanvasRenderingContext2d,
        scene: &Scene,
        look: &Look<'_>,
    ) {
        let ratio = look.viewport.ratio;
        if self.ratio != ratio {
            self.texts = Texts::default();
            self.ratio = ratio;
        }
        let camera = &look.camera;
        // Whole device pixels: the same scene looks the same wherever it was panned to.
        let offset = Point::new((camera.x * ratio).round(), (camera.y * ratio).round());
        let mut frame = Frame {
            pen: Pen::new(context, camera.zoom * ratio, offset),
            texts: &mut self.texts,
            theme: look.theme,
            words: look.words,
            detail: Detail::at(camera.zoom),
            zoom: camera.zoom,
            window: camera.window(&look.viewport).grown(24.0),
            hover: look.hover,
            selected: look.selected,
            way: look.way,
        };
        let (width, height) = (look.viewport.width * ratio, look.viewport.height * ratio);
        frame
            .pen
            .clear(look.theme.paper, width.ceil(), height.ceil());
        frame.lanes(&scene.lanes);
        frame.cells(&scene.cells);
        frame.groups(&scene.groups, &scene.tags);
        frame.arrows(&scene.arrows);
        frame.lane_titles(&scene.lanes, scene.per_cell);
        frame.stubs(&scene.stubs);
        frame.dots(&scene.dots);
        frame.tags(&scene.tags);
        frame.cards(&scene.cards);
        frame.labels(scene);
        frame.focus(scene);
        frame.guesses(&scene.cards, look.guesses);
        if let Some(band) = look.band {
            let to = camera.to_scene(band.to);
            frame.band(scene, &band.from, to);
        }
    }
}

/// The size of a text that is enlarged, in CSS pixels.
const LEGIBLE: f64 = 9.0;
/// The same for one that would not be whole otherwise.
const LEAST: f64 = 7.0;
/// Below this zoom signs are too small to be told apart.
const SIGNS: f64 = 0.4;

impl Frame<'_, '_> {
    /// How many times as large as its size a text on a card has to be; a card that comes or goes has all at its own size.
    fn enlarged(&self, font: Font, card: &Card, most: f64) -> f64 {
        if card.scale != 1.0 {
            return 1.0;
        }
        (LEGIBLE / (font.size() * self.zoom)).clamp(1.0, most)
    }

    /// A strong text that is enlarged, and how much: less where there is no room for all of it, as far as it can be read.
    fn fitted(&mut self, text: &Rc<str>, room: f64, scale: f64) -> (f64, Rc<str>) {
        let font = Font::Strong;
        let least = (LEAST / (font.size() * self.zoom)).min(scale);
        let whole = room / self.texts.width(&mut self.pen, text, font).max(1.0);
        if whole >= least {
            return (whole.min(scale), text.clone());
        }
        let text = self.texts.fit(&mut self.pen, text, font, room / least);
        (least, text)
    }

    fn shows_signs(&self) -> bool {
        self.zoom >= SIGNS
    }

    fn sees(&self, rect: &Rect) -> bool {
        self.window.overlaps(rect)
    }

    fn is_pointed_at(&self, item: &Item) -> bool {
        self.hover == Some(item) || self.selected == Some(item)
    }
}

/// Calls `draw` once for each style with all that have it, in the order in which the styles first occur.
fn by_style<T: Copy, S: PartialEq + Copy>(
    items: impl Iterator<Item = T>,
    style: impl Fn(T) -> S,
    mut draw: impl FnMut(S, &[T]),
) {
    let mut groups: Vec<(S, Vec<T>)> = Vec::new();
    for item in items {
        let its = style(item);
        match groups.iter_mut().find(|(other, _)| *other == its) {
            Some((_, members)) => members.push(item),
            None => groups.push((its, vec![item])),
        }
    }
    for (its, members) in &groups {
        draw(*its, members);
    }
}
