import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TIMES_SHOWN_FROM, withinDays } from './quantiles.ts';

const of = (...days: number[]) => days.map((one) => ({ days: one, count: 1 }));

test.each([
  [of(1, 2, 3, 4, 5), 0.5, 3],
  [of(1, 2, 3, 4, 5), 0.9, 5],
  [of(5, 1, 1, 1, 1, 1, 1, 1, 1, 1), 0.9, 1],
  [
    [
      { days: 2, count: 90 },
      { days: 30, count: 10 },
    ],
    0.9,
    2,
  ],
  [
    [
      { days: 2, count: 89 },
      { days: 30, count: 11 },
    ],
    0.9,
    30,
  ],
  [of(1, 2, 3, 4), 0.5, null],
  [[], 0.5, null],
])('%j: a share of %d is done within %s days', (times, share, expected) => {
  expect(withinDays(times, share, 5)).toBe(expected);
});

test('at least the share lies within, and less than it within one day fewer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ days: fc.nat(60), count: fc.integer({ min: 1, max: 9 }) }), { minLength: 1 }),
      fc.constantFrom(0.5, 0.9),
      (times, share) => {
        const days = withinDays(times, share, 1) ?? Number.NaN;
        const all = times.reduce((sum, { count }) => sum + count, 0);
        const within = (most: number) =>
          times.filter((one) => one.days <= most).reduce((sum, { count }) => sum + count, 0);
        expect(within(days)).toBeGreaterThanOrEqual(share * all);
        expect(within(days - 1)).toBeLessThan(share * all);
      },
    ),
  );
});

test('few dossiers have no time of their own', () => {
  expect(TIMES_SHOWN_FROM).toBeGreaterThan(1);
  expect(withinDays([{ days: 3, count: TIMES_SHOWN_FROM - 1 }], 0.5)).toBeNull();
  expect(withinDays([{ days: 3, count: TIMES_SHOWN_FROM }], 0.5)).toBe(3);
});
