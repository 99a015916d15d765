//! Loading: compiled code becomes a code object whose constants are objects of the heap.
//!
//! Equal constants of a unit are one object: see [`Constant`]. Mirrors CPython's Objects/codeobject.c
//! (intern_constants) and the constant cache of Python/compile.c.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Vm;
use crate::heap::payload::CodeObject;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::code::{Code, Constant};

/// The objects made so far for the constants of one unit, by the constants' addresses.
type Made = FxHashMap<*const Constant, Ref>;

impl Vm {
    /// A code object for a unit of compiled code, the nested ones included.
    pub(crate) fn load_unit(&mut self, code: &Rc<Code>) -> Owned {
        let mut made = Made::default();
        let loaded = self.load_code(code, &mut made);
        // The map held one reference to each.
        for (_, object) in made {
            self.release_ref(object);
        }
        loaded
    }

    /// Nesting is bounded by the compiler's own limit on it.
    fn load_code(&mut self, code: &Rc<Code>, made: &mut Made) -> Owned {
        let constants = code
            .constants
            .iter()
            .map(|constant| self.load_constant(constant, made).into_counted())
            .collect();
        let names = code
            .names
            .iter()
            .map(|name| self.heap.intern(name).into_counted())
            .collect();
        let body = CodeObject {
            code: code.clone(),
            constants,
            names,
        };
        self.heap.alloc(types::CODE, Payload::Code(Rc::new(body)))
    }

    fn load_constant(&mut self, constant: &Rc<Constant>, made: &mut Made) -> Owned {
        let address = Rc::as_ptr(constant);
        if let Some(&object) = made.get(&address) {
            return self.heap.new_ref(object);
        }
        let object = self.make_constant(constant, made);
        let kept = self.heap.new_ref(object.get()).into_counted();
        made.insert(address, kept);
        object
    }

    fn make_constant(&mut self, constant: &Constant, made: &mut Made) -> Owned {
        match constant {
            Constant::None => self.heap.new_ref(Ref::NONE),
            Constant::Ellipsis => self.heap.new_ref(Ref::ELLIPSIS),
            Constant::Bool(value) => self.heap.new_ref(Ref::bool(*value)),
            Constant::Int(value) => self.heap.new_int(*value),
            Constant::BigInt(value) => self.heap.new_bigint(value.clone()),
            Constant::Float(value) => self.heap.new_float(*value),
            Constant::Str(text) if is_interned_as_constant(text) => self.heap.intern(text),
            Constant::Str(text) => self.heap.new_str(text),
            Constant::Bytes(bytes) => self.heap.new_bytes(bytes),
            Constant::Tuple(items) => {
                let items = items
                    .iter()
                    .map(|item| self.load_constant(item, made).into_counted())
                    .collect();
                self.heap.new_tuple_untracked(items)
            }
            Constant::FrozenSet(items) => {
                let set = self.heap.new_set(types::FROZENSET);
                for item in items {
                    let item = self.load_constant(item, made);
                    let hash = self.heap.hash_natively(item.get()).unwrap_or_default();
                    self.heap.set_insert(set.get(), hash, item.into_counted());
                }
                set
            }
            Constant::Code(code) => self.load_code(code, made),
        }
    }
}

/// CPython interns the constants that could be names.
fn is_interned_as_constant(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
