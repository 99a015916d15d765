// The page's beginning: builds the parts, loads the module, and joins the two.
//
// The editor stands before the module is loaded and after it has failed, so that what was typed is never lost.

import { byId } from "./dom.js";
import { Editor } from "./editor.js";
import { Engine } from "./engine.js";
import { Examples, FIRST } from "./examples.js";
import { Failure } from "./failure.js";
import { Help } from "./help.js";
import { browserLocale, isLocale, setLocale } from "./i18n.js";
import { createTheme } from "./look.js";
import { Broken, load } from "./module.js";
import { loadSettings, loadWork, saveSettings, saveWork } from "./settings.js";
import { Tabs } from "./tabs.js";
import { Workbench } from "./workbench.js";

/** @import { Module } from "./types" */

const settings = loadSettings();
const work = loadWork({ text: FIRST, program: null, statements: [], position: 0, broken: false });
setLocale(settings.locale ?? browserLocale());

/** @type {Workbench | null} */
let bench = null;

const failure = new Failure(() => location.reload());
const theme = createTheme(settings.theme, (chosen) => {
  settings.theme = chosen;
  saveSettings(settings);
  bench?.setDark(theme.dark());
});
const editor = new Editor(byId("editor"), work.text, {
  changed: () => {
    work.text = editor.text;
    saveWork(work);
    bench?.refresh();
  },
  run: () => bench?.run(),
});
const tabs = new Tabs(() => bench?.refresh());
const help = new Help();
const examples = new Examples((program) => {
  editor.text = program;
  bench?.run();
});
const language = byId("language", HTMLSelectElement);
language.value = document.documentElement.lang;
language.addEventListener("change", () => {
  if (!isLocale(language.value)) return;
  settings.locale = language.value;
  saveSettings(settings);
  setLocale(language.value);
  for (const part of [editor, tabs, help, examples, failure, bench]) part?.translate();
  theme.apply();
});
document.documentElement.dataset.ready = "yes";

/** Anything that nobody caught: said, never swallowed behind a picture that stands still. @param {unknown} error */
function fault(error) {
  if (error instanceof Broken) return;
  work.broken = true;
  saveWork(work);
  bench?.halt();
  failure.show("fault", error);
}
window.addEventListener("error", (event) => event.error && fault(event.error));
window.addEventListener("unhandledrejection", (event) => fault(event.reason));

/** @param {Module} module */
function start(module) {
  const versions = module.versions();
  const python = settings.python !== null && versions.includes(settings.python) ? settings.python : "3.14";
  const engine = new Engine(module, python);
  bench = new Workbench({ engine, editor, help, tabs, settings, work, versions, theme });
  bench.begin();
}

const module = await load(fault).catch((error) => failure.show("load", error));
if (module) start(module);
