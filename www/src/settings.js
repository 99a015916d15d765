// What the browser keeps between visits: settings, and the work (program, statements, position).
//
// The work is kept twice: by the tab, which finds its own again whatever is done in another one, and by the browser,
// where a new visit goes on with what was done last. Invariant: reading never throws. What cannot be read is moved to a key of its own, so that nothing is destroyed, and
// the page is told.

import { isLocale } from "./i18n.js";

/** @import { Locale } from "./i18n.js" */
/** @import { MarkKind, Mode, Move, Unit } from "./types" */

/** @typedef {"auto" | "light" | "dark"} Theme */
/**
 * @typedef {object} Settings
 * @property {Locale | null} locale null: as the browser asks
 * @property {Theme} theme
 * @property {string | null} python null: the module's default
 * @property {Unit} unit
 * @property {number} speed
 * @property {boolean} predict stop before each del and each collection, for the reader to say what will die
 * @property {boolean} hints say what may be done next
 * @property {MarkKind[]} pauseAt marks at which playing pauses
 */
/**
 * @typedef {object} Work
 * @property {string} text what stands in the editor
 * @property {string | null} program what was run last
 * @property {string[]} statements what was executed after it
 * @property {number[][]} interrupts by source, the program first: steps after which each was interrupted
 * @property {number} position
 * @property {number} detailsFrom the step before which the trace's details begin
 * @property {Move[]} moves where cards were put by hand
 * @property {boolean} broken the last thing the module did was to fail, so it is not to be run again unasked
 */

const PREFIX = "gcscope:";
/** The address by which the page was opened, if it brought a program: its work is kept apart from the page's own. */
let address = "";

/** A visit by a link neither finds nor changes the work of other visits; it is kept as long as its tab. @param {string} hash */
export function keepApart(hash) {
  address = hash;
}

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16];
/** @type {Unit[]} */
export const UNITS = ["event", "statement", "pass", "collection", "death"];

/** @type {MarkKind[]} */
export const PAUSES = ["collection", "pass", "finalizer", "death", "exception"];

/** @type {Settings} */
const DEFAULTS = { locale: null, theme: "auto", python: null, unit: "event", speed: 1, pauseAt: [], predict: false, hints: true };

/** @type {string[]} */
const setAside = [];

/** Keys under which unreadable saved state was put in this visit. */
export const brokenState = () => [...setAside];

/** @returns {Settings} */
export function loadSettings() {
  return read("settings", DEFAULTS, (value) => ({
    locale: check(value.locale, (it) => it === null || (typeof it === "string" && isLocale(it))),
    theme: check(value.theme, (it) => it === "auto" || it === "light" || it === "dark"),
    python: check(value.python, (it) => it === null || typeof it === "string"),
    unit: check(value.unit, (it) => UNITS.includes(it)),
    speed: check(value.speed, (it) => SPEEDS.includes(it)),
    predict: check(value.predict ?? false, (it) => typeof it === "boolean"),
    hints: check(value.hints ?? true, (it) => typeof it === "boolean"),
    // Settings of an earlier visit may know nothing of it.
    pauseAt: check(value.pauseAt ?? [], (it) => Array.isArray(it) && it.every((each) => PAUSES.includes(each))),
  }));
}

/** @param {Settings} settings */
export const saveSettings = (settings) => write("settings", settings);

/** As it was kept last: who only looks at it takes no other tab's place. */
let kept = "";

/** @param {Work} fallback @returns {Work} */
export function loadWork(fallback) {
  const work = readWork(fallback);
  kept = JSON.stringify(work);
  // From here on it is this tab's own.
  storedOrNot(() => sessionStorage.setItem(PREFIX + named("work"), kept));
  return work;
}

/** @param {Work} fallback @returns {Work} */
function readWork(fallback) {
  return read("work", fallback, (value) => ({
    text: check(value.text, (it) => typeof it === "string"),
    program: check(value.program, (it) => it === null || typeof it === "string"),
    statements: check(value.statements, (it) => Array.isArray(it) && it.every((each) => typeof each === "string")),
    interrupts: check(value.interrupts ?? [], (it) => Array.isArray(it) && it.every((each) => Array.isArray(each) && each.every(Number.isInteger))),
    position: check(value.position, isPlace),
    detailsFrom: check(value.detailsFrom ?? 0, isPlace),
    moves: check(value.moves ?? [], (it) => Array.isArray(it) && it.every(isMove)),
    broken: check(value.broken, (it) => typeof it === "boolean"),
  }));
}

/** @param {any} it */
const isPlace = (it) => Number.isInteger(it) && it >= 0;

/** How much room a canvas may have. @type {Mode[]} */
const MODES = ["wide", "narrow", "low", "tall"];

/** @param {any} it */
const isMove = (it) =>
  (it?.layout === "lanes" || it?.layout === "graph") &&
  MODES.includes(it.mode) &&
  typeof it.typeName === "string" &&
  [it.nth, it.x, it.y].every(Number.isFinite) &&
  Number.isInteger(it.nth) &&
  it.nth >= 0;

/** @param {Work} work */
export function saveWork(work) {
  const text = JSON.stringify(work);
  if (text !== kept) writeText("work", text);
  kept = text;
}

/** @param {any} value @param {(value: any) => boolean} good */
function check(value, good) {
  if (!good(value)) throw new TypeError("saved state of another shape");
  return value;
}

/**
 * @template T
 * @param {string} key
 * @param {T} fallback
 * @param {(value: any) => T} parse
 * @returns {T}
 */
function read(key, fallback, parse) {
  const text = stored(key);
  if (text === null) return fallback;
  try {
    return parse(JSON.parse(text));
  } catch {
    const aside = `${key}.set-aside`;
    writeText(aside, text);
    setAside.push(PREFIX + aside);
    return fallback;
  }
}

/** @param {string} key */
function stored(key) {
  for (const place of places(key)) {
    const text = storedIn(place, named(key));
    if (text !== null) return text;
  }
  // A visit by a link begins with the reader's settings.
  return address !== "" && key === "settings" ? storedIn(() => localStorage, key) : null;
}

/** Where that is kept; the first is asked first. @param {string} key @returns {(() => Storage)[]} */
function places(key) {
  if (address !== "") return [() => sessionStorage];
  return key === "work" ? [() => sessionStorage, () => localStorage] : [() => localStorage];
}

/** @param {string} key */
const named = (key) => (address === "" ? key : `${key}:${address}`);

/** @param {() => Storage} storage @param {string} key */
function storedIn(storage, key) {
  try {
    return storage().getItem(PREFIX + key);
  } catch {
    return null; // Storage is forbidden here: the page works without memory.
  }
}

/** @param {string} key @param {unknown} value */
const write = (key, value) => writeText(key, JSON.stringify(value));

/** @param {string} key @param {string} text */
function writeText(key, text) {
  for (const place of places(key)) storedOrNot(() => place().setItem(PREFIX + named(key), text));
}

/** @param {() => void} store */
function storedOrNot(store) {
  try {
    store();
  } catch {
    // Full or forbidden: nothing that was typed is lost by it until the page is closed.
  }
}
