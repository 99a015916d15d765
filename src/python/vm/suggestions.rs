//! "Did you mean": names near a misspelled one, when an error goes uncaught.
//!
//! Mirrors CPython's Python/suggestions.c and Lib/traceback.py (_compute_suggestion_error).

use super::{Unwind, Vm};
use crate::heap::payload::FrameObject;
use crate::heap::{Payload, Ref, types};

const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;
/// Modules of the standard library that programs like to use without importing them.
const STANDARD_MODULES: [&str; 62] = [
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "bisect",
    "cProfile",
    "calendar",
    "collections",
    "contextlib",
    "copy",
    "copyreg",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "dis",
    "enum",
    "faulthandler",
    "fractions",
    "functools",
    "gc",
    "glob",
    "hashlib",
    "heapq",
    "inspect",
    "io",
    "itertools",
    "json",
    "linecache",
    "logging",
    "marshal",
    "math",
    "multiprocessing",
    "operator",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "random",
    "re",
    "resource",
    "shutil",
    "signal",
    "socket",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
    "threading",
    "time",
    "traceback",
    "tracemalloc",
    "types",
    "typing",
    "weakref",
];
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

impl Vm {
    /// What is appended to the error's message: `. Did you mean: 'range'?`
    pub(super) fn suggestion(&mut self, error: Ref) -> Option<String> {
        if !self.heap.profile.suggestions {
            return None;
        }
        if self.heap.is_instance(error, types::IMPORT_ERROR) {
            return self.suggest_import(error);
        }
        let name = self.error_attribute(error, self.names.plain_name)?;
        let wrong = self.heap.as_str(name)?.to_owned();
        if self.heap.is_instance(error, types::ATTRIBUTE_ERROR) {
            let object = self.error_attribute(error, self.names.obj)?;
            return self.suggest_attribute(error, object, &wrong);
        }
        if self.heap.is_instance(error, types::NAME_ERROR) {
            return self.suggest_for_name(error, &wrong, name);
        }
        None
    }

    fn suggest_attribute(&mut self, error: Ref, object: Ref, wrong: &str) -> Option<String> {
        let candidates = self.attribute_candidates(error, object, wrong);
        if !self.heap.profile.errors.suggests_dotted_attributes {
            let near = nearest(wrong, &candidates)?;
            return Some(format!(". Did you mean: '{near}'?"));
        }
        if let Some(hint) = self.hint_for_attribute(object, wrong) {
            return Some(hint);
        }
        let near = nearest(wrong, &candidates)
            .or_else(|| self.nested_attribute(object, wrong, &candidates))?;
        Some(format!(". Did you mean '.{near}' instead of '.{wrong}'?"))
    }

    /// from module import name: a name of the module that is near.
    fn suggest_import(&mut self, error: Ref) -> Option<String> {
        if !self.heap.profile.errors.suggests_more {
            return None;
        }
        let wrong = self.error_attribute(error, self.names.name_from)?;
        let wrong = self.heap.as_str(wrong)?.to_owned();
        let module = self.error_attribute(error, self.names.plain_name)?;
        let module = self.heap.as_str(module)?.to_owned();
        let dict = self.heap.module_dict(self.imported_module(&module)?)?;
        let mut candidates = self.names_in(dict);
        candidates.sort();
        if self.heap.profile.errors.suggests_no_underscores && !wrong.starts_with('_') {
            candidates.retain(|name| !name.starts_with('_'));
        }
        let near = nearest(&wrong, &candidates)?;
        Some(format!(". Did you mean: '{near}'?"))
    }

    /// dir(object), without names that begin with an underscore unless the wrong one does, or the object is self.
    fn attribute_candidates(&self, error: Ref, object: Ref, wrong: &str) -> Vec<String> {
        let mut candidates = self.attribute_names(object);
        let hides = self.heap.profile.errors.suggests_no_underscores && !wrong.starts_with('_');
        if hides && self.innermost_self(error) != Some(object) {
            candidates.retain(|name| !name.starts_with('_'));
        }
        candidates
    }

    /// The frame where the error was raised.
    fn innermost_frame(&self, error: Ref) -> Option<&FrameObject> {
        let mut traceback = self.exception(error)?.traceback?;
        while let Payload::Traceback(body) = self.heap.payload(traceback) {
            match body.next {
                Some(next) => traceback = next,
                None => break,
            }
        }
        let Payload::Traceback(body) = self.heap.payload(traceback) else {
            return None;
        };
        match self.heap.payload(body.frame) {
            Payload::Frame(frame) => Some(frame),
            _ => None,
        }
    }

