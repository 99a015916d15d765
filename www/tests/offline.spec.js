// After the first visit the page works without a network.

import { expect, test } from './faultless.js';
import { CYCLE, consoleLog, open, runToEnd } from './bench.js';
import { host } from './host.js';

/** @import { Page } from '@playwright/test' */

test.use({ serviceWorkers: 'allow', contextOptions: { reducedMotion: 'reduce' } });

/** Waits until all that the page is made of is kept. @param {Page} page */
async function kept(page) {
  const isKept = () =>
    page.evaluate(async () => {
      const { scope } = await navigator.serviceWorker.ready;
      const found = (await (await caches.open(`gcscope ${scope}`)).keys()).map(({ url }) => url);
      const parts = performance.getEntriesByType('resource').map(({ name }) => name);
      return [document.URL, ...parts].every((part) => found.includes(part)) && parts.some((part) => part.endsWith('.wasm'));
    });
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
}

test('a program runs without a network, after one visit with it', async ({ page, context }) => {
  await open(page);
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('#position')).not.toBeEmpty();
  await runToEnd(page, CYCLE);
  await expect(consoleLog(page)).toContainText('2');
});

test('a newer page is shown as soon as it is there, and kept', async ({ page, context }) => {
  let title = 'older';
  const { address, close } = await host({ document: (html) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`) });
  try {
    await page.goto(address);
    await kept(page);
    // The service worker is asked from the next visit on.
    for (title of ['older', 'newer', 'newest']) {
      await page.reload();
      await expect(page).toHaveTitle(title);
      await expect(page.locator('#position')).not.toBeEmpty();
    }
    await kept(page);
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.match(document.URL))?.text())?.includes('newest')))
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page).toHaveTitle('newest');
    await expect(page.locator('#position')).not.toBeEmpty();
  } finally {
    close();
  }
});

test('keeping the page asks the network for nothing that the browser has already', async ({ page }) => {
  const { address, asked, close } = await host();
  try {
    await page.goto(address);
    await kept(page);
    const parts = asked.filter((name) => name.startsWith('assets/'));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.sort()).toEqual([...new Set(parts)]);
    // From now on they come from what is kept.
    await page.reload();
    await expect(page.locator('#position')).not.toBeEmpty();
    expect(asked.filter((name) => name.startsWith('assets/')).sort()).toEqual(parts);
  } finally {
    close();
  }
});
