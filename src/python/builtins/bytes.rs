//! bytes: making, methods, and the codecs between text and bytes. Mirrors Objects/bytesobject.c and Python/codecs.c.

use super::str_parts::ROOM_FOR_PARTS;
use super::value::{self, Int};
use super::{args, exceptions, sequence, text};
use crate::heap::{Owned, Ref, types};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::BYTES, new);
    let methods: [(&str, NativeFn); 17] = [
        ("decode", decode_method),
        ("hex", hex),
        ("count", |vm, args| {
            search(vm, args, |own, wanted| {
                Some(
                    own.windows(wanted.len().max(1))
                        .filter(|part| *part == wanted)
                        .count() as i64,
                )
            })
        }),
        ("find", |vm, args| {
            search(vm, args, |own, wanted| {
                Some(find(own, wanted).map_or(-1, |at| at as i64))
            })
        }),
        ("index", |vm, args| {
            search(vm, args, |own, wanted| {
                find(own, wanted).map(|at| at as i64)
            })
        }),
        ("startswith", |vm, args| {
            has_end(vm, args, |own, end| own.starts_with(end))
        }),
        ("endswith", |vm, args| {
            has_end(vm, args, |own, end| own.ends_with(end))
        }),
        ("join", join),
        ("split", split),
        ("replace", replace),
        ("strip", |vm, args| strip(vm, args, true, true)),
        ("lstrip", |vm, args| strip(vm, args, true, false)),
        ("rstrip", |vm, args| strip(vm, args, false, true)),
        ("upper", |vm, args| {
            mapped(vm, args, <[u8]>::to_ascii_uppercase)
        }),
        ("lower", |vm, args| {
            mapped(vm, args, <[u8]>::to_ascii_lowercase)
        }),
        ("isdigit", |vm, args| {
            let own = own_bytes(vm, &args)?;
            Ok(vm.bool(!own.is_empty() && own.iter().all(u8::is_ascii_digit)))
        }),
        ("isalpha", |vm, args| {
            let own = own_bytes(vm, &args)?;
            Ok(vm.bool(!own.is_empty() && own.iter().all(u8::is_ascii_alphabetic)))
        }),
    ];
    for (name, method) in methods {
        vm.add_method(types::BYTES, name, method);
    }
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
    if !super::is_iterable(vm, source) {
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
fn wanted(vm: &mut Vm, argument: Ref) -> PyResult<Vec<u8>> {
    if let Some(bytes) = value::bytes(&vm.heap, argument) {
        return Ok(bytes);
    }
    match value::optional_index(vm, argument)? {
        Some(Int::Small(byte @ 0..=255)) => Ok(vec![byte as u8]),
        Some(_) => vm.value_error("byte must be in range(0, 256)"),
        None => {
            let class = vm.heap.class_name(argument);
            vm.type_error(format!("a bytes-like object is required, not '{class}'"))
        }
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

fn search(vm: &mut Vm, args: Args<'_>, search: fn(&[u8], &[u8]) -> Option<i64>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, argument) = args::receiver_and_one(vm, &args, "bytes.find")?;
    let wanted = wanted(vm, argument)?;
    match search(&own, &wanted) {
        Some(found) => Ok(vm.heap.new_int(found)),
        None => vm.value_error("subsection not found"),
    }
}

fn has_end(vm: &mut Vm, args: Args<'_>, fits: fn(&[u8], &[u8]) -> bool) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, argument) = args::receiver_and_one(vm, &args, "bytes.startswith")?;
    let ends = match vm.heap.tuple(argument).map(<[Ref]>::to_vec) {
        Some(ends) => ends,
        None => vec![argument],
    };
    for end in ends {
        let end = wanted(vm, end)?;
        if fits(&own, &end) {
            return Ok(vm.bool(true));
        }
    }
    Ok(vm.bool(false))
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

fn split(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, rest) = args::receiver_and(vm, &args, "bytes.split", 0, 1)?;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    match rest.first() {
        None | Some(&Ref::NONE) => {
            parts.extend(
                own.split(u8::is_ascii_whitespace)
                    .filter(|part| !part.is_empty())
                    .map(<[u8]>::to_vec),
            );
        }
        Some(&separator) => {
            let separator = wanted(vm, separator)?;
            if separator.is_empty() {
                return vm.value_error("empty separator");
            }
            let mut rest = &own[..];
            while let Some(at) = find(rest, &separator) {
                parts.push(rest[..at].to_vec());
                rest = &rest[at + separator.len()..];
            }
            parts.push(rest.to_vec());
        }
    }
    let items = parts
        .iter()
        .map(|part| vm.heap.new_bytes(part).into_counted())
        .collect();
    Ok(vm.heap.new_grown_list(items, ROOM_FOR_PARTS))
}

fn replace(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, rest) = args::receiver_and(vm, &args, "bytes.replace", 2, 2)?;
    let (old, new) = (wanted(vm, rest[0])?, wanted(vm, rest[1])?);
    let mut replaced = Vec::new();
    let mut left = &own[..];
    while !old.is_empty()
        && let Some(at) = find(left, &old)
    {
        replaced.extend_from_slice(&left[..at]);
        replaced.extend_from_slice(&new);
        left = &left[at + old.len()..];
    }
    replaced.extend_from_slice(left);
    Ok(vm.heap.new_bytes(&replaced))
}

fn strip(vm: &mut Vm, args: Args<'_>, left: bool, right: bool) -> PyResult {
    let own = own_bytes(vm, &args)?;
    let (_, rest) = args::receiver_and(vm, &args, "bytes.strip", 0, 1)?;
    let gone = match rest.first() {
        None | Some(&Ref::NONE) => b" \t\n\r\x0b\x0c".to_vec(),
        Some(&argument) => wanted(vm, argument)?,
    };
    let mut part = &own[..];
    while left && part.first().is_some_and(|byte| gone.contains(byte)) {
        part = &part[1..];
    }
    while right && part.last().is_some_and(|byte| gone.contains(byte)) {
        part = &part[..part.len() - 1];
    }
    Ok(vm.heap.new_bytes(part))
}

fn mapped(vm: &mut Vm, args: Args<'_>, map: fn(&[u8]) -> Vec<u8>) -> PyResult {
    let own = own_bytes(vm, &args)?;
    Ok(vm.heap.new_bytes(&map(&own)))
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
    let [encoding, _errors] = args::named(vm, &rest, "decode", ["encoding", "errors"], 0, 2)?;
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "decode", "'encoding' ")?,
        None => "utf-8".into(),
    };
    decode(vm, &own, &encoding)
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
pub fn decode(vm: &mut Vm, bytes: &[u8], encoding: &str) -> PyResult {
    let codec = codec(vm, encoding)?;
    let decoded = match codec {
        Codec::Utf8 => match std::str::from_utf8(bytes) {
            Ok(decoded) => decoded.to_owned(),
            Err(error) => {
                let at = error.valid_up_to();
                let (end, reason) = match error.error_len() {
                    None => (bytes.len(), "unexpected end of data"),
                    Some(_) if is_start(bytes[at]) => (at + 1, "invalid continuation byte"),
                    Some(_) => (at + 1, "invalid start byte"),
                };
                return decode_error(vm, "utf-8", bytes, at, end, reason);
            }
        },
        Codec::Ascii => {
            if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii()) {
                return decode_error(vm, "ascii", bytes, at, at + 1, "ordinal not in range(128)");
            }
            bytes.iter().map(|&byte| char::from(byte)).collect()
        }
        Codec::Latin1 => bytes.iter().map(|&byte| char::from(byte)).collect(),
    };
    Ok(vm.heap.new_str(&decoded))
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
