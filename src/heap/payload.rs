//! What the containers hold: one variant per layout, the struct of CPython's Objects/*.c without its head.
//!
//! A variant is at most one word, so that a list costs the table no more than an int's box would; everything larger is
//! boxed. Whoever adds a variant or a field that holds references adds it to `traverse`.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use smallvec::SmallVec;
use thin_vec::ThinVec;

use super::Ref;
use super::dict::{Dict, SharedKeys};
use super::set::Set;
use crate::python::code::{Code, Quick};
use crate::trace::event::Label;

pub enum Payload {
    /// No object: the slot waits to be used again.
    Free {
        next: u32,
        size_class: u8,
    },
    /// A plain object() and other bodies without anything.
    Object,
    List(ThinVec<Ref>),
    Tuple(ThinVec<Ref>),
    Dict(Box<Dict>),
    /// set and frozenset.
    Set(Box<Set>),
    /// An instance of a class written in Python.
    Instance(Box<Attributes>),
    Type(Box<Type>),
    Function(Box<Function>),
    Builtin(Box<Builtin>),
    BoundMethod(Box<BoundMethod>),
    Cell(Option<Ref>),
    Module(Box<Module>),
    /// Shared with the frames that run it.
    Code(Rc<CodeObject>),
    Frame(Box<FrameObject>),
    Generator(Box<Generator>),
    Traceback(Box<Traceback>),
    Exception(Box<Exception>),
    WeakRef(Box<WeakRef>),
    /// start, stop, step.
    Slice(Box<[Ref; 3]>),
    Range(Box<Range>),
    Iterator(Box<Iterator>),
    Property(Box<Property>),
    /// staticmethod.
    StaticMethod(Box<Wrapper>),
    /// classmethod.
    ClassMethod(Box<Wrapper>),
    /// A slot of `__slots__` (member_descriptor), or a getset_descriptor.
    Descriptor(Box<Descriptor>),
    Super(Box<Super>),
    /// mappingproxy over a dict, or a view (dict_keys, dict_values, dict_items) of it.
    View(Box<View>),
    /// An instance of a subclass of a built-in type: the built-in's payload and attributes.
    Derived(Box<Derived>),
    /// A type that a module defines for itself (deque, partial, …).
    Native(Box<Box<dyn Native>>),
}

/// A staticmethod or classmethod object.
pub struct Wrapper {
    pub function: Ref,
    /// Its attributes, once there are any.
    pub dict: Option<Ref>,
}

/// Payloads that modules define for themselves.
pub trait Native: Any {
    /// Calls `visit` with every reference held, in CPython's order of tp_traverse.
    fn traverse(&self, visit: &mut dyn FnMut(Ref));
    /// The same references, each with what it is called: an attribute, an index, or a plain word.
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.traverse(&mut |part| tell(Label::part("content"), part));
    }
    /// Gives up every reference held: they are appended to `dropped` in the order in which CPython drops them.
    fn clear(&mut self, dropped: &mut Vec<Ref>);
    /// Bytes of the blocks that belong to it, which sys.getsizeof counts.
    fn array_size(&self) -> u64 {
        0
    }
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

/// Attributes of an instance. All references are owned.
#[derive(Default)]
pub struct Attributes {
    /// Name and value in order of insertion, while there is no dict object.
    pub inline: SmallVec<[(Ref, Ref); 2]>,
    /// The `__dict__`, once there is one: then `inline` is empty.
    pub dict: Option<Ref>,
    /// Values of `__slots__`, base classes' first.
    pub slots: ThinVec<Option<Ref>>,
}

impl Attributes {
    /// The value of that interned name, while there is no dict object.
    #[inline]
    pub fn find_inline(&self, name: Ref) -> Option<Ref> {
        self.inline
            .iter()
            .find(|&&(key, _)| key == name)
            .map(|&(_, value)| value)
    }
}

pub struct Derived {
    pub attributes: Attributes,
    pub base: Base,
}

