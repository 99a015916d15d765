// What does not move: the page once it is there, and the picture while something in it is only looked at.

import { expect, test } from './faultless.js';
import { CYCLE, caption, middle, named, open, pixels, runToEnd, settled } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Starts to count how far the page's parts are shifted without anybody's doing. @param {Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    const shifts = { shifted: 0 };
    Object.assign(window, shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = /** @type {PerformanceEntry & { value: number, hadRecentInput: boolean }} */ (entry);
        if (!hadRecentInput) Object.assign(window, { shifted: Reflect.get(window, 'shifted') + value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shifted = (/** @type {Page} */ page) => page.evaluate(() => Number(Reflect.get(window, 'shifted')));

for (const [width, height] of /** @type {const} */ ([[1280, 800], [390, 844]])) {
  test(`nothing is shifted when the page comes, and when it comes back: ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await watch(page);
    await open(page);
    await settled(page);
    expect(await shifted(page)).toBeLessThan(0.01);
    await runToEnd(page, CYCLE);
    await page.reload();
    await expect(caption(page)).not.toBeEmpty();
    await settled(page);
    expect(await shifted(page)).toBeLessThan(0.01);
  });
}

test('a card under the pointer lights what holds it and what it holds, and nothing stays lit', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\nc = [b]');
  const at = await middle(page, named(page, 'b'));
  const before = await pixels(page);
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => pixels(page)).not.toBe(before);
  await page.mouse.move(at.x, 5);
  await expect.poll(() => pixels(page)).toBe(before);
});
