//! The graph: cards laid out by who refers to whom.
//!
//! It turns objects and the references between them into places on the plane. What hangs together is laid out by
//! [`forces`] as one piece; the pieces are then set side by side. Invariants: the same program gives the same places;
//! an object that has a place keeps it, and a newcomer finds a free one near what it is joined to; no card lies on
//! another. It mirrors no part of CPython.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashMap;

use super::cast::{Cast, Role};
use super::forces;
use super::plan::{MARGIN, TITLE, metrics};
use super::shape::{Mode, Point, Rect};
use super::space::Space;
use crate::trace::event::{Edge, Event, Label, ObjectId, Owner, Target};
use crate::trace::playback::State;

/// So many objects of a whole program are laid out together, whether they ever live at the same time or not: then no
/// step of the program moves anything. A program that makes more is laid out as its objects come into view.
const MAX_TOGETHER: usize = 600;
/// A newcomer looks so many cards far around for a free place.
const FAR: i32 = 24;
/// Steps in which a free place is looked for, as parts of a card with its gutter.
const STEP: f64 = 0.5;
/// Of the whole, in cards: fewer leave no room to set anything side by side.
const MIN_COLUMNS: f64 = 3.0;

/// Places of cards, by their middles.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    mode: Mode,
    places: BTreeMap<ObjectId, Point>,
    /// Cards with half a gutter around, and the pieces that they belong to.
    cards: Space,
    pieces: Space,
    /// The right end of everything so far.
    right: f64,
}

type Links = Vec<(ObjectId, ObjectId)>;

/// Objects that hang together, around (0, 0).
struct Piece {
    places: Vec<(ObjectId, Point)>,
    /// Around all its cards.
    rect: Rect,
}

impl Graph {
    pub fn places(&self) -> &BTreeMap<ObjectId, Point> {
        &self.places
    }

    /// Gives a place to each of these objects that has none.
    pub fn extend(
        &mut self,
        wanted: &[ObjectId],
        state: &State,
        (events, cast): (&[Event], &Cast),
        mode: Mode,
    ) {
        if self.mode != mode {
            // Cards of another size: another graph.
            *self = Graph {
                mode,
                ..Graph::default()
            };
        }
        if wanted.iter().all(|object| self.places.contains_key(object)) {
            return;
        }
        let (mut objects, links) = match of_trace(events, cast) {
            Some(all) => all,
            None => of_state(wanted, state),
        };
        objects.extend(wanted.iter().copied());
        objects.sort_unstable();
        objects.dedup();
        self.lay_out(&objects, &links);
    }

    /// The objects are in order, and each is there once.
    fn lay_out(&mut self, objects: &[ObjectId], links: &Links) {
        let index: FxHashMap<ObjectId, usize> = objects.iter().copied().zip(0..).collect();
        let links: Vec<(usize, usize)> = links
            .iter()
            .filter_map(|(a, b)| Some((*index.get(a)?, *index.get(b)?)))
            .filter(|(a, b)| a != b)
            .collect();
        let neighbours = forces::neighbours(objects.len(), &links);
        self.join(objects, &neighbours);
        let mut pieces = parted(objects, &neighbours, &self.places);
        // What somebody wants to look at is large; the others find room around it.
        pieces.sort_by_key(|members| std::cmp::Reverse(members.len()));
        let pieces = pieces
            .iter()
            .map(|members| piece(members, objects, &neighbours, self.mode));
        self.set_side_by_side(pieces.collect());
    }

    /// Newcomers that hang together with what has a place already stand beside that.
    fn join(&mut self, objects: &[ObjectId], neighbours: &[Vec<usize>]) {
        let mut queue: VecDeque<usize> = (0..objects.len())
            .filter(|&index| self.places.contains_key(&objects[index]))
            .collect();
        while let Some(index) = queue.pop_front() {
            let is_new = |other: &&usize| !self.places.contains_key(&objects[**other]);
            let new: Vec<usize> = neighbours[index].iter().filter(is_new).copied().collect();
            let Some(&beside) = self.places.get(&objects[index]).filter(|_| !new.is_empty()) else {
                continue;
            };
            let mut free = self.free_places(beside);
            for other in new {
                // Farther away there may be room; for so many neighbours it is not looked for.
                let at = free.find(|&at| !self.cards.overlaps(&self.card(at)));
                self.put(objects[other], at.unwrap_or(beside));
                queue.push_back(other);
            }
        }
    }

