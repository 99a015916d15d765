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
    /// "'C' object has no attribute 'x'" for an empty slot, instead of "x" alone (3.10).
    pub slot_errors_name_class: bool,
    /// "… and no __dict__ for setting new attributes" (3.13).
    pub missing_dict: bool,
    /// An error of `__set_name__` gets a note; before it was the cause of a RuntimeError (3.12).
    pub set_name_adds_note: bool,
    /// "too many values to unpack (expected 2, got 3)" (3.14).
    pub unpack_length: bool,
    /// "argument of type 'int' is not a container or iterable" (3.14).
    pub contains_says_container: bool,
    /// "cannot set 'x' attribute of immutable type 'int'" (3.10).
    pub immutable_types: bool,
    /// with: "'C' object does not support the context manager protocol" instead of "__enter__" (3.11).
    pub context_manager_protocol: bool,
    /// with looks for `__exit__` first, and says which method is missing (3.14).
    pub with_looks_for_exit_first: bool,
    /// As `slot_errors_name_class`, where there is nothing to delete (3.11).
    pub deletions_name_class: bool,
    /// "__get__ expected at least 1 argument, got 0" instead of the sentence without a subject (3.14).
    pub descriptors_name_themselves: bool,
    /// "Cannot create a consistent method resolution order (MRO)" in one line (3.13).
    pub mro_in_one_line: bool,
    /// `[*5]`: "Value after * must be an iterable, not int" instead of what iter(5) says (3.9).
    pub displays_name_stars: bool,
    /// "keyword argument repeated: x" (3.9).
    pub repeated_keyword_is_named: bool,
    /// A SyntaxError's caret stands at the line's last character where it would stand behind it (3.8).
    pub syntax_caret_keeps_on_line: bool,
    /// The line of a SyntaxError keeps the tabs that it begins with (3.13).
    pub syntax_text_keeps_tabs: bool,
    /// An IndentationError's carets cover a range, too (3.13).
    pub indentation_error_ranges: bool,
    /// "is" with 'int' literal, instead of "with a literal" (3.12).
    pub warnings_name_literal: bool,
    /// A SyntaxError's carets cover a range (3.10).
    pub syntax_error_ranges: bool,
    /// The caret of a SyntaxError that stands just before the line's text is shown under its first character (3.8).
    pub syntax_caret_at_indent: bool,
    pub carets: CaretRules,
    /// Carets under the lines of an ignored exception: not in 3.13 and 3.14.
    pub unraisable_carets: bool,
    /// An ignored exception shows the exceptions it was raised after.
    pub unraisable_chain: bool,
    pub unraisable_suggests: bool,
    /// In a group, only the first line of an exception's message stands behind the margin (3.11, 3.12).
    pub margins_are_for_first_lines: bool,
    /// An error comes without a text where making that fails; later what failed comes in its place (up to 3.10).
    pub failing_texts_are_left_out: bool,
    /// `__main__.E: …` for a class of the program (up to 3.10).
    pub uncaught_names_module: bool,
    /// "Did you forget to import 'sys'?" (3.12).
    pub suggests_imports: bool,
    /// A misspelled name may be meant as `self.name`, or as the name of a module that is to be imported (3.12), and a
    /// name that cannot be imported may be misspelled.
    pub suggests_more: bool,
    /// Names with an underscore are suggested only for such names, or for attributes of self (3.13).
    pub suggests_no_underscores: bool,
    /// "Did you mean '.colour' instead of '.color'?" (3.15).
    pub suggests_dotted_attributes: bool,
}

impl ErrorTexts {
    pub(super) const V3_8: ErrorTexts = ErrorTexts {
        qualified_functions: false,
        property: PropertyErrors::Plain,
        slot_errors_name_class: false,
        missing_dict: false,
        set_name_adds_note: false,
        unpack_length: false,
        contains_says_container: false,
        immutable_types: false,
        context_manager_protocol: false,
        with_looks_for_exit_first: false,
        deletions_name_class: false,
        descriptors_name_themselves: false,
        mro_in_one_line: false,
        displays_name_stars: false,
        repeated_keyword_is_named: false,
        syntax_caret_keeps_on_line: true,
        syntax_text_keeps_tabs: false,
        indentation_error_ranges: false,
        warnings_name_literal: false,
        syntax_error_ranges: false,
        syntax_caret_at_indent: true,
        carets: CaretRules::None,
        unraisable_carets: false,
        unraisable_chain: false,
        unraisable_suggests: false,
        margins_are_for_first_lines: false,
        failing_texts_are_left_out: true,
        uncaught_names_module: true,
        suggests_imports: false,
        suggests_more: false,
        suggests_no_underscores: false,
        suggests_dotted_attributes: false,
    };

    pub(super) const V3_9: ErrorTexts = ErrorTexts {
        syntax_caret_at_indent: false,
        syntax_caret_keeps_on_line: false,
        displays_name_stars: true,
        repeated_keyword_is_named: true,
        ..Self::V3_8
    };

    pub(super) const V3_10: ErrorTexts = ErrorTexts {
        slot_errors_name_class: true,
        qualified_functions: true,
        property: PropertyErrors::NameAttribute,
        immutable_types: true,
        syntax_error_ranges: true,
        ..Self::V3_9
    };

    pub(super) const V3_11: ErrorTexts = ErrorTexts {
        property: PropertyErrors::NameBoth,
        failing_texts_are_left_out: false,
        deletions_name_class: true,
        context_manager_protocol: true,
        carets: CaretRules::UnlessWholeLine,
        unraisable_carets: true,
        margins_are_for_first_lines: true,
        uncaught_names_module: false,
        ..Self::V3_10
    };

    pub(super) const V3_12: ErrorTexts = ErrorTexts {
        set_name_adds_note: true,
        suggests_imports: true,
        suggests_more: true,
        warnings_name_literal: true,
        ..Self::V3_11
    };

    pub(super) const V3_13: ErrorTexts = ErrorTexts {
        missing_dict: true,
        mro_in_one_line: true,
        syntax_text_keeps_tabs: true,
        indentation_error_ranges: true,
        suggests_no_underscores: true,
        carets: CaretRules::UnlessPlainCall,
        unraisable_carets: false,
        margins_are_for_first_lines: false,
        ..Self::V3_12
    };

    pub(super) const V3_14: ErrorTexts = ErrorTexts {
        unpack_length: true,
        descriptors_name_themselves: true,
        with_looks_for_exit_first: true,
        contains_says_container: true,
        ..Self::V3_13
    };

    pub(super) const V3_15: ErrorTexts = ErrorTexts {
        unraisable_carets: true,
        unraisable_chain: true,
        unraisable_suggests: true,
        suggests_dotted_attributes: true,
        ..Self::V3_14
    };
}
