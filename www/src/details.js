// Where the trace knows no objects: a sentence in place of the picture or the table, and the button that has them recorded
// from there.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */

/** Why no objects are shown here; null where they are known. @param {Engine} engine @returns {"details.none" | "details.too_many" | null} */
export function lacking(engine) {
  const { hasDetails, step } = engine.status();
  if (hasDetails) return null;
  // It was tried already.
  return step === engine.detailsFrom ? "details.too_many" : "details.none";
}

/** @param {Engine} engine @param {HTMLElement} next where the focus goes on: the button is gone as soon as it is pressed */
function record(engine, next) {
  next.focus({ preventScroll: true });
  void engine.recordFrom(engine.status().step);
}

/** The sentence, and the button where it would help, in place of a table. @param {Engine} engine @param {NonNullable<ReturnType<typeof lacking>>} reason @param {HTMLElement} next */
export function offer(engine, reason, next) {
  const button = make("button", { type: "button", class: "button primary", text: t("details.record"), onclick: () => record(engine, next) });
  const helps = reason === "details.none" && !engine.busy;
  return make("div", { class: "table-offer" }, [make("p", { text: t(reason) }), ...(helps ? [button] : [])]);
}

export class Details {
  /** @param {Engine} engine @param {HTMLElement} picture */
  constructor(engine, picture) {
    this.engine = engine;
    this.box = byId("undetailed");
    this.text = byId("undetailed-text");
    this.record = byId("record-from-here");
    this.record.addEventListener("click", () => record(engine, picture));
  }

  update() {
    const reason = lacking(this.engine);
    this.box.hidden = reason === null || this.engine.busy;
    this.record.hidden = reason === "details.too_many";
    if (reason) this.text.textContent = t(reason);
  }
}
