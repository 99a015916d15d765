//! Hashes and equality of atoms, and look-ups in dicts and sets as far as no Python code has to be asked.

use std::cell::Cell;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::atoms::Atom;
use super::dict::{Dict, Equality, Probe};
use super::{Heap, Payload, Ref, Table, types};

/// Numbers hash modulo this prime (CPython's _PyHASH_MODULUS).
const MODULUS: u64 = (1 << 61) - 1;
const HASH_BITS: i32 = 61;

/// Python's hash of an int.
pub fn hash_of_i64(value: i64) -> i64 {
    let magnitude = (value.unsigned_abs() % MODULUS) as i64;
    no_error(if value < 0 { -magnitude } else { magnitude })
}

/// Python's hash of a float; equal to the int's where the float is a whole number.
pub fn hash_of_f64(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159 };
    }
    if value.is_nan() {
        return 0;
    }
    let (mut mantissa, mut exponent) = frexp(value.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = ((hash << 28) & MODULUS) | hash >> (HASH_BITS - 28);
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let whole = mantissa as u64;
        mantissa -= whole as f64;
        hash += whole;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let shift = exponent.rem_euclid(HASH_BITS);
    hash = ((hash << shift) & MODULUS) | hash >> (HASH_BITS - shift);
    no_error(if value < 0.0 {
        -(hash as i64)
    } else {
        hash as i64
    })
}

/// Python's hash of a complex; that of its real part where it has no other.
fn hash_of_complex(real: f64, imag: f64) -> i64 {
    const IMAGINARY: i64 = 1_000_003;
    no_error(hash_of_f64(real).wrapping_add(IMAGINARY.wrapping_mul(hash_of_f64(imag))))
}

/// Mantissa in 0.5..1 and exponent.
fn frexp(value: f64) -> (f64, i32) {
    if value == 0.0 {
        return (0.0, 0);
    }
    let bits = value.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    if exponent == 0 {
        let (mantissa, exponent) = frexp(value * 2f64.powi(64));
        return (mantissa, exponent - 64);
    }
    (
        f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)),
        exponent - 1022,
    )
}

