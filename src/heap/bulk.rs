//! Freeing much garbage at once, when nobody can see in which order it dies.
//!
//! In: the garbage of a full collection, taken out of the collector's lists. Out: free slots. The cascade of [`super::dealloc`]
//! hops through memory as CPython does; where all objects of a set die and none of them runs code, walking them in the
//! list's order gives the same heap, in a fraction of the time.

use super::free_lists::FreeListKind;
use super::traverse::traverse;
use super::{Head, Heap, Payload, Ref, size_class, types};

impl Heap {
    /// Whether the order in which these objects die can have no effect: nothing is recorded, nothing is called, and
    /// nothing outside dies but atoms.
    pub(crate) fn dies_unseen(&self, garbage: &[Ref]) -> bool {
        !self.recorder.is_detailed() && garbage.iter().all(|&object| self.is_plain_garbage(object))
    }

    fn is_plain_garbage(&self, object: Ref) -> bool {
        let body = &self.bodies[object.index()];
        let is_plain = match body.payload {
            Payload::List(_) => body.class == types::LIST,
            Payload::Tuple(_) => body.class == types::TUPLE,
            Payload::Dict(_) => body.class == types::DICT,
            Payload::Set(_) => body.class == types::SET || body.class == types::FROZENSET,
            Payload::Instance(_) => self.is_survivor_or_garbage(body.class),
            _ => false,
        };
        if !is_plain || self.heads[object.index()].has(Head::WEAKLY_REFERENCED) {
            return false;
        }
        let mut holds_nothing_else = true;
        traverse(&body.payload, &mut |target| {
            holds_nothing_else &= !target.is_container() || self.is_survivor_or_garbage(target);
        });
        holds_nothing_else
    }

    /// What is tracked after a full collection is garbage, or has a reference from what lives.
    fn is_survivor_or_garbage(&self, container: Ref) -> bool {
        self.heads[container.index()].has(Head::TRACKED)
    }

    /// Frees objects of which [`Heap::dies_unseen`] holds. References between them need no counting.
    pub(crate) fn free_unseen(&mut self, garbage: &[Ref]) {
        for &object in garbage {
            self.free_one_unseen(object);
        }
        for &object in garbage {
            self.heads[object.index()] = Head::default();
        }
    }

    /// The object's bits go on saying that it is garbage.
    fn free_one_unseen(&mut self, object: Ref) {
        let size = self.size_of(object);
        let body = &mut self.bodies[object.index()];
        let class = body.class;
        let payload = std::mem::replace(&mut body.payload, Payload::Object);
        let block = u64::from(self.basic_size(class, &payload));
        let kind = FreeListKind::of(class, &payload);
        if matches!(payload, Payload::Instance(_)) {
            self.drop_from_garbage(class);
        }
        traverse(&payload, &mut |target| self.drop_from_garbage(target));
        if !self.free_lists.put(kind) {
            self.count_deallocation();
        }
        self.account_free(size);
        self.put_slot(object, size_class(block));
    }

    #[inline]
    fn drop_from_garbage(&mut self, target: Ref) {
        if !self.is_garbage(target) {
            let died = self.decref(target);
            debug_assert!(!died, "{target:?} was kept alive by garbage alone");
        }
    }
}
