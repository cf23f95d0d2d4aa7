import type { CivilDate } from '../../pure/calendar/civil-date.ts';

export const PARTY_KINDS = ['individual', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** What a party is known by: the content of a version. */
export interface PartyFacts {
  name: string;
  /** 12 digits, 9 digits, or of a passport. */
  identityNumber: string | null;
  dateOfBirth: CivilDate | null;
  taxCode: string | null;
  /** Of the decision by which an organisation was established. */
  decisionNumber: string | null;
  telephone: string | null;
  email: string | null;
  address: string | null;
  representativeName: string | null;
  representativePosition: string | null;
}

/** A party as a form or an import gives it. */
export interface PartyInput extends PartyFacts {
  /** The party that was chosen from those known; its facts are replaced by these. */
  party: string | null;
  /** The agency of this house that it is. */
  agencyOf: string | null;
  kind: PartyKind;
}

export const FACTS = [
  'name',
  'identityNumber',
  'dateOfBirth',
  'taxCode',
  'decisionNumber',
  'telephone',
  'email',
  'address',
  'representativeName',
  'representativePosition',
] as const satisfies readonly (keyof PartyFacts)[];

/** Facts that only one kind of party has. */
export const FACTS_OF: Readonly<Record<PartyKind, readonly (keyof PartyFacts)[]>> = {
  individual: ['identityNumber', 'dateOfBirth'],
  organisation: ['decisionNumber', 'representativeName', 'representativePosition'],
};

/** Whether two contents say the same. */
export function sameFacts(one: PartyFacts, other: PartyFacts): boolean {
  return FACTS.every((fact) => one[fact] === other[fact]);
}

/**
 * What is known of a party after somebody came with its number: what is new or was missing is taken over, nothing is
 * lost, and its name stays as it was kept.
 */
export function supplemented(known: PartyFacts, given: PartyFacts): PartyFacts {
  const facts = { ...known };
  for (const fact of FACTS) if (fact !== 'name') Object.assign(facts, { [fact]: given[fact] ?? known[fact] });
  return facts;
}
