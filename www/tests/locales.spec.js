// Every text exists in every language, and every text is used.

import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const SRC = new URL('../src/', import.meta.url);
const LANGUAGES = ['en', 'zh-CN'];

/** @param {string} name @returns {Record<string, string>} */
const texts = (name) => JSON.parse(readFileSync(new URL(`locales/${name}.json`, SRC), 'utf8'));

/** All that asks for a text: the page's modules and index.html. */
function sources() {
  const modules = readdirSync(SRC).filter((file) => file.endsWith('.js'));
  return [...modules.map((file) => new URL(file, SRC)), new URL('../index.html', import.meta.url)]
    .map((url) => readFileSync(url, 'utf8'))
    .join('\n');
}

/** The gaps of a text by name; inside a plural as well. @param {string} text */
function gaps(text) {
  const names = [...text.matchAll(/\{\s*(\w+)\s*(?:\}|,\s*plural)/g)].map((found) => found[1]);
  return [...new Set(names)].sort();
}

for (const file of ['', 'captions.']) {
  test(`the languages have the same keys and gaps: ${file || 'page'}`, () => {
    const [first, ...others] = LANGUAGES.map((language) => texts(file + language));
    for (const other of others) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(first ?? {}).sort());
      for (const [key, text] of Object.entries(first ?? {})) expect([key, gaps(other[key] ?? '')]).toEqual([key, gaps(text)]);
    }
  });
}

test('no text is empty, and no page text hides a caption of the same key', () => {
  for (const language of LANGUAGES) {
    const [page, captions] = [texts(language), texts(`captions.${language}`)];
    for (const [key, text] of Object.entries({ ...captions, ...page })) expect([key, text.trim()]).not.toEqual([key, '']);
    expect(Object.keys(page).filter((key) => key in captions)).toEqual([]);
  }
});

test('every key that the page asks for has a text, and every text is asked for', () => {
  const text = sources();
  const literal = [
    ...text.matchAll(/\b(?:t|note|section|hasText)\(\s*["']([\w.-]+)["']/g),
    ...text.matchAll(/data-i18n(?:-label|-placeholder)?="([\w.-]+)"/g),
    ...text.matchAll(/\bkey: ["'](\w+\.\w+)["']/g),
    ...text.matchAll(/["'](help\.[\w.]+)["']/g),
    ...text.matchAll(/\? "([a-z]\w*\.\w+|yes)" : "([a-z]\w*\.\w+|no)"/g),
  ].flatMap((found) => found.slice(1));
  const patterns = [...text.matchAll(/\b(?:t|note)\(\s*`([^`]+)`/g)].map((found) => found[1] ?? '');
  const keys = Object.keys(texts('en'));
  const fits = patterns.map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));
  expect(literal.filter((key) => !keys.includes(key))).toEqual([]);
  expect(keys.filter((key) => !literal.includes(key) && !fits.some((fit) => fit.test(key)))).toEqual([]);
});

test('every pass and every list of the collector, and every state of an object, has a name in words', () => {
  const crate = (/** @type {string} */ file) => readFileSync(new URL(`../../src/trace/${file}`, import.meta.url), 'utf8');
  const events = crate('event.rs') + crate('playback/state.rs');
  for (const [kind, prefix] of [['Pass', 'pass'], ['GcList', 'list'], ['Trigger', 'trigger'], ['Condition', 'state']]) {
    const body = new RegExp(`pub enum ${kind} \\{([^}]*)\\}`).exec(events)?.[1] ?? '';
    const variants = [...body.matchAll(/^\s{4}([A-Z]\w*),/gm)].map((found) => snake(found[1] ?? ''));
    expect(variants.length).toBeGreaterThan(2);
    for (const language of LANGUAGES) {
      expect(variants.filter((variant) => !(`${prefix}.${variant}` in texts(language)))).toEqual([]);
    }
  }
});

/** @param {string} name */
const snake = (name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
