import { addWorkingDays, type CivilDate, officialCalendar } from '../../pure/calendar/index.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { ProcedureText } from './procedure.ts';

/** Why a version follows another: its law was amended, another online level was given, a mistake is put right. */
export const VERSION_CHANGES = ['new', 'amended', 'reclassified', 'corrected'] as const;
export type VersionChange = (typeof VERSION_CHANGES)[number];

/**
 * Working days within which what a decision announces must be public (Quyết định 766/QĐ-TTg of 2022, index 1.2; within
 * a province).
 */
export const PUBLIC_WITHIN = 5;

/** By which decision, and from which day on. */
export interface AnnouncementFields {
  number: string;
  date: CivilDate;
  validFrom: CivilDate;
}

/** What of a procedure an announcement looks at. */
export interface KnownProcedure {
  abolishedFrom: CivilDate | null;
  /** First day of the newest version; null before the first. */
  newestFrom: CivilDate | null;
}

/** The last day on which what was decided on a day is made public in time; null beyond the known calendar. */
export function publicBy(decided: CivilDate): CivilDate | null {
  return addWorkingDays(decided, PUBLIC_WITHIN, officialCalendar);
}

/** Whether a version may be announced so; null where it may. */
export function checkAnnouncement(
  { abolishedFrom, newestFrom }: KnownProcedure,
  { date, validFrom }: AnnouncementFields,
  today: CivilDate,
): Refusal | null {
  if (abolishedFrom !== null)
    return refuse('conflict:procedure-abolished', { day: formatDate(abolishedFrom) });
  if (date > today) return refuse('invalid:decision-to-come', {}, { field: 'date' });
  if (newestFrom !== null && validFrom < newestFrom)
    return refuse('invalid:before-newest-version', { day: formatDate(newestFrom) }, { field: 'validFrom' });
  return null;
}

/** Whether a procedure may be abolished so; null where it may. */
export function checkAbolition(
  { abolishedFrom, newestFrom }: KnownProcedure,
  { date, from }: { date: CivilDate; from: CivilDate },
  today: CivilDate,
): Refusal | null {
  if (abolishedFrom !== null)
    return refuse('conflict:procedure-abolished', { day: formatDate(abolishedFrom) });
  if (newestFrom === null) return refuse('conflict:not-announced');
  if (date > today) return refuse('invalid:decision-to-come', {}, { field: 'date' });
  if (from < newestFrom)
    return refuse('invalid:before-newest-version', { day: formatDate(newestFrom) }, { field: 'from' });
  return null;
}

/** Parts that a procedure must have (Nghị định 63/2010/NĐ-CP, article 8.2), as far as they are entered here. */
export const PARTS = ['steps', 'components', 'limits', 'subjects', 'results', 'legalBases'] as const;
export type ProcedurePart = (typeof PARTS)[number];

/** The parts that are still missing; a list of a decision often brings the name alone. */
export function missingParts(text: ProcedureText): ProcedurePart[] {
  return PARTS.filter((part) => {
    const value = text[part];
    return value === null || value.length === 0;
  });
}
