// Playing pauses at the marks that were chosen, and says at which.

import { expect, test } from './faultless.js';
import { CYCLE, consoleLog, open, played, position, rows, run, write } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @param {Page} page @param {string} name */
async function pauseAt(page, name) {
  await page.getByRole('button', { name: /^Pause at/ }).click();
  await page.getByRole('checkbox', { name }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name })).toBeHidden();
}

const told = (/** @type {Page} */ page) => page.locator('#pauses-told');
const play = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Play', exact: true }).click();

test('at each collection', async ({ page }) => {
  await open(page);
  await pauseAt(page, 'each collection');
  await expect(page.getByRole('button', { name: 'Pause at 1 mark' })).toBeVisible();
  await write(page, 'import gc\ngc.collect(0)\na = []\na.append(a)\ndel a\nprint(gc.collect())');
  await run(page);
  await expect(told(page)).toHaveText('Paused: a collection');
  await expect(page.locator('#collector-note')).toContainText('generation 0');
  await expect(rows(page, 'list')).toHaveCount(0);
  await play(page);
  await expect(page.locator('#collector-note')).toContainText('generation 2');
  await expect(told(page)).toHaveText('Paused: a collection');
  await expect(rows(page, 'list')).toHaveCount(1);
  await play(page);
  await played(page);
  await expect(told(page)).toBeEmpty();
  await expect(consoleLog(page)).toHaveText('1\n');
});

test('at each pass, one after the other', async ({ page }) => {
  await open(page);
  await pauseAt(page, 'each pass');
  await write(page, CYCLE);
  await run(page);
  const seen = [];
  for (const pass of ['merge_younger', 'update_refs', 'subtract_refs', 'move_unreachable']) {
    await expect(page.locator('#passes [aria-current="step"] code')).toHaveText(pass);
    await expect(told(page)).toHaveText('Paused: a pass of a collection');
    seen.push((await position(page)).at);
    await play(page);
  }
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

const FINALIZED = 'class A:\n    def __del__(self): print("bye")\na = A()\ndel a\nprint("end")';

test('at each finalizer; the choice is kept across a reload, in 中文 as well', async ({ page }) => {
  await open(page);
  await pauseAt(page, 'each finalizer');
  await write(page, FINALIZED);
  await run(page);
  await expect(told(page)).toHaveText('Paused: a finalizer runs');
  await expect(rows(page, 'A')).toHaveCount(1);
  await expect(consoleLog(page)).toBeEmpty();
  await play(page);
  await played(page);
  await expect(consoleLog(page)).toHaveText('bye\nend\n');
  await page.getByLabel('Language').selectOption('zh-CN');
  await page.reload();
  await page.getByRole('button', { name: '暂停于 1 种标记' }).click();
  await expect(page.getByRole('checkbox', { name: '每个终结器' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '每次回收' })).not.toBeChecked();
});

test('at each object that is freed', async ({ page }) => {
  await open(page);
  await pauseAt(page, 'each object freed');
  await write(page, 'a = []\ndel a\nb = {}\ndel b');
  await run(page);
  await expect(told(page)).toHaveText('Paused: an object is freed');
  await expect(page.locator('.line-running')).toHaveText('del a');
  await play(page);
  await expect(page.locator('.line-running')).toHaveText('del b');
  await expect(told(page)).toHaveText('Paused: an object is freed');
});
