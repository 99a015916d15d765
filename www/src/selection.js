// Which item of the picture is selected, and which is armed as the source of a reference to be drawn.

import { Emitter } from "./emitter.js";

/** @import { Hit, ItemRef } from "./types" */

/** @extends {Emitter<{ changed: null }>} */
export class Selection extends Emitter {
  constructor() {
    super();
    /** @type {ItemRef | null} */
    this.item = null;
    /** @type {{ item: ItemRef, weak: boolean } | null} the next item picked is what it shall refer to */
    this.source = null;
  }

  /** @param {ItemRef | null} item */
  select(item) {
    if (same(this.item, item)) return;
    this.item = item;
    this.emit("changed", null);
  }

  /** @param {ItemRef} item @param {boolean} weak */
  arm(item, weak) {
    this.source = { item, weak };
    this.item = item;
    this.emit("changed", null);
  }

  disarm() {
    if (!this.source) return;
    this.source = null;
    this.emit("changed", null);
  }

  /** Forgets everything: the heap is another one. */
  clear() {
    this.source = null;
    this.select(null);
  }
}

/** What was hit, as an item without the particulars of the hit. @param {Hit} hit @returns {ItemRef | null} */
export function itemOf(hit) {
  if (hit.kind === "empty") return null;
  const { handle, ...item } = hit;
  return /** @type {ItemRef} */ (item);
}

/** @param {ItemRef | null} a @param {ItemRef | null} b */
export function same(a, b) {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
