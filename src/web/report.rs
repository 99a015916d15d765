//! What the page shows in words and numbers at a position: the status, the table, one object's particulars.
//!
//! It turns the playback's state into plain data for JavaScript, camelCase. Invariant: it reads the state and the
//! timeline, never the heap; the holders and temporaries of a row add up to its count.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::profile::Profile;
use crate::scene::answers::{self, Holders, Holding};
use crate::scene::caption::Message;
use crate::scene::cut;
use crate::scene::hint::Hint;
use crate::scene::player::Player;
use crate::scene::shape::Item;
use crate::scene::text;
use crate::trace::event::{
    Edge, FrameId, GcList, Label, ObjectId, Owner, Pass, Stream, Target, Trigger,
};
use crate::trace::playback::timeline::{ConsoleContent, MarkKind, Measurement, Timeline};
use crate::trace::playback::{Condition, Finalizer, GenerationStats, LongLived, Object, State};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    position: usize,
    length: usize,
    source: Option<u32>,
    line: Option<u32>,
    frame: Option<FrameId>,
    function: Option<Rc<str>>,
    caption: Message,
    /// The line of the last exception so far.
    failed: Option<Line>,
    console: Vec<ConsoleLine>,
    /// Pieces of output before those, which nobody will scroll back to.
    left_out: usize,
    /// Graphs that were drawn so far, whether they still stand in the console or not.
    n_drawings: usize,
    collector: Collector,
    bytes: u64,
    objects: u64,
    /// The program's own of these: what the interpreter made for itself is left out.
    own_bytes: u64,
    own_objects: u64,
    folded: Vec<Folded>,
    hint: Option<Hint>,
    /// Objects are known here. Where they are not, details can be had by recording from `step` on.
    has_details: bool,
    step: u64,
    /// Lanes are shown in place of the graph.
    too_large_for_graph: bool,
}

#[derive(Serialize)]
pub struct Line {
    source: u32,
    line: Option<u32>,
}

#[derive(Serialize)]
pub struct ConsoleLine {
    stream: &'static str,
    /// Empty for a graph: whoever looks at it asks for it.
    text: String,
    #[serde(flatten)]
    drawing: Option<Drawing>,
}

/// The nth graph of the whole trace.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Drawing {
    nth: usize,
    n_objects: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Collector {
    running: bool,
    generation: Option<u8>,
    trigger: Option<Trigger>,
    pass: Option<Pass>,
    /// Of the running collection, or of any while none runs: those that ran, then those that may follow.
    passes: Vec<Pass>,
    enabled: bool,
    counts: [u32; 3],
    thresholds: [u32; 3],
    long_lived: Option<LongLived>,
    stats: [GenerationStats; 3],
    collected: u32,
    uncollectable: u32,
    candidates: u32,
    /// What the running pass has done so far: objects, or references.
    moved: u32,
}

/// Atoms of one type that drawn objects hold and that have no card of their own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Folded {
    type_name: Rc<str>,
    count: usize,
    /// A container holds more of them, which it does not tell one by one.
    and_more: bool,
}

/// `inputs`: what was typed at the prompt, by source.
pub fn status(player: &Player, profile: &Profile, inputs: &[Rc<str>]) -> Status {
    let state = player.state();
    let frame = state.current_frame();
    let line = Some(state.line()).filter(|&line| line > 0 && state.running);
    let function = state.frame(frame).map(|it| it.function.clone());
    Status {
        position: player.position(),
        length: player.timeline().len(),
        source: state.running.then_some(state.source),
        line,
        frame: state.running.then_some(frame),
        function: function.filter(|name| !name.is_empty()),
        caption: player.caption(),
        failed: failed(player),
        console: console(player, inputs),
        left_out: left_out(player),
        n_drawings: player.timeline().n_drawings(player.position()),
        collector: collector(state, player.stage().n_done, profile),
        bytes: state.totals.bytes,
        objects: state.totals.objects,
        own_bytes: state.totals.own_bytes,
        own_objects: state.totals.own_objects,
        folded: folded(player),
        hint: player.hint(),
        has_details: state.has_details,
        step: state.step,
        too_large_for_graph: player.is_too_large_for_graph(),
    }
}

fn failed(player: &Player) -> Option<Line> {
    let mark = player.timeline().failure(player.position())?;
    Some(Line {
        source: mark.source,
        line: mark.line,
    })
}

/// The page shows no more pieces of output than this.
const MAX_PIECES: usize = 4000;

