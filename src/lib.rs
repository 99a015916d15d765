//! gcscope: see how CPython manages memory.
