import { holdsWords } from '../platform/search/folded.ts';
import type { SearchSpec } from '../platform/search/search.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import { documentsUrl } from './urls.ts';

/** Documents by number, symbol, type and abstract, newest first. */
export const documentSearch: readonly SearchSpec[] = [
  {
    kind: 'document',
    permission: 'document.read',
    async query(query, scope, folded, limit) {
      const rows = await query
        .selectFrom('document')
        .select(['id', 'number', 'symbol', 'type', 'issue_date', 'abstract'])
        .where('agency_id', 'in', [...scope.whole])
        .where(holdsWords('search_fold', folded))
        .orderBy('issue_date', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        title: [row.type, `${row.number}/${row.symbol}`].filter(Boolean).join(' '),
        detail: `${formatDate(row.issue_date)}, ${row.abstract}`,
        href: `${documentsUrl()}?${new URLSearchParams({ q: `${row.number}/${row.symbol}` })}#document-${row.id}`,
      }));
    },
  },
];
