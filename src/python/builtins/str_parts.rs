//! Methods of str that take a text apart or find something in it.
//! Mirrors CPython's Objects/stringlib.

use super::str::{Side, bounds, own_text, same_or_new};
use super::value;
use super::{args, text};
use crate::heap::{Owned, Ref};
use crate::profile::Profile;
use crate::profile::texts::fill;
use crate::python::vm::{Args, PyResult, Vm};
use std::rc::Rc;

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

pub(super) fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let search = search_arguments(vm, &args, "str.count")?;
    let n = match search.part() {
        _ if search.beyond => 0,
        part if search.wanted.is_empty() => part.chars().count() + 1,
        part => part.matches(&*search.wanted).count(),
    };
    Ok(vm.heap.new_int(n as i64))
}

pub(super) fn find(vm: &mut Vm, args: Args<'_>, name: &str, side: Side) -> PyResult {
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

pub(super) fn has_end(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
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

/// A list of strs that began with that much room.
fn list_of(vm: &mut Vm, parts: &[&str], room: usize) -> Owned {
    let items = parts
        .iter()
        .map(|part| vm.heap.new_str(part).into_counted())
        .collect();
    vm.heap.new_grown_list(items, room)
}

/// What a list of parts has room for at first, if the parts are not known to be fewer.
pub(super) const ROOM_FOR_PARTS: usize = 12;

pub(super) fn split(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
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
    let room = room_for_parts(vm.heap.profile, &own, separator.as_deref(), limit);
    Ok(list_of(vm, &parts, room))
}

/// Room that split() makes for the parts before it knows them.
fn room_for_parts(profile: &Profile, own: &str, separator: Option<&str>, limit: usize) -> usize {
    let n = own.chars().count();
    let n_separator = separator.map(|separator| separator.chars().count());
    let at_most = match n_separator {
        Some(n_separator) if n < n_separator => return 1,
        _ if limit != usize::MAX || !profile.lists.split_guesses_parts => limit,
        Some(n_separator) => n / n_separator + 1,
        None => n.saturating_sub(1) / 2 + 1,
    };
    at_most.saturating_add(1).min(ROOM_FOR_PARTS)
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

pub(super) fn splitlines(vm: &mut Vm, args: Args<'_>) -> PyResult {
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
    Ok(list_of(vm, &parts, 0))
}

pub(super) fn partition(vm: &mut Vm, args: Args<'_>, side: Side) -> PyResult {
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
