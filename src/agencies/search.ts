import { sql } from 'kysely';
import { holdsWords } from '../platform/search/folded.ts';
import type { SearchSpec } from '../platform/search/search.ts';
import { agencyUrl, unitUrl } from './urls.ts';

/** Units of the agencies that the actor sees, by name or code. */
const units: SearchSpec = {
  kind: 'unit',
  permission: 'agency.read',
  async query(query, scope, folded, limit, say) {
    const rows = await query
      .selectFrom('unit')
      .innerJoin('agency', 'agency.id', 'unit.agency_id')
      .select(['unit.id', 'unit.name', 'unit.kind', 'agency.short_name'])
      .where('unit.agency_id', 'in', [...scope.whole])
      .where((eb) =>
        eb.or([
          holdsWords('unit.name_fold', folded),
          sql<boolean>`translate(lower(unit.code), 'Đđ', 'dd') = ${folded}`,
        ]),
      )
      .orderBy('agency.position')
      .orderBy('unit.position')
      .orderBy('unit.id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.name,
      detail: `${say(`unit.kind.${row.kind}`)}, ${row.short_name}`,
      href: unitUrl(row.id),
    }));
  },
};

/** Agencies that the actor sees, by name or code. */
const agencies: SearchSpec = {
  kind: 'agency',
  permission: 'agency.read',
  async query(query, scope, folded, limit, say) {
    const rows = await query
      .selectFrom('agency')
      .select(['id', 'name', 'kind', 'code'])
      .where('id', 'in', [...scope.whole])
      .where((eb) =>
        eb.or([
          holdsWords('name_fold', folded),
          sql<boolean>`translate(lower(code), 'Đđ', 'dd') = ${folded}`,
        ]),
      )
      .orderBy('position')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.name,
      detail: `${say(`agency.kind.${row.kind}`)}, ${row.code}`,
      href: agencyUrl(row.id),
    }));
  },
};

export const agencySearch: readonly SearchSpec[] = [units, agencies];
