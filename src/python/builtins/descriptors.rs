//! property, staticmethod and classmethod: making and their own attributes; what they do to attributes of others is the
//! interpreter's. Mirrors Objects/descrobject.c and Objects/funcobject.c.

use super::{args, value};
use crate::heap::payload::{Property, Wrapper};
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
    if vm.heap.profile.properties_have_names {
        vm.add_method(types::PROPERTY, "__set_name__", set_name);
    }
    if vm.heap.profile.properties_show_names {
        vm.add_getter(types::PROPERTY, "__name__", name, None);
    }
    for class in [types::STATICMETHOD, types::CLASSMETHOD] {
        vm.add_getter(class, "__func__", function, None);
        vm.add_getter(class, "__wrapped__", function, None);
        vm.add_getter(class, "__isabstractmethod__", is_abstract, None);
    }
    for class in [
        types::MEMBER_DESCRIPTOR,
        types::GETSET_DESCRIPTOR,
        types::METHOD_DESCRIPTOR,
        types::WRAPPER_DESCRIPTOR,
    ] {
        vm.add_method(class, "__get__", get_of_builtin);
    }
    let gets: [(Ref, NativeFn); 4] = [
        (types::FUNCTION, |vm, args| get(vm, args, types::FUNCTION)),
        (types::PROPERTY, |vm, args| get(vm, args, types::PROPERTY)),
        (types::STATICMETHOD, |vm, args| {
            get(vm, args, types::STATICMETHOD)
        }),
        (types::CLASSMETHOD, |vm, args| {
            get(vm, args, types::CLASSMETHOD)
        }),
    ];
    for (class, get) in gets {
        vm.add_method(class, "__get__", get);
    }
    vm.add_method(types::PROPERTY, "__set__", set);
    vm.add_method(types::PROPERTY, "__delete__", delete);
    vm.add_new(types::METHOD, new_method);
    vm.add_new(types::MODULE, new_module);
    vm.add_getter(types::TYPE, "__dict__", class_dict, None);
    if vm.heap.profile.staticmethods_show_function {
        vm.add_method(types::STATICMETHOD, "__call__", call);
    }
}

/// `__get__` called by name: as an attribute of that object, or of that class alone.
fn get(vm: &mut Vm, args: Args<'_>, class: Ref) -> PyResult {
    let (descriptor, given) = receiver_and(vm, &args, class, "__get__")?;
    check_count(vm, given, "__get__", 1, 2)?;
    let owner = given.get(1).copied().filter(|owner| *owner != Ref::NONE);
    match (given[0], owner) {
        (Ref::NONE, None) => vm.type_error("__get__(None, None) is invalid".to_owned()),
        (Ref::NONE, Some(owner)) => vm.bind_to_class_natively(descriptor, owner),
        (object, owner) => {
            let owner = owner.unwrap_or_else(|| vm.heap.class_of(object));
            vm.bind_natively(descriptor, object, owner)
        }
    }
}

/// `__get__` of what built-in types and `__slots__` bring: for instances of its class alone.
fn get_of_builtin(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = vm.heap.class_of(args.positional[0]);
    if let [descriptor, object, ..] = args.positional
        && *object != Ref::NONE
    {
        let found = match vm.heap.payload_of(*descriptor) {
            Some(Payload::Descriptor(body)) => Some((body.class, body.name)),
            _ => None,
        };
        if let Some((owner, name)) = found
            && !vm.heap.is_instance(*object, owner)
        {
            let name = vm.heap.as_str(name).unwrap_or_default().to_owned();
            let owner = vm.heap.type_body(owner).name.clone();
            return args::wrong_receiver(vm, &format!("{owner}.{name}"), *object);
        }
    }
    get(vm, args, class)
}

/// The descriptor of that class, and what was given beside it.
fn receiver_and<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    class: Ref,
    name: &str,
) -> PyResult<(Ref, &'a [Ref])> {
    let class_name = vm.heap.type_body(class).name.clone();
    let Some((&receiver, given)) = args.positional.split_first() else {
        return vm.type_error(format!(
            "descriptor '{name}' of '{class_name}' object needs an argument"
        ));
    };
    if !vm.heap.is_instance(receiver, class) {
        let found = vm.heap.class_name(receiver);
        return vm.type_error(format!(
            "descriptor '{name}' requires a '{class_name}' object but received a '{found}'"
        ));
    }
    if !args.keywords.is_empty() {
        return vm.type_error(format!("wrapper {name}() takes no keyword arguments"));
    }
    Ok((receiver, given))
}

fn check_count(vm: &mut Vm, given: &[Ref], name: &str, min: usize, max: usize) -> PyResult<()> {
    let is_named = vm.heap.profile.errors.descriptors_name_themselves;
    args::check_count(vm, if is_named { name } else { "" }, given.len(), min, max)
}

fn set(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (property, given) = receiver_and(vm, &args, types::PROPERTY, "__set__")?;
    check_count(vm, given, "__set__", 2, 2)?;
    vm.set_natively(property, given[0], Some(given[1]))?;
    Ok(vm.none())
}

