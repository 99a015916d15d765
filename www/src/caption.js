// The one sentence under the picture: what the last event did, or why something was refused.
//
// While the trace is played, screen readers are not told each sentence; the one at which it stops is told.

import { byId } from "./dom.js";
import { say, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Message } from "./types" */

export class Caption {
  /** @param {Engine} engine @param {() => boolean} playing */
  constructor(engine, playing) {
    this.engine = engine;
    this.playing = playing;
    this.shown = byId("caption");
    this.told = byId("caption-live");
    /** @type {{ message: Message, kind: "refused" | "note" } | null} said until the cursor moves */
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
    this.shown.textContent = text;
    this.shown.dataset.kind = this.aside?.kind ?? "event";
    if (!this.playing() || this.aside) this.#tell(text);
  }

  /** A screen reader may read out again what is merely set again. @param {string} text */
  #tell(text) {
    if (this.told.textContent !== text) this.told.textContent = text;
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
