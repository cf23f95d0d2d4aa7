import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { foldName, foldNumber } from './domain/name.ts';
import { numberBeginning } from './domain/numbers.ts';
import { newestParties, type Party } from './queries.ts';

/** What was found: a party that is known, or an agency of the house that is none yet. */
export type PartyHit = { party: Party } | { agency: { id: string; name: string; code: string } };

const MOST_WORDS = 12;

/** What is looked for in each column, of what somebody typed. */
export function searchTerms(typed: string) {
  const words = foldName(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  const number = numberBeginning(typed);
  const decision = /\d/.test(typed) && typed.length <= 100 ? foldNumber(typed) : '';
  return { words: number === '' ? words : [], number, decision };
}

/** The call of the function that searches past row-level security, within these agencies and the scope. */
export function foundParties(agencyIds: readonly string[], typed: string, most: number) {
  const { words, number, decision } = searchTerms(typed);
  return sql<{ agency_id: string; party_id: string }>`
    SELECT agency_id, party_id FROM find_parties(${[...agencyIds]}::uuid[], ${words}::text[], ${number}, ${decision}, ${most})`;
}

/**
 * Parties by a few letters of the name without accents, a telephone, an identity number, a tax code or the number of a
 * decision; then agencies of the house by name, that are no party yet. Nothing typed finds nothing.
 * @param agencyIds whose parties; the transaction's scope must reach them
 */
export async function searchParties(
  query: Reader,
  agencyIds: readonly string[],
  typed: string,
  most = 20,
): Promise<PartyHit[]> {
  const { words } = searchTerms(typed);
  const { rows } = await foundParties(agencyIds, typed, most).execute(query);
  const parties = await newestParties(query, rows);
  const hits: PartyHit[] = parties.map((party) => ({ party }));
  if (words.length === 0 || hits.length >= most) return hits;
  const agencies = await query
    .selectFrom('agency')
    .select(['id', 'name', 'code'])
    .where((eb) => eb.or([holdsWords('name_fold', words.join(' ')), eb('code', '=', typed.toUpperCase())]))
    .where(
      sql<SqlBool>`NOT EXISTS (SELECT FROM party WHERE party.agency_of = agency.id AND party.erased_at IS NULL
        AND party.merged_into IS NULL AND party.agency_id = ANY (${[...agencyIds]}::uuid[]))`,
    )
    .orderBy('position')
    .orderBy('id')
    .limit(most - hits.length)
    .execute();
  return [...hits, ...agencies.map((agency) => ({ agency }))];
}
