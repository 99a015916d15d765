//! The constants of one compilation unit, each value once.
//!
//! Mirrors _PyCode_ConstantKey and the constant cache of CPython's Python/compile.c.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::profile::{CodeRules, Profile};
use crate::python::code::{Code, Constant};

/// What makes two constants the same: type and value, for containers the identity of their items.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<*const Constant>),
    FrozenSet(Vec<*const Constant>),
    Slice(Vec<*const Constant>),
}

pub(super) struct ConstantPool {
    pub rules: CodeRules,
    known: HashMap<Key, Rc<Constant>>,
    /// See [`crate::profile::texts::ComplexRules`].
    pub(super) mixes_reals: bool,
    /// How many `:=` there are around, whose values the version does not compute in the tree.
    pub(super) n_unfolded: u32,
    /// What the tree held, once for each time that it held it.
    in_tree: Vec<Rc<Constant>>,
    /// By the literals' address: each value is noted once.
    noted: HashSet<*const Constant>,
}

impl ConstantPool {
    pub fn for_profile(profile: &Profile) -> ConstantPool {
        ConstantPool {
            rules: profile.code,
            known: HashMap::new(),
            mixes_reals: profile.texts.complex.mixes_reals,
            n_unfolded: 0,
            in_tree: Vec::new(),
            noted: HashSet::new(),
        }
    }

    /// The one constant of that value.
    pub fn intern(&mut self, constant: Constant) -> Rc<Constant> {
        let addresses = |items: &[Rc<Constant>]| items.iter().map(Rc::as_ptr).collect::<Vec<_>>();
        let key = match &constant {
            Constant::None => Key::None,
            Constant::Ellipsis => Key::Ellipsis,
            Constant::Bool(value) => Key::Bool(*value),
            Constant::Int(value) => Key::Int(*value),
            Constant::BigInt(value) => Key::BigInt(value.clone()),
            Constant::Float(value) => Key::Float(value.to_bits()),
            Constant::Complex(real, imag) => Key::Complex(real.to_bits(), imag.to_bits()),
            Constant::Str(value) => Key::Str(value.clone()),
            Constant::Bytes(value) => Key::Bytes(value.clone()),
            Constant::Tuple(items) => Key::Tuple(addresses(items)),
            Constant::FrozenSet(items) => {
                let mut items = addresses(items);
                items.sort_unstable();
                Key::FrozenSet(items)
            }
            Constant::Slice(parts) => Key::Slice(addresses(parts)),
            Constant::Code(_) => return Rc::new(constant),
        };
        self.known
            .entry(key)
            .or_insert_with(|| Rc::new(constant))
            .clone()
    }

    /// A tuple that instructions would make, and which the optimizer makes instead of them.
    pub fn tuple_of_instructions(&mut self, items: Vec<Rc<Constant>>) -> Rc<Constant> {
        if self.rules.repeats_tuples_of_instructions {
            Rc::new(Constant::Tuple(items))
        } else {
            self.intern(Constant::Tuple(items))
        }
    }

    /// See [`Code::constants_tuple`].
    pub fn tuple_of_code(&mut self, constants: &[Rc<Constant>]) -> Option<Rc<Constant>> {
        let is_code = |constant: &Rc<Constant>| matches!(**constant, Constant::Code(_));
        if constants.is_empty() || constants.iter().any(is_code) {
            return None;
        }
        let tuple = self.intern(Constant::Tuple(constants.to_vec()));
        self.note_as_made(&tuple);
        Some(tuple)
    }

    /// Notes that the compiler made the constant, unless the tree held it before: an equal one that the tree holds from
    /// now on is another object.
    pub fn note_as_made(&mut self, constant: &Rc<Constant>) {
        self.noted.insert(Rc::as_ptr(constant));
    }

    /// Notes that the tree holds the constant `n` times. CPython's parser makes an object for each literal, and the
    /// compiler takes the first of those that are equal: the others are nobody's concern.
    pub fn note_in_tree(&mut self, constant: &Rc<Constant>, n: usize) {
        if n > 0 && self.noted.insert(Rc::as_ptr(constant)) {
            self.in_tree
                .extend(std::iter::repeat_n(constant.clone(), n));
        }
    }

    /// What was noted.
    pub fn take_in_tree(&mut self) -> Vec<Rc<Constant>> {
        std::mem::take(&mut self.in_tree)
    }

    pub fn none(&mut self) -> Rc<Constant> {
        self.intern(Constant::None)
    }

    pub fn int(&mut self, value: BigInt) -> Rc<Constant> {
        self.intern(match value.to_i64() {
            Some(small) => Constant::Int(small),
            None => Constant::BigInt(value),
        })
    }

    pub fn str(&mut self, value: &str) -> Rc<Constant> {
        self.intern(Constant::Str(value.into()))
    }

    /// A tuple of names: keyword arguments, the names of `from … import`.
    pub fn names<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) -> Rc<Constant> {
        let items = names.into_iter().map(|name| self.str(name)).collect();
        self.intern(Constant::Tuple(items))
    }

    pub fn code(&mut self, code: Rc<Code>) -> Rc<Constant> {
        self.intern(Constant::Code(code))
    }
}
