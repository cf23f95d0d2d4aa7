import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, formatPercentage, formatRatio, numberInWords, parseNumber } from './index.ts';

test.each([
  [1234.5, '1.234,5'],
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [1_250_000, '1.250.000'],
  [-1234.56, '-1.234,56'],
  [-0.001, '0'],
  [95.1, '95,1'],
])('%f is written %s', (value, written) => {
  expect(formatNumber(value)).toBe(written);
});

test.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  ['1 234', 1234],
  [' 95 ', 95],
  ['−3', -3],
  ['1.250.000', 1_250_000],
  ['1.5', null],
  ['12.34,5', null],
  ['1,234.5', null],
  ['', null],
  ['ba', null],
])('typed %s is the number %s', (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      const value = cents / 100;
      return Object.is(parseNumber(formatNumber(value)), value === 0 ? 0 : value);
    }),
  );
});

test.each([
  [1210, 1250, '96,8 % · 1.210/1.250'],
  [5, 5, '100 % · 5/5'],
  [0, 5, '0 % · 0/5'],
  [1, 3, '33,3 % · 1/3'],
  [9999, 10_000, '99,9 % · 9.999/10.000'],
  [1, 10_000, '0,1 % · 1/10.000'],
  [0, 0, '0/0'],
  [6, 5, '120 % · 6/5'],
])('%i of %i reads %s', (numerator, denominator, written) => {
  expect(formatRatio({ numerator, denominator })).toBe(written);
});

test('a part of nothing has no percentage', () => {
  expect(formatPercentage({ numerator: 0, denominator: 0 })).toBeNull();
});

test.each([
  [0, 'không'],
  [10, 'mười'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [105, 'một trăm linh năm'],
  [111, 'một trăm mười một'],
  [1005, 'một nghìn không trăm linh năm'],
  [1_250_000, 'một triệu hai trăm năm mươi nghìn'],
  [2_000_000_001, 'hai tỷ không trăm linh một'],
])('%i in words is %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});

test.each([-1, 1.5, 1e12])('%f has no words', (value) => {
  expect(() => numberInWords(value)).toThrow(RangeError);
});
