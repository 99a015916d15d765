//! Texts of built-in errors that changed between versions. `{}` stands for what the message names, in order.

/// One version's texts.
#[derive(Debug)]
pub struct Texts {
    /// Wrong numbers of arguments name a method with its class: "list.append() takes …" (3.9).
    pub methods_named_with_class: bool,
    /// What a special method should have returned is told with its class: "C.__str__() must return a str, not int" (3.15).
    pub results_name_class: bool,
    /// Truth of what has None as `__bool__`: "'C' cannot be interpreted as a boolean" (3.14).
    pub refused_truth_names_class: bool,
    /// repr() of an ImportError: `ImportError('x', name='y')` (3.15).
    pub import_errors_show_their_module: bool,
    /// iter() of two arguments.
    pub iter_function: &'static str,
    /// What str.maketrans makes.
    pub translate_table: &'static str,
    /// bytes.fromhex tells of a digit that is left over (3.14).
    pub fromhex_counts_digits: bool,
    pub int_floor_division_by_zero: &'static str,
    pub int_modulo_by_zero: &'static str,
    pub int_divmod_by_zero: &'static str,
    pub float_division_by_zero: &'static str,
    pub float_floor_division_by_zero: &'static str,
    pub float_modulo_by_zero: &'static str,
    pub float_divmod_by_zero: &'static str,
    pub zero_to_negative_power: &'static str,
    pub int_argument: &'static str,
    pub float_argument: &'static str,
    pub int_digits: &'static str,
    pub string_index: &'static str,
    pub list_index_missing: &'static str,
    pub range_index_missing: &'static str,
    pub unknown_keyword: &'static str,
    /// Around the text of an unhashable key's own TypeError; empty: nothing is added.
    pub dict_key_unhashable: &'static str,
    pub set_element_unhashable: &'static str,
    pub dict_update_element: &'static str,
    pub not_a_container: &'static str,
    pub integer_required: &'static str,
    pub at_least_one_argument: &'static str,
    pub empty_min_max: &'static str,
    /// Assigning to `__class__` of an instance of a built-in type, or such a type.
    pub class_assignment: &'static str,
    /// `__slots__` with names in a class derived from one whose instances end in items.
    pub slots_beside_items: &'static str,
    pub note_is_no_text: &'static str,
    /// `f(*5)`, `f(**5)`.
    pub starred_argument: &'static str,
    pub double_starred_argument: &'static str,
    pub int_too_many: &'static str,
    /// gc.set_threshold without arguments.
    pub set_threshold_arguments: &'static str,
    /// What the third argument of type() must be.
    pub namespace_of_a_type: &'static str,
    pub isinstance_classes: &'static str,
    pub issubclass_classes: &'static str,
    pub attribute_name: &'static str,
    pub no_attribute_to_set: &'static str,
    pub invalid_format_spec: &'static str,
    pub format_z_of_int: &'static str,
    pub percent_number: &'static str,
    pub percent_integer: &'static str,
    pub percent_float: &'static str,
    pub percent_char: &'static str,
    pub percent_char_string: &'static str,
    pub percent_char_length: &'static str,
    pub percent_star: &'static str,
    pub percent_too_few: &'static str,
    pub percent_too_many: &'static str,
    pub percent_mapping: &'static str,
    pub percent_incomplete: &'static str,
    pub percent_incomplete_key: &'static str,
    pub percent_unsupported: &'static str,
    pub find_argument: &'static str,
    pub find_no_arguments: &'static str,
    pub replace_too_few: &'static str,
    pub str_too_many: &'static str,
    pub slice_index: &'static str,
    pub assign_iterable: &'static str,
    pub unbound_method: &'static str,
    pub weakref_slot: &'static str,
    pub super_argument: &'static str,
    pub super_object: &'static str,
    pub enumerate_no_arguments: &'static str,
    pub exit_function_failed: &'static str,
    /// Of a generic alias that is subscripted again: its repr, and how many arguments were given and wanted.
    pub alias_without_variables: &'static str,
    pub alias_too_many_arguments: &'static str,
    pub alias_too_few_arguments: &'static str,
    pub weakref_call_arguments: &'static str,
    pub weakref_call_keywords: &'static str,
    pub complex: ComplexRules,
    pub pattern_is_no_class: &'static str,
    pub array_typecode: &'static str,
    /// The functions of math name the input that they have no value for (3.14).
    pub math_names_input: bool,
}

