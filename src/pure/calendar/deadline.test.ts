import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Budget,
  type CountingRules,
  Deadlines,
  fromDayNumber,
  isWorkingDay,
  OfficeHours,
  type OfficeHoursVersion,
  officialCalendar,
  officialDeadlines,
  readBudget,
  toDayNumber,
} from './index.ts';

const ORDINARY: OfficeHoursVersion = {
  from: '2019-01-01',
  legalBasis: 'Quyết định thử nghiệm',
  seasons: [
    {
      from: '01-01',
      hours: Object.fromEntries(
        ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
          day,
          ['08:00-12:00', '13:00-17:00'],
        ]),
      ),
    },
  ],
};
const budget = (text: string) => readBudget(text) as Budget;
const due = (start: string, text: string, deadlines = officialDeadlines) =>
  deadlines.add(start, budget(text));

describe.each([
  {
    rule: 'a budget of working days ends when the office closes on its last day',
    cases: [
      ['over Tết 2019', '2019-01-30T14:00', '3wd', '2019-02-11T17:00'],
      ['inside Tết', '2019-02-05T09:00', '1wd', '2019-02-11T17:00'],
      ['over the swapped Monday and two holidays', '2019-04-26T16:59', '1wd', '2019-05-02T17:00'],
      ['onto a Saturday worked for a swap', '2019-05-03T08:00', '1wd', '2019-05-04T17:00'],
      ['over the swapped Friday 2/1/2026', '2025-12-31T10:00', '1wd', '2026-01-05T17:00'],
      ['onto the working Saturday 10/1/2026', '2026-01-09T10:00', '1wd', '2026-01-10T17:00'],
      ['received on a Saturday', '2019-06-01T09:30', '2wd', '2019-06-04T17:00'],
      ['at any hour of the day alike', '2019-06-03T23:59', '2wd', '2019-06-05T17:00'],
    ],
  },
  {
    rule: 'a budget of working hours ends at the minute',
    cases: [
      ['within a morning', '2019-06-03T08:15', '2wh', '2019-06-03T10:15'],
      ['over lunch', '2019-06-03T11:30', '2wh', '2019-06-03T14:30'],
      ['exactly at noon', '2019-06-03T10:00', '2wh', '2019-06-03T12:00'],
      ['exactly at closing time', '2019-06-03T08:00', '8wh', '2019-06-03T17:00'],
      ['from a Friday afternoon', '2019-06-07T16:00', '2wh', '2019-06-10T09:00'],
      ['begun at lunch', '2019-06-03T12:20', '1wh', '2019-06-03T14:00'],
      ['begun after closing time', '2019-06-03T18:00', '4wh', '2019-06-04T12:00'],
      ['begun on a day off', '2019-06-01T09:00', '1wh', '2019-06-03T09:00'],
      ['over Tết', '2019-02-01T15:30', '12wh', '2019-02-12T10:30'],
      ['over a working Saturday', '2019-05-03T16:00', '9wh', '2019-05-04T17:00'],
    ],
  },
  {
    rule: 'calendar days and months that end on a day off wait for the next working day',
    cases: [
      ['a Sunday and its compensation', '2019-04-04T10:00', '10d', '2019-04-16T17:00'],
      ['a working day', '2019-06-03T10:00', '30d', '2019-07-03T17:00'],
      ['inside Tết', '2019-01-05T10:00', '30d', '2019-02-11T17:00'],
      ['a month without that day', '2019-01-31T10:00', '1mo', '2019-02-28T17:00'],
      ['29 February, a Saturday', '2019-11-30T10:00', '3mo', '2020-03-02T17:00'],
      ['over a year', '2019-12-15T10:00', '2mo', '2020-02-17T17:00'],
    ],
  },
])('$rule', ({ cases }) => {
  test.each(cases as [string, string, string, string][])('%s: %s + %s', (_, start, text, expected) => {
    expect(due(start, text)).toBe(expected);
  });
});

test('a rule set counts otherwise: the day of the event, and ends that stay where they fall', () => {
  const rules: CountingRules = { startDay: 'same', endOnDayOff: 'stay' };
  const other = new Deadlines(officialCalendar, new OfficeHours([ORDINARY]), rules);
  expect(due('2019-06-03T10:00', '1wd', other)).toBe('2019-06-03T17:00');
  expect(due('2019-06-03T10:00', '3wd', other)).toBe('2019-06-05T17:00');
  expect(due('2019-04-05T10:00', '10d', other)).toBe('2019-04-14T17:00');
  expect(due('2019-03-01T10:00', '1mo', other)).toBe('2019-03-31T17:00');
});

