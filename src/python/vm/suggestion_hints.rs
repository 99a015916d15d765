//! What 3.15 adds to "Did you mean": names that other languages give a method, and attributes of attributes.
//!
//! Mirrors _get_cross_language_hint and _check_for_nested_attribute of CPython's Lib/traceback.py.

use super::Vm;
use crate::heap::{Ref, types};

/// What is said of a name that a class does not have.
#[derive(Clone, Copy)]
enum Hint {
    /// The method that does the same.
    Method(&'static str),
    Sentence(&'static str),
}

use Hint::{Method, Sentence};

const USE_LIST: Hint = Sentence("Did you mean to use a 'list' object?");
const USE_SET: Hint = Sentence("Did you mean to use a 'set' object?");
const USE_INT: Hint = Sentence(
    "Did you mean to use an 'int' object? Bitwise operators are not supported by 'float'.",
);

const HINTS: [(&str, Ref, Hint); 27] = [
    ("push", types::LIST, Method("append")),
    ("concat", types::LIST, Method("extend")),
    ("addAll", types::LIST, Method("extend")),
    ("contains", types::LIST, Sentence("Use 'x in list'.")),
    ("add", types::LIST, USE_SET),
    ("toUpperCase", types::STR, Method("upper")),
    ("toLowerCase", types::STR, Method("lower")),
    ("trimStart", types::STR, Method("lstrip")),
    ("trimEnd", types::STR, Method("rstrip")),
    ("keySet", types::DICT, Method("keys")),
    ("entrySet", types::DICT, Method("items")),
    ("entries", types::DICT, Method("items")),
    ("putAll", types::DICT, Method("update")),
    ("put", types::DICT, Sentence("Use d[k] = v.")),
    ("append", types::TUPLE, USE_LIST),
    ("extend", types::TUPLE, USE_LIST),
    ("insert", types::TUPLE, USE_LIST),
    ("remove", types::TUPLE, USE_LIST),
    ("add", types::FROZENSET, USE_SET),
    ("remove", types::FROZENSET, USE_SET),
    ("discard", types::FROZENSET, USE_SET),
    ("update", types::FROZENSET, USE_SET),
    ("__or__", types::FLOAT, USE_INT),
    ("__and__", types::FLOAT, USE_INT),
    ("__xor__", types::FLOAT, USE_INT),
    ("__lshift__", types::FLOAT, USE_INT),
    ("__rshift__", types::FLOAT, USE_INT),
];

/// How many attributes are looked into.
const MAX_LOOKED_INTO: usize = 20;

impl Vm {
    /// What is appended to the message when the object's class is known to have no such method.
    pub(super) fn hint_for_attribute(&self, object: Ref, wrong: &str) -> Option<String> {
        let fits = |(name, class, _): &&(&str, Ref, Hint)| {
            *name == wrong && self.heap.is_instance(object, *class)
        };
        let (_, _, hint) = HINTS.iter().find(fits)?;
        Some(match hint {
            Method(name) => format!(". Did you mean '.{name}'?"),
            Sentence(text) => format!(". {text}"),
        })
    }

    /// `name.wrong`, where the object's attribute of that name has what the object itself lacks.
    pub(super) fn nested_attribute(
        &mut self,
        object: Ref,
        wrong: &str,
        candidates: &[String],
    ) -> Option<String> {
        let class = self.heap.class_of(object);
        let public = candidates.iter().filter(|name| !name.starts_with('_'));
        for candidate in public.take(MAX_LOOKED_INTO) {
            let name = self.heap.intern(candidate);
            let value = self.attribute_without_code(object, class, name.get());
            self.release(name);
            let Some(value) = value else { continue };
            if self.attribute_names(value).iter().any(|it| it == wrong) {
                return Some(format!("{candidate}.{wrong}"));
            }
        }
        None
    }

    /// The attribute's value, borrowed, if no descriptor stands for it.
    fn attribute_without_code(&mut self, object: Ref, class: Ref, name: Ref) -> Option<Ref> {
        if let Some(attribute) = self.lookup(class, name) {
            return (!self.is_descriptor(attribute)).then_some(attribute);
        }
        self.own_attribute(object, name)
    }
}
