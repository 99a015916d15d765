//! Attributes: descriptors of the class, then what stands in the instance, then the class's other attributes.
//!
//! Mirrors PyObject_GenericGetAttr and _PyObject_GetMethod of CPython's Objects/object.c, type_getattro of
//! Objects/typeobject.c and Objects/descrobject.c.

use super::{Args, PyResult, Unwind, Vm};
use crate::heap::payload::{BuiltinKind, Descriptor, DescriptorKind};
use crate::heap::{Owned, Payload, Ref, types};

/// What an attribute found in a class does when it is reached through an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Binding {
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
    fn binding(&mut self, attribute: Ref) -> Binding {
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

    pub fn get_attribute_text(&mut self, object: Ref, name: &str) -> PyResult {
        let name = self.heap.intern(name);
        let value = self.get_attribute(object, name.get());
        self.release(name);
        value
    }

    pub fn get_attribute(&mut self, object: Ref, name: Ref) -> PyResult {
        let class = self.heap.class_of(object);
        if !self.is_builtin_class(class) {
            if let Some(method) = self.lookup(class, self.names.getattribute)
                && !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)))
            {
                let result = self.call_method_of_class(method, object, &[name]);
                return self.or_getattr(result, object, class, name);
            }
            let result = self.generic_get_attribute(object, class, name);
            return self.or_getattr(result, object, class, name);
        }
        self.generic_get_attribute(object, class, name)
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
                        self.call_method_of_class(method, object, &[name])
                    }
                    None => Err(Unwind::Raised(error)),
                }
            }
            other => other,
        }
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
        let in_class = self.lookup(class, name);
        let binding = match in_class {
            Some(attribute) => self.binding(attribute),
            None => Binding::Value,
        };
        if binding == Binding::Data
            && let Some(attribute) = in_class
        {
            return self.bind(attribute, object, class);
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(self.heap.new_ref(value));
        }
        if let Some(attribute) = in_class {
            return self.bind(attribute, object, class);
        }
        if let Some(value) = self.common_attribute(object, name)? {
            return Ok(value);
        }
        self.missing_attribute(object, name)
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
        attributes
            .inline
            .iter()
            .find(|&&(key, _)| key == name)
            .map(|&(_, value)| value)
    }

    /// An attribute of a class reached through an instance: a new reference.
    pub(crate) fn bind(&mut self, attribute: Ref, object: Ref, class: Ref) -> PyResult {
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
            Some(&Payload::StaticMethod(function)) => Ok(self.heap.new_ref(function)),
            Some(&Payload::ClassMethod(function)) => self.bind_class_method(function, class),
            Some(_) if !self.is_builtin_class(self.heap.class_of(attribute)) => {
                let descriptor_class = self.heap.class_of(attribute);
                match self.lookup(descriptor_class, self.names.get) {
                    Some(get) => self.call_method_of_class(get, attribute, &[object, class]),
                    None => Ok(self.heap.new_ref(attribute)),
                }
            }
            _ => Ok(self.heap.new_ref(attribute)),
        }
    }

    fn bind_class_method(&mut self, function: Ref, class: Ref) -> PyResult {
        match self.heap.payload_of(function) {
            Some(Payload::Function(_)) => {
                self.heap.incref(function);
                self.heap.incref(class);
                Ok(self.heap.new_bound_method(function, class))
            }
            _ => {
                let metaclass = self.heap.class_of(class);
                self.bind(function, class, metaclass)
            }
        }
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
    fn bind_to_class(&mut self, attribute: Ref, class: Ref) -> PyResult {
        match self.heap.payload_of(attribute) {
            Some(&Payload::StaticMethod(function)) => Ok(self.heap.new_ref(function)),
            Some(&Payload::ClassMethod(function)) => self.bind_class_method(function, class),
            Some(Payload::Builtin(body)) if body.kind == BuiltinKind::ClassMethodDescriptor => {
                self.bind(attribute, class, class)
            }
            Some(_) if !self.is_builtin_class(self.heap.class_of(attribute)) => {
                let descriptor_class = self.heap.class_of(attribute);
                match self.lookup(descriptor_class, self.names.get) {
                    Some(get) => self.call_method_of_class(get, attribute, &[Ref::NONE, class]),
                    None => Ok(self.heap.new_ref(attribute)),
                }
            }
            _ => Ok(self.heap.new_ref(attribute)),
        }
    }

    fn get_super_attribute(&mut self, object: Ref, name: Ref) -> PyResult {
        let Payload::Super(body) = self.heap.payload(object) else {
            return self.missing_attribute(object, name);
        };
        let (class, receiver, receiver_class) = (body.class, body.receiver, body.receiver_class);
        if let (Some(receiver), Some(receiver_class)) = (receiver, receiver_class)
            && name != self.names.class
        {
            let mro = self.heap.mro(receiver_class);
            let start = mro
                .iter()
                .position(|&entry| entry == class)
                .map_or(mro.len(), |i| i + 1);
            let found = mro[start..].iter().find_map(|&entry| {
                let dict = self.heap.type_body_opt(entry)?.dict?;
                self.heap.dict_get_name(dict, name)
            });
            if let Some(attribute) = found {
                return if receiver == receiver_class {
                    self.bind_to_class(attribute, receiver)
                } else {
                    self.bind(attribute, receiver, receiver_class)
                };
            }
            if let Some(value) = self.common_special(receiver, name) {
                return Ok(value);
            }
        }
        if let Some(value) = self.common_attribute(object, name)? {
            return Ok(value);
        }
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        self.attribute_error(
            object,
            name,
            format!("'super' object has no attribute '{text}'"),
        )
    }

    // ---- setting and deleting ----

    pub fn set_attribute(&mut self, object: Ref, name: Ref, value: Ref) -> PyResult<()> {
        let class = self.heap.class_of(object);
        if !self.is_builtin_class(class)
            && let Some(method) = self.lookup(class, self.names.setattr)
            && !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)))
        {
            let result = self.call_method_of_class(method, object, &[name, value])?;
            self.release(result);
            return Ok(());
        }
        self.generic_set_attribute(object, name, Some(value))
    }

    pub fn delete_attribute(&mut self, object: Ref, name: Ref) -> PyResult<()> {
        let class = self.heap.class_of(object);
        if !self.is_builtin_class(class)
            && let Some(method) = self.lookup(class, self.names.delattr)
            && !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)))
        {
            let result = self.call_method_of_class(method, object, &[name])?;
            self.release(result);
            return Ok(());
        }
        self.generic_set_attribute(object, name, None)
    }

    /// object.__setattr__ (or `__delattr__`, without a value), and what types and modules have instead.
    pub(crate) fn generic_set_attribute(
        &mut self,
        object: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let class = self.heap.class_of(object);
        if let Some(Payload::WeakRef(body)) = self.heap.payload_of(object)
            && body.is_proxy
        {
            let target = self.proxy_target(object)?;
            let result = match value {
                Some(value) => self.set_attribute(target.get(), name, value),
                None => self.delete_attribute(target.get(), name),
            };
            self.release(target);
            return result;
        }
        if let Some(attribute) = self.lookup(class, name)
            && self.binding(attribute) == Binding::Data
        {
            return self.set_descriptor(attribute, object, value);
        }
        if self.set_common_attribute(object, name, value)? {
            return Ok(());
        }
        match self.heap.payload_of(object) {
            Some(Payload::Type(_)) => self.set_class_attribute(object, name, value),
            Some(Payload::Module(body)) => {
                let dict = body.dict;
                self.set_in_dict(object, dict, name, value)
            }
            Some(Payload::Function(body)) => {
                let dict = match body.dict {
                    Some(dict) => dict,
                    None => self.make_function_dict(object),
                };
                self.set_in_dict(object, dict, name, value)
            }
            _ => self.set_instance_attribute(object, class, name, value),
        }
    }

    fn make_function_dict(&mut self, function: Ref) -> Ref {
        let dict = self.heap.new_dict().into_counted();
        if let Payload::Function(body) = self.heap.payload_mut(function) {
            body.dict = Some(dict);
        }
        dict
    }

    pub(crate) fn set_in_dict(
        &mut self,
        object: Ref,
        dict: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        match value {
            Some(value) => {
                self.heap.incref(value);
                if let Some(old) = self.heap.dict_set_name(dict, name, value) {
                    self.release_ref(old);
                }
                Ok(())
            }
            None => match self.heap.dict_delete_name(dict, name) {
                Some(old) => {
                    self.release_ref(old);
                    Ok(())
                }
                None => self.missing_attribute(object, name),
            },
        }
    }

    fn set_descriptor(&mut self, attribute: Ref, object: Ref, value: Option<Ref>) -> PyResult<()> {
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
                let class = self.heap.class_of(attribute);
                let (name, text) = match value {
                    Some(_) => (self.names.set, "__set__"),
                    None => (self.names.delete, "__delete__"),
                };
                let Some(method) = self.lookup(class, name) else {
                    return self.raise(types::ATTRIBUTE_ERROR, text);
                };
                let args: Vec<Ref> = [Some(object), value].into_iter().flatten().collect();
                let result = self.call_method_of_class(method, attribute, &args)?;
                self.release(result);
                Ok(())
            }
        }
    }

    // ---- slots, `__dict__`, computed attributes ----

    fn get_descriptor(&mut self, descriptor: Ref, kind: DescriptorKind, object: Ref) -> PyResult {
        match kind {
            DescriptorKind::Slot(index) => match self.slot_value(object, index) {
                Some(value) => Ok(self.heap.new_ref(value)),
                None => {
                    let name = self.descriptor(descriptor).name;
                    if self.heap.profile.errors.slot_errors_name_class {
                        return self.missing_attribute(object, name);
                    }
                    let text = self.heap.as_str(name).unwrap_or_default().to_owned();
                    self.raise(types::ATTRIBUTE_ERROR, text)
                }
            },
            DescriptorKind::Dict => match self.instance_dict(object) {
                Some(dict) => Ok(self.heap.new_ref(dict)),
                None => {
                    let name = self.names.dict;
                    self.missing_attribute(object, name)
                }
            },
            DescriptorKind::WeakRef => {
                let first = self.heap.weakrefs_of(object).first().copied();
                Ok(self.heap.new_ref(first.unwrap_or(Ref::NONE)))
            }
            DescriptorKind::Native { getter, .. } => {
                let args = Args {
                    positional: &[object],
                    keywords: &[],
                };
                self.call_native(getter, args)
            }
        }
    }

    fn descriptor(&self, descriptor: Ref) -> &Descriptor {
        match self.heap.payload(descriptor) {
            Payload::Descriptor(body) => body,
            _ => panic!("{descriptor:?} is no descriptor"),
        }
    }

    fn slot_value(&self, object: Ref, index: u32) -> Option<Ref> {
        self.attributes(object)?
            .slots
            .get(index as usize)
            .copied()
            .flatten()
    }

    fn set_native_descriptor(
        &mut self,
        descriptor: Ref,
        kind: DescriptorKind,
        object: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let name = self.descriptor(descriptor).name;
        match kind {
            DescriptorKind::Slot(index) => {
                if let Some(value) = value {
                    self.heap.incref(value);
                }
                let old = match self.attributes_mut(object) {
                    Some(attributes) => {
                        std::mem::replace(&mut attributes.slots[index as usize], value)
                    }
                    None => None,
                };
                match (old, value) {
                    (Some(old), _) => self.release_ref(old),
                    (None, None) => {
                        if self.heap.profile.errors.slot_errors_name_class {
                            return self.missing_attribute(object, name);
                        }
                        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
                        return self.raise(types::ATTRIBUTE_ERROR, text);
                    }
                    (None, Some(_)) => {}
                }
                Ok(())
            }
            DescriptorKind::Dict => self.set_instance_dict(object, value),
            DescriptorKind::Native {
                setter: Some(setter),
                ..
            } if value.is_some() => {
                let values: Vec<Ref> = [Some(object), value].into_iter().flatten().collect();
                let args = Args {
                    positional: &values,
                    keywords: &[],
                };
                let result = self.call_native(setter, args)?;
                self.release(result);
                Ok(())
            }
            _ => {
                let text = self.heap.as_str(name).unwrap_or_default().to_owned();
                let owner = self
                    .heap
                    .type_body(self.descriptor(descriptor).class)
                    .name
                    .clone();
                self.raise(
                    types::ATTRIBUTE_ERROR,
                    format!("attribute '{text}' of '{owner}' objects is not writable"),
                )
            }
        }
    }

    // ---- methods ----

    /// LoadMethod: a function of the class is not bound, the receiver goes beside it.
    pub(super) fn load_method(&mut self, name: Ref) -> PyResult<()> {
        let object = self.peek(1);
        let class = self.heap.class_of(object);
        if let Some(method) = self.unbound_method(object, class, name) {
            self.heap.incref(method);
            let entry = self.pop_entry();
            self.stack.push(Some(method));
            self.stack.push(Some(entry));
            return Ok(());
        }
        let value = self.get_attribute(object, name)?;
        let entry = self.pop_entry();
        self.stack.push(None);
        self.push(value);
        self.close(entry);
        Ok(())
    }

    #[inline]
    fn unbound_method(&mut self, object: Ref, class: Ref, name: Ref) -> Option<Ref> {
        match self.heap.payload_of(object) {
            Some(Payload::Type(_) | Payload::Super(_) | Payload::Module(_)) => return None,
            Some(Payload::WeakRef(body)) if body.is_proxy => return None,
            _ => {}
        }
        let method = self.lookup(class, name)?;
        let binds = match self.heap.payload_of(method) {
            Some(Payload::Function(_)) => true,
            Some(Payload::Builtin(body)) => body.kind == BuiltinKind::MethodDescriptor,
            _ => false,
        };
        if !binds || self.own_attribute(object, name).is_some() {
            return None;
        }
        if !self.is_builtin_class(class)
            && let Some(method) = self.lookup(class, self.names.getattribute)
            && !matches!(self.heap.payload_of(method), Some(Payload::Builtin(_)))
        {
            return None;
        }
        Some(method)
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

    fn property_without<T>(&mut self, property: Ref, object: Ref, what: &str) -> PyResult<T> {
        let class = self.heap.class_of(object);
        let name = self.heap.mro(class).iter().find_map(|&entry| {
            let dict = self.heap.dict(self.heap.type_body_opt(entry)?.dict?)?;
            let (name, _) = dict.iter().find(|&(_, value)| value == property)?;
            self.heap.str_rc(name)
        });
        let class_name = self
            .heap
            .type_body(class)
            .qualname
            .and_then(|name| self.heap.str_rc(name))
            .unwrap_or_else(|| self.heap.class_name(object));
        let message = match (name, self.heap.profile.errors.property) {
            (Some(name), crate::profile::PropertyErrors::NameBoth) => {
                format!("property '{name}' of '{class_name}' object has no {what}")
            }
            (Some(name), crate::profile::PropertyErrors::NameAttribute) => match what {
                "getter" => format!("unreadable attribute '{name}'"),
                "setter" => format!("can't set attribute '{name}'"),
                _ => format!("can't delete attribute '{name}'"),
            },
            _ => match what {
                "getter" => "unreadable attribute".to_owned(),
                "setter" => "can't set attribute".to_owned(),
                _ => "can't delete attribute".to_owned(),
            },
        };
        self.raise(types::ATTRIBUTE_ERROR, message)
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
