import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formFields } from '../../../test/forms.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../../test/office.ts';
import { buildApp } from './app.tsx';
import type { Client } from './client.ts';

let office: StaffedOffice;
let administrator: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice();
  administrator = new Somebody(office);
  await administrator.become(office, 'administrator');
});
afterAll(() => office.close());

/** A request as no browser makes it. */
function raw(url: string, init: RequestInit = {}, client?: Client): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('cookie')) headers.set('cookie', administrator.cookie);
  return Promise.resolve(
    office.app.fetch(new Request(`http://localhost${url}`, { ...init, headers }), client && { client }),
  );
}

const json = (body: string | Uint8Array, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: body as string,
  headers: { 'content-type': 'application/json', ...headers },
});
const unit = { code: 'X1', name: 'Phòng X', kind: 'division' };

describe('before the first change of password', () => {
  let newcomer: Somebody;

  beforeAll(async () => {
    newcomer = new Somebody(office);
    const { accountId } = office.holder('officer', 'VP');
    await newcomer.sitDown(office, accountId);
    await office.house.database.unscoped((query) =>
      query.updateTable('account').set({ must_change_password: true }).where('id', '=', accountId).execute(),
    );
  });

  test.each(['/', '/people', '/people.csv', '/search?q=an', '/account', '/nowhere'])(
    'the address %s leads to the password',
    async (url) => {
      const response = await newcomer.get(url);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/password']);
    },
  );

  test('a form is not performed', async () => {
    const response = await newcomer.post('/absences', new FormData());
    expect([response.status, response.headers.get('location')]).toEqual([303, '/password']);
  });

  test('somebody else may sign in at the same browser', async () => {
    expect((await newcomer.get('/sign-in')).status).toBe(200);
    const response = await newcomer.post('/sign-in', new FormData());
    expect(response.headers.get('location')).toMatch(/^\/sign-in\?error=/);
  });

  test('the API answers nothing and does nothing', async () => {
    for (const response of [
      await newcomer.get('/api/v1/people'),
      await newcomer.api('/absences', {}),
      await newcomer.api('/files', {}),
    ]) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'forbidden:first-password' });
    }
  });

  test('the password is changed, on the page or by the API', async () => {
    expect((await newcomer.get('/password')).status).toBe(200);
    const short = await newcomer.api('/password', { password: 'ngắn' });
    expect(await short.json()).toMatchObject({ code: 'invalid:password-short' });
    const signedOut = await newcomer.post('/sign-out', new FormData());
    expect(signedOut.headers.get('location')).toBe('/');
  });
});

describe('what no words can hold', () => {
  test.each(['/people?q=a%00b', '/people/%00', '/people.csv?q=%00', '/search?q=%00', '/units?code=%00'])(
    'the address %s is refused in words',
    async (url) => {
      const response = await raw(url);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('ký tự không lưu được');
    },
  );

  test('the API refuses it as a problem', async () => {
    const response = await raw('/api/v1/people?q=%00');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid:characters' });
  });

  test.each([
    ['NUL', '"a\\u0000b"'],
    ['half a character', '"a\\ud800"'],
  ])('%s in JSON is refused at its field', async (_, name) => {
    const response = await raw('/api/v1/units', json(`{"code":"X","kind":"division","name":${name}}`));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'name', code: 'invalid:characters' }] });
  });

  test.each(['/units', '/sign-in', '/demo-sign-in'])('a form to %s may not hold NUL', async (action) => {
    const response = await raw(action, {
      method: 'POST',
      body: new URLSearchParams({ login: 'a\0b', name: 'a\0b', _key: '\0' }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('ký tự không lưu được');
  });

  test.each([
    ['a broken form', 'multipart/form-data; boundary=x', '--x\r\nbroken', 400],
    ['JSON', 'application/json', '{}', 415],
    ['plain text', 'text/plain', 'name=x', 415],
  ])('%s sent to the address of a form is refused', async (_, type, body, status) => {
    for (const action of ['/units', '/sign-in'])
      expect((await raw(action, { method: 'POST', body, headers: { 'content-type': type } })).status).toBe(
        status,
      );
  });

  test('the API reads JSON in UTF-8 alone', async () => {
    const plain = await raw('/api/v1/units', { method: 'POST', body: JSON.stringify(unit) });
    expect([plain.status, await plain.json()]).toMatchObject([415, { code: 'invalid:media-type' }]);
    const latin = await raw('/api/v1/units', json(new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d])));
    expect([latin.status, await latin.json()]).toMatchObject([400, { code: 'invalid:encoding' }]);
  });

  test('a value of a wrong type is told from one that is missing', async () => {
    const response = await administrator.api('/units', { ...unit, name: 7, code: undefined });
    const { errors } = (await response.json()) as { errors: { field: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ field: 'name', code: 'invalid:type' }));
    expect(errors).toContainEqual(expect.objectContaining({ field: 'code', code: 'invalid:required' }));
  });
});

