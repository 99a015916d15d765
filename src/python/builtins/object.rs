//! object: the methods that every class inherits, as far as they need no look at classes. Mirrors Objects/typeobject.c.

use super::{args, repr};
use crate::heap::{Ref, lookup, types};
use crate::python::vm::{Args, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    let class = types::OBJECT;
    vm.add_method(class, "__repr__", |vm, args| {
        let shown = default_repr(vm, args.positional[0]);
        Ok(vm.heap.new_str(&shown))
    });
    vm.add_method(class, "__str__", |vm, args| {
        let shown = vm.repr(args.positional[0])?;
        Ok(vm.heap.new_str(&shown))
    });
    vm.add_method(class, "__hash__", |vm, args| {
        let hash = identity_hash(vm, args.positional[0]);
        Ok(vm.heap.new_int(hash))
    });
    vm.add_method(class, "__eq__", |vm, args| {
        let (object, other) = args::receiver_and_one(vm, &args, "object.__eq__")?;
        if object == other {
            return Ok(vm.bool(true));
        }
        Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED))
    });
    vm.add_method(class, "__ne__", |vm, args| {
        let (object, other) = args::receiver_and_one(vm, &args, "object.__ne__")?;
        match vm.call_special(object, "__eq__", &[other])? {
            Some(equal) if equal.get() != Ref::NOT_IMPLEMENTED => {
                let truth = vm.truth(equal.get());
                vm.release(equal);
                let truth = truth?;
                Ok(vm.bool(!truth))
            }
            Some(equal) => Ok(equal),
            None => Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED)),
        }
    });
    for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
        vm.add_method(class, name, |vm, _| {
            Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED))
        });
    }
    vm.add_method(class, "__format__", |vm, args| {
        let (object, spec) = args::receiver_and_one(vm, &args, "object.__format__")?;
        let spec = args::text(vm, spec, "__format__", "")?;
        format_plainly(vm, object, &spec)
    });
    vm.add_method(class, "__sizeof__", sizeof);
    vm.add_class_method(class, "__init_subclass__", |vm, args| {
        let given = args.positional.len() - 1;
        let (class, no_keywords) = (args.positional[0], args.keywords.is_empty());
        if no_keywords && given == 0 {
            return Ok(vm.none());
        }
        let text = if no_keywords {
            format!("takes no arguments ({given} given)")
        } else {
            "takes no keyword arguments".to_owned()
        };
        refuse_init_subclass(vm, class, &text)
    });
}

/// The TypeError for what `object.__init_subclass__` does not take.
pub fn refuse_init_subclass<T>(vm: &mut Vm, class: Ref, text: &str) -> PyResult<T> {
    let owner = if vm.heap.profile.texts.methods_named_with_class {
        format!("{}.", repr::qualified_name(vm, class))
    } else {
        String::new()
    };
    vm.type_error(format!("{owner}__init_subclass__() {text}"))
}

/// `<__main__.C object at 0x…>`.
pub fn default_repr(vm: &Vm, object: Ref) -> String {
    let class = vm.heap.class_of(object);
    let address = vm.heap.address_of(object);
    format!("<{} object at {address:#x}>", vm.full_class_name(class))
}

pub fn identity_hash(vm: &Vm, object: Ref) -> i64 {
    lookup::hash_of_address(vm.heap.address_of(object))
}

/// `object.__format__`: str(object), and no spec.
pub fn format_plainly(vm: &mut Vm, object: Ref, spec: &str) -> PyResult {
    if !spec.is_empty() {
        let class = vm.heap.class_name(object);
        return vm.type_error(format!(
            "unsupported format string passed to {class}.__format__"
        ));
    }
    super::str::to_str(vm, object)
}

/// `__sizeof__`: without the collector's header.
pub fn sizeof(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::receiver(vm, &args, "object.__sizeof__")?;
    let size = vm.heap.getsizeof(object) - vm.heap.header_size(object);
    Ok(vm.heap.new_int(size as i64))
}
