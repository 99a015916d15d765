//! str: making and searching, splitting and joining. Changes of case and the tests of characters stand in `str_case`,
//! formatting in `str_format` and `percent`. Mirrors Objects/unicodeobject.c.

use std::rc::Rc;

use super::value;
use super::{args, text};
use crate::heap::{Owned, Ref, types};
use crate::profile::texts::fill;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::STR, new);
    let methods: [(&str, NativeFn); 29] = [
        ("count", count),
        ("find", |vm, args| find(vm, args, "find", Side::Left)),
        ("rfind", |vm, args| find(vm, args, "rfind", Side::Right)),
        ("index", |vm, args| find(vm, args, "index", Side::Left)),
        ("rindex", |vm, args| find(vm, args, "rindex", Side::Right)),
        ("startswith", |vm, args| has_end(vm, args, "startswith")),
        ("endswith", |vm, args| has_end(vm, args, "endswith")),
        ("strip", |vm, args| strip(vm, args, "strip")),
        ("lstrip", |vm, args| strip(vm, args, "lstrip")),
        ("rstrip", |vm, args| strip(vm, args, "rstrip")),
        ("split", |vm, args| split(vm, args, Side::Left)),
        ("rsplit", |vm, args| split(vm, args, Side::Right)),
        ("splitlines", splitlines),
        ("partition", |vm, args| partition(vm, args, Side::Left)),
        ("rpartition", |vm, args| partition(vm, args, Side::Right)),
        ("replace", replace),
        ("join", join),
        ("removeprefix", |vm, args| remove_end(vm, args, Side::Left)),
        ("removesuffix", |vm, args| remove_end(vm, args, Side::Right)),
        ("center", |vm, args| justify(vm, args, "center")),
        ("ljust", |vm, args| justify(vm, args, "ljust")),
        ("rjust", |vm, args| justify(vm, args, "rjust")),
        ("zfill", zfill),
        ("expandtabs", expandtabs),
        ("encode", encode),
        ("translate", translate),
        ("format", super::str_format::format),
        ("format_map", super::str_format::format_map),
        ("__getnewargs__", |vm, args| {
            let text = own_text(vm, &args, "str.__getnewargs__")?.1;
            let copy = vm.heap.new_str(&text).into_counted();
            Ok(vm.heap.new_tuple(vec![copy]))
        }),
    ];
    for (name, method) in methods {
        vm.add_method(types::STR, name, method);
    }
    vm.add_class_method(types::STR, "maketrans", maketrans);
    super::str_case::install(vm);
}

/// From which end a method works.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::STR)?;
    let made = match (args.positional, args.keywords) {
        ([], []) => vm.heap.new_str(""),
        (&[argument], []) => to_str(vm, argument)?,
        _ => decode_arguments(vm, &args)?,
    };
    Ok(value::atom_of_class(vm, class, made))
}

/// str(object): the object itself when it is an exact str.
pub fn to_str(vm: &mut Vm, object: Ref) -> PyResult {
    if vm.heap.class_of(object) == types::STR {
        return Ok(vm.heap.new_ref(object));
    }
    let text = vm.str(object)?;
    Ok(vm.heap.new_str(&text))
}

fn decode_arguments(vm: &mut Vm, args: &Args<'_>) -> PyResult {
    if args.positional.len() > 3 {
        let given = args.positional.len().to_string();
        let message = fill(vm.heap.profile.texts.str_too_many, &[&given]);
        return vm.type_error(message);
    }
    let [object, encoding, _errors] =
        args::named(vm, args, "str", ["object", "encoding", "errors"], 0, 3)?;
    let Some(object) = object else {
        return Ok(vm.heap.new_str(""));
    };
    if encoding.is_none() && args.positional.len() < 2 && args.keywords.len() < 2 {
        return to_str(vm, object);
    }
    let Some(bytes) = value::bytes(&vm.heap, object) else {
        if value::text(&vm.heap, object).is_some() {
            return vm.type_error("decoding str is not supported");
        }
        let class = vm.heap.class_name(object);
        return vm.type_error(format!(
            "decoding to str: need a bytes-like object, {class} found"
        ));
    };
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "str", "'encoding' ")?,
        None => Rc::from("utf-8"),
    };
    super::bytes::decode(vm, &bytes, &encoding)
}

