// What every picture of the gallery needs: a program in the editor, a place in its trace, and the picture itself.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { FOLDER } from './index.js';

/** @import { Page } from '@playwright/test' */

mkdirSync(FOLDER, { recursive: true });

/** @param {Page} page @param {string} program */
export async function write(page, program) {
  // The tab of a narrow screen, where there is one.
  const tab = page.locator('#tab-program');
  if (await tab.isVisible()) await tab.click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(program);
}

/** @param {Page} page */
export async function toEnd(page) {
  await pressUntil(page, 'End', /^([1-9]\S*) \/ \1$/);
  // Its ring is there for the keyboard alone.
  await page.locator('#scrubber').blur();
}

/** @param {Page} page */
export async function toStart(page) {
  await pressUntil(page, 'Home', /^0 \/ [1-9]/);
}

/** Until the page says so. @param {Page} page @param {string} key @param {RegExp} position */
async function pressUntil(page, key, position) {
  await expect(async () => {
    await page.locator('#scrubber').press(key);
    await expect(page.locator('#position')).toHaveText(position, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

/** @param {Page} page @param {string} program */
export async function runToEnd(page, program) {
  await write(page, program);
  await page.locator('#run').click();
  await expect(page.locator('#run')).not.toHaveAttribute('aria-busy', 'true', { timeout: 120_000 });
  await expect(page.locator('#welcome')).toBeHidden();
  // At the end the page may still show the one of what was run before; at the start nothing else begins there.
  await toStart(page);
  await toEnd(page);
}

/** @param {Page} page @param {string} unit */
export async function stepBy(page, unit) {
  const list = page.locator('#unit select');
  if ((await list.count()) > 0) await list.selectOption(unit);
  else await page.locator(`#unit input[value="${unit}"]`).check({ force: true });
}

/** @param {Page} page */
export async function forward(page) {
  const before = await page.locator('#position').textContent();
  await page.locator('#go-forward').click();
  await expect(page.locator('#position')).not.toHaveText(before ?? '');
}

/** @param {Page} page @param {string} pass */
export async function toPass(page, pass) {
  await stepBy(page, 'pass');
  const lit = page.locator('#passes [aria-current="step"] code');
  for (let i = 0; i < 40 && ((await lit.count()) === 0 || (await lit.textContent()) !== pass); i += 1) await forward(page);
}

/** The page as it is to be seen, once it is there and its canvas rests. @param {Page} page @param {string} name */
export async function picture(page, name) {
  await expect(page.locator('html[data-begun], body[data-failed]').first()).toBeAttached({ timeout: 60_000 });
  await expect(page.locator('#picture')).not.toHaveAttribute('aria-busy', { timeout: 60_000 });
  // The canvas is painted in the frame after the one that changed the page.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)) });
}
