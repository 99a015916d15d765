// One collection, frame by frame: each step of it, and its movement in three pictures between.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { FOLDER } from './index.js';

mkdirSync(FOLDER, { recursive: true });

const PROGRAM = 'import gc\na = []\nb = [a]\na.append(b)\nc = [a]\ndel a, b, c\ngc.collect()';

test('a collection in its steps', async ({ page }) => {
  test.slow();
  await page.goto('');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(PROGRAM);
  await page.locator('#run').click();
  await page.locator('#go-last').click({ force: true });
  await page.locator('#go-first').click();
  await page.locator('#unit input[value="collection"]').check({ force: true });
  await page.locator('#go-forward').click();
  await page.locator('#unit input[value="event"]').check({ force: true });
  const stage = page.locator('#stage');
  for (let step = 1; step <= 30; step += 1) {
    const before = await page.locator('#position').textContent();
    if (await page.locator('#go-forward').getAttribute('aria-disabled') === 'true') break;
    await page.locator('#go-forward').click();
    await expect(page.locator('#position')).not.toHaveText(before ?? '');
    const frames = step % 6 === 0 ? 3 : 1;
    for (let frame = 1; frame <= frames; frame += 1) {
      const file = `collection-${String(step).padStart(2, '0')}-${frame}.png`;
      await stage.screenshot({ path: fileURLToPath(new URL(file, FOLDER)) });
    }
  }
});
