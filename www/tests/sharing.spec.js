// A program given to others: by a link, and in a frame of a tutorial.

import { expect, seeNoFault, test } from './faultless.js';
import { CYCLE, consoleLog, editor, open, position, runToEnd, settled, toEnd, toPass, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const kept = (/** @type {Page} */ page) => page.evaluate(() => localStorage.getItem('gcscope:work'));

test('a link opens with the program, its version and its step, and leaves other work alone', async ({ page, browser }) => {
  await open(page);
  await page.getByLabel('Python version').selectOption('3.12');
  await runToEnd(page, CYCLE);
  await toStart(page);
  await toPass(page, 'subtract_refs');
  const { at } = await position(page);
  await page.getByRole('button', { name: 'Share this program' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other);
  await runToEnd(other, 'mine = []');
  await settled(other);
  const before = await kept(other);
  await other.goto(link);
  await expect(editor(other)).toHaveText(CYCLE.replaceAll('\n', ''));
  await expect(other.getByLabel('Python version')).toHaveValue('3.12');
  await expect.poll(() => position(other).then((there) => there.at)).toBe(at);
  await expect(other.locator('#passes [aria-current="step"] code')).toHaveText('subtract_refs');
  await toEnd(other);
  await expect(consoleLog(other)).toHaveText('2\n');
  // What is done here is there after a reload, and not in the reader's own page.
  await other.reload();
  await expect(consoleLog(other)).toHaveText('2\n');
  expect(await kept(other)).toBe(before);
  await other.goto(new URL('./', link).href);
  await expect(editor(other)).toHaveText('mine = []');
  await context.close();
});

test('whatever stands in a program comes through', async ({ page }) => {
  const program = 's = "100 % & #1 + ä 中 \\" <b> =?"\nprint(s)\n';
  await open(page);
  await runToEnd(page, program);
  await page.getByRole('button', { name: 'Share this program' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('100 % & #1 + ä 中 " <b> =?\n');
});

test('in a frame of another page: the program runs, and the tutorial gets it back as it was', async ({ page, baseURL }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]');
  await page.getByRole('button', { name: 'Share this program' }).click();
  const html = await page.getByRole('textbox', { name: 'Frame for a tutorial (HTML)' }).inputValue();
  await page.route('**/tutorial.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Tutorial</title><main aria-label="Tutorial"><h1>Cycles</h1>${html}</main></html>` }));
  await page.goto(`${baseURL}tutorial.html`);
  const frame = page.frameLocator('iframe[title]');
  await expect(frame.getByRole('textbox', { name: 'Python program' })).toContainText('b = [a]');
  await expect(frame.locator('#objects tbody tr')).not.toHaveCount(0);
  await expect(frame.getByRole('button', { name: 'Examples' })).toBeHidden();
  await frame.getByRole('button', { name: 'Step back' }).click();
  await expect(frame.getByRole('button', { name: 'Step forward' })).toHaveAttribute('aria-disabled', 'false');
});

test('what an address asks for and there is not is named, with what there is', async ({ page }) => {
  for (const [hash, told] of [['#program=a&python=2.5', 'python=2.5 · accepted: 2.7, 3.8'], ['#program=a&speed=9', 'speed=9 · accepted: program, statement, python'], ['#position=-1', 'position=-1'], ['#details=x', 'details=x · accepted: 0, 1, 2']]) {
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect(page.locator('#failure')).toContainText('asks for something that does not exist');
    await expect(page.locator('#failure-detail')).toContainText(told ?? '');
  }
});

test('a page that was asked for what there is not opens without that part', async ({ page }) => {
  await page.goto('./#program=kept%20%3D%20%5B1%5D&python=2.5');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open without it' }).click();
  await expect(editor(page)).toHaveText('kept = [1]');
  await expect(page.locator('#failure')).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Python version' })).toHaveValue('3.14');
});

test('the address says language and theme', async ({ page }) => {
  await page.goto('./#lang=zh-CN&theme=dark&program=x%20%3D%201');
  await expect(page.getByRole('button', { name: '运行' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('from the help', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Help' }).tap();
    await page.getByRole('button', { name: 'Share this program' }).tap();
    await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#python=3\.14&program=/);
    await seeNoFault(page);
    await page.getByRole('button', { name: 'Close' }).tap();
  });
});
