import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import {
  CIVIL_CODE,
  type CountingRules,
  Deadlines,
  OfficeHours,
  type WorkingCalendar,
} from '../pure/calendar/index.ts';
import { type CalendarVersion, calendarInForce, keyOf, workingCalendarOf } from './in-force.ts';
import { countedHours, officeHoursOf } from './office-hours.ts';

export interface DeadlinesAsked {
  /** How the rule set counts; the Civil Code where it says nothing. */
  rules?: CountingRules;
  /** A past version of the calendar, by which a time was appointed; the one in force where none is named. */
  calendar?: number;
}

/** Due times of an agency, and by what they are counted. */
export interface AgencyDeadlines {
  deadlines: Deadlines;
  /** Version of the calendar. */
  calendar: number;
  /** Whether the newest office hours were not yet compared with the agency's own rules. */
  provisionalHours: boolean;
}

/** Agencies with the same hours share one; so many kinds of hours are more than there are. */
const MOST = 100;
const known = new Map<string, Deadlines>();

/** Due times by the office hours of an agency and a version of the calendar; what was made once is cheap. */
export async function agencyDeadlines(
  query: Reader,
  agencyId: string,
  { rules = CIVIL_CODE, calendar }: DeadlinesAsked = {},
): Promise<AgencyDeadlines> {
  return deadlinesBy(query, agencyId, await calendarInForce(query, calendar), rules);
}

/** The same, where only the due times are wanted. */
export async function deadlinesOf(
  query: Reader,
  agencyId: string,
  asked: DeadlinesAsked = {},
): Promise<Deadlines> {
  return (await agencyDeadlines(query, agencyId, asked)).deadlines;
}

/** Due times of many agencies, of which few have hours of their own. */
export async function deadlinesOfAll(
  query: Reader,
  agencyIds: readonly string[],
): Promise<(agencyId: string) => Deadlines> {
  const { rows } = await sql<{ agency_id: string }>`SELECT DISTINCT agency_id FROM office_hours
    WHERE agency_id = ANY (${[...agencyIds]}::uuid[])`.execute(query);
  const own = new Map<string, Deadlines>();
  for (const { agency_id: id } of rows) own.set(id, await deadlinesOf(query, id));
  const other = agencyIds.find((id) => !own.has(id));
  const common = other === undefined ? undefined : await deadlinesOf(query, other);
  return (id) => {
    const found = own.get(id) ?? common;
    if (found === undefined) throw new Error(`agency ${id} was not asked for`);
    return found;
  };
}

async function deadlinesBy(
  query: Reader,
  agencyId: string,
  version: CalendarVersion,
  rules: CountingRules,
): Promise<AgencyDeadlines> {
  const versions = await officeHoursOf(query, agencyId);
  const hours = versions.map(({ from, seasons }) => [from, seasons]);
  const key = JSON.stringify([keyOf(version), rules, hours]);
  let deadlines = known.get(key);
  if (deadlines === undefined) {
    const calendar = await workingCalendarOf(query, version);
    deadlines = new Deadlines(calendar, new OfficeHours(versions.map(countedHours)), rules);
    if (known.size >= MOST) known.clear();
    known.set(key, deadlines);
  }
  return {
    deadlines,
    calendar: version.version,
    provisionalHours: versions.at(-1)?.provisional === true,
  };
}

/** Due times of an agency by a calendar that is not in force. */
export async function deadlinesOn(
  query: Reader,
  agencyId: string,
  calendar: WorkingCalendar,
  rules: CountingRules,
): Promise<Deadlines> {
  const versions = await officeHoursOf(query, agencyId);
  return new Deadlines(calendar, new OfficeHours(versions.map(countedHours)), rules);
}
