import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../../test/product.ts';

let product: Product;
/** No database, and none that could be found. */
const nowhere = { DATA_DIR: '/nonexistent/data', DATABASE_URL: '' };

beforeAll(async () => {
  product = await Product.bundle();
}, 60_000);
afterAll(() => product.remove());

const run = (...args: string[]) => product.run(['deadline', ...args], nowhere);

test('a due time as JSON, with each day counted or skipped and why', async () => {
  const { code, output } = await run('add', '2019-01-30T14:00', '3wd', '--calendar', 'vn', '--json');
  expect(code).toBe(0);
  const { due, days } = JSON.parse(output);
  expect(due).toBe('2019-02-11T17:00:00+07:00');
  expect(days[0]).toEqual({ date: '2019-01-31', counted: true, reason: null });
  expect(JSON.parse(output).provisionalHours).toBe(true);
  expect(days[5]).toEqual({ date: '2019-02-05', counted: false, reason: 'Tết Nguyên đán' });
}, 30_000);

test('in words, and in English where the terminal is', async () => {
  const due = await run('add', '2019-01-30T14:00', '3wd');
  expect(due.output).toBe('Hạn: 17:00 thứ Hai, ngày 11/02/2019\n');
  expect(due.errors).toContain('Giờ làm việc (08:00–12:00, 13:00–17:00) là tạm tính');
  const { output } = await run('add', '2019-05-03T16:00', '2wh', '--explain');
  expect(output.split('\n')).toEqual([
    'Hạn: 09:00 thứ Bảy, ngày 04/5/2019',
    '  03/05/2019: tính',
    '  04/05/2019: tính',
    '',
  ]);
  const english = await product.run(['deadline', 'add', '2019-04-12T09:00', '1wd', '--explain'], {
    ...nowhere,
    INTERFACE_LANGUAGE: 'en',
  });
  expect(english.output).toContain('Due: 17:00, Tuesday');
  expect(english.output).toContain('13/04/2019: not counted (Saturday)');
}, 30_000);

test('what lies between two moments, as this command prints them', async () => {
  const { output } = await run('between', '2019-01-30T14:00', '2019-02-11T17:00:00+07:00', '--json');
  expect(JSON.parse(output)).toMatchObject({ workingDays: 3, officeMinutes: 27 * 60, calendarDays: 12 });
  expect((await run('between', '2019-02-11T17:00', '2019-01-30T14:00')).output).toBe(
    '−3 ngày làm việc; −27 giờ 0 phút làm việc; −12 ngày.\n',
  );
}, 30_000);

test('a year that is only provisional is named', async () => {
  const { output } = await run('add', '2027-06-01T08:00', '2wd');
  expect(output).toContain('năm 2027 là tạm tính');
}, 30_000);

describe('what cannot be reckoned says what to write instead', () => {
  test.each([
    [['add', '2019-02-30T14:00', '3wd'], 2, 'không phải là ngày giờ'],
    [['add', '30/1/2019', '3wd'], 2, 'không phải là ngày giờ'],
    [['add', '2019-01-30T14:00', '3 ngày'], 2, 'không phải là thời hạn'],
    [['add', '2019-01-30T14:00'], 2, 'Cách dùng'],
    [['add', '2019-01-30T14:00', '3wd', '--calendar', 'us'], 2, 'Không có lịch us'],
    [['add', '2019-01-30T14:00', '3wd', '--xml'], 2, '--xml'],
    [['subtract', '2019-01-30T14:00', '3wd'], 2, 'subtract'],
    [['add', '2031-01-30T14:00', '3wd'], 1, 'biết lịch từ 01/01/2019 đến 31/12/2027'],
  ])(
    '%j',
    async (args, code, words) => {
      const answer = await run(...args);
      expect([answer.code, answer.errors]).toEqual([code, expect.stringContaining(words)]);
      expect(answer.errors.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );
});
