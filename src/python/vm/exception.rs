//! Exceptions: raising, context and cause, finding the handler, tracebacks as objects.
//!
//! Invariant: an exception on its way is owned by the [`Unwind`] alone. Mirrors CPython's Python/errors.c (_PyErr_SetObject),
//! do_raise and exception_unwind of Python/ceval.c and PyTraceBack_Here of Python/traceback.c.

use std::rc::Rc;

use super::call::Operands;
use super::eval::Flow;
use super::{PyResult, Unwind, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::{Base, Exception, Traceback};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins::exceptions;
use crate::trace::event::{Event, Leaving};

impl Vm {
    // ---- making and raising ----

    /// An exception of that built-in class with one message.
    pub fn raise<T>(&mut self, class: Ref, message: impl Into<String>) -> PyResult<T> {
        let error = self.new_error(class, message.into());
        self.raise_error(error)
    }

    pub(crate) fn raise_without_message<T>(&mut self, class: Ref) -> PyResult<T> {
        let error = self.new_exception(class, Vec::new());
        self.raise_error(error)
    }

    pub(crate) fn new_error(&mut self, class: Ref, message: String) -> Owned {
        let text = self.heap.new_str(&message);
        self.new_exception(class, vec![text.into_counted()])
    }

    /// An exception of a built-in class; the arguments' references become its own.
    pub fn new_exception(&mut self, class: Ref, args: Vec<Ref>) -> Owned {
        let args = self.heap.new_tuple(args).into_counted();
        let mut body = Exception {
            args: Some(args),
            ..Exception::default()
        };
        let n_members = exceptions::members(self, class).len();
        body.attributes.slots.resize(n_members, None);
        let error = self.heap.alloc(class, Payload::Exception(Box::new(body)));
        self.heap.track(error.get());
        error
    }

    /// Sets an attribute such as `name` of NameError.
    pub(crate) fn set_error_attribute(&mut self, error: Ref, name: Ref, value: Owned) {
        let text = self.heap.str_rc(name).unwrap_or_default();
        exceptions::set_member_named(self, error, &text, value.get());
        self.release(value);
    }

    /// A member of an exception's class, such as `name` of NameError; none when it is not set.
    pub(crate) fn error_attribute(&self, error: Ref, name: Ref) -> Option<Ref> {
        exceptions::member(self, error, self.heap.as_str(name)?)
    }

    /// Raises an exception object: what is being handled becomes its context.
    pub fn raise_error<T>(&mut self, error: Owned) -> PyResult<T> {
        let line = self.frame.line();
        self.raise_error_at(error, line)
    }

    /// The same, told of another line than the one that runs.
    pub(crate) fn raise_error_at<T>(&mut self, error: Owned, line: u32) -> PyResult<T> {
        if let Some(handled) = self.topmost_handled()
            && handled != error.get()
        {
            self.set_context(error.get(), handled);
        }
        if self.heap.recorder.is_on() {
            self.record_raised(error.get(), line);
        }
        Err(Unwind::Raised(error))
    }

    fn record_raised(&mut self, error: Ref, line: u32) {
        let message = self
            .exception(error)
            .and_then(|body| body.args)
            .and_then(|args| self.heap.tuple(args)?.first().copied())
            .map_or(Rc::from(""), |first| match self.heap.str_rc(first) {
                Some(text) => text,
                None => self.heap.short_repr(first),
            });
        let event = Event::ExceptionRaised {
            type_name: self.heap.class_name(error),
            message,
            line,
        };
        self.heap.emit(event);
    }

    /// The exception being handled, of this generator or of whoever runs it.
    pub(crate) fn topmost_handled(&self) -> Option<Ref> {
        self.handled.iter().rev().find_map(|&handled| handled)
    }

    fn set_context(&mut self, error: Ref, handled: Ref) {
        // A chain that already leads to the new exception is cut there.
        let mut at = handled;
        while let Some(next) = self.exception(at).and_then(|body| body.context) {
            if next == error {
                if let Some(body) = self.exception_mut(at) {
                    body.context = None;
                }
                self.release_ref(next);
                break;
            }
            at = next;
        }
        self.heap.incref(handled);
        let old = self
            .exception_mut(error)
            .and_then(|body| body.context.replace(handled));
        if let Some(old) = old {
            self.release_ref(old);
        }
    }

    /// Body of an exception of a built-in class or of one derived from it.
    pub(crate) fn exception(&self, object: Ref) -> Option<&Exception> {
        match self.heap.payload_of(object)? {
            Payload::Exception(body) => Some(body),
            Payload::Derived(body) => match &body.base {
                Base::Exception(body) => Some(body),
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn exception_mut(&mut self, object: Ref) -> Option<&mut Exception> {
        if !object.is_container() {
            return None;
        }
        match self.heap.payload_mut(object) {
            Payload::Exception(body) => Some(body),
            Payload::Derived(body) => match &mut body.base {
                Base::Exception(body) => Some(body),
                _ => None,
            },
            _ => None,
        }
    }

    // ---- instructions ----

    pub(super) fn raise_instruction<T>(&mut self, n: usize) -> PyResult<T> {
        if n == 0 {
            return match self.topmost_handled() {
                Some(handled) => {
                    self.reraising = true;
                    Err(Unwind::Raised(self.heap.new_ref(handled)))
                }
                None => self.raise(types::RUNTIME_ERROR, "No active exception to reraise"),
            };
        }
        let cause = if n == 2 { Some(self.pop()) } else { None };
        let raised = self.pop();
        let error = self.as_exception(raised)?;
        if let Some(cause) = cause {
            self.set_cause(error.get(), cause)?;
        }
        self.raise_error(error)
    }

    /// An exception class is called; an instance is itself.
    fn as_exception(&mut self, raised: Owned) -> PyResult {
        if self.exception(raised.get()).is_some() {
            return Ok(raised);
        }
        if !self.heap.is_exception_class(raised.get()) {
            self.release(raised);
            return self.type_error("exceptions must derive from BaseException");
        }
        let error = self.call(raised.get(), &[], &[]);
        let error = match error {
            Ok(error) => error,
            Err(unwind) => {
                self.release(raised);
                return Err(unwind);
            }
        };
        if self.exception(error.get()).is_none() {
            let class = self.repr(raised.get())?;
            let given = self.repr(self.heap.class_of(error.get()))?;
            return self.type_error(format!(
                "calling {class} should have returned an instance of BaseException, not {given}"
            ));
        }
        self.release(raised);
        Ok(error)
    }

    /// Raises an error whose cause and context is another, as _PyErr_FormatFromCause does.
    pub(super) fn raise_from<T>(&mut self, error: Owned, cause: Owned) -> PyResult<T> {
        let raised = self.raise_error(error);
        if let Err(Unwind::Raised(error)) = &raised {
            let error = error.get();
            self.set_context(error, cause.get());
            self.set_cause(error, cause)?;
        }
        raised
    }

    fn set_cause(&mut self, error: Ref, cause: Owned) -> PyResult<()> {
        let cause = if cause.get() == Ref::NONE {
            self.release(cause);
            None
        } else if self.exception(cause.get()).is_some() {
            Some(cause)
        } else if self.heap.is_exception_class(cause.get()) {
            Some(self.as_exception(cause)?)
        } else {
            self.release(cause);
            return self.type_error("exception causes must derive from BaseException");
        };
        let cause = cause.map(Owned::into_counted);
        let old = match self.exception_mut(error) {
            Some(body) => {
                body.suppress_context = true;
                std::mem::replace(&mut body.cause, cause)
            }
            None => cause,
        };
        if let Some(old) = old {
            self.release_ref(old);
        }
        Ok(())
    }

    pub(super) fn push_exc_info(&mut self) {
        let exception = self.pop();
        let current = self.heap.new_ref(exception.get()).into_counted();
        let place = self
            .handled
            .last_mut()
            .expect("the program's own entry stays");
        let previous = place.replace(current);
        match previous {
            Some(previous) => self.stack.push(Some(previous)),
            None => {
                self.heap.incref(Ref::NONE);
                self.stack.push(Some(Ref::NONE));
            }
        }
        self.push(exception);
    }

    pub(super) fn pop_except(&mut self) {
        let previous = self.pop().into_counted();
        let previous = if previous == Ref::NONE {
            self.release_ref(previous);
            None
        } else {
            Some(previous)
        };
        let place = self
            .handled
            .last_mut()
            .expect("the program's own entry stays");
        let old = std::mem::replace(place, previous);
        if let Some(old) = old {
            self.release_ref(old);
        }
    }

    pub(super) fn check_exc_match(&mut self) -> PyResult<()> {
        let (exception, wanted) = (self.peek(2), self.peek(1));
        let classes: Vec<Ref> = match self.heap.tuple(wanted) {
            Some(classes) => classes.to_vec(),
            None => vec![wanted],
        };
        let mut matches = false;
        for class in classes {
            if !self.heap.is_exception_class(class) {
                return self.type_error(
                    "catching classes that do not inherit from BaseException is not allowed",
                );
            }
            matches |= self.heap.is_instance(exception, class);
        }
        let value = self.bool(matches);
        self.replace_top(value);
        Ok(())
    }

    pub(super) fn before_with(&mut self) -> PyResult<()> {
        let manager = self.peek(1);
        let class = self.heap.class_of(manager);
        let (enter, exit) = (self.names.enter, self.names.exit);
        let (enter_name, exit_name) = (enter, exit);
        let exit_first = self.heap.profile.errors.with_looks_for_exit_first;
        if exit_first && self.lookup(class, exit_name).is_none() {
            let because = " (missed __exit__ method)";
            return self.no_context_manager(manager, exit_name, because);
        }
        let enter = match self.lookup(class, enter_name) {
            Some(enter) => enter,
            None => {
                let because = if exit_first {
                    " (missed __enter__ method)"
                } else {
                    ""
                };
                return self.no_context_manager(manager, enter_name, because);
            }
        };
        let exit = match self.lookup(class, exit) {
            Some(exit)
                if self.heap.profile.with_binds_nothing
                    && matches!(self.heap.payload_of(enter), Some(Payload::Function(_)))
                    && matches!(self.heap.payload_of(exit), Some(Payload::Function(_))) =>
            {
                return self.enter_unbound(enter, exit);
            }
            Some(exit) => {
                // Both methods are bound before one is called.
                self.heap.count_hidden(FreeListKind::BoundMethod);
                self.bind(exit, manager, class)?
            }
            None => {
                let because = " (missed __exit__ method)";
                return self.no_context_manager(manager, exit, because);
            }
        };
        let entered = self.call_method_of_class(enter, manager, &[]);
        self.heap.uncount_hidden(FreeListKind::BoundMethod);
        let result = match entered {
            Ok(result) => result,
            Err(unwind) => {
                self.release(exit);
                return Err(unwind);
            }
        };
        let manager = self.pop_entry();
        self.push(exit);
        let none = self.none();
        self.push(none);
        self.push(result);
        self.close(manager);
        Ok(())
    }

    /// From 3.14 on neither method is bound: the manager itself stands beside `__exit__`, and goes to `__enter__`.
    fn enter_unbound(&mut self, enter: Ref, exit: Ref) -> PyResult<()> {
        let manager = self.pop_entry();
        self.heap.incref(exit);
        self.stack.push(Some(exit));
        let copy = self.duplicate(manager);
        self.stack.push(Some(copy));
        let bottom = self.stack.len();
        self.heap.incref(enter);
        self.stack.extend([Some(enter), Some(manager)]);
        let operands = Operands {
            bottom,
            first: bottom + 1,
            n: 1,
            names: Vec::new(),
            handover: self.handover(),
            is_packed: false,
        };
        let result = self.call_and_run(enter, operands)?;
        self.push(result);
        Ok(())
    }

    /// CallExit: the normal end of a with statement.
    pub(super) fn call_exit(&mut self) -> PyResult<Flow> {
        let bottom = self.stack.len() - 5;
        if self.stack[bottom + 1] != Some(Ref::NONE) {
            return self.call_at(bottom, bottom, 4, Vec::new());
        }
        let exit = self.stack[bottom].expect("the exit method stands below its arguments");
        let operands = Operands {
            bottom,
            // The bound method stays in its place, and so keeps its own reference to the manager.
            first: bottom + 2,
            n: 3,
            names: Vec::new(),
            handover: self.handover(),
            is_packed: false,
        };
        self.finish_call(exit.unmarked(), operands)
    }

    fn no_context_manager(&mut self, manager: Ref, name: Ref, because: &str) -> PyResult<()> {
        let class = self.heap.class_name(manager);
        if self.heap.profile.errors.context_manager_protocol {
            return self.type_error(format!(
                "'{class}' object does not support the context manager protocol{because}"
            ));
        }
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        self.raise(types::ATTRIBUTE_ERROR, text)
    }

    pub(super) fn with_except_start(&mut self) -> PyResult<()> {
        let (exit, manager, exception) = (self.peek(4), self.peek(3), self.peek(1));
        let class = self.heap.class_of(exception);
        let traceback = self
            .exception(exception)
            .and_then(|body| body.traceback)
            .unwrap_or(Ref::NONE);
        let arguments = [manager, class, exception, traceback];
        let is_bound = manager == Ref::NONE;
        let result = self.call(exit, &arguments[usize::from(is_bound)..], &[])?;
        self.push(result);
        Ok(())
    }

    // ---- unwinding ----

    /// Finds the handler of an exception: in the running frame, or in a caller's above the floor, whose frames are left.
    pub(super) fn unwind(&mut self, unwind: Unwind, floor: usize) -> PyResult<()> {
        let exception = match unwind {
            Unwind::Raised(exception) => exception,
            Unwind::Stopped(stop) => {
                while self.callers.len() > floor {
                    self.leave_frame(Leaving::Unwound);
                }
                return Err(Unwind::Stopped(stop));
            }
        };
        self.release_abandoned();
        loop {
            if !std::mem::take(&mut self.reraising) {
                self.add_traceback(exception.get());
            }
            let at = self.frame.instruction() as u32;
            let handlers = &self.frame.code.code.handlers;
            let found = handlers
                .iter()
                .find(|handler| (handler.start..handler.end).contains(&at))
                .copied();
            if let Some(handler) = found {
                let bottom = self.frame.base() + self.frame.n_slots();
                self.drop_to(bottom + handler.depth as usize);
                self.push(exception);
                self.frame.next = handler.target;
                return Ok(());
            }
            let is_floor = self.callers.len() == floor + 1;
            self.leave_frame(Leaving::Unwound);
            if is_floor {
                return Err(Unwind::Raised(exception));
            }
        }
    }

    /// One more entry of the exception's traceback: the running frame at its line. None for a frame that is still to
    /// become a generator, which is not complete yet.
    pub(crate) fn add_traceback(&mut self, exception: Ref) {
        if self.frame.code.code.is_generator && self.frame.generator.is_none() {
            return;
        }
        let frame = self.current_frame_object();
        let frame = self.heap.new_ref(frame).into_counted();
        let next = self
            .exception_mut(exception)
            .and_then(|body| body.traceback.take());
        let body = Traceback {
            next,
            frame,
            line: self.frame.line(),
            instruction: self.frame.instruction() as u32,
        };
        let traceback = self
            .heap
            .alloc(types::TRACEBACK, Payload::Traceback(Box::new(body)))
            .into_counted();
        self.heap.track(traceback);
        if let Some(body) = self.exception_mut(exception) {
            body.traceback = Some(traceback);
        }
    }
}
