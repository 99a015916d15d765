// Which types of objects are drawn and listed: a button that opens the choice.
//
// Invariant: the choice belongs to the session in the worker; a session that takes another's place is told it again.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { TypeCount } from "./types" */

export class TypesMenu {
  /** @param {Engine} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.button = byId("types-button");
    this.list = byId("types-list");
    /** Types that are left out. @type {Set<string>} */
    this.without = new Set();
    this.button.addEventListener("click", () => this.#toggle(this.list.hidden !== false));
    for (const part of [this.button, this.list]) part.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.list.contains(target) && !this.button.contains(target)) this.#toggle(false);
    });
    engine.on("renewed", () => this.without.size > 0 && this.#tell());
    this.#name();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || this.list.hidden) return;
    this.#toggle(false);
    this.button.focus();
    event.stopPropagation();
  }

  /** Whether the panels have to say which types there are. */
  get wanted() {
    return !this.list.hidden;
  }

  translate() {
    this.#name();
    this.update();
  }

  update() {
    const { types } = this.engine.panels;
    if (this.list.hidden || !types) return;
    const had = document.activeElement instanceof HTMLInputElement && this.list.contains(document.activeElement) ? document.activeElement.value : null;
    const all = make("button", { type: "button", class: "button small", text: t("types.all"), onclick: () => this.#choose([]) });
    const none = types.length === 0 ? [make("p", { class: "quiet-text", text: t("objects.none") })] : [];
    this.list.replaceChildren(...types.map((type) => this.#choice(type)), ...none, all);
    if (this.list.dataset.opening) {
      delete this.list.dataset.opening;
      this.list.querySelector("input")?.focus();
    }
    if (had !== null) [...this.list.querySelectorAll("input")].find(({ value }) => value === had)?.focus();
  }

  /** @param {TypeCount} type */
  #choice({ typeName, count, isShown }) {
    const choose = (/** @type {Event} */ { target }) => {
      const shown = target instanceof HTMLInputElement && target.checked;
      this.#choose(shown ? [...this.without].filter((name) => name !== typeName) : [...this.without, typeName]);
    };
    return make("label", { class: "choice" }, [
      make("input", { type: "checkbox", value: typeName, checked: isShown, onchange: choose }),
      make("code", { text: typeName }),
      make("span", { class: "choice-count", text: number(count) }),
    ]);
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

  /** @param {boolean} open */
  #toggle(open) {
    if (open === !this.list.hidden) return;
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) {
      this.list.replaceChildren();
      this.list.dataset.opening = "yes";
      this.changed();
    }
  }
}
