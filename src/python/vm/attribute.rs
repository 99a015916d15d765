//! Attributes: descriptors of the class, then what stands in the instance, then the class's other attributes.
//!
//! Mirrors PyObject_GenericGetAttr and _PyObject_GetMethod of CPython's Objects/object.c, type_getattro of
//! Objects/typeobject.c and Objects/descrobject.c.

use super::lookups::Access;
use super::{PyResult, Unwind, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{BuiltinKind, DescriptorKind};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::exceptions;

/// What an attribute found in a class does when it is reached through an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binding {
    /// Nothing: the value itself is the attribute.
    Value,
    /// A function or native method: binds, but gives way to the instance's own attribute.
    Method,
    /// Has `__get__`, no `__set__`.
    NonData,
    /// Property, slot, computed attribute: comes before the instance's own attribute.
    Data,
}

impl Vm {
    pub(super) fn binding(&mut self, attribute: Ref) -> Binding {
        match self.heap.payload_of(attribute) {
            None => Binding::Value,
            Some(Payload::Function(_)) => Binding::Method,
            Some(Payload::Builtin(body)) => match body.kind {
                BuiltinKind::MethodDescriptor => Binding::Method,
                BuiltinKind::ClassMethodDescriptor => Binding::NonData,
                _ => Binding::Value,
            },
            Some(Payload::Property(_) | Payload::Descriptor(_)) => Binding::Data,
            Some(Payload::StaticMethod(_) | Payload::ClassMethod(_)) => Binding::NonData,
            Some(_) => {
                let class = self.heap.class_of(attribute);
                if self.is_builtin_class(class) {
                    return Binding::Value;
                }
                let names = (self.names.set, self.names.delete, self.names.get);
                if self.lookup(class, names.0).is_some() || self.lookup(class, names.1).is_some() {
                    Binding::Data
                } else if self.lookup(class, names.2).is_some() {
                    Binding::NonData
                } else {
                    Binding::Value
                }
            }
        }
    }

    pub(super) fn is_data_descriptor(&mut self, attribute: Ref) -> bool {
        self.binding(attribute) == Binding::Data
    }

    /// Whether it has `__get__`.
    pub(super) fn is_descriptor(&mut self, attribute: Ref) -> bool {
        self.binding(attribute) != Binding::Value
    }

    pub fn get_attribute_text(&mut self, object: Ref, name: &str) -> PyResult {
        let name = self.heap.intern(name);
        let value = self.get_attribute(object, name.get());
        self.release(name);
        value
    }

    #[inline]
    pub fn get_attribute(&mut self, object: Ref, name: Ref) -> PyResult {
        let class = self.heap.class_of(object);
        if let Some(Payload::Instance(attributes)) = self.heap.payload_of(object)
            && let Some(value) = attributes.find_inline(name)
            && self.instance_decides(class, name, Access::Load)
        {
            return Ok(self.heap.new_ref(value));
        }
        self.get_attribute_through_class(object, class, name)
    }

    fn get_attribute_through_class(&mut self, object: Ref, class: Ref, name: Ref) -> PyResult {
        if !self.is_builtin_class(class) {
            if let Some(method) = self.lookup(class, self.names.getattribute)
                && match self.heap.payload_of(method) {
                    // Those of object and type are what follows.
                    Some(Payload::Builtin(body)) => body.owner.is_some_and(types::is_later),
                    _ => true,
                }
            {
                let result = self.call_method_of_class(method, object, &[name]);
                return self.or_getattr(result, object, class, name);
            }
            if let Some(method) = self.lookup(class, self.names.getattr)
                && !matches!(
                    self.heap.payload_of(object),
                    Some(Payload::Type(_) | Payload::Super(_))
                )
                && self.heap.profile.getattr_is_asked_quietly
            {
                return match self.find_generic_attribute(object, class, name) {
                    Ok(Some(value)) => Ok(value),
                    Ok(None) => self.call_getattr(method, object, name),
                    Err(error) => self.or_getattr(Err(error), object, class, name),
                };
            }
            let result = self.generic_get_attribute(object, class, name);
            return self.or_getattr(result, object, class, name);
        }
        self.generic_get_attribute(object, class, name)
    }

