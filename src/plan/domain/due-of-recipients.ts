import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { readDueWindows } from '../../pure/law/index.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import type { DutyFields } from './draft.ts';
import type { IssuedItem } from './plan.ts';
import { suggestRecipient } from './recipients.ts';

/** Groups of recipients that owe plans of their own. */
export const RECIPIENT_GROUPS = ['affiliated', 'district_offices', 'units'] as const;
export type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** By when a group of recipients owes its plan, and the words that say so. */
export interface RecipientDue {
  recipients: RecipientGroup;
  end: CivilDate;
  text: string;
}

/** The group that a duty's heading names: "thủ trưởng đơn vị trực thuộc", "các phòng GD&ĐT quận, huyện, thị xã". */
export function groupOf(unit: string): RecipientGroup | null {
  const to = suggestRecipient(unit, []);
  return RECIPIENT_GROUPS.find((group) => group === to) ?? null;
}

/** The days that a plan's duties set for the plans of those below: "Xây dựng kế hoạch … trước ngày 10/02/2019". */
export function duesOfRecipients(items: readonly IssuedItem[], planYear: number | null): RecipientDue[] {
  const dues = new Map<RecipientGroup, RecipientDue>();
  for (const { kind, fields } of items) {
    if (kind !== 'duty') continue;
    const { unit, text } = fields as DutyFields;
    const recipients = groupOf(unit);
    if (recipients === null || dues.has(recipients)) continue;
    const sentence = text.split(/(?<=[.;])\s+/u).find((one) => fold(one).includes('xay dung ke hoach'));
    if (sentence === undefined) continue;
    // "Kế hoạch CCHC năm 2019" says for which year, not by when.
    const end = readDueWindows(sentence, { planYear }).find(({ kind }) => kind !== 'year')?.end ?? null;
    if (end !== null) dues.set(recipients, { recipients, end, text: sentence });
  }
  return [...dues.values()];
}
