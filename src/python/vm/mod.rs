//! The interpreter: runs code on the heap, keeping the references that CPython keeps.
//!
//! In: compiled code. Out: changes of the heap, output, events. Python functions called by Python code run in one loop
//! over a stack of frames; only native code that calls back into Python nests, and the depth of that is limited by Python's own
//! recursion limit. Mirrors CPython's Python/ceval.c and Python/bytecodes.c.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::heap::payload::CodeObject;
use crate::heap::{Heap, Owned, Ref, types};
use crate::profile::Profile;
use crate::profile::packed_calls::Packing;
use crate::python::code::{Code, CodeKind};

mod annotations;
mod arguments;
mod attribute;
mod attribute_stores;
mod builtin_attributes;
mod builtin_stores;
mod call;
mod call_class;
mod call_ex;
mod call_plain;
mod caret_lines;
mod carets;
mod class;
mod class_bases;
mod class_layout;
mod class_namespace;
mod collections;
mod descriptor_access;
mod eval;
mod exception;
mod exception_star;
mod finalize;
mod frame;
mod frame_objects;
mod generator;
pub(crate) mod host;
mod import;
mod inputs;
mod instance;
mod instructions;
mod interpreter_types;
mod keyed;
mod load;
mod lookups;
mod matching;
mod methods;
mod module_attributes;
mod names;
mod natives;
mod operators;
mod packed;
mod quicken;
mod run_codes;
mod scope;
pub mod session;
mod special;
mod statements;
mod suggestion_hints;
mod suggestions;
mod traceback;
mod traceback_groups;
pub mod watch;

pub use names::Names;

use frame::Frame;

/// Why running Python code did not give a value.
#[derive(Debug)]
pub enum Unwind {
    /// A Python exception: the exception object.
    Raised(Owned),
    /// The program is over, and no handler may stop that: a budget is used up.
    Stopped(Stop),
}

/// Why a program was stopped from outside of Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It ran that many steps.
    Steps(u64),
    /// The heap would need more than that many bytes.
    HeapBytes(u64),
    /// Somebody asked a second time, after KeyboardInterrupt had not ended it.
    Asked,
}

pub type PyResult<T = Owned> = Result<T, Unwind>;

/// Arguments of a native function: borrowed references.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub positional: &'a [Ref],
    /// Names (interned str) and values.
    pub keywords: &'a [(Ref, Ref)],
}

/// A function of ours that Python code can call. For methods, `positional[0]` is the receiver. The result is a new
/// reference. Arguments stay alive during the call; nothing else does unless it is referenced.
pub type NativeFn = fn(&mut Vm, Args<'_>) -> PyResult;

/// What the program wrote.
#[derive(Debug, Default)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
}

/// What looks for unreachable objects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Collector {
    /// CPython's own.
    #[default]
    Generational,
    /// The tutorials' mark-sweep: it finds them, and frees nothing.
    MarkSweep,
    /// None: reference counting alone.
    None,
}

pub struct Vm {
    pub heap: Heap,
    pub(crate) collector: Collector,
    pub builtin_state: crate::python::builtins::State,
    pub output: Output,
    /// Names that the interpreter itself looks up, interned.
    pub names: Names,
    pub(crate) natives: Vec<NativeFn>,
    /// How each of them gets its arguments.
    packings: Vec<Packing>,
    /// Locals and evaluation stacks of all frames. None: an empty local, or the null mark.
    pub(crate) stack: Vec<Option<Ref>>,
    /// Frames stay where they are: what is copied right after it was written takes a modern processor long.
    pub(crate) frame: Box<Frame>,
    #[allow(clippy::vec_box)] // As said of `frame`.
    pub(crate) callers: Vec<Box<Frame>>,
    /// Memory of frames that are done, for the next ones.
    #[allow(clippy::vec_box)] // As said of `frame`.
    pub(crate) spare_frames: Vec<Box<Frame>>,
    /// While the heap is checked: what frames hold that are being left, and run no more.
    pub(crate) leaving: Vec<Ref>,
    /// The exceptions being handled (sys.exc_info), one entry for the program and one for each generator that runs.
    pub(crate) handled: Vec<Option<Ref>>,
    /// Frames and native calls that are under way.
    pub(crate) depth: usize,
    pub recursion_limit: usize,
    pub(crate) n_frames: u32,
    /// Statements and loop turns run so far, and how many may.
    pub(crate) steps: u64,
    pub max_steps: u64,
    /// After so many steps the program pauses where it can; see [`session::Session::proceed`].
    pub(crate) pause_at: u64,
    /// Constants of the texts that are running, which the parser's arena keeps until they are done; owned.
    pub(crate) in_trees: Vec<Ref>,
    /// sys.modules, the builtins module, `__main__`.
    pub(crate) modules: Option<Ref>,
    pub(crate) builtins: Option<Ref>,
    pub(crate) builtins_dict: Ref,
    /// By name, the getset descriptors that all classes share (3.15); owned.
    pub(crate) shared_getsets: Vec<(Ref, Ref)>,
    pub(crate) main: Option<Ref>,
    pub(crate) lookups: lookups::LookupCache,
    /// Texts of the sources, for tracebacks.
    pub(crate) sources: FxHashMap<Rc<str>, Rc<str>>,
    /// Names of the texts that the reader sees: the program and what is typed at the prompt.
    shown_files: FxHashSet<Rc<str>>,
    /// The function that object's `__new__`, `__init__` and so on are, to tell whether a class has its own.
    pub(crate) object_new: Option<Ref>,
    pub(crate) object_init: Option<Ref>,
    /// The exception on its way was raised before: its traceback has this frame already.
    pub(crate) reraising: bool,
    /// A budget was used up where no error could be passed on.
    pub(crate) stopped: Option<Stop>,
    /// Check the heap before every statement.
    pub(crate) validates: bool,
    /// Loops that run, one inside the other.
    pub(crate) n_runs: usize,
    pub(crate) watch: watch::Watch,
}

