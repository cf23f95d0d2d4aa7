import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { type ImportColumn, readTable } from './table.ts';

const columns: readonly ImportColumn<'code' | 'name'>[] = [
  { key: 'code', headings: ['Mã', 'Viết tắt'], required: true },
  { key: 'name', headings: ['Tên phòng'] },
];

describe('a table', () => {
  test('is found below its title, whatever the order, case and form of its headings', () => {
    const rows = [
      ['DANH SÁCH PHÒNG'],
      [],
      ['STT', 'TÊN PHÒNG'.normalize('NFD'), 'Mã (*)'],
      ['1', ' Phòng  Một\n', 'P1'],
      [],
      ['2', 'Phòng Hai'.normalize('NFD'), 'P2'],
    ];
    expect(readTable(rows, columns)).toEqual([
      { line: 4, cells: { code: 'P1', name: 'Phòng Một' } },
      { line: 6, cells: { code: 'P2', name: 'Phòng Hai' } },
    ]);
  });

  test.each([
    ['without a column that must be', [['Tên phòng'], ['Một']], 'invalid:import-heading'],
    [
      'without rows',
      [
        ['Mã', 'Tên phòng'],
        ['', ''],
      ],
      'invalid:import-empty',
    ],
    ['that is empty', [], 'invalid:import-heading'],
    ['that is too long', [['Mã'], ...Array.from({ length: 20_001 }, () => ['x'])], 'invalid:import-rows'],
  ])('%s is refused', (_, rows, code) => {
    expect(readTable(rows, columns)).toMatchObject({ code });
  });
});

describe('comma-separated text', () => {
  test.each([
    ['commas', 'a,b\r\n1,2\r\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\r1\t2'],
  ])('is read with %s', (_, text) => {
    expect(readCsv(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('keeps what stands in quotes', () => {
    expect(readCsv('a,b\n"x, ""y""\nz", "q"\n,\n')).toEqual([['a', 'b'], ['x, "y"\nz', 'q'], []]);
  });
});
