import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { DataTable } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { DOCUMENTS_A_PAGE, listDocuments } from '../queries.ts';
import { documentsUrl } from '../urls.ts';
import { documentWords } from '../words.ts';

/** The documents that the agency knows of. */
export const documentsPage = definePage(documentsUrl(), async (visit) => {
  if (visit.scope('document.read').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = documentWords.in(visit.language);
  const search = visit.url.searchParams.get('q') ?? '';
  const page = Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page') ?? 1)) || 1);
  const { rows, total } = await visit.read('document.read', (query, scope) =>
    listDocuments(query, scope, { search, page }),
  );
  const address = (to: number) => `${documentsUrl()}?${new URLSearchParams({ q: search, page: String(to) })}`;
  const from = (page - 1) * DOCUMENTS_A_PAGE + 1;
  return {
    title: say('documents.title'),
    body: (
      <DataTable
        id="documents"
        caption={say('documents.caption')}
        rows={rows}
        rowId={(row) => `document-${row.id}`}
        empty={{ text: say(search === '' ? 'documents.empty' : 'documents.none-found') }}
        filters={{
          action: documentsUrl(),
          controls: [{ kind: 'text', name: 'q', label: say('documents.search'), value: search }],
          clearHref: search === '' ? undefined : documentsUrl(),
        }}
        paging={
          total > DOCUMENTS_A_PAGE
            ? {
                from,
                to: from + rows.length - 1,
                total,
                previous: page > 1 ? address(page - 1) : undefined,
                next: from + rows.length - 1 < total ? address(page + 1) : undefined,
              }
            : undefined
        }
        columns={[
          {
            key: 'number',
            label: say('document.number'),
            rowHeader: true,
            nowrap: true,
            cell: (row) => `${row.number}/${row.symbol}`,
          },
          { key: 'type', label: say('document.type'), cell: (row) => row.type },
          {
            key: 'issueDate',
            label: say('document.issue-date'),
            nowrap: true,
            cell: (row) => formatDate(row.issueDate),
          },
          {
            key: 'abstract',
            label: say('document.abstract'),
            width: 'broad',
            cell: (row) => row.abstract,
          },
          { key: 'issuer', label: say('document.issuer'), cell: (row) => row.issuer },
        ]}
      />
    ),
  };
});
