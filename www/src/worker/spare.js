// Where something may be laid over the picture without covering any of it: beside an item, or at the picture's edge.
//
// Whether a place is free is asked point by point, and only where it matters: a picture is mostly ground.

/** @import { Bar, Box, Rect } from "../types" */

/** Between the points that are asked about, in CSS pixels: what is smaller is met by a hit's own slack. */
const STEP = 12;
/** Space around what is laid over the picture. */
const GAP = 8;
/** Under a card stand how many refer to it and the signs on its lower border: so high at least, or as a part of its height. */
const UNDER = 26;
const UNDER_PART = 0.65;

/** @typedef {{ x: number, y: number }} Spot */
/** @typedef {{ width: number, height: number }} Size */

/**
 * The best place for the bar: where it covers nothing, as near to the item as may be; or where it is docked, at the edge.
 * Where there is none, it covers as little of the picture as may be, and still nothing that lies over the picture itself.
 * @param {(x: number, y: number) => boolean} isFree
 * @param {Size} stage @param {Box} box @param {Bar} bar
 * @returns {Spot}
 */
export function spareSpot(isFree, stage, box, bar) {
  const isUnder = (/** @type {number} */ x, /** @type {number} */ y) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height + under(box);
  const cells = new Cells((x, y) => isFree(x, y) && !isUnder(x, y));
  const isOpen = (/** @type {Spot} */ spot) => !bar.beside.some((other) => meet({ ...spot, ...bar }, other));
  const isInside = (/** @type {Spot} */ { x, y }) => x >= GAP && y >= GAP && x + bar.width + GAP <= stage.width && y + bar.height + GAP <= stage.height;
  const near = bar.isDocked ? [] : sides(stage, box, bar).filter(isInside).filter(isOpen);
  const edges = docks(stage, bar).filter(isOpen);
  const far = bar.isDocked ? [] : elsewhere(stage, box, bar).filter(isOpen);
  const clear = [...near, ...(bar.isDocked ? edges : far)].find((spot) => cells.isClear(spot, bar));
  if (clear) return clear;
  // Where something else is there, the edge may be taken.
  const [first = { x: GAP, y: GAP }, ...others] = [...near, ...edges, ...(bar.beside.length > 0 ? far : [])];
  return others.reduce((best, spot) => (cells.covered(spot, bar) < cells.covered(best, bar) ? spot : best), first);
}

/** @param {Box} box */
const under = (box) => Math.max(UNDER, box.height * UNDER_PART);

/** Whether they are nearer to one another than a gap. @param {Rect} one @param {Rect} other */
function meet(one, other) {
  const isApart = one.x >= other.x + other.width + GAP || other.x >= one.x + one.width + GAP || one.y >= other.y + other.height + GAP || other.y >= one.y + one.height + GAP;
  return !isApart;
}

/** The picture by small squares, each asked about once. */
class Cells {
  /** @param {(x: number, y: number) => boolean} isFree */
  constructor(isFree) {
    this.isFree = isFree;
    /** @type {Map<string, boolean>} */
    this.known = new Map();
  }

  /** @param {number} column @param {number} row */
  #has(column, row) {
    const key = `${column} ${row}`;
    const known = this.known.get(key) ?? !this.isFree(column * STEP, row * STEP);
    this.known.set(key, known);
    return known;
  }

  /** The squares under the bar in which there is something, one after the other. @param {Spot} spot @param {Size} size */
  *#under({ x, y }, { width, height }) {
    for (let row = Math.floor(y / STEP); row * STEP < y + height + STEP; row += 1) {
      for (let column = Math.floor(x / STEP); column * STEP < x + width + STEP; column += 1) {
        if (this.#has(column, row)) yield 1;
      }
    }
  }

  /** @param {Spot} spot @param {Size} size */
  isClear(spot, size) {
    return this.#under(spot, size).next().done === true;
  }

  /** How many of them there are. @param {Spot} spot @param {Size} size */
  covered(spot, size) {
    return [...this.#under(spot, size)].length;
  }
}

/** Above, below and beside the item. @param {Size} stage @param {Box} box @param {Size} bar @returns {Spot[]} */
function sides(stage, box, bar) {
  const x = Math.min(Math.max(GAP, box.x + box.width / 2 - bar.width / 2), stage.width - bar.width - GAP);
  const y = Math.min(Math.max(GAP, box.y + box.height / 2 - bar.height / 2), stage.height - bar.height - GAP);
  return [
    { x, y: box.y - bar.height - GAP },
    { x, y: box.y + box.height + under(box) },
    { x: box.x + box.width + 2 * GAP, y },
    { x: box.x - bar.width - 2 * GAP, y },
  ];
}

/** At the picture's edge. @param {Size} stage @param {Size} bar @returns {Spot[]} */
function docks(stage, bar) {
  const [right, bottom] = [stage.width - bar.width - GAP, stage.height - bar.height - GAP];
  return [
    { x: right / 2, y: bottom },
    { x: GAP, y: bottom },
    { x: right, y: bottom },
    { x: GAP, y: GAP },
  ];
}

/** Everywhere, what is nearest to the item first. @param {Size} stage @param {Box} box @param {Size} bar @returns {Spot[]} */
function elsewhere(stage, box, bar) {
  const spots = [];
  for (let y = GAP; y + bar.height + GAP <= stage.height; y += 2 * STEP) {
    for (let x = GAP; x + bar.width + GAP <= stage.width; x += 2 * STEP) spots.push({ x, y });
  }
  const [cx, cy] = [box.x + box.width / 2 - bar.width / 2, box.y + box.height / 2 - bar.height / 2];
  const distance = (/** @type {Spot} */ { x, y }) => Math.hypot(x - cx, y - cy);
  return spots.sort((a, b) => distance(a) - distance(b));
}
