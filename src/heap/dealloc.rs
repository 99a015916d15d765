//! Deallocation: what happens when a count reaches 0.
//!
//! In: an object without references. Out: the object, and everything that it alone kept alive, finalized and freed, in
//! CPython's order: finalizer, weak references and their callbacks, contents, memory, class. A loop with a stack of its own
//! does what CPython does by recursion, so that no depth of nesting can crash it.
//! Mirrors subtype_dealloc (Objects/typeobject.c), list_dealloc, dict_dealloc and their kind, and the free lists that
//! keep some dead objects' memory for the next of the kind.

use thin_vec::ThinVec;

use super::payload::{
    Attributes, Base, Exception, FrameState, GeneratorStatus, Iterator as Iter, Native,
};
use super::{Body, Head, Heap, Host, Owned, Payload, Ref, types, weakref};

/// Types whose dead objects CPython keeps for the next allocation: those neither raise nor lower the collector's count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeListKind {
    List,
    Dict,
    /// Of that length, 1 to 19.
    Tuple(u8),
    /// No free list.
    None,
}

const MAX_LISTS: u32 = 80;
const MAX_DICTS: u32 = 80;
const MAX_TUPLES: u32 = 2000;
const N_TUPLE_LENGTHS: usize = 20;

/// How many dead objects of each kind are kept.
#[derive(Default)]
pub struct FreeLists {
    lists: u32,
    dicts: u32,
    tuples: [u32; N_TUPLE_LENGTHS],
}

impl FreeListKind {
    #[inline]
    pub fn of(payload: &Payload) -> FreeListKind {
        match payload {
            Payload::List(_) => FreeListKind::List,
            Payload::Dict(_) => FreeListKind::Dict,
            Payload::Tuple(items) if (1..N_TUPLE_LENGTHS).contains(&items.len()) => {
                FreeListKind::Tuple(items.len() as u8)
            }
            _ => FreeListKind::None,
        }
    }
}

impl FreeLists {
    fn counter(&mut self, kind: FreeListKind) -> Option<(&mut u32, u32)> {
        match kind {
            FreeListKind::List => Some((&mut self.lists, MAX_LISTS)),
            FreeListKind::Dict => Some((&mut self.dicts, MAX_DICTS)),
            FreeListKind::Tuple(length) => {
                Some((&mut self.tuples[usize::from(length)], MAX_TUPLES))
            }
            FreeListKind::None => None,
        }
    }

    /// Whether a free list serves this allocation.
    #[inline]
    pub fn take(&mut self, kind: FreeListKind) -> bool {
        match self.counter(kind) {
            Some((n, _)) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        }
    }

    /// Whether a free list takes this dead object.
    #[inline]
    fn put(&mut self, kind: FreeListKind) -> bool {
        match self.counter(kind) {
            Some((n, max)) if *n < max => {
                *n += 1;
                true
            }
            _ => false,
        }
    }

    /// A full collection empties them.
    pub fn clear(&mut self) {
        *self = FreeLists::default();
    }
}

/// Gives a reference back, and runs the cascade if it was the last.
#[inline]
pub fn release<H: Host + ?Sized>(host: &mut H, reference: Ref) {
    if host.heap().decref(reference) {
        deallocate(host, reference);
    }
}

/// As [`release`], for an owned reference.
#[inline]
pub fn release_owned<H: Host + ?Sized>(host: &mut H, reference: Owned) {
    release(host, reference.into_counted());
}

/// References that a dying object gave up, still to be dropped.
enum Dropped {
    /// Last to first.
    FromEnd(ThinVec<Ref>),
    /// First to last, from that position on.
    FromStart(ThinVec<Ref>, usize),
}

impl Dropped {
    #[inline]
    fn next(&mut self) -> Option<Ref> {
        match self {
            Dropped::FromEnd(items) => items.pop(),
            Dropped::FromStart(items, position) => {
                let item = items.get(*position).copied();
                *position += 1;
                item
            }
        }
    }
}

/// An object whose contents are being dropped.
pub(super) struct Dying {
    object: Ref,
    dropped: Dropped,
    size: u64,
    block: u64,
    kind: FreeListKind,
}

