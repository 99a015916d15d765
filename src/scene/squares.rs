//! Nodes push each other off: those that are near one by one, those that are far by the square.
//!
//! It turns the places of nodes into what pushes each of them. What lies on another is parted in every step; the push
//! over a distance changes slowly, and is computed afresh only once in a while: exactly between near nodes, while a far
//! square pushes as if all its nodes stood in their middle. The loops are functions of their own, which a browser can
//! replace by faster ones while the layout runs. It mirrors no part of CPython.

use std::ops::Range;

use super::forces::Node;

/// The side of a square whose nodes push far ones together, and how many there are at most in a row.
const WIDE: (f64, f64) = (2.5, 24.0);
/// The side of a square, in nodes' widths and heights, such that what lies on a node stands in one beside its own; and
/// how many there are at most in a row.
const CLOSE: (f64, f64) = (1.1, 128.0);
/// So many steps go by before the pushes over a distance are computed again.
const LASTS: usize = 8;
/// No two nodes shall be nearer, as a part of a node's width or height.
const APART: f64 = 1.04;
/// Nodes that are nearer push no more than those at a distance of which this is the square.
pub(super) const NEAREST: f64 = 0.2;

/// What pushes nodes, by the squares that they stand in.
pub(super) struct Squares {
    /// Of a node.
    size: [f64; 2],
    wide: Grid,
    close: Grid,
    full: Vec<Full>,
    n_steps: usize,
}

/// Nodes by the squares of the plane.
struct Grid {
    columns: usize,
    rows: usize,
    /// Where the nodes of each square begin among the movers; one more at the end.
    starts: Vec<usize>,
    /// The nodes, square by square, row by row.
    movers: Vec<Mover>,
}

/// A node as it is pushed.
#[derive(Clone, Copy, Default)]
struct Mover {
    node: usize,
    x: f64,
    y: f64,
    pushed_x: f64,
    pushed_y: f64,
}

/// A square with nodes in it.
struct Full {
    column: usize,
    row: usize,
    n: f64,
    x: f64,
    y: f64,
    pushed_x: f64,
    pushed_y: f64,
}

impl Squares {
    /// For so many nodes of that size.
    pub fn new(n: usize, size: [f64; 2]) -> Squares {
        Squares {
            size,
            wide: Grid::new(n),
            close: Grid::new(n),
            full: Vec::new(),
            n_steps: 0,
        }
    }

    pub fn push(&mut self, nodes: &mut [Node], strength: f64) {
        if self.n_steps.is_multiple_of(LASTS) {
            self.wide.sort(nodes, [WIDE.0; 2], WIDE.1);
            push_near(&mut self.wide);
            self.push_from_afar();
            for mover in &self.wide.movers {
                nodes[mover.node].pushed = [mover.pushed_x, mover.pushed_y];
            }
        }
        self.n_steps += 1;
        let side = self.size.map(|it| it * CLOSE.0);
        self.close.sort(nodes, side, CLOSE.1);
        part(&mut self.close, self.size);
        for mover in &self.close.movers {
            let node = &mut nodes[mover.node];
            node.speed[0] += mover.pushed_x + node.pushed[0] * strength;
            node.speed[1] += mover.pushed_y + node.pushed[1] * strength;
        }
    }

    /// Each square by all that are not its neighbours.
    #[inline(never)]
    fn push_from_afar(&mut self) {
        self.find_full();
        for first in 0..self.full.len() {
            let (before, after) = self.full.split_at_mut(first + 1);
            let a = &mut before[first];
            for b in after {
                if a.column.abs_diff(b.column) <= 1 && a.row.abs_diff(b.row) <= 1 {
                    continue;
                }
                let (x, y) = (b.x - a.x, b.y - a.y);
                let force = 1.0 / (x * x + y * y);
                a.pushed_x -= x * force * b.n;
                a.pushed_y -= y * force * b.n;
                b.pushed_x += x * force * a.n;
                b.pushed_y += y * force * a.n;
            }
        }
        let grid = &mut self.wide;
        for full in &self.full {
            let square = full.row * grid.columns + full.column;
            for mover in &mut grid.movers[grid.starts[square]..grid.starts[square + 1]] {
                mover.pushed_x += full.pushed_x;
                mover.pushed_y += full.pushed_y;
            }
        }
    }

    fn find_full(&mut self) {
        let grid = &self.wide;
        self.full.clear();
        for square in 0..grid.columns * grid.rows {
            let members = &grid.movers[grid.starts[square]..grid.starts[square + 1]];
            if members.is_empty() {
                continue;
            }
            let n = members.len() as f64;
            self.full.push(Full {
                column: square % grid.columns,
                row: square / grid.columns,
                n,
                x: members.iter().map(|it| it.x).sum::<f64>() / n,
                y: members.iter().map(|it| it.y).sum::<f64>() / n,
                pushed_x: 0.0,
                pushed_y: 0.0,
            });
        }
    }
}

