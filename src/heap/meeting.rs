//! Meeting: what the interpreter made for itself comes to hold an object of the program (gc.garbage, a module's dict).
//!
//! It turns such a holder, and what leads to it from a module, into objects with events of their own, so that the way to
//! what it holds can be told: gc, garbage, [0]. Invariant: of the interpreter's own, only what once held an object of the
//! program has a number, and what stands on such a way.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::retell::LISTS;
use super::{Heap, Payload, Ref};
use crate::trace::event::{Event, ObjectId, Owner};
use crate::trace::recorder::Changed;

impl Heap {
    /// Of what was touched: those that come to hold an object of the program.
    pub(super) fn meet_touched(&mut self, touched: &[(Ref, Changed)]) {
        for &(holder, _) in touched {
            if self.is_to_be_met(holder) {
                self.meet(holder);
            }
        }
    }

    /// All that hold one now.
    pub(super) fn meet_all(&mut self) {
        // What a module runs as holds its code, and is nobody's way to anything.
        let is_function = |it: &Ref| matches!(self.payload(*it), Payload::Function(_));
        let holders: Vec<Ref> = self.containers().filter(|it| !is_function(it)).collect();
        for holder in holders {
            if self.is_to_be_met(holder) {
                self.meet(holder);
            }
        }
    }

    fn is_to_be_met(&self, object: Ref) -> bool {
        let is_unknown = self.is_own(object) && self.recorder.id_of(object).is_none();
        is_unknown && self.recorder.globals != Some(object) && self.holds_known(object)
    }

    /// Whether it holds an object of the program; code is none that anybody looks for.
    fn holds_known(&self, object: Ref) -> bool {
        let is_known = |it: &Ref| {
            self.recorder.id_of(*it).is_some() && !matches!(self.payload(*it), Payload::Code(_))
        };
        self.references_of(object).iter().any(is_known)
    }

    fn meet(&mut self, holder: Ref) {
        let mut way = self.way_from_a_module(holder);
        way.retain(|&it| self.recorder.id_of(it).is_none());
        let met: Vec<(Ref, ObjectId)> = way
            .into_iter()
            .map(|it| (it, self.recorder.number(it)))
            .collect();
        let ids: FxHashMap<u64, ObjectId> = met
            .iter()
            .map(|&(it, id)| (self.address_of(it), id))
            .collect();
        self.recorder.retarget(&ids);
        for &(it, object) in &met {
            self.tell_met(it, object);
        }
        for &(it, object) in &met {
            let held = self.edges_of(it);
            self.recorder.compare(Owner::Object(object), held);
        }
    }

    fn tell_met(&mut self, it: Ref, object: ObjectId) {
        let list = LISTS
            .into_iter()
            .find(|&(list, _)| self.list_iter(list).any(|other| other == it));
        let event = Event::ObjectMet {
            object,
            type_name: self.type_body(self.class_of(it)).name.clone(),
            id: self.address_of(it),
            size: self.size_of(it),
            count: self.refcount(it),
            list: list.map(|(_, told)| told),
        };
        self.recorder.push(event);
        if let Some(text) = self.description(it) {
            self.recorder.push(Event::Described { object, text });
        }
    }

    /// The shortest way by the interpreter's own objects, both ends included; the holder alone where no module leads to it.
    fn way_from_a_module(&self, holder: Ref) -> Vec<Ref> {
        let is_module =
            |it: &Ref| self.is_own(*it) && matches!(self.payload(*it), Payload::Module(_));
        let modules: Vec<Ref> = self.containers().filter(is_module).collect();
        let mut came_from: FxHashMap<Ref, Option<Ref>> =
            modules.iter().map(|&module| (module, None)).collect();
        let mut queue = VecDeque::from(modules);
        while let Some(at) = queue.pop_front() {
            if at == holder {
                break;
            }
            for held in self.references_of(at) {
                let is_on =
                    held.is_container() && self.is_own(held) && self.recorder.globals != Some(held);
                if is_on && !came_from.contains_key(&held) {
                    came_from.insert(held, Some(at));
                    queue.push_back(held);
                }
            }
        }
        let mut way = vec![holder];
        while let Some(&Some(before)) = came_from.get(&way[way.len() - 1]) {
            way.push(before);
        }
        way.reverse();
        way
    }
}
