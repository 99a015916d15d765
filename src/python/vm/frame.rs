//! Frames and the evaluation stack.
//!
//! All frames share one contiguous stack: a frame's locals and cells begin at `base`, its evaluation stack follows them.
//! Invariants: every entry that is not marked borrowed owns a reference; the running frame is `Vm::frame`, its callers
//! stand in `Vm::callers`. Mirrors CPython's Include/internal/pycore_frame.h and Python/frame.c.

use super::packed::Packed;
use std::rc::Rc;

use super::{PyResult, Vm};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::CodeObject;
use crate::heap::{Owned, Payload, Ref};
use crate::profile::LocalsTeardown;
use crate::trace::event::{Event, FrameId, Label, Leaving, Owner};
use crate::trace::recorder::Contents;

/// What happens with a frame's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnReturn {
    /// It is the value of the call.
    Push,
    /// An `__init__`: the result must be None, and the instance, just below `bottom`, is the value of the call whose
    /// operands begin at that position of the stack.
    Init(u32),
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
    pub bottom: u32,
    pub base: u32,
    /// Index of the next instruction; the running one is the one before.
    pub next: u32,
    pub on_return: OnReturn,
    pub packed: Packed,
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
            packed: Packed::NOTHING,
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

    /// Notes that the running instruction has run; true: it had before.
    #[inline]
    pub fn was_warm(&self) -> bool {
        self.code
            .warm
            .get(self.instruction())
            .is_some_and(|warm| warm.replace(true))
    }

    /// Where its slots begin on the stack.
    #[inline(always)]
    pub fn base(&self) -> usize {
        self.base as usize
    }

    #[inline]
    pub fn n_slots(&self) -> usize {
        self.code.code.slots.len()
    }
}

impl Vm {
    // ---- the evaluation stack ----

    #[inline(always)]
    pub(crate) fn push(&mut self, value: Owned) {
        self.stack.push(Some(value.into_counted()));
    }

    /// Pops an entry as it stands, mark included.
    ///
    /// # Panics
    /// When the stack is empty or the entry is the null mark: the compiler wrote wrong code.
    #[inline(always)]
    pub(crate) fn pop_entry(&mut self) -> Ref {
        self.stack
            .pop()
            .flatten()
            .expect("the instruction finds its operand on the stack")
    }

