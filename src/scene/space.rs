//! Space: which rectangles are near a point, found without looking at all of them.
//!
//! It turns rectangles into buckets of a coarse grid. Invariant: a rectangle is in every bucket that it touches, so
//! looking into the buckets of a point or rectangle misses nothing.

use rustc_hash::FxHashMap;

use super::shape::{Point, Rect};

const BUCKET: (f64, f64) = (96.0, 40.0);

#[derive(Clone, Debug, Default)]
pub struct Space {
    buckets: FxHashMap<(i32, i32), Vec<Rect>>,
}

impl Space {
    pub fn new(rects: impl IntoIterator<Item = Rect>) -> Space {
        let mut space = Space::default();
        for rect in rects {
            space.insert(rect);
        }
        space
    }

    pub fn insert(&mut self, rect: Rect) {
        for bucket in touched(&rect) {
            self.buckets.entry(bucket).or_default().push(rect);
        }
    }

    /// Whether the point lies in one of the rectangles for which `counts` holds.
    pub fn holds(&self, point: Point, counts: impl Fn(&Rect) -> bool) -> bool {
        let bucket = self.buckets.get(&bucket_of(point.x, point.y));
        bucket.is_some_and(|rects| {
            rects
                .iter()
                .any(|rect| rect.contains(point) && counts(rect))
        })
    }

    pub fn overlaps(&self, rect: &Rect) -> bool {
        let found = |bucket| {
            self.buckets
                .get(&bucket)
                .is_some_and(|rects| rects.iter().any(|it| it.overlaps(rect)))
        };
        touched(rect).any(found)
    }
}

fn bucket_of(x: f64, y: f64) -> (i32, i32) {
    ((x / BUCKET.0).floor() as i32, (y / BUCKET.1).floor() as i32)
}

fn touched(rect: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
    let (left, top) = bucket_of(rect.x, rect.y);
    let (right, bottom) = bucket_of(rect.right(), rect.bottom());
    (left..=right).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}
