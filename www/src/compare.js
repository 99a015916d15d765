// The same program run in several ways, side by side on one timeline: under two versions of Python, or with reference
// counting alone, with mark-sweep from the names, and with CPython's collector.
//
// The timeline's unit is the statement: the n-th of one run stands beside the n-th of the other. Invariant: the columns'
// sessions live in a worker of their own, which ends when the dialog closes; the page's own session is never touched.

import { byId, disable, make } from "./dom.js";
import { locale, number, t } from "./i18n.js";
import { Picture } from "./picture.js";
import { Broken, unlessBroken } from "./remote.js";

/** @import { Engine } from "./engine.js" */
/** @import { Remote, RemoteSession } from "./remote.js" */
/** @import { Moment, SessionOptions, Statement } from "./types" */

/** @typedef {{ title: string, session: RemoteSession, moments: Moment[], isSwept: boolean, picture: Picture, facts: HTMLElement, console: HTMLElement }} Column */
/** @typedef {"versions" | "collectors"} What */

/** @type {What[]} */
const WHATS = ["versions", "collectors"];
/** What two moments may differ in; the first of these is told. @type {(keyof Moment)[]} */
const ASPECTS = ["line", "printed", "nCollected", "nCollections", "nObjects", "sum"];
/** A comparison is for programs that end; one that does not is compared as far as that. */
const MAX_STEPS = 300_000;

export class Compare {
  /**
   * @param {Engine} engine
   * @param {object} page
   * @param {() => Remote} page.hire
   * @param {() => string} page.program the editor's
   * @param {string[]} page.versions
   * @param {() => boolean} page.dark
   * @param {() => void} page.busy there is nothing to compare yet: a program runs
   */
  constructor(engine, { hire, program, versions, dark, busy }) {
    this.hire = hire;
    /** @type {Remote | null} */
    this.remote = null;
    this.engine = engine;
    this.program = program;
    this.dark = dark;
    this.busy = busy;
    this.dialog = byId("compare", HTMLDialogElement);
    this.what = byId("compare-what", HTMLSelectElement);
    this.left = byId("compare-left", HTMLSelectElement);
    this.right = byId("compare-right", HTMLSelectElement);
    this.scrubber = byId("compare-scrubber", HTMLInputElement);
    /** @type {Column[]} */
    this.columns = [];
    this.at = 0;
    /** @type {{ at: number, aspect: keyof Moment } | null} */
    this.difference = null;
    this.turn = 0;
    /** How often the pictures were asked to become equally large. */
    this.levelled = 0;
    this.resized = new ResizeObserver(() => this.#level());
    for (const select of [this.left, this.right]) {
      select.replaceChildren(...versions.map((version) => make("option", { value: version, text: version })));
    }
    this.left.value = versions.includes("3.12") ? "3.12" : (versions[0] ?? "");
    this.right.value = engine.python === this.left.value ? (versions.at(-1) ?? "") : engine.python;
    byId("compare-button").addEventListener("click", () => void this.open());
    byId("compare-close").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.#giveBack());
    for (const select of [this.what, this.left, this.right]) select.addEventListener("change", () => this.#begin());
    this.scrubber.addEventListener("input", () => this.#go(Number(this.scrubber.value)));
    byId("compare-back").addEventListener("click", () => this.#go(this.at - 1));
    byId("compare-forward").addEventListener("click", () => this.#go(this.at + 1));
    byId("compare-first").addEventListener("click", () => this.difference && this.#go(this.difference.at));
    this.translate();
  }

  translate() {
    const { value } = this.what;
    this.what.replaceChildren(...WHATS.map((what) => make("option", { value: what, text: t(`compare.${what}`) })));
    this.what.value = value || "versions";
    byId("compare-button").setAttribute("aria-label", t("compare.open"));
    byId("compare-button").title = t("compare.title");
  }

  async open() {
    if (!(await this.engine.free())) return this.busy();
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.#begin();
  }

  /** @returns {{ title: string, options: SessionOptions }[]} */
  #kinds() {
    if (this.what.value === "versions") {
      return [this.left.value, this.right.value].map((python) => ({ title: t("compare.version", { version: python }), options: { python } }));
    }
    const { python } = this.engine;
    return [
      { title: t("compare.none"), options: { python, collector: "none" } },
      { title: t("compare.markSweep"), options: { python, collector: "mark-sweep" } },
      { title: t("compare.generational"), options: { python, collector: "generational" } },
    ];
  }

  #begin() {
    this.#giveBack();
    const { turn } = this;
    this.#run(turn).catch((error) => {
      if (error instanceof Broken) return;
      // Without a network, and nothing kept, its worker does not come: the page's own is there all the same.
      if (turn === this.turn) byId("compare-difference").textContent = `${t("failure.load")}: ${error.message}`;
    });
  }

  /** @param {number} turn */
  async #run(turn) {
    byId("compare-versions").hidden = this.what.value !== "versions";
    byId("compare-difference").textContent = t("run.preparing");
    const remote = this.hire();
    this.remote = remote;
    for (const { title, options } of this.#kinds()) {
      const column = await this.#column(remote, title, options);
      if (turn !== this.turn) return;
      this.columns.push(column);
    }
    this.difference = difference(this.columns);
    const length = Math.max(...this.columns.map(({ moments }) => moments.length)) - 1;
    this.scrubber.max = String(length);
    const mark = byId("compare-mark");
    mark.hidden = this.difference === null;
    if (this.difference) mark.style.setProperty("--at", String(length > 0 ? this.difference.at / length : 0));
    disable(byId("compare-first"), this.difference === null);
    byId("compare-difference").textContent = this.#told();
    // After the pictures' own, which were there before: these know their new size by then.
    this.resized = new ResizeObserver(() => this.#level());
    for (const { picture } of this.columns) this.resized.observe(picture.canvas);
    this.#go(this.difference?.at ?? length);
  }

  /** Runs the program and the statements after it. @param {Remote} remote @param {string} title @param {SessionOptions} options @returns {Promise<Column>} */
  async #column(remote, title, options) {
    const canvas = make("canvas", { role: "img", "aria-label": title });
    const stage = make("div", { class: "compare-stage" }, [canvas]);
    const facts = make("p", { class: "compare-facts" });
    const console = make("pre", { class: "compare-console", tabindex: "0", role: "group", "aria-label": `${t("console.output")}: ${title}` });
    byId("compare-columns").append(make("section", { class: "compare-column", "aria-label": title }, [make("h3", { text: title }), facts, stage, console]));
    const session = remote.open({ ...options, maxSteps: MAX_STEPS });
    const texts = [this.engine.program ?? this.program(), ...this.engine.statements.map(({ text }) => text)];
    await session.ask("run", { texts: texts.map(whole), anew: true, stand: "begin" });
    const moments = await session.ask("outline");
    const picture = new Picture(canvas, stage);
    picture.setLook({ dark: this.dark(), reducedMotion: true, locale: locale() });
    picture.panels = () => ({ page: null, inspect: null, types: false, rows: [], reference: null });
    picture.afterPaint.push(({ panels }) => {
      if (panels?.status.console) console.textContent = panels.status.console.map(({ text }) => text).join("");
    });
    picture.attach(session);
    return { title, session, moments, isSwept: options.collector === "mark-sweep", picture, facts, console };
  }

  /** @param {number} at */
  #go(at) {
    this.at = Math.max(0, Math.min(Number(this.scrubber.max), at));
    this.scrubber.value = String(this.at);
    for (const column of this.columns) show(column, this.at);
    this.#level();
    const { length } = this.columns.reduce((longest, { moments }) => (moments.length > longest.length ? moments : longest), /** @type {Moment[]} */ ([]));
    byId("compare-position").textContent = t("compare.position", { position: this.at, length: Math.max(0, length - 1) });
    byId("compare-line").textContent = this.#line();
    disable(byId("compare-back"), this.at === 0);
    disable(byId("compare-forward"), this.at >= Number(this.scrubber.max));
  }

