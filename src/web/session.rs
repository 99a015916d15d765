//! The class `Session`: what the page holds on to.
//!
//! It turns each call of JavaScript into one of the interpreter, the player or the picture, and the answer into plain
//! objects. Invariants: between two texts every event that the interpreter recorded is in the player; it decides nothing
//! itself; whatever is wrong with an argument is an Error that names it; the same calls give the same answers.

mod playback;
mod view;

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::options::Options;
use super::picture::Picture;
use crate::profile::PROFILES;
use crate::python::vm::session::{self as interpreter, Outcome};
use crate::scene::player::Player;

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
