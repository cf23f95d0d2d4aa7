import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { id } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { findAnnouncement } from '../../announcements.ts';
import { announcementsUrl, announcementUrl } from '../../urls.ts';
import { announcementSubject, columnsOf } from './common.ts';

/** A file that will not be entered leaves the list of what is under review; nothing of it is deleted. */
export const abandonAnnouncement = defineAction({
  name: 'announcement.abandon',
  path: '/announcements/:announcement/abandonment',
  permission: 'procedure.import',
  sees: 'procedure.import',
  input: z.object({ announcement: id() }),
  subject: announcementSubject,
  async perform({ query, saveRow }, { announcement }) {
    const row = await findAnnouncement(query, announcement);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (row.state !== 'review') throw new RefusalError(refuse('conflict:announcement-closed'));
    return {
      id: row.id,
      ...(await saveRow('announcement', row.agency_id, { ...columnsOf(row), state: 'abandoned' })),
    };
  },
  next: () => announcementsUrl(),
});

/** What was abandoned is taken up again where it was left. */
export const restoreAnnouncement = defineAction({
  name: 'announcement.restore',
  path: '/announcements/:announcement/restoration',
  permission: 'procedure.import',
  sees: 'procedure.import',
  input: z.object({ announcement: id() }),
  subject: announcementSubject,
  async perform({ query, saveRow }, { announcement }) {
    const row = await findAnnouncement(query, announcement);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (row.state !== 'abandoned') throw new RefusalError(refuse('conflict:announcement-closed'));
    return {
      id: row.id,
      ...(await saveRow('announcement', row.agency_id, { ...columnsOf(row), state: 'review' })),
    };
  },
  next: ({ announcement }) => announcementUrl(announcement),
});
