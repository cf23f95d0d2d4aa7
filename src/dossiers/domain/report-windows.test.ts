import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';
import { reportWindow, WINDOWS, windowBefore } from './report-windows.ts';

test.each([
  ['month', '2019-02-28', '2019-02-01', '2019-02-28'],
  ['month', '2020-02-01', '2020-02-01', '2020-02-29'],
  ['quarter', '2019-03-31', '2019-01-01', '2019-03-31'],
  ['quarter', '2019-12-31', '2019-10-01', '2019-12-31'],
  ['year', '2019-06-03', '2019-01-01', '2019-12-31'],
  ['month-15', '2019-01-14', '2018-12-15', '2019-01-14'],
  ['month-15', '2019-01-15', '2019-01-15', '2019-02-14'],
  ['quarter-15', '2019-03-14', '2018-12-15', '2019-03-14'],
  ['quarter-15', '2019-03-15', '2019-03-15', '2019-06-14'],
  // What was accepted on 14 December belongs to that year, what came the day after to the next.
  ['year-15', '2022-12-14', '2021-12-15', '2022-12-14'],
  ['year-15', '2022-12-15', '2022-12-15', '2023-12-14'],
] as const)('the %s of %s', (kind, day, from, to) => {
  expect(reportWindow(kind, day)).toEqual({ kind, from, to });
});

test('a window holds its day, and the one before it ends the day before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WINDOWS),
      fc.integer({ min: toDayNumber('2018-01-01'), max: toDayNumber('2027-12-31') }),
      (kind, number) => {
        const day = fromDayNumber(number);
        const window = reportWindow(kind, day);
        expect(window.from <= day && day <= window.to).toBe(true);
        expect(toDayNumber(windowBefore(window).to)).toBe(toDayNumber(window.from) - 1);
      },
    ),
  );
});
