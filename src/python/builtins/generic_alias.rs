//! `list[int]`: a class with arguments (3.9), which passes calls and attributes on to the class.
//!
//! Mirrors CPython's Objects/genericaliasobject.c. Differs from CPython: a starred alias (`*tuple[int]`) is a plain one.

use std::any::Any;
use std::cmp::Ordering;

use super::{args, attribute_or_none, tuple, value};
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::fill;
use crate::python::modules::native;
use crate::python::vm::{Args, NativeFn, PyResult, Unwind, Vm};
use crate::trace::event::Label;

struct Alias {
    /// Owned: the class, the tuple of arguments, and that of the type variables among them.
    origin: Option<Ref>,
    args: Option<Ref>,
    parameters: Option<Ref>,
}

impl Native for Alias {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        [self.origin, self.args, self.parameters]
            .into_iter()
            .flatten()
            .for_each(visit);
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        let parts = [
            ("__origin__", self.origin),
            ("__args__", self.args),
            ("__parameters__", self.parameters),
        ];
        for (name, part) in parts {
            part.iter().for_each(|&it| tell(Label::part(name), it));
        }
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.origin.take());
        dropped.extend(self.args.take());
        dropped.extend(self.parameters.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

/// Attributes that are the alias's own; all others are the class's.
const OWN: [&str; 5] = [
    "__class__",
    "__origin__",
    "__args__",
    "__parameters__",
    "__mro_entries__",
];

const METHODS: [(&str, NativeFn); 7] = [
    ("__repr__", |vm, args| {
        let text = repr(vm, args.positional[0])?;
        Ok(vm.heap.new_str(&text))
    }),
    ("__call__", call),
    ("__getattribute__", get_attribute),
    ("__getitem__", get_item),
    ("__eq__", equal),
    ("__hash__", hash),
    ("__mro_entries__", |vm, args| {
        let (alias, _) = args::receiver_and_one(vm, &args, "__mro_entries__")?;
        let origin = vm.heap.new_ref(parts(vm, alias).0);
        Ok(tuple::of(vm, vec![origin]))
    }),
];

const OPERATORS: [(&str, NativeFn); 2] = [
    ("__or__", |vm, args| {
        let (left, right) = args::receiver_and_one(vm, &args, "__or__")?;
        super::union::or_not_implemented(vm, left, right)
    }),
    ("__ror__", |vm, args| {
        let (right, left) = args::receiver_and_one(vm, &args, "__ror__")?;
        super::union::or_not_implemented(vm, left, right)
    }),
];

/// Classes that take arguments.
const GENERIC: [Ref; 7] = [
    types::LIST,
    types::TUPLE,
    types::DICT,
    types::SET,
    types::FROZENSET,
    types::ENUMERATE,
    types::WEAKREF,
];

/// Classes of the library that take arguments, and so do their subclasses.
/// Differs from CPython: they have no `__class_getitem__` that a program could see.
const LIBRARY: [&str; 25] = [
    "BaseExceptionGroup",
    "collections.ChainMap",
    "collections.deque",
    "collections.abc.Collection",
    "collections.abc.Container",
    "collections.abc.Generator",
    "collections.abc.ItemsView",
    "collections.abc.Iterable",
    "collections.abc.Iterator",
    "collections.abc.KeysView",
    "collections.abc.Mapping",
    "collections.abc.MutableMapping",
    "collections.abc.MutableSequence",
    "collections.abc.MutableSet",
    "collections.abc.Reversible",
    "collections.abc.Sequence",
    "collections.abc.Set",
    "collections.abc.ValuesView",
    "contextlib.AbstractContextManager",
    "functools.cached_property",
    "functools.partial",
    "itertools.chain",
    "weakref.WeakKeyDictionary",
    "weakref.WeakSet",
    "weakref.WeakValueDictionary",
];

/// class[item] of a class without `__class_getitem__`; none where it is not generic either.
pub fn of_library(vm: &mut Vm, class: Ref, item: Ref) -> PyResult<Option<Owned>> {
    if !vm.heap.profile.has_generic_aliases {
        return Ok(None);
    }
    let is_generic = class == types::TYPE
        || vm
            .heap
            .mro(class)
            .iter()
            .any(|&base| LIBRARY.contains(&&*vm.full_class_name(base)));
    if !is_generic {
        return Ok(None);
    }
    new(vm, class, item).map(Some)
}

/// Gives the built-in classes `__class_getitem__`.
pub fn install(vm: &mut Vm) {
    if !vm.heap.profile.has_generic_aliases {
        return;
    }
    for class in GENERIC {
        vm.add_class_method(class, "__class_getitem__", class_getitem);
    }
}

/// The type types.GenericAlias.
pub fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        weakrefs: true,
        ..NativeType::new("GenericAlias", 56)
    };
    native::type_of(vm, "types.GenericAlias", native, |vm, class| {
        vm.add_new(class, |vm, args| {
            let args = args::between(vm, &args, "GenericAlias", 3, 3)?;
            new(vm, args[1], args[2])
        });
        native::add_methods(vm, class, &METHODS);
        if vm.heap.profile.types_make_unions {
            native::add_methods(vm, class, &OPERATORS);
        }
        let getters: [(&str, NativeFn); 3] = [
            ("__origin__", |vm, args| own(vm, args, |alias| alias.origin)),
            ("__args__", |vm, args| own(vm, args, |alias| alias.args)),
            ("__parameters__", |vm, args| {
                own(vm, args, |alias| alias.parameters)
            }),
        ];
        for (name, getter) in getters {
            vm.add_getter(class, name, getter, None);
        }
    })
}

