// The page's beginning: builds the parts, loads the module for its worker, and joins the two.
//
// The editor stands before the module is loaded and after it has failed, so that what was typed is never lost.

import { byId, make } from "./dom.js";
import { Compare } from "./compare.js";
import { Editor } from "./editor.js";
import { Engine } from "./engine.js";
import { Examples, FIRST } from "./examples.js";
import { Failure } from "./failure.js";
import { Help } from "./help.js";
import { browserLocale, isLocale, setLocale, t } from "./i18n.js";
import { createTheme } from "./look.js";
import { readLink, without } from "./link.js";
import { keepForOffline } from "./offline.js";
import { Broken, Remote, compile, isAble } from "./remote.js";
import { keepApart, loadSettings, loadWork, saveSettings, saveWork } from "./settings.js";
import { Share } from "./share.js";
import { Tabs } from "./tabs.js";
import { Workbench } from "./workbench.js";

/** The version of a first visit. */
const PYTHON = "3.14";

const { link, wrong } = readLink(location.hash);
if (link.program !== null) keepApart(location.hash);
const settings = loadSettings();
const work = loadWork({
  text: link.program ?? FIRST,
  program: link.program,
  statements: link.statements,
  interrupts: [],
  position: link.position ?? 0,
  detailsFrom: link.details ?? 0,
  moves: [],
  broken: false,
});
setLocale(link.locale ?? settings.locale ?? browserLocale());
document.documentElement.dataset.embedded = link.isEmbedded ? "yes" : "no";
window.addEventListener("hashchange", () => location.reload());

/** @type {Workbench | null} */
let bench = null;
/** Run was asked for before there was a module to run anything. */
let isRunAsked = false;
const run = byId("run");
/** @type {Compare | null} */
let compare = null;

const failure = new Failure((error) => {
  // The page is loaded again where its address changes.
  if (error instanceof WrongLink) location.hash = without(location.hash, error.part);
  else location.reload();
});
const theme = createTheme(link.theme ?? settings.theme, (chosen) => {
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
  run: askToRun,
});
run.addEventListener("click", askToRun);
const tabs = new Tabs(() => bench?.refresh());
/** @type {Engine | null} */
let engine = null;
const share = new Share(() => editor.text, () => engine);
const help = new Help(() => share.open());
const examples = new Examples((program) => {
  if (bench) bench.runExample(program);
  else {
    editor.text = program;
    askToRun();
  }
});
const language = byId("language", HTMLSelectElement);
language.value = document.documentElement.lang;
language.addEventListener("change", () => {
  if (!isLocale(language.value)) return;
  settings.locale = language.value;
  saveSettings(settings);
  setLocale(language.value);
  for (const part of [editor, tabs, help, share, examples, failure, bench, compare]) part?.translate();
  theme.apply();
});
// Until the module says which versions there are, the one that is asked for.
const python = byId("python", HTMLSelectElement);
python.append(make("option", { text: link.python ?? settings.python ?? PYTHON }));
python.disabled = true;
document.documentElement.dataset.ready = "yes";

/** Now, or as soon as the module is there. */
function askToRun() {
  if (bench) return void bench.run();
  isRunAsked = true;
  run.setAttribute("aria-busy", "true");
}

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

/** What the address asks for and there is not. */
class WrongLink extends Error {
  /** @param {import("./link.js").Wrong} wrong */
  constructor({ name, value, accepted }) {
    super(t("link.wrong", { name, value, accepted }));
    this.part = name;
  }
}

async function start() {
  if (wrong) throw new WrongLink(wrong);
  if (!isAble()) throw new Error(t("failure.able"));
  const module = await compile();
  const first = new Remote(module, { fault });
  const versions = await first.versions();
  if (link.python !== null && !versions.includes(link.python)) {
    throw new WrongLink({ name: "python", value: link.python, accepted: versions.join(", ") });
  }
  const wanted = link.python ?? settings.python;
  const version = wanted !== null && versions.includes(wanted) ? wanted : PYTHON;
  /** The worker that told the versions is the first one. @type {Remote | null} */
  let ready = first;
  engine = new Engine((on) => {
    const remote = ready ?? new Remote(module, { fault });
    ready = null;
    Object.assign(remote.on, on);
    return remote;
  }, version);
  await engine.begin();
  const page = new Workbench({ engine, editor, help, tabs, settings, work, versions, theme });
  bench = page;
  compare = new Compare(engine, {
    hire: () => new Remote(module, { fault }),
    program: () => editor.text,
    versions,
    dark: () => theme.dark(),
    busy: () => page.caption.note("run.busy"),
  });
  bench.begin();
  if (isRunAsked) void bench.run();
  void keepForOffline();
}

start().catch((error) => {
  run.removeAttribute("aria-busy");
  failure.show(error instanceof WrongLink ? "link" : "load", error);
});
