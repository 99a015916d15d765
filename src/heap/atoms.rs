//! Atoms: ints, strings and the other objects that hold no references. They have counts and addresses like all
//! objects, but no lists, no finalizers and no cascade: a count of 0 frees them on the spot.

use std::rc::Rc;

use num_bigint::BigInt;

use super::pages::Pages;
use super::{Heap, Owned, Ref, Table};
use crate::profile::IntMemory;

/// An int within 64 bits.
#[derive(Default)]
pub(crate) struct IntCell {
    pub refcnt: u32,
    /// In units of 16 bytes above the heap's base.
    pub address: u32,
    pub value: i64,
}

#[derive(Default)]
pub(crate) struct AtomCell {
    pub refcnt: u32,
    pub address: u32,
    pub value: Atom,
}

impl Default for Atom {
    fn default() -> Self {
        Atom::Free { next: u32::MAX }
    }
}

pub enum Atom {
    Free {
        next: u32,
    },
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Float(f64),
    /// Real and imaginary part.
    Complex(f64, f64),
    /// Beyond 64 bits.
    BigInt(Box<BigInt>),
    Str(Box<Str>),
    Bytes(Box<[u8]>),
}

pub struct Str {
    pub text: Rc<str>,
    /// Python's hash of it.
    pub hash: i64,
    /// Number of code points.
    pub n_chars: u32,
    /// In the heap's table of interned strings.
    pub interned: bool,
}

impl Str {
    pub fn is_ascii(&self) -> bool {
        self.n_chars as usize == self.text.len()
    }

    /// Bytes per code point in CPython's representation: 1, 2 or 4.
    pub fn char_width(&self) -> u32 {
        match self.text.chars().max().map_or(0, u32::from) {
            0..=0xff => 1,
            0x100..=0xffff => 2,
            _ => 4,
        }
    }
}

/// A count that never changes (PEP 683).
pub const IMMORTAL: u32 = u32::MAX;
/// Count that None, small ints and the like have at start before 3.12: many, as the interpreter itself uses them.
pub(super) const MANY: u32 = 1_000;

#[derive(Default)]
pub(crate) struct Atoms {
    pub ints: Pages<IntCell>,
    pub atoms: Pages<AtomCell>,
    /// Heads of the lists of free cells; u32::MAX ends them. A free int cell keeps the next in its value.
    pub free_ints: Option<u32>,
    /// By size class, so that a cell keeps its address; see `Heap::size_class`.
    pub free_atoms: Vec<u32>,
}

impl Heap {
    /// The int `value`: the cached object for small ones, else a new one.
    #[inline]
    pub fn new_int(&mut self, value: i64) -> Owned {
        if (super::SMALL_INT_MIN..=self.profile.small_int_max).contains(&value) {
            let small = Ref::int((value - super::SMALL_INT_MIN) as u32);
            self.incref(small);
            return Owned::from_counted(small);
        }
        self.new_int_object(value)
    }

    fn new_int_object(&mut self, value: i64) -> Owned {
        // Ints of one or two digits share a size class (32 bytes); the rare three-digit ones are charged alike.
        let index = match self.atoms.free_ints {
            Some(index) => {
                self.account_alloc(self.size_given_back(value));
                let cell = &mut self.atoms.ints[index as usize];
                self.atoms.free_ints = u32::try_from(cell.value).ok();
                cell.refcnt = 1;
                cell.value = value;
                index
            }
            None => {
                self.account_alloc(self.size_of_i64(value));
                let address = self.addresses.fresh(32);
                self.atoms.ints.push(IntCell {
                    refcnt: 1,
                    address,
                    value,
                }) as u32
            }
        };
        Owned::from_counted(Ref::int(index))
    }

    pub(super) fn free_int(&mut self, index: u32) {
        let next = self.atoms.free_ints.map_or(-1, i64::from);
        let cell = &mut self.atoms.ints[index as usize];
        let value = std::mem::replace(&mut cell.value, next);
        self.atoms.free_ints = Some(index);
        self.account_free(self.size_given_back(value));
    }

    /// What an int's death gives back to the heap.
    fn size_given_back(&self, value: i64) -> u64 {
        match self.profile.ints {
            IntMemory::Freed => self.size_of_i64(value),
            IntMemory::Kept => 0,
        }
    }