/// Runs the cascade that begins with `object`, whose count is 0.
pub fn deallocate<H: Host + ?Sized>(host: &mut H, object: Ref) {
    // The stack's memory is used again from one cascade to the next; a cascade within a cascade gets its own.
    let mut dying = std::mem::take(&mut host.heap().dying);
    debug_assert!(dying.is_empty(), "a cascade left its stack in use");
    if let Some(first) = begin(host, object) {
        dying.push(first);
    }
    while let Some(top) = dying.last_mut() {
        match top.dropped.next() {
            Some(reference) => {
                if host.heap().decref(reference)
                    && let Some(next) = begin(host, reference)
                {
                    dying.push(next);
                }
            }
            None => {
                let done = dying.pop().expect("the loop's condition saw it");
                if let Some(class) = end(host.heap(), &done)
                    && host.heap().decref(class)
                    && let Some(next) = begin(host, class)
                {
                    dying.push(next);
                }
            }
        }
    }
    if dying.capacity() <= MAX_KEPT_STACK {
        host.heap().dying = dying;
    }
}

/// A longer stack is given back to the system.
const MAX_KEPT_STACK: usize = 4096;

/// As [`begin`], for the exact lists and tuples that make up most of a heap: no finalizer, no class to give back.
#[inline]
fn begin_plain(heap: &mut Heap, object: Ref) -> Option<Dying> {
    let class = heap.bodies[object.index()].class;
    if (class != types::LIST && class != types::TUPLE) || heap.recorder.is_detailed() {
        return None;
    }
    heap.untrack(object);
    let payload = std::mem::replace(&mut heap.bodies[object.index()].payload, Payload::Object);
    let kind = FreeListKind::of(&payload);
    let sizes = &heap.profile.sizes;
    let (items, block, array) = match payload {
        Payload::List(items) => {
            let array = 8 * items.capacity() as u64;
            (items, u64::from(sizes.list), array)
        }
        Payload::Tuple(items) => {
            let block = u64::from(sizes.tuple) + 8 * items.len() as u64;
            (items, block, 0)
        }
        _ => unreachable!("an exact list or tuple has that payload"),
    };
    Some(Dying {
        object,
        dropped: Dropped::FromEnd(items),
        size: block + array,
        block,
        kind,
    })
}

/// First half of a deallocation: finalizer and weak references, then the contents are taken out. None when the finalizer
/// brought the object back to life.
fn begin<H: Host + ?Sized>(host: &mut H, object: Ref) -> Option<Dying> {
    let heap = host.heap();
    if let Some(plain) = begin_plain(heap, object) {
        return Some(plain);
    }
    if heap.recorder.is_detailed() {
        heap.record_dealloc_started(object);
    }
    heap.untrack(object);
    if heap.has_finalizer(object) && !finalize(host, object) {
        return None;
    }
    if host.heap().heads[object.index()].has(Head::WEAKLY_REFERENCED) {
        weakref::clear_for_dying(host, object);
    }
    let heap = host.heap();
    let size = heap.size_of(object);
    let block = u64::from(heap.basic_size(heap.class_of(object), heap.payload(object)));
    heap.before_contents_go(object);
    heap.order_as_shared_keys(object);
    let payload = std::mem::replace(heap.payload_mut(object), Payload::Object);
    let kind = if heap.class_of(object).index()
        < types::N_BUILTIN_TYPES as usize + super::gc_list::N_SENTINELS as usize
    {
        FreeListKind::of(&payload)
    } else {
        FreeListKind::None
    };
    let dropped = take_references(heap, payload);
    Some(Dying {
        object,
        dropped,
        size,
        block,
        kind,
    })
}

/// Second half: the memory goes. Returns the class if the object held a reference to it.
#[inline]
fn end(heap: &mut Heap, dying: &Dying) -> Option<Ref> {
    let class = heap.bodies[dying.object.index()].class;
    let (is_gc, holds_class) = match dying.kind {
        FreeListKind::None => match heap.type_body_opt(class) {
            Some(body) => (body.instances_are_gc, body.is_heap_type),
            None => (false, false),
        },
        // Only exact built-in containers have free lists.
        _ => (true, false),
    };
    if is_gc && !heap.free_lists.put(dying.kind) {
        heap.count_deallocation();
    }
    heap.free_slot(dying.object, dying.size, dying.block);
    holds_class.then_some(class)
}

