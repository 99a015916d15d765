//! Routes: the way of an arrow from border to border, around the cards between.
//!
//! It turns two rectangles and the cards in the way into a polyline. First a gently bent line is tried, then ever
//! stronger ones; where each would cross a card, the arrow runs through the gutters between the cards, which are free
//! by the layout's construction. Only +, −, ×, ÷ and square roots are used: their results are the same on every
//! machine. Invariant: a path begins on the source's border and ends on the target's.

mod loops;

use std::collections::BTreeMap;

use self::loops::{Loop, self_loop};
use super::plan::Plan;
use super::shape::{PATH_POINTS, Point, Rect};
use super::space::Space;
use super::tracks::{self, Direction, Dock, Gutter, Run, Taken, gutter};

/// Air between an arrow and a card that it passes.
const CLEARANCE: f64 = 3.0;
/// Bends tried for a lone arrow, as the distance of the control point from the straight line.
const BENDS: [f64; 7] = [0.0, 12.0, -12.0, 24.0, -24.0, 40.0, -40.0];
/// Points computed on a curve before it is cut at the borders.
const SAMPLES: usize = 64;
const CORNER: f64 = 11.0;
/// So many ways leave a card's side each by itself; more of them would only be a grey band, and leave as one trunk.
const MOST_APART: usize = 6;

/// Cards, to be avoided; and the ways found so far, in the order of asking.
pub struct Router<'a> {
    plan: &'a Plan,
    obstacles: Space,
    ways: Vec<Way>,
}

