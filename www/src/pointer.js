// Mouse, pen and fingers on the canvas: select, draw a reference, pan, zoom.

import { unlessBroken } from "./remote.js";
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
  /** What happened earlier is dealt with first, although what lies under a pointer is known only after a while. */
  #before = Promise.resolve();
  #pending = 0;

  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection */
  constructor(picture, engine, gestures, selection) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    /** @type {Map<number, Point>} the pointers that are down, and where they are */
    this.down = new Map();
    /** @type {{ start: Point, hit: Hit, mode: "press" | "pan" | "draw" | "move" | "pinch" } | null} */
    this.drag = null;
    /** Where the pointer is while none is down; asked about as often as answers come. @type {Point | null} */
    this.over = null;
    this.hovering = false;
    const { canvas } = picture;
    /** @template {MouseEvent} E @param {string} type @param {(event: E, at: Point) => Promise<void> | void} act */
    const listen = (type, act) =>
      canvas.addEventListener(type, (event) => {
        const at = this.#at(/** @type {E} */ (event));
        this.#queue(() => act(/** @type {E} */ (event), at));
      });
    listen("pointerdown", (/** @type {PointerEvent} */ event, at) => this.#press(event, at));
    listen("pointermove", (/** @type {PointerEvent} */ event, at) => this.#move(event, at));
    listen("pointerup", (/** @type {PointerEvent} */ event, at) => this.#release(event, at));
    listen("pointercancel", (/** @type {PointerEvent} */ event) => this.#cancel(event));
    listen("pointerleave", () => this.#leave());
    listen("dblclick", (_, at) => this.#double(at));
    listen("contextmenu", (_, at) => this.#menu(at));
    canvas.addEventListener("pointerdown", (event) => event.button === 0 && canvas.setPointerCapture(event.pointerId));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  get session() {
    return this.engine.session;
  }

  /** @param {() => Promise<void> | void} act */
  #queue(act) {
    this.#pending += 1;
    const done = () => void (this.#pending -= 1);
    this.#before = this.#before.then(act).catch(unlessBroken).finally(done);
  }

  /** Does it when all that the pointers did before is done. Whether it meant something, as far as that is known. @param {() => boolean} act */
  after(act) {
    if (this.#pending === 0) return act();
    this.#queue(() => void act());
    return true;
  }

  /** @param {Point} at @returns {Promise<Hit>} */
  #hit({ x, y }) {
    return this.session.ask("hit", x, y);
  }

  /** @param {MouseEvent} event @returns {Point} */
  #at(event) {
    const box = this.picture.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {PointerEvent} event @param {Point} at */
  async #press(event, at) {
    if (event.button !== 0) return;
    this.down.set(event.pointerId, at);
    if (this.down.size === 1) this.drag = { start: at, hit: await this.#hit(at), mode: "press" };
    else if (this.drag) this.#startPinch(this.drag);
  }

  /** @param {NonNullable<Pointer["drag"]>} drag */
  #startPinch(drag) {
    if (drag.mode === "draw") this.session.tell("setRubberBand", null);
    drag.mode = "pinch";
  }

  /** @param {PointerEvent} event @param {Point} at */
  #move(event, at) {
    const before = this.down.get(event.pointerId);
    const { drag } = this;
    if (!before || !drag) {
      if (event.pointerType !== "touch") this.#hover(at);
      return;
    }
    if (drag.mode === "press") {
      if (distance(drag.start, at) <= stray(event)) return;
      drag.mode = intent(drag.hit);
      if (drag.mode !== "pan") this.gestures.player.pause();
    }
    if (drag.mode === "pinch") this.#pinch(event.pointerId, before, at);
    else if (drag.mode === "pan") this.session.tell("panBy", at.x - before.x, at.y - before.y);
    else if (drag.mode === "draw") this.#draw(drag.hit, at);
    else if (drag.mode === "move") this.#carry(drag.hit, before, at);
    this.down.set(event.pointerId, at);
    void this.picture.request();
  }

  /** A card goes along with the hand. @param {Hit} hit @param {Point} before @param {Point} at */
  #carry(hit, before, at) {
    if (hit.kind !== "object") return;
    this.session.tell("moveBy", hit.object, at.x - before.x, at.y - before.y);
    this.picture.canvas.style.cursor = "grabbing";
  }

  /** @param {Hit} from @param {Point} at */
  #draw(from, { x, y }) {
    const item = itemOf(from);
    if (item) this.session.tell("draw", item, x, y);
  }

  /** @param {number} moved @param {Point} before @param {Point} at */
  #pinch(moved, before, at) {
    const other = [...this.down].find(([id]) => id !== moved)?.[1];
    if (!other) return;
    const factor = distance(other, at) / Math.max(1, distance(other, before));
    this.session.tell("zoomAt", factor, (other.x + at.x) / 2, (other.y + at.y) / 2);
    this.session.tell("panBy", (at.x - before.x) / 2, (at.y - before.y) / 2);
  }

  /** @param {PointerEvent} event @param {Point} at */
  async #release(event, at) {
    const { drag } = this;
    if (!this.down.delete(event.pointerId) || !drag) return;
    if (this.down.size > 0) return;
    this.drag = null;
    if (drag.mode === "press") this.#tap(drag.hit);
    if (drag.mode === "draw") this.#drop(drag.hit, await this.session.ask("drop", at.x, at.y));
    if (drag.mode === "move") void this.gestures.cardMoved(itemOf(drag.hit));
    void this.picture.request();
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    this.down.delete(event.pointerId);
    this.drag = null;
    this.session.tell("setRubberBand", null);
    void this.picture.request();
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
    const [source, target] = [itemOf(from), itemOf(to)];
    if (source && (target?.kind === "object" || target?.kind === "name")) this.gestures.connect(source, target, false);
    else this.gestures.caption.refuse({ key: "heap.noTarget", args: {} });
  }

  /** @param {Point} at */
  async #double(at) {
    if ((await this.#hit(at)).kind === "empty") this.gestures.perform({ kind: "create", type: "list" });
  }

  /** @param {Point} at */
  async #menu(at) {
    this.selection.disarm();
    this.selection.select(itemOf(await this.#hit(at)));
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const { x, y } = this.#at(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey) this.session.tell("panBy", -event.deltaY * lines, 0);
    else this.session.tell("zoomAt", Math.exp(-event.deltaY * lines * 0.0015), x, y);
    void this.picture.request();
  }

  #leave() {
    this.over = null;
    this.session.tell("setHover", null);
    void this.picture.request();
    this.#point({ kind: "empty" });
  }

  /** @param {Point} at */
  #hover(at) {
    this.over = at;
    if (!this.hovering) this.#follow().catch(unlessBroken);
  }

  /** Asks what the pointer is over until it stands still. */
  async #follow() {
    this.hovering = true;
    try {
      for (let at = this.over; at; at = this.over === at ? null : this.over) {
        const answer = this.session.ask("point", at.x, at.y);
        void this.picture.request();
        const hit = await answer;
        // Gone meanwhile: nothing is lit any more.
        if (this.over) this.#point(hit);
        else this.#leave();
      }
    } finally {
      this.hovering = false;
    }
  }

  /** What the pointer is over. @param {Hit} hit */
  #point(hit) {
    /** @type {ItemRef | null} */
    const item = itemOf(hit);
    const handle = hit.kind !== "empty" && hit.handle === true;
    this.picture.canvas.style.cursor = handle || item?.kind === "name" || this.selection.source ? "crosshair" : item?.kind === "object" ? "move" : item ? "pointer" : "grab";
  }
}

/** What a drag that begins there means: from a handle or a name a reference is drawn, a card is moved. @param {Hit} hit */
function intent(hit) {
  if (hit.kind === "name" || (hit.kind === "object" && hit.handle)) return "draw";
  return hit.kind === "object" ? "move" : "pan";
}

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {PointerEvent} event */
const stray = (event) => STRAY[/** @type {keyof typeof STRAY} */ (event.pointerType)] ?? STRAY.mouse;
