import { z } from 'zod';
import { oneOf, optionalId, optionalText } from '../../platform/actions/fields.ts';
import { BUDGET_UNITS } from '../../pure/calendar/index.ts';
import { END_CHOICES, readRowChange, type StepRow } from '../domain/process/edit.ts';
import { STEP_KINDS, STEP_ROLES, type StepAssignee } from '../domain/process/process.ts';

/** More steps than any office has. */
const MOST_STEPS = 60;
const MOST_BRANCHES = 12;

const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value);

const branch = z.object({
  /** Key of a row, or one of the ends; a branch that leads nowhere is none. */
  to: z.string().regex(new RegExp(`^$|^s\\d{1,6}$|^(${END_CHOICES.join('|')})$`), 'choose'),
  when: optionalText(300),
});

const row = z
  .object({
    key: z
      .string()
      .regex(/^(s\d{1,6})?$/, 'choose')
      .default(''),
    name: z.string().max(300, 'too-long').default(''),
    kind: oneOf(STEP_KINDS),
    /** "agency" where another agency does it. */
    role: z.preprocess(emptyToNull, oneOf([...STEP_ROLES, 'agency']).nullable()),
    unit: optionalId(),
    agency: optionalText(300),
    who: optionalText(1000),
    work: optionalText(5000),
    amount: z.preprocess(
      emptyToNull,
      z.coerce.number('number').int('number').min(1, 'out-of-range').max(9999, 'out-of-range').nullable(),
    ),
    unitOfTime: oneOf(BUDGET_UNITS).default('wh'),
    next: z.array(branch).max(MOST_BRANCHES, 'too-many').default([]),
  })
  .superRefine(({ role, agency }, context) => {
    if (role === 'agency' && agency === null)
      context.addIssue({ code: 'custom', message: 'required', path: ['agency'] });
  });

/** The fields of a draft. */
export const processFields = {
  isoCode: optionalText(60),
  version: z.string('required').min(1, 'required').max(30, 'too-long'),
  steps: z.array(row).max(MOST_STEPS, 'too-many'),
  /** What the pressed button does to the rows: "add:2". */
  change: z
    .string()
    .nullish()
    .transform((typed, context) => {
      if (!typed) return null;
      const read = readRowChange(typed);
      if (read === null) context.addIssue({ code: 'custom', message: 'choose' });
      return read;
    }),
};
const read = z.object(processFields);

/** The rows of an input as the domain edits them. */
export function rowsOf(steps: z.output<typeof read>['steps']): StepRow[] {
  return steps.map(({ role, unit, agency, amount, unitOfTime, next, ...step }) => ({
    ...step,
    assignee: assigneeOf(role, unit, agency),
    limit: amount === null ? null : `${amount}${unitOfTime}`,
    next: next.filter(({ to }) => to !== ''),
  }));
}

type Row = z.output<typeof read>['steps'][number];

function assigneeOf(role: Row['role'], unitId: string | null, agency: string | null): StepAssignee | null {
  if (role === null) return null;
  return role === 'agency' ? { kind: 'agency', name: agency ?? '' } : { kind: 'role', role, unitId };
}
