import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { listUnits } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { formatMonth } from '../platform/i18n/format.ts';
import { defineList, type List, type ListAsk, type ListFilter } from '../platform/lists/index.ts';
import type { Actor, Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

import { SHOWS, type Show } from './domain/living/shows.ts';
import { TASK_KINDS, type TaskKind } from './domain/task.ts';
import { todayOn } from './domain/today.ts';
import { verdictSql } from './measures.ts';
import { assigneeCell, dueCell, stateCell, titleCell } from './pages/task/cells.tsx';
import { judgeOf } from './task-rights.ts';
import type { TaskRow } from './task-row.ts';

export { SHOWS, type Show } from './domain/living/shows.ts';

/** Within what a scope sees whole; of one agency said plainly, so that its tasks are read in the order of their days. */
const seenWhole = (scope: Scope) => sql<SqlBool>`task.agency_id = ANY (${[...scope.whole]}::uuid[])`;
const seenOf = ({ whole }: Scope, agencyId: string) =>
  whole.includes(agencyId) ? sql<SqlBool>`task.agency_id = ${agencyId}` : sql<SqlBool>`false`;

/** The tasks that stand, within a condition, with what a row shows of them. */
function standingTasks(query: Reader, within: RawBuilder<SqlBool>) {
  const milestones = (condition: RawBuilder<unknown>) => sql<number>`(SELECT count(*)::int FROM milestone m
    WHERE m.agency_id = task.agency_id AND m.task_id = task.id AND m.state <> 'withdrawn' AND ${condition})`;
  return query
    .selectFrom('task')
    .leftJoin('plan', (join) =>
      join.onRef('plan.agency_id', '=', 'task.agency_id').onRef('plan.id', '=', 'task.plan_id'),
    )
    .where(within)
    .where('task.state', '<>', 'withdrawn')
    .select(['task.id', 'task.no', 'task.title', 'task.area', 'task.state', 'task.next_end'])
    .select(['task.kind', 'task.rhythm'])
    .select('plan.number as plan_number')
    .select([
      ofLeads(sql`unit u ON u.agency_id = l.agency_id AND u.id = l.unit_id`).as('lead'),
      ofLeads(sql`person u ON u.agency_id = l.agency_id AND u.id = l.person_id`).as('assignees'),
      milestones(sql`true`).as('milestones'),
      milestones(sql`m.state = 'confirmed'`).as('confirmed'),
    ]);
}

function ofLeads(joined: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(SELECT string_agg(u.name, ', ' ORDER BY l.position)
    FROM task_unit l JOIN ${joined}
    WHERE l.agency_id = task.agency_id AND l.task_id = task.id AND l.role = 'lead')`;
}

/** The units of the reader's own agency, as the choices of a filter. */
export async function ownUnits(query: Reader, _scope: Scope, { actor }: ListAsk) {
  return (await listUnits(query, actor.agencyId)).map((unit) => ({ value: unit.id, label: unit.name }));
}

/** Tasks of which a lead unit meets a condition on its row `l`. */
export function ledBy(condition: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`EXISTS (SELECT 1 FROM task_unit l WHERE l.agency_id = task.agency_id
    AND l.task_id = task.id AND l.role = 'lead' AND ${condition})`;
}

const waiting = sql<SqlBool>`task.waiting`;

/** The condition of a count above the list. */
export function showCondition(show: Show, day: CivilDate): RawBuilder<SqlBool> {
  if (show === 'submitted') return waiting;
  if (show !== 'late' && show !== 'due_soon') return sql<SqlBool>`task.state = ${show}`;
  return sql<SqlBool>`${verdictSql(sql`task.next_end`, sql`NULL::date`, todayOn(day))} = ${show}`;
}

/** The filter's value for tasks without an area, or with a milestone that has no last day. */
export const NONE = 'none';

/** The month in which a milestone `m` is due. */
export const monthDue = sql<string>`coalesce(to_char(m.due_end, 'YYYY-MM'), ${sql.lit(NONE)})`;

/** Tasks of the appendix, or duties: lists that hold both let one choose. */
const kindFilter: ListFilter<ReturnType<typeof standingTasks>> = {
  kind: 'select',
  name: 'kind',
  label: 'tasks.kind',
  all: 'tasks.kind.all',
  options: (_query, _scope, { say }) =>
    TASK_KINDS.map((kind) => ({ value: kind, label: say(`tasks.kind.${kind}`) })),
  apply: (builder, kind) => builder.where('task.kind', '=', kind as TaskKind),
};

/** Filters of one plan's tasks: its areas, and the months in which something is due. */
const filtersOfPlan: readonly ListFilter<ReturnType<typeof standingTasks>>[] = [
  {
    kind: 'select',
    name: 'area',
    label: 'tasks.area',
    all: 'tasks.area.all',
    options: async (query, _scope, { params, say }) => {
      const rows = await query
        .selectFrom('task')
        .select('area')
        .distinct()
        .where('plan_id', '=', params.plan ?? '')
        .where('kind', '=', 'task')
        .orderBy('area')
        .execute();
      return rows.some(({ area }) => area !== null)
        ? rows.map(({ area }) => ({ value: area ?? NONE, label: area ?? say('tasks.area.none') }))
        : [];
    },
    apply: (builder, area) =>
      builder.where(area === NONE ? sql<SqlBool>`task.area IS NULL` : sql<SqlBool>`task.area = ${area}`),
  },
  {
    kind: 'select',
    name: 'month',
    label: 'tasks.month',
    all: 'tasks.month.all',
    options: async (query, _scope, { params, say }) => {
      const { rows } = await sql<{ month: string | null }>`
        SELECT DISTINCT to_char(m.due_end, 'YYYY-MM') AS month FROM milestone m
        JOIN task ON task.agency_id = m.agency_id AND task.id = m.task_id
        WHERE task.plan_id = ${params.plan} AND task.kind = 'task' AND m.state <> 'withdrawn' ORDER BY 1`.execute(
        query,
      );
      return rows.map(({ month }) => ({
        value: month ?? NONE,
        label: month === null ? say('tasks.month.none') : formatMonth(month),
      }));
    },
    apply: (builder, month) =>
      builder.where(sql<SqlBool>`EXISTS (SELECT 1 FROM milestone m WHERE m.agency_id = task.agency_id
        AND m.task_id = task.id AND m.state <> 'withdrawn'
        AND ${monthDue} = ${month})`),
  },
];

/** What all lists of tasks share: columns, filters, sort. */
function taskList(
  {
    ofOnePlan = false,
    commitments = false,
    kind = null,
    ofOwnAgency = false,
    ...own
  }: Pick<List<TaskRow>, 'name' | 'path' | 'title' | 'empty' | 'order' | 'group'> & {
    ofOnePlan?: boolean;
    /** Whether it can be narrowed to what carries out a commitment. */
    commitments?: boolean;
    /** Which kind it holds; both, told apart by a filter, where none is said. */
    kind?: TaskKind | null;
    /** Of the reader's own agency alone. */
    ofOwnAgency?: boolean;
  },
  narrow: (ask: ListAsk) => RawBuilder<SqlBool>,
): List<TaskRow> {
  return defineList({
    permission: 'task.read',
    query: (query, scope, ask) => {
      const within = ofOwnAgency ? seenOf(scope, ask.actor.agencyId) : seenWhole(scope);
      const found = standingTasks(query, within).where(narrow(ask));
      return kind === null ? found : found.where('task.kind', '=', kind);
    },
    id: (row: TaskRow) => row.id,
    columns: [
      { key: 'no', label: 'task.no', value: (row) => row.no, sort: sql`task.position`, width: 'narrow' },
      {
        key: 'title',
        label: kind === 'duty' ? 'duty.title' : 'task.title',
        value: (row) => row.title,
        cell: titleCell,
        sort: 'task.title',
        rowHeader: true,
        width: 'broad',
      },
      ...(ofOnePlan
        ? []
        : [{ key: 'plan', label: 'task.plan', value: (row: TaskRow) => row.plan_number, nowrap: true }]),
      ...(kind === 'duty'
        ? [
            {
              key: 'rhythm',
              label: 'duty.rhythm',
              value: (row: TaskRow, say: (key: string) => string) =>
                row.rhythm === null ? null : say(`rhythm.${row.rhythm}`),
            },
          ]
        : []),
      { key: 'lead', label: 'task.lead', value: (row) => row.lead },
      { key: 'assignee', label: 'task.assignee', value: (row) => row.assignees, cell: assigneeCell },
      {
        key: 'due',
        label: 'task.due',
        type: 'date',
        value: (row) => row.next_end,
        cell: dueCell,
        sort: 'task.next_end',
      },
      {
        key: 'state',
        label: 'task.state',
        value: (row, say) => say(`task.state.${row.state}`),
        code: (row) => row.state,
        cell: stateCell,
        sort: 'task.state',
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
        apply: (builder, unit) => builder.where(ledBy(sql`l.unit_id = ${unit}`)),
      },
      {
        kind: 'select',
        name: 'show',
        label: 'tasks.show',
        all: 'tasks.show.any',
        options: (_query, _scope, { say }) =>
          SHOWS.map((show) => ({ value: show, label: say(`tasks.show.${show}`) })),
        apply: (builder, show, { clock }) => builder.where(showCondition(show as Show, clock.today())),
      },
      ...(kind === null ? [kindFilter] : []),
      ...(commitments ? [commitmentFilter] : []),
      ...(ofOnePlan && kind === 'task' ? filtersOfPlan : []),
    ],
    ...own,
  });
}

const inPlanOrder = ['task.plan_id desc', 'task.position', 'task.id'];

/** Every task that one may see. */
export const allTasks = taskList(
  {
    name: 'tasks',
    path: '/tasks',
    title: 'tasks.title',
    empty: 'tasks.empty',
    order: inPlanOrder,
    kind: 'task',
  },
  () => sql<SqlBool>`true`,
);

function ofPlan({ params }: ListAsk): RawBuilder<SqlBool> {
  return sql<SqlBool>`task.plan_id = ${params.plan}`;
}

/** The tasks of a plan, in its order and under its areas. */
export const planTasks = taskList(
  {
    name: 'plan-tasks',
    path: '/plans/:plan/tasks',
    title: 'tasks.title',
    empty: 'tasks.empty',
    order: inPlanOrder,
    group: (row) => row.area ?? '',
    ofOnePlan: true,
    kind: 'task',
  },
  ofPlan,
);

/** The duties of a plan that are followed, under the units that have them. */
export const planDuties = taskList(
  {
    name: 'plan-duties',
    path: '/plans/:plan/duties',
    title: 'duties.title',
    empty: 'duties.empty',
    order: inPlanOrder,
    group: (row) => row.lead ?? '',
    ofOnePlan: true,
    kind: 'duty',
  },
  ofPlan,
);

/** Keys of the tasks and duties that carry the commitment of a row `item` out. */
export const carriers = sql`jsonb_array_elements_text(coalesce(item.content->'fields'->'tasks', '[]')
  || coalesce(item.content->'fields'->'duties', '[]'))`;

/** One commitment of a plan, of whose tasks and duties the list is. */
const commitmentFilter: ListFilter<ReturnType<typeof standingTasks>> = {
  kind: 'select',
  name: 'commitment',
  label: 'work.commitment',
  all: 'work.commitment.all',
  options: async (query, _scope, { params }) => {
    const rows = await query
      .selectFrom('plan_item')
      .select(['key', 'area', 'item_text'])
      .where('plan_id', '=', params.plan ?? '')
      .where('kind', '=', 'commitment')
      .where('version_to', 'is', null)
      .orderBy('position')
      .execute();
    return rows.map((row) => ({ value: row.key, label: `${row.area}. ${shortened(row.item_text)}` }));
  },
  apply: (builder, commitment) =>
    builder.where(sql<SqlBool>`task.key IN (SELECT ${carriers} FROM plan_item item
      WHERE item.agency_id = task.agency_id AND item.plan_id = task.plan_id AND item.kind = 'commitment'
        AND item.key = ${commitment})`),
};

const LABEL_SIGNS = 90;
const shortened = (text: string) =>
  text.length > LABEL_SIGNS ? `${text.slice(0, LABEL_SIGNS).trimEnd()}…` : text;

/** The tasks and followed duties of a plan, also those alone that carry out one commitment. */
export const planWork = taskList(
  {
    name: 'plan-work',
    path: '/plans/:plan/work',
    title: 'work.title',
    empty: 'tasks.empty',
    order: inPlanOrder,
    ofOnePlan: true,
    commitments: true,
  },
  ofPlan,
);

/** Whose work a list of "my work" holds. */
export const WHOSE = ['mine', 'unit', 'confirm'] as const;
export type Whose = (typeof WHOSE)[number];

/** Somebody's work by due day: what they hold, what their units lead, what waits for their confirmation. */
export const myTasks = Object.fromEntries(
  WHOSE.map((whose) => [
    whose,
    taskList(
      {
        name: `my-work-${whose}`,
        path: `/my-work/${whose}`,
        title: `my-work.${whose}`,
        empty: `my-work.${whose}.empty`,
        order: ['task.next_end', 'task.position', 'task.id'],
        ofOwnAgency: true,
      },
      ({ actor }) => workOf(whose, actor),
    ),
  ]),
) as Record<Whose, List<TaskRow>>;

function workOf(whose: Whose, actor: Actor): RawBuilder<SqlBool> {
  const { units } = judgeOf(actor, actor.agencyId);
  const ofUnits = ledBy(sql`l.unit_id = ANY (${[...units]}::uuid[])`);
  if (whose === 'unit') return ofUnits;
  if (whose === 'mine') {
    const people = [...new Set(actor.posts.map((post) => post.personId))];
    return ledBy(sql`l.person_id = ANY (${people}::uuid[])`);
  }
  // The Office confirms the work of others; the deputy director in charge confirms the Office's.
  const ofOffice = ledBy(
    sql`l.unit_id IN (SELECT id FROM unit WHERE agency_id = task.agency_id AND kind = 'office')`,
  );
  const leads = actor.posts.some((post) => post.role === 'deputy_director');
  return sql<SqlBool>`${waiting} AND NOT ${ofUnits} AND ${leads ? ofOffice : sql`true`}`;
}
