import { expect, test } from 'vitest';
import { formatDate, formatDocumentDate, formatLongDate, formatOfficialDate, parseDate } from './index.ts';

test.each([
  ['2019-06-03', '03/06/2019', '03/6/2019', 'thứ Hai, ngày 03/6/2019', 'ngày 03 tháng 6 năm 2019'],
  ['2019-01-28', '28/01/2019', '28/01/2019', 'thứ Hai, ngày 28/01/2019', 'ngày 28 tháng 01 năm 2019'],
  ['2019-11-10', '10/11/2019', '10/11/2019', 'chủ nhật, ngày 10/11/2019', 'ngày 10 tháng 11 năm 2019'],
])('%s is written %s, %s, %s, %s', (date, table, official, long, document) => {
  expect(formatDate(date)).toBe(table);
  expect(formatOfficialDate(date)).toBe(official);
  expect(formatLongDate(date)).toBe(long);
  expect(formatDocumentDate(date)).toBe(document);
});

test.each([
  ['3/6/2019', '2019-06-03'],
  [' 03/06/2019 ', '2019-06-03'],
  ['03-06-2019', '2019-06-03'],
  ['3.6.2019', '2019-06-03'],
  ['Ngày 3 tháng 6 năm 2019', '2019-06-03'],
  ['ngày 03 tháng 06 năm 2019'.normalize('NFD'), '2019-06-03'],
  ['2019-06-03', '2019-06-03'],
  ['29/2/2020', '2020-02-29'],
  ['29/2/2019', null],
  ['31/6/2019', null],
  ['3/13/2019', null],
  ['0/1/2019', null],
  ['3/6-2019', null],
  ['3/6/19', null],
  ['quý I', null],
])('typed %s is the day %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});
