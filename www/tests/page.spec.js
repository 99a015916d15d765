// The page around the picture: versions, languages, themes, what is kept, narrow screens, accessibility.

import { expect, seeNoFault, test } from './faultless.js';
import {
  CYCLE, caption, column, consoleLog, editor, enter, middle, named, open, played, position, rows, run, runToEnd, step, stepBy, tag, toEnd, toPass, toStart,
  write,
} from './bench.js';

/** @import { Locator } from '@playwright/test' */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('another version of Python runs the same program by its own rules', async ({ page }) => {
  await open(page);
  await expect(page.getByLabel('Python version')).toHaveValue('3.14');
  await runToEnd(page, 'import gc\nprint(gc.get_threshold())');
  await expect(consoleLog(page)).toHaveText('(2000, 10, 10)\n');
  await page.getByLabel('Python version').selectOption('3.12');
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('(700, 10, 10)\n');
  await page.reload();
  await expect(page.getByLabel('Python version')).toHaveValue('3.12');
});

test('the language is switched, and remembered', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  const english = await caption(page).textContent();
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await expect(page.getByRole('button', { name: '运行' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(caption(page)).not.toHaveText(english ?? '');
  await expect(caption(page)).toHaveText(/\p{Script=Han}/u);
  await page.reload();
  await expect(page.getByRole('button', { name: '运行' })).toBeVisible();
});

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('gets it', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('button', { name: '运行' })).toBeVisible();
  });
});

test('an error is shown as Python shows it, and nothing that was typed is lost', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\na.x');
  await expect(consoleLog(page)).toContainText("AttributeError: 'list' object has no attribute 'x'");
  await expect(page.locator('.line-failed')).toHaveText('a.x');
  await write(page, 'a = = 1');
  await run(page);
  await toEnd(page);
  await expect(consoleLog(page)).toContainText('SyntaxError');
  await expect(editor(page)).toHaveText('a = = 1');
});

test('program, statements and position are kept across a reload', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await enter(page, 'c = {}');
  // The worker takes a moment: what was played before is still the whole of it.
  await expect(consoleLog(page)).toContainText('>>> c = {}');
  await played(page);
  const before = await position(page);
  await page.reload();
  await expect.poll(() => position(page)).toEqual(before);
  await expect(consoleLog(page)).toContainText('>>> c = {}');
  await expect(rows(page, 'dict')).toHaveCount(1);
});

test('a saved state that cannot be read is set aside with a message', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('gcscope:work', '{"text": 3'));
  await open(page);
  await expect(caption(page)).toContainText('set aside');
  await runToEnd(page, CYCLE);
  await expect(consoleLog(page)).toHaveText('2\n');
  expect(await page.evaluate(() => localStorage.getItem('gcscope:work.set-aside'))).toBe('{"text": 3');
});

test('an example is chosen from the menu by keyboard and plays', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Examples' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: /Two lists in a ring/ })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('class Phoenix');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('every example runs without an error', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  const all = await page.getByRole('menuitem').locator('strong').allTextContents();
  const names = all.filter((name) => name !== 'An empty heap');
  expect(names.length).toBeGreaterThanOrEqual(6);
  await page.keyboard.press('Escape');
  for (const name of names) {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name }).click();
    await toEnd(page);
    await expect(page.locator('#console-log .stderr')).toHaveCount(0);
    expect((await position(page)).length).toBeGreaterThan(10);
  }
});

test('a refused gesture says why', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\na.append(a)\ndel a\n');
  const at = await middle(page, rows(page, 'list').first());
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Delete');
  await expect(caption(page)).toHaveAttribute('data-kind', 'refused');
  await expect(caption(page)).not.toBeEmpty();
  // Of another view it would say nothing.
  await page.locator('#view').selectOption('graph');
  await expect(caption(page)).toHaveText('The program has run to its end.');
});

test('the inspector says who holds each count', async ({ page }) => {
  await open(page);
  await runToEnd(page, 'a = []\nb = [a, a]\n');
  const at = await middle(page, named(page, 'a'));
  await page.mouse.click(at.x, at.y);
  const inspector = page.getByRole('region', { name: 'Object', exact: true });
  await expect(inspector).toContainText('Reference count 3');
  await expect(inspector.getByRole('listitem')).toHaveCount(3);
});

test('the chart and the table of collections lead to their places', async ({ page }) => {
  await open(page);
  await runToEnd(page, CYCLE);
  await page.getByRole('button', { name: 'Show collection 1' }).click();
  await expect.poll(() => position(page).then(({ at, length }) => at > 0 && at < length)).toBe(true);
  await page.locator('#chart-canvas').click({ position: { x: 1, y: 20 } });
  await expect.poll(() => position(page).then(({ at }) => at)).toBe(0);
});