    /// Around a card, the nearest first, to the right and below before to the left and above; none over the names.
    fn free_places(&self, beside: Point) -> impl Iterator<Item = Point> + use<> {
        let pitch = metrics(self.mode).pitch;
        let left = self.corner().x;
        let mut offsets: Vec<(i32, i32)> = (-FAR..=FAR)
            .flat_map(|row| (-FAR..=FAR).map(move |column| (column, row)))
            .collect();
        let distance = |&(column, row): &(i32, i32)| column * column + row * row;
        offsets.sort_by_key(|it| (distance(it), it.0 < 0, it.1 < 0, it.0.abs()));
        let at = move |(column, row): (i32, i32)| {
            Point::new(
                beside.x + f64::from(column) * pitch.0,
                beside.y + f64::from(row) * pitch.1,
            )
        };
        offsets.into_iter().map(at).filter(move |at| at.x >= left)
    }

    /// Row by row from the top, each piece where there is room for it first.
    fn set_side_by_side(&mut self, pieces: Vec<Piece>) {
        let pitch = metrics(self.mode).pitch;
        let corner = self.corner();
        let area: f64 = pieces.iter().map(|it| it.rect.width * it.rect.height).sum();
        let widest = pieces.iter().map(|it| it.rect.width).fold(0.0, f64::max);
        let width = (area * self.mode.aspect()).sqrt();
        let width = width.max(widest).max(MIN_COLUMNS * pitch.0);
        self.right = self.right.max(corner.x - pitch.0 / 2.0 + width);
        // Where one of that size found room: before that there is none for another.
        let mut found: BTreeMap<(i64, i64), Point> = BTreeMap::new();
        for piece in pieces {
            let size = (piece.rect.width as i64, piece.rect.height as i64);
            let start = Point::new(corner.x - pitch.0 / 2.0, corner.y - pitch.1 / 2.0);
            let at = self.room(&piece.rect, *found.get(&size).unwrap_or(&start));
            found.insert(size, at);
            let (dx, dy) = (at.x - piece.rect.x, at.y - piece.rect.y);
            for (object, place) in piece.places {
                // Whole units: the last bits differ from machine to machine.
                self.put(
                    object,
                    Point::new((place.x + dx).round(), (place.y + dy).round()),
                );
            }
            self.pieces
                .insert(Rect::new(at.x, at.y, piece.rect.width, piece.rect.height));
        }
    }

    /// The first place with room for the rectangle from that one on.
    fn room(&self, rect: &Rect, start: Point) -> Point {
        let pitch = metrics(self.mode).pitch;
        let left = self.corner().x - pitch.0 / 2.0;
        let mut at = start;
        loop {
            let wanted = Rect::new(at.x, at.y, rect.width, rect.height).grown(-1.0);
            if !self.pieces.overlaps(&wanted) && !self.cards.overlaps(&wanted) {
                return at;
            }
            at.x += pitch.0 * STEP;
            if at.x + rect.width > self.right + 1.0 {
                at = Point::new(left, at.y + pitch.1 * STEP);
            }
        }
    }

    fn put(&mut self, object: ObjectId, at: Point) {
        self.cards.insert(self.card(at));
        self.places.insert(object, at);
    }

    /// With as much air as no other card shall enter.
    fn card(&self, at: Point) -> Rect {
        const AIR: f64 = 3.0;
        let (width, height) = metrics(self.mode).card;
        Rect::new(at.x - width / 2.0, at.y - height / 2.0, width, height).grown(AIR)
    }

    /// The middle of the first card: right of the names.
    fn corner(&self) -> Point {
        let metrics = metrics(self.mode);
        Point::new(
            MARGIN + metrics.tag.0 + metrics.pitch.0 * 0.75,
            MARGIN + TITLE + metrics.pitch.1 * 0.5,
        )
    }
}

/// The objects without a place, by what hangs together.
fn parted(
    objects: &[ObjectId],
    neighbours: &[Vec<usize>],
    places: &BTreeMap<ObjectId, Point>,
) -> Vec<Vec<usize>> {
    let mut seen: Vec<bool> = objects.iter().map(|it| places.contains_key(it)).collect();
    let mut pieces = Vec::new();
    for first in 0..objects.len() {
        if seen[first] {
            continue;
        }
        seen[first] = true;
        let mut members = vec![first];
        let mut next = 0;
        while let Some(&index) = members.get(next) {
            next += 1;
            for &other in &neighbours[index] {
                if !seen[other] {
                    seen[other] = true;
                    members.push(other);
                }
            }
        }
        members.sort_unstable();
        pieces.push(members);
    }
    pieces
}

