//! bytearray: bytes that change in place. Mirrors Objects/bytearrayobject.c.

use super::bytearray_items::{delete_item, get_item, iter, set_item};
use std::any::Any;
use std::rc::Rc;

use super::value::{self, Int};
use super::{args, bytes, memoryview, sequence, text};
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Heap, Owned, Ref, types};
use crate::profile::ByteArrayRoom;
use crate::python::code::Comparison;
use crate::python::modules::native;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const FULL_NAME: &str = "builtins.bytearray";

pub struct ByteArray {
    pub(super) bytes: Vec<u8>,
    /// What was asked of the memory for them: ob_alloc.
    room: usize,
    rules: ByteArrayRoom,
    /// Whoever looks at the bytes holds another reference to it: then their number cannot change.
    exported: Rc<()>,
}

impl ByteArray {
    fn new(rules: ByteArrayRoom) -> ByteArray {
        ByteArray {
            bytes: Vec::new(),
            room: 0,
            rules,
            exported: Rc::new(()),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    pub fn export(&self) -> Rc<()> {
        self.exported.clone()
    }

    fn is_exported(&self) -> bool {
        Rc::strong_count(&self.exported) > 1
    }

    /// PyByteArray_Resize: room for `n` bytes, some more where they grow little by little.
    fn make_room(&mut self, n: usize) {
        let end = match self.rules {
            ByteArrayRoom::WithNull => 1,
            ByteArrayRoom::InBytes => 0,
        };
        if n == self.bytes.len() {
            return;
        }
        if n == 0 && self.rules == ByteArrayRoom::InBytes {
            // The empty bytes object is nobody's own.
            self.room = 0;
            return;
        }
        if n + end <= self.room {
            if n < self.room / 2 {
                self.room = n + end;
            }
        } else if n as f64 <= self.room as f64 * 1.125 {
            self.room = n + (n >> 3) + if n < 9 { 3 } else { 6 };
        } else {
            self.room = n + end;
        }
    }

    fn replace(&mut self, range: std::ops::Range<usize>, new: &[u8]) {
        self.make_room(self.bytes.len() - range.len() + new.len());
        self.bytes.splice(range, new.iter().copied());
    }
}

impl Native for ByteArray {
    fn traverse(&self, _: &mut dyn FnMut(Ref)) {}
    fn clear(&mut self, _: &mut Vec<Ref>) {}
    fn array_size(&self) -> u64 {
        /// A bytes object's header, and its null byte.
        const BYTES_HEADER: usize = 33;
        match self.rules {
            ByteArrayRoom::InBytes if self.room > 0 => (self.room + BYTES_HEADER) as u64,
            _ => self.room as u64,
        }
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

const METHODS: [(&str, NativeFn); 26] = [
    ("__init__", init),
    ("append", |vm, args| {
        let (array, item) = args::receiver_and_one(vm, &args, "bytearray.append")?;
        let item = byte(vm, item)?;
        let n = len(vm, array);
        replace(vm, array, n..n, &[item])
    }),
    ("extend", extend),
    ("insert", |vm, args| {
        let (array, given) = args::receiver_and(vm, &args, "bytearray.insert", 2, 2)?;
        let at = value::ssize(vm, given[0])?;
        let item = byte(vm, given[1])?;
        let n = len(vm, array) as i64;
        let at = if at < 0 { at + n } else { at }.clamp(0, n) as usize;
        replace(vm, array, at..at, &[item])
    }),
    ("pop", pop),
    ("remove", |vm, args| {
        let (array, item) = args::receiver_and_one(vm, &args, "bytearray.remove")?;
        let item = byte(vm, item)?;
        match own(vm, array).bytes.iter().position(|&byte| byte == item) {
            Some(at) => replace(vm, array, at..at + 1, &[]),
            None => vm.value_error("value not found in bytearray"),
        }
    }),
    ("clear", |vm, args| {
        let array = args::receiver(vm, &args, "bytearray.clear")?;
        let n = len(vm, array);
        replace(vm, array, 0..n, &[])
    }),
    ("reverse", |vm, args| {
        let array = args::receiver(vm, &args, "bytearray.reverse")?;
        own(vm, array).bytes.reverse();
        Ok(vm.none())
    }),
    ("copy", |vm, args| {
        let array = args::receiver(vm, &args, "bytearray.copy")?;
        let copy = own(vm, array).bytes.clone();
        Ok(make(vm, &copy))
    }),
    ("__len__", |vm, args| {
        let n = len(vm, args.positional[0]);
        Ok(vm.heap.new_int(n as i64))
    }),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__contains__", |vm, args| {
        let (array, item) = args::receiver_and_one(vm, &args, "bytearray.__contains__")?;
        let bytes = own(vm, array).bytes.clone();
        let found = bytes::contains(vm, &bytes, item)?;
        Ok(vm.bool(found))
    }),
    ("__iter__", iter),
    ("__repr__", repr),
    ("__str__", repr),
    ("__add__", |vm, args| {
        let (array, other) = args::receiver_and_one(vm, &args, "bytearray.__add__")?;
        let Some(other_bytes) = value::bytes(&vm.heap, other) else {
            return cannot_concat(vm, array, other);
        };
        let joined = [&own(vm, array).bytes[..], &other_bytes].concat();
        Ok(make(vm, &joined))
    }),
    ("__iadd__", |vm, args| {
        let (array, other) = args::receiver_and_one(vm, &args, "bytearray.__iadd__")?;
        let Some(other_bytes) = value::bytes(&vm.heap, other) else {
            return cannot_concat(vm, array, other);
        };
        let n = len(vm, array);
        let done = replace(vm, array, n..n, &other_bytes)?;
        vm.release(done);
        Ok(vm.heap.new_ref(array))
    }),
    ("__mul__", repeated),
    ("__rmul__", repeated),
    ("__imul__", |vm, args| {
        let (array, count) = args::receiver_and_one(vm, &args, "bytearray.__imul__")?;
        let count = value::ssize(vm, count)?.max(0) as usize;
        let bytes = own(vm, array).bytes.clone();
        let length = sequence::check_length(vm, bytes.len() as u128 * count as u128)?;
        debug_assert!(length == bytes.len() * count, "checked lengths stay");
        let n = bytes.len();
        let done = replace(vm, array, 0..n, &bytes.repeat(count))?;
        vm.release(done);
        Ok(vm.heap.new_ref(array))
    }),
    ("__alloc__", |vm, args| {
        let array = args::receiver(vm, &args, "bytearray.__alloc__")?;
        let room = own(vm, array).array_size();
        Ok(vm.heap.new_int(room as i64))
    }),
    ("__eq__", |vm, args| compare(vm, args, Comparison::Eq)),
    ("__lt__", |vm, args| compare(vm, args, Comparison::Lt)),
    ("__gt__", |vm, args| compare(vm, args, Comparison::Gt)),
];

macro_rules! as_bytes_methods {
    ($($name:literal)*) => {
        [$(($name, |vm, args| as_bytes(vm, args, $name))),*]
    };
}

/// What bytes does, with a bytearray for each bytes that comes out of it.
const AS_BYTES: [(&str, NativeFn); 37] = as_bytes_methods!(
    "decode" "hex" "capitalize" "center" "expandtabs" "isalnum" "islower" "isspace" "istitle"
    "isupper" "ljust" "partition" "rfind" "rindex" "rjust" "rpartition" "rsplit" "splitlines"
    "swapcase" "title" "translate" "zfill" "count" "find" "index" "startswith" "endswith" "join"
    "split" "replace" "strip" "lstrip" "rstrip" "upper" "lower" "isdigit" "isalpha"
);

pub fn install(vm: &mut Vm, builtins: Ref) {
    let class = class(vm);
    let name = vm.heap.intern("bytearray");
    vm.heap.incref(class);
    if let Some(old) = vm.heap.dict_set_name(builtins, name.get(), class) {
        vm.release_ref(old);
    }
    vm.release(name);
}

pub fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        gc: false,
        base_type: true,
        ..NativeType::new("bytearray", 56)
    };
    native::type_of(vm, FULL_NAME, native, |vm, class| {
        vm.add_new(class, new);
        native::add_methods(vm, class, &METHODS);
        let others: [(&str, NativeFn); 2] = [
            ("__le__", |vm, args| compare(vm, args, Comparison::Le)),
            ("__ge__", |vm, args| compare(vm, args, Comparison::Ge)),
        ];
        native::add_methods(vm, class, &others);
        for (name, method) in AS_BYTES {
            vm.add_method(class, name, method);
        }
        vm.add_class_method(class, "fromhex", |vm, args| as_bytes(vm, args, "fromhex"));
        native::make_unhashable(vm, class);
    })
}