fn left_out(player: &Player) -> usize {
    let n_pieces = player.timeline().console(player.position()).len();
    n_pieces.saturating_sub(MAX_PIECES)
}

fn console(player: &Player, inputs: &[Rc<str>]) -> Vec<ConsoleLine> {
    let entries = player.timeline().console(player.position());
    let entries = entries[left_out(player)..].iter();
    let said = |stream, text: &str| ConsoleLine {
        stream,
        text: text.to_owned(),
        drawing: None,
    };
    let line = |content: &ConsoleContent| match *content {
        ConsoleContent::Printed { stream, ref text } => match stream {
            Stream::Stdout => said("stdout", text),
            Stream::Stderr => said("stderr", text),
        },
        ConsoleContent::Drawn { nth, n_objects, .. } => ConsoleLine {
            drawing: Some(Drawing { nth, n_objects }),
            ..said("drawing", "")
        },
        ConsoleContent::Input { source } => {
            said("input", inputs.get(source as usize).map_or("", |text| text))
        }
    };
    // print writes its end by itself: what one stream says in a row is one text.
    let mut lines: Vec<ConsoleLine> = Vec::new();
    for next in entries.map(|entry| line(&entry.content)) {
        match lines.last_mut() {
            Some(last) if last.stream == next.stream && is_joined(last.stream) => {
                last.text.push_str(&next.text);
            }
            _ => lines.push(next),
        }
    }
    lines
}

fn is_joined(stream: &str) -> bool {
    matches!(stream, "stdout" | "stderr")
}

const PASSES: [Pass; 11] = [
    Pass::MergeYounger,
    Pass::UpdateRefs,
    Pass::SubtractRefs,
    Pass::MoveUnreachable,
    Pass::Untrack,
    Pass::Promote,
    Pass::MoveLegacyFinalizers,
    Pass::HandleWeakrefs,
    Pass::FinalizeGarbage,
    Pass::HandleResurrected,
    Pass::DeleteGarbage,
];

fn collector(state: &State, moved: u32, profile: &Profile) -> Collector {
    let running = state.running_collection();
    let last = state.collection.as_deref();
    let begun = running.map_or(&[][..], |it| &it.passes);
    let may_follow = |pass: &Pass| begun.last().is_none_or(|last| pass > last);
    let result = last.and_then(|it| it.result);
    Collector {
        running: running.is_some(),
        generation: last.map(|it| it.generation),
        trigger: last.map(|it| it.trigger),
        pass: begun.last().copied(),
        passes: begun
            .iter()
            .copied()
            .chain(PASSES.into_iter().filter(may_follow))
            .collect(),
        enabled: !state.totals.disabled,
        counts: state.totals.counts,
        long_lived: state.totals.long_lived,
        stats: state.totals.stats,
        thresholds: state
            .totals
            .thresholds
            .unwrap_or(profile.thresholds.map(|threshold| threshold.max(0) as u32)),
        collected: result.map_or(0, |it| it.collected),
        uncollectable: result.map_or(0, |it| it.uncollectable),
        candidates: result.map_or(0, |it| it.candidates),
        moved,
    }
}

fn folded(player: &Player) -> Vec<Folded> {
    let drawn = player.stage().placement.places();
    let drawn = drawn.filter_map(|(object, _)| player.state().objects.get(&object));
    let mut seen: FxHashSet<(&str, u64)> = FxHashSet::default();
    let mut counts: BTreeMap<&Rc<str>, usize> = BTreeMap::new();
    let mut uncounted: FxHashSet<&Rc<str>> = FxHashSet::default();
    for it in drawn {
        for edge in it.references.iter() {
            let Target::Value { type_name, id, .. } = &edge.target else {
                continue;
            };
            if matches!(edge.label, Label::More(_)) {
                uncounted.insert(type_name);
            } else if is_atom(type_name) && seen.insert((type_name, *id)) {
                *counts.entry(type_name).or_default() += 1;
            }
        }
    }
    let mut folded: Vec<Folded> = counts
        .into_iter()
        .map(|(type_name, count)| Folded {
            type_name: type_name.clone(),
            count,
            and_more: uncounted.contains(type_name),
        })
        .collect();
    folded.sort_by_key(|it| std::cmp::Reverse(it.count));
    folded
}

/// Other values are parts of the interpreter: types, functions, modules.
fn is_atom(type_name: &str) -> bool {
    matches!(
        type_name,
        "int" | "float" | "complex" | "str" | "bytes" | "bool" | "NoneType"
    )
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    object: ObjectId,
    type_name: Rc<str>,
    repr: String,
    count: u32,
    list: Option<GcList>,
    gc_refs: Option<u32>,
    names: Vec<Rc<str>>,
    holders: Vec<Holder>,
    references: Vec<Reference>,
    address: String,
    size: u64,
    tracked: bool,
    has_finalizer: bool,
    weakrefs: u32,
    state: Condition,
}

