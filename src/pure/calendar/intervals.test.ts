import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Budget,
  changesUnder,
  Deadlines,
  fromDayNumber,
  handOverBy,
  type Interval,
  isWorkingDay,
  NOT_COUNTED,
  OfficeHours,
  officialCalendar,
  officialDays,
  officialDeadlines,
  officialOfficeHours,
  readBudget,
  startFor,
  toDayNumber,
  WorkingCalendar,
} from './index.ts';

const budget = (text: string) => readBudget(text) as Budget;
const interval = (from: string, to: string): Interval => ({ from, to });

describe.each([
  {
    policy: 'subtract' as const,
    rule: 'an interval is given back in the unit of the budget',
    cases: [
      // Regulation vector: an interval of four working days.
      [
        'four working days',
        '2019-06-03T09:00',
        '10wd',
        [['2019-06-10T10:00', '2019-06-14T10:00']],
        '2019-06-21T17:00',
      ],
      [
        'within one day',
        '2019-06-03T09:00',
        '10wd',
        [['2019-06-10T10:00', '2019-06-10T16:00']],
        '2019-06-17T17:00',
      ],
      ['over Tết', '2019-01-28T09:00', '3wd', [['2019-01-30T10:00', '2019-02-11T10:00']], '2019-02-12T17:00'],
      [
        'begun on the last day',
        '2019-06-03T09:00',
        '3wd',
        [['2019-06-06T10:00', '2019-06-10T10:00']],
        '2019-06-10T17:00',
      ],
      [
        'ended on a day off',
        '2019-06-03T09:00',
        '4wd',
        [['2019-06-07T10:00', '2019-06-08T09:00']],
        '2019-06-10T17:00',
      ],
      [
        'ended after hours',
        '2019-06-03T09:00',
        '4wd',
        [['2019-06-07T10:00', '2019-06-10T19:00']],
        '2019-06-11T17:00',
      ],
      [
        'begun when all is over',
        '2019-06-03T09:00',
        '3wd',
        [['2019-06-06T17:00', '2019-06-10T10:00']],
        '2019-06-06T17:00',
      ],
      [
        'before the start',
        '2019-06-03T09:00',
        '3wd',
        [['2019-05-20T10:00', '2019-05-30T10:00']],
        '2019-06-06T17:00',
      ],
      [
        'two of them',
        '2019-06-03T09:00',
        '5wd',
        [
          ['2019-06-04T10:00', '2019-06-05T10:00'],
          ['2019-06-11T08:00', '2019-06-13T08:00'],
        ],
        '2019-06-13T17:00',
      ],
      [
        'two that overlap',
        '2019-06-03T09:00',
        '5wd',
        [
          ['2019-06-04T10:00', '2019-06-06T10:00'],
          ['2019-06-05T10:00', '2019-06-07T10:00'],
        ],
        '2019-06-13T17:00',
      ],
      [
        'office minutes',
        '2019-06-03T08:00',
        '8wh',
        [['2019-06-03T11:30', '2019-06-03T13:30']],
        '2019-06-04T09:00',
      ],
      ['a night', '2019-06-03T08:00', '10wh', [['2019-06-03T18:00', '2019-06-04T07:00']], '2019-06-04T10:00'],
      [
        'calendar days',
        '2019-06-03T08:00',
        '10d',
        [['2019-06-05T10:00', '2019-06-08T10:00']],
        '2019-06-17T17:00',
      ],
      [
        'calendar days while the office is waited for',
        '2019-06-03T08:00',
        '6d',
        [['2019-06-10T10:00', '2019-06-12T10:00']],
        '2019-06-12T17:00',
      ],
      ['months', '2019-06-03T08:00', '1mo', [['2019-06-05T10:00', '2019-06-10T10:00']], '2019-07-08T17:00'],
    ],
  },
  {
    policy: 'restart' as const,
    rule: 'the whole budget begins anew',
    cases: [
      [
        'four working days',
        '2019-06-03T09:00',
        '10wd',
        [['2019-06-10T10:00', '2019-06-14T10:00']],
        '2019-06-28T17:00',
      ],
      ['hours', '2019-06-03T08:00', '8wh', [['2019-06-03T11:30', '2019-06-03T13:30']], '2019-06-04T13:30'],
      [
        'begun when all is over',
        '2019-06-03T09:00',
        '3wd',
        [['2019-06-06T17:00', '2019-06-10T10:00']],
        '2019-06-06T17:00',
      ],
    ],
  },
])('$policy: $rule', ({ policy, cases }) => {
  test.each(cases as [string, string, string, [string, string][], string][])(
    '%s: %s + %s',
    (_, start, text, given, due) => {
      const intervals = given.map(([from, to]) => interval(from, to));
      expect(officialDeadlines.dueWith(start, budget(text), intervals, policy)).toBe(due);
      expect(officialDeadlines.explainWith(start, budget(text), intervals, policy)?.due).toBe(due);
    },
  );
});

