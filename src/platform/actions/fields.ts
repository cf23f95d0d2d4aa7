import { z } from 'zod';
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

export const id = () => z.string('required').regex(UUID, 'choose');

export const optionalId = () =>
  z
    .union([z.literal(''), z.string().regex(UUID, 'choose')])
    .nullish()
    .transform((value) => value || null);

/** A day as people type it: 5/3/2019, 05-03-2019, "mùng 5 tháng 3 năm 2019", 2019-03-05. */
export const civilDay = () =>
  z
    .string('required')
    .min(1, 'required')
    .transform((typed, context) => {
      const read = readCivilDate(typed);
      if (read !== null) return read;
      context.addIssue({ code: 'custom', message: 'date' });
      return z.NEVER;
    });

export const optionalDay = () =>
  z
    .union([z.literal('').transform(() => null), civilDay()])
    .nullish()
    .transform((day) => day ?? null);

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
