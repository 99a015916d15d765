//! Methods of bytes that are those of str: the bytes are made a text of as many characters, the text is asked, and the answer
//! made bytes again. Mirrors Objects/bytesobject.c and Objects/bytes_methods.c.
//!
//! Invariant: a byte that is no ASCII character, or that only a str counts among the white space, becomes a character for
//! private use, which no method takes for a letter, a digit or a space.

use super::str_parts::ROOM_FOR_PARTS;
use super::{args, value};
use crate::heap::{Owned, Ref, types};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// Where the characters for private use begin.
const PRIVATE: u32 = 0xe000;

pub fn install(vm: &mut Vm) {
    let methods: [(&str, NativeFn); 34] = [
        ("capitalize", |vm, args| as_text(vm, args, "capitalize")),
        ("center", |vm, args| as_text(vm, args, "center")),
        ("count", |vm, args| search(vm, args, "count")),
        ("endswith", |vm, args| has_end(vm, args, "endswith")),
        ("expandtabs", |vm, args| as_text(vm, args, "expandtabs")),
        ("find", |vm, args| search(vm, args, "find")),
        ("index", |vm, args| position(vm, args, "find")),
        ("isalnum", |vm, args| as_text(vm, args, "isalnum")),
        ("isalpha", |vm, args| as_text(vm, args, "isalpha")),
        ("isdigit", |vm, args| as_text(vm, args, "isdigit")),
        ("islower", |vm, args| as_text(vm, args, "islower")),
        ("isspace", |vm, args| as_text(vm, args, "isspace")),
        ("istitle", |vm, args| as_text(vm, args, "istitle")),
        ("isupper", |vm, args| as_text(vm, args, "isupper")),
        ("ljust", |vm, args| as_text(vm, args, "ljust")),
        ("lower", |vm, args| as_text(vm, args, "lower")),
        ("lstrip", |vm, args| as_text(vm, args, "lstrip")),
        ("partition", |vm, args| as_text(vm, args, "partition")),
        ("removeprefix", |vm, args| as_text(vm, args, "removeprefix")),
        ("removesuffix", |vm, args| as_text(vm, args, "removesuffix")),
        ("replace", |vm, args| as_text(vm, args, "replace")),
        ("rfind", |vm, args| search(vm, args, "rfind")),
        ("rindex", |vm, args| position(vm, args, "rfind")),
        ("rjust", |vm, args| as_text(vm, args, "rjust")),
        ("rpartition", |vm, args| as_text(vm, args, "rpartition")),
        ("rsplit", |vm, args| split(vm, args, "rsplit")),
        ("rstrip", |vm, args| as_text(vm, args, "rstrip")),
        ("split", |vm, args| split(vm, args, "split")),
        ("startswith", |vm, args| has_end(vm, args, "startswith")),
        ("strip", |vm, args| as_text(vm, args, "strip")),
        ("swapcase", |vm, args| as_text(vm, args, "swapcase")),
        ("title", |vm, args| as_text(vm, args, "title")),
        ("upper", |vm, args| as_text(vm, args, "upper")),
        ("zfill", |vm, args| as_text(vm, args, "zfill")),
    ];
    for (name, method) in methods {
        vm.add_method(types::BYTES, name, method);
    }
}

fn character(byte: u8) -> char {
    match byte {
        0x1c..=0x1f | 0x80.. => {
            char::from_u32(PRIVATE + u32::from(byte)).expect("a character for private use")
        }
        _ => char::from(byte),
    }
}

fn byte(character: char) -> u8 {
    let code = character as u32;
    (if code < PRIVATE { code } else { code - PRIVATE }) as u8
}

fn text_of(vm: &mut Vm, bytes: &[u8]) -> Owned {
    let text: String = bytes.iter().map(|&byte| character(byte)).collect();
    vm.heap.new_str(&text)
}

/// An argument for the method of str: bytes as text, numbers and None as they are.
fn argument(vm: &mut Vm, given: Ref) -> PyResult {
    if let Some(bytes) = value::bytes(&vm.heap, given) {
        return Ok(text_of(vm, &bytes));
    }
    if given == Ref::NONE || value::optional_index(vm, given)?.is_some() {
        return Ok(vm.heap.new_ref(given));
    }
    args::not_bytes_like(vm, given)
}

