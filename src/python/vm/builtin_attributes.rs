//! Attributes of the interpreter's own objects: functions, classes, methods, frames, tracebacks, exceptions; and the
//! methods of object, type and super.
//!
//! Mirrors the getset tables of CPython's Objects/funcobject.c, classobject.c, typeobject.c, frameobject.c and exceptions.c.

use super::{Args, NativeFn, PyResult, Vm};
use crate::heap::payload::{BuiltinKind, Super};
use crate::heap::{Owned, Payload, Ref, types};

impl Vm {
    /// What object, type, super, functions, frames and exceptions bring.
    pub(super) fn install_interpreter_types(&mut self) {
        self.install_object();
        self.install_generator_methods();
        self.add_new(types::TYPE, |vm, args| vm.type_new(args));
        self.add_new(types::SUPER, super_new);
        self.add_method(types::TYPE, "__call__", |vm, args| match args.positional {
            [class, rest @ ..] if vm.heap.type_body_opt(*class).is_some() => {
                vm.instantiate(*class, rest, args.keywords)
            }
            _ => vm.type_error("descriptor '__call__' requires a 'type' object"),
        });
        self.add_method(types::TYPE, "mro", |vm, args| {
            let mro = vm.heap.mro(args.positional[0]).to_vec();
            for &class in &mro {
                vm.heap.incref(class);
            }
            Ok(vm.heap.new_list(mro))
        });
        self.add_method(types::TYPE, "__subclasses__", |vm, args| {
            let subclasses = vm.heap.type_body(args.positional[0]).subclasses.clone();
            for &class in &subclasses {
                vm.heap.incref(class);
            }
            Ok(vm.heap.new_list(subclasses))
        });
        self.install_frames();
    }

    fn install_object(&mut self) {
        let object = types::OBJECT;
        self.add_new(object, |vm, args| match args.positional {
            [class, ..] => vm.new_instance(*class),
            [] => vm.type_error("object.__new__(): not enough arguments"),
        });
        self.add_method(object, "__init__", object_init);
        let init = self.names.init;
        self.object_init = self.lookup(object, init);
        self.add_method(object, "__getattribute__", |vm, args| {
            match args.positional {
                [object, name] => {
                    let class = vm.heap.class_of(*object);
                    vm.generic_get_attribute(*object, class, *name)
                }
                _ => vm.type_error("expected 1 argument"),
            }
        });
        self.add_method(object, "__setattr__", |vm, args| match args.positional {
            [object, name, value] => {
                vm.generic_set_attribute(*object, *name, Some(*value))?;
                Ok(vm.none())
            }
            _ => vm.type_error("expected 2 arguments"),
        });
        self.add_method(object, "__delattr__", |vm, args| match args.positional {
            [object, name] => {
                vm.generic_set_attribute(*object, *name, None)?;
                Ok(vm.none())
            }
            _ => vm.type_error("expected 1 argument"),
        });
    }

