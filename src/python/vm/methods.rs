//! Methods looked up to be called at once, which need no bound method.
//! Mirrors _PyObject_GetMethod of CPython's Objects/object.c and LOAD_SUPER_ATTR of Python/bytecodes.c.

use super::{PyResult, Vm};
use crate::heap::payload::BuiltinKind;
use crate::heap::{Payload, Ref, types};

impl Vm {
    pub(super) fn get_super_attribute(&mut self, object: Ref, name: Ref) -> PyResult {
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

    /// LoadSuperMethod: the first time as `super().name` says, with a super object and a method bound to the receiver;
    /// then, as CPython's specialized instruction, without either.
    pub(super) fn load_super_method(&mut self, name: Ref) -> PyResult<()> {
        let receiver = self.peek(1);
        if self.frame.was_warm()
            && let Some(class) = self.class_around()
            && let Some(method) = self.method_after(class, receiver, name)
        {
            self.heap.incref(method);
            let entry = self.pop_entry();
            self.stack.extend([Some(method), Some(entry)]);
            return Ok(());
        }
        let callable = self.global_super()?;
        let object = self.call(callable.get(), &[], &[]);
        self.release(callable);
        let object = object?;
        let value = self.get_attribute(object.get(), name);
        self.release(object);
        let value = value?;
        let entry = self.pop_entry();
        self.stack.push(None);
        self.push(value);
        self.close(entry);
        Ok(())
    }

    /// What `super` means in the running frame.
    fn global_super(&mut self) -> PyResult {
        let name = self.heap.intern("super");
        let found = self
            .heap
            .dict_get_name(self.frame.globals, name.get())
            .or_else(|| self.heap.dict_get_name(self.frame.builtins, name.get()));
        let result = match found {
            Some(value) => Ok(self.heap.new_ref(value)),
            None => self.name_error(name.get()),
        };
        self.release(name);
        result
    }

    /// The running method's class, as long as `super` is the built-in one.
    fn class_around(&self) -> Option<Ref> {
        let super_name = self.heap.find_interned("super")?;
        let is_own = self
            .heap
            .dict_get_name(self.frame.globals, super_name)
            .is_none();
        let built_in = self.heap.dict_get_name(self.frame.builtins, super_name);
        if !is_own || built_in != Some(types::SUPER) {
            return None;
        }
        self.cell_contents("__class__")
    }

    /// The function or native method of that name in the first class after `class` in the receiver's mro that has one.
    fn method_after(&self, class: Ref, receiver: Ref, name: Ref) -> Option<Ref> {
        let mro = self.heap.mro(self.heap.class_of(receiver));
        let start = mro.iter().position(|&entry| entry == class)? + 1;
        let found = mro[start..].iter().find_map(|&entry| {
            let dict = self.heap.type_body_opt(entry)?.dict?;
            self.heap.dict_get_name(dict, name)
        })?;
        let binds = match self.heap.payload_of(found) {
            Some(Payload::Function(_)) => true,
            Some(Payload::Builtin(body)) => body.kind == BuiltinKind::MethodDescriptor,
            _ => false,
        };
        binds.then_some(found)
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
}
