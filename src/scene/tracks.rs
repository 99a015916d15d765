//! Tracks: which line of its gutter each run takes, and where on a card's side each arrow docks.
//!
//! It turns stretches along a gutter into distances from the gutter's middle. Stretches that lie beside each other for a
//! while get tracks of their own; those that never meet share one, and so do those of one net: the ways of very many
//! references that one object holds, which leave it as one trunk and branch off. Docks of two cards that face each other
//! across a gutter are spaced together, for what ends on one of them would seem to go on from the other. Invariant: two
//! stretches of one gutter that overlap never lie on each other unless they are of one net, however many there are: they
//! only come closer; nor do two docks of one gap.

use std::collections::BTreeMap;

/// Distance between neighbouring tracks, where there is room for it.
const TRACK: f64 = 4.0;
/// Two stretches on one track stand so far apart at least: their ends are round.
const APART: f64 = 8.0;
/// Distance between two arrows that dock beside each other, where there is room for it.
const DOCK: f64 = 8.0;

/// A part of a way that lies in a gutter.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub gutter: Gutter,
    pub from: f64,
    pub to: f64,
    /// To which side of the gutter its two ends leave: −2 … 2. Neighbours by this cross each other least.
    pub pull: i32,
    /// Half of the gutter's width.
    pub room: f64,
    pub net: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    Vertical,
    Horizontal,
}

/// By its direction and its middle, in eighths of a pixel.
pub type Gutter = (Direction, i64);

pub fn gutter(direction: Direction, middle: f64) -> Gutter {
    (direction, (middle * 8.0).round() as i64)
}

/// What one net takes of a gutter.
struct Stretch {
    low: f64,
    high: f64,
    /// The runs' own, summed up.
    pull: f64,
    runs: Vec<usize>,
}

/// For each run its distance from the middle of its gutter.
pub fn offsets(runs: &[Run]) -> Vec<f64> {
    let mut gutters: BTreeMap<Gutter, BTreeMap<usize, Stretch>> = BTreeMap::new();
    for (index, run) in runs.iter().enumerate() {
        let nets = gutters.entry(run.gutter).or_default();
        let stretch = nets.entry(run.net).or_insert_with(|| Stretch {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            pull: 0.0,
            runs: Vec::new(),
        });
        stretch.low = stretch.low.min(run.from.min(run.to));
        stretch.high = stretch.high.max(run.from.max(run.to));
        stretch.pull += f64::from(run.pull);
        stretch.runs.push(index);
    }
    let mut offsets = vec![0.0; runs.len()];
    for nets in gutters.into_values() {
        let mut stretches: Vec<Stretch> = nets.into_values().collect();
        stretches.sort_by(|a, b| a.low.total_cmp(&b.low));
        let room = runs[stretches[0].runs[0]].room;
        let mut rest = &stretches[..];
        while !rest.is_empty() {
            let (together, others) = rest.split_at(cluster(rest));
            for (offset, index) in spread(together, room) {
                offsets[index] = offset;
            }
            rest = others;
        }
    }
    offsets
}

/// How many of the stretches, from the first one on, hang together; they are sorted by where they begin.
fn cluster(stretches: &[Stretch]) -> usize {
    let mut end = f64::NEG_INFINITY;
    let together = stretches.iter().enumerate().take_while(|(nth, it)| {
        let joins = *nth == 0 || it.low < end + APART;
        end = end.max(it.high);
        joins
    });
    together.count()
}

/// The first free track for each; then the tracks beside each other by where their stretches are pulled.
fn spread(stretches: &[Stretch], room: f64) -> Vec<(f64, usize)> {
    let mut tracks: Vec<(f64, Vec<&Stretch>)> = Vec::new();
    for it in stretches {
        match tracks.iter_mut().find(|(end, _)| end + APART <= it.low) {
            Some((end, on_it)) => {
                *end = it.high;
                on_it.push(it);
            }
            None => tracks.push((it.high, vec![it])),
        }
    }
    let pull = |on_it: &[&Stretch]| {
        let sum: f64 = on_it.iter().map(|it| it.pull).sum();
        let n: usize = on_it.iter().map(|it| it.runs.len()).sum();
        sum / n as f64
    };
    tracks.sort_by(|(_, a), (_, b)| pull(a).total_cmp(&pull(b)));
    let n = tracks.len();
    let placed = tracks.iter().enumerate().flat_map(|(nth, (_, on_it))| {
        let runs = on_it.iter().flat_map(|it| it.runs.iter());
        runs.map(move |&index| (place(nth, n, TRACK, room), index))
    });
    placed.collect()
}

/// Of the nth of so many beside each other, as the distance from their middle.
fn place(nth: usize, n: usize, wanted: f64, room: f64) -> f64 {
    if n < 2 {
        return 0.0;
    }
    let step = wanted.min(2.0 * room / (n - 1) as f64);
    (nth as f64 - (n - 1) as f64 / 2.0) * step
}

/// An arrow's end on a side of a card.
#[derive(Clone, Copy, Debug)]
pub struct Dock {
    /// On which its side lies.
    pub gutter: Gutter,
    /// The middle of that side, along the gutter: cards that face each other have it in common.
    pub middle: f64,
    /// Where along the gutter its way comes from.
    pub towards: f64,
    /// Half of the side's length that can be used.
    pub room: f64,
    pub net: usize,
}