impl Grid {
    fn new(n: usize) -> Grid {
        Grid {
            columns: 0,
            rows: 0,
            starts: Vec::new(),
            movers: vec![Mover::default(); n],
        }
    }

    /// Each node into its square, of at least that side; at most so many in a row.
    #[inline(never)]
    fn sort(&mut self, nodes: &[Node], side: [f64; 2], most: f64) {
        let all = |axis: usize| nodes.iter().map(move |node| node.at[axis]);
        let low = [0, 1].map(|axis| all(axis).fold(f64::INFINITY, f64::min));
        let extent = [0, 1].map(|axis| all(axis).fold(f64::NEG_INFINITY, f64::max) - low[axis]);
        let side = [0, 1].map(|axis| side[axis].max(extent[axis] / most));
        let [columns, rows] = [0, 1].map(|axis| (extent[axis] / side[axis]) as usize + 1);
        (self.columns, self.rows) = (columns, rows);
        let square = |node: &Node| {
            let column = ((node.at[0] - low[0]) / side[0]) as usize;
            let row = ((node.at[1] - low[1]) / side[1]) as usize;
            row * columns + column
        };
        self.starts.clear();
        self.starts.resize(columns * rows + 1, 0);
        for node in nodes {
            self.starts[square(node) + 1] += 1;
        }
        for square in 1..self.starts.len() {
            self.starts[square] += self.starts[square - 1];
        }
        let mut next = self.starts.clone();
        for (index, node) in nodes.iter().enumerate() {
            let place = &mut next[square(node)];
            self.movers[*place] = Mover {
                node: index,
                x: node.at[0],
                y: node.at[1],
                ..Mover::default()
            };
            *place += 1;
        }
    }

    /// Each pair of nodes of one square, or of two squares side by side.
    #[inline(always)]
    fn each_near_pair(&mut self, act: impl Fn(&mut Mover, &mut Mover)) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                let (own, right_end, below) = self.near(column, row);
                for index in own {
                    let (before, after) = self.movers.split_at_mut(index + 1);
                    let Some(a) = before.last_mut() else {
                        continue;
                    };
                    let skipped = index + 1;
                    for b in &mut after[..right_end - skipped] {
                        act(a, b);
                    }
                    for b in &mut after[below.start - skipped..below.end - skipped] {
                        act(a, b);
                    }
                }
            }
        }
    }

    /// The nodes of a square; where those of the square to its right end; those of the three squares below.
    fn near(&self, column: usize, row: usize) -> (Range<usize>, usize, Range<usize>) {
        let first = row * self.columns;
        let square = first + column;
        let last_column = self.columns - 1;
        let right = first + (column + 1).min(last_column);
        let below = if row + 1 < self.rows {
            let next = first + self.columns;
            let left = self.starts[next + column.saturating_sub(1)];
            left..self.starts[next + (column + 1).min(last_column) + 1]
        } else {
            self.movers.len()..self.movers.len()
        };
        (
            self.starts[square]..self.starts[square + 1],
            self.starts[right + 1],
            below,
        )
    }
}

/// Moves apart what lies on another.
#[inline(never)]
fn part(grid: &mut Grid, size: [f64; 2]) {
    let [per_width, per_height] = size.map(f64::recip);
    grid.each_near_pair(|a, b| {
        let (x, y) = ((b.x - a.x) * per_width, (b.y - a.y) * per_height);
        if x * x + y * y < APART * APART {
            let [x, y] = parted([b.x - a.x, b.y - a.y], b.node.is_multiple_of(2), size);
            a.pushed_x -= x;
            a.pushed_y -= y;
            b.pushed_x += x;
            b.pushed_y += y;
        }
    });
}

/// Each node by those of its square and of the squares around.
#[inline(never)]
fn push_near(grid: &mut Grid) {
    grid.each_near_pair(|a, b| {
        let (x, y) = (b.x - a.x, b.y - a.y);
        let force = 1.0 / (x * x + y * y).max(NEAREST);
        a.pushed_x -= x * force;
        a.pushed_y -= y * force;
        b.pushed_x += x * force;
        b.pushed_y += y * force;
    });
}

/// How far the second of two nodes moves away from the first, and that one from it, so that neither lies on the other:
/// `d` is from the first to the second. Where both stand in one place, `is_even` says to which side.
pub(super) fn parted(d: [f64; 2], is_even: bool, size: [f64; 2]) -> [f64; 2] {
    let [mut x, mut y] = d;
    if x * x + y * y < 1e-6 {
        [x, y] = if is_even { [1e-3, 5e-4] } else { [-5e-4, 1e-3] };
    }
    let (across, down) = (x / size[0], y / size[1]);
    let length = (across * across + down * down).sqrt();
    let force = (0.5 * (APART - length) / length).max(0.0);
    [x * force, y * force]
}
