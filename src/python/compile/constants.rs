//! The constants of one compilation unit, each value once.
//!
//! Mirrors _PyCode_ConstantKey and the constant cache of CPython's Python/compile.c.

use std::collections::HashMap;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

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
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<*const Constant>),
    FrozenSet(Vec<*const Constant>),
}

#[derive(Default)]
pub(super) struct ConstantPool {
    known: HashMap<Key, Rc<Constant>>,
}

impl ConstantPool {
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
            Constant::Str(value) => Key::Str(value.clone()),
            Constant::Bytes(value) => Key::Bytes(value.clone()),
            Constant::Tuple(items) => Key::Tuple(addresses(items)),
            Constant::FrozenSet(items) => {
                let mut items = addresses(items);
                items.sort_unstable();
                Key::FrozenSet(items)
            }
            Constant::Code(_) => return Rc::new(constant),
        };
        self.known
            .entry(key)
            .or_insert_with(|| Rc::new(constant))
            .clone()
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
