import { sql } from 'kysely';
import type { Reader, Writer } from '../platform/database/database.ts';
import { type OfficialDay, officialDays, WorkingCalendar } from '../pure/calendar/index.ts';

/** A version of the installation's calendar. */
export interface CalendarVersion {
  version: number;
  /** The notice by whose approval it came; null for what came with the product. */
  notice: string | null;
}

/** The calendar that came with the product, until the first notice is approved. */
export const FIRST: CalendarVersion = { version: 1, notice: null };

/** Which version is in force, or whether a past one is known; for a ledger to remember by which its times were counted. */
export async function calendarInForce(query: Reader, version?: number): Promise<CalendarVersion> {
  const { rows } = await sql<CalendarVersion>`SELECT version, notice FROM official_day
    ${version === undefined ? sql`` : sql`WHERE version = ${version}`} ORDER BY version DESC LIMIT 1`.execute(
    query,
  );
  const [row] = rows;
  if (row === undefined && version !== undefined && version !== FIRST.version)
    throw new Error(`there is no version ${version} of the calendar`);
  return row ?? FIRST;
}

/** The official days of a version, in their order. */
export async function officialDaysOf(query: Reader, { version }: CalendarVersion): Promise<OfficialDay[]> {
  const rows = await query
    .selectFrom('official_day')
    .select(['date', 'kind', 'name', 'legal_basis', 'announced_on', 'provisional'])
    .where('version', '=', version)
    .orderBy('date')
    .execute();
  if (rows.length === 0) return [...officialDays].sort((a, b) => (a.date < b.date ? -1 : 1));
  return rows.map(({ date, kind, name, legal_basis, announced_on, provisional }) => ({
    date,
    kind: kind as OfficialDay['kind'],
    name,
    legalBasis: legal_basis,
    ...(announced_on !== null && { announcedOn: announced_on }),
    ...(provisional && { provisional }),
  }));
}

/** So many calendars are kept ready; more are of versions long past. */
const MOST = 20;
const calendars = new Map<string, WorkingCalendar>();

/** The working calendar of a version. What a version says never changes, so it is made once. */
export async function workingCalendarOf(query: Reader, version: CalendarVersion): Promise<WorkingCalendar> {
  const key = keyOf(version);
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const calendar = new WorkingCalendar(await officialDaysOf(query, version));
  if (calendars.size >= MOST) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

/** Names a version among those of all installations that this process may have opened. */
export const keyOf = ({ version, notice }: CalendarVersion) => `${version} ${notice ?? ''}`;

/** Writes a version down; what is there already stays. */
export async function saveVersion(
  query: Writer,
  { version, notice }: CalendarVersion,
  days: readonly OfficialDay[],
): Promise<void> {
  await query
    .insertInto('official_day')
    .values(
      days.map(({ date, kind, name, legalBasis, announcedOn = null, provisional = false }) => ({
        version,
        date,
        kind,
        name,
        legal_basis: legalBasis,
        announced_on: announcedOn,
        provisional,
        notice,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
