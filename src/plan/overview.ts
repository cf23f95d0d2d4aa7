import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { TaskKind } from './domain/task.ts';
import type { PlanRow } from './queries.ts';
import { monthDue, NONE, SHOWS, type Show, showCondition } from './task-lists.ts';

/** How many tasks a group has, and how many of them each count of the list shows. */
export type OverviewCounts = Record<Show | 'all', number>;

export interface OverviewGroup {
  /** The value of the list's filter that opens this group. */
  key: string;
  /** Name of a unit or area; a month as "2019-03". */
  name: string;
  counts: OverviewCounts;
}

/** Tasks of one month that one unit leads. */
export interface LoadCell {
  unit: string;
  month: string;
  count: number;
}

export interface Overview {
  whole: OverviewCounts;
  /** Duties that are followed, and those of them that are late. */
  duties: Record<'all' | 'late', number>;
  months: readonly OverviewGroup[];
  units: readonly OverviewGroup[];
  areas: readonly OverviewGroup[];
  load: readonly LoadCell[];
}

const ofMonths = sql`JOIN LATERAL (
    SELECT DISTINCT ${monthDue} AS month FROM milestone m
    WHERE m.agency_id = task.agency_id AND m.task_id = task.id AND m.state <> 'withdrawn') d ON true`;
const ofUnits = sql`JOIN task_unit l ON l.agency_id = task.agency_id AND l.task_id = task.id AND l.role = 'lead'
  JOIN unit u ON u.agency_id = l.agency_id AND u.id = l.unit_id`;

/** What a task is put under: the rows joined to it, and key, name and place of the group. */
const GROUPINGS = {
  months: { joined: ofMonths, key: sql`d.month`, name: sql`d.month`, place: sql`NULL::int` },
  units: { joined: ofUnits, key: sql`u.id`, name: sql`u.name`, place: sql`u.position` },
  areas: {
    joined: sql``,
    key: sql`coalesce(task.area, ${sql.lit(NONE)})`,
    name: sql`coalesce(task.area, '')`,
    place: sql`(SELECT min(a.position) FROM plan_area a WHERE a.agency_id = task.agency_id
      AND a.plan_id = task.plan_id AND a.area = task.area)`,
  },
} as const;

/** A plan's tasks by month, unit and area: each number is the length of the list that its filters give. */
export async function readOverview(
  query: Reader,
  scope: Scope,
  plan: Pick<PlanRow, 'id' | 'planYear'>,
  day: CivilDate,
): Promise<Overview> {
  const counts = sql.join([
    sql`count(*)::int AS "all"`,
    ...SHOWS.map((show) => sql`count(*) FILTER (WHERE ${showCondition(show, day)})::int AS ${sql.ref(show)}`),
  ]);
  const tasks = standing(scope, plan.id);
  const [whole] = (await sql<OverviewCounts>`SELECT ${counts} FROM ${tasks} task`.execute(query)).rows;
  const grouped = async (by: keyof typeof GROUPINGS): Promise<OverviewGroup[]> => {
    const { joined, key, name, place } = GROUPINGS[by];
    const { rows } = await sql<OverviewCounts & { key: string; name: string }>`
      SELECT ${key} AS key, ${name} AS name, ${counts} FROM ${tasks} task ${joined}
      GROUP BY 1, 2 ORDER BY min(${place}), 1`.execute(query);
    return rows.map((row) => ({ key: row.key, name: row.name, counts: row }));
  };
  const { rows: load } = await sql<LoadCell>`
    SELECT l.unit_id AS unit, d.month, count(*)::int AS count
    FROM ${tasks} task ${ofMonths} ${ofUnits} GROUP BY l.unit_id, d.month`.execute(query);
  const [duties] = (
    await sql<Overview['duties']>`SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE ${showCondition('late', day)})::int AS late FROM ${standing(scope, plan.id, 'duty')} task`.execute(
      query,
    )
  ).rows;
  return {
    whole: whole as OverviewCounts,
    duties: duties ?? { all: 0, late: 0 },
    months: withEmptyMonths(await grouped('months'), plan.planYear),
    units: await grouped('units'),
    areas: await grouped('areas'),
    load,
  };
}

/** The months of the plan's year without a task stand as well, so that its picture has no gap; other years have none. */
export function withEmptyMonths(
  months: readonly OverviewGroup[],
  planYear: number | null,
): readonly OverviewGroup[] {
  const ofYear = months.filter(({ key }) => key.startsWith(`${planYear}-`));
  const [first, last] = [ofYear[0]?.key, ofYear.at(-1)?.key];
  if (first === undefined || last === undefined) return months;
  const filled: OverviewGroup[] = [];
  for (let number = Number(first.slice(5)); number <= Number(last.slice(5)); number++) {
    const key = `${planYear}-${String(number).padStart(2, '0')}`;
    filled.push(ofYear.find((one) => one.key === key) ?? { key, name: key, counts: NOTHING });
  }
  const before = months.filter(({ key }) => key < first);
  return [...before, ...filled, ...months.filter(({ key }) => key > last)];
}

const NOTHING = Object.fromEntries(['all', ...SHOWS].map((show) => [show, 0])) as OverviewCounts;

function standing(scope: Scope, plan: string, kind: TaskKind = 'task'): RawBuilder<unknown> {
  return sql`(SELECT * FROM task WHERE task.agency_id = ANY (${[...scope.whole]}::uuid[])
    AND task.plan_id = ${plan} AND task.kind = ${kind} AND task.state <> 'withdrawn')`;
}
