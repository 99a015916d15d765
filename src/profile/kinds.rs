//! Of what kind a version's rules are, where true and false do not tell it.

/// How many references a call keeps to an argument while a Python function runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallArguments {
    /// The caller's stack and the callee's local each hold one (up to 3.10).
    Copied,
    /// The caller's stack slot becomes the callee's local (3.11 on).
    Moved,
}

/// Where an automatic collection runs once the threshold is exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerPoint {
    /// Inside the allocation that exceeds it; the new object itself takes no part (up to 3.11).
    Allocation,
    /// At the next look at the eval breaker: function entry, loop back edge, after a C call (3.12 on).
    EvalBreaker,
}

/// What collect() returns once a finalizer has resurrected something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResurrectionCount {
    /// Nothing counts when anything came back (3.7, 3.8).
    NoneIfAny,
    /// What is still unreachable counts (3.9 on).
    StillUnreachable,
}

/// When the collector clears weak references to unreachable objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeakrefClearing {
    /// All of them, before the finalizers run (up to 3.14).
    BeforeFinalizers,
    /// Those with a callback before, the others after the finalizers (3.15).
    WithoutCallbackAfterFinalizers,
}

/// In which order a frame drops its locals when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalsTeardown {
    /// Plain locals, then cells, be they parameters or not, then free variables (up to 3.10).
    CellsLast,
    FirstToLast,
    LastToFirst,
}

/// The rule by which a list's array of items grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListGrowth {
    /// 4, 8, 16, 25, 35, 46 … (up to 3.8)
    Classic,
    /// 4, 8, 16, 24, 32, 40 … (3.9 on)
    MultipleOfFour,
}

/// How large a dict's table is made.
#[derive(Clone, Copy, Debug)]
pub struct DictTables {
    /// The table of 8 slots is part of the dict, and every slot is an entry (2.7).
    pub first_is_embedded: bool,
    /// dict() has a table of 8 slots at once, unlike {} (up to 3.9).
    pub new_has_table: bool,
    /// A table is made for at least 16 slots where 1 to 7 would do, but for a dict's first (3.10 to 3.12).
    pub resize_to_sixteen: bool,
    /// A table of str keys has smaller entries, and is made anew for the first key of another type (3.11).
    pub of_str_keys: bool,
    /// A table for str keys becomes one for all keys when another key is looked up (up to 3.9).
    pub open_up_when_asked: bool,
}

/// How print() gets hold of its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintArguments {
    /// As they stand (up to 3.10, and again from 3.14 on).
    InPlace,
    /// In a tuple; the first call makes the tuple of the names of its options, which stays (3.11).
    PackedWithNames,
    /// In a tuple (3.12, 3.13).
    Packed,
}

/// How many dead objects of a type are kept for the next allocation: 0 where there is no free list.
#[derive(Clone, Copy, Debug)]
pub struct FreeListSizes {
    pub lists: u32,
    pub dicts: u32,
    /// For each length from 1 to 19.
    pub tuples: u32,
    /// Up to 3.8, and again from 3.14 on.
    pub bound_methods: u32,
    /// Likewise.
    pub builtin_functions: u32,
    /// 3.14.
    pub list_iterators: u32,
    /// 3.14.
    pub tuple_iterators: u32,
    /// One, since the start.
    pub slices: u32,
    /// That one survives full collections (up to 3.13).
    pub keeps_slice: bool,
    /// Frames are objects up to 3.10; each code object keeps one more.
    pub frames: u32,
}

/// How an error is reported that a finalizer or callback raised and nobody can catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnraisableReport {
    /// One line, with the bound method and the error's repr (2.7).
    OneLine,
    /// "Exception ignored in: ", then the traceback (3.4).
    IgnoredIn,
    /// "Exception ignored while calling deallocator " (3.14).
    IgnoredWhile,
}

/// How ints are kept in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntMemory {
    /// Of one type, as many digits as they need; freed ones give their memory back.
    Freed,
    /// Those of 64 bits are of 24 bytes, in blocks that are used again for ints but never given back (2.7).
    Kept,
}

/// What the collector visits of a generator besides its names and locals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GeneratorTraverse {
    /// The frame, and what it holds only by way of it (up to 3.10).
    pub frames_are_objects: bool,
    /// The code, as the generator's own (up to 3.11).
    pub visits_code: bool,
    /// The code that a finished one still has (3.14).
    pub visits_code_when_finished: bool,
}

/// Where an instance keeps its `__dict__` and its list of weak references, if its class adds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstanceWords {
    /// A word each at the end of the instance (up to 3.10).
    AtEnd,
    /// The dict stands in two words before the object unless the base has a variable size; weak references at the end
    /// (3.11).
    DictBefore,
    /// Two words before the object serve both (3.12 on).
    Before,
}

/// What sys.getsizeof of a 64-bit build counts, in bytes.
#[derive(Debug)]
pub struct Sizes {
    /// The collector's header before each of its objects.
    pub gc_header: u32,
    /// Which column of the basic sizes is this version's.
    pub column: usize,
    pub instance_words: InstanceWords,
    /// A dict without a table, the collector's header included.
    pub dict_empty: u32,
    /// A dict with a table of 8 slots.
    pub dict_small: u32,
    /// The same for a dict whose keys are all strings, which 3.11 stores without hashes.
    pub dict_small_str: u32,
    pub ascii_str: u32,
    /// A str beyond ASCII, without its characters and their terminator.
    pub other_str: u32,
    /// An instance of a subclass of str keeps its characters in a block of their own, after a struct of this size.
    pub derived_str: u32,
    /// A str of one character from U+0080 to U+00FF is made at start with its UTF-8 text beside it (3.12).
    pub latin1_keeps_utf8: bool,
    /// 0 has no digit (up to 3.10), so it takes 24 bytes.
    pub zero_has_no_digit: bool,
    /// The keys that a class keeps for its instances to share.
    pub shared_keys: u32,
    /// A type that is no heap type.
    pub static_type: u32,
    /// What a generator adds for each of its frame's locals and places on the stack (3.11: the frame stands in it).
    pub generator_word: u32,
}

/// How a bytearray keeps its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteArrayRoom {
    /// In memory of its own, a null byte behind them.
    WithNull,
    /// In a bytes object (3.15).
    InBytes,
}

/// What open() makes.
#[derive(Debug)]
pub struct FileRules {
    /// Bytes of a buffered file's buffer.
    pub buffer_size: u32,
    /// What a text file says its encoding is when nobody named one.
    pub default_encoding: &'static str,
}

/// Which dicts that take over the table of a tracked one are tracked, too, whatever they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackedClones {
    None,
    /// What copy() of a dict makes that is of no subclass.
    Copies,
    /// What any copy() makes, and an empty dict that another is merged into (3.10).
    CopiesAndMerges,
}

impl TrackedClones {
    pub fn of_copy(self, is_exact: bool) -> bool {
        match self {
            TrackedClones::None => false,
            TrackedClones::Copies => is_exact,
            TrackedClones::CopiesAndMerges => true,
        }
    }
}
