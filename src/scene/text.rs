//! Short texts: what stands on cards, tags and arrows, in Python's own notation.
//!
//! It turns references into a repr of a few characters: atoms as they print, drawn objects as a bullet, since an
//! arrow shows which. Invariant: the result is never longer than asked for, and never takes longer than that either.

use std::rc::Rc;

use crate::trace::event::{Edge, Label, ObjectId, Target};
use crate::trace::playback::{Object, References, State};

/// Cuts a text to so many characters, the last of which is then an ellipsis.
pub fn shortened(text: &str, n_chars: usize) -> Rc<str> {
    if text.chars().nth(n_chars).is_none() {
        return Rc::from(text);
    }
    let kept: String = text.chars().take(n_chars.saturating_sub(1)).collect();
    Rc::from(format!("{kept}…"))
}

/// The type as people call it: most versions give weak references a name that nobody uses.
pub fn type_name(object: &Object) -> &str {
    match &*object.type_name {
        "ReferenceType" => "weakref",
        name => name,
    }
}

/// The second line of a card: of a weak reference, what it leads to.
pub fn value(state: &State, object: &Object, n_chars: usize) -> Rc<str> {
    match (type_name(object), object.weak_target) {
        ("weakref", None) => Rc::from("→ None"),
        ("weakref", Some(target)) => {
            let type_name = state.object(target).map_or("?", type_name);
            shortened(&format!("→ {type_name}"), n_chars)
        }
        _ => repr(object, n_chars),
    }
}

fn repr(object: &Object, n_chars: usize) -> Rc<str> {
    if let Some(text) = &object.text {
        return shortened(text, n_chars);
    }
    let text = match &*object.type_name {
        "list" => enclosed("[", "]", &object.references, n_chars, element),
        "tuple" if object.references.len() == 1 => {
            enclosed("(", ",)", &object.references, n_chars, element)
        }
        "tuple" => enclosed("(", ")", &object.references, n_chars, element),
        "set" | "frozenset" if object.references.is_empty() => "{}".to_owned(),
        "set" | "frozenset" => enclosed("{", "}", &object.references, n_chars, element),
        "dict" => enclosed("{", "}", &object.references, n_chars, item),
        _ => enclosed("", "", &object.references, n_chars, attribute),
    };
    shortened(&text, n_chars)
}

fn enclosed(
    open: &str,
    close: &str,
    references: &References,
    n_chars: usize,
    show: fn(&Edge) -> Option<String>,
) -> String {
    let mut text = String::from(open);
    let mut is_first = true;
    // One reference takes at least two characters; what cannot fit is not looked at.
    for shown in references.iter().take(n_chars + 4).filter_map(show) {
        if !is_first {
            text.push_str(", ");
        }
        is_first = false;
        text.push_str(&shown);
    }
    text.push_str(close);
    text
}

fn target(edge: &Edge) -> &str {
    match &edge.target {
        Target::Object(_) => "•",
        Target::Value { repr, .. } => repr,
    }
}

fn element(edge: &Edge) -> Option<String> {
    matches!(edge.label, Label::Index(_) | Label::Member | Label::More(_))
        .then(|| target(edge).to_owned())
}

fn item(edge: &Edge) -> Option<String> {
    match &edge.label {
        Label::Key(key) | Label::Name(key) => Some(format!("{key}: {}", target(edge))),
        Label::More(_) => Some(target(edge).to_owned()),
        _ => None,
    }
}

fn attribute(edge: &Edge) -> Option<String> {
    match &edge.label {
        Label::Name(name) => Some(format!(".{name}={}", target(edge))),
        Label::Index(_) | Label::Member | Label::More(_) => Some(target(edge).to_owned()),
        _ => None,
    }
}

/// What stands on an arrow.
pub fn label(label: &Label) -> String {
    match label {
        Label::Name(name) => format!(".{name}"),
        Label::Index(index) => format!("[{index}]"),
        Label::Key(key) => key.to_string(),
        Label::KeyObject => "key".to_owned(),
        Label::Member => "∈".to_owned(),
        Label::More(_) => "…".to_owned(),
        Label::Part(part) => part.to_string(),
    }
}

/// The object as captions call it: its type, and the shortest expression that reaches it, or its former name in
/// brackets where none does.
pub fn called(state: &State, object: ObjectId) -> String {
    let Some(it) = state.object(object) else {
        return "?".to_owned();
    };
    match (super::answers::expression(state, object), &it.former_name) {
        (Some(expression), _) => format!("{} {expression}", type_name(it)),
        (None, Some(name)) => format!("{} ({name})", type_name(it)),
        (None, None) => type_name(it).to_owned(),
    }
}

/// A longer one for the table and the inspector.
pub fn long_value(state: &State, object: &Object) -> Rc<str> {
    value(state, object, 60)
}