test('hours change with the season, year after year, and with a new version', () => {
  const morning = (hours: string) => ({
    monday: [hours],
    tuesday: [hours],
    wednesday: [hours],
    thursday: [hours],
    friday: [hours],
  });
  const seasonal = new Deadlines(
    officialCalendar,
    new OfficeHours([
      {
        from: '2019-01-01',
        legalBasis: 'Quyết định thử nghiệm',
        seasons: [
          { from: '04-16', hours: morning('07:00-11:00') },
          { from: '10-16', hours: morning('07:30-11:30') },
        ],
      },
      {
        from: '2021-01-01',
        legalBasis: 'Quyết định thử nghiệm',
        seasons: [{ from: '01-01', hours: morning('08:00-12:00') }],
      },
    ]),
  );
  expect(due('2019-03-11T05:00', '1wh', seasonal)).toBe('2019-03-11T08:30');
  expect(due('2019-06-03T05:00', '1wh', seasonal)).toBe('2019-06-03T08:00');
  expect(due('2020-12-30T05:00', '1wh', seasonal)).toBe('2020-12-30T08:30');
  expect(due('2021-03-10T05:00', '1wh', seasonal)).toBe('2021-03-10T09:00');
  expect(due('2019-10-15T10:00', '1wd', seasonal)).toBe('2019-10-16T11:30');
});

test.each([
  ['hours that overlap', { monday: ['08:00-12:00', '11:00-17:00'] }],
  ['hours that end before they begin', { monday: ['12:00-08:00'] }],
  ['words', { monday: ['cả ngày'] }],
  ['a season without hours', {}],
])('%s are refused', (_, hours) => {
  expect(() => new OfficeHours([{ ...ORDINARY, seasons: [{ from: '01-01', hours }] }])).toThrow(RangeError);
});

test.each(['', '3', 'wd', '-1wd', '0wd', '3 wd', '1.5wh', '99999d', '3WD'])('%s is no budget', (text) => {
  expect(readBudget(text)).toBeNull();
});

test.each(['2019-06-31T08:00', '2019-06-03', '2019-06-03 08:00', '2019-06-03T24:00', ''])(
  '%s is no moment',
  (start) => {
    expect(() => due(start, '1wd')).toThrow(RangeError);
  },
);

test('nobody knows what lies beyond the known years', () => {
  expect(due('2027-12-31T08:00', '1wd')).toBeNull();
  expect(due('2027-12-31T16:00', '2wh')).toBeNull();
  expect(due('2018-11-01T08:00', '1wd')).toBeNull();
  expect(due('2018-12-20T08:00', '30d')).toBeNull();
  expect(due('2027-12-01T08:00', '60d')).toBeNull();
  expect(officialDeadlines.remaining('2019-06-03T08:00', '2031-06-03T08:00')).toBeNull();
});

test.each([
  ['2019-06-03T08:00', '2019-06-05T11:00', { late: false, days: 2, hours: 3, minutes: 0 }],
  ['2019-06-07T16:30', '2019-06-10T08:15', { late: false, days: 0, hours: 0, minutes: 45 }],
  ['2019-06-05T17:00', '2019-06-05T17:00', { late: false, days: 0, hours: 0, minutes: 0 }],
  ['2019-06-06T12:00', '2019-06-05T17:00', { late: true, days: 0, hours: 4, minutes: 0 }],
  ['2019-06-08T12:00', '2019-06-07T17:00', { late: true, days: 0, hours: 0, minutes: 0 }],
])('at %s, what is left until %s', (now, end, left) => {
  expect(officialDeadlines.remaining(now, end)).toEqual(left);
});

