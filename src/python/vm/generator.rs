//! Generators: frames that are put aside at each yield.
//!
//! Invariant: while a generator runs its state stands on the stack and its object holds none. Mirrors CPython's
//! Objects/genobject.c.

use super::frame::{Frame, OnReturn};
use super::{Args, PyResult, Unwind, Vm};
use crate::heap::payload::{FrameObject, FrameState, Generator, GeneratorStatus};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::code::Op;
use crate::trace::event::{FrameId, Leaving};

impl Vm {
    /// What a generator that is suspended in `yield from` takes its values from.
    fn delegated_to(&self, generator: Ref) -> Option<Ref> {
        let body = self.generator(generator);
        let state = body.state.as_ref()?;
        let Payload::Code(loaded) = self.heap.payload(body.code) else {
            return None;
        };
        let instructions = &loaded.code.instructions;
        let next = instructions.get(state.instruction as usize)?;
        let is_delegating = next.op == Op::Jump
            && instructions.get(next.arg as usize)?.op == Op::Send
            && body.status == GeneratorStatus::Suspended;
        is_delegating.then(|| state.stack.last().copied().flatten())?
    }

    /// ReturnGenerator: the running frame becomes a generator that has not begun.
    pub(super) fn make_generator(&mut self) -> Owned {
        // Up to 3.10 a generator's frame is an object from the beginning.
        if self.heap.profile.free_lists.frames > 0 {
            self.current_frame_object();
        }
        let state = self.take_frame_state();
        let names = self
            .frame
            .function
            .map(|function| match self.heap.payload(function) {
                Payload::Function(body) => (body.name, body.qualname),
                _ => (self.names.name, self.names.qualname),
            });
        let (name, qualname) = names.unwrap_or((self.names.name, self.names.qualname));
        let code = state.code;
        for kept in [name, qualname, code] {
            self.heap.incref(kept);
        }
        let n_frame_words = self.heap.n_frame_words(state.code);
        let body = Generator {
            status: GeneratorStatus::Created,
            code,
            frame: None,
            name,
            qualname,
            state: Some(Box::new(state)),
            n_frame_words,
            current_exception: None,
        };
        let generator = self
            .heap
            .alloc(types::GENERATOR, Payload::Generator(Box::new(body)));
        self.heap.track(generator.get());
        let frame = self.put_frame_object_aside(generator.get());
        self.generator_mut(generator.get()).frame = frame;
        self.frame.generator = Some(generator.get());
        generator
    }

    /// Yield: the frame is put aside, the value goes to whoever resumed it.
    pub(super) fn yield_value(&mut self) -> PyResult {
        let value = self.pop();
        let generator = self.frame.generator.expect("only generators yield");
        let frame = self.put_frame_object_aside(generator);
        let base = self.frame.base();
        let state = self.take_frame_state();
        self.stack.truncate(base);
        let exception = self.handled.pop().flatten();
        if let Payload::Generator(body) = self.heap.payload_mut(generator) {
            body.state = Some(Box::new(state));
            body.status = GeneratorStatus::Suspended;
            body.current_exception = exception;
            body.frame = frame;
        }
        self.frame.function = None;
        self.leave_frame(Leaving::SetAside);
        Ok(value)
    }

    /// Runs a generator to its next value; none when it is exhausted.
    pub(crate) fn resume_generator(
        &mut self,
        generator: Ref,
        sent: Ref,
    ) -> PyResult<Option<Owned>> {
        match self.send_to_generator(generator, sent)? {
            Ok(value) => Ok(Some(value)),
            Err(returned) => {
                self.release(returned);
                Ok(None)
            }
        }
    }

    /// As [`Vm::resume_generator`]; what a finished generator returned is the inner error.
    fn send_to_generator(&mut self, generator: Ref, sent: Ref) -> PyResult<Result<Owned, Owned>> {
        let status = self.generator(generator).status;
        match status {
            GeneratorStatus::Running => {
                return self.value_error("generator already executing");
            }
            GeneratorStatus::Finished => return Ok(Err(self.none())),
            GeneratorStatus::Created if sent != Ref::NONE => {
                return self.type_error("can't send non-None value to a just-started generator");
            }
            _ => {}
        }
        let floor = self.callers.len();
        self.enter_generator(generator)?;
        if status == GeneratorStatus::Suspended {
            self.heap.incref(sent);
            self.stack.push(Some(sent));
        }
        let result = self.run(floor);
        self.after_resume(generator, result)
    }

