import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparator } from './read-plan.ts';
import { targetState } from './target-state.ts';

const END = '2019-12-31';
const target = (comparator: Comparator, threshold: number, measureUnit = '%') => ({
  comparator,
  threshold,
  measureUnit,
});
const of = (numerator: number, denominator: number | null) => ({ numerator, denominator });

test.each([
  ['nothing measures it', null, target('>=', 95), '2019-06-03', 'uncountable'],
  ['a share of nothing', of(0, 0), target('>=', 95), '2019-06-03', 'uncountable'],
  ['a share by a plain count', of(7, null), target('>=', 95), '2019-06-03', 'uncountable'],
  ['reached in the year', of(95, 100), target('>=', 95), '2019-06-03', 'met'],
  ['just not more than', of(95, 100), target('>', 95), '2019-06-03', 'not_due'],
  ['not reached in the year', of(94, 100), target('>=', 95), '2019-06-03', 'not_due'],
  ['not reached on its last day', of(94, 100), target('>=', 95), END, 'not_due'],
  ['not reached when it ended', of(94, 100), target('>=', 95), '2020-01-01', 'not_met'],
  ['all of them', of(150, 150), target('=', 100), '2019-06-03', 'met'],
  ['all but one', of(149, 150), target('=', 100), '2020-01-01', 'not_met'],
  ['a fraction without a quotient', of(1, 1000), target('>=', 0.1), '2019-06-03', 'met'],
  ['times a year', of(2, null), target('=', 2, 'lần/năm'), '2019-06-03', 'met'],
  ['a limit kept so far', of(1, null), target('<=', 2, 'lần'), '2019-06-03', 'not_due'],
  ['a limit kept to the end', of(2, null), target('<=', 2, 'lần'), '2020-01-01', 'met'],
  ['a limit passed', of(3, null), target('<=', 2, 'lần'), '2019-06-03', 'not_met'],
  ['a share over its limit may still fall', of(3, 10), target('<=', 20), '2019-06-03', 'not_due'],
] as const)('%s', (_name, measured, wanted, today, state) => {
  expect(targetState(measured, wanted, END, today)).toBe(state);
});

test('a target without a year is never too late', () => {
  expect(targetState(of(1, 100), target('>=', 95), null, '2030-01-01')).toBe('not_due');
});

test('more of what is counted never makes a target that is to be reached worse', () => {
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.integer({ min: 51, max: 200 }),
      fc.integer({ min: 1, max: 100 }),
      (n, all, t) => {
        const state = (numerator: number) =>
          targetState(of(numerator, all), target('>=', t), END, '2019-06-03');
        if (state(n) === 'met') expect(state(n + 1)).toBe('met');
      },
    ),
  );
});
