import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { AFFILIATED_KINDS } from '../agencies/index.ts';
import { findPlan, todayOn, VERDICTS, type Verdict, verdictSql } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { formatLongDate } from '../platform/i18n/format.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import { type AsOf, asOfNow } from '../platform/measure/as-of.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { TimeLeft } from '../platform/view/index.ts';
import { SUBPLAN_STATES } from './domain/subplan.ts';
import { type OwingRow, owing } from './owing.ts';
import { SubplanTag } from './pages/tag.tsx';
import { subplansUrl, subplanUrl } from './urls.ts';

/** Groups of recipients, by which the list is counted and narrowed. */
export const GROUPS = ['agencies', 'affiliated', 'district_office', 'division'] as const;
export type Group = (typeof GROUPS)[number];
const OF = [...GROUPS, ...AFFILIATED_KINDS.filter((kind) => kind !== 'district_office')] as const;

/** The condition of a group, or of one kind of agency. */
export function groupCondition(group: string): RawBuilder<SqlBool> {
  if (group === 'agencies') return sql<SqlBool>`owing.kind <> 'division'`;
  if (group === 'affiliated') return sql<SqlBool>`owing.kind NOT IN ('division', 'district_office')`;
  return sql<SqlBool>`owing.kind = ${group}`;
}

/** How far a recipient is: there, missing, or one of the states. */
export const SHOWS = ['there', 'missing', ...SUBPLAN_STATES] as const;
export type Show = (typeof SHOWS)[number];

export function showCondition(show: Show): RawBuilder<SqlBool> {
  if (show === 'there') return sql<SqlBool>`owing.in_hand`;
  if (show === 'missing') return sql<SqlBool>`NOT owing.in_hand`;
  return sql<SqlBool>`owing.state = ${show}`;
}

export function verdictCondition(verdict: Verdict, at: AsOf): RawBuilder<SqlBool> {
  return sql<SqlBool>`${verdictSql(sql`owing.due_end`, sql`owing.evidence_date`, todayOn(at.day))} = ${verdict}`;
}

/** Recipients of a plan that owe plans of their own, as far as a scope sees them. */
export function owingOfPlan(query: Reader, scope: Scope, plan: string, at: AsOf) {
  return query
    .selectFrom(sql<OwingRow>`(${owing(at)})`.as('owing'))
    .where('owing.plan_id', '=', plan)
    .where(sql<SqlBool>`owing.agency_id = ANY (${[...scope.whole]}::uuid[])`)
    .selectAll('owing')
    .select(verdictSql(sql`owing.due_end`, sql`owing.evidence_date`, todayOn(at.day)).as('verdict'))
    .select(
      sql<number>`(SELECT count(DISTINCT c.chase_id)::int FROM subplan_chase c WHERE c.plan_id = owing.plan_id
        AND c.recipient = owing.recipient)`.as('chased'),
    )
    .select(
      sql<Temporal.Instant | null>`(SELECT max(c.sent_at) FROM subplan_chase c WHERE c.plan_id = owing.plan_id
        AND c.recipient = owing.recipient)`.as('last_chased'),
    )
    .select(
      sql<string | null>`(SELECT c.answer FROM subplan_chase c WHERE c.plan_id = owing.plan_id
        AND c.recipient = owing.recipient AND c.answered_at IS NOT NULL ORDER BY c.answered_at DESC LIMIT 1)`.as(
        'answer',
      ),
    );
}

const listed = (query: Reader, scope: Scope, { params, clock }: ListAsk) =>
  owingOfPlan(query, scope, params.plan ?? '', asOfNow(clock));

export type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