/// The built-in part of a [`Derived`].
pub enum Base {
    List(ThinVec<Ref>),
    Tuple(ThinVec<Ref>),
    Dict(Box<Dict>),
    Set(Box<Set>),
    Exception(Box<Exception>),
    /// The int, float, str or bytes object whose value this is, owned.
    Atom(Ref),
    /// What a module defines for itself (deque, files).
    Native(Box<Box<dyn Native>>),
}

/// Which payload the instances of a type have, and what its subclasses inherit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Object,
    List,
    Tuple,
    Dict,
    Set,
    Exception,
    /// int, float, str, bytes.
    Atom,
    Type,
    Module,
    WeakRef,
    /// Made only by the interpreter itself or by its own constructor.
    Other,
}

/// Classes that CPython writes in C and that are written in Python here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeKind {
    DefaultDict,
    OrderedDict,
    Partial,
    SimpleNamespace,
}

#[derive(Clone)]
pub struct Type {
    pub name: Rc<str>,
    /// With its module's, as errors name classes that are written in C and not built in (tp_name).
    pub full_name: Option<Rc<str>>,
    /// Owned str; none for built-in types, whose qualified name is their name.
    pub qualname: Option<Ref>,
    /// Owned tuple, and the first of it is `base`; none for `object` alone.
    pub bases: Option<Ref>,
    pub base: Option<Ref>,
    /// Owned tuple that begins with the type itself; none while the type is being made.
    pub mro: Option<Ref>,
    /// Owned dict.
    pub dict: Option<Ref>,
    pub layout: Layout,
    /// Made by a class statement or type(): counted, tracked and collected like any object.
    pub is_heap_type: bool,
    /// Its instances are objects of the collector.
    pub instances_are_gc: bool,
    pub instances_have_dict: bool,
    pub instances_have_weakrefs: bool,
    /// Can be a base class.
    pub is_base: bool,
    /// Names of `__slots__` of this class and its bases, in order; owned by the descriptors in `dict`.
    pub slot_names: Vec<Ref>,
    /// Some class in the mro has `__del__`.
    pub has_finalizer: bool,
    /// tp_basicsize: bytes of an instance, without what stands before it.
    pub basic_size: u32,
    /// Each instance has a number of items of its own (tp_itemsize is not 0): tuple, int, bytes, type.
    pub has_items: bool,
    /// The instances' `__dict__` stands in the words before them (3.11).
    pub dict_is_before: bool,
    /// Their weak references stand there too (3.12).
    pub weakrefs_are_before: bool,
    /// Subclasses, as CPython's weak references: removed when they die.
    pub subclasses: Vec<Ref>,
    /// The weak references to them by address, of a class of the program; owned, not traversed.
    pub subclasses_dict: Option<Ref>,
    /// Weak references to itself on behalf of built-in bases, the tuple of its `__slots__`; owned, not traversed.
    pub unseen: Vec<Ref>,
    /// How many instances were ever made (3.11's shared keys stop growing with it).
    pub n_instances_made: u32,
    /// It was made with keys for its instances to share: its block has room for them.
    pub made_with_keys: bool,
    /// Which class written in C it stands for.
    pub native_kind: Option<NativeKind>,
    /// What the instances' dicts share (PEP 412); none for classes whose instances share nothing, and once 3.10 or older
    /// gave it up.
    pub shared_keys: Option<Rc<SharedKeys>>,
}

impl Type {
    /// Two words stand before each instance.
    pub fn has_pre_header(&self) -> bool {
        self.dict_is_before || self.weakrefs_are_before
    }
}

pub struct Function {
    pub code: Ref,
    pub globals: Ref,
    /// The dict of built-in names that it was made with, owned (3.10 on).
    pub builtins: Option<Ref>,
    pub name: Ref,
    pub qualname: Ref,
    pub module: Option<Ref>,
    pub doc: Option<Ref>,
    pub defaults: Option<Ref>,
    pub keyword_defaults: Option<Ref>,
    pub closure: Option<Ref>,
    pub annotations: Option<Ref>,
    /// The function that makes the annotations when somebody asks (3.14).
    pub annotate: Option<Ref>,
    pub dict: Option<Ref>,
}

