// Heap bytes and live objects over the whole trace, with a line where the cursor stands. A click goes there.
//
// Only what the program itself made is drawn: the interpreter's own thousands of objects would flatten its few.

import { byId, colour, make } from "./dom.js";
import { bytes, number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { HistoryPoint } from "./types" */

const PAD = 4;

export class Chart {
  /** @param {Engine} engine @param {(position: number) => void} show */
  constructor(engine, show) {
    this.engine = engine;
    this.canvas = byId("chart-canvas", HTMLCanvasElement);
    this.legend = byId("chart-legend");
    this.note = byId("chart-note");
    /** Whether the picture shows all that it can show, not one object's relations alone. */
    this.showsAll = () => true;
    /** What lies ahead of the cursor is not shown: it would tell what a reader is asked. */
    this.hidesAhead = false;
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const part = (event.clientX - box.left - PAD) / Math.max(1, box.width - 2 * PAD);
      show(Math.round(Math.max(0, Math.min(1, part)) * engine.length));
    });
  }

  /** @returns {HistoryPoint[]} */
  get points() {
    return this.engine.history;
  }

  update() {
    const { status, nDrawn: n } = this.engine.panels;
    const nDrawn = this.showsAll() ? n : null;
    this.legend.replaceChildren(
      make("span", { class: "key", text: t("chart.bytes", { bytes: bytes(status.ownBytes) }) }),
      make("span", { class: "key key-objects", text: objects(status.ownObjects, nDrawn) }),
    );
    const [others, besides] = [status.bytes - status.ownBytes, status.objects - status.ownObjects];
    const told = besides > 0 ? [t("chart.besides", { bytes: bytes(others), n: besides })] : [];
    if (isPart(status.ownObjects, nDrawn)) told.push(t("chart.undrawn"));
    this.note.textContent = told.join(t("chart.and"));
    const most = (/** @type {"ownBytes" | "ownObjects"} */ field) => this.points.reduce((max, each) => Math.max(max, each[field]), 0);
    this.canvas.setAttribute("aria-label", t("chart.label", { bytes: bytes(most("ownBytes")), objects: number(most("ownObjects")) }));
    this.draw();
  }

  /** @param {boolean} hides */
  hideAhead(hides) {
    this.hidesAhead = hides;
    this.draw();
  }

  draw() {
    const context = this.canvas.getContext("2d");
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!context || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    const length = Math.max(1, this.engine.length);
    const across = (/** @type {number} */ position) => PAD + (position / length) * (width - 2 * PAD);
    context.strokeStyle = colour(this.canvas, "--border");
    context.strokeRect(0.5, height - 0.5, width - 1, 0);
    const x = Math.round(across(this.engine.position)) + 0.5;
    context.save();
    context.beginPath();
    context.rect(0, 0, this.hidesAhead ? x : width, height);
    context.clip();
    this.#line(context, "ownBytes", colour(this.canvas, "--chart-bytes"), [], across, height);
    this.#line(context, "ownObjects", colour(this.canvas, "--chart-objects"), [4, 3], across, height);
    context.restore();
    context.setLineDash([]);
    context.lineWidth = 1;
    context.strokeStyle = colour(this.canvas, "--text");
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height);
    context.stroke();
  }

  /**
   * A stepped line, on a scale of its own.
   * @param {CanvasRenderingContext2D} context
   * @param {"ownBytes" | "ownObjects"} field
   * @param {string} stroke
   * @param {number[]} dash
   * @param {(position: number) => number} across
   * @param {number} height
   */
  #line(context, field, stroke, dash, across, height) {
    const most = this.points.reduce((max, point) => Math.max(max, point[field]), 0);
    if (most === 0) return;
    const up = (/** @type {number} */ value) => (value / most) * (height - 2 * PAD);
    context.strokeStyle = stroke;
    context.lineWidth = 1.75;
    context.setLineDash(dash);
    context.beginPath();
    let last = height - PAD;
    let drawn = -Infinity;
    for (const point of this.points) {
      const [x, y] = [across(point.position), height - PAD - up(point[field])];
      if (drawn === -Infinity) context.moveTo(x, y);
      // Points within one pixel are drawn as one, their height the last one's.
      if (x - drawn >= 0.5) {
        context.lineTo(x, last);
        context.lineTo(x, y);
        drawn = x;
      }
      last = y;
    }
    context.lineTo(across(this.engine.length), last);
    context.stroke();
  }
}

/** Whether the picture shows fewer objects than there are. @param {number} n @param {number | null} nDrawn @returns {nDrawn is number} */
const isPart = (n, nDrawn) => nDrawn !== null && nDrawn < n;

/** How many there are, and how many of them the picture shows, where that is known. @param {number} n @param {number | null} nDrawn */
const objects = (n, nDrawn) => (isPart(n, nDrawn) ? t("chart.drawn", { n, drawn: nDrawn }) : t("chart.objects", { n }));