/** Who has a plan of its own, who has not, and whether in time. */
export const subplanList = defineList({
  name: 'subplans',
  path: subplansUrl(':plan'),
  permission: 'subplan.read',
  title: 'subplans.title',
  empty: 'subplans.empty',
  subject: async (query, { params, actor }) => {
    const plan = await findPlan(query, params.plan ?? '');
    return plan === undefined || plan.version === 0 ? undefined : { agencyId: actor.agencyId };
  },
  query: listed,
  order: ['owing.kind desc', 'owing.position', 'owing.name', 'owing.recipient'],
  id: (row: ListedRow) => row.recipient,
  columns: [
    {
      key: 'name',
      label: 'subplans.name',
      value: (row) => row.name,
      cell: (row) => <a href={subplanUrl(row.plan_id, row.recipient)}>{row.name}</a>,
      sort: 'owing.name',
      rowHeader: true,
    },
    {
      key: 'kind',
      label: 'subplans.kind',
      value: (row, say) => say(`subplans.of.${row.kind}`),
      code: (row) => row.kind,
    },
    {
      key: 'own',
      label: 'subplans.own',
      value: (row, say) => say(`subplan.state.${row.own_state}`),
      code: (row) => row.own_state,
      cell: (row, visit) => <SubplanTag visit={visit} state={row.own_state} />,
      sort: 'owing.own_state',
    },
    {
      key: 'district',
      label: 'subplans.district',
      value: (row, say) => (row.district_state === null ? null : say(`subplan.state.${row.district_state}`)),
      code: (row) => row.district_state,
      cell: (row, visit) =>
        row.district_state === null ? null : (
          <a href={subplanUrl(row.plan_id, row.recipient, 'district')}>
            <SubplanTag visit={visit} state={row.district_state} />
          </a>
        ),
    },
    {
      key: 'issued',
      label: 'subplans.issued',
      type: 'date',
      value: (row) => row.evidence_date,
      sort: 'owing.evidence_date',
    },
    { key: 'sent', label: 'subplans.sent', type: 'date', value: (row) => row.sent_on, sort: 'owing.sent_on' },
    {
      key: 'verdict',
      label: 'subplans.verdict',
      value: (row, say) => say(`subplans.verdict.${row.verdict}`),
      code: (row) => row.verdict,
      cell: (row, visit) => verdictCell(row, visit.say(`subplans.verdict.${row.verdict}`)),
    },
    {
      key: 'chased',
      label: 'subplans.chased',
      type: 'number',
      value: (row) => row.chased,
      cell: (row) => (row.chased === 0 ? null : row.chased),
    },
    { key: 'answer', label: 'subplans.answer', value: (row) => row.answer },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'subplans.search',
      apply: (builder, typed) => builder.where(holdsWords('owing.name_fold', typed)),
    },
    {
      kind: 'select',
      name: 'of',
      label: 'subplans.kind',
      options: (_query, _scope, { say }) => OF.map((of) => ({ value: of, label: say(`subplans.of.${of}`) })),
      apply: (builder, of) => builder.where(groupCondition(of)),
    },
    {
      kind: 'select',
      name: 'show',
      label: 'subplans.show',
      options: (_query, _scope, { say }) =>
        SHOWS.map((show) => ({ value: show, label: say(`subplans.show.${show}`) })),
      apply: (builder, show) => builder.where(showCondition(show as Show)),
    },
    {
      kind: 'select',
      name: 'verdict',
      label: 'subplans.verdict',
      options: (_query, _scope, { say }) =>
        VERDICTS.map((verdict) => ({ value: verdict, label: say(`subplans.verdict.${verdict}`) })),
      apply: (builder, verdict, { clock }) =>
        builder.where(verdictCondition(verdict as Verdict, asOfNow(clock))),
    },
  ],
});

const VERDICT_TONES = {
  undated: 'neutral',
  on_time: 'on-time',
  done_late: 'late',
  late: 'late',
  due_soon: 'due-soon',
  ahead: 'neutral',
} as const;

function verdictCell({ due_end: due, verdict }: ListedRow, words: string) {
  if (due === null) return words;
  return <TimeLeft text={words} tone={VERDICT_TONES[verdict]} date={formatLongDate(due)} iso={due} />;
}

/** Numbers above the list, in one query: of each group how many there are and how many have their plan. */
export async function countsOf(query: Reader, scope: Scope, plan: string, at: AsOf) {
  const counts = [
    ...GROUPS.flatMap((group) => [
      sql`count(*) FILTER (WHERE ${groupCondition(group)})::int AS ${sql.ref(`${group}_all`)}`,
      sql`count(*) FILTER (WHERE ${groupCondition(group)} AND owing.in_hand)::int AS ${sql.ref(`${group}_there`)}`,
    ]),
    ...SHOWS.map(
      (show) => sql`count(*) FILTER (WHERE ${showCondition(show)})::int AS ${sql.ref(`show_${show}`)}`,
    ),
    ...VERDICTS.map(
      (verdict) =>
        sql`count(*) FILTER (WHERE ${verdictCondition(verdict, at)})::int AS ${sql.ref(`verdict_${verdict}`)}`,
    ),
  ];
  const { rows } = await sql<Record<string, number>>`SELECT ${sql.join(counts)} FROM (${owing(at)}) owing
    WHERE owing.plan_id = ${plan} AND owing.agency_id = ANY (${[...scope.whole]}::uuid[])`.execute(query);
  const count = (name: string) => rows[0]?.[name] ?? 0;
  return {
    of: (group: Group) => ({ all: count(`${group}_all`), there: count(`${group}_there`) }),
    show: (show: Show) => count(`show_${show}`),
    verdict: (verdict: Verdict) => count(`verdict_${verdict}`),
  };
}
export type Counts = Awaited<ReturnType<typeof countsOf>>;
