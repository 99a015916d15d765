//! Python: source text to code, and code run on the heap.

pub mod code;
pub mod vm;
