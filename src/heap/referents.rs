//! gc.get_referents: what a program sees of tp_traverse.
//!
//! In: an object. Out: the references that CPython's tp_traverse reports, in its order. They are fewer than the object
//! holds ([`super::traverse`]): names of attributes, for one, are counted and never visited.
//! Mirrors the tp_traverse functions of CPython's Objects/*.c and Modules/_collectionsmodule.c, _functoolsmodule.c.

use super::payload::{
    Attributes, Base, Exception, FrameState, Generator, Iterator as Iter, Native, NativeKind,
};
use super::traverse::traverse;
use super::{Heap, Payload, Ref};

impl Heap {
    /// What tp_traverse visits.
    pub fn referents(&self, object: Ref) -> Vec<Ref> {
        let mut found = Vec::new();
        let Some(payload) = self.payload_of(object) else {
            return found;
        };
        let class = self.class_of(object);
        if self.is_visited_by_type(class, payload) {
            found.push(class);
        }
        if !self.is_gc(object) {
            return found;
        }
        if let Some(kind) = self.native_kind(class) {
            self.native_referents(kind, class, payload, &mut found);
            return found;
        }
        let held_class = self.holds_class(object).then_some(class);
        if let Payload::Instance(attributes) = payload {
            found.extend(attributes.slots.iter().flatten());
            found.extend(self.values_as_they_stand(class, attributes));
            found.extend(attributes.dict);
            found.extend(held_class);
        } else {
            self.payload_referents(payload, held_class, &mut found);
        }
        found
    }

    /// Its type became one that its instances hold, and visit first, in 3.12.
    fn is_visited_by_type(&self, class: Ref, payload: &Payload) -> bool {
        let is_native = match payload {
            Payload::Native(_) => true,
            Payload::Derived(body) => matches!(body.base, Base::Native(_)),
            _ => false,
        };
        is_native && self.is_heap_type_of_module(self.type_body(class))
    }

    /// Whether a type that is built in here is one that CPython's module makes like a program's class.
    pub(super) fn is_heap_type_of_module(&self, class: &super::payload::Type) -> bool {
        const NAMES: [&str; 7] = [
            "array",
            "deque",
            "FileIO",
            "BufferedReader",
            "BufferedWriter",
            "BufferedRandom",
            "TextIOWrapper",
        ];
        self.profile.collections_are_heap_types
            && !class.is_heap_type
            && NAMES.contains(&&*class.name)
    }

    /// Attributes kept in the instance stand where their names stand among those that the class's instances share.
    fn values_as_they_stand(&self, class: Ref, attributes: &Attributes) -> Vec<Ref> {
        let mut inline: Vec<(Ref, Ref)> = attributes.inline.to_vec();
        if let Some(keys) = &self.type_body(class).shared_keys {
            inline.sort_by_key(|&(name, _)| keys.position(name));
        }
        inline.into_iter().map(|(_, value)| value).collect()
    }

    fn payload_referents(&self, payload: &Payload, class: Option<Ref>, found: &mut Vec<Ref>) {
        match payload {
            Payload::Dict(dict) => dict_referents(dict, found),
            Payload::WeakRef(body) => {
                attribute_referents(&body.attributes, found);
                found.extend(class);
                found.extend(body.callback);
            }
            // A file's dict is its own, and it visits that last.
            Payload::Derived(body) if class.is_none() && matches!(body.base, Base::Native(_)) => {
                base_referents(&body.base, found);
                named_referents(&body.attributes, found);
            }
            Payload::Derived(body) => {
                let attributes = &body.attributes;
                found.extend(attributes.slots.iter().flatten());
                // The dict of an exception is BaseException's own.
                if matches!(body.base, Base::Exception(_)) {
                    found.extend(class);
                    named_referents(attributes, found);
                } else {
                    named_referents(attributes, found);
                    found.extend(class);
                }
                base_referents(&body.base, found);
            }
            Payload::Exception(body) => {
                found.extend(class);
                exception_referents(body, found);
            }
            // A class's qualified name is an atom that type_traverse passes over.
            Payload::Type(body) => {
                traverse(payload, &mut |reference| {
                    if Some(reference) != body.qualname {
                        found.push(reference);
                    }
                });
                found.extend(class);
            }
            Payload::Generator(body) => self.generator_referents(body, found),
            Payload::Descriptor(body) => found.push(body.class),
            Payload::Iterator(body) => match &**body {
                Iter::Enumerate { source, result, .. } => found.extend([*source, *result]),
                _ => traverse(payload, &mut |reference| found.push(reference)),
            },
            _ => {
                traverse(payload, &mut |reference| found.push(reference));
                found.extend(class);
            }
        }
    }

