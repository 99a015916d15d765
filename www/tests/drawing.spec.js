// What objgraph draws opens as a panel over the picture.

import { expect, test } from './faultless.js';
import { consoleLog, enter, open, played, position, runToEnd, settled, step, toEnd, toStart } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const REFS = 'import objgraph\nleaf = []\ntree = [leaf, {"key": leaf}]\nobjgraph.show_refs([tree])\n';

/** @param {Page} page */
const panel = (page) => page.getByRole('region', { name: /^Drawn by objgraph/ });

test('show_refs opens its graph: the objects, the references and their labels', async ({ page }) => {
  await open(page);
  await runToEnd(page, REFS);
  await expect(panel(page)).toBeVisible();
  await expect(panel(page).getByRole('heading')).toHaveText('Drawn by objgraph: 3 objects');
  const graph = panel(page).getByRole('img');
  await expect(graph.locator('.drawing-node')).toHaveCount(3);
  await expect(graph.locator('.drawing-node.given')).toContainText('list2 items');
  await expect(graph.locator('.drawing-edge')).toHaveCount(3);
  await expect(graph.locator('.drawing-edge text')).toContainText(['key']);
  await expect(panel(page).getByRole('listitem')).toContainText(['list 2 items refers to list 0 items', 'dict 1 items refers to list 0 items, at key']);
  // What is referred to stands below, and no node lies on another.
  const boxes = await graph.locator('rect').evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom })));
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
  }
  const given = await graph.locator('.given rect').boundingBox();
  expect(boxes.every(({ top }) => top >= (given?.y ?? NaN) - 1)).toBe(true);
});

test('no label lies on another arrow or a node', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nx = {}\ny = {"x": x, "other": [x], "third": (x, x)}\nx["y"] = y\nobjgraph.show_refs([y], max_depth=4)\n');
  const graph = panel(page).getByRole('img');
  await expect(graph.locator('.drawing-edge text')).toHaveCount(4);
  const covered = await graph.evaluate((svg) => {
    const labels = [...svg.querySelectorAll('.drawing-edge text')];
    const isIn = (/** @type {DOMRect} */ box, /** @type {number} */ x, /** @type {number} */ y) => x > box.left && x < box.right && y > box.top + 2 && y < box.bottom - 2;
    return labels.flatMap((label) => {
      const box = label.getBoundingClientRect();
      const others = [...svg.querySelectorAll('path')].filter((path) => path.parentNode !== label.parentNode && path.closest('.drawing-edge'));
      const met = others.some((path) => {
        const matrix = path.getScreenCTM();
        return Array.from({ length: 200 }, (_, i) => path.getPointAtLength((i / 199) * path.getTotalLength()).matrixTransform(matrix ?? undefined)).some(({ x, y }) => isIn(box, x, y));
      });
      return met ? [label.textContent] : [];
    });
  });
  expect(covered).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  const sign = (/** @type {Page} */ page) => panel(page).evaluate((it) => getComputedStyle(it, '::after').display);

  test('a graph takes the width there is, and says so where it is wider', async ({ page }) => {
    await open(page);
    await runToEnd(page, REFS);
    const body = page.locator('#drawing-body');
    const isWhole = () => body.evaluate((it) => it.scrollWidth <= it.clientWidth);
    await expect.poll(isWhole).toBe(true);
    await expect.poll(() => sign(page)).toBe('none');
    await runToEnd(page, 'import objgraph\nx = []\nwide = [x, [x], [x], [x], [x]]\nobjgraph.show_refs([wide])\n');
    await expect(panel(page).locator('.drawing-node')).toHaveCount(6);
    await expect.poll(isWhole).toBe(false);
    await expect.poll(() => sign(page)).toBe('flex');
    // The words stay as large as they have to be to be read.
    const { height } = (await panel(page).locator('.drawing-node.given rect').boundingBox()) ?? {};
    expect(height).toBeGreaterThanOrEqual(31);
    await body.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
    await expect.poll(() => sign(page)).toBe('none');
  });
});

test('it is closed and opened again by keyboard, and is gone where it was not drawn yet', async ({ page }) => {
  await open(page);
  await runToEnd(page, REFS);
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Close the graph' }).click();
  await expect(panel(page)).toBeHidden();
  const again = consoleLog(page).getByRole('button', { name: 'Show the graph (3 objects)' });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close the graph' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(again).toBeFocused();
  await again.click();
  await expect(panel(page)).toBeVisible();
  await toStart(page);
  await expect(panel(page)).toBeHidden();
});

