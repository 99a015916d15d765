// The program and its session: run, execute, undo, redo, seek. The only part of the page that changes a session's state.
//
// Invariants: the program text that was run, then the statements in order, each interrupted where it was, give the
// session's heap; so undo is running them again without the last one, and, where no statement is left, what a new program
// took the place of. The session lives in a worker: only one program
// runs there at a time, and until its trace is ready the one before it stays. A worker that does not answer while a
// program runs is ended, and another one runs the same program again as far as it had come.

import { Emitter } from "./emitter.js";
import { unlessBroken } from "./remote.js";

/** @import { Remote, RemoteEvents, RemoteSession } from "./remote.js" */
/** @import { Advanced, AdvanceRequest, Brief, Collection, Frame, GestureAnswer, GestureRequest, HistoryPoint, Move, Panels, Span, Statement, StepRequest } from "./types" */

/**
 * `ran`: a new trace or more of it stands ready, and ends at `end`.
 * `moving`: the cursor was told to move; the next picture that is asked for shows where. `moved`: it has moved.
 * `running`: a program takes longer than a moment; `steps` null: it is over, its trace is being taken in. Null: done.
 * `ready`: what was run has been made ready to its end; the picture may take up other room by now.
 * `renewed`: the session is another one, and has nothing to show yet.
 * @typedef {{
 *   ran: { end: number, byHand: boolean, fresh: boolean, cut: Cut },
 *   moving: null,
 *   moved: null,
 *   running: { steps: number | null } | null,
 *   ready: null,
 *   renewed: null,
 * }} EngineEvents
 */

/**
 * Whether the program had to be run again because it did not answer: interrupted where it had come to, or at its first step.
 * @typedef {"reached" | "lost" | null} Cut
 */
/** @typedef {{ spans: Span[], position: number, length: number, history: HistoryPoint[], collections: Collection[], nCollections: number }} Ran */
/**
 * Texts that are to be run.
 * @typedef {object} Wanted
 * @property {string | null} program the first of them, null where there is none
 * @property {Statement[]} texts the program and all statements, whether they have to be run again or not
 * @property {boolean} anew on a new heap; else the last text alone, after the others
 * @property {number | "begin" | "end" | "details"} stand where the cursor shall be
 * @property {number} detailsFrom the step before which the trace's details begin
 * @property {Statement[]} undone what redo brings back afterwards
 * @property {Replaced | null} [replaced] what undo brings back afterwards; else the same as before
 * @property {boolean} [byHand] drawn, not typed
 */
/**
 * Texts that are being run.
 * @typedef {Required<Omit<Wanted, "byHand">> & {
 *   at: number,
 *   steps: number | null,
 *   isLong: boolean,
 *   renewals: number,
 *   done: (ran: Ran | null) => void,
 *   over: Promise<Ran | null>,
 * }} Job which of them runs and how far it is, and for more than a moment; how often the worker had to be ended because of it
 */

/**
 * What a new program took the place of, such that it can be brought back: what was run, by which program, and where that
 * was an example what stood in the editor.
 * @typedef {Pick<Wanted, "program" | "texts" | "undone"> & { by: string, edited: string | null }} Replaced
 */

/** A program that takes no longer is over before anybody could read that it runs, in milliseconds. */
const MOMENT = 100;
/** How long whoever wants to run the next text waits for the one before it, in milliseconds. */
const SOON = 400;
/** A worker that is asked to stop answers within this, in milliseconds, or is ended. */
const PATIENCE = 1000;
/** How often a program is run again as far as it had come, before it is interrupted at its first step. */
const RENEWALS = 2;

/** @type {Statement} */
const NO_PROGRAM = { text: "", interrupts: [] };

/** @type {Panels} before the worker has answered for the first time */
const NOTHING = {
  status: {
    position: 0, length: 0, source: null, line: null, frame: null, function: null, caption: { key: "caption.ready", args: {} },
    failed: null, console: [], leftOut: 0, nDrawings: 0, isCut: false, bytes: 0, objects: 0, ownBytes: 0, ownObjects: 0, folded: [], hint: null, hasDetails: true, step: 0, tooLargeForGraph: false,
    collector: {
      running: false, generation: null, trigger: null, pass: null, passes: [], enabled: true, counts: [0, 0, 0],
      thresholds: [0, 0, 0], longLived: null, stats: [], collected: 0, uncollectable: 0, candidates: 0, moved: 0,
    },
  },
  untidy: false, types: null, moves: null, page: null, nDrawn: null, items: null, inspection: null, lifetime: null, rows: new Map(), reference: null,
};

