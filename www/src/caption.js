// The one sentence under the picture: what the last event did, or why something was refused.
//
// While the trace is played, screen readers are not told each sentence; the one at which it stops is told.

import { byId, make } from "./dom.js";
import { say, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Message } from "./types" */

/** Longer lines are cut. */
const MAX_CODE = 80;
const ABOUT_LINES = ["caption.line", "caption.line_in_function", "caption.line_in_class"];

export class Caption {
  /** @param {Engine} engine @param {() => boolean} playing */
  constructor(engine, playing) {
    this.engine = engine;
    this.playing = playing;
    this.shown = byId("caption");
    this.told = byId("caption-live");
    /** @type {{ message: Message, kind: "refused" | "note" } | null} said until the cursor moves, or another view is chosen */
    this.aside = null;
    engine.on("moved", () => (this.aside = null));
  }

  /** @param {Message} message */
  refuse(message) {
    this.aside = { message, kind: "refused" };
    this.update();
  }

  /** @param {string} key @param {Message["args"]} [args] */
  note(key, args = {}) {
    this.aside = { message: { key, args }, kind: "note" };
    this.update();
  }

  /** What was said aside is about something that is no longer shown. */
  forget() {
    this.aside = null;
    this.update();
  }

  /** Said to the eye alone: it changes many times a second. What was refused meanwhile stands before it. @param {string} text */
  progress(text) {
    const { aside } = this;
    this.shown.textContent = aside ? `${say(aside.message)} ${text}` : text;
    this.shown.dataset.kind = aside?.kind ?? "note";
    if (aside) this.#tell(say(aside.message));
  }

  update() {
    if (this.engine.busy) return;
    const text = this.aside ? say(this.aside.message) : this.#sentence();
    const code = this.aside ? "" : this.#code();
    this.shown.replaceChildren(text, ...(code ? [" ", make("code", { text: code })] : []));
    this.shown.dataset.kind = this.aside?.kind ?? "event";
    if (!this.playing() || this.aside) this.#tell(code ? `${text} ${code}` : text);
  }

  /** A screen reader may read out again what is merely set again. @param {string} text */
  #tell(text) {
    if (this.told.textContent !== text) this.told.textContent = text;
  }

  /** What stands in the line that is about to run: the program may be out of sight. */
  #code() {
    const { caption, source, line } = this.engine.status();
    if (this.engine.fresh || !ABOUT_LINES.includes(caption.key) || caption.args.line !== line || source === null) return "";
    // What a statement at the prompt calls was written in another text.
    if (source > 0 && caption.key !== "caption.line") return "";
    const code = this.engine.lineOf(source, line);
    return code.length > MAX_CODE ? `${code.slice(0, MAX_CODE)}…` : code;
  }

  #sentence() {
    if (this.engine.fresh) return t("caption.ready");
    const { caption, position, length } = this.engine.status();
    const told = say(caption);
    const last = this.engine.statements.at(-1);
    // Where the console is out of sight the statement is seen here.
    return last && position === length ? t("caption.statement", { statement: lastLine(last.text), told }) : told;
  }
}

/** Before it stand imports, or the head of a block. @param {string} text */
const lastLine = (text) => text.trimEnd().split("\n").at(-1)?.trim() ?? "";
