//! The references that an object holds, as events tell them: named, in the object's order.
//!
//! Of a container's elements all references to objects with events of their own are told, and the first values; the
//! others are counted ([`Label::More`]): a list of a million ints would fill the memory, and nobody reads them. What is
//! no container has parts, whose names stand in [`super::parts`].

use std::rc::Rc;

use super::dict::Dict;
use super::payload::{Attributes, Base, Native};
use super::{Heap, Payload, Ref, parts};
use crate::trace::event::{Edge, Label, Target};
use crate::trace::recorder::Contents;

/// So many values one container tells one by one.
const TOLD_VALUES: u32 = 256;

impl Heap {
    /// All that an object holds.
    pub fn edges_of(&self, object: Ref) -> Contents {
        let Some(payload) = self.payload_of(object) else {
            return Contents::default();
        };
        let mut told = Telling::new(self);
        match payload {
            Payload::List(items) | Payload::Tuple(items) => told.items(items, 0),
            Payload::Dict(dict) => told.entries(dict, 0),
            Payload::Set(set) => set.iter().for_each(|(_, key)| told.member(key)),
            Payload::Instance(attributes) => told.attributes(object, attributes),
            Payload::Derived(body) => {
                match &body.base {
                    Base::List(items) | Base::Tuple(items) => told.items(items, 0),
                    Base::Dict(dict) => told.entries(dict, 0),
                    Base::Set(set) => set.iter().for_each(|(_, key)| told.member(key)),
                    Base::Exception(exception) => {
                        told.attributes(object, &exception.attributes);
                        parts::of_exception(exception, &mut |name, part| told.part(name, part));
                    }
                    Base::Native(native) => told.native(&***native),
                    Base::Atom(atom) => told.part("value", *atom),
                }
                told.attributes(object, &body.attributes);
            }
            Payload::Exception(exception) => {
                told.attributes(object, &exception.attributes);
                parts::of_exception(exception, &mut |name, part| told.part(name, part));
            }
            Payload::WeakRef(body) => {
                told.attributes(object, &body.attributes);
                told.parts([("__callback__", body.callback)]);
            }
            Payload::Function(body) => parts::of_function(body, &mut |name, part| {
                if !parts::is_text(name) || self.recorder.id_of(part).is_some() {
                    told.part(name, part);
                }
            }),
            Payload::Native(native) => told.native(&***native),
            _ => parts::of_payload(self, payload, &mut |name, part| told.part(name, part)),
        }
        if self.holds_class(object) {
            told.part("class", self.class_of(object));
        }
        told.contents
    }

    /// What a list or dict holds from the element `n_same` on, those before being as `held` tells them; with it the
    /// index of the first reference that may be another one. None for what has to be looked at whole.
    pub(super) fn edges_from(
        &self,
        object: Ref,
        n_same: u32,
        held: &Contents,
    ) -> Option<(usize, Contents)> {
        let payload = self.payload_of(object)?;
        if n_same == 0 || !matches!(payload, Payload::List(_) | Payload::Dict(_)) {
            return None;
        }
        let n_same = n_same.min(held.n_elements);
        let (at, start) = held.up_to(n_same);
        let mut told = Telling {
            heap: self,
            contents: start,
        };
        match payload {
            Payload::List(items) => told.items(items, n_same as usize),
            Payload::Dict(dict) => told.entries(dict, n_same as usize),
            _ => return None,
        }
        Some((at, told.contents))
    }

    /// What tells of one element of a list, by its index among the references: that one where it is still counted only.
    /// None for what has to be looked at whole.
    pub(super) fn edge_of_element(
        &self,
        object: Ref,
        element: u32,
        held: &Contents,
    ) -> Option<(usize, Edge)> {
        let Payload::List(items) = self.payload_of(object)? else {
            return None;
        };
        let item = *items.get(element as usize)?;
        let at = held.of_element(element)?;
        let before = &held.edges[at];
        if !matches!(before.label, Label::More(_)) {
            return Some((at, self.edge(Label::Index(element), item)));
        }
        // Still of the same type, it is counted as before.
        let Target::Value { type_name, .. } = &before.target else {
            return None;
        };
        let class_name = &self.type_body(self.class_of(item)).name;
        let is_counted = self.recorder.id_of(item).is_none()
            && (type_name == class_name || &**type_name == "object");
        is_counted.then(|| (at, before.clone()))
    }