/// Calls the finalizer of an object about to die; false: it lives again.
fn finalize<H: Host + ?Sized>(host: &mut H, object: Ref) -> bool {
    let heap = host.heap();
    if heap.heads[object.index()].has(Head::FINALIZED) {
        return true;
    }
    // The finalizer sees an ordinary object: one reference, tracked. CPython tracks it anew, so it is young again.
    heap.refcnts[object.index()] = 1;
    if heap.is_gc(object) {
        heap.track(object);
        heap.heads[object.index()].set(Head::FINALIZED, true);
    }
    host.call_finalizer(object);
    let heap = host.heap();
    if !heap.decref(object) {
        return false;
    }
    heap.untrack(object);
    true
}

impl Heap {
    /// Inline attributes stand where their names stand among those that the class's instances share, and die in that
    /// order.
    fn order_as_shared_keys(&mut self, object: Ref) {
        let Body { class, payload, .. } = &self.bodies[object.index()];
        let Payload::Instance(attributes) = payload else {
            return;
        };
        let keys = match self.type_body_opt(*class) {
            Some(body) if attributes.inline.len() > 1 => &body.shared_keys,
            _ => return,
        };
        let names = attributes.inline.iter().map(|(name, _)| name);
        if names.zip(keys).all(|(name, key)| name == key) {
            return;
        }
        let keys = keys.clone();
        if let Payload::Instance(attributes) = &mut self.bodies[object.index()].payload {
            attributes
                .inline
                .sort_by_key(|(name, _)| keys.iter().position(|key| key == name));
        }
    }

    /// Whether something runs before the object may die: `__del__` of its class, or a generator that has to be closed.
    pub fn has_finalizer(&self, object: Ref) -> bool {
        match self.payload_of(object) {
            None => false,
            Some(Payload::Generator(body)) => body.status == GeneratorStatus::Suspended,
            Some(_) => self.type_body(self.class_of(object)).has_finalizer,
        }
    }

    /// tp_clear: the object gives its references up, in CPython's order; the caller releases them. What may not be
    /// missing while the object exists (a tuple's items, a function's code) stays.
    pub fn clear(&mut self, object: Ref) -> Vec<Ref> {
        let mut dropped = Vec::new();
        match self.payload_mut(object) {
            Payload::List(items) => {
                dropped.extend(std::mem::take(items).into_iter().rev());
            }
            Payload::Dict(dict) => flatten(dict.take_all(), &mut dropped),
            Payload::Set(set) => dropped = set.take_all(),
            Payload::Instance(attributes) => clear_attributes(attributes, &mut dropped),
            Payload::Cell(contents) => dropped.extend(contents.take()),
            Payload::Function(body) => {
                let parts = [
                    body.module.take(),
                    body.defaults.take(),
                    body.keyword_defaults.take(),
                    body.doc.take(),
                    body.dict.take(),
                    body.closure.take(),
                    body.annotations.take(),
                ];
                dropped.extend(parts.into_iter().flatten());
            }
            Payload::Type(body) => dropped.extend(body.mro.take()),
            Payload::Frame(body) => {
                if let Some(state) = &mut body.state {
                    dropped.extend(state.locals.take());
                    dropped.extend(
                        state
                            .slots
                            .iter_mut()
                            .chain(&mut state.stack)
                            .filter_map(Option::take),
                    );
                }
            }
            Payload::Traceback(body) => dropped.extend(body.next.take()),
            Payload::Exception(body) => clear_exception(body, &mut dropped),
            Payload::Property(body) => {
                let parts = [
                    body.getter.take(),
                    body.setter.take(),
                    body.deleter.take(),
                    body.doc.take(),
                ];
                dropped.extend(parts.into_iter().flatten());
            }
            Payload::WeakRef(body) => {
                dropped.extend(body.callback.take());
                clear_attributes(&mut body.attributes, &mut dropped);
            }
            Payload::Derived(body) => {
                match &mut body.base {
                    Base::List(items) => dropped.extend(std::mem::take(items).into_iter().rev()),
                    Base::Dict(dict) => flatten(dict.take_all(), &mut dropped),
                    Base::Set(set) => dropped.extend(set.take_all()),
                    Base::Exception(exception) => clear_exception(exception, &mut dropped),
                    Base::Tuple(_) | Base::Atom(_) => {}
                }
                clear_attributes(&mut body.attributes, &mut dropped);
            }
            Payload::Native(body) => Native::clear(&mut ***body, &mut dropped),
            _ => {}
        }
        dropped
    }
}

