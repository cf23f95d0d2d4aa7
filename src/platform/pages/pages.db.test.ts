import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openEmptyOffice, Somebody } from '../../../test/office.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import type { ListJson } from '../lists/index.ts';
import type { OpenApi } from '../openapi/document.ts';
import { structureErrors } from '../openapi/testing.ts';
import { uuid7 } from '../uuid.ts';

let office: Office;
let administrator: Somebody;
let stranger: Somebody;
let agency: string;
const password = 'một mật khẩu đủ dài';

async function asOwner<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<T>(sql, values);
  await client.end();
  return rows;
}

beforeAll(async () => {
  office = await openEmptyOffice();
  await new Somebody(office).send('/set-up', '/set-up', {
    name: 'Sở Giáo dục và Đào tạo Hà Nội',
    shortName: 'Sở GD&ĐT Hà Nội',
    code: 'SGDDT',
    symbol: 'SGDĐT',
    place: 'Hà Nội',
    person: 'Quản trị hệ thống',
    position: 'Quản trị hệ thống',
    login: 'quantri',
    password,
  });
  administrator = new Somebody(office);
  await administrator.signIn('quantri', password);
  stranger = new Somebody(office);
  agency = (await asOwner<{ id: string }>('SELECT id FROM agency'))[0]?.id ?? '';
  const unit = { code: 'GDTX', name: 'Phòng Giáo dục thường xuyên', kind: 'division' };
  expect((await administrator.api('/units', unit)).status).toBe(201);
  expect((await administrator.api('/units', { ...unit, name: 'Phòng khác' })).status).toBe(409);
  const abstract = 'Về thực hiện cơ chế một cửa, một cửa liên thông';
  await asOwner(
    `INSERT INTO document (agency_id, id, number, symbol, type, issuer, issue_date, abstract, search_fold, seq)
     VALUES ($1, $2, '61/2018', 'NĐ-CP', 'Nghị định', 'Chính phủ', '2018-04-23', $3, $4, 1)`,
    [agency, uuid7(), abstract, fold(`61/2018/NĐ-CP Nghị định ${abstract}`)],
  );
});
afterAll(() => office.close());

const found = async (typed: string, more = '') =>
  (await administrator.get(`/search?q=${encodeURIComponent(typed)}${more}`)).text();

describe('search', () => {
  test.each([
    ['nghi dinh 61', 'Nghị định 61/2018/NĐ-CP'],
    ['NGHỊ ĐỊNH 61', 'Nghị định 61/2018/NĐ-CP'],
    ['mot cua 2018', 'Nghị định 61/2018/NĐ-CP'],
    ['thuong xuyen', 'Phòng Giáo dục thường xuyên'],
    ['gdtx', 'Phòng Giáo dục thường xuyên'],
    ['sgddt', 'Sở Giáo dục và Đào tạo Hà Nội'],
    ['quan tri he', 'Quản trị hệ thống'],
  ])('"%s" finds %s', async (typed, title) => {
    expect(await found(typed)).toMatch(new RegExp(`<li><a href="[^"]+">${title}`));
  });

  test('groups what it finds, and shows one kind alone', async () => {
    const all = await found('giao duc');
    expect(all).toContain('id="found-unit"');
    expect(all).toContain('id="found-agency"');
    const units = await found('giao duc', '&kind=unit');
    expect(units).toContain('id="found-unit"');
    expect(units).not.toContain('id="found-agency"');
  });

  test('says that nothing was found, and takes signs of the pattern language as they are', async () => {
    for (const typed of ['không có đâu', '%', '_', "'"])
      expect(await found(typed)).toContain('Không tìm thấy gì');
  });

  test('shows a stranger nothing', async () => {
    expect(await (await stranger.get('/search?q=nghi+dinh+61')).text()).not.toContain('61/2018/NĐ-CP');
  });
});

describe('the audit trail', () => {
  const trail = async (search: string) =>
    (await (await administrator.get(`/api/v1/audit-trail${search}`)).json()) as ListJson;

  test('says who did and who was refused what, in words', async () => {
    const html = await (await administrator.get('/audit-trail')).text();
    expect(html).toContain('Lưu phòng, bộ phận');
    expect(html).toContain('Mã GDTX đã dùng cho một phòng khác');
  });

  test('is filtered by action, account, outcome and day', async () => {
    const refused = await trail('?outcome=refused&action=unit.save');
    expect(refused.data).toMatchObject([{ action: 'unit.save', outcome: 'refused', login: 'quantri' }]);
    expect((await trail('?account=quan+tri&action=unit.save')).total).toBe(2);
    expect((await trail('?account=nguoi+khac')).total).toBe(0);
    expect((await trail('?day=3/6/2019&action=unit.save')).total).toBe(2);
    expect((await trail('?day=2/6/2019')).total).toBe(0);
  });

  test('is a file too', async () => {
    const text = await (await administrator.get('/audit-trail.csv?outcome=refused')).text();
    expect(text).toContain('Bị từ chối');
  });

  test('is for the administrator and the inspector alone', async () => {
    await asOwner(`UPDATE post SET role = 'officer'`);
    try {
      const officer = new Somebody(office);
      await officer.signIn('quantri', password);
      expect((await officer.get('/audit-trail')).status).toBe(403);
      expect((await officer.get('/audit-trail.csv')).status).toBe(403);
      expect((await officer.get('/api/v1/audit-trail')).status).toBe(403);
    } finally {
      await asOwner(`UPDATE post SET role = 'administrator'`);
    }
  });
});

test('the table of who may do what is shown to whoever signed in', async () => {
  const html = await (await administrator.get('/permissions')).text();
  expect(html).toContain('Quản lý cơ quan, đơn vị');
  expect(html).toContain('Toàn cơ quan');
  expect((await stranger.get('/permissions')).headers.get('location')).toContain('/sign-in');
});

describe('the API', () => {
  test('describes itself, and every route that it describes is there and asks who calls', async () => {
    const document = (await (await stranger.get('/api/v1/openapi.json')).json()) as OpenApi;
    expect(structureErrors(document)).toEqual([]);
    for (const [path, operations] of Object.entries(document.paths))
      for (const method of Object.keys(operations)) {
        const url = path.replace(/\{\w+\}/g, uuid7());
        const response = method === 'get' ? await stranger.get(`/api/v1${url}`) : await stranger.api(url, {});
        expect(response.status, `${method} ${path}`).toBe(401);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
      }
  });

  test('has a readable page with fields, permission and example of each route', async () => {
    const html = await (await administrator.get('/api')).text();
    // The page is long: what is missing is named, instead of the page being shown.
    const wanted = [
      /POST \/api\/v1\/units</,
      /Quyền: Quản lý cơ quan, đơn vị\./,
      /&quot;name&quot;: &quot;…&quot;/,
      /conflict:unit-code/,
    ];
    expect(wanted.filter((one) => !one.test(html))).toEqual([]);
    expect(html.match(/>(api|action|permission|refusal)\.[a-z][^<]*/g)).toBeNull();
  });
});
