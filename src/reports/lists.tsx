import { type SqlBool, sql } from 'kysely';
import { listUnits } from '../agencies/index.ts';
import { taskUrl } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { defineList } from '../platform/lists/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { Tag } from '../platform/view/index.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import type { ReportVerdict } from './domain/manifest.ts';
import { CONCERN_KINDS } from './domain/report.ts';
import { VERDICT_TONES } from './pages/say.ts';
import { findReport } from './queries.ts';
import { concernsWithin, readSubject } from './report-rights.ts';
import { REPORT_SHOWS, type ReportShow, reportTasks, showCondition } from './report-tasks.ts';
import { concernsUrl, concernUrl, reportTasksUrl } from './urls.ts';

/** A task in the annex of a report. */
export interface ReportTaskRow {
  id: string;
  kind: 'task' | 'duty';
  no: string;
  title: string;
  deliverable: string | null;
  lead: string | null;
  due: string | null;
  verdict: ReportVerdict;
  by_requirement: boolean;
  waiting: boolean;
  expected_on: CivilDate | null;
  documents: string | null;
  compared: boolean;
  before_verdict: ReportVerdict | null;
  frozen: boolean;
  now_verdict: ReportVerdict | null;
}

/** The tasks that a report counts: what each of its figures opens, and its annex. */
export const reportTaskList = defineList({
  name: 'report-tasks',
  path: reportTasksUrl(':report'),
  permission: 'report.read',
  title: 'report-tasks.title',
  empty: 'report-tasks.empty',
  async subject(query, { params }) {
    const found = await findReport(query, params.report ?? '');
    return found && readSubject(found, await listUnits(query, found.agencyId));
  },
  query: (query, _scope, { params, clock }) =>
    query
      .selectFrom(
        sql<ReportTaskRow & { position: number }>`${reportTasks(params.report ?? '', asOfNow(clock))}`.as(
          'counted',
        ),
      )
      .selectAll(),
  // Tasks of the appendix before duties.
  order: ['counted.kind desc', 'counted.position', 'counted.id'],
  id: (row: ReportTaskRow) => row.id,
  columns: [
    {
      key: 'no',
      label: 'report-tasks.no',
      value: (row) => row.no,
      sort: sql`counted.position`,
      width: 'narrow',
    },
    {
      key: 'title',
      label: 'report-tasks.task',
      value: (row) => row.title,
      cell: (row) => <a href={taskUrl(row.id)}>{row.title}</a>,
      rowHeader: true,
      width: 'broad',
    },
    { key: 'lead', label: 'report-tasks.lead', value: (row) => row.lead },
    { key: 'due', label: 'report-tasks.due', value: (row) => row.due },
    {
      key: 'verdict',
      label: 'report-tasks.verdict',
      value: (row, say) => say(`report.verdict.${row.verdict}`),
      code: (row) => row.verdict,
      cell: (row, visit) => (
        <Tag tone={VERDICT_TONES[row.verdict]}>{visit.say(`report.verdict.${row.verdict}`)}</Tag>
      ),
      sort: 'counted.verdict',
    },
    { key: 'documents', label: 'report-tasks.evidence', value: (row) => row.documents },
    { key: 'note', label: 'report-tasks.note', value: noteOf },
  ],
  filters: [
    {
      kind: 'select',
      name: 'show',
      label: 'report-tasks.show',
      options: (_query, _scope, { say }) =>
        REPORT_SHOWS.map((show) => ({
          value: show,
          label: say(`report.show.${show}`),
        })),
      apply: (builder, show) => builder.where(showCondition(show as ReportShow)),
    },
  ],
});

/** What else is to be said of a counted task, beside its verdict. */
export function noteOf(
  row: ReportTaskRow,
  say: (key: string, params?: Record<string, string>) => string,
): string {
  const verdict = (one: ReportVerdict | null) =>
    say(one === null ? 'report.verdict.none' : `report.verdict.${one}`);
  return [
    ...(row.waiting ? [say('report-tasks.waiting')] : []),
    ...(row.by_requirement ? [say('report-tasks.by-requirement')] : []),
    ...(row.expected_on === null ? [] : [say('report-tasks.expected', { day: formatDate(row.expected_on) })]),
    ...(row.compared && row.before_verdict !== row.verdict
      ? [say('report-tasks.before', { verdict: verdict(row.before_verdict) })]
      : []),
    ...(row.frozen && row.now_verdict !== row.verdict
      ? [say('report-tasks.now', { verdict: verdict(row.now_verdict) })]
      : []),
  ].join('; ');
}