test('an interval that ends before it begins is refused, and beyond the known years nobody knows', () => {
  const backwards = [interval('2019-06-10T10:00', '2019-06-04T10:00')];
  expect(() => officialDeadlines.dueWith('2019-06-03T09:00', budget('9wd'), backwards)).toThrow(RangeError);
  for (const text of ['9wd', '9wh', '9d', '1mo'])
    expect(
      officialDeadlines.dueWith('2027-12-20T09:00', budget(text), [
        interval('2027-12-20T10:00', '2028-01-10T10:00'),
      ]),
    ).toBeNull();
});

test('an explanation tells the days of an interval from days off, and what was lost when the budget began anew', () => {
  const days = (text: string, intervals: Interval[], policy: 'subtract' | 'restart' = 'subtract') =>
    officialDeadlines
      .explainWith('2019-06-06T09:00', budget(text), intervals, policy)
      ?.days.map(({ date, counted, reason }) => `${date.slice(8)} ${counted ? 'counted' : reason}`);
  const supplement = [interval('2019-06-07T10:00', '2019-06-11T10:00')];
  expect(days('2wd', supplement)).toEqual([
    '07 counted',
    '08 Thứ Bảy',
    '09 Chủ nhật',
    `10 ${NOT_COUNTED.interval}`,
    '11 interval',
    '12 counted',
  ]);
  expect(days('2d', supplement)).toEqual([
    '07 counted',
    '08 interval',
    '09 interval',
    '10 interval',
    '11 interval',
    '12 counted',
  ]);
  expect(days('16wh', supplement)).toEqual([
    '06 counted',
    '07 counted',
    '08 Thứ Bảy',
    '09 Chủ nhật',
    '10 interval',
    '11 counted',
    '12 counted',
  ]);
  expect(days('1wd', supplement, 'restart')).toEqual([
    '07 restart',
    '08 Thứ Bảy',
    '09 Chủ nhật',
    '10 restart',
    '11 restart',
    '12 counted',
  ]);
});

