import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { back, EIGHT_HOURS, faultless, refusal, usualSteps } from '../../process-testing.ts';
import { checkProcess } from './check.ts';
import { type RowChange, readRowChange, rowsOfSteps, stepsOfRows } from './edit.ts';
import type { ProcessStep } from './process.ts';

const edited = (steps: ProcessStep[], change: RowChange) => stepsOfRows(rowsOfSteps(steps), change);
const ways = (steps: readonly ProcessStep[]) =>
  steps.map(({ key, next }) => `${key} ${next.map(({ to, kind }) => `${kind[0]}:${to}`).join(' ')}`);

test('a change is read, or is none', () => {
  expect(['add:0', 'remove:2', 'up:1', 'down:12', 'up:', 'drop:1', ''].map(readRowChange)).toEqual([
    { do: 'add', after: 0 },
    { do: 'remove', at: 2 },
    { do: 'up', at: 1 },
    { do: 'down', at: 12 },
    null,
    null,
    null,
  ]);
});

test('rows stand for the steps from which they were made', () => {
  expect(stepsOfRows(rowsOfSteps(usualSteps()))).toEqual(usualSteps());
  fc.assert(
    fc.property(faultless, (steps) => {
      expect(stepsOfRows(rowsOfSteps(steps))).toEqual(steps);
    }),
  );
});

describe('the way through stays whole', () => {
  test('when a row comes', () => {
    expect(ways(edited(usualSteps(), { do: 'add', after: 2 })).slice(2, 5)).toEqual([
      's3 f:s8',
      's8 f:s4',
      's4 f:s5 r:s3',
    ]);
    expect(ways(edited(usualSteps(), { do: 'add', after: 6 })).slice(-2)).toEqual(['s7 f:s8', 's8 r:end']);
  });

  test('when a row goes, with what led to it', () => {
    expect(ways(edited(usualSteps(), { do: 'remove', at: 2 }))).toEqual([
      's1 f:s2 r:end',
      's2 f:s4',
      's4 f:s5',
      's5 f:s6 r:s4',
      's6 f:s7',
      's7 r:end',
    ]);
    expect(ways(edited(usualSteps(), { do: 'remove', at: 6 })).at(-1)).toBe('s6 r:end');
  });

  test('when a row moves', () => {
    expect(ways(edited(usualSteps(), { do: 'up', at: 6 })).slice(-3)).toEqual([
      's5 f:s7 r:s4',
      's7 f:s6',
      's6 r:end',
    ]);
    expect(ways(edited(usualSteps(), { do: 'down', at: 0 })).slice(0, 2)).toEqual([
      's2 f:s1',
      's1 f:s3 r:end',
    ]);
  });

  test('a branch that leads elsewhere keeps its place, and becomes a return where that now stands above', () => {
    const steps = usualSteps().map((step) =>
      step.key === 's2'
        ? { ...step, next: [...step.next, { to: 's4', when: 'Đơn giản', kind: 'forward' as const }] }
        : step,
    );
    expect(ways(edited(steps, { do: 'down', at: 1 })).slice(1, 3)).toEqual(['s3 f:s2', 's2 f:s4 f:s4']);
    const further = edited(edited(edited(steps, { do: 'down', at: 1 }), { do: 'down', at: 2 }), {
      do: 'down',
      at: 3,
    });
    expect(ways(further)[4]).toBe('s2 f:s6 r:s4');
  });

  test('past the first and last row nothing moves', () => {
    for (const change of [
      { do: 'up', at: 0 },
      { do: 'down', at: 6 },
      { do: 'remove', at: 7 },
    ] as const)
      expect(edited(usualSteps(), change)).toEqual(usualSteps());
  });
});

test('new rows get keys of their own, whatever the form sends', () => {
  const [first, second] = rowsOfSteps(usualSteps());
  const rows = [
    first,
    second,
    { ...second, key: '' },
    { ...second, key: 's2' },
    { ...second, key: '__proto__' },
  ] as (typeof first)[];
  const keys = stepsOfRows(rows.filter((row) => row !== undefined)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(5);
  for (const key of keys) expect(key).toMatch(/^s\d+$/);
});

test('whatever is done to the rows, each leads on, and no way is endless', () => {
  const change = fc.oneof(
    fc.record({ do: fc.constant('add' as const), after: fc.nat({ max: 8 }) }),
    fc.record({
      do: fc.constantFrom('remove' as const, 'up' as const, 'down' as const),
      at: fc.nat({ max: 8 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const steps = changes.reduce(edited, usualSteps());
      if (steps.length === 0) return;
      const codes = checkProcess({ steps }, [], EIGHT_HOURS).map(({ code }) => code);
      for (const code of [
        'endless-loop',
        'branch-without-result',
        'unknown-step',
        'duplicate-key',
        'unmarked-return',
        'unreachable-step',
      ] as const)
        expect(codes).not.toContain(code);
    }),
  );
});

test('ends are told apart', () => {
  const [row] = rowsOfSteps([{ ...(usualSteps()[0] as ProcessStep), next: [refusal, back('s1')] }]);
  expect(row?.next.map(({ to }) => to)).toEqual(['refusal', 's1']);
});
