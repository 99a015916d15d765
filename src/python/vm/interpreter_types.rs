//! The types of the interpreter's own objects: what object, frame, generator, super and the like have as methods.
//! Mirrors CPython's Objects/frameobject.c, Objects/typeobject.c (super) and Python/sysmodule.c (_getframe).

use super::{Args, NativeFn, PyResult, Vm};
use crate::heap::payload::Super;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;

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
            if let Payload::Frame(body) = vm.heap.payload(object)
                && let Some(generator) = body.generator
            {
                vm.close_generator(generator)?;
                return Ok(vm.none());
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
        let suspended = body
            .generator
            .and_then(|generator| match self.heap.payload(generator) {
                Payload::Generator(body) => body.state.as_ref(),
                _ => None,
            });
        let (slots, locals) = match body.state.as_ref().or(suspended) {
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
        let base = frame.base();
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
}

fn object_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [object, rest @ ..] = args.positional else {
        return vm.type_error("descriptor '__init__' of 'object' object needs an argument");
    };
    // type.__init__ looks at nothing but their number.
    if vm.heap.type_body_opt(*object).is_some() && matches!(rest.len(), 1 | 3) {
        return Ok(vm.none());
    }
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
            return vm.type_error(format!(
                "{name}.__init__() takes exactly one argument (the instance to initialize)"
            ));
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
                return refuse_super(vm, class, receiver);
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

fn refuse_super(vm: &mut Vm, class: Ref, receiver: Ref) -> PyResult {
    let shown = match vm.heap.type_body_opt(receiver) {
        Some(body) => format!("type {}", body.name),
        None => format!("instance of {}", vm.heap.class_name(receiver)),
    };
    let class = vm.heap.type_body(class).name.clone();
    let text = vm.heap.profile.texts.super_object;
    vm.type_error(fill(text, &[&shown, &class]))
}

/// The class around the running function, and its first argument.
fn super_arguments(vm: &mut Vm) -> PyResult<(Ref, Ref)> {
    let code = vm.frame.code.code.clone();
    let base = vm.frame.base();
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
