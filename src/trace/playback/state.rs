//! What is true after some number of events: objects, names, the collector's lists, the running collection.
//!
//! [`State::apply`] turns one event into the next state. Everything lives in maps which share structure between
//! versions, so that a clone (a keyframe) costs a few pointers. Invariants: an object's `list` and `order` say where it
//! stands in `lists`, and nothing else stands there; no event, in whatever order, panics. The lists mirror
//! `gcstate->generations` and the local lists of CPython's gc.c.

use std::rc::Rc;

use imbl::{OrdMap, Vector};
use serde::Serialize;

use super::references::References;
use crate::trace::event::{Event, FrameId, GcList, Label, ObjectId, Owner, Pass, Target, Trigger};

#[derive(Clone, Debug)]
pub struct State {
    pub objects: OrdMap<ObjectId, Rc<Object>>,
    pub frames: OrdMap<FrameId, Rc<Frame>>,
    /// The calls that run, the innermost last; the module's frame comes first and never leaves.
    pub stack: Vector<FrameId>,
    lists: [OrdMap<u64, ObjectId>; 5],
    next_order: u64,
    /// The collection that runs, or the last one that did.
    pub collection: Option<Rc<Collection>>,
    pub mark_sweep: MarkSweep,
    pub totals: Totals,
    /// The text given to the session that runs or ran last.
    pub source: u32,
    /// Objects and frames are known: the trace has details here.
    pub has_details: bool,
    /// Steps of the program before the statement that began last.
    pub step: u64,
    /// Whether a unit is running (false before the first, and between units).
    pub running: bool,
    /// Events applied.
    pub position: usize,
}

#[derive(Clone, Debug)]
pub struct Object {
    pub type_name: Rc<str>,
    /// What id() says.
    pub id: u64,
    /// Bytes, as sys.getsizeof gives them.
    pub size: u64,
    pub count: u32,
    /// Said by the object itself where its references do not tell all.
    pub text: Option<Rc<str>>,
    /// The collector's list it stands in; none: untracked.
    pub list: Option<GcList>,
    /// Its place in that list: greater is nearer to the end.
    pub order: u64,
    gc_refs: Option<GcRefs>,
    pub condition: Condition,
    pub finalizer: Finalizer,
    /// For a weak reference: what it refers to.
    pub weak_target: Option<ObjectId>,
    /// Live weak references to it.
    pub n_weakrefs: u32,
    mark: Option<(u32, bool)>,
    /// The name that let go of it last, and that it had before it was out of reach.
    pub former_name: Option<Rc<str>>,
    pub references: References,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GcRefs {
    /// The collection that set it.
    collection: u32,
    value: u32,
    /// visit_reachable set it: a reachable object refers to this one.
    is_reached: bool,
}

/// Where an object stands between alive and gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    #[default]
    Alive,
    /// On the unreachable list while move_unreachable has not ended: it may come back.
    Tentative,
    /// The collection decided; only a finalizer can bring it back.
    Unreachable,
    /// Deallocation has begun.
    Dying,
    /// In gc.garbage.
    Uncollectable,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finalizer {
    #[default]
    None,
    /// Its type has a `__del__` which has not run yet.
    Pending,
    Running,
    /// It has run; it will not run again.
    Done,
}

#[derive(Clone, Debug)]
pub struct Frame {
    /// Empty for the module.
    pub function: Rc<str>,
    /// The line whose statement began last; 0 before the first.
    pub line: u32,
    pub names: References,
}

#[derive(Clone, Debug)]
pub struct Collection {
    /// Counts the collections of the trace, from 1.
    pub number: u32,
    pub generation: u8,
    pub trigger: Trigger,
    pub counts: [u32; 3],
    pub thresholds: [u32; 3],
    /// Passes begun so far, in order; the last one runs while `result` is none.
    pub passes: Vec<Pass>,
    pub result: Option<CollectionResult>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CollectionResult {
    pub collected: u32,
    pub uncollectable: u32,
    pub candidates: u32,
}

/// The comparison collector: `run` counts its runs, and marks of earlier runs no longer count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkSweep {
    pub run: u32,
    pub phase: MarkSweepPhase,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkSweepPhase {
    /// Never run, or its result no longer shown.
    #[default]
    Off,
    Running,
    /// Its result stands until the next statement.
    Finished,
}

/// As of the last [`Event::HeapMeasured`] or collection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    pub bytes: u64,
    pub objects: u64,
    pub own_bytes: u64,
    pub own_objects: u64,
    pub counts: [u32; 3],
    pub thresholds: Option<[u32; 3]>,
    /// gc.disable(): no collection begins by itself.
    pub disabled: bool,
    /// As of the end of the last collection.
    pub long_lived: Option<LongLived>,
    /// gc.get_stats(), one for each generation.
    pub stats: [GenerationStats; 3],
}

/// What decides whether a full collection is worth its time: it waits until `pending` is a quarter of `total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LongLived {
    /// Survivors of generation 1 since the last full collection.
    pub pending: u32,
    /// Survivors of that full collection.
    pub total: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GenerationStats {
    pub collections: u32,
    pub collected: u32,
    pub uncollectable: u32,
}

impl Default for State {
    fn default() -> State {
        let module = Frame {
            function: "".into(),
            line: 0,
            names: References::default(),
        };
        State {
            objects: OrdMap::new(),
            frames: OrdMap::unit(FrameId::MODULE, Rc::new(module)),
            stack: Vector::unit(FrameId::MODULE),
            lists: Default::default(),
            next_order: 0,
            collection: None,
            mark_sweep: MarkSweep::default(),
            totals: Totals::default(),
            source: 0,
            has_details: true,
            step: 0,
            running: false,
            position: 0,
        }
    }
}

impl State {
    pub fn object(&self, object: ObjectId) -> Option<&Object> {
        self.objects.get(&object).map(Rc::as_ref)
    }

