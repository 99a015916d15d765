//! What a new class takes over from its bases: which of them gives its instances their layout, which slots it adds, in which
//! order its bases are asked.
//!
//! Mirrors best_base, solid_base, type_new_slots and mro_implementation of CPython's Objects/typeobject.c.

use std::rc::Rc;

use super::{PyResult, Vm};
use crate::heap::dict::SharedKeys;
use crate::heap::payload::{Layout, Type};
use crate::heap::{Owned, Ref};
use crate::profile::InstanceWords;
use crate::profile::texts::fill;
use crate::python::builtins::text::is_identifier;
use crate::python::symbols::mangle;

impl Vm {
    pub(super) fn check_base(&mut self, base: Ref) -> PyResult<()> {
        match self.heap.type_body_opt(base) {
            Some(body) if body.is_base => Ok(()),
            Some(body) => {
                let name = body.name.clone();
                self.type_error(format!("type '{name}' is not an acceptable base type"))
            }
            None => self.type_error("bases must be types"),
        }
    }

    /// The base whose layout the instances have.
    pub(super) fn best_base(&mut self, bases: &[Ref]) -> PyResult<Ref> {
        let mut best = bases[0];
        for &base in &bases[1..] {
            let (a, b) = (self.solid_base(best), self.solid_base(base));
            if self.heap.is_subclass(a, b) {
                continue;
            }
            if self.heap.is_subclass(b, a) {
                best = base;
                continue;
            }
            return self.type_error("multiple bases have instance lay-out conflict");
        }
        Ok(best)
    }

    /// The nearest class that adds something to the layout of its base.
    fn solid_base(&self, class: Ref) -> Ref {
        let mut at = class;
        while let Some(base) = self.heap.type_body(at).base {
            let (body, parent) = (self.heap.type_body(at), self.heap.type_body(base));
            let adds_slots = body.slot_names.len() > parent.slot_names.len();
            if !body.is_heap_type && (body.layout != parent.layout || body.layout == Layout::Other)
                || adds_slots
            {
                return at;
            }
            at = base;
        }
        at
    }

    /// Names in `__slots__`, or none when the namespace has no such thing. Private names are mangled with the class's.
    pub(super) fn declared_slots(
        &mut self,
        namespace: Ref,
        class_name: &str,
        base: Ref,
    ) -> PyResult<Option<Vec<Owned>>> {
        let Some(slots) = self.heap.dict_get_name(namespace, self.names.slots) else {
            return Ok(None);
        };
        let items = if self.heap.as_str(slots).is_some() {
            vec![self.heap.new_ref(slots)]
        } else {
            self.collect_iterable(slots)?
        };
        let mut names = Vec::new();
        if !items.is_empty() && self.heap.type_body(base).has_items {
            let base = self.heap.type_body(base).name.clone();
            self.release_all(items);
            let text = self.heap.profile.texts.slots_beside_items;
            return self.type_error(fill(text, &[&base]));
        }
        for item in &items {
            match self.slot_name(item.get(), class_name) {
                Ok(name) => names.push(name),
                Err(error) => {
                    self.release_all(items);
                    self.release_all(names);
                    return Err(error);
                }
            }
        }
        self.release_all(items);
        Ok(Some(names))
    }

    fn slot_name(&mut self, item: Ref, class_name: &str) -> PyResult {
        let Some(text) = self.heap.str_rc(item) else {
            let given = self.heap.class_name(item);
            return self.type_error(format!("__slots__ items must be strings, not '{given}'"));
        };
        if !is_identifier(&text) {
            return self.type_error("__slots__ must be identifiers");
        }
        let mangled = mangle(Some(class_name), &text);
        Ok(self.heap.intern(&mangled))
    }

    /// C3: the class, then the merge of its bases' linearizations and of the bases themselves.
    pub(super) fn compute_mro(&mut self, class: Ref, bases: &[Ref]) -> PyResult<Vec<Ref>> {
        let is_twice = |&&base: &&Ref| bases.iter().filter(|&&other| other == base).count() > 1;
        if let Some(&twice) = bases.iter().find(is_twice) {
            let name = self.heap.type_body(twice).name.clone();
            return self.type_error(format!("duplicate base class {name}"));
        }
        let mut sequences: Vec<Vec<Ref>> = bases
            .iter()
            .map(|&base| self.heap.mro(base).to_vec())
            .collect();
        sequences.push(bases.to_vec());
        let mut mro = vec![class];
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(mro);
            }
            let next = sequences
                .iter()
                .map(|sequence| sequence[0])
                .find(|candidate| {
                    sequences
                        .iter()
                        .all(|other| !other[1..].contains(candidate))
                });
            let Some(next) = next else {
                let mut names: Vec<Rc<str>> = Vec::new();
                for sequence in &sequences {
                    let name = self.heap.type_body(sequence[0]).name.clone();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                let space = if self.heap.profile.errors.mro_in_one_line {
                    ' '
                } else {
                    '\n'
                };
                return self.type_error(format!(
                    "Cannot create a consistent method resolution{space}order (MRO) for bases {}",
                    names.join(", ")
                ));
            };
            mro.push(next);
            for sequence in &mut sequences {
                if sequence[0] == next {
                    sequence.remove(0);
                }
            }
        }
    }
}

/// What the instances of a new class take, besides items of their own.
pub(super) struct Shape {
    pub basic_size: u32,
    pub dict_is_before: bool,
    pub weakrefs_are_before: bool,
}

impl Shape {
    /// The base's shape, and what the class adds to it.
    pub fn new(
        words: InstanceWords,
        base: &Type,
        n_slots: usize,
        adds_dict: bool,
        adds_weakrefs: bool,
    ) -> Shape {
        let dict_before = match words {
            InstanceWords::AtEnd => false,
            InstanceWords::DictBefore => !base.has_items,
            InstanceWords::Before => true,
        };
        let weakrefs_before = words == InstanceWords::Before;
        let n_words = n_slots
            + usize::from(adds_dict && !dict_before)
            + usize::from(adds_weakrefs && !weakrefs_before);
        Shape {
            basic_size: base.basic_size + 8 * n_words as u32,
            dict_is_before: base.dict_is_before || adds_dict && dict_before,
            weakrefs_are_before: base.weakrefs_are_before || adds_weakrefs && weakrefs_before,
        }
    }

    /// The keys that the class keeps for its instances: from 3.11 on only where their dict stands before them.
    pub fn shared_keys(&self, words: InstanceWords, has_dict: bool) -> Option<Rc<SharedKeys>> {
        match words {
            InstanceWords::AtEnd => has_dict.then(|| Rc::new(SharedKeys::in_order(Vec::new(), 3))),
            _ => self
                .dict_is_before
                .then(|| Rc::new(SharedKeys::in_any_order())),
        }
    }
}
