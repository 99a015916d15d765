//! bytes: making, methods, and the codecs between text and bytes. Mirrors Objects/bytesobject.c and Python/codecs.c.

use super::value::{self, Int};
use super::{args, bytes_as_text, exceptions, sequence, text};
use crate::heap::{Owned, Ref, types};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::BYTES, new);
    let methods: [(&str, NativeFn); 5] = [
        ("decode", decode_method),
        ("hex", hex),
        ("join", join),
        ("splitlines", splitlines),
        ("translate", translate),
    ];
    for (name, method) in methods {
        vm.add_method(types::BYTES, name, method);
    }
    bytes_as_text::install(vm);
    vm.add_class_method(types::BYTES, "maketrans", maketrans);
    vm.add_class_method(types::BYTES, "fromhex", fromhex);
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::BYTES)?;
    let [source, encoding, errors] =
        args::named(vm, &args, "bytes", ["source", "encoding", "errors"], 0, 3)?;
    let made = match (source, encoding) {
        (None, _) => vm.heap.new_bytes(&[]),
        (Some(source), Some(encoding)) => {
            let Some(own) = value::text(&vm.heap, source) else {
                return vm.type_error("encoding without a string argument");
            };
            let encoding = args::text(vm, encoding, "bytes", "'encoding' ")?;
            let errors = match errors {
                Some(errors) => args::text(vm, errors, "bytes", "'errors' ")?,
                None => "strict".into(),
            };
            let bytes = encode(vm, source, &own, &encoding, &errors)?;
            vm.heap.new_bytes(&bytes)
        }
        (Some(source), None) if vm.heap.class_of(source) == types::BYTES => vm.heap.new_ref(source),
        (Some(source), None) => match vm.call_special(source, "__bytes__", &[])? {
            Some(result) => return checked_result(vm, result),
            None => {
                let bytes = from_argument(vm, source)?;
                vm.heap.new_bytes(&bytes)
            }
        },
    };
    Ok(value::atom_of_class(vm, class, made))
}

/// What a `__bytes__` gave.
fn checked_result(vm: &mut Vm, result: Owned) -> PyResult {
    if vm
        .heap
        .as_bytes(value::plain(&vm.heap, result.get()))
        .is_some()
    {
        return Ok(result);
    }
    let class = vm.heap.class_name(result.get());
    vm.release(result);
    vm.type_error(format!("__bytes__ returned non-bytes (type {class})"))
}

fn from_argument(vm: &mut Vm, source: Ref) -> PyResult<Vec<u8>> {
    if value::text(&vm.heap, source).is_some() {
        return vm.type_error("string argument without an encoding");
    }
    if let Some(n) = value::optional_index(vm, source)? {
        return match n {
            n if n.is_negative() => vm.value_error("negative count"),
            Int::Small(n) => Ok(vec![0; sequence::check_length(vm, n as u128)?]),
            Int::Big(_) => vm.raise(
                types::OVERFLOW_ERROR,
                "cannot fit 'int' into an index-sized integer",
            ),
        };
    }
    from_object(vm, source)
}

/// The bytes of a bytes object, or of an iterable of ints.
pub fn from_object(vm: &mut Vm, source: Ref) -> PyResult<Vec<u8>> {
    if let Some(bytes) = value::bytes(&vm.heap, source) {
        return Ok(bytes);
    }
    if value::text(&vm.heap, source).is_some() || !super::is_iterable(vm, source) {
        let class = vm.heap.class_name(source);
        return vm.type_error(format!("cannot convert '{class}' object to bytes"));
    }
    let items = vm.collect_iterable(source)?;
    let mut bytes = Vec::with_capacity(items.len());
    for item in &items {
        match value::index(vm, item.get())? {
            Int::Small(byte @ 0..=255) => bytes.push(byte as u8),
            _ => return vm.value_error("bytes must be in range(0, 256)"),
        }
    }
    value::release_all(vm, items);
    Ok(bytes)
}

fn own_bytes(vm: &mut Vm, args: &Args<'_>) -> PyResult<Vec<u8>> {
    let receiver = args.positional.first().copied().unwrap_or(Ref::NONE);
    match value::bytes(&vm.heap, receiver) {
        Some(bytes) => Ok(bytes),
        None => args::wrong_receiver(vm, "bytes.decode", receiver),
    }
}

/// A bytes argument, or the byte that an int stands for.
pub(super) fn wanted(vm: &mut Vm, argument: Ref) -> PyResult<Vec<u8>> {
    if let Some(bytes) = value::bytes(&vm.heap, argument) {
        return Ok(bytes);
    }
    match value::optional_index(vm, argument)? {
        Some(Int::Small(byte @ 0..=255)) => Ok(vec![byte as u8]),
        Some(_) => vm.value_error("byte must be in range(0, 256)"),
        None => args::not_bytes_like(vm, argument),
    }
}

fn find(own: &[u8], wanted: &[u8]) -> Option<usize> {
    if wanted.is_empty() {
        return Some(0);
    }
    own.windows(wanted.len()).position(|part| part == wanted)
}

