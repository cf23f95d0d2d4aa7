import { expect, test } from 'vitest';
import { readNumberAndSymbol } from './document-number.ts';

test.each([
  ['375/KH-SGDĐT', '375', 'KH-SGDĐT', 'Kế hoạch'],
  ['1027/SGDĐT-VP', '1027', 'SGDĐT-VP', 'Công văn'],
  ['61/2018/NĐ-CP', '61/2018', 'NĐ-CP', 'Nghị định'],
  ['số 12/BC-SGDĐT', '12', 'BC-SGDĐT', 'Báo cáo'],
])('%s is number %s and symbol %s of a %s', (typed, number, symbol, type) => {
  expect(readNumberAndSymbol(typed)).toEqual({ number, symbol, type });
});

test.each(['20', 'abc', ''])('%j is no number with a symbol', (typed) => {
  expect(readNumberAndSymbol(typed)).toBeNull();
});