/// Lays out what hangs together.
fn piece(members: &[usize], objects: &[ObjectId], neighbours: &[Vec<usize>], mode: Mode) -> Piece {
    let own: FxHashMap<usize, usize> = members.iter().copied().zip(0..).collect();
    let links: Vec<(usize, usize)> = members
        .iter()
        .flat_map(|a| neighbours[*a].iter().map(move |b| (a, b)))
        .filter(|(a, b)| a < b)
        .filter_map(|(a, b)| Some((*own.get(a)?, *own.get(b)?)))
        .collect();
    // Pieces become round where nodes are as wide as that; they shall be of the canvas's shape instead.
    let metrics = metrics(mode);
    let (width, height) = metrics.pitch;
    let wanted = forces::laid_out(members.len(), &links, width / height / mode.aspect());
    let wanted = wanted
        .iter()
        .map(|[x, y]| Point::new(x * width, y * height));
    let mut cards = Space::default();
    let mut places = Vec::with_capacity(members.len());
    let mut rect: Option<Rect> = None;
    for (&member, at) in members.iter().zip(wanted) {
        let around = |at: Point, size: (f64, f64)| {
            Rect::new(at.x - size.0 / 2.0, at.y - size.1 / 2.0, size.0, size.1)
        };
        // The forces may leave some on others where very many are crowded.
        let at = nearest(at, metrics.pitch, |at| {
            !cards.overlaps(&around(at, metrics.card))
        });
        cards.insert(around(at, metrics.card));
        let with_gutter = around(at, metrics.pitch);
        rect = Some(rect.map_or(with_gutter, |all| all.union(&with_gutter)));
        places.push((objects[member], at));
    }
    Piece {
        places,
        rect: rect.unwrap_or_default(),
    }
}

/// The nearest point, in steps of a quarter of a card along squares around the wanted one, that is free.
fn nearest(wanted: Point, pitch: (f64, f64), is_free: impl Fn(Point) -> bool) -> Point {
    const MOST: i32 = 200;
    const PART: f64 = 0.25;
    let offset = |column: i32, row: i32| {
        Point::new(
            wanted.x + f64::from(column) * pitch.0 * PART,
            wanted.y + f64::from(row) * pitch.1 * PART,
        )
    };
    for ring in 0..MOST {
        let along =
            (-ring..=ring).flat_map(|it| [(it, -ring), (it, ring), (-ring, it), (ring, it)]);
        let free = along
            .map(|(column, row)| offset(column, row))
            .find(|&at| is_free(at));
        if let Some(at) = free {
            return at;
        }
    }
    wanted
}

/// All drawn objects of the trace and all references there ever were between them; none where they are too many.
fn of_trace(events: &[Event], cast: &Cast) -> Option<(Vec<ObjectId>, Links)> {
    let is_drawn = |object: ObjectId| cast.role(object) != Role::Hidden;
    let mut objects = Vec::new();
    let mut links = Links::new();
    for event in events {
        match event {
            Event::ObjectCreated { object, .. } | Event::ObjectMet { object, .. }
                if is_drawn(*object) =>
            {
                objects.push(*object)
            }
            Event::EdgesChanged {
                owner: Owner::Object(owner),
                inserted,
                ..
            } if is_drawn(*owner) => {
                let targets = inserted.iter().filter_map(drawn_target);
                links.extend(
                    targets
                        .filter(|&target| is_drawn(target))
                        .map(|target| (*owner, target)),
                );
            }
            Event::WeakrefCreated { weakref, target } => links.push((*weakref, *target)),
            _ => {}
        }
        if objects.len() > MAX_TOGETHER {
            return None;
        }
    }
    links.sort_unstable();
    links.dedup();
    Some((objects, links))
}

fn of_state(wanted: &[ObjectId], state: &State) -> (Vec<ObjectId>, Links) {
    let mut links = Links::new();
    for &object in wanted {
        let Some(it) = state.object(object) else {
            continue;
        };
        links.extend(
            it.references
                .iter()
                .filter_map(drawn_target)
                .map(|target| (object, target)),
        );
        links.extend(it.weak_target.map(|target| (object, target)));
    }
    links.sort_unstable();
    links.dedup();
    (wanted.to_vec(), links)
}

/// A reference to the class would join everything with it; no arrow shows it either.
fn drawn_target(edge: &Edge) -> Option<ObjectId> {
    let is_class = matches!(&edge.label, Label::Part(part) if matches!(&**part, "class" | "__mro__" | "__bases__"));
    match edge.target {
        Target::Object(target) if !is_class => Some(target),
        _ => None,
    }
}
