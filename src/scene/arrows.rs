//! Arrows: one for each reference between drawn shapes.
//!
//! It turns references into routed paths with labels, in the order of their owners. References to classes and to what
//! is not drawn get none. Invariant: parallel references, the two of a two-cycle, and those of an object to itself are
//! drawn apart.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::compose::Composition;
use super::plan::{MARGIN, Plan};
use super::route::{self, Bundle, Router};
use super::shape::{Accent, Arrow, ArrowKind, ArrowLabel, Card, Dot, Item, Point, Rect, Tag};
use super::space::Space;
use super::text;
use crate::trace::event::{Label, ObjectId, Owner};

/// Between dots, more arrows than this would only be grey.
const MAX_DOT_ARROWS: usize = 2500;

/// A reference to be drawn.
struct Reference {
    item: Item,
    kind: ArrowKind,
    source: Option<ObjectId>,
    target: ObjectId,
    label: Option<Rc<str>>,
    accent: Accent,
}

pub fn between_cards(
    composition: &Composition,
    plan: &Plan,
    cards: &[Card],
    tags: &[Tag],
) -> Vec<Arrow> {
    let rects: BTreeMap<ObjectId, Rect> =
        cards.iter().map(|card| (card.object, card.rect)).collect();
    let docks = docks(tags);
    let references = references(composition, rects.keys().copied(), tags);
    let mut pairs: BTreeMap<(Option<ObjectId>, ObjectId), u32> = BTreeMap::new();
    for reference in &references {
        *pairs
            .entry((reference.source, reference.target))
            .or_default() += 1;
    }
    let obstacles = cards
        .iter()
        .map(|card| card.rect)
        .chain(tags.iter().map(|tag| tag.rect));
    let mut router = Router::new(plan, obstacles);
    let mut drawn: BTreeMap<(Option<ObjectId>, ObjectId), u32> = BTreeMap::new();
    let mut routed = Vec::new();
    for reference in references {
        let pair = (reference.source, reference.target);
        let Some(target) = rects.get(&reference.target) else {
            continue;
        };
        let source = match (&reference.item, reference.source) {
            (_, Some(source)) => rects.get(&source),
            (Item::Name { frame, name }, None) => docks.get(&(frame.0, &**name)),
            _ => None,
        };
        let Some(source) = source else { continue };
        let nth = drawn.entry(pair).or_default();
        let is_adrift = |object| composition.own_place(object).is_some();
        let is_free = is_adrift(reference.target) || reference.source.is_some_and(is_adrift);
        let bundle = || bundle(&reference, *nth, &pairs);
        match (reference.source == Some(reference.target), is_free) {
            (true, true) => router.route_freely_to_itself(target, *nth),
            (true, false) => router.route_to_itself(target, *nth),
            (false, true) => router.route_freely(source, target, bundle()),
            (false, false) => router.route(source, target, bundle()),
        }
        *nth += 1;
        routed.push(reference);
    }
    let paths = router.paths();
    let mut labels = Labels::new(cards, tags, &paths);
    let labels: Vec<Option<ArrowLabel>> = routed
        .iter()
        .enumerate()
        .map(|(nth, reference)| Some(labels.place(reference.label.clone()?, nth)))
        .collect();
    let finished = |((reference, path), label)| arrow(reference, path, label);
    routed
        .into_iter()
        .zip(paths)
        .zip(labels)
        .map(finished)
        .collect()
}

/// How a reference lies among those between the same two; a name has but one.
fn bundle(
    reference: &Reference,
    nth: u32,
    pairs: &BTreeMap<(Option<ObjectId>, ObjectId), u32>,
) -> Bundle {
    let Some(source) = reference.source else {
        return Bundle {
            nth: 0,
            has_opposite: false,
            n_parallel: 1,
        };
    };
    let n = |from, to| pairs.get(&(Some(from), to)).copied();
    Bundle {
        nth,
        has_opposite: n(reference.target, source).is_some(),
        n_parallel: n(source, reference.target).unwrap_or(1),
    }
}

