// The whole path: a cycle typed, drawn by mouse, by touch and by keyboard, its collection watched forwards and backwards.

import { expect, test } from './faultless.js';
import {
  CYCLE, column, consoleLog, dragTo, editor, enter, handle, middle, named, open, pixels, played, position, prompt, rows, run, runToEnd, step, tag,
  toEnd, toPass, toStart, walkTo,
} from './bench.js';

/** @import { Page } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where the two lists are after each of the passes that find them. @param {Page} page */
async function seeTheListsFound(page) {
  const lists = rows(page, 'list');
  await toPass(page, 'subtract_refs');
  await expect(column(lists, 'gcRefs')).toHaveText(['1', '1']);
  await toPass(page, 'move_unreachable');
  await expect(column(lists, 'gcRefs')).toHaveText(['0', '0']);
  await page.getByRole('radio', { name: 'Pass' }).check({ force: true });
  await step(page, 'Step forward');
  await expect(column(lists, 'list')).toHaveText(['unreachable', 'unreachable']);
  await toEnd(page);
  await expect(lists).toHaveCount(0);
}

test('typed: the lists are found unreachable by their gc_refs, and freed', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(CYCLE);
  await run(page);
  await played(page);
  await expect(consoleLog(page)).toHaveText('2\n');
  await toStart(page);
  await expect(consoleLog(page)).toBeEmpty();
  await seeTheListsFound(page);
  await expect(consoleLog(page)).toHaveText('2\n');
});

test('the running line and the running pass are lit', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await toStart(page);
  await page.getByRole('radio', { name: 'Statement' }).check({ force: true });
  for (const line of CYCLE.split('\n')) {
    await step(page, 'Step forward');
    await expect(page.locator('.line-running')).toHaveText(line);
  }
  await toPass(page, 'update_refs');
  await expect(page.locator('#passes [aria-current="step"]')).toContainText('reference count is copied');
});

/** Makes two lists that refer to each other; `connect` draws one reference. @param {Page} page @param {(from: string, to: string) => Promise<void>} connect */
async function drawCycle(page, connect) {
  for (const name of ['a', 'b']) {
    await page.getByRole('button', { name: 'New list' }).click();
    await expect(named(page, name)).toHaveCount(1);
    await played(page);
  }
  await connect('a', 'b');
  await expect(consoleLog(page)).toContainText('>>> a.append(b)');
  await played(page);
  await connect('b', 'a');
  await expect(consoleLog(page)).toContainText('>>> b.append(a)');
  await played(page);
  await expect(column(rows(page, 'list'), 'count')).toHaveText(['2', '2']);
}

/** @param {Page} page */
async function collectAndSee(page) {
  await expect(column(rows(page, 'list'), 'count')).toHaveText(['1', '1']);
  const before = await position(page);
  await page.getByRole('button', { name: 'Collect generation 2' }).click();
  await expect(consoleLog(page)).toContainText('gc.collect(2)');
  await played(page);
  await expect(rows(page, 'list')).toHaveCount(0);
  await expect(consoleLog(page)).toContainText('\n2\n');
  // Back to where the collection began, to watch it pass by pass.
  await page.getByRole('radio', { name: 'Collection' }).check({ force: true });
  await step(page, 'Step back');
  expect((await position(page)).at).toBeGreaterThanOrEqual(before.at);
  await seeTheListsFound(page);
}

test('by mouse: drag two references, delete both names, collect', async ({ page }) => {
  await open(page);
  await drawCycle(page, async (from, to) => {
    await dragTo(page, await handle(page, named(page, from)), await middle(page, named(page, to)));
  });
  for (const name of ['a', 'b']) {
    const at = await middle(page, tag(page, name));
    await page.mouse.click(at.x, at.y);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(consoleLog(page)).toContainText(`>>> del ${name}`);
    await played(page);
  }
  await collectAndSee(page);
});

