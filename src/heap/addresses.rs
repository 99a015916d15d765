//! Simulated addresses: what id() prints.
//!
//! Small objects come from pools of one size class each, one block after the other, as in CPython's
//! Objects/obmalloc.c; large ones from a region of their own. A freed slot of the heap keeps its address and is used
//! again by the next object of the same class, so that addresses are used again as they are in CPython. The same
//! program gets the same addresses.

/// Below this address nothing is handed out.
const BASE: u64 = 0x7f3a_5000_0000;
const POOL: u32 = 16 * 1024;
const POOL_HEADER: u32 = 48;
pub const SMALL_MAX: u64 = 512;
const UNIT: u64 = 16;

pub struct Addresses {
    /// Next free block and end of the current pool of each size class, in units.
    pools: Vec<(u32, u32)>,
    /// Where the next pool or large block begins, in units above the base.
    next: u32,
}

impl Default for Addresses {
    fn default() -> Self {
        Addresses {
            pools: vec![(0, 0); (SMALL_MAX / UNIT) as usize + 1],
            next: 0,
        }
    }
}

/// Size class of a block: its size in units of 16 bytes.
#[inline]
pub fn size_class(bytes: u64) -> usize {
    (bytes.min(SMALL_MAX + UNIT) as usize).div_ceil(UNIT as usize)
}

impl Addresses {
    /// A block of that many bytes that was never used before, in units above the base.
    pub fn fresh(&mut self, bytes: u64) -> u32 {
        let units = bytes.div_ceil(UNIT).max(1) as u32;
        if bytes > SMALL_MAX {
            let at = self.next;
            self.next = self.next.saturating_add(units + 1);
            return at;
        }
        let (next, end) = self.pools[units as usize];
        let (at, end) = if next + units > end {
            let pool = self.next;
            let pool_units = POOL / UNIT as u32;
            self.next = self.next.saturating_add(pool_units);
            (pool + POOL_HEADER / UNIT as u32, pool + pool_units)
        } else {
            (next, end)
        };
        self.pools[units as usize] = (at + units, end);
        at
    }
}

/// The address that a unit number stands for.
pub fn to_address(units: u32) -> u64 {
    BASE + u64::from(units) * UNIT
}
