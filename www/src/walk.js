// The canvas by keyboard: arrows walk over the items in the order in which they are drawn, Enter picks a source and then
// its target, Delete deletes. What is selected is told in words.

import { byId } from "./dom.js";
import { describe } from "./describe.js";
import { t } from "./i18n.js";
import { same } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Selection } from "./selection.js" */

const ZOOM = 1.25;

export class Walk {
  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection */
  constructor(picture, engine, gestures, selection) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    this.told = byId("picture-item");
    picture.canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!this.#key(event.key, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    selection.on("changed", () => this.#tell());
  }

  /** Whether the key meant something here. @param {string} key @param {boolean} shift */
  #key(key, shift) {
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
        this.engine.session.fit();
        this.picture.request();
        return true;
      default:
        return false;
    }
  }

  /** @param {1 | -1} direction */
  #walk(direction) {
    const items = this.engine.session.boxes().map((box) => box.item);
    if (items.length === 0) return true;
    const at = items.findIndex((item) => same(item, this.selection.item));
    const next = at < 0 ? (direction > 0 ? 0 : items.length - 1) : (at + direction + items.length) % items.length;
    this.selection.select(items[next] ?? null);
    return true;
  }

  /** @param {boolean} weak */
  #enter(weak) {
    const { item, source } = this.selection;
    if (!item) return true;
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
    this.engine.session.zoomAt(factor, this.picture.width / 2, this.picture.height / 2);
    this.picture.request();
    return true;
  }

  #tell() {
    const { item, source } = this.selection;
    if (!item) this.told.textContent = "";
    else if (source && same(source.item, item)) {
      this.told.textContent = t("heap.sourcePicked", { item: describe(this.engine, item) });
    } else this.told.textContent = describe(this.engine, item);
  }
}
