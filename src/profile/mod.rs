//! Version profiles: everything in which one CPython differs from another, as data.
//!
//! One struct, one constant per version. No other module asks for a version number; each asks for the property it
//! needs. The facts were measured on real interpreters.

mod code_rules;
mod error_texts;

pub use code_rules::CodeRules;
pub mod texts;

use self::texts::Texts;
pub use error_texts::{CaretRules, ErrorTexts, PropertyErrors};

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

/// One version of CPython.
#[derive(Debug)]
pub struct Profile {
    /// "3.14": what the user chooses.
    pub name: &'static str,
    /// The release whose behaviour was measured, as sys.version_info gives it.
    pub version: (u8, u8, u8),
    /// gc.get_threshold() at start. 3.13 raised the first from 700 to 2000.
    pub thresholds: [i32; 3],
    pub call_arguments: CallArguments,
    /// Locals are pushed as borrowed references where the compiler can prove it safe (3.14).
    pub borrows_locals: bool,
    /// A call of a Python function with *args keeps the tuple of arguments until it returns (up to 3.11).
    pub call_ex_keeps_tuple: bool,
    /// Comprehensions run in the frame around them (3.12, PEP 709).
    pub inlined_comprehensions: bool,
    pub trigger_point: TriggerPoint,
    pub resurrection_count: ResurrectionCount,
    pub weakref_clearing: WeakrefClearing,
    /// An unreachable object whose class has `__del__` is never freed, but put into gc.garbage with all that it reaches
    /// (before 3.4, PEP 442).
    pub legacy_finalizers: bool,
    pub locals_teardown: LocalsTeardown,
    /// An instance has a dict object from its first attribute on (up to 3.10); later attributes stand in the instance
    /// until somebody asks for `__dict__`.
    pub instance_dicts: bool,
    /// tp_traverse of an instance visits its class (3.9).
    pub instances_visit_class: bool,
    /// A full collection untracks dicts of atoms (up to 3.13).
    pub untracks_dicts: bool,
    /// Dicts are tracked from birth (3.14) instead of from their first container value on.
    pub dicts_always_tracked: bool,
    /// Tuples of atoms are never tracked (3.14) instead of untracked by the first collection that meets them.
    pub tuples_untracked_at_birth: bool,
    /// frozenset of atoms is not tracked (3.15).
    pub frozensets_untracked_at_birth: bool,
    /// Small ints, None, (), "" and the like have no real count (3.12, PEP 683); the number getrefcount shows for them.
    pub immortal_refcount: Option<u32>,
    /// Greatest int kept in the cache that starts at −5.
    pub small_int_max: i64,
    /// A class has descriptors of its own for `__dict__` and `__weakref__` (up to 3.14); from 3.15 on all share one each.
    pub classes_own_getsets: bool,
    /// A gc.callbacks info dict and get_stats have candidates and duration (3.15).
    pub stats_have_candidates: bool,
    /// gc.is_finalized exists (3.9).
    pub has_is_finalized: bool,
    /// Tracebacks mark the failing part of the line with carets (3.11).
    pub traceback_carets: bool,
    /// Uncaught NameError and AttributeError end in "Did you mean" (3.10).
    pub suggestions: bool,
    /// "Exception ignored in: " (up to 3.13) or "Exception ignored while calling deallocator " (3.14).
    pub unraisable_names_deallocator: bool,
    pub list_growth: ListGrowth,
    /// Fully qualified names and other texts follow 3.10's UnboundLocalError or 3.11's.
    pub unbound_local_names_value: bool,
    /// How this version compiles.
    pub code: CodeRules,
    /// NameError and AttributeError have `name` and `obj` (3.10).
    pub errors_name_their_cause: bool,
    /// BaseException.add_note (3.11).
    pub exceptions_have_notes: bool,
    /// zip(strict=True) (3.10).
    pub zip_has_strict: bool,
    /// The format spec `z` (3.11).
    pub format_has_z: bool,
    /// `format("a", "05")` fills behind the text instead of failing (3.10).
    pub format_zero_fills_str: bool,
    /// `format("a", " ")` complains of the space, not of a sign (3.9).
    pub format_names_space: bool,
    /// A list that is extended while it has no array gets one of an even length that just fits (3.10).
    pub list_extends_to_even: bool,
    /// dict | dict (3.9).
    pub dict_has_union: bool,
    /// sum() of floats keeps a running correction (3.12).
    pub sum_is_compensated: bool,
    /// slice objects have a hash (3.12).
    pub slices_are_hashable: bool,
    /// Names of the types of weak references and proxies.
    pub weakref_type_names: [&'static str; 3],
    /// repr of a staticmethod or classmethod shows its function (3.10).
    pub staticmethods_show_function: bool,
    /// repr of a weakref.proxy has the form of a weak reference's (3.13).
    pub weakproxy_shows_as_weakref: bool,
    /// int.to_bytes and from_bytes need no length and byte order (3.11).
    pub to_bytes_has_defaults: bool,
    /// How it words its errors.
    pub errors: ErrorTexts,
    /// A staticmethod object can be called (3.10).
    pub static_methods_are_callable: bool,
    /// A generator holds on to the function that made it (3.11).
    pub generators_keep_function: bool,
    /// Tracebacks show the source lines of what was typed at the prompt (3.13).
    pub prompt_keeps_source: bool,
    /// The first collection at exit runs only while gc is enabled.
    pub exit_collects_only_if_enabled: bool,
    pub sizes: Sizes,
    /// Messages of built-in errors.
    pub texts: &'static Texts,
}

/// sys.getsizeof of a 64-bit build, in bytes, the 16 bytes of the collector's header included where there is one.
#[derive(Debug)]
pub struct Sizes {
    pub list: u32,
    pub tuple: u32,
    pub dict_empty: u32,
    /// A dict with a table of 8 slots.
    pub dict_small: u32,
    /// The same for a dict whose keys are all strings, which 3.11 stores without hashes.
    pub dict_small_str: u32,
    pub set: u32,
    pub instance: u32,
    /// An instance of a class whose `__slots__` is empty.
    pub instance_without_dict: u32,
    pub ascii_str: u32,
    /// A str beyond ASCII, without its characters and their terminator.
    pub other_str: u32,
    pub class: u32,
    pub function: u32,
    pub weakref: u32,
}

const V3_8: Profile = Profile {
    name: "3.8",
    texts: &texts::T3_8,
    version: (3, 8, 18),
    errors: ErrorTexts::V3_8,
    static_methods_are_callable: false,
    generators_keep_function: false,
    prompt_keeps_source: false,
    exit_collects_only_if_enabled: true,
    code: CodeRules::V3_8,
    thresholds: [700, 10, 10],
    call_arguments: CallArguments::Copied,
    borrows_locals: false,
    call_ex_keeps_tuple: true,
    inlined_comprehensions: false,
    trigger_point: TriggerPoint::Allocation,
    resurrection_count: ResurrectionCount::NoneIfAny,
    weakref_clearing: WeakrefClearing::BeforeFinalizers,
    legacy_finalizers: false,
    locals_teardown: LocalsTeardown::FirstToLast,
    instance_dicts: true,
    instances_visit_class: false,
    untracks_dicts: true,
    dicts_always_tracked: false,
    tuples_untracked_at_birth: false,
    frozensets_untracked_at_birth: false,
    immortal_refcount: None,
    small_int_max: 256,
    classes_own_getsets: true,
    stats_have_candidates: false,
    has_is_finalized: false,
    traceback_carets: false,
    suggestions: false,
    unraisable_names_deallocator: false,
    list_growth: ListGrowth::Classic,
    unbound_local_names_value: false,
    to_bytes_has_defaults: false,
    staticmethods_show_function: false,
    weakref_type_names: ["weakref", "weakproxy", "weakcallableproxy"],
    sum_is_compensated: false,
    slices_are_hashable: false,
    format_has_z: false,
    format_zero_fills_str: false,
    format_names_space: false,
    list_extends_to_even: false,
    dict_has_union: false,
    errors_name_their_cause: false,
    exceptions_have_notes: false,
    zip_has_strict: false,
    weakproxy_shows_as_weakref: false,
    sizes: Sizes {
        list: 56,
        tuple: 40,
        dict_empty: 64,
        dict_small: 232,
        dict_small_str: 232,
        set: 216,
        instance: 48,
        instance_without_dict: 32,
        ascii_str: 49,
        other_str: 72,
        class: 1064,
        function: 136,
        weakref: 72,
    },
};

const V3_9: Profile = Profile {
    name: "3.9",
    texts: &texts::T3_9,
    version: (3, 9, 18),
    code: CodeRules::V3_9,
    format_names_space: true,
    dict_has_union: true,
    resurrection_count: ResurrectionCount::StillUnreachable,
    instances_visit_class: true,
    has_is_finalized: true,
    list_growth: ListGrowth::MultipleOfFour,
    ..V3_8
};

const V3_10: Profile = Profile {
    name: "3.10",
    texts: &texts::T3_10,
    version: (3, 10, 13),
    errors: ErrorTexts::V3_10,
    static_methods_are_callable: true,
    code: CodeRules::V3_10,
    staticmethods_show_function: true,
    weakref_type_names: ["ReferenceType", "ProxyType", "CallableProxyType"],
    format_zero_fills_str: true,
    list_extends_to_even: true,
    errors_name_their_cause: true,
    zip_has_strict: true,
    suggestions: true,
    sizes: Sizes {
        class: 1072,
        function: 144,
        ..V3_8.sizes
    },
    ..V3_9
};

const V3_11: Profile = Profile {
    name: "3.11",
    texts: &texts::T3_11,
    version: (3, 11, 7),
    errors: ErrorTexts::V3_11,
    generators_keep_function: true,
    code: CodeRules::V3_11,
    call_arguments: CallArguments::Moved,
    instance_dicts: false,
    traceback_carets: true,
    unbound_local_names_value: true,
    to_bytes_has_defaults: true,
    format_has_z: true,
    exceptions_have_notes: true,
    sizes: Sizes {
        dict_small: 224,
        dict_small_str: 184,
        instance: 56,
        class: 1688,
        function: 152,
        weakref: 80,
        ..V3_8.sizes
    },
    ..V3_10
};

const V3_12: Profile = Profile {
    name: "3.12",
    texts: &texts::T3_12,
    version: (3, 12, 1),
    sum_is_compensated: true,
    slices_are_hashable: true,
    errors: ErrorTexts::V3_12,
    code: CodeRules::V3_12,
    call_ex_keeps_tuple: false,
    inlined_comprehensions: true,
    trigger_point: TriggerPoint::EvalBreaker,
    immortal_refcount: Some(4_294_967_295),
    sizes: Sizes {
        instance: 48,
        ascii_str: 41,
        other_str: 56,
        class: 1704,
        function: 160,
        ..V3_11.sizes
    },
    ..V3_11
};

const V3_13: Profile = Profile {
    name: "3.13",
    texts: &texts::T3_13,
    version: (3, 13, 18),
    errors: ErrorTexts::V3_13,
    prompt_keeps_source: true,
    code: CodeRules::V3_13,
    weakproxy_shows_as_weakref: true,
    thresholds: [2000, 10, 10],
    sizes: Sizes {
        class: 1712,
        ..V3_12.sizes
    },
    ..V3_12
};

const V3_14: Profile = Profile {
    name: "3.14",
    texts: &texts::T3_14,
    version: (3, 14, 10),
    errors: ErrorTexts::V3_14,
    code: CodeRules::V3_14,
    borrows_locals: true,
    locals_teardown: LocalsTeardown::LastToFirst,
    untracks_dicts: false,
    dicts_always_tracked: true,
    tuples_untracked_at_birth: true,
    immortal_refcount: Some(3_221_225_472),
    unraisable_names_deallocator: true,
    sizes: Sizes {
        tuple: 48,
        class: 1720,
        function: 168,
        ..V3_13.sizes
    },
    ..V3_13
};

const V3_15: Profile = Profile {
    name: "3.15",
    texts: &texts::T3_15,
    version: (3, 15, 2),
    code: CodeRules::V3_15,
    errors: ErrorTexts::V3_15,
    weakref_clearing: WeakrefClearing::WithoutCallbackAfterFinalizers,
    frozensets_untracked_at_birth: true,
    small_int_max: 1024,
    classes_own_getsets: false,
    stats_have_candidates: true,
    sizes: Sizes {
        class: 1728,
        ..V3_14.sizes
    },
    ..V3_14
};

/// All profiles, oldest first.
pub static PROFILES: [&Profile; 8] = [&V3_8, &V3_9, &V3_10, &V3_11, &V3_12, &V3_13, &V3_14, &V3_15];

impl Profile {
    /// The profile that is used when nobody chooses.
    pub fn latest_stable() -> &'static Profile {
        &V3_14
    }

    /// The profile of that name ("3.12"), or none.
    pub fn by_name(name: &str) -> Option<&'static Profile> {
        PROFILES
            .iter()
            .copied()
            .find(|profile| profile.name == name)
    }
}