/// Calls the method of str, and makes bytes of all texts in the answer.
fn as_text(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let receiver = args.positional[0];
    let Some(own) = value::bytes(&vm.heap, receiver) else {
        return args::wrong_receiver(vm, name, receiver);
    };
    let mut positional = vec![text_of(vm, &own)];
    for &given in &args.positional[1..] {
        positional.push(argument(vm, given)?);
    }
    let mut values = Vec::new();
    for &(_, given) in args.keywords {
        values.push(argument(vm, given)?);
    }
    let names = args.keywords.iter().map(|&(name, _)| name);
    let keywords: Vec<(Ref, Ref)> = names.zip(values.iter().map(Owned::get)).collect();
    let given: Vec<Ref> = positional.iter().map(Owned::get).collect();
    let method = vm.get_attribute_text(types::STR, name)?;
    let answer = vm.call(method.get(), &given, &keywords);
    vm.release(method);
    value::release_all(vm, positional);
    value::release_all(vm, values);
    let answer = answer?;
    let made = bytes_in(vm, answer.get());
    vm.release(answer);
    Ok(made)
}

fn bytes_in(vm: &mut Vm, answer: Ref) -> Owned {
    if let Some(text) = value::text(&vm.heap, answer) {
        let bytes: Vec<u8> = text.chars().map(byte).collect();
        return vm.heap.new_bytes(&bytes);
    }
    let parts = match (vm.heap.list(answer), vm.heap.tuple(answer)) {
        (Some(parts), _) | (_, Some(parts)) => parts.to_vec(),
        _ => return vm.heap.new_ref(answer),
    };
    let made: Vec<Ref> = parts
        .into_iter()
        .map(|part| bytes_in(vm, part).into_counted())
        .collect();
    match vm.heap.list(answer) {
        Some(_) => vm.heap.new_list(made),
        None => vm.heap.new_tuple(made),
    }
}

/// The list has room for as many parts as there may be, and for twelve where that is not said.
fn split(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let named = args
        .keywords
        .iter()
        .find(|(name, _)| vm.heap.as_str(*name) == Some("maxsplit"));
    let most = args.positional.get(2).or(named.map(|(_, most)| most));
    let most = most.and_then(|&most| vm.heap.as_i64(most));
    let room = match most.and_then(|most| usize::try_from(most).ok()) {
        Some(most) => most.saturating_add(1).min(ROOM_FOR_PARTS),
        None => ROOM_FOR_PARTS,
    };
    let parts = as_text(vm, args, name)?;
    let items = vm.heap.list(parts.get()).unwrap_or_default().to_vec();
    let items = value::counted(&mut vm.heap, &items);
    vm.release(parts);
    Ok(vm.heap.new_grown_list(items, room))
}

/// What is searched for may be the number of a byte.
fn search(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let mut positional = args.positional.to_vec();
    let mut wanted = None;
    if let Some(given) = positional.get_mut(1)
        && value::bytes(&vm.heap, *given).is_none()
    {
        let bytes = super::bytes::wanted(vm, *given)?;
        let bytes = vm.heap.new_bytes(&bytes);
        *given = bytes.get();
        wanted = Some(bytes);
    }
    let args = Args {
        positional: &positional,
        keywords: args.keywords,
    };
    let found = as_text(vm, args, name);
    if let Some(wanted) = wanted {
        vm.release(wanted);
    }
    found
}

fn position(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let found = search(vm, args, name)?;
    if vm.heap.as_i64(found.get()) == Some(-1) {
        vm.release(found);
        return vm.value_error("subsection not found");
    }
    Ok(found)
}

fn has_end(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let Some(&given) = args.positional.get(1) else {
        return as_text(vm, args, name);
    };
    let ends = match vm.heap.tuple(given) {
        Some(ends) => ends.to_vec(),
        None if value::bytes(&vm.heap, given).is_some() => vec![given],
        None => {
            let class = vm.heap.class_name(given);
            return vm.type_error(format!(
                "{name} first arg must be bytes or a tuple of bytes, not {class}"
            ));
        }
    };
    for end in ends {
        if value::bytes(&vm.heap, end).is_none() {
            return args::not_bytes_like(vm, end);
        }
        let mut positional = args.positional.to_vec();
        positional[1] = end;
        let args = Args {
            positional: &positional,
            keywords: args.keywords,
        };
        let fits = as_text(vm, args, name)?;
        if fits.get() == Ref::TRUE {
            return Ok(fits);
        }
        vm.release(fits);
    }
    Ok(vm.bool(false))
}