    fn install_frames(&mut self) {
        let frame = types::FRAME;
        let getters: [(&str, NativeFn); 6] = [
            ("f_back", frame_back),
            ("f_code", |vm, args| {
                match vm.heap.payload(args.positional[0]) {
                    Payload::Frame(body) => {
                        let code = body.code;
                        Ok(vm.heap.new_ref(code))
                    }
                    _ => Ok(vm.none()),
                }
            }),
            ("f_globals", |vm, args| {
                match vm.heap.payload(args.positional[0]) {
                    Payload::Frame(body) => {
                        let globals = body.globals;
                        Ok(vm.heap.new_ref(globals))
                    }
                    _ => Ok(vm.none()),
                }
            }),
            ("f_builtins", |vm, _| {
                let builtins = vm.builtins_dict;
                Ok(vm.heap.new_ref(builtins))
            }),
            ("f_lineno", |vm, args| {
                let object = args.positional[0];
                let line = match vm.running_depth(object) {
                    Some(depth) => vm.frame_at(depth).line(),
                    None => match vm.heap.payload(object) {
                        Payload::Frame(body) => body.line,
                        _ => 0,
                    },
                };
                Ok(vm.heap.new_int(i64::from(line)))
            }),
            ("f_locals", |vm, args| vm.frame_locals(args.positional[0])),
        ];
        for (name, getter) in getters {
            self.add_getter(frame, name, getter, None);
        }
        self.add_method(frame, "clear", |vm, args| {
            let object = args.positional[0];
            if vm.running_depth(object).is_some() {
                return vm.raise(types::RUNTIME_ERROR, "cannot clear an executing frame");
            }
            let dropped = vm.heap.clear(object);
            for reference in dropped {
                vm.release_ref(reference);
            }
            Ok(vm.none())
        });
        let traceback: [(&str, NativeFn); 3] = [
            ("tb_frame", |vm, args| {
                match vm.heap.payload(args.positional[0]) {
                    Payload::Traceback(body) => {
                        let frame = body.frame;
                        Ok(vm.heap.new_ref(frame))
                    }
                    _ => Ok(vm.none()),
                }
            }),
            ("tb_next", |vm, args| {
                match vm.heap.payload(args.positional[0]) {
                    Payload::Traceback(body) => {
                        let next = body.next;
                        Ok(vm.own_new_ref(next))
                    }
                    _ => Ok(vm.none()),
                }
            }),
            ("tb_lineno", |vm, args| {
                match vm.heap.payload(args.positional[0]) {
                    Payload::Traceback(body) => {
                        let line = i64::from(body.line);
                        Ok(vm.heap.new_int(line))
                    }
                    _ => Ok(vm.none()),
                }
            }),
        ];
        for (name, getter) in traceback {
            self.add_getter(types::TRACEBACK, name, getter, None);
        }
    }

    /// The locals of a frame, running or not, as a dict.
    pub(crate) fn frame_locals(&mut self, object: Ref) -> PyResult {
        if let Some(depth) = self.running_depth(object) {
            return Ok(self.locals_at(depth));
        }
        let dict = self.heap.new_dict();
        let Payload::Frame(body) = self.heap.payload(object) else {
            return Ok(dict);
        };
        let Payload::Code(loaded) = self.heap.payload(body.code) else {
            return Ok(dict);
        };
        let names = loaded.code.clone();
        let (slots, locals) = match &body.state {
            Some(state) => (state.slots.clone(), state.locals),
            None => (Vec::new(), None),
        };
        if let Some(locals) = locals {
            self.release(dict);
            return Ok(self.heap.new_ref(locals));
        }
        self.put_locals(dict.get(), &names.slots, &slots);
        Ok(dict)
    }

    /// locals() of the frame at that depth.
    pub fn locals_at(&mut self, depth: usize) -> Owned {
        let frame = self.frame_at(depth);
        if let Some(locals) = frame.locals {
            return self.heap.new_ref(locals);
        }
        let names = frame.code.code.clone();
        let base = frame.base;
        let slots = self.stack[base..base + names.slots.len()].to_vec();
        let dict = self.heap.new_dict();
        self.put_locals(dict.get(), &names.slots, &slots);
        dict
    }

    fn put_locals(&mut self, dict: Ref, names: &[std::rc::Rc<str>], slots: &[Option<Ref>]) {
        for (name, slot) in names.iter().zip(slots) {
            let Some(value) = slot.map(Ref::unmarked) else {
                continue;
            };
            let value = match self.heap.payload_of(value) {
                Some(Payload::Cell(Some(contents))) => *contents,
                Some(Payload::Cell(None)) => continue,
                _ => value,
            };
            let name = self.heap.intern(name);
            self.set_name_in(dict, name.get(), value);
            self.release(name);
        }
    }

    /// locals() and globals() of whoever calls a native.
    pub fn current_locals(&mut self) -> Owned {
        self.locals_at(self.callers.len())
    }

    pub fn current_globals(&mut self) -> Owned {
        let globals = self.frame.globals;
        self.heap.new_ref(globals)
    }

    /// sys._getframe(depth).
    pub fn get_frame(&mut self, depth: usize) -> PyResult {
        let n = self.callers.len();
        if depth >= n {
            return self.value_error("call stack is not deep enough");
        }
        let object = self.frame_object_at(n - depth);
        Ok(self.heap.new_ref(object))
    }

