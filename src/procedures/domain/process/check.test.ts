import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../../platform/policy/policy.ts';
import {
  anything,
  back,
  EIGHT_HOURS,
  faultless,
  on,
  refusal,
  result,
  stepOf,
  usualSteps,
} from '../../process-testing.ts';
import { checkProcess, type ProcessRemarkCode } from './check.ts';
import { longestWay, type ProcessRules } from './limits.ts';
import { stepsInOrder } from './paths.ts';
import { END, type ProcessStep, STEP_ROLES } from './process.ts';

const codes = (steps: ProcessStep[], limits: string[] = ['10wd'], rules: ProcessRules = EIGHT_HOURS) =>
  checkProcess({ steps }, limits, rules).map(({ code, step }) => (step === null ? code : `${code} ${step}`));
const changed = (key: string, change: Partial<ProcessStep>) =>
  usualSteps().map((step) => (step.key === key ? { ...step, ...change } : step));

test('the roles of steps are roles of the installation', () => {
  for (const role of STEP_ROLES) expect(ROLES).toContain(role);
});

test('a usual process within its limit has no remarks', () => {
  expect(codes(usualSteps())).toEqual([]);
  expect(codes(usualSteps(), ['80wh'])).toEqual([]);
});

test.each<[string, ProcessStep[], string[]]>([
  ['nothing at all', [], ['no-steps']],
  ['nobody to do a step', changed('s3', { assignee: null }), ['missing-assignee s3']],
  ['a step without name', changed('s3', { name: '  ' }), ['missing-name s3']],
  ['a step without limit', changed('s5', { limit: null }), ['undefined-limit s5']],
  ['a limit that is none', changed('s5', { limit: 'sớm' }), ['undefined-limit s5']],
  [
    'a branch to a step that is not there',
    changed('s6', { next: [on('s7'), on('s9')] }),
    ['unknown-step s6'],
  ],
  [
    'a step twice',
    [...usualSteps(), stepOf('s7', [result], { kind: 'return-result' })],
    ['duplicate-key s7'],
  ],
  ['a step that nothing leads to', [...usualSteps(), stepOf('s8', [on('s7')])], ['unreachable-step s8']],
  [
    'a step that leads nowhere',
    changed('s4', { next: [on('s5'), on('s8')] }).concat(stepOf('s8', [])),
    ['branch-without-result s8'],
  ],
  [
    'an end that nobody is told of',
    changed('s4', { next: [on('s5'), { to: END, when: 'Khác', kind: 'forward' }] }),
    ['branch-without-result s4'],
  ],
  [
    'a loop without a way out',
    changed('s4', { next: [on('s5'), on('s8')] }).concat(
      stepOf('s8', [on('s9')], { limit: '1wh' }),
      stepOf('s9', [back('s8')], { limit: '1wh' }),
    ),
    ['endless-loop s8'],
  ],
  ['a return that leads on', changed('s2', { next: [on('s3'), back('s5')] }), ['return-not-back s2']],
  ['a return to itself', changed('s2', { next: [on('s3'), back('s2')] }), ['return-not-back s2']],
  ['a return that is not marked', changed('s4', { next: [on('s5'), on('s3')] }), ['unmarked-return s3']],
  ['only refusals', changed('s7', { next: [refusal] }), ['no-result']],
  ['no desk at its beginning', usualSteps().slice(1), ['begins-without-desk s2']],
  [
    'no desk at its end',
    changed('s7', { kind: 'handle', limit: '0wh' }),
    ['undefined-limit s7', 'ends-without-desk s7'],
  ],
])('%s is remarked', (_, steps, expected) => {
  expect(codes(steps)).toEqual(expected);
});

describe('the legal limit', () => {
  test.each<[string, string[], ProcessRules, string[]]>([
    ['above', ['79wh'], EIGHT_HOURS, ['above-limit']],
    ['above, in working days', ['9wd'], EIGHT_HOURS, ['above-limit']],
    ['above one of two cases', ['3wd', '10wd'], EIGHT_HOURS, ['above-one-limit']],
    ['none', [], EIGHT_HOURS, ['no-legal-limit']],
    ['in calendar days', ['30d'], EIGHT_HOURS, ['incomparable-limit']],
    [
      'in days that the rules do not compare',
      ['10wd'],
      { ...EIGHT_HOURS, hoursOfWorkingDay: null },
      ['incomparable-limit'],
    ],
  ])('%s: %s', (_, limits, rules, expected) => {
    expect(codes(usualSteps(), limits, rules)).toEqual(expected);
  });

  test('what cannot be added is left out, and above without it is above all the more', () => {
    const mixed = changed('s5', { limit: '3d' });
    expect(codes(mixed, ['9wd'])).toEqual(['incomparable-limit']);
    expect(codes(mixed, ['5wd'])).toEqual(['above-limit', 'incomparable-limit']);
  });

  test('the longest way counts, not the sum of all steps', () => {
    const steps = [
      stepOf('a', [on('b'), on('c', 'Đơn giản')], { kind: 'receive', limit: '1wd' }),
      stepOf('b', [on('d')], { limit: '5wd' }),
      stepOf('c', [on('d')], { limit: '2wd' }),
      stepOf('d', [result], { kind: 'return-result', limit: '1wd' }),
    ];
    expect(longestWay({ steps }, 'wd', EIGHT_HOURS)).toMatchObject({ sum: 7, steps: ['a', 'b', 'd'] });
    expect(codes(steps, ['7wd'])).toEqual([]);
  });
});

