// The menu of example programs.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";
import counts from "./examples/counts.py?raw";
import finalizer from "./examples/finalizer.py?raw";
import generations from "./examples/generations.py?raw";
import resurrection from "./examples/resurrection.py?raw";
import ring from "./examples/ring.py?raw";
import weakrefs from "./examples/weak.py?raw";

/** @type {Record<string, string>} */
const PROGRAMS = { ring, counts, generations, weakref: weakrefs, finalizer, resurrection, empty: "" };

/** What a new visitor finds in the editor. */
export const FIRST = ring;

export class Examples {
  /** @param {(program: string) => void} choose */
  constructor(choose) {
    this.choose = choose;
    this.button = byId("examples-button");
    this.menu = byId("examples-menu");
    this.button.addEventListener("click", () => this.#toggle(this.menu.hidden !== false));
    this.button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#toggle(true);
    });
    this.menu.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("pointerdown", (event) => {
      if (!byId("examples").contains(/** @type {Node} */ (event.target))) this.#toggle(false);
    });
    byId("examples").addEventListener("focusout", (event) => {
      if (!byId("examples").contains(/** @type {Node | null} */ (event.relatedTarget))) this.#toggle(false);
    });
    this.translate();
  }

  translate() {
    this.menu.replaceChildren(
      ...Object.entries(PROGRAMS).map(([name, program]) =>
        make("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => this.#choose(program) }, [
          make("strong", { text: t(`example.${name}`) }),
          make("span", { text: t(`example.${name}.about`) }),
        ]),
      ),
    );
  }

  /** @param {string} program */
  #choose(program) {
    this.#toggle(false);
    this.button.focus();
    this.choose(program);
  }

  /** @param {boolean} open */
  #toggle(open) {
    if (this.menu.hidden === !open) return;
    this.menu.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.#items()[0]?.focus();
  }

  #items() {
    return /** @type {HTMLElement[]} */ ([...this.menu.children]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items();
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const goes = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") {
      this.#toggle(false);
      this.button.focus();
    } else if (goes !== undefined) items[(goes + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