pub fn contains(vm: &mut Vm, own: &[u8], item: Ref) -> PyResult<bool> {
    let wanted = wanted(vm, item)?;
    Ok(find(own, &wanted).is_some())
}

fn join(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, argument) = args::receiver_and_one(vm, &args, "bytes.join")?;
    let items = vm.collect_iterable(argument)?;
    let mut parts = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match value::bytes(&vm.heap, item.get()) {
            Some(part) => parts.push(part),
            None => {
                let class = vm.heap.class_name(item.get());
                return vm.type_error(format!(
                    "sequence item {index}: expected a bytes-like object, {class} found"
                ));
            }
        }
    }
    value::release_all(vm, items);
    Ok(vm.heap.new_bytes(&parts.join(&own[..])))
}

fn splitlines(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [keeps] = args::named(vm, &rest, "splitlines", ["keepends"], 0, 1)?;
    let keeps = match keeps {
        Some(keeps) => vm.truth(keeps)?,
        None => false,
    };
    let mut lines = Vec::new();
    let mut rest = &own[..];
    while !rest.is_empty() {
        let at = rest.iter().position(|byte| b"\r\n".contains(byte));
        let length = at.unwrap_or(rest.len());
        let end = match at {
            None => length,
            Some(at) if rest[at..].starts_with(b"\r\n") => at + 2,
            Some(at) => at + 1,
        };
        let line = &rest[..if keeps { end } else { length }];
        lines.push(vm.heap.new_bytes(line).into_counted());
        rest = &rest[end..];
    }
    Ok(vm.heap.new_grown_list(lines, 0))
}

fn translate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [table, gone] = args::named(vm, &rest, "translate", ["", "delete"], 1, 2)?;
    let table = table.unwrap_or(Ref::NONE);
    let table = match table {
        Ref::NONE => None,
        table => Some(args::bytes_like(vm, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return vm.value_error("translation table must be 256 characters long");
    }
    let gone = match gone {
        Some(gone) => args::bytes_like(vm, gone)?,
        None => Vec::new(),
    };
    let kept = own.iter().filter(|byte| !gone.contains(byte));
    let changed: Vec<u8> = kept
        .map(|&byte| {
            table
                .as_ref()
                .map_or(byte, |table| table[usize::from(byte)])
        })
        .collect();
    Ok(vm.heap.new_bytes(&changed))
}

fn maketrans(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, rest) = args::receiver_and(vm, &args, "maketrans", 2, 2)?;
    let (from, to) = (
        args::bytes_like(vm, rest[0])?,
        args::bytes_like(vm, rest[1])?,
    );
    if from.len() != to.len() {
        return vm.value_error("maketrans arguments must have same length");
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(vm.heap.new_bytes(&table))
}

fn hex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, rest) = args::receiver_and(vm, &args, "bytes.hex", 0, 1)?;
    let separator = match rest.first() {
        Some(&separator) => args::text(vm, separator, "hex", "")?,
        None => "".into(),
    };
    let digits: Vec<String> = own.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(vm.heap.new_str(&digits.join(&separator)))
}

fn fromhex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, argument) = args::receiver_and_one(vm, &args, "bytes.fromhex")?;
    let digits: Vec<char> = args::text(vm, argument, "fromhex", "")?
        .chars()
        .filter(|c| !text::is_space(*c))
        .collect();
    let mut bytes = Vec::new();
    for (at, pair) in digits.chunks(2).enumerate() {
        let value = pair
            .iter()
            .try_fold(0, |value, c| Some(value * 16 + c.to_digit(16)?));
        match (value, pair.len()) {
            (Some(value), 2) => bytes.push(value as u8),
            (Some(_), _) if vm.heap.profile.texts.fromhex_counts_digits => {
                let text = "fromhex() arg must contain an even number of hexadecimal digits";
                return vm.value_error(text);
            }
            _ => {
                return vm.value_error(format!(
                    "non-hexadecimal number found in fromhex() arg at position {}",
                    at * 2
                        + pair
                            .iter()
                            .position(|c| !c.is_ascii_hexdigit())
                            .unwrap_or(1)
                ));
            }
        }
    }
    Ok(vm.heap.new_bytes(&bytes))
}

fn decode_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [encoding, errors] = args::named(vm, &rest, "decode", ["encoding", "errors"], 0, 2)?;
    let errors = match errors {
        Some(errors) => args::text(vm, errors, "decode", "'errors' ")?,
        None => "strict".into(),
    };
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "decode", "'encoding' ")?,
        None => "utf-8".into(),
    };
    decode(vm, &own, &encoding, &errors)
}

/// The codecs that there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codec {
    Utf8,
    Ascii,
    Latin1,
}

fn codec(vm: &mut Vm, name: &str) -> PyResult<Codec> {
    match &*name.to_ascii_lowercase().replace(['-', ' '], "_") {
        "utf_8" | "utf8" | "u8" => Ok(Codec::Utf8),
        "ascii" | "us_ascii" => Ok(Codec::Ascii),
        "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "l1" => Ok(Codec::Latin1),
        _ => vm.raise(types::LOOKUP_ERROR, format!("unknown encoding: {name}")),
    }
}

