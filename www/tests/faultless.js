// The tests' `test`: whatever state of the page a test ends in, axe finds nothing wrong with it there.

import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

/** @import { Fixtures, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from '@playwright/test' */

export { expect };

/** @type {Fixtures<{ faultless: void }, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>} */
const fixtures = {
  faultless: [
    async ({ page }, use, info) => {
      await use();
      if (info.status !== info.expectedStatus || page.isClosed() || page.url() === 'about:blank') return;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(fixtures);
