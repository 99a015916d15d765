//! property, staticmethod and classmethod: making and their own attributes; what they do to attributes of others is the
//! interpreter's. Mirrors Objects/descrobject.c and Objects/funcobject.c.

use super::args;
use crate::heap::payload::Property;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::PROPERTY, new_property);
    vm.add_new(types::STATICMETHOD, |vm, args| {
        wrapper(vm, args, types::STATICMETHOD, Payload::StaticMethod)
    });
    vm.add_new(types::CLASSMETHOD, |vm, args| {
        wrapper(vm, args, types::CLASSMETHOD, Payload::ClassMethod)
    });
    let methods: [(&str, NativeFn); 3] = [
        ("getter", |vm, args| copy(vm, args, Part::Getter)),
        ("setter", |vm, args| copy(vm, args, Part::Setter)),
        ("deleter", |vm, args| copy(vm, args, Part::Deleter)),
    ];
    for (name, method) in methods {
        vm.add_method(types::PROPERTY, name, method);
    }
    let getters: [(&str, NativeFn); 4] = [
        ("fget", |vm, args| part(vm, args, |body| body.getter)),
        ("fset", |vm, args| part(vm, args, |body| body.setter)),
        ("fdel", |vm, args| part(vm, args, |body| body.deleter)),
        ("__doc__", |vm, args| part(vm, args, |body| body.doc)),
    ];
    for (name, getter) in getters {
        vm.add_getter(types::PROPERTY, name, getter, None);
    }
    vm.add_getter(types::PROPERTY, "__isabstractmethod__", is_abstract, None);
    for class in [types::STATICMETHOD, types::CLASSMETHOD] {
        vm.add_getter(class, "__func__", function, None);
        vm.add_getter(class, "__wrapped__", function, None);
        vm.add_getter(class, "__isabstractmethod__", is_abstract, None);
    }
    vm.add_new(types::METHOD, new_method);
    vm.add_new(types::MODULE, new_module);
    vm.add_getter(types::TYPE, "__dict__", class_dict, None);
    if vm.heap.profile.staticmethods_show_function {
        vm.add_method(types::STATICMETHOD, "__call__", call);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Getter,
    Setter,
    Deleter,
}

fn body(vm: &Vm, property: Ref) -> Option<&Property> {
    match vm.heap.payload_of(property)? {
        Payload::Property(body) => Some(body),
        _ => None,
    }
}

fn new_property(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::PROPERTY)?;
    let given = args::named(vm, &args, "property", ["fget", "fset", "fdel", "doc"], 0, 4)?;
    let [getter, setter, deleter, doc] = given.map(|part| part.filter(|&part| part != Ref::NONE));
    let doc = match (doc, getter) {
        (Some(doc), _) => Some(vm.heap.new_ref(doc)),
        (None, Some(getter)) => super::attribute_or_none(vm, getter, "__doc__")?,
        (None, None) => None,
    };
    Ok(make(vm, class, [getter, setter, deleter], doc))
}

fn make(vm: &mut Vm, class: Ref, parts: [Option<Ref>; 3], doc: Option<Owned>) -> Owned {
    for part in parts.into_iter().flatten() {
        vm.heap.incref(part);
    }
    let [getter, setter, deleter] = parts;
    let body = Property {
        getter,
        setter,
        deleter,
        doc: doc.map(Owned::into_counted),
    };
    let new = vm.heap.alloc(class, Payload::Property(Box::new(body)));
    vm.heap.track(new.get());
    new
}

/// property.setter(function) and its kind: a copy with one function changed.
fn copy(vm: &mut Vm, args: Args<'_>, changed: Part) -> PyResult {
    let (property, function) = args::receiver_and_one(vm, &args, "property.setter")?;
    let Some(body) = body(vm, property) else {
        return args::wrong_receiver(vm, "property.setter", property);
    };
    let mut parts = [body.getter, body.setter, body.deleter];
    let doc = body.doc;
    parts[changed as usize] = Some(function);
    let class = vm.heap.class_of(property);
    let doc = doc.map(|doc| vm.heap.new_ref(doc));
    Ok(make(vm, class, parts, doc))
}

fn part(vm: &mut Vm, args: Args<'_>, part: fn(&Property) -> Option<Ref>) -> PyResult {
    let found = body(vm, args.positional[0]).and_then(part);
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn wrapper(vm: &mut Vm, args: Args<'_>, base: Ref, payload: fn(Ref) -> Payload) -> PyResult {
    let (class, args) = args::class_and(vm, &args, base)?;
    let name = vm.heap.type_body(base).name.clone();
    let given = args::between(vm, &args, &name, 1, 1)?;
    vm.heap.incref(given[0]);
    let new = vm.heap.alloc(class, payload(given[0]));
    vm.heap.track(new.get());
    Ok(new)
}

/// The function inside a staticmethod or classmethod, or a property's getter.
fn wrapped(vm: &Vm, object: Ref) -> Ref {
    match vm.heap.payload_of(object) {
        Some(Payload::StaticMethod(function) | Payload::ClassMethod(function)) => *function,
        Some(Payload::Property(body)) => body.getter.unwrap_or(Ref::NONE),
        _ => Ref::NONE,
    }
}

fn function(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let function = wrapped(vm, args.positional[0]);
    Ok(vm.heap.new_ref(function))
}

fn is_abstract(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let function = wrapped(vm, args.positional[0]);
    match super::attribute_or_none(vm, function, "__isabstractmethod__")? {
        Some(flag) => Ok(flag),
        None => Ok(vm.bool(false)),
    }
}

fn call(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let function = wrapped(vm, args.positional[0]);
    vm.call(function, &args.positional[1..], args.keywords)
}

/// `C.__dict__`: the class's own, whatever `C` defines for its instances.
fn class_dict(vm: &mut Vm, args: Args<'_>) -> PyResult {
    match vm
        .heap
        .type_body_opt(args.positional[0])
        .and_then(|body| body.dict)
    {
        Some(dict) => Ok(super::dict::new_mapping_proxy(vm, dict)),
        None => Ok(vm.none()),
    }
}

/// types.MethodType(function, receiver).
fn new_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, args) = args::class_and(vm, &args, types::METHOD)?;
    let given = args::between(vm, &args, "method", 2, 2)?;
    if !super::functions::is_callable(vm, given[0]) {
        return vm.type_error("first argument must be callable");
    }
    if given[1] == Ref::NONE {
        return vm.type_error("instance must not be None");
    }
    let (function, receiver) = (given[0], given[1]);
    vm.heap.incref(function);
    vm.heap.incref(receiver);
    Ok(vm.heap.new_bound_method(function, receiver))
}

/// types.ModuleType(name, doc=None).
fn new_module(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, args) = args::class_and(vm, &args, types::MODULE)?;
    let [name, doc] = args::named(vm, &args, "module", ["name", "doc"], 1, 2)?;
    let name = name.unwrap_or(Ref::NONE);
    let text = args::text(vm, name, "module", "1 ")?;
    let module = vm.heap.new_module(&text);
    if let Some(dict) = vm.heap.module_dict(module.get()) {
        let parts = [
            ("__name__", name),
            ("__doc__", doc.unwrap_or(Ref::NONE)),
            ("__package__", Ref::NONE),
            ("__loader__", Ref::NONE),
            ("__spec__", Ref::NONE),
        ];
        for (name, value) in parts {
            super::functions::bind(vm, dict, name, value);
        }
    }
    Ok(module)
}