function concernsOf(query: Reader, scope: Scope) {
  return query
    .selectFrom('report_concern')
    .innerJoin('report', (join) =>
      join
        .onRef('report.agency_id', '=', 'report_concern.agency_id')
        .onRef('report.id', '=', 'report_concern.report_id'),
    )
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.agency_id', '=', 'report_concern.agency_id')
        .onRef('unit.id', '=', 'report_concern.unit_id'),
    )
    .leftJoin('unit as answering', (join) =>
      join
        .onRef('answering.agency_id', '=', 'report_concern.agency_id')
        .onRef('answering.id', '=', 'report_concern.to_unit'),
    )
    .where(concernsWithin(scope))
    .where('report_concern.raised_at', 'is not', null)
    .select([
      'report_concern.report_id',
      'report_concern.number',
      'report_concern.kind',
      'report_concern.concern_text as text',
      'report_concern.raised_at',
      'report_concern.answer',
      'report_concern.answered_at',
      'report.period',
      'unit.name as unit',
      'answering.name as to_unit',
    ]);
}

type ConcernListRow = Awaited<ReturnType<ReturnType<typeof concernsOf>['execute']>>[number];

/** Difficulties and proposals that were raised, with whoever answers and what the answer is. */
export const concernList = defineList({
  name: 'concerns',
  path: concernsUrl(),
  permission: 'report.read',
  title: 'concerns.title',
  empty: 'concerns.empty',
  query: concernsOf,
  order: ['report_concern.raised_at desc', 'report_concern.report_id', 'report_concern.number'],
  id: (row: ConcernListRow) => `${row.report_id}:${row.number}`,
  columns: [
    {
      key: 'text',
      label: 'concern.text',
      value: (row) => row.text,
      cell: (row) => <a href={concernUrl(row.report_id, row.number)}>{row.text}</a>,
      rowHeader: true,
      width: 'broad',
    },
    {
      key: 'kind',
      label: 'concern.kind',
      value: (row, say) => say(`concern.kind.${row.kind}`),
      code: (row) => row.kind,
      nowrap: true,
    },
    { key: 'unit', label: 'concern.unit', value: (row) => row.unit },
    {
      key: 'period',
      label: 'report.period',
      value: (row, say) => say(`period.${row.period}`),
      code: (row) => row.period,
    },
    {
      key: 'raisedAt',
      label: 'concern.raised-at',
      type: 'instant',
      value: (row) => row.raised_at,
      sort: 'report_concern.raised_at',
      nowrap: true,
    },
    { key: 'to', label: 'concern.to', value: (row, say) => row.to_unit ?? say('concern.to.office') },
    {
      key: 'answer',
      label: 'concern.answer',
      value: (row, say) => row.answer ?? say('concern.waiting'),
    },
    {
      key: 'answeredAt',
      label: 'concern.answered-at',
      type: 'instant',
      value: (row) => row.answered_at,
      nowrap: true,
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'concerns.search',
      apply: (builder, typed) => builder.where(holdsWords('report_concern.concern_fold', typed)),
    },
    {
      kind: 'select',
      name: 'kind',
      label: 'concern.kind',
      options: (_query, _scope, { say }) =>
        CONCERN_KINDS.map((kind) => ({ value: kind, label: say(`concern.kind.${kind}`) })),
      apply: (builder, kind) => builder.where(sql<SqlBool>`report_concern.kind = ${kind}`),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'concern.state',
      options: (_query, _scope, { say }) =>
        ['waiting', 'answered'].map((state) => ({ value: state, label: say(`concern.${state}`) })),
      apply: (builder, state) =>
        builder.where('report_concern.answered_at', state === 'waiting' ? 'is' : 'is not', null),
    },
  ],
});
