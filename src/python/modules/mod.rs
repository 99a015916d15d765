//! The modules that programs can import, one file each.

pub mod gc;
pub mod gcscope;
pub mod sys;

use crate::heap::Owned;
use crate::python::vm::{PyResult, Vm};

/// A new module object of that name, or none when there is no such module here. The importer puts it into sys.modules.
/// (`builtins` is made by the interpreter.)
pub fn create(vm: &mut Vm, name: &str) -> PyResult<Option<Owned>> {
    Ok(Some(match name {
        "gc" => gc::create(vm)?,
        "gcscope" => gcscope::create(vm)?,
        _ => return Ok(None),
    }))
}
