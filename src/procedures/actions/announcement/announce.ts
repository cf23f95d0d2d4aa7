import { z } from 'zod';
import { defineAction, type Performing } from '../../../platform/actions/action.ts';
import { civilDay, id, optionalId, optionalText } from '../../../platform/actions/fields.ts';
import { type Refusal, RefusalError, refuse } from '../../../platform/refusal.ts';
import {
  catalogueFor,
  type EnteredEntry,
  type KeptReview,
  reviewedRows,
  wholeRemarks,
} from '../../announcements.ts';
import { type Entry, entriesOf, standingOf } from '../../domain/announcement/review.ts';
import type { AnnouncementFields } from '../../domain/announcing.ts';
import { abolish, announceDraft, keepDraft } from '../../keep.ts';
import { announcementUrl } from '../../urls.ts';
import { decisionNumber } from '../common.ts';
import { announcementSubject, columnsOf, underReview } from './common.ts';
import { saveAnnouncementRow } from './correct-row.ts';

/**
 * Enters in the catalogue what a decision announces, amends or abolishes: all of it or nothing, once nothing doubtful
 * is left unanswered.
 */
export const announceAnnouncement = defineAction({
  name: 'announcement.announce',
  path: '/announcements/:announcement/announcement',
  permission: 'procedure.import',
  sees: 'procedure.import',
  input: z.object({
    announcement: id(),
    number: decisionNumber(),
    date: civilDay(),
    validFrom: civilDay(),
    ownerUnit: optionalId(),
    note: optionalText(1000),
  }),
  subject: announcementSubject,
  async perform(performing, { announcement: announcementId, ownerUnit, note, ...by }) {
    const { query, clock, saveRow } = performing;
    const announcement = await underReview(performing, announcementId);
    if (by.date > clock.today())
      throw new RefusalError(refuse('invalid:decision-to-come', {}, { field: 'date' }));
    if (wholeRemarks(announcement).length > 0 && note === null)
      throw new RefusalError(refuse('invalid:announcement-note', {}, { field: 'note' }));
    const agencyId = announcement.agency_id;
    const rows = await reviewedRows(query, announcement.id);
    const open = rows.filter((row) => standingOf(row) === 'open');
    if (open.length > 0) throw new RefusalError(refuse('conflict:announcement-open', { count: open.length }));
    const catalogue = await catalogueFor(query, agencyId, rows);
    // The announcement first: a form that was overtaken stops here.
    const { seq } = await saveRow('announcement', agencyId, {
      ...columnsOf(announcement),
      state: 'announced',
      decision_number: by.number,
      decision_date: by.date,
      effective: by.validFrom,
      note,
      announced_at: clock.now().toString(),
    });
    // The catalogue's own decisions guard by the seq of a procedure's form, which this is not.
    const writing = {
      ...performing,
      saveRow: (table: string, agency: string, row: Parameters<Performing['saveRow']>[2]) =>
        saveRow(table, agency, row, false),
    };
    let written = 0;
    for (const row of rows) {
      const entered: EnteredEntry[] = [];
      for (const entry of entriesOf(row, catalogue)) {
        const procedure = await enter(writing, agencyId, row, entry, by, ownerUnit);
        if (entry.deed === 'new' || entry.deed === 'version' || entry.deed === 'abolish') written += 1;
        entered.push({ tier: entry.tier, deed: entry.deed, procedure });
      }
      await saveAnnouncementRow(writing, agencyId, announcement.id, row, { ...row, entered }, false);
    }
    if (written === 0) throw new RefusalError(refuse('conflict:announcement-nothing'));
    return { id: announcement.id, seq, count: written };
  },
  next: ({ announcement }) => announcementUrl(announcement),
});

/** @returns the procedure that it became or is */
async function enter(
  writing: Pick<Performing, 'query' | 'saveRow' | 'clock'>,
  agencyId: string,
  { row, no }: KeptReview,
  { deed, known, text }: Entry,
  by: AnnouncementFields,
  ownerUnitId: string | null,
): Promise<string | null> {
  try {
    if (deed === 'abolish' && known !== null) {
      await abolish(writing, known.id, {
        number: by.number,
        date: by.date,
        from: by.validFrom,
        successorId: null,
      });
    } else if (text !== null && (deed === 'new' || deed === 'version')) {
      const { id: procedure } = await keepDraft(writing, agencyId, known?.id ?? null, {
        code: row.code ?? known?.code ?? row.codeAsWritten,
        ownerUnitId: known?.ownerUnitId ?? ownerUnitId,
        text,
      });
      await announceDraft(writing, procedure, known === null ? 'new' : 'amended', by);
      return procedure;
    }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new RefusalError(ofRow(error.refusal, no, row.name));
  }
  return known?.id ?? null;
}

/** Says at which row it went wrong, and why. */
function ofRow(refusal: Refusal, no: number, name: string): Refusal {
  const { field: _field, ...reason } = refusal;
  return { ...refuse('conflict:announcement-row', { no, name }), more: [reason] };
}
