//! The class `Session`: what the page holds on to.
//!
//! It turns each call of JavaScript into one of the interpreter, the player or the picture, and the answer into plain
//! objects. Invariants: between two texts every event that the interpreter recorded is in the player; it decides nothing
//! itself; whatever is wrong with an argument is an Error that names it; the same calls give the same answers.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::OffscreenCanvasRenderingContext2d;

use super::options::Options;
use super::painter::{Band, Guess};
use super::picture::Picture;
use super::report;
use crate::profile::PROFILES;
use crate::python::vm::session::{self as interpreter, Outcome};
use crate::scene::caption::Message;
use crate::scene::gesture::Gesture;
use crate::scene::moves::Moves;
use crate::scene::player::Player;
use crate::scene::shape::{Item, Point};
use crate::scene::types::TypeFilter;
use crate::trace::event::{ObjectId, Trigger};
use crate::trace::playback::Unit;
use crate::trace::playback::timeline::MarkKind;

#[wasm_bindgen]
pub struct Session {
    options: Options,
    player: Player,
    picture: Picture,
    /// The texts that were run, by source: the program, then the statements.
    inputs: Vec<Rc<str>>,
    /// Where the events of each of them end.
    ends: Vec<usize>,
    interpreter: interpreter::Session,
    coming: Option<Coming>,
    /// Told how far what is being run has come.
    report: Option<js_sys::Function>,
    /// The step before which the details of the next program begin.
    details_from: u64,
}

