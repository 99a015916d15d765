//! Python: source text to code, and code run on the heap.

pub mod builtins;
pub mod code;
pub mod compile;
pub mod modules;
pub mod parse;
pub mod symbols;
pub mod vm;
