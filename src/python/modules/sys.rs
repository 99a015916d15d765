//! sys. Mirrors Python/sysmodule.c.

use std::any::Any;

use super::native;
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{Base, Native};
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::python::builtins::{args, exceptions, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};
use crate::trace::event::Label;

/// One of the program's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdin,
    Stdout,
    Stderr,
}

impl Native for Stream {
    fn traverse(&self, _: &mut dyn FnMut(Ref)) {}
    fn clear(&mut self, _: &mut Vec<Ref>) {}
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

/// Which stream an object is, if it is one of sys's own.
pub fn stream(vm: &Vm, object: Ref) -> Option<Stream> {
    native::body(vm, object).copied()
}

const FUNCTIONS: [(&str, NativeFn); 16] = [
    ("getrefcount", getrefcount),
    ("getsizeof", getsizeof),
    ("intern", intern),
    ("exit", exit),
    ("exc_info", exc_info),
    ("_getframe", getframe),
    ("getrecursionlimit", getrecursionlimit),
    ("setrecursionlimit", setrecursionlimit),
    ("getswitchinterval", |vm, args| {
        args::none(vm, &args, "sys.getswitchinterval")?;
        Ok(vm.heap.new_float(0.005))
    }),
    ("getdefaultencoding", |vm, args| {
        args::none(vm, &args, "sys.getdefaultencoding")?;
        Ok(vm.heap.new_str("utf-8"))
    }),
    ("getfilesystemencoding", |vm, args| {
        args::none(vm, &args, "sys.getfilesystemencoding")?;
        Ok(vm.heap.new_str("utf-8"))
    }),
    ("getallocatedblocks", |vm, args| {
        args::none(vm, &args, "sys.getallocatedblocks")?;
        let n = vm.heap.n_objects;
        Ok(vm.heap.new_int(n as i64))
    }),
    ("is_finalizing", |vm, args| {
        args::none(vm, &args, "sys.is_finalizing")?;
        Ok(vm.bool(false))
    }),
    ("get_int_max_str_digits", |vm, args| {
        args::none(vm, &args, "sys.get_int_max_str_digits")?;
        Ok(vm.heap.new_int(4300))
    }),
    ("displayhook", displayhook),
    ("_is_gil_enabled", |vm, _| Ok(vm.bool(true))),
];

/// The module sys, whose dict the built-ins remember.
pub fn create(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "sys", &FUNCTIONS);
    let kept = vm.heap.new_ref(dict).into_counted();
    vm.builtin_state.sys_dict = Some(kept);
    if vm.heap.profile.exceptions_have_notes {
        vm.add_function(module.get(), "exception", exception);
    }
    for (name, stream) in [
        ("stdin", Stream::Stdin),
        ("stdout", Stream::Stdout),
        ("stderr", Stream::Stderr),
    ] {
        let class = stream_type(vm);
        let file = native::new_object(vm, class, Box::new(stream));
        native::bind_ref(vm, dict, &format!("__{name}__"), file.get());
        native::bind(vm, dict, name, file);
    }
    let (major, minor, micro) = vm.heap.profile.version;
    let version = format!("{major}.{minor}.{micro} (main, Jan  1 2026, 00:00:00) [gcscope]");
    let hex = (i64::from(major) << 24) | (i64::from(minor) << 16) | (i64::from(micro) << 8) | 0xf0;
    let texts = [
        ("version", version.as_str()),
        ("platform", "linux"),
        ("byteorder", "little"),
        ("executable", "gcscope"),
        ("prefix", "/usr"),
        ("ps1", ">>> "),
        ("ps2", "... "),
    ];
    for (name, text) in texts {
        let text = vm.heap.new_str(text);
        native::bind(vm, dict, name, text);
    }
    for (name, number) in [
        ("maxsize", i64::MAX),
        ("maxunicode", 0x10_ffff),
        ("hexversion", hex),
        ("api_version", 1013),
    ] {
        let number = vm.heap.new_int(number);
        native::bind(vm, dict, name, number);
    }
    let version_info = new_version_info(vm);
    native::bind(vm, dict, "version_info", version_info);
    let implementation = new_implementation(vm, hex);
    native::bind(vm, dict, "implementation", implementation);
    let script = vm.heap.new_str("").into_counted();
    let argv = vm.heap.new_list(vec![script]);
    native::bind(vm, dict, "argv", argv);
    for name in ["path", "warnoptions"] {
        let list = vm.heap.new_list(Vec::new());
        native::bind(vm, dict, name, list);
    }
    if let Some(modules) = vm.modules {
        native::bind_ref(vm, dict, "modules", modules);
    }
    Ok(module)
}