/// −1 is CPython's sign of an error, so no hash is −1.
pub fn no_error(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// Hash of a text. CPython's own is random from run to run; here the same program always sees the same.
pub fn hash_of_text(text: &str) -> i64 {
    no_error(super::hash_text(text) as i64)
}

/// Hash of an object by its identity: the address, rotated as CPython rotates it.
pub fn hash_of_address(address: u64) -> i64 {
    no_error(address.rotate_right(4) as i64)
}

fn hash_of_bigint(value: &BigInt) -> i64 {
    let remainder = (value % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    no_error(remainder)
}

impl Heap {
    /// Hash of an atom, or by identity of a built-in object that hashes so. None: Python code, or the contents, decide
    /// (instances of classes, tuples, frozensets, unhashable types).
    #[inline]
    pub fn hash_natively(&self, object: Ref) -> Option<i64> {
        match object.table() {
            Table::Ints => Some(hash_of_i64(self.atoms.ints[object.index()].value)),
            Table::Atoms => Some(match &self.atoms.atoms[object.index()].value {
                Atom::Str(body) => body.hash,
                Atom::Bool(value) => i64::from(*value),
                Atom::Float(value) => hash_of_f64(*value),
                Atom::Complex(real, imag) => hash_of_complex(*real, *imag),
                Atom::BigInt(value) => hash_of_bigint(value),
                Atom::Bytes(bytes) => {
                    // The same as of a text of those bytes, as in CPython.
                    hash_of_text(&String::from_utf8_lossy(bytes))
                }
                _ => hash_of_address(self.address_of(object)),
            }),
            Table::Containers => match self.payload(object) {
                Payload::Object
                | Payload::Function(_)
                | Payload::Builtin(_)
                | Payload::Module(_)
                | Payload::Code(_)
                | Payload::Frame(_)
                | Payload::Generator(_)
                | Payload::Traceback(_)
                | Payload::Iterator(_)
                | Payload::Property(_)
                | Payload::StaticMethod(_)
                | Payload::ClassMethod(_)
                | Payload::Descriptor(_) => Some(hash_of_address(self.address_of(object))),
                Payload::Type(_) if self.class_of(object) == types::TYPE => {
                    Some(hash_of_address(self.address_of(object)))
                }
                _ => None,
            },
        }
    }

    /// Whether `a == b`, as far as it can be told without Python code. Identity is equality here, as in CPython's
    /// containers.
    #[inline]
    pub fn equal_natively(&self, a: Ref, b: Ref) -> Equality {
        if a == b {
            return Equality::Equal;
        }
        match (a.table(), b.table()) {
            (Table::Ints, Table::Ints) => {
                equality(self.atoms.ints[a.index()].value == self.atoms.ints[b.index()].value)
            }
            (Table::Containers, _) | (_, Table::Containers) => {
                let by_identity = |object: Ref| match self.payload_of(object) {
                    None => true,
                    Some(
                        Payload::Function(_)
                        | Payload::Object
                        | Payload::Module(_)
                        | Payload::Cell(_),
                    ) => true,
                    Some(Payload::Type(_)) => self.class_of(object) == types::TYPE,
                    _ => false,
                };
                if by_identity(a) && by_identity(b) {
                    Equality::Different
                } else {
                    Equality::AskPython
                }
            }
            _ => equality(self.atoms_equal(a, b)),
        }
    }

    fn atoms_equal(&self, a: Ref, b: Ref) -> bool {
        if let (Some(a), Some(b)) = (self.as_str(a), self.as_str(b)) {
            return a == b;
        }
        if let (Some(a), Some(b)) = (self.as_bytes(a), self.as_bytes(b)) {
            return a == b;
        }
        if let Some(equal) = self.complex_equal(a, b) {
            return equal;
        }
        self.compare_numbers(a, b) == Some(std::cmp::Ordering::Equal)
    }

    /// Whether two numbers are equal, one of which is a complex; none when none is, or one is no number.
    pub fn complex_equal(&self, a: Ref, b: Ref) -> Option<bool> {
        let equals_real = |(real, imag): (f64, f64), other: Ref| {
            let order = match (self.as_f64(other), self.as_bigint(other)) {
                (Some(other), _) => real.partial_cmp(&other),
                (None, Some(other)) => compare_float_int(real, &other),
                (None, None) => return None,
            };
            Some(imag == 0.0 && order == Some(std::cmp::Ordering::Equal))
        };
        match (self.as_complex(a), self.as_complex(b)) {
            (Some(a), Some(b)) => Some(a == b),
            (Some(a), None) => equals_real(a, b),
            (None, Some(b)) => equals_real(b, a),
            (None, None) => None,
        }
    }

    /// Order of two numbers (int, bool, float) by their exact values; none when one is not a number, or is NaN.
    pub fn compare_numbers(&self, a: Ref, b: Ref) -> Option<std::cmp::Ordering> {
        match (self.as_f64(a), self.as_f64(b)) {
            (Some(a), Some(b)) => a.partial_cmp(&b),
            (Some(a), None) => compare_float_int(a, &self.as_bigint(b)?),
            (None, Some(b)) => {
                compare_float_int(b, &self.as_bigint(a)?).map(std::cmp::Ordering::reverse)
            }
            (None, None) => match (self.as_small(a), self.as_small(b)) {
                (Some(a), Some(b)) => Some(a.cmp(&b)),
                _ => Some(self.as_bigint(a)?.cmp(&self.as_bigint(b)?)),
            },
        }
    }

    /// Value of an int or bool within 64 bits.
    #[inline]
    pub fn as_small(&self, object: Ref) -> Option<i64> {
        if object.is_int() {
            return Some(self.atoms.ints[object.index()].value);
        }
        match self.atom(object) {
            Some(Atom::Bool(value)) => Some(i64::from(*value)),
            _ => None,
        }
    }

    /// Value of an int or bool of any size.
    pub fn as_bigint(&self, object: Ref) -> Option<BigInt> {
        if let Some(small) = self.as_small(object) {
            return Some(BigInt::from(small));
        }
        match self.atom(object) {
            Some(Atom::BigInt(value)) => Some((**value).clone()),
            _ => None,
        }
    }

    /// Looks an item up in a dict by a key with its hash.
    #[inline]
    pub fn dict_probe(&self, dict: Ref, hash: i64, key: Ref) -> Probe {
        match self.dict(dict) {
            Some(body) => {
                if self.profile.dict_tables.open_up_when_asked && self.as_str(key).is_none() {
                    body.note_other_key();
                }
                body.find(hash, |candidate| self.equal_natively(candidate, key))
            }
            None => Probe::Missing,
        }
    }

    /// Looks a name up in a dict: value and position, nothing counted.
    #[inline]
    pub fn dict_get_name(&self, dict: Ref, name: Ref) -> Option<Ref> {
        let dict = self.dict(dict)?;
        let position = self.position_of_name(dict, name)?;
        dict.entry(position).map(|(_, value)| value)
    }

    /// As [`Heap::dict_get_name`]; looks first where the name was found the last time.
    #[inline]
    pub fn dict_get_name_again(&self, dict: Ref, name: Ref, found_at: &Cell<u32>) -> Option<Ref> {
        let dict = self.dict(dict)?;
        match dict.entry(found_at.get() as usize) {
            Some((key, value)) if key == name => Some(value),
            _ => {
                let position = self.position_of_name(dict, name)?;
                found_at.set(position as u32);
                dict.entry(position).map(|(_, value)| value)
            }
        }
    }

    fn position_of_name(&self, dict: &Dict, name: Ref) -> Option<usize> {
        let Some(Atom::Str(body)) = self.atom(name) else {
            return None;
        };
        dict.position(body.hash, |candidate| {
            candidate == name || self.as_str(candidate) == Some(&*body.text)
        })
    }

    /// As [`Heap::dict_get_name`], by text.
    pub fn dict_get_text(&self, dict: Ref, name: &str) -> Option<Ref> {
        let probe = self.dict(dict)?.find(hash_of_text(name), |candidate| {
            equality(self.as_str(candidate).is_some_and(|text| text == name))
        });
        match probe {
            Probe::Found(position) => self.dict(dict)?.entry(position).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Binds a name in a dict; takes over the value's reference. The old value, if any, is the caller's to release.
    pub fn dict_set_name(&mut self, dict: Ref, name: Ref, value: Ref) -> Option<Ref> {
        let hash = self.hash_natively(name).expect("a name is a str");
        match self.dict_probe(dict, hash, name) {
            Probe::Found(position) => {
                let old = self
                    .dict_mut(dict)
                    .map(|body| body.replace_value(position, value));
                self.maintain_tracking(dict, name, value);
                old
            }
            _ => {
                self.incref(name);
                self.dict_insert(dict, hash, name, value);
                None
            }
        }
    }

    /// As [`Heap::dict_set_name`]; looks first where the name was found the last time.
    #[inline]
    pub fn dict_set_name_again(
        &mut self,
        dict: Ref,
        name: Ref,
        value: Ref,
        found_at: &Cell<u32>,
    ) -> Option<Ref> {
        let position = found_at.get() as usize;
        let is_there = |(key, _)| key == name;
        if self.dict(dict)?.entry(position).is_some_and(is_there) {
            let old = self
                .dict_mut(dict)
                .map(|body| body.replace_value(position, value));
            self.maintain_tracking(dict, name, value);
            return old;
        }
        let old = self.dict_set_name(dict, name, value);
        if let Some(position) = self.position_of_name(self.dict(dict)?, name) {
            found_at.set(position as u32);
        }
        old
    }

    /// As [`Heap::dict_set_name`], by text, which is interned.
    pub fn dict_set_text(&mut self, dict: Ref, name: &str, value: Ref) -> Option<Ref> {
        let name = self.intern(name);
        let old = self.dict_set_name(dict, name.get(), value);
        let _ = self.decref(name.into_counted());
        old
    }

    /// Unbinds a name in a dict; its value is the caller's to release.
    pub fn dict_delete_name(&mut self, dict: Ref, name: Ref) -> Option<Ref> {
        let hash = self.hash_natively(name)?;
        let Probe::Found(position) = self.dict_probe(dict, hash, name) else {
            return None;
        };
        let (key, value) = self.dict_mut(dict)?.remove(position);
        let _ = self.decref(key);
        Some(value)
    }
}

fn equality(equal: bool) -> Equality {
    if equal {
        Equality::Equal
    } else {
        Equality::Different
    }
}

fn compare_float_int(float: f64, int: &BigInt) -> Option<std::cmp::Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Less
        });
    }
    let whole = BigInt::from_f64(float.trunc())?;
    Some(whole.cmp(int).then_with(|| {
        float
            .fract()
            .partial_cmp(&0.0)
            .unwrap_or(std::cmp::Ordering::Equal)
    }))
}
