//! Moves: cards that a person has put elsewhere.
//!
//! It turns "this card, so far that way" into places on the plane, and keeps them by who an object is rather than by its
//! number: the n-th of its type to be created. So an edited program that is run again finds its cards where they were
//! put. Invariant: a place is the middle of the card, in the scene's units, of one view and one mode; no other card ever
//! moves because of it. It mirrors no part of CPython.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::cast::{Cast, Role};
use super::shape::{Mode, Point};
use crate::trace::event::{Event, ObjectId};

/// How the cards are laid out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// In the lanes of the collector's lists.
    #[default]
    Lanes,
    /// By who refers to whom.
    Graph,
}

/// Who an object is, in any run of much the same program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Identity {
    type_name: Rc<str>,
    /// How many of that type were created before it.
    nth: u32,
}

/// One card that was put elsewhere, as it is kept between two visits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    layout: Layout,
    mode: Mode,
    type_name: Rc<str>,
    nth: u32,
    x: f64,
    y: f64,
}

#[derive(Clone, Debug, Default)]
pub struct Moves {
    kept: BTreeMap<(Layout, Mode), BTreeMap<Identity, Point>>,
    /// The same for the objects of the present trace.
    found: BTreeMap<(Layout, Mode), BTreeMap<ObjectId, Point>>,
}

impl Moves {
    /// To be kept.
    pub fn kept(&self) -> Vec<Kept> {
        let all = self.kept.iter();
        let each = all.flat_map(|(key, places)| places.iter().map(move |place| (key, place)));
        each.map(|(&(layout, mode), (identity, at))| Kept {
            layout,
            mode,
            type_name: identity.type_name.clone(),
            nth: identity.nth,
            x: at.x,
            y: at.y,
        })
        .collect()
    }

    /// As they were kept; nothing is found yet in any trace.
    pub fn of(kept: Vec<Kept>) -> Moves {
        let mut moves = Moves::default();
        for it in kept
            .into_iter()
            .filter(|it| it.x.is_finite() && it.y.is_finite())
        {
            let places = moves.kept.entry((it.layout, it.mode)).or_default();
            let identity = Identity {
                type_name: it.type_name,
                nth: it.nth,
            };
            places.insert(identity, Point::new(it.x, it.y));
        }
        moves
    }

    /// Where cards were put.
    pub fn places(&self, layout: Layout, mode: Mode) -> Option<&BTreeMap<ObjectId, Point>> {
        self.found.get(&(layout, mode))
    }

    pub fn put(
        &mut self,
        (layout, mode): (Layout, Mode),
        object: ObjectId,
        at: Point,
        (events, cast): (&[Event], &Cast),
    ) {
        self.found
            .entry((layout, mode))
            .or_default()
            .insert(object, at);
        if let Some(identity) = identity_of(events, cast, object) {
            let kept = self.kept.entry((layout, mode)).or_default();
            kept.insert(identity, at);
        }
    }

    /// All of that layout go back to where they belong.
    pub fn tidy(&mut self, layout: Layout, mode: Mode) {
        self.kept.remove(&(layout, mode));
        self.found.remove(&(layout, mode));
    }

    /// The trace is another one, or longer.
    pub fn find(&mut self, events: &[Event], cast: &Cast) {
        self.found.clear();
        if self.kept.is_empty() {
            return;
        }
        for (identity, object) in identities(events, cast) {
            for (key, kept) in &self.kept {
                if let Some(&at) = kept.get(&identity) {
                    self.found.entry(*key).or_default().insert(object, at);
                }
            }
        }
    }
}

fn identity_of(events: &[Event], cast: &Cast, object: ObjectId) -> Option<Identity> {
    identities(events, cast)
        .find(|&(_, other)| other == object)
        .map(|(identity, _)| identity)
}

/// What is not drawn does not count: a function more in the program shall move no list.
fn identities<'a>(
    events: &'a [Event],
    cast: &'a Cast,
) -> impl Iterator<Item = (Identity, ObjectId)> + 'a {
    let mut n_of_type: FxHashMap<Rc<str>, u32> = FxHashMap::default();
    events.iter().filter_map(move |event| {
        let (Event::ObjectCreated {
            object, type_name, ..
        }
        | Event::ObjectMet {
            object, type_name, ..
        }) = event
        else {
            return None;
        };
        if cast.role(*object) == Role::Hidden {
            return None;
        }
        let n = n_of_type.entry(type_name.clone()).or_default();
        let nth = *n;
        *n += 1;
        let type_name = type_name.clone();
        Some((Identity { type_name, nth }, *object))
    })
}
