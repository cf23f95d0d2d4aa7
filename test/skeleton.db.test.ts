import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openEmptyOffice, Somebody } from './office.ts';

let office: Office;
let administrator: Somebody;
const password = 'một mật khẩu đủ dài';

beforeAll(async () => {
  office = await openEmptyOffice();
  const visitor = new Somebody(office);
  const response = await visitor.send('/set-up', '/set-up', {
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
  expect(response.status).toBe(303);
  administrator = new Somebody(office);
  await administrator.signIn('quantri', password);
});
afterAll(() => office.close());

async function asOwner<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<T>(sql);
  await client.end();
  return rows;
}

test('a unit saved by form stands in the table, in its versions and in the audit trail', async () => {
  const response = await administrator.send('/agencies', '/units', {
    code: 'VP',
    name: 'Văn phòng',
    kind: 'office',
  });
  expect(response.headers.get('location')).toBe('/agencies?done=unit.save');
  const page = await (await administrator.get('/agencies?done=unit.save')).text();
  expect(page).toContain('Văn phòng');
  expect(page).toContain('Đã lưu phòng, bộ phận.');
  expect(await asOwner(`SELECT code FROM unit WHERE code = 'VP'`)).toHaveLength(1);
  expect(await asOwner(`SELECT 1 FROM row_version WHERE table_name = 'unit'`)).toHaveLength(1);
  expect(await asOwner(`SELECT outcome FROM audit_trail WHERE action = 'unit.save'`)).toEqual([
    { outcome: 'done' },
  ]);
});

test('the same unit through the API, sent twice under one key, is saved once', async () => {
  const unit = { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', kind: 'division' };
  const first = await administrator.api('/units', unit, { 'idempotency-key': 'k1' });
  const second = await administrator.api('/units', unit, { 'idempotency-key': 'k1' });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(await second.json()).toEqual(await first.json());
});

test('a refused form keeps what was typed and names the field', async () => {
  const response = await administrator.send('/agencies', '/units', {
    code: 'VP',
    name: 'Văn phòng thứ hai',
    kind: 'office',
  });
  const page = await response.text();
  expect(response.status).toBe(409);
  expect(page).toContain('Mã VP đã dùng cho một phòng khác');
  expect(page).toContain('value="Văn phòng thứ hai"');
});

test('set-up is possible once', async () => {
  expect((await new Somebody(office).get('/set-up')).status).toBe(404);
});
