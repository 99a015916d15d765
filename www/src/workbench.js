// Joins session, picture, panels and timeline: who is told what, when.
//
// Invariant: panels are brought up to date once a frame, however many steps fell into it; each reads the engine's state
// and changes nothing.

import { Actions } from "./actions.js";
import { Caption } from "./caption.js";
import { CollectorSettings } from "./collector-settings.js";
import { Chart } from "./chart.js";
import { Collections } from "./collections.js";
import { Console } from "./console.js";
import { atomsOf } from "./describe.js";
import { Details } from "./details.js";
import { byId, make } from "./dom.js";
import { Drawing } from "./drawing.js";
import { Gauges } from "./gauges.js";
import { Gestures } from "./gestures.js";
import { hasText, locale, t } from "./i18n.js";
import { Hints } from "./hints.js";
import { Inspector } from "./inspector.js";
import { listenForKeys } from "./keys.js";
import { followSystem } from "./look.js";
import { Objects } from "./objects.js";
import { Passes } from "./passes.js";
import { Picture } from "./picture.js";
import { Player } from "./player.js";
import { Pointer } from "./pointer.js";
import { Predict } from "./predict.js";
import { Selection } from "./selection.js";
import { brokenState, saveSettings, saveWork } from "./settings.js";
import { Timeline } from "./timeline.js";
import { Tools } from "./tools.js";
import { TypesMenu } from "./types-menu.js";
import { Views } from "./views.js";
import { Walk } from "./walk.js";

/** @import { Editor } from "./editor.js" */
/** @import { Engine, EngineEvents } from "./engine.js" */
/** @import { Help } from "./help.js" */
/** @import { Settings, Work } from "./settings.js" */
/** @import { Tabs } from "./tabs.js" */
/** @import { PanelWants, Unit } from "./types" */

/**
 * @typedef {object} Parts
 * @property {Engine} engine
 * @property {Editor} editor
 * @property {Help} help
 * @property {Tabs} tabs
 * @property {Settings} settings
 * @property {Work} work
 * @property {string[]} versions
 * @property {{ dark: () => boolean }} theme
 */

const ZOOM = 1.3;
/** How long cards take to go back to their places, in milliseconds. */
const TIDY = 420;
/** Stands between two sentences of one line. */
const BETWEEN = "  ·  ";
/** How long the panels wait for the work of the last visit, in milliseconds. */
const APPEAR = 1000;

