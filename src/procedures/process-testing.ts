import fc from 'fast-check';
import type { ProcessRules } from './domain/process/limits.ts';
import { type Branch, END, type ProcessStep } from './domain/process/process.ts';

export const EIGHT_HOURS: ProcessRules = { hoursOfWorkingDay: 8, legalBasis: '', provisional: false };

/** A step that lacks nothing, for tests. */
export function stepOf(key: string, next: readonly Branch[], more: Partial<ProcessStep> = {}): ProcessStep {
  return {
    key,
    name: `Việc ${key}`,
    kind: 'handle',
    assignee: { kind: 'role', role: 'officer', unitId: null },
    who: null,
    work: null,
    limit: '8wh',
    next: [...next],
    ...more,
  };
}

export const on = (to: string, when: string | null = null): Branch => ({ to, when, kind: 'forward' });
export const back = (to: string, when = 'Chưa đạt'): Branch => ({ to, when, kind: 'return' });
export const result: Branch = { to: END, when: null, kind: 'result' };
export const refusal: Branch = { to: END, when: 'Từ chối', kind: 'refusal' };

/** The usual process of a desk: 2 + 4 + 58 + 6 + 8 + 2 = 80 working hours. */
export function usualSteps(): ProcessStep[] {
  return [
    stepOf('s1', [on('s2'), refusal], { name: 'Tiếp nhận hồ sơ', kind: 'receive', limit: '2wh' }),
    stepOf('s2', [on('s3')], { name: 'Phân công', kind: 'assign', limit: '4wh' }),
    stepOf('s3', [on('s4')], { name: 'Thẩm định', limit: '58wh' }),
    stepOf('s4', [on('s5'), back('s3')], { name: 'Xem xét', kind: 'check', limit: '6wh' }),
    stepOf('s5', [on('s6'), back('s4')], { name: 'Ký', kind: 'sign', limit: '8wh' }),
    stepOf('s6', [on('s7')], { name: 'Vào số', kind: 'register', limit: '2wh' }),
    stepOf('s7', [result], { name: 'Trả kết quả', kind: 'return-result', limit: null }),
  ];
}

/** Any process without a fault: a chain with branches over later steps, returns to earlier ones, and refusals. */
export const faultless: fc.Arbitrary<ProcessStep[]> = fc
  .integer({ min: 2, max: 15 })
  .chain((count) =>
    fc.array(
      fc.record({
        skip: fc.nat({ max: 20 }),
        turn: fc.nat({ max: 20 }),
        hours: fc.integer({ min: 1, max: 99 }),
        refuses: fc.boolean(),
      }),
      { minLength: count, maxLength: count },
    ),
  )
  .map((parts) =>
    parts.map(({ skip, turn, hours, refuses }, index) => {
      const last = index === parts.length - 1;
      const next: Branch[] = last ? [result] : [on(`s${index + 1}`)];
      if (index + skip < parts.length && skip > 1) next.push(on(`s${index + skip}`, 'Trường hợp khác'));
      if (turn > 0 && turn <= index) next.push(back(`s${index - turn}`));
      if (refuses) next.push(refusal);
      const kind = index === 0 ? 'receive' : last ? 'return-result' : 'handle';
      return stepOf(`s${index}`, next, { kind, limit: `${hours}wh` });
    }),
  );

/** Any steps at all: keys that stand twice, branches to nowhere, loops of every kind. */
export const anything: fc.Arbitrary<ProcessStep[]> = fc.array(
  fc
    .record({
      key: fc.constantFrom('s0', 's1', 's2', 's3', 's4', END),
      next: fc.array(
        fc.record({
          to: fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's9', END),
          when: fc.constantFrom(null, 'Trường hợp khác'),
          kind: fc.constantFrom('forward' as const, 'return' as const, 'result' as const, 'refusal' as const),
        }),
        { maxLength: 4 },
      ),
      limit: fc.constantFrom(null, '3wh', '2wd', '10d', '1mo', 'không rõ'),
      named: fc.boolean(),
    })
    .map(({ key, next, limit, named }) =>
      stepOf(key, next, { limit, ...(named ? {} : { name: '', assignee: null }) }),
    ),
  { maxLength: 10 },
);