fn own(vm: &mut Vm, args: Args<'_>, part: fn(&Alias) -> Option<Ref>) -> PyResult {
    let found = native::body::<Alias>(vm, args.positional[0]).and_then(part);
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

/// Class and arguments.
fn parts(vm: &Vm, alias: Ref) -> (Ref, Vec<Ref>) {
    let Some(body) = native::body::<Alias>(vm, alias) else {
        return (Ref::NONE, Vec::new());
    };
    let args = body.args.and_then(|args| vm.heap.tuple(args));
    (
        body.origin.unwrap_or(Ref::NONE),
        args.unwrap_or(&[]).to_vec(),
    )
}

pub fn is_alias(vm: &Vm, object: Ref) -> bool {
    native::body::<Alias>(vm, object).is_some()
}

fn class_getitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, item) = args::receiver_and_one(vm, &args, "__class_getitem__")?;
    new(vm, class, item)
}

/// origin[item]: what is no tuple is the only argument.
pub fn new(vm: &mut Vm, origin: Ref, item: Ref) -> PyResult {
    let item = vm.heap.new_ref(item);
    let args = if vm.heap.class_of(item.get()) == types::TUPLE {
        item
    } else {
        tuple::of(vm, vec![item])
    };
    let parameters = parameters_among(vm, args.get())?;
    let origin = vm.heap.new_ref(origin).into_counted();
    let body = Alias {
        origin: Some(origin),
        args: Some(args.into_counted()),
        parameters: Some(parameters.into_counted()),
    };
    let class = class(vm);
    Ok(native::new_object(vm, class, Box::new(body)))
}

/// The type variables in the arguments, each once.
fn parameters_among(vm: &mut Vm, args: Ref) -> PyResult {
    let mut found: Vec<Ref> = Vec::new();
    for arg in vm.heap.tuple(args).unwrap_or(&[]).to_vec() {
        if &*vm.heap.class_name(arg) == "TypeVar" {
            found.push(arg);
        } else if let Some(inner) = native::body::<Alias>(vm, arg) {
            let inner = inner.parameters.and_then(|inner| vm.heap.tuple(inner));
            found.extend_from_slice(inner.unwrap_or(&[]));
        }
    }
    let mut distinct: Vec<Ref> = Vec::new();
    for parameter in found {
        if !distinct.contains(&parameter) {
            distinct.push(parameter);
        }
    }
    let distinct = value::counted(&mut vm.heap, &distinct);
    Ok(vm.heap.new_tuple(distinct))
}

fn repr(vm: &mut Vm, alias: Ref) -> PyResult<String> {
    let (origin, args) = parts(vm, alias);
    let mut shown = Vec::new();
    for arg in args {
        shown.push(repr_part(vm, arg)?);
    }
    let origin = repr_part(vm, origin)?;
    let shown = if shown.is_empty() {
        "()".to_owned()
    } else {
        shown.join(", ")
    };
    Ok(format!("{origin}[{shown}]"))
}

/// A class by its full name, anything else by its repr.
pub fn repr_part(vm: &mut Vm, part: Ref) -> PyResult<String> {
    if part == Ref::ELLIPSIS {
        return Ok("...".to_owned());
    }
    if vm.heap.type_body_opt(part).is_some() {
        return Ok(vm.full_class_name(part));
    }
    vm.repr(part)
}

fn call(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let alias = args.positional[0];
    let (origin, _) = parts(vm, alias);
    let made = vm.call(origin, &args.positional[1..], args.keywords)?;
    let name = vm.heap.intern("__orig_class__");
    let noted = vm.set_attribute(made.get(), name.get(), alias);
    vm.release(name);
    match noted {
        Ok(()) => Ok(made),
        Err(Unwind::Raised(error))
            if vm.heap.is_instance(error.get(), types::ATTRIBUTE_ERROR)
                || vm.heap.is_instance(error.get(), types::TYPE_ERROR) =>
        {
            vm.release(error);
            Ok(made)
        }
        Err(unwind) => {
            vm.release(made);
            Err(unwind)
        }
    }
}

fn get_attribute(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (alias, name) = args::receiver_and_one(vm, &args, "__getattribute__")?;
    let text = vm.heap.str_rc(name).unwrap_or_default();
    let is_own = OWN.contains(&&*text)
        && (&*text != "__class__" || vm.heap.profile.aliases_show_their_class);
    if is_own {
        let class = vm.heap.class_of(alias);
        return vm.generic_get_attribute(alias, class, name);
    }
    let (origin, _) = parts(vm, alias);
    vm.get_attribute(origin, name)
}

