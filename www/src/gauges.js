// The three generations' counts against their thresholds: what brings the next collection about.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { CollectorStatus } from "./types" */

export class Gauges {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.box = byId("gauges");
  }

  update() {
    const { collector } = this.engine.status();
    const { counts, thresholds, running, generation } = collector;
    this.box.replaceChildren(
      ...[0, 1, 2].map((index) => gauge(index, counts[index] ?? 0, thresholds[index] ?? 0, running && generation === index)),
      ...[over(collector, this.engine.python), quarter(collector)].filter((text) => text !== null).map((text) => make("p", { class: "quiet-text", text })),
    );
  }
}

/** From this version on a collection that is due waits for the evaluation loop; before, it runs within the allocation. */
const EVAL_BREAKER = 12;

/** Why a count is over its threshold and no collection runs; null where none is. @param {CollectorStatus} collector @param {string} python */
function over({ counts, thresholds, enabled, running }, python) {
  const isOver = (/** @type {number} */ index) => (counts[index] ?? 0) > (thresholds[index] ?? 0);
  const highest = [2, 1, 0].find(isOver);
  if (highest === undefined || running) return null;
  if (!enabled) return t("gauge.off");
  if (thresholds[0] === 0) return t("gauge.zero");
  if (!isOver(0)) return t("gauge.due", { generation: highest });
  return Number(python.split(".")[1]) >= EVAL_BREAKER ? t("gauge.soon") : null;
}

/** Whether a full collection that is due would run: it waits for enough that is new in the oldest generation. @param {CollectorStatus} collector */
function quarter({ longLived }) {
  if (!longLived) return null;
  const { pending, total } = longLived;
  if (total === 0) return t("gauge.first");
  return t(pending >= Math.floor(total / 4) ? "gauge.enough" : "gauge.waits", { pending, total });
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