/** @extends {Emitter<EngineEvents>} */
export class Engine extends Emitter {
  /** @param {(on: Omit<RemoteEvents, "fault">) => Remote} hire @param {string} python */
  constructor(hire, python) {
    super();
    this.hire = () =>
      hire({
        running: (session, text, steps) => this.#told(session, text, steps),
        ready: (session) => session === this.session && this.emit("ready", null),
      });
    this.remote = this.hire();
    this.python = python;
    /** @type {string | null} the program that was run, null while nothing was */
    this.program = null;
    /** @type {number[]} steps after which the program was interrupted */
    this.interrupts = [];
    /** @type {Statement[]} */
    this.statements = [];
    /** @type {Statement[]} what redo brings back, the next one last */
    this.undone = [];
    /** What undo brings back where no statement is left. @type {Replaced | null} */
    this.replaced = null;
    this.session = this.remote.open({ python });
    this.position = 0;
    this.length = 0;
    /** What the panels show. @type {Panels} */
    this.panels = NOTHING;
    /** @type {Move[]} where cards were put */
    this.moves = [];
    /** @type {HistoryPoint[]} the trace's totals, for the chart */
    this.history = [];
    /** @type {Collection[]} the first of its collections */
    this.collections = [];
    this.nCollections = 0;
    /** The step before which the trace's details begin. */
    this.detailsFrom = 0;
    /** @type {Job | null} */
    this.job = null;
    /** @type {number | null} where to go next; places passed meanwhile are left out */
    this.wanted = null;
    this.seeking = false;
  }

  /** An empty heap, for the beginning. */
  begin() {
    return this.restore({ program: null, statements: [], position: 0, detailsFrom: 0 });
  }

  /** Whether a program runs for more than a moment, and the page says so. */
  get running() {
    return this.job?.isLong ?? false;
  }

  get busy() {
    return this.job !== null;
  }

  /** Whether nothing was run or drawn yet, or an empty program. */
  get fresh() {
    return (this.program ?? "").trim() === "" && this.statements.length === 0;
  }

  /** What stands in that line of a text that ran: of the program, or of the nth statement after it. @param {number} source @param {number} line @param {string | null} [program] */
  lineOf(source, line, program = this.program) {
    const text = source === 0 ? program : this.statements[source - 1]?.text;
    return text?.split("\n")[line - 1]?.trim() ?? "";
  }

  /** What stands at the cursor, as of the last answer. */
  status() {
    return this.panels.status;
  }

  /** Takes in what the worker says of a position. @param {Frame} frame */
  show({ panels }) {
    if (!panels) return;
    const console = panels.status.console ?? this.panels.status.console;
    this.moves = panels.moves ?? this.moves;
    this.panels = { ...panels, status: { ...panels.status, console } };
  }

  /** What names the object at the cursor; null where there is none, undefined where that is not known yet. @param {number} object @returns {Brief | null | undefined} */
  row(object) {
    const known = this.panels.rows.get(object);
    if (known !== undefined) return known;
    const row = this.panels.page?.rows.find((each) => each.object === object);
    return row && { ...row, names: row.names.map(({ name }) => name) };
  }

  /** Cards stand where they were put in an earlier visit. @param {Move[]} moves */
  putMoves(moves) {
    this.moves = moves;
    this.session.tell("setMoves", moves);
  }

  /**
   * A new heap for a program, the cursor at its start. Whatever runs is given up; statements that were made by hand can be
   * brought back, and what was there before an example in any case.
   * @param {string} program @param {string | null} [edited] what stood in the editor before this example
   */
  run(program, edited = null) {
    const texts = [{ text: program, interrupts: [] }];
    return this.#run({ program, texts, anew: true, stand: "begin", undone: [], detailsFrom: 0, replaced: this.#replacedBy(program, edited) });
  }

  /** @param {string} by @param {string | null} edited @returns {Replaced | null} */
  #replacedBy(by, edited) {
    // What is given up before it has run took the place of something, too: that is what is missed.
    const unfinished = this.job?.replaced === this.replaced ? null : this.job?.replaced;
    if (unfinished && edited === null) return unfinished;
    if (edited === null && this.statements.length === 0) return this.replaced;
    if (unfinished?.by === edited) edited = unfinished.edited;
    return { program: this.program, texts: this.#texts(), undone: this.undone, by, edited };
  }

  /** The same program and statements, recorded in detail from the statement of that step on. @param {number} step */
  recordFrom(step) {
    const { program, undone } = this;
    return this.#run({ program, texts: this.#texts(), anew: true, stand: "details", undone, detailsFrom: step });
  }

