// The built page works from any static host under any path, and asks no other origin for anything.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { expect, test } from '@playwright/test';

const DIST = new URL('../dist/', import.meta.url);
const UNDER = '/some/path/';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A host that knows files and nothing else: no fallback page, no rewriting. */
async function host() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    try {
      if (!path.startsWith(UNDER)) throw new Error('outside of the page');
      const name = path.slice(UNDER.length) || 'index.html';
      const bytes = await readFile(new URL(name, DIST));
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the host has no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

test('the page loads from a plain static host under a path', async ({ page }) => {
  const { server, origin } = await host();
  try {
    /** @type {string[]} */
    const wrong = [];
    /** @type {string[]} */
    const modules = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}${UNDER}`) && !/^(data|blob):/.test(request.url())) wrong.push(request.url());
    });
    page.on('response', (response) => {
      if (!response.ok()) wrong.push(`${response.status()} ${response.url()}`);
      if (response.url().endsWith('.wasm')) modules.push(response.url());
    });
    await page.goto(`${origin}${UNDER}`);
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'yes');
    await expect.poll(() => modules.length).toBe(1);
    expect(wrong).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
