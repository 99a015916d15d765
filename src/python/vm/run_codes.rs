//! Running codes one after the other, as a program or an input at the prompt, and writing to its streams.
//! Mirrors CPython's Python/pythonrun.c.

use super::session::Running;
use super::{PyResult, Stop, Unwind, Vm};
use crate::heap::{Ref, Share, types};
use crate::python::code::Code;
use crate::python::compile::{SyntaxError, SyntaxErrorKind};
use crate::trace::event::Event;
use std::rc::Rc;

impl Vm {
    /// The module `__main__`.
    pub(super) fn make_main(&mut self) -> Ref {
        let module = self.heap.new_module("__main__");
        let dict = self
            .heap
            .module_dict(module.get())
            .unwrap_or(self.builtins_dict);
        for (name, value) in [
            ("__name__", Some("__main__")),
            ("__doc__", None),
            ("__package__", None),
            ("__loader__", None),
            ("__spec__", None),
        ] {
            let value = match value {
                Some(text) => self.heap.intern(text),
                None => self.none(),
            };
            let old = self.heap.dict_set_text(dict, name, value.into_counted());
            debug_assert!(old.is_none(), "the names differ");
        }
        let annotations = self.heap.new_dict();
        if !self.heap.profile.code.lazy_annotations {
            let name = self.names.annotations;
            self.set_name_in(dict, name, annotations.get());
        }
        self.release(annotations);
        if let Some(builtins) = self.builtins {
            let name = self.names.builtins;
            self.set_name_in(dict, name, builtins);
        }
        if self.heap.profile.modules_run_as_functions {
            // The name of each such function; CPython has it among its static strings.
            let name = self.heap.intern("<module>");
            self.release(name);
        }
        self.main = Some(module.get());
        self.enter_module("__main__", module);
        self.main.unwrap_or(types::OBJECT)
    }

    /// A script's module knows its file; standard input is none.
    pub(super) fn name_main_file(&mut self, filename: &str) {
        let dict = self.main.and_then(|main| self.heap.module_dict(main));
        let Some(dict) = dict.filter(|_| !filename.starts_with('<')) else {
            return;
        };
        let text = self.heap.new_str(filename);
        let name = self.names.file;
        self.set_name_in(dict, name, text.get());
        self.release(text);
        if self.heap.profile.main_has_cached {
            let none = self.none().into_counted();
            if let Some(old) = self.heap.dict_set_text(dict, "__cached__", none) {
                self.release_ref(old);
            }
        }
    }

    /// Runs the codes of a text until they are done or a pause is due.
    pub(super) fn run_codes(&mut self, running: &mut Running) -> Option<PyResult<()>> {
        loop {
            let result = match (running.ended.take(), running.floor) {
                (Some(unwind), None) => return Some(Err(unwind)),
                (Some(unwind), Some(_)) => Err(unwind),
                (None, Some(floor)) => self.run_slice(floor)?,
                (None, None) => {
                    let Some(code) = running.codes.pop_front() else {
                        return Some(self.check_stopped());
                    };
                    match self.enter_unit(&code, &mut running.frame_share) {
                        Ok(floor) => {
                            running.floor = Some(floor);
                            continue;
                        }
                        Err(unwind) => Err(unwind),
                    }
                }
            };
            running.floor = None;
            self.leave_trees(0);
            self.drop_top();
            // What something still holds of it, as a traceback does, the program has made its own.
            self.heap.setup = self
                .heap
                .setup
                .without(std::mem::take(&mut running.frame_share));
            match result {
                Ok(value) => self.release(value),
                Err(unwind) => return Some(Err(unwind)),
            }
        }
    }

    /// The frame of one compiled unit in `__main__`, above its code object. Gives its floor; what the interpreter has
    /// made for it, constants and names apart, goes to its setup and is told.
    fn enter_unit(&mut self, code: &Rc<Code>, share: &mut Share) -> PyResult<usize> {
        let code_ref = self.load_running_unit(code);
        let unit = code_ref.get();
        self.push(code_ref);
        let before = self.heap.share_of_all();
        let entered = self.enter_main(unit);
        let code = Share {
            bytes: self.heap.size_of(unit),
            objects: 1,
        };
        *share = self.heap.share_of_all().without(before).plus(code);
        self.heap.setup = self.heap.setup.plus(*share);
        entered
    }

    fn enter_main(&mut self, unit: Ref) -> PyResult<usize> {
        let globals = self.main.and_then(|main| self.heap.module_dict(main));
        let globals = globals.unwrap_or(self.builtins_dict);
        self.enter_code(unit, globals, globals)
    }

    /// Runs a code object in namespaces, as exec does.
    pub fn run_code(&mut self, code_ref: Ref, globals: Ref, locals: Ref) -> PyResult {
        let floor = self.enter_code(code_ref, globals, locals)?;
        self.run(floor)
    }

    /// What keeps the globals of a running module: its frame, or the function that it runs as (no part of a recording:
    /// nobody's program made it).
    fn holder_of_globals(&mut self, code_ref: Ref, globals: Ref) -> Ref {
        if !self.heap.profile.modules_run_as_functions {
            self.heap.incref(globals);
            return globals;
        }
        let detail = self.heap.recorder.suspend();
        let function = self.new_function(code_ref, globals).into_counted();
        self.heap.recorder.resume(detail);
        self.heap.set_own(function);
        function
    }

