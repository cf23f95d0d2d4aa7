import type { Performing } from '../../../platform/actions/action.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Subject } from '../../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { type AnnouncementRow, findAnnouncement } from '../../announcements.ts';

/** What policy judges: the agency whose catalogue it is entered in. */
export async function announcementSubject(
  query: Reader,
  { announcement }: { announcement: string },
): Promise<Subject | undefined> {
  const row = await findAnnouncement(query, announcement);
  return row && { agencyId: row.agency_id };
}

/** An announcement that is still under review, or a refusal. */
export async function underReview(
  { query }: Pick<Performing, 'query'>,
  id: string,
): Promise<AnnouncementRow> {
  const row = await findAnnouncement(query, id);
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  if (row.state !== 'review') throw new RefusalError(refuse('conflict:announcement-closed'));
  return row;
}

/** The columns of an announcement, to be written again. */
export function columnsOf(row: AnnouncementRow) {
  const { seq: _seq, ...columns } = row;
  return {
    ...columns,
    uploaded_at: row.uploaded_at.toString(),
    announced_at: row.announced_at?.toString() ?? null,
    problem: row.problem === null ? null : JSON.stringify(row.problem),
    remarks: JSON.stringify(row.remarks),
  };
}
