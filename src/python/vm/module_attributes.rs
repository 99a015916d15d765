//! What a module is asked for beyond its dict: parts of the library that are loaded when they are first asked for, and its own
//! `__getattr__` (PEP 562). Mirrors the end of module_getattro in Objects/moduleobject.c.

use super::{PyResult, Vm};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::exceptions;
use crate::python::modules::{self, native};

impl Vm {
    /// Whether the module has another answer than "there is none" to a name that is not in its dict.
    pub(super) fn module_answers(&self, module: Ref, name: Ref) -> bool {
        self.module_getattr(module).is_some() || self.late_part(module, name).is_some()
    }

    /// The attribute, which is not in the dict; none: there is none.
    pub(super) fn ask_module(&mut self, module: Ref, name: Ref) -> PyResult<Option<Owned>> {
        if let Some(part) = self.late_part(module, name) {
            return self.load_late_part(module, part, name).map(Some);
        }
        match self.module_getattr(module) {
            Some(getattr) => self.call(getattr, &[name], &[]).map(Some),
            None => Ok(None),
        }
    }

    /// As [`Vm::ask_module`], where an AttributeError means none.
    pub(super) fn ask_module_quietly(&mut self, module: Ref, name: Ref) -> PyResult<Option<Owned>> {
        match self.ask_module(module, name) {
            Err(error) => exceptions::catch(self, error, types::ATTRIBUTE_ERROR).map(|()| None),
            found => found,
        }
    }

    fn module_getattr(&self, module: Ref) -> Option<Ref> {
        let Some(Payload::Module(_)) = self.heap.payload_of(module) else {
            return None;
        };
        let dict = self.heap.module_dict(module)?;
        self.heap.dict_get_name(dict, self.names.getattr)
    }

    /// The module that has the part.
    fn late_part(&self, module: Ref, name: Ref) -> Option<&'static str> {
        let Some(Payload::Module(body)) = self.heap.payload_of(module) else {
            return None;
        };
        modules::late_part(self.heap.profile, &body.name, self.heap.as_str(name)?)
    }

    fn load_late_part(&mut self, module: Ref, part: &str, name: Ref) -> PyResult {
        let is_attribute =
            part.ends_with(&format!(".{}", self.heap.as_str(name).unwrap_or_default()));
        let part = self.import(part)?;
        let value = if is_attribute {
            part
        } else {
            let value = self.get_attribute(part.get(), name);
            self.release(part);
            value?
        };
        if let (Some(dict), Some(text)) = (self.heap.module_dict(module), self.heap.str_rc(name)) {
            native::bind_ref(self, dict, &text, value.get());
        }
        Ok(value)
    }
}
