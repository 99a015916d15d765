// The heap as a real table: the same objects as the picture, for a screen reader, for copying, and for the eye.

import { atomsOf, holderName, labelName } from "./describe.js";
import { lacking, offer } from "./details.js";
import { byId, cueEdge, disable, make } from "./dom.js";
import { bytes, number, t } from "./i18n.js";
import { listName, stateName } from "./inspector.js";

/** @import { Engine } from "./engine.js" */
/** @import { Selection } from "./selection.js" */
/** @import { TableRow } from "./types" */

/** Rows that are shown at a time. */
const SHOWN = 200;
/** Rows that are made at a time. */
const PIECE = 40;
const COLUMNS = ["type", "value", "names", "count", "gcRefs", "list", "refersTo", "heldBy", "size", "state"];

export class Objects {
  /** @param {Engine} engine @param {Selection} selection @param {() => Promise<void>} changed other rows are wanted */
  constructor(engine, selection, changed) {
    this.engine = engine;
    this.selection = selection;
    this.changed = changed;
    this.body = byId("objects-body");
    this.note = byId("objects-note");
    this.tbody = make("tbody");
    this.table = make("table", { class: "data", "aria-labelledby": "objects-title" }, [this.tbody]);
    this.body.replaceChildren(this.table);
    /** @type {Map<number, { key: string, element: HTMLElement }>} the rows that stand there, by object */
    this.rows = new Map();
    /** The first row that is shown. */
    this.first = 0;
    this.turn = 0;
    /** What was said last where there are no rows. @type {{ said: string, element: HTMLElement } | null} */
    this.instead = null;
    cueEdge(byId("objects"), this.body)(this.table);
  }

  /** The rows that will be shown. */
  get wanted() {
    return { first: this.first, n: SHOWN };
  }

  update() {
    const { page, status } = this.engine.panels;
    if (!page) return;
    const { total, rows } = page;
    this.first = page.first;
    const pager = total > SHOWN ? [this.#pager(total, rows.length)] : [];
    const reason = lacking(this.engine);
    this.table.hidden = reason !== null;
    const instead = this.#instead(total, reason);
    for (const child of [...this.body.children]) if (child !== this.table && child !== instead) child.remove();
    this.body.prepend(...pager);
    if (instead && !instead.isConnected) this.body.append(instead);
    this.#head();
    this.turn += 1;
    const { turn } = this;
    const fill = () => turn === this.turn && this.#fill(rows, 0, turn);
    this.table.setAttribute("aria-busy", "true");
    // Many rows take longer than the picture beside them may wait.
    if (rows.filter((row) => this.#isNew(row)).length > PIECE) afterFrame(fill);
    else fill();
    const atoms = status.folded.map(atomsOf);
    this.table.dataset.withoutGcRefs = String(rows.every(({ gcRefs }) => gcRefs === null));
    this.note.textContent = reason === null ? [t("objects.note", { n: total }), ...atoms].join(" · ") : "";
  }

  /** What is said where there are no rows. @param {number} total @param {ReturnType<typeof lacking>} reason */
  #instead(total, reason) {
    if (total > 0 && reason === null) return null;
    const said = `${document.documentElement.lang} ${reason} ${this.engine.busy}`;
    // What stands there already may have the focus.
    if (this.instead?.said === said) return this.instead.element;
    const element = reason === null ? make("p", { class: "quiet-text", text: t("objects.none") }) : offer(this.engine, reason, this.body);
    this.instead = { said, element };
    return element;
  }

  #head() {
    const { lang } = document.documentElement;
    if (this.table.tHead?.lang === lang) return;
    this.table.tHead?.remove();
    const row = make("tr", {}, COLUMNS.map((column) => make("th", { scope: "col", "data-column": column, text: t(`objects.${column}`) })));
    this.table.prepend(make("thead", { lang }, [row]));
  }

  /** Brings the rows from that one on up to date: what is as it was stays, and many new ones come one piece after the other. @param {TableRow[]} rows @param {number} from @param {number} turn */
  #fill(rows, from, turn) {
    let made = 0;
    let at = from;
    if (from === 0) this.#drop(new Set(rows.map(({ object }) => object)));
    for (; at < rows.length && made < PIECE; at += 1) {
      const row = /** @type {TableRow} */ (rows[at]);
      const key = this.#key(row);
      let kept = this.rows.get(row.object);
      if (kept?.key !== key) {
        kept?.element.remove();
        kept = { key, element: this.#row(row) };
        this.rows.set(row.object, kept);
        made += 1;
      }
      const there = this.tbody.children[at] ?? null;
      if (there !== kept.element) this.tbody.insertBefore(kept.element, there);
    }
    if (at < rows.length) afterFrame(() => turn === this.turn && this.#fill(rows, at, turn));
    else this.table.removeAttribute("aria-busy");
  }

  /** Whether the row does not stand there as it should look. @param {TableRow} row */
  #isNew(row) {
    return this.rows.get(row.object)?.key !== this.#key(row);
  }

  /** Other rows than those go. @param {Set<number>} wanted */
  #drop(wanted) {
    for (const [object, { element }] of this.rows) {
      if (wanted.has(object)) continue;
      element.remove();
      this.rows.delete(object);
    }
  }

