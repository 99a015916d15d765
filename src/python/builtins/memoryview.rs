//! memoryview: a look at another object's bytes without a copy. Of unsigned bytes in one dimension only.
//!
//! As in CPython a view holds a managed buffer, and that the object; views of views share it. Mirrors
//! Objects/memoryobject.c.

use std::any::Any;
use std::rc::Rc;

use super::sequence::Span;
use super::value::{self, Int};
use super::{args, bytearray, sequence};
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Heap, Owned, Ref, types};
use crate::python::modules::native;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};
use crate::trace::event::Label;

const FULL_NAME: &str = "builtins.memoryview";

/// _PyManagedBuffer.
struct ManagedBuffer {
    exporter: Option<Ref>,
    /// Keeps a bytearray from changing its size.
    _export: Option<Rc<()>>,
}

impl Native for ManagedBuffer {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.exporter.iter().for_each(|&it| visit(it));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.exporter
            .iter()
            .for_each(|&it| tell(Label::part("obj"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.exporter.take());
        self._export = None;
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

struct MemoryView {
    /// None once it is released.
    buffer: Option<Ref>,
    span: Span,
    readonly: bool,
    hash: Option<i64>,
}

impl Native for MemoryView {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.buffer.iter().for_each(|&it| visit(it));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.buffer
            .iter()
            .for_each(|&it| tell(Label::part("buffer"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.buffer.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

const METHODS: [(&str, NativeFn); 16] = [
    ("tobytes", tobytes),
    ("__bytes__", tobytes),
    ("tolist", |vm, args| {
        let own = own_bytes(vm, args.positional[0])?;
        let items = own
            .iter()
            .map(|&byte| vm.heap.new_int(i64::from(byte)).into_counted())
            .collect();
        Ok(vm.heap.new_list(items))
    }),
    ("hex", |vm, args| {
        let own = own_bytes(vm, args.positional[0])?;
        let digits: String = own.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(vm.heap.new_str(&digits))
    }),
    ("release", |vm, args| release(vm, args.positional[0])),
    ("__enter__", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        Ok(vm.heap.new_ref(args.positional[0]))
    }),
    ("__exit__", |vm, args| release(vm, args.positional[0])),
    ("toreadonly", |vm, args| {
        let view = args.positional[0];
        own_bytes(vm, view)?;
        let (buffer, span, _) = parts(vm, view).expect("a view that is not released has them");
        Ok(view_of(vm, buffer, span, true))
    }),
    ("__len__", |vm, args| {
        let n = own_bytes(vm, args.positional[0])?.len();
        Ok(vm.heap.new_int(n as i64))
    }),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__iter__", |vm, args| {
        // As any sequence: by index.
        let view = args.positional[0];
        own_bytes(vm, view)?;
        vm.heap.incref(view);
        let body = crate::heap::payload::Iterator::Sequence {
            source: Some(view),
            index: 0,
        };
        let iterator = vm.heap.alloc(
            types::ITERATOR,
            crate::heap::Payload::Iterator(Box::new(body)),
        );
        vm.heap.track(iterator.get());
        Ok(iterator)
    }),
    ("__contains__", |vm, args| {
        let (view, item) = args::receiver_and_one(vm, &args, "memoryview.__contains__")?;
        let own = own_bytes(vm, view)?;
        let wanted = value::int(&vm.heap, item);
        let found = own
            .iter()
            .any(|&byte| wanted == Some(Int::Small(i64::from(byte))));
        Ok(vm.bool(found))
    }),
    ("__repr__", |vm, args| {
        let view = args.positional[0];
        let released = if bytes(&vm.heap, view).is_none() {
            "released "
        } else {
            ""
        };
        let address = vm.heap.address_of(view);
        Ok(vm
            .heap
            .new_str(&format!("<{released}memory at {address:#x}>")))
    }),
    ("__eq__", |vm, args| {
        let (view, other) = args::receiver_and_one(vm, &args, "memoryview.__eq__")?;
        match (bytes(&vm.heap, view), value::bytes(&vm.heap, other)) {
            (Some(a), Some(b)) => Ok(vm.bool(a == b)),
            (None, _) => Ok(vm.bool(view == other)),
            _ => Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED)),
        }
    }),
    ("__hash__", hash),
];

const GETTERS: [(&str, NativeFn); 9] = [
    ("obj", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        let object = exporter(&vm.heap, args.positional[0]).unwrap_or(Ref::NONE);
        Ok(vm.heap.new_ref(object))
    }),
    ("nbytes", |vm, args| {
        let n = own_bytes(vm, args.positional[0])?.len();
        Ok(vm.heap.new_int(n as i64))
    }),
    ("itemsize", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        Ok(vm.heap.new_int(1))
    }),
    ("format", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        Ok(vm.heap.new_str("B"))
    }),
    ("ndim", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        Ok(vm.heap.new_int(1))
    }),
    ("readonly", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        let readonly = parts(vm, args.positional[0]).is_some_and(|(_, _, readonly)| readonly);
        Ok(vm.bool(readonly))
    }),
    ("shape", |vm, args| {
        let n = own_bytes(vm, args.positional[0])?.len();
        let n = vm.heap.new_int(n as i64).into_counted();
        Ok(vm.heap.new_tuple(vec![n]))
    }),
    ("strides", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        let step = parts(vm, args.positional[0]).map_or(1, |(_, span, _)| span.step);
        let step = vm.heap.new_int(step).into_counted();
        Ok(vm.heap.new_tuple(vec![step]))
    }),
    ("contiguous", |vm, args| {
        own_bytes(vm, args.positional[0])?;
        let step = parts(vm, args.positional[0]).map_or(1, |(_, span, _)| span.step);
        Ok(vm.bool(step == 1))
    }),
];

