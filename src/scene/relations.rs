//! Relations: what holds an object, or what it holds, in columns by distance.
//!
//! It turns one object and the references at a position into places for the cards within so many steps of it, as
//! objgraph's pictures do; what is left out is counted by stubs. Invariants: a card stands in the column of its shortest
//! distance; cards and stubs of a column never overlap; what is left out by its type is neither counted nor followed; it
//! depends on nothing but its arguments.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::answers;
use super::cast::{Cast, Role};
use super::plan::{MARGIN, Metrics, TITLE};
use super::shape::{Point, Rect, Stub};
use super::types::TypeFilter;
use crate::trace::event::{Label, ObjectId, Owner};
use crate::trace::playback::State;

/// Which way the references are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what holds it: the columns run to the left.
    Referrers,
    /// To what it holds: the columns run to the right.
    Referents,
}

/// More than these of one object are counted only.
const BREADTH: usize = 6;
const MAX_CARDS: usize = 150;
pub const MAX_DEPTH: u32 = 8;

#[derive(Clone, Debug, Default)]
pub struct Relations {
    pub places: BTreeMap<ObjectId, Point>,
    pub stubs: Vec<Stub>,
}

/// What stands in a column.
enum Entry {
    Card(ObjectId),
    /// So many more, of that object.
    More {
        of: ObjectId,
        n: u32,
    },
}

pub fn relations(
    state: &State,
    (cast, filter): (&Cast, &TypeFilter),
    (object, direction, depth): (ObjectId, Direction, u32),
    metrics: &Metrics,
) -> Relations {
    if state.object(object).is_none() {
        return Relations::default();
    }
    let which = (object, direction, depth.min(MAX_DEPTH));
    let columns = columns(state, (cast, filter), which);
    placed(&columns, direction, metrics)
}

fn columns(
    state: &State,
    (cast, filter): (&Cast, &TypeFilter),
    (object, direction, depth): (ObjectId, Direction, u32),
) -> Vec<Vec<Entry>> {
    let holders = match direction {
        Direction::Referrers => Some(holders(state)),
        Direction::Referents => None,
    };
    let neighbours = |object: ObjectId| -> Vec<ObjectId> {
        let all = match &holders {
            Some(holders) => holders.get(&object).cloned().unwrap_or_default(),
            None => referents(state, object),
        };
        let is_shown = |it: &ObjectId| state.object(*it).is_some_and(|it| filter.shows(it));
        let is_drawn = |it: &ObjectId| cast.role(*it) != Role::Hidden && is_shown(it);
        all.into_iter().filter(is_drawn).collect()
    };
    let mut seen: FxHashSet<ObjectId> = FxHashSet::from_iter([object]);
    let mut columns = vec![vec![Entry::Card(object)]];
    for distance in 0..=depth {
        let mut next = Vec::new();
        for entry in &columns[distance as usize] {
            let Entry::Card(object) = *entry else {
                continue;
            };
            let mut new = neighbours(object);
            new.retain(|it| !seen.contains(it));
            new.dedup();
            let room = MAX_CARDS.saturating_sub(seen.len());
            let n_shown = match distance {
                _ if distance == depth => 0,
                _ => new.len().min(BREADTH).min(room),
            };
            next.extend(new[..n_shown].iter().map(|&it| Entry::Card(it)));
            seen.extend(&new[..n_shown]);
            if new.len() > n_shown {
                let n = (new.len() - n_shown) as u32;
                next.push(Entry::More { of: object, n });
            }
        }
        if next.is_empty() {
            break;
        }
        columns.push(next);
    }
    columns
}

fn holders(state: &State) -> BTreeMap<ObjectId, Vec<ObjectId>> {
    let mut holders: BTreeMap<ObjectId, Vec<ObjectId>> = BTreeMap::new();
    for (object, held) in answers::all_holders(state) {
        let owners = held.holdings.iter().filter_map(|it| match it.owner {
            Owner::Object(owner) if owner != object && !is_class(&it.label) => Some(owner),
            _ => None,
        });
        let mut owners: Vec<ObjectId> = owners.collect();
        owners.sort_unstable();
        owners.dedup();
        holders.insert(object, owners);
    }
    holders
}

/// What an object refers to, each once.
pub fn referents(state: &State, object: ObjectId) -> Vec<ObjectId> {
    let Some(references) = state.references(Owner::Object(object)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut seen = FxHashSet::default();
    for (_, edge, target) in references.objects() {
        if !is_class(&edge.label) && seen.insert(target) {
            found.push(target);
        }
    }
    found
}

/// No arrow shows these either.
fn is_class(label: &Label) -> bool {
    matches!(label, Label::Part(part) if matches!(&**part, "class" | "__mro__" | "__bases__"))
}

fn placed(columns: &[Vec<Entry>], direction: Direction, metrics: &Metrics) -> Relations {
    let (width, height) = metrics.card;
    let pitch = (metrics.pitch.0 * 1.25, metrics.pitch.1);
    let left = MARGIN + metrics.tag.0 + pitch.0 - width / 2.0;
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(1);
    let place = |column: usize, row: usize| {
        let across = match direction {
            Direction::Referents => column,
            Direction::Referrers => columns.len() - 1 - column,
        };
        let above = (tallest - columns[column].len()) as f64 / 2.0;
        Point::new(
            left + across as f64 * pitch.0,
            MARGIN + TITLE + (above + row as f64 + 0.5) * pitch.1,
        )
    };
    let mut relations = Relations::default();
    for (column, entries) in columns.iter().enumerate() {
        for (row, entry) in entries.iter().enumerate() {
            let center = place(column, row);
            match *entry {
                Entry::Card(object) => {
                    relations.places.insert(object, center);
                }
                Entry::More { of, n } => {
                    let (width, height) = (width * 0.7, height * 0.6);
                    let rect = Rect::new(
                        center.x - width / 2.0,
                        center.y - height / 2.0,
                        width,
                        height,
                    );
                    let from = relations.places.get(&of).copied().unwrap_or(center);
                    relations
                        .stubs
                        .push(stub(rect, from, n, direction, metrics));
                }
            }
        }
    }
    relations
}

/// Its line joins it to the card whose relations it counts.
fn stub(rect: Rect, of: Point, n: u32, direction: Direction, metrics: &Metrics) -> Stub {
    let half = metrics.card.0 / 2.0;
    let (from, to) = match direction {
        Direction::Referents => (of.x + half, rect.x),
        Direction::Referrers => (of.x - half, rect.right()),
    };
    Stub {
        rect,
        n,
        line: [Point::new(from, of.y), Point::new(to, rect.center().y)],
        opacity: 1.0,
    }
}
