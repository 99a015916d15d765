//! Sizes of objects, as sys.getsizeof of a 64-bit build gives them.

use super::atoms::Atom;
use super::payload::Base;
use super::{Heap, Payload, Ref, Table};

/// The collector's header before each of its objects.
pub const GC_HEADER: u64 = 16;
const POINTER: u64 = 8;
const DIGIT_BITS: u32 = 30;
const INT_HEADER: u32 = 24;
const FLOAT: u64 = 24;
const BYTES_HEADER: u64 = 33;
const SET_ENTRY: u64 = 16;

/// Number of 30-bit digits of an int.
#[inline]
pub fn n_digits_i64(value: i64) -> u32 {
    let bits = u64::BITS - value.unsigned_abs().leading_zeros();
    bits.div_ceil(DIGIT_BITS).max(1)
}

/// Bytes of an int of that many digits.
#[inline]
pub fn int_size(digits: u32) -> u32 {
    INT_HEADER + 4 * digits
}

impl Heap {
    /// Size of the memory block: the object itself and the collector's header, without arrays it points to.
    pub(super) fn basic_size(&self, class: Ref, payload: &Payload) -> u32 {
        let sizes = &self.profile.sizes;
        match payload {
            Payload::List(_) => sizes.list,
            Payload::Tuple(items) => sizes.tuple + 8 * items.len() as u32,
            Payload::Dict(_) => sizes.dict_empty,
            Payload::Set(_) => sizes.set,
            Payload::Function(_) => sizes.function,
            Payload::WeakRef(_) => sizes.weakref,
            Payload::Type(_) => sizes.class,
            Payload::Instance(attributes) => {
                let body = self.type_body(class);
                let base = if body.instances_have_dict {
                    sizes.instance
                } else {
                    sizes.instance_without_dict
                };
                base + 8 * attributes.slots.len() as u32
            }
            _ => {
                let body = self.type_body(class);
                body.basic_size
                    + if body.instances_are_gc {
                        GC_HEADER as u32
                    } else {
                        0
                    }
            }
        }
    }

    /// sys.getsizeof.
    pub fn size_of(&self, object: Ref) -> u64 {
        match object.table() {
            Table::Ints => u64::from(int_size(n_digits_i64(
                self.atoms.ints[object.index()].value,
            ))),
            Table::Atoms => self.atom_size(&self.atoms.atoms[object.index()].value),
            Table::Containers => {
                let payload = self.payload(object);
                u64::from(self.basic_size(self.class_of(object), payload))
                    + self.array_size(payload)
            }
        }
    }

    /// Bytes before the object, which only the collector uses: `__sizeof__` does not count them.
    pub fn header_size(&self, object: Ref) -> u64 {
        if self.is_gc(object) { GC_HEADER } else { 0 }
    }

    /// Arrays that belong to the object: a list's items, a dict's table.
    fn array_size(&self, payload: &Payload) -> u64 {
        match payload {
            Payload::List(items) => POINTER * items.capacity() as u64,
            Payload::Dict(dict) => self.dict_table_size(dict),
            Payload::Set(set) if set.has_separate_table() => SET_ENTRY * set.table_size() as u64,
            Payload::Derived(body) => match &body.base {
                Base::List(items) => POINTER * items.capacity() as u64,
                Base::Tuple(items) => POINTER * items.len() as u64,
                Base::Dict(dict) => self.dict_table_size(dict),
                Base::Set(set) if set.has_separate_table() => SET_ENTRY * set.table_size() as u64,
                _ => 0,
            },
            _ => 0,
        }
    }

    fn dict_table_size(&self, dict: &super::dict::Dict) -> u64 {
        let log2 = dict.log2_size();
        if log2 == 0 {
            return 0;
        }
        // The profile's sizes of a small dict tell the header of the table and the size of an entry:
        // indices of one byte below 256 slots, two below 65536, else four.
        let sizes = &self.profile.sizes;
        let str_entries = dict.only_str_keys && sizes.dict_small_str != sizes.dict_small;
        let entry = if str_entries { 16 } else { 24 };
        let small = u64::from(if str_entries {
            sizes.dict_small_str
        } else {
            sizes.dict_small
        });
        let header = small - u64::from(sizes.dict_empty) - 8 - 5 * entry;
        let slots = 1u64 << log2;
        let index = match log2 {
            0..8 => 1,
            8..16 => 2,
            16..32 => 4,
            _ => 8,
        };
        header + slots * index + dict.n_usable() as u64 * entry
    }

    pub(super) fn atom_size(&self, atom: &Atom) -> u64 {
        match atom {
            Atom::Free { .. } => 0,
            Atom::None | Atom::NotImplemented | Atom::Ellipsis => 16,
            Atom::Bool(value) => u64::from(int_size(u32::from(*value))),
            Atom::Float(_) => FLOAT,
            Atom::BigInt(value) => {
                u64::from(int_size((value.bits() as u32).div_ceil(DIGIT_BITS).max(1)))
            }
            Atom::Bytes(bytes) => BYTES_HEADER + bytes.len() as u64,
            Atom::Str(body) => {
                let ascii = u64::from(self.profile.sizes.ascii_str);
                let n = u64::from(body.n_chars);
                if body.is_ascii() {
                    return ascii + n;
                }
                u64::from(self.profile.sizes.other_str) + (n + 1) * u64::from(body.char_width())
            }
        }
    }
}
