//! The functions of the builtins module, as far as they need no look at frames. Mirrors Python/bltinmodule.c.

use super::attribute_functions::{
    delattr, dir, getattr, hasattr, isinstance, issubclass, setattr, vars,
};
use super::number_functions::{abs, chr, extreme, ord, pow, sum};
use super::number_functions::{divmod, round, to_base};
use super::value::{self};
use super::{args, exceptions, output, sort, text};
use crate::heap::{Payload, Ref, types};
use crate::python::code::Comparison;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// Types that have a name in the builtins module, beside the exceptions.
const NAMED_TYPES: [Ref; 26] = [
    types::OBJECT,
    types::TYPE,
    types::INT,
    types::BOOL,
    types::FLOAT,
    types::COMPLEX,
    types::STR,
    types::BYTES,
    types::LIST,
    types::TUPLE,
    types::DICT,
    types::SET,
    types::FROZENSET,
    types::RANGE,
    types::SLICE,
    types::PROPERTY,
    types::STATICMETHOD,
    types::CLASSMETHOD,
    types::SUPER,
    types::ENUMERATE,
    types::ZIP,
    types::MAP,
    types::FILTER,
    types::REVERSED,
    types::BASE_EXCEPTION,
    types::EXCEPTION,
];

pub fn install(vm: &mut Vm, module: Ref) {
    let functions: [(&str, NativeFn); 37] = [
        ("print", output::print),
        ("input", output::input),
        ("len", len),
        ("id", id),
        ("hash", hash),
        ("repr", repr),
        ("ascii", ascii),
        ("format", format),
        ("isinstance", isinstance),
        ("issubclass", issubclass),
        ("hasattr", hasattr),
        ("getattr", getattr),
        ("setattr", setattr),
        ("delattr", delattr),
        ("callable", callable),
        ("sum", sum),
        ("min", |vm, args| extreme(vm, args, "min", Comparison::Lt)),
        ("max", |vm, args| extreme(vm, args, "max", Comparison::Gt)),
        ("abs", abs),
        ("round", round),
        ("sorted", sort::sorted),
        ("any", |vm, args| any_or_all(vm, args, "any", true)),
        ("all", |vm, args| any_or_all(vm, args, "all", false)),
        ("iter", iter),
        ("next", next),
        ("hex", |vm, args| to_base(vm, args, "hex", 16)),
        ("oct", |vm, args| to_base(vm, args, "oct", 8)),
        ("bin", |vm, args| to_base(vm, args, "bin", 2)),
        ("chr", chr),
        ("ord", ord),
        ("divmod", divmod),
        ("pow", pow),
        ("vars", vars),
        ("dir", dir),
        ("aiter", not_async),
        ("anext", not_async),
        ("open", crate::python::modules::io::open),
    ];
    for (name, function) in functions {
        vm.add_function(module, name, function);
    }
    let mut named = NAMED_TYPES.to_vec();
    named.extend(
        types::builtin_types().filter(|&class| vm.heap.is_subclass(class, types::BASE_EXCEPTION)),
    );
    for class in named {
        let name = vm.heap.type_body(class).name.clone();
        bind(vm, module, &name, class);
    }
    let others = [
        ("None", Ref::NONE),
        ("True", Ref::TRUE),
        ("False", Ref::FALSE),
        ("NotImplemented", Ref::NOT_IMPLEMENTED),
        ("Ellipsis", Ref::ELLIPSIS),
        ("__debug__", Ref::TRUE),
        ("EnvironmentError", types::OS_ERROR),
        ("IOError", types::OS_ERROR),
    ];
    for (name, value) in others {
        bind(vm, module, name, value);
    }
}

/// Binds a name in a module's dict.
pub fn bind(vm: &mut Vm, dict: Ref, name: &str, value: Ref) {
    vm.heap.incref(value);
    if let Some(old) = vm.heap.dict_set_text(dict, name, value) {
        vm.release_ref(old);
    }
}

fn not_async(vm: &mut Vm, _: Args<'_>) -> PyResult {
    vm.raise(
        types::NOT_IMPLEMENTED_ERROR,
        "gcscope does not run asynchronous code",
    )
}

fn len(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "len")?;
    let length = vm.len(object)?;
    Ok(vm.heap.new_int(length as i64))
}

