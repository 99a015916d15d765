//! Nodes push each other off: those that are near one by one, those that are far by the square.
//!
//! It turns the places of nodes into what pushes each of them. Between near nodes the push is exact; a far square
//! pushes as if all its nodes stood in their middle, and that is computed afresh only once in a while, as it changes
//! slowly. It mirrors no part of CPython.

use super::forces::Node;

/// The side of a square in which the nodes of a larger piece are sorted, and how many squares there are at most in a row.
const SQUARE: f64 = 2.5;
const MOST_SQUARES: f64 = 24.0;
/// So many steps go by before the far squares are looked at again.
const FAR_LASTS: usize = 4;
/// No two nodes shall be nearer, as a part of a node's width or height.
const APART: f64 = 1.04;
/// The squares after one in its neighbourhood, as columns and rows from it.
const NEXT: [(isize, isize); 4] = [(1, 0), (-1, 1), (0, 1), (1, 1)];

type Vector = [f64; 2];

/// Nodes by the squares of the plane they stand in.
pub(super) struct Squares {
    /// Of a node.
    size: Vector,
    columns: usize,
    rows: usize,
    /// Where the nodes of each square begin in what follows; one more at the end.
    starts: Vec<usize>,
    /// The nodes' numbers, square by square, where they stand, and what pushes them in this step.
    order: Vec<usize>,
    at: Vec<Vector>,
    pushed: Vec<Vector>,
    /// What pushes each node from afar, where the strength is 1.
    far: Vec<Vector>,
    full: Vec<Full>,
    n_steps: usize,
}

/// A square with nodes in it.
struct Full {
    column: usize,
    row: usize,
    n: f64,
    middle: Vector,
    pushed: Vector,
}

impl Squares {
    /// For so many nodes of that size.
    pub fn new(n: usize, size: Vector) -> Squares {
        Squares {
            size,
            columns: 0,
            rows: 0,
            starts: Vec::new(),
            order: vec![0; n],
            at: vec![[0.0; 2]; n],
            pushed: vec![[0.0; 2]; n],
            far: vec![[0.0; 2]; n],
            full: Vec::new(),
            n_steps: 0,
        }
    }

    pub fn push(&mut self, nodes: &mut [Node], strength: f64) {
        self.sort(nodes);
        if self.n_steps.is_multiple_of(FAR_LASTS) {
            self.push_from_afar();
        }
        self.n_steps += 1;
        self.push_near(strength);
        for (&node, pushed) in self.order.iter().zip(&self.pushed) {
            add(&mut nodes[node].speed, *pushed, 1.0);
            add(&mut nodes[node].speed, self.far[node], strength);
        }
    }

    /// Each node into its square.
    fn sort(&mut self, nodes: &[Node]) {
        let all = |axis: usize| nodes.iter().map(move |node| node.at[axis]);
        let low = [0, 1].map(|axis| all(axis).fold(f64::INFINITY, f64::min));
        let extent = [0, 1].map(|axis| all(axis).fold(f64::NEG_INFINITY, f64::max) - low[axis]);
        let side = extent.map(|extent| SQUARE.max(extent / MOST_SQUARES));
        let n = [0, 1].map(|axis| (extent[axis] / side[axis]) as usize + 1);
        [self.columns, self.rows] = n;
        let square = |node: &Node| {
            let [column, row] =
                [0, 1].map(|axis| ((node.at[axis] - low[axis]) / side[axis]) as usize);
            row * n[0] + column
        };
        self.starts.clear();
        self.starts.resize(n[0] * n[1] + 1, 0);
        for node in nodes {
            self.starts[square(node) + 1] += 1;
        }
        for square in 1..self.starts.len() {
            self.starts[square] += self.starts[square - 1];
        }
        let mut next = self.starts.clone();
        for (index, node) in nodes.iter().enumerate() {
            let place = &mut next[square(node)];
            self.order[*place] = index;
            self.at[*place] = node.at;
            self.pushed[*place] = [0.0; 2];
            *place += 1;
        }
    }

