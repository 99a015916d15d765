// Where the trace knows no objects: a sentence in place of the picture, and the button that has them recorded from there.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */

export class Details {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.box = byId("undetailed");
    this.text = byId("undetailed-text");
    this.record = byId("record-from-here");
    this.record.addEventListener("click", () => void engine.recordFrom(engine.status().step));
  }

  update() {
    const { hasDetails, step } = this.engine.status();
    this.box.hidden = hasDetails || this.engine.busy;
    // It was tried already.
    const isRefused = step === this.engine.detailsFrom;
    this.record.hidden = isRefused;
    this.text.textContent = t(isRefused ? "details.too_many" : "details.none");
  }
}
