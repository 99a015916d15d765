//! globals(), locals(), eval(), exec() and compile(). Mirrors Python/bltinmodule.c.

use std::rc::Rc;

use super::{args, value};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::compile;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm, module: Ref) {
    let functions: [(&str, NativeFn); 5] = [
        ("globals", globals),
        ("locals", locals),
        ("eval", |vm, args| evaluate(vm, args, Mode::Eval)),
        ("exec", |vm, args| evaluate(vm, args, Mode::Exec)),
        ("compile", compile_source),
    ];
    for (name, function) in functions {
        vm.add_function(module, name, function);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Eval,
    Exec,
    /// As typed at the prompt: the value of an expression statement is shown.
    Single,
}

fn globals(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "globals")?;
    let globals = vm.frame.globals;
    Ok(vm.heap.new_ref(globals))
}

fn locals(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "locals")?;
    Ok(vm.current_locals())
}

/// The code object of a source text. Code that is run at once runs while the tree is there.
fn compiled(vm: &mut Vm, source: &str, filename: &str, mode: Mode, keeps_tree: bool) -> PyResult {
    let profile = vm.heap.profile;
    let code: Result<Rc<_>, _> = match mode {
        Mode::Eval => {
            compile::compile_expression(source.trim_start_matches([' ', '\t']), filename, profile)
        }
        Mode::Exec => compile::compile_module(source, filename, profile),
        Mode::Single => match compile::compile_interactive(source, filename, profile) {
            Ok(mut inputs) if inputs.len() == 1 => Ok(inputs.remove(0)),
            Ok(inputs) => {
                let message = if inputs.is_empty() {
                    "invalid syntax"
                } else {
                    "multiple statements found while compiling a single statement"
                };
                return vm.raise(types::SYNTAX_ERROR, message);
            }
            Err(error) => Err(error),
        },
    };
    match code {
        Ok(code) if keeps_tree => Ok(vm.load_running_unit(&code)),
        Ok(code) => Ok(vm.load_unit(&code)),
        Err(error) => {
            let line = vm.frame.line();
            vm.raise_syntax_error(&error, filename, line)?;
            vm.raise(types::SYNTAX_ERROR, error.message)
        }
    }
}

fn source_text(vm: &mut Vm, source: Ref, name: &str) -> PyResult<String> {
    if let Some(text) = value::text(&vm.heap, source) {
        return Ok(text.to_string());
    }
    match value::bytes(&vm.heap, source) {
        Some(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        None => vm.type_error(format!(
            "{name}() arg 1 must be a string, bytes or code object"
        )),
    }
}

fn is_code(vm: &Vm, object: Ref) -> bool {
    matches!(vm.heap.payload_of(object), Some(Payload::Code(_)))
}

/// eval(source, globals, locals) and exec.
fn evaluate(vm: &mut Vm, args: Args<'_>, mode: Mode) -> PyResult {
    let name = if mode == Mode::Eval { "eval" } else { "exec" };
    if args.positional.is_empty() {
        return vm.type_error(format!("{name} expected at least 1 argument, got 0"));
    }
    let [source, globals, locals] =
        args::named(vm, &args, name, ["source", "globals", "locals"], 1, 3)?;
    let source = source.unwrap_or(Ref::NONE);
    let globals = globals.filter(|&globals| globals != Ref::NONE);
    let locals = locals.filter(|&locals| locals != Ref::NONE);
    if let Some(globals) = globals
        && vm.heap.dict(globals).is_none()
    {
        let class = vm.heap.class_name(globals);
        return vm.type_error(if mode == Mode::Eval {
            "globals must be a dict".to_owned()
        } else {
            format!("exec() globals must be a dict, not {class}")
        });
    }
    let n_kept = vm.in_trees.len();
    let code = if is_code(vm, source) {
        vm.heap.new_ref(source)
    } else {
        let text = source_text(vm, source, name)?;
        compiled(vm, &text, "<string>", mode, true)?
    };
    let (globals, locals) = namespaces(vm, globals, locals);
    let builtins = vm.heap.intern("__builtins__");
    if vm
        .heap
        .dict_get_name(globals.get(), builtins.get())
        .is_none()
        && let Some(dict) = vm.builtin_state.builtins_dict
    {
        vm.dict_set(globals.get(), builtins.get(), dict)?;
    }
    vm.release(builtins);
    let result = vm.run_code(code.get(), globals.get(), locals.get());
    vm.leave_trees(n_kept);
    value::release_all(vm, vec![code, globals, locals]);
    let result = result?;
    if mode == Mode::Eval {
        return Ok(result);
    }
    vm.release(result);
    Ok(vm.none())
}

/// Those given, or the caller's.
fn namespaces(vm: &mut Vm, globals: Option<Ref>, locals: Option<Ref>) -> (Owned, Owned) {
    let own_locals = match (globals, locals) {
        (_, Some(locals)) | (Some(locals), None) => vm.heap.new_ref(locals),
        (None, None) => vm.current_locals(),
    };
    let globals = globals.unwrap_or(vm.frame.globals);
    (vm.heap.new_ref(globals), own_locals)
}

fn compile_source(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let names = [
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ];
    let [source, filename, mode, ..] = args::named(vm, &args, "compile", names, 3, 6)?;
    let source = source_text(vm, source.unwrap_or(Ref::NONE), "compile")?;
    let filename = filename.unwrap_or(Ref::NONE);
    let Some(filename) = value::text(&vm.heap, filename) else {
        let class = vm.heap.class_name(filename);
        return vm.type_error(format!(
            "expected str, bytes or os.PathLike object, not {class}"
        ));
    };
    let mode = match value::text(&vm.heap, mode.unwrap_or(Ref::NONE)).as_deref() {
        Some("exec") => Mode::Exec,
        Some("single") => Mode::Single,
        Some("eval") => Mode::Eval,
        _ => return vm.value_error("compile() mode must be 'exec', 'eval' or 'single'"),
    };
    compiled(vm, &source, &filename, mode, false)
}
