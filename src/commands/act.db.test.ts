import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openEmptyOffice, Somebody } from '../../test/office.ts';
import { Product } from '../../test/product.ts';
import { hold } from '../platform/embedded/holders.ts';

let office: Office;
let product: Product;
let folder: string;
let env: Record<string, string>;

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
    password: 'một mật khẩu đủ dài',
  });
  product = await Product.bundle();
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-act-'));
  const { host, port, user, password, database } = office.connection as pg.ClientConfig;
  const name = `${encodeURIComponent(user ?? '')}:${encodeURIComponent(String(password ?? ''))}`;
  env = {
    DATA_DIR: folder,
    DATABASE_URL: `postgresql://${name}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`,
    CLOCK: '2019-06-03T08:00',
  };
}, 120_000);
afterAll(async () => {
  await product.remove();
  await office.close();
  rmSync(folder, { recursive: true });
});

const act = (...args: string[]) => product.run(['act', ...args], env);

async function asOwner<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<T>(sql);
  await client.end();
  return rows;
}

test('an action is performed as somebody, with its audit row, once for one key', async () => {
  const args = ['unit.save', '--as', 'quantri', '--code', 'VP', '--name', 'Văn phòng', '--kind', 'office'];
  const first = await act(...args, '--idempotency-key', 'k1');
  expect(first.errors).toBe('');
  expect(first.code).toBe(0);
  const second = await act(...args, '--idempotency-key', 'k1');
  expect(JSON.parse(second.output)).toEqual(JSON.parse(first.output));
  expect(await asOwner(`SELECT name FROM unit`)).toEqual([{ name: 'Văn phòng' }]);
  expect(await asOwner(`SELECT outcome, address FROM audit_trail WHERE action = 'unit.save'`)).toEqual([
    { outcome: 'done', address: 'command' },
  ]);
});

test('fields may come from a JSON file, and what stands on the line comes before them', async () => {
  const json = path.join(folder, 'unit.json');
  writeFileSync(json, JSON.stringify({ code: 'KHTC', name: 'Phòng khác', kind: 'division' }));
  const { code } = await act('unit.save', '--as', 'quantri', '--json', json, '--name', 'Phòng Kế hoạch');
  expect(code).toBe(0);
  expect(await asOwner(`SELECT name FROM unit WHERE code = 'KHTC'`)).toEqual([{ name: 'Phòng Kế hoạch' }]);
});

test('a file that is sent again with its key is the same file; another one is refused', async () => {
  const list = path.join(folder, 'don-vi.csv');
  writeFileSync(list, 'Mã,Tên đơn vị\nTTr,Thanh tra\n');
  const args = ['import.upload', '--as', 'quantri', '--file', `@${list}`, '--next', '/units/import'];
  const first = await act(...args, '--idempotency-key', 'k2');
  expect([first.code, first.errors]).toEqual([0, '']);
  const again = await act(...args, '--idempotency-key', 'k2');
  expect([again.code, again.output]).toEqual([0, first.output]);
  writeFileSync(list, 'Mã,Tên đơn vị\nVP3,Văn phòng\n');
  expect((await act(...args, '--idempotency-key', 'k2')).code).toBe(1);
});

test('a refusal is said in words, by field, and nothing is printed for a result', async () => {
  const { code, output, errors } = await act('unit.save', '--as', 'quantri', '--code', 'VP2');
  expect(code).toBe(1);
  expect(output).toBe('');
  expect(errors).toContain('name: Mục này chưa có nội dung. Hãy nhập.');
});

test('somebody without an account is one clear line', async () => {
  const { code, errors } = await act('unit.save', '--as', 'ai-do', '--code', 'X');
  expect(code).toBe(1);
  expect(errors).toBe('--as ai-do: không có tài khoản nào đang mở với tên này.\n');
});

test('a folder that a server holds is left alone, and the API is named', async () => {
  const held = path.join(folder, 'held');
  mkdirSync(path.join(held, 'cluster'), { recursive: true });
  mkdirSync(path.join(held, 'holders'), { recursive: true });
  const holding = hold(path.join(held, 'holders'));
  try {
    const { code, errors } = await product.run(['act', 'unit.save', '--as', 'quantri'], { DATA_DIR: held });
    expect(code).toBe(1);
    expect(errors).toContain('hãy gọi API của nó, POST /api/v1/units');
  } finally {
    holding.release();
  }
});

test('actions are listed with words, permission and fields, without a database', async () => {
  const { code, output } = await product.run(['actions'], { DATA_DIR: '/nonexistent' });
  expect(code).toBe(0);
  expect(output).toMatch(/^unit\.save {2}Lưu phòng, bộ phận {2}\(agency\.manage\) .*--code\*/m);
});
