// The program and its session: run, execute, undo, redo, seek. The only part of the page that changes a session's state.
//
// Invariant: the program text that was run, then the statements in order, give the session's heap. So undo is running
// them again without the last one.

import { Emitter } from "./emitter.js";

/** @import { GestureRequest, Module, Row, RunSummary, Session, Status, Unit } from "./types" */

/**
 * `ran`: a new trace or more of it stands ready, from `first` on; the cursor stands at `first`.
 * `moved`: the cursor moved.
 * @typedef {{
 *   ran: { first: number, end: number, byHand: boolean, fresh: boolean },
 *   moved: { jump: boolean },
 * }} EngineEvents
 */

/** @extends {Emitter<EngineEvents>} */
export class Engine extends Emitter {
  /** @param {Module} module @param {string} python */
  constructor(module, python) {
    super();
    this.module = module;
    this.python = python;
    /** @type {string | null} the program that was run, null while nothing was */
    this.program = null;
    /** @type {string[]} */
    this.statements = [];
    /** @type {string[]} what redo brings back, the next one last */
    this.undone = [];
    /** @type {Session} */
    this.session = module.open({ python });
    /** @type {Status | null} */
    this.known = null;
    /** @type {Row[] | null} */
    this.rows = null;
    this.session.run("");
  }

  /** Whether nothing was run or drawn yet, or an empty program. */
  get fresh() {
    return (this.program ?? "").trim() === "" && this.statements.length === 0;
  }

  get length() {
    return this.session.length();
  }

  get position() {
    return this.session.position();
  }

  /** What stands at the cursor; asked of the module once per position. @returns {Status} */
  status() {
    this.known ??= this.session.status();
    return this.known;
  }

  /** The objects at the cursor, one row each. @returns {Row[]} */
  table() {
    this.rows ??= this.session.table();
    return this.rows;
  }

  /** A new heap for a program, the cursor at its start. @param {string} program */
  run(program) {
    this.#replay(program, []);
    this.undone = [];
    this.#started({ first: 0, end: this.length, byHand: false, fresh: true });
  }

  /** One more statement on the same heap, the cursor at its start. @param {string} statement @param {boolean} byHand */
  execute(statement, byHand = false) {
    this.statements.push(statement);
    this.undone = [];
    const ran = this.#execute(statement);
    this.#started({ first: ran.firstEvent, end: ran.endEvent, byHand, fresh: false });
  }

  /** Brings back a program, its statements and a position in them. @param {string | null} program @param {string[]} statements @param {number} position */
  restore(program, statements, position) {
    this.#replay(program, statements);
    this.#started({ first: Math.min(position, this.length), end: this.length, byHand: false, fresh: true });
  }

  undo() {
    const last = this.statements.at(-1);
    if (last === undefined) return;
    const undone = [...this.undone, last];
    this.#replay(this.program, this.statements.slice(0, -1));
    this.undone = undone;
    this.seek(this.length, true);
  }

  redo() {
    const next = this.undone.at(-1);
    if (next === undefined) return;
    const undone = this.undone.slice(0, -1);
    this.execute(next, true);
    this.undone = undone;
  }

  /** The same program and statements under another version of Python. @param {string} python */
  changePython(python) {
    const session = this.module.open({ python });
    this.session.free();
    this.session = session;
    this.python = python;
    this.#replay(this.program, this.statements);
    this.#started({ first: 0, end: this.length, byHand: false, fresh: true });
  }

  /** @param {number} position @param {boolean} jump nothing moves on the way */
  seek(position, jump) {
    const target = Math.max(0, Math.min(position, this.length));
    this.session.seek(target);
    this.#forget();
    this.emit("moved", { jump });
  }

  /** Where the next or previous step of that unit ends. @param {Unit} unit @param {1 | -1} direction */
  target(unit, direction) {
    return direction > 0 ? this.session.next(unit) : this.session.previous(unit);
  }

  /** @param {GestureRequest} request */
  gesture(request) {
    return this.session.gesture(request);
  }

  /** @param {string | null} program @param {string[]} statements */
  #replay(program, statements) {
    this.session.run(program ?? "");
    this.program = program;
    this.statements = [];
    for (const statement of statements) {
      this.statements.push(statement);
      this.#execute(statement);
    }
    this.#forget();
  }

  /** @param {string} statement @returns {RunSummary} */
  #execute(statement) {
    const summary = this.session.execute(statement);
    this.#forget();
    return summary;
  }

  /** @param {EngineEvents["ran"]} ran */
  #started(ran) {
    this.session.seek(ran.first);
    this.#forget();
    this.emit("ran", ran);
    this.emit("moved", { jump: true });
  }

  #forget() {
    this.known = null;
    this.rows = null;
  }
}
