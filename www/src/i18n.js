// Keys to words: the chosen language's text for a key, its gaps filled.
//
// Texts are plain strings. `{name}` is a gap; `{n, plural, one {# object} other {# objects}}` chooses by a number, in
// which `#` is the number itself. Numbers are written as the language writes them.

import captionsEn from "./locales/captions.en.json";
import captionsZh from "./locales/captions.zh-CN.json";
import pageEn from "./locales/en.json";
import pageZh from "./locales/zh-CN.json";

/** @import { Message, Words } from "./types" */
/** @typedef {"en" | "zh-CN"} Locale */

/** @type {Record<Locale, Record<string, string>>} */
const TEXTS = { en: { ...captionsEn, ...pageEn }, "zh-CN": { ...captionsZh, ...pageZh } };

/** @type {Locale} */
let current = "en";

/** @returns {Locale} */
export const locale = () => current;

/** @param {string} value @returns {value is Locale} */
export const isLocale = (value) => Object.hasOwn(TEXTS, value);

/** The language that the browser asks for, of those we have. @returns {Locale} */
export function browserLocale() {
  for (const language of navigator.languages ?? [navigator.language]) {
    if (language.toLowerCase().startsWith("zh")) return "zh-CN";
    if (language.toLowerCase().startsWith("en")) return "en";
  }
  return "en";
}

/** By language and options: to make one takes longer than to use it a thousand times. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  const key = `${current} ${options ? JSON.stringify(options) : ""}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(current, options);
  formats.set(key, format);
  return format.format(value);
}

/** A size in bytes, in the largest unit that leaves a whole part. @param {number} value */
export function bytes(value) {
  const units = ["B", "kB", "MB", "GB"];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${number(value, { maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1 })} ${units[unit]}`;
}

/**
 * The text of a key. A key without a text shows itself, so that nothing is silently empty.
 * @param {string} key
 * @param {Words} [args]
 */
export function t(key, args = {}) {
  return fill(TEXTS[current][key] ?? TEXTS.en[key] ?? key, args);
}

/** @param {Message} message @returns {string} */
export function say({ key, args, also }) {
  const first = t(key, args);
  return also ? t("caption.and", { first, second: say(also) }) : first;
}

/** @param {string} key */
export const hasText = (key) => Object.hasOwn(TEXTS[current], key);

/** @param {string | number} value */
const written = (value) => (typeof value === "number" ? number(value) : value);

/** @param {string} text @param {Words} args @returns {string} */
function fill(text, args) {
  let out = "";
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    if (open < 0) return out + text.slice(at);
    const close = closing(text, open);
    out += text.slice(at, open) + gap(text.slice(open + 1, close), args);
    at = close + 1;
  }
  return out;
}

/** Where the brace that opens at `open` closes. @param {string} text @param {number} open */
function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === "{") depth += 1;
    if (text[i] === "}" && (depth -= 1) === 0) return i;
  }
  return text.length;
}

/** @param {string} inside @param {Words} args */
function gap(inside, args) {
  const plural = /^\s*(\w+)\s*,\s*plural\s*,/.exec(inside);
  if (!plural) return written(args[inside.trim()] ?? `{${inside}}`);
  const count = Number(args[/** @type {string} */ (plural[1])] ?? 0);
  const cases = pluralCases(inside.slice(plural[0].length));
  const chosen = cases[`=${count}`] ?? cases[new Intl.PluralRules(current).select(count)] ?? cases.other ?? "";
  return fill(chosen.replaceAll("#", number(count)), args);
}

/** @param {string} text @returns {Record<string, string>} */
function pluralCases(text) {
  /** @type {Record<string, string>} */
  const cases = {};
  let at = 0;
  for (let open = text.indexOf("{"); open >= 0; open = text.indexOf("{", at)) {
    const close = closing(text, open);
    cases[text.slice(at, open).trim()] = text.slice(open + 1, close);
    at = close + 1;
  }
  return cases;
}

/**
 * Changes the language and rewrites what index.html marks with data-i18n attributes.
 * @param {Locale} chosen
 */
export function setLocale(chosen) {
  current = chosen;
  document.documentElement.lang = chosen;
  translate(document);
}

/** @param {ParentNode} root */
function translate(root) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-i18n]"))) {
    element.textContent = t(element.dataset.i18n ?? "");
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-i18n-label]"))) {
    const label = t(element.dataset.i18nLabel ?? "");
    element.setAttribute("aria-label", label);
    if (element instanceof HTMLButtonElement) element.title = label;
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-i18n-placeholder]"))) {
    element.setAttribute("placeholder", t(element.dataset.i18nPlaceholder ?? ""));
  }
}
