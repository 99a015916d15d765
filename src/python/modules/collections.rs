//! What defaultdict and OrderedDict of the module collections do in C: a call of theirs makes no frame and no dict of its
//! own, which the collector's counts would tell. Mirrors Modules/_collectionsmodule.c and Objects/odictobject.c.

use super::native;
use crate::heap::Ref;
use crate::heap::free_lists::FreeListKind;
use crate::python::builtins::{args, dict, exceptions, functions};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// Puts the methods into the classes, which the module's source has made.
pub fn fill(vm: &mut Vm, module_dict: Ref) {
    if let Some(class) = vm.heap.dict_get_text(module_dict, "defaultdict") {
        let methods: [(&str, NativeFn); 2] =
            [("__init__", default_init), ("__missing__", default_missing)];
        native::add_methods(vm, class, &methods);
    }
    if let Some(class) = vm.heap.dict_get_text(module_dict, "OrderedDict") {
        native::add_methods(vm, class, &[("__init__", ordered_init)]);
    }
}

/// defaultdict(default_factory, ...): the rest is dict's.
fn default_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (&receiver, rest) = args
        .positional
        .split_first()
        .expect("a method has a receiver");
    let (factory, rest) = match rest.split_first() {
        Some((&factory, rest)) => (factory, rest),
        None => (Ref::NONE, rest),
    };
    if factory != Ref::NONE && !functions::is_callable(vm, factory) {
        return vm.type_error("first argument must be callable or None");
    }
    let name = vm.heap.intern("default_factory");
    let set = vm.set_attribute(receiver, name.get(), factory);
    vm.release(name);
    set?;
    vm.heap.count_temporary(FreeListKind::Slice);
    let positional: Vec<Ref> = [receiver].iter().chain(rest).copied().collect();
    vm.heap.count_temporary(FreeListKind::tuple(rest.len()));
    dict::init(
        vm,
        Args {
            positional: &positional,
            keywords: args.keywords,
        },
    )
}

/// A missing key gets what the factory makes.
fn default_missing(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, key) = args::receiver_and_one(vm, &args, "defaultdict.__missing__")?;
    let factory = vm.get_attribute_text(receiver, "default_factory")?;
    if factory.get() == Ref::NONE {
        vm.release(factory);
        return exceptions::key_error(vm, key);
    }
    let value = vm.call(factory.get(), &[], &[]);
    vm.release(factory);
    let value = value?;
    let set = vm.set_item(receiver, key, value.get());
    set?;
    Ok(value)
}

/// OrderedDict(...): keywords are taken from a list of pairs.
fn ordered_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let n = args.keywords.len();
    let pairs = std::iter::repeat_n(FreeListKind::tuple(2), n);
    let parts: Vec<FreeListKind> = pairs.chain((n > 0).then_some(FreeListKind::List)).collect();
    for &part in &parts {
        vm.heap.count_hidden(part);
    }
    if n > 0 {
        vm.heap.count_temporary(FreeListKind::ListIterator);
        vm.heap.count_temporary(FreeListKind::TupleIterator);
    }
    let result = dict::init(vm, args);
    for &part in &parts {
        vm.heap.uncount_hidden(part);
    }
    result
}
