// Runs programs in slices, between which messages are read.
//
// Invariants: only one text runs at a time, and a later one makes an earlier one give up; how far it is is told from
// inside of native calls, too, which no slice ends. A statement begins when what was run before it has been made ready: what
// is left of that would be made ready in one call.

import { Broken } from "./module.js";

/** @import { Session, Span, Statement } from "../types" */

/** How long the worker may be deaf, in milliseconds, and how much of that one call may take. */
const SLICE = 12;
const CALL = 3;
/** Steps or events per call at most: what comes next may cost more than what went before. */
const FASTEST = 20_000;
/** Between two words on how far it is, in milliseconds; the first steps are told one by one. */
const TELL = 50;
const EXACT = 200;

export class Runner {
  /**
   * @param {Session} session
   * @param {object} tell
   * @param {(text: number, steps: number | null) => void} tell.running which text runs, and its steps; null: a trace is being taken in
   * @param {() => void} tell.ready all that was run has been made ready: the picture may take up other room
   */
  constructor(session, tell) {
    this.session = session;
    this.tell = tell;
    /** Which run is under way. */
    this.turn = 0;
    /** Steps or events per call, as the machine is quick. */
    this.pace = 500;
    this.text = 0;
    this.told = 0;
    /** @type {number[]} steps after which the text that runs is interrupted */
    this.interrupts = [];
    /** Whether a text is about to begin. */
    this.isWaiting = false;
    /** Whether all is made ready that was run, as far as it was not given up. @type {Promise<boolean>} */
    this.ready = Promise.resolve(true);
    session.reportSteps((steps) => this.#tell(steps));
  }

  /**
   * Runs one text after the other; the first of them on a new heap where that is wanted. Null where it was given up.
   * @param {Statement[]} texts @param {boolean} anew @returns {Promise<Span[] | null>}
   */
  async run(texts, anew) {
    this.turn += 1;
    this.isWaiting = false;
    const { turn } = this;
    /** @type {Span[]} */
    const spans = [];
    for (const [index, text] of texts.entries()) {
      const ran = await this.#text(turn, index, text, anew && index === 0);
      if (!ran) return null;
      spans.push({ first: ran.firstEvent, end: ran.endEvent, interrupts: this.interrupts });
    }
    this.ready = this.#playAhead(turn);
    void this.ready.then((isReady) => isReady && this.tell.ready());
    return spans;
  }

  /** What the reader has not come to yet is made ready between two messages. Whether it was not given up. @param {number} turn */
  async #playAhead(turn) {
    try {
      do {
        await breathe();
        if (turn !== this.turn) return false;
      } while (!this.#paced((n) => this.session.playAhead(n)));
      return true;
    } catch (error) {
      // Whoever watches over the module has told of it.
      if (!(error instanceof Broken)) throw error;
      return false;
    }
  }

  /** As Ctrl-C. After how many steps that is; null where no program runs. */
  stop() {
    const steps = this.isWaiting ? 0 : (this.session.stepsRun() ?? null);
    if (steps === null) return null;
    this.interrupts.push(steps);
    if (!this.isWaiting) this.session.interruptAfter(steps);
    return { text: this.text, steps };
  }

  giveUp() {
    this.turn += 1;
  }

  /** @param {number} turn @param {number} index @param {Statement} statement @param {boolean} anew */
  async #text(turn, index, { text, interrupts }, anew) {
    const { session } = this;
    this.text = index;
    this.interrupts = [...interrupts];
    this.told = 0;
    if (!anew && !(await this.#before(turn))) return null;
    if (anew) session.begin(text);
    else session.beginStatement(text);
    for (const steps of this.interrupts) session.interruptAfter(steps);
    for (;;) {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        const ran = this.#paced((n) => session.proceed(n));
        if (ran) return ran;
      }
      this.#tell(session.stepsRun() ?? null);
      await breathe();
      if (turn !== this.turn) return null;
    }
  }

  /** Waits until a statement may begin. Whether it is still wanted then. @param {number} turn */
  async #before(turn) {
    this.isWaiting = true;
    this.#tell(null);
    if (!(await this.#playAhead(turn))) return false;
    this.isWaiting = false;
    this.tell.running(this.text, 0);
    return true;
  }

  /** One call, no longer than it may take as far as the ones before it tell. @template T @param {(n: number) => T} call @returns {T} */
  #paced(call) {
    const began = performance.now();
    const result = call(this.pace);
    const took = performance.now() - began;
    if (took > CALL) this.pace = Math.max(50, this.pace / 2);
    else if (took < CALL / 3) this.pace = Math.min(FASTEST, this.pace * 1.5);
    return result;
  }

  /** @param {number | null} steps */
  #tell(steps) {
    const now = performance.now();
    if ((steps === null || steps > EXACT) && now - this.told < TELL) return;
    this.told = now;
    this.tell.running(this.text, steps);
  }
}

/** Lets messages in. Timers would be held back; a message is not. */
function breathe() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
