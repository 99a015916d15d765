//! collections.deque. Mirrors Modules/_collectionsmodule.c.

use std::any::Any;
use std::collections::VecDeque;

use super::native;
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::python::builtins::{args, sequence, value};
use crate::python::code::Comparison;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};
use crate::trace::event::Label;

/// Items of one block, and the bytes of a block with its two links.
const BLOCK_ITEMS: usize = 64;
const BLOCK_BYTES: usize = 8 * BLOCK_ITEMS + 16;
/// An empty deque begins in the middle of a block.
const MIDDLE: usize = BLOCK_ITEMS / 2;

struct Deque {
    items: VecDeque<Ref>,
    max: Option<usize>,
    /// Where in its block the first item stands (CPython's leftindex).
    left: usize,
    /// Changes with every change of the length, so that iterators notice.
    version: u64,
}

impl Deque {
    fn push(&mut self, item: Ref, end: End) {
        match end {
            End::Left => {
                self.left = (self.left + BLOCK_ITEMS - 1) % BLOCK_ITEMS;
                self.items.push_front(item);
            }
            End::Right => self.items.push_back(item),
        }
    }

    fn take(&mut self, end: End) -> Option<Ref> {
        let item = match end {
            End::Left => {
                self.left = (self.left + 1) % BLOCK_ITEMS;
                self.items.pop_front()
            }
            End::Right => self.items.pop_back(),
        };
        // Where a block ends the last item was, an empty deque begins in the middle again.
        if self.items.is_empty() && self.left == 0 {
            self.left = MIDDLE;
        }
        item
    }

    fn rotate(&mut self, by: i64) {
        let n = self.items.len() as i64;
        if n > 0 {
            let steps = by.rem_euclid(n);
            self.items.rotate_right(steps as usize);
            self.left = (self.left as i64 - steps).rem_euclid(BLOCK_ITEMS as i64) as usize;
        }
    }
}

