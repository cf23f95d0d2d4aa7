import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { type Likeness, likelySame } from './domain/likely-same.ts';
import { newestParties, type Party } from './queries.ts';

/** Two parties that are likely the same, the one that was known first in front. */
export interface Duplicate {
  first: Party;
  second: Party;
  reasons: readonly Likeness[];
}

/** How many of the newest parties are compared with all others, and how many of those that have something in common. */
const NEWEST = 500;
const FEW = 20;

/** Likely duplicates among the newest parties of an agency, and those of one party where one is named. */
export async function likelyDuplicates(
  query: Reader,
  agencyId: string,
  { party, most = 100 }: { party?: string; most?: number } = {},
): Promise<Duplicate[]> {
  const common = (column: string) => sql`(SELECT v.party_id, v.version FROM party_version AS v
    WHERE v.agency_id = ${agencyId} AND ${sql.ref(`v.${column}`)} = own.${sql.ref(column)} LIMIT ${FEW})`;
  const { rows } = await sql<{ id: string; other: string }>`
    WITH own AS (
      SELECT party.id, v.name_fold, v.date_of_birth, v.identity_number, v.tax_code, v.telephone, v.decision_fold
      FROM party JOIN party_version AS v
        ON v.agency_id = party.agency_id AND v.party_id = party.id AND v.version = party.version
      WHERE party.agency_id = ${agencyId} AND merged_into IS NULL AND party.erased_at IS NULL
        ${party === undefined ? sql`` : sql`AND party.id = ${party}`}
      ORDER BY party.id DESC LIMIT ${NEWEST})
    SELECT DISTINCT own.id, other.party_id AS other FROM own CROSS JOIN LATERAL (
      ${common('identity_number')} UNION ALL ${common('tax_code')} UNION ALL ${common('telephone')}
      UNION ALL ${common('decision_fold')}
      UNION ALL (SELECT v.party_id, v.version FROM party_version AS v WHERE v.agency_id = ${agencyId}
        AND v.name_fold = own.name_fold AND v.date_of_birth = own.date_of_birth LIMIT ${FEW})
      UNION ALL (SELECT v.party_id, v.version FROM party_version AS v WHERE v.agency_id = ${agencyId}
        AND v.name_fold = own.name_fold AND own.date_of_birth IS NULL AND v.date_of_birth IS NULL LIMIT ${FEW})
    ) AS other
    JOIN party ON party.agency_id = ${agencyId} AND party.id = other.party_id AND party.version = other.version
      AND merged_into IS NULL
    WHERE other.party_id <> own.id
      AND NOT EXISTS (SELECT FROM party_apart AS apart WHERE apart.agency_id = ${agencyId}
        AND apart.party_id = least(own.id, other.party_id) AND apart.other_id = greatest(own.id, other.party_id))
    ORDER BY own.id DESC, other.party_id`.execute(query);
  const pairs = new Map(
    rows.map(({ id, other }) => {
      const [first, second] = id < other ? [id, other] : [other, id];
      return [`${first} ${second}`, { first, second }];
    }),
  );
  const ids = [...pairs.values()].flatMap(({ first, second }) => [first, second]);
  const named = [...new Set(ids)].map((id) => ({ agency_id: agencyId, party_id: id }));
  const known = new Map((await newestParties(query, named)).map((one) => [one.id, one]));
  return [...pairs.values()]
    .flatMap(({ first, second }) => compared(known.get(first), known.get(second)))
    .slice(0, most);
}

function compared(first: Party | undefined, second: Party | undefined): Duplicate[] {
  if (first === undefined || second === undefined || first.facts === null || second.facts === null) return [];
  const reasons = likelySame({ ...first, facts: first.facts }, { ...second, facts: second.facts });
  return reasons.length === 0 ? [] : [{ first, second, reasons }];
}
