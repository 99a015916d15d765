// One session as the page deals with it: what it does when asked, and what the page shows at its position, in one answer.
//
// Invariant: an answer holds everything that is shown of one position, words and picture, so that they never differ.

import { Runner } from "./runner.js";
import { shown } from "./shown.js";
import { spareSpot } from "./spare.js";

/** @import { AdvanceRequest, Advanced, Bar, Box, ConsoleLine, Frame, GestureRequest, Hit, ItemRef, MarkKind, Prediction, Session, Statement, StepRequest, View, Wants } from "../types" */

/** How long steps may be taken for one answer, in milliseconds. */
const WORK = 8;
/** Points of the chart; collections that are listed. */
const POINTS = 2000;
const LISTED = 200;
/** Events that are played in one call: to come farther, what lies on the way is made ready first. */
const NEAR = 20_000;
/** What puts things elsewhere while the cursor stays. */
const MOVING = ["setArrangement", "leaveOut", "moveBy", "tidy", "setMoves", "run"];

export class Desk {
  /** @param {Session} session @param {ConstructorParameters<typeof Runner>[1]} tell */
  constructor(session, tell) {
    this.session = session;
    this.runner = new Runner(session, tell);
    this.canvas = new OffscreenCanvas(1, 1);
    /** @type {View | null} nothing is painted before the page has said how large */
    this.view = null;
    /** When the picture began to move, null where it will with the next frame; and how long it takes. */
    this.began = /** @type {number | null} */ (null);
    this.duration = 0;
    /** Cards stand elsewhere than the page knows. */
    this.hasMoved = true;
    /** The place that was found last for what is laid over the picture. @type {{ wanted: string, spot: { x: number, y: number } } | null} */
    this.spare = null;
    /** @type {ConsoleLine[] | null} the console as the page knows it */
    this.console = null;
    /** Until then the trace stands elsewhere than it shall: nothing is shown of it. @type {Promise<unknown>} */
    this.arriving = Promise.resolve();
  }

  close() {
    this.runner.giveUp();
    this.session.free();
  }