impl Native for Deque {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.items.iter().for_each(|&item| visit(item));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        let numbered = (0..).zip(&self.items);
        numbered.for_each(|(index, &item)| tell(Label::Index(index), item));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.items.drain(..));
    }
    fn array_size(&self) -> u64 {
        let n_blocks = (self.left + self.items.len()).div_ceil(BLOCK_ITEMS).max(1);
        (n_blocks * BLOCK_BYTES) as u64
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

struct DequeIterator {
    deque: Option<Ref>,
    at: usize,
    version: u64,
}

impl Native for DequeIterator {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.deque.iter().for_each(|&deque| visit(deque));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.deque
            .iter()
            .for_each(|&it| tell(Label::part("deque"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.deque.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

pub fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        weakrefs: true,
        base_type: true,
        ..NativeType::new("deque", 216)
    };
    native::type_of(vm, "collections.deque", native, |vm, class| {
        iterator_class(vm);
        vm.add_new(class, new);
        native::make_unhashable(vm, class);
        let methods: [(&str, NativeFn); 28] = [
            ("__add__", concatenate),
            ("__mul__", repeat),
            ("__rmul__", repeat),
            ("__init__", init),
            ("append", |vm, args| add_one(vm, args, End::Right)),
            ("appendleft", |vm, args| add_one(vm, args, End::Left)),
            ("extend", |vm, args| add_all(vm, args, End::Right)),
            ("extendleft", |vm, args| add_all(vm, args, End::Left)),
            ("pop", |vm, args| pop(vm, args, End::Right)),
            ("popleft", |vm, args| pop(vm, args, End::Left)),
            ("clear", clear),
            ("rotate", rotate),
            ("reverse", reverse),
            ("copy", copy),
            ("__copy__", copy),
            ("count", count),
            ("index", index),
            ("remove", remove),
            ("insert", insert),
            ("__len__", |vm, args| {
                let n = len(vm, args.positional[0]);
                Ok(vm.heap.new_int(n as i64))
            }),
            ("__getitem__", get_item),
            ("__setitem__", set_item),
            ("__delitem__", delete_item),
            ("__contains__", |vm, args| {
                let (deque, wanted) = args::receiver_and_one(vm, &args, "deque.__contains__")?;
                let found = find(vm, deque, wanted)?.is_some();
                Ok(vm.bool(found))
            }),
            ("__iter__", iter),
            ("__reversed__", reversed),
            ("__repr__", repr),
            ("__iadd__", |vm, args| {
                let deque = args.positional[0];
                let done = add_all(vm, args, End::Right)?;
                vm.release(done);
                Ok(vm.heap.new_ref(deque))
            }),
        ];
        native::add_methods(vm, class, &methods);
        let comparisons: [(&str, NativeFn); 2] = [
            ("__eq__", |vm, args| compare(vm, args, Comparison::Eq)),
            ("__lt__", |vm, args| compare(vm, args, Comparison::Lt)),
        ];
        native::add_methods(vm, class, &comparisons);
        vm.add_getter(
            class,
            "maxlen",
            |vm, args| match body(vm, args.positional[0]).max {
                Some(max) => Ok(vm.heap.new_int(max as i64)),
                None => Ok(vm.none()),
            },
            None,
        );
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

fn body(vm: &mut Vm, deque: Ref) -> &mut Deque {
    native::body_mut(vm, deque).expect("methods of deque are called on deques")
}

fn len(vm: &mut Vm, deque: Ref) -> usize {
    body(vm, deque).items.len()
}

fn items(vm: &mut Vm, deque: Ref) -> Vec<Ref> {
    body(vm, deque).items.iter().copied().collect()
}

fn make(vm: &mut Vm, class: Ref, max: Option<usize>) -> Owned {
    let body = Deque {
        items: VecDeque::new(),
        max,
        left: MIDDLE,
        version: 0,
    };
    native::new_object(vm, class, Box::new(body))
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let base = class(vm);
    let (class, _) = args::class_and(vm, &args, base)?;
    Ok(make(vm, class, None))
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args.positional[0];
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords,
    };
    let [iterable, max] = args::named(vm, &rest, "deque", ["iterable", "maxlen"], 0, 2)?;
    let max = match max.filter(|&max| max != Ref::NONE) {
        None => None,
        Some(max) => match usize::try_from(value::ssize(vm, max)?) {
            Ok(max) => Some(max),
            Err(_) => return vm.value_error("maxlen must be non-negative"),
        },
    };
    body(vm, deque).max = max;
    if len(vm, deque) > 0 {
        empty(vm, deque);
    }
    if let Some(iterable) = iterable {
        extend(vm, deque, iterable, End::Right)?;
    }
    Ok(vm.none())
}

/// Adds an item, whose reference becomes the deque's; the other end gives way when it is full.
fn add(vm: &mut Vm, deque: Ref, item: Ref, end: End) {
    let body = body(vm, deque);
    body.version += 1;
    body.push(item, end);
    let is_full = body.max.is_some_and(|max| body.items.len() > max);
    if is_full {
        let gone = body.take(match end {
            End::Left => End::Right,
            End::Right => End::Left,
        });
        if let Some(gone) = gone {
            vm.release_ref(gone);
        }
    }
}

fn extend(vm: &mut Vm, deque: Ref, iterable: Ref, end: End) -> PyResult<()> {
    let source = if iterable == deque {
        let own = items(vm, deque);
        let own = value::counted(&mut vm.heap, &own);
        vm.heap.new_list(own)
    } else {
        vm.heap.new_ref(iterable)
    };
    let iterator = vm.iter(source.get());
    vm.release(source);
    let iterator = iterator?;
    let body = body(vm, deque);
    if body.items.is_empty() {
        // An empty deque begins where the block has most room.
        body.left = match end {
            End::Left => BLOCK_ITEMS - 1,
            End::Right => 1,
        };
    }
    while let Some(item) = vm.next(iterator.get())? {
        add(vm, deque, item.into_counted(), end);
    }
    vm.release(iterator);
    Ok(())
}

fn add_one(vm: &mut Vm, args: Args<'_>, end: End) -> PyResult {
    let (deque, item) = args::receiver_and_one(vm, &args, "deque.append")?;
    vm.heap.incref(item);
    add(vm, deque, item, end);
    Ok(vm.none())
}

fn add_all(vm: &mut Vm, args: Args<'_>, end: End) -> PyResult {
    let (deque, iterable) = args::receiver_and_one(vm, &args, "deque.extend")?;
    extend(vm, deque, iterable, end)?;
    Ok(vm.none())
}

fn concatenate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, other) = args::receiver_and_one(vm, &args, "deque.__add__")?;
    let class = class(vm);
    if !vm.heap.is_instance(other, class) {
        let given = vm.heap.class_name(other);
        return vm.type_error(format!(
            "can only concatenate deque (not \"{given}\") to deque"
        ));
    }
    let made = copied(vm, deque)?;
    extend(vm, made.get(), other, End::Right)?;
    Ok(made)
}

fn repeat(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, times) = args::receiver_and_one(vm, &args, "deque.__mul__")?;
    let times = crate::python::builtins::number_functions::c_int(vm, times)?;
    let (n, max) = (len(vm, deque), body(vm, deque).max);
    let times = match max {
        _ if n == 0 => times.min(1),
        // Whatever goes out at the other end again need not come in.
        Some(max) => times.min(max.div_ceil(n) as i64),
        None => times,
    };
    sequence::check_length(vm, n as u128 * times.max(0) as u128)?;
    let made = copied(vm, deque)?;
    if times <= 0 {
        empty(vm, made.get());
    }
    for _ in 1..times {
        extend(vm, made.get(), deque, End::Right)?;
    }
    Ok(made)
}

fn pop(vm: &mut Vm, args: Args<'_>, end: End) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.pop")?;
    let body = body(vm, deque);
    let item = body.take(end);
    body.version += 1;
    match item {
        Some(item) => Ok(Owned::from_counted(item)),
        None => vm.raise(types::INDEX_ERROR, "pop from an empty deque"),
    }
}

fn clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.clear")?;
    empty(vm, deque);
    Ok(vm.none())
}

fn empty(vm: &mut Vm, deque: Ref) {
    let body = body(vm, deque);
    body.version += 1;
    body.left = MIDDLE;
    let gone = std::mem::take(&mut body.items);
    for item in gone {
        vm.release_ref(item);
    }
}

fn rotate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, rest) = args::receiver_and(vm, &args, "deque.rotate", 0, 1)?;
    let by = match rest.first() {
        Some(&by) => value::ssize(vm, by)?,
        None => 1,
    };
    let body = body(vm, deque);
    body.rotate(by);
    Ok(vm.none())
}

