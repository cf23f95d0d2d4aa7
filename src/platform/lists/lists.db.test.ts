import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openEmptyOffice, Somebody } from '../../../test/office.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { readXlsxRows } from '../extract/index.ts';
import { buildApp } from '../http/app.tsx';
import { holdsWords } from '../search/folded.ts';
import type { Slice } from '../slice.ts';
import { uuid7 } from '../uuid.ts';
import { defineList, type ListJson, listPage } from './index.ts';

/** Units of the test's office, below its agency. */
const units = defineList({
  name: 'units',
  path: '/probe/:agency/units',
  permission: 'person.read',
  title: 'Các đơn vị',
  empty: 'probe.empty',
  subject: async (_query, { params }) => ({ agencyId: params.agency ?? '' }),
  query: (query, scope, { params }) =>
    query
      .selectFrom('unit')
      .selectAll()
      .where('agency_id', 'in', [...scope.whole])
      .where('agency_id', '=', params.agency ?? ''),
  order: ['position', 'id'],
  id: (unit) => unit.id,
  columns: [
    { key: 'code', label: 'probe.code', value: (unit) => unit.code, sort: 'code' },
    {
      key: 'name',
      label: 'probe.name',
      rowHeader: true,
      value: (unit) => unit.name,
      sort: 'name',
      cell: (unit) => `«${unit.name}»`,
    },
    {
      key: 'kind',
      label: 'probe.kind',
      value: (unit, say) => say(`unit.kind.${unit.kind}`),
      code: (unit) => unit.kind,
    },
    { key: 'position', label: 'probe.position', type: 'number', value: (unit) => unit.position },
    { key: 'from', label: 'probe.from', type: 'date', value: (unit) => unit.valid_from },
  ],
  filters: [
    {
      name: 'q',
      label: 'probe.search',
      kind: 'text',
      apply: (builder, typed) => builder.where(holdsWords('name_fold', typed)),
    },
    {
      name: 'kind',
      label: 'probe.kind',
      kind: 'select',
      options: () => ['division', 'office'].map((kind) => ({ value: kind, label: `loại ${kind}` })),
      apply: (builder, kind) => builder.where('kind', '=', kind),
    },
    {
      name: 'since',
      label: 'probe.from',
      kind: 'day',
      apply: (builder, day) => builder.where('valid_from', '>=', day),
    },
  ],
});

const probe: Slice = { name: 'probe', words: [], lists: [units], pages: [listPage(units)] };

let office: Office;
let reader: Somebody;
let stranger: Somebody;
let agency: string;
let path: string;

beforeAll(async () => {
  office = await openEmptyOffice();
  office.app = buildApp({ ...office.house, slices: [...office.house.slices, probe] });
  const password = 'một mật khẩu đủ dài';
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
  reader = new Somebody(office);
  await reader.signIn('quantri', password);
  stranger = new Somebody(office);
  const client = new pg.Client(office.owner);
  await client.connect();
  agency = (await client.query<{ id: string }>('SELECT id FROM agency')).rows[0]?.id ?? '';
  path = `/probe/${agency}/units`;
  const names = ['=1+1 Phòng "Kế hoạch", Tài chính', 'Đào tạo', 'Dân tộc', 'Ấn phẩm', 'An toàn'];
  for (let i = 0; i < 1201; i++) {
    const name = names[i] ?? `Phòng số ${i}`;
    await client.query(
      `INSERT INTO unit (agency_id, id, code, name, name_fold, kind, position, valid_from, seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
      [agency, uuid7(), `U${i}`, name, fold(name), i < 5 ? 'division' : 'office', 7, '2019-01-02'],
    );
  }
  await client.end();
});
afterAll(() => office.close());

const json = async (search: string) =>
  (await (await reader.get(`/api/v1${path}${search}`)).json()) as ListJson;
const names = (page: ListJson) => page.data.map((row) => row.name);

describe('on its page', () => {
  test('a list shows its cells, its filters, its exports and the way on', async () => {
    const html = await (await reader.get(`${path}?kind=office&sort=-code`)).text();
    expect(html).toContain('«Phòng số 999»');
    expect(html).toContain('<option value="office" selected="">loại office</option>');
    expect(html).toContain(`href="${path}.csv?kind=office&amp;sort=-code"`);
    expect(html).toContain(`href="${path}?kind=office&amp;sort=-code&amp;page=2"`);
    expect(html).toContain('<input type="hidden" name="sort" value="-code"/>');
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain('02/01/2019');
  });

  test('nothing found is said', async () => {
    const html = await (await reader.get(`${path}?q=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u`)).text();
    expect(html).toContain('Không có dòng nào khớp');
  });
});

describe('through the API', () => {
  test('pages follow each other without losing or repeating a row', async () => {
    const seen: unknown[] = [];
    let next: string | null = `/api/v1${path}?size=500`;
    while (next !== null) {
      const page = (await (await reader.get(next)).json()) as ListJson;
      expect(page.total).toBe(1201);
      seen.push(...page.data.map((row) => row.id));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(1201);
    expect(seen).toHaveLength(1201);
  });

  test('words are found without accents, states are codes, days are ISO', async () => {
    const page = await json('?q=tai+ke');
    expect(page).toMatchObject({ page: 1, size: 50, total: 1, next: null, simulated: false });
    expect(page.data[0]).toMatchObject({ kind: 'division', position: 7, from: '2019-01-02' });
  });

  test('text is sorted by the Vietnamese alphabet', async () => {
    expect(names(await json('?kind=division&sort=name'))).toEqual([
      '=1+1 Phòng "Kế hoạch", Tài chính',
      'An toàn',
      'Ấn phẩm',
      'Dân tộc',
      'Đào tạo',
    ]);
  });

  test('a day is read as people type it', async () => {
    expect((await json('?since=3/1/2019')).total).toBe(0);
    expect((await json('?since=02-01-2019')).total).toBe(1201);
  });

  test.each([
    ['?kind=nonsense', 'kind', 'invalid:choose'],
    ['?since=khi+nao', 'since', 'invalid:date'],
    ['?sort=kind', 'sort', 'invalid:choose'],
    ['?page=0', 'page', 'invalid:number'],
  ])('%s is refused by name', async (search, field, code) => {
    const response = await reader.get(`/api/v1${path}${search}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code, errors: [{ field }] });
  });
});