    /// What `self` is there.
    fn innermost_self(&self, error: Ref) -> Option<Ref> {
        let frame = self.innermost_frame(error)?;
        let Payload::Code(loaded) = self.heap.payload(frame.code) else {
            return None;
        };
        let index = loaded
            .code
            .slots
            .iter()
            .position(|name| &**name == "self")?;
        let value = frame.state.as_ref()?.slots.get(index).copied()??.unmarked();
        match self.heap.payload_of(value) {
            Some(Payload::Cell(contents)) => *contents,
            _ => Some(value),
        }
    }

    fn suggest_for_name(&mut self, error: Ref, wrong: &str, name: Ref) -> Option<String> {
        if !self.heap.profile.errors.suggests_more {
            let near = self.near_name(error, wrong)?;
            return Some(format!(". Did you mean: '{near}'?"));
        }
        let near = match self.innermost_self(error) {
            Some(own) if self.has_attribute_quietly(own, name) => Some(format!("self.{wrong}")),
            _ => self.near_name(error, wrong),
        };
        let is_module =
            self.heap.profile.errors.suggests_imports && STANDARD_MODULES.contains(&wrong);
        match (near, is_module) {
            (Some(near), true) => Some(format!(
                ". Did you mean: '{near}'? Or did you forget to import '{wrong}'?"
            )),
            (Some(near), false) => Some(format!(". Did you mean: '{near}'?")),
            (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
            (None, false) => None,
        }
    }

    fn has_attribute_quietly(&mut self, object: Ref, name: Ref) -> bool {
        match self.get_attribute(object, name) {
            Ok(value) => {
                self.release(value);
                true
            }
            Err(Unwind::Raised(other)) => {
                self.release(other);
                false
            }
            Err(Unwind::Stopped(_)) => false,
        }
    }

    /// A name of the frame, its module or the builtins that is near.
    fn near_name(&self, error: Ref, wrong: &str) -> Option<String> {
        let frame = self.innermost_frame(error)?;
        let mut candidates: Vec<String> = Vec::new();
        if let Payload::Code(loaded) = self.heap.payload(frame.code) {
            let slots = &loaded.code.slots;
            let set = |i: usize| match &frame.state {
                Some(state) => state.slots.get(i).is_some_and(Option::is_some),
                None => true,
            };
            candidates.extend(
                (0..slots.len())
                    .filter(|&i| set(i))
                    .map(|i| slots[i].to_string()),
            );
        }
        for dict in [Some(frame.globals), Some(self.builtins_dict)]
            .into_iter()
            .flatten()
        {
            candidates.extend(self.names_in(dict));
        }
        nearest(wrong, &candidates)
    }

    fn names_in(&self, dict: Ref) -> Vec<String> {
        self.heap.dict(dict).map_or(Vec::new(), |d| {
            d.iter()
                .filter_map(|(name, _)| self.heap.as_str(name).map(str::to_owned))
                .collect()
        })
    }

    /// dir(object), as far as it needs no Python code.
    pub(crate) fn attribute_names(&self, object: Ref) -> Vec<String> {
        let mut names = Vec::new();
        if let Some(attributes) = self.attributes(object) {
            names.extend(
                attributes
                    .inline
                    .iter()
                    .filter_map(|&(name, _)| self.heap.as_str(name).map(str::to_owned)),
            );
            if let Some(dict) = attributes.dict {
                names.extend(self.names_in(dict));
            }
        }
        let classes = match self.heap.payload_of(object) {
            Some(Payload::Module(body)) => {
                names.extend(self.names_in(body.dict));
                Vec::new()
            }
            Some(Payload::Type(_)) => self.heap.mro(object).to_vec(),
            _ => self.heap.mro(self.heap.class_of(object)).to_vec(),
        };
        for class in classes {
            if let Some(dict) = self.heap.type_body_opt(class).and_then(|body| body.dict) {
                names.extend(self.names_in(dict));
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

/// The candidate that is nearest to the wrong name, if any is near enough.
fn nearest(wrong: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MAX_CANDIDATES || wrong.len() > MAX_LENGTH {
        return None;
    }
    let mut best: Option<(&String, usize)> = None;
    for candidate in candidates {
        if candidate == wrong {
            continue;
        }
        let mut most = (candidate.len() + wrong.len() + 3) * MOVE_COST / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance - 1);
        }
        let distance = distance(wrong, candidate, most);
        if distance <= most && best.is_none_or(|(_, before)| distance < before) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(name, _)| name.clone())
}

/// Levenshtein's distance, where a change of case costs less.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) * MOVE_COST > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|j| j * MOVE_COST).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (j, &right) in b.iter().enumerate() {
            let cost = if left == right {
                0
            } else if left.eq_ignore_ascii_case(&right) {
                CASE_COST
            } else {
                MOVE_COST
            };
            let above = row[j + 1];
            row[j + 1] = (diagonal + cost)
                .min(above + MOVE_COST)
                .min(row[j] + MOVE_COST);
            diagonal = above;
        }
    }
    row[b.len()]
}
