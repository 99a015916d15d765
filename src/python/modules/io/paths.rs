//! What the module os asks of the files.

use super::store::{Errno, Store};
use super::{open, os_error, path_text};
use crate::heap::{Owned, Ref};
use crate::python::builtins::args;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub const FUNCTIONS: [(&str, NativeFn); 11] = [
    ("open", super::open),
    ("unsupported_operation", |vm, _| {
        let class = super::unsupported_type(vm);
        Ok(vm.heap.new_ref(class))
    }),
    ("is_file", |vm, args| ask(vm, args, Store::is_file)),
    ("is_directory", |vm, args| {
        ask(vm, args, Store::is_directory)
    }),
    ("file_size", |vm, args| {
        let (argument, path) = path(vm, &args)?;
        match vm.builtin_state.files.size(&path) {
            Ok(size) => Ok(vm.heap.new_int(size as i64)),
            Err(errno) => os_error(vm, errno, Some(argument)),
        }
    }),
    ("remove", |vm, args| change(vm, args, Store::remove)),
    ("mkdir", |vm, args| change(vm, args, Store::make_directory)),
    ("rmdir", |vm, args| {
        change(vm, args, Store::remove_directory)
    }),
    ("listdir", |vm, args| {
        let (argument, path) = path(vm, &args)?;
        match vm.builtin_state.files.list(&path) {
            Ok(names) => {
                let names: Vec<Ref> = names
                    .iter()
                    .map(|name| vm.heap.new_str(name).into_counted())
                    .collect();
                Ok(vm.heap.new_list(names))
            }
            Err(errno) => os_error(vm, errno, Some(argument)),
        }
    }),
    ("rename", |vm, args| {
        let given = args::between(vm, &args, "rename", 2, 2)?;
        let (from, to) = (path_text(vm, given[0])?, path_text(vm, given[1])?);
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        let renamed = vm.builtin_state.files.rename(&from, &to);
        finished(vm, renamed, given[0])
    }),
    ("exists", |vm, args| {
        ask(vm, args, |files, path| {
            files.is_file(path) || files.is_directory(path)
        })
    }),
];

fn path(vm: &mut Vm, args: &Args<'_>) -> PyResult<(Ref, String)> {
    let argument = args::one(vm, args, "path")?;
    let Some(path) = path_text(vm, argument)? else {
        let class = vm.heap.class_name(argument);
        return vm.type_error(format!(
            "expected str, bytes or os.PathLike object, not {class}"
        ));
    };
    open::provide_program(vm, &path);
    Ok((argument, path))
}

fn ask(vm: &mut Vm, args: Args<'_>, question: fn(&Store, &str) -> bool) -> PyResult {
    let (_, path) = path(vm, &args)?;
    let answer = question(&vm.builtin_state.files, &path);
    Ok(vm.bool(answer))
}

fn change(
    vm: &mut Vm,
    args: Args<'_>,
    change: fn(&mut Store, &str) -> Result<(), Errno>,
) -> PyResult {
    let (argument, path) = path(vm, &args)?;
    let changed = change(&mut vm.builtin_state.files, &path);
    finished(vm, changed, argument)
}

fn finished(vm: &mut Vm, result: Result<(), Errno>, path: Ref) -> PyResult<Owned> {
    match result {
        Ok(()) => Ok(vm.none()),
        Err(errno) => os_error(vm, errno, Some(path)),
    }
}
