//! What object and type bring for reflection: `__dir__`, `__subclasshook__`, `__reduce_ex__`, `type.__prepare__`, `type.__instancecheck__`,
//! and `__call__` of all that is called natively. A class of the program reaches them by `super()`.
//!
//! Mirrors object_methods and type_methods of CPython's Objects/typeobject.c; how an object is reduced is written in Python,
//! in the module copyreg.

use super::{args, attribute_functions};
use crate::heap::{Ref, types};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    install_object(vm);
    install_type(vm);
    for class in [
        types::FUNCTION,
        types::METHOD,
        types::BUILTIN_FUNCTION,
        types::METHOD_WRAPPER,
        types::METHOD_DESCRIPTOR,
        types::WRAPPER_DESCRIPTOR,
        types::CLASSMETHOD_DESCRIPTOR,
    ] {
        vm.add_method(class, "__call__", |vm, args| {
            vm.call(args.positional[0], &args.positional[1..], args.keywords)
        });
    }
}

fn install_object(vm: &mut Vm) {
    let class = types::OBJECT;
    let methods: [(&str, NativeFn); 3] = [
        ("__dir__", dir),
        ("__reduce__", |vm, args| {
            let object = args::receiver(vm, &args, "object.__reduce__")?;
            reduce(vm, object, 0)
        }),
        ("__reduce_ex__", reduce_ex),
    ];
    for (name, method) in methods {
        vm.add_method(class, name, method);
    }
    if vm.heap.profile.objects_have_getstate {
        vm.add_method(class, "__getstate__", |vm, args| {
            let object = args::receiver(vm, &args, "object.__getstate__")?;
            call_copyreg(vm, "_getstate", &[object])
        });
    }
    vm.add_class_method(class, "__subclasshook__", |vm, _| {
        Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED))
    });
}

fn install_type(vm: &mut Vm) {
    vm.add_new(types::NONE_TYPE, |vm, args| {
        singleton(vm, args, Ref::NONE, "NoneType")
    });
    vm.add_new(types::ELLIPSIS_TYPE, |vm, args| {
        singleton(vm, args, Ref::ELLIPSIS, "EllipsisType")
    });
    vm.add_class_method(types::TYPE, "__prepare__", |vm, _| Ok(vm.heap.new_dict()));
    vm.add_method(types::TYPE, "__instancecheck__", |vm, args| {
        let (class, object) = args::receiver_and_one(vm, &args, "type.__instancecheck__")?;
        let found = attribute_functions::is_plain_instance(vm, object, class)?;
        Ok(vm.bool(found))
    });
    vm.add_method(types::TYPE, "__subclasscheck__", |vm, args| {
        let (class, derived) = args::receiver_and_one(vm, &args, "type.__subclasscheck__")?;
        if vm.heap.type_body_opt(derived).is_none() {
            return vm.type_error("issubclass() arg 1 must be a class");
        }
        let found = vm.heap.is_subclass(derived, class);
        Ok(vm.bool(found))
    });
}

/// The only object of its type.
fn singleton(vm: &mut Vm, args: Args<'_>, object: Ref, name: &str) -> PyResult {
    if args.positional.len() > 1 || !args.keywords.is_empty() {
        return vm.type_error(format!("{name} takes no arguments"));
    }
    Ok(vm.heap.new_ref(object))
}

fn dir(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::receiver(vm, &args, "object.__dir__")?;
    let names = attribute_functions::attribute_names(vm, object)?;
    Ok(vm
        .heap
        .new_list(names.into_iter().map(|name| name.into_counted()).collect()))
}

/// `__reduce_ex__`: a class's own `__reduce__` comes first.
fn reduce_ex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (object, protocol) = args::receiver_and_one(vm, &args, "object.__reduce_ex__")?;
    if super::overrides(vm, object, "__reduce__")
        && let Some(reduced) = vm.call_special(object, "__reduce__", &[])?
    {
        return Ok(reduced);
    }
    let protocol = super::number_functions::c_int(vm, protocol)?;
    reduce(vm, object, protocol)
}

fn reduce(vm: &mut Vm, object: Ref, protocol: i64) -> PyResult {
    let protocol = vm.heap.new_int(protocol);
    let reduced = call_copyreg(vm, "_reduce_object", &[object, protocol.get()]);
    vm.release(protocol);
    reduced
}

fn call_copyreg(vm: &mut Vm, function: &str, arguments: &[Ref]) -> PyResult {
    let module = vm.import("copyreg")?;
    let name = vm.heap.intern(function);
    let function = vm.get_attribute(module.get(), name.get());
    vm.release(name);
    vm.release(module);
    let function = function?;
    let result = vm.call(function.get(), arguments, &[]);
    vm.release(function);
    result
}
