// What stands over the page or in place of its picture, heaps of every size, and screens of every size and sharpness.

import { expect, test } from '@playwright/test';
import { forward, picture, runToEnd, stepBy, toEnd, toPass, toStart } from './desk.js';

/** @import { Page } from '@playwright/test' */

const CYCLE = 'import gc\na = []\nb = [a]\na.append(b)\nc = {"list": a}\ndel a, b, c\ngc.collect()';

/** Programs by what their heaps look like. @type {Record<string, string>} */
const HEAPS = {
  'a-tree': 'def tree(depth):\n    return [tree(depth - 1), tree(depth - 1)] if depth else []\n\nroot = tree(4)',
  'sixty-lists': 'many = [[] for _ in range(60)]',
  'hundred-crossing': 'many = [[] for _ in range(100)]\nfor i, each in enumerate(many):\n    each.append(many[i * 7 % 100])\n    each.append(many[i * 13 % 100])',
  'dots': 'many = [[] for _ in range(3000)]\nimport gc\ngc.collect()',
  'density': 'many = [[] for _ in range(60_000)]',
  'details-ended': 'import gc\nmany = [[] for _ in range(300_000)]\nprint(len(many))\ndel many\nprint(gc.collect())\nafter = [1]',
};

const GRAPH = 'import objgraph\nx = ["x"]\ny = [x, [x], {"x": x}]\nx.append(y)\nobjgraph.show_refs([y], filename="graph.png")';

const LOOKS = [
  { screen: 'wide', viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'en' },
  { screen: 'wide', viewport: { width: 1280, height: 800 }, colorScheme: 'dark', locale: 'zh-CN' },
  { screen: 'narrow', viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en' },
  { screen: 'narrow', viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'zh-CN' },
];

for (const { screen, colorScheme, locale, viewport } of LOOKS) {
  const touch = screen === 'narrow';
  const scheme = colorScheme === 'dark' ? 'dark' : 'light';
  test.describe(`${screen} ${scheme} ${locale}`, () => {
    test.use({ viewport, locale, colorScheme: scheme, hasTouch: touch, isMobile: touch, contextOptions: { reducedMotion: 'reduce' } });
    const shot = (/** @type {Page} */ page, /** @type {string} */ name) => picture(page, `${name}-${screen}-${scheme}-${locale}`);

    test('over the page', async ({ page }) => {
      await page.goto('');
      await page.locator('#examples-button').click();
      await shot(page, 's01-examples');
      await page.keyboard.press('Escape');
      await runToEnd(page, CYCLE);
      if (touch) {
        await page.locator('#help-button').click();
        await page.locator('#help .help-share').click();
      } else await page.locator('#share-button').click();
      await shot(page, 's02-share');
      await page.keyboard.press('Escape');
      await toStart(page);
      await toPass(page, 'subtract_refs');
      await page.locator('#types-button').click();
      await expect(page.locator('#types-list .choice').first()).toBeVisible();
      await shot(page, 's03-types');
      await page.locator('#types-list input').first().click();
      await page.keyboard.press('Escape');
      await shot(page, 's04-left-out');
      await runToEnd(page, GRAPH);
      if (touch) await page.locator('#tab-console').click();
      await page.locator('.drawing-open').click();
      await expect(page.locator('#drawing-body svg')).toBeVisible();
      await shot(page, 's05-objgraph');
    });

    test('in place of the picture', async ({ page }) => {
      await page.goto('#program=a%3D%5B%5D&python=3.99');
      await expect(page.locator('#failure')).toBeVisible();
      await shot(page, 's06-bad-link');
      await page.evaluate(() => {
        localStorage.setItem('gcscope:work', '{"text": 1');
        localStorage.setItem('gcscope:settings', '{"theme": "blue"}');
      });
      await page.goto('about:blank');
      await page.goto('');
      await expect(page.locator('#position')).not.toBeEmpty();
      await shot(page, 's07-set-aside');
      await page.route('**/*.wasm', (route) => route.abort());
      await page.reload();
      await expect(page.locator('#failure')).toBeVisible();
      await shot(page, 's08-not-loaded');
    });

    test('errors of programs', async ({ page }) => {
      await page.goto('');
      await runToEnd(page, 'def f(n):\n    return f(n + 1)\n\na = []\nf(0)');
      if (touch) await page.locator('#tab-console').click();
      await shot(page, 's09-recursion');
      await runToEnd(page, 'async def f():\n    pass');
      if (touch) await page.locator('#tab-console').click();
      await shot(page, 's10-unsupported');
    });

    test('heaps', async ({ page }) => {
      test.slow();
      await page.goto('');
      let n = 20;
      for (const [name, program] of Object.entries(HEAPS)) {
        await runToEnd(page, program);
        for (const view of ['lanes', 'graph']) {
          n += 1;
          await page.locator('#view').selectOption(view);
          await shot(page, `s${n}-${name}-${view}`);
        }
        await page.locator('#view').selectOption('lanes');
      }
      await stepBy(page, 'statement');
      for (let i = 1; i <= 4; i += 1) {
        await page.locator('#go-back').click();
        await shot(page, `s${40 + i}-details-ended-back`);
      }
      await page.locator('#view').selectOption('table');
      await shot(page, 's45-details-ended-table');
    });
  });
}

const SIZES = [
  { width: 1920, height: 1080, ratio: 1, touch: false },
  { width: 1280, height: 800, ratio: 2, touch: false },
  { width: 1024, height: 768, ratio: 1, touch: false },
  { width: 1180, height: 820, ratio: 2, touch: true },
  { width: 768, height: 1024, ratio: 2, touch: true },
  { width: 390, height: 844, ratio: 3, touch: true },
  { width: 360, height: 640, ratio: 3, touch: true },
  { width: 844, height: 390, ratio: 3, touch: true },
  { width: 640, height: 360, ratio: 2, touch: true },
];

for (const { width, height, ratio, touch } of SIZES) {
  for (const locale of ['en', 'zh-CN']) {
    test.describe(`${width}×${height} at ${ratio} ${locale}`, () => {
      test.use({ viewport: { width, height }, deviceScaleFactor: ratio, locale, hasTouch: touch, isMobile: touch, contextOptions: { reducedMotion: 'reduce' } });

      test('a collection', async ({ page }) => {
        const shot = (/** @type {string} */ name) => picture(page, `${name}-${width}x${height}@${ratio}-${locale}`);
        await page.goto('');
        await shot('z01-welcome');
        for (let made = 0; made < 2; made += 1) {
          await page.locator('[data-create="list"]').click();
          await expect(page.locator('#objects tbody tr')).toHaveCount(made + 1);
        }
        await page.locator('#picture').focus();
        for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
        await shot('z05-by-hand');
        await runToEnd(page, CYCLE);
        await toStart(page);
        await stepBy(page, 'statement');
        for (let i = 0; i < 4; i += 1) await forward(page);
        await shot('z02-program');
        await stepBy(page, 'pass');
        const collector = page.locator('#tab-collector');
        if (await collector.isVisible()) await collector.click();
        await toPass(page, 'subtract_refs');
        await shot('z03-subtract');
        await page.locator('#picture').focus();
        for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowRight');
        await toEnd(page);
        await shot('z04-end');
      });
    });
  }
}
