//! How much of the heap is whose: the interpreter's share is left out of what the program is told to have made.

use super::Heap;

/// Bytes and objects, a part of those of the heap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub bytes: u64,
    pub objects: u64,
}

impl Share {
    pub fn plus(self, more: Share) -> Share {
        Share {
            bytes: self.bytes + more.bytes,
            objects: self.objects + more.objects,
        }
    }

    /// What is left without `less`: nothing where that is more.
    pub fn without(self, less: Share) -> Share {
        Share {
            bytes: self.bytes.saturating_sub(less.bytes),
            objects: self.objects.saturating_sub(less.objects),
        }
    }
}

impl Heap {
    /// All there is.
    pub(crate) fn share_of_all(&self) -> Share {
        Share {
            bytes: self.bytes,
            objects: self.n_objects,
        }
    }

    /// All but what the interpreter made for itself.
    pub(super) fn share_of_the_program(&self) -> Share {
        self.share_of_all().without(self.setup)
    }
}