  /** One more statement on the same heap, the cursor at its start. @param {string} text @param {boolean} byHand @param {boolean} again */
  async execute(text, byHand = false, again = false) {
    if (!(await this.free())) return;
    const texts = [...this.#texts(), { text, interrupts: [] }];
    const undone = again ? this.undone.slice(0, -1) : [];
    await this.#run({ program: this.program, texts, anew: false, stand: "begin", undone, detailsFrom: this.detailsFrom, byHand });
  }

  /**
   * Brings back a program, its statements and a position in them.
   * @param {{ program: Statement | null, statements: Statement[], position: number, detailsFrom: number }} what
   */
  restore({ program, statements, position, detailsFrom }) {
    const texts = [program ?? NO_PROGRAM, ...statements];
    return this.#run({ program: program?.text ?? null, texts, anew: true, stand: position, undone: [], detailsFrom });
  }

  /** Takes the last statement back; where there is none, the program that took the place of others. */
  async undo() {
    if (!(await this.free())) return;
    const last = this.statements.at(-1);
    if (last === undefined) return this.#bringBack();
    const texts = this.#texts().slice(0, -1);
    // The details may begin in what is taken back: what is left would have none.
    await this.#run({ program: this.program, texts, anew: true, stand: "end", undone: [...this.undone, last], detailsFrom: 0 });
  }

  async #bringBack() {
    if (!this.replaced) return;
    const { program, texts, undone } = this.replaced;
    await this.#run({ program, texts, undone, anew: true, stand: "end", detailsFrom: 0, replaced: null });
  }

  async redo() {
    if (!(await this.free())) return;
    const next = this.undone.at(-1);
    if (next !== undefined) await this.execute(next.text, true, true);
  }

  /** The same program and statements under another version of Python. @param {string} python */
  changePython(python) {
    const before = this.session;
    this.session = this.remote.open({ python });
    this.session.tell("adoptMoves", before.number);
    this.emit("renewed", null);
    before.tell("close");
    this.python = python;
    // What runs just now is what is meant. Another version may count other steps: what was interrupted is interrupted
    // there too, if at another place.
    const { program, texts, undone, replaced } = this.job ?? { program: this.program, texts: this.#texts(), undone: this.undone, replaced: this.replaced };
    return this.#run({ program, texts, anew: true, stand: "begin", undone, detailsFrom: 0, replaced });
  }

  /** Waits for what runs, if it takes but a moment. Whether nothing runs any more. */
  async free() {
    if (this.job) await Promise.race([this.job.over, new Promise((late) => setTimeout(late, SOON))]);
    return this.job === null;
  }

  /** As Ctrl-C: KeyboardInterrupt in the program; the second time nothing can catch it. */
  async stop() {
    const { job } = this;
    if (!job) return;
    const stopped = await this.#patiently(job, "stop");
    const text = stopped && job.texts[stopped.text + (job.anew ? 0 : job.texts.length - 1)];
    if (text) text.interrupts.push(stopped.steps);
  }

  /** At once: nothing moves on the way. Beyond the end is the end. @param {number} position */
  seek(position) {
    this.wanted = Math.max(0, position);
    if (!this.seeking) void this.#seek();
  }

  async #seek() {
    this.seeking = true;
    try {
      for (let next = this.wanted; next !== null; next = this.wanted) {
        // Where the next trace is about to stand ready, it is what is meant.
        if (this.job && !this.job.isLong) await this.free();
        next = this.wanted ?? next;
        this.wanted = null;
        this.#moved(await this.#move("seek", next));
      }
    } finally {
      this.seeking = false;
    }
  }

  /** @param {StepRequest} request @returns {Promise<Advanced>} */
  async step(request) {
    const advanced = await this.#move("step", request);
    this.#moved(advanced.position);
    return advanced;
  }

  /** @param {AdvanceRequest} request @returns {Promise<Advanced>} */
  async advance(request) {
    const advanced = await this.#move("advance", request);
    this.#moved(advanced.position);
    return advanced;
  }

  /** What a gesture means at the end, where it leads. @param {GestureRequest} request @returns {Promise<GestureAnswer>} */
  async gesture(request) {
    const { answer, position } = await this.#move("gesture", request);
    if (position !== this.position) this.#moved(position);
    return answer;
  }

