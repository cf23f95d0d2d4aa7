import { sql } from 'kysely';
import { todayOn, VERDICTS, type Verdict, verdictSql } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { FinishBasisCheck } from './pages/finish-basis-check.tsx';
import { PublicationTag } from './pages/publication-tag.tsx';
import { basisChecksUrl, procedureUrl } from './urls.ts';

function checksWithin(query: Reader, scope: Scope, { clock }: ListAsk) {
  const verdict = verdictSql(sql`basis_check.due_on`, sql`basis_check.finished_on`, todayOn(clock.today()));
  return query
    .selectFrom('basis_check')
    .innerJoin('basis_change', (join) =>
      join
        .onRef('basis_change.agency_id', '=', 'basis_check.agency_id')
        .onRef('basis_change.id', '=', 'basis_check.basis_change_id'),
    )
    .innerJoin('procedure', (join) =>
      join
        .onRef('procedure.agency_id', '=', 'basis_check.agency_id')
        .onRef('procedure.id', '=', 'basis_check.procedure_id'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'basis_check.agency_id').onRef('unit.id', '=', 'basis_check.unit_id'),
    )
    .select(['basis_check.id', 'basis_check.due_on', 'basis_check.finished_on', 'basis_check.outcome'])
    .select(['basis_check.note', 'basis_check.seq', 'basis_check.procedure_id'])
    .select([
      'basis_change.basis',
      'basis_change.change',
      'basis_change.by_document',
      'basis_change.effective_on',
    ])
    .select(['procedure.name', 'procedure.agency_id', 'procedure.owner_unit_id', 'unit.name as unit'])
    .select(verdict.as('verdict'))
    .where('basis_check.agency_id', 'in', [...scope.whole]);
}

export type BasisCheckRow = Awaited<ReturnType<ReturnType<typeof checksWithin>['execute']>>[number];

/** What divisions have to look at because a legal basis of their procedures changed. */
export const basisCheckList = defineList({
  name: 'basis-checks',
  path: basisChecksUrl(),
  permission: 'procedure.read',
  title: 'basis-checks.title',
  empty: 'basis-checks.empty',
  query: checksWithin,
  order: ['basis_check.due_on desc', 'basis_change.basis', 'procedure.name', 'basis_check.id'],
  id: (row: BasisCheckRow) => row.id,
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
      sort: 'procedure.name',
    },
    {
      key: 'basis',
      label: 'basis-change.basis',
      value: (row, say) =>
        [row.basis, say(`basis-change.change.${row.change}`), row.by_document]
          .filter((part) => part !== null)
          .join('; '),
      cell: (row, visit) => (
        <>
          <span lang="vi">{row.basis}</span>; {visit.say(`basis-change.change.${row.change}`)}
          {row.by_document === null ? null : (
            <>
              ; <span lang="vi">{row.by_document}</span>
            </>
          )}
        </>
      ),
      sort: 'basis_change.basis',
    },
    {
      key: 'effective',
      label: 'basis-change.effective-on',
      type: 'date',
      value: (row) => row.effective_on,
      sort: 'basis_change.effective_on',
    },
    { key: 'unit', label: 'procedure.owner', value: (row) => row.unit, sort: 'unit.name' },
    {
      key: 'due',
      label: 'publication.due',
      type: 'date',
      value: (row) => row.due_on,
      sort: 'basis_check.due_on',
    },
    {
      key: 'verdict',
      label: 'publication.verdict',
      value: (row, say) => say(`basis-check.verdict.${row.verdict}`),
      code: (row) => row.verdict,
      cell: (row, visit) => (
        <PublicationTag verdict={row.verdict} words={visit.say(`basis-check.verdict.${row.verdict}`)} />
      ),
    },
    {
      key: 'outcome',
      label: 'basis-check.outcome',
      value: (row, say) =>
        row.outcome === null
          ? null
          : [say(`basis-check.outcome.${row.outcome}`), row.note].filter((part) => part !== null).join('. '),
      code: (row) => row.outcome,
      cell: (row, visit) => <FinishBasisCheck visit={visit} row={row} />,
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'procedures.search',
      apply: (builder, typed) => builder.where(holdsWords('procedure.search_fold', typed)),
    },
    {
      kind: 'select',
      name: 'verdict',
      label: 'publication.verdict',
      options: (_query, _scope, { say }) =>
        VERDICTS.filter((verdict) => verdict !== 'undated').map((verdict) => ({
          value: verdict,
          label: say(`basis-check.verdict.${verdict}`),
        })),
      apply: (builder, verdict, { clock }) =>
        builder.where(
          verdictSql(sql`basis_check.due_on`, sql`basis_check.finished_on`, todayOn(clock.today())),
          '=',
          verdict as Verdict,
        ),
    },
  ],
});
