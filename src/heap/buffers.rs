//! Buffers: the blocks behind objects that modules define for themselves, which change without the heap's doing.
//!
//! It turns "this object's contents may have changed" into bytes that are accounted for: a bytearray's bytes, a deque's
//! blocks. Invariant: once settled, what is accounted for a live object's buffer is its array_size().

use rustc_hash::FxHashMap;

use super::payload::Base;
use super::{Heap, Payload, Ref};

#[derive(Default)]
pub(super) struct Buffers {
    /// What is accounted for, by the object's slot; only what is not 0.
    counted: FxHashMap<u32, u64>,
    /// Objects whose buffer may have changed since.
    touched: Vec<Ref>,
}

impl Heap {
    /// The object's buffer is about to change, or was just made.
    #[inline]
    pub fn touch_buffer(&mut self, object: Ref) {
        if self.buffers.touched.last() != Some(&object) {
            self.buffers.touched.push(object);
        }
    }

    /// Whether buffers may have changed that are not accounted for yet.
    #[inline(always)]
    pub fn has_touched_buffers(&self) -> bool {
        !self.buffers.touched.is_empty()
    }

    /// Accounts for all buffers that have changed.
    pub fn settle_buffers(&mut self) {
        for object in std::mem::take(&mut self.buffers.touched) {
            let Some(now) = self.buffer_size(object) else {
                continue;
            };
            let before = self.size_of(object);
            let counted = self.counted_buffer(object);
            if now != counted {
                self.buffers.counted.insert(object.index() as u32, now);
                self.account_resize(object, before, before - counted + now);
            }
        }
    }

    /// None for objects without one, and for dead ones.
    fn buffer_size(&self, object: Ref) -> Option<u64> {
        match self.payload(object) {
            Payload::Native(body) => Some(body.array_size()),
            Payload::Derived(body) => match &body.base {
                Base::Native(body) => Some(body.array_size()),
                _ => None,
            },
            _ => None,
        }
    }

    /// What of the object's size is its buffer.
    pub(super) fn counted_buffer(&self, object: Ref) -> u64 {
        if !has_buffer(self.payload(object)) {
            return 0;
        }
        let counted = self.buffers.counted.get(&(object.index() as u32));
        counted.copied().unwrap_or(0)
    }

    pub(super) fn forget_buffer(&mut self, object: Ref) -> u64 {
        if !has_buffer(self.payload(object)) {
            return 0;
        }
        let counted = self.buffers.counted.remove(&(object.index() as u32));
        counted.unwrap_or(0)
    }
}

/// Such objects are few; the others need not be looked for.
#[inline]
fn has_buffer(payload: &Payload) -> bool {
    matches!(payload, Payload::Native(_) | Payload::Derived(_))
}
