import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { SearchSpec } from '../platform/search/search.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { distanceFrom } from './domain/similar.ts';
import { aboveAgencies } from './queries.ts';
import { procedureUrl } from './urls.ts';

/** What a search for procedures finds: the version that holds on the day asked for. */
export interface ProcedureHit {
  agencyId: string;
  procedureId: string;
  versionId: string;
  code: string | null;
  name: string;
  fieldName: string;
  tier: string;
  ownerUnitId: string | null;
}

/** So many of what holds the words are ranked; who typed so little goes on typing. */
const RANKED = 300;

/** How much farther a name is whose words stand in its code or field. */
const ELSEWHERE = 0.5;

/**
 * Procedures in force on a day whose code, name or field is near to what was typed; accents do not matter, and where
 * nothing holds the words, typing errors are forgiven.
 * @param scopeAgencyIds agencies whose catalogues are searched, as `catalogueAgencies` gives them
 * @param agencyId only what this agency handles
 */
export async function searchProcedures(
  query: Reader,
  scopeAgencyIds: readonly string[],
  text: string,
  { day, agencyId, limit = 20 }: { day: CivilDate; agencyId?: string; limit?: number },
): Promise<ProcedureHit[]> {
  const inForce = query
    .selectFrom('procedure as p')
    .innerJoin('procedure_version as v', (join) =>
      join.onRef('v.agency_id', '=', 'p.agency_id').onRef('v.procedure_id', '=', 'p.id'),
    )
    .select([
      'p.agency_id as agencyId',
      'p.id as procedureId',
      'v.id as versionId',
      'p.code',
      'p.name',
      'p.field_name as fieldName',
      'p.tier',
      'p.owner_unit_id as ownerUnitId',
      'p.search_fold as folded',
    ])
    .where(sql<SqlBool>`p.agency_id = ANY (${[...scopeAgencyIds]}::uuid[])`)
    .where('v.announced', '=', true)
    .where('v.valid_from', '<=', day)
    .where((eb) => eb.or([eb('v.valid_to', 'is', null), eb('v.valid_to', '>=', day)]))
    .$if(agencyId !== undefined, (rows) =>
      rows.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('procedure_place as place')
            .select('place.id')
            .whereRef('place.procedure_id', '=', 'p.id')
            .where('place.agency_id', '=', agencyId ?? '')
            .where('place.handles', '=', true)
            .where('place.valid_from', '<=', day)
            .where((eb) => eb.or([eb('place.valid_to', 'is', null), eb('place.valid_to', '>=', day)])),
        ),
      ),
    );
  const found = await nearestOf(inForce, fold(text), limit);
  return found.map(({ folded: _folded, ...hit }) => hit);
}

/** The rows whose `p.search_fold` is nearest to what was typed, the nearest first. */
async function nearestOf<DB, TB extends keyof DB, Row extends { name: string; folded: string }>(
  rows: SelectQueryBuilder<DB, TB, Row>,
  typed: string,
  limit: number,
): Promise<Row[]> {
  const exact = await rows
    .where(holdsWords('p.search_fold', typed))
    .orderBy(sql`length(p.name)`)
    .orderBy(sql`p.id`)
    .limit(typed === '' ? limit : RANKED)
    .execute();
  if (typed === '') return exact;
  const forgiven = exact.length > 0 ? exact : await rows.execute();
  const distanceTo = distanceFrom(typed);
  return forgiven
    .flatMap((row) => {
      const anywhere = distanceTo(row.folded);
      if (anywhere === null) return exact.length === 0 ? [] : [{ row, distance: ELSEWHERE }];
      return {
        row,
        distance: Math.min(distanceTo(fold(row.name)) ?? anywhere + ELSEWHERE, anywhere + ELSEWHERE),
      };
    })
    .sort((a, b) => a.distance - b.distance || a.row.name.length - b.row.name.length)
    .slice(0, limit)
    .map(({ row }) => row);
}

/** Announced procedures by code, name and field, typing errors forgiven; of the own agency, those above and below it. */
export const procedureSearch: readonly SearchSpec[] = [
  {
    kind: 'procedure',
    permission: 'procedure.read',
    async query(query, scope, folded, limit, say) {
      const known = query
        .selectFrom('procedure as p')
        .select(['p.id', 'p.code', 'p.name', 'p.field_name as field', 'p.state', 'p.search_fold as folded'])
        .where('p.state', '<>', 'draft')
        .where(sql<SqlBool>`p.agency_id IN (${aboveAgencies(scope.whole)})`);
      return (await nearestOf(known, folded, limit)).map((row) => ({
        title: row.name,
        detail: [row.code, row.field, row.state === 'abolished' ? say('procedure.standing.abolished') : null]
          .filter((part) => part !== null)
          .join(', '),
        href: procedureUrl(row.id),
      }));
    },
  },
];
