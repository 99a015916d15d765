//! Names: locals, globals, cells, namespaces of modules and classes; and making functions.
//!
//! Mirrors the name instructions of CPython's Python/bytecodes.c and Objects/funcobject.c, cellobject.c.

use std::rc::Rc;

use super::{PyResult, Vm};
use crate::heap::payload::{CodeObject, Function};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins;
use crate::python::code::make_function;

impl Vm {
    // ---- locals ----

    #[cold]
    pub(super) fn unbound_local<T>(&mut self, slot: usize) -> PyResult<T> {
        let name = self.frame.code.code.slots[slot].clone();
        let message = if self.heap.profile.unbound_local_names_value {
            format!("cannot access local variable '{name}' where it is not associated with a value")
        } else {
            format!("local variable '{name}' referenced before assignment")
        };
        self.raise(types::UNBOUND_LOCAL_ERROR, message)
    }

    // ---- cells ----

    pub(super) fn make_cell(&mut self, index: usize) {
        let contents = self.stack[index]
            .take()
            .map(|entry| self.own(entry).into_counted());
        let cell = self.heap.new_cell(contents);
        self.stack[index] = Some(cell.into_counted());
        self.after_allocation();
    }

    fn cell_at(&self, slot: usize) -> (Ref, Option<Ref>) {
        let cell = self.stack[self.frame.base() + slot]
            .expect("a cell slot holds its cell")
            .unmarked();
        match self.heap.payload(cell) {
            Payload::Cell(contents) => (cell, *contents),
            _ => panic!("a cell slot holds its cell"),
        }
    }

    pub(super) fn load_deref(&mut self, slot: usize) -> PyResult<()> {
        match self.cell_at(slot).1 {
            Some(value) => {
                self.heap.incref(value);
                self.stack.push(Some(value));
                Ok(())
            }
            None => self.unbound_deref(slot),
        }
    }

    pub(super) fn store_deref(&mut self, slot: usize) {
        let (cell, _) = self.cell_at(slot);
        let value = self.pop().into_counted();
        let old = match self.heap.payload_mut(cell) {
            Payload::Cell(contents) => contents.replace(value),
            _ => None,
        };
        if self.heap.recorder.is_detailed() {
            self.record_names();
        }
        if let Some(old) = old {
            self.release_ref(old);
        }
    }

    pub(super) fn delete_deref(&mut self, slot: usize) -> PyResult<()> {
        let (cell, _) = self.cell_at(slot);
        let old = match self.heap.payload_mut(cell) {
            Payload::Cell(contents) => contents.take(),
            _ => None,
        };
        match old {
            Some(old) => {
                if self.heap.recorder.is_detailed() {
                    self.record_names();
                }
                self.release_ref(old);
                Ok(())
            }
            None => self.unbound_deref(slot),
        }
    }

    pub(super) fn load_class_deref(&mut self, slot: usize) -> PyResult<()> {
        let name = self.frame.code.code.slots[slot].clone();
        if let Some(locals) = self.frame.locals
            && let Some(value) = self.heap.dict_get_text(locals, &name)
        {
            self.heap.incref(value);
            self.stack.push(Some(value));
            return Ok(());
        }
        self.load_deref(slot)
    }

    fn unbound_deref(&mut self, slot: usize) -> PyResult<()> {
        let code = &self.frame.code.code;
        let name = code.slots[slot].clone();
        let is_free = slot >= code.slots.len() - code.n_free as usize;
        if !is_free {
            return self.unbound_local(slot);
        }
        let message = if self.heap.profile.unbound_local_names_value {
            format!(
                "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
            )
        } else {
            format!("free variable '{name}' referenced before assignment in enclosing scope")
        };
        self.raise(types::NAME_ERROR, message)
    }

    // ---- namespaces ----

    /// The value of `names[index]` in the running frame's namespaces.
    pub(super) fn load_name(&mut self, code: &CodeObject, index: usize) -> PyResult {
        if let Some(locals) = self.frame.locals
            && locals != self.frame.globals
        {
            if self.heap.class_of(locals) != types::DICT {
                return self.load_from_namespace(locals, code, index);
            }
            if let Some(value) = self.heap.dict_get_name(locals, code.names[index]) {
                return Ok(self.heap.new_ref(value));
            }
        }
        self.load_global(code, index)
    }

    /// From what a metaclass's `__prepare__` made, by its own `__getitem__`.
    fn load_from_namespace(&mut self, namespace: Ref, code: &CodeObject, index: usize) -> PyResult {
        match self.get_item(namespace, code.names[index]) {
            Err(error) => {
                builtins::exceptions::catch(self, error, types::KEY_ERROR)?;
                self.load_global(code, index)
            }
            found => found,
        }
    }

    /// The value of `names[index]` in the dict of the class around the running function, or among the globals.
    pub(super) fn load_class_or_global(&mut self, code: &CodeObject, index: usize) -> PyResult {
        let dict = self.cell_contents("__classdict__");
        match dict.and_then(|dict| self.heap.dict_get_name(dict, code.names[index])) {
            Some(value) => Ok(self.heap.new_ref(value)),
            None => self.load_global(code, index),
        }
    }

    /// What the running frame's cell of that name holds.
    pub(super) fn cell_contents(&self, name: &str) -> Option<Ref> {
        let code = &self.frame.code.code;
        let place = code.slots.iter().position(|slot| &**slot == name)?;
        let cell = self.stack[self.frame.base() + place]?.unmarked();
        match self.heap.payload_of(cell)? {
            Payload::Cell(contents) => *contents,
            _ => None,
        }
    }

