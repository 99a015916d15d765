// Which view of the heap is shown: the collector's lists, the graph, what holds the selected object or what it holds,
// or the table; and how far the last two go.
//
// Invariant: the referrers' and referents' views are those of the object selected last, also while nothing is selected.

import { title } from "./describe.js";
import { byId, disable, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Selection } from "./selection.js" */
/** @import { Tabs } from "./tabs.js" */

/** @import { Arrangement } from "./types" */
/** @typedef {"lanes" | "graph" | "referrers" | "referents" | "table"} View */

/** @type {View[]} */
const VIEWS = ["lanes", "graph", "referrers", "referents", "table"];
const DEEPEST = 8;
/** How long cards take to their places in another view, in milliseconds. */
const MOVE = 420;

export class Views {
  /**
   * @param {Engine} engine
   * @param {Picture} picture
   * @param {Selection} selection
   * @param {Tabs} tabs
   * @param {() => void} changed things stand elsewhere
   */
  constructor(engine, picture, selection, tabs, changed) {
    this.changed = changed;
    this.engine = engine;
    this.picture = picture;
    this.selection = selection;
    this.tabs = tabs;
    /** @type {View} */
    this.view = "lanes";
    this.depth = 3;
    /** @type {number | null} whose referrers or referents are shown */
    this.object = null;
    this.select = byId("view", HTMLSelectElement);
    this.bar = byId("view-bar");
    this.name = byId("view-name");
    this.depthText = byId("view-depth");
    this.select.addEventListener("change", () => this.show(/** @type {View} */ (this.select.value)));
    // Who opens the list may choose the graph: its places are found meanwhile.
    this.select.addEventListener("focus", () => this.engine.session.tell("prepareGraph"));
    byId("view-nearer").addEventListener("click", () => this.#deepen(-1));
    byId("view-farther").addEventListener("click", () => this.#deepen(1));
    selection.on("changed", () => this.#follow());
    document.body.dataset.heapView = "picture";
    this.translate();
  }

  translate() {
    this.select.replaceChildren(...VIEWS.map((view) => make("option", { value: view, text: t(`view.${view}`), selected: view === this.view })));
    this.update();
  }

  /** @param {View} view */
  show(view) {
    // On a narrow screen the table has a tab of its own.
    if (view === "table" && this.tabs.open("objects")) {
      this.select.value = this.view;
      return;
    }
    this.view = view;
    this.select.value = view;
    document.body.dataset.heapView = view === "table" ? "table" : "picture";
    if (view !== "table") void this.#arrange();
  }

  /** The heap is another one, and its session may know of no view: the same view of it, as far as there is one. */
  again() {
    this.object = null;
    void this.#arrange();
  }

  /** Whether one object's relations are shown. */
  get isRelative() {
    return this.view === "referrers" || this.view === "referents";
  }

  #follow() {
    const { item } = this.selection;
    if (item?.kind !== "object" || item.object === this.object) return;
    this.object = item.object;
    if (this.isRelative) void this.#arrange();
  }

  /** @param {1 | -1} by */
  #deepen(by) {
    this.depth = Math.max(1, Math.min(DEEPEST, this.depth + by));
    void this.#arrange();
  }

  async #arrange() {
    const { view } = this;
    if (view === "table") return;
    if (view === "lanes" || view === "graph") this.#show({ kind: view });
    else {
      // Where nothing was selected yet, the first object of the table.
      const { rows } = this.object === null ? await this.engine.session.ask("page", 0, 1) : { rows: [] };
      this.object ??= rows[0]?.object ?? null;
      if (view === this.view) this.#show({ kind: view, object: this.object ?? 0, depth: this.depth });
    }
  }

  /** @param {Arrangement} arrangement */
  #show(arrangement) {
    this.engine.session.tell("setArrangement", arrangement);
    // The picture first: it need not wait for panels that will only learn where things stand now.
    void this.picture.animate(MOVE).then(this.changed);
  }

  /** Whose relations these are, and how far they go. */
  update() {
    this.bar.hidden = !this.isRelative;
    if (this.bar.hidden) return;
    const row = this.object === null ? null : this.engine.row(this.object);
    if (row !== undefined) this.name.textContent = row ? t(`view.${this.view}Of`, { object: title(row) }) : t("inspector.gone");
    this.depthText.textContent = t("view.depth", { depth: number(this.depth) });
    disable(byId("view-nearer"), this.depth === 1);
    disable(byId("view-farther"), this.depth === DEEPEST);
  }
}
