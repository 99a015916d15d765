// The same program in several ways, side by side.

import { expect, seeNoFault, test } from './faultless.js';
import { CYCLE, open, runToEnd } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const dialog = (/** @type {Page} */ page) => page.getByRole('dialog', { name: 'Compare runs' });
const column = (/** @type {Page} */ page, /** @type {string | RegExp} */ name) => dialog(page).getByRole('region', { name });

test('two versions: the first difference is marked and stood at', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\na = []\nprint(gc.get_threshold())\nb = [a]');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(page)).toContainText('First difference after statement 3: different output.');
  await expect(column(page, 'Python 3.12').getByRole('group')).toHaveText('(700, 10, 10)\n');
  await expect(column(page, 'Python 3.14').getByRole('group')).toHaveText('(2000, 10, 10)\n');
  await dialog(page).getByRole('button', { name: 'Previous statement' }).click();
  await expect(column(page, 'Python 3.12').getByRole('group')).toBeEmpty();
  await dialog(page).getByRole('button', { name: 'First difference' }).click();
  await expect(column(page, 'Python 3.12').getByRole('group')).toHaveText('(700, 10, 10)\n');
  await dialog(page).getByLabel('Python on the right').selectOption('3.11');
  await expect(dialog(page)).toContainText('No difference');
});

test('reference counting alone, mark-sweep, and CPython’s collector: who frees the cycle', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await page.getByRole('button', { name: 'Compare' }).click();
  await dialog(page).getByRole('combobox', { name: 'Compare' }).selectOption({ label: 'three ways to free memory' });
  await dialog(page).getByRole('slider', { name: 'Statement' }).press('End');
  await expect(column(page, 'Reference counting alone')).toContainText('2 objects · 0 collections · 0 freed');
  await expect(column(page, 'Reference counting alone').getByRole('group')).toHaveText('0\n');
  await expect(column(page, /^Mark-sweep/)).toContainText('2 objects · 1 sweep, which found 2 unreachable · 0 freed');
  await expect(column(page, /^Mark-sweep/).getByRole('group')).toHaveText('2\n');
  await expect(column(page, 'CPython’s collector')).toContainText('0 objects · 1 collection · 2 freed');
  await expect(column(page, 'CPython’s collector').getByRole('group')).toHaveText('2\n');
  await seeNoFault(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  // The page's own heap is as it was.
  await expect(page.locator('#console-log')).toHaveText('2\n');
});

/** By how much the pictures' badges differ in height, and how high the lowest is. @param {Page} page */
async function badgeHeights(page) {
  const all = await badges(page);
  return { differ: Math.max(...all) - Math.min(...all), lowest: Math.min(...all) };
}

/** How high a count's badge is in each picture: the longest upright run of its ground's colour. @param {Page} page */
const badges = (page) =>
  dialog(page).locator('canvas').evaluateAll((all) => all.map((picture) => {
    if (!(picture instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const copy = document.createElement('canvas');
    // Its own size is that of the element before a picture was put there.
    Object.assign(copy, { width: picture.clientWidth, height: picture.clientHeight });
    const context = copy.getContext('2d');
    if (!context) throw new Error('no context');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let longest = 0;
    for (let x = 0; x < copy.width; x += 1) {
      for (let y = 0, run = 0; y < copy.height; y += 1) {
        const at = 4 * (y * copy.width + x);
        run = data[at] === 0x27 && data[at + 1] === 0x30 && data[at + 2] === 0x3d ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }));

test('an object is as large in one picture as in the others, however many there are; and the next line is told as such', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\nkept = []\nfor i in range(40):\n    a = []\n    a.append(a)\ndel a\ngc.collect()\nb = []');
  await page.getByRole('button', { name: 'Compare' }).click();
  await dialog(page).getByRole('combobox', { name: 'Compare' }).selectOption({ label: 'three ways to free memory' });
  await expect(dialog(page)).toContainText('First difference after');
  await dialog(page).getByRole('slider', { name: 'Statement' }).press('End');
  await expect(column(page, 'Reference counting alone')).toContainText('42 objects');
  await expect(column(page, 'CPython’s collector')).toContainText('2 objects');
  await expect(dialog(page)).toContainText('At the end');
  // Within a row of pixels: they need not stand on the same fraction of one. No arrow of their colour goes straight down.
  await expect.poll(async () => (await badgeHeights(page)).differ).toBeLessThanOrEqual(1);
  expect((await badgeHeights(page)).lowest).toBeGreaterThan(6);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(async () => (await badgeHeights(page)).differ).toBeLessThanOrEqual(1);
  await dialog(page).getByRole('button', { name: 'Previous statement' }).click();
  await expect(dialog(page)).toContainText('Next, line 8: b = []');
});

test('without a network, before anything is kept for it, the comparison says that it cannot be, and the page lives on', async ({ page, context }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(page)).toContainText('The simulator could not be loaded');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await runToEnd(page, 'print("here")');
  await expect(page.locator('#console-log')).toHaveText('here\n');
});

test('in 中文', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await page.getByLabel('Language').selectOption('zh-CN');
  await page.getByRole('button', { name: '比较', exact: true }).click();
  const shown = page.getByRole('dialog', { name: '比较多次运行' });
  await shown.getByRole('combobox', { name: '比较' }).selectOption({ label: '三种释放内存的方式' });
  await expect(shown).toContainText('仅用引用计数');
  await expect(shown).toContainText('首个差异在第');
});
