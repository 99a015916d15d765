//! What the heap tells the recorder: the objects' side of the events.

use std::rc::Rc;

use super::atoms::Atom;
use super::payload::{Attributes, Base, Iterator as Iter};
use super::{Heap, Payload, Ref, traverse};
use crate::trace::event::{Edge, Event, Label, Owner, Target};

/// Longer reprs of values are cut.
const MAX_REPR: usize = 40;

impl Heap {
    /// Emits an event, after those of the contents touched before it.
    pub fn emit(&mut self, event: Event) {
        if self.recorder.is_on() {
            self.flush_touched();
            self.recorder.push(event);
        }
    }

    fn flush_touched(&mut self) {
        if !self.recorder.any_touched() {
            return;
        }
        for object in self.recorder.take_touched() {
            if self.recorder.globals == Some(object) {
                let edges = self.edges_of(object);
                self.recorder
                    .compare(Owner::Frame(crate::trace::event::FrameId::MODULE), edges);
            } else if let Some(id) = self.recorder.id_of(object) {
                let edges = self.edges_of(object);
                self.recorder.compare(Owner::Object(id), edges);
            }
        }
    }

    pub(super) fn record_created(&mut self, object: Ref, size: u64) {
        if !self.recorder.is_detailed() {
            return;
        }
        let object_id = self.recorder.number(object);
        let class = self.class_of(object);
        let type_name = self.type_body(class).name.clone();
        let has_finalizer = self.type_body(class).has_finalizer;
        let id = self.address_of(object);
        self.emit(Event::ObjectCreated {
            object: object_id,
            type_name,
            id,
            size,
            has_finalizer,
        });
        if let Some(text) = self.description(object) {
            self.emit(Event::Described {
                object: object_id,
                text,
            });
        }
        self.recorder.touch(object);
    }

    /// Tells more about objects whose contents do not: a function's name, a class's, a module's.
    fn description(&self, object: Ref) -> Option<Rc<str>> {
        match self.payload(object) {
            Payload::Type(body) => Some(body.name.clone()),
            Payload::Function(body) => self.str_rc(body.name),
            Payload::Builtin(body) => Some(body.name.clone()),
            Payload::Module(body) => Some(body.name.clone()),
            Payload::Code(body) => Some(body.code.name.clone()),
            Payload::Generator(body) => self.str_rc(body.name),
            _ => None,
        }
    }

    pub(super) fn record_count(&mut self, reference: Ref) {
        if let Some(object) = self.recorder.id_of(reference) {
            let count = self.refcount(reference);
            self.emit(Event::CountChanged { object, count });
        }
    }

    pub(super) fn record_resized(&mut self, reference: Ref, size: u64) {
        if let Some(object) = self.recorder.id_of(reference) {
            self.emit(Event::ObjectResized { object, size });
        }
    }

    pub(super) fn record_tracked(&mut self, reference: Ref) {
        if let Some(object) = self.recorder.id_of(reference) {
            self.emit(Event::Tracked { object });
        }
    }

    pub(super) fn record_untracked(&mut self, reference: Ref) {
        if let Some(object) = self.recorder.id_of(reference) {
            self.emit(Event::Untracked { object });
        }
    }

    pub(super) fn record_dealloc_started(&mut self, reference: Ref) {
        if let Some(object) = self.recorder.id_of(reference) {
            self.emit(Event::DeallocStarted { object });
        }
    }

    pub(super) fn record_freed(&mut self, reference: Ref) {
        if let Some(object) = self.recorder.id_of(reference) {
            self.emit(Event::Freed { object });
            self.recorder.forget(reference);
        }
    }

    pub(super) fn record_weakref_created(&mut self, weakref: Ref, target: Ref) {
        if let (Some(weakref), Some(target)) =
            (self.recorder.id_of(weakref), self.recorder.id_of(target))
        {
            self.emit(Event::WeakrefCreated { weakref, target });
        }
    }

    pub(super) fn record_weakref_cleared(&mut self, weakref: Ref, target: Ref) {
        if let (Some(weakref), Some(target)) =
            (self.recorder.id_of(weakref), self.recorder.id_of(target))
        {
            self.emit(Event::WeakrefCleared { weakref, target });
        }
    }

    /// The references that an object holds, named.
    pub fn edges_of(&self, object: Ref) -> Vec<Edge> {
        let Some(payload) = self.payload_of(object) else {
            return Vec::new();
        };
        let mut edges = Vec::new();
        match payload {
            Payload::List(items) | Payload::Tuple(items) => self.item_edges(items, &mut edges),
            Payload::Dict(dict) => self.dict_edges(dict, &mut edges),
            Payload::Set(set) => self.set_edges(set, &mut edges),
            Payload::Instance(attributes) => self.attribute_edges(object, attributes, &mut edges),
            Payload::Derived(body) => {
                match &body.base {
                    Base::List(items) | Base::Tuple(items) => self.item_edges(items, &mut edges),
                    Base::Dict(dict) => self.dict_edges(dict, &mut edges),
                    Base::Set(set) => self.set_edges(set, &mut edges),
                    Base::Exception(_) => self.part_edges(payload, &mut edges),
                    Base::Atom(atom) => edges.push(self.edge(part("value"), *atom)),
                }
                self.attribute_edges(object, &body.attributes, &mut edges);
            }
            Payload::Cell(contents) => {
                edges.extend(contents.map(|value| self.edge(part("contents"), value)))
            }
            Payload::Function(body) => self.function_edges(body, &mut edges),
            Payload::BoundMethod(body) => {
                edges.push(self.edge(part("__func__"), body.function));
                edges.push(self.edge(part("__self__"), body.receiver));
            }
            Payload::WeakRef(body) => {
                edges.extend(
                    body.callback
                        .map(|callback| self.edge(part("callback"), callback)),
                );
            }
            Payload::Type(body) => {
                let parts = [
                    ("__dict__", body.dict),
                    ("__mro__", body.mro),
                    ("__bases__", body.bases),
                    ("__base__", body.base),
                ];
                edges.extend(
                    parts
                        .into_iter()
                        .filter_map(|(name, part_of)| Some(self.edge(part(name), part_of?))),
                );
            }
            Payload::Iterator(body) => self.iterator_edges(body, payload, &mut edges),
            _ => self.part_edges(payload, &mut edges),
        }
        if self.holds_class(object) {
            edges.push(self.edge(part("class"), self.class_of(object)));
        }
        edges
    }

