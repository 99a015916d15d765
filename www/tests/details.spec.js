// A program that does more than a trace holds: where objects are not recorded the page says so, and records them from there.

import { expect, test } from '@playwright/test';
import { consoleLog, open, position, rows, runToEnd, write } from './bench.js';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const LONG = `def pair(n):
    inner = [n]
    return [n, inner]

for n in range(60_000):
    last = pair(n)
print(len(last))`;

test('details end, are told afresh at the end, and begin where they are asked for', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, LONG);
  const note = page.getByText('Here the objects are not recorded one by one');
  await expect(note).toBeHidden();
  await expect(rows(page, 'list')).toHaveCount(2);

  const back = page.getByRole('button', { name: 'Step back' });
  await expect(async () => {
    await back.click();
    await expect(note).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(rows(page, 'list')).toHaveCount(0);

  await page.getByRole('button', { name: 'Record them from here on' }).click();
  await expect(note).toBeHidden({ timeout: 60_000 });
  await expect(rows(page, 'list')).not.toHaveCount(0);
  const { at } = await position(page);
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect.poll(() => position(page).then((now) => now.at)).toBeGreaterThan(at);
  await expect(note).toBeHidden();
});

test('too many objects to record are said to be too many', async ({ page }) => {
  test.slow();
  await open(page);
  await runToEnd(page, 'kept = []\nfor n in range(150_000):\n    kept.append([n])\nprint(len(kept))');
  await expect(page.getByText('Here the objects are not recorded one by one')).toBeVisible();
  await page.getByRole('button', { name: 'Record them from here on' }).click();
  await expect(page.getByText('There are too many objects here')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Record them from here on' })).toBeHidden();
});

test('what was never run is run by Play, too', async ({ page }) => {
  await open(page);
  await write(page, 'print("run")');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(consoleLog(page)).toContainText('run');
});
