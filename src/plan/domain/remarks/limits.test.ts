import { expect, test } from 'vitest';
import { civilDate, limitsIn } from './limits.ts';
import { planOf } from './plan.fixture.ts';
import { planContext } from './plan-context.ts';

function limitsOf(text: string): [string, boolean, string][] {
  const context = planContext(planOf({ text }));
  return limitsIn(context, { start: 0, end: text.length }).map(({ date, before, words }) => [
    date,
    before,
    words,
  ]);
}

test.each([
  ['Gửi báo cáo; nộp trước ngày 20/7/2018.', '2018-07-20', true, 'nộp trước ngày 20/7/2018'],
  ['Chậm nhất là ngày 31 tháng 01 năm 2017', '2017-01-31', false, 'Chậm nhất là ngày 31 tháng 01 năm 2017'],
  [
    'theo mẫu của Liên bộ và thời hạn gửi là ngày 28/02/2018',
    '2018-02-28',
    false,
    'thời hạn gửi là ngày 28/02/2018',
  ],
  ['Kế hoạch (TTHC) xong trước 05/3/2019', '2019-03-05', true, 'Kế hoạch (TTHC) xong trước 05/3/2019'],
])('%s', (text, date, before, words) => {
  expect(limitsOf(text)).toEqual([[date, before, words]]);
});

test.each([
  ['hoàn thành theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018'],
  ['số liệu tính đến hết ngày 31/10/2019'],
  ['hội nghị ngày 05/3/2019'],
  ['trước ngày 31/02/2019'],
])('no limit: %s', (text) => {
  expect(limitsOf(text)).toEqual([]);
});

test('days that there are', () => {
  expect(civilDate('2020', '2', '29')).toBe('2020-02-29');
  expect(civilDate('2019', '2', '29')).toBeNull();
  expect(civilDate('2019', '0', '1')).toBeNull();
});
