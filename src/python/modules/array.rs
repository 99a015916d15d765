//! array: numbers of one C type, side by side. Mirrors Modules/arraymodule.c.

use super::array_items::{delete_item, get_item, iter, set_item};
use std::any::Any;

use super::native;
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::python::builtins::sequence::{self};
use crate::python::builtins::value::{self, Int};
use crate::python::builtins::{args, float};
use crate::python::code::Comparison;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const FULL_NAME: &str = "array.array";

/// One of the C types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    code: char,
    /// Bytes of an item.
    size: u32,
    /// How errors name it; floats have none.
    name: &'static str,
    signed: bool,
}

const KINDS: [Kind; 12] = [
    kind('b', 1, "signed char", true),
    kind('B', 1, "unsigned byte integer", false),
    kind('h', 2, "signed short integer", true),
    kind('H', 2, "unsigned short", false),
    kind('i', 4, "signed integer", true),
    kind('I', 4, "unsigned int", false),
    kind('l', 8, "int", true),
    kind('L', 8, "int", false),
    kind('q', 8, "int", true),
    kind('Q', 8, "int", false),
    kind('f', 4, "", true),
    kind('d', 8, "", true),
];

const fn kind(code: char, size: u32, name: &'static str, signed: bool) -> Kind {
    Kind {
        code,
        size,
        name,
        signed,
    }
}

impl Kind {
    fn is_float(self) -> bool {
        self.name.is_empty()
    }

    /// The smallest and the largest value.
    fn bounds(self) -> (i128, i128) {
        let bits = 8 * self.size;
        if self.signed {
            (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)
        } else {
            (0, (1i128 << bits) - 1)
        }
    }
}

/// An item: an int within its type's bounds, or a float.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Item {
    Int(i128),
    Float(f64),
}

pub(super) struct Array {
    pub(super) kind: Kind,
    pub(super) items: Vec<Item>,
    /// Items that there is room for.
    room: usize,
}

impl Array {
    /// array_resize.
    fn make_room(&mut self, n: usize) {
        let before = self.items.len();
        if self.room >= n && before < n + 16 && self.room > 0 {
            return;
        }
        self.room = match n {
            0 => 0,
            _ => n + (n >> 4) + if before < 8 { 3 } else { 7 },
        };
    }

    pub(super) fn replace(&mut self, range: std::ops::Range<usize>, new: &[Item]) {
        self.make_room(self.items.len() - range.len() + new.len());
        self.items.splice(range, new.iter().copied());
    }
}

impl Native for Array {
    fn traverse(&self, _: &mut dyn FnMut(Ref)) {}
    fn clear(&mut self, _: &mut Vec<Ref>) {}
    fn array_size(&self) -> u64 {
        u64::from(self.kind.size) * self.room as u64
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

const METHODS: [(&str, NativeFn); 23] = [
    ("append", |vm, args| {
        let (array, item) = args::receiver_and_one(vm, &args, "array.append")?;
        let item = checked(vm, array, item)?;
        let n = own(vm, array).items.len();
        own(vm, array).replace(n..n, &[item]);
        Ok(vm.none())
    }),
    ("extend", |vm, args| {
        let (array, items) = args::receiver_and_one(vm, &args, "array.extend")?;
        extend(vm, array, items)?;
        Ok(vm.none())
    }),
    ("fromlist", |vm, args| {
        let (array, items) = args::receiver_and_one(vm, &args, "array.fromlist")?;
        if vm.heap.list(items).is_none() {
            return vm.type_error("arg must be list");
        }
        extend(vm, array, items)?;
        Ok(vm.none())
    }),
    ("insert", |vm, args| {
        let (array, given) = args::receiver_and(vm, &args, "array.insert", 2, 2)?;
        let at = value::ssize(vm, given[0])?;
        let item = checked(vm, array, given[1])?;
        let n = own(vm, array).items.len() as i64;
        let at = if at < 0 { at + n } else { at }.clamp(0, n) as usize;
        own(vm, array).replace(at..at, &[item]);
        Ok(vm.none())
    }),
    ("pop", pop),
    ("remove", |vm, args| {
        let (array, wanted) = args::receiver_and_one(vm, &args, "array.remove")?;
        match find(vm, array, wanted)? {
            Some(at) => {
                own(vm, array).replace(at..at + 1, &[]);
                Ok(vm.none())
            }
            None => vm.value_error("array.remove(x): x not in array"),
        }
    }),
    ("index", |vm, args| {
        let (array, wanted) = args::receiver_and_one(vm, &args, "array.index")?;
        match find(vm, array, wanted)? {
            Some(at) => Ok(vm.heap.new_int(at as i64)),
            None => vm.value_error("array.index(x): x not in array"),
        }
    }),
    ("count", |vm, args| {
        let (array, wanted) = args::receiver_and_one(vm, &args, "array.count")?;
        let mut n = 0;
        for at in 0..own(vm, array).items.len() {
            n += i64::from(is_equal(vm, array, at, wanted)?);
        }
        Ok(vm.heap.new_int(n))
    }),
    ("reverse", |vm, args| {
        own(vm, args.positional[0]).items.reverse();
        Ok(vm.none())
    }),
    ("tolist", |vm, args| {
        let items = objects(vm, args.positional[0]);
        Ok(vm.heap.new_list(value::into_counted(items)))
    }),
    ("tobytes", |vm, args| {
        let bytes = bytes_of(own(vm, args.positional[0]));
        Ok(vm.heap.new_bytes(&bytes))
    }),
    ("buffer_info", |vm, args| {
        let address = vm.heap.address_of(args.positional[0]);
        let n = own(vm, args.positional[0]).items.len();
        let pair = [vm.heap.new_int(address as i64), vm.heap.new_int(n as i64)];
        Ok(vm.heap.new_tuple(value::into_counted(pair.into())))
    }),
    ("__len__", |vm, args| {
        let n = own(vm, args.positional[0]).items.len();
        Ok(vm.heap.new_int(n as i64))
    }),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__contains__", |vm, args| {
        let (array, wanted) = args::receiver_and_one(vm, &args, "array.__contains__")?;
        let found = find(vm, array, wanted)?.is_some();
        Ok(vm.bool(found))
    }),
    ("__iter__", iter),
    ("__repr__", repr),
    ("__add__", |vm, args| {
        let (array, other) = args::receiver_and_one(vm, &args, "array.__add__")?;
        let Some(other_body) = native::body::<Array>(vm, other) else {
            let class = vm.heap.class_name(other);
            return vm.type_error(format!("can only append array (not \"{class}\") to array"));
        };
        let more = other_body.items.clone();
        let body = own(vm, array);
        let (kind, all) = (body.kind, [&body.items[..], &more].concat());
        Ok(make(vm, kind, all))
    }),
    ("__mul__", repeated),
    ("__rmul__", repeated),
    ("__eq__", |vm, args| {
        let (array, other) = args::receiver_and_one(vm, &args, "array.__eq__")?;
        if native::body::<Array>(vm, other).is_none() {
            return Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED));
        }
        let mut lists = Vec::new();
        for array in [array, other] {
            let items = objects(vm, array);
            lists.push(vm.heap.new_list(value::into_counted(items)));
        }
        let result = vm.compare(Comparison::Eq, lists[0].get(), lists[1].get());
        value::release_all(vm, lists);
        result
    }),
];