/// Which native function a built-in calls: an index into the interpreter's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeId(pub u32);

/// How a [`Builtin`] shows itself and binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltinKind {
    /// builtin_function_or_method; `owner` is what it is bound to (a module's function: none).
    Function,
    /// method_descriptor (`list.append`) or wrapper_descriptor of a type; binds to instances.
    MethodDescriptor,
    /// classmethod_descriptor (`dict.fromkeys`).
    ClassMethodDescriptor,
    /// A plain function found in a type, e.g. `object.__new__`; binds to nothing.
    StaticMethod,
}

pub struct Builtin {
    pub native: NativeId,
    pub kind: BuiltinKind,
    pub name: Rc<str>,
    /// The module's name for functions; none for methods.
    pub module: Option<Rc<str>>,
    /// The object a method is bound to; owned.
    pub owner: Option<Ref>,
}

pub struct BoundMethod {
    pub function: Ref,
    pub receiver: Ref,
}

pub struct Module {
    pub name: Rc<str>,
    pub dict: Ref,
}

pub struct CodeObject {
    pub code: Rc<Code>,
    /// One object for each constant of `code`, nested code objects among them: owned, but where `shared_constants` has
    /// them.
    pub constants: Vec<Ref>,
    /// An owned tuple of the constants, if other code objects of the unit have the same.
    pub shared_constants: Option<Ref>,
    /// One owned interned str for each of `code.names`.
    pub names: Vec<Ref>,
    /// The instructions that run: those of `code`, some of them quickened.
    pub quick: Vec<Quick>,
    /// How many arguments a call must give, and no named ones, to need no more than a place for each.
    pub n_plain_args: Option<u32>,
    /// For each of `names`, where it was found the last time: the next time it mostly stands there again.
    pub found_at: Vec<FoundAt>,
    /// Which instructions have run once: those that CPython has specialized by then. Only calls tell.
    pub warm: Vec<Cell<bool>>,
    /// Whether it holds a dead frame for its next call (up to 3.10).
    pub keeps_frame: Cell<bool>,
}

/// Positions of a name's entry in two dicts.
#[derive(Clone, Default)]
pub struct FoundAt {
    pub globals: Cell<u32>,
    pub builtins: Cell<u32>,
}

/// The state of a frame that does not run: a generator between two values, or what a traceback keeps.
pub struct FrameState {
    pub code: Ref,
    pub globals: Ref,
    pub function: Option<Ref>,
    /// The locals dict of a module or class body.
    pub locals: Option<Ref>,
    /// Locals, cells and free variables, as `Code::slots`; owned.
    pub slots: Vec<Option<Ref>>,
    /// The evaluation stack, owned; None is the interpreter's null mark.
    pub stack: Vec<Option<Ref>>,
    /// The next instruction to run.
    pub instruction: u32,
}

