// Plays the trace: step after step, each shown for a while that the speed sets.
//
// Invariant: at most one step is on its way. Whoever seeks meanwhile cuts it short; the cursor is always where the page
// says it is, only the picture may still be moving there.

import { Emitter } from "./emitter.js";

/** @import { Engine } from "./engine.js" */
/** @import { Advanced, MarkKind, Prediction, Unit } from "./types" */

/** How long a step moves and then rests at speed 1, in milliseconds, and how long one is shown in which nothing moves. */
const MOVE = 420;
const REST = 260;
const STILL = 70;
/** How much playing may fall behind and still catch up. */
const LATE = 100;
/** Statements drawn by hand are wanted now, not told at length. */
const BY_HAND = 3;

/**
 * `changed`: it plays or pauses. `stopped`: it paused by itself at such a mark. `nowhere`: a step led nowhere.
 * @typedef {{ changed: { playing: boolean }, stopped: { at: MarkKind }, nowhere: { unit: Unit } }} PlayerEvents
 */

/** @extends {Emitter<PlayerEvents>} */
export class Player extends Emitter {
  /** @param {Engine} engine */
  constructor(engine) {
    super();
    this.engine = engine;
    this.playing = false;
    this.speed = 1;
    /** @type {Unit} */
    this.unit = "event";
    /** Marks at which playing pauses. @type {Set<MarkKind>} */
    this.pauseAt = new Set();
    /** Whether steps end before what the reader shall predict. */
    this.predicts = () => false;
    /** Called where one ended so. @type {(prediction: Prediction) => void} */
    this.ask = () => {};
    /** Runs what stands in the editor, where nothing was run yet. */
    this.begin = () => {};
    /** Where playing stops, if before the end. */
    this.until = Infinity;
    this.haste = 1;
    this.due = 0;
    this.frame = 0;
    /** Steps are being taken. */
    this.advancing = false;
    /** How often playing was begun: what an earlier one was still waiting for no longer counts. */
    this.turn = 0;
  }

  /** @param {{ until?: number, byHand?: boolean }} [how] */
  play({ until = Infinity, byHand = false } = {}) {
    if (!byHand && this.engine.position >= this.engine.length) this.engine.seek(0);
    this.until = until;
    this.haste = byHand ? BY_HAND : 1;
    this.due = performance.now();
    if (this.playing) return;
    this.playing = true;
    this.turn += 1;
    this.advancing = false;
    this.emit("changed", { playing: true });
    this.frame = requestAnimationFrame((now) => this.#tick(now));
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.emit("changed", { playing: false });
  }

  toggle() {
    if (this.playing) this.pause();
    else if (this.engine.fresh && !this.engine.busy) this.begin();
    else this.play();
  }

  /** One step by the chosen unit, by hand. @param {1 | -1} direction */
  async step(direction) {
    this.pause();
    const { unit, speed } = this;
    const before = this.engine.position;
    const { prediction, position } = await this.engine.step({ unit, direction, predicts: this.predicts(), move: MOVE / Math.max(1, speed) });
    if (position === before) this.emit("nowhere", { unit });
    if (prediction) this.ask(prediction);
  }

  /** @param {number} position */
  jump(position) {
    this.pause();
    this.engine.seek(position);
  }

  /** @param {number} now */
  #tick(now) {
    if (!this.playing) return;
    // At high speeds several steps fall into one frame; a slow one is not caught up with for ever.
    this.due = Math.max(this.due, now - LATE);
    if (now >= this.due && !this.advancing) void this.#advance(now - this.due);
    this.frame = requestAnimationFrame((next) => this.#tick(next));
  }

  /** As many steps as are due. @param {number} behind */
  async #advance(behind) {
    const { turn, unit, until } = this;
    this.advancing = true;
    const one = (/** @type {number} */ milliseconds) => milliseconds / (this.speed * this.haste);
    const told = this.haste === 1;
    const advanced = await this.engine.advance({
      unit,
      until: Number.isFinite(until) ? until : Number.MAX_SAFE_INTEGER,
      pauseAt: told ? [...this.pauseAt] : [],
      predicts: told && this.predicts(),
      behind,
      move: one(MOVE),
      rest: one(MOVE + REST),
      still: one(STILL),
    });
    if (turn !== this.turn) return;
    this.advancing = false;
    this.due += advanced.spent;
    // More was run meanwhile: that end is none any more.
    const ended = advanced.ended && until === this.until;
    if (this.playing) this.#arrived({ ...advanced, ended });
  }

  /** @param {Advanced} advanced */
  #arrived({ prediction, mark, ended }) {
    if (!ended && !prediction && !mark) return;
    this.pause();
    if (prediction) this.ask(prediction);
    if (mark) this.emit("stopped", { at: mark });
  }
}
