// A program that takes its time: the page lives meanwhile, Stop ends it, and what is too much for it is an error of Python's.

import { expect, test } from '@playwright/test';
import { consoleLog, longestTask, open, played, position, rows, run, runToEnd, settled, toEnd, write } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ENDLESS = 'a = []\nprint("begun")\nwhile True: pass';

/** Starts the program and sees Stop in the place of Run. @param {Page} page @param {string} program */
async function begin(page, program) {
  await write(page, program);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
}

/** @param {Page} page */
async function stop(page) {
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible({ timeout: 60_000 });
}

test('a loop without end is stopped as by Ctrl-C, and what ran so far is shown', async ({ page }) => {
  await open(page);
  await begin(page, ENDLESS);
  // The page lives: its language changes, and the steps are counted while it runs.
  await expect(page.locator('#caption')).toContainText('Running');
  const before = await page.locator('#caption').textContent();
  await expect(page.locator('#caption')).not.toHaveText(before ?? '');
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await expect(page.getByRole('button', { name: '停止' })).toBeVisible();
  await expect(page.locator('#caption')).toContainText('运行中');
  await page.getByLabel('语言').selectOption('en');
  await stop(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('begun');
  await expect(consoleLog(page)).toContainText('KeyboardInterrupt');
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(page.locator('.line-failed')).toHaveText('while True: pass');
  // The heap is there, to go on with.
  const prompt = page.getByRole('textbox', { name: 'One more Python statement' });
  await prompt.fill('len(a)');
  await prompt.press('Enter');
  await expect(consoleLog(page)).toContainText('>>> len(a)\n0\n');
});

test('a stopped program is found again after a reload, stopped where it was', async ({ page }) => {
  await open(page);
  await begin(page, 'n = 0\nwhile True: n += 1');
  await stop(page);
  await toEnd(page);
  const { length } = await position(page);
  await page.reload();
  await expect.poll(() => position(page), { timeout: 60_000 }).toEqual({ at: length, length });
  await expect(consoleLog(page)).toContainText('KeyboardInterrupt');
});

test('a program that catches the interrupt is stopped by the second', async ({ page }) => {
  await open(page);
  await begin(page, 'while True:\n    try:\n        while True: pass\n    except BaseException:\n        print("caught")');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveAttribute('data-asked', '1');
  await stop(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('caught');
  await expect(consoleLog(page)).toContainText('gcscope: stopped');
});

test('another program may be run instead; the first is given up', async ({ page }) => {
  await open(page);
  await begin(page, ENDLESS);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Two lists in a ring/ }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
  await toEnd(page);
  await expect(consoleLog(page)).not.toContainText('begun');
});

test('no task is long while a program makes and drops a hundred thousand objects', async ({ page }) => {
  await open(page);
  await write(page, 'for i in range(100000):\n    a = [i]\n    b = [a]\nprint("done")');
  const longest = await longestTask(page, async () => {
    await run(page);
    await expect(page.locator('#run')).toBeVisible({ timeout: 60_000 });
    await toEnd(page);
  });
  expect(longest).toBeLessThan(50);
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
  const longest = await longestTask(page, async () => {
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
  expect(longest).toBeLessThan(50);
});

const DEAF = 'class A:\n    def __del__(self):\n        while True: pass\na = A()\nprint("begun")\ndel a\nprint("on")';

test('a finalizer without end is stopped, as by Ctrl-C, although no message reaches it', async ({ page }) => {
  await open(page);
  await begin(page, DEAF);
  await stop(page);
  await expect(page.locator('#caption')).toContainText('run again as far as it had come');
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText(/^begun\nException ignored .*A\.__del__[^]*KeyboardInterrupt\s*on\n$/);
  await expect(page.getByRole('textbox', { name: 'Python program' })).toContainText('while True: pass');
  // The heap is there, to go on with, also after a reload.
  const prompt = page.getByRole('textbox', { name: 'One more Python statement' });
  await prompt.fill('A.__name__');
  await prompt.press('Enter');
  await expect(consoleLog(page)).toContainText(">>> A.__name__\n'A'\n");
  await played(page);
  const { length } = await position(page);
  await page.reload();
  await expect.poll(() => position(page), { timeout: 60_000 }).toEqual({ at: length, length });
});

test('a finalizer that catches the interrupt is stopped by the second', async ({ page }) => {
  await open(page);
  await begin(page, 'class A:\n    def __del__(self):\n        while True:\n            try:\n                while True: pass\n            except BaseException: print("caught")\na = A()\ndel a\nprint("on")');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveAttribute('data-asked', '1');
  // Another worker has come as far, and is as deaf.
  await page.waitForTimeout(3000);
  await stop(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('caught\n');
  await expect(consoleLog(page)).toContainText('gcscope: stopped');
  await expect(consoleLog(page)).not.toContainText('on\n');
});

test('a native call that takes for ever is interrupted before it begins', async ({ page }) => {
  await open(page);
  await begin(page, 'a = []\nprint("begun")\nsum(range(10**12))');
  await stop(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('begun');
  await expect(consoleLog(page)).toContainText('KeyboardInterrupt');
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(page.locator('.line-failed')).toHaveText('sum(range(10**12))');
});

test('another program may be run instead of one that hears nothing', async ({ page }) => {
  await open(page);
  await begin(page, DEAF);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Two lists in a ring/ }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
  await toEnd(page);
  await expect(consoleLog(page)).not.toContainText('begun');
});

test('no task is long when a program prints without measure', async ({ page }) => {
  await open(page);
  await write(page, 'print(list(range(200000)))\nfor i in range(20000): print(i)');
  const longest = await longestTask(page, async () => {
    await run(page);
    await toEnd(page);
    await expect(consoleLog(page)).toContainText('19999\n');
  });
  expect(longest).toBeLessThan(50);
  await expect(consoleLog(page)).toContainText('not shown');
});

test('recursion without end is a RecursionError, and lists nested a million deep do no harm', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'def f(): f()\nf()');
  await expect(consoleLog(page)).toContainText('RecursionError: maximum recursion depth exceeded');
  await write(page, 'a = []\nfor i in range(1000000):\n    a = [a]\nprint("deep")\ndel a\nprint("gone")');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible({ timeout: 120_000 });
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('deep\ngone\n');
});

test('a large heap is shown in the table page by page', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = [[] for i in range(1000)]');
  await page.getByLabel('View of the heap').selectOption('Table');
  const pages = page.getByRole('group', { name: 'Pages of the table' });
  await expect(pages).toContainText('1–200 of 1,001');
  await pages.getByRole('button', { name: 'Later' }).click();
  await expect(pages).toContainText('201–400 of 1,001');
  await expect(rows(page, 'list')).toHaveCount(200);
  await pages.getByRole('button', { name: 'Earlier' }).click();
  await expect(pages).toContainText('1–200 of 1,001');
});
