import { expect, test } from 'vitest';
import { periodEnd, periodOf } from './periods.ts';

test.each([
  ['BC quý I', 'Q1'],
  ['Quý 01', 'Q1'],
  ['quý IV', 'Q4'],
  ['6 tháng đầu năm', 'H1'],
  ['06 tháng cuối năm', 'H2'],
  ['9 tháng', 'M9'],
  ['cả năm', 'Y'],
  ['Một lần', null],
])('%s is %s', (words, period) => {
  expect(periodOf(words)).toBe(period);
});

test('periods end with their last month', () => {
  expect(periodEnd('Q1', 2019)).toBe('2019-03-31');
  expect(periodEnd('Y', 2019)).toBe('2019-12-31');
  expect(periodEnd('đợt 1', 2019)).toBeNull();
});
