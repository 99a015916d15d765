// Every collection of the trace as a row: what set it off and what came of it, and a way to go and see it.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Collection } from "./types" */

/** The columns; all but the reason hold numbers. */
const COLUMNS = ["generation", "trigger", "candidates", "collected", "uncollectable"];

export class Collections {
  /** @param {Engine} engine @param {(position: number) => void} show */
  constructor(engine, show) {
    this.engine = engine;
    this.show = show;
    this.box = byId("collections");
    /** What came of later ones would tell what a reader is asked. */
    this.hidesAhead = false;
  }

  /** @returns {Collection[]} */
  get all() {
    return this.engine.collections;
  }

  /** @param {boolean} hides */
  hideAhead(hides) {
    if (hides === this.hidesAhead) return;
    this.hidesAhead = hides;
    this.update();
  }

  reload() {
    this.translate();
  }

  translate() {
    if (this.all.length === 0) {
      this.box.replaceChildren(make("p", { class: "quiet-text", text: t("collections.none") }));
      return;
    }
    const head = make("tr", {}, [
      ...COLUMNS.map((column) =>
        make("th", { scope: "col", class: column !== "trigger" && "num", title: t(`collections.${column}.long`), text: t(`collections.${column}`) }),
      ),
      make("th", { scope: "col" }, [make("span", { class: "visually-hidden", text: t("collections.show") })]),
    ]);
    const table = make("table", { class: "data", "aria-labelledby": "collections-title" }, [
      make("thead", {}, [head]),
      make("tbody", {}, this.all.map((each, i) => this.#row(each, i))),
    ]);
    const more = this.engine.nCollections - this.all.length;
    const note = make("p", { class: "quiet-text", text: t("collections.note") });
    this.box.replaceChildren(table, note, ...(more > 0 ? [make("p", { class: "quiet-text", text: t("more", { n: more }) })] : []));
    this.update();
  }

  /** @param {Collection} collection @param {number} index */
  #row(collection, index) {
    const button = make("button", {
      type: "button",
      class: "button link",
      text: t("collections.go"),
      "aria-label": t("collections.goLong", { n: index + 1 }),
      onclick: () => this.show(collection.position),
    });
    return make("tr", {}, [
      make("td", { class: "num", text: number(collection.generation) }),
      make("td", { text: t(`trigger.${collection.trigger}.short`) }),
      make("td", { class: "num", text: number(collection.candidates) }),
      make("td", { class: "num", text: number(collection.collected) }),
      make("td", { class: "num", text: number(collection.uncollectable) }),
      make("td", {}, [button]),
    ]);
  }

  /** Marks the collection in which the cursor stands. */
  update() {
    const { position } = this.engine.status();
    const rows = this.box.querySelectorAll("tbody tr");
    rows.forEach((row, i) => {
      const each = this.all[i];
      if (row instanceof HTMLElement) row.hidden = this.hidesAhead && each !== undefined && each.position >= position;
      row.classList.toggle("lit", each !== undefined && position >= each.position && position <= each.end);
    });
  }
}
