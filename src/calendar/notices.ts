import type { Selectable } from 'kysely';
import { findRootAgency } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { CalendarNoticeTable } from '../platform/database/schema.ts';
import type { Subject } from '../platform/policy/policy.ts';
import type { CivilDate, OfficialDay } from '../pure/calendar/index.ts';
import { type NoticeDay, underNotice } from './domain/notice.ts';
import { type CalendarVersion, calendarInForce, officialDaysOf } from './in-force.ts';

export interface CalendarNotice {
  agencyId: string;
  id: string;
  /** As it is cited. */
  number: string;
  announcedOn: CivilDate;
  days: readonly NoticeDay[];
  state: 'pending' | 'approved' | 'declined';
  /** Of the calendar that its approval made. */
  version: number | null;
  seq: number;
}

export async function findNotice(query: Reader, id: string): Promise<CalendarNotice | undefined> {
  const row = await query.selectFrom('calendar_notice').selectAll().where('id', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

/** The notices that were entered, newest first. */
export async function listNotices(query: Reader): Promise<CalendarNotice[]> {
  const rows = await query
    .selectFrom('calendar_notice')
    .selectAll()
    .orderBy('announced_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(noticeOf);
}

function noticeOf(row: Selectable<CalendarNoticeTable>): CalendarNotice {
  return {
    agencyId: row.agency_id,
    id: row.id,
    number: row.number,
    announcedOn: row.announced_on,
    days: JSON.parse(row.days) as NoticeDay[],
    state: row.state as CalendarNotice['state'],
    version: row.version,
    seq: row.seq,
  };
}

/** The calendar in force and the one that a notice would make of it. */
export async function calendarsOf(
  query: Reader,
  notice: Pick<CalendarNotice, 'days' | 'announcedOn'>,
): Promise<{ version: CalendarVersion; before: OfficialDay[]; after: OfficialDay[] }> {
  const version = await calendarInForce(query);
  const before = await officialDaysOf(query, version);
  return { version, before, after: underNotice(before, notice.days, notice.announcedOn) };
}

/** Official days concern the whole installation, so they are the business of the agency whose it is. */
export async function installationSubject(query: Reader): Promise<Subject | undefined> {
  const root = await findRootAgency(query);
  return root && { agencyId: root.id };
}
