//! Sizes of objects, as sys.getsizeof of a 64-bit build gives them.

use super::atoms::{Atom, Str};
use super::payload::{Base, Type};
use super::{Heap, Payload, Ref, Table};
use crate::profile::{InstanceWords, IntMemory, Sizes};

const POINTER: u64 = 8;
const DIGIT_BITS: u32 = 30;
const INT_HEADER: u32 = 24;
const FLOAT: u64 = 24;
const COMPLEX: u64 = 32;
const BYTES_HEADER: u64 = 33;
const SET_ENTRY: u64 = 16;
/// Hash, key and value in a dict's table.
const ENTRY: u64 = 24;

/// Number of 30-bit digits of an int.
#[inline]
pub fn n_digits_i64(value: i64) -> u32 {
    if value.unsigned_abs() < 1 << DIGIT_BITS {
        return 1;
    }
    let bits = u64::BITS - value.unsigned_abs().leading_zeros();
    bits.div_ceil(DIGIT_BITS).max(1)
}

/// Bytes of an int of that many digits.
#[inline]
pub fn int_size(digits: u32) -> u32 {
    INT_HEADER + 4 * digits
}

/// What stands before each instance of the class.
fn header_bytes(class: &Type, sizes: &Sizes) -> u32 {
    let collector = if class.instances_are_gc {
        sizes.gc_header
    } else {
        0
    };
    collector
        + if class.has_pre_header() {
            PRE_HEADER
        } else {
            0
        }
}

/// Two words before the object, for its `__dict__` and its weak references, where the class has them there.
const PRE_HEADER: u32 = 16;

impl Heap {
    /// Size of the memory block: the object itself and what stands before it, without arrays it points to.
    pub(super) fn basic_size(&self, class: Ref, payload: &Payload) -> u32 {
        let sizes = &self.profile.sizes;
        if let Payload::Type(body) = payload {
            return self.class_size(class, body);
        }
        self.instance_size(self.type_body(class))
            + match payload {
                Payload::Tuple(items) => 8 * items.len() as u32,
                Payload::Generator(generator) => generator.n_frame_words * sizes.generator_word,
                Payload::Frame(frame) => 8 * self.n_frame_words(frame.code),
                _ => 0,
            }
    }

    /// Size of the memory block of an instance without items of its own.
    #[inline]
    pub(super) fn instance_size(&self, class: &Type) -> u32 {
        class.basic_size + header_bytes(class, &self.profile.sizes)
    }

    /// A class made by a class statement keeps the keys that its instances share.
    fn class_size(&self, metaclass: Ref, body: &Type) -> u32 {
        let sizes = &self.profile.sizes;
        if !body.is_heap_type {
            return sizes.static_type;
        }
        let keys = if body.made_with_keys {
            sizes.shared_keys
        } else {
            0
        };
        self.type_body(metaclass).basic_size + sizes.gc_header + keys
    }

    /// Locals, cells and places on the stack of a frame that runs the code.
    pub fn n_frame_words(&self, code: Ref) -> u32 {
        match self.payload_of(code) {
            Some(Payload::Code(body)) => body.code.slots.len() as u32 + body.code.stack_size,
            _ => 0,
        }
    }

    /// The bytes that the object occupies, its arrays included: what is accounted for.
    pub fn size_of(&self, object: Ref) -> u64 {
        match object.table() {
            Table::Ints => self.size_of_i64(self.atoms.ints[object.index()].value),
            Table::Atoms => self.atom_size(&self.atoms.atoms[object.index()].value),
            Table::Containers => {
                let payload = self.payload(object);
                u64::from(self.basic_size(self.class_of(object), payload))
                    + self.array_size(payload)
                    + self.counted_buffer(object)
            }
        }
    }

    /// sys.getsizeof. It differs from what is occupied where CPython's `__sizeof__` counts in its own way.
    pub fn getsizeof(&self, object: Ref) -> u64 {
        let occupied = self.size_of(object);
        match object.table() {
            Table::Ints if occupied == u64::from(INT_HEADER + 4) => self.size_of_zero(object),
            Table::Ints => occupied,
            Table::Atoms => match self.atom(object) {
                Some(Atom::Bool(false)) => self.size_of_zero(object),
                Some(Atom::Str(body)) => occupied + self.kept_utf8(body),
                _ => occupied,
            },
            Table::Containers => self.container_getsizeof(object, occupied),
        }
    }

    /// Bytes of an int object of that value.
    #[inline]
    pub(super) fn size_of_i64(&self, value: i64) -> u64 {
        match self.profile.ints {
            IntMemory::Freed => u64::from(int_size(n_digits_i64(value))),
            IntMemory::Kept => u64::from(INT_HEADER),
        }
    }