    #[inline]
    pub(super) fn load_global(&mut self, code: &CodeObject, index: usize) -> PyResult {
        match self.find_global(code, index) {
            Some(value) => Ok(self.heap.new_ref(value)),
            None => self.name_error(code.names[index]),
        }
    }

    /// The global or built-in value of `names[index]`, borrowed.
    #[inline(always)]
    pub(super) fn find_global(&self, code: &CodeObject, index: usize) -> Option<Ref> {
        let (name, found_at) = (code.names[index], &code.found_at[index]);
        let (heap, frame) = (&self.heap, &self.frame);
        heap.dict_get_name_again(frame.globals, name, &found_at.globals)
            .or_else(|| heap.dict_get_name_again(frame.builtins, name, &found_at.builtins))
    }

    /// Binds `names[index]` to the value on top of the stack, among the globals.
    #[inline]
    pub(super) fn store_global(&mut self, code: &CodeObject, index: usize) {
        let value = self.pop().into_counted();
        let (name, found_at) = (code.names[index], &code.found_at[index].globals);
        let old = self
            .heap
            .dict_set_name_again(self.frame.globals, name, value, found_at);
        if let Some(old) = old {
            self.release_ref(old);
        }
    }

    #[cold]
    pub(super) fn name_error<T>(&mut self, name: Ref) -> PyResult<T> {
        let text = self.heap.as_str(name).unwrap_or_default();
        let is_global = self.heap.profile.global_names_told_apart && self.frame.locals.is_none();
        let kind = if is_global { "global " } else { "" };
        let message = format!("{kind}name '{text}' is not defined");
        let error = self.new_error(types::NAME_ERROR, message);
        if self.heap.profile.suggestions {
            let name = self.heap.new_ref(name);
            self.set_error_attribute(error.get(), self.names.plain_name, name);
        }
        self.raise_error(error)
    }

    pub(super) fn store_name(&mut self, code: &CodeObject, index: usize) -> PyResult<()> {
        let (name, globals) = (code.names[index], self.frame.globals);
        let locals = self.frame.locals.unwrap_or(globals);
        if locals == globals {
            self.store_global(code, index);
            return Ok(());
        }
        if self.heap.class_of(locals) != types::DICT {
            let value = self.pop();
            let done = self.set_item(locals, name, value.get());
            self.release(value);
            return done;
        }
        let value = self.pop().into_counted();
        let old = self.heap.dict_set_name(locals, name, value);
        if self.heap.recorder.is_detailed() {
            self.record_names();
        }
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(())
    }

    pub(super) fn delete_name(&mut self, name: Ref) -> PyResult<()> {
        let locals = self.frame.locals.unwrap_or(self.frame.globals);
        match self.heap.dict_delete_name(locals, name) {
            Some(old) => {
                self.release_ref(old);
                Ok(())
            }
            None => self.name_error(name),
        }
    }

    pub(super) fn delete_global(&mut self, name: Ref) -> PyResult<()> {
        match self.heap.dict_delete_name(self.frame.globals, name) {
            Some(old) => {
                self.release_ref(old);
                Ok(())
            }
            None => self.name_error(name),
        }
    }

    // ---- functions ----

    /// MakeFunction: defaults, annotations and closure stand on the stack as the operand's bits say.
    pub(super) fn make_function(&mut self, loaded: &Rc<CodeObject>, operand: u32) {
        let code_ref = loaded.constants[(operand >> make_function::SHIFT) as usize];
        let closure = self.pop_if(operand & make_function::CLOSURE);
        let annotations = self.pop_if(operand & make_function::ANNOTATIONS);
        let keyword_defaults = self.pop_if(operand & make_function::KEYWORD_DEFAULTS);
        let defaults = self.pop_if(operand & make_function::DEFAULTS);
        let makes_annotations = annotations
            .is_some_and(|made| matches!(self.heap.payload_of(made), Some(Payload::Function(_))));
        let function = self.new_function(code_ref, self.frame.globals);
        if let Payload::Function(body) = self.heap.payload_mut(function.get()) {
            body.closure = closure;
            if makes_annotations {
                body.annotate = annotations;
            } else {
                body.annotations = annotations;
            }
            body.keyword_defaults = keyword_defaults;
            body.defaults = defaults;
        }
        self.push(function);
        self.after_allocation();
    }

    fn pop_if(&mut self, bit: u32) -> Option<Ref> {
        (bit != 0).then(|| self.pop().into_counted())
    }

    /// A function of that code without defaults and closure.
    pub(crate) fn new_function(&mut self, code_ref: Ref, globals: Ref) -> Owned {
        let Payload::Code(loaded) = self.heap.payload(code_ref) else {
            panic!("a function is made of a code object");
        };
        let code = loaded.code.clone();
        let name = self.heap.intern(&code.name).into_counted();
        let qualname = self.heap.intern(&code.qualname).into_counted();
        let doc = code
            .docstring
            .as_ref()
            .map_or(Ref::NONE, |text| self.heap.new_str(text).into_counted());
        if doc == Ref::NONE {
            self.heap.incref(doc);
        }
        let module = self.heap.dict_get_name(globals, self.names.name);
        let builtins = (self.heap.profile.functions_keep_builtins).then_some(self.builtins_dict);
        for kept in [Some(code_ref), Some(globals), builtins, module]
            .into_iter()
            .flatten()
        {
            self.heap.incref(kept);
        }
        let body = Function {
            code: code_ref,
            globals,
            builtins,
            name,
            qualname,
            module,
            doc: Some(doc),
            defaults: None,
            keyword_defaults: None,
            closure: None,
            annotations: None,
            annotate: None,
            dict: None,
        };
        let function = self
            .heap
            .alloc(types::FUNCTION, Payload::Function(Box::new(body)));
        self.heap.track(function.get());
        function
    }
}
