import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, screens, type TestBrowser } from './browser.ts';
import { demoPerson, openDemoOffice } from './demo-office.ts';
import type { Office } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { type Watched, watch } from './watched.ts';

const PATIENCE = 120_000;

let office: Office;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openDemoOffice();
  served = await serveOffice(office, false);
  browser = await openBrowser();
}, PATIENCE);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

/** A browser in which somebody of the demo is signed in. */
async function signedIn(
  login: string,
  { screen, scripts }: { screen: keyof typeof screens; scripts: boolean },
): Promise<Watched> {
  const page = await browser.newPage(screens[screen]);
  const { cookie } = await demoPerson(office, login);
  for (const [, name = '', value = ''] of cookie.matchAll(/([^=; ]+)=([^;]*)/g))
    await page.context().addCookies([{ name, value, url: served.url }]);
  return watch(page, served.url, scripts);
}

test('a reader changes the language without scripts, and stays on the page', async () => {
  const { page, open } = await signedIn('chuyenvien.vp', { screen: 'desktop', scripts: false });
  await open('/tasks?show=late');
  await page.locator('.top-language button').click();
  expect(page.url()).toBe(`${served.url}/tasks?show=late`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('h1').textContent()).toBe('Tasks');
  await page.locator('.top-language button', { hasText: 'Tiếng Việt' }).click();
  expect(await page.locator('h1').textContent()).toBe('Nhiệm vụ');
  await page.close();
});

test(
  'English pages are whole and accessible at 320 px, where the switch stands in the menu',
  async () => {
    const { page, open, look } = await signedIn('chuyenvien.vp', { screen: 'narrow', scripts: false });
    await open('/plans');
    await page.locator('.phone-menu summary').click();
    await page.locator('.phone-menu .language button').click();
    const [plan = ''] = /\/plans\/[0-9a-f-]{36}/.exec(await page.content()) ?? [];
    const wrong: string[] = [];
    for (const address of [
      '/',
      '/plans',
      '/tasks',
      '/chases',
      '/measures',
      '/documents',
      '/people',
      '/absences/new',
      '/calendar',
      '/account',
      '/search?q=ke+hoach',
      '/permissions',
      ...['', '/overview', '/versions', '/recipients', '/new-chase', '/subplans'].map((part) => plan + part),
    ]) {
      await open(address);
      expect(await page.locator('html').getAttribute('lang'), address).toBe('en');
      wrong.push(...(await look()).map((line) => `${address}: ${line}`));
    }
    expect(wrong).toEqual([]);
    await page.close();
  },
  PATIENCE,
);
