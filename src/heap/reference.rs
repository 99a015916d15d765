//! References: four bytes that name an object of the heap.

use std::cell::{Cell, RefCell};
use std::mem;
use std::num::NonZeroU32;

/// Names an object: a container (anything with references or a body of its own), an int, or another atom.
///
/// Copying a `Ref` takes no reference in Python's sense: a plain `Ref` is borrowed. Whoever keeps one must own it:
/// see [`Owned`] and [`super::Heap::incref`]. Two bits say which table the rest indexes; one more is left to the
/// evaluation stack to mark borrowed entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ref(NonZeroU32);

/// Which of the heap's tables a reference points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Containers,
    Ints,
    Atoms,
}

const KIND_SHIFT: u32 = 30;
const INT: u32 = 1 << KIND_SHIFT;
const ATOM: u32 = 2 << KIND_SHIFT;
const BORROWED: u32 = 1 << 29;
const INDEX_MASK: u32 = BORROWED - 1;

impl Ref {
    pub const NONE: Ref = Ref::atom(0);
    pub const FALSE: Ref = Ref::atom(1);
    pub const TRUE: Ref = Ref::atom(2);
    pub const NOT_IMPLEMENTED: Ref = Ref::atom(3);
    pub const ELLIPSIS: Ref = Ref::atom(4);

    /// Container of that index; 0 is none.
    pub const fn container(index: u32) -> Ref {
        match NonZeroU32::new(index) {
            Some(bits) => Ref(bits),
            None => panic!("container 0 is no object"),
        }
    }

    pub const fn int(index: u32) -> Ref {
        match NonZeroU32::new(INT | index) {
            Some(bits) => Ref(bits),
            None => panic!("unreachable"),
        }
    }

    pub const fn atom(index: u32) -> Ref {
        match NonZeroU32::new(ATOM | index) {
            Some(bits) => Ref(bits),
            None => panic!("unreachable"),
        }
    }

    pub const fn bool(value: bool) -> Ref {
        if value { Ref::TRUE } else { Ref::FALSE }
    }

    #[inline]
    pub const fn table(self) -> Table {
        match self.0.get() >> KIND_SHIFT {
            0 => Table::Containers,
            1 => Table::Ints,
            _ => Table::Atoms,
        }
    }

    #[inline]
    pub const fn is_container(self) -> bool {
        self.0.get() >> KIND_SHIFT == 0
    }

    #[inline]
    pub const fn is_int(self) -> bool {
        self.0.get() >> KIND_SHIFT == 1
    }

    #[inline]
    pub const fn index(self) -> usize {
        (self.0.get() & INDEX_MASK) as usize
    }

    /// The container's index if it is one.
    #[inline]
    pub const fn container_index(self) -> Option<u32> {
        if self.is_container() {
            Some(self.0.get() & INDEX_MASK)
        } else {
            None
        }
    }

    /// The same reference with the evaluation stack's mark of a borrowed entry.
    #[inline]
    pub const fn marked_borrowed(self) -> Ref {
        match NonZeroU32::new(self.0.get() | BORROWED) {
            Some(bits) => Ref(bits),
            None => panic!("unreachable"),
        }
    }

    #[inline]
    pub const fn is_marked_borrowed(self) -> bool {
        self.0.get() & BORROWED != 0
    }

    /// Without the mark.
    #[inline]
    pub const fn unmarked(self) -> Ref {
        match NonZeroU32::new(self.0.get() & !BORROWED) {
            Some(bits) => Ref(bits),
            None => panic!("unreachable"),
        }
    }
}

impl std::fmt::Debug for Ref {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mark = if self.is_marked_borrowed() { "~" } else { "" };
        match self.table() {
            Table::Containers => write!(f, "{mark}#{}", self.index()),
            Table::Ints => write!(f, "{mark}int{}", self.index()),
            Table::Atoms => write!(f, "{mark}atom{}", self.index()),
        }
    }
}

/// A reference that is counted: it must be stored somewhere that will give it back, or released.
///
/// Dropping it (as `?` does on its way out) is no leak: it is given back at the next safe point, see
/// [`take_abandoned`]. Where the moment of the release can be seen by the program, release it in so many words.
#[must_use]
#[derive(Debug)]
pub struct Owned(Ref);

thread_local! {
    static ABANDONED: RefCell<Vec<Ref>> = const { RefCell::new(Vec::new()) };
    /// Whether there are any: asked after every call, so it has a place of its own.
    static ANY_ABANDONED: Cell<bool> = const { Cell::new(false) };
}

impl Owned {
    /// Takes over a reference that was counted already.
    #[inline]
    pub fn from_counted(reference: Ref) -> Owned {
        Owned(reference)
    }

    /// Borrows.
    #[inline]
    pub fn get(&self) -> Ref {
        self.0
    }

    /// Hands the counted reference on as a bare one, to be stored.
    #[inline]
    pub fn into_counted(self) -> Ref {
        let reference = self.0;
        mem::forget(self);
        reference
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        ABANDONED.with(|list| list.borrow_mut().push(self.0));
        ANY_ABANDONED.set(true);
    }
}

/// The references of dropped [`Owned`]s since the last call, oldest first: the caller gives each back.
pub fn take_abandoned() -> Vec<Ref> {
    ANY_ABANDONED.set(false);
    ABANDONED.with(|list| mem::take(&mut *list.borrow_mut()))
}

/// Whether [`take_abandoned`] would return any.
#[inline]
pub fn any_abandoned() -> bool {
    ANY_ABANDONED.get()
}