/// What complex numbers do and say.
#[derive(Debug)]
pub struct ComplexRules {
    /// `//`, `%` and divmod() of them, and int() and float(), have refusals of their own (up to 3.9).
    pub refuses: bool,
    pub division_by_zero: &'static str,
    pub zero_to_negative_power: &'static str,
    pub first_argument: &'static str,
    pub second_argument: &'static str,
    /// A second argument that is a string; a first one beside a second.
    pub second_is_string: &'static str,
    pub first_is_string: &'static str,
    /// What `__complex__` of a class `{}` gave was a `{}`.
    pub wrong_result: &'static str,
    /// A real operand has no imaginary part, not one of 0 (3.14).
    pub mixes_reals: bool,
    /// complex.__complex__ (3.11).
    pub converts_itself: bool,
}

const COMPLEX_3_8: ComplexRules = ComplexRules {
    refuses: true,
    division_by_zero: "complex division by zero",
    zero_to_negative_power: "0.0 to a negative or complex power",
    first_argument: "complex() first argument must be a string or a number, not '{}'",
    second_argument: "complex() second argument must be a number, not '{}'",
    second_is_string: "complex() second arg can't be a string",
    first_is_string: "complex() can't take second arg if first is a string",
    wrong_result: "__complex__ returned non-complex (type {1})",
    mixes_reals: false,
    converts_itself: false,
};

const COMPLEX_3_10: ComplexRules = ComplexRules {
    refuses: false,
    ..COMPLEX_3_8
};

const COMPLEX_3_11: ComplexRules = ComplexRules {
    converts_itself: true,
    ..COMPLEX_3_10
};

const COMPLEX_3_14: ComplexRules = ComplexRules {
    division_by_zero: "division by zero",
    zero_to_negative_power: "zero to a negative or complex power",
    first_argument: "complex() argument must be a string or a number, not {}",
    second_argument: "complex() argument 'imag' must be a real number, not {}",
    second_is_string: "complex() argument 'imag' must be a real number, not str",
    first_is_string: "complex() argument 'real' must be a real number, not str",
    mixes_reals: true,
    ..COMPLEX_3_11
};

const COMPLEX_3_15: ComplexRules = ComplexRules {
    wrong_result: "{}.__complex__() must return a complex, not {}",
    ..COMPLEX_3_14
};

