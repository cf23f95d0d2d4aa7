import type { Language } from '../platform/i18n/language.ts';
import type { PartyFacts } from './domain/facts.ts';
import { type IdentityDoubt, maskNumber, type TaxDoubt } from './domain/numbers.ts';
import { validateIdentityNumber, validateTaxCode } from './rules.ts';
import { partyWords } from './words.ts';

/** A party's name; of one whose content was erased, that it was. */
export function partyName({ facts }: { facts: Pick<PartyFacts, 'name'> | null }, language: Language): string {
  return facts?.name ?? partyWords.in(language)('party.erased');
}

/** The number that tells a party from others of its name, partly hidden: identity, tax code, else telephone. */
export function maskedNumber(
  facts: Pick<PartyFacts, 'identityNumber' | 'taxCode' | 'telephone'> | null,
): string | null {
  const number = facts?.identityNumber ?? facts?.taxCode ?? facts?.telephone ?? null;
  return number === null ? null : maskNumber(number);
}

/** What is doubtful in the numbers of a party, for whoever typed them to look at again. */
export function doubtsOf({
  identityNumber,
  dateOfBirth,
  taxCode,
}: Pick<PartyFacts, 'identityNumber' | 'dateOfBirth' | 'taxCode'>): readonly (IdentityDoubt | TaxDoubt)[] {
  const identity = identityNumber === null ? null : validateIdentityNumber(identityNumber, dateOfBirth);
  const tax = taxCode === null ? null : validateTaxCode(taxCode);
  return [...(identity?.readable ? identity.doubts : []), ...(tax?.readable ? tax.doubts : [])];
}
