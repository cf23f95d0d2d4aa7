import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { type AsOf, heldAt } from '../platform/measure/as-of.ts';
import type { Measure, RecordSet } from '../platform/measure/measure.ts';
import type { OwnItem } from './domain/parent-suggestions.ts';
import { todayOn } from './domain/today.ts';
import { milestonesAt, verdictSql } from './measures.ts';
import { type PlanRow, planRowOf } from './queries.ts';
import { parentItemUrl } from './urls.ts';

/** Kinds of our items that can carry out an item of a parent. */
export const MAPPED_KINDS = ['task', 'duty', 'target', 'commitment'] as const;

type ParentColumn =
  | 'item'
  | 'given'
  | 'mapped'
  | 'tasks'
  | 'done'
  | 'expected'
  | 'last_end'
  | 'evidence_date';

/**
 * Items of adopted plans as they stood: whether they are given to us, by what they are carried out, and how far those
 * tasks had come. A commitment counts through the tasks that carried it out then. The last day is the parent's own; where
 * it sets none, that of our tasks.
 */
const records: RecordSet<ParentColumn> = {
  columns: ['item', 'given', 'mapped', 'tasks', 'done', 'expected', 'last_end', 'evidence_date'],
  rows: (at) => sql`
    SELECT i.agency_id, i.plan_id::text || '/' || i.item AS id, i.item_text AS name,
           ARRAY(SELECT DISTINCT unit FROM unnest(w.unit_ids) unit) AS unit_ids, i.plan_id AS part_of, p.position,
           i.item, i.given, EXISTS (SELECT 1 FROM mapping m WHERE m.agency_id = i.agency_id AND m.plan_id = i.plan_id
             AND m.item = i.item AND ${heldAt(at, 'm')}) AS mapped,
           coalesce(w.tasks, 0) AS tasks, coalesce(w.done, false) AS done, coalesce(w.expected, false) AS expected,
           coalesce(i.due_end, w.last_end) AS last_end, CASE WHEN w.done THEN w.evidence_date END AS evidence_date
    FROM parent_item i
    JOIN plan_item p ON p.agency_id = i.agency_id AND p.plan_id = i.plan_id AND p.key = i.item
      AND p.kind = split_part(i.item, ':', 1)
    LEFT JOIN (${work(at)}) w ON w.agency_id = i.agency_id AND w.plan_id = i.plan_id AND w.item = i.item
    WHERE ${heldAt(at, 'i')}`,
  href: (id) => parentItemUrl(...(id.split('/') as [string, string])),
};

/** What the mapped tasks of each item had come to. */
function work(at: AsOf): RawBuilder<unknown> {
  return sql`
    SELECT r.agency_id, r.plan_id, r.item, count(DISTINCT t.id)::int AS tasks, bool_and(t.state = 'confirmed') AS done,
           bool_and(t.state = 'confirmed' OR coalesce(t.expected_on <= make_date(parent.plan_year, 12, 31), false)) AS expected,
           max(t.due_end) AS last_end, max(t.evidence_date) AS evidence_date,
           array_agg(unit) FILTER (WHERE unit IS NOT NULL) AS unit_ids
    FROM (
      SELECT m.agency_id, m.plan_id, m.item, m.of_plan, coalesce(c.task, m.to_key) AS key
      FROM mapping m LEFT JOIN commitment_task c ON c.agency_id = m.agency_id AND c.plan_id = m.of_plan
        AND c.commitment = m.to_key AND ${heldAt(at, 'c')}
      WHERE ${heldAt(at, 'm')}) r
    JOIN plan parent ON parent.agency_id = r.agency_id AND parent.id = r.plan_id
    JOIN (SELECT task.id, task.key, p.plan_id, p.agency_id, p.state, p.due_end, p.evidence_date, p.expected_on, p.lead_units
      FROM (${milestonesAt(at)}) p JOIN task ON task.agency_id = p.agency_id AND task.id = p.task_id) t
      ON t.agency_id = r.agency_id AND t.plan_id = r.of_plan AND t.key = r.key
    LEFT JOIN LATERAL unnest(t.lead_units) unit ON true
    GROUP BY r.agency_id, r.plan_id, r.item`;
}

const isGiven = (given: RawBuilder<unknown>) =>
  sql<SqlBool>`coalesce(${given} IN ('lead', 'support'), false)`;

/** Of what a higher agency's plan gives to us: all tasks that carry it out are confirmed. */
const completed: Measure<ParentColumn> = {
  id: 'parent-item.completed',
  permission: 'plan.read',
  records,
  counts: (row) => sql`${row.done}`,
  of: (row) => isGiven(row.given),
};

const onTime: Measure<ParentColumn> = {
  id: 'parent-item.on-time',
  permission: 'plan.read',
  records,
  counts: (row, at) => sql`${verdictSql(row.last_end, row.evidence_date, todayOn(at.day))} = 'on_time'`,
  of: (row, at) =>
    sql`${isGiven(row.given)} AND ${verdictSql(row.last_end, row.evidence_date, todayOn(at.day))} IN ('on_time', 'done_late', 'late')`,
};

/** Declared by people for the tasks that are not done, so it stands beside what is completed. */
const expected: Measure<ParentColumn> = {
  id: 'parent-item.expected',
  permission: 'plan.read',
  records,
  counts: (row) => sql`${isGiven(row.given)} AND ${row.expected} AND NOT ${row.done}`,
};