impl Vm {
    /// An interpreter without any module yet; see [`session::Session`].
    pub(crate) fn new(profile: &'static Profile) -> Vm {
        let mut heap = Heap::new(profile);
        let names = Names::new(&mut heap);
        let builtins_dict = heap.new_dict().into_counted();
        let idle = Rc::new(CodeObject {
            code: Rc::new(idle_code()),
            constants: Vec::new(),
            shared_constants: None,
            names: Vec::new(),
            quick: Vec::new(),
            n_plain_args: None,
            found_at: Vec::new(),
            warm: Vec::new(),
            keeps_frame: Default::default(),
        });
        let mut vm = Vm {
            heap,
            collector: Collector::default(),
            builtin_state: Default::default(),
            output: Output::default(),
            names,
            natives: Vec::new(),
            packings: Vec::new(),
            stack: Vec::with_capacity(4096),
            frame: Box::new(Frame::idle(idle, builtins_dict)),
            callers: Vec::new(),
            spare_frames: Vec::new(),
            leaving: Vec::new(),
            handled: vec![None],
            in_trees: Vec::new(),
            depth: 0,
            recursion_limit: 1000,
            n_frames: 0,
            steps: 0,
            max_steps: u64::MAX,
            pause_at: u64::MAX,
            modules: None,
            shared_getsets: Vec::new(),
            builtins: None,
            builtins_dict,
            main: None,
            lookups: lookups::LookupCache::default(),
            sources: FxHashMap::default(),
            shown_files: FxHashSet::default(),
            object_new: None,
            object_init: None,
            reraising: false,
            stopped: None,
            validates: false,
            n_runs: 0,
            watch: Default::default(),
        };
        vm.install_interpreter_types();
        crate::python::builtins::install(&mut vm, builtins_dict);
        vm.install_modules();
        if crate::python::builtins::exception_groups::install(&mut vm).is_err() {
            unreachable!("the classes of exception groups fit their bases");
        }
        vm
    }

    // ---- references ----

    /// Gives a reference back; whatever dies with it dies now.
    #[inline]
    pub fn release(&mut self, reference: Owned) {
        crate::heap::dealloc::release_owned(self, reference);
    }

    /// As [`Vm::release`], for a counted reference that is held as a bare one.
    #[inline]
    pub fn release_ref(&mut self, reference: Ref) {
        crate::heap::dealloc::release(self, reference);
    }

    pub(crate) fn release_all(&mut self, references: Vec<Owned>) {
        for reference in references {
            self.release(reference);
        }
    }

    /// Gives back what `?` dropped.
    #[inline]
    pub(crate) fn release_abandoned(&mut self) {
        if crate::heap::reference::any_abandoned() {
            for reference in crate::heap::reference::take_abandoned() {
                self.release_ref(reference);
            }
        }
    }

    pub fn none(&mut self) -> Owned {
        self.heap.new_ref(Ref::NONE)
    }

    pub fn bool(&mut self, value: bool) -> Owned {
        self.heap.new_ref(Ref::bool(value))
    }

    // ---- errors ----

    pub fn type_error<T>(&mut self, message: impl Into<String>) -> PyResult<T> {
        self.raise(types::TYPE_ERROR, message)
    }

    pub fn value_error<T>(&mut self, message: impl Into<String>) -> PyResult<T> {
        self.raise(types::VALUE_ERROR, message)
    }

    /// Native code that calls itself over the program's data (repr, comparison, hash) goes one level deeper:
    /// RecursionError "maximum recursion depth exceeded" + `place` (" in comparison") when that is too deep. After Ok the
    /// caller calls [`Vm::leave_recursion`].
    pub fn enter_recursion(&mut self, place: &str) -> PyResult<()> {
        if self.depth >= self.recursion_limit {
            return self.recursion_error(place);
        }
        self.depth += 1;
        Ok(())
    }

    pub fn leave_recursion(&mut self) {
        self.depth -= 1;
    }

    pub(crate) fn recursion_error<T>(&mut self, place: &str) -> PyResult<T> {
        // The error itself needs some room to be handled in.
        let limit = std::mem::replace(&mut self.recursion_limit, usize::MAX);
        let raised = self.raise(
            types::RECURSION_ERROR,
            format!("maximum recursion depth exceeded{place}"),
        );
        self.recursion_limit = limit;
        raised
    }
}

/// The code of the frame below all others, which never runs.
fn idle_code() -> Code {
    Code {
        kind: CodeKind::Module,
        name: Rc::from(""),
        qualname: Rc::from(""),
        filename: Rc::from(""),
        first_line: 0,
        docstring: None,
        n_args: 0,
        n_positional_only: 0,
        n_keyword_only: 0,
        has_varargs: false,
        has_varkeywords: false,
        is_generator: false,
        names: Vec::new(),
        slots: Vec::new(),
        n_locals: 0,
        cell_slots: Vec::new(),
        n_free: 0,
        cells_last: Default::default(),
        constants: Vec::new(),
        constants_tuple: None,
        instructions: Vec::new(),
        positions: Vec::new(),
        handlers: Vec::new(),
        stack_size: 0,
        in_tree: Vec::new(),
        warnings: Vec::new(),
    }
}
