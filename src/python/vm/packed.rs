//! What a call makes to hand its arguments over: tuples and dicts that nobody sees, and that count.

use crate::heap::free_lists::FreeListKind;

/// What a call made to hand its arguments over, and keeps until the frame is left. No program sees it; it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Packed {
    /// Length of the tuple of positional arguments, up to those that free lists tell apart.
    n: u8,
    /// Length of another tuple: of the keywords' names, or of the arguments without the receiver.
    n_others: u8,
    /// There is a dict of keywords.
    has_dict: bool,
}

impl Packed {
    pub const NOTHING: Packed = Packed {
        n: 0,
        n_others: 0,
        has_dict: false,
    };

    /// As a call of something that wants a tuple and a dict makes them.
    pub fn arguments(n: usize, n_keywords: usize) -> Packed {
        Packed {
            n: short(n),
            has_dict: n_keywords > 0,
            ..Packed::NOTHING
        }
    }

    /// As a mapping of keywords is taken apart.
    pub fn names(n: usize) -> Packed {
        Packed {
            n_others: short(n),
            ..Packed::NOTHING
        }
    }

    /// Besides, a tuple of the first one's last items.
    pub fn with_rest(self, n: usize) -> Packed {
        Packed {
            n_others: short(n),
            ..self
        }
    }

    /// The tuple of positional arguments lives on.
    pub fn without_tuple(self) -> Packed {
        Packed { n: 0, ..self }
    }

    /// Both together.
    pub fn with(self, other: Packed) -> Packed {
        Packed {
            n: self.n + other.n,
            n_others: self.n_others + other.n_others,
            has_dict: self.has_dict || other.has_dict,
        }
    }

    pub(super) fn parts(self) -> impl Iterator<Item = FreeListKind> {
        let tuple = |n: u8| (n > 0).then_some(FreeListKind::tuple(usize::from(n)));
        let dict = self.has_dict.then_some(FreeListKind::Dict);
        [tuple(self.n), dict, tuple(self.n_others)]
            .into_iter()
            .flatten()
    }
}

/// A length; the free lists know no tuples beyond 19.
fn short(n: usize) -> u8 {
    n.min(100) as u8
}
