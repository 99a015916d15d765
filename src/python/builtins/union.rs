//! `int | None`: a union of types, for annotations and isinstance(). Mirrors Objects/unionobject.c.

use std::any::Any;

use super::{args, value};
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::heap::{Owned, Ref, types};
use crate::python::modules::native;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};
use crate::trace::event::Label;

struct Union {
    /// Owned tuple of the types.
    args: Option<Ref>,
}

impl Native for Union {
    fn traverse(&self, visit: &mut dyn FnMut(Ref)) {
        self.args.iter().for_each(|&it| visit(it));
    }
    fn tell(&self, tell: &mut dyn FnMut(Label, Ref)) {
        self.args
            .iter()
            .for_each(|&it| tell(Label::part("__args__"), it));
    }
    fn clear(&mut self, dropped: &mut Vec<Ref>) {
        dropped.extend(self.args.take());
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

const METHODS: [(&str, NativeFn); 6] = [
    ("__repr__", repr),
    ("__or__", |vm, args| {
        let (left, right) = args::receiver_and_one(vm, &args, "__or__")?;
        or_not_implemented(vm, left, right)
    }),
    ("__ror__", |vm, args| {
        let (right, left) = args::receiver_and_one(vm, &args, "__ror__")?;
        or_not_implemented(vm, left, right)
    }),
    ("__eq__", |vm, args| {
        let (left, right) = args::receiver_and_one(vm, &args, "__eq__")?;
        let (Some(a), Some(b)) = (members(vm, left), members(vm, right)) else {
            return Ok(vm.heap.new_ref(Ref::NOT_IMPLEMENTED));
        };
        let is_same = a.len() == b.len() && a.iter().all(|it| b.contains(it));
        Ok(vm.bool(is_same))
    }),
    ("__hash__", |vm, args| {
        let all = members(vm, args.positional[0]).unwrap_or_default();
        let mut hash = 0;
        for it in all {
            hash ^= vm.hash(it)?;
        }
        Ok(vm.heap.new_int(hash))
    }),
    ("__instancecheck__", |vm, args| {
        let (union, object) = args::receiver_and_one(vm, &args, "__instancecheck__")?;
        let all = members(vm, union).unwrap_or_default();
        let mut is_instance = false;
        for class in all {
            is_instance =
                is_instance || super::attribute_functions::is_instance(vm, object, class)?;
        }
        Ok(vm.bool(is_instance))
    }),
];

fn class(vm: &mut Vm) -> Ref {
    let native = NativeType {
        weakrefs: true,
        ..NativeType::new("UnionType", 32)
    };
    native::type_of(vm, "types.UnionType", native, |vm, class| {
        native::add_methods(vm, class, &METHODS);
        vm.add_getter(
            class,
            "__args__",
            |vm, args| {
                let body = native::body::<Union>(vm, args.positional[0]);
                let all = body.and_then(|body| body.args).unwrap_or(Ref::NONE);
                Ok(vm.heap.new_ref(all))
            },
            None,
        );
    })
}

/// The types of a union; none for anything else.
pub fn members(vm: &Vm, object: Ref) -> Option<Vec<Ref>> {
    let all = native::body::<Union>(vm, object)?.args?;
    vm.heap.tuple(all).map(<[Ref]>::to_vec)
}

/// What a part of `a | b` stands for: itself, NoneType for None; none for what makes no union.
fn parts(vm: &Vm, object: Ref) -> Option<Vec<Ref>> {
    if object == Ref::NONE {
        return Some(vec![types::NONE_TYPE]);
    }
    if vm.heap.type_body_opt(object).is_some() || super::generic_alias::is_alias(vm, object) {
        return Some(vec![object]);
    }
    members(vm, object)
}

/// Whether an operand is a type, so that `|` makes a union.
pub fn is_asked_for(vm: &Vm, left: Ref, right: Ref) -> bool {
    let is_type = |object: Ref| vm.heap.type_body_opt(object).is_some();
    is_type(left) || is_type(right)
}

/// left | right of types; none where it means something else.
pub fn union(vm: &mut Vm, left: Ref, right: Ref) -> Option<Owned> {
    if !vm.heap.profile.types_make_unions || (left == Ref::NONE && right == Ref::NONE) {
        return None;
    }
    let mut all = parts(vm, left)?;
    for part in parts(vm, right)? {
        if !all.contains(&part) {
            all.push(part);
        }
    }
    let mut distinct: Vec<Ref> = Vec::new();
    for part in all {
        if !distinct.contains(&part) {
            distinct.push(part);
        }
    }
    if let [only] = distinct[..] {
        return Some(vm.heap.new_ref(only));
    }
    let counted = value::counted(&mut vm.heap, &distinct);
    let args = vm.heap.new_tuple(counted).into_counted();
    let class = class(vm);
    Some(native::new_object(
        vm,
        class,
        Box::new(Union { args: Some(args) }),
    ))
}

pub fn or_not_implemented(vm: &mut Vm, left: Ref, right: Ref) -> PyResult {
    Ok(match union(vm, left, right) {
        Some(made) => made,
        None => vm.heap.new_ref(Ref::NOT_IMPLEMENTED),
    })
}

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let mut shown = Vec::new();
    for class in members(vm, args.positional[0]).unwrap_or_default() {
        shown.push(if class == types::NONE_TYPE {
            "None".to_owned()
        } else {
            super::generic_alias::repr_part(vm, class)?
        });
    }
    Ok(vm.heap.new_str(&shown.join(" | ")))
}
