import { type RawBuilder, sql } from 'kysely';
import { type AsOf, heldAt } from '../platform/measure/as-of.ts';
import type { Measure, RecordSet } from '../platform/measure/measure.ts';
import type { TaskKind } from './domain/task.ts';
import { todayOn } from './domain/today.ts';
import type { Today, Verdict } from './domain/verdict.ts';
import { taskUrl } from './task-urls.ts';

/** The one definition of on time as SQL; `domain/verdict.ts` is the same as code, and a test holds them together. */
export function verdictSql(
  end: RawBuilder<unknown>,
  evidenceDate: RawBuilder<unknown>,
  { today, soonUntil }: Today,
): RawBuilder<Verdict> {
  return sql<Verdict>`CASE
    WHEN ${end} IS NULL THEN 'undated'
    WHEN ${evidenceDate} <= ${end} THEN 'on_time'
    WHEN ${evidenceDate} IS NOT NULL THEN 'done_late'
    WHEN ${today}::date > ${end} THEN 'late'
    WHEN ${end} <= ${soonUntil}::date THEN 'due_soon'
    ELSE 'ahead' END`;
}

/** What held of every milestone at an instant; those withdrawn are gone. */
export function milestonesAt(at: AsOf): RawBuilder<unknown> {
  return sql`SELECT * FROM milestone_period held WHERE ${heldAt(at, 'held')} AND state <> 'withdrawn'`;
}

/** Milestones of tasks as they stood: state, last days and the evidence that counted. */
const milestones: RecordSet<'due_end' | 'requirement_end' | 'evidence_date'> = {
  columns: ['due_end', 'requirement_end', 'evidence_date'],
  rows: (at) => sql`
    SELECT p.agency_id, p.task_id AS id, concat_ws(' – ', concat_ws('. ', nullif(t.no, ''), t.title), m.label) AS name,
           p.lead_units AS unit_ids, p.plan_id AS part_of, t.position * 1000 + p.milestone AS position,
           p.due_end, p.requirement_end, p.evidence_date
    FROM (${milestonesAt(at)}) p
    LEFT JOIN task t ON t.agency_id = p.agency_id AND t.id = p.task_id
    LEFT JOIN milestone m ON m.agency_id = p.agency_id AND m.task_id = p.task_id AND m.no = p.milestone
    WHERE p.kind = 'task'`,
  href: taskUrl,
};

type TaskColumn = 'kind' | 'confirmed' | 'waiting' | 'next_end' | 'expected_on';

/**
 * Tasks and followed duties as they stood: whether all milestones are confirmed, one waits, and which open day comes
 * first. Names are joined on the left, so that a figure without its list costs none.
 */
const tasks: RecordSet<TaskColumn> = {
  columns: ['kind', 'confirmed', 'waiting', 'next_end', 'expected_on'],
  rows: (at) => sql`
    SELECT p.agency_id, p.task_id AS id, concat_ws('. ', nullif(t.no, ''), t.title) AS name, p.lead_units AS unit_ids,
           p.plan_id AS part_of, t.position, p.kind, p.confirmed, p.waiting, p.next_end, p.expected_on
    FROM (SELECT * FROM task_period held WHERE ${heldAt(at, 'held')} AND NOT withdrawn) p
    LEFT JOIN task t ON t.agency_id = p.agency_id AND t.id = p.task_id`,
  href: taskUrl,
};

const confirmed = (kind: TaskKind): Measure<TaskColumn> => ({
  id: `${kind}.confirmed`,
  permission: 'task.read',
  records: tasks,
  counts: (row) => sql`${row.confirmed}`,
  of: (row) => sql`${row.kind} = ${sql.lit(kind)}`,
});

/** A plain count of tasks, or of duties. */
const count = (id: string, kind: TaskKind, counts: Measure<TaskColumn>['counts']): Measure<TaskColumn> => ({
  id,
  permission: 'task.read',
  records: tasks,
  counts: (row, at) => sql`${row.kind} = ${sql.lit(kind)} AND ${counts(row, at)}`,
});

const late = (kind: TaskKind) =>
  count(
    `${kind}.late`,
    kind,
    (row, at) => sql`${verdictSql(row.next_end, sql`NULL::date`, todayOn(at.day))} = 'late'`,
  );

const waiting = count('task.waiting', 'task', (row) => sql`${row.waiting}`);

/** Declared by people, so it stands beside what is done and is no part of it. */
const expected = count(
  'task.expected',
  'task',
  (row) => sql`NOT ${row.confirmed} AND ${row.expected_on} IS NOT NULL`,
);

/** Of what is done or due: an open milestone counts against it from the day after its last. */
function onTime(
  id: string,
  end: 'due_end' | 'requirement_end',
): Measure<'due_end' | 'requirement_end' | 'evidence_date'> {
  return {
    id,
    permission: 'task.read',
    records: milestones,
    counts: (row, at) => sql`${verdictSql(row[end], row.evidence_date, todayOn(at.day))} = 'on_time'`,
    of: (row, at) =>
      sql`${verdictSql(row[end], row.evidence_date, todayOn(at.day))} IN ('on_time', 'done_late', 'late')`,
  };
}

/** What can be counted of tasks; duties are counted apart. */
export const taskMeasures: readonly Measure[] = [
  confirmed('task'),
  onTime('milestone.on-time', 'due_end'),
  onTime('milestone.on-time-by-requirement', 'requirement_end'),
  late('task'),
  waiting,
  expected,
];

/** What can be counted of the duties that are followed. */
export const dutyMeasures: readonly Measure[] = [confirmed('duty'), late('duty')];
