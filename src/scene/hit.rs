//! Hits: what lies under a point of the scene.
//!
//! It turns a point into an item, with some slack for fingers. Invariants: what is painted on top is hit first: handles,
//! then cards and tags, then whatever is nearest.

use super::shape::{Item, Point, Rect, Scene};
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
    nearest(scene, point, slack).map(|item| Hit {
        item,
        part: Part::Body,
    })
}

/// What a finger that met nothing is nearest to; where an object is as near as an arrow, the object: it is smaller.
fn nearest(scene: &Scene, point: Point, slack: f64) -> Option<Item> {
    let cards = scene.cards.iter().rev().map(|card| {
        let item = Item::Object {
            object: card.object,
        };
        (distance_to_rect(&card.rect, point), item)
    });
    let dots = scene.dots.iter().map(|dot| {
        let to_center = (dot.center.x - point.x).hypot(dot.center.y - point.y);
        let item = Item::Object { object: dot.object };
        ((to_center - dot.radius).max(0.0), item)
    });
    let arrows = scene
        .arrows
        .iter()
        .map(|arrow| (distance_to_path(&arrow.path, point), arrow.item.clone()));
    cards
        .chain(dots)
        .chain(arrows)
        .filter(|(distance, _)| *distance <= slack)
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, item)| item)
}

fn distance_to_rect(rect: &Rect, point: Point) -> f64 {
    let beyond = |at: f64, low: f64, length: f64| (low - at).max(at - low - length).max(0.0);
    let dx = beyond(point.x, rect.x, rect.width);
    dx.hypot(beyond(point.y, rect.y, rect.height))
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
