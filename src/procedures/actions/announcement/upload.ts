import { z } from 'zod';
import { defineAction, type Performing } from '../../../platform/actions/action.ts';
import { id } from '../../../platform/actions/fields.ts';
import { insertRows } from '../../../platform/actions/versioned-rows.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { uuid7 } from '../../../platform/uuid.ts';
import { type AnnouncementReading, readAnnouncementFile } from '../../announcement-reading.ts';
import { announcementUrl } from '../../urls.ts';

/** Takes a file that announces procedures and reads it; nothing of it is entered before it has been reviewed. */
export const uploadAnnouncement = defineAction({
  name: 'announcement.upload',
  path: '/announcements',
  permission: 'procedure.import',
  sees: 'procedure.read',
  input: z.object({ file: id().or(z.literal('').transform(() => '')) }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, input) {
    const { query, actor, files, clock, saveRow } = performing;
    const file = await query
      .selectFrom('stored_file')
      .select(['id', 'name', 'sha256', 'format'])
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.file === '' ? uuid7() : input.file)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (file === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
    const reading = await readAnnouncementFile(await files.get(file.sha256), file);
    const announcementId = uuid7();
    const unread = 'problem' in reading;
    const { seq } = await saveRow(
      'announcement',
      actor.agencyId,
      {
        agency_id: actor.agencyId,
        id: announcementId,
        kind: unread ? 'decision' : reading.kind,
        state: unread ? 'unreadable' : 'review',
        file_id: file.id,
        file_name: unread && reading.problem === 'secret' ? '' : file.name,
        sha256: file.sha256,
        uploaded_by: actor.accountId,
        uploaded_at: clock.now().toString(),
        problem: unread ? JSON.stringify({ code: reading.problem, params: reading.params }) : null,
        decision_number: unread ? null : reading.read.decision.number,
        decision_date: unread ? null : reading.read.decision.date,
        effective: unread ? null : reading.read.decision.effective,
        title: unread ? null : reading.read.decision.title,
        remarks: JSON.stringify(unread ? [] : reading.read.remarks),
        note: null,
        announced_at: null,
      },
      false,
    );
    if (!unread) await keepReading(performing, announcementId, reading);
    return { id: announcementId, seq };
  },
  next: (_input, result) => announcementUrl(result.id),
});

async function keepReading(
  { query, actor, clock }: Performing,
  announcementId: string,
  { text, read }: AnnouncementReading,
): Promise<void> {
  if (text !== null)
    await query
      .insertInto('announcement_source')
      .values({ agency_id: actor.agencyId, announcement_id: announcementId, source_text: text })
      .execute();
  const rows = read.rows.map((row, at) => ({
    agency_id: actor.agencyId,
    agencyOfVersion: actor.agencyId,
    id: uuid7(),
    announcement_id: announcementId,
    no: at + 1,
    as_read: JSON.stringify(row),
    correction: null,
    treatment: 'enter',
    target_id: null,
    answer: null,
    entered: null,
  }));
  await insertRows(query, 'announcement_row', rows, {
    account: actor.accountId,
    recordedAt: clock.real().toString(),
  });
}
