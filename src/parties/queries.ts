import { type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import { UUID } from '../platform/uuid.ts';
import { CONTENT_COLUMNS, factsOf } from './content.ts';
import type { PartyFacts, PartyKind } from './domain/facts.ts';

/** What a ledger keeps of a party: which version of it, and the digest of what that version held. */
export interface PartyRef {
  partyId: string;
  version: number;
  /** Hexadecimal. */
  digest: string;
}

/** A version of a party. */
export interface Party {
  agencyId: string;
  id: string;
  kind: PartyKind;
  version: number;
  newest: number;
  /** Null where it was erased. */
  facts: PartyFacts | null;
  digest: string;
  agencyOf: string | null;
  /** The party that it turned out to be as well. */
  mergedInto: string | null;
  account: string | null;
  recordedAt: Temporal.Instant;
  erasedAt: Temporal.Instant | null;
}

const isNewest = sql<SqlBool>`party_version.version = party.version`;

function versions(query: Reader) {
  return query
    .selectFrom('party')
    .innerJoin('party_version', (join) =>
      join
        .onRef('party_version.agency_id', '=', 'party.agency_id')
        .onRef('party_version.party_id', '=', 'party.id'),
    )
    .select([
      'party.agency_id',
      'party.id',
      'party.kind',
      'party.version as newest',
      'party.agency_of',
      'party.merged_into',
      'party_version.version',
      'party_version.digest',
      'party_version.account',
      'party_version.recorded_at',
      'party_version.erased_at',
      ...CONTENT_COLUMNS.map((column) => `party_version.${column}` as const),
    ]);
}

type Version = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

function partyOf(row: Version): Party {
  return {
    agencyId: row.agency_id,
    id: row.id,
    kind: row.kind as PartyKind,
    version: row.version,
    newest: row.newest,
    facts: factsOf(row),
    digest: row.digest.toString('hex'),
    agencyOf: row.agency_of,
    mergedInto: row.merged_into,
    account: row.account,
    recordedAt: row.recorded_at,
    erasedAt: row.erased_at,
  };
}

/** A party as it stands, or as one of its versions had it; undefined where the transaction sees no such one. */
export async function findParty(
  query: Reader,
  agencyId: string,
  id: string,
  version?: number,
): Promise<Party | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await versions(query)
    .where('party.agency_id', '=', agencyId)
    .where('party.id', '=', id)
    .where(version === undefined ? isNewest : sql<SqlBool>`party_version.version = ${version}`)
    .executeTakeFirst();
  return row && partyOf(row);
}

/** A party of one of some agencies, for an address that holds its id alone. */
export async function findPartyIn(
  query: Reader,
  agencyIds: readonly string[],
  id: string,
): Promise<Party | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await versions(query)
    .where(sql<SqlBool>`party.agency_id = ANY (${[...agencyIds]}::uuid[])`)
    .where('party.id', '=', id)
    .where(isNewest)
    .executeTakeFirst();
  return row && partyOf(row);
}

/** All versions of a party, the newest first. */
export async function versionsOfParty(query: Reader, agencyId: string, id: string): Promise<Party[]> {
  const rows = await versions(query)
    .where('party.agency_id', '=', agencyId)
    .where('party.id', '=', id)
    .orderBy('party_version.version', 'desc')
    .execute();
  return rows.map(partyOf);
}

/** The versions that ledgers name, of one agency, in one query; in the order of the references, undefined where none is. */
export async function partiesOf(
  query: Reader,
  agencyId: string,
  refs: readonly Pick<PartyRef, 'partyId' | 'version'>[],
): Promise<(Party | undefined)[]> {
  if (refs.length === 0) return [];
  const rows = await versions(query)
    .where('party.agency_id', '=', agencyId)
    .where(
      sql<SqlBool>`(party_version.party_id, party_version.version) IN (SELECT * FROM unnest(
        ${refs.map((ref) => ref.partyId)}::uuid[], ${refs.map((ref) => ref.version)}::integer[]))`,
    )
    .execute();
  const known = new Map(rows.map((row) => [`${row.id} ${row.version}`, partyOf(row)]));
  return refs.map(({ partyId, version }) => known.get(`${partyId} ${version}`));
}

/** Parties as they stand, in the order in which they are named; those that were not found are left out. */
export async function newestParties(
  query: Reader,
  named: readonly { agency_id: string; party_id: string }[],
): Promise<Party[]> {
  if (named.length === 0) return [];
  const rows = await versions(query)
    .where(
      sql<SqlBool>`(party.agency_id, party.id) IN (SELECT * FROM unnest(
        ${named.map((one) => one.agency_id)}::uuid[], ${named.map((one) => one.party_id)}::uuid[]))`,
    )
    .where(isNewest)
    .execute();
  const known = new Map(rows.map((row) => [row.id, partyOf(row)]));
  return named.flatMap(({ party_id }) => known.get(party_id) ?? []);
}

/** The parties that were merged into one. */
export async function mergedParties(query: Reader, agencyId: string, id: string): Promise<Party[]> {
  const rows = await versions(query)
    .where('party.agency_id', '=', agencyId)
    .where('party.merged_into', '=', id)
    .where(isNewest)
    .orderBy('party.id')
    .execute();
  return rows.map(partyOf);
}

/** Why and on what basis what was known of a party, or of the one it was merged into, was erased. */
export async function erasureOf(
  query: Reader,
  { agencyId, id, mergedInto }: Pick<Party, 'agencyId' | 'id' | 'mergedInto'>,
): Promise<{ officeTime: Temporal.Instant; reason: string; legalBasis: string } | undefined> {
  const row = await query
    .selectFrom('party_erasure')
    .select(['office_time', 'reason', 'legal_basis'])
    .where('agency_id', '=', agencyId)
    .where('party_id', 'in', [id, ...(mergedInto === null ? [] : [mergedInto])])
    .executeTakeFirst();
  return row && { officeTime: row.office_time, reason: row.reason, legalBasis: row.legal_basis };
}
