//! The events of a trace: facts in the past tense, a closed list.
//!
//! Heap, collector and interpreter only append them; playback reads them and nothing else. An event says what
//! changed, so that applying the events in turn to an empty state gives the state at any step. Objects are named by
//! [`ObjectId`], which is never used again, unlike an address.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// An object of the program, numbered by creation. The same program gives the same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ObjectId(pub u32);

/// A call frame, numbered by creation; 0 is the module's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FrameId(pub u32);

impl FrameId {
    pub const MODULE: FrameId = FrameId(0);
}

/// A list of the collector that an object can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GcList {
    Generation0,
    Generation1,
    Generation2,
    /// gc.freeze() moves objects here; no collection looks at them.
    Permanent,
    /// During a collection: what may be unreachable (tentative until move_unreachable ends).
    Unreachable,
}

/// What a reference is called by the object that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// A variable of a namespace or an attribute of an instance, module or class.
    Name(Rc<str>),
    /// Position in a list or tuple.
    Index(u32),
    /// repr of a dict's key whose value this is.
    Key(Rc<str>),
    /// The object is a dict's key itself (only for keys that are drawn objects).
    KeyObject,
    /// Member of a set.
    Member,
    /// So many elements in a row, all of them values, that are not told one by one: the object has told enough values.
    /// The target's type is theirs, or `object` where they are of several.
    More(u32),
    /// Anything else, as Python spells the attribute: "__traceback__", "tb_frame", "cell_contents" …; a variable's name
    /// for what a frame or generator holds; a plain word where Python has no attribute.
    Part(Rc<str>),
}

/// What a reference points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// An object with events of its own.
    Object(ObjectId),
    /// An atom (int, float, str, bytes, None, bool …) or something that was there before the program began (a type, a
    /// built-in function, a module): told by its type and a short repr; `id` is what Python's id() says.
    Value {
        type_name: Rc<str>,
        repr: Rc<str>,
        id: u64,
    },
}

impl Target {
    /// The object that a value turns out to be, by its id.
    pub fn becomes(&self, ids: &FxHashMap<u64, ObjectId>) -> Option<ObjectId> {
        match self {
            Target::Object(_) => None,
            Target::Value { id, .. } => ids.get(id).copied(),
        }
    }
}

impl Label {
    pub fn part(name: &str) -> Label {
        Label::Part(Rc::from(name))
    }

    /// How many positions of a list the reference stands for.
    pub fn positions(&self) -> u32 {
        match self {
            Label::Index(_) => 1,
            Label::More(n) => *n,
            _ => 0,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Edge {
    pub label: Label,
    pub target: Target,
}

/// Who holds references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Object(ObjectId),
    /// The names of a namespace: `Frame(FrameId::MODULE)` is the module's globals, others are calls' locals.
    Frame(FrameId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    Stdout,
    Stderr,
}

/// What becomes of a frame that runs no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    Returned,
    /// A generator keeps it until it runs on.
    SetAside,
    /// An exception passed through it.
    Unwound,
}

/// Why a collection began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// gc.collect().
    Explicit,
    /// Generation 0's count exceeded its threshold.
    Threshold,
    /// The interpreter ends.
    Shutdown,
}

/// The passes of a collection, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pass {
    /// Younger generations join the one that is collected.
    MergeYounger,
    /// Every object's count is copied into its gc_refs.
    UpdateRefs,
    /// Every reference from within takes one off its target's gc_refs.
    SubtractRefs,
    /// gc_refs 0 goes to the unreachable list, tentatively; what a reachable object refers to comes back.
    MoveUnreachable,
    /// Tuples (and, in old versions, dicts) of atoms leave the collector's lists.
    Untrack,
    /// Survivors join the next older generation.
    Promote,
    /// Objects with legacy finalizers and all that they reach are set aside.
    MoveLegacyFinalizers,
    /// Weak references to the unreachable are cleared, their callbacks run.
    HandleWeakrefs,
    /// `__del__` of the unreachable runs, once each.
    FinalizeGarbage,
    /// What the finalizers brought back to life survives.
    HandleResurrected,
    /// tp_clear on each unreachable object: the references go, the counts fall to 0.
    DeleteGarbage,
}

