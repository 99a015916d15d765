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

test('the reference next to the object is offered beside the name', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = [[[{}]]]\n');
  await select(page, rows(page, 'dict').first());
  await expect(inspector(page)).toContainText('No name would lead to it without: name a');
  await expect(inspector(page)).toContainText(/Or closer to it, without: list 0x\w+, at \[0\]/);
});

test('of garbage it is said that a collection frees it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\na.append(a)\ndel a');
  await select(page, rows(page, 'list').first());
  await expect(inspector(page)).toContainText('No name leads to it.');
  await expect(inspector(page)).toContainText('A collection of its generation or an older one: it finds that nothing outside refers to it.');
});

test('what a module holds is no garbage: the way through the module is told', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\ngc.set_debug(gc.DEBUG_SAVEALL)\nclass P: pass\na = P()\na.me = a\ndel a\ngc.collect()\n');
  await select(page, rows(page, 'P').first());
  await expect(inspector(page)).toContainText('gc → .garbage → [0]');
  await page.getByRole('button', { name: 'Delete' }).click();
  await played(page);
  await expect(consoleLog(page)).toContainText('>>> del gc.garbage[0]');
});

test('where no name leads to the module, the inspector says that something holds the object', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'class P: pass\ndef keep():\n    import sys\n    sys.keep = [P()]\nkeep()\n');
  await select(page, rows(page, 'P').first());
  await expect(inspector(page)).toContainText('No name leads to it, but it is no garbage');
  await expect(inspector(page)).toContainText(/Nothing would lead to it without: dict 0x\w+, at 'keep'/);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('#caption')).toContainText('it is no garbage');
});

test('the way from a name is lit in the picture, step by step to be followed', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\nc = {"k": b}\ndel a, b\n');
  await select(page, rows(page, 'list').first());
  const picture = page.locator('#picture');
  let before = await picture.screenshot();
  // The bar beside the card finds its place a moment after the card is selected.
  await expect.poll(async () => {
    const last = before;
    before = await picture.screenshot();
    return before.equals(last);
  }).toBe(true);
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

test('a count over its threshold says why no collection runs', async ({ page }) => {
  await open(page);
  const gauges = page.locator('#gauges');
  await runToEnd(page, 'import gc\ngc.set_threshold(3, 10, 10)\na = [[], [], [], [], [], []]\n');
  const waits = gauges.getByText('Generation 0 is over its threshold: its collection begins where the interpreter next looks for one');
  while ((await waits.count()) === 0) await step(page, 'Step back');
  await expect(page.locator('#collector-note')).toHaveText('not running');
  await runToEnd(page, 'import gc\ngc.disable()\ngc.set_threshold(3, 10, 10)\na = [[], [], [], [], [], []]\n');
  await expect(gauges).toContainText('Automatic collections are off: a count may go beyond its threshold.');
  await runToEnd(page, 'import gc\ngc.set_threshold(0)\na = [[], [], [], [], [], []]\n');
  await expect(gauges).toContainText('With the threshold 0 no collection runs by itself.');
  await runToEnd(page, 'import gc\ngc.collect(0)\ngc.collect(0)\ngc.set_threshold(700, 1, 10)\n');
  await expect(gauges).toContainText('Generation 1 is over its threshold: it is collected as soon as generation 0 is over its own.');
  // Numbers of nothing are not told.
  await expect(gauges).toContainText('No full collection has left survivors yet');
  await expect(gauges).not.toContainText(/\b0 old ones/);
});

test('what the collections did, as gc.get_stats() says, and what the full one waits for', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const stats = page.getByRole('table', { name: 'gc.get_stats()' });
  await expect(stats.getByRole('row', { name: /^2 1 2 0$/ })).toBeVisible();
  await expect(page.locator('#gauges')).toContainText(/old ones, Python’s own included: a full collection/);
  await expect(page.locator('#collections')).toContainText('“Seen” counts Python’s own objects in these generations, too.');
  await toStart(page);
  await expect(stats).toBeHidden();
  await toEnd(page);
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await expect(page.locator('#gauges')).toContainText('完全回收');
  await expect(page.getByRole('button', { name: '自动回收：开' })).toBeVisible();
});
