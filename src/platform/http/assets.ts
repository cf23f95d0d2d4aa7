import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../view/types.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Where the build leaves styles and scripts: beside the bundle, or in dist/ when run from the sources. */
const FOLDER = [new URL('./assets/', import.meta.url), new URL('../../../dist/assets/', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((folder) => existsSync(path.join(folder, 'manifest.json')));

const manifest: Record<string, string> =
  FOLDER === undefined ? {} : JSON.parse(readFileSync(path.join(FOLDER, 'manifest.json'), 'utf8'));

/** Addresses of the style and the script of pages in a frame, with their digests in the names. */
export const assetsOf = (frame: 'staff' | 'public'): Assets => ({
  style: `/assets/${manifest['index.css'] ?? 'index.css'}`,
  scripts: [`/assets/${manifest[`${frame}.js`] ?? `${frame}.js`}`],
});

/** A built asset; its name holds its digest, so it never changes. */
export function assetResponse(name: string): Response {
  const type = TYPES[path.extname(name)];
  if (FOLDER === undefined || type === undefined || !Object.values(manifest).includes(name))
    return new Response('not found', { status: 404 });
  return new Response(readFileSync(path.join(FOLDER, name)), {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}