/// alias[item]: the type variables give way to the arguments.
fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (alias, item) = args::receiver_and_one(vm, &args, "__getitem__")?;
    let parameters: Vec<Ref> = native::body::<Alias>(vm, alias)
        .and_then(|body| vm.heap.tuple(body.parameters?))
        .map_or(Vec::new(), <[Ref]>::to_vec);
    let given = match vm.heap.tuple(item) {
        Some(items) => items.to_vec(),
        None => vec![item],
    };
    let texts = vm.heap.profile.texts;
    let (n_given, n_wanted) = (given.len(), parameters.len());
    let text = match n_given.cmp(&n_wanted) {
        _ if n_wanted == 0 => Some(texts.alias_without_variables),
        Ordering::Greater => Some(texts.alias_too_many_arguments),
        Ordering::Less => Some(texts.alias_too_few_arguments),
        Ordering::Equal => None,
    };
    if let Some(text) = text {
        return refuse(vm, alias, text, [n_given, n_wanted]);
    }
    let (origin, args) = parts(vm, alias);
    let mut substituted = Vec::new();
    for arg in args {
        substituted.push(substitute(vm, arg, &parameters, &given)?);
    }
    let substituted = tuple::of(vm, substituted);
    let made = new(vm, origin, substituted.get());
    vm.release(substituted);
    made
}

/// The TypeError of arguments that do not fit, so many for so many type variables.
fn refuse(vm: &mut Vm, alias: Ref, text: &str, numbers: [usize; 2]) -> PyResult {
    let shown = match repr(vm, alias) {
        Err(Unwind::Raised(error)) if vm.heap.profile.errors.failing_texts_are_left_out => {
            vm.release(error);
            return vm.raise_without_message(types::TYPE_ERROR);
        }
        shown => shown?,
    };
    let [given, wanted] = numbers.map(|number| number.to_string());
    vm.type_error(fill(text, &[&shown, &given, &wanted]))
}

fn substitute(vm: &mut Vm, arg: Ref, parameters: &[Ref], given: &[Ref]) -> PyResult {
    if let Some(at) = parameters.iter().position(|&parameter| parameter == arg) {
        return Ok(vm.heap.new_ref(given[at]));
    }
    if !is_alias(vm, arg) {
        return Ok(vm.heap.new_ref(arg));
    }
    let (origin, args) = parts(vm, arg);
    let mut substituted = Vec::new();
    for inner in args {
        substituted.push(substitute(vm, inner, parameters, given)?);
    }
    let substituted = tuple::of(vm, substituted);
    let made = new(vm, origin, substituted.get());
    vm.release(substituted);
    made
}

fn equal(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (left, right) = args::receiver_and_one(vm, &args, "__eq__")?;
    if !is_alias(vm, right) {
        return Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED));
    }
    let ((left, left_args), (right, right_args)) = (parts(vm, left), parts(vm, right));
    let mut is_equal = left_args.len() == right_args.len() && vm.equal(left, right)?;
    for (a, b) in left_args.into_iter().zip(right_args) {
        is_equal = is_equal && vm.equal(a, b)?;
    }
    Ok(vm.bool(is_equal))
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some((origin, arguments)) = native::body::<Alias>(vm, args.positional[0])
        .and_then(|body| Some((body.origin?, body.args?)))
    else {
        return Ok(vm.heap.new_int(0));
    };
    let hash = vm.hash(origin)? ^ vm.hash(arguments)?;
    Ok(vm.heap.new_int(hash))
}

/// The bases of a class, those replaced that stand for others; the classes that `__mro_entries__` gives.
pub fn resolve_bases(vm: &mut Vm, bases: &[Ref]) -> PyResult<Option<Owned>> {
    let is_class = |vm: &Vm, base: Ref| vm.heap.type_body_opt(base).is_some();
    if bases.iter().all(|&base| is_class(vm, base)) {
        return Ok(None);
    }
    let original = value::counted(&mut vm.heap, bases);
    let original = vm.heap.new_tuple(original);
    let mut resolved: Vec<Ref> = Vec::new();
    let mut is_changed = false;
    for &base in bases {
        let entries = if is_class(vm, base) {
            None
        } else {
            attribute_or_none(vm, base, "__mro_entries__")?
        };
        let Some(method) = entries else {
            resolved.push(vm.heap.new_ref(base).into_counted());
            continue;
        };
        let entries = vm.call(method.get(), &[original.get()], &[])?;
        vm.release(method);
        let Some(classes) = vm.heap.tuple(entries.get()) else {
            return vm.type_error("__mro_entries__ must return a tuple");
        };
        let classes = classes.to_vec();
        resolved.extend(value::counted(&mut vm.heap, &classes));
        vm.release(entries);
        is_changed = true;
    }
    vm.release(original);
    let resolved = vm.heap.new_tuple(resolved);
    if !is_changed {
        vm.release(resolved);
        return Ok(None);
    }
    Ok(Some(resolved))
}
