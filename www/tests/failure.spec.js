// When the module does not come, or fails, the page says so and keeps the program.

import { expect, test } from '@playwright/test';

test('without its wasm file the page says so, keeps what is typed, and tries again', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  const failure = page.getByRole('alertdialog');
  await expect(failure).toBeVisible();
  await expect(failure).toContainText('The simulator could not be loaded');
  const editor = page.getByRole('textbox', { name: 'Python program' });
  await editor.fill('kept = 1');
  await page.unroute('**/*.wasm');
  await failure.getByRole('button', { name: 'Restart' }).click();
  await expect(editor).toHaveText('kept = 1');
  await expect(failure).toBeHidden();
});

test('a trap inside the module shows a panel, keeps the program, and the page starts again', async ({ page }) => {
  // Any trap will do: here one is put in the way of the module's next seek.
  await page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const result = await real(source, imports);
      const exports = { ...result.instance.exports };
      const seek = /** @type {Function} */ (exports.session_seek);
      exports.session_seek = /** @type {any} */ (
        (/** @type {unknown[]} */ ...args) => {
          if (sessionStorage.getItem('trap')) throw new WebAssembly.RuntimeError('unreachable');
          return seek(...args);
        }
      );
      return { module: result.module, instance: /** @type {any} */ ({ exports }) };
    };
  });
  await page.goto('');
  const editor = page.getByRole('textbox', { name: 'Python program' });
  await editor.fill('a = [1]');
  await page.evaluate(() => sessionStorage.setItem('trap', 'yes'));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const failure = page.getByRole('alertdialog');
  await expect(failure).toContainText('gcscope has made a mistake');
  await expect(failure).toContainText('unreachable');
  await expect(editor).toHaveText('a = [1]');
  await page.evaluate(() => sessionStorage.removeItem('trap'));
  await failure.getByRole('button', { name: 'Restart' }).click();
  await expect(page.locator('#caption')).toContainText('Restarted after a fault');
  await expect(editor).toHaveText('a = [1]');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});
