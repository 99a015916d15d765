// Everything about the selected object, in words: what holds each of its counts, and why it is alive.

import { holderName, labelName, title } from "./describe.js";
import { byId, make } from "./dom.js";
import { bytes, hasText, number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Holder, Inspected, ItemRef, Lifetime, PathStep } from "./types" */

export class Inspector {
  /**
   * @param {Engine} engine
   * @param {Selection} selection
   * @param {(position: number) => void} go
   * @param {(way: ItemRef[]) => void} light shows the way to the object in the picture
   */
  constructor(engine, selection, go, light) {
    this.engine = engine;
    this.go = go;
    this.light = light;
    /** The object to which the way is shown; and the way. @type {number | null} */
    this.shownTo = null;
    this.lit = "[]";
    /** Whether a reader is asked what will die: it is not told here. */
    this.hidesAhead = false;
    /** The object shown last, by the last name it had: it is called so when it is gone. @type {{ object: number, title: string } | null} */
    this.known = null;
    this.selection = selection;
    this.panel = byId("inspector");
    this.body = byId("inspector-body");
    byId("inspector-close").addEventListener("click", () => {
      selection.select(null);
      byId("picture").focus({ preventScroll: true });
    });
  }

  /** @param {boolean} hides */
  hideAhead(hides) {
    if (hides === this.hidesAhead) return;
    this.hidesAhead = hides;
    this.update();
  }

  update() {
    const { item } = this.selection;
    const object = item?.kind === "object" ? item.object : null;
    const { inspection } = this.engine.panels;
    this.panel.dataset.empty = object === null ? "yes" : "no";
    this.#know(object);
    if (object === null) {
      this.body.replaceChildren(make("p", { class: "quiet-text", text: t("inspector.none") }));
    } else if (inspection?.object === object) {
      this.body.replaceChildren(...this.#card(inspection));
    } else if (this.engine.panels.rows.get(object) === null) {
      const gone = this.known ? t("inspector.goneNamed", { object: this.known.title }) : t("inspector.gone");
      this.body.replaceChildren(make("p", { class: "quiet-text", text: gone }), ...this.#lifetime());
    }
    if (object !== this.shownTo) this.shownTo = null;
    this.#lightWay(this.shownTo !== null && inspection?.object === this.shownTo ? (inspection.aliveBecause ?? []) : []);
  }

  /** An object to which no name leads any more keeps the one that it had. @param {number | null} object */
  #know(object) {
    if (object !== this.known?.object) this.known = null;
    const row = object === null ? null : this.engine.row(object);
    if (object !== null && row && (row.names.length > 0 || !this.known)) this.known = { object, title: title(row) };
  }

  /** @param {PathStep[]} path */
  #lightWay(path) {
    const way = path.map(({ item }) => item);
    const lit = JSON.stringify(way);
    if (lit === this.lit) return;
    this.lit = lit;
    this.light(way);
  }