/// Where the arrows of the names begin: a small square at the middle of each tag's right side. Where there are several
/// columns of tags, those of the outer ones pass behind the inner ones, each column at a height of its own.
fn docks(tags: &[Tag]) -> BTreeMap<(u32, &str), Rect> {
    const STEP: f64 = 3.0;
    let inner = tags.iter().map(|tag| tag.rect.x).fold(MARGIN, f64::max);
    let dock = |rect: Rect| {
        let column = ((inner - rect.x) / rect.width).round();
        let (x, y) = (rect.right() - 1.0, rect.center().y - 0.5);
        if column == 0.0 {
            return Rect::new(x, y, 1.0, 1.0);
        }
        // From the outside towards the middle, below and above in turn.
        let nth = ((column - 1.0) / 2.0).floor();
        let away = (rect.height / 2.0 - 2.0 - STEP * nth).max(STEP);
        let is_below = column % 2.0 == 1.0;
        let y = if is_below { y + away } else { y - away };
        // A tag ends in a point.
        Rect::new(x - rect.height * 0.3, y, 1.0, 1.0)
    };
    tags.iter()
        .map(|tag| ((tag.frame.0, &*tag.name), dock(tag.rect)))
        .collect()
}

fn arrow(reference: Reference, path: Vec<Point>, label: Option<ArrowLabel>) -> Arrow {
    Arrow {
        item: reference.item,
        kind: reference.kind,
        source: reference.source,
        target: reference.target,
        path,
        label,
        accent: reference.accent,
        pulse: 0.0,
        opacity: 1.0,
    }
}

pub fn between_dots(composition: &Composition, dots: &[Dot], tags: &[Tag]) -> Vec<Arrow> {
    let places: BTreeMap<ObjectId, (Point, f64)> = dots
        .iter()
        .map(|dot| (dot.object, (dot.center, dot.radius)))
        .collect();
    let docks = docks(tags);
    let mut arrows = Vec::new();
    for reference in references(composition, places.keys().copied(), tags) {
        let Some(&(to, radius)) = places.get(&reference.target) else {
            continue;
        };
        let from = match (&reference.item, reference.source) {
            (_, Some(source)) => places.get(&source).map(|&(center, _)| (center, radius)),
            (Item::Name { frame, name }, None) => docks
                .get(&(frame.0, &**name))
                .map(|rect| (Point::new(rect.right(), rect.center().y), 0.0)),
            _ => None,
        };
        let Some((from, from_radius)) = from else {
            continue;
        };
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt();
        if length <= radius + from_radius {
            continue;
        }
        let at = |distance: f64| {
            Point::new(
                from.x + dx * distance / length,
                from.y + dy * distance / length,
            )
        };
        let path = vec![at(from_radius), at(length - radius)];
        arrows.push(arrow(reference, path, None));
        if arrows.len() == MAX_DOT_ARROWS {
            break;
        }
    }
    arrows
}

/// The names' references first, then those of the drawn objects, then the weak ones.
fn references(
    composition: &Composition,
    drawn: impl Iterator<Item = ObjectId>,
    tags: &[Tag],
) -> Vec<Reference> {
    let state = composition.state();
    let accents = composition.accents;
    let mut found = Vec::new();
    let mut frames: Vec<_> = tags.iter().map(|tag| tag.frame).collect();
    frames.dedup();
    for frame in frames {
        let Some(names) = state.references(Owner::Frame(frame)) else {
            continue;
        };
        for (index, edge, target) in names.objects() {
            let Label::Name(name) = &edge.label else {
                continue;
            };
            found.push(Reference {
                item: Item::Name {
                    frame,
                    name: name.clone(),
                },
                kind: ArrowKind::Name,
                source: None,
                target,
                label: None,
                accent: accents
                    .edges
                    .get(&(Owner::Frame(frame), index as u32))
                    .copied()
                    .unwrap_or_default(),
            });
        }
    }
    let mut weak = Vec::new();
    for object in drawn {
        let Some(it) = state.object(object) else {
            continue;
        };
        object_references(composition, object, object, &mut found);
        if let Some(target) = it.weak_target {
            weak.push(Reference {
                item: Item::Weak { weakref: object },
                kind: ArrowKind::Weak,
                source: Some(object),
                target,
                label: None,
                accent: accents.weak.get(&object).copied().unwrap_or_default(),
            });
        }
    }
    found.extend(weak);
    found
}

