// Every gesture becomes the Python statement that does the same, by mouse, by finger and by keyboard; or it is refused, and
// says why.

import { expect, test } from './faultless.js';
import { caption, consoleLog, dragTo, handle, middle, named, open, played, rows, runToEnd, settled, step, tag, walkTo } from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ALL = 'class C: pass\nl = []\nd = {}\ns = set()\nt = ([],)\no = C()\nf = frozenset()\ndef fn(): pass\nn = object()\n';
const told = (/** @type {Page} */ page) => page.locator('#picture-item');

/** Sees the statement in the console, run to its end. @param {Page} page @param {string} statement */
async function ran(page, statement) {
  await expect(consoleLog(page)).toContainText(statement);
  await played(page);
}

/** From the ring at the one card to the other card. @param {Page} page @param {string} from @param {string} to */
async function refer(page, from, to) {
  const [start, end] = [await handle(page, named(page, from)), await middle(page, named(page, to))];
  await dragTo(page, start, end);
}

/** @param {Page} page @param {string} name */
async function pick(page, name) {
  const { x, y } = await middle(page, named(page, name));
  await page.mouse.click(x, y);
}

test('each kind of object is made by its button, each under the next free name', async ({ page }) => {
  await open(page);
  const made = [
    ['New list', 'a = []', 'list'],
    ['New dict', 'b = {}', 'dict'],
    ['New set', 'c = set()', 'set'],
    ['New tuple', 'd = ([],)', 'tuple'],
    ['New object: an instance of a class', 'e = Node()', 'Node'],
    ['New object whose class has __del__', 'f = Finalizer()', 'Finalizer'],
  ];
  for (const [button, statement, type] of made) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await ran(page, statement ?? '');
    await expect(rows(page, type ?? '')).not.toHaveCount(0);
    // Seen beside the picture, too: on a phone the console is out of sight.
    await expect(caption(page)).toContainText(`${statement} · The name ${statement?.[0]} now refers to the`);
  }
});

test('a double click on the empty ground makes a list, one on a card does not', async ({ page }) => {
  await open(page);
  const box = await page.locator('#picture').boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + 50, (box?.y ?? 0) + 420);
  await ran(page, '>>> a = []');
  const { x, y } = await middle(page, named(page, 'a'));
  await page.mouse.dblclick(x, y);
  await expect(told(page)).toHaveText('list a, reference count 1');
  await expect(consoleLog(page)).toHaveText('>>> a = []\n');
});

test('a reference drawn from a card is kept in the way of its type', async ({ page }) => {
  await open(page);
  await runToEnd(page, ALL);
  for (const [from, to, statement, seen] of [
    ['l', 'd', 'l.append(d)', 'The list l now holds the dict d as [0]; its count is 2.'],
    ['d', 'l', "d['k'] = l", "The dict d now holds the list l as 'k'; its count is 2."],
    ['s', 'o', 's.add(o)', 'The set s now holds the C o'],
    ['o', 'l', 'o.x = l', 'now holds the list l as '],
    ['fn', 'l', 'fn.x = l', 'The function fn now holds'],
    ['l', 'l', 'l.append(l)', 'The list l now holds itself as [1]'],
  ]) {
    await refer(page, from ?? '', to ?? '');
    await ran(page, `>>> ${statement}`);
    await expect(caption(page)).toContainText(`${statement} · `);
    await expect(caption(page)).toContainText(seen ?? '');
  }
});

test('what Python cannot do is refused, and the sentence says why', async ({ page }) => {
  await open(page);
  await runToEnd(page, ALL);
  for (const [from, to, why] of [
    ['s', 'l', 'A set cannot hold a list: it has no hash.'],
    ['t', 'l', 'A tuple cannot be changed once it is made.'],
    ['f', 'l', 'A frozenset cannot be changed once it is made.'],
    ['n', 'l', 'This object cannot be given references to other objects.'],
  ]) {
    await refer(page, from ?? '', to ?? '');
    await expect(caption(page)).toHaveText(why ?? '');
    await expect(caption(page)).toHaveAttribute('data-kind', 'refused');
    await expect(page.locator('#caption-live')).toHaveText(why ?? '');
  }
  await expect(consoleLog(page)).toBeEmpty();
});

test('a tag of the past that stands for no name any more is refused', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a]\na.append(b)\ndel b\nprint("end")\n');
  for (let i = 0; i < 60 && (await tag(page, 'b').count()) === 0; i += 1) await step(page, 'Step back');
  const { x, y } = await middle(page, tag(page, 'b'));
  await page.mouse.click(x, y);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(caption(page)).toHaveText('That no longer exists.');
  await expect(consoleLog(page)).not.toContainText('>>>');
});