    /// Each square by all that are not its neighbours.
    fn push_from_afar(&mut self) {
        self.find_full();
        for first in 0..self.full.len() {
            let (before, after) = self.full.split_at_mut(first + 1);
            let a = &mut before[first];
            for b in after {
                if a.column.abs_diff(b.column) <= 1 && a.row.abs_diff(b.row) <= 1 {
                    continue;
                }
                let d = [0, 1].map(|axis| b.middle[axis] - a.middle[axis]);
                let force = 1.0 / (d[0] * d[0] + d[1] * d[1]);
                add(&mut a.pushed, d, -force * b.n);
                add(&mut b.pushed, d, force * a.n);
            }
        }
        for full in &self.full {
            let square = full.row * self.columns + full.column;
            for &node in &self.order[self.starts[square]..self.starts[square + 1]] {
                self.far[node] = full.pushed;
            }
        }
    }

    fn find_full(&mut self) {
        self.full.clear();
        for square in 0..self.columns * self.rows {
            let members = &self.at[self.starts[square]..self.starts[square + 1]];
            if members.is_empty() {
                continue;
            }
            let n = members.len() as f64;
            self.full.push(Full {
                column: square % self.columns,
                row: square / self.columns,
                n,
                middle: [0, 1].map(|axis| members.iter().map(|at| at[axis]).sum::<f64>() / n),
                pushed: [0.0; 2],
            });
        }
    }

    /// Each node by those of its square and of the squares around.
    fn push_near(&mut self, strength: f64) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                let own = self.members(column, row);
                for a in own.clone() {
                    for b in a + 1..own.end {
                        self.push_pair((a, b), strength);
                    }
                }
                if own.is_empty() {
                    continue;
                }
                for (right, down) in NEXT {
                    let Some(column) = column.checked_add_signed(right) else {
                        continue;
                    };
                    for b in self.members(column, row + down as usize) {
                        for a in own.clone() {
                            self.push_pair((a, b), strength);
                        }
                    }
                }
            }
        }
    }

    /// The places in the order of a square's nodes; none beyond the last column or row.
    fn members(&self, column: usize, row: usize) -> std::ops::Range<usize> {
        if column >= self.columns || row >= self.rows {
            return 0..0;
        }
        let square = row * self.columns + column;
        self.starts[square]..self.starts[square + 1]
    }

    fn push_pair(&mut self, (a, b): (usize, usize), strength: f64) {
        let is_even = self.order[b].is_multiple_of(2);
        let push = push(self.at[a], self.at[b], is_even, strength, self.size);
        add(&mut self.pushed[a], push, -1.0);
        add(&mut self.pushed[b], push, 1.0);
    }
}

pub(super) fn add(to: &mut Vector, vector: Vector, times: f64) {
    for (to, part) in to.iter_mut().zip(vector) {
        *to += part * times;
    }
}

/// What a node at `a` adds to the speed of one at `b`, and that one takes from its. The nearer, the stronger; two that
/// lie on each other are parted however weak that is, to a side that `is_even` decides.
pub(super) fn push(a: Vector, b: Vector, is_even: bool, strength: f64, size: Vector) -> Vector {
    let mut d = [b[0] - a[0], b[1] - a[1]];
    let mut squared = d[0] * d[0] + d[1] * d[1];
    if squared < 1e-6 {
        d = if is_even { [1e-3, 5e-4] } else { [-5e-4, 1e-3] };
        squared = d[0] * d[0] + d[1] * d[1];
    }
    let mut force = strength / squared.max(0.2);
    let [x, y] = [d[0] / size[0], d[1] / size[1]];
    let squared = x * x + y * y;
    if squared < APART * APART {
        let length = squared.sqrt();
        force += 0.5 * (APART - length) / length;
    }
    d.map(|d| d * force)
}
