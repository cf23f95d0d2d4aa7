import type { Tone } from '../../platform/view/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { ReportVerdict } from '../domain/manifest.ts';
import type { ReportStateName } from '../domain/report.ts';

export const VERDICT_TONES: Readonly<Record<ReportVerdict, Tone>> = {
  on_time: 'on-time',
  done_late: 'due-soon',
  late: 'late',
  not_due: 'neutral',
};

export const REPORT_TONES: Readonly<Record<ReportStateName, Tone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  sent_back: 'due-soon',
  confirmed: 'done',
  in_review: 'waiting',
  reviewed: 'waiting',
  agreed: 'waiting',
  signed: 'on-time',
  registered: 'on-time',
  sent: 'done',
  received: 'done',
};

/** What somebody sees of who has reported: has, or has not, and whether in time. */
export const UNIT_SHOWS = ['sent', 'confirmed', 'missing', 'late'] as const;
export type UnitShow = (typeof UNIT_SHOWS)[number];

export const UNIT_SHOW_TONES: Readonly<Record<UnitShow, Tone>> = {
  sent: 'waiting',
  confirmed: 'done',
  missing: 'neutral',
  late: 'late',
};

/** What a unit's report counts as; none where the unit has not begun one. */
export function showsOf(
  report: { state: ReportStateName; submittedOn: CivilDate | null } | undefined,
  due: CivilDate | null,
  today: CivilDate,
): UnitShow[] {
  const sent = report !== undefined && report.state !== 'draft' && report.state !== 'sent_back';
  const day = report?.submittedOn ?? null;
  const late = due !== null && (day === null ? today > due : day > due);
  return [
    ...(sent ? (['sent'] as const) : (['missing'] as const)),
    ...(report?.state === 'confirmed' ? (['confirmed'] as const) : []),
    ...(late ? (['late'] as const) : []),
  ];
}
