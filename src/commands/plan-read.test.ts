import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Product } from '../../test/product.ts';
import type { ReadPlan } from '../plan/domain/read-plan.ts';

const PLAN = `SỞ THỬ NGHIỆM
Số: 12/KH-STN
Hà Nội, ngày 10 tháng 01 năm 2019

KẾ HOẠCH
Cải cách hành chính năm 2019 🗂

II. CHỈ TIÊU
- 95% hồ sơ được giải quyết đúng hạn.

PHỤ LỤC
| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian hoàn thành |
| --- | --- | --- | --- |
| 1 | Rà soát thủ tục hành chính theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 | Văn phòng | Quý II/2019 |
`;

let product: Product;
let folder: string;
/** No database, and none that could be found. */
const nowhere = { DATA_DIR: '/nonexistent/data', DATABASE_URL: '' };

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-plan-'));
  product = await Product.bundle();
}, 60_000);
afterAll(async () => {
  await product.remove();
  rmSync(folder, { recursive: true });
});

const read = (...args: string[]) => product.run(['plan', 'read', ...args], nowhere);
function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

test('JSON holds the text of the file and what was read from it', async () => {
  const { code, output, errors } = await read(file('plan.md', PLAN), '--json');
  expect(errors).toBe('');
  expect(code).toBe(0);
  const plan = JSON.parse(output) as ReadPlan;
  expect(plan.text).toBe(PLAN);
  expect(plan.document).toMatchObject({ number: '12/KH-STN', date: '2019-01-10', planYear: 2019 });
  expect(plan.tasks).toMatchObject([{ no: '1', leadUnits: ['Văn phòng'] }]);
  const citation = plan.citations.find(({ number }) => number === '61/2018/NĐ-CP');
  const [start = 0, end = 0] = citation?.span ?? [];
  expect([...plan.text].slice(start, end).join('')).toBe('Nghị định số 61/2018/NĐ-CP ngày 23/4/2018');
}, 30_000);

test('without --json a summary says what was read and what is doubtful', async () => {
  const { code, output } = await read(file('plan.md', PLAN));
  expect(code).toBe(0);
  expect(output).toContain('12/KH-STN');
  expect(output).toContain('1 nhiệm vụ');
  expect(output).toMatch(/Điểm cần rà soát: \d+ sai/);
}, 30_000);

test.each([
  ['a file that is not there', () => path.join(folder, 'gone.txt'), /Không mở được tệp .*gone\.txt: ENOENT/],
  ['an empty file', () => file('empty.txt', ''), /empty\.txt: Tệp không có nội dung/],
  [
    'a file that is no document',
    () => file('picture.png', Buffer.from('89504e470d0a1a0a0000', 'hex')),
    /picture\.png: Tệp không thuộc loại đọc được/,
  ],
  ['a secret document', () => file('secret.txt', `TỐI MẬT\n\n${PLAN}`), /dấu “Tối mật”/],
])(
  '%s is one clear line on standard error',
  async (_, make, line) => {
    const { code, output, errors } = await read(make(), '--json');
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(line);
    expect(errors.trimEnd()).not.toContain('\n');
  },
  30_000,
);

test('a wrong use is told the right one', async () => {
  for (const args of [[], ['read'], ['write', 'x'], ['read', 'x', '--yaml']]) {
    const { code, errors } = await product.run(['plan', ...args], nowhere);
    expect(code).toBe(2);
    expect(errors).toContain('Cách dùng: minhchung plan read FILE [--json]');
  }
}, 30_000);

test('help says how each command is used, however it is asked for', async () => {
  for (const args of [['help'], ['--help'], ['-h'], ['plan', '--help'], ['act', '--help']]) {
    const { code, output } = await product.run(args, nowhere);
    expect(code).toBe(0);
    for (const usage of [
      'serve [--demo',
      'verify [--json]',
      'plan read FILE',
      'act ACTION',
      'actions',
      'help',
    ])
      expect(output).toContain(`Cách dùng: minhchung ${usage}`);
  }
}, 30_000);

test('a command that does not exist is told from one that failed', async () => {
  const { code, errors } = await product.run(['grow'], nowhere);
  expect(code).toBe(2);
  expect(errors).toContain('Không có lệnh minhchung grow');
}, 30_000);
