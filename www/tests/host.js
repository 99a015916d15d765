// A plain host of the built page, under a path of its own.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

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

/**
 * A host that knows files and nothing else: no fallback page, no rewriting.
 * @param {{ document?: (html: string) => string }} [change] what it makes of the document
 */
export async function host({ document = (html) => html } = {}) {
  /** @type {string[]} what was asked for, by name under the page's path */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    asked.push(path.replace(UNDER, ''));
    try {
      if (!path.startsWith(UNDER)) throw new Error('outside of the page');
      const name = path.slice(UNDER.length) || 'index.html';
      const bytes = await readFile(new URL(name, DIST));
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
      response.end(name === 'index.html' ? document(bytes.toString()) : bytes);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  const port = server.address();
  if (!port || typeof port === 'string') throw new Error('the host has no port');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port.port}${UNDER}`, asked, close };
}
