// What is laid over the picture never lies on one another: the sentence that leads on, and the bar of what is selected.

import { expect, test } from './faultless.js';
import { middle, named, open, played } from './bench.js';

/** @import { Locator, Page } from '@playwright/test' */

const SIZES = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
];

/** @param {Locator} one @param {Locator} other */
async function overlap(one, other) {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error('one of them is not there');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Once what the page just did is laid out. @param {Locator} one @param {Locator} other */
const apart = (one, other) => expect.poll(() => overlap(one, other)).toBe(false);

/** Each list selected in turn. @param {Page} page @param {string} names */
async function selectEach(page, names) {
  const [hint, actions] = [page.locator('#hint'), page.locator('#actions')];
  for (const name of names) {
    const { x, y } = await middle(page, named(page, name));
    await page.touchscreen.tap(x, y);
    await expect(actions).toBeVisible();
    await expect(hint).toBeVisible();
    await apart(hint, actions);
  }
}

for (const size of SIZES) {
  test.describe(`${size.width}x${size.height}`, () => {
    test.use({ viewport: size, hasTouch: true, isMobile: size.width < 1000 });

    test('a hint and the bar of a selected list keep apart', async ({ page }) => {
      await open(page);
      const names = 'abcd';
      for (let made = 1; made <= names.length; made += 1) {
        await page.getByRole('button', { name: 'New list', exact: true }).click();
        await played(page);
        if (made > 1) await selectEach(page, names.slice(0, made));
      }
    });

    if (size.width < 1100) {
      test('where the picture is small a hint stands above the panel and moves neither picture nor timeline', async ({ page }) => {
        await open(page);
        const [hint, picture, timeline] = [page.locator('#hint'), page.locator('#picture'), page.locator('#timeline')];
        const before = await Promise.all([picture.boundingBox(), timeline.boundingBox()]);
        await page.getByRole('button', { name: 'New list', exact: true }).click();
        await expect(hint).toBeInViewport({ ratio: 1 });
        expect(await Promise.all([picture.boundingBox(), timeline.boundingBox()])).toEqual(before);
        await apart(hint, picture);
        await apart(hint, page.locator('#program'));
        await page.getByRole('tab', { name: 'Table' }).click();
        await apart(hint, page.locator('#objects'));
        await page.getByRole('tab', { name: 'Object', exact: true }).click();
        await apart(hint, page.locator('#inspector'));
      });
    }

    test('beside the relations of one object no hint is given', async ({ page }) => {
      await open(page);
      for (let made = 0; made < 2; made += 1) {
        await page.getByRole('button', { name: 'New list', exact: true }).click();
        await played(page);
      }
      await expect(page.locator('#hint')).toBeVisible();
      await page.locator('#view').selectOption('referrers');
      await expect(page.locator('#view-bar')).toBeVisible();
      await expect(page.locator('#hint')).toBeHidden();
    });
  });
}
