//! Assigning to `__bases__`: a class and all below it get another order of bases.
//!
//! Mirrors type_set_bases and mro_hierarchy of CPython's Objects/typeobject.c.

use super::{PyResult, Vm};
use crate::heap::Ref;

impl Vm {
    pub(super) fn set_bases(&mut self, class: Ref, value: Ref) -> PyResult<()> {
        let name = self.heap.type_body(class).name.clone();
        let Some(bases) = self.heap.tuple(value).map(<[Ref]>::to_vec) else {
            let found = self.heap.class_name(value);
            return self.type_error(format!(
                "can only assign tuple to {name}.__bases__, not {found}"
            ));
        };
        if bases.is_empty() {
            return self.type_error(format!(
                "can only assign non-empty tuple to {name}.__bases__, not ()"
            ));
        }
        for &base in &bases {
            if self.heap.type_body_opt(base).is_none() {
                let found = self.heap.class_name(base);
                return self.type_error(format!(
                    "{name}.__bases__ must be tuple of classes, not '{found}'"
                ));
            }
            if self.heap.is_subclass(base, class) {
                return self.type_error("a __bases__ item causes an inheritance cycle");
            }
        }
        for &base in &bases {
            self.check_base(base)?;
        }
        let best = self.best_base(&bases)?;
        self.check_same_layout(class, best)?;
        // Nothing is changed before it is known that the bases have a common order.
        self.compute_mro(class, &bases)?;
        self.exchange_bases(class, value, &bases, best);
        self.reorder_below(class)
    }

    /// Whether instances of both classes have the same room, and the same things in it.
    pub(super) fn has_same_layout(&self, old: Ref, new: Ref) -> bool {
        let (old, new) = (self.heap.type_body(old), self.heap.type_body(new));
        old.layout == new.layout
            && old.basic_size == new.basic_size
            && old.slot_names == new.slot_names
            && old.instances_have_dict == new.instances_have_dict
            && old.instances_have_weakrefs == new.instances_have_weakrefs
    }

    fn check_same_layout(&mut self, class: Ref, new_base: Ref) -> PyResult<()> {
        let Some(old_base) = self.heap.type_body(class).base else {
            return Ok(());
        };
        let (old, new) = (self.heap.type_body(old_base), self.heap.type_body(new_base));
        let compares_dealloc = self.heap.profile.bases_compare_dealloc;
        if compares_dealloc && old.is_heap_type != new.is_heap_type {
            let (old, new) = (old.name.clone(), new.name.clone());
            return self.type_error(format!(
                "__bases__ assignment: '{new}' deallocator differs from '{old}'"
            ));
        }
        let is_same = old.layout == new.layout
            && old.basic_size == new.basic_size
            && old.slot_names.len() == new.slot_names.len()
            && (!compares_dealloc
                || old.instances_have_dict == new.instances_have_dict
                    && old.instances_have_weakrefs == new.instances_have_weakrefs);
        if is_same {
            return Ok(());
        }
        let (old, new) = (old.name.clone(), new.name.clone());
        self.type_error(format!(
            "__bases__ assignment: '{new}' object layout differs from '{old}'"
        ))
    }

    fn exchange_bases(&mut self, class: Ref, value: Ref, bases: &[Ref], best: Ref) {
        self.heap.move_subclass(class, bases);
        self.heap.incref(value);
        self.heap.incref(best);
        let body = self.heap.type_body_mut(class);
        let old = [body.bases.replace(value), body.base.replace(best)];
        for reference in old.into_iter().flatten() {
            self.release_ref(reference);
        }
    }

    /// Computes the order anew for the class, and then for what inherits from it.
    fn reorder_below(&mut self, class: Ref) -> PyResult<()> {
        let mut waiting = vec![class];
        while let Some(class) = waiting.pop() {
            let body = self.heap.type_body(class);
            waiting.extend(body.subclasses.iter().rev());
            let bases = body
                .bases
                .and_then(|bases| self.heap.tuple(bases))
                .unwrap_or(&[])
                .to_vec();
            let order = self.compute_mro(class, &bases)?;
            for &entry in &order {
                self.heap.incref(entry);
            }
            let order = self.heap.new_tuple_untracked(order);
            self.heap.track(order.get());
            let order = order.into_counted();
            if let Some(old) = self.heap.type_body_mut(class).mro.replace(order) {
                self.release_ref(old);
            }
        }
        self.lookups.invalidate();
        self.update_finalizers(class);
        Ok(())
    }
}