pub fn install(vm: &mut Vm, builtins: Ref) {
    let class = class(vm);
    native::bind_ref(vm, builtins, "memoryview", class);
}

fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        weakrefs: true,
        ..NativeType::new("memoryview", 168)
    };
    native::type_of(vm, FULL_NAME, native, |vm, class| {
        vm.add_new(class, new);
        native::add_methods(vm, class, &METHODS);
        for (name, getter) in GETTERS {
            vm.add_getter(class, name, getter, None);
        }
    })
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = class(vm);
    let (_, rest) = args::class_and(vm, &args, class)?;
    let [object] = args::named(vm, &rest, "memoryview", ["object"], 1, 1)?;
    let object = object.unwrap_or(Ref::NONE);
    if let Some((buffer, span, readonly)) = parts(vm, object) {
        return Ok(view_of(vm, buffer, span, readonly));
    }
    if native::body::<MemoryView>(vm, object).is_some() {
        return forbidden(vm);
    }
    let Some(n) = value::bytes(&vm.heap, object).map(|bytes| bytes.len()) else {
        let class = vm.heap.class_name(object);
        return vm.type_error(format!(
            "memoryview: a bytes-like object is required, not '{class}'"
        ));
    };
    let export = bytearray::body(&vm.heap, object).map(bytearray::ByteArray::export);
    let readonly = export.is_none();
    let native = NativeType::new("managedbuffer", 120);
    let managed = native::type_of(vm, "builtins.managedbuffer", native, |_, _| {});
    vm.heap.incref(object);
    let body = ManagedBuffer {
        exporter: Some(object),
        _export: export,
    };
    let buffer = native::new_object(vm, managed, Box::new(body));
    let span = Span {
        start: 0,
        stop: n as i64,
        step: 1,
        length: n,
    };
    let view = view_of(vm, buffer.get(), span, readonly);
    vm.release(buffer);
    Ok(view)
}

fn view_of(vm: &mut Vm, buffer: Ref, span: Span, readonly: bool) -> Owned {
    let class = class(vm);
    vm.heap.incref(buffer);
    let body = MemoryView {
        buffer: Some(buffer),
        span,
        readonly,
        hash: None,
    };
    native::new_object(vm, class, Box::new(body))
}

/// Buffer, selection and whether it is read only; none for a released view and for anything else.
fn parts(vm: &Vm, view: Ref) -> Option<(Ref, Span, bool)> {
    let body = native::body::<MemoryView>(vm, view)?;
    Some((body.buffer?, body.span, body.readonly))
}

fn exporter(heap: &Heap, view: Ref) -> Option<Ref> {
    let body = native::body_in::<MemoryView>(heap, view)?;
    native::body_in::<ManagedBuffer>(heap, body.buffer?)?.exporter
}

/// What the view shows; none for a released view and for anything else.
pub fn bytes(heap: &Heap, view: Ref) -> Option<Vec<u8>> {
    let span = native::body_in::<MemoryView>(heap, view)?.span;
    let all = value::bytes(heap, exporter(heap, view)?)?;
    Some(super::bytearray_items::picked(&all, span))
}

