import type { Reader } from '../platform/database/database.ts';

/** Versions, prepared ones among them, each with what its procedure says for all of them. */
export function ofVersions(query: Reader) {
  return query
    .selectFrom('procedure_version as v')
    .innerJoin('procedure as p', (join) =>
      join.onRef('p.agency_id', '=', 'v.agency_id').onRef('p.id', '=', 'v.procedure_id'),
    )
    .selectAll('v')
    .select(['p.code', 'p.national_code', 'p.owner_unit_id']);
}
