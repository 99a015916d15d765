// Where the labels of a graph's arrows stand: each on its own arrow, where it lies on no other one.
//
// Invariant: the same arrows give the same places.

import { NODE } from "./graphviz.js";

/** @import { Node } from "./graphviz.js" */

/** A cubic curve: x and y of its start, its two handles and its end. @typedef {[number, number, number, number, number, number, number, number]} Curve */
/** An arrow's path, and the middle of its label. @typedef {{ d: string, label: string, x: number, y: number }} Labelled */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** Where along an arrow its label may stand, the best place first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/** Points along an arrow at which others look for it. */
const SAMPLES = 24;
/** Of a label's letters, as they are set. */
const LETTER = { width: 6.7, height: 13 };
/** Among more arrows nobody could follow one to its label anyway. */
const MANY = 300;

/** @param {{ curve: Curve, label: string }[]} arrows @param {Node[]} nodes @returns {Labelled[]} */
export function labelled(arrows, nodes) {
  /** @type {Area[]} what a label shall not lie on: the nodes, and the labels before it */
  const taken = nodes.map(({ x, y }) => ({ left: x, top: y, right: x + NODE.width, bottom: y + NODE.height }));
  const isCrowded = arrows.length > MANY;
  const lines = isCrowded ? [] : arrows.map(({ curve }) => Array.from({ length: SAMPLES + 1 }, (_, i) => at(curve, i / SAMPLES)));
  return arrows.map(({ curve, label }, own) => {
    const d = `M${curve.slice(0, 2).join(" ")}C${curve.slice(2).join(" ")}`;
    const middle = at(curve, 0.5);
    if (!label || isCrowded) return { d, label, ...middle };
    const others = lines.filter((_, i) => i !== own);
    const places = PLACES.map((along) => at(curve, along));
    const cost = (/** @type {Point} */ place) => {
      const area = around(place, label);
      return 100 * taken.filter((other) => overlaps(area, other)).length + others.flat().filter((point) => contains(area, point)).length;
    };
    const costs = places.map(cost);
    const best = places[costs.indexOf(Math.min(...costs))] ?? middle;
    taken.push(around(best, label));
    return { d, label, ...best };
  });
}

/** A point of a curve. @param {Curve} curve @param {number} t from 0 to 1 @returns {Point} */
function at([ax, ay, bx, by, cx, cy, dx, dy], t) {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: a * ax + b * bx + c * cx + d * dx, y: a * ay + b * by + c * cy + d * dy };
}

/** @param {Point} place @param {string} label @returns {Area} */
function around({ x, y }, label) {
  const half = (label.length * LETTER.width) / 2 + 2;
  return { left: x - half, right: x + half, top: y - LETTER.height / 2, bottom: y + LETTER.height / 2 };
}

/** @param {Area} a @param {Area} b */
const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @param {Area} area @param {Point} point */
const contains = (area, { x, y }) => area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