    pub fn frame(&self, frame: FrameId) -> Option<&Frame> {
        self.frames.get(&frame).map(Rc::as_ref)
    }

    /// The frame whose statement runs.
    pub fn current_frame(&self) -> FrameId {
        self.stack.last().copied().unwrap_or(FrameId::MODULE)
    }

    /// The line whose statement runs; 0 before the first.
    pub fn line(&self) -> u32 {
        self.frame(self.current_frame())
            .map_or(0, |frame| frame.line)
    }

    /// The objects of a list, in its order.
    pub fn list(&self, list: GcList) -> impl Iterator<Item = ObjectId> + '_ {
        self.lists[list as usize].values().copied()
    }

    pub fn list_len(&self, list: GcList) -> usize {
        self.lists[list as usize].len()
    }

    pub fn running_collection(&self) -> Option<&Collection> {
        self.collection
            .as_deref()
            .filter(|collection| collection.result.is_none())
    }

    /// The pass that runs.
    pub fn pass(&self) -> Option<Pass> {
        self.running_collection()?.passes.last().copied()
    }

    /// gc_refs, while the collection that set it runs.
    pub fn gc_refs(&self, object: &Object) -> Option<u32> {
        Some(self.gc_refs_now(object)?.value)
    }

    /// Whether the running collection has found out by its referrers that it is reachable.
    pub fn is_reached(&self, object: &Object) -> bool {
        self.gc_refs_now(object).is_some_and(|it| it.is_reached)
    }

    fn gc_refs_now(&self, object: &Object) -> Option<GcRefs> {
        let running = self.running_collection()?.number;
        object.gc_refs.filter(|it| it.collection == running)
    }

    /// Whether mark-sweep marked the object; none where it has not (yet) been judged.
    pub fn marked(&self, object: &Object) -> Option<bool> {
        let (run, marked) = object.mark?;
        (self.mark_sweep.phase != MarkSweepPhase::Off && self.mark_sweep.run == run)
            .then_some(marked)
    }

    pub fn references(&self, owner: Owner) -> Option<&References> {
        match owner {
            Owner::Object(object) => self.object(object).map(|object| &object.references),
            Owner::Frame(frame) => self.frame(frame).map(|frame| &frame.names),
        }
    }

