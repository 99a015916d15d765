// Where the trace knows no objects: a sentence in place of the picture, and the button that has them recorded from there.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */

/** Why no objects are shown here; null where they are known. @param {Engine} engine @returns {"details.none" | "details.too_many" | null} */
export function lacking(engine) {
  const { hasDetails, step } = engine.status();
  if (hasDetails) return null;
  // It was tried already.
  return step === engine.detailsFrom ? "details.too_many" : "details.none";
}

export class Details {
  /** @param {Engine} engine @param {HTMLElement} picture where the focus goes on: the button is gone as soon as it is pressed */
  constructor(engine, picture) {
    this.engine = engine;
    this.box = byId("undetailed");
    this.text = byId("undetailed-text");
    this.record = byId("record-from-here");
    this.record.addEventListener("click", () => {
      picture.focus({ preventScroll: true });
      void engine.recordFrom(engine.status().step);
    });
  }

  update() {
    const reason = lacking(this.engine);
    this.box.hidden = reason === null || this.engine.busy;
    this.record.hidden = reason === "details.too_many";
    if (reason) this.text.textContent = t(reason);
  }
}
