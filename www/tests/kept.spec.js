// No work is lost: by a reload in the middle of something, by a second tab, by Run or an example, or by handing it on.

import { expect, test } from './faultless.js';
import { CYCLE, caption, consoleLog, editor, open, played, position, rows, run, runToEnd, settled, toEnd, write } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const undo = (/** @type {Page} */ page) => page.getByRole('button', { name: /^(Undo|Bring back)/ });

test('a reload while the program is played finds what was run, where it stood', async ({ page }) => {
  await open(page);
  await page.locator('#speed').selectOption('0.25');
  await write(page, CYCLE);
  await run(page);
  await expect.poll(() => position(page).then(({ at }) => at)).toBeGreaterThan(12);
  const { at, length } = await position(page);
  await page.reload();
  await expect.poll(() => position(page).then((now) => now.length)).toBe(length);
  expect((await position(page)).at).toBeGreaterThanOrEqual(at);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('a statement made by hand is kept before it has been played', async ({ page }) => {
  await open(page);
  await page.locator('#speed').selectOption('0.25');
  await page.getByRole('button', { name: 'New dict' }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.reload();
  // What is pressed before the work is there again changes nothing.
  await expect.poll(() => position(page).then(({ length }) => length)).toBeGreaterThan(0);
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('>>> a = {}\n');
  await expect(rows(page, 'dict')).toHaveCount(1);
});

test('what is typed while nothing was run yet is kept', async ({ page }) => {
  await open(page);
  await write(page, 'typed = 1');
  await page.reload();
  await expect(editor(page)).toHaveText('typed = 1');
});

test('each tab finds its own work again; a new one goes on with the last', async ({ page, context }) => {
  await open(page);
  await runToEnd(page, 'mine = []');
  const other = await context.newPage();
  await open(other);
  await expect(editor(other)).toHaveText('mine = []');
  await runToEnd(other, 'other = {}');
  await page.reload();
  await expect(editor(page)).toHaveText('mine = []');
  await expect(rows(page, 'list')).toHaveCount(1);
  const third = await context.newPage();
  await open(third);
  await expect(editor(third)).toHaveText('other = {}');
});

test('settings that cannot be read are set aside with a message, and the work stays', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []');
  await settled(page);
  await page.evaluate(() => localStorage.setItem('gcscope:settings', '{"speed": "fast"}'));
  await page.reload();
  await expect(caption(page)).toContainText('gcscope:settings.set-aside');
  await expect(rows(page, 'list')).toHaveCount(1);
  expect(await page.evaluate(() => localStorage.getItem('gcscope:settings.set-aside'))).toBe('{"speed": "fast"}');
});

test('what was drawn before Run is brought back by undo', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'New dict' }).click();
  await expect(consoleLog(page)).toContainText('>>> a = {}');
  await page.getByRole('button', { name: 'New set' }).click();
  await expect(consoleLog(page)).toContainText('>>> b = set()');
  await runToEnd(page, 'c = []');
  await expect(rows(page, 'dict')).toHaveCount(0);
  await expect(undo(page)).toHaveAccessibleName('Bring back what was there before');
  await undo(page).click();
  await expect(consoleLog(page)).toHaveText('>>> a = {}\n>>> b = set()\n');
  await expect(rows(page, 'set')).toHaveCount(1);
  await expect(editor(page)).toHaveText('c = []');
  await expect(undo(page)).toHaveAccessibleName('Undo the last statement');
  await undo(page).click();
  await expect(consoleLog(page)).toHaveText('>>> a = {}\n');
});

test('what an example took the place of is brought back by undo, in the editor as well', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'long = ["typed"]');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /An empty heap/ }).click();
  await expect(editor(page)).toHaveText('');
  await page.getByRole('button', { name: 'New list' }).click();
  await expect(consoleLog(page)).toContainText('>>> a = []');
  await played(page);
  await undo(page).click();
  await expect(consoleLog(page)).toBeEmpty();
  await undo(page).click();
  await expect(editor(page)).toHaveText('long = ["typed"]');
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
});

/** @param {Page} page @param {RegExp} name */
async function choose(page, name) {
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('an example that was changed and run stays in the editor when undo brings back what was there before it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'mine = ["typed"]');
  await choose(page, /Two lists in a ring/);
  await toEnd(page);
  await runToEnd(page, 'changed = {}');
  await expect(rows(page, 'dict')).toHaveCount(1);
  await undo(page).click();
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(editor(page)).toHaveText('changed = {}');
});

test('undo of an example changes the editor at once: nothing is taken from under a hand that types meanwhile', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'mine = ["typed"]');
  await choose(page, /Two lists in a ring/);
  await toEnd(page);
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'false');
  const seen = await page.evaluate(async () => {
    document.getElementById('undo')?.click();
    // No answer of the worker comes meanwhile.
    for (let i = 0; i < 50; i += 1) await null;
    return document.querySelector('.cm-content')?.textContent;
  });
  expect(seen).toBe('mine = ["typed"]');
  await expect(rows(page, 'list')).toHaveCount(1);
});

test('two examples, one at once after the other: undo brings back what was there before both', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'mine = ["typed"]');
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  // In one task: the first has not run when the second is chosen.
  await page.evaluate(() => {
    for (const item of [...document.querySelectorAll('[role=menuitem]')].slice(0, 2)) if (item instanceof HTMLElement) item.click();
  });
  await expect(editor(page)).not.toHaveText('mine = ["typed"]');
  await toEnd(page);
  await undo(page).click();
  await expect(editor(page)).toHaveText('mine = ["typed"]');
  await expect(rows(page, 'list')).toHaveCount(1);
});

test('a program that stands beside a heap made by hand is said not to be what was run', async ({ page }) => {
  await open(page);
  const note = page.locator('#program-note');
  await expect(editor(page)).not.toBeEmpty();
  await page.getByRole('button', { name: 'New dict' }).click();
  await expect(consoleLog(page)).toContainText('>>> a = {}');
  await expect(note).toHaveText('not run · heap made by hand');
  // On a phone as well, where the panel has no head.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Program' }).click();
  await expect(note).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  // Where nothing stands there is nothing to be mistaken.
  await write(page, '');
  await page.keyboard.press('Delete');
  await expect(note).toBeEmpty();
  await runToEnd(page, 'c = []');
  await expect(note).toBeEmpty();
  await undo(page).click();
  await expect(note).toHaveText('not run · heap made by hand');
});

test('a heap made by hand is handed on by its link', async ({ page, browser }) => {
  await open(page);
  for (const [kind, statement] of [['list', 'a = []'], ['object whose class has __del__', 'b = Finalizer()']]) {
    await page.getByRole('button', { name: `New ${kind}`, exact: true }).click();
    await expect(consoleLog(page)).toContainText(statement ?? '');
    await played(page);
  }
  const made = await consoleLog(page).textContent();
  const { at } = await position(page);
  await page.getByRole('button', { name: 'Share this program' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(consoleLog(other)).toHaveText(made ?? '');
  await expect(editor(other)).toHaveText('');
  await expect(rows(other, 'Finalizer')).toHaveCount(1);
  await expect.poll(() => position(other).then((there) => there.at)).toBe(at);
  await context.close();
});
