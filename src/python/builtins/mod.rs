//! What the built-in types and functions do.
//!
//! In: operands and arguments. Out: values, or exceptions with CPython's texts. The functions here are the native part
//! only: they look at payloads, of exact built-in objects and of instances of subclasses alike, and never at special methods
//! of classes written in Python; None says that the built-in types have no answer, and the interpreter goes on with
//! reflected operands or its TypeError. Mirrors CPython's Objects/*.c and Python/bltinmodule.c.

mod adaptors;
pub mod args;
pub mod attribute_functions;
pub mod bytearray;
mod bytearray_items;
pub mod bytes;
mod bytes_as_text;
pub mod compare;
pub mod complex;
pub mod descriptors;
pub mod dict;
pub mod enumerate;
pub mod evaluate;
pub mod exception_groups;
mod exception_parts;
mod exception_texts;
pub mod exceptions;
pub mod float;
pub mod format;
pub mod functions;
pub mod generic_alias;
pub mod int;
pub mod iterators;
pub mod list;
pub mod memoryview;
pub mod number_functions;
pub mod numbers;
pub mod object;
mod operations;
pub mod output;
pub mod percent;
pub mod range;
pub mod repr;
pub mod sequence;
pub mod set;
pub mod slots;
pub mod sort;
pub mod str;
pub mod str_case;
mod str_changes;
pub mod str_format;
mod str_parts;
pub mod text;
mod timsort;
mod timsort_merge;
pub mod tuple;
mod type_methods;
pub mod union;
pub mod value;

pub use self::operations::{binary, compare, inplace, unary};
pub use self::sequence::operator_error;
use self::value::{Int, Number};
use crate::heap::payload::DictPart;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::modules::weakref::{next_through, proxied};
use crate::python::vm::{PyResult, Unwind, Vm};