test('show_backrefs and show_chain draw as well, and passing there again opens the last one', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nleaf = []\ntwig = [leaf]\nobjgraph.show_backrefs([leaf], max_depth=1)\nobjgraph.show_chain(objgraph.find_backref_chain(leaf, objgraph.is_proper_module))\n');
  await expect(consoleLog(page).getByRole('button', { name: /^Show the graph/ })).toHaveCount(2);
  await expect(panel(page).getByRole('listitem')).toContainText([/dict \d+ items refers to list 0 items, at leaf/, /module __main__ refers to dict \d+ items, at __dict__/]);
  await consoleLog(page).getByRole('button', { name: /^Show the graph/ }).first().click();
  await expect(panel(page).getByRole('listitem')).toContainText(['list 1 items refers to list 0 items', /dict \d+ items refers to list 0 items, at leaf/]);
  await toStart(page);
  await expect(panel(page)).toBeHidden();
  await expect(consoleLog(page).getByRole('button')).toHaveCount(0);
  await toEnd(page);
  await expect(panel(page)).toBeVisible();
  await expect(panel(page).getByRole('listitem').last()).toContainText('module __main__');
});

test('keys scroll the graph, and leave the timeline where it is', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\na = []\nfor i in range(8): a = [a]\nobjgraph.show_refs([a], max_depth=8)\n');
  const body = page.locator('#drawing-body');
  await expect(panel(page)).toBeVisible();
  const before = await position(page);
  const top = () => body.evaluate((it) => it.scrollTop);
  await body.focus();
  for (const [key, isDown] of /** @type {const} */ ([['End', true], ['Home', false], ['Space', true], ['Home', false], ['ArrowDown', true], ['PageUp', false]])) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await top()) > 0, key).toBe(isDown);
  }
  for (const key of ['ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
  await settled(page);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(await position(page)).toEqual(before);
});

test('a graph is known by its number in the whole program: the console may have dropped the ones before it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nleaf = []\nobjgraph.show_refs([leaf])\nprint("x" * 70000)\nobjgraph.show_refs([[leaf]])\n');
  const again = consoleLog(page).getByRole('button');
  await expect(again).toHaveText(['Show the graph (2 objects)']);
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  const heading = panel(page).getByRole('heading');
  // Before and in its statement, then behind it.
  for (let i = 0; i < 4; i += 1) await step(page, 'Step forward');
  await expect(heading).toHaveText('Drawn by objgraph: 1 object');
  await toEnd(page);
  await expect(heading).toHaveText('Drawn by objgraph: 2 objects');
  await panel(page).getByRole('button', { name: 'Close the graph' }).click();
  await again.click();
  await expect(heading).toHaveText('Drawn by objgraph: 2 objects');
});

test('what the reader has closed stays closed when a statement is taken back, and after a reload', async ({ page }) => {
  await open(page);
  await runToEnd(page, REFS);
  await expect(panel(page)).toBeVisible();
  const takeBack = async () => {
    await enter(page, 'n = 1');
    await expect(consoleLog(page)).toContainText('>>> n = 1');
    await played(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(consoleLog(page)).not.toContainText('>>> n = 1');
    await settled(page);
  };
  await takeBack();
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Close the graph' }).click();
  await takeBack();
  await expect(panel(page)).toBeHidden();
  await page.reload();
  await expect(consoleLog(page).getByRole('button', { name: 'Show the graph (3 objects)' })).toBeVisible();
  await settled(page);
  await expect(panel(page)).toBeHidden();
});

test('a graph that is too large is not drawn, and says so', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nlarge = [[] for i in range(1100)]\nobjgraph.show_refs([large], too_many=5000)\n');
  await expect(panel(page).getByRole('heading')).toHaveText('Drawn by objgraph: 1,101 objects');
  await expect(panel(page)).toContainText('too large to be drawn');
  await expect(panel(page).locator('.drawing-node')).toHaveCount(0);
});

test('labels may hold what ends lines elsewhere', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import objgraph\nobjgraph.show_refs([[[]]], extra_info=lambda it: "one\\u2028two\\rthree")\n');
  const nodes = panel(page).locator('.drawing-node');
  await expect(nodes).toHaveCount(2);
  await expect(nodes.first().locator('title')).toHaveText(/1 items.*one.two.three/s);
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the graph fits, in 中文', async ({ page }) => {
    await open(page);
    await runToEnd(page, REFS);
    await page.getByLabel('Language').selectOption('zh-CN');
    const region = page.getByRole('region', { name: 'objgraph 所绘：3 个对象' });
    await expect(region).toBeVisible();
    const box = await region.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
    await region.getByRole('button', { name: '关闭图' }).click();
    await expect(region).toBeHidden();
  });
});