    /// sys.exc_info(): the exception being handled.
    pub fn handled_exception(&self) -> Option<Ref> {
        self.topmost_handled()
    }

    // ---- attributes that all objects, or whole kinds of them, have ----

    /// `__class__`, `__dict__`, `__doc__` and what functions, methods, types and exceptions have. None: no such attribute.
    pub(super) fn common_attribute(&mut self, object: Ref, name: Ref) -> PyResult<Option<Owned>> {
        let names = &self.names;
        if name == names.class {
            let class = self.class_attribute(object);
            return Ok(Some(self.heap.new_ref(class)));
        }
        if name == names.dict {
            if let Some(Payload::Type(body)) = self.heap.payload_of(object) {
                let dict = body.dict;
                return Ok(dict.map(|dict| self.new_mapping_proxy(dict)));
            }
            return Ok(self
                .instance_dict(object)
                .map(|dict| self.heap.new_ref(dict)));
        }
        if name == names.annotations
            && self.heap.profile.code.lazy_annotations
            && let Some(found) = self.deferred_annotations(object)?
        {
            return Ok(Some(found));
        }
        let found = match self.heap.payload_of(object) {
            Some(Payload::Function(_)) => self.function_attribute(object, name),
            Some(Payload::BoundMethod(_)) => return self.method_attribute(object, name),
            Some(Payload::Builtin(_)) => self.builtin_attribute(object, name),
            Some(Payload::Type(_)) => self.type_attribute(object, name),
            Some(Payload::Exception(_) | Payload::Derived(_)) => {
                self.exception_attribute(object, name)
            }
            Some(Payload::Cell(contents)) => {
                let contents = *contents;
                if self.heap.as_str(name) == Some("cell_contents") {
                    return match contents {
                        Some(value) => Ok(Some(self.heap.new_ref(value))),
                        None => self.value_error("Cell is empty"),
                    };
                }
                None
            }
            Some(Payload::Code(_)) => self.code_attribute(object, name),
            Some(Payload::Super(body)) => {
                let (class, receiver, receiver_class) =
                    (body.class, body.receiver, body.receiver_class);
                match self.heap.as_str(name) {
                    Some("__thisclass__") => Some(self.heap.new_ref(class)),
                    Some("__self__") => Some(self.own_new_ref(receiver)),
                    Some("__self_class__") => Some(self.own_new_ref(receiver_class)),
                    _ => None,
                }
            }
            Some(Payload::Property(body)) => {
                let parts = (body.getter, body.setter, body.deleter, body.doc);
                match self.heap.as_str(name) {
                    Some("fget") => Some(self.own_new_ref(parts.0)),
                    Some("fset") => Some(self.own_new_ref(parts.1)),
                    Some("fdel") => Some(self.own_new_ref(parts.2)),
                    Some("__doc__") => Some(self.own_new_ref(parts.3)),
                    _ => None,
                }
            }
            Some(&Payload::StaticMethod(function) | &Payload::ClassMethod(function)) => {
                match self.heap.as_str(name) {
                    Some("__func__" | "__wrapped__") => Some(self.heap.new_ref(function)),
                    _ => None,
                }
            }
            Some(Payload::Descriptor(body)) => {
                let (class, text) = (body.class, body.name);
                match self.heap.as_str(name) {
                    Some("__name__") => Some(self.heap.new_ref(text)),
                    Some("__objclass__") => Some(self.heap.new_ref(class)),
                    _ => None,
                }
            }
            Some(Payload::WeakRef(body)) if !body.is_proxy => {
                let callback = body.callback;
                match self.heap.as_str(name) {
                    Some("__callback__") => Some(self.own_new_ref(callback)),
                    _ => None,
                }
            }
            _ => None,
        };
        if found.is_some() {
            return Ok(found);
        }
        if name == self.names.doc {
            return Ok(Some(self.none()));
        }
        Ok(self.common_special(object, name))
    }