enum Way {
    /// From one rectangle to the other without a turn.
    Direct(Vec<Point>, [Rect; 2]),
    Gutters(Detour),
    Loop(Loop),
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
            ways: Vec::new(),
        }
    }

    /// From a card in its slot to itself.
    pub fn route_to_itself(&mut self, card: &Rect, nth: u32) {
        let card = *card;
        let gap = gap(self.plan);
        self.ways.push(Way::Loop(Loop { card, nth, gap }));
    }

    /// The same where no gutter leads to it.
    pub fn route_freely_to_itself(&mut self, card: &Rect, nth: u32) {
        self.ways
            .push(Way::Direct(self_loop(card, nth), [*card; 2]));
    }

    pub fn route(&mut self, source: &Rect, target: &Rect, bundle: Bundle) {
        let (from, to) = (source.center(), target.center());
        let is_in_the_way = |it: &Rect| !it.contains(from) && !it.contains(to);
        let is_free = |path: &Vec<Point>| {
            !path
                .iter()
                .any(|&point| self.obstacles.holds(point, is_in_the_way))
        };
        let direct = bends(bundle)
            .into_iter()
            .filter_map(|bend| curve(source, target, bend))
            .find(is_free);
        self.ways.push(match direct {
            Some(path) => Way::Direct(path, [*source, *target]),
            None => Way::Gutters(Detour::new(self.plan, source, target)),
        });
    }

    /// The same where no gutters lead to either end: the curve that crosses the fewest cards, and a straight line
    /// between two that lie on each other.
    pub fn route_freely(&mut self, source: &Rect, target: &Rect, bundle: Bundle) {
        let (from, to) = (source.center(), target.center());
        let is_in_the_way = |it: &Rect| !it.contains(from) && !it.contains(to);
        let n_crossed = |path: &[Point]| {
            let crossed = |&&point: &&Point| self.obstacles.holds(point, is_in_the_way);
            path.iter().filter(crossed).count()
        };
        let curves = bends(bundle)
            .into_iter()
            .filter_map(|bend| curve(source, target, bend));
        let path = curves
            .min_by_key(|path| n_crossed(path))
            .unwrap_or_else(|| densified(&[from, to]));
        self.ways.push(Way::Direct(path, [*source, *target]));
    }

    /// All ways, once it is known which of them share a gutter or a card's side.
    pub fn paths(self) -> Vec<Vec<Point>> {
        let detours: Vec<&Detour> = self.ways.iter().filter_map(Way::detour).collect();
        let nets = nets(&detours);
        let docks: Vec<Dock> = detours
            .iter()
            .zip(&nets)
            .enumerate()
            .flat_map(|(nth, (detour, &net))| detour.docks(net, nth))
            .collect();
        let docks = tracks::docked(&docks, &self.taken());
        let docked: Vec<(f64, f64)> = docks.chunks_exact(2).map(|it| (it[0], it[1])).collect();
        let mut ends = nets.iter().zip(&docked);
        let mut runs: Vec<Run> = Vec::new();
        for (nth, way) in self.ways.iter().enumerate() {
            match way {
                Way::Direct(..) => {}
                Way::Gutters(detour) => {
                    let own = ends.next().map(|(&net, &docks)| detour.runs(net, docks));
                    runs.extend(own.into_iter().flatten());
                }
                Way::Loop(it) => runs.push(it.run(detours.len() + nth)),
            }
        }
        let (mut docks, mut tracks) = (docked.into_iter(), tracks::offsets(&runs).into_iter());
        let mut track = || tracks.next().unwrap_or_default();
        let path = |way| match way {
            Way::Direct(path, _) => path,
            Way::Gutters(detour) => {
                let across = track();
                let along = (!detour.is_sideways()).then(&mut track);
                let docks = docks.next().unwrap_or_default();
                detour.path(docks, across, along.unwrap_or_default())
            }
            Way::Loop(it) => it.path(track()),
        };
        self.ways.into_iter().map(path).collect()
    }

    /// Where arrows end on cards without having been given a place there.
    fn taken(&self) -> Taken {
        let mut taken = Taken::new();
        let mut take = |(gutter, at)| taken.entry(gutter).or_default().push(at);
        let is_tag = |rect: &Rect| rect.right() < self.plan.gutter(0);
        for way in &self.ways {
            match way {
                Way::Direct(path, ends) => {
                    let points = path.first().into_iter().chain(path.last());
                    let on_cards = points.zip(ends).filter(|(_, rect)| !is_tag(rect));
                    on_cards.for_each(|(point, rect)| take(end(self.plan, *point, rect)));
                }
                Way::Gutters(detour) if is_tag(&detour.source) => {
                    let beside = gutter(Direction::Vertical, detour.beside);
                    take((beside, detour.source.center().y));
                }
                Way::Gutters(_) => {}
                Way::Loop(it) => {
                    let above = it.gutter();
                    take((above, it.left()));
                    take((above, it.right()));
                }
            }
        }
        taken
    }
}

/// Half the width of the vertical gutters, half the height of the horizontal ones.
fn gap(plan: &Plan) -> (f64, f64) {
    let (pitch, card) = (plan.cell(), plan.metrics.card);
    ((pitch.0 - card.0) / 2.0, (pitch.1 - card.1) / 2.0)
}

/// The gutter that a point on a border lies at, and where along it that is.
fn end(plan: &Plan, point: Point, rect: &Rect) -> (Gutter, f64) {
    let gap = gap(plan);
    let (above, below) = (rect.y - gap.1, rect.bottom() + gap.1);
    let left = plan.nearest_gutter(rect.x - gap.0);
    let right = plan.nearest_gutter(rect.right() + gap.0);
    let sides = [
        (point.y - rect.y, Direction::Horizontal, above),
        (rect.bottom() - point.y, Direction::Horizontal, below),
        (point.x - rect.x, Direction::Vertical, left),
        (rect.right() - point.x, Direction::Vertical, right),
    ];
    let nearest = sides
        .into_iter()
        .min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    let (_, direction, middle) = nearest.expect("there are four");
    match direction {
        Direction::Horizontal => (gutter(direction, middle), point.x),
        Direction::Vertical => (gutter(direction, middle), point.y),
    }
}