    /// As [`Vm::get_attribute`]; none when it is missing, for which no exception is made where CPython makes none
    /// (_PyObject_LookupAttr).
    pub(crate) fn get_attribute_or_none(
        &mut self,
        object: Ref,
        name: Ref,
    ) -> PyResult<Option<Owned>> {
        let class = self.heap.class_of(object);
        let is_generic = !self.has_own_getattr(class)
            && match self.heap.payload_of(object) {
                Some(Payload::Module(_)) => {
                    self.heap.profile.modules_lack_quietly && !self.module_answers(object, name)
                }
                Some(Payload::Super(_)) => false,
                Some(Payload::WeakRef(body)) => !body.is_proxy,
                _ => true,
            };
        let found = if self.is_empty_slot(object, class, name) {
            Ok(None)
        } else if is_generic && self.heap.type_body_opt(object).is_none() {
            self.find_generic_attribute(object, class, name)
        } else if is_generic && !self.class_has(object, class, name) {
            Ok(None)
        } else {
            self.get_attribute(object, name).map(Some)
        };
        match found {
            Err(error) => exceptions::catch(self, error, types::ATTRIBUTE_ERROR).map(|()| None),
            found => found,
        }
    }

    /// Whether the attribute is a slot without a value, of which no exception tells.
    fn is_empty_slot(&mut self, object: Ref, class: Ref, name: Ref) -> bool {
        if !self.heap.profile.slots_lack_quietly {
            return false;
        }
        let Some(attribute) = self.lookup(class, name) else {
            return false;
        };
        let Some(Payload::Descriptor(body)) = self.heap.payload_of(attribute) else {
            return false;
        };
        let DescriptorKind::Slot(index) = body.kind else {
            return false;
        };
        let slots = match self.heap.payload_of(object) {
            Some(Payload::Instance(attributes)) => &attributes.slots,
            Some(Payload::Derived(body)) => &body.attributes.slots,
            _ => return false,
        };
        slots.get(index as usize).is_some_and(Option::is_none)
    }

    /// Whether the class, of which instances are asked for attributes, answers by code of its own.
    fn has_own_getattr(&mut self, class: Ref) -> bool {
        if self.is_builtin_class(class) {
            return false;
        }
        let asks = self.lookup(class, self.names.getattribute);
        asks.is_some_and(|m| !matches!(self.heap.payload_of(m), Some(Payload::Builtin(_))))
            || self.lookup(class, self.names.getattr).is_some()
    }

    /// Whether an attribute of a class stands in the class or its metaclass.
    fn class_has(&mut self, class: Ref, metaclass: Ref, name: Ref) -> bool {
        self.lookup(class, name).is_some()
            || self.lookup(metaclass, name).is_some()
            || self
                .heap
                .as_str(name)
                .is_some_and(|text| text.starts_with("__"))
    }

    /// `__getattr__` is asked when the attribute is missing.
    fn or_getattr(&mut self, result: PyResult, object: Ref, class: Ref, name: Ref) -> PyResult {
        match result {
            Err(Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::ATTRIBUTE_ERROR) =>
            {
                match self.lookup(class, self.names.getattr) {
                    Some(method) => {
                        self.release(error);
                        self.call_getattr(method, object, name)
                    }
                    None => Err(Unwind::Raised(error)),
                }
            }
            other => other,
        }
    }

    fn call_getattr(&mut self, method: Ref, object: Ref, name: Ref) -> PyResult {
        if self.heap.profile.binds_special_methods {
            self.heap.count_temporary(FreeListKind::BoundMethod);
        }
        self.call_method_of_class(method, object, &[name])
    }

    /// object.__getattribute__, and what types, modules and super objects have instead.
    pub(crate) fn generic_get_attribute(&mut self, object: Ref, class: Ref, name: Ref) -> PyResult {
        match self.heap.payload_of(object) {
            Some(Payload::Type(_)) => return self.get_class_attribute(object, class, name),
            Some(Payload::Super(_)) => return self.get_super_attribute(object, name),
            Some(Payload::WeakRef(body)) if body.is_proxy => {
                let target = self.proxy_target(object)?;
                let result = self.get_attribute(target.get(), name);
                self.release(target);
                return result;
            }
            _ => {}
        }
        if let Some(value) = self.find_generic_attribute(object, class, name)? {
            return Ok(value);
        }
        match self.ask_module(object, name)? {
            Some(value) => Ok(value),
            None => self.missing_attribute(object, name),
        }
    }

