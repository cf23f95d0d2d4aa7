import { expect, test } from 'vitest';
import { fromDayNumber, toDayNumber } from '../calendar/index.ts';
import { oneStopRuleSets, oneStopRulesOn } from './index.ts';

test.each([
  ['2018-01-01', 'nd61-2018'],
  ['2019-01-28', 'nd61-2018'],
  ['2021-12-05', 'nd61-2018'],
  ['2021-12-06', 'nd107-2021'],
  ['2025-06-30', 'nd107-2021'],
  ['2025-07-01', 'nd118-2025'],
  ['2026-11-25', 'nd118-2025'],
])('a dossier accepted on %s is under %s', (day, code) => {
  expect(oneStopRulesOn(day).code).toBe(code);
});

test('one rule set ends on the day before the next begins, and the last is open', () => {
  const ends = oneStopRuleSets.map(({ until }) => until);
  const before = oneStopRuleSets.slice(1).map(({ from }) => fromDayNumber(toDayNumber(from) - 1));
  expect(ends).toEqual([...before, null]);
});

test.each(oneStopRuleSets)('$code says where each rule stands', (rules) => {
  for (const [rule, { source }] of Object.entries(rules.sources)) {
    expect(source, rule).not.toBe('');
    expect(Object.keys(rules)).toContain(rule);
  }
  expect(rules.supplementsAllowed).toBeGreaterThan(0);
  expect(rules.uncollectedAfterDays).toBeGreaterThan(0);
});

test('what was not compared with the official text is marked, the Civil Code is not', () => {
  const { sources, supplementPolicy, answerOnlineWithin } = oneStopRulesOn('2019-01-28');
  expect(sources.counting.provisional).toBe(false);
  expect(sources.supplementPolicy.provisional).toBe(true);
  expect([supplementPolicy, answerOnlineWithin]).toEqual(['restart', null]);
  expect(oneStopRulesOn('2025-07-01')).toMatchObject({
    supplementPolicy: 'subtract',
    answerOnlineWithin: { amount: 8, unit: 'wh' },
    handOverAfter: '15:00',
  });
});