    /// Pops an entry as an owned reference.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Owned {
        let entry = self.pop_entry();
        self.own(entry)
    }

    /// The n-th entry from the top (1 is the top), borrowed.
    #[inline(always)]
    pub(crate) fn peek(&self, n: usize) -> Ref {
        self.stack[self.stack.len() - n]
            .expect("the instruction finds its operand on the stack")
            .unmarked()
    }

    /// An owned reference for an entry that was taken off the stack.
    #[inline(always)]
    pub(crate) fn own(&mut self, entry: Ref) -> Owned {
        if entry.is_marked_borrowed() {
            self.heap.new_ref(entry.unmarked())
        } else {
            Owned::from_counted(entry)
        }
    }

    /// Gives back an entry that was taken off the stack.
    #[inline(always)]
    pub(crate) fn close(&mut self, entry: Ref) {
        if !entry.is_marked_borrowed() && self.heap.decref(entry) {
            crate::heap::dealloc::deallocate(self, entry);
        }
    }

    #[inline(always)]
    pub(crate) fn drop_top(&mut self) {
        let entry = self.pop_entry();
        self.close(entry);
    }

    /// Drops entries, top first, until the stack has that length.
    #[inline]
    pub(crate) fn drop_to(&mut self, length: usize) {
        while self.stack.len() > length {
            if let Some(Some(entry)) = self.stack.pop() {
                self.close(entry);
            }
        }
    }

    /// Another entry of the same reference: a borrowed one stays borrowed.
    #[inline(always)]
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
    pub(crate) fn enter_frame(&mut self, frame: Frame) -> PyResult<()> {
        let mut place = self.spare_frame();
        *place = frame;
        self.enter_prepared_frame(place)
    }

    /// Memory for a frame: one that is left over, or a new one. What stands in it means nothing.
    #[inline(always)]
    pub(super) fn spare_frame(&mut self) -> Box<Frame> {
        match self.spare_frames.pop() {
            Some(frame) => frame,
            None => Box::new(Frame::idle(self.frame.code.clone(), self.frame.globals)),
        }
    }

    /// As [`Vm::enter_frame`].
    #[inline(always)]
    pub(super) fn enter_prepared_frame(&mut self, mut frame: Box<Frame>) -> PyResult<()> {
        if self.depth >= self.recursion_limit {
            self.abandon_frame(&frame);
            return self.recursion_error("");
        }
        self.depth += 1;
        if frame.generator.is_none() {
            self.count_frame(&frame.code);
        }
        if self.heap.recorder.is_detailed() {
            self.announce_frame(&mut frame, self.frame.id);
        }
        let caller = std::mem::replace(&mut self.frame, frame);
        self.callers.push(caller);
        Ok(())
    }

    /// Up to 3.10 each call makes a frame object, of the one that its code kept from the last call, or of a free one.
    fn count_frame(&mut self, code: &CodeObject) {
        if self.heap.profile.free_lists.frames > 0 && !code.keeps_frame.replace(false) {
            self.heap.count_hidden(FreeListKind::Frame);
        }
    }

    /// The frame of a call that nobody made a frame object of is gone.
    #[cold]
    fn uncount_frame(&mut self, code: &CodeObject) {
        if code.keeps_frame.replace(true) {
            self.heap.uncount_hidden(FreeListKind::Frame);
        }
    }

    /// A frame that was prepared but never ran.
    #[cold]
    fn abandon_frame(&mut self, frame: &Frame) {
        self.drop_to(frame.bottom as usize);
        if let Some(locals) = frame.locals {
            self.release_ref(locals);
        }
        if let Some(code) = frame.code_ref {
            self.release_ref(code);
        }
    }

    #[cold]
    fn announce_frame(&mut self, frame: &mut Frame, parent: FrameId) {
        self.n_frames += 1;
        let is_module = frame.locals == Some(frame.globals);
        if is_module {
            frame.id = FrameId::MODULE;
            return;
        }
        frame.id = FrameId(self.n_frames);
        if !self.is_shown(frame) {
            return;
        }
        let event = Event::FrameEntered {
            frame: frame.id,
            parent,
            function: frame.code.code.name.clone(),
            line: frame.code.code.first_line,
            resumed: frame.generator.is_some(),
        };
        self.heap.emit(event);
        let edges = self.frame_edges(frame);
        self.heap.recorder.compare(Owner::Frame(frame.id), edges);
    }

    /// Details begin in the middle of calls: all frames are entered, the outermost first.
    pub(super) fn announce_stack(&mut self) {
        let spare = self.spare_frame();
        let mut stack = std::mem::take(&mut self.callers);
        stack.push(std::mem::replace(&mut self.frame, spare));
        let mut parent = FrameId::MODULE;
        for frame in &mut stack {
            self.announce_frame(frame, parent);
            parent = frame.id;
        }
        if let Some(running) = stack.pop() {
            let spare = std::mem::replace(&mut self.frame, running);
            self.spare_frames.push(spare);
        }
        self.callers = stack;
    }

    /// From now on the lines of that text are told.
    pub(crate) fn show_file(&mut self, filename: &Rc<str>) {
        self.shown_files.insert(filename.clone());
    }

    /// Whether its lines are lines of a text that the reader sees: not of the library, nor of what exec was given.
    pub(super) fn is_shown(&self, frame: &Frame) -> bool {
        self.shown_files.contains(&frame.code.code.filename)
    }

    /// The names of a frame, as references.
    fn frame_edges(&self, frame: &Frame) -> Contents {
        let mut edges = Vec::new();
        let slots = self.stack.get(frame.base()..frame.base() + frame.n_slots());
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
        Contents {
            edges,
            ..Contents::default()
        }
    }

    /// While recording in detail: tells how the running frame's names changed.
    pub(crate) fn record_names(&mut self) {
        let is_module = self.frame.locals == Some(self.frame.globals);
        if !is_module && self.is_shown(&self.frame) {
            let edges = self.frame_edges(&self.frame);
            let owner = Owner::Frame(self.frame.id);
            self.heap.recorder.compare(owner, edges);
        }
    }

    /// Ends the running frame: its locals go in the version's order, then the operands of the call. What runs meanwhile, a
    /// finalizer, finds the caller's frame as the running one. Returns what is to happen with the result.
    #[inline(always)]
    pub(crate) fn leave_frame(&mut self, how: Leaving) -> OnReturn {
        let base = self.frame.base();
        let top = base + self.frame.n_slots();
        if self.stack.len() > top {
            self.drop_to(top);
        }
        let is_object = self.frame.object.is_some() || self.frame.generator.is_some();
        if self.frame.object.is_some() {
            self.detach_frame_object();
        }
        let caller = self.callers.pop().expect("a running frame has a caller");
        let mut left = std::mem::replace(&mut self.frame, caller);
        self.depth -= 1;
        if self.validates {
            self.leaving.extend(left.code_ref);
            self.leaving.extend(left.locals);
        }
        self.drop_slots(base, &left.code);
        if !is_object && self.heap.profile.free_lists.frames > 0 {
            self.uncount_frame(&left.code);
        }
        if self.heap.recorder.is_detailed() {
            self.tell_of_leaving(&left, how);
        }
        if let Some(locals) = left.locals.take() {
            self.forget_leaving(locals);
            self.release_ref(locals);
        }
        self.drop_to(left.bottom as usize);
        if let Some(code) = left.code_ref.take() {
            self.forget_leaving(code);
            self.release_ref(code);
        }
        let (on_return, packed) = (left.on_return, left.packed);
        self.spare_frames.push(left);
        self.uncount_packed(packed);
        on_return
    }

    /// A reference of a frame that is being left is about to be given back.
    #[inline]
    fn forget_leaving(&mut self, reference: Ref) {
        if self.validates
            && let Some(at) = self.leaving.iter().rposition(|&it| it == reference)
        {
            self.leaving.remove(at);
        }
    }

    #[inline]
    pub(crate) fn count_packed(&mut self, packed: Packed) {
        if packed != Packed::NOTHING {
            packed.parts().for_each(|part| self.heap.count_hidden(part));
        }
    }

    #[inline]
    pub(crate) fn uncount_packed(&mut self, packed: Packed) {
        if packed != Packed::NOTHING {
            packed
                .parts()
                .for_each(|part| self.heap.uncount_hidden(part));
        }
    }

    #[cold]
    fn tell_of_leaving(&mut self, left: &Frame, how: Leaving) {
        // Its locals may be gone: a frame object has taken them along.
        if left.id != FrameId::MODULE && self.is_shown(left) {
            let frame = left.id;
            self.heap
                .recorder
                .compare(Owner::Frame(frame), Contents::default());
            self.heap.emit(Event::FrameLeft { frame, how });
            self.heap.recorder.forget_frame(frame);
        }
    }

    #[inline(always)]
    fn drop_slots(&mut self, base: usize, code: &CodeObject) {
        match self.heap.profile.locals_teardown {
            LocalsTeardown::LastToFirst => self.drop_to(base),
            LocalsTeardown::CellsLast if !code.code.cell_slots.is_empty() => {
                self.drop_slots_cells_last(base, code);
            }
            LocalsTeardown::FirstToLast | LocalsTeardown::CellsLast => {
                for index in base..self.stack.len() {
                    if let Some(entry) = self.stack[index].take() {
                        self.close(entry);
                    }
                }
                self.stack.truncate(base);
            }
        }
    }

    #[inline(never)]
    fn drop_slots_cells_last(&mut self, base: usize, code: &CodeObject) {
        for &slot in code.code.slots_cells_last() {
            // A generator's slots have left the stack already.
            if let Some(entry) = self.stack.get_mut(base + slot).and_then(Option::take) {
                self.close(entry);
            }
        }
        self.stack.truncate(base);
    }
}