    /// Special methods that are slots of built-in types and stand in no dict here, as bound methods of object:
    /// `__repr__`, `__eq__` and their kind.
    pub(super) fn common_special(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let text = self.heap.str_rc(name)?;
        let function: NativeFn = match &*text {
            "__repr__" => |vm, args| {
                let text = crate::python::builtins::repr(vm, args.positional[0])?;
                let text = text.unwrap_or_else(|| vm.default_repr(args.positional[0]));
                Ok(vm.heap.new_str(&text))
            },
            "__str__" => |vm, args| {
                let text = match crate::python::builtins::str(vm, args.positional[0])? {
                    Some(text) => text,
                    None => vm.repr(args.positional[0])?,
                };
                Ok(vm.heap.new_str(&text))
            },
            "__hash__" => |vm, args| {
                let object = args.positional[0];
                let hash = crate::heap::lookup::hash_of_address(vm.heap.address_of(object));
                let hash = match vm.heap.hash_natively(object) {
                    Some(hash) => hash,
                    None => crate::python::builtins::hash(vm, object)?.unwrap_or(hash),
                };
                Ok(vm.heap.new_int(hash))
            },
            _ => return None,
        };
        Some(self.bound_native(function, &text, object))
    }

    /// A native bound to an object.
    fn bound_native(&mut self, function: NativeFn, name: &str, receiver: Ref) -> Owned {
        let native = self.native_of(function);
        self.heap.incref(receiver);
        self.heap
            .new_builtin(native, BuiltinKind::Function, name, None, Some(receiver))
    }

    fn function_attribute(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let Payload::Function(body) = self.heap.payload(object) else {
            return None;
        };
        let value = match self.heap.as_str(name)? {
            "__name__" => Some(body.name),
            "__qualname__" => Some(body.qualname),
            "__code__" => Some(body.code),
            "__globals__" => Some(body.globals),
            "__defaults__" => body.defaults,
            "__kwdefaults__" => body.keyword_defaults,
            "__closure__" => body.closure,
            "__module__" => body.module,
            "__doc__" => body.doc,
            "__builtins__" => Some(self.builtins_dict),
            "__annotations__" => {
                if body.annotations.is_none() {
                    let dict = self.heap.new_dict().into_counted();
                    if let Payload::Function(body) = self.heap.payload_mut(object) {
                        body.annotations = Some(dict);
                    }
                    return Some(self.heap.new_ref(dict));
                }
                body.annotations
            }
            _ => return None,
        };
        Some(self.own_new_ref(value))
    }

    fn method_attribute(&mut self, object: Ref, name: Ref) -> PyResult<Option<Owned>> {
        let Payload::BoundMethod(body) = self.heap.payload(object) else {
            return Ok(None);
        };
        let (function, receiver) = (body.function, body.receiver);
        match self.heap.as_str(name) {
            Some("__func__") => Ok(Some(self.heap.new_ref(function))),
            Some("__self__") => Ok(Some(self.heap.new_ref(receiver))),
            _ => self.get_attribute(function, name).map(Some),
        }
    }

    fn builtin_attribute(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let Payload::Builtin(body) = self.heap.payload(object) else {
            return None;
        };
        let (text, module, owner) = (body.name.clone(), body.module.clone(), body.owner);
        match self.heap.as_str(name)? {
            "__name__" => Some(self.heap.new_str(&text)),
            "__qualname__" => {
                let qualified = match owner {
                    Some(owner) if self.heap.type_body_opt(owner).is_some() => {
                        format!("{}.{text}", self.heap.type_body(owner).name)
                    }
                    Some(owner) => format!("{}.{text}", self.heap.class_name(owner)),
                    None => text.to_string(),
                };
                Some(self.heap.new_str(&qualified))
            }
            "__module__" => match module {
                Some(module) => Some(self.heap.new_str(&module)),
                None => Some(self.none()),
            },
            "__self__" => Some(self.own_new_ref(owner)),
            "__objclass__" => Some(self.own_new_ref(owner)),
            _ => None,
        }
    }

