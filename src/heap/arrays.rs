//! Arrays of items that are used again: making and freeing small lists would else be mostly the allocator's work.
//!
//! Nobody sees them: what CPython takes from its allocator is counted where an object's size changes.

use thin_vec::ThinVec;

use super::Ref;

/// Longer arrays go back to the allocator.
const MAX_CAPACITY: usize = 8;
/// As many are kept of each capacity.
const MAX_KEPT: usize = 1024;

/// Empty arrays by their capacity.
#[derive(Default)]
pub(super) struct SpareArrays([Vec<ThinVec<Ref>>; MAX_CAPACITY]);

impl SpareArrays {
    /// An empty array with just that capacity.
    #[inline]
    pub fn take(&mut self, capacity: usize) -> ThinVec<Ref> {
        let spare = match capacity.checked_sub(1) {
            Some(place) => self.0.get_mut(place).and_then(Vec::pop),
            None => return ThinVec::new(),
        };
        spare.unwrap_or_else(|| ThinVec::with_capacity(capacity))
    }

    /// Takes an empty array, or frees it.
    #[inline]
    pub fn keep(&mut self, array: ThinVec<Ref>) {
        debug_assert!(array.is_empty(), "what an array holds would be lost");
        if let Some(place) = array.capacity().checked_sub(1)
            && let Some(kept) = self.0.get_mut(place)
            && kept.len() < MAX_KEPT
        {
            kept.push(array);
        }
    }
}