  /** Two rows with the same key look the same. @param {TableRow} row */
  #key(row) {
    return `${document.documentElement.lang} ${this.#isSelected(row)} ${JSON.stringify(row)}`;
  }

  /** @param {TableRow} row */
  #isSelected({ object }) {
    const { item } = this.selection;
    return item?.kind === "object" && item.object === object;
  }

  /** Which rows these are, and a way to the others. @param {number} total @param {number} n */
  #pager(total, n) {
    const turn = (/** @type {number} */ by, /** @type {string} */ text, /** @type {boolean} */ off) => {
      const button = make("button", { type: "button", class: "button tool", text, onclick: () => off || void this.#turn(by) });
      disable(button, off);
      return button;
    };
    return make("div", { class: "pager", role: "group", "aria-label": t("objects.pages") }, [
      turn(-SHOWN, t("objects.earlier"), this.first === 0),
      make("span", { text: t("objects.shown", { first: this.first + 1, last: this.first + n, total }) }),
      turn(SHOWN, t("objects.later"), this.first + n >= total),
    ]);
  }

  /** @param {number} by */
  async #turn(by) {
    this.first = Math.max(0, this.first + by);
    await this.changed();
    this.body.scrollTop = 0;
    this.body.focus({ preventScroll: true });
  }

  /** @param {TableRow} row */
  #row(row) {
    const values = {
      value: make("code", { text: row.repr, title: row.repr }),
      names: names(row),
      count: number(row.count),
      gcRefs: row.gcRefs === null ? "" : number(row.gcRefs),
      list: row.list === null ? "" : listName(row.list),
      refersTo: many(referents(row)),
      heldBy: many(holders(row)),
      size: bytes(row.size),
      state: row.state ? stateName(row.state) : "",
    };
    return make(
      "tr",
      {
        class: this.#isSelected(row) ? "lit" : null,
        "data-object": row.object,
        "data-list": row.list,
        "data-box": row.box,
        onclick: () => this.selection.select({ kind: "object", object: row.object }),
      },
      [
        make("th", { scope: "row", text: row.typeName }),
        ...Object.entries(values).map(([column, value]) => make("td", { "data-column": column }, [value])),
      ],
    );
  }
}

/** As soon as what is to be seen now was painted. @param {() => void} then */
function afterFrame(then) {
  requestAnimationFrame(() => setTimeout(then));
}

/** Of a long text the eye is shown its beginning: one row shall not be higher than the table. @param {string} text */
const many = (text) => make("span", { class: "many", title: text, text });

/** @param {TableRow} row */
const referents = ({ references }) => references.map(({ label, target }) => (label ? `${labelName(label)}: ${target}` : target)).join(", ");

/** The first of who hold it, and how many more there are. @param {TableRow} row */
function holders({ heldBy, nHolders }) {
  const told = heldBy.map(({ kind, owner, label }) => (kind === "object" && !owner ? labelName(label) : holderName({ owner, label })));
  const left = nHolders - heldBy.length;
  return [...told, ...(left > 0 ? [t("more", { n: left })] : [])].join(t("objects.and"));
}

/** By what other rows call it: its names, or where it has none its address. @param {TableRow} row */
function names(row) {
  if (row.names.length === 0) return make("code", { class: "address", text: row.address });
  const spans = row.names.map(({ name, box }) => make("span", { "data-name": name, "data-box": box, text: name }));
  return make("span", {}, spans.flatMap((span, i) => (i > 0 ? [", ", span] : [span])));
}
