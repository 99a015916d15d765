//! set and frozenset: methods and operators, inserting in the order in which CPython does, because the table's order can
//! be seen. Mirrors Objects/setobject.c.

use super::{args, value};
use crate::heap::payload::Base;
use crate::heap::set::Set;
use crate::heap::{Owned, Ref, lookup, types};
use crate::python::code::BinaryOperator as Op;
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.add_new(types::SET, new_set);
    vm.add_new(types::FROZENSET, new_frozenset);
    let both: [(&str, NativeFn); 8] = [
        ("copy", copy_method),
        ("union", |vm, args| combined(vm, args, union_with)),
        ("intersection", |vm, args| combined(vm, args, intersection)),
        ("difference", |vm, args| combined(vm, args, difference)),
        ("symmetric_difference", |vm, args| {
            let (set, other) = args::receiver_and_one(vm, &args, "set.symmetric_difference")?;
            symmetric_difference(vm, set, other)
        }),
        ("issubset", |vm, args| related(vm, args, Relation::Subset)),
        ("issuperset", |vm, args| {
            related(vm, args, Relation::Superset)
        }),
        ("isdisjoint", is_disjoint_method),
    ];
    for class in [types::SET, types::FROZENSET] {
        for (name, method) in both {
            vm.add_method(class, name, method);
        }
    }
    let mutable: [(&str, NativeFn); 10] = [
        ("__init__", init),
        ("add", add),
        ("remove", remove),
        ("discard", discard),
        ("pop", pop),
        ("clear", clear),
        ("update", |vm, args| updated(vm, args, update)),
        ("intersection_update", |vm, args| {
            updated(vm, args, intersection_update)
        }),
        ("difference_update", |vm, args| {
            updated(vm, args, difference_update)
        }),
        ("symmetric_difference_update", |vm, args| {
            updated(vm, args, symmetric_difference_update)
        }),
    ];
    for (name, method) in mutable {
        vm.add_method(types::SET, name, method);
    }
}

fn new_set(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, _) = args::class_and(vm, &args, types::SET)?;
    Ok(new_empty(vm, class))
}

fn new_empty(vm: &mut Vm, class: Ref) -> Owned {
    if value::is_python_class(&vm.heap, class) {
        value::new_derived(vm, class, Base::Set(Default::default()))
    } else {
        vm.heap.new_set(class)
    }
}

fn init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = args.positional[0];
    if vm.heap.class_of(set) == types::SET {
        args::no_keywords(vm, &args, "set")?;
    }
    args::check_count(vm, "set", args.positional.len() - 1, 0, 1)?;
    drop_members(vm, set);
    if let Some(&iterable) = args.positional.get(1) {
        update(vm, set, iterable)?;
    }
    Ok(vm.none())
}

fn new_frozenset(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::FROZENSET)?;
    if class == types::FROZENSET {
        args::no_keywords(vm, &args, "frozenset")?;
    }
    args::check_count(vm, "frozenset", args.positional.len(), 0, 1)?;
    if let Some(&iterable) = args.positional.first()
        && class == types::FROZENSET
        && vm.heap.class_of(iterable) == types::FROZENSET
    {
        return Ok(vm.heap.new_ref(iterable));
    }
    let made = new_empty(vm, class);
    if let Some(&iterable) = args.positional.first() {
        update(vm, made.get(), iterable)?;
    }
    untrack_atoms(vm, made.get());
    Ok(made)
}

/// A new frozenset of atoms is not tracked where the version says so.
fn untrack_atoms(vm: &mut Vm, set: Ref) {
    if vm.heap.profile.frozensets_untracked_at_birth
        && vm.heap.class_of(set) == types::FROZENSET
        && vm.heap.is_tracked(set)
        && !members(vm, set)
            .iter()
            .any(|&(_, key)| vm.heap.may_be_tracked(key))
    {
        vm.heap.untrack(set);
    }
}

fn members(vm: &Vm, set: Ref) -> Vec<(i64, Ref)> {
    match vm.heap.set(set) {
        Some(set) => set.iter().collect(),
        None => Vec::new(),
    }
}

fn drop_members(vm: &mut Vm, set: Ref) {
    let before = vm.heap.size_of(set);
    let gone = vm.heap.set_mut(set).map(Set::take_all).unwrap_or_default();
    let after = vm.heap.size_of(set);
    vm.heap.account_resize(set, before, after);
    for key in gone {
        vm.release_ref(key);
    }
}

