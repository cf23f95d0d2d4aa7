import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDueWindows } from './index.ts';

type Row = [cell: string, kind: string | null, start: string | null, end: string | null];

const of2019: Row[] = [
  ['Quý I/2019', 'quarter', '2019-01-01', '2019-03-31'],
  ['Quý 01/2019', 'quarter', '2019-01-01', '2019-03-31'],
  ['Quí IV-2025', 'quarter', '2025-10-01', '2025-12-31'],
  ['Quý III Năm 2026', 'quarter', '2026-07-01', '2026-09-30'],
  ['Quý lV/2019', 'quarter', '2019-10-01', '2019-12-31'],
  ['trong quý I', 'quarter', '2019-01-01', '2019-03-31'],
  ['Tháng 01/2019', 'month', '2019-01-01', '2019-01-31'],
  ['T3/2019', 'month', '2019-03-01', '2019-03-31'],
  ['7/2024', 'month', '2024-07-01', '2024-07-31'],
  ['trong tháng 1 của năm Kế hoạch', 'month', '2019-01-01', '2019-01-31'],
  ['Tháng 1 năm sau', 'month', '2020-01-01', '2020-01-31'],
  ['Cả năm 2019', 'year', '2019-01-01', '2019-12-31'],
  ['2026', 'year', '2026-01-01', '2026-12-31'],
  ['6 tháng đầu năm 2019', 'half_year', '2019-01-01', '2019-06-30'],
  ['6 tháng cuối năm', 'half_year', '2019-07-01', '2019-12-31'],
  ['9 tháng đầu năm', 'range', '2019-01-01', '2019-09-30'],
  ['31/12', 'date', '2019-12-31', '2019-12-31'],
  ['05-03-2019', 'date', '2019-03-05', '2019-03-05'],
  ['Ngày 28 tháng 02 năm 2019', 'date', '2019-02-28', '2019-02-28'],
  ['Thời gian hoàn thành: 30/6/2024.', 'date', '2024-06-30', '2024-06-30'],
  ['Chậm nhất 31/8/2019', 'date', null, '2019-08-31'],
  ['đến hết ngày 31/10/2019', 'date', null, '2019-10-31'],
  ['trước 17 giờ ngày 30/6/2019', 'date', null, '2019-06-30'],
  ['Đến hết quý III/2019', 'date', null, '2019-09-30'],
  ['trước ngày 10/02/2019', 'before_date', null, '2019-02-09'],
  ['Xong trước 30/6', 'before_date', null, '2019-06-29'],
  ['Trước tháng 6/2019', 'before_date', null, '2019-05-31'],
  ['trước 10/01 năm sau', 'before_date', null, '2020-01-09'],
  ['Quý I/2019 (trước ngày 15/3)', 'before_date', null, '2019-03-14'],
  ['trước ngày 15 của tháng cuối quý I', 'before_date', null, '2019-03-14'],
  ['Quý IV/2025- Quý II/2026', 'range', '2025-10-01', '2026-06-30'],
  ['Quý I, II/2019', 'range', '2019-01-01', '2019-06-30'],
  ['Quý 1-2/2019', 'range', '2019-01-01', '2019-06-30'],
  ['Tháng 3, 4/2019', 'range', '2019-03-01', '2019-04-30'],
  ['tháng 3-4/2019', 'range', '2019-03-01', '2019-04-30'],
  ['từ 5 đến 10/3/2019', 'range', '2019-03-05', '2019-03-10'],
  ['Từ ngày 01/3 đến ngày 30/4/2019', 'range', '2019-03-01', '2019-04-30'],
  ['2025 - 2035', 'range', '2025-01-01', '2035-12-31'],
  ['Giai đoạn 2026-2030 và những năm tiếp theo', 'range', '2026-01-01', null],
  ['Năm 2026 và các năm tiếp theo', 'range', '2026-01-01', null],
  ['Từ 01/7/2025', 'range', '2025-07-01', null],
  ['đầu quý II', 'range', '2019-04-01', '2019-04-30'],
  ['cuối tháng 3', 'range', '2019-03-21', '2019-03-31'],
  ['giữa năm', 'range', '2019-06-01', '2019-07-31'],
  ['tuần 2 tháng 5/2019', 'range', '2019-05-08', '2019-05-14'],
  ['Thường xuyên', 'continuous', null, null],
  ['Thường xuyên, theo yêu cầu nhiệm vụ', 'continuous', null, null],
  ['Thường xuyên trong năm 2019', 'continuous', '2019-01-01', '2019-12-31'],
  ['Thường xuyên, hằng năm', 'recurring', null, null],
  ['Hàng năm', 'recurring', null, null],
  ['02 lần/năm', 'recurring', null, null],
  ['6 tháng/lần', 'recurring', null, null],
  ['định kỳ 06 tháng/01 lần', 'recurring', null, null],
  ['Ngày 25 hàng tháng', 'recurring', null, null],
  ['trước ngày 01/6 và 15/11 hằng năm', 'recurring', null, null],
  ['Hằng năm, trước ngày 15/12', 'recurring', null, null],
  ['trong vòng 01 tháng sau khi Thành phố ban hành Kế hoạch', 'relative', null, null],
  ['Sau khi Thành phố ban hành', 'relative', null, null],
  ['trước khi họp ít nhất 3 ngày', 'relative', null, null],
  ['10 ngày sau khi kết thúc', 'relative', null, null],
  ['tháng liền kề của tháng ban hành kế hoạch', 'relative', null, null],
  ['trước ngày mùng 5 của tháng cuối kỳ báo cáo', 'relative', null, null],
  ['Theo hướng dẫn chuyên ngành trong năm 2019', 'as_guided', '2019-01-01', '2019-12-31'],
  ['Theo Kế hoạch bồi dưỡng hàng năm', 'as_guided', null, null],
  ['Theo Kế hoạch số 15/KH-UBND ngày 3/4/2019', 'as_guided', null, null],
  ['ngày 31/02/2019', null, null, null],
  ['tháng 13/2019', null, null, null],
  ['Quý V/2019', null, null, null],
  ['Năm học 2018-2019', null, null, null],
  ['Kịp thời', null, null, null],
  ['Quý 5/2019', null, null, null],
  ['Theo quy định', 'as_guided', null, null],
  ['Q.II/2019', 'quarter', '2019-04-01', '2019-06-30'],
  ['2025, 2026', 'range', '2025-01-01', '2026-12-31'],
  ['01/3-15/3/2019', 'range', '2019-03-01', '2019-03-15'],
  ['Tháng 11 - tháng 2/2019', 'range', '2018-11-01', '2019-02-28'],
  ['Đến năm 2030', 'date', null, '2030-12-31'],
  ['QuýII/2019', 'quarter', '2019-04-01', '2019-06-30'],
  ['Trước ngày 20 hằng tháng', 'recurring', null, null],
  ['Hằng tháng (trước ngày 25)', 'recurring', null, null],
  ['Thứ sáu hằng tuần', 'recurring', null, null],
  ['Khi phát sinh', 'relative', null, null],
  ['Trong 5 ngày làm việc', 'relative', null, null],
  ['Ngày 25 của tháng báo cáo', 'relative', null, null],
  ['Trước Tết Nguyên đán', 'relative', null, null],
  ['Trước kỳ họp HĐND giữa năm', 'relative', null, null],
];

