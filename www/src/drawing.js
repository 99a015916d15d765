// The panel with a graph that objgraph drew: it opens where the program draws one, and from the console.
//
// Invariant: what it shows has been drawn at the cursor's position; further back it is closed.

import { byId, cueEdge, make, shape } from "./dom.js";
import { labelled } from "./drawing-labels.js";
import { NODE, isLong, isTooLarge, read } from "./graphviz.js";
import { t } from "./i18n.js";
import { unlessBroken } from "./remote.js";

/** @import { Engine } from "./engine.js" */
/** @import { Curve, Labelled } from "./drawing-labels.js" */
/** @import { Edge, Graph, Node } from "./graphviz.js" */
/** @import { Drawn } from "./types" */

/** Characters that fit into a node. */
const FITS = 20;
/** Smaller than by that the words could not be read any more. */
const SMALLEST = 0.8;
/** Shapes that are made at a time: the page lives while a large graph is drawn. */
const PIECE = 40;
/** Keys that scroll the graph: elsewhere some of them step the timeline. */
const SCROLLING = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", " "];

export class Drawing {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.panel = byId("drawing");
    this.title = byId("drawing-title");
    this.body = byId("drawing-body");
    this.cue = cueEdge(this.panel, this.body);
    /** How many were drawn at the last position; null where that was of another trace. @type {number | null} */
    this.known = null;
    /** Which one is shown, or is about to be. @type {number | null} */
    this.shown = null;
    /** @type {Drawn | null} */
    this.drawn = null;
    /** How often something was drawn or taken away: what was not made until then is not made any more. */
    this.turn = 0;
    /** @type {HTMLElement | null} what had the focus before */
    this.opener = null;
    byId("drawing-close").addEventListener("click", () => this.close());
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      else if (!SCROLLING.includes(event.key)) return;
      event.stopPropagation();
    });
    engine.on("ran", ({ fresh }) => {
      // Before its first event nothing was drawn. Elsewhere the reader has been before: what is closed stays closed.
      if (fresh) this.known = engine.position === 0 ? 0 : null;
    });
  }

  translate() {
    this.#draw();
  }

  update() {
    const n = this.engine.status().nDrawings;
    const { known, shown } = this;
    this.known = n;
    if (known !== null && n > known) void this.#show(n - 1);
    else if (shown !== null && shown >= n) this.close();
    else if (shown !== null && known === null) void this.#show(shown);
  }

  /** The nth graph that was drawn, by hand. @param {number} nth */
  async open(nth) {
    const focused = document.activeElement;
    await this.#show(nth);
    // Whoever has gone elsewhere meanwhile stays there.
    if (this.panel.hidden || document.activeElement !== focused) return;
    this.opener = focused instanceof HTMLElement ? focused : null;
    byId("drawing-close").focus();
  }

  close() {
    const had = this.panel.contains(document.activeElement);
    this.shown = null;
    this.drawn = null;
    this.turn += 1;
    this.panel.hidden = true;
    this.body.replaceChildren();
    if (had) (this.opener?.isConnected ? this.opener : byId("picture")).focus({ preventScroll: true });
    this.opener = null;
  }

  /** @param {number} nth */
  async #show(nth) {
    const { session } = this.engine;
    this.shown = nth;
    const drawn = /** @type {Drawn | null | undefined} */ (await session.ask("drawing", nth).catch(unlessBroken));
    // Meanwhile another one may be wanted, or none, or one of another trace.
    if (!drawn || nth !== this.shown || session !== this.engine.session) return;
    this.drawn = drawn;
    this.#draw();
  }

  #draw() {
    if (!this.drawn) return;
    const { dot, nObjects } = this.drawn;
    this.title.textContent = t("drawing.title", { n: nObjects });
    this.panel.hidden = false;
    this.turn += 1;
    if (isTooLarge(this.drawn)) this.body.replaceChildren(make("p", { class: "drawing-note", text: t("drawing.tooLarge") }));
    else this.#picture(read(dot), nObjects);
  }

  /** The graph for the eye, and its references in words. @param {Graph} graph @param {number} n */
  #picture({ nodes, edges, width, height }, n) {
    const size = `--full: ${width}px; --least: ${Math.round(width * SMALLEST)}px`;
    const svg = shape("svg", { class: "drawing-graph", role: "img", "aria-label": t("drawing.title", { n }), style: size, viewBox: `0 0 ${width} ${height}` }, [head()]);
    const words = make("ul", { class: "visually-hidden" });
    this.body.replaceChildren(svg, words);
    this.cue(svg);
    const ways = labelled(edges.map((edge) => ({ label: shortened(edge.label), ...way(edge, width) })), nodes);
    this.#fill(this.turn, [
      ...ways.map((each) => () => svg.append(arrow(each))),
      ...nodes.map((node) => () => svg.append(box(node))),
      ...edges.map((edge) => () => words.append(make("li", { text: told(edge) }))),
    ]);
  }

  /** @param {number} turn @param {(() => void)[]} parts @param {number} [from] */
  #fill(turn, parts, from = 0) {
    if (turn !== this.turn) return;
    for (const add of parts.slice(from, from + PIECE)) add();
    // What is laid out at once has to be little: one piece for each frame.
    if (from + PIECE < parts.length) requestAnimationFrame(() => this.#fill(turn, parts, from + PIECE));
  }
}

