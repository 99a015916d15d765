import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** The version that Cargo.toml gives the crate. */
function crateVersion() {
  const manifest = readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  const found = /\[workspace\.package\]\s+version = "([^"]+)"/.exec(manifest);
  if (!found) throw new Error('Cargo.toml names no version');
  return found[1];
}

test('the page loads the wasm module and shows the version of the crate', async ({ page }) => {
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('');
  await expect(page.locator('#version')).toHaveText(crateVersion());
  expect(errors).toEqual([]);
});