/// bytes.decode: a str.
pub fn decode(vm: &mut Vm, bytes: &[u8], encoding: &str, errors: &str) -> PyResult {
    let codec = codec(vm, encoding)?;
    let mut decoded = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(bad) = decode_up_to_bad(codec, bytes, at, &mut decoded) {
        match errors {
            "ignore" => {}
            "replace" => decoded.push(char::REPLACEMENT_CHARACTER),
            "backslashreplace" => {
                decoded.extend(
                    bytes[bad.start..bad.next]
                        .iter()
                        .map(|byte| format!("\\x{byte:02x}")),
                );
            }
            "strict" => {
                return decode_error(vm, bad.codec, bytes, bad.start, bad.end, bad.reason);
            }
            _ => return unknown_handler(vm, errors),
        }
        at = bad.next;
    }
    Ok(vm.heap.new_str(&decoded))
}

/// Bytes that are no character.
struct Bad {
    codec: &'static str,
    reason: &'static str,
    start: usize,
    /// Where the error says that they end.
    end: usize,
    /// Where the next character may begin.
    next: usize,
}

fn decode_up_to_bad(codec: Codec, bytes: &[u8], at: usize, decoded: &mut String) -> Option<Bad> {
    let rest = &bytes[at..];
    if codec != Codec::Utf8 {
        let is_good = |byte: &u8| codec == Codec::Latin1 || byte.is_ascii();
        let n = rest.iter().position(|byte| !is_good(byte));
        decoded.extend(
            rest[..n.unwrap_or(rest.len())]
                .iter()
                .copied()
                .map(char::from),
        );
        return n.map(|n| Bad {
            codec: "ascii",
            reason: "ordinal not in range(128)",
            start: at + n,
            end: at + n + 1,
            next: at + n + 1,
        });
    }
    let error = match std::str::from_utf8(rest) {
        Ok(text) => {
            decoded.push_str(text);
            return None;
        }
        Err(error) => error,
    };
    let start = at + error.valid_up_to();
    decoded.push_str(std::str::from_utf8(&bytes[at..start]).unwrap_or_default());
    let (end, reason) = match error.error_len() {
        None => (bytes.len(), "unexpected end of data"),
        Some(_) if is_start(bytes[start]) => (start + 1, "invalid continuation byte"),
        Some(_) => (start + 1, "invalid start byte"),
    };
    Some(Bad {
        codec: "utf-8",
        reason,
        start,
        end,
        next: error.error_len().map_or(bytes.len(), |n| start + n),
    })
}

fn unknown_handler<T>(vm: &mut Vm, errors: &str) -> PyResult<T> {
    let text = format!("unknown error handler name '{errors}'");
    vm.raise(types::LOOKUP_ERROR, text)
}

fn is_start(byte: u8) -> bool {
    (0xc2..=0xf4).contains(&byte)
}

fn decode_error<T>(
    vm: &mut Vm,
    encoding: &str,
    bytes: &[u8],
    start: usize,
    end: usize,
    reason: &str,
) -> PyResult<T> {
    let object = vm.heap.new_bytes(bytes);
    unicode_error(
        vm,
        types::UNICODE_DECODE_ERROR,
        encoding,
        object,
        start,
        end,
        reason,
    )
}

fn unicode_error<T>(
    vm: &mut Vm,
    class: Ref,
    encoding: &str,
    object: Owned,
    start: usize,
    end: usize,
    reason: &str,
) -> PyResult<T> {
    let encoding = vm.heap.new_str(encoding);
    let start = vm.heap.new_int(start as i64);
    let end = vm.heap.new_int(end as i64);
    let reason = vm.heap.new_str(reason);
    exceptions::raise_with(vm, class, vec![encoding, object, start, end, reason])
}

/// str.encode: the bytes.
pub fn encode(
    vm: &mut Vm,
    object: Ref,
    own: &str,
    encoding: &str,
    errors: &str,
) -> PyResult<Vec<u8>> {
    let (limit, name, range) = match codec(vm, encoding)? {
        Codec::Utf8 => return Ok(own.as_bytes().to_vec()),
        Codec::Ascii => (0x80, "ascii", "ordinal not in range(128)"),
        Codec::Latin1 => (0x100, "latin-1", "ordinal not in range(256)"),
    };
    let mut bytes = Vec::with_capacity(own.len());
    for (at, c) in own.chars().enumerate() {
        let code = c as u32;
        if code < limit {
            bytes.push(code as u8);
            continue;
        }
        match errors {
            "ignore" => {}
            "replace" => bytes.push(b'?'),
            "backslashreplace" => bytes.extend(text::escape(c).bytes()),
            "xmlcharrefreplace" => bytes.extend(format!("&#{code};").bytes()),
            errors if errors != "strict" => return unknown_handler(vm, errors),
            _ => {
                let n_bad = own
                    .chars()
                    .skip(at)
                    .take_while(|&c| c as u32 >= limit)
                    .count();
                let object = vm.heap.new_ref(object);
                let class = types::UNICODE_ENCODE_ERROR;
                return unicode_error(vm, class, name, object, at, at + n_bad, range);
            }
        }
    }
    Ok(bytes)
}
