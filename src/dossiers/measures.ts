import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { officeInstant } from '../platform/clock/clock.ts';
import type { AsOf } from '../platform/measure/as-of.ts';
import type { Columns, Measure, RecordSet } from '../platform/measure/measure.ts';
import { oneStopRuleSets } from '../pure/one-stop/index.ts';
import { deskResults, handledDossiers, judgedColumns, versionFacts } from './figures/handled.ts';
import { type InclusionPolicy, inclusionPolicies } from './figures/inclusion.ts';
import { dossierVerdictSql, officeDay, onTimeSql } from './figures/verdict-sql.ts';
import { dossierUrl } from './urls.ts';

const PERMISSION = 'dossier.count';
const { 'plan-375': plan, 'national-index': index, 'ii-06a': form } = inclusionPolicies;

/** Figures of dossiers are of a year so far: from 1 January of the day asked for. */
const yearStart = ({ day }: AsOf): Temporal.Instant => officeInstant(`${day.slice(0, 4)}-01-01T00:00`);

/** The end of the last day of the year that counts for shares of online submission. */
const cutOffOf = ({ day }: AsOf, { cutOff }: InclusionPolicy): Temporal.Instant =>
  officeInstant(`${day.slice(0, 4)}-${cutOff ?? '12-31'}T23:59:59.999999`);

const isSaturday = (instant: RawBuilder<unknown>) => sql`extract(isodow FROM ${officeDay(instant)}) = 6`;

/** A number of the rule set that a dossier is under. */
const ofRules = (rules: RawBuilder<unknown>, rule: 'apologyDaysBefore' | 'uncollectedAfterDays') =>
  sql`CASE ${rules} ${sql.join(
    oneStopRuleSets.map((set) => sql`WHEN ${sql.lit(set.code)} THEN ${sql.lit(set[rule])}`),
    sql` `,
  )} END`;

const recordName = sql`concat_ws(' – ', r.code, r.subject)`;

const HANDLED = [
  'accepted',
  'received',
  'ending',
  'waiting',
  'declined',
  'channel',
  'by_self',
  'level',
  'until_cut_off',
  'plan_verdict',
  'index_verdict',
  'form_verdict',
  'late',
  'apology',
  'saturday',
] as const;
type HandledColumn = (typeof HANDLED)[number];

/** Dossiers of the year so far: received in it, carried over into it, or refused in it. */
const dossiers: RecordSet<HandledColumn> = {
  columns: HANDLED,
  alone: true,
  href: dossierUrl,
  rows: (at) => {
    const row = judgedColumns('r');
    const start = yearStart(at);
    const accepted = sql`r.accepted_at IS NOT NULL`;
    const sentInTime = sql`${officeDay(sql`r.apology_at`)}
      <= ${officeDay(sql`r.apology_due_at`)} - ${ofRules(sql`r.rules`, 'apologyDaysBefore')}`;
    return sql`SELECT r.agency_id, r.id, ${recordName} AS name, ARRAY[r.unit_id] AS unit_ids, NULL::uuid AS part_of,
        0 AS position, ${accepted} AS accepted, ${accepted} AND r.accepted_at >= ${start} AS received, r.ending, r.waiting,
        r.ending = 'finished' AND r.outcome = 'declined' AS declined, r.channel, r.by_self, v.level,
        r.accepted_at <= ${cutOffOf(at, plan)} AS until_cut_off,
        ${dossierVerdictSql(row, plan, at)} AS plan_verdict, ${dossierVerdictSql(row, index, at)} AS index_verdict,
        ${dossierVerdictSql(row, form, at)} AS form_verdict,
        ${accepted} AND r.due_at IS NOT NULL
          AND NOT ${onTimeSql(sql`coalesce(r.ended_at, ${at.instant}::timestamptz)`, row.due_at)} AS late,
        CASE WHEN r.apology_at IS NULL THEN 'none' WHEN ${sentInTime} THEN 'in-time' ELSE 'late' END AS apology,
        ${accepted} AND ${isSaturday(row.accepted_at)} AS saturday
      FROM (${handledDossiers(start, at)}) r LEFT JOIN ${versionFacts} v ON v.id = r.procedure_version_id`;
  },
};

const RESULTS = ['returned', 'by', 'uncollected', 'saturday'] as const;
type ResultColumn = (typeof RESULTS)[number];

/** Results of the year so far: returned in it, or lying at the desk. */
const results: RecordSet<ResultColumn> = {
  columns: RESULTS,
  alone: true,
  href: dossierUrl,
  rows: (at) => sql`SELECT r.agency_id, r.id, ${recordName} AS name, ARRAY[r.unit_id] AS unit_ids,
      NULL::uuid AS part_of, 0 AS position, r.returned_at IS NOT NULL AS returned, r.returned_by AS by,
      r.returned_at IS NULL
        AND ${at.instant}::timestamptz > r.ended_at + interval '1 day' * ${ofRules(sql`r.rules`, 'uncollectedAfterDays')}
        AS uncollected,
      r.returned_at IS NOT NULL AND ${isSaturday(sql`r.returned_at`)} AS saturday
    FROM (${deskResults(yearStart(at), at)}) r`,
};

