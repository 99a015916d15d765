// The small bar beside the selected item: refer to another, weakly, delete. The same as the gestures, for a tap or a key.

import { byId, icon, make } from "./dom.js";
import { t } from "./i18n.js";
import { same } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Box, Frame, ItemRef, Rect } from "./types" */

/** Space between the item and its bar, in CSS pixels. */
const GAP = 8;
/** Among so many objects of the program it is beside its item, whatever lies there. */
const CROWDED = 2000;

export class Actions {
  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection */
  constructor(picture, engine, gestures, selection) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    this.bar = byId("actions");
    this.size = { width: 0, height: 0 };
    /** Whether it stands at the picture's edge: beside the item it would cover what a view is about. */
    this.isDocked = () => false;
    /** What else may lie over the picture. @type {HTMLElement[]} */
    this.beside = [];
    selection.on("changed", () => this.rebuild());
    picture.bar = () => this.#wanted();
    picture.afterPaint.push((frame) => this.place(frame));
    // Its words may have become others.
    new ResizeObserver(() => void picture.request()).observe(this.bar);
  }

  /** The place that it needs; none while it may cover the tools, or where so much is drawn that no place is free. */
  #wanted() {
    const { item, source } = this.selection;
    if (!item || source || this.size.width === 0) return null;
    if (this.engine.status().ownObjects > CROWDED && !this.isDocked()) return null;
    return { ...this.size, isDocked: this.isDocked(), beside: this.beside.flatMap((other) => overlap(this.picture.stage, other)) };
  }

  rebuild() {
    const { item, source } = this.selection;
    this.bar.replaceChildren(...(item ? this.#buttons(item, source !== null) : []));
    void this.picture.request();
  }

  /** @param {ItemRef} item @param {boolean} armed */
  #buttons(item, armed) {
    if (armed) {
      return [
        make("span", { class: "actions-hint", text: t("actions.pickTarget") }),
        this.#button("close", t("actions.cancel"), () => this.selection.disarm()),
      ];
    }
    const remove = this.#button("delete", t("actions.delete"), () => this.gestures.remove(item));
    if (item.kind !== "object" && item.kind !== "name") return [remove];
    return [
      this.#button("link", t("actions.connect"), () => this.selection.arm(item, false)),
      this.#button("weak", t("actions.connectWeak"), () => this.selection.arm(item, true)),
      remove,
    ];
  }

  /** @param {string} name @param {string} label @param {() => void} act */
  #button(name, label, act) {
    const press = () => {
      act();
      // The bar changes or goes; the focus stays with the picture.
      this.picture.canvas.focus({ preventScroll: true });
    };
    return make("button", { type: "button", class: "button float", onclick: press }, [icon(name), make("span", { text: label })]);
  }

  /** Puts the bar where it covers nothing, near where the item stands now; while a target is to be picked, over the tools. @param {Frame} frame */
  place({ selected: box, spare }) {
    const isArmed = this.selection.source !== null;
    this.bar.classList.toggle("aside", isArmed);
    const isThere = box !== null && same(box.item, this.selection.item);
    this.bar.hidden = !isThere && !isArmed;
    if (isArmed) this.bar.style.transform = "";
    if (!isThere || isArmed) return;
    const { offsetWidth: width, offsetHeight: height } = this.bar;
    const isNew = width !== this.size.width || height !== this.size.height;
    if (isNew) {
      this.size = { width, height };
      void this.picture.request();
    }
    const { x, y } = spare ?? this.#beside(box);
    this.bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(this.picture.stage.offsetTop + y)}px)`;
    // With its right size it is placed once more.
    this.bar.style.visibility = isNew && spare === null ? "hidden" : "";
  }

  /** Above the item, or below it. @param {Box} box */
  #beside(box) {
    const { width, height } = this.size;
    const above = box.y - height - GAP;
    return {
      x: Math.min(Math.max(GAP, box.x + box.width / 2 - width / 2), this.picture.width - width - GAP),
      y: above >= GAP ? above : Math.min(box.y + box.height + GAP, this.picture.height - height - GAP),
    };
  }
}

/** The part of the picture that the other covers, if any. @param {HTMLElement} stage @param {HTMLElement} other @returns {Rect[]} */
function overlap(stage, other) {
  const [own, laid] = [stage.getBoundingClientRect(), other.getBoundingClientRect()];
  const isOver = laid.width > 0 && laid.left < own.right && laid.right > own.left && laid.top < own.bottom && laid.bottom > own.top;
  return isOver ? [{ x: laid.left - own.left, y: laid.top - own.top, width: laid.width, height: laid.height }] : [];
}
