//! A session: one heap, one program or a series of statements at a prompt.
//!
//! In: source texts. Out: an [`Outcome`] each, the output, and the trace. Used by the command line and by the page.
//! Mirrors CPython's Python/pythonrun.c.

use std::rc::Rc;

use super::{Output, PyResult, Stop, Unwind, Vm};
use crate::heap::{Heap, Owned, Ref, types};
use crate::profile::Profile;
use crate::python::code::Code;
use crate::python::compile::{self, SyntaxError, SyntaxErrorKind};
use crate::trace::event::Event;

/// What a session is to be like.
#[derive(Clone, Debug)]
pub struct Options {
    pub profile: &'static Profile,
    /// Statements and loop turns that a session may run.
    pub max_steps: u64,
    /// Simulated bytes that its objects may take.
    pub max_heap_bytes: u64,
    /// Record a trace of at most that many detailed events.
    pub record: Option<usize>,
    /// What tracebacks call the program.
    pub filename: String,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            profile: Profile::latest_stable(),
            max_steps: 1_000_000_000,
            max_heap_bytes: 4 << 30,
            record: None,
            filename: "<stdin>".to_owned(),
        }
    }
}

/// How a text ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Finished,
    /// An uncaught exception; its traceback stands on stderr.
    Raised,
    /// SystemExit, with the exit status.
    Exited(i32),
    /// A budget is used up; stderr says which.
    Stopped(Stop),
}

impl Outcome {
    /// The exit status of a process that ends so.
    pub fn status(&self) -> i32 {
        match self {
            Outcome::Finished => 0,
            Outcome::Exited(status) => *status,
            Outcome::Raised | Outcome::Stopped(_) => 1,
        }
    }
}

pub struct Session {
    vm: Vm,
    filename: Rc<str>,
    n_sources: u32,
    /// An uncaught exception stays alive until the interpreter ends (sys.last_value).
    last_error: Option<Owned>,
    is_finished: bool,
}

impl Session {
    pub fn new(options: Options) -> Session {
        forget_abandoned();
        let mut vm = Vm::new(options.profile);
        vm.max_steps = options.max_steps;
        vm.heap.max_bytes = options.max_heap_bytes;
        let main = vm.make_main();
        vm.heap.age_startup_objects();
        if let Some(max_events) = options.record {
            vm.heap.recorder.globals = vm.heap.module_dict(main);
            vm.heap.recorder.start(max_events);
        }
        Session {
            vm,
            filename: Rc::from(options.filename),
            n_sources: 0,
            last_error: None,
            is_finished: false,
        }
    }

    pub fn heap(&self) -> &Heap {
        &self.vm.heap
    }

    pub fn heap_mut(&mut self) -> &mut Heap {
        &mut self.vm.heap
    }

    pub fn events(&self) -> &[Event] {
        &self.vm.heap.recorder.events
    }

    pub fn output(&self) -> &Output {
        &self.vm.output
    }

    pub fn take_output(&mut self) -> Output {
        std::mem::take(&mut self.vm.output)
    }

    /// Checks the heap's invariants before every statement, and panics with what is wrong.
    pub fn set_validating(&mut self, on: bool) {
        self.vm.validates = on;
    }

    /// Runs a program as a script.
    pub fn run_program(&mut self, source: &str) -> Outcome {
        let filename = self.filename.clone();
        self.vm.sources.insert(filename.clone(), Rc::from(source));
        let compiled = compile::compile_module(source, &filename, self.vm.heap.profile);
        self.run_unit(compiled.map(|code| vec![code]), &filename)
    }

    /// Runs what was typed at the prompt: expression statements echo their value.
    pub fn run_prompt(&mut self, source: &str) -> Outcome {
        let filename: Rc<str> = Rc::from("<stdin>");
        if self.vm.heap.profile.prompt_keeps_source {
            self.vm.sources.insert(filename.clone(), Rc::from(source));
        }
        let compiled = compile::compile_interactive(source, &filename, self.vm.heap.profile);
        self.run_unit(compiled, &filename)
    }

    /// Feeds a text to the prompt, one input after the other, as a terminal would.
    pub fn run_inputs(&mut self, source: &str) -> Outcome {
        let mut last = Outcome::Finished;
        for input in super::inputs::split_inputs(source) {
            last = self.run_prompt(&input);
            if matches!(last, Outcome::Exited(_) | Outcome::Stopped(_)) {
                return last;
            }
        }
        let _ = last;
        Outcome::Finished
    }

    /// Whether a prompt runs what was typed so far, or waits for another line.
    pub fn is_complete_input(text: &str) -> bool {
        super::inputs::is_complete_input(text)
    }

    fn run_unit(
        &mut self,
        compiled: Result<Vec<Rc<Code>>, SyntaxError>,
        filename: &str,
    ) -> Outcome {
        // Nothing of this heap is pending between two texts: these are of a session on this thread that is gone.
        drop(crate::heap::reference::take_abandoned());
        let source = self.n_sources;
        self.n_sources += 1;
        self.vm.heap.emit(Event::UnitStarted { source });
        let result = match compiled {
            Ok(codes) => codes
                .iter()
                .try_for_each(|code| self.vm.run_unit(code))
                .and_then(|()| self.vm.check_stopped()),
            Err(error) => self.vm.raise_syntax_error(&error, filename),
        };
        let outcome = match result {
            Ok(()) => Outcome::Finished,
            Err(unwind) => self.report(unwind),
        };
        self.vm.release_abandoned();
        let raised = !matches!(outcome, Outcome::Finished | Outcome::Exited(0));
        self.vm.heap.emit(Event::UnitFinished { source, raised });
        outcome
    }