fn id(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "id")?;
    let address = vm.heap.address_of(object);
    Ok(vm.heap.new_int(address as i64))
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "hash")?;
    let hash = vm.hash(object)?;
    Ok(vm.heap.new_int(hash))
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "repr")?;
    let shown = vm.repr(object)?;
    Ok(vm.heap.new_str(&shown))
}

fn ascii(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "ascii")?;
    let shown = vm.repr(object)?;
    Ok(vm.heap.new_str(&text::escape_non_ascii(&shown)))
}

fn format(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "format", 1, 2)?;
    let spec = match given.get(1) {
        Some(&spec) => args::text(vm, spec, "format", "2 ")?,
        None => "".into(),
    };
    if spec.is_empty() && vm.heap.class_of(given[0]) == types::STR {
        return Ok(vm.heap.new_ref(given[0]));
    }
    let shown = format_object(vm, given[0], &spec)?;
    Ok(vm.heap.new_str(&shown))
}

/// format(object, spec): `__format__` of the object's class.
pub fn format_object(vm: &mut Vm, object: Ref, spec: &str) -> PyResult<String> {
    if !value::is_python_instance(&vm.heap, object)
        && let Some(shown) = super::format_value(vm, object, spec)?
    {
        return Ok(shown);
    }
    let spec = vm.heap.new_str(spec);
    let shown = vm.call_special(object, "__format__", &[spec.get()]);
    vm.release(spec);
    let Some(shown) = shown? else {
        return vm.str(object);
    };
    match value::text(&vm.heap, shown.get()) {
        Some(text) => {
            vm.release(shown);
            Ok(text.to_string())
        }
        None => {
            let class = vm.heap.class_name(shown.get());
            let owner = if vm.heap.profile.texts.results_name_class {
                format!("{}.__format__()", vm.heap.class_name(object))
            } else {
                "__format__".to_owned()
            };
            vm.type_error(format!("{owner} must return a str, not {class}"))
        }
    }
}

fn callable(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "callable")?;
    let is_callable = is_callable(vm, object);
    Ok(vm.bool(is_callable))
}

pub fn is_callable(vm: &Vm, object: Ref) -> bool {
    match vm.heap.payload_of(object) {
        Some(
            Payload::Function(_)
            | Payload::Builtin(_)
            | Payload::BoundMethod(_)
            | Payload::Type(_)
            | Payload::StaticMethod(_),
        ) => true,
        Some(Payload::WeakRef(body)) => {
            !body.is_proxy || vm.heap.class_of(object) == types::CALLABLE_PROXY
        }
        _ => super::find_in_class(vm, vm.heap.class_of(object), "__call__").is_some(),
    }
}

fn any_or_all(vm: &mut Vm, args: Args<'_>, name: &str, stop_at: bool) -> PyResult {
    let iterable = args::one(vm, &args, name)?;
    let iterator = vm.iter(iterable)?;
    let mut result = !stop_at;
    while let Some(item) = vm.next(iterator.get())? {
        let truth = vm.truth(item.get());
        vm.release(item);
        if truth? == stop_at {
            result = stop_at;
            break;
        }
    }
    vm.release(iterator);
    Ok(vm.bool(result))
}

fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "iter", 1, 2)?;
    match *given {
        [function, sentinel] => {
            if !is_callable(vm, function) {
                return vm.type_error(vm.heap.profile.texts.iter_function);
            }
            Ok(super::iterators::new_callable(vm, function, sentinel))
        }
        _ => vm.iter(given[0]),
    }
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "next", 1, 2)?;
    // Generators, and iterators written in Python, raise a StopIteration of their own, with a value.
    let raises = matches!(vm.heap.payload_of(given[0]), Some(Payload::Generator(_)))
        || value::is_python_instance(&vm.heap, given[0])
            && super::find_in_class(vm, vm.heap.class_of(given[0]), "__next__").is_some();
    let result = if raises {
        vm.call_special(given[0], "__next__", &[])
    } else {
        vm.next(given[0])
    };
    let default = given.get(1).copied();
    match result {
        Ok(Some(value)) => Ok(value),
        Ok(None) => match default {
            Some(default) => Ok(vm.heap.new_ref(default)),
            None => exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new()),
        },
        Err(error) => match default {
            Some(default) => {
                exceptions::catch(vm, error, types::STOP_ITERATION)?;
                Ok(vm.heap.new_ref(default))
            }
            None => Err(error),
        },
    }
}
