import { z } from 'zod';
import { many, oneOf, optionalId, optionalText, text, ticked } from '../../platform/actions/fields.ts';
import { BUDGET_UNITS } from '../../pure/calendar/index.ts';
import { limitWords } from '../domain/limit-words.ts';
import { CHANNELS, HANDLING_KINDS, ONLINE_LEVELS, type ProcedureText, TIERS } from '../domain/procedure.ts';

/** The most rows of a kind that one procedure has; the longest real ones have some forty components. */
const MOST_ROWS = 100;

const optionalOneOf = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), oneOf(codes).nullable());

/** A whole number that may be left out. */
const optionalWhole = (minimum: number, maximum: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value.replace(/[.\s]/g, '') === ''
          ? null
          : value.replace(/[.\s]/g, '')
        : (value ?? null),
    z.coerce
      .number('number')
      .int('number')
      .min(minimum, 'out-of-range')
      .max(maximum, 'out-of-range')
      .nullable(),
  );

const rows = <T extends z.ZodType>(row: T) => z.array(row).max(MOST_ROWS, 'too-many').default([]);

const lines = (maximum: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/\r?\n/u) : value),
    z
      .array(z.string().trim().max(maximum, 'too-long'))
      .max(MOST_ROWS, 'too-many')
      .default([])
      .transform((all) => all.filter((line) => line !== '')),
  );

const component = z.object({
  key: z
    .string()
    .regex(/^(c\d{1,4})?$/)
    .default(''),
  name: optionalText(2000),
  form: optionalText(300),
  originals: optionalWhole(0, 99),
  copies: optionalWhole(0, 99),
  required: ticked(),
  case: optionalText(300),
});

const limit = z.object({
  channel: optionalOneOf(CHANNELS),
  case: optionalText(300),
  amount: optionalWhole(1, 9999),
  unit: oneOf(BUDGET_UNITS).default('wd'),
  text: optionalText(1000),
});

const fee = z.object({
  channel: optionalOneOf(CHANNELS),
  name: optionalText(300),
  amount: optionalWhole(0, 1_000_000_000_000),
  text: optionalText(1000),
});

/** The fields of a procedure as a form or a program sends them; rows that are left empty are none. */
export const procedureFields = {
  code: optionalText(60),
  ownerUnit: optionalId(),
  name: text(1000),
  field: text(200),
  fieldCode: optionalText(60),
  tier: oneOf(TIERS),
  handling: oneOf(HANDLING_KINDS).default('one-stop'),
  steps: optionalText(20_000),
  components: rows(component),
  sets: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number('number').int('number').min(1, 'out-of-range').max(20, 'out-of-range').default(1),
  ),
  limits: rows(limit),
  fees: rows(fee),
  subjects: lines(300),
  results: lines(500),
  conditions: optionalText(20_000),
  legalBases: lines(1000),
  onlineLevel: optionalOneOf(ONLINE_LEVELS),
  postal: many(oneOf(['receive', 'return'])),
  nextDayAfter: z
    .string()
    .regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, 'time-of-day')
    .nullish()
    .transform((value) => (value ? value.padStart(5, '0') : null)),
};
const fieldsRead = z.object(procedureFields);
export type ProcedureInput = z.output<typeof fieldsRead>;

/** Complains of rows that say something and lack what they are about: what was typed shall not be dropped silently. */
export function checkRows(
  { components, limits }: Pick<ProcedureInput, 'components' | 'limits'>,
  context: z.RefinementCtx,
): void {
  const missing = (...path: (string | number)[]) =>
    context.addIssue({ code: 'custom', message: 'required', path });
  for (const [index, { name, form, originals, copies, case: of }] of components.entries())
    if (name === null && [form, originals, copies, of].some((part) => part !== null))
      missing('components', index, 'name');
  for (const [index, { amount, text: said, channel, case: of }] of limits.entries())
    if (amount === null && said === null && (channel !== null || of !== null))
      missing('limits', index, 'amount');
}

/** The words of a version as they were entered; components keep their keys, new ones get the next. */
export function textOf(input: ProcedureInput): ProcedureText {
  const named = input.components.filter((row) => row.name !== null);
  const taken = new Set<string>();
  let next = Math.max(0, ...named.map(({ key }) => Number(key.slice(1)) || 0));
  const keyOf = (key: string): string => {
    if (key !== '' && !taken.has(key)) {
      taken.add(key);
      return key;
    }
    next += 1;
    return keyOf(`c${next}`);
  };
  return {
    name: input.name,
    field: { code: input.fieldCode, name: input.field },
    tier: input.tier,
    handling: input.handling,
    steps: input.steps,
    components: named.map((row) => ({
      key: keyOf(row.key),
      name: row.name ?? '',
      form: row.form,
      originals: row.originals ?? 0,
      copies: row.copies ?? 0,
      required: row.required,
      case: row.case,
    })),
    sets: input.sets,
    limits: input.limits
      .filter((row) => row.amount !== null || row.text !== null)
      .map(({ channel, case: when, amount, unit, text: said }) => ({
        channel,
        case: when,
        budget: amount === null ? null : `${amount}${unit}`,
        text: said ?? limitWords(`${amount}${unit}`),
      })),
    fees: input.fees
      .filter((row) => row.name !== null || row.amount !== null || row.text !== null)
      .map(({ channel, name, amount, text: said }) => ({
        channel,
        name: name ?? '',
        amount,
        text: said ?? '',
      })),
    subjects: input.subjects,
    results: input.results,
    conditions: input.conditions,
    legalBases: input.legalBases,
    onlineLevel: input.onlineLevel,
    postal: { receive: input.postal.includes('receive'), return: input.postal.includes('return') },
    nextDayAfter: input.nextDayAfter,
  };
}
