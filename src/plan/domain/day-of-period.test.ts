import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { daysOfPeriod } from './day-of-period.ts';
import { readItems, type TaskFields } from './draft.ts';
import { readPlan } from './reader/index.ts';

const QUARTERS = ['BC quý I', 'BC quý II', 'BC quý III', 'BC năm'].map((label) => ({ label, raw: label }));

test.each([
  ['trước ngày mùng 5 của tháng cuối kỳ báo cáo', ['2019-03-04', '2019-06-04', '2019-09-04', null]],
  ['trước ngày 5 tháng cuối quý sau', ['2019-06-04', '2019-09-04', '2019-12-04', null]],
  ['trước ngày 10 tháng đầu quý sau', ['2019-04-09', '2019-07-09', '2019-10-09', null]],
  ['trước ngày 1 tháng đầu của quý', ['2018-12-31', '2019-03-31', '2019-06-30', null]],
  ['Trước ngày mồng 5 của tháng cuối quý', ['2019-03-04', '2019-06-04', '2019-09-04', null]],
])('%s', (words, lastDays) => {
  expect(daysOfPeriod(`Báo cáo gửi ${words}.`, QUARTERS, 2019)).toMatchObject([{ words, lastDays }]);
});

test.each(['trước ngày 10/11/2018', 'trước ngày 31 tháng cuối kỳ hai', 'trong tháng cuối quý'])(
  '%s appoints no day of each period, or none that there is in every one',
  (words) => {
    for (const { lastDays } of daysOfPeriod(words, QUARTERS, 2019)) expect(lastDays[1]).toBeNull();
  },
);

test('task 66 of Plan 375 is asked for a month before its cell, for each quarter; the yearly report has one date', () => {
  const text = readFileSync(new URL('../../../examples/plan-375.txt', import.meta.url), 'utf8');
  const task = readItems(readPlan(text)).find(({ key }) => key === 'task:65')?.fields as TaskFields;
  expect(task.due.map(({ end }, index) => [end, task.requirementEnds[index]])).toEqual([
    ['2019-04-05', '2019-03-04'],
    ['2019-07-05', '2019-06-04'],
    ['2019-10-05', '2019-09-04'],
    ['2019-11-09', null],
  ]);
});
