//! Hits: what lies under a point of the scene.
//!
//! It turns a point into an item, with some slack for fingers. Invariant: what is painted on top is hit first:
//! handles, then tags and cards, then arrows.

use super::shape::{Arrow, Item, Point, Scene};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    #[serde(flatten)]
    pub item: Item,
    pub part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Body,
    /// A new reference is dragged from here.
    Handle,
}

/// The topmost item within `slack` of the point.
pub fn hit(scene: &Scene, point: Point, slack: f64) -> Option<Hit> {
    let found = |item: Item, part: Part| Some(Hit { item, part });
    for card in scene.cards.iter().rev() {
        let item = Item::Object {
            object: card.object,
        };
        if card.handle.grown(slack / 2.0).contains(point) {
            return found(item, Part::Handle);
        }
        if card.rect.contains(point) {
            return found(item, Part::Body);
        }
    }
    for tag in scene.tags.iter().rev() {
        let item = Item::Name {
            frame: tag.frame,
            name: tag.name.clone(),
        };
        if tag.handle.grown(slack / 2.0).contains(point) {
            return found(item, Part::Handle);
        }
        if tag.rect.contains(point) {
            return found(item, Part::Body);
        }
    }
    if let Some(arrow) = nearest_arrow(scene, point, slack) {
        return found(arrow.item.clone(), Part::Body);
    }
    let near = scene
        .cards
        .iter()
        .rev()
        .find(|card| card.rect.grown(slack).contains(point));
    if let Some(card) = near {
        return found(
            Item::Object {
                object: card.object,
            },
            Part::Body,
        );
    }
    let dot = scene.dots.iter().find(|dot| {
        let (dx, dy) = (dot.center.x - point.x, dot.center.y - point.y);
        (dx * dx + dy * dy).sqrt() <= dot.radius + slack / 2.0
    });
    dot.and_then(|dot| found(Item::Object { object: dot.object }, Part::Body))
}

fn nearest_arrow(scene: &Scene, point: Point, slack: f64) -> Option<&Arrow> {
    let mut nearest = None;
    let mut best = slack;
    for arrow in &scene.arrows {
        let distance = distance_to_path(&arrow.path, point);
        if distance <= best {
            (best, nearest) = (distance, Some(arrow));
        }
    }
    nearest
}

fn distance_to_path(path: &[Point], point: Point) -> f64 {
    let distances = path
        .windows(2)
        .map(|pair| distance_to_segment(pair[0], pair[1], point));
    distances.fold(f64::INFINITY, f64::min)
}

fn distance_to_segment(a: Point, b: Point, point: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let squared = dx * dx + dy * dy;
    let along = if squared == 0.0 {
        0.0
    } else {
        ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared
    };
    let along = along.clamp(0.0, 1.0);
    let (x, y) = (a.x + dx * along - point.x, a.y + dy * along - point.y);
    (x * x + y * y).sqrt()
}