fn delete(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (property, given) = receiver_and(vm, &args, types::PROPERTY, "__delete__")?;
    let [object] = *given else {
        return vm.type_error(format!("expected 1 argument, got {}", given.len()));
    };
    vm.set_natively(property, object, None)?;
    Ok(vm.none())
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
    let [getter, setter, deleter, doc] = given.map(not_none);
    let doc = match (doc, getter) {
        (Some(doc), _) => Some(vm.heap.new_ref(doc)),
        (None, Some(getter)) => super::attribute_or_none(vm, getter, "__doc__")?,
        (None, None) => None,
    };
    Ok(make(vm, class, [getter, setter, deleter], doc))
}

fn not_none(part: Option<Ref>) -> Option<Ref> {
    part.filter(|&part| part != Ref::NONE)
}

fn make(vm: &mut Vm, class: Ref, parts: [Option<Ref>; 3], doc: Option<Owned>) -> Owned {
    for part in parts.into_iter().flatten() {
        vm.heap.incref(part);
    }
    let [getter, setter, deleter] = parts;
    let keeps_none = vm.heap.profile.properties_keep_no_doc;
    let doc = doc.filter(|doc| keeps_none || doc.get() != Ref::NONE);
    let body = Property {
        getter,
        setter,
        deleter,
        doc: doc.map(Owned::into_counted),
        name: None,
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
    if let Some(function) = not_none(Some(function)) {
        parts[changed as usize] = Some(function);
    }
    let name = body.name;
    let class = vm.heap.class_of(property);
    let doc = doc.map(|doc| vm.heap.new_ref(doc));
    let copy = make(vm, class, parts, doc);
    if let Some(name) = name {
        bind_to_name(vm, copy.get(), name);
    }
    Ok(copy)
}

fn set_name(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (property, given) = receiver_and(vm, &args, types::PROPERTY, "__set_name__")?;
    let [_, name] = *given else {
        return vm.type_error(format!(
            "__set_name__() takes 2 positional arguments but {} were given",
            given.len()
        ));
    };
    bind_to_name(vm, property, name);
    Ok(vm.none())
}

/// What `__set_name__` does.
pub fn bind_to_name(vm: &mut Vm, property: Ref, name: Ref) {
    vm.heap.incref(name);
    if let Payload::Property(body) = vm.heap.payload_mut(property)
        && let Some(before) = body.name.replace(name)
    {
        vm.release_ref(before);
    }
}

fn name(vm: &mut Vm, args: Args<'_>) -> PyResult {
    match name_of(vm, args.positional[0])? {
        Some(name) => Ok(name),
        None => vm.raise(
            types::ATTRIBUTE_ERROR,
            "'property' object has no attribute '__name__'",
        ),
    }
}

/// The name that it was bound to, or, where properties show their names, its getter's.
pub fn name_of(vm: &mut Vm, property: Ref) -> PyResult<Option<Owned>> {
    let Some(body) = body(vm, property) else {
        return Ok(None);
    };
    match (body.name, body.getter) {
        (Some(name), _) => Ok(Some(vm.heap.new_ref(name))),
        (None, Some(getter)) if vm.heap.profile.properties_show_names => {
            super::attribute_or_none(vm, getter, "__name__")
        }
        _ => Ok(None),
    }
}

fn part(vm: &mut Vm, args: Args<'_>, part: fn(&Property) -> Option<Ref>) -> PyResult {
    let found = body(vm, args.positional[0]).and_then(part);
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn wrapper(
    vm: &mut Vm,
    args: Args<'_>,
    base: Ref,
    payload: fn(Box<Wrapper>) -> Payload,
) -> PyResult {
    let (class, args) = args::class_and(vm, &args, base)?;
    let name = vm.heap.type_body(base).name.clone();
    let given = args::between(vm, &args, &name, 1, 1)?;
    vm.heap.incref(given[0]);
    let body = Box::new(Wrapper {
        function: given[0],
        dict: None,
    });
    let new = vm.heap.alloc(class, payload(body));
    vm.heap.track(new.get());
    for name in vm.heap.profile.wrappers_copy {
        copy_attribute(vm, new.get(), given[0], name)?;
    }
    Ok(new)
}

/// As functools.wraps would; what the function does not have is passed over.
fn copy_attribute(vm: &mut Vm, wrapper: Ref, function: Ref, name: &str) -> PyResult<()> {
    let Some(value) = super::attribute_or_none(vm, function, name)? else {
        return Ok(());
    };
    let dict = vm.wrapper_dict(wrapper);
    let name = vm.heap.intern(name);
    let result = vm.dict_set(dict, name.get(), value.get());
    value::release_all(vm, vec![name, value]);
    result
}

/// The function inside a staticmethod or classmethod, or a property's getter.
fn wrapped(vm: &Vm, object: Ref) -> Ref {
    match vm.heap.payload_of(object) {
        Some(Payload::StaticMethod(body) | Payload::ClassMethod(body)) => body.function,
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
