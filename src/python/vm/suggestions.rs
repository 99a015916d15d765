//! "Did you mean": names near a misspelled one, when an error goes uncaught.
//!
//! Mirrors CPython's Python/suggestions.c and Lib/traceback.py (_compute_suggestion_error).

use super::Vm;
use crate::heap::{Payload, Ref, types};

const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

impl Vm {
    /// What is appended to the error's message: `. Did you mean: 'range'?`
    pub(super) fn suggestion(&mut self, error: Ref) -> Option<String> {
        if !self.heap.profile.suggestions {
            return None;
        }
        let name = self.error_attribute(error, self.names.plain_name)?;
        let wrong = self.heap.as_str(name)?.to_owned();
        if self.heap.is_instance(error, types::ATTRIBUTE_ERROR) {
            let object = self.error_attribute(error, self.names.obj)?;
            let candidates = self.attribute_names(object);
            let near = nearest(&wrong, &candidates)?;
            return Some(format!(". Did you mean: '{near}'?"));
        }
        if self.heap.is_instance(error, types::NAME_ERROR) {
            return self.suggest_name(error, &wrong);
        }
        None
    }

    fn suggest_name(&self, error: Ref, wrong: &str) -> Option<String> {
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
        let Payload::Frame(frame) = self.heap.payload(body.frame) else {
            return None;
        };
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
        if let Some(near) = nearest(wrong, &candidates) {
            return Some(format!(". Did you mean: '{near}'?"));
        }
        let is_module = [
            "gc",
            "sys",
            "weakref",
            "os",
            "time",
            "copy",
            "math",
            "random",
            "types",
            "typing",
            "json",
            "re",
            "abc",
            "ctypes",
            "functools",
            "itertools",
            "collections",
            "contextlib",
            "atexit",
            "resource",
            "tracemalloc",
            "pprint",
            "dataclasses",
        ]
        .contains(&wrong);
        (is_module && self.heap.profile.errors.suggests_imports)
            .then(|| format!(". Did you forget to import '{wrong}'?"))
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
