//! weakref: references and proxies natively; finalize and the weak collections in Python, as CPython has them.
//!
//! Mirrors Objects/weakrefobject.c and Modules/_weakref.c.

use super::native;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::builtins::{args, exceptions, find_in_class, functions, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// The classes that CPython's library writes in Python.
const SOURCE: &str = include_str!("weakref.py");

const FUNCTIONS: [(&str, NativeFn); 4] = [
    ("_remove_dead_weakref", remove_dead),
    ("proxy", proxy),
    ("getweakrefcount", getweakrefcount),
    ("getweakrefs", getweakrefs),
];

/// Methods of proxies that are asked for by name; operators look at what a proxy stands for themselves.
const PROXY_METHODS: [(&str, NativeFn); 3] = [
    ("__next__", next_of_proxied),
    ("__index__", |vm, args| call_proxied(vm, args, "__index__")),
    ("__bytes__", |vm, args| call_proxied(vm, args, "__bytes__")),
];

/// What the types of references bring, whether or not the module is imported.
pub fn install(vm: &mut Vm) {
    vm.add_new(types::WEAKREF, new);
    vm.add_method(types::WEAKREF, "__init__", init);
    vm.add_method(types::WEAKREF, "__call__", call);
    vm.add_getter(types::WEAKREF, "__callback__", callback, None);
    vm.add_method(types::CALLABLE_PROXY, "__call__", call_proxy);
    for class in [types::WEAKPROXY, types::CALLABLE_PROXY] {
        for (name, method) in PROXY_METHODS {
            vm.add_method(class, name, method);
        }
        if vm.heap.profile.proxies_reverse {
            vm.add_method(class, "__reversed__", |vm, args| {
                call_proxied(vm, args, "__reversed__")
            });
        }
    }
    let names = vm.heap.profile.weakref_type_names;
    for (class, name) in [types::WEAKREF, types::WEAKPROXY, types::CALLABLE_PROXY]
        .into_iter()
        .zip(names)
    {
        vm.heap.type_body_mut(class).name = name.into();
        if name.ends_with("Type")
            && let Some(dict) = vm.heap.type_body(class).dict
        {
            vm.heap.type_body_mut(class).full_name = Some(format!("weakref.{name}").into());
            let module = vm.heap.intern("weakref");
            native::bind(vm, dict, "__module__", module);
        }
    }
}

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "weakref", &FUNCTIONS);
    let named = [
        ("ref", types::WEAKREF),
        ("ReferenceType", types::WEAKREF),
        ("ProxyType", types::WEAKPROXY),
        ("CallableProxyType", types::CALLABLE_PROXY),
    ];
    for (name, class) in named {
        native::bind_ref(vm, dict, name, class);
    }
    super::run_source(vm, dict, "weakref", SOURCE)?;
    Ok(module)
}

/// _remove_dead_weakref(dict, key): the key goes if its value is a weak reference to what is dead.
fn remove_dead(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "_remove_dead_weakref", 2, 2)?;
    let Some(value) = vm.dict_get(given[0], given[1])? else {
        return Ok(vm.none());
    };
    let is_dead = target_of(vm, value.get()).is_none();
    vm.release(value);
    if is_dead && let Some(removed) = vm.dict_remove(given[0], given[1])? {
        vm.release(removed);
    }
    Ok(vm.none())
}

/// TypeError for objects that cannot be weakly referenced.
fn check_target(vm: &mut Vm, target: Ref) -> PyResult<()> {
    let class = vm.heap.class_of(target);
    if target.is_container() && vm.heap.type_body(class).instances_have_weakrefs {
        return Ok(());
    }
    let class = vm.heap.class_name(target);
    vm.type_error(format!("cannot create weak reference to '{class}' object"))
}

fn given(args: &Args<'_>) -> (Option<Ref>, Option<Ref>) {
    let callback = args.positional.get(1).copied();
    (
        args.positional.first().copied(),
        callback.filter(|&callback| callback != Ref::NONE),
    )
}

/// ref(object, callback=None): the one plain reference to the object is shared.
fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::WEAKREF)?;
    if class == types::WEAKREF && !args.keywords.is_empty() {
        return vm.type_error("ref() takes no keyword arguments");
    }
    // A subclass may take more in its own __init__.
    let max = if class == types::WEAKREF {
        2
    } else {
        usize::MAX
    };
    args::check_count(vm, "__new__", args.positional.len(), 1, max)?;
    let (target, callback) = given(&args);
    let target = target.unwrap_or(Ref::NONE);
    check_target(vm, target)?;
    if class == types::WEAKREF
        && callback.is_none()
        && let Some(shared) = vm.heap.shared_weakref(target, class, false)
    {
        return Ok(vm.heap.new_ref(shared));
    }
    Ok(make(vm, class, target, callback, false))
}

