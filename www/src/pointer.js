// Mouse, pen and fingers on the canvas: select, draw a reference, pan, zoom.

import { itemOf } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Hit, ItemRef } from "./types" */

/** How far, in CSS pixels, a pointer may stray before a press is a drag: fingers stray further. */
const STRAY = { mouse: 4, pen: 6, touch: 10 };

/** @typedef {{ x: number, y: number }} Point */

export class Pointer {
  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection */
  constructor(picture, engine, gestures, selection) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    /** @type {Map<number, Point>} the pointers that are down, and where they are */
    this.down = new Map();
    /** @type {{ start: Point, hit: Hit, mode: "press" | "pan" | "draw" | "pinch" } | null} */
    this.drag = null;
    const { canvas } = picture;
    canvas.addEventListener("pointerdown", (event) => this.#press(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#release(event));
    canvas.addEventListener("pointercancel", (event) => this.#cancel(event));
    canvas.addEventListener("pointerleave", () => this.#hover(null));
    canvas.addEventListener("dblclick", (event) => this.#double(event));
    canvas.addEventListener("contextmenu", (event) => this.#menu(event));
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  get session() {
    return this.engine.session;
  }

  /** @param {MouseEvent} event @returns {Point} */
  #at(event) {
    const box = this.picture.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0) return;
    const at = this.#at(event);
    this.picture.canvas.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, at);
    if (this.down.size === 1) this.drag = { start: at, hit: this.session.hit(at.x, at.y), mode: "press" };
    else if (this.drag) this.#startPinch(this.drag);
  }

  /** @param {NonNullable<Pointer["drag"]>} drag */
  #startPinch(drag) {
    if (drag.mode === "draw") this.session.setRubberBand(null);
    drag.mode = "pinch";
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const at = this.#at(event);
    const before = this.down.get(event.pointerId);
    if (!before || !this.drag) {
      if (event.pointerType !== "touch") this.#hover(this.session.hit(at.x, at.y));
      return;
    }
    const { drag } = this;
    if (drag.mode === "press" && distance(drag.start, at) > stray(event)) {
      drag.mode = drag.hit.kind === "object" || drag.hit.kind === "name" ? "draw" : "pan";
      if (drag.mode === "draw") this.gestures.player.pause();
    }
    if (drag.mode === "pinch") this.#pinch(event.pointerId, before, at);
    else if (drag.mode === "pan") this.session.panBy(at.x - before.x, at.y - before.y);
    else if (drag.mode === "draw") this.#draw(drag.hit, at);
    this.down.set(event.pointerId, at);
    if (drag.mode !== "press") this.picture.request();
  }

  /** @param {Hit} from @param {Point} at */
  #draw(from, at) {
    const item = itemOf(from);
    if (!item) return;
    this.session.setRubberBand({ from: item, ...at });
    this.session.setHover(itemOf(this.session.hit(at.x, at.y)));
  }

  /** @param {number} moved @param {Point} before @param {Point} at */
  #pinch(moved, before, at) {
    const other = [...this.down].find(([id]) => id !== moved)?.[1];
    if (!other) return;
    const factor = distance(other, at) / Math.max(1, distance(other, before));
    this.session.zoomAt(factor, (other.x + at.x) / 2, (other.y + at.y) / 2);
    this.session.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
  }

  /** @param {PointerEvent} event */
  #release(event) {
    const { drag } = this;
    if (!this.down.delete(event.pointerId) || !drag) return;
    if (this.down.size > 0) return;
    this.drag = null;
    const at = this.#at(event);
    if (drag.mode === "press") this.#tap(drag.hit);
    if (drag.mode === "draw") this.#drop(drag.hit, this.session.hit(at.x, at.y));
    this.picture.request();
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    this.down.delete(event.pointerId);
    this.drag = null;
    this.session.setRubberBand(null);
    this.picture.request();
  }

  /** @param {Hit} hit */
  #tap(hit) {
    const item = itemOf(hit);
    const handle = hit.kind !== "empty" && hit.handle === true;
    if (item && handle && !this.selection.source) this.selection.arm(item, false);
    else this.gestures.pick(item);
  }

  /** @param {Hit} from @param {Hit} to */
  #drop(from, to) {
    this.session.setRubberBand(null);
    this.session.setHover(null);
    const [source, target] = [itemOf(from), itemOf(to)];
    if (source && (target?.kind === "object" || target?.kind === "name")) this.gestures.connect(source, target, false);
  }

  /** @param {MouseEvent} event */
  #double(event) {
    const at = this.#at(event);
    if (this.session.hit(at.x, at.y).kind === "empty") this.gestures.perform({ kind: "create", type: "list" });
  }

  /** @param {MouseEvent} event */
  #menu(event) {
    event.preventDefault();
    const at = this.#at(event);
    this.selection.disarm();
    this.selection.select(itemOf(this.session.hit(at.x, at.y)));
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const at = this.#at(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey) this.session.panBy(-event.deltaY * lines, 0);
    else this.session.zoomAt(Math.exp(-event.deltaY * lines * 0.0015), at.x, at.y);
    this.picture.request();
  }

  /** @param {Hit | null} hit */
  #hover(hit) {
    /** @type {ItemRef | null} */
    const item = hit && itemOf(hit);
    this.session.setHover(item);
    const handle = hit !== null && hit.kind !== "empty" && hit.handle === true;
    this.picture.canvas.style.cursor = handle || this.selection.source ? "crosshair" : item ? "pointer" : "grab";
    this.picture.request();
  }
}

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {PointerEvent} event */
const stray = (event) => STRAY[/** @type {keyof typeof STRAY} */ (event.pointerType)] ?? STRAY.mouse;
