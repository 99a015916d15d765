// What is said of what happens: the sentence under the picture, the collector's list of passes, its tables, and what the
// program prints about memory.

import { expect, test } from './faultless.js';
import {
  CYCLE, caption, column, consoleLog, enter, middle, named, open, pixels, played, position, rows, run, runToEnd, settled, step, toPass, toStart, write,
} from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const forward = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Step forward' });

/** Every sentence from the start to the end, one after the other. @param {Page} page */
async function sentences(page) {
  await toStart(page);
  const { length } = await position(page);
  const all = [];
  while ((await position(page)).at < length) {
    await step(page, 'Step forward');
    await settled(page);
    all.push((await caption(page).textContent()) ?? '');
  }
  return all;
}

test('each step has a sentence in plain words', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc, weakref\nclass A:\n    def __del__(self): print("bye")\na = A()\na.me = a\nw = weakref.ref(a)\ndel a\ngc.collect()\n');
  const all = await sentences(page);
  expect(all.filter((text) => text === '' || /[{}]|\b(caption|undefined|NaN)\b/.test(text))).toEqual([]);
  for (const text of [
    'A new A was made; its class has a __del__, so it will be finalized when it dies. Its count is 1.',
    'The name a now refers to the A; the count of the A is 1.',
    'a was deleted: the count of the A goes from 2 to 1.',
    'gc.collect(): a collection of generation 2 begins.',
    'The __del__ of the A (a) runs. It runs only once.',
    'Printed: bye',
    'The program has run to its end.',
    'A weak reference to the A a was made: it does not count.',
    'The A (a) refers to itself: a reference from within. gc_refs goes from 1 to 0.',
    'The gc_refs of the A (a) is 0: it goes to “Unreachable?” as perhaps unreachable.',
    'The collector has decided: 1 object is unreachable.',
    'A weak reference to the A (a) was cleared: it gives None from now on.',
    'The collection of generation 2 is over: 1 object was unreachable.',
  ]) {
    expect(all).toContain(text);
  }
});

/** From here on all that a screen reader is given to read out under the picture. @param {Page} page */
async function listen(page) {
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    Object.assign(window, { told });
    const live = document.querySelector('#caption-live');
    if (live) new MutationObserver(() => told.push(live.textContent ?? '')).observe(live, { childList: true, characterData: true, subtree: true });
  });
  return () => /** @type {Promise<string[]>} */ (page.evaluate(() => Reflect.get(window, 'told')));
}

test('a screen reader is told where playing stops, not each step on the way', async ({ page }) => {
  await open(page);
  await write(page, CYCLE);
  const heard = await listen(page);
  await run(page);
  await played(page);
  const told = await heard();
  expect(told.at(-1)).toBe('The program has run to its end.');
  // The start of it, and its end: not the seventy steps between.
  expect(told.length).toBeLessThan(5);
  await step(page, 'Step back');
  await expect(page.locator('#caption-live')).toHaveText((await caption(page).textContent()) ?? '');
});

test('a screen reader is not told again what it was told, whatever is looked at', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const heard = await listen(page);
  for (const name of ['Zoom in', 'Zoom out']) {
    await page.getByRole('button', { name }).click();
    await settled(page);
  }
  await page.getByLabel('View of the heap').selectOption('Table');
  await expect(page.getByRole('table', { name: 'Objects' })).toBeVisible();
  await settled(page);
  expect(await heard()).toEqual([]);
});

test('the running pass says what it does, and how many objects it has moved so far', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await toStart(page);
  const lit = page.locator('#passes [aria-current="step"]');
  await toPass(page, 'move_unreachable');
  await expect(lit).toContainText('Objects with gc_refs 0 go to the unreachable list for now');
  await expect(lit).toContainText('0 objects');
  await page.getByRole('radio', { name: 'Event' }).check({ force: true });
  for (const n of ['1 object', '2 objects']) {
    await step(page, 'Step forward');
    await expect(lit).toContainText(n);
  }
  await toStart(page);
  await toPass(page, 'subtract_refs');
  await page.getByRole('radio', { name: 'Event' }).check({ force: true });
  await step(page, 'Step forward');
  await expect(lit).toContainText('1 reference');
});

test('what a name referred to before is told to have one reference less', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = a\n');
  await enter(page, 'a = 5');
  await expect(caption(page)).toHaveText('a = 5 · The name a now refers to 5. The count of the list b goes from 2 to 1.');
});

test('after an exception the names are still there', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'def f(n):\n    inner = [n]\n    raise ValueError(n)\na = [1]\nf(a)\n');
  await expect(column(rows(page, 'list'), 'names').first()).toHaveText('a');
  // The name and the frame of the call, which the traceback keeps.
  await expect(column(rows(page, 'list'), 'heldBy').first()).toContainText('a');
});

test('forward and back again by each unit of a step, to where it was', async ({ page }) => {
  await open(page);
  await runToEnd(page, `${CYCLE}\nprint(gc.collect(0))\n`);
  for (const unit of ['Event', 'Statement', 'Pass', 'Collection', 'Death']) {
    await page.getByRole('radio', { name: unit }).check({ force: true });
    await toStart(page);
    const stops = [];
    for (let i = 0; i < 2; i += 1) {
      await step(page, 'Step forward');
      stops.push((await position(page)).at);
    }
    await step(page, 'Step back');
    expect([unit, (await position(page)).at]).toEqual([unit, stops[0]]);
  }
});

test('faster and slower, while it is played', async ({ page }) => {
  await open(page);
  const speed = page.getByLabel('Speed of playback');
  await expect(speed.getByRole('option')).toHaveText(['0.25×', '0.5×', '1×', '2×', '4×', '8×', '16×']);
  await speed.selectOption('0.25');
  await write(page, 'for i in range(60):\n    a = [i]\n');
  await run(page);
  await expect.poll(() => position(page).then(({ at }) => at)).toBeGreaterThan(12);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  // At its slowest this would take minutes.
  await speed.selectOption('16×');
  await played(page);
});

