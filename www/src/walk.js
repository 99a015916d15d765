// The canvas by keyboard: arrows walk over the items in the order in which they are drawn, Enter picks a source and then
// its target, Delete deletes. What is selected is told in words.

import { byId } from "./dom.js";
import { describe } from "./describe.js";
import { t } from "./i18n.js";
import { same } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Pointer } from "./pointer.js" */
/** @import { Selection } from "./selection.js" */

const ZOOM = 1.25;
/** How far a card goes at one press, in CSS pixels. */
const NUDGE = 16;
/** @type {Record<string, [number, number]>} */
const NUDGES = { ArrowLeft: [-NUDGE, 0], ArrowRight: [NUDGE, 0], ArrowUp: [0, -NUDGE], ArrowDown: [0, NUDGE] };

export class Walk {
  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection @param {Pointer} pointer */
  constructor(picture, engine, gestures, selection, pointer) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    this.told = byId("picture-item");
    picture.canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!pointer.after(() => this.#key(event.key, event.shiftKey))) return;
      event.preventDefault();
      event.stopPropagation();
    });
    /** What is selected was not said yet. */
    this.untold = false;
    selection.on("changed", () => {
      this.untold = true;
      this.update();
    });
  }

  /** Whether the key meant something here. @param {string} key @param {boolean} shift */
  #key(key, shift) {
    const [dx, dy] = (shift && NUDGES[key]) || [0, 0];
    if (dx || dy) return this.#nudge(dx, dy);
    switch (key) {
      case "ArrowRight":
      case "ArrowDown":
        return this.#walk(1);
      case "ArrowLeft":
      case "ArrowUp":
        return this.#walk(-1);
      case "Enter":
        return this.#enter(shift);
      case "Delete":
      case "Backspace":
        return this.#remove();
      case "Escape":
        return this.#escape();
      case "+":
      case "=":
        return this.#zoom(ZOOM);
      case "-":
        return this.#zoom(1 / ZOOM);
      case "0":
        this.engine.session.tell("fitCloser");
        void this.picture.request();
        return true;
      default:
        return false;
    }
  }

  /** The selected card goes that way. @param {number} dx @param {number} dy */
  #nudge(dx, dy) {
    const { item } = this.selection;
    if (item?.kind !== "object") return false;
    this.gestures.player.pause();
    this.engine.session.tell("moveBy", item.object, dx, dy);
    void this.gestures.cardMoved(item);
    return true;
  }

  /** @param {1 | -1} direction */
  #walk(direction) {
    const { items } = this.engine.panels;
    if (!items) {
      void this.#ask(direction);
      return true;
    }
    if (items.length === 0) return true;
    const at = items.findIndex((item) => same(item, this.selection.item));
    const next = at < 0 ? (direction > 0 ? 0 : items.length - 1) : (at + direction + items.length) % items.length;
    this.selection.select(items[next] ?? null);
    return true;
  }

  /** In a large picture the worker knows what comes next. @param {1 | -1} direction */
  async #ask(direction) {
    this.selection.select(await this.engine.session.ask("neighbour", this.selection.item, direction));
  }

  /** @param {boolean} weak */
  #enter(weak) {
    const { item, source } = this.selection;
    if (!item) return true;
    if (item.kind === "object" && !source && this.gestures.instead(item.object)) return true;
    if (source) this.gestures.connect(source.item, item, source.weak);
    else if (item.kind === "object" || item.kind === "name") this.selection.arm(item, weak);
    return true;
  }

  #remove() {
    if (this.selection.item) this.gestures.remove(this.selection.item);
    return true;
  }

  #escape() {
    if (this.selection.source) this.selection.disarm();
    else this.selection.select(null);
    return true;
  }

  /** @param {number} factor */
  #zoom(factor) {
    this.engine.session.tell("zoomAt", factor, this.picture.width / 2, this.picture.height / 2);
    void this.picture.request();
    return true;
  }

  /** Says what is selected, once that is known. */
  update() {
    const { item, source } = this.selection;
    const told = item ? describe(this.engine, item) : "";
    // While the program is played its counts change all the time.
    if (told === null || (!this.untold && this.gestures.player.playing)) return;
    this.untold = false;
    const text = item && source && same(source.item, item) ? t("heap.sourcePicked", { item: told }) : told;
    if (text !== this.told.textContent) this.told.textContent = text;
  }
}