/// Receiver and its text, for a method.
pub fn own_text(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<(Ref, Rc<str>)> {
    let receiver = args.positional.first().copied().unwrap_or(Ref::NONE);
    match value::text(&vm.heap, receiver) {
        Some(text) => Ok((receiver, text)),
        None => args::wrong_receiver(vm, name, receiver),
    }
}

/// The text as a str: the receiver itself when nothing changed and it is an exact str.
pub fn same_or_new(vm: &mut Vm, receiver: Ref, before: &str, after: &str) -> Owned {
    if before.len() == after.len() && vm.heap.class_of(receiver) == types::STR && before == after {
        return vm.heap.new_ref(receiver);
    }
    vm.heap.new_str(after)
}

/// start and end arguments, as slices take them, in code points.
pub fn bounds(vm: &mut Vm, rest: &[Ref], length: usize) -> PyResult<(usize, usize, bool)> {
    let mut found = [0, length as i64];
    for (slot, &argument) in found.iter_mut().zip(rest) {
        if argument != Ref::NONE {
            *slot = match value::optional_index(vm, argument)? {
                Some(index) => index.clamped(),
                None => {
                    let message = vm.heap.profile.texts.slice_index;
                    return vm.type_error(message);
                }
            };
        }
    }
    let adjust = |index: i64| {
        if index < 0 {
            (index + length as i64).max(0)
        } else {
            index
        }
    };
    let start = adjust(found[0]);
    let end = adjust(found[1]).min(length as i64);
    let is_empty_beyond = start > end;
    Ok((
        (start.min(length as i64)) as usize,
        end.max(start.min(length as i64)) as usize,
        is_empty_beyond,
    ))
}

/// What find and its kind look for, and where.
struct Search {
    own: Rc<str>,
    wanted: Rc<str>,
    start: usize,
    end: usize,
    /// The start lies beyond the end: even the empty text is not found.
    beyond: bool,
}

impl Search {
    fn part(&self) -> &str {
        text::part(&self.own, self.start, self.end)
    }
}

fn search_arguments(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<Search> {
    let (_, own) = own_text(vm, args, name)?;
    args::no_keywords(vm, args, name)?;
    let rest = &args.positional[1..];
    let short = name.rsplit('.').next().unwrap_or(name);
    if rest.is_empty() {
        let message = fill(vm.heap.profile.texts.find_no_arguments, &[short]);
        return vm.type_error(message);
    }
    args::check_count(vm, short, rest.len(), 1, 3)?;
    let Some(wanted) = value::text(&vm.heap, rest[0]) else {
        let class = vm.heap.class_name(rest[0]);
        let message = fill(vm.heap.profile.texts.find_argument, &[short, &class]);
        return vm.type_error(message);
    };
    let (start, end, beyond) = bounds(vm, &rest[1..], own.chars().count())?;
    Ok(Search {
        own,
        wanted,
        start,
        end,
        beyond,
    })
}

fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let search = search_arguments(vm, &args, "str.count")?;
    let n = match search.part() {
        _ if search.beyond => 0,
        part if search.wanted.is_empty() => part.chars().count() + 1,
        part => part.matches(&*search.wanted).count(),
    };
    Ok(vm.heap.new_int(n as i64))
}

fn find(vm: &mut Vm, args: Args<'_>, name: &str, side: Side) -> PyResult {
    let search = search_arguments(vm, &args, &format!("str.{name}"))?;
    let (part, start) = (search.part(), search.start);
    let at = match side {
        _ if search.beyond => None,
        Side::Left => part.find(&*search.wanted),
        Side::Right => part.rfind(&*search.wanted),
    };
    match at {
        Some(at) => {
            let index = start + text::index_of_offset(part, at);
            Ok(vm.heap.new_int(index as i64))
        }
        None if name.ends_with("index") => vm.value_error("substring not found"),
        None => Ok(vm.heap.new_int(-1)),
    }
}

fn has_end(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let (_, own) = own_text(vm, &args, name)?;
    let (_, rest) = args::receiver_and(vm, &args, &format!("str.{name}"), 1, 3)?;
    let (start, end, beyond) = bounds(vm, &rest[1..], own.chars().count())?;
    let part = text::part(&own, start, end);
    let fits = |wanted: &str| {
        !beyond
            && if name == "startswith" {
                part.starts_with(wanted)
            } else {
                part.ends_with(wanted)
            }
    };
    if let Some(wanted) = value::text(&vm.heap, rest[0]) {
        return Ok(vm.bool(fits(&wanted)));
    }
    let Some(all) = vm.heap.tuple(rest[0]).map(<[Ref]>::to_vec) else {
        let class = vm.heap.class_name(rest[0]);
        return vm.type_error(format!(
            "{name} first arg must be str or a tuple of str, not {class}"
        ));
    };
    for wanted in all {
        let Some(wanted) = value::text(&vm.heap, wanted) else {
            let class = vm.heap.class_name(wanted);
            return vm.type_error(format!(
                "tuple for {name} must only contain str, not {class}"
            ));
        };
        if fits(&wanted) {
            return Ok(vm.bool(true));
        }
    }
    Ok(vm.bool(false))
}

fn strip(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, rest) = args::receiver_and(vm, &args, &format!("str.{name}"), 0, 1)?;
    let wanted = match rest.first() {
        None | Some(&Ref::NONE) => None,
        Some(&argument) => match value::text(&vm.heap, argument) {
            Some(wanted) => Some(wanted),
            None => return vm.type_error(format!("{name} arg must be None or str")),
        },
    };
    let goes = |c: char| match &wanted {
        Some(wanted) => wanted.contains(c),
        None => text::is_space(c),
    };
    let mut stripped = &*own;
    if name != "rstrip" {
        stripped = stripped.trim_start_matches(goes);
    }
    if name != "lstrip" {
        stripped = stripped.trim_end_matches(goes);
    }
    Ok(same_or_new(vm, receiver, &own, stripped))
}

