import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber, officialCalendar, toDayNumber } from '../../pure/calendar/index.ts';
import { checkAbolition, checkAnnouncement, missingParts, publicBy } from './announcing.ts';
import { checkPublication } from './place.ts';
import { nationalPart } from './procedure-code.ts';

test.each([
  ['3.000181.000.00.00.H22', '3.000181'],
  ['2.002492', '2.002492'],
  // As typesetting breaks it.
  ['2.000 815.000.00.00.H61', '2.000815'],
  [' 1.005092 ', '1.005092'],
  ['B-BGD-285195-TT', null],
  ['3.0001811', null],
  ['', null],
])('the national part of %s is %s', (code, expected) => {
  expect(nationalPart(code)).toBe(expected);
});

test.each([
  // Tuesday 28 May 2019.
  ['2019-05-28', '2019-06-04'],
  // The week of Tết has no working day.
  ['2019-02-01', '2019-02-15'],
  // Monday 29 April was off, Saturday 4 May was worked on instead.
  ['2019-04-26', '2019-05-07'],
])('what is decided on %s is public by %s', (decided, expected) => {
  expect(publicBy(decided)).toBe(expected);
});

test('there are five working days, and no more, until the last day', () => {
  const days = fc
    .integer({ min: toDayNumber('2019-01-01'), max: toDayNumber('2026-11-30') })
    .map(fromDayNumber);
  fc.assert(
    fc.property(days, (decided) => {
      const last = publicBy(decided) ?? '';
      expect(officialCalendar.workingDaysBetween(decided, last)).toBe(5);
      expect(officialCalendar.isWorkingDay(last)).toBe(true);
    }),
  );
});

const known = { abolishedFrom: null, newestFrom: '2019-01-01' };
const by = { number: '1/QĐ-UBND', date: '2019-06-03', validFrom: '2019-06-10' };

test.each([
  [known, by, undefined],
  [{ ...known, newestFrom: null }, { ...by, validFrom: '2000-01-01' }, undefined],
  [known, { ...by, validFrom: '2019-01-01' }, undefined],
  [known, { ...by, validFrom: '2018-12-31' }, 'invalid:before-newest-version'],
  [known, { ...by, date: '2019-06-04' }, 'invalid:decision-to-come'],
  [{ ...known, abolishedFrom: '2030-01-01' }, by, 'conflict:procedure-abolished'],
])('with %o an announcement by %o: %s', (procedure, announcement, code) => {
  expect(checkAnnouncement(procedure, announcement, '2019-06-03')?.code).toBe(code);
});

test.each([
  [known, '2019-06-10', undefined],
  [known, '2018-12-31', 'invalid:before-newest-version'],
  [{ ...known, newestFrom: null }, '2019-06-10', 'conflict:not-announced'],
  [{ ...known, abolishedFrom: '2019-05-01' }, '2019-06-10', 'conflict:procedure-abolished'],
])('with %o an abolition from %s: %s', (procedure, from, code) => {
  expect(checkAbolition(procedure, { date: '2019-06-03', from }, '2019-06-03')?.code).toBe(code);
});

test.each([
  ['2019-06-03', undefined],
  ['2019-05-28', undefined],
  ['2019-06-04', 'invalid:published-to-come'],
  ['2019-05-27', 'invalid:published-before-decision'],
])('what was decided on 28 May is said to be public since %s: %s', (published, code) => {
  expect(checkPublication({ published, decided: '2019-05-28' }, '2019-06-03')?.code).toBe(code);
});

test('a list of a decision brings a name and a limit; the other parts are missing', () => {
  const text = {
    name: 'Chuyển trường',
    field: { code: null, name: 'Giáo dục trung học' },
    tier: 'department' as const,
    handling: 'one-stop' as const,
    steps: null,
    components: [],
    sets: 1,
    limits: [{ channel: null, case: null, budget: '3wd', text: '03 ngày làm việc' }],
    fees: [],
    subjects: [],
    results: [],
    conditions: null,
    legalBases: ['Luật Giáo dục'],
    onlineLevel: null,
    postal: { receive: false, return: false },
    nextDayAfter: null,
  };
  expect(missingParts(text)).toEqual(['steps', 'components', 'subjects', 'results']);
});
