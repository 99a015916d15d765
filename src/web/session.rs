//! The class `Session`: what the page holds on to.
//!
//! It turns each call of JavaScript into one of the interpreter, the player or the picture, and the answer into plain
//! objects. Invariants: every event that the interpreter recorded is in the player; it decides nothing itself; whatever is wrong with an argument is an Error that names it; the
//! same calls give the same answers.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::options::Options;
use super::painter::Band;
use super::picture::Picture;
use super::report;
use crate::profile::PROFILES;
use crate::python::vm::session::{self as interpreter, Outcome};
use crate::scene::caption::Message;
use crate::scene::gesture::Gesture;
use crate::scene::player::Player;
use crate::scene::shape::{Item, Point};
use crate::trace::event::{ObjectId, Trigger};
use crate::trace::playback::Unit;

#[wasm_bindgen]
pub struct Session {
    options: Options,
    player: Player,
    picture: Picture,
    /// The texts that were run, by source: the program, then the statements.
    inputs: Vec<Rc<str>>,
    interpreter: interpreter::Session,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunSummary {
    source: u32,
    /// Events first..end belong to it.
    first_event: usize,
    end_event: usize,
    raised: bool,
}

#[derive(Serialize)]
struct Collection {
    position: usize,
    end: usize,
    generation: u8,
    trigger: Trigger,
    collected: u32,
    uncollectable: u32,
    candidates: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum GestureAnswer {
    Statement(String),
    Refused(Message),
}

#[derive(Deserialize)]
struct GivenBand {
    from: Item,
    x: f64,
    y: f64,
}

#[wasm_bindgen]
impl Session {
    /// `options`: `{ python?, maxSteps?, maxHeap?, maxEvents? }`.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Session, JsError> {
        let options = Options::read(options)?;
        Ok(Session {
            interpreter: interpreter(&options),
            options,
            player: Player::default(),
            picture: Picture::default(),
            inputs: Vec::new(),
        })
    }

    /// The versions of Python there are, oldest first.
    pub fn versions() -> Vec<String> {
        PROFILES.iter().map(|it| it.name.to_owned()).collect()
    }
}

/// Running: the program is the state.
#[wasm_bindgen]
impl Session {
    /// A new heap, and the program on it, as a script. The position is the start.
    pub fn run(&mut self, program: &str) -> Result<JsValue, JsError> {
        self.interpreter = interpreter(&self.options);
        self.player = Player::new(self.picture.mode());
        self.picture.reset();
        self.inputs.clear();
        let outcome = self.interpreter.run_program(program);
        self.ran(program, &outcome)
    }

    /// One more statement on the same heap, as at the prompt: an expression echoes. The position stays.
    pub fn execute(&mut self, statement: &str) -> Result<JsValue, JsError> {
        let outcome = self.interpreter.run_prompt(&format!("{statement}\n"));
        self.ran(statement, &outcome)
    }

    /// False where the prompt waits for more lines: a block goes on until an empty one.
    #[wasm_bindgen(js_name = isComplete)]
    pub fn is_complete(&self, statement: &str) -> bool {
        interpreter::Session::is_complete_input(statement)
    }

    fn ran(&mut self, text: &str, outcome: &Outcome) -> Result<JsValue, JsError> {
        let first_event = self.length();
        let source = self.inputs.len() as u32;
        self.inputs.push(text.into());
        let recorder = &mut self.interpreter.heap_mut().recorder;
        self.player.append(std::mem::take(&mut recorder.events));
        to_js(&RunSummary {
            source,
            first_event,
            end_event: self.length(),
            raised: !matches!(outcome, Outcome::Finished | Outcome::Exited(0)),
        })
    }
}

/// Playback: position p means "p events have happened".
#[wasm_bindgen]
impl Session {
    pub fn length(&self) -> usize {
        self.player.timeline().len()
    }

    pub fn position(&self) -> usize {
        self.player.position()
    }

    /// Beyond the end is the end.
    pub fn seek(&mut self, position: f64) {
        self.picture.leave(&self.player);
        // A float becomes the nearest position there may be: NaN and what is negative, the start.
        self.player.seek(position as usize);
    }