const uncovered: Measure<ParentColumn> = {
  id: 'parent-item.uncovered',
  permission: 'plan.read',
  records,
  counts: (row) => sql`NOT ${row.mapped}`,
  of: (row) => isGiven(row.given),
};

const undecided: Measure<ParentColumn> = {
  id: 'parent-item.undecided',
  permission: 'plan.read',
  records,
  counts: (row) => sql`${row.given} IS NULL`,
};

/** What can be counted of the plans that ours carry out. */
export const parentMeasures = [completed, onTime, expected, uncovered, undecided] as const;

/** How a page narrows the items of an adopted plan; those that a figure counts are named like it. */
export const PARENT_SHOWS = [
  'given',
  'completed',
  'open',
  'uncovered',
  'undecided',
  'changed',
  'not_ours',
] as const;
export type ParentShow = (typeof PARENT_SHOWS)[number];

/** An adopted plan's items as of an instant, as rows of a query. */
export const parentRecords = (at: AsOf) => sql`(${records.rows(at)})`;

/** Whether a row `r` of those records is shown: by the very predicates of the figures. */
export function parentCondition(show: ParentShow, at: AsOf): RawBuilder<SqlBool> {
  const columns = Object.fromEntries(
    records.columns.map((column) => [column, sql.ref(`r.${column}`)]),
  ) as Parameters<typeof completed.counts>[0];
  const given = isGiven(columns.given);
  switch (show) {
    case 'given':
      return given;
    case 'completed':
      return sql`(${given} AND ${completed.counts(columns, at)})`;
    case 'open':
      return sql`(${given} AND NOT ${completed.counts(columns, at)})`;
    case 'uncovered':
      return sql`(${given} AND ${uncovered.counts(columns, at)})`;
    case 'undecided':
      return sql`(${undecided.counts(columns, at)})`;
    case 'changed':
      return isChanged;
    case 'not_ours':
      return sql`coalesce(${columns.given} = 'not_ours', false)`;
  }
}

/** Whether words on either side of a mapping are no longer those that were judged, or one side was withdrawn. */
const isChanged = sql<SqlBool>`EXISTS (SELECT 1 FROM mapping m
  JOIN parent_item i ON i.agency_id = m.agency_id AND i.plan_id = m.plan_id AND i.item = m.item AND i.to_at IS NULL
  LEFT JOIN plan_item o ON o.agency_id = m.agency_id AND o.plan_id = m.of_plan AND o.key = m.to_key
  WHERE m.agency_id = r.agency_id AND m.plan_id = r.part_of AND m.item = r.item AND m.to_at IS NULL
    AND (i.item_text <> m.item_words OR o.item_text IS DISTINCT FROM m.to_words OR o.version_to IS NOT NULL))`;

/** The plans of an agency that carry an adopted plan out, or all that could. */
export async function plansOfParent(
  query: Reader,
  agencyId: string,
  parent: string | 'any',
): Promise<PlanRow[]> {
  let rows = query
    .selectFrom('plan')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('adopted', '=', false)
    .where('version', '>', 0)
    .orderBy('plan_year', 'desc')
    .orderBy('id', 'desc');
  if (parent !== 'any') rows = rows.where('parent_id', '=', parent);
  return (await rows.execute()).map(planRowOf);
}

/** The adopted plans of an agency. */
export async function adoptedPlans(query: Reader, agencyId: string): Promise<PlanRow[]> {
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('adopted', '=', true)
    .orderBy('plan_year', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(planRowOf);
}

/** Tasks, targets and commitments in force of the plans that carry an adopted plan out. */
export async function ownItems(query: Reader, agencyId: string, parent: string): Promise<OwnItem[]> {
  return query
    .selectFrom('plan_item')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.agency_id', '=', 'plan_item.agency_id')
        .onRef('plan.id', '=', 'plan_item.plan_id')
        .on('plan.parent_id', '=', parent),
    )
    .select(['plan_item.plan_id as plan', 'plan_item.key', 'plan_item.item_text as text'])
    .where('plan_item.agency_id', '=', agencyId)
    .where('plan_item.version_to', 'is', null)
    .where('plan_item.kind', 'in', [...MAPPED_KINDS])
    .orderBy(
      sql`plan.plan_year DESC, plan.id, array_position(${[...MAPPED_KINDS]}::text[], plan_item.kind), plan_item.position`,
    )
    .execute();
}

/** The first item of an adopted plan of which nobody has said whether it is given to us. */
export async function firstUndecided(query: Reader, plan: PlanRow): Promise<string | undefined> {
  const row = await query
    .selectFrom('parent_item')
    .select('item')
    .where('agency_id', '=', plan.agencyId)
    .where('plan_id', '=', plan.id)
    .where('to_at', 'is', null)
    .where('given', 'is', null)
    .orderBy('position')
    .executeTakeFirst();
  return row?.item;
}

/** How many items of an adopted plan are mapped to items of one of ours. */
export async function countMappings(query: Reader, plan: PlanRow): Promise<number> {
  const { count } = await query
    .selectFrom('mapping')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('agency_id', '=', plan.agencyId)
    .where('of_plan', '=', plan.id)
    .where('to_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