    fn enter_code(&mut self, code_ref: Ref, globals: Ref, locals: Ref) -> PyResult<usize> {
        let crate::heap::Payload::Code(loaded) = self.heap.payload(code_ref) else {
            return self.type_error("run_code wants a code object");
        };
        let loaded = loaded.clone();
        let holder = self.holder_of_globals(code_ref, globals);
        for held in [code_ref, locals] {
            self.heap.incref(held);
        }
        let bottom = self.stack.len();
        self.stack.push(Some(holder));
        let base = self.stack.len();
        self.stack.resize(base + loaded.code.slots.len(), None);
        let floor = self.callers.len();
        self.enter_frame(super::frame::Frame {
            code: loaded,
            code_ref: Some(code_ref),
            globals,
            builtins: self.builtins_dict,
            function: None,
            locals: Some(locals),
            bottom: bottom as u32,
            base: base as u32,
            next: 0,
            on_return: super::frame::OnReturn::Push,
            packed: Default::default(),
            object: None,
            generator: None,
            id: crate::trace::event::FrameId::MODULE,
        })?;
        Ok(floor)
    }

    fn check_stopped(&mut self) -> PyResult<()> {
        match self.stopped.take() {
            Some(stop) => Err(Unwind::Stopped(stop)),
            None => Ok(()),
        }
    }

    pub(super) fn write_stop(&mut self, stop: &Stop) {
        let text = match stop {
            Stop::Steps(n) => format!("gcscope: stopped after {n} steps (the limit --max-steps)\n"),
            Stop::HeapBytes(n) => {
                format!("gcscope: stopped at {n} bytes of heap (the limit --max-heap)\n")
            }
            Stop::Asked => "gcscope: stopped\n".to_owned(),
        };
        self.emit_text(crate::trace::event::Stream::Stderr, &text);
    }

    /// The status that a SystemExit asks for; a text is printed.
    pub(super) fn exit_status(&mut self, error: Ref) -> i32 {
        let args: Vec<Ref> = self
            .exception(error)
            .and_then(|body| body.args)
            .and_then(|args| self.heap.tuple(args))
            .map_or(Vec::new(), <[Ref]>::to_vec);
        let shown = match args.as_slice() {
            [] | [Ref::NONE] => return 0,
            [one] => match self.heap.as_small(*one) {
                Some(status) => return (status & 0xff) as i32,
                None => self.str(*one),
            },
            _ => self.str(error),
        };
        let text = shown.unwrap_or_default();
        self.emit_text(crate::trace::event::Stream::Stderr, &format!("{text}\n"));
        1
    }

    pub(crate) fn raise_syntax_error(
        &mut self,
        error: &SyntaxError,
        filename: &str,
        line: u32,
    ) -> PyResult<()> {
        let class = match error.kind {
            SyntaxErrorKind::SyntaxError => types::SYNTAX_ERROR,
            SyntaxErrorKind::IndentationError => types::INDENTATION_ERROR,
            SyntaxErrorKind::TabError => types::TAB_ERROR,
            SyntaxErrorKind::RecursionError => types::RECURSION_ERROR,
        };
        let raised = self.new_error(class, error.message.clone());
        if class == types::RECURSION_ERROR {
            return self.raise_error_at(raised, line);
        }
        let message = self.heap.new_str(&error.message);
        self.set_error_attribute(raised.get(), self.names.msg, message);
        let filename = self.heap.new_str(filename);
        self.set_error_attribute(raised.get(), self.names.filename, filename);
        let text = self.heap.new_str(&error.text);
        self.set_error_attribute(raised.get(), self.names.text, text);
        for (name, value) in [
            (self.names.lineno, error.line),
            (self.names.offset, error.column),
            (self.names.end_lineno, error.end_line),
            (self.names.end_offset, error.end_column),
        ] {
            let value = self.heap.new_int(i64::from(value));
            self.set_error_attribute(raised.get(), name, value);
        }
        self.raise_error_at(raised, line)
    }

    pub(crate) fn emit_text(&mut self, stream: crate::trace::event::Stream, text: &str) {
        match stream {
            crate::trace::event::Stream::Stdout => self.output.stdout.push_str(text),
            crate::trace::event::Stream::Stderr => self.output.stderr.push_str(text),
        }
        if self.heap.recorder.is_on() {
            let text = Rc::from(text);
            self.heap.emit(Event::Printed { stream, text });
        }
    }

    /// Writes to sys.stdout or sys.stderr as the program sees them.
    pub fn write_stdout(&mut self, text: &str) -> PyResult<()> {
        self.write_stream(crate::trace::event::Stream::Stdout, self.names.stdout, text)
    }

    pub fn write_stderr(&mut self, text: &str) -> PyResult<()> {
        self.write_stream(crate::trace::event::Stream::Stderr, self.names.stderr, text)
    }

    fn write_stream(
        &mut self,
        stream: crate::trace::event::Stream,
        name: Ref,
        text: &str,
    ) -> PyResult<()> {
        let replaced = self
            .builtin_state
            .sys_dict
            .and_then(|dict| self.heap.dict_get_name(dict, name))
            .filter(|&file| !self.is_builtin_class(self.heap.class_of(file)))
            .filter(|&file| {
                matches!(
                    self.heap.payload_of(file),
                    Some(crate::heap::Payload::Instance(_))
                )
            });
        match replaced {
            Some(file) => {
                let method = self.get_attribute(file, self.names.write)?;
                let text = self.heap.new_str(text);
                let result = self.call(method.get(), &[text.get()], &[])?;
                self.release(result);
                self.release(text);
                self.release(method);
            }
            None => self.emit_text(stream, text),
        }
        Ok(())
    }

    /// PrintExpr: the prompt's echo.
    pub(super) fn print_expression(&mut self) -> PyResult<()> {
        let value = self.peek(1);
        if value != Ref::NONE {
            let name = self.names.underscore;
            self.set_name_in(self.builtins_dict, name, Ref::NONE);
            let text = self.repr(value)?;
            self.write_stdout(&format!("{text}\n"))?;
            self.set_name_in(self.builtins_dict, name, value);
        }
        self.drop_top();
        Ok(())
    }
}