    /// The next stop of that unit, without going there.
    pub fn next(&self, unit: &str, from: Option<f64>) -> Result<usize, JsError> {
        let unit = read_unit(unit, "end")?;
        Ok(self.player.timeline().next(unit, self.start(from)))
    }

    pub fn previous(&self, unit: &str, from: Option<f64>) -> Result<usize, JsError> {
        let unit = read_unit(unit, "start")?;
        Ok(self.player.timeline().previous(unit, self.start(from)))
    }

    fn start(&self, from: Option<f64>) -> usize {
        from.map_or(self.player.position(), |from| from as usize)
    }

    pub fn marks(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.timeline().marks())
    }

    pub fn status(&self) -> Result<JsValue, JsError> {
        let profile = self.options.profile;
        to_js(&report::status(&self.player, profile, &self.inputs))
    }

    pub fn history(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.timeline().history())
    }

    pub fn collections(&self) -> Result<JsValue, JsError> {
        let spans = self.player.timeline().collections().iter();
        let collections: Vec<Collection> = spans
            .map(|span| Collection {
                position: span.position,
                end: span.end.unwrap_or(self.length()),
                generation: span.generation,
                trigger: span.trigger,
                collected: span.collected,
                uncollectable: span.uncollectable,
                candidates: span.candidates,
            })
            .collect();
        to_js(&collections)
    }

    pub fn table(&self) -> Result<JsValue, JsError> {
        to_js(&report::table(&self.player))
    }

    pub fn inspect(&self, object: u32) -> Result<JsValue, JsError> {
        match report::inspect(self.player.state(), ObjectId(object)) {
            Some(inspection) => to_js(&inspection),
            None => Err(JsError::new(&format!(
                "inspect: there is no object {object} at position {}",
                self.player.position()
            ))),
        }
    }

    /// The Python statement that a gesture stands for, or why there is none.
    pub fn gesture(&self, gesture: JsValue) -> Result<JsValue, JsError> {
        let gesture: Gesture = from_js("gesture", gesture)?;
        to_js(&match self.player.statement(&gesture) {
            Ok(statement) => GestureAnswer::Statement(statement),
            Err(reason) => GestureAnswer::Refused(reason),
        })
    }
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
    pub fn paint(&mut self, context: &CanvasRenderingContext2d, progress: f64) {
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

    pub fn fit(&mut self) {
        self.picture.fit();
    }

    pub fn view(&self) -> Result<JsValue, JsError> {
        to_js(&self.picture.camera(&self.player))
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

    #[wasm_bindgen(js_name = setRubberBand)]
    pub fn set_rubber_band(&mut self, band: JsValue) -> Result<(), JsError> {
        let band: Option<GivenBand> = from_js("setRubberBand", band)?;
        self.picture.band = band.map(|band| Band {
            from: band.from,
            to: Point::new(band.x, band.y),
        });
        Ok(())
    }

    pub fn boxes(&self) -> Result<JsValue, JsError> {
        to_js(&self.picture.boxes(&self.player))
    }
}

fn interpreter(options: &Options) -> interpreter::Session {
    interpreter::Session::new(interpreter::Options {
        profile: options.profile,
        max_steps: options.max_steps,
        max_heap_bytes: options.max_heap,
        record: Some(options.max_events),
        filename: "<program>".to_owned(),
    })
}

/// `all` is what this direction calls the whole way.
fn read_unit(unit: &str, all: &str) -> Result<Unit, JsError> {
    match unit {
        "event" => Ok(Unit::Event),
        "statement" => Ok(Unit::Statement),
        "pass" => Ok(Unit::Pass),
        "collection" => Ok(Unit::Collection),
        _ if unit == all => Ok(Unit::All),
        _ => Err(JsError::new(&format!(
            "unit: \"{unit}\" is not one of \"event\", \"statement\", \"pass\", \"collection\", \"{all}\""
        ))),
    }
}

fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn from_js<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| JsError::new(&format!("{what}: {error}")))
}
