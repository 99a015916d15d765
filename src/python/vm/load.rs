//! Loading: compiled code becomes a code object whose constants are objects of the heap.
//!
//! Equal constants of a unit are one object: see [`Constant`]. Mirrors CPython's Objects/codeobject.c
//! (intern_constants) and the constant cache of Python/compile.c.

use std::cell::Cell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Vm;
use crate::heap::payload::{CodeObject, FoundAt};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::code::{Code, Constant};

/// The objects made so far for the constants of one unit, by the constants' addresses.
#[derive(Default)]
struct Made {
    by_address: FxHashMap<*const Constant, Ref>,
    /// As they were made: an order by addresses would be another one in every run.
    in_order: Vec<Ref>,
}

impl Vm {
    /// A code object for a unit of compiled code, the nested ones included.
    pub(crate) fn load_unit(&mut self, code: &Rc<Code>) -> Owned {
        let n = self.in_trees.len();
        let loaded = self.load_running_unit(code);
        self.leave_trees(n);
        loaded
    }

    /// As `load_unit`, for code that runs while its tree is there: what that holds is added to `in_trees`.
    pub(crate) fn load_running_unit(&mut self, code: &Rc<Code>) -> Owned {
        self.show_syntax_warnings(code);
        let known: Vec<bool> = code
            .in_tree
            .iter()
            .map(|constant| self.is_known_text(constant))
            .collect();
        let mut made = Made::default();
        let loaded = self.load_code(code, &mut made);
        for (constant, is_known) in code.in_tree.iter().zip(known) {
            if let Some(&object) = made.by_address.get(&Rc::as_ptr(constant))
                && !is_known
            {
                self.heap.incref(object);
                self.in_trees.push(object);
            }
        }
        // The map held one reference to each.
        for object in made.in_order {
            self.release_ref(object);
        }
        loaded
    }

    /// The tree holds the str that the parser made; where an equal one was interned before, that is not the constant.
    fn is_known_text(&self, constant: &Constant) -> bool {
        match constant {
            Constant::Str(text) => self.heap.find_interned(text).is_some(),
            _ => false,
        }
    }

    /// Texts are done: all but the first `n` objects that their trees held are given back.
    pub(crate) fn leave_trees(&mut self, n: usize) {
        for object in self.in_trees.split_off(n.min(self.in_trees.len())) {
            self.release_ref(object);
        }
    }

    /// Nesting is bounded by the compiler's own limit on it.
    fn load_code(&mut self, code: &Rc<Code>, made: &mut Made) -> Owned {
        let constants: Vec<Ref> = code
            .constants
            .iter()
            .map(|constant| self.load_constant(constant, made).into_counted())
            .collect();
        let shared_constants = self.share_constants(code, &constants, made);
        let names = code
            .names
            .iter()
            .map(|name| self.heap.intern(name).into_counted())
            .collect();
        let body = CodeObject {
            code: code.clone(),
            constants,
            shared_constants,
            names,
            quick: super::quicken::quicken(code),
            n_plain_args: n_plain_args(code),
            found_at: vec![FoundAt::default(); code.names.len()],
            warm: vec![Cell::new(false); code.instructions.len()],
            keeps_frame: Cell::new(false),
        };
        self.heap.alloc(types::CODE, Payload::Code(Rc::new(body)))
    }

    /// The tuple of the constants, if the unit has it for another code object or as a constant, too: then it holds them.
    fn share_constants(&mut self, code: &Code, constants: &[Ref], made: &mut Made) -> Option<Ref> {
        let tuple = code.constants_tuple.as_ref();
        let tuple = tuple.filter(|tuple| Rc::strong_count(tuple) > 1)?;
        let tuple = self.load_constant(tuple, made);
        for &constant in constants {
            self.release_ref(constant);
        }
        Some(tuple.into_counted())
    }

    fn load_constant(&mut self, constant: &Rc<Constant>, made: &mut Made) -> Owned {
        let address = Rc::as_ptr(constant);
        if let Some(&object) = made.by_address.get(&address) {
            return self.heap.new_ref(object);
        }
        let object = self.make_constant(constant, made);
        let kept = self.heap.new_ref(object.get()).into_counted();
        made.by_address.insert(address, kept);
        made.in_order.push(kept);
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
            Constant::Complex(real, imag) => self.heap.new_complex(*real, *imag),
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
            Constant::Slice(parts) => {
                let mut part = |i: usize| self.load_constant(&parts[i], made).into_counted();
                let parts = [part(0), part(1), part(2)];
                let slice = self
                    .heap
                    .alloc(types::SLICE, Payload::Slice(Box::new(parts)));
                self.heap.track(slice.get());
                slice
            }
            Constant::Code(code) => self.load_code(code, made),
        }
    }
}

fn n_plain_args(code: &Code) -> Option<u32> {
    let is_plain = code.n_keyword_only == 0 && !code.has_varargs && !code.has_varkeywords;
    is_plain.then_some(code.n_args)
}

/// CPython interns the constants that could be names.
fn is_interned_as_constant(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