/// A text that is being run, or whose trace is being taken in.
struct Coming {
    text: Rc<str>,
    /// Of a new program: it takes the old one's place when it is ready.
    player: Option<Player>,
    /// Whether it ended by an error; none while it runs.
    ended: Option<bool>,
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
            interpreter: interpreter(&options, 0),
            options,
            player: Player::default(),
            picture: Picture::default(),
            inputs: Vec::new(),
            ends: Vec::new(),
            coming: None,
            report: None,
            details_from: 0,
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
        self.begin(program);
        self.proceed_to_end()
    }

    /// One more statement on the same heap, as at the prompt: an expression echoes. The position stays.
    pub fn execute(&mut self, statement: &str) -> Result<JsValue, JsError> {
        self.begin_statement(statement);
        self.proceed_to_end()
    }

    /// The programs that begin after this are recorded in detail only from the statement before which so many steps have
    /// run: a place that the budget of details would not reach. 0: from the start.
    #[wasm_bindgen(js_name = setDetailsFrom)]
    pub fn set_details_from(&mut self, step: f64) {
        self.details_from = step as u64;
    }

    /// Begins what `run` does, to be carried on by `proceed`. Until that is done, all else is as it was before.
    pub fn begin(&mut self, program: &str) {
        self.interpreter = interpreter(&self.options, self.details_from);
        if let Some(report) = &self.report {
            set_report(&mut self.interpreter, report);
        }
        self.interpreter.begin_program(program);
        self.coming = Some(Coming {
            text: program.into(),
            player: Some(Player::new(self.picture.mode())),
            ended: None,
        });
    }

    /// Begins what `execute` does, to be carried on by `proceed`.
    #[wasm_bindgen(js_name = beginStatement)]
    pub fn begin_statement(&mut self, statement: &str) {
        self.interpreter.begin_prompt(&format!("{statement}\n"));
        self.coming = Some(Coming {
            text: statement.into(),
            player: None,
            ended: None,
        });
    }

    /// Carries on with what was begun, for about so many steps of the program or, afterwards, events of its trace.
    /// Undefined while there is more to do, then what `run` and `execute` give.
    pub fn proceed(&mut self, n: f64) -> Result<JsValue, JsError> {
        let n = n as u64;
        let Some(mut coming) = self.coming.take() else {
            return Ok(JsValue::UNDEFINED);
        };
        let player = coming.player.as_mut().unwrap_or(&mut self.player);
        let Some(raised) = coming.ended else {
            if let Some(outcome) = self.interpreter.proceed(n) {
                coming.ended = Some(!matches!(outcome, Outcome::Finished | Outcome::Exited(0)));
                let recorder = &mut self.interpreter.heap_mut().recorder;
                player.begin_append(std::mem::take(&mut recorder.events));
            }
            self.coming = Some(coming);
            return Ok(JsValue::UNDEFINED);
        };
        if player.absorb(n as usize) {
            self.arrive(coming, raised)
        } else {
            self.coming = Some(coming);
            Ok(JsValue::UNDEFINED)
        }
    }

    /// Makes ready about so many events of what has been run, so that going far into it is quick; true once nothing is
    /// left to do. To be called while nothing else is to be done.
    #[wasm_bindgen(js_name = playAhead)]
    pub fn play_ahead(&mut self, n: f64) -> bool {
        self.player.play_ahead(n as usize)
    }

    /// Steps that the program which is being run has made so far; undefined once it has ended.
    #[wasm_bindgen(js_name = stepsRun)]
    pub fn steps_run(&self) -> Option<f64> {
        self.interpreter.n_steps_run().map(|n| n as f64)
    }

    /// As Ctrl-C would: KeyboardInterrupt as soon as what is being run has made so many steps, also in the middle of a
    /// native call; the second time nothing can catch it.
    #[wasm_bindgen(js_name = interruptAfter)]
    pub fn interrupt_after(&mut self, n_steps: f64) {
        self.interpreter.interrupt_after(n_steps as u64);
    }

    /// Has the function called with `stepsRun` every few steps, also in the middle of a native call.
    #[wasm_bindgen(js_name = reportSteps)]
    pub fn report_steps(&mut self, report: js_sys::Function) {
        set_report(&mut self.interpreter, &report);
        self.report = Some(report);
    }

    /// False where the prompt waits for more lines: a block goes on until an empty one.
    #[wasm_bindgen(js_name = isComplete)]
    pub fn is_complete(&self, statement: &str) -> bool {
        interpreter::Session::is_complete_input(statement)
    }

    fn proceed_to_end(&mut self) -> Result<JsValue, JsError> {
        loop {
            let summary = self.proceed(f64::INFINITY)?;
            if !summary.is_undefined() {
                return Ok(summary);
            }
        }
    }

    /// What was begun is done.
    fn arrive(&mut self, coming: Coming, raised: bool) -> Result<JsValue, JsError> {
        let mut first_event = self.length_before_source(self.inputs.len());
        if let Some(player) = coming.player {
            let (moves, view) = (self.player.moves().clone(), self.player.view());
            let filter = self.player.filter().clone();
            self.player = player;
            self.player.set_moves(moves);
            self.player.set_view(view);
            self.player.set_filter(filter);
            self.player.set_mode(self.picture.mode());
            self.picture.reset();
            self.inputs.clear();
            self.ends.clear();
            first_event = 0;
        }
        let source = self.inputs.len() as u32;
        self.inputs.push(coming.text);
        self.ends.push(self.length());
        to_js(&RunSummary {
            source,
            first_event,
            end_event: self.length(),
            raised,
        })
    }

    fn length_before_source(&self, source: usize) -> usize {
        let before = source.checked_sub(1).and_then(|it| self.ends.get(it));
        before.copied().unwrap_or(0)
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

    pub fn fit(&mut self) {
        self.picture.fit();
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

    pub fn boxes(&self) -> Result<JsValue, JsError> {
        to_js(&self.picture.boxes(&self.player))
    }
}

fn interpreter(options: &Options, details_from: u64) -> interpreter::Session {
    interpreter::Session::new(interpreter::Options {
        profile: options.profile,
        max_steps: options.max_steps,
        max_heap_bytes: options.max_heap,
        record: Some(options.max_events),
        details_from,
        collector: options.collector,
        filename: "<program>".to_owned(),
    })
}

fn set_report(interpreter: &mut interpreter::Session, report: &js_sys::Function) {
    let report = report.clone();
    interpreter.set_report(Box::new(move |n_steps| {
        // What the page makes of it is no business of the program's.
        let _ = report.call1(&JsValue::NULL, &JsValue::from_f64(n_steps as f64));
    }));
}

/// By way of JSON: the engine makes objects from one text several times as fast as by a call for each of their parts.
fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    let text = serde_json::to_string(value)?;
    js_sys::JSON::parse(&text).map_err(|error| JsError::new(&format!("{error:?}")))
}

fn from_js<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| JsError::new(&format!("{what}: {error}")))
}