describe('properties', () => {
  const errors = (steps: ProcessStep[], limits: string[]) =>
    checkProcess({ steps }, limits, EIGHT_HOURS).filter(({ severity }) => severity === 'error');

  test('whatever the steps, the check ends, and each of its remarks names a step that is there', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom([], ['3wd'], ['10d'], ['9999wh']), (steps, limits) => {
        for (const { step, steps: others = [] } of checkProcess({ steps }, limits, EIGHT_HOURS))
          for (const key of step === null ? others : [step, ...others])
            expect(steps.some((one) => one.key === key)).toBe(true);
        expect(new Set(stepsInOrder({ steps }))).toEqual(new Set(steps));
      }),
    );
  });

  test('a process with assignees, limits and a way on passes at its own sum, and fails one hour below', () => {
    fc.assert(
      fc.property(faultless, (steps) => {
        const sum = longestWay({ steps }, 'wh', EIGHT_HOURS)?.sum ?? 0;
        expect(errors(steps, [`${sum}wh`])).toEqual([]);
        expect(errors(steps, [`${sum - 1}wh`]).map(({ code }) => code)).toEqual(['above-limit']);
      }),
    );
  });

  test('the longest way is as long as the longest of all ways', () => {
    const slow = (steps: ProcessStep[], step: ProcessStep | undefined): number =>
      step === undefined
        ? 0
        : Number.parseInt(step.limit ?? '0', 10) +
          Math.max(
            0,
            ...step.next
              .filter(({ kind }) => kind === 'forward')
              .map(({ to }) =>
                slow(
                  steps,
                  steps.find(({ key }) => key === to),
                ),
              ),
          );
    fc.assert(
      fc.property(faultless, (steps) => {
        expect(longestWay({ steps }, 'wh', EIGHT_HOURS)?.sum).toBe(slow(steps, steps[0]));
      }),
      { numRuns: 60 },
    );
  });

  test('each step stands behind those that lead on to it', () => {
    fc.assert(
      fc.property(faultless, (steps) => {
        const order = stepsInOrder({ steps: [...steps.slice(0, 1), ...steps.slice(1).reverse()] });
        order.forEach((step, at) => {
          for (const { to, kind } of step.next)
            if (kind === 'forward') expect(order.findIndex(({ key }) => key === to)).toBeGreaterThan(at);
        });
      }),
    );
  });

  const faults: [ProcessRemarkCode, (steps: ProcessStep[], at: number) => void][] = [
    ['missing-assignee', (steps, at) => Object.assign(steps[at] ?? {}, { assignee: null })],
    ['missing-name', (steps, at) => Object.assign(steps[at] ?? {}, { name: '' })],
    ['undefined-limit', (steps, at) => Object.assign(steps[at] ?? {}, { limit: null, kind: 'handle' })],
    ['unknown-step', (steps, at) => steps[at]?.next.push(on('không có'))],
    ['branch-without-result', (steps, at) => steps[at]?.next.push({ to: END, when: 'x', kind: 'forward' })],
    ['duplicate-key', (steps, at) => steps.push(stepOf(steps[at]?.key ?? '', [result]))],
    ['unreachable-step', (steps) => steps.push(stepOf('mới', [result]))],
    [
      'endless-loop',
      (steps, at) => {
        steps[at]?.next.push(on('x'));
        steps.push(stepOf('x', [on('y')]), stepOf('y', [back('x')]));
      },
    ],
    ['return-not-back', (steps, at) => steps[at]?.next.push(back(steps[at]?.key ?? ''))],
  ];
  test.each(faults)('a planted %s is found, wherever it stands', (code, plant) => {
    fc.assert(
      fc.property(faultless, fc.nat(), (steps, place) => {
        plant(steps, place % steps.length);
        expect(errors(steps, ['9999wh']).map((remark) => remark.code)).toContain(code);
      }),
    );
  });
});
