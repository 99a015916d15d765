//! Forces: one connected piece of a graph, laid out so that what is joined is near and nothing lies on another.
//!
//! It turns nodes that are numbers and links between them into points. The plane is that of the picture, on which a
//! piece becomes about round; a node is no circle there, but wider than it is high. Links pull like springs, nodes push
//! each other off, and a weak pull to the middle keeps the piece together, as in d3-force; but it starts from a spiral
//! in which neighbours are near already, and far nodes push by the square, so that a thousand nodes take a small part
//! of a tenth of a second. Only +, −, ×, ÷ and square roots are used, whose results are the same on every machine. It
//! mirrors no part of CPython.

use super::squares::{NEAREST, Squares, parted};

/// Of a piece with at most so many nodes all push each other: it unfolds whatever the start was.
const FEW: usize = 160;
/// A piece of at most so many nodes is laid out twice, and the better one of the two is taken.
const VERY_FEW: usize = 40;
const FULL_TURN: f64 = std::f64::consts::TAU;
/// Steps of the simulation.
const STEPS: (usize, usize) = (80, 260);
const WORK: usize = 60_000;
/// The length that a link wants to have.
const LENGTH: f64 = 1.25;
/// The radius of a disc with room for so many nodes is this times their number's square root.
const ROOM: f64 = 0.62;
const PUSH: f64 = 0.05;
const MIDDLE: f64 = 0.03;
/// A piece of so many nodes needs the whole push lest it be crowded, and one of so few can be as loose; what is between
/// lies closer together, down to that part of the push.
const CROWD: f64 = 1000.0;
const HANDFUL: f64 = 7.0;
const CLOSEST: f64 = 0.4;
/// What is left of a speed after a step.
const INERTIA: f64 = 0.6;
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Node {
    pub at: [f64; 2],
    pub speed: [f64; 2],
    /// What pushes it over a distance, where the strength is 1: as it was when somebody last looked.
    pub pushed: [f64; 2],
}

struct Spring {
    ends: [usize; 2],
    /// It pulls where the two are farther apart than this: not all neighbours of one node have room beside it.
    length: f64,
    strength: f64,
    /// The part of the correction that the first end takes: a node of many links stays, its neighbours come.
    share: f64,
}

/// Places for the nodes 0..`n`, which the links join to one piece, as multiples of a node's width and height. `width`
/// is the one divided by the other. The order of the links does not matter.
pub fn laid_out(n: usize, links: &[(usize, usize)], width: f64) -> Vec<[f64; 2]> {
    let size = [width.sqrt(), 1.0 / width.sqrt()];
    let from_spiral = settled(spiral(n, links), links, size);
    let mut best = from_spiral;
    if n <= VERY_FEW {
        // A ring's two halves lie crosswise on the spiral, and stay so; on a circle it lies as it should.
        let from_circle = settled(circle(n, links), links, size);
        if n_crossings(&from_circle, links) < n_crossings(&best, links) {
            best = from_circle;
        }
    }
    best.iter()
        .map(|[x, y]| [x / size[0], y / size[1]])
        .collect()
}

fn settled(mut nodes: Vec<Node>, links: &[(usize, usize)], size: [f64; 2]) -> Vec<[f64; 2]> {
    let n = nodes.len();
    let springs = springs(n, links);
    let n_steps = (WORK / n.max(1)).clamp(STEPS.0, STEPS.1);
    let mut squares = (n > FEW).then(|| Squares::new(n, size));
    // The larger the piece, the farther out its nodes are by right, and the less each of them need push.
    let n_nodes = n.max(1) as f64;
    let spread = (n_nodes / CROWD).max(HANDFUL / n_nodes).clamp(CLOSEST, 1.0);
    let middle = MIDDLE / spread / (1.0 + n as f64 / 30.0);
    let strength = PUSH * spread * (FEW as f64 / n.max(FEW) as f64);
    for step in 0..n_steps {
        let left = 1.0 - step as f64 / n_steps as f64;
        let heat = left * left;
        pull(&mut nodes, &springs, heat);
        match &mut squares {
            Some(squares) => squares.push(&mut nodes, strength * heat),
            None => push_all(&mut nodes, strength * heat, size),
        }
        advance(&mut nodes, middle * heat);
    }
    nodes.into_iter().map(|node| node.at).collect()
}

