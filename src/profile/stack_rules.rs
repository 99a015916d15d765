//! What CPython's code pushes that ours does not: how deep its evaluation stack gets, and with it the size of a frame.

/// Numbers of entries, beyond (or, where negative, below) those of our instructions.
#[derive(Clone, Copy, Debug)]
pub struct StackRules {
    /// Beside the callable of a call that is no method's: the place of the receiver (3.11).
    pub called: i8,
    /// At a call with keywords: their names stood in the code for a while (3.11, 3.12).
    pub keyword_names: i8,
    /// At a call with *args and without **kwargs (3.14).
    pub missing_mapping: i8,
    /// Beside what a loop iterates over (3.15).
    pub looped_over: i8,
    /// When a function is made: its code, and its name (up to 3.10).
    pub function_parts: i8,
    /// While a `finally` runs for an exception: it is three values, and so is the one before (up to 3.10).
    pub finishing: i8,
    /// While an exception is compared with the classes of a handler: besides, its class once more.
    pub matching: i8,
    /// In the body of an `except`: three values of the one before.
    pub handling: i8,
    /// Where an exception goes that the body of `except … as name` raises.
    pub unbinding: i8,
    /// Where an exception goes that a handler raises: with the place where it happened, and once more the one before.
    pub reraising: i8,
    /// In the body of a `with`: the manager itself is not kept (up to 3.13).
    pub managed: i8,
    /// While `__exit__` is told of an exception.
    pub exiting: i8,
    /// `yield from`: for the exception that is thrown in (3.12).
    pub delegating: i8,
    /// A constant is returned without being pushed (3.12, 3.13).
    pub returned_constants: bool,
    /// What any code needs at least, a generator's, and a generator expression's.
    pub least: u32,
    pub generator: u32,
    pub generator_expression: u32,
}

impl StackRules {
    pub(super) const V3_8: StackRules = StackRules {
        called: 0,
        keyword_names: 0,
        missing_mapping: 0,
        looped_over: 0,
        function_parts: 2,
        finishing: 4,
        matching: 5,
        handling: 2,
        unbinding: 7,
        reraising: 0,
        managed: -1,
        exiting: 4,
        delegating: 0,
        returned_constants: false,
        least: 1,
        generator: 1,
        generator_expression: 1,
    };

    pub(super) const V3_9: StackRules = StackRules {
        exiting: 3,
        ..Self::V3_8
    };

    pub(super) const V3_11: StackRules = StackRules {
        called: 1,
        keyword_names: -1,
        function_parts: 1,
        finishing: 0,
        matching: 0,
        handling: 0,
        unbinding: 1,
        reraising: 2,
        exiting: 0,
        ..Self::V3_9
    };

    pub(super) const V3_12: StackRules = StackRules {
        delegating: 1,
        returned_constants: true,
        least: 0,
        generator: 2,
        generator_expression: 2,
        ..Self::V3_11
    };

    pub(super) const V3_13: StackRules = StackRules {
        keyword_names: 0,
        least: 1,
        ..Self::V3_12
    };

    pub(super) const V3_14: StackRules = StackRules {
        missing_mapping: 1,
        managed: 0,
        exiting: 1,
        returned_constants: false,
        ..Self::V3_13
    };

    pub(super) const V3_15: StackRules = StackRules {
        looped_over: 1,
        delegating: 2,
        generator_expression: 4,
        ..Self::V3_14
    };
}
