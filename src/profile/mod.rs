//! Version profiles: everything in which one CPython differs from another, as data.
//!
//! One struct, one constant per version. No other module asks for a version number; each asks for the property it
//! needs. The facts were measured on real interpreters.

mod basic_sizes;
mod code_rules;
mod error_texts;
mod kinds;
mod list_rules;
pub mod packed_calls;
mod sort_rules;
mod stack_rules;
pub mod texts;
mod versions;

pub use code_rules::CodeRules;
pub use error_texts::{CaretRules, ErrorTexts, PropertyErrors};
pub use kinds::{
    ByteArrayRoom, CallArguments, DictTables, FileRules, FreeListSizes, GeneratorTraverse,
    InstanceWords, IntMemory, ListGrowth, LocalsTeardown, PrintArguments, ResurrectionCount, Sizes,
    TrackedClones, TriggerPoint, UnraisableReport, WeakrefClearing,
};
pub use list_rules::ListRules;
pub use sort_rules::SortRules;
pub use stack_rules::StackRules;

use self::texts::Texts;
use self::versions::{V2_7, V3_8, V3_9, V3_10, V3_11, V3_12, V3_13, V3_14, V3_15};
use crate::heap::Ref;

/// One version of CPython.
#[derive(Debug)]
pub struct Profile {
    /// "3.14": what the user chooses.
    pub name: &'static str,
    /// The release whose behaviour was measured, as sys.version_info gives it.
    pub version: (u8, u8, u8),
    /// Whose grammar programs are written in: 3.8's for 2.7, so that the same program runs under all.
    pub syntax: (u8, u8),
    /// gc.get_threshold() at start. 3.13 raised the first from 700 to 2000.
    pub thresholds: [i32; 3],
    pub call_arguments: CallArguments,
    /// Locals are pushed as borrowed references where the compiler can prove it safe (3.14).
    pub borrows_locals: bool,
    /// So are constants (3.15): a local that is bound to one does not count.
    pub borrows_constants: bool,
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
    /// The code of a module runs as a function made for it (3.11).
    pub modules_run_as_functions: bool,
    /// Calls of super() pack their arguments into a tuple (up to 3.10).
    pub super_packs_arguments: bool,
    /// type() makes a class's mro before its descriptors (3.10), and not after them.
    pub mro_before_descriptors: bool,
    /// A full collection untracks dicts of atoms (up to 3.13).
    pub untracks_dicts: bool,
    /// Which dicts that take over the table of a tracked one are tracked, too, whatever they hold.
    pub tracked_clones: TrackedClones,
    /// Dicts are tracked from birth (3.14) instead of from their first container value on.
    pub dicts_always_tracked: bool,
    /// Tuples of atoms are never tracked (3.14) instead of untracked by the first collection that meets them.
    pub tuples_untracked_at_birth: bool,
    /// The pairs of enumerate, of a dict's items and of divmod are made of their items (3.15), not filled afterwards.
    pub pairs_are_made_of_items: bool,
    /// frozenset of atoms is not tracked (3.15).
    pub frozensets_untracked_at_birth: bool,
    /// Small ints, None, (), "" and the like have no real count (3.12, PEP 683); the number getrefcount shows for them.
    pub immortal_refcount: Option<u32>,
    /// Interned strings are immortal (3.12.1; no longer in later releases).
    pub interned_are_immortal: bool,
    /// The count that small ints, "" and the like begin with where they are not immortal: 3.11 has them in its own data.
    pub static_value_refcount: u32,
    /// Greatest int kept in the cache that starts at −5.
    pub small_int_max: i64,
    /// hasattr() and getattr() with a default make no exception for what a module lacks (up to 3.9, where native code makes
    /// none before somebody looks at it, and from 3.12 on).
    pub modules_lack_quietly: bool,
    /// Nor for an empty slot (up to 3.11).
    pub slots_lack_quietly: bool,
    /// `__getattr__` is called without an exception made before (up to 3.9, and from 3.12 on).
    pub getattr_is_asked_quietly: bool,
    /// `__getattr__`, `__round__` and a dict's `keys` are bound to be called (3.8).
    pub binds_special_methods: bool,
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
    pub unraisable_report: UnraisableReport,
    /// Weak references to an object are cleared, and call back, before its finalizer when its count falls to 0 (2.7).
    pub weakrefs_die_before_finalizer: bool,
    /// `__init__` is called through a bound method and a tuple, which hold the new instance too (up to 3.5).
    pub init_is_bound: bool,
    /// A call with *args keeps what was unpacked until it returns, beside the tuple made of it (up to 3.5).
    pub call_ex_keeps_sequence: bool,
    /// range() makes a list (2.7).
    pub range_is_list: bool,
    pub ints: IntMemory,
    /// The gc module has callbacks, get_stats, freeze and the count of the permanent generation (3.7 at the latest).
    pub gc_is_complete: bool,
    /// The NameError for a global missed in a function says so (2.7).
    pub global_names_told_apart: bool,
    pub lists: ListRules,
    /// Fully qualified names and other texts follow 3.10's UnboundLocalError or 3.11's.
    pub unbound_local_names_value: bool,
    /// How this version compiles.
    pub code: CodeRules,
    /// NameError and AttributeError have `name` and `obj` (3.10).
    pub errors_name_their_cause: bool,
    /// `except*`, BaseExceptionGroup and ExceptionGroup (3.11).
    pub has_exception_groups: bool,
    /// They are split by whatever can be called, not only by functions (3.13).
    pub groups_split_by_callables: bool,
    /// The group that `except*` makes of a plain exception has a traceback (3.13).
    pub wrapping_groups_have_traceback: bool,
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
    pub dict_tables: DictTables,
    /// The emptied dict of an instance goes on sharing its keys (3.13).
    pub cleared_dicts_share_keys: bool,
    /// repr of object's own slot methods names no class (3.15).
    pub object_slots_have_no_owner: bool,
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
    /// Which attributes of its function a staticmethod or classmethod copies into a dict of its own (3.10).
    pub wrappers_copy: &'static [&'static str],
    /// A property of a function without a docstring holds None in its place (up to 3.11).
    pub properties_keep_no_doc: bool,
    /// The callback of a dying object's only weak reference, too, is kept in a tuple until it is called (3.13).
    pub single_callbacks_are_kept: bool,
    /// tuple(iterable) has room for as many as expected before the first comes (up to 3.13).
    pub tuples_begin_with_a_guess: bool,
    /// Methods of built-in types that later versions brought.
    pub absent_methods: &'static [(Ref, &'static str)],
    /// object has a `__getstate__` of its own (3.11).
    pub objects_have_getstate: bool,
    /// A property is told the name that its class binds it to (3.10), and shows it as its own (3.13).
    pub properties_have_names: bool,
    pub properties_show_names: bool,
    /// A staticmethod object can be called (3.10).
    pub static_methods_are_callable: bool,
    /// The names in `__static_attributes__` are the first that a class's instances share, in that order (3.14).
    pub static_attributes_share_keys: bool,
    /// A with statement calls `__enter__` and `__exit__` without binding them (3.14).
    pub with_binds_nothing: bool,
    /// What close() of a generator that never ran leaves is freed with the generator, not before (3.12.1).
    pub unstarted_generators_keep_frame: bool,
    /// Instances of subclasses of list, dict and set keep attributes inline, too (3.14); before, in a dict.
    pub derived_have_inline_attributes: bool,
    /// The types of the module collections are heap types, which their instances refer to (3.12).
    pub collections_are_heap_types: bool,
    /// So is functools.partial (3.10).
    pub partial_is_heap_type: bool,
    pub generator_traverse: GeneratorTraverse,
    /// The prompt binds sys.last_exc (3.12).
    pub sys_has_last_exc: bool,
    /// A function holds the dict of built-in names (3.10).
    pub functions_keep_builtins: bool,
    /// A function's annotations are a flat tuple until somebody asks for the dict (3.10).
    pub annotations_as_tuple: bool,
    /// A frame that outlives its call holds on to the function that it ran, and so does a generator (3.11).
    pub frames_keep_function: bool,
    /// The frame object of a generator that has ended refers to the frame that resumed it last (3.12 alone).
    pub ended_generators_keep_caller: bool,
    /// Tracebacks show the source lines of what was typed at the prompt (3.13).
    pub prompt_keeps_source: bool,
    /// The first collection at exit runs only while gc is enabled.
    pub exit_collects_only_if_enabled: bool,
    pub free_lists: FreeListSizes,
    /// The classes whose calls need no tuple of the arguments; each version has more.
    pub unpacked_class_calls: &'static [Ref],
    /// Nor do calls of classes with an `__init__` written in Python, from the second at one place on (3.13).
    pub specializes_class_calls: bool,
    /// Nor do calls of str with one argument, from the second at one place on (3.12); later ones never do.
    pub specializes_str_calls: bool,
    /// The natives that get their arguments in a tuple.
    pub packed_calls: &'static [packed_calls::Table],
    /// How `__new__` of a built-in type is called.
    pub new_packing: packed_calls::Packing,
    /// How print() takes its arguments.
    pub print_arguments: PrintArguments,
    pub sizes: Sizes,
    /// Messages of built-in errors.
    pub texts: &'static Texts,
    pub sort: &'static SortRules,
    /// Library modules after whose first import the program's first collection finds the class that the module types made
    /// for itself and dropped. Elsewhere types was there at start-up, or a collection during the import took it away.
    pub imports_leaving_class_of_types: &'static [&'static str],
    /// `list[int]` is an object (3.9).
    pub has_generic_aliases: bool,
    /// Its `__class__` is its own, not its class's (3.11).
    pub aliases_show_their_class: bool,
    /// `int | str` is a union of types (3.10).
    pub types_make_unions: bool,
    /// array.array is of the collector's kind (3.10).
    pub arrays_are_tracked: bool,
    /// A new base of an existing class must free its instances as the old one does (up to 3.14).
    pub bases_compare_dealloc: bool,
    /// repr() of a weak reference asks its referent's class for `__name__`, not the referent (3.11).
    pub weakref_asks_class_for_name: bool,
    pub files: FileRules,
    pub byte_array_room: ByteArrayRoom,
    /// bytearray() of a list or tuple makes room for all of it at once (3.11).
    pub byte_array_sizes_lists: bool,
    /// The module collections has its part abc from the start (3.13).
    pub collections_has_abc: bool,
    /// `__main__` of a script has `__cached__` (up to 3.14).
    pub main_has_cached: bool,
    /// repr() of a bytearray puts a backslash before each apostrophe, also between double quotes (up to 3.14).
    pub byte_arrays_escape_apostrophes: bool,
    /// Weak proxies have `__reversed__` (3.9).
    pub proxies_reverse: bool,
}

/// All profiles, oldest first.
pub static PROFILES: [&Profile; 9] = [
    &V2_7, &V3_8, &V3_9, &V3_10, &V3_11, &V3_12, &V3_13, &V3_14, &V3_15,
];

impl Profile {
    /// The profile that is used when nobody chooses.
    pub fn latest_stable() -> &'static Profile {
        &V3_14
    }

    /// tp_basicsize of the built-in type of that name where versions differ.
    pub fn basic_size(&self, type_name: &str) -> Option<u32> {
        // Told already by the size of an empty one.
        if type_name == "dict" {
            return Some(self.sizes.dict_empty - self.sizes.gc_header);
        }
        basic_sizes::basic_size(type_name, self.sizes.column)
    }

    /// The profile of that name ("3.12"), or none.
    pub fn by_name(name: &str) -> Option<&'static Profile> {
        PROFILES
            .iter()
            .copied()
            .find(|profile| profile.name == name)
    }
}
