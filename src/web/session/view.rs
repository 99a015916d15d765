//! The session's picture: its size and its view, what is lit in it, and what a pointer meets.

use std::rc::Rc;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::OffscreenCanvasRenderingContext2d;

use super::{Session, from_js, to_js};
use crate::scene::moves::Moves;
use crate::scene::shape::{Item, Point};
use crate::scene::types::TypeFilter;
use crate::trace::event::ObjectId;
use crate::web::painter::Band;

#[derive(Deserialize)]
struct GivenBand {
    from: Item,
    x: f64,
    y: f64,
}

/// The picture, in CSS pixels.
#[wasm_bindgen]
impl Session {
    /// `{ width, height, ratio, dark, reducedMotion, locale }`.
    #[wasm_bindgen(js_name = setView)]
    pub fn set_view(&mut self, view: &JsValue) -> Result<(), JsError> {
        let mode = self.picture.set_view(view)?;
        self.player.set_mode(mode);
        Ok(())
    }

    /// Between the picture before the last seek (0) and the one at the position (1).
    pub fn paint(&mut self, context: &OffscreenCanvasRenderingContext2d, progress: f64) {
        self.picture.paint(context, &self.player, progress);
    }

    #[wasm_bindgen(js_name = needsAnimation)]
    pub fn needs_animation(&self) -> bool {
        self.picture.needs_animation(&self.player)
    }

    #[wasm_bindgen(js_name = panBy)]
    pub fn pan_by(&mut self, dx: f64, dy: f64) {
        self.picture.pan_by(&self.player, dx, dy);
    }

    /// Larger by `factor`, around that point.
    #[wasm_bindgen(js_name = zoomAt)]
    pub fn zoom_at(&mut self, factor: f64, x: f64, y: f64) {
        let at = Point::new(x, y);
        self.picture.zoom_at(&self.player, factor, at);
    }

    /// Everything comes into view, and stays in view.
    pub fn fit(&mut self) {
        self.picture.fit();
    }

    /// The same; where everything is in view and most of it is empty, what there is now comes closer.
    #[wasm_bindgen(js_name = fitCloser)]
    pub fn fit_closer(&mut self) {
        self.picture.fit_closer(&self.player);
    }

    pub fn view(&self) -> Result<JsValue, JsError> {
        to_js(&self.picture.camera(&self.player))
    }

    /// `{ kind: "lanes" | "graph" }`, or `{ kind: "referrers" | "referents", object, depth }`.
    #[wasm_bindgen(js_name = setArrangement)]
    pub fn set_arrangement(&mut self, view: JsValue) -> Result<(), JsError> {
        let view = from_js("setArrangement", view)?;
        self.picture.arrange(&mut self.player, view);
        Ok(())
    }

    /// Somebody is about to look at the graph.
    #[wasm_bindgen(js_name = prepareGraph)]
    pub fn prepare_graph(&self) {
        self.player.prepare_graph();
    }