fn make(vm: &mut Vm, class: Ref, target: Ref, callback: Option<Ref>, is_proxy: bool) -> Owned {
    let new = vm.heap.new_weakref(class, target, callback, is_proxy);
    if value::is_python_class(&vm.heap, class) {
        let attributes = value::no_attributes(&vm.heap, class);
        if let Payload::WeakRef(body) = vm.heap.payload_mut(new.get()) {
            body.attributes = attributes;
        }
    }
    new
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::check_count(vm, "__init__", args.positional.len() - 1, 1, 2)?;
    Ok(vm.none())
}

/// The referent, or none when it is dead.
fn target_of(vm: &Vm, weakref: Ref) -> Option<Ref> {
    match vm.heap.payload_of(weakref) {
        Some(Payload::WeakRef(body)) => body.target,
        _ => None,
    }
}

fn call(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let weakref = args.positional.first().copied().unwrap_or(Ref::NONE);
    if args.positional.len() > 1 || !args.keywords.is_empty() {
        let given = args.positional.len() + args.keywords.len() - 1;
        let texts = vm.heap.profile.texts;
        return vm.type_error(if args.keywords.is_empty() {
            fill(texts.weakref_call_arguments, &[&given.to_string()])
        } else {
            texts.weakref_call_keywords.to_owned()
        });
    }
    let target = target_of(vm, weakref).unwrap_or(Ref::NONE);
    Ok(vm.heap.new_ref(target))
}

fn callback(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let callback = match vm.heap.payload_of(args.positional[0]) {
        Some(Payload::WeakRef(body)) => body.callback,
        _ => None,
    };
    Ok(vm.heap.new_ref(callback.unwrap_or(Ref::NONE)))
}

/// proxy(object, callback=None).
fn proxy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::between(vm, &args, "proxy", 1, 2)?;
    let (target, callback) = given(&args);
    let target = target.unwrap_or(Ref::NONE);
    check_target(vm, target)?;
    let class = if functions::is_callable(vm, target) {
        types::CALLABLE_PROXY
    } else {
        types::WEAKPROXY
    };
    if callback.is_none()
        && let Some(shared) = vm.heap.shared_weakref(target, class, true)
    {
        return Ok(vm.heap.new_ref(shared));
    }
    Ok(make(vm, class, target, callback, true))
}

fn call_proxy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((&proxy, rest)) = args.positional.split_first() else {
        return vm.type_error("descriptor '__call__' needs an argument");
    };
    let Some(target) = proxied(vm, proxy)? else {
        return vm.type_error("not a proxy");
    };
    let result = vm.call(target.get(), rest, args.keywords);
    vm.release(target);
    result
}

/// Calls the method of that name of what the proxy stands for.
fn call_proxied(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let proxy = args::receiver(vm, &args, name)?;
    let Some(target) = proxied(vm, proxy)? else {
        return vm.type_error("not a proxy");
    };
    let method = vm.get_attribute_text(target.get(), name);
    vm.release(target);
    let method = method?;
    let result = vm.call(method.get(), &[], &[]);
    vm.release(method);
    result
}

fn next_of_proxied(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let proxy = args::receiver(vm, &args, "__next__")?;
    match vm.next(proxy)? {
        Some(value) => Ok(value),
        None => exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new()),
    }
}

/// The next value of what the proxy stands for; none when it is exhausted.
pub fn next_through(vm: &mut Vm, target: Ref) -> PyResult<Option<Owned>> {
    let is_iterator = matches!(
        vm.heap.payload_of(target),
        Some(Payload::Generator(_) | Payload::Iterator(_))
    ) || find_in_class(vm, vm.heap.class_of(target), "__next__").is_some();
    if !is_iterator {
        let class = vm.heap.class_name(target);
        return vm.type_error(format!(
            "Weakref proxy referenced a non-iterator '{class}' object"
        ));
    }
    vm.next(target)
}

/// What a proxy stands for, kept alive; none for anything else. ReferenceError when it is dead.
#[inline]
pub fn proxied(vm: &mut Vm, object: Ref) -> PyResult<Option<Owned>> {
    match vm.heap.payload_of(object) {
        Some(Payload::WeakRef(body)) if body.is_proxy => match body.target {
            Some(target) => Ok(Some(vm.heap.new_ref(target))),
            None => vm.raise(
                types::REFERENCE_ERROR,
                "weakly-referenced object no longer exists",
            ),
        },
        _ => Ok(None),
    }
}

fn getweakrefcount(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "_weakref.getweakrefcount")?;
    let n = vm.heap.weakrefs_of(object).len();
    Ok(vm.heap.new_int(n as i64))
}

fn getweakrefs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "_weakref.getweakrefs")?;
    let all = vm.heap.weakrefs_of(object).to_vec();
    let all = value::counted(&mut vm.heap, &all);
    Ok(vm.heap.new_list(all))
}
