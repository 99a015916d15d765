//! Frames and the evaluation stack.
//!
//! All frames share one contiguous stack: a frame's locals and cells begin at `base`, its evaluation stack follows them.
//! Invariants: every entry that is not marked borrowed owns a reference; the running frame is `Vm::frame`, its callers
//! stand in `Vm::callers`. Mirrors CPython's Include/internal/pycore_frame.h and Python/frame.c.

use std::rc::Rc;

use super::{PyResult, Vm};
use crate::heap::payload::{CodeObject, FrameObject, FrameState};
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::{CallArguments, LocalsTeardown};
use crate::trace::event::{Edge, Event, FrameId, Label, Owner};

/// What happens with a frame's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnReturn {
    /// It is the value of the call.
    Push,
    /// An `__init__`: the result must be None, and the instance, just below `bottom`, is the value of the call whose
    /// operands begin at that position of the stack.
    Init(usize),
    /// A generator's frame: the value is handed to whoever resumed it.
    Generator,
}

pub(crate) struct Frame {
    pub code: Rc<CodeObject>,
    /// Owned; none only for the idle frame below all others.
    pub code_ref: Option<Ref>,
    pub globals: Ref,
    pub builtins: Ref,
    /// The function object, borrowed from the stack below the frame.
    pub function: Option<Ref>,
    /// Namespace of a module or class body: owned.
    pub locals: Option<Ref>,
    /// Where the call's operands begin on the stack: what is from here up to `base` goes when the frame returns.
    pub bottom: usize,
    pub base: usize,
    /// Index of the next instruction; the running one is the one before.
    pub next: u32,
    pub on_return: OnReturn,
    /// The frame object, once somebody asked for it: owned.
    pub object: Option<Ref>,
    /// The generator whose body this is, borrowed: whoever resumed it holds it.
    pub generator: Option<Ref>,
    pub id: FrameId,
}

impl Frame {
    pub fn idle(code: Rc<CodeObject>, globals: Ref) -> Frame {
        Frame {
            code,
            code_ref: None,
            globals,
            builtins: globals,
            function: None,
            locals: None,
            bottom: 0,
            base: 0,
            next: 0,
            on_return: OnReturn::Push,
            object: None,
            generator: None,
            id: FrameId::MODULE,
        }
    }

    /// Index of the running instruction.
    #[inline]
    pub fn instruction(&self) -> usize {
        (self.next as usize).saturating_sub(1)
    }

    /// The line that runs.
    pub fn line(&self) -> u32 {
        let code = &self.code.code;
        match code.positions.get(self.instruction()) {
            Some(position) if position.line > 0 => position.line,
            _ => code.first_line,
        }
    }

    pub fn n_slots(&self) -> usize {
        self.code.code.slots.len()
    }
}

impl Vm {
    // ---- the evaluation stack ----

    #[inline]
    pub(crate) fn push(&mut self, value: Owned) {
        self.stack.push(Some(value.into_counted()));
    }

    /// Pops an entry as it stands, mark included.
    ///
    /// # Panics
    /// When the stack is empty or the entry is the null mark: the compiler wrote wrong code.
    #[inline]
    pub(crate) fn pop_entry(&mut self) -> Ref {
        self.stack
            .pop()
            .flatten()
            .expect("the instruction finds its operand on the stack")
    }

    /// Pops an entry as an owned reference.
    #[inline]
    pub(crate) fn pop(&mut self) -> Owned {
        let entry = self.pop_entry();
        self.own(entry)
    }

    /// The n-th entry from the top (1 is the top), borrowed.
    #[inline]
    pub(crate) fn peek(&self, n: usize) -> Ref {
        self.stack[self.stack.len() - n]
            .expect("the instruction finds its operand on the stack")
            .unmarked()
    }

    /// An owned reference for an entry that was taken off the stack.
    #[inline]
    pub(crate) fn own(&mut self, entry: Ref) -> Owned {
        if entry.is_marked_borrowed() {
            self.heap.new_ref(entry.unmarked())
        } else {
            Owned::from_counted(entry)
        }
    }

    /// Gives back an entry that was taken off the stack.
    #[inline]
    pub(crate) fn close(&mut self, entry: Ref) {
        if !entry.is_marked_borrowed() {
            self.release_ref(entry);
        }
    }

    #[inline]
    pub(crate) fn drop_top(&mut self) {
        let entry = self.pop_entry();
        self.close(entry);
    }

    /// Drops entries, top first, until the stack has that length.
    pub(crate) fn drop_to(&mut self, length: usize) {
        while self.stack.len() > length {
            if let Some(Some(entry)) = self.stack.pop() {
                self.close(entry);
            }
        }
    }

    /// Another entry of the same reference: a borrowed one stays borrowed.
    #[inline]
    pub(crate) fn duplicate(&mut self, entry: Ref) -> Ref {
        if !entry.is_marked_borrowed() {
            self.heap.incref(entry);
        }
        entry
    }

    // ---- frames ----

    /// Makes a frame the running one.
    ///
    /// # Errors
    /// RecursionError when that is one too many.
    pub(crate) fn enter_frame(&mut self, mut frame: Frame) -> PyResult<()> {
        if self.depth >= self.recursion_limit {
            self.abandon_frame(frame);
            return self.recursion_error("");
        }
        self.depth += 1;
        if self.heap.recorder.is_on() {
            self.announce_frame(&mut frame);
        }
        let caller = std::mem::replace(&mut self.frame, frame);
        self.callers.push(caller);
        Ok(())
    }

