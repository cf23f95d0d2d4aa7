import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { Tag } from '../platform/view/index.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { PROCESS_STATES, type ProcessState } from './domain/process/process.ts';
import { processesUrl, processUrl } from './process-urls.ts';

/** How the state of a process looks. */
export function ProcessStateTag({ standing, words }: { standing: ProcessStanding; words: string }) {
  const tone = { draft: 'waiting', published: 'done', coming: 'waiting', replaced: 'neutral' } as const;
  return <Tag tone={tone[standing]}>{words}</Tag>;
}

export type ProcessStanding = ProcessState | 'coming';

/** What a process is on a day: one that was replaced may still hold, one that was published may not yet. */
export function standingOfProcess(
  {
    state,
    validFrom,
    validTo,
  }: { state: ProcessState; validFrom: CivilDate | null; validTo: CivilDate | null },
  day: CivilDate,
): ProcessStanding {
  if (state === 'draft') return 'draft';
  if (validTo !== null && (validTo < day || (validFrom !== null && validTo < validFrom))) return 'replaced';
  return validFrom !== null && validFrom > day ? 'coming' : 'published';
}

/** Processes that somebody may see; drafts only of the own agency. */
function visible(query: Reader, scope: Scope, { actor, clock }: ListAsk) {
  return query
    .selectFrom('internal_process as i')
    .innerJoin('procedure as p', (join) =>
      join.onRef('p.agency_id', '=', 'i.keeper_id').onRef('p.id', '=', 'i.procedure_id'),
    )
    .innerJoin('agency as a', 'a.id', 'i.agency_id')
    .select([
      'i.id',
      'i.iso_code',
      'i.version',
      'i.state',
      'i.valid_from',
      'i.valid_to',
      'p.name',
      'p.code',
      'a.name as agency',
      sql<string>`${clock.today()}`.as('today'),
    ])
    .where(sql<SqlBool>`i.agency_id = ANY (${[...scope.whole]}::uuid[])`)
    .where((eb) => eb.or([eb('i.state', '<>', 'draft'), eb('i.agency_id', '=', actor.agencyId)]));
}

type ProcessRow = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number];

const standing = (row: ProcessRow) =>
  standingOfProcess(
    { state: row.state as ProcessState, validFrom: row.valid_from, validTo: row.valid_to },
    row.today,
  );

/** The internal processes, by procedure. */
export const processList = defineList({
  name: 'internal-processes',
  path: processesUrl(),
  permission: 'internal-process.read',
  title: 'processes.title',
  empty: 'processes.empty',
  query: visible,
  order: ['p.name', 'i.valid_from desc', 'i.id'],
  id: (row: ProcessRow) => row.id,
  columns: [
    {
      key: 'procedure',
      label: 'process.procedure',
      rowHeader: true,
      width: 'broad',
      value: (row) => row.name,
      cell: (row) => (
        <a href={processUrl(row.id)} lang="vi">
          {row.name}
        </a>
      ),
      sort: 'p.name',
    },
    {
      key: 'isoCode',
      label: 'process.iso-code',
      value: (row) => row.iso_code,
      sort: 'i.iso_code',
      nowrap: true,
    },
    { key: 'version', label: 'process.version', value: (row) => row.version },
    {
      key: 'state',
      label: 'process.state',
      value: (row, say) => say(`process.state.${standing(row)}`),
      code: (row) => row.state,
      cell: (row, visit) => (
        <ProcessStateTag standing={standing(row)} words={visit.say(`process.state.${standing(row)}`)} />
      ),
      sort: 'i.state',
    },
    {
      key: 'validFrom',
      label: 'process.valid-from',
      type: 'date',
      value: (row) => row.valid_from,
      sort: 'i.valid_from',
    },
    {
      key: 'validTo',
      label: 'process.valid-to',
      type: 'date',
      value: (row) => row.valid_to,
      sort: 'i.valid_to',
    },
    {
      key: 'agency',
      label: 'process.agency',
      value: (row) => row.agency,
      cell: (row) => <span lang="vi">{row.agency}</span>,
      sort: 'a.name',
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'processes.search',
      apply: (builder, typed) => builder.where(holdsWords('p.search_fold', typed)),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'process.state',
      options: (_query, _scope, { say }) =>
        PROCESS_STATES.map((state) => ({ value: state, label: say(`process.state.${state}`) })),
      apply: (builder, state) => builder.where('i.state', '=', state),
    },
  ],
});