    /// Makes the event true.
    pub fn apply(&mut self, event: &Event) {
        self.position += 1;
        match event {
            Event::UnitStarted { source } => self.unit_started(*source),
            Event::UnitFinished { .. } => self.running = false,
            Event::StatementStarted { frame, line, step } => {
                self.step = *step;
                self.statement_started(*frame, *line);
            }
            Event::FrameEntered {
                frame,
                function,
                line,
                ..
            } => self.frame_entered(*frame, function, *line),
            Event::FrameLeft { frame, .. } => self.frame_left(*frame),
            Event::ObjectCreated {
                object,
                type_name,
                id,
                size,
                has_finalizer,
            } => {
                self.object_created(*object, type_name, *id, *size, *has_finalizer);
            }
            Event::ObjectMet { .. } => self.object_met(event),
            Event::ObjectResized { object, size } => self.change(*object, |it| it.size = *size),
            Event::Described { object, text } => {
                self.change(*object, |it| it.text = Some(text.clone()))
            }
            Event::Tracked { object } => self.place(*object, Some(GcList::Generation0)),
            Event::Untracked { object } => self.place(*object, None),
            Event::CountChanged { object, count } => self.change(*object, |it| it.count = *count),
            Event::EdgesChanged {
                owner,
                at,
                removed,
                inserted,
            } => {
                self.note_former_names(*owner, *at, *removed);
                self.edges_changed(*owner, |edges| {
                    edges.splice(*at as usize, *removed as usize, inserted)
                });
            }
            Event::DeallocStarted { object } => {
                self.change(*object, |it| it.condition = Condition::Dying)
            }
            Event::Freed { object } => self.freed(*object),
            Event::FinalizerStarted { object } => {
                self.change(*object, |it| it.finalizer = Finalizer::Running)
            }
            Event::FinalizerFinished { object } => {
                self.change(*object, |it| it.finalizer = Finalizer::Done)
            }
            Event::WeakrefCreated { weakref, target } => {
                self.change(*weakref, |it| it.weak_target = Some(*target));
                self.change(*target, |it| it.n_weakrefs += 1);
            }
            Event::WeakrefCleared { weakref, target } => {
                self.change(*weakref, |it| it.weak_target = None);
                self.change(*target, |it| {
                    it.n_weakrefs = it.n_weakrefs.saturating_sub(1)
                });
            }
            Event::HeapMeasured {
                bytes,
                objects,
                own_bytes,
                own_objects,
                counts,
            } => {
                self.totals = Totals {
                    bytes: *bytes,
                    objects: *objects,
                    own_bytes: *own_bytes,
                    own_objects: *own_objects,
                    counts: *counts,
                    ..self.totals
                };
            }
            Event::MarkSweepStarted => {
                self.mark_sweep = MarkSweep {
                    run: self.mark_sweep.run + 1,
                    phase: MarkSweepPhase::Running,
                };
            }
            Event::Marked { object, .. } => self.judged(*object, true),
            Event::FoundUnmarked { object } => self.judged(*object, false),
            Event::MarkSweepFinished { .. } => self.mark_sweep.phase = MarkSweepPhase::Finished,
            Event::Printed { .. }
            | Event::GraphDrawn { .. }
            | Event::ExceptionRaised { .. }
            | Event::WeakrefCallbackStarted { .. }
            | Event::WeakrefCallbackFinished { .. }
            | Event::ExceptionIgnored { .. } => {}
            Event::DetailEnded => self.forget(false),
            Event::DetailResumed => self.forget(true),
            _ => self.apply_collection(event),
        }
    }

    fn unit_started(&mut self, source: u32) {
        self.source = source;
        self.running = true;
        // The line of an earlier text means nothing in this one.
        self.frame_changed(FrameId::MODULE, |frame| frame.line = 0);
    }

    /// Nothing is known of objects and frames, until the details that follow, if they do, tell of them.
    fn forget(&mut self, has_details: bool) {
        let known = std::mem::take(self);
        *self = State {
            has_details,
            step: known.step,
            next_order: known.next_order,
            collection: known.collection.filter(|it| it.result.is_some()),
            totals: known.totals,
            source: known.source,
            running: known.running,
            position: known.position,
            ..State::default()
        };
    }

    fn statement_started(&mut self, frame: FrameId, line: u32) {
        self.frame_changed(frame, |it| it.line = line);
        if self.mark_sweep.phase == MarkSweepPhase::Finished {
            self.mark_sweep.phase = MarkSweepPhase::Off;
        }
    }

    fn frame_entered(&mut self, frame: FrameId, function: &Rc<str>, line: u32) {
        self.frame_changed(frame, |it| {
            it.function = function.clone();
            it.line = line;
        });
        // A generator's frame comes back; on the stack it stands once.
        if !self.stack.contains(&frame) {
            self.stack.push_back(frame);
        }
    }