    fn after_resume(&mut self, generator: Ref, result: PyResult) -> PyResult<Result<Owned, Owned>> {
        if self.generator(generator).status == GeneratorStatus::Suspended {
            return result.map(Ok);
        }
        if let Some(exception) = self.handled.pop().flatten() {
            self.release_ref(exception);
        }
        self.generator_mut(generator).status = GeneratorStatus::Finished;
        match result {
            Ok(value) => Ok(Err(value)),
            Err(Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::STOP_ITERATION) =>
            {
                self.stop_iteration_raised(error)
            }
            Err(unwind) => Err(unwind),
        }
    }

    /// PEP 479: StopIteration out of a generator's body is a RuntimeError.
    fn stop_iteration_raised<T>(&mut self, error: Owned) -> PyResult<T> {
        let raised = self.new_error(
            types::RUNTIME_ERROR,
            "generator raised StopIteration".to_owned(),
        );
        let context = self.heap.new_ref(error.get()).into_counted();
        if let Some(body) = self.exception_mut(raised.get()) {
            body.cause = Some(error.into_counted());
            body.context = Some(context);
            body.suppress_context = true;
        }
        Err(Unwind::Raised(raised))
    }

    /// Puts a generator's frame back on the stack, as the running frame.
    fn enter_generator(&mut self, generator: Ref) -> PyResult<()> {
        if self.depth >= self.recursion_limit {
            return self.recursion_error("");
        }
        let body = self.generator_mut(generator);
        body.status = GeneratorStatus::Running;
        let exception = body.current_exception.take();
        let frame_object = body.frame.take();
        let state = body
            .state
            .take()
            .expect("a generator that can run has its state");
        let FrameState {
            code: code_ref,
            globals,
            function,
            locals,
            slots,
            stack,
            instruction,
        } = *state;
        let Payload::Code(code) = self.heap.payload(code_ref) else {
            panic!("a frame's code is a code object");
        };
        let code = code.clone();
        let bottom = self.stack.len();
        self.heap.incref(generator);
        self.stack.push(Some(generator));
        self.stack.push(Some(globals));
        if let Some(function) = function {
            self.stack.push(Some(function));
        }
        let base = self.stack.len();
        self.stack.extend(slots);
        self.stack.extend(stack);
        self.handled.push(exception);
        if let Some(object) = frame_object
            && let Payload::Frame(body) = self.heap.payload_mut(object)
        {
            body.generator = None;
            body.running = Some(self.callers.len() as u32 + 1);
        }
        self.enter_frame(Frame {
            code,
            code_ref: Some(code_ref),
            globals,
            builtins: self.builtins_dict,
            function,
            locals,
            bottom: bottom as u32,
            base: base as u32,
            next: instruction,
            on_return: OnReturn::Generator,
            packed: Default::default(),
            object: frame_object,
            generator: Some(generator),
            id: FrameId::MODULE,
        })
    }

    fn generator(&self, object: Ref) -> &Generator {
        match self.heap.payload(object) {
            Payload::Generator(body) => body,
            _ => panic!("{object:?} is no generator"),
        }
    }

    fn generator_mut(&mut self, object: Ref) -> &mut Generator {
        match self.heap.payload_mut(object) {
            Payload::Generator(body) => body,
            _ => panic!("{object:?} is no generator"),
        }
    }

    // ---- yield from ----

    /// Send: hands the value on top to the receiver below it. Yields what the receiver yields (some value); none: the
    /// receiver is done and its result stands in place of both.
    pub(super) fn send_instruction(&mut self) -> PyResult<Option<Owned>> {
        let (receiver, sent) = (self.peek(2), self.peek(1));
        let outcome = if matches!(self.heap.payload_of(receiver), Some(Payload::Generator(_))) {
            self.send_to_generator(receiver, sent)?
        } else if sent == Ref::NONE {
            self.next_or_result(receiver)?
        } else {
            let method = self.get_attribute(receiver, self.names.send)?;
            let result = self.call(method.get(), &[sent], &[]);
            self.release(method);
            self.value_or_result(result)?
        };
        match outcome {
            Ok(value) => {
                self.drop_top();
                self.push(value);
                self.yield_value().map(Some)
            }
            Err(result) => {
                self.replace_two(result);
                Ok(None)
            }
        }
    }

    fn next_or_result(&mut self, iterator: Ref) -> PyResult<Result<Owned, Owned>> {
        let class = self.heap.class_of(iterator);
        if !self.is_builtin_class(class)
            && let Some(method) = self.lookup(class, self.names.next)
        {
            let result = self.call_method_of_class(method, iterator, &[]);
            return self.value_or_result(result);
        }
        match self.next(iterator)? {
            Some(value) => Ok(Ok(value)),
            None => Ok(Err(self.none())),
        }
    }

