import { z } from 'zod';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { civilDay, optionalId, optionalText, text, ticked } from '../../platform/actions/fields.ts';
import { type ImportColumn, rowsToImport } from '../../platform/import/index.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { officialDays, WorkingCalendar } from '../../pure/calendar/index.ts';
import {
  dayChanges,
  daysOfRows,
  daysOfText,
  type NoticeDay,
  type NoticeLine,
  type NoticeRow,
  noticeBetween,
} from '../domain/notice.ts';
import { calendarInForce, officialDaysOf } from '../in-force.ts';
import { calendarsOf, installationSubject } from '../notices.ts';
import { noticeUrl } from '../urls.ts';

/** A notice as a table. */
export const NOTICE_COLUMNS: readonly ImportColumn<keyof NoticeRow>[] = [
  { key: 'date', headings: ['Ngày'], required: true },
  { key: 'kind', headings: ['Loại', 'Loại ngày'], required: true },
  { key: 'name', headings: ['Tên ngày', 'Tên', 'Nội dung'] },
  { key: 'legalBasis', headings: ['Căn cứ'] },
];

const jsonRows = z.array(
  z.object({ date: z.string(), kind: z.string(), name: z.string(), legalBasis: z.string().default('') }),
);

/** Enters a notice of official days. It changes nothing yet: what it would move is looked through and approved first. */
export const saveNotice = defineAction({
  name: 'calendar_notice.save',
  path: '/calendar/notices',
  permission: 'calendar.enter',
  sees: 'calendar.read',
  input: z.object({
    number: text(200),
    announcedOn: civilDay(),
    text: optionalText(20_000),
    file: optionalId(),
    /** The calendar that came with this version of the product, in place of text or file. */
    product: ticked(),
  }),
  subject: (query) => installationSubject(query),
  async perform(performing, input) {
    const { query, actor, saveRow } = performing;
    const days = await daysOf(performing, input);
    const { before, after } = await calendarsOf(query, { days, announcedOn: input.announcedOn });
    if (dayChanges(before, after).length === 0)
      throw new RefusalError(refuse('conflict:notice-nothing', {}, { field: 'text' }));
    try {
      new WorkingCalendar(after);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RefusalError(refuse('invalid:notice-years', {}, { field: 'text' }));
    }
    const notice = uuid7();
    await saveRow('calendar_notice', actor.agencyId, {
      id: notice,
      agency_id: actor.agencyId,
      number: input.number,
      announced_on: input.announcedOn,
      days: JSON.stringify(days),
      state: 'pending',
      version: null,
    });
    return { id: notice };
  },
  next: (_, { id }) => noticeUrl(id),
});

async function daysOf(
  performing: Performing,
  input: { number: string; text: string | null; file: string | null; product: boolean },
): Promise<NoticeDay[]> {
  if (input.product) {
    const inForce = await officialDaysOf(performing.query, await calendarInForce(performing.query));
    return noticeBetween(inForce, officialDays);
  }
  if (input.file !== null) {
    const rows = await rowsToImport(performing, input.file, NOTICE_COLUMNS);
    return without(daysOfRows(rows, input.number), 'file');
  }
  if (input.text === null) throw new RefusalError(refuse('invalid:notice-text', {}, { field: 'text' }));
  if (!input.text.startsWith('[')) return without(daysOfText(input.text, input.number), 'text');
  const rows = jsonOf(input.text).map((cells, at) => ({ line: at + 1, cells }));
  return without(daysOfRows(rows, input.number), 'text');
}

function jsonOf(written: string): NoticeRow[] {
  try {
    return jsonRows.parse(JSON.parse(written));
  } catch {
    throw new RefusalError(refuse('invalid:notice-json', {}, { field: 'text' }));
  }
}

/** The days, where all could be read. @throws RefusalError with each line that could not */
function without(
  { days, faults }: { days: NoticeDay[]; faults: readonly NoticeLine[] },
  field: string,
): NoticeDay[] {
  const [first, ...more] = faults.map(({ line, fault, text: words }) =>
    refuse(`invalid:notice-${fault}`, { line, text: words.slice(0, 100) }, { field }),
  );
  if (first !== undefined) throw new RefusalError({ ...first, more });
  return days;
}