describe('as a file', () => {
  test('CSV holds all rows of the filter, marked as UTF-8, without formulas', async () => {
    const response = await reader.get(`${path}.csv?kind=division&sort=name`);
    expect(response.headers.get('content-disposition')).toContain('cac-don-vi-2019-06-03.csv');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.split('\r\n')).toEqual([
      '\uFEFFprobe.code,probe.name,probe.kind,probe.position,probe.from',
      'U0,"\'=1+1 Phòng ""Kế hoạch"", Tài chính",Phòng,7,2019-01-02',
      'U4,An toàn,Phòng,7,2019-01-02',
      'U3,Ấn phẩm,Phòng,7,2019-01-02',
      'U2,Dân tộc,Phòng,7,2019-01-02',
      'U1,Đào tạo,Phòng,7,2019-01-02',
      '',
    ]);
    const all = await (await reader.get(`${path}.csv`)).text();
    expect(all.split('\r\n')).toHaveLength(1203);
  });

  test('XLSX holds the same', async () => {
    const bytes = new Uint8Array(await (await reader.get(`${path}.xlsx?q=ke+hoach`)).arrayBuffer());
    expect(await readXlsxRows(bytes)).toEqual([
      ['probe.code', 'probe.name', 'probe.kind', 'probe.position', 'probe.from'],
      ['U0', '=1+1 Phòng "Kế hoạch", Tài chính', 'Phòng', '7', '2019-01-02'],
    ]);
    const all = new Uint8Array(await (await reader.get(`${path}.xlsx`)).arrayBuffer());
    expect(await readXlsxRows(all)).toHaveLength(1202);
  });

  test('a demo says so in the first line and in the name', async () => {
    const demo = { ...office.house, demo: true };
    const shown = new Somebody({ ...office, app: buildApp({ ...demo, slices: [...demo.slices, probe] }) });
    await shown.signIn('quantri', 'một mật khẩu đủ dài');
    for (const format of ['csv', 'xlsx']) {
      const response = await shown.get(`${path}.${format}?q=ke+hoach`);
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('MÔ PHỎNG');
      const bytes = new Uint8Array(await response.arrayBuffer());
      const [first] =
        format === 'csv'
          ? Buffer.from(bytes).toString('utf8').split('\r\n')
          : ((await readXlsxRows(bytes))[0] ?? []);
      expect(first).toContain('MÔ PHỎNG');
    }
    expect(await (await shown.get(`/api/v1${path}`)).json()).toMatchObject({ simulated: true });
  });

  test('a file that cannot be made is refused before it begins', async () => {
    expect((await reader.get(`${path}.csv?kind=nonsense`)).status).toBe(422);
  });

  test('a download that is given up leaves its connection free', async () => {
    for (let i = 0; i < 12; i++) {
      const { body } = await reader.get(`${path}.csv`);
      await body?.cancel();
    }
    expect((await json('')).total).toBe(1201);
  });

  test('who asks for the head of a download holds no connection', async () => {
    for (let i = 0; i < 12; i++) {
      const request = new Request(`http://localhost${path}.csv`, {
        method: 'HEAD',
        headers: { cookie: reader.cookie },
      });
      expect((await office.app.fetch(request)).status).toBe(200);
    }
    expect((await json('')).total).toBe(1201);
  });
});

describe('permission and scope', () => {
  test('who has not signed in gets no row anywhere', async () => {
    expect((await stranger.get(`/api/v1${path}`)).status).toBe(401);
    for (const address of [path, `${path}.csv`, `${path}.xlsx`])
      expect((await stranger.get(address)).headers.get('location')).toContain('/sign-in');
  });

  test('a thing out of reach is not known', async () => {
    const other = `/probe/${uuid7()}/units`;
    expect((await reader.get(`/api/v1${other}`)).status).toBe(404);
    expect((await reader.get(`${other}.csv`)).status).toBe(404);
    expect((await reader.get(other)).status).toBe(404);
  });
});
