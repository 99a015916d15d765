// Answers: why an object is alive, what would free it, where it dies; how the collector is set and what it did.

import { expect, test } from './faultless.js';
import { CYCLE, consoleLog, middle, named, open, played, position, rows, runToEnd, step, toEnd, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @param {Page} page */
const inspector = (page) => page.getByRole('region', { name: 'Object', exact: true });

/** @param {Page} page @param {import('@playwright/test').Locator} row */
async function select(page, row) {
  const at = await middle(page, row);
  await page.mouse.click(at.x, at.y);
}

test('what would free an object: the fewest references that lead to it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\nc = {"k": a}\ndel a\n');
  await select(page, rows(page, 'list').first());
  await expect(inspector(page)).toContainText('What would free it?');
  await expect(inspector(page)).toContainText('No name would lead to it without all of: name b + name c');
});

test('the way from a name is lit in the picture, step by step to be followed', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\nc = {"k": b}\ndel a, b\n');
  await select(page, rows(page, 'list').first());
  const picture = page.locator('#picture');
  const before = await picture.screenshot();
  const show = inspector(page).getByRole('button', { name: 'Show the way' });
  await show.click();
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await picture.screenshot()).equals(before)).toBe(false);
  await show.click();
  await expect.poll(async () => (await picture.screenshot()).equals(before)).toBe(true);
  await inspector(page).getByRole('button', { name: 'c', exact: true }).first().click();
  await expect(inspector(page)).toContainText('dict');
});

test('from an object to where it is made and where it dies, and back', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await toStart(page);
  for (let i = 0; i < 40 && (await rows(page, 'list').count()) < 2; i += 1) await step(page, 'Step forward');
  await select(page, named(page, 'a'));
  await inspector(page).getByRole('button', { name: 'Go to where it dies' }).click();
  await expect(inspector(page)).toContainText('list a does not exist at this moment.');
  const { at, length } = await position(page);
  expect(at).toBeLessThan(length);
  await inspector(page).getByRole('button', { name: 'Go to where it is made' }).click();
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(inspector(page)).toContainText('Reference count');
});

test('the collector is switched off and its thresholds are set, by Python statements', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\n');
  const collector = page.getByRole('region', { name: 'Collector' });
  await collector.getByRole('button', { name: 'Automatic: on' }).click();
  await played(page);
  await expect(consoleLog(page)).toContainText('>>> gc.disable()');
  await expect(collector.getByRole('button', { name: 'Automatic: off' })).toBeVisible();
  for (const [generation, threshold] of ['5', '2', '3'].entries()) {
    await collector.getByLabel(`Threshold of generation ${generation}`).fill(threshold);
  }
  await collector.getByRole('button', { name: 'Set', exact: true }).click();
  await played(page);
  await expect(consoleLog(page)).toContainText('>>> gc.set_threshold(5, 2, 3)');
  await expect(collector.locator('.gauge-value').first()).toContainText('/ 5');
  await collector.getByRole('button', { name: 'Automatic: off' }).click();
  await played(page);
  await expect(consoleLog(page)).toContainText('>>> gc.enable()');
});

test('what the collections did, as gc.get_stats() says, and what the full one waits for', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const stats = page.getByRole('table', { name: 'gc.get_stats()' });
  await expect(stats.getByRole('row', { name: /^2 1 2 0$/ })).toBeVisible();
  await expect(page.locator('#gauges')).toContainText('a full collection');
  await toStart(page);
  await expect(stats).toBeHidden();
  await toEnd(page);
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await expect(page.locator('#gauges')).toContainText('完全回收');
  await expect(page.getByRole('button', { name: '自动回收：开' })).toBeVisible();
});
