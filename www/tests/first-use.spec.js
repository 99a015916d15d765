// Somebody who has never seen the page makes a cycle by hand and has it collected, led by nothing but what the page says.

import { expect, test } from './faultless.js';
import { middle, named, open, played, rows, tag } from './bench.js';

/** @import { Locator, Page } from '@playwright/test' */

const SCREENS = {
  wide: {},
  narrow: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  small: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
};

/** Taps or clicks what stands there on the canvas. @param {Page} page @param {Locator} row @param {boolean} touch */
async function pick(page, row, touch) {
  const { x, y } = await middle(page, row);
  await (touch ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
}

for (const [screen, use] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use(use);

    test('the hints lead from the first object to a freed cycle, and can be sent away', async ({ page }) => {
      const touch = screen !== 'wide';
      const hint = page.locator('#hint');
      const press = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).click();
      const refer = async (/** @type {string} */ from, /** @type {string} */ to) => {
        await pick(page, named(page, from), touch);
        // Until then the bar is that of what was selected before.
        await expect(page.locator('#picture-item')).toContainText(`list ${from}`);
        await press('Refer to…');
        await pick(page, named(page, to), touch);
        await played(page);
      };
      await open(page);
      await expect(page.locator('#welcome')).toContainText('+ list');
      await expect(hint).toBeHidden();
      await press('New list');
      await played(page);
      await expect(hint).toContainText('Make another list');
      await press('New list');
      await played(page);
      await expect(hint).toContainText('Refer to…');
      await refer('a', 'b');
      await expect(hint).toContainText('the other way round');
      await refer('b', 'a');
      for (const name of ['a', 'b']) {
        await expect(hint).toContainText('Delete the names');
        await pick(page, tag(page, name), touch);
        await press('Delete');
        await played(page);
      }
      await expect(hint).toContainText('next to Collect');
      const collect = page.getByRole('button', { name: 'Collect generation 2' });
      await expect(collect).toBeInViewport();
      await collect.click();
      await played(page);
      await expect(hint).toContainText('freed it');
      await expect(rows(page, 'list')).toHaveCount(0);
      await page.getByRole('button', { name: 'Show no more hints' }).click();
      await expect(hint).toBeHidden();
      await press('New list');
      await played(page);
      await page.reload();
      await expect(rows(page, 'list')).toHaveCount(1);
      await expect(hint).toBeHidden();
    });
  });
}
