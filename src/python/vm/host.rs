//! What heap and collector call back into: finalizers, callbacks of weak references, gc.callbacks.
//!
//! An exception in one of them is printed and forgotten. Mirrors slot_tp_finalize (Objects/typeobject.c),
//! handle_callback (Objects/weakrefobject.c), invoke_gc_callback (Python/gc.c) and PyErr_WriteUnraisable.

use std::rc::Rc;

use super::{Collector, PyResult, Unwind, Vm};
use crate::gc::Collected;
use crate::gc::mark_sweep::{MarkSweep, mark_sweep};
use crate::heap::{GcInfo, Heap, Host, Owned, Payload, Ref};
use crate::profile::UnraisableReport;
use crate::python::modules::gc::SECONDS_OF_CANDIDATE;
use crate::trace::event::Event;

/// Where an exception was raised that nobody can catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ignored {
    Deallocator,
    Generator,
    WeakrefCallback,
    GcCallback,
    ExitFunction,
    File,
}

impl Vm {
    /// From what the interpreter holds, and what it keeps for ever: the built-in classes among it.
    pub(crate) fn mark_sweep(&mut self) -> MarkSweep {
        let mut roots = self.outside_references();
        let heap = &self.heap;
        roots.extend(heap.containers().filter(|&it| heap.is_permanent(it)));
        mark_sweep(&mut self.heap, &roots)
    }
}

impl Host for Vm {
    fn heap(&mut self) -> &mut Heap {
        &mut self.heap
    }

    fn collect_otherwise(&mut self) -> Option<Collected> {
        match self.collector {
            Collector::Generational => None,
            Collector::None => Some(Collected::default()),
            Collector::MarkSweep => {
                let found = self.mark_sweep();
                Some(Collected {
                    collected: found.unmarked.len() as u32,
                    uncollectable: 0,
                    candidates: found.n_marked + found.unmarked.len() as u32,
                })
            }
        }
    }

    fn call_finalizer(&mut self, object: Ref) {
        let id = self.heap.recorder.id_of(object);
        if let Some(object) = id {
            self.heap.emit(Event::FinalizerStarted { object });
        }
        if matches!(self.heap.payload_of(object), Some(Payload::Generator(_))) {
            if let Err(unwind) = self.close_generator(object) {
                self.write_unraisable(unwind, object, Ignored::Generator);
            }
        } else {
            let class = self.heap.class_of(object);
            if let Some(method) = self.lookup(class, self.names.del) {
                let method = self.heap.new_ref(method);
                let result = self.call_method_of_class(method.get(), object, &[]);
                self.ignore_in_finalizer(result, method.get(), object);
                self.release(method);
            }
        }
        if let Some(object) = id {
            self.heap.emit(Event::FinalizerFinished { object });
        }
    }

    fn call_weakref_callback(&mut self, weakref: Ref, callback: Ref) {
        let id = self.heap.recorder.id_of(weakref);
        if let Some(weakref) = id {
            self.heap.emit(Event::WeakrefCallbackStarted { weakref });
        }
        let result = self.call(callback, &[weakref], &[]);
        self.ignore(result, callback, Ignored::WeakrefCallback);
        if let Some(weakref) = id {
            self.heap.emit(Event::WeakrefCallbackFinished { weakref });
        }
    }

    fn call_gc_callbacks(&mut self, phase: &'static str, info: GcInfo) {
        let Some(list) = self.heap.gc.callbacks else {
            return;
        };
        if self.heap.list(list).is_none_or(<[Ref]>::is_empty) {
            return;
        }
        let info = self.gc_info_dict(info);
        let phase = self.heap.intern(phase);
        // A callback may change the list: those that it adds are called, too.
        let mut i = 0;
        while let Some(callback) = self.heap.list(list).and_then(|all| all.get(i).copied()) {
            i += 1;
            let callback = self.heap.new_ref(callback);
            let result = self.call(callback.get(), &[phase.get(), info.get()], &[]);
            self.ignore(result, callback.get(), Ignored::GcCallback);
            self.release(callback);
        }
        self.release(phase);
        self.release(info);
    }

    fn write_gc_debug(&mut self, line: &str) {
        // sys.stderr itself: the collector writes past Python's objects.
        self.emit_text(crate::trace::event::Stream::Stderr, &format!("{line}\n"));
    }