  /** @param {string} op @param {any[]} args @returns {any} */
  perform(op, args) {
    if (MOVING.includes(op)) this.spare = null;
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this))[op];
    if (typeof own === "function") return own.apply(this, args);
    const face = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this.session))[op];
    if (typeof face !== "function") throw new Error(`there is no ${op}`);
    return face(...args);
  }

  /**
   * Runs texts, and stands where that is wanted: by position, where the last text begins or ends, or where the details
   * begin. Those of a new heap begin before the statement of that step.
   * @param {{ texts: Statement[], anew: boolean, stand: number | "begin" | "end" | "details", detailsFrom?: number }} job
   */
  async run({ texts, anew, stand, detailsFrom = 0 }) {
    if (anew) this.session.setDetailsFrom(detailsFrom);
    const spans = await this.runner.run(texts, anew);
    if (!spans) return null;
    const place = this.#place(stand, spans.at(-1), detailsFrom);
    // What a statement begins after is ready already.
    if (stand !== "begin" && place > NEAR) {
      this.arriving = this.runner.ready;
      if (!(await this.arriving)) return null;
    }
    this.seek(place);
    const collections = this.session.collections();
    return {
      spans,
      position: this.session.position(),
      length: this.session.length(),
      history: this.session.history(POINTS),
      collections: collections.slice(0, LISTED),
      nCollections: collections.length,
    };
  }

  stop() {
    return this.runner.stop();
  }

  /** Messages are read. */
  ping() {
    return true;
  }

  /** At once: nothing moves on the way. @param {number} position */
  seek(position) {
    this.session.seek(position);
    this.duration = 0;
    return this.session.position();
  }

  /** From the picture before to the one after it, from the next frame on. @param {number} duration in milliseconds */
  animate(duration) {
    this.began = null;
    this.duration = this.view?.reducedMotion ? 0 : duration;
  }

  /** One step by hand. @param {StepRequest} request @returns {Advanced} */
  step({ unit, direction, predicts, move }) {
    const target = direction > 0 ? this.session.next(unit) : this.session.previous(unit);
    const prediction = predicts && direction > 0 ? this.#predictionBefore(target) : null;
    this.#go(prediction ? prediction.position : target, move);
    return this.#advanced(0, { prediction });
  }

  /** As many steps of playing as are due. @param {AdvanceRequest} request @returns {Advanced} */
  advance({ unit, until, pauseAt, predicts, behind, move, rest, still }) {
    const began = performance.now();
    let spent = 0;
    do {
      const [position, end] = [this.session.position(), Math.min(until, this.session.length())];
      if (position >= end) return this.#advanced(spent, { ended: true });
      const next = this.session.next(unit);
      // Where no stop is left the rest is played in one.
      const target = next > position ? Math.min(next, end) : end;
      const prediction = predicts ? this.#predictionBefore(target) : null;
      if (prediction) {
        this.#go(prediction.position, move);
        return this.#advanced(spent, { prediction });
      }
      const mark = pauseAt.length > 0 ? this.session.nextMark(pauseAt) : null;
      const pauses = mark !== null && mark.position <= target;
      spent += this.#go(pauses ? mark.position : target, move) ? rest : still;
      if (pauses) return this.#advanced(spent, { mark: mark.kind });
    } while (spent <= behind && performance.now() - began < WORK);
    return this.#advanced(spent, {});
  }

  /** @param {number} target @returns {Prediction | null} */
  #predictionBefore(target) {
    const next = this.session.prediction();
    return next && next.position <= target ? next : null;
  }

  /** Whether anything moves on the way. @param {number} target @param {number} move how long it may */
  #go(target, move) {
    this.seek(target);
    const moves = this.session.needsAnimation();
    if (moves) this.animate(move);
    return moves;
  }

  /** @param {number} spent @param {{ prediction?: Prediction | null, mark?: MarkKind, ended?: boolean }} what @returns {Advanced} */
  #advanced(spent, { prediction = null, mark, ended = false }) {
    return { position: this.session.position(), spent, prediction, mark: mark ?? null, ended };
  }

  /** A statement acts on the heap as it is at the end. @param {GestureRequest} request */
  gesture(request) {
    const length = this.session.length();
    if (this.session.position() < length) this.seek(length);
    return { answer: this.session.gesture(request), position: length };
  }

  /** What the pointer is over, which is lit from here on. @param {number} x @param {number} y @returns {Hit} */
  point(x, y) {
    const hit = this.session.hit(x, y);
    this.session.setHover(item(hit));
    return hit;
  }

  /** A reference is being drawn from there to here. @param {ItemRef} from @param {number} x @param {number} y */
  draw(from, x, y) {
    this.session.setRubberBand({ from, x, y });
    this.point(x, y);
  }

  /** What was drawn ends here. @param {number} x @param {number} y @returns {Hit} */
  drop(x, y) {
    this.session.setRubberBand(null);
    this.session.setHover(null);
    return this.session.hit(x, y);
  }

  /** A card goes along with the hand. @param {number} object @param {number} dx @param {number} dy */
  moveBy(object, dx, dy) {
    this.hasMoved = true;
    this.session.moveBy(object, dx, dy);
  }

  tidy() {
    this.hasMoved = true;
    this.session.tidy();
  }

  /** Where cards were put; null where the page knows. */
  takeMoves() {
    const moves = this.hasMoved ? this.session.moves() : null;
    this.hasMoved = false;
    return moves;
  }

  /** @param {View} view */
  setView(view) {
    this.view = view;
    this.canvas.width = Math.round(view.width * view.ratio);
    this.canvas.height = Math.round(view.height * view.ratio);
    this.session.setView(view);
  }

  /**
   * The position where that stand is, after the last text ran.
   * @param {number | "begin" | "end" | "details"} stand @param {{ first: number, end: number } | undefined} last @param {number} detailsFrom
   */
  #place(stand, last, detailsFrom) {
    if (typeof stand === "number") return stand;
    if (stand === "details") return this.session.positionOfStep(detailsFrom);
    return (stand === "begin" ? last?.first : last?.end) ?? 0;
  }

  /** The picture of this moment, and, where panels are wanted, what they show. @param {Wants} wants @returns {Promise<Frame>} */
  async show(wants) {
    await this.arriving;
    const progress = this.#progress();
    const bitmap = this.#paint(progress);
    const selected = wants.selected ? this.session.boxOf(wants.selected) : null;
    const spare = selected && wants.bar ? this.#spare(selected, wants.bar) : null;
    return { bitmap, progress, selected, spare, panels: wants.panels ? shown(this, wants.panels) : null };
  }

  /** Where the bar covers nothing: found anew when anything may stand elsewhere. @param {Box} box @param {Bar} bar */
  #spare(box, bar) {
    const wanted = JSON.stringify([box, bar, this.session.position(), this.session.view(), this.view]);
    if (this.spare?.wanted === wanted) return this.spare.spot;
    const isFree = (/** @type {number} */ x, /** @type {number} */ y) => this.session.hit(x, y).kind === "empty";
    const spot = spareSpot(isFree, this.view ?? this.canvas, box, bar);
    this.spare = { wanted, spot };
    return spot;
  }

  #progress() {
    if (this.duration <= 0) return 1;
    const now = performance.now();
    this.began ??= now;
    const progress = Math.min(1, (now - this.began) / this.duration);
    if (progress === 1) this.duration = 0;
    return progress;
  }

  /** @param {number} progress */
  #paint(progress) {
    if (!this.view) return null;
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("this browser draws on no canvas outside of the page");
    this.session.paint(context, progress);
    return this.canvas.transferToImageBitmap();
  }
}

/** @param {Hit} hit @returns {ItemRef | null} */
function item(hit) {
  if (hit.kind === "empty") return null;
  const { handle, ...rest } = hit;
  return /** @type {ItemRef} */ (rest);
}
