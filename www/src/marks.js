// What happened where along the scrubber: a small canvas of marks, each kind with a shape of its own.

import { byId, colour } from "./dom.js";

/** @import { Engine } from "./engine.js" */
/** @import { MarkKind } from "./types" */

/** Which mark stands in front where several fall on one place: the later in this list. */
/** @type {MarkKind[]} */
const ORDER = ["statement", "pass", "source", "collection", "death", "finalizer", "exception"];

/** Half the width of a scrubber's thumb: the track's ends stand that far inside. */
const INSET = 8;

export class Marks {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.canvas = byId("marks", HTMLCanvasElement);
    /** How wide the scrubber was when the places were asked for. */
    this.width = 0;
    /** @type {Partial<Record<MarkKind, number[]>>} */
    this.places = {};
    /** What lies ahead of the cursor is not shown: it would tell what a reader is asked. */
    this.hidesAhead = false;
    new ResizeObserver(() => this.#resized()).observe(this.canvas);
  }

  #resized() {
    if (this.canvas.clientWidth === this.width) this.#draw();
    else void this.reload();
  }

  /** The trace is another one, or longer, or has another width. */
  async reload() {
    const { session } = this.engine;
    this.width = this.canvas.clientWidth;
    const { width } = this;
    if (width === 0) return;
    const places = await session.ask("markPlaces", width - 2 * INSET);
    if (session !== this.engine.session || width !== this.width) return;
    this.places = this.engine.fresh ? {} : places;
    this.#draw();
  }

  /** @param {boolean} hides */
  hideAhead(hides) {
    this.hidesAhead = hides;
    this.#draw();
  }

  #draw() {
    const context = this.canvas.getContext("2d");
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!context || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    const { position, length } = this.engine;
    const end = this.hidesAhead ? Math.floor((position / Math.max(1, length)) * (width - 2 * INSET)) : Infinity;
    for (const kind of ORDER) {
      context.fillStyle = context.strokeStyle = colour(this.canvas, `--mark-${kind}`);
      for (const place of this.places[kind] ?? []) if (place < end) SHAPES[kind](context, INSET + place, height);
    }
  }
}

/** @type {Record<MarkKind, (context: CanvasRenderingContext2D, x: number, height: number) => void>} */
const SHAPES = {
  statement: (context, x, height) => context.fillRect(x - 0.5, height - 5, 1, 5),
  pass: (context, x, height) => context.fillRect(x - 0.5, height - 8, 1, 8),
  source: (context, x, height) => context.fillRect(x - 0.5, 2, 1, height - 2),
  collection: (context, x, height) => context.fillRect(x - 1.5, 3, 3, height - 3),
  death: (context, x) => cross(context, x, 5, 2.5),
  finalizer: (context, x) => polygon(context, [x, 1, x + 4, 5, x, 9, x - 4, 5]),
  exception: (context, x) => polygon(context, [x, 1, x + 4.5, 9, x - 4.5, 9]),
};

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} reach */
function cross(context, x, y, reach) {
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x - reach, y - reach);
  context.lineTo(x + reach, y + reach);
  context.moveTo(x + reach, y - reach);
  context.lineTo(x - reach, y + reach);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number[]} points */
function polygon(context, points) {
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  context.closePath();
  context.fill();
}