/// The body of a bytearray or of an instance of a subclass.
pub fn body(heap: &Heap, object: Ref) -> Option<&ByteArray> {
    native::body_in(heap, object)
}

pub(super) fn own(vm: &mut Vm, array: Ref) -> &mut ByteArray {
    native::body_mut(vm, array).expect("methods of bytearray are called on bytearrays")
}

pub(super) fn len(vm: &mut Vm, array: Ref) -> usize {
    own(vm, array).bytes.len()
}

fn empty(vm: &mut Vm, class: Ref) -> Owned {
    let body = ByteArray::new(vm.heap.profile.byte_array_room);
    native::new_object(vm, class, Box::new(body))
}

/// A new bytearray of these bytes.
pub fn make(vm: &mut Vm, bytes: &[u8]) -> Owned {
    let class = class(vm);
    let new = empty(vm, class);
    own(vm, new.get()).replace(0..0, bytes);
    new
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let base = class(vm);
    let (class, _) = args::class_and(vm, &args, base)?;
    Ok(empty(vm, class))
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let array = args.positional[0];
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let n = len(vm, array);
    if n > 0 {
        let done = replace(vm, array, 0..n, &[])?;
        vm.release(done);
    }
    let [source, encoding, _] = args::named(
        vm,
        &rest,
        "bytearray",
        ["source", "encoding", "errors"],
        0,
        3,
    )?;
    let Some(source) = source else {
        return Ok(vm.none());
    };
    if value::text(&vm.heap, source).is_some() {
        if encoding.is_none() {
            return vm.type_error("string argument without an encoding");
        }
        let bytes = vm.call(types::BYTES, rest.positional, rest.keywords)?;
        let encoded = value::bytes(&vm.heap, bytes.get()).unwrap_or_default();
        vm.release(bytes);
        return replace(vm, array, 0..0, &encoded);
    }
    if value::bytes(&vm.heap, source).is_none()
        && let Some(n) = value::optional_index(vm, source)?
    {
        if n.is_negative() {
            return vm.value_error("negative count");
        }
        let n = sequence::check_length(vm, n.clamped() as u128)?;
        return replace(vm, array, 0..0, &vec![0; n]);
    }
    fill(vm, array, source)
}

