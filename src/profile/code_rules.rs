//! In which ways the versions compile one tree to different instructions, as far as a program can see it.

use super::stack_rules::StackRules;

/// One version's rules; part of [`super::Profile`].
#[derive(Clone, Copy, Debug)]
pub struct CodeRules {
    /// `a.m(k=1)` looks the method up without making a bound method (3.11); before, only calls without keywords do.
    pub method_calls_with_keywords: bool,
    /// `[1, 2, 3]` starts empty and is extended from a constant tuple (3.9), which leaves another size.
    pub displays_from_constants: bool,
    /// A display or call of more than 30 parts is built one by one instead of on the stack (3.10).
    pub builds_long_displays_in_place: bool,
    /// `f(**d)` hands over a copy of d (3.9) instead of d.
    pub copies_mapping_argument: bool,
    /// `a, b = b, a` of locals stores the last one first (3.11).
    pub swaps_by_store_order: bool,
    /// `a, b = 1, 2` pushes the constants (3.14) instead of unpacking a constant tuple.
    pub unpacks_constants_by_swap: bool,
    /// Docstrings lose their common indentation when compiled (3.13).
    pub cleans_docstrings: bool,
    /// A class's namespace has `__static_attributes__` and `__firstlineno__` (3.13).
    pub class_namespace_has_lines: bool,
    /// Annotations are computed by a function when somebody asks (3.14) instead of at the definition.
    pub lazy_annotations: bool,
    /// Syntax errors say more than "invalid syntax", and where they end (3.10).
    pub explains_syntax_errors: bool,
    /// So do those of parameters and conditional expressions (3.11).
    pub explains_parameters: bool,
    /// "parameter without a default" instead of "non-default argument" (3.12).
    pub says_parameter: bool,
    /// f-strings are parts of the grammar (3.12), with errors of their own.
    pub tokenizes_f_strings: bool,
    /// `import` without names, `for` without `in` say what is missing (3.13).
    pub explains_empty_imports: bool,
    /// A value in an f-string and a yield in a generator expression are marked themselves in a traceback (3.12), not
    /// the whole string or expression.
    pub marks_parts_of_expressions: bool,
    /// What is iterated over, entered or asserted is marked (3.13), not the whole statement or comprehension.
    pub marks_parts_of_statements: bool,
    /// Behind a block that the optimizer emptied all loads of locals own their references (3.14 alone).
    pub borrowing_stops_at_gaps: bool,
    /// A loop over a list or tuple keeps the list itself on the stack (3.15), not an iterator that holds it.
    pub loops_keep_iterable: bool,
    /// A generator expression is given its iterable, which it holds, and gets the iterator itself (3.15).
    pub generators_iterate_argument: bool,
    /// `super().m()` needs no super object once it has run (3.12).
    pub super_in_one_instruction: bool,
    /// The condition of a `while` is compiled twice: before the loop, and at its end (3.10 to 3.13).
    pub tests_while_at_the_end: bool,
    /// How many blocks (loops, try, with) may nest in one function.
    pub max_blocks: u32,
    /// Constant expressions are computed in the tree (up to 3.13), which then holds their values, too.
    pub folds_in_tree: bool,
    /// How often the tree holds the value of a bytes literal (3.12, 3.13: twice).
    pub n_bytes_in_tree: usize,
    /// The first constant of a function without a docstring is None (up to 3.13).
    pub none_without_docstring: bool,
    /// Nothing below `:=` is computed in the tree (up to 3.9).
    pub skips_walrus_in_tree: bool,
    /// A tuple of constants that only instructions make, such as that of defaults, is a constant of its own each time
    /// (up to 3.9).
    pub repeats_tuples_of_instructions: bool,
    /// What a tuple of defaults was made of stays among the constants (up to 3.11).
    pub keeps_constants_of_defaults: bool,
    /// A code's first constant stays, although what it was an operand of is computed by the compiler (3.14).
    pub keeps_first_operand: bool,
    /// Constants in a row beside a starred item are put into a tuple that is a constant, too (3.8).
    pub makes_tuples_beside_starred: bool,
    /// A slice of literals is a constant (3.14).
    pub slices_are_constants: bool,
    /// Warnings see expressions before they are computed by the compiler (3.14).
    pub warns_before_folding: bool,
    /// `row[a:b]` of a list, tuple or str makes no slice object (3.15).
    pub slices_in_one_instruction: bool,
    pub stack: StackRules,
}

