// The canvas: its size, its sharpness, and when it is painted. What is painted is the module's business.

/** @import { Session } from "./types" */

export class Picture {
  /** @param {HTMLCanvasElement} canvas @param {HTMLElement} stage the element whose size it fills */
  constructor(canvas, stage) {
    this.canvas = canvas;
    this.stage = stage;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser draws on no canvas");
    this.context = context;
    /** @type {Session | null} */
    this.session = null;
    this.dark = false;
    this.reducedMotion = false;
    this.locale = "en";
    this.began = 0;
    this.duration = 0;
    this.frame = 0;
    /** @type {(() => void)[]} */
    this.afterPaint = [];
    new ResizeObserver(() => this.resize()).observe(stage);
  }

  /** @param {Session | null} session */
  attach(session) {
    this.session = session;
    this.resize();
  }

  /** @param {{ dark?: boolean, reducedMotion?: boolean, locale?: string }} look */
  setLook(look) {
    Object.assign(this, look);
    this.resize();
  }

  get width() {
    return this.stage.clientWidth;
  }

  get height() {
    return this.stage.clientHeight;
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.width, this.height];
    if (!this.session || width === 0 || height === 0) return;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== across || this.canvas.height !== down) {
      this.canvas.width = across;
      this.canvas.height = down;
    }
    const { dark, reducedMotion, locale } = this;
    this.session.setView({ width, height, ratio, dark, reducedMotion, locale });
    // Painted at once: a resized canvas is blank until it is.
    this.#paint(performance.now());
  }

  /** From the scene before the last seek to the one after it. @param {number} duration in milliseconds */
  animate(duration) {
    if (this.reducedMotion) return this.settle();
    this.began = performance.now();
    this.duration = duration;
    this.request();
  }

  /** The scene after the last seek, at once. */
  settle() {
    this.duration = 0;
    this.request();
  }

  /** Paints in the next frame; as often as asked, but once a frame. */
  request() {
    if (this.frame) return;
    this.frame = requestAnimationFrame((now) => this.#frame(now));
  }

  /** @param {number} now */
  #frame(now) {
    this.frame = 0;
    if (this.#paint(now) < 1) this.request();
  }

  /** @param {number} now */
  #paint(now) {
    if (!this.session) return 1;
    const progress = this.duration > 0 ? Math.min(1, Math.max(0, (now - this.began) / this.duration)) : 1;
    this.session.paint(this.context, progress);
    for (const then of this.afterPaint) then();
    return progress;
  }
}
