import { type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import type { Actor, Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { TaskKind } from './domain/task.ts';
import { letterCell, taskLinkCell } from './pages/task/cells.tsx';
import { ledBy, ownUnits, showCondition } from './task-lists.ts';
import { judgeOf } from './task-rights.ts';
import { chasesUrl } from './task-urls.ts';

/** A task that may be chased, in one of its lead units. */
export interface Chaseable {
  unitId: string;
  unit: string;
  taskId: string;
  kind: TaskKind;
  no: string;
  title: string;
  end: CivilDate;
  late: boolean;
  /** Evidence came, and was sent back. */
  sentBack: boolean;
  /** How often it was chased, and when last. */
  chased: number;
  lastChased: Temporal.Instant | null;
}

/** Tasks of a plan that are late or due soon, by lead unit. */
export async function listChaseable(
  query: Reader,
  scope: Scope,
  plan: string,
  day: CivilDate,
): Promise<Chaseable[]> {
  const late = showCondition('late', day);
  const { rows } = await sql<Chaseable>`
    SELECT l.unit_id AS "unitId", u.name AS unit, task.id AS "taskId", task.kind, task.no, task.title, task.next_end AS "end",
           ${late} AS late, task.state = 'sent_back' AS "sentBack",
           (SELECT count(*)::int FROM task_chase c WHERE c.agency_id = task.agency_id AND c.task_id = task.id
             AND c.unit_id = l.unit_id) AS chased,
           (SELECT max(c.sent_at) FROM task_chase c WHERE c.agency_id = task.agency_id AND c.task_id = task.id
             AND c.unit_id = l.unit_id) AS "lastChased"
    FROM task JOIN task_unit l ON l.agency_id = task.agency_id AND l.task_id = task.id AND l.role = 'lead'
    JOIN unit u ON u.agency_id = l.agency_id AND u.id = l.unit_id
    WHERE task.agency_id = ANY (${[...scope.whole]}::uuid[]) AND task.plan_id = ${plan}
      AND task.state <> 'withdrawn' AND (${late} OR ${showCondition('due_soon', day)})
    ORDER BY u.position, task.next_end, task.position`.execute(query);
  return rows;
}

/** Tasks on which a unit of the actor's was chased and has not answered. */
export async function unansweredChases(
  query: Reader,
  actor: Actor,
): Promise<{ taskId: string; no: string; title: string }[]> {
  const { units } = judgeOf(actor, actor.agencyId);
  if (units.length === 0) return [];
  return (
    query
      .selectFrom('task_chase')
      .innerJoin('task', (join) =>
        join.onRef('task.agency_id', '=', 'task_chase.agency_id').onRef('task.id', '=', 'task_chase.task_id'),
      )
      .select(['task.id as taskId', 'task.no', 'task.title'])
      .distinctOn(['task.position', 'task.id'])
      .where('task_chase.agency_id', '=', actor.agencyId)
      .where('task_chase.unit_id', 'in', [...units])
      .where('task_chase.answered_at', 'is', null)
      // Nobody is reminded of what is done, or no longer theirs.
      .where('task.state', 'not in', ['confirmed', 'withdrawn'])
      .where(ledBy(sql`l.unit_id = task_chase.unit_id`))
      .orderBy('task.position')
      .orderBy('task.id')
      .execute()
  );
}

function chasesOf(query: Reader, scope: Scope, { params }: ListAsk) {
  return query
    .selectFrom('task_chase')
    .innerJoin('task', (join) =>
      join.onRef('task.agency_id', '=', 'task_chase.agency_id').onRef('task.id', '=', 'task_chase.task_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'task_chase.agency_id').onRef('unit.id', '=', 'task_chase.unit_id'),
    )
    .leftJoin('account', 'account.id', 'task_chase.sent_by')
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
    )
    .where(sql<SqlBool>`task_chase.agency_id = ANY (${[...scope.whole]}::uuid[])`)
    .where('task.plan_id', '=', params.plan ?? '')
    .select([
      'task.id',
      'task.no',
      'task.title',
      'task_chase.chase_id',
      'task_chase.sent_at',
      'task_chase.chase_text as text',
      'task_chase.answer',
      'task_chase.answered_at',
      'unit.name as unit',
      'person.name as by',
    ]);
}

type ChaseRow = Awaited<ReturnType<ReturnType<typeof chasesOf>['execute']>>[number];

/** Every chase of a plan's tasks, and what the units answered. */
export const chaseList = defineList({
  name: 'chases',
  path: chasesUrl(':plan'),
  permission: 'task.read',
  title: 'chases.title',
  empty: 'chases.empty',
  query: chasesOf,
  order: ['task_chase.sent_at desc', 'unit.position', 'task.position', 'task_chase.chase_id'],
  id: (row: ChaseRow) => `${row.chase_id}:${row.id}`,
  columns: [
    {
      key: 'sentAt',
      label: 'chases.sent-at',
      type: 'instant',
      value: (row) => row.sent_at,
      sort: 'task_chase.sent_at',
      nowrap: true,
    },
    { key: 'unit', label: 'chases.unit', value: (row) => row.unit },
    {
      key: 'task',
      label: 'chases.task',
      value: (row) => `${row.no}. ${row.title}`,
      cell: (row) => taskLinkCell(row),
      rowHeader: true,
      width: 'broad',
    },
    { key: 'by', label: 'chases.by', value: (row) => row.by },
    {
      key: 'text',
      label: 'chases.text',
      value: (row) => row.text,
      cell: (row, visit) => letterCell(row, visit),
    },
    {
      key: 'answer',
      label: 'chases.answer',
      value: (row, say) => row.answer ?? say('chases.waiting'),
    },
    {
      key: 'answeredAt',
      label: 'chases.answered-at',
      type: 'instant',
      value: (row) => row.answered_at,
      nowrap: true,
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'tasks.search',
      apply: (builder, typed) => builder.where(holdsWords('task.title_fold', typed)),
    },
    {
      kind: 'select',
      name: 'unit',
      label: 'tasks.unit',
      all: 'tasks.unit.all',
      options: ownUnits,
      apply: (builder, unit) => builder.where('task_chase.unit_id', '=', unit),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'chases.state',
      options: (_query, _scope, { say }) =>
        ['waiting', 'answered'].map((state) => ({ value: state, label: say(`chases.${state}`) })),
      apply: (builder, state) =>
        builder.where('task_chase.answered_at', state === 'waiting' ? 'is' : 'is not', null),
    },
  ],
});
