//! Options from JavaScript, checked one by one.
//!
//! It turns an object's properties into values, or into an error that names the option and says what it accepts.
//! Invariant: nothing that JavaScript can pass panics.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::profile::{PROFILES, Profile};
use crate::python::vm::Collector;

/// What a session is made with.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub profile: &'static Profile,
    /// What looks for unreachable objects.
    pub collector: Collector,
    /// Statements and turns of loops that one program may run.
    pub max_steps: u64,
    /// Bytes that the simulated heap may hold.
    pub max_heap: u64,
    /// Detailed events that one program may record.
    pub max_events: usize,
}

/// A program that forgot to end is over within a minute; until then the page lives, and can stop it.
const DEFAULT_MAX_STEPS: u64 = 500_000_000;
const DEFAULT_MAX_HEAP: u64 = 512 << 20;
const DEFAULT_MAX_EVENTS: usize = 1_000_000;

/// Greatest whole number that JavaScript's numbers hold exactly.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

impl Options {
    pub fn read(value: &JsValue) -> Result<Options, JsError> {
        let names = ["python", "collector", "maxSteps", "maxHeap", "maxEvents"];
        let given = Given::read("the options", value, &names)?;
        let max_events = given.whole_number("maxEvents", u32::MAX.into())?;
        Ok(Options {
            profile: profile(&given)?,
            collector: collector(&given)?,
            max_steps: given
                .whole_number("maxSteps", MAX_SAFE_INTEGER)?
                .unwrap_or(DEFAULT_MAX_STEPS),
            max_heap: given
                .whole_number("maxHeap", MAX_SAFE_INTEGER)?
                .unwrap_or(DEFAULT_MAX_HEAP),
            max_events: max_events.map_or(DEFAULT_MAX_EVENTS, |n| n as usize),
        })
    }
}

fn collector(given: &Given) -> Result<Collector, JsError> {
    let value = given.get("collector");
    match value.as_string().as_deref() {
        _ if value.is_undefined() => Ok(Collector::Generational),
        Some("generational") => Ok(Collector::Generational),
        Some("mark-sweep") => Ok(Collector::MarkSweep),
        Some("none") => Ok(Collector::None),
        _ => Err(given.refusal("collector", "\"generational\", \"mark-sweep\" or \"none\"")),
    }
}

fn profile(given: &Given) -> Result<&'static Profile, JsError> {
    let value = given.get("python");
    if value.is_undefined() {
        return Ok(Profile::latest_stable());
    }
    let found = value.as_string().and_then(|name| Profile::by_name(&name));
    found.ok_or_else(|| {
        let names: Vec<String> = PROFILES
            .iter()
            .map(|it| format!("\"{}\"", it.name))
            .collect();
        given.refusal("python", &format!("one of {}", names.join(", ")))
    })
}

/// A JavaScript object with properties of known names.
pub struct Given {
    object: Option<Object>,
}

impl Given {
    /// Nothing at all counts as an object without properties; any other property than `names` is refused.
    pub fn read(what: &str, value: &JsValue, names: &[&str]) -> Result<Given, JsError> {
        if value.is_undefined() || value.is_null() {
            return Ok(Given { object: None });
        }
        let accepted = names.join(", ");
        if !value.is_object() || Array::is_array(value) {
            let told = told(value);
            return Err(JsError::new(&format!(
                "{what}: {told} is not an object; its properties may be {accepted}"
            )));
        }
        let object: &Object = value.unchecked_ref();
        for key in Object::keys(object).iter() {
            let key = key.as_string().unwrap_or_default();
            if !names.contains(&key.as_str()) {
                return Err(JsError::new(&format!(
                    "{what}: there is no option {key}; there are {accepted}"
                )));
            }
        }
        Ok(Given {
            object: Some(object.clone()),
        })
    }

    /// Undefined where it is missing.
    pub fn get(&self, name: &str) -> JsValue {
        let value = self
            .object
            .as_ref()
            .and_then(|object| Reflect::get(object, &JsValue::from_str(name)).ok());
        value.unwrap_or(JsValue::UNDEFINED)
    }

    /// From 1 to `most`; none where it is missing.
    pub fn whole_number(&self, name: &str, most: f64) -> Result<Option<u64>, JsError> {
        let value = self.get(name);
        if value.is_undefined() {
            return Ok(None);
        }
        let number = value
            .as_f64()
            .filter(|it| it.fract() == 0.0 && (1.0..=most).contains(it));
        match number {
            Some(number) => Ok(Some(number as u64)),
            None => Err(self.refusal(name, &format!("a whole number from 1 to {most}"))),
        }
    }

    pub fn number(&self, name: &str, least: f64, most: f64) -> Result<f64, JsError> {
        let number = self.get(name).as_f64();
        number
            .filter(|it| (least..=most).contains(it))
            .ok_or_else(|| self.refusal(name, &format!("a number from {least} to {most}")))
    }

    pub fn boolean(&self, name: &str) -> Result<bool, JsError> {
        let boolean = self.get(name).as_bool();
        boolean.ok_or_else(|| self.refusal(name, "true or false"))
    }

    pub fn string(&self, name: &str) -> Result<String, JsError> {
        let string = self.get(name).as_string();
        string.ok_or_else(|| self.refusal(name, "a string"))
    }

    /// The error for an option with a value that it does not accept.
    pub fn refusal(&self, name: &str, accepted: &str) -> JsError {
        let told = told(&self.get(name));
        JsError::new(&format!(
            "option {name}: {told} is not accepted; it takes {accepted}"
        ))
    }
}

/// A value as a person would write it.
fn told(value: &JsValue) -> String {
    let json = js_sys::JSON::stringify(value).ok();
    let json = json.and_then(|text| text.as_string());
    match (value.as_f64(), json) {
        // JSON knows neither NaN nor infinity.
        (Some(number), _) => number.to_string(),
        (None, Some(json)) if json.chars().count() <= 60 => json,
        (None, Some(_)) => "that value".to_owned(),
        (None, None) => value.js_typeof().as_string().unwrap_or_default(),
    }
}
