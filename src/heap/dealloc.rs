//! Deallocation: what happens when a count reaches 0.
//!
//! In: an object without references. Out: the object, and everything that it alone kept alive, finalized and freed, in
//! CPython's order: finalizer, weak references and their callbacks, contents, memory, class. A loop with a stack of its own
//! does what CPython does by recursion, so that no depth of nesting can crash it.
//! Mirrors subtype_dealloc (Objects/typeobject.c), list_dealloc, dict_dealloc and their kind, and the kind's
//! free lists ([`super::free_lists`]).

use thin_vec::ThinVec;

use super::free_lists::FreeListKind;
use super::payload::{
    Attributes, Base, Exception, FrameState, GeneratorStatus, Iterator as Iter, Native,
};
use super::{Body, Head, Heap, Host, Owned, Payload, Ref, types, weakref};
use crate::profile::LocalsTeardown;

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
    /// Slots, values and dict, from that position on; the names are given back already.
    Attributes(Box<Attributes>, usize),
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
            Dropped::Attributes(attributes, position) => next_of_attributes(attributes, position),
        }
    }
}

fn next_of_attributes(attributes: &mut Attributes, position: &mut usize) -> Option<Ref> {
    while let Some(&slot) = attributes.slots.get(*position) {
        *position += 1;
        if slot.is_some() {
            return slot;
        }
    }
    let value = attributes.inline.get(*position - attributes.slots.len());
    *position += 1;
    match value {
        Some(&(_, value)) => Some(value),
        None => {
            *position -= 1;
            attributes.dict.take()
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
#[inline(never)]
pub fn deallocate<H: Host + ?Sized>(host: &mut H, object: Ref) {
    // The stack's memory is used again from one cascade to the next; a cascade within a cascade gets its own.
    let mut dying = std::mem::take(&mut host.heap().dying);
    debug_assert!(dying.is_empty(), "a cascade left its stack in use");
    begin(host, object, &mut dying);
    while let Some(top) = dying.last_mut() {
        if let Some(reference) = top.dropped.next() {
            if host.heap().decref(reference) {
                begin(host, reference, &mut dying);
            }
            continue;
        }
        let class = end(host.heap(), top);
        dying.pop();
        if let Some(class) = class
            && host.heap().decref(class)
        {
            begin(host, class, &mut dying);
        }
    }
    if dying.capacity() <= MAX_KEPT_STACK {
        host.heap().dying = dying;
    }
}

/// A longer stack is given back to the system.
const MAX_KEPT_STACK: usize = 4096;

/// What [`begin_plain`] says of an object.
enum Plain {
    /// It is something else.
    No,
    /// It is gone.
    Gone,
    /// Its contents go, and this one of them dies with it.
    Brings(Ref),
}

/// As [`begin`], for the exact lists and tuples that make up most of a heap: no finalizer, no class to give back.
#[inline]
fn begin_plain(heap: &mut Heap, object: Ref, dying: &mut Vec<Dying>) -> Plain {
    let class = heap.bodies[object.index()].class;
    if (class != types::LIST && class != types::TUPLE) || heap.recorder.is_detailed() {
        return Plain::No;
    }
    heap.untrack(object);
    let payload = std::mem::replace(&mut heap.bodies[object.index()].payload, Payload::Object);
    let (mut items, block, array, kind) = match payload {
        Payload::List(items) => {
            let array = 8 * items.capacity() as u64;
            (items, u64::from(heap.list_block), array, FreeListKind::List)
        }
        Payload::Tuple(items) => {
            let length = items.len();
            let block = u64::from(heap.empty_tuple_block) + 8 * length as u64;
            (items, block, 0, FreeListKind::tuple(length))
        }
        _ => unreachable!("an exact list or tuple has that payload"),
    };
    let size = block + array;
    while let Some(item) = items.pop() {
        if heap.decref(item) {
            let dropped = Dropped::FromEnd(items);
            dying.push(Dying {
                object,
                dropped,
                size,
                block,
                kind,
            });
            return Plain::Brings(item);
        }
    }
    heap.keep_array(items);
    if !heap.free_lists.put(kind) {
        heap.count_deallocation();
    }
    heap.free_slot(object, size, block);
    Plain::Gone
}

/// First half of a deallocation: finalizer and weak references, then the contents are taken out. The object joins the
/// dying, unless the finalizer brought it back to life, or it is gone already.
fn begin<H: Host + ?Sized>(host: &mut H, mut object: Ref, dying: &mut Vec<Dying>) {
    loop {
        match begin_plain(host.heap(), object, dying) {
            Plain::No => return begin_any(host, object, dying),
            Plain::Gone => return,
            Plain::Brings(item) => object = item,
        }
    }
}

fn begin_any<H: Host + ?Sized>(host: &mut H, object: Ref, dying: &mut Vec<Dying>) {
    let heap = host.heap();
    if heap.recorder.is_detailed() {
        heap.record_dealloc_started(object);
    }
    heap.untrack(object);
    // gen_dealloc, too, clears weak references before it closes the generator.
    let is_generator = matches!(heap.payload(object), Payload::Generator(_));
    if heap.profile.weakrefs_die_before_finalizer || is_generator {
        weakref::clear_for_dying(host, object);
    }
    let heap = host.heap();
    if heap.has_finalizer(object) && !finalize(host, object) {
        return;
    }
    if host.heap().heads[object.index()].has(Head::WEAKLY_REFERENCED) {
        weakref::clear_for_dying(host, object);
    }
    let heap = host.heap();
    let class = heap.class_of(object);
    let block = u64::from(heap.basic_size(class, heap.payload(object)));
    let size = block + heap.array_size(heap.payload(object)) + heap.forget_buffer(object);
    heap.before_contents_go(object);
    heap.order_as_shared_keys(object);
    let payload = std::mem::replace(heap.payload_mut(object), Payload::Object);
    let kind =
        if class.index() < types::N_BUILTIN_TYPES as usize + super::gc_list::N_SENTINELS as usize {
            heap.free_list_of_dying(class, &payload)
        } else {
            FreeListKind::None
        };
    dying.push(Dying {
        object,
        dropped: take_references(heap, payload),
        size,
        block,
        kind,
    });
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
    /// As [`FreeListKind::of`]; up to 3.10 a code object keeps one of its dead frames.
    fn free_list_of_dying(&self, class: Ref, payload: &Payload) -> FreeListKind {
        match payload {
            Payload::Frame(body) if self.profile.free_lists.frames > 0 => {
                match self.payload(body.code) {
                    Payload::Code(code) if !code.keeps_frame.replace(true) => FreeListKind::Kept,
                    _ => FreeListKind::Frame,
                }
            }
            // Its frame goes with a code object.
            _ => FreeListKind::of(class, payload),
        }
    }

    /// Inline attributes stand where their names stand among those that the class's instances share, and die in that
    /// order.
    fn order_as_shared_keys(&mut self, object: Ref) {
        let Body { class, payload, .. } = &self.bodies[object.index()];
        let Payload::Instance(attributes) = payload else {
            return;
        };
        let keys = match self.type_body_opt(*class) {
            Some(body) if attributes.inline.len() > 1 => body.shared_keys.clone(),
            _ => return,
        };
        if let Some(keys) = keys
            && let Payload::Instance(attributes) = &mut self.bodies[object.index()].payload
        {
            attributes
                .inline
                .sort_by_key(|&(name, _)| keys.position(name));
        }
    }

    /// Whether something runs before the object may die: `__del__` of its class, or a generator that has to be closed.
    pub fn has_finalizer(&self, object: Ref) -> bool {
        match self.payload_of(object) {
            None => false,
            Some(Payload::Generator(body)) => match body.status {
                GeneratorStatus::Suspended => true,
                GeneratorStatus::Created => !self.profile.unstarted_generators_keep_frame,
                GeneratorStatus::Running | GeneratorStatus::Finished => false,
            },
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
                    body.annotate.take(),
                ];
                dropped.extend(parts.into_iter().flatten());
            }
            Payload::Type(body) => dropped.extend(body.mro.take()),
            Payload::Frame(body) => {
                if let Some(state) = &mut body.state {
                    dropped.extend(state.locals.take());
                    let first = dropped.len();
                    dropped.extend(
                        state
                            .slots
                            .iter_mut()
                            .chain(&mut state.stack)
                            .filter_map(Option::take),
                    );
                    if self.profile.locals_teardown == LocalsTeardown::LastToFirst {
                        dropped[first..].reverse();
                    }
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
                    body.name.take(),
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
                    Base::Native(body) => Native::clear(&mut ***body, &mut dropped),
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
#[inline]
fn take_references(heap: &mut Heap, payload: Payload) -> Dropped {
    match payload {
        Payload::List(items) | Payload::Tuple(items) => Dropped::FromEnd(items),
        Payload::Instance(attributes) => {
            for &(name, _) in &attributes.inline {
                // Attribute names are strings: no cascade can begin with one.
                let _ = heap.decref(name);
            }
            Dropped::Attributes(attributes, 0)
        }
        other => Dropped::FromStart(take_other_references(heap, other), 0),
    }
}

fn take_other_references(heap: &Heap, payload: Payload) -> ThinVec<Ref> {
    let mut values = Vec::new();
    match payload {
        Payload::Dict(mut dict) => flatten(dict.take_all(), &mut values),
        Payload::Set(mut set) => values = set.take_all(),
        Payload::Type(body) => {
            values.extend(body.unseen);
            values.extend(body.base);
            values.extend(body.dict);
            values.extend(body.bases);
            values.extend(body.mro);
            values.extend(body.subclasses_dict);
            values.extend(body.qualname);
        }
        Payload::Frame(body) => {
            values.extend(body.back);
            if let Some(state) = body.state {
                take_frame_state(heap, *state, &mut values);
            }
            values.extend([body.globals, body.code]);
        }
        Payload::Generator(body) => {
            if let Some(state) = body.state {
                take_frame_state(heap, *state, &mut values);
            }
            values.extend(body.current_exception);
            values.extend(body.frame);
            values.extend([body.code, body.name, body.qualname]);
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
                Base::Native(mut body) => Native::clear(&mut **body, &mut values),
            }
        }
        Payload::Native(mut body) => Native::clear(&mut **body, &mut values),
        other => super::traverse::traverse(&other, &mut |reference| values.push(reference)),
    }
    values.into_iter().collect()
}

fn take_frame_state(heap: &Heap, state: FrameState, values: &mut Vec<Ref>) {
    let teardown = heap.profile.locals_teardown;
    let mut slots: Vec<Ref> = match heap.payload(state.code) {
        Payload::Code(code) if teardown == LocalsTeardown::CellsLast => {
            let order = code.code.slots_cells_last();
            order.iter().filter_map(|&at| state.slots[at]).collect()
        }
        _ => state.slots.into_iter().flatten().collect(),
    };
    let mut stack: Vec<Ref> = state.stack.into_iter().flatten().collect();
    if teardown == LocalsTeardown::LastToFirst {
        slots.reverse();
        stack.reverse();
        std::mem::swap(&mut slots, &mut stack);
    }
    values.extend(slots);
    values.extend(stack);
    values.extend(state.locals);
    values.extend(state.function);
    values.extend([state.globals, state.code]);
}

fn take_iterator(body: Iter, values: &mut Vec<Ref>) {
    super::traverse::traverse(&Payload::Iterator(Box::new(body)), &mut |reference| {
        values.push(reference)
    });
}