// ---- counts and sizes ----

/// The caller's reference to the argument counts too.
fn getrefcount(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "sys.getrefcount")?;
    let count = vm.heap.refcount(object);
    Ok(vm.heap.new_int(i64::from(count)))
}

fn getsizeof(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [object, default] = args::named(vm, &args, "getsizeof", ["object", "default"], 1, 2)?;
    let object = object.unwrap_or(Ref::NONE);
    let overrides = value::is_python_instance(&vm.heap, object)
        && crate::python::builtins::overrides(vm, object, "__sizeof__");
    if !overrides {
        // The object's method __sizeof__ is asked.
        vm.heap.count_temporary(FreeListKind::BuiltinFunction);
        let size = vm.heap.getsizeof(object);
        return Ok(vm.heap.new_int(size as i64));
    }
    let size = match vm.call_special(object, "__sizeof__", &[]) {
        Ok(size) => size,
        Err(error) => {
            let Some(default) = default else {
                return Err(error);
            };
            exceptions::catch(vm, error, types::TYPE_ERROR)?;
            return Ok(vm.heap.new_ref(default));
        }
    };
    let own = size.as_ref().and_then(|size| vm.heap.as_small(size.get()));
    if let Some(size) = size {
        vm.release(size);
    }
    match own {
        Some(size) if size >= 0 => {
            let header = vm.heap.header_size(object) as i64;
            Ok(vm.heap.new_int(size + header))
        }
        Some(_) => vm.value_error("__sizeof__() should return >= 0"),
        None => match default {
            Some(default) => Ok(vm.heap.new_ref(default)),
            None => vm.type_error("an integer is required"),
        },
    }
}

fn intern(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let string = args::one(vm, &args, "sys.intern")?;
    if vm.heap.class_of(string) == types::STR {
        return Ok(vm.heap.intern_object(string));
    }
    let class = vm.heap.class_name(string);
    if value::text(&vm.heap, string).is_some() {
        return vm.type_error(format!("can't intern {class}"));
    }
    vm.type_error(format!("intern() argument must be str, not {class}"))
}

// ---- the running program ----

fn exit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "exit", 0, 1)?;
    let arguments = given
        .iter()
        .map(|&status| vm.heap.new_ref(status))
        .collect();
    exceptions::raise_with(vm, types::SYSTEM_EXIT, arguments)
}

fn exc_info(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "sys.exc_info")?;
    let parts = match vm.handled_exception() {
        None => [Ref::NONE; 3],
        Some(exception) => {
            let traceback = exceptions::body(vm, exception).and_then(|body| body.traceback);
            [
                vm.heap.class_of(exception),
                exception,
                traceback.unwrap_or(Ref::NONE),
            ]
        }
    };
    let parts = value::counted(&mut vm.heap, &parts);
    Ok(vm.heap.new_tuple(parts))
}

fn exception(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "sys.exception")?;
    let exception = vm.handled_exception().unwrap_or(Ref::NONE);
    Ok(vm.heap.new_ref(exception))
}

