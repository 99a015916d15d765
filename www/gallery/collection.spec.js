// One collection, frame by frame: each step of it, and its movement in three pictures between.

import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { forward, runToEnd, stepBy, toStart } from './desk.js';
import { FOLDER } from './index.js';

const PROGRAM = 'import gc\na = []\nb = [a]\na.append(b)\nc = [a]\ndel a, b, c\ngc.collect()';

test('a collection in its steps', async ({ page }) => {
  test.slow();
  await page.goto('');
  await runToEnd(page, PROGRAM);
  await toStart(page);
  await stepBy(page, 'collection');
  await forward(page);
  await stepBy(page, 'event');
  const stage = page.locator('#stage');
  for (let step = 1; step <= 30; step += 1) {
    if (await page.locator('#go-forward').getAttribute('aria-disabled') === 'true') break;
    await forward(page);
    const frames = step % 6 === 0 ? 3 : 1;
    for (let frame = 1; frame <= frames; frame += 1) {
      const file = `collection-${String(step).padStart(2, '0')}-${frame}.png`;
      await stage.screenshot({ path: fileURLToPath(new URL(file, FOLDER)) });
    }
  }
});