    /// A frame that was prepared but never ran.
    fn abandon_frame(&mut self, frame: Frame) {
        self.drop_to(frame.bottom);
        if let Some(locals) = frame.locals {
            self.release_ref(locals);
        }
        if let Some(code) = frame.code_ref {
            self.release_ref(code);
        }
    }

    fn announce_frame(&mut self, frame: &mut Frame) {
        self.n_frames += 1;
        let is_module = frame.locals == Some(frame.globals);
        if is_module {
            frame.id = FrameId::MODULE;
            return;
        }
        frame.id = FrameId(self.n_frames);
        let event = Event::FrameEntered {
            frame: frame.id,
            parent: self.frame.id,
            function: frame.code.code.name.clone(),
            line: frame.code.code.first_line,
        };
        self.heap.emit(event);
        let edges = self.frame_edges(frame);
        self.heap.recorder.compare(Owner::Frame(frame.id), edges);
    }

    /// The names of a frame, as references.
    fn frame_edges(&self, frame: &Frame) -> Vec<Edge> {
        let mut edges = Vec::new();
        let slots = self.stack.get(frame.base..frame.base + frame.n_slots());
        for (name, slot) in frame.code.code.slots.iter().zip(slots.unwrap_or(&[])) {
            let Some(value) = slot.map(Ref::unmarked) else {
                continue;
            };
            let value = match self.heap.payload_of(value) {
                Some(Payload::Cell(contents)) => match contents {
                    Some(contents) => *contents,
                    None => continue,
                },
                _ => value,
            };
            edges.push(self.heap.edge(Label::Name(name.clone()), value));
        }
        if let Some(locals) = frame.locals
            && locals != frame.globals
            && let Some(dict) = self.heap.dict(locals)
        {
            for (name, value) in dict.iter() {
                if let Some(name) = self.heap.str_rc(name) {
                    edges.push(self.heap.edge(Label::Name(name), value));
                }
            }
        }
        edges
    }

    /// While recording in detail: tells how the running frame's names changed.
    pub(crate) fn record_names(&mut self) {
        if self.frame.locals != Some(self.frame.globals) {
            let edges = self.frame_edges(&self.frame);
            let owner = Owner::Frame(self.frame.id);
            self.heap.recorder.compare(owner, edges);
        }
    }

    /// Ends the running frame: its locals go in the version's order, then the operands of the call. The caller's frame
    /// is the running one afterwards. Returns what is to happen with the result.
    pub(crate) fn leave_frame(&mut self) -> OnReturn {
        let top = self.frame.base + self.frame.n_slots();
        self.drop_to(top);
        if self.frame.object.is_some() {
            self.detach_frame_object();
        }
        self.drop_slots();
        // A finalizer of a local may have asked for the frame.
        self.forget_frame_object();
        if self.heap.recorder.is_on() && self.frame.locals != Some(self.frame.globals) {
            let frame = self.frame.id;
            self.heap.recorder.compare(Owner::Frame(frame), Vec::new());
            self.heap.emit(Event::FrameLeft { frame });
            self.heap.recorder.forget_frame(frame);
        }
        if let Some(locals) = self.frame.locals.take() {
            self.release_ref(locals);
        }
        let bottom = self.frame.bottom;
        let code = self.frame.code_ref.take();
        self.drop_to(bottom);
        let caller = self.callers.pop().expect("a running frame has a caller");
        let frame = std::mem::replace(&mut self.frame, caller);
        self.depth -= 1;
        if let Some(code) = code {
            self.release_ref(code);
        }
        frame.on_return
    }

    fn drop_slots(&mut self) {
        let base = self.frame.base;
        match self.heap.profile.locals_teardown {
            LocalsTeardown::LastToFirst => self.drop_to(base),
            LocalsTeardown::FirstToLast => {
                for index in base..self.stack.len() {
                    if let Some(entry) = self.stack[index].take() {
                        self.close(entry);
                    }
                }
                self.stack.truncate(base);
            }
        }
    }

    // ---- frame objects ----

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
            state: None,
        };
        let object = self
            .heap
            .alloc(types::FRAME, Payload::Frame(Box::new(body)))
            .into_counted();
        self.heap.track(object);
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
    fn detach_frame_object(&mut self) {
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
        let back = match self.heap.payload(object) {
            Payload::Frame(body) if body.back.is_none() && self.callers.len() > 1 => {
                let depth = self.callers.len() - 1;
                let back = self.frame_object_at(depth);
                Some(self.heap.new_ref(back).into_counted())
            }
            _ => None,
        };
        let state = self.take_frame_state();
        self.finish_frame_object(object, line, back, Some(Box::new(state)));
        self.release_ref(object);
    }

    /// The frame object, if there is one, is left without locals.
    pub(super) fn forget_frame_object(&mut self) {
        if let Some(object) = self.frame.object.take() {
            let line = self.frame.line();
            self.finish_frame_object(object, line, None, None);
            self.release_ref(object);
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
        let (base, n_slots) = (self.frame.base, self.frame.n_slots());
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
        let function = self.frame.function;
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
        outside
    }
}
