import { sql } from 'kysely';
import { holdsWords } from '../platform/search/folded.ts';
import type { SearchSpec } from '../platform/search/search.ts';
import { personUrl } from './urls.ts';

/** People of the agencies that the actor sees, by name. */
export const peopleSearch: readonly SearchSpec[] = [
  {
    kind: 'person',
    permission: 'person.read',
    async query(query, scope, folded, limit) {
      const rows = await query
        .selectFrom('person')
        .select(['id', 'name', 'position'])
        .where('agency_id', 'in', [...scope.whole])
        .where(holdsWords('name_fold', folded))
        .orderBy(sql`name COLLATE vietnamese`)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ title: row.name, detail: row.position, href: personUrl(row.id) }));
    },
  },
];