test('the table of collections tells what each did, and shows it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\ngc.set_threshold(5, 2, 2)\nfor i in range(40):\n    a = []\n    a.append(a)\nprint(gc.collect())');
  const table = page.getByRole('table', { name: 'Collections' });
  await expect(table.getByRole('columnheader')).toHaveText(['Gen', 'Why', 'Seen', 'Freed', 'Uncoll.', 'Show']);
  const all = table.getByRole('row');
  await expect(all.nth(1)).toContainText('threshold');
  await expect(all.last()).toContainText('asked');
  await all.nth(1).getByRole('button').click();
  await expect(page.locator('#collector-note')).toHaveText('generation 0 · threshold exceeded');
  await expect(caption(page)).toContainText('over its threshold of 5: a collection of generation 0 begins by itself.');
  await expect(page.locator('.gauge').first()).toContainText('/ 5');
  await expect(page.locator('.gauge').first()).toHaveClass(/lit/);
});

test('what gc, sys, weakref and objgraph say stands in the console, as Python prints it', async ({ page }) => {
  await open(page);
  await runToEnd(page, [
    'import gc, sys, weakref, objgraph',
    'class A: pass',
    'a = A()',
    'b = [a, a]',
    'w = weakref.ref(a)',
    'print(sys.getrefcount(a), gc.is_tracked(a), gc.is_tracked(1))',
    'print(w() is a, weakref.getweakrefcount(a))',
    'print(gc.get_referents(b) == [a, a], b in gc.get_referrers(a))',
    'print(objgraph.count("A"))',
    'del a, b',
    'print(w())',
  ].join('\n'));
  await expect(consoleLog(page)).toHaveText('4 True False\nTrue 1\nTrue True\n1\nNone\n');
  await enter(page, 'gc.get_threshold(), gc.garbage');
  await expect(consoleLog(page)).toContainText('>>> gc.get_threshold(), gc.garbage\n((2000, 10, 10), [])\n');
});

test('new objects take free room: those that are there stay where they are', async ({ page }) => {
  await open(page);
  for (const name of ['a', 'b', 'c']) {
    await page.getByRole('button', { name: 'New list' }).click();
    await expect(named(page, name)).toHaveCount(1);
    await played(page);
  }
  const places = async () => Promise.all(['a', 'c'].map((name) => middle(page, named(page, name))));
  const before = await places();
  for (const statement of ['del b', 'd = [a, c]', 'e = {1: d}', 'a.append(e)', 'f = {1, 2}', 'del d']) {
    await enter(page, statement);
    await expect(consoleLog(page)).toContainText(`>>> ${statement}`);
    await played(page);
    expect(await places(), statement).toEqual(before);
  }
});

test('parallel references, the two of a pair and one to itself are told and drawn apart', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a, a]\na.append(b)\na.append(a)\n');
  await page.locator('#picture').focus();
  const seen = new Map();
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
    const text = (await page.locator('#picture-item').textContent()) ?? '';
    if (text.startsWith('reference')) seen.set(text, await pixels(page));
  }
  expect([...seen.keys()].sort()).toEqual([
    'reference [0] of list a to list b',
    'reference [0] of list b to list a',
    'reference [1] of list a to list a',
    'reference [1] of list b to list a',
  ]);
  // Each is lit in a place of its own.
  expect(new Set(seen.values()).size).toBe(4);
});

test('what is selected is told with its new count when that has changed', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\n');
  const at = await middle(page, named(page, 'a'));
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('#picture-item')).toHaveText('list a, reference count 1');
  await enter(page, 'b = a');
  await expect(page.locator('#picture-item')).toHaveText('list a, b, reference count 2');
});

test('the chart leads where it is pressed, and its line follows', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = [[] for i in range(50)]\ndel a\nb = 1\n');
  const chart = page.locator('#chart-canvas');
  await expect(chart).toHaveAccessibleName(/at most .* and 5\d objects/);
  const box = await chart.boundingBox();
  const { length } = await position(page);
  await chart.click({ position: { x: (box?.width ?? 0) / 2, y: 10 } });
  await expect.poll(() => position(page).then(({ at }) => Math.abs(at - length / 2))).toBeLessThan(length / 50);
  await expect(rows(page, 'list')).not.toHaveCount(0);
});

test.describe('motion', () => {
  const BEFORE = 'a = []\nb = [a]\n';

  /** How many different pictures one step shows. @param {Page} page */
  async function picturesOfAStep(page) {
    await open(page);
    await page.locator('#speed').selectOption('1');
    await runToEnd(page, BEFORE);
    await toStart(page);
    await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
    for (let i = 0; i < 2; i += 1) await step(page, 'Step forward');
    await settled(page);
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas#picture');
      const seen = new Set();
      Object.assign(window, { seen });
      const look = () => {
        if (canvas instanceof HTMLCanvasElement) seen.add(canvas.toDataURL());
        requestAnimationFrame(look);
      };
      look();
    });
    await forward(page).click();
    await expect.poll(() => position(page).then(({ at, length }) => at === length)).toBe(true);
    await settled(page);
    return page.evaluate(() => Reflect.get(window, 'seen').size);
  }

  test.describe('where it is welcome', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });
    test('what moves, moves visibly', async ({ page }) => {
      expect(await picturesOfAStep(page)).toBeGreaterThan(4);
    });
  });

  test('where it is not, things are there at once', async ({ page }) => {
    expect(await picturesOfAStep(page)).toBeLessThanOrEqual(2);
  });
});
