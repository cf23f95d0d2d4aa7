import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingDays,
  type CivilDate,
  fromDayNumber,
  officialCalendar,
  toDayNumber,
} from '../../pure/calendar/index.ts';
import { REACH_WORKING_DAYS, reminderDay } from './reminder.ts';

const on = (lastDay: CivilDate, today: CivilDate) => reminderDay(lastDay, today, officialCalendar);

/** Every day on which a reminder is due, looking each day from one to the other. */
function daysOf(lastDay: CivilDate, from: CivilDate, until: CivilDate): CivilDate[] {
  const days = new Set<CivilDate>();
  for (let day = toDayNumber(from); day <= toDayNumber(until); day++) {
    const due = on(lastDay, fromDayNumber(day));
    if (due !== null) days.add(due);
  }
  return [...days];
}

test.each<[string, CivilDate, CivilDate, CivilDate[]]>([
  [
    'an ordinary Friday',
    '2019-06-14',
    '2019-06-30',
    ['2019-06-05', '2019-06-11', '2019-06-13', '2019-06-14', '2019-06-21', '2019-06-28'],
  ],
  [
    'a Sunday: the last reminder before it is on the Friday',
    '2019-06-16',
    '2019-06-16',
    ['2019-06-06', '2019-06-12', '2019-06-14', '2019-06-16'],
  ],
  [
    // Tết 2019: nobody works from Saturday, 2 February to Sunday, 10 February.
    'the Sunday that ends Tết 2019, before which one must act in January',
    '2019-02-10',
    '2019-02-24',
    ['2019-01-24', '2019-01-30', '2019-02-01', '2019-02-10', '2019-02-18'],
  ],
  [
    'the day before Tết 2019: the first weekly reminder waits for the office to open again',
    '2019-02-01',
    '2019-02-15',
    ['2019-01-23', '2019-01-29', '2019-01-31', '2019-02-01', '2019-02-11', '2019-02-15'],
  ],
])('%s', (_, lastDay, until, expected) => {
  expect(daysOf(lastDay, '2019-01-02', until)).toEqual(expected);
});

test.each<[string, CivilDate, CivilDate | null]>([
  ['too early', '2019-06-04', null],
  ['on the first day', '2019-06-05', '2019-06-05'],
  ['the job did not run on the first day', '2019-06-06', '2019-06-05'],
  ['nor until the third: one reminder, not two', '2019-06-12', '2019-06-11'],
  ['the day was missed', '2019-06-17', '2019-06-14'],
  ['three weeks were missed', '2019-07-08', '2019-07-05'],
])('%s', (_, today, expected) => {
  expect(on('2019-06-14', today)).toBe(expected);
});

test('beyond the known years there is the day itself, and the weeks after it', () => {
  expect(on('2090-06-14', '2090-06-13')).toBeNull();
  expect(on('2090-06-14', '2090-06-14')).toBe('2090-06-14');
  expect(on('2090-06-14', '2090-06-22')).toBe('2090-06-21');
});

const day = fc.integer({ min: toDayNumber('2019-01-20'), max: toDayNumber('2019-11-30') }).map(fromDayNumber);

test('a reminder begins where a thing is due soon, is never of a day to come, and never goes back', () => {
  fc.assert(
    fc.property(day, day, (lastDay, today) => {
      const due = on(lastDay, today);
      const soonUntil = addWorkingDays(today, REACH_WORKING_DAYS, officialCalendar) ?? today;
      expect(due !== null).toBe(lastDay <= soonUntil);
      const tomorrow = on(lastDay, fromDayNumber(toDayNumber(today) + 1));
      if (due !== null) expect([due <= today, tomorrow !== null && tomorrow >= due]).toEqual([true, true]);
    }),
  );
});