    /// object.__getattribute__ up to the point where the attribute turns out to be missing.
    fn find_generic_attribute(
        &mut self,
        object: Ref,
        class: Ref,
        name: Ref,
    ) -> PyResult<Option<Owned>> {
        let in_class = self.lookup(class, name);
        let binding = match in_class {
            Some(attribute) => self.binding(attribute),
            None => Binding::Value,
        };
        if binding == Binding::Data
            && let Some(attribute) = in_class
        {
            return self.bind(attribute, object, class).map(Some);
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Some(self.heap.new_ref(value)));
        }
        if let Some(attribute) = in_class {
            return self.bind(attribute, object, class).map(Some);
        }
        self.common_attribute(object, name)
    }

    /// The attribute that stands in the object itself, borrowed.
    #[inline]
    pub(crate) fn own_attribute(&self, object: Ref, name: Ref) -> Option<Ref> {
        let attributes = match self.heap.payload_of(object)? {
            Payload::Instance(attributes) => attributes,
            Payload::Derived(body) => &body.attributes,
            Payload::Exception(body) => &body.attributes,
            Payload::WeakRef(body) => &body.attributes,
            Payload::Module(body) => return self.heap.dict_get_name(body.dict, name),
            Payload::Function(body) => return self.heap.dict_get_name(body.dict?, name),
            _ => return None,
        };
        if let Some(dict) = attributes.dict {
            return self.heap.dict_get_name(dict, name);
        }
        attributes.find_inline(name)
    }

    /// An attribute of a class reached through an instance: a new reference.
    pub(crate) fn bind(&mut self, attribute: Ref, object: Ref, class: Ref) -> PyResult {
        if let Some(get) = self.own_method(attribute, self.names.get) {
            return self.call_method_of_class(get, attribute, &[object, class]);
        }
        self.bind_natively(attribute, object, class)
    }

    /// As [`Vm::bind`] where the program's own `__get__` is left out of account.
    pub(crate) fn bind_natively(&mut self, attribute: Ref, object: Ref, class: Ref) -> PyResult {
        match self.heap.payload_of(attribute) {
            Some(Payload::Function(_)) => {
                self.heap.incref(attribute);
                self.heap.incref(object);
                Ok(self.heap.new_bound_method(attribute, object))
            }
            Some(Payload::Builtin(body)) => {
                let (native, kind, name) = (body.native, body.kind, body.name.clone());
                let receiver = match kind {
                    BuiltinKind::MethodDescriptor => object,
                    BuiltinKind::ClassMethodDescriptor => class,
                    _ => return Ok(self.heap.new_ref(attribute)),
                };
                self.heap.incref(receiver);
                let function = BuiltinKind::Function;
                Ok(self
                    .heap
                    .new_builtin(native, function, &name, None, Some(receiver)))
            }
            Some(Payload::Property(body)) => match body.getter {
                Some(getter) => self.call(getter, &[object], &[]),
                None => self.property_without(attribute, object, "getter"),
            },
            Some(Payload::Descriptor(body)) => {
                let kind = body.kind;
                self.get_descriptor(attribute, kind, object)
            }
            Some(Payload::StaticMethod(body)) => {
                let function = body.function;
                Ok(self.heap.new_ref(function))
            }
            Some(Payload::ClassMethod(body)) => self.bind_class_method(body.function, class),
            _ => Ok(self.heap.new_ref(attribute)),
        }
    }

    /// What the program's own class of that object says, where it says anything.
    pub(super) fn own_method(&mut self, object: Ref, name: Ref) -> Option<Ref> {
        let class = self.heap.class_of(object);
        if self.is_builtin_class(class) {
            return None;
        }
        let method = self.lookup(class, name)?;
        let is_own = !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)));
        is_own.then_some(method)
    }

    fn bind_class_method(&mut self, function: Ref, class: Ref) -> PyResult {
        let is_descriptor = !matches!(self.heap.payload_of(function), Some(Payload::Function(_)))
            && self.binding(function) != Binding::Value;
        if is_descriptor {
            let metaclass = self.heap.class_of(class);
            return self.bind(function, class, metaclass);
        }
        self.heap.incref(function);
        self.heap.incref(class);
        Ok(self.heap.new_bound_method(function, class))
    }

    // ---- classes ----

    fn get_class_attribute(&mut self, class: Ref, metaclass: Ref, name: Ref) -> PyResult {
        let in_metaclass = self.lookup(metaclass, name);
        let binding = match in_metaclass {
            Some(attribute) => self.binding(attribute),
            None => Binding::Value,
        };
        if binding == Binding::Data
            && let Some(attribute) = in_metaclass
        {
            return self.bind(attribute, class, metaclass);
        }
        // Data descriptors of `type`: what the class itself has of that name is for its instances.
        if (name == self.names.name || name == self.names.qualname)
            && in_metaclass.is_none()
            && let Some(value) = self.common_attribute(class, name)?
        {
            return Ok(value);
        }
        if let Some(attribute) = self.lookup(class, name) {
            return self.bind_to_class(attribute, class);
        }
        if let Some(attribute) = in_metaclass {
            return self.bind(attribute, class, metaclass);
        }
        if let Some(value) = self.common_attribute(class, name)? {
            return Ok(value);
        }
        let class_name = self.heap.type_body(class).name.clone();
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        self.attribute_error(
            class,
            name,
            format!("type object '{class_name}' has no attribute '{text}'"),
        )
    }

    /// An attribute of a class reached through the class itself.
    pub(super) fn bind_to_class(&mut self, attribute: Ref, class: Ref) -> PyResult {
        if let Some(get) = self.own_method(attribute, self.names.get) {
            return self.call_method_of_class(get, attribute, &[Ref::NONE, class]);
        }
        self.bind_to_class_natively(attribute, class)
    }

    pub(crate) fn bind_to_class_natively(&mut self, attribute: Ref, class: Ref) -> PyResult {
        match self.heap.payload_of(attribute) {
            Some(Payload::StaticMethod(body)) => {
                let function = body.function;
                Ok(self.heap.new_ref(function))
            }
            Some(Payload::ClassMethod(body)) => self.bind_class_method(body.function, class),
            Some(Payload::Builtin(body)) if body.kind == BuiltinKind::ClassMethodDescriptor => {
                self.bind(attribute, class, class)
            }
            _ => Ok(self.heap.new_ref(attribute)),
        }
    }

    // ---- setting and deleting ----

    pub(crate) fn set_natively(
        &mut self,
        attribute: Ref,
        object: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        match self.heap.payload_of(attribute) {
            Some(Payload::Property(body)) => {
                let (setter, deleter) = (body.setter, body.deleter);
                let (function, what) = match value {
                    Some(_) => (setter, "setter"),
                    None => (deleter, "deleter"),
                };
                let Some(function) = function else {
                    return self
                        .property_without(attribute, object, what)
                        .map(|_: Owned| ());
                };
                let args: Vec<Ref> = [Some(object), value].into_iter().flatten().collect();
                let result = self.call(function, &args, &[])?;
                self.release(result);
                Ok(())
            }
            Some(Payload::Descriptor(body)) => {
                let kind = body.kind;
                self.set_native_descriptor(attribute, kind, object, value)
            }
            _ => {
                let text = value.map_or("__delete__", |_| "__set__");
                self.raise(types::ATTRIBUTE_ERROR, text)
            }
        }
    }

    // ---- errors ----

    #[cold]
    pub(crate) fn missing_attribute<T>(&mut self, object: Ref, name: Ref) -> PyResult<T> {
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        let message = match self.heap.payload_of(object) {
            Some(Payload::Module(body)) => {
                format!("module '{}' has no attribute '{text}'", body.name)
            }
            Some(Payload::Type(body)) => {
                format!("type object '{}' has no attribute '{text}'", body.name)
            }
            _ => {
                let class = self.heap.class_name(object);
                format!("'{class}' object has no attribute '{text}'")
            }
        };
        self.attribute_error(object, name, message)
    }

    pub(crate) fn attribute_error<T>(
        &mut self,
        object: Ref,
        name: Ref,
        message: String,
    ) -> PyResult<T> {
        let error = self.new_error(types::ATTRIBUTE_ERROR, message);
        if self.heap.profile.suggestions {
            let name = self.heap.new_ref(name);
            self.set_error_attribute(error.get(), self.names.plain_name, name);
            let object = self.heap.new_ref(object);
            self.set_error_attribute(error.get(), self.names.obj, object);
        }
        self.raise_error(error)
    }

    /// What a proxy refers to, kept alive for the moment.
    pub(crate) fn proxy_target(&mut self, proxy: Ref) -> PyResult {
        let target = match self.heap.payload(proxy) {
            Payload::WeakRef(body) => body.target,
            _ => None,
        };
        match target {
            Some(target) => Ok(self.heap.new_ref(target)),
            None => self.raise(
                types::REFERENCE_ERROR,
                "weakly-referenced object no longer exists",
            ),
        }
    }
}