    pub fn new_bigint(&mut self, value: BigInt) -> Owned {
        match i64::try_from(&value) {
            Ok(small) => self.new_int(small),
            Err(_) => self.new_atom(Atom::BigInt(Box::new(value))),
        }
    }

    pub fn new_float(&mut self, value: f64) -> Owned {
        self.new_atom(Atom::Float(value))
    }

    pub fn new_complex(&mut self, real: f64, imag: f64) -> Owned {
        self.new_atom(Atom::Complex(real, imag))
    }

    /// Bytes: those of length 0 and 1 are made once.
    pub fn new_bytes(&mut self, value: &[u8]) -> Owned {
        let place = match value {
            [] => 0,
            [byte] => 1 + usize::from(*byte),
            _ => return self.new_atom(Atom::Bytes(value.into())),
        };
        let known = &mut self.singletons.short_bytes;
        if known.is_empty() {
            known.resize(257, None);
        }
        if let Some(bytes) = known[place] {
            return self.new_ref(bytes);
        }
        let made = self.new_atom(Atom::Bytes(value.into())).into_counted();
        self.make_permanent(made);
        self.singletons.short_bytes[place] = Some(made);
        self.new_ref(made)
    }

    /// A new str; the empty string and single Latin-1 characters are cached objects, as in CPython.
    pub fn new_str(&mut self, text: &str) -> Owned {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => self.intern(text),
            (Some(c), None) if (c as u32) < 256 => self.intern(text),
            _ => self.new_str_object(Rc::from(text)),
        }
    }

    fn new_str_object(&mut self, text: Rc<str>) -> Owned {
        let n_chars = text.chars().count() as u32;
        let hash = super::lookup::hash_of_text(&text);
        self.new_atom(Atom::Str(Box::new(Str {
            text,
            hash,
            n_chars,
            interned: false,
        })))
    }

    /// The interned str of that text.
    pub fn intern(&mut self, text: &str) -> Owned {
        if let Some(found) = self.find_interned(text) {
            self.incref(found);
            return Owned::from_counted(found);
        }
        let new = self.new_str_object(Rc::from(text));
        self.enter_interned(new.get());
        new
    }

    /// sys.intern: the interned str equal to this one, which becomes it when there is none.
    pub fn intern_object(&mut self, string: Ref) -> Owned {
        if matches!(self.atom(string), Some(Atom::Str(body)) if body.interned) {
            return self.new_ref(string);
        }
        let text = self.str_rc(string).expect("only a str is interned");
        match self.find_interned(&text) {
            Some(found) => {
                self.incref(found);
                Owned::from_counted(found)
            }
            None => {
                self.enter_interned(string);
                self.new_ref(string)
            }
        }
    }

    /// The interned str of that text if there is one; takes no reference.
    pub fn find_interned(&self, text: &str) -> Option<Ref> {
        let hash = super::hash_text(text);
        let atoms = &self.atoms.atoms;
        self.interned
            .find(
                hash,
                |&index| matches!(&atoms[index as usize].value, Atom::Str(s) if *s.text == *text),
            )
            .map(|&index| Ref::atom(index))
    }

    fn enter_interned(&mut self, string: Ref) {
        let cell = &mut self.atoms.atoms[string.index()];
        let Atom::Str(body) = &mut cell.value else {
            panic!("only a str is interned")
        };
        body.interned = true;
        if self.profile.interned_are_immortal {
            cell.refcnt = IMMORTAL;
        }
        let hash = super::hash_text(&body.text);
        let atoms = &self.atoms.atoms;
        self.interned
            .insert_unique(hash, string.index() as u32, |&index| {
                match &atoms[index as usize].value {
                    Atom::Str(s) => super::hash_text(&s.text),
                    _ => 0,
                }
            });
    }

    pub(super) fn new_atom(&mut self, value: Atom) -> Owned {
        let size = self.atom_size(&value);
        self.account_alloc(size);
        let class = super::size_class(size);
        if self.atoms.free_atoms.len() <= class {
            self.atoms.free_atoms.resize(class + 1, u32::MAX);
        }
        let head = self.atoms.free_atoms[class];
        let index = if head == u32::MAX {
            let address = self.addresses.fresh(size);
            self.atoms.atoms.push(AtomCell {
                refcnt: 1,
                address,
                value,
            }) as u32
        } else {
            let cell = &mut self.atoms.atoms[head as usize];
            if let Atom::Free { next } = cell.value {
                self.atoms.free_atoms[class] = next;
            }
            cell.refcnt = 1;
            cell.value = value;
            head
        };
        Owned::from_counted(Ref::atom(index))
    }

    pub(super) fn free_atom(&mut self, index: u32) {
        let size = self.atom_size(&self.atoms.atoms[index as usize].value);
        if let Atom::Str(body) = &self.atoms.atoms[index as usize].value
            && body.interned
        {
            let hash = super::hash_text(&body.text);
            if let Ok(entry) = self.interned.find_entry(hash, |&other| other == index) {
                entry.remove();
            }
        }
        let class = super::size_class(size);
        let cell = &mut self.atoms.atoms[index as usize];
        cell.value = Atom::Free {
            next: self.atoms.free_atoms[class],
        };
        self.atoms.free_atoms[class] = index;
        self.account_free(size);
    }

    /// See [`Heap::sort_free_slots`].
    pub(super) fn sort_free_atoms(&mut self) {
        let mut free = Vec::new();
        let mut at = self.atoms.free_ints;
        while let Some(index) = at {
            free.push(index);
            at = u32::try_from(self.atoms.ints[index as usize].value).ok();
        }
        free.sort_unstable_by(|a, b| b.cmp(a));
        self.atoms.free_ints = None;
        for &index in &free {
            let next = self.atoms.free_ints.replace(index);
            self.atoms.ints[index as usize].value = next.map_or(-1, i64::from);
        }
        for class in 0..self.atoms.free_atoms.len() {
            self.sort_free_atoms_of(class);
        }
    }

    fn sort_free_atoms_of(&mut self, class: usize) {
        let mut free = Vec::new();
        let mut head = std::mem::replace(&mut self.atoms.free_atoms[class], u32::MAX);
        while head != u32::MAX {
            free.push(head);
            match self.atoms.atoms[head as usize].value {
                Atom::Free { next } => head = next,
                _ => break,
            }
        }
        free.sort_unstable_by(|a, b| b.cmp(a));
        for index in free {
            let next = std::mem::replace(&mut self.atoms.free_atoms[class], index);
            self.atoms.atoms[index as usize].value = Atom::Free { next };
        }
    }

    /// The atom, for references into the table of atoms; ints are not there, see [`Heap::as_i64`].
    #[inline]
    pub fn atom(&self, reference: Ref) -> Option<&Atom> {
        match reference.table() {
            Table::Atoms => Some(&self.atoms.atoms[reference.index()].value),
            _ => None,
        }
    }

    /// Value of an exact int (no bool) within 64 bits.
    #[inline]
    pub fn as_i64(&self, reference: Ref) -> Option<i64> {
        if reference.is_int() {
            Some(self.atoms.ints[reference.index()].value)
        } else {
            None
        }
    }

    #[inline]
    pub fn as_f64(&self, reference: Ref) -> Option<f64> {
        match self.atom(reference) {
            Some(Atom::Float(value)) => Some(*value),
            _ => None,
        }
    }

    /// Real and imaginary part of an exact complex.
    #[inline]
    pub fn as_complex(&self, reference: Ref) -> Option<(f64, f64)> {
        match self.atom(reference) {
            Some(Atom::Complex(real, imag)) => Some((*real, *imag)),
            _ => None,
        }
    }

    /// Text of an exact str.
    #[inline]
    pub fn as_str(&self, reference: Ref) -> Option<&str> {
        match self.atom(reference) {
            Some(Atom::Str(body)) => Some(&body.text),
            _ => None,
        }
    }

    /// Text of an exact str, shared.
    pub fn str_rc(&self, reference: Ref) -> Option<Rc<str>> {
        match self.atom(reference) {
            Some(Atom::Str(body)) => Some(body.text.clone()),
            _ => None,
        }
    }

    pub fn as_bytes(&self, reference: Ref) -> Option<&[u8]> {
        match self.atom(reference) {
            Some(Atom::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }
}