/// A list of strs.
fn list_of(vm: &mut Vm, parts: &[&str]) -> Owned {
    let items = parts
        .iter()
        .map(|part| vm.heap.new_str(part).into_counted())
        .collect();
    vm.heap.new_list(items)
}

fn split(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
    let (_, own) = own_text(vm, &args, "str.split")?;
    let name = if side == Side::Left {
        "split"
    } else {
        "rsplit"
    };
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [separator, limit] = args::named(vm, &rest, name, ["sep", "maxsplit"], 0, 2)?;
    let limit = match limit {
        Some(limit) => match value::index(vm, limit)?.clamped() {
            negative if negative < 0 => usize::MAX,
            limit => limit as usize,
        },
        None => usize::MAX,
    };
    let separator = match separator {
        None | Some(Ref::NONE) => None,
        Some(separator) => match value::text(&vm.heap, separator) {
            Some(separator) if separator.is_empty() => return vm.value_error("empty separator"),
            Some(separator) => Some(separator),
            None => {
                let class = vm.heap.class_name(separator);
                return vm.type_error(format!("must be str or None, not {class}"));
            }
        },
    };
    let parts = match (&separator, side) {
        (None, _) => split_at_spaces(&own, limit, side),
        (Some(separator), Side::Left) => {
            own.splitn(limit.saturating_add(1), &**separator).collect()
        }
        (Some(separator), Side::Right) => {
            let mut parts: Vec<_> = own.rsplitn(limit.saturating_add(1), &**separator).collect();
            parts.reverse();
            parts
        }
    };
    Ok(list_of(vm, &parts))
}

