//! Gestures: what a hand does, as the Python statement that does it.
//!
//! It turns a drag, a tap or a key into one statement for the session to run, or refuses it with the reason: what no
//! name reaches, no program can touch. Invariant: the statement uses names that exist, or binds those it needs; it is
//! one unit, even where it takes two lines.

use std::fmt::Write as _;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::answers::{expression, names_of};
use super::caption::Message;
use super::shape::Item;
use super::text;
use crate::trace::event::{FrameId, Label, ObjectId, Owner, Target};
use crate::trace::playback::{Object, References, State};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Gesture {
    Create {
        #[serde(rename = "type")]
        kind: Created,
    },
    /// A reference from the first to the second: `weak` puts a weak reference there.
    Connect {
        from: Item,
        to: Item,
        #[serde(default)]
        weak: bool,
    },
    Delete {
        item: Item,
    },
    Collect {
        generation: u8,
    },
    MarkSweep,
    /// gc.enable() or gc.disable().
    Automatic {
        on: bool,
    },
    /// gc.set_threshold().
    SetThreshold {
        thresholds: [u32; 3],
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Created {
    List,
    Dict,
    Set,
    Tuple,
    /// An instance of a class of its own.
    Object,
    /// The same, with a `__del__` that prints.
    Finalizer,
}

impl Gesture {
    /// Whether the statement depends on which objects and names there are.
    pub fn is_about_objects(&self) -> bool {
        match self {
            Gesture::Create { .. } | Gesture::Connect { .. } | Gesture::Delete { .. } => true,
            Gesture::Collect { .. }
            | Gesture::MarkSweep
            | Gesture::Automatic { .. }
            | Gesture::SetThreshold { .. } => false,
        }
    }
}

/// The statement; or why there is none.
pub fn statement(state: &State, gesture: &Gesture) -> Result<String, Message> {
    let hand = Hand { state };
    match gesture {
        Gesture::Create { kind } => Ok(hand.create(*kind)),
        Gesture::Connect { from, to, weak } => hand.connect(from, to, *weak),
        Gesture::Delete { item } => hand.delete(item),
        Gesture::Collect { generation } => {
            let (import, gc) = hand.module("gc");
            Ok(format!("{import}{gc}.collect({})", (*generation).min(2)))
        }
        Gesture::Automatic { on } => {
            let (import, gc) = hand.module("gc");
            let function = if *on { "enable" } else { "disable" };
            Ok(format!("{import}{gc}.{function}()"))
        }
        Gesture::SetThreshold { thresholds } => {
            let (import, gc) = hand.module("gc");
            // More than Python's C int holds is an OverflowError.
            let [young, middle, old] = thresholds.map(|it| it.min(i32::MAX as u32));
            Ok(format!(
                "{import}{gc}.set_threshold({young}, {middle}, {old})"
            ))
        }
        Gesture::MarkSweep => {
            let (import, module) = hand.module("gcscope");
            Ok(format!("{import}{module}.mark_sweep()"))
        }
    }
}

struct Hand<'a> {
    state: &'a State,
}

impl Hand<'_> {
    fn create(&self, kind: Created) -> String {
        let name = self.free_name("a");
        match kind {
            Created::List => format!("{name} = []"),
            Created::Dict => format!("{name} = {{}}"),
            Created::Set => format!("{name} = set()"),
            // There is but one empty tuple; a tuple worth looking at holds something that can change.
            Created::Tuple => format!("{name} = ([],)"),
            Created::Object => {
                let (definition, class) = self.class("Node", "class {}: pass\n");
                format!("{definition}{name} = {class}()")
            }
            Created::Finalizer => {
                let body = "class {}:\n    def __del__(self):\n        print('__del__')\n";
                let (definition, class) = self.class("Finalizer", body);
                format!("{definition}{name} = {class}()")
            }
        }
    }

    fn connect(&self, from: &Item, to: &Item, weak: bool) -> Result<String, Message> {
        let target = self.object_of(to)?;
        let mut value = self.reach(target)?;
        let mut import = String::new();
        if weak {
            let type_name = self.object(target)?.type_name.clone();
            if !takes_weakrefs(&type_name) {
                return Err(Message::new("refused.no_weakref").text("type", &*type_name));
            }
            let (import_line, module) = self.module("weakref");
            import = import_line;
            value = format!("{module}.ref({value})");
        }
        let statement = match from {
            Item::Name { frame, name } => {
                self.module_name(*frame, name)?;
                format!("{name} = {value}")
            }
            _ => {
                let holder = self.object_of(from)?;
                if weak && holder == target {
                    format!("{} = {value}", self.free_name("w"))
                } else {
                    self.store(holder, target, &value, weak)?
                }
            }
        };
        Ok(import + &statement)
    }

    /// Makes `holder` hold `value`, in the way of its type.
    fn store(
        &self,
        holder: ObjectId,
        target: ObjectId,
        value: &str,
        weak: bool,
    ) -> Result<String, Message> {
        let it = self.object(holder)?;
        let target_type = self.object(target)?.type_name.clone();
        let refused = |key: &'static str| Err(Message::new(key).text("type", &*it.type_name));
        let way = match &*it.type_name {
            "list" => format!(".append({value})"),
            "dict" => format!("[{}] = {value}", self.free_key(&it.references)),
            "set" if !weak && is_unhashable(&target_type) => {
                return Err(Message::new("refused.unhashable").text("type", &*target_type));
            }
            "set" => format!(".add({value})"),
            "tuple" | "frozenset" => return refused("refused.immutable"),
            "type" => format!(".{} = {value}", self.free_attribute(it)),
            name if BUILTIN_TYPES.contains(&name) && name != "function" => {
                return refused("refused.cannot_hold");
            }
            _ => format!(".{} = {value}", self.free_attribute(it)),
        };
        Ok(self.reach(holder)? + &way)
    }

    fn delete(&self, item: &Item) -> Result<String, Message> {
        match item {
            Item::Name { frame, name } => {
                self.module_name(*frame, name)?;
                self.existing_name(name)?;
                Ok(format!("del {name}"))
            }
            Item::Object { object } | Item::Weak { weakref: object } => self.delete_object(*object),
            Item::Edge {
                owner: Owner::Frame(frame),
                index,
            } => {
                let names = self.state.references(Owner::Frame(*frame));
                match names
                    .and_then(|names| names.get(*index as usize))
                    .map(|edge| &edge.label)
                {
                    Some(Label::Name(name)) => {
                        self.module_name(*frame, name)?;
                        Ok(format!("del {name}"))
                    }
                    _ => Err(Message::new("refused.gone")),
                }
            }
            Item::Edge {
                owner: Owner::Object(owner),
                index,
            } => self.delete_reference(*owner, *index),
        }
    }

    /// All its names, or the reference by which it is reached where it has none.
    fn delete_object(&self, object: ObjectId) -> Result<String, Message> {
        self.object(object)?;
        let names = names_of(self.state, object)
            .into_iter()
            .filter(|(frame, _)| *frame == FrameId::MODULE);
        let names: Vec<Rc<str>> = names.map(|(_, name)| name).collect();
        if !names.is_empty() {
            return Ok(format!("del {}", names.join(", ")));
        }
        let reached = super::answers::why_alive(self.state, object);
        match reached.and_then(|path| path.steps.last().cloned()) {
            Some(step) => match step.owner {
                Owner::Object(owner) => self.delete_reference(owner, step.index),
                Owner::Frame(_) => {
                    Err(Message::new("refused.local_name").text("name", text::label(&step.label)))
                }
            },
            None => Err(self.unreachable(object)),
        }
    }

    fn delete_reference(&self, owner: ObjectId, index: u32) -> Result<String, Message> {
        let it = self.object(owner)?;
        let gone = || Message::new("refused.gone");
        let edge = it.references.get(index as usize).ok_or_else(gone)?;
        let label = it.references.label(index as usize).ok_or_else(gone)?;
        let holder = self.reach(owner)?;
        let member = || match edge.target {
            Target::Object(object) => self.reach(object),
            Target::Value { ref repr, .. } => Ok(repr.to_string()),
        };
        match (&*it.type_name, label) {
            ("tuple" | "frozenset", _) => {
                Err(Message::new("refused.immutable").text("type", &*it.type_name))
            }
            (_, Label::Index(position)) => Ok(format!("del {holder}[{position}]")),
            (_, Label::Key(key)) => {
                let whole = format!("{holder}[{key}]");
                match attribute_of(&whole) {
                    Some(attribute) => Ok(format!("del {attribute}")),
                    None if key.contains(['…', '<']) => {
                        Err(Message::new("refused.key").text("key", &*key))
                    }
                    None => Ok(format!("del {whole}")),
                }
            }
            (_, Label::KeyObject) => Ok(format!("del {holder}[{}]", member()?)),
            // A set's only member can be taken out without naming it.
            (_, Label::Member) if it.references.len() == 1 => Ok(format!("{holder}.pop()")),
            (_, Label::Member) => Ok(format!("{holder}.discard({})", member()?)),
            (_, Label::Name(name)) => Ok(format!("del {holder}.{name}")),
            (_, Label::Part(part)) => Err(Message::new("refused.part").text("part", &*part)),
            (_, Label::More(_)) => Err(Message::new("refused.part").text("part", "…")),
        }
    }

    fn object(&self, object: ObjectId) -> Result<&Object, Message> {
        self.state
            .object(object)
            .ok_or_else(|| Message::new("refused.gone"))
    }

    fn reach(&self, object: ObjectId) -> Result<String, Message> {
        self.object(object)?;
        expression(self.state, object).ok_or_else(|| self.unreachable(object))
    }

    fn unreachable(&self, object: ObjectId) -> Message {
        let type_name = self.state.object(object).map_or("?", |it| &it.type_name);
        let key = match super::answers::why_alive(self.state, object) {
            Some(_) => "refused.inexpressible",
            None if super::answers::reached_from_outside(self.state).contains(&object) => {
                "refused.held_outside"
            }
            None => "refused.unreachable",
        };
        Message::new(key).text("type", type_name)
    }

    /// The object that is meant by an item: itself, or what a name or reference points to.
    fn object_of(&self, item: &Item) -> Result<ObjectId, Message> {
        let gone = || Message::new("refused.gone");
        match item {
            Item::Object { object } | Item::Weak { weakref: object } => Ok(*object),
            Item::Name { frame, name } => {
                let names = self
                    .state
                    .references(Owner::Frame(*frame))
                    .ok_or_else(gone)?;
                let edge = named(names, name).ok_or_else(gone)?;
                target_object(&edge.target)
            }
            Item::Edge { owner, index } => {
                let references = self.state.references(*owner).ok_or_else(gone)?;
                target_object(&references.get(*index as usize).ok_or_else(gone)?.target)
            }
        }
    }

    /// A statement at the prompt can only touch the module's names.
    fn module_name(&self, frame: FrameId, name: &str) -> Result<(), Message> {
        if frame == FrameId::MODULE {
            Ok(())
        } else {
            Err(Message::new("refused.local_name").text("name", name))
        }
    }

    /// A tag of the past may stand for no name any more.
    fn existing_name(&self, name: &str) -> Result<(), Message> {
        let is_there = self.is_used(name);
        is_there
            .then_some(())
            .ok_or_else(|| Message::new("refused.gone"))
    }

    fn names(&self) -> Option<&References> {
        self.state.references(Owner::Frame(FrameId::MODULE))
    }

    fn is_used(&self, name: &str) -> bool {
        self.names()
            .is_some_and(|names| named(names, name).is_some())
    }

    /// `a`, `b`, … `z`, `a1`, `b1`, …, beginning with `first`, that nothing is called yet.
    fn free_name(&self, first: &str) -> String {
        let letters = || {
            ('a'..='z')
                .map(String::from)
                .skip_while(|letter| letter != first)
        };
        let numbered = (1..).flat_map(|n| ('a'..='z').map(move |letter| format!("{letter}{n}")));
        letters()
            .chain(numbered)
            .find(|name| !self.is_used(name))
            .unwrap_or_default()
    }

    /// `'k'`, `'k2'`, `'k3'`, …
    fn free_key(&self, references: &References) -> String {
        let is_used = |key: &str| {
            let mut labels = references.iter().map(|edge| &edge.label);
            labels.any(|label| matches!(label, Label::Key(it) if &**it == key))
        };
        let keys = std::iter::once("'k'".to_owned()).chain((2..).map(|n| format!("'k{n}'")));
        keys.into_iter()
            .find(|key| !is_used(key))
            .unwrap_or_default()
    }

    /// `x`, `y`, `z`, `x2`, …
    fn free_attribute(&self, it: &Object) -> String {
        let mut used: Vec<String> = Vec::new();
        let mut note = |references: &References| {
            for edge in references.iter() {
                match &edge.label {
                    Label::Name(name) => used.push(name.to_string()),
                    Label::Key(key) => used.push(key.trim_matches('\'').to_owned()),
                    _ => {}
                }
            }
        };
        note(&it.references);
        let dict = it
            .references
            .iter()
            .find(|edge| is_part(&edge.label, "__dict__"));
        if let Some(Target::Object(dict)) = dict.map(|edge| &edge.target)
            && let Some(dict) = self.state.object(*dict)
        {
            note(&dict.references);
        }
        let names = ["x", "y", "z"]
            .map(String::from)
            .into_iter()
            .chain((2..).map(|n| format!("x{n}")));
        names
            .into_iter()
            .find(|name| !used.contains(name))
            .unwrap_or_default()
    }

    /// A class by that name: the lines that define it unless it is there, and its name.
    fn class(&self, name: &str, definition: &str) -> (String, String) {
        let names = std::iter::once(name.to_owned()).chain((2..).map(|n| format!("{name}{n}")));
        for candidate in names {
            let edge = self.names().and_then(|names| named(names, &candidate));
            match edge.map(|edge| &edge.target) {
                None => return (definition.replacen("{}", &candidate, 1), candidate),
                Some(Target::Object(class)) if self.is_plain_class(*class) => {
                    return (String::new(), candidate);
                }
                Some(_) => {}
            }
        }
        (String::new(), name.to_owned())
    }

    /// A class whose instances are made without arguments.
    fn is_plain_class(&self, class: ObjectId) -> bool {
        let Some(it) = self
            .state
            .object(class)
            .filter(|it| &*it.type_name == "type")
        else {
            return false;
        };
        let dict = it
            .references
            .iter()
            .find(|edge| is_part(&edge.label, "__dict__"));
        let Some(Target::Object(dict)) = dict.map(|edge| &edge.target) else {
            return false;
        };
        let Some(dict) = self.state.object(*dict) else {
            return false;
        };
        let is_special = |label: &Label| matches!(label, Label::Key(key) if matches!(&**key, "'__init__'" | "'__new__'" | "'__slots__'"));
        !dict.references.iter().any(|edge| is_special(&edge.label))
    }

    /// The lines that import a module unless it is there, and what it is called.
    fn module(&self, name: &str) -> (String, String) {
        let edge = self.names().and_then(|names| named(names, name));
        let type_name = edge.map(|edge| match &edge.target {
            Target::Object(object) => self.state.object(*object).map_or("", |it| &it.type_name),
            Target::Value { type_name, .. } => type_name,
        });
        match type_name {
            Some("module") => (String::new(), name.to_owned()),
            None => (format!("import {name}\n"), name.to_owned()),
            // The program uses the name for something else, and shall keep it.
            Some(_) => {
                let mut alias = String::new();
                let _ = write!(alias, "{name}_module");
                (format!("import {name} as {alias}\n"), alias)
            }
        }
    }
}

