//! What the descriptors of built-in kinds do: properties, slots, computed attributes.
//! Mirrors CPython's Objects/descrobject.c.

use super::{Args, PyResult, Vm};
use crate::heap::payload::{Descriptor, DescriptorKind};
use crate::heap::{Payload, Ref, types};
use crate::python::builtins::descriptors;

impl Vm {
    pub(super) fn set_descriptor(
        &mut self,
        attribute: Ref,
        object: Ref,
        value: Option<Ref>,
    ) -> PyResult<()> {
        let name = match value {
            Some(_) => self.names.set,
            None => self.names.delete,
        };
        if let Some(method) = self.own_method(attribute, name) {
            let args: Vec<Ref> = [Some(object), value].into_iter().flatten().collect();
            let result = self.call_method_of_class(method, attribute, &args)?;
            self.release(result);
            return Ok(());
        }
        self.set_natively(attribute, object, value)
    }

    pub(super) fn get_descriptor(
        &mut self,
        descriptor: Ref,
        kind: DescriptorKind,
        object: Ref,
    ) -> PyResult {
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

    pub(super) fn set_native_descriptor(
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
            } if value.is_some() || self.is_member_of_exceptions(descriptor) => {
                let values: Vec<Ref> = [Some(object), value].into_iter().flatten().collect();
                let args = Args {
                    positional: &values,
                    keywords: &[],
                };
                let result = self.call_native(setter, args)?;
                self.release(result);
                Ok(())
            }
            DescriptorKind::Native {
                setter: Some(_), ..
            } if self.descriptor(descriptor).class == types::BASE_EXCEPTION => {
                let text = self.heap.as_str(name).unwrap_or_default();
                self.type_error(match text {
                    "__suppress_context__" => "can't delete numeric/char attribute".to_owned(),
                    _ => format!("{text} may not be deleted"),
                })
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

    /// What an exception class adds to BaseException can be deleted, and is None from then on.
    fn is_member_of_exceptions(&self, descriptor: Ref) -> bool {
        let class = self.descriptor(descriptor).class;
        class != types::BASE_EXCEPTION && self.heap.is_subclass(class, types::BASE_EXCEPTION)
    }

    pub(super) fn property_without<T>(
        &mut self,
        property: Ref,
        object: Ref,
        what: &str,
    ) -> PyResult<T> {
        let class = self.heap.class_of(object);
        let name = match descriptors::name_of(self, property)? {
            Some(name) => {
                let text = self.repr(name.get());
                self.release(name);
                Some(text?)
            }
            None => None,
        };
        let class_name = self
            .heap
            .type_body(class)
            .qualname
            .and_then(|name| self.heap.str_rc(name))
            .unwrap_or_else(|| self.heap.short_class_name(object));
        let message = match (name, self.heap.profile.errors.property) {
            (Some(name), crate::profile::PropertyErrors::NameBoth) => {
                format!("property {name} of '{class_name}' object has no {what}")
            }
            (None, crate::profile::PropertyErrors::NameBoth) => {
                format!("property of '{class_name}' object has no {what}")
            }
            (Some(name), crate::profile::PropertyErrors::NameAttribute) => match what {
                "getter" => format!("unreadable attribute {name}"),
                "setter" => format!("can't set attribute {name}"),
                _ => format!("can't delete attribute {name}"),
            },
            _ => match what {
                "getter" => "unreadable attribute".to_owned(),
                "setter" => "can't set attribute".to_owned(),
                _ => "can't delete attribute".to_owned(),
            },
        };
        self.raise(types::ATTRIBUTE_ERROR, message)
    }
}