test('an explanation names each day, counted or skipped and why', () => {
  expect(officialDeadlines.explain('2019-01-30T14:00', budget('3wd'))).toEqual({
    due: '2019-02-11T17:00',
    days: [
      { date: '2019-01-31', counted: true, reason: null },
      { date: '2019-02-01', counted: true, reason: null },
      { date: '2019-02-02', counted: false, reason: 'Thứ Bảy' },
      { date: '2019-02-03', counted: false, reason: 'Chủ nhật' },
      ...['04', '05', '06', '07', '08'].map((day) => ({
        date: `2019-02-${day}`,
        counted: false,
        reason: 'Tết Nguyên đán',
      })),
      { date: '2019-02-09', counted: false, reason: 'Thứ Bảy' },
      { date: '2019-02-10', counted: false, reason: 'Chủ nhật' },
      { date: '2019-02-11', counted: true, reason: null },
    ],
  });
  const calendarDays = officialDeadlines.explain('2019-04-12T09:00', budget('2d'));
  expect(calendarDays?.days.map(({ date, counted, reason }) => [date.slice(8), counted, reason])).toEqual([
    ['13', true, null],
    ['14', true, null],
    ['15', false, 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['16', false, null],
  ]);
  expect(officialDeadlines.explain('2019-06-03T16:00', budget('2wh'))?.days.map(({ date }) => date)).toEqual([
    '2019-06-03',
    '2019-06-04',
  ]);
});

const START = toDayNumber('2019-01-02');
const moments = fc
  .tuple(fc.integer({ min: 0, max: 365 * 8 }), fc.integer({ min: 0, max: 1439 }))
  .map(
    ([day, minute]) =>
      `${fromDayNumber(START + day)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const units = fc.constantFrom('wd', 'wh', 'd', 'mo' as const);

/** What an office clerk would do with a watch: minute by minute. */
function byTheWatch(start: string, { amount, unit }: Budget): string {
  const isOpen = (minute: number) => (minute >= 480 && minute < 720) || (minute >= 780 && minute < 1020);
  let day = toDayNumber(start.slice(0, 10));
  let minute = Number(start.slice(11, 13)) * 60 + Number(start.slice(14));
  if (unit === 'wd') {
    for (let left = amount; left > 0; ) if (isWorkingDay(fromDayNumber(++day))) left -= 1;
    return `${fromDayNumber(day)}T17:00`;
  }
  for (let left = amount * 60; left > 0; ) {
    if (isWorkingDay(fromDayNumber(day)) && isOpen(minute)) left -= 1;
    minute += 1;
    if (minute === 1440) [day, minute] = [day + 1, 0];
  }
  return `${fromDayNumber(day)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

describe('whatever the moment and the budget', () => {
  test('due times agree with a watch', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('wd', 'wh' as const),
        fc.integer({ min: 1, max: 40 }),
        (start, unit, amount) => {
          const asked = { amount, unit } as Budget;
          expect(officialDeadlines.add(start, asked)).toBe(byTheWatch(start, asked));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('more budget, or a later start, is never due earlier', () => {
    fc.assert(
      fc.property(moments, moments, units, fc.integer({ min: 0, max: 60 }), (one, other, unit, amount) => {
        const [start, later] = [one, other].sort() as [string, string];
        const first = officialDeadlines.add(start, { amount, unit } as Budget);
        const more = officialDeadlines.add(start, { amount: amount + 1, unit } as Budget);
        const second = officialDeadlines.add(later, { amount, unit } as Budget);
        if (first !== null && more !== null) expect(more >= first).toBe(true);
        if (first !== null && second !== null) expect(second >= first).toBe(true);
      }),
    );
  });

  test('two budgets of working time one after the other are their sum, and what lies between undoes adding', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('wd', 'wh' as const),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (start, unit, a, b) => {
          const half = officialDeadlines.add(start, { amount: a, unit } as Budget);
          const whole = officialDeadlines.add(start, { amount: a + b, unit } as Budget);
          if (half === null || whole === null) return;
          expect(officialDeadlines.add(half, { amount: b, unit } as Budget)).toBe(whole);
          const between = officialDeadlines.between(start, whole);
          expect(unit === 'wd' ? between?.workingDays : between?.officeMinutes).toBe(
            unit === 'wd' ? a + b : (a + b) * 60,
          );
        },
      ),
    );
  });

  test('an explanation counts as many working days as the budget has, and ends with the due day', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const explained = officialDeadlines.explain(start, { amount, unit: 'wd' });
        if (explained === null) return;
        expect(explained.days.filter(({ counted }) => counted)).toHaveLength(amount);
        expect(explained.days.at(-1)?.date).toBe(explained.due.slice(0, 10));
      }),
    );
  });
});
