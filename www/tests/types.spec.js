// The filter by type, steps by death, and the chart of what the program itself takes.

import { expect, test } from './faultless.js';
import { caption, middle, named, open, position, rows, runToEnd, settled, step, toEnd, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @param {Page} page */
const types = (page) => page.getByRole('group', { name: 'Types of objects that are shown' });

test('types are left out of the picture and the table, and nothing else moves', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = [[], []]\nb = {"k": a}\nc = {1: b}\n');
  await settled(page);
  const place = () => named(page, 'b').getAttribute('data-box');
  const before = await place();
  await page.getByRole('button', { name: 'Choose which types are shown' }).click();
  await expect(types(page).getByRole('checkbox', { name: 'list 3' })).toBeChecked();
  await types(page).getByRole('checkbox', { name: 'list 3' }).uncheck();
  await expect(rows(page, 'list')).toHaveCount(0);
  await expect(rows(page, 'dict')).toHaveCount(2);
  await expect(page.locator('#folded')).toContainText('Left out: list');
  await settled(page);
  expect(await place()).toBe(before);
  await page.keyboard.press('Escape');
  const button = page.getByRole('button', { name: '1 type left out: choose which are shown' });
  await expect(button).toBeFocused();
  // Nobody finds what is not drawn.
  await page.locator('#picture').focus();
  const told = [];
  for (let i = 0; i < 10; i += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
    told.push(await page.locator('#picture-item').textContent());
  }
  expect(told.filter((text) => text?.startsWith('dict b'))).not.toEqual([]);
  expect(told.filter((text) => text?.startsWith('list'))).toEqual([]);
  // Stepping keeps the choice.
  await toStart(page);
  await toEnd(page);
  await expect(rows(page, 'list')).toHaveCount(0);
  await button.click();
  await types(page).getByRole('button', { name: 'Show all' }).click();
  await expect(rows(page, 'list')).toHaveCount(3);
  await expect(page.locator('#folded')).not.toContainText('Left out');
});

test('the choice stays as it is while the program is played: focus, places, clicks', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = {}\nfor i in range(300):\n    a[i] = [a]\n');
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  for (let i = 0; i < 2; i += 1) await step(page, 'Step forward');
  await page.getByRole('radio', { name: 'Event' }).check({ force: true });
  await page.locator('#speed').selectOption('1');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Choose which types are shown' }).click();
  const dict = types(page).getByRole('checkbox', { name: /^dict/ });
  await expect(dict).toBeFocused();
  const label = await types(page).locator('label').first().elementHandle();
  // The first list comes, and more of them.
  const lists = types(page).locator('label', { hasText: 'list' }).locator('.choice-count');
  await expect.poll(async () => Number(await lists.textContent()), { timeout: 60_000 }).toBeGreaterThan(2);
  expect(await label?.evaluate((it) => it === it.parentElement?.querySelector('label'))).toBe(true);
  await expect(dict).toBeFocused();
  await dict.uncheck();
  await expect(page.locator('#folded')).toContainText('Left out: dict');
  const all = types(page).getByRole('button', { name: 'Show all' });
  await all.click();
  await expect(dict).toBeChecked();
  await expect(page.locator('#folded')).not.toContainText('Left out');
  await expect(all).toBeFocused();
  // The focus elsewhere closes it.
  await page.keyboard.press('Tab');
  await expect(types(page)).toBeHidden();
});

test('steps by the death of the selected object, or of any', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = {}\nc = []\ndel a\nd = 1\ndel c\ne = 2\n');
  await page.getByRole('radio', { name: 'Death' }).check({ force: true });
  // Of any: c's list, then a's.
  await step(page, 'Step back');
  const last = (await position(page)).at;
  await expect(rows(page, 'list')).toHaveCount(0);
  await step(page, 'Step back');
  await expect(rows(page, 'list')).toHaveCount(1);
  // Of the selected: b's dict dies in neither direction before the end of the program.
  await settled(page);
  const at = await middle(page, named(page, 'b'));
  await page.mouse.click(at.x, at.y);
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(caption(page)).toHaveText('The selected object does not die on this side of the timeline.');
  const list = await middle(page, named(page, 'c'));
  await page.mouse.click(list.x, list.y);
  await expect(page.getByRole('region', { name: 'Object', exact: true })).toContainText('list');
  await step(page, 'Step forward');
  expect((await position(page)).at).toBe(last);
  await expect(rows(page, 'list')).toHaveCount(0);
});

test('the chart is of what the program made: imports do not flatten it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc, collections\na = []\nb = [a]\nc = 0\n');
  const legend = page.locator('#chart-legend');
  await expect(legend).toContainText(/^\d+ B/);
  const objects = Number(/(\d+) objects/.exec((await legend.textContent()) ?? '')?.[1]);
  expect(objects).toBeGreaterThan(1);
  expect(objects).toBeLessThan(12);
  // What the picture shows of them is counted as well, and what it does not is said.
  await expect(legend).toContainText(/ B2 of \d+ objects drawn$/);
  await expect(rows(page, 'list')).toHaveCount(2);
  await expect(page.locator('#chart-note')).toHaveText(/^besides \d+ kB in [\d,]+ objects of Python itself and of imports\. Not drawn are numbers, strings, code and the like\.$/);
});