/// A frame object, made when somebody asks for it (traceback, sys._getframe).
pub struct FrameObject {
    /// The calling frame's object, owned.
    pub back: Option<Ref>,
    pub code: Ref,
    pub globals: Ref,
    pub line: u32,
    /// While the frame runs, the interpreter holds its state; afterwards it stands here.
    pub running: Option<u32>,
    /// The generator whose frame this is, while it does not run and has the state; borrowed.
    pub generator: Option<Ref>,
    pub state: Option<Box<FrameState>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorStatus {
    Created,
    Suspended,
    Running,
    Finished,
}

pub struct Generator {
    pub status: GeneratorStatus,
    pub code: Ref,
    /// Its frame object, owned, while it does not run: up to 3.10 always, later once somebody asked for it.
    pub frame: Option<Ref>,
    pub name: Ref,
    pub qualname: Ref,
    /// None while it runs and when it is finished.
    pub state: Option<Box<FrameState>>,
    /// Locals, cells and places on the stack of its frame, which stands in it from 3.11 on.
    pub n_frame_words: u32,
    /// The exception that was current inside when it was suspended in a handler; owned.
    pub current_exception: Option<Ref>,
}

pub struct Traceback {
    pub next: Option<Ref>,
    pub frame: Ref,
    pub line: u32,
    pub instruction: u32,
}

#[derive(Default)]
pub struct Exception {
    /// Owned tuple.
    pub args: Option<Ref>,
    pub cause: Option<Ref>,
    pub context: Option<Ref>,
    pub traceback: Option<Ref>,
    pub suppress_context: bool,
    /// Attributes set on it, `value` of StopIteration, `name` of NameError and so on among them.
    pub attributes: Attributes,
}

pub struct WeakRef {
    /// What it refers to, not counted; none once that is dead.
    pub target: Option<Ref>,
    pub callback: Option<Ref>,
    /// A weakref.proxy.
    pub is_proxy: bool,
    /// What hash() of the target said, once asked.
    pub hash: Option<i64>,
    /// Attributes, for subclasses of weakref.ref (KeyedRef).
    pub attributes: Attributes,
}

pub struct Range {
    pub start: Ref,
    pub stop: Ref,
    pub step: Ref,
    pub length: Ref,
}

/// Iterators of the built-in types. References are owned; a source is none once it is exhausted.
pub enum Iterator {
    /// list, tuple, str, bytes, range by index, or any `__getitem__`.
    Sequence {
        source: Option<Ref>,
        index: i64,
    },
    /// What a loop over a list or tuple keeps on its stack where there is no iterator (3.15): no object for a program.
    Loop {
        source: Ref,
        index: i64,
    },
    Reversed {
        source: Option<Ref>,
        index: i64,
    },
    /// Small ranges: next value, step, how many are left.
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// dict and its views: position in the entries; `expected` is the size at the start.
    Dict {
        source: Option<Ref>,
        position: usize,
        expected: usize,
        /// How many entries it has still to give; more mean that keys changed.
        left: usize,
        part: DictPart,
        /// The tuple of an iterator over items that is handed out again while nobody else has it.
        result: Option<Ref>,
    },
    Set {
        source: Option<Ref>,
        position: usize,
        expected: usize,
    },
    Enumerate {
        source: Ref,
        index: Ref,
        /// As for items of dicts.
        result: Ref,
    },
    Zip {
        sources: Ref,
        /// As for items of dicts.
        result: Ref,
    },
    Map {
        function: Ref,
        sources: Ref,
    },
    /// `function` None drops what is false.
    Filter {
        function: Ref,
        source: Ref,
    },
    /// iter(callable, sentinel).
    Callable {
        function: Option<Ref>,
        sentinel: Ref,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

pub struct Property {
    pub getter: Option<Ref>,
    pub setter: Option<Ref>,
    pub deleter: Option<Ref>,
    pub doc: Option<Ref>,
    /// What it is bound to in its class (3.10).
    pub name: Option<Ref>,
}

pub struct Descriptor {
    /// The class it belongs to: owned.
    pub class: Ref,
    pub name: Ref,
    pub kind: DescriptorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DescriptorKind {
    /// Index into [`Attributes::slots`].
    Slot(u32),
    /// `__dict__` of instances.
    Dict,
    /// `__weakref__` of instances.
    WeakRef,
    /// A computed attribute of a built-in type: getter and, where it can be set, setter.
    Native {
        getter: NativeId,
        setter: Option<NativeId>,
    },
}

pub struct Super {
    pub class: Ref,
    pub receiver: Option<Ref>,
    pub receiver_class: Option<Ref>,
}

pub struct View {
    pub dict: Ref,
    /// None: a mappingproxy.
    pub part: Option<DictPart>,
}
