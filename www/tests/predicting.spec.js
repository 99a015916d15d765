// Predict, then reveal: the page stops before each del and collection, the reader says what will die.

import { expect, test } from './faultless.js';
import { CYCLE, consoleLog, middle, named, open, played, rows, run, walkTo, write } from './bench.js';

/** @import { Locator, Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const bar = (/** @type {Page} */ page) => page.getByRole('group', { name: 'Predict' });

/** @param {Page} page @param {Locator} row */
async function pick(page, row) {
  const at = await middle(page, row);
  await page.mouse.click(at.x, at.y);
}

/** @param {Page} page @param {string} program */
async function begin(page, program) {
  await open(page);
  await page.getByRole('button', { name: /^Predict/ }).click();
  await write(page, program);
  await run(page);
}

test('before del: what dies, what does not, and what was missed', async ({ page }) => {
  await begin(page, 'a = []\nb = [a]\nc = [a]\ndel b');
  await expect(bar(page)).toContainText('This line deletes a name: what will die?');
  await expect(page.locator('.line-running')).toHaveText('del b');
  await pick(page, named(page, 'a'));
  await expect(bar(page)).toContainText('You say: list a.');
  await bar(page).getByRole('button', { name: 'Reveal' }).click();
  await expect(bar(page)).toContainText('0 of 1 found. Missed: list b. Lives on: list a.');
  await expect(rows(page, 'list')).toHaveCount(3);
  await bar(page).getByRole('button', { name: 'Watch it' }).click();
  await played(page);
  await expect(bar(page)).toBeHidden();
  await expect(rows(page, 'list')).toHaveCount(2);
});

test('a cycle: nothing dies at either del, both at the collection', async ({ page }) => {
  await begin(page, CYCLE);
  for (const line of ['del a', 'del b']) {
    await expect(page.locator('.line-running')).toHaveText(line);
    await bar(page).getByRole('button', { name: 'Reveal' }).click();
    await expect(bar(page)).toContainText('Right: nothing dies.');
    await bar(page).getByRole('button', { name: 'Watch it' }).click();
  }
  await expect(bar(page)).toContainText('A collection begins: what will it free?');
  await pick(page, rows(page, 'list').first());
  await pick(page, rows(page, 'list').last());
  await bar(page).getByRole('button', { name: 'Reveal' }).click();
  await expect(bar(page)).toContainText('All right.');
  await bar(page).getByRole('button', { name: 'Watch it' }).click();
  await played(page);
  await expect(consoleLog(page)).toHaveText('2\n');
});

/** Whether anything is drawn on a canvas to the right of where the cursor stands. @param {Locator} canvas */
const isDrawnAhead = (canvas) =>
  canvas.evaluate((it) => {
    if (!(it instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const scrubber = /** @type {HTMLInputElement} */ (document.querySelector('#scrubber'));
    const part = Number(scrubber.value) / Number(scrubber.max);
    // Beyond the cursor's line, above the chart's ground.
    const first = Math.ceil(part * it.width) + 12;
    const ahead = it.getContext('2d')?.getImageData(first, 0, it.width - first, it.height - 2).data ?? [];
    return ahead.some((value) => value > 0);
  });

test('what lies ahead is not told before the answer: not by marks, the chart, the collections or the object', async ({ page }) => {
  await begin(page, CYCLE);
  await expect(bar(page)).toBeVisible();
  const canvases = [page.locator('#marks'), page.locator('#chart-canvas')];
  const collections = page.locator('#collections tbody tr');
  const dies = page.getByRole('button', { name: 'Go to where it dies' });
  for (const canvas of canvases) await expect.poll(() => isDrawnAhead(canvas)).toBe(false);
  await expect(collections).toBeHidden();
  await bar(page).getByRole('button', { name: 'Reveal' }).click();
  for (const canvas of canvases) await expect.poll(() => isDrawnAhead(canvas)).toBe(true);
  await expect(collections).toBeVisible();
  // The answer was seen: a card that is picked now is selected, and what becomes of it is told.
  await pick(page, named(page, 'a'));
  await expect(dies).toBeVisible();
  await bar(page).getByRole('button', { name: 'Watch it' }).click();
  await expect(page.locator('.line-running')).toHaveText('del b');
  await expect(bar(page)).toContainText('what will die?');
  await expect(page.getByText('Why is it alive?')).toBeVisible();
  await expect(dies).toBeHidden();
  for (const canvas of canvases) await expect.poll(() => isDrawnAhead(canvas)).toBe(false);
});

test('a second pick takes the first back; by keyboard, in 中文', async ({ page }) => {
  await begin(page, 'a = []\nb = {}\ndel a');
  await expect(bar(page)).toBeVisible();
  await page.getByLabel('Language').selectOption('zh-CN');
  const question = page.getByRole('group', { name: '预测' });
  await expect(question).toContainText('在图示中选出对象');
  await walkTo(page, /^list a/);
  await page.keyboard.press('Enter');
  await expect(question).toContainText('你的选择：list a。');
  await page.keyboard.press('Enter');
  await expect(question).not.toContainText('你的选择');
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: '揭晓' }).click();
  await expect(question).toContainText('全部正确');
});
