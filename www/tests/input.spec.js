// Whatever stands in the editor: mistakes, nothing at all, very much of it.

import { expect, test } from './faultless.js';
import { caption, consoleLog, enter, open, paste, played, position, rows, run, runToEnd, settled, step, toEnd, toStart, write } from './bench.js';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a mistake in the syntax is told with its line, which is lit', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nif True\n    b = 1\n');
  await expect(consoleLog(page)).toHaveText('  File "<program>", line 2\n    if True\n           ^\nSyntaxError: expected \':\'\n');
  await expect(caption(page)).toHaveText('Nothing has run: Python does not understand the program. The console says where.');
  await expect(page.locator('.line-failed')).toHaveText('if True');
  // Printed is it after it was raised.
  for (let i = 0; i < 2; i += 1) await step(page, 'Step back');
  await expect(caption(page)).toHaveText("Line 2 raised SyntaxError: expected ':'");
});

test('a line whose exception is caught is lit until the program goes on; one that ends it stays lit', async ({ page }) => {
  await open(page);
  await write(page, 'a = []\ntry:\n    a.x\nexcept AttributeError:\n    b = 1\nc = 2\n1 / 0\nd = 3\n');
  await run(page);
  await toEnd(page);
  await expect(page.locator('.line-failed')).toHaveText('1 / 0');
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  for (let i = 0; i < 7; i += 1) await step(page, 'Step forward');
  await expect(page.locator('.line-running')).toHaveText('1 / 0');
  await expect(page.locator('.line-failed')).toHaveCount(0);
});

test('the line that is about to run is told with what stands in it, of the program and at the prompt', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\ndef f():\n    return [a]\n\nf()\n');
  await enter(page, 'b = f()');
  await expect(consoleLog(page)).toContainText('b = f()');
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  const lines = [];
  for (let at = 0; at < 6; at += 1) {
    await step(page, 'Step forward');
    lines.push(await caption(page).textContent());
  }
  expect(lines).toEqual([
    'Line 1 is about to run. a = []',
    'Line 2 is about to run. def f():',
    'Line 5 is about to run. f()',
    'In f(), line 3 is about to run. return [a]',
    'Line 1 is about to run. b = f()',
    'In f(), line 3 is about to run.',
  ]);
});

test('nothing, and no more than a comment, is run without a word of error', async ({ page }) => {
  await open(page);
  for (const program of ['', '# nothing\n']) {
    await write(page, program);
    await run(page);
    await settled(page);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(consoleLog(page)).toBeEmpty();
    await expect(page.locator('.line-failed')).toHaveCount(0);
  }
});

test('letters of all the world stand in the console, the picture’s table and the caption', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'größe = ["naïve 中文 🎉"]\nprint(größe[0])\n');
  await expect(consoleLog(page)).toHaveText('naïve 中文 🎉\n');
  await expect(rows(page, 'list')).toContainText('größe');
  await toStart(page);
  await expect(consoleLog(page)).toBeEmpty();
});

test('one line longer than all that the console shows: its end is shown', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'print("x" * 100000 + "end")\n');
  await expect(consoleLog(page)).toContainText('Earlier output is not shown');
  await expect(consoleLog(page)).toContainText('xxxend');
});

test('a very long line, and a list of three thousand', async ({ page }) => {
  await open(page);
  await runToEnd(page, `a = [${'[], '.repeat(3000)}]\nprint(len(a))\n`);
  await expect(consoleLog(page)).toHaveText('3000\n');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});

test('a program of ten thousand lines is pasted, run, and its running line is found', async ({ page }) => {
  await open(page);
  await paste(page, Array.from({ length: 10_000 }, (_, i) => `x${i} = [${i}]`).join('\n'));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => position(page).then(({ length }) => length), { timeout: 90_000 }).toBeGreaterThan(10_000);
  await page.getByRole('button', { name: 'To the end' }).click();
  await played(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  await step(page, 'Step back');
  await expect(page.locator('.line-running')).toHaveText('x9999 = [9999]');
  await page.reload();
  await expect(page.locator('.line-running')).toHaveText('x9999 = [9999]', { timeout: 60_000 });
});
