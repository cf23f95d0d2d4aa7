import { expect, test } from 'vitest';
import { basisKey, checkBy, checkOutcome, namesBasis } from './basis.ts';

const BASES = [
  'Nghị định số 46/2017/NĐ-CP ngày 21/4/2017 của Chính phủ quy định về điều kiện đầu tư và hoạt động trong lĩnh vực giáo dục',
  'Quyết định 51/2002/QĐ-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo',
  'Luật Giáo dục',
];

test.each([
  ['46/2017/NĐ-CP', true],
  ['46/2017/nđ-cp', true],
  ['51/2002/QĐ-BGDĐT', true],
  // Another decree of the same number.
  ['46/2016/NĐ-CP', false],
  ['146/2017/NĐ-CP', false],
])('%s is among the legal bases: %s', (number, expected) => {
  const key = basisKey(number);
  expect(key).not.toBeNull();
  expect(namesBasis(BASES, key ?? '')).toBe(expected);
});

test.each(['Luật Giáo dục', '46', ''])('"%s" is no number of a document', (typed) => {
  expect(basisKey(typed)).toBeNull();
});

test.each([
  // Thursday 20 June: five working days before it ends on Thursday 13 June.
  ['2019-06-20', '2019-06-03', '2019-06-13'],
  // Over the swap: Monday 29 April was off, Saturday 4 May was worked on.
  ['2019-05-06', '2019-04-15', '2019-04-25'],
  ['2019-06-20', '2019-06-18', '2019-06-18'],
  ['2019-05-01', '2019-06-03', '2019-06-03'],
])('what takes effect on %s and is known on %s is looked at by %s', (effective, today, expected) => {
  expect(checkBy(effective, today)).toBe(expected);
});

test.each([
  [
    { finished: true, newestAnnouncedOn: '2019-06-10', recordedOn: '2019-06-03' },
    'unaffected',
    'conflict:basis-check-finished',
  ],
  [
    { finished: false, newestAnnouncedOn: '2019-06-02', recordedOn: '2019-06-03' },
    'updated',
    'conflict:no-new-version',
  ],
  [
    { finished: false, newestAnnouncedOn: null, recordedOn: '2019-06-03' },
    'updated',
    'conflict:no-new-version',
  ],
  [{ finished: false, newestAnnouncedOn: '2019-06-03', recordedOn: '2019-06-03' }, 'updated', undefined],
  [{ finished: false, newestAnnouncedOn: null, recordedOn: '2019-06-03' }, 'unaffected', undefined],
] as const)('a check %o that ends with %s: %s', (check, outcome, code) => {
  expect(checkOutcome(check, outcome)?.code).toBe(code);
});
