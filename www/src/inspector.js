// Everything about the selected object, in words: what holds each of its counts, and why it is alive.

import { title } from "./describe.js";
import { byId, make } from "./dom.js";
import { bytes, hasText, number, t } from "./i18n.js";
import { rowOf } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Holder, Inspection } from "./types" */

export class Inspector {
  /** @param {Engine} engine @param {Selection} selection */
  constructor(engine, selection) {
    this.engine = engine;
    this.selection = selection;
    this.panel = byId("inspector");
    this.body = byId("inspector-body");
    byId("inspector-close").addEventListener("click", () => {
      selection.select(null);
      byId("picture").focus({ preventScroll: true });
    });
    selection.on("changed", () => this.update());
  }

  update() {
    const { item } = this.selection;
    const object = item?.kind === "object" ? item.object : null;
    this.panel.dataset.empty = object === null ? "yes" : "no";
    if (object === null) {
      this.body.replaceChildren(make("p", { class: "quiet-text", text: t("inspector.none") }));
    } else if (!rowOf(this.engine, object)) {
      this.body.replaceChildren(make("p", { class: "quiet-text", text: t("inspector.gone") }));
    } else {
      this.body.replaceChildren(...this.#card(this.engine.session.inspect(object)));
    }
  }

  /** @param {Inspection} it */
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
      why(it),
      facts(it),
    ];
  }

  /** Who holds each count, so that the numbers add up. @param {Inspection} it */
  #holders(it) {
    const entries = it.holders.map((holder) => make("li", {}, [this.#holder(holder)]));
    if (it.temporaries > 0) entries.push(make("li", { text: t("inspector.temporaries", { n: it.temporaries }) }));
    if (entries.length === 0) return make("p", { class: "quiet-text", text: t("inspector.noHolders") });
    return make("ul", { class: "holders" }, entries);
  }

  /** @param {Holder} holder */
  #holder({ owner, label }) {
    const row = owner.kind === "object" ? rowOf(this.engine, owner.object) : undefined;
    const text = row ? t("inspector.heldBy", { owner: title(row), label }) : t("inspector.heldByName", { label });
    return make("button", { type: "button", class: "button link", text, onclick: () => this.selection.select(owner) });
  }
}

/** @param {Inspection} it */
function why(it) {
  if (!it.aliveBecause) return make("p", { class: "quiet-text", text: t("inspector.noPath") });
  return make("p", { class: "path" }, it.aliveBecause.flatMap((step, i) => [...(i > 0 ? [" → "] : []), make("code", { text: step })]));
}

/** @param {Inspection} it */
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
