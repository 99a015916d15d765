//! tp_traverse and tp_clear: which references an object holds, in the order in which CPython visits and drops them.

use super::payload::{
    Attributes, Base, Exception, FrameState, Function, Iterator as Iter, Native, Type,
};
use super::{Heap, Payload, Ref};

/// Calls `visit` with every reference that the payload holds, in the order of CPython's tp_traverse.
/// The reference to the object's own class is not among them: see [`Heap::visits_class`].
#[inline]
pub fn traverse(payload: &Payload, visit: &mut impl FnMut(Ref)) {
    match payload {
        Payload::List(items) | Payload::Tuple(items) => {
            items.iter().rev().for_each(|&item| visit(item))
        }
        Payload::Instance(attributes) => traverse_attributes(attributes, visit),
        _ => traverse_others(payload, visit),
    }
}

fn traverse_others(payload: &Payload, visit: &mut impl FnMut(Ref)) {
    match payload {
        Payload::Free { .. }
        | Payload::Object
        | Payload::List(_)
        | Payload::Tuple(_)
        | Payload::Instance(_) => {}
        Payload::Dict(dict) => traverse_dict(dict, visit),
        Payload::Set(set) => set.iter().for_each(|(_, key)| visit(key)),
        Payload::Type(body) => traverse_type(body, visit),
        Payload::Function(body) => traverse_function(body, visit),
        Payload::Builtin(body) => optional(body.owner, visit),
        Payload::BoundMethod(body) => {
            visit(body.function);
            visit(body.receiver);
        }
        Payload::Cell(contents) => optional(*contents, visit),
        Payload::Module(body) => visit(body.dict),
        Payload::Code(body) => {
            body.constants.iter().for_each(|&constant| visit(constant));
            body.names.iter().for_each(|&name| visit(name));
        }
        Payload::Frame(body) => {
            optional(body.back, visit);
            visit(body.code);
            visit(body.globals);
            if let Some(state) = &body.state {
                traverse_frame_state(state, visit);
            }
        }
        Payload::Generator(body) => {
            visit(body.name);
            visit(body.qualname);
            if let Some(state) = &body.state {
                traverse_frame_state(state, visit);
            }
            optional(body.current_exception, visit);
        }
        Payload::Traceback(body) => {
            optional(body.next, visit);
            visit(body.frame);
        }
        Payload::Exception(body) => traverse_exception(body, visit),
        Payload::WeakRef(body) => {
            optional(body.callback, visit);
            traverse_attributes(&body.attributes, visit);
        }
        Payload::Slice(parts) => parts.iter().for_each(|&part| visit(part)),
        Payload::Range(body) => [body.start, body.stop, body.step, body.length]
            .into_iter()
            .for_each(visit),
        Payload::Iterator(body) => traverse_iterator(body, visit),
        Payload::Property(body) => {
            [body.getter, body.setter, body.deleter, body.doc]
                .into_iter()
                .flatten()
                .for_each(visit);
        }
        Payload::StaticMethod(function) | Payload::ClassMethod(function) => visit(*function),
        Payload::Descriptor(body) => {
            visit(body.class);
            visit(body.name);
        }
        Payload::Super(body) => {
            optional(body.receiver, visit);
            visit(body.class);
            optional(body.receiver_class, visit);
        }
        Payload::View(body) => visit(body.dict),
        Payload::Derived(body) => {
            match &body.base {
                Base::List(items) | Base::Tuple(items) => {
                    items.iter().rev().for_each(|&item| visit(item))
                }
                Base::Dict(dict) => traverse_dict(dict, visit),
                Base::Set(set) => set.iter().for_each(|(_, key)| visit(key)),
                Base::Exception(body) => traverse_exception(body, visit),
                Base::Atom(atom) => visit(*atom),
            }
            traverse_attributes(&body.attributes, visit);
        }
        Payload::Native(body) => Native::traverse(&***body, &mut |reference| visit(reference)),
    }
}

fn optional(reference: Option<Ref>, visit: &mut impl FnMut(Ref)) {
    if let Some(reference) = reference {
        visit(reference);
    }
}

