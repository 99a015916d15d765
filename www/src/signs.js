// The signs of the picture for the help: the same shapes as the painter's (src/web/painter in the crate), with words.

import { make, shape } from "./dom.js";
import { t } from "./i18n.js";

/** Of the disc that the painter puts a sign into, and of the badges, in units of the scene. */
const RADIUS = 7;
const BADGE = { width: 22, height: 16 };
const HEXAGON = [[-11, 0], [-6, -8], [6, -8], [11, 0], [6, 8], [-6, 8]];
const BELL = "M-2.6-.9a2.6 2.6 0 0 1 5.2 0v2.3l1.1 1.1h-7.4l1.1-1.1zM1.1 3.4a1.1 1.1 0 1 1-2.2 0 1.1 1.1 0 0 1 2.2 0z";

/** @typedef {(x: number) => Element[]} Drawn what is drawn, its middle there */

/** @param {number[][]} points @param {number} x @param {string} kind */
const polygon = (points, x, kind) => shape("polygon", { class: kind, points: points.map(([dx = 0, dy = 0]) => `${x + dx},${dy}`).join(" ") });

/** @param {string} text @param {number} x @param {string} kind */
function letters(text, x, kind) {
  const element = shape("text", { class: kind, x, y: 0, "text-anchor": "middle", "dominant-baseline": "central" });
  element.textContent = text;
  return element;
}

/** @param {string} d @param {number} x @param {string} kind */
const path = (d, x, kind) => shape("path", { class: kind, d, transform: `translate(${x} 0)` });

/** A round reference count. @param {string} n @param {string} [kind] @returns {Drawn} */
const count = (n, kind = "count") => (x) => [
  shape("rect", { class: `fill-${kind}`, x: x - BADGE.width / 2, y: -BADGE.height / 2, width: BADGE.width, height: BADGE.height, rx: BADGE.height / 2 }),
  letters(n, x, "on-fill"),
];

/** A count that has just changed: a wedge above or below it. @param {string} n @param {1 | -1} by @returns {Drawn} */
const ticked = (n, by) => (x) => {
  const [kind, base] = by > 0 ? ["blue", -9.5] : ["vermillion", 9.5];
  return [...count(n, kind)(x), polygon([[-4, base], [4, base], [0, base - by * 5.5]], x, `fill-${kind}`)];
};

/** @param {string} n @param {string} kind @returns {Drawn} */
const hexagon = (n, kind) => (x) => [polygon(HEXAGON, x, `fill-${kind}`), letters(n, x, "on-fill")];

/** A sign in a filled disc. @param {string} kind @param {string} d @param {"line-on" | "on-fill"} [way] @returns {Drawn} */
const disc = (kind, d, way = "line-on") => (x) => [shape("circle", { class: `fill-${kind}`, cx: x, cy: 0, r: RADIUS }), path(d, x, way)];

/** A hollow disc. @param {string} kind @param {(x: number) => Element[]} inside @returns {Drawn} */
const ring = (kind, inside) => (x) => [shape("circle", { class: `ring ring-${kind}`, cx: x, cy: 0, r: 6.5 }), ...inside(x)];

/** @param {string} text @param {string} [kind] @returns {Drawn} */
const tab = (text, kind = "tab") => (x) => [shape("rect", { class: kind, x: x - 6.5, y: -6.5, width: 13, height: 13, rx: 3 }), letters(text, x, "small")];

/** @param {"strong" | "weak" | "drawn"} kind @returns {Drawn} */
const arrow = (kind) => (x) => {
  const head = kind === "weak" ? path("M14-3.6 22 0 14 3.6", x, "arrow-head-open") : path("M14-3.6 22 0 14 3.6z", x, `arrow-head ${kind}`);
  return [path(kind === "weak" ? "M-22 0H22" : "M-22 0H15", x, `arrow ${kind}`), head];
};