impl CodeRules {
    pub(super) const V3_8: CodeRules = CodeRules {
        method_calls_with_keywords: false,
        displays_from_constants: false,
        builds_long_displays_in_place: false,
        copies_mapping_argument: false,
        swaps_by_store_order: false,
        unpacks_constants_by_swap: false,
        cleans_docstrings: false,
        class_namespace_has_lines: false,
        lazy_annotations: false,
        explains_syntax_errors: false,
        explains_parameters: false,
        says_parameter: false,
        tokenizes_f_strings: false,
        explains_empty_imports: false,
        marks_parts_of_expressions: false,
        marks_parts_of_statements: false,
        borrowing_stops_at_gaps: false,
        loops_keep_iterable: false,
        generators_iterate_argument: false,
        super_in_one_instruction: false,
        tests_while_at_the_end: false,
        max_blocks: 20,
        folds_in_tree: true,
        n_bytes_in_tree: 1,
        warns_before_folding: false,
        none_without_docstring: true,
        skips_walrus_in_tree: true,
        repeats_tuples_of_instructions: true,
        keeps_constants_of_defaults: true,
        keeps_first_operand: false,
        makes_tuples_beside_starred: true,
        slices_are_constants: false,
        slices_in_one_instruction: false,
        stack: StackRules::V3_8,
    };

    pub(super) const V3_9: CodeRules = CodeRules {
        displays_from_constants: true,
        makes_tuples_beside_starred: false,
        copies_mapping_argument: true,
        stack: StackRules::V3_9,
        ..Self::V3_8
    };

    pub(super) const V3_10: CodeRules = CodeRules {
        builds_long_displays_in_place: true,
        skips_walrus_in_tree: false,
        repeats_tuples_of_instructions: false,
        tests_while_at_the_end: true,
        explains_syntax_errors: true,
        ..Self::V3_9
    };

    pub(super) const V3_11: CodeRules = CodeRules {
        method_calls_with_keywords: true,
        swaps_by_store_order: true,
        stack: StackRules::V3_11,
        explains_parameters: true,
        ..Self::V3_10
    };

    pub(super) const V3_12: CodeRules = CodeRules {
        keeps_constants_of_defaults: false,
        n_bytes_in_tree: 2,
        says_parameter: true,
        stack: StackRules::V3_12,
        tokenizes_f_strings: true,
        super_in_one_instruction: true,
        marks_parts_of_expressions: true,
        ..Self::V3_11
    };

    pub(super) const V3_13: CodeRules = CodeRules {
        cleans_docstrings: true,
        stack: StackRules::V3_13,
        class_namespace_has_lines: true,
        explains_empty_imports: true,
        marks_parts_of_statements: true,
        ..Self::V3_12
    };

    pub(super) const V3_14: CodeRules = CodeRules {
        none_without_docstring: false,
        folds_in_tree: false,
        stack: StackRules::V3_14,
        n_bytes_in_tree: 1,
        warns_before_folding: true,
        keeps_first_operand: true,
        slices_are_constants: true,
        unpacks_constants_by_swap: true,
        tests_while_at_the_end: false,
        lazy_annotations: true,
        borrowing_stops_at_gaps: true,
        ..Self::V3_13
    };

    pub(super) const V3_15: CodeRules = CodeRules {
        borrowing_stops_at_gaps: false,
        loops_keep_iterable: true,
        generators_iterate_argument: true,
        slices_in_one_instruction: true,
        stack: StackRules::V3_15,
        ..Self::V3_14
    };
}
