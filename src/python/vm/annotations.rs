//! `__annotations__` of functions and classes whose annotations are computed when somebody asks (3.14).
//!
//! The compiler leaves a function that makes the dict: in a function's own slot for annotations, in a class's namespace
//! as `__annotate_func__`. The first question calls it and keeps the dict.
//! Mirrors func_get_annotation_dict in CPython's Objects/funcobject.c and type_get_annotations in
//! Objects/typeobject.c (3.14).

use crate::heap::{Owned, Payload, Ref};

use super::{PyResult, Vm};

/// The format that asks for values.
const VALUE: i64 = 1;

impl Vm {
    /// The annotations of a function or class, if they are of the deferred kind.
    pub(super) fn deferred_annotations(&mut self, object: Ref) -> PyResult<Option<Owned>> {
        match self.heap.payload_of(object) {
            Some(Payload::Function(body)) => match (body.annotations, body.annotate) {
                (None, Some(annotate)) => self.function_annotations(object, annotate).map(Some),
                _ => Ok(None),
            },
            Some(Payload::Type(body)) => match body.dict {
                Some(namespace) => self.class_annotations(namespace),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn function_annotations(&mut self, function: Ref, annotate: Ref) -> PyResult {
        let dict = self.annotations_made_by(annotate)?;
        let kept = self.heap.new_ref(dict.get()).into_counted();
        let old = match self.heap.payload_mut(function) {
            Payload::Function(body) => body.annotations.replace(kept),
            _ => Some(kept),
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(dict)
    }

    /// Annotations that stand in a flat tuple (3.10 to 3.13) become the function's dict.
    pub(super) fn unpack_annotations(&mut self, function: Ref, pairs: Ref) -> Owned {
        let items = self.heap.tuple(pairs).map_or(Vec::new(), <[Ref]>::to_vec);
        let dict = self.heap.new_dict();
        for pair in items.chunks_exact(2) {
            self.set_name_in(dict.get(), pair[0], pair[1]);
        }
        let kept = self.heap.new_ref(dict.get()).into_counted();
        if let Payload::Function(body) = self.heap.payload_mut(function) {
            body.annotations = Some(kept);
        }
        self.release_ref(pairs);
        dict
    }

    fn class_annotations(&mut self, namespace: Ref) -> PyResult<Option<Owned>> {
        let cache = self.heap.intern("__annotations_cache__");
        let found = self.heap.dict_get_name(namespace, cache.get());
        let made = match found {
            Some(dict) => Ok(Some(self.heap.new_ref(dict))),
            None => self.make_class_annotations(namespace, cache.get()),
        };
        self.release(cache);
        made
    }

    fn make_class_annotations(&mut self, namespace: Ref, cache: Ref) -> PyResult<Option<Owned>> {
        let name = self.heap.intern("__annotate_func__");
        let annotate = self.heap.dict_get_name(namespace, name.get());
        self.release(name);
        let Some(annotate) = annotate else {
            return Ok(None);
        };
        let dict = self.annotations_made_by(annotate)?;
        self.set_name_in(namespace, cache, dict.get());
        Ok(Some(dict))
    }

    fn annotations_made_by(&mut self, annotate: Ref) -> PyResult {
        let format = self.heap.new_int(VALUE);
        let dict = self.call(annotate, &[format.get()], &[]);
        self.release(format);
        dict
    }
}
