// Whatever the size of the window: every control of the page is whole on the screen, or comes into sight by scrolling its
// row, and none lies on another.

import { expect, test } from './faultless.js';
import { CYCLE } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const WIDTHS = [360, 390, 430, 480, 560, 561, 600, 680, 760, 761, 768, 800, 834, 900, 960, 961, 1024, 1099, 1100, 1180, 1280, 1366, 1440, 1600, 1920];
const HEIGHTS = [390, 640, 800, 1100];
/** A finger needs larger controls, English longer words. */
const READERS = [
  { locale: 'en', touch: false },
  { locale: 'en', touch: true },
  { locale: 'zh-CN', touch: true },
];

/** What is cut off, outside of the window, or on something else. @param {Page} page @param {string} within */
const faults = (page, within) =>
  page.evaluate((within) => {
    /** @type {string[]} */
    const found = [];
    const isThere = (/** @type {Element} */ it) => !it.closest('.visually-hidden') && (it.closest('.panel')?.clientWidth ?? 9) > 2;
    const shown = [...document.querySelectorAll(`${within} :is(button, select, input, output, h2, h3)`)].filter((it) => it.checkVisibility({ visibilityProperty: true }) && isThere(it));
    const named = (/** @type {Element} */ it) => it.id || it.getAttribute('aria-label') || it.textContent?.trim() || it.tagName;
    /** The part of it that has been scrolled into sight. @param {Element} it */
    const boxOf = (it) => {
      const { left, right, top, bottom } = it.getBoundingClientRect();
      const around = it.closest('.tools, .tabs, .compare-columns');
      if (!around || ![getComputedStyle(around).overflowX, getComputedStyle(around).overflowY].includes('auto')) return { left, right, top, bottom };
      const sight = around.getBoundingClientRect();
      return { left: Math.max(left, sight.left), right: Math.min(right, sight.right), top: Math.max(top, sight.top), bottom: Math.min(bottom, sight.bottom) };
    };
    const boxes = shown.map((it) => ({ it, box: boxOf(it) })).filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
    for (const { it, box } of boxes) {
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`${named(it)} is beside the window`);
      const panel = it.closest('.panel, dialog')?.getBoundingClientRect();
      if (panel && box.right > panel.right + 0.5) found.push(`${named(it)} is cut off`);
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.it.contains(other.it) || other.it.contains(one.it)) continue;
        if (one.it.parentElement?.tagName === 'LABEL' && one.it.parentElement === other.it.parentElement) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) found.push(`${named(one.it)} and ${named(other.it)} overlap`);
      }
    }
    return found;
  }, within);

/** @param {Page} page @param {(size: string) => Promise<void>} look */
async function eachSize(page, look) {
  for (const height of HEIGHTS) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await look(`${width}×${height}`);
    }
  }
}

for (const { locale, touch } of READERS) {
  test.describe(`${locale}, ${touch ? 'finger' : 'mouse'}`, () => {
    test.use({ locale, hasTouch: touch, isMobile: touch });

    test('no control is out of reach at any size of the window', async ({ page }) => {
      await page.goto('');
      await expect(page.locator('html')).toHaveAttribute('data-begun', 'yes');
      // The longest words of a position.
      await page.evaluate(() => {
        const position = document.getElementById('position');
        if (position) position.textContent = '1,000,178 / 1,000,178';
      });
      await eachSize(page, async (size) => expect.soft(await faults(page, 'body'), size).toEqual([]));
    });

    test('a comparison has room for its pictures at any size of the window', async ({ page }) => {
      await page.goto(`#program=${encodeURIComponent(CYCLE)}`);
      await expect(page.locator('html')).toHaveAttribute('data-begun', 'yes');
      await page.locator('#compare-button').click();
      await page.locator('#compare-what').selectOption('collectors');
      await expect(page.locator('.compare-facts:not(:empty)')).toHaveCount(3);
      await eachSize(page, async (size) => {
        expect.soft(await faults(page, '#compare'), size).toEqual([]);
        const heights = await page.locator('.compare-stage').evaluateAll((all) => all.map((it) => it.clientHeight));
        expect.soft(Math.min(...heights), size).toBeGreaterThanOrEqual(130);
        const isCut = await page.locator('.compare-column').evaluateAll((all) => all.some((it) => it.scrollHeight > it.clientHeight + 1));
        expect.soft(isCut, `columns lie on one another, ${size}`).toBe(false);
        expect.soft(new Set(heights).size, `pictures equally high, ${size}`).toBe(1);
      });
    });
  });
}
