// Which types of objects are drawn and listed: a button that opens the choice.
//
// Invariants: the choice belongs to the session in the worker; a session that takes another's place is told it again.
// While the list is open nothing in it moves or goes, however the program is played meanwhile: only numbers change.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";
import { Menu } from "./menu.js";

/** @import { Engine } from "./engine.js" */
/** @import { TypeCount } from "./types" */

export class TypesMenu {
  /** @param {Engine} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.button = byId("types-button");
    /** Types that are left out. @type {Set<string>} */
    this.without = new Set();
    /** What stands in the list, by type. @type {Map<string, { label: HTMLElement, input: HTMLInputElement, count: HTMLElement }>} */
    this.choices = new Map();
    this.none = make("p", { class: "quiet-text" });
    this.all = make("button", { type: "button", class: "button small", onclick: () => this.#choose([]) });
    this.isOpening = false;
    this.menu = new Menu("types-button", "types-list", () => this.#open());
    this.title = make("span", { class: "menu-title", "aria-hidden": "true" });
    this.menu.list.append(this.title, this.none, this.all);
    engine.on("renewed", () => this.without.size > 0 && this.#tell());
    this.translate();
  }

  /** Whether the panels have to say which types there are. */
  get wanted() {
    return this.menu.isOpen;
  }

  translate() {
    this.#name();
    this.title.textContent = t("types.title");
    this.none.textContent = t("objects.none");
    this.all.textContent = t("types.all");
    this.update();
  }

  /** The most frequent types of this moment stand first; others that come follow them. */
  #open() {
    for (const { label } of this.choices.values()) label.remove();
    this.choices.clear();
    this.isOpening = true;
    this.changed();
  }

  update() {
    const { types } = this.engine.panels;
    if (!this.menu.isOpen || !types) return;
    const counts = new Map(types.map(({ typeName, count }) => [typeName, count]));
    for (const typeName of counts.keys()) if (!this.choices.has(typeName)) this.#add(typeName);
    for (const [typeName, { input, count }] of this.choices) {
      input.checked = !this.without.has(typeName);
      count.textContent = number(counts.get(typeName) ?? 0);
    }
    this.none.hidden = this.choices.size > 0;
    if (this.isOpening) this.menu.focus();
    this.isOpening = false;
  }

  /** @param {TypeCount["typeName"]} typeName */
  #add(typeName) {
    const count = make("span", { class: "choice-count" });
    const input = make("input", { type: "checkbox", value: typeName });
    const label = make("label", { class: "choice" }, [input, make("code", { text: typeName }), count]);
    input.addEventListener("change", () => {
      const others = [...this.without].filter((name) => name !== typeName);
      this.#choose(input.checked ? others : [...others, typeName]);
    });
    this.choices.set(typeName, { label, input, count });
    this.none.before(label);
  }

  /** @param {string[]} without */
  #choose(without) {
    this.without = new Set(without);
    this.#tell();
    this.#name();
    this.changed();
  }

  #tell() {
    this.engine.session.tell("leaveOut", [...this.without]);
  }

  /** The button tells how many are left out. */
  #name() {
    const n = this.without.size;
    const name = n > 0 ? t("types.some", { n }) : t("types.choose");
    this.button.setAttribute("aria-label", name);
    this.button.title = name;
    this.button.classList.toggle("lit", n > 0);
  }
}