/// What the built-ins remember between calls.
#[derive(Default)]
pub struct State {
    /// Containers whose repr is being made, outermost first (CPython's Py_ReprEnter).
    pub repr_running: Vec<Ref>,
    /// The sys module's dict, once it was made.
    pub sys_dict: Option<Ref>,
    /// The builtins module's dict.
    pub builtins_dict: Option<Ref>,
    /// The list of atexit's functions; the module owns it.
    pub exit_functions: Option<Ref>,
    /// The most bytes of heap that a question about memory saw.
    pub peak_bytes: u64,
    /// The heap's limit before the program set a lower one.
    pub own_limit: Option<u64>,
    /// Simulated nanoseconds that passed beside the steps run.
    pub slept: u64,
    /// What print() wrote and standard output has not passed on.
    pub pending: output::Pending,
    /// print() has made the tuple of its options' names (3.11).
    pub print_has_names: bool,
    /// BaseExceptionGroup and ExceptionGroup (3.11).
    pub groups: Option<exception_groups::Groups>,
    /// Types that modules made, by full name: one each, for ever.
    pub native_types: Vec<(&'static str, Ref)>,
    /// The files that open() finds.
    pub files: crate::python::modules::io::store::Store,
}

/// Fills the dicts of the built-in types, and the builtins module's dict.
pub fn install(vm: &mut Vm, builtins_dict: Ref) {
    vm.builtin_state.builtins_dict = Some(builtins_dict);
    object::install(vm);
    type_methods::install(vm);
    slots::install(vm);
    int::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    set::install(vm);
    range::install(vm);
    iterators::install(vm);
    descriptors::install(vm);
    evaluate::install(vm, builtins_dict);
    exceptions::install(vm);
    generic_alias::install(vm);
    functions::install(vm, builtins_dict);
    bytearray::install(vm, builtins_dict);
    memoryview::install(vm, builtins_dict);
    crate::python::modules::weakref::install(vm);
    for &(class, name) in vm.heap.profile.absent_methods {
        vm.remove_method(class, name);
    }
}

impl Vm {
    /// The value of a name in the builtins module; borrowed.
    pub fn builtin(&self, name: Ref) -> Option<Ref> {
        self.heap
            .dict_get_name(self.builtin_state.builtins_dict?, name)
    }
}

/// The object is of a type that a module defines natively: its special methods stand in the type's dict.
fn is_of_module_type(vm: &Vm, object: Ref) -> bool {
    if !object.is_container() {
        return false;
    }
    let class = vm.heap.class_of(object);
    crate::heap::types::is_later(class)
        && (!vm.heap.type_body(class).is_heap_type
            || match vm.heap.payload(object) {
                Payload::Native(_) => true,
                Payload::Derived(body) => {
                    matches!(body.base, crate::heap::payload::Base::Native(_))
                }
                _ => false,
            })
}

/// Calls the special method that a type which a module defines natively has of its own; none for all other objects.
fn module_special(
    vm: &mut Vm,
    object: Ref,
    name: &str,
    arguments: &[Ref],
) -> PyResult<Option<Owned>> {
    if !is_of_module_type(vm, object) {
        return Ok(None);
    }
    // What it inherits from a built-in type comes back here by itself.
    let is_own = vm
        .heap
        .mro(vm.heap.class_of(object))
        .iter()
        .take_while(|&&class| crate::heap::types::is_later(class))
        .filter_map(|&class| vm.heap.type_body(class).dict)
        .any(|dict| vm.heap.dict_get_text(dict, name).is_some());
    if is_own {
        vm.call_special(object, name, arguments)
    } else {
        Ok(None)
    }
}

/// item in container.
pub fn contains(vm: &mut Vm, container: Ref, item: Ref) -> PyResult<Option<bool>> {
    if let Some(target) = proxied(vm, container)? {
        let found = vm.contains(target.get(), item);
        vm.release(target);
        return found.map(Some);
    }
    if let Some(found) = module_special(vm, container, "__contains__", &[item])? {
        let truth = vm.truth(found.get());
        vm.release(found);
        return truth.map(Some);
    }
    if vm.heap.dict(container).is_some() {
        let found = vm.dict_get(container, item)?;
        let is_there = found.is_some();
        if let Some(value) = found {
            vm.release(value);
        }
        return Ok(Some(is_there));
    }
    if vm.heap.set(container).is_some() {
        return vm.set_contains_sought(container, item).map(Some);
    }
    if matches!(vm.heap.payload_of(container), Some(Payload::View(_))) {
        return dict::view_contains(vm, container, item);
    }
    sequence::contains(vm, container, item)
}

/// container[index]; a subclass of dict is asked for `__missing__` by the caller, who sees KeyError.
pub fn get_item(vm: &mut Vm, container: Ref, index: Ref) -> PyResult<Option<Owned>> {
    if let Some(target) = proxied(vm, container)? {
        let item = vm.get_item(target.get(), index);
        vm.release(target);
        return item.map(Some);
    }
    if let Some(item) = module_special(vm, container, "__getitem__", &[index])? {
        return Ok(Some(item));
    }
    if vm.heap.dict(container).is_some() {
        return dict::get_item(vm, container, index).map(Some);
    }
    if let Some(Payload::View(view)) = vm.heap.payload_of(container)
        && view.part.is_none()
    {
        let dict = view.dict;
        return vm.get_item(dict, index).map(Some);
    }
    sequence::get_item(vm, container, index)
}

pub fn set_item(vm: &mut Vm, container: Ref, index: Ref, value: Ref) -> PyResult<Option<()>> {
    if let Some(target) = proxied(vm, container)? {
        let done = vm.set_item(target.get(), index, value);
        vm.release(target);
        return done.map(Some);
    }
    if let Some(done) = module_special(vm, container, "__setitem__", &[index, value])? {
        vm.release(done);
        return Ok(Some(()));
    }
    if vm.heap.dict(container).is_some() {
        return vm.dict_set(container, index, value).map(Some);
    }
    if vm.heap.list(container).is_some() {
        return list::set_item(vm, container, index, value).map(Some);
    }
    Ok(None)
}

pub fn delete_item(vm: &mut Vm, container: Ref, index: Ref) -> PyResult<Option<()>> {
    if let Some(target) = proxied(vm, container)? {
        let done = vm.delete_item(target.get(), index);
        vm.release(target);
        return done.map(Some);
    }
    if let Some(done) = module_special(vm, container, "__delitem__", &[index])? {
        vm.release(done);
        return Ok(Some(()));
    }
    if vm.heap.dict(container).is_some() {
        return dict::delete_item(vm, container, index).map(Some);
    }
    if vm.heap.list(container).is_some() {
        return list::delete_item(vm, container, index).map(Some);
    }
    Ok(None)
}

pub fn len(vm: &mut Vm, object: Ref) -> PyResult<Option<usize>> {
    if let Some(target) = proxied(vm, object)? {
        let length = vm.len(target.get());
        vm.release(target);
        return length.map(Some);
    }
    if let Some(length) = module_special(vm, object, "__len__", &[])? {
        let n = vm.heap.as_i64(length.get()).unwrap_or(0);
        vm.release(length);
        return Ok(Some(n as usize));
    }
    let heap = &vm.heap;
    if let Some(items) = heap.list(object).or_else(|| heap.tuple(object)) {
        return Ok(Some(items.len()));
    }
    if let Some(dict) = heap.dict(object) {
        return Ok(Some(dict.len()));
    }
    if let Some(set) = heap.set(object) {
        return Ok(Some(set.len()));
    }
    match heap.payload_of(object) {
        Some(Payload::View(view)) => return vm.len(view.dict).map(Some),
        Some(Payload::Range(_)) => return range::len(vm, object).map(Some),
        _ => {}
    }
    let atom = value::plain(heap, object);
    Ok(match heap.atom(atom) {
        Some(crate::heap::atoms::Atom::Str(body)) => Some(body.n_chars as usize),
        Some(crate::heap::atoms::Atom::Bytes(bytes)) => Some(bytes.len()),
        _ => None,
    })
}

/// None: no built-in says, so it is true (or `__bool__` or `__len__` decide).
pub fn truth(vm: &mut Vm, object: Ref) -> PyResult<Option<bool>> {
    if let Some(target) = proxied(vm, object)? {
        let truth = vm.truth(target.get());
        vm.release(target);
        return truth.map(Some);
    }
    if object == Ref::NONE {
        return Ok(Some(false));
    }
    match value::number(&vm.heap, object) {
        Some(Number::Int(value)) => return Ok(Some(value != Int::Small(0))),
        Some(Number::Float(value)) => return Ok(Some(value != 0.0)),
        None => {}
    }
    if let Some((real, imag)) = vm.heap.as_complex(value::plain(&vm.heap, object)) {
        return Ok(Some(real != 0.0 || imag != 0.0));
    }
    if matches!(vm.heap.payload_of(object), Some(Payload::Range(_))) {
        return Ok(Some(!range::is_empty(vm, object)));
    }
    Ok(len(vm, object)?.map(|length| length != 0))
}

/// TypeError for unhashable types; None: by identity.
pub fn hash(vm: &mut Vm, object: Ref) -> PyResult<Option<i64>> {
    if let Some(hash) = module_special(vm, object, "__hash__", &[])? {
        let value = vm.heap.as_i64(hash.get()).unwrap_or_default();
        vm.release(hash);
        return Ok(Some(value));
    }
    let atom = value::plain(&vm.heap, object);
    if let Some(hash) = vm.heap.hash_natively(atom) {
        return Ok(Some(hash));
    }
    if vm.heap.tuple(object).is_some() {
        return tuple::hash(vm, object).map(Some);
    }
    if vm.heap.is_instance(object, types::FROZENSET) {
        return Ok(Some(set::hash(vm, object)));
    }
    let is_unhashable = vm.heap.list(object).is_some()
        || vm.heap.dict(object).is_some()
        || vm.heap.set(object).is_some()
        || matches!(vm.heap.payload_of(object), Some(Payload::View(view))
            if !matches!(view.part, Some(DictPart::Values)))
        || matches!(vm.heap.payload_of(object), Some(Payload::Slice(_)))
            && !vm.heap.profile.slices_are_hashable;
    if is_unhashable {
        let class = vm.heap.class_name(object);
        return vm.type_error(format!("unhashable type: '{class}'"));
    }
    match vm.heap.payload_of(object) {
        Some(Payload::Range(_)) => range::hash(vm, object).map(Some),
        Some(Payload::Slice(parts)) => {
            let parts = **parts;
            let parts = value::counted(&mut vm.heap, &parts);
            let parts = vm.heap.new_tuple(parts);
            let hash = tuple::hash(vm, parts.get());
            vm.release(parts);
            hash.map(Some)
        }
        Some(Payload::BoundMethod(body)) => {
            let (function, receiver) = (body.function, body.receiver);
            let function = vm.hash(function)?;
            Ok(Some(crate::heap::lookup::no_error(
                object::identity_hash(vm, receiver) ^ function,
            )))
        }
        Some(Payload::WeakRef(body)) => {
            let known = body.hash;
            let (target, is_proxy) = (body.target, body.is_proxy);
            hash_weakref(vm, object, known, target, is_proxy).map(Some)
        }
        _ => Ok(None),
    }
}

/// A weak reference's hash is its referent's, kept once it was asked for.
fn hash_weakref(
    vm: &mut Vm,
    weakref: Ref,
    known: Option<i64>,
    target: Option<Ref>,
    is_proxy: bool,
) -> PyResult<i64> {
    if is_proxy {
        let class = vm.heap.class_name(weakref);
        return vm.type_error(format!("unhashable type: '{class}'"));
    }
    if let Some(known) = known {
        return Ok(known);
    }
    let Some(target) = target else {
        return vm.type_error("weak object has gone away");
    };
    let held = vm.heap.new_ref(target);
    let hash = vm.hash(target);
    vm.release(held);
    let hash = hash?;
    if let Payload::WeakRef(body) = vm.heap.payload_mut(weakref) {
        body.hash = Some(hash);
    }
    Ok(hash)
}

/// iter(object).
pub fn iter(vm: &mut Vm, object: Ref) -> PyResult<Option<Owned>> {
    if let Some(target) = proxied(vm, object)? {
        let iterator = vm.iter(target.get());
        vm.release(target);
        return iterator.map(Some);
    }
    if let Some(Payload::View(view)) = vm.heap.payload_of(object)
        && view.part.is_none()
    {
        let dict = view.dict;
        return vm.iter(dict).map(Some);
    }
    Ok(iterators::iter(vm, object))
}

/// What next() gives.
pub enum Next {
    Value(Owned),
    Exhausted,
    /// It is no built-in iterator.
    NotNative,
}

/// next(iterator) of the built-in iterators; generators are the interpreter's.
pub fn next(vm: &mut Vm, iterator: Ref) -> PyResult<Next> {
    if let Some(target) = proxied(vm, iterator)? {
        let value = next_through(vm, target.get());
        vm.release(target);
        return Ok(value?.map_or(Next::Exhausted, Next::Value));
    }
    iterators::next(vm, iterator)
}

/// None: `<C object at 0x…>`, which the caller writes.
pub fn repr(vm: &mut Vm, object: Ref) -> PyResult<Option<String>> {
    if let Some(shown) = module_special(vm, object, "__repr__", &[])? {
        let text = value::text(&vm.heap, shown.get()).unwrap_or_default();
        vm.release(shown);
        return Ok(Some(text.to_string()));
    }
    repr::repr(vm, object)
}

/// None: str() is repr().
pub fn str(vm: &mut Vm, object: Ref) -> PyResult<Option<String>> {
    if let Some(target) = proxied(vm, object)? {
        let shown = vm.str(target.get());
        vm.release(target);
        return shown.map(Some);
    }
    if let Some(text) = value::text(&vm.heap, object) {
        return Ok(Some(text.to_string()));
    }
    if let Some(Payload::View(view)) = vm.heap.payload_of(object)
        && view.part.is_none()
    {
        let dict = view.dict;
        return vm.str(dict).map(Some);
    }
    if exceptions::body(vm, object).is_some() {
        return exceptions::str(vm, object).map(Some);
    }
    Ok(None)
}

/// format(value, spec) of the built-in types; None: `object.__format__`, which accepts an empty spec only.
pub fn format_value(vm: &mut Vm, value: Ref, spec: &str) -> PyResult<Option<String>> {
    format::format_value(vm, value, spec)
}

// ---- questions that several built-ins ask ----

/// What the class or one of its bases has under that name; borrowed.
pub fn find_in_class(vm: &Vm, class: Ref, name: &str) -> Option<Ref> {
    vm.heap
        .mro(class)
        .iter()
        .find_map(|&class| vm.heap.dict_get_text(vm.heap.type_body(class).dict?, name))
}

/// Whether a class written in Python, among the object's class and its bases, defines that name.
pub fn overrides(vm: &Vm, object: Ref, name: &str) -> bool {
    vm.heap.mro(vm.heap.class_of(object)).iter().any(|&class| {
        let body = vm.heap.type_body(class);
        body.is_heap_type
            && body
                .dict
                .is_some_and(|dict| vm.heap.dict_get_text(dict, name).is_some())
    })
}

/// Whether iter(object) would give an iterator, as far as its class tells.
pub fn is_iterable(vm: &Vm, object: Ref) -> bool {
    let class = vm.heap.class_of(object);
    matches!(
        vm.heap.payload_of(object),
        Some(Payload::Generator(_) | Payload::Iterator(_))
    ) || find_in_class(vm, class, "__iter__").is_some()
        || find_in_class(vm, class, "__getitem__").is_some()
}

/// Whether object[key] has a meaning, as far as its class tells.
pub fn has_get_item(vm: &Vm, object: Ref) -> bool {
    find_in_class(vm, vm.heap.class_of(object), "__getitem__").is_some()
}

/// The attribute's value, or none when there is none.
pub fn attribute_or_none(vm: &mut Vm, object: Ref, name: &str) -> PyResult<Option<Owned>> {
    let name = vm.heap.intern(name);
    let found = vm.get_attribute_or_none(object, name.get());
    vm.release(name);
    found
}

pub fn has_attribute(vm: &mut Vm, object: Ref, name: &str) -> PyResult<bool> {
    Ok(match attribute_or_none(vm, object, name)? {
        Some(value) => {
            vm.release(value);
            true
        }
        None => false,
    })
}

/// The exception that unwinds, if it is one.
pub fn raised(unwind: &Unwind) -> Option<Ref> {
    match unwind {
        Unwind::Raised(exception) => Some(exception.get()),
        Unwind::Stopped(_) => None,
    }
}
