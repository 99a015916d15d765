//! Natives whose calls put the arguments into a tuple first.
//!
//! Most natives get their arguments as they stand on the caller's stack. These are of the older kind (METH_VARARGS), or get
//! a tuple of `*args` made by Argument Clinic; each version has fewer of them.

/// What a call of a native makes of its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Nothing.
    None,
    /// A tuple of the positional arguments, without the receiver.
    Positional,
    /// That tuple, and a dict of the keywords if there are any.
    WithKeywords,
    /// Both, and a tuple of the arguments without the class, for `__new__` of a built-in type (tp_new_wrapper).
    New,
    /// As that, without the first tuple (3.15).
    NewOfRest,
}

/// Names of natives, with their module or type, and how they are called.
pub type Table = &'static [(&'static str, Packing)];

use Packing::{Positional, WithKeywords};

/// Of all versions.
const ALWAYS: Table = &[
    ("atexit.register", WithKeywords),
    ("dict.update", WithKeywords),
    ("gc.get_referents", Positional),
    ("gc.get_referrers", Positional),
    ("gc.set_threshold", Positional),
    ("str.format", WithKeywords),
    ("sys.getsizeof", WithKeywords),
    ("time.gmtime", Positional),
    ("time.localtime", Positional),
    ("time.strftime", Positional),
];

/// Up to 3.13.
const SET_OPERATIONS: Table = &[
    ("frozenset.difference", Positional),
    ("frozenset.intersection", Positional),
    ("frozenset.union", Positional),
    ("set.difference", Positional),
    ("set.difference_update", Positional),
    ("set.intersection", Positional),
    ("set.intersection_update", Positional),
    ("set.union", Positional),
    ("set.update", Positional),
];

/// Up to 3.12.
const SEARCHES: Table = &[
    ("builtins.max", WithKeywords),
    ("builtins.min", WithKeywords),
    ("bytes.count", Positional),
    ("bytes.endswith", Positional),
    ("bytes.find", Positional),
    ("bytes.index", Positional),
    ("bytes.rfind", Positional),
    ("bytes.rindex", Positional),
    ("bytes.startswith", Positional),
    ("str.count", Positional),
    ("str.endswith", Positional),
    ("str.find", Positional),
    ("str.index", Positional),
    ("str.rfind", Positional),
    ("str.rindex", Positional),
    ("str.startswith", Positional),
];

/// Of all versions but 3.12.
const NAMESPACES: Table = &[("builtins.dir", Positional), ("builtins.vars", Positional)];

/// Up to 3.10.
const PROXIES: Table = &[
    ("_weakref.proxy", Positional),
    ("weakref.proxy", Positional),
];

pub const V3_8: &[Table] = &[ALWAYS, SET_OPERATIONS, SEARCHES, NAMESPACES, PROXIES];
pub const V3_11: &[Table] = &[ALWAYS, SET_OPERATIONS, SEARCHES, NAMESPACES];
pub const V3_12: &[Table] = &[ALWAYS, SET_OPERATIONS, SEARCHES];
pub const V3_13: &[Table] = &[ALWAYS, SET_OPERATIONS, NAMESPACES];
pub const V3_14: &[Table] = &[ALWAYS, NAMESPACES];

/// How the native of that owner and name is called.
pub fn packing(tables: &[Table], owner: &str, name: &str) -> Packing {
    let is_it = |full: &str| {
        full.strip_prefix(owner)
            .and_then(|rest| rest.strip_prefix('.'))
            == Some(name)
    };
    let mut rows = tables.iter().flat_map(|table| table.iter());
    rows.find(|(full, _)| is_it(full))
        .map_or(Packing::None, |&(_, packing)| packing)
}
