// The tests' `test`: whatever state of the page a test ends in, axe finds nothing wrong with it there.

import axe from 'axe-core';
import { expect, test as base } from '@playwright/test';

/** @import { Fixtures, Page, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from '@playwright/test' */

export { expect };

/**
 * Sees that axe finds nothing wrong with the page as it stands, nor with the pages in its frames. Only what is
 * wrong is carried over from there: what is right is most of axe's report, and five times the time.
 * @param {Page} page
 */
export async function seeNoFault(page) {
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source);
    const faults = await frame.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run({ iframes: false, resultTypes: ['violations'] });
      return violations.map((/** @type {import('axe-core').Result} */ { id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(faults, frame.url()).toEqual([]);
  }
}

/** @type {Fixtures<{ faultless: void }, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>} */
const fixtures = {
  faultless: [
    async ({ page }, use, info) => {
      await use();
      if (info.status !== info.expectedStatus || page.isClosed() || page.url() === 'about:blank') return;
      await seeNoFault(page);
    },
    { auto: true },
  ],
};

export const test = base.extend(fixtures);
