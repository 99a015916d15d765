//! The modules that programs can import, one file each. What CPython's library writes in Python is Python here too, so that the
//! same objects stand behind it.

mod array;
mod array_items;
mod atexit;
mod collections;
mod deque;
mod functools;
pub mod gc;
pub mod gcscope;
pub mod io;
mod math;
pub mod native;
mod random;
mod sha512;
mod simulated;
pub mod sys;
pub mod weakref;

use crate::heap::{Owned, Ref, types};
use crate::profile::Profile;
use crate::python::compile;
use crate::python::vm::{PyResult, Vm};

/// A new module object of that name, or none when there is no such module here. The importer puts it into sys.modules.
/// (`builtins` is made by the interpreter.)
pub fn create(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    if name != "types" && leaves_class_of_types(vm, name) {
        let types = vm.import("types")?;
        vm.release(types);
    }
    let module = match name {
        "_gcscope" => simulated::create(vm)?,
        "array" => array::create(vm)?,
        "atexit" => atexit::create(vm)?,
        "collections" => create_collections(vm)?,
        "gc" => gc::create(vm)?,
        "gcscope" => gcscope::create(vm)?,
        "math" => math::create(vm)?,
        "random" => random::create(vm)?,
        "sys" => sys::create(vm)?,
        "weakref" | "_weakref" => weakref::create(vm)?,
        _ => return create_from_source(vm, name),
    };
    Ok(Some(module))
}

fn leaves_class_of_types(vm: &Vm, name: &str) -> bool {
    let leaving = vm.heap.profile.imports_leaving_class_of_types;
    leaving.contains(&name)
}

/// CPython's module types asks a class of its own for the type of methods and drops it: a cycle.
const CLASS_OF_TYPES: &str = "class _C:
    def _m(self): pass
del _C";

/// Modules that are Python alone.
const SOURCES: [(&str, &str); 30] = [
    ("bisect", include_str!("bisect.py")),
    ("_collections_user", include_str!("collections_user.py")),
    ("collections.abc", include_str!("collections_abc.py")),
    ("enum", include_str!("enum.py")),
    ("heapq", include_str!("heapq.py")),
    ("linecache", include_str!("linecache.py")),
    ("posixpath", include_str!("posixpath.py")),
    ("threading", include_str!("threading.py")),
    ("timeit", include_str!("timeit.py")),
    ("traceback", include_str!("traceback.py")),
    ("abc", include_str!("abc.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("copy", include_str!("copy.py")),
    ("copyreg", include_str!("copyreg.py")),
    ("ctypes", include_str!("ctypes.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("functools", include_str!("functools.py")),
    ("io", include_str!("io.py")),
    ("itertools", include_str!("itertools.py")),
    ("objgraph", include_str!("objgraph.py")),
    ("operator", include_str!("operator.py")),
    ("os", include_str!("os.py")),
    ("pprint", include_str!("pprint.py")),
    ("psutil", include_str!("psutil.py")),
    ("resource", include_str!("resource.py")),
    ("time", include_str!("time.py")),
    ("tracemalloc", include_str!("tracemalloc.py")),
    ("types", include_str!("types.py")),
    ("typing", include_str!("typing.py")),
    ("warnings", include_str!("warnings.py")),
];

/// Which module has that attribute of a module, if it is loaded when a program first asks for it.
pub fn late_part(profile: &Profile, module: &str, attribute: &str) -> Option<&'static str> {
    match (module, attribute) {
        ("collections", "abc") if profile.collections_has_abc => Some("collections.abc"),
        ("collections", "ChainMap" | "UserDict" | "UserList" | "UserString") => {
            Some("_collections_user")
        }
        _ => None,
    }
}

fn create_collections(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "collections", &[]);
    let deque = deque::class(vm);
    native::bind_ref(vm, dict, "deque", deque);
    run_source(vm, dict, "collections", include_str!("collections.py"))?;
    collections::fill(vm, dict);
    Ok(module)
}

fn create_from_source(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    let Some((_, source)) = SOURCES.iter().find(|(known, _)| *known == name) else {
        return Ok(None);
    };
    let (module, dict) = native::new_module(vm, name, &[]);
    run_source(vm, dict, name, source)?;
    if name == "functools" {
        functools::fill(vm, dict);
    }
    if name == "types" && leaves_class_of_types(vm, name) {
        run_source(vm, dict, name, CLASS_OF_TYPES)?;
    }
    Ok(Some(module))
}

/// Runs a module's Python part in its dict.
fn run_source(vm: &mut Vm, dict: Ref, name: &str, source: &str) -> PyResult<()> {
    let filename = format!("<frozen {name}>");
    let code = match compile::compile_module(source, &filename, vm.heap.profile) {
        Ok(code) => code,
        Err(error) => {
            return vm.raise(types::SYNTAX_ERROR, format!("{name}: {}", error.message));
        }
    };
    let code = vm.load_unit(&code);
    let result = vm.run_code(code.get(), dict, dict);
    vm.release(code);
    let value = result?;
    vm.release(value);
    Ok(())
}