const planYear = { planYear: 2019 };

describe('one window', () => {
  test.each(of2019)('%s', (cell, kind, start, end) => {
    const windows = readDueWindows(cell, planYear);
    expect(windows.map((w) => [w.kind, w.start, w.end])).toEqual([[kind, start, end]]);
    expect(windows[0]?.label).toBeNull();
  });
});

test('before_date keeps the printed boundary and is never moved', () => {
  expect(readDueWindows('trước ngày 10/02/2019', planYear)).toEqual([
    {
      raw: 'trước ngày 10/02/2019',
      label: null,
      kind: 'before_date',
      start: null,
      end: '2019-02-09',
      boundary: '2019-02-10',
    },
  ]);
});

test('a year that is not printed is the plan’s, and said to be', () => {
  expect(readDueWindows('Quý I', planYear)[0]).toMatchObject({ start: '2019-01-01', yearInferred: true });
  expect(readDueWindows('Quý I/2019', planYear)[0]?.yearInferred).toBeUndefined();
  expect(readDueWindows('Quý I', { planYear: null })[0]).toEqual({
    raw: 'Quý I',
    label: null,
    kind: 'quarter',
    start: null,
    end: null,
  });
  expect(readDueWindows('trước 30/6', { planYear: null })[0]).toMatchObject({
    kind: 'before_date',
    end: null,
  });
});

