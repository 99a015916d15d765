// A phone held upright: what a reader looks for is in sight, in panels that lie behind one another.

import { expect, test } from './faultless.js';
import { editor, open, prompt, run, runToEnd } from './bench.js';

/** @import { Locator, Page } from '@playwright/test' */

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

const tab = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('tab', { name });
const scrolled = (/** @type {Locator} */ box) => box.evaluate(({ scrollTop }) => scrollTop);

test('the console opens at what was said last and the prompt, and later where the reader has left it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'for i in range(30):\n    print(i)\n1/0');
  await tab(page, 'Console').click();
  await expect(prompt(page)).toBeInViewport({ ratio: 1 });
  const body = page.locator('#console-body');
  const hasEnded = () => body.evaluate((it) => it.scrollTop > 0 && it.scrollTop + it.clientHeight >= it.scrollHeight - 1);
  await expect.poll(hasEnded).toBe(true);

  await body.evaluate((it) => it.scrollTo(0, 24));
  await expect.poll(() => scrolled(body)).toBe(24);
  await tab(page, 'Program').click();
  await expect(body).toBeHidden();
  await tab(page, 'Console').click();
  await expect(body).toBeVisible();
  expect(await scrolled(body)).toBe(24);
});

test('a run begins at the beginnings of the lines, however far to the right one was typed', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('a = []\nb = [a]\nx = {"a": a, "b": b, "again": [{"x": a}, {"y": b}], "and": [{"graph": a}, {"x": b}]}');
  const scroller = page.locator('.cm-scroller');
  await expect.poll(() => scroller.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(50);
  await run(page);
  await expect.poll(() => scroller.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0);
  await expect(page.locator('.cm-line').first()).toBeInViewport();
});
