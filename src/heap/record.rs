//! What the heap tells the recorder: the objects' side of the events.

use std::rc::Rc;

use super::atoms::Atom;
use super::{Heap, Payload, Ref};
use crate::trace::event::{Event, FrameId, ObjectId, Owner};
use crate::trace::recorder::Changed;

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

    /// Emits what there is in all.
    pub fn tell_totals(&mut self) {
        self.settle_buffers();
        let own = self.share_of_the_program();
        self.emit(Event::HeapMeasured {
            bytes: self.bytes,
            objects: self.n_objects,
            own_bytes: own.bytes,
            own_objects: own.objects,
            counts: self.gc_counts(),
        });
    }

    /// While recording: the contents of the object are about to change, or those elements of them.
    #[inline]
    pub(super) fn touch(&mut self, object: Ref, changed: impl FnOnce(&Heap) -> Changed) {
        if self.recorder.is_detailed() {
            let changed = changed(self);
            self.recorder.touch(object, changed);
        }
    }

    pub(super) fn flush_touched(&mut self) {
        if !self.recorder.any_touched() {
            return;
        }
        let touched = self.recorder.take_touched();
        self.meet_touched(&touched);
        for &(object, changed) in &touched {
            if self.recorder.globals == Some(object) {
                let names = self.edges_of(object);
                self.recorder.compare(Owner::Frame(FrameId::MODULE), names);
            } else if let Some(id) = self.recorder.id_of(object) {
                self.tell_contents(object, Owner::Object(id), changed);
            }
        }
        self.recorder.reuse(touched);
    }

    fn tell_contents(&mut self, object: Ref, owner: Owner, changed: Changed) {
        let held = self.recorder.held(owner);
        match changed {
            Changed::From(first) => {
                if let Some((at, end)) = held.and_then(|held| self.edges_from(object, first, held))
                {
                    return self.recorder.compare_from(owner, at, end);
                }
            }
            Changed::Only(element) => {
                let edge = held.and_then(|held| self.edge_of_element(object, element, held));
                if let Some((at, edge)) = edge {
                    return self.recorder.replace(owner, at, edge);
                }
            }
        }
        let now = self.edges_of(object);
        self.recorder.compare(owner, now);
    }

    pub(super) fn record_created(&mut self, object: Ref, size: u64) {
        if !self.recorder.is_detailed() {
            return;
        }
        let id = self.recorder.number(object);
        self.tell_created(object, id, size);
        self.recorder.touch(object, Changed::ALL);
    }

    pub(super) fn tell_created(&mut self, reference: Ref, object: ObjectId, size: u64) {
        let class = self.class_of(reference);
        let type_name = self.type_body(class).name.clone();
        let has_finalizer = self.type_body(class).has_finalizer;
        let id = self.address_of(reference);
        self.emit(Event::ObjectCreated {
            object,
            type_name,
            id,
            size,
            has_finalizer,
        });
        if let Some(text) = self.description(reference) {
            self.emit(Event::Described { object, text });
        }
    }

    /// Tells more about objects whose contents do not: a function's name, a class's, a module's.
    pub(super) fn description(&self, object: Ref) -> Option<Rc<str>> {
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

    #[cold]
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
                Atom::Complex(real, imag) if *real == 0.0 => format!("{imag}j"),
                Atom::Complex(real, imag) => format!("({real}{imag:+}j)"),
                Atom::BigInt(value) => value.to_string(),
                Atom::Str(body) => quoted(&body.text),
                Atom::Bytes(bytes) => format!("b{}", quoted(&String::from_utf8_lossy(bytes))),
                Atom::Free { .. } => "?".to_owned(),
            }
        } else {
            match self.description(object) {
                Some(name) => name.to_string(),
                None => self.short_class_name(object).to_string(),
            }
        };
        if text.chars().count() <= MAX_REPR {
            return Rc::from(text);
        }
        let cut: String = text.chars().take(MAX_REPR - 1).collect();
        Rc::from(format!("{cut}…"))
    }
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
