import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128, PATTERNS } from './code128.ts';

/** What a reader makes of bars and gaps, by the rules of ISO/IEC 15417; throws where they say nothing. */
function read(widths: readonly number[]): string {
  const stop = widths.slice(-7).join('');
  if (stop !== PATTERNS[106]) throw new Error('no stop');
  const values: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6)
    values.push(PATTERNS.indexOf(widths.slice(at, at + 6).join('')));
  if (values.includes(-1)) throw new Error('no symbol');
  const check = values.pop();
  if (values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % 103 !== check)
    throw new Error('wrong check symbol');
  let set = values.shift() === 105 ? 'C' : 'B';
  let text = '';
  for (const value of values) {
    if (set === 'C' && value === 100) set = 'B';
    else if (set === 'B' && value === 99) set = 'C';
    else text += set === 'C' ? String(value).padStart(2, '0') : String.fromCharCode(value + 32);
  }
  return text;
}

const modules = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

test('the symbols are those of the standard: eleven modules each, all different', () => {
  expect(PATTERNS).toHaveLength(107);
  expect(new Set(PATTERNS).size).toBe(107);
  for (const pattern of PATTERNS.slice(0, -1)) expect(modules([...pattern].map(Number)), pattern).toBe(11);
});

test('a known text has the known bars', () => {
  // Start B, "PJJ123C", check symbol 55, stop.
  const bars = '211214 313121 112133 112133 123221 223211 221132 131321 311321 2331112';
  expect(code128('PJJ123C').join('')).toBe(bars.replaceAll(' ', ''));
});

test.each(['000.00.01.H22-190130-0001', 'H15.50.05.13-261008-0975', 'G09.20-20260609-0092637', '1', '12'])(
  'what is written for %s is read back',
  (code) => expect(read(code128(code))).toBe(code),
);

test('any printable text is read back, and is never longer than in one set alone', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-.HG ~a'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, (typed) => {
      const widths = code128(typed);
      expect(read(widths)).toBe(typed);
      expect(modules(widths)).toBeLessThanOrEqual(11 * (typed.length + 2) + 13);
    }),
  );
});

test('digits go two by two', () => {
  expect(modules(code128('20190130'))).toBe(11 * (1 + 4 + 1) + 13);
});

test.each(['', 'hồ sơ', 'a\nb'])('%j is in no barcode', (text) => {
  expect(() => code128(text)).toThrow(RangeError);
});