    fn debug_name(&mut self, object: Ref) -> String {
        let name = self.heap.class_name(object);
        format!("<{name} {:#x}>", self.heap.address_of(object))
    }
}

impl Vm {
    fn gc_info_dict(&mut self, info: GcInfo) -> Owned {
        let dict = self.heap.new_dict_for(3);
        let mut entries = vec![
            ("generation", i64::from(info.generation)),
            ("collected", i64::from(info.collected)),
            ("uncollectable", i64::from(info.uncollectable)),
        ];
        if self.heap.profile.stats_have_candidates {
            entries.push(("candidates", i64::from(info.candidates)));
        }
        for (name, value) in entries {
            let value = self.heap.new_int(value).into_counted();
            let old = self.heap.dict_set_text(dict.get(), name, value);
            debug_assert!(old.is_none(), "the names differ");
        }
        if self.heap.profile.stats_have_candidates {
            let seconds = f64::from(info.candidates) * SECONDS_OF_CANDIDATE;
            let value = self.heap.new_float(seconds).into_counted();
            let old = self.heap.dict_set_text(dict.get(), "duration", value);
            debug_assert!(old.is_none(), "the names differ");
        }
        dict
    }

    /// Drops a result nobody wants, or reports the exception.
    pub(crate) fn ignore(&mut self, result: PyResult, what: Ref, place: Ignored) {
        match result {
            Ok(value) => self.release(value),
            Err(unwind) => self.write_unraisable(unwind, what, place),
        }
    }

    fn ignore_in_finalizer(&mut self, result: PyResult, method: Ref, object: Ref) {
        if result.is_err() && self.heap.profile.unraisable_report == UnraisableReport::OneLine {
            let class = self.heap.class_of(object);
            if let Ok(bound) = self.bind(method, object, class) {
                self.ignore(result, bound.get(), Ignored::Deallocator);
                self.release(bound);
                return;
            }
        }
        self.ignore(result, method, Ignored::Deallocator);
    }

    /// How 2.7 tells of an error that nobody can catch.
    fn unraisable_line(&mut self, shown: &str, error: Ref) -> String {
        let class = self.heap.class_name(error);
        let args = self.exception(error).and_then(|body| body.args);
        let args = match args.map(|args| self.repr(args)) {
            Some(Ok(text)) => text,
            _ => "()".to_owned(),
        };
        format!("Exception {class}: {class}{args} in {shown} ignored\n")
    }

    /// "Exception ignored in …" with the traceback, on stderr.
    pub(crate) fn write_unraisable(&mut self, unwind: Unwind, what: Ref, place: Ignored) {
        let error = match unwind {
            Unwind::Raised(error) => error,
            Unwind::Stopped(stop) => {
                // A budget is used up: the next statement of the program stops too.
                self.stopped = Some(stop);
                self.watch.attend_at = 0;
                return;
            }
        };
        let has_traceback = self
            .exception(error.get())
            .is_some_and(|body| body.traceback.is_some());
        if !has_traceback && !self.callers.is_empty() {
            self.add_traceback(error.get());
        }
        let shown = match self.repr(what) {
            Ok(text) => text,
            Err(_) => "<object repr() failed>".to_owned(),
        };
        let header = if place == Ignored::ExitFunction {
            let template = self.heap.profile.texts.exit_function_failed;
            crate::profile::texts::fill(template, &[&shown]) + "\n"
        } else if self.heap.profile.unraisable_report == UnraisableReport::IgnoredWhile {
            let doing = match place {
                Ignored::Deallocator => "calling deallocator",
                Ignored::Generator => "closing generator",
                Ignored::WeakrefCallback => "calling weakref callback",
                Ignored::File => "finalizing file",
                Ignored::GcCallback | Ignored::ExitFunction => "calling GC callback",
            };
            format!("Exception ignored while {doing} {shown}:\n")
        } else {
            format!("Exception ignored in: {shown}\n")
        };
        let text = if self.heap.profile.unraisable_report == UnraisableReport::OneLine {
            self.unraisable_line(&shown, error.get())
        } else {
            header + &self.format_unraisable(error.get())
        };
        if self.write_stderr(&text).is_err() {
            self.release_abandoned();
        }
        let event = Event::ExceptionIgnored {
            text: Rc::from(text),
        };
        self.heap.emit(event);
        self.release(error);
    }
}
