//! Setting the attributes that objects of built-in types have by nature: of functions, exceptions, classes.
//! Mirrors the setters of CPython's Objects/funcobject.c, Objects/exceptions.c and Objects/typeobject.c.

use super::{PyResult, Vm};
use crate::heap::{Payload, Ref};

impl Vm {
    /// Attributes that can be set and stand in the objects' own fields. False: the name is none of them.
    pub(super) fn set_common_attribute(
        &mut self,
        object: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        if name == self.names.class {
            return self.set_class(object, value).map(|()| true);
        }
        let Some(text) = self.heap.str_rc(name) else {
            return Ok(false);
        };
        match self.heap.payload_of(object) {
            Some(Payload::Function(_)) => self.set_function_attribute(object, &text, value),
            Some(Payload::Exception(_) | Payload::Derived(_))
                if self.exception(object).is_some() =>
            {
                self.set_exception_attribute(object, &text, value)
            }
            Some(Payload::Type(body)) if body.is_heap_type => {
                self.set_type_attribute(object, &text, value)
            }
            Some(Payload::Cell(_)) if &*text == "cell_contents" => {
                if let Some(value) = value {
                    self.heap.incref(value);
                }
                let old = match self.heap.payload_mut(object) {
                    Payload::Cell(contents) => std::mem::replace(contents, value),
                    _ => None,
                };
                if let Some(old) = old {
                    self.release_ref(old);
                }
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn set_class(&mut self, object: Ref, value: Option<Ref>) -> PyResult<()> {
        let Some(value) = value else {
            return self.type_error("can't delete __class__ attribute");
        };
        let Some(body) = self.heap.type_body_opt(value) else {
            let given = self.heap.class_name(value);
            return self.type_error(format!(
                "__class__ must be set to a class, not '{given}' object"
            ));
        };
        let old = self.heap.class_of(object);
        let fits = body.is_heap_type
            && self.heap.type_body(old).is_heap_type
            && matches!(self.heap.payload_of(object), Some(Payload::Instance(_)));
        if !fits {
            let text = self.heap.profile.texts.class_assignment;
            return self.type_error(text);
        }
        if !self.has_same_layout(old, value) {
            let names = [old, value].map(|class| self.heap.type_body(class).name.clone());
            return self.type_error(format!(
                "__class__ assignment: '{}' object layout differs from '{}'",
                names[1], names[0]
            ));
        }
        self.heap.incref(value);
        self.heap.set_class(object, value);
        self.release_ref(old);
        Ok(())
    }

    fn set_function_attribute(
        &mut self,
        object: Ref,
        text: &str,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        let stored = value.filter(|&value| value != Ref::NONE);
        if let Some(value) = stored {
            self.heap.incref(value);
        }
        let Payload::Function(body) = self.heap.payload_mut(object) else {
            return Ok(false);
        };
        let old = match (text, value) {
            ("__name__", Some(value)) => Some(std::mem::replace(&mut body.name, value)),
            ("__qualname__", Some(value)) => Some(std::mem::replace(&mut body.qualname, value)),
            ("__code__", Some(value)) => Some(std::mem::replace(&mut body.code, value)),
            ("__defaults__", _) => std::mem::replace(&mut body.defaults, stored),
            ("__kwdefaults__", _) => std::mem::replace(&mut body.keyword_defaults, stored),
            ("__module__", _) => std::mem::replace(&mut body.module, stored),
            ("__doc__", _) => std::mem::replace(&mut body.doc, stored),
            ("__annotations__", _) => {
                // From now on nobody is asked for them.
                let annotate = body.annotate.take();
                let old = std::mem::replace(&mut body.annotations, stored);
                if let Some(annotate) = annotate {
                    self.release_ref(annotate);
                }
                old
            }
            _ => return Ok(self.take_back(stored)),
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(true)
    }

    /// There is no attribute of that name: false.
    fn take_back(&mut self, stored: Option<Ref>) -> bool {
        if let Some(value) = stored {
            self.release_ref(value);
        }
        false
    }

    fn set_exception_attribute(
        &mut self,
        object: Ref,
        text: &str,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        let stored = value.filter(|&value| value != Ref::NONE);
        if let Some(value) = stored {
            self.heap.incref(value);
        }
        let Some(body) = self.exception_mut(object) else {
            return Ok(false);
        };
        let old = match text {
            "args" => std::mem::replace(&mut body.args, stored),
            "__cause__" => {
                body.suppress_context = true;
                std::mem::replace(&mut body.cause, stored)
            }
            "__context__" => std::mem::replace(&mut body.context, stored),
            "__traceback__" => std::mem::replace(&mut body.traceback, stored),
            "__suppress_context__" => {
                body.suppress_context = value == Some(Ref::TRUE);
                stored
            }
            _ => return Ok(self.take_back(stored)),
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(true)
    }

    fn set_type_attribute(&mut self, class: Ref, text: &str, value: Option<Ref>) -> PyResult<bool> {
        let Some(value) = value else {
            return Ok(false);
        };
        match text {
            "__name__" => {
                let Some(name) = self.heap.str_rc(value) else {
                    return self.refuse_type_name(class, "__name__", value);
                };
                self.heap.type_body_mut(class).name = name;
                Ok(true)
            }
            "__qualname__" => {
                if self.heap.as_str(value).is_none() {
                    return self.refuse_type_name(class, "__qualname__", value);
                }
                self.heap.incref(value);
                if let Some(old) = self.heap.type_body_mut(class).qualname.replace(value) {
                    self.release_ref(old);
                }
                Ok(true)
            }
            "__bases__" => self.set_bases(class, value).map(|()| true),
            _ => Ok(false),
        }
    }

    fn refuse_type_name(&mut self, class: Ref, what: &str, value: Ref) -> PyResult<bool> {
        let class = self.heap.type_body(class).name.clone();
        let given = self.heap.class_name(value);
        self.type_error(format!(
            "can only assign string to {class}.{what}, not '{given}'"
        ))
    }
}
