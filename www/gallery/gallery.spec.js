// Every view and phase, wide and narrow, light and dark, in both languages: pictures for the eye, which no assertion replaces.

import { expect, test } from '@playwright/test';
import { picture, runToEnd, toEnd, toPass, toStart } from './desk.js';

const PROGRAM = `import gc, weakref

class Node:
    def __del__(self):
        print("bye")

a = [1, "two"]
b = {"list": a}
a.append(b)
n = Node()
n.other = [n, n]
w = weakref.ref(n)
keep = (a, [b])
del n
del a
print(gc.collect())
del keep, b
print(gc.collect())`;

const SCREENS = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const locale of ['en', 'zh-CN']) {
      const touch = screen === 'narrow';
      test.describe(`${screen} ${colorScheme} ${locale}`, () => {
        test.use({ viewport, colorScheme, locale, hasTouch: touch, isMobile: touch, contextOptions: { reducedMotion: 'reduce' } });

        test('pictures', async ({ page }) => {
          let n = 0;
          const shot = (/** @type {string} */ name) => {
            n += 1;
            return picture(page, `${String(n).padStart(2, '0')}-${name}-${screen}-${colorScheme}-${locale}`);
          };
          const tab = async (/** @type {string} */ name) => {
            if (touch) await page.locator(`#tab-${name}`).click();
          };
          await page.goto('');
          await expect(page.locator('#position')).not.toBeEmpty();
          await shot('welcome');
          await runToEnd(page, PROGRAM);
          await toStart(page);
          await tab('collector');
          await toPass(page, 'update_refs');
          await shot('update-refs');
          await toPass(page, 'move_unreachable');
          await shot('subtracted');
          await toPass(page, 'finalize_garbage');
          await shot('unreachable');
          await page.locator('#view').selectOption('graph');
          await shot('graph');
          await page.locator('#picture').focus();
          for (let i = 0; i < 9; i += 1) await page.keyboard.press('ArrowRight');
          await page.locator('#view').selectOption('referrers');
          await tab('inspector');
          await shot('referrers');
          await page.locator('#view').selectOption('referents');
          await shot('referents');
          await page.locator('#view').selectOption('table');
          await shot('table');
          await page.locator('#view').selectOption('lanes');
          await tab('console');
          await toEnd(page);
          await shot('end');
          await page.locator('#pauses-button').click();
          await shot('pauses');
          await page.keyboard.press('Escape');
          await page.locator('#predict').click();
          await page.locator('#run').click();
          await expect(page.locator('#predict-bar')).toBeVisible({ timeout: 60_000 });
          await shot('predict');
          await page.locator('#predict-keys button').click();
          await shot('revealed');
          await page.locator('#predict').click();
          await page.locator('#compare-button').click();
          await page.locator('#compare-what').selectOption('collectors');
          await expect(page.locator('.compare-column')).toHaveCount(3);
          await expect(page.locator('.compare-facts:not(:empty)')).toHaveCount(3);
          await shot('compare-collectors');
          await page.locator('#compare-what').selectOption('versions');
          await expect(page.locator('.compare-column')).toHaveCount(2);
          await expect(page.locator('.compare-facts:not(:empty)')).toHaveCount(2);
          await shot('compare-versions');
          await page.locator('#compare-close').click();
          await page.locator('#help-button').click();
          await shot('help');
        });
      });
    }
  }
}
