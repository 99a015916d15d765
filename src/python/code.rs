//! Compiled code: what the compiler hands to the interpreter.
//!
//! A [`Code`] is plain data and knows no heap: its constants become heap objects when the interpreter loads it.
//! The instructions are those of a stack machine, named after CPython's own, because the references that the
//! evaluation stack holds are part of every reference count that a program can see. One instruction set serves
//! all versions; where versions differ in the references they keep (calls, borrowed locals), the interpreter
//! reads the profile, or the compiler chooses another instruction ([`Op::LoadFastBorrow`]).
//! Mirrors CPython's Objects/codeobject.c and Python/bytecodes.c.

use std::cell::OnceCell;
use std::rc::Rc;

/// What a code object was compiled from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    Module,
    /// One statement typed at the prompt: an expression statement echoes its value.
    Interactive,
    Function,
    Lambda,
    Class,
    /// A comprehension or generator expression with a frame of its own.
    Comprehension,
}

/// A constant of the program, before it is an object.
///
/// Equal constants of one compilation unit (a module, an input at the prompt, one eval), its nested functions and the
/// items of its constant tuples included, are one object in CPython, and `is` shows it. Here they are one `Rc`: whoever
/// loads a unit makes one object for each address (`Rc::as_ptr`) that it meets. Equal means of one type and value:
/// 1, 1.0 and True are three constants, and so are 0.0 and -0.0. Two units never share an `Rc`.
#[derive(Clone, Debug)]
pub enum Constant {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(num_bigint::BigInt),
    Float(f64),
    Complex(f64, f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Rc<Constant>>),
    FrozenSet(Vec<Rc<Constant>>),
    /// Start, stop and step.
    Slice(Vec<Rc<Constant>>),
    Code(Rc<Code>),
}

/// Where an instruction comes from: lines from 1, columns from 0 in UTF-8 bytes, ends exclusive, as CPython counts them.
/// A line of 0 means that no source stands behind the instruction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// An exception raised by an instruction in `start..end` (indices of instructions) unwinds the evaluation stack to
/// `depth` values, pushes the exception and goes on at `target`. Inner ranges come first in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
}

impl Code {
    /// Indices into `slots`: plain locals, then the cells that the frame makes, then free variables.
    pub fn slots_cells_last(&self) -> &[usize] {
        self.cells_last.get_or_init(|| {
            let n = self.slots.len();
            let cells: Vec<usize> = self.cell_slots.iter().map(|&slot| slot as usize).collect();
            let n_own = n - self.n_free as usize;
            let mut order: Vec<usize> = (0..n_own).filter(|slot| !cells.contains(slot)).collect();
            order.extend(cells);
            order.extend(n_own..n);
            order
        })
    }
}

#[derive(Debug)]
pub struct Code {
    pub kind: CodeKind,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub filename: Rc<str>,
    pub first_line: u32,
    pub docstring: Option<Rc<str>>,
    /// Positional parameters, the positional-only ones included.
    pub n_args: u32,
    pub n_positional_only: u32,
    pub n_keyword_only: u32,
    pub has_varargs: bool,
    pub has_varkeywords: bool,
    pub is_generator: bool,
    /// Names of globals, attributes, imports: the operand of the *Name, *Global, *Attr instructions.
    pub names: Vec<Rc<str>>,
    /// The frame's slots: parameters (positional, keyword-only, *args, **kwargs), other locals, then cells that are
    /// no parameters, then free variables. The operand of the *Fast and *Deref instructions.
    pub slots: Vec<Rc<str>>,
    /// How many of `slots` are plain locals (parameters included; a captured parameter counts here).
    pub n_locals: u32,
    /// The slots that hold cells made by this frame (captured parameters and locals).
    pub cell_slots: Vec<u32>,
    /// How many of `slots`, at its end, are free variables filled from the function's closure, in its order.
    pub n_free: u32,
    /// See [`Code::slots_cells_last`].
    pub cells_last: OnceCell<Vec<usize>>,
    pub constants: Vec<Rc<Constant>>,
    /// All of `constants`, as the one constant tuple of the unit that is equal: CPython's co_consts is that very tuple.
    /// None when there are none, or nested code objects, which are equal to nothing else.
    pub constants_tuple: Option<Rc<Constant>>,
    pub instructions: Vec<Instruction>,
    /// One for each instruction.
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    /// The deepest that CPython's evaluation stack gets, which ours need not be the same as.
    pub stack_size: u32,
    /// Constants that the tree holds as long as the unit runs, where it is run at once; only a whole unit has any.
    pub in_tree: Vec<Rc<Constant>>,
    /// What the compiler warned of; only a whole unit has any.
    pub warnings: Vec<SyntaxWarning>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub line: u32,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    pub op: Op,
    pub arg: u32,
}