    fn size_of_zero(&self, object: Ref) -> u64 {
        let is_zero = self.as_small(object) == Some(0);
        let digits = u32::from(!(is_zero && self.profile.sizes.zero_has_no_digit));
        u64::from(int_size(digits))
    }

    /// The UTF-8 text that stands beside the one-character strings made at start.
    fn kept_utf8(&self, body: &Str) -> u64 {
        let is_made_at_start = self.profile.sizes.latin1_keeps_utf8
            && body.n_chars == 1
            && !body.is_ascii()
            && body.char_width() == 1;
        if is_made_at_start { 3 } else { 0 }
    }

    fn container_getsizeof(&self, object: Ref, occupied: u64) -> u64 {
        let unbuffered = occupied - self.counted_buffer(object);
        match self.payload(object) {
            Payload::Derived(body) => match &body.base {
                Base::Atom(value) => {
                    let class = self.type_body(self.class_of(object));
                    self.derived_atom_size(class, *value)
                }
                Base::Native(body) => unbuffered + body.array_size(),
                _ => occupied,
            },
            Payload::Native(body) => unbuffered + body.array_size(),
            Payload::Dict(dict) => match dict.shared_keys() {
                Some(keys) => {
                    u64::from(self.profile.sizes.dict_empty) + POINTER * keys.n_values() as u64
                }
                None => occupied,
            },
            Payload::Type(body) if body.is_heap_type => self.class_getsizeof(body, occupied),
            _ => occupied,
        }
    }

    /// Up to 3.10 the keys that a class keeps grow, or are given up.
    fn class_getsizeof(&self, body: &Type, occupied: u64) -> u64 {
        let sizes = &self.profile.sizes;
        if sizes.instance_words != InstanceWords::AtEnd || !body.made_with_keys {
            return occupied;
        }
        let without = occupied - u64::from(sizes.shared_keys);
        match &body.shared_keys {
            Some(keys) => without + self.table_size(keys.log2_size(), false),
            None => without,
        }
    }

    /// An instance of a subclass of int, str, bytes or float: int and str count their own struct only.
    fn derived_atom_size(&self, class: &Type, value: Ref) -> u64 {
        let before = u64::from(header_bytes(class, &self.profile.sizes));
        match self.atom(value) {
            Some(Atom::Str(body)) => {
                let chars = (u64::from(body.n_chars) + 1) * u64::from(body.char_width());
                before + u64::from(self.profile.sizes.derived_str) + chars
            }
            Some(Atom::Float(_) | Atom::Complex(..)) => before + u64::from(class.basic_size),
            Some(Atom::Bytes(bytes)) => before + u64::from(class.basic_size) + bytes.len() as u64,
            _ => before + self.getsizeof(value),
        }
    }

    /// Bytes before the object, which `__sizeof__` does not count.
    pub fn header_size(&self, object: Ref) -> u64 {
        match self.payload_of(object) {
            None => 0,
            Some(Payload::Type(body)) if !body.is_heap_type => 0,
            Some(_) => {
                let class = self.type_body(self.class_of(object));
                u64::from(header_bytes(class, &self.profile.sizes))
            }
        }
    }

    /// Arrays that belong to the object: a list's items, a dict's table.
    pub(super) fn array_size(&self, payload: &Payload) -> u64 {
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
        if let Some(n_values) = dict.n_split_values() {
            return POINTER * n_values as u64;
        }
        match dict.log2_size() {
            0 => 0,
            log2 if self.profile.dict_tables.first_is_embedded => match log2 {
                3 => 0,
                _ => ENTRY << log2,
            },
            log2 => self.table_size(log2, dict.only_str_keys),
        }
    }

    /// A table of that many slots with its entries.
    fn table_size(&self, log2: u8, only_str_keys: bool) -> u64 {
        // The profile's sizes of a small dict tell the header of the table and the size of an entry:
        // indices of one byte below 256 slots, two below 65536, else four.
        let sizes = &self.profile.sizes;
        let str_entries = only_str_keys && self.profile.dict_tables.of_str_keys;
        let entry = if str_entries { 16 } else { ENTRY };
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
        header + slots * index + super::dict::usable_fraction(log2) as u64 * entry
    }

    pub(super) fn atom_size(&self, atom: &Atom) -> u64 {
        match atom {
            Atom::Free { .. } => 0,
            Atom::None | Atom::NotImplemented | Atom::Ellipsis => 16,
            Atom::Bool(_) => u64::from(int_size(1)),
            Atom::Float(_) => FLOAT,
            Atom::Complex(..) => COMPLEX,
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