test('no gesture reaches what no name reaches, and a function’s own names belong to it', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'b = []\ndef g():\n    x = []\n    yield x\nrunning = g()\nnext(running)\na = []\na.append(a)\ndel a\n');
  const lost = rows(page, 'list').filter({ hasNot: page.locator('[data-name]') }).last();
  const start = await middle(page, named(page, 'b'));
  const end = await middle(page, lost);
  await dragTo(page, await handle(page, named(page, 'b')), end);
  await expect(caption(page)).toHaveText('No name leads to this list: it is garbage, and no program can get at it any more.');
  await dragTo(page, await handle(page, lost), start);
  await expect(caption(page)).toHaveText('No name leads to this list: it is garbage, and no program can get at it any more.');
  await page.mouse.click(end.x, end.y);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(caption(page)).toContainText('it is garbage');
  await expect(consoleLog(page)).toBeEmpty();
});

test('from a name to a card: the name refers to it; from a card to a name: to what the name means', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = {}\n');
  await dragTo(page, await middle(page, tag(page, 'a')), await middle(page, named(page, 'b')));
  await ran(page, '>>> a = b');
  await expect(named(page, 'a')).toContainText('dict');
  await page.getByRole('button', { name: 'New list' }).click();
  await ran(page, '>>> c = []');
  await dragTo(page, await handle(page, named(page, 'c')), await middle(page, tag(page, 'a')));
  await ran(page, '>>> c.append(a)');
  // Let go over nothing it is given up, and that is said.
  const box = await page.locator('#picture').boundingBox();
  await dragTo(page, await handle(page, named(page, 'c')), { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 430 });
  await expect(caption(page)).toHaveText('A reference must end on an object or a name; here there is neither.');
  await expect(caption(page)).toHaveAttribute('data-kind', 'refused');
  await settled(page);
  await expect(consoleLog(page)).toHaveText('>>> a = b\n>>> c = []\n>>> c.append(a)\n');
});

test('a weak reference by the bar beside the card; where there can be none it says so', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\ns = set()\n');
  await pick(page, 'a');
  await page.getByRole('button', { name: 'Refer weakly…' }).click();
  await pick(page, 's');
  await ran(page, 'a.append(weakref.ref(s))');
  await pick(page, 's');
  await expect(page.getByRole('region', { name: 'Object', exact: true })).toContainText('Weak references1');
  await page.getByRole('button', { name: 'Refer weakly…' }).click();
  await pick(page, 'a');
  await expect(caption(page)).toHaveText('Python makes no weak references to objects of type list.');
});

test('deleted are names, references and, by its names, an object', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a, a]\nc = {"k": a}\nx = y = {}\n');
  const at = await middle(page, tag(page, 'c'));
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Delete');
  await ran(page, '>>> del c');
  await expect(caption(page)).toContainText('del c · c was deleted: the count of the dict goes from 1 to 0.');
  await pick(page, 'x');
  await page.getByRole('button', { name: 'Delete' }).click();
  await ran(page, '>>> del x, y');
  await expect(rows(page, 'dict')).toHaveCount(0);
  // A reference is found on the canvas: between the cards of b and a.
  const [from, to] = [await middle(page, named(page, 'b')), await middle(page, named(page, 'a'))];
  for (let y = from.y - 24; y <= from.y + 24 && !/^reference/.test((await told(page).textContent()) ?? ''); y += 4) {
    await page.mouse.click((from.x + to.x) / 2, y);
    await settled(page);
  }
  await expect(told(page)).toHaveText(/^reference \[[01]\] of list b to list a$/);
  await page.getByRole('button', { name: 'Delete' }).click();
  await ran(page, '>>> del b[');
  await expect(named(page, 'b')).toContainText('[0]: list');
  await expect(named(page, 'b')).not.toContainText('[1]: list');
});

test('each generation is collected by its button, and mark-sweep looks on', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'import gc\na = []\na.append(a)\ndel a\n');
  await page.getByRole('button', { name: /^mark-sweep from the roots/ }).click();
  await ran(page, 'gcscope.mark_sweep()\n1\n');
  await expect(caption(page)).toContainText('Mark-sweep is over');
  await expect(rows(page, 'list')).toHaveCount(1);
  for (const [generation, found] of [[1, 1], [0, 0], [2, 0]]) {
    await page.getByRole('button', { name: `Collect generation ${generation}` }).click();
    await ran(page, `>>> gc.collect(${generation})\n${found}\n`);
    await expect(caption(page)).toContainText(`gc.collect(${generation}) · The collection of generation ${generation} is over`);
  }
});

