//! Native functions: how those of the built-ins get into types and modules.

use super::{Args, NativeFn, PyResult, Vm};
use crate::heap::payload::{Builtin, BuiltinKind, Descriptor, DescriptorKind, NativeId};
use crate::heap::{Payload, Ref, types};
use crate::profile::packed_calls::{Packing, packing};

impl Vm {
    fn register(&mut self, function: NativeFn) -> NativeId {
        self.natives.push(function);
        self.packings.push(Packing::None);
        NativeId(self.natives.len() as u32 - 1)
    }

    /// The number of a function that may be registered already.
    pub(crate) fn native_of(&mut self, function: NativeFn) -> NativeId {
        let found = self
            .natives
            .iter()
            .position(|&other| std::ptr::fn_addr_eq(other, function));
        match found {
            Some(index) => NativeId(index as u32),
            None => self.register(function),
        }
    }

    pub(crate) fn call_native(&mut self, native: NativeId, args: Args<'_>) -> PyResult {
        self.natives[native.0 as usize](self, args)
    }

    /// Whether a function may be called with these arguments as far as its receiver goes: a method of a built-in type that is
    /// called by way of the type (`list.append(x, 1)`) may get anything.
    #[inline]
    pub(super) fn suits_receiver(&self, function: &Builtin, receiver: Option<Ref>) -> bool {
        if function.kind != BuiltinKind::MethodDescriptor {
            return true;
        }
        match (function.owner, receiver) {
            (Some(owner), Some(receiver)) => {
                let class = self.heap.class_of(receiver);
                class == owner || self.heap.is_subclass(class, owner)
            }
            _ => false,
        }
    }

    /// The complaint where `suits_receiver` says no.
    #[cold]
    pub(super) fn refuse_receiver<T>(
        &mut self,
        function: Ref,
        receiver: Option<Ref>,
    ) -> PyResult<T> {
        let is_slot = self.heap.class_of(function) == types::WRAPPER_DESCRIPTOR;
        let Payload::Builtin(body) = self.heap.payload(function) else {
            return self.type_error("a method of a built-in type was expected");
        };
        let name = body.name.clone();
        let class = match body.owner {
            Some(owner) => self.heap.type_body(owner).name.clone(),
            None => "object".into(),
        };
        let Some(receiver) = receiver else {
            let by_name = self.heap.profile.texts.methods_named_with_class;
            return self.type_error(if is_slot || !by_name {
                format!("descriptor '{name}' of '{class}' object needs an argument")
            } else {
                format!("unbound method {class}.{name}() needs an argument")
            });
        };
        let found = self.heap.class_name(receiver);
        self.type_error(if is_slot {
            format!("descriptor '{name}' requires a '{class}' object but received a '{found}'")
        } else {
            format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{found}' object")
        })
    }

    /// Puts a native of that kind into a dict of a class or module.
    fn add_builtin(
        &mut self,
        dict: Ref,
        kind: BuiltinKind,
        name: &str,
        module: Option<&str>,
        owner: Option<Ref>,
        function: NativeFn,
    ) -> Ref {
        let native = self.register(function);
        let owner_name = match owner {
            Some(owner) => Some(self.heap.type_body(owner).name.to_string()),
            None => module.map(str::to_owned),
        };
        if let Some(owner_name) = owner_name {
            let tables = self.heap.profile.packed_calls;
            self.packings[native.0 as usize] = packing(tables, &owner_name, name);
        }
        if let Some(owner) = owner {
            self.heap.incref(owner);
        }
        let made = self
            .heap
            .new_builtin(native, kind, name, module, owner)
            .into_counted();
        if let Some(old) = self.heap.dict_set_text(dict, name, made) {
            self.release_ref(old);
        }
        self.lookups.invalidate();
        made
    }

    fn class_dict(&self, class: Ref) -> Ref {
        self.heap
            .type_body(class)
            .dict
            .expect("a built-in type has a dict")
    }

    /// Puts a method into a built-in type's dict.
    pub fn add_method(&mut self, class: Ref, name: &str, function: NativeFn) {
        let dict = self.class_dict(class);
        self.add_builtin(
            dict,
            BuiltinKind::MethodDescriptor,
            name,
            None,
            Some(class),
            function,
        );
    }

    /// Takes a method out of a built-in type again: this version has no such thing.
    pub fn remove_method(&mut self, class: Ref, name: &str) {
        let dict = self.class_dict(class);
        let name = self.heap.intern(name);
        if let Some(method) = self.heap.dict_delete_name(dict, name.get()) {
            self.release_ref(method);
        }
        self.release(name);
    }

    /// A class method of a built-in type (`dict.fromkeys`): positional[0] is the class.
    pub fn add_class_method(&mut self, class: Ref, name: &str, function: NativeFn) {
        let dict = self.class_dict(class);
        self.add_builtin(
            dict,
            BuiltinKind::ClassMethodDescriptor,
            name,
            None,
            Some(class),
            function,
        );
    }

    /// A computed attribute of a built-in type's instances.
    pub fn add_getter(
        &mut self,
        class: Ref,
        name: &str,
        getter: NativeFn,
        setter: Option<NativeFn>,
    ) {
        let getter = self.register(getter);
        let setter = setter.map(|setter| self.register(setter));
        let text = self.heap.intern(name);
        self.heap.incref(class);
        let body = Descriptor {
            class,
            name: text.into_counted(),
            kind: DescriptorKind::Native { getter, setter },
        };
        let made = self
            .heap
            .alloc(
                types::GETSET_DESCRIPTOR,
                Payload::Descriptor(Box::new(body)),
            )
            .into_counted();
        self.heap.track(made);
        let dict = self.class_dict(class);
        if let Some(old) = self.heap.dict_set_text(dict, name, made) {
            self.release_ref(old);
        }
        self.lookups.invalidate();
    }

    /// `__new__` of a built-in type: positional[0] is the class (maybe a subclass), the rest the arguments. Types that can
    /// change are made empty by it and filled by their `__init__`, which is a method.
    pub fn add_new(&mut self, class: Ref, function: NativeFn) {
        let dict = self.class_dict(class);
        let made = self.add_builtin(
            dict,
            BuiltinKind::StaticMethod,
            "__new__",
            None,
            Some(class),
            function,
        );
        if let Some(last) = self.packings.last_mut() {
            *last = self.heap.profile.new_packing;
        }
        if class == types::OBJECT {
            self.object_new = Some(made);
        }
    }

    /// A function of a module (a dict of names).
    pub fn add_function(&mut self, module: Ref, name: &str, function: NativeFn) {
        let (dict, module_name) = match self.heap.payload(module) {
            Payload::Module(body) => (body.dict, Some(body.name.to_string())),
            _ => (module, None),
        };
        self.add_builtin(
            dict,
            BuiltinKind::Function,
            name,
            module_name.as_deref().or(Some("builtins")),
            None,
            function,
        );
    }
}
