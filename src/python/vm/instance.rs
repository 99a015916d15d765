//! Instances: making them, and the attributes that stand in them.
//!
//! Attributes stand inline until somebody asks for the `__dict__`, or until the names that the class's instances share
//! are used up; before 3.11 there is a dict from the first attribute on. Mirrors CPython's Objects/dictobject.c
//! (inline values, shared keys) and Objects/typeobject.c (subtype_dict).

use std::rc::Rc;

use super::{PyResult, Vm};
use crate::heap::dict::SharedKeys;
use crate::heap::payload::{Attributes, Base, Derived, Layout};
use crate::heap::{Owned, Payload, Ref, types};

impl Vm {
    /// object.__new__(class).
    pub(crate) fn new_instance(&mut self, class: Ref) -> PyResult {
        if class == types::OBJECT {
            return Ok(self.heap.alloc(class, Payload::Object));
        }
        let body = self.heap.type_body(class);
        if body.layout != Layout::Object || !body.is_heap_type {
            let name = body.name.clone();
            return self.type_error(format!(
                "object.__new__({name}) is not safe, use {name}.__new__()"
            ));
        }
        let attributes = Box::new(self.new_attributes(class));
        let instance = self.heap.new_instance(class, attributes);
        if self.heap.type_body(class).instances_are_gc {
            self.heap.track(instance.get());
        }
        Ok(instance)
    }

    /// Empty attributes for a new instance of the class.
    #[inline]
    pub fn new_attributes(&mut self, class: Ref) -> Attributes {
        let n_slots = self.heap.type_body(class).slot_names.len();
        let mut attributes = Attributes::default();
        if n_slots > 0 {
            attributes.slots.resize(n_slots, None);
        }
        let body = self.heap.type_body_mut(class);
        body.n_instances_made = body.n_instances_made.saturating_add(1);
        if let Some(keys) = &body.shared_keys {
            keys.count_instance();
            if !keys.in_order {
                // Room for the attributes that the instances before it have had.
                attributes.inline.reserve_exact(keys.n_names());
            }
        }
        attributes
    }

    /// An instance of a subclass of a built-in type with that built-in part; of the type itself it is made otherwise.
    pub fn new_derived(&mut self, class: Ref, base: Base) -> Owned {
        let attributes = self.new_attributes(class);
        let body = Derived { attributes, base };
        let instance = self.heap.alloc(class, Payload::Derived(Box::new(body)));
        if self.heap.type_body(class).instances_are_gc {
            self.heap.track(instance.get());
        }
        instance
    }

    pub(crate) fn attributes(&self, object: Ref) -> Option<&Attributes> {
        match self.heap.payload_of(object)? {
            Payload::Instance(attributes) => Some(attributes),
            Payload::Derived(body) => Some(&body.attributes),
            Payload::Exception(body) => Some(&body.attributes),
            Payload::WeakRef(body) => Some(&body.attributes),
            _ => None,
        }
    }

    pub(crate) fn attributes_mut(&mut self, object: Ref) -> Option<&mut Attributes> {
        if !object.is_container() {
            return None;
        }
        match self.heap.payload_mut(object) {
            Payload::Instance(attributes) => Some(attributes),
            Payload::Derived(body) => Some(&mut body.attributes),
            Payload::Exception(body) => Some(&mut body.attributes),
            Payload::WeakRef(body) => Some(&mut body.attributes),
            _ => None,
        }
    }

    /// obj.name = value, or del obj.name, where no descriptor takes it.
    pub(super) fn set_instance_attribute(
        &mut self,
        object: Ref,
        class: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let has_dict = self.heap.type_body(class).instances_have_dict;
        let Some(attributes) = self.attributes(object).filter(|_| has_dict) else {
            return self.cannot_set(object, class, name, value);
        };
        if let Some(dict) = attributes.dict {
            return self.set_in_shared_dict(object, class, dict, name, value);
        }
        let position = attributes.inline.iter().position(|&(key, _)| key == name);
        match (position, value) {
            (Some(position), Some(value)) => {
                self.heap.incref(value);
                let old = match self.attributes_mut(object) {
                    Some(attributes) => {
                        std::mem::replace(&mut attributes.inline[position].1, value)
                    }
                    None => value,
                };
                self.release_ref(old);
                Ok(())
            }
            (Some(position), None) => {
                if let Some(attributes) = self.attributes_mut(object) {
                    let (name, old) = attributes.inline.remove(position);
                    self.release_ref(name);
                    self.release_ref(old);
                }
                Ok(())
            }
            (None, Some(value)) => self.add_attribute(object, class, name, value),
            (None, None) => self.nothing_to_delete(object, name),
        }
    }

    fn may_have_inline_attributes(&self, object: Ref) -> bool {
        match self.heap.payload(object) {
            Payload::Instance(_) => true,
            Payload::Derived(body) => {
                // Objects of variable size have no room for them.
                self.heap.profile.derived_have_inline_attributes
                    && !matches!(body.base, Base::Tuple(_) | Base::Atom(_))
            }
            _ => false,
        }
    }

    fn add_attribute(&mut self, object: Ref, class: Ref, name: Ref, value: Ref) -> PyResult<()> {
        let interned = self.heap.intern_object(name);
        let stays_inline = !self.heap.profile.instance_dicts
            && self.may_have_inline_attributes(object)
            && self.share_key(class, interned.get());
        if stays_inline {
            self.heap.incref(value);
            if let Some(attributes) = self.attributes_mut(object) {
                attributes.inline.push((interned.into_counted(), value));
            }
            return Ok(());
        }
        let result = match self.instance_dict(object) {
            Some(dict) => self.set_in_shared_dict(object, class, dict, interned.get(), Some(value)),
            None => Ok(()),
        };
        self.release(interned);
        result
    }

