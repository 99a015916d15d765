//! The cast: which objects of a program play a part in the picture.
//!
//! It turns the events of a whole unit, before they are played, into roles. A class brings a dict, a tuple of bases and
//! a few more along, a function its code: real objects, but a card for each would bury the ones that a learner made.
//! They stay out of the picture (the table has them all). Invariant: an object's role is settled when its unit has
//! been recorded, so that playing back and forth never changes it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::trace::event::{Edge, Event, Label, ObjectId, Owner, Target};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Plain,
    /// A smaller, quieter card.
    Small,
    /// Not drawn.
    Hidden,
}

#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Of all objects that are not plain.
    roles: FxHashMap<ObjectId, Role>,
    /// Objects whose kind alone can hide what they hold: classes and functions.
    definitions: FxHashSet<ObjectId>,
}

/// Types whose objects nobody looks at by themselves.
const HIDDEN_TYPES: [&str; 7] = [
    "code",
    "getset_descriptor",
    "member_descriptor",
    "wrapper_descriptor",
    "method_descriptor",
    "mappingproxy",
    "traceback",
];

const SMALL_TYPES: [&str; 8] = [
    "type",
    "function",
    "builtin_function_or_method",
    "method",
    "method-wrapper",
    "cell",
    "module",
    "staticmethod",
];

/// What a class or function holds for its own purposes.
const PARTS: [&str; 9] = [
    "__dict__",
    "__mro__",
    "__bases__",
    "__base__",
    "__code__",
    "__globals__",
    "__defaults__",
    "__kwdefaults__",
    "__annotations__",
];

impl Cast {
    pub fn role(&self, object: ObjectId) -> Role {
        self.roles.get(&object).copied().unwrap_or_default()
    }

    /// Casts what one unit created. An object of an earlier unit keeps its role.
    pub fn extend(&mut self, unit: &[Event]) {
        let mut new = FxHashSet::default();
        let mut held_by_dicts: Vec<(ObjectId, ObjectId)> = Vec::new();
        let mut dicts = FxHashSet::default();
        for event in unit {
            match event {
                Event::ObjectCreated {
                    object, type_name, ..
                } => {
                    new.insert(*object);
                    self.cast(*object, type_name);
                    if &**type_name == "dict" {
                        dicts.insert(*object);
                    }
                }
                Event::EdgesChanged {
                    owner: Owner::Object(owner),
                    inserted,
                    ..
                } => {
                    if self.definitions.contains(owner) {
                        self.hide_parts(inserted, &new);
                    } else if dicts.contains(owner) {
                        held_by_dicts.extend(targets(inserted).map(|(_, target)| (*owner, target)));
                    }
                }
                _ => {}
            }
        }
        for (dict, held) in held_by_dicts {
            if self.role(dict) == Role::Hidden
                && self.role(held) == Role::Small
                && new.contains(&held)
            {
                self.roles.insert(held, Role::Hidden);
            }
        }
    }

    fn cast(&mut self, object: ObjectId, type_name: &str) {
        if HIDDEN_TYPES.contains(&type_name) {
            self.roles.insert(object, Role::Hidden);
        } else if SMALL_TYPES.contains(&type_name) || type_name.ends_with("iterator") {
            self.roles.insert(object, Role::Small);
        }
        if matches!(type_name, "type" | "function") {
            self.definitions.insert(object);
        }
    }

    fn hide_parts(&mut self, inserted: &[Edge], new: &FxHashSet<ObjectId>) {
        for (label, target) in targets(inserted) {
            let is_part = matches!(label, Label::Part(part) if PARTS.contains(&&**part));
            if is_part && new.contains(&target) && !self.definitions.contains(&target) {
                self.roles.insert(target, Role::Hidden);
            }
        }
    }
}

fn targets(edges: &[Edge]) -> impl Iterator<Item = (&Label, ObjectId)> {
    edges.iter().filter_map(|edge| match edge.target {
        Target::Object(object) => Some((&edge.label, object)),
        Target::Value { .. } => None,
    })
}