    /// Prints what ended a text.
    fn report(&mut self, unwind: Unwind) -> Outcome {
        match unwind {
            Unwind::Stopped(stop) => {
                self.vm.write_stop(&stop);
                Outcome::Stopped(stop)
            }
            Unwind::Raised(error) if self.vm.heap.is_instance(error.get(), types::SYSTEM_EXIT) => {
                let status = self.vm.exit_status(error.get());
                self.keep_error(error);
                Outcome::Exited(status)
            }
            Unwind::Raised(error) => {
                let text = self.vm.format_uncaught(error.get());
                if self.vm.write_stderr(&text).is_err() {
                    self.vm.release_abandoned();
                }
                self.keep_error(error);
                Outcome::Raised
            }
        }
    }

    fn keep_error(&mut self, error: Owned) {
        if let Some(old) = self.last_error.replace(error) {
            self.vm.release(old);
        }
    }

    /// The interpreter ends: atexit, unreachable cycles, then the globals.
    pub fn finish(&mut self) {
        if std::mem::replace(&mut self.is_finished, true) {
            return;
        }
        let last_error = self.last_error.take();
        self.vm.finalize(last_error);
    }

    /// Checks the heap's invariants.
    ///
    /// # Errors
    /// A sentence about the first thing that is wrong.
    pub fn validate(&mut self) -> Result<(), String> {
        self.vm.release_abandoned();
        let mut outside = self.vm.outside_references();
        outside.extend(self.last_error.as_ref().map(Owned::get));
        self.vm.heap.validate_counts(&outside)?;
        self.vm.heap.validate_lists()
    }
}

impl Drop for Session {
    /// The references go with their heap: another session's must not be asked to give them back.
    fn drop(&mut self) {
        self.last_error.take().map(Owned::into_counted);
        forget_abandoned();
    }
}

/// What an earlier session left to be given back was its own heap's.
fn forget_abandoned() {
    drop(crate::heap::reference::take_abandoned());
}

impl Vm {
    /// The module `__main__`.
    fn make_main(&mut self) -> Ref {
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
        self.main = Some(module.get());
        self.enter_module("__main__", module);
        self.main.unwrap_or(types::OBJECT)
    }

    /// Runs one compiled unit in `__main__`.
    fn run_unit(&mut self, code: &Rc<Code>) -> PyResult<()> {
        let Some(globals) = self.main.and_then(|main| self.heap.module_dict(main)) else {
            return Ok(());
        };
        let code_ref = self.load_unit(code);
        let unit = code_ref.get();
        self.push(code_ref);
        let result = self.run_code(unit, globals, globals);
        self.drop_top();
        let value = result?;
        self.release(value);
        Ok(())
    }

    /// Runs a code object in namespaces, as exec does.
    pub fn run_code(&mut self, code_ref: Ref, globals: Ref, locals: Ref) -> PyResult {
        let crate::heap::Payload::Code(loaded) = self.heap.payload(code_ref) else {
            return self.type_error("run_code wants a code object");
        };
        let loaded = loaded.clone();
        for held in [code_ref, globals, locals] {
            self.heap.incref(held);
        }
        let bottom = self.stack.len();
        self.stack.push(Some(globals));
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
            bottom,
            base,
            next: 0,
            on_return: super::frame::OnReturn::Push,
            object: None,
            generator: None,
            id: crate::trace::event::FrameId::MODULE,
        })?;
        self.run(floor)
    }

    fn check_stopped(&mut self) -> PyResult<()> {
        match self.stopped.take() {
            Some(stop) => Err(Unwind::Stopped(stop)),
            None => Ok(()),
        }
    }

    fn write_stop(&mut self, stop: &Stop) {
        let text = match stop {
            Stop::Steps(n) => format!("gcscope: stopped after {n} steps (the limit --max-steps)\n"),
            Stop::HeapBytes(n) => {
                format!("gcscope: stopped at {n} bytes of heap (the limit --max-heap)\n")
            }
        };
        self.emit_text(crate::trace::event::Stream::Stderr, &text);
    }

    /// The status that a SystemExit asks for; a text is printed.
    fn exit_status(&mut self, error: Ref) -> i32 {
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
    ) -> PyResult<()> {
        let class = match error.kind {
            SyntaxErrorKind::SyntaxError => types::SYNTAX_ERROR,
            SyntaxErrorKind::IndentationError => types::INDENTATION_ERROR,
            SyntaxErrorKind::TabError => types::TAB_ERROR,
            SyntaxErrorKind::RecursionError => types::RECURSION_ERROR,
        };
        let raised = self.new_error(class, error.message.clone());
        if class == types::RECURSION_ERROR {
            return self.raise_error(raised);
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
        self.raise_error(raised)
    }

    // ---- output ----

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