const START = toDayNumber('2019-01-02');
const two = (part: number) => String(part).padStart(2, '0');
const written = (day: number, minute: number) =>
  `${fromDayNumber(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const moments = fc
  .tuple(fc.integer({ min: 0, max: 365 * 7 }), fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => written(START + day, minute));
const units = fc.constantFrom('wd', 'wh', 'd', 'mo' as const);
const policies = fc.constantFrom('subtract', 'restart' as const);
/** Moments from the start on, in the next weeks, in pairs. */
const offsets = fc.array(fc.tuple(fc.nat(30_000), fc.nat(12_000)), { maxLength: 3 });
const later = (moment: string, minutes: number) => {
  const total =
    toDayNumber(moment.slice(0, 10)) * 1440 +
    Number(moment.slice(11, 13)) * 60 +
    Number(moment.slice(14)) +
    minutes;
  return written(Math.floor(total / 1440), total % 1440);
};
const intervalsOf = (start: string, pairs: [number, number][]) =>
  pairs.map(([from, length]) => interval(later(start, from), later(start, from + length)));

/** What an office clerk would do with a watch and the list of intervals: minute by minute, or day by day. */
function byTheWatch(start: string, { amount, unit }: Budget, intervals: readonly Interval[]): string {
  const isStopped = (moment: string) => intervals.some(({ from, to }) => from <= moment && moment < to);
  if (unit === 'wh') {
    let moment = start;
    for (let left = amount * 60; left > 0; moment = later(moment, 1)) {
      const minute = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14));
      const isOpen = (minute >= 480 && minute < 720) || (minute >= 780 && minute < 1020);
      if (isOpen && isWorkingDay(moment.slice(0, 10)) === true && !isStopped(moment)) left -= 1;
    }
    return moment;
  }
  let counted = 0;
  for (let day = toDayNumber(start.slice(0, 10)) + 1; ; day++) {
    const date = fromDayNumber(day);
    // The day on which an interval begins still counts, the one on which it ends does not.
    const isInside = intervals.some(
      ({ from, to }) =>
        (from < start ? start : from).slice(0, 10) < date && date <= to.slice(0, 10) && to > start,
    );
    const works = isWorkingDay(date) === true;
    if ((unit === 'd' || works) && !isInside) counted += 1;
    const closing = `${date}T17:00`;
    const runsOver = intervals.some(({ from, to }) => from < closing && closing < to);
    if (counted >= amount && works && !runsOver) return closing;
  }
}

describe('whatever the intervals', () => {
  test('due times agree with a watch', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('wd', 'wh', 'd' as const),
        fc.integer({ min: 1, max: 25 }),
        offsets,
        (start, unit, amount, pairs) => {
          const asked = { amount, unit } as Budget;
          const intervals = intervalsOf(start, pairs);
          expect(officialDeadlines.dueWith(start, asked, intervals)).toBe(
            byTheWatch(start, asked, intervals),
          );
        },
      ),
      { numRuns: 600 },
    );
  });

  test('none of them is adding, and what is of no length changes nothing', () => {
    fc.assert(
      fc.property(
        moments,
        units,
        fc.integer({ min: 1, max: 30 }),
        policies,
        fc.nat(20_000),
        (start, unit, amount, policy, at) => {
          const asked = { amount, unit } as Budget;
          const due = officialDeadlines.add(start, asked);
          expect(officialDeadlines.dueWith(start, asked, [], policy)).toBe(due);
          expect(officialDeadlines.dueWith(start, asked, intervalsOf(start, [[at, 0]]), policy)).toBe(due);
        },
      ),
    );
  });

  test('a longer one, or one more, is never due earlier', () => {
    fc.assert(
      fc.property(
        moments,
        units,
        fc.integer({ min: 1, max: 20 }),
        policies,
        offsets,
        fc.nat(5_000),
        (start, unit, amount, policy, pairs, more) => {
          const asked = { amount, unit } as Budget;
          const due = officialDeadlines.dueWith(start, asked, intervalsOf(start, pairs), policy);
          const longer = pairs.map(([from, length], at): [number, number] => [
            from,
            at === 0 ? length + more : length,
          ]);
          const due2 = officialDeadlines.dueWith(start, asked, intervalsOf(start, longer), policy);
          const fewer = officialDeadlines.dueWith(start, asked, intervalsOf(start, pairs.slice(1)), policy);
          if (due === null || due2 === null || fewer === null) return;
          expect(due2 >= due).toBe(true);
          expect(due >= fewer).toBe(true);
        },
      ),
    );
  });

  test('one in two parts is the same as whole, in whatever order', () => {
    fc.assert(
      fc.property(
        moments,
        units,
        fc.integer({ min: 1, max: 20 }),
        policies,
        fc.nat(20_000),
        fc.nat(9_000),
        fc.nat(9_000),
        (start, unit, amount, policy, at, a, b) => {
          const asked = { amount, unit } as Budget;
          const whole = officialDeadlines.dueWith(start, asked, intervalsOf(start, [[at, a + b]]), policy);
          const parts = intervalsOf(start, [
            [at + a, b],
            [at, a],
          ]);
          expect(officialDeadlines.dueWith(start, asked, parts, policy)).toBe(whole);
        },
      ),
    );
  });

  test('no budget ends while one runs, and an explanation counts as many days as the budget has', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('wd', 'd' as const),
        fc.integer({ min: 1, max: 20 }),
        offsets,
        (start, unit, amount, pairs) => {
          const intervals = intervalsOf(start, pairs);
          const explained = officialDeadlines.explainWith(start, { amount, unit }, intervals);
          if (explained === null) return;
          const { due, days } = explained;
          expect(intervals.some(({ from, to }) => from < due && due < to)).toBe(false);
          expect(days.filter(({ counted }) => counted)).toHaveLength(amount);
          expect(days.at(-1)?.date).toBe(due.slice(0, 10));
        },
      ),
    );
  });
});

test.each([
  ['in the morning', '2019-06-03T09:00', '2019-06-03T17:00'],
  ['at three', '2019-06-03T15:00', '2019-06-03T17:00'],
  ['after three', '2019-06-03T15:01', '2019-06-04T08:00'],
  ['after three on a Friday', '2019-06-07T16:00', '2019-06-10T08:00'],
  ['on a Saturday', '2019-06-08T09:00', '2019-06-10T08:00'],
  ['on a working Saturday', '2019-05-04T09:00', '2019-05-04T17:00'],
  ['before Tết', '2019-02-01T15:30', '2019-02-11T08:00'],
])('what is accepted %s is handed over by %s', (_, accepted, by) => {
  expect(handOverBy(officialDeadlines, accepted, '15:00')).toBe(by);
});

test('only where its own law says so does a procedure begin on the next working day', () => {
  const start = (accepted: string, after: string | null) => startFor(officialDeadlines, accepted, after);
  expect(start('2019-06-07T16:00', null)).toBe('2019-06-07T16:00');
  expect(start('2019-06-07T14:59', '15:00')).toBe('2019-06-07T14:59');
  expect(start('2019-06-07T16:00', '15:00')).toBe('2019-06-10T08:00');
  expect(start('2027-12-31T16:00', '15:00')).toBeNull();
  expect(handOverBy(officialDeadlines, '2027-12-31T16:00', '15:00')).toBeNull();
});

test('another calendar changes what was appointed by the one in force, and says which days do it', () => {
  const withSwap = new Deadlines(
    new WorkingCalendar(
      [
        ...officialDays,
        { date: '2026-08-31', kind: 'off-holiday', name: 'Nghỉ thử nghiệm', legalBasis: '' },
      ].filter(
        (day, at, all) => all.findLastIndex((other) => other.date === day.date) === at,
      ) as typeof officialDays,
    ),
    new OfficeHours(officialOfficeHours),
  );
  const without = new Deadlines(
    new WorkingCalendar(officialDays.filter(({ date }) => !['2026-08-31', '2026-08-22'].includes(date))),
    new OfficeHours(officialOfficeHours),
  );
  const thing = (start: string, text: string, due: string) => ({
    start,
    budget: budget(text),
    intervals: [],
    policy: 'subtract' as const,
    due,
  });
  const things = [
    thing('2026-08-27T10:00', '2wd', '2026-08-31T17:00'),
    thing('2026-08-24T10:00', '2wd', '2026-08-26T17:00'),
    // Set by a person: a day later than the calendar says.
    thing('2026-08-27T10:00', '2wd', '2026-09-03T17:00'),
  ];
  expect(changesUnder(without, withSwap, things)).toEqual([
    { thing: things[0], due: '2026-09-03T17:00', days: [{ date: '2026-08-31', counted: false }] },
  ]);
  expect(changesUnder(without, without, things)).toEqual([]);
  expect(officialCalendar.isWorkingDay('2026-08-31')).toBe(false);
});
