//! tp_basicsize of the built-in types that differ from version to version, as `type.__basicsize__` shows it.
//!
//! A type's own row, or that of its nearest base that has one, goes before the size in the heap's list of types: an
//! exception without a row is as large as BaseException.

/// Columns: 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.15.
const BASIC_SIZES: [(&str, [u32; 8]); 31] = [
    ("type", [880, 880, 888, 904, 920, 928, 936, 944]),
    ("str", [80, 80, 80, 80, 64, 64, 64, 64]),
    ("tuple", [24, 24, 24, 24, 24, 24, 32, 32]),
    ("bool", [32, 32, 32, 32, 24, 24, 24, 24]),
    ("function", [120, 120, 128, 136, 144, 144, 152, 152]),
    ("module", [56, 56, 56, 56, 56, 56, 56, 104]),
    ("code", [176, 176, 176, 184, 192, 200, 208, 208]),
    ("generator", [96, 96, 88, 152, 144, 144, 152, 152]),
    ("property", [56, 56, 64, 64, 64, 64, 64, 64]),
    ("range_iterator", [48, 48, 48, 48, 40, 40, 40, 40]),
    ("enumerate", [48, 48, 48, 56, 56, 56, 56, 56]),
    ("zip", [40, 40, 48, 48, 48, 48, 48, 48]),
    ("map", [32, 32, 32, 32, 32, 32, 40, 40]),
    ("ReferenceType", [56, 56, 56, 64, 64, 64, 64, 64]),
    ("ProxyType", [56, 56, 56, 64, 64, 64, 64, 64]),
    ("CallableProxyType", [56, 56, 56, 64, 64, 64, 64, 64]),
    ("deque", [80, 80, 80, 216, 216, 216, 216, 216]),
    ("bytearray", [56, 56, 56, 56, 56, 56, 56, 64]),
    ("TextIOWrapper", [192, 192, 192, 192, 200, 200, 200, 200]),
    ("BaseException", [64, 64, 64, 72, 72, 72, 72, 72]),
    ("BaseExceptionGroup", [80, 80, 80, 88, 88, 96, 96, 96]),
    ("SystemExit", [72, 72, 72, 80, 80, 80, 80, 80]),
    ("StopIteration", [72, 72, 72, 80, 80, 80, 80, 80]),
    ("AttributeError", [64, 64, 80, 88, 88, 88, 88, 88]),
    ("ImportError", [88, 88, 88, 96, 104, 104, 104, 104]),
    ("NameError", [64, 64, 72, 80, 80, 80, 80, 80]),
    ("OSError", [104, 104, 104, 112, 112, 112, 112, 112]),
    ("SyntaxError", [112, 112, 128, 136, 136, 136, 144, 144]),
    (
        "UnicodeDecodeError",
        [104, 104, 104, 112, 112, 112, 112, 112],
    ),
    (
        "UnicodeEncodeError",
        [104, 104, 104, 112, 112, 112, 112, 112],
    ),
    // What CPython's frames take besides their locals and their stack.
    ("frame", [360, 360, 352, 120, 120, 136, 152, 152]),
];

/// The size of a type's instances on the version of that column, without the collector's header; none where it never
/// changed.
pub(super) fn basic_size(name: &str, column: usize) -> Option<u32> {
    BASIC_SIZES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, sizes)| sizes[column])
}
