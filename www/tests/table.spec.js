// The heap as a table: each row tells who holds the object and to whom it refers, by what other rows are called.

import { expect, test } from './faultless.js';
import { column, named, open, rows, runToEnd, toPass, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const table = (/** @type {Page} */ page) => page.getByLabel('View of the heap').selectOption('table');
const PROGRAM = 'class Node: pass\nn = Node()\nn.kids = [[1], {"up": n}]\nheld = [n, n]';

test('it is told who holds an object, and what is called by its address is found by it', async ({ page }) => {
  await open(page);
  await runToEnd(page, PROGRAM);
  await table(page);
  await expect(column(named(page, 'n'), 'heldBy')).toContainText('list held, at [0]; list held, at [1]');
  const kids = rows(page, 'list').filter({ has: page.getByText('Node n, at .kids') });
  const address = (await column(kids, 'names').textContent()) ?? '';
  expect(address).toMatch(/^0x[0-9a-f]+$/);
  await expect(column(kids, 'refersTo')).toHaveText(/^\[0\]: list 0x[0-9a-f]+, \[1\]: dict 0x[0-9a-f]+$/);
  await expect(column(named(page, 'n'), 'refersTo')).toContainText(`.kids: list ${address}`);
  await expect(column(rows(page, 'dict'), 'heldBy')).toHaveText(`list ${address}, at [1]`);
  // The inspector calls them the same.
  await rows(page, 'dict').click();
  await expect(page.locator('#inspector')).toContainText(`list ${address}, at [1]`);
});

test('of many holders the first are named, and the others counted', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'one = []\nmany = [one] * 50');
  await table(page);
  await expect(column(named(page, 'one'), 'heldBy')).toHaveText(/^name one; list many, at \[0\];.*; 47 more$/);
});

test('the value of a weak reference is what it leads to', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import weakref\nclass Node: pass\nn = Node()\nw = weakref.ref(n)\ngone = weakref.ref(Node())');
  await table(page);
  await expect(column(named(page, 'w'), 'value')).toHaveText('→ Node');
  await expect(column(named(page, 'gone'), 'value')).toHaveText('→ None');
});

test('in 中文 the parts of an object have names, too', async ({ page }) => {
  await open(page);
  await runToEnd(page, PROGRAM);
  await page.getByLabel('Language').selectOption('zh-CN');
  await page.getByLabel('堆的显示方式').selectOption('table');
  await expect(column(named(page, 'n'), 'refersTo')).toContainText('类: type Node');
  await expect(column(named(page, 'Node'), 'heldBy')).toContainText('的 __objclass__');
  await expect(page.locator('#objects')).not.toContainText(/\b(class|reference):/);
});

test('a table that goes on beyond the edge says so, until its end is seen', async ({ page }) => {
  await open(page);
  await runToEnd(page, PROGRAM);
  await table(page);
  const sign = () => page.locator('#objects').evaluate((it) => getComputedStyle(it, '::after').display);
  const body = page.getByRole('group', { name: 'Objects on the heap' });
  const isCut = () => body.evaluate((it) => it.scrollLeft + it.clientWidth < it.scrollWidth);
  await expect.poll(isCut).toBe(true);
  await expect.poll(sign).toBe('flex');
  await body.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
  await expect.poll(sign).toBe('none');
  await page.setViewportSize({ width: 2200, height: 800 });
  await expect.poll(isCut).toBe(false);
  await expect.poll(sign).toBe('none');
});

test('gc_refs have a column while there are any', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\na = []\na.append(a)\ngc.collect()');
  await table(page);
  const head = page.getByRole('columnheader', { name: 'gc_refs' });
  await expect(head).toBeHidden();
  await toStart(page);
  await toPass(page, 'subtract_refs');
  await expect(head).toBeVisible();
  await expect(column(named(page, 'a'), 'gcRefs')).toBeVisible();
});
