//! The references that one owner holds, in the owner's order.
//!
//! A splice of the recorder becomes the next version of a sequence which shares what it can with the version before:
//! keyframes keep many versions. Most objects hold a few references, so those are one plain vector; a list of a
//! million is a tree. Invariant: `n_objects` is how many of them point to drawn objects.

use std::rc::Rc;

use crate::trace::event::{Edge, Label, ObjectId, Target};

/// From here on a sequence is kept as a tree: copying it whole at every change would cost too much.
const MANY: usize = 64;

#[derive(Clone, Debug, Default)]
pub struct References {
    edges: Edges,
    n_objects: u32,
}

#[derive(Clone, Debug, Default)]
enum Edges {
    #[default]
    None,
    Few(Rc<Vec<Edge>>),
    Many(imbl::Vector<Edge>),
}

impl References {
    pub fn len(&self) -> usize {
        match &self.edges {
            Edges::None => 0,
            Edges::Few(edges) => edges.len(),
            Edges::Many(edges) => edges.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many of them point to objects rather than to values.
    pub fn n_objects(&self) -> usize {
        self.n_objects as usize
    }

    pub fn get(&self, index: usize) -> Option<&Edge> {
        match &self.edges {
            Edges::None => None,
            Edges::Few(edges) => edges.get(index),
            Edges::Many(edges) => edges.get(index),
        }
    }

    pub fn iter(&self) -> Box<dyn Iterator<Item = &Edge> + '_> {
        match &self.edges {
            Edges::None => Box::new(std::iter::empty()),
            Edges::Few(edges) => Box::new(edges.iter()),
            Edges::Many(edges) => Box::new(edges.iter()),
        }
    }

    /// At most `n` references from `at` on.
    pub fn range(&self, at: usize, n: usize) -> impl Iterator<Item = &Edge> + '_ {
        let end = at.saturating_add(n).min(self.len());
        (at.min(end)..end).filter_map(|index| self.get(index))
    }

    /// The references to drawn objects, with their indices; does not look at the edges at all where there are none.
    pub fn objects(&self) -> Box<dyn Iterator<Item = (usize, &Edge, ObjectId)> + '_> {
        if self.n_objects == 0 {
            return Box::new(std::iter::empty());
        }
        let found = self
            .iter()
            .enumerate()
            .filter_map(|(index, edge)| match edge.target {
                Target::Object(object) => Some((index, edge, object)),
                Target::Value { .. } => None,
            });
        Box::new(found.take(self.n_objects as usize))
    }

    /// The same, with what each is called now: the positions in a list are counted along the way.
    pub fn labelled_objects(&self) -> impl Iterator<Item = (usize, Label, ObjectId)> + '_ {
        let (mut position, mut counted) = (0, 0);
        let mut edges = self.iter();
        self.objects().map(move |(index, edge, object)| {
            let before = edges.by_ref().take(index - counted);
            position += before.map(|edge| edge.label.positions()).sum::<u32>();
            counted = index;
            let label = match edge.label {
                Label::Index(_) => Label::Index(position),
                _ => edge.label.clone(),
            };
            (index, label, object)
        })
    }

    /// What the reference at `index` is called now. Positions in a list are counted afresh, since taking out an
    /// earlier element moves all later ones without an event for each.
    pub fn label(&self, index: usize) -> Option<Label> {
        let edge = self.get(index)?;
        Some(match edge.label {
            Label::Index(_) => {
                let before = self.iter().take(index).map(|edge| edge.label.positions());
                Label::Index(before.sum())
            }
            _ => edge.label.clone(),
        })
    }

    /// Replaces `removed` references from `at` on by `inserted`. What lies beyond the end is taken as the end, so
    /// that no trace can make it panic.
    pub fn splice(&mut self, at: usize, removed: usize, inserted: &[Edge]) {
        let at = at.min(self.len());
        let end = at.saturating_add(removed).min(self.len());
        let n_after = self.len() - (end - at) + inserted.len();
        let n_removed = (at..end)
            .filter(|&index| self.get(index).is_some_and(points_to_object))
            .count();
        let n_inserted = inserted
            .iter()
            .filter(|edge| points_to_object(edge))
            .count();
        self.n_objects = self.n_objects - n_removed as u32 + n_inserted as u32;
        self.edges = match std::mem::take(&mut self.edges) {
            _ if n_after == 0 => Edges::None,
            Edges::None if n_after <= MANY => Edges::Few(Rc::new(inserted.to_vec())),
            Edges::None => Edges::Many(inserted.iter().cloned().collect()),
            Edges::Few(mut edges) if n_after <= MANY => {
                Rc::make_mut(&mut edges).splice(at..end, inserted.iter().cloned());
                Edges::Few(edges)
            }
            Edges::Few(edges) => Edges::Many(splice_tree(
                edges.iter().cloned().collect(),
                at,
                end,
                inserted,
            )),
            // It stays a tree when it gets short: a list that shrinks often grows again.
            Edges::Many(edges) => Edges::Many(splice_tree(edges, at, end, inserted)),
        };
    }
}

fn points_to_object(edge: &Edge) -> bool {
    matches!(edge.target, Target::Object(_))
}

fn splice_tree(
    mut edges: imbl::Vector<Edge>,
    at: usize,
    end: usize,
    inserted: &[Edge],
) -> imbl::Vector<Edge> {
    let n_same = (end - at).min(inserted.len());
    for (offset, edge) in inserted[..n_same].iter().enumerate() {
        edges.set(at + offset, edge.clone());
    }
    let (at, inserted) = (at + n_same, &inserted[n_same..]);
    if at == end && inserted.is_empty() {
        return edges;
    }
    let mut tail = edges.split_off(at);
    let rest = tail.split_off(end - at);
    edges.extend(inserted.iter().cloned());
    edges.append(rest);
    edges
}
