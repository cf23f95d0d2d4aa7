import {
  type CivilDate,
  fromDayNumber,
  officialCalendar,
  toDayNumber,
  workingDaysBetween,
} from '../../pure/calendar/index.ts';
import { findCitations, parseDocumentNumber } from '../../pure/law/index.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import { fold } from '../../pure/vietnamese/index.ts';

/** What can happen to a legal basis. */
export const BASIS_CHANGES = ['amended', 'replaced', 'abolished'] as const;
export type BasisChangeKind = (typeof BASIS_CHANGES)[number];

/** What the owner division found out: the procedure has a new version, or nothing of it changes. */
export const BASIS_CHECK_OUTCOMES = ['updated', 'unaffected'] as const;
export type BasisCheckOutcome = (typeof BASIS_CHECK_OUTCOMES)[number];

/** Working days before its basis takes effect by which a procedure must be announced (Quyết định 766/QĐ-TTg, index 1.1). */
const ANNOUNCED_BEFORE = 5;

/** How a document is compared with what procedures name: by its number and symbol, without accents and white space. */
export function basisKey(number: string): string | null {
  const read = parseDocumentNumber(number);
  return read === null || read.serial === null || read.symbol === null ? null : compared(read.normalised);
}

/** Whether one of the legal bases that a procedure names is the document of a key. */
export function namesBasis(legalBases: readonly string[], key: string): boolean {
  return legalBases.some((basis) =>
    findCitations(basis).some(({ number }) => number !== null && compared(number) === key),
  );
}

/**
 * The last day on which the owner division has looked: the procedure must be announced five working days before the
 * change takes effect; where that has gone by, today.
 */
export function checkBy(effectiveOn: CivilDate, today: CivilDate): CivilDate {
  let day = effectiveOn;
  while (day > today) {
    const between = workingDaysBetween(day, effectiveOn, officialCalendar);
    if (between === null || between >= ANNOUNCED_BEFORE) break;
    day = fromDayNumber(toDayNumber(day) - 1);
  }
  return day < today ? today : day;
}

/** Whether a check may be finished so; null where it may. */
export function checkOutcome(
  check: { finished: boolean; newestAnnouncedOn: CivilDate | null; recordedOn: CivilDate },
  outcome: BasisCheckOutcome,
): Refusal | null {
  if (check.finished) return refuse('conflict:basis-check-finished');
  const { newestAnnouncedOn: newest, recordedOn } = check;
  if (outcome === 'updated' && (newest === null || newest < recordedOn))
    return refuse('conflict:no-new-version', {}, { field: 'outcome' });
  return null;
}

const compared = (number: string) =>
  fold(number)
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '');
