// The console: what was printed up to the cursor, and a prompt for one more statement.

import { isPrinted, isSame } from "./console-lines.js";
import { byId, make } from "./dom.js";
import { t } from "./i18n.js";
import { Broken } from "./remote.js";

/** @import { Engine } from "./engine.js" */
/** @import { ConsoleLine } from "./types" */

const INDENT = "    ";

export class Console {
  /**
   * @param {Engine} engine
   * @param {object} on
   * @param {(statement: string) => Promise<void>} on.execute
   * @param {(nth: number) => void} on.draw
   * @param {() => void} on.busy a line was entered while a program is seen to run
   */
  constructor(engine, { execute, draw, busy }) {
    this.engine = engine;
    this.execute = execute;
    this.draw = draw;
    this.busy = busy;
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
    /** Lines are dealt with one after the other, however fast they come; so many are waiting. */
    this.turn = Promise.resolve();
    this.waiting = 0;
    /** @type {ConsoleLine[]} what the log shows */
    this.shown = [];
    /** Something was said while the console was not to be seen. */
    this.isBehind = false;
    new ResizeObserver(() => this.isBehind && this.#toEnd()).observe(this.body);
    byId("console-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter();
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.body.addEventListener("click", ({ target }) => {
      // A graph's button keeps the focus for itself.
      if (target instanceof Element && target.closest("button")) return;
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

  #enter() {
    // While a program is seen to run the line stays where it is.
    if (this.engine.running) return this.busy();
    const line = this.input.value;
    this.input.value = "";
    this.waiting += 1;
    this.turn = this.turn
      .then(() => this.#take(line))
      .catch((error) => {
        if (!(error instanceof Broken)) throw error;
      })
      .finally(() => void (this.waiting -= 1));
  }

  /** @param {string} line */
  async #take(line) {
    const isBlank = line.trim() === "";
    if (isBlank && this.pending.length === 0) return;
    if (!isBlank) this.history.push(line);
    this.back = 0;
    this.draft = "";
    const lines = [...this.pending, isBlank ? "" : line];
    const statement = lines.join("\n");
    // As at Python's own prompt: a block goes on until an empty line.
    const isComplete = await this.engine.session.ask("isComplete", statement);
    this.#setPending(isComplete ? [] : lines);
    if (isComplete) await this.#execute(statement);
    else if (this.waiting === 1 && this.input.value === "") this.input.value = indentAfter(line);
  }

  /** As at a terminal: what was entered before it comes to its end first. @param {string} statement */
  async #execute(statement) {
    while (!(await this.engine.free()));
    await this.execute(statement);
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
    const { console: lines, leftOut, isCut } = this.engine.status();
    if (!anew && lines === this.shown) return;
    const before = this.log.querySelector(".pending");
    const from = anew || isCut ? 0 : this.#grow(lines);
    if (from === 0) {
      this.log.replaceChildren();
      const text = leftOut > 0 ? t("console.leftOut", { n: leftOut }) : t("console.cut");
      if (isCut) this.log.append(make("span", { class: "out quiet-text", text: `${text}\n` }));
      this.log.append(...lines.map((line) => this.#piece(line)), ...pendingPieces(this.pending));
    } else {
      for (const line of lines.slice(from)) this.log.insertBefore(this.#piece(line), before);
    }
    this.shown = lines;
    // With the next frame, which lays everything out anyway.
    requestAnimationFrame(() => this.#toEnd());
  }

  /** To what was said last and the prompt. Behind another tab nothing can be scrolled: that waits until it is opened. */
  #toEnd() {
    this.isBehind = this.body.clientHeight === 0;
    this.body.scrollTop = this.body.scrollHeight;
  }

  /** @param {ConsoleLine} line */
  #piece(line) {
    if (line.stream === "drawing") return this.#drawing(line.nth, line.nObjects);
    if (line.stream !== "input") return make("span", { class: `out ${line.stream}`, text: line.text });
    return make("span", { class: "out input" }, prompted(line.text.replace(/\n+$/, "").split("\n"), 0));
  }

  /** @param {number} nth @param {number} nObjects */
  #drawing(nth, nObjects) {
    return make("button", {
      type: "button",
      class: "out drawing-open button small",
      text: t("drawing.open", { n: nObjects }),
      onclick: () => this.draw(nth),
    });
  }

  /** How many of these pieces stand there already, the last of them lengthened as need be; 0 where others stand there. @param {ConsoleLine[]} lines */
  #grow(lines) {
    const { shown } = this;
    const [last, now] = [shown.at(-1), lines[shown.length - 1]];
    if (!last || !now || last.stream !== now.stream) return 0;
    if (!isSame(last, now) && !(isPrinted(last) && now.text.startsWith(last.text))) return 0;
    if (shown.slice(0, -1).some((line, i) => !isSame(line, lines[i]))) return 0;
    if (now.text.length > last.text.length) this.log.children[shown.length - 1]?.append(now.text.slice(last.text.length));
    return shown.length;
  }
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