test('by keyboard alone', async ({ page }) => {
  await open(page);
  const told = page.locator('#picture-item');
  await drawCycle(page, async (from, to) => {
    await walkTo(page, new RegExp(`^list ${from},`));
    await page.keyboard.press('Enter');
    await expect(told).toContainText('picked as the source');
    await page.keyboard.press('ArrowRight');
    await walkTo(page, new RegExp(`^list ${to},`));
    await page.keyboard.press('Enter');
  });
  for (const name of ['a', 'b']) {
    await walkTo(page, new RegExp(`^name ${name}$`));
    await page.keyboard.press('Delete');
    await expect(consoleLog(page)).toContainText(`>>> del ${name}`);
    await played(page);
  }
  await collectAndSee(page);
});

test('lines that come faster than they are dealt with are none of them lost', async ({ page }) => {
  await open(page);
  await prompt(page).focus();
  // Each key in the same task as the one before: no answer of the worker can come between.
  await page.evaluate(() => {
    const input = document.querySelector('#console-input');
    if (!(input instanceof HTMLInputElement)) throw new Error('there is no prompt');
    for (const line of ['a = []', 'for i in range(3):', '    a.append([])', '', 'len(a)']) {
      input.value = line;
      input.form?.requestSubmit();
    }
  });
  await expect(consoleLog(page)).toContainText('>>> len(a)\n3\n');
  await expect(page.locator('#console-mark')).toContainText('>>>');
  await played(page);
  await expect(rows(page, 'list')).toHaveCount(4);
});

test('by statements at the prompt, with history and continuation lines', async ({ page }) => {
  await open(page);
  await enter(page, 'a = []');
  await expect(consoleLog(page)).toContainText('>>> a = []');
  await enter(page, 'for i in range(2):');
  await expect(page.locator('#console-mark')).toContainText('...');
  await expect(prompt(page)).toHaveValue('    ');
  await enter(page, '    a.append([a])');
  await enter(page, '');
  await expect(page.locator('#console-mark')).toContainText('>>>');
  await expect(consoleLog(page)).toContainText('... ');
  await played(page);
  await expect(rows(page, 'list')).toHaveCount(3);
  await enter(page, 'len(a)');
  await expect(consoleLog(page)).toContainText('>>> len(a)\n2\n');
  await prompt(page).press('ArrowUp');
  await expect(prompt(page)).toHaveValue('len(a)');
  await prompt(page).press('ArrowUp');
  await expect(prompt(page)).toHaveValue('    a.append([a])');
  await prompt(page).press('ArrowDown');
  await prompt(page).press('ArrowDown');
  await expect(prompt(page)).toHaveValue('');
});

test('stepping back from the end to the start finds every earlier picture again, pixel for pixel', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const { length } = await position(page);
  await toStart(page);
  /** @type {{ at: number, picture: unknown }[]} */
  const seen = [{ at: 0, picture: await pixels(page) }];
  for (let at = 0; at < length; ) {
    await step(page, 'Step forward');
    ({ at } = await position(page));
    seen.push({ at, picture: await pixels(page) });
  }
  expect(new Set(seen.map(({ picture }) => picture)).size).toBeGreaterThan(10);
  seen.pop();
  for (const { at, picture } of seen.reverse()) {
    await step(page, 'Step back');
    expect((await position(page)).at).toBe(at);
    expect((await pixels(page)) === picture, `the picture at ${at}`).toBe(true);
  }
});

test('undo takes the last statement back, redo brings it again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('button', { name: 'New dict' }).click();
  await played(page);
  await expect(rows(page, 'dict')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page, 'dict')).toHaveCount(0);
  await expect(rows(page, 'list')).toHaveCount(1);
  await expect(consoleLog(page)).not.toContainText('b = {}');
  await page.getByRole('button', { name: 'Redo' }).click();
  await played(page);
  await expect(rows(page, 'dict')).toHaveCount(1);
  await expect(consoleLog(page)).toContainText('>>> b = {}');
});
