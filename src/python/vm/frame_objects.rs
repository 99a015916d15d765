//! Frames as objects: made when somebody asks, and what becomes of them when the frame ends.
//! Mirrors PyFrame_GetBack, take_ownership and _PyFrame_Clear of CPython's Objects/frameobject.c and Python/frame.c.

use super::Vm;
use super::frame::Frame;
use crate::heap::payload::{FrameObject, FrameState};
use crate::heap::{Payload, Ref, types};
use crate::profile::CallArguments;

impl Vm {
    /// The frame object of the running frame.
    pub(crate) fn current_frame_object(&mut self) -> Ref {
        self.frame_object_at(self.callers.len())
    }

    /// The frame object of the frame at that depth (1 is the module's).
    pub(crate) fn frame_object_at(&mut self, depth: usize) -> Ref {
        // Up to 3.10 every frame is an object that knows the caller's.
        let back = if self.heap.profile.call_arguments == CallArguments::Copied && depth > 1 {
            Some(self.frame_object_at_shallow(depth - 1))
        } else {
            None
        };
        self.frame_object_with(depth, back)
    }

    /// As [`Vm::frame_object_at`] for a caller; its own callers are made objects first, outermost first.
    fn frame_object_at_shallow(&mut self, depth: usize) -> Ref {
        let mut back = None;
        let first_without = (1..=depth)
            .find(|&at| self.frame_at(at).object.is_none())
            .unwrap_or(depth);
        if first_without > 1 {
            back = self.frame_at(first_without - 1).object;
        }
        for at in first_without..=depth {
            back = Some(self.frame_object_with(at, back));
        }
        back.expect("there is at least one frame")
    }

    fn frame_object_with(&mut self, depth: usize, back: Option<Ref>) -> Ref {
        if let Some(object) = self.frame_at(depth).object {
            return object;
        }
        let frame = self.frame_at(depth);
        let (code, globals) = (frame.code_ref, frame.globals);
        let line = frame.line();
        let code = code.expect("a frame that runs has code");
        self.heap.incref(code);
        self.heap.incref(globals);
        if let Some(back) = back {
            self.heap.incref(back);
        }
        let body = FrameObject {
            back,
            code,
            globals,
            line,
            running: Some(depth as u32),
            generator: None,
            state: None,
        };
        let object = self
            .heap
            .alloc(types::FRAME, Payload::Frame(Box::new(body)))
            .into_counted();
        // Tracked once it has ended; up to 3.10 a generator's is from its beginning.
        if !self.heap.profile.modules_run_as_functions && self.frame_at(depth).generator.is_some() {
            self.heap.track(object);
        }
        self.frame_at_mut(depth).object = Some(object);
        object
    }

    /// The frame at that depth: 0 is the idle one.
    pub(crate) fn frame_at(&self, depth: usize) -> &Frame {
        if depth == self.callers.len() {
            &self.frame
        } else {
            &self.callers[depth]
        }
    }

    pub(crate) fn frame_at_mut(&mut self, depth: usize) -> &mut Frame {
        if depth == self.callers.len() {
            &mut self.frame
        } else {
            &mut self.callers[depth]
        }
    }

    /// The depth at which the frame of that frame object runs.
    pub(crate) fn running_depth(&self, object: Ref) -> Option<usize> {
        (1..=self.callers.len()).find(|&depth| self.frame_at(depth).object == Some(object))
    }

    /// The running frame ends, but its object may live on: then it takes the locals with it.
    #[cold]
    pub(super) fn detach_frame_object(&mut self) {
        let Some(object) = self.frame.object.take() else {
            return;
        };
        let line = self.frame.line();
        let is_kept = self.heap.refcount(object) > 1;
        if !is_kept {
            self.finish_frame_object(object, line, None, None);
            self.release_ref(object);
            return;
        }
        let keeps_back =
            self.frame.generator.is_none() || self.heap.profile.ended_generators_keep_caller;
        if !keeps_back {
            self.drop_back(object);
        }
        let back = match self.heap.payload(object) {
            Payload::Frame(body) if keeps_back && body.back.is_none() && self.callers.len() > 1 => {
                let depth = self.callers.len() - 1;
                let back = self.frame_object_at(depth);
                Some(self.heap.new_ref(back).into_counted())
            }
            _ => None,
        };
        let state = self.take_frame_state();
        self.finish_frame_object(object, line, back, Some(Box::new(state)));
        if !self.heap.is_tracked(object) {
            self.heap.track(object);
        }
        self.release_ref(object);
    }

    /// The frame object of a generator that is put aside goes with it.
    pub(super) fn put_frame_object_aside(&mut self, generator: Ref) -> Option<Ref> {
        let object = self.frame.object.take()?;
        let line = self.frame.line();
        self.finish_frame_object(object, line, None, None);
        if let Payload::Frame(body) = self.heap.payload_mut(object) {
            body.generator = Some(generator);
        }
        // Who resumes it next is not known: a kept caller could be part of a cycle.
        self.drop_back(object);
        if !self.heap.is_tracked(object) {
            self.heap.track(object);
        }
        Some(object)
    }

    fn drop_back(&mut self, object: Ref) {
        let back = match self.heap.payload_mut(object) {
            Payload::Frame(body) => body.back.take(),
            _ => None,
        };
        if let Some(back) = back {
            self.release_ref(back);
        }
    }

    fn finish_frame_object(
        &mut self,
        object: Ref,
        line: u32,
        back: Option<Ref>,
        state: Option<Box<FrameState>>,
    ) {
        if let Payload::Frame(body) = self.heap.payload_mut(object) {
            body.running = None;
            body.line = line;
            body.state = state;
            if back.is_some() {
                body.back = back;
            }
        }
    }

    /// Takes locals and evaluation stack of the running frame off the stack; all references become owned.
    pub(crate) fn take_frame_state(&mut self) -> FrameState {
        let (base, n_slots) = (self.frame.base(), self.frame.n_slots());
        let entries: Vec<Option<Ref>> = self.stack.split_off(base);
        let mut owned = Vec::with_capacity(entries.len());
        for entry in entries {
            owned.push(entry.map(|entry| self.own(entry).into_counted()));
        }
        let stack = owned.split_off(n_slots);
        let code = self.frame.code_ref.expect("a frame that runs has code");
        self.heap.incref(code);
        let globals = self.frame.globals;
        self.heap.incref(globals);
        let keeps_function = self.heap.profile.frames_keep_function;
        let function = self.frame.function.filter(|_| keeps_function);
        if let Some(function) = function {
            self.heap.incref(function);
        }
        // What follows finds an empty frame where the entries stood.
        self.stack.resize(base + n_slots, None);
        FrameState {
            code,
            globals,
            function,
            locals: self.frame.locals.take(),
            slots: owned,
            stack,
            instruction: self.frame.next,
        }
    }

    /// Every reference that frames, evaluation stack and interpreter hold: for [`crate::heap::Heap::validate_counts`].
    pub(crate) fn frame_references(&self) -> Vec<Ref> {
        let mut outside: Vec<Ref> = self
            .stack
            .iter()
            .flatten()
            .copied()
            .filter(|entry| !entry.is_marked_borrowed())
            .collect();
        for frame in self.callers.iter().chain([&self.frame]) {
            outside.extend(frame.locals);
            outside.extend(frame.code_ref);
            outside.extend(frame.object);
        }
        outside.extend(self.handled.iter().flatten());
        outside.extend(&self.leaving);
        outside
    }
}
