// The small bar beside the selected item: refer to another, weakly, delete. The same as the gestures, for a tap or a key.

import { byId, icon, make } from "./dom.js";
import { t } from "./i18n.js";
import { same } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Box, ItemRef } from "./types" */

/** Space between the item and its bar, in CSS pixels. */
const GAP = 8;

export class Actions {
  /** @param {Picture} picture @param {Engine} engine @param {Gestures} gestures @param {Selection} selection */
  constructor(picture, engine, gestures, selection) {
    this.picture = picture;
    this.engine = engine;
    this.gestures = gestures;
    this.selection = selection;
    this.bar = byId("actions");
    selection.on("changed", () => this.rebuild());
    picture.afterPaint.push(({ selected }) => this.place(selected));
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

  /** Puts the bar where the item stands now; while a target is to be picked, where it covers none. @param {Box | null} box */
  place(box) {
    const isArmed = this.selection.source !== null;
    this.bar.classList.toggle("aside", isArmed);
    const isThere = box !== null && same(box.item, this.selection.item);
    this.bar.hidden = !isThere && !isArmed;
    if (isArmed) this.bar.style.transform = "";
    if (!isThere || isArmed) return;
    const width = this.bar.offsetWidth;
    const height = this.bar.offsetHeight;
    const above = box.y - height - GAP;
    const left = Math.min(Math.max(GAP, box.x + box.width / 2 - width / 2), this.picture.width - width - GAP);
    const top = above >= GAP ? above : Math.min(box.y + box.height + GAP, this.picture.height - height - GAP);
    this.bar.style.transform = `translate(${Math.round(left)}px, ${Math.round(this.picture.stage.offsetTop + top)}px)`;
  }
}