/// Types of the interpreter, whose objects take no attributes of one's own (functions and classes excepted).
const BUILTIN_TYPES: [&str; 26] = [
    "object",
    "function",
    "builtin_function_or_method",
    "method",
    "cell",
    "code",
    "generator",
    "list_iterator",
    "tuple_iterator",
    "set_iterator",
    "dict_keyiterator",
    "dict_valueiterator",
    "dict_itemiterator",
    "range_iterator",
    "list_reverseiterator",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
    "weakref",
    "ReferenceType",
    "range",
    "slice",
    "property",
    "staticmethod",
];

fn is_unhashable(type_name: &str) -> bool {
    matches!(
        type_name,
        "list" | "dict" | "set" | "deque" | "bytearray" | "defaultdict" | "OrderedDict" | "Counter"
    )
}

fn takes_weakrefs(type_name: &str) -> bool {
    match type_name {
        "list" | "dict" | "tuple" | "object" | "cell" | "weakref" | "ReferenceType" | "range"
        | "slice" => false,
        "set" | "frozenset" | "function" | "type" | "generator" | "method" | "code" => true,
        name => !BUILTIN_TYPES.contains(&name),
    }
}

fn is_part(label: &Label, name: &str) -> bool {
    matches!(label, Label::Part(part) if &**part == name)
}

fn named<'a>(names: &'a References, name: &str) -> Option<&'a crate::trace::event::Edge> {
    names
        .iter()
        .find(|edge| matches!(&edge.label, Label::Name(it) if &**it == name))
}

fn target_object(target: &Target) -> Result<ObjectId, Message> {
    match target {
        Target::Object(object) => Ok(*object),
        Target::Value { type_name, .. } => {
            Err(Message::new("refused.atom").text("type", &**type_name))
        }
    }
}

/// `a.__dict__['x']` is `a.x`.
pub fn attribute_of(expression: &str) -> Option<String> {
    let (holder, rest) = expression.rsplit_once(".__dict__['")?;
    let name = rest.strip_suffix("']")?;
    let is_identifier = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_identifier.then(|| format!("{holder}.{name}"))
}
