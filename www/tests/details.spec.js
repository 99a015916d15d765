// A program that does more than a trace holds: where objects are not recorded the page says so, and records them from there.

import { expect, test } from './faultless.js';
import { enter, open, position, rows, runToEnd, settled, step, toEnd } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const LONG = `def pair(n):
    inner = [n]
    return [n, inner]

for n in range(60_000):
    last = pair(n)
print(len(last))`;

const lacking = (/** @type {Page} */ page) => page.locator('#undetailed');
const record = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Record them from here on' });

/** Steps back from the end until the objects are not known any more. @param {Page} page */
async function toLacking(page) {
  const back = page.getByRole('button', { name: 'Step back' });
  await expect(async () => {
    await back.click();
    await expect(lacking(page)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

/** Has the objects recorded from where they are not known. @param {Page} page */
async function recordFromHere(page) {
  await toLacking(page);
  await record(page).click();
  await expect(lacking(page)).toBeHidden({ timeout: 60_000 });
  await expect(rows(page, 'list')).not.toHaveCount(0);
  await settled(page);
  return position(page);
}

test('details end, are told afresh at the end, and begin where they are asked for', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, LONG);
  await expect(lacking(page)).toBeHidden();
  await expect(rows(page, 'list')).toHaveCount(2);
  await toLacking(page);
  await expect(lacking(page)).toContainText('Here the objects are not recorded one by one');
  await expect(rows(page, 'list')).toHaveCount(0);
  // The table says the same, and not that nothing is there.
  await expect(page.locator('#objects')).toContainText('Here the objects are not recorded one by one');
  await expect(page.locator('#objects')).not.toContainText('The heap is empty.');

  const { at } = await recordFromHere(page);
  await expect(page.locator('#picture')).toBeFocused();
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect.poll(() => position(page).then((now) => now.at)).toBeGreaterThan(at);
  await expect(lacking(page)).toBeHidden();
});

test('the table, too, says that objects are not recorded, counts none, and has them recorded', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, LONG);
  await toLacking(page);
  // Beside the picture, which has the button, the table has none.
  await expect(record(page)).toHaveCount(1);
  await page.getByLabel('View of the heap').selectOption('Table');
  await expect(page.locator('#objects-note')).toBeEmpty();
  await expect(page.locator('#objects table')).toBeHidden();
  await expect(page.locator('#objects')).toContainText('Here the objects are not recorded one by one');
  await expect(record(page)).toHaveCount(1);
  await record(page).click();
  await expect(page.locator('#objects table')).toBeVisible({ timeout: 60_000 });
  await expect(rows(page, 'list').first()).toBeVisible();
  await expect(page.locator('#objects-note')).toContainText('objects');
});

test('what was recorded from a later statement is found again after a reload, and by a link', async ({ page, browser }) => {
  test.slow();
  await open(page);
  await runToEnd(page, LONG);
  const before = await recordFromHere(page);
  await page.reload();
  await expect.poll(() => position(page), { timeout: 60_000 }).toEqual(before);
  await expect(lacking(page)).toBeHidden();
  await expect(rows(page, 'list')).not.toHaveCount(0);

  await page.getByRole('button', { name: 'Share this program' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect.poll(() => position(other), { timeout: 60_000 }).toEqual(before);
  await expect(rows(other, 'list')).not.toHaveCount(0);
  await context.close();
});

test('details that began in a statement are not missed where that is taken back', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, 'a = []\nb = {}\ndef pair(n):\n    inner = [n]\n    return [n, inner]\n');
  for (const line of ['for n in range(60_000):', '    c = pair(n)', '']) await enter(page, line);
  await expect.poll(() => position(page).then(({ length }) => length), { timeout: 60_000 }).toBeGreaterThan(100_000);
  await toEnd(page);
  await recordFromHere(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#console-log')).toBeEmpty();
  await expect(rows(page, 'dict')).toHaveCount(1);
  await step(page, 'Step back');
  await step(page, 'Step back');
  await expect(lacking(page)).toBeHidden();
  await expect(rows(page, 'list')).toHaveCount(1);
});

test('too many objects to record are said to be too many', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, 'kept = []\nfor n in range(150_000):\n    kept.append([n])\nprint(len(kept))');
  await expect(lacking(page)).toContainText('Here the objects are not recorded one by one');
  await record(page).click();
  await expect(lacking(page)).toContainText('There are too many objects here', { timeout: 60_000 });
  await expect(record(page)).toBeHidden();
});
