import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/day-number.ts';
import { VERDICTS, verdictOn, verdictsOn } from './verdict.ts';

const on = (today: string, soonUntil = today) => ({ today, soonUntil });

test.each([
  // Task 16: the cell says Quý I, the requirement says January.
  ['2019-03-31', '2019-01-31', '2019-02-20', '2019-06-03', 'on_time', 'done_late'],
  ['2019-03-31', '2019-01-31', '2019-01-31', '2019-06-03', 'on_time', 'on_time'],
  ['2019-03-31', '2019-01-31', null, '2019-02-01', 'ahead', 'late'],
  ['2019-03-31', '2019-01-31', null, '2019-04-01', 'late', 'late'],
  ['2019-03-31', '2019-01-31', '2019-04-01', '2019-06-03', 'done_late', 'done_late'],
] as const)(
  'window to %s, requirement to %s, evidence of %s, on %s: %s by the window, %s by the requirement',
  (end, requirementEnd, evidenceDate, today, byWindow, byRequirement) => {
    expect(verdictsOn({ end, requirementEnd, evidenceDate }, on(today))).toEqual({ byWindow, byRequirement });
  },
);

test.each([
  // Task 66: three days, and "Trước 10/11", of which the day before is the last on time.
  ['2019-04-05', '2019-04-05', 'on_time'],
  ['2019-04-05', '2019-04-06', 'done_late'],
  ['2019-07-05', null, 'due_soon'],
  ['2019-10-05', null, 'ahead'],
  ['2019-11-09', '2019-11-09', 'on_time'],
  ['2019-11-09', '2019-11-10', 'done_late'],
  [null, '2019-11-10', 'undated'],
  [null, null, 'undated'],
] as const)('last day %s, evidence of %s: %s', (end, evidenceDate, verdict) => {
  expect(verdictOn(end, evidenceDate, on('2019-06-28', '2019-07-09'))).toBe(verdict);
});

test('the last day itself is not late', () => {
  expect(verdictOn('2019-06-03', null, on('2019-06-03'))).toBe('due_soon');
  expect(verdictOn('2019-06-03', null, on('2019-06-04'))).toBe('late');
});

const day = fc.integer({ min: toDayNumber('2018-12-01'), max: toDayNumber('2020-02-01') });

test('later evidence is never judged better, and a day that has gone by never makes up for lateness', () => {
  const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict);
  const openRank = { ahead: 0, due_soon: 1, late: 2 } as Record<string, number>;
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 0, max: 30 }), (end, a, b, soon) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      const today = on(fromDayNumber(late), fromDayNumber(late + soon));
      const earlier = on(fromDayNumber(early), fromDayNumber(early + soon));
      const due = fromDayNumber(end);
      const done = [early, late].map((evidence) => rank(verdictOn(due, fromDayNumber(evidence), today)));
      const open = [earlier, today].map((now) => openRank[verdictOn(due, null, now)] ?? -1);
      return (done[0] ?? 0) <= (done[1] ?? 0) && (open[0] ?? 0) <= (open[1] ?? 0);
    }),
  );
});
