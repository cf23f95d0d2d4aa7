import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  officialCalendar as calendar,
  dayOffReason,
  explain,
  fromDayNumber,
  isWorkingDay,
  nextWorkingDay,
  officialDays,
  remaining,
  toDayNumber,
  WorkingCalendar,
  weekdayName,
  workingDaysBetween,
} from './index.ts';

test.each([
  ['over Tết 2019', '2019-01-30', 3, '2019-02-11'],
  ['over the swapped Monday and two holidays', '2019-04-26', 1, '2019-05-02'],
  ['onto a Saturday worked for a swap', '2019-05-03', 1, '2019-05-04'],
  ['past a working Saturday', '2019-05-03', 2, '2019-05-06'],
  ['over the swapped Friday 2/1/2026', '2025-12-31', 1, '2026-01-05'],
  ['onto the working Saturday 10/1/2026', '2026-01-09', 1, '2026-01-10'],
  ['over Hùng Kings on a Sunday and its compensation', '2019-04-12', 1, '2019-04-16'],
  ['of nothing', '2019-02-05', 0, '2019-02-05'],
])('a budget of working days %s: %s + %i', (_, from, n, due) => {
  expect(addWorkingDays(from, n, calendar)).toBe(due);
});

test.each([
  ['2019-04-14', '2019-04-16'],
  ['2019-02-05', '2019-02-11'],
  ['2019-02-11', '2019-02-11'],
  ['2019-05-04', '2019-05-04'],
])('a limit in calendar days that ends on %s ends on %s', (end, moved) => {
  expect(nextWorkingDay(end, calendar)).toBe(moved);
});