/// An instruction as it runs. See `vm::quicken`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quick {
    pub op: Op,
    /// Of a quick instruction: the operator, and what else the bits of `vm::quicken` tell.
    pub detail: u8,
    /// Of a quick instruction: operands of the instructions that it stands for.
    pub operands: [u8; 2],
    /// As in the instruction that it replaced, or where to jump to.
    pub arg: u32,
}

impl Quick {
    /// One that the interpreter left as it is.
    pub fn plain(instruction: Instruction) -> Quick {
        Quick {
            op: instruction.op,
            detail: 0,
            operands: [0; 2],
            arg: instruction.arg,
        }
    }
}

/// Operators of [`Op::Binary`] and [`Op::Inplace`]; the operand is the discriminant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum BinaryOperator {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Operators of [`Op::Unary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum UnaryOperator {
    Negative,
    Positive,
    Invert,
    Not,
}

/// Operators of [`Op::Compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Comparison {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

macro_rules! from_operand {
    ($type:ident: $($variant:ident),*) => {
        impl $type {
            /// The operator with that discriminant.
            ///
            /// # Panics
            /// When there is none: the compiler wrote a wrong operand.
            pub fn from_operand(operand: u32) -> Self {
                match operand {
                    $(x if x == $type::$variant as u32 => $type::$variant,)*
                    _ => panic!(concat!("no ", stringify!($type), " has the operand {}"), operand),
                }
            }
        }
    };
}
from_operand!(BinaryOperator: Add, Sub, Mul, MatMul, TrueDiv, FloorDiv, Mod, Pow, LShift, RShift, And, Or, Xor);
from_operand!(UnaryOperator: Negative, Positive, Invert, Not);
from_operand!(Comparison: Lt, Le, Eq, Ne, Gt, Ge);

/// Operand bits of [`Op::MakeFunction`]: which values stand on the stack below the code constant, in this order.
pub mod make_function {
    /// A tuple of the positional parameters' defaults.
    pub const DEFAULTS: u32 = 1;
    /// A dict of the keyword-only parameters' defaults.
    pub const KEYWORD_DEFAULTS: u32 = 2;
    /// A dict of annotations; from 3.14 on the function that makes it, called with 1 (`__annotate__`).
    pub const ANNOTATIONS: u32 = 4;
    /// A tuple of cells.
    pub const CLOSURE: u32 = 8;
    /// The bits; the index of the code constant stands above them.
    pub const MASK: u32 = 15;
    pub const SHIFT: u32 = 4;
}

/// Operand bits of [`Op::FormatValue`].
pub mod format_value {
    pub const STR: u32 = 1;
    pub const REPR: u32 = 2;
    pub const ASCII: u32 = 3;
    pub const CONVERSION_MASK: u32 = 3;
    /// A format spec stands on top of the value.
    pub const HAS_SPEC: u32 = 4;
}

