import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { gallery } from './gallery.tsx';

const src = join(import.meta.dirname, '..', 'src');
const results = join(import.meta.dirname, '..', 'test-results');
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
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    expect(await overflow(page)).toEqual([]);
    await page.close();
  });
});

describe('without JavaScript', () => {
  it('a mark leads to its row and a row to its words, which light up', async () => {
    const { page } = await open('/review', 'desktop', { javaScriptEnabled: false });
    await page.locator('#plan-row-task-30 .review-go').click();
    const words = page.locator('#plan-text-task-30');
    expect(await background(words)).not.toBe(await background(page.locator('#plan-text-task-29')));
    expect(await inWindow(words)).toBe(true);
    await words.locator('a').click();
    const row = page.locator('#plan-row-task-30');
    expect(await background(row)).not.toBe(await background(page.locator('#plan-row-task-29')));
    await page.close();
  });

  it('filters by the button', async () => {
    const { page } = await open('/list', 'desktop', { javaScriptEnabled: false });
    await page.getByLabel('Tìm trong danh sách').fill('niem yet');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.waitForURL(/q=niem/);
    expect(await page.locator('#tasks tbody tr:not(.group-row)').count()).toBe(1);
    await page.close();
  });

  it('keeps the skip link first, and shows it when it has the focus', async () => {
    const { page } = await open('/list', 'desktop', { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    const link = page.locator('.skip-link');
    expect(await inWindow(link)).toBe(true);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
    await page.close();
  });
});

describe('with JavaScript', () => {
  it('filters as one types, without accents, and keeps the filter in the URL', async () => {
    const { page, complaints } = await open('/list', 'desktop');
    const field = page.getByLabel('Tìm trong danh sách');
    await field.pressSequentially('khao sat');
    await page.waitForURL(/q=khao/);
    await page.locator('#tasks tbody tr:not(.group-row)').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('#tasks tbody tr:not(.group-row)').count()).toBe(1);
    expect(await hasFocus(field)).toBe(true);
    await field.fill('không có gì như thế');
    await page.locator('#tasks-region .empty-state').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lights row and words together', async () => {
    const { page } = await open('/review', 'desktop');
    await page.locator('#plan-row-task-30 .review-title').click();
    expect(await page.locator('.chosen').count()).toBe(2);
    await expect.poll(() => inWindow(page.locator('#plan-text-task-30'))).toBe(true);
    await page.locator('#plan-text-task-31').click();
    expect(await page.locator('#plan-row-task-31').getAttribute('class')).toContain('chosen');
    await page.close();
  });

  it('lists the keys under "?", focuses the search on "/", and can be turned off', async () => {
    const { page } = await open('/list', 'desktop');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('dt').allTextContents()).toEqual(['/', 'n', '?']);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Tìm kiếm' });
    expect(await hasFocus(search)).toBe(true);
    await page.keyboard.type('?n/');
    expect(await search.inputValue()).toBe('?n/');
    await search.blur();
    await page.keyboard.press('?');
    await dialog.getByLabel('Bật phím tắt trên máy này').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await hasFocus(search)).toBe(false);
    await page.close();
  });

  it('closes what dropped open by Escape and by turning elsewhere', async () => {
    const { page } = await open('/list', 'desktop');
    const drop = page.locator('.top-clock .drop');
    await page.locator('.top-clock summary').click();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await drop.isVisible()).toBe(false);
    expect(await hasFocus(page.locator('.top-clock summary'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await drop.isVisible()).toBe(true);
    await page.locator('h1').click();
    expect(await drop.isVisible()).toBe(false);
    await page.close();
  });

  it('opens the menu on a phone, whole and accessible', async () => {
    const { page } = await open('/list', 'narrow');
    await page.locator('.phone-menu summary').click();
    expect(await page.locator('.phone-menu').getByRole('link', { name: 'Số liệu' }).isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await page.close();
  });

  it('asks before typed words are lost, and not when they are sent', async () => {
    const { page } = await open('/form', 'desktop');
    await page.getByLabel('Tên nhiệm vụ').pressSequentially('Rà soát');
    const asked = page.waitForEvent('dialog');
    await Promise.all([asked.then((dialog) => dialog.dismiss()), page.goto(`${origin}/list`).catch(String)]);
    expect(page.url()).toBe(`${origin}/form`);
    let askedAgain = false;
    page.on('dialog', (dialog) => {
      askedAgain = true;
      void dialog.accept();
    });
    await page.getByRole('button', { name: 'Lưu nhiệm vụ' }).click();
    await page.waitForLoadState();
    expect(askedAgain).toBe(false);
    await page.close();
  });

  it('counts time left down, and stops when the desk closes', async () => {
    const page = await browser.newPage(screens.desktop);
    await page.clock.install();
    await page.goto(`${origin}/thing`);
    const left = page.locator('time-left');
    expect(await left.textContent()).toBe('quá 4 giờ làm việc');
    await page.clock.runFor('01:00:00');
    expect(await left.textContent()).toBe('quá 5 giờ làm việc');
    await page.clock.runFor('05:00:00');
    expect(await left.textContent()).toBe('quá 7 giờ 20 phút làm việc');
    await page.close();
  });
});

describe('on paper', () => {
  it.each(paths)('%s says MÔ PHỎNG and is not cut', async (path) => {
    const { page } = await open(path, 'desktop', { colorScheme: 'dark' });
    // A4 upright between its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 642, height: 960 });
    await page.emulateMedia({ media: 'print' });
    expect(await overflow(page)).toEqual([]);
    expect(await page.locator('.demo-band').isVisible()).toBe(true);
    expect(await background(page.locator('body'))).toBe('rgb(255, 255, 255)');
    await page.pdf({ path: join(results, `gallery${path.replace('/', '-')}.pdf`), preferCSSPageSize: true });
    await page.close();
  });
});

describe('weight', () => {
  it.each([
    ['/index.css', 20],
    ['/staff.js', 30],
    ['/public.js', 15],
  ])('%s is below %d kB compressed', (path, limit) => {
    const size = gzipSync(assets.get(path) ?? '').length / 1000;
    expect(size).toBeGreaterThan(0.1);
    expect(size).toBeLessThan(limit);
  });
});

function background(locator: Locator): Promise<string> {
  return locator.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? '',
  );
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === element.ownerDocument.activeElement);
}

function inWindow(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= (element.ownerDocument.defaultView?.innerHeight ?? 0);
  });
}
