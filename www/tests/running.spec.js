// A program that takes its time: the page lives meanwhile, Stop ends it, and what is too much for it is an error of Python's.

import { expect, test } from './faultless.js';
import { caption, consoleLog, editor, enter, open, played, position, rows, runToEnd, toEnd, write } from './bench.js';

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

/** How many the page says the running program has made. @param {Page} page */
const steps = async (page) => Number((await caption(page).textContent())?.replace(/\D/g, ''));

/** What was asked before has reached the program: it has reported twice since. @param {Page} page */
async function goesOn(page) {
  for (let reports = 0; reports < 2; reports += 1) {
    const before = await steps(page);
    await expect.poll(() => steps(page), { timeout: 30_000 }).toBeGreaterThan(before);
  }
}

test('a loop without end is stopped as by Ctrl-C, and what ran so far is shown', async ({ page }) => {
  await open(page);
  await begin(page, ENDLESS);
  // The page lives: its language changes, and the steps are counted while it runs.
  await expect(caption(page)).toContainText('Running');
  const before = await caption(page).textContent();
  await expect(caption(page)).not.toHaveText(before ?? '');
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await expect(page.getByRole('button', { name: '停止' })).toBeVisible();
  await expect(caption(page)).toContainText('运行中');
  await page.getByLabel('语言').selectOption('en');
  await stop(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('begun');
  await expect(consoleLog(page)).toContainText('KeyboardInterrupt');
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(page.locator('.line-failed')).toHaveText('while True: pass');
  // The heap is there, to go on with.
  await enter(page, 'len(a)');
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
  // It hears both at once where the second comes before it has gone on.
  await goesOn(page);
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

const DEAF = 'class A:\n    def __del__(self):\n        while True: pass\na = A()\nprint("begun")\ndel a\nprint("on")';

test('a finalizer without end is stopped, as by Ctrl-C, although no message reaches it', async ({ page }) => {
  await open(page);
  await begin(page, DEAF);
  await stop(page);
  await expect(caption(page)).toContainText('run again as far as it had come');
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText(/^begun\nException ignored .*A\.__del__[^]*KeyboardInterrupt\s*on\n$/);
  await expect(editor(page)).toContainText('while True: pass');
  // The heap is there, to go on with, also after a reload.
  await enter(page, 'A.__name__');
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
  // Another worker begins anew, comes as far, and is as deaf.
  let most = 0;
  const isAnew = async () => {
    const now = await steps(page);
    const before = most;
    most = Math.max(most, now);
    return now < before;
  };
  await expect.poll(isAnew, { timeout: 60_000, intervals: [20] }).toBe(true);
  await expect.poll(() => steps(page), { timeout: 60_000 }).toBeGreaterThan(most);
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