impl Way {
    fn detour(&self) -> Option<&Detour> {
        match self {
            Way::Gutters(detour) => Some(detour),
            Way::Direct(..) | Way::Loop(_) => None,
        }
    }
}

/// The net of each: one for all that leave a card's side, where they are many; else one of its own.
fn nets(detours: &[&Detour]) -> Vec<usize> {
    let mut leaving: BTreeMap<Side, Vec<usize>> = BTreeMap::new();
    for (nth, detour) in detours.iter().enumerate() {
        leaving.entry(detour.exit()).or_default().push(nth);
    }
    let mut nets: Vec<usize> = (0..detours.len()).collect();
    for those in leaving.into_values().filter(|it| it.len() > MOST_APART) {
        for &nth in &those {
            nets[nth] = those[0];
        }
    }
    nets
}

/// The way through the gutters: out of the source's side into the gutter beside it, along to the gutter above or below
/// the target, into the target from there; or into its side, where the same gutter runs beside it.
struct Detour {
    source: Rect,
    target: Rect,
    /// Half the width of the vertical gutters, half the height of the horizontal ones.
    gap: (f64, f64),
    goes_right: bool,
    /// The middle of the gutter beside the source.
    beside: f64,
    entry: Entry,
}

#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Left,
    Right,
    Top,
    Bottom,
}

impl Detour {
    fn new(plan: &Plan, source: &Rect, target: &Rect) -> Detour {
        let (from, to) = (source.center(), target.center());
        let gap = gap(plan);
        let goes_right = to.x >= from.x;
        // A tag stands left of the first gutter, a card half a gutter away from its own.
        let beside = match (source.right() < plan.gutter(0), goes_right) {
            (true, _) => plan.gutter(0),
            (false, true) => plan.nearest_gutter(source.right() + gap.0),
            (false, false) => plan.nearest_gutter(source.x - gap.0),
        };
        let comes_from_above = from.y < to.y || (from.y == to.y && to.y > source.y + 1.0);
        let entry = if (plan.nearest_gutter(target.x - gap.0) - beside).abs() < 1.0 {
            Entry::Left
        } else if (plan.nearest_gutter(target.right() + gap.0) - beside).abs() < 1.0 {
            Entry::Right
        } else if comes_from_above {
            Entry::Top
        } else {
            Entry::Bottom
        };
        Detour {
            source: *source,
            target: *target,
            gap,
            goes_right,
            beside,
            entry,
        }
    }

    fn is_sideways(&self) -> bool {
        matches!(self.entry, Entry::Left | Entry::Right)
    }

    /// Where it leaves the gutter beside the source.
    fn turn(&self) -> f64 {
        match self.entry {
            Entry::Left | Entry::Right => self.target.center().y,
            Entry::Top => self.target.y - self.gap.1,
            Entry::Bottom => self.target.bottom() + self.gap.1,
        }
    }

    /// The side that it leaves.
    fn exit(&self) -> Side {
        side(&self.source, u8::from(self.goes_right))
    }

    /// Of its beginning, where its net leaves, and of its end, where it comes in as the nth.
    fn docks(&self, net: usize, nth: usize) -> [Dock; 2] {
        let room = |rect: &Rect| (rect.height / 2.0 - 5.0).max(0.0);
        let (source, target) = (self.source.center(), self.target.center());
        let beside = gutter(Direction::Vertical, self.beside);
        let exit = Dock {
            gutter: beside,
            middle: source.y,
            towards: self.turn(),
            room: room(&self.source),
            net,
        };
        let entry = if self.is_sideways() {
            Dock {
                gutter: beside,
                middle: target.y,
                towards: source.y,
                room: room(&self.target),
                net: nth,
            }
        } else {
            Dock {
                gutter: gutter(Direction::Horizontal, self.turn()),
                middle: target.x,
                towards: self.beside,
                room: self.target.width * 0.4,
                net: nth,
            }
        };
        [exit, entry]
    }

