//! Hashes, and what needs them: keys of dicts and members of sets, with Python's own comparison.
//! Mirrors PyObject_Hash of CPython's Objects/object.c, and the lookups of Objects/dictobject.c and Objects/setobject.c.

use super::{PyResult, Unwind, Vm};
use crate::heap::dict::Probe;
use crate::heap::{Heap, Owned, Ref, types};
use crate::python::builtins;

impl Vm {
    pub fn hash(&mut self, object: Ref) -> PyResult<i64> {
        if let Some(hash) = self.heap.hash_natively(object) {
            return Ok(hash);
        }
        if let Some(method) = self.python_method(object, self.names.hash) {
            if method == Ref::NONE {
                let name = self.heap.class_name(object);
                return self.type_error(format!("unhashable type: '{name}'"));
            }
            let value = self.call_method_of_class(method, object, &[])?;
            let hash = self.heap.as_bigint(value.get());
            let result = self.heap.hash_natively(value.get()).unwrap_or_default();
            self.release(value);
            return match hash {
                Some(value) => {
                    Ok(i64::try_from(&value).map_or(result, crate::heap::lookup::no_error))
                }
                None => self.type_error("__hash__ method should return an integer"),
            };
        }
        match builtins::hash(self, object)? {
            Some(hash) => Ok(hash),
            None => Ok(crate::heap::lookup::hash_of_address(
                self.heap.address_of(object),
            )),
        }
    }

    /// Finds a key's entry; Python's `__eq__` is asked where needed.
    fn dict_find(&mut self, dict: Ref, hash: i64, key: Ref) -> PyResult<Option<usize>> {
        match self.heap.dict_probe(dict, hash, key) {
            Probe::Found(position) => Ok(Some(position)),
            Probe::Missing => Ok(None),
            Probe::AskPython(candidates) => self.first_equal(key, candidates, |heap, position| {
                heap.dict(dict)?.entry(position).map(|(key, _)| key)
            }),
        }
    }

    /// The first of those positions where Python's `__eq__` finds the key; it may change the table meanwhile.
    fn first_equal(
        &mut self,
        key: Ref,
        candidates: Vec<usize>,
        key_at: impl Fn(&Heap, usize) -> Option<Ref>,
    ) -> PyResult<Option<usize>> {
        for position in candidates {
            let Some(candidate) = key_at(&self.heap, position) else {
                continue;
            };
            let candidate = self.heap.new_ref(candidate);
            let equal = self.equal(candidate.get(), key);
            self.release(candidate);
            if equal? {
                return Ok(Some(position));
            }
        }
        Ok(None)
    }

    /// Hash of a dict's key; where the version says so, the error names the key's part.
    fn key_hash(&mut self, key: Ref) -> PyResult<i64> {
        self.hash_of_part(key, self.heap.profile.texts.dict_key_unhashable)
    }

    /// As [`Vm::key_hash`], of a set's element.
    fn element_hash(&mut self, key: Ref) -> PyResult<i64> {
        self.hash_of_part(key, self.heap.profile.texts.set_element_unhashable)
    }

    fn hash_of_part(&mut self, key: Ref, template: &str) -> PyResult<i64> {
        match self.heap.hash_natively(key) {
            Some(hash) => Ok(hash),
            None => {
                let hash = self.hash(key);
                builtins::exceptions::name_unhashable(self, hash, key, template)
            }
        }
    }

    /// dict[key] for an exact or derived dict, without `__missing__`; Python's `__hash__` and `__eq__` are called where needed.
    pub fn dict_get(&mut self, dict: Ref, key: Ref) -> PyResult<Option<Owned>> {
        let hash = self.key_hash(key)?;
        let Some(position) = self.dict_find(dict, hash, key)? else {
            return Ok(None);
        };
        let value = self.heap.dict(dict).and_then(|d| d.entry(position));
        Ok(value.map(|(_, value)| self.heap.new_ref(value)))
    }

    pub fn dict_set(&mut self, dict: Ref, key: Ref, value: Ref) -> PyResult<()> {
        let hash = self.key_hash(key)?;
        let found = self.dict_find(dict, hash, key)?;
        self.heap.incref(value);
        match found {
            Some(position) => {
                let old = self
                    .heap
                    .dict_mut(dict)
                    .map(|body| body.replace_value(position, value));
                self.heap.maintain_tracking(dict, key, value);
                if let Some(old) = old {
                    self.release_ref(old);
                }
            }
            None => {
                self.heap.incref(key);
                self.heap.dict_insert(dict, hash, key, value);
            }
        }
        Ok(())
    }

    /// Removes the key and gives its value.
    pub fn dict_remove(&mut self, dict: Ref, key: Ref) -> PyResult<Option<Owned>> {
        let hash = self.key_hash(key)?;
        let Some(position) = self.dict_find(dict, hash, key)? else {
            return Ok(None);
        };
        let removed = self.heap.dict_mut(dict).map(|body| body.remove(position));
        Ok(removed.map(|(key, value)| {
            self.release_ref(key);
            Owned::from_counted(value)
        }))
    }

    fn set_find(&mut self, set: Ref, hash: i64, key: Ref) -> PyResult<Option<usize>> {
        let probe = match self.heap.set(set) {
            Some(body) => body.find(hash, |candidate| self.heap.equal_natively(candidate, key)),
            None => Probe::Missing,
        };
        match probe {
            Probe::Found(position) => Ok(Some(position)),
            Probe::Missing => Ok(None),
            Probe::AskPython(candidates) => self.first_equal(key, candidates, |heap, position| {
                heap.set(set)?.member(position).map(|(_, member)| member)
            }),
        }
    }

    /// Adds to a set; false when it was there.
    pub fn set_add(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.element_hash(key)?;
        if self.set_find(set, hash, key)?.is_some() {
            return Ok(false);
        }
        self.heap.incref(key);
        self.heap.set_insert(set, hash, key);
        Ok(true)
    }

    /// As an intersection asks: the error about a key without a hash does not name its use.
    pub fn set_contains(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.hash(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    /// As `in` asks: a set is looked for as the frozenset with its members.
    pub fn set_contains_sought(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.sought_hash(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    pub fn set_discard(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.element_hash(key)?;
        self.set_remove_entry(set, hash, key)
    }

    /// As remove() and discard() do: a set is looked for as the frozenset with its members.
    pub fn set_remove_sought(&mut self, set: Ref, key: Ref) -> PyResult<bool> {
        let hash = self.sought_hash(key)?;
        self.set_remove_entry(set, hash, key)
    }

    fn sought_hash(&mut self, key: Ref) -> PyResult<i64> {
        let hash = self.element_hash(key);
        if self.heap.set(key).is_none() {
            return hash;
        }
        match hash {
            Err(Unwind::Raised(error)) if self.heap.is_instance(error.get(), types::TYPE_ERROR) => {
                self.release(error);
                Ok(builtins::set::hash_of_members(self, key))
            }
            other => other,
        }
    }

    fn set_remove_entry(&mut self, set: Ref, hash: i64, key: Ref) -> PyResult<bool> {
        let Some(position) = self.set_find(set, hash, key)? else {
            return Ok(false);
        };
        if let Some(key) = self.heap.set_mut(set).map(|body| body.remove(position)) {
            self.release_ref(key);
        }
        Ok(true)
    }
}
