import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { id, oneOf, optionalText } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { reviewedRows } from '../../announcements.ts';
import { ROW_RULES } from '../../domain/announcement/read-announcement.ts';
import { standingOf } from '../../domain/announcement/review.ts';
import { ROW_SEVERITIES } from '../../domain/announcement/row-remarks.ts';
import { announcementUrl } from '../../urls.ts';
import { announcementSubject, underReview } from './common.ts';
import { saveAnnouncementRow } from './correct-row.ts';

/** Answers one doubtful point for every row that has it and is still open: accepted with a reason, or left out. */
export const answerAnnouncementRows = defineAction({
  name: 'announcement_row.answer',
  path: '/announcements/:announcement/answers',
  permission: 'procedure.import',
  sees: 'procedure.import',
  input: z.object({
    announcement: id(),
    rule: oneOf(ROW_RULES),
    treatment: oneOf(['accept', 'skip']),
    answer: optionalText(1000),
  }),
  subject: announcementSubject,
  async perform(performing, { announcement: announcementId, rule, treatment, answer }) {
    const announcement = await underReview(performing, announcementId);
    if (treatment === 'accept' && ROW_SEVERITIES[rule] === 'error')
      throw new RefusalError(refuse('invalid:remark-must-be-corrected', {}, { field: 'treatment' }));
    if (treatment === 'accept' && answer === null)
      throw new RefusalError(refuse('invalid:required', {}, { field: 'answer' }));
    const open = (await reviewedRows(performing.query, announcement.id)).filter(
      (row) => standingOf(row) === 'open' && row.row.remarks.some((remark) => remark.rule === rule),
    );
    for (const row of open)
      await saveAnnouncementRow(
        performing,
        announcement.agency_id,
        announcement.id,
        row,
        {
          correction: row.correction,
          treatment: treatment === 'skip' ? 'skip' : row.treatment,
          targetId: row.targetId,
          answer: answer ?? row.answer,
        },
        false,
      );
    return { id: announcement.id, count: open.length };
  },
  next: ({ announcement }) => announcementUrl(announcement),
});
