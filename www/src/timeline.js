// The bar at the bottom: where the cursor stands in the trace, and everything that moves it.

import { byId, disable, icon, make } from "./dom.js";
import { hasText, number, t } from "./i18n.js";
import { Marks } from "./marks.js";
import { Pauses } from "./pauses.js";
import { SPEEDS, UNITS } from "./settings.js";

/** @import { Engine } from "./engine.js" */
/** @import { Player } from "./player.js" */
/** @import { Unit } from "./types" */

/** Where five buttons side by side would have no room: a phone across, and one upright. As in timeline.css. */
const CRAMPED = matchMedia("(max-height: 480px) and (min-width: 561px), (max-width: 560px)");

export class Timeline {
  /**
   * @param {Engine} engine
   * @param {Player} player
   * @param {() => void} changed speed or unit was chosen anew
   */
  constructor(engine, player, changed) {
    this.engine = engine;
    this.player = player;
    this.changed = changed;
    this.scrubber = byId("scrubber", HTMLInputElement);
    this.play = byId("play", HTMLButtonElement);
    this.speed = byId("speed", HTMLSelectElement);
    this.position = byId("position");
    this.marks = new Marks(engine);
    this.scrubber.addEventListener("input", () => player.jump(Number(this.scrubber.value)));
    this.play.addEventListener("click", () => player.toggle());
    byId("go-first").addEventListener("click", () => player.jump(0));
    byId("go-last").addEventListener("click", () => player.jump(Infinity));
    byId("go-back").addEventListener("click", () => player.step(-1));
    byId("go-forward").addEventListener("click", () => player.step(1));
    this.speed.addEventListener("change", () => this.#choose({ speed: Number(this.speed.value) }));
    CRAMPED.addEventListener("change", () => this.#units());
    player.on("changed", () => this.#playButton());
    this.pauses = new Pauses(player, changed);
    this.translate();
  }

  /** @param {{ speed?: number, unit?: Unit }} choice */
  #choose(choice) {
    Object.assign(this.player, choice);
    this.changed();
  }

  translate() {
    this.speed.replaceChildren(
      ...SPEEDS.map((speed) => make("option", { value: speed, text: `${number(speed)}×`, selected: speed === this.player.speed })),
    );
    this.#units();
    this.pauses.translate();
    this.#playButton();
  }

  /** The choice of a step's unit: buttons side by side, or a list where there is no room for them. */
  #units() {
    byId("unit").replaceChildren(CRAMPED.matches ? this.#list() : this.#buttons());
  }

  #list() {
    const options = UNITS.map((unit) => make("option", { value: unit, text: t(`unit.${unit}`), selected: unit === this.player.unit }));
    const list = make("select", { "aria-label": t("timeline.unit") }, options);
    list.addEventListener("change", () => this.#choose({ unit: UNITS[list.selectedIndex] }));
    return list;
  }

  #buttons() {
    const button = (/** @type {Unit} */ unit) =>
      make("label", { title: hasText(`unit.${unit}.long`) && t(`unit.${unit}.long`) }, [
        make("input", { type: "radio", name: "unit", value: unit, checked: unit === this.player.unit, onchange: () => this.#choose({ unit }) }),
        make("span", { text: t(`unit.${unit}`) }),
      ]);
    return make("fieldset", { class: "segments" }, [make("legend", { class: "visually-hidden", text: t("timeline.unit") }), ...UNITS.map(button)]);
  }

  #playButton() {
    const { playing } = this.player;
    const label = t(playing ? "timeline.pause" : "timeline.play");
    this.play.setAttribute("aria-label", label);
    this.play.title = label;
    this.play.replaceChildren(icon(playing ? "pause" : "play"));
  }

  update() {
    const { fresh } = this.engine;
    // What nobody has begun has no places.
    const { position, length } = fresh ? { position: 0, length: 0 } : this.engine.status();
    this.scrubber.max = String(length);
    this.scrubber.value = String(position);
    this.scrubber.disabled = length === 0;
    this.scrubber.setAttribute("aria-valuetext", t("timeline.positionLong", { position, length }));
    this.scrubber.style.setProperty("--done", length > 0 ? String(position / length) : "0");
    this.position.textContent = t("timeline.position", { position, length });
    disable(this.play, length === 0 && !fresh);
    for (const id of ["go-first", "go-back"]) disable(byId(id), position === 0);
    for (const id of ["go-forward", "go-last"]) disable(byId(id), position >= length);
  }
}
