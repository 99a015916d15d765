//! The modules that programs can import, one file each. What CPython's library writes in Python is Python here too, so that the
//! same objects stand behind it.

mod atexit;
pub mod gc;
pub mod gcscope;
pub mod native;
pub mod sys;
pub mod weakref;

use crate::heap::{Owned, Ref, types};
use crate::python::compile;
use crate::python::vm::{PyResult, Vm};

/// A new module object of that name, or none when there is no such module here. The importer puts it into sys.modules.
/// (`builtins` is made by the interpreter.)
pub fn create(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    let module = match name {
        "atexit" => atexit::create(vm)?,
        "gc" => gc::create(vm)?,
        "gcscope" => gcscope::create(vm)?,
        "sys" => sys::create(vm)?,
        "weakref" | "_weakref" => weakref::create(vm)?,
        _ => return create_from_source(vm, name),
    };
    Ok(Some(module))
}

/// Modules that are Python alone.
const SOURCES: [(&str, &str); 0] = [];

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
