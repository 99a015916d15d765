// A button that opens a list: the examples, the pauses, the types.
//
// Invariant: the button says whether the list is shown; Escape closes it, and so does a press or the focus elsewhere.

import { byId } from "./dom.js";

export class Menu {
  /** @param {string} button @param {string} list their ids @param {() => void} [opened] by default the first choice gets the focus */
  constructor(button, list, opened = () => this.focus()) {
    this.button = byId(button);
    this.list = byId(list);
    this.opened = opened;
    this.button.addEventListener("click", () => this.toggle(!this.isOpen));
    for (const part of [this.button, this.list]) {
      part.addEventListener("keydown", (event) => this.#key(event));
      part.addEventListener("focusout", ({ relatedTarget }) => this.#leave(relatedTarget));
    }
    document.addEventListener("pointerdown", ({ target }) => this.#leave(target));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** @param {boolean} open */
  toggle(open) {
    if (open === this.isOpen) return;
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.opened();
  }

  /** The first choice. */
  focus() {
    /** @type {HTMLElement | null} */ (this.list.querySelector("input, button"))?.focus();
  }

  /** Closed by whoever has chosen, or does not want to. */
  giveBack() {
    this.toggle(false);
    this.button.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || !this.isOpen) return;
    this.giveBack();
    event.preventDefault();
    event.stopPropagation();
  }

  /** Where the focus is lost to nothing, as by a press on a label, nobody has gone. @param {EventTarget | null} to */
  #leave(to) {
    if (to instanceof Node && !this.button.contains(to) && !this.list.contains(to)) this.toggle(false);
  }
}