describe('the API', () => {
  test('says as a problem that it has no such address, or not for this method', async () => {
    const nowhere = await raw('/api/v1/nowhere');
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    const method = await raw('/api/v1/units', { method: 'DELETE' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await method.json()).toMatchObject({ code: 'missing:method' });
  });

  test('is never kept by a cache on the way', async () => {
    for (const url of ['/api/v1/units', '/api/v1/nowhere'])
      expect((await raw(url)).headers.get('cache-control')).toBe('no-store');
  });

  test('finds nothing at an address that is no id', async () => {
    for (const url of ['/plans/zzz/tasks', '/units/zzz'])
      expect((await raw(`/api/v1${url}`)).status, url).toBe(404);
    expect((await administrator.api('/people/zzz/posts', { role: 'officer' })).status).toBe(404);
  });

  test('takes an id in capitals', async () => {
    const { personId } = office.holder('officer', 'TTr');
    expect((await raw(`/api/v1/people/${personId.toUpperCase()}`)).status).toBe(200);
    const response = await administrator.api(`/people/${personId.toUpperCase()}/posts`, {
      role: 'head',
      unit: office.units.TTr.toUpperCase(),
    });
    expect(response.status).toBe(201);
  });

  test('gives one thing with its seq, which a change then names', async () => {
    const { id } = (await (await administrator.api('/units', unit)).json()) as { id: string };
    const listed = (await (await raw('/api/v1/units')).json()) as { data: { id: string; seq: number }[] };
    expect(listed.data.find((row) => row.id === id)?.seq).toBe(1);
    const one = await (await raw(`/api/v1/units/${id}`)).json();
    expect(one).toMatchObject({ id, seq: 1, code: 'X1' });
    const change = { ...unit, unit: id };
    expect((await administrator.api('/units', change, { 'if-match': '"1"' })).status).toBe(201);
    expect(await (await raw(`/api/v1/units/${id}`)).json()).toMatchObject({ seq: 2 });
    const late = await administrator.api('/units', change, { 'if-match': '1' });
    expect(late.status).toBe(409);
    expect(((await late.json()) as { title: string }).title).not.toContain('Bên dưới');
  });

  test.each(['abc', '*', 'W/"1"', ''])('refuses If-Match: %s', async (header) => {
    const response = await administrator.api('/units', { ...unit, code: 'X2' }, { 'if-match': header });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'invalid:if-match' }]);
  });

  test('refuses a key that has been used with another content, and writes none of it', async () => {
    const send = (name: string) =>
      administrator.api('/units', { ...unit, code: 'X3', name }, { 'idempotency-key': 'one' });
    expect((await send('Phòng Một')).status).toBe(201);
    expect((await send('Phòng Một')).status).toBe(200);
    const other = await send('Phòng Hai');
    expect([other.status, await other.json()]).toMatchObject([409, { code: 'conflict:key-used' }]);
  });
});

test('a form that is sent twice with its file is done once', async () => {
  const page = await (await administrator.get('/people/import')).text();
  const form = formFields(page, '/imports');
  if (form === undefined) throw new Error('no form');
  form.set('file', new File(['Họ và tên\nTrần Văn Bình'], 'người.csv'));
  const first = await administrator.post('/imports', form);
  const second = await administrator.post('/imports', form);
  expect(first.headers.get('location')).toContain('/people/import/');
  expect(second.headers.get('location')).toContain('done=repeated');
  form.set('file', new File(['Họ và tên\nLê Thị Chín'], 'người.csv'));
  const other = await administrator.post('/imports', form);
  expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('với nội dung khác')]);
});