/// See the module's page. Each event says when it is emitted; how it is shown is the scene's business.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A program, or one more statement at the prompt, began. `source` numbers the texts given to the session, from 0.
    UnitStarted {
        source: u32,
    },
    /// It ended: `raised` when by an uncaught exception or a budget.
    UnitFinished {
        source: u32,
        raised: bool,
    },
    /// A statement is about to run. `line` counts from 1 within its unit's text; `step` statements and turns of loops ran
    /// before it.
    StatementStarted {
        frame: FrameId,
        line: u32,
        step: u64,
    },
    /// A function is called, or a generator runs on: `resumed`.
    FrameEntered {
        frame: FrameId,
        parent: FrameId,
        function: Rc<str>,
        line: u32,
        resumed: bool,
    },
    /// The frame's locals are gone already.
    FrameLeft {
        frame: FrameId,
        how: Leaving,
    },
    Printed {
        stream: Stream,
        text: Rc<str>,
    },
    /// objgraph drew references; `dot` says which, in the language of Graphviz.
    GraphDrawn {
        dot: Rc<str>,
    },
    /// An exception was raised at that line (not each frame it passes through).
    ExceptionRaised {
        type_name: Rc<str>,
        message: Rc<str>,
        line: u32,
    },

    /// A new object, with a count of 1 held by whoever asked for it. `size` in bytes as sys.getsizeof gives it.
    /// `has_finalizer`: its type has a `__del__`.
    ObjectCreated {
        object: ObjectId,
        type_name: Rc<str>,
        id: u64,
        size: u64,
        has_finalizer: bool,
    },
    /// The interpreter made the object for itself, before the program began or for an import, and now it holds an object
    /// of the program, or leads from a module to one that does. References told as a value with its `id` are references
    /// to it. `list`: where it stands; none: untracked.
    ObjectMet {
        object: ObjectId,
        type_name: Rc<str>,
        id: u64,
        size: u64,
        count: u32,
        list: Option<GcList>,
    },
    ObjectResized {
        object: ObjectId,
        size: u64,
    },
    /// A short text for objects whose edges do not tell all: a function's name, a weak reference's state.
    Described {
        object: ObjectId,
        text: Rc<str>,
    },
    /// The object joined the young generation.
    Tracked {
        object: ObjectId,
    },
    /// The object left the collector's lists, because it can be part of no cycle or is about to die.
    Untracked {
        object: ObjectId,
    },
    /// The reference count is now `count`.
    CountChanged {
        object: ObjectId,
        count: u32,
    },
    /// The references that `owner` holds: `removed` of them from position `at` on were replaced by `inserted`.
    EdgesChanged {
        owner: Owner,
        at: u32,
        removed: u32,
        inserted: Vec<Edge>,
    },
    /// The count reached 0 (or tp_clear brought it there): deallocation begins.
    DeallocStarted {
        object: ObjectId,
    },
    /// The memory is given back; the id may be used again.
    Freed {
        object: ObjectId,
    },

    FinalizerStarted {
        object: ObjectId,
    },
    FinalizerFinished {
        object: ObjectId,
    },
    /// `weakref` now refers weakly to `target`.
    WeakrefCreated {
        weakref: ObjectId,
        target: ObjectId,
    },
    /// It refers to nothing any more.
    WeakrefCleared {
        weakref: ObjectId,
        target: ObjectId,
    },
    WeakrefCallbackStarted {
        weakref: ObjectId,
    },
    WeakrefCallbackFinished {
        weakref: ObjectId,
    },
    /// An exception in a finalizer or callback was printed and forgotten.
    ExceptionIgnored {
        text: Rc<str>,
    },

    /// `counts` and `thresholds` as gc.get_count() and gc.get_threshold() would give them at that moment.
    CollectionStarted {
        generation: u8,
        trigger: Trigger,
        counts: [u32; 3],
        thresholds: [u32; 3],
    },
    PassStarted {
        pass: Pass,
    },
    /// All objects of a younger generation joined the list `into`, at its end.
    GenerationMerged {
        from: GcList,
        into: GcList,
    },
    /// update_refs: gc_refs is a copy of the count.
    GcRefsCopied {
        object: ObjectId,
        gc_refs: u32,
    },
    /// subtract_refs: a reference held by `holder` took one off.
    GcRefsDecremented {
        object: ObjectId,
        holder: ObjectId,
        gc_refs: u32,
    },
    /// move_unreachable: gc_refs is 0, so it moves to the unreachable list until somebody reaches it.
    MovedToUnreachable {
        object: ObjectId,
    },
    /// move_unreachable met the object with gc_refs above 0: reachable from outside.
    FoundReachable {
        object: ObjectId,
        gc_refs: u32,
    },
    /// visit_reachable: `holder` is reachable and refers to it; it leaves the unreachable list if it stood there.
    ReachedFrom {
        object: ObjectId,
        holder: ObjectId,
    },
    /// The object now stands at the end of that list.
    Moved {
        object: ObjectId,
        list: GcList,
    },
    /// All objects of a list joined another's end: survivors' promotion, gc.freeze, gc.unfreeze.
    ListMoved {
        from: GcList,
        into: GcList,
    },
    /// The collection has decided: these are unreachable.
    UnreachableFound {
        objects: Vec<ObjectId>,
    },
    /// A finalizer made these reachable again.
    Resurrected {
        objects: Vec<ObjectId>,
    },
    /// tp_clear: the object is about to drop its references.
    Cleared {
        object: ObjectId,
    },
    /// The object was put into gc.garbage.
    Uncollectable {
        object: ObjectId,
    },
    /// The collection's result; `candidates` is how many objects it looked at. `long_lived_pending`: objects that survived a
    /// collection of generation 1 since the last full one; `long_lived_total`: those that survived that full one.
    CollectionFinished {
        generation: u8,
        collected: u32,
        uncollectable: u32,
        candidates: u32,
        counts: [u32; 3],
        long_lived_pending: u32,
        long_lived_total: u32,
    },
    /// gc.enable(), gc.disable() or gc.set_threshold() changed how the collector is set. `thresholds` as above.
    CollectorConfigured {
        enabled: bool,
        thresholds: [u32; 3],
    },

    /// Totals at a statement's start, and at a unit's end: simulated bytes, live objects (atoms included),
    /// gc.get_count(). `own_bytes` and `own_objects` leave out what the interpreter made for itself, at its start and
    /// for imports.
    HeapMeasured {
        bytes: u64,
        objects: u64,
        own_bytes: u64,
        own_objects: u64,
        counts: [u32; 3],
    },

    /// The tutorials' collector, for comparison; it frees nothing.
    MarkSweepStarted,
    /// Reached from a root (`holder` none) or from an object that was marked before.
    Marked {
        object: ObjectId,
        holder: Option<ObjectId>,
    },
    /// Not marked: garbage to a plain mark-sweep collector.
    FoundUnmarked {
        object: ObjectId,
    },
    MarkSweepFinished {
        marked: u32,
        unmarked: u32,
    },

    /// The budget of detailed events is used up: from here on only units, output, collections' begin and end, and some of
    /// the statements with their totals are recorded (all at first, then ever fewer; all of them as the module's frame's);
    /// once as many events again have been recorded, only units, output and the last of several exceptions in a row.
    /// Objects and frames are unknown from here on.
    DetailEnded,
    /// Details are recorded again. The events that follow, up to the next unit or statement, tell the heap as it stands.
    DetailResumed,
}
