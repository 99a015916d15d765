//! Routes: the way of an arrow from border to border, around the cards between.
//!
//! It turns two rectangles and the cards in the way into a polyline. First a gently bent line is tried, then ever
//! stronger ones; where each would cross a card, the arrow runs through the gutters between the cards, which are free
//! by the layout's construction. Only +, −, ×, ÷ and square roots are used: their results are the same on every
//! machine. Invariant: a path begins on the source's border and ends on the target's.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::shape::{PATH_POINTS, Point, Rect};
use super::space::Space;

/// Air between an arrow and a card that it passes.
const CLEARANCE: f64 = 3.0;
/// Bends tried for a lone arrow, as the distance of the control point from the straight line.
const BENDS: [f64; 7] = [0.0, 12.0, -12.0, 24.0, -24.0, 40.0, -40.0];
/// Points computed on a curve before it is cut at the borders.
const SAMPLES: usize = 64;
/// Distance between neighbouring arrows in one gutter.
const TRACK: f64 = 4.0;
const CORNER: f64 = 9.0;

/// Cards, to be avoided; and how much of each gutter is used.
pub struct Router<'a> {
    plan: &'a Plan,
    obstacles: Space,
    used: BTreeMap<(bool, i64), u32>,
}

/// How an arrow lies among the arrows between the same two shapes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bundle {
    /// Its number among those in the same direction.
    pub nth: u32,
    /// Whether some run the other way.
    pub has_opposite: bool,
    /// How many run the same way.
    pub n_parallel: u32,
}

impl<'a> Router<'a> {
    pub fn new(plan: &'a Plan, obstacles: impl Iterator<Item = Rect>) -> Router<'a> {
        let obstacles = Space::new(obstacles.map(|it| it.grown(CLEARANCE)));
        Router {
            plan,
            obstacles,
            used: BTreeMap::new(),
        }
    }

    pub fn route(&mut self, source: &Rect, target: &Rect, bundle: Bundle) -> Vec<Point> {
        let (from, to) = (source.center(), target.center());
        let is_in_the_way = |it: &Rect| !it.contains(from) && !it.contains(to);
        for bend in bends(bundle) {
            if let Some(path) = curve(source, target, bend)
                && !path
                    .iter()
                    .any(|&point| self.obstacles.holds(point, is_in_the_way))
            {
                return path;
            }
        }
        self.through_gutters(source, target)
    }

    /// Out of the source's side into the gutter beside it, along to the gutter above or below the target, into the
    /// target from there.
    fn through_gutters(&mut self, source: &Rect, target: &Rect) -> Vec<Point> {
        let (from, to) = (source.center(), target.center());
        let pitch = self.plan.cell();
        let gap = (
            (pitch.0 - self.plan.metrics.card.0) / 2.0,
            (pitch.1 - self.plan.metrics.card.1) / 2.0,
        );
        let goes_right = to.x >= from.x;
        let exit_x = if goes_right { source.right() } else { source.x };
        let lane_x = self.plan.gutter(0);
        // A tag stands left of the first gutter, a card half a gutter away from its own.
        let beside = match (exit_x < lane_x, goes_right) {
            (true, _) => lane_x,
            (false, true) => exit_x + gap.0,
            (false, false) => exit_x - gap.0,
        };
        let x = beside + self.track(false, beside, gap.0);
        let is_next_column = (target.x - gap.0 - beside).abs() < 1.0
            || (target.right() + gap.0 - beside).abs() < 1.0;
        let from_y = from.y + self.spread(source);
        let mut corners = vec![Point::new(exit_x, from_y), Point::new(x, from_y)];
        if is_next_column {
            let entry_x = if beside <= target.x {
                target.x
            } else {
                target.right()
            };
            let y = to.y + self.spread(target);
            corners.extend([Point::new(x, y), Point::new(entry_x, y)]);
        } else {
            let comes_from_above = from.y < to.y || (from.y == to.y && to.y > source.y + 1.0);
            let beneath = if comes_from_above {
                target.y - gap.1
            } else {
                target.bottom() + gap.1
            };
            let y = beneath + self.track(true, beneath, gap.1);
            let entry_x = to.x + 2.0 * self.spread(target);
            let entry_y = if comes_from_above {
                target.y
            } else {
                target.bottom()
            };
            corners.extend([
                Point::new(x, y),
                Point::new(entry_x, y),
                Point::new(entry_x, entry_y),
            ]);
        }
        resampled(&rounded(&corners), PATH_POINTS)
    }

    /// A free line in a gutter, as the distance from its middle.
    fn track(&mut self, is_horizontal: bool, at: f64, room: f64) -> f64 {
        let n = self
            .used
            .entry((is_horizontal, (at * 8.0).round() as i64))
            .or_default();
        let nth = *n;
        *n += 1;
        let most = ((room - 2.0) / TRACK).floor().max(1.0) as u32;
        let step = f64::from((nth / 2 + nth % 2) % most) * TRACK;
        if nth % 2 == 1 { step } else { -step }
    }

    /// Where on a side the next arrow docks, as the distance from its middle.
    fn spread(&mut self, rect: &Rect) -> f64 {
        let key = (rect.x * 8.0).round() as i64 * 100_003 + (rect.y * 8.0).round() as i64;
        let n = self
            .used
            .entry((true, key.wrapping_add(1 << 50)))
            .or_default();
        let nth = *n;
        *n += 1;
        let step = f64::from((nth / 2 + nth % 2) % 4) * TRACK;
        if nth % 2 == 1 { step } else { -step }
    }
}

/// A lone arrow is straight where it can be; arrows that share their ends bend apart, each direction to its own side.
fn bends(bundle: Bundle) -> Vec<f64> {
    if bundle.n_parallel <= 1 && !bundle.has_opposite {
        return BENDS.to_vec();
    }
    let first = if bundle.has_opposite {
        18.0
    } else {
        18.0 * (1.0 - f64::from(bundle.n_parallel))
    };
    let step = if bundle.has_opposite { 20.0 } else { 36.0 };
    let own = first + step * f64::from(bundle.nth);
    vec![
        own,
        own + 10.0,
        own - 9.0,
        own + 24.0,
        own + 44.0,
        own + 70.0,
    ]
}

/// A quadratic curve between the centres, cut at the borders; none where the two overlap.
fn curve(source: &Rect, target: &Rect, bend: f64) -> Option<Vec<Point>> {
    let (from, to) = (source.center(), target.center());
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).sqrt();
    if length < 1.0 {
        return None;
    }
    // The control point is twice as far from the line as the curve's middle.
    let control = Point::new(
        (from.x + to.x) / 2.0 - dy / length * bend * 2.0,
        (from.y + to.y) / 2.0 + dx / length * bend * 2.0,
    );
    let at = |t: f64| {
        let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        Point::new(
            a * from.x + b * control.x + c * to.x,
            a * from.y + b * control.y + c * to.y,
        )
    };
    let step = 1.0 / SAMPLES as f64;
    let last_inside = (0..SAMPLES)
        .take_while(|&i| source.contains(at(i as f64 * step)))
        .last()?;
    let first_inside = (0..=SAMPLES)
        .rev()
        .take_while(|&i| target.contains(at(i as f64 * step)))
        .last()?;
    if first_inside <= last_inside {
        return None;
    }
    let start = crossing(
        &at,
        source,
        last_inside as f64 * step,
        (last_inside + 1) as f64 * step,
    );
    let end = crossing(
        &at,
        target,
        first_inside as f64 * step,
        first_inside.saturating_sub(1) as f64 * step,
    );
    if end <= start {
        return None;
    }
    let n = (PATH_POINTS - 1) as f64;
    Some(
        (0..PATH_POINTS)
            .map(|i| at(start + (end - start) * i as f64 / n))
            .collect(),
    )
}