fn split_at_spaces(own: &str, limit: usize, side: Side) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = own.trim_matches(text::is_space);
    if side == Side::Left {
        rest = own.trim_start_matches(text::is_space);
    }
    while parts.len() < limit {
        match side {
            Side::Left => {
                rest = rest.trim_start_matches(text::is_space);
                let Some(at) = rest.find(text::is_space) else {
                    break;
                };
                parts.push(&rest[..at]);
                rest = rest[at..].trim_start_matches(text::is_space);
            }
            Side::Right => {
                rest = rest.trim_end_matches(text::is_space);
                let Some(at) = rest.rfind(text::is_space) else {
                    break;
                };
                let width = rest[at..].chars().next().map_or(0, char::len_utf8);
                parts.push(&rest[at + width..]);
                rest = rest[..at].trim_end_matches(text::is_space);
            }
        }
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    if side == Side::Right {
        parts.reverse();
    }
    parts
}

fn splitlines(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, own) = own_text(vm, &args, "str.splitlines")?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [keep] = args::named(vm, &rest, "splitlines", ["keepends"], 0, 1)?;
    let keep = match keep {
        Some(keep) => vm.truth(keep)?,
        None => false,
    };
    let is_break = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let mut parts = Vec::new();
    let mut rest = &*own;
    while let Some(at) = rest.find(is_break) {
        let end = if rest[at..].starts_with("\r\n") {
            at + 2
        } else {
            at + rest[at..].chars().next().map_or(1, char::len_utf8)
        };
        parts.push(&rest[..if keep { end } else { at }]);
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    Ok(list_of(vm, &parts))
}

fn partition(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.partition")?;
    let (_, separator) = args::receiver_and_one(vm, &args, "str.partition")?;
    let Some(wanted) = value::text(&vm.heap, separator) else {
        let class = vm.heap.class_name(separator);
        return vm.type_error(format!("must be str, not {class}"));
    };
    if wanted.is_empty() {
        return vm.value_error("empty separator");
    }
    let at = match side {
        Side::Left => own.find(&*wanted),
        Side::Right => own.rfind(&*wanted),
    };
    let parts = match (at, side) {
        (Some(at), _) => {
            let before = vm.heap.new_str(&own[..at]);
            let separator = vm.heap.new_ref(separator);
            [
                before,
                separator,
                vm.heap.new_str(&own[at + wanted.len()..]),
            ]
        }
        (None, Side::Left) => {
            let whole = same_or_new(vm, receiver, &own, &own);
            [whole, vm.heap.new_str(""), vm.heap.new_str("")]
        }
        (None, Side::Right) => {
            let whole = same_or_new(vm, receiver, &own, &own);
            [vm.heap.new_str(""), vm.heap.new_str(""), whole]
        }
    };
    let parts = parts.into_iter().map(Owned::into_counted).collect();
    Ok(vm.heap.new_tuple(parts))
}

fn replace(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.replace")?;
    let rest = &args.positional[1..];
    if rest.len() < 2 {
        let given = rest.len().to_string();
        let message = fill(vm.heap.profile.texts.replace_too_few, &[&given]);
        return vm.type_error(message);
    }
    let arguments = Args {
        positional: rest,
        keywords: args.keywords,
    };
    let [old, new, limit] = args::named(vm, &arguments, "replace", ["old", "new", "count"], 2, 3)?;
    let old = args::text(vm, old.unwrap_or(Ref::NONE), "replace", "1 ")?;
    let new = args::text(vm, new.unwrap_or(Ref::NONE), "replace", "2 ")?;
    let limit = match limit {
        Some(limit) => value::index(vm, limit)?.clamped(),
        None => -1,
    };
    let replaced = if limit < 0 {
        own.replace(&*old, &new)
    } else {
        own.replacen(&*old, &new, limit as usize)
    };
    Ok(same_or_new(vm, receiver, &own, &replaced))
}

