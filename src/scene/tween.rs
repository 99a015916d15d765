//! Tweens: the pictures between two scenes.
//!
//! It turns two scenes and a progress into one scene: what stands in both moves, what is new grows, what is gone
//! shrinks, what was touched pulses. Invariants: at 0 it is the first scene, at 1 the second, exactly; shapes are
//! matched by what they are, never by their place in a list.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::shape::{
    Accent, Arrow, ArrowKind, ArrowLabel, Badge, Card, Dot, Group, Item, Lane, Point, Rect, Scene,
    Tag,
};
use crate::trace::event::{FrameId, ObjectId};

/// The picture so far (0..=1) between two scenes.
pub fn interpolate(before: &Scene, after: &Scene, progress: f64) -> Scene {
    if progress >= 1.0 || progress.is_nan() {
        return after.clone();
    }
    if progress <= 0.0 {
        return before.clone();
    }
    let t = Time {
        eased: progress * progress * (3.0 - 2.0 * progress),
        pulse: 4.0 * progress * (1.0 - progress),
    };
    Scene {
        mode: after.mode,
        bounds: rect(before.bounds, after.bounds, t),
        lanes: tween(&before.lanes, &after.lanes, t),
        groups: tween(&before.groups, &after.groups, t),
        tags: tween(&before.tags, &after.tags, t),
        cards: tween(&before.cards, &after.cards, t),
        arrows: tween_arrows(&before.arrows, &after.arrows, t),
        dots: tween(&before.dots, &after.dots, t),
        cells: cells(before, after, t),
        per_cell: after.per_cell,
        stubs: stubs(before, after, t),
    }
}

#[derive(Clone, Copy)]
struct Time {
    eased: f64,
    pulse: f64,
}

/// A shape that can be found again in another scene.
trait Shape: Clone {
    type Key: Ord;
    fn key(&self) -> Self::Key;
    /// On the way from `before` to `self`.
    fn moved(&self, before: &Self, t: Time) -> Self;
    fn entering(&self, t: Time) -> Self;
    fn leaving(&self, t: Time) -> Self;
}

/// What leaves comes first, so that it is painted beneath.
fn tween<S: Shape>(before: &[S], after: &[S], t: Time) -> Vec<S> {
    let old: BTreeMap<S::Key, &S> = before.iter().map(|shape| (shape.key(), shape)).collect();
    let new: BTreeMap<S::Key, &S> = after.iter().map(|shape| (shape.key(), shape)).collect();
    let leaving = before
        .iter()
        .filter(|shape| !new.contains_key(&shape.key()))
        .map(|shape| shape.leaving(t));
    let staying = after.iter().map(|shape| match old.get(&shape.key()) {
        Some(before) => shape.moved(before, t),
        None => shape.entering(t),
    });
    leaving.chain(staying).collect()
}

impl Shape for Card {
    type Key = ObjectId;

    fn key(&self) -> ObjectId {
        self.object
    }

    fn moved(&self, before: &Card, t: Time) -> Card {
        let target = rect(before.rect, self.rect, t);
        let shift = (target.x - self.rect.x, target.y - self.rect.y);
        Card {
            rect: target,
            count: badge(&self.count, shift, t),
            gc_refs: self.gc_refs.as_ref().map(|it| Badge {
                opacity: if before.gc_refs.is_some() {
                    1.0
                } else {
                    t.eased
                },
                ..badge(it, shift, t)
            }),
            handle: shifted(self.handle, shift),
            pulse: pulse(self.accent, t),
            ..self.clone()
        }
    }

    fn entering(&self, t: Time) -> Card {
        Card {
            opacity: t.eased,
            scale: 0.6 + 0.4 * t.eased,
            ..self.moved(self, t)
        }
    }

    fn leaving(&self, t: Time) -> Card {
        Card {
            accent: Accent::Dying,
            opacity: 1.0 - t.eased,
            scale: 1.0 - 0.4 * t.eased,
            ..self.moved(self, t)
        }
    }
}

impl Shape for Tag {
    type Key = (FrameId, Rc<str>);

    fn key(&self) -> Self::Key {
        (self.frame, self.name.clone())
    }

    fn moved(&self, before: &Tag, t: Time) -> Tag {
        let target = rect(before.rect, self.rect, t);
        let shift = (target.x - self.rect.x, target.y - self.rect.y);
        Tag {
            rect: target,
            handle: shifted(self.handle, shift),
            pulse: pulse(self.accent, t),
            ..self.clone()
        }
    }

    fn entering(&self, t: Time) -> Tag {
        Tag {
            opacity: t.eased,
            ..self.moved(self, t)
        }
    }

    fn leaving(&self, t: Time) -> Tag {
        Tag {
            opacity: 1.0 - t.eased,
            ..self.clone()
        }
    }
}

impl Shape for Group {
    type Key = FrameId;

    fn key(&self) -> FrameId {
        self.frame
    }

    fn moved(&self, before: &Group, t: Time) -> Group {
        Group {
            rect: rect(before.rect, self.rect, t),
            title: rect(before.title, self.title, t),
            ..self.clone()
        }
    }

    fn entering(&self, t: Time) -> Group {
        Group {
            opacity: t.eased,
            ..self.clone()
        }
    }

    fn leaving(&self, t: Time) -> Group {
        Group {
            opacity: 1.0 - t.eased,
            ..self.clone()
        }
    }
}

impl Shape for Lane {
    type Key = super::shape::LaneKind;

    fn key(&self) -> Self::Key {
        self.kind
    }

    fn moved(&self, before: &Lane, t: Time) -> Lane {
        Lane {
            rect: rect(before.rect, self.rect, t),
            title: rect(before.title, self.title, t),
            ..self.clone()
        }
    }

