//! enumerate and zip, and the tuple that they, and iterators over the items of dicts, hand out again and again.
//!
//! Such an iterator makes its result once. As long as nobody else holds it, the next value is the same tuple with other
//! items: so a loop allocates no tuples, and the tuple keeps the last items alive.
//! Mirrors Objects/enumobject.c, zip_next of Python/bltinmodule.c and dictiter_iternextitem of Objects/dictobject.c.

use super::{Next, adaptors, args, iterators, tuple, value};
use crate::heap::free_lists::FreeListKind;
use crate::heap::payload::Iterator;
use crate::heap::{Owned, Payload, Ref, types};
use crate::profile::texts::fill;
use crate::python::code::BinaryOperator;
use crate::python::vm::{Args, PyResult, Vm};

/// The tuple that an iterator keeps, of as many None.
pub fn new_result(vm: &mut Vm, n: usize) -> Owned {
    let items = (0..n).map(|_| vm.none()).collect();
    tuple::of(vm, items)
}

/// These items: in the iterator's own tuple, if it alone has it, else in a new one.
pub fn result_of(vm: &mut Vm, result: Ref, items: Vec<Owned>) -> Owned {
    if vm.heap.refcount(result) != 1 {
        let items = value::into_counted(items);
        return match items[..] {
            [first, second] => vm.heap.new_pair(first, second),
            _ => vm.heap.new_filled_tuple(items),
        };
    }
    let handed_out = vm.heap.new_ref(result);
    for (index, item) in items.into_iter().enumerate() {
        put(vm, result, index, item);
    }
    track(vm, result);
    handed_out
}

fn put(vm: &mut Vm, result: Ref, index: usize, item: Owned) {
    let item = item.into_counted();
    let old = match vm.heap.payload_mut(result) {
        Payload::Tuple(items) => std::mem::replace(&mut items[index], item),
        _ => item,
    };
    vm.release_ref(old);
}

/// A collection may have untracked the tuple while it held atoms.
fn track(vm: &mut Vm, result: Ref) {
    if !vm.heap.is_tracked(result) {
        vm.heap.track(result);
    }
}

pub fn next_enumerated(vm: &mut Vm, iterator: Ref, source: Ref) -> PyResult<Next> {
    let Some(item) = vm.next(source)? else {
        return Ok(Next::Exhausted);
    };
    let one = vm.heap.new_int(1);
    let Some(&mut Iterator::Enumerate {
        index: number,
        result,
        ..
    }) = iterators::body(vm, iterator)
    else {
        return Ok(Next::NotNative);
    };
    let following = vm.binary(BinaryOperator::Add, number, one.get())?;
    vm.release(one);
    if let Some(Iterator::Enumerate { index, .. }) = iterators::body(vm, iterator) {
        *index = following.into_counted();
    }
    let pair = vec![Owned::from_counted(number), item];
    Ok(Next::Value(result_of(vm, result, pair)))
}

pub fn next_zipped(vm: &mut Vm, sources: Ref, result: Ref) -> PyResult<Next> {
    // The last item of a strict zip's tuple is True.
    let all = super::sequence::items(vm, sources).to_vec();
    let is_strict = all.last() == Some(&Ref::TRUE);
    let n = all.len() - usize::from(is_strict);
    if n == 0 {
        return Ok(Next::Exhausted);
    }
    let handed_out = (vm.heap.refcount(result) == 1).then(|| vm.heap.new_ref(result));
    let mut items = Vec::with_capacity(n);
    for (index, &source) in all[..n].iter().enumerate() {
        match vm.next(source) {
            Ok(Some(item)) if handed_out.is_some() => put(vm, result, index, item),
            Ok(Some(item)) => items.push(item),
            ended => {
                give_up(vm, handed_out, items, n);
                ended?;
                if is_strict {
                    check_strict(vm, &all[..n], index)?;
                }
                return Ok(Next::Exhausted);
            }
        }
    }
    match handed_out {
        Some(handed_out) => {
            track(vm, result);
            Ok(Next::Value(handed_out))
        }
        None => {
            let items = value::into_counted(items);
            Ok(Next::Value(vm.heap.new_filled_tuple(items)))
        }
    }
}

/// A source had no item for the tuple of so many, which CPython had made by then where it could not use the last one.
fn give_up(vm: &mut Vm, handed_out: Option<Owned>, items: Vec<Owned>, n: usize) {
    match handed_out {
        Some(handed_out) => vm.release(handed_out),
        None => vm.heap.count_temporary(FreeListKind::tuple(n)),
    }
    value::release_all(vm, items);
}

/// zip(strict=True): when one source is exhausted, all must be.
fn check_strict(vm: &mut Vm, sources: &[Ref], exhausted: usize) -> PyResult<()> {
    let complain = |vm: &mut Vm, argument: usize, length: &str| {
        let before = if argument == 2 {
            "argument 1".to_owned()
        } else {
            format!("arguments 1-{}", argument - 1)
        };
        vm.value_error(format!(
            "zip() argument {argument} is {length} than {before}"
        ))
    };
    if exhausted > 0 {
        return complain(vm, exhausted + 1, "shorter");
    }
    for (index, &source) in sources.iter().enumerate().skip(1) {
        if let Some(item) = vm.next(source)? {
            vm.release(item);
            return complain(vm, index + 1, "longer");
        }
    }
    Ok(())
}

pub fn new_enumerate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::ENUMERATE)?;
    if args.positional.is_empty() && args.keywords.is_empty() {
        let message = fill(vm.heap.profile.texts.enumerate_no_arguments, &[]);
        return vm.type_error(message);
    }
    let [source, start] = args::named(vm, &args, "enumerate", ["iterable", "start"], 1, 2)?;
    let index = match start {
        Some(start) => value::index(vm, start)?.into_object(&mut vm.heap),
        None => vm.heap.new_int(0),
    };
    let source = vm.iter(source.unwrap_or(Ref::NONE))?;
    let result = new_result(vm, 2);
    let body = Iterator::Enumerate {
        source: source.into_counted(),
        index: index.into_counted(),
        result: result.into_counted(),
    };
    Ok(iterators::new_iterator(vm, class, body))
}

pub fn new_zip(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, args) = args::class_and(vm, &args, types::ZIP)?;
    let mut strict = false;
    if class == types::ZIP && !args.keywords.is_empty() {
        if !vm.heap.profile.zip_has_strict {
            args::no_keywords(vm, &args, "zip")?;
        }
        let options = Args {
            positional: &[],
            keywords: args.keywords,
        };
        let [option] = args::named(vm, &options, "zip", ["strict"], 0, 0)?;
        if let Some(option) = option {
            strict = vm.truth(option)?;
        }
    }
    let sources = adaptors::iterators(vm, args.positional, strict)?.into_counted();
    let result = new_result(vm, args.positional.len());
    // Unlike the others, it is tracked from the beginning.
    if !args.positional.is_empty() {
        track(vm, result.get());
    }
    let body = Iterator::Zip {
        sources,
        result: result.into_counted(),
    };
    Ok(iterators::new_iterator(vm, class, body))
}