  /** @param {Inspected} it */
  #card(it) {
    return [
      make("p", { class: "inspected" }, [
        make("strong", { text: it.typeName }),
        " ",
        make("code", { text: it.repr, title: it.repr }),
      ]),
      make("h3", { text: t("inspector.count", { n: it.count }) }),
      this.#holders(it),
      make("h3", { text: t("inspector.why") }),
      ...this.#why(it),
      ...this.#lifetime(),
      facts(it),
    ];
  }

  /** Who holds each count, so that the numbers add up. @param {Inspected} it */
  #holders(it) {
    const entries = it.holders.map((holder) => make("li", {}, [this.#holder(holder)]));
    const left = it.nHolders - it.holders.length;
    if (left > 0) entries.push(make("li", { text: t("more", { n: left }) }));
    if (it.temporaries > 0) entries.push(make("li", { text: t("inspector.temporaries", { n: it.temporaries }) }));
    if (entries.length === 0) return make("p", { class: "quiet-text", text: t("inspector.noHolders") });
    return make("ul", { class: "holders" }, entries);
  }

  /** The way from a name, each step of which leads to an object; and what would have to go. @param {Inspected} it */
  #why(it) {
    const whatFrees = [make("h3", { text: t("inspector.whatFrees") }), ...this.#whatFrees(it)];
    if (!it.aliveBecause) {
      const text = t(it.heldOutside ? "inspector.onlyOutside" : "inspector.noPath");
      return [make("p", { class: "quiet-text", text }), ...(it.heldOutside ? whatFrees : whatCollects(it))];
    }
    const told = (/** @type {PathStep} */ { text, item }) => (item.kind === "name" ? text : labelName(text));
    const steps = it.aliveBecause.map((step) => this.#link(told(step), { kind: "object", object: step.object }));
    const shown = this.shownTo === it.object;
    const show = make("button", {
      type: "button",
      class: "button small",
      "aria-pressed": String(shown),
      text: t("inspector.showWay"),
      onclick: () => {
        this.shownTo = shown ? null : it.object;
        this.update();
      },
    });
    return [
      make("p", { class: "path" }, [...between(steps, " → "), " ", show]),
      ...whatFrees,
    ];
  }

  /** The references that would have to go; where there is a choice, then those next to the object. @param {Inspected} it */
  #whatFrees({ freedWithout, heldOutside, temporaries }) {
    if (freedWithout.length === 0) {
      const text = t(temporaries > 0 ? "inspector.outsideToo" : "inspector.manyWays");
      return [make("p", { class: "quiet-text", text })];
    }
    return freedWithout.map((holders, i) => {
      const links = holders.map((holder) => this.#holder(holder));
      const n = holders.length;
      const first = t(heldOutside ? "inspector.nothingWithout" : "inspector.without", { n });
      const text = i > 0 ? t("inspector.nearer", { n }) : first;
      const space = text.endsWith("：") ? "" : " ";
      return make("p", { class: "path" }, [text, space, ...between(links, " + ")]);
    });
  }

  /** Where it was made and where it dies. */
  #lifetime() {
    const { created, dies } = this.engine.panels.lifetime ?? /** @type {Lifetime} */ ({ created: null, dies: null });
    const places = /** @type {const} */ ([["toCreation", created], ["toDeath", this.hidesAhead ? null : dies]]);
    const buttons = places.flatMap(([name, position]) => {
      if (position === null) return [];
      return [make("button", { type: "button", class: "button small", text: t(`inspector.${name}`), onclick: () => this.go(position) })];
    });
    return buttons.length > 0 ? [make("p", { class: "lifetime" }, buttons)] : [];
  }

  /** @param {string} text @param {ItemRef} item */
  #link(text, item) {
    return make("button", { type: "button", class: "button link", text, onclick: () => this.selection.select(item) });
  }

  /** @param {Holder} holder */
  #holder({ owner, label }) {
    const row = owner.kind === "object" ? (this.engine.row(owner.object) ?? null) : null;
    return this.#link(holderName({ owner: row, label }), owner);
  }
}

/** @param {Node[]} nodes @param {string} separator @returns {(Node | string)[]} */
const between = (nodes, separator) => nodes.flatMap((node, i) => (i > 0 ? [separator, node] : [node]));

/** @param {Inspected} it */
function facts(it) {
  /** @type {[string, string][]} */
  const pairs = [
    [t("inspector.address"), it.address],
    [t("inspector.size"), bytes(it.size)],
    [t("inspector.tracked"), t(it.tracked ? "yes" : "no")],
  ];
  if (it.list !== null) pairs.push([t("inspector.list"), listName(it.list)]);
  if (it.gcRefs !== null) pairs.push(["gc_refs", number(it.gcRefs)]);
  if (it.weakrefs > 0) pairs.push([t("inspector.weakrefs"), number(it.weakrefs)]);
  if (it.hasFinalizer) pairs.push([t("inspector.finalizer"), t(it.finalized ? "inspector.finalized" : "inspector.notFinalized")]);
  if (it.state) pairs.push([t("inspector.state"), stateName(it.state)]);
  return make("dl", { class: "facts" }, pairs.flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { text: value })]));
}

/** A list of the collector by its name here. @param {string} list */
export const listName = (list) => (hasText(`list.${list}`) ? t(`list.${list}`) : list);

/** @param {string} state */
export const stateName = (state) => (hasText(`state.${state}`) ? t(`state.${state}`) : state);

/** Garbage waits for a collection, if no statement that runs holds it just now. @param {Inspected} it */
function whatCollects({ temporaries, tracked }) {
  if (temporaries > 0) return [];
  const text = t(tracked ? "inspector.byCollection" : "inspector.withItsHolders");
  return [make("h3", { text: t("inspector.whatFrees") }), make("p", { class: "quiet-text", text })];
}