fn join(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, separator) = own_text(vm, &args, "str.join")?;
    let (_, iterable) = args::receiver_and_one(vm, &args, "str.join")?;
    let is_sequence = vm.heap.list(iterable).is_some() || vm.heap.tuple(iterable).is_some();
    let items = match vm.collect_iterable(iterable) {
        Ok(items) => items,
        Err(_) if !is_sequence && !super::is_iterable(vm, iterable) => {
            return vm.type_error("can only join an iterable");
        }
        Err(error) => return Err(error),
    };
    // One exact str alone is the result itself.
    if let [only] = &items[..]
        && vm.heap.class_of(only.get()) == types::STR
    {
        let only = vm.heap.new_ref(only.get());
        value::release_all(vm, items);
        return Ok(only);
    }
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        let Some(text) = value::text(&vm.heap, item.get()) else {
            let class = vm.heap.class_name(item.get());
            return vm.type_error(format!(
                "sequence item {index}: expected str instance, {class} found"
            ));
        };
        if index > 0 {
            joined.push_str(&separator);
        }
        joined.push_str(&text);
    }
    value::release_all(vm, items);
    Ok(vm.heap.new_str(&joined))
}

fn remove_end(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
    let name = if side == Side::Left {
        "removeprefix"
    } else {
        "removesuffix"
    };
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, end) = args::receiver_and_one(vm, &args, &format!("str.{name}"))?;
    let end = args::text(vm, end, name, "")?;
    let rest = match side {
        Side::Left => own.strip_prefix(&*end),
        Side::Right => own.strip_suffix(&*end),
    };
    Ok(same_or_new(vm, receiver, &own, rest.unwrap_or(&own)))
}

fn justify(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let (receiver, own) = own_text(vm, &args, name)?;
    let (_, rest) = args::receiver_and(vm, &args, &format!("str.{name}"), 1, 2)?;
    let width = value::ssize(vm, rest[0])?;
    let filling = match rest.get(1) {
        None => ' ',
        Some(&filling) => {
            let Some(text) = value::text(&vm.heap, filling) else {
                let class = vm.heap.class_name(filling);
                return vm.type_error(format!(
                    "The fill character must be a unicode character, not {class}"
                ));
            };
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => c,
                _ => {
                    return vm.type_error("The fill character must be exactly one character long");
                }
            }
        }
    };
    let n = own.chars().count() as i64;
    if n >= width {
        return Ok(same_or_new(vm, receiver, &own, &own));
    }
    let padding = super::sequence::check_length(vm, (width - n) as u128)?;
    let left = match name {
        "ljust" => 0,
        "rjust" => padding,
        _ => padding / 2 + (padding & width as usize & 1),
    };
    let padded = format!(
        "{}{own}{}",
        filling.to_string().repeat(left),
        filling.to_string().repeat(padding - left)
    );
    Ok(vm.heap.new_str(&padded))
}

fn zfill(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.zfill")?;
    let (_, width) = args::receiver_and_one(vm, &args, "str.zfill")?;
    let width = value::ssize(vm, width)?;
    let n = own.chars().count() as i64;
    if n >= width {
        return Ok(same_or_new(vm, receiver, &own, &own));
    }
    let zeros = "0".repeat(super::sequence::check_length(vm, (width - n) as u128)?);
    let filled = match own.chars().next() {
        Some(sign @ ('+' | '-')) => format!("{sign}{zeros}{}", &own[1..]),
        _ => format!("{zeros}{own}"),
    };
    Ok(vm.heap.new_str(&filled))
}