/// Where the curve crosses the border, between a parameter inside and one outside.
fn crossing(at: &impl Fn(f64) -> Point, rect: &Rect, mut inside: f64, mut outside: f64) -> f64 {
    for _ in 0..24 {
        let middle = (inside + outside) / 2.0;
        if rect.contains(at(middle)) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

/// A loop over the top edge: an object that holds itself.
pub fn self_loop(card: &Rect, nth: u32) -> Vec<Point> {
    let spread = f64::from(nth.min(3)) * 7.0;
    let (left, right) = (
        card.x + card.width * 0.34 - spread,
        card.x + card.width * 0.56 + spread,
    );
    let top = card.y - 13.0 - f64::from(nth.min(3)) * 4.0;
    let corners = [
        Point::new(left, card.y),
        Point::new(left, top),
        Point::new(right, top),
        Point::new(right, card.y),
    ];
    resampled(&rounded(&corners), PATH_POINTS)
}

/// The polyline with its corners cut round.
fn rounded(corners: &[Point]) -> Vec<Point> {
    let Some((&first, &last)) = corners.first().zip(corners.last()) else {
        return Vec::new();
    };
    let mut path = vec![first];
    for window in corners.windows(3) {
        let [before, corner, after] = [window[0], window[1], window[2]];
        let radius = CORNER
            .min(distance(before, corner) / 2.0)
            .min(distance(corner, after) / 2.0);
        let (a, b) = (
            towards(corner, before, radius),
            towards(corner, after, radius),
        );
        for i in 0..=6 {
            let t = f64::from(i) / 6.0;
            let (u, v, w) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            path.push(Point::new(
                u * a.x + v * corner.x + w * b.x,
                u * a.y + v * corner.y + w * b.y,
            ));
        }
    }
    path.push(last);
    path
}

fn towards(from: Point, to: Point, length: f64) -> Point {
    let whole = distance(from, to);
    if whole < 1e-9 {
        return from;
    }
    Point::new(
        from.x + (to.x - from.x) * length / whole,
        from.y + (to.y - from.y) * length / whole,
    )
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

/// The same way in exactly `n` points; corners lie closer together than long stretches, so every vertex nearest to a
/// sample is kept by walking evenly along the length.
fn resampled(path: &[Point], n: usize) -> Vec<Point> {
    let total: f64 = path.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let (Some(&first), Some(&last)) = (path.first(), path.last()) else {
        return Vec::new();
    };
    let mut points = vec![first];
    let (mut index, mut walked) = (0, 0.0);
    for i in 1..n - 1 {
        let wanted = total * i as f64 / (n - 1) as f64;
        while index + 2 < path.len() && walked + distance(path[index], path[index + 1]) < wanted {
            walked += distance(path[index], path[index + 1]);
            index += 1;
        }
        points.push(towards(path[index], path[index + 1], wanted - walked));
    }
    points.push(last);
    points
}

/// The point so far along the path, 0..=1 of its points.
pub fn along(path: &[Point], t: f64) -> Point {
    let scaled = t.clamp(0.0, 1.0) * (path.len().saturating_sub(1)) as f64;
    let index = scaled.floor() as usize;
    match (path.get(index), path.get(index + 1)) {
        (Some(&a), Some(&b)) => {
            let part = scaled - index as f64;
            Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
        }
        (Some(&a), None) => a,
        _ => Point::default(),
    }
}
