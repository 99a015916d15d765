//! Text files: characters in and out, in an encoding.

use super::binary::{
    advance, fileno, name_of, receiver_and_limit, rest, seek, tell, truncate, write,
};
use super::store::Access;
use super::{
    Codec, TEXT_FILE, TextFile, access, check_open, file_type, fill_common, flush, native,
    unsupported,
};
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::python::builtins::{args, bytes, exceptions, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newline {
    /// Any of the three, read as "\n".
    Universal,
    /// Any of the three, read as it stands; or "\n" alone.
    Untranslated,
}

const METHODS: [(&str, NativeFn); 17] = [
    ("read", read),
    ("readline", |vm, args| {
        let (file, limit) = receiver_and_limit(vm, &args)?;
        check_readable(vm, file)?;
        let line = line(vm, file, limit)?;
        Ok(vm.heap.new_str(&line))
    }),
    ("readlines", |vm, args| {
        let (file, _) = receiver_and_limit(vm, &args)?;
        check_readable(vm, file)?;
        let mut lines = Vec::new();
        loop {
            let line = line(vm, file, None)?;
            if line.is_empty() {
                return Ok(vm.heap.new_list(lines));
            }
            lines.push(vm.heap.new_str(&line).into_counted());
        }
    }),
    ("__next__", |vm, args| {
        let file = args.positional[0];
        check_readable(vm, file)?;
        let line = line(vm, file, None)?;
        if line.is_empty() {
            return exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new());
        }
        Ok(vm.heap.new_str(&line))
    }),
    ("write", |vm, args| {
        let (file, text) = args::receiver_and_one(vm, &args, "write")?;
        let n = write_object(vm, file, text)?;
        Ok(vm.heap.new_int(n as i64))
    }),
    ("writelines", |vm, args| {
        let (file, lines) = args::receiver_and_one(vm, &args, "writelines")?;
        check_open(vm, file)?;
        let lines = vm.collect_iterable(lines)?;
        for line in &lines {
            write_object(vm, file, line.get())?;
        }
        value::release_all(vm, lines);
        Ok(vm.none())
    }),
    ("seek", |vm, args| {
        let whence = args.positional.get(2).copied();
        let is_far = args
            .positional
            .get(1)
            .is_some_and(|&offset| vm.heap.as_i64(offset) != Some(0));
        let whence = whence
            .and_then(|whence| vm.heap.as_i64(whence))
            .unwrap_or(0);
        if is_far && matches!(whence, 1 | 2) {
            let from = if whence == 1 { "cur" } else { "end" };
            return unsupported(vm, &format!("can't do nonzero {from}-relative seeks"));
        }
        seek(vm, args)
    }),
    ("tell", tell),
    ("truncate", truncate),
    ("flush", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        flush(vm, file)?;
        Ok(vm.none())
    }),
    ("fileno", fileno),
    ("readable", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.bool(access(vm, file).read))
    }),
    ("writable", |vm, args| {
        let file = args.positional[0];
        check_open(vm, file)?;
        Ok(vm.bool(access(vm, file).write))
    }),
    ("seekable", |vm, args| {
        check_open(vm, args.positional[0])?;
        Ok(vm.bool(true))
    }),
    ("__repr__", repr),
    ("reconfigure", |vm, _| Ok(vm.none())),
    ("detach", |vm, _| unsupported(vm, "detach")),
];

pub fn text_type(vm: &mut Vm) -> Ref {
    native::type_of(
        vm,
        TEXT_FILE,
        file_type("TextIOWrapper", 192),
        |vm, class| {
            fill_common(vm, class);
            native::add_methods(vm, class, &METHODS);
            let getters: [(&str, NativeFn); 6] = [
                ("name", |vm, args| name_of(vm, args.positional[0])),
                ("buffer", |vm, args| part(vm, args, |body| body.buffer)),
                ("encoding", |vm, args| {
                    part(vm, args, |body| Some(body.encoding))
                }),
                ("errors", |vm, args| {
                    part(vm, args, |body| Some(body.errors))
                }),
                ("newlines", |vm, _| Ok(vm.none())),
                ("line_buffering", |vm, args| {
                    let body = native::body::<TextFile>(vm, args.positional[0]);
                    let is_so = body.is_some_and(|body| body.line_buffering);
                    Ok(vm.bool(is_so))
                }),
            ];
            for (name, getter) in getters {
                vm.add_getter(class, name, getter, None);
            }
        },
    )
}

fn part(vm: &mut Vm, args: Args<'_>, part: fn(&TextFile) -> Option<Ref>) -> PyResult {
    let found = native::body::<TextFile>(vm, args.positional[0]).and_then(part);
    Ok(vm.heap.new_ref(found.unwrap_or(Ref::NONE)))
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let file = args.positional[0];
    let mut shown = String::from("<_io.TextIOWrapper");
    for (label, attribute) in [("name", "name"), ("mode", "mode"), ("encoding", "encoding")] {
        if let Some(value) = crate::python::builtins::attribute_or_none(vm, file, attribute)? {
            let text = vm.repr(value.get());
            vm.release(value);
            shown.push_str(&format!(" {label}={}", text?));
        }
    }
    shown.push('>');
    Ok(vm.heap.new_str(&shown))
}

// ---- reading ----

fn check_readable(vm: &mut Vm, file: Ref) -> PyResult<()> {
    check_open(vm, file)?;
    if access(vm, file).read {
        Ok(())
    } else {
        unsupported(vm, "not readable")
    }
}

fn newline(vm: &Vm, file: Ref) -> Newline {
    native::body::<TextFile>(vm, file).map_or(Newline::Universal, |body| body.newline)
}