#[inline(never)]
fn advance(nodes: &mut [Node], middle: f64) {
    for node in nodes {
        for (at, speed) in node.at.iter_mut().zip(&mut node.speed) {
            *speed = (*speed - *at * middle) * INERTIA;
            *at += *speed;
        }
    }
}

/// Pairs of links that cross.
fn n_crossings(at: &[[f64; 2]], links: &[(usize, usize)]) -> usize {
    let side = |a: [f64; 2], b: [f64; 2], c: [f64; 2]| {
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0.0
    };
    let cross = |&(a, b): &(usize, usize), &(c, d): &(usize, usize)| {
        let share_an_end = a == c || a == d || b == c || b == d;
        let [a, b, c, d] = [a, b, c, d].map(|it| at[it]);
        !share_an_end && side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
    };
    let pairs = links.iter().enumerate();
    pairs
        .map(|(nth, link)| {
            links[nth + 1..]
                .iter()
                .filter(|other| cross(link, other))
                .count()
        })
        .sum()
}

/// Depth first from node 0 around a circle on which a node has the room that it takes.
fn circle(n: usize, links: &[(usize, usize)]) -> Vec<Node> {
    let mut nodes = vec![Node::default(); n];
    let radius = n as f64 * 0.2 + 0.3;
    let mut direction = [1.0, 0.0];
    for index in depth_first(n, links) {
        nodes[index].at = direction.map(|it| it * radius);
        direction = turned(direction, FULL_TURN / n as f64);
    }
    nodes
}

/// The direction, turned by about that angle: exact enough for a start, by the tangent of its half.
fn turned([x, y]: [f64; 2], angle: f64) -> [f64; 2] {
    let half = angle / 2.0 + angle * angle * angle / 24.0;
    let (cos, sin) = (
        (1.0 - half * half) / (1.0 + half * half),
        2.0 * half / (1.0 + half * half),
    );
    [x * cos - y * sin, x * sin + y * cos]
}

fn depth_first(n: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let neighbours = neighbours(n, links);
    let mut seen = vec![false; n];
    let mut order = Vec::with_capacity(n);
    let mut stack: Vec<usize> = (0..n).rev().collect();
    while let Some(index) = stack.pop() {
        if !seen[index] {
            seen[index] = true;
            order.push(index);
            stack.extend(
                neighbours[index]
                    .iter()
                    .rev()
                    .filter(|&&other| !seen[other]),
            );
        }
    }
    order
}

/// Breadth first from node 0 along a spiral whose turns are one node apart: what is joined stands near, and nothing on
/// another.
fn spiral(n: usize, links: &[(usize, usize)]) -> Vec<Node> {
    let mut nodes = vec![Node::default(); n];
    let (mut radius, mut direction) = (0.0, [1.0, 0.0]);
    for (nth, index) in breadth_first(n, links).into_iter().enumerate() {
        if nth == 1 {
            radius = 1.0;
        } else if nth > 1 {
            // A node takes the length 1 of the spiral, and a full turn leads the width 1 outwards.
            direction = turned(direction, 1.0 / radius);
            radius += 1.0 / (radius * FULL_TURN);
        }
        nodes[index].at = [direction[0] * radius, direction[1] * radius];
    }
    nodes
}

fn breadth_first(n: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let neighbours = neighbours(n, links);
    let mut seen = vec![false; n];
    let mut order = Vec::with_capacity(n);
    for first in 0..n {
        let mut next = order.len();
        if !seen[first] {
            seen[first] = true;
            order.push(first);
        }
        while next < order.len() {
            for &other in &neighbours[order[next]] {
                if !seen[other] {
                    seen[other] = true;
                    order.push(other);
                }
            }
            next += 1;
        }
    }
    order
}

