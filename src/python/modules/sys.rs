//! sys, as far as it needs no look at frames. Mirrors Python/sysmodule.c.

use crate::heap::Ref;
use crate::python::vm::Vm;

/// One of the program's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// Which stream an object is, if it is one of sys's own.
pub fn stream(_vm: &Vm, _object: Ref) -> Option<Stream> {
    None
}
