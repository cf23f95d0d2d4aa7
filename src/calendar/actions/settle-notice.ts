import { sql } from 'kysely';
import { z } from 'zod';
import { allAgenciesIn } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { id, text } from '../../platform/actions/fields.ts';
import type { Reader, Writer } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import type { OfficialDay } from '../../pure/calendar/index.ts';
import { appointedChanges, digestOf } from '../appointed.ts';
import { FIRST, saveVersion } from '../in-force.ts';
import { type CalendarNotice, calendarsOf, findNotice } from '../notices.ts';
import { noticeUrl } from '../urls.ts';

/**
 * Approves a notice: its days are in force, and each appointed time that they move is changed with its thing, all in one
 * transaction. Who approves has seen the list: one that has changed meanwhile is shown again.
 */
export const approveNotice = defineAction({
  name: 'calendar_notice.approve',
  path: '/calendar/notices/:notice/approval',
  permission: 'calendar.approve',
  sees: 'calendar.read',
  input: z.object({ notice: id(), seen: text(64) }),
  subject: (query, input) => subjectOf(query, input.notice),
  async perform(performing, input) {
    const { query, appointed, reach, saveRow } = performing;
    // One at a time: the second sees the calendar that the first has made.
    await sql`SELECT pg_advisory_xact_lock(hashtext('calendar'))`.execute(query);
    const notice = await pending(query, input.notice);
    const { version, before, after } = await calendarsOf(query, notice);
    const agencies = await allAgenciesIn(query);
    await reach(agencies);
    const changes = await appointedChanges(query, appointed, agencies, after);
    if (digestOf(changes) !== input.seen) throw new RefusalError(refuse('conflict:notice-changes'));
    const made = version.version + 1;
    await putInForce(query, version.version, before, after, made, notice.id);
    await saveRow('calendar_notice', notice.agencyId, rowOf(notice, 'approved', made));
    for (const { source, ...change } of changes)
      await source.change(performing, change, { id: notice.id, number: notice.number, calendar: made });
    return { id: notice.id, version: made, changes: changes.length };
  },
  next: ({ notice }) => noticeUrl(notice),
});

/** Puts a notice aside that was entered wrongly; it never changes anything. */
export const declineNotice = defineAction({
  name: 'calendar_notice.decline',
  path: '/calendar/notices/:notice/refusal',
  permission: 'calendar.approve',
  sees: 'calendar.read',
  input: z.object({ notice: id() }),
  subject: (query, input) => subjectOf(query, input.notice),
  async perform({ query, saveRow }, input) {
    const notice = await pending(query, input.notice);
    await saveRow('calendar_notice', notice.agencyId, rowOf(notice, 'declined', null));
    return { id: notice.id };
  },
  next: ({ notice }) => noticeUrl(notice),
});

async function subjectOf(query: Reader, noticeId: string) {
  const notice = await findNotice(query, noticeId);
  return notice && { agencyId: notice.agencyId };
}

async function pending(query: Reader, noticeId: string): Promise<CalendarNotice> {
  const notice = await findNotice(query, noticeId);
  if (notice === undefined) throw new RefusalError(refuse('missing:thing'));
  if (notice.state !== 'pending') throw new RefusalError(refuse('conflict:notice-settled'));
  return notice;
}

function rowOf(notice: CalendarNotice, state: CalendarNotice['state'], version: number | null) {
  return {
    id: notice.id,
    agency_id: notice.agencyId,
    number: notice.number,
    announced_on: notice.announcedOn,
    days: JSON.stringify(notice.days),
    state,
    version,
  };
}

async function putInForce(
  query: Writer,
  inForce: number,
  before: readonly OfficialDay[],
  after: readonly OfficialDay[],
  made: number,
  notice: string,
): Promise<void> {
  // Written down at the latest now, so that a later version of the product does not change what was in force.
  if (inForce === FIRST.version) await saveVersion(query, FIRST, before);
  await saveVersion(query, { version: made, notice }, after);
}