for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } })) {
  test(`the help explains the signs of the picture by the signs themselves, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    for (const [language, title, words] of /** @type {const} */ ([
      ['English', 'Signs in the picture', ['the reference count', 'gc_refs during a collection', 'a weak reference: it does not count', 'is being freed', 'it has a __del__']],
      ['中文', '图示中的符号', ['引用计数', '回收期间的 gc_refs', '弱引用：不计入引用计数', '正在释放', '它有 __del__']],
    ])) {
      if (language === '中文') await page.getByLabel('Language').selectOption('zh-CN');
      await page.locator('#help-button').click();
      const signs = page.locator('#help section').filter({ has: page.getByRole('heading', { name: title }) });
      for (const text of words) await expect(signs).toContainText(text);
      const entries = signs.locator('dd');
      const pictures = signs.locator('dt svg');
      await expect(pictures).toHaveCount(await entries.count());
      // Each has something that is painted, within its room, and nothing is pushed out of the dialog.
      const dialog = await page.getByRole('dialog').boundingBox();
      for (const [i, picture] of (await pictures.all()).entries()) {
        await picture.scrollIntoViewIfNeeded();
        const [own, text] = [await picture.boundingBox(), await entries.nth(i).boundingBox()];
        expect(own?.width).toBeGreaterThan(40);
        expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual((dialog?.x ?? 0) + (dialog?.width ?? 0));
        expect(await picture.evaluate((it) => [...it.children].some((child) => child.getBoundingClientRect().width > 0))).toBe(true);
      }
      await page.keyboard.press('Escape');
    }
  });
}

test('the help opens by its key and lists the keys', async ({ page }) => {
  await open(page);
  await page.locator('#picture').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toContainText('play or pause');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test.describe(`axe finds nothing: ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('wide', async ({ page }) => {
      await open(page);
      await seeNoFault(page);
      await runToEnd(page, CYCLE);
      await toStart(page);
      await toPass(page, 'move_unreachable');
      const at = await middle(page, rows(page, 'list').first());
      await page.mouse.click(at.x, at.y);
      await seeNoFault(page);
      await page.getByLabel('View of the heap').selectOption('Table');
      await seeNoFault(page);
      await page.getByRole('button', { name: 'Examples' }).click();
      await seeNoFault(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Help' }).click();
      await seeNoFault(page);
    });

    test('narrow', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await open(page);
      await runToEnd(page, CYCLE);
      for (const tab of ['Program', 'Console', 'Collector', 'Object', 'Table']) {
        await page.getByRole('tab', { name: tab }).click();
        await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
        await seeNoFault(page);
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the cycle is drawn and collected by taps', async ({ page }) => {
    await open(page);
    for (const name of ['a', 'b']) {
      await page.getByRole('button', { name: 'New list' }).tap();
      await expect(named(page, name)).toHaveCount(1);
      await played(page);
    }
    for (const [from, to] of [['a', 'b'], ['b', 'a']]) {
      const start = await middle(page, named(page, from ?? ''));
      await page.touchscreen.tap(start.x, start.y);
      await page.getByRole('button', { name: 'Refer to…' }).tap();
      const end = await middle(page, named(page, to ?? ''));
      await page.touchscreen.tap(end.x, end.y);
      await played(page);
    }
    await expect(column(rows(page, 'list'), 'count')).toHaveText(['2', '2']);
    for (const name of ['a', 'b']) {
      const at = await middle(page, tag(page, name));
      await page.touchscreen.tap(at.x, at.y);
      await page.getByRole('button', { name: 'Delete' }).tap();
      await played(page);
    }
    await page.getByRole('button', { name: 'Collect generation 2' }).tap();
    await page.getByRole('tab', { name: 'Console' }).tap();
    await played(page);
    await expect(consoleLog(page)).toContainText('gc.collect(2)\n2');
    await expect(rows(page, 'list')).toHaveCount(0);
  });

  test('the picture stays where it is through all passes of a collection, however long the sentence under it', async ({ page }) => {
    await open(page);
    await runToEnd(page, CYCLE);
    const { length } = await position(page);
    await stepBy(page, 'Pass');
    const nLines = new Set();
    for (const [width, height] of /** @type {const} */ ([[390, 844], [360, 640], [640, 360]])) {
      await page.setViewportSize({ width, height });
      await toStart(page);
      const before = await page.locator('#picture').boundingBox();
      for (let at = 0; at < length; ) {
        await step(page, 'Step forward');
        ({ at } = await position(page));
        expect(await page.locator('#picture').boundingBox(), `at ${at} of ${width}×${height}`).toEqual(before);
        nLines.add(await linesOf(caption(page)));
        expect(await caption(page).evaluate((it) => it.scrollHeight - it.clientHeight), 'no line of the sentence is cut off').toBeLessThanOrEqual(0);
      }
    }
    // Else there was nothing to be seen.
    expect(nLines.size).toBeGreaterThan(1);
  });
});

/** In how many lines its text stands. @param {Locator} element */
const linesOf = (element) =>
  element.evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });

for (const [width, height] of [[1920, 1080], [1280, 800], [1024, 768], [844, 390], [640, 360], [390, 844], [360, 640]]) {
  test(`nothing is wider than the page, nothing to touch is too small: ${width}×${height}`, async ({ browser }) => {
    const touch = (width ?? 0) < 900;
    const context = await browser.newContext({ viewport: { width: width ?? 0, height: height ?? 0 }, hasTouch: touch, isMobile: touch });
    const page = await context.newPage();
    await open(page);
    await runToEnd(page, CYCLE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    const picture = await page.locator('#picture').boundingBox();
    expect(picture?.width).toBeGreaterThan(250);
    expect(picture?.height).toBeGreaterThan(90);
    if (touch) {
      const small = await page.locator('button:visible, select:visible').evaluateAll((all) =>
        all.filter((each) => each instanceof HTMLElement && Math.min(each.offsetWidth, each.offsetHeight) < 40 && !each.closest('.panel-body')).map((each) => each.id || each.textContent),
      );
      expect(small).toEqual([]);
    }
    await context.close();
  });
}
