import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PartyVersionTable } from '../platform/database/schema.ts';
import { canonical } from '../platform/ledger/ledger.ts';
import { FACTS, type PartyFacts } from './domain/facts.ts';
import { foldName, foldNumber } from './domain/name.ts';

type Row = Selectable<PartyVersionTable>;

const COLUMNS = {
  name: 'name',
  identityNumber: 'identity_number',
  dateOfBirth: 'date_of_birth',
  taxCode: 'tax_code',
  decisionNumber: 'decision_number',
  telephone: 'telephone',
  email: 'email',
  address: 'address',
  representativeName: 'representative_name',
  representativePosition: 'representative_position',
} as const satisfies Record<keyof PartyFacts, keyof Row>;

/** The columns of a version that hold its content. */
export const CONTENT_COLUMNS = Object.values(COLUMNS);

export type ContentRow = Pick<Row, (typeof COLUMNS)[keyof typeof COLUMNS]>;

/** The content of a version; null where it was erased. */
export function factsOf(row: ContentRow): PartyFacts | null {
  if (row.name === null) return null;
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, row[COLUMNS[fact]]]));
  return { ...(facts as unknown as PartyFacts), name: row.name };
}

/** Salt and digest of a new version. */
export function seal(partyId: string, version: number, facts: PartyFacts): { salt: Buffer; digest: Buffer } {
  const salt = randomBytes(16);
  return { salt, digest: digestOf(salt, partyId, version, facts) };
}

/** SHA-256 over salt, party, version and content. The salt is erased with the content, so that nobody can try names. */
export function digestOf(salt: Uint8Array, partyId: string, version: number, facts: PartyFacts): Buffer {
  const content = Object.fromEntries(FACTS.map((fact) => [fact, facts[fact]]));
  return createHash('sha256')
    .update(salt)
    .update(canonical([partyId, version, content]))
    .digest();
}

/** The columns that hold a content, with those that it is searched by. */
export function columnsOf(facts: PartyFacts) {
  return {
    name: facts.name,
    name_fold: foldName(facts.name),
    identity_number: facts.identityNumber,
    date_of_birth: facts.dateOfBirth,
    tax_code: facts.taxCode,
    decision_number: facts.decisionNumber,
    decision_fold: facts.decisionNumber === null ? null : foldNumber(facts.decisionNumber),
    telephone: facts.telephone,
    email: facts.email,
    address: facts.address,
    representative_name: facts.representativeName,
    representative_position: facts.representativePosition,
  };
}
