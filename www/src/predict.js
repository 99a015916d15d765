// Predict, then reveal: playing stops before each `del` and each collection; the reader marks what will die, and then
// sees what was right.
//
// Invariant: while a question stands the cursor stays where it was asked; leaving the place withdraws the question.

import { title } from "./describe.js";
import { byId, make } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Player } from "./player.js" */
/** @import { Guess, Prediction } from "./types" */

/** Beyond so many objects the others are not named. */
const NAMED = 4;

export class Predict {
  /** @param {Engine} engine @param {Player} player @param {Picture} picture @param {Gestures} gestures @param {boolean} on @param {(on: boolean) => void} changed @param {() => Promise<void>} seen kept when the panels show where the cursor stands */
  constructor(engine, player, picture, gestures, on, changed, seen) {
    this.engine = engine;
    this.player = player;
    this.picture = picture;
    this.on = on;
    this.changed = changed;
    this.seen = seen;
    this.button = byId("predict");
    this.bar = byId("predict-bar");
    this.text = byId("predict-text");
    this.keys = byId("predict-keys");
    /** @type {Prediction | null} */
    this.asked = null;
    /** @type {Set<number>} what the reader says will die */
    this.said = new Set();
    this.revealed = false;
    /** Called with whether the reader is asked, and has not seen the answer. @type {(isOpen: boolean) => void} */
    this.opened = () => {};
    player.predicts = () => this.on;
    player.ask = (prediction) => void this.#ask(prediction);
    gestures.instead = (object) => this.#toggle(object);
    engine.on("moved", () => this.asked && engine.position !== this.asked.position && this.#withdraw());
    this.button.addEventListener("click", () => this.#switch());
    this.translate();
  }

  translate() {
    this.button.querySelector("span")?.replaceChildren(t("predict.name"));
    // On a low screen the sign stands alone.
    this.button.setAttribute("aria-label", t("predict.name"));
    this.button.title = t("predict.switch");
    this.button.setAttribute("aria-pressed", String(this.on));
    this.button.classList.toggle("lit", this.on);
    this.#show();
  }

  #switch() {
    this.on = !this.on;
    this.changed(this.on);
    if (!this.on) this.#withdraw();
    this.translate();
  }

  /** Objects that are named. */
  get named() {
    return this.asked ? [...[...this.said].slice(0, NAMED), ...this.asked.dies.slice(0, NAMED + this.said.size)] : [];
  }

  /** @param {Prediction} prediction */
  async #ask(prediction) {
    this.asked = prediction;
    this.said.clear();
    this.revealed = false;
    // What is asked about is seen first.
    await this.seen();
    if (this.asked !== prediction) return;
    this.#show();
    this.picture.canvas.focus({ preventScroll: true });
  }

  #withdraw() {
    this.asked = null;
    this.said.clear();
    this.#show();
  }

  /** A card was picked: while a question stands, that is part of the answer. @param {number} object */
  #toggle(object) {
    if (!this.asked || this.revealed) return false;
    if (!this.said.delete(object)) this.said.add(object);
    this.#show();
    return true;
  }

  #reveal() {
    this.revealed = true;
    this.#show();
    this.keys.querySelector("button")?.focus();
  }

  #watch() {
    this.#withdraw();
    this.player.play();
  }

  #show() {
    this.bar.hidden = this.asked === null;
    document.body.dataset.asked = String(this.asked !== null);
    this.opened(this.asked !== null && !this.revealed);
    this.engine.session.tell("setGuesses", this.#guesses());
    void this.picture.request();
    if (!this.asked) return;
    const verdict = this.revealed;
    this.text.textContent = verdict ? this.#verdict() : this.#question();
    this.bar.dataset.revealed = String(verdict);
    const key = (/** @type {string} */ text, /** @type {() => void} */ act) =>
      make("button", { type: "button", class: "button primary", text, onclick: act });
    const wanted = verdict ? "watch" : "reveal";
    if (this.keys.dataset.key === wanted + document.documentElement.lang) return;
    this.keys.dataset.key = wanted + document.documentElement.lang;
    this.keys.replaceChildren(verdict ? key(t("predict.watch"), () => this.#watch()) : key(t("predict.reveal"), () => this.#reveal()));
  }

  /** @returns {{ object: number, guess: Guess }[]} */
  #guesses() {
    if (!this.asked) return [];
    const said = [...this.said];
    if (!this.revealed) return said.map((object) => ({ object, guess: "dies" }));
    const { dies } = this.asked;
    const missed = dies.filter((object) => !this.said.has(object));
    return [
      ...said.map((object) => ({ object, guess: /** @type {Guess} */ (dies.includes(object) ? "right" : "wrong") })),
      ...missed.map((object) => ({ object, guess: /** @type {Guess} */ ("missed") })),
    ];
  }

  #question() {
    const { kind } = this.asked ?? { kind: "del" };
    const marked = this.said.size > 0 ? t("predict.marked", { objects: this.#titles([...this.said]) }) : t("predict.howTo");
    return `${t(kind === "del" ? "predict.del" : "predict.collection")} ${marked}`;
  }

  #verdict() {
    const all = this.#guesses();
    const of = (/** @type {Guess} */ guess) => all.filter((each) => each.guess === guess).map((each) => each.object);
    const [right, wrong, missed] = [of("right"), of("wrong"), of("missed")];
    if (all.length === 0) return t("predict.nothing");
    const parts = [];
    if (right.length > 0) parts.push(t("predict.right", { objects: this.#titles(right) }));
    if (missed.length > 0) parts.push(t("predict.missed", { objects: this.#titles(missed) }));
    if (wrong.length > 0) parts.push(t("predict.wrong", { objects: this.#titles(wrong) }));
    if (right.length + missed.length === 0) return [t("predict.noneDies"), ...parts].join(" ");
    const lead = wrong.length + missed.length === 0 ? t("predict.allRight") : t("predict.score", { right: right.length, n: right.length + missed.length });
    return [lead, ...parts].join(" ");
  }

  /** @param {number[]} objects */
  #titles(objects) {
    const titles = objects.slice(0, NAMED).map((object) => {
      const row = this.engine.row(object);
      return row ? title(row) : "?";
    });
    return titles.join(t("predict.and")) + (objects.length > NAMED ? "…" : "");
  }
}