  /** Objects are as large in each picture as in the others: as large as the one with the least room for them allows. */
  #level() {
    // Columns that are given back meanwhile need no size any more.
    void this.#levelled().catch(unlessBroken);
  }

  async #levelled() {
    const { columns } = this;
    this.levelled += 1;
    const { levelled } = this;
    const zooms = await Promise.all(columns.map(async ({ session }) => {
      session.tell("fit");
      return /** @type {number} */ ((await session.ask("view")).zoom);
    }));
    if (levelled !== this.levelled || columns !== this.columns) return;
    const zoom = Math.min(...zooms);
    for (const [i, { session, picture }] of columns.entries()) {
      session.tell("zoomAt", zoom / (zooms[i] ?? zoom), picture.width / 2, picture.height / 2);
      void picture.request({ panels: true });
    }
  }

  /** The statement that runs next. */
  #line() {
    const moment = this.columns[0]?.moments[this.at];
    if (!moment?.line) return this.at > 0 ? t("compare.end") : "";
    const text = this.engine.lineOf(moment.source, moment.line, this.engine.program ?? this.program());
    return t("compare.next", { line: moment.line, text });
  }

  #told() {
    if (!this.difference) return t("compare.same");
    const { at, aspect } = this.difference;
    const of = (/** @type {Column | undefined} */ column) => column?.moments[Math.min(at, column.moments.length - 1)]?.[aspect] ?? "";
    const [left, right] = [of(this.columns[0]), of(this.columns.at(-1))];
    return t("compare.differs", { n: at, what: t(`compare.what.${aspect}`, { left: String(left), right: String(right) }) });
  }

  #giveBack() {
    this.turn += 1;
    this.resized.disconnect();
    for (const { picture } of this.columns) picture.attach(null);
    this.remote?.end();
    this.remote = null;
    this.columns = [];
    this.difference = null;
    byId("compare-columns").replaceChildren();
  }
}

/** Nothing was interrupted in it. @param {string} text @returns {Statement} */
const whole = (text) => ({ text, interrupts: [] });

/** @param {Column} column @param {number} at */
function show({ session, moments, isSwept, facts }, at) {
  const moment = moments[Math.min(at, moments.length - 1)];
  if (!moment) return;
  session.tell("seek", moment.position);
  facts.textContent = told(moment, isSwept);
}

/** What there is, what was done about it, and what came of that. @param {Moment} moment @param {boolean} isSwept */
function told({ nObjects: objects, nCollections: collections, nCollected, nSweeps: sweeps, nUnmarked: found }, isSwept) {
  if (isSwept) return t("compare.sweeps", { objects, sweeps, found });
  return t("compare.facts", { objects, collections, freed: number(nCollected) });
}

/** The first moment in which not all runs are the same. @param {Column[]} columns @returns {{ at: number, aspect: keyof Moment } | null} */
function difference(columns) {
  const [first, ...others] = columns.map(({ moments }) => moments);
  if (!first) return null;
  const length = Math.max(...columns.map(({ moments }) => moments.length));
  for (let at = 0; at < length; at += 1) {
    for (const aspect of ASPECTS) {
      if (others.some((moments) => moments[at]?.[aspect] !== first[at]?.[aspect])) return { at, aspect };
    }
  }
  return null;
}
