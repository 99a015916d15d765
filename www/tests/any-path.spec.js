// The built page works from any static host under any path, and asks no other origin for anything.

import { expect, test } from './faultless.js';
import { host } from './host.js';

test('the page loads from a plain static host under a path', async ({ page }) => {
  const { address, close } = await host();
  try {
    /** @type {string[]} */
    const wrong = [];
    /** @type {string[]} */
    const modules = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) wrong.push(request.url());
    });
    page.on('response', (response) => {
      if (!response.ok()) wrong.push(`${response.status()} ${response.url()}`);
      if (response.url().endsWith('.wasm')) modules.push(response.url());
    });
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'yes');
    await expect.poll(() => modules.length).toBe(1);
    expect(wrong).toEqual([]);
  } finally {
    close();
  }
});
