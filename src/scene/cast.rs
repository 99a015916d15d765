//! The cast: which objects of a program play a part in the picture.
//!
//! It turns the events of a whole unit, before they are played, into roles. A class brings a dict, a tuple of bases and
//! a few more along, a function its code: real objects, but a card for each would bury the ones that a learner made.
//! They stay out of the picture (the table has them all). Invariant: an object's role is settled when its unit has
//! been recorded, so that playing back and forth never changes it.

use rustc_hash::FxHashSet;

use crate::trace::event::{Edge, Event, FrameId, Label, ObjectId, Owner, Target};

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
    /// By the objects' numbers, up to the last one that is not plain.
    roles: Vec<Role>,
    /// Classes and functions: what they hold for their own purposes stays out of the picture.
    definitions: FxHashSet<ObjectId>,
    codes: FxHashSet<ObjectId>,
    /// Modules, and the dicts of their names.
    modules: FxHashSet<ObjectId>,
    /// What the interpreter made and was met last, a module or class, and then comes its dict.
    met_namespace: bool,
    /// Frames that run the body of a class.
    class_bodies: FxHashSet<FrameId>,
}

/// Types whose objects nobody looks at by themselves. A function comes out of hiding once something holds it.
const HIDDEN_TYPES: [&str; 9] = [
    "code",
    "function",
    "builtin_function_or_method",
    "module",
    "getset_descriptor",
    "member_descriptor",
    "wrapper_descriptor",
    "method_descriptor",
    "mappingproxy",
];

