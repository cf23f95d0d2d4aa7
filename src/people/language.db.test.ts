import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Department, openDepartment, PASSWORD } from '../../test/department.ts';
import { Somebody } from '../../test/office.ts';

let department: Department;

beforeAll(async () => {
  department = await openDepartment();
});
afterAll(() => department.close());

const languageOf = async (who: Somebody, url: string) =>
  /<html lang="(\w+)"/.exec(await (await who.get(url)).text())?.[1];

async function signedIn(login: string, who = new Somebody(department)): Promise<Somebody> {
  const form = new FormData();
  form.set('login', login);
  form.set('password', PASSWORD);
  expect((await who.post('/sign-in', form)).status).toBe(303);
  return who;
}

function ask(url: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(department.app.fetch(new Request(`http://localhost${url}`, { ...init, headers })));
}

test('a visitor reads Vietnamese, whatever the browser says, until English is chosen; the page stays', async () => {
  const page = await ask('/sign-in', { 'accept-language': 'en-GB,en;q=0.9' });
  expect(await page.text()).toContain('<html lang="vi"');
  const visitor = new Somebody(department);
  const chosen = await visitor.read('en', '/sign-in?next=/people');
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/sign-in?next=/people']);
  expect(await (await visitor.get('/sign-in')).text()).toContain('Password');
  await visitor.read('vi');
  expect(await languageOf(visitor, '/sign-in')).toBe('vi');
});

test('the language follows the person to another browser', async () => {
  await department.person('songngu', 'officer');
  const here = await signedIn('songngu');
  await here.read('en');
  const elsewhere = await signedIn('songngu');
  expect(await languageOf(elsewhere, '/account')).toBe('en');
  expect(await (await elsewhere.get('/account')).text()).toContain('Sign out');
});

test('who has chosen nothing goes on in the language in which they signed in', async () => {
  await department.person('chuachon', 'officer');
  const visitor = new Somebody(department);
  await visitor.read('en');
  expect(await languageOf(await signedIn('chuachon', visitor), '/account')).toBe('en');
});

test.each([
  ['another language', 'fr', '/account', '/account'],
  ['another site as next page', 'en', 'https://elsewhere.example/', '/'],
  ['another site as next page, written otherwise', 'en', '//elsewhere.example', '/'],
])('%s is not followed', async (_, language, next, place) => {
  const form = new FormData();
  form.set('language', language);
  form.set('next', next);
  const response = await new Somebody(department).post('/language', form);
  expect(response.headers.get('location')).toBe(place);
  expect(response.headers.get('set-cookie')?.includes('fr') ?? false).toBe(false);
});

test('another site changes nobody’s language', async () => {
  const body = new URLSearchParams({ language: 'en', next: '/' });
  const headers = { host: 'localhost', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const response = await ask('/language', headers, { method: 'POST', body });
  expect(response.headers.get('set-cookie')).toBeNull();
});

describe('the API', () => {
  test.each([
    ['', 'Bạn cần đăng nhập'],
    ['en', 'You need to sign in'],
    ['fr, en-US;q=0.5, vi;q=0.2', 'You need to sign in'],
    ['en;q=0, vi', 'Bạn cần đăng nhập'],
    ['fr', 'Bạn cần đăng nhập'],
  ])('refuses in the language that the call accepts: “%s”', async (accepted, words) => {
    const response = await ask('/api/v1/people', { 'accept-language': accepted });
    expect(response.status).toBe(401);
    expect(((await response.json()) as { title: string }).title).toContain(words);
  });

  test('sets the language of one’s account, and refuses one that it does not speak', async () => {
    await department.person('quaapi', 'officer');
    const who = await signedIn('quaapi');
    expect((await who.api('/account/language', { language: 'en' })).status).toBe(201);
    expect((await who.api('/account/language', { language: 'fr' })).status).toBe(422);
    expect(await languageOf(await signedIn('quaapi'), '/account')).toBe('en');
  });
});

test('a refusal and a form shown again are in the reader’s language', async () => {
  await department.person('loi', 'officer');
  const who = await signedIn('loi');
  await who.read('en');
  const shown = await (await who.send('/password', '/password', { current: 'x', password: 'short' })).text();
  expect(shown).toContain('The new password needs at least 10 characters.');
  expect(await (await who.get('/nowhere')).text()).toContain('Page not found');
});
