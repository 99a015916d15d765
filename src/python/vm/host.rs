//! What heap and collector call back into: finalizers, callbacks of weak references, gc.callbacks.
//!
//! An exception in one of them is printed and forgotten. Mirrors slot_tp_finalize (Objects/typeobject.c),
//! handle_callback (Objects/weakrefobject.c), invoke_gc_callback (Python/gc.c) and PyErr_WriteUnraisable.

use std::rc::Rc;

use super::{PyResult, Unwind, Vm};
use crate::heap::{GcInfo, Heap, Host, Owned, Payload, Ref};
use crate::trace::event::Event;

/// Where an exception was raised that nobody can catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ignored {
    Deallocator,
    Generator,
    WeakrefCallback,
    GcCallback,
    ExitFunction,
}

impl Host for Vm {
    fn heap(&mut self) -> &mut Heap {
        &mut self.heap
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
                self.ignore(result, method.get(), Ignored::Deallocator);
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
            let value = self.heap.new_float(0.0).into_counted();
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

    /// "Exception ignored in …" with the traceback, on stderr.
    pub(crate) fn write_unraisable(&mut self, unwind: Unwind, what: Ref, place: Ignored) {
        let error = match unwind {
            Unwind::Raised(error) => error,
            Unwind::Stopped(stop) => {
                // A budget is used up: the next statement of the program stops too.
                self.stopped = Some(stop);
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
        } else if self.heap.profile.unraisable_names_deallocator {
            let doing = match place {
                Ignored::Deallocator => "calling deallocator",
                Ignored::Generator => "closing generator",
                Ignored::WeakrefCallback => "calling weakref callback",
                Ignored::GcCallback | Ignored::ExitFunction => "calling GC callback",
            };
            format!("Exception ignored while {doing} {shown}:\n")
        } else {
            format!("Exception ignored in: {shown}\n")
        };
        let text = self.format_unraisable(error.get());
        let text = format!("{header}{text}");
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
