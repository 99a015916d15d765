// The menu of example programs.

import { make } from "./dom.js";
import { t } from "./i18n.js";
import { Menu } from "./menu.js";
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
    this.menu = new Menu("examples-button", "examples-menu");
    this.menu.button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.menu.toggle(true);
    });
    this.menu.list.addEventListener("keydown", (event) => this.#key(event));
    this.translate();
  }

  translate() {
    this.menu.list.replaceChildren(
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
    this.menu.giveBack();
    this.choose(program);
  }

  #items() {
    return /** @type {HTMLElement[]} */ ([...this.menu.list.children]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items();
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const goes = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (goes === undefined) return;
    items[(goes + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