/** A card by its border. @param {string} kind @returns {Drawn} */
const card = (kind) => (x) => {
  const border = (/** @type {number} */ inset) => shape("rect", { class: `card ${kind}`, x: x - 12 + inset, y: -9 + inset, width: 24 - 2 * inset, height: 18 - 2 * inset, rx: 6 - inset / 2 });
  return kind === "uncollectable" ? [border(0), border(3)] : [border(0)];
};

/** @param {string} d @returns {Drawn} */
const bell = (d) => ring("purple", (x) => [path(BELL, x, "fill-purple"), ...(d ? [path(d, x, "line-purple")] : [])]);

/** What is drawn, and the text that says what it means. @type {[Drawn[], string][]} */
const SIGNS = [
  [[(x) => [path("M20 0 13 9.5H-18a4 4 0 0 1-4-4v-11a4 4 0 0 1 4-4H13z", x, "tag"), letters("a", x - 14, "word")]], "name"],
  [[arrow("strong")], "reference"],
  [[arrow("weak")], "weak"],
  [[arrow("drawn")], "drawing"],
  [[(x) => [letters("[•, 5]", x, "word")]], "item"],
  [[(x) => [letters("×2", x, "word")]], "several"],
  [[count("2")], "count"],
  [[ticked("3", 1), ticked("1", -1)], "ticks"],
  [[hexagon("1", "blue"), hexagon("0", "vermillion")], "gcRefs"],
  [[tab("0"), tab("?", "tab tray"), tab("–")], "list"],
  [[ring("dotted", (x) => [letters("1", x, "small")])], "weakrefs"],
  [[bell(""), disc("purple", BELL, "on-fill"), bell("M-4.5 4.5 4.5-4.5")], "finalizer"],
  [[disc("green", "M-3.4 0H3.4M0-3.4V3.4"), disc("orange", "M-3.2-1.5H3.2M-3.2 1.5H3.2M-1.6 3.4 1.6-3.4")], "changed"],
  [[disc("blue", "M0-3.9 3.9 0 0 3.9-3.9 0z", "on-fill")], "visited"],
  [[disc("green", "M-3.3.2-1 2.7 3.3-2.5"), (x) => [shape("circle", { class: "fill-vermillion", cx: x, cy: 0, r: RADIUS }), letters("?", x, "on-fill")]], "reached"],
  [[disc("orange", "M-2.9 2.9 2.9-2.9")], "cleared"],
  [[(x) => [...disc("green", "M2.9.6A2.9 2.9 0 1 1-.9-2.16")(x), path("M-1.6-4.4 2.2-2.6-1.2-.2z", x, "on-fill")]], "resurrected"],
  [[disc("vermillion", "M-2.7-2.7 2.7 2.7M-2.7 2.7 2.7-2.7")], "dying"],
  [[card("tentative"), card("unreachable")], "border"],
  [[card("uncollectable")], "uncollectable"],
  [[disc("green", "M-3 .2-.9 2.4 3-2.4"), ring("vermillion", (x) => [path("M-3 0H3", x, "line-vermillion")])], "marked"],
];

/** From one shape to the next beside it. */
const APART = 27;
const HEIGHT = 32;

/** Several shapes side by side. @param {Drawn[]} shapes */
function drawn(shapes) {
  const width = Math.max(50, shapes.length * APART);
  const first = (-(shapes.length - 1) * APART) / 2;
  return shape("svg", { class: "sign", width, height: HEIGHT, viewBox: `${-width / 2} ${-HEIGHT / 2} ${width} ${HEIGHT}`, "aria-hidden": "true" },
    shapes.flatMap((each, i) => each(first + i * APART)));
}

/** All signs of the picture, with words. */
export function signs() {
  return make("dl", { class: "keys signs" }, SIGNS.flatMap(([shapes, key]) => [
    make("dt", {}, [drawn(shapes)]),
    make("dd", { text: t(`sign.${key}`) }),
  ]));
}
