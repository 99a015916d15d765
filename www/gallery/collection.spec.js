// One collection, frame by frame: each step of it at rest, and before that what moves on the way there.

import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { forward, runToEnd, stepBy, toStart } from './desk.js';
import { FOLDER } from './index.js';

/** @import { Page } from '@playwright/test' */

const PROGRAM = 'import gc\na = []\nb = [a]\na.append(b)\nc = [a]\ndel a, b, c\ngc.collect()';
const STEPS = 30;
/** So many frames of one movement at most. */
const FRAMES = 3;
/** A picture takes about as long as a movement: by the worker's clock, which tells how far it is, time goes by so much slower. */
const SLOWER = 3;

/** @param {Page} page */
async function slowDown(page) {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const clock = `{ const now = performance.now.bind(performance); performance.now = () => now() / ${SLOWER}; }`;
    await route.fulfill({ response, body: `${clock}\n${await response.text()}` });
  });
}

test('a collection in its steps', async ({ page }) => {
  test.slow();
  await slowDown(page);
  await page.goto('');
  await runToEnd(page, PROGRAM);
  await toStart(page);
  await stepBy(page, 'collection');
  await forward(page);
  await stepBy(page, 'event');
  const canvas = page.locator('#picture');
  const pass = page.locator('#passes [aria-current="step"] code');
  let nMoving = 0;
  for (let step = 1; step <= STEPS && (await page.locator('#go-forward').getAttribute('aria-disabled')) !== 'true'; step += 1) {
    await forward(page);
    const name = (await pass.count()) > 0 ? await pass.textContent() : 'no-pass';
    const shot = (/** @type {string} */ frame) =>
      page.locator('#stage').screenshot({ path: fileURLToPath(new URL(`collection-${String(step).padStart(2, '0')}-${name}-${frame}.png`, FOLDER)) });
    for (let frame = 1; frame <= FRAMES && (await canvas.getAttribute('aria-busy')) !== null; frame += 1) {
      await shot(`${frame}-moving`);
      nMoving += 1;
    }
    await expect(canvas).not.toHaveAttribute('aria-busy', { timeout: 60_000 });
    await shot('rest');
  }
  // Else there was no collection to be seen, or none in motion.
  expect(nMoving).toBeGreaterThan(FRAMES);
});
