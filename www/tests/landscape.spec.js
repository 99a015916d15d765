// A phone held across: everything of the timeline is there, though not every button has its place.

import { expect, test } from './faultless.js';
import { CYCLE, caption, open, runToEnd, step, toStart } from './bench.js';

test.use({ viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true, contextOptions: { reducedMotion: 'reduce' } });

test('the unit of a step is chosen from a list, and kept across a reload', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await toStart(page);
  const unit = page.getByRole('combobox', { name: 'Step by' });
  await expect(unit).toHaveValue('event');
  await unit.selectOption('Pass');
  await step(page, 'Step forward');
  await expect(page.locator('#passes [aria-current="step"]')).toHaveCount(1);
  await expect(caption(page)).toContainText('younger generations');
  await page.reload();
  await expect(unit).toHaveValue('pass');
  // On a wider screen the same unit is chosen, by buttons; and across again, what was chosen by them.
  await page.setViewportSize({ width: 600, height: 844 });
  await expect(page.getByRole('radio', { name: 'Pass' })).toBeChecked();
  await page.getByRole('radio', { name: 'Death' }).check({ force: true });
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(unit).toHaveValue('death');
  await expect(page.getByRole('radio')).toHaveCount(0);
});