fn encoding(vm: &Vm, file: Ref) -> String {
    native::body::<TextFile>(vm, file)
        .and_then(|body| value::text(&vm.heap, body.encoding))
        .map_or_else(|| "utf-8".to_owned(), |text| text.to_string())
}

fn decoded(vm: &mut Vm, file: Ref, raw: &[u8]) -> PyResult<String> {
    let encoding = encoding(vm, file);
    let text = bytes::decode(vm, raw, &encoding, "strict")?;
    let shown = value::text(&vm.heap, text.get()).unwrap_or_default();
    vm.release(text);
    Ok(shown.to_string())
}

fn translated(vm: &Vm, file: Ref, text: String) -> String {
    if newline(vm, file) == Newline::Universal && text.contains('\r') {
        return text.replace("\r\n", "\n").replace('\r', "\n");
    }
    text
}

fn read(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (file, limit) = receiver_and_limit(vm, &args)?;
    check_readable(vm, file)?;
    let raw = rest(vm, file)?;
    let text = decoded(vm, file, &raw)?;
    let end = match limit {
        Some(limit) => text
            .char_indices()
            .nth(limit)
            .map_or(text.len(), |(at, _)| at),
        None => text.len(),
    };
    let n_bytes = n_bytes(vm, file, &text[..end], raw.len(), text.len() == end);
    advance(vm, file, n_bytes)?;
    let text = translated(vm, file, text[..end].to_owned());
    Ok(vm.heap.new_str(&text))
}

/// How many bytes of the file a text came from.
fn n_bytes(vm: &Vm, file: Ref, text: &str, all: usize, is_all: bool) -> usize {
    match encoding(vm, file).to_ascii_lowercase().as_str() {
        _ if is_all => all,
        "latin-1" | "iso-8859-1" | "latin1" => text.chars().count(),
        _ => text.len(),
    }
}

fn line(vm: &mut Vm, file: Ref, limit: Option<usize>) -> PyResult<String> {
    let raw = rest(vm, file)?;
    let universal = newline(vm, file) == Newline::Universal;
    let end = raw
        .iter()
        .position(|&byte| byte == b'\n' || universal && byte == b'\r')
        .map_or(raw.len(), |at| {
            at + 1 + usize::from(raw[at] == b'\r' && raw.get(at + 1) == Some(&b'\n'))
        });
    let text = decoded(vm, file, &raw[..end])?;
    let cut = match limit {
        Some(limit) => text
            .char_indices()
            .nth(limit)
            .map_or(text.len(), |(at, _)| at),
        None => text.len(),
    };
    let n_bytes = n_bytes(vm, file, &text[..cut], end, cut == text.len());
    advance(vm, file, n_bytes)?;
    Ok(translated(vm, file, text[..cut].to_owned()))
}

// ---- writing ----

fn write_object(vm: &mut Vm, file: Ref, object: Ref) -> PyResult<usize> {
    let Some(text) = value::text(&vm.heap, object) else {
        let class = vm.heap.class_name(object);
        return vm.type_error(format!("write() argument must be str, not {class}"));
    };
    check_open(vm, file)?;
    if !access(vm, file).write {
        return unsupported(vm, "not writable");
    }
    let encoding = encoding(vm, file);
    let data = bytes::encode(vm, object, &text, &encoding, "strict")?;
    write(vm, file, &data)?;
    let flushes = native::body::<TextFile>(vm, file).is_some_and(|body| body.line_buffering);
    if flushes && text.contains('\n') {
        flush(vm, file)?;
    }
    Ok(text.chars().count())
}

/// A text file over a buffered one, whose reference it takes over.
pub fn new_text(
    vm: &mut Vm,
    buffer: Owned,
    access: Access,
    encoding: Owned,
    newline: Newline,
    line_buffering: bool,
) -> Owned {
    let class = text_type(vm);
    let raw = super::raw_of(vm, buffer.get()).map(|raw| vm.heap.new_ref(raw).into_counted());
    let errors = vm.heap.intern("strict").into_counted();
    let body = TextFile {
        buffer: Some(buffer.into_counted()),
        raw,
        encoding: encoding.into_counted(),
        errors,
        codecs: [None, None],
        newline,
        line_buffering,
        finalizing: false,
    };
    let file = native::new_object(vm, class, Box::new(body));
    let decoder = access.read.then(|| new_decoder(vm));
    let encoder = access
        .write
        .then(|| new_codec(vm, "encodings.utf_8.IncrementalEncoder", None));
    if let Some(body) = native::body_mut::<TextFile>(vm, file.get()) {
        body.codecs = [encoder, decoder].map(|codec| codec.map(Owned::into_counted));
    }
    file
}

fn new_decoder(vm: &mut Vm) -> Owned {
    let inner = new_codec(vm, "encodings.utf_8.IncrementalDecoder", None);
    new_codec(vm, "_io.IncrementalNewlineDecoder", Some(inner))
}

fn new_codec(vm: &mut Vm, full_name: &'static str, inner: Option<Owned>) -> Owned {
    let name = full_name.rsplit('.').next().unwrap_or(full_name);
    let native = NativeType {
        // What C defines is an object of the collector's kind since it became a heap type.
        gc: inner.is_none() || vm.heap.profile.collections_are_heap_types,
        ..NativeType::new(name, 48)
    };
    let class = native::type_of(vm, full_name, native, |_, _| {});
    let body = Codec {
        inner: inner.map(Owned::into_counted),
    };
    native::new_object(vm, class, Box::new(body))
}
