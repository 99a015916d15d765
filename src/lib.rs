//! gcscope: see how CPython manages memory.
//!
//! A program goes in at the top, a picture comes out at the bottom, and no module calls upward:
//!
//! ```text
//! program text ─ parse ─▶ compile ─▶ interpret ─▶ heap ◀─ gc        everything only appends to the trace
//!                                                  │
//!                                                trace ─▶ playback ─▶ scene ─▶ web (canvas) ─▶ page
//! ```
//!
//! **The program is the state.** Whatever a person does, typed or drawn, is one Python statement run by the interpreter.
//! **Run first, play afterwards.** Interpreter and collector run straight through and record; stepping, seeking and speed
//! belong to playback. The same program with the same options gives the same trace and the same pictures, byte for byte:
//! there is no clock, no unseeded randomness and no order that depends on addresses of the machine.
//!
//! The modules, in reading order:
//!
//! - [`profile`]: in what one version of CPython differs from another, as data.
//! - [`heap`]: objects, reference counts, deallocation, weak references, sizes; the only owner of a count.
//! - [`gc`]: the cycle collector, CPython's passes by CPython's names, and a mark-sweep to compare with.
//! - [`python`]: source text to code, and code run on the heap; built-in types, functions and modules.
//! - [`trace`]: the closed list of events, the recorder, and the playback of a trace.
//! - [`scene`]: the state at a step to positions and plain shapes, captions, gestures.
//! - `web` (wasm32 only): the wasm_bindgen face and the canvas painter.
//!
//! Invariants: `python` knows no drawing · `gc` knows no Python syntax, no time, no drawing · `scene` reads traces, never the
//! heap · only `web` knows the browser · everything but `web` builds and is tested natively · `heap` and `gc` call back
//! into Python through one trait, [`heap::Host`].

pub mod gc;
pub mod heap;
pub mod profile;
pub mod python;
pub mod scene;
pub mod trace;
#[cfg(target_arch = "wasm32")]
pub mod web;