pub fn create(vm: &mut Vm) -> PyResult {
    let (module, dict) = native::new_module(vm, "array", &[]);
    let class = class(vm);
    native::bind_ref(vm, dict, "array", class);
    native::bind_ref(vm, dict, "ArrayType", class);
    let codes = vm.heap.new_str("bBuhHiIlLqQfd");
    native::bind(vm, dict, "typecodes", codes);
    Ok(module)
}

fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        // The collector's kind since it became a heap type (3.10).
        gc: vm.heap.profile.arrays_are_tracked,
        weakrefs: true,
        ..NativeType::new("array", 64)
    };
    native::type_of(vm, FULL_NAME, native, |vm, class| {
        vm.add_new(class, new);
        native::add_methods(vm, class, &METHODS);
        vm.add_getter(
            class,
            "typecode",
            |vm, args| {
                let code = own(vm, args.positional[0]).kind.code;
                Ok(vm.heap.new_str(&code.to_string()))
            },
            None,
        );
        vm.add_getter(
            class,
            "itemsize",
            |vm, args| {
                let size = own(vm, args.positional[0]).kind.size;
                Ok(vm.heap.new_int(i64::from(size)))
            },
            None,
        );
        native::make_unhashable(vm, class);
    })
}

pub(super) fn own(vm: &mut Vm, array: Ref) -> &mut Array {
    native::body_mut(vm, array).expect("methods of array are called on arrays")
}

pub(super) fn make(vm: &mut Vm, kind: Kind, items: Vec<Item>) -> Owned {
    let class = class(vm);
    let room = items.len();
    native::new_object(vm, class, Box::new(Array { kind, items, room }))
}

fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let given = args.positional.get(1..).unwrap_or(&[]);
    if given.is_empty() {
        return vm.type_error("array() takes at least 1 argument (0 given)");
    }
    let code = value::text(&vm.heap, given[0]).unwrap_or_default();
    let Some(&kind) = KINDS.iter().find(|kind| *code == *kind.code.to_string()) else {
        let message = vm.heap.profile.texts.array_typecode;
        return vm.value_error(message);
    };
    let Some(&source) = given.get(1) else {
        return Ok(make(vm, kind, Vec::new()));
    };
    let array = make(vm, kind, Vec::new());
    let is_sequence = vm.heap.list(source).is_some() || vm.heap.tuple(source).is_some();
    if is_sequence || native::body::<Array>(vm, source).is_some() {
        // The length is known beforehand.
        let items = vm.collect_iterable(source)?;
        let mut converted = Vec::with_capacity(items.len());
        for item in &items {
            converted.push(checked(vm, array.get(), item.get())?);
        }
        value::release_all(vm, items);
        let body = own(vm, array.get());
        body.room = converted.len();
        body.items = converted;
    } else {
        extend(vm, array.get(), source)?;
    }
    Ok(array)
}

