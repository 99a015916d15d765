//! Attributes of the interpreter's own objects: functions, classes, methods, frames, tracebacks, exceptions; and the
//! methods of object, type and super.
//!
//! Mirrors the getset tables of CPython's Objects/funcobject.c, classobject.c, typeobject.c, frameobject.c and exceptions.c.

use super::{NativeFn, PyResult, Vm};
use crate::heap::payload::BuiltinKind;
use crate::heap::{Owned, Payload, Ref, types};

impl Vm {
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
            if let Some(Payload::StaticMethod(_) | Payload::ClassMethod(_)) =
                self.heap.payload_of(object)
            {
                let dict = self.wrapper_dict(object);
                return Ok(Some(self.heap.new_ref(dict)));
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
            Some(Payload::StaticMethod(body) | Payload::ClassMethod(body)) => {
                let (function, dict) = (body.function, body.dict);
                match self.heap.as_str(name) {
                    Some("__func__" | "__wrapped__") => Some(self.heap.new_ref(function)),
                    _ => {
                        let value = dict.and_then(|dict| self.heap.dict_get_name(dict, name));
                        value.map(|value| self.heap.new_ref(value))
                    }
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
            "__annotate__" if self.heap.profile.code.lazy_annotations => body.annotate,
            "__annotations__" => {
                if let Some(pairs) = body.annotations
                    && self.heap.tuple(pairs).is_some()
                {
                    return Some(self.unpack_annotations(object, pairs));
                }
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
        let class = self.heap.class_of(object);
        let is_bound = class == types::BUILTIN_FUNCTION || class == types::METHOD_WRAPPER;
        match self.heap.as_str(name)? {
            "__name__" => Some(self.heap.new_str(&text)),
            "__qualname__" => {
                let qualified = match owner {
                    Some(owner) if self.heap.type_body_opt(owner).is_some() => {
                        format!("{}.{text}", self.heap.type_body(owner).name)
                    }
                    Some(owner) => format!("{}.{text}", self.heap.short_class_name(owner)),
                    None => text.to_string(),
                };
                Some(self.heap.new_str(&qualified))
            }
            "__module__" if class == types::BUILTIN_FUNCTION => match module {
                Some(module) => Some(self.heap.new_str(&module)),
                None => Some(self.none()),
            },
            "__self__" if is_bound => {
                let module = module.and_then(|name| self.imported_module(&name));
                Some(self.own_new_ref(owner.or(module)))
            }
            "__objclass__" if !is_bound => Some(self.own_new_ref(owner)),
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
            "co_posonlyargcount" => Some(self.heap.new_int(i64::from(code.n_positional_only))),
            "co_stacksize" => Some(self.heap.new_int(i64::from(code.stack_size))),
            "co_cellvars" => {
                let cells: Vec<_> = code
                    .cell_slots
                    .iter()
                    .map(|&slot| code.slots[slot as usize].clone())
                    .collect();
                Some(texts(self, &cells))
            }
            "co_freevars" => {
                let first = code.slots.len() - code.n_free as usize;
                Some(texts(self, &code.slots[first..]))
            }
            "co_consts" => {
                if let Some(all) = loaded.shared_constants {
                    return Some(self.heap.new_ref(all));
                }
                for &constant in &loaded.constants {
                    self.heap.incref(constant);
                }
                Some(self.heap.new_tuple(loaded.constants.clone()))
            }
            _ => None,
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
