// The console: what was printed up to the cursor, and a prompt for one more statement.

import { byId, make } from "./dom.js";

/** @import { Engine } from "./engine.js" */
/** @import { ConsoleLine } from "./types" */

/** Beyond so many pieces the oldest are not shown: the page stays quick whatever a program prints. */
const SHOWN = 2000;
const INDENT = "    ";

export class Console {
  /** @param {Engine} engine @param {(statement: string) => void} execute */
  constructor(engine, execute) {
    this.engine = engine;
    this.execute = execute;
    this.log = byId("console-log");
    this.input = byId("console-input", HTMLInputElement);
    this.mark = byId("console-mark").querySelector("span") ?? byId("console-mark");
    this.body = byId("console-body");
    /** @type {string[]} lines of a statement that is not complete yet */
    this.pending = [];
    /** @type {string[]} */
    this.history = [];
    /** How far back in the history the input shows; 0 is the line being typed. */
    this.back = 0;
    this.draft = "";
    /** @type {ConsoleLine[]} what the log shows */
    this.shown = [];
    byId("console-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter(this.input.value);
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.body.addEventListener("click", () => {
      if (getSelection()?.isCollapsed !== false) this.input.focus({ preventScroll: true });
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      this.#recall(event.key === "ArrowUp" ? 1 : -1);
    } else if (event.key === "Tab" && !event.shiftKey && this.pending.length > 0 && this.input.value.trim() === "") {
      event.preventDefault();
      this.input.value += INDENT;
    } else if (event.key === "Escape" || (event.key === "c" && event.ctrlKey && this.input.selectionStart === this.input.selectionEnd)) {
      this.#setPending([]);
      this.input.value = "";
    }
  }

  /** @param {1 | -1} direction */
  #recall(direction) {
    if (this.back === 0) this.draft = this.input.value;
    this.back = Math.max(0, Math.min(this.history.length, this.back + direction));
    this.input.value = this.back === 0 ? this.draft : (this.history[this.history.length - this.back] ?? "");
    const end = this.input.value.length;
    this.input.setSelectionRange(end, end);
  }

  /** @param {string} line */
  #enter(line) {
    if (line.trim() === "" && this.pending.length === 0) return;
    if (line.trim() !== "") this.history.push(line);
    this.back = 0;
    this.draft = "";
    const statement = [...this.pending, line].join("\n");
    // As at Python's own prompt: a block goes on until an empty line.
    if (!this.engine.session.isComplete(statement)) {
      this.#setPending([...this.pending, line]);
      this.input.value = indentAfter(line);
      return;
    }
    this.input.value = "";
    this.#setPending([]);
    this.execute(statement);
  }

  /** @param {string[]} lines */
  #setPending(lines) {
    this.pending = lines;
    this.mark.textContent = lines.length > 0 ? "..." : ">>>";
    this.#render(true);
  }

  /** The language or the trace may be another. */
  refresh() {
    this.#render(true);
  }

  update() {
    this.#render(false);
  }

  /** @param {boolean} anew */
  #render(anew) {
    const lines = this.engine.status().console.slice(-SHOWN);
    const grown = !anew && lines.length >= this.shown.length && this.shown.every((line, i) => line.text === lines[i]?.text);
    if (!grown || this.shown.length === SHOWN) this.log.replaceChildren();
    const from = grown && this.shown.length < SHOWN ? this.shown.length : 0;
    const before = this.log.querySelector(".pending");
    for (const line of lines.slice(from)) this.log.insertBefore(piece(line), before);
    if (anew) this.log.append(...pendingPieces(this.pending));
    const changed = !grown || from < lines.length;
    this.shown = lines;
    if (changed || anew) this.body.scrollTop = this.body.scrollHeight;
  }
}

/** @param {ConsoleLine} line */
function piece(line) {
  if (line.stream !== "input") return make("span", { class: `out ${line.stream}`, text: line.text });
  return make("span", { class: "out input" }, prompted(line.text.replace(/\n+$/, "").split("\n"), 0));
}

/** @param {string[]} lines */
function pendingPieces(lines) {
  return lines.length > 0 ? [make("span", { class: "out input pending" }, prompted(lines, 0))] : [];
}

/** @param {string[]} lines @param {number} first */
function prompted(lines, first) {
  return lines.flatMap((line, i) => [
    make("span", { class: "prompt", text: i === first ? ">>> " : "... " }),
    `${line}\n`,
  ]);
}

/** The indentation that Python's grammar wants after that line. @param {string} line */
function indentAfter(line) {
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /:\s*(#.*)?$/.test(line) ? indent + INDENT : indent;
}