/// Item by item, as the iterable gives them; an array's all at once.
fn extend(vm: &mut Vm, array: Ref, source: Ref) -> PyResult<()> {
    if let Some(other) = native::body::<Array>(vm, source) {
        let (kind, more) = (other.kind, other.items.clone());
        if kind != own(vm, array).kind {
            return vm.type_error("can only extend with array of same kind");
        }
        let n = own(vm, array).items.len();
        own(vm, array).replace(n..n, &more);
        return Ok(());
    }
    let items = vm.collect_iterable(source)?;
    for item in &items {
        let item = checked(vm, array, item.get())?;
        let n = own(vm, array).items.len();
        own(vm, array).replace(n..n, &[item]);
    }
    value::release_all(vm, items);
    Ok(())
}

/// The object as an item of the array.
pub(super) fn checked(vm: &mut Vm, array: Ref, object: Ref) -> PyResult<Item> {
    let kind = own(vm, array).kind;
    if kind.is_float() {
        let is_real = value::number(&vm.heap, object).is_some()
            || value::is_python_instance(&vm.heap, object);
        if !is_real {
            let class = vm.heap.class_name(object);
            return vm.type_error(format!("must be real number, not {class}"));
        }
        let value = float::from_object(vm, object)?;
        return Ok(Item::Float(if kind.size == 4 {
            f64::from(value as f32)
        } else {
            value
        }));
    }
    let number = value::index(vm, object)?.into_big();
    let (least, most) = kind.bounds();
    match i128::try_from(&number) {
        Ok(number) if number < least => vm.raise(
            types::OVERFLOW_ERROR,
            format!("{} is less than minimum", kind.name),
        ),
        Ok(number) if number <= most => Ok(Item::Int(number)),
        _ => vm.raise(
            types::OVERFLOW_ERROR,
            if kind.size == 8 {
                "Python int too large to convert to C long".to_owned()
            } else {
                format!("{} is greater than maximum", kind.name)
            },
        ),
    }
}

pub(super) fn object(vm: &mut Vm, item: Item) -> Owned {
    match item {
        Item::Int(value) => vm.heap.new_bigint(value.into()),
        Item::Float(value) => vm.heap.new_float(value),
    }
}

fn objects(vm: &mut Vm, array: Ref) -> Vec<Owned> {
    let items = own(vm, array).items.clone();
    items.into_iter().map(|item| object(vm, item)).collect()
}

fn bytes_of(array: &Array) -> Vec<u8> {
    let size = array.kind.size as usize;
    let mut bytes = Vec::with_capacity(size * array.items.len());
    for item in &array.items {
        match *item {
            Item::Int(value) => bytes.extend_from_slice(&value.to_le_bytes()[..size]),
            Item::Float(value) if size == 4 => {
                bytes.extend_from_slice(&(value as f32).to_le_bytes());
            }
            Item::Float(value) => bytes.extend_from_slice(&value.to_le_bytes()),
        }
    }
    bytes
}

fn is_equal(vm: &mut Vm, array: Ref, at: usize, wanted: Ref) -> PyResult<bool> {
    let item = own(vm, array).items[at];
    let item = object(vm, item);
    let equal = vm.equal(item.get(), wanted);
    vm.release(item);
    equal
}

fn find(vm: &mut Vm, array: Ref, wanted: Ref) -> PyResult<Option<usize>> {
    let mut at = 0;
    while at < own(vm, array).items.len() {
        if is_equal(vm, array, at, wanted)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, given) = args::receiver_and(vm, &args, "array.pop", 0, 1)?;
    let at = match given.first() {
        Some(&at) => value::index(vm, at)?,
        None => Int::Small(-1),
    };
    let n = own(vm, array).items.len();
    if n == 0 {
        return vm.raise(types::INDEX_ERROR, "pop from empty array");
    }
    let Some(at) = value::position(&at, n) else {
        return vm.raise(types::INDEX_ERROR, "pop index out of range");
    };
    let item = own(vm, array).items[at];
    own(vm, array).replace(at..at + 1, &[]);
    Ok(object(vm, item))
}

fn repeated(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (array, count) = args::receiver_and_one(vm, &args, "array.__mul__")?;
    let count = value::index(vm, count)?.clamped().max(0) as usize;
    let body = own(vm, array);
    let (kind, items) = (body.kind, body.items.clone());
    sequence::check_length(vm, items.len() as u128 * count as u128)?;
    Ok(make(vm, kind, items.repeat(count)))
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let array = args.positional[0];
    let code = own(vm, array).kind.code;
    let items = objects(vm, array);
    if items.is_empty() {
        return Ok(vm.heap.new_str(&format!("array('{code}')")));
    }
    let mut shown = Vec::with_capacity(items.len());
    for item in &items {
        shown.push(vm.repr(item.get())?);
    }
    value::release_all(vm, items);
    Ok(vm
        .heap
        .new_str(&format!("array('{code}', [{}])", shown.join(", "))))
}
