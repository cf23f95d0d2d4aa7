import { type SqlBool, sql } from 'kysely';
import { defineList } from '../platform/lists/index.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { documentsUrl } from './urls.ts';

interface DocumentRow {
  id: string;
  number: string;
  symbol: string;
  type: string | null;
  issuer: string | null;
  issue_date: CivilDate;
  abstract: string;
}

/** The documents that the agency knows of, newest first. */
export const documentList = defineList({
  name: 'documents',
  path: documentsUrl(),
  permission: 'document.read',
  title: 'documents.title',
  empty: 'documents.empty',
  query: (query, scope) =>
    query
      .selectFrom('document')
      .select(['id', 'number', 'symbol', 'type', 'issuer', 'issue_date', 'abstract'])
      .where(sql<SqlBool>`document.agency_id = ANY (${[...scope.whole]}::uuid[])`),
  order: ['document.issue_date desc', 'document.id'],
  id: (row: DocumentRow) => row.id,
  columns: [
    {
      key: 'number',
      label: 'document.number',
      value: (row) => `${row.number}/${row.symbol}`,
      rowHeader: true,
      nowrap: true,
    },
    { key: 'type', label: 'document.type', value: (row) => row.type, sort: 'document.type' },
    {
      key: 'issueDate',
      label: 'document.issue-date',
      type: 'date',
      value: (row) => row.issue_date,
      sort: 'document.issue_date',
    },
    { key: 'abstract', label: 'document.abstract', value: (row) => row.abstract, width: 'broad' },
    { key: 'issuer', label: 'document.issuer', value: (row) => row.issuer, sort: 'document.issuer' },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'documents.search',
      apply: (builder, typed) => builder.where(holdsWords('document.search_fold', typed)),
    },
  ],
});