/// Where other arrows end that need no tracks, along each gutter.
pub type Taken = BTreeMap<Gutter, Vec<f64>>;

/// For each dock its distance from the middle of its side, in the order of where the ways come from.
pub fn docked(docks: &[Dock], taken: &Taken) -> Vec<f64> {
    let mut gaps: BTreeMap<(Gutter, i64), BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (index, dock) in docks.iter().enumerate() {
        let gap = (dock.gutter, (dock.middle * 8.0).round() as i64);
        let nets = gaps.entry(gap).or_default();
        nets.entry(dock.net).or_default().push(index);
    }
    let mut offsets = vec![0.0; docks.len()];
    for ((gutter, _), nets) in gaps {
        let towards = |those: &Vec<usize>| {
            let sum: f64 = those.iter().map(|&index| docks[index].towards).sum();
            sum / those.len() as f64
        };
        let mut nets: Vec<Vec<usize>> = nets.into_values().collect();
        nets.sort_by(|a, b| towards(a).total_cmp(&towards(b)));
        let middle = docks[nets[0][0]].middle;
        let rooms = nets.iter().flatten().map(|&index| docks[index].room);
        let room = rooms.fold(f64::INFINITY, f64::min);
        let lean = nets.iter().map(towards).sum::<f64>() / nets.len() as f64 - middle;
        let there = taken.get(&gutter).into_iter().flatten();
        let there: Vec<f64> = there
            .map(|at| at - middle)
            .filter(|at| at.abs() < room + DOCK)
            .collect();
        let places = places(nets.len(), room, &there, lean);
        for (those, place) in nets.iter().zip(places) {
            those.iter().for_each(|&index| offsets[index] = place);
        }
    }
    offsets
}

/// So many docks beside each other, in order, near the middle and off what is there already; `lean` is the side to which
/// they had rather be.
fn places(n: usize, room: f64, there: &[f64], lean: f64) -> Vec<f64> {
    if there.is_empty() || room <= 0.0 {
        return (0..n).map(|nth| place(nth, n, DOCK, room)).collect();
    }
    let mut step = DOCK;
    loop {
        let most = (room / step) as i32;
        let is_free = |at: &f64| there.iter().all(|it| (it - at).abs() > step * 0.7);
        let free = (-most..=most).map(|it| f64::from(it) * step);
        let mut free: Vec<f64> = free.filter(is_free).collect();
        if free.len() >= n {
            let from = step * 0.1_f64.copysign(lean);
            free.sort_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()));
            free.truncate(n);
            free.sort_by(f64::total_cmp);
            return free;
        }
        // Each that is there takes up two of the others' places at most: there is a step that is small enough.
        step *= 0.75;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(net: usize, from: f64, to: f64) -> Run {
        Run {
            gutter: gutter(Direction::Vertical, 0.0),
            from,
            to,
            pull: 0,
            room: 16.0,
            net,
        }
    }

    #[test]
    fn runs_that_overlap_have_tracks_of_their_own_and_others_share_one() {
        let runs: Vec<Run> = (0..40).map(|n| run(n, n as f64, 100.0)).collect();
        let mut together = offsets(&runs);
        together.sort_by(f64::total_cmp);
        assert!(together.windows(2).all(|pair| pair[1] - pair[0] > 0.5));
        assert!(together.iter().all(|offset| offset.abs() <= 16.0));
        let apart = [run(0, 0.0, 50.0), run(1, 100.0, 60.0)];
        assert_eq!(offsets(&apart), [0.0, 0.0]);
    }

    #[test]
    fn the_runs_of_a_net_share_a_track() {
        let runs = [run(0, 0.0, 50.0), run(0, 10.0, 90.0), run(1, 40.0, 60.0)];
        assert_eq!(offsets(&runs), [-2.0, -2.0, 2.0]);
    }

    fn dock(net: usize, towards: f64) -> Dock {
        Dock {
            gutter: gutter(Direction::Vertical, 0.0),
            middle: 0.0,
            towards,
            room: 14.0,
            net,
        }
    }

    #[test]
    fn arrows_dock_in_the_order_of_where_they_come_from() {
        let nothing = Taken::new();
        assert_eq!(docked(&[dock(0, 9.0)], &nothing), [0.0]);
        let three = [dock(0, 9.0), dock(1, 1.0), dock(2, 5.0)];
        assert_eq!(docked(&three, &nothing), [8.0, -8.0, 0.0]);
    }

    #[test]
    fn arrows_dock_beside_what_ends_there_already() {
        let taken = Taken::from([(gutter(Direction::Vertical, 0.0), vec![0.0, 70.0])]);
        assert_eq!(docked(&[dock(0, 9.0)], &taken), [8.0]);
        assert_eq!(docked(&[dock(0, -9.0)], &taken), [-8.0]);
        let many: Vec<Dock> = (0..50).map(|net| dock(net, net as f64)).collect();
        let places = docked(&many, &taken);
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 0.1));
        assert!(places.iter().all(|at| at.abs() > 0.1 && at.abs() <= 14.0));
    }
}