export class Workbench {
  /** @param {Parts} parts */
  constructor({ engine, editor, help, tabs, settings, work, versions, theme }) {
    Object.assign(this, { help });
    this.engine = engine;
    this.editor = editor;
    this.tabs = tabs;
    this.settings = settings;
    this.work = work;
    this.selection = new Selection();
    this.picture = new Picture(byId("picture", HTMLCanvasElement), byId("stage"));
    this.player = new Player(engine);
    Object.assign(this.player, { speed: settings.speed, unit: settings.unit, pauseAt: new Set(settings.pauseAt) });
    this.caption = new Caption(engine, () => this.player.playing);
    this.gestures = new Gestures(engine, this.player, this.caption, this.selection);
    this.tools = new Tools(engine, this.gestures, () => this.#takeBack());
    this.timeline = new Timeline(engine, this.player, () => this.#keepSettings());
    this.drawing = new Drawing(engine);
    this.console = new Console(engine, {
      execute: (statement) => engine.execute(statement),
      draw: (nth) => void this.drawing.open(nth),
      busy: () => this.caption.note("run.busy"),
    });
    this.passes = new Passes(engine);
    this.gauges = new Gauges(engine);
    this.collectorSettings = new CollectorSettings(engine, this.gestures);
    const show = (/** @type {number} */ position) => this.player.jump(position);
    this.chart = new Chart(engine, show);
    this.collections = new Collections(engine, show);
    this.inspector = new Inspector(engine, this.selection, show, (way) => {
      engine.session.tell("setWay", way);
      void this.picture.request();
    });
    this.objects = new Objects(engine, this.selection, () => this.refresh());
    this.actions = new Actions(this.picture, engine, this.gestures, this.selection);
    this.predict = new Predict(engine, this.player, this.picture, this.gestures, settings.predict, (on) => {
      settings.predict = on;
      saveSettings(settings);
    }, () => this.refresh());
    this.predict.opened = (isOpen) => this.#hideAhead(isOpen);
    this.details = new Details(engine, this.picture.canvas);
    this.hints = new Hints(engine, settings.hints, () => {
      settings.hints = false;
      saveSettings(settings);
    });
    this.views = new Views(engine, this.picture, this.selection, tabs, () => void this.refresh());
    byId("view").addEventListener("change", () => this.caption.forget());
    this.actions.isDocked = () => this.views.isRelative;
    this.actions.beside = [this.hints.box];
    this.hints.isAway = () => this.views.isRelative;
    this.hints.resized = () => void this.picture.request();
    this.chart.showsAll = () => !this.views.isRelative;
    this.types = new TypesMenu(engine, () => {
      this.picture.animate(TIDY);
      void this.refresh();
    });
    this.pointer = new Pointer(this.picture, engine, this.gestures, this.selection);
    this.walk = new Walk(this.picture, engine, this.gestures, this.selection, this.pointer);
    this.gestures.moved = () => {
      this.picture.animate(TIDY);
      return this.refresh();
    };
    this.picture.selected = () => this.selection.item;
    this.picture.panels = () => this.#wanted();
    this.picture.afterPaint.push((frame) => {
      engine.show(frame);
      if (frame.panels) this.#update();
    });
    this.theme = theme;
    this.#versions(versions);
    this.#zoom();
    this.#listen(help);
  }

  /** @param {string[]} versions */
  #versions(versions) {
    const select = byId("python", HTMLSelectElement);
    select.replaceChildren(...versions.map((version) => make("option", { value: version, text: version })));
    select.value = this.engine.python;
    select.disabled = false;
    select.addEventListener("change", () => {
      this.settings.python = select.value;
      saveSettings(this.settings);
      this.player.pause();
      void this.engine.changePython(select.value);
    });
  }

  #zoom() {
    const zoom = (/** @type {number} */ factor) => () => {
      this.engine.session.tell("zoomAt", factor, this.picture.width / 2, this.picture.height / 2);
      void this.refresh();
    };
    byId("zoom-in").addEventListener("click", zoom(ZOOM));
    byId("zoom-out").addEventListener("click", zoom(1 / ZOOM));
    byId("zoom-fit").addEventListener("click", () => {
      this.engine.session.tell("fitCloser");
      void this.refresh();
    });
  }