test.each([
  ['2018-12-31', 'Nghỉ hoán đổi, làm bù ngày 05/01/2019'],
  ['2019-02-03', 'Chủ nhật'],
  ['2019-02-05', 'Tết Nguyên đán'],
  ['2019-04-15', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ['2019-06-01', 'Thứ Bảy'],
  ['2019-06-03', null],
  ['2019-05-04', null],
  ['2018-12-30', null],
])('the reason for a day off on %s is %s', (date, reason) => {
  expect(dayOffReason(date)).toBe(reason);
});

test('a day of a year without a notice is neither a working day nor a day off', () => {
  expect(isWorkingDay('2018-12-28')).toBeNull();
  expect(isWorkingDay('2028-01-03')).toBeNull();
  expect(addWorkingDays('2027-12-31', 1, calendar)).toBeNull();
  expect(addWorkingDays('2018-12-28', 1, calendar)).toBeNull();
  expect(nextWorkingDay('2028-01-03', calendar)).toBeNull();
  expect(workingDaysBetween('2018-06-01', '2019-06-01', calendar)).toBeNull();
  expect(remaining('2019-06-03', '2030-01-01', calendar)).toBeNull();
  expect(explain('2027-12-30', '2028-01-01', calendar).at(-1)?.counted).toBe(false);
});

test.each([
  ['2019-06-03', '2019-06-05', { late: false, workingDays: 2 }],
  ['2019-06-03', '2019-06-03', { late: false, workingDays: 0 }],
  ['2019-06-01', '2019-05-31', { late: true, workingDays: 0 }],
  ['2019-06-04', '2019-05-31', { late: true, workingDays: 2 }],
])('on %s, what is left until %s', (today, due, left) => {
  expect(remaining(today, due, calendar)).toEqual(left);
});

test('an explanation gives each day with its reason, and counts what add counted', () => {
  expect(explain('2019-04-26', '2019-05-04', calendar)).toEqual([
    { date: '2019-04-27', counted: false, reason: 'Thứ Bảy' },
    { date: '2019-04-28', counted: false, reason: 'Chủ nhật' },
    { date: '2019-04-29', counted: false, reason: 'Nghỉ hoán đổi, làm bù ngày 04/05/2019' },
    { date: '2019-04-30', counted: false, reason: 'Ngày Chiến thắng 30/4' },
    { date: '2019-05-01', counted: false, reason: 'Ngày Quốc tế lao động 1/5' },
    { date: '2019-05-02', counted: true, reason: null },
    { date: '2019-05-03', counted: true, reason: null },
    { date: '2019-05-04', counted: true, reason: 'Làm bù cho ngày 29/04/2019' },
  ]);
});

describe('the data', () => {
  test('each year has the days off that its Labour Code grants', () => {
    const granted = (year: number) =>
      officialDays.filter((day) => day.date.startsWith(String(year)) && day.kind === 'off-holiday').length;
    // 10 days until 2020 (Code of 2012), 11 since 2021, and Vietnam Culture Day from 2026 on, provisionally.
    expect([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].map(granted)).toEqual([
      10, 10, 11, 11, 11, 11, 11, 12, 12,
    ]);
  });

  test('a swap moves a weekday to a Saturday, and a compensation falls on a weekday', () => {
    const names = (kind: string) =>
      new Set(officialDays.filter((day) => day.kind === kind).map((day) => weekdayName(day.date)));
    expect(names('working-swap')).toEqual(new Set(['Thứ Bảy']));
    for (const kind of ['off-swap', 'off-compensation'])
      for (const weekend of ['Thứ Bảy', 'Chủ nhật']) expect(names(kind)).not.toContain(weekend);
    const swaps = (kind: string) => officialDays.filter((day) => day.kind === kind).length;
    expect(swaps('off-swap')).toBe(swaps('working-swap'));
  });

  test('each holiday on a weekend has its compensation', () => {
    const weekend = (date: string) => ['Thứ Bảy', 'Chủ nhật'].includes(weekdayName(date));
    for (let year = 2021; year <= 2025; year++) {
      const of = (kind: string) =>
        officialDays.filter((day) => day.date.startsWith(String(year)) && day.kind === kind);
      expect(of('off-compensation')).toHaveLength(
        of('off-holiday').filter((day) => weekend(day.date)).length,
      );
    }
  });

  test('every day of 2027 is provisional', () => {
    expect(officialDays.filter((day) => day.date >= '2027' && !day.provisional)).toEqual([]);
  });

  test('rows that contradict each other or leave a year out are refused', () => {
    const newYear = (year: number) => ({
      date: `${year}-01-01`,
      kind: 'off-holiday' as const,
      name: 'Tết Dương lịch',
      legalBasis: '',
    });
    expect(() => new WorkingCalendar([])).toThrow(RangeError);
    expect(() => new WorkingCalendar([newYear(2019), newYear(2019)])).toThrow('twice');
    expect(() => new WorkingCalendar([newYear(2019), newYear(2021)])).toThrow('lacks a year');
  });
});

describe('properties', () => {
  const first = toDayNumber('2019-01-01');
  const last = toDayNumber('2026-12-31');
  const day = fc.integer({ min: first, max: last }).map(fromDayNumber);
  const budget = fc.integer({ min: 1, max: 100 });
  const add = (date: string, n: number) => addWorkingDays(date, n, calendar) ?? 'beyond the known years';

  /** Day by day, from the rows and the weekday's name alone. */
  function slowAdd(date: string, n: number): string {
    let current = toDayNumber(date);
    for (let left = n; left > 0; ) {
      current += 1;
      const official = officialDays.find((row) => row.date === fromDayNumber(current));
      const weekend = ['Thứ Bảy', 'Chủ nhật'].includes(weekdayName(fromDayNumber(current)));
      if (official ? official.kind === 'working-swap' : !weekend) left -= 1;
    }
    return fromDayNumber(current);
  }

  test('agrees with counting day by day', () => {
    fc.assert(fc.property(day, budget, (from, n) => add(from, n) === slowAdd(from, n)));
  });
  test('is monotone: a later start or a larger budget never ends earlier', () => {
    fc.assert(
      fc.property(day, day, budget, budget, (a, b, n, m) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(add(earlier, n) <= add(later, n)).toBe(true);
        expect(add(a, Math.min(n, m)) <= add(a, Math.max(n, m))).toBe(true);
      }),
    );
  });
  test('is additive', () => {
    fc.assert(fc.property(day, budget, budget, (from, n, m) => add(add(from, n), m) === add(from, n + m)));
  });
  test('between undoes add, and turns its sign with its direction', () => {
    fc.assert(
      fc.property(day, budget, (from, n) => {
        expect(workingDaysBetween(from, add(from, n), calendar)).toBe(n);
        expect(workingDaysBetween(add(from, n), from, calendar)).toBe(-n);
      }),
    );
  });
  test('ends on a working day, and the explanation counts as many days as the budget', () => {
    fc.assert(
      fc.property(day, budget, (from, n) => {
        expect(isWorkingDay(add(from, n))).toBe(true);
        expect(explain(from, add(from, n), calendar).filter((one) => one.counted)).toHaveLength(n);
      }),
    );
  });
  test('day numbers and dates are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (n) => toDayNumber(fromDayNumber(n)) === n),
    );
    expect(() => toDayNumber('ngày 5')).toThrow(RangeError);
    expect(weekdayName('2019-06-03')).toBe('Thứ Hai');
    expect(weekdayName('1969-12-31')).toBe('Thứ Tư');
  });
});

test('days have the numbers that a computer gives them, over four centuries', () => {
  for (let day = toDayNumber('1800-01-01'); day <= toDayNumber('2200-12-31'); day++)
    if (fromDayNumber(day) !== new Date(day * 86_400_000).toISOString().slice(0, 10))
      throw new Error(`day ${day} is not ${fromDayNumber(day)}`);
});
