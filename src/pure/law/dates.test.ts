import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayAfter, dayBefore } from './dates.ts';
import { findDatesInText, readCivilDate } from './index.ts';

test.each([
  ['05-03-2019', '2019-03-05'],
  ['5/3/2019', '2019-03-05'],
  ['ngày 28 tháng 01 năm 2019', '2019-01-28'],
  ['Hà Nội, ngày 28 tháng 01 năm 2019', '2019-01-28'],
  ['ngày 20/ 11 /2025', '2025-11-20'],
  ['mùng 5 tháng 3 năm 2019', '2019-03-05'],
  ['23 tháng tư năm 2018', '2018-04-23'],
  ['ngày ngày 08 tháng 6 ngăm 2010', '2010-06-08'],
  ['2019-03-05', '2019-03-05'],
  ['05/03/19', '2019-03-05'],
  ['5/3', null],
  ['20/0/2020', null],
  ['10/4/20219', null],
  ['29/02/2019', null],
  ['hôm nay', null],
])('one date: %s', (text, date) => {
  expect(readCivilDate(text)).toBe(date);
});

test('day and month are read in the year that the context gives', () => {
  expect(readCivilDate('5/3', 2019)).toBe('2019-03-05');
  expect(readCivilDate('mùng 5 tháng 3', 2019)).toBe('2019-03-05');
  expect(readCivilDate('29/2', 2019)).toBeNull();
});

test('the day before and the day after undo each other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1901, max: 2198 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const date = civilDate(year, month, day);
        fc.pre(date !== null);
        expect(dayBefore(dayAfter(date))).toBe(date);
        expect(dayAfter(date) > date).toBe(true);
      },
    ),
  );
});

describe('dates in running text', () => {
  const read = (text: string) =>
    findDatesInText(text, { planYear: 2019 }).map(({ start, end, window }) => {
      expect(text.slice(start, end)).toBe(window.raw);
      return [window.raw, window.kind, window.boundary ?? window.start, window.end];
    });

  test.each([
    ['năm chậm nhất là ngày 31/01/2017.', ['chậm nhất là ngày 31/01/2017', 'date', null, '2017-01-31']],
    ['Số liệu tính đến hết ngày 31/10/2019.', ['đến hết ngày 31/10/2019', 'date', null, '2019-10-31']],
    ['(gửi về Sở trước ngày 20/7/2018.', ['trước ngày 20/7/2018', 'before_date', '2018-07-20', '2018-07-19']],
    [
      'Ban hành trong tháng 1 của năm Kế hoạch là kịp thời',
      ['trong tháng 1 của năm Kế hoạch', 'month', '2019-01-01', '2019-01-31'],
    ],
    [
      'quý III gửi trước ngày mùng 5 của tháng cuối kỳ báo cáo, báo cáo năm',
      ['trước ngày mùng 5 của tháng cuối kỳ báo cáo', 'relative', null, null],
    ],
    [
      'kế hoạch (<i>trong vòng 01 tháng sau khi UBND ban hành</i>)',
      ['trong vòng 01 tháng sau khi UBND ban hành', 'relative', null, null],
    ],
    [
      'định kỳ trước **ngày 30 tháng 11 hàng\nnăm** gửi',
      ['trước **ngày 30 tháng 11 hàng\nnăm', 'recurring', null, null],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    'quy định tại Nghị định số 24/2010/NĐ-CP ngày 15/3/2010 của Chính phủ',
    'Báo cáo CCHC quý I/II/III và cả năm 2019',
    'giai đoạn 2016-2020, hàng năm, thường xuyên',
    'kiểm tra 30% các đơn vị; mức độ 3, 4; tiêu chuẩn ISO 9001:2015',
    'mẫu số 06, 07 và tỷ lệ 3/4 số hồ sơ, thông suốt 24/7',
    'bảo đảm cuộc họp đạt chất lượng sau khi rà soát',
  ])('no date: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('NFD and an emoji before it move the span with the text', () => {
    const text = '🗓️ gửi trước ngày 20/7/2018';
    expect(read(text.normalize('NFD')).map(([, kind, boundary]) => [kind, boundary])).toEqual([
      ['before_date', '2018-07-20'],
    ]);
  });
});
