// The three generations' counts against their thresholds: what brings the next collection about.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */

export class Gauges {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.box = byId("gauges");
  }

  update() {
    const { counts, thresholds, running, generation, longLived } = this.engine.status().collector;
    this.box.replaceChildren(
      ...[0, 1, 2].map((index) => gauge(index, counts[index] ?? 0, thresholds[index] ?? 0, running && generation === index)),
    );
    if (longLived) this.box.append(quarter(longLived));
  }
}

/** Whether a full collection that is due would run: it waits for enough that is new in the oldest generation. @param {{ pending: number, total: number }} longLived */
function quarter({ pending, total }) {
  const enough = pending >= Math.floor(total / 4);
  return make("p", { class: "quiet-text", text: t(enough ? "gauge.enough" : "gauge.waits", { pending, total }) });
}

/** @param {number} generation @param {number} count @param {number} threshold @param {boolean} lit */
function gauge(generation, count, threshold, lit) {
  const part = threshold > 0 ? Math.min(1, count / threshold) : 0;
  const bar = make("span", { class: "gauge-bar", "aria-hidden": "true" }, [
    make("span", { class: "gauge-fill", style: `inline-size: ${(part * 100).toFixed(1)}%` }),
  ]);
  return make("div", { class: `gauge${lit ? " lit" : ""}` }, [
    make("span", { class: "gauge-name", text: t("gauge.generation", { generation }) }),
    bar,
    make("span", { class: "gauge-value", text: `${number(count)} / ${number(threshold)}` }),
  ]);
}