/// Which class the result of a method or operator has.
fn result_class(vm: &Vm, set: Ref) -> Ref {
    if vm.heap.is_instance(set, types::FROZENSET) {
        types::FROZENSET
    } else {
        types::SET
    }
}

/// A copy of the built-in class.
fn copy(vm: &mut Vm, set: Ref, class: Ref) -> PyResult {
    let new = vm.heap.new_set(class);
    update(vm, new.get(), set)?;
    untrack_atoms(vm, new.get());
    Ok(new)
}

fn copy_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = args::receiver(vm, &args, "set.copy")?;
    if vm.heap.class_of(set) == types::FROZENSET {
        return Ok(vm.heap.new_ref(set));
    }
    let class = result_class(vm, set);
    copy(vm, set, class)
}

/// set.update(other).
pub fn update(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<()> {
    if vm.heap.set(other).is_some() {
        return merge(vm, set, other);
    }
    if vm.heap.class_of(other) == types::DICT {
        let entries: Vec<Ref> = match vm.heap.dict(other) {
            Some(dict) => dict.iter().map(|(key, _)| key).collect(),
            None => Vec::new(),
        };
        reserve(vm, set, entries.len());
        for key in entries {
            vm.set_add(set, key)?;
        }
        return Ok(());
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(iterator.get())? {
        vm.set_add(set, key.get())?;
        vm.release(key);
    }
    vm.release(iterator);
    Ok(())
}

fn reserve(vm: &mut Vm, set: Ref, n: usize) {
    let before = vm.heap.size_of(set);
    if let Some(body) = vm.heap.set_mut(set) {
        body.reserve_for_merge(n);
    }
    let after = vm.heap.size_of(set);
    vm.heap.account_resize(set, before, after);
}

fn merge(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<()> {
    let keys = members(vm, other);
    if set == other || keys.is_empty() {
        return Ok(());
    }
    if vm.heap.set(set).is_some_and(Set::is_untouched) {
        let mut copied = Set::default();
        if let Some(body) = vm.heap.set(other) {
            copied.merge_into_empty(body);
        }
        for &(_, key) in &keys {
            vm.heap.incref(key);
        }
        let before = vm.heap.size_of(set);
        if let Some(body) = vm.heap.set_mut(set) {
            *body = copied;
        }
        let after = vm.heap.size_of(set);
        vm.heap.account_resize(set, before, after);
        return Ok(());
    }
    reserve(vm, set, keys.len());
    for (_, key) in keys {
        vm.set_add(set, key)?;
    }
    Ok(())
}

fn add(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (set, key) = args::receiver_and_one(vm, &args, "set.add")?;
    vm.set_add(set, key)?;
    Ok(vm.none())
}

fn remove(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (set, key) = args::receiver_and_one(vm, &args, "set.remove")?;
    if vm.set_remove_sought(set, key)? {
        Ok(vm.none())
    } else {
        super::exceptions::key_error(vm, key)
    }
}

fn discard(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (set, key) = args::receiver_and_one(vm, &args, "set.discard")?;
    vm.set_remove_sought(set, key)?;
    Ok(vm.none())
}

fn pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = args::receiver(vm, &args, "set.pop")?;
    match vm.heap.set_mut(set).and_then(Set::pop) {
        Some(key) => Ok(Owned::from_counted(key)),
        None => {
            let message = vm.heap.new_str("pop from an empty set");
            let raised = super::exceptions::key_error(vm, message.get());
            vm.release(message);
            raised
        }
    }
}

fn clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = args::receiver(vm, &args, "set.clear")?;
    drop_members(vm, set);
    Ok(vm.none())
}

/// set.method(*others), each applied to the set itself.
fn updated(vm: &mut Vm, args: Args<'_>, apply: fn(&mut Vm, Ref, Ref) -> PyResult<()>) -> PyResult {
    let (&set, others) = args.positional.split_first().unwrap_or((&Ref::NONE, &[]));
    for &other in others {
        apply(vm, set, other)?;
    }
    Ok(vm.none())
}

/// set.method(*others), each making a new set of the one before.
fn combined(vm: &mut Vm, args: Args<'_>, combine: fn(&mut Vm, Ref, Ref) -> PyResult) -> PyResult {
    let (&set, others) = args.positional.split_first().unwrap_or((&Ref::NONE, &[]));
    let Some((&first, rest)) = others.split_first() else {
        let class = result_class(vm, set);
        return copy(vm, set, class);
    };
    let mut result = combine(vm, set, first)?;
    for &other in rest {
        let next = combine(vm, result.get(), other)?;
        vm.release(result);
        result = next;
    }
    Ok(result)
}

fn union_with(vm: &mut Vm, set: Ref, other: Ref) -> PyResult {
    let class = result_class(vm, set);
    let result = copy(vm, set, class)?;
    update(vm, result.get(), other)?;
    Ok(result)
}

fn intersection(vm: &mut Vm, set: Ref, other: Ref) -> PyResult {
    let class = result_class(vm, set);
    if set == other {
        return copy(vm, set, class);
    }
    let result = vm.heap.new_set(class);
    if vm.heap.set(other).is_some() {
        let n = |set| vm.heap.set(set).map_or(0, Set::len);
        // The smaller one is walked.
        let (walked, asked) = if n(other) > n(set) {
            (set, other)
        } else {
            (other, set)
        };
        for (_, key) in members(vm, walked) {
            if vm.set_contains(asked, key)? {
                vm.set_add(result.get(), key)?;
            }
        }
        return Ok(result);
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(iterator.get())? {
        if vm.set_contains(set, key.get())? {
            vm.set_add(result.get(), key.get())?;
        }
        vm.release(key);
    }
    vm.release(iterator);
    Ok(result)
}

fn intersection_update(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<()> {
    let kept = intersection(vm, set, other)?;
    replace_body(vm, set, kept);
    Ok(())
}

/// Both sets exchange their members; then the other one goes.
fn replace_body(vm: &mut Vm, set: Ref, other: Owned) {
    let before = (vm.heap.size_of(set), vm.heap.size_of(other.get()));
    let new = vm.heap.set_mut(other.get()).map(std::mem::take);
    if let (Some(new), Some(slot)) = (new, vm.heap.set_mut(set)) {
        let old = std::mem::replace(slot, new);
        if let Some(slot) = vm.heap.set_mut(other.get()) {
            *slot = old;
        }
    }
    let after = (vm.heap.size_of(set), vm.heap.size_of(other.get()));
    vm.heap.account_resize(set, before.0, after.0);
    vm.heap.account_resize(other.get(), before.1, after.1);
    vm.release(other);
}

fn difference(vm: &mut Vm, set: Ref, other: Ref) -> PyResult {
    let class = result_class(vm, set);
    let n = |vm: &Vm, object: Ref| match vm.heap.set(object) {
        Some(set) => Some(set.len()),
        None => vm.heap.dict(object).map(|dict| dict.len()),
    };
    let by_copy = match n(vm, other) {
        None => true,
        // Much smaller: it is quicker to copy and take out.
        Some(n_other) => n(vm, set).unwrap_or(0) >> 2 > n_other,
    };
    if by_copy {
        let result = copy(vm, set, class)?;
        difference_update(vm, result.get(), other)?;
        return Ok(result);
    }
    let result = vm.heap.new_set(class);
    for (_, key) in members(vm, set) {
        if !vm.contains(other, key)? {
            vm.set_add(result.get(), key)?;
        }
    }
    Ok(result)
}

fn difference_update(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<()> {
    if set == other {
        drop_members(vm, set);
        return Ok(());
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(iterator.get())? {
        vm.set_discard(set, key.get())?;
        vm.release(key);
    }
    vm.release(iterator);
    Ok(())
}

fn symmetric_difference(vm: &mut Vm, set: Ref, other: Ref) -> PyResult {
    let class = result_class(vm, set);
    let result = vm.heap.new_set(class);
    update(vm, result.get(), other)?;
    symmetric_difference_update(vm, result.get(), set)?;
    Ok(result)
}

fn symmetric_difference_update(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<()> {
    if set == other {
        drop_members(vm, set);
        return Ok(());
    }
    let others = if vm.heap.set(other).is_some() {
        vm.heap.new_ref(other)
    } else {
        let made = vm.heap.new_set(types::SET);
        update(vm, made.get(), other)?;
        made
    };
    for (_, key) in members(vm, others.get()) {
        if !vm.set_discard(set, key)? {
            vm.set_add(set, key)?;
        }
    }
    vm.release(others);
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Subset,
    Superset,
}

fn related(vm: &mut Vm, args: Args<'_>, relation: Relation) -> PyResult {
    let (set, other) = args::receiver_and_one(vm, &args, "set.issubset")?;
    let others = if vm.heap.set(other).is_some() {
        vm.heap.new_ref(other)
    } else {
        let made = vm.heap.new_set(types::SET);
        update(vm, made.get(), other)?;
        made
    };
    let result = match relation {
        Relation::Subset => is_subset(vm, set, others.get()),
        Relation::Superset => is_subset(vm, others.get(), set),
    };
    vm.release(others);
    let result = result?;
    Ok(vm.bool(result))
}

/// Whether every member of `set` is in `other`; both are sets or views.
pub fn is_subset(vm: &mut Vm, set: Ref, other: Ref) -> PyResult<bool> {
    let n = |vm: &mut Vm, object| super::len(vm, object).map(|n| n.unwrap_or(0));
    if n(vm, set)? > n(vm, other)? {
        return Ok(false);
    }
    let items = vm.collect_iterable(set)?;
    let mut all = Ok(true);
    for item in &items {
        match vm.contains(other, item.get()) {
            Ok(true) => {}
            stop => {
                all = stop;
                break;
            }
        }
    }
    value::release_all(vm, items);
    all
}

pub fn is_disjoint_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (set, other) = args::receiver_and_one(vm, &args, "set.isdisjoint")?;
    let items = vm.collect_iterable(other)?;
    let mut disjoint = true;
    for item in &items {
        if vm.contains(set, item.get())? {
            disjoint = false;
            break;
        }
    }
    value::release_all(vm, items);
    Ok(vm.bool(disjoint))
}

/// a & b and so on of sets (and keys and items views); none when an operand is no set.
pub fn binary(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    let views = vm.heap.set(left).is_none() || vm.heap.set(right).is_none();
    if views && !(super::compare::is_set_like(vm, left) || super::compare::is_set_like(vm, right)) {
        return Ok(None);
    }
    if !matches!(op, Op::Or | Op::And | Op::Sub | Op::Xor) {
        return Ok(None);
    }
    // A view makes a set of itself first; beside a set there must be a set.
    let is_view =
        |vm: &Vm, object| super::compare::is_set_like(vm, object) && vm.heap.set(object).is_none();
    if views && !is_view(vm, left) && !is_view(vm, right) {
        return Ok(None);
    }
    if views && vm.heap.set(left).is_none() && !is_view(vm, left) && !super::is_iterable(vm, left) {
        return Ok(None);
    }
    let first = if vm.heap.set(left).is_some() {
        vm.heap.new_ref(left)
    } else {
        let made = vm.heap.new_set(types::SET);
        update(vm, made.get(), left)?;
        made
    };
    let result = match op {
        Op::Or => union_with(vm, first.get(), right),
        Op::And => intersection(vm, first.get(), right),
        Op::Sub => difference(vm, first.get(), right),
        _ => symmetric_difference(vm, first.get(), right),
    };
    vm.release(first);
    result.map(Some)
}

/// a |= b and so on of a set, in place; none for a frozenset or when the other is no set.
pub fn inplace(vm: &mut Vm, op: Op, left: Ref, right: Ref) -> PyResult<Option<Owned>> {
    if !vm.heap.is_instance(left, types::SET) || !super::compare::is_set_like(vm, right) {
        return Ok(None);
    }
    match op {
        Op::Or => update(vm, left, right)?,
        Op::And => intersection_update(vm, left, right)?,
        Op::Sub => difference_update(vm, left, right)?,
        Op::Xor => symmetric_difference_update(vm, left, right)?,
        _ => return Ok(None),
    }
    Ok(Some(vm.heap.new_ref(left)))
}

/// Hash of a frozenset: independent of the order of its members.
pub fn hash(vm: &mut Vm, set: Ref) -> i64 {
    if let Some(known) = vm.heap.set(set).and_then(|set| set.hash) {
        return known;
    }
    let hash = hash_of_members(vm, set);
    if let Some(body) = vm.heap.set_mut(set) {
        body.hash = Some(hash);
    }
    hash
}

/// That of a frozenset with the same members; it is not kept, as members of a set change.
pub fn hash_of_members(vm: &mut Vm, set: Ref) -> i64 {
    let shuffle = |bits: u64| ((bits ^ 89_869_747) ^ (bits << 16)).wrapping_mul(3_644_798_167);
    let keys = members(vm, set);
    let mut hash = keys
        .iter()
        .fold(0, |hash, &(key_hash, _)| hash ^ shuffle(key_hash as u64));
    // CPython's table counts its empty slots in, and takes them out again; what remains is this.
    hash ^= (keys.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX {
        590_923_713
    } else {
        lookup::no_error(hash as i64)
    }
}