/// Of each node, in the order of their numbers.
pub fn neighbours(n: usize, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); n];
    for &(a, b) in links {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    for of_one in &mut neighbours {
        of_one.sort_unstable();
        of_one.dedup();
    }
    neighbours
}

fn springs(n: usize, links: &[(usize, usize)]) -> Vec<Spring> {
    let mut degrees = vec![0_u32; n];
    for &(a, b) in links {
        degrees[a] += 1;
        degrees[b] += 1;
    }
    let spring = |&(a, b): &(usize, usize)| {
        let (of_a, of_b) = (f64::from(degrees[a]), f64::from(degrees[b]));
        Spring {
            ends: [a, b],
            length: LENGTH.max(ROOM * of_a.max(of_b).sqrt()),
            strength: 1.0 / of_a.min(of_b),
            share: of_b / (of_a + of_b),
        }
    };
    links.iter().map(spring).collect()
}

#[inline(never)]
fn pull(nodes: &mut [Node], springs: &[Spring], heat: f64) {
    for spring in springs {
        let [a, b] = spring.ends;
        let [dx, dy] = [0, 1].map(|axis| {
            let ahead = |node: &Node| node.at[axis] + node.speed[axis];
            ahead(&nodes[b]) - ahead(&nodes[a])
        });
        let length = (dx * dx + dy * dy).sqrt().max(1e-6);
        let force = (length - spring.length).max(0.0) / length * spring.strength * heat;
        for (axis, d) in [dx, dy].into_iter().enumerate() {
            nodes[a].speed[axis] += d * force * spring.share;
            nodes[b].speed[axis] -= d * force * (1.0 - spring.share);
        }
    }
}

/// Each node pushes each: the nearer, the stronger; two that lie on each other are parted however weak that is.
fn push_all(nodes: &mut [Node], strength: f64, size: [f64; 2]) {
    for b in 1..nodes.len() {
        for a in 0..b {
            let [x, y] = [0, 1].map(|axis| nodes[b].at[axis] - nodes[a].at[axis]);
            let force = strength / (x * x + y * y).max(NEAREST);
            let parted = parted([x, y], b.is_multiple_of(2), size);
            let push = [x * force + parted[0], y * force + parted[1]];
            for (axis, push) in push.into_iter().enumerate() {
                nodes[a].speed[axis] -= push;
                nodes[b].speed[axis] += push;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(n: usize) -> Vec<(usize, usize)> {
        (0..n).map(|it| (it, (it + 1) % n)).collect()
    }

    fn n_too_near(at: &[[f64; 2]]) -> usize {
        // No card lies on another: they take this much of their width and height.
        let near =
            |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).abs() < 0.73 && (a[1] - b[1]).abs() < 0.6;
        let pairs = at.iter().enumerate();
        pairs
            .map(|(nth, &a)| at[nth + 1..].iter().filter(|&&b| near(a, b)).count())
            .sum()
    }

    #[test]
    fn a_ring_lies_as_a_ring() {
        for n in 3..VERY_FEW {
            let at = laid_out(n, &ring(n), 1.5);
            assert_eq!(n_crossings(&at, &ring(n)), 0, "of {n}");
            assert_eq!(n_too_near(&at), 0, "of {n}");
        }
    }

    #[test]
    fn a_thousand_leaves_surround_their_twigs() {
        let links: Vec<_> = (1..1000).map(|it| ((it - 1) / 2, it)).collect();
        let at = laid_out(1000, &links, 1.5);
        let length = |&(a, b): &(usize, usize)| (at[a][0] - at[b][0]).hypot(at[a][1] - at[b][1]);
        let mean = links.iter().map(length).sum::<f64>() / links.len() as f64;
        assert!(mean < 3.0, "links are {mean} long");
        assert_eq!(n_too_near(&at), 0);
    }

    #[test]
    fn all_in_one_place_are_parted() {
        let mut nodes = vec![Node::default(); 50];
        for node in &mut nodes {
            node.at = [3.0, 4.0];
        }
        let at = settled(nodes, &[], [1.2, 0.83]);
        assert_eq!(n_too_near(&at), 0);
    }
}
