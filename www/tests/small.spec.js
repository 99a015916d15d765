// Screens with little room: what matters is in sight, what opens stays on the screen, and what is said is said there, too.

import { expect, test } from './faultless.js';
import { CYCLE, open, played, run, runToEnd, settled, stepBy, toPass, toStart, write } from './bench.js';

/** @import { Locator, Page } from '@playwright/test' */

test.use({ hasTouch: true, isMobile: true, contextOptions: { reducedMotion: 'reduce' } });

const SIZES = /** @type {const} */ ([[390, 844], [360, 640], [640, 360], [844, 390]]);

/** How far it reaches out of the screen, in pixels. @param {Locator} element */
const outside = (element) =>
  element.evaluate((it) => {
    const { left, top, right, bottom } = it.getBoundingClientRect();
    return Math.max(0, -left, -top, right - innerWidth, bottom - innerHeight);
  });

const stage = (/** @type {Page} */ page) => page.locator('#picture').boundingBox();

for (const [width, height] of SIZES) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } });

    test('every menu stays on the screen, and the page does not grow by it', async ({ page }) => {
      await open(page);
      await runToEnd(page, 'a = [1, [2], {3: 4}]');
      for (const [button, list] of [['#examples-button', '#examples-menu'], ['#pauses-button', '#pauses-list'], ['#types-button', '#types-list']]) {
        await page.locator(button ?? '').tap();
        await expect(page.locator(`${list} :is(button, label)`).first()).toBeVisible();
        expect(await outside(page.locator(list ?? '')), list).toBe(0);
        expect(await page.evaluate(() => [innerWidth, innerHeight]), list).toEqual([width, height]);
        await page.keyboard.press('Escape');
      }
      await page.locator('#examples-button').tap();
      await page.getByRole('menuitem', { name: /An empty heap/ }).tap();
      await expect(page.locator('.cm-content')).toHaveText('');
    });

    test('the collector, the view, and the first type are in sight without panning the tool bar', async ({ page }) => {
      await open(page);
      await runToEnd(page, CYCLE);
      const bar = page.locator('#tools');
      for (const part of ['#collect button:last-of-type', '#view', '[data-create="list"]']) {
        const { left, right } = await page.locator(part).evaluate((it) => it.getBoundingClientRect());
        const box = await bar.boundingBox();
        expect(left, part).toBeGreaterThanOrEqual(box?.x ?? Infinity);
        expect(right, part).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) + 1);
      }
      // It goes on, and tells so at the end where it does.
      await expect(bar).toHaveAttribute('data-before', 'no');
      await expect(bar).toHaveAttribute('data-after', 'yes');
      await page.locator('#compare-button').focus();
      await expect(bar).toHaveAttribute('data-before', 'yes');
      await bar.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
      await expect(bar).toHaveAttribute('data-after', 'no');
    });

    test('a question what will die leaves the picture where it is, and the code in sight', async ({ page }) => {
      await open(page);
      await write(page, CYCLE);
      const before = await stage(page);
      await page.locator('#predict').tap();
      await run(page);
      const bar = page.locator('#predict-bar');
      await expect(bar).toBeVisible();
      await settled(page);
      expect(await stage(page)).toEqual(before);
      expect(await outside(bar)).toBe(0);
      await bar.getByRole('button', { name: 'Reveal' }).tap();
      await expect(bar).toContainText('Right: nothing dies.');
      expect(await stage(page)).toEqual(before);
      expect(await outside(page.locator('.line-running'))).toBe(0);
    });

    test('what is left out, and that a graph would be too large, is said', async ({ page }) => {
      await open(page);
      await runToEnd(page, 'many = [[] for _ in range(5000)]\nn = 1');
      const line = page.locator('#folded');
      await expect(line).toBeHidden();
      await page.locator('#view').selectOption('graph');
      await expect(line).toBeVisible();
      await expect(line).toContainText('Too many objects for a graph');
      await page.locator('#view').selectOption('lanes');
      await expect(line).toBeHidden();
      await page.locator('#types-button').tap();
      await page.getByRole('checkbox', { name: /^list/ }).uncheck();
      await page.keyboard.press('Escape');
      await expect(line).toBeVisible();
      await expect(line).toContainText('Left out: list');
    });
  });
}

test.describe('the smallest phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the names, the lanes and the code are seen together, whichever tab is used', async ({ page }) => {
    await open(page);
    await runToEnd(page, CYCLE);
    await toStart(page);
    await toPass(page, 'subtract_refs');
    for (const tab of ['Collector', 'Console', 'Program']) {
      await page.getByRole('tab', { name: tab }).tap();
      expect(await outside(page.locator('#stage')), tab).toBe(0);
      expect(await page.locator('.bench').evaluate((it) => it.scrollHeight - it.clientHeight), tab).toBe(0);
    }
    expect(await outside(page.locator('.cm-line').nth(2))).toBe(0);
    await stepBy(page, 'Event');
    await page.locator('#go-last').tap();
    await played(page);
  });
});