fn flatten(pairs: Vec<(Ref, Ref)>, dropped: &mut Vec<Ref>) {
    dropped.extend(pairs.into_iter().flat_map(|(key, value)| [key, value]));
}

fn clear_attributes(attributes: &mut Attributes, dropped: &mut Vec<Ref>) {
    dropped.extend(attributes.slots.iter_mut().filter_map(Option::take));
    dropped.extend(
        attributes
            .inline
            .drain(..)
            .flat_map(|(name, value)| [name, value]),
    );
    dropped.extend(attributes.dict.take());
}

fn clear_exception(body: &mut Exception, dropped: &mut Vec<Ref>) {
    dropped.extend(body.attributes.dict.take());
    let parts = [
        body.args.take(),
        body.traceback.take(),
        body.cause.take(),
        body.context.take(),
    ];
    dropped.extend(parts.into_iter().flatten());
    dropped.extend(
        body.attributes
            .inline
            .drain(..)
            .flat_map(|(name, value)| [name, value]),
    );
    dropped.extend(body.attributes.slots.iter_mut().filter_map(Option::take));
}

/// All references of a dead object's payload, in the order in which they are dropped.
fn take_references(heap: &mut Heap, payload: Payload) -> Dropped {
    match payload {
        Payload::List(items) | Payload::Tuple(items) => Dropped::FromEnd(items),
        Payload::Instance(attributes) => {
            let attributes = *attributes;
            let mut values: ThinVec<Ref> = attributes.slots.into_iter().flatten().collect();
            for (name, value) in attributes.inline {
                // Attribute names are strings: no cascade can begin with one.
                let _ = heap.decref(name);
                values.push(value);
            }
            values.extend(attributes.dict);
            Dropped::FromStart(values, 0)
        }
        other => Dropped::FromStart(take_other_references(other), 0),
    }
}

fn take_other_references(payload: Payload) -> ThinVec<Ref> {
    let mut values = Vec::new();
    match payload {
        Payload::Dict(mut dict) => flatten(dict.take_all(), &mut values),
        Payload::Set(mut set) => values = set.take_all(),
        Payload::Type(body) => {
            values.extend(body.base);
            values.extend(body.dict);
            values.extend(body.bases);
            values.extend(body.mro);
            values.extend(body.qualname);
        }
        Payload::Frame(body) => {
            values.extend(body.back);
            if let Some(state) = body.state {
                take_frame_state(*state, &mut values);
            }
            values.extend([body.globals, body.code]);
        }
        Payload::Generator(body) => {
            if let Some(state) = body.state {
                take_frame_state(*state, &mut values);
            }
            values.extend(body.current_exception);
            values.extend([body.name, body.qualname]);
        }
        Payload::Exception(mut body) => clear_exception(&mut body, &mut values),
        Payload::Iterator(body) => take_iterator(*body, &mut values),
        Payload::Derived(body) => {
            let mut attributes = body.attributes;
            clear_attributes(&mut attributes, &mut values);
            match body.base {
                Base::List(items) | Base::Tuple(items) => values.extend(items.into_iter().rev()),
                Base::Dict(mut dict) => flatten(dict.take_all(), &mut values),
                Base::Set(mut set) => values.extend(set.take_all()),
                Base::Exception(mut exception) => clear_exception(&mut exception, &mut values),
                Base::Atom(atom) => values.push(atom),
            }
        }
        Payload::Native(mut body) => Native::clear(&mut **body, &mut values),
        other => super::traverse::traverse(&other, &mut |reference| values.push(reference)),
    }
    values.into_iter().collect()
}

fn take_frame_state(state: FrameState, values: &mut Vec<Ref>) {
    values.extend(state.slots.into_iter().flatten());
    values.extend(state.locals);
    values.extend(state.stack.into_iter().flatten());
    values.extend(state.function);
    values.extend([state.globals, state.code]);
}

fn take_iterator(body: Iter, values: &mut Vec<Ref>) {
    super::traverse::traverse(&Payload::Iterator(Box::new(body)), &mut |reference| {
        values.push(reference)
    });
}
