// What somebody who makes a heap by hand may do next: one sentence at the picture or above the panels, and the button that
// it speaks of lit. The module knows what the heap invites to; whoever closes the sentence sees none again.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */

export class Hints {
  /** @param {Engine} engine @param {boolean} wanted @param {() => void} unwanted told once: somebody has closed them */
  constructor(engine, wanted, unwanted) {
    this.engine = engine;
    this.wanted = wanted;
    this.box = byId("hint");
    this.text = byId("hint-text");
    /** Where they would speak of what is not shown. */
    this.isAway = () => false;
    /** The box has come, gone, or another size. */
    this.resized = () => {};
    new ResizeObserver(() => this.#measure()).observe(this.box);
    byId("hint-close").addEventListener("click", () => {
      this.wanted = false;
      unwanted();
      this.update();
      byId("picture").focus({ preventScroll: true });
    });
  }

  #measure() {
    // What it stands above begins below it.
    this.box.parentElement?.style.setProperty("--hint-room", `calc(${this.box.offsetHeight}px + var(--gap))`);
    this.resized();
  }

  update() {
    const hint = (this.wanted && !this.isAway() && !this.engine.busy && this.engine.status().hint) || null;
    const before = document.body.dataset.hint ?? "";
    this.box.hidden = hint === null;
    this.text.textContent = hint && t(`hint.${hint}`);
    document.body.dataset.hint = hint ?? "";
    // Where the tool bar is too long for the screen, the button comes into sight.
    if (hint === "collect" && before !== hint) byId("collect").scrollIntoView({ block: "nearest", inline: "center" });
  }
}
