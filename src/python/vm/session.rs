//! A session: one heap, one program or a series of statements at a prompt.
//!
//! In: source texts. Out: an [`Outcome`] each, the output, and the trace. Used by the command line and by the page.
//! Mirrors CPython's Python/pythonrun.c.

use std::collections::VecDeque;
use std::rc::Rc;

use super::watch::Report;
use super::{Collector, Output, Stop, Unwind, Vm};
use crate::heap::{Heap, Owned, Share, types};
use crate::profile::Profile;
use crate::python::code::Code;
use crate::python::compile::{self, SyntaxError};
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
    /// The step before which the details begin; at the start where it is 0.
    pub details_from: u64,
    /// What looks for unreachable objects: CPython's collector, but for comparisons.
    pub collector: Collector,
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
            details_from: 0,
            collector: Collector::default(),
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
    /// Inputs at the prompt that compiled.
    n_prompts: u32,
    /// An uncaught exception stays alive until the interpreter ends (sys.last_value).
    last_error: Option<Owned>,
    /// The text that is being run, between two of its slices.
    running: Option<Running>,
    /// What runs was typed at the prompt.
    is_prompt: bool,
    is_finished: bool,
}

/// A text that has begun.
pub(super) struct Running {
    source: u32,
    /// The rest of it, to be run one after the other.
    pub(super) codes: VecDeque<Rc<Code>>,
    /// Where the frame of the code that runs stands; none between two codes.
    pub(super) floor: Option<usize>,
    /// What that code and what it runs as take: nobody's program made them.
    pub(super) frame_share: Share,
    /// It is over already: it does not compile.
    pub(super) ended: Option<Unwind>,
}

impl Session {
    pub fn new(options: Options) -> Session {
        forget_abandoned();
        let mut vm = Vm::new(options.profile);
        vm.max_steps = options.max_steps;
        vm.collector = options.collector;
        vm.heap.max_bytes = options.max_heap_bytes;
        let main = vm.make_main();
        vm.heap.age_startup_objects();
        if let Some(max_events) = options.record {
            vm.heap
                .start_recording(vm.heap.module_dict(main), max_events);
            if options.details_from > 0 {
                vm.heap.recorder.defer_details(options.details_from);
            }
        }
        Session {
            vm,
            filename: Rc::from(options.filename),
            n_sources: 0,
            n_prompts: 0,
            last_error: None,
            running: None,
            is_prompt: false,
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
        self.begin_program(source);
        self.proceed_to_end()
    }

    /// Runs what was typed at the prompt: expression statements echo their value.
    pub fn run_prompt(&mut self, source: &str) -> Outcome {
        self.begin_prompt(source);
        self.proceed_to_end()
    }

    /// Begins a program, to be run by [`Session::proceed`].
    pub fn begin_program(&mut self, source: &str) {
        let filename = self.filename.clone();
        self.vm.sources.insert(filename.clone(), Rc::from(source));
        self.vm.show_file(&filename);
        self.vm.name_main_file(&filename);
        let compiled = compile::compile_module(source, &filename, self.vm.heap.profile)
            .map_err(SyntaxError::in_file);
        self.is_prompt = false;
        self.begin(compiled.map(|code| vec![code]), &filename);
    }

    /// Begins what was typed at the prompt, to be run by [`Session::proceed`].
    pub fn begin_prompt(&mut self, source: &str) {
        let mut filename: Rc<str> = Rc::from("<stdin>");
        if self.vm.heap.profile.prompt_keeps_source {
            filename = Rc::from(format!("<stdin-{}>", self.n_prompts));
            self.vm.sources.insert(filename.clone(), Rc::from(source));
        }
        self.vm.show_file(&filename);
        let compiled = compile::compile_interactive(source, &filename, self.vm.heap.profile);
        self.is_prompt = true;
        // What does not compile takes no number.
        self.n_prompts += u32::from(compiled.is_ok());
        self.begin(compiled, "<stdin>");
    }

    /// Feeds a text to the prompt, one input after the other, as a terminal would.
    pub fn run_inputs(&mut self, source: &str) -> Outcome {
        let mut last = Outcome::Finished;
        for input in super::inputs::split_inputs(source) {
            if input.is_empty() {
                self.n_prompts += 1;
                continue;
            }
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

    fn begin(&mut self, compiled: Result<Vec<Rc<Code>>, SyntaxError>, filename: &str) {
        // Nothing of this heap is pending between two texts: these are of a session on this thread that is gone.
        drop(crate::heap::reference::take_abandoned());
        let source = self.n_sources;
        self.n_sources += 1;
        self.vm.heap.emit(Event::UnitStarted { source });
        if source == 0 && self.vm.heap.recorder.are_details_deferred() {
            self.vm.heap.emit(Event::DetailEnded);
        }
        self.vm.heap.tell_again();
        self.vm.stopped = None;
        self.vm.watch.begin(self.vm.steps);
        let (codes, ended) = match compiled {
            Ok(codes) => (VecDeque::from(codes), None),
            Err(error) => {
                let raised = self.vm.raise_syntax_error(&error, filename, error.line);
                (VecDeque::new(), raised.err())
            }
        };
        self.running = Some(Running {
            source,
            codes,
            floor: None,
            frame_share: Share::default(),
            ended,
        });
    }

    fn proceed_to_end(&mut self) -> Outcome {
        loop {
            if let Some(outcome) = self.proceed(u64::MAX) {
                return outcome;
            }
        }
    }

    /// Runs about so many steps more of what has begun: a native call is never left in its middle. None while there
    /// is more to run.
    pub fn proceed(&mut self, n_steps: u64) -> Option<Outcome> {
        let Some(mut running) = self.running.take() else {
            return Some(Outcome::Finished);
        };
        self.vm.pause_at = self.vm.steps.saturating_add(n_steps.max(1));
        let result = self.vm.run_codes(&mut running);
        self.vm.pause_at = u64::MAX;
        let Some(result) = result else {
            self.running = Some(running);
            return None;
        };
        let outcome = match result {
            Ok(()) => Outcome::Finished,
            Err(unwind) => self.report(unwind),
        };
        self.vm.release_abandoned();
        if self.is_prompt {
            crate::python::builtins::output::flush_stdout(&mut self.vm);
        }
        let raised = !matches!(outcome, Outcome::Finished | Outcome::Exited(0));
        let source = running.source;
        self.vm.heap.tell_again();
        self.vm.heap.emit(Event::UnitFinished { source, raised });
        self.vm.heap.tell_totals();
        Some(outcome)
    }

    /// Steps that the text has run so far; none where none is being run.
    pub fn n_steps_run(&self) -> Option<u64> {
        self.running.as_ref()?;
        Some(self.vm.steps - self.vm.watch.first_step)
    }

    /// As Ctrl-C would: KeyboardInterrupt where the program stands. The second time nothing can catch it.
    pub fn interrupt(&mut self) {
        self.interrupt_after(self.n_steps_run().unwrap_or(0));
    }

    /// The same, as soon as the text has run so many steps: also in the middle of a native call.
    pub fn interrupt_after(&mut self, n_steps: u64) {
        if self.running.is_some() {
            self.vm.watch.interrupt_after(n_steps);
        }
    }

    /// Has it told from time to time how many steps the text has run, also in the middle of a native call.
    pub fn set_report(&mut self, report: Report) {
        self.vm.watch.report = Some(report);
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
                if self.is_prompt {
                    if self.vm.remember_last_error(error.get()).is_err() {
                        self.vm.release_abandoned();
                    }
                    self.vm.release(error);
                } else {
                    self.keep_error(error);
                }
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