    /// Whether instances of the class may keep that name inline: it is one of those that they share, or there is room
    /// for one more. Each new instance takes from that room, so that late names find none.
    pub(super) fn share_key(&mut self, class: Ref, name: Ref) -> bool {
        let keys = &self.heap.type_body(class).shared_keys;
        keys.as_ref().is_some_and(|keys| keys.admit(name, 0))
    }

    /// A new dict of an instance begins with the keys of its class.
    fn share_keys_of(&mut self, class: Ref, dict: Ref) {
        let Some(keys) = self.heap.type_body(class).shared_keys.clone() else {
            return;
        };
        let before = self.heap.size_of(dict);
        if let Some(body) = self.heap.dict_mut(dict) {
            body.share(keys);
        }
        let after = self.heap.size_of(dict);
        self.heap.account_resize(dict, before, after);
    }

    /// Sets or deletes an attribute in the instance's dict. Up to 3.10 the class gives up its shared keys when an attribute
    /// goes, and when a dict leaves them that was not the only one to share them (_PyObjectDict_SetItem).
    fn set_in_shared_dict(
        &mut self,
        object: Ref,
        class: Ref,
        dict: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let keys = self.heap.type_body(class).shared_keys.clone();
        let Some(keys) = keys.filter(|keys| keys.in_order) else {
            return self.set_in_dict(object, dict, name, value);
        };
        let shares = |vm: &Vm| {
            let own = vm.heap.dict(dict).and_then(|body| body.shared_keys());
            own.is_some_and(|own| Rc::ptr_eq(own, &keys))
        };
        let shared = shares(self);
        self.set_in_dict(object, dict, name, value)?;
        if value.is_some() && (!shared || shares(self)) {
            return Ok(());
        }
        // The class's own reference and the one held here.
        let was_alone = value.is_some() && Rc::strong_count(&keys) == 2;
        let new = was_alone.then(|| self.make_keys_shared(dict)).flatten();
        self.heap.type_body_mut(class).shared_keys = new;
        Ok(())
    }

    /// The dict's own keys become keys that others can share.
    fn make_keys_shared(&mut self, dict: Ref) -> Option<Rc<SharedKeys>> {
        let before = self.heap.size_of(dict);
        let body = self.heap.dict_mut(dict)?;
        let names = body.iter().map(|(name, _)| name).collect();
        let keys = Rc::new(SharedKeys::in_order(names, body.log2_size()));
        body.share(keys.clone());
        let after = self.heap.size_of(dict);
        self.heap.account_resize(dict, before, after);
        Some(keys)
    }

    fn cannot_set(
        &mut self,
        object: Ref,
        class: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        let class_name = self.heap.class_name(object);
        let message = if self.lookup(class, name).is_some() {
            format!("'{class_name}' object attribute '{text}' is read-only")
        } else if value.is_some() && self.heap.profile.errors.missing_dict {
            format!(
                "'{class_name}' object has no attribute '{text}' and no __dict__ for setting new attributes"
            )
        } else {
            format!("'{class_name}' object has no attribute '{text}'")
        };
        self.attribute_error(object, name, message)
    }

    // ---- `__dict__` ----

    /// The object's `__dict__`, made now if there is none yet, borrowed; none where there can be none.
    pub(crate) fn instance_dict(&mut self, object: Ref) -> Option<Ref> {
        match self.heap.payload_of(object)? {
            Payload::Module(body) => return Some(body.dict),
            Payload::Function(body) => {
                return Some(match body.dict {
                    Some(dict) => dict,
                    None => {
                        let dict = self.heap.new_dict().into_counted();
                        if let Payload::Function(body) = self.heap.payload_mut(object) {
                            body.dict = Some(dict);
                        }
                        dict
                    }
                });
            }
            _ => {}
        }
        let class = self.heap.class_of(object);
        if !self.heap.type_body(class).instances_have_dict {
            return None;
        }
        let attributes = self.attributes(object)?;
        if let Some(dict) = attributes.dict {
            return Some(dict);
        }
        let dict = self.heap.new_dict().into_counted();
        self.share_keys_of(class, dict);
        let inline = std::mem::take(&mut self.attributes_mut(object)?.inline);
        for (name, value) in inline {
            let hash = self.heap.hash_natively(name).unwrap_or_default();
            self.heap.dict_insert(dict, hash, name, value);
        }
        self.attributes_mut(object)?.dict = Some(dict);
        Some(dict)
    }

    pub(super) fn set_instance_dict(&mut self, object: Ref, value: Option<Ref>) -> PyResult<()> {
        if let Some(value) = value
            && self.heap.dict(value).is_none()
        {
            let name = self.heap.class_name(value);
            return self.type_error(format!(
                "__dict__ must be set to a dictionary, not a '{name}'"
            ));
        }
        if let Some(value) = value {
            self.heap.incref(value);
        }
        let Some(attributes) = self.attributes_mut(object) else {
            return Ok(());
        };
        let inline = std::mem::take(&mut attributes.inline);
        let old = std::mem::replace(&mut attributes.dict, value);
        for (name, value) in inline {
            self.release_ref(name);
            self.release_ref(value);
        }
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(())
    }
}
