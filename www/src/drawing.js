// The panel with a graph that objgraph drew: it opens where the program draws one, and from the console.
//
// Invariant: what it shows has been drawn at the cursor's position; further back it is closed.

import { byId, make } from "./dom.js";
import { NODE, isLong, nObjects, read } from "./graphviz.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Edge, Graph, Node } from "./graphviz.js" */

const SVG = "http://www.w3.org/2000/svg";
/** Characters that fit into a node. */
const FITS = 20;

export class Drawing {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.panel = byId("drawing");
    this.title = byId("drawing-title");
    this.body = byId("drawing-body");
    /** How many were drawn at the last position; null where that was of another trace. @type {number | null} */
    this.known = null;
    /** Which one is shown. @type {number | null} */
    this.shown = null;
    /** @type {HTMLElement | null} what had the focus before */
    this.opener = null;
    byId("drawing-close").addEventListener("click", () => this.close());
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    engine.on("ran", ({ fresh }) => {
      if (fresh) this.known = null;
    });
  }

  get #all() {
    return this.engine.status().console.filter(({ stream }) => stream === "drawing").map(({ text }) => text);
  }

  translate() {
    if (this.shown !== null) this.#show(this.shown);
  }

  update() {
    const n = this.#all.length;
    const before = this.known ?? 0;
    this.known = n;
    if (n > before) this.#show(n - 1);
    else if (this.shown !== null && this.shown >= n) this.close();
  }

  /** The nth graph that was drawn, by hand. @param {number} nth */
  open(nth) {
    const focused = document.activeElement;
    this.opener = focused instanceof HTMLElement ? focused : null;
    this.#show(nth);
    byId("drawing-close").focus();
  }

  close() {
    const had = this.panel.contains(document.activeElement);
    this.shown = null;
    this.panel.hidden = true;
    this.body.replaceChildren();
    if (had) (this.opener?.isConnected ? this.opener : byId("picture")).focus({ preventScroll: true });
    this.opener = null;
  }

  /** @param {number} nth */
  #show(nth) {
    const dot = this.#all[nth];
    if (dot === undefined) return;
    const n = nObjects(dot);
    this.shown = nth;
    this.title.textContent = t("drawing.title", { n });
    this.body.replaceChildren(...picture(read(dot), n));
    this.panel.hidden = false;
  }
}

/** The graph for the eye, and its references in words. @param {Graph} graph @param {number} n */
function picture(graph, n) {
  const svg = shape("svg", { class: "drawing-graph", role: "img", "aria-label": t("drawing.title", { n }), width: graph.width, height: graph.height, viewBox: `0 0 ${graph.width} ${graph.height}` });
  const head = shape("marker", { id: "drawing-head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" });
  head.append(shape("path", { d: "M0 .8 7.5 4 0 7.2z" }));
  svg.append(head, ...graph.edges.map((edge) => arrow(edge, graph.width)), ...graph.nodes.map((node) => box(node)));
  const words = graph.edges.map(({ from, to, label }) =>
    make("li", { text: t(label ? "drawing.referenceAt" : "drawing.reference", { from: from.lines.join(" "), to: to.lines.join(" "), label }) }),
  );
  return [svg, make("ul", { class: "visually-hidden" }, words)];
}

/** @param {Node} node */
function box({ lines, isGiven, x, y }) {
  const group = shape("g", { class: isGiven ? "drawing-node given" : "drawing-node" });
  const title = shape("title", {});
  title.textContent = lines.join("\n");
  group.append(title, shape("rect", { x, y, width: NODE.width, height: NODE.height, rx: 6 }));
  const [first = "", ...rest] = lines;
  for (const [i, line] of [first, rest.join(" ")].entries()) {
    const text = shape("text", { x: x + 9, y: y + (lines.length > 1 ? 16.5 : 24) + 15 * i, class: i === 0 ? "drawing-type" : "" });
    text.textContent = shortened(line);
    group.append(text);
  }
  return group;
}

/** @param {Edge} edge @param {number} width the picture's */
function arrow(edge, width) {
  const group = shape("g", { class: "drawing-edge" });
  const { d, x, y } = way(edge, width);
  group.append(shape("path", { d, "marker-end": "url(#drawing-head)" }));
  if (edge.label) {
    const text = shape("text", { x, y: y + 4, "text-anchor": "middle" });
    text.textContent = shortened(edge.label);
    group.append(text);
  }
  return group;
}

/** Its line, and where its label stands: between neighbouring rows straight, within a row above it, past a row beside all. @param {Edge} edge @param {number} width */
function way({ from, to, nth }, width) {
  const shift = 18 * nth;
  const [fx, tx] = [from.x + NODE.width / 2 + shift, to.x + NODE.width / 2 + shift];
  if (isLong({ from, to, label: "", nth })) {
    const [a, b, out] = [from.y + NODE.height / 2 + 6, to.y + NODE.height / 2 - 6, width - 10 - shift];
    return { d: `M${from.x + NODE.width} ${a}C${out} ${a} ${out} ${b} ${to.x + NODE.width} ${b}`, x: out - 14, y: (a + b) / 2 };
  }
  if (to.row === from.row) {
    const [a, b] = from === to ? [from.x + NODE.width - 52 - shift, from.x + NODE.width - 14] : [fx + 34 * Math.sign(tx - fx), tx - 34 * Math.sign(tx - fx)];
    const top = from.y - 30 - shift / 3;
    return { d: `M${a} ${from.y}C${a} ${top} ${b} ${top} ${b} ${to.y}`, x: (a + b) / 2, y: from.y - 23 - shift / 4 };
  }
  // Down from the lower edge, or up from the upper one: a pair of opposite ones stands apart.
  const down = to.row > from.row;
  const [a, b, apart] = down ? [from.y + NODE.height, to.y, 0] : [from.y, to.y + NODE.height, 30];
  const [sx, ex, m] = [fx + apart, tx + apart, (a + b) / 2];
  return { d: `M${sx} ${a}C${sx} ${m} ${ex} ${m} ${ex} ${b}`, x: (sx + ex) / 2, y: m };
}

/** @param {string} text */
const shortened = (text) => (text.length > FITS ? `${text.slice(0, FITS - 1)}…` : text);

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
