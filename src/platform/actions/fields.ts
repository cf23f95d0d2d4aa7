import { z } from 'zod';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { UUID } from '../uuid.ts';

/** Words that somebody types; empty counts as missing. */
export const text = (maximum = 2000) => z.string('required').min(1, 'required').max(maximum, 'too-long');

/** Words that may be left out; empty becomes null. */
export const optionalText = (maximum = 2000) =>
  z
    .string()
    .max(maximum, 'too-long')
    .nullish()
    .transform((value) => value || null);

export const id = () => z.string('required').toLowerCase().regex(UUID, 'choose');

export const optionalId = () =>
  z
    .string()
    .toLowerCase()
    .regex(new RegExp(`^$|${UUID.source}`, UUID.flags), 'choose')
    .nullish()
    .transform((value) => value || null);

/** A day as people type it: 5/3/2019, 05-03-2019, "mùng 5 tháng 3", 2019-03-05. One without a year is of the office's. */
export const civilDay = () => z.string('required').min(1, 'required').transform(readDay);

export const optionalDay = () =>
  z
    .string()
    .nullish()
    .transform((typed, context) => (typed ? readDay(typed, context) : null));

function readDay(typed: string, context: z.RefinementCtx): CivilDate {
  // A leap year, so that 29 February is a day.
  const read = readCivilDate(typed) ?? readCivilDate(typed, 2000)?.replace(/^2000-/, YEARLESS);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'date' });
  return z.NEVER;
}

/** Stands where a typed day has no year, until {@link inYear} gives it that of the office's clock. */
const YEARLESS = '\u0001year ';

/**
 * Gives each day of an input that was typed without a year the year of a day.
 * @param refused told the field of a day that this year does not have
 */
export function inYear<T>(input: T, today: CivilDate, refused: (field: string) => void, field = ''): T {
  const inner = (value: unknown, key: string): unknown =>
    inYear(value, today, refused, field === '' ? key : `${field}.${key}`);
  if (typeof input === 'string' && input.startsWith(YEARLESS)) {
    const dated = readCivilDate(`${today.slice(0, 4)}-${input.slice(YEARLESS.length)}`);
    if (dated === null) refused(field);
    return (dated ?? input) as T;
  }
  if (Array.isArray(input)) return input.map((value, index) => inner(value, String(index))) as T;
  if (typeof input === 'object' && input !== null && Object.getPrototypeOf(input) === Object.prototype)
    return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, inner(value, key)])) as T;
  return input;
}

/** One of a few codes. */
export const oneOf = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, 'choose');

/** A field that a form may send once, several times or not at all. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

/** A ticked box. */
export const ticked = () =>
  z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean());

export const whole = (minimum: number, maximum: number) =>
  z.coerce.number('number').int('number').min(minimum, 'out-of-range').max(maximum, 'out-of-range');
