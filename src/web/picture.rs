//! The picture: the canvas's size and look, the camera, what is pointed at, and painting it all.
//!
//! It turns the player's scene and what the page told about the canvas into one painting. Invariant: between two seeks
//! the camera goes from where it was to where it shall be, and at progress 1 everything stands still.

use std::collections::BTreeMap;

use serde::Serialize;
use wasm_bindgen::{JsError, JsValue};
use web_sys::OffscreenCanvasRenderingContext2d;

use super::camera::{Aim, Camera, Viewport};
use super::options::Given;
use super::painter::theme::Theme;
use super::painter::{Band, Guess, Look, Painter};
use super::words::Words;
use crate::scene::hit::Part;
use crate::scene::plan::MARGIN;
use crate::scene::player::{Player, View};
use crate::scene::shape::{Item, Mode, Point, Rect, Scene};
use crate::trace::event::ObjectId;

/// Narrower than this, cards are laid out for a telephone; where the canvas is higher than wide, for a tablet; and where it
/// is so much wider than high, for a telephone on its side.
const NARROW: f64 = 520.0;
const UPRIGHT: f64 = 1.0;
const LOW: f64 = 300.0;
const FLAT: f64 = 1.9;
/// How far from a thing, in CSS pixels, one still hits it.
const SLACK: f64 = 6.0;
/// So much larger must things be for which the empty room around them is left out of sight.
const CLOSER: f64 = 1.5;

pub struct Picture {
    viewport: Viewport,
    theme: &'static Theme,
    words: &'static Words,
    aim: Aim,
    /// Where the camera was before the last seek.
    camera_before: Option<Camera>,
    painter: Painter,
    pub hover: Option<Item>,
    pub selected: Option<Item>,
    /// References that are lit as the way from a name to an object; while there is one, it alone is.
    pub way: Vec<Item>,
    pub band: Option<Band>,
    pub guesses: BTreeMap<ObjectId, Guess>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Hit {
    Item {
        #[serde(flatten)]
        item: Item,
        #[serde(skip_serializing_if = "Option::is_none")]
        handle: Option<bool>,
    },
    Empty {
        kind: &'static str,
    },
}

/// Where an item stands on the canvas, in CSS pixels.
#[derive(Serialize)]
pub struct ItemBox {
    item: Item,
    #[serde(flatten)]
    rect: Rect,
}

impl Default for Picture {
    fn default() -> Picture {
        Picture {
            viewport: Viewport {
                width: 640.0,
                height: 480.0,
                ratio: 1.0,
            },
            theme: Theme::of(false),
            words: Words::of("en"),
            aim: Aim::Fit,
            camera_before: None,
            painter: Painter::default(),
            hover: None,
            selected: None,
            way: Vec::new(),
            band: None,
            guesses: BTreeMap::new(),
        }
    }
}

impl Picture {
    /// The canvas's size and the reader's choices. Gives the mode that suits the size.
    pub fn set_view(&mut self, view: &JsValue) -> Result<Mode, JsError> {
        let names = [
            "width",
            "height",
            "ratio",
            "dark",
            "reducedMotion",
            "locale",
        ];
        let given = Given::read("the view", view, &names)?;
        let viewport = Viewport {
            width: given.number("width", 1.0, 32768.0)?,
            height: given.number("height", 1.0, 32768.0)?,
            ratio: given.number("ratio", 0.1, 16.0)?,
        };
        let theme = Theme::of(given.boolean("dark")?);
        // The page itself leaves the animation out; the answer is checked all the same.
        given.boolean("reducedMotion")?;
        self.words = Words::of(&given.string("locale")?);
        self.theme = theme;
        if let Aim::Free(camera) = &mut self.aim {
            // What was in the middle stays there.
            camera.x += (viewport.width - self.viewport.width) / 2.0;
            camera.y += (viewport.height - self.viewport.height) / 2.0;
        }
        self.viewport = viewport;
        self.camera_before = None;
        Ok(self.mode())
    }

    pub fn mode(&self) -> Mode {
        let Viewport { width, height, .. } = self.viewport;
        if height < LOW && width > FLAT * height {
            Mode::Low
        } else if width < NARROW && width <= UPRIGHT * height {
            Mode::Tall
        } else if width < NARROW {
            Mode::Narrow
        } else {
            Mode::Wide
        }
    }

    pub fn camera(&self, player: &Player) -> Camera {
        self.aim.camera(&player.scene().bounds, &self.viewport)
    }

    /// To be called before the player moves.
    pub fn leave(&mut self, player: &Player) {
        self.camera_before = Some(self.camera(player));
    }

    pub fn needs_animation(&self, player: &Player) -> bool {
        player.needs_animation()
            || self
                .camera_before
                .is_some_and(|before| before != self.camera(player))
    }

    /// A new program: everything in view again, nothing pointed at.
    pub fn reset(&mut self) {
        self.aim = Aim::Fit;
        self.camera_before = None;
        self.hover = None;
        self.selected = None;
        self.way.clear();
        self.band = None;
        self.guesses.clear();
    }