/// From bytes at once, from a list or tuple at once where the version does so, from any other iterable byte by byte.
fn fill(vm: &mut Vm, array: Ref, source: Ref) -> PyResult {
    if let Some(bytes) = value::bytes(&vm.heap, source) {
        return replace(vm, array, 0..0, &bytes);
    }
    if !super::is_iterable(vm, source) {
        let class = vm.heap.class_name(source);
        return vm.type_error(format!("cannot convert '{class}' object to bytearray"));
    }
    let bytes = collect(vm, source)?;
    let is_sequence = vm.heap.list(source).is_some() || vm.heap.tuple(source).is_some();
    if is_sequence && vm.heap.profile.byte_array_sizes_lists {
        return replace(vm, array, 0..0, &bytes);
    }
    for (at, byte) in bytes.into_iter().enumerate() {
        let done = replace(vm, array, at..at, &[byte])?;
        vm.release(done);
    }
    Ok(vm.none())
}

pub(super) fn collect(vm: &mut Vm, source: Ref) -> PyResult<Vec<u8>> {
    let items = vm.collect_iterable(source)?;
    let mut bytes = Vec::with_capacity(items.len());
    for item in &items {
        bytes.push(byte(vm, item.get())?);
    }
    value::release_all(vm, items);
    Ok(bytes)
}

pub(super) fn byte(vm: &mut Vm, item: Ref) -> PyResult<u8> {
    match value::index(vm, item)? {
        Int::Small(byte @ 0..=255) => Ok(byte as u8),
        _ => vm.value_error("byte must be in range(0, 256)"),
    }
}

/// Puts bytes into the place of others; BufferError when their number would change while somebody looks at them.
pub(super) fn replace(
    vm: &mut Vm,
    array: Ref,
    range: std::ops::Range<usize>,
    new: &[u8],
) -> PyResult {
    let body = own(vm, array);
    if new.len() != range.len() && body.is_exported() {
        return vm.raise(
            types::BUFFER_ERROR,
            "Existing exports of data: object cannot be re-sized",
        );
    }
    body.replace(range, new);
    Ok(vm.none())
}

fn extend(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, source) = args::receiver_and_one(vm, &args, "bytearray.extend")?;
    let bytes = match value::bytes(&vm.heap, source) {
        Some(bytes) => bytes,
        None if value::text(&vm.heap, source).is_some()
            && !vm.heap.profile.texts.find_argument.starts_with("must") =>
        {
            return vm.type_error("expected iterable of integers; got: 'str'");
        }
        None if !super::is_iterable(vm, source) => {
            let class = vm.heap.class_name(source);
            return vm.type_error(format!("can't extend bytearray with {class}"));
        }
        None => collect(vm, source)?,
    };
    let n = len(vm, array);
    replace(vm, array, n..n, &bytes)
}