test('by keyboard alone: make, name, refer, refer weakly, find a reference and delete it, collect', async ({ page }) => {
  await open(page);
  const press = async (/** @type {string} */ name) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  const connect = async (/** @type {RegExp} */ from, /** @type {'Enter' | 'Shift+Enter'} */ key, /** @type {RegExp} */ to) => {
    await walkTo(page, from);
    await page.keyboard.press(key);
    await expect(told(page)).toContainText('picked as the source');
    await page.keyboard.press('ArrowRight');
    await walkTo(page, to);
    await page.keyboard.press('Enter');
  };
  await press('New list');
  await ran(page, '>>> a = []');
  await press('New set');
  await ran(page, '>>> b = set()');
  await connect(/^list a/, 'Enter', /^set b/);
  await ran(page, '>>> a.append(b)');
  await connect(/^list a/, 'Shift+Enter', /^set b/);
  await ran(page, 'a.append(weakref.ref(b))');
  await connect(/^set b/, 'Shift+Enter', /^list a/);
  await expect(caption(page)).toContainText('Python makes no weak references');
  await connect(/^name b/, 'Enter', /^list a/);
  await ran(page, '>>> b = a');
  await walkTo(page, /^reference \[0\] of list a, b to set/);
  await page.keyboard.press('Delete');
  await ran(page, '>>> del a[0]');
  await expect(rows(page, 'set')).toHaveCount(0);
  await walkTo(page, /^list a, b/);
  await page.keyboard.press('Delete');
  await ran(page, '>>> del a, b');
  await press('Collect generation 2: gc.collect(2)');
  await ran(page, 'gc.collect(2)\n0\n');
});

test('Escape gives up what was begun, and then the selection', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = []\n');
  await walkTo(page, /^list a/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Selected item' })).toContainText('Now pick what it shall refer to');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Refer to…' })).toBeVisible();
  await expect(told(page)).toHaveText('list a, reference count 1');
  await page.keyboard.press('Escape');
  await expect(told(page)).toBeEmpty();
  await pick(page, 'b');
  await expect(consoleLog(page)).toBeEmpty();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** Draws from there to there with one finger. @param {Page} page @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
  async function drawByFinger(page, from, to) {
    const touch = await page.context().newCDPSession(page);
    const send = (/** @type {'touchStart' | 'touchMove'} */ type, /** @type {number} */ part) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }] });
    await send('touchStart', 0);
    for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', part);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('by one finger: two taps on the ground, a reference, a name given to another, a weak reference', async ({ page }) => {
    await open(page);
    const box = await page.locator('#picture').boundingBox();
    for (let i = 0; i < 2; i += 1) await page.touchscreen.tap((box?.x ?? 0) + 40, (box?.y ?? 0) + 250);
    await ran(page, '>>> a = []');
    await page.getByRole('button', { name: 'New set' }).tap();
    await ran(page, '>>> b = set()');
    await drawByFinger(page, await handle(page, named(page, 'a')), await middle(page, named(page, 'b')));
    await ran(page, '>>> a.append(b)');
    await expect(caption(page)).toContainText('a.append(b) · ');
    const at = await middle(page, named(page, 'a'));
    await page.touchscreen.tap(at.x, at.y);
    await page.getByRole('button', { name: 'Refer weakly…' }).tap();
    const to = await middle(page, named(page, 'b'));
    await page.touchscreen.tap(to.x, to.y);
    await ran(page, 'a.append(weakref.ref(b))');
    await drawByFinger(page, await middle(page, tag(page, 'b')), await middle(page, named(page, 'a')));
    await ran(page, '>>> b = a');
  });

  test('nothing stands over the cards while one of them is to be picked', async ({ page }) => {
    await open(page);
    await runToEnd(page, 'a = []\nb = []\nc = []\nd = []\ne = []\nf = []\n');
    for (const name of ['b', 'c', 'd', 'e', 'f']) {
      const from = await middle(page, named(page, 'a'));
      await page.touchscreen.tap(from.x, from.y);
      await page.getByRole('button', { name: 'Refer to…' }).tap();
      await expect(page.getByRole('group', { name: 'Selected item' })).toContainText('Now pick what it shall refer to');
      const to = await middle(page, named(page, name));
      await page.touchscreen.tap(to.x, to.y);
      await ran(page, `>>> a.append(${name})`);
    }
  });
});
