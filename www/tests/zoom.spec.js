// How near the picture is looked at: by wheel, by two fingers, by button and by key; and which part of it.

import { expect, test } from './faultless.js';
import { middle, named, open, pixels, played, runToEnd, settled } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TWO = 'a = []\nb = [a]\nc = {}';

/**
 * The middle of the card with that name, and how wide it is drawn, in CSS pixels. Places are told with the panels alone,
 * which another selection brings up to date.
 * @param {Page} page @param {string} name
 */
async function card(page, name) {
  const row = named(page, name);
  await page.locator('#picture').press('Escape');
  await expect(row).not.toHaveClass(/lit/);
  await row.dispatchEvent('click');
  await expect(row).toHaveClass(/lit/);
  const { x, y } = await middle(page, row);
  return { x, y, width: Number((await row.getAttribute('data-box'))?.split(' ')[2]) };
}

/** @param {{ x: number, y: number }} seen @param {{ x: number, y: number }} wanted */
function near(seen, wanted) {
  expect(Math.abs(seen.x - wanted.x)).toBeLessThanOrEqual(2);
  expect(Math.abs(seen.y - wanted.y)).toBeLessThanOrEqual(2);
}

test('by wheel: what lies under the pointer stays there; then everything is shown again', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const [before, whole] = [await card(page, 'b'), await pixels(page)];
  await page.mouse.move(before.x, before.y);
  await page.mouse.wheel(0, -300);
  const nearer = await card(page, 'b');
  expect(nearer.width).toBeGreaterThan(before.width * 1.3);
  near(nearer, before);
  await page.mouse.wheel(0, 600);
  const further = await card(page, 'b');
  expect(further.width).toBeLessThan(before.width);
  near(further, before);
  await page.getByRole('button', { name: 'Fit the picture' }).click();
  expect(await card(page, 'b')).toEqual(before);
  await expect.poll(() => pixels(page)).toBe(whole);
});

test('where much has died, fitting the picture once more comes closer to what is left', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'many = [[i] for i in range(60)]\nmany.clear()\nb = []');
  const [whole, everything] = [await card(page, 'b'), page.getByRole('button', { name: 'Fit the picture' })];
  await everything.click();
  expect((await card(page, 'b')).width).toBeGreaterThan(whole.width * 1.5);
  await everything.click();
  expect((await card(page, 'b')).width).toBe(whole.width);
});

test('by button and by key', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const before = await card(page, 'a');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const nearer = await card(page, 'a');
  expect(nearer.width).toBeGreaterThan(before.width);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  expect((await card(page, 'a')).width).toBeLessThan(nearer.width);
  await page.locator('#picture').focus();
  await page.keyboard.press('+');
  expect((await card(page, 'a')).width).toBeGreaterThan(before.width);
  await page.locator('#picture').focus();
  await page.keyboard.press('0');
  expect(await card(page, 'a')).toEqual(before);
});

test('dragged beside everything the picture goes along', async ({ page }) => {
  await open(page);
  await runToEnd(page, TWO);
  const [a, c] = [await card(page, 'a'), await card(page, 'c')];
  const box = await page.locator('#picture').boundingBox();
  if (!box) throw new Error('the picture is not shown');
  const empty = { x: box.x + box.width - 30, y: box.y + box.height - 60 };
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down();
  await page.mouse.move(empty.x - 40, empty.y - 20);
  await page.mouse.move(empty.x - 90, empty.y - 50);
  await page.mouse.up();
  near(await card(page, 'a'), { x: a.x - 90, y: a.y - 50 });
  near(await card(page, 'c'), { x: c.x - 90, y: c.y - 50 });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('by two fingers', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'New list' }).tap();
    await expect(named(page, 'a')).toHaveCount(1);
    await played(page);
    const at = await card(page, 'a');
    const touch = await page.context().newCDPSession(page);
    // Below the card, where neither what can be done with it nor a hint lies over the picture.
    const y = await page.evaluate(({ x, y }) => {
      const isFree = (/** @type {number} */ below) => [-75, 75].every((beside) => document.elementFromPoint(x + beside, y + below)?.id === 'picture');
      return y + [120, 100, 80, 60, 40].filter(isFree)[0];
    }, at);
    const fingers = (/** @type {'touchStart' | 'touchMove'} */ type, /** @type {number} */ apart) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [-1, 1].map((side, id) => ({ x: at.x + (side * apart) / 2, y, id })) });
    await fingers('touchStart', 60);
    await fingers('touchMove', 90);
    await fingers('touchMove', 150);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect((await card(page, 'a')).width).toBeGreaterThan(at.width * 1.5);
  });
});

for (const deviceScaleFactor of [1, 2, 3]) {
  test.describe(`${deviceScaleFactor} pixels of the screen to one of the page`, () => {
    test.use({ deviceScaleFactor });

    test('the picture has one of its own for each', async ({ page }) => {
      await open(page);
      await runToEnd(page, TWO);
      await settled(page);
      // Chromium's own measure of an element in pixels of the screen knows nothing of a screen that is only played.
      const { drawn, shown } = await page.locator('canvas#picture').evaluate(async (canvas) => {
        const image = new Image();
        image.src = /** @type {HTMLCanvasElement} */ (canvas).toDataURL();
        await image.decode();
        return { drawn: [image.naturalWidth, image.naturalHeight], shown: [canvas.clientWidth, canvas.clientHeight].map((it) => it * devicePixelRatio) };
      });
      for (const [i, size] of drawn.entries()) expect(Math.abs(size - (shown[i] ?? 0))).toBeLessThanOrEqual(deviceScaleFactor);
      // And it is laid out for the room that there is.
      expect((await card(page, 'a')).width).toBeGreaterThan(40);
    });
  });
}