    fn frame_left(&mut self, frame: FrameId) {
        if frame == FrameId::MODULE {
            return;
        }
        self.frames.remove(&frame);
        if let Some(depth) = self.stack.iter().rposition(|&other| other == frame) {
            self.stack.remove(depth);
        }
    }

    fn frame_changed(&mut self, frame: FrameId, change: impl FnOnce(&mut Frame)) {
        let new = || {
            Rc::new(Frame {
                function: "".into(),
                line: 0,
                names: References::default(),
            })
        };
        change(Rc::make_mut(self.frames.entry(frame).or_insert_with(new)));
    }

    pub(super) fn edges_changed(&mut self, owner: Owner, change: impl FnOnce(&mut References)) {
        match owner {
            Owner::Object(object) => self.change(object, |it| change(&mut it.references)),
            Owner::Frame(frame) => self.frame_changed(frame, |it| change(&mut it.names)),
        }
    }

    /// A name that lets go is how a person knows the object from then on.
    fn note_former_names(&mut self, owner: Owner, at: u32, removed: u32) {
        let Owner::Frame(frame) = owner else { return };
        let Some(names) = self.frame(frame).map(|frame| &frame.names) else {
            return;
        };
        let let_go = names
            .range(at as usize, removed as usize)
            .filter_map(|edge| match (&edge.label, &edge.target) {
                // Every method calls its object so: that tells nobody apart.
                (Label::Name(name), _) if &**name == "self" => None,
                (Label::Name(name), Target::Object(object)) => Some((name.clone(), *object)),
                _ => None,
            });
        for (name, object) in let_go.collect::<Vec<_>>() {
            self.change(object, |it| it.former_name = Some(name));
        }
    }

    pub(super) fn object_created(
        &mut self,
        object: ObjectId,
        type_name: &Rc<str>,
        id: u64,
        size: u64,
        has_finalizer: bool,
    ) {
        self.place(object, None);
        let new = Object {
            type_name: type_name.clone(),
            id,
            size,
            count: 1,
            text: None,
            list: None,
            order: 0,
            gc_refs: None,
            condition: Condition::Alive,
            finalizer: if has_finalizer {
                Finalizer::Pending
            } else {
                Finalizer::None
            },
            weak_target: None,
            n_weakrefs: 0,
            mark: None,
            former_name: None,
            references: References::default(),
        };
        self.objects.insert(object, Rc::new(new));
    }

    fn freed(&mut self, object: ObjectId) {
        self.place(object, None);
        if let Some(target) = self.object(object).and_then(|it| it.weak_target) {
            self.change(target, |it| it.n_weakrefs = it.n_weakrefs.saturating_sub(1));
        }
        self.objects.remove(&object);
    }

    fn judged(&mut self, object: ObjectId, marked: bool) {
        let run = self.mark_sweep.run;
        self.change(object, |it| it.mark = Some((run, marked)));
    }

    pub(super) fn change(&mut self, object: ObjectId, change: impl FnOnce(&mut Object)) {
        if let Some(it) = self.objects.get_mut(&object) {
            change(Rc::make_mut(it));
        }
    }

    pub(super) fn set_gc_refs(&mut self, object: ObjectId, value: u32, is_reached: bool) {
        let collection = self.collection.as_ref().map_or(0, |it| it.number);
        self.change(object, |it| {
            it.gc_refs = Some(GcRefs {
                collection,
                value,
                is_reached,
            });
        });
    }

    /// Puts the object at the end of a list, or in none.
    pub(super) fn place(&mut self, object: ObjectId, list: Option<GcList>) {
        let order = self.next_order;
        let Some(it) = self.objects.get_mut(&object) else {
            return;
        };
        if it.list.is_none() && list.is_none() {
            return;
        }
        let it = Rc::make_mut(it);
        if let Some(old) = it.list {
            self.lists[old as usize].remove(&it.order);
        }
        (it.list, it.order) = (list, order);
        if let Some(list) = list {
            self.lists[list as usize].insert(order, object);
            self.next_order += 1;
        }
    }

    /// gc_list_merge: all of `from` joins the end of `into`.
    pub(super) fn merge(&mut self, from: GcList, into: GcList) {
        if from == into {
            return;
        }
        let moving = std::mem::take(&mut self.lists[from as usize]);
        for &object in moving.values() {
            let order = self.next_order;
            self.next_order += 1;
            self.lists[into as usize].insert(order, object);
            self.change(object, |it| (it.list, it.order) = (Some(into), order));
        }
    }
}
