// The heap as a real table: the same objects as the picture, for a screen reader, for copying, and for the eye.

import { byId, make } from "./dom.js";
import { bytes, number, t } from "./i18n.js";
import { listName, stateName } from "./inspector.js";

/** @import { Engine } from "./engine.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Box, Row } from "./types" */

/** Beyond so many rows the rest are counted, not shown. */
const SHOWN = 300;
const COLUMNS = ["type", "value", "names", "count", "gcRefs", "list", "refersTo", "heldBy", "size", "state"];

export class Objects {
  /** @param {Engine} engine @param {Selection} selection */
  constructor(engine, selection) {
    this.engine = engine;
    this.selection = selection;
    this.body = byId("objects-body");
    this.note = byId("objects-note");
    selection.on("changed", () => this.update());
  }

  update() {
    const rows = this.engine.table();
    const places = new Places(this.engine.session.boxes());
    const head = make("tr", {}, COLUMNS.map((column) => make("th", { scope: "col", text: t(`objects.${column}`) })));
    const table = make("table", { class: "data", "aria-labelledby": "objects-title" }, [
      make("thead", {}, [head]),
      make("tbody", {}, rows.slice(0, SHOWN).map((row) => this.#row(row, places))),
    ]);
    const more = rows.length - SHOWN;
    const rest = more > 0 ? [make("p", { class: "quiet-text", text: t("more", { n: more }) })] : [];
    const empty = rows.length === 0 ? [make("p", { class: "quiet-text", text: t("objects.none") })] : [];
    this.body.replaceChildren(table, ...rest, ...empty);
    const { folded } = this.engine.status();
    const atoms = folded.map(({ typeName, count }) => `${number(count)} ${typeName}`);
    this.note.textContent = [t("objects.note", { n: rows.length }), ...atoms].join(" · ");
  }

  /** @param {Row} row @param {Places} places */
  #row(row, places) {
    const { item } = this.selection;
    const selected = item?.kind === "object" && item.object === row.object;
    const values = {
      value: make("code", { text: row.repr, title: row.repr }),
      names: names(row, places),
      count: number(row.count),
      gcRefs: row.gcRefs === null ? "" : number(row.gcRefs),
      list: row.list === null ? "" : listName(row.list),
      refersTo: row.references.map(({ label, target }) => (label ? `${label}: ${target}` : target)).join(", "),
      heldBy: row.holders.map((holder) => holder.label).join(", "),
      size: bytes(row.size),
      state: row.state ? stateName(row.state) : "",
    };
    return make(
      "tr",
      {
        class: selected ? "lit" : null,
        "data-object": row.object,
        "data-list": row.list,
        "data-box": places.ofObject(row.object),
        onclick: () => this.selection.select({ kind: "object", object: row.object }),
      },
      [
        make("th", { scope: "row", text: row.typeName }),
        ...Object.entries(values).map(([column, value]) => make("td", { "data-column": column }, [value])),
      ],
    );
  }
}

/** @param {Row} row @param {Places} places */
function names(row, places) {
  const spans = row.names.map((name) => make("span", { "data-name": name, "data-box": places.ofName(name), text: name }));
  return make("span", {}, spans.flatMap((span, i) => (i > 0 ? [", ", span] : [span])));
}

/** Where things stand on the canvas, in CSS pixels: “x y width height”. */
class Places {
  /** @param {Box[]} boxes */
  constructor(boxes) {
    /** @type {Map<string | number, string>} */
    this.known = new Map();
    for (const { item, x, y, width, height } of boxes) {
      const key = item.kind === "object" ? item.object : item.kind === "name" ? item.name : null;
      if (key !== null) this.known.set(key, [x, y, width, height].map(Math.round).join(" "));
    }
  }

  /** @param {number} object */
  ofObject(object) {
    return this.known.get(object) ?? null;
  }

  /** @param {string} name */
  ofName(name) {
    return this.known.get(name) ?? null;
  }
}
