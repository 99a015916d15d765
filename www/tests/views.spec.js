// Views beside the lanes: the graph, and the referrers and referents of the selected object.

import { expect, test } from './faultless.js';
import { middle, named, open, rows, runToEnd, settled, tag, toEnd, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TREE = 'leaf = []\ntwig = [leaf]\nbranch = [twig]\ntree = [branch]\nother = {}';

/** @param {Page} page @param {string} name */
const view = (page, name) => page.getByLabel('View of the heap').selectOption(name);

/** The names of what has a card in the picture. @param {Page} page */
const drawn = (page) => page.locator('#objects tr[data-box] [data-name]').allTextContents();

/** @param {Page} page @param {string} name */
async function place(page, name) {
  const at = await middle(page, named(page, name));
  return { x: Math.round(at.x), y: Math.round(at.y) };
}

/** @param {Page} page @param {string} name */
async function select(page, name) {
  const at = await place(page, name);
  await page.mouse.click(at.x, at.y);
}

test('the graph shows each object once, none on another, and moves nothing while the program is played', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nfor i in range(12):\n    a = [a, [i]]\nb = a');
  await view(page, 'Graph');
  const boxes = async () => (await rows(page, 'list').evaluateAll((all) => all.map((row) => row.dataset.box ?? ''))).map((box) => box.split(' ').map(Number));
  await expect.poll(async () => (await boxes()).filter((box) => box.length === 4).length).toBe(25);
  await settled(page);
  const all = await boxes();
  for (const [i, [x = 0, y = 0, width = 0, height = 0]] of all.entries()) {
    for (const [u = 0, v = 0] of all.slice(i + 1)) expect(Math.abs(x - u) >= width || Math.abs(y - v) >= height).toBe(true);
  }
  const before = await place(page, 'b');
  await toStart(page);
  await toEnd(page);
  expect(await place(page, 'b')).toEqual(before);
});

test('the graph of a thousand objects is the same each time, also when it was run anew', async ({ page }) => {
  await open(page);
  const places = new Set();
  for (let i = 0; i < 2; i += 1) {
    await view(page, 'Lanes');
    await runToEnd(page, 'first = []\na = first\nfor i in range(333):\n    b = [a]\n    a = [b, [i]]\n');
    await view(page, 'Graph');
    await settled(page);
    await expect(named(page, 'first')).toHaveAttribute('data-box', /\d/);
    places.add(JSON.stringify(await rows(page, 'list').evaluateAll((all) => all.map((row) => row.dataset.box))));
  }
  expect(places.size).toBe(1);
});

test('referrers: what holds the object, and what holds that, as deep as asked for', async ({ page }) => {
  await open(page);
  await runToEnd(page, TREE);
  await select(page, 'leaf');
  await view(page, 'Referrers');
  const bar = page.getByRole('group', { name: 'Relations of one object' });
  await expect(bar).toContainText('What refers to list leaf');
  await expect(bar).toContainText('depth 3');
  await expect.poll(() => drawn(page)).toEqual(['leaf', 'twig', 'branch', 'tree']);
  // The name of what is not shown would only stand around.
  await expect(tag(page, 'tree')).toHaveAttribute('data-box', /\d/);
  await expect(tag(page, 'other')).not.toHaveAttribute('data-box');
  // Farther ones stand farther to the left.
  expect((await place(page, 'twig')).x).toBeLessThan((await place(page, 'leaf')).x);
  await bar.getByRole('button', { name: 'Less deep' }).click();
  await bar.getByRole('button', { name: 'Less deep' }).click();
  await expect(bar).toContainText('depth 1');
  await expect.poll(() => drawn(page)).toEqual(['leaf', 'twig']);
});

test('referents: what the object holds; another object is chosen in the picture', async ({ page }) => {
  await open(page);
  await runToEnd(page, TREE);
  await select(page, 'branch');
  await view(page, 'Referents');
  await expect.poll(() => drawn(page)).toEqual(['leaf', 'twig', 'branch']);
  await select(page, 'twig');
  await expect(page.getByRole('group', { name: 'Relations of one object' })).toContainText('What list twig refers to');
  await expect.poll(() => drawn(page)).toEqual(['leaf', 'twig']);
  await view(page, 'Lanes');
  await expect.poll(() => drawn(page)).toEqual(['leaf', 'twig', 'branch', 'tree', 'other']);
});

/** Names and objects that lie under the bar beside the selected item. @param {Page} page */
async function covered(page) {
  await settled(page);
  return page.evaluate(() => {
    const bar = document.querySelector('#actions')?.getBoundingClientRect();
    const picture = document.querySelector('#picture')?.getBoundingClientRect();
    if (!bar || !picture || bar.width === 0) throw new Error('there is no bar');
    const places = [...document.querySelectorAll('#objects [data-box]')].map((it) => it.getAttribute('data-box')?.split(' ').map(Number) ?? []);
    return places.filter(([x = 0, y = 0, width = 0, height = 0]) => {
      const [left, top] = [picture.left + x, picture.top + y];
      return left < bar.right && left + width > bar.left && top < bar.bottom && top + height > bar.top;
    }).length;
  });
}

test('the bar of what may be done with an item covers no card and no name', async ({ page }) => {
  await open(page);
  await runToEnd(page, `${TREE}\nmore = [[leaf], [twig, tree], [other]]`);
  for (const name of ['leaf', 'twig', 'branch', 'tree', 'other', 'more']) {
    await select(page, name);
    await expect(page.locator('#picture-item')).toContainText(` ${name}`);
    await expect.poll(() => covered(page)).toBe(0);
  }
});

for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } })) {
  test(`where an object’s relations are shown its bar stands at the edge, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await runToEnd(page, TREE);
    await select(page, 'twig');
    for (const name of ['Referrers', 'Referents']) {
      await view(page, name);
      await expect(page.getByRole('group', { name: 'Relations of one object' })).toContainText('list twig');
      await expect.poll(() => covered(page)).toBe(0);
      const gap = () =>
        page.evaluate(() => {
          const [bar, stage] = ['#actions', '#stage'].map((id) => document.querySelector(id)?.getBoundingClientRect());
          return Math.min(Math.abs((stage?.bottom ?? 0) - (bar?.bottom ?? 0)), Math.abs((bar?.top ?? 0) - (stage?.top ?? 0)));
        });
      await expect.poll(gap).toBeLessThan(12);
    }
  });
}

test('many referents are counted, not all drawn', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'many = [[] for i in range(50)]');
  await select(page, 'many');
  await view(page, 'Referents');
  await expect.poll(() => page.locator('#objects tr[data-box]').count()).toBe(7);
  await expect(rows(page, 'list')).toHaveCount(51);
});

test('the views have names in 中文', async ({ page }) => {
  await open(page);
  await runToEnd(page, TREE);
  await page.getByLabel('Language').selectOption('zh-CN');
  await select(page, 'leaf');
  await page.getByLabel('堆的显示方式').selectOption('引用者');
  await expect(page.getByRole('group', { name: '一个对象的关系' })).toContainText('引用 list leaf 的对象');
  await expect(page.getByRole('group', { name: '一个对象的关系' })).toContainText('深度 3');
});
