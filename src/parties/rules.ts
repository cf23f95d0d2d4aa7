import { z } from 'zod';
import vn from '../../rules/parties/vn.json' with { type: 'json' };
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import {
  type NumberParameters,
  validateIdentityNumber as readIdentity,
  validateTaxCode as readTax,
} from './domain/numbers.ts';

const schema = z.object({
  identityNumber: z.object({
    firstPlace: z.number(),
    lastPlace: z.number(),
    centuries: z.record(z.string(), z.number()),
  }),
  taxCode: z.object({ weights: z.array(z.number()).length(9), modulus: z.number(), minuend: z.number() }),
});

const numberRules: NumberParameters = schema.parse(vn);

/** Reads an identity number by the rules of the country, with what is doubtful beside a date of birth. */
export const validateIdentityNumber = (typed: string, dateOfBirth: CivilDate | null = null) =>
  readIdentity(typed, numberRules, dateOfBirth);

/** Reads a tax code by the rules of the country. */
export const validateTaxCode = (typed: string) => readTax(typed, numberRules);
