import { sql } from 'kysely';
import { findAgency } from '../agencies/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import type { Writer } from '../platform/database/database.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import { columnsOf, seal } from './content.ts';
import { FACTS, type PartyFacts, type PartyInput, sameFacts, supplemented } from './domain/facts.ts';
import { namesAgree } from './domain/name.ts';
import { findParty, type Party, type PartyRef } from './queries.ts';

/** A party to be kept, and the field of the form that holds it: "owner". */
export interface GivenParty {
  input: PartyInput;
  field?: string;
}

/**
 * Keeps a party in the actor's action: finds the one that was chosen or has the same identity number, tax code or agency,
 * or makes one. Facts that changed make a new version.
 * @param field the field of the form that holds the party, at which a refusal stands
 */
export async function keepParty(
  performing: Performing,
  agencyId: string,
  input: PartyInput,
  field?: string,
): Promise<PartyRef> {
  const [ref] = await keepParties(performing, agencyId, [field === undefined ? { input } : { input, field }]);
  if (ref === undefined) throw new Error('a party was given and none was kept');
  return ref;
}

/** Keeps several parties of one thing; who keeps some of the same at the same time waits, and nobody waits for each other. */
export async function keepParties(
  performing: Performing,
  agencyId: string,
  given: readonly GivenParty[],
): Promise<PartyRef[]> {
  await waitForNumbers(performing.query, agencyId, given);
  const found: (string | null)[] = [];
  for (const one of given) found.push(await resolve(performing.query, agencyId, one));
  await lockParties(
    performing.query,
    agencyId,
    found.flatMap((id) => id ?? []),
  );
  const refs: PartyRef[] = [];
  for (const [index, one] of given.entries()) {
    // Somebody who stands in two roles has just been made by the first.
    const id = found[index] ?? (index === 0 ? null : await resolve(performing.query, agencyId, one));
    refs.push(await keepOne(performing, agencyId, one, id));
  }
  return refs;
}

