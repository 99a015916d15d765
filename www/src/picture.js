// The canvas: its size, its sharpness, and when it is painted. What is painted comes from the worker, picture by picture.
//
// Invariants: at most one picture is asked for at a time; what changes meanwhile is in the next one. The canvas is busy
// until it shows all that the worker was told.

import { unlessBroken } from "./remote.js";

/** @import { RemoteSession } from "./remote.js" */
/** @import { Bar, Frame, ItemRef, PanelWants } from "./types" */

export class Picture {
  /** @param {HTMLCanvasElement} canvas @param {HTMLElement} stage the element whose size it fills */
  constructor(canvas, stage) {
    this.canvas = canvas;
    this.stage = stage;
    const context = canvas.getContext("bitmaprenderer");
    if (!context) throw new Error("this browser shows no pictures on a canvas");
    this.context = context;
    /** @type {RemoteSession | null} */
    this.session = null;
    this.dark = false;
    this.reducedMotion = false;
    this.locale = "en";
    /** Beside which item something will be placed. @type {() => ItemRef | null} */
    this.selected = () => null;
    /** What needs a place over the picture because of it. @type {() => Bar | null} */
    this.bar = () => null;
    /** What the panels will show. @type {() => PanelWants | null} */
    this.panels = () => null;
    /** Called with each picture that is shown. @type {((frame: Frame) => void)[]} */
    this.afterPaint = [];
    this.asked = false;
    this.again = false;
    this.withPanels = false;
    /** Who waits for the next picture that is asked for. @type {(() => void)[]} */
    this.waiting = [];
    // Measured where nothing has to be laid out for it: in the middle of a change that would take long.
    this.width = stage.clientWidth;
    this.height = stage.clientHeight;
    observeSize(canvas, (width, height) => {
      Object.assign(this, { width, height });
      this.resize();
    });
  }

  /** @param {RemoteSession | null} session */
  attach(session) {
    this.session = session;
    this.resize();
  }

  /** @param {{ dark?: boolean, reducedMotion?: boolean, locale?: string }} look */
  setLook(look) {
    Object.assign(this, look);
    this.resize();
  }

  resize() {
    const { session, width, height, dark, reducedMotion, locale } = this;
    if (!session || width === 0 || height === 0) return;
    session.tell("setView", { width, height, ratio: window.devicePixelRatio || 1, dark, reducedMotion, locale });
    this.request();
  }

  /** What was told to the worker since the last picture moves to its place; kept when it begins to. @param {number} duration in milliseconds */
  animate(duration) {
    this.session?.tell("animate", duration);
    return this.request();
  }

  /**
   * A picture of what the worker was told so far, as soon as may be. It is there when the promise is kept.
   * @param {{ panels?: boolean }} [what]
   * @returns {Promise<void>}
   */
  request({ panels = false } = {}) {
    this.withPanels ||= panels;
    const shown = new Promise((resolve) => this.waiting.push(() => resolve(undefined)));
    if (this.asked) this.again = true;
    else {
      this.asked = true;
      this.canvas.setAttribute("aria-busy", "true");
      // Whoever asks may have more to tell first.
      queueMicrotask(() => void this.#ask());
    }
    return shown;
  }

  async #ask() {
    const { session, waiting } = this;
    const panels = this.withPanels ? this.panels() : null;
    Object.assign(this, { again: false, withPanels: false, waiting: [] });
    try {
      const frame = /** @type {Frame | undefined} */ (await session?.ask("show", { selected: this.selected(), bar: this.bar(), panels }));
      if (frame) this.#show(frame, session);
    } catch (error) {
      unlessBroken(error);
    } finally {
      for (const then of waiting) then();
      if (this.again) requestAnimationFrame(() => void this.#ask());
      else this.#rest();
    }
  }

  #rest() {
    this.asked = false;
    this.canvas.removeAttribute("aria-busy");
  }

  /** @param {Frame} frame @param {RemoteSession | null} session */
  #show(frame, session) {
    // Of another heap by now.
    if (session !== this.session) frame.bitmap?.close();
    else {
      if (frame.bitmap) this.context.transferFromImageBitmap(frame.bitmap);
      if (frame.progress < 1) this.again = true;
      for (const then of this.afterPaint) then(frame);
    }
  }
}

/**
 * The size of the element in CSS pixels, at first and whenever it changes: such that it is a whole number of the screen's
 * pixels, as the browser rounds it. A picture of another size would be blurred.
 * @param {HTMLElement} element
 * @param {(width: number, height: number) => void} tell
 */
function observeSize(element, tell) {
  const observer = new ResizeObserver((entries) => {
    const size = entries.at(-1)?.devicePixelContentBoxSize?.[0];
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth, clientHeight } = element;
    // A browser that plays a screen of another sharpness (the developer tools do) tells its own pixels here.
    const fits = size && Math.abs(size.inlineSize - clientWidth * ratio) <= ratio && Math.abs(size.blockSize - clientHeight * ratio) <= ratio;
    if (fits) tell(size.inlineSize / ratio, size.blockSize / ratio);
    else tell(clientWidth, clientHeight);
  });
  try {
    observer.observe(element, { box: "device-pixel-content-box" });
  } catch {
    // Safari knows no such box.
    observer.observe(element);
  }
}
