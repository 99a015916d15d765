//! What a class knows of its subclasses, and what it holds without the collector seeing it.
//!
//! Mirrors add_subclass and remove_all_subclasses of CPython's Objects/typeobject.c: each base has a weak reference to
//! each subclass, which programs get, too, when they ask for one; a class of the program keeps them in a dict made for
//! its first subclass. type_traverse visits none of that, nor the tuple of `__slots__`: for the collector they are held
//! from outside. They are no part of a recording: nobody's program made them.

use super::dict::Probe;
use super::{Heap, Payload, Ref, types};

impl Heap {
    /// The base has one subclass more.
    pub fn add_subclass(&mut self, base: Ref, class: Ref) {
        let detail = self.recorder.suspend();
        self.type_body_mut(base).subclasses.push(class);
        let weakref = match self.shared_weakref(class, types::WEAKREF, false) {
            Some(shared) => self.new_ref(shared),
            None => self.new_weakref(types::WEAKREF, class, None, false),
        };
        let weakref = weakref.into_counted();
        if self.type_body(base).is_heap_type {
            self.enter_subclass(base, class, weakref);
        } else {
            self.type_body_mut(class).unseen.push(weakref);
        }
        self.recorder.resume(detail);
    }

    fn enter_subclass(&mut self, base: Ref, class: Ref, weakref: Ref) {
        let dict = match self.type_body(base).subclasses_dict {
            Some(dict) => dict,
            None => {
                let dict = self.new_dict().into_counted();
                self.type_body_mut(base).subclasses_dict = Some(dict);
                dict
            }
        };
        let key = self.new_int(self.address_of(class) as i64).into_counted();
        let hash = self.hash_natively(key).expect("an int has a hash");
        self.dict_insert(dict, hash, key, weakref);
    }

    /// A class leaves its bases for others.
    pub fn move_subclass(&mut self, class: Ref, bases: &[Ref]) {
        let n_before = self.type_body(class).unseen.len();
        self.forget_subclass(class);
        let body = self.type_body_mut(class);
        let n_left = body.unseen.len() - n_before;
        let left: Vec<Ref> = body.unseen.drain(..n_left).collect();
        for &base in bases {
            self.add_subclass(base, class);
        }
        for weakref in left {
            let _ = self.decref(weakref);
        }
    }

    /// A dying class leaves its bases; the weak references to it die with it.
    pub(super) fn forget_subclass(&mut self, class: Ref) {
        let Some(bases) = self.type_body(class).bases else {
            return;
        };
        for base in self.tuple(bases).unwrap_or(&[]).to_vec() {
            if self.type_body_opt(base).is_none() {
                continue;
            }
            let body = self.type_body_mut(base);
            body.subclasses.retain(|&other| other != class);
            if let Some(dict) = body.subclasses_dict
                && let Some(weakref) = self.leave_subclasses(dict, class)
            {
                self.type_body_mut(class).unseen.insert(0, weakref);
            }
        }
    }

    fn leave_subclasses(&mut self, dict: Ref, class: Ref) -> Option<Ref> {
        let detail = self.recorder.suspend();
        let wanted = self.new_int(self.address_of(class) as i64).into_counted();
        let hash = self.hash_natively(wanted)?;
        let found = match self.dict_probe(dict, hash, wanted) {
            Probe::Found(position) => self.dict_mut(dict).map(|dict| dict.remove(position)),
            _ => None,
        };
        let _ = self.decref(wanted);
        let left = found.map(|(key, weakref)| {
            let _ = self.decref(key);
            weakref
        });
        self.recorder.resume(detail);
        left
    }

    /// What classes hold without the collector seeing it: for it, and for the heap's checks, held from outside.
    pub fn unseen_references(&self) -> Vec<Ref> {
        let mut unseen = Vec::new();
        for object in self.containers() {
            if let Payload::Type(body) = self.payload(object) {
                unseen.extend(&body.unseen);
                unseen.extend(body.subclasses_dict);
                unseen.extend(body.qualname);
            }
        }
        unseen
    }
}
