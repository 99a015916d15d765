// How the collector is set, and what it did so far: gc.enable and gc.disable, gc.set_threshold, gc.get_stats.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */

const GENERATIONS = [0, 1, 2];
/** A C int: more is an OverflowError. */
const MOST = 2_147_483_647;

export class CollectorSettings {
  /** @param {Engine} engine @param {Gestures} gestures */
  constructor(engine, gestures) {
    this.engine = engine;
    this.gestures = gestures;
    this.box = byId("collector-settings");
    this.stats = byId("stats");
    this.automatic = make("button", { type: "button", class: "button small", onclick: () => this.#toggle() });
    this.inputs = GENERATIONS.map(() => make("input", { type: "number", min: 0, max: MOST, step: 1, required: true, inputmode: "numeric" }));
    /** What the inputs were filled with: what was typed over it stays until it is sent. */
    this.filled = "";
    this.translate();
  }

  translate() {
    const labels = this.inputs.map((input, generation) =>
      make("label", {}, [make("span", { class: "visually-hidden", text: t("collector.threshold", { generation }) }), input]),
    );
    const form = make("form", { class: "thresholds", onsubmit: (/** @type {Event} */ event) => this.#send(event) }, [
      make("span", { class: "thresholds-name", text: t("collector.thresholds") }),
      ...labels,
      make("button", { class: "button small", text: t("collector.set"), title: t("collector.setLong") }),
    ]);
    this.box.replaceChildren(this.automatic, form);
    this.update();
  }

  update() {
    const { enabled, thresholds, stats } = this.engine.status().collector;
    this.automatic.setAttribute("aria-pressed", String(enabled));
    this.automatic.textContent = t(enabled ? "collector.on" : "collector.off");
    this.automatic.title = t(enabled ? "collector.turnOff" : "collector.turnOn");
    const filled = thresholds.join();
    if (filled !== this.filled) {
      this.filled = filled;
      this.inputs.forEach((input, i) => (input.value = String(thresholds[i] ?? 0)));
    }
    this.#showStats(stats);
  }

  #toggle() {
    this.gestures.perform({ kind: "automatic", on: !this.engine.status().collector.enabled });
  }

  /** @param {Event} event */
  #send(event) {
    event.preventDefault();
    this.gestures.perform({ kind: "setThreshold", thresholds: this.inputs.map((input) => Number(input.value)) });
  }

  /** @param {{ collections: number, collected: number, uncollectable: number }[]} stats */
  #showStats(stats) {
    const names = /** @type {const} */ (["collections", "collected", "uncollectable"]);
    const head = ["generation", ...names].map((name) => make("th", { scope: "col", text: t(`stats.${name}`) }));
    const row = (/** @type {(typeof stats)[0]} */ each, /** @type {number} */ generation) =>
      make("tr", {}, [make("th", { scope: "row", text: number(generation) }), ...names.map((name) => make("td", { text: number(each[name]) }))]);
    this.stats.hidden = stats.every((each) => each.collections === 0);
    this.stats.replaceChildren(
      make("caption", { text: "gc.get_stats()" }),
      make("thead", {}, [make("tr", {}, head)]),
      make("tbody", {}, stats.map(row)),
    );
  }
}