const SMALL_TYPES: [&str; 7] = [
    "type",
    "method",
    "method-wrapper",
    "cell",
    "staticmethod",
    "frame",
    "traceback",
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

/// What is found out about one unit while it is cast.
#[derive(Debug, Default)]
pub struct Unit {
    new: FxHashSet<ObjectId>,
    /// Made by the compiler, before the first statement: constants.
    constants: FxHashSet<ObjectId>,
    functions: FxHashSet<ObjectId>,
    has_begun: bool,
}

impl Cast {
    pub fn role(&self, object: ObjectId) -> Role {
        let role = self.roles.get(object.0 as usize);
        role.copied().unwrap_or_default()
    }

    fn set_role(&mut self, object: ObjectId, role: Role) {
        let index = object.0 as usize;
        if index >= self.roles.len() {
            self.roles.resize(index + 1, Role::Plain);
        }
        self.roles[index] = role;
    }

    pub fn is_class_body(&self, frame: FrameId) -> bool {
        self.class_bodies.contains(&frame)
    }

    /// Casts what one unit created. An object of an earlier unit keeps its role.
    pub fn extend(&mut self, events: &[Event]) {
        self.extend_by(events, &mut Unit::default());
    }

    /// The same for a piece of one unit's events, after the pieces before it.
    pub fn extend_by(&mut self, events: &[Event], unit: &mut Unit) {
        for event in events {
            match event {
                Event::UnitStarted { .. } => unit.has_begun = false,
                Event::StatementStarted { .. }
                | Event::FrameEntered { .. }
                | Event::DetailResumed => unit.has_begun = true,
                Event::ObjectCreated {
                    object, type_name, ..
                } => self.cast(*object, type_name, unit),
                Event::ObjectMet {
                    object, type_name, ..
                } => self.meet(*object, type_name),
                Event::EdgesChanged {
                    owner, inserted, ..
                } => self.held(*owner, inserted, unit),
                _ => {}
            }
        }
    }

    fn cast(&mut self, object: ObjectId, type_name: &str, unit: &mut Unit) {
        unit.new.insert(object);
        if !unit.has_begun {
            unit.constants.insert(object);
        }
        if matches!(type_name, "function" | "builtin_function_or_method") {
            unit.functions.insert(object);
        }
        if type_name == "code" {
            self.codes.insert(object);
        }
        if type_name == "module" {
            self.modules.insert(object);
        }
        if HIDDEN_TYPES.contains(&type_name) || !unit.has_begun {
            self.set_role(object, Role::Hidden);
        } else if SMALL_TYPES.contains(&type_name) || type_name.ends_with("iterator") {
            self.set_role(object, Role::Small);
        }
        if matches!(type_name, "type" | "function") {
            self.definitions.insert(object);
        }
    }

    /// The interpreter's own that holds what the program made: only namespaces stay out of the picture.
    fn meet(&mut self, object: ObjectId, type_name: &str) {
        let is_dict = self.met_namespace && type_name == "dict";
        self.met_namespace = matches!(type_name, "module" | "type");
        if is_dict || HIDDEN_TYPES.contains(&type_name) || self.met_namespace {
            self.set_role(object, Role::Hidden);
        }
    }

    fn held(&mut self, owner: Owner, inserted: &[Edge], unit: &mut Unit) {
        match owner {
            Owner::Frame(frame) => {
                let is_qualname = |edge: &Edge| matches!(&edge.label, Label::Name(name) if &**name == "__qualname__");
                if frame != FrameId::MODULE && inserted.iter().any(is_qualname) {
                    self.class_bodies.insert(frame);
                }
                if !self.is_class_body(frame) {
                    self.bring_out(inserted, unit);
                }
            }
            Owner::Object(owner) if self.definitions.contains(&owner) => {
                self.hide_parts(inserted, unit)
            }
            Owner::Object(owner) if self.codes.contains(&owner) => {
                self.hide_constants(inserted, unit)
            }
            Owner::Object(owner) if self.modules.contains(&owner) => {
                self.hide_module(inserted, unit);
            }
            Owner::Object(owner) => {
                let is_qualname = |edge: &Edge| matches!(&edge.label, Label::Key(key) if &**key == "'__qualname__'");
                if inserted.iter().any(is_qualname) && unit.new.contains(&owner) {
                    self.set_role(owner, Role::Hidden);
                }
                if self.role(owner) == Role::Plain {
                    self.bring_out(inserted, unit);
                }
            }
        }
    }

    /// A name, or an object that is drawn, holds these: constants and functions among them are drawn after all.
    fn bring_out(&mut self, inserted: &[Edge], unit: &Unit) {
        for (_, target) in targets(inserted).filter(|(label, _)| !is_dunder(label)) {
            if unit.functions.contains(&target) {
                self.set_role(target, Role::Small);
            } else if unit.constants.contains(&target) && !self.modules.contains(&target) {
                self.set_role(target, Role::Plain);
            }
        }
    }

    fn hide_parts(&mut self, inserted: &[Edge], unit: &Unit) {
        for (label, target) in targets(inserted) {
            let is_part = matches!(label, Label::Part(part) if PARTS.contains(&&**part));
            if is_part && unit.new.contains(&target) && !self.definitions.contains(&target) {
                self.set_role(target, Role::Hidden);
            }
        }
    }

    /// What a code object holds was made by the compiler, even where that is known only now.
    fn hide_constants(&mut self, inserted: &[Edge], unit: &mut Unit) {
        for (_, target) in targets(inserted) {
            if unit.new.contains(&target) && self.role(target) == Role::Plain {
                unit.constants.insert(target);
                self.set_role(target, Role::Hidden);
            }
        }
    }

    /// A module's dict, and what was made for it.
    fn hide_module(&mut self, inserted: &[Edge], unit: &Unit) {
        for (label, target) in targets(inserted).filter(|(_, target)| unit.new.contains(target)) {
            self.set_role(target, Role::Hidden);
            if matches!(label, Label::Part(_)) {
                self.modules.insert(target);
            }
        }
    }

    /// Whether the event changes nothing that a person would stop to look at.
    pub fn is_quiet(&self, event: &Event) -> bool {
        let is_hidden = |object: &ObjectId| self.role(*object) == Role::Hidden;
        match event {
            Event::CountChanged { object, .. } => self.role(*object) != Role::Plain,
            Event::ObjectMet { .. } => true,
            Event::ObjectCreated { object, .. }
            | Event::ObjectResized { object, .. }
            | Event::Described { object, .. }
            | Event::Tracked { object }
            | Event::Untracked { object }
            | Event::DeallocStarted { object }
            | Event::Freed { object }
            | Event::GcRefsCopied { object, .. }
            | Event::GcRefsDecremented { object, .. }
            | Event::MovedToUnreachable { object }
            | Event::FoundReachable { object, .. }
            | Event::ReachedFrom { object, .. }
            | Event::Moved { object, .. }
            | Event::Cleared { object }
            | Event::Marked { object, .. }
            | Event::FoundUnmarked { object } => is_hidden(object),
            Event::EdgesChanged {
                owner: Owner::Object(owner),
                ..
            } => is_hidden(owner),
            Event::EdgesChanged {
                owner: Owner::Frame(_),
                removed: 0,
                inserted,
                ..
            } => inserted.iter().all(|edge| is_dunder(&edge.label)),
            _ => false,
        }
    }
}

/// What Python keeps for itself: `__name__`, `'__doc__'`.
pub fn is_dunder(label: &Label) -> bool {
    match label {
        Label::Name(name) | Label::Key(name) => {
            let name = name.trim_matches('\'');
            name.starts_with("__") && name.ends_with("__")
        }
        _ => false,
    }
}

fn targets(edges: &[Edge]) -> impl Iterator<Item = (&Label, ObjectId)> {
    edges.iter().filter_map(|edge| match edge.target {
        Target::Object(object) => Some((&edge.label, object)),
        Target::Value { .. } => None,
    })
}
