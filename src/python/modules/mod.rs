//! The modules that programs can import, one file each. What CPython's library writes in Python is Python here too, so that the
//! same objects stand behind it.

mod atexit;
mod deque;
pub mod gc;
pub mod gcscope;
pub mod native;
mod random;
mod sha512;
mod simulated;
pub mod sys;
pub mod weakref;

use crate::heap::{Owned, Ref, types};
use crate::python::compile;
use crate::python::vm::{PyResult, Vm};

/// A new module object of that name, or none when there is no such module here. The importer puts it into sys.modules.
/// (`builtins` is made by the interpreter.)
pub fn create(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    let module = match name {
        "_gcscope" => simulated::create(vm)?,
        "atexit" => atexit::create(vm)?,
        "collections" => create_collections(vm)?,
        "gc" => gc::create(vm)?,
        "gcscope" => gcscope::create(vm)?,
        "random" => random::create(vm)?,
        "sys" => sys::create(vm)?,
        "weakref" | "_weakref" => weakref::create(vm)?,
        _ => return create_from_source(vm, name),
    };
    Ok(Some(module))
}

/// Modules that are Python alone.
const SOURCES: [(&str, &str); 17] = [
    ("abc", include_str!("abc.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("copy", include_str!("copy.py")),
    ("ctypes", include_str!("ctypes.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("functools", include_str!("functools.py")),
    ("itertools", include_str!("itertools.py")),
    ("objgraph", include_str!("objgraph.py")),
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

fn create_collections(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "collections", &[]);
    let deque = deque::class(vm);
    native::bind_ref(vm, dict, "deque", deque);
    run_source(vm, dict, "collections", include_str!("collections.py"))?;
    Ok(module)
}

fn create_from_source(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    let Some((_, source)) = SOURCES.iter().find(|(known, _)| *known == name) else {
        return Ok(None);
    };
    let (module, dict) = native::new_module(vm, name, &[]);
    run_source(vm, dict, name, source)?;
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