  /** @param {string} op @param {unknown} what */
  #move(op, what) {
    const answer = this.session.ask(op, what);
    this.emit("moving", null);
    return answer;
  }

  /** @param {number} position */
  #moved(position) {
    this.position = position;
    this.emit("moved", null);
  }

  /** The program and the statements as they were run. @returns {Statement[]} */
  #texts() {
    return [{ text: this.program ?? "", interrupts: this.interrupts }, ...this.statements];
  }

  /** Runs texts, unless others take their place. Whether they came to their end. @param {Wanted} wanted */
  async #run({ byHand = false, replaced = this.replaced, ...wanted }) {
    const before = this.job;
    /** @type {(ran: Ran | null) => void} */
    let done = () => {};
    const over = /** @type {Promise<Ran | null>} */ (new Promise((resolve) => (done = resolve)));
    /** @type {Job} */
    const job = { ...wanted, replaced, texts: wanted.texts.map(copy), at: 0, steps: 0, isLong: false, renewals: 0, done, over };
    this.job = job;
    this.wanted = null;
    before?.done(null);
    setTimeout(() => this.#announce(Object.assign(job, { isLong: true })), MOMENT);
    if (before) void this.#patiently(job, "ping");
    this.#post(job);
    const ran = await over;
    if (job !== this.job || !ran) return false;
    this.#take(job, ran);
    this.job = null;
    this.emit("running", null);
    this.emit("ran", { end: this.length, byHand, fresh: job.anew, cut: cutOf(job) });
    this.emit("moved", null);
    return job.renewals === 0;
  }

  /** Asks the worker while it is at a program: one that does not answer is ended. @param {Job} job @param {"stop" | "ping"} op */
  async #patiently(job, op) {
    const { session } = this;
    const late = setTimeout(() => {
      const isDeaf = job === this.job && session === this.session && job.steps !== null;
      if (isDeaf) this.#renew(job, op === "stop");
    }, PATIENCE);
    try {
      return await session.ask(op);
    } catch (error) {
      unlessBroken(error);
      return null;
    } finally {
      clearTimeout(late);
    }
  }

  /** Another worker does the job, cut short where this one was stopped. @param {Job} job @param {boolean} isStopped */
  #renew(job, isStopped) {
    this.remote.end();
    this.remote = this.hire();
    this.session = this.remote.open({ python: this.python });
    this.session.tell("setMoves", this.moves);
    if (isStopped) cutShort(job);
    Object.assign(job, { anew: true, steps: 0 });
    this.emit("renewed", null);
    this.#post(job);
  }

  /** What was run is the program and the statements from here on. @param {Job} job @param {Ran} ran */
  #take({ program, texts, anew, undone, detailsFrom, replaced }, { spans, position, length, history, collections, nCollections }) {
    const offset = anew ? 0 : texts.length - 1;
    spans.forEach(({ interrupts }, i) => Object.assign(texts[offset + i] ?? {}, { interrupts }));
    const [{ interrupts } = NO_PROGRAM, ...statements] = texts;
    Object.assign(this, { program, interrupts, statements, undone, detailsFrom, replaced, position, length, history, collections, nCollections });
  }

  /** @param {Job} job */
  #post(job) {
    const { texts, anew, stand, detailsFrom } = job;
    const request = { texts: anew ? texts : texts.slice(-1), anew, stand, detailsFrom };
    job.at = anew ? 0 : texts.length - 1;
    this.session.ask("run", request).then((ran) => ran && job.done(ran), unlessBroken);
  }

  /** @param {Job} job */
  #announce(job) {
    if (job === this.job && job.isLong) this.emit("running", { steps: job.steps });
  }

  /** @param {RemoteSession} session @param {number} text @param {number | null} steps */
  #told(session, text, steps) {
    const { job } = this;
    if (!job || session !== this.session) return;
    Object.assign(job, { at: job.anew ? text : job.texts.length - 1, steps });
    this.#announce(job);
  }
}

/** @param {Statement} statement @returns {Statement} */
const copy = ({ text, interrupts }) => ({ text, interrupts: [...interrupts] });

/** @param {Job} job @returns {Cut} */
const cutOf = ({ renewals }) => (renewals > RENEWALS ? "lost" : renewals > 0 ? "reached" : null);

/** What did not answer is interrupted at the last step that is known of it; after that has failed, at its first one. @param {Job} job */
function cutShort(job) {
  job.renewals += 1;
  job.stand = "end";
  const [program, ...statements] = job.texts;
  if (job.renewals <= RENEWALS) job.texts[job.at]?.interrupts.push(job.steps ?? 0);
  else if (program) {
    job.texts = [{ text: program.text, interrupts: [0] }];
    job.detailsFrom = 0;
    job.undone = [...job.undone, ...statements.reverse()];
  }
}