    fn item_edges(&self, items: &[Ref], edges: &mut Vec<Edge>) {
        edges.extend(
            items
                .iter()
                .enumerate()
                .map(|(i, &item)| self.edge(Label::Index(i as u32), item)),
        );
    }

    fn dict_edges(&self, dict: &super::dict::Dict, edges: &mut Vec<Edge>) {
        for (key, value) in dict.iter() {
            let is_name = dict.only_str_keys
                && self
                    .recorder
                    .globals
                    .is_some_and(|globals| self.is_dict(globals, dict));
            let label = match self.as_str(key) {
                Some(name) if is_name => Label::Name(Rc::from(name)),
                _ => Label::Key(self.short_repr(key)),
            };
            edges.push(self.edge(label, value));
            if key.is_container() {
                edges.push(self.edge(Label::KeyObject, key));
            }
        }
    }

    fn is_dict(&self, object: Ref, dict: &super::dict::Dict) -> bool {
        self.dict(object)
            .is_some_and(|other| std::ptr::eq(other, dict))
    }

    fn set_edges(&self, set: &super::set::Set, edges: &mut Vec<Edge>) {
        edges.extend(set.iter().map(|(_, key)| self.edge(Label::Member, key)));
    }

    fn attribute_edges(&self, object: Ref, attributes: &Attributes, edges: &mut Vec<Edge>) {
        let class = self.type_body(self.class_of(object));
        for (index, value) in attributes.slots.iter().enumerate() {
            if let Some(value) = value {
                let name = class
                    .slot_names
                    .get(index)
                    .and_then(|&name| self.str_rc(name));
                edges.push(self.edge(Label::Name(name.unwrap_or_else(|| Rc::from("?"))), *value));
            }
        }
        for &(name, value) in &attributes.inline {
            edges.push(self.edge(
                Label::Name(self.str_rc(name).unwrap_or_else(|| Rc::from("?"))),
                value,
            ));
        }
        edges.extend(
            attributes
                .dict
                .map(|dict| self.edge(part("__dict__"), dict)),
        );
    }

    fn function_edges(&self, body: &super::payload::Function, edges: &mut Vec<Edge>) {
        let parts = [
            ("__code__", Some(body.code)),
            ("__globals__", Some(body.globals)),
            ("__defaults__", body.defaults),
            ("__kwdefaults__", body.keyword_defaults),
            ("__dict__", body.dict),
            ("__closure__", body.closure),
            ("__annotations__", body.annotations),
        ];
        edges.extend(
            parts
                .into_iter()
                .filter_map(|(name, value)| Some(self.edge(part(name), value?))),
        );
    }

    fn iterator_edges(&self, body: &Iter, payload: &Payload, edges: &mut Vec<Edge>) {
        match body {
            Iter::Sequence {
                source: Some(source),
                ..
            }
            | Iter::Reversed {
                source: Some(source),
                ..
            } => {
                edges.push(self.edge(part("sequence"), *source));
            }
            _ => self.part_edges(payload, edges),
        }
    }

    /// References without names of their own.
    fn part_edges(&self, payload: &Payload, edges: &mut Vec<Edge>) {
        traverse::traverse(payload, &mut |reference| {
            edges.push(self.edge(part("reference"), reference))
        });
    }

    /// A named reference as an event tells it.
    pub fn edge(&self, label: Label, target: Ref) -> Edge {
        let target = match self.recorder.id_of(target) {
            Some(id) => Target::Object(id),
            None => Target::Value {
                type_name: self.class_name(target),
                repr: self.short_repr(target),
                id: self.address_of(target),
            },
        };
        Edge { label, target }
    }

    /// A short text for an atom, or for something that is not drawn.
    pub fn short_repr(&self, object: Ref) -> Rc<str> {
        let text = if let Some(value) = self.as_i64(object) {
            value.to_string()
        } else if let Some(atom) = self.atom(object) {
            match atom {
                Atom::None => "None".to_owned(),
                Atom::NotImplemented => "NotImplemented".to_owned(),
                Atom::Ellipsis => "Ellipsis".to_owned(),
                Atom::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
                Atom::Float(value) => format!("{value:?}"),
                Atom::BigInt(value) => value.to_string(),
                Atom::Str(body) => quoted(&body.text),
                Atom::Bytes(bytes) => format!("b{}", quoted(&String::from_utf8_lossy(bytes))),
                Atom::Free { .. } => "?".to_owned(),
            }
        } else {
            match self.description(object) {
                Some(name) => name.to_string(),
                None => self.class_name(object).to_string(),
            }
        };
        if text.chars().count() <= MAX_REPR {
            return Rc::from(text);
        }
        let cut: String = text.chars().take(MAX_REPR - 1).collect();
        Rc::from(format!("{cut}…"))
    }
}

fn part(name: &str) -> Label {
    Label::Part(Rc::from(name))
}

fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut quoted = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            c if c == quote => {
                quoted.push('\\');
                quoted.push(c);
            }
            c => quoted.push(c),
        }
    }
    quoted.push(quote);
    quoted
}
