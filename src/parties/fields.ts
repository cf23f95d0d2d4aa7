import { z } from 'zod';
import { EMAIL } from '../people/index.ts';
import { oneOf, optionalDay, optionalId } from '../platform/actions/fields.ts';
import { FACTS, FACTS_OF, PARTY_KINDS, type PartyInput } from './domain/facts.ts';
import { cleanLine, LONGEST_NAME, nameFault } from './domain/name.ts';
import { normaliseTelephone } from './domain/numbers.ts';
import { validateIdentityNumber, validateTaxCode } from './rules.ts';

const line = (longest: number) =>
  z
    .string()
    .nullish()
    .transform((typed) => cleanLine(typed ?? ''))
    .pipe(z.string().max(longest, 'too-long'));

const optionalLine = (longest: number) => line(longest).transform((typed) => typed || null);

/** A line that is read into a kept form, or refused. */
const read = (code: string, reading: (typed: string) => string | null) =>
  optionalLine(60).transform((typed, context) => {
    if (typed === null) return null;
    const kept = reading(typed);
    if (kept !== null) return kept;
    context.addIssue({ code: 'custom', message: code });
    return z.NEVER;
  });

const shape = {
  party: optionalId(),
  agencyOf: optionalId(),
  kind: oneOf(PARTY_KINDS),
  name: line(LONGEST_NAME),
  identityNumber: read('identity-number', (typed) => {
    const result = validateIdentityNumber(typed);
    return result.readable ? result.number : null;
  }),
  dateOfBirth: optionalDay(),
  taxCode: read('tax-code', (typed) => {
    const result = validateTaxCode(typed);
    return result.readable ? result.number : null;
  }),
  decisionNumber: optionalLine(100),
  telephone: read('telephone', normaliseTelephone),
  email: optionalLine(200)
    .transform((typed) => typed?.toLowerCase() ?? null)
    .refine((typed) => typed === null || EMAIL.test(typed), 'email'),
  address: optionalLine(500),
  representativeName: optionalLine(LONGEST_NAME),
  representativePosition: optionalLine(200),
};

/** The fields of a party in the input of an action; give it a name of its own: `owner: partyFields()`. */
export const partyFields = () => z.object(shape).superRefine(checkParty);

/** The fields of a party that may be left out: all of them empty is null. */
export const optionalPartyFields = () =>
  z
    .object(shape)
    .nullish()
    .transform((input) => (input && (input.party !== null || hasFacts(input)) ? input : null))
    .superRefine((input, context) => {
      if (input !== null) checkParty(input, context);
    });

function hasFacts(input: PartyInput): boolean {
  return input.agencyOf !== null || FACTS.some((fact) => (input[fact] ?? '') !== '');
}

function checkParty(input: PartyInput, context: z.RefinementCtx): void {
  const wrong = (field: keyof PartyInput, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] });
  // An agency of the house brings its name.
  const fault = input.name === '' && input.agencyOf !== null ? null : nameFault(input.name);
  if (fault !== null) wrong('name', fault);
  if (input.representativeName !== null && nameFault(input.representativeName) !== null)
    wrong('representativeName', 'party-name');
  if (input.kind === 'individual' && input.agencyOf !== null) wrong('kind', 'party-agency');
  const other = input.kind === 'individual' ? 'organisation' : 'individual';
  for (const fact of FACTS_OF[other]) if (input[fact] !== null) wrong(fact, `party-of-${other}`);
}
