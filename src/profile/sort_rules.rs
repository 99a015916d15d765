//! How list.sort divides its work: which comparisons are made, and in which order, hangs on it.

#[derive(Debug)]
pub struct SortRules {
    /// Which neighbouring runs are merged when: by their lengths up to 3.10, by Powersort's powers from 3.11 on.
    pub merges_by_power: bool,
    /// Equal neighbours belong to a descending run too, and a run that was turned round may go on ascending (3.13).
    pub runs_take_equals: bool,
    /// Short runs are extended to lengths that add up to the list's, not to the same length each (3.15).
    pub varies_min_run: bool,
}

pub const V3_8: SortRules = SortRules {
    merges_by_power: false,
    runs_take_equals: false,
    varies_min_run: false,
};

pub const V3_11: SortRules = SortRules {
    merges_by_power: true,
    ..V3_8
};

pub const V3_13: SortRules = SortRules {
    runs_take_equals: true,
    ..V3_11
};

pub const V3_15: SortRules = SortRules {
    varies_min_run: true,
    ..V3_13
};
