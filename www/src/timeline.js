// The bar at the bottom: where the cursor stands in the trace, and everything that moves it.

import { byId, disable, icon, make } from "./dom.js";
import { hasText, number, t } from "./i18n.js";
import { Marks } from "./marks.js";
import { Pauses } from "./pauses.js";
import { SPEEDS, UNITS } from "./settings.js";

/** @import { Engine } from "./engine.js" */
/** @import { Player } from "./player.js" */
/** @import { Unit } from "./types" */

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
    /** In the place of the unit's buttons where there is no room for them. */
    this.unit = byId("unit-choice", HTMLSelectElement);
    this.position = byId("position");
    this.marks = new Marks(engine);
    this.scrubber.addEventListener("input", () => player.jump(Number(this.scrubber.value)));
    this.play.addEventListener("click", () => player.toggle());
    byId("go-first").addEventListener("click", () => player.jump(0));
    byId("go-last").addEventListener("click", () => player.jump(Infinity));
    byId("go-back").addEventListener("click", () => player.step(-1));
    byId("go-forward").addEventListener("click", () => player.step(1));
    this.speed.addEventListener("change", () => this.#choose({ speed: Number(this.speed.value) }));
    this.unit.addEventListener("change", () => this.#chooseUnit(UNITS[this.unit.selectedIndex]));
    player.on("changed", () => this.#playButton());
    this.pauses = new Pauses(player, changed);
    this.translate();
  }

  /** @param {{ speed?: number, unit?: Unit }} choice */
  #choose(choice) {
    Object.assign(this.player, choice);
    this.changed();
  }

  /** @param {Unit | undefined} unit */
  #chooseUnit(unit) {
    if (!unit) return;
    this.unit.value = unit;
    for (const button of byId("unit").querySelectorAll("input")) button.checked = button.value === unit;
    this.#choose({ unit });
  }

  translate() {
    const chosen = (/** @type {Unit} */ unit) => unit === this.player.unit;
    this.unit.replaceChildren(...UNITS.map((unit) => make("option", { value: unit, text: t(`unit.${unit}`), selected: chosen(unit) })));
    this.speed.replaceChildren(
      ...SPEEDS.map((speed) => make("option", { value: speed, text: `${number(speed)}×`, selected: speed === this.player.speed })),
    );
    for (const label of byId("unit").querySelectorAll("label")) label.remove();
    byId("unit").append(
      ...UNITS.map((unit) =>
        make("label", { title: hasText(`unit.${unit}.long`) && t(`unit.${unit}.long`) }, [
          make("input", {
            type: "radio",
            name: "unit",
            value: unit,
            checked: chosen(unit),
            onchange: () => this.#chooseUnit(unit),
          }),
          make("span", { text: t(`unit.${unit}`) }),
        ]),
      ),
    );
    this.pauses.translate();
    this.#playButton();
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