describe('several windows', () => {
  const read = (cell: string) =>
    readDueWindows(cell, planYear).map((w) => [w.raw, w.label, w.boundary ?? w.start, w.end]);

  test('by their times', () => {
    expect(read('Lần 1: Quý II/2019 Lần 2: Quý III/2019')).toEqual([
      ['Lần 1: Quý II/2019', 'Lần 1', '2019-04-01', '2019-06-30'],
      ['Lần 2: Quý III/2019', 'Lần 2', '2019-07-01', '2019-09-30'],
    ]);
  });

  test('named after the date', () => {
    expect(read('Ngày 5/4: BC quý I. 5/7 BC quý II. 5/10.BC quý III. Trước 10/11 BC năm')).toEqual([
      ['Ngày 5/4: BC quý I', 'BC quý I', '2019-04-05', '2019-04-05'],
      ['5/7 BC quý II', 'BC quý II', '2019-07-05', '2019-07-05'],
      ['5/10.BC quý III', 'BC quý III', '2019-10-05', '2019-10-05'],
      ['Trước 10/11 BC năm', 'BC năm', '2019-11-10', '2019-11-09'],
    ]);
  });

  test('named before the date', () => {
    expect(read('Quý I trước ngày 05/3; quý II trước ngày 05/6; cả năm trước ngày 05/12')).toEqual([
      ['Quý I trước ngày 05/3', 'Quý I', '2019-03-05', '2019-03-04'],
      ['quý II trước ngày 05/6', 'quý II', '2019-06-05', '2019-06-04'],
      ['cả năm trước ngày 05/12', 'cả năm', '2019-12-05', '2019-12-04'],
    ]);
    expect(
      read('- Báo cáo 6 tháng: trước 15/6\r\n- Báo cáo năm: trước 15/12').map(([, label]) => label),
    ).toEqual(['Báo cáo 6 tháng', 'Báo cáo năm']);
  });

  test('named inside one sentence', () => {
    expect(
      read('Báo cáo 6 tháng trước ngày 05/6, báo cáo năm trước ngày 05/12').map(([, label]) => label),
    ).toEqual(['Báo cáo 6 tháng', 'báo cáo năm']);
    expect(read('Quý I/2019\nLần 2 Quý III/2019').map(([raw]) => raw)).toEqual([
      'Quý I/2019',
      'Lần 2 Quý III/2019',
    ]);
    expect(read('Quý IV/2025 và năm 2026').map(([raw, , start]) => [raw, start])).toEqual([
      ['Quý IV/2025', '2025-10-01'],
      ['năm 2026', '2026-01-01'],
    ]);
  });

  test('without names', () => {
    expect(read('Quý I, III/2019').map(([raw, , start]) => [raw, start])).toEqual([
      ['Quý I', '2019-01-01'],
      ['III/2019', '2019-07-01'],
    ]);
    expect(read('Trước ngày 15/6 và 15/12').map(([raw, , boundary]) => [raw, boundary])).toEqual([
      ['Trước ngày 15/6', '2019-06-15'],
      ['15/12', '2019-12-15'],
    ]);
    expect(read('Tháng 6/2019\nTháng 12/2019').map(([raw]) => raw)).toEqual([
      'Tháng 6/2019',
      'Tháng 12/2019',
    ]);
  });
});

const cells = fc.constantFrom(...of2019.map(([cell]) => cell));

test('NFD and lost tone marks change no reading', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const facts = (text: string) => readDueWindows(text, planYear).map(({ raw, label, ...rest }) => rest);
      expect(facts(cell.normalize('NFD'))).toEqual(facts(cell));
      expect(facts(cell.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''))).toEqual(
        facts(cell),
      );
    }),
  );
});

test('every raw is a piece of the cell, in order', () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (several) => {
      const cell = several.join('; ');
      let from = 0;
      for (const { raw } of readDueWindows(cell, planYear)) {
        const at = cell.indexOf(raw, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + raw.length;
      }
    }),
  );
});

test('an interval never ends before it starts, whatever the words', () => {
  const words = [
    'Quý',
    'I',
    'II',
    '/2019',
    ' ',
    'tháng',
    '3',
    '31',
    '/',
    '-',
    'trước',
    'đến',
    'ngày',
    'từ',
    'năm',
    '2020',
    ', ',
    '; ',
    'Lần 1: ',
    'hằng năm',
    'cuối',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 15 }), (bits) => {
      for (const { start, end } of readDueWindows(bits.join(' '), planYear))
        expect(start === null || end === null || start <= end).toBe(true);
    }),
  );
});

test('an empty cell holds no window', () => {
  expect(readDueWindows(' \n', planYear)).toEqual([]);
});
