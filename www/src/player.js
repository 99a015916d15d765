// Plays the trace: step after step, each shown for a while that the speed sets.
//
// Invariant: at most one step is on its way. Whoever seeks meanwhile cuts it short; the cursor is always where the page
// says it is, only the picture may still be moving there.

import { Emitter } from "./emitter.js";

/** @import { Engine } from "./engine.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Unit } from "./types" */

/** How long a step moves and then rests at speed 1, in milliseconds, and how long one is shown in which nothing moves. */
const MOVE = 420;
const REST = 260;
const STILL = 70;
/** How much playing may fall behind and still catch up. */
const LATE = 100;
/** How much of a frame, in milliseconds, steps may take. */
const WORK = 8;
/** Statements drawn by hand are wanted now, not told at length. */
const BY_HAND = 3;

/** @extends {Emitter<{ changed: { playing: boolean } }>} */
export class Player extends Emitter {
  /** @param {Engine} engine @param {Picture} picture */
  constructor(engine, picture) {
    super();
    this.engine = engine;
    this.picture = picture;
    this.playing = false;
    this.speed = 1;
    /** @type {Unit} */
    this.unit = "event";
    /** Where playing stops, if before the end. */
    this.until = Infinity;
    this.haste = 1;
    this.due = 0;
    this.frame = 0;
  }

  /** @param {{ until?: number, byHand?: boolean }} [how] */
  play({ until = Infinity, byHand = false } = {}) {
    if (!byHand && this.engine.position >= this.engine.length) this.engine.seek(0, true);
    this.until = until;
    this.haste = byHand ? BY_HAND : 1;
    this.due = performance.now();
    if (this.playing) return;
    this.playing = true;
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
    else this.play();
  }

  /** One step by the chosen unit, by hand. @param {1 | -1} direction */
  step(direction) {
    this.pause();
    this.#go(this.engine.target(this.unit, direction));
  }

  /** @param {number} position */
  jump(position) {
    this.pause();
    this.engine.seek(position, true);
  }

  /** @param {number} now */
  #tick(now) {
    if (!this.playing) return;
    // At high speeds several steps fall into one frame; a slow one is not caught up with for ever.
    this.due = Math.max(this.due, now - LATE);
    const began = performance.now();
    while (now >= this.due && performance.now() - began < WORK) {
      if (!this.#advance()) {
        this.pause();
        return;
      }
    }
    this.frame = requestAnimationFrame((next) => this.#tick(next));
  }

  /** One step of playing; false when there is none left. */
  #advance() {
    const { position, length } = this.engine;
    const end = Math.min(this.until, length);
    if (position >= end) return false;
    const target = this.engine.target(this.unit, 1);
    const moves = this.#go(Math.min(Math.max(target, position + 1), end));
    this.due += this.#pace(moves ? MOVE + REST : STILL);
    return true;
  }

  /** @param {number} milliseconds */
  #pace(milliseconds) {
    return milliseconds / (this.speed * this.haste);
  }

  /** Whether anything moves on the way. @param {number} target */
  #go(target) {
    this.engine.seek(target, false);
    const moves = this.engine.session.needsAnimation();
    if (moves) this.picture.animate(this.playing ? this.#pace(MOVE) : MOVE / Math.max(1, this.speed));
    else this.picture.settle();
    return moves;
  }
}
