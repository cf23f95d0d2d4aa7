import { type Selectable, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { PartyVersionTable } from '../platform/database/schema.ts';
import { differences } from '../platform/verify/cells.ts';
import type { Findings } from '../platform/verify/index.ts';
import { columnsOf, digestOf, factsOf } from './content.ts';

const PAGE = 1000;
const NOTHING = '00000000-0000-0000-0000-000000000000';

/**
 * Every version of a party matches its digest, unless its content was erased, which an erasure must account for; no
 * version is missing, and what it is searched by follows from its content.
 */
export async function verifyParties(query: Reader, findings: Findings): Promise<void> {
  let last = { agency: NOTHING, party: NOTHING, version: 0 };
  for (;;) {
    const rows = await versionsAfter(query, last);
    for (const { row, erasure } of rows) compare(row, erasure, findings);
    const end = rows.at(-1)?.row;
    if (end === undefined) break;
    last = { agency: end.agency_id, party: end.party_id, version: end.version };
    findings.progress('party_version', findings.rows);
  }
  await verifyCounts(query, findings);
}

/** The next versions, and what is recorded of erasing them; in two steps, so that each walks along a key. */
async function versionsAfter(query: Reader, last: { agency: string; party: string; version: number }) {
  const rows = await query
    .selectFrom('party_version')
    .selectAll()
    .where(
      sql<boolean>`(agency_id, party_id, version) > (${last.agency}::uuid, ${last.party}::uuid, ${last.version}::integer)`,
    )
    .orderBy('agency_id')
    .orderBy('party_id')
    .orderBy('version')
    .limit(PAGE)
    .execute();
  const { rows: erased } = await sql<{ agency_id: string; id: string; accounted: boolean }>`
    SELECT party.agency_id, party.id, EXISTS (SELECT FROM party_erasure AS erasure
      WHERE erasure.agency_id = party.agency_id AND erasure.party_id IN (party.id, party.merged_into)) AS accounted
    FROM unnest(${rows.map((row) => row.agency_id)}::uuid[], ${rows.map((row) => row.party_id)}::uuid[])
      AS wanted (agency_id, party_id)
    JOIN party ON party.agency_id = wanted.agency_id AND party.id = wanted.party_id
    WHERE party.erased_at IS NOT NULL`.execute(query);
  const known = new Map(erased.map((one) => [`${one.agency_id} ${one.id}`, one.accounted]));
  return rows.map((row) => ({ row, erasure: known.get(`${row.agency_id} ${row.party_id}`) }));
}

type Row = Selectable<PartyVersionTable>;

/** @param erasure whether an erasure accounts for what its party says of itself; undefined where it is not erased */
function compare(row: Row, erasure: boolean | undefined, findings: Findings): void {
  findings.rows += 1;
  const { version } = row;
  const name = `${row.party_id} ${version}`;
  const damage = (code: 'content-changed' | 'content-kept' | 'content-erased') =>
    findings.damage('version', 'party_version', row.agency_id, name, code, { version });
  const facts = factsOf(row);
  if (facts === null || row.salt === null) {
    if (erasure !== true) damage('content-erased');
    return;
  }
  if (erasure !== undefined) damage('content-kept');
  const same = digestOf(row.salt, row.party_id, version, facts).equals(row.digest);
  if (!same) damage('content-changed');
  const wanted = columnsOf(facts);
  const stored = Object.fromEntries(Object.keys(wanted).map((column) => [column, row[column as keyof Row]]));
  const differing = differences(stored, wanted);
  if (same && differing.length > 0)
    findings.damage('version', 'party_version', row.agency_id, name, 'version-differs', {
      columns: differing.join('; '),
    });
}

/** A party without one of its versions, or whose newest one is not what it says. */
async function verifyCounts(query: Reader, findings: Findings): Promise<void> {
  const { rows } = await sql<{ agency_id: string; id: string; found: number; expected: number }>`
    SELECT party.agency_id, party.id, count(v.version)::integer AS found, party.version AS expected
    FROM party LEFT JOIN party_version AS v
      ON v.agency_id = party.agency_id AND v.party_id = party.id
    GROUP BY party.agency_id, party.id
    HAVING count(v.version) <> party.version OR max(v.version) <> party.version`.execute(query);
  for (const { agency_id, id, found, expected } of rows)
    findings.damage('version', 'party_version', agency_id, id, 'version-missing', { found, expected });
}
