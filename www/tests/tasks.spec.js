// How long the page's main thread is busy at a time while the engine works: under 50 ms, or the page would feel stuck.
//
// These tests have the machine to themselves: they run one by one, after all others (playwright.config.js).

import { expect, test } from '@playwright/test';
import { consoleLog, open, position, run, runToEnd, settled, toEnd, write } from './bench.js';
import { longestTask, medianSeek } from './tasks.js';

// For its traces Playwright takes the whole page down after each action: of a large page that would be the longest task.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } });

/** In milliseconds. */
const LONG = 50;

test('no task is long while a program makes and drops a hundred thousand objects', async ({ page }) => {
  await open(page);
  await write(page, 'for i in range(100000):\n    a = [i]\n    b = [a]\nprint("done")');
  const longest = await longestTask(page, LONG, async () => {
    await run(page);
    await expect(page.locator('#run')).toBeVisible({ timeout: 60_000 });
    await toEnd(page);
  });
  expect(longest).toBeLessThan(LONG);
  await expect(consoleLog(page)).toHaveText('done\n');
});

test('the page lives during a collection of a million objects: another language, another place in a list', async ({ page }) => {
  await open(page);
  // Once the browser has to load a font for Chinese; that is no work of the page's.
  for (const language of ['zh-CN', 'en']) {
    await page.locator('#language').selectOption(language);
    await settled(page);
  }
  await write(page, 'import gc\ngc.disable()\na = [[] for i in range(1000000)]\nfor i in range(100): gc.collect()\n');
  const longest = await longestTask(page, LONG, async () => {
    await page.locator('#run').click();
    await expect(page.locator('#stop')).toBeVisible();
    for (const [language, name] of [['zh-CN', '停止'], ['en', 'Stop']]) {
      await page.locator('#language').selectOption(language ?? '');
      await expect(page.locator('#stop')).toHaveText(name ?? '');
    }
    await page.locator('#help-button').click();
    const help = page.locator('.help-body');
    await help.hover();
    await page.mouse.wheel(0, 200);
    await expect.poll(() => help.evaluate((body) => body.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    // All that while it ran.
    await expect(page.locator('#stop')).toBeVisible();
    await page.locator('#stop').click();
    await expect(page.locator('#run')).toBeVisible({ timeout: 60_000 });
  });
  expect(longest).toBeLessThan(LONG);
});

test('no task is long when a program prints without measure', async ({ page }) => {
  await open(page);
  await write(page, 'print(list(range(200000)))\nfor i in range(20000): print(i)');
  const longest = await longestTask(page, LONG, async () => {
    await run(page);
    await toEnd(page);
    await expect(consoleLog(page)).toContainText('19999\n');
  });
  expect(longest).toBeLessThan(LONG);
  await expect(consoleLog(page)).toContainText('not shown');
});

test('no task is long while a large graph is drawn', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nlarge = [[] for i in range(600)]\nobjgraph.show_refs([large], too_many=5000)\n');
  const longest = await longestTask(page, LONG, async () => {
    await page.locator('#go-first').click();
    await expect(page.locator('#drawing')).toBeHidden();
    await page.locator('#go-last').click();
    // To look for roles and names among so many elements would itself take long.
    await page.waitForFunction(() => document.querySelectorAll('#drawing .drawing-node').length === 601);
    await page.waitForFunction(() => document.querySelectorAll('#drawing li').length === 600);
  });
  expect(longest).toBeLessThan(LONG);
});

test('any place in a trace of a million events is shown in less than a moment', async ({ page }) => {
  await open(page);
  await write(page, 'import gc\nfor i in range(47000):\n    a = []\n    b = [a]\n    a.append(b)\nprint(gc.collect())');
  await run(page);
  await expect(page.locator('#run')).toBeVisible({ timeout: 120_000 });
  await toEnd(page);
  expect((await position(page)).length).toBeGreaterThan(1_000_000);
  expect(await medianSeek(page, LONG)).toBeLessThan(LONG);
});