fn getframe(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args::between(vm, &args, "_getframe", 0, 1)?;
    let depth = match given.first() {
        Some(&depth) => crate::python::builtins::number_functions::c_int(vm, depth)?.max(0),
        None => 0,
    };
    // A native call has no frame of its own: the caller's is the topmost.
    match vm.callers.len().checked_sub(depth as usize) {
        Some(at) if at > 0 => {
            let frame = vm.frame_object_at(at);
            Ok(vm.heap.new_ref(frame))
        }
        _ => vm.value_error("call stack is not deep enough"),
    }
}

fn getrecursionlimit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args::none(vm, &args, "sys.getrecursionlimit")?;
    let limit = vm.recursion_limit;
    Ok(vm.heap.new_int(limit as i64))
}

fn setrecursionlimit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let limit = args::one(vm, &args, "sys.setrecursionlimit")?;
    let limit = crate::python::builtins::number_functions::c_int(vm, limit)?;
    if limit < 1 {
        return vm.value_error("recursion limit must be greater or equal than 1");
    }
    vm.recursion_limit = limit as usize;
    Ok(vm.none())
}

fn displayhook(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args::one(vm, &args, "sys.displayhook")?;
    if object != Ref::NONE {
        let shown = vm.repr(object)?;
        vm.write_stdout(&format!("{shown}\n"))?;
    }
    Ok(vm.none())
}

// ---- objects ----

const VERSION_FIELDS: [&str; 5] = ["major", "minor", "micro", "releaselevel", "serial"];

fn version_field<const INDEX: usize>(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let items = vm.heap.tuple(args.positional[0]).unwrap_or(&[]);
    let field = items.get(INDEX).copied().unwrap_or(Ref::NONE);
    Ok(vm.heap.new_ref(field))
}

fn new_version_info(vm: &mut Vm) -> Owned {
    let native = NativeType {
        base: types::TUPLE,
        layout: crate::heap::payload::Layout::Tuple,
        ..NativeType::new("version_info", 24)
    };
    let class = native::type_of(vm, "sys.version_info", native, |vm, class| {
        const GETTERS: [NativeFn; 5] = [
            version_field::<0>,
            version_field::<1>,
            version_field::<2>,
            version_field::<3>,
            version_field::<4>,
        ];
        for (name, getter) in VERSION_FIELDS.into_iter().zip(GETTERS) {
            vm.add_getter(class, name, getter, None);
        }
        vm.add_method(class, "__repr__", |vm, args| {
            let mut shown = Vec::new();
            let items = vm.heap.tuple(args.positional[0]).unwrap_or(&[]).to_vec();
            for (name, item) in VERSION_FIELDS.into_iter().zip(items) {
                shown.push(format!("{name}={}", vm.repr(item)?));
            }
            Ok(vm
                .heap
                .new_str(&format!("sys.version_info({})", shown.join(", "))))
        });
    });
    let (major, minor, micro) = vm.heap.profile.version;
    let items = vec![
        vm.heap.new_int(i64::from(major)),
        vm.heap.new_int(i64::from(minor)),
        vm.heap.new_int(i64::from(micro)),
        vm.heap.new_str("final"),
        vm.heap.new_int(0),
    ];
    let items = value::into_counted(items).into_iter().collect();
    value::new_derived(vm, class, Base::Tuple(items))
}

/// sys.implementation: name, cache_tag, version, hexversion.
struct Implementation([Ref; 4]);

