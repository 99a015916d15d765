// The collector's passes as a list: the running one lit, with a sentence on what it does and how much it moved so far.

import { byId, make } from "./dom.js";
import { number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { CollectorStatus } from "./types" */

export class Passes {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.list = byId("passes");
    this.note = byId("collector-note");
    this.shown = "";
  }

  translate() {
    this.shown = "";
    this.update();
  }

  update() {
    const { collector } = this.engine.status();
    this.note.textContent = note(collector);
    this.note.dataset.running = String(collector.running);
    this.#list(collector);
  }

  /** @param {CollectorStatus} collector */
  #list(collector) {
    const { running, pass, passes, moved } = collector;
    const key = JSON.stringify([running, pass, passes, moved]);
    if (key === this.shown) return;
    this.shown = key;
    const at = pass === null ? -1 : passes.indexOf(pass);
    this.list.replaceChildren(...passes.map((name, i) => entry(name, running ? stateOf(i, at) : "idle", moved)));
    const lit = this.list.querySelector("[aria-current]");
    if (lit) lit.scrollIntoView({ block: "nearest" });
  }
}

/** @param {number} index @param {number} running @returns {"done" | "running" | "idle"} */
const stateOf = (index, running) => (index === running ? "running" : index < running ? "done" : "idle");

/** How much of what it goes through a pass has done. @param {string} name @param {number} n */
function done(name, n) {
  if (name === "subtract_refs") return t("collector.movedReferences", { n });
  if (name === "handle_weakrefs") return t("collector.movedWeakrefs", { n });
  return t("collector.moved", { n });
}

/** @param {string} name @param {"done" | "running" | "idle"} state @param {number} moved */
function entry(name, state, moved) {
  const item = make("li", { class: `pass ${state}`, "aria-current": state === "running" ? "step" : null }, [
    make("code", { text: name }),
  ]);
  if (state === "done") item.append(make("span", { class: "visually-hidden", text: t("collector.done") }));
  if (state !== "running") {
    item.title = t(`pass.${name}`);
    return item;
  }
  item.append(
    make("span", { class: "pass-moved", text: done(name, moved) }),
    make("p", { text: t(`pass.${name}`) }),
  );
  return item;
}

/** @param {CollectorStatus} collector */
function note(collector) {
  if (!collector.running) return t("collector.idle");
  const trigger = t(`trigger.${collector.trigger ?? "explicit"}`);
  return t("collector.running", { generation: number(collector.generation ?? 0), trigger });
}
