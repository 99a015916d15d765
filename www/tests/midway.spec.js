// In the middle of something else: nothing is done silently, and nothing is refused silently.

import { expect, test } from './faultless.js';
import {
  CYCLE, caption, consoleLog, middle, named, open, played, position, prompt, rows, run, runToEnd, settled, toEnd, toStart, write,
} from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const play = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Play', exact: true });
const pause = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Pause', exact: true });

/** @param {Page} page @param {string} program */
async function begin(page, program) {
  await write(page, program);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
}

test('what cannot be done while a program runs says so, and is still to be read after a while', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []');
  await begin(page, 'while True: pass');
  await prompt(page).fill('b = 1');
  const acts = /** @type {[() => Promise<void>, string][]} */ ([
    [() => page.getByRole('button', { name: 'New list' }).click(), 'Home'],
    [() => page.getByRole('button', { name: 'Compare' }).click(), 'End'],
    [() => prompt(page).press('Enter'), 'Home'],
  ]);
  for (const [act, key] of acts) {
    await act();
    await expect(caption(page)).toHaveText(/^A program is running\. Stop it first\. Running: [\d,]+ steps so far…$/);
    await expect(page.locator('#caption-live')).toHaveText('A program is running. Stop it first.');
    // The trace that is there may be looked at meanwhile; the word is gone then.
    await page.locator('#scrubber').press(key);
    await expect(caption(page)).toHaveText(/^Running/);
  }
  await expect(prompt(page)).toHaveValue('b = 1');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('another version is chosen while a program runs: that program runs under it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []');
  await begin(page, 'import sys\nprint(sys.version_info[:2])\nwhile True: pass');
  await page.getByLabel('Python version').selectOption('3.9');
  await expect(caption(page)).toContainText('Running');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('(3, 9)');
  await expect(consoleLog(page)).toContainText('KeyboardInterrupt');
});

test('whoever presses Play where nothing was run yet sees the program run', async ({ page }) => {
  await open(page);
  await expect(page.locator('#position')).toHaveText('0 / 0');
  await play(page).click();
  await expect.poll(() => position(page).then(({ length }) => length)).toBeGreaterThan(20);
  await played(page);
  await expect(consoleLog(page)).toHaveText('2\n');
});

test('run again while it is played: from the start', async ({ page }) => {
  await open(page);
  await page.locator('#speed').selectOption('0.25');
  await write(page, CYCLE);
  await run(page);
  await expect.poll(() => position(page).then(({ at }) => at)).toBeGreaterThan(13);
  await write(page, 'b = {}');
  await expect(page.locator('#program-note')).toHaveText('edited since it ran');
  await run(page);
  await expect(page.locator('#program-note')).toBeEmpty();
  await toEnd(page);
  await expect(rows(page, 'dict')).toHaveCount(1);
  await expect(rows(page, 'list')).toHaveCount(0);
});

test('language, theme and speed are changed while the program is played', async ({ page }) => {
  await open(page);
  await page.locator('#speed').selectOption('0.25');
  await write(page, 'a = []\nfor i in range(30):\n    a.append([i])\n');
  await run(page);
  await page.getByLabel('Language').selectOption('zh-CN');
  const theme = page.locator('html');
  const before = await theme.getAttribute('data-theme');
  await page.getByRole('button', { name: /^主题/ }).click();
  await expect(theme).not.toHaveAttribute('data-theme', before ?? 'none');
  await expect(page.getByRole('button', { name: '暂停', exact: true })).toBeVisible();
  await expect(caption(page)).toHaveText(/\p{Script=Han}/u);
  // At a quarter of its speed it would take minutes.
  await page.getByLabel('播放速度').selectOption('16');
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => position(page).then(({ at, length }) => at === length)).toBe(true);
  // Both are found again.
  const chosen = await theme.getAttribute('data-theme');
  await page.reload();
  await expect(page.getByRole('button', { name: '运行' })).toBeVisible();
  await expect(theme).toHaveAttribute('data-theme', chosen ?? '');
});

test('the scrubber is dragged over the whole trace, while it plays as well', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const box = await page.locator('#scrubber').boundingBox();
  if (!box) throw new Error('there is no scrubber');
  const at = (/** @type {number} */ part) => [box.x + 8 + (box.width - 16) * part, box.y + box.height / 2];
  const { length } = await position(page);
  await toStart(page);
  await page.locator('#speed').selectOption('0.25');
  await play(page).click();
  await page.mouse.move(.../** @type {[number, number]} */ (at(0.02)));
  await page.mouse.down();
  for (const [part, lists] of /** @type {const} */ ([[0.5, 2], [0.99, 0], [0.4, 2]])) {
    await page.mouse.move(.../** @type {[number, number]} */ (at(part)), { steps: 4 });
    await expect.poll(() => position(page).then((now) => Math.abs(now.at - part * length))).toBeLessThan(3);
    await expect(rows(page, 'list')).toHaveCount(lists);
  }
  await page.mouse.up();
  // A hand on it ends the playing.
  await expect(play(page)).toBeVisible();
});

test('the window is made small and large again while the program is played', async ({ page }) => {
  await open(page);
  await page.locator('#speed').selectOption('0.25');
  await write(page, CYCLE);
  await run(page);
  for (const [width, height] of [[390, 844], [844, 390], [360, 640], [1280, 800]]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    await expect(pause(page)).toBeVisible();
    const picture = await page.locator('#picture').boundingBox();
    expect(picture?.width).toBeGreaterThan(250);
  }
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('2\n');
});

test('a card is carried while the program is played: it pauses, and the card stays in the hand', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nfor i in range(30):\n    a.append(i)\n');
  const at = await middle(page, named(page, 'a'));
  await page.locator('#speed').selectOption('1');
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(named(page, 'a')).toHaveCount(1);
  await page.getByRole('radio', { name: 'Event' }).check({ force: true });
  await page.locator('#speed').selectOption('0.25');
  await play(page).click();
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 90, { steps: 4 });
  await page.mouse.up();
  await expect(play(page)).toBeVisible();
  await expect(caption(page)).toContainText('stays where you put it');
  const now = await middle(page, named(page, 'a'));
  expect(Math.abs(now.x - at.x - 60)).toBeLessThanOrEqual(2);
  expect(Math.abs(now.y - at.y - 90)).toBeLessThanOrEqual(2);
});

test('a gesture in the middle of the timeline acts at its end, where the program is', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\nc = {}');
  await toStart(page);
  await page.getByRole('button', { name: 'New set' }).click();
  await expect(consoleLog(page)).toHaveText('>>> d = set()\n');
  await played(page);
  await expect(rows(page, 'list')).toHaveCount(2);
});

test('the selected object dies, or is not there yet: the inspector says so and leads to it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = {}\ndel a');
  const at = await middle(page, named(page, 'b'));
  await page.mouse.click(at.x, at.y);
  const inspector = page.getByRole('region', { name: 'Object', exact: true });
  await expect(inspector).toContainText('Reference count 1');
  await toStart(page);
  await expect(inspector).toContainText('dict b does not exist at this moment.');
  await expect(page.getByRole('group', { name: 'Selected item' })).toBeHidden();
  await inspector.getByRole('button', { name: 'Go to where it is made' }).click();
  await expect(inspector).toContainText('Reference count');
  await page.locator('#picture').press('Delete');
  await played(page);
  await expect(consoleLog(page)).toContainText('>>> del b');
  await settled(page);
  await expect(inspector).toBeHidden();
});
