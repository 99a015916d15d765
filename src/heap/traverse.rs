//! tp_traverse and tp_clear: which references an object holds, in the order in which CPython visits and drops them.

use super::payload::{
    Attributes, Base, Exception, FrameState, Function, Iterator as Iter, Native, Type,
};
use super::{Heap, Payload, Ref};

/// Calls `visit` with every reference that the payload holds, in the order of CPython's tp_traverse.
/// The reference to the object's own class is not among them: see [`traverse_with_class`].
#[inline]
pub fn traverse(payload: &Payload, visit: &mut impl FnMut(Ref)) {
    traverse_with_class(payload, None, visit);
}

/// As [`traverse`], and the object's class where CPython visits it: behind the attributes, before what a built-in base
/// visits.
#[inline(always)]
pub fn traverse_with_class(payload: &Payload, class: Option<Ref>, visit: &mut impl FnMut(Ref)) {
    match payload {
        Payload::List(items) | Payload::Tuple(items) => {
            items.iter().rev().for_each(|&item| visit(item))
        }
        Payload::Instance(attributes) => {
            traverse_attributes(attributes, visit);
            optional(class, visit);
        }
        Payload::Derived(_) | Payload::Exception(_) | Payload::WeakRef(_) | Payload::Native(_) => {
            traverse_around_class(payload, class, visit)
        }
        _ => {
            traverse_others(payload, visit);
            optional(class, visit);
        }
    }
}

fn traverse_others(payload: &Payload, visit: &mut impl FnMut(Ref)) {
    match payload {
        Payload::Free { .. }
        | Payload::Object
        | Payload::List(_)
        | Payload::Tuple(_)
        | Payload::Instance(_)
        | Payload::Derived(_)
        | Payload::Exception(_)
        | Payload::WeakRef(_)
        | Payload::Native(_) => {}
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
            match body.shared_constants {
                Some(all) => visit(all),
                None => body.constants.iter().for_each(|&constant| visit(constant)),
            }
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
            visit(body.code);
            optional(body.frame, visit);
            if let Some(state) = &body.state {
                traverse_frame_state(state, visit);
            }
            optional(body.current_exception, visit);
        }
        Payload::Traceback(body) => {
            optional(body.next, visit);
            visit(body.frame);
        }
        Payload::Slice(parts) => parts.iter().for_each(|&part| visit(part)),
        Payload::Range(body) => [body.start, body.stop, body.step, body.length]
            .into_iter()
            .for_each(visit),
        Payload::Iterator(body) => traverse_iterator(body, visit),
        Payload::Property(body) => {
            [body.getter, body.setter, body.deleter, body.doc, body.name]
                .into_iter()
                .flatten()
                .for_each(visit);
        }
        Payload::StaticMethod(body) | Payload::ClassMethod(body) => {
            visit(body.function);
            optional(body.dict, visit);
        }
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
    }
}

/// Payloads of whose classes the program can make subclasses: subtype_traverse begins, and the base goes on.
fn traverse_around_class(payload: &Payload, class: Option<Ref>, visit: &mut impl FnMut(Ref)) {
    match payload {
        Payload::Exception(body) => {
            optional(class, visit);
            traverse_exception(body, visit);
        }
        Payload::WeakRef(body) => {
            traverse_attributes(&body.attributes, visit);
            optional(class, visit);
            optional(body.callback, visit);
        }
        Payload::Derived(body) => {
            traverse_slots(&body.attributes, visit);
            // A file's dict is its own, and it visits that last.
            if let Base::Native(native) = &body.base
                && class.is_none()
            {
                Native::traverse(&***native, &mut |it| visit(it));
                traverse_named(&body.attributes, visit);
                return;
            }
            // The dict of an exception is BaseException's own.
            let base_has_dict = matches!(body.base, Base::Exception(_));
            if !base_has_dict {
                traverse_named(&body.attributes, visit);
            }
            optional(class, visit);
            if base_has_dict {
                traverse_named(&body.attributes, visit);
            }
            match &body.base {
                Base::List(items) | Base::Tuple(items) => {
                    items.iter().rev().for_each(|&item| visit(item))
                }
                Base::Dict(dict) => traverse_dict(dict, visit),
                Base::Set(set) => set.iter().for_each(|(_, key)| visit(key)),
                Base::Exception(body) => traverse_exception(body, visit),
                Base::Atom(atom) => visit(*atom),
                Base::Native(body) => Native::traverse(&***body, &mut |it| visit(it)),
            }
        }
        Payload::Native(body) => {
            optional(class, visit);
            Native::traverse(&***body, &mut |reference| visit(reference));
        }
        _ => {}
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

#[inline]
fn traverse_attributes(attributes: &Attributes, visit: &mut impl FnMut(Ref)) {
    traverse_slots(attributes, visit);
    traverse_named(attributes, visit);
}

#[inline]
fn traverse_slots(attributes: &Attributes, visit: &mut impl FnMut(Ref)) {
    attributes
        .slots
        .iter()
        .flatten()
        .for_each(|&value| visit(value));
}

#[inline]
fn traverse_named(attributes: &Attributes, visit: &mut impl FnMut(Ref)) {
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
}

fn traverse_function(body: &Function, visit: &mut impl FnMut(Ref)) {
    visit(body.code);
    visit(body.globals);
    optional(body.builtins, visit);
    [body.module, body.defaults, body.keyword_defaults, body.doc]
        .into_iter()
        .flatten()
        .for_each(&mut *visit);
    visit(body.name);
    [body.dict, body.closure, body.annotations, body.annotate]
        .into_iter()
        .flatten()
        .for_each(&mut *visit);
    visit(body.qualname);
}

fn traverse_exception(body: &Exception, visit: &mut impl FnMut(Ref)) {
    let attributes = &body.attributes;
    // What a kind of exceptions has of its own (value, name, code) stands before what all have.
    attributes.inline.iter().for_each(|&(name, value)| {
        visit(value);
        visit(name);
    });
    attributes
        .slots
        .iter()
        .flatten()
        .for_each(|&value| visit(value));
    [
        attributes.dict,
        body.args,
        body.traceback,
        body.cause,
        body.context,
    ]
    .into_iter()
    .flatten()
    .for_each(&mut *visit);
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
        | Iter::Set { source, .. } => optional(*source, visit),
        Iter::Loop { source, .. } => visit(*source),
        Iter::Range { .. } => {}
        Iter::Dict { source, result, .. } => {
            optional(*source, visit);
            optional(*result, visit);
        }
        Iter::Enumerate {
            source,
            index,
            result,
        } => {
            visit(*source);
            visit(*result);
            visit(*index);
        }
        Iter::Zip { sources, result } => {
            visit(*sources);
            visit(*result);
        }
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
    /// Every reference that the object holds, to its class too if it holds one.
    pub fn references_of(&self, object: Ref) -> Vec<Ref> {
        let mut references = Vec::new();
        if let Some(payload) = self.payload_of(object) {
            let class = self.holds_class(object).then(|| self.class_of(object));
            traverse_with_class(payload, class, &mut |reference| references.push(reference));
        }
        references
    }

    /// Whether the object holds a counted reference to its class: instances of classes written in Python do.
    pub fn holds_class(&self, object: Ref) -> bool {
        object.is_container() && self.type_body(self.class_of(object)).is_heap_type
    }
}