/** @param {Edge} edge */
function told({ from, to, label }) {
  return t(label ? "drawing.referenceAt" : "drawing.reference", { from: from.lines.join(" "), to: to.lines.join(" "), label });
}

/** The head that all arrows have. */
function head() {
  const attributes = { id: "drawing-head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" };
  return shape("marker", attributes, [shape("path", { d: "M0 .8 7.5 4 0 7.2z" })]);
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

/** @param {Labelled} way */
function arrow({ d, label, x, y }) {
  const group = shape("g", { class: "drawing-edge" });
  group.append(shape("path", { d, "marker-end": "url(#drawing-head)" }));
  if (label) {
    const text = shape("text", { x, y: y + 4, "text-anchor": "middle" });
    text.textContent = label;
    group.append(text);
  }
  return group;
}

/** Its line, a curve from the first point to the last: between neighbouring rows straight, within a row above it, past a row beside all. @param {Edge} edge @param {number} width @returns {{ curve: Curve }} */
function way({ from, to, nth }, width) {
  const shift = 18 * nth;
  const [fx, tx] = [from.x + NODE.width / 2 + shift, to.x + NODE.width / 2 + shift];
  if (isLong({ from, to, label: "", nth })) {
    const [a, b, out] = [from.y + NODE.height / 2 + 6, to.y + NODE.height / 2 - 6, width - 10 - shift];
    return { curve: [from.x + NODE.width, a, out, a, out, b, to.x + NODE.width, b] };
  }
  if (to.row === from.row) {
    const [a, b] = from === to ? [from.x + NODE.width - 52 - shift, from.x + NODE.width - 14] : [fx + 34 * Math.sign(tx - fx), tx - 34 * Math.sign(tx - fx)];
    const top = from.y - 30 - shift / 3;
    return { curve: [a, from.y, a, top, b, top, b, to.y] };
  }
  // Down from the lower edge, or up from the upper one: a pair of opposite ones stands apart.
  const down = to.row > from.row;
  const [a, b, apart] = down ? [from.y + NODE.height, to.y, 0] : [from.y, to.y + NODE.height, 30];
  const [sx, ex, m] = [fx + apart, tx + apart, (a + b) / 2];
  return { curve: [sx, a, sx, m, ex, m, ex, b] };
}

/** @param {string} text */
const shortened = (text) => (text.length > FITS ? `${text.slice(0, FITS - 1)}…` : text);
