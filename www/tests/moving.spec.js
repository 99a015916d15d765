// Cards are put elsewhere by mouse, finger and key; they stay there, whatever runs, until they are tidied up.

import { expect, test } from './faultless.js';
import { caption, consoleLog, enter, middle, named, open, played, position, run, runToEnd, settled, step, toEnd, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TWO = 'a = []\nb = [a]\nc = {}';

/** Where the card of the object with that name is. @param {Page} page @param {string} name */
async function place(page, name) {
  const { x, y } = await middle(page, named(page, name));
  return { x: Math.round(x), y: Math.round(y) };
}

/**
 * From the one card to the other, in widths of a card: however large everything is shown.
 * @param {Page} page @param {string} from @param {string} to
 */
async function apart(page, from, to) {
  const [a, b] = [await middle(page, named(page, from)), await middle(page, named(page, to))];
  const width = Number((await named(page, from).getAttribute('data-box'))?.split(' ')[2]);
  return { x: Math.round(((b.x - a.x) / width) * 100), y: Math.round(((b.y - a.y) / width) * 100) };
}

/**
 * Drags the card with that name so far, and sees it there: the page shows it with its next picture.
 * @param {Page} page @param {string} name @param {number} dx @param {number} dy
 */
async function drag(page, name, dx, dy) {
  const at = await middle(page, named(page, name));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + dx / 2, at.y + dy / 2);
  await page.mouse.move(at.x + dx, at.y + dy);
  await page.mouse.up();
  const away = async () => {
    const now = await middle(page, named(page, name));
    return Math.max(Math.abs(now.x - at.x - dx), Math.abs(now.y - at.y - dy));
  };
  await expect.poll(away).toBeLessThanOrEqual(2);
}

/** @param {{ x: number, y: number }} seen @param {{ x: number, y: number }} wanted */
function near(seen, wanted) {
  expect(Math.abs(seen.x - wanted.x)).toBeLessThanOrEqual(2);
  expect(Math.abs(seen.y - wanted.y)).toBeLessThanOrEqual(2);
}

test('a card dragged by mouse stays while the program is played and the others stay where they were', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const [a, b] = [await place(page, 'a'), await place(page, 'b')];
  await drag(page, 'a', 150, 60);
  await expect(caption(page)).toContainText('stays where you put it');
  near(await place(page, 'a'), { x: a.x + 150, y: a.y + 60 });
  near(await place(page, 'b'), b);
  // Nothing was run by it.
  await expect(consoleLog(page)).toBeEmpty();
  const put = await place(page, 'a');
  await toStart(page);
  await toEnd(page);
  near(await place(page, 'a'), put);
  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect.poll(() => place(page, 'a')).toEqual(a);
  await expect(page.getByRole('button', { name: 'Tidy' })).toHaveAttribute('aria-disabled', 'true');
});

test('an edited program finds its cards where they were put', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  await drag(page, 'b', 120, 70);
  await page.getByRole('button', { name: 'Fit the picture' }).click();
  const before = await apart(page, 'a', 'b');
  // b is still the second list, whatever else there is.
  await runToEnd(page, `n = 1\n${TWO}\nd = []`);
  near(await apart(page, 'a', 'b'), before);
  await page.getByLabel('Python version').selectOption('3.12');
  await toEnd(page);
  near(await apart(page, 'a', 'b'), before);
});

test('where cards were put is kept across a reload, until they are tidied up', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const [a, b] = [await place(page, 'a'), await place(page, 'b')];
  const tidy = await apart(page, 'a', 'b');
  await drag(page, 'b', 120, 70);
  near(await place(page, 'b'), { x: b.x + 120, y: b.y + 70 });
  near(await place(page, 'a'), a);
  const put = await apart(page, 'a', 'b');
  await page.reload();
  await expect(named(page, 'b')).toHaveCount(1);
  await expect.poll(() => apart(page, 'a', 'b')).toEqual(put);
  await run(page);
  await toEnd(page);
  near(await apart(page, 'a', 'b'), put);
  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect.poll(() => apart(page, 'a', 'b')).toEqual(tidy);
  await page.reload();
  await expect(named(page, 'b')).toHaveCount(1);
  await expect.poll(() => apart(page, 'a', 'b')).toEqual(tidy);
});

test('by keyboard: Shift and the arrow keys', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const a = await place(page, 'a');
  await page.mouse.click(a.x, a.y);
  await page.locator('#picture').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => place(page, 'a')).toEqual({ x: a.x + 32, y: a.y + 16 });
});

test('a card that was moved says in 中文, too, that it stays', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  await page.getByLabel('Language').selectOption('zh-CN');
  await drag(page, 'a', 90, 40);
  await expect(caption(page)).toContainText('卡片会留在你放的地方');
  await expect(page.getByRole('button', { name: '整理' })).toHaveAttribute('aria-disabled', 'false');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('by a finger', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'New list' }).tap();
    await expect(named(page, 'a')).toHaveCount(1);
    await played(page);
    const a = await place(page, 'a');
    const touch = await page.context().newCDPSession(page);
    const send = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number} */ by) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: a.x + by, y: a.y + by }] });
    await send('touchStart', 0);
    await send('touchMove', 20);
    await send('touchMove', 40);
    await send('touchEnd', 0);
    await expect.poll(() => place(page, 'a')).toEqual({ x: a.x + 40, y: a.y + 40 });
    await step(page, 'Step back');
  });
});

for (const [shape, viewport] of Object.entries({ wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 }, low: { width: 844, height: 390 }, tall: { width: 800, height: 1100 } })) {
  test.describe(`on a ${shape} canvas`, () => {
    test.use({ viewport });

    test('a card that was dragged stands there after a reload, and nothing is lost', async ({ page }) => {
      await open(page);
      await runToEnd(page, TWO);
      await drag(page, 'b', 50, 40);
      const put = await apart(page, 'a', 'b');
      await page.reload();
      await expect(named(page, 'b')).toHaveCount(1);
      await expect(page.locator('#editor')).toContainText('b = [a]');
      await expect(async () => near(await apart(page, 'a', 'b'), put)).toPass({ timeout: 10_000 });
    });
  });
}

test('cards stand where there is room for all that comes later, as soon as that is known', async ({ page }) => {
  const place = () => named(page, 'b').getAttribute('data-box');
  const toPlace = async () => {
    await toStart(page);
    for (let i = 0; i < 4; i += 1) await step(page, 'Step forward');
    await settled(page);
  };
  await open(page);
  await runToEnd(page, 'import gc\nb = {}\ngc.collect()\nfor n in range(30_000):\n    last = [n]\nmany = [[] for n in range(60)]\n');
  // A statement comes after all that was run before is known.
  await enter(page, '"known"');
  await expect(consoleLog(page)).toContainText("'known'");
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  await toPlace();
  const known = (await place()) ?? '';
  expect(known).not.toBe('');
  const { length } = await position(page);
  await page.getByRole('button', { name: 'Undo the last statement' }).click();
  await expect.poll(() => position(page).then((now) => now.length)).toBeLessThan(length);
  await toPlace();
  await page.reload();
  await expect(named(page, 'b')).toHaveAttribute('data-box', known);
});