pub const T3_8: Texts = Texts {
    results_name_class: false,
    refused_truth_names_class: false,
    import_errors_show_their_module: false,
    iter_function: "iter(v, w): v must be callable",
    translate_table: "translate table",
    fromhex_counts_digits: false,
    methods_named_with_class: false,
    int_floor_division_by_zero: "integer division or modulo by zero",
    int_modulo_by_zero: "integer division or modulo by zero",
    int_divmod_by_zero: "integer division or modulo by zero",
    float_division_by_zero: "float division by zero",
    float_floor_division_by_zero: "float divmod()",
    float_modulo_by_zero: "float modulo",
    float_divmod_by_zero: "float divmod()",
    zero_to_negative_power: "0.0 cannot be raised to a negative power",
    int_argument: "int() argument must be a string, a bytes-like object or a number, not '{}'",
    float_argument: "float() argument must be a string or a number, not '{}'",
    int_digits: "Exceeds the limit (4300) for integer string conversion{}; use sys.set_int_max_str_digits() to increase the limit",
    string_index: "string indices must be integers",
    range_index_missing: "{} is not in range",
    list_index_missing: "{} is not in list",
    unknown_keyword: "'{1}' is an invalid keyword argument for {0}()",
    dict_key_unhashable: "",
    set_element_unhashable: "",
    dict_update_element: "cannot convert dictionary update sequence element #{} to a sequence",
    not_a_container: "argument of type '{}' is not iterable",
    integer_required: "an integer is required (got type {})",
    at_least_one_argument: "{} expected 1 argument, got 0",
    empty_min_max: "{}() arg is an empty sequence",
    class_assignment: "__class__ assignment only supported for heap types or ModuleType subclasses",
    slots_beside_items: "nonempty __slots__ not supported for subtype of '{}'",
    starred_argument: "{} argument after * must be an iterable, not {}",
    double_starred_argument: "{} argument after ** must be a mapping, not {}",
    int_too_many: "int() takes at most 2 arguments ({} given)",
    note_is_no_text: "note must be a str, not '{}'",
    set_threshold_arguments: "set_threshold() takes at least 1 argument (0 given)",
    namespace_of_a_type: "dict",
    isinstance_classes: "isinstance() arg 2 must be a type or tuple of types",
    issubclass_classes: "issubclass() arg 2 must be a class or tuple of classes",
    attribute_name: "{}(): attribute name must be string",
    no_attribute_to_set: "'{}' object has no attribute '{}'",
    invalid_format_spec: "Invalid format specifier",
    format_z_of_int: "Unknown format code 'z' for object of type 'int'",
    percent_number: "%{} format: a number is required, not {}",
    percent_integer: "%{} format: an integer is required, not {}",
    percent_float: "must be real number, not {}",
    percent_char: "%c requires int or char",
    percent_char_string: "%c requires int or char",
    percent_char_length: "%c requires int or char",
    percent_star: "* wants int",
    percent_too_few: "not enough arguments for format string",
    percent_too_many: "not all arguments converted during string formatting",
    percent_mapping: "format requires a mapping",
    percent_incomplete: "incomplete format",
    percent_incomplete_key: "incomplete format key",
    percent_unsupported: "unsupported format character '{}' (0x{}) at index {}",
    find_argument: "must be str, not {1}",
    find_no_arguments: "{}() takes at least 1 argument (0 given)",
    replace_too_few: "replace expected at least 2 arguments, got {}",
    str_too_many: "str() takes at most 3 arguments ({} given)",
    slice_index: "slice indices must be integers or None or have an __index__ method",
    assign_iterable: "can only assign an iterable",
    weakref_slot: "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
    unbound_method: "descriptor '{1}' of '{0}' object needs an argument",
    super_argument: "super() argument 1 must be type, not {}",
    super_object: "super(type, obj): obj must be an instance or subtype of type",
    enumerate_no_arguments: "enumerate() missing required argument 'iterable' (pos 1)",
    exit_function_failed: "Error in atexit._run_exitfuncs:",
    alias_without_variables: "There are no type variables left in {}",
    alias_too_many_arguments: "Too many arguments for {}",
    alias_too_few_arguments: "Too few arguments for {}",
    weakref_call_arguments: "__call__() takes at most 0 arguments ({} given)",
    weakref_call_keywords: "__call__() takes at most 0 keyword arguments (1 given)",
    complex: COMPLEX_3_8,
    pattern_is_no_class: "called match pattern must be a type",
    math_names_input: false,
    array_typecode: "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)",
};

pub const T3_9: Texts = Texts {
    methods_named_with_class: true,
    float_floor_division_by_zero: "float floor division by zero",
    at_least_one_argument: "{} expected at least 1 argument, got 0",
    unbound_method: "unbound method {}.{}() needs an argument",
    ..T3_8
};

pub const T3_10: Texts = Texts {
    class_assignment: "__class__ assignment only supported for mutable types or ModuleType subclasses",
    complex: COMPLEX_3_10,
    exit_function_failed: "Exception ignored in atexit callback: {}",
    int_argument: "int() argument must be a string, a bytes-like object or a real number, not '{}'",
    float_argument: "float() argument must be a string or a real number, not '{}'",
    integer_required: "'{}' object cannot be interpreted as an integer",
    isinstance_classes: "isinstance() arg 2 must be a type, a tuple of types, or a union",
    issubclass_classes: "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    percent_number: "%{} format: a real number is required, not {}",
    ..T3_9
};

pub const T3_11: Texts = Texts {
    alias_without_variables: "{} is not a generic class",
    alias_too_many_arguments: "Too many arguments for {}; actual {}, expected {}",
    alias_too_few_arguments: "Too few arguments for {}; actual {}, expected {}",
    complex: COMPLEX_3_11,
    weakref_call_arguments: "weakref expected 0 arguments, got {}",
    weakref_call_keywords: "weakref() takes no keyword arguments",
    int_modulo_by_zero: "integer modulo by zero",
    int_digits: "Exceeds the limit (4300 digits) for integer string conversion{}; use sys.set_int_max_str_digits() to increase the limit",
    string_index: "string indices must be integers, not '{}'",
    attribute_name: "attribute name must be string, not '{1}'",
    invalid_format_spec: "Invalid format specifier '{}' for object of type '{}'",
    format_z_of_int: "Negative zero coercion (z) not allowed in integer format specifier",
    super_argument: "super() argument 1 must be a type, not {}",
    enumerate_no_arguments: "enumerate() missing required argument 'iterable'",
    ..T3_10
};