    /// How many objects of which type there are: `[{ typeName, count, isShown }]`.
    pub fn types(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.filter().counts(self.player.stage()))
    }

    /// Leaves the objects of these types out of the picture and the table.
    #[wasm_bindgen(js_name = leaveOut)]
    pub fn leave_out(&mut self, types: JsValue) -> Result<(), JsError> {
        let types: Vec<String> = from_js("leaveOut", types)?;
        let types = types.into_iter().map(Rc::from);
        self.player.set_filter(TypeFilter::without(types));
        Ok(())
    }

    /// Puts a card elsewhere, where it stays, in this and in later programs: so many CSS pixels away.
    #[wasm_bindgen(js_name = moveBy)]
    pub fn move_by(&mut self, object: u32, dx: f64, dy: f64) {
        self.picture
            .move_by(&mut self.player, ObjectId(object), dx, dy);
    }

    /// Every card goes back to its place.
    pub fn tidy(&mut self) {
        self.picture.tidy(&mut self.player);
    }

    #[wasm_bindgen(js_name = isUntidy)]
    pub fn is_untidy(&self) -> bool {
        self.player.is_untidy()
    }

    /// Takes over where cards were put in another session.
    #[wasm_bindgen(js_name = adoptMoves)]
    pub fn adopt_moves(&mut self, other: &Session) {
        self.player.set_moves(other.player.moves().clone());
    }

    /// Where cards were put, to be kept for another visit: `[{ layout, mode, typeName, nth, x, y }]`.
    pub fn moves(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.moves().kept())
    }

    #[wasm_bindgen(js_name = setMoves)]
    pub fn set_moves(&mut self, kept: JsValue) -> Result<(), JsError> {
        self.player.set_moves(Moves::of(from_js("setMoves", kept)?));
        Ok(())
    }

    pub fn hit(&self, x: f64, y: f64) -> Result<JsValue, JsError> {
        to_js(&self.picture.hit(&self.player, Point::new(x, y)))
    }

    #[wasm_bindgen(js_name = setHover)]
    pub fn set_hover(&mut self, item: JsValue) -> Result<(), JsError> {
        self.picture.hover = from_js("setHover", item)?;
        Ok(())
    }

    #[wasm_bindgen(js_name = setSelected)]
    pub fn set_selected(&mut self, item: JsValue) -> Result<(), JsError> {
        self.picture.selected = from_js("setSelected", item)?;
        Ok(())
    }

    /// Lights up these references as the way to an object; none: no way is shown.
    #[wasm_bindgen(js_name = setWay)]
    pub fn set_way(&mut self, items: JsValue) -> Result<(), JsError> {
        self.picture.way = from_js("setWay", items)?;
        Ok(())
    }

    #[wasm_bindgen(js_name = setRubberBand)]
    pub fn set_rubber_band(&mut self, band: JsValue) -> Result<(), JsError> {
        let band: Option<GivenBand> = from_js("setRubberBand", band)?;
        self.picture.band = band.map(|band| Band {
            from: band.from,
            to: Point::new(band.x, band.y),
        });
        Ok(())
    }

    /// Where the names and these objects stand; without a list, all items.
    pub fn boxes(&self, objects: Option<Vec<u32>>) -> Result<JsValue, JsError> {
        let wanted = objects.map(|some| some.into_iter().collect::<FxHashSet<_>>());
        let is_wanted = |item: &Item| match (&wanted, item) {
            (None, _) | (_, Item::Name { .. }) => true,
            (Some(wanted), Item::Object { object }) => wanted.contains(&object.0),
            (Some(_), Item::Edge { .. } | Item::Weak { .. }) => false,
        };
        to_js(&self.picture.boxes(&self.player, is_wanted))
    }

    /// Where that item stands, if it is in the picture.
    #[wasm_bindgen(js_name = boxOf)]
    pub fn box_of(&self, item: JsValue) -> Result<JsValue, JsError> {
        let wanted: Item = from_js("boxOf", item)?;
        let found = self.picture.boxes(&self.player, |item| *item == wanted);
        to_js(&found.first())
    }

    /// All items, unless there are more than that.
    pub fn items(&self, most: usize) -> Result<JsValue, JsError> {
        let items = self.picture.items(&self.player);
        to_js(&(items.len() <= most).then_some(items))
    }

    /// The item that many places farther on, as they are drawn; where there is no such item yet, the first or the last.
    pub fn neighbour(&self, from: JsValue, by: i32) -> Result<JsValue, JsError> {
        let from: Option<Item> = from_js("neighbour", from)?;
        let items = self.picture.items(&self.player);
        let at = items.iter().position(|item| Some(item) == from.as_ref());
        let next = match at {
            Some(at) => (at as i64 + i64::from(by)).rem_euclid(items.len() as i64) as usize,
            None if by > 0 => 0,
            None => items.len().saturating_sub(1),
        };
        to_js(&items.get(next))
    }
}