fn reverse(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.reverse")?;
    body(vm, deque).items.make_contiguous().reverse();
    Ok(vm.none())
}

fn copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.copy")?;
    copied(vm, deque)
}

fn copied(vm: &mut Vm, deque: Ref) -> PyResult {
    let (all, max) = (items(vm, deque), body(vm, deque).max);
    let class = vm.heap.class_of(deque);
    if value::is_python_class(&vm.heap, class) {
        // A subclass is called, as its __init__ may want to know.
        let max = max.map(|max| vm.heap.new_int(max as i64));
        let arguments: Vec<Ref> = match &max {
            Some(max) => vec![deque, max.get()],
            None => vec![deque],
        };
        let new = vm.call(class, &arguments, &[]);
        value::release_all(vm, max.into_iter().collect());
        return new;
    }
    let all = value::counted(&mut vm.heap, &all);
    let new = make(vm, class, max);
    body(vm, new.get()).items.extend(all);
    Ok(new)
}

fn find(vm: &mut Vm, deque: Ref, wanted: Ref) -> PyResult<Option<usize>> {
    for (at, item) in items(vm, deque).into_iter().enumerate() {
        let held = vm.heap.new_ref(item);
        let equal = vm.equal(item, wanted);
        vm.release(held);
        if equal? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, wanted) = args::receiver_and_one(vm, &args, "deque.count")?;
    let mut n = 0;
    for item in items(vm, deque) {
        n += i64::from(vm.equal(item, wanted)?);
    }
    Ok(vm.heap.new_int(n))
}

fn index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, wanted) = args::receiver_and_one(vm, &args, "deque.index")?;
    match find(vm, deque, wanted)? {
        Some(at) => Ok(vm.heap.new_int(at as i64)),
        None => {
            let shown = vm.repr(wanted)?;
            vm.value_error(format!("{shown} is not in deque"))
        }
    }
}

fn take_at(vm: &mut Vm, deque: Ref, at: usize) {
    let body = body(vm, deque);
    body.version += 1;
    if let Some(item) = body.items.remove(at) {
        vm.release_ref(item);
    }
}

fn remove(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, wanted) = args::receiver_and_one(vm, &args, "deque.remove")?;
    match find(vm, deque, wanted)? {
        Some(at) => {
            take_at(vm, deque, at);
            Ok(vm.none())
        }
        None => {
            let shown = vm.repr(wanted)?;
            vm.value_error(format!("{shown} is not in deque"))
        }
    }
}

fn insert(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, rest) = args::receiver_and(vm, &args, "deque.insert", 2, 2)?;
    let at = value::ssize(vm, rest[0])?;
    let body_now = body(vm, deque);
    let n = body_now.items.len();
    if body_now.max.is_some_and(|max| n >= max) {
        return vm.raise(types::INDEX_ERROR, "deque already at its maximum size");
    }
    let at = if at < 0 { at + n as i64 } else { at }.clamp(0, n as i64);
    vm.heap.incref(rest[1]);
    let body = body(vm, deque);
    body.version += 1;
    body.items.insert(at as usize, rest[1]);
    Ok(vm.none())
}