pub const T3_12: Texts = Texts {
    iter_function: "iter(object, sentinel): object must be callable",
    empty_min_max: "{}() iterable argument is empty",
    pattern_is_no_class: "called match pattern must be a class",
    weakref_slot: "__weakref__ slot disallowed: we already got one",
    ..T3_11
};

pub const T3_13: Texts = Texts {
    iter_function: "iter(v, w): v must be callable",
    int_too_many: "int expected at most 2 arguments, got {}",
    set_threshold_arguments: "gc.set_threshold requires 1 to 3 arguments",
    alias_too_few_arguments: "Too few arguments for {}; actual {}, expected at least {}",
    float_modulo_by_zero: "float modulo by zero",
    array_typecode: "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)",
    exit_function_failed: "Exception ignored in atexit callback {}:",
    unknown_keyword: "{}() got an unexpected keyword argument '{}'",
    no_attribute_to_set: "'{}' object has no attribute '{}' and no __dict__ for setting new attributes",
    find_argument: "{}() argument 1 must be str, not {}",
    find_no_arguments: "{} expected at least 1 argument, got 0",
    replace_too_few: "replace() takes at least 2 positional arguments ({} given)",
    str_too_many: "str expected at most 3 arguments, got {}",
    assign_iterable: "must assign iterable to extended slice",
    super_object: "super(type, obj): obj ({}) is not an instance or subtype of type ({}).",
    ..T3_12
};

pub const T3_14: Texts = Texts {
    refused_truth_names_class: true,
    translate_table: "translatetable",
    fromhex_counts_digits: true,
    note_is_no_text: "add_note() argument must be str, not {}",
    complex: COMPLEX_3_14,
    math_names_input: true,
    int_floor_division_by_zero: "division by zero",
    int_modulo_by_zero: "division by zero",
    int_divmod_by_zero: "division by zero",
    float_division_by_zero: "division by zero",
    float_floor_division_by_zero: "division by zero",
    float_modulo_by_zero: "division by zero",
    float_divmod_by_zero: "division by zero",
    zero_to_negative_power: "zero to a negative power",
    range_index_missing: "range.index(x): x not in range",
    list_index_missing: "list.index(x): x not in list",
    dict_key_unhashable: "cannot use '{}' as a dict key ({})",
    set_element_unhashable: "cannot use '{}' as a set element ({})",
    dict_update_element: "object is not iterable",
    not_a_container: "argument of type '{}' is not a container or iterable",
    percent_char: "%c requires an int or a unicode character, not {}",
    percent_char_string: "%c requires an int or a unicode character, not a string of length {}",
    percent_char_length: "%c requires an int or a unicode character, not a string of length {}",
    ..T3_13
};

pub const T3_15: Texts = Texts {
    import_errors_show_their_module: true,
    results_name_class: true,
    complex: COMPLEX_3_15,
    array_typecode: "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd)",
    pattern_is_no_class: "class pattern must refer to a class",
    percent_number: "format argument: %{} requires a real number, not {}",
    percent_integer: "format argument: %{} requires an integer, not {}",
    percent_float: "format argument: %{1} requires a real number, not {0}",
    percent_char: "format argument: %c requires an integer or a unicode character, not {}",
    percent_char_string: "format argument: %c requires an integer or a unicode character, not a string of length {}",
    percent_char_length: "format argument: %c requires an integer or a unicode character, not a string of length {}",
    percent_star: "format argument {1}: * requires int, not {0}",
    percent_too_few: "not enough arguments for format string (got {})",
    percent_too_many: "not all arguments converted during string formatting (required {}, got {})",
    percent_mapping: "format requires a mapping, not {}",
    percent_incomplete: "stray % at position {}",
    percent_incomplete_key: "stray % or incomplete format key at position {}",
    percent_unsupported: "unsupported format %{0} at position {3}",
    slots_beside_items: "arbitrary __slots__ not supported for subtype of '{}'",
    starred_argument: "Value after * must be an iterable, not {1}",
    double_starred_argument: "Value after ** must be a mapping, not {1}",
    namespace_of_a_type: "dict or frozendict",
    slice_index: "slice indices must be integers or have an __index__ method",
    ..T3_14
};

/// The template with its `{}` (in order) and `{0}`, `{1}` … replaced.
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    let mut next = 0;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        let close = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        let index = rest[open + 1..close].parse().unwrap_or_else(|_| {
            next += 1;
            next - 1
        });
        filled.push_str(parts.get(index).copied().unwrap_or(""));
        rest = rest.get(close + 1..).unwrap_or("");
    }
    filled.push_str(rest);
    filled
}