fn pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, given) = args::receiver_and(vm, &args, "bytearray.pop", 0, 1)?;
    let at = match given.first() {
        Some(&at) => value::index(vm, at)?,
        None => Int::Small(-1),
    };
    let n = len(vm, array);
    if n == 0 {
        return vm.raise(types::INDEX_ERROR, "pop from empty bytearray");
    }
    let Some(at) = value::position(&at, n) else {
        return vm.raise(types::INDEX_ERROR, "pop index out of range");
    };
    let item = own(vm, array).bytes[at];
    let done = replace(vm, array, at..at + 1, &[])?;
    vm.release(done);
    Ok(vm.heap.new_int(i64::from(item)))
}

fn cannot_concat(vm: &mut Vm, array: Ref, other: Ref) -> PyResult {
    let (own, other) = (vm.heap.class_name(array), vm.heap.class_name(other));
    vm.type_error(format!("can't concat {other} to {own}"))
}

fn repeated(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, count) = args::receiver_and_one(vm, &args, "bytearray.__mul__")?;
    let Some(count) = value::optional_index(vm, count)? else {
        let class = vm.heap.class_name(count);
        return vm.type_error(format!(
            "can't multiply sequence by non-int of type '{class}'"
        ));
    };
    let count = count.clamped().max(0) as usize;
    let bytes = own(vm, array).bytes.clone();
    sequence::check_length(vm, bytes.len() as u128 * count as u128)?;
    Ok(make(vm, &bytes.repeat(count)))
}

// ---- items ----

// ---- iteration, texts, comparison ----

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let array = args::receiver(vm, &args, "bytearray.__repr__")?;
    let class = vm.heap.class_name(array);
    let escapes = vm.heap.profile.byte_arrays_escape_apostrophes;
    let shown = text::quoted_bytes(&own(vm, array).bytes, escapes);
    Ok(vm.heap.new_str(&format!("{class}({shown})")))
}

pub(super) fn compare(vm: &mut Vm, args: Args<'_>, operator: Comparison) -> PyResult {
    let (array, other) = args::receiver_and_one(vm, &args, "bytearray.__eq__")?;
    match value::bytes(&vm.heap, other) {
        Some(other) => {
            let order = own(vm, array).bytes.cmp(&other);
            Ok(vm.bool(super::compare::holds(operator, order)))
        }
        None => Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED)),
    }
}

/// Calls the method of that name of a bytes object with the same bytes.
fn as_bytes(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let Some((&receiver, rest)) = args.positional.split_first() else {
        return vm.type_error(format!(
            "unbound method bytearray.{name}() needs an argument"
        ));
    };
    let bytes = match value::bytes(&vm.heap, receiver) {
        Some(bytes) => vm.heap.new_bytes(&bytes),
        None => vm.heap.new_ref(types::BYTES),
    };
    let method = vm.get_attribute_text(bytes.get(), name);
    vm.release(bytes);
    let method = method?;
    let result = vm.call(method.get(), rest, args.keywords);
    vm.release(method);
    let result = result?;
    let converted = in_bytearrays(vm, result.get());
    match converted {
        Some(converted) => {
            vm.release(result);
            Ok(converted)
        }
        None => Ok(result),
    }
}

/// A bytearray for bytes, a list of them, with the same room, for a list of bytes, a tuple for a tuple; none for anything else.
fn in_bytearrays(vm: &mut Vm, object: Ref) -> Option<Owned> {
    if let Some(bytes) = vm.heap.as_bytes(object).map(<[u8]>::to_vec) {
        return Some(make(vm, &bytes));
    }
    let is_list = vm.heap.list(object).is_some();
    let items = match is_list {
        true => vm.heap.list(object)?.to_vec(),
        false => vm.heap.tuple(object)?.to_vec(),
    };
    let mut converted = Vec::new();
    for item in items {
        let bytes = vm.heap.as_bytes(item)?.to_vec();
        converted.push(make(vm, &bytes).into_counted());
    }
    if !is_list {
        return Some(vm.heap.new_tuple(converted));
    }
    let room = vm.heap.list_capacity(object);
    Some(vm.heap.new_grown_list(converted, room))
}

/// The bytes of a bytearray or a memoryview.
pub fn buffer(heap: &Heap, object: Ref) -> Option<Vec<u8>> {
    if !object.is_container() {
        return None;
    }
    match body(heap, object) {
        Some(body) => Some(body.bytes.clone()),
        None => memoryview::bytes(heap, object),
    }
}
