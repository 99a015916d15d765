//! What modules share: types of their own with native payloads, and filling a module's dict.

use std::rc::Rc;

use crate::heap::payload::{Base, Native};
use crate::heap::types::NativeType;
use crate::heap::{Heap, Owned, Payload, Ref};
use crate::python::builtins::value;
use crate::python::vm::{NativeFn, Vm};

/// The type of that full name ("collections.deque"), made by `make` when it is asked for the first time.
pub fn type_of(
    vm: &mut Vm,
    full_name: &'static str,
    native: NativeType,
    fill: fn(&mut Vm, Ref),
) -> Ref {
    let known = vm
        .builtin_state
        .native_types
        .iter()
        .find(|(name, _)| *name == full_name);
    if let Some(&(_, class)) = known {
        return class;
    }
    let class = vm.heap.new_native_type(&native);
    if !full_name.starts_with("builtins.") {
        vm.heap.type_body_mut(class).full_name = Some(Rc::from(full_name));
    }
    if vm.heap.is_gc(class) {
        vm.heap.track(class);
    }
    vm.builtin_state.native_types.push((full_name, class));
    if let Some((module, _)) = full_name.rsplit_once('.')
        && let Some(dict) = vm.heap.type_body(class).dict
    {
        let module = vm.heap.intern(module);
        bind(vm, dict, "__module__", module);
    }
    fill(vm, class);
    class
}

/// The type of that full name if it was made already.
pub fn known_type(vm: &Vm, full_name: &str) -> Option<Ref> {
    let found = vm
        .builtin_state
        .native_types
        .iter()
        .find(|(name, _)| *name == full_name);
    found.map(|&(_, class)| class)
}

/// An object with a native payload.
pub fn new_object(vm: &mut Vm, class: Ref, body: Box<dyn Native>) -> Owned {
    let type_body = vm.heap.type_body(class);
    if type_body.is_heap_type || type_body.instances_have_dict {
        return value::new_derived(vm, class, Base::Native(Box::new(body)));
    }
    let new = vm.heap.alloc(class, Payload::Native(Box::new(body)));
    vm.heap.touch_buffer(new.get());
    if vm.heap.is_gc(new.get()) {
        vm.heap.track(new.get());
    }
    new
}

/// The native payload if it is of that Rust type.
pub fn body<T: Native>(vm: &Vm, object: Ref) -> Option<&T> {
    body_in(&vm.heap, object)
}

/// As [`body`], where there is only the heap.
pub fn body_in<T: Native>(heap: &Heap, object: Ref) -> Option<&T> {
    match heap.payload_of(object)? {
        Payload::Native(body) => (***body).as_any().downcast_ref(),
        Payload::Derived(derived) => match &derived.base {
            Base::Native(body) => (***body).as_any().downcast_ref(),
            _ => None,
        },
        _ => None,
    }
}

pub fn body_mut<T: Native>(vm: &mut Vm, object: Ref) -> Option<&mut T> {
    if !object.is_container() {
        return None;
    }
    vm.heap.touch_buffer(object);
    match vm.heap.payload_mut(object) {
        Payload::Native(body) => (***body).as_any_mut().downcast_mut(),
        Payload::Derived(derived) => match &mut derived.base {
            Base::Native(body) => (***body).as_any_mut().downcast_mut(),
            _ => None,
        },
        _ => None,
    }
}

/// Binds a name in a dict to a value, whose reference it takes over.
pub fn bind(vm: &mut Vm, dict: Ref, name: &str, value: Owned) {
    if let Some(old) = vm.heap.dict_set_text(dict, name, value.into_counted()) {
        vm.release_ref(old);
    }
}

/// Says of a class that its instances have no hash.
pub fn make_unhashable(vm: &mut Vm, class: Ref) {
    if let Some(dict) = vm.heap.type_body(class).dict {
        let none = vm.none();
        bind(vm, dict, "__hash__", none);
    }
}

/// Binds a name in a dict to a value that stays the caller's.
pub fn bind_ref(vm: &mut Vm, dict: Ref, name: &str, value: Ref) {
    let value = vm.heap.new_ref(value);
    bind(vm, dict, name, value);
}

/// A new module with these functions, and its dict (borrowed).
pub fn new_module(vm: &mut Vm, name: &str, functions: &[(&str, NativeFn)]) -> (Owned, Ref) {
    let module = vm.heap.new_module(name);
    let dict = vm
        .heap
        .module_dict(module.get())
        .expect("a module has a dict");
    let text = vm.heap.intern(name);
    bind(vm, dict, "__name__", text);
    for (name, function) in functions {
        vm.add_function(module.get(), name, *function);
    }
    (module, dict)
}

/// Methods of a type.
pub fn add_methods(vm: &mut Vm, class: Ref, methods: &[(&str, NativeFn)]) {
    for (name, method) in methods {
        vm.add_method(class, name, *method);
    }
}