/// What `owner` holds, drawn as coming from the card of `shown`.
fn object_references(
    composition: &Composition,
    owner: ObjectId,
    shown: ObjectId,
    found: &mut Vec<Reference>,
) {
    let Some(references) = composition.state().references(Owner::Object(owner)) else {
        return;
    };
    let mut n_indexed = 0;
    let mut previous = 0;
    for (index, edge, target) in references.objects() {
        // Labels of elements are their positions now, whatever they were when the reference was stored.
        n_indexed += references
            .range(previous, index - previous)
            .map(|it| it.label.positions())
            .sum::<u32>();
        previous = index;
        if matches!(&edge.label, Label::Part(part) if matches!(&**part, "class" | "__mro__" | "__bases__"))
        {
            continue;
        }
        let label = if is_indexed(&edge.label) {
            Label::Index(n_indexed)
        } else {
            edge.label.clone()
        };
        let owner = Owner::Object(owner);
        found.push(Reference {
            item: Item::Edge {
                owner,
                index: index as u32,
            },
            kind: ArrowKind::Strong,
            source: Some(shown),
            target,
            label: Some(text::shortened(&text::label(&label), 12)),
            accent: composition
                .accents
                .edges
                .get(&(owner, index as u32))
                .copied()
                .unwrap_or_default(),
        });
    }
}

fn is_indexed(label: &Label) -> bool {
    matches!(label, Label::Index(_))
}

/// Among more arrows than this no label is shown anyway, unless its arrow is pointed at.
const MAX_LABELLED: usize = 100;

/// Places labels where nothing else stands, and no other arrow runs.
struct Labels<'a> {
    taken: Space,
    paths: &'a [Vec<Point>],
    /// Around each path.
    extents: Vec<Rect>,
}

impl Labels<'_> {
    fn new<'a>(cards: &[Card], tags: &[Tag], paths: &'a [Vec<Point>]) -> Labels<'a> {
        let extent = |path: &Vec<Point>| {
            let points = path.iter().map(|at| Rect::new(at.x, at.y, 0.0, 0.0));
            let all = points.reduce(|all, it| all.union(&it));
            all.unwrap_or_default().grown(1.0)
        };
        Labels {
            taken: Space::new(
                cards
                    .iter()
                    .map(|card| card.rect)
                    .chain(tags.iter().map(|tag| tag.rect)),
            ),
            paths,
            extents: paths.iter().map(extent).collect(),
        }
    }

    /// On the nth path.
    fn place(&mut self, text: Rc<str>, nth: usize) -> ArrowLabel {
        let width = 6.0 * text.chars().count() as f64 + 6.0;
        let at = |t: f64| {
            let center = route::along(&self.paths[nth], t);
            Rect::new(center.x - width / 2.0, center.y - 7.0, width, 14.0)
        };
        let candidates = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
        let free = candidates
            .iter()
            .map(|&t| at(t))
            .find(|rect| !self.taken.overlaps(rect) && !self.is_crossed(rect, nth));
        match free {
            Some(rect) => {
                self.taken.insert(rect);
                ArrowLabel {
                    text,
                    rect,
                    free: true,
                }
            }
            None => ArrowLabel {
                text,
                rect: at(0.5),
                free: false,
            },
        }
    }

    /// Whether another arrow runs through the letters.
    fn is_crossed(&self, rect: &Rect, own: usize) -> bool {
        let letters = rect.grown(-2.0);
        let runs_through = |(nth, path): (usize, &Vec<Point>)| {
            nth != own
                && self.extents[nth].overlaps(&letters)
                && path
                    .windows(2)
                    .any(|pair| crosses(&letters, pair[0], pair[1]))
        };
        self.paths.len() <= MAX_LABELLED && self.paths.iter().enumerate().any(runs_through)
    }
}

/// Whether a straight line goes through a rectangle: whether any part of it is between both pairs of sides at once.
fn crosses(rect: &Rect, a: Point, b: Point) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let sides = [
        (a.x, b.x - a.x, rect.x, rect.right()),
        (a.y, b.y - a.y, rect.y, rect.bottom()),
    ];
    for (start, length, low, high) in sides {
        if length == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (enters, leaves) = ((low - start) / length, (high - start) / length);
        from = from.max(enters.min(leaves));
        to = to.min(enters.max(leaves));
    }
    from <= to
}