impl Native for Implementation {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.0.iter().for_each(|&field| visit(field));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        let names = ["name", "cache_tag", "version", "hexversion"];
        let named = names.into_iter().zip(self.0);
        named.for_each(|(name, field)| tell(Label::Name(std::rc::Rc::from(name)), field));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        // Cleared fields show None, which needs no reference.
        dropped.extend(std::mem::replace(&mut self.0, [Ref::NONE; 4]));
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

fn implementation_field<const INDEX: usize>(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let body: Option<&Implementation> = native::body(vm, args.positional[0]);
    let field = body.map_or(Ref::NONE, |body| body.0[INDEX]);
    Ok(vm.heap.new_ref(field))
}

fn new_implementation(vm: &mut Vm, hex: i64) -> Owned {
    let native = NativeType::new("SimpleNamespace", 32);
    let class = native::type_of(vm, "types.SimpleNamespace", native, |vm, class| {
        vm.add_getter(class, "name", implementation_field::<0>, None);
        vm.add_getter(class, "cache_tag", implementation_field::<1>, None);
        vm.add_getter(class, "version", implementation_field::<2>, None);
        vm.add_getter(class, "hexversion", implementation_field::<3>, None);
    });
    let (major, minor, _) = vm.heap.profile.version;
    let fields = [
        vm.heap.new_str("cpython"),
        vm.heap.new_str(&format!("cpython-{major}{minor}")),
        new_version_info(vm),
        vm.heap.new_int(hex),
    ];
    let body = Implementation(fields.map(Owned::into_counted));
    native::new_object(vm, class, Box::new(body))
}

fn stream_type(vm: &mut Vm) -> Ref {
    let native = NativeType {
        weakrefs: true,
        ..NativeType::new("TextIOWrapper", 200)
    };
    native::type_of(vm, "_io.TextIOWrapper", native, |vm, class| {
        let methods: [(&str, NativeFn); 9] = [
            ("write", write),
            ("writelines", writelines),
            ("flush", |vm, args| {
                let stream = args::receiver(vm, &args, "TextIOWrapper.flush")?;
                if let Some(Stream::Stdout) = self::stream(vm, stream) {
                    crate::python::builtins::output::flush_stdout(vm);
                }
                Ok(vm.none())
            }),
            ("isatty", |vm, _| Ok(vm.bool(false))),
            ("writable", |vm, _| Ok(vm.bool(true))),
            ("fileno", fileno),
            ("read", |vm, _| Ok(vm.heap.new_str(""))),
            ("readline", |vm, _| Ok(vm.heap.new_str(""))),
            ("__repr__", |vm, args| {
                let name = file_name(vm, args.positional[0]);
                let mode = if name == "<stdin>" { "r" } else { "w" };
                Ok(vm.heap.new_str(&format!(
                    "<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"
                )))
            }),
        ];
        native::add_methods(vm, class, &methods);
        vm.add_getter(
            class,
            "encoding",
            |vm, _| Ok(vm.heap.new_str("utf-8")),
            None,
        );
        vm.add_getter(class, "closed", |vm, _| Ok(vm.bool(false)), None);
        vm.add_getter(
            class,
            "name",
            |vm, args| {
                let name = file_name(vm, args.positional[0]);
                Ok(vm.heap.new_str(name))
            },
            None,
        );
    })
}

fn file_name(vm: &Vm, file: Ref) -> &'static str {
    match stream(vm, file) {
        Some(Stream::Stdin) => "<stdin>",
        Some(Stream::Stderr) => "<stderr>",
        _ => "<stdout>",
    }
}

fn fileno(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let number = match stream(vm, args.positional[0]) {
        Some(Stream::Stdin) => 0,
        Some(Stream::Stderr) => 2,
        _ => 1,
    };
    Ok(vm.heap.new_int(number))
}

fn write(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, text) = args::receiver_and_one(vm, &args, "TextIOWrapper.write")?;
    let text = args::text(vm, text, "write", "")?;
    write_to(vm, file, &text);
    Ok(vm.heap.new_int(text.chars().count() as i64))
}

fn write_to(vm: &mut Vm, file: Ref, text: &str) {
    let stream = match stream(vm, file) {
        Some(Stream::Stderr) => crate::trace::event::Stream::Stderr,
        _ => crate::trace::event::Stream::Stdout,
    };
    vm.emit_text(stream, text);
}

fn writelines(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, lines) = args::receiver_and_one(vm, &args, "TextIOWrapper.writelines")?;
    let lines = vm.collect_iterable(lines)?;
    for line in &lines {
        let text = args::text(vm, line.get(), "write", "")?;
        write_to(vm, file, &text);
    }
    value::release_all(vm, lines);
    Ok(vm.none())
}