    fn type_attribute(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let body = self.heap.type_body(object);
        match self.heap.as_str(name)? {
            "__name__" => {
                let name = body.name.clone();
                Some(self.heap.intern(&name))
            }
            "__qualname__" => match body.qualname {
                Some(qualname) => Some(self.heap.new_ref(qualname)),
                None => {
                    let name = body.name.clone();
                    Some(self.heap.intern(&name))
                }
            },
            "__mro__" => {
                let mro = body.mro;
                Some(self.own_new_ref(mro))
            }
            "__bases__" => {
                let bases = body.bases;
                Some(self.own_new_ref(bases))
            }
            "__base__" => {
                let base = body.base;
                Some(self.own_new_ref(base))
            }
            "__module__" => Some(self.heap.intern("builtins")),
            "__basicsize__" => {
                let size = i64::from(body.basic_size);
                Some(self.heap.new_int(size))
            }
            _ => None,
        }
    }

    fn exception_attribute(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let body = self.exception(object)?;
        let first = body
            .args
            .and_then(|args| self.heap.tuple(args)?.first().copied());
        let value = match self.heap.as_str(name)? {
            "args" => body.args,
            "__cause__" => body.cause,
            "__context__" => body.context,
            "__traceback__" => body.traceback,
            "__suppress_context__" => Some(Ref::bool(body.suppress_context)),
            "value" if self.heap.is_instance(object, types::STOP_ITERATION) => first,
            "code" if self.heap.is_instance(object, types::SYSTEM_EXIT) => {
                let args = body
                    .args
                    .and_then(|args| self.heap.tuple(args))
                    .map_or(0, <[Ref]>::len);
                if args > 1 { body.args } else { first }
            }
            "name" | "obj" | "path" | "msg"
                if self.heap.is_instance(object, types::NAME_ERROR)
                    || self.heap.is_instance(object, types::ATTRIBUTE_ERROR)
                    || self.heap.is_instance(object, types::IMPORT_ERROR) =>
            {
                None
            }
            "errno" if self.heap.is_instance(object, types::OS_ERROR) => first,
            "strerror" if self.heap.is_instance(object, types::OS_ERROR) => body
                .args
                .and_then(|args| self.heap.tuple(args)?.get(1).copied()),
            _ => return None,
        };
        Some(self.own_new_ref(value))
    }

    fn code_attribute(&mut self, object: Ref, name: Ref) -> Option<Owned> {
        let Payload::Code(loaded) = self.heap.payload(object) else {
            return None;
        };
        let loaded = loaded.clone();
        let code = &loaded.code;
        let texts = |vm: &mut Vm, items: &[std::rc::Rc<str>]| {
            let items = items
                .iter()
                .map(|name| vm.heap.intern(name).into_counted())
                .collect();
            vm.heap.new_tuple(items)
        };
        match self.heap.as_str(name)? {
            "co_name" => Some(self.heap.intern(&code.name)),
            "co_qualname" => Some(self.heap.intern(&code.qualname)),
            "co_filename" => Some(self.heap.new_str(&code.filename)),
            "co_firstlineno" => Some(self.heap.new_int(i64::from(code.first_line))),
            "co_argcount" => Some(self.heap.new_int(i64::from(code.n_args))),
            "co_kwonlyargcount" => Some(self.heap.new_int(i64::from(code.n_keyword_only))),
            "co_nlocals" => Some(self.heap.new_int(i64::from(code.n_locals))),
            "co_varnames" => Some(texts(self, &code.slots[..code.n_locals as usize])),
            "co_names" => Some(texts(self, &code.names)),
            "co_freevars" => {
                let first = code.slots.len() - code.n_free as usize;
                Some(texts(self, &code.slots[first..]))
            }
            "co_consts" => {
                for &constant in &loaded.constants {
                    self.heap.incref(constant);
                }
                Some(self.heap.new_tuple(loaded.constants.clone()))
            }
            _ => None,
        }
    }

