// What a person does at the page and what a person sees there, in the words of the tests.

import { expect } from '@playwright/test';

/** @import { Locator, Page } from '@playwright/test' */

/** The program of the first lesson: two lists that only the collector can free. */
export const CYCLE = `import gc
a = []
b = [a]
a.append(b)
del a
del b
print(gc.collect())`;

/** The page answers within a frame: no need to look at it ever more rarely. A loaded machine may be slow to play. */
const SOON = { intervals: [20, 50], timeout: 10_000 };
const LATER = { timeout: 90_000 };

/** Opens the page, at its highest speed; whatever goes wrong in it makes the test fail. @param {Page} page */
export async function open(page) {
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto('');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await expect(page.locator('#position')).not.toBeEmpty();
  await page.locator('#speed').selectOption('16');
}

/** @param {Page} page */
export const editor = (page) => page.getByRole('textbox', { name: 'Python program' });

/** Puts a program into the editor, at once. @param {Page} page @param {string} program */
export async function write(page, program) {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(program);
}

/** Pastes a program into the editor, as from the clipboard: what is very long would take long to be typed. @param {Page} page @param {string} program */
export async function paste(page, program) {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.locator('.cm-content').evaluate((editor, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, program);
}

/** Runs the program and stands at its end. @param {Page} page @param {string} program */
export async function runToEnd(page, program) {
  await write(page, program);
  await run(page);
  await toEnd(page);
}

/** Runs what stands in the editor; it begins to play. @param {Page} page */
export async function run(page) {
  const button = page.getByRole('button', { name: 'Run', exact: true });
  await button.click();
  await expect(button).not.toHaveAttribute('aria-busy');
}

/** Where the cursor stands, and how long the trace is. @param {Page} page */
export async function position(page) {
  const [at, length] = ((await page.locator('#position').textContent()) ?? '').split('/').map((text) => Number(text.replace(/\D/g, '')));
  return { at: at ?? NaN, length: length ?? NaN };
}

/** By the button, or where there is no room for it by the scrubber. @param {Page} page @param {string} button @param {string} key */
async function goTo(page, button, key) {
  const shown = page.getByRole('button', { name: button });
  if (await shown.isVisible()) await shown.click({ force: true });
  else await page.locator('#scrubber').press(key);
}

/** @param {Page} page */
export async function toEnd(page) {
  // At the end already the button is greyed out, and pressing it changes nothing.
  await goTo(page, 'To the end', 'End');
  await played(page);
}

/** @param {Page} page */
export async function toStart(page) {
  await goTo(page, 'To the start', 'Home');
  await expect.poll(() => position(page).then(({ at }) => at), SOON).toBe(0);
  await settled(page);
}

/** Presses a step button and sees the cursor elsewhere. @param {Page} page @param {'Step forward' | 'Step back'} name */
export async function step(page, name) {
  const before = (await position(page)).at;
  await page.getByRole('button', { name }).click();
  await expect.poll(() => position(page).then(({ at }) => at), SOON).not.toBe(before);
}

/** What a step is from now on: a button for each unit, or where there is no room for them a list. @param {Page} page @param {string} unit */
export async function stepBy(page, unit) {
  const list = page.getByRole('combobox', { name: 'Step by' });
  if (await list.isVisible()) await list.selectOption(unit);
  else await page.getByRole('radio', { name: unit }).check({ force: true });
}

/** Steps by pass until that pass of the collector is lit. @param {Page} page @param {string} pass */
export async function toPass(page, pass) {
  await stepBy(page, 'Pass');
  const lit = page.locator('#passes [aria-current="step"] code');
  while ((await lit.count()) === 0 || (await lit.textContent()) !== pass) await step(page, 'Step forward');
}

/** The rows of the heap's table for one type. @param {Page} page @param {string} type */
export const rows = (page, type) =>
  page.locator('#objects tbody tr').filter({ has: page.getByRole('rowheader', { name: type, exact: true, includeHidden: true }) });

/** What stands in one column of those rows. @param {Locator} all @param {string} column */
export const column = (all, column) => all.locator(`[data-column="${column}"]`);

/** @param {Page} page */
export const consoleLog = (page) => page.locator('#console-log');

/** Where one more statement is typed. @param {Page} page */
export const prompt = (page) => page.getByRole('textbox', { name: 'One more Python statement' });

/** Enters a line at the prompt. @param {Page} page @param {string} line */
export async function enter(page, line) {
  await prompt(page).fill(line);
  await prompt(page).press('Enter');
}

/** The sentence under the picture. @param {Page} page */
export const caption = (page) => page.locator('#caption');

/** Waits until the picture and the table beside it show all that was done, and rest. @param {Page} page */
export async function settled(page) {
  await expect(page.locator('#picture')).not.toHaveAttribute('aria-busy', LATER);
  await expect(page.locator('#objects table')).not.toHaveAttribute('aria-busy', LATER);
}

/**
 * The middle of something on the canvas, once that rests, by what the heap's table says of its place.
 * @param {Page} page
 * @param {Locator} row a table row, or a name within one
 */
export async function middle(page, row) {
  await settled(page);
  const [x = 0, y = 0, width = 0, height = 0] = ((await row.getAttribute('data-box')) ?? '').split(' ').map(Number);
  expect(width).toBeGreaterThan(0);
  const canvas = await page.locator('#picture').boundingBox();
  if (!canvas) throw new Error('the picture is not shown');
  return { x: canvas.x + x + width / 2, y: canvas.y + y + height / 2 };
}

/**
 * The ring at a card's right edge, from which a reference is drawn.
 * @param {Page} page
 * @param {Locator} row
 */
export async function handle(page, row) {
  const { x, y } = await middle(page, row);
  const [, , width = 0] = ((await row.getAttribute('data-box')) ?? '').split(' ').map(Number);
  return { x: x + width / 2, y };
}

/** Drags the mouse from there to there. @param {Page} page @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
export async function dragTo(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2 + 8);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** The row of the object that a name refers to. @param {Page} page @param {string} name */
export const named = (page, name) => page.locator('#objects tbody tr').filter({ has: page.locator(`[data-name="${name}"]`) });

/** A name's tag. @param {Page} page @param {string} name */
export const tag = (page, name) => page.locator(`#objects [data-name="${name}"]`);

/** Goes from item to item of the picture by keyboard, to the one that is told so. @param {Page} page @param {RegExp} text */
export async function walkTo(page, text) {
  const told = page.locator('#picture-item');
  await page.locator('#picture').focus();
  await settled(page);
  for (let i = 0; i < 24 && !text.test((await told.textContent()) ?? ''); i += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
  }
  await expect(told).toHaveText(text);
}

/** Waits until what a gesture started has been played to its end. @param {Page} page */
export async function played(page) {
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible(LATER);
  await expect.poll(() => position(page).then(({ at, length }) => at === length), SOON).toBe(true);
  await settled(page);
}

/** The canvas, pixel for pixel, once it rests. @param {Page} page */
export async function pixels(page) {
  await settled(page);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const canvas = document.querySelector('canvas#picture');
          resolve(canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '');
        });
      }),
  );
}
