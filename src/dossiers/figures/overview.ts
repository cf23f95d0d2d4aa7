import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import { officeInstant, ZONE } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/database.ts';
import { plannedEachTime } from '../../platform/database/prepared.ts';
import { fromDayNumber, nextWorkingDay, officialCalendar, toDayNumber } from '../../pure/calendar/index.ts';
import { CHANNELS, type Channel } from '../domain/dossier.ts';
import { OPEN } from '../domain/status.ts';
import { type Show, showCondition } from '../dossier-list.tsx';
import { onTimeSql } from './verdict-sql.ts';

/** What an overview counts of a unit's or an officer's dossiers: in handling, due until the next working day, late, finished this month. */
export const OVERVIEW_COLUMNS = ['open', 'soon', 'late', 'done'] as const;
export type OverviewColumn = (typeof OVERVIEW_COLUMNS)[number];

const dayAfter = (day: string) => fromDayNumber(toDayNumber(day) + 1);

/** Whether a column counts the dossier; the list that a number opens is narrowed by the same. */
export function overviewCondition(
  column: OverviewColumn,
  clock: Pick<Clock, 'now' | 'today'>,
): RawBuilder<SqlBool> {
  const [now, today] = [sql`${clock.now()}::timestamptz`, clock.today()];
  const due = sql.ref('dossier.due_at');
  const open = sql<SqlBool>`dossier.ended_at IS NULL AND dossier.status = ANY (${[...OPEN]}::text[])`;
  switch (column) {
    case 'open':
      return open;
    case 'soon': {
      const tomorrow = dayAfter(today);
      const until = nextWorkingDay(tomorrow, officialCalendar) ?? tomorrow;
      return sql<SqlBool>`${open} AND ${onTimeSql(now, due)} AND ${due} < ${officeInstant(`${dayAfter(until)}T00:00`)}`;
    }
    case 'late':
      // While a supplement is awaited no time runs.
      return sql<SqlBool>`${open} AND dossier.status <> 'awaiting-supplement' AND NOT ${onTimeSql(now, due)}`;
    case 'done':
      return sql<SqlBool>`dossier.ended_at >= ${officeInstant(`${today.slice(0, 7)}-01T00:00`)}
        AND dossier.status IN ('finished', 'returned')`;
  }
}

/** One of two ranges of indexes, never the whole table: open ones, and those that ended this month. */
const standing = (clock: Pick<Clock, 'now' | 'today'>) =>
  sql<SqlBool>`(dossier.ended_at IS NULL OR ${overviewCondition('done', clock)})`;

/** A row of an overview. */
export interface OverviewRow extends Record<OverviewColumn, number> {
  /** Unit or officer; null where nobody has taken them. */
  key: string | null;
  name: string | null;
  code: string | null;
}

/** What stands with each unit of an agency, or with each officer of a unit. */
export async function overviewRows(
  query: Reader,
  agencyId: string,
  clock: Pick<Clock, 'now' | 'today'>,
  of: { units: readonly string[] | null } | { officersOf: string },
): Promise<OverviewRow[]> {
  const byOfficer = 'officersOf' in of;
  const units = byOfficer ? [of.officersOf] : of.units;
  const within = units === null ? sql`true` : sql`dossier.unit_id = ANY (${[...units]}::uuid[])`;
  const counts = OVERVIEW_COLUMNS.map(
    (column) => sql`count(*) FILTER (WHERE ${overviewCondition(column, clock)})::int AS ${sql.ref(column)}`,
  );
  const key = byOfficer ? sql`dossier.person_id` : sql`dossier.unit_id`;
  const named = byOfficer
    ? sql`(SELECT n.name, NULL AS code, n.name AS place FROM person n WHERE n.agency_id = ${agencyId} AND n.id = c.key)`
    : sql`(SELECT n.name, n.code, lpad(n.position::text, 9, '0') AS place FROM unit n
        WHERE n.agency_id = ${agencyId} AND n.id = c.key)`;
  const { rows } = await sql<OverviewRow>`
    SELECT c.*, n.name, n.code FROM (
      SELECT ${key} AS key, ${sql.join(counts)} FROM dossier
      WHERE dossier.agency_id = ${agencyId} AND ${within} AND ${standing(clock)} GROUP BY 1
    ) c LEFT JOIN LATERAL ${named} n ON true WHERE c.open + c.done > 0
    ORDER BY n.place NULLS LAST, c.key ${plannedEachTime}`.execute(query);
  return rows;
}

/** What the desk's overview counts beside what came in today; each is a narrowing of the list of dossiers. */
export const DESK_SHOWS = [
  'waiting',
  'to-hand-over',
  'pending',
  'supplement',
  'uncollected',
  'late',
] as const satisfies readonly Show[];

/** What the desk has before it today. */
export interface DeskOverview {
  shows: ReadonlyMap<(typeof DESK_SHOWS)[number], number>;
  channels: ReadonlyMap<Channel, number>;
  /** Accepted today, by the hour of the office's clock. */
  hours: readonly { hour: number; count: number }[];
}

/** Reads what lies at the desk and what was accepted today, each from the small part of the table that it concerns. */
export async function readDeskOverview(
  query: Reader,
  within: RawBuilder<SqlBool>,
  clock: Clock,
): Promise<DeskOverview> {
  const shows = new Map<(typeof DESK_SHOWS)[number], number>();
  for (const show of DESK_SHOWS) {
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM dossier
      WHERE ${within} AND ${showCondition(show, clock.now())}`.execute(query);
    shows.set(show, rows[0]?.count ?? 0);
  }
  const { rows: came } = await sql<{ channel: string; hour: number; count: number }>`
    SELECT dossier.channel, extract(hour FROM dossier.accepted_at AT TIME ZONE ${sql.lit(ZONE)})::int AS hour,
      count(*)::int AS count
    FROM dossier WHERE ${within} AND dossier.accepted_at >= ${officeInstant(`${clock.today()}T00:00`)}
    GROUP BY 1, 2 ORDER BY 2`.execute(query);
  const sum = (rows: typeof came) => rows.reduce((all, { count }) => all + count, 0);
  return {
    shows,
    channels: new Map(
      CHANNELS.map((channel) => [channel, sum(came.filter((one) => one.channel === channel))]),
    ),
    hours: [...new Set(came.map(({ hour }) => hour))].map((hour) => ({
      hour,
      count: sum(came.filter((one) => one.hour === hour)),
    })),
  };
}
