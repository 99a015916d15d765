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
  await expect(dialog(page)).toContainText('First difference after statement 3: another output.');
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
  await expect(column(page, /^Mark-sweep/)).toContainText('2 objects');
  await expect(column(page, /^Mark-sweep/).getByRole('group')).toHaveText('2\n');
  await expect(column(page, 'CPython’s collector')).toContainText('0 objects · 1 collection · 2 freed');
  await expect(column(page, 'CPython’s collector').getByRole('group')).toHaveText('2\n');
  await seeNoFault(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  // The page's own heap is as it was.
  await expect(page.locator('#console-log')).toHaveText('2\n');
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