fn position(vm: &mut Vm, deque: Ref, index: Ref) -> PyResult<usize> {
    let Some(index) = value::optional_index(vm, index)? else {
        let class = vm.heap.class_name(index);
        return vm.type_error(format!("sequence index must be integer, not '{class}'"));
    };
    let n = len(vm, deque);
    match value::position(&index, n) {
        Some(at) => Ok(at),
        None => vm.raise(types::INDEX_ERROR, "deque index out of range"),
    }
}

fn get_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, index) = args::receiver_and_one(vm, &args, "deque.__getitem__")?;
    let at = position(vm, deque, index)?;
    let item = body(vm, deque).items[at];
    Ok(vm.heap.new_ref(item))
}

fn set_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, rest) = args::receiver_and(vm, &args, "deque.__setitem__", 2, 2)?;
    let at = position(vm, deque, rest[0])?;
    vm.heap.incref(rest[1]);
    let old = std::mem::replace(&mut body(vm, deque).items[at], rest[1]);
    vm.release_ref(old);
    Ok(vm.none())
}

fn delete_item(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (deque, index) = args::receiver_and_one(vm, &args, "deque.__delitem__")?;
    let at = position(vm, deque, index)?;
    take_at(vm, deque, at);
    Ok(vm.none())
}

/// Made with the module, as deque itself.
fn iterator_class(vm: &mut Vm) -> Ref {
    let native = NativeType::new("_deque_iterator", 40);
    native::type_of(vm, "_collections._deque_iterator", native, |vm, class| {
        vm.add_method(class, "__iter__", |vm, args| {
            Ok(vm.heap.new_ref(args.positional[0]))
        });
        vm.add_method(class, "__next__", next);
    })
}

fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.__iter__")?;
    let version = body(vm, deque).version;
    let class = iterator_class(vm);
    vm.heap.incref(deque);
    let body = DequeIterator {
        deque: Some(deque),
        at: 0,
        version,
    };
    Ok(native::new_object(vm, class, Box::new(body)))
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let iterator = args.positional[0];
    let state: Option<&DequeIterator> = native::body(vm, iterator);
    let Some((deque, at, version)) =
        state.and_then(|state| Some((state.deque?, state.at, state.version)))
    else {
        return crate::python::builtins::exceptions::raise_with(
            vm,
            types::STOP_ITERATION,
            Vec::new(),
        );
    };
    let body_now = body(vm, deque);
    if body_now.version != version {
        return vm.raise(types::RUNTIME_ERROR, "deque mutated during iteration");
    }
    let item = body_now.items.get(at).copied();
    let Some(state) = native::body_mut::<DequeIterator>(vm, iterator) else {
        return Ok(vm.none());
    };
    match item {
        Some(item) => {
            state.at += 1;
            Ok(vm.heap.new_ref(item))
        }
        None => {
            state.deque = None;
            vm.release_ref(deque);
            crate::python::builtins::exceptions::raise_with(vm, types::STOP_ITERATION, Vec::new())
        }
    }
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.__reversed__")?;
    let mut all = items(vm, deque);
    all.reverse();
    let all = value::counted(&mut vm.heap, &all);
    let list = vm.heap.new_list(all);
    let iterator = vm.iter(list.get());
    vm.release(list);
    iterator
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let deque = args::receiver(vm, &args, "deque.__repr__")?;
    if vm.builtin_state.repr_running.contains(&deque) {
        return Ok(vm.heap.new_str("[...]"));
    }
    vm.enter_recursion(" while getting the repr of an object")?;
    vm.builtin_state.repr_running.push(deque);
    let all = items(vm, deque);
    let all = value::counted(&mut vm.heap, &all);
    let list = vm.heap.new_list(all);
    let shown = vm.repr(list.get());
    vm.release(list);
    vm.builtin_state.repr_running.pop();
    vm.leave_recursion();
    let shown = shown?;
    let class = vm.heap.short_class_name(deque);
    let text = match body(vm, deque).max {
        Some(max) => format!("{class}({shown}, maxlen={max})"),
        None => format!("{class}({shown})"),
    };
    Ok(vm.heap.new_str(&text))
}

pub(super) fn compare(vm: &mut Vm, args: Args<'_>, operator: Comparison) -> PyResult {
    let (deque, other) = args::receiver_and_one(vm, &args, "deque.__eq__")?;
    if native::body::<Deque>(vm, other).is_none() {
        return Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED));
    }
    let mut lists = Vec::new();
    for deque in [deque, other] {
        let all = items(vm, deque);
        let all = value::counted(&mut vm.heap, &all);
        lists.push(vm.heap.new_list(all));
    }
    let result = vm.compare(operator, lists[0].get(), lists[1].get());
    value::release_all(vm, lists);
    result
}
