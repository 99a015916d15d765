// The page that shows all pictures of the gallery beside each other.

import { readdirSync, writeFileSync } from 'node:fs';

export const FOLDER = new URL('../../target/gallery/', import.meta.url);

export default function index() {
  const pictures = readdirSync(FOLDER).filter((file) => file.endsWith('.png')).sort();
  const figure = (/** @type {string} */ file) => `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${file.replace('.png', '')}</figcaption></figure>`;
  const style = 'body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{max-width:600px;max-height:600px;border:1px solid #888}';
  writeFileSync(new URL('index.html', FOLDER), `<!doctype html><meta charset="utf-8"><title>gcscope: gallery</title><style>${style}</style>${pictures.map(figure).join('\n')}`);
}