/** Numbers are taken one after another, in one order, so that the same number is not made a party twice. */
async function waitForNumbers(query: Writer, agencyId: string, given: readonly GivenParty[]): Promise<void> {
  const numbers = given.flatMap(({ input: { identityNumber, taxCode, agencyOf } }) => [
    ...(identityNumber === null ? [] : [`identity ${identityNumber}`]),
    ...(taxCode === null ? [] : [`tax ${taxCode}`]),
    ...(agencyOf === null ? [] : [`agency ${agencyOf}`]),
  ]);
  if (numbers.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(key) FROM (
    SELECT hashtextextended('party ' || ${agencyId}::text || ' ' || number, 0) AS key
    FROM unnest(${numbers}::text[]) AS number ORDER BY key) AS keys`.execute(query);
}

async function lockParties(query: Writer, agencyId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await query
    .selectFrom('party')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The party that an input is about: the chosen one, or whose number it is; null where it is a new one. */
async function resolve(
  query: Writer,
  agencyId: string,
  { input, field }: GivenParty,
): Promise<string | null> {
  const { rows } = await sql<{ id: string; by: Match }>`
    SELECT id, 'party' AS by FROM party WHERE agency_id = ${agencyId} AND id = ${input.party}::uuid
    UNION ALL
    SELECT id, 'agencyOf' FROM party WHERE agency_id = ${agencyId} AND agency_of = ${input.agencyOf}::uuid
      AND merged_into IS NULL AND erased_at IS NULL
    UNION ALL
    SELECT coalesce(merged_into, id), 'identityNumber' FROM party_version AS v
      JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
      WHERE v.agency_id = ${agencyId} AND v.identity_number = ${input.identityNumber}
    UNION ALL
    SELECT coalesce(merged_into, id), 'taxCode' FROM party_version AS v
      JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
      WHERE v.agency_id = ${agencyId} AND v.tax_code = ${input.taxCode}`.execute(query);
  const by = (match: Match) => rows.find((row) => row.by === match)?.id;
  if (input.party !== null && by('party') === undefined) throw refusal('invalid:choose', field, 'party');
  const id = by('party') ?? by('agencyOf') ?? by('identityNumber') ?? by('taxCode') ?? null;
  // Two parties cannot have one number: the number is wrong, or they are the same and are to be merged.
  const other = rows.find((row) => row.id !== id);
  if (id !== null && other !== undefined) throw refusal('conflict:party-number', field, other.by);
  return id;
}

type Match = 'party' | 'agencyOf' | 'identityNumber' | 'taxCode';

async function keepOne(
  performing: Performing,
  agencyId: string,
  given: GivenParty,
  id: string | null,
): Promise<PartyRef> {
  const { field } = given;
  const input = await withAgencyName(performing, given);
  const { query, clock } = performing;
  if (input.dateOfBirth !== null && input.dateOfBirth > clock.today())
    throw refusal('invalid:birth-ahead', field, 'dateOfBirth');
  if (id === null) return insertParty(performing, agencyId, input);
  const known = await findParty(query, agencyId, id);
  if (known === undefined || known.facts === null || known.mergedInto !== null)
    throw refusal(known?.facts === null ? 'conflict:party-erased' : 'conflict:party-merged', field, 'party');
  if (known.kind !== input.kind) throw refusal('conflict:party-kind', field, 'kind');
  const chosen = input.party !== null;
  const isAgency = input.agencyOf !== null && input.agencyOf === known.agencyOf;
  if (!chosen && !isAgency && !namesAgree(known.facts.name, input.name)) {
    const same = input.identityNumber !== null && input.identityNumber === known.facts.identityNumber;
    throw refusal('conflict:party-other-name', field, same ? 'identityNumber' : 'taxCode');
  }
  if (input.agencyOf !== null && !isAgency) {
    if (known.agencyOf !== null) throw refusal('conflict:party-agency', field, 'agencyOf');
    await query
      .updateTable('party')
      .set({ agency_of: input.agencyOf })
      .where('agency_id', '=', agencyId)
      .where('id', '=', id)
      .execute();
  }
  const facts = chosen ? onlyFacts(input) : supplemented(known.facts, onlyFacts(input));
  if (sameFacts(known.facts, facts)) return refOf(known);
  return insertVersion(performing, agencyId, id, known.version + 1, facts);
}

/** An agency of the house that was chosen brings its name, where none was typed. */
async function withAgencyName({ query }: Performing, { input, field }: GivenParty): Promise<PartyInput> {
  if (input.agencyOf === null) return input;
  const agency = await findAgency(query, input.agencyOf);
  if (agency === undefined) throw refusal('invalid:choose', field, 'agencyOf');
  return { ...input, name: input.name || agency.name };
}

async function insertParty(performing: Performing, agencyId: string, input: PartyInput): Promise<PartyRef> {
  const id = uuid7();
  await performing.query
    .insertInto('party')
    .values({ agency_id: agencyId, id, kind: input.kind, version: 1, agency_of: input.agencyOf })
    .execute();
  return insertVersion(performing, agencyId, id, 1, onlyFacts(input));
}

async function insertVersion(
  { query, actor, clock }: Performing,
  agencyId: string,
  partyId: string,
  version: number,
  facts: PartyFacts,
): Promise<PartyRef> {
  const { salt, digest } = seal(partyId, version, facts);
  await query
    .insertInto('party_version')
    .values({
      agency_id: agencyId,
      party_id: partyId,
      version,
      ...columnsOf(facts),
      salt,
      digest,
      account: actor.accountId,
      recorded_at: clock.real().toString(),
    })
    .execute();
  if (version > 1)
    await query
      .updateTable('party')
      .set({ version })
      .where('agency_id', '=', agencyId)
      .where('id', '=', partyId)
      .execute();
  return { partyId, version, digest: digest.toString('hex') };
}

function onlyFacts(input: PartyFacts): PartyFacts {
  return Object.fromEntries(FACTS.map((fact) => [fact, input[fact]])) as unknown as PartyFacts;
}

function refOf({ id, version, digest }: Party): PartyRef {
  return { partyId: id, version, digest };
}

function refusal(
  code: `invalid:${string}` | `conflict:${string}`,
  field: string | undefined,
  fact: keyof PartyInput,
): RefusalError {
  return new RefusalError(refuse(code, {}, { field: field === undefined ? fact : `${field}.${fact}` }));
}
