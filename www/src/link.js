// What the address of the page asks for: a link to a program, or a frame in somebody's tutorial.
//
// `#program=…&statement=…&python=3.12&details=9000&position=40&lang=zh-CN&theme=dark&embed`: each part may be left out, `statement` may
// stand there several times, and a person can read and write it. Invariant: what is read from the address that was written is what was written.

import { isLocale } from "./i18n.js";

/** @import { Locale } from "./i18n.js" */
/** @import { Theme } from "./settings.js" */

/**
 * @typedef {object} Link
 * @property {string | null} program null: the page's own work
 * @property {string[]} statements executed after it, one after the other
 * @property {string | null} python
 * @property {number | null} details the step of the program before which its objects are first recorded one by one; null: at its start
 * @property {number | null} position where the program is shown; null: at its start
 * @property {Locale | null} locale
 * @property {Theme | null} theme
 * @property {boolean} isEmbedded as part of another page: without what leads elsewhere
 */
/** @typedef {{ name: string, value: string, accepted: string }} Wrong a part of the address that means nothing here */

/** A frame shows a picture and a timeline; lower it would have no room for them. */
const FRAME = { width: "100%", height: "720" };

/** @param {string} hash the address from its # on @returns {{ link: Link, wrong: Wrong | null }} */
export function readLink(hash) {
  /** @type {Link} */
  const link = { program: null, statements: [], python: null, details: null, position: null, locale: null, theme: null, isEmbedded: false };
  /** @type {Wrong | null} */
  let wrong = null;
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const accepted = take(link, name, value);
    if (accepted !== null) wrong ??= { name, value, accepted };
  }
  // Statements need something that they come after, if only an empty program.
  if (link.statements.length > 0) link.program ??= "";
  return { link, wrong };
}

/** The address without that part. @param {string} hash @param {string} part */
export function without(hash, part) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  parts.delete(part);
  return parts.toString();
}

/** Takes one part in; what it accepts, where that is something else. @param {Link} link @param {string} name @param {string} value @returns {string | null} */
function take(link, name, value) {
  switch (name) {
    case "program":
      link.program = value;
      return null;
    case "statement":
      link.statements.push(value);
      return null;
    case "python":
      link.python = value;
      return null;
    case "details":
    case "position":
      if (!/^\d+$/.test(value)) return "0, 1, 2, …";
      link[name] = Number(value);
      return null;
    case "lang":
      if (!isLocale(value)) return "en, zh-CN";
      link.locale = value;
      return null;
    case "theme":
      if (value !== "light" && value !== "dark" && value !== "auto") return "auto, light, dark";
      link.theme = value;
      return null;
    case "embed":
      link.isEmbedded = true;
      return null;
    default:
      return "program, statement, python, details, position, lang, theme, embed";
  }
}

/** @typedef {{ program: string, statements: string[], python: string, details: number, position: number }} Shown */

/** The address that opens with this. @param {Shown} what @param {URL} page */
export function linkTo({ program, statements, python, details, position }, page) {
  const parts = [
    `python=${python}`,
    ...(details === 0 ? [] : [`details=${details}`]),
    ...(position === 0 ? [] : [`position=${position}`]),
    `program=${encodeURIComponent(program)}`,
    ...statements.map((statement) => `statement=${encodeURIComponent(statement)}`),
  ];
  return `${page.origin}${page.pathname}#${parts.join("&")}`;
}

/** The HTML of a frame with this, for a tutorial. @param {string} link @param {string} title */
export function frameOf(link, title) {
  const text = (/** @type {string} */ it) => it.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${text(`${link}&embed`)}" title="${text(title)}" width="${FRAME.width}" height="${FRAME.height}" loading="lazy" allow="clipboard-write"></iframe>`;
}