    fn value_or_result(&mut self, result: PyResult) -> PyResult<Result<Owned, Owned>> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::STOP_ITERATION) =>
            {
                let value = self.stop_iteration_value(error.get());
                self.release(error);
                Ok(Err(value))
            }
            Err(other) => Err(other),
        }
    }

    /// What a StopIteration carries.
    pub(crate) fn stop_iteration_value(&mut self, error: Ref) -> Owned {
        let value = self
            .exception(error)
            .and_then(|body| body.args)
            .and_then(|args| self.heap.tuple(args)?.first().copied());
        self.own_new_ref(value)
    }

    // ---- methods ----

    pub(super) fn install_generator_methods(&mut self) {
        self.add_method(types::GENERATOR, "__iter__", |vm, args| {
            Ok(vm.heap.new_ref(args.positional[0]))
        });
        self.add_method(types::GENERATOR, "__next__", |vm, args| {
            vm.generator_send(args.positional[0], Ref::NONE)
        });
        self.add_method(types::GENERATOR, "send", |vm, args| match args.positional {
            [generator, value] => vm.generator_send(*generator, *value),
            _ => {
                let given = args.positional.len() - 1;
                vm.type_error(format!(
                    "generator.send() takes exactly one argument ({given} given)"
                ))
            }
        });
        self.add_method(types::GENERATOR, "throw", generator_throw);
        self.add_method(types::GENERATOR, "close", |vm, args| {
            vm.close_generator(args.positional[0])?;
            Ok(vm.none())
        });
        self.add_getter(
            types::GENERATOR,
            "gi_running",
            |vm, args| {
                let is_running =
                    vm.generator(args.positional[0]).status == GeneratorStatus::Running;
                Ok(vm.bool(is_running))
            },
            None,
        );
        self.add_getter(
            types::GENERATOR,
            "gi_frame",
            |vm, args| Ok(vm.generator_frame(args.positional[0])),
            None,
        );
        self.add_getter(
            types::GENERATOR,
            "gi_yieldfrom",
            |vm, args| {
                let source = vm.delegated_to(args.positional[0]).unwrap_or(Ref::NONE);
                Ok(vm.heap.new_ref(source))
            },
            None,
        );
        self.add_getter(
            types::GENERATOR,
            "gi_code",
            |vm, args| {
                let code = vm.generator(args.positional[0]).code;
                Ok(vm.heap.new_ref(code))
            },
            None,
        );
        self.add_getter(
            types::GENERATOR,
            "__name__",
            |vm, args| {
                let name = vm.generator(args.positional[0]).name;
                Ok(vm.heap.new_ref(name))
            },
            None,
        );
        self.add_getter(
            types::GENERATOR,
            "__qualname__",
            |vm, args| {
                let name = vm.generator(args.positional[0]).qualname;
                Ok(vm.heap.new_ref(name))
            },
            None,
        );
    }

    /// gi_frame: none once the generator has ended.
    fn generator_frame(&mut self, generator: Ref) -> Owned {
        let body = self.generator(generator);
        if body.status == GeneratorStatus::Finished {
            return self.none();
        }
        if let Some(frame) = body.frame {
            return self.heap.new_ref(frame);
        }
        if body.status == GeneratorStatus::Running {
            let depth = (1..=self.callers.len())
                .find(|&depth| self.frame_at(depth).generator == Some(generator));
            return match depth {
                Some(depth) => {
                    let frame = self.frame_object_at(depth);
                    self.heap.new_ref(frame)
                }
                None => self.none(),
            };
        }
        match &body.state {
            Some(state) => {
                let (code, globals, next) = (state.code, state.globals, state.instruction);
                self.new_suspended_frame(generator, code, globals, next)
            }
            None => self.none(),
        }
    }

    fn new_suspended_frame(&mut self, generator: Ref, code: Ref, globals: Ref, next: u32) -> Owned {
        let line = match self.heap.payload(code) {
            Payload::Code(loaded) => loaded
                .code
                .positions
                .get((next as usize).saturating_sub(1))
                .map_or(loaded.code.first_line, |position| position.line),
            _ => 0,
        };
        self.heap.incref(code);
        self.heap.incref(globals);
        let body = FrameObject {
            back: None,
            code,
            globals,
            line,
            running: None,
            generator: Some(generator),
            state: None,
        };
        let frame = self
            .heap
            .alloc(types::FRAME, Payload::Frame(Box::new(body)));
        self.heap.track(frame.get());
        let kept = self.heap.new_ref(frame.get()).into_counted();
        self.generator_mut(generator).frame = Some(kept);
        frame
    }

    fn generator_send(&mut self, generator: Ref, value: Ref) -> PyResult {
        match self.send_to_generator(generator, value)? {
            Ok(value) => Ok(value),
            Err(returned) => {
                let stop = self.new_stop_iteration(returned);
                self.raise_error(stop)
            }
        }
    }

    /// StopIteration with what a generator returned.
    fn new_stop_iteration(&mut self, returned: Owned) -> Owned {
        if returned.get() == Ref::NONE {
            self.release(returned);
            return self.new_exception(types::STOP_ITERATION, Vec::new());
        }
        let value = self.heap.new_ref(returned.get());
        let stop = self.new_exception(types::STOP_ITERATION, vec![returned.into_counted()]);
        self.set_error_attribute(stop.get(), self.names.value, value);
        stop
    }

    /// Raises an exception where the generator stands.
    fn throw_into(&mut self, generator: Ref, error: Owned) -> PyResult<Result<Owned, Owned>> {
        match self.generator(generator).status {
            GeneratorStatus::Running => return self.value_error("generator already executing"),
            GeneratorStatus::Finished => return Err(Unwind::Raised(error)),
            GeneratorStatus::Created => {
                self.finish_generator(generator);
                return Err(Unwind::Raised(error));
            }
            GeneratorStatus::Suspended => {}
        }
        let floor = self.callers.len();
        self.enter_generator(generator)?;
        let result = match self.unwind(Unwind::Raised(error), floor) {
            Ok(()) => self.run(floor),
            Err(unwind) => Err(unwind),
        };
        self.after_resume(generator, result)
    }

    /// The frame of a generator goes without having been run to its end.
    fn finish_generator(&mut self, generator: Ref) {
        self.heap.part_from_frame(generator);
        let body = self.generator_mut(generator);
        body.status = GeneratorStatus::Finished;
        if let Some(frame) = body.frame.take() {
            self.release_ref(frame);
        }
        let body = self.generator_mut(generator);
        let Some(state) = body.state.take() else {
            return;
        };
        let references = state
            .slots
            .into_iter()
            .chain(state.stack)
            .flatten()
            .chain(state.locals)
            .chain(state.function)
            .chain([state.globals, state.code]);
        for reference in references.collect::<Vec<_>>() {
            self.release_ref(reference);
        }
    }

    /// generator.close(): GeneratorExit is raised inside.
    pub(crate) fn close_generator(&mut self, generator: Ref) -> PyResult<()> {
        match self.generator(generator).status {
            GeneratorStatus::Finished => return Ok(()),
            GeneratorStatus::Created => {
                if self.heap.profile.unstarted_generators_keep_frame {
                    self.generator_mut(generator).status = GeneratorStatus::Finished;
                } else {
                    self.finish_generator(generator);
                }
                return Ok(());
            }
            _ => {}
        }
        let exit = self.new_exception(types::GENERATOR_EXIT, Vec::new());
        match self.throw_into(generator, exit) {
            Ok(Ok(value)) => {
                self.release(value);
                self.raise(types::RUNTIME_ERROR, "generator ignored GeneratorExit")
            }
            Ok(Err(returned)) => {
                self.release(returned);
                Ok(())
            }
            Err(Unwind::Raised(error))
                if self.heap.is_instance(error.get(), types::GENERATOR_EXIT)
                    || self.heap.is_instance(error.get(), types::STOP_ITERATION) =>
            {
                self.release(error);
                Ok(())
            }
            Err(unwind) => Err(unwind),
        }
    }
}

/// generator.throw(type[, value[, traceback]]).
fn generator_throw(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [generator, thrown, rest @ ..] = args.positional else {
        return vm.type_error("throw expected at least 1 argument, got 0");
    };
    let error = if vm.exception(*thrown).is_some() {
        vm.heap.new_ref(*thrown)
    } else if vm.heap.type_body_opt(*thrown).is_some() {
        match rest.first() {
            Some(&value) if vm.exception(value).is_some() => vm.heap.new_ref(value),
            Some(&value) if value != Ref::NONE => vm.call(*thrown, &[value], &[])?,
            _ => vm.call(*thrown, &[], &[])?,
        }
    } else {
        return vm
            .type_error("exceptions must be classes or instances deriving from BaseException");
    };
    match vm.throw_into(*generator, error)? {
        Ok(value) => Ok(value),
        Err(returned) => {
            let stop = vm.new_stop_iteration(returned);
            vm.raise_error(stop)
        }
    }
}
