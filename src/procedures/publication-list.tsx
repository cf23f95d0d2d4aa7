import { sql } from 'kysely';
import { todayOn, VERDICTS, type Verdict, verdictSql } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import { PLACE_KINDS } from './domain/place.ts';
import { type OwedPublication, owedPublications } from './owed.ts';
import { PublicationTag } from './pages/publication-tag.tsx';
import { procedureUrl, publicationsUrl } from './urls.ts';

/** What is owed within a scope, with how it stands against its last day. */
function owedWithin(query: Reader, scope: Scope, { clock }: ListAsk) {
  const at = asOfNow(clock);
  return query
    .selectFrom(
      sql<OwedPublication & { verdict: Verdict; key: string; done: boolean }>`(
        SELECT owed.*, coalesce(owed.version_id, owed.procedure_id) || '/' || owed.place_id AS key,
               owed.published_on IS NOT NULL AS done,
               ${verdictSql(sql`owed.due_end`, sql`owed.published_on`, todayOn(at.day))} AS verdict
        FROM (${owedPublications(at)}) owed WHERE owed.agency_id = ANY (${[...scope.whole]}::uuid[]))`.as(
        'o',
      ),
    )
    .innerJoin('agency', 'agency.id', 'o.agency_id')
    .select(['o.key', 'o.name', 'o.procedure_id', 'o.version_id', 'o.kind', 'o.place_text', 'o.checked_on'])
    .select(['o.decision_number', 'o.decision_date', 'o.due_end', 'o.published_on', 'o.verdict'])
    .select(['agency.name as agency']);
}

type OwedRow = Awaited<ReturnType<ReturnType<typeof owedWithin>['execute']>>[number];

/** Which procedures have to be public where, by when, and since when they are; what is still to do comes first. */
export const publicationList = defineList({
  name: 'publications',
  path: publicationsUrl(),
  permission: 'publication.read',
  title: 'publications.title',
  empty: 'publications.empty',
  query: owedWithin,
  order: ['o.done', 'o.due_end desc', 'agency.position', 'o.name', 'o.key'],
  id: (row: OwedRow) => row.key,
  columns: [
    {
      key: 'procedure',
      label: 'procedure.name',
      rowHeader: true,
      width: 'broad',
      value: (row) => row.name,
      cell: (row) => (
        <a href={procedureUrl(row.procedure_id)} lang="vi">
          {row.name}
        </a>
      ),
      sort: 'o.name',
    },
    { key: 'agency', label: 'publication.agency', value: (row) => row.agency, sort: 'agency.name' },
    {
      key: 'place',
      label: 'publication.place',
      value: (row, say) =>
        [say(`place.kind.${row.kind}`), row.place_text].filter((part) => part !== null).join(', '),
      code: (row) => row.kind,
    },
    {
      key: 'what',
      label: 'publication.what',
      value: (row, say) =>
        say(row.version_id === null ? 'publication.of-abolition' : 'publication.of-version', {
          number: row.decision_number,
          date: formatDate(row.decision_date),
        }),
      sort: 'o.decision_date',
    },
    { key: 'due', label: 'publication.due', type: 'date', value: (row) => row.due_end, sort: 'o.due_end' },
    {
      key: 'published',
      label: 'publication.published-on',
      type: 'date',
      value: (row) => row.published_on,
      sort: 'o.published_on',
    },
    {
      key: 'verdict',
      label: 'publication.verdict',
      value: (row, say) => say(`publication.verdict.${row.verdict}`),
      code: (row) => row.verdict,
      cell: (row, visit) => (
        <PublicationTag verdict={row.verdict} words={visit.say(`publication.verdict.${row.verdict}`)} />
      ),
    },
    { key: 'checked', label: 'publication.checked-on', type: 'date', value: (row) => row.checked_on },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'procedures.search',
      apply: (builder, typed) => builder.where(holdsWords('o.name_fold', typed)),
    },
    {
      kind: 'select',
      name: 'verdict',
      label: 'publication.verdict',
      options: (_query, _scope, { say }) =>
        VERDICTS.filter((verdict) => verdict !== 'undated').map((verdict) => ({
          value: verdict,
          label: say(`publication.verdict.${verdict}`),
        })),
      apply: (builder, verdict) => builder.where('o.verdict', '=', verdict as Verdict),
    },
    {
      kind: 'select',
      name: 'kind',
      label: 'publication.place',
      options: (_query, _scope, { say }) =>
        PLACE_KINDS.map((kind) => ({ value: kind, label: say(`place.kind.${kind}`) })),
      apply: (builder, kind) => builder.where('o.kind', '=', kind),
    },
    {
      kind: 'select',
      name: 'agency',
      label: 'publication.agency',
      options: async (query, scope) =>
        (
          await query
            .selectFrom('agency')
            .select(['id', 'name'])
            .where('id', 'in', [...scope.whole])
            .where(({ exists, selectFrom }) =>
              exists(selectFrom('procedure_place').select('id').whereRef('agency_id', '=', 'agency.id')),
            )
            .orderBy('kind')
            .orderBy('position')
            .execute()
        ).map(({ id, name }) => ({ value: id, label: name })),
      apply: (builder, agency) => builder.where('o.agency_id', '=', agency),
    },
  ],
});
