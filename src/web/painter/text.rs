//! Text that fits: measured by the browser and cut with an ellipsis.
//!
//! It turns a text and the room there is into the text to draw. Invariant: what it returns is no wider than the room,
//! whatever fonts the machine has. Measuring costs a call into the browser, so results are kept.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::pen::{Font, Pen};

/// More than this and what is kept is forgotten: a long program has no end of texts.
const MOST_KEPT: usize = 8192;

#[derive(Default)]
pub struct Texts {
    widths: FxHashMap<(Font, Rc<str>), f64>,
    /// By the room in whole scene units.
    fitted: FxHashMap<(Font, Rc<str>, u32), Rc<str>>,
}

impl Texts {
    pub fn width(&mut self, pen: &mut Pen, text: &Rc<str>, font: Font) -> f64 {
        if let Some(&width) = self.widths.get(&(font, text.clone())) {
            return width;
        }
        if self.widths.len() >= MOST_KEPT {
            self.widths.clear();
        }
        let width = pen.width_of(text, font);
        self.widths.insert((font, text.clone()), width);
        width
    }

    /// The text, or as much of its start as fits before an ellipsis; nothing where not even that fits.
    pub fn fit(&mut self, pen: &mut Pen, text: &Rc<str>, font: Font, room: f64) -> Rc<str> {
        let room = room.max(0.0).floor();
        let key = (font, text.clone(), room as u32);
        if let Some(fitted) = self.fitted.get(&key) {
            return fitted.clone();
        }
        if self.fitted.len() >= MOST_KEPT {
            self.fitted.clear();
        }
        let fitted = if self.width(pen, text, font) <= room {
            text.clone()
        } else {
            cut(pen, text, font, room).into()
        };
        self.fitted.insert(key, fitted.clone());
        fitted
    }
}

/// Halves the stretch in which the longest start that fits ends.
fn cut(pen: &mut Pen, text: &str, font: Font, room: f64) -> String {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let shortened = |n: usize| format!("{}…", text[..ends[n]].trim_end());
    let (mut fits, mut too_long) = (0, ends.len());
    while too_long - fits > 1 {
        let middle = fits + (too_long - fits) / 2;
        if pen.width_of(&shortened(middle), font) <= room {
            fits = middle;
        } else {
            too_long = middle;
        }
    }
    if fits == 0 && pen.width_of("…", font) > room {
        return String::new();
    }
    shortened(fits)
}