type Condition<C extends string> = (row: Columns<C>) => RawBuilder<SqlBool>;

const ofDossiers = (
  id: string,
  counts: Condition<HandledColumn>,
  of?: Condition<HandledColumn>,
): Measure<HandledColumn> => ({
  id: `dossier.${id}`,
  permission: PERMISSION,
  records: dossiers,
  counts,
  ...(of === undefined ? {} : { of }),
});

const ofResults = (
  id: string,
  counts: Condition<ResultColumn>,
  of?: Condition<ResultColumn>,
): Measure<ResultColumn> => ({
  id: `result.${id}`,
  permission: PERMISSION,
  records: results,
  counts,
  ...(of === undefined ? {} : { of }),
});

type VerdictColumn = 'plan_verdict' | 'index_verdict' | 'form_verdict';

const among = (column: VerdictColumn, verdicts: readonly string[]) => (row: Columns<HandledColumn>) =>
  sql<SqlBool>`${row[column]} IN (${sql.join(verdicts.map((one) => sql.lit(one)))})`;

/** The share that a policy calls on time. */
const onTime = (id: string, column: VerdictColumn, { ratio }: InclusionPolicy) =>
  ofDossiers(id, among(column, ratio.counts), among(column, ratio.of));

const received: Condition<HandledColumn> = (row) => sql`${row.received}`;
const late: Condition<HandledColumn> = (row) => sql`${row.late}`;
const ending = (how: string) => (row: Columns<HandledColumn>) =>
  sql<SqlBool>`${row.ending} = ${sql.lit(how)}`;
const atLevel = (level: string) => (row: Columns<HandledColumn>) =>
  sql<SqlBool>`${row.level} = ${sql.lit(level)}`;

/** What an officer typed for somebody is not online; the rest are all that were received of the same procedures. */
const onlineAtLevel = (level: '3' | '4') =>
  ofDossiers(
    `online-level-${level}`,
    (row) => sql`${row.channel} = 'online' AND ${row.by_self}`,
    (row) => sql`${received(row)} AND ${row.until_cut_off} AND ${atLevel(level)(row)}`,
  );

/** What can be counted of dossiers, each of the year so far. */
export const dossierMeasures: readonly Measure[] = [
  ofDossiers('received', received),
  ...(['direct', 'online', 'post'] as const).map((channel) =>
    ofDossiers(`received-${channel}`, (row) => sql`${row.channel} = ${sql.lit(channel)}`, received),
  ),
  ...(['3', '4', 'partial', 'full'] as const).map((level) =>
    ofDossiers(`received-level-${level}`, atLevel(level), received),
  ),
  ofDossiers('carried-over', (row) => sql`${row.accepted} AND NOT ${row.received}`),
  ofDossiers('early', among('form_verdict', ['early'])),
  ofDossiers('ended-on-time', among('form_verdict', ['on_time'])),
  ofDossiers('ended-late', among('form_verdict', ['done_late'])),
  ofDossiers('within', among('form_verdict', ['within'])),
  ofDossiers('late', among('form_verdict', ['late'])),
  onTime('on-time', 'plan_verdict', plan),
  onTime('on-time-by-index', 'index_verdict', index),
  ofDossiers('waiting', (row) => sql`${row.waiting}`),
  ofDossiers('withdrawn', ending('withdrawn')),
  ofDossiers('refused', ending('refused')),
  ofDossiers('declined', (row) => sql`${row.declined}`),
  ofDossiers('stopped', ending('stopped')),
  ofDossiers('apologised', (row) => sql`${row.apology} <> 'none'`, late),
  ofDossiers('apologised-in-time', (row) => sql`${row.apology} = 'in-time'`, late),
  ofDossiers('apologised-late', (row) => sql`${row.apology} = 'late'`, late),
  ofDossiers('saturday', (row) => sql`${row.saturday}`, received),
  onlineAtLevel('3'),
  onlineAtLevel('4'),
  ofDossiers(
    'level-4-handled',
    (row) => sql`${row.ending} IS NOT NULL`,
    (row) => sql`${row.accepted} AND ${atLevel('4')(row)}`,
  ),
  ofResults('returned', (row) => sql`${row.returned}`),
  ofResults(
    'returned-post',
    (row) => sql`${row.by} = 'post'`,
    (row) => sql`${row.returned}`,
  ),
  ofResults(
    'saturday',
    (row) => sql`${row.saturday}`,
    (row) => sql`${row.returned}`,
  ),
  ofResults('uncollected', (row) => sql`${row.uncollected}`),
];