/// The instructions. "TOS" is the top of the evaluation stack; `n`, `i`, `target` is the operand.
/// Stack effects are written `before -- after`, the top at the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Op {
    Nop,
    /// Start of a statement, at its position's line: a mark in the trace, and what budgets count. `--`
    Statement,
    /// `x --`
    PopTop,
    /// Push the n-th value from the top again (1 = TOS).
    Copy,
    /// Swap TOS with the n-th from the top (2 = the one below).
    Swap,

    /// `-- constant`
    LoadConst,
    /// `-- value`, a new reference; UnboundLocalError when the slot is empty.
    LoadFast,
    /// As LoadFast, but the stack only borrows the local's reference (3.14+): the compiler proved that the local
    /// outlives the value on the stack.
    LoadFastBorrow,
    StoreFast,
    DeleteFast,
    /// Pushes a slot's value and empties the slot; an empty slot pushes the null mark (inlined comprehensions, 3.12+).
    LoadFastAndClear,
    /// Puts back what LoadFastAndClear pushed.
    RestoreFast,
    /// Locals dict, globals, builtins: module and class bodies.
    LoadName,
    StoreName,
    DeleteName,
    LoadGlobal,
    StoreGlobal,
    DeleteGlobal,
    /// Replace the slot's value by a cell that holds it (at the start of a frame).
    MakeCell,
    /// Push the slot's cell itself (to build a closure).
    LoadClosure,
    LoadDeref,
    StoreDeref,
    DeleteDeref,
    /// Class body: the locals dict first, then the cell.
    LoadClassDeref,
    /// A global, unless the dict in the cell `__classdict__` has the name; operand into names.
    LoadClassOrGlobal,

    /// `object -- value`, operand into names.
    LoadAttr,
    /// `value object --`
    StoreAttr,
    /// `object --`
    DeleteAttr,
    /// `object -- method self` or `object -- null value`: for CallMethod, no bound method is made.
    LoadMethod,
    /// `method self args[n] -- result` (or null and a plain callable).
    CallMethod,
    /// `callable args[n] -- result`
    Call,
    /// `callable args[n] names -- result`: the last len(names) of the n are keyword arguments; names is a constant tuple.
    CallKeywords,
    /// As CallKeywords after LoadMethod: `method self args[n] names -- result`.
    CallMethodKeywords,
    /// `callable args_iterable [kwargs_mapping] -- result`; operand 1: a mapping is there. args_iterable is a list or tuple.
    CallEx,

    /// `left right -- result`, operand a BinaryOperator.
    Binary,
    /// As Binary, for `+=` and its kind.
    Inplace,
    /// Operand a UnaryOperator.
    Unary,
    /// Operand a Comparison.
    Compare,
    /// `left right -- bool`, operand 1 inverts.
    Is,
    /// `item container -- bool`, operand 1 inverts.
    Contains,
    /// `container index -- value`
    BinarySubscr,
    /// `container start stop -- value` (3.15).
    BinarySlice,
    /// `value container index --`
    StoreSubscr,
    /// `container index --`
    DeleteSubscr,

    /// `items[n] -- list` and so on.
    BuildList,
    BuildTuple,
    BuildSet,
    /// `(key value)[n] -- dict`
    BuildMap,
    /// `start stop -- slice` (n = 2) or with step (n = 3).
    BuildSlice,
    /// `strings[n] -- string`
    BuildString,
    /// Pops TOS and appends it to the list that is then n-th from the top (1 = TOS); likewise the next five.
    ListAppend,
    SetAdd,
    /// Pops value (TOS) and key.
    MapAdd,
    ListExtend,
    SetUpdate,
    DictUpdate,
    /// As DictUpdate for `f(**a, **b)`: a key twice is a TypeError; the callable is at a known depth (n + 2 from the top).
    DictMerge,
    /// `list -- tuple`
    ListToTuple,
    /// `sequence -- items[n]`, the first on top.
    UnpackSequence,
    /// With a star: operand = before | after << 16; `-- items`, the first on top.
    UnpackEx,
    /// `value [spec] -- string`, operand bits of `format_value`.
    FormatValue,

    /// `object -- object length`
    GetLen,
    /// `subject -- subject bool`
    MatchSequence,
    MatchMapping,
    /// `subject keys -- subject keys values`: a tuple, or None where a key is missing.
    MatchKeys,
    /// `subject class names -- values`: a tuple of attributes, the first n by `__match_args__`; None where it does not fit.
    MatchClass,

    Jump,
    /// To an earlier instruction: the eval breaker is looked at here.
    JumpBackward,
    /// `x --`
    PopJumpIfFalse,
    PopJumpIfTrue,
    /// Jump and keep TOS, or pop it.
    JumpIfFalseOrPop,
    JumpIfTrueOrPop,
    /// `iterable -- iterator`
    GetIter,
    /// `iterator -- iterator next`, or pops the iterator and jumps when it is exhausted.
    ForIter,

    /// Pops [defaults] [kwdefaults] [annotations] [closure], then makes a function of the constant code i in arg >> 4; bits in arg & 15.
    MakeFunction,
    /// `-- builtins.__build_class__`
    LoadBuildClass,
    /// `value --`, leaves the frame.
    Return,
    /// `value -- sent`
    Yield,
    /// First instruction of a generator's code: makes the generator and returns it from the call.
    ReturnGenerator,
    /// `iterable -- iterator` for `yield from`.
    GetYieldFromIter,
    /// `receiver sent -- receiver sent_next`: hands `sent` to the receiver and yields what it yields; the value that
    /// the generator is resumed with then stands on top, and a Jump leads back here. When the receiver is done:
    /// `receiver sent -- result`, and jumps to the operand.
    Send,

    /// n = 0: re-raise the current one; 1: `exception --`; 2: `exception cause --`.
    Raise,
    /// A handler's first instruction. `exception -- previous exception`: exception becomes the current one of sys.exc_info.
    PushExcInfo,
    /// `exception type -- exception bool`
    CheckExcMatch,
    /// `exception types -- rest match`: what an `except*` leaves and takes, None where that is nothing; what it takes
    /// becomes the current exception.
    CheckEgMatch,
    /// `original raised -- exception`: of the list of what clauses raised and left, what is raised in the end, or None.
    PrepReraiseStar,
    /// `previous --`: the previous exception becomes current again.
    PopExcept,
    /// `exception --`: raise it again without a new traceback entry for this frame's line.
    Reraise,
    /// `exception --`, an AssertionError is pushed instead: `-- AssertionError`.
    LoadAssertionError,
    /// `receiver -- method receiver` or `receiver -- null value`: the attribute that `super()` finds for the running
    /// method's first argument; operand into names.
    LoadSuperMethod,
    /// `manager -- exit manager result_of_enter`; up to 3.13, and where exit binds otherwise, the manager gives way to
    /// None, and exit is bound.
    BeforeWith,
    /// `exit manager type exception traceback -- result`: calls exit.
    CallExit,
    /// `exit manager previous exception -- exit manager previous exception result`: calls exit(type, exception,
    /// traceback).
    WithExceptStart,

    /// `level fromlist -- module`, operand into names.
    ImportName,
    /// `module -- module attribute`
    ImportFrom,
    /// `module --`
    ImportStar,
    /// The prompt's echo: prints repr unless None and binds builtins._ . `value --`
    PrintExpr,
    /// Makes `__annotations__` in the namespace when it is not there.
    SetupAnnotations,

    // Of finished code the interpreter makes the following, each in place of the first of the instructions named: see
    // `vm::quicken`. The others stay where they are.
    /// Two loads and a Binary, of ints.
    LoadLoadBinary,
    /// Two loads, a Compare and a PopJumpIfFalse or PopJumpIfTrue, of ints.
    LoadLoadCompareJump,
    /// A Compare and a PopJumpIfFalse or PopJumpIfTrue, of ints.
    CompareJump,
    /// A load and a Binary, of ints.
    LoadBinary,
    /// A ForIter over a range, and a StoreFast.
    ForRangeStore,
    /// A LoadFast and a ListAppend.
    LoadListAppend,
}

impl Op {
    /// Whether the compiler never writes it.
    pub fn is_quick(self) -> bool {
        self as u8 > Op::SetupAnnotations as u8
    }
}
