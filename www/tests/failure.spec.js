// When the module does not come, or fails, the page says so and keeps the program.

import { expect, test } from './faultless.js';
import { consoleLog, toEnd, write } from './bench.js';

/** @import { Page } from '@playwright/test' */

/** The wasm file stays on its way until it is released. @param {Page} page */
async function holdModule(page) {
  let release = () => {};
  const held = new Promise((resolve) => {
    release = () => resolve(null);
  });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test('without its wasm file the page says so, keeps what is typed, and tries again', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  const failure = page.getByRole('alertdialog');
  await expect(failure).toBeVisible();
  await expect(failure).toContainText('The simulator could not be loaded');
  const editor = page.getByRole('textbox', { name: 'Python program' });
  await editor.fill('kept = 1');
  await page.unroute('**/*.wasm');
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(editor).toHaveText('kept = 1');
  await expect(failure).toBeHidden();
});

test('while its wasm file is on its way the page says so, and is laid out already', async ({ page }) => {
  const release = await holdModule(page);
  await page.goto('');
  const word = page.getByText('Loading the simulator…');
  const [heap, collector, python] = [page.locator('#heap'), page.locator('#collector'), page.getByLabel('Python version')];
  await expect(word).toBeVisible();
  await expect(heap).toHaveAttribute('aria-busy', 'true');
  await expect(collector).toBeVisible();
  await expect(python).toHaveValue('3.14');
  const before = await collector.boundingBox();
  release();
  await expect(word).toBeHidden();
  await expect(heap).not.toHaveAttribute('aria-busy');
  await expect(python).toBeEnabled();
  await expect(page.locator('#tools')).toBeVisible();
  expect(await collector.boundingBox()).toEqual(before);
});

test('Run pressed while it is on its way runs the program as soon as it is there', async ({ page }) => {
  const release = await holdModule(page);
  await page.goto('');
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await write(page, 'print("early")');
  await run.click();
  await expect(run).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(run).not.toHaveAttribute('aria-busy');
  await toEnd(page);
  await expect(consoleLog(page)).toHaveText('early');
});

test('a trap inside the module shows a panel, keeps the program, and the page starts again', async ({ page }) => {
  // Any trap will do: here one is put in the way of the module's next seek, where the module is, in the worker.
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${setTrap})();\n${await response.text()}` });
  });
  await page.goto('');
  // The worker has answered: it hears what comes.
  await expect(page.locator('#position')).not.toBeEmpty();
  const editor = page.getByRole('textbox', { name: 'Python program' });
  await editor.fill('a = [1]');
  await page.evaluate(async () => {
    const channel = new BroadcastChannel('trap');
    const heard = new Promise((resolve) => (channel.onmessage = resolve));
    channel.postMessage('set');
    await heard;
  });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const failure = page.getByRole('alertdialog');
  await expect(failure).toContainText('gcscope has made a mistake');
  await expect(failure).toContainText('unreachable');
  await expect(editor).toHaveText('a = [1]');
  await page.unroute('**/assets/worker-*.js');
  await failure.getByRole('button', { name: 'Restart' }).click();
  await expect(page.locator('#caption')).toContainText('Restarted after a fault');
  await expect(editor).toHaveText('a = [1]');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

/** In the worker: once it is told so, the module's next seek traps. */
function setTrap() {
  let isSet = false;
  const channel = new BroadcastChannel('trap');
  channel.onmessage = () => {
    isSet = true;
    channel.postMessage('heard');
  };
  const real = WebAssembly.instantiate;
  /** @type {any} */ (WebAssembly).instantiate = async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) => {
    const instance = await real(module, imports);
    const exports = { ...instance.exports };
    const seek = /** @type {Function} */ (exports.session_seek);
    exports.session_seek = /** @type {any} */ (
      (/** @type {unknown[]} */ ...args) => {
        if (isSet) throw new WebAssembly.RuntimeError('unreachable');
        return seek(...args);
      }
    );
    return { module, instance: { exports } };
  };
}

test('a worker that cannot be loaded is told as well', async ({ page }) => {
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('alertdialog')).toContainText('The simulator could not be loaded');
});