    pub fn paint(
        &mut self,
        context: &OffscreenCanvasRenderingContext2d,
        player: &Player,
        progress: f64,
    ) {
        let progress = if progress.is_nan() {
            1.0
        } else {
            progress.clamp(0.0, 1.0)
        };
        let target = self.camera(player);
        let eased = progress * progress * (3.0 - 2.0 * progress);
        let camera = match &self.camera_before {
            Some(before) => Camera::between(before, &target, eased, &self.viewport),
            None => target,
        };
        let look = Look {
            camera,
            viewport: self.viewport,
            theme: self.theme,
            words: self.words,
            hover: self.hover.as_ref(),
            selected: self.selected.as_ref(),
            way: &self.way,
            band: self.band.as_ref(),
            guesses: &self.guesses,
        };
        if progress < 1.0 {
            self.painter
                .paint(context, &player.between(progress), &look);
        } else {
            self.painter.paint(context, player.scene(), &look);
        }
    }

    pub fn pan_by(&mut self, player: &Player, dx: f64, dy: f64) {
        if dx.is_finite() && dy.is_finite() {
            self.aim = Aim::Free(self.camera(player).panned(dx, dy));
            self.camera_before = None;
        }
    }

    pub fn zoom_at(&mut self, player: &Player, factor: f64, at: Point) {
        if factor > 0.0 && at.x.is_finite() && at.y.is_finite() {
            self.aim = Aim::Free(self.camera(player).zoomed(factor, at));
            self.camera_before = None;
        }
    }

    /// Puts a card elsewhere. The camera stays: nothing else shall move under the hand.
    pub fn move_by(&mut self, player: &mut Player, object: ObjectId, dx: f64, dy: f64) {
        if dx.is_finite() && dy.is_finite() {
            let camera = self.camera(player);
            self.aim = Aim::Free(camera);
            self.camera_before = None;
            player.move_by(object, dx / camera.zoom, dy / camera.zoom);
        }
    }

    /// Another view of the same objects, all of them in sight.
    pub fn arrange(&mut self, player: &mut Player, view: View) {
        self.leave(player);
        player.set_view(view);
        self.aim = Aim::Fit;
    }

    /// Every card goes back to its place, and all of them come into view.
    pub fn tidy(&mut self, player: &mut Player) {
        self.leave(player);
        player.tidy();
        self.aim = Aim::Fit;
    }

    pub fn fit(&mut self) {
        self.aim = Aim::Fit;
        self.camera_before = None;
    }

    /// Everything, with the room of what is gone or still to come; where that is in view already and most of it is empty,
    /// what there is.
    pub fn fit_closer(&mut self, player: &Player) {
        let everything = self.camera(player);
        let was_fit = self.aim == Aim::Fit;
        self.fit();
        if !was_fit || !player.scene().cells.is_empty() {
            return;
        }
        // Names may be far away from what they refer to: then without them.
        let is_object = |item: &Item| matches!(item, Item::Object { .. });
        let closer = [
            all_around(player.scene(), |_| true),
            all_around(player.scene(), is_object),
        ];
        let cameras = closer
            .into_iter()
            .flatten()
            .map(|there| Camera::fit(&there, &self.viewport));
        let mut cameras = cameras.filter(|closer| closer.zoom > CLOSER * everything.zoom);
        if let Some(closer) = cameras.next() {
            self.aim = Aim::Free(closer);
        }
    }

    pub fn hit(&self, player: &Player, at: Point) -> Hit {
        let camera = self.camera(player);
        let found = player.hit(camera.to_scene(at), SLACK / camera.zoom);
        match found {
            Some(hit) => Hit::Item {
                item: hit.item,
                handle: (hit.part == Part::Handle).then_some(true),
            },
            None => Hit::Empty { kind: "empty" },
        }
    }

    /// Where the items stand that are wanted: names, objects, then references.
    pub fn boxes(&self, player: &Player, is_wanted: impl Fn(&Item) -> bool) -> Vec<ItemBox> {
        let camera = self.camera(player);
        let wanted = placed(player.scene()).filter(|(item, _)| is_wanted(item));
        wanted
            .map(|(item, rect)| ItemBox {
                item,
                rect: camera.to_css(&rect),
            })
            .collect()
    }

    /// The same items.
    pub fn items(&self, player: &Player) -> Vec<Item> {
        placed(player.scene()).map(|(item, _)| item).collect()
    }
}

/// The rectangle around all items that are wanted, with some room; none where there are none.
fn all_around(scene: &Scene, is_wanted: impl Fn(&Item) -> bool) -> Option<Rect> {
    let rects = placed(scene)
        .filter(|(item, _)| is_wanted(item))
        .map(|(_, rect)| rect);
    let all = rects.reduce(|all, rect| all.union(&rect));
    all.map(|it| it.grown(MARGIN))
}

/// All that can be pointed at, and where it stands in the scene.
fn placed(scene: &Scene) -> impl Iterator<Item = (Item, Rect)> {
    let tags = scene.tags.iter().map(|tag| {
        let (frame, name) = (tag.frame, tag.name.clone());
        (Item::Name { frame, name }, tag.rect)
    });
    let object = |object: ObjectId| Item::Object { object };
    let cards = scene
        .cards
        .iter()
        .map(move |card| (object(card.object), card.rect));
    let dots = scene.dots.iter().map(move |dot| {
        let at = Rect::new(dot.center.x, dot.center.y, 0.0, 0.0);
        (object(dot.object), at.grown(dot.radius))
    });
    // A name's arrow is the name's own item.
    let arrows = scene
        .arrows
        .iter()
        .filter(|arrow| arrow.source.is_some())
        .filter_map(|arrow| {
            let middle = arrow.path.get(arrow.path.len() / 2)?;
            let at = Rect::new(middle.x, middle.y, 0.0, 0.0).grown(8.0);
            Some((arrow.item.clone(), at))
        });
    tags.chain(cards).chain(dots).chain(arrows)
}