fn traverse_dict(dict: &super::dict::Dict, visit: &mut impl FnMut(Ref)) {
    for (key, value) in dict.iter() {
        // With keys that are all strings CPython visits the values alone; the keys can be part of no cycle then.
        // They are counted references all the same, and atoms are nothing to the collector.
        visit(value);
        visit(key);
    }
}

fn traverse_attributes(attributes: &Attributes, visit: &mut impl FnMut(Ref)) {
    attributes
        .slots
        .iter()
        .flatten()
        .for_each(|&value| visit(value));
    for &(name, value) in &attributes.inline {
        visit(value);
        visit(name);
    }
    optional(attributes.dict, visit);
}

fn traverse_type(body: &Type, visit: &mut impl FnMut(Ref)) {
    optional(body.dict, visit);
    optional(body.mro, visit);
    optional(body.bases, visit);
    optional(body.base, visit);
    optional(body.qualname, visit);
}

fn traverse_function(body: &Function, visit: &mut impl FnMut(Ref)) {
    visit(body.code);
    visit(body.globals);
    [body.module, body.defaults, body.keyword_defaults, body.doc]
        .into_iter()
        .flatten()
        .for_each(&mut *visit);
    visit(body.name);
    [body.dict, body.closure, body.annotations]
        .into_iter()
        .flatten()
        .for_each(&mut *visit);
    visit(body.qualname);
}

fn traverse_exception(body: &Exception, visit: &mut impl FnMut(Ref)) {
    optional(body.attributes.dict, visit);
    [body.args, body.traceback, body.cause, body.context]
        .into_iter()
        .flatten()
        .for_each(&mut *visit);
    let inline = &body.attributes.inline;
    inline.iter().for_each(|&(name, value)| {
        visit(value);
        visit(name);
    });
    body.attributes
        .slots
        .iter()
        .flatten()
        .for_each(|&value| visit(value));
}

fn traverse_frame_state(state: &FrameState, visit: &mut impl FnMut(Ref)) {
    optional(state.locals, visit);
    optional(state.function, visit);
    visit(state.code);
    visit(state.globals);
    state
        .slots
        .iter()
        .chain(&state.stack)
        .flatten()
        .for_each(|&value| visit(value));
}

fn traverse_iterator(body: &Iter, visit: &mut impl FnMut(Ref)) {
    match body {
        Iter::Sequence { source, .. }
        | Iter::Reversed { source, .. }
        | Iter::Dict { source, .. }
        | Iter::Set { source, .. } => optional(*source, visit),
        Iter::Range { .. } => {}
        Iter::Enumerate { source, index } => {
            visit(*source);
            visit(*index);
        }
        Iter::Zip { sources } => visit(*sources),
        Iter::Map { function, sources } => {
            visit(*sources);
            visit(*function);
        }
        Iter::Filter { function, source } => {
            visit(*source);
            visit(*function);
        }
        Iter::Callable { function, sentinel } => {
            optional(*function, visit);
            visit(*sentinel);
        }
    }
}

impl Heap {
    /// Every reference that the object holds, its class last if it holds one.
    pub fn references_of(&self, object: Ref) -> Vec<Ref> {
        let mut references = Vec::new();
        if let Some(payload) = self.payload_of(object) {
            traverse(payload, &mut |reference| references.push(reference));
            if self.holds_class(object) {
                references.push(self.class_of(object));
            }
        }
        references
    }

    /// Whether the object holds a counted reference to its class: instances of classes written in Python do.
    pub fn holds_class(&self, object: Ref) -> bool {
        object.is_container() && self.type_body(self.class_of(object)).is_heap_type
    }

    /// gc.get_referents: what tp_traverse visits; atoms and names of attributes as far as CPython visits them.
    pub fn referents(&self, object: Ref) -> Vec<Ref> {
        let Some(payload) = self.payload_of(object) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        match payload {
            Payload::Dict(dict) if dict.only_str_keys => {
                found.extend(dict.iter().map(|(_, value)| value))
            }
            Payload::Instance(attributes) => {
                found.extend(attributes.slots.iter().flatten());
                found.extend(attributes.inline.iter().map(|&(_, value)| value));
                found.extend(attributes.dict);
            }
            _ => traverse(payload, &mut |reference| found.push(reference)),
        }
        if self.holds_class(object) && self.profile.instances_visit_class {
            found.push(self.class_of(object));
        }
        found
    }
}