    fn entering(&self, t: Time) -> Lane {
        Lane {
            opacity: t.eased,
            ..self.clone()
        }
    }

    fn leaving(&self, t: Time) -> Lane {
        Lane {
            opacity: 1.0 - t.eased,
            ..self.clone()
        }
    }
}

impl Shape for Dot {
    type Key = ObjectId;

    fn key(&self) -> ObjectId {
        self.object
    }

    fn moved(&self, before: &Dot, t: Time) -> Dot {
        Dot {
            center: point(before.center, self.center, t),
            pulse: pulse(self.accent, t),
            ..self.clone()
        }
    }

    fn entering(&self, t: Time) -> Dot {
        Dot {
            opacity: t.eased,
            ..self.moved(self, t)
        }
    }

    fn leaving(&self, t: Time) -> Dot {
        Dot {
            accent: Accent::Dying,
            opacity: 1.0 - t.eased,
            ..self.clone()
        }
    }
}

/// An arrow is the same when it is the same name's, or when it is the n-th from one object to another: an index would
/// not do, since taking out an element renumbers those after it.
type ArrowKey = (ArrowKind, Option<Item>, Option<ObjectId>, ObjectId, u32);

fn keyed(arrows: &[Arrow]) -> Vec<(ArrowKey, &Arrow)> {
    let mut seen: BTreeMap<(ArrowKind, Option<ObjectId>, ObjectId), u32> = BTreeMap::new();
    let key = |arrow: &Arrow| match arrow.kind {
        ArrowKind::Name => (arrow.kind, Some(arrow.item.clone()), None, arrow.target, 0),
        _ => {
            let nth = seen
                .entry((arrow.kind, arrow.source, arrow.target))
                .or_default();
            *nth += 1;
            (arrow.kind, None, arrow.source, arrow.target, *nth)
        }
    };
    arrows.iter().map(key).zip(arrows).collect()
}

fn tween_arrows(before: &[Arrow], after: &[Arrow], t: Time) -> Vec<Arrow> {
    let (old, new) = (keyed(before), keyed(after));
    let old_by_key: BTreeMap<&ArrowKey, &Arrow> =
        old.iter().map(|(key, arrow)| (key, *arrow)).collect();
    let new_by_key: BTreeMap<&ArrowKey, &Arrow> =
        new.iter().map(|(key, arrow)| (key, *arrow)).collect();
    let leaving = old.iter().filter(|(key, _)| !new_by_key.contains_key(key));
    let leaving = leaving.map(|(_, arrow)| Arrow {
        opacity: 1.0 - t.eased,
        ..(*arrow).clone()
    });
    let staying = new.iter().map(|(key, arrow)| match old_by_key.get(key) {
        Some(before) => moved_arrow(before, arrow, t),
        None => Arrow {
            opacity: t.eased,
            pulse: pulse(arrow.accent, t),
            ..(*arrow).clone()
        },
    });
    leaving.chain(staying).collect()
}

fn moved_arrow(before: &Arrow, after: &Arrow, t: Time) -> Arrow {
    let path = if before.path.len() == after.path.len() {
        before
            .path
            .iter()
            .zip(&after.path)
            .map(|(&a, &b)| point(a, b, t))
            .collect()
    } else {
        after.path.clone()
    };
    let label = after.label.as_ref().map(|label| match &before.label {
        Some(old) => ArrowLabel {
            rect: rect(old.rect, label.rect, t),
            ..label.clone()
        },
        None => label.clone(),
    });
    Arrow {
        path,
        label,
        pulse: pulse(after.accent, t),
        ..after.clone()
    }
}

fn cells(before: &Scene, after: &Scene, t: Time) -> Vec<super::shape::Cell> {
    let leaving = before.cells.iter().map(|cell| (cell, 1.0 - t.eased));
    let entering = after.cells.iter().map(|cell| (cell, t.eased));
    leaving
        .chain(entering)
        .map(|(cell, opacity)| super::shape::Cell { opacity, ..*cell })
        .collect()
}

/// They stand for nothing in particular: the old ones fade, the new ones come.
fn stubs(before: &Scene, after: &Scene, t: Time) -> Vec<super::shape::Stub> {
    if before.stubs == after.stubs {
        return after.stubs.clone();
    }
    let leaving = before.stubs.iter().map(|stub| (stub, 1.0 - t.eased));
    let entering = after.stubs.iter().map(|stub| (stub, t.eased));
    leaving
        .chain(entering)
        .map(|(stub, opacity)| super::shape::Stub { opacity, ..*stub })
        .collect()
}

fn pulse(accent: Accent, t: Time) -> f64 {
    if accent == Accent::None { 0.0 } else { t.pulse }
}

fn badge(after: &Badge, shift: (f64, f64), t: Time) -> Badge {
    Badge {
        rect: shifted(after.rect, shift),
        pulse: pulse(after.accent, t),
        ..*after
    }
}

fn shifted(rect: Rect, (dx, dy): (f64, f64)) -> Rect {
    Rect {
        x: rect.x + dx,
        y: rect.y + dy,
        ..rect
    }
}

fn number(before: f64, after: f64, t: Time) -> f64 {
    before + (after - before) * t.eased
}

fn point(before: Point, after: Point, t: Time) -> Point {
    Point::new(number(before.x, after.x, t), number(before.y, after.y, t))
}

fn rect(before: Rect, after: Rect, t: Time) -> Rect {
    Rect::new(
        number(before.x, after.x, t),
        number(before.y, after.y, t),
        number(before.width, after.width, t),
        number(before.height, after.height, t),
    )
}