#[derive(Serialize)]
struct Holder {
    owner: Item,
    label: String,
}

#[derive(Serialize)]
struct Reference {
    label: String,
    target: String,
}

/// One reference of a path, and the object that it leads to.
#[derive(Serialize)]
struct Step {
    text: String,
    item: Item,
    object: ObjectId,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    #[serde(flatten)]
    row: Row,
    /// From a name to the object: the name, then what to follow.
    alive_because: Option<Vec<Step>>,
    /// No name leads to it, but something outside of the picture does: a module, or the interpreter.
    held_outside: bool,
    /// The fewest references without which nothing leads to it, by choice: the nearest to the names, then the nearest to
    /// the object; none where nothing does, where it takes many, or where something outside holds it itself.
    freed_without: Vec<Vec<Holder>>,
    /// Counts that no reference in the table explains.
    temporaries: u32,
    generation: Option<u8>,
    finalized: bool,
}

/// The objects of the picture in the order of creation.
pub fn table(player: &Player) -> Vec<Row> {
    let state = player.state();
    let names = names(state);
    let mut holders = answers::all_holders(state);
    let placed = player.stage().placement.places();
    let row = |(object, _)| {
        let held = holders.remove(&object).unwrap_or_default();
        Some(row(state, &names, object, state.object(object)?, &held))
    };
    placed.filter_map(row).collect()
}

/// Some of the table's rows.
#[derive(Serialize)]
pub struct Page {
    total: usize,
    rows: Vec<Row>,
}

/// As many rows of the table as asked for, from the `first` on: all of a large heap would take a second.
pub fn page(player: &Player, first: usize, n: usize) -> Page {
    let state = player.state();
    let placement = &player.stage().placement;
    let filter = player.filter();
    let is_shown = |&object: &ObjectId| {
        filter.shows_all() || state.object(object).is_some_and(|it| filter.shows(it))
    };
    let listed = || placement.places().map(|it| it.0).filter(is_shown);
    let shown: Vec<ObjectId> = listed().skip(first).take(n).collect();
    let names = names(state);
    let held = answers::holders_of(state, &shown);
    let row = |(&object, held)| Some(row(state, &names, object, state.object(object)?, held));
    Page {
        total: if filter.shows_all() {
            placement.n_placed()
        } else {
            listed().count()
        },
        rows: shown.iter().zip(&held).filter_map(row).collect(),
    }
}

/// One row of the table; none for what does not exist here.
pub fn one_row(state: &State, object: ObjectId) -> Option<Row> {
    let held = answers::holders(state, object);
    Some(row(
        state,
        &names(state),
        object,
        state.object(object)?,
        &held,
    ))
}

/// Where along a scrubber of so many places something of each kind happened, each place once.
pub fn mark_places(timeline: &Timeline, n_places: u32) -> BTreeMap<MarkKind, Vec<u32>> {
    let mut places: BTreeMap<MarkKind, Vec<u32>> = BTreeMap::new();
    let scale = f64::from(n_places) / timeline.len().max(1) as f64;
    for mark in timeline.marks() {
        let place = (mark.position as f64 * scale).round() as u32;
        let of_kind = places.entry(mark.kind).or_default();
        if of_kind.last() != Some(&place) {
            of_kind.push(place);
        }
    }
    places
}

/// The totals over the program by at most about so many points, the peaks of what is its own among them.
pub fn history(timeline: &Timeline, n_points: usize) -> Vec<Measurement> {
    let all = timeline.history();
    let stretch = all.len().div_ceil(n_points.max(1)).max(1);
    let peak = |some: &[Measurement]| some.iter().copied().max_by_key(|it| it.own_bytes);
    let mut points: Vec<Measurement> = all.chunks(stretch).filter_map(peak).collect();
    points.extend(all.last().filter(|last| points.last() != Some(last)));
    points
}

