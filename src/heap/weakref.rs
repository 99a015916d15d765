//! Weak references: lists of them by referent, cleared when it dies.
//!
//! Mirrors Objects/weakrefobject.c: the basic reference (no callback) is shared and stands first, others follow newest
//! first; on death all are cleared before any callback runs, and callbacks run newest first.

use super::free_lists::FreeListKind;
use super::payload::WeakRef;
use super::{Head, Heap, Host, Owned, Payload, Ref, types};

impl Heap {
    /// Weak references to the object, in the order in which their callbacks would run.
    pub fn weakrefs_of(&self, object: Ref) -> &[Ref] {
        self.weakrefs.get(&object).map_or(&[], Vec::as_slice)
    }

    /// Makes a weak reference of that class (weakref.ref, a subclass, or a proxy type). Takes a reference to the
    /// callback. The caller has checked that the object can be weakly referenced.
    pub fn new_weakref(
        &mut self,
        class: Ref,
        target: Ref,
        callback: Option<Ref>,
        is_proxy: bool,
    ) -> Owned {
        if let Some(callback) = callback {
            self.incref(callback);
        }
        let is_plain = callback.is_none() && (class == types::WEAKREF || is_proxy);
        let body = WeakRef {
            target: Some(target),
            callback,
            is_proxy,
            hash: None,
            attributes: Default::default(),
        };
        let new = self.alloc(class, Payload::WeakRef(Box::new(body)));
        self.track(new.get());
        let list = self.weakrefs.entry(target).or_default();
        let shared = list
            .iter()
            .take_while(|&&other| match &self.bodies[other.index()].payload {
                Payload::WeakRef(other) => other.callback.is_none(),
                _ => false,
            })
            .count()
            .min(2);
        // The shared ones (the plain reference, then the plain proxy) stand first; each other one directly behind them.
        list.insert(if is_plain && !is_proxy { 0 } else { shared }, new.get());
        self.heads[target.index()].set(Head::WEAKLY_REFERENCED, true);
        if self.recorder.is_on() {
            self.record_weakref_created(new.get(), target);
        }
        new
    }

    /// The plain weak reference (or proxy) to the object, which all callers without a callback share.
    pub fn shared_weakref(&self, target: Ref, class: Ref, is_proxy: bool) -> Option<Ref> {
        self.weakrefs_of(target).iter().copied().find(|&reference| {
            self.class_of(reference) == class
                && matches!(self.payload(reference), Payload::WeakRef(body)
                    if body.callback.is_none() && body.is_proxy == is_proxy)
        })
    }

    /// Makes the weak reference refer to nothing; its callback, if any, is handed to the caller.
    pub fn clear_weakref(&mut self, weakref: Ref) -> Option<Owned> {
        self.detach_weakref(weakref);
        match self.payload_mut(weakref) {
            Payload::WeakRef(body) => body.callback.take().map(Owned::from_counted),
            _ => None,
        }
    }

    /// Makes the weak reference refer to nothing, but keeps its callback: it will never be called, only dropped.
    pub fn detach_weakref(&mut self, weakref: Ref) {
        let Payload::WeakRef(body) = &mut self.bodies[weakref.index()].payload else {
            return;
        };
        if let Some(target) = body.target.take() {
            self.forget_weakref(weakref, target);
            if self.recorder.is_on() {
                self.record_weakref_cleared(weakref, target);
            }
        }
    }

    /// The weak reference's callback, not counted.
    pub fn weakref_callback(&self, weakref: Ref) -> Option<Ref> {
        match self.payload_of(weakref)? {
            Payload::WeakRef(body) => body.callback,
            _ => None,
        }
    }

    /// The tuple that keeps weak references with callbacks, and these, until they were called: the one of a single weak
    /// reference is called without, up to 3.12.
    fn room_for_callbacks(&self, weakrefs: &[Ref]) -> Option<FreeListKind> {
        let calls = |&&weakref: &&Ref| self.weakref_callback(weakref).is_some();
        let n = weakrefs.iter().filter(calls).count();
        let needs_none = n == 0 || n == 1 && !self.profile.single_callbacks_are_kept;
        (!needs_none).then(|| FreeListKind::tuple(2 * n))
    }

    fn forget_weakref(&mut self, weakref: Ref, target: Ref) {
        if let Some(list) = self.weakrefs.get_mut(&target) {
            list.retain(|&other| other != weakref);
            if list.is_empty() {
                self.weakrefs.remove(&target);
                self.heads[target.index()].set(Head::WEAKLY_REFERENCED, false);
            }
        }
    }

    /// A dying weak reference leaves its referent's list; a dying class leaves its bases' lists of subclasses.
    pub(super) fn before_contents_go(&mut self, object: Ref) {
        match &self.bodies[object.index()].payload {
            Payload::WeakRef(body) => {
                if let Some(target) = body.target {
                    self.forget_weakref(object, target);
                    if let Payload::WeakRef(body) = &mut self.bodies[object.index()].payload {
                        body.target = None;
                    }
                }
            }
            Payload::Type(_) => self.forget_subclass(object),
            Payload::Generator(_) => self.part_from_frame(object),
            _ => {}
        }
    }
}

impl Heap {
    /// A generator that ends, or dies, before its frame object has what the frame holds left to it, if somebody else
    /// keeps that.
    pub fn part_from_frame(&mut self, generator: Ref) {
        let Payload::Generator(body) = self.payload(generator) else {
            return;
        };
        let Some(frame) = body.frame else {
            return;
        };
        let is_kept = self.refcount(frame) > 1;
        let state = match self.payload_mut(generator) {
            Payload::Generator(body) if is_kept => body.state.take(),
            _ => None,
        };
        if let Payload::Frame(body) = self.payload_mut(frame) {
            body.generator = None;
            body.state = state;
        }
    }
}

/// Clears all weak references to a dying object, then runs their callbacks.
pub(super) fn clear_for_dying<H: Host + ?Sized>(host: &mut H, object: Ref) {
    let heap = host.heap();
    let all = heap.weakrefs_of(object).to_vec();
    let kept = heap.room_for_callbacks(&all);
    if let Some(tuple) = kept {
        heap.count_hidden(tuple);
    }
    let mut callbacks = Vec::new();
    for weakref in all {
        // A weak reference that is dying itself no longer calls back.
        let is_alive = heap.refcnts[weakref.index()] > 0;
        if let Some(callback) = heap.clear_weakref(weakref) {
            if is_alive {
                let weakref = heap.new_ref(weakref);
                callbacks.push((weakref, callback));
            } else {
                drop(callback);
            }
        }
    }
    for (weakref, callback) in callbacks {
        host.call_weakref_callback(weakref.get(), callback.get());
        super::dealloc::release_owned(host, callback);
        super::dealloc::release_owned(host, weakref);
    }
    if let Some(tuple) = kept {
        host.heap().uncount_hidden(tuple);
    }
}
