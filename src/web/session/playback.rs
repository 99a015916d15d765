//! The session's positions: going to them, and what is said of one.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{Session, from_js, to_js};
use crate::scene::caption::Message;
use crate::scene::gesture::Gesture;
use crate::scene::shape::Item;
use crate::trace::event::{ObjectId, Trigger};
use crate::trace::playback::Unit;
use crate::trace::playback::timeline::MarkKind;
use crate::web::painter::Guess;
use crate::web::report;

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
struct Drawing<'a> {
    dot: &'a str,
    n_objects: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum GestureAnswer {
    Statement(String),
    Refused(Message),
}

#[derive(Deserialize)]
struct Given {
    object: ObjectId,
    guess: Guess,
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

    /// The next stop of that unit, without going there. "death": that of the selected object, or of any where none is
    /// selected; the position itself where there is none.
    pub fn next(&self, unit: &str, from: Option<f64>) -> Result<usize, JsError> {
        let unit = self.read_unit(unit, "end")?;
        Ok(self.player.timeline().next(unit, self.start(from)))
    }

    pub fn previous(&self, unit: &str, from: Option<f64>) -> Result<usize, JsError> {
        let unit = self.read_unit(unit, "start")?;
        Ok(self.player.timeline().previous(unit, self.start(from)))
    }

    /// `all` is what this direction calls the whole way.
    fn read_unit(&self, unit: &str, all: &str) -> Result<Unit, JsError> {
        match unit {
            "event" => Ok(Unit::Event),
            "statement" => Ok(Unit::Statement),
            "pass" => Ok(Unit::Pass),
            "collection" => Ok(Unit::Collection),
            "death" => Ok(Unit::Death(self.selected())),
            _ if unit == all => Ok(Unit::All),
            _ => Err(JsError::new(&format!(
                "unit: \"{unit}\" is not one of \"event\", \"statement\", \"pass\", \"collection\", \"death\", \"{all}\""
            ))),
        }
    }

    /// The object that the reader follows.
    fn selected(&self) -> Option<ObjectId> {
        match self.picture.selected {
            Some(Item::Object { object }) => Some(object),
            _ => None,
        }
    }

    fn start(&self, from: Option<f64>) -> usize {
        from.map_or(self.player.position(), |from| from as usize)
    }

    /// The position of the first recorded statement before which at least so many steps have run; the end where there is
    /// none.
    #[wasm_bindgen(js_name = positionOfStep)]
    pub fn position_of_step(&self, step: f64) -> usize {
        self.player.timeline().position_of_step(step as u64)
    }

    pub fn marks(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.timeline().marks())
    }

    pub fn status(&self) -> Result<JsValue, JsError> {
        let profile = self.options.profile;
        to_js(&report::status(&self.player, profile, &self.inputs))
    }

    /// Where along a scrubber of so many places something happened: `{ kind: [place] }`.
    #[wasm_bindgen(js_name = markPlaces)]
    pub fn mark_places(&self, n_places: u32) -> Result<JsValue, JsError> {
        to_js(&report::mark_places(self.player.timeline(), n_places))
    }

    /// The nth graph that objgraph drew: `{ dot, nObjects }`, in the language of Graphviz; null where there are fewer.
    pub fn drawing(&self, nth: u32) -> Result<JsValue, JsError> {
        let drawing = self.player.timeline().drawing(nth as usize);
        to_js(&drawing.map(|(dot, n_objects)| Drawing { dot, n_objects }))
    }

    /// The first mark of one of those kinds after the position; null where there is none.
    #[wasm_bindgen(js_name = nextMark)]
    pub fn next_mark(&self, kinds: JsValue) -> Result<JsValue, JsError> {
        let kinds: Vec<MarkKind> = from_js("nextMark", kinds)?;
        let timeline = self.player.timeline();
        to_js(&timeline.next_mark(&kinds, self.player.position()))
    }

    /// By at most about so many points.
    pub fn history(&self, n_points: u32) -> Result<JsValue, JsError> {
        to_js(&report::history(self.player.timeline(), n_points as usize))
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

    /// `{ total, rows }`: as many rows of the table as asked for.
    pub fn page(&self, first: u32, n: u32) -> Result<JsValue, JsError> {
        to_js(&report::page(&self.player, first as usize, n as usize))
    }

    /// One row of the table; null for what does not exist at the position.
    pub fn row(&self, object: u32) -> Result<JsValue, JsError> {
        to_js(&report::one_row(self.player.state(), ObjectId(object)))
    }

    /// The next place after the position to guess what is about to die: `{ position, end, kind, dies }`, or null.
    pub fn prediction(&self) -> Result<JsValue, JsError> {
        let line_of = |source: u32, line: u32| {
            let text = self.inputs.get(source as usize)?;
            text.lines().nth(line.checked_sub(1)? as usize)
        };
        to_js(&self.player.prediction(line_of))
    }

    /// What the reader guessed, or how right that was: `[{ object, guess }]`.
    #[wasm_bindgen(js_name = setGuesses)]
    pub fn set_guesses(&mut self, guesses: JsValue) -> Result<(), JsError> {
        let given: Vec<Given> = from_js("setGuesses", guesses)?;
        self.picture.guesses = given.iter().map(|it| (it.object, it.guess)).collect();
        Ok(())
    }

    /// The run told by its statements, to be compared with another: `[{ position, line, nObjects, sum, … }]`.
    pub fn outline(&self) -> Result<JsValue, JsError> {
        to_js(&self.player.outline())
    }

    /// Where an object is made and where it begins to die: `{ created, dies }`, null where that was not recorded.
    pub fn lifetime(&self, object: u32) -> Result<JsValue, JsError> {
        to_js(&self.player.timeline().lifetime(ObjectId(object)))
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
