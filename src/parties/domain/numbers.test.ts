import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateIdentityNumber, validateTaxCode } from '../rules.ts';
import { formatTaxCode, maskNumber, normaliseTelephone, numberBeginning } from './numbers.ts';

describe('an identity number', () => {
  test.each([
    ['001080000012', null, []],
    ['001 080.000-012', '1980-05-02', []],
    ['001080000012', '1981-05-02', ['identity-year']],
    ['001205000012', '2005-01-01', []],
    ['001205000012', '1905-01-01', ['identity-year']],
    ['000080000012', null, ['identity-place']],
    ['999080000012', '1980-01-01', ['identity-place']],
    ['012345678', '1980-01-01', []],
    ['b1234567', null, []],
    ['C12345678', null, []],
  ] as const)('%s of somebody born on %s is readable, doubtful in %j', (typed, birth, doubts) => {
    const read = validateIdentityNumber(typed, birth);
    expect(read).toMatchObject({ readable: true, doubts });
    expect(read.readable && read.number).toMatch(/^[A-Z0-9]+$/);
  });

  test.each(['', '12345678', '1234567890', '0010800000123', '00108000001a', 'B123', '١٢٣٤٥٦٧٨٩'])(
    '"%s" is none',
    (typed) => expect(validateIdentityNumber(typed).readable).toBe(false),
  );
});

describe('a tax code', () => {
  test.each([
    ['0100109106', '0100109106', []],
    ['0100109106-001', '0100109106001', []],
    ['0100109106001', '0100109106001', []],
    ['0100 109 106', '0100109106', []],
    ['0100109107', '0100109107', ['tax-check-digit']],
    ['0100109106-000', '0100109106000', ['tax-branch']],
    ['001080000012', '001080000012', []],
  ])('%s is kept as %s, doubtful in %j', (typed, number, doubts) => {
    expect(validateTaxCode(typed)).toEqual({ readable: true, number, doubts });
  });

  test('is printed with its branch behind a dash', () => {
    expect(['0100109106', '0100109106001'].map(formatTaxCode)).toEqual(['0100109106', '0100109106-001']);
  });

  test.each(['', '123456789', '01001091061', 'x100109106', '0100109106-01'])('"%s" is none', (typed) =>
    expect(validateTaxCode(typed).readable).toBe(false),
  );

  test('of ten digits with one changed, the check digit tells', () => {
    const first = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(first, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const sound = [...Array(10).keys()]
          .map((check) => `${digits.join('')}${check}`)
          .filter((code) => doubts(code).length === 0);
        expect(sound.length).toBeLessThan(2);
        for (const code of sound) {
          const changed = [...code];
          changed[at] = String((Number(code[at]) + by) % 10);
          expect(doubts(changed.join(''))).toEqual(['tax-check-digit']);
        }
      }),
    );
  });

  const doubts = (code: string) => {
    const read = validateTaxCode(code);
    return read.readable ? read.doubts : ['none'];
  };
});

describe('a telephone number', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['0912 345 678', '0912345678'],
    ['+84 912.345.678', '0912345678'],
    ['(+84) 912-345-678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['84912345678', '0912345678'],
    ['+840912345678', '0912345678'],
    ['(024) 3825 1234', '02438251234'],
    ['024 – 3825 1234', '02438251234'],
    ['+1 415 555 0100', '+14155550100'],
    ['912345678', null],
    ['091234567', null],
    ['091234567890', null],
    ['00123456', null],
    ['không có', null],
    ['', null],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normaliseTelephone(typed)).toBe(kept);
  });

  test('that was kept is kept the same again', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const kept = normaliseTelephone(typed);
        if (kept !== null) expect(normaliseTelephone(kept)).toBe(kept);
      }),
    );
  });
});

test.each([
  ['0912', '0912'],
  ['+84 91 2', '0912'],
  ['0100109106-0', '01001091060'],
  ['b1234', 'B1234'],
  ['123', ''],
  ['1234/QĐ-UBND', ''],
  ['Nguyễn', ''],
])('what is typed into a search so far, %s, begins the number "%s"', (typed, beginning) => {
  expect(numberBeginning(typed)).toBe(beginning);
});

test.each([
  ['001080000012', '0010******12'],
  ['0912345678', '091*****78'],
  ['012345678', '012****78'],
  ['1234', '****'],
])('%s is shown as %s', (number, masked) => {
  expect(maskNumber(number)).toBe(masked);
});