    /// Attributes that can be set and stand in the objects' own fields. False: the name is none of them.
    pub(super) fn set_common_attribute(
        &mut self,
        object: Ref,
        name: Ref,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        if name == self.names.class {
            return self.set_class(object, value).map(|()| true);
        }
        let Some(text) = self.heap.str_rc(name) else {
            return Ok(false);
        };
        match self.heap.payload_of(object) {
            Some(Payload::Function(_)) => self.set_function_attribute(object, &text, value),
            Some(Payload::Exception(_) | Payload::Derived(_))
                if self.exception(object).is_some() =>
            {
                self.set_exception_attribute(object, &text, value)
            }
            Some(Payload::Type(body)) if body.is_heap_type => {
                self.set_type_attribute(object, &text, value)
            }
            Some(Payload::Cell(_)) if &*text == "cell_contents" => {
                if let Some(value) = value {
                    self.heap.incref(value);
                }
                let old = match self.heap.payload_mut(object) {
                    Payload::Cell(contents) => std::mem::replace(contents, value),
                    _ => None,
                };
                if let Some(old) = old {
                    self.release_ref(old);
                }
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn set_class(&mut self, object: Ref, value: Option<Ref>) -> PyResult<()> {
        let Some(value) = value else {
            return self.type_error("can't delete __class__ attribute");
        };
        let fits = self
            .heap
            .type_body_opt(value)
            .is_some_and(|body| body.is_heap_type)
            && matches!(self.heap.payload_of(object), Some(Payload::Instance(_)));
        if !fits {
            return self.type_error(
                "__class__ assignment only supported for mutable types or ModuleType subclasses",
            );
        }
        let old = self.heap.class_of(object);
        self.heap.incref(value);
        self.heap.set_class(object, value);
        self.release_ref(old);
        Ok(())
    }

    fn set_function_attribute(
        &mut self,
        object: Ref,
        text: &str,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        let stored = value.filter(|&value| value != Ref::NONE);
        if let Some(value) = stored {
            self.heap.incref(value);
        }
        let Payload::Function(body) = self.heap.payload_mut(object) else {
            return Ok(false);
        };
        let old = match (text, value) {
            ("__name__", Some(value)) => Some(std::mem::replace(&mut body.name, value)),
            ("__qualname__", Some(value)) => Some(std::mem::replace(&mut body.qualname, value)),
            ("__code__", Some(value)) => Some(std::mem::replace(&mut body.code, value)),
            ("__defaults__", _) => std::mem::replace(&mut body.defaults, stored),
            ("__kwdefaults__", _) => std::mem::replace(&mut body.keyword_defaults, stored),
            ("__module__", _) => std::mem::replace(&mut body.module, stored),
            ("__doc__", _) => std::mem::replace(&mut body.doc, stored),
            ("__annotations__", _) => std::mem::replace(&mut body.annotations, stored),
            _ => {
                if let Some(value) = stored {
                    self.release_ref(value);
                }
                return Ok(false);
            }
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(true)
    }

    fn set_exception_attribute(
        &mut self,
        object: Ref,
        text: &str,
        value: Option<Ref>,
    ) -> PyResult<bool> {
        let stored = value.filter(|&value| value != Ref::NONE);
        if let Some(value) = stored {
            self.heap.incref(value);
        }
        let Some(body) = self.exception_mut(object) else {
            return Ok(false);
        };
        let old = match text {
            "args" => std::mem::replace(&mut body.args, stored),
            "__cause__" => {
                body.suppress_context = true;
                std::mem::replace(&mut body.cause, stored)
            }
            "__context__" => std::mem::replace(&mut body.context, stored),
            "__traceback__" => std::mem::replace(&mut body.traceback, stored),
            "__suppress_context__" => {
                body.suppress_context = value == Some(Ref::TRUE);
                stored
            }
            _ => {
                if let Some(value) = stored {
                    self.release_ref(value);
                }
                return Ok(false);
            }
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(true)
    }

    fn set_type_attribute(&mut self, class: Ref, text: &str, value: Option<Ref>) -> PyResult<bool> {
        let Some(value) = value else {
            return Ok(false);
        };
        match text {
            "__name__" => {
                if let Some(name) = self.heap.str_rc(value) {
                    self.heap.type_body_mut(class).name = name;
                }
                Ok(true)
            }
            "__qualname__" => {
                self.heap.incref(value);
                if let Some(old) = self.heap.type_body_mut(class).qualname.replace(value) {
                    self.release_ref(old);
                }
                Ok(true)
            }
            "__bases__" => self.type_error("assignment to __bases__ is not supported by gcscope"),
            _ => Ok(false),
        }
    }

    fn new_mapping_proxy(&mut self, dict: Ref) -> Owned {
        self.heap.incref(dict);
        let body = crate::heap::payload::View { dict, part: None };
        let proxy = self
            .heap
            .alloc(types::MAPPING_PROXY, Payload::View(Box::new(body)));
        self.heap.track(proxy.get());
        proxy
    }
}

fn object_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [object, rest @ ..] = args.positional else {
        return vm.type_error("descriptor '__init__' of 'object' object needs an argument");
    };
    if !rest.is_empty() || !args.keywords.is_empty() {
        let class = vm.heap.class_of(*object);
        let init = vm.lookup(class, vm.names.init);
        let new = vm.lookup(class, vm.names.new);
        if init != vm.object_init {
            return vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            );
        }
        if new == vm.object_new {
            let name = vm.heap.type_body(class).name.clone();
            return vm.type_error(format!("{name}() takes no arguments"));
        }
    }
    Ok(vm.none())
}

/// super() and super(class, object).
fn super_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, receiver) = match args.positional {
        [_, class, receiver] => (*class, Some(*receiver)),
        [_, class] => (*class, None),
        _ => {
            let (class, receiver) = super_arguments(vm)?;
            (class, Some(receiver))
        }
    };
    if vm.heap.type_body_opt(class).is_none() {
        let name = vm.heap.class_name(class);
        return vm.type_error(format!("super() argument 1 must be a type, not {name}"));
    }
    let receiver_class = match receiver {
        None => None,
        Some(receiver) => {
            let is_class =
                vm.heap.type_body_opt(receiver).is_some() && vm.heap.is_subclass(receiver, class);
            if is_class {
                Some(receiver)
            } else if vm.heap.is_instance(receiver, class) {
                Some(vm.heap.class_of(receiver))
            } else {
                return vm
                    .type_error("super(type, obj): obj must be an instance or subtype of type");
            }
        }
    };
    for held in [Some(class), receiver, receiver_class]
        .into_iter()
        .flatten()
    {
        vm.heap.incref(held);
    }
    let body = Super {
        class,
        receiver,
        receiver_class,
    };
    let object = vm.heap.alloc(types::SUPER, Payload::Super(Box::new(body)));
    vm.heap.track(object.get());
    Ok(object)
}

/// The class around the running function, and its first argument.
fn super_arguments(vm: &mut Vm) -> PyResult<(Ref, Ref)> {
    let code = vm.frame.code.code.clone();
    let base = vm.frame.base;
    if code.n_args == 0 {
        return vm.raise(types::RUNTIME_ERROR, "super(): no arguments");
    }
    let receiver = vm.stack[base].map(Ref::unmarked);
    let receiver = match receiver.map(|receiver| (receiver, vm.heap.payload_of(receiver))) {
        Some((_, Some(Payload::Cell(contents)))) => *contents,
        Some((receiver, _)) => Some(receiver),
        None => None,
    };
    let Some(receiver) = receiver else {
        return vm.raise(types::RUNTIME_ERROR, "super(): arg[0] deleted");
    };
    let place = code.slots.iter().position(|name| &**name == "__class__");
    let cell = place.and_then(|i| vm.stack[base + i]).map(Ref::unmarked);
    match cell.and_then(|cell| vm.heap.payload_of(cell)) {
        Some(Payload::Cell(Some(class))) => Ok((*class, receiver)),
        Some(_) => vm.raise(types::RUNTIME_ERROR, "super(): empty __class__ cell"),
        None => vm.raise(types::RUNTIME_ERROR, "super(): __class__ cell not found"),
    }
}

fn frame_back(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let object = args.positional[0];
    match vm.running_depth(object) {
        Some(depth) if depth > 1 => {
            let back = vm.frame_object_at(depth - 1);
            Ok(vm.heap.new_ref(back))
        }
        Some(_) => Ok(vm.none()),
        None => match vm.heap.payload(object) {
            Payload::Frame(body) => {
                let back = body.back;
                Ok(vm.own_new_ref(back))
            }
            _ => Ok(vm.none()),
        },
    }
}
