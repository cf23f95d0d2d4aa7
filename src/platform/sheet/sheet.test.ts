import { strFromU8, unzipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readXlsxRows } from '../extract/index.ts';
import { columnName } from './cells.ts';
import { type Sheet, SheetTooLongError, type SheetValue, writeXlsx } from './index.ts';

async function* batches(...rows: (readonly SheetValue[])[][]) {
  yield* rows;
}

async function written(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sheetOf(rows: Sheet['rows'], notice?: string): Sheet {
  return {
    name: 'Nhiệm vụ: [2019]',
    notice,
    columns: [
      { title: 'Tên', type: 'text', width: 40 },
      { title: 'Số', type: 'number' },
      { title: 'Ngày', type: 'date' },
      { title: 'Lúc', type: 'instant' },
      { title: 'Tỷ lệ', type: 'percent' },
    ],
    rows,
  };
}

test('text, numbers, days, instants and percentages are read back as they were written', async () => {
  const bytes = await written([
    sheetOf(
      batches(
        [
          [
            'Phòng "A" & <B>\nhai dòng \u{1F4C4}',
            1234.5,
            '2019-06-03',
            Temporal.Instant.from('2019-06-03T01:00:00Z'),
            { numerator: 1, denominator: 4 },
          ],
        ],
        [['=1+1', -7, null, null, { numerator: 0, denominator: 0 }]],
        [['1873', 0, '1873-05-01', null, 0.5]],
      ),
      'MÔ PHỎNG',
    ),
  ]);
  expect(await readXlsxRows(bytes)).toEqual([
    ['MÔ PHỎNG'],
    ['Tên', 'Số', 'Ngày', 'Lúc', 'Tỷ lệ'],
    ['Phòng "A" & <B>\nhai dòng \u{1F4C4}', '1234.5', '2019-06-03', '2019-06-03T08:00:00', '0.25'],
    ['=1+1', '-7'],
    ['1873', '0', '1873-05-01', '', '0.5'],
  ]);
});

test('the header stays in sight, filters, and stands below the notice', async () => {
  const members = unzipSync(await written([sheetOf(batches([['a', 1, null, null, null]]), 'MÔ PHỎNG')]));
  const xml = strFromU8(members['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('ySplit="2"');
  expect(xml).toContain('<autoFilter ref="A2:E3"/>');
  expect(xml).toContain('&amp;CMÔ PHỎNG');
  expect(strFromU8(members['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Nhiệm vụ   2019"');
});

test('a workbook without rows has its header, and two sheets of one name keep apart', async () => {
  const bytes = await written([sheetOf(batches()), sheetOf(batches())]);
  expect(await readXlsxRows(bytes)).toEqual([['Tên', 'Số', 'Ngày', 'Lúc', 'Tỷ lệ']]);
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  expect(workbook).toContain('name="Nhiệm vụ   2019 2"');
});

test('what XML cannot hold is replaced, and what is too long for a cell is cut', async () => {
  const bytes = await written([
    sheetOf(
      batches([['a\u0000b\uD800c', null, null, null, null]], [['x'.repeat(40_000), 1, null, null, null]]),
    ),
  ]);
  const [, first, second] = await readXlsxRows(bytes);
  expect(first).toEqual(['a\uFFFDb\uFFFDc']);
  expect(second?.[0]).toHaveLength(32_767);
});

test('more rows than the format holds are refused', async () => {
  const tooMany = batches([['a', 1, null, null, null]], new Array(1_048_575).fill([]));
  await expect(written([sheetOf(tooMany)])).rejects.toBeInstanceOf(SheetTooLongError);
});

test('the same rows give the same bytes', async () => {
  const make = () => written([sheetOf(batches([['a', 1, '2019-06-03', null, null]]))]);
  expect(await make()).toEqual(await make());
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