    /// In the gutter beside the source, and, unless it goes sideways, in the one above or below the target.
    fn runs(&self, net: usize, (exit, entry): (f64, f64)) -> impl Iterator<Item = Run> + use<> {
        let (source, target) = (self.source.center(), self.target.center());
        let room = ((self.gap.0 - 3.0).max(1.0), (self.gap.1 - 3.0).max(1.0));
        let towards = |is_after: bool| if is_after { 1 } else { -1 };
        let turn = self.turn();
        let start = source.y + exit;
        // Where it turns into another gutter it may go on to the farthest track there.
        let end = match self.is_sideways() {
            true => turn + entry,
            false => turn + room.1.copysign(turn - start),
        };
        let across = Run {
            gutter: gutter(Direction::Vertical, self.beside),
            from: start,
            to: end,
            pull: towards(!self.goes_right) + towards(target.x > self.beside),
            room: room.0,
            net,
        };
        let along = Run {
            gutter: gutter(Direction::Horizontal, turn),
            from: self.beside - room.0.copysign(target.x - self.beside),
            to: target.x + entry,
            pull: towards(source.y > turn) + towards(self.entry == Entry::Top),
            room: room.1,
            net,
        };
        let along = (!self.is_sideways()).then_some(along);
        std::iter::once(across).chain(along)
    }

    /// By where it leaves and enters, and by its tracks.
    fn path(&self, (exit, entry): (f64, f64), across: f64, along: f64) -> Vec<Point> {
        let (source, target) = (&self.source, &self.target);
        let exit_x = if self.goes_right {
            source.right()
        } else {
            source.x
        };
        let start = Point::new(exit_x, source.center().y + exit);
        let x = self.beside + across;
        let mut corners = vec![start, Point::new(x, start.y)];
        if self.is_sideways() {
            let y = target.center().y + entry;
            let entry_x = if self.entry == Entry::Left {
                target.x
            } else {
                target.right()
            };
            corners.extend([Point::new(x, y), Point::new(entry_x, y)]);
        } else {
            let y = self.turn() + along;
            let entry_x = target.center().x + entry;
            let entry_y = if self.entry == Entry::Top {
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
        densified(&rounded(&corners))
    }
}

/// A card's corner in eighths of a pixel, and which of its sides.
type Side = (i64, i64, u8);

fn side(rect: &Rect, side: u8) -> Side {
    let eighths = |it: f64| (it * 8.0).round() as i64;
    (eighths(rect.x), eighths(rect.y), side)
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

/// The same way in exactly [`PATH_POINTS`] points. Its own points stay, or it would cut its corners: the longest
/// stretches get more of them.
fn densified(path: &[Point]) -> Vec<Point> {
    if path.len() < 2 {
        return path.to_vec();
    }
    let lengths: Vec<f64> = path
        .windows(2)
        .map(|pair| distance(pair[0], pair[1]))
        .collect();
    let mut pieces = vec![1usize; lengths.len()];
    for _ in path.len()..PATH_POINTS {
        let piece = |i: usize| lengths[i] / pieces[i] as f64;
        let longest =
            (0..pieces.len()).fold(0, |best, i| if piece(i) > piece(best) { i } else { best });
        pieces[longest] += 1;
    }
    let mut points = vec![path[0]];
    for (pair, n) in path.windows(2).zip(pieces) {
        let (a, b) = (pair[0], pair[1]);
        points.extend((1..=n).map(|i| {
            let part = i as f64 / n as f64;
            if i == n {
                b
            } else {
                Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
            }
        }));
    }
    points
}

/// The point so far along the path, 0..=1 of its length.
pub fn along(path: &[Point], t: f64) -> Point {
    let total: f64 = path.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let mut left = total * t.clamp(0.0, 1.0);
    for pair in path.windows(2) {
        let length = distance(pair[0], pair[1]);
        if left <= length {
            return towards(pair[0], pair[1], left);
        }
        left -= length;
    }
    path.last().copied().unwrap_or_default()
}