    /// A named reference as an event tells it.
    pub fn edge(&self, label: Label, target: Ref) -> Edge {
        let target = match self.recorder.id_of(target) {
            Some(id) => Target::Object(id),
            None => Target::Value {
                type_name: self.short_class_name(target),
                repr: self.short_repr(target),
                id: self.address_of(target),
            },
        };
        Edge { label, target }
    }

    fn is_globals(&self, dict: &Dict) -> bool {
        let globals = self.recorder.globals.and_then(|globals| self.dict(globals));
        globals.is_some_and(|globals| std::ptr::eq(globals, dict))
    }
}

/// What has been told so far.
struct Telling<'h> {
    heap: &'h Heap,
    contents: Contents,
}

impl<'h> Telling<'h> {
    fn new(heap: &'h Heap) -> Self {
        Telling {
            heap,
            contents: Contents::default(),
        }
    }

    fn items(&mut self, items: &[Ref], from: usize) {
        for (index, &item) in items.iter().enumerate().skip(from) {
            self.element(item, |_| Label::Index(index as u32));
        }
    }

    fn member(&mut self, member: Ref) {
        self.element(member, |_| Label::Member);
    }

    fn entries(&mut self, dict: &Dict, from: usize) {
        let is_namespace = dict.only_str_keys && self.heap.is_globals(dict);
        for (key, value) in dict.iter().skip(from) {
            match self.heap.str_rc(key) {
                // Every name of a program is told.
                Some(name) if is_namespace => self.named(Label::Name(name), value),
                _ => self.element(value, |heap| Label::Key(heap.short_repr(key))),
            }
            if key.is_container() {
                self.named(Label::KeyObject, key);
            }
        }
    }

    fn attributes(&mut self, object: Ref, attributes: &Attributes) {
        let class = self.heap.type_body(self.heap.class_of(object));
        let name_of = |name: Option<Ref>| {
            let text = name.and_then(|name| self.heap.str_rc(name));
            Label::Name(text.unwrap_or_else(|| Rc::from("?")))
        };
        let mut named = Vec::new();
        for (index, value) in attributes.slots.iter().enumerate() {
            if let Some(value) = value {
                named.push((name_of(class.slot_names.get(index).copied()), *value));
            }
        }
        for &(name, value) in &attributes.inline {
            named.push((name_of(Some(name)), value));
        }
        for (name, value) in named {
            self.named(name, value);
        }
        self.parts([("__dict__", attributes.dict)]);
    }

    fn native(&mut self, body: &dyn Native) {
        body.tell(&mut |label, part| match label {
            Label::Index(_) => self.element(part, |_| label),
            _ => self.named(label, part),
        });
    }

    fn parts<const N: usize>(&mut self, parts: [(&str, Option<Ref>); N]) {
        for (name, part) in parts {
            if let Some(part) = part {
                self.part(name, part);
            }
        }
    }

    fn part(&mut self, name: &str, target: Ref) {
        self.named(Label::Part(Rc::from(name)), target);
    }

    fn named(&mut self, label: Label, target: Ref) {
        let edge = self.heap.edge(label, target);
        self.contents.edges.push(edge);
    }

    /// An element of a container; what it is called is not asked where it is only counted.
    fn element(&mut self, target: Ref, label: impl FnOnce(&Heap) -> Label) {
        self.contents.n_elements += 1;
        let is_value = !target.is_container() || self.heap.recorder.id_of(target).is_none();
        if is_value && self.contents.n_values >= TOLD_VALUES {
            return self.count(target);
        }
        self.contents.n_values += u32::from(is_value);
        let label = label(self.heap);
        self.named(label, target);
    }

    fn count(&mut self, target: Ref) {
        let class_name = &*self.heap.type_body(self.heap.class_of(target)).name;
        if let Some(Edge {
            label: Label::More(n),
            target: Target::Value { type_name, .. },
        }) = self.contents.edges.last_mut()
        {
            *n += 1;
            if &**type_name != class_name && &**type_name != "object" {
                *type_name = Rc::from("object");
            }
            return;
        }
        self.contents.edges.push(Edge {
            label: Label::More(1),
            target: Target::Value {
                type_name: Rc::from(class_name),
                repr: Rc::from("…"),
                id: 0,
            },
        });
    }
}