fn forbidden<T>(vm: &mut Vm) -> PyResult<T> {
    vm.value_error("operation forbidden on released memoryview object")
}

fn own_bytes(vm: &mut Vm, view: Ref) -> PyResult<Vec<u8>> {
    match bytes(&vm.heap, view) {
        Some(bytes) => Ok(bytes),
        None => forbidden(vm),
    }
}

fn tobytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = own_bytes(vm, args.positional[0])?;
    Ok(vm.heap.new_bytes(&own))
}

fn release(vm: &mut Vm, view: Ref) -> PyResult {
    let buffer = native::body_mut::<MemoryView>(vm, view).and_then(|body| body.buffer.take());
    if let Some(buffer) = buffer {
        vm.release_ref(buffer);
    }
    Ok(vm.none())
}

/// The selection of a selection.
fn composed(outer: Span, inner: Span) -> Span {
    Span {
        start: outer.start + inner.start * outer.step,
        stop: outer.start + inner.stop * outer.step,
        step: outer.step * inner.step,
        length: inner.length,
    }
}

fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (view, index) = args::receiver_and_one(vm, &args, "memoryview.__getitem__")?;
    let own = own_bytes(vm, view)?;
    if let Some(slice) = sequence::slice_parts(vm, index) {
        let inner = sequence::span(vm, slice, own.len())?;
        let (buffer, outer, readonly) = parts(vm, view).expect("its bytes were there");
        return Ok(view_of(vm, buffer, composed(outer, inner), readonly));
    }
    let at = position(vm, index, own.len())?;
    Ok(vm.heap.new_int(i64::from(own[at])))
}

fn position(vm: &mut Vm, index: Ref, n: usize) -> PyResult<usize> {
    let Some(index) = value::optional_index(vm, index)? else {
        return vm.type_error("memoryview: invalid slice key");
    };
    match value::position(&index, n) {
        Some(at) => Ok(at),
        None => vm.raise(types::INDEX_ERROR, "index out of bounds on dimension 1"),
    }
}

fn set_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (view, given) = args::receiver_and(vm, &args, "memoryview.__setitem__", 2, 2)?;
    let own = own_bytes(vm, view)?;
    let (_, outer, readonly) = parts(vm, view).expect("its bytes were there");
    if readonly {
        return vm.type_error("cannot modify read-only memory");
    }
    let (span, new) = match sequence::slice_parts(vm, given[0]) {
        Some(slice) => {
            let inner = sequence::span(vm, slice, own.len())?;
            let new = args::bytes_like(vm, given[1])?;
            if new.len() != inner.length {
                return vm.value_error(
                    "memoryview assignment: lvalue and rvalue have different structures",
                );
            }
            (composed(outer, inner), new)
        }
        None => {
            let at = position(vm, given[0], own.len())?;
            let inner = Span {
                start: at as i64,
                stop: at as i64 + 1,
                step: 1,
                length: 1,
            };
            (composed(outer, inner), vec![unsigned_byte(vm, given[1])?])
        }
    };
    let array = exporter(&vm.heap, view).unwrap_or(Ref::NONE);
    if let Some(body) = native::body_mut::<bytearray::ByteArray>(vm, array) {
        for (at, byte) in span.indices().zip(new) {
            body.bytes_mut()[at] = byte;
        }
    }
    Ok(vm.none())
}

fn unsigned_byte(vm: &mut Vm, item: Ref) -> PyResult<u8> {
    match value::optional_index(vm, item)? {
        Some(Int::Small(byte @ 0..=255)) => Ok(byte as u8),
        Some(_) => vm.value_error("memoryview: invalid value for format 'B'"),
        None => vm.type_error("memoryview: invalid type for format 'B'"),
    }
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let view = args.positional[0];
    let known = native::body::<MemoryView>(vm, view).and_then(|body| body.hash);
    let hash = match known {
        Some(hash) => hash,
        None => {
            let own = own_bytes(vm, view)?;
            if !parts(vm, view).is_some_and(|(_, _, readonly)| readonly) {
                return vm.value_error("cannot hash writable memoryview object");
            }
            crate::heap::lookup::hash_of_text(&String::from_utf8_lossy(&own))
        }
    };
    if let Some(body) = native::body_mut::<MemoryView>(vm, view) {
        body.hash = Some(hash);
    }
    Ok(vm.heap.new_int(hash))
}
