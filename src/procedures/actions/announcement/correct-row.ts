import { z } from 'zod';
import { defineAction, type Performing } from '../../../platform/actions/action.ts';
import { id, many, oneOf, optionalId, optionalText, whole } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { type KeptReview, reviewedRows } from '../../announcements.ts';
import { ANNOUNCED_ACTS, type ReadProcedure } from '../../domain/announcement/read-announcement.ts';
import { linesOf, type RowCorrection, TREATMENTS, type Treatment } from '../../domain/announcement/review.ts';
import { TIERS } from '../../domain/procedure.ts';
import { findProcedure } from '../../queries.ts';
import { announcementUrl } from '../../urls.ts';
import { announcementSubject, underReview } from './common.ts';

const lines = (text: string) =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Corrects a row of an announcement, answers what is doubtful in it, or says that it is not to be entered. */
export const correctAnnouncementRow = defineAction({
  name: 'announcement_row.correct',
  path: '/announcements/:announcement/rows/:no',
  permission: 'procedure.import',
  sees: 'procedure.import',
  input: z.object({
    announcement: id(),
    no: whole(1, 100_000),
    code: optionalText(100),
    name: optionalText(2000),
    field: optionalText(300),
    tiers: many(oneOf(TIERS)),
    act: oneOf(ANNOUNCED_ACTS),
    limits: optionalText(5000),
    fees: optionalText(5000),
    legalBases: optionalText(20_000),
    treatment: oneOf(TREATMENTS),
    target: optionalId(),
    answer: optionalText(1000),
  }),
  subject: announcementSubject,
  async perform(performing, input) {
    const { query } = performing;
    const announcement = await underReview(performing, input.announcement);
    const row = (await reviewedRows(query, announcement.id)).find(({ no }) => no === input.no);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (input.target !== null) {
      const target = await findProcedure(query, input.target);
      if (target === undefined || target.agency_id !== announcement.agency_id || target.state === 'abolished')
        throw new RefusalError(refuse('invalid:choose', {}, { field: 'target' }));
    }
    const correction = correctionOf(row.asRead, {
      code: input.code ?? '',
      name: input.name ?? '',
      field: input.field ?? '',
      tiers: input.tiers,
      act: input.act,
      limits: input.limits ?? '',
      fees: input.fees ?? '',
      legalBases: lines(input.legalBases ?? ''),
    });
    const { seq } = await saveAnnouncementRow(performing, announcement.agency_id, announcement.id, row, {
      correction,
      treatment: input.treatment,
      targetId: input.target,
      answer: input.answer,
    });
    return { id: row.id, seq };
  },
  next: ({ announcement, no }) => `${announcementUrl(announcement)}#review-row-r${no}`,
});

/** What differs from what was read; null where nothing does. */
function correctionOf(read: ReadProcedure, typed: Required<RowCorrection>): RowCorrection | null {
  const shown: Required<RowCorrection> = {
    code: read.code ?? read.codeAsWritten ?? '',
    name: read.name,
    field: read.field ?? '',
    tiers: read.tiers,
    act: read.act,
    limits: linesOf(read.limits),
    fees: linesOf(read.fees),
    legalBases: read.legalBases,
  };
  const plain = (value: unknown) => JSON.stringify(value).replace(/(?:\\r)?\\n|\s+/gu, ' ');
  const keys = Object.keys(shown) as (keyof RowCorrection)[];
  const changed = keys.filter((key) => plain(shown[key]) !== plain(typed[key]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((key) => [key, typed[key]]));
}

/** Writes what its reviewer made of a row. */
export function saveAnnouncementRow(
  { saveRow }: Pick<Performing, 'saveRow'>,
  agencyId: string,
  announcementId: string,
  row: KeptReview,
  made: {
    correction: RowCorrection | null;
    treatment: Treatment;
    targetId: string | null;
    answer: string | null;
    entered?: KeptReview['entered'];
  },
  guarded = true,
): Promise<{ seq: number }> {
  return saveRow(
    'announcement_row',
    agencyId,
    {
      agency_id: agencyId,
      id: row.id,
      announcement_id: announcementId,
      no: row.no,
      as_read: JSON.stringify(row.asRead),
      correction: made.correction === null ? null : JSON.stringify(made.correction),
      treatment: made.treatment,
      target_id: made.targetId,
      answer: made.answer,
      entered: made.entered == null ? null : JSON.stringify(made.entered),
    },
    guarded,
  );
}
