//! In which words the versions report errors.

/// When a traceback marks a part of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaretRules {
    /// Never (up to 3.10).
    None,
    /// Not where the marks would cover the whole line (3.11, 3.12).
    UnlessWholeLine,
    /// Neither there, unless an operator stands out, nor under a line that is nothing but a call (3.13 on).
    UnlessPlainCall,
}

/// Errors of properties that cannot be read or set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyErrors {
    /// "can't set attribute" (up to 3.9).
    Plain,
    /// "can't set attribute 'x'" (3.10).
    NameAttribute,
    /// "property 'x' of 'C' object has no setter" (3.11 on).
    NameBoth,
}

/// One version's texts; part of [`super::Profile`].
#[derive(Clone, Copy, Debug)]
pub struct ErrorTexts {
    /// Errors about arguments name the function in full: `C.method()` (3.10).
    pub qualified_functions: bool,
    pub property: PropertyErrors,
    /// "'C' object has no attribute 'x'" for an empty slot, instead of "x" alone (3.11).
    pub slot_errors_name_class: bool,
    /// "… and no __dict__ for setting new attributes" (3.13).
    pub missing_dict: bool,
    /// "too many values to unpack (expected 2, got 3)" (3.14).
    pub unpack_length: bool,
    /// "argument of type 'int' is not a container or iterable" (3.14).
    pub contains_says_container: bool,
    /// "cannot set 'x' attribute of immutable type 'int'" (3.10).
    pub immutable_types: bool,
    /// with: "'C' object does not support the context manager protocol" instead of "__enter__" (3.11).
    pub context_manager_protocol: bool,
    /// A SyntaxError's carets cover a range (3.10).
    pub syntax_error_ranges: bool,
    pub carets: CaretRules,
    /// Carets under the lines of an ignored exception: not in 3.13 and 3.14.
    pub unraisable_carets: bool,
    /// An ignored exception shows the exceptions it was raised after.
    pub unraisable_chain: bool,
    pub unraisable_suggests: bool,
    /// `__main__.E: …` for a class of the program: never, since CPython leaves out `__main__`.
    pub uncaught_names_module: bool,
    /// "Did you forget to import 'sys'?" (3.12).
    pub suggests_imports: bool,
}

impl ErrorTexts {
    pub(super) const V3_8: ErrorTexts = ErrorTexts {
        qualified_functions: false,
        property: PropertyErrors::Plain,
        slot_errors_name_class: false,
        missing_dict: false,
        unpack_length: false,
        contains_says_container: false,
        immutable_types: false,
        context_manager_protocol: false,
        syntax_error_ranges: false,
        carets: CaretRules::None,
        unraisable_carets: false,
        unraisable_chain: false,
        unraisable_suggests: false,
        uncaught_names_module: false,
        suggests_imports: false,
    };

    pub(super) const V3_10: ErrorTexts = ErrorTexts {
        qualified_functions: true,
        property: PropertyErrors::NameAttribute,
        immutable_types: true,
        syntax_error_ranges: true,
        ..Self::V3_8
    };

    pub(super) const V3_11: ErrorTexts = ErrorTexts {
        property: PropertyErrors::NameBoth,
        slot_errors_name_class: true,
        context_manager_protocol: true,
        carets: CaretRules::UnlessWholeLine,
        unraisable_carets: true,
        ..Self::V3_10
    };

    pub(super) const V3_12: ErrorTexts = ErrorTexts {
        suggests_imports: true,
        ..Self::V3_11
    };

    pub(super) const V3_13: ErrorTexts = ErrorTexts {
        missing_dict: true,
        carets: CaretRules::UnlessPlainCall,
        unraisable_carets: false,
        ..Self::V3_12
    };

    pub(super) const V3_14: ErrorTexts = ErrorTexts {
        unpack_length: true,
        contains_says_container: true,
        ..Self::V3_13
    };

    pub(super) const V3_15: ErrorTexts = ErrorTexts {
        unraisable_carets: true,
        ..Self::V3_14
    };
}
