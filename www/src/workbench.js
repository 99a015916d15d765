// Joins session, picture, panels and timeline: who is told what, when.
//
// Invariant: panels are brought up to date once a frame, however many steps fell into it; each reads the engine's state
// and changes nothing.

import { Actions } from "./actions.js";
import { Caption } from "./caption.js";
import { Chart } from "./chart.js";
import { Collections } from "./collections.js";
import { Console } from "./console.js";
import { byId, make, nextFrame } from "./dom.js";
import { Gauges } from "./gauges.js";
import { Gestures } from "./gestures.js";
import { locale, number, t } from "./i18n.js";
import { Inspector } from "./inspector.js";
import { listenForKeys } from "./keys.js";
import { followSystem } from "./look.js";
import { Objects } from "./objects.js";
import { Passes } from "./passes.js";
import { Picture } from "./picture.js";
import { Player } from "./player.js";
import { Pointer } from "./pointer.js";
import { Selection } from "./selection.js";
import { brokenState, saveSettings, saveWork } from "./settings.js";
import { Timeline } from "./timeline.js";
import { Tools } from "./tools.js";
import { Walk } from "./walk.js";

/** @import { Editor } from "./editor.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Help } from "./help.js" */
/** @import { Settings, Work } from "./settings.js" */
/** @import { Tabs } from "./tabs.js" */

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
    this.player = new Player(engine, this.picture);
    Object.assign(this.player, { speed: settings.speed, unit: settings.unit });
    this.caption = new Caption(engine, () => this.player.playing);
    this.gestures = new Gestures(engine, this.player, this.caption, this.selection);
    this.tools = new Tools(engine, this.gestures);
    this.timeline = new Timeline(engine, this.player, () => this.#keepSettings());
    this.console = new Console(engine, (statement) => engine.execute(statement));
    this.passes = new Passes(engine);
    this.gauges = new Gauges(engine);
    const show = (/** @type {number} */ position) => this.player.jump(position);
    this.chart = new Chart(engine, show);
    this.collections = new Collections(engine, show);
    this.inspector = new Inspector(engine, this.selection);
    this.objects = new Objects(engine, this.selection);
    this.actions = new Actions(this.picture, engine, this.gestures, this.selection);
    this.walk = new Walk(this.picture, engine, this.gestures, this.selection);
    this.pointer = new Pointer(this.picture, engine, this.gestures, this.selection);
    this.frame = 0;
    this.running = false;
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
    select.addEventListener("change", () => {
      this.settings.python = select.value;
      saveSettings(this.settings);
      this.player.pause();
      this.engine.changePython(select.value);
    });
  }

  #zoom() {
    const zoom = (/** @type {number} */ factor) => () => {
      this.engine.session.zoomAt(factor, this.picture.width / 2, this.picture.height / 2);
      this.picture.request();
    };
    byId("zoom-in").addEventListener("click", zoom(ZOOM));
    byId("zoom-out").addEventListener("click", zoom(1 / ZOOM));
    byId("zoom-fit").addEventListener("click", () => {
      this.engine.session.fit();
      this.picture.request();
    });
  }

  /** @param {Help} help */
  #listen(help) {
    const { engine, player } = this;
    byId("run").addEventListener("click", () => this.run());
    engine.on("ran", (ran) => this.#ran(ran));
    engine.on("moved", ({ jump }) => {
      if (jump) this.picture.settle();
      this.refresh();
    });
    player.on("changed", () => this.refresh());
    this.selection.on("changed", () => {
      engine.session.setSelected(this.selection.item);
      this.picture.request();
    });
    listenForKeys({
      run: () => this.run(),
      toggle: () => player.toggle(),
      step: (direction) => player.step(direction),
      first: () => player.jump(0),
      last: () => player.jump(engine.length),
      undo: () => this.tools.takeBack(),
      redo: () => this.tools.bringAgain(),
      help: () => help.open(),
    });
  }

  /** Brings the kept work back, if it is not what broke the module last time. */
  begin() {
    followSystem(this.picture, () => this.theme.dark());
    this.picture.setLook({ locale: locale() });
    this.picture.attach(this.engine.session);
    const { program, statements, position, broken } = this.work;
    if (broken) this.caption.note("caption.afterFault");
    else if (program !== null || statements.length > 0) this.engine.restore(program, statements, position);
    this.work.broken = false;
    this.#reload();
    this.refresh();
    const aside = brokenState();
    if (aside.length > 0) this.caption.note("caption.setAside", { keys: aside.join(", ") });
  }

  /** Runs the editor's program and plays it from its start. */
  async run() {
    if (this.running) return;
    this.running = true;
    this.player.pause();
    const button = byId("run");
    button.setAttribute("aria-busy", "true");
    await nextFrame();
    try {
      this.engine.run(this.editor.text);
      this.player.play();
    } finally {
      this.running = false;
      button.removeAttribute("aria-busy");
    }
  }

  /** The module has failed: nothing moves any more. */
  halt() {
    this.player.pause();
    this.picture.attach(null);
  }

  /** @param {boolean} dark */
  setDark(dark) {
    this.picture.setLook({ dark });
    this.refresh();
  }

  translate() {
    this.picture.setLook({ locale: locale() });
    for (const part of [this.tools, this.timeline, this.passes, this.collections]) part.translate();
    this.actions.rebuild();
    this.refresh();
  }

  /** @param {{ first: number, end: number, byHand: boolean, fresh: boolean }} ran */
  #ran(ran) {
    if (ran.fresh) this.selection.clear();
    this.picture.attach(this.engine.session);
    this.#reload();
    if (!ran.fresh) this.player.play({ until: ran.end, byHand: ran.byHand });
  }

  #reload() {
    this.timeline.marks.reload();
    this.chart.reload();
    this.collections.reload();
  }

  /** Brings every panel up to date in the next frame. */
  refresh() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.#update();
    });
  }

  #update() {
    for (const part of [this.caption, this.timeline, this.console, this.passes, this.gauges, this.chart, this.collections]) {
      part.update();
    }
    this.tools.update();
    this.inspector.update();
    // Unseen, the table waits for the end of playing.
    if (!this.player.playing || byId("objects").offsetWidth > 1) this.objects.update();
    this.#lightLine();
    this.#folded();
    byId("welcome").hidden = !this.engine.fresh;
    this.#keepWork();
  }

  /** The running line is lit in the editor while what stands there is what was run. */
  #lightLine() {
    const { program } = this.engine;
    const edited = program !== null && program !== this.editor.text;
    byId("program-note").textContent = edited ? t("program.edited") : "";
    if (edited) return;
    const { source, line, position } = this.engine.status();
    const failed = this.timeline.marks.marks.findLast((mark) => mark.kind === "exception" && mark.position <= position);
    this.editor.light({
      line: source === 0 ? line : null,
      failed: failed?.source === 0 ? (failed.line ?? null) : null,
    });
  }

  #folded() {
    const { folded } = this.engine.status();
    const text = folded.map(({ typeName, count }) => `${number(count)} ${typeName}`).join(" · ");
    const sentence = text && t("heap.folded", { text });
    byId("folded").textContent = sentence;
    byId("folded").hidden = !sentence;
  }

  #keepSettings() {
    Object.assign(this.settings, { speed: this.player.speed, unit: this.player.unit });
    saveSettings(this.settings);
  }

  #keepWork() {
    if (this.player.playing) return;
    const { program, statements, position } = this.engine;
    Object.assign(this.work, { program, statements: [...statements], position });
    saveWork(this.work);
  }
}