    fn generator_referents(&self, body: &Generator, found: &mut Vec<Ref>) {
        let rules = self.profile.generator_traverse;
        if rules.frames_are_objects {
            found.extend(body.frame);
        }
        if rules.visits_code {
            found.push(body.code);
        }
        found.extend([body.name, body.qualname]);
        match &body.state {
            Some(state) if !rules.frames_are_objects => {
                found.extend(body.frame);
                self.frame_state_referents(state, found);
            }
            None if rules.visits_code_when_finished => found.push(body.code),
            _ => {}
        }
        found.extend(body.current_exception);
    }

    fn frame_state_referents(&self, state: &FrameState, found: &mut Vec<Ref>) {
        found.extend(state.locals);
        found.extend(state.function);
        found.push(state.code);
        let held = state.slots.iter().chain(&state.stack).flatten();
        found.extend(held.map(|&held| self.looped_over(held)));
    }

    /// What a loop keeps is no object for a program: what it loops over is.
    fn looped_over(&self, held: Ref) -> Ref {
        match self.payload_of(held) {
            Some(Payload::Iterator(body)) => match **body {
                Iter::Loop { source, .. } => source,
                _ => held,
            },
            _ => held,
        }
    }

    /// Which class of CPython's written in C the class is here, or derives from.
    fn native_kind(&self, class: Ref) -> Option<NativeKind> {
        self.mro(class)
            .iter()
            .find_map(|&class| self.type_body(class).native_kind)
    }

    /// Whether CPython makes the class like one of a program's, not once and for all.
    pub(super) fn is_heap_type_in_c(&self, kind: NativeKind) -> bool {
        match kind {
            NativeKind::DefaultDict => self.profile.collections_are_heap_types,
            NativeKind::OrderedDict | NativeKind::SimpleNamespace => false,
            NativeKind::Partial => self.profile.partial_is_heap_type,
        }
    }

    fn native_referents(
        &self,
        kind: NativeKind,
        class: Ref,
        payload: &Payload,
        found: &mut Vec<Ref>,
    ) {
        let is_subclass = self.type_body(class).native_kind.is_none();
        let visits_class = is_subclass || self.is_heap_type_in_c(kind);
        let class = visits_class.then_some(class);
        match payload {
            Payload::Derived(body) => {
                named_referents(&body.attributes, found);
                found.extend(class);
                found.extend(body.attributes.slots.iter().flatten());
                if let (Base::Dict(dict), NativeKind::OrderedDict) = (&body.base, kind) {
                    found.extend(dict.iter().map(|(key, _)| key));
                }
                base_referents(&body.base, found);
            }
            // partial: its slots stand in the order of their names here, the function first in CPython.
            Payload::Instance(attributes) => {
                found.extend(class);
                let n = 2.min(attributes.slots.len());
                let (first, rest) = attributes.slots.split_at(n);
                found.extend(first.iter().rev().chain(rest).flatten());
                named_referents(attributes, found);
            }
            _ => {}
        }
    }
}

/// A dict whose keys are all strings visits the values alone.
fn dict_referents(dict: &super::dict::Dict, found: &mut Vec<Ref>) {
    if dict.only_str_keys && !dict.was_asked_for_other() {
        found.extend(dict.iter().map(|(_, value)| value));
    } else {
        found.extend(dict.iter().flat_map(|(key, value)| [value, key]));
    }
}

fn attribute_referents(attributes: &Attributes, found: &mut Vec<Ref>) {
    found.extend(attributes.slots.iter().flatten());
    named_referents(attributes, found);
}

fn named_referents(attributes: &Attributes, found: &mut Vec<Ref>) {
    found.extend(attributes.inline.iter().map(|&(_, value)| value));
    found.extend(attributes.dict);
}

fn base_referents(base: &Base, found: &mut Vec<Ref>) {
    match base {
        Base::List(items) | Base::Tuple(items) => found.extend(items.iter().rev()),
        Base::Dict(dict) => dict_referents(dict, found),
        Base::Set(set) => found.extend(set.iter().map(|(_, key)| key)),
        Base::Exception(body) => exception_referents(body, found),
        Base::Native(body) => Native::traverse(&***body, &mut |it| found.push(it)),
        Base::Atom(_) => {}
    }
}

fn exception_referents(body: &Exception, found: &mut Vec<Ref>) {
    let attributes = &body.attributes;
    found.extend(attributes.inline.iter().map(|&(_, value)| value));
    found.extend(attributes.slots.iter().flatten());
    found.extend(attributes.dict);
    found.extend(
        [body.args, body.traceback, body.cause, body.context]
            .into_iter()
            .flatten(),
    );
}