  /** @param {Help} help */
  #listen(help) {
    const { engine, player } = this;
    byId("stop").addEventListener("click", () => this.#stop());
    engine.on("running", (running) => this.#showRunning(running));
    engine.on("ran", (ran) => this.#ran(ran));
    engine.on("renewed", () => {
      player.pause();
      // What was shown stays until there is something to show.
      this.picture.attach(null);
    });
    for (const what of /** @type {const} */ (["moving", "ready"])) engine.on(what, () => void this.refresh());
    window.addEventListener("pagehide", () => this.#keepWork());
    player.begin = () => void this.run();
    player.on("changed", () => void this.refresh());
    player.on("nowhere", ({ unit }) => this.#ledNowhere(unit));
    this.selection.on("changed", () => {
      engine.session.tell("setSelected", this.selection.item);
      void this.refresh();
    });
    listenForKeys({
      run: () => this.run(),
      stop: () => (engine.busy ? () => this.#stop() : undefined),
      toggle: () => player.toggle(),
      step: (direction) => player.step(direction),
      first: () => player.jump(0),
      last: () => player.jump(Infinity),
      undo: () => this.tools.takeBack(),
      redo: () => this.tools.bringAgain(),
      help: () => help.open(),
    });
  }

  /** Nothing shall tell a reader what the next step brings. @param {boolean} hides */
  #hideAhead(hides) {
    for (const part of [this.timeline.marks, this.chart, this.collections, this.inspector]) part.hideAhead(hides);
  }

  /** At the ends of the trace that explains itself; elsewhere it is said why. @param {Unit} unit */
  #ledNowhere(unit) {
    if (!hasText(`timeline.nowhere.${unit}`)) return;
    this.caption.note(`timeline.nowhere.${unit}`, { n: this.selection.item?.kind === "object" ? 1 : 0 });
  }

  /** Brings the kept work back, if it is not what broke the module last time. */
  begin() {
    followSystem(this.picture, () => this.theme.dark());
    this.picture.setLook({ locale: locale() });
    this.picture.attach(this.engine.session);
    const { position, moves, detailsFrom, broken } = this.work;
    this.engine.putMoves(moves);
    const { program, statements } = begun(this.work);
    const hasWork = !broken && (program !== null || statements.length > 0);
    const restored = hasWork ? this.engine.restore({ program, statements, position, detailsFrom }) : Promise.resolve();
    this.work.broken = false;
    this.#reload();
    void this.#appear(restored);
    const aside = brokenState();
    // Where the cursor comes to its place the word would be gone again.
    void restored.then(() => {
      if (broken) this.caption.note("caption.afterFault");
      if (aside.length > 0) this.caption.note("caption.setAside", { keys: aside.join(", ") });
    });
  }

  /** Shows what was laid out unseen: panels fill up, and would push each other about. @param {Promise<unknown>} restored */
  async #appear(restored) {
    const late = new Promise((resolve) => setTimeout(resolve, APPEAR));
    await Promise.race([restored.then(() => this.refresh()), late]);
    await this.refresh();
    document.documentElement.dataset.begun = "yes";
    byId("heap").removeAttribute("aria-busy");
  }

  /** Runs the editor's program and plays it from its start. What runs already is given up. @param {string | null} [edited] what stood there before an example */
  async run(edited = null) {
    this.player.pause();
    this.editor.toLineStarts();
    const button = byId("run");
    button.setAttribute("aria-busy", "true");
    try {
      if (await this.engine.run(this.editor.text, edited)) this.player.play();
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  /** An example in the place of what stood in the editor, and of all that was done. @param {string} program */
  runExample(program) {
    const edited = this.editor.text;
    this.editor.text = program;
    void this.run(edited);
  }

  /** Undo: what an example took the place of stands in the editor again, unless the example was edited meanwhile. */
  async #takeBack() {
    const { editor, engine } = this;
    const replaced = engine.statements.length === 0 ? engine.replaced : null;
    if (typeof replaced?.edited === "string" && editor.text === replaced.by) editor.text = replaced.edited;
    await engine.undo();
  }

  #stop() {
    const stop = byId("stop");
    stop.dataset.asked = String(Number(stop.dataset.asked ?? 0) + 1);
    void this.engine.stop();
  }

  /** While a program runs for more than a moment, Stop stands in the place of Run. @param {{ steps: number | null } | null} running */
  #showRunning(running) {
    const [run, stop] = [byId("run"), byId("stop")];
    const began = stop.hidden && running !== null;
    const had = document.activeElement === (running ? run : stop);
    run.hidden = running !== null;
    stop.hidden = running === null;
    if (began || !running) delete stop.dataset.asked;
    document.body.dataset.running = String(running !== null);
    if (had) (running ? stop : run).focus({ preventScroll: true });
    if (!running) void this.refresh();
    else if (running.steps === null) this.caption.progress(t("run.preparing"));
    else this.caption.progress(t("run.running", { steps: running.steps }));
    if (began) byId("caption-live").textContent = t("run.began");
  }

  /** The module has failed: nothing moves any more. */
  halt() {
    this.player.pause();
    this.picture.attach(null);
  }

  /** @param {boolean} dark */
  setDark(dark) {
    this.picture.setLook({ dark });
    void this.refresh();
  }

  translate() {
    this.picture.setLook({ locale: locale() });
    for (const part of [this.tools, this.timeline, this.passes, this.collectorSettings, this.collections, this.views, this.predict, this.types, this.drawing]) part.translate();
    this.actions.rebuild();
    this.console.refresh();
    void this.refresh();
  }

  /** @param {EngineEvents["ran"]} ran */
  #ran({ end, byHand, fresh, cut }) {
    if (fresh) this.selection.clear();
    this.picture.attach(this.engine.session);
    if (fresh) this.views.again();
    this.#reload();
    this.#keepWork();
    void this.refresh();
    if (cut) void this.refresh().then(() => this.caption.note(cut === "lost" ? "run.lost" : "run.reached"));
    else if (!fresh) this.player.play({ until: end, byHand });
  }