describe('what is no id', () => {
  const pages = () => office.house.slices.flatMap((slice) => slice.pages ?? []).map(({ path }) => path);

  test('is the address of no page', async () => {
    for (const path of pages().filter((one) => one.includes(':')))
      expect((await administrator.get(path.replace(/:\w+/g, 'zzz'))).status, path).toBe(404);
  });

  test('breaks no page where it stands behind the question mark', async () => {
    const names = [
      'agency',
      'unit',
      'person',
      'plan',
      'task',
      'item',
      'file',
      'of',
      'kind',
      'year',
      'page',
      'key',
    ];
    const search = names.map((name) => `${name}=zzz`).join('&');
    for (const path of pages().filter((one) => !one.includes(':')))
      expect((await administrator.get(`${path}?${search}`)).status, path).toBeLessThan(500);
  });
});

test('what is too large is refused before it is read', async () => {
  const big = { 'content-length': String(40 * 1024 * 1024), 'content-type': 'application/json' };
  const response = await raw('/api/v1/units', { method: 'POST', body: '{}', headers: big });
  expect([response.status, await response.json()]).toMatchObject([422, { code: 'invalid:file-too-large' }]);
});

describe('a file by the API', () => {
  test('comes as a form or as the body itself, and its id is what a field takes', async () => {
    const form = new FormData();
    form.set('file', new File(['mã,tên'], '../phòng\u202E.csv'));
    const sent = await raw('/api/v1/files', { method: 'POST', body: form });
    expect([sent.status, await sent.json()]).toMatchObject([201, { name: 'phòng.csv', size: 8 }]);
    const body = await raw('/api/v1/files', {
      method: 'POST',
      body: 'mã,tên',
      headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('phòng.csv') },
    });
    const { id } = (await body.json()) as { id: string };
    const imported = await administrator.api('/units/import', { file: id });
    expect(((await imported.json()) as { code: string }).code).toMatch(/^invalid:/);
    const unknown = await administrator.api('/units/import', { file: office.agencyId });
    expect(unknown.status).toBe(404);
  });

  test.each<[string, RequestInit, string]>([
    ['without a name', { body: 'x', headers: { 'content-type': 'text/csv' } }, 'invalid:file-name'],
    ['without bytes', { headers: { 'content-type': 'text/csv', 'x-file-name': 'a' } }, 'invalid:file'],
    [
      'from another site',
      { body: 'x', headers: { 'sec-fetch-site': 'cross-site', 'x-file-name': 'a' } },
      'forbidden:origin',
    ],
    ['of nobody', { body: 'x', headers: { cookie: '-', 'x-file-name': 'a' } }, 'unauthenticated:sign-in'],
  ])('%s is refused', async (_, init, code) => {
    const response = await raw('/api/v1/files', { method: 'POST', ...init });
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('who asks from where', () => {
  const asked = (network: { trustedProxies: string[]; loopback: boolean }, url: string, init: RequestInit) =>
    buildApp(office.house, network).fetch(new Request(url, init), {
      incoming: { socket: { remoteAddress: '127.0.0.1' } },
    } as never);

  test('a server on loopback takes forms under a loopback name alone', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ login: 'x' }) };
    const here = { trustedProxies: [], loopback: true };
    expect((await asked(here, 'http://evil.example/sign-in', form)).status).toBe(421);
    expect((await asked(here, 'http://localhost:8019/sign-in', form)).status).toBe(303);
    const proxied = { trustedProxies: ['127.0.0.1'], loopback: true };
    expect((await asked(proxied, 'http://minhchung.sogddt.example/sign-in', form)).status).toBe(303);
  });

  test('another site signs nobody out', async () => {
    const response = await raw('/sign-out', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await administrator.get('/account')).status).toBe(200);
  });
});

test('what was done is said once, after it was done, and not because an address says so', async () => {
  const words = 'Đã lưu phòng, bộ phận.';
  for (const url of ['/agencies?done=unit.save', '/people/new?done=unit.save'])
    expect(await (await administrator.get(url)).text()).not.toContain(words);
  const done = await administrator.send('/agencies', '/units', {
    code: 'X9',
    name: 'Chín',
    kind: 'division',
  });
  const next = done.headers.get('location') ?? '';
  expect(await (await administrator.get(next)).text()).toContain(words);
  expect(await (await administrator.get(next)).text()).not.toContain(words);
});