pub fn inspect(state: &State, object: ObjectId) -> Option<Inspection> {
    let it = state.object(object)?;
    let held = answers::holders(state, object);
    let path = answers::why_alive(state, object);
    let held_outside = path.is_none() && answers::reached_from_outside(state).contains(&object);
    let needed = if path.is_some() || held_outside {
        cut::what_would_free(state, object)
    } else {
        Vec::new()
    };
    let generation = match it.list {
        Some(GcList::Generation0) => Some(0),
        Some(GcList::Generation1) => Some(1),
        Some(GcList::Generation2) => Some(2),
        Some(GcList::Permanent | GcList::Unreachable) | None => None,
    };
    Some(Inspection {
        row: row(state, &names(state), object, it, &held),
        alive_because: path.map(|path| steps(state, &path.steps)),
        held_outside,
        freed_without: needed
            .iter()
            .map(|choice| choice.iter().map(holder).collect())
            .collect(),
        temporaries: held.temporaries,
        generation,
        finalized: it.finalizer == Finalizer::Done,
    })
}

/// The way from a name; a module and the dict of its names are one step.
fn steps(state: &State, holdings: &[Holding]) -> Vec<Step> {
    let is_module = |owner| match owner {
        Owner::Object(object) => state
            .object(object)
            .is_some_and(|it| &*it.type_name == "module"),
        Owner::Frame(_) => false,
    };
    let mut steps: Vec<Step> = Vec::new();
    let mut in_module = false;
    for holding in holdings {
        let is_dict = is_module(holding.owner) && matches!(holding.label, Label::Part(_));
        if !is_dict {
            let mut step = step(holding);
            if let (true, Label::Key(key)) = (in_module, &holding.label) {
                step.text = format!(".{}", key.trim_matches('\''));
            }
            steps.push(step);
        }
        in_module = is_dict;
    }
    steps
}

fn step(holding: &Holding) -> Step {
    let item = match holder(holding).owner {
        // The holder is an object: what is followed is its reference.
        Item::Object { .. } => Item::Edge {
            owner: holding.owner,
            index: holding.index,
        },
        name => name,
    };
    Step {
        text: told_label(holding),
        item,
        object: holding.target,
    }
}

fn told_label(holding: &Holding) -> String {
    match (&holding.owner, &holding.label) {
        (Owner::Frame(_), Label::Name(name)) => name.to_string(),
        (_, label) => text::label(label),
    }
}

type Names = FxHashMap<ObjectId, Vec<Rc<str>>>;

/// The names of the running frames, by what they refer to.
fn names(state: &State) -> Names {
    let mut names = Names::default();
    for &frame in &state.stack {
        let edges = state.references(Owner::Frame(frame)).into_iter();
        for edge in edges.flat_map(|edges| edges.iter()) {
            if let (Label::Name(name), Target::Object(object)) = (&edge.label, &edge.target) {
                names.entry(*object).or_default().push(name.clone());
            }
        }
    }
    names
}

fn row(state: &State, names: &Names, object: ObjectId, it: &Object, held: &Holders) -> Row {
    let reference = |edge: &Edge| Reference {
        label: text::label(&edge.label),
        target: match &edge.target {
            Target::Object(target) => told(state, names, *target),
            Target::Value { repr, .. } => repr.to_string(),
        },
    };
    Row {
        object,
        type_name: text::type_name(it).into(),
        repr: text::long_value(state, it).to_string(),
        count: it.count,
        list: it.list,
        gc_refs: state.gc_refs(it),
        names: names.get(&object).cloned().unwrap_or_default(),
        holders: held.holdings.iter().map(holder).collect(),
        references: it.references.iter().take(SHOWN).map(reference).collect(),
        address: format!("{:#x}", it.id),
        size: it.size,
        tracked: it.list.is_some(),
        has_finalizer: it.finalizer != Finalizer::None,
        weakrefs: it.n_weakrefs,
        state: it.condition,
    }
}

/// Nobody reads more references than this in one row.
const SHOWN: usize = 200;

fn holder(holding: &Holding) -> Holder {
    let owner = match (holding.owner, &holding.label) {
        (Owner::Object(object), _) => Item::Object { object },
        (Owner::Frame(frame), Label::Name(name)) => Item::Name {
            frame,
            name: name.clone(),
        },
        (owner @ Owner::Frame(_), _) => Item::Edge {
            owner,
            index: holding.index,
        },
    };
    Holder {
        owner,
        label: told_label(holding),
    }
}

/// “list a”, or “list 0x7f…” where no name refers to it.
fn told(state: &State, names: &Names, object: ObjectId) -> String {
    let Some(it) = state.object(object) else {
        return "?".to_owned();
    };
    match names.get(&object).and_then(|names| names.first()) {
        Some(name) => format!("{} {name}", text::type_name(it)),
        None => format!("{} {:#x}", text::type_name(it), it.id),
    }
}