  #reload() {
    void this.timeline.marks.reload();
    this.collections.reload();
  }

  /** Brings every panel up to date with the next picture. Kept when that has happened. */
  refresh() {
    return this.picture.request({ panels: true });
  }

  /** What the panels will show. @returns {PanelWants} */
  #wanted() {
    const { item, source } = this.selection;
    const objects = [item, source?.item ?? null].map((each) => (each?.kind === "object" ? each.object : null));
    const reference = item?.kind === "edge" && item.owner.object !== undefined ? { object: item.owner.object, nth: item.index } : null;
    const rows = [...objects, reference?.object ?? null, this.views.object, ...this.predict.named].filter((object) => object !== null);
    // Unseen, the table waits for the end of playing.
    const page = this.player.playing && byId("objects").offsetWidth <= 1 ? null : this.objects.wanted;
    return { page, inspect: objects[0] ?? null, types: this.types.wanted, rows, reference };
  }

  #update() {
    for (const part of [this.caption, this.timeline, this.console, this.passes, this.gauges, this.chart, this.collections, this.drawing]) {
      part.update();
    }
    for (const part of [this.collectorSettings, this.tools, this.views, this.details, this.inspector, this.objects, this.walk, this.types]) part.update();
    this.#lightLine();
    this.#folded();
    this.hints.update();
    byId("welcome").hidden = !this.engine.fresh;
    // Not with each picture of many.
    if (!this.player.playing) this.#keepWork();
  }

  /** The running line is lit in the editor while what stands there is what was run; else it is said that it is not. */
  #lightLine() {
    const { program, statements } = this.engine;
    const { text } = this.editor;
    const edited = program !== null && program !== text;
    const byHand = program === null && statements.length > 0 && text.trim() !== "";
    const note = edited ? t("program.edited") : byHand ? t("program.byHand") : "";
    byId("program-note").textContent = note;
    byId("program").dataset.noted = note ? "yes" : "no";
    if (edited) return;
    const { source, line, failed } = this.engine.status();
    this.editor.light({
      line: source === 0 ? line : null,
      failed: failed?.source === 0 ? (failed.line ?? null) : null,
    });
  }

  #folded() {
    const { folded, tooLargeForGraph } = this.engine.status();
    const text = folded.map(atomsOf).join(" · ");
    const types = [...this.types.without].join(", ");
    const notes = [tooLargeForGraph && t("view.tooLarge"), types && t("types.without", { types })].filter(Boolean).join(BETWEEN);
    const atoms = text && (notes && BETWEEN) + t("heap.folded", { text });
    const line = byId("folded");
    // Where there is little room the notes are shown without the atoms.
    line.dataset.noted = notes ? "yes" : "no";
    line.replaceChildren(notes, make("span", { class: "folded-atoms", text: atoms }));
  }

  #keepSettings() {
    Object.assign(this.settings, { speed: this.player.speed, unit: this.player.unit, pauseAt: [...this.player.pauseAt] });
    saveSettings(this.settings);
  }

  #keepWork() {
    // What runs takes the place of what was run only when it is over.
    if (this.engine.busy) return;
    const { program, interrupts, statements, position, detailsFrom } = this.engine;
    Object.assign(this.work, {
      program,
      statements: statements.map(({ text }) => text),
      interrupts: [interrupts, ...statements.map((each) => each.interrupts)],
      position,
      detailsFrom,
      moves: this.engine.moves,
    });
    saveWork(this.work);
  }
}

/** What was run, each text with its interrupts. @param {Work} work */
function begun({ program, statements, interrupts }) {
  const of = (/** @type {string} */ text, /** @type {number} */ source) => ({ text, interrupts: interrupts[source] ?? [] });
  return {
    program: program === null ? null : of(program, 0),
    statements: statements.map((text, i) => of(text, i + 1)),
  };
}
