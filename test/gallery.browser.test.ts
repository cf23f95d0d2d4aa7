import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { gallery } from './gallery.tsx';

const src = join(import.meta.dirname, '..', 'src');
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const assets = new Map<string, Uint8Array>();
const paths = Object.keys(gallery);
let server: Server;
let browser: TestBrowser;
let origin: string;

async function buildAssets(): Promise<void> {
  const result = await build({
    entryPoints: [
      join(src, 'platform/view/styles/index.css'),
      join(src, 'browser/staff.ts'),
      join(src, 'browser/public.ts'),
    ],
    entryNames: '[name]',
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome105', 'firefox104', 'safari15.6'],
  });
  for (const file of result.outputFiles) {
    assets.set(file.path, file.contents);
  }
}

async function listen(): Promise<void> {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(url.pathname);
    const page = gallery[url.pathname];
    response.setHeader('content-security-policy', policy);
    if (asset !== undefined) {
      response.setHeader('content-type', url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript');
      response.end(asset);
    } else if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(String(page(url.searchParams.get('q') ?? '')));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await Promise.all([buildAssets(), listen()]);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page of the gallery and remembers what the browser complained of. */
async function open(
  path: string,
  screen: keyof typeof screens,
  options?: Parameters<TestBrowser['newPage']>[1],
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(screens[screen], options);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(origin + path);
  return { page, complaints };
}

describe.each(paths)('%s', (path) => {
  it.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['narrow', 'dark'],
  ] as const)('is whole and accessible: %s, %s', async (screen, colorScheme) => {
    const { page, complaints } = await open(path, screen, { colorScheme });
    await screenshot(page, `gallery${path.replace('/', '-')}-${screen}-${colorScheme}`);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is whole without JavaScript, at 320 px', async () => {
    const { page } = await open(path, 'narrow', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).not.toBe('');
    expect(await overflow(page)).toEqual([]);
    await page.close();
  });
});