fn expandtabs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, own) = own_text(vm, &args, "str.expandtabs")?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [size] = args::named(vm, &rest, "expandtabs", ["tabsize"], 0, 1)?;
    let size = match size {
        Some(size) => super::functions::c_int(vm, size)?,
        None => 8,
    };
    let mut expanded = String::new();
    let mut column = 0;
    for c in own.chars() {
        match c {
            '\t' if size > 0 => {
                let n = size - column % size;
                expanded.extend(std::iter::repeat_n(' ', n as usize));
                column += n;
            }
            '\t' => {}
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            c => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    Ok(vm.heap.new_str(&expanded))
}

fn encode(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.encode")?;
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [encoding, errors] = args::named(vm, &rest, "encode", ["encoding", "errors"], 0, 2)?;
    let encoding = match encoding {
        Some(encoding) => args::text(vm, encoding, "encode", "'encoding' ")?,
        None => Rc::from("utf-8"),
    };
    let errors = match errors {
        Some(errors) => args::text(vm, errors, "encode", "'errors' ")?,
        None => Rc::from("strict"),
    };
    let bytes = super::bytes::encode(vm, receiver, &own, &encoding, &errors)?;
    Ok(vm.heap.new_bytes(&bytes))
}

fn translate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, own) = own_text(vm, &args, "str.translate")?;
    let (_, table) = args::receiver_and_one(vm, &args, "str.translate")?;
    let mut translated = String::new();
    for c in own.chars() {
        let code = vm.heap.new_int(i64::from(c as u32));
        let found = vm.get_item(table, code.get());
        vm.release(code);
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                super::exceptions::catch(vm, error, types::LOOKUP_ERROR)?;
                translated.push(c);
                continue;
            }
        };
        if let Some(text) = value::text(&vm.heap, found.get()) {
            translated.push_str(&text);
        } else if let Some(code) = value::int(&vm.heap, found.get()) {
            let code = super::int::as_code_point(&code).and_then(char::from_u32);
            translated.extend(code);
        } else if found.get() != Ref::NONE {
            return vm.type_error("character mapping must return integer, None or str");
        }
        vm.release(found);
    }
    Ok(same_or_new(vm, receiver, &own, &translated))
}

fn maketrans(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (_, rest) = args::receiver_and(vm, &args, "str.maketrans", 1, 3)?;
    let table = vm.heap.new_dict();
    if let &[mapping] = rest {
        let Some(pairs) = vm
            .heap
            .dict(mapping)
            .map(|dict| dict.iter().collect::<Vec<_>>())
        else {
            return vm.type_error("if you give only one argument to maketrans it must be a dict");
        };
        for (key, value) in pairs {
            let key = match value::text(&vm.heap, key) {
                Some(text) => {
                    let code = text.chars().next().map_or(0, |c| i64::from(c as u32));
                    vm.heap.new_int(code)
                }
                None => vm.heap.new_ref(key),
            };
            vm.dict_set(table.get(), key.get(), value)?;
            vm.release(key);
        }
        return Ok(table);
    }
    let from = args::text(vm, rest[0], "maketrans", "1 ")?;
    let to = args::text(vm, rest[1], "maketrans", "2 ")?;
    if from.chars().count() != to.chars().count() {
        return vm.value_error("the first two maketrans arguments must have equal length");
    }
    for (from, to) in from.chars().zip(to.chars()) {
        let key = vm.heap.new_int(i64::from(from as u32));
        let value = vm.heap.new_int(i64::from(to as u32));
        vm.dict_set(table.get(), key.get(), value.get())?;
        vm.release(key);
        vm.release(value);
    }
    if let Some(&gone) = rest.get(2) {
        for c in args::text(vm, gone, "maketrans", "3 ")?.chars() {
            let key = vm.heap.new_int(i64::from(c as u32));
            vm.dict_set(table.get(), key.get(), Ref::NONE)?;
            vm.release(key);
        }
    }
    Ok(table)
}
