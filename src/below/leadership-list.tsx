import { type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { leadershipAt } from './measures.ts';
import { leadershipsUrl, leadershipUrl } from './urls.ts';

interface HoldingRow {
  agency_id: string;
  leader_name: string | null;
  leader_position: string | null;
  leader_is_head: boolean | null;
  officer_name: string | null;
  officer_position: string | null;
  document_number: string | null;
  document_date: CivilDate | null;
  valid_from: CivilDate | null;
  recorded_at: Temporal.Instant | null;
}

/** What an agency may lack of its leadership. */
const LACKS = ['complete', 'by_head', 'no_officer', 'nobody'] as const;
const LACKING: Readonly<Record<(typeof LACKS)[number], SqlBool | ReturnType<typeof sql<SqlBool>>>> = {
  complete: sql<SqlBool>`l.officer_name IS NOT NULL`,
  by_head: sql<SqlBool>`l.leader_is_head`,
  no_officer: sql<SqlBool>`l.leader_name IS NOT NULL AND l.officer_name IS NULL`,
  nobody: sql<SqlBool>`l.leader_name IS NULL`,
};

/** The agencies within a scope, each with whoever is responsible for reform there now. */
function registered(query: Reader, scope: Scope, { clock }: ListAsk) {
  const at = asOfNow(clock);
  return query
    .selectFrom('agency')
    .leftJoin(sql<HoldingRow>`(${leadershipAt(at)})`.as('l'), (join) =>
      join.onRef('l.agency_id', '=', 'agency.id'),
    )
    .where(sql<SqlBool>`agency.id = ANY (${[...scope.whole]}::uuid[])`)
    .where('agency.valid_from', '<=', at.day)
    .where((eb) => eb.or([eb('agency.valid_to', 'is', null), eb('agency.valid_to', '>=', at.day)]))
    .select(['agency.id', 'agency.name', 'agency.kind'])
    .select([
      'l.leader_name',
      'l.leader_position',
      'l.leader_is_head',
      'l.officer_name',
      'l.officer_position',
      'l.document_number',
      'l.document_date',
      'l.valid_from',
    ]);
}

type LeadershipRow = Awaited<ReturnType<ReturnType<typeof registered>['execute']>>[number];

const named = (name: string | null, position: string | null) =>
  name === null ? null : [name, position].filter((part) => part !== null).join(', ');

/** Who is responsible for reform in each agency, by what document. */
export const leadershipList = defineList({
  name: 'leadership',
  path: leadershipsUrl(),
  permission: 'leadership.read',
  title: 'leadership.title',
  empty: 'leadership.empty',
  query: registered,
  order: ['agency.kind', 'agency.position', 'agency.name', 'agency.id'],
  id: (row: LeadershipRow) => row.id,
  columns: [
    {
      key: 'agency',
      label: 'leadership.agency',
      value: (row) => row.name,
      cell: (row) => <a href={leadershipUrl(row.id)}>{row.name}</a>,
      sort: 'agency.name',
      rowHeader: true,
    },
    {
      key: 'leader',
      label: 'leadership.leader',
      value: (row, say) => named(row.leader_name, row.leader_position) ?? say('leadership.nobody'),
    },
    {
      key: 'is',
      label: 'leadership.leader-is',
      value: (row, say) =>
        row.leader_is_head === null
          ? null
          : say(`leadership.leader-is.${row.leader_is_head ? 'head' : 'deputy'}`),
      code: (row) => row.leader_is_head,
    },
    {
      key: 'officer',
      label: 'leadership.officer',
      value: (row, say) => named(row.officer_name, row.officer_position) ?? say('leadership.nobody'),
    },
    { key: 'document', label: 'leadership.document', value: (row) => row.document_number, nowrap: true },
    {
      key: 'documentDate',
      label: 'leadership.document.date',
      type: 'date',
      value: (row) => row.document_date,
    },
    {
      key: 'from',
      label: 'leadership.from',
      type: 'date',
      value: (row) => row.valid_from,
      sort: 'l.valid_from',
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'subplans.search',
      apply: (builder, typed) => builder.where(holdsWords('agency.name_fold', typed)),
    },
    {
      kind: 'select',
      name: 'kind',
      label: 'subplans.kind',
      options: (_query, _scope, { say }) =>
        ['department', 'district_office', 'school', 'centre', 'other'].map((kind) => ({
          value: kind,
          label: say(`subplans.of.${kind}`),
        })),
      apply: (builder, kind) => builder.where('agency.kind', '=', kind),
    },
    {
      kind: 'select',
      name: 'show',
      label: 'subplans.show',
      options: (_query, _scope, { say }) =>
        LACKS.map((lack) => ({ value: lack, label: say(`leadership.show.${lack}`) })),
      apply: (builder, lack) =>
        builder.where(LACKING[lack as (typeof LACKS)[number]] as ReturnType<typeof sql<SqlBool>>),
    },
  ],
});
