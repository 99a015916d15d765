//! Setting and deleting attributes: descriptors of the class, then the object's own.
//! Mirrors PyObject_GenericSetAttr of CPython's Objects/object.c and type_setattro of Objects/typeobject.c.

use super::attribute::Binding;
use super::lookups::Access;
use super::{PyResult, Vm};
use crate::heap::{Payload, Ref};

impl Vm {
    #[inline]
    pub fn set_attribute(&mut self, object: Ref, name: Ref, value: Ref) -> PyResult<()> {
        let class = self.heap.class_of(object);
        if let Some(Payload::Instance(_)) = self.heap.payload_of(object)
            && self.instance_decides(class, name, Access::Store)
        {
            return self.set_instance_attribute(object, class, name, Some(value));
        }
        self.set_attribute_through_class(object, class, name, value)
    }

    fn set_attribute_through_class(
        &mut self,
        object: Ref,
        class: Ref,
        name: Ref,
        value: Ref,
    ) -> PyResult<()> {
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
            Some(Payload::StaticMethod(_) | Payload::ClassMethod(_)) => {
                let dict = self.wrapper_dict(object);
                self.set_in_dict(object, dict, name, value)
            }
            _ => self.set_instance_attribute(object, class, name, value),
        }
    }

    /// The `__dict__` of a staticmethod or classmethod, made when it is asked for.
    pub(crate) fn wrapper_dict(&mut self, wrapper: Ref) -> Ref {
        if let Some(Payload::StaticMethod(body) | Payload::ClassMethod(body)) =
            self.heap.payload_of(wrapper)
            && let Some(dict) = body.dict
        {
            return dict;
        }
        let made = self.heap.new_dict().into_counted();
        if let Payload::StaticMethod(body) | Payload::ClassMethod(body) =
            self.heap.payload_mut(wrapper)
        {
            body.dict = Some(made);
        }
        made
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
                None => self.nothing_to_delete(object, name),
            },
        }
    }

    /// AttributeError for `del obj.name`; up to 3.10 it says no more than the name.
    pub(super) fn nothing_to_delete<T>(&mut self, object: Ref, name: Ref) -> PyResult<T> {
        if self.heap.profile.errors.deletions_name_class {
            return self.missing_attribute(object, name);
        }
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        self.attribute_error(object, name, text)
    }
}
